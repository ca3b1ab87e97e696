"""The tap that reads QR codes held to the camera: their text, when, and where in the picture."""

import hashlib
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import zxingcpp
from typing_extensions import override

from consentkit.media.taps.base import (
    DetailFrame,
    DetailTap,
    TapResult,
)

CODES_SIDE_PX = 1280
"""A code of the ask card takes a tenth of the picture; its modules must have three pixels."""
CODES_PER_SECOND = 1

PAYLOAD_MAX_BYTES = 2_953
"""The most a QR code holds (version 40, level L, bytes). Source: ISO/IEC 18004, table 7."""
TEXTS_MAX = 1_000
"""Different texts kept of one recording; a screen full of changing codes must not fill memory."""
SIGHTINGS_MAX = 20_000
"""A code in view all the time for five hours."""
PER_FRAME_MAX = 16

_MICROSECONDS = 1_000_000
_BOX_SCALE = 65_535
_FORMATS = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


@dataclass(frozen=True, slots=True)
class _Sighting:
    at_us: int
    text: int
    box: tuple[int, int, int, int]


class CodesTap(DetailTap):
    """Reads QR codes once per second.

    Result arrays, one row per sighting: ``at_us`` ``int64`` microseconds; ``text`` ``int32``, its
    place in the value ``texts``; ``box`` ``(n, 4) uint16``, left, top, right and bottom in shares
    of the picture's width and height, 65535 for all. Values: ``texts``, the different texts in
    order of first sighting; ``is_full``, whether there were more than are kept. Texts come from
    whoever held a code to the camera: they may be anything and as long as a code can be.
    """

    name = "codes"
    version = 1
    detail_side_px = CODES_SIDE_PX
    detail_per_second = CODES_PER_SECOND

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._places: dict[bytes, int] = {}
        self._sightings: list[_Sighting] = []
        self._is_full = False

    @override
    def on_detail(self, frame: DetailFrame) -> None:
        """Read the codes of the next frame."""
        found = zxingcpp.read_barcodes(frame.gray, formats=_FORMATS)
        for code in found[:PER_FRAME_MAX]:
            if code.valid and code.text and len(code.bytes) <= PAYLOAD_MAX_BYTES:
                self._keep(frame, code)

    @override
    def finish(self) -> TapResult:
        """Return what was read."""
        rows = self._sightings
        return TapResult(
            arrays={
                "at_us": np.array([row.at_us for row in rows], np.int64),
                "text": np.array([row.text for row in rows], np.int32),
                "box": np.array([row.box for row in rows], np.uint16).reshape(-1, 4),
            },
            values={"texts": list(self._texts), "is_full": self._is_full},
        )

    def _keep(self, frame: DetailFrame, code: zxingcpp.Barcode) -> None:
        # A text may hold half a surrogate pair, which no message and no file can carry.
        text = code.text.encode("utf-8", "replace").decode("utf-8")
        key = hashlib.sha256(text.encode("utf-8")).digest()
        place = self._places.get(key)
        if len(self._sightings) >= SIGHTINGS_MAX or (
            place is None and len(self._texts) >= TEXTS_MAX
        ):
            self._is_full = True
            return
        if place is None:
            place = self._places[key] = len(self._texts)
            self._texts.append(text)
        at_us = round(frame.at * _MICROSECONDS)
        self._sightings.append(_Sighting(at_us, place, _box(code, *frame.gray.shape)))


def _box(code: zxingcpp.Barcode, height: int, width: int) -> tuple[int, int, int, int]:
    corners = code.position
    points = (corners.top_left, corners.top_right, corners.bottom_right, corners.bottom_left)
    across = [_share(point.x, width) for point in points]
    down = [_share(point.y, height) for point in points]
    return min(across), min(down), max(across), max(down)


def _share(position: int, length: int) -> int:
    return round(max(Fraction(0), min(Fraction(1), Fraction(position, length))) * _BOX_SCALE)
