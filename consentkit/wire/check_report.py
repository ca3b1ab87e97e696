"""The report of a check as JSON, ``consentkit.check/1`` (``resources/specs/check-1.md``).

What it takes are protocols, so that the values of the domain and those a front end shows fit alike.
Seconds have at most three decimals. Names of people are never in it: identifiers are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

import msgspec

from consentkit.domain.coverage import Lane, Span
from consentkit.domain.gate import GateDecision, RuleOutcome
from consentkit.domain.policy import Verdict
from consentkit.domain.splice import SpliceFinding
from consentkit.kernel.timebase import TimeRange, format_instant

SCHEMA = "consentkit.check/1"

JSONLike = str | float | int | bool | None | Sequence["JSONLike"] | Mapping[str, "JSONLike"]


class SpanLine(Protocol):
    """A stretch of one lane with its verdict."""

    @property
    def span(self) -> Span:
        """Where it is from."""

    @property
    def consent_id(self) -> str:
        """The record that was asked; empty without one."""

    @property
    def verdict(self) -> Verdict:
        """What may be done with it."""

    @property
    def reasons(self) -> tuple[str, ...]:
        """Codes, the gravest first."""

    @property
    def details(self) -> tuple[str, ...]:
        """What each reason is about, in their order; may be empty."""

    @property
    def conditions(self) -> tuple[str, ...]:
        """What has to be done before use."""


class ConversationLine(Protocol):
    """How much of one conversation is in the edit."""

    @property
    def recording_id(self) -> str:
        """Its recording."""

    @property
    def conversation_id(self) -> str:
        """The conversation; empty for what lies outside of any."""

    @property
    def consent_id(self) -> str:
        """The record that was asked; empty without one."""

    @property
    def picture_s(self) -> Fraction:
        """Seconds seen."""

    @property
    def sound_s(self) -> Fraction:
        """Seconds heard."""

    @property
    def verdict(self) -> Verdict:
        """The strictest verdict of its stretches."""

    @property
    def reasons(self) -> tuple[str, ...]:
        """Codes, the gravest first."""

    @property
    def first_at(self) -> Fraction:
        """Second of the edit at which it first appears."""


class ClaimLine(Protocol):
    """One clip of an imported timeline beside what the media show."""

    @property
    def lane(self) -> Lane:
        """Picture or sound."""

    @property
    def edit(self) -> TimeRange:
        """Where the timeline says it is."""

    @property
    def name(self) -> str:
        """The clip's name."""

    @property
    def source(self) -> TimeRange:
        """The stretch of source the timeline names."""

    @property
    def recording_id(self) -> str:
        """The recording that the name was taken for; empty when none fits."""

    @property
    def state(self) -> str:
        """What the fingerprints say: a ``ClaimState``."""


@dataclass(frozen=True, slots=True)
class CheckReport:
    """All that a report says.

    Attributes:
        path: The video, as the person named it.
        sha256: Its digest, hexadecimal.
        duration: Its seconds.
        spans: All stretches, in order of lane and time.
        is_passed: Nothing needs a decision.
        reasons: Codes why not, the gravest first.
        policies: (pack, version) of the packs that were applied.
        undecided_s: Seconds in which picture or sound needs a decision.
        conversations: How much of each is in the edit.
        splices: What the splice guard found.
        claims: Clips of the imported timeline; None when none was given.
        is_provisional: From a quick scan.
        gate: The decision on a plan; None when no plan was given.
    """

    path: str
    sha256: str
    duration: Fraction
    spans: Sequence[SpanLine]
    is_passed: bool
    reasons: tuple[str, ...]
    policies: tuple[tuple[str, str], ...]
    undecided_s: Fraction = Fraction(0)
    conversations: Sequence[ConversationLine] = ()
    splices: Sequence[SpliceFinding] = ()
    claims: Sequence[ClaimLine] | None = None
    is_provisional: bool = False
    gate: GateDecision | None = None


