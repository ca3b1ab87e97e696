"""The coverage bar with the names of its lanes and its tools."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolTip, QWidget
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
from consentkit.ui.widgets.chips import chip_size, paint_chip
from consentkit.ui.widgets.layout import Card, row

_ZOOM_STEP = 1.6
_LARGEST_TYPE_PX = 15
_PAD = 8
_GAP = 4


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


class Legend(QWidget):
    """What the looks of the lanes mean; where room is short, icons alone with tool tips."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(verdict_name(item) for item in Verdict))

    def _widths(self, *, has_words: bool) -> list[int]:
        return [
            chip_size(verdict_name(item) if has_words else "", self.font()).width()
            for item in Verdict
        ]

    def _needed(self, *, has_words: bool) -> int:
        widths = self._widths(has_words=has_words)
        return sum(widths) + _GAP * (len(widths) - 1)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._needed(has_words=True), chip_size("X", self.font()).height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._needed(has_words=False), chip_size("X", self.font()).height())

    def _places(self) -> list[tuple[Verdict, QRectF, bool]]:
        has_words = self.width() >= self._needed(has_words=True)
        left, found = 0, []
        for item, width in zip(Verdict, self._widths(has_words=has_words), strict=True):
            found.append((item, QRectF(left, 0, width, self.height()), has_words))
            left += width + _GAP
        return found

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for item, area, has_words in self._places():
            look = LOOKS[item]
            words = verdict_name(item) if has_words else ""
            paint_chip(painter, area, words, look.icon, look.tone, self.font())

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            for item, area, has_words in self._places():
                if area.contains(QPointF(event.pos())) and not has_words:
                    QToolTip.showText(event.globalPos(), verdict_name(item), self)
                    return True
            QToolTip.hideText()
            return True
        return super().event(event)


class LanesPanel(Card):
    """``Lanes`` with their names at the left and their tools below."""

    matterStepRequested = Signal(int)

    def __init__(self) -> None:
        super().__init__(gap=0, margins=1)
        self.lanes = Lanes()
        self._names = LaneNames()
        bar = row(self._names, gap=0)
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
        self._scroll.setMinimumWidth(48)
        box = row(self._previous, self._next, 8, gap=4, margins=(8, 2, 8, 2))
        box.addWidget(Legend())
        box.addSpacing(8)
        box.addWidget(self._scroll, 1)
        for widget in (whole, farther, closer):
            box.addWidget(widget)
        return box

    def set_has_loudness(self, has_loudness: bool) -> None:
        """Show the loudness below the lanes, or leave it out where room is short."""
        self.lanes.set_has_loudness(has_loudness)
        self._names.setFixedHeight(self.lanes.height() if not has_loudness else TOTAL_PX)

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
