"""Lines of a shot: recording, view and run of time, each judged by the pictures themselves."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from consentkit.media.match.library import Library
from consentkit.media.match.picture_board import Board
from consentkit.media.match.picture_placement import Placement
from consentkit.media.match.picture_shots import Boards, Sighting, SoundHint, Stretch
from consentkit.media.match.track import (
    STEP_S,
    Hypothesis,
    SourceLine,
    SourceStretch,
    TrackReader,
    Verification,
    View,
    verify,
)
from consentkit.media.match.track_judge import Panes
from consentkit.media.match.track_register import register

TRACK = "picture-track"
_SPEED_MIN, _SPEED_MAX = 0.75, 1.33
_BOX_MARGIN = 0.04
_HINT_SLACK_S = 1.0
_SURE = 6.0
"""Evidence of the median half second from which nothing else is looked for."""
_POSSIBLE = 2.0
_NEAR_VIEW, _SAME_VIEW = 0.05, 0.015
_SETTLED = 5.0
"""Evidence of a line that the sound proposes from which no view is sought from scratch."""
_PARTNER_LEAST = 4.0
"""Fields of the partner's pane below which time is not searched: one's own pane tells none."""
_SIGHTINGS = 3
_STRETCHES = 2
_VIEWS = 1
_REGISTERED = 2
_REGISTER_FROM_S = 0.75
_SEEN_AND_HEARD = 4.0
"""What it speaks for a line that points of the partner's pane and the sound propose it alike.

Source: of 311 such lines of drawn and real edits none was false, wherever the tracks stood.
"""
_HEARD = 1.5
"""What it speaks for a line that the sound alone proposes: nine of 378 were false, the best at 0.
"""
_SEEN_FIELDS = 5.0
_NEAR_SEEN_S = 1.25
_LEAD_MIN, _FIELDS_A_NAT, _BACKING_MOST = 8.0, 4.0, 4.0
"""Points of footage from elsewhere agree in 7 fields at most; four more count as one nat."""
_OWN_SHARE = 0.5
_OWN_LEAST, _OWN_MOST = -2.0, 6.0


@dataclass(frozen=True, slots=True)
class ShotLine:
    """One explanation of a shot.

    Attributes:
        recording_id: The recording.
        view: Where the shot shows it.
        line: When.
        first_step: Number of the half second ``evidence`` begins with.
        evidence: ``(steps,) float64``: for and against, in natural logarithms.
        partner: Evidence of the partner's side in the median half second.
        own: Evidence of the creator's own pane in the median half second.
        is_hinted: Whether the sound tells the same time.
    """

    recording_id: str
    view: View
    line: SourceLine
    first_step: int
    evidence: NDArray[np.float64]
    partner: float
    own: float
    is_hinted: bool

    @property
    def typical(self) -> float:
        """Evidence of the median half second."""
        return float(np.median(self.evidence)) if len(self.evidence) else 0.0


class Tracks:
    """The tracks of the recordings asked about, each opened once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._opened: dict[str, TrackReader | None] = {}

    def of(self, recording_id: str) -> TrackReader | None:
        """Return the recording's track; None when it has none.

        Raises:
            MalformedError: ``track.prints``: it is damaged.
        """
        if recording_id not in self._opened:
            result = self._library.prints(recording_id, TRACK)
            self._opened[recording_id] = None if result is None else TrackReader(result)
        return self._opened[recording_id]


