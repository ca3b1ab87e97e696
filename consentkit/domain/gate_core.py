"""Predicates that hold everywhere: consent, its scope and conditions, and what evidence shows.

Source: 5-gate, rules ``core.*``, ``evidence.*`` and ``minors.*``; grades as in 1-product.
"""

from collections.abc import Iterable, Iterator

from consentkit.domain.clearance import JudgedSpan
from consentkit.domain.clearance_rules import LANE_DATA, LANE_REMOVES
from consentkit.domain.coverage import Lane
from consentkit.domain.evidence import EvidenceKind, Fact, Grade, grade_of
from consentkit.domain.gate_facts import EvidenceFacts, LeafFacts, PersonFacts
from consentkit.domain.gate_scene import (
    EVERYWHERE,
    NOT_CONCERNED,
    PASSED,
    Finding,
    Scene,
    State,
    cannot_tell,
    failed,
    is_covered,
)
from consentkit.domain.plan import DeclaredFact, RedactionKind
from consentkit.domain.policy import Remedy, Verdict
from consentkit.domain.report import Outcome
from consentkit.domain.scope import WORLD, Condition, DataCategory, Purpose
from consentkit.kernel.timebase import TimeRange

REMOVING = {Lane.PICTURE: RedactionKind.BLUR_FACE, Lane.SOUND: RedactionKind.MUTE}
"""What takes somebody who did not agree out of a lane. An altered voice can still be known."""

_MEETING = {
    Condition.BLUR_FACE: (RedactionKind.BLUR_FACE,),
    Condition.ALTER_VOICE: (RedactionKind.ALTER_VOICE, RedactionKind.MUTE),
    Condition.HIDE_PLACE: (RedactionKind.HIDE_PLACE,),
}
_LANE_OF = {
    Condition.BLUR_FACE: Lane.PICTURE,
    Condition.ALTER_VOICE: Lane.SOUND,
    Condition.HIDE_PLACE: Lane.PICTURE,
}
DOCUMENTS = frozenset({EvidenceKind.DOCUMENT})
_BEST_FIRST = tuple(Grade)


# ── core ──


def spans_permitted(scene: Scene) -> Iterator[Finding]:
    """Whether every stretch with somebody is permitted, or the person taken out of it.

    Yields:
        What does not pass, or passes by a statement alone.
    """
    found: dict[tuple[str, tuple[str, ...]], list[TimeRange]] = {}
    removed: dict[str, None] = {}
    for item in scene.facts.spans:
        if not _is_forbidden(item, scene):
            continue
        persons = _who_blocks(item, scene)
        if _is_removed(item, persons, scene):
            removed.update(dict.fromkeys(persons))
            continue
        code = item.codes[0] if item.codes else ""
        found.setdefault((code, persons), []).append(item.span.edit)
    for (code, persons), spans in found.items():
        yield Finding(State.FAIL, "not-permitted", code, spans=tuple(spans), persons=persons)
    if removed:
        yield Finding(State.PASS, "declared", is_declared=True, persons=tuple(removed))
    yield from _if_provisional(scene, is_failed=bool(found))


def _is_forbidden(item: JudgedSpan, scene: Scene) -> bool:
    """Return whether a stretch is blocked, or to be redacted for a reason that is no condition."""
    if item.verdict is not Verdict.REDACT:
        return item.verdict is Verdict.BLOCKED
    asked = (scene.people[one].leaf(Purpose.PUBLISH) for one in item.consent_ids)
    return not any(leaf and (leaf.conditions or leaf.has_own_condition) for leaf in asked)


def _who_blocks(item: JudgedSpan, scene: Scene) -> tuple[str, ...]:
    """Return the records that do not permit a stretch; all of them when none stands out."""
    data = LANE_DATA[item.span.lane]

    def is_free(consent_id: str) -> bool:
        person = scene.people.get(consent_id)
        leaf = person.leaf(Purpose.PUBLISH) if person is not None else None
        if leaf is None or not leaf.is_permitting or scene.facts.at < leaf.starts_at:
            return False
        return data in leaf.data or LANE_REMOVES[item.span.lane] in leaf.conditions

    persons = item.consent_ids
    if not persons:
        return (item.span.conversation_id,) if item.span.conversation_id else ()
    return tuple(one for one in persons if not is_free(one)) or persons


