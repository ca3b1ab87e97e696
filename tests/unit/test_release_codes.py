"""Which release code follows from which decision: the table of credentials-1, row by row."""

from dataclasses import replace
from fractions import Fraction

import pytest
from gate_maker import PLAN, leaf, passing, person, span

from consentkit.domain.clearance import Reason
from consentkit.domain.consent import Status
from consentkit.domain.coverage import Lane
from consentkit.domain.gate import decide_publication
from consentkit.domain.plan import Redaction, RedactionKind
from consentkit.domain.policy import Verdict
from consentkit.domain.release_status import AGE_UNKNOWN, ReleaseStatus, release_of
from consentkit.domain.scope import Condition, Purpose
from consentkit.kernel.timebase import TimeRange
from consentkit.services.policies import all_packs


def release(facts):
    return release_of(facts, decide_publication(facts, all_packs()))


def nobody(code, *, lane=Lane.PICTURE, start=0, end=20):
    made = span(start, end, lane, Verdict.OWN, (), code)
    return replace(made, span=replace(made.span, conversation_id=""))


def without(purpose, **changes):
    leaves = tuple(item for item in person().leaves if item.purpose is not purpose)
    return replace(person(), leaves=(*leaves, leaf(purpose, **changes)))


def test_everybody_gave_a_permission():
    found = release(passing())
    assert found.status is ReleaseStatus.LIMITED
    assert found.consent_ids == ("con-a",)
    assert found.age == AGE_UNKNOWN


def test_every_permission_has_limits_so_that_none_is_called_unlimited():
    assert {item.value for item in ReleaseStatus} == {"MR-NON", "MR-LMR", "MR-NAP"}


def test_a_condition_that_is_met_leaves_a_limited_release():
    someone = without(Purpose.PUBLISH, conditions=frozenset({Condition.BLUR_FACE}))
    spans = (span(0, 20, verdict=Verdict.REDACT), span(0, 20, Lane.SOUND))
    done = (Redaction(RedactionKind.BLUR_FACE, "con-a"),)
    facts = passing(people=(someone,), spans=spans, plan=replace(PLAN, redactions=done))
    assert release(facts).status is ReleaseStatus.LIMITED
    undone = replace(facts, plan=replace(PLAN, redactions=()))
    assert release(undone).status is ReleaseStatus.NONE


@pytest.mark.parametrize("status", [item for item in Status if item not in {
    Status.GIVEN, Status.RENEWED_GIVEN,
}])  # fmt: skip
def test_a_permission_that_does_not_hold_is_no_release(status):
    spans = (span(0, 20, verdict=Verdict.BLOCKED, code="core.not-given"),)
    found = release(passing(people=(without(Purpose.PUBLISH, status=status),), spans=spans))
    assert found.status is ReleaseStatus.NONE
    assert found.consent_ids == ()


def test_one_person_without_a_release_makes_it_none_for_all():
    spans = (span(0, 10), span(10, 20, verdict=Verdict.BLOCKED, ids=(), code="core.no-consent"))
    assert release(passing(spans=spans)).status is ReleaseStatus.NONE


def test_somebody_taken_out_by_statement_alone_has_no_release():
    other = replace(without(Purpose.PUBLISH, status=Status.REFUSED), consent_id="con-b")
    spans = (
        span(0, 10),
        span(10, 20, verdict=Verdict.BLOCKED, ids=("con-b",), code="core.not-given"),
    )
    where = TimeRange(Fraction(10), Fraction(20))
    done = tuple(
        Redaction(kind, "con-b", where) for kind in (RedactionKind.BLUR_FACE, RedactionKind.MUTE)
    )
    facts = passing(people=(person(), other), spans=spans, plan=replace(PLAN, redactions=done))
    assert decide_publication(facts, all_packs()).is_passed
    assert release(facts).status is ReleaseStatus.NONE


@pytest.mark.parametrize(
    "changes",
    [
        {"is_provisional": True},
        {"file_sha256": "cd" * 32},
        {"file_sha256": ""},
        {"spans": (span(0, 20), span(20, 30, verdict=Verdict.UNKNOWN, ids=()))},
        {"plan": replace(PLAN, channel=None, sponsor="Somebody")},
        {"plan": replace(PLAN, platform="elsewhere")},
        {"plan": replace(PLAN, thumbnail=None)},
    ],
)
def test_what_is_not_settled_is_no_release(changes):
    assert release(passing(**changes)).status is ReleaseStatus.NONE


@pytest.mark.parametrize("code", ["core.own-pane", "core.gap", "core.silent", "core.blank"])
def test_nobody_but_the_creator_needs_no_release(code):
    facts = passing(spans=(nobody(code), nobody("core.silent", lane=Lane.SOUND)), people=())
    found = release(facts)
    assert found.status is ReleaseStatus.NOT_APPLICABLE
    assert (found.consent_ids, found.age) == ((), "")


@pytest.mark.parametrize(
    "spans",
    [
        (),
        (nobody("core.own-pane"), nobody("core.own-material", start=20, end=30)),
        (nobody("core.own-pane"), span(20, 30, verdict=Verdict.UNKNOWN, ids=())),
    ],
)
def test_what_is_own_by_statement_or_unknown_may_show_somebody(spans):
    assert release(passing(spans=spans, people=())).status is ReleaseStatus.NONE


def test_a_rule_that_was_not_asked_is_no_release():
    facts = passing()
    decision = decide_publication(facts, all_packs())
    for rule in ("core.consent", "core.unmapped", "core.same-file"):
        fewer = tuple(item for item in decision.outcomes if item.rule != rule)
        assert release_of(facts, replace(decision, outcomes=fewer)).status is ReleaseStatus.NONE


def test_a_reason_keeps_nobody_from_being_found():
    reasoned = replace(nobody("core.own-pane"), reasons=(Reason("core.own-pane"), Reason("other")))
    assert release(passing(spans=(reasoned,), people=())).status is ReleaseStatus.NONE
