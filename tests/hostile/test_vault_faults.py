"""The vault's files under a process killed, and a disk filled, at its k-th call that changes them.

Uses the shared tracing library, which sees every write, sync and cut of the files in one folder.
"""

import os
import shutil
import signal
import struct
import subprocess
import sys
import textwrap
from datetime import UTC, datetime
from pathlib import Path

import pytest

from consentkit.kernel.clock import ManualClock
from consentkit.kernel.errors import NotFoundError, StateError
from consentkit.vault.kdf import FLOOR_KDF
from consentkit.vault.rows import RecordRow
from consentkit.vault.vault import create_vault, open_vault

pytestmark = [pytest.mark.shared, pytest.mark.outside]

CLOCK = ManualClock(datetime(2026, 11, 21, 12, tzinfo=UTC))
POINTS = int(os.environ.get("CONSENTKIT_FAULT_POINTS", "8"))

CHILD = """
    import os, sys
    from datetime import UTC, datetime
    from pathlib import Path
    from consentkit.kernel.clock import SystemClock
    from consentkit.kernel.errors import ConsentKitError
    from consentkit.tlog.merkle import leaf_hash
    from consentkit.vault.kdf import FLOOR_KDF
    from consentkit.vault.rows import RecordRow
    from consentkit.vault.vault import open_vault

    now = datetime(2026, 11, 21, 12, tzinfo=UTC)
    def row(name, status="Given"):
        return RecordRow("con-" + name, now, now, name, "", (), status, "", None, (), None, None,
                         False, "search " + name)
    def did(name):
        os.write(1, name.encode() + b";")
    try:
        vault = open_vault(Path(sys.argv[1]), passphrase="p", clock=SystemClock())
        did("open")
        with vault.transaction():
            vault.put_record(row("new"), b"body of new")
            vault.append_entry(b"leaf", leaf_hash(b"leaf"), (), "grant", "con-new", now)
        did("put")
        vault.put_blob("con-new", b"face" * 60_000, media_type="image/png", purpose="still")
        did("blob")
        vault.erase_record("con-old", row("old", "Erased"))
        did("erase")
        vault.change_passphrase("p", "q", kdf=FLOOR_KDF)
        did("passphrase")
        vault.close()
    except ConsentKitError as exc:
        os.write(2, exc.code.encode())
        sys.exit(3)
"""


def row(name: str) -> RecordRow:
    return RecordRow(
        f"con-{name}", CLOCK.now(), CLOCK.now(), name, "", (), "Given", "", None, (), None, None,
        has_token=False, search=f"search {name}",
    )  # fmt: skip


