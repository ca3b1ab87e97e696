"""How an answer about an edit meets its truth, by half second, lane and conversation.

A step is judged at its middle:

- *hit*: the answer names the recording and the conversation that is there;
- *miss*: something of a recording is there and the answer is "unknown";
- *wrong*: it is there, and the answer names something else;
- *claimed*: footage of no recording is there and the answer names one;
- *quiet*: footage of no recording, and the answer is "unknown".

Where the truth has a recording but no conversation to judge (searching between partners, only the
creator's own pane), naming the recording is a hit, whatever conversation is named with it.
Precision is hits of all answers, recall hits of all that is there. *False coverage* is the share
of all steps that are attributed to a conversation they are not from. A step is *near a cut* when
the truth of its lane changes within ``CUT_MARGIN_S`` of its middle.
"""

import itertools
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from consentkit.bench.truth import EditTruth, RecordingTruth, TruthPiece
from consentkit.domain.coverage import Lane

STEP_S = 0.5
CUT_MARGIN_S = 0.5
_CONTINUES_S = 0.05
"""Two pieces belong together when the source goes on within this."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A stretch of one lane that a tool attributes.

    Attributes:
        lane: Picture or sound.
        start: Second of the edit.
        end: Second of the edit.
        recording: The recording named.
        conversation: The conversation named, by the truth's identifier; empty for none.
        source_start: Second of the recording at ``start``; None when the tool does not say.
        speed: Seconds of the recording per second of the edit.
        confidence: What the tool says of it, 0 to 1.
    """

    lane: Lane
    start: float
    end: float
    recording: str
    conversation: str = ""
    source_start: float | None = None
    speed: float = 1.0
    confidence: float = 1.0


class Outcome(StrEnum):
    """What became of one step; see the module."""

    HIT = "hit"
    MISS = "miss"
    WRONG = "wrong"
    CLAIMED = "claimed"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Step:
    """One judged half second of one lane.

    Attributes:
        edit: Name of the edit.
        lane: Picture or sound.
        at: Its middle, second of the edit.
        outcome: What became of it.
        is_false: It is attributed to a conversation that it is not from.
        is_near_cut: The truth changes close by.
        kinds: Families of transformations there.
        details: The transformations as the truth names them.
        confidence: Of the answer; None without one.
        source_error: Seconds between the source named and the true one; None where not known.
    """

    edit: str
    lane: Lane
    at: float
    outcome: Outcome
    is_false: bool
    is_near_cut: bool
    kinds: frozenset[str]
    details: tuple[str, ...] = ()
    confidence: float | None = None
    source_error: float | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of steps.

    Attributes:
        hits: Right answers.
        misses: Something was there and "unknown" was said.
        wrong: Something else was named than what was there.
        claimed: Something was named where nothing known was.
        quiet: Nothing known, and nothing named.
        false: Attributed to a conversation it is not from; among ``wrong`` and ``claimed``.
    """

    hits: int = 0
    misses: int = 0
    wrong: int = 0
    claimed: int = 0
    quiet: int = 0
    false: int = 0

    @property
    def steps(self) -> int:
        """All of them."""
        return self.hits + self.misses + self.wrong + self.claimed + self.quiet

    @property
    def known(self) -> int:
        """Steps in which something of a recording is."""
        return self.hits + self.misses + self.wrong

    @property
    def precision(self) -> float | None:
        """Hits of all answers; None without answers."""
        answers = self.hits + self.wrong + self.claimed
        return self.hits / answers if answers else None

    @property
    def recall(self) -> float | None:
        """Hits of all that is there; None when nothing is."""
        return self.hits / self.known if self.known else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall; None when nothing is there."""
        if not self.known:
            return None
        return 2 * self.hits / (2 * self.hits + self.misses + 2 * self.wrong + self.claimed)

    @property
    def false_coverage(self) -> float | None:
        """Share of all steps attributed to a conversation they are not from."""
        return self.false / self.steps if self.steps else None


def tally(steps: Iterable[Step]) -> Tally:
    """Return the counts of the steps."""
    kept = list(steps)
    counts = dict.fromkeys(Outcome, 0)
    for step in kept:
        counts[step.outcome] += 1
    return Tally(
        counts[Outcome.HIT],
        counts[Outcome.MISS],
        counts[Outcome.WRONG],
        counts[Outcome.CLAIMED],
        counts[Outcome.QUIET],
        sum(step.is_false for step in kept),
    )


