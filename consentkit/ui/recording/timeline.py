"""The timeline of a recording: pictures, conversations, loudness, flags, playhead, and the mouse.

What does not move while a recording plays is painted once into a picture and kept until the view,
the conversations or the colours change; a moving playhead costs one copy of it.
"""

from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
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

from consentkit.domain.conversation import SHORTEST_S
from consentkit.kernel.timebase import TimeRange
from consentkit.services.views import ConversationView, Filmstrip, Waveform
from consentkit.ui.messages import status_name
from consentkit.ui.recording import timeline_paint as paint
from consentkit.ui.recording.geometry import Viewport, gaps, snapped
from consentkit.ui.recording.strip import FilmstripImages, WaveformLayers
from consentkit.ui.theme import current_tokens

_GRIP_PX = 7
_SNAP_PX = 9
_ZOOM_PER_NOTCH = 1.25
_NOTCH = 120
_LARGEST_TYPE_PX = 15
"""The rows have a fixed height; larger words stand in the inspector."""


@dataclass(frozen=True, slots=True)
class _Drag:
    """An edge that is held with the mouse."""

    conversation_id: str
    is_start: bool
    original: TimeRange
    at: Fraction
    is_snapped: bool = False

    @property
    def range(self) -> TimeRange:
        if self.is_start:
            return TimeRange(min(self.at, self.original.end - SHORTEST_S), self.original.end)
        return TimeRange(self.original.start, max(self.at, self.original.start + SHORTEST_S))


