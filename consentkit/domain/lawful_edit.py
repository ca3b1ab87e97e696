"""The smallest lawful edit: the fewest changed seconds so that a plan passes, and how mildly.

The gate is the judge: what the gate does not ask for is not done. Every person is looked at alone,
with everybody they share stretches with taken out, from the mildest treatment to the strictest.
That finds the least: a rule asks for a person's picture, their sound, or both, so that what has to
change for one person is one set of seconds, whatever is done for others. What one person's cut
takes of another needs nothing more.

A rule that waits for a statement of the creator, or for another plan, is not mended by changing the
video; it is left over, as are rules that no treatment mends.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product

from consentkit.domain.clearance import JudgedSpan
from consentkit.domain.coverage import Lane
from consentkit.domain.gate import Effect, RuleOutcome, decide_publication
from consentkit.domain.gate_facts import GateFacts
from consentkit.domain.gate_scene import State, is_covered
from consentkit.domain.plan import RedactionKind
from consentkit.domain.policy import PolicyPack, Remedy, Verdict
from consentkit.domain.redacted_facts import Cuts, common, redacted_facts
from consentkit.domain.redaction import (
    PICTURE_TREATMENTS,
    SOUND_TREATMENTS,
    Action,
    PersonTreatment,
    Treatment,
    changed_stretches,
    cut_stretches,
)
from consentkit.kernel.timebase import TimeRange, union

_WORDS = frozenset({Remedy.STATE, Remedy.CHANGE_PLAN})
"""Remedies that need no change of the video where a rule only waits to be told."""

_FROM_STRICT = (
    (Treatment.CUT,),
    (Treatment.HIDE_PICTURE,),
    (Treatment.MUTE, Treatment.BLUR_FACE),
    (Treatment.ALTER_VOICE,),
)
_DONE = {
    Treatment.BLUR_FACE: (Lane.PICTURE, (RedactionKind.BLUR_FACE,)),
    Treatment.MUTE: (Lane.SOUND, (RedactionKind.MUTE,)),
    Treatment.ALTER_VOICE: (Lane.SOUND, (RedactionKind.ALTER_VOICE, RedactionKind.MUTE)),
}
"""What a plan may state as done already, so that it need not be done again."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where one person is in a video.

    Attributes:
        person: The record, else the conversation; empty for footage of unknown origin.
        picture: Stretches in which they are seen, as the spans have them.
        sound: Stretches in which they are heard.
        others: Persons who share a stretch with them.
    """

    person: str
    picture: tuple[TimeRange, ...]
    sound: tuple[TimeRange, ...]
    others: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is to be done to a video so that its plan passes.

    Attributes:
        treatments: Of everybody in it, by first appearance; footage of unknown origin comes last.
        actions: What follows, in order of time.
        is_passed: With all this done, the plan passes.
        left: What still blocks, with stretches in seconds of the video before any cut.
        rules: By person, the rules that block without it, the gravest first.
        changed: Stretches that are changed or taken out.
        removed: Stretches among them that are taken out.
    """

    treatments: tuple[PersonTreatment, ...]
    actions: tuple[Action, ...]
    is_passed: bool
    left: tuple[RuleOutcome, ...]
    rules: Mapping[str, tuple[str, ...]]
    changed: tuple[TimeRange, ...]
    removed: tuple[TimeRange, ...]


def persons_of(item: JudgedSpan) -> tuple[str, ...]:
    """Return whom a stretch shows; one empty name where it is of unknown origin."""
    if item.consent_ids:
        return item.consent_ids
    if item.verdict not in {Verdict.BLOCKED, Verdict.UNKNOWN}:
        return ()
    return (item.span.conversation_id,)


def whereabouts(spans: Iterable[JudgedSpan]) -> tuple[Whereabouts, ...]:
    """Return where everybody is, by first appearance; unknown footage comes last."""
    lanes: dict[str, dict[Lane, list[TimeRange]]] = {}
    others: dict[str, set[str]] = {}
    for item in spans:
        persons = persons_of(item)
        for person in persons:
            lanes.setdefault(person, {}).setdefault(item.span.lane, []).append(item.span.edit)
            others.setdefault(person, set()).update(one for one in persons if one != person)
    found = (
        Whereabouts(
            person,
            tuple(lane.get(Lane.PICTURE, ())),
            tuple(lane.get(Lane.SOUND, ())),
            frozenset(others[person]),
        )
        for person, lane in lanes.items()
    )
    return tuple(sorted(found, key=_appearance))


def _appearance(one: Whereabouts) -> tuple[bool, Fraction]:
    return not one.person, min(item.start for item in (*one.picture, *one.sound))


