"""The keys of an opened recording, and what each is for."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Qt

from consentkit.ui.key_table import KeyTable, pressed
from consentkit.ui.words import QT_TRANSLATE_NOOP

_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier


class Command(StrEnum):
    """What a key asks for."""

    PLAY = "play"
    BACK = "back"
    STOP = "stop"
    ON = "on"
    MARK_IN = "mark-in"
    MARK_OUT = "mark-out"
    FRAME_BACK = "frame-back"
    FRAME_ON = "frame-on"
    SECOND_BACK = "second-back"
    SECOND_ON = "second-on"
    HOME = "home"
    END = "end"
    PREVIOUS = "previous"
    NEXT = "next"
    SPLIT = "split"
    MERGE = "merge"
    DISCARD = "discard"
    UNDO = "undo"
    REDO = "redo"
    LISTEN = "listen"
    CLOSER = "closer"
    FARTHER = "farther"
    WHOLE = "whole"
    BLOCK = "block"
    SECOND = "second"
    NEW = "new"
    LEAVE = "leave"
    SEAL = "seal"


KEYS: KeyTable[Command] = {
    (Qt.Key.Key_Space, _NONE): Command.PLAY,
    (Qt.Key.Key_J, _NONE): Command.BACK,
    (Qt.Key.Key_K, _NONE): Command.STOP,
    (Qt.Key.Key_L, _NONE): Command.ON,
    (Qt.Key.Key_I, _NONE): Command.MARK_IN,
    (Qt.Key.Key_O, _NONE): Command.MARK_OUT,
    (Qt.Key.Key_Left, _NONE): Command.FRAME_BACK,
    (Qt.Key.Key_Right, _NONE): Command.FRAME_ON,
    (Qt.Key.Key_Left, _SHIFT): Command.SECOND_BACK,
    (Qt.Key.Key_Right, _SHIFT): Command.SECOND_ON,
    (Qt.Key.Key_Home, _NONE): Command.HOME,
    (Qt.Key.Key_End, _NONE): Command.END,
    (Qt.Key.Key_BracketLeft, _NONE): Command.PREVIOUS,
    (Qt.Key.Key_BracketRight, _NONE): Command.NEXT,
    (Qt.Key.Key_S, _NONE): Command.SPLIT,
    (Qt.Key.Key_M, _NONE): Command.MERGE,
    (Qt.Key.Key_N, _NONE): Command.NEW,
    (Qt.Key.Key_Delete, _NONE): Command.DISCARD,
    (Qt.Key.Key_Z, _CTRL): Command.UNDO,
    (Qt.Key.Key_Z, _CTRL | _SHIFT): Command.REDO,
    (Qt.Key.Key_Return, _NONE): Command.LISTEN,
    (Qt.Key.Key_Enter, _NONE): Command.LISTEN,
    (Qt.Key.Key_Return, _CTRL): Command.SEAL,
    (Qt.Key.Key_Enter, _CTRL): Command.SEAL,
    (Qt.Key.Key_Plus, _NONE): Command.CLOSER,
    (Qt.Key.Key_Equal, _NONE): Command.CLOSER,
    (Qt.Key.Key_Minus, _NONE): Command.FARTHER,
    (Qt.Key.Key_1, _NONE): Command.WHOLE,
    (Qt.Key.Key_2, _NONE): Command.BLOCK,
    (Qt.Key.Key_3, _NONE): Command.SECOND,
    (Qt.Key.Key_Escape, _NONE): Command.LEAVE,
}


def command_of(key: int, modifiers: Qt.KeyboardModifier) -> Command | None:
    """Return what a key asks for."""
    return pressed(KEYS, key, modifiers)


_HELP: tuple[tuple[str, str], ...] = (
    ("Space", QT_TRANSLATE_NOOP("recording", "Play or pause")),
    ("J K L", QT_TRANSLATE_NOOP("recording", "Play back, stop, play on; again for faster")),
    ("← →", QT_TRANSLATE_NOOP("recording", "One frame back or on; with Shift one second")),
    ("Home End", QT_TRANSLATE_NOOP("recording", "To the beginning or the end")),
    ("[ ]", QT_TRANSLATE_NOOP("recording", "Previous or next conversation")),
    ("I O", QT_TRANSLATE_NOOP("recording", "Set the beginning or the end of what is marked")),
    ("N", QT_TRANSLATE_NOOP("recording", "Make the marked stretch a conversation")),
    ("S", QT_TRANSLATE_NOOP("recording", "Split the conversation at the playhead")),
    ("M", QT_TRANSLATE_NOOP("recording", "Merge it with the next one")),
    ("Del", QT_TRANSLATE_NOOP("recording", "Set it aside")),
    ("Enter", QT_TRANSLATE_NOOP("recording", "Mark the permission; then play what is marked")),
    ("Ctrl+Enter", QT_TRANSLATE_NOOP("recording", "Seal")),
    ("+ -", QT_TRANSLATE_NOOP("recording", "Zoom; also Ctrl and the mouse wheel")),
    ("1 2 3", QT_TRANSLATE_NOOP("recording", "Show all, the conversation, the second")),
    ("Ctrl+Z", QT_TRANSLATE_NOOP("recording", "Undo; with Shift redo")),
)


def help_lines() -> tuple[tuple[str, str], ...]:
    """Return keys and what they do, in words."""
    return tuple((keys, QCoreApplication.translate("recording", text)) for keys, text in _HELP)
