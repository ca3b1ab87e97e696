"""Behaviour of the decision on a plan: how it is read, and what its buttons do; no widget."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Protocol

from consentkit.domain.gate import Effect
from consentkit.domain.plan import DeclaredFact
from consentkit.domain.policy import Remedy
from consentkit.services.check_reading import Matter, people_of
from consentkit.services.check_views import EditCheck
from consentkit.services.decision_reading import (
    Line,
    LineGroup,
    PlanField,
    by_person,
    by_rule,
    facts_of,
    field_of,
    override_of,
    unknown_matters,
)
from consentkit.ui.check.plan_presenter import PlanPresenter
from consentkit.ui.check.words import person_name
from consentkit.ui.context import PageContext

REDACTING = frozenset({Remedy.BLUR, Remedy.MUTE, Remedy.CUT})
"""Remedies that change the video."""

WITH_WORDS = frozenset({Remedy.OWN_MATERIAL, Remedy.DISCLOSE, Remedy.OVERRIDE})
"""Remedies that ask for words first."""

_OF_THE_RECORD = frozenset({"age-not-asked"})
"""Reasons that only the person can settle, whatever a rule names besides."""

_OF_A_PERSON = frozenset({Remedy.ASK_AGAIN, Remedy.ADD_EVIDENCE})


class Grouping(StrEnum):
    """How lines are put together."""

    PERSON = "person"
    RULE = "rule"


class DecisionViewing(Protocol):
    """What the presenter asks of the page."""

    def show_decision(self, check: EditCheck, groups: tuple[LineGroup, ...]) -> None:
        """Show a decision; ``check`` has one."""

    def show_none(self, check: EditCheck) -> None:
        """Say that there is no plan yet, or no decision on it."""

    def jump(self, moment: Fraction) -> None:
        """Move the player."""


@dataclass(frozen=True)
class Ways:
    """Where remedies lead, apart from other pages.

    Attributes:
        to_plan: Opens the plan at a field, and at a question of it.
        to_edit: Opens the editing view with a remedy for persons.
        to_mark: Declares matters the creator's own material, with a reason.
        to_check: Makes the check anew.
    """

    to_plan: Callable[[PlanField, DeclaredFact | None], None]
    to_edit: Callable[[tuple[str, ...], Remedy], None]
    to_mark: Callable[[tuple[Matter, ...], str], None]
    to_check: Callable[[], None]


class DecisionPresenter:
    """The decision on the plan of the check in front."""

    def __init__(
        self, context: PageContext, view: DecisionViewing, plan: PlanPresenter, ways: Ways
    ) -> None:
        self._context = context
        self._view = view
        self._plan = plan
        self._ways = ways
        self.grouping = Grouping.PERSON
        self.check: EditCheck | None = None
        self.groups: tuple[LineGroup, ...] = ()

    # Reading

    def show_check(self, check: EditCheck) -> None:
        """Take the check in front."""
        is_known = self.check is not None and self.check.id == check.id
        is_same = is_known and self.check is not None and self._key(self.check) == self._key(check)
        self.check = check
        if not is_same:
            self._show()

    @staticmethod
    def _key(check: EditCheck) -> tuple[object, ...]:
        return check.gate, check.plan, check.outdated, check.spans, check.is_saved, check.totals

    def group(self, grouping: Grouping) -> None:
        """Put the lines together in another way."""
        if grouping is not self.grouping:
            self.grouping = grouping
            self._show()

    def _show(self) -> None:
        check = self.check
        if check is None:
            return
        if check.gate is None:
            self.groups = ()
            self._view.show_none(check)
            return
        is_by_person = self.grouping is Grouping.PERSON
        self.groups = by_person(check, check.gate) if is_by_person else by_rule(check.gate)
        self._view.show_decision(check, self.groups)

    def name_of(self, key: str) -> str:
        """Return the name to show for a record or conversation; empty for the whole video."""
        if self.check is None or not key:
            return ""
        for person in people_of(self.check):
            is_this = person.key == key or key in {one.conversation_id for one in person.totals}
            if is_this:
                return person_name(person)
        return key

    @property
    def may_change(self) -> bool:
        """Whether what buttons change can be kept."""
        check = self.check
        if check is None or self._context.workspace.is_read_only:
            return False
        return check.is_saved and not check.is_provisional

    # Remedies

    def remedies_of(self, line: Line) -> tuple[Remedy, ...]:
        """Return what can be done about a line here, the best first."""
        outcome = line.outcome
        if outcome.effect in {Effect.PASS, Effect.OVERRIDDEN}:
            return ()
        found = [item for item in outcome.remedies if self._fits(line, item)]
        if outcome.reason in _OF_THE_RECORD and line.persons and Remedy.ASK_AGAIN not in found:
            found.insert(0, Remedy.ASK_AGAIN)
        return tuple(found)

    def _fits(self, line: Line, remedy: Remedy) -> bool:
        outcome = line.outcome
        if remedy in _OF_A_PERSON:
            return bool(line.persons)
        if remedy in REDACTING:
            return bool(line.persons) or (remedy is Remedy.CUT and bool(line.spans))
        if remedy is Remedy.STATE:
            field = field_of(outcome)
            # Where the plan itself is to be changed, one button leads there.
            is_other = field is PlanField.STATEMENTS or Remedy.CHANGE_PLAN not in outcome.remedies
            return field is not None and is_other
        if remedy is Remedy.DISCLOSE:
            return bool(line.spans)
        if remedy is Remedy.OWN_MATERIAL:
            return self.check is not None and bool(unknown_matters(self.check, line.spans))
        return True

    def is_offered(self, remedy: Remedy) -> bool:
        """Return whether a remedy's button can be pressed: what is not kept is not changed."""
        leads_away = remedy in _OF_A_PERSON or remedy in {Remedy.STATE, Remedy.CHANGE_PLAN}
        return leads_away or self.may_change

    def act(self, line: Line, remedy: Remedy) -> None:
        """Do what a button offers; those of ``WITH_WORDS`` go through ``act_with``."""
        outcome = line.outcome
        if remedy is Remedy.ASK_AGAIN:
            self._context.navigate("ask", partner=self.name_of(line.persons[0]))
        elif remedy is Remedy.ADD_EVIDENCE:
            self._open_record(line.persons[0])
        elif remedy is Remedy.CHECK_AGAIN:
            self._ways.to_check()
        elif remedy in REDACTING:
            self._ways.to_edit(line.persons, remedy)
        elif remedy in {Remedy.STATE, Remedy.CHANGE_PLAN}:
            field = field_of(outcome)
            facts = facts_of(outcome)
            self._ways.to_plan(field or PlanField.PLATFORM, facts[0] if facts else None)

    def act_with(self, line: Line, remedy: Remedy, words: str) -> None:
        """Do what a button offers, with the words that were asked for."""
        words = words.strip()
        if not words or self.check is None:
            return
        if remedy is Remedy.OWN_MATERIAL:
            self._ways.to_mark(unknown_matters(self.check, line.spans), words)
        elif remedy is Remedy.DISCLOSE:
            self._plan.disclose(line.spans, words)
        elif remedy is Remedy.OVERRIDE:
            self._plan.set_aside(line.outcome.rule, line.persons, words)

    def take_back(self, line: Line) -> None:
        """Let a rule count again that was set aside."""
        plan = self.check.plan if self.check is not None else None
        found = override_of(plan, line) if plan is not None else None
        if found is not None:
            self._plan.take_back(*found)

    def _open_record(self, key: str) -> None:
        check = self.check
        for total in check.totals if check is not None else ():
            if key == total.consent_id:
                break
            if key == total.conversation_id:
                self._context.navigate(
                    "recording", recording_id=total.recording_id, conversation_id=key
                )
                return
        self._context.navigate("permissions", consent_id=key)

    def jump(self, moment: Fraction) -> None:
        """Show a moment of the video."""
        self._view.jump(moment)
