"""What can be said about a file before any codec looks at it."""

import stat
from pathlib import Path

from consentkit.kernel.errors import InputError, MalformedError


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
