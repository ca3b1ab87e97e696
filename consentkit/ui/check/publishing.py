"""Plan, decision and edit of the check in front: their views and behaviour, put together."""

from collections.abc import Callable
from fractions import Fraction

from PySide6.QtWidgets import QWidget

from consentkit.domain.plan import DeclaredFact
from consentkit.domain.policy import Remedy
from consentkit.services.check_reading import Matter
from consentkit.services.check_views import EditCheck
from consentkit.services.decision_reading import PlanField
from consentkit.services.jobs import JobState
from consentkit.services.redaction_views import RenderedVideo
from consentkit.ui.check.decision_part import DecisionPart
from consentkit.ui.check.decision_presenter import DecisionPresenter, Ways
from consentkit.ui.check.opened import View
from consentkit.ui.check.plan_part import PlanPart
from consentkit.ui.check.plan_presenter import PlanPresenter
from consentkit.ui.check.presenter import CheckPresenter
from consentkit.ui.check.redaction_part import RedactionPart
from consentkit.ui.check.redaction_presenter import RedactionPresenter
from consentkit.ui.check.redaction_work import RedactionWork
from consentkit.ui.context import PageContext


class Publishing:
    """The three views of a check that are about its publication.

    Args:
        context: The means of the page.
        checks: The check in front.
        show_view: Brings a view to the front.
        open_check: Opens a check at its decision.
        owner: The page, for callbacks.
    """

    def __init__(
        self,
        context: PageContext,
        checks: CheckPresenter,
        show_view: Callable[[View], None],
        open_check: Callable[[str], None],
        owner: QWidget,
    ) -> None:
        self._checks = checks
        self._show_view = show_view
        self._open_check = open_check
        self._check: EditCheck | None = None
        self._front: View | None = None
        self.plan = PlanPart(context.clock.now)
        self.decision = DecisionPart(context.clock.now)
        self.edit = RedactionPart()
        self.planning = PlanPresenter(
            context,
            self.plan,
            checks.take_changed,
            lambda: show_view(View.DECISION),
            owner=owner,
        )
        self.deciding = DecisionPresenter(
            context,
            self.decision,
            self.planning,
            Ways(self.to_plan, self._to_edit, self._mark, checks.check_again),
        )
        self.editing = RedactionPresenter(context, self.edit, owner=owner)
        self.work = RedactionWork(context, self.edit, self.editing, self._written, owner=owner)
        self.plan.attach(self.planning)
        self.decision.attach(self.deciding)
        self.edit.attach(self.editing, self.work)
        self.decision.planWanted.connect(lambda: show_view(View.PLAN))
        self.decision.checkWanted.connect(checks.check_again)
        self.decision.handOverWanted.connect(
            lambda check_id: context.navigate("published", handover=check_id)
        )
        self.edit.planWanted.connect(lambda: show_view(View.PLAN))
        self.edit.writtenWanted.connect(open_check)
        self.edit.decisionWanted.connect(lambda: show_view(View.DECISION))

    # Ways between the views

    def to_plan(self, field: PlanField, fact: DeclaredFact | None = None) -> None:
        """Open the plan at a field."""
        self._show_view(View.PLAN)
        self.plan.go(field, fact)

    def _to_edit(self, persons: tuple[str, ...], remedy: Remedy) -> None:
        self.editing.apply(persons, remedy)
        self._show_view(View.EDIT)

    def _mark(self, matters: tuple[Matter, ...], reason: str) -> None:
        self._checks.mark_own(matters, reason)

    def _written(self, made: RenderedVideo) -> None:
        self.decision.tell_doubts(made.check_id, made.doubts)
        self._open_check(made.check_id)

    # The check in front

    def show_check(self, check: EditCheck) -> None:
        """Take the check in front, or a newer one of it."""
        before, self._check = self._check, check
        is_new = before is None or before.id != check.id
        self.decision.show_check(check)
        self.edit.show_check(check)
        self.planning.show_check(check)
        self.deciding.show_check(check)
        self.editing.show_check(check)
        if is_new:
            self.forget_media()
            if self._front is not None:
                self.come(self._front, Fraction(0))

    def come(self, view: View, moment: Fraction) -> None:
        """Let a view come to the front, at a moment of the video."""
        self._front = view
        if view is View.DECISION:
            self.decision.open_media(moment)
        elif view is View.EDIT:
            self.edit.open_media(moment)
            self.editing.come()

    def leave(self, view: View) -> Fraction | None:
        """Let a view leave the front, and return where its player stood; None without one."""
        self._front = None
        if view is View.DECISION:
            self.decision.close_media()
            return self.decision.player.position
        if view is View.EDIT:
            self.editing.leave()
            self.edit.close_media()
            return self.edit.player.position
        return None

    def forget_media(self) -> None:
        """Let go of files; another check comes to the front, or none."""
        self.decision.close_media()
        self.edit.close_media()

    def pause(self) -> None:
        """Stop playing."""
        self.decision.player.stop()
        self.edit.player.stop()
        self.editing.rest()

    def job_changed(self, state: JobState) -> None:
        """Take news of a job."""
        self.work.job_changed(state)
        if state.is_over:
            self.planning.job_over(state.id)

    def fit(self, width_px: int) -> None:
        """Give every view what the page's width allows."""
        self.plan.fit(width_px)
        self.decision.fit(width_px)
        self.edit.fit(width_px)
