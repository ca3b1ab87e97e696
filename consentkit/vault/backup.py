"""Copies of a whole vault: folders that open like the vault itself, with the same passphrase."""

import contextlib
import hashlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import msgspec

from consentkit.kernel.durable import resource_error, sync_folder
from consentkit.kernel.errors import (
    InputError,
    ResourceError,
    VaultDamagedError,
)
from consentkit.kernel.progress import CancelToken, Progress, ProgressUpdate, silent
from consentkit.kernel.timebase import format_instant
from consentkit.vault import cipher, header
from consentkit.vault.blob_store import FOLDER_NAME, BlobStore, blob_path
from consentkit.vault.lock import WriterLock
from consentkit.vault.media_store import SCANS_FOLDER, scan_name

DOCUMENT_KIND = "backup"
"""Kind of the documents that remember where backups were written."""

_CHUNK_BYTES = 1024 * 1024
_WAL_NAME = f"{cipher.FILE_NAME}-wal"


@dataclass(frozen=True, slots=True)
class BackupInfo:
    """A backup that was made.

    Attributes:
        path: Its folder.
        created_at: When it was made.
        records: Records in it.
        size_bytes: Bytes of all its files.
    """

    path: Path = field(repr=False)
    created_at: datetime
    records: int
    size_bytes: int


class BackupBody(msgspec.Struct, frozen=True):
    """What the document of a backup says."""

    path: str
    records: int
    size_bytes: int


def _copy(source: Path, target: Path, cancel: CancelToken | None) -> int:
    """Copy one file durably, read the copy back, and return its size.

    Raises:
        VaultDamagedError: The source is missing.
        ResourceError: The disk is full or failed, or the copy reads differently.
        Cancelled: A stop was asked for.
    """
    try:
        stream = source.open("rb")
    except FileNotFoundError as exc:
        raise VaultDamagedError("vault.blob-missing") from exc
    except OSError as exc:
        raise resource_error(exc) from exc
    written = hashlib.sha256()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with stream, target.open("xb") as copy:
            while chunk := stream.read(_CHUNK_BYTES):
                if cancel is not None:
                    cancel.check()
                written.update(chunk)
                copy.write(chunk)
            copy.flush()
            os.fsync(copy.fileno())
            size = copy.tell()
        with target.open("rb") as copy:
            read_back = hashlib.file_digest(copy, "sha256")
    except OSError as exc:
        raise resource_error(exc) from exc
    if read_back.digest() != written.digest():
        raise ResourceError("disk.read-back")
    return size


@contextlib.contextmanager
def _built_beside(place: Path) -> Iterator[Path]:
    """Yield a fresh folder that becomes ``place`` when the block ends well, and goes otherwise.

    Raises:
        ResourceError: The disk is full, not writable, or failed.
    """
    building = place.parent / f".part-{os.urandom(8).hex()}"
    try:
        building.mkdir(parents=True, mode=0o700)
        yield building
        for folder in (*(one for one in building.rglob("*") if one.is_dir()), building):
            sync_folder(folder)
        building.rename(place)
        sync_folder(place.parent)
    except OSError as exc:
        raise resource_error(exc) from exc
    finally:
        shutil.rmtree(building, ignore_errors=True)


def _free_name(parent: Path, stem: str, suffix: str) -> Path:
    place = parent / f"{stem}{suffix}"
    number = 2
    while place.exists():
        place = parent / f"{stem}-{number}{suffix}"
        number += 1
    return place


def write_backup(
    vault: BlobStore, destination: Path, progress: Progress, cancel: CancelToken | None
) -> BackupInfo:
    """Write a consistent copy of an open vault into ``destination`` and verify it.

    Raises:
        InputError: The destination is no folder, or lies in the vault.
        ResourceError: The disk is full or failed; nothing was left.
        VaultDamagedError: Something of the vault, or of the copy, cannot be read.
        Cancelled: A stop was asked for; nothing was left.
    """
    folder = vault.folder
    if not destination.is_dir() or destination.resolve().is_relative_to(folder.resolve()):
        raise InputError("backup.destination")

    def on_pages(done: int, total: int) -> None:
        progress(ProgressUpdate("vault.backup", done, total))
        if cancel is not None:
            cancel.check()

    with vault._shred_lock:  # noqa: SLF001 -- an erasure would take files and keys away
        vault._require_open()  # noqa: SLF001
        created_at = vault._clock.now()  # noqa: SLF001
        stem = f"{folder.stem}-{created_at:%Y%m%d-%H%M}"
        place = _free_name(destination, stem, folder.suffix or ".ckvault")
        with _built_beside(place) as building:
            key = vault._keys.database_key()  # noqa: SLF001
            path = building / cipher.FILE_NAME
            with vault._lock:  # noqa: SLF001
                cipher.copy_database(vault._db, path, key, on_pages)  # noqa: SLF001
            header.save_header(building, vault._keys.header)  # noqa: SLF001
            (building / FOLDER_NAME).mkdir(mode=0o700)
            records, names = _verified_content(building, vault)
            size = path.stat().st_size
            for done, name in enumerate(names):
                progress(ProgressUpdate("vault.backup", done, len(names)))
                size += _copy(folder / name, building / name, cancel)
            with path.open("rb+") as stream:
                os.fsync(stream.fileno())
    return BackupInfo(place, created_at, records, size)