def _is_removed(item: JudgedSpan, persons: Iterable[str], scene: Scene) -> bool:
    if scene.plan.redactions is None:
        return False
    # What was done for a conversation counts for everybody in it.
    kind, conversation = REMOVING[item.span.lane], item.span.conversation_id
    names = tuple(persons) or (conversation,)
    return all(
        is_covered(item.span.edit, scene.redacted([kind], one, conversation or one))
        for one in names
    )


def _if_provisional(scene: Scene, *, is_failed: bool) -> Iterator[Finding]:
    if scene.facts.is_provisional and not is_failed:
        yield cannot_tell("provisional")


def all_mapped(scene: Scene) -> Iterator[Finding]:
    """Whether no second is of unknown origin, but for what is listed as own material.

    Nobody can say so of a video with streams of sound that nobody listened to.

    Yields:
        What does not pass, or passes by a statement alone.
    """
    unknown = [item for item in scene.facts.spans if item.verdict is Verdict.UNKNOWN]
    if unknown:
        code = unknown[0].codes[0] if unknown[0].codes else ""
        spans = tuple(item.span.edit for item in unknown)
        yield Finding(State.FAIL, "unmapped", code, spans=spans)
    if scene.facts.has_unheard_sound:
        # No stretch of it can be told apart: what helps is a video with one stream, checked anew.
        checked_anew = frozenset({Remedy.CHECK_AGAIN})
        yield Finding(State.CANNOT_TELL, "unheard-sound", remedies=checked_anew)
    yield from _if_provisional(scene, is_failed=bool(unknown))


def scope_fits(scene: Scene, person: PersonFacts) -> Finding:
    """Whether platform, channel, territory and term of every used permission contain the plan's."""
    findings = [_scope(leaf, scene) for leaf in scene.used_leaves(person)]
    return _gravest(findings)


def _scope(leaf: LeafFacts, scene: Scene) -> Finding:
    plan, at = scene.plan, scene.facts.at
    if not _names(plan.platform, leaf.platforms):
        return failed("platform", leaf.purpose.value)
    if not leaf.starts_at <= at < leaf.ends_at:
        return failed("term", leaf.purpose.value)
    if leaf.channels and plan.channel is not None and not _names(plan.channel, leaf.channels):
        return failed("channel", leaf.purpose.value)
    if WORLD not in leaf.territory:
        if plan.territory is None:
            return cannot_tell("territory-not-stated", leaf.purpose.value)
        if not set(plan.territory) <= set(leaf.territory):
            return failed("territory", leaf.purpose.value)
    if leaf.channels and plan.channel is None:
        return cannot_tell("channel-not-stated", leaf.purpose.value)
    return PASSED


def _names(name: str, allowed: Iterable[str]) -> bool:
    return name.strip().casefold() in {one.strip().casefold() for one in allowed}


def _gravest(findings: Iterable[Finding]) -> Finding:
    return max(findings, key=lambda one: _STATES.index(one.state), default=PASSED)


_STATES = tuple(State)


def money_permitted(scene: Scene, person: PersonFacts) -> Finding:
    """Whether the person agreed to advertisements and to a sponsor where the plan has them."""
    plan = scene.plan
    wanted = {
        Purpose.MONETISE_ADS: bool(plan.is_monetised),
        Purpose.ADVERTISE_SPONSOR: bool(plan.sponsor),
    }
    presence = scene.presence(person)
    for purpose, is_wanted in wanted.items():
        leaf = person.leaf(purpose)
        if not is_wanted:
            continue
        if leaf is None or not leaf.is_permitting:
            return failed("not-agreed", purpose.value)
        for lane, data in LANE_DATA.items():
            is_needed = presence.ranges(lane) and LANE_REMOVES[lane] not in leaf.conditions
            if is_needed and data not in leaf.data:
                return failed("data-not-agreed", purpose.value)
    if plan.is_monetised is None:
        return cannot_tell("monetised-not-stated")
    if plan.sponsor is None:
        return cannot_tell("sponsor-not-stated")
    return PASSED if any(wanted.values()) else NOT_CONCERNED


