"""Rules of the bundle's container that hold for well-meant files."""

import hashlib
import io
import subprocess
import zipfile
from pathlib import Path

import pytest

from consentkit.kernel.errors import InputError, LimitError, MalformedError, NotFoundError
from consentkit.kernel.progress import Cancelled, CancelToken
from consentkit.proof import bundle
from consentkit.proof.bundle import MemberSource, bundle_chunks
from consentkit.proof.bundle_reader import BundleReader


def small_members() -> list[MemberSource]:
    """Return the fewest members a bundle can have, with telling contents."""
    names = sorted(bundle.REQUIRED - {bundle.BAGIT, bundle.MANIFEST})
    return [MemberSource(name, f"content of {name}".encode()) for name in names]


def packed(members: list[MemberSource]) -> bytes:
    return b"".join(bundle_chunks(members))


def test_what_was_written_is_read() -> None:
    members = [*small_members(), MemberSource("data/excerpt.mp4", b"\0\1" * 5000)]

    with BundleReader(io.BytesIO(packed(members))) as reader:
        assert {m.name: reader.read(m.name) for m in members} == {m.name: m.source for m in members}


def test_same_members_in_any_order_give_the_same_bytes() -> None:
    members = small_members()

    assert packed(members) == packed(members[::-1])


def test_a_file_and_its_bytes_give_the_same_bundle(tmp_path: Path) -> None:
    content = bytes(range(256)) * 20_000
    (tmp_path / "clip").write_bytes(content)

    from_file = packed([*small_members(), MemberSource("data/excerpt.mp4", tmp_path / "clip")])

    assert from_file == packed([*small_members(), MemberSource("data/excerpt.mp4", content)])


def test_python_zipfile_and_the_manifest_agree_with_our_reader() -> None:
    data = packed(small_members())

    with zipfile.ZipFile(io.BytesIO(data)) as other, BundleReader(io.BytesIO(data)) as ours:
        assert other.testzip() is None
        assert other.namelist() == list(ours.members)
        lines = other.read("manifest-sha256.txt").decode().splitlines()
    digests = dict(line.split("  ")[::-1] for line in lines)
    assert digests == {
        m.name: hashlib.sha256(m.source).hexdigest()
        for m in small_members()
        if isinstance(m.source, bytes)
    }


@pytest.mark.parametrize(
    "name",
    [
        "data/../x",
        "data/other",
        "receipt.sd-jwt",
        "data/checkpoint.0.tsr",
        "data/checkpoint.10.tsr",
    ],
)
def test_a_name_off_the_list_is_not_written(name: str) -> None:
    with pytest.raises(MalformedError) as caught:
        packed([*small_members(), MemberSource(name, b"")])
    assert caught.value.code == "bundle.member-name"


def test_a_member_twice_is_not_written() -> None:
    with pytest.raises(MalformedError) as caught:
        packed([*small_members(), small_members()[0]])
    assert caught.value.code == "bundle.member-twice"


def test_a_missing_required_member_is_not_written() -> None:
    with pytest.raises(MalformedError) as caught:
        packed(small_members()[1:])
    assert caught.value.code == "bundle.member-missing"


def test_a_member_over_its_limit_is_not_written() -> None:
    with pytest.raises(LimitError) as caught:
        packed([*small_members(), MemberSource("data/checkpoint.1.tsr", b"x" * 300_000)])
    assert caught.value.code == "bundle.member-too-large"


def test_a_source_that_changes_between_the_two_readings_is_refused(tmp_path: Path) -> None:
    clip = tmp_path / "clip"
    clip.write_bytes(b"before")
    chunks = bundle_chunks([*small_members(), MemberSource("data/excerpt.mp4", clip)])

    next(chunks)
    clip.write_bytes(b"after!")

    with pytest.raises(InputError) as caught:
        list(chunks)
    assert caught.value.code == "bundle.source-changed"


def test_writing_stops_when_asked() -> None:
    cancel = CancelToken()
    cancel.cancel()

    with pytest.raises(Cancelled):
        list(bundle_chunks(small_members(), cancel=cancel))


def test_a_member_that_is_not_there_is_not_found() -> None:
    with BundleReader(io.BytesIO(packed(small_members()))) as reader, pytest.raises(NotFoundError):
        reader.read("data/partner.jws")


def test_a_member_stream_reads_nothing_outside_the_member() -> None:
    data = packed([*small_members(), MemberSource("data/excerpt.mkv", b"0123456789")])

    with BundleReader(io.BytesIO(data)) as reader:
        stream = reader.stream("data/excerpt.mkv")
        assert stream.read() == b"0123456789"
        assert stream.seek(-4, io.SEEK_END) == 6
        assert stream.read(100) == b"6789"
        stream.seek(-100, io.SEEK_CUR)
        assert stream.read(2) == b"01"


def test_every_excerpt_extension_makes_a_name_on_the_list() -> None:
    for extension in bundle.EXCERPT_EXTENSIONS:
        assert bundle.largest_bytes(bundle.excerpt_name(extension)) > 0
    with pytest.raises(MalformedError):
        bundle.excerpt_name("exe")


@pytest.mark.outside
def test_sha256sum_checks_an_unpacked_bundle(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(packed(small_members()))) as archive:
        archive.extractall(tmp_path)

    done = subprocess.run(
        ["sha256sum", "-c", "manifest-sha256.txt"], cwd=tmp_path, capture_output=True, check=False
    )

    assert done.returncode == 0, done.stderr
