"""What consent says of a stretch of a finished video."""

from datetime import timedelta
from fractions import Fraction

import pytest
from consent_maker import (
    GIVEN,
    NOW,
    REC,
    T0,
    clip_record,
    conversation,
    event,
    publish_leaf,
    record,
    span,
    span_of_time,
    unmapped,
)

from consentkit.domain.clearance import (
    Knowledge,
    OwnMaterial,
    Reason,
    Verdict,
    judge,
    judging_moment,
)
from consentkit.domain.consent import InvalidReason, Step
from consentkit.domain.coverage import Lane, Pane
from consentkit.domain.decision import PROVISIONAL, decide, totals
from consentkit.domain.scope import Condition, DataCategory, Permission, Purpose, Term
from consentkit.kernel.errors import MalformedError
from consentkit.services.policies import core_pack

PACK = core_pack()


def judged(one, *records, at=NOW, known_by=None, **known):
    known.setdefault("conversations", {REC: (conversation(),)})
    knowledge = Knowledge(records={REC: records}, **known)
    return judge([one], knowledge, PACK, at, known_by)


def only(one, *records, **rest):
    (result,) = judged(one, *records, **rest)
    return result


def test_a_conversation_with_a_given_permission_is_cleared_without_a_reason():
    result = only(span(), record())
    assert (result.verdict, result.reasons, result.consent_id) == (Verdict.CLEARED, (), "con-1")


def test_a_conversation_without_a_record_is_blocked():
    result = only(span())
    assert (result.verdict, result.codes) == (Verdict.BLOCKED, ("core.no-consent",))
    assert result.consent_id == ""


def test_a_record_of_another_conversation_does_not_help():
    assert only(span(), record(conversation_id="cnv-2")).codes == ("core.no-consent",)


def test_a_record_that_never_asked_to_publish_is_blocked():
    keep = Permission(Purpose.KEEP, Term(T0, T0 + timedelta(days=9)))
    result = only(span(), record(permissions=(keep,), events=()))
    assert (result.verdict, result.codes) == (Verdict.BLOCKED, ("core.not-asked",))


@pytest.mark.parametrize(
    ("events", "status"),
    [
        ((), "unknown"),
        ((event(Step.REQUEST, 0),), "requested"),
        ((event(Step.REQUEST, 0), event(Step.DEFER, 0)), "deferred"),
        ((event(Step.REFUSE, 0),), "refused"),
        ((*GIVEN, event(Step.WITHDRAW, 1)), "withdrawn"),
        ((*GIVEN, event(Step.REVOKE, 1)), "revoked"),
        ((*GIVEN, event(Step.SUSPEND, 1)), "suspended"),
        (
            (*GIVEN, event(Step.INVALIDATE, 1, reason_code=InvalidReason.FORGED)),
            "invalidated",
        ),
    ],
)
def test_a_status_that_does_not_permit_blocks_and_is_named(events, status):
    result = only(span(), record(events=events))
    assert result.verdict is Verdict.BLOCKED
    assert result.reasons == (Reason("core.not-given", status),)


def test_a_term_that_is_over_blocks_as_expired():
    result = only(span(), record(), at=T0 + timedelta(days=365))
    assert result.reasons == (Reason("core.not-given", "expired"),)


def test_a_term_that_has_not_begun_blocks():
    late = publish_leaf()
    late = Permission(Purpose.PUBLISH, Term(NOW + timedelta(days=1), NOW + timedelta(days=9)))
    assert only(span(), record(permissions=(late,))).codes == ("core.scope",)


def test_a_past_check_is_repeated_to_the_same_answer_after_a_withdrawal():
    taken_back = record(events=(*GIVEN, event(Step.WITHDRAW, 24)))
    before = T0 + timedelta(hours=1)
    assert only(span(), taken_back, at=before).verdict is Verdict.CLEARED
    assert only(span(), taken_back).verdict is Verdict.BLOCKED


def test_a_withdrawal_is_seen_even_when_the_clock_was_set_back():
    taken_back = record(events=(*GIVEN, event(Step.WITHDRAW, 24)))
    moment = judging_moment([taken_back], T0 + timedelta(hours=1))
    assert only(span(), taken_back, at=moment).verdict is Verdict.BLOCKED


@pytest.mark.parametrize(
    ("lane", "data", "detail"),
    [(Lane.PICTURE, DataCategory.VOICE, "face"), (Lane.SOUND, DataCategory.FACE, "voice")],
)
def test_data_that_the_leaf_does_not_name_is_blocked_in_its_lane_alone(lane, data, detail):
    leaf = publish_leaf(data=frozenset({data}))
    other = next(one for one in Lane if one is not lane)
    result = only(span(lane=lane), record(permissions=(leaf,)))
    assert result.reasons == (Reason("core.data", detail),)
    assert only(span(lane=other), record(permissions=(leaf,))).verdict is Verdict.CLEARED


