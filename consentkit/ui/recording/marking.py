"""What a person has marked and entered so far, and whether it can be sealed.

The rules themselves stand in ``domain``; what is here tells early, in codes, what sealing would
refuse, so that nobody fills in a form to learn at its end that it cannot be used.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from fractions import Fraction
from pathlib import Path

from consentkit.domain.asking import Asking, MarkKind
from consentkit.domain.consent import NoticeGiven
from consentkit.domain.evidence import Answer, EvidenceKind, SpokenAnswer
from consentkit.domain.party import Party
from consentkit.domain.scope import (
    PRESETS,
    WORLD,
    Condition,
    DataCategory,
    EditKind,
    Permission,
    Purpose,
    Term,
    years_later,
)
from consentkit.kernel.limits import ATTACHMENT_MAX_BYTES, EXCERPT_MAX_SECONDS
from consentkit.kernel.timebase import TimeRange
from consentkit.services.consents import ANSWER_SLACK
from consentkit.services.views import AskingMatch, ConsentDraft, ConversationView

FIRST_ANSWER_LENGTH = Fraction(4)
"""Seconds a proposed answer lasts: the median of spoken yes-and-number answers is shorter."""


class Slot(StrEnum):
    """What the keys I and O are marking."""

    QUESTION = "question"
    ANSWER = "answer"
    NUMBER = "number"


class Problem(StrEnum):
    """Why a draft cannot be sealed as it stands."""

    NO_ANSWER_CHOSEN = "no-answer-chosen"
    NOT_ADULT = "not-adult"
    NO_NAME = "no-name"
    NO_PURPOSE = "no-purpose"
    ALL_NO = "all-no"
    NOTHING_SHOWN = "nothing-shown"
    ANSWER_FIRST = "answer-first"
    TOO_LONG = "too-long"
    ANSWER_OUTSIDE = "answer-outside"
    TERM_OVER = "term-over"
    NO_DATA = "no-data"
    NO_TERRITORY = "no-territory"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to be sealed as evidence.

    Attributes:
        path: Where it is.
        kind: What it is.
        label: What the creator calls it.
    """

    path: Path
    kind: EvidenceKind
    label: str


_KIND_BY_ENDING = {
    ".png": EvidenceKind.IMAGE,
    ".jpg": EvidenceKind.IMAGE,
    ".jpeg": EvidenceKind.IMAGE,
    ".webp": EvidenceKind.IMAGE,
    ".gif": EvidenceKind.IMAGE,
    ".pdf": EvidenceKind.DOCUMENT,
    ".txt": EvidenceKind.MESSAGE,
    ".md": EvidenceKind.MESSAGE,
    ".eml": EvidenceKind.MESSAGE,
    ".mp3": EvidenceKind.AUDIO,
    ".m4a": EvidenceKind.AUDIO,
    ".ogg": EvidenceKind.AUDIO,
    ".opus": EvidenceKind.AUDIO,
    ".wav": EvidenceKind.AUDIO,
}
ATTACHABLE = tuple(_KIND_BY_ENDING)
"""Endings of the files that can be attached."""


def attachment_of(path: Path) -> Attachment | None:
    """Return ``path`` as an attachment, or None when it is no file of a kind we take."""
    kind = _KIND_BY_ENDING.get(path.suffix.lower())
    return Attachment(path, kind, path.stem[:80]) if kind is not None else None


def is_attachable_size(size_bytes: int) -> bool:
    """Return whether a file of that size can be sealed."""
    return 0 < size_bytes <= ATTACHMENT_MAX_BYTES


@dataclass(frozen=True, slots=True)
class Marked:
    """One stretch as far as it is marked.

    Attributes:
        start: Where it begins, if marked.
        end: Where it ends, if marked.
    """

    start: Fraction | None = None
    end: Fraction | None = None

    @property
    def range(self) -> TimeRange | None:
        """The stretch, when both ends are marked and in order."""
        if self.start is None or self.end is None or self.end <= self.start:
            return None
        return TimeRange(self.start, self.end)

    def with_start(self, moment: Fraction) -> "Marked":
        """Return it beginning at ``moment``; an end before that is dropped."""
        end = self.end if self.end is not None and self.end > moment else None
        return Marked(moment, end)

    def with_end(self, moment: Fraction) -> "Marked":
        """Return it ending at ``moment``; a beginning after that is dropped."""
        start = self.start if self.start is not None and self.start < moment else None
        return Marked(start, moment)


