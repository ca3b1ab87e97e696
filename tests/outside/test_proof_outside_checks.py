"""The commands of VERIFY.txt, taken from the file and run: none of them is a program of ours."""

import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pyrage
import pytest
from go_tools import built_verifier
from proof_maker import EXCERPT, NOW, ProofMaker, authority

from consentkit.kernel.digest import sha256_hex
from consentkit.proof.build import ProofToken, build_proof
from consentkit.proof.bundle import INSTRUCTIONS
from consentkit.proof.instructions import COMMAND_INDENT

pytestmark = pytest.mark.outside

ALICE = pyrage.x25519.Identity.generate()


@pytest.fixture(scope="module")
def maker() -> ProofMaker:
    with pytest.MonkeyPatch.context() as patch:
        return ProofMaker([authority(patch, label, is_real=True) for label in "AB"])


@pytest.fixture
def unpacked(maker: ProofMaker, tmp_path: Path) -> Path:
    """Return the folder of an unpacked proof with number, two tokens and an open excerpt."""
    return unpack(maker, tmp_path, maker.make(has_number=True))


def unpack(maker: ProofMaker, folder: Path, content) -> Path:
    build_proof(content, folder / "p.consentproof")
    with zipfile.ZipFile(folder / "p.consentproof") as archive:
        archive.extractall(folder / "unpacked")
    return folder / "unpacked"


def commands(folder: Path) -> list[str]:
    """Return the commands of the first language of VERIFY.txt."""
    text = (folder / INSTRUCTIONS).read_text(encoding="utf-8")
    found = [
        line.strip()
        for line in text.splitlines()
        if line.startswith(COMMAND_INDENT) and line.strip()
    ]
    assert len(found) % 3 == 0
    third = len(found) // 3
    assert found[:third] == found[third : 2 * third] == found[2 * third :]
    return found[:third]


def command(folder: Path, part: str) -> str:
    (found,) = [line for line in commands(folder) if part in line]
    return found