def test_a_voice_only_permission_with_blur_asks_for_the_blur():
    leaf = publish_leaf(
        data=frozenset({DataCategory.VOICE}), conditions=frozenset({Condition.BLUR_FACE})
    )
    result = only(span(), record(permissions=(leaf,)))
    assert (result.verdict, result.codes) == (Verdict.REDACT, ("core.conditions",))
    assert result.conditions == (Condition.BLUR_FACE,)


@pytest.mark.parametrize(
    ("condition", "lane"),
    [
        (Condition.BLUR_FACE, Lane.PICTURE),
        (Condition.HIDE_PLACE, Lane.PICTURE),
        (Condition.ALTER_VOICE, Lane.SOUND),
    ],
)
def test_a_condition_concerns_its_lane_alone(condition, lane):
    leaf = publish_leaf(conditions=frozenset({condition}))
    for asked in Lane:
        result = only(span(lane=asked), record(permissions=(leaf,)))
        assert result.verdict is (Verdict.REDACT if asked is lane else Verdict.CLEARED)


def test_a_condition_in_words_needs_a_decision_in_both_lanes():
    leaf = publish_leaf(condition_text="not before my exam")
    for lane in Lane:
        result = only(span(lane=lane), record(permissions=(leaf,)))
        assert (result.verdict, result.codes) == (Verdict.REDACT, ("core.condition-text",))


def test_the_creators_own_pane_needs_no_consent():
    result = only(span(pane=Pane.OWN))
    assert (result.verdict, result.codes) == (Verdict.OWN, ("core.own-pane",))


def test_both_panes_need_the_partners_consent():
    assert only(span(pane=Pane.BOTH)).verdict is Verdict.BLOCKED


def test_a_gap_between_conversations_shows_nobody():
    result = only(span(conversation_id="", source=200))
    assert (result.verdict, result.codes) == (Verdict.OWN, ("core.gap",))


def test_a_gap_in_which_a_face_was_seen_is_unknown_as_far_as_it_was_seen():
    first, second = judged(
        span(conversation_id="", source=200), occupied={REC: (span_of_time(195, 204),)}
    )
    assert first.codes == ("core.no-conversation",)
    assert first.span.edit == span_of_time(0, 4)
    assert second.codes == ("core.gap",)


def test_a_recording_without_conversations_is_no_gap():
    result = only(span(conversation_id=""), conversations={REC: ()})
    assert (result.verdict, result.codes) == (Verdict.UNKNOWN, ("core.no-conversation",))


def test_a_conversation_that_was_set_aside_is_not_taken_for_empty():
    aside = conversation("cnv-9", 200, 205, is_discarded=True)
    first, second = judged(
        span(conversation_id="", source=200), conversations={REC: (conversation(), aside)}
    )
    assert (first.verdict, first.codes) == (Verdict.UNKNOWN, ("core.discarded",))
    assert first.span.edit == span_of_time(0, 5)
    assert second.codes == ("core.gap",)


def test_footage_from_nowhere_is_unknown():
    result = only(unmapped())
    assert (result.verdict, result.codes) == (Verdict.UNKNOWN, ("core.unmapped",))


def test_silence_is_nobodys_sound_but_says_nothing_of_the_picture():
    silent = (span_of_time(2, 6),)
    sound = judged(unmapped(lane=Lane.SOUND), silent=silent)
    assert [one.codes for one in sound] == [
        ("core.unmapped",),
        ("core.silent",),
        ("core.unmapped",),
    ]
    assert only(unmapped(), silent=silent).codes == ("core.unmapped",)


def test_an_empty_picture_shows_nobody_but_says_nothing_of_the_sound():
    blank = (span_of_time(0, 10),)
    assert only(unmapped(), blank=blank).codes == ("core.blank",)
    assert only(unmapped(lane=Lane.SOUND), blank=blank).codes == ("core.unmapped",)


def test_silence_within_a_conversation_stays_with_the_conversation():
    result = only(span(lane=Lane.SOUND), silent=(span_of_time(0, 10),))
    assert result.codes == ("core.no-consent",)


def test_own_material_is_cut_out_of_the_unknown():
    mark = OwnMaterial(Lane.PICTURE, span_of_time(3, 5), "my title card")
    parts = judged(unmapped(), own=(mark,))
    assert [one.verdict for one in parts] == [Verdict.UNKNOWN, Verdict.OWN, Verdict.UNKNOWN]
    assert [one.span.edit for one in parts] == [
        span_of_time(0, 3),
        span_of_time(3, 5),
        span_of_time(5, 10),
    ]


def test_own_material_holds_for_its_lane_alone():
    mark = OwnMaterial(Lane.SOUND, span_of_time(0, 10), "my music")
    assert only(unmapped(), own=(mark,)).verdict is Verdict.UNKNOWN


