"""What consent says of every stretch of a finished video, before any plan for its publication.

Invariants kept here:

1. The answer depends on the arguments alone, so that an old check can be repeated.
2. The judged spans of a lane cover what the spans covered, without gap or overlap.
3. Strictest wins: over the rules of a pack, and over all persons in a conversation.
4. What no rule speaks of is unknown, and what is listed by hand never covers a conversation.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from fractions import Fraction
from itertools import pairwise

from consentkit.domain.clearance_rules import MARKABLE, PREDICATES, Footing, StretchFacts
from consentkit.domain.consent import ConsentRecord, present, status_at
from consentkit.domain.conversation import Conversations
from consentkit.domain.coverage import Lane, Match, Pane, Span
from consentkit.domain.party import checked_text
from consentkit.domain.policy import PolicyPack, Verdict, strictest, strictness
from consentkit.domain.scope import Condition, Purpose
from consentkit.kernel.limits import TEXT_MAX_CHARS
from consentkit.kernel.timebase import TimeRange

__all__ = [
    "JudgedSpan",
    "Knowledge",
    "OwnMaterial",
    "Reason",
    "Verdict",
    "judge",
    "judging_moment",
]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a stretch has its verdict.

    Attributes:
        code: The rule's id.
        detail: A value for the sentence, like a status; empty without one.
    """

    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class OwnMaterial:
    """A stretch that a person listed as their own, with a reason.

    Attributes:
        lane: Picture or sound.
        edit: The stretch of the edit.
        reason: In words; never empty.
    """

    lane: Lane
    edit: TimeRange
    reason: str

    def __post_init__(self) -> None:
        """Refuse a mark without a reason."""
        clean = checked_text(self.reason, limit=TEXT_MAX_CHARS, is_required=True)
        object.__setattr__(self, "reason", clean)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known beside the spans when a finished video is judged.

    Attributes:
        records: By recording, the newest first: every record that is linked to it.
        conversations: By recording, those that were set aside included.
        occupied: By recording, stretches in which a face is seen on the partner's side; there
            nothing between conversations is taken for empty.
        silent: Stretches of the edit in which nothing is heard.
        blank: Stretches of the edit in which nothing is seen.
        own: What a person listed as own material.
    """

    records: Mapping[str, tuple[ConsentRecord, ...]] = field(default_factory=dict)
    conversations: Mapping[str, Conversations] = field(default_factory=dict)
    occupied: Mapping[str, tuple[TimeRange, ...]] = field(default_factory=dict)
    silent: tuple[TimeRange, ...] = ()
    blank: tuple[TimeRange, ...] = ()
    own: tuple[OwnMaterial, ...] = ()


@dataclass(frozen=True, slots=True)
class JudgedSpan:
    """A stretch of one lane with its verdict.

    Attributes:
        span: Where it is from.
        verdict: What may be done with it.
        reasons: Why, the gravest first; empty when it is cleared.
        consent_ids: The records that were asked, the one with the strictest answer first.
        conditions: What has to be done before use.
    """

    span: Span
    verdict: Verdict
    reasons: tuple[Reason, ...] = ()
    consent_ids: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()

    @property
    def consent_id(self) -> str:
        """The record with the strictest answer, or empty."""
        return self.consent_ids[0] if self.consent_ids else ""

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the reasons."""
        return tuple(reason.code for reason in self.reasons)


@dataclass(frozen=True, slots=True)
class _Answer:
    """What one person's record, or none, gives for one stretch."""

    verdict: Verdict
    reasons: tuple[Reason, ...]
    consent_id: str
    conditions: frozenset[Condition]


def judging_moment(records: Iterable[ConsentRecord], now: datetime) -> datetime:
    """Return ``now``, but never before an event on record.

    A clock that was set back must not make a withdrawal disappear.
    """
    return max([now, *(present(record, now) for record in records)])


