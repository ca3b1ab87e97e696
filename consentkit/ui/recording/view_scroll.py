"""The scroll bar under a timeline: it shows which stretch is on the screen and moves it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollBar, QWidget

from consentkit.ui.recording.geometry import Viewport

_PER_SECOND = 1000


class ViewScroll(QScrollBar):
    """A scroll bar for a view.

    Args:
        name: What it moves, read aloud.
        view: Gives the view.
        set_view: Takes another view.
    """

    def __init__(
        self,
        name: str,
        view: Callable[[], Viewport],
        set_view: Callable[[Viewport], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._view, self._set_view = view, set_view
        self.setAccessibleName(name)
        self.valueChanged.connect(self._scrolled)

    def follow(self) -> None:
        """Show the view as it is."""
        view = self._view()
        self.blockSignals(True)
        self.setRange(0, round((view.duration - view.span) * _PER_SECOND))
        self.setPageStep(max(1, round(view.span * _PER_SECOND)))
        self.setSingleStep(max(1, round(view.span * _PER_SECOND / 10)))
        self.setValue(round(view.start * _PER_SECOND))
        self.setEnabled(not view.is_whole)
        self.blockSignals(False)

    def _scrolled(self, value: int) -> None:
        view = self._view()
        self._set_view(view.panned(value / _PER_SECOND - view.start))
