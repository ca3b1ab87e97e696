"""A thorough look for the rest of an edit in the few recordings that are known to be in it.

Every clear peak of an edit votes, with every peak of a recording at the same pitch, for the time
between them; where a stretch really is from there, one time collects votes far beyond chance. This
finds pieces under loud music or other talk that are too damaged for the index, at unchanged speed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from consentkit.media.match.ranges import laid_out
from consentkit.media.match.sound_lines import Hypothesis, Line
from consentkit.media.taps.sound_prints import clearer_nearby
from consentkit.media.taps.sound_prints_read import SoundPrints

_NEARBY_S = 0.25
_CLEAREST = 8
_WINDOW_S = 6.0
_HOP_S = 3.0
_PITCH_NEAR = 0.3
_CELL_S = 0.03
_WIDE_CELL_S = 0.05
"""Speeds between two that are tried smear a line."""
_FALSE_ALARMS = 1e-3
"""Windows that may pass by chance; a closer look follows for each."""
_LEAST_PEAKS = 12

_SPEED_STEP = 0.02
_PITCH_STEP = 0.5


@dataclass(frozen=True, slots=True)
class Change:
    """How an edit may have changed a recording's sound.

    Attributes:
        speed: Seconds of the recording in one second of the edit.
        pitch: Semitones that the edit sounds higher.
    """

    speed: float
    pitch: float


UNCHANGED = Change(1.0, 0.0)


def likely_changes(seen: Sequence[Change]) -> list[Change]:
    """Return what to try, in order: nothing, what the edit does elsewhere, then all there is.

    Neighbouring ones overlap, so that every shift up to 5 semitones at unchanged speed and every
    speed from 0.75 to 1.33, with or without its pitch, is within reach of one.
    """
    pitches = [_PITCH_STEP * step for step in sorted(range(-10, 11), key=abs)]
    speeds = [(1 + _SPEED_STEP) ** step for step in sorted(range(-14, 15), key=abs)]
    changes = [UNCHANGED, *seen]
    changes += [Change(1.0, pitch) for pitch in pitches[1:]]
    for speed in speeds[1:]:
        changes += [Change(speed, 0.0), Change(speed, float(12 * np.log2(speed)))]
    return list(dict.fromkeys(changes))


@dataclass(frozen=True, slots=True)
class Cloud:
    """The clearest peaks of a recording or edit, by pitch.

    Attributes:
        at_s: ``(n,) float64``: seconds.
        semitones: ``(n,) float64``: rising.
        duration_s: Seconds they reach over.
    """

    at_s: NDArray[np.float64]
    semitones: NDArray[np.float64]
    duration_s: float


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the edit and its peaks.

    Attributes:
        end_s: Where it ends, in seconds of the edit.
        peaks: The peaks in it.
    """

    end_s: float
    peaks: Cloud


def cloud_of(prints: SoundPrints) -> Cloud:
    """Return the clearest peaks, in order of pitch."""
    clear = clearer_nearby(prints.at_s, prints.contrast, _NEARBY_S) < _CLEAREST
    order = np.argsort(prints.semitones[clear], kind="stable")
    return Cloud(
        prints.at_s[clear][order], prints.semitones[clear][order], float(prints.duration_s)
    )


def windows_of(edit: Cloud, open_s: Sequence[tuple[float, float]]) -> list[Window]:
    """Return overlapping windows that cover stretches of the edit, but for those too empty."""
    windows = []
    for start, end in open_s:
        at = start
        while True:
            last = min(at + _WINDOW_S, end)
            inside = (edit.at_s >= at) & (edit.at_s < last)
            if int(inside.sum()) >= _LEAST_PEAKS:
                peaks = Cloud(edit.at_s[inside], edit.semitones[inside], last - at)
                windows.append(Window(last, peaks))
            if last >= end:
                break
            at += _HOP_S
    return windows


def sweep(
    window: Window, source: Cloud, recording_id: str, change: Change
) -> tuple[Hypothesis | None, int]:
    """Return the best line of a window under a change, if any, and how many votes it took."""
    asked = window.peaks
    low = np.searchsorted(source.semitones, asked.semitones - change.pitch - _PITCH_NEAR)
    high = np.searchsorted(source.semitones, asked.semitones - change.pitch + _PITCH_NEAR)
    row, column = laid_out(low, high - low)
    cell_s = _CELL_S if change.speed == 1.0 else _WIDE_CELL_S
    ahead = window.end_s * change.speed
    lag = source.at_s[column] - asked.at_s[row] * change.speed + ahead
    if not len(lag):
        return None, 0
    cells = np.bincount((lag / cell_s).astype(np.int64))
    votes = cells + np.append(cells[1:], 0)
    best = int(np.argmax(votes))
    chance = 2 * len(row) * cell_s / max(source.duration_s, 1.0)
    if int(votes[best]) < _needed(chance, len(votes)):
        return None, len(row)
    near = np.abs(lag / cell_s - best - 1) < 1
    middle = float(np.median(asked.at_s[row[near]]))
    offset = float(np.median(lag[near])) - ahead
    line = Line(recording_id, middle, middle * change.speed + offset, change.speed, change.pitch)
    return Hypothesis(line, int(votes[best])), len(row)


def _needed(mean: float, places: int) -> int:
    """Return the least count that a Poisson mean reaches at one of many places hardly ever.

    Source: Chernoff's bound, P(X >= k) <= exp(k - mean - k * log(k / mean)).
    """
    count = int(mean) + 4
    limit = np.log(_FALSE_ALARMS / max(places, 1))
    while count - mean - count * np.log(count / max(mean, 1e-6)) > limit:
        count += 1
    return count
