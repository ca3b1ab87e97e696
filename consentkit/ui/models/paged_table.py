"""A table over rows that come page by page."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics
from typing_extensions import override

from consentkit.ui.theme import current_tokens

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
"""The row itself, or None while it is on its way."""


HEAD_ROOM_PX = 36
"""Margins of a column's head and the mark of its order."""


def fitting_widths(titles: Sequence[str], widths: Sequence[int], base: QFont) -> tuple[int, ...]:
    """Return widths of columns, scaled with the text, in which no head is cut off."""
    tokens = current_tokens()
    font = QFont(base)
    font.setPixelSize(tokens.type_small)
    font.setWeight(QFont.Weight.DemiBold)
    metrics = QFontMetrics(font)
    return tuple(
        max(round(width * tokens.text_scale), metrics.horizontalAdvance(title) + HEAD_ROOM_PX)
        for title, width in zip(titles, widths, strict=True)
    )


class PagedModel(QAbstractTableModel, Generic[R]):
    """Shows the rows it was given and tells which are missing.

    Subclasses give words for a row in ``words``.

    Args:
        titles: Words over the columns.
        parent: Owner.
    """

    missing = Signal(int)
    """A row was looked at that is not there yet."""

    def __init__(self, titles: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._titles = tuple(titles)
        self._count = 0
        self._rows: dict[int, R] = {}

    # What is shown

    def begin(self, count: int, *, is_new: bool) -> None:
        """Take the number of rows; those of the same question keep what is selected."""
        if not is_new and count == self._count:
            self._rows.clear()
            if count:
                self.dataChanged.emit(self.index(0, 0), self.index(count - 1, self._last_column))
            return
        self.beginResetModel()
        self._count = count
        self._rows.clear()
        self.endResetModel()

    def take(self, first: int, rows: tuple[R, ...]) -> None:
        """Show rows from ``first`` on."""
        for place, row in enumerate(rows, start=first):
            self._rows[place] = row
        if rows:
            last = min(first + len(rows), self._count) - 1
            self.dataChanged.emit(self.index(first, 0), self.index(last, self._last_column))

    def drop(self, first: int, count: int) -> None:
        """Let go of rows; they are asked for again when they are looked at."""
        for place in range(first, first + count):
            self._rows.pop(place, None)

    @property
    def _last_column(self) -> int:
        return len(self._titles) - 1

    def row(self, place: int) -> R | None:
        """Return a row, or None while it is not there."""
        return self._rows.get(place)

    def place_of(self, wanted: R) -> int | None:
        """Return where a row stands among those that are there."""
        return next((place for place, row in self._rows.items() if row == wanted), None)

    def loaded(self) -> dict[int, R]:
        """Return the rows that are there, by place."""
        return dict(self._rows)

    def words(self, row: R, column: int) -> str:
        """Return what a cell says."""
        raise LookupError(column, row)

    # Qt

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._count

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._titles)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._titles):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        found = self._rows.get(index.row())
        if found is None:
            if role == Qt.ItemDataRole.DisplayRole:
                self.missing.emit(index.row())
                return "…" if index.column() == 0 else ""
            return None
        if role == ROW_ROLE:
            return found
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.words(found, index.column())
        return None
