"""The facts of a decision, arranged so that rules can be asked quickly: who is where in the video.

``Finding`` is what a predicate answers: pass, fail or cannot tell, with a reason.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from consentkit.domain.clearance import JudgedSpan
from consentkit.domain.coverage import Lane
from consentkit.domain.gate_facts import GateFacts, LeafFacts, PersonFacts
from consentkit.domain.plan import AgeDoubt, DeclaredFact, PublishPlan, RedactionKind
from consentkit.domain.policy import Remedy
from consentkit.domain.scope import Purpose
from consentkit.kernel.timebase import TimeRange, union


class State(StrEnum):
    """How a predicate answers, from mild to strict."""

    PASS = "pass"  # noqa: S105 -- not a password
    CANNOT_TELL = "cannot-tell"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer of a predicate.

    Attributes:
        state: Pass, fail or cannot tell.
        reason: Stable code of why; empty for a plain pass.
        detail: A value for the sentence, like a purpose; never about a person.
        is_declared: It rests on what the creator stated.
        spans: Stretches of the edit concerned, where they are not simply those of the person.
        persons: Records or conversations concerned, for a rule asked of the whole video.
        remedies: Those of the rule's remedies that help; None where all of them may.
    """

    state: State
    reason: str = ""
    detail: str = ""
    is_declared: bool = False
    spans: tuple[TimeRange, ...] = ()
    persons: tuple[str, ...] = ()
    remedies: frozenset[Remedy] | None = None


PASSED = Finding(State.PASS)
NOT_CONCERNED = Finding(State.PASS, "not-concerned")
DECLARED = Finding(State.PASS, "declared", is_declared=True)


def failed(reason: str, detail: str = "", *, is_declared: bool = False) -> Finding:
    """Return that a rule does not hold."""
    return Finding(State.FAIL, reason, detail, is_declared)


def cannot_tell(reason: str, detail: str = "") -> Finding:
    """Return that nobody can say whether a rule holds."""
    return Finding(State.CANNOT_TELL, reason, detail)


def is_covered(stretch: TimeRange, by: Sequence[TimeRange]) -> bool:
    """Return whether all of a stretch lies in one of the stretches ``by``, as ``union`` gives."""
    place = bisect_right(by, stretch.start, key=lambda one: one.start) - 1
    return place >= 0 and by[place].encloses(stretch)


@dataclass(frozen=True, slots=True)
class Presence:
    """Where one person is in the edit.

    Attributes:
        picture: Stretches in which the person is seen.
        sound: Stretches in which the person is heard.
        first_used: Recording and earliest second of it that is used, for every recording.
        is_hidden: Blurred wherever seen and muted wherever heard.
    """

    picture: tuple[TimeRange, ...] = ()
    sound: tuple[TimeRange, ...] = ()
    first_used: tuple[tuple[str, Fraction], ...] = ()
    is_hidden: bool = False

    def ranges(self, lane: Lane) -> tuple[TimeRange, ...]:
        """Return the stretches of one lane."""
        return self.picture if lane is Lane.PICTURE else self.sound


NOWHERE = Presence()


_Done = tuple[tuple[RedactionKind, ...], tuple[str, ...]]


