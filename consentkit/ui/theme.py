"""The look: one set of tokens for light and for dark, and the palette and style sheet made of them.

Widgets that paint themselves ask ``current_tokens()`` in their ``paintEvent``; everything else is
reached by the style sheet through two dynamic properties: ``role`` on labels and frames, ``kind``
on buttons (``set_role``, ``set_kind``). A change of theme reaches widgets as
``QEvent.Type.PaletteChange`` and listeners as ``theme_news().changed``.
"""

from dataclasses import dataclass, replace
from string import Template
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

from consentkit.kernel.resources import resource_path

ThemeName = Literal["auto", "light", "dark"]
Scheme = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class Tone:
    """A colour for words and icons, and the quiet ground they stand on."""

    fg: str
    bg: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every measure and colour the interface uses.

    Colours are ``#rrggbb``; spacing, radius and type sizes are device-independent pixels. Words
    on any ground reach a contrast of 4.5:1 (WCAG 2.2, 1.4.3); ``focus`` and control edges 3:1.
    """

    scheme: Scheme
    window: str
    surface: str
    surface_raised: str
    hover: str
    pressed: str
    border: str
    border_strong: str
    text: str
    text_muted: str
    text_disabled: str
    accent: str
    accent_hover: str
    accent_soft: str
    accent_text: str
    focus: str
    green: Tone
    blue: Tone
    grey: Tone
    red: Tone
    amber: Tone
    violet: Tone
    s1: int = 4
    s2: int = 8
    s3: int = 16
    s4: int = 24
    s5: int = 32
    radius: int = 6
    type_small: int = 12
    type_body: int = 13
    type_lead: int = 15
    type_title: int = 20
    type_display: int = 28
    text_scale: float = 1.0

    def tone(self, name: str) -> Tone:
        """Return the tone called ``green``, ``blue``, ``grey``, ``red``, ``amber`` or ``violet``.

        Anything else is grey.
        """
        tones = {
            "green": self.green,
            "blue": self.blue,
            "red": self.red,
            "amber": self.amber,
            "violet": self.violet,
        }
        return tones.get(name, self.grey)


LIGHT = Tokens(
    scheme="light",
    window="#f4f6f6",
    surface="#ffffff",
    surface_raised="#ffffff",
    hover="#ebefef",
    pressed="#dfe5e5",
    border="#d8dedd",
    border_strong="#76817f",
    text="#182021",
    text_muted="#54605f",
    text_disabled="#8b9695",
    accent="#0e6a65",
    accent_hover="#0a5954",
    accent_soft="#d9eeec",
    accent_text="#ffffff",
    focus="#0b8a83",
    green=Tone("#17663a", "#e2f3e8"),
    blue=Tone("#1d57a3", "#e3edfa"),
    grey=Tone("#4f5a5a", "#e9eded"),
    red=Tone("#a1242a", "#fbe5e4"),
    amber=Tone("#794b00", "#fbeed2"),
    violet=Tone("#5f339c", "#efe7fa"),
)
"""The light theme."""

DARK = Tokens(
    scheme="dark",
    window="#131819",
    surface="#1a2021",
    surface_raised="#22292a",
    hover="#283031",
    pressed="#303a3b",
    border="#323c3d",
    border_strong="#748180",
    text="#e7ecec",
    text_muted="#a2afae",
    text_disabled="#687473",
    accent="#46bcb2",
    accent_hover="#63cdc4",
    accent_soft="#173f3c",
    accent_text="#04211f",
    focus="#63d6cc",
    green=Tone("#82d8a0", "#1a3625"),
    blue=Tone("#91c0f6", "#1b3050"),
    grey=Tone("#b6c0bf", "#2b3334"),
    red=Tone("#f69e9b", "#45211f"),
    amber=Tone("#ecc06d", "#3d2e12"),
    violet=Tone("#caacf4", "#33254a"),
)
"""The dark theme."""


class ThemeNews(QObject):
    """Tells those that keep tinted pictures that the tokens are others."""

    changed = Signal()


class _Current:
    tokens: Tokens = LIGHT
    news: ThemeNews | None = None


def theme_news() -> ThemeNews:
    """Return the object whose ``changed`` is emitted after the tokens changed."""
    if _Current.news is None:
        _Current.news = ThemeNews()
    return _Current.news


def current_tokens() -> Tokens:
    """Return the tokens in use, type sizes scaled."""
    return _Current.tokens


def scaled(tokens: Tokens, text_scale: float) -> Tokens:
    """Return ``tokens`` with type sizes times ``text_scale``, which is kept within 0.8 to 2."""
    factor = min(2.0, max(0.8, text_scale))
    return replace(
        tokens,
        type_small=round(tokens.type_small * factor),
        type_body=round(tokens.type_body * factor),
        type_lead=round(tokens.type_lead * factor),
        type_title=round(tokens.type_title * factor),
        type_display=round(tokens.type_display * factor),
        text_scale=factor,
    )


def _wanted_scheme(theme: ThemeName) -> Scheme:
    if theme != "auto":
        return theme
    scheme = QGuiApplication.styleHints().colorScheme()
    return "dark" if scheme is Qt.ColorScheme.Dark else "light"


_STYLED = "consentkitStyled"


def apply_theme(app: QApplication, theme: ThemeName, text_scale: float = 1.0) -> None:
    """Give ``app`` the look of ``theme``; ``auto`` is what the system has at this moment."""
    hints = QGuiApplication.styleHints()
    hints.setColorScheme(
        {
            "light": Qt.ColorScheme.Light,
            "dark": Qt.ColorScheme.Dark,
            "auto": Qt.ColorScheme.Unknown,
        }[theme]
    )
    base = DARK if _wanted_scheme(theme) == "dark" else LIGHT
    tokens = scaled(base, text_scale)
    _Current.tokens = tokens
    # The style of an app with a style sheet tells no name; setting one anew polishes everything.
    if app.property(_STYLED) is None:
        app.setStyle("Fusion")
        app.setProperty(_STYLED, True)
    app.setPalette(_palette(tokens))
    font = QFont(app.font())
    font.setPixelSize(tokens.type_body)
    app.setFont(font)
    app.setStyleSheet(stylesheet(tokens))
    theme_news().changed.emit()


def tabular(font: QFont) -> QFont:
    """Return ``font`` with digits of one width, for times and numbers in columns."""
    result = QFont(font)
    result.setFeature(QFont.Tag("tnum"), 1)
    return result


def set_role(widget: QWidget, role: str) -> None:
    """Give a label or frame its part in the type scale or on the surface.

    Labels: ``display``, ``title``, ``lead``, ``strong``, ``muted``, ``small``, ``error``,
    ``mono``. Frames: ``card``, ``raised``, ``bar``, ``rail``, ``line``, ``well``, ``notice``,
    ``page``.
    """
    _set_property(widget, "role", role)


def set_kind(button: QPushButton | QToolButton, kind: str) -> None:
    """Give a button its weight: ``primary``, ``danger``, ``quiet``, ``link``, ``chip`` or ``rail``.

    A button without a kind is the ordinary one.
    """
    _set_property(button, "kind", kind)


def _set_property(widget: QWidget, name: str, value: str) -> None:
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def mixed(first: str, second: str, share: float) -> str:
    """Return the colour ``share`` of the way from ``first`` to ``second``, as ``#rrggbb``."""
    one, two = QColor(first), QColor(second)
    parts = [
        round(a + (b - a) * share)
        for a, b in (
            (one.red(), two.red()),
            (one.green(), two.green()),
            (one.blue(), two.blue()),
        )
    ]
    return QColor(*parts).name()


