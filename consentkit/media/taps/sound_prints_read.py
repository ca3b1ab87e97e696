"""Stored sound prints as values: checked peaks, levels, and where somebody speaks."""

from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from consentkit.kernel.errors import MalformedError
from consentkit.kernel.timebase import TimeRange
from consentkit.media.bounds import DURATION_MAX_S
from consentkit.media.taps.base import TapResult
from consentkit.media.taps.sound_prints import (
    CONTRAST_UNITS,
    LEVEL_ZERO_DB,
    LEVELS_PER_SECOND,
    MOMENTS_PER_SECOND,
)

_Kind = TypeVar("_Kind", np.uint8, np.uint16)

_CENTS_MAX = 9000
"""Ten kilohertz; above everything a peak is looked for."""

_FLOOR_SHARE = 0.10
_LOUD_SHARE = 0.95
_SPEECH_SHARE = 0.35
_LEAST_RISE_DB = 6.0
_LEAST_LEVEL_DB = -60.0
_WINDOW_S = 30
_GAP_TENTHS = 4
_BURST_TENTHS = 2
_EDGE_TENTHS = 1
_QUIET_UNITS = 36
"""18 dB below the loud parts: pauses, breath, room."""


@dataclass(frozen=True, slots=True)
class SoundPrints:
    """Peaks and levels of one recording or edit.

    Attributes:
        at_s: ``(n,) float64``: times of the peaks in seconds, rising.
        semitones: ``(n,) float64``: their pitch in semitones above 55 Hz.
        contrast: ``(n,) float32``: how far they stand out, in nepers.
        level: ``(tenths,) uint8``: level of each tenth of a second, half decibels above -100 dB.
        duration_s: Whole seconds that the prints reach over.
        is_loud: ``(n,) bool``: whether the sound around a peak is nearly as loud as it gets in the
            half minute around; the rest are pauses.
    """

    at_s: NDArray[np.float64]
    semitones: NDArray[np.float64]
    contrast: NDArray[np.float32]
    level: NDArray[np.uint8]
    duration_s: int
    is_loud: NDArray[np.bool_]


def read_sound_prints(result: TapResult) -> SoundPrints:
    """Return the prints of a stored result of the ``sound-prints`` tap.

    Raises:
        MalformedError: ``prints.sound``: an array is missing or not what the tap writes.
    """
    counts = _array(result, "peaks_per_second", np.uint8)
    moment = _array(result, "moment", np.uint8)
    cents = _array(result, "cents", np.uint16)
    contrast = _array(result, "contrast", np.uint8)
    level = _array(result, "level", np.uint8)
    seconds = len(counts)
    total = int(counts.sum(dtype=np.int64))
    if not len(moment) == len(cents) == len(contrast) == total:
        raise MalformedError("prints.sound")
    if seconds > DURATION_MAX_S + 1 or len(level) > seconds * LEVELS_PER_SECOND:
        raise MalformedError("prints.sound")
    if total and (int(moment.max()) >= MOMENTS_PER_SECOND or int(cents.max()) > _CENTS_MAX):
        raise MalformedError("prints.sound")
    second = np.repeat(np.arange(seconds, dtype=np.int64), counts)
    tick = second * MOMENTS_PER_SECOND + moment
    if (np.diff(tick) < 0).any():
        raise MalformedError("prints.sound")
    at_s = tick / MOMENTS_PER_SECOND
    return SoundPrints(
        at_s,
        cents / 100.0,
        (contrast / np.float32(CONTRAST_UNITS)).astype(np.float32),
        level,
        seconds,
        _is_loud(at_s, level),
    )


