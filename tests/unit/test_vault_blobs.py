"""Evidence files: sealed whole or not at all, opened whole or not at all."""

import errno
import hashlib
import io
import os
import subprocess
import sys
import textwrap
from datetime import UTC, datetime
from pathlib import Path

import pytest

from consentkit.kernel.clock import ManualClock
from consentkit.kernel.errors import (
    InputError,
    LimitError,
    NotFoundError,
    ResourceError,
    VaultDamagedError,
    VaultLockedError,
)
from consentkit.kernel.progress import Cancelled, CancelToken
from consentkit.vault.kdf import FLOOR_KDF
from consentkit.vault.rows import RecordRow
from consentkit.vault.vault import Vault, create_vault

CLOCK = ManualClock(datetime(2026, 11, 21, 12, tzinfo=UTC))
KIND = {"media_type": "video/mp4", "purpose": "excerpt"}
PLAIN = bytes(range(256)) * 12_000  # 3 MB: more than one age chunk and progress step


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("blobs") / "A.ckvault"
    made, _ = create_vault(folder, "p", clock=CLOCK, kdf=FLOOR_KDF)
    yield made
    made.close()


def files(vault: Vault) -> set[str]:
    return {path.name for path in vault.folder.glob("blobs/*/*")}


def test_what_was_sealed_comes_back_from_file_stream_and_bytes(vault: Vault, tmp_path: Path):
    path = tmp_path / "clip.mp4"
    path.write_bytes(PLAIN)
    for source in (path, io.BytesIO(PLAIN), PLAIN):
        ref = vault.put_blob("con-1", source, **KIND)
        assert ref.size_bytes == len(PLAIN)
        assert ref.sha256 == hashlib.sha256(PLAIN).hexdigest()
        assert vault.get_blob(ref.id) == ref
        assert vault.open_blob(ref.id) == PLAIN
        sink = io.BytesIO()
        vault.export_blob(ref.id, sink)
        assert sink.getvalue() == PLAIN
        vault.export_blob(ref.id, tmp_path / "out.mp4")
        assert (tmp_path / "out.mp4").read_bytes() == PLAIN
    assert len(vault.list_blobs("con-1")) == 3


def test_an_empty_source_is_sealed_too(vault: Vault):
    assert vault.open_blob(vault.put_blob("con-e", b"", **KIND).id) == b""


def test_the_plain_bytes_are_not_on_disk(vault: Vault):
    ref = vault.put_blob("con-1", b"A FACE THAT MUST NOT SHOW" * 100, **KIND)
    sealed = next(vault.folder.glob(f"blobs/*/{ref.id}.age")).read_bytes()
    assert sealed.startswith(b"age-encryption.org/v1\n-> X25519 ")
    assert b"A FACE" not in sealed


@pytest.mark.outside
def test_age_opens_evidence_without_us(vault: Vault, tmp_path: Path):
    ref = vault.put_blob("con-1", PLAIN, **KIND)
    key = tmp_path / "key.txt"
    key.write_text(vault._identity("con-1", create=False) + "\n", encoding="ascii")
    sealed = next(vault.folder.glob(f"blobs/*/{ref.id}.age"))
    run = subprocess.run(
        ["age", "-d", "-i", str(key), str(sealed)], check=True, capture_output=True
    )
    assert run.stdout == PLAIN


@pytest.mark.parametrize("harm", ["flip", "cut", "lengthen", "empty", "missing", "other"])
def test_changed_evidence_is_refused_and_nothing_of_it_is_left(vault: Vault, tmp_path, harm):
    ref = vault.put_blob("con-1", PLAIN, **KIND)
    path = next(vault.folder.glob(f"blobs/*/{ref.id}.age"))
    sealed = bytearray(path.read_bytes())
    if harm == "flip":
        sealed[len(sealed) // 2] ^= 1
    elif harm == "cut":
        del sealed[-70_000:]
    elif harm == "lengthen":
        sealed += b"\0"
    elif harm == "empty":
        sealed.clear()
    elif harm == "other":
        other = vault.put_blob("con-1", b"another of the same record", **KIND)
        sealed[:] = next(vault.folder.glob(f"blobs/*/{other.id}.age")).read_bytes()
    path.write_bytes(sealed)
    if harm == "missing":
        path.unlink()

    out, sink = tmp_path / "out", io.BytesIO()
    for destination in (out, sink):
        with pytest.raises(VaultDamagedError, match="blob"):
            vault.export_blob(ref.id, destination)
    with pytest.raises(VaultDamagedError):
        vault.open_blob(ref.id)
    assert not out.exists()
    assert sink.getvalue() == b""
    assert not list(tmp_path.glob(".part-*"))


def test_a_full_disk_while_sealing_leaves_nothing(vault: Vault, monkeypatch):
    before = files(vault)

    class Full(io.FileIO):
        written = 0

        def write(self, data):
            self.written += len(data)
            if self.written > 1_000_000:
                raise OSError(errno.ENOSPC, "full")
            return super().write(data)

    monkeypatch.setattr(os, "fdopen", Full)
    with pytest.raises(ResourceError, match=r"disk\.full"):
        vault.put_blob("con-full", PLAIN, **KIND)
    monkeypatch.undo()
    assert files(vault) == before
    assert vault.list_blobs("con-full") == ()


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are POSIX")
def test_a_size_limit_of_the_system_while_sealing_leaves_nothing(tmp_path: Path):
    code = """
        import resource, signal, sys
        from pathlib import Path
        from consentkit.kernel.clock import SystemClock
        from consentkit.kernel.errors import ResourceError
        from consentkit.vault.kdf import FLOOR_KDF
        from consentkit.vault.vault import create_vault
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        vault, _ = create_vault(Path(sys.argv[1]), "p", clock=SystemClock(), kdf=FLOOR_KDF)
        resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))
        try:
            vault.put_blob("con-1", b"x" * 3_000_000, media_type="a/b", purpose="excerpt")
        except ResourceError as exc:
            print(exc.code)
        print(len(vault.list_blobs("con-1")), len(list(vault.folder.glob("blobs/*/*"))))
        vault.put_blob("con-1", b"x", media_type="a/b", purpose="excerpt")
        print(vault.check().is_sound)
    """
    run = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), str(tmp_path / "A.ckvault")],
        check=True,
        capture_output=True,
        text=True,
    )
    assert run.stdout.split() == ["disk.io", "0", "0", "True"]


