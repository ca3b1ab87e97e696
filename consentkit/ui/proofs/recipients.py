"""The age recipients a person pastes, read before anything is written."""

import re
from dataclasses import dataclass

MAX_RECIPIENTS = 20
"""More people than this are better served by a file each."""

_X25519 = re.compile(r"age1[02-9ac-hj-np-z]{58}")
"""An X25519 recipient: bech32 (BIP 173) of 32 bytes under the prefix ``age``.

Source: C2SP age, "The X25519 recipient type". The checksum is held by the export itself.
"""


@dataclass(frozen=True, slots=True)
class Recipients:
    """What was pasted, sorted out.

    Attributes:
        keys: What looks like a recipient, each once, in order.
        odd: How many other words there were.
    """

    keys: tuple[str, ...] = ()
    odd: int = 0

    @property
    def is_valid(self) -> bool:
        """Whether a proof can be encrypted to them, or none are wanted."""
        return self.odd == 0 and len(self.keys) <= MAX_RECIPIENTS


def read_recipients(text: str) -> Recipients:
    """Return the recipients in a text; words may be parted by spaces, commas or lines."""
    words = [word for word in re.split(r"[\s,;]+", text) if word]
    keys = tuple(dict.fromkeys(word.lower() for word in words if _X25519.fullmatch(word.lower())))
    odd = sum(1 for word in words if not _X25519.fullmatch(word.lower()))
    return Recipients(keys, odd)
