"""What is drawn over faces and whole pictures, straight onto the planes of a decoded frame.

A face with its margin becomes five soft, pale patches across, each the mean of what was there:
eyes, nose and mouth lie in some three by three of them, from which no face can be made again. The
patches move with the face, so that what is between them is hardly seen either.
"""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections.abc import Sequence
from fractions import Fraction
from math import ceil, floor

import cv2
import numpy as np
from av.video.frame import VideoFrame
from numpy.typing import NDArray

from consentkit.domain.frame_box import FULL, FrameBox
from consentkit.domain.redaction import FACE_MARGIN, FaceTrack
from consentkit.kernel.timebase import TimeRange

PATCHES = 5
"""Patches across the covered area.

Source: Newton, Sweeney, Malin, "Preserving Privacy by De-identifying Face Images" (2005): whoever
treats known pictures alike still tells finer patches and smoothing apart, so they must be few.
"""

CONTRAST = 0.1
"""What is left of the differences between patches. With all of them a detector still takes what is
above a body for a face, with a score of up to 0.76; with a tenth it does not, on the same clips."""

_LEVELS = 24
"""Steps of brightness that a patch may have, so that many frames do not add up to fine detail."""

_FEATHER = 0.08
"""Soft border outside of the covered area, in shares of its side."""

_SAMPLES_ACROSS = 10

_ROUNDNESS = 4
"""Exponent of the superellipse: 2 is an ellipse, which leaves the corners of the box open."""

_HIDDEN_LUMA = 56
_GRAY = 128
_BYTE_BITS = 8
_KEYS_MAX = 64

_Values = NDArray[np.uint8] | NDArray[np.uint16]


class Blurs:
    """The faces that are blurred, asked frame by frame."""

    def __init__(self, blurs: Sequence[tuple[TimeRange, FaceTrack]]) -> None:
        """Take stretches with their faces."""
        shown: list[tuple[Fraction, Fraction, FaceTrack]] = []
        for stretch, track in blurs:
            start = max(stretch.start, track.range.start)
            end = min(stretch.end, track.range.end)
            if start < end:
                shown.append((start, end, track))
        self._shown = sorted(shown, key=lambda item: (item[0], item[1], item[2].id))
        self._starts = [item[0] for item in self._shown]
        self._longest = max((end - start for start, end, _ in self._shown), default=Fraction(0))

    @property
    def ranges(self) -> list[TimeRange]:
        """Where anything is blurred, not in order."""
        return [TimeRange(start, end) for start, end, _ in self._shown]

    def boxes(self, start: Fraction, stop: Fraction) -> list[FrameBox]:
        """Return the tight boxes of the faces in a picture shown from ``start`` to ``stop``."""
        found: list[FrameBox] = []
        place = bisect_left(self._starts, stop) - 1
        while place >= 0 and self._starts[place] > start - self._longest:
            first, end, track = self._shown[place]
            if end > start:
                box = track.box_at(max(start, first))
                if box is not None:
                    found.append(box)
            place -= 1
        return found


def cover_faces(frame: VideoFrame, boxes: Sequence[FrameBox], turns: int) -> None:
    """Draw over faces.

    Args:
        frame: Of a planar format of 8 to 16 bits; it must be writable.
        boxes: Tight boxes of faces in the upright picture.
        turns: Quarter turns counter-clockwise that bring the frame upright.
    """
    for box in boxes:
        left, top, right, bottom = _stored(_widened(box), turns)
        for plane, bits in _planes(frame):
            height, width = plane.shape
            _cover(
                plane,
                (left * width, top * height, right * width, bottom * height),
                bits,
            )


def hide(frame: VideoFrame) -> None:
    """Draw over the whole picture, evenly; the frame must be writable."""
    has_colour_planes = not frame.format.is_rgb
    for number, (plane, bits) in enumerate(_planes(frame)):
        value = _GRAY if number and has_colour_planes else _HIDDEN_LUMA
        plane[:] = value << (bits - _BYTE_BITS)


