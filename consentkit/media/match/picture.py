"""Where the picture of an edit comes from, by half second.

Points of few frames propose recordings, placements and stretches of time (``picture_shots``); the
tracks judge them half second by half second (``picture_lines``); a chain with an unknown state
decides (``picture_path``). What the sound says is tried first, and never believed on its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

import numpy as np

from consentkit.domain.coverage import Lane, Match, Pane
from consentkit.domain.frame_box import FULL, FrameBox
from consentkit.kernel.timebase import TimeRange
from consentkit.media.match.library import Library
from consentkit.media.match.picture_lines import LineFinder, ShotLine, Tracks
from consentkit.media.match.picture_path import Run, best_path
from consentkit.media.match.picture_shots import (
    Boards,
    Sighting,
    SoundHint,
    find_sightings,
    shots_by_number,
)
from consentkit.media.match.track import STEP_S, SourceLine, TrackReader, View
from consentkit.media.match.track_plane import Box
from consentkit.media.taps.base import TapResult
from consentkit.media.taps.picture_prints_form import edit_picture_of

_ROUNDS = 2
_REST_MIN_STEPS = 3
_PIECES_MIN = 2
_PIECES_FIELDS = 5.0
_EXPLAINED = 0.6
_NEXT_S = 1.0
_SOUGHT_FROM_S = 0.75
_SOUGHT_MIN, _SOUGHT_EVERY_S = 2, 60.0
"""So many shots, and one for every minute, are looked for without points: 60 ms each."""
_HINT_NEAR_S = 0.6
_SAME_S = 0.4
_SHOWN_MIN = 1.0
_EVIDENCE_HALF, _EVIDENCE_SCALE = 3.0, 1.2
_SHORT_S = 3.0
_MS = 1000


@dataclass(frozen=True, slots=True)
class PictureMatch:
    """A stretch of the edit whose picture was found.

    Attributes:
        start_s: Second of the edit where it begins.
        end_s: Second where it ends.
        recording_id: The recording it shows.
        view: Where it shows the recording.
        line: When.
        pane: Whose side is seen.
        evidence: Mean evidence of its half seconds, in natural logarithms.
        is_hinted: Whether the sound tells the same time.
        partner_box: Where the partner's pane lies in the edit; of a zoom, all it passes over.
        own_box: The same of the creator's own pane.
    """

    start_s: float
    end_s: float
    recording_id: str
    view: View
    line: SourceLine
    pane: Pane
    evidence: float
    is_hinted: bool
    partner_box: FrameBox | None = None
    own_box: FrameBox | None = None


@dataclass(frozen=True, slots=True)
class PictureFindings:
    """What the picture says.

    Attributes:
        found: Stretches in order of time, without overlap.
    """

    found: tuple[PictureMatch, ...]

    @property
    def matches(self) -> tuple[Match, ...]:
        """The stretches as matches of the picture's lane."""
        return tuple(_as_match(item) for item in self.found)


def hints_of(matches: Sequence[Match]) -> tuple[SoundHint, ...]:
    """Return what the matches of the sound propose for the picture."""
    return tuple(
        SoundHint(
            float(match.edit.start),
            float(match.edit.end),
            match.recording_id,
            float(match.source_start),
            float(match.speed),
        )
        for match in matches
        if match.lane is Lane.SOUND
    )


def match_picture(
    points: TapResult, track: TapResult, library: Library, hints: Sequence[SoundHint] = ()
) -> PictureFindings:
    """Return where the picture of an edit comes from.

    Args:
        points: What the tap ``edit-picture`` left of the edit.
        track: What the tap ``edit-track`` left of it.
        library: All scanned recordings, with their ``picture-prints``, ``picture-track`` and, where
            there are any, ``panes``.
        hints: What the sound says (``hints_of``).

    Raises:
        MalformedError: ``picture.prints`` or ``track.prints``: prints are damaged.
    """
    edit = edit_picture_of(points)
    reader = TrackReader(track)
    boards = Boards(library)
    sightings = shots_by_number(find_sightings(edit, library, boards, hints))
    finder = LineFinder(
        reader, (max(edit.width, 1e-3), max(edit.height, 1e-3)), boards, Tracks(library), hints
    )
    shots = [
        _Shot(float(start), float(end), sightings.get(number, ()))
        for number, (start, end) in enumerate(edit.shots)
    ]
    by_shot = [_explained(shot, finder) for shot in shots]
    for number in _open(shots, by_shot, finder):
        again = _explained(shots[number], finder, seek=True)
        by_shot[number] = max(by_shot[number], again, key=_covered_s)
    found = [item for items in by_shot for item in items]
    found += _continued(shots, found, finder)
    found.sort(key=lambda item: item.start_s)
    timed = [_boxed(_timed(item, hints), boards) for item in found]
    return PictureFindings(tuple(_joined(timed)))


