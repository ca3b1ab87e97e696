"""Asks what a dropped video is: a new recording, or a finished video to check."""

from pathlib import Path

from PySide6.QtCore import Signal

from consentkit.ui.messages import elide
from consentkit.ui.widgets.buttons import button, icon_button
from consentkit.ui.widgets.states import Notice


class DropChoice(Notice):
    """A question that stands above the page until it is answered or put away."""

    recordingChosen = Signal(object)
    editChosen = Signal(object)

    def __init__(self) -> None:
        super().__init__("film")
        self._path = Path()
        self.recording_button = button(self.tr("A new recording"), self._recording)
        self.edit_button = button(self.tr("A finished video"), self._edit, kind="primary")
        self.action_row.addWidget(self.recording_button)
        self.action_row.addWidget(self.edit_button)
        self.action_row.addWidget(
            icon_button("close", self.tr("Put the question away"), self.hide, size=16)
        )
        self.hide()

    def ask(self, path: Path) -> None:
        """Ask about a file."""
        self._path = path
        self.tell(
            self.tr("What is {name}?").format(name=elide(path.name, 40)),
            self.tr("A recording is added to the library; a finished video is checked."),
        )

    def _recording(self) -> None:
        self.hide()
        self.recordingChosen.emit(self._path)

    def _edit(self) -> None:
        self.hide()
        self.editChosen.emit(self._path)
