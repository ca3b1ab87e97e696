"""What is due when a permission ends: clocks run from the moment, and nothing is left out."""

from datetime import UTC, datetime, timedelta

import pytest
from consent_maker import GIVEN, NOW, T0, event, record, span_of_time
from hypothesis import given
from hypothesis import strategies as st

from consentkit.domain.consent import Actor, InvalidReason, Step
from consentkit.domain.obligations import (
    CLOCKS,
    MEASURES,
    Ended,
    Measure,
    ReachKind,
    Reason,
    Taken,
    TaskState,
    Use,
    duties_of_publication,
    duty_of_clip,
    duty_of_complaint,
    duty_of_proof,
    duty_of_recording,
    ended_purposes,
    erased_purposes,
    left_of,
    state_of,
    taken_for,
)
from consentkit.domain.scope import Permission, Purpose, Term
from consentkit.kernel.errors import MalformedError

HOURS = timedelta(hours=1)
SEEN = Use((span_of_time(1, 2),), (span_of_time(1, 3),))
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))
ENDS = st.lists(
    st.builds(Ended, st.sampled_from(Purpose), st.sampled_from(Reason), MOMENTS),
    unique_by=lambda one: one.purpose,
    max_size=6,
)
USES = st.builds(
    Use,
    st.sampled_from([(), (span_of_time(0, 4),)]),
    st.sampled_from([(), (span_of_time(2, 5),)]),
    st.booleans(),
    st.frozensets(st.sampled_from([Purpose.MONETISE_ADS, Purpose.ADVERTISE_SPONSOR])),
)


def test_the_clocks_are_those_of_the_law_and_of_youtube():
    assert CLOCKS[Reason.WITHDRAWN] == timedelta(hours=72)
    assert CLOCKS[Reason.COMPLAINT] == timedelta(hours=48)
    assert CLOCKS[Reason.INVALIDATED] == CLOCKS[Reason.SUSPENDED] == timedelta(0)
    assert set(CLOCKS) == set(Reason)
    assert set(MEASURES) == set(ReachKind)


def test_the_clock_of_a_withdrawal_runs_from_when_it_happened_not_from_its_entry():
    late = event(Step.WITHDRAW, 1, recorded_time=T0 + 100 * HOURS)
    [ended] = ended_purposes(record(events=(*GIVEN, late)), NOW)
    assert (ended.reason, ended.since) == (Reason.WITHDRAWN, T0 + HOURS)
    assert ended.due_at == T0 + 73 * HOURS


def test_each_end_has_its_reason_and_its_moment():
    void = event(Step.INVALIDATE, 2, reason_code=InvalidReason.MINOR)
    cases = {
        Reason.INVALIDATED: (void,),
        Reason.REVOKED: (event(Step.REVOKE, 2),),
        Reason.SUSPENDED: (event(Step.SUSPEND, 2),),
    }
    for reason, events in cases.items():
        [ended] = ended_purposes(record(events=(*GIVEN, *events)), NOW)
        assert (ended.reason, ended.since) == (reason, T0 + 2 * HOURS)
    [expired] = ended_purposes(record(), T0 + timedelta(days=400))
    assert (expired.reason, expired.since) == (Reason.EXPIRED, T0 + timedelta(days=365))


def test_a_suspension_counts_from_the_last_one_and_goes_with_its_lifting():
    again = (event(Step.SUSPEND, 2), event(Step.RESUME, 3), event(Step.SUSPEND, 4))
    [ended] = ended_purposes(record(events=(*GIVEN, *again)), NOW)
    assert ended.since == T0 + 4 * HOURS
    assert ended_purposes(record(events=(*GIVEN, *again[:2])), NOW) == ()


def test_what_stands_was_refused_or_never_answered_has_not_ended():
    request = event(Step.REQUEST, 0)
    for events in (GIVEN, (request,), (request, event(Step.REFUSE, 1)), ()):
        assert ended_purposes(record(events=events), NOW) == ()


def test_purposes_end_one_by_one():
    term = Term(T0, T0 + timedelta(days=365))
    leaves = (Permission(Purpose.PUBLISH, term), Permission(Purpose.THUMBNAIL, term))
    both = {"purposes": (Purpose.PUBLISH, Purpose.THUMBNAIL)}
    events = (
        event(Step.REQUEST, 0, **both),
        event(Step.GRANT, 0, **both),
        event(Step.WITHDRAW, 1, purposes=(Purpose.THUMBNAIL,), actor=Actor.PARTNER),
    )
    [ended] = ended_purposes(record(permissions=leaves, events=events), NOW)
    assert ended.purpose is Purpose.THUMBNAIL
    shown = Use(SEEN.picture, SEEN.sound, is_shown=True)
    [duty] = duties_of_publication((ended,), "pub-1", shown)
    assert duty.kind is ReachKind.THUMBNAIL


def test_an_end_without_a_time_zone_is_refused():
    with pytest.raises(MalformedError):
        Ended(Purpose.PUBLISH, Reason.WITHDRAWN, datetime(2026, 1, 1))


