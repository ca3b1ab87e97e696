"""The sound lane: which stretches of an edit let which stretches of which recording be heard.

The index proposes lines, stored peaks along each line decide, and the most likely path through all
of them, silence and the unknown included, is the answer.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from consentkit.domain.coverage import Lane, Match
from consentkit.kernel.timebase import TimeRange, seconds
from consentkit.media.match.library import Library
from consentkit.media.match.sound_borders import refine_borders
from consentkit.media.match.sound_evidence import (
    STEP_S,
    find_pitch,
    moved,
    pairs_along,
    refine,
    step_evidence,
)
from consentkit.media.match.sound_keys import query_keys
from consentkit.media.match.sound_lines import (
    STEADY_HITS,
    Hits,
    Hypothesis,
    Line,
    find_hypotheses,
    look_up,
    suspicious_volumes,
    within,
)
from consentkit.media.match.sound_path import Stretch, best_path
from consentkit.media.match.sound_sweep import (
    UNCHANGED,
    Change,
    Window,
    cloud_of,
    likely_changes,
    sweep,
    windows_of,
)
from consentkit.media.taps.base import TapResult
from consentkit.media.taps.sound_prints_read import SoundPrints, read_sound_prints

TAP = "sound-prints"

_RECORDINGS_MAX = 48
_HITS_TO_OPEN = 4
_HITS_CHANGED = 3
_HITS_STEADY = 2
_LINES_MAX = 400
_LOOK_S = 3.0
_LOOKS_MAX = 16
"""Lines of one stretch that are looked at; where all of an edit's recordings are known, the line
that wins is the first or the second."""
_GROW_S = 12.0
_GOES_ON = 8.0
_LEAST_LOCAL = 8.0
_LEAST_TOTAL = 17.0
"""Nepers a stretch must reach. A search that tries ten million places finds 16 by chance."""
_SAME_S = 0.12
_UNCHANGED = 0.004
_CONFIDENT_AT = 15.0
_CONFIDENCE_WIDTH = 3.0
_OUTSIDE = -4.0
_VOTES_MAX = 20_000_000
_SUSPECT_VOTES_MAX = 4_000_000
_SWEEP_VOTES = 4_000
"""Votes of the thorough look, and what each sweep costs besides; about a second of CPU."""
_LEAST_OPEN_STEPS = 3
_SUSPECTS_MAX = 4


class _Sources:
    """Prints of the recordings that were opened; no more than a bounded number."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._prints: dict[str, SoundPrints | None] = {}

    def get(self, recording_id: str, *, may_open: bool) -> SoundPrints | None:
        """Return the prints of a recording; None where there are none or it stays closed."""
        if recording_id in self._prints:
            return self._prints[recording_id]
        if not may_open or len(self._prints) >= _RECORDINGS_MAX:
            return None
        result = self._library.prints(recording_id, TAP)
        self._prints[recording_id] = None if result is None else read_sound_prints(result)
        return self._prints[recording_id]

    @property
    def opened(self) -> Mapping[str, SoundPrints]:
        """All that were opened and have prints."""
        return {name: item for name, item in self._prints.items() if item is not None}


@dataclass(frozen=True, slots=True)
class _Track:
    """A line and where along the edit it has evidence."""

    line: Line
    first: int
    evidence: NDArray[np.float64]

    def explains(self, other: Line) -> bool:
        """Return whether another line says the same where this one has evidence."""
        step = int(other.edit_s / STEP_S) - self.first
        if other.recording_id != self.line.recording_id or not 0 <= step < len(self.evidence):
            return False
        near = self.evidence[max(0, step - 3) : step + 4]
        gap = abs(self.line.source_at(other.edit_s) - other.source_s)
        return gap < _SAME_S and float(near.sum()) > _LEAST_LOCAL / 2


