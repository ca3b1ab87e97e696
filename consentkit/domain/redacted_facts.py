"""What the gate sees of a video once something was done to it: blurred, muted, altered or cut.

Invariants kept here:

1. Without actions and silence the facts come back as they are.
2. A cut takes a stretch out of both lanes; what comes after it moves forward.
3. An action is stated for the person it is done for, not for others who happen to be there.
4. A muted stretch counts as muted where all is silent in it that was not muted: silence has nothing
   that could be taken out.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import accumulate

from consentkit.domain.clearance import JudgedSpan
from consentkit.domain.coverage import CoverageMap, Lane, Match, Span
from consentkit.domain.gate_facts import GateFacts
from consentkit.domain.gate_scene import is_covered
from consentkit.domain.plan import Disclosure, PublishPlan, Redaction, RedactionKind
from consentkit.domain.policy import Verdict
from consentkit.domain.redaction import Action, Treatment, cut_stretches
from consentkit.domain.splice import SpliceFinding
from consentkit.kernel.timebase import TimeRange, union

_STATED = {
    Treatment.ALTER_VOICE: (RedactionKind.ALTER_VOICE,),
    Treatment.MUTE: (RedactionKind.MUTE,),
    Treatment.BLUR_FACE: (RedactionKind.BLUR_FACE,),
    # Where nothing is seen, neither a face nor a place is.
    Treatment.HIDE_PICTURE: (RedactionKind.BLUR_FACE, RedactionKind.HIDE_PLACE),
    Treatment.CUT: (),
}
_OF_SOUND = (RedactionKind.MUTE, RedactionKind.ALTER_VOICE)
_EMPTYING = {Lane.PICTURE: Treatment.HIDE_PICTURE, Lane.SOUND: Treatment.MUTE}
"""What leaves nothing in a lane, so that it does not matter any more where it was from."""


class Cuts:
    """The stretches that are taken out of a video, and where everything lies before and after.

    Args:
        stretches: What is taken out, in seconds before any cut.
    """

    def __init__(self, stretches: Iterable[TimeRange]) -> None:
        self.stretches = union(one for one in stretches if one.duration > 0)
        self._starts = [one.start for one in self.stretches]
        self._ends = [one.end for one in self.stretches]
        self._gone = [
            Fraction(0),
            *accumulate((one.duration for one in self.stretches), initial=Fraction(0)),
        ][1:]
        self._left = [start - gone for start, gone in zip(self._starts, self._gone, strict=False)]

    @property
    def removed_s(self) -> Fraction:
        """Seconds that are taken out."""
        return self._gone[-1]

    def moved(self, moment: Fraction) -> Fraction:
        """Return where a moment lies after the cuts; one within a cut lies where it was."""
        place = bisect_left(self._starts, moment)
        if not place:
            return moment
        return (
            moment
            - self._gone[place - 1]
            - min(moment - self._starts[place - 1], self.stretches[place - 1].duration)
        )

    def before(self, stretch: TimeRange) -> TimeRange:
        """Return where a stretch that lies so after the cuts lay before them."""
        start, end = (
            moment + self._gone[find(self._left, moment)]
            for find, moment in ((bisect_right, stretch.start), (bisect_left, stretch.end))
        )
        return TimeRange(start, max(start, end))

    def left_of(self, stretch: TimeRange) -> Iterator[TimeRange]:
        """Yield what the cuts leave of a stretch, in seconds before them."""
        position = stretch.start
        place = bisect_right(self._ends, stretch.start)
        for cut in self.stretches[place:]:
            if cut.start >= stretch.end:
                break
            if cut.start > position:
                yield TimeRange(position, cut.start)
            position = max(position, cut.end)
        if position < stretch.end:
            yield TimeRange(position, stretch.end)

    def after(self, stretch: TimeRange) -> TimeRange | None:
        """Return where a stretch lies after the cuts; None if nothing of it is left."""
        found = TimeRange(self.moved(stretch.start), self.moved(stretch.end))
        return found if found.duration > 0 else None


def common(first: Sequence[TimeRange], second: Sequence[TimeRange]) -> tuple[TimeRange, ...]:
    """Return where both lists, as ``union`` gives them, have a stretch; in order."""
    found: list[TimeRange] = []
    place = 0
    for one in first:
        place = max(0, bisect_right(second, one.start, key=lambda other: other.end))
        for other in second[place:]:
            if other.start >= one.end:
                break
            found.append(TimeRange(max(one.start, other.start), min(one.end, other.end)))
    return tuple(item for item in found if item.duration > 0)


@dataclass(frozen=True, slots=True)
class Silence:
    """Where there is nothing that could be muted.

    Attributes:
        everywhere: Where nothing at all is heard in the video, as ``union`` gives it.
        of: By person, where they are not heard although others may be: known where a recording
            has a track of its own for them.
    """

    everywhere: tuple[TimeRange, ...] = ()
    of: Mapping[str, tuple[TimeRange, ...]] = field(default_factory=dict)

    def around(self, person: str) -> tuple[TimeRange, ...]:
        """Return where one person is not heard, as ``union`` gives it."""
        return union((*self.everywhere, *self.of.get(person, ())))


NO_SILENCE = Silence()


def redacted_facts(
    facts: GateFacts, actions: Sequence[Action], silence: Silence = NO_SILENCE
) -> GateFacts:
    """Return what the gate would see of the video after the actions.

    Args:
        facts: What it sees of the video as it is.
        actions: What is done.
        silence: Where there is nothing to mute.
    """
    if not actions and not silence.everywhere:
        return facts
    cuts = Cuts(cut_stretches(actions))
    emptied = {
        lane: _emptied(actions, how, lane, silence.everywhere) for lane, how in _EMPTYING.items()
    }
    spans = tuple(
        piece
        for item in facts.spans
        for piece in _cut_span(_settled(item, emptied[item.span.lane]), cuts)
    )
    present = {one for item in spans for one in item.consent_ids}
    plan = facts.plan
    shown = {item.person for item in (*(plan.thumbnail or ()), *(plan.title or ()))}
    return replace(
        facts,
        plan=redacted_plan(plan, actions, silence),
        spans=spans,
        people=tuple(one for one in facts.people if one.consent_id in present | shown),
        splices=None if facts.splices is None else tuple(_cut_splices(facts.splices, cuts)),
    )


def redacted_plan(
    plan: PublishPlan, actions: Sequence[Action], silence: Silence = NO_SILENCE
) -> PublishPlan:
    """Return the plan for the video after the actions: it states what was done, in its new time.

    Args:
        plan: The plan for the video as it is.
        actions: What is done.
        silence: Where there is nothing to mute.
    """
    if not actions:
        return plan
    cuts = Cuts(cut_stretches(actions))
    done: dict[tuple[RedactionKind, str], list[TimeRange]] = {}
    for action in actions:
        if action.treatment is Treatment.BLUR_FACE and not action.person:
            continue  # A box that was drawn by hand blurs nobody by name.
        for kind in _STATED[action.treatment]:
            done.setdefault((kind, action.person), []).append(action.edit)
    for (kind, person), stretches in done.items():
        # Stated for nobody by name it would count for everybody.
        if kind in _OF_SOUND and person:
            stretches.extend(silence.around(person))
    made = [
        Redaction(kind, person, moved)
        for (kind, person), stretches in done.items()
        for moved in union(_moved(stretches, cuts))
    ]
    before = [
        replace(item, edit=moved)
        for item in plan.redactions or ()
        for moved in (_moved([item.edit], cuts) if item.edit is not None else (None,))
    ]
    told = [
        Disclosure(moved, item.note)
        for item in plan.disclosures
        for moved in _moved([item.edit], cuts)
    ]
    return replace(plan, redactions=(*before, *made), disclosures=tuple(told))


def cut_coverage(coverage: CoverageMap, cuts: Cuts) -> CoverageMap:
    """Return where a video comes from once stretches of it were taken out."""
    matches = tuple(
        piece for match in coverage.matches for piece in _cut_match(match, match.edit, cuts)
    )
    return replace(coverage, duration=coverage.duration - cuts.removed_s, matches=matches)


def emptied_coverage(coverage: CoverageMap, actions: Sequence[Action]) -> CoverageMap:
    """Return where a video comes from, but where nothing is left of footage of unknown origin."""
    gone = {
        lane: Cuts(one.edit for one in actions if one.treatment is how and not one.person)
        for lane, how in _EMPTYING.items()
    }
    matches = tuple(
        replace(match, edit=piece, source_start=match.source_at(piece.start))
        for match in coverage.matches
        for piece in gone[match.lane].left_of(match.edit)
    )
    return replace(coverage, matches=matches)


def _moved(stretches: Iterable[TimeRange], cuts: Cuts) -> Iterator[TimeRange]:
    for one in stretches:
        moved = cuts.after(one)
        if moved is not None:
            yield moved


def _emptied(
    actions: Iterable[Action], how: Treatment, lane: Lane, quiet: Sequence[TimeRange]
) -> tuple[TimeRange, ...]:
    done = [action.edit for action in actions if action.treatment is how]
    return union([*done, *quiet]) if lane is Lane.SOUND else union(done)


def _settled(item: JudgedSpan, emptied: Sequence[TimeRange]) -> JudgedSpan:
    """Return a stretch of unknown origin as one with nothing in it, where nothing is left of it."""
    if item.verdict is not Verdict.UNKNOWN or not is_covered(item.span.edit, emptied):
        return item
    return JudgedSpan(Span(item.span.lane, item.span.edit), Verdict.OWN)


def _cut_span(item: JudgedSpan, cuts: Cuts) -> Iterator[JudgedSpan]:
    span = item.span
    if not cuts.stretches:
        yield item
        return
    for piece in cuts.left_of(span.edit):
        edit = TimeRange(cuts.moved(piece.start), cuts.moved(piece.end))
        match = span.match
        if match is not None:
            match = replace(match, edit=edit, source_start=match.source_at(piece.start))
        yield replace(item, span=replace(span, edit=edit, match=match))


def _cut_match(match: Match, edit: TimeRange, cuts: Cuts) -> Iterator[Match]:
    for piece in cuts.left_of(edit):
        moved = TimeRange(cuts.moved(piece.start), cuts.moved(piece.end))
        yield replace(match, edit=moved, source_start=match.source_at(piece.start))


def _cut_splices(splices: Iterable[SpliceFinding], cuts: Cuts) -> Iterator[SpliceFinding]:
    for one in splices:
        moved = cuts.after(one.edit)
        # A finding may be a single moment; it stays unless a cut took it out.
        if moved is None and not any(cut.encloses(one.edit) for cut in cuts.stretches):
            moved = TimeRange(cuts.moved(one.edit.start), cuts.moved(one.edit.end))
        if moved is not None:
            yield replace(one, edit=moved)
