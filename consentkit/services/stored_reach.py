"""Cases of ended permissions as a vault keeps them: identifiers and times, no names of people."""

from dataclasses import dataclass

from consentkit.domain.consent import ConversationLink
from consentkit.domain.obligations import Ended, Taken
from consentkit.domain.scope import Purpose
from consentkit.kernel.timebase import TimeRange

OPEN, CLOSED = "reach", "reach-closed"
"""Kinds of the documents: cases with something to be done, and those without."""

CAUGHT_UP = "reach-caught-up"
"""Kind of the one document that says that steps taken before there were cases were gone through."""


@dataclass(frozen=True, slots=True)
class RecordedStretch:
    """A stretch of a recording that a record is about."""

    recording_id: str
    range: TimeRange


@dataclass(frozen=True, slots=True)
class StoredCase:
    """What ended of one record, and what was done about it.

    Attributes:
        consent_id: The record.
        purposes: All purposes of the record.
        ended: Those that permit nothing any more.
        stretches: The stretches of recordings it is about.
        is_erased: The record was erased.
        taken: The measures that were taken.
    """

    consent_id: str
    purposes: tuple[Purpose, ...]
    ended: tuple[Ended, ...]
    stretches: tuple[RecordedStretch, ...] = ()
    is_erased: bool = False
    taken: tuple[Taken, ...] = ()


def stretches_of(links: tuple[ConversationLink, ...]) -> tuple[RecordedStretch, ...]:
    """Return the stretches of recordings that links name."""
    return tuple(RecordedStretch(link.recording_id, link.range) for link in links)
