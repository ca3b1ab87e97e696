"""Reading a small file of somebody else's without taking in more than it may hold."""

from pathlib import Path

from consentkit.kernel.errors import InputError


def read_bounded(path: Path, most: int) -> bytes:
    """Return the content of a file, or its first ``most + 1`` bytes where it is longer.

    The byte too many tells whoever reads the content that there is more than is allowed.

    Raises:
        InputError: ``file.unreadable``: it is not there or cannot be read.
    """
    try:
        with path.open("rb") as stream:
            return stream.read(most + 1)
    except OSError as exc:
        raise InputError("file.unreadable") from exc
