"""The coverage bar with the names of its lanes and its tools."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from consentkit.domain.coverage import Lane
from consentkit.domain.policy import Verdict
from consentkit.kernel.timebase import TimeRange
from consentkit.ui.check.lanes import Lanes
from consentkit.ui.check.lanes_paint import LANE_PX, LANE_TOPS, LOOKS, TOTAL_PX
from consentkit.ui.check.words import lane_name, verdict_name
from consentkit.ui.recording.view_scroll import ViewScroll
from consentkit.ui.theme import current_tokens
from consentkit.ui.widgets.buttons import button, icon_button
from consentkit.ui.widgets.chips import Chip
from consentkit.ui.widgets.layout import Card, row

_ZOOM_STEP = 1.6
_LARGEST_TYPE_PX = 15
_PAD = 8


class LaneNames(QWidget):
    """The names of the lanes, left of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(TOTAL_PX)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _small_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(min(_LARGEST_TYPE_PX, current_tokens().type_small))
        font.setWeight(QFont.Weight.DemiBold)
        return font

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._small_font())
        widest = max(metrics.horizontalAdvance(lane_name(lane)) for lane in Lane)
        return QSize(widest + 2 * _PAD, TOTAL_PX)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._small_font())
        painter.setPen(QColor(current_tokens().text_muted))
        for lane, top in LANE_TOPS.items():
            area = QRectF(_PAD, top, self.width() - _PAD, LANE_PX)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(area, int(flags), lane_name(lane))


class LanesPanel(Card):
    """``Lanes`` with their names at the left and their tools below."""

    matterStepRequested = Signal(int)

    def __init__(self) -> None:
        super().__init__(gap=0, margins=1)
        self.lanes = Lanes()
        bar = row(LaneNames(), gap=0)
        bar.addWidget(self.lanes, 1)
        self._scroll = ViewScroll(
            self.tr("Stretch of the video that is shown"),
            lambda: self.lanes.view,
            self.lanes.set_view,
        )
        self.lanes.viewChanged.connect(self._scroll.follow)
        self.body.addLayout(bar)
        self.body.addLayout(self._tools())

    def _tools(self) -> QHBoxLayout:
        self._previous = icon_button(
            "chevron-left",
            self.tr("Previous that needs a decision (P)"),
            lambda: self.matterStepRequested.emit(-1),
            size=16,
        )
        self._next = icon_button(
            "chevron-right",
            self.tr("Next that needs a decision (N)"),
            lambda: self.matterStepRequested.emit(1),
            size=16,
        )
        whole = button(self.tr("All"), self.show_whole, kind="quiet", tip=self.tr("All of it (1)"))
        farther = icon_button("zoom-out", self.tr("Farther (-)"), self.farther, size=16)
        closer = icon_button("zoom-in", self.tr("Closer (+)"), self.closer, size=16)
        for widget in (self._previous, self._next, whole, farther, closer):
            widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        legend = [Chip(verdict_name(item), LOOKS[item].icon, LOOKS[item].tone) for item in Verdict]
        box = row(self._previous, self._next, 8, *legend, 8, gap=4, margins=(8, 2, 8, 2))
        box.addWidget(self._scroll, 1)
        for widget in (whole, farther, closer):
            box.addWidget(widget)
        return box

    def set_has_matters(self, has_matters: bool) -> None:
        """Offer to go from one stretch that needs a decision to the next, when there are some."""
        self._previous.setEnabled(has_matters)
        self._next.setEnabled(has_matters)

    def closer(self) -> None:
        """Zoom in."""
        self.lanes.zoom(_ZOOM_STEP)

    def farther(self) -> None:
        """Zoom out."""
        self.lanes.zoom(1 / _ZOOM_STEP)

    def show_whole(self) -> None:
        """Show all of the video."""
        self.lanes.set_view(self.lanes.view.whole())

    def show_stretch(self, stretch: TimeRange) -> None:
        """Fit the view to ``stretch``."""
        self.lanes.set_view(self.lanes.view.focused(stretch))
