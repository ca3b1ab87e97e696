"""Strictest wins, a rule that is added never loosens, and an unknown country is the strictest."""

from dataclasses import fields, replace

from gate_maker import PLAN, leaf, passing, person, span
from hypothesis import given, settings
from hypothesis import strategies as st

from consentkit.domain.consent import Status
from consentkit.domain.coverage import Lane
from consentkit.domain.gate import Effect, decide_publication, effect_strictness
from consentkit.domain.gate_facts import RecordChecks
from consentkit.domain.plan import Declaration, DeclaredFact, Redaction, RedactionKind
from consentkit.domain.policy import PASSING, Severity, Verdict
from consentkit.domain.report import Outcome
from consentkit.domain.scope import DataCategory, Purpose
from consentkit.services.policies import all_packs, core_pack
from consentkit.wire.gate_case import (
    decode_gate_case,
    encode_gate_case,
    make_gate_case,
    verify_gate_case,
)

PACKS = all_packs()
OTHERS = PACKS[1:]
COUNTRIES = ("ID", "DE", "RU", "US", "JP")
FEW = settings(max_examples=25, deadline=None)

leaves = st.lists(st.sampled_from(list(Purpose)), unique=True, min_size=1, max_size=4).flatmap(
    lambda purposes: st.tuples(*[
        st.builds(
            leaf,
            st.just(purpose),
            status=st.sampled_from(list(Status)),
            data=st.frozensets(st.sampled_from(list(DataCategory)), min_size=1),
            territory=st.sampled_from([("world",), ("ID",), ("ID", "DE")]),
        )
        for purpose in purposes
    ])
)
outcomes = st.sampled_from(list(Outcome))
checks = st.builds(RecordChecks, outcomes, outcomes, outcomes, outcomes)
people = st.builds(
    person,
    country=st.sampled_from([*COUNTRIES, None]),
    is_adult_stated=st.sampled_from([True, False, None]),
    leaves=leaves,
    checks=checks,
    times_asked=st.integers(0, 3),
)
spans = st.builds(
    span,
    st.integers(0, 10),
    st.integers(11, 20),
    st.sampled_from(list(Lane)),
    st.sampled_from(list(Verdict)),
    st.sampled_from([("con-a",), ()]),
)
statements = st.dictionaries(st.sampled_from(list(DeclaredFact)), st.booleans()).map(
    lambda stated: tuple(Declaration(fact, is_true) for fact, is_true in stated.items())
)
redactions = st.none() | st.lists(st.builds(Redaction, st.sampled_from(list(RedactionKind)))).map(
    tuple
)
plans = st.builds(
    lambda **changes: replace(PLAN, **changes),
    is_monetised=st.sampled_from([True, False, None]),
    sponsor=st.sampled_from(["", "A company", None]),
    territory=st.sampled_from([("world",), ("ID",), ("JP",), None]),
    source_platform=st.sampled_from(["ometv", "", None]),
    declared=statements,
    redactions=redactions,
)
cases = st.builds(
    lambda plan, one, parts, is_provisional: passing(
        plan=plan, people=(one,), spans=tuple(parts), is_provisional=is_provisional
    ),
    plans,
    people,
    st.lists(spans, max_size=4),
    st.booleans(),
)


def strictness(decision):
    """Return the strictest effect of every rule that was asked."""
    found = {}
    for item in decision.outcomes:
        found[item.rule] = max(found.get(item.rule, 0), effect_strictness(item.effect))
    return found


@FEW
@given(cases, st.sets(st.sampled_from(range(len(OTHERS)))), st.sampled_from(range(len(OTHERS))))
def test_a_pack_that_is_added_never_loosens(facts, chosen, added):
    fewer = [core_pack(), *(OTHERS[place] for place in sorted(chosen))]
    before = decide_publication(facts, fewer)
    after = decide_publication(facts, [*fewer, OTHERS[added]])
    assert set(before.reasons) <= set(after.reasons)
    assert before.is_passed or not after.is_passed
    assert strictness(before).items() <= strictness(after).items()


@FEW
@given(cases)
def test_the_strictest_rule_decides(facts):
    decision = decide_publication(facts, PACKS)
    worst = max(strictness(decision).values())
    assert decision.is_passed is (worst < effect_strictness(Effect.BLOCK))
    for item in decision.outcomes:
        is_block = item.severity is Severity.BLOCK and item.state.value != "pass"
        assert (item.effect is Effect.BLOCK) is is_block


@FEW
@given(cases, st.sampled_from(COUNTRIES))
def test_an_unknown_country_is_at_least_as_strict_as_any(facts, country):
    def of(claimed):
        one = replace(facts.people[0], country=claimed)
        return strictness(decide_publication(replace(facts, people=(one,)), PACKS))

    unknown = of(None)
    for rule, effect in of(country).items():
        assert unknown[rule] >= effect


@FEW
@given(cases)
def test_publishing_in_more_countries_never_loosens(facts):
    def of(territory):
        plan = replace(facts.plan, territory=territory)
        return strictness(decide_publication(replace(facts, plan=plan), PACKS))

    world = of(("world",))
    for rule, effect in of(("ID",)).items():
        assert world[rule] >= effect


@FEW
@given(cases)
def test_a_stretch_that_needs_a_decision_never_gets_through_unredacted(facts):
    open_spans = [item for item in facts.spans if item.verdict not in PASSING]
    decision = decide_publication(facts, [core_pack()])
    if (open_spans and not facts.plan.redactions) or facts.is_provisional:
        assert not decision.is_passed


@FEW
@given(cases, st.sampled_from([field.name for field in fields(PLAN)]))
def test_stating_less_never_turns_a_block_into_a_pass(facts, name):
    unstated = {
        "is_monetised",
        "sponsor",
        "is_made_for_kids",
        "thumbnail",
        "title",
        "redactions",
        "complaints",
        "doubts",
        "source_platform",
    }
    if name not in unstated:
        return
    before = decide_publication(facts, PACKS)
    # A sponsor and money are what purposes follow from: unstated, they block by themselves.
    after = decide_publication(replace(facts, plan=replace(facts.plan, **{name: None})), PACKS)
    assert before.is_passed or not after.is_passed


@FEW
@given(cases)
def test_every_kept_decision_can_be_repeated(facts):
    kept = encode_gate_case(make_gate_case(facts, PACKS))
    case = decode_gate_case(kept)
    verify_gate_case(case)
    assert encode_gate_case(case) == kept
