"""Parameter sets and units of H.264 where pictures of two encoders stand in one stream.

A stream in MP4 or Matroska names its parameter sets once, before the first picture (``avcC``).
Pictures encoded anew bring sets of their own; these get an id that the source does not use, and
both stand beside each other. Source: ITU-T H.264 clauses 7.3.2.1, 7.3.2.2 and 7.4.1, ISO/IEC
14496-15 clause 5.3.3.1.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from typing_extensions import Buffer

from consentkit.kernel.errors import MalformedError

LENGTH_BYTES = 4
"""Bytes of the length before each unit; every recorder in use writes four."""

_IDR, _SEI, _SPS, _PPS, _DELIMITER = 5, 6, 7, 8, 9
_SLICES = frozenset({1, 2, 5})
_SPS_IDS = 32
_FAILED = "redaction.h264"

PROFILES = {66: "baseline", 77: "main", 100: "high", 110: "high10", 122: "high422", 244: "high444"}
"""``profile_idc`` to the name libx264 knows it by."""

_WITH_CHROMA = frozenset({100, 110, 122, 244})


class _Bits:
    """Reads bits of a unit's payload, the most significant first."""

    def __init__(self, unit: bytes) -> None:
        # A 3 behind two zeros is no data; it keeps start codes from arising.
        self._data = unit.replace(b"\x00\x00\x03", b"\x00\x00")
        self._at = 0

    def take(self, count: int) -> int:
        value = 0
        for _ in range(count):
            byte, bit = divmod(self._at, 8)
            if byte >= len(self._data):
                raise MalformedError(_FAILED)
            value = value << 1 | self._data[byte] >> (7 - bit) & 1
            self._at += 1
        return value

    def golomb(self) -> int:
        zeros = 0
        while not self.take(1):
            zeros += 1
            if zeros > 31:  # noqa: PLR2004 -- no number has more
                raise MalformedError(_FAILED)
        return (1 << zeros) - 1 + self.take(zeros)

    def signed_golomb(self) -> int:
        value = self.golomb()
        return (value + 1) // 2 if value % 2 else -(value // 2)


@dataclass(frozen=True, slots=True)
class SequenceSet:
    """What a sequence parameter set says of its pictures.

    Attributes:
        id: Its id.
        profile: ``profile_idc``.
        constraints: The byte of constraint flags.
        level: ``level_idc``.
        chroma: ``chroma_format_idc``; 1 for 4:2:0.
        luma_bits: Bits of luma.
        chroma_bits: Bits of chroma.
        is_progressive: No picture is made of fields.
    """

    id: int
    profile: int
    constraints: int
    level: int
    chroma: int
    luma_bits: int
    chroma_bits: int
    is_progressive: bool


@dataclass(frozen=True, slots=True)
class ParameterSets:
    """The sequence and picture parameter sets of a stream, each a unit without a start code."""

    sequence: tuple[bytes, ...]
    picture: tuple[bytes, ...]

    def free_id(self) -> int:
        """Return an id that neither a sequence nor a picture set has.

        Raises:
            MalformedError: ``redaction.h264``: all are taken, or a set cannot be read.
        """
        taken = {read_sequence_set(unit).id for unit in self.sequence}
        taken |= {_Bits(unit[1:]).golomb() for unit in self.picture}
        for number in range(1, _SPS_IDS):
            if number not in taken:
                return number
        raise MalformedError(_FAILED)


def read_sequence_set(unit: bytes) -> SequenceSet:
    """Return what a sequence parameter set says.

    Raises:
        MalformedError: ``redaction.h264``: it breaks off.
    """
    bits = _Bits(unit[1:])
    profile, constraints, level = bits.take(8), bits.take(8), bits.take(8)
    number = bits.golomb()
    chroma, luma_bits, chroma_bits = 1, 8, 8
    if profile in _WITH_CHROMA:
        chroma = bits.golomb()
        if chroma == 3:  # noqa: PLR2004 -- 4:4:4
            bits.take(1)
        luma_bits, chroma_bits = 8 + bits.golomb(), 8 + bits.golomb()
        bits.take(1)
        if bits.take(1):
            for place in range(12 if chroma == 3 else 8):  # noqa: PLR2004
                if bits.take(1):
                    _skip_scaling_list(bits, 16 if place < 6 else 64)  # noqa: PLR2004
    bits.golomb()
    order = bits.golomb()
    if order == 0:
        bits.golomb()
    elif order == 1:
        bits.take(1)
        bits.signed_golomb()
        bits.signed_golomb()
        for _ in range(min(bits.golomb(), 255)):
            bits.signed_golomb()
    bits.golomb()
    bits.take(1)
    bits.golomb()
    bits.golomb()
    return SequenceSet(
        number, profile, constraints, level, chroma, luma_bits, chroma_bits, bool(bits.take(1))
    )