def check_report(report: CheckReport) -> dict[str, JSONLike]:
    """Return the report as JSON values, with its keys in the order of the schema."""
    # A path may hold bytes that are no UTF-8; a report must be readable all the same.
    path = report.path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return {
        "schema": SCHEMA,
        "edit": {"path": path, "sha256": report.sha256, "duration": _seconds(report.duration)},
        "spans": [_span(line) for line in report.spans],
        "decision": "pass" if report.is_passed else "blocked",
        "reasons": list(report.reasons),
        "policies": [{"id": name, "version": version} for name, version in report.policies],
        "provisional": report.is_provisional,
        "undecided": _seconds(report.undecided_s),
        "conversations": [_conversation(line) for line in report.conversations],
        "splices": [_splice(finding) for finding in report.splices],
        "claims": None if report.claims is None else [_claim(line) for line in report.claims],
        "gate": None if report.gate is None else _gate(report.gate),
    }


def encode_check_report(report: CheckReport) -> bytes:
    """Return the report as UTF-8 JSON, indented, with a line feed at the end."""
    return msgspec.json.format(msgspec.json.encode(check_report(report)), indent=2) + b"\n"


def _seconds(moment: Fraction) -> float:
    return float(round(moment, 3))


def _span(line: SpanLine) -> dict[str, JSONLike]:
    span, match = line.span, line.span.match
    return {
        "lane": span.lane.value,
        "start": _seconds(span.edit.start),
        "end": _seconds(span.edit.end),
        "recording": match.recording_id if match else None,
        "source_start": _seconds(match.source.start) if match else None,
        "source_end": _seconds(match.source.end) if match else None,
        "speed": _seconds(match.speed) if match else 1.0,
        "mirrored": match.is_mirrored if match else False,
        "conversation": span.conversation_id or None,
        "consent": line.consent_id or None,
        "confidence": round(match.confidence, 3) if match else 0.0,
        "verdict": line.verdict.value,
        "reasons": list(line.reasons),
        "pane": match.pane.value if match else None,
        "details": [detail or None for detail in line.details],
        "conditions": [str(condition) for condition in line.conditions],
    }


def _conversation(line: ConversationLine) -> dict[str, JSONLike]:
    return {
        "recording": line.recording_id,
        "conversation": line.conversation_id or None,
        "consent": line.consent_id or None,
        "picture": _seconds(line.picture_s),
        "sound": _seconds(line.sound_s),
        "first": _seconds(line.first_at),
        "verdict": line.verdict.value,
        "reasons": list(line.reasons),
    }


def _splice(finding: SpliceFinding) -> dict[str, JSONLike]:
    return {
        "kind": finding.kind.value,
        "lane": finding.lane.value,
        "start": _seconds(finding.edit.start),
        "end": _seconds(finding.edit.end),
        "recording": finding.recording_id,
        "conversation": finding.conversation_id or None,
        "source_start": _seconds(finding.source.start),
        "source_end": _seconds(finding.source.end),
        "speed": _seconds(finding.speed),
    }


def _claim(line: ClaimLine) -> dict[str, JSONLike]:
    return {
        "lane": line.lane.value,
        "start": _seconds(line.edit.start),
        "end": _seconds(line.edit.end),
        "name": line.name,
        "source_start": _seconds(line.source.start),
        "source_end": _seconds(line.source.end),
        "recording": line.recording_id or None,
        "state": str(line.state),
    }


def _gate(decision: GateDecision) -> dict[str, JSONLike]:
    return {
        "decision": "pass" if decision.is_passed else "blocked",
        "at": format_instant(decision.at),
        "known_by": format_instant(decision.known_by),
        "version": decision.version,
        "packs": [
            {"id": pack.id, "version": pack.version, "sha256": pack.digest}
            for pack in decision.packs
        ],
        "outcomes": [_rule_outcome(item) for item in decision.outcomes],
        "refused_overrides": list(decision.refused_overrides),
    }


def _rule_outcome(item: RuleOutcome) -> dict[str, JSONLike]:
    return {
        "rule": item.rule,
        "effect": item.effect.value,
        "state": item.state.value,
        "reason": item.reason or None,
        "detail": item.detail or None,
        "declared": item.is_declared,
        "persons": list(item.persons),
        "spans": [{"start": _seconds(one.start), "end": _seconds(one.end)} for one in item.spans],
        "sources": list(item.sources),
        "remedies": [remedy.value for remedy in item.remedies],
        "override": item.override_reason or None,
    }
