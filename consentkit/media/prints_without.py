"""Prints without a stretch, as when a person's data are erased.

Everything made from any moment of the stretch goes. What is kept in larger pieces goes as a whole
piece: a second of sound, a point of the picture first or last seen in the stretch, a minute's chunk
of the track. Points that were there before and after are of the room or the frame and stay. Footage
of that stretch is not recognised any more.
"""

import math

import numpy as np
from numpy.typing import NDArray

from consentkit.kernel.errors import MalformedError
from consentkit.kernel.timebase import TimeRange
from consentkit.media.taps.base import TapResult
from consentkit.media.taps.picture_prints_form import TICKS_PER_SECOND
from consentkit.media.taps.sound_prints import LEVELS_PER_SECOND

PRINT_TAPS = ("sound-prints", "picture-prints", "picture-track")

_REACH_S = 1
"""Windows of the taps reach at most half a second over the edges of what they belong to."""


def prints_without(name: str, result: TapResult, stretch: TimeRange) -> TapResult:
    """Return the result of one of ``PRINT_TAPS`` without a stretch.

    Raises:
        MalformedError: ``media.stored-tap``: it is not what the tap writes.
    """
    start = math.floor(stretch.start) - _REACH_S
    end = math.ceil(stretch.end) + _REACH_S
    work = {"sound-prints": _sound, "picture-prints": _picture, "picture-track": _track}[name]
    try:
        return work(result, max(0, start), end)
    except (KeyError, ValueError, IndexError, TypeError) as exc:
        raise MalformedError("media.stored-tap") from exc


def _sound(result: TapResult, start: int, end: int) -> TapResult:
    arrays = dict(result.arrays)
    counts = np.asarray(arrays["peaks_per_second"], np.int64)
    second = np.repeat(np.arange(len(counts)), counts)
    kept = (second < start) | (second >= end)
    for name in ("moment", "cents", "contrast"):
        arrays[name] = arrays[name][kept]
    left = arrays["peaks_per_second"].copy()
    left[start:end] = 0
    level = arrays["level"].copy()
    level[start * LEVELS_PER_SECOND : end * LEVELS_PER_SECOND] = 0
    return TapResult({**arrays, "peaks_per_second": left, "level": level}, result.values)


def _picture(result: TapResult, start: int, end: int) -> TapResult:
    arrays = dict(result.arrays)
    looks = np.asarray(arrays["look"], np.int64)
    look = np.repeat(np.arange(len(looks)), np.asarray(arrays["look_points"], np.int64))
    first = looks[look]
    last = first + np.asarray(arrays["lasting"], np.int64)
    begins, ends = start * TICKS_PER_SECOND, end * TICKS_PER_SECOND
    kept = (last < begins) | (first >= ends) | ((first < begins) & (last >= ends))
    for name in ("word", "x", "y", "level", "lasting"):
        arrays[name] = arrays[name][kept]
    left = np.bincount(look[kept], minlength=len(looks))
    arrays["look"] = arrays["look"][left > 0]
    arrays["look_points"] = left[left > 0].astype(np.uint32)
    return TapResult(arrays, result.values)


def _track(result: TapResult, start: int, end: int) -> TapResult:
    arrays = result.arrays
    at_ms = np.asarray(arrays["at_ms"], np.int64)
    counts = np.asarray(arrays["counts"], np.int64)
    frames = np.repeat(np.arange(len(counts)), counts)
    inside = (at_ms >= start * 1000) & (at_ms < end * 1000)
    chunks = np.ones(len(counts), bool)
    chunks[np.unique(frames[inside])] = False
    sizes = np.asarray(arrays["gap_sizes"], np.int64) + np.asarray(arrays["value_sizes"], np.int64)
    packed = np.repeat(chunks, sizes)
    kept: dict[str, NDArray[np.generic]] = {
        name: arrays[name][chunks] for name in ("counts", "steps", "gap_sizes", "value_sizes")
    }
    return TapResult(
        {**kept, "at_ms": at_ms[chunks[frames]], "packed": arrays["packed"][packed]}, result.values
    )
