"""What stands where there is nothing yet, something goes on, or something went wrong."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from consentkit.services.jobs import JobState
from consentkit.ui.error_texts import ErrorText
from consentkit.ui.icons import set_icon
from consentkit.ui.messages import format_left, step_name
from consentkit.ui.theme import set_role
from consentkit.ui.widgets.buttons import button, icon_button
from consentkit.ui.widgets.labels import ElidedLabel, TimeLabel, icon_label, label
from consentkit.ui.widgets.layout import column, row


class EmptyState(QWidget):
    """A picture, what this page is for, and the one thing to do about its being empty."""

    def __init__(
        self, icon: str, title: str, text: str, *actions: QPushButton, steps: tuple[str, ...] = ()
    ) -> None:
        super().__init__()
        heading = label(title, "lead")
        heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = label(text, "muted", wraps=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setFixedWidth(440)
        inner = column(row(None, icon_label(icon, "muted", 48), None), 4, heading, gap=8)
        inner.addLayout(row(None, words, None))
        if steps:
            inner.addSpacing(8)
            inner.addLayout(self._steps(steps))
        if actions:
            inner.addSpacing(8)
            inner.addLayout(row(None, *actions, None))
        self.setLayout(column(None, inner, None, margins=24))

    @staticmethod
    def _steps(steps: tuple[str, ...]) -> QHBoxLayout:
        box = row(None, gap=24)
        for number, text in enumerate(steps, start=1):
            digit = label(str(number), "lead")
            digit.setAlignment(Qt.AlignmentFlag.AlignCenter)
            words = label(text, "muted", wraps=True)
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            words.setFixedWidth(168)
            box.addLayout(column(digit, words, None, gap=4))
        box.addStretch(1)
        return box


class Notice(QFrame):
    """A sentence that stays until it is no longer true, with what to do about it."""

    def __init__(self, icon: str = "info", *, is_warning: bool = False) -> None:
        super().__init__()
        set_role(self, "warning" if is_warning else "notice")
        self._picture = icon_label(icon, "amber" if is_warning else "accent", 20)
        self.title = label("", "strong", wraps=True)
        self.words = label("", wraps=True)
        self.action_row = row(gap=8)
        texts = column(self.title, self.words, gap=2)
        box = row(self._picture, gap=12, margins=(12, 8, 12, 8))
        box.setAlignment(self._picture, Qt.AlignmentFlag.AlignTop)
        box.addLayout(texts, 1)
        box.addLayout(self.action_row)
        self.setLayout(box)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def tell(self, title: str, words: str = "") -> None:
        """Show these words."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.setAccessibleName(f"{title} {words}".strip())
        self.show()

    def tell_error(self, text: ErrorText) -> None:
        """Show an error: what happened, what it means, one thing to try."""
        self.tell(text.title, f"{text.meaning} {text.hint}".strip())


class ProgressLine(QWidget):
    """One running job on one line: name, step, bar, time left, a button to stop it."""

    cancelled = Signal(str)
    """The job's id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job_id = ""
        self.name = ElidedLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(140)
        self.left = TimeLabel("", "small")
        self.stop = icon_button("close", self.tr("Stop"), self._stop, size=16)
        box = row(self.name, self.bar, self.left, self.stop, gap=8)
        box.setStretch(0, 1)
        self.setLayout(box)

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self.cancelled.emit(self._job_id)

    def show_job(self, state: JobState) -> None:
        """Show how far a job is."""
        if state.id != self._job_id:
            self._job_id = state.id
            self.stop.setEnabled(True)
        step = step_name(state.step)
        self.name.setText(
            f"{state.label} · {step}" if step and state.label else state.label or step
        )
        self.bar.setAccessibleName(state.label)
        if state.fraction is None:
            self.bar.setRange(0, 0)
        else:
            self.bar.setRange(0, 1000)
            self.bar.setValue(round(state.fraction * 1000))
        self.left.setText("" if state.seconds_left is None else format_left(state.seconds_left))


TOAST_MS = 6000
"""Long enough to read two lines and reach for Undo; it waits while the pointer rests on it."""

TOAST_RISE_PX = 48
"""Room kept below for the status bar."""


class Toast(QFrame):
    """A short sentence at the foot of the window that goes away by itself."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        set_role(self, "raised")
        self._host = parent
        self._undo: Callable[[], None] | None = None
        self._picture = icon_label("check", "accent", 20)
        self.words = label("", wraps=True)
        self.words.setMaximumWidth(520)
        self.undo_button = button(self.tr("Undo"), self._take_back, kind="quiet", icon="undo")
        self.close_button = icon_button("close", self.tr("Close"), self.hide, size=16)
        box = row(self._picture, gap=8, margins=(12, 8, 8, 8))
        box.addWidget(self.words, 1)
        box.addWidget(self.undo_button)
        box.addWidget(self.close_button)
        self.setLayout(box)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def tell(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Show ``text`` for some seconds, with an Undo button where ``undo`` is given."""
        self._show("check", "accent", text, undo)

    def tell_error(self, text: ErrorText) -> None:
        """Show an error; it stays twice as long."""
        words = " ".join(part for part in (text.title, text.meaning, text.hint) if part)
        self._show("warning", "red", words, None)
        self._timer.start(2 * TOAST_MS)

    def _show(self, icon: str, role: str, text: str, undo: Callable[[], None] | None) -> None:
        self._undo = undo
        set_icon(self._picture, icon, role, 20)
        self.words.setText(text)
        # A wrapped label asks for a square; a toast is one line as long as that is possible.
        wanted = self.words.fontMetrics().horizontalAdvance(text) + 4
        self.words.setMinimumWidth(min(wanted, self.words.maximumWidth()))
        self.undo_button.setVisible(undo is not None)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self._timer.start(TOAST_MS)

    def _take_back(self) -> None:
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()

    def _place(self) -> None:
        self.adjustSize()
        outer = self._host.rect()
        self.move(
            outer.center().x() - self.width() // 2, outer.bottom() - self.height() - TOAST_RISE_PX
        )

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start(TOAST_MS)
        super().leaveEvent(event)