def _planes(frame: VideoFrame) -> list[tuple[_Values, int]]:
    """Return every plane as a view ``(height, width)`` of the frame's own memory, and its bits."""
    found: list[tuple[_Values, int]] = []
    bits = frame.format.components[0].bits
    dtype = np.dtype(np.uint8 if bits <= _BYTE_BITS else np.uint16)
    for plane in frame.planes:
        values = np.frombuffer(memoryview(plane), dtype)
        rows = values.reshape(-1, plane.line_size // dtype.itemsize)
        found.append((rows[: plane.height, : plane.width], bits))
    return found


def _widened(box: FrameBox) -> tuple[float, float, float, float]:
    """Return a box with its margin, in shares of the picture; it may reach beyond it.

    Where the face goes on beyond the picture, twice the margin is added along the border, so that
    the rounded corners leave nothing open.
    """
    width, height = (box.right - box.left) / FULL, (box.bottom - box.top) / FULL
    margin = float(FACE_MARGIN)
    # A box at the border is cut off: the face is larger than it.
    across = margin * (1 + 0.5 * (box.top == 0 or box.bottom == FULL))
    down = margin * (1 + 0.5 * (box.left == 0 or box.right == FULL))
    out_across = 1.0
    left = out_across if box.left == 0 else across
    right = out_across if box.right == FULL else across
    top = out_across if box.top == 0 else down
    bottom = out_across if box.bottom == FULL else down
    return (
        box.left / FULL - left * width,
        box.top / FULL - top * height,
        box.right / FULL + right * width,
        box.bottom / FULL + bottom * height,
    )


def _stored(
    upright: tuple[float, float, float, float], turns: int
) -> tuple[float, float, float, float]:
    """Return a box of the upright picture in the picture as it is stored.

    ``turns`` quarter turns counter-clockwise bring the stored picture upright.
    """
    left, top, right, bottom = upright
    for _ in range(turns % 4):
        # One turn clockwise, back towards how it is stored.
        left, top, right, bottom = 1 - bottom, left, 1 - top, right
    return left, top, right, bottom


def _cover(plane: _Values, box: tuple[float, float, float, float], bits: int) -> None:
    """Draw over one face in one plane.

    Args:
        plane: ``(height, width)``, changed in place.
        box: Left, top, right and bottom in its samples; it may reach beyond the plane.
        bits: Of its values.
    """
    height, width = plane.shape
    left, top, right, bottom = box
    soft = _FEATHER * max(right - left, bottom - top) + 1
    outer = (floor(left - soft), floor(top - soft), ceil(right + soft), ceil(bottom + soft))
    x0, y0 = max(0, outer[0]), max(0, outer[1])
    x1, y1 = min(width, outer[2]), min(height, outer[3])
    if x0 >= x1 or y0 >= y1:
        return
    part = plane[y0:y1, x0:x1]
    # Patches are square and as large as the longer side of the face asks for.
    side = max(right - left, bottom - top) / PATCHES
    across, down = max(1, round((x1 - x0) / side)), max(1, round((y1 - y0) / side))
    # A patch of a large face is the mean of a hundred samples, not of all.
    skip = max(1, int(side // _SAMPLES_ACROSS))
    small = cv2.resize(part[::skip, ::skip], (across, down), interpolation=cv2.INTER_AREA)
    step = max(1, (1 << bits) // _LEVELS)
    mean = float(small.mean())
    paler = np.rint((mean + (small - mean) * CONTRAST) / step) * step
    small = np.clip(paler, 0, (1 << bits) - 1).astype(plane.dtype)
    smooth = cv2.resize(small, (x1 - x0, y1 - y0), interpolation=cv2.INTER_LINEAR)
    weight = _weight(outer[2] - outer[0], outer[3] - outer[1], round(soft))
    weight = weight[y0 - outer[1] : y1 - outer[1], x0 - outer[0] : x1 - outer[0]]
    part[:] = np.rint(part + (np.asarray(smooth, np.float32) - part) * weight)


@functools.lru_cache(maxsize=_KEYS_MAX)
def _weight(width: int, height: int, soft: int) -> NDArray[np.float32]:
    """Return ``(height, width)`` of 1 within the covered area, falling to 0 outside of it."""
    x = np.abs((np.arange(width) + 0.5) * 2 / width - 1)
    y = np.abs((np.arange(height) + 0.5) * 2 / height - 1)
    # How far out a sample is, 1 on the border of the superellipse of the whole area.
    far = (x**_ROUNDNESS)[None, :] + (y**_ROUNDNESS)[:, None]
    inner = (1 - 2 * soft / max(width, height, 2 * soft + 1)) ** _ROUNDNESS
    return np.asarray(np.clip((1 - far) / max(1e-3, 1 - inner), 0, 1), np.float32)
