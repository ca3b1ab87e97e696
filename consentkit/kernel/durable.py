"""Writing files so that after a crash or a power cut the old or the new content is there, whole."""

import contextlib
import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from consentkit.kernel.errors import ResourceError

_FULL = {errno.ENOSPC, errno.EDQUOT}


def resource_error(exc: OSError) -> ResourceError:
    """Return the error that tells a full disk from other trouble with files."""
    if exc.errno in _FULL:
        return ResourceError("disk.full")
    if exc.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return ResourceError("disk.not-writable")
    return ResourceError("disk.io", errno=exc.errno)


def sync_folder(folder: Path) -> None:
    """Make renames in ``folder`` outlast a power cut; does nothing where the system cannot."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextlib.contextmanager
def durable_writer(path: Path, *, mode: int = 0o600) -> Iterator[BinaryIO]:
    """Yield a stream whose bytes become the content of ``path`` when the block ends well.

    The bytes go to a temporary file in the same folder, are synced, renamed over ``path``, and the
    folder is synced. When the block raises, ``path`` is as before and the temporary file is gone.

    Raises:
        ResourceError: The disk is full (``disk.full``), not writable, or failed.
    """
    try:
        handle, temporary = tempfile.mkstemp(prefix=".part-", dir=path.parent)
    except OSError as exc:
        raise resource_error(exc) from exc
    partial = Path(temporary)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if os.name != "nt":
            partial.chmod(mode)
        partial.replace(path)
        sync_folder(path.parent)
    except OSError as exc:
        raise resource_error(exc) from exc
    finally:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)


def durable_replace(path: Path, data: bytes, *, mode: int = 0o600) -> None:
    """Make ``data`` the content of ``path``; afterwards it outlasts a power cut.

    Raises:
        ResourceError: The disk is full (``disk.full``), not writable, or failed.
    """
    with durable_writer(path, mode=mode) as stream:
        stream.write(data)


@contextlib.contextmanager
def private_folder(parent: Path, prefix: str) -> Iterator[Path]:
    """Yield a folder in ``parent`` that only this user may enter; it is gone afterwards.

    A crash leaves it; whoever owns ``parent`` deletes what begins with ``prefix`` the next time.

    Raises:
        ResourceError: It cannot be made.
    """
    try:
        folder = Path(tempfile.mkdtemp(prefix=prefix, dir=parent))
    except OSError as exc:
        raise resource_error(exc) from exc
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