class Scene:
    """The facts of one decision with what follows from them.

    Args:
        facts: The facts.

    Attributes:
        facts: The facts.
        plan: The plan among them.
        people: Persons by their records.
        taken_out: Persons who are blurred wherever seen, muted wherever heard, and neither in the
            thumbnail nor in the title.
    """

    def __init__(self, facts: GateFacts) -> None:
        self.facts = facts
        self.plan = facts.plan
        self._redacted = _redactions(facts.plan)
        self._done: dict[_Done, tuple[TimeRange, ...]] = {}
        self._declared = {(item.fact, item.person): item.is_true for item in facts.plan.declared}
        self._doubts = {item.person: item for item in facts.plan.doubts or ()}
        self._presence = self._present(facts.spans)
        self._stretches: dict[tuple[str, ...], tuple[TimeRange, ...]] = {}
        self.people: Mapping[str, PersonFacts] = {
            person.consent_id: person for person in facts.people
        }
        shown = (*(facts.plan.thumbnail or ()), *(facts.plan.title or ()))
        self._shown = frozenset(item.person for item in shown)
        hidden = (one for one, presence in self._presence.items() if presence.is_hidden)
        self.taken_out = frozenset(hidden) - self._shown

    def presence(self, person: PersonFacts) -> Presence:
        """Return where a person is in the edit; a person of the thumbnail alone is nowhere."""
        return self._presence.get(person.consent_id, NOWHERE)

    def is_in_edit(self, person: PersonFacts) -> bool:
        """Return whether a person is seen or heard in the edit."""
        return person.consent_id in self._presence

    def stretches(self, persons: tuple[str, ...]) -> tuple[TimeRange, ...]:
        """Return where any of the persons is seen or heard."""
        known = self._stretches.get(persons)
        if known is None:
            found = (self._presence.get(person, NOWHERE) for person in persons)
            known = union(one for item in found for one in (*item.picture, *item.sound))
            self._stretches[persons] = known
        return known

    def stated(self, fact: DeclaredFact, person: PersonFacts | None = None) -> bool | None:
        """Return what was stated of a person, else of everybody; None when nothing was."""
        of_all = self._declared.get((fact, ""))
        return of_all if person is None else self._declared.get((fact, person.consent_id), of_all)

    def settled(
        self, fact: DeclaredFact, person: PersonFacts | None, reason: str, detail: str = ""
    ) -> Finding:
        """Return what a statement settles: pass where it is true, and cannot tell without one."""
        stated = self.stated(fact, person)
        if stated is None:
            return cannot_tell(reason, detail)
        return DECLARED if stated else failed(reason, detail, is_declared=True)

    def doubt(self, person: PersonFacts) -> AgeDoubt | None:
        """Return the doubt about a person's age, if one was stated."""
        return self._doubts.get(person.consent_id)

    def redacted(self, kinds: Iterable[RedactionKind], *persons: str) -> tuple[TimeRange, ...]:
        """Return the stretches in which one of ``kinds`` was done for one of the persons."""
        key = (tuple(kinds), persons)
        known = self._done.get(key)
        if known is None:
            known = self._done[key] = union(
                item
                for kind in key[0]
                for person in ("", *persons)
                for item in self._redacted.get((kind, person), ())
            )
        return known

    def used_purposes(self, person: PersonFacts) -> tuple[Purpose, ...]:
        """Return for which purposes the plan uses a person, as far as it states them."""
        plan, wanted = self.plan, []
        if self.is_in_edit(person):
            wanted.append(Purpose.PUBLISH)
            if plan.is_monetised:
                wanted.append(Purpose.MONETISE_ADS)
            if plan.sponsor:
                wanted.append(Purpose.ADVERTISE_SPONSOR)
        if person.consent_id in self._shown:
            wanted.append(Purpose.THUMBNAIL)
        return tuple(wanted)

    def used_leaves(self, person: PersonFacts) -> tuple[LeafFacts, ...]:
        """Return the permissions there are for what the plan uses a person for."""
        found = (person.leaf(purpose) for purpose in self.used_purposes(person))
        return tuple(leaf for leaf in found if leaf is not None)

    def _present(self, spans: Iterable[JudgedSpan]) -> dict[str, Presence]:
        lanes: dict[str, dict[Lane, list[TimeRange]]] = {}
        firsts: dict[str, dict[str, Fraction]] = {}
        for item in spans:
            match = item.span.match
            for person in item.consent_ids:
                lanes.setdefault(person, {}).setdefault(item.span.lane, []).append(item.span.edit)
                if match is not None:
                    first = firsts.setdefault(person, {})
                    begins = max(_START, match.source_start)
                    if begins < first.get(match.recording_id, begins + 1):
                        first[match.recording_id] = begins
        return {
            person: self._presence_of(person, found, firsts.get(person, {}))
            for person, found in lanes.items()
        }

    def _presence_of(
        self,
        person: str,
        found: Mapping[Lane, list[TimeRange]],
        firsts: Mapping[str, Fraction],
    ) -> Presence:
        picture, sound = (tuple(found.get(lane, ())) for lane in (Lane.PICTURE, Lane.SOUND))
        is_hidden = False
        if self._redacted:
            blurred = self.redacted([RedactionKind.BLUR_FACE], person)
            muted = self.redacted([RedactionKind.MUTE], person)
            is_hidden = all(is_covered(item, blurred) for item in picture) and all(
                is_covered(item, muted) for item in sound
            )
        return Presence(picture, sound, tuple(firsts.items()), is_hidden)


_START = Fraction(0)
EVERYWHERE = TimeRange(Fraction(0), Fraction(10**9))
"""Longer than any video: what is stated without a limit of time."""


def _redactions(plan: PublishPlan) -> dict[tuple[RedactionKind, str], list[TimeRange]]:
    found: dict[tuple[RedactionKind, str], list[TimeRange]] = {}
    for item in plan.redactions or ():
        found.setdefault((item.kind, item.person), []).append(item.edit or EVERYWHERE)
    return found
