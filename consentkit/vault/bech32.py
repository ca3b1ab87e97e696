"""Bech32 as age writes its keys: a lower-case prefix, ``1``, data, six characters of checksum.

Source: BIP-173; the limit of 90 characters is not applied, as in the age specification.
"""

from consentkit.kernel.errors import MalformedError

_ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CHECKSUM_CHARS = 6


def _polymod(values: list[int]) -> int:
    checksum = 1
    for value in values:
        top = checksum >> 25
        checksum = (checksum & 0x1FFFFFF) << 5 ^ value
        for bit, term in enumerate(_GENERATOR):
            if top >> bit & 1:
                checksum ^= term
    return checksum


def _expanded(prefix: str) -> list[int]:
    return [ord(char) >> 5 for char in prefix] + [0] + [ord(char) & 31 for char in prefix]


def _regroup(values: list[int], from_bits: int, to_bits: int) -> tuple[list[int], int, int]:
    """Return the values in groups of ``to_bits``, and the bits left over with their count."""
    pending, count, groups = 0, 0, []
    for value in values:
        pending = pending << from_bits | value
        count += from_bits
        while count >= to_bits:
            count -= to_bits
            groups.append(pending >> count & ((1 << to_bits) - 1))
        pending &= (1 << count) - 1
    return groups, pending, count


def encode_bech32(prefix: str, data: bytes) -> str:
    """Return ``data`` in Bech32 under a lower-case ``prefix``, in lower case."""
    groups, pending, count = _regroup(list(data), 8, 5)
    if count:
        groups.append(pending << (5 - count))
    checksum = _polymod([*_expanded(prefix), *groups, *([0] * _CHECKSUM_CHARS)]) ^ 1
    groups += [checksum >> 5 * (5 - place) & 31 for place in range(_CHECKSUM_CHARS)]
    return f"{prefix}1{''.join(_ALPHABET[group] for group in groups)}"


def decode_bech32(prefix: str, text: str) -> bytes:
    """Return the data of a Bech32 text under ``prefix``; all upper or all lower case.

    Raises:
        MalformedError: Other prefix, mixed case, wrong checksum or padding.
    """
    lowered = text.lower()
    head, separator, tail = lowered.rpartition("1")
    if text not in {lowered, text.upper()} or not separator or head != prefix:
        raise MalformedError("bech32")
    groups = [_ALPHABET.find(char) for char in tail]
    if len(groups) < _CHECKSUM_CHARS or -1 in groups:
        raise MalformedError("bech32")
    if _polymod([*_expanded(prefix), *groups]) != 1:
        raise MalformedError("bech32")
    data, pending, count = _regroup(groups[:-_CHECKSUM_CHARS], 5, 8)
    if pending or count >= 5:  # noqa: PLR2004 -- a whole group of padding is one too many
        raise MalformedError("bech32")
    return bytes(data)