def run(line: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    bash = shutil.which("bash")
    assert bash is not None
    return subprocess.run(
        [bash, "-c", line],
        cwd=folder,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def damage(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0x01
    path.write_bytes(bytes(data))


def test_sha256sum_checks_the_bag_and_notices_a_change(unpacked: Path) -> None:
    line = command(unpacked, "sha256sum -c")

    assert run(line, unpacked).returncode == 0
    damage(unpacked / "data" / "excerpt.mp4")
    assert run(line, unpacked).returncode == 1


def test_openssl_checks_every_token_and_notices_a_change(unpacked: Path) -> None:
    lines = [line for line in commands(unpacked) if "openssl ts" in line]

    assert len(lines) == 3
    for line in lines:
        done = run(line, unpacked)
        assert done.returncode == 0, done.stderr
        assert "Verification: OK" in done.stdout
    damage(unpacked / "data" / "checkpoint")
    assert run(lines[0], unpacked).returncode != 0


def test_openssl_checks_a_token_whose_chain_has_expired_with_the_time_given(
    maker: ProofMaker, tmp_path: Path
) -> None:
    long_ago = NOW - timedelta(hours=20)
    content = maker.make()
    token = ProofToken(maker.stamp(content.checkpoint, 0, long_ago))
    folder = unpack(maker, tmp_path, replace(content, tokens=(token,)))
    text = (folder / INSTRUCTIONS).read_text(encoding="utf-8")
    epoch = str(int(long_ago.timestamp()))

    assert text.count(f"-attime {epoch}") == 3
    line = command(folder, "openssl ts")
    future = str(int((NOW + timedelta(days=40 * 365)).timestamp()))
    assert run(f"{line} -attime {future}", folder).returncode != 0
    assert run(f"{line} -attime {epoch}", folder).returncode == 0


@pytest.fixture(scope="module")
def go_program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tlogverify")
    built_verifier(folder)
    return folder


def test_go_checks_the_log_and_notices_another_receipt(unpacked: Path, go_program: Path) -> None:
    path = f"{go_program}{os.pathsep}{os.environ['PATH']}"
    lines = commands(unpacked)
    start = next(i for i, line in enumerate(lines) if line.startswith("cut "))

    for line in lines[start : start + 3]:
        done = run(line, unpacked, PATH=path)
        assert done.returncode == 0, done.stderr
    damage(unpacked / "leaf")
    assert run(lines[start + 1], unpacked, PATH=path).returncode == 1


def test_go_checks_that_the_recording_was_logged_before_the_receipt(
    unpacked: Path, go_program: Path
) -> None:
    path = f"{go_program}{os.pathsep}{os.environ['PATH']}"
    lines = commands(unpacked)
    start = next(
        i for i, line in enumerate(lines) if line.startswith("cut ") and "recording" in line
    )

    done = [run(line, unpacked, PATH=path) for line in lines[start : start + 4]]

    assert [item.returncode for item in done] == [0, 0, 0, 0]
    first, second = (int(line.split()[1]) for line in done[3].stdout.splitlines())
    assert first < second
    damage(unpacked / "recording-leaf")
    assert run(lines[start + 1], unpacked, PATH=path).returncode == 1


def test_an_sd_jwt_library_checks_the_receipt_and_prints_what_it_discloses(
    unpacked: Path,
) -> None:
    line = command(unpacked, "SDJWTVerifier").replace("python3", f'"{sys.executable}"', 1)

    done = run(line, unpacked)

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["pii_principal"]["pseudonym"] == "Blue hoodie"
    receipt = unpacked / "data" / "receipt.sd-jwt"
    head, payload, rest = receipt.read_text(encoding="ascii").split(".", 2)
    receipt.write_text(f"{head}.{payload[:-1]}A.{rest}", encoding="ascii")
    assert run(line, unpacked).returncode != 0


def test_age_opens_a_sealed_excerpt_and_a_sealed_proof(maker: ProofMaker, tmp_path: Path) -> None:
    content = maker.make()
    excerpt = replace(content.excerpt, recipients=(str(ALICE.to_public()),))
    folder = unpack(maker, tmp_path, replace(content, excerpt=excerpt))
    (folder / "key.txt").write_text(str(ALICE), encoding="ascii")

    opened = run(command(folder, "age -d"), folder)
    digest = run(command(folder, "sha256sum excerpt"), folder)

    assert opened.returncode == 0, opened.stderr
    assert (folder / "excerpt").read_bytes() == EXCERPT
    assert digest.stdout.split()[0] == sha256_hex(EXCERPT)
    assert sha256_hex(EXCERPT) in (folder / INSTRUCTIONS).read_text(encoding="utf-8")

    build_proof(content, folder / "p.consentproof.age", recipients=(str(ALICE.to_public()),))
    whole = run("age -d -i key.txt -o p.zip p.consentproof.age", folder)
    assert whole.returncode == 0, whole.stderr
    assert (folder / "p.zip").read_bytes()[:2] == b"PK"


def test_sha256sum_prints_the_digest_the_receipt_names(unpacked: Path) -> None:
    done = run(command(unpacked, "sha256sum data/excerpt.mp4"), unpacked)

    assert done.stdout.split()[0] == sha256_hex(EXCERPT)


def test_unzip_and_python_see_the_same_members(maker: ProofMaker, tmp_path: Path) -> None:
    build_proof(maker.make(), tmp_path / "p.consentproof")

    done = run("unzip -tq p.consentproof", tmp_path)

    assert done.returncode == 0, done.stdout
    with zipfile.ZipFile(io.BytesIO((tmp_path / "p.consentproof").read_bytes())) as archive:
        assert archive.testzip() is None


def test_pdftotext_reads_the_certificate(maker: ProofMaker, tmp_path: Path) -> None:
    folder = unpack(maker, tmp_path, maker.make(languages=("en", "id", "ru")))

    done = run("pdftotext -layout data/certificate.pdf -", folder)

    assert done.returncode == 0, done.stderr
    for title in (
        "Proof of a consent record",
        "Bukti catatan persetujuan",
        "Подтверждение записи о согласии",
    ):
        assert title in done.stdout
    assert done.stdout.count("Blue hoodie") == 3
