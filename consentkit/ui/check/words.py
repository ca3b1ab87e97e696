"""Words of a check: verdicts, reasons, what to do, what the splice guard found, the whole as text.

Reasons are those of the rule pack ``core``; a code without words shows itself.
"""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from math import ceil

from PySide6.QtCore import QCoreApplication, QLocale

from consentkit.domain.claims import ClaimState
from consentkit.domain.consent import Status
from consentkit.domain.coverage import Lane, Match
from consentkit.domain.policy import Verdict
from consentkit.domain.recording import Damage
from consentkit.domain.scope import Condition, DataCategory
from consentkit.domain.splice import SpliceFinding, SpliceKind
from consentkit.kernel.timebase import TimeRange
from consentkit.services.check_reading import (
    Matter,
    Person,
    is_any_known,
    matters_of,
    people_of,
    unknown_s,
)
from consentkit.services.check_views import (
    CheckCard,
    CheckSpan,
    ClaimCheck,
    EditCheck,
    Outdated,
)
from consentkit.ui.messages import (
    condition_name,
    data_name,
    format_date_time,
    format_time,
    status_name,
)
from consentkit.ui.words import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

_MINUTES_FROM_S = 120
_SEMITONE = 0.25
_SPEED = Fraction(1, 200)
_PERCENT_MAX = 99
"""No fingerprint is certain: 100 % is not said."""

_VERDICTS: Mapping[Verdict, str] = {
    Verdict.CLEARED: QT_TRANSLATE_NOOP("check", "Covered"),
    Verdict.OWN: QT_TRANSLATE_NOOP("check", "Your own"),
    Verdict.REDACT: QT_TRANSLATE_NOOP("check", "Has conditions"),
    Verdict.UNKNOWN: QT_TRANSLATE_NOOP("check", "Unknown"),
    Verdict.BLOCKED: QT_TRANSLATE_NOOP("check", "Not covered"),
}

_REASONS: Mapping[str, str] = {
    "core.no-consent": QT_TRANSLATE_NOOP("check", "No permission of this person is on record."),
    "core.not-asked": QT_TRANSLATE_NOOP("check", "The permission says nothing about publishing."),
    "core.scope": QT_TRANSLATE_NOOP("check", "The permission does not hold yet."),
    "core.unmapped": QT_TRANSLATE_NOOP("check", "It is from none of your recordings."),
    "core.no-conversation": QT_TRANSLATE_NOOP(
        "check", "This part of the recording belongs to no conversation yet."
    ),
    "core.discarded": QT_TRANSLATE_NOOP("check", "This conversation was set aside."),
    "core.conditions": QT_TRANSLATE_NOOP("check", "The permission has conditions to meet first."),
    "core.condition-text": QT_TRANSLATE_NOOP(
        "check", "The person set a condition in their own words."
    ),
    "core.own-pane": QT_TRANSLATE_NOOP("check", "Only you are seen."),
    "core.gap": QT_TRANSLATE_NOOP("check", "Between two conversations: nobody is there."),
    "core.silent": QT_TRANSLATE_NOOP("check", "Silence."),
    "core.blank": QT_TRANSLATE_NOOP("check", "An empty picture."),
    "core.own-material": QT_TRANSLATE_NOOP("check", "You marked it as your own material."),
    "core.unheard-sound": QT_TRANSLATE_NOOP(
        "check", "The video has several sound tracks, and only one was listened to."
    ),
    "core.provisional": QT_TRANSLATE_NOOP("check", "Only the quick look is done."),
}

_CLAIMS: Mapping[ClaimState, str] = {
    ClaimState.CONFIRMED: QT_TRANSLATE_NOOP("check", "confirmed by picture or sound"),
    ClaimState.CONTRADICTED: QT_TRANSLATE_NOOP("check", "picture or sound is from elsewhere"),
    ClaimState.NOT_SEEN: QT_TRANSLATE_NOOP("check", "not found in the video"),
    ClaimState.OTHER_MEDIA: QT_TRANSLATE_NOOP("check", "none of your recordings"),
}


class Remedy(StrEnum):
    """What can be done about a matter."""

    MARK_PERMISSION = "mark-permission"
    ASK = "ask"
    OPEN_PERMISSION = "open-permission"
    OPEN_RECORDING = "open-recording"
    MARK_OWN = "mark-own"


