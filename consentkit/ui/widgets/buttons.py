"""Buttons with an icon from the product's set."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from consentkit.ui.icons import set_icon
from consentkit.ui.theme import set_kind

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