def judge(
    spans: Iterable[Span],
    known: Knowledge,
    pack: PolicyPack,
    at: datetime,
    known_by: datetime | None = None,
) -> tuple[JudgedSpan, ...]:
    """Return the verdict for every span, which may be cut further where the answer changes.

    Args:
        spans: Of one edit, as ``spans_of`` gives them.
        known: Records, conversations and what was found or listed in the edit.
        pack: The rules; one that ``check_core`` took.
        at: The moment for which consent is asked.
        known_by: Only events recorded until then count; default ``at``.
    """
    edges = _edges(known)
    found: list[JudgedSpan] = []
    for span in spans:
        judged = [_judged(piece, known, pack, at, known_by or at) for piece in _pieces(span, edges)]
        found.extend(_rejoined(judged))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Edges:
    """Every moment at which what is known changes, in order, by lane and by recording."""

    edit: Mapping[Lane, Sequence[Fraction]]
    recordings: Mapping[str, Sequence[Fraction]]


def _edges(known: Knowledge) -> _Edges:
    names = {*known.records, *known.conversations, *known.occupied}
    return _Edges(
        {lane: _borders(_ranges_in_edit(lane, known)) for lane in Lane},
        {name: _borders(_ranges_in_recording(name, known)) for name in names},
    )


def _borders(ranges: Iterable[TimeRange]) -> list[Fraction]:
    return sorted({border for item in ranges for border in (item.start, item.end)})


def _ranges_in_edit(lane: Lane, known: Knowledge) -> tuple[TimeRange, ...]:
    still = known.silent if lane is Lane.SOUND else known.blank
    return (*still, *(mark.edit for mark in known.own if mark.lane is lane))


def _ranges_in_recording(recording_id: str, known: Knowledge) -> tuple[TimeRange, ...]:
    conversations = known.conversations.get(recording_id, ())
    return (
        *(item.range for item in conversations if item.is_discarded),
        *known.occupied.get(recording_id, ()),
        *(
            link.range
            for record in known.records.get(recording_id, ())
            for link in record.links
            if link.recording_id == recording_id and not link.conversation_id
        ),
    )


def _pieces(span: Span, edges: _Edges) -> list[Span]:
    """Cut a span wherever what is known of it changes."""
    moments = {span.edit.start, span.edit.end}
    moments.update(_between(edges.edit[span.lane], span.edit.start, span.edit.end))
    match = span.match
    if match is not None:
        borders = edges.recordings.get(match.recording_id, ())
        for border in _between(
            borders, match.source_at(span.edit.start), match.source_at(span.edit.end)
        ):
            moments.add(match.edit.start + (border - match.source_start) / match.speed)
    return [
        replace(
            span,
            edit=TimeRange(start, end),
            match=_cut_match(match, TimeRange(start, end)),
        )
        for start, end in pairwise(sorted(moments))
    ]


def _between(
    sorted_moments: Sequence[Fraction], start: Fraction, end: Fraction
) -> Sequence[Fraction]:
    return sorted_moments[bisect_right(sorted_moments, start) : bisect_left(sorted_moments, end)]


def _cut_match(match: Match | None, edit: TimeRange) -> Match | None:
    if match is None:
        return None
    return replace(match, edit=edit, source_start=match.source_at(edit.start))


def _judged(
    piece: Span, known: Knowledge, pack: PolicyPack, at: datetime, known_by: datetime
) -> JudgedSpan:
    records = _of_each_person(_covering(piece, known)) if piece.match is not None else ()
    footing = _footing(piece, known, has_record=bool(records))
    if footing is not Footing.PERSON or not records:
        answers = [_answer(StretchFacts(piece.lane, footing, at), pack, "")]
    else:
        answers = [
            _answer(_facts(piece.lane, record, at, known_by), pack, record.id) for record in records
        ]
    answers.sort(key=lambda answer: strictness(answer.verdict), reverse=True)
    reasons = dict.fromkeys(reason for answer in answers for reason in answer.reasons)
    conditions = frozenset[Condition]().union(*(answer.conditions for answer in answers))
    return JudgedSpan(
        piece,
        answers[0].verdict,
        tuple(sorted(reasons, key=lambda reason: pack.gravity(reason.code))),
        tuple(answer.consent_id for answer in answers if answer.consent_id),
        tuple(sorted(conditions)),
    )


def _facts(lane: Lane, record: ConsentRecord, at: datetime, known_by: datetime) -> StretchFacts:
    leaf = next((leaf for leaf in record.permissions if leaf.purpose is Purpose.PUBLISH), None)
    status = status_at(record, Purpose.PUBLISH, at, known_by) if leaf is not None else None
    return StretchFacts(lane, Footing.PERSON, at, has_record=True, leaf=leaf, status=status)


