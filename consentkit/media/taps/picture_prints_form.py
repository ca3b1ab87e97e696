"""The shape of picture prints: what the taps write and matching reads, without any codec.

A *point* is a corner of the picture on one of several levels of detail, each level smaller than
the last by the square root of two. Its *word* has 64 bits: the signs of the 64 lowest frequencies
of the patch around it, lowest first. Light and colour grading keep them, and exchanging left and
right flips exactly the bits of ``MIRROR_MASK``, so that mirrored pictures need no prints of their
own.
"""

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from consentkit.kernel.errors import MalformedError
from consentkit.media.taps.base import TapResult

RECORDING_TAP = "picture-prints"
EDIT_TAP = "edit-picture"
DETAIL_SIDE_PX = 960
WORD_BITS = 64
KEY_WORD_BITS = 28
"""Bits of a word that make its key in the index; their signs are the steadiest."""
PATCH_SAMPLES = 12
LEVELS_MAX = 7
POSITION_UNIT = 1 / 32_768
"""Positions count the longer side of the picture in this unit, from its left and top."""
SHAKY_BITS = 4
TICKS_PER_SECOND = 2
"""Times of points are counted in half seconds."""
_TICK_MAX = 200_000
"""More than a day: beyond any recording that is taken in."""
POINTS_MAX = 2_000_000
FRAMES_MAX = 50_000
EDIT_POINTS_MAX = 8_000_000
"""Points of a finished video: 910 a frame in the first two hours, then ``EDIT_POINTS_LATER``."""
EDIT_POINTS_LATER = 280

Words = NDArray[np.uint64]
_T = TypeVar("_T", bound=np.generic)


def _frequencies() -> tuple[tuple[int, int], ...]:
    """Return (across, down) of every bit: all but the mean, lowest first."""
    waves = [(u, v) for u in range(PATCH_SAMPLES) for v in range(PATCH_SAMPLES) if u + v > 0]
    waves.sort(key=lambda wave: (wave[0] ** 2 + wave[1] ** 2, wave))
    return tuple(waves[:WORD_BITS])


FREQUENCIES = _frequencies()
MIRROR_MASK = np.uint64(sum(1 << bit for bit, (u, _) in enumerate(FREQUENCIES) if u % 2))
_KEY_MASK = np.uint64((1 << KEY_WORD_BITS) - 1)


def keys_of(words: Words) -> NDArray[np.uint32]:
    """Return the key in the index of every word."""
    return (words & _KEY_MASK).astype(np.uint32)


@dataclass(frozen=True, slots=True)
class Inventory:
    """The points of one recording, in order of first sight; arrays of one length ``n``.

    Attributes:
        words: ``(n,) uint64``.
        x: ``(n,) float32``, from the left in shares of the longer side.
        y: ``(n,) float32``, from the top in shares of the longer side.
        levels: ``(n,) float32``: level of detail; 0 is the finest of a picture 960 px long.
        first_s: ``(n,) float32``: second of the recording at which the point was first seen.
        last_s: ``(n,) float32``: second at which it was seen last.
        height: Height of the picture in shares of its longer side.
        width: Width of the picture in shares of its longer side.
    """

    words: Words
    x: NDArray[np.float32]
    y: NDArray[np.float32]
    levels: NDArray[np.float32]
    first_s: NDArray[np.float32]
    last_s: NDArray[np.float32]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class QueryFrame:
    """The points of one frame of an edit; arrays of one length ``n``, best points first.

    Attributes:
        at_s: Second of the edit.
        shot: Number of its shot.
        words: ``(n,) uint64``.
        shaky: ``(n, 4) uint8``: bits of the key that are likeliest to be wrong, worst first.
        x: ``(n,) float32``, from the left in shares of the longer side.
        y: ``(n,) float32``, from the top in shares of the longer side.
        levels: ``(n,) float32``: level of detail; 0 is the finest of a picture 960 px long.
    """

    at_s: float
    shot: int
    words: Words
    shaky: NDArray[np.uint8]
    x: NDArray[np.float32]
    y: NDArray[np.float32]
    levels: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class EditPicture:
    """What the picture of an edit is asked about.

    Attributes:
        duration_s: Where the last shot ends.
        shots: ``(k, 2) float64``: seconds of start and end of every shot, without gaps.
        frames: The frames to ask about, in order of time.
        width: Width of the picture in shares of its longer side.
        height: Height of the picture in shares of its longer side.
    """

    duration_s: float
    shots: NDArray[np.float64]
    frames: tuple[QueryFrame, ...]
    width: float
    height: float