@dataclass(frozen=True, slots=True)
class Scope:
    """What is asked for, one answer per purpose and one scope for all of them.

    Attributes:
        answers: Purposes asked about, with the answer where there is one.
        ends_at: When the term ends.
        data: What of the person is used.
        platforms: Where.
        territory: In which countries.
        edits: What may be changed.
        conditions: What must be done first.
        condition_text: A condition in the person's own words.
    """

    answers: tuple[tuple[Purpose, Answer | None], ...]
    ends_at: datetime
    data: frozenset[DataCategory] = frozenset({DataCategory.FACE, DataCategory.VOICE})
    platforms: tuple[str, ...] = ("youtube",)
    territory: tuple[str, ...] = (WORLD,)
    edits: frozenset[EditKind] = frozenset({EditKind.TRIM, EditKind.SUBTITLE})
    conditions: frozenset[Condition] = frozenset()
    condition_text: str = ""

    @property
    def purposes(self) -> tuple[Purpose, ...]:
        """The purposes asked about."""
        return tuple(purpose for purpose, _ in self.answers)

    def granted(self, overall: Answer | None) -> tuple[Purpose, ...]:
        """Return the purposes that were answered with yes, under this overall answer."""
        return tuple(
            purpose
            for purpose, answer in self.answers
            if overall is Answer.YES and (answer or overall) is Answer.YES
        )


def scope_of_preset(code: str, starts_at: datetime) -> Scope:
    """Return the scope a preset makes; every purpose is still without an answer of its own."""
    preset = next((item for item in PRESETS if item.code == code), PRESETS[0])
    return _scope_of(preset.purposes, preset.data, preset.years, starts_at)


def _scope_of(
    purposes: tuple[Purpose, ...],
    data: frozenset[DataCategory],
    years: int,
    starts_at: datetime,
) -> Scope:
    is_shown = DataCategory.FACE in data
    return Scope(
        answers=tuple((purpose, None) for purpose in purposes),
        ends_at=years_later(starts_at, years),
        data=data,
        conditions=frozenset() if is_shown else frozenset({Condition.BLUR_FACE}),
    )


@dataclass(frozen=True, slots=True)
class Marking:
    """Everything marked and entered for one permission.

    Attributes:
        recording_id: Where.
        conversation_id: The conversation.
        clip: Its stretch.
        starts_at: When the term begins and the answer was given, as far as that is known.
        scope: What is asked for.
        question: Where the question is.
        answer: Where the answer is.
        number: Where the consent number is said, if marked by itself.
        slot: What I and O are marking.
        heard: What the listener heard, or None while nobody said.
        is_number_heard: The listener heard the number repeated.
        asking: The asking it came from, if any.
        party_name: What the creator calls the person.
        country: As claimed, or empty.
        languages: Tags, in order of use.
        is_adult_stated: As stated, or None when nobody asked.
        contact: How to reach the person, or empty.
        attachments: Files to seal.
        notice: The notice that was given, if any.
        statement: The creator's own words.
        supersedes: The record this takes the place of, or empty.
    """

    recording_id: str
    conversation_id: str
    clip: TimeRange
    starts_at: datetime
    scope: Scope
    question: Marked = Marked()
    answer: Marked = Marked()
    number: Marked = Marked()
    slot: Slot = Slot.QUESTION
    heard: Answer | None = None
    is_number_heard: bool = False
    asking: Asking | None = None
    party_name: str = ""
    country: str = ""
    languages: tuple[str, ...] = ()
    is_adult_stated: bool | None = None
    contact: str = ""
    attachments: tuple[Attachment, ...] = ()
    notice: NoticeGiven | None = None
    statement: str = ""
    supersedes: str = ""

    def marked(self, slot: Slot) -> Marked:
        """Return what is marked for ``slot``."""
        return {
            Slot.QUESTION: self.question,
            Slot.ANSWER: self.answer,
            Slot.NUMBER: self.number,
        }[slot]

    def _with(self, slot: Slot, marked: Marked) -> "Marking":
        if slot is Slot.QUESTION:
            return replace(self, question=marked)
        if slot is Slot.ANSWER:
            return replace(self, answer=marked)
        return replace(self, number=marked)

    def mark_in(self, moment: Fraction) -> "Marking":
        """Return it with the beginning of the present slot at ``moment``."""
        return self._with(self.slot, self.marked(self.slot).with_start(moment))

    def mark_out(self, moment: Fraction) -> "Marking":
        """Return it with the end of the present slot at ``moment``.

        Once the question is whole, the keys go on to the answer.
        """
        changed = self._with(self.slot, self.marked(self.slot).with_end(moment))
        if self.slot is Slot.QUESTION and changed.question.range is not None:
            return replace(changed, slot=Slot.ANSWER)
        return changed

    def cleared(self, slot: Slot) -> "Marking":
        """Return it without the marks of ``slot``."""
        return replace(self._with(slot, Marked()), slot=slot)

    @property
    def is_spoken(self) -> bool:
        """Whether question and answer are both marked."""
        return self.question.range is not None and self.answer.range is not None

    @property
    def listening_range(self) -> TimeRange | None:
        """What Enter plays: from the question to the end of answer and number."""
        question, answer = self.question.range, self.answer.range
        if question is None or answer is None:
            return question or answer
        number = self.number.range
        end = max(answer.end, number.end if number else Fraction(0))
        return TimeRange(question.start, end) if end > question.start else question

    @property
    def digits(self) -> str:
        """The consent number to listen for; empty without one."""
        return self.asking.number.digits if self.asking is not None else ""


