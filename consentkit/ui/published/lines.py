"""A list of two-lined rows: a name, words under it, and how it stands as a chip."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from consentkit.ui.published.words import Look
from consentkit.ui.theme import current_tokens
from consentkit.ui.widgets.chips import chip_size, paint_chip

_Index = QModelIndex | QPersistentModelIndex
_PAD = 12
_GAP = 6


@dataclass(frozen=True, slots=True)
class Line:
    """One row.

    Attributes:
        key: What it stands for.
        title: Its name.
        words: What stands under it.
        look: How it stands.
        note: What stands at the right of that, muted; empty for nothing.
    """

    key: str
    title: str
    words: str
    look: Look
    note: str = ""


class LineModel(QAbstractListModel):
    """The rows it was given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    def set_lines(self, lines: tuple[Line, ...]) -> None:
        """Show these."""
        is_same = [line.key for line in lines] == [line.key for line in self._lines]
        if is_same:
            self._lines = lines
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def line(self, place: int) -> Line | None:
        """Return one of them."""
        return self._lines[place] if 0 <= place < len(self._lines) else None

    def place(self, key: str) -> int:
        """Return where a row is, or -1."""
        return next((at for at, line in enumerate(self._lines) if line.key == key), -1)

    @override
    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line(index.row())
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (line.title, line.words, line.look[0], line.note)
            return ", ".join(part for part in parts if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            # Qt takes a tool tip with angle brackets for markup; entities keep it plain.
            plain = line.title.replace("&", "&amp;").replace("<", "&lt;")
            return f"<span>{plain}</span>"
        return None


class LineDelegate(QStyledItemDelegate):
    """Paints a row: the name, the words under it, the chip below at the left."""

    @staticmethod
    def height(font: QFont) -> int:
        """Return how high a row is."""
        small = QFont(font)
        small.setPixelSize(current_tokens().type_small)
        words = QFontMetrics(font).height() + QFontMetrics(small).height()
        return words + chip_size("", font).height() + 2 * _GAP + 2 + 2 * 8

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(240, self.height(option.font))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        line = model.line(index.row()) if isinstance(model, LineModel) else None
        if line is None:
            return
        tokens = current_tokens()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(tokens.accent_soft))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(tokens.hover))
        painter.fillRect(
            QRectF(area.left(), area.bottom() - 1, area.width(), 1), QColor(tokens.border)
        )
        inner = area.adjusted(_PAD, 8, -_PAD, -9)
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        top = self._paint_words(painter, inner, line.title, bold, tokens.text)
        small = QFont(option.font)
        small.setPixelSize(tokens.type_small)
        below = inner.adjusted(0, top + 2, 0, 0)
        self._paint_words(painter, below, line.words, small, tokens.text_muted)
        words, icon, tone = line.look
        size = chip_size(words, option.font)
        width = min(float(size.width()), inner.width())
        chip = QRectF(inner.left(), inner.bottom() - size.height(), width, size.height())
        paint_chip(painter, chip, words, icon, tone, option.font)
        if line.note:
            painter.setFont(small)
            painter.setPen(QColor(tokens.text_muted))
            room = inner.adjusted(width + 8, 0, 0, 0)
            room.setTop(chip.top())
            shown = QFontMetrics(small).elidedText(
                line.note, Qt.TextElideMode.ElideRight, int(room.width())
            )
            aligned = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, int(aligned), shown)
        painter.restore()

    @staticmethod
    def _paint_words(
        painter: QPainter, area: QRectF, words: str, font: QFont, colour: str
    ) -> float:
        metrics = QFontMetrics(font)
        flat = " ".join(words.split())
        shown = metrics.elidedText(flat, Qt.TextElideMode.ElideRight, int(area.width()))
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(QPointF(area.left(), area.top() + metrics.ascent()), shown)
        return metrics.height()


class LineList(QListView):
    """The list; ``chosen`` tells the key of the row the person went to."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.rows = LineModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(LineDelegate(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self._is_told = True
        self._wanted_rows = 0
        self.selectionModel().currentChanged.connect(self._changed)

    def set_lines(self, lines: tuple[Line, ...]) -> None:
        """Show these rows; the chosen one stays chosen."""
        key = self.key
        self._is_told = False
        self.rows.set_lines(lines)
        self._is_told = True
        self.show_key(key)

    @property
    def key(self) -> str:
        """What is chosen; empty for nothing."""
        line = self.rows.line(self.currentIndex().row())
        return line.key if line is not None else ""

    def show_key(self, key: str) -> None:
        """Show a row as chosen, or none; nothing is told."""
        place = self.rows.place(key)
        self._is_told = False
        if place < 0:
            self.selectionModel().clear()
        elif place != self.currentIndex().row():
            self.setCurrentIndex(self.rows.index(place))
        self._is_told = True

    def fit(self, most: int) -> None:
        """Be as high as the rows need, and as ``most`` rows at most."""
        self._wanted_rows = min(most, max(1, self.rows.rowCount()))
        row_px = LineDelegate.height(self.font())
        self.setMinimumHeight(row_px + 2)
        self.setMaximumHeight(self._wanted_rows * row_px + 2)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        if not self._wanted_rows:
            return super().sizeHint()
        return QSize(240, self._wanted_rows * LineDelegate.height(self.font()) + 2)

    def _changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        line = self.rows.line(current.row())
        if self._is_told and line is not None:
            self.chosen.emit(line.key)
