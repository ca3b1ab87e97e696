"""What a decision on a plan means to a reader: lines by person and by rule, and what is asked.

Pure functions over ``EditCheck`` and ``GateDecision``; no widget, no words.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from consentkit.domain.gate import Effect, GateDecision, RuleOutcome, effect_strictness
from consentkit.domain.gate_scene import State
from consentkit.domain.plan import Declaration, DeclaredFact, PublishPlan
from consentkit.domain.policy import Verdict
from consentkit.kernel.timebase import TimeRange, union
from consentkit.services.check_reading import Matter, matters_of, people_of
from consentkit.services.check_views import EditCheck


class PlanField(StrEnum):
    """A part of the plan that a creator can go to."""

    PLATFORM = "platform"
    CHANNEL = "channel"
    WHEN = "when"
    TERRITORY = "territory"
    MONETISED = "monetised"
    SPONSOR = "sponsor"
    THUMBNAIL = "thumbnail"
    TITLE = "title"
    KIDS = "kids"
    ALTERED = "altered"
    SOURCE = "source"
    COUNTRY = "country"
    REVIEWERS = "reviewers"
    PENDING = "pending"
    REDACTIONS = "redactions"
    DISCLOSURES = "disclosures"
    COMPLAINTS = "complaints"
    DOUBTS = "doubts"
    OVERRIDES = "overrides"
    STATEMENTS = "statements"


_FIELD_OF: Mapping[str, PlanField] = {
    "platform": PlanField.PLATFORM,
    "channel": PlanField.CHANNEL,
    "channel-not-stated": PlanField.CHANNEL,
    "term": PlanField.WHEN,
    "territory": PlanField.TERRITORY,
    "territory-not-stated": PlanField.TERRITORY,
    "monetised-not-stated": PlanField.MONETISED,
    "sponsor-not-stated": PlanField.SPONSOR,
    "thumbnail-not-stated": PlanField.THUMBNAIL,
    "title-not-stated": PlanField.TITLE,
    "not-set": PlanField.KIDS,
    "mark-missing": PlanField.ALTERED,
    "second-reviewer": PlanField.REVIEWERS,
    "pending": PlanField.PENDING,
    "no-token": PlanField.WHEN,
    "condition-not-stated": PlanField.REDACTIONS,
    "condition-not-met": PlanField.REDACTIONS,
    "splice": PlanField.DISCLOSURES,
    "complaints-not-stated": PlanField.COMPLAINTS,
    "complaint-open": PlanField.COMPLAINTS,
    "doubts-not-stated": PlanField.DOUBTS,
    "doubt": PlanField.DOUBTS,
}
"""Where in the plan a reason is settled, by its code."""

_FACTS_OF: Mapping[str, tuple[DeclaredFact, ...]] = {
    "language": (DeclaredFact.UNDERSTOOD_LANGUAGE,),
    "language-not-known": (DeclaredFact.UNDERSTOOD_LANGUAGE,),
    "bundled": (DeclaredFact.ANSWERED_EACH,),
    "route-not-told": (DeclaredFact.ROUTE_TOLD,),
    "not-told": (DeclaredFact.NOTICE_COMPLETE,),
    "other-notice": (DeclaredFact.NOTICE_COMPLETE,),
    "rewarded": (DeclaredFact.REWARDED,),
    "special": (DeclaredFact.SPECIAL_SHOWN, DeclaredFact.SPECIAL_AGREED),
    "document-not-read": (DeclaredFact.DOCUMENT_IS_CONSENT, DeclaredFact.DOCUMENT_IS_CONTRACT),
    "form-not-known": (DeclaredFact.WRITTEN_FORM,),
    "signatory": (DeclaredFact.SIGNATORY_IDENTIFIED,),
    "guardian": (DeclaredFact.GUARDIAN_AGREED,),
    "support": (DeclaredFact.SUPPORT_GIVEN,),
    "mark-missing": (DeclaredFact.SYNTHETIC,),
    "recorded-before-asked": (DeclaredFact.IN_CALIFORNIA,),
}
"""What a creator can state about a reason, by its code; others name the fact themselves."""

_NAMING_REASONS = frozenset({"not-stated", "identifiable", "minor"})
"""Reasons whose detail is the fact that settles them, where it is one."""

_MONEY = {"monetise_ads": PlanField.MONETISED, "advertise_sponsor": PlanField.SPONSOR}

OF_THE_VIDEO = frozenset({DeclaredFact.SYNTHETIC, DeclaredFact.COMMENTS_MODERATED})
"""Facts that are about the whole video, not about one person."""


@dataclass(frozen=True, slots=True)
class Line:
    """What one rule says of one person, or of the whole video.

    Attributes:
        outcome: The rule's outcome.
        persons: Records or conversations; empty for the whole video.
        spans: The stretches concerned, where they are these persons'.
    """

    outcome: RuleOutcome
    persons: tuple[str, ...]
    spans: tuple[TimeRange, ...]


@dataclass(frozen=True, slots=True)
class LineGroup:
    """Lines that belong together.

    Attributes:
        key: The record or conversation, or the rule; empty for the whole video.
        lines: Those that do not pass, the strictest first, then those that pass.
    """

    key: str
    lines: tuple[Line, ...]

    @property
    def effect(self) -> Effect:
        """The strictest effect of its lines."""
        return strictest_effect(line.outcome.effect for line in self.lines)

    @property
    def open(self) -> tuple[Line, ...]:
        """The lines that do not simply pass."""
        return tuple(line for line in self.lines if line.outcome.effect is not Effect.PASS)

    @property
    def passed(self) -> tuple[Line, ...]:
        """The lines that pass."""
        return tuple(line for line in self.lines if line.outcome.effect is Effect.PASS)


@dataclass(frozen=True, slots=True)
class Question:
    """Something that a creator can state, because a rule needs it or it was stated before.

    Attributes:
        fact: What is asked.
        persons: The records or conversations it is asked about; empty for the whole video.
        is_needed: A rule does not pass without it.
    """

    fact: DeclaredFact
    persons: tuple[str, ...]
    is_needed: bool


def strictest_effect(effects: Iterable[Effect]) -> Effect:
    """Return the strictest effect; ``PASS`` of none."""
    return max(effects, key=effect_strictness, default=Effect.PASS)


def obstacles(decision: GateDecision) -> int:
    """Return how many things stand in the way: what blocks, for each person by themselves."""
    blocking = (item for item in decision.outcomes if item.effect is Effect.BLOCK)
    return sum(max(1, len(item.persons)) for item in blocking)


def count_effect(decision: GateDecision, effect: Effect) -> int:
    """Return how many rules have outcomes with ``effect``."""
    return len({item.rule for item in decision.outcomes if item.effect is effect})


def by_person(check: EditCheck, decision: GateDecision) -> tuple[LineGroup, ...]:
    """Return the lines of every person, the strictest first; the whole video comes last of equals.

    People stand in the order in which they appear in the video.
    """
    order = [person.key for person in people_of(check)]
    found: dict[str, list[Line]] = {key: [] for key in order}
    whole: list[Line] = []
    for outcome in decision.outcomes:
        if not outcome.persons:
            whole.append(Line(outcome, (), outcome.spans))
        for person in outcome.persons:
            spans = _spans_of(check, outcome, person)
            found.setdefault(person, []).append(Line(outcome, (person,), spans))
    groups = [LineGroup(key, _sorted(lines)) for key, lines in found.items() if lines]
    if whole:
        groups.append(LineGroup("", _sorted(whole)))
    return tuple(sorted(groups, key=lambda group: -effect_strictness(group.effect)))


def by_rule(decision: GateDecision) -> tuple[LineGroup, ...]:
    """Return the lines of every rule, the strictest first, else in the order of the packs."""
    found: dict[str, list[Line]] = {}
    for outcome in decision.outcomes:
        line = Line(outcome, outcome.persons, outcome.spans)
        found.setdefault(outcome.rule, []).append(line)
    groups = [LineGroup(key, _sorted(lines)) for key, lines in found.items()]
    return tuple(sorted(groups, key=lambda group: -effect_strictness(group.effect)))


def _sorted(lines: Iterable[Line]) -> tuple[Line, ...]:
    return tuple(sorted(lines, key=lambda line: -effect_strictness(line.outcome.effect)))


def _spans_of(check: EditCheck, outcome: RuleOutcome, person: str) -> tuple[TimeRange, ...]:
    """Return the stretches of an outcome that are one person's; all of them when none is."""
    if len(outcome.persons) == 1:
        return outcome.spans
    mine = union(
        item.span.edit
        for item in check.spans
        if person in {item.consent_id, item.span.conversation_id}
    )
    shared = tuple(
        TimeRange(max(one.start, own.start), min(one.end, own.end))
        for one in outcome.spans
        for own in mine
        if one.overlap(own) > 0
    )
    return union(shared) or outcome.spans


