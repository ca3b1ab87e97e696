"""What the gate sees of a record: statuses at publication, askings, and what an excerpt holds."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest

from consentkit.domain.consent import (
    Actor,
    ConsentEvent,
    ConsentRecord,
    ConversationLink,
    InvalidReason,
    NoticeGiven,
    Status,
    Step,
)
from consentkit.domain.evidence import Answer, Evidence, EvidenceKind, Fact, SpokenAnswer
from consentkit.domain.gate_facts import RecordChecks, RecordingFacts, person_facts
from consentkit.domain.party import Controller, Party
from consentkit.domain.scope import Purpose, permissions_from_preset
from consentkit.kernel.timebase import TimeRange
from consentkit.wire.v1.stored import encode_stored

ASKED = datetime(2026, 1, 1, tzinfo=UTC)
NOW = datetime(2026, 11, 22, tzinfo=UTC)
PURPOSES = (Purpose.RECORD, Purpose.KEEP, Purpose.PUBLISH, Purpose.MONETISE_ADS)
RECORDINGS = {"rec-a": RecordingFacts("ab" * 32, Fraction(60))}


def seconds(start, end):
    return TimeRange(Fraction(start), Fraction(end))


def event(step, at=ASKED, actor=Actor.PARTNER, purposes=PURPOSES, **changes):
    return ConsentEvent(step, purposes, at, at, actor, **changes)


def excerpt(held, recording="rec-a"):
    spoken = SpokenAnswer(recording, seconds(10, 14), seconds(14, 16), Answer.YES)
    return Evidence(
        "blob", EvidenceKind.EXCERPT, "cd" * 32, 1, "video/mp4", spoken=spoken, source_range=held
    )


def record(*more, **changes):
    made = ConsentRecord(
        "con-a",
        Party("Budi from Bandung", name="Budi S.", country="ID", is_adult_stated=True),
        Controller("Me", "me@example.org"),
        permissions_from_preset("youtube-ads-2y", ASKED),
        (ConversationLink("rec-a", "ab" * 32, "cnv-a", seconds(0, 60)),),
        (event(Step.REQUEST, actor=Actor.CREATOR), event(Step.GRANT), *more),
        (excerpt(seconds(4, 22)),),
        NoticeGiven("spoken-ask", "1", "id", "ef" * 32),
    )
    return replace(made, **changes)


def facts(one, at=NOW, known_by=NOW, recordings=RECORDINGS, former=()):
    return person_facts(
        one,
        at,
        known_by,
        shown=frozenset({Fact.STATEMENT}),
        checks=RecordChecks(),
        recordings=recordings,
        former=former,
    )


def test_no_name_no_contact_and_no_words_of_the_person_are_kept():
    kept = encode_stored(facts(record()))
    for text in (b"Budi", b"Bandung", b"example.org"):
        assert text not in kept


def test_a_permission_stands_as_it_will_at_publication():
    late = ASKED + timedelta(days=800)
    assert facts(record()).leaf(Purpose.PUBLISH).status is Status.GIVEN
    assert facts(record(), at=late).leaf(Purpose.PUBLISH).status is Status.EXPIRED


def test_what_was_recorded_later_does_not_count():
    withdrawn = event(Step.WITHDRAW, NOW - timedelta(days=1), purposes=(Purpose.PUBLISH,))
    now = facts(record(withdrawn))
    assert now.leaf(Purpose.PUBLISH).status is Status.WITHDRAWN
    assert now.withdrawn_at == NOW - timedelta(days=1)
    before = facts(record(withdrawn), known_by=NOW - timedelta(days=2))
    assert before.leaf(Purpose.PUBLISH).status is Status.GIVEN
    assert before.withdrawn_at is None


def test_a_renewal_moves_the_end_and_the_last_yes():
    renewed_at, until = ASKED + timedelta(days=100), ASKED + timedelta(days=1500)
    leaf = facts(
        record(event(Step.RENEW, renewed_at, purposes=(Purpose.PUBLISH,), new_ends_at=until))
    ).leaf(Purpose.PUBLISH)
    assert (leaf.affirmed_at, leaf.ends_at) == (renewed_at, until)


def test_askings_are_counted_within_a_conversation():
    def asked(*hours):
        return tuple(
            event(Step.REQUEST, ASKED + timedelta(hours=hour), Actor.CREATOR) for hour in hours
        )

    assert facts(record()).times_asked == 1
    assert facts(record(*asked(1, 2))).times_asked == 3
    assert facts(record(*asked(24, 48))).times_asked == 1
    came_back = event(Step.REQUEST, ASKED + timedelta(hours=1), Actor.PARTNER)
    assert facts(record(came_back)).times_asked == 1
    former = record(events=asked(-1), id="con-b")
    assert facts(record(), former=(former,)).times_asked == 2


def test_a_reason_for_being_void_is_kept():
    void = event(
        Step.INVALIDATE, actor=Actor.AGENCY, reason="x", reason_code=InvalidReason.FORM_DEFECT
    )
    assert facts(record(void)).invalid_reasons == {InvalidReason.FORM_DEFECT}


@pytest.mark.parametrize(
    ("held", "holds", "margins"),
    [
        (seconds(5, 21), True, True),
        (seconds(4, 22), True, True),
        (seconds("5.4", "20.6"), True, True),
        (seconds(6, 21), True, False),
        (seconds(5, 20), True, False),
        (seconds(11, 21), False, False),
    ],
)
def test_an_excerpt_needs_question_answer_and_five_seconds_around(held, holds, margins):
    [item] = facts(record(evidence=(excerpt(held),))).evidence
    assert (item.holds_answer, item.has_margins) == (holds, margins)


def test_an_excerpt_at_the_end_of_its_recording_needs_no_more_than_there_is():
    short = {"rec-a": RecordingFacts("ab" * 32, Fraction(18))}
    one = record(evidence=(excerpt(seconds(5, 18)),))
    assert facts(one, recordings=short).evidence[0].has_margins
    assert facts(one, recordings={}).evidence[0].has_margins is None


def test_another_recording_under_the_same_name_is_noticed():
    other = {"rec-a": RecordingFacts("99" * 32, Fraction(60))}
    assert facts(record()).evidence[0].is_same_recording
    assert facts(record(), recordings=other).evidence[0].is_same_recording is False
    assert facts(record(), recordings={}).evidence[0].is_same_recording is None
