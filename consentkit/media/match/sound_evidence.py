"""How well the peaks of an edit and of a recording agree along a line, and where the line runs.

Along a true line, peaks of both fall on each other; along any other, no more do so than a little
before or after. The excess over what falls on each other at shifted times is the evidence, so
that steady tones, which agree at any time, say nothing.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from consentkit.media.match.ranges import laid_out
from consentkit.media.match.sound_lines import Line
from consentkit.media.taps.sound_prints_read import SoundPrints

STEP_S = 0.5
"""Length of a step of the edit, in seconds; everything said per step uses it."""

TIME_NEAR_S = 0.016
PITCH_NEAR = 0.2
_AROUND_S = 0.5
_MOVE_S = 0.05
_REACH_S = 0.12
_SLOPE_MAX = 0.04
_SLOPES = 17
_CELL_S = 0.008
_LEAST_POINTS = 6
"""Fewer points bend a line at will."""
_PITCH_RANGE = 6.5
_PITCH_CELL = 0.1
_CLEAR_CONTRAST = 2.0
"""Nepers; noise seldom stands out from itself by more."""

_SHARES = np.array([0.04, 0.12, 0.25, 0.45, 0.7])
"""Shares of a recording's peaks that survive an edit; 0.2 under louder music, 0.9 plainly copied.

