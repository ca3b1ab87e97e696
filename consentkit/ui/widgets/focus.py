"""The focus ring: two pixels around what the keyboard acts on, shown to those who use it."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFocusFrame, QWidget
from typing_extensions import override

from consentkit.ui.theme import current_tokens

_BY_KEYBOARD = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}


class FocusRing(QFocusFrame):
    """Follows the focus while it is moved with the keyboard; install it once on the application."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self._is_keyboard = False
        app.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.FocusIn and isinstance(event, QFocusEvent):
            if event.reason() in _BY_KEYBOARD:
                self._is_keyboard = True
            elif event.reason() is Qt.FocusReason.MouseFocusReason:
                self._is_keyboard = False
            if isinstance(watched, QWidget) and watched is not self:
                self._follow(watched)
        elif kind is QEvent.Type.MouseButtonPress and self._is_keyboard:
            self._is_keyboard = False
            self._put_on(None)
        return super().eventFilter(watched, event)

    def _follow(self, widget: QWidget) -> None:
        # A window of its own has no room around it for a ring.
        self._put_on(widget if self._is_keyboard and not widget.isWindow() else None)

    def _put_on(self, widget: QWidget | None) -> None:
        # Qt takes null for "nowhere"; PySide6's stubs do not know.
        self.setWidget(widget)  # type: ignore[arg-type]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(current_tokens().focus), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)
