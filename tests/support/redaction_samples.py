"""Redactions to show in tests, over the people of ``check_samples``."""

from dataclasses import replace
from fractions import Fraction

import check_samples as samples
import decision_samples
from check_samples import stretch

from consentkit.domain.frame_box import FULL, FrameBox
from consentkit.domain.redaction import (
    Action,
    FaceFindings,
    FacePoint,
    FaceTrack,
    PersonTreatment,
    PointOrigin,
    Treatment,
    UnsureMoment,
    UnsureReason,
)
from consentkit.services.redaction_views import RedactionPerson, RedactionProject, RenderedVideo


def box(left, top, right, bottom):
    """Return a box given in percent of the picture."""
    return FrameBox(*(round(FULL * part / 100) for part in (left, top, right, bottom)))


def person(key, name, picture, sound, *rules, **changes):
    treatment = PersonTreatment(key, picture, sound)
    made = RedactionPerson(
        treatment,
        treatment,
        name,
        rules,
        Fraction(41, 2),
        Fraction(47, 2),
        Fraction(0) if not rules else Fraction(47, 2),
    )
    return replace(made, **changes)


def people():
    keep, cut = Treatment.KEEP, Treatment.CUT
    return (
        person("con-1", "Sari", keep, keep),
        person(
            "con-2", "Дмитрий", Treatment.BLUR_FACE, Treatment.MUTE,
            "core.consent", "yt.identifiable", "ru.image", "gdpr.special",
        ),
        person(
            "con-4", "Budi", Treatment.BLUR_FACE, keep, "core.conditions",
            changed_s=Fraction(32),
            proposed=PersonTreatment("con-4", Treatment.HIDE_PICTURE, keep),
        ),
        person("cnv-20", "", cut, cut, "core.consent", changed_s=Fraction(11)),
        person("", "", cut, cut, "core.unmapped", picture_s=Fraction(9), sound_s=Fraction(7),
               changed_s=Fraction(10)),
    )  # fmt: skip


def actions():
    return (
        Action(Treatment.CUT, stretch(0, 7), ""),
        Action(Treatment.BLUR_FACE, stretch(31.5, 52), "con-2", ("f1",)),
        Action(Treatment.MUTE, stretch(31.5, 55), "con-2"),
        Action(Treatment.BLUR_FACE, stretch(58, 90), "con-4", ("f2", "f3")),
        Action(Treatment.CUT, stretch(90, 101), "cnv-20"),
        Action(Treatment.CUT, stretch(101, 104), ""),
    )


def faces():
    tracks = (
        FaceTrack(
            "f1",
            (
                FacePoint(Fraction(63, 2), box(55, 20, 75, 55)),
                FacePoint(Fraction(40), box(60, 22, 80, 57), PointOrigin.FOLLOWED, 0.4),
            ),
            Fraction(52),
        ),
        FaceTrack("f2", (FacePoint(Fraction(58), box(56, 16, 74, 50)),), Fraction(90)),
        FaceTrack("f3", (FacePoint(Fraction(70), box(80, 60, 90, 80)),), Fraction(75)),
        FaceTrack("own", (FacePoint(Fraction(20), box(12, 20, 32, 56)),), Fraction(128)),
    )
    unsure = (
        UnsureMoment(stretch(40, 41.5), UnsureReason.GAP, "f1"),
        UnsureMoment(stretch(58, 58.4), UnsureReason.ENDS, "f2"),
        UnsureMoment(stretch(70, 75), UnsureReason.WEAK, "f3"),
        UnsureMoment(stretch(80, 81), UnsureReason.NOBODY),
    )
    return FaceFindings((stretch(31.5, 52), stretch(58, 90)), tracks, unsure)


def project(**changes):
    """Return a redaction in which everything occurs."""
    left = decision_samples.decided().gate.outcomes_of("yt.complaint")
    made = RedactionProject(
        check_id="chk-1",
        path=samples.check().path,
        duration=samples.LENGTH,
        people=people(),
        actions=actions(),
        faces=faces(),
        own_faces=frozenset({"own"}),
        removed_faces=frozenset(),
        has_faces=True,
        is_passed=False,
        left=left,
        changed_s=Fraction(77),
        removed_s=Fraction(21),
        can_undo=True,
        is_missing=True,
    )
    return replace(made, **changes)


def rendered(**changes):
    """Return a redacted file that was written."""
    made = RenderedVideo(
        samples.check().path.with_name("cut for publication.mp4"),
        "cd" * 32,
        Fraction(107),
        "chk-2",
        is_passed=True,
        copied_s=Fraction(60),
        encoded_s=Fraction(47),
    )
    return replace(made, **changes)
