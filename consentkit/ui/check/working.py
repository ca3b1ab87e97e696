"""A video that is being checked, before there is anything to show of it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from consentkit.kernel.errors import ConsentKitError
from consentkit.services.jobs import JobState
from consentkit.ui.error_texts import error_sentence
from consentkit.ui.messages import format_left, step_name
from consentkit.ui.widgets.buttons import button
from consentkit.ui.widgets.labels import ElidedLabel, TimeLabel, icon_label, label
from consentkit.ui.widgets.layout import Card, column, holding, row

_WIDEST_PX = 640


class WorkingPart(QWidget):
    """Name, step, bar, time left, a button to stop; or why it could not be checked."""

    stopped = Signal()
    left = Signal()
    retried = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name = ElidedLabel("", "lead", Qt.TextElideMode.ElideMiddle)
        self._step = label("", "muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._left = TimeLabel("", "small")
        self._note = label(
            self.tr("A quick look comes first: what it finds is shown while the rest goes on."),
            "muted",
            wraps=True,
        )
        self.stop = button(self.tr("Stop"), self.stopped.emit)
        self._progress = holding(
            column(
                row(self._step, None, self._left),
                self._bar,
                self._note,
                row(None, self.stop),
                gap=8,
            )
        )
        self._words = label("", wraps=True)
        symbol = icon_label("warning", "amber", 20)
        trouble = row(symbol, gap=12)
        trouble.setAlignment(symbol, Qt.AlignmentFlag.AlignTop)
        trouble.addWidget(self._words, 1)
        self._trouble = holding(
            column(
                trouble,
                row(
                    None,
                    button(self.tr("Back"), self.left.emit),
                    button(self.tr("Try again"), self.retried.emit, kind="primary"),
                ),
                gap=16,
            )
        )
        card = Card(self._name, self._progress, self._trouble, gap=16, margins=24)
        card.setMaximumWidth(_WIDEST_PX)
        card.setMinimumWidth(420)
        middle = row(None, gap=0)
        middle.addWidget(card, 4)
        middle.addStretch(1)
        self.setLayout(column(None, middle, None, None))

    def show_path(self, path: Path) -> None:
        """Say which video it is."""
        self._name.setText(path.name)
        self._bar.setAccessibleName(path.name)
        self._step.setText(self.tr("Opening the file"))
        self._left.setText("")
        self._bar.setRange(0, 0)
        self.stop.setEnabled(True)
        self._progress.show()
        self._trouble.hide()

    def show_job(self, state: JobState) -> None:
        """Show how far it is."""
        self._step.setText(step_name(state.step) or self.tr("Opening the file"))
        if state.fraction is None:
            self._bar.setRange(0, 0)
        else:
            self._bar.setRange(0, 1000)
            self._bar.setValue(round(state.fraction * 1000))
        left = state.seconds_left
        self._left.setText("" if left is None else format_left(left))

    def show_failure(self, path: Path, error: ConsentKitError) -> None:
        """Say why it could not be checked."""
        self._name.setText(path.name)
        text = error_sentence(error)
        self._words.setText(
            " ".join(part for part in (text.title, text.meaning, text.hint) if part)
        )
        self._progress.hide()
        self._trouble.show()
