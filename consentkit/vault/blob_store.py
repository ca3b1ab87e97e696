"""Evidence as age files: ``blobs/aa/<id>.age``, sealed to the key of the record it belongs to.

pyrage's whole-file functions hold the interpreter's lock for as long as they run, so only its
stream functions are used on files: they stall other threads for 10 ms at most.
"""

import contextlib
import hashlib
import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pyrage

from consentkit.kernel.durable import durable_writer, resource_error, sync_folder
from consentkit.kernel.errors import (
    InputError,
    LimitError,
    NotFoundError,
    ResourceError,
    StateError,
    VaultDamagedError,
    VaultInUseError,
)
from consentkit.kernel.ids import RANDOM_BYTES, make_id
from consentkit.kernel.limits import ATTACHMENT_MAX_BYTES, GIB
from consentkit.kernel.progress import CancelToken, Progress, ProgressUpdate, silent
from consentkit.vault.instants import from_micros, to_micros
from consentkit.vault.record_store import RecordStore
from consentkit.vault.rows import BlobRef
from consentkit.vault.session import Row

FOLDER_NAME = "blobs"

BLOB_MAX_BYTES = 4 * GIB
"""A quarter of an hour of 4K video at 35 Mbit/s; the proof bundle ends at the same size."""

_PROGRESS_STEP_BYTES = 1024 * 1024

_BLOB = "SELECT id, record_id, purpose, media_type, sha256, size_bytes, created_at FROM blobs"


def _to_blob(values: Row) -> BlobRef:
    return BlobRef(
        id=values[0],
        record_id=values[1],
        purpose=values[2],
        media_type=values[3],
        sha256=values[4],
        size_bytes=values[5],
        created_at=from_micros(values[6]),
    )


def blob_path(folder: Path, blob_id: str) -> Path:
    """Return where the file of a blob is; the subfolder is two characters of the random part."""
    return folder / FOLDER_NAME / blob_id.partition("-")[2][:2] / f"{blob_id}.age"


class _Meter:
    """Counts, digests and passes on plain bytes, and keeps what went wrong.

    pyrage turns exceptions of the streams it is given into its own; the first one is kept here, to
    be raised as it was.
    """

    def __init__(
        self, limit_bytes: int, total: int, progress: Progress, cancel: CancelToken | None
    ) -> None:
        self.hasher = hashlib.sha256()
        self.size_bytes = 0
        self.error: BaseException | None = None
        self._limit_bytes = limit_bytes
        self._total = total
        self._progress = progress
        self._cancel = cancel
        self._told = 0

    def take(self, chunk: bytes) -> None:
        self.hasher.update(chunk)
        self.size_bytes += len(chunk)
        if self.size_bytes > self._limit_bytes:
            raise LimitError("vault.blob-size", limit=self._limit_bytes)
        if self.size_bytes - self._told >= _PROGRESS_STEP_BYTES:
            self._told = self.size_bytes
            self._progress(ProgressUpdate("vault.seal", self.size_bytes, self._total))
            if self._cancel is not None:
                self._cancel.check()

    @contextlib.contextmanager
    def keeping(self) -> Iterator[None]:
        try:
            yield
        except BaseException as exc:
            self.error = self.error or exc
            raise


class _PlainSource:
    """A readable stream that meters what it hands out."""

    def __init__(self, stream: BinaryIO, meter: _Meter) -> None:
        self._stream = stream
        self._meter = meter

    def read(self, count: int = -1) -> bytes:
        with self._meter.keeping():
            try:
                chunk = self._stream.read(count)
            except OSError as exc:
                raise InputError("file.unreadable") from exc
            self._meter.take(chunk)
            return chunk


class _Sink:
    """A writable stream that keeps the first trouble, and meters when asked to."""

    def __init__(self, stream: BinaryIO | None, meter: _Meter, *, metered: bool) -> None:
        self._stream = stream
        self._meter = meter
        self._metered = metered

    def write(self, chunk: bytes) -> int:
        with self._meter.keeping():
            if self._metered:
                self._meter.take(chunk)
            if self._stream is not None:
                self._stream.write(chunk)
            return len(chunk)

    def flush(self) -> None:
        """Do nothing: the file is flushed and synced once, at its end."""


def _seal_stream(source: BinaryIO, target: BinaryIO, identity: str, meter: _Meter) -> None:
    recipient = pyrage.x25519.Identity.from_str(identity).to_public()
    reader, writer = _PlainSource(source, meter), _Sink(target, meter, metered=False)
    try:
        pyrage.encrypt_io(reader, writer, [recipient])
    except (pyrage.EncryptError, OSError) as exc:
        raise meter.error or exc from None