def _verified_content(building: Path, vault: BlobStore) -> tuple[int, tuple[str, ...]]:
    """Return records and names of the files of the copied database, after scrubbing it.

    Postings stay out: they are made anew from the results of scans, which are copied.

    Raises:
        VaultDamagedError: The copy does not open or a page of it is not sound.
    """
    copied = header.load_header(building)
    if copied != vault._keys.header:  # noqa: SLF001
        raise VaultDamagedError("backup.header")
    key = vault._keys.database_key()  # noqa: SLF001
    database = cipher.connect(building / cipher.FILE_NAME, key)
    try:
        with cipher.translated():
            if database.execute("PRAGMA cipher_integrity_check").fetchall():
                raise VaultDamagedError("backup.damaged")
            records = int(database.execute("SELECT count(*) FROM records").fetchone()[0])
            blobs = database.execute("SELECT id FROM blobs ORDER BY id").fetchall()
            scans = database.execute(
                "SELECT stamp FROM scans WHERE secret IS NOT NULL ORDER BY stamp"
            ).fetchall()
            for table in ("posting_segments", "posting_sources", "volumes", "sealed_removals"):
                database.execute(f"DELETE FROM {table}")  # noqa: S608 -- names from this line
        cipher.checkpoint(database)
    finally:
        database.close()
    names = [blob_path(Path(), blob_id).as_posix() for (blob_id,) in blobs]
    return records, (*names, *(scan_name(stamp) for (stamp,) in scans))


def backup_document(info: BackupInfo) -> tuple[str, str]:
    """Return id and body of the document that remembers a backup."""
    body = BackupBody(str(info.path), info.records, info.size_bytes)
    name = hashlib.sha256(body.path.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return f"{format_instant(info.created_at)}-{name}", msgspec.json.encode(body).decode()


def parse_backup_document(created_at: datetime, body: str) -> BackupInfo:
    """Return the backup a document remembers.

    Raises:
        VaultDamagedError: The document is not what was written.
    """
    try:
        known = msgspec.json.decode(body, type=BackupBody)
    except msgspec.MsgspecError as exc:
        raise VaultDamagedError("backup.document") from exc
    return BackupInfo(Path(known.path), created_at, known.records, known.size_bytes)


def _members(backup: Path) -> tuple[Path, ...]:
    """Return the files of a vault folder that belong to it; links and strangers stay out.

    Raises:
        VaultDamagedError: The database is missing.
    """
    if not (backup / cipher.FILE_NAME).is_file():
        raise VaultDamagedError("vault.database-missing")
    members = [backup / header.FILE_NAME, backup / cipher.FILE_NAME]
    wal = backup / _WAL_NAME
    if wal.is_file() and wal.stat().st_size:
        members.append(wal)
    sealed = sorted((backup / FOLDER_NAME).glob("*/*.age"))
    members += [path for path in sealed if path == blob_path(backup, path.stem)]
    results = sorted((backup / SCANS_FOLDER).glob("*/*.sealed"))
    members += [path for path in results if path == backup / scan_name(path.stem)]
    return tuple(path for path in members if path.is_file() and not path.is_symlink())


def restore_backup(
    backup: Path,
    destination: Path,
    *,
    progress: Progress = silent,
    cancel: CancelToken | None = None,
) -> None:
    """Make ``destination`` a vault with the content of ``backup``; the backup stays as it is.

    It opens with the passphrase or recovery sheet of the backup's time. That it is older than what
    was last seen is noticed from the remembered head, by whoever opens it.

    Args:
        backup: Folder of a backup, or of any vault that is not open.
        destination: Where the vault shall be; must not exist.
        progress: Told of files done ("vault.restore").
        cancel: Looked at after each MiB.

    Raises:
        InputError: The backup is no vault, or something is at the destination.
        VaultInUseError: The backup is open for writing.
        VaultDamagedError: A part of the backup is missing.
        VaultVersionError: A newer ConsentKit wrote it.
        ResourceError: The disk is full or failed; nothing was left.
        Cancelled: A stop was asked for; nothing was left.
    """
    header.load_header(backup)
    if destination.exists():
        raise InputError("vault.exists")
    lock = WriterLock(backup)
    # A backup on a medium that cannot be written to cannot be open for writing either.
    with contextlib.suppress(ResourceError):
        lock.acquire()
    try:
        with _built_beside(destination) as building:
            (building / FOLDER_NAME).mkdir(mode=0o700)
            members = _members(backup)
            for done, path in enumerate(members):
                progress(ProgressUpdate("vault.restore", done, len(members)))
                _copy(path, building / path.relative_to(backup), cancel)
    finally:
        lock.release()
