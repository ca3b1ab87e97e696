"""What can be said about a file before any codec looks at it."""

import contextlib
import stat
from pathlib import Path

from consentkit.kernel.errors import InputError, MalformedError

_BOXES_MAX = 1000
_BOX_HEADER_BYTES = 8


def check_regular(path: Path) -> int:
    """Return the size of a file in bytes.

    Raises:
        InputError: It is missing, not readable (``file.unreadable``), or no regular file
            (``file.not-regular``).
        MalformedError: It is empty (``media.empty``).
    """
    try:
        facts = path.stat()
        if stat.S_ISREG(facts.st_mode):
            path.open("rb").close()
    except (OSError, ValueError) as exc:
        raise InputError("file.unreadable") from exc
    if not stat.S_ISREG(facts.st_mode):
        raise InputError("file.not-regular")
    if facts.st_size == 0:
        raise MalformedError("media.empty")
    return facts.st_size


def lacks_index(path: Path) -> bool:
    """Return whether a file is an MP4 whose recorder was interrupted before it wrote the index.

    Nothing but the sizes and names of the outermost boxes is looked at.

    Source: ISO/IEC 14496-12 clause 4.2.
    """
    with contextlib.suppress(OSError), path.open("rb") as handle:
        size_bytes = path.stat().st_size
        position = 0
        has_media = False
        for _ in range(_BOXES_MAX):
            handle.seek(position)
            header = handle.read(16)
            if len(header) < _BOX_HEADER_BYTES:
                break
            name = header[4:8]
            if position == 0 and name != b"ftyp":
                return False
            if name in {b"moov", b"moof"}:
                return False
            has_media = has_media or name == b"mdat"
            length = int.from_bytes(header[:4], "big")
            if length == 1:
                length = int.from_bytes(header[8:], "big")
            # Zero means "to the end of the file".
            if length < _BOX_HEADER_BYTES or position + length >= size_bytes:
                break
            position += length
        return has_media
    return False
