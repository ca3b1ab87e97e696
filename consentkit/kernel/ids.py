"""Short identifiers that a person can read out and a machine can sort by kind."""

import base64
import re

from consentkit.kernel.errors import MalformedError

RANDOM_BYTES = 10
_SHAPE = re.compile(r"[a-z]{2,6}-[a-z2-7]{16}")


def make_id(prefix: str, randomness: bytes) -> str:
    """Return ``prefix-xxxxxxxxxxxxxxxx``: 80 random bits in lower-case base32.

    Args:
        prefix: Kind of thing, 2 to 6 lower-case letters ("rec", "con").
        randomness: Exactly ``RANDOM_BYTES`` bytes, drawn by the caller.

    Raises:
        MalformedError: The randomness has another length.
    """
    if len(randomness) != RANDOM_BYTES:
        raise MalformedError("id.randomness")
    return f"{prefix}-{base64.b32encode(randomness).decode('ascii').lower()}"


def check_id(text: str) -> str:
    """Return ``text`` if it has the shape of an identifier.

    Raises:
        MalformedError: It has another shape.
    """
    if _SHAPE.fullmatch(text) is None:
        raise MalformedError("id.shape")
    return text