def actions_of(
    where: Whereabouts,
    treatment: PersonTreatment,
    audible: Sequence[TimeRange] | None,
    done: Mapping[Treatment, Sequence[TimeRange]] | None = None,
) -> tuple[Action, ...]:
    """Return what a treatment means for the stretches of a person, in order of time.

    Args:
        where: Where the person is.
        treatment: What is done with them.
        audible: Where anything is heard in the video, as ``union`` gives it; None for everywhere.
        done: What the plan states as done for them already, by treatment.
    """
    made: list[Action] = []
    if treatment.picture is Treatment.CUT:
        stretches: Iterable[TimeRange] = union((*where.picture, *where.sound))
        return tuple(Action(Treatment.CUT, one, where.person) for one in stretches)
    for how, ranges in ((treatment.picture, where.picture), (treatment.sound, where.sound)):
        if how is Treatment.KEEP:
            continue
        before = (done or {}).get(how, ())
        wanted = union(one for one in ranges if not is_covered(one, before))
        if audible is not None and how in SOUND_TREATMENTS:
            # A stretch in which nothing is heard at all is muted whole: something must be stated.
            wanted = common(wanted, audible) or wanted
        made.extend(Action(how, one, where.person) for one in wanted)
    return tuple(sorted(made, key=_order))


def _order(action: Action) -> tuple[TimeRange, str, str]:
    return action.edit, action.treatment.value, action.person


def quiet_in(audible: Sequence[TimeRange] | None, end: Fraction) -> tuple[TimeRange, ...]:
    """Return where nothing is heard until ``end``, given where anything is."""
    if audible is None:
        return ()
    return tuple(Cuts(audible).left_of(TimeRange(Fraction(0), end)))


def propose_edit(
    facts: GateFacts,
    packs: Sequence[PolicyPack],
    audible: Sequence[TimeRange] | None = None,
    chosen: Mapping[str, PersonTreatment] | None = None,
) -> Proposal:
    """Return the fewest changed seconds with which the plan passes, and among those the mildest.

    Args:
        facts: What the gate sees of the video as it is.
        packs: The rules.
        audible: Where anything is heard in the video, as ``union`` gives it: only there is sound
            changed. None when that is not known.
        chosen: Treatments that were chosen by hand; they stay as they are.

    Raises:
        MalformedError: The packs contradict each other or leave the core unasked.
    """
    search = _Search(facts, tuple(packs), audible)
    fixed = {name: one for name, one in (chosen or {}).items() if name in search.where}
    found = dict(fixed)
    for name in search.where:
        if name not in found:
            found[name] = search.mildest(name)
    found = search.relaxed(found, frozenset(fixed))
    return search.proposal(found)


class _Search:
    """The gate, asked about one person after another."""

    def __init__(
        self,
        facts: GateFacts,
        packs: tuple[PolicyPack, ...],
        audible: Sequence[TimeRange] | None,
    ) -> None:
        self.facts = facts
        self.packs = packs
        self.audible = audible
        self.end = max((item.span.edit.end for item in facts.spans), default=Fraction(0))
        self.quiet = quiet_in(audible, self.end)
        self.where = {one.person: one for one in whereabouts(facts.spans)}
        # Nothing stated is taken for nothing done: what is proposed here will be stated.
        self._stated = replace(facts.plan, redactions=facts.plan.redactions or ())
        self._spans: dict[str, list[JudgedSpan]] = {name: [] for name in self.where}
        for item in facts.spans:
            for name in persons_of(item):
                self._spans[name].append(item)

    def actions(self, name: str, treatment: PersonTreatment) -> tuple[Action, ...]:
        """Return what a treatment means for one person."""
        return actions_of(self.where[name], treatment, self.audible, self._done(name))

    def mildest(self, name: str) -> PersonTreatment:
        """Return the mildest treatment that mends all that any treatment of the person mends."""
        goal = self._blocking(name, PersonTreatment(name, Treatment.CUT, Treatment.CUT))
        for option in self._options(name):
            if self._blocking(name, option) <= goal:
                return option
        return PersonTreatment(name, Treatment.CUT, Treatment.CUT)

    def relaxed(
        self, found: Mapping[str, PersonTreatment], fixed: frozenset[str]
    ) -> dict[str, PersonTreatment]:
        """Return the treatments without what the cuts of others do already."""
        cuts = {
            name: self.actions(name, one)
            for name, one in found.items()
            if one.picture is Treatment.CUT
        }
        result = dict(found)
        for name, one in found.items():
            if name in fixed or not cuts or one == PersonTreatment(name):
                continue
            gone = cut_stretches(
                action
                for other, actions in cuts.items()
                if other != name and result[other].picture is Treatment.CUT
                for action in actions
            )
            result[name] = _without(one, self.where[name], gone)
        return result

    def proposal(self, found: Mapping[str, PersonTreatment]) -> Proposal:
        """Return what the treatments come to."""
        actions = tuple(
            sorted(
                (one for name in self.where for one in self.actions(name, found[name])), key=_order
            )
        )
        decision = decide_publication(redacted_facts(self.facts, actions, self.quiet), self.packs)
        cuts = Cuts(cut_stretches(actions))
        left = tuple(
            replace(one, spans=tuple(cuts.before(span) for span in one.spans))
            for one in decision.outcomes
            if one.effect is Effect.BLOCK
        )
        before = decide_publication(self.facts, self.packs)
        is_any_left = not self.facts.spans or cuts.removed_s < self.end
        return Proposal(
            tuple(found[name] for name in self.where),
            actions,
            decision.is_passed and is_any_left,
            left,
            {name: _rules(before.outcomes, left, name) for name in self.where},
            changed_stretches(actions),
            cuts.stretches,
        )

    def _options(self, name: str) -> list[PersonTreatment]:
        """Return what can be done with a person: fewest changed seconds first, then the mildest."""
        where = self.where[name]
        keep = (Treatment.KEEP,)
        pictures = PICTURE_TREATMENTS[:-1] if where.picture else keep
        sounds = SOUND_TREATMENTS[:-1] if where.sound else keep
        options = [PersonTreatment(name, *pair) for pair in product(pictures, sounds)]
        return sorted(options, key=self._cost)

    def _cost(self, option: PersonTreatment) -> tuple[Fraction, tuple[Fraction, ...]]:
        actions = self.actions(option.person, option)
        changed = sum((one.duration for one in changed_stretches(actions)), Fraction(0))
        return changed, harshness(actions)

    def _blocking(self, name: str, option: PersonTreatment) -> frozenset[tuple[str, str, str]]:
        """Return what blocks because of one person, with all others taken out beside them."""
        others = self.where[name].others
        facts = replace(
            self.facts,
            plan=self._stated,
            spans=tuple(self._spans[name]),
            people=tuple(
                one
                for one in self.facts.people
                if one.consent_id == name or one.consent_id in others
            ),
            splices=(),
            is_provisional=False,
        )
        actions = list(self.actions(name, option))
        if option.picture is not Treatment.CUT:
            for other in others:
                hidden = PersonTreatment(other, Treatment.HIDE_PICTURE, Treatment.MUTE)
                actions.extend(actions_of(self.where[other], hidden, self.audible))
        decision = decide_publication(redacted_facts(facts, actions, self.quiet), self.packs)
        return frozenset(
            (one.rule, one.reason, one.detail)
            for one in decision.outcomes
            if one.effect is Effect.BLOCK and not _waits(one) and _concerns(one, name)
        )

    def _done(self, name: str) -> dict[Treatment, tuple[TimeRange, ...]]:
        stated = self.facts.plan.redactions
        if not stated:
            return {}
        everywhere = TimeRange(Fraction(0), self.end)
        return {
            how: union(
                item.edit or everywhere
                for item in stated
                if item.kind in kinds and item.person in {"", name}
            )
            for how, (_lane, kinds) in _DONE.items()
        }


