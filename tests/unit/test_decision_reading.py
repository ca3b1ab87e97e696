"""A decision is read by person and by rule, and what can be stated is asked where it is needed."""

from dataclasses import replace

import decision_samples as samples
import pytest

from consentkit.domain.gate import Effect
from consentkit.domain.plan import Declaration, DeclaredFact
from consentkit.services.decision_reading import (
    PlanField,
    by_person,
    by_rule,
    facts_of,
    field_of,
    obstacles,
    override_of,
    questions_of,
    unknown_matters,
)


@pytest.fixture(name="check", scope="module")
def make_check():
    return samples.decided()


def lines(check, person):
    group = next(item for item in by_person(check, check.gate) if item.key == person)
    return {line.outcome.rule: line for line in group.open}


def test_everybody_has_their_own_lines_and_the_strictest_come_first(check):
    groups = by_person(check, check.gate)
    assert {item.key for item in groups} == {"con-1", "con-2", "con-4", "cnv-20", ""}
    for group in groups:
        effects = [line.outcome.effect for line in group.lines]
        assert group.effect is effects[0]
        assert effects == sorted(effects, key=list(Effect).index, reverse=True)
    assert "core.consent" in lines(check, "con-2")
    assert "core.consent" not in lines(check, "con-1")


def test_a_line_of_one_person_names_only_stretches_with_this_person(check):
    shared = lines(check, "con-2")["evidence.time"]
    mine = [item.span.edit for item in check.spans if item.consent_id == "con-2"]
    assert shared.persons == ("con-2",)
    assert len(shared.outcome.persons) > 1
    assert shared.spans
    assert all(any(own.encloses(one) for own in (*mine, *_joined(mine))) for one in shared.spans)


def _joined(ranges):
    from consentkit.kernel.timebase import union

    return union(ranges)


def test_no_outcome_is_lost_in_either_reading(check):
    said = {
        (line.outcome.rule, line.outcome.reason) for g in by_rule(check.gate) for line in g.lines
    }
    assert said == {(item.rule, item.reason) for item in check.gate.outcomes}
    people = {
        (line.outcome.rule, line.outcome.reason)
        for group in by_person(check, check.gate)
        for line in group.lines
    }
    assert people == said


def test_obstacles_count_every_person_of_a_blocking_rule(check):
    counted = sum(
        1
        for group in by_person(check, check.gate)
        for line in group.lines
        if line.outcome.effect is Effect.BLOCK
    )
    assert obstacles(check.gate) == counted > 5
    assert obstacles(samples.passing().gate) == 0


def test_questions_are_those_a_rule_needs_and_those_that_were_answered(check):
    asked = {item.fact: item for item in questions_of(check.plan, check.gate)}
    assert asked[DeclaredFact.REWARDED].is_needed
    assert asked[DeclaredFact.SYNTHETIC].persons == ()
    contact = asked[DeclaredFact.CONTACT_SHOWN]
    assert "con-1" in contact.persons
    assert set(contact.persons) - {"con-1"}
    assert not asked[DeclaredFact.NAME_SHOWN].is_needed
    assert DeclaredFact.WRITTEN_FORM not in asked


def test_without_a_decision_only_what_was_stated_is_asked():
    plan = replace(
        samples.PLAN, declared=(Declaration(DeclaredFact.VOLUNTARY, is_true=True, person="con-1"),)
    )
    [question] = questions_of(plan, None)
    assert (question.fact, question.persons) == (DeclaredFact.VOLUNTARY, ("con-1",))
    assert questions_of(replace(plan, declared=()), None) == ()


def test_a_reason_leads_to_the_part_of_the_plan_that_settles_it(check):
    found = {
        (item.rule, item.reason): field_of(item)
        for item in check.gate.outcomes
        if item.effect is not Effect.PASS
    }
    assert found["yt.kids", "not-set"] is PlanField.KIDS
    assert found["yt.complaint", "complaints-not-stated"] is PlanField.COMPLAINTS
    assert found["minors.doubt", "doubts-not-stated"] is PlanField.DOUBTS
    assert found["core.thumbnail", "not-agreed"] is PlanField.THUMBNAIL
    assert found["core.conditions", "condition-not-stated"] is PlanField.REDACTIONS
    assert found["gdpr.pressure", "not-stated"] is PlanField.STATEMENTS
    assert found["core.unmapped", "unmapped"] is None


def test_every_field_of_a_reason_and_every_fact_has_a_way(check):
    for item in check.gate.outcomes:
        assert all(isinstance(fact, DeclaredFact) for fact in facts_of(item))


def test_what_is_unknown_can_be_named_as_own_from_the_decision(check):
    [unmapped] = [
        item for item in check.gate.outcomes_of("core.unmapped") if item.effect is Effect.BLOCK
    ]
    matters = unknown_matters(check, unmapped.spans)
    assert [float(item.edit.start) for item in matters] == [0, 6, 101]
    assert unknown_matters(check, ()) == ()


def test_an_override_is_found_again_from_the_line_it_set_aside(check):
    line = lines(check, "con-1")["evidence.time"]
    assert line.outcome.effect is Effect.OVERRIDDEN
    assert override_of(check.plan, line) == ("evidence.time", "")
    assert override_of(replace(check.plan, overrides=()), line) is None
