"""A publication that passes every rule of every pack, to change one fact at a time."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction

import msgspec

from consentkit.domain.clearance import JudgedSpan, Reason
from consentkit.domain.consent import NoticeGiven, Status
from consentkit.domain.coverage import Lane, Match, Span
from consentkit.domain.evidence import Answer, EvidenceKind, Fact
from consentkit.domain.gate_facts import (
    EvidenceFacts,
    GateFacts,
    LeafFacts,
    PersonFacts,
    RecordChecks,
)
from consentkit.domain.plan import Declaration, DeclaredFact, PublishPlan
from consentkit.domain.policy import Verdict
from consentkit.domain.report import Outcome
from consentkit.domain.scope import WORLD, DataCategory, LegalBasis, Purpose
from consentkit.kernel.timebase import TimeRange
from consentkit.wire.v1.stored import decode_stored, encode_stored

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ASKED = NOW - timedelta(days=30)
DIGEST = "ab" * 32
NOT_SO = (
    DeclaredFact.NAME_SHOWN,
    DeclaredFact.CONTACT_SHOWN,
    DeclaredFact.SPECIAL_SHOWN,
    DeclaredFact.REWARDED,
    DeclaredFact.SYNTHETIC,
    DeclaredFact.IN_CALIFORNIA,
)
PLAN = PublishPlan(
    platform="youtube",
    channel="A channel",
    is_monetised=True,
    sponsor="",
    territory=(WORLD,),
    is_made_for_kids=False,
    is_altered_content=False,
    source_platform="ometv",
    thumbnail=(),
    title=(),
    complaints=(),
    doubts=(),
    declared=tuple(Declaration(fact, is_true=False) for fact in NOT_SO),
)
ASKED_FOR = (Purpose.RECORD, Purpose.KEEP, Purpose.PUBLISH, Purpose.MONETISE_ADS)


def leaf(purpose, **changes):
    """Return a permission that holds everywhere for two years."""
    made = LeafFacts(
        purpose,
        Status.GIVEN,
        frozenset({DataCategory.FACE, DataCategory.VOICE}),
        ("youtube",),
        (),
        (WORLD,),
        frozenset(),
        has_own_condition=False,
        basis=LegalBasis.CONSENT,
        starts_at=ASKED,
        ends_at=ASKED + timedelta(days=730),
        affirmed_at=ASKED,
    )
    return replace(made, **changes)


def person(consent_id="con-a", **changes):
    """Return somebody who was asked aloud, agreed, and whose record verifies."""
    excerpt = EvidenceFacts(
        EvidenceKind.EXCERPT,
        "rec-a",
        Answer.YES,
        Fraction(8),
        holds_answer=True,
        has_margins=True,
        is_same_recording=True,
    )
    shown = frozenset({
        Fact.STATEMENT,
        Fact.EXCERPT_FROM_RECORDING,
        Fact.QUESTION_AND_ANSWER_HEARD,
        Fact.RECORDING_SEALED_FIRST,
    })
    held = Outcome.PASSED
    made = PersonFacts(
        consent_id,
        "ID",
        ("id",),
        is_adult_stated=True,
        leaves=tuple(leaf(purpose) for purpose in ASKED_FOR),
        notice=NoticeGiven("spoken-ask", "1", "id", "cd" * 32),
        noticed_at=ASKED,
        has_controller_name=True,
        has_contact=True,
        times_asked=1,
        withdrawn_at=None,
        invalid_reasons=frozenset(),
        evidence=(excerpt,),
        shown=shown,
        checks=RecordChecks(held, held, held, held, ASKED + timedelta(hours=1)),
    )
    return replace(made, **changes)


def span(start, end, lane=Lane.PICTURE, verdict=Verdict.CLEARED, ids=("con-a",), code=""):
    """Return a judged stretch of recording ``rec-a``, ten seconds further in."""
    edit = TimeRange(Fraction(start), Fraction(end))
    match = Match(lane, edit, "rec-a", edit.start + 10) if verdict is not Verdict.UNKNOWN else None
    conversation = "cnv-a" if match is not None else ""
    reasons = (Reason(code),) if code else ()
    return JudgedSpan(Span(lane, edit, match, conversation), verdict, reasons, ids)


def passing(**changes):
    """Return the facts of a publication that passes every rule."""
    facts = GateFacts(
        PLAN,
        NOW,
        NOW,
        (span(0, 20), span(0, 20, Lane.SOUND)),
        (person(),),
        DIGEST,
        DIGEST,
        (),
    )
    return replace(facts, **changes)


def changed(facts, changes):
    """Return the facts with values put at paths like ``people.0.notice``, as stored JSON has them.

    ``@none`` stands for null, which TOML does not know.
    """
    whole = msgspec.json.decode(encode_stored(facts))
    for path, value in changes.items():
        at = whole["value"]
        *names, last = path.split(".")
        for name in names:
            at = at[int(name)] if isinstance(at, list) else at[name]
        at[int(last) if isinstance(at, list) else last] = _value(value)
    return decode_stored(msgspec.json.encode(whole), GateFacts)


def _value(value):
    if value == "@none":
        return None
    if isinstance(value, list):
        return [_value(item) for item in value]
    if isinstance(value, dict):
        return {key: _value(item) for key, item in value.items()}
    return value
