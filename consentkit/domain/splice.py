"""The splice guard: where an edit may change what somebody said."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from consentkit.domain.coverage import Lane
from consentkit.kernel.timebase import TimeRange


class SpliceKind(StrEnum):
    """What was done to the order or flow of a conversation."""

    ORDER = "order"  # Later words come before earlier ones.
    CUT_UTTERANCE = "cut_utterance"  # A cut lies inside an utterance.
    OTHER_QUESTION = "other_question"  # An answer follows another question than in the recording.
    SPEED = "speed"  # Faster or slower than it was.


@dataclass(frozen=True, slots=True)
class SpliceFinding:
    """One place in the edit that deserves a look, with the source around it.

    Attributes:
        kind: What was done.
        lane: Where it shows.
        edit: The place in the edit.
        recording_id: The recording.
        conversation_id: The conversation.
        source: What stands there in the recording, with a few seconds around it.
        speed: For SPEED, seconds of the recording per second of the edit; else 1.
    """

    kind: SpliceKind
    lane: Lane
    edit: TimeRange
    recording_id: str
    conversation_id: str
    source: TimeRange
    speed: Fraction = Fraction(1)