@given(MOMENTS, st.sampled_from(Reason), st.timedeltas(timedelta(0), timedelta(days=400)))
def test_a_task_is_open_up_to_the_last_moment_and_late_after_it(since, reason, later):
    due = Ended(Purpose.PUBLISH, reason, since).due_at
    now = since + later
    assert state_of(due, now, is_done=True) is TaskState.DONE
    is_late = state_of(due, now, is_done=False) is TaskState.LATE
    assert is_late == (later > CLOCKS[reason])


@given(ENDS, USES)
def test_whoever_may_not_be_shown_is_never_without_a_task(ended, use):
    purposes = {one.purpose for one in ended}
    duties = duties_of_publication(ended, "pub-1", use)
    kinds = [duty.kind for duty in duties]
    assert len(set(kinds)) == len(kinds)
    assert (ReachKind.RANGE in kinds) == (Purpose.PUBLISH in purposes and use.is_present)
    assert (ReachKind.THUMBNAIL in kinds) == (
        use.is_shown and bool(purposes & {Purpose.PUBLISH, Purpose.THUMBNAIL})
    )
    if use.is_present and use.earns & purposes:
        assert {ReachKind.RANGE, ReachKind.MONEY} & set(kinds)
    assert (duty_of_clip(ended, "chk-1", use) is not None) == (ReachKind.RANGE in kinds)
    for duty in duties:
        assert duty.measures[-1] is Measure.KEEP
        assert duty.end in ended


@given(ENDS, MOMENTS)
def test_a_proof_is_a_matter_only_where_it_says_what_no_longer_holds(ended, made_at):
    duty = duty_of_proof(ended, "prf-1", made_at)
    later = [one for one in ended if one.since >= made_at and one.reason is not Reason.EXPIRED]
    assert (duty is not None) == bool(later)
    if duty is not None:
        assert duty.end.due_at == min(one.due_at for one in later)


@given(ENDS, st.frozensets(st.sampled_from(Purpose), min_size=1))
def test_a_recording_may_stay_while_keeping_it_is_permitted(ended, others):
    asked = others | {one.purpose for one in ended}
    duty = duty_of_recording(ended, asked, "rec-1")
    keeping = {Purpose.KEEP, Purpose.RECORD}
    wanted = keeping if asked & keeping else {Purpose.PUBLISH}
    gone = [one for one in ended if one.purpose in wanted and one.reason is not Reason.EXPIRED]
    assert (duty is not None) == bool(gone)


@given(ENDS, MOMENTS)
def test_an_erasure_ends_what_had_not_ended_and_leaves_older_clocks_alone(ended, now):
    found = erased_purposes(Purpose, ended, now)
    assert {one.purpose for one in found} == set(Purpose)
    assert set(ended) <= set(found)
    assert all(one.since == now for one in found if one not in ended)


@given(MOMENTS, MOMENTS)
def test_a_measure_closes_a_task_for_the_end_it_was_taken_for_alone(first, second):
    use = SEEN
    [one] = duties_of_publication((Ended(Purpose.PUBLISH, Reason.SUSPENDED, first),), "p", use)
    taken = Taken(one.id, Measure.KEEP, first, one.end.reason, one.end.since)
    assert taken_for(one, [taken]) is taken
    [two] = duties_of_publication((Ended(Purpose.PUBLISH, Reason.WITHDRAWN, second),), "p", use)
    assert two.id == one.id
    assert taken_for(two, [taken]) is None


def test_what_was_done_about_one_purpose_does_nothing_about_another_that_ended_later():
    use = Use(SEEN.picture, earns=frozenset({Purpose.MONETISE_ADS, Purpose.ADVERTISE_SPONSOR}))
    ads = Ended(Purpose.MONETISE_ADS, Reason.WITHDRAWN, T0)
    sponsor = Ended(Purpose.ADVERTISE_SPONSOR, Reason.WITHDRAWN, T0 + timedelta(days=9))
    [before] = duties_of_publication((ads,), "pub-1", use)
    stopped = Taken(before.id, Measure.STOP_ADS, T0, ads.reason, ads.since)
    assert taken_for(before, [stopped]) is stopped
    [after] = duties_of_publication((ads, sponsor), "pub-1", use)
    assert after.id == before.id
    assert taken_for(after, [stopped]) is None
    assert left_of(after, [stopped]) == (sponsor,)
    dropped = Taken(after.id, Measure.STOP_ADS, sponsor.since, sponsor.reason, sponsor.since)
    assert taken_for(after, [stopped, dropped]) is dropped


def test_a_complaint_is_answered_within_two_days():
    duty = duty_of_complaint("cmp-1", T0)
    assert duty.end.due_at == T0 + timedelta(hours=48)
    assert duty.id == "complaint.cmp-1"


def test_a_person_is_not_asked_again_after_a_withdrawal_by_a_remedy_of_ours():
    for reason in (Reason.WITHDRAWN, Reason.INVALIDATED, Reason.ERASED):
        [duty] = duties_of_publication((Ended(Purpose.PUBLISH, reason, T0),), "p", SEEN)
        assert Measure.ASK_AGAIN not in duty.measures