@pytest.fixture(scope="module")
def tracer(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the tracing library, built here."""
    library = tmp_path_factory.mktemp("tracer") / "crashtrace.so"
    source = shared / "tools" / "faults" / "crashtrace.c"
    subprocess.run(
        ["gcc", "-shared", "-fPIC", "-O2", "-w", "-o", library, source, "-ldl", "-lpthread"],
        check=True,
    )
    return library


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("original") / "A.ckvault"
    vault, _ = create_vault(folder, "p", clock=CLOCK, kdf=FLOOR_KDF)
    for name in ("old", "kept"):
        vault.put_record(row(name), f"body of {name}".encode())
        vault.put_blob(f"con-{name}", b"x" * 1000, media_type="image/png", purpose="still")
    vault.close()
    return folder


def run(folder: Path, tracer: Path, log: Path, **faults: int):
    environment = {
        **os.environ,
        "LD_PRELOAD": str(tracer),
        "CT_ROOT": str(folder),
        "CT_LOG": str(log),
        **{name: str(value) for name, value in faults.items()},
    }
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(CHILD), str(folder)],
        check=False,
        env=environment,
        capture_output=True,
    )
    return done.returncode, set(done.stdout.decode().split(";")) - {""}, done.stderr.decode()


def calls(log: Path) -> int:
    """Return how many writes, cuts and syncs a trace has."""
    content, place, count = log.read_bytes(), 0, 0
    while place < len(content):
        name, other, _, size = struct.unpack_from("<HHQQ", content, place + 1)
        kind = content[place : place + 1]
        count += kind in b"WTS"
        place += 21 + name + other + (size if kind == b"W" else 0)
    return count


def points(original: Path, tracer: Path, tmp_path: Path) -> list[int]:
    folder = tmp_path / "traced.ckvault"
    shutil.copytree(original, folder)
    code, done, errors = run(folder, tracer, tmp_path / "trace")
    assert (code, errors) == (0, "")
    assert len(done) == 5
    total = calls(tmp_path / "trace")
    assert total > 50
    return sorted({1 + total * step // POINTS for step in range(POINTS)})


def assert_whole(folder: Path, done: set[str]) -> None:
    """Check that what was acknowledged is there, and nothing is half there."""
    try:
        vault = open_vault(folder, passphrase="p", clock=CLOCK)
        assert "passphrase" not in done
    except Exception:  # noqa: BLE001 -- whichever it is, the other passphrase must do
        vault = open_vault(folder, passphrase="q", clock=CLOCK)
    with vault:
        report = vault.check()
        assert report.damages == ()
        assert not vault.has_unfinished_erasure
        assert vault.get_record_body("con-kept") == b"body of kept"
        assert vault.open_blob(vault.list_blobs("con-kept")[0].id) == b"x" * 1000
        try:
            assert vault.get_record_body("con-new") == b"body of new"
            assert vault.entry_index_for("con-new") == (0,)
        except NotFoundError:
            assert "put" not in done
            assert vault.entry_index_for("con-new") == ()
        blobs = vault.list_blobs("con-new")
        assert all(vault.open_blob(blob.id) == b"face" * 60_000 for blob in blobs)
        assert len(blobs) == 1 or "blob" not in done
        try:
            assert vault.get_record_body("con-old") == b"body of old"
            assert "erase" not in done
            assert len(vault.list_blobs("con-old")) == 1
        except StateError:
            assert vault.list_blobs("con-old") == ()
        named = {f"{blob.id}.age" for name in ("old", "kept", "new")
                 for blob in vault.list_blobs(f"con-{name}")}  # fmt: skip
        assert {path.name for path in folder.glob("blobs/*/*")} == named


def test_a_process_killed_anywhere_leaves_a_whole_vault(original, tracer, tmp_path: Path):
    for number in points(original, tracer, tmp_path):
        folder = tmp_path / f"killed-{number}.ckvault"
        shutil.copytree(original, folder)
        code, done, _ = run(folder, tracer, tmp_path / "log", CT_KILL_AT=number)
        assert code == -signal.SIGKILL
        assert_whole(folder, done)
        shutil.rmtree(folder)


def test_a_disk_full_from_anywhere_on_is_said_and_leaves_a_whole_vault(
    original, tracer, tmp_path: Path
):
    for number in points(original, tracer, tmp_path):
        folder = tmp_path / f"full-{number}.ckvault"
        shutil.copytree(original, folder)
        code, done, code_name = run(
            folder, tracer, tmp_path / "log", CT_FAIL_AT=number, CT_FAIL_N=10**9, CT_ERR=28
        )
        assert code == 3 or done >= {"passphrase"}, (number, code_name)
        assert code_name in {"", "disk.full", "disk.io", "disk.rekey", "disk.not-writable"}, number
        assert_whole(folder, done)
        shutil.rmtree(folder)


def test_one_failing_call_anywhere_is_survived(original, tracer, tmp_path: Path):
    for number in points(original, tracer, tmp_path):
        folder = tmp_path / f"failed-{number}.ckvault"
        shutil.copytree(original, folder)
        code, done, code_name = run(folder, tracer, tmp_path / "log", CT_FAIL_AT=number, CT_ERR=5)
        assert code in {0, 3}, (number, code_name)
        assert_whole(folder, done)
        shutil.rmtree(folder)
