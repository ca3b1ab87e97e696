"""Every rule of every pack, held against facts that pass, that fail, and that cannot be told."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from gate_maker import NOT_SO, PLAN, changed, passing

from consentkit.domain.gate import Effect, decide_publication
from consentkit.domain.gate_scene import State
from consentkit.domain.plan import Declaration, DeclaredFact
from consentkit.domain.policy import Severity
from consentkit.services.policies import all_packs
from consentkit.wire.gate_case import decode_gate_case, encode_gate_case, verify_gate_case

FILES = sorted((Path(__file__).parent / "gate").glob("*.toml"))
READ = [tomllib.loads(path.read_text(encoding="utf-8")) for path in FILES]
CASES = [case for file in READ for case in file["case"]]
NEVER = {
    (item["rule"], item["state"]): item["why"] for file in READ for item in file.get("never", [])
}
RULES = {rule.id: rule for pack in all_packs() for rule in pack.gate}
ORDER = [State.PASS, State.CANNOT_TELL, State.FAIL]


def facts_of(case):
    stated = dict.fromkeys((fact.value for fact in NOT_SO), False) | case.get("declare", {})
    declared = tuple(
        Declaration(DeclaredFact(fact), is_true)
        for fact, is_true in stated.items()
        if is_true != "@none"
    )
    facts = passing(plan=replace(PLAN, declared=declared))
    return changed(facts, case.get("set", {}))


@pytest.mark.parametrize(
    "case",
    CASES,
    ids=lambda case: f"{case['rule']}-{case['expect']}-{case.get('reason', '')}",
)
def test_a_rule_answers_as_its_vector_says(case):
    decision = decide_publication(facts_of(case), all_packs())
    outcomes = decision.outcomes_of(case["rule"])
    strictest = max(outcomes, key=lambda item: ORDER.index(item.state))
    assert (strictest.state.value, strictest.reason) == (case["expect"], case.get("reason", ""))
    assert strictest.detail == case.get("detail", strictest.detail)
    if strictest.state is State.PASS:
        assert strictest.effect is Effect.PASS
        return
    is_block = RULES[case["rule"]].severity is Severity.BLOCK
    assert strictest.effect is (Effect.BLOCK if is_block else Effect.WARN)
    assert strictest.sources
    assert strictest.remedies
    assert (case["rule"] in decision.reasons) is is_block
    assert decision.is_passed is not bool(decision.reasons)


@pytest.mark.parametrize("rule", sorted(RULES))
@pytest.mark.parametrize("state", ORDER)
def test_every_rule_has_vectors_for_every_answer(rule, state):
    has_case = any(case["rule"] == rule and case["expect"] == state.value for case in CASES)
    assert has_case or NEVER[rule, state.value]


def test_every_vector_is_about_a_rule_there_is():
    assert {case["rule"] for case in CASES} <= set(RULES)


def test_a_decision_kept_by_the_first_version_is_still_repeated():
    # Where this does not hold any more, GATE_VERSION goes up and the old predicates stay.
    kept = (Path(__file__).parent / "gate" / "kept-decision-1.json").read_bytes()
    case = decode_gate_case(kept)
    verify_gate_case(case)
    assert encode_gate_case(case) == kept
    assert case.decision.version == 1
    assert not case.decision.is_passed
    assert case.decision.refused_overrides == ("core.consent",)
