"""What the smallest lawful edit of a video shows to front ends: frozen values, codes not words."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from consentkit.domain.gate import RuleOutcome
from consentkit.domain.redaction import Action, FaceFindings, PersonTreatment
from consentkit.kernel.timebase import TimeRange


@dataclass(frozen=True, slots=True)
class RedactionPerson:
    """One person of a video, with what is done for the plan to pass.

    Attributes:
        treatment: What is done, as proposed or chosen.
        proposed: What was proposed.
        name: Name to show; may be empty.
        rules: Rules that block without it, the gravest first; empty where nothing needs to be done.
        picture_s: Seconds in which the person is seen.
        sound_s: Seconds in which the person is heard.
        changed_s: Seconds that are changed or taken out for this person.
    """

    treatment: PersonTreatment
    proposed: PersonTreatment
    name: str
    rules: tuple[str, ...]
    picture_s: Fraction
    sound_s: Fraction
    changed_s: Fraction


@dataclass(frozen=True, slots=True)
class RedactionProject:
    """What is to be done to a checked video, kept with its check.

    Attributes:
        check_id: The check it belongs to.
        path: The video.
        duration: Its seconds.
        people: Everybody in the video, by first appearance; footage of unknown origin, whose
            ``person`` is empty, comes last.
        actions: What is done, in order of time.
        faces: The faces found, with what was changed by hand.
        own_faces: Face tracks that are the creator's own by where they are in the picture; they are
            not blurred unless chosen.
        removed_faces: Face tracks that a person took out by hand.
        has_faces: Faces were looked for in every stretch that needs it.
        is_passed: With all this done, the plan passes.
        left: What still blocks; no treatment here mends it.
        changed_s: Seconds that are changed or taken out.
        removed_s: Seconds among them that are taken out.
        rendered: The redacted file, if one was made and its check is kept.
        rendered_check: That check; empty without one.
        can_undo: A change by hand can be taken back.
        is_missing: The video is not where it was.
    """

    check_id: str
    path: Path
    duration: Fraction
    people: tuple[RedactionPerson, ...]
    actions: tuple[Action, ...]
    faces: FaceFindings
    own_faces: frozenset[str]
    removed_faces: frozenset[str]
    has_faces: bool
    is_passed: bool
    left: tuple[RuleOutcome, ...]
    changed_s: Fraction
    removed_s: Fraction
    rendered: Path | None = None
    rendered_check: str = ""
    can_undo: bool = False
    is_missing: bool = False


@dataclass(frozen=True, slots=True)
class RenderedVideo:
    """A redacted video that was written, looked at again and checked.

    Attributes:
        path: Where it is.
        sha256: Its digest, hexadecimal.
        duration: Its seconds.
        check_id: Its own check.
        is_passed: The plan passes with it.
        copied_s: Seconds of picture that were copied without a change.
        encoded_s: Seconds of picture that were encoded anew.
        doubts: Stretches of the redacted video in which a face or a voice may still be known.
    """

    path: Path
    sha256: str
    duration: Fraction
    check_id: str
    is_passed: bool
    copied_s: Fraction
    encoded_s: Fraction
    doubts: tuple[TimeRange, ...] = ()
