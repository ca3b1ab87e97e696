"""Consent records, conversations and spans for tests of the rules."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction

from consentkit.domain.consent import (
    Actor,
    ConsentEvent,
    ConsentRecord,
    ConversationLink,
    Step,
)
from consentkit.domain.conversation import Conversation
from consentkit.domain.coverage import Lane, Match, Pane, Span
from consentkit.domain.party import Controller, Party
from consentkit.domain.scope import Permission, Purpose, Term
from consentkit.kernel.timebase import TimeRange

T0 = datetime(2026, 1, 5, 20, 0, tzinfo=UTC)
NOW = T0 + timedelta(days=10)
REC = "rec-aaaaaaaaaaaaaaaa"


def span_of_time(start, end) -> TimeRange:
    return TimeRange(Fraction(start), Fraction(end))


def event(step: Step, hours: float, **changes) -> ConsentEvent:
    at = T0 + timedelta(hours=hours)
    actor = Actor.PARTNER if step in {Step.GRANT, Step.REFUSE, Step.WITHDRAW} else Actor.CREATOR
    defaults = {
        "purposes": (Purpose.PUBLISH,),
        "event_time": at,
        "recorded_time": at,
        "actor": actor,
        "reason": "because",
    }
    return ConsentEvent(step, **(defaults | changes))


GIVEN = (event(Step.REQUEST, 0), event(Step.GRANT, 0))


def publish_leaf(**changes) -> Permission:
    return Permission(Purpose.PUBLISH, Term(T0, T0 + timedelta(days=365)), **changes)


def record(record_id="con-1", conversation_id="cnv-1", *, partner="Budi", **changes):
    """Return a record whose leaf for publishing was given, unless ``changes`` say otherwise."""
    blank = ConsentRecord(
        record_id,
        Party(partner, is_adult_stated=True),
        Controller("Kanal", "kanal@example.org"),
        (publish_leaf(),),
        links=(ConversationLink(REC, "0" * 64, conversation_id, span_of_time(0, 100)),),
        events=GIVEN,
    )
    return replace(blank, **changes)


def clip_record(record_id, start, end, **changes):
    """Return a record about a clip marked by hand."""
    link = ConversationLink(REC, "0" * 64, "", span_of_time(start, end))
    return record(record_id, links=(link,), **changes)


def conversation(conversation_id="cnv-1", start=0, end=100, *, is_discarded=False):
    return Conversation(conversation_id, REC, span_of_time(start, end), is_discarded=is_discarded)


def span(
    start=0,
    end=10,
    *,
    lane=Lane.PICTURE,
    source=0,
    conversation_id="cnv-1",
    pane=Pane.PARTNER,
    speed=1,
):
    """Return a span that comes from the recording."""
    edit = span_of_time(start, end)
    match = Match(lane, edit, REC, Fraction(source), Fraction(speed), pane=pane)
    return Span(lane, edit, match, conversation_id)


def unmapped(start=0, end=10, *, lane=Lane.PICTURE):
    return Span(lane, span_of_time(start, end))
