"""A file that was checked, read so that no byte leaves which was not in the file that was checked.

The first reading takes the digest of the whole and of every block. Each later reading holds what
it got against the block's digest: a file that is changed while it is uploaded is noticed before a
changed byte is handed out.
"""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from consentkit.kernel.digest import sha256
from consentkit.kernel.errors import InputError, LimitError, ResourceError, StateError
from consentkit.kernel.limits import KIB, MIB, VIDEO_UPLOAD_MAX_BYTES
from consentkit.kernel.progress import CancelToken, Progress, ProgressUpdate

BLOCK_BYTES = 1 * MIB
"""32 bytes of memory for each: 320 KiB for a video of 10 GiB."""

_PIECE_BYTES = 64 * KIB


class CheckedFile:
    """An open file whose content is the one that was checked; use it as a context manager.

    Attributes:
        sha256: Its digest, hexadecimal.
        size_bytes: Its size.

    Args:
        path: The file.
        expected_sha256: Digest of the file that was checked, hexadecimal.
        progress: Told bytes read.
        cancel: Asked at every block.

    Raises:
        InputError: ``file.unreadable``.
        LimitError: ``upload.too-large``, or ``upload.empty`` when there is nothing to upload.
        StateError: ``upload.other-file``.
        ResourceError: ``file.read``.
        Cancelled: A stop was asked for.
    """

    def __init__(
        self, path: Path, expected_sha256: str, progress: Progress, cancel: CancelToken
    ) -> None:
        try:
            # The file stays open: what is put in its place under its name is never read.
            self._stream: BinaryIO = path.open("rb", buffering=0)
        except OSError as exc:
            raise InputError("file.unreadable") from exc
        try:
            self.size_bytes = self._size()
            self._blocks, self.sha256 = self._digested(expected_sha256, progress, cancel)
        except BaseException:
            self._stream.close()
            raise

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _exc: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """Close the file."""
        self._stream.close()

    def _size(self) -> int:
        try:
            return os.fstat(self._stream.fileno()).st_size
        except OSError as exc:
            raise ResourceError("file.read") from exc

    def _digested(
        self, expected: str, progress: Progress, cancel: CancelToken
    ) -> tuple[list[bytes], str]:
        if not self.size_bytes:
            raise LimitError("upload.empty")
        if self.size_bytes > VIDEO_UPLOAD_MAX_BYTES:
            raise LimitError("upload.too-large", limit_bytes=VIDEO_UPLOAD_MAX_BYTES)
        whole = hashlib.sha256()
        blocks = []
        for start in range(0, self.size_bytes, BLOCK_BYTES):
            cancel.check()
            block = self._block(start)
            whole.update(block)
            blocks.append(sha256(block))
            progress(ProgressUpdate("upload.digest", start + len(block), self.size_bytes))
        if whole.hexdigest() != expected:
            raise StateError("upload.other-file")
        return blocks, expected

    def _block(self, start: int) -> bytes:
        wanted = min(BLOCK_BYTES, self.size_bytes - start)
        try:
            self._stream.seek(start)
            parts = []
            while wanted and (part := self._stream.read(wanted)):
                parts.append(part)
                wanted -= len(part)
        except (OSError, ValueError) as exc:
            # ValueError: a stop was asked for, and the file is closed already.
            raise ResourceError("file.read") from exc
        return b"".join(parts)

    def pieces(self, start: int, end: int, cancel: CancelToken) -> Iterator[bytes]:
        """Yield the bytes from ``start`` up to ``end`` in pieces of at most 64 KiB.

        Raises:
            StateError: ``upload.file-changed``; nothing of the changed block was handed out.
            ResourceError: ``file.read``.
            Cancelled: A stop was asked for.
        """
        at = start
        while at < end:
            block_start = at - at % BLOCK_BYTES
            block = self._block(block_start)
            if sha256(block) != self._blocks[block_start // BLOCK_BYTES]:
                raise StateError("upload.file-changed")
            stop = min(end, block_start + len(block))
            for first in range(at, stop, _PIECE_BYTES):
                cancel.check()
                last = min(first + _PIECE_BYTES, stop)
                yield block[first - block_start : last - block_start]
            at = stop
