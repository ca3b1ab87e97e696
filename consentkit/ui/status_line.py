"""The line at the foot of the window: the vault, running work, and time stamps still to come."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from consentkit.kernel.clock import Clock
from consentkit.services.jobs import JobState
from consentkit.services.views import PendingStamps
from consentkit.ui.error_texts import code_sentence
from consentkit.ui.icons import set_icon
from consentkit.ui.messages import format_clock
from consentkit.ui.theme import set_kind, set_role
from consentkit.ui.widgets.buttons import button
from consentkit.ui.widgets.chips import Chip
from consentkit.ui.widgets.labels import ElidedLabel, icon_label, label
from consentkit.ui.widgets.layout import clear, column, row
from consentkit.ui.widgets.states import ProgressLine

SHOWN_ENDED = 5


class Popover(QFrame):
    """A small sheet above the status line that goes away on a click beside it or on Escape."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        set_role(self, "raised")
        self.setMinimumWidth(380)

    def open_above(self, anchor: QWidget) -> None:
        """Show it with its right edge at the anchor's."""
        self.adjustSize()
        corner = anchor.mapToGlobal(QPoint(anchor.width(), 0))
        screen = anchor.screen().availableGeometry()
        left = max(screen.left() + 8, corner.x() - self.width())
        self.move(left, max(screen.top() + 8, corner.y() - self.height() - 4))
        self.show()


class JobList(Popover):
    """The running jobs and the last that ended."""

    cancelled = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMinimumWidth(560)
        self._lines: dict[str, ProgressLine] = {}
        self._heading = label(self.tr("Work in progress"), "lead")
        self._running = column(gap=8)
        self._ended = column(gap=4)
        self._none = label(self.tr("Nothing is running."), "muted")
        self.setLayout(
            column(self._heading, self._none, self._running, self._ended, gap=8, margins=16)
        )

    def show_jobs(self, states: tuple[JobState, ...]) -> None:
        """Show these jobs."""
        running = [state for state in states if not state.is_over]
        if {state.id for state in running} != set(self._lines):
            clear(self._running)
            self._lines = {}
            for state in running:
                made = ProgressLine()
                made.cancelled.connect(self.cancelled)
                self._lines[state.id] = made
                self._running.addWidget(made)
        for state in running:
            self._lines[state.id].show_job(state)
        self._none.setVisible(not running)
        clear(self._ended)
        for state in [state for state in states if state.is_over][-SHOWN_ENDED:][::-1]:
            self._ended.addLayout(self._ended_line(state))
        if self.isVisible():
            self.adjustSize()

    def _ended_line(self, state: JobState) -> QHBoxLayout:
        icon, tone, word = {
            "done": ("check", "green", self.tr("Done")),
            "cancelled": ("struck-circle", "grey", self.tr("Stopped")),
        }.get(state.state, ("warning", "red", self.tr("Failed")))
        if state.error is not None:
            word = code_sentence(state.error.code, state.error.facts).title
        name = ElidedLabel(state.label)
        box = row(icon_label(icon, tone, 16), gap=8)
        box.addWidget(name, 1)
        box.addWidget(label(word, "small"))
        return box


class PendingSheet(Popover):
    """Says what a waiting time stamp is, and offers to ask for it at once."""

    tryWanted = Signal()

    def __init__(self, parent: QWidget, clock: Clock) -> None:
        super().__init__(parent)
        self._clock = clock
        self.setFixedWidth(400)
        self._words = label("", wraps=True)
        self._when = label("", "muted", wraps=True)
        self._trouble = label("", "error", wraps=True)
        self.try_button = button(self.tr("Try now"), self._try, kind="primary")
        self.setLayout(
            column(
                label(self.tr("Time stamps are waiting"), "lead"),
                self._words,
                self._when,
                self._trouble,
                row(None, self.try_button),
                gap=8,
                margins=16,
            )
        )

    def _try(self) -> None:
        self.hide()
        self.tryWanted.emit()

    def show_pending(self, pending: PendingStamps) -> None:
        """Say how it stands."""
        self._words.setText(
            self.tr(
                "A time stamp from an independent authority proves that your records existed by a "
                "certain time. Your records are sealed and safe; only this outside proof is still "
                "to come. ConsentKit asks again by itself."
            )
        )
        due = pending.next_try_at
        is_later = due is not None and due > self._clock.now()
        self._when.setText(
            self.tr("Next try at {time}.").replace("{time}", format_clock(due))
            if due is not None and is_later
            else self.tr("The next try is due.")
        )
        if pending.last_error:
            text = code_sentence(pending.last_error)
            self._trouble.setText(f"{text.title} {text.hint}")
        self._trouble.setVisible(bool(pending.last_error))


