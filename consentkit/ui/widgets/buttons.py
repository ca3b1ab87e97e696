"""Buttons with an icon from the product's set."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from consentkit.ui.icons import set_icon
from consentkit.ui.theme import current_tokens, set_kind

_ICON_ROLES = {"primary": "on_accent", "danger": "red", "link": "accent"}


def button(
    text: str,
    on_click: Callable[[], object] | None = None,
    *,
    kind: str = "",
    icon: str = "",
    tip: str = "",
) -> QPushButton:
    """Return a push button.

    Args:
        text: Its words.
        on_click: Called when it is pressed.
        kind: As ``theme.set_kind`` takes it; empty for an ordinary one.
        icon: Name of its icon; empty for none.
        tip: Tool tip, for a shortcut or a consequence.
    """
    made = QPushButton(text)
    made.setAutoDefault(False)
    if kind:
        set_kind(made, kind)
    if icon:
        set_icon(made, icon, _ICON_ROLES.get(kind, "text"), 16)
    if tip:
        made.setToolTip(tip)
    if kind == "link":
        made.setCursor(Qt.CursorShape.PointingHandCursor)
    if on_click is not None:
        made.clicked.connect(lambda _checked=False: on_click())
    return made


def icon_button(
    icon: str, name: str, on_click: Callable[[], object] | None = None, *, size: int = 20
) -> QToolButton:
    """Return a button that shows an icon alone; ``name`` is its tool tip and is read aloud."""
    made = QToolButton()
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setAccessibleName(name)
    made.setToolTip(name)
    set_icon(made, icon, "text", size)
    if on_click is not None:
        made.clicked.connect(lambda _checked=False: on_click())
    return made


class LayoutButton(QAbstractButton):
    """A button that shows a layout of labels instead of one text, and is as large as they need."""

    def __init__(self, name: str, words: str = "", *, has_border: bool = False) -> None:
        super().__init__()
        self._has_border = has_border
        self.setAccessibleName(name)
        self.setAccessibleDescription(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hold(self, layout: QLayout) -> None:
        """Show ``layout``; clicks on its labels are clicks on the button."""
        self.setLayout(layout)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @override
    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.minimumSize() if layout is not None else super().minimumSizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        is_over = self.underMouse() and self.isEnabled()
        ground = tokens.surface if self._has_border else ""
        if is_over:
            ground = tokens.pressed if self.isDown() else tokens.hover
        edge = tokens.border if self._has_border else ""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(edge), 1) if edge else Qt.PenStyle.NoPen)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, tokens.radius, tokens.radius)