def match_sound(edit: TapResult, duration: Fraction, library: Library) -> tuple[Match, ...]:
    """Return where the sound of an edit comes from, in order of time, without overlap.

    Args:
        edit: What the ``sound-prints`` tap left of the edit.
        duration: Seconds of the edit.
        library: All scanned recordings.

    Raises:
        MalformedError: ``prints.sound``: prints of the edit or of a recording are damaged.
    """
    prints = read_sound_prints(edit)
    steps = int(np.ceil(float(duration) / STEP_S))
    sources = _Sources(library)
    tracks: list[_Track] = []
    hits = look_up(query_keys(prints), library)
    everywhere = find_hypotheses(hits, library, _HITS_TO_OPEN, STEADY_HITS)
    _add_tracks(tracks, everywhere, prints, sources, steps)
    near = within(hits, _volumes_of(hits, library, sources))
    _add_tracks(
        tracks, find_hypotheses(near, library, _HITS_CHANGED, _HITS_STEADY), prints, sources, steps
    )
    _sweep_rest(tracks, prints, hits, library, sources, steps)
    stretches = _decide(tracks, steps)
    lines = tuple(track.line for track in tracks)
    # Borders are told in milliseconds; rounded, the last one must not lie behind the end.
    end_s = int(duration * 1000) / 1000
    borders = refine_borders(stretches, lines, prints, sources.opened, end_s)
    return tuple(
        _match(item, lines[item.line], start, end)
        for item, (start, end) in zip(stretches, borders, strict=True)
        if end - start >= STEP_S
    )


def _add_tracks(
    tracks: list[_Track],
    hypotheses: tuple[Hypothesis, ...],
    prints: SoundPrints,
    sources: _Sources,
    steps: int,
) -> None:
    """Add the lines that hold and are not there yet; of each stretch the best are looked at."""
    looked_at = Counter[int]()
    for hypothesis in hypotheses:
        if len(tracks) >= _LINES_MAX:
            return
        stretch = int(hypothesis.line.edit_s / _LOOK_S)
        if looked_at[stretch] == _LOOKS_MAX or any(
            track.explains(hypothesis.line) for track in tracks
        ):
            continue
        source = sources.get(
            hypothesis.line.recording_id, may_open=hypothesis.hits >= _HITS_TO_OPEN
        )
        if source is None:
            continue
        looked_at[stretch] += 1
        track = _follow(hypothesis.line, prints, source, steps)
        if track is not None and not any(other.explains(track.line) for other in tracks):
            tracks.append(track)


def _decide(tracks: list[_Track], steps: int) -> list[Stretch]:
    """Return the stretches of the best way through all lines that are worth it."""
    evidence = np.full((len(tracks), steps), _OUTSIDE)
    for row, track in enumerate(tracks):
        evidence[row, track.first : track.first + len(track.evidence)] = track.evidence
    return [item for item in best_path(evidence) if item.evidence >= _LEAST_TOTAL]


def _sweep_rest(
    tracks: list[_Track],
    prints: SoundPrints,
    hits: Hits,
    library: Library,
    sources: _Sources,
    steps: int,
) -> None:
    """Look for what is still unknown in the recordings that the edit uses or seems to use."""
    stretches = _decide(tracks, steps)
    weight: dict[str, float] = {}
    for item in stretches:
        name = tracks[item.line].line.recording_id
        weight[name] = weight.get(name, 0.0) + item.evidence
    names = sorted(weight, key=lambda name: (-weight[name], name))
    suspects = _suspects(hits, library, sources, names)
    clouds = {name: cloud_of(sources.opened[name]) for name in (*names, *suspects)}
    asked = cloud_of(prints)
    seen = sorted({
        (round(tracks[item.line].line.speed, 2), round(tracks[item.line].line.pitch * 2) / 2)
        for item in stretches
    })
    votes_left = {"used": _VOTES_MAX, "suspected": _SUSPECT_VOTES_MAX}
    known = -1
    windows: list[Window] = []
    for change in likely_changes([Change(*item) for item in seen]):
        if known != len(tracks):
            known = len(tracks)
            stretches = _decide(tracks, steps)
            windows = windows_of(asked, _open_stretches(stretches, steps))
            used = {tracks[item.line].line.recording_id for item in stretches}
            names += [name for name in suspects if name in used and name not in names]
        for name in names if change != UNCHANGED else [*names, *suspects]:
            purse = "used" if name in names else "suspected"
            for window in windows:
                if votes_left[purse] <= 0:
                    break
                hypothesis, votes = sweep(window, clouds[name], name, change)
                votes_left[purse] -= votes + _SWEEP_VOTES
                if hypothesis is not None:
                    _add_tracks(tracks, (hypothesis,), prints, sources, steps)
        if votes_left["used"] <= 0:
            return