class LineFinder:
    """Judges what may explain the shots of one edit.

    Args:
        edit: The edit's track.
        shape: Width and height of the edit in shares of its longer side.
        boards: Points of the recordings.
        tracks: Tracks of the recordings.
        hints: What the sound says.
    """

    def __init__(
        self,
        edit: TrackReader,
        shape: tuple[float, float],
        boards: Boards,
        tracks: Tracks,
        hints: Sequence[SoundHint],
    ) -> None:
        self._edit = edit
        self._width, self._height = shape
        self._boards = boards
        self._tracks = tracks
        self._hints = hints
        self._views: dict[str, list[View]] = {}
        self._sought: dict[str, list[tuple[float, float, list[View]]]] = {}
        self._judged_of: dict[tuple[float, float], list[ShotLine]] = {}

    def lines(
        self, start_s: float, end_s: float, sightings: Sequence[Sighting], *, seek: bool = False
    ) -> tuple[ShotLine, ...]:
        """Return the lines that may explain a stretch of the edit, the likeliest first.

        Args:
            start_s: Second of the edit where it begins.
            end_s: Second where it ends.
            sightings: What its points say.
            seek: Whether to look for views from scratch, too: that costs more than all else.

        Raises:
            MalformedError: ``track.prints``: a track is damaged.
        """
        found = list(self._judged_of.get((start_s, end_s), ()))
        if not found:
            for sighting in sightings[:_SIGHTINGS]:
                found += self._from_sighting(start_s, end_s, sighting)
                if _is_sure(found):
                    break
            self._judged_of[start_s, end_s] = list(found)
        if not _is_sure(found):
            found += self._from_hints(start_s, end_s, found, seek=seek)
        found = [line for line in found if line.typical > 0]
        for line in found:
            self.remember(line)
        return tuple(sorted(found, key=lambda line: (-line.typical, line.recording_id)))

    def is_heard(self, start_s: float, end_s: float) -> bool:
        """Return whether the sound says anything about a stretch."""
        return bool(self._near(start_s, end_s))

    def remember(self, line: ShotLine) -> None:
        """Try this line's view on other shots that the sound ascribes to its recording."""
        views = self._views.setdefault(line.recording_id, [])
        if line.typical >= _SURE and not any(_alike(line.view, view, _NEAR_VIEW) for view in views):
            views.insert(0, line.view)

    def along(
        self, start_s: float, end_s: float, recording_id: str, view: View, line: SourceLine
    ) -> ShotLine | None:
        """Return the line of a neighbouring stretch, judged on this one."""
        return self._judged(start_s, end_s, recording_id, view, line, is_hinted=False, refine=False)

    def _from_sighting(self, start_s: float, end_s: float, sighting: Sighting) -> list[ShotLine]:
        return [_backed(line, sighting) for line in self._judged_sighting(start_s, end_s, sighting)]

    def _judged_sighting(self, start_s: float, end_s: float, sighting: Sighting) -> list[ShotLine]:
        board = self._boards.of(sighting.recording_id)
        if board is None:
            return []
        view = self._view(sighting.placement, sighting.box, board)
        if view is None:
            return []
        hinted: list[ShotLine] = []
        for known in self._views.get(sighting.recording_id, ()):
            # Two shots of one view: it is made to fit once.
            if _alike(known, view, _SAME_VIEW):
                hinted = self._hinted(
                    start_s,
                    end_s,
                    sighting.recording_id,
                    (replace(known, box=view.box),),
                    refine=False,
                )
                break
        if not _is_sure(hinted):
            hinted = self._hinted(start_s, end_s, sighting.recording_id, (view,))
        found = [_supported(line, sighting) for line in hinted]
        if _is_sure(found):
            return found
        if sighting.partner_fields < _PARTNER_LEAST:
            return found
        for stretch in sighting.stretches[:_STRETCHES]:
            source = _reached(stretch, sighting.seen_s[0], start_s, end_s)
            if any(_within(line, source, start_s) for line in found):
                continue
            line = self._judged(
                start_s, end_s, sighting.recording_id, view, source, is_hinted=False
            )
            if line is not None:
                found.append(line)
            if _is_sure(found) or line is None or line.typical <= 0:
                break
        return found

    def _from_hints(
        self, start_s: float, end_s: float, before: Sequence[ShotLine], *, seek: bool
    ) -> list[ShotLine]:
        """Return lines the sound proposes under views seen elsewhere or found from scratch."""
        found: list[ShotLine] = []
        for recording_id in {hint.recording_id for hint in self._near(start_s, end_s)}:
            mine = [line for line in before if line.recording_id == recording_id]
            known = len(mine)
            if not _is_settled(mine):
                views = self._views.get(recording_id, [])[:_VIEWS]
                mine += self._hinted(start_s, end_s, recording_id, views, refine=False)
            if seek and not _is_settled(mine) and end_s - start_s >= _REGISTER_FROM_S:
                views = self._registered(start_s, end_s, recording_id)
                mine += self._hinted(start_s, end_s, recording_id, views)
            found += mine[known:]
        return found

    def _registered(self, start_s: float, end_s: float, recording_id: str) -> list[View]:
        """Return views found from scratch; a part of a stretch has the views of the whole."""
        sought = self._sought.setdefault(recording_id, [])
        for begin, end, views in sought:
            if begin <= start_s and end_s <= end:
                return views
        track = self._tracks.of(recording_id)
        hint = max(
            (hint for hint in self._near(start_s, end_s) if hint.recording_id == recording_id),
            key=lambda hint: min(end_s, hint.edit_end_s) - max(start_s, hint.edit_start_s),
            default=None,
        )
        if track is None or hint is None:
            return []
        line = SourceLine(start_s, hint.at(start_s), hint.speed, _HINT_SLACK_S)
        begin, end = max(start_s, hint.edit_start_s), min(end_s, hint.edit_end_s)
        found = register(self._edit, track, begin, end, line)
        views = [item.view for item in found[:_REGISTERED]]
        sought.append((start_s, end_s, views))
        return views

    def _hinted(
        self,
        start_s: float,
        end_s: float,
        recording_id: str,
        views: Sequence[View],
        *,
        refine: bool = True,
    ) -> list[ShotLine]:
        found: list[ShotLine] = []
        for hint in self._near(start_s, end_s):
            if hint.recording_id != recording_id:
                continue
            source = SourceLine(start_s, hint.at(start_s), hint.speed, _HINT_SLACK_S)
            for view in views:
                line = self._judged(
                    start_s, end_s, recording_id, view, source, is_hinted=True, refine=refine
                )
                if line is not None:
                    found.append(line)
                if _is_sure(found):
                    return found
        return found

    def _near(self, start_s: float, end_s: float) -> list[SoundHint]:
        return [
            hint
            for hint in self._hints
            if min(end_s, hint.edit_end_s) - max(start_s, hint.edit_start_s) > STEP_S / 2
        ]

    def _judged(
        self,
        start_s: float,
        end_s: float,
        recording_id: str,
        view: View,
        source: SourceLine | SourceStretch,
        *,
        is_hinted: bool,
        refine: bool = True,
    ) -> ShotLine | None:
        track, board = self._tracks.of(recording_id), self._boards.of(recording_id)
        if track is None or board is None:
            return None
        panes = Panes(board.share(board.partner), board.share(board.own))
        said = verify(
            self._edit, track, Hypothesis(view, start_s, end_s, source, panes), refine=refine
        )
        return None if said is None else _line(recording_id, said, is_hinted=is_hinted)

    def _view(
        self, placement: Placement, box: tuple[float, float, float, float], board: Board
    ) -> View | None:
        wide, high = board.inventory.width, board.inventory.height
        across, down = placement.scale * self._width / wide, placement.scale * self._height / high
        left, top = placement.left / wide, placement.top / high
        held = (
            max(0.0, box[0] / self._width - _BOX_MARGIN),
            max(0.0, box[1] / self._height - _BOX_MARGIN),
            min(1.0, box[2] / self._width + _BOX_MARGIN),
            min(1.0, box[3] / self._height + _BOX_MARGIN),
        )
        if held[2] <= held[0] or held[3] <= held[1]:
            return None
        if placement.is_mirrored:
            return View(-across, down, left + across, top, held)
        return View(across, down, left, top, held)


