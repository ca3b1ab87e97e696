"""What one person's ended permission concerns: tasks with clocks, and the statement at the end."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from consentkit.kernel.clock import Clock
from consentkit.services.publication_views import Reach
from consentkit.ui.messages import language_name
from consentkit.ui.published.presenter import PublishedPresenter
from consentkit.ui.published.task_card import TaskCard, tall_notice
from consentkit.ui.published.words import (
    clock_look,
    open_tasks,
    person_words,
    reason_words,
    todo_words,
)
from consentkit.ui.recording.choices import OneOf
from consentkit.ui.widgets.buttons import button
from consentkit.ui.widgets.chips import Chip
from consentkit.ui.widgets.labels import label
from consentkit.ui.widgets.layout import ScrollContent, clear, column, row, scrolling

STATEMENT_LANGUAGES = ("en", "id", "ru")
"""Languages there are statements of completion in."""


class ReachView(QWidget):
    """One person and everything that is to be done."""

    linkWanted = Signal(str)
    complaintWanted = Signal(str)
    statementWanted = Signal(object, str)
    """Path and language."""

    def __init__(self, presenter: PublishedPresenter, clock: Clock, *, is_read_only: bool) -> None:
        super().__init__()
        self._presenter, self._clock, self._is_read_only = presenter, clock, is_read_only
        self._reach: Reach | None = None
        self.cards: list[TaskCard] = []
        self.name = label("", "lead", wraps=True)
        self.chip = Chip()
        self._why = label("", "muted", wraps=True)
        self.record_button = button(self.tr("Open the permission"), self._open_record, kind="link")
        self.complete = tall_notice("tick-circle")
        self.language: OneOf[str] = OneOf(
            self.tr("Language of the statement"),
            tuple((tag, language_name(tag)) for tag in STATEMENT_LANGUAGES),
        )
        self.language.set_value("en")
        self.statement_button = button(
            self.tr("Save a statement…"), self._choose_place, kind="primary", icon="document"
        )
        self.statement_button.setEnabled(not is_read_only)
        self._tasks = column(gap=12)
        head = row(self.name, gap=12)
        head.setStretch(0, 1)
        head.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)
        self._statement = column(
            self.complete, row(self.language, gap=8), row(self.statement_button, None), gap=8
        )
        self._done_part = QWidget()
        self._done_part.setLayout(self._statement)
        body = column(
            head,
            self._why,
            row(self.record_button, None),
            self._done_part,
            self._tasks,
            None,
            gap=10,
            margins=16,
        )
        self.area = scrolling(ScrollContent(body))
        self.setLayout(column(self.area, gap=0))

    def show_reach(self, reach: Reach) -> None:
        """Show what is to be done; what is typed stays when nothing changed."""
        before, self._reach = self._reach, reach
        is_same = before is not None and before.key == reach.key
        place = self.area.verticalScrollBar().value() if is_same else 0
        self.name.setText(person_words(reach))
        count = len(open_tasks(reach))
        words = reason_words(reach.reason, reach.since)
        if count:
            words = f"{words} · {todo_words(count)}"
        self._why.setText(words)
        self.record_button.setVisible(bool(reach.consent_id))
        self._show_complete(reach)
        if before != reach:
            self._show_tasks(reach)
        self.tick()
        self.area.verticalScrollBar().setValue(place)

    def tick(self) -> None:
        """Show the clocks as they are at this moment."""
        reach = self._reach
        if reach is None:
            return
        if reach.is_complete:
            self.chip.show_chip(self.tr("Everything is done"), "tick-circle", "green")
        else:
            self.chip.show_chip(*clock_look(reach.due_at, self._clock.now()))
        for card in self.cards:
            card.tick()

    def _show_complete(self, reach: Reach) -> None:
        is_told = reach.is_complete and bool(reach.consent_id)
        self._done_part.setVisible(is_told)
        if is_told:
            self.complete.tell(
                self.tr("Everything is done."),
                self.tr(
                    "You can give the person a signed statement of what was done and when. Anybody"
                    " can verify it."
                ),
            )

    def _show_tasks(self, reach: Reach) -> None:
        clear(self._tasks)
        self.cards = []
        presenter = self._presenter
        for task in reach.tasks:
            card = TaskCard(
                task, presenter.publication, self._clock, is_read_only=self._is_read_only
            )
            card.done.connect(presenter.done)
            card.undone.connect(presenter.undo)
            card.checkWanted.connect(presenter.open_check)
            card.recordingWanted.connect(presenter.open_recording)
            card.linkWanted.connect(self.linkWanted)
            card.complaintWanted.connect(self.complaintWanted)
            self.cards.append(card)
            self._tasks.addWidget(card)

    def _open_record(self) -> None:
        if self._reach is not None:
            self._presenter.open_record(self._reach.consent_id)

    def _choose_place(self) -> None:
        reach = self._reach
        if reach is None:
            return
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the statement"), f"{self.tr('statement')}.pdf", "PDF (*.pdf)"
        )
        if name:
            self.save(name)

    def save(self, name: str) -> None:
        """Ask for the statement to be written to a file."""
        path = Path(name)
        if path.suffix.lower() != ".pdf":
            path = path.with_name(f"{path.name}.pdf")
        self.statementWanted.emit(path, self.language.value or "en")
