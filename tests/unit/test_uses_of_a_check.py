"""Where each person is in a checked video, as a publication keeps it."""

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

from consent_maker import span, span_of_time

from consentkit.domain.clearance import JudgedSpan, Verdict
from consentkit.domain.coverage import CoverageMap, Lane
from consentkit.domain.plan import Appearance, PublishPlan, Redaction, RedactionKind
from consentkit.domain.scope import Purpose
from consentkit.services.stored_check import EditFacts, StoredCheck
from consentkit.services.stored_publication import places_of, uses_of

NOW = datetime(2026, 11, 22, tzinfo=UTC)
PLAN = PublishPlan("youtube")


def judged(*people, start=0, end=10, lane=Lane.PICTURE, **more):
    return JudgedSpan(span(start, end, lane=lane, **more), Verdict.CLEARED, (), people)


def check(*spans, plan=PLAN):
    facts = EditFacts("ab" * 32, 1, Fraction(60), has_picture=True, has_sound=True)
    return StoredCheck(
        "chk-1", Path("/nowhere.mp4"), facts, NOW, NOW, CoverageMap(Fraction(60), (), ()), spans,
        plan=plan,
    )  # fmt: skip


def test_everybody_in_one_pane_is_in_the_video():
    made = check(judged("con-1", "con-2"), judged("con-1", start=10, end=20))
    uses = uses_of(made)
    assert uses["con-1"].picture == (span_of_time(0, 20),)
    assert uses["con-2"].picture == (span_of_time(0, 10),)
    assert uses["con-2"].lanes == {Lane.PICTURE}


def test_a_blurred_face_and_a_muted_voice_are_no_use_but_the_person_stays_listed():
    spans = (judged("con-1"), judged("con-1", lane=Lane.SOUND))
    blurred = Redaction(RedactionKind.BLUR_FACE, "con-1", span_of_time(0, 10))
    [use] = uses_of(check(*spans, plan=replace(PLAN, redactions=(blurred,)))).values()
    assert (use.picture, use.sound) == ((), (span_of_time(0, 10),))
    muted = Redaction(RedactionKind.MUTE)
    [use] = uses_of(check(*spans, plan=replace(PLAN, redactions=(blurred, muted)))).values()
    assert not use.is_present
    other = Redaction(RedactionKind.BLUR_FACE, "con-2", span_of_time(0, 10))
    [use] = uses_of(check(*spans, plan=replace(PLAN, redactions=(other,)))).values()
    assert use.picture == (span_of_time(0, 10),)


def test_an_altered_voice_or_a_blur_that_ends_too_soon_is_still_a_use():
    altered = Redaction(RedactionKind.ALTER_VOICE)
    short = Redaction(RedactionKind.BLUR_FACE, "", span_of_time(0, 9))
    spans = (judged("con-1"), judged("con-1", lane=Lane.SOUND))
    [use] = uses_of(check(*spans, plan=replace(PLAN, redactions=(altered, short)))).values()
    assert use.lanes == set(Lane)


def test_whoever_is_in_the_thumbnail_alone_is_listed():
    plan = replace(PLAN, thumbnail=(Appearance(person="con-9"),), is_monetised=True)
    uses = uses_of(check(judged("con-1"), plan=plan))
    assert uses["con-9"].is_shown
    assert not uses["con-9"].is_present
    assert not uses["con-1"].is_shown
    assert uses["con-1"].earns == {Purpose.MONETISE_ADS}


def test_places_keep_the_second_of_the_recording_and_who_has_no_record():
    made = check(
        judged("con-1", start=5, end=15, source=100, speed=2),
        judged(start=15, end=20, conversation_id="cnv-2"),
        judged(start=20, end=30, conversation_id=""),
    )
    first, second = places_of(made).places
    assert first.source_at(Fraction(10)) == 110
    assert (second.consent_ids, second.conversation_id) == ((), "cnv-2")