def judge(
    truth: EditTruth,
    answers: Sequence[Answer],
    recordings: Mapping[str, RecordingTruth],
) -> tuple[Step, ...]:
    """Return every half second of both lanes, judged.

    Args:
        truth: The edit's.
        answers: What a tool says; where two of a lane overlap, the first counts.
        recordings: Truths by identifier; they tell which moments of short clips come again.
    """
    steps: list[Step] = []
    for lane in Lane:
        pieces, mine = truth.lane(lane), [item for item in answers if item.lane is lane]
        edges = cuts_of(pieces)
        for count in range(math.floor(truth.duration / STEP_S)):
            at = (count + 0.5) * STEP_S
            piece = next((item for item in pieces if item.start <= at < item.end), None)
            if piece is None:
                continue
            given = next((item for item in mine if item.start <= at < item.end), None)
            outcome, is_false = _outcome(piece, given)
            near = any(abs(at - edge) < CUT_MARGIN_S for edge in edges)
            error = None
            if outcome is Outcome.HIT and given is not None:
                error = _source_error(piece, given, at, recordings)
            steps.append(
                Step(
                    truth.id,
                    lane,
                    at,
                    outcome,
                    is_false,
                    near,
                    piece.kinds,
                    piece.details,
                    given.confidence if given is not None else None,
                    error,
                )
            )
    return tuple(steps)


def cuts_of(pieces: Sequence[TruthPiece]) -> tuple[float, ...]:
    """Return the seconds at which the truth of one lane changes, in order."""
    return tuple(
        after.start
        for before, after in itertools.pairwise(pieces)
        if not _is_continued(before, after)
    )


def border_errors(truth: EditTruth, answers: Sequence[Answer], lane: Lane) -> tuple[float, ...]:
    """Return by how many seconds answered stretches begin and end off the true ones.

    Neighbours of one conversation count as one stretch, in truth and answer. Both ends of every
    true stretch with a conversation are compared with the first and the last answer of the same
    conversation that touches it; a stretch nobody answered is a matter of recall.
    """
    true_runs = _runs(
        (piece.start, piece.end, _name(piece)) for piece in truth.lane(lane) if not piece.is_open
    )
    given_runs = _runs(
        (item.start, item.end, (item.recording, item.conversation))
        for item in answers
        if item.lane is lane
    )
    errors: list[float] = []
    for start, end, name in true_runs:
        if not name[0]:
            continue
        touching = [run for run in given_runs if run[2] == name and run[0] < end and run[1] > start]
        if touching:
            errors.extend((abs(touching[0][0] - start), abs(touching[-1][1] - end)))
    return tuple(errors)


def by_second(
    truth: EditTruth, answers: Sequence[Answer], lane: Lane
) -> tuple[float | None, float | None]:
    """Return precision and recall of "this second is from that recording", asked mid-second."""
    hits = given_count = known = 0
    for second in range(int(truth.duration)):
        at = second + 0.5
        piece = next((item for item in truth.lane(lane) if item.start <= at < item.end), None)
        mine = next(
            (item for item in answers if item.lane is lane and item.start <= at < item.end), None
        )
        known += piece is not None and bool(piece.recording)
        given_count += mine is not None
        hits += (
            mine is not None
            and piece is not None
            and bool(piece.recording)
            and mine.recording == piece.recording
        )
    return (hits / given_count if given_count else None, hits / known if known else None)


def _outcome(piece: TruthPiece, given: Answer | None) -> tuple[Outcome, bool]:
    if given is None:
        return (Outcome.MISS if piece.recording else Outcome.QUIET), False
    if not piece.recording:
        return Outcome.CLAIMED, bool(given.conversation)
    is_named = piece.is_open or given.conversation == piece.conversation
    if given.recording == piece.recording and is_named:
        return Outcome.HIT, False
    return Outcome.WRONG, bool(given.conversation)


def _source_error(
    piece: TruthPiece, given: Answer, at: float, recordings: Mapping[str, RecordingTruth]
) -> float | None:
    if given.source_start is None:
        return None
    true_at = piece.source_at(at)
    said = given.source_start + (at - given.start) * given.speed
    recording = recordings.get(piece.recording)
    encounter = recording.encounter_at(true_at) if recording is not None else None
    same: tuple[float, ...] = (true_at,)
    if encounter is not None and (piece.lane is Lane.PICTURE or encounter.has_own_sound):
        same = encounter.same_moments(true_at)
    return min(abs(said - moment) for moment in same)


def _name(piece: TruthPiece) -> tuple[str, str]:
    return piece.recording, piece.conversation


def _is_continued(before: TruthPiece, after: TruthPiece) -> bool:
    if _name(before) != _name(after) or before.is_open != after.is_open:
        return False
    goes_on = abs(before.source_at(before.end) - after.source_start) <= _CONTINUES_S
    return not before.recording or (goes_on and before.speed == after.speed)


def _runs(
    stretches: Iterable[tuple[float, float, tuple[str, str]]],
) -> list[tuple[float, float, tuple[str, str]]]:
    runs: list[tuple[float, float, tuple[str, str]]] = []
    for start, end, name in sorted(stretches):
        if runs and runs[-1][2] == name and start - runs[-1][1] <= _CONTINUES_S:
            runs[-1] = (runs[-1][0], max(end, runs[-1][1]), name)
        else:
            runs.append((start, end, name))
    return runs
