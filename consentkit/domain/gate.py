"""Whether a finished video may be published by a plan, rule by rule and with reasons.

Invariants kept here:

1. The decision depends on facts and packs alone, so that an old one can be repeated.
2. Strictest wins: a rule that is added can only make a decision stricter.
3. What cannot be told blocks where the rule blocks, and warns where it warns.
4. An override sets aside only what its rule lets be set aside, and stays visible.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from consentkit.domain.gate_facts import GateFacts, PersonFacts
from consentkit.domain.gate_predicates import (
    CORE_PREDICATES,
    GATE_PREDICATES,
    GatePredicate,
    check_gate,
)
from consentkit.domain.gate_scene import PASSED, Finding, Scene, State
from consentkit.domain.plan import Override, PublishPlan
from consentkit.domain.policy import Applies, GateRule, PolicyPack, Remedy, Severity
from consentkit.kernel.errors import MalformedError, VerificationError
from consentkit.kernel.timebase import TimeRange, union

GATE_VERSION = 1
"""Version of the predicates. One that answers otherwise than before makes a new version."""


class Effect(StrEnum):
    """What a rule means for the publication, from mild to strict."""

    PASS = "pass"  # noqa: S105 -- not a password
    OVERRIDDEN = "overridden"
    WARN = "warn"
    BLOCK = "block"


_FROM_MILD_TO_STRICT = tuple(Effect)


def effect_strictness(effect: Effect) -> int:
    """Return the rank of an effect; the strictest has the highest."""
    return _FROM_MILD_TO_STRICT.index(effect)


@dataclass(frozen=True, slots=True)
class RuleOutcome:
    """What one rule says, for all persons of whom it says the same.

    Attributes:
        rule: The rule's id.
        pack: The pack's id.
        severity: Block or warn.
        state: Pass, fail or cannot tell.
        effect: What follows.
        reason: Stable code of why; empty for a plain pass.
        detail: A value for the sentence, like a purpose.
        is_declared: It rests on what the creator stated.
        persons: Records or conversations concerned, in the order of the facts.
        spans: Stretches of the edit concerned; empty for a pass.
        sources: What the rule rests on.
        remedies: What can be done; empty for a pass.
        override_reason: Why it is set aside; empty unless it is.
    """

    rule: str
    pack: str
    severity: Severity
    state: State
    effect: Effect
    reason: str = ""
    detail: str = ""
    is_declared: bool = False
    persons: tuple[str, ...] = ()
    spans: tuple[TimeRange, ...] = ()
    sources: tuple[str, ...] = ()
    remedies: tuple[Remedy, ...] = ()
    override_reason: str = ""


@dataclass(frozen=True, slots=True)
class AppliedPack:
    """A pack that was applied, so that a replay can tell whether it has the same one.

    Attributes:
        id: The pack's id.
        version: Its version.
        digest: SHA-256 of its file, hexadecimal.
    """

    id: str
    version: str
    digest: str


@dataclass(frozen=True, slots=True)
class GateDecision:
    """The answer of the gate.

    Attributes:
        is_passed: Nothing blocks.
        outcomes: By pack and rule, the strictest outcome of a rule first.
        packs: What was applied.
        at: The moment for which consent was asked.
        known_by: What was recorded later did not count.
        refused_overrides: Rules whose override was not taken, as they cannot be set aside.
        version: ``GATE_VERSION`` of the predicates.
    """

    is_passed: bool
    outcomes: tuple[RuleOutcome, ...]
    packs: tuple[AppliedPack, ...]
    at: datetime
    known_by: datetime
    refused_overrides: tuple[str, ...] = ()
    version: int = GATE_VERSION

    @property
    def reasons(self) -> tuple[str, ...]:
        """The ids of the rules that block, in the order of the packs."""
        blocking = (item.rule for item in self.outcomes if item.effect is Effect.BLOCK)
        return tuple(dict.fromkeys(blocking))

    def outcomes_of(self, rule: str) -> tuple[RuleOutcome, ...]:
        """Return the outcomes of one rule, the strictest first; empty if it was not asked."""
        return tuple(item for item in self.outcomes if item.rule == rule)


def combine_packs(packs: Iterable[PolicyPack]) -> tuple[PolicyPack, ...]:
    """Return the packs without repetition, the core first, then in the order given.

    Raises:
        MalformedError: Two packs contradict each other (``policy.contradiction``, with the facts
            ``pack`` and ``rule``), a rule is too mild, or the core is missing or asks too little
            (``policy.incomplete``).
    """
    found: dict[str, PolicyPack] = {}
    rules: dict[str, tuple[str, GateRule]] = {}
    for pack in packs:
        check_gate(pack)
        before = found.get(pack.id)
        if before == pack:
            continue
        for rule in pack.gate:
            named = rules.setdefault(rule.id, (pack.version, rule))
            if named != (pack.version, rule):
                raise MalformedError("policy.contradiction", pack=pack.id, rule=rule.id)
        if before is not None:
            raise MalformedError("policy.contradiction", pack=pack.id, rule="")
        found[pack.id] = pack
    core = found.get("core")
    asked = {rule.predicate for rule in core.gate} if core is not None else set()
    if core is None or core.applies != Applies() or not asked >= CORE_PREDICATES:
        raise MalformedError("policy.incomplete")
    return tuple(sorted(found.values(), key=lambda pack: pack.id != "core"))


def applies_to_plan(applies: Applies, plan: PublishPlan) -> bool:
    """Return whether rules are asked about a plan's platform and the chat's platform."""
    is_there = not applies.platforms or plan.platform in applies.platforms
    sources, source = applies.source_platforms, plan.source_platform
    return is_there and (not sources or source is None or source in sources)


def applies_to_person(applies: Applies, plan: PublishPlan, country: str | None) -> bool:
    """Return whether rules are asked about a person of ``country``; an unknown one counts."""
    if not applies.countries:
        return True
    if country is None or country in applies.countries:
        return True
    if plan.creator_country in applies.countries:
        return True
    return plan.is_published_in(applies.territories)


def decide_publication(facts: GateFacts, packs: Sequence[PolicyPack]) -> GateDecision:
    """Return whether the plan may be carried out, with the answer of every rule that applies.

    Args:
        facts: All that is known; spans judged at ``facts.at`` by what ``facts.known_by`` says.
        packs: All packs there are; those that concern nobody here are left out.

    Raises:
        MalformedError: The packs contradict each other or leave the core unasked.
    """
    scene = Scene(facts)
    outcomes: list[RuleOutcome] = []
    applied: list[AppliedPack] = []
    refused: list[str] = []
    overrides = {(item.rule, item.person): item for item in facts.plan.overrides}
    for pack in combine_packs(packs):
        if not pack.gate or not applies_to_plan(pack.applies, facts.plan):
            continue
        people = _concerned(pack, facts)
        if pack.applies.countries and not people:
            continue
        applied.append(AppliedPack(pack.id, pack.version, pack.digest))
        for rule in pack.gate:
            outcomes.extend(_asked(pack, rule, scene, people, overrides))
            is_named = any(named == rule.id for named, _ in overrides)
            if is_named and not rule.is_overridable:
                refused.append(rule.id)
    is_passed = all(item.effect is not Effect.BLOCK for item in outcomes)
    return GateDecision(
        is_passed, tuple(outcomes), tuple(applied), facts.at, facts.known_by, tuple(refused)
    )


def _concerned(pack: PolicyPack, facts: GateFacts) -> tuple[PersonFacts, ...]:
    return tuple(
        person
        for person in facts.people
        if applies_to_person(pack.applies, facts.plan, person.country)
    )


@dataclass(slots=True)
class _Group:
    """All of whom one rule says the same."""

    finding: Finding
    override_reason: str
    persons: dict[str, None] = field(default_factory=dict)
    spans: list[TimeRange] = field(default_factory=list)


def _asked(
    pack: PolicyPack,
    rule: GateRule,
    scene: Scene,
    people: Sequence[PersonFacts],
    overrides: Mapping[tuple[str, str], Override],
) -> list[RuleOutcome]:
    """Return the outcomes of one rule: one for each answer, with all it is the answer for."""
    predicate = GATE_PREDICATES[rule.predicate]
    groups: dict[tuple[object, ...], _Group] = {}

    def add(finding: Finding, person: str) -> None:
        reason = ""
        if finding.state is not State.PASS and rule.is_overridable:
            found = overrides.get((rule.id, person)) or overrides.get((rule.id, ""))
            reason = found.reason if found is not None else ""
        key = (finding.state, finding.reason, finding.detail, finding.is_declared, reason)
        group = groups.get(key)
        if group is None:
            group = groups[key] = _Group(finding, reason)
        if person:
            group.persons[person] = None
        group.spans.extend(finding.spans)

    for finding in predicate.ask_plan(scene) if predicate.ask_plan is not None else ():
        for person in finding.persons or ("",):
            add(finding, person)
    for one, answer in _of_people(predicate, scene, people):
        add(answer, one.consent_id)
    made = [_outcome(pack, rule, group, scene) for group in groups.values()]
    if not made:
        made = [_outcome(pack, rule, _Group(PASSED, ""), scene)]
    return sorted(made, key=lambda item: -effect_strictness(item.effect))


def _of_people(
    predicate: GatePredicate, scene: Scene, people: Iterable[PersonFacts]
) -> Iterator[tuple[PersonFacts, Finding]]:
    if predicate.ask_person is None:
        return
    for person in people:
        if not predicate.asks_hidden and person.consent_id in scene.taken_out:
            yield person, _TAKEN_OUT
        else:
            yield person, predicate.ask_person(scene, person)


_TAKEN_OUT = Finding(State.PASS, "taken-out", is_declared=True)


def _outcome(pack: PolicyPack, rule: GateRule, group: _Group, scene: Scene) -> RuleOutcome:
    finding, persons = group.finding, tuple(group.persons)
    effect = Effect.PASS
    spans: tuple[TimeRange, ...] = ()
    remedies: tuple[Remedy, ...] = ()
    if finding.state is not State.PASS:
        effect = Effect.BLOCK if rule.severity is Severity.BLOCK else Effect.WARN
        if group.override_reason:
            effect = Effect.OVERRIDDEN
        spans = union(group.spans) if group.spans else scene.stretches(persons)
        helping = finding.remedies
        remedies = tuple(item for item in rule.remedies if helping is None or item in helping)
    return RuleOutcome(
        rule.id,
        pack.id,
        rule.severity,
        finding.state,
        effect,
        finding.reason,
        finding.detail,
        finding.is_declared,
        persons,
        spans,
        rule.sources,
        remedies,
        group.override_reason,
    )


def verify_decision(facts: GateFacts, packs: Sequence[PolicyPack], decision: GateDecision) -> None:
    """Check that a kept decision is what its facts and packs lead to.

    Args:
        facts: The facts it was kept with.
        packs: The packs it was kept with.
        decision: The decision.

    Raises:
        VerificationError: It was made by other predicates (``gate.other-version``), by other packs
            (``gate.other-packs``), or the answer is another one (``gate.other-answer``).
        MalformedError: The packs contradict each other or leave the core unasked.
    """
    if decision.version != GATE_VERSION:
        raise VerificationError("gate.other-version", version=decision.version)
    again = decide_publication(facts, packs)
    if again.packs != decision.packs:
        raise VerificationError("gate.other-packs")
    if again != decision:
        raise VerificationError("gate.other-answer")