def _palette(tokens: Tokens) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.window,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.window,
        role.Text: tokens.text,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.accent_text,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.accent_text,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.ToolTipBase: tokens.surface_raised,
        role.ToolTipText: tokens.text,
        role.PlaceholderText: tokens.text_muted,
        role.Accent: tokens.accent,
        role.Light: tokens.surface_raised,
        role.Midlight: tokens.hover,
        role.Mid: tokens.border,
        role.Dark: tokens.border_strong,
        role.Shadow: tokens.border_strong,
    }
    for name, colour in colours.items():
        palette.setColor(name, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    for name in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(disabled, name, QColor(tokens.text_disabled))
    palette.setColor(disabled, role.Highlight, QColor(tokens.border))
    return palette


def stylesheet(tokens: Tokens) -> str:
    """Return the style sheet made of ``tokens``."""
    values: dict[str, str | int] = {
        name: getattr(tokens, name)
        for name in Tokens.__dataclass_fields__
        if isinstance(getattr(tokens, name), str | int)
    }
    for name in ("green", "blue", "grey", "red", "amber", "violet"):
        values[f"{name}_fg"] = tokens.tone(name).fg
        values[f"{name}_bg"] = tokens.tone(name).bg
    control = round(20 * tokens.text_scale)
    values["control"] = control
    values["mark"] = 16
    values["art"] = resource_path("icons", "controls", tokens.scheme).as_posix()
    values["disabled_bg"] = mixed(tokens.surface, tokens.border, 0.45)
    values["scroll"] = mixed(tokens.window, tokens.border_strong, 0.55)
    template = resource_path("icons", "controls", "style.qss").read_text(encoding="utf-8")
    return Template(template).substitute(values)
