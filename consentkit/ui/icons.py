"""The product's icons: drawn on a 20 px grid, one stroke width, tinted by the theme.

The files in ``resources/icons`` use ``currentColor`` alone; the colour is put in here.
"""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget

from consentkit.kernel.resources import resource_path
from consentkit.ui.theme import current_tokens, theme_news

RATIOS = (1, 2, 3)
"""Device pixel ratios a picture is made for; Qt scales from the nearest larger one."""


@cache
def _source(name: str) -> str:
    return resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")


GAP_PX = 4
"""Room between the icon of a button and its words, beside what the style leaves."""


@cache
def _pixmap(name: str, colour: str, size: int, ratio: int, gap: int = 0) -> QPixmap:
    data = QByteArray(_source(name).replace("currentColor", colour).encode())
    renderer = QSvgRenderer(data)
    picture = QPixmap((size + gap) * ratio, size * ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def pixmap(name: str, colour: QColor | str, size: int = 20, ratio: float = 1.0) -> QPixmap:
    """Return the icon ``name`` as a picture of ``size`` pixels for a screen of that ratio.

    Raises:
        ResourceError: There is no such icon.
    """
    whole = next((step for step in RATIOS if step >= ratio), RATIOS[-1])
    return _pixmap(name, QColor(colour).name(), size, whole)


def icon(name: str, colour: QColor | None = None, size: int = 20, gap: int = 0) -> QIcon:
    """Return the icon ``name``, in ``colour`` or in the colour of text.

    It keeps its colour when the theme changes: use ``set_icon`` on widgets that stay. ``gap``
    pixels are left empty on its right.

    Raises:
        ResourceError: There is no such icon.
    """
    tokens = current_tokens()
    result = QIcon()
    shown = (colour or QColor(tokens.text)).name()
    for ratio in RATIOS:
        result.addPixmap(_pixmap(name, shown, size, ratio, gap), QIcon.Mode.Normal)
        result.addPixmap(_pixmap(name, tokens.text_disabled, size, ratio, gap), QIcon.Mode.Disabled)
    return result


def role_colour(role: str) -> QColor:
    """Return the colour of ``text``, ``muted``, ``accent``, ``on_accent``, or of a status tone."""
    tokens = current_tokens()
    plain = {
        "text": tokens.text,
        "muted": tokens.text_muted,
        "accent": tokens.accent,
        "on_accent": tokens.accent_text,
        "disabled": tokens.text_disabled,
    }
    return QColor(plain.get(role) or tokens.tone(role).fg)


def set_icon(
    widget: QAbstractButton | QLabel, name: str, role: str = "text", size: int = 20
) -> None:
    """Give ``widget`` the icon ``name`` in the colour of ``role``; it follows the theme.

    Args:
        widget: A button or a label.
        name: File name without ending.
        role: As ``role_colour`` takes it.
        size: Width and height in device-independent pixels.

    Raises:
        ResourceError: There is no such icon.
    """
    widget.setProperty("iconName", name)
    widget.setProperty("iconRole", role)
    widget.setProperty("iconExtent", size)
    _draw(widget)
    _follow_theme()


def _draw(widget: QWidget) -> None:
    name = str(widget.property("iconName"))
    colour = role_colour(str(widget.property("iconRole")))
    size = int(widget.property("iconExtent"))
    if isinstance(widget, QAbstractButton):
        has_words = isinstance(widget, QPushButton) and bool(widget.text())
        gap = GAP_PX if has_words else 0
        widget.setIcon(icon(name, colour, size, gap))
        widget.setIconSize(QSize(size + gap, size))
    elif isinstance(widget, QLabel):
        widget.setPixmap(pixmap(name, colour, size, widget.devicePixelRatioF()))


@cache
def _follow_theme() -> None:
    theme_news().changed.connect(retint)


def retint() -> None:
    """Draw the icons of all widgets again, after the theme changed."""
    for widget in QApplication.allWidgets():
        if widget.property("iconName"):
            _draw(widget)