Source: measured on speech under the edits of the issue.
"""
_CHANCE_FLOOR = 0.2
_HEARD = 4
_FOREIGN = 0.5
_IDLE = 0.05
"""What a step costs in which the recording is silent: other sound over it may be music in a pause,
but for no longer than a few seconds."""
_LLR_MAX = 6.0
_LLR_MIN = -4.0
"""No step alone decides: peaks of one sound come in bundles, chance matches as well."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Peaks of an edit and of a recording near each other along a line.

    Attributes:
        edit: ``(n,) int64``: index of the edit's peak.
        source: ``(n,) int64``: index of the recording's peak.
        late_s: ``(n,) float64``: how much later the recording's peak is, in its seconds.
        higher: ``(n,) float64``: semitones that the edit's peak is higher than the recording's.
    """

    edit: NDArray[np.int64]
    source: NDArray[np.int64]
    late_s: NDArray[np.float64]
    higher: NDArray[np.float64]


def pairs_along(
    line: Line, edit: SoundPrints, source: SoundPrints, first_s: float, last_s: float
) -> Pairs:
    """Return all pairs within half a second of the line, over a stretch of the edit."""
    start, stop = np.searchsorted(edit.at_s, [first_s, last_s])
    expected = line.source_s + (edit.at_s[start:stop] - line.edit_s) * line.speed
    low = np.searchsorted(source.at_s, expected - _AROUND_S)
    high = np.searchsorted(source.at_s, expected + _AROUND_S)
    row, column = laid_out(low, high - low)
    late = source.at_s[column] - expected[row]
    higher = edit.semitones[row + start] - source.semitones[column]
    return Pairs(row + start, column, late, higher)


def find_pitch(pairs: Pairs) -> float:
    """Return by how many semitones the edit is higher, from pairs that fall on each other."""
    near = np.abs(pairs.late_s) < TIME_NEAR_S
    cells = round(2 * _PITCH_RANGE / _PITCH_CELL)
    bounds = (-_PITCH_RANGE, _PITCH_RANGE)
    on_line = np.histogram(pairs.higher[near], cells, bounds)[0].astype(np.float64)
    around = np.histogram(pairs.higher[~near], cells, bounds)[0].astype(np.float64)
    share = TIME_NEAR_S / (_AROUND_S - TIME_NEAR_S)
    kernel = np.array([0.5, 1.0, 1.0, 1.0, 0.5])
    excess = np.convolve(on_line - share * around, kernel, "same")
    middle = -_PITCH_RANGE + (int(np.argmax(excess)) + 0.5) * _PITCH_CELL
    close = near & (np.abs(pairs.higher - middle) < PITCH_NEAR)
    return float(np.median(pairs.higher[close])) if close.any() else middle


def refine(line: Line, edit: SoundPrints, source: SoundPrints, half_s: float) -> Line:
    """Return the line that runs through the pairs around its middle.

    Args:
        line: Right within a tenth of a second around its ``edit_s``.
        edit: Prints of the edit.
        source: Prints of the recording.
        half_s: Seconds of the edit to both sides that are looked at.
    """
    pairs = pairs_along(line, edit, source, line.edit_s - half_s, line.edit_s + half_s)
    right = (np.abs(pairs.higher - line.pitch) < PITCH_NEAR) & (np.abs(pairs.late_s) < _REACH_S)
    at = edit.at_s[pairs.edit[right]] - line.edit_s
    late = pairs.late_s[right]
    slope, offset = _densest(at, late, half_s)
    for near_s in (0.03, TIME_NEAR_S):
        close = np.abs(late - offset - slope * at) < near_s
        if int(close.sum()) < _LEAST_POINTS:
            return line
        x, y = at[close], late[close] - slope * at[close]
        spread = x - x.mean()
        width = float(np.sum(spread**2))
        bend = float(np.sum(spread * (y - np.median(y)))) / width if width > 1 else 0.0
        slope += float(np.clip(bend, -near_s / half_s, near_s / half_s))
        offset = float(np.median(late[close] - slope * x))
    return replace(line, source_s=line.source_s + offset, speed=line.speed + slope)


def _densest(
    at: NDArray[np.float64], late: NDArray[np.float64], half_s: float
) -> tuple[float, float]:
    """Return slope and offset of the narrow band through the points that holds most of them."""
    widest = min(_SLOPE_MAX, _REACH_S / half_s)
    slopes = np.linspace(-widest, widest, _SLOPES)
    slopes = slopes[np.argsort(np.abs(slopes), kind="stable")]
    cells = round(4 * _REACH_S / _CELL_S)
    # All slopes are counted at once, each in a row of cells of its own.
    cell = np.floor((late[None, :] - slopes[:, None] * at[None, :] + 2 * _REACH_S) / _CELL_S)
    row, column = np.nonzero((cell >= 0) & (cell < cells))
    place = row * cells + cell[row, column].astype(np.int64)
    counts = np.bincount(place, minlength=_SLOPES * cells).reshape(_SLOPES, cells)
    votes = counts[:, :-2] + counts[:, 1:-1] + counts[:, 2:]
    steepness, top = divmod(int(np.argmax(votes)), cells - 2)
    return float(slopes[steepness]), -2 * _REACH_S + (top + 1.5) * _CELL_S


def moved(line: Line, edit: SoundPrints, source: SoundPrints, half_s: float) -> Line:
    """Return the line moved in time, its speed kept, to where most pairs around it are."""
    pairs = pairs_along(line, edit, source, line.edit_s - half_s, line.edit_s + half_s)
    close = (np.abs(pairs.late_s) < _MOVE_S) & (np.abs(pairs.higher - line.pitch) < PITCH_NEAR)
    if not close.any():
        return line
    return replace(line, source_s=line.source_s + float(np.median(pairs.late_s[close])))


def step_evidence(
    line: Line, edit: SoundPrints, source: SoundPrints, first: int, last: int
) -> NDArray[np.float64]:
    """Return, for steps ``first`` to ``last`` of the edit, how much likelier the line is.

    Logarithms of likelihood ratios, ``(last - first,)``: above zero where the line explains the
    peaks better than chance does, about zero where there is nothing to hear.
    """
    steps = last - first
    pairs = pairs_along(line, edit, source, first * STEP_S, last * STEP_S)
    same = (np.abs(pairs.higher - line.pitch) < PITCH_NEAR) & clear_peaks(source, pairs.source)
    step = np.minimum((edit.at_s[pairs.edit[same]] / STEP_S).astype(np.int64) - first, steps - 1)
    moments = np.arange(first, last + 1, dtype=np.float64) * STEP_S
    met = _Met(
        pairs.source[same],
        np.maximum(step, 0),
        np.abs(pairs.late_s[same]) < TIME_NEAR_S,
        line.source_s + (moments - line.edit_s) * line.speed,
    )
    begin, end = np.searchsorted(source.at_s, met.expected_s[[0, -1]])
    there = begin + np.flatnonzero(clear_peaks(source, slice(begin, end)))
    # What is quiet in the recording may be masked or cut away: it counts when it is met, and its
    # absence says nothing.
    all_heard = _ratio(met, source.at_s[there])
    loud_heard = _ratio(
        met.only(source.is_loud[met.source]), source.at_s[there[source.is_loud[there]]]
    )
    llr = np.logaddexp(all_heard, loud_heard) - np.log(2)
    loud_s = edit.at_s[edit.is_loud]
    heard = np.diff(np.searchsorted(loud_s, moments))
    llr -= np.where((heard >= _HEARD) & (llr < 1), _FOREIGN, _IDLE)
    middle_s = (met.expected_s[:-1] + met.expected_s[1:]) / 2
    llr[(middle_s < 0) | (middle_s > source.duration_s)] = _LLR_MIN
    clipped: NDArray[np.float64] = np.clip(llr, _LLR_MIN, _LLR_MAX)
    return clipped


@dataclass(frozen=True, slots=True)
class _Met:
    """Pairs of the right pitch around a line, by step."""

    source: NDArray[np.int64]
    step: NDArray[np.int64]
    on_line: NDArray[np.bool_]
    expected_s: NDArray[np.float64]

    def only(self, kept: NDArray[np.bool_]) -> "_Met":
        """Return some of the pairs."""
        return replace(
            self, source=self.source[kept], step=self.step[kept], on_line=self.on_line[kept]
        )


def _ratio(met: _Met, there_s: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the logarithm of the likelihood ratio of every step for some of the peaks.

    Args:
        met: Pairs with these peaks.
        there_s: Seconds of the recording at which the line passes such a peak.
    """
    steps = len(met.expected_s) - 1
    matched = _count_distinct(met.source[met.on_line], met.step[met.on_line], steps)
    beside = np.bincount(met.step[~met.on_line], minlength=steps).astype(np.float64)
    chance = _smooth(beside) * (TIME_NEAR_S / (_AROUND_S - TIME_NEAR_S)) + _CHANCE_FLOOR
    present = np.diff(np.searchsorted(there_s, met.expected_s)).astype(np.float64)
    mean = chance[:, None] + _SHARES * present[:, None]
    ratio = matched[:, None] * np.log(mean / chance[:, None]) - (mean - chance[:, None])
    found: NDArray[np.float64] = np.log(np.mean(np.exp(np.clip(ratio, -50, 50)), axis=1))
    return found


def clear_peaks(
    source: SoundPrints, places: NDArray[np.int64] | slice = slice(None)
) -> NDArray[np.bool_]:
    """Return which of the peaks at some places should be heard wherever the recording is."""
    return source.contrast[places] >= _CLEAR_CONTRAST


def _count_distinct(
    source: NDArray[np.int64], step: NDArray[np.int64], steps: int
) -> NDArray[np.float64]:
    """Return how many different peaks of the recording were met in each step."""
    if not len(source):
        return np.zeros(steps)
    code = np.unique(source * steps + step)
    return np.bincount(code % steps, minlength=steps).astype(np.float64)


def _smooth(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return each step's value averaged with its neighbours."""
    if len(values) < 3:  # noqa: PLR2004 -- nothing to average with
        return values
    padded = np.pad(values, 1, mode="edge")
    return 0.25 * padded[:-2] + 0.5 * padded[1:-1] + 0.25 * padded[2:]
