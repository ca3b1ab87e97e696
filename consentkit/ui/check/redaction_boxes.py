"""The boxes of faces over the picture: chosen, moved, resized and drawn with the mouse."""

from enum import Enum

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from consentkit.domain.frame_box import FULL, FrameBox
from consentkit.services.redaction_reading import ShownFace
from consentkit.ui.icons import pixmap
from consentkit.ui.recording.player import Picture
from consentkit.ui.theme import DARK

_HANDLE_PX = 8
_REACH_PX = 12
_LEAST_PX = 12
_ICON_PX = 16


class _Drag(Enum):
    """What the mouse does while its button is down."""

    NONE = "none"
    MOVE = "move"
    CORNER = "corner"
    NEW = "new"


class BoxCanvas(QWidget):
    """Lies over the picture of a player; in front of it, the frame as it will be.

    Colours are those of the dark theme in both themes: a picture is behind them.
    """

    faceChosen = Signal(str)
    boxDrawn = Signal(str, object)
    """A track, empty for a new one, and its ``FrameBox``."""

    def __init__(self, picture: Picture) -> None:
        super().__init__(picture)
        self._picture = picture
        self._frame = QPixmap()
        self._faces: tuple[ShownFace, ...] = ()
        self._chosen = ""
        self._drag = _Drag.NONE
        self._start = QPointF()
        self._held = QPointF()
        self._box: QRectF | None = None
        self.is_editable = True
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Faces in the picture"))
        picture.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Show}:
            self.setGeometry(self._picture.rect())
            self.raise_()
        return super().eventFilter(watched, event)

    def show_faces(self, faces: tuple[ShownFace, ...], chosen: str) -> None:
        """Show these boxes."""
        self._faces, self._chosen = faces, chosen
        blurred = sum(1 for one in faces if one.is_blurred)
        words = self.tr("%n face(s)", "", len(faces))
        self.setAccessibleDescription(
            self.tr("{faces}, {blurred} blurred").format(faces=words, blurred=blurred)
        )
        self.update()

    def show_frame(self, jpeg: bytes) -> None:
        """Show a frame in place of the video's own; empty for none."""
        if not jpeg and self._frame.isNull():
            return
        self._frame = QPixmap()
        self._frame.loadFromData(jpeg)
        self.update()

    # Places

    def area(self) -> QRectF:
        """Return where the picture is."""
        found = self._picture.shown_area
        if not found.isEmpty():
            return found
        outer = QRectF(self.rect())
        size = self._frame.size()
        if size.isEmpty():
            return outer
        fitted = size.scaled(outer.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (outer.width() - fitted.width()) / 2, (outer.height() - fitted.height()) / 2
        return QRectF(left, top, fitted.width(), fitted.height())

    def rect_of(self, box: FrameBox) -> QRectF:
        """Return where a box is painted."""
        area = self.area()
        across, down = area.width() / FULL, area.height() / FULL
        return QRectF(
            area.left() + box.left * across,
            area.top() + box.top * down,
            (box.right - box.left) * across,
            (box.bottom - box.top) * down,
        )

    def box_of(self, rect: QRectF) -> FrameBox | None:
        """Return the box of a painted rectangle, kept in the picture; None of next to nothing."""
        area = self.area()
        inside = rect.normalized().intersected(area)
        if area.isEmpty() or inside.width() < _LEAST_PX or inside.height() < _LEAST_PX:
            return None
        across, down = FULL / area.width(), FULL / area.height()
        left = round((inside.left() - area.left()) * across)
        top = round((inside.top() - area.top()) * down)
        right = min(FULL, round((inside.right() - area.left()) * across))
        bottom = min(FULL, round((inside.bottom() - area.top()) * down))
        return FrameBox(max(0, left), max(0, top), max(left + 1, right), max(top + 1, bottom))

    def face_at(self, position: QPointF) -> ShownFace | None:
        """Return the face under a position; the chosen one first."""
        found = [one for one in self._faces if self.rect_of(one.box).contains(position)]
        chosen = (one for one in found if one.track == self._chosen)
        return next(chosen, found[-1] if found else None)

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self._frame.isNull():
            painter.fillRect(self.rect(), QColor("black"))
            painter.drawPixmap(self.area(), self._frame, QRectF(self._frame.rect()))
        for face in self._faces:
            is_held = face.track == self._chosen and self._box is not None
            rect = self._box if is_held and self._box is not None else self.rect_of(face.box)
            self._paint_face(painter, rect, face)
        if self._drag is _Drag.NEW and self._box is not None:
            self._paint_box(painter, self._box, DARK.accent, Qt.PenStyle.SolidLine, 2)

    def _paint_face(self, painter: QPainter, rect: QRectF, face: ShownFace) -> None:
        is_chosen = face.track == self._chosen
        colour = DARK.violet.fg if face.is_blurred else DARK.text
        style = Qt.PenStyle.SolidLine if face.is_blurred else Qt.PenStyle.DashLine
        self._paint_box(painter, rect, DARK.accent if is_chosen else colour, style, 2)
        icon = "eye-off" if face.is_blurred else "person" if face.is_own else "eye"
        plate = QRectF(rect.left(), rect.top() - _ICON_PX - 6, _ICON_PX + 8, _ICON_PX + 4)
        if plate.top() < 0:
            plate.moveTop(rect.top() + 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(DARK.violet.bg if face.is_blurred else DARK.surface))
        painter.drawRoundedRect(plate, 3, 3)
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(
            QPointF(plate.left() + 4, plate.top() + 2), pixmap(icon, colour, _ICON_PX, ratio)
        )
        if is_chosen and self.is_editable:
            painter.setBrush(QColor(DARK.accent))
            for corner in _corners(rect):
                painter.drawRect(
                    QRectF(
                        corner.x() - _HANDLE_PX / 2,
                        corner.y() - _HANDLE_PX / 2,
                        _HANDLE_PX,
                        _HANDLE_PX,
                    )
                )

    @staticmethod
    def _paint_box(
        painter: QPainter, rect: QRectF, colour: str, style: Qt.PenStyle, width: int
    ) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # A dark line beneath keeps the box in sight over a bright picture.
        painter.setPen(QPen(QColor(0, 0, 0, 160), width + 2))
        painter.drawRect(rect)
        painter.setPen(QPen(QColor(colour), width, style))
        painter.drawRect(rect)

    # The mouse

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        position = event.position()
        self._start, self._box = position, None
        corner = self._corner_at(position)
        face = self.face_at(position)
        if corner is not None:
            self._drag, self._held = _Drag.CORNER, corner
        elif face is not None:
            self._drag = _Drag.MOVE
            if face.track != self._chosen:
                self.faceChosen.emit(face.track)
        else:
            self._drag = _Drag.NEW
            self.faceChosen.emit("")
        if not self.is_editable:
            self._drag = _Drag.NONE

    def _chosen_rect(self) -> QRectF | None:
        face = next((one for one in self._faces if one.track == self._chosen), None)
        return self.rect_of(face.box) if face is not None and self._chosen else None

    def _corner_at(self, position: QPointF) -> QPointF | None:
        """Return the corner opposite of the one under a position; it stays when that is moved."""
        rect = self._chosen_rect()
        for place, corner in enumerate(_corners(rect) if rect is not None else ()):
            if (corner - position).manhattanLength() <= _REACH_PX:
                return _corners(rect)[(place + 2) % 4] if rect is not None else None
        return None

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        position = event.position()
        if self._drag is _Drag.NONE:
            self._show_pointer(position)
            return
        if self._drag is _Drag.NEW:
            self._box = QRectF(self._start, position).normalized().intersected(self.area())
        elif self._drag is _Drag.CORNER:
            self._box = QRectF(self._held, position).normalized().intersected(self.area())
        else:
            rect = self._chosen_rect()
            if rect is not None:
                self._box = self._kept_inside(rect.translated(position - self._start))
        self.update()

    def _kept_inside(self, rect: QRectF) -> QRectF:
        area = self.area()
        left = min(max(rect.left(), area.left()), area.right() - rect.width())
        top = min(max(rect.top(), area.top()), area.bottom() - rect.height())
        return QRectF(left, top, rect.width(), rect.height())

    def _show_pointer(self, position: QPointF) -> None:
        shape = Qt.CursorShape.CrossCursor
        if not self.is_editable:
            shape = Qt.CursorShape.ArrowCursor
        elif self._corner_at(position) is not None:
            shape = Qt.CursorShape.SizeFDiagCursor
        elif self.face_at(position) is not None:
            shape = Qt.CursorShape.SizeAllCursor
        self.setCursor(shape)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, rect = self._drag, self._box
        self._drag, self._box = _Drag.NONE, None
        box = self.box_of(rect) if rect is not None else None
        if box is not None and drag is not _Drag.NONE:
            self.boxDrawn.emit("" if drag is _Drag.NEW else self._chosen, box)
        self.update()


def _corners(rect: QRectF) -> tuple[QPointF, QPointF, QPointF, QPointF]:
    return rect.topLeft(), rect.topRight(), rect.bottomRight(), rect.bottomLeft()
