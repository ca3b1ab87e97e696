"""What shows that a person agreed, and the grade that follows from machine-checked facts.

A grade is a list of facts, never a judgement on law. Facts marked (h) rest on a listener who
confirmed what was heard.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from consentkit.kernel.errors import MalformedError
from consentkit.kernel.timebase import TimeRange


class EvidenceKind(StrEnum):
    """What a piece of evidence is."""

    EXCERPT = "excerpt"
    STILL = "still"
    IMAGE = "image"
    DOCUMENT = "document"
    MESSAGE = "message"
    AUDIO = "audio"


class Answer(StrEnum):
    """What the listener heard as the answer."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class SpokenAnswer:
    """Question and answer as marked in a recording and confirmed by a listener.

    Attributes:
        recording_id: The recording they are in.
        question: Where the question is asked, in seconds of the recording.
        answer: Where it is answered; begins after the question began.
        heard: What the listener heard (h).
        is_number_heard: The partner repeated the consent number (h).
        number_range: Where the number is said, if marked.
    """

    recording_id: str
    question: TimeRange
    answer: TimeRange
    heard: Answer
    is_number_heard: bool = False
    number_range: TimeRange | None = None

    def __post_init__(self) -> None:
        """Refuse an answer before its question."""
        if self.answer.start < self.question.start or self.answer.end < self.question.end:
            raise MalformedError("evidence.answer-before-question")

    @property
    def whole(self) -> TimeRange:
        """From the beginning of the question to the end of the answer, the number included."""
        end = max(self.answer.end, self.number_range.end if self.number_range else Fraction(0))
        start = min(
            self.question.start,
            self.number_range.start if self.number_range else self.question.start,
        )
        return TimeRange(start, end)


EXCERPT_MARGIN = Fraction(5)
"""Seconds kept around question and answer, so that the answer is heard in its place."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sealed piece of evidence.

    Attributes:
        id: Identifier of the sealed blob.
        kind: What it is.
        sha256: Digest of the content before sealing, hexadecimal.
        size_bytes: Its size before sealing.
        media_type: IANA media type.
        label: What the creator calls it.
        spoken: For an excerpt, question and answer.
        source_range: For an excerpt, the exact stretch of the recording it holds.
        container: For an excerpt, its container ("mp4", "matroska").
        packet_proof: For an excerpt, the packet-tree proof as JSON text; empty otherwise.
    """

    id: str
    kind: EvidenceKind
    sha256: str
    size_bytes: int
    media_type: str
    label: str = ""
    spoken: SpokenAnswer | None = None
    source_range: TimeRange | None = None
    container: str = ""
    packet_proof: str = ""


class Grade(StrEnum):
    """How much the facts show; A is the most."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"


class Fact(StrEnum):
    """A fact a grade rests on."""

    STATEMENT = "statement"
    ATTACHMENT = "attachment"
    EXCERPT_FROM_RECORDING = "excerpt_from_recording"
    QUESTION_AND_ANSWER_HEARD = "question_and_answer_heard"
    RECORDING_SEALED_FIRST = "recording_sealed_first"
    NUMBER_HEARD = "number_heard"
    NUMBER_FROM_TOKEN = "number_from_token"  # noqa: S105 -- a time token
    SEALED_BY_TOKEN = "sealed_by_token"  # noqa: S105 -- a time token
    TWO_AUTHORITIES = "two_authorities"
    PARTNER_KEY = "partner_key"
    WITNESSED = "witnessed"


HEARD_BY_A_PERSON = frozenset({Fact.QUESTION_AND_ANSWER_HEARD, Fact.NUMBER_HEARD})


@dataclass(frozen=True, slots=True)
class Requirement:
    """One way to a grade: all of these facts, besides those of the grade below.

    Attributes:
        grade: The grade it gives.
        facts: What it takes.
    """

    grade: Grade
    facts: frozenset[Fact]


_C = frozenset({
    Fact.EXCERPT_FROM_RECORDING,
    Fact.QUESTION_AND_ANSWER_HEARD,
    Fact.RECORDING_SEALED_FIRST,
})
_B = _C | {Fact.NUMBER_HEARD}
_TIMED = frozenset({Fact.NUMBER_FROM_TOKEN, Fact.SEALED_BY_TOKEN, Fact.TWO_AUTHORITIES})
REQUIREMENTS: tuple[Requirement, ...] = (
    Requirement(Grade.A, _B | _TIMED | {Fact.WITNESSED}),
    Requirement(Grade.A, _B | _TIMED | {Fact.PARTNER_KEY}),
    Requirement(Grade.B, _B),
    Requirement(Grade.B, frozenset({Fact.PARTNER_KEY})),
    Requirement(Grade.C, _C),
    Requirement(Grade.D, frozenset({Fact.ATTACHMENT})),
    Requirement(Grade.E, frozenset()),
)


def grade_of(facts: frozenset[Fact]) -> Grade:
    """Return the best grade whose facts are all there; E needs none."""
    return next(rule.grade for rule in REQUIREMENTS if rule.facts <= facts)


def missing_for_next(facts: frozenset[Fact]) -> frozenset[Fact]:
    """Return the fewest facts that would raise the grade; empty at the top."""
    order = [rule.grade for rule in REQUIREMENTS]
    place = order.index(grade_of(facts))
    better = [rule.facts - facts for rule in REQUIREMENTS[:place]]
    return min(better, key=len) if better else frozenset()