def _suspects(hits: Hits, library: Library, sources: _Sources, known: list[str]) -> list[str]:
    """Return recordings in which more hits agree than chance explains, opened; the best first."""
    found: list[str] = []
    for number in suspicious_volumes(hits):
        where = library.volume(number)
        if where is None or where.recording_id in {*known, *found}:
            continue
        if sources.get(where.recording_id, may_open=True) is not None:
            found.append(where.recording_id)
        if len(found) == _SUSPECTS_MAX:
            break
    return found


def _open_stretches(stretches: list[Stretch], steps: int) -> list[tuple[float, float]]:
    """Return the stretches of the edit in seconds that nothing explains."""
    edges = [0, *(edge for item in stretches for edge in (item.first, item.last)), steps]
    return [
        (first * STEP_S, last * STEP_S)
        for first, last in zip(edges[::2], edges[1::2], strict=True)
        if last - first >= _LEAST_OPEN_STEPS
    ]


def _volumes_of(hits: Hits, library: Library, sources: _Sources) -> list[int]:
    """Return the numbers of the volumes of recordings that were opened."""
    numbers = np.flatnonzero(np.bincount(hits.volume)).tolist() if len(hits.volume) else []
    opened = sources.opened
    return [
        number
        for number in numbers
        if (where := library.volume(number)) is not None and where.recording_id in opened
    ]


def _follow(line: Line, prints: SoundPrints, source: SoundPrints, steps: int) -> _Track | None:
    """Return the line with its evidence as far as it holds; None when it does not hold at all."""
    around = pairs_along(line, prints, source, line.edit_s - _LOOK_S, line.edit_s + _LOOK_S)
    line = replace(line, pitch=find_pitch(around))
    line = _straightened(refine(line, prints, source, _LOOK_S), prints, source)
    reach = _GROW_S
    while True:
        first = max(0, int((line.edit_s - reach) / STEP_S))
        last = min(steps, int((line.edit_s + reach) / STEP_S) + 1)
        if last <= first:
            return None
        evidence = step_evidence(line, prints, source, first, last)
        if _peak_sum(evidence) < _LEAST_LOCAL:
            return None
        edge = round(3 / STEP_S)
        grows = (first > 0 and evidence[:edge].sum() > _GOES_ON) or (
            last < steps and evidence[-edge:].sum() > _GOES_ON
        )
        if not grows:
            return _Track(line, first, evidence)
        line = _straightened(refine(line, prints, source, reach), prints, source)
        reach *= 2


def _straightened(line: Line, prints: SoundPrints, source: SoundPrints) -> Line:
    """Return the line at unchanged speed when it is as good as that."""
    if abs(line.speed - 1) > _UNCHANGED:
        return line
    return moved(replace(line, speed=1.0), prints, source, _LOOK_S)


def _peak_sum(evidence: NDArray[np.float64]) -> float:
    """Return the largest sum over any run of steps."""
    sums = np.concatenate([[0.0], np.cumsum(evidence)])
    return float(np.max(sums - np.minimum.accumulate(sums)))


def _match(stretch: Stretch, line: Line, start: float, end: float) -> Match:
    moment = seconds(start, denominator=1000)
    return Match(
        lane=Lane.SOUND,
        edit=TimeRange(moment, seconds(end, denominator=1000)),
        recording_id=line.recording_id,
        source_start=seconds(max(0.0, line.source_at(float(moment))), denominator=1000),
        speed=seconds(line.speed, denominator=10_000),
        confidence=_confidence(stretch.evidence),
        pitch_semitones=round(line.pitch, 2),
    )


def _confidence(evidence: float) -> float:
    return float(1 / (1 + np.exp(-(evidence - _CONFIDENT_AT) / _CONFIDENCE_WIDTH)))