def inventory_of(result: TapResult) -> Inventory:
    """Return the points of a stored or fresh result of the tap of recordings.

    Raises:
        MalformedError: ``picture.prints``: arrays are missing, of other shapes or out of range.
    """
    arrays = result.arrays
    words = _column(arrays.get("word"), np.uint64, POINTS_MAX)
    count = len(words)
    x = _column(arrays.get("x"), np.uint16, POINTS_MAX, count)
    y = _column(arrays.get("y"), np.uint16, POINTS_MAX, count)
    levels = _column(arrays.get("level"), np.uint8, POINTS_MAX, count)
    lasting = _column(arrays.get("lasting"), np.uint16, POINTS_MAX, count)
    looks = _column(arrays.get("look"), np.uint32, POINTS_MAX)
    points = _column(arrays.get("look_points"), np.uint32, POINTS_MAX, len(looks)).astype(np.int64)
    if (
        (count and int(levels.max()) >= LEVELS_MAX)
        or int(points.sum()) != count
        or bool((np.diff(looks.astype(np.int64)) <= 0).any())
        or (len(looks) and int(looks[-1]) > _TICK_MAX)
    ):
        raise MalformedError("picture.prints")
    first_s = np.repeat(looks, points).astype(np.float32) / np.float32(TICKS_PER_SECOND)
    width, height, step = _shape(result)
    return Inventory(
        words,
        (x * np.float32(POSITION_UNIT)).astype(np.float32),
        (y * np.float32(POSITION_UNIT)).astype(np.float32),
        levels.astype(np.float32) + np.float32(step),
        first_s,
        first_s + lasting.astype(np.float32) / np.float32(TICKS_PER_SECOND),
        width,
        height,
    )


def edit_picture_of(result: TapResult) -> EditPicture:
    """Return the frames of a stored or fresh result of the tap of edits.

    Raises:
        MalformedError: ``picture.prints``: arrays are missing, of other shapes or out of range.
    """
    arrays = result.arrays
    words = _column(arrays.get("word"), np.uint64, EDIT_POINTS_MAX)
    count = len(words)
    x = _column(arrays.get("x"), np.uint16, EDIT_POINTS_MAX, count) * np.float32(POSITION_UNIT)
    y = _column(arrays.get("y"), np.uint16, EDIT_POINTS_MAX, count) * np.float32(POSITION_UNIT)
    levels = _column(arrays.get("level"), np.uint8, EDIT_POINTS_MAX, count)
    shaky = arrays.get("shaky")
    at_ms = _column(arrays.get("frame_ms"), np.int64, FRAMES_MAX)
    shot = _column(arrays.get("frame_shot"), np.int64, FRAMES_MAX, len(at_ms))
    offsets = _column(arrays.get("frame_offset"), np.int64, FRAMES_MAX + 1, len(at_ms) + 1)
    borders = _column(arrays.get("shot_ms"), np.int64, FRAMES_MAX)
    if shaky is None or shaky.dtype != np.uint8 or shaky.shape != (count, SHAKY_BITS):
        raise MalformedError("picture.prints")
    if (
        (count and int(levels.max()) >= LEVELS_MAX)
        or (count and int(np.asarray(shaky, np.uint8).max()) >= KEY_WORD_BITS)
        or bool((np.diff(borders) <= 0).any())
        or len(borders) == 1
        or (len(borders) and borders[0] < 0)
        or bool((np.diff(at_ms) <= 0).any())
        or bool((np.diff(offsets) < 0).any())
        or offsets[0] != 0
        or offsets[-1] != count
        or (len(shot) and (shot.min() < 0 or shot.max() >= len(borders) - 1))
    ):
        raise MalformedError("picture.prints")
    width, height, step = _shape(result)
    moved = levels.astype(np.float32) + np.float32(step)
    shaky8 = np.asarray(shaky, np.uint8)
    frames = tuple(
        QueryFrame(
            float(at_ms[place]) / 1000,
            int(shot[place]),
            words[first:last],
            shaky8[first:last],
            x[first:last].astype(np.float32),
            y[first:last].astype(np.float32),
            moved[first:last],
        )
        for place, (first, last) in enumerate(
            zip(offsets[:-1].tolist(), offsets[1:].tolist(), strict=True)
        )
    )
    edges = borders.astype(np.float64) / 1000
    shots = np.stack([edges[:-1], edges[1:]], axis=1) if len(edges) > 1 else np.zeros((0, 2))
    return EditPicture(float(edges[-1]) if len(edges) else 0.0, shots, frames, width, height)


def _column(
    array: NDArray[np.generic] | None, dtype: type[_T], most: int, length: int | None = None
) -> NDArray[_T]:
    if array is None or array.ndim != 1 or array.dtype != dtype or len(array) > most:
        raise MalformedError("picture.prints")
    if length is not None and len(array) != length:
        raise MalformedError("picture.prints")
    return array.astype(dtype, copy=False)


def _shape(result: TapResult) -> tuple[float, float, float]:
    """Return width and height in shares of the longer side, and levels a small picture misses."""
    width, height = result.values.get("width_px"), result.values.get("height_px")
    if (
        not isinstance(width, int)
        or not isinstance(height, int)
        or not 0 <= min(width, height) <= max(width, height) <= DETAIL_SIDE_PX
    ):
        raise MalformedError("picture.prints")
    side = max(width, height, 1)
    return width / side, height / side, 2 * float(np.log2(DETAIL_SIDE_PX / side))
