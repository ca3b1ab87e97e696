"""The splice guard: where an edit may change what somebody said.

Nothing here is a judgement: each finding is a place that deserves a look, with the source around
it. An edit that only trims at pauses has none.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from consentkit.domain.conversation import Conversations
from consentkit.domain.coverage import CoverageMap, Lane
from consentkit.domain.evidence import SpokenAnswer
from consentkit.domain.splice_runs import Run, runs_of, stretches_of
from consentkit.kernel.timebase import TimeRange


class SpliceKind(StrEnum):
    """What was done to the order or flow of a conversation."""

    ORDER = "order"  # Later words come before earlier ones.
    CUT_UTTERANCE = "cut_utterance"  # A cut lies inside an utterance.
    OTHER_QUESTION = "other_question"  # An answer follows another question than in the recording.
    SPEED = "speed"  # Faster or slower than it was.


AROUND = Fraction(5)
"""Seconds of the source shown on both sides, as around question and answer (evidence)."""

ORDER_TOLERANCE: Mapping[Lane, Fraction] = {Lane.SOUND: Fraction(1, 2), Lane.PICTURE: Fraction(1)}
"""How far a source may step back before it counts. Borders are known to half a second; where
heads hardly move, the moment of a picture is known less well than that of a sound."""

CUT_MARGIN = Fraction(1, 4)
"""A cut this near the border of an utterance is at the border: the median error of borders."""

EXCHANGE = Fraction(2)
"""With a longer silence between them, two utterances are not heard as question and answer."""

LEAST_REMOVED = Fraction(1)
"""Seconds of speech; what is shorter ("um", "wait") holds no question and no answer."""

SPEED_TOLERANCE = Fraction(1, 50)
"""Slower or faster by less comes from rates like 29.97 for 30 and from clocks."""

LEAST_DRIFT: Mapping[Lane, Fraction] = {Lane.SOUND: Fraction(1, 4), Lane.PICTURE: Fraction(1, 2)}
"""A speed is sustained when it moved the source by more than its places are uncertain."""

_JOIN_SHOWN = Fraction(1, 2)


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


def find_splices(
    coverage: CoverageMap,
    conversations: Mapping[str, Conversations],
    utterances: Mapping[str, Sequence[TimeRange]],
    answers: Mapping[str, Sequence[SpokenAnswer]] | None = None,
) -> tuple[SpliceFinding, ...]:
    """Return every place that deserves a look, in order of time.

    Args:
        coverage: Where the edit comes from.
        conversations: Those of every recording that is matched.
        utterances: By recording, stretches of speech in order; they do not overlap.
        answers: By recording, questions and answers that a listener marked.
    """
    stretches = stretches_of(coverage, conversations)
    runs = runs_of(stretches)
    sound = [run for run in runs if run.lane is Lane.SOUND]
    picture = [run for run in runs if run.lane is Lane.PICTURE]
    found = {
        *_order(runs, coverage),
        *_cut_utterances(sound, picture, utterances, coverage),
        *_other_questions(sound, utterances, coverage),
        *_moved_answers(sound, answers or {}, coverage),
        *_speeds(stretches),
    }
    return tuple(sorted(found, key=lambda one: (one.edit, one.lane, one.kind, one.source)))


def _at_join(before: Run | None, after: Run | None, coverage: CoverageMap) -> TimeRange:
    """Return the place of a join, with half a second on both sides to click on."""
    end = before.edit.end if before else Fraction(0)
    start = after.edit.start if after else coverage.duration
    if before and after and start - end > EXCHANGE:
        end = start
    if not before:
        end = start
    if not after:
        start = end
    return TimeRange(min(start, end), max(start, end)).widened(_JOIN_SHOWN, coverage.duration)


def _finding(
    kind: SpliceKind, run: Run, edit: TimeRange, source: tuple[Fraction, Fraction]
) -> SpliceFinding:
    around = run.around(*source, AROUND)
    return SpliceFinding(kind, run.lane, edit, run.recording_id, run.conversation_id, around)


def _order(runs: Iterable[Run], coverage: CoverageMap) -> Iterator[SpliceFinding]:
    # A run goes back behind the end of the one before it.
    last: dict[tuple[Lane, str, str], Run] = {}
    for run in runs:
        key = (run.lane, run.recording_id, run.conversation_id)
        before = last.get(key)
        last[key] = run
        if before and run.source.start < before.source.end - ORDER_TOLERANCE[run.lane]:
            place = _at_join(None, run, coverage)
            yield _finding(SpliceKind.ORDER, run, place, (run.source.start, run.source.start))


def _utterance_cut_at(utterances: Sequence[TimeRange], moment: Fraction) -> TimeRange | None:
    """Return the utterance that goes on at a moment, not counting its borders."""
    place = bisect_right(utterances, moment, key=lambda one: one.start) - 1
    if place < 0:
        return None
    one = utterances[place]
    is_inside = one.start + CUT_MARGIN < moment < one.end - CUT_MARGIN
    return one if is_inside else None


def _cut_utterances(
    sound: Sequence[Run],
    picture: Sequence[Run],
    utterances: Mapping[str, Sequence[TimeRange]],
    coverage: CoverageMap,
) -> Iterator[SpliceFinding]:
    for before, after in pairwise([None, *sound, None]):
        ended = _cut_end(before, after, picture, utterances)
        begun = _cut_begin(before, after, picture, utterances)
        place = _at_join(before, after, coverage)
        kind = SpliceKind.CUT_UTTERANCE
        if before and after and ended and ended == begun and _is_one(before, after):
            borders = sorted((before.source.end, after.source.start))
            yield _finding(kind, after, place, (borders[0], borders[1]))
            continue
        if before and ended:
            end = _at_join(before, None, coverage)
            yield _finding(kind, before, end, (before.source.end, before.source.end))
        if after and begun:
            start = _at_join(None, after, coverage)
            yield _finding(kind, after, start, (after.source.start, after.source.start))


def _is_one(before: Run, after: Run) -> bool:
    return (before.recording_id, before.conversation_id) == (
        after.recording_id,
        after.conversation_id,
    )


def _cut_end(
    run: Run | None,
    following: Run | None,
    picture: Sequence[Run],
    utterances: Mapping[str, Sequence[TimeRange]],
) -> TimeRange | None:
    if run is None:
        return None
    is_followed = following is not None and following.edit.start == run.edit.end
    if not is_followed and _goes_on_in_picture(run, run.edit.end, picture):
        return None
    return _utterance_cut_at(utterances.get(run.recording_id, ()), run.source.end)


def _cut_begin(
    preceding: Run | None,
    run: Run | None,
    picture: Sequence[Run],
    utterances: Mapping[str, Sequence[TimeRange]],
) -> TimeRange | None:
    if run is None:
        return None
    is_preceded = preceding is not None and preceding.edit.end == run.edit.start
    if not is_preceded and _goes_on_in_picture(run, run.edit.start, picture):
        return None
    return _utterance_cut_at(utterances.get(run.recording_id, ()), run.source.start)


def _goes_on_in_picture(run: Run, moment: Fraction, picture: Sequence[Run]) -> bool:
    """Return whether the picture shows no cut there: then a louder sound hides the words."""
    tolerance = ORDER_TOLERANCE[Lane.PICTURE]
    return any(
        _is_one(run, other)
        and other.edit.start < moment - _JOIN_SHOWN
        and moment + _JOIN_SHOWN < other.edit.end
        and abs(other.source_at(moment) - run.source_at(moment)) <= tolerance
        for other in picture
    )


def _last_heard(run: Run, utterances: Sequence[TimeRange]) -> int | None:
    """Return the place of the last utterance of which half or more is heard."""
    place = bisect_left(utterances, run.source.end, key=lambda one: (one.start + one.end) / 2) - 1
    is_heard = place >= 0 and utterances[place].end > run.source.start
    return place if is_heard else None


def _first_heard(run: Run, utterances: Sequence[TimeRange]) -> int | None:
    place = bisect_left(utterances, run.source.start, key=lambda one: (one.start + one.end) / 2)
    is_heard = place < len(utterances) and utterances[place].start < run.source.end
    return place if is_heard else None


def _other_questions(
    sound: Sequence[Run], utterances: Mapping[str, Sequence[TimeRange]], coverage: CoverageMap
) -> Iterator[SpliceFinding]:
    # An utterance is heard right behind another one than in the recording.
    for before, after in pairwise(sound):
        if not _is_one(before, after) or after.edit.start - before.edit.end > EXCHANGE:
            continue
        spoken = utterances.get(after.recording_id, ())
        last, first = _last_heard(before, spoken), _first_heard(after, spoken)
        if last is None or first is None or first in {last, last + 1}:
            continue
        silence = max(Fraction(0), before.source.end - spoken[last].end)
        silence += max(Fraction(0), spoken[first].start - after.source.start)
        silence += after.edit.start - before.edit.end
        if silence > EXCHANGE:
            continue
        between = spoken[last + 1 : first]
        is_moved = first < last
        if is_moved or sum((one.duration for one in between), Fraction(0)) >= LEAST_REMOVED:
            place = _at_join(before, after, coverage)
            yield _finding(
                SpliceKind.OTHER_QUESTION,
                after,
                place,
                (spoken[first].start, spoken[first].start),
            )


def _moved_answers(
    sound: Sequence[Run], answers: Mapping[str, Sequence[SpokenAnswer]], coverage: CoverageMap
) -> Iterator[SpliceFinding]:
    # A marked answer is heard behind anything but its question.
    for before, after in pairwise(sound):
        if after.edit.start - before.edit.end > EXCHANGE:
            continue
        for spoken in answers.get(after.recording_id, ()):
            is_before = before.recording_id == after.recording_id and _hears(
                before, spoken.question
            )
            if _hears(after, spoken.answer) and not _hears(after, spoken.question):
                if is_before or not _begins_with(after, spoken.answer):
                    continue
                place = _at_join(before, after, coverage)
                source = (spoken.question.start, spoken.answer.end)
                yield _finding(SpliceKind.OTHER_QUESTION, after, place, source)


def _hears(run: Run, stretch: TimeRange) -> bool:
    return run.source.overlap(stretch) * 2 >= stretch.duration > 0


def _begins_with(run: Run, stretch: TimeRange) -> bool:
    return stretch.start - run.source.start <= EXCHANGE


def _speeds(stretches: Sequence[Run]) -> Iterator[SpliceFinding]:
    # Faster or slower: neighbours of one speed count together, however they were cut.
    group: list[Run] = []
    for stretch in stretches:
        if group and not _is_same_speed(group[-1], stretch):
            yield from _speed_finding(group)
            group = []
        if stretch.conversation_id and abs(_speed(stretch) - 1) > SPEED_TOLERANCE:
            group.append(stretch)
    yield from _speed_finding(group)


def _speed(stretch: Run) -> Fraction:
    return stretch.matches[0].speed


def _is_same_speed(before: Run, after: Run) -> bool:
    return (
        before.lane is after.lane
        and _is_one(before, after)
        and after.edit.start == before.edit.end
        and abs(_speed(before) - _speed(after)) <= SPEED_TOLERANCE
    )


def _speed_finding(group: Sequence[Run]) -> Iterator[SpliceFinding]:
    if not group:
        return
    first, last = group[0], group[-1]
    played = sum((run.edit.duration for run in group), Fraction(0))
    speed = sum((_speed(run) * run.edit.duration for run in group), Fraction(0)) / played
    if abs(speed - 1) * played < LEAST_DRIFT[first.lane]:
        return
    start = min(run.source.start for run in group)
    end = max(run.source.end for run in group)
    yield SpliceFinding(
        SpliceKind.SPEED,
        first.lane,
        TimeRange(first.edit.start, last.edit.end),
        first.recording_id,
        first.conversation_id,
        first.around(start, end, AROUND),
        speed.limit_denominator(1000),
    )