def _open_stream(path: Path, target: BinaryIO | None, identity: str, meter: _Meter) -> None:
    """Decrypt a file into ``target`` (or nowhere), metering the plain bytes.

    Raises:
        VaultDamagedError: The file is missing or was changed; ``target`` may hold a part.
    """
    try:
        sealed = path.open("rb")
    except FileNotFoundError as exc:
        raise VaultDamagedError("vault.blob-missing") from exc
    except OSError as exc:
        raise resource_error(exc) from exc
    with sealed:
        try:
            key = pyrage.x25519.Identity.from_str(identity)
            pyrage.decrypt_io(sealed, _Sink(target, meter, metered=True), [key])
        except (pyrage.DecryptError, pyrage.IdentityError, OSError) as exc:
            if meter.error is not None:
                raise meter.error from None
            raise VaultDamagedError("vault.blob-damaged") from exc


class BlobStore(RecordStore):
    """Seals, opens and lists evidence."""

    def put_blob(
        self,
        record_id: str,
        source: Path | BinaryIO | bytes,
        *,
        media_type: str,
        purpose: str,
        limit_bytes: int = BLOB_MAX_BYTES,
        progress: Progress = silent,
        cancel: CancelToken | None = None,
    ) -> BlobRef:
        """Seal ``source`` to the record's key and return where it is found again.

        The bytes are sealed without holding the vault. Called inside a transaction, the file goes
        away again if that transaction is undone.

        Args:
            record_id: Record it belongs to; the record itself may be saved later.
            source: A file, an open binary stream (read to its end, left open), or bytes.
            media_type: IANA media type of the plain bytes.
            purpose: What it is for the record.
            limit_bytes: Most plain bytes to take.
            progress: Told of plain bytes done ("vault.seal").
            cancel: Looked at after each MiB.

        Raises:
            InputError: The source cannot be read.
            LimitError: The source is longer than the limit.
            StateError: The record was erased, before or meanwhile.
            ResourceError: The disk is full or failed; nothing was left.
            VaultError: The handle does not write.
            Cancelled: A stop was asked for; nothing was left.
        """
        with self.transaction():
            self._require_not_erased(record_id)
            identity = self._identity(record_id, create=True)
        blob_id = make_id("blob", os.urandom(RANDOM_BYTES))
        path = blob_path(self._folder, blob_id)
        self._sealing.add(blob_id)
        try:
            with _opened(source) as (stream, total):
                meter = _Meter(limit_bytes, total, progress, cancel)
                _make_folders(path.parent)
                with durable_writer(path) as target:
                    _seal_stream(stream, target, identity, meter)
            ref = BlobRef(
                id=blob_id,
                record_id=record_id,
                purpose=purpose,
                media_type=media_type,
                sha256=meter.hasher.hexdigest(),
                size_bytes=meter.size_bytes,
                created_at=self._clock.now(),
            )
            try:
                self._add_blob(ref, identity, path)
            except BaseException:
                _unlink(path)
                raise
            return ref
        finally:
            self._sealing.discard(blob_id)

    def _add_blob(self, ref: BlobRef, identity: str, path: Path) -> None:
        with self.transaction():
            self._on_rollback(lambda: _unlink(path))
            found = self._row(
                "SELECT identity FROM record_keys WHERE record_id = ?", (ref.record_id,)
            )
            if found is None or found[0] != identity:
                raise StateError("record.erased")
            self._write(
                "INSERT INTO blobs (id, record_id, purpose, media_type, sha256, size_bytes,"
                " created_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    ref.id,
                    ref.record_id,
                    ref.purpose,
                    ref.media_type,
                    ref.sha256,
                    ref.size_bytes,
                    to_micros(ref.created_at),
                ),
            )

    def get_blob(self, blob_id: str) -> BlobRef:
        """Return what is known of a blob.

        Raises:
            NotFoundError: There is no such blob.
        """
        row = self._row(f"{_BLOB} WHERE id = ?", (blob_id,))
        if row is None:
            raise NotFoundError("blob.not-found")
        return _to_blob(row)

    def list_blobs(self, record_id: str) -> tuple[BlobRef, ...]:
        """Return the blobs of a record, the oldest first."""
        rows = self._rows(f"{_BLOB} WHERE record_id = ? ORDER BY created_at, id", (record_id,))
        return tuple(_to_blob(row) for row in rows)

    def delete_blob(self, blob_id: str) -> None:
        """Remove one blob; its file goes once the removal is durable.

        Copies of the file still open with the record's key; only ``erase_record`` ends that.

        Raises:
            NotFoundError: There is no such blob.
            VaultError: The handle does not write.
        """
        with self.transaction():
            if not self._write("DELETE FROM blobs WHERE id = ?", (blob_id,)):
                raise NotFoundError("blob.not-found")
            self._queue_removals((blob_id,))

    def sweep_orphans(self) -> int:
        """Delete evidence and keys of records that did not come to be; return how many files.

        A crash between sealing a file and saving its record leaves them.

        Raises:
            VaultError: The handle does not write.
        """
        with self.transaction():
            found = self._rows(
                "SELECT id FROM blobs WHERE record_id NOT IN (SELECT id FROM records)"
            )
            for (blob_id,) in found:
                self.delete_blob(blob_id)
            self._write("DELETE FROM record_keys WHERE record_id NOT IN (SELECT id FROM records)")
        return len(found)

    def _queue_removals(self, blob_ids: tuple[str, ...]) -> None:
        self._write_many(
            "INSERT OR IGNORE INTO blob_removals (id) VALUES (?)", [(one,) for one in blob_ids]
        )
        self._on_commit(self._remove_queued)

    def _remove_queued(self) -> None:
        """Unlink files whose rows are gone; what fails is tried again at the next opening."""
        for (blob_id,) in self._rows("SELECT id FROM blob_removals"):
            path = blob_path(self._folder, blob_id)
            # What was asked for is durable already, so trouble here must not look like its failure.
            with contextlib.suppress(OSError, ResourceError, VaultInUseError):
                if path.exists():
                    path.unlink()
                    sync_folder(path.parent)
                self._write("DELETE FROM blob_removals WHERE id = ?", (blob_id,))

    def open_blob(self, blob_id: str, *, limit_bytes: int = ATTACHMENT_MAX_BYTES) -> bytes:
        """Return the plain bytes of a blob, their digest checked.

        Raises:
            NotFoundError: There is no such blob.
            LimitError: It is too long for memory; use ``export_blob``.
            VaultDamagedError: The file is missing or was changed.
        """
        ref = self.get_blob(blob_id)
        if ref.size_bytes > limit_bytes:
            raise LimitError("vault.blob-size", limit=limit_bytes)
        plain = io.BytesIO()
        self._decrypt(ref, plain, silent, None)
        return plain.getvalue()

    def export_blob(
        self,
        blob_id: str,
        destination: Path | BinaryIO,
        progress: Progress = silent,
        cancel: CancelToken | None = None,
    ) -> None:
        """Write the plain bytes of a blob; nothing of them is left anywhere when a check fails.

        A file appears whole or not at all. A stream gets its first byte after a first pass over
        the whole blob has held.

        Raises:
            NotFoundError: There is no such blob.
            VaultDamagedError: The sealed file is missing or was changed.
            ResourceError: The disk is full or failed.
            Cancelled: A stop was asked for.
        """
        ref = self.get_blob(blob_id)
        if isinstance(destination, Path):
            with durable_writer(destination) as stream:
                self._decrypt(ref, stream, progress, cancel)
            return
        self._decrypt(ref, None, silent, cancel)
        self._decrypt(ref, destination, progress, cancel)

    def verify_blob(
        self, ref: BlobRef, progress: Progress = silent, cancel: CancelToken | None = None
    ) -> None:
        """Return if the blob decrypts to the bytes that were sealed.

        Raises:
            VaultDamagedError: The file is missing or was changed.
            Cancelled: A stop was asked for.
        """
        self._decrypt(ref, None, progress, cancel)

    def _decrypt(
        self, ref: BlobRef, target: BinaryIO | None, progress: Progress, cancel: CancelToken | None
    ) -> None:
        found = self._row("SELECT identity FROM record_keys WHERE record_id = ?", (ref.record_id,))
        if found is None:
            raise VaultDamagedError("vault.blob-damaged")
        meter = _Meter(ref.size_bytes, ref.size_bytes, progress, cancel)
        try:
            _open_stream(blob_path(self._folder, ref.id), target, str(found[0]), meter)
        except LimitError as exc:
            raise VaultDamagedError("vault.blob-damaged") from exc
        if meter.size_bytes != ref.size_bytes or meter.hasher.hexdigest() != ref.sha256:
            raise VaultDamagedError("vault.blob-damaged")


@contextlib.contextmanager
def _opened(source: Path | BinaryIO | bytes) -> Iterator[tuple[BinaryIO, int]]:
    """Yield a stream over the source and its length, 0 when that is not known."""
    if isinstance(source, bytes):
        yield io.BytesIO(source), len(source)
    elif isinstance(source, Path):
        try:
            stream = source.open("rb")
        except OSError as exc:
            raise InputError("file.unreadable") from exc
        with stream:
            yield stream, os.fstat(stream.fileno()).st_size
    else:
        yield source, 0


def _make_folders(folder: Path) -> None:
    try:
        if not folder.is_dir():
            folder.mkdir(parents=True, exist_ok=True)
            sync_folder(folder.parent)
    except OSError as exc:
        raise resource_error(exc) from exc


def _unlink(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)
