"""Conversations in a recording, and the corrections a person makes by hand.

A recording's conversations are kept in order, do not overlap and lie inside it. Every correction
takes the whole tuple and returns a new one, so that undo is keeping the old.
"""

import itertools
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from consentkit.domain.party import checked_text
from consentkit.kernel.errors import MalformedError, NotFoundError, StateError
from consentkit.kernel.timebase import TimeRange

SHORTEST_S = Fraction(1, 2)
"""No conversation is shorter: half a second holds no question and no answer."""


class Origin(StrEnum):
    """Who set a conversation's edges."""

    PROPOSED = "proposed"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Conversation:
    """A stretch of a recording with one partner.

    Attributes:
        id: Identifier.
        recording_id: The recording it is in.
        range: Its stretch in seconds of the recording.
        confidence: How sure the proposal was, 0 to 1; 1 when set by hand.
        origin: Who set its edges.
        partner: What the creator calls the partner; may be empty.
        is_discarded: Set aside: not a conversation, or not to be used.
    """

    id: str
    recording_id: str
    range: TimeRange
    confidence: float = 1.0
    origin: Origin = Origin.PROPOSED
    partner: str = ""
    is_discarded: bool = False

    def __post_init__(self) -> None:
        """Refuse what could not be a conversation."""
        if self.range.duration < SHORTEST_S:
            raise MalformedError("conversation.too-short")
        object.__setattr__(self, "partner", checked_text(self.partner))


Conversations = tuple[Conversation, ...]


def check_conversations(conversations: Conversations, duration: Fraction) -> Conversations:
    """Return the conversations in order of time.

    Raises:
        StateError: Two overlap, or one reaches past the end.
    """
    ordered = tuple(sorted(conversations, key=lambda item: item.range.start))
    for before, after in itertools.pairwise(ordered):
        if before.range.end > after.range.start:
            raise StateError("conversation.overlap")
    if ordered and ordered[-1].range.end > duration:
        raise StateError("conversation.outside")
    return ordered


def find(conversations: Conversations, conversation_id: str) -> Conversation:
    """Return the conversation with that identifier.

    Raises:
        NotFoundError: There is none.
    """
    for item in conversations:
        if item.id == conversation_id:
            return item
    raise NotFoundError("conversation.unknown")


def _mapped(
    conversations: Conversations,
    conversation_id: str,
    change: Callable[[Conversation], Conversation],
) -> Conversations:
    find(conversations, conversation_id)
    return tuple(change(item) if item.id == conversation_id else item for item in conversations)


def split(conversations: Conversations, at: Fraction, new_id: str) -> Conversations:
    """Return the conversations with the one at ``at`` cut in two there; the left keeps its id.

    Raises:
        NotFoundError: Nothing goes on at that moment.
        MalformedError: A part would be too short.
    """
    for item in conversations:
        if item.range.start < at < item.range.end:
            left = replace(
                item,
                range=TimeRange(item.range.start, at),
                origin=Origin.CORRECTED,
                confidence=1.0,
            )
            right = replace(left, id=new_id, range=TimeRange(at, item.range.end), partner="")
            rest = tuple(other for other in conversations if other.id != item.id)
            return tuple(sorted((*rest, left, right), key=lambda one: one.range.start))
    raise NotFoundError("conversation.none-there")


def merge(conversations: Conversations, first_id: str, second_id: str) -> Conversations:
    """Return the conversations with two neighbours joined into one, the gap included.

    Raises:
        NotFoundError: One of them does not exist.
        StateError: Another lies between them, or they are the same.
    """
    first, second = sorted(
        (find(conversations, first_id), find(conversations, second_id)),
        key=lambda item: item.range.start,
    )
    if first.id == second.id:
        raise StateError("conversation.same")
    whole = TimeRange(first.range.start, second.range.end)
    rest = tuple(item for item in conversations if item.id not in {first.id, second.id})
    if any(item.range.overlap(whole) > 0 for item in rest):
        raise StateError("conversation.not-neighbours")
    joined = replace(
        first,
        range=whole,
        origin=Origin.CORRECTED,
        confidence=1.0,
        partner=first.partner or second.partner,
        is_discarded=first.is_discarded and second.is_discarded,
    )
    return tuple(sorted((*rest, joined), key=lambda item: item.range.start))


def move_edges(
    conversations: Conversations, conversation_id: str, new_range: TimeRange, duration: Fraction
) -> Conversations:
    """Return the conversations with one's edges moved.

    Raises:
        StateError: It would overlap another or leave the recording.
        MalformedError: It would be too short.
    """
    moved = _mapped(
        conversations,
        conversation_id,
        lambda item: replace(item, range=new_range, origin=Origin.CORRECTED, confidence=1.0),
    )
    return check_conversations(moved, duration)


def rename(conversations: Conversations, conversation_id: str, partner: str) -> Conversations:
    """Return the conversations with one's partner named."""
    return _mapped(conversations, conversation_id, lambda item: replace(item, partner=partner))


def discard(
    conversations: Conversations, conversation_id: str, *, is_discarded: bool = True
) -> Conversations:
    """Return the conversations with one set aside, or taken back."""
    return _mapped(
        conversations, conversation_id, lambda item: replace(item, is_discarded=is_discarded)
    )


def add(conversations: Conversations, new: Conversation, duration: Fraction) -> Conversations:
    """Return the conversations with one marked by hand.

    Raises:
        StateError: It overlaps another or leaves the recording.
    """
    return check_conversations((*conversations, new), duration)