def harshness(actions: Sequence[Action]) -> tuple[Fraction, ...]:
    """Return for how many seconds the strictest treatments are used, then the next; less is milder.

    What is done within a cut, a blur within a hidden picture and an altered voice within a muted
    stretch do not count: nobody sees or hears them.
    """
    ranges = {how: union(one.edit for one in actions if one.treatment is how) for how in Treatment}
    gone = ranges[Treatment.CUT]
    above = {
        Treatment.BLUR_FACE: ranges[Treatment.HIDE_PICTURE],
        Treatment.ALTER_VOICE: ranges[Treatment.MUTE],
    }
    return tuple(
        sum(
            (
                left.duration
                for how in rank
                for one in ranges[how]
                for left in (
                    (one,)
                    if how is Treatment.CUT
                    else Cuts((*gone, *above.get(how, ()))).left_of(one)
                )
            ),
            Fraction(0),
        )
        for rank in _FROM_STRICT
    )


def _concerns(outcome: RuleOutcome, name: str) -> bool:
    return name in outcome.persons if name else not outcome.persons


def _waits(outcome: RuleOutcome) -> bool:
    """Return whether a rule only waits to be told something, or for another plan."""
    return outcome.state is State.CANNOT_TELL and not _WORDS.isdisjoint(outcome.remedies)


def _rules(
    before: Iterable[RuleOutcome], left: Iterable[RuleOutcome], name: str
) -> tuple[str, ...]:
    """Return the rules that block for one person's sake, and would not any more."""
    still = {one.rule for one in left if _concerns(one, name)}
    blocking = (one.rule for one in before if one.effect is Effect.BLOCK and _concerns(one, name))
    return tuple(dict.fromkeys(rule for rule in blocking if rule not in still))


def _without(
    one: PersonTreatment, where: Whereabouts, gone: Sequence[TimeRange]
) -> PersonTreatment:
    """Return a treatment without the lanes of which others' cuts leave nothing."""
    is_seen = not all(is_covered(item, gone) for item in where.picture)
    is_heard = not all(is_covered(item, gone) for item in where.sound)
    if is_seen and is_heard:
        return one
    if not is_seen and not is_heard:
        return PersonTreatment(one.person)
    if one.picture is Treatment.CUT:
        return one
    picture = one.picture if is_seen else Treatment.KEEP
    return PersonTreatment(one.person, picture, one.sound if is_heard else Treatment.KEEP)