def _answer(facts: StretchFacts, pack: PolicyPack, consent_id: str) -> _Answer:
    holding = [
        (rule, holds)
        for rule in pack.rules
        if (holds := PREDICATES[rule.predicate].ask(facts)) is not None
    ]
    return _Answer(
        strictest(rule.verdict for rule, _ in holding),
        tuple(
            Reason(rule.id, holds.detail)
            for rule, holds in holding
            if rule.verdict is not Verdict.CLEARED
        ),
        consent_id,
        frozenset[Condition]().union(*(holds.conditions for _, holds in holding)),
    )


def _middle(piece: Span) -> Fraction:
    return (piece.edit.start + piece.edit.end) / 2


def _source_middle(piece: Span) -> Fraction:
    return piece.match.source_at(_middle(piece)) if piece.match else Fraction(-1)


def _is_within(ranges: Iterable[TimeRange], moment: Fraction) -> bool:
    return any(item.contains(moment) for item in ranges)


def _footing(piece: Span, known: Knowledge, *, has_record: bool) -> Footing:
    natural = _natural_footing(piece, known, has_record=has_record)
    marks = (mark.edit for mark in known.own if mark.lane is piece.lane)
    if natural in MARKABLE and _is_within(marks, _middle(piece)):
        return Footing.OWN_MATERIAL
    return natural


def _natural_footing(piece: Span, known: Knowledge, *, has_record: bool) -> Footing:
    match = piece.match
    if match is None:
        return _footing_without_source(piece, known)
    if piece.lane is Lane.PICTURE and match.pane is Pane.OWN:
        return Footing.OWN_PANE
    if piece.conversation_id or has_record:
        return Footing.PERSON
    moment = _source_middle(piece)
    conversations = known.conversations.get(match.recording_id, ())
    if _is_within((item.range for item in conversations if item.is_discarded), moment):
        return Footing.DISCARDED
    is_marked = any(not item.is_discarded for item in conversations)
    if is_marked and not _is_within(known.occupied.get(match.recording_id, ()), moment):
        return Footing.GAP
    return Footing.NO_CONVERSATION


def _footing_without_source(piece: Span, known: Knowledge) -> Footing:
    if piece.lane is Lane.SOUND and _is_within(known.silent, _middle(piece)):
        return Footing.SILENT
    if piece.lane is Lane.PICTURE and _is_within(known.blank, _middle(piece)):
        return Footing.BLANK
    return Footing.UNMAPPED


def _covering(piece: Span, known: Knowledge) -> list[ConsentRecord]:
    """Return the records about a stretch, the newest first, without those that were superseded."""
    match = piece.match
    if match is None:
        return []
    moment = _source_middle(piece)
    covering = [
        record
        for record in known.records.get(match.recording_id, ())
        if any(
            link.recording_id == match.recording_id
            and (
                link.conversation_id == piece.conversation_id
                if link.conversation_id
                else link.range.contains(moment)
            )
            for link in record.links
        )
    ]
    superseded = {record.supersedes for record in covering}
    return [record for record in covering if record.id not in superseded]


def _of_each_person(records: Sequence[ConsentRecord]) -> tuple[ConsentRecord, ...]:
    """Return the newest record of each person; several people may sit before one camera."""
    newest: dict[str, ConsentRecord] = {}
    for record in records:
        newest.setdefault(record.party.pseudonym.casefold(), record)
    return tuple(newest.values())


def _rejoined(pieces: Sequence[JudgedSpan]) -> list[JudgedSpan]:
    """Join neighbours that were cut from one span and got the same answer."""
    joined: list[JudgedSpan] = []
    for piece in pieces:
        if joined and _answer_of(joined[-1]) == _answer_of(piece):
            joined[-1] = replace(joined[-1], span=_joined_span(joined[-1].span, piece.span))
        else:
            joined.append(piece)
    return joined


def _answer_of(judged: JudgedSpan) -> tuple[object, ...]:
    return judged.verdict, judged.reasons, judged.consent_ids, judged.conditions


def _joined_span(first: Span, second: Span) -> Span:
    whole = TimeRange(first.edit.start, second.edit.end)
    match = replace(first.match, edit=whole) if first.match else None
    return replace(first, edit=whole, match=match)
