"""The focus ring: two pixels around what the keyboard acts on, shown to those who use it."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from consentkit.ui.theme import current_tokens

_KEYS = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
_SHIFTS = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.EnabledChange,
}
_ROOM = 3


class _Ring(QWidget):
    """Paints the ring over a window without being in the way."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._host = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def surround(self, widget: QWidget) -> None:
        """Lie around ``widget``, or hide where it cannot be seen."""
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            self.hide()
            return
        corner = widget.mapTo(self._host, QPoint(0, 0))
        self.setGeometry(
            corner.x() - _ROOM,
            corner.y() - _ROOM,
            widget.width() + 2 * _ROOM,
            widget.height() + 2 * _ROOM,
        )
        self.show()
        self.raise_()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(current_tokens().focus), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)


class FocusRing(QObject):
    """Follows the focus while it is moved with the Tab key; install it once on the application."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._is_keyboard = False
        self._ring: _Ring | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._place)
        app.installEventFilter(self)
        app.focusChanged.connect(self._focus_changed)

    def _focus_changed(self, _old: QWidget | None, _new: QWidget | None) -> None:
        self._later.start()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _KEYS:
                self._is_keyboard = True
                self._later.start()
        elif kind is QEvent.Type.MouseButtonPress:
            if self._is_keyboard:
                self._is_keyboard = False
                self._later.start()
        elif kind in _SHIFTS and self._is_keyboard and not isinstance(watched, _Ring):
            self._later.start()
        return False

    def _place(self) -> None:
        widget = QApplication.focusWidget()
        window = widget.window() if widget is not None else None
        if self._ring is not None and self._ring.parent() is not window:
            self._ring.hide()
            self._ring.deleteLater()
            self._ring = None
        if widget is None or window is None or widget is window or not self._is_keyboard:
            if self._ring is not None:
                self._ring.hide()
            return
        if self._ring is None:
            self._ring = _Ring(window)
            self._ring.destroyed.connect(self._forget)
        self._ring.surround(widget)

    def _forget(self) -> None:
        self._ring = None
