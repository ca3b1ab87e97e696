"""Predicates of platforms: what YouTube asks for, and what the place of the chat allows.

Source: 5-gate, rules ``yt.*`` and ``ome.*``; YouTube Help 2801895, 142443, 2801999, 14328491.
"""

from collections.abc import Iterable, Iterator

from consentkit.domain.clearance import JudgedSpan
from consentkit.domain.coverage import Lane
from consentkit.domain.gate_core import REMOVING, age_undoubted, is_minor
from consentkit.domain.gate_facts import PersonFacts
from consentkit.domain.gate_scene import (
    DECLARED,
    NOT_CONCERNED,
    PASSED,
    Finding,
    Scene,
    State,
    cannot_tell,
    failed,
    is_covered,
)
from consentkit.domain.obligations import COMPLAINT_CLOCK
from consentkit.domain.plan import DeclaredFact, RedactionKind
from consentkit.domain.policy import Verdict
from consentkit.domain.scope import DataCategory, Purpose
from consentkit.domain.splice import SpliceFinding
from consentkit.kernel.timebase import TimeRange, format_instant


def everybody_cleared(scene: Scene, person: PersonFacts) -> Finding:
    """Whether face, voice, full name and contact are each agreed to, or taken out."""
    leaf = person.leaf(Purpose.PUBLISH)
    agreed = leaf.data if leaf is not None and leaf.is_permitting else frozenset[DataCategory]()
    presence = scene.presence(person)
    lanes = (
        (presence.picture, DataCategory.FACE, (RedactionKind.BLUR_FACE,)),
        (presence.sound, DataCategory.VOICE, (RedactionKind.MUTE, RedactionKind.ALTER_VOICE)),
    )
    for ranges, data, kinds in lanes:
        done = scene.redacted(kinds, person.consent_id) if scene.plan.redactions else ()
        left = tuple(one for one in ranges if not is_covered(one, done))
        if left and data not in agreed:
            return Finding(State.FAIL, "identifiable", data.value, spans=left)
    # The person can be known by a name although nothing is seen and heard of them any more.
    stated = {
        fact: scene.stated(fact, person)
        for fact in (DeclaredFact.NAME_SHOWN, DeclaredFact.CONTACT_SHOWN)
    }
    if stated[DeclaredFact.CONTACT_SHOWN]:
        return failed("identifiable", DeclaredFact.CONTACT_SHOWN.value, is_declared=True)
    if stated[DeclaredFact.NAME_SHOWN] and DataCategory.NAME not in agreed:
        return failed("identifiable", DeclaredFact.NAME_SHOWN.value, is_declared=True)
    for fact, value in stated.items():
        if value is None:
            return cannot_tell("not-stated", fact.value)
    return DECLARED


def unrecorded_cleared(scene: Scene) -> Iterator[Finding]:
    """Whether people without a record, who were taken out of the video, are not named in it.

    Yields:
        What does not pass, or passes by a statement alone.
    """
    unrecorded = dict.fromkeys(
        item.span.conversation_id
        for item in scene.facts.spans
        if item.verdict is Verdict.BLOCKED and not item.consent_ids
    )
    if not unrecorded:
        return
    persons = tuple(one for one in unrecorded if one)
    for fact in (DeclaredFact.NAME_SHOWN, DeclaredFact.CONTACT_SHOWN):
        stated = scene.stated(fact)
        if stated is not False:
            state = State.CANNOT_TELL if stated is None else State.FAIL
            reason = "not-stated" if stated is None else "identifiable"
            is_declared = stated is not None
            yield Finding(state, reason, fact.value, is_declared, persons=persons)


def complaints_answered(scene: Scene) -> Iterator[Finding]:
    """Whether a remedy was chosen for every open complaint; each runs on a clock of 48 hours.

    Yields:
        What does not pass, or passes by a statement alone.
    """
    if scene.plan.complaints is None:
        yield cannot_tell("complaints-not-stated")
        return
    for item in scene.plan.complaints:
        if not item.remedy:
            until = format_instant(item.received_at + COMPLAINT_CLOCK)
            persons = (item.person,) if item.person else ()
            yield Finding(State.FAIL, "complaint-open", until, is_declared=True, persons=persons)
    if all(item.remedy for item in scene.plan.complaints):
        yield DECLARED


