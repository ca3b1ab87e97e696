"""The timeline with what moves its view: scroll bar, zoom, previous and next conversation."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from consentkit.kernel.timebase import TimeRange
from consentkit.ui.recording.timeline import Timeline
from consentkit.ui.recording.view_scroll import ViewScroll
from consentkit.ui.widgets.buttons import button, icon_button
from consentkit.ui.widgets.layout import Card, row

_ZOOM_STEP = 1.6


class TimelinePanel(Card):
    """A ``Timeline`` with its tools below it."""

    stepRequested = Signal(int)
    """1 for the next conversation, -1 for the one before."""

    blockRequested = Signal()
    """The view is to be fitted to the chosen conversation."""

    def __init__(self) -> None:
        super().__init__(gap=0, margins=1)
        self.timeline = Timeline()
        self.timeline.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll = ViewScroll(
            self.tr("Stretch of the recording that is shown"),
            lambda: self.timeline.view,
            self.timeline.set_view,
        )
        self.timeline.viewChanged.connect(self._scroll.follow)
        self.body.addWidget(self.timeline)
        self.body.addLayout(self._tools())

    def _tools(self) -> QHBoxLayout:
        previous = icon_button(
            "chevron-left",
            self.tr("Previous conversation ([)"),
            lambda: self.stepRequested.emit(-1),
            size=16,
        )
        following = icon_button(
            "chevron-right",
            self.tr("Next conversation (])"),
            lambda: self.stepRequested.emit(1),
            size=16,
        )
        farther = icon_button("zoom-out", self.tr("Farther (-)"), self.farther, size=16)
        closer = icon_button("zoom-in", self.tr("Closer (+)"), self.closer, size=16)
        whole = button(self.tr("All"), self.show_whole, kind="quiet")
        whole.setToolTip(self.tr("The whole recording (1)"))
        self._block = button(self.tr("Conversation"), self.blockRequested.emit, kind="quiet")
        self._block.setToolTip(self.tr("The chosen conversation (2)"))
        second = button(self.tr("Second"), self.show_second, kind="quiet")
        second.setToolTip(self.tr("The second at the playhead (3)"))
        for widget in (previous, following, farther, closer, whole, self._block, second):
            # The mouse leaves the keyboard with the timeline, whose keys are needed next.
            widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        box = row(
            previous,
            following,
            8,
            self._scroll,
            8,
            whole,
            self._block,
            second,
            8,
            farther,
            closer,
            gap=2,
            margins=(8, 0, 8, 0),
        )
        box.setStretchFactor(self._scroll, 1)
        return box

    def set_has_selection(self, has_selection: bool) -> None:
        """Offer to fit the view to the chosen conversation, when there is one."""
        self._block.setEnabled(has_selection)

    def closer(self) -> None:
        """Zoom in."""
        self.timeline.zoom(_ZOOM_STEP)

    def farther(self) -> None:
        """Zoom out."""
        self.timeline.zoom(1 / _ZOOM_STEP)

    def show_whole(self) -> None:
        """Show the whole recording."""
        self.timeline.set_view(self.timeline.view.whole())

    def show_stretch(self, stretch: TimeRange) -> None:
        """Fit the view to ``stretch``."""
        self.timeline.set_view(self.timeline.view.focused(stretch))

    def show_second(self) -> None:
        """Show the second at the playhead."""
        self.timeline.set_view(self.timeline.view.at_second(float(self.timeline.playhead)))
