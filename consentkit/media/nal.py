"""Which pictures other pictures refer to, read from H.264 and HEVC packets without decoding."""

from collections.abc import Iterator

from typing_extensions import Buffer

DECISION_PACKETS = 100
"""About four seconds; what was found in them holds for the next as many."""

SKIP_SHARE = 0.1
"""From this share of unreferenced pictures on they are left out, which saves about their share."""

SKIP_KEEPS_RATE = 5
"""Pictures per second that must be left, a quarter more than the sampling rate.

Source: encoders of cameras and screens put three unreferenced pictures between two others, which
leaves 6 to 7.5 of 24 to 30 per second, at even distances.
"""

_H264_SLICES = frozenset({1, 2, 5})
_KIND_B, _ALL_KIND_B = 0b010, 0b00111
"""Exponential Golomb codes of 1 and 6, kind B of this slice and of all slices of the picture."""
_HEVC_LAST_SLICE = 31
_HEVC_LAST_UNREFERENCED = 14


def is_unreferenced(codec: str, payload: Buffer, length_size: int) -> bool | None:
    """Return whether no other picture refers to the one in ``payload``; None when not known.

    Args:
        codec: "h264" or "hevc"; others give None.
        payload: A whole packet.
        length_size: Bytes of the length before each unit, or 0 for start codes.

    Source: ITU-T H.264 clause 7.4.1 (nal_ref_idc), H.265 table 7-1 (sub-layer non-reference).
    """
    if codec not in {"h264", "hevc"}:
        return None
    data = memoryview(payload) if length_size else bytes(payload)
    for position in _units(data, length_size):
        first = data[position]
        if codec == "h264":
            if first & 0x1F in _H264_SLICES:
                return first & 0x60 == 0
        elif (kind := (first >> 1) & 0x3F) <= _HEVC_LAST_SLICE:
            return kind <= _HEVC_LAST_UNREFERENCED and kind % 2 == 0
    return None


def is_bidirectional(codec: str, payload: Buffer, length_size: int) -> bool | None:
    """Return whether a picture of H.264 is of kind B; None when not known.

    Source: ITU-T H.264 clause 7.3.3: a slice's header begins with the number of its first block, 0
    in the first slice, and its kind, both as exponential Golomb codes.
    """
    if codec != "h264":
        return None
    data = memoryview(payload) if length_size else bytes(payload)
    for position in _units(data, length_size):
        if data[position] & 0x1F in _H264_SLICES:
            header = int.from_bytes(data[position + 1 : position + 3], "big")
            if header < 1 << 15:
                return None
            # Behind the single bit of block 0.
            return header >> 12 & 0b111 == _KIND_B or header >> 10 & 0b11111 == _ALL_KIND_B
    return None


def length_size(codec: str, extradata: bytes | None) -> int:
    """Return the bytes of the length before each unit, or 0 when units have start codes.

    Source: ISO/IEC 14496-15 clauses 5.3.3.1 (avcC) and 8.3.3.1 (hvcC).
    """
    if not extradata or extradata[0] != 1:
        return 0
    offset = {"h264": 4, "hevc": 21}.get(codec)
    if offset is None or len(extradata) <= offset:
        return 0
    return (extradata[offset] & 3) + 1


def _units(payload: bytes | memoryview, size: int) -> Iterator[int]:
    """Yield the position of the first byte of every unit."""
    position = 0
    if isinstance(payload, memoryview):
        while position + size < len(payload):
            yield position + size
            position += size + int.from_bytes(payload[position : position + size], "big")
        return
    while (position := payload.find(b"\x00\x00\x01", position)) >= 0:
        position += 3
        if position < len(payload):
            yield position


class SkipDecision:
    """Counts pictures and says from time to time whether unreferenced ones may be left out.

    Attributes:
        skips: Whether they may be.
        may_skip_b: Whether enough pictures are left without any of kind B, and much fewer.
    """

    def __init__(self, codec: str, extradata: bytes | None, rate: float) -> None:
        self._codec = codec
        self._length_size = length_size(codec, extradata)
        self._rate = rate
        self._seen = 0
        self._unreferenced = 0
        self._bidirectional = 0
        self._is_known = codec in {"h264", "hevc"}
        self.skips = False
        self.may_skip_b = False

    def see(self, payload: Buffer) -> None:
        """Take the next packet."""
        if not self._is_known:
            return
        self._seen += 1
        self._unreferenced += is_unreferenced(self._codec, payload, self._length_size) is True
        self._bidirectional += is_bidirectional(self._codec, payload, self._length_size) is True
        if self._seen == DECISION_PACKETS:
            share, share_b = (n / self._seen for n in (self._unreferenced, self._bidirectional))
            self.skips = share >= SKIP_SHARE and self._leaves_enough(share)
            self.may_skip_b = share_b >= share + SKIP_SHARE and self._leaves_enough(share_b)
            self._seen = self._unreferenced = self._bidirectional = 0

    def _leaves_enough(self, share: float) -> bool:
        return self._rate * (1 - share) >= SKIP_KEEPS_RATE
