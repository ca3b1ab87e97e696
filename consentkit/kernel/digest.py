"""SHA-256 of bytes and of files, the one digest of the product."""

import hashlib
from pathlib import Path

from consentkit.kernel.errors import InputError, ResourceError
from consentkit.kernel.progress import CancelToken, Progress, ProgressUpdate, silent

CHUNK_BYTES = 4 * 1024 * 1024


def sha256(data: bytes) -> bytes:
    """Return the 32 bytes of SHA-256 over ``data``."""
    return hashlib.sha256(data).digest()


def sha256_hex(data: bytes) -> str:
    """Return SHA-256 over ``data`` as 64 lower-case hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def file_sha256_hex(
    path: Path, progress: Progress = silent, cancel: CancelToken | None = None
) -> str:
    """Return SHA-256 over the file's bytes as 64 lower-case hexadecimal digits.

    Raises:
        InputError: The file cannot be opened.
        ResourceError: Reading broke off.
        Cancelled: A stop was asked for.
    """
    hasher = hashlib.sha256()
    try:
        handle = path.open("rb")
    except OSError as exc:
        raise InputError("file.unreadable") from exc
    with handle:
        try:
            total = path.stat().st_size
            done = 0
            while chunk := handle.read(CHUNK_BYTES):
                hasher.update(chunk)
                done += len(chunk)
                progress(ProgressUpdate("digest", done, total))
                if cancel is not None:
                    cancel.check()
        except OSError as exc:
            raise ResourceError("file.read") from exc
    return hasher.hexdigest()