_REMEDIES: Mapping[Remedy, str] = {
    Remedy.MARK_PERMISSION: QT_TRANSLATE_NOOP("check", "Mark the permission"),
    Remedy.ASK: QT_TRANSLATE_NOOP("check", "Ask again"),
    Remedy.OPEN_PERMISSION: QT_TRANSLATE_NOOP("check", "See the permission"),
    Remedy.OPEN_RECORDING: QT_TRANSLATE_NOOP("check", "Open the recording"),
    Remedy.MARK_OWN: QT_TRANSLATE_NOOP("check", "It is my own…"),
}

_UNANSWERED = frozenset({Status.UNKNOWN, Status.REQUESTED, Status.DEFERRED})
_OUTSIDE = frozenset({"core.no-conversation", "core.discarded"})


def verdict_name(verdict: Verdict) -> str:
    """Return the word for a verdict."""
    return translate("check", _VERDICTS[verdict])


def lane_name(lane: Lane) -> str:
    """Return the word for a lane."""
    if lane is Lane.PICTURE:
        return translate("check", "Picture")
    return translate("check", "Sound")


def lane_absent(lane: Lane, *, is_provisional: bool) -> str:
    """Return the words for a lane that was not looked at yet, or that the video does not have."""
    if lane is Lane.PICTURE and is_provisional:
        return translate("check", "The picture comes with the full check.")
    if lane is Lane.PICTURE:
        return translate("check", "This video has no picture.")
    return translate("check", "This video has no sound.")


def reason_words(code: str, detail: str = "") -> str:
    """Return one sentence for a reason.

    Args:
        code: Code of the rule.
        detail: What it is about: a status, or what of the person the permission leaves out.
    """
    if code == "core.not-given":
        names = {item.value: status_name(item) for item in Status}
        return translate("check", "The permission to publish does not hold: {status}.").format(
            status=names.get(detail, detail).lower()
        )
    if code == "core.data":
        data = {item.value: data_name(item) for item in DataCategory}
        return translate("check", "The permission leaves out: {data}.").format(
            data=data.get(detail, detail).lower()
        )
    text = _REASONS.get(code)
    return translate("check", text) if text else code


def reasons_of(reasons: tuple[str, ...], details: tuple[str, ...]) -> tuple[str, ...]:
    """Return a sentence for each reason."""
    padded = (*details, *[""] * len(reasons))
    return tuple(reason_words(code, detail) for code, detail in zip(reasons, padded, strict=False))


def conditions_words(conditions: tuple[str, ...]) -> str:
    """Return the conditions of a permission as a list in words; empty for none."""
    known = {item.value: condition_name(item) for item in Condition}
    return ", ".join(known.get(code, code) for code in conditions)


def remedy_of(matter: Matter) -> Remedy:
    """Return the one thing to do about a matter."""
    code = matter.reasons[0] if matter.reasons else ""
    detail = matter.details[0] if matter.details else ""
    if code in _OUTSIDE:
        return Remedy.OPEN_RECORDING
    if matter.verdict is Verdict.UNKNOWN:
        return Remedy.MARK_OWN
    if code == "core.no-consent":
        return Remedy.MARK_PERMISSION
    if code == "core.not-asked" or detail in {item.value for item in _UNANSWERED}:
        return Remedy.ASK
    return Remedy.OPEN_PERMISSION


def remedy_words(remedy: Remedy) -> str:
    """Return the words of a button."""
    return translate("check", _REMEDIES[remedy])


def length_words(length: Fraction) -> str:
    """Return a length in seconds, or from two minutes on in minutes and seconds."""
    whole = ceil(length)
    if whole < _MINUTES_FROM_S:
        return translate("check", "%n second(s)", "", whole)
    return translate("check", "{time} minutes").format(
        time=format_time(Fraction(whole), decimals=0)
    )


def decision_words(length: Fraction) -> str:
    """Return how much needs a decision, as a sentence."""
    whole = ceil(length)
    if whole <= 0:
        return translate("check", "Nothing needs a decision.")
    if whole < _MINUTES_FROM_S:
        return translate("check", "%n second(s) need a decision.", "", whole)
    return translate("check", "{time} minutes need a decision.").format(
        time=format_time(Fraction(whole), decimals=0)
    )


