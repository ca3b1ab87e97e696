"""Keys of the sound index: shapes of four clear peaks that neither speed nor pitch change.

Four peaks A, B, D, C in order of time make a key from three intervals of pitch and two ratios of
time. Playing faster scales all times alike and leaves ratios; shifting the voice adds the same to
all pitches and leaves intervals; resampling does both. So one lookup of one key finds a moment at
any speed and any pitch, and no grid of speeds is asked for.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from consentkit.media.match.library import PLACE_S
from consentkit.media.taps.base import TapResult
from consentkit.media.taps.sound_prints import clearer_nearby
from consentkit.media.taps.sound_prints_read import SoundPrints, read_sound_prints

SPEED_MIN = 0.74
SPEED_MAX = 1.36
"""Speeds asked for, a little wider than 0.75 to 1.33, which is promised."""

_NEARBY_S = 0.25
_CLEAREST = 6
"""Among the peaks of a quarter second around it, a corner of a key is one of the six clearest."""
_SHORTEST_S = 0.2
_LONGEST_S = 0.8
_SUCCESSORS = 8
_SUCCESSORS_ASKED = 11
_AT_ONCE = 20_000
"""Peaks that are worked on at once; three hours have some 250,000."""
_APART_S = 0.03
_INTERVAL_MAX = 18.0

_INTERVAL_CELL = 1 / 3
"""Semitones; peaks keep their pitch within 0.05 under every kind of edit measured."""
_RATIO_CELLS = 12
"""Cells of the ratios; peaks keep their time within 10 ms, 2 % of a shape's length."""

KEYS_PER_SECOND_MAX = 83
"""What the index has room for; of a second with more, those with the smallest keys stay."""


@dataclass(frozen=True, slots=True)
class Shapes:
    """Keys and when their first peaks are.

    Attributes:
        keys: ``(n,) uint32``.
        at_s: ``(n,) float64``: seconds.
    """

    keys: NDArray[np.uint32]
    at_s: NDArray[np.float64]


def sound_keys(result: TapResult) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """Return the keys of a recording and their places in units of ``PLACE_S``.

    Places count from the start of the recording, whatever volume they will lie in.

    Raises:
        MalformedError: ``prints.sound``.
    """
    kept = _thinned(stored_keys(read_sound_prints(result)), KEYS_PER_SECOND_MAX)
    return kept.keys, np.rint(kept.at_s / PLACE_S).astype(np.int64)


def stored_keys(prints: SoundPrints) -> Shapes:
    """Return all keys a recording could be found by, before they are thinned to a bounded rate."""
    return _shapes(prints, _SHORTEST_S, _LONGEST_S, _SUCCESSORS)


def query_keys(prints: SoundPrints) -> Shapes:
    """Return the keys to ask for: all shapes that could be in the index at some other speed."""
    return _shapes(prints, _SHORTEST_S / SPEED_MAX, _LONGEST_S / SPEED_MIN, _SUCCESSORS_ASKED)


def _shapes(prints: SoundPrints, shortest: float, longest: float, successors: int) -> Shapes:
    clear = clearer_nearby(prints.at_s, prints.contrast, _NEARBY_S) < _CLEAREST
    at, pitch = prints.at_s[clear], prints.semitones[clear]
    limits = shortest, longest, successors
    parts = [
        _shapes_from(np.arange(start, min(start + _AT_ONCE, len(at))), at, pitch, limits)
        for start in range(0, len(at), _AT_ONCE)
    ]
    return Shapes(
        np.concatenate([np.zeros(0, np.uint32), *(part.keys for part in parts)]),
        np.concatenate([np.zeros(0), *(part.at_s for part in parts)]),
    )


def _shapes_from(
    begin: NDArray[np.int64],
    at: NDArray[np.float64],
    pitch: NDArray[np.float64],
    limits: tuple[float, float, int],
) -> Shapes:
    """Return the shapes that begin with some of the peaks, in order of time."""
    shortest, longest, successors = limits
    index = begin[:, None] + np.arange(1, successors + 1)
    inside = index < len(at)
    index[~inside] = 0
    after = at[index] - at[begin][:, None]
    interval = pitch[index] - pitch[begin][:, None]
    usable = inside & (after >= _APART_S) & (after <= longest) & (np.abs(interval) <= _INTERVAL_MAX)
    keys, moments = [], []
    for last in range(2, successors):
        for middle in range(1, last):
            for first in range(middle):
                row = np.flatnonzero(
                    usable[:, first]
                    & usable[:, middle]
                    & usable[:, last]
                    & (after[:, last] >= shortest)
                    & (after[:, last] - after[:, first] >= _APART_S)
                )
                columns = (first, middle, last)
                keys.append(_key(interval[row][:, columns], after[row][:, columns]))
                moments.append(at[begin[row]])
    moment = np.concatenate(moments)
    order = np.argsort(moment, kind="stable")
    return Shapes(np.concatenate(keys)[order], moment[order])


def _key(interval: NDArray[np.float64], after: NDArray[np.float64]) -> NDArray[np.uint32]:
    """Return the key of every shape from ``(n, 3)`` intervals and times after the first peak."""
    cells = np.floor(interval / _INTERVAL_CELL + 64).astype(np.uint64)
    ratios = np.floor(after[:, :2] / after[:, 2:] * _RATIO_CELLS).astype(np.uint64)
    code = np.zeros(len(cells), np.uint64)
    for column in (cells[:, 0], cells[:, 1], cells[:, 2], ratios[:, 0], ratios[:, 1]):
        code = (code << np.uint64(8)) | column
    return _mixed(code)


def _mixed(code: NDArray[np.uint64]) -> NDArray[np.uint32]:
    """Return 32 well spread bits; a multiply-xorshift finaliser with odd constants."""
    code = code * np.uint64(0x9E3779B97F4A7C15)
    code ^= code >> np.uint64(29)
    code *= np.uint64(0xBF58476D1CE4E5B9)
    return (code >> np.uint64(32)).astype(np.uint32)


def _thinned(shapes: Shapes, per_second: int) -> Shapes:
    """Return at most ``per_second`` shapes of every second, always the same ones."""
    second = shapes.at_s.astype(np.int64)
    order = np.lexsort((shapes.keys, second))
    ranked = second[order]
    rank = np.arange(len(ranked)) - np.searchsorted(ranked, ranked)
    kept = np.sort(order[rank < per_second])
    return Shapes(shapes.keys[kept], shapes.at_s[kept])
