"""Behaviour of the plan for publishing: a draft, its saving, presets, files; it holds no widget."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, QObject

from consentkit.domain.plan import DeclaredFact, Disclosure, Override, PublishPlan
from consentkit.kernel.errors import ConsentKitError, InputError
from consentkit.kernel.progress import CancelToken, Progress
from consentkit.kernel.timebase import TimeRange
from consentkit.services.check_reading import people_of
from consentkit.services.check_views import EditCheck
from consentkit.services.decision_reading import Question, questions_of, with_statement
from consentkit.services.plan_presets import first_plan, preset_text
from consentkit.ui.check.plan_words import People
from consentkit.ui.check.words import person_name
from consentkit.ui.context import PageContext

translate = QCoreApplication.translate

JOB = "check.plan"


class PlanViewing(Protocol):
    """What the presenter asks of the page."""

    def show_draft(self, plan: PublishPlan, people: People) -> None:
        """Show a draft in the form; what was typed before is gone."""

    def show_questions(
        self, questions: tuple[Question, ...], plan: PublishPlan, people: People
    ) -> None:
        """Ask for statements."""

    def show_state(
        self, *, is_changed: bool, is_deciding: bool, problem: InputError | None
    ) -> None:
        """Show whether the draft differs from what is kept, and whether it can be kept."""


class PlanPresenter:
    """The plan of the check in front.

    Args:
        context: The means of the page.
        view: The page.
        taken: Takes a check after its plan was decided on.
        decided: Called after that, when the creator asked for it.
        owner: The page, for callbacks.
    """

    def __init__(
        self,
        context: PageContext,
        view: PlanViewing,
        taken: Callable[[EditCheck], None],
        decided: Callable[[], None],
        *,
        owner: QObject | None = None,
    ) -> None:
        self._context = context
        self._view = view
        self._taken = taken
        self._decided = decided
        self._owner = owner
        self.check: EditCheck | None = None
        self.draft = PublishPlan("youtube")
        self.problem: InputError | None = None
        self.job_id = ""

    # What is in front

    @property
    def is_changed(self) -> bool:
        """Whether the draft is not what is kept with the check."""
        return self.check is not None and self.draft != self.check.plan

    @property
    def has_decision(self) -> bool:
        """Whether there is a decision on the plan as it stands in the form."""
        return self.check is not None and self.check.gate is not None and not self.is_changed

    @property
    def people(self) -> People:
        """Everybody in the video, and whom the plan names besides."""
        if self.check is None:
            return ()
        known = {person.key: person_name(person) for person in people_of(self.check)}
        return tuple(known.items())

    def show_check(self, check: EditCheck) -> None:
        """Take the check in front; a draft that was begun for it stays."""
        before = self.check
        is_begun = before is not None and before.id == check.id and self.is_changed
        has_new_plan = before is not None and before.plan != check.plan
        self.check = check
        if not is_begun or has_new_plan:
            self.draft = check.plan or first_plan(self._context.preferences.value)
            self.problem = None
            self._view.show_draft(self.draft, self.people)
        self._ask()
        self._tell()

    def _ask(self) -> None:
        decision = self.check.gate if self.check is not None else None
        self._view.show_questions(questions_of(self.draft, decision), self.draft, self.people)

    def _tell(self) -> None:
        self._view.show_state(
            is_changed=self.is_changed, is_deciding=bool(self.job_id), problem=self.problem
        )

    # Changing

    def change(self, **fields: Any) -> None:  # noqa: ANN401 -- fields of many types
        """Put fields of the plan; what cannot be is said, and the draft stays as it was."""
        try:
            self.draft = replace(self.draft, **fields)
            self.problem = None
        except InputError as error:
            self.problem = error
        self._tell()

    def say(self, error: InputError) -> None:
        """Tell that what stands in the form cannot be a plan."""
        self.problem = error
        self._tell()

    def state(self, fact: DeclaredFact, person: str, *, is_true: bool | None) -> None:
        """Put a statement, or take it back with None."""
        self.change(declared=with_statement(self.draft.declared, fact, person, is_true=is_true))

    def discard(self) -> None:
        """Go back to the plan that is kept."""
        if self.check is not None:
            self.draft = self.check.plan or first_plan(self._context.preferences.value)
            self.problem = None
            self._view.show_draft(self.draft, self.people)
            self._ask()
            self._tell()

    # Keeping

    @property
    def may_save(self) -> bool:
        """Whether the draft can be decided on."""
        check = self.check
        is_whole = check is not None and check.is_saved and not check.is_provisional
        return is_whole and self.problem is None and not self.job_id

    def save(self) -> None:
        """Keep the plan, have the gate decide on it, and show the decision."""
        if not self.may_save:
            return
        if self.has_decision:
            self._decided()
            return
        self._context.preferences.update(last_plan=preset_text(self.draft))
        self._set(self.draft, self._decided)

    def apply(self, plan: PublishPlan, said: str) -> None:
        """Keep a changed plan from elsewhere in the check; it can be taken back."""
        before = self.check.plan if self.check is not None else None
        if before is None or self.check is None or self.job_id:
            return

        def undo() -> None:
            self._set(before, lambda: None)

        self._set(plan, lambda: self._context.toast(said, undo))

    def _set(self, plan: PublishPlan, done: Callable[[], None]) -> None:
        check = self.check
        if check is None or self.job_id:
            return
        checks = self._context.workspace.checks

        def work(progress: Progress, cancel: CancelToken) -> EditCheck:
            return checks.set_plan(check.id, plan, progress, cancel)

        def over(changed: EditCheck) -> None:
            self.job_id = ""
            if self.check is not None and self.check.id == changed.id:
                self.draft = changed.plan or self.draft
                self._taken(changed)
                done()
            self._tell()
            self._context.changed()

        self.job_id = self._context.bridge.job(
            JOB, check.path.name, work, over, self._failed, owner=self._owner
        )
        self._tell()

    def _failed(self, error: ConsentKitError) -> None:
        self.job_id = ""
        self._tell()
        self._context.show_error(error)

    def job_over(self, job_id: str) -> None:
        """Take that a job ended, also one that was stopped."""
        if job_id == self.job_id:
            self.job_id = ""
            self._tell()

    # Rules that are set aside, and places viewers are told about

    def set_aside(self, rule: str, persons: tuple[str, ...], reason: str) -> None:
        """Set a rule aside for persons, or for the whole video, with a reason."""
        plan = self._kept
        if plan is None or not reason.strip():
            return
        wanted = persons or ("",)
        kept = tuple(
            item for item in plan.overrides if item.rule != rule or item.person not in wanted
        )
        added = tuple(Override(rule, reason.strip(), person) for person in wanted)
        self.apply(
            replace(plan, overrides=(*kept, *added)),
            translate("decision", "The rule is overruled."),
        )

    def take_back(self, rule: str, person: str) -> None:
        """Let a rule count again that was set aside."""
        plan = self._kept
        if plan is None:
            return
        kept = tuple(item for item in plan.overrides if (item.rule, item.person) != (rule, person))
        self.apply(replace(plan, overrides=kept), translate("decision", "The rule counts again."))

    def disclose(self, spans: tuple[TimeRange, ...], note: str) -> None:
        """Note what viewers are told about places."""
        plan = self._kept
        if plan is None or not note.strip():
            return
        added = tuple(Disclosure(one, note.strip()) for one in spans)
        self.apply(
            replace(plan, disclosures=(*plan.disclosures, *added)),
            translate("decision", "It is noted what viewers are told."),
        )

    @property
    def _kept(self) -> PublishPlan | None:
        return self.check.plan if self.check is not None else None

    # Presets and files

    def keep_as_usual(self) -> None:
        """Begin the plans of new videos like this one."""
        before = self._context.preferences.value.usual_plan
        self._context.preferences.update(usual_plan=preset_text(self.draft))
        self._context.toast(
            translate("decision", "New videos begin with this plan."),
            lambda: self._context.preferences.update(usual_plan=before),
        )

    def read_file(self, path: Path) -> None:
        """Take the plan of a ``plan.toml`` for the draft."""
        from consentkit.services.gating import read_plan

        def taken(plan: PublishPlan) -> None:
            self.draft = plan
            self.problem = None
            self._view.show_draft(plan, self.people)
            self._ask()
            self._tell()

        self._context.bridge.query(lambda: read_plan(path), taken, owner=self._owner)

    def write_file(self, path: Path) -> None:
        """Write the draft as ``plan.toml``."""
        from consentkit.services.plan_presets import write_plan

        plan = self.draft
        self._context.bridge.query(
            lambda: write_plan(plan, path),
            lambda _none: self._context.toast(
                translate("decision", "{name} was written.").format(name=path.name)
            ),
            owner=self._owner,
        )
