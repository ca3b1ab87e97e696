"""Which stretch of a finished video comes from which stretch of which recording.

A *match* is what the fingerprints say: this stretch of the edit, picture or sound, shows that
stretch of that recording. A *span* is a match seen with the recording's conversations: it never
crosses the border of a conversation, and the spans of a lane cover the edit without gap or overlap.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from consentkit.domain.conversation import Conversations
from consentkit.domain.frame_box import FrameBox
from consentkit.kernel.errors import MalformedError
from consentkit.kernel.timebase import TimeRange


class Lane(StrEnum):
    """Picture and sound are attributed apart."""

    PICTURE = "picture"
    SOUND = "sound"


class Pane(StrEnum):
    """Which side of the video chat a stretch of picture shows."""

    PARTNER = "partner"
    OWN = "own"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch of the edit and where it comes from.

    Attributes:
        lane: Picture or sound.
        edit: The stretch of the edit, in its seconds.
        recording_id: The recording it shows or lets be heard.
        source_start: Second of the recording at the start of ``edit``.
        speed: Seconds of the recording that go by in one second of the edit; above zero.
        confidence: Calibrated chance that the recording and conversation are right, 0 to 1.
        is_mirrored: Left and right are exchanged; False for sound.
        pane: Which side is seen; BOTH for sound.
        pitch_semitones: How much higher the edit sounds than the recording; 0 for pictures.
        partner_box: Where the partner's pane of the recording lies in the edit's picture, as far as
            it is inside; None where that is not known or the pane is outside of the picture.
        own_box: The same of the creator's own pane.
    """

    lane: Lane
    edit: TimeRange
    recording_id: str
    source_start: Fraction
    speed: Fraction = Fraction(1)
    confidence: float = 1.0
    is_mirrored: bool = False
    pane: Pane = Pane.BOTH
    pitch_semitones: float = 0.0
    partner_box: FrameBox | None = None
    own_box: FrameBox | None = None

    def __post_init__(self) -> None:
        """Refuse a match that could not be."""
        if self.speed <= 0 or self.edit.duration <= 0 or not 0 <= self.confidence <= 1:
            raise MalformedError("coverage.match")

    def source_at(self, moment: Fraction) -> Fraction:
        """Return the second of the recording that is shown at a moment of the edit."""
        return self.source_start + (moment - self.edit.start) * self.speed

    @property
    def source(self) -> TimeRange:
        """The stretch of the recording, kept at or after its beginning."""
        start = max(Fraction(0), self.source_start)
        return TimeRange(start, max(start, self.source_at(self.edit.end)))


@dataclass(frozen=True, slots=True)
class CoverageMap:
    """All matches of one edit.

    Attributes:
        duration: Seconds of the edit.
        lanes: The lanes the edit has.
        matches: In order of lane and time; those of one lane do not overlap.
        is_provisional: Made from a quick scan; a full one may say more.
    """

    duration: Fraction
    lanes: tuple[Lane, ...]
    matches: tuple[Match, ...]
    is_provisional: bool = False

    def __post_init__(self) -> None:
        """Refuse overlaps within a lane and matches outside the edit."""
        for lane in Lane:
            mine = [match.edit for match in self.matches if match.lane is lane]
            if mine and (lane not in self.lanes or mine[-1].end > self.duration):
                raise MalformedError("coverage.map")
            if any(before.end > after.start for before, after in pairwise(mine)):
                raise MalformedError("coverage.map")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one lane with one answer to "where is this from?".

    Attributes:
        lane: Picture or sound.
        edit: The stretch of the edit.
        match: What the fingerprints say, cut to this stretch; None for unknown footage.
        conversation_id: The conversation of the recording it lies in; empty outside of any.
    """

    lane: Lane
    edit: TimeRange
    match: Match | None = None
    conversation_id: str = ""


def spans_of(coverage: CoverageMap, conversations: Mapping[str, Conversations]) -> tuple[Span, ...]:
    """Return the spans of all lanes, in order of lane and time, without gap or overlap.

    Args:
        coverage: The matches of an edit.
        conversations: Those of every recording that is matched, by its identifier, in order of
            time; discarded ones count as no conversation.
    """
    kept = {
        name: tuple(item for item in items if not item.is_discarded)
        for name, items in conversations.items()
    }
    found: list[Span] = []
    for lane in coverage.lanes:
        position = Fraction(0)
        for match in (item for item in coverage.matches if item.lane is lane):
            if match.edit.start > position:
                found.append(Span(lane, TimeRange(position, match.edit.start)))
            found.extend(_cut(match, kept.get(match.recording_id, ())))
            position = match.edit.end
        if position < coverage.duration:
            found.append(Span(lane, TimeRange(position, coverage.duration)))
    return tuple(found)


def _cut(match: Match, conversations: Conversations) -> list[Span]:
    """Return a match cut where conversations begin and end; they do not overlap."""
    first_s, last_s = match.source_at(match.edit.start), match.source_at(match.edit.end)
    first = bisect_right(conversations, first_s, key=lambda item: item.range.end)
    last = bisect_left(conversations, last_s, key=lambda item: item.range.start)
    spans: list[Span] = []
    position = match.edit.start

    def add(end: Fraction, conversation_id: str) -> None:
        nonlocal position
        if end > position:
            edit = TimeRange(position, end)
            piece = replace(match, edit=edit, source_start=match.source_at(position))
            spans.append(Span(match.lane, edit, piece, conversation_id))
            position = end

    for item in conversations[first:last]:
        start, end = (
            match.edit.start + (border - match.source_start) / match.speed
            for border in (item.range.start, item.range.end)
        )
        add(min(max(start, match.edit.start), match.edit.end), "")
        add(min(end, match.edit.end), item.id)
    add(match.edit.end, "")
    return spans
