"""What is done to a video from left to right: blocks of both lanes, and moments to look at."""

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

from consentkit.domain.coverage import Lane
from consentkit.domain.redaction import Action, Treatment
from consentkit.services.redaction_views import RedactionProject
from consentkit.services.views import Filmstrip
from consentkit.ui.check import lanes_paint as paint
from consentkit.ui.check.redaction_words import TREATMENT_LOOKS, person_title, treatment_name
from consentkit.ui.check.words import lane_name, range_words
from consentkit.ui.recording.geometry import Viewport
from consentkit.ui.recording.strip import FilmstripImages
from consentkit.ui.recording.timeline_paint import paint_filmstrip, paint_playhead, paint_ruler
from consentkit.ui.theme import current_tokens

_ZOOM_PER_NOTCH = 1.25
_NOTCH = 120
_LARGEST_TYPE_PX = 15
_IN_PICTURE = frozenset({Treatment.BLUR_FACE, Treatment.HIDE_PICTURE})


class ChangeLanes(QWidget):
    """The timeline of changes."""

    seekRequested = Signal(object)
    personChosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(paint.LOUDNESS_TOP)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("What changes in picture and sound"))
        self._view = Viewport(1.0, 1)
        self._images = FilmstripImages(Filmstrip())
        self._strip: Filmstrip | None = None
        self._project: RedactionProject | None = None
        self._names: dict[str, str] = {}
        self._playhead = Fraction(0)
        self._is_scrubbing = False
        self._still: QPixmap | None = None

    @property
    def view(self) -> Viewport:
        """What is on the screen."""
        return self._view

    def set_strip(self, strip: Filmstrip) -> None:
        """Show these pictures."""
        if strip is not self._strip:
            self._strip = strip
            self._images = FilmstripImages(strip)
            self._invalidate()

    def set_project(self, project: RedactionProject) -> None:
        """Show what is done."""
        before = self._project
        self._project = project
        self._names = {one.treatment.person: person_title(one) for one in project.people}
        if before is None or before.duration != project.duration:
            self.set_view(Viewport(float(project.duration), max(1, self.width())))
        kinds = {treatment_name(one.treatment) for one in project.actions}
        self.setAccessibleDescription(", ".join(sorted(kinds)))
        self._invalidate()

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

    def zoom(self, factor: float) -> None:
        """Zoom about the playhead."""
        self.set_view(self._view.zoomed(factor, float(self._playhead)))

    def show_whole(self) -> None:
        """Show all of the video."""
        self.set_view(self._view.whole())

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

    def _rects(self, action: Action) -> tuple[QRectF, ...]:
        left, right = self._view.x_of(action.edit.start), self._view.x_of(action.edit.end)
        lanes = tuple(paint.LANE_TOPS.values())
        if action.treatment is not Treatment.CUT:
            is_picture = action.treatment in _IN_PICTURE
            lanes = (paint.LANE_TOPS[Lane.PICTURE if is_picture else Lane.SOUND],)
        width = max(1.5, right - left)
        return tuple(QRectF(left, top + 2, width, paint.LANE_PX - 4) for top in lanes)

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
        paint_ruler(painter, self._view, tokens)
        paint_filmstrip(painter, self._view, self._images, tokens)
        project = self._project
        if project is not None:
            self._paint_untouched(painter)
            for action in project.actions:
                if self._view.is_seen(action.edit):
                    look = TREATMENT_LOOKS[action.treatment]
                    for rect in self._rects(action):
                        words = (look, treatment_name(action.treatment))
                        paint.paint_block(
                            painter, self._view, rect, words, tokens, is_selected=False
                        )
            unsure = tuple(item.edit.start for item in project.faces.unsure)
            paint.paint_marks(painter, self._view, unsure, tokens, "amber")
        painter.end()
        return still

    def _paint_untouched(self, painter: QPainter) -> None:
        """Paint a quiet line where a lane stays as it is."""
        painter.setPen(QColor(current_tokens().border))
        for top in paint.LANE_TOPS.values():
            middle = top + paint.LANE_PX / 2
            painter.drawLine(QPointF(0, middle), QPointF(self._view.width_px, middle))

    # The mouse

    def action_at(self, position: QPointF) -> Action | None:
        """Return the change whose block is at a position."""
        for action in self._project.actions if self._project is not None else ():
            if any(rect.contains(position) for rect in self._rects(action)):
                return action
        return None

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        action = self.action_at(event.position())
        if action is not None:
            self.personChosen.emit(action.person)
        self._is_scrubbing = action is None
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

    def words_at(self, position: QPointF) -> str:
        """Return what is done at a position, in lines."""
        action = self.action_at(position)
        if action is None:
            return ""
        is_picture = action.treatment in _IN_PICTURE
        lanes = (
            ", ".join(map(lane_name, Lane))
            if action.treatment is Treatment.CUT
            else lane_name(Lane.PICTURE if is_picture else Lane.SOUND)
        )
        name = self._names.get(action.person, "")
        head = f"{lanes}, {range_words(action.edit)}"
        return "\n".join(part for part in (head, treatment_name(action.treatment), name) if part)

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
