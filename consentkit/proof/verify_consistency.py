"""Contradictions within a signed receipt, and terms that have run out.

A signature shows who wrote a claim, not that claims agree with each other. What is hidden may
explain a contradiction, so one that hidden claims could explain is left open, never failed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction

from consentkit.domain.consent import PERMITTING, Step
from consentkit.domain.evidence import Answer, EvidenceKind
from consentkit.domain.scope import Purpose
from consentkit.kernel.errors import MalformedError, VerificationError
from consentkit.kernel.timebase import TimeRange
from consentkit.proof.claims import ClaimObject, Claims, ProcessingClaim
from consentkit.proof.findings import Findings
from consentkit.timestamping.rfc3161 import TimeToken
from consentkit.wire.sd_jwt import Path

EDGE_TOLERANCE = Fraction(1)
"""Seconds an answer may reach over the edge of its conversation: edges are found to a second."""

CLOCK_TOLERANCE = timedelta(minutes=2)
"""How far the issuer's clock may stand before an authority's: network time corrects by seconds."""

_PERMITTING = frozenset(status.value for status in PERMITTING)
_PURPOSES = frozenset(purpose.value for purpose in Purpose)
_SECONDS = re.compile(r"(0|[1-9][0-9]{0,18})(?:/([1-9][0-9]{0,18}))?")


def parse_seconds(untrusted: str) -> Fraction:
    """Return seconds written as ``61/3`` or ``44``.

    Raises:
        MalformedError: ``evidence.range``: they are not.
    """
    match = _SECONDS.fullmatch(untrusted)
    if match is None:
        raise MalformedError("evidence.range")
    return Fraction(int(match[1]), int(match[2] or 1))


def claimed_range(item: ClaimObject) -> TimeRange | None:
    """Return the range a claim names; None when it is not disclosed.

    Raises:
        MalformedError: ``evidence.range`` or ``time.range``: it is none.
    """
    start, end = item.text("start"), item.text("end")
    if start is None or end is None:
        return None
    return TimeRange(parse_seconds(start), parse_seconds(end))


def is_partly_hidden(claims: Claims, hidden_at: tuple[Path, ...], name: str) -> bool:
    """Return whether there may be more in the list ``name`` than is disclosed."""
    return not claims.whole.has(name) or any(path[:1] == (name,) for path in hidden_at)


def later_than(claims: Claims, token: TimeToken) -> str:
    """Return what in the receipt is dated later than a token that covers it; empty for nothing.

    ``time.before-receipt`` stands for the receipt itself, ``time.before-event`` for an event in it.
    """
    latest = token.gen_time + CLOCK_TOLERANCE + timedelta(seconds=token.accuracy_s)
    if claims.issued_at is not None and claims.issued_at > latest:
        return "time.before-receipt"
    for event in claims.whole.children("events"):
        for name in ("event_time", "recorded_time"):
            instant = event.instant(name)
            if instant is not None and instant > latest:
                return "time.before-event"
    return ""


def verify_consistency(found: Findings, now: datetime) -> None:
    """Add the lines ``evidence`` and ``term`` to what was found, where there is ground for them.

    Args:
        found: Takes the lines.
        now: The present, against which terms are held.
    """
    claims = found.claims
    if claims is None:
        return
    with found.checking("evidence"):
        _check_evidence(claims, found)
    leaves = _permitting(claims)
    ended = [leaf.purpose for leaf in leaves if leaf.ends_at is None or leaf.ends_at <= now]
    if ended:
        named = " ".join(sorted(_PURPOSES & set(ended)))
        found.open("term", "term.ended", purposes=named)
    elif leaves:
        found.passed("term")


def _permitting(claims: Claims) -> list[ProcessingClaim]:
    return [leaf for leaf in claims.processing if leaf.status in _PERMITTING]


@dataclass(frozen=True, slots=True)
class _Doubt:
    """A contradiction among what is disclosed.

    Attributes:
        reason: Its code.
        is_explicable: What is hidden, or a later event, may explain it.
    """

    reason: str
    is_explicable: bool


def _check_evidence(claims: Claims, found: Findings) -> None:
    excerpts = [
        item
        for item in claims.whole.children("evidence")
        if item.text("kind") == EvidenceKind.EXCERPT.value
    ]
    if not excerpts:
        return
    doubts = [
        *_doubts_of_answers(claims, excerpts, found.hidden_at),
        *_doubts_of_places(claims, excerpts, found.hidden_at),
    ]
    doubts.sort(key=lambda doubt: doubt.is_explicable)
    if not doubts:
        found.passed("evidence", excerpts=str(len(excerpts)))
    elif doubts[0].is_explicable:
        found.open("evidence", doubts[0].reason)
    else:
        raise VerificationError(doubts[0].reason)


def _doubts_of_answers(
    claims: Claims, excerpts: list[ClaimObject], hidden_at: tuple[Path, ...]
) -> Iterator[_Doubt]:
    """Yield a doubt where something is permitted and no excerpt has a yes in it."""
    heard = [item.text("heard") for item in excerpts]
    if None in heard or Answer.YES.value in heard:
        return
    is_hidden = any(is_partly_hidden(claims, hidden_at, name) for name in ("evidence", "events"))
    for leaf in _permitting(claims):
        yield _Doubt("evidence.heard-not-yes", is_hidden or _was_asked_again(claims, leaf.purpose))


def _was_asked_again(claims: Claims, purpose: str) -> bool:
    """Return whether the events tell of a later question, whose answer the excerpt is not."""
    asked = [
        event
        for event in claims.whole.children("events")
        if event.text("step") == Step.REQUEST.value and purpose in (event.texts("purposes") or ())
    ]
    return len(asked) > 1


def _doubts_of_places(
    claims: Claims, excerpts: list[ClaimObject], hidden_at: tuple[Path, ...]
) -> Iterator[_Doubt]:
    """Yield a doubt where question or answer is in no conversation that the receipt is about."""
    is_hidden = is_partly_hidden(claims, hidden_at, "conversations")
    links = claims.whole.children("conversations")
    for item in excerpts:
        question, answer = (claimed_range(item.child(name)) for name in ("question", "answer"))
        stretches = [
            claimed_range(link.child("range"))
            for link in links
            if link.text("recording_sha256") == item.text("recording_sha256")
        ]
        wide = [
            stretch.widened(EDGE_TOLERANCE, stretch.end + EDGE_TOLERANCE)
            for stretch in stretches
            if stretch is not None
        ]
        if question is None or answer is None or not wide:
            continue
        # The question may begin before a clip that was marked around the answer.
        if not any(place.encloses(answer) and place.overlap(question) > 0 for place in wide):
            yield _Doubt("evidence.outside-conversation", is_hidden)