def appearances_permitted(scene: Scene) -> Iterator[Finding]:
    """Whether everybody in thumbnail and title agreed to that.

    Yields:
        What does not pass, or passes by a statement alone.
    """
    plan = scene.plan
    for name, shown in (("thumbnail", plan.thumbnail), ("title", plan.title)):
        if shown is None:
            yield cannot_tell(f"{name}-not-stated")
        for item in shown or ():
            if item.person:
                yield from _appearance(scene, item.person, name)


def _appearance(scene: Scene, consent_id: str, name: str) -> Iterator[Finding]:
    """Yield what stands against a person's being in the thumbnail or title."""
    person = scene.people.get(consent_id)
    if person is None:
        yield Finding(State.CANNOT_TELL, "person-unknown", name, persons=(consent_id,))
        return
    leaf = person.leaf(Purpose.THUMBNAIL)
    is_picture = name == "thumbnail"
    data = DataCategory.FACE if is_picture else DataCategory.NAME
    if leaf is None or not leaf.is_permitting:
        yield Finding(State.FAIL, "not-agreed", name, persons=(consent_id,))
    elif data not in leaf.data and not (is_picture and Condition.BLUR_FACE in leaf.conditions):
        yield Finding(State.FAIL, "data-not-agreed", name, persons=(consent_id,))
    elif not _is_met_everywhere(leaf, scene, consent_id):
        state = State.CANNOT_TELL if scene.plan.redactions is None else State.FAIL
        reason = "condition-not-stated" if state is State.CANNOT_TELL else "condition-not-met"
        yield Finding(state, reason, name, persons=(consent_id,))


def _is_met_everywhere(leaf: LeafFacts, scene: Scene, consent_id: str) -> bool:
    """Return whether every condition is met without a limit of time; a still picture has none."""
    wanted = [_MEETING[one] for one in leaf.conditions if _LANE_OF[one] is Lane.PICTURE]
    if leaf.has_own_condition:
        wanted.append((RedactionKind.OWN_WORDS,))
    return all(is_covered(EVERYWHERE, scene.redacted(kinds, consent_id)) for kinds in wanted)


def conditions_met(scene: Scene, person: PersonFacts) -> Finding:
    """Whether what the person asked for was done wherever they are seen or heard."""
    leaves = [
        leaf
        for leaf in scene.used_leaves(person)
        if leaf.is_permitting and leaf.purpose is not Purpose.THUMBNAIL
    ]
    if not leaves:
        return NOT_CONCERNED
    conditions = frozenset[Condition]().union(*(leaf.conditions for leaf in leaves))
    has_own_condition = any(leaf.has_own_condition for leaf in leaves)
    presence = scene.presence(person)
    open_spans: list[tuple[str, TimeRange]] = []
    for condition in sorted(conditions):
        ranges = presence.ranges(_LANE_OF[condition])
        done = scene.redacted(_MEETING[condition], person.consent_id)
        open_spans.extend((condition.value, one) for one in ranges if not is_covered(one, done))
    if has_own_condition:
        done = scene.redacted([RedactionKind.OWN_WORDS], person.consent_id)
        both = (*presence.picture, *presence.sound)
        open_spans.extend(
            (RedactionKind.OWN_WORDS.value, one) for one in both if not is_covered(one, done)
        )
    if not open_spans:
        has_any = conditions or has_own_condition
        return Finding(State.PASS, "declared", is_declared=True) if has_any else PASSED
    state = State.CANNOT_TELL if scene.plan.redactions is None else State.FAIL
    reason = "condition-not-stated" if state is State.CANNOT_TELL else "condition-not-met"
    spans = tuple(one for _, one in open_spans)
    return Finding(state, reason, open_spans[0][0], spans=spans)


def integrity_holds(_scene: Scene, person: PersonFacts) -> Finding:
    """Whether signature, log proof and digests of the record verify; a time token is not enough."""
    checks = person.checks
    named = {"signature": checks.signature, "log": checks.log, "digests": checks.digests}
    for name, outcome in named.items():
        if outcome is Outcome.FAILED:
            return failed("not-verified", name)
    for name, outcome in named.items():
        if outcome is Outcome.NOT_CHECKED:
            return cannot_tell("not-checked", name)
    return PASSED


