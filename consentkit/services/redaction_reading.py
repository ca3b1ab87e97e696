"""What a redaction means to a reader: faces at a moment, moved boxes, treatments by a remedy.

Pure functions over ``RedactionProject``; no widget, no words.
"""

from dataclasses import dataclass, replace
from fractions import Fraction

from consentkit.domain.frame_box import FULL, FrameBox
from consentkit.domain.policy import Remedy
from consentkit.domain.redaction import PersonTreatment, Treatment
from consentkit.services.redaction_views import RedactionProject

NEW_BOX = Fraction(1, 5)
"""Side of a fresh box, in shares of the picture."""

STEP = FULL // 100
"""How far a box goes with one step."""

_LEAST = FULL // 100


@dataclass(frozen=True, slots=True)
class ShownFace:
    """A face in the picture at a moment.

    Attributes:
        track: Its track.
        box: Where it is.
        is_blurred: It is blurred at this moment.
        is_own: It is the creator's own by where it is.
    """

    track: str
    box: FrameBox
    is_blurred: bool
    is_own: bool = False


def faces_at(
    project: RedactionProject, moment: Fraction, moved: ShownFace | None = None
) -> tuple[ShownFace, ...]:
    """Return the faces at a moment, one of them where it was moved to."""
    blurred = {
        track
        for action in project.actions
        if action.treatment is Treatment.BLUR_FACE and action.edit.contains(moment)
        for track in action.tracks
    }
    found = []
    for track in project.faces.tracks:
        box = track.box_at(moment) if track.id not in project.removed_faces else None
        if box is None:
            continue
        if moved is not None and moved.track == track.id:
            box = moved.box
        found.append(ShownFace(track.id, box, track.id in blurred, track.id in project.own_faces))
    return tuple(found)


def fresh_box() -> FrameBox:
    """Return a box in the middle of the picture."""
    side = int(FULL * NEW_BOX)
    low = (FULL - side) // 2
    return FrameBox(low, low, low + side, low + side)


def nudged(box: FrameBox, across: int, down: int) -> FrameBox:
    """Return a box moved by steps, kept in the picture."""
    right = min(max(across * STEP, -box.left), FULL - box.right)
    lower = min(max(down * STEP, -box.top), FULL - box.bottom)
    return FrameBox(box.left + right, box.top + lower, box.right + right, box.bottom + lower)


def stretched(box: FrameBox, across: int, down: int) -> FrameBox:
    """Return a box made wider and higher by steps about its middle, kept in the picture."""
    left, right = _stretched(box.left, box.right, across * STEP)
    top, bottom = _stretched(box.top, box.bottom, down * STEP)
    return FrameBox(left, top, right, bottom)


def _stretched(low: int, high: int, by: int) -> tuple[int, int]:
    half = by // 2
    low, high = max(0, low - half), min(FULL, high + half)
    if high - low >= _LEAST:
        return low, high
    low = min(max(0, (low + high - _LEAST) // 2), FULL - _LEAST)
    return low, low + _LEAST


def with_picture(now: PersonTreatment, treatment: Treatment) -> PersonTreatment:
    """Return a person's treatment with another one for the picture; a cut takes the sound too."""
    if treatment is Treatment.CUT:
        return PersonTreatment(now.person, Treatment.CUT, Treatment.CUT)
    sound = Treatment.MUTE if now.sound is Treatment.CUT else now.sound
    return PersonTreatment(now.person, treatment, sound)


def with_sound(now: PersonTreatment, treatment: Treatment) -> PersonTreatment:
    """Return a person's treatment with another one for the sound; a cut takes the picture too."""
    if treatment is Treatment.CUT:
        return PersonTreatment(now.person, Treatment.CUT, Treatment.CUT)
    picture = Treatment.BLUR_FACE if now.picture is Treatment.CUT else now.picture
    return PersonTreatment(now.person, picture, treatment)


def treated(now: PersonTreatment, remedy: Remedy) -> PersonTreatment:
    """Return a person's treatment with a remedy of the decision put into it."""
    if remedy is Remedy.CUT:
        return PersonTreatment(now.person, Treatment.CUT, Treatment.CUT)
    kept = now if now.picture is not Treatment.CUT else PersonTreatment(now.person)
    if remedy is Remedy.BLUR:
        return replace(kept, picture=Treatment.BLUR_FACE)
    return replace(kept, sound=Treatment.MUTE) if remedy is Remedy.MUTE else kept
