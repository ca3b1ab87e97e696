"""The smallest lawful edit: the fewest changed seconds so that a plan passes, and how mildly.

The gate is the judge: what the gate does not ask for is not done. Everybody is looked at alone,
with those they share stretches with taken out, from the mildest treatment to the strictest. For
given cuts that finds the least: a rule asks for a person's picture, their sound, or both, so that
what has to change for one person is one set of seconds, whatever is done for others. Only a cut
reaches others: it may take somebody's picture away and leave their voice. Whom to cut is therefore
tried in every combination of few people, and one by one among many.

A rule that waits for a statement of the creator, or for another plan, is not mended by changing the
video; it is left over, as are rules that no treatment mends.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations, product

from consentkit.domain.clearance import JudgedSpan
from consentkit.domain.coverage import Lane
from consentkit.domain.gate import Effect, RuleOutcome, decide_publication
from consentkit.domain.gate_facts import GateFacts
from consentkit.domain.gate_scene import State, is_covered
from consentkit.domain.plan import RedactionKind
from consentkit.domain.policy import PolicyPack, Remedy, Verdict
from consentkit.domain.redacted_facts import (
    NO_SILENCE,
    Cuts,
    Silence,
    common,
    redacted_facts,
)
from consentkit.domain.redaction import (
    PICTURE_TREATMENTS,
    SOUND_TREATMENTS,
    Action,
    PersonTreatment,
    Treatment,
    changed_stretches,
    cut_stretches,
)
from consentkit.domain.splice import SpliceFinding
from consentkit.kernel.timebase import TimeRange, union

_WORDS = frozenset({Remedy.STATE, Remedy.CHANGE_PLAN})
"""Remedies that need no change of the video where a rule only waits to be told."""

_FROM_STRICT = (
    (Treatment.CUT,),
    (Treatment.HIDE_PICTURE,),
    (Treatment.MUTE, Treatment.BLUR_FACE),
    (Treatment.ALTER_VOICE,),
)
_ALL_COMBINATIONS = 4
"""So many people at once are few: sixteen combinations of whom to cut."""

_DONE = {
    Treatment.BLUR_FACE: (Lane.PICTURE, (RedactionKind.BLUR_FACE,)),
    Treatment.MUTE: (Lane.SOUND, (RedactionKind.MUTE,)),
    Treatment.ALTER_VOICE: (Lane.SOUND, (RedactionKind.ALTER_VOICE, RedactionKind.MUTE)),
}
"""What a plan may state as done already, so that it need not be done again."""


Cost = tuple[Fraction, ...]
SplicesAfter = Callable[[Cuts], tuple[SpliceFinding, ...]]


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
    silent: Sequence[TimeRange] = (),
    done: Mapping[Treatment, Sequence[TimeRange]] | None = None,
) -> tuple[Action, ...]:
    """Return what a treatment means for the stretches of a person, in order of time.

    Args:
        where: Where the person is.
        treatment: What is done with them.
        silent: Where the person is not heard in the video, as ``union`` gives it.
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
        if how in SOUND_TREATMENTS:
            heard = Cuts(silent)
            # Where nothing is heard of somebody all is muted: something must be stated of them.
            wanted = tuple(piece for one in wanted for piece in heard.left_of(one)) or wanted
        made.extend(Action(how, one, where.person) for one in wanted)
    return tuple(sorted(made, key=_order))


def _order(action: Action) -> tuple[TimeRange, str, str]:
    return action.edit, action.treatment.value, action.person


def propose_edit(
    facts: GateFacts,
    packs: Sequence[PolicyPack],
    silence: Silence = NO_SILENCE,
    chosen: Mapping[str, PersonTreatment] | None = None,
    splices_after: SplicesAfter | None = None,
) -> Proposal:
    """Return the fewest changed seconds with which the plan passes, and among those the mildest.

    Args:
        facts: What the gate sees of the video as it is.
        packs: The rules.
        silence: Where there is nothing to mute; sound is changed elsewhere only.
        chosen: Treatments that were chosen by hand; they stay as they are.
        splices_after: Gives what the splice guard finds once cuts were made, since a cut may change
            what somebody said; without it only what it found before is moved.

    Raises:
        MalformedError: The packs contradict each other or leave the core unasked.
    """
    search = _Search(facts, tuple(packs), silence, chosen or {})
    return search.proposal(search.polished(search.least()), splices_after)


