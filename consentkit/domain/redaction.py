"""What is done to a finished video so that it may be published: blurred, muted, altered or cut.

A *face track* follows one face through the frames of a stretch; it says where a face is, never
whose. A *treatment* is what a creator chooses for one person; an *action* is what follows from it
for one stretch of the video.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from consentkit.domain.frame_box import FrameBox
from consentkit.domain.party import checked_text
from consentkit.kernel.errors import MalformedError
from consentkit.kernel.timebase import TimeRange, union


class Treatment(StrEnum):
    """What is done with a person's picture or sound, from mild to strict."""

    KEEP = "keep"
    ALTER_VOICE = "alter_voice"  # The voice sounds like another; it can still be known.
    MUTE = "mute"
    BLUR_FACE = "blur_face"
    HIDE_PICTURE = "hide_picture"  # The whole picture is covered.
    CUT = "cut"  # The stretch is taken out, picture and sound.


PICTURE_TREATMENTS = (
    Treatment.KEEP,
    Treatment.BLUR_FACE,
    Treatment.HIDE_PICTURE,
    Treatment.CUT,
)
SOUND_TREATMENTS = (Treatment.KEEP, Treatment.ALTER_VOICE, Treatment.MUTE, Treatment.CUT)


FACE_MARGIN = Fraction(3, 10)
"""What is added to a face's box on every side before it is covered, in shares of the box's side.

Boxes of face tracks are tight, from the brow to the chin. With this margin hair and ears are
inside, and so are the corners of the box where an ellipse is drawn (that takes a fifth). A box that
ends at the picture's border belongs to a face that goes on beyond it: there the corners must be
covered, too. Source: an ellipse in it holds face and ears of twelve portraits of twelve, and all
hair of nine.
"""


class PointOrigin(StrEnum):
    """How a point of a face track came to be."""

    SEEN = "seen"  # The detector found the face in this frame.
    FOLLOWED = "followed"  # It was followed from frames in which it was found.
    BY_HAND = "by_hand"  # A person drew or moved it.


@dataclass(frozen=True, slots=True)
class FacePoint:
    """Where a face is in one frame.

    Attributes:
        at: Second of the frame.
        box: Where it is in the upright picture.
        origin: How that is known.
        score: The detector's certainty, 0 to 1; 1 by hand.
    """

    at: Fraction
    box: FrameBox
    origin: PointOrigin = PointOrigin.SEEN
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class FaceTrack:
    """One face through the frames of a stretch.

    Attributes:
        id: Names it within one video ("f12").
        points: In order of time, at least one; between them the box moves evenly.
        until: Second up to which the last point holds.

    Raises:
        MalformedError: It has no points, or they are out of order.
    """

    id: str
    points: tuple[FacePoint, ...]
    until: Fraction

    def __post_init__(self) -> None:
        """Refuse a track without time."""
        times = [point.at for point in self.points]
        if not times or any(before >= after for before, after in pairwise([*times, self.until])):
            raise MalformedError("redaction.track")

    @property
    def range(self) -> TimeRange:
        """From its first point to its end."""
        return TimeRange(self.points[0].at, self.until)

    def box_at(self, moment: Fraction) -> FrameBox | None:
        """Return where the face is at a moment; None outside of the track."""
        if not self.range.contains(moment):
            return None
        place = bisect_right(self.points, moment, key=lambda point: point.at) - 1
        here = self.points[place]
        if place + 1 == len(self.points):
            return here.box
        there = self.points[place + 1]
        return here.box.towards(there.box, (moment - here.at) / (there.at - here.at))


class UnsureReason(StrEnum):
    """Why a person should look at a moment."""

    GAP = "gap"  # The detector lost the face; it was followed through.
    WEAK = "weak"  # It was found with little certainty.
    EDGE = "edge"  # It is partly outside of the picture.
    ENDS = "ends"  # The track begins or ends within a shot.
    NOBODY = "nobody"  # Somebody should be seen here, and no face is known, or none is covered.


@dataclass(frozen=True, slots=True)
class UnsureMoment:
    """A stretch that a person should look at.

    Attributes:
        edit: The stretch of the video.
        reason: Why.
        track: The face track it is about; empty for NOBODY.
    """

    edit: TimeRange
    reason: UnsureReason
    track: str = ""


@dataclass(frozen=True, slots=True)
class FaceFindings:
    """The faces in some stretches of a video.

    Attributes:
        looked: The stretches that were looked at, in order.
        tracks: The faces, by first appearance.
        unsure: Moments to look at, in order.
    """

    looked: tuple[TimeRange, ...] = ()
    tracks: tuple[FaceTrack, ...] = ()
    unsure: tuple[UnsureMoment, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonTreatment:
    """What is done with one person throughout the video.

    Attributes:
        person: The record, else the conversation; empty for footage of unknown origin.
        picture: One of ``PICTURE_TREATMENTS``.
        sound: One of ``SOUND_TREATMENTS``; CUT where the picture is cut, and only there.

    Raises:
        MalformedError: A treatment does not fit its lane.
    """

    person: str
    picture: Treatment = Treatment.KEEP
    sound: Treatment = Treatment.KEEP

    def __post_init__(self) -> None:
        """Refuse a blurred voice and half a cut."""
        checked_text(self.person)
        fits = self.picture in PICTURE_TREATMENTS and self.sound in SOUND_TREATMENTS
        if not fits or (self.picture is Treatment.CUT) != (self.sound is Treatment.CUT):
            raise MalformedError("redaction.treatment")


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that is done to one stretch of a video.

    Attributes:
        treatment: What is done; never KEEP.
        edit: The stretch, in seconds of the video before any cut.
        person: For whom, as in ``PersonTreatment``.
        tracks: For BLUR_FACE, the face tracks that are blurred; without any, nothing is.
    """

    treatment: Treatment
    edit: TimeRange
    person: str = ""
    tracks: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse an action that does nothing."""
        if self.treatment is Treatment.KEEP or self.edit.duration <= 0:
            raise MalformedError("redaction.action")


def changed_stretches(actions: Iterable[Action]) -> tuple[TimeRange, ...]:
    """Return the stretches in which picture or sound is changed or taken out, in order."""
    return union(action.edit for action in actions)


def cut_stretches(actions: Iterable[Action]) -> tuple[TimeRange, ...]:
    """Return the stretches that are taken out, in order."""
    return union(action.edit for action in actions if action.treatment is Treatment.CUT)


def after_cuts(stretch: TimeRange, cuts: Sequence[TimeRange]) -> TimeRange | None:
    """Return where a stretch lies once the cuts were made; None if nothing of it is left.

    Args:
        stretch: In seconds before the cuts.
        cuts: As ``union`` gives them.
    """

    def moved(moment: Fraction) -> Fraction:
        gone = (min(moment, cut.end) - cut.start for cut in cuts if cut.start < moment)
        return moment - sum(gone, Fraction(0))

    found = TimeRange(moved(stretch.start), moved(stretch.end))
    return found if found.duration > 0 else None
