"""Words of what is done to a video before it is published, and how it looks on the timeline."""

from collections.abc import Mapping
from fractions import Fraction
from math import ceil

from PySide6.QtCore import QCoreApplication, Qt

from consentkit.domain.redaction import PersonTreatment, Treatment, UnsureReason
from consentkit.services.redaction_views import RedactionPerson, RedactionProject
from consentkit.ui.check.lanes_paint import Look
from consentkit.ui.messages import format_time
from consentkit.ui.words import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

_TREATMENTS: Mapping[Treatment, str] = {
    Treatment.KEEP: QT_TRANSLATE_NOOP("redaction", "Leave as it is"),
    Treatment.ALTER_VOICE: QT_TRANSLATE_NOOP("redaction", "Alter the voice"),
    Treatment.MUTE: QT_TRANSLATE_NOOP("redaction", "Mute"),
    Treatment.BLUR_FACE: QT_TRANSLATE_NOOP("redaction", "Blur the face"),
    Treatment.HIDE_PICTURE: QT_TRANSLATE_NOOP("redaction", "Hide the picture"),
    Treatment.CUT: QT_TRANSLATE_NOOP("redaction", "Cut out"),
}

TREATMENT_LOOKS: Mapping[Treatment, Look] = {
    Treatment.ALTER_VOICE: Look("blue", "wave", Qt.BrushStyle.HorPattern),
    Treatment.MUTE: Look("violet", "mute", Qt.BrushStyle.VerPattern),
    Treatment.BLUR_FACE: Look("violet", "eye-off", Qt.BrushStyle.VerPattern),
    Treatment.HIDE_PICTURE: Look("blue", "struck-circle", Qt.BrushStyle.BDiagPattern),
    Treatment.CUT: Look("red", "split", Qt.BrushStyle.DiagCrossPattern),
}
"""Icon, tone and pattern of each treatment on the timeline."""

_UNSURE: Mapping[UnsureReason, str] = {
    UnsureReason.GAP: QT_TRANSLATE_NOOP("redaction", "The face was lost and followed through."),
    UnsureReason.WEAK: QT_TRANSLATE_NOOP("redaction", "The face is hard to see."),
    UnsureReason.EDGE: QT_TRANSLATE_NOOP("redaction", "The face is partly outside."),
    UnsureReason.ENDS: QT_TRANSLATE_NOOP("redaction", "The face appears or goes within a shot."),
    UnsureReason.NOBODY: QT_TRANSLATE_NOOP(
        "redaction", "Somebody should be here; no face is covered."
    ),
}


def treatment_name(treatment: Treatment) -> str:
    """Return the words for a treatment."""
    return translate("redaction", _TREATMENTS[treatment])


def unsure_words(reason: UnsureReason) -> str:
    """Return why a moment should be looked at."""
    return translate("redaction", _UNSURE[reason])


def person_title(person: RedactionPerson) -> str:
    """Return the name to show for a person, or what stands for nobody."""
    if not person.treatment.person:
        return translate("redaction", "Footage of unknown origin")
    return person.name or translate("redaction", "No name yet")


def treatment_words(treatment: PersonTreatment) -> str:
    """Return what is done with a person, as a list in words."""
    if treatment.picture is Treatment.CUT:
        return treatment_name(Treatment.CUT)
    parts = dict.fromkeys(
        treatment_name(one)
        for one in (treatment.picture, treatment.sound)
        if one is not Treatment.KEEP
    )
    return ", ".join(parts) or treatment_name(Treatment.KEEP)


def presence_words(person: RedactionPerson) -> str:
    """Return how long a person is seen and heard."""
    return translate("redaction", "seen {picture}, heard {sound}").format(
        picture=format_time(person.picture_s), sound=format_time(person.sound_s)
    )


def changed_words(length: Fraction) -> str:
    """Return how many seconds of a video a person's treatment changes."""
    if length <= 0:
        return translate("redaction", "Nothing changes.")
    return translate("redaction", "%n second(s) change.", "", ceil(length))


def totals_words(project: RedactionProject) -> str:
    """Return how many seconds change, and how many of them are cut."""
    changed = changed_words(project.changed_s)
    if project.removed_s <= 0:
        return changed
    cut = translate("redaction", "%n of them are cut.", "", ceil(project.removed_s))
    return f"{changed} {cut}"


def outcome_words(project: RedactionProject) -> str:
    """Return what the plan says of the video with all this done."""
    if project.is_passed:
        return translate("redaction", "With this, the plan passes.")
    return translate(
        "redaction",
        "%n rule(s) still block; no change here mends them.",
        "",
        len({item.rule for item in project.left}),
    )
