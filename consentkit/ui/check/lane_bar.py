"""A video from left to right under a ruler: what its coverage and its changes share.

What stands still is painted once and kept. Whoever derives says what is painted, what a click
chooses, and what a hovering mouse is told.
"""

from fractions import Fraction

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from consentkit.services.views import Filmstrip
from consentkit.ui.recording.geometry import Viewport
from consentkit.ui.recording.strip import FilmstripImages
from consentkit.ui.recording.timeline_paint import paint_playhead
from consentkit.ui.theme import Tokens, current_tokens

_ZOOM_PER_NOTCH = 1.25
_NOTCH = 120
_LARGEST_TYPE_PX = 15


class LaneBar(QWidget):
    """A bar of lanes with a playhead. Signals carry exact moments."""

    seekRequested = Signal(object)
    viewChanged = Signal()

    def __init__(self, height_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(height_px)
        self.setMouseTracking(True)
        self._view = Viewport(1.0, 1)
        self._images = FilmstripImages(Filmstrip())
        self._playhead = Fraction(0)
        self._is_scrubbing = False
        self._still: QPixmap | None = None

    def _paint(self, painter: QPainter, tokens: Tokens) -> None:
        """Paint what stands still; a bar of nothing stays empty."""

    def _choose_at(self, position: QPointF) -> bool:  # noqa: ARG002 -- for what derives
        """Choose what is at a position; return whether anything is."""
        return False

    def words_at(self, position: QPointF) -> str:  # noqa: ARG002 -- for what derives
        """Return what is at a position, in lines; empty for nothing."""
        return ""

    @property
    def view(self) -> Viewport:
        """What is on the screen."""
        return self._view

    def set_playhead(self, moment: Fraction) -> None:
        """Move the playhead; the view turns a page when it leaves the screen."""
        self._playhead = moment
        if not self._view.shows(moment):
            self.set_view(self._view.following(moment))
        self.update()

    def set_view(self, view: Viewport) -> None:
        """Show another stretch."""
        if view != self._view:
            self._view = view
            self._invalidate()
            self.viewChanged.emit()

    def _invalidate(self) -> None:
        self._still = None
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(720, self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.set_view(self._view.resized(max(1, self.width())))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {
            QEvent.Type.PaletteChange,
            QEvent.Type.StyleChange,
            QEvent.Type.FontChange,
        }:
            self._invalidate()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._still is None:
            self._still = self._painted_still()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._still)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_playhead(painter, self._view, self._playhead, current_tokens(), self.height())
        painter.end()

    def _painted_still(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        still = QPixmap(int(self.width() * ratio), int(self.height() * ratio))
        still.setDevicePixelRatio(ratio)
        tokens = current_tokens()
        still.fill(QColor(tokens.surface))
        painter = QPainter(still)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        font = QFont(self.font())
        font.setPixelSize(min(_LARGEST_TYPE_PX, tokens.type_small))
        painter.setFont(font)
        self._paint(painter, tokens)
        painter.end()
        return still

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._is_scrubbing = not self._choose_at(event.position())
        self.seekRequested.emit(self._view.moment_at(event.position().x()))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_scrubbing:
            self.seekRequested.emit(self._view.moment_at(event.position().x()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._is_scrubbing = False

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            anchor = self._view.seconds_at(event.position().x())
            self.set_view(self._view.zoomed(_ZOOM_PER_NOTCH ** (delta.y() / _NOTCH), anchor))
        else:
            turn = delta.x() or delta.y()
            self.set_view(self._view.panned(-turn / _NOTCH * self._view.span * 0.1))
        event.accept()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = self.words_at(QPointF(event.pos()))
            if text:
                escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
                QToolTip.showText(event.globalPos(), f"<span>{escaped}</span>", self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)