def verdict_sentence(check: EditCheck) -> str:
    """Return the verdict: who is in it, who is covered, how much needs a decision."""
    decision = _decision(check)
    people = people_of(check)
    if not people:
        return f"{_nobody(check)} {decision}"
    covered = sum(1 for person in people if person.is_covered)
    if covered == len(people):
        who = translate("check", "%n person(s), all covered.", "", len(people))
    elif covered == 0:
        who = translate("check", "%n person(s), none covered.", "", len(people))
    else:
        number = QLocale().toString(covered)
        who = translate("check", "%n person(s), {covered} covered.", "", len(people)).format(
            covered=number
        )
    return f"{who} {decision}"


def _decision(check: EditCheck) -> str:
    if check.has_unheard_sound and check.undecided_s <= 0:
        return translate("check", "Some sound was not listened to.")
    return decision_words(check.undecided_s)


def _nobody(check: EditCheck) -> str:
    if not check.recordings_compared:
        return translate("check", "There are no recordings to compare with.")
    if not is_any_known(check):
        return translate("check", "Nothing of it is from your recordings.")
    return translate("check", "Nobody you recorded is in it.")


def undecided_note(check: EditCheck) -> str:
    """Return how much of what is open is of unknown origin; empty for none."""
    unknown = unknown_s(check)
    if unknown <= 0 or unknown >= check.undecided_s:
        return ""
    return translate("check", "{length} of that are of unknown origin.").format(
        length=length_words(unknown)
    )


def person_name(person: Person) -> str:
    """Return a person's name, or that there is none yet."""
    return person.name or translate("check", "No name yet")


def group_name(check: EditCheck, key: str) -> str:
    """Return the heading over matters of one ``Matter.key``."""
    for person in people_of(check):
        if person.key == key:
            return person_name(person)
    for total in check.totals:
        if total.recording_id == key:
            return translate("check", "{recording}, outside its conversations").format(
                recording=total.recording_title
            )
    if key:
        return translate("check", "From a recording, outside its conversations")
    return translate("check", "Unknown footage")


def span_name(check: EditCheck, item: CheckSpan) -> str:
    """Return the few words a block of the coverage bar carries."""
    if item.span.conversation_id:
        for total in check.totals:
            if total.conversation_id == item.span.conversation_id:
                return total.partner or translate("check", "No name yet")
        return translate("check", "No name yet")
    if item.verdict is Verdict.OWN:
        return verdict_name(item.verdict)
    if item.span.match is not None:
        return translate("check", "No conversation")
    return verdict_name(item.verdict)


def recording_title(check: EditCheck, recording_id: str) -> str:
    """Return the name of a recording that is in the edit; empty when it is not known."""
    for total in check.totals:
        if total.recording_id == recording_id:
            return total.recording_title
    return ""


def range_words(stretch: TimeRange) -> str:
    """Return from when to when."""
    return translate("check", "{start} to {end}").format(
        start=format_time(stretch.start), end=format_time(stretch.end)
    )


def alteration_words(match: Match) -> tuple[str, ...]:
    """Return how a stretch was changed: speed, mirror, pitch."""
    found = []
    if abs(match.speed - 1) > _SPEED:
        number = QLocale().toString(float(match.speed), "f", 2)
        found.append(translate("check", "speed {number}x").format(number=number))
    if match.is_mirrored:
        found.append(translate("check", "mirrored"))
    if abs(match.pitch_semitones) >= _SEMITONE:
        number = QLocale().toString(abs(match.pitch_semitones), "f", 1)
        if match.pitch_semitones > 0:
            found.append(
                translate("check", "pitch {number} semitones higher").format(number=number)
            )
        else:
            found.append(translate("check", "pitch {number} semitones lower").format(number=number))
    return tuple(found)


def sure_words(confidence: float) -> str:
    """Return how sure the origin of a stretch is."""
    percent = min(_PERCENT_MAX, round(confidence * 100))
    return translate("check", "{percent} % sure").format(percent=percent)


def span_words(check: EditCheck, item: CheckSpan) -> str:
    """Return all there is to say of a span, in lines."""
    lines = [f"{lane_name(item.span.lane)}, {range_words(item.span.edit)}"]
    match = item.span.match
    if match is not None:
        title = recording_title(check, match.recording_id)
        source = translate("check", "from {recording} at {time}").format(
            recording=title or translate("check", "a recording"),
            time=format_time(match.source.start),
        )
        lines += [span_name(check, item), source]
        lines.append(", ".join((*alteration_words(match), sure_words(match.confidence))))
    lines.append(verdict_name(item.verdict))
    lines += reasons_of(item.reasons, item.details)
    if item.conditions:
        lines.append(conditions_words(item.conditions))
    return "\n".join(lines)