class _Search:
    """The gate, asked about one person after another."""

    def __init__(
        self,
        facts: GateFacts,
        packs: tuple[PolicyPack, ...],
        silence: Silence,
        chosen: Mapping[str, PersonTreatment],
    ) -> None:
        self.facts = facts
        self.packs = packs
        self.silence = silence
        self.end = max((item.span.edit.end for item in facts.spans), default=Fraction(0))
        self.where = {one.person: one for one in whereabouts(facts.spans)}
        self.fixed = {name: one for name, one in chosen.items() if name in self.where}
        # Nothing stated is taken for nothing done: what is proposed here will be stated.
        self._stated = replace(facts.plan, redactions=facts.plan.redactions or ())
        self._spans: dict[str, list[JudgedSpan]] = {name: [] for name in self.where}
        for item in facts.spans:
            for name in persons_of(item):
                self._spans[name].append(item)
        self._ranges = {name: union((*one.picture, *one.sound)) for name, one in self.where.items()}
        self._beside = self._entangled()
        self._found: dict[tuple[str, frozenset[str]], PersonTreatment | None] = {}
        self._fitting: dict[tuple[str, PersonTreatment, frozenset[str]], bool] = {}
        self._goals: dict[str, frozenset[tuple[str, str, str]]] = {}
        self._hidden: dict[str, tuple[Action, ...]] = {}

    def _entangled(self) -> dict[str, frozenset[str]]:
        """Return by person who else is seen or heard at the same time."""
        return {
            name: frozenset(
                other
                for other, theirs in self._ranges.items()
                if other != name and common(mine, theirs)
            )
            for name, mine in self._ranges.items()
        }

    # ── whom to cut ──

    def least(self) -> dict[str, PersonTreatment]:
        """Return the treatments that change the fewest seconds, and among those the mildest."""
        free = [name for name in self.where if name not in self.fixed]
        needed = frozenset(name for name in free if self._mildest(name, frozenset()) is None)
        entangled = frozenset(name for name in free if self._beside[name])
        if len(entangled) <= _ALL_COMBINATIONS:
            alone = needed - entangled
            sets = [
                alone | frozenset(some)
                for count in range(len(entangled) + 1)
                for some in combinations(sorted(entangled), count)
            ]
            return self._best(sets)
        return self._improved(needed)

    def _best(self, sets: Iterable[frozenset[str]]) -> dict[str, PersonTreatment]:
        found = [one for one in (self._settled(cut) for cut in sets) if one is not None]
        return min(found, key=self._total)

    def _improved(self, cut: frozenset[str]) -> dict[str, PersonTreatment]:
        """Return the treatments after trying whom else to cut, or not to cut, one by one."""
        best = self._settled(cut) or self._all_cut()
        cost = self._total(best)
        for name in self.where:
            is_tried = (
                self._loses_a_lane(name, cut) if name in cut else self._takes_a_lane(name, best)
            )
            if name in self.fixed or not is_tried:
                continue
            trial = self._settled(cut ^ {name})
            if trial is not None and (total := self._total(trial)) < cost:
                best, cost, cut = trial, total, cut ^ {name}
        return best

    def _loses_a_lane(self, name: str, cut: frozenset[str]) -> bool:
        """Return whether the cuts of others take all that is seen, or heard, of a person."""
        gone = self._gone(name, cut & self._beside[name])
        where = self.where[name]
        lanes = (lane for lane in (where.picture, where.sound) if lane)
        return any(all(is_covered(one, gone) for one in lane) for lane in lanes)

    def _takes_a_lane(self, name: str, found: Mapping[str, PersonTreatment]) -> bool:
        """Return whether cutting a person takes one lane of somebody else who is changed."""
        for other in self._beside[name]:
            where = self.where[other]
            if found[other] == _kept(other) or not (where.picture and where.sound):
                continue
            lanes = (where.picture, where.sound)
            gone = [all(is_covered(one, self._ranges[name]) for one in lane) for lane in lanes]
            if any(gone):
                return True
        return False

    def _all_cut(self) -> dict[str, PersonTreatment]:
        return {
            name: self.fixed.get(name) or PersonTreatment(name, Treatment.CUT, Treatment.CUT)
            for name in self.where
        }

    def _settled(self, cut: frozenset[str]) -> dict[str, PersonTreatment] | None:
        """Return the mildest treatments where these persons are cut; None if that is too few."""
        made: dict[str, PersonTreatment] = {}
        for name in self.where:
            one = self.fixed.get(name)
            if one is None and name in cut:
                one = PersonTreatment(name, Treatment.CUT, Treatment.CUT)
            elif one is None:
                one = self._mildest(name, cut & self._beside[name])
            if one is None:
                return None
            made[name] = one
        return made

    def _total(self, found: Mapping[str, PersonTreatment]) -> Cost:
        return cost_of([one for name in self.where for one in self.actions(name, found[name])])

    def polished(self, found: dict[str, PersonTreatment]) -> dict[str, PersonTreatment]:
        """Return the treatments without what costs less beside what is done for others."""
        cost: Cost | None = None
        is_better = True
        while is_better:
            is_better = False
            for name, now in found.items():
                for option in self._others_than(name, now, found):
                    cost = cost or self._total(found)
                    trial = {**found, name: option}
                    if (total := self._total(trial)) < cost:
                        found, cost, is_better = trial, total, True
        return found

    def _others_than(
        self, name: str, now: PersonTreatment, found: Mapping[str, PersonTreatment]
    ) -> Iterator[PersonTreatment]:
        """Yield what fits as well for somebody who shares stretches, and is milder in one lane."""
        if name in self.fixed or not self.where[name].others or now.picture is Treatment.CUT:
            return
        cut = self._cut_beside(name, found)
        for option in self._options(name, self._gone(name, cut)):
            if _is_milder_in_a_lane(option, now) and self._fits(name, option, cut):
                yield option

    def _cut_beside(self, name: str, found: Mapping[str, PersonTreatment]) -> frozenset[str]:
        return frozenset(
            one
            for one in self._beside[name]
            if one not in self.fixed and found[one].picture is Treatment.CUT
        )

    # ── one person ──

    def actions(self, name: str, treatment: PersonTreatment) -> tuple[Action, ...]:
        """Return what a treatment means for one person."""
        return actions_of(self.where[name], treatment, self.silence.around(name), self._done(name))

    def _mildest(self, name: str, cut: frozenset[str]) -> PersonTreatment | None:
        """Return the mildest treatment that mends all that cutting the person would mend.

        Args:
            name: The person.
            cut: Who else is cut, of those seen or heard at the same time.

        Returns:
            None if nothing but a cut does.
        """
        key = (name, cut)
        if key not in self._found:
            options = self._options(name, self._gone(name, cut))
            fitting = (one for one in options if self._fits(name, one, cut))
            self._found[key] = next(fitting, None)
        return self._found[key]

    def _gone(self, name: str, cut: frozenset[str]) -> tuple[TimeRange, ...]:
        """Return the cuts at times of one person: of those given, and of those chosen by hand."""
        fixed = (
            one
            for one in self._beside[name] & self.fixed.keys()
            if self.fixed[one].picture is Treatment.CUT
        )
        return union(one for other in (*cut, *fixed) for one in self._ranges[other])

    def _fits(self, name: str, option: PersonTreatment, cut: frozenset[str]) -> bool:
        """Return whether a treatment mends all that cutting the person would mend."""
        key = (name, option, cut)
        if key not in self._fitting:
            blocking = self._blocking(name, option, self._gone(name, cut))
            self._fitting[key] = not blocking or blocking <= self._goal(name)
        return self._fitting[key]

    def _goal(self, name: str) -> frozenset[tuple[str, str, str]]:
        if name not in self._goals:
            whole_cut = PersonTreatment(name, Treatment.CUT, Treatment.CUT)
            self._goals[name] = self._blocking(name, whole_cut, ())
        return self._goals[name]

    def proposal(
        self, found: Mapping[str, PersonTreatment], splices_after: SplicesAfter | None
    ) -> Proposal:
        """Return what the treatments come to."""
        actions = tuple(
            sorted(
                (one for name in self.where for one in self.actions(name, found[name])), key=_order
            )
        )
        seen = redacted_facts(self.facts, actions, self.silence)
        cuts = Cuts(cut_stretches(actions))
        if splices_after is not None and cuts.stretches and seen.splices is not None:
            seen = replace(seen, splices=splices_after(cuts))
        decision = decide_publication(seen, self.packs)
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

    def _options(self, name: str, gone: Sequence[TimeRange]) -> list[PersonTreatment]:
        """Return what can be done with a person: fewest changed seconds first, then the mildest."""
        where = self.where[name]
        keep = (Treatment.KEEP,)
        is_seen, is_heard = (
            any(not is_covered(one, gone) for one in lane) for lane in (where.picture, where.sound)
        )
        pictures = PICTURE_TREATMENTS[:-1] if is_seen else keep
        sounds = SOUND_TREATMENTS[:-1] if is_heard else keep
        options = [PersonTreatment(name, *pair) for pair in product(pictures, sounds)]
        cuts = [Action(Treatment.CUT, one) for one in gone]

        return sorted(options, key=lambda one: cost_of([*cuts, *self.actions(name, one)]))

    def _blocking(
        self, name: str, option: PersonTreatment, gone: Sequence[TimeRange]
    ) -> frozenset[tuple[str, str, str]]:
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
        actions = [*self.actions(name, option), *(Action(Treatment.CUT, one) for one in gone)]
        if option.picture is not Treatment.CUT:
            actions.extend(self._others_hidden(name))
        decision = decide_publication(redacted_facts(facts, actions, self.silence), self.packs)
        return frozenset(
            (one.rule, one.reason, one.detail)
            for one in decision.outcomes
            if one.effect is Effect.BLOCK and not _waits(one) and _concerns(one, name)
        )

    def _others_hidden(self, name: str) -> tuple[Action, ...]:
        """Return what takes everybody else out of the stretches of one person."""
        if name not in self._hidden:
            self._hidden[name] = tuple(
                action
                for where in whereabouts(self._spans[name])
                if where.person != name
                for action in actions_of(
                    where, PersonTreatment(where.person, Treatment.HIDE_PICTURE, Treatment.MUTE)
                )
            )
        return self._hidden[name]

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


