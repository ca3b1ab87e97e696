"""The keys of the view in which a video is edited for publication."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Qt

from consentkit.ui.key_table import KeyTable, pressed
from consentkit.ui.words import QT_TRANSLATE_NOOP

_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier


class EditCommand(StrEnum):
    """What a key asks for."""

    PLAY = "play"
    BACK = "back"
    STOP = "stop"
    ON = "on"
    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"
    NARROWER = "narrower"
    WIDER = "wider"
    LOWER = "lower"
    HIGHER = "higher"
    HOME = "home"
    END = "end"
    PREVIOUS_FACE = "previous-face"
    NEXT_FACE = "next-face"
    NEW = "new"
    REMOVE = "remove"
    BLUR = "blur"
    PREVIOUS_UNSURE = "previous-unsure"
    NEXT_UNSURE = "next-unsure"
    LOOKED = "looked"
    COMPARE = "compare"
    UNDO = "undo"
    REDO = "redo"
    CLOSER = "closer"
    FARTHER = "farther"
    WHOLE = "whole"
    LEAVE = "leave"


EDIT_KEYS: KeyTable[EditCommand] = {
    (Qt.Key.Key_Space, _NONE): EditCommand.PLAY,
    (Qt.Key.Key_J, _NONE): EditCommand.BACK,
    (Qt.Key.Key_K, _NONE): EditCommand.STOP,
    (Qt.Key.Key_L, _NONE): EditCommand.ON,
    (Qt.Key.Key_Left, _NONE): EditCommand.LEFT,
    (Qt.Key.Key_Right, _NONE): EditCommand.RIGHT,
    (Qt.Key.Key_Up, _NONE): EditCommand.UP,
    (Qt.Key.Key_Down, _NONE): EditCommand.DOWN,
    (Qt.Key.Key_Left, _SHIFT): EditCommand.NARROWER,
    (Qt.Key.Key_Right, _SHIFT): EditCommand.WIDER,
    (Qt.Key.Key_Up, _SHIFT): EditCommand.LOWER,
    (Qt.Key.Key_Down, _SHIFT): EditCommand.HIGHER,
    (Qt.Key.Key_Home, _NONE): EditCommand.HOME,
    (Qt.Key.Key_End, _NONE): EditCommand.END,
    (Qt.Key.Key_BracketLeft, _NONE): EditCommand.PREVIOUS_FACE,
    (Qt.Key.Key_BracketRight, _NONE): EditCommand.NEXT_FACE,
    (Qt.Key.Key_N, _NONE): EditCommand.NEW,
    (Qt.Key.Key_Delete, _NONE): EditCommand.REMOVE,
    (Qt.Key.Key_B, _NONE): EditCommand.BLUR,
    (Qt.Key.Key_Comma, _NONE): EditCommand.PREVIOUS_UNSURE,
    (Qt.Key.Key_Period, _NONE): EditCommand.NEXT_UNSURE,
    (Qt.Key.Key_U, _NONE): EditCommand.LOOKED,
    (Qt.Key.Key_X, _NONE): EditCommand.COMPARE,
    (Qt.Key.Key_Z, _CTRL): EditCommand.UNDO,
    (Qt.Key.Key_Y, _CTRL): EditCommand.REDO,
    (Qt.Key.Key_Plus, _NONE): EditCommand.CLOSER,
    (Qt.Key.Key_Equal, _NONE): EditCommand.CLOSER,
    (Qt.Key.Key_Minus, _NONE): EditCommand.FARTHER,
    (Qt.Key.Key_1, _NONE): EditCommand.WHOLE,
    (Qt.Key.Key_Escape, _NONE): EditCommand.LEAVE,
}


def edit_command_of(key: int, modifiers: Qt.KeyboardModifier) -> EditCommand | None:
    """Return what a key asks for."""
    return pressed(EDIT_KEYS, key, modifiers)


_HELP: tuple[tuple[str, str], ...] = (
    ("[ ]", QT_TRANSLATE_NOOP("redaction", "Previous or next face in the picture")),
    ("← → ↑ ↓", QT_TRANSLATE_NOOP("redaction", "Move the chosen face's box")),
    ("Shift ← ↑", QT_TRANSLATE_NOOP("redaction", "Make the box larger or smaller")),
    ("N Delete", QT_TRANSLATE_NOOP("redaction", "New box; take a face out")),
    ("B", QT_TRANSLATE_NOOP("redaction", "Blur the chosen face, or not")),
    (", .", QT_TRANSLATE_NOOP("redaction", "Previous or next moment to look at")),
    ("U", QT_TRANSLATE_NOOP("redaction", "Mark the moment as looked at")),
    ("X", QT_TRANSLATE_NOOP("redaction", "Before and after")),
)


def redaction_help() -> tuple[tuple[str, str], ...]:
    """Return keys and what they do, in words."""
    return tuple((keys, QCoreApplication.translate("redaction", text)) for keys, text in _HELP)