class Timeline(QWidget):
    """A recording from left to right.

    Signals carry exact moments (``Fraction`` seconds) and ranges (``TimeRange``).
    """

    seekRequested = Signal(object)
    selectRequested = Signal(str)
    edgesMoved = Signal(str, object)
    focusRequested = Signal(str)
    viewChanged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(paint.TOTAL_PX)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.tr("Timeline"))
        self._view = Viewport(1.0, 1)
        self._images = FilmstripImages(Filmstrip())
        self._layers = WaveformLayers(Waveform())
        self._conversations: tuple[ConversationView, ...] = ()
        self._gaps: tuple[TimeRange, ...] = ()
        self._flags: tuple[paint.Flag, ...] = ()
        self._pending: TimeRange | None = None
        self._selected_id = ""
        self._playhead = Fraction(0)
        self._drag: _Drag | None = None
        self._is_scrubbing = False
        self._still: QPixmap | None = None
        self._still_count = 0

    @property
    def view(self) -> Viewport:
        """What is on the screen."""
        return self._view

    @property
    def playhead(self) -> Fraction:
        """Where the playhead is."""
        return self._playhead

    @property
    def stills_painted(self) -> int:
        """How often the picture under the playhead was painted, for tests of its cost."""
        return self._still_count

    def set_recording(self, duration: Fraction, filmstrip: Filmstrip, waveform: Waveform) -> None:
        """Show another recording, as a whole."""
        self._images = FilmstripImages(filmstrip)
        self._layers = WaveformLayers(waveform)
        self._playhead = Fraction(0)
        self._drag = None
        self.set_view(Viewport(float(duration), max(1, self.width())))
        self._refresh_gaps()

    def set_conversations(self, conversations: tuple[ConversationView, ...]) -> None:
        """Show these conversations."""
        self._conversations = conversations
        self._refresh_gaps()

    def _refresh_gaps(self) -> None:
        taken = (
            item.conversation.range
            for item in self._conversations
            if not item.conversation.is_discarded
        )
        self._gaps = gaps(taken, Fraction(self._view.duration).limit_denominator(10**6))
        self._invalidate()

    def set_selection(self, conversation_id: str) -> None:
        """Show one conversation as selected; empty for none."""
        if conversation_id != self._selected_id:
            self._selected_id = conversation_id
            self._invalidate()

    def set_flags(self, flags: tuple[paint.Flag, ...]) -> None:
        """Show these flags."""
        if flags != self._flags:
            self._flags = flags
            self._invalidate()

    def set_pending(self, stretch: TimeRange | None) -> None:
        """Show a stretch that is being marked, or none."""
        self._pending = stretch
        self.update()

    def set_playhead(self, moment: Fraction, *, is_followed: bool = True) -> None:
        """Move the playhead; the view turns a page when it leaves the screen."""
        self._playhead = moment
        if is_followed and self._drag is None and not self._view.shows(moment):
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
        anchor = (
            float(self._playhead)
            if self._view.shows(self._playhead)
            else self._view.start + self._view.span / 2
        )
        self.set_view(self._view.zoomed(factor, anchor))

    def _invalidate(self) -> None:
        self._still = None
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return a wide strip."""
        return QSize(960, paint.TOTAL_PX)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the stretch on another width."""
        super().resizeEvent(event)
        self.set_view(self._view.resized(max(1, self.width())))

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Paint again in other colours or another type size."""
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
        """Copy what stands still, then paint what moves."""
        if self._still is None:
            self._still = self._painted_still()
        tokens = current_tokens()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._still)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._small_font())
        if self._pending is not None:
            paint.paint_pending(painter, self._view, self._pending, tokens)
        paint.paint_playhead(painter, self._view, self._playhead, tokens)
        if self._drag is not None:
            paint.paint_pending(painter, self._view, self._drag.range, tokens)
            edge = self._drag.range.start if self._drag.is_start else self._drag.range.end
            paint.paint_label(painter, self._view, edge, self._drag.is_snapped, tokens)
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
        paint.paint_ruler(painter, self._view, tokens)
        paint.paint_filmstrip(painter, self._view, self._images, tokens)
        paint.paint_gaps(painter, self._view, self._gaps, tokens)
        paint.paint_waveform(painter, self._view, self._layers, tokens)
        numbered = (
            (number, item, item.partner) for number, item in enumerate(self._conversations, start=1)
        )
        paint.paint_blocks(painter, self._view, numbered, self._selected_id, tokens)
        paint.paint_flags(painter, self._view, self._flags, tokens)
        painter.end()
        self._still_count += 1
        return pixmap

    # The mouse

    def conversation_at(self, position: QPointF) -> ConversationView | None:
        """Return the conversation whose block is at ``position``."""
        if not paint.BLOCK_TOP <= position.y() < paint.WAVE_TOP:
            return None
        moment = self._view.moment_at(position.x())
        return next(
            (item for item in self._conversations if item.conversation.range.contains(moment)), None
        )

    def _grip_at(self, position: QPointF) -> _Drag | None:
        if not paint.BLOCK_TOP <= position.y() < paint.WAVE_TOP:
            return None
        for item in self._conversations:
            if item.conversation.id == self._selected_id:
                stretch = item.conversation.range
                rect: QRectF = paint.block_rect(self._view, stretch)
                for x, is_start in ((rect.left(), True), (rect.right(), False)):
                    if abs(position.x() - x) <= _GRIP_PX:
                        at = stretch.start if is_start else stretch.end
                        return _Drag(item.conversation.id, is_start, stretch, at)
        return None

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of an edge, choose a conversation, or move the playhead."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._drag = self._grip_at(event.position())
        if self._drag is not None:
            self.update()
            return
        if paint.BLOCK_TOP <= event.position().y() < paint.WAVE_TOP:
            found = self.conversation_at(event.position())
            self.selectRequested.emit(found.conversation.id if found is not None else "")
        self._is_scrubbing = True
        self.seekRequested.emit(self._view.moment_at(event.position().x()))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what is held, or show what could be."""
        if self._drag is not None:
            self._drag_to(event)
        elif self._is_scrubbing:
            self.seekRequested.emit(self._view.moment_at(event.position().x()))
        elif self._grip_at(event.position()) is not None:
            self.setCursor(Qt.CursorShape.SizeHorCursor)
        else:
            self.unsetCursor()

    def _drag_to(self, event: QMouseEvent) -> None:
        if self._drag is None:
            return
        moment = self._view.moment_at(event.position().x())
        is_snapped = False
        if not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            tolerance = Fraction(_SNAP_PX * self._view.seconds_per_px).limit_denominator(10**6)
            moment, is_snapped = snapped(moment, self._snap_targets(), tolerance)
        moment = self._bounded(moment)
        drag = self._drag
        self._drag = _Drag(drag.conversation_id, drag.is_start, drag.original, moment, is_snapped)
        self.update()

    def _snap_targets(self) -> list[Fraction]:
        targets = [Fraction(0), self._playhead]
        for flag in self._flags:
            targets += (flag.stretch.start, flag.stretch.end)
        for item in self._conversations:
            if self._drag is None or item.conversation.id != self._drag.conversation_id:
                targets += (item.conversation.range.start, item.conversation.range.end)
        return targets

    def _bounded(self, moment: Fraction) -> Fraction:
        """Return ``moment`` kept from running into a neighbour, which the rules do not allow."""
        if self._drag is None:
            return moment
        lowest = Fraction(0)
        highest = Fraction(self._view.duration).limit_denominator(10**6)
        for item in self._conversations:
            if item.conversation.id == self._drag.conversation_id:
                continue
            stretch = item.conversation.range
            if stretch.end <= self._drag.original.start:
                lowest = max(lowest, stretch.end)
            elif stretch.start >= self._drag.original.end:
                highest = min(highest, stretch.start)
        return max(lowest, min(highest, moment))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go; a moved edge is told."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._is_scrubbing = False
        drag, self._drag = self._drag, None
        if drag is not None:
            self.update()
            if drag.range != drag.original:
                self.edgesMoved.emit(drag.conversation_id, drag.range)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fit the view to the conversation under the mouse."""
        found = self.conversation_at(event.position())
        if found is not None:
            self.set_view(self._view.focused(found.conversation.range))
            self.focusRequested.emit(found.conversation.id)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else move along."""
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
        """Answer a hovering mouse with number, name and status of a conversation."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self.conversation_at(QPointF(event.pos()))
            if found is None:
                QToolTip.hideText()
            else:
                number = self._conversations.index(found) + 1
                text = self.tr("Conversation {number} · {partner} · {status}").format(
                    number=number,
                    partner=found.partner or self.tr("no name yet"),
                    status=status_name(found.status),
                )
                QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)