def cost_of(actions: Sequence[Action]) -> Cost:
    """Return what actions cost; less is less.

    First the seconds of the video that change, then those of picture and sound counted apart, then
    for how many the strictest treatment is used, the next, and so on. What is done within a cut, a
    blur within a hidden picture and an altered voice within a muted stretch do not count: nobody
    sees or hears them.
    """
    ranges = {how: union(one.edit for one in actions if one.treatment is how) for how in Treatment}
    gone = ranges[Treatment.CUT]
    above = {
        Treatment.BLUR_FACE: ranges[Treatment.HIDE_PICTURE],
        Treatment.ALTER_VOICE: ranges[Treatment.MUTE],
    }
    by_rank = tuple(
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
    changed = sum((one.duration for one in changed_stretches(actions)), Fraction(0))
    # A cut takes picture and sound.
    return changed, by_rank[0] + sum(by_rank), *by_rank


def _is_milder_in_a_lane(option: PersonTreatment, now: PersonTreatment) -> bool:
    """Return whether a treatment is milder in picture or sound; else it is never cheaper."""
    order = tuple(Treatment)
    return order.index(option.picture) < order.index(now.picture) or order.index(
        option.sound
    ) < order.index(now.sound)


def _kept(name: str) -> PersonTreatment:
    return PersonTreatment(name)


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
