"""The number a partner says aloud, and which nobody could know before a token was issued.

Let ``h = SHA-256(DER of the token)`` (the TimeStampToken inside the reply, not the whole reply).

    digits  int(h[0:8], big-endian) mod 10**6, six decimal digits with leading zeroes
    words   the 44 bits that follow: ``int(h[8:16], big-endian) >> 20``, cut from the top into four
            groups of 11 bits, each the position (from 0) of a word of BIP-39's English list

What a number proves is "said after the token was issued", and only as strongly as the digest could
not be chosen. Two ways to choose it are to be known: whoever may add unsigned parts to a token
tries a million at no cost, so that tokens with ``TimeToken.has_surplus`` are refused here; and
whoever asks an authority for a million tokens may pick one among them, so that the number is one
fact of several and never the only one.
"""

from functools import cache

from consentkit.kernel.digest import sha256
from consentkit.kernel.errors import MalformedError, VerificationError
from consentkit.timestamping.rfc3161 import TimeToken, token_der

DIGITS = 6
WORDS = 4
_WORD_BITS = 11


def derive_digits(token: bytes) -> str:
    """Return the six digits that follow from the DER of a token.

    Raises:
        MalformedError: ``number.token``: there is no token.
    """
    number = int.from_bytes(_digest(token)[:8], "big") % 10**DIGITS
    return f"{number:0{DIGITS}d}"


def derive_words(token: bytes) -> tuple[str, ...]:
    """Return the four English BIP-39 words that follow from the DER of a token.

    Raises:
        MalformedError: ``number.token``: there is no token.
    """
    bits = int.from_bytes(_digest(token)[8:16], "big") >> (64 - WORDS * _WORD_BITS)
    words = _english()
    return tuple(
        words[(bits >> _WORD_BITS * (WORDS - 1 - place)) & (2**_WORD_BITS - 1)]
        for place in range(WORDS)
    )


def verify_digits(digits: str, reply: bytes, verified: TimeToken) -> None:
    """Check that ``digits`` follow from the token in ``reply`` and could not be chosen.

    Args:
        digits: The number as it was said.
        reply: The reply's DER.
        verified: What ``verify_reply`` returned for this very reply.

    Raises:
        MalformedError: The reply is none.
        VerificationError: ``number.other-token`` when ``verified`` is another token's,
            ``number.surplus`` when the token has unsigned parts, ``number.mismatch``.
    """
    token = token_der(reply)
    if sha256(token).hex() != verified.token_sha256:
        raise VerificationError("number.other-token")
    if verified.has_surplus:
        raise VerificationError("number.surplus")
    if derive_digits(token) != digits:
        raise VerificationError("number.mismatch")


def _digest(token: bytes) -> bytes:
    if not token:
        raise MalformedError("number.token")
    return sha256(token)


@cache
def _english() -> tuple[str, ...]:
    from mnemonic import Mnemonic

    return tuple(Mnemonic("english").wordlist)
