"""The plan for publishing of the check in front: the form, and at its foot what can be done."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from consentkit.domain.plan import DeclaredFact, PublishPlan
from consentkit.kernel.errors import InputError
from consentkit.services.decision_reading import PlanField, Question
from consentkit.ui.check.plan_form import PlanForm
from consentkit.ui.check.plan_presenter import PlanPresenter
from consentkit.ui.check.plan_words import People
from consentkit.ui.error_texts import error_sentence
from consentkit.ui.theme import current_tokens
from consentkit.ui.widgets.buttons import button, icon_button
from consentkit.ui.widgets.labels import label
from consentkit.ui.widgets.layout import column, row

_FILTER = "plan.toml (*.toml)"


class PlanPart(QWidget):
    """Form and foot."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._presenter: PlanPresenter | None = None
        self.form = PlanForm(now)
        self.title = label(self.tr("Plan of publication"), "title")
        self.hint = label(
            self.tr(
                "Where and how this video is to appear. What is not stated cannot be known,"
                " and blocks where a rule needs it."
            ),
            "muted",
            wraps=True,
        )
        self.note = label("", "muted", wraps=True)
        self.save_button = button(self.tr("Save and decide"), self._save, kind="primary")
        self.discard_button = button(self.tr("Discard changes"), self._discard)
        more = icon_button("more", self.tr("More"))
        menu = QMenu(more)
        for text, act in (
            (self.tr("Read a plan.toml…"), self._read),
            (self.tr("Write it as plan.toml…"), self._write),
            (self.tr("Begin new videos with this plan"), self._keep),
        ):
            action = QAction(text, menu)
            action.triggered.connect(lambda _checked=False, act=act: act())
            menu.addAction(action)
        more.setMenu(menu)
        more.setPopupMode(more.ToolButtonPopupMode.InstantPopup)
        self.more = more
        tokens = current_tokens()
        foot = row(more, gap=8)
        foot.addWidget(self.note, 1)
        foot.addWidget(self.discard_button)
        foot.addWidget(self.save_button)
        box = column(
            column(self.title, self.hint, gap=2),
            self.form,
            foot,
            gap=12,
            margins=(tokens.s4, 12, tokens.s4, tokens.s3),
        )
        box.setStretch(1, 1)
        self.setLayout(box)

    def attach(self, presenter: PlanPresenter) -> None:
        """Connect the form with its behaviour."""
        self._presenter = presenter
        self.form.changed.connect(lambda fields: presenter.change(**fields))
        self.form.refused.connect(presenter.say)
        self.form.statements.stated.connect(
            lambda fact, person, is_true: presenter.state(fact, person, is_true=is_true)
        )

    def _save(self) -> None:
        if self._presenter is not None:
            self._presenter.save()

    def _discard(self) -> None:
        if self._presenter is not None:
            self._presenter.discard()

    def _keep(self) -> None:
        if self._presenter is not None:
            self._presenter.keep_as_usual()

    def _read(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Read a plan"), "", _FILTER)
        if name and self._presenter is not None:
            self._presenter.read_file(Path(name))

    def _write(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Write the plan"), "plan.toml", _FILTER)
        if name and self._presenter is not None:
            self._presenter.write_file(Path(name))

    # What the presenter asks for

    def show_draft(self, plan: PublishPlan, people: People) -> None:
        """Show a draft; what was typed before is gone."""
        self.form.show_plan(plan, people)

    def show_questions(
        self, questions: tuple[Question, ...], plan: PublishPlan, people: People
    ) -> None:
        """Ask for statements."""
        self.form.show_questions(questions, plan, people)

    def show_state(
        self, *, is_changed: bool, is_deciding: bool, problem: InputError | None
    ) -> None:
        """Show whether the draft differs from what is kept, and whether it can be kept."""
        presenter = self._presenter
        if presenter is None:
            return
        self.discard_button.setVisible(
            is_changed and presenter.check is not None and presenter.check.plan is not None
        )
        self.save_button.setEnabled(presenter.may_save)
        if presenter.has_decision:
            self.save_button.setText(self.tr("See the decision"))
        else:
            self.save_button.setText(self.tr("Save and decide"))
        self.note.setText(
            self._note(presenter, problem, is_deciding=is_deciding, is_changed=is_changed)
        )

    def _note(
        self,
        presenter: PlanPresenter,
        problem: InputError | None,
        *,
        is_deciding: bool,
        is_changed: bool,
    ) -> str:
        if problem is not None:
            text = error_sentence(problem)
            return " ".join(part for part in (text.title, text.hint) if part)
        if is_deciding:
            return self.tr("The rules are being asked…")
        check = presenter.check
        if check is not None and check.is_provisional:
            return self.tr("The full check goes on; a decision comes after it.")
        if check is not None and not check.is_saved:
            return self.tr("The vault is open read-only; a plan cannot be kept.")
        return self.tr("Not saved yet.") if is_changed else self.tr("Saved.")

    def go(self, field: PlanField, fact: DeclaredFact | None = None) -> None:
        """Bring a field into sight."""
        self.form.go(field, fact)

    def fit(self, width_px: int) -> None:
        """Take as many columns as the page's width allows."""
        self.form.fit(width_px)