def same_file(scene: Scene) -> Iterator[Finding]:
    """Whether the file that is to be published is the one that was checked.

    Yields:
        What does not pass, or passes by a statement alone.
    """
    facts = scene.facts
    stated = scene.plan.file_sha256
    if stated and stated != facts.checked_sha256:
        yield failed("other-file", "plan")
    elif not facts.file_sha256:
        yield cannot_tell("file-not-read")
    elif facts.file_sha256 != facts.checked_sha256:
        yield failed("other-file", "file")


# ── evidence ──


def grade_reached(scene: Scene, person: PersonFacts) -> Finding:
    """Whether the evidence is as strong as the use asks for.

    Publish and monetise C; advertise B or a document; guardian B; an agency C and two reviewers.
    """
    if person.checks.log is Outcome.NOT_CHECKED:
        return cannot_tell("not-checked")
    grade = grade_of(person.shown)
    purposes = scene.used_purposes(person)
    if scene.plan.is_agency and len({one.casefold() for one in scene.plan.reviewers}) < _TWO:
        return failed("second-reviewer")
    if scene.stated(DeclaredFact.GUARDIAN_AGREED, person) and not _reaches(grade, Grade.B):
        return failed("grade", "guardian")
    is_written = person.has_kind(DOCUMENTS)
    for purpose in purposes:
        is_advert = purpose is Purpose.ADVERTISE_SPONSOR
        wanted = Grade.B if is_advert else Grade.C
        if not _reaches(grade, wanted) and not (is_advert and is_written):
            return failed("grade", purpose.value)
    return PASSED


_TWO = 2


def _reaches(grade: Grade, wanted: Grade) -> bool:
    return _BEST_FIRST.index(grade) <= _BEST_FIRST.index(wanted)


def excerpt_is_whole(_scene: Scene, person: PersonFacts) -> Finding:
    """Whether an excerpt holds question and answer, five seconds around, of the same recording."""
    excerpts = [item for item in person.evidence if item.kind is EvidenceKind.EXCERPT]
    if not excerpts:
        is_other = person.has_kind(DOCUMENTS) or Fact.PARTNER_KEY in person.shown
        return NOT_CONCERNED if is_other else failed("no-excerpt")
    findings = [_whole(item) for item in excerpts]
    return min(findings, key=lambda one: _STATES.index(one.state))


def _whole(item: EvidenceFacts) -> Finding:
    if not item.holds_answer:
        return failed("answer-outside")
    if item.is_same_recording is False:
        return failed("other-recording")
    if item.has_margins is False:
        return failed("margins")
    if item.is_same_recording is None or item.has_margins is None:
        return cannot_tell("recording-unknown")
    return PASSED


def time_proven(scene: Scene, person: PersonFacts) -> Finding:
    """Whether a trusted time token is older than the publication, or its lack is accepted."""
    checks, plan = person.checks, scene.plan
    if checks.proven_at is not None and checks.proven_at <= scene.facts.at:
        return PASSED
    if not checks.is_time_pending:
        return failed("no-token")
    if plan.accepts_pending_time is None:
        return cannot_tell("pending")
    if not plan.accepts_pending_time:
        return failed("pending")
    return Finding(State.PASS, "pending-accepted", is_declared=True)


# ── age ──


def age_undoubted(scene: Scene, person: PersonFacts) -> Finding:
    """Whether nobody doubts the person's age, or two people cleared the doubt."""
    doubt = scene.doubt(person)
    if doubt is not None:
        if not doubt.is_cleared:
            return failed("doubt", is_declared=True)
        return Finding(State.PASS, "doubt-cleared", is_declared=True)
    if scene.plan.doubts is None:
        return cannot_tell("doubts-not-stated")
    return Finding(State.PASS, "no-doubt", is_declared=True)


def is_minor(scene: Scene, person: PersonFacts) -> bool | None:
    """Return whether a person is not of age, as said or stated; None when it was not asked."""
    if scene.stated(DeclaredFact.IS_MINOR, person) or person.is_adult_stated is False:
        return True
    return None if person.is_adult_stated is None else False
