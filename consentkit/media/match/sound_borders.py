"""Where a stretch of known sound begins and ends, finer than a step.

Inside a stretch most clear peaks of the recording are met by peaks of the edit, outside hardly
any. A border lies where that changes; within a pause that says nothing it lies in the middle.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from consentkit.media.match.sound_evidence import (
    PITCH_NEAR,
    STEP_S,
    TIME_NEAR_S,
    clear_peaks,
)
from consentkit.media.match.sound_lines import Line
from consentkit.media.match.sound_path import Stretch
from consentkit.media.taps.sound_prints_read import SoundPrints

_LOOK_S = 1.25
_CELL_S = 0.02
_MET = 1.6
_MISSED = -0.45


def refine_borders(
    stretches: Sequence[Stretch],
    lines: Sequence[Line],
    edit: SoundPrints,
    sources: Mapping[str, SoundPrints],
    duration_s: float,
) -> list[tuple[float, float]]:
    """Return start and end in seconds of the edit for every stretch; they do not overlap."""
    starts = [0.0] * len(stretches)
    ends = [0.0] * len(stretches)
    gain = np.zeros(0)
    for index, item in enumerate(stretches):
        # Two at a time: in three hours each takes 4 MB, and there may be a thousand.
        last_gain, gain = gain, _gain(lines[item.line], edit, sources, duration_s)
        touches = index > 0 and stretches[index - 1].last == item.first
        before = last_gain if touches else np.zeros(len(gain))
        starts[index] = _turn(before, gain, item.first * STEP_S, duration_s)
        if touches:
            ends[index - 1] = starts[index]
        if index + 1 == len(stretches) or stretches[index + 1].first != item.last:
            after = np.zeros(len(gain))
            ends[index] = _turn(gain, after, item.last * STEP_S, duration_s)
    return [
        (start, max(start, min(end, duration_s))) for start, end in zip(starts, ends, strict=True)
    ]


def _gain(
    line: Line, edit: SoundPrints, sources: Mapping[str, SoundPrints], duration_s: float
) -> NDArray[np.float64]:
    """Return what each cell of the edit says for the line."""
    cells = int(np.ceil(duration_s / _CELL_S)) + 1
    source = sources[line.recording_id]
    clear = clear_peaks(source)
    expected = line.edit_s + (source.at_s[clear] - line.source_s) / line.speed
    inside = (expected >= 0) & (expected < duration_s)
    expected = expected[inside]
    pitch = source.semitones[clear][inside] + line.pitch
    low = np.searchsorted(edit.at_s, expected - TIME_NEAR_S)
    high = np.searchsorted(edit.at_s, expected + TIME_NEAR_S)
    met = np.zeros(len(expected), np.bool_)
    for shift in range(int((high - low).max()) if len(low) else 0):
        column = np.minimum(low + shift, len(edit.at_s) - 1)
        met |= (low + shift < high) & (np.abs(edit.semitones[column] - pitch) < PITCH_NEAR)
    cell = (expected / _CELL_S).astype(np.int64)
    return np.bincount(cell, np.where(met, _MET, _MISSED), minlength=cells).astype(np.float64)


def _turn(
    before: NDArray[np.float64], after: NDArray[np.float64], near_s: float, duration_s: float
) -> float:
    """Return the second at which ``before`` is best left for ``after``."""
    first = max(0, int((near_s - _LOOK_S) / _CELL_S))
    last = min(len(before), int((near_s + _LOOK_S) / _CELL_S) + 1)
    total = np.concatenate([[0.0], np.cumsum((before - after)[first:last])])
    best = np.flatnonzero(total >= total.max() - 1e-9)
    # The first plateau: all its moments are as good, so its middle errs least.
    gaps = np.flatnonzero(np.diff(best) > 1)
    plateau = best[: gaps[0] + 1] if len(gaps) else best
    moment = (first + (float(plateau[0]) + float(plateau[-1])) / 2) * _CELL_S
    if plateau[0] == 0 and first == 0:
        moment = 0.0
    if plateau[-1] == last - first and last == len(before):
        moment = duration_s
    return min(max(moment, 0.0), duration_s)
