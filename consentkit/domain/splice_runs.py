"""Stretches of an edit that play a conversation without a break, and the joins between them."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from consentkit.domain.conversation import Conversations
from consentkit.domain.coverage import CoverageMap, Lane, Match, Pane, spans_of
from consentkit.kernel.timebase import TimeRange

SAME_LINE = Fraction(3, 10)
"""Places of the source nearer than this cannot be told apart: borders are found to 0.25 s."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one lane in which the source goes on without a break.

    Attributes:
        lane: Picture or sound.
        edit: The stretch of the edit; what is unknown in its middle is included.
        recording_id: The recording.
        conversation_id: The conversation.
        conversation: Its stretch of the recording.
        source: The stretch of the recording that is played.
        matches: What it is made of, in order; never empty.
    """

    lane: Lane
    edit: TimeRange
    recording_id: str
    conversation_id: str
    conversation: TimeRange
    source: TimeRange
    matches: tuple[Match, ...]

    def source_at(self, moment: Fraction) -> Fraction:
        """Return the second of the recording that is played at a moment of the edit."""
        place = bisect_right(self.matches, moment, key=lambda match: match.edit.start)
        return self.matches[max(0, place - 1)].source_at(moment)

    def around(self, start: Fraction, end: Fraction, margin: Fraction) -> TimeRange:
        """Return a stretch of the source widened by ``margin``, kept in the conversation."""
        low = max(self.conversation.start, start - margin)
        return TimeRange(low, max(low, min(self.conversation.end, end + margin)))


def runs_of(stretches: Iterable[Run]) -> tuple[Run, ...]:
    """Return stretches joined where the source goes on, in order of lane and time.

    What is unknown between two stretches does not part them; another stretch does.
    """
    found: list[Run] = []
    for stretch in stretches:
        if found and _goes_on(found[-1], stretch):
            found[-1] = _joined(found[-1], stretch)
        else:
            found.append(stretch)
    return tuple(run for run in found if run.conversation_id)


def stretches_of(
    coverage: CoverageMap, conversations: Mapping[str, Conversations]
) -> tuple[Run, ...]:
    """Return a run for each matched span, in order of lane and time.

    Those outside of any conversation, or with the creator's own side alone, name no conversation.
    """
    ranges = {
        (recording_id, item.id): item.range
        for recording_id, items in conversations.items()
        for item in items
    }
    found: list[Run] = []
    for span in spans_of(coverage, conversations):
        match = span.match
        if match is None:
            continue
        name = span.conversation_id if match.pane is not Pane.OWN else ""
        whole = ranges.get((match.recording_id, name), match.source)
        found.append(
            Run(
                span.lane,
                span.edit,
                match.recording_id,
                name,
                whole,
                match.source,
                (match,),
            )
        )
    return tuple(found)


def _goes_on(before: Run, after: Run) -> bool:
    if (before.lane, before.recording_id, before.conversation_id) != (
        after.lane,
        after.recording_id,
        after.conversation_id,
    ):
        return False
    expected = before.source_at(after.edit.start)
    return abs(expected - after.matches[0].source_start) <= SAME_LINE


def _joined(before: Run, after: Run) -> Run:
    return Run(
        before.lane,
        TimeRange(before.edit.start, after.edit.end),
        before.recording_id,
        before.conversation_id,
        before.conversation,
        TimeRange(before.source.start, max(before.source.end, after.source.end)),
        (*before.matches, *after.matches),
    )