@dataclass(frozen=True, slots=True)
class _Shot:
    start_s: float
    end_s: float
    sightings: tuple[Sighting, ...]

    def near(self, start_s: float, end_s: float) -> tuple[Sighting, ...]:
        """Return the sightings of a part of the shot; those of the shot when it has none."""
        inside = [
            item for item in self.sightings if any(start_s <= at < end_s for at in item.seen_s)
        ]
        return tuple(inside) or self.sightings

    def pieces(self, start_s: float, end_s: float) -> list[tuple[float, float]]:
        """Return parts around the frames seen: a slow zoom has another placement in each."""
        clear = [item for item in self.sightings if item.partner_fields >= _PIECES_FIELDS]
        times = sorted({at for item in clear for at in item.seen_s})
        inside = [at for at in times if start_s <= at < end_s]
        if len(inside) < _PIECES_MIN:
            return []
        middles = [(before + after) / 2 for before, after in pairwise(inside)]
        return list(pairwise([start_s, *middles, end_s]))


def _covered_s(found: Sequence[PictureMatch]) -> float:
    return sum(item.end_s - item.start_s for item in found)


def _open(
    shots: Sequence[_Shot], found: Sequence[Sequence[PictureMatch]], finder: LineFinder
) -> list[int]:
    """Return shots that are heard but hardly explained, as many as there is time for."""
    numbers = [
        number
        for number, (shot, items) in enumerate(zip(shots, found, strict=True))
        if _covered_s(items) < _EXPLAINED * (shot.end_s - shot.start_s)
        and shot.end_s - shot.start_s >= _SOUGHT_FROM_S
        and finder.is_heard(shot.start_s, shot.end_s)
    ]
    numbers.sort(
        key=lambda number: (
            not shots[number].sightings,
            shots[number].start_s - shots[number].end_s,
        )
    )
    edit_s = shots[-1].end_s if shots else 0.0
    return numbers[: _SOUGHT_MIN + int(edit_s / _SOUGHT_EVERY_S)]


def _explained(shot: _Shot, finder: LineFinder, *, seek: bool = False) -> list[PictureMatch]:
    """Return what explains a shot; where a cut was missed, its rest is looked at again."""
    found: list[PictureMatch] = []
    open_stretches = [(shot.start_s, shot.end_s)]
    for round_number in range(_ROUNDS):
        rest: list[tuple[float, float]] = []
        for start_s, end_s in open_stretches:
            lines = finder.lines(start_s, end_s, shot.near(start_s, end_s), seek=seek)
            if not lines:
                rest += shot.pieces(start_s, end_s)
                continue
            for run, (begin, end) in _runs(lines, start_s, end_s):
                if run.line >= 0:
                    found.append(_match(lines[run.line], run, _first_step(lines), begin, end))
                elif (
                    shot.sightings
                    and run.last - run.first >= _REST_MIN_STEPS
                    and (begin, end) != (start_s, end_s)
                ):
                    rest.append((begin, end))
        open_stretches = rest
        if not rest or round_number == _ROUNDS - 1:
            break
    return found


def _runs(
    lines: Sequence[ShotLine], start_s: float, end_s: float
) -> list[tuple[Run, tuple[float, float]]]:
    """Return the runs of a stretch with the seconds they cover."""
    first = _first_step(lines)
    last = max(line.first_step + len(line.evidence) for line in lines)
    table = np.full((len(lines), last - first), np.nan)
    for row, line in enumerate(lines):
        begin = line.first_step - first
        table[row, begin : begin + len(line.evidence)] = line.evidence
    return [
        (
            run,
            (
                max(start_s, (first + run.first) * STEP_S),
                end_s if run.last == last - first else min(end_s, (first + run.last) * STEP_S),
            ),
        )
        for run in best_path(table)
    ]


def _first_step(lines: Sequence[ShotLine]) -> int:
    return min(line.first_step for line in lines)


def _match(line: ShotLine, run: Run, first_step: int, start_s: float, end_s: float) -> PictureMatch:
    # Steps of the run, by the line's own count of steps.
    first = max(0, first_step + run.first - line.first_step)
    inside = line.evidence[first : max(first + 1, first_step + run.last - line.first_step)]
    pane = Pane.BOTH
    if line.own < _SHOWN_MIN <= line.partner:
        pane = Pane.PARTNER
    elif line.partner < _SHOWN_MIN <= line.own:
        pane = Pane.OWN
    return PictureMatch(
        start_s,
        end_s,
        line.recording_id,
        line.view,
        line.line,
        pane,
        float(inside.mean()),
        line.is_hinted,
    )


def _continued(
    shots: Sequence[_Shot], found: Sequence[PictureMatch], finder: LineFinder
) -> list[PictureMatch]:
    """Return shots, too short to be asked about, that go on like the one before or after."""
    more: list[PictureMatch] = []
    for shot in shots:
        if any(item.start_s < shot.end_s and item.end_s > shot.start_s for item in found):
            continue
        near = [
            item
            for item in (*found, *more)
            if abs(item.end_s - shot.start_s) < STEP_S / 2
            or abs(item.start_s - shot.end_s) < STEP_S / 2
        ]
        for item in near:
            line = _next(shot, item, finder)
            if line is None:
                continue
            runs = _runs((line,), shot.start_s, shot.end_s)
            more += [
                _match(line, run, line.first_step, *ends) for run, ends in runs if run.line >= 0
            ]
            break
    return more