def _line(recording_id: str, said: Verification, *, is_hinted: bool) -> ShotLine:
    partner = np.array([step.partner.evidence for step in said.steps])
    own = np.array([step.own.evidence for step in said.steps])
    typical = float(np.median(partner))
    aside = np.clip(own, _OWN_LEAST, _OWN_MOST)
    if typical > _POSSIBLE:
        evidence = partner + _OWN_SHARE * aside
    elif is_hinted and typical > -_POSSIBLE:
        evidence = partner + aside
    else:
        # The creator alone looks alike in every conversation: without the sound it is unknown.
        evidence = partner
    if is_hinted:
        evidence = evidence + _HEARD
    return ShotLine(
        recording_id,
        said.view,
        said.line,
        round(said.steps[0].edit_s / STEP_S),
        evidence,
        typical,
        float(np.median(own)),
        is_hinted,
    )


def _supported(line: ShotLine, sighting: Sighting) -> ShotLine:
    """Return a line of the sound's with what the points say for it near the frames they are in."""
    if sighting.partner_fields < _SEEN_FIELDS:
        return line
    middles = (line.first_step + np.arange(len(line.evidence)) + 0.5) * STEP_S
    apart = np.abs(middles[:, None] - np.array(sighting.seen_s)[None, :]).min(axis=1)
    gain = np.where(apart <= _NEAR_SEEN_S, _SEEN_AND_HEARD - _HEARD, 0.0)
    return replace(line, evidence=line.evidence + gain)


def _backed(line: ShotLine, sighting: Sighting) -> ShotLine:
    """Return a line with what many points say for its partner, where the pictures allow it."""
    if line.partner <= -_POSSIBLE or sighting.lead < _LEAD_MIN:
        return line
    backing = min(_BACKING_MOST, (sighting.lead - _LEAD_MIN) / _FIELDS_A_NAT)
    steps = line.first_step + np.arange(len(line.evidence)) + 0.5
    shown = line.line.at(np.asarray(steps * STEP_S, np.float64))
    is_held = (shown >= sighting.held_s[0]) & (shown < sighting.held_s[1])
    return replace(line, evidence=line.evidence + np.where(is_held, backing, -backing))


def _reached(stretch: Stretch, seen_s: float, start_s: float, end_s: float) -> SourceStretch:
    """Return all the time a shot may show if its first frame seen lies in a stretch."""
    before, after = (seen_s - start_s) * _SPEED_MAX + 1, (end_s - seen_s) * _SPEED_MAX + 1
    return SourceStretch(
        max(0.0, stretch.start_s - before), stretch.end_s + after, _SPEED_MIN, _SPEED_MAX
    )


def _is_sure(lines: Sequence[ShotLine]) -> bool:
    return any(line.typical >= _SURE and line.partner >= _SURE / 2 for line in lines)


def _is_settled(lines: Sequence[ShotLine]) -> bool:
    return _is_sure(lines) or any(line.is_hinted and line.typical >= _SETTLED for line in lines)


def _within(line: ShotLine, source: SourceStretch, start_s: float) -> bool:
    """Return whether a line that is hardly against chance lies in a stretch to be searched."""
    return line.typical > 0 and source.start_s <= line.line.at(start_s) < source.end_s


def _alike(view: View, other: View, share: float) -> bool:
    slack = abs(other.scale_x) * share
    return (
        view.is_mirrored is other.is_mirrored
        and abs(view.scale_x - other.scale_x) < slack
        and abs(view.shift_x - other.shift_x) < slack
        and abs(view.shift_y - other.shift_y) < slack
    )