class StatusLine(QFrame):
    """The status line."""

    jobCancelled = Signal(str)
    stampWanted = Signal()
    todoWanted = Signal()

    def __init__(
        self,
        vault_name: str,
        jobs: Callable[[], tuple[JobState, ...]],
        clock: Clock,
        *,
        is_read_only: bool,
    ) -> None:
        super().__init__()
        set_role(self, "bar")
        self._jobs = jobs
        self._picture = icon_label("eye" if is_read_only else "unlock", "muted", 16)
        self.vault = label(vault_name, "small")
        self.vault.setAccessibleName(self.tr("Open vault: {name}").replace("{name}", vault_name))
        self.read_only = Chip(self.tr("Read-only"), "eye", "amber")
        self.read_only.setVisible(is_read_only)
        self.work = QPushButton()
        set_kind(self.work, "quiet")
        set_icon(self.work, "more", "muted", 16)
        self.work.setAccessibleName(self.tr("Show work in progress"))
        self.work.setToolTip(self.tr("Show work in progress"))
        self.line = ProgressLine()
        self.line.setMaximumWidth(560)
        self.line.cancelled.connect(self.jobCancelled)
        self.pending = QPushButton()
        set_kind(self.pending, "chip")
        set_icon(self.pending, "clock", "muted", 16)
        self.todo = QPushButton()
        set_kind(self.todo, "chip")
        set_icon(self.todo, "clock", "muted", 16)
        self.todo.clicked.connect(lambda _checked=False: self.todoWanted.emit())
        self._job_list = JobList(self)
        self._job_list.cancelled.connect(self.jobCancelled)
        self._sheet = PendingSheet(self, clock)
        self._sheet.tryWanted.connect(self.stampWanted)
        self.work.clicked.connect(self._open_jobs)
        self.pending.clicked.connect(lambda: self._sheet.open_above(self.pending))
        box = row(self._picture, self.vault, self.read_only, gap=8, margins=(16, 3, 12, 3))
        box.addStretch(1)
        box.addWidget(self.line, 3)
        box.addWidget(self.work)
        box.addWidget(self.todo)
        box.addWidget(self.pending)
        self.setLayout(box)
        self.setMinimumHeight(36)
        self.line.hide()
        self.work.hide()
        self.pending.hide()
        self.todo.hide()

    def _open_jobs(self) -> None:
        self._job_list.show_jobs(self._jobs())
        self._job_list.open_above(self.work)

    def show_job(self, _state: JobState) -> None:
        """Show the running work: the newest job on the line, all of it in the list."""
        states = self._jobs()
        running = [state for state in states if not state.is_over]
        self.line.setVisible(bool(running))
        self.work.setVisible(bool(states))
        self.work.setText(str(len(running)) if len(running) > 1 else "")
        if running:
            self.line.show_job(running[-1])
        if self._job_list.isVisible():
            self._job_list.show_jobs(states)

    def show_pending(self, pending: PendingStamps) -> None:
        """Show how many time stamps are still to come."""
        count = max(pending.entries, pending.requests)
        self.pending.setVisible(count > 0)
        self.pending.setText(self.tr("%n time stamp(s) waiting", "", count))
        set_icon(self.pending, "warning" if pending.last_error else "clock", "muted", 16)
        self._sheet.show_pending(pending)

    def show_todo(self, count: int, *, is_late: bool) -> None:
        """Show how many people wait for something to be done about videos they are in."""
        self.todo.setVisible(count > 0)
        words = self.tr("%n person(s) waiting", "", count)
        self.todo.setText(words)
        tip = self.tr("Something is late. Open what is to be done.")
        self.todo.setToolTip(tip if is_late else self.tr("Open what is to be done."))
        set_icon(self.todo, "warning" if is_late else "bell", "red" if is_late else "muted", 16)