def _next(shot: _Shot, item: PictureMatch, finder: LineFinder) -> ShotLine | None:
    """Return the line of a neighbour if it goes on in a shot; the nearest second is asked first."""
    where = item.recording_id, item.view, item.line
    ends = [(shot.start_s, shot.end_s)]
    if shot.end_s - shot.start_s > 2 * _NEXT_S:
        is_after = abs(item.end_s - shot.start_s) < STEP_S / 2
        near = shot.start_s if is_after else shot.end_s - _NEXT_S
        ends.insert(0, (near, near + _NEXT_S))
    line = None
    for start_s, end_s in ends:
        line = finder.along(start_s, end_s, *where)
        if line is None or line.typical <= 0:
            return None
    return line


def _timed(item: PictureMatch, hints: Sequence[SoundHint]) -> PictureMatch:
    """Return a match with the sound's time where both tell the same: the sound is sharper."""
    middle = (item.start_s + item.end_s) / 2
    shown = item.line.at(middle)
    for hint in hints:
        if (
            hint.recording_id == item.recording_id
            and hint.edit_start_s <= middle < hint.edit_end_s
            and abs(hint.at(middle) - shown) < _HINT_NEAR_S
        ):
            line = SourceLine(middle, hint.at(middle), hint.speed)
            return replace(item, line=line, is_hinted=True)
    if item.end_s - item.start_s < _SHORT_S and not item.is_hinted:
        # Too short to tell a speed; its middle is right whatever the speed is.
        return replace(item, line=SourceLine(middle, shown, 1.0))
    return item


def _boxed(item: PictureMatch, boards: Boards) -> PictureMatch:
    """Return a match that tells where both panes of the recording lie in the edit."""
    board = boards.of(item.recording_id)
    if board is None:
        return item
    partner, own = board.share(board.partner), board.share(board.own)
    return replace(
        item,
        partner_box=None if partner is None else _box_in_edit(item.view, partner),
        own_box=None if own is None else _box_in_edit(item.view, own),
    )


def _box_in_edit(view: View, pane: Box) -> FrameBox | None:
    """Return where a part of the recording lies in the edit; None where all of it is outside.

    What covers it there, a caption or another clip, is not left out: the edges of such are told by
    blocks of some dozen pixels, and half a face must not be taken for somebody else's.
    """
    across = sorted((side - view.shift_x) / view.scale_x for side in (pane[0], pane[2]))
    down = [(side - view.shift_y) / view.scale_y for side in (pane[1], pane[3])]
    left, right, top, bottom = (round(FULL * min(1.0, max(0.0, side))) for side in (*across, *down))
    return FrameBox(left, top, right, bottom) if left < right and top < bottom else None


def _around(before: FrameBox | None, after: FrameBox | None) -> FrameBox | None:
    """Return what holds both boxes; None where one of them is not known."""
    return None if before is None or after is None else before.united(after)


def _joined(found: Sequence[PictureMatch]) -> list[PictureMatch]:
    """Return the matches with those as one that go on without a break."""
    joined: list[PictureMatch] = []
    for item in found:
        before = joined[-1] if joined else None
        if before is not None and item.start_s < before.end_s:
            item = replace(item, start_s=before.end_s)  # noqa: PLW2901 -- the rest of it
            if item.end_s - item.start_s < STEP_S / 2:
                continue
        if (
            before is not None
            and item.start_s - before.end_s < STEP_S / 4
            and item.recording_id == before.recording_id
            and item.view.is_mirrored is before.view.is_mirrored
            and abs(item.line.at(item.start_s) - before.line.at(item.start_s)) < _SAME_S
            and abs(item.line.speed - before.line.speed) < _SAME_S / 4
        ):
            longer = max(item, before, key=lambda part: part.end_s - part.start_s)
            share = (item.end_s - item.start_s) / (item.end_s - before.start_s)
            joined[-1] = replace(
                longer,
                start_s=before.start_s,
                end_s=item.end_s,
                pane=before.pane if before.pane is item.pane else Pane.BOTH,
                evidence=share * item.evidence + (1 - share) * before.evidence,
                is_hinted=item.is_hinted or before.is_hinted,
                partner_box=_around(before.partner_box, item.partner_box),
                own_box=_around(before.own_box, item.own_box),
            )
        else:
            joined.append(item)
    return joined


def _as_match(item: PictureMatch) -> Match:
    start, end = (Fraction(round(moment * _MS), _MS) for moment in (item.start_s, item.end_s))
    source = Fraction(round(item.line.at(float(start)) * _MS), _MS)
    return Match(
        Lane.PICTURE,
        TimeRange(start, end),
        item.recording_id,
        source,
        Fraction(round(item.line.speed * _MS), _MS),
        _confidence(item.evidence),
        item.view.is_mirrored,
        item.pane,
        partner_box=item.partner_box,
        own_box=item.own_box,
    )


def _confidence(evidence: float) -> float:
    """Return 0 to 1, rising with the evidence; how often it is right is measured by the bench."""
    return float(1 / (1 + np.exp(-(evidence - _EVIDENCE_HALF) / _EVIDENCE_SCALE)))