def minor_protected(scene: Scene, person: PersonFacts) -> Finding:
    """Whether a minor has a guardian's record, takes part freely, and comments are moderated."""
    minor = is_minor(scene, person)
    if minor is None:
        return cannot_tell("age-not-asked")
    if not minor:
        return NOT_CONCERNED
    wanted = (
        DeclaredFact.GUARDIAN_AGREED,
        DeclaredFact.VOLUNTARY,
        DeclaredFact.COMMENTS_MODERATED,
    )
    for fact in wanted:
        if not scene.stated(fact, person):
            return failed("minor", fact.value)
    return DECLARED


def alteration_marked(scene: Scene) -> Iterator[Finding]:
    """Whether a video with a voice or face that only looks real carries the platform's mark.

    Yields:
        What does not pass, or passes by a statement alone.
    """
    plan = scene.plan
    synthetic = {item.is_true for item in plan.declared if item.fact is DeclaredFact.SYNTHETIC}
    if plan.is_altered_content:
        yield DECLARED
    elif True in synthetic:
        yield failed("mark-missing", is_declared=True)
    elif scene.stated(DeclaredFact.SYNTHETIC) is None:
        yield cannot_tell("not-stated", DeclaredFact.SYNTHETIC.value)
    else:
        yield DECLARED


def cuts_honest(scene: Scene) -> Iterator[Finding]:
    """Whether the splice guard found nothing that is still heard and viewers are not told about.

    Yields:
        What does not pass, or passes by a statement alone.
    """
    facts = scene.facts
    if facts.splices is None or facts.is_provisional:
        yield cannot_tell("not-looked")
        return
    told = [item.edit for item in scene.plan.disclosures]
    found: dict[str, list[TimeRange]] = {}
    said = _said_in(scene) if facts.splices else {}
    for splice in facts.splices:
        is_told = any(_meets(splice.edit, one) for one in told)
        if not is_told and not _is_silenced(splice, said.get(splice.conversation_id, ()), scene):
            found.setdefault(splice.kind.value, []).append(splice.edit)
    for kind, spans in found.items():
        yield Finding(State.FAIL, "splice", kind, spans=tuple(spans))
    if facts.splices and not found:
        yield DECLARED


def _said_in(scene: Scene) -> dict[str, list[JudgedSpan]]:
    """Return by conversation the stretches of the edit that are from it."""
    found: dict[str, list[JudgedSpan]] = {}
    for item in scene.facts.spans:
        if item.span.conversation_id:
            found.setdefault(item.span.conversation_id, []).append(item)
    return found


def _is_silenced(splice: SpliceFinding, spans: Iterable[JudgedSpan], scene: Scene) -> bool:
    """Return whether nothing of what was said is left: whom nobody hears cannot be misquoted.

    Where the picture alone tells of the place, the faces must be blurred, too.
    """
    there = [item for item in spans if item.span.edit.overlap(splice.edit) > 0]
    lanes = {Lane.SOUND, splice.lane}
    return any(item.span.lane is splice.lane for item in there) and all(
        _is_taken_out(item, splice.edit, scene) for item in there if item.span.lane in lanes
    )


def _is_taken_out(item: JudgedSpan, stretch: TimeRange, scene: Scene) -> bool:
    span = item.span
    start, end = max(span.edit.start, stretch.start), min(span.edit.end, stretch.end)
    kind = REMOVING[span.lane]
    return all(
        is_covered(TimeRange(start, end), scene.redacted([kind], one, span.conversation_id))
        for one in item.consent_ids or (span.conversation_id,)
    )


def _meets(place: TimeRange, told: TimeRange) -> bool:
    return told.start <= place.end and place.start <= told.end


def kids_decided(scene: Scene) -> Iterator[Finding]:
    """Whether "made for kids" was set on purpose.

    Yields:
        What does not pass, or passes by a statement alone.
    """
    if scene.plan.is_made_for_kids is None:
        yield failed("not-set")


def method_allowed(_scene: Scene, person: PersonFacts) -> Finding:
    """Whether the person was asked aloud, as links and texts before the camera are forbidden."""
    if person.notice is None:
        return cannot_tell("no-notice")
    return PASSED if person.notice.manner == "said" else failed("manner", person.notice.manner)


def adult_beyond_doubt(scene: Scene, person: PersonFacts) -> Finding:
    """Whether the person said to be of age and nobody doubts it."""
    minor = is_minor(scene, person)
    if minor:
        return failed("minor")
    undoubted = age_undoubted(scene, person)
    if undoubted.state is State.FAIL or minor is not None:
        return undoubted
    return cannot_tell("age-not-asked")
