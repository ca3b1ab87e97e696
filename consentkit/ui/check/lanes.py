"""Picture and sound of a finished video from left to right, each stretch with its verdict.

As in the timeline of a recording, what stands still is painted once and kept.
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

from consentkit.domain.coverage import Lane
from consentkit.services.check_reading import span_at
from consentkit.services.check_views import EditCheck
from consentkit.services.views import Filmstrip, Waveform
from consentkit.ui.check import lanes_paint as paint
from consentkit.ui.check.words import lane_absent, span_name, span_words
from consentkit.ui.recording.geometry import Viewport
from consentkit.ui.recording.strip import FilmstripImages, WaveformLayers
from consentkit.ui.recording.timeline_paint import paint_playhead
from consentkit.ui.theme import current_tokens

_ZOOM_PER_NOTCH = 1.25
_NOTCH = 120
_LARGEST_TYPE_PX = 15


class Lanes(QWidget):
    """The coverage bar. Signals carry exact moments and places in ``EditCheck.spans``."""

    seekRequested = Signal(object)
    selectRequested = Signal(int)
    viewChanged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(paint.TOTAL_PX)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Picture and sound of the video"))
        self._view = Viewport(1.0, 1)
        self._images = FilmstripImages(Filmstrip())
        self._layers = WaveformLayers(Waveform())
        self._check: EditCheck | None = None
        self._names: tuple[str, ...] = ()
        self._selected: frozenset[int] = frozenset()
        self._playhead = Fraction(0)
        self._is_scrubbing = False
        self._still: QPixmap | None = None
        self._has_loudness = True

    def set_has_loudness(self, has_loudness: bool) -> None:
        """Show the loudness below the lanes, or leave it out where room is short."""
        if has_loudness != self._has_loudness:
            self._has_loudness = has_loudness
            self.setFixedHeight(paint.TOTAL_PX if has_loudness else paint.LOUDNESS_TOP)
            self._invalidate()

    @property
    def view(self) -> Viewport:
        """What is on the screen."""
        return self._view

    @property
    def playhead(self) -> Fraction:
        """Where the playhead is."""
        return self._playhead

    def set_check(self, check: EditCheck) -> None:
        """Show a check; the view stays where the same video is shown again."""
        before = self._check
        is_same = before is not None and before.sha256 == check.sha256 and before.path == check.path
        self._check = check
        self._names = tuple(span_name(check, item) for item in check.spans)
        if before is None or before.filmstrip is not check.filmstrip:
            self._images = FilmstripImages(check.filmstrip)
        if before is None or before.waveform is not check.waveform:
            self._layers = WaveformLayers(check.waveform)
        if not is_same or self._view.duration != max(0.001, float(check.duration)):
            self._selected = frozenset()
            self._playhead = Fraction(0)
            self.set_view(Viewport(float(check.duration), max(1, self.width())))
        self._invalidate()

    def set_selection(self, places: frozenset[int]) -> None:
        """Show these spans as chosen."""
        if places != self._selected:
            self._selected = places
            self._tell_selection()
            self._invalidate()

    def _tell_selection(self) -> None:
        if self._check is None or not self._selected:
            self.setAccessibleDescription("")
            return
        place = min(self._selected)
        if place < len(self._check.spans):
            words = span_words(self._check, self._check.spans[place])
            self.setAccessibleDescription(words.replace("\n", ", "))

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

    def zoom(self, factor: float) -> None:
        """Zoom about the playhead, or the middle when it is not on the screen."""
        shows = self._view.shows(self._playhead)
        middle = self._view.start + self._view.span / 2
        self.set_view(self._view.zoomed(factor, float(self._playhead) if shows else middle))

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

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._still is None:
            self._still = self._painted_still()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._still)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = current_tokens()
        paint_playhead(painter, self._view, self._playhead, tokens, self.height())
        painter.end()

    def _small_font(self) -> QFont:
        font = self.font()
        font.setPixelSize(min(_LARGEST_TYPE_PX, current_tokens().type_small))
        return font

    def _painted_still(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(int(self.width() * ratio), int(self.height() * ratio))
        pixmap.setDevicePixelRatio(ratio)
        tokens = current_tokens()
        pixmap.fill(QColor(tokens.surface))
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setFont(self._small_font())
        paint.paint_ground(
            painter,
            self._view,
            self._images,
            self._layers,
            tokens,
            has_loudness=self._has_loudness,
        )
        if self._check is not None:
            for lane in Lane:
                if lane not in self._check.lanes:
                    words = lane_absent(lane, is_provisional=self._check.is_provisional)
                    paint.paint_absent(painter, self._view, lane, words, tokens)
            found = tuple(item.edit.start for item in self._check.findings)
            paint.paint_marks(painter, self._view, found, tokens)
            paint.paint_spans(
                painter, self._view, self._check.spans, self._names, self._selected, tokens
            )
        painter.end()
        return pixmap

    # The mouse

    def place_at(self, position: QPointF) -> int:
        """Return the span whose block is at ``position``, or -1."""
        if self._check is None:
            return -1
        for lane, top in paint.LANE_TOPS.items():
            if top <= position.y() < top + paint.LANE_PX:
                return span_at(self._check, lane, self._view.moment_at(position.x()))
        return -1

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        place = self.place_at(event.position())
        if place >= 0:
            self.selectRequested.emit(place)
        self._is_scrubbing = place < 0
        self.seekRequested.emit(self._view.moment_at(event.position().x()))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_scrubbing:
            self.seekRequested.emit(self._view.moment_at(event.position().x()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._is_scrubbing = False

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position())
        if place >= 0 and self._check is not None:
            self.set_view(self._view.focused(self._check.spans[place].span.edit))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            factor = _ZOOM_PER_NOTCH ** (delta.y() / _NOTCH)
            anchor = self._view.seconds_at(event.position().x())
            self.set_view(self._view.zoomed(factor, anchor))
        else:
            turn = delta.x() or delta.y()
            self.set_view(self._view.panned(-turn / _NOTCH * self._view.span * 0.1))
        event.accept()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self.place_at(QPointF(event.pos()))
            if place < 0 or self._check is None:
                QToolTip.hideText()
            else:
                text = span_words(self._check, self._check.spans[place])
                escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
                QToolTip.showText(event.globalPos(), f"<span>{escaped}</span>", self)
            return True
        return super().event(event)