def splice_words(finding: SpliceFinding) -> tuple[str, str]:
    """Return what the splice guard found, in a title and a sentence."""
    if finding.kind is SpliceKind.ORDER:
        return (
            translate("check", "Another order"),
            translate("check", "What was said later comes earlier in your video."),
        )
    if finding.kind is SpliceKind.CUT_UTTERANCE:
        return (
            translate("check", "Cut inside a sentence"),
            translate("check", "A cut lies where somebody is speaking."),
        )
    if finding.kind is SpliceKind.OTHER_QUESTION:
        return (
            translate("check", "Another question"),
            translate("check", "This answer followed something else in the recording."),
        )
    number = QLocale().toString(float(finding.speed), "f", 2)
    return (
        translate("check", "Another speed"),
        translate("check", "It runs at {number} times the speed of the recording.").format(
            number=number
        ),
    )


def claim_words(claim: ClaimCheck) -> str:
    """Return a clip of the timeline and what the media say of it."""
    return translate("check", "{name}, {range}: {state}").format(
        name=claim.name or translate("check", "Clip without a name"),
        range=range_words(claim.edit),
        state=translate("check", _CLAIMS[claim.state]),
    )


def outdated_words(outdated: frozenset[Outdated]) -> tuple[str, str]:
    """Return why a check is no longer as it was, and what that means."""
    if Outdated.RECORDINGS in outdated:
        return (
            translate("check", "Recordings were added since this check."),
            translate("check", "Footage of unknown origin may be from them. Check again."),
        )
    return (
        translate("check", "Permissions changed since this check."),
        translate("check", "The verdicts below may no longer hold."),
    )


def damage_words(damage: Damage) -> tuple[str, str]:
    """Return that a video could not be read in full, and what that means."""
    title = translate("check", "Parts of this video could not be read.")
    if damage.is_truncated:
        return title, translate("check", "Its end is missing. What is there was checked.")
    return title, translate("check", "What is there was checked.")


def unheard_words() -> tuple[str, str]:
    """Return that a video has sound that nobody listened to, and what to do."""
    return (
        reason_words("core.unheard-sound"),
        translate("check", "Export the video with one sound track, and check that."),
    )


def card_words(card: CheckCard) -> str:
    """Return how a check came out, for the list."""
    return decision_words(Fraction(0) if card.is_passed else max(card.undecided_s, Fraction(1, 2)))


def text_of(check: EditCheck) -> str:
    """Return the whole check as plain text, to be pasted into a message."""
    lines = [check.path.name, format_date_time(check.made_at), "", verdict_sentence(check)]
    if check.is_provisional:
        lines.append(translate("check", "This comes from a quick look. The full check may differ."))
    if check.damage.is_any:
        lines.append(" ".join(damage_words(check.damage)))
    if check.has_unheard_sound:
        lines.append(" ".join(unheard_words()))
    people = people_of(check)
    if people:
        lines += ["", translate("check", "In this video")]
    for person in people:
        for total in person.totals:
            lines.append(
                translate(
                    "check", "{name}: picture {picture}, sound {sound}, {verdict} ({recording})"
                ).format(
                    name=person_name(person),
                    picture=format_time(total.picture_s),
                    sound=format_time(total.sound_s),
                    verdict=verdict_name(total.verdict).lower(),
                    recording=total.recording_title,
                )
            )
    matters = matters_of(check)
    if matters:
        lines += ["", translate("check", "Needs a decision")]
    for matter in matters:
        lanes = " + ".join(lane_name(lane) for lane in matter.lanes)
        reasons = " ".join(reasons_of(matter.reasons, matter.details))
        conditions = conditions_words(matter.conditions)
        tail = f" {conditions}." if conditions else ""
        lines.append(
            f"{range_words(matter.edit)}  {group_name(check, matter.key)}, {lanes}: {reasons}{tail}"
        )
    if check.findings:
        lines += ["", translate("check", "Cuts that may change the meaning")]
    for finding in check.findings:
        title, words = splice_words(finding)
        lines.append(f"{range_words(finding.edit)}  {title}. {words}")
    if check.claims:
        lines += ["", translate("check", "Your timeline")]
        lines += [claim_words(claim) for claim in check.claims]
    policies = ", ".join(f"{name} {version}" for name, version in check.policies)
    lines += ["", f"SHA-256 {check.sha256}"]
    if policies:
        lines.append(translate("check", "Rules: {names}").format(names=policies))
    return "\n".join(lines)
