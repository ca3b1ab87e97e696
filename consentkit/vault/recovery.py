"""The recovery secret: one age identity, written as 24 words and as one line of text."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

import pyrage
from mnemonic import Mnemonic

from consentkit.kernel.errors import MalformedError
from consentkit.vault.bech32 import decode_bech32, encode_bech32

WORD_COUNT = 24
"""BIP-39: 256 bits and 8 bits of checksum, 11 bits a word."""

_SECRET_PREFIX = "age-secret-key-"  # noqa: S105 -- the public prefix of every age identity
_SECRET_BYTES = 32
_TEXT_MAX_CHARS = 1024


@cache
def _word_list() -> Mnemonic:
    return Mnemonic("english")


@dataclass(frozen=True, slots=True)
class RecoverySecret:
    """What is printed on the recovery sheet; opens the vault when the passphrase is lost.

    Attributes:
        words: The secret as 24 English BIP-39 words.
        age_identity: The same secret as ``AGE-SECRET-KEY-1...``, for the QR code and ``age -i``.
        recipient: The public key that belongs to it, ``age1...``; not secret.
    """

    words: tuple[str, ...] = field(repr=False)
    age_identity: str = field(repr=False)
    recipient: str

    def matches(self, answers: Mapping[int, str]) -> bool:
        """Return whether every asked word is right; places count from 1, case is ignored."""
        return bool(answers) and all(
            1 <= place <= WORD_COUNT and _cleaned(word) == self.words[place - 1]
            for place, word in answers.items()
        )


def _cleaned(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKD", text).lower().split())


def _from_secret(secret: bytes) -> RecoverySecret:
    identity = encode_bech32(_SECRET_PREFIX, secret).upper()
    return RecoverySecret(
        words=tuple(_word_list().to_mnemonic(secret).split()),
        age_identity=identity,
        recipient=str(pyrage.x25519.Identity.from_str(identity).to_public()),
    )


def new_recovery_secret() -> RecoverySecret:
    """Return a fresh secret from the machine's random source."""
    identity = str(pyrage.x25519.Identity.generate())
    return _from_secret(decode_bech32(_SECRET_PREFIX, identity))


def parse_recovery_secret(text: str) -> RecoverySecret:
    """Return the secret typed as 24 words or as ``AGE-SECRET-KEY-1...``.

    Raises:
        MalformedError: It is neither, or its checksum is wrong.

    Source: BIP-39; age specification, section "X25519 recipient type".
    """
    if len(text) > _TEXT_MAX_CHARS:
        raise MalformedError("recovery.text")
    cleaned = _cleaned(text)
    if cleaned.startswith(_SECRET_PREFIX):
        secret = decode_bech32(_SECRET_PREFIX, cleaned)
        if len(secret) != _SECRET_BYTES:
            raise MalformedError("recovery.text")
        return _from_secret(secret)
    if len(cleaned.split()) != WORD_COUNT:
        raise MalformedError("recovery.text")
    try:
        return _from_secret(bytes(_word_list().to_entropy(cleaned)))
    except (ValueError, LookupError) as exc:
        raise MalformedError("recovery.text") from exc