def utterances(result: TapResult) -> tuple[TimeRange, ...]:
    """Return the stretches in which somebody speaks (or something else is as loud as speech).

    A stretch ends at a pause of half a second or more; shorter pauses belong to speaking. The
    threshold follows the room: it lies between the quiet and the loud parts of the half minute
    around.

    Raises:
        MalformedError: ``prints.sound``.
    """
    level = read_sound_prints(result).level.astype(np.float64) / 2 + LEVEL_ZERO_DB
    if not len(level):
        return ()
    loud = level >= _thresholds(level)
    loud = _without_runs(loud, value=False, up_to=_GAP_TENTHS)
    loud = _without_runs(loud, value=True, up_to=_BURST_TENTHS)
    edges = np.flatnonzero(np.diff(np.concatenate([[False], loud, [False]]).astype(np.int8)))
    found = []
    for start, end in edges.reshape(-1, 2).tolist():
        first = max(0, start - _EDGE_TENTHS)
        last = min(len(level), end + _EDGE_TENTHS)
        found.append(
            TimeRange(Fraction(first, LEVELS_PER_SECOND), Fraction(last, LEVELS_PER_SECOND))
        )
    return tuple(found)


def _is_loud(at_s: NDArray[np.float64], level: NDArray[np.uint8]) -> NDArray[np.bool_]:
    if not len(level) or not len(at_s):
        return np.zeros(len(at_s), np.bool_)
    halves = _WINDOW_S * LEVELS_PER_SECOND // 2
    # The blocks at the edges have shorter surroundings; all others are told in one go.
    starts = np.arange(0, len(level), halves)
    blocks = np.zeros(len(starts))
    is_whole = (starts >= halves) & (starts + 2 * halves <= len(level))
    if is_whole.any():
        windows = np.lib.stride_tricks.sliding_window_view(level, 3 * halves)
        blocks[is_whole] = np.quantile(windows[starts[is_whole] - halves], _LOUD_SHARE, axis=1)
    for place in np.flatnonzero(~is_whole).tolist():
        start = place * halves
        near = level[max(0, start - halves) : start + 2 * halves]
        blocks[place] = np.quantile(near, _LOUD_SHARE)
    tenth = np.minimum((at_s * LEVELS_PER_SECOND).astype(np.int64), len(level) - 1)
    # A tenth next to a loud one may hold the loud one's edge.
    around = np.maximum(
        level[tenth],
        np.maximum(level[np.maximum(tenth - 1, 0)], level[np.minimum(tenth + 1, len(level) - 1)]),
    )
    loud: NDArray[np.bool_] = around >= blocks[tenth // halves] - _QUIET_UNITS
    return loud


def _thresholds(level: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the level above which a tenth of a second counts as loud, for each."""
    step = _WINDOW_S * LEVELS_PER_SECOND // 2
    centres = np.arange(0, len(level) + step, step)
    values = []
    for centre in centres.tolist():
        around = level[max(0, centre - step) : centre + step]
        around = around if len(around) else level
        floor, loud = np.quantile(around, [_FLOOR_SHARE, _LOUD_SHARE])
        rise = max(_LEAST_RISE_DB, _SPEECH_SHARE * float(loud - floor))
        # A stretch that is loud throughout has no floor of its own to stand out from.
        steady = loud - floor < 2 * _LEAST_RISE_DB and loud > _LEAST_LEVEL_DB / 2
        values.append(max(_LEAST_LEVEL_DB, float(floor) if steady else float(floor) + rise))
    found: NDArray[np.float64] = np.interp(np.arange(len(level)), centres, np.array(values))
    return found


def _without_runs(flags: NDArray[np.bool_], *, value: bool, up_to: int) -> NDArray[np.bool_]:
    """Return the flags with runs of ``value`` inside turned over when they are short."""
    kept = flags.copy()
    starts = np.flatnonzero(np.diff(np.concatenate([[not value], flags, [not value]]) == value))
    for start, end in starts.reshape(-1, 2).tolist():
        inside = value or (start > 0 and end < len(flags))
        if inside and end - start <= up_to:
            kept[start:end] = not value
    return kept


def _array(result: TapResult, name: str, kind: type[_Kind]) -> NDArray[_Kind]:
    array = result.arrays.get(name)
    if array is None or array.ndim != 1 or array.dtype != kind:
        raise MalformedError("prints.sound")
    return array.astype(kind, copy=False)
