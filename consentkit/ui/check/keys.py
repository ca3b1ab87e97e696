"""The keys of a check, and what each is for."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Qt

from consentkit.ui.key_table import KeyTable, pressed
from consentkit.ui.words import QT_TRANSLATE_NOOP

_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class Command(StrEnum):
    """What a key asks for."""

    PLAY = "play"
    BACK = "back"
    STOP = "stop"
    ON = "on"
    FRAME_BACK = "frame-back"
    FRAME_ON = "frame-on"
    SECOND_BACK = "second-back"
    SECOND_ON = "second-on"
    HOME = "home"
    END = "end"
    PREVIOUS = "previous"
    NEXT = "next"
    PREVIOUS_MATTER = "previous-matter"
    NEXT_MATTER = "next-matter"
    PICTURE = "picture"
    SOUND = "sound"
    CHOOSE = "choose"
    CLOSER = "closer"
    FARTHER = "farther"
    WHOLE = "whole"
    BLOCK = "block"
    LEAVE = "leave"


KEYS: KeyTable[Command] = {
    (Qt.Key.Key_Space, _NONE): Command.PLAY,
    (Qt.Key.Key_J, _NONE): Command.BACK,
    (Qt.Key.Key_K, _NONE): Command.STOP,
    (Qt.Key.Key_L, _NONE): Command.ON,
    (Qt.Key.Key_Left, _NONE): Command.FRAME_BACK,
    (Qt.Key.Key_Right, _NONE): Command.FRAME_ON,
    (Qt.Key.Key_Left, _SHIFT): Command.SECOND_BACK,
    (Qt.Key.Key_Right, _SHIFT): Command.SECOND_ON,
    (Qt.Key.Key_Home, _NONE): Command.HOME,
    (Qt.Key.Key_End, _NONE): Command.END,
    (Qt.Key.Key_BracketLeft, _NONE): Command.PREVIOUS,
    (Qt.Key.Key_BracketRight, _NONE): Command.NEXT,
    (Qt.Key.Key_P, _NONE): Command.PREVIOUS_MATTER,
    (Qt.Key.Key_N, _NONE): Command.NEXT_MATTER,
    (Qt.Key.Key_Up, _NONE): Command.PICTURE,
    (Qt.Key.Key_Down, _NONE): Command.SOUND,
    (Qt.Key.Key_Return, _NONE): Command.CHOOSE,
    (Qt.Key.Key_Enter, _NONE): Command.CHOOSE,
    (Qt.Key.Key_Plus, _NONE): Command.CLOSER,
    (Qt.Key.Key_Equal, _NONE): Command.CLOSER,
    (Qt.Key.Key_Minus, _NONE): Command.FARTHER,
    (Qt.Key.Key_1, _NONE): Command.WHOLE,
    (Qt.Key.Key_2, _NONE): Command.BLOCK,
    (Qt.Key.Key_Escape, _NONE): Command.LEAVE,
}


def command_of(key: int, modifiers: Qt.KeyboardModifier) -> Command | None:
    """Return what a key asks for."""
    return pressed(KEYS, key, modifiers)


_HELP: tuple[tuple[str, str], ...] = (
    ("N P", QT_TRANSLATE_NOOP("check", "Next or previous stretch that needs a decision")),
    ("[ ]", QT_TRANSLATE_NOOP("check", "Previous or next stretch of this lane")),
    ("↑ ↓", QT_TRANSLATE_NOOP("check", "Picture or sound at the playhead")),
    ("Enter", QT_TRANSLATE_NOOP("check", "Choose the stretch at the playhead")),
    ("Space", QT_TRANSLATE_NOOP("check", "Play or pause")),
    ("J K L", QT_TRANSLATE_NOOP("check", "Play back, stop, play on; again for faster")),
    ("← →", QT_TRANSLATE_NOOP("check", "One frame back or on; with Shift one second")),
    ("Home End", QT_TRANSLATE_NOOP("check", "To the beginning or the end")),
    ("+ -", QT_TRANSLATE_NOOP("check", "Zoom; also Ctrl and the mouse wheel")),
    ("1 2", QT_TRANSLATE_NOOP("check", "Show all, or the chosen stretch")),
)


def help_lines() -> tuple[tuple[str, str], ...]:
    """Return keys and what they do, in words."""
    return tuple((keys, QCoreApplication.translate("check", text)) for keys, text in _HELP)
