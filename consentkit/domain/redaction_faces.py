"""Whose faces are seen in a finished video, by where they are in the picture.

Nothing here knows a face again. A recording of a video chat shows the partner in one pane and the
creator in another; where both lie in the edit's picture is known from the comparison of pictures
(``Match.partner_box``, ``Match.own_box``). A face whose owner cannot be told counts as somebody's
who must agree.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from consentkit.domain.coverage import Lane, Match, Pane, Span
from consentkit.domain.frame_box import FrameBox
from consentkit.domain.redaction import FaceTrack
from consentkit.kernel.timebase import TimeRange

_INSIDE = 0.75
"""Share of a face in a pane from which it is seen in that pane: heads reach over a pane's edge by a
detector's error of a tenth on every side, and borders of panes are found within some pixels."""
_TOUCHING = 0.25
"""Share of a face in the partner's pane from which it may be the partner's."""
_INSET = 0.9
"""Share of the creator's own pane within the partner's from which it lies on it. During a zoom the
boxes are as large as all that it passes over, and those of panes side by side overlap by less."""
_LOOKS_S = Fraction(1, 4)
"""Distance of the moments at which a moving face is asked for its place."""


class FaceOwner(StrEnum):
    """Whose pane a face is in."""

    PARTNER = "partner"  # In the partner's pane, in at least one frame.
    OWN = "own"  # In the creator's own pane, in every frame.
    UNSURE = "unsure"  # In neither, or it is not known where the panes are.


@dataclass(frozen=True, slots=True)
class OwnedFace:
    """One face in a stretch of the edit.

    Attributes:
        track: The face track's ``id``.
        edit: Where it is seen in the stretch.
        owner: Whose pane it is in.
    """

    track: str
    edit: TimeRange
    owner: FaceOwner

    @property
    def must_be_blurred(self) -> bool:
        """Whether it is blurred when the partner's face is: all but the creator's own are."""
        return self.owner is not FaceOwner.OWN


def whose(
    tracks: Iterable[FaceTrack], spans: Iterable[Span], stretch: TimeRange
) -> tuple[OwnedFace, ...]:
    """Return the faces seen in a stretch of the edit, each with whose pane it is in.

    Of two people in the partner's pane both are the partner's.

    Args:
        tracks: The faces found.
        spans: The spans of the edit (``spans_of``); those of the picture count.
        stretch: The stretch that is asked about.
    """
    seen = sorted(
        (span for span in spans if span.lane is Lane.PICTURE and span.match is not None),
        key=lambda span: span.edit,
    )
    found = []
    for track in tracks:
        start = max(track.range.start, stretch.start)
        end = min(track.range.end, stretch.end)
        if start < end:
            within = TimeRange(start, end)
            found.append(OwnedFace(track.id, within, _owner(track, within, seen)))
    return tuple(found)


def _owner(track: FaceTrack, within: TimeRange, seen: Sequence[Span]) -> FaceOwner:
    owners = set()
    for moment in _moments(track, within, seen):
        box = track.box_at(moment)
        if box is not None:
            owners.add(owner_at(box, _match_at(seen, moment)))
    if FaceOwner.PARTNER in owners:
        return FaceOwner.PARTNER
    return FaceOwner.OWN if owners == {FaceOwner.OWN} else FaceOwner.UNSURE


def owner_at(box: FrameBox, match: Match | None) -> FaceOwner:
    """Return whose pane a face is in at one moment.

    Args:
        box: Where the face is.
        match: What the picture shows then; None for unknown footage.
    """
    if match is None:
        return FaceOwner.UNSURE
    partner, own = match.partner_box, match.own_box
    in_partner = box.shared(partner) if partner is not None else 0.0
    in_own = box.shared(own) if own is not None else 0.0
    if own is not None and partner is not None and own.shared(partner) >= _INSET:
        # A small pane of one's own often lies on the partner's.
        in_partner -= box.shared(own) if in_own >= _INSIDE else 0.0
    if in_partner >= _TOUCHING:
        return FaceOwner.PARTNER
    if in_own >= _INSIDE and (partner is not None or match.pane is Pane.OWN):
        return FaceOwner.OWN
    return FaceOwner.UNSURE


def _moments(track: FaceTrack, within: TimeRange, seen: Sequence[Span]) -> set[Fraction]:
    """Return the moments at which a face is asked for its place."""
    found = {within.start}
    found |= {point.at for point in track.points if within.contains(point.at)}
    found |= {span.edit.start for span in seen if within.contains(span.edit.start)}
    found |= {span.edit.end for span in seen if within.contains(span.edit.end)}
    steps = int(within.duration / _LOOKS_S)
    return found | {within.start + step * _LOOKS_S for step in range(1, steps + 1)} - {within.end}


def _match_at(seen: Sequence[Span], moment: Fraction) -> Match | None:
    place = bisect_right(seen, moment, key=lambda span: span.edit.start) - 1
    if place < 0 or not seen[place].edit.contains(moment):
        return None
    return seen[place].match