def from_conversation(
    view: ConversationView, starts_at: datetime, *, preset: str = PRESETS[0].code, name: str = ""
) -> Marking:
    """Return a marking to begin with for one conversation.

    Args:
        view: The conversation.
        starts_at: When the term begins.
        preset: Scope to begin with.
        name: What to call the person when the conversation has no name yet.
    """
    return Marking(
        recording_id=view.conversation.recording_id,
        conversation_id=view.conversation.id,
        clip=view.conversation.range,
        starts_at=starts_at,
        scope=scope_of_preset(preset, starts_at),
        question=_marked(view.question),
        answer=_marked(view.answer),
        party_name=view.partner or name,
    )


def _marked(stretch: TimeRange | None) -> Marked:
    return Marked(stretch.start, stretch.end) if stretch is not None else Marked()


def with_match(marking: Marking, match: AskingMatch) -> Marking:
    """Return ``marking`` with the marks of an asking as a first proposal.

    The buttons are pressed after the words: the question ends about where "asked" was pressed,
    the answer about where "yes", "no" or "gone" was.
    """
    moments = dict(match.positions)
    clip = marking.clip
    asked = moments.get(MarkKind.ASKED)
    replied = max((at for kind, at in match.positions if kind is not MarkKind.ASKED), default=None)
    question, answer = marking.question, marking.answer
    if asked is not None and clip.start < asked <= clip.end:
        question = Marked(max(clip.start, asked - 3 * FIRST_ANSWER_LENGTH), asked)
    if replied is not None and clip.start < replied <= clip.end:
        start = max(clip.start, replied - FIRST_ANSWER_LENGTH)
        if question.end is not None:
            start = max(start, min(question.end, replied - Fraction(1, 2)))
        answer = Marked(start, replied)
    heard = {MarkKind.NO: Answer.NO, MarkKind.GONE: Answer.UNCLEAR}.get(
        match.asking.last_answer or MarkKind.ASKED
    )
    return replace(
        marking,
        question=question,
        answer=answer,
        asking=match.asking,
        notice=match.asking.notice,
        scope=_scope_of_asking(match.asking, marking),
        languages=marking.languages or (match.asking.notice.language,),
        party_name=match.asking.partner or marking.party_name,
        # A pressed "yes" is no confirmation by a listener: that stays to be said.
        heard=marking.heard or heard,
        slot=Slot.ANSWER if answer.range is None else marking.slot,
    )


def _scope_of_asking(asking: Asking, marking: Marking) -> Scope:
    """Return what the card asked for: nothing else was read out to the person."""
    if not asking.purposes:
        return marking.scope
    return _scope_of(asking.purposes, asking.data, asking.years, marking.starts_at)


def with_answer_to(marking: Marking, purpose: Purpose, answer: Answer | None) -> Marking:
    """Return ``marking`` with one purpose answered, or asked about when it was not yet."""
    pairs = dict(marking.scope.answers)
    pairs[purpose] = answer
    order = [item for item in Purpose if item in pairs]
    scope = replace(marking.scope, answers=tuple((item, pairs[item]) for item in order))
    return replace(marking, scope=scope)


def without_purpose(marking: Marking, purpose: Purpose) -> Marking:
    """Return ``marking`` with ``purpose`` not asked about."""
    left = tuple(pair for pair in marking.scope.answers if pair[0] is not purpose)
    return replace(marking, scope=replace(marking.scope, answers=left))