def field_of(outcome: RuleOutcome) -> PlanField | None:
    """Return where in the plan an outcome can be settled; None where the plan cannot."""
    if outcome.reason in {"not-agreed", "data-not-agreed"}:
        return _MONEY.get(outcome.detail) or (
            PlanField(outcome.detail) if outcome.detail in {"thumbnail", "title"} else None
        )
    if outcome.reason == "person-unknown":
        return PlanField(outcome.detail)
    known = _FIELD_OF.get(outcome.reason)
    if known is None and facts_of(outcome):
        return PlanField.STATEMENTS
    return known


def facts_of(outcome: RuleOutcome) -> tuple[DeclaredFact, ...]:
    """Return what a creator can state to settle an outcome; empty for nothing."""
    if outcome.reason in _NAMING_REASONS:
        return tuple(fact for fact in DeclaredFact if fact.value == outcome.detail)
    return _FACTS_OF.get(outcome.reason, ())


def questions_of(plan: PublishPlan, decision: GateDecision | None) -> tuple[Question, ...]:
    """Return what the form asks: what a rule needs, and what was stated, in the order of facts."""
    needed: dict[DeclaredFact, dict[str, None]] = {}
    stated: dict[DeclaredFact, dict[str, None]] = {}
    for outcome in decision.outcomes if decision is not None else ():
        if outcome.state is not State.PASS:
            for fact in facts_of(outcome):
                needed.setdefault(fact, {}).update(dict.fromkeys(outcome.persons))
    for item in plan.declared:
        stated.setdefault(item.fact, {}).update({item.person: None} if item.person else {})
    found = []
    for fact in DeclaredFact:
        if fact not in needed and fact not in stated:
            continue
        persons = {**needed.get(fact, {}), **stated.get(fact, {})}
        asked = () if fact in OF_THE_VIDEO else tuple(persons)
        found.append(Question(fact, asked, fact in needed))
    return tuple(found)


def unknown_matters(check: EditCheck, spans: tuple[TimeRange, ...]) -> tuple[Matter, ...]:
    """Return the matters of unknown origin that lie in one of ``spans``."""
    return tuple(
        matter
        for matter in matters_of(check)
        if matter.verdict is Verdict.UNKNOWN and any(matter.edit.overlap(one) > 0 for one in spans)
    )


def override_of(plan: PublishPlan, line: Line) -> tuple[str, str] | None:
    """Return rule and person of the override that sets a line aside; None without one."""
    for item in plan.overrides:
        if item.rule == line.outcome.rule and (not item.person or item.person in line.persons):
            return item.rule, item.person
    return None


def with_statement(
    declared: tuple[Declaration, ...], fact: DeclaredFact, person: str, *, is_true: bool | None
) -> tuple[Declaration, ...]:
    """Return the statements with one put, changed (its note stays) or, with None, taken back."""
    found = []
    is_there = False
    for item in declared:
        if (item.fact, item.person) != (fact, person):
            found.append(item)
        elif is_true is not None:
            is_there = True
            found.append(Declaration(fact, is_true, person, item.note))
    if is_true is not None and not is_there:
        found.append(Declaration(fact, is_true, person))
    return tuple(found)
