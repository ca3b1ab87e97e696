"""What a person changed by hand in a redaction, one change after the other.

The changes are kept, not their result: taking one back is leaving the last one out, and faces that
are looked for anew get the same changes again. A change of a face track that is not there any more
changes nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction

from consentkit.domain.frame_box import FrameBox
from consentkit.domain.party import checked_text
from consentkit.domain.redaction import (
    FaceFindings,
    FacePoint,
    FaceTrack,
    PersonTreatment,
    PointOrigin,
)
from consentkit.kernel.errors import MalformedError
from consentkit.kernel.timebase import union

ONE_FRAME = Fraction(1, 25)
"""How long a box lasts at least that was drawn after the end of its track."""


class ChangeKind(StrEnum):
    """What a person did."""

    TREAT = "treat"  # Chose what is done with somebody; without a treatment, as proposed.
    FACE = "face"  # Chose whether a face is blurred.
    BOX = "box"  # Drew or moved a box.
    UNBOX = "unbox"  # Took one drawn point out of a track.
    REMOVE = "remove"  # Took a whole track out.
    SPLIT = "split"  # Made two tracks of one.
    TRIM = "trim"  # Shortened a track.
    RESET = "reset"  # Took back everything.


_WITH_BOX = frozenset({ChangeKind.BOX})
_WITH_TIME = frozenset({ChangeKind.BOX, ChangeKind.UNBOX, ChangeKind.SPLIT, ChangeKind.TRIM})
_WITH_TRACK = _WITH_TIME | {ChangeKind.FACE, ChangeKind.REMOVE}


@dataclass(frozen=True, slots=True)
class HandChange:
    """One change by hand.

    Attributes:
        kind: What was done.
        person: For TREAT: whom it is about.
        treatment: For TREAT: what is done; None for what is proposed.
        track: The face track concerned.
        at: Moment of a box or split, or start of what a trim leaves.
        until: For BOX: where a new track ends; for TRIM: the end of what is left.
        box: For BOX: the box.
        is_blurred: For FACE: whether the face is blurred.
        new_track: Name of the track that BOX (empty for a box in ``track``) or SPLIT makes.

    Raises:
        MalformedError: Something is missing.
    """

    kind: ChangeKind
    person: str = ""
    treatment: PersonTreatment | None = None
    track: str = ""
    at: Fraction | None = None
    until: Fraction | None = None
    box: FrameBox | None = None
    is_blurred: bool = False
    new_track: str = ""

    def __post_init__(self) -> None:
        """Refuse a change that does not say what it changes."""
        for text in (self.person, self.track, self.new_track):
            checked_text(text)
        kind = self.kind
        is_whole = (
            (kind not in _WITH_TRACK or self.track or (kind is ChangeKind.BOX and self.new_track))
            and (kind not in _WITH_TIME or (self.at is not None and self.at >= 0))
            and (kind not in _WITH_BOX or self.box is not None)
            and (kind is not ChangeKind.SPLIT or self.new_track)
        )
        starts = self.at is not None and self.until is not None and self.at >= self.until
        is_other = self.treatment is not None and self.treatment.person != self.person
        if not is_whole or starts or is_other:
            raise MalformedError("redaction.change")


@dataclass(slots=True)
class Edited:
    """Findings and choices after all changes.

    Attributes:
        tracks: Every track by its id, in order of appearance; those taken out included.
        treatments: Chosen treatments by person.
        choices: By track, whether it is blurred, where that was chosen.
        removed: Found tracks that were taken out.
        drawn: Tracks that were drawn by hand from nothing.
    """

    tracks: dict[str, FaceTrack]
    treatments: dict[str, PersonTreatment] = field(default_factory=dict)
    choices: dict[str, bool] = field(default_factory=dict)
    removed: set[str] = field(default_factory=set)
    drawn: set[str] = field(default_factory=set)


def after_changes(findings: FaceFindings, changes: Sequence[HandChange]) -> Edited:
    """Return the findings and choices after the changes, done one after the other."""
    resets = [place for place, one in enumerate(changes) if one.kind is ChangeKind.RESET]
    edited = Edited({track.id: track for track in findings.tracks})
    for change in changes[resets[-1] + 1 if resets else 0 :]:
        _apply(change, edited)
    return edited


def _apply(change: HandChange, edited: Edited) -> None:
    kind = change.kind
    if kind is ChangeKind.TREAT:
        if change.treatment is None:
            edited.treatments.pop(change.person, None)
        else:
            edited.treatments[change.person] = change.treatment
    elif kind is ChangeKind.BOX and change.new_track:
        edited.tracks[change.new_track] = _drawn(change)
        edited.drawn.add(change.new_track)
    elif change.track in edited.tracks:
        _change_track(change, edited)


def _change_track(change: HandChange, edited: Edited) -> None:
    track = edited.tracks[change.track]
    kind = change.kind
    if kind is ChangeKind.FACE:
        edited.choices[track.id] = change.is_blurred
        edited.removed.discard(track.id)
    elif kind is ChangeKind.REMOVE:
        if track.id in edited.drawn:
            del edited.tracks[track.id]
            edited.drawn.discard(track.id)
        else:
            edited.removed.add(track.id)
    elif kind is ChangeKind.BOX:
        edited.tracks[track.id] = _with_point(track, change)
    elif kind is ChangeKind.UNBOX:
        edited.tracks[track.id] = _without_point(track, change.at)
    elif kind is ChangeKind.SPLIT:
        _split(track, change, edited)
    elif kind is ChangeKind.TRIM and change.at is not None:
        end = change.until if change.until is not None else track.until
        edited.tracks[track.id] = trimmed(track, change.at, end) or track


def _point(change: HandChange) -> FacePoint:
    # What __post_init__ refuses to be missing; the types do not know.
    at, box = change.at or Fraction(0), change.box
    if box is None:
        raise MalformedError("redaction.change")
    return FacePoint(at, box, PointOrigin.BY_HAND)


def _drawn(change: HandChange) -> FaceTrack:
    point = _point(change)
    until = change.until if change.until is not None else point.at + ONE_FRAME
    return FaceTrack(change.new_track, (point,), until)


def _with_point(track: FaceTrack, change: HandChange) -> FaceTrack:
    point = _point(change)
    kept = [one for one in track.points if one.at != point.at]
    points = tuple(sorted((*kept, point), key=lambda one: one.at))
    until = change.until if change.until is not None else track.until
    return FaceTrack(track.id, points, max(until, points[-1].at + ONE_FRAME))


def _without_point(track: FaceTrack, at: Fraction | None) -> FaceTrack:
    kept = tuple(
        one for one in track.points if one.at != at or one.origin is not PointOrigin.BY_HAND
    )
    return replace(track, points=kept) if kept else track


def _split(track: FaceTrack, change: HandChange, edited: Edited) -> None:
    at = change.at or Fraction(0)
    first = trimmed(track, track.range.start, at)
    second = trimmed(track, at, track.until)
    if first is None or second is None:
        return
    edited.tracks[track.id] = first
    edited.tracks[change.new_track] = replace(second, id=change.new_track)
    if track.id in edited.choices:
        edited.choices[change.new_track] = edited.choices[track.id]
    for names in (edited.drawn, edited.removed):
        if track.id in names:
            names.add(change.new_track)


def trimmed(track: FaceTrack, start: Fraction, end: Fraction) -> FaceTrack | None:
    """Return the part of a track between two moments; None if there is none."""
    start, end = max(start, track.range.start), min(end, track.until)
    box = track.box_at(start)
    if start >= end or box is None:
        return None
    inside = tuple(one for one in track.points if start < one.at < end)
    before = [one for one in track.points if one.at <= start]
    first = replace(before[-1], at=start, box=box)
    last = track.box_at(end)
    after = next((one for one in track.points if one.at > end), None)
    if inside and after is not None and last is not None and end - inside[-1].at > ONE_FRAME:
        # Between two points the box moves on; without this one it would stand still.
        inside = (*inside, _leaving(track, end, after))
    elif not inside and after is not None and end - start > ONE_FRAME:
        inside = (_leaving(track, end, after),)
    return FaceTrack(track.id, (first, *inside), end)


def _leaving(track: FaceTrack, end: Fraction, after: FacePoint) -> FacePoint:
    at = end - ONE_FRAME / 2
    box = track.box_at(at)
    return replace(after, at=at, box=box if box is not None else after.box)


def in_order(tracks: Iterable[FaceTrack]) -> tuple[FaceTrack, ...]:
    """Return tracks by first appearance."""
    return tuple(sorted(tracks, key=lambda track: (track.range.start, track.id)))


def with_findings(before: FaceFindings, new: FaceFindings) -> FaceFindings:
    """Return findings with those of more stretches; the new tracks get names of their own."""
    numbers = [int(one.id[1:]) for one in before.tracks if one.id[1:].isdecimal()]
    first = max(numbers, default=0) + 1
    names = {one.id: f"f{first + place}" for place, one in enumerate(new.tracks)}
    tracks = (*before.tracks, *(replace(one, id=names[one.id]) for one in new.tracks))
    unsure = (*before.unsure, *(replace(one, track=names.get(one.track, "")) for one in new.unsure))
    return FaceFindings(
        union((*before.looked, *new.looked)),
        in_order(tracks),
        tuple(sorted(unsure, key=lambda one: (one.edit, one.reason.value, one.track))),
    )
