"""How far a sound reaches within a shot: up to the cut, where nothing speaks against it.

Peaks tell a sound where there is something to hear. In a pause, or where nobody speaks under
music, they are silent; an editor cuts picture and sound together more often than not, and a
picture that goes on along the very same line says that the shot goes on.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from consentkit.domain.coverage import Match
from consentkit.kernel.timebase import TimeRange
from consentkit.media.match.sound_evidence import STEP_S, step_evidence
from consentkit.media.match.sound_lines import Line
from consentkit.media.taps.sound_prints_read import SoundPrints

_SHORT_S = 0.75
_LONG_S = 5.0
_AGAINST_SHORT, _AGAINST_LONG = -2.0, -1.2
"""Mean nepers of a half second from which the peaks deny it; replaced speech says -2.5."""
_SAME_S = 0.4
_FOLLOWS_SHARE = 0.9

Sources = Callable[[str], SoundPrints | None]


def reached(
    heard: Sequence[Match],
    seen: Sequence[Match],
    cuts_s: NDArray[np.float64],
    edit: SoundPrints,
    sources: Sources,
    duration: Fraction,
) -> tuple[Match, ...]:
    """Return the sounds, each as far as its shot reaches, still without overlap.

    Args:
        heard: Matches of the sound, in order of time.
        seen: Matches of the picture.
        cuts_s: Cuts of the edit's picture in seconds, in order.
        edit: Prints of the edit.
        sources: Returns the prints of a recording.
        duration: Seconds of the edit.
    """
    borders = np.concatenate([[0.0], cuts_s, [float(duration)]])
    found: list[Match] = []
    for place, match in enumerate(heard):
        source = sources(match.recording_id)
        if source is None:
            found.append(match)
            continue
        start, end = float(match.edit.start), float(match.edit.end)
        floor = found[-1].edit.end if found else Fraction(0)
        ceiling = heard[place + 1].edit.start if place + 1 < len(heard) else duration
        before = max(float(floor), float(borders[borders <= start].max(initial=0.0)))
        after = min(float(ceiling), float(borders[borders >= end].min(initial=borders[-1])))
        line = _line(match)
        begins = _holds(line, (before, start), seen, edit, source)
        ends = _holds(line, (end, after), seen, edit, source)
        span = TimeRange(
            max(floor, _moment(before)) if begins else match.edit.start,
            (ceiling if after == float(ceiling) else _moment(after)) if ends else match.edit.end,
        )
        found.append(replace(match, edit=span, source_start=match.source_at(span.start)))
    return tuple(found)


def _holds(
    line: Line,
    gap: tuple[float, float],
    seen: Sequence[Match],
    edit: SoundPrints,
    source: SoundPrints,
) -> bool:
    start, end = gap
    length = end - start
    if length <= 0 or length > _LONG_S:
        return False
    if not 0 <= line.source_at(start) <= line.source_at(end) <= source.duration_s:
        return False
    steps = int(start / STEP_S), max(int(start / STEP_S) + 1, int(np.ceil(end / STEP_S)))
    mean = float(step_evidence(line, edit, source, *steps).mean())
    if length <= _SHORT_S:
        return mean > _AGAINST_SHORT
    return mean > _AGAINST_LONG and _follows(line, gap, seen)


def _follows(line: Line, gap: tuple[float, float], seen: Sequence[Match]) -> bool:
    """Return whether the picture goes on along the line."""
    shared = 0.0
    for match in seen:
        start = max(gap[0], float(match.edit.start))
        end = min(gap[1], float(match.edit.end))
        if start < end and match.recording_id == line.recording_id:
            middle = (start + end) / 2
            apart = float(match.source_at(_moment(middle))) - line.source_at(middle)
            shared += (end - start) if abs(apart) < _SAME_S else 0.0
    return shared >= _FOLLOWS_SHARE * (gap[1] - gap[0])


def _line(match: Match) -> Line:
    return Line(
        match.recording_id,
        float(match.edit.start),
        float(match.source_start),
        float(match.speed),
        match.pitch_semitones,
    )


def _moment(second: float) -> Fraction:
    return Fraction(round(second * 1000), 1000)
