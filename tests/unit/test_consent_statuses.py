"""The life of a permission, step by step."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from consentkit.domain.consent import (
    PERMITTING,
    STEPS,
    Actor,
    ConsentEvent,
    ConsentRecord,
    InvalidReason,
    Status,
    Step,
    check_step,
    ends_at,
    status_at,
    summary_status,
    with_event,
    with_events,
)
from consentkit.domain.party import Controller, Party
from consentkit.domain.scope import Permission, Purpose, Term, permissions_from_preset
from consentkit.kernel.errors import MalformedError, StateError

T0 = datetime(2026, 1, 5, 20, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def record(**changes) -> ConsentRecord:
    blank = ConsentRecord(
        "con-aaaaaaaaaaaaaaaa",
        Party("Budi", country="ID", languages=("id",), is_adult_stated=True),
        Controller("Kanal", "kanal@example.org"),
        permissions_from_preset("youtube-ads-2y", T0),
    )
    return replace(blank, **changes)


def event(step: Step, hours: float = 0, **changes) -> ConsentEvent:
    at = T0 + hours * HOUR
    defaults = {
        "purposes": (Purpose.PUBLISH,),
        "event_time": at,
        "recorded_time": at,
        "actor": Actor.PARTNER
        if step in {Step.GRANT, Step.REFUSE, Step.WITHDRAW}
        else Actor.CREATOR,
        "reason": "because",
    }
    if step is Step.INVALIDATE:
        defaults["reason_code"] = InvalidReason.FORGED
    if step is Step.RENEW:
        defaults["new_ends_at"] = at + timedelta(days=365)
    return ConsentEvent(step, **(defaults | changes))


def given(**changes) -> ConsentRecord:
    return with_events(record(**changes), [event(Step.REQUEST), event(Step.GRANT, 0.1)])


def test_nothing_asked_is_unknown():
    assert status_at(record(), Purpose.PUBLISH, T0) is Status.UNKNOWN


def test_silence_after_the_question_is_not_given():
    asked = with_event(record(), event(Step.REQUEST))
    assert status_at(asked, Purpose.PUBLISH, T0 + 24 * HOUR) is Status.REQUESTED


def test_each_purpose_is_answered_by_itself():
    mixed = with_events(
        record(),
        [
            event(Step.REQUEST, purposes=(Purpose.PUBLISH, Purpose.MONETISE_ADS)),
            event(Step.GRANT, 0.1),
            event(Step.REFUSE, 0.1, purposes=(Purpose.MONETISE_ADS,)),
        ],
    )
    assert status_at(mixed, Purpose.PUBLISH, T0 + HOUR) is Status.GIVEN
    assert status_at(mixed, Purpose.MONETISE_ADS, T0 + HOUR) is Status.REFUSED


def test_a_term_that_is_over_has_expired():
    leaf_end = given().permission(Purpose.PUBLISH).term.ends_at
    assert status_at(given(), Purpose.PUBLISH, leaf_end - timedelta(seconds=1)) is Status.GIVEN
    assert status_at(given(), Purpose.PUBLISH, leaf_end) is Status.EXPIRED


def test_an_expired_permission_can_be_renewed_and_ends_later():
    end = given().permission(Purpose.PUBLISH).term.ends_at
    hours = (end - T0) / HOUR + 1
    renewed = with_event(given(), event(Step.RENEW, hours, actor=Actor.PARTNER))
    assert status_at(renewed, Purpose.PUBLISH, end + 2 * HOUR) is Status.RENEWED_GIVEN
    assert ends_at(renewed, Purpose.PUBLISH) == end + HOUR + timedelta(days=365)


def test_a_withdrawn_permission_is_never_given_again():
    gone = with_event(given(), event(Step.WITHDRAW, 1))
    assert status_at(gone, Purpose.PUBLISH, T0 + 2 * HOUR) is Status.WITHDRAWN
    for step in (Step.GRANT, Step.RENEW, Step.RESUME, Step.REQUEST):
        with pytest.raises(StateError):
            with_event(gone, event(step, 3))


def test_only_the_partner_withdraws_and_only_the_others_revoke():
    with pytest.raises(StateError, match="only-partner"):
        with_event(given(), event(Step.WITHDRAW, 1, actor=Actor.CREATOR))
    revoked = with_event(given(), event(Step.REVOKE, 1))
    assert status_at(revoked, Purpose.PUBLISH, T0 + 2 * HOUR) is Status.REVOKED


def test_a_dispute_suspends_at_once_and_leads_back_to_where_it_was():
    renewed = with_event(given(), event(Step.RENEW, 1, actor=Actor.PARTNER))
    held = with_event(renewed, event(Step.SUSPEND, 2))
    assert status_at(held, Purpose.PUBLISH, T0 + 2 * HOUR) is Status.SUSPENDED
    back = with_event(held, event(Step.RESUME, 3))
    assert status_at(back, Purpose.PUBLISH, T0 + 4 * HOUR) is Status.RENEWED_GIVEN


def test_the_partner_may_withdraw_while_a_dispute_is_open():
    held = with_event(given(), event(Step.SUSPEND, 1))
    gone = with_event(held, event(Step.WITHDRAW, 2))
    assert status_at(gone, Purpose.PUBLISH, T0 + 3 * HOUR) is Status.WITHDRAWN


def test_invalid_means_void_from_the_start():
    void = with_event(given(), event(Step.INVALIDATE, 50))
    assert status_at(void, Purpose.PUBLISH, T0 + HOUR, known_by=T0 + 51 * HOUR) is (
        Status.INVALIDATED
    )


def test_a_past_decision_replays_with_what_was_known_then():
    void = with_event(given(), event(Step.INVALIDATE, 50))
    assert status_at(void, Purpose.PUBLISH, T0 + HOUR, known_by=T0 + HOUR) is Status.GIVEN


def test_a_withdrawal_entered_late_counts_from_when_it_happened():
    late = with_event(given(), event(Step.WITHDRAW, 2, recorded_time=T0 + 48 * HOUR))
    known = T0 + 48 * HOUR
    assert status_at(late, Purpose.PUBLISH, T0 + HOUR, known) is Status.GIVEN
    assert status_at(late, Purpose.PUBLISH, T0 + 3 * HOUR, known) is Status.WITHDRAWN
    assert status_at(late, Purpose.PUBLISH, T0 + 3 * HOUR) is Status.GIVEN


def test_nobody_is_asked_again_within_thirty_days_of_a_no():
    refused = with_events(record(), [event(Step.REQUEST), event(Step.REFUSE, 0.1)])
    with pytest.raises(StateError, match="refused-recently"):
        with_event(refused, event(Step.REQUEST, 24 * 29))
    assert with_event(refused, event(Step.REQUEST, 24 * 31))
    assert with_event(refused, event(Step.REQUEST, 24, actor=Actor.PARTNER))


def test_a_deferred_answer_needs_the_question_again():
    deferred = with_events(record(), [event(Step.REQUEST), event(Step.DEFER, 0.1)])
    with pytest.raises(StateError):
        with_event(deferred, event(Step.GRANT, 0.2))


@pytest.mark.parametrize("stated", [None, False])
def test_whoever_did_not_say_to_be_of_age_cannot_grant(stated):
    asked = with_event(record(party=Party("Budi", is_adult_stated=stated)), event(Step.REQUEST))
    with pytest.raises(StateError, match="not-adult"):
        with_event(asked, event(Step.GRANT, 0.1))


def test_what_permits_cannot_be_erased_before_it_is_ended():
    with pytest.raises(StateError):
        with_event(given(), event(Step.ERASE, 1))
    ended = with_event(given(), event(Step.REVOKE, 1))
    erased = with_event(ended, event(Step.ERASE, 2))
    assert status_at(erased, Purpose.PUBLISH, T0 + 3 * HOUR) is Status.ERASED


def test_a_legal_hold_keeps_a_record_from_being_erased():
    ended = with_event(given(is_on_hold=True), event(Step.REVOKE, 1))
    with pytest.raises(StateError, match="on-hold"):
        check_step(ended, event(Step.ERASE, 2))


@pytest.mark.parametrize("step", [Step.REVOKE, Step.SUSPEND, Step.RESUME, Step.INVALIDATE])
def test_a_grave_step_needs_a_reason(step):
    with pytest.raises(MalformedError, match="reason"):
        event(step, reason="  ")


def test_the_table_shows_where_publishing_stands():
    mixed = with_event(given(), event(Step.REQUEST, purposes=(Purpose.KEEP,)))
    assert summary_status(mixed, T0 + HOUR) is Status.GIVEN


@pytest.mark.parametrize("step", list(Step))
def test_no_step_but_grant_renew_and_resume_leads_to_a_permitting_status(step):
    leads_to_permission = STEPS[step][1] in PERMITTING
    assert leads_to_permission == (step in {Step.GRANT, Step.RENEW, Step.RESUME})


def test_a_term_is_never_endless():
    with pytest.raises(MalformedError):
        Term(T0, T0)
    with pytest.raises(MalformedError):
        Term(T0, T0 + timedelta(days=40_000))


def test_a_record_has_each_purpose_once():
    leaf = Permission(Purpose.PUBLISH, Term(T0, T0 + timedelta(days=1)))
    with pytest.raises(MalformedError, match="purpose-twice"):
        record(permissions=(leaf, leaf))
