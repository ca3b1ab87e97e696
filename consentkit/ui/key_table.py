"""Keys and what they ask for: one way to look a pressed key up, for every page with a timeline."""

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import Qt

T = TypeVar("T")

KeyTable = Mapping[tuple[Qt.Key, Qt.KeyboardModifier], T]
"""What a key asks for, with the modifiers held beside it."""


def pressed(table: KeyTable[T], key: int, modifiers: Qt.KeyboardModifier) -> T | None:
    """Return what a key asks for, or None; the number block counts as the other keys do."""
    plain = modifiers & ~Qt.KeyboardModifier.KeypadModifier
    if key == Qt.Key.Key_Plus:
        plain &= ~Qt.KeyboardModifier.ShiftModifier
    try:
        return table.get((Qt.Key(key), plain))
    except ValueError:
        return None