def with_attachments(marking: Marking, added: Iterable[Attachment]) -> Marking:
    """Return ``marking`` with more files; the same path is taken once."""
    known = {item.path for item in marking.attachments}
    fresh = tuple(item for item in added if item.path not in known)
    return replace(marking, attachments=(*marking.attachments, *fresh))


def _scope_problems(marking: Marking) -> Iterable[Problem]:
    scope = marking.scope
    if not scope.answers:
        yield Problem.NO_PURPOSE
    if not scope.data:
        yield Problem.NO_DATA
    if not scope.territory:
        yield Problem.NO_TERRITORY
    if scope.ends_at <= marking.starts_at:
        yield Problem.TERM_OVER


def _is_inside(answer: TimeRange, clip: TimeRange) -> bool:
    """Return whether an answer was given in the conversation; its edges are no exact thing."""
    return clip.widened(ANSWER_SLACK, clip.end + ANSWER_SLACK).encloses(answer)


def problems(marking: Marking) -> tuple[Problem, ...]:
    """Return everything that keeps ``marking`` from being sealed, the first to mend first.

    A refusal or a deferral needs no more than the answer and a name.
    """
    found: list[Problem] = []
    question, answer = marking.question.range, marking.answer.range
    if (
        question is not None
        and answer is not None
        and (answer.start < question.start or answer.end < question.end)
    ):
        found.append(Problem.ANSWER_FIRST)
    if answer is not None and not _is_inside(answer, marking.clip):
        found.append(Problem.ANSWER_OUTSIDE)
    spoken = marking.listening_range
    if spoken is not None and spoken.duration > EXCERPT_MAX_SECONDS:
        found.append(Problem.TOO_LONG)
    if marking.heard is None:
        found.append(Problem.NO_ANSWER_CHOSEN)
    if not marking.party_name.strip():
        found.append(Problem.NO_NAME)
    found += _scope_problems(marking)
    if marking.heard is Answer.YES:
        if marking.is_adult_stated is not True:
            found.append(Problem.NOT_ADULT)
        if marking.scope.answers and not marking.scope.granted(Answer.YES):
            found.append(Problem.ALL_NO)
        if not marking.is_spoken and not marking.attachments and not marking.statement.strip():
            found.append(Problem.NOTHING_SHOWN)
    return tuple(found)


def _spoken(marking: Marking) -> SpokenAnswer | None:
    question, answer = marking.question.range, marking.answer.range
    if question is None or answer is None or marking.heard is None:
        return None
    return SpokenAnswer(
        recording_id=marking.recording_id,
        question=question,
        answer=answer,
        heard=marking.heard,
        is_number_heard=marking.is_number_heard and bool(marking.digits),
        number_range=marking.number.range,
    )


def _answer_for(marking: Marking, own: Answer | None) -> Answer:
    overall = marking.heard or Answer.UNCLEAR
    # A no or an unclear answer stands for every purpose: a yes to one of them could only have
    # been heard by someone who heard a yes.
    return (own or overall) if overall is Answer.YES else overall


def draft(marking: Marking) -> ConsentDraft:
    """Return what is to be sealed; ``problems`` must be empty.

    Raises:
        MalformedError: A text or a term could not be what it says.
        LimitError: A text is too long.
    """
    scope = marking.scope
    term = Term(marking.starts_at, scope.ends_at)
    permissions = tuple(
        Permission(
            purpose=purpose,
            term=term,
            data=scope.data,
            platforms=scope.platforms,
            territory=scope.territory,
            edits=scope.edits,
            conditions=scope.conditions,
            condition_text=scope.condition_text,
        )
        for purpose in scope.purposes
    )
    return ConsentDraft(
        party=Party(
            pseudonym=marking.party_name,
            country=marking.country or None,
            languages=marking.languages,
            is_adult_stated=marking.is_adult_stated,
            contact=marking.contact or None,
        ),
        permissions=permissions,
        answers={purpose: _answer_for(marking, own) for purpose, own in scope.answers},
        recording_id=marking.recording_id,
        conversation_id=marking.conversation_id,
        clip=marking.clip,
        spoken=_spoken(marking),
        notice=marking.notice,
        asking_id=marking.asking.id if marking.asking is not None else "",
        attachments=tuple((item.path, item.kind, item.label) for item in marking.attachments),
        supersedes=marking.supersedes,
        statement=marking.statement,
        happened_at=marking.starts_at,
    )
