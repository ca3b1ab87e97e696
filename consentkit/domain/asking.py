"""One asking: the card that was read out, the number, and the moments the buttons were pressed."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from consentkit.domain.consent import ConsentNumber, NoticeGiven
from consentkit.domain.scope import DataCategory, Purpose


class MarkKind(StrEnum):
    """What the creator pressed while the chat went on."""

    ASKED = "asked"
    YES = "yes"
    NO = "no"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Mark:
    """A button pressed at a moment of the local clock."""

    kind: MarkKind
    at: datetime


@dataclass(frozen=True, slots=True)
class Asking:
    """An asking waiting to be matched with a recording.

    Attributes:
        id: Identifier.
        created_at: When the card was opened.
        notice: The notice that is read out.
        number: The consent number on the card.
        marks: Buttons pressed, in order of time.
        partner: What the creator calls the partner; may be empty.
        consent_id: The record it became part of, or empty.
        purposes: What is asked for; empty for the usual purposes.
        data: What of the person is used: face, voice or both.
        years: For how long, in years.
    """

    id: str
    created_at: datetime
    notice: NoticeGiven
    number: ConsentNumber
    marks: tuple[Mark, ...] = ()
    partner: str = ""
    consent_id: str = ""
    purposes: tuple[Purpose, ...] = ()
    data: frozenset[DataCategory] = frozenset({DataCategory.FACE, DataCategory.VOICE})
    years: int = 2

    def marked(self, kind: MarkKind, at: datetime) -> "Asking":
        """Return the asking with one more mark."""
        return replace(self, marks=(*self.marks, Mark(kind, at)))

    @property
    def last_answer(self) -> MarkKind | None:
        """The last of yes, no and gone, or None while there is none."""
        answers = [mark.kind for mark in self.marks if mark.kind is not MarkKind.ASKED]
        return answers[-1] if answers else None
