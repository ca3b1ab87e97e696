"""A redacted video on its way to its name: written beside it, private, and whole or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import filelock

from consentkit.domain.recording import StreamKind
from consentkit.kernel.durable import resource_error, sync_folder
from consentkit.kernel.errors import InputError, ResourceError
from consentkit.kernel.progress import CancelToken, Progress, ProgressUpdate
from consentkit.media.file_digest import FileDigest
from consentkit.media.redact.order import SUFFIXES, RenderedStream, StreamFate

_PREFIX = ".redact-"
_LOCK = "lock"
_MODE = 0o600
_STEP = "redact.look"


@dataclass(frozen=True, slots=True)
class Placed:
    """A file that is being written.

    Attributes:
        partial: Where it is written, in a folder of its own.
        muxer: FFmpeg's name of its container.
        out: The name it gets in the end.
        may_replace: Whether a file of that name may be replaced.
    """

    partial: Path
    muxer: str
    out: Path
    may_replace: bool

    def name(self) -> None:
        """Give the file its name; afterwards it outlasts a power cut.

        Raises:
            InputError: ``redaction.exists``: a file has got the name meanwhile.
            ResourceError: The disk is full, not writable, or failed.
        """
        try:
            with self.partial.open("rb+") as stream:
                os.fsync(stream.fileno())
            if os.name != "nt":
                self.partial.chmod(_MODE)
            if self.may_replace:
                self.partial.replace(self.out)
            else:
                _rename_to_free_name(self.partial, self.out)
            sync_folder(self.out.parent)
        except FileExistsError as exc:
            raise InputError("redaction.exists") from exc
        except OSError as exc:
            raise resource_error(exc) from exc


@contextlib.contextmanager
def written_beside(path: Path, out: Path, *, may_replace: bool) -> Iterator[Placed]:
    """Yield where a file is written before it gets its name; the folder is gone afterwards.

    Args:
        path: The source; it is never replaced.
        out: The name.
        may_replace: Whether a file of that name may be replaced.

    Raises:
        InputError: ``redaction.container``, ``redaction.exists``.
        ResourceError: The folder cannot be made.
    """
    muxer = SUFFIXES.get(out.suffix.lower())
    if muxer is None:
        raise InputError("redaction.container")
    if os.path.lexists(out) and (not may_replace or _is_same(path, out) or not out.is_file()):
        raise InputError("redaction.exists")
    target = out.parent.resolve() / out.name
    _delete_leftovers(target.parent)
    try:
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=target.parent))
        lock = filelock.FileLock(folder / _LOCK, timeout=0)
        lock.acquire()
    except (OSError, filelock.Timeout) as exc:
        raise _folder_error(exc) from exc
    # The process that decodes may write into this one, but not touch the lock beside it.
    inner = folder / "file"
    try:
        inner.mkdir()
        yield Placed(inner / f"video{out.suffix.lower()}", muxer, target, may_replace)
    finally:
        with contextlib.suppress(OSError):
            lock.release(force=True)
        shutil.rmtree(folder, ignore_errors=True)


def digest_of(path: Path, progress: Progress, cancel: CancelToken | None) -> tuple[str, int]:
    """Return the SHA-256 of a file and its size.

    Raises:
        ResourceError: It cannot be read.
        Cancelled: A stop was asked for.
    """
    digest = FileDigest(path)
    try:
        sha256 = digest.wait(progress, ProgressUpdate(_STEP), cancel)
        return sha256, path.stat().st_size
    except OSError as exc:
        raise resource_error(exc) from exc
    finally:
        digest.stop()


def sounds_of(streams: Sequence[RenderedStream]) -> list[int]:
    """Return the indexes in the source of the sound streams that were written, in order."""
    return [
        item.source_index
        for item in streams
        if item.kind is StreamKind.AUDIO and item.fate is not StreamFate.DROPPED
    ]


def _folder_error(exc: Exception) -> ResourceError:
    return resource_error(exc) if isinstance(exc, OSError) else ResourceError("disk.no-locks")


def _is_same(path: Path, out: Path) -> bool:
    try:
        return out.samefile(path)
    except OSError:
        return False


def _rename_to_free_name(source: Path, out: Path) -> None:
    """Rename, but never over a file that is there."""
    try:
        os.link(source, out)
    except FileExistsError:
        raise
    except OSError:
        # Disks for cameras know no links; what remains is a moment's gap after the look.
        if os.path.lexists(out):
            raise FileExistsError from None
        source.rename(out)


def _delete_leftovers(folder: Path) -> None:
    """Delete what runs that were broken off have left; a run's own lock tells that it lives."""
    with contextlib.suppress(OSError):
        for left in folder.glob(f"{_PREFIX}*"):
            if left.is_symlink() or not (left / _LOCK).is_file():
                continue
            lock = filelock.FileLock(left / _LOCK, timeout=0)
            try:
                lock.acquire()
            except (OSError, filelock.Timeout, NotImplementedError):
                continue
            lock.release(force=True)
            shutil.rmtree(left, ignore_errors=True)