def test_a_source_that_breaks_off_leaves_nothing(vault: Vault, tmp_path: Path):
    class Broken(io.BytesIO):
        def read(self, count=-1):
            raise OSError(errno.EIO, "gone")

    before = files(vault)
    with pytest.raises(InputError, match="unreadable"):
        vault.put_blob("con-1", Broken(), **KIND)
    with pytest.raises(InputError, match="unreadable"):
        vault.put_blob("con-1", tmp_path / "missing", **KIND)
    assert files(vault) == before


def test_sealing_stops_when_asked(vault: Vault):
    before, cancel, told = files(vault), CancelToken(), []

    def progress(update):
        told.append(update.done)
        cancel.cancel()

    with pytest.raises(Cancelled):
        vault.put_blob("con-1", PLAIN, progress=progress, cancel=cancel, **KIND)
    assert len(told) == 1
    assert files(vault) == before


def test_too_long_a_source_is_refused(vault: Vault):
    before = files(vault)
    with pytest.raises(LimitError):
        vault.put_blob("con-1", PLAIN, limit_bytes=1000, **KIND)
    ref = vault.put_blob("con-1", PLAIN, **KIND)
    with pytest.raises(LimitError):
        vault.open_blob(ref.id, limit_bytes=1000)
    assert files(vault) == before | {f"{ref.id}.age"}


def test_an_undone_transaction_takes_its_files_along(vault: Vault):
    before = files(vault)
    with pytest.raises(ZeroDivisionError), vault.transaction():
        vault.put_blob("con-undone", b"x", **KIND)
        1 / 0  # noqa: B018
    assert files(vault) == before


def test_a_vault_locked_while_it_seals_keeps_nothing_of_it(tmp_path: Path):
    other, _ = create_vault(tmp_path / "B.ckvault", "p", clock=CLOCK, kdf=FLOOR_KDF)

    class Locking(io.BytesIO):
        def read(self, count=-1):
            other.close()
            return super().read(count)

    with pytest.raises(VaultLockedError, match="closed"):
        other.put_blob("con-1", Locking(b"late"), **KIND)
    assert files(other) == set()


def test_a_deleted_blob_keeps_its_file_until_the_deletion_is_durable(vault: Vault):
    ref = vault.put_blob("con-1", b"x", **KIND)
    with pytest.raises(ZeroDivisionError), vault.transaction():
        vault.delete_blob(ref.id)
        1 / 0  # noqa: B018
    assert vault.open_blob(ref.id) == b"x"
    vault.delete_blob(ref.id)
    assert f"{ref.id}.age" not in files(vault)
    with pytest.raises(NotFoundError):
        vault.get_blob(ref.id)
    with pytest.raises(NotFoundError):
        vault.delete_blob(ref.id)


def test_evidence_of_a_record_that_is_erased_meanwhile_is_not_kept(vault: Vault):
    erased = RecordRow(
        "con-2", CLOCK.now(), CLOCK.now(), "", "", (), "Erased", "", None, (), None, None,
        has_token=False, search="",
    )  # fmt: skip
    vault.put_record(erased, b"")
    before = files(vault)

    class Erasing(io.BytesIO):
        def read(self, count=-1):
            chunk = super().read(count)
            if not chunk:
                vault.erase_record("con-2", erased)
            return chunk

    with pytest.raises(Exception, match=r"record\.erased"):
        vault.put_blob("con-2", Erasing(b"late"), **KIND)
    assert files(vault) == before