def _skip_scaling_list(bits: _Bits, length: int) -> None:
    last, following = 8, 8
    for _ in range(length):
        if following:
            following = (last + bits.signed_golomb()) % 256
        last = following or last


def read_configuration(extradata: bytes | None) -> ParameterSets:
    """Return the parameter sets of an ``avcC``.

    Raises:
        MalformedError: ``redaction.h264``: it is none, or its lengths are not of four bytes.
    """
    data = extradata or b""
    if len(data) < 7 or data[0] != 1 or data[4] & 3 != LENGTH_BYTES - 1:  # noqa: PLR2004
        raise MalformedError(_FAILED)
    at = 5
    groups: list[tuple[bytes, ...]] = []
    for mask in (0x1F, 0xFF):
        if at >= len(data):
            raise MalformedError(_FAILED)
        count, at = data[at] & mask, at + 1
        units: list[bytes] = []
        for _ in range(count):
            length = int.from_bytes(data[at : at + 2], "big")
            unit = data[at + 2 : at + 2 + length]
            if not unit or len(unit) != length:
                raise MalformedError(_FAILED)
            units.append(unit)
            at += 2 + length
        groups.append(tuple(units))
    if not all(groups):
        raise MalformedError(_FAILED)
    return ParameterSets(groups[0], groups[1])


def read_header(header: bytes | None) -> ParameterSets:
    """Return the parameter sets of an encoder's header, which has start codes.

    Raises:
        MalformedError: ``redaction.h264``: one kind is missing.
    """
    units = list(units_with_start_codes(header or b""))
    found = ParameterSets(
        tuple(unit for unit in units if unit[0] & 0x1F == _SPS),
        tuple(unit for unit in units if unit[0] & 0x1F == _PPS),
    )
    if not found.sequence or not found.picture:
        raise MalformedError(_FAILED)
    return found


def joined_configuration(source: ParameterSets, added: ParameterSets) -> bytes:
    """Return an ``avcC`` with the sets of both.

    Raises:
        MalformedError: ``redaction.h264``: their pictures are of different formats, which one
            ``avcC`` cannot say, or there are too many sets.
    """
    both = ParameterSets(source.sequence + added.sequence, source.picture + added.picture)
    facts = [read_sequence_set(unit) for unit in both.sequence]
    formats = {(item.profile, item.chroma, item.luma_bits, item.chroma_bits) for item in facts}
    if len(formats) != 1 or len(both.sequence) >= _SPS_IDS or len(both.picture) > 255:  # noqa: PLR2004
        raise MalformedError(_FAILED)
    constraints = facts[0].constraints
    for item in facts:
        constraints &= item.constraints
    first = facts[0]
    data = bytes((1, first.profile, constraints, max(item.level for item in facts)))
    data += bytes((0xFC | LENGTH_BYTES - 1, 0xE0 | len(both.sequence)))
    data += b"".join(len(unit).to_bytes(2, "big") + unit for unit in both.sequence)
    data += bytes((len(both.picture),))
    data += b"".join(len(unit).to_bytes(2, "big") + unit for unit in both.picture)
    if first.profile in _WITH_CHROMA:
        data += bytes((
            0xFC | first.chroma,
            0xF8 | first.luma_bits - 8,
            0xF8 | first.chroma_bits - 8,
        ))
        data += b"\x00"
    return data


def packet_facts(payload: Buffer) -> tuple[bool, bool]:
    """Return whether a packet is an IDR picture, and whether it holds parameter sets.

    Args:
        payload: A packet whose units have lengths of four bytes.
    """
    data = memoryview(payload)
    is_idr = has_sets = False
    at = 0
    while at + LENGTH_BYTES < len(data):
        kind = data[at + LENGTH_BYTES] & 0x1F
        is_idr = is_idr or kind == _IDR
        has_sets = has_sets or kind in {_SPS, _PPS}
        at += LENGTH_BYTES + int.from_bytes(data[at : at + LENGTH_BYTES], "big")
    return is_idr, has_sets


def with_lengths(payload: bytes) -> bytes:
    """Return an encoder's packet with lengths instead of start codes, and slices only.

    What else it says, such as the encoder's name and settings, is left out.
    """
    return b"".join(
        len(unit).to_bytes(LENGTH_BYTES, "big") + unit
        for unit in units_with_start_codes(payload)
        if unit[0] & 0x1F in _SLICES
    )


def units_with_start_codes(payload: bytes) -> Iterator[bytes]:
    """Yield the units between start codes."""
    start = payload.find(b"\x00\x00\x01")
    while start >= 0:
        stop = payload.find(b"\x00\x00\x01", start + 3)
        unit = payload[start + 3 : stop if stop >= 0 else len(payload)]
        # The zero before a start code of four bytes; a unit itself never ends in one.
        unit = unit.rstrip(b"\x00")
        if unit:
            yield unit
        start = stop