def test_nobodys_conversation_can_be_listed_as_own_material():
    mark = OwnMaterial(Lane.PICTURE, span_of_time(0, 10), "mine")
    assert only(span(), own=(mark,)).codes == ("core.no-consent",)


def test_own_material_needs_a_reason():
    with pytest.raises(MalformedError):
        OwnMaterial(Lane.PICTURE, span_of_time(0, 1), "  ")


def test_a_clip_record_covers_its_clip_and_not_a_second_more():
    parts = judged(span(source=10), clip_record("con-2", 12, 15))
    assert [(one.span.edit, one.verdict) for one in parts] == [
        (span_of_time(0, 2), Verdict.BLOCKED),
        (span_of_time(2, 5), Verdict.CLEARED),
        (span_of_time(5, 10), Verdict.BLOCKED),
    ]
    assert parts[1].span.match.source_start == 12


def test_a_clip_record_is_cut_at_the_right_moment_of_a_faster_edit():
    parts = judged(span(source=10, speed=Fraction(5, 4)), clip_record("con-2", 15, 99))
    assert [one.span.edit for one in parts] == [span_of_time(0, 4), span_of_time(4, 10)]


def test_a_clip_record_outside_of_any_conversation_counts():
    result = only(span(conversation_id="", source=200), clip_record("con-2", 190, 300))
    assert result.verdict is Verdict.CLEARED


def test_the_newest_record_of_a_person_counts():
    old = record("con-old", events=(event(Step.REFUSE, 0),))
    assert only(span(), record("con-new"), old).consent_ids == ("con-new",)


def test_a_superseded_record_does_not_count():
    old = record("con-old", partner="Somebody", events=(*GIVEN, event(Step.WITHDRAW, 1)))
    new = record("con-new", supersedes="con-old")
    assert only(span(), new, old).verdict is Verdict.CLEARED


def test_everybody_in_a_conversation_must_have_agreed():
    refused = record("con-2", partner="Siti", events=(event(Step.REFUSE, 0),))
    result = only(span(), record(), refused)
    assert result.verdict is Verdict.BLOCKED
    assert result.consent_ids == ("con-2", "con-1")


def test_all_reasons_are_told_the_gravest_first():
    leaf = publish_leaf(
        data=frozenset({DataCategory.VOICE}), conditions=frozenset({Condition.HIDE_PLACE})
    )
    result = only(span(), record(permissions=(leaf,)))
    assert (result.verdict, result.codes) == (Verdict.BLOCKED, ("core.data", "core.conditions"))


def test_a_span_is_not_cut_where_nothing_changes():
    parts = judged(span(source=10), record(), clip_record("con-1", 12, 15, partner="Budi"))
    assert [one.span for one in parts] == [span(source=10)]


def test_a_video_passes_when_all_is_cleared_or_own():
    parts = judged(span(), record()) + judged(span(lane=Lane.SOUND), record())
    decision = decide(parts, PACK, is_provisional=False)
    assert (decision.is_passed, decision.reasons, decision.undecided_s) == (True, (), 0)


def test_a_quick_scan_never_passes():
    decision = decide(judged(span(), record()), PACK, is_provisional=True)
    assert (decision.is_passed, decision.reasons) == (False, (PROVISIONAL,))


def test_undecided_seconds_of_two_lanes_count_once():
    parts = judged(unmapped(0, 10)) + judged(span(5, 12, lane=Lane.SOUND))
    decision = decide(parts, PACK, is_provisional=False)
    assert decision.undecided == (span_of_time(0, 12),)
    assert decision.undecided_s == 12
    assert decision.reasons == ("core.no-consent", "core.unmapped")


def test_a_condition_that_is_not_met_yet_does_not_pass():
    leaf = publish_leaf(conditions=frozenset({Condition.BLUR_FACE}))
    parts = judged(span(), record(permissions=(leaf,)))
    assert not decide(parts, PACK, is_provisional=False).is_passed


def test_totals_tell_each_conversation_by_first_appearance():
    knowledge = Knowledge(
        {REC: (record(),)}, {REC: (conversation(), conversation("cnv-2", 100, 200))}
    )
    spans = [
        span(20, 25, source=150, conversation_id="cnv-2"),
        unmapped(10, 20),
        span(0, 10),
        span(0, 8, lane=Lane.SOUND),
        span(30, 31, source=900, conversation_id=""),
    ]
    uses = totals(judge(spans, knowledge, PACK, NOW), PACK)
    assert [
        (use.conversation_id, use.picture_s, use.sound_s, use.verdict, use.first_at) for use in uses
    ] == [
        ("cnv-1", 10, 8, Verdict.CLEARED, 0),
        ("cnv-2", 5, 0, Verdict.BLOCKED, 20),
        ("", 1, 0, Verdict.OWN, 30),
    ]
    assert [use.consent_id for use in uses] == ["con-1", "", ""]
