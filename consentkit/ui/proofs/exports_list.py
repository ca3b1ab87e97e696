"""The list of exported proofs: who, when, for whom, and whether the file is still there."""

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from consentkit.ui.icons import pixmap
from consentkit.ui.messages import format_date_time
from consentkit.ui.proofs.presenter import ExportRow
from consentkit.ui.theme import current_tokens
from consentkit.ui.widgets.chips import chip_size, paint_chip

translate = QCoreApplication.translate
_Index = QModelIndex | QPersistentModelIndex

_PAD = 12


def row_words(row: ExportRow) -> str:
    """Return when, for whom and how much, on one line."""
    made = row.export
    parts = [format_date_time(made.created_at)]
    if made.made_for:
        parts.append(translate("proofs", "for {name}").format(name=made.made_for))
    parts.append(translate("proofs", "%n field(s) shown", "", len(made.disclosed)))
    return " · ".join(parts)


class ExportsModel(QAbstractListModel):
    """The exports it was given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ExportRow, ...] = ()

    def set_rows(self, rows: tuple[ExportRow, ...]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, place: int) -> ExportRow | None:
        """Return one of them."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    @override
    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index.row())
        if row is None:
            return None
        name = row.export.pseudonym
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            gone = "" if row.is_present else translate("proofs", "The file is not there.")
            return ", ".join(part for part in (name, row_words(row), gone) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.export.path.name
        return None


class ExportsDelegate(QStyledItemDelegate):
    """Paints an export on two lines."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(240, 2 * QFontMetrics(option.font).height() + 26)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        row = model.row(index.row()) if isinstance(model, ExportsModel) else None
        if row is None:
            return
        tokens = current_tokens()
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(tokens.accent_soft))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(tokens.hover))
        painter.fillRect(
            QRectF(area.left(), area.bottom() - 1, area.width(), 1), QColor(tokens.border)
        )
        inner = area.adjusted(_PAD, 8, -_PAD, -9)
        right = self._paint_marks(painter, inner, row, option.font)
        name = QFont(option.font)
        name.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(name)
        painter.setFont(name)
        painter.setPen(QColor(tokens.text))
        end = Qt.TextElideMode.ElideRight
        flat = " ".join(row.export.pseudonym.split())
        shown = metrics.elidedText(flat, end, int(right - inner.left() - 8))
        painter.drawText(QPointF(inner.left(), inner.top() + metrics.ascent()), shown)
        small = QFont(option.font)
        small.setPixelSize(tokens.type_small)
        lower = QFontMetrics(small)
        painter.setFont(small)
        painter.setPen(QColor(tokens.text_muted))
        words = lower.elidedText(row_words(row), end, int(inner.width()))
        painter.drawText(QPointF(inner.left(), inner.bottom() - lower.descent()), words)
        painter.restore()

    @staticmethod
    def _paint_marks(painter: QPainter, area: QRectF, row: ExportRow, font: QFont) -> float:
        right = area.right()
        if not row.is_present:
            text = translate("proofs", "File missing")
            size = chip_size(text, font)
            chip = QRectF(right - size.width(), area.top() - 2, size.width(), size.height())
            paint_chip(painter, chip, text, "warning", "amber", font)
            right = chip.left() - 8
        if row.export.is_encrypted:
            ratio = painter.device().devicePixelRatio()
            muted = current_tokens().text_muted
            painter.drawPixmap(QPointF(right - 16, area.top()), pixmap("lock", muted, 16, ratio))
            right -= 24
        return right


class ExportsList(QListView):
    """The list with its keys and its menu."""

    folderWanted = Signal(object)
    verifyWanted = Signal(object)
    shortIdWanted = Signal(object)
    digestWanted = Signal(object)
    recordWanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ExportsModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(ExportsDelegate(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Exported proofs"))
        self.activated.connect(self._menu_at)

    def current(self) -> ExportRow | None:
        """Return the row that is chosen."""
        return self.rows.row(self.currentIndex().row())

    def menu_for(self, row: ExportRow) -> QMenu:
        """Return what can be done with an export."""
        menu = QMenu(self)
        for text, signal, needs_file in (
            (self.tr("Show in folder"), self.folderWanted, True),
            (self.tr("Verify"), self.verifyWanted, True),
            (self.tr("Copy the short id"), self.shortIdWanted, False),
            (self.tr("Copy the SHA-256"), self.digestWanted, False),
            (self.tr("Go to the permission"), self.recordWanted, False),
        ):
            action = menu.addAction(text)
            action.setEnabled(row.is_present or not needs_file)
            action.triggered.connect(lambda _=False, told=signal: told.emit(row))
        return menu

    def open_menu(self) -> None:
        """Show what can be done with the export that is chosen."""
        self._menu_at(self.currentIndex())

    def _menu_at(self, index: QModelIndex) -> None:
        row = self.rows.row(index.row())
        if row is not None:
            menu = self.menu_for(row)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.viewport().mapToGlobal(self.visualRect(index).center()))

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex()
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
        if index.isValid():
            self._menu_at(index)
