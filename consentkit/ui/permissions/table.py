"""The table of people and permissions: its model, how its cells are painted, how it is driven."""

from collections.abc import Mapping
from enum import IntEnum

from PySide6.QtCore import (
    QCoreApplication,
    QItemSelectionModel,
    QLocale,
    QObject,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from consentkit.domain.evidence import Grade
from consentkit.services.views import PermissionFilter, PermissionRow
from consentkit.ui.icons import pixmap
from consentkit.ui.messages import (
    country_name,
    format_date,
    format_utc,
    language_name,
    purpose_name,
    status_icon,
    status_name,
    status_tone,
)
from consentkit.ui.models.paged_table import ROW_ROLE, Index, PagedModel, fitting_widths
from consentkit.ui.permissions.bulk import Selection, ranges_of
from consentkit.ui.theme import current_tokens, tabular
from consentkit.ui.widgets.chips import GRADE_TONES, chip_size, paint_chip, paint_shield

translate = QCoreApplication.translate

_PAD = 8
_ROW_PX = 36


class Column(IntEnum):
    """The columns in their order."""

    PARTNER = 0
    STATUS = 1
    GRADE = 2
    LANGUAGES = 3
    COUNTRY = 4
    PURPOSES = 5
    MADE = 6
    ENDS = 7
    STAMP = 8


SORT_OF: Mapping[Column, str] = {
    Column.PARTNER: "pseudonym",
    Column.STATUS: "status",
    Column.GRADE: "grade",
    Column.COUNTRY: "country",
    Column.MADE: "created_at",
    Column.ENDS: "ends_at",
}
"""What a click on a column's head sorts by."""

WIDTHS: Mapping[Column, int] = {
    Column.PARTNER: 160,
    Column.STATUS: 144,
    Column.GRADE: 72,
    Column.LANGUAGES: 112,
    Column.COUNTRY: 120,
    Column.PURPOSES: 184,
    Column.MADE: 96,
    Column.ENDS: 104,
    Column.STAMP: 112,
}
LEAVE_FIRST = (
    Column.PURPOSES,
    Column.COUNTRY,
    Column.LANGUAGES,
    Column.MADE,
    Column.STAMP,
    Column.GRADE,
    Column.ENDS,
)
"""Columns that give way where there is no room, the first one first; the detail shows them."""


def titles() -> tuple[str, ...]:
    """Return the words over the columns."""
    return (
        translate("permissions", "Partner"),
        translate("permissions", "Status"),
        translate("permissions", "Grade"),
        translate("permissions", "Languages"),
        translate("permissions", "Country"),
        translate("permissions", "Purposes"),
        translate("permissions", "Made"),
        translate("permissions", "Ends"),
        translate("permissions", "Time stamp"),
    )


class PermissionsModel(PagedModel[PermissionRow]):
    """The rows of the table that are there."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(titles(), parent)

    @override
    def words(self, row: PermissionRow, column: int) -> str:
        match Column(column):
            case Column.PARTNER:
                return row.pseudonym or translate("permissions", "Erased")
            case Column.STATUS:
                return status_name(row.status)
            case Column.GRADE:
                return row.grade
            case Column.LANGUAGES:
                return ", ".join(language_name(tag) for tag in row.languages)
            case Column.COUNTRY:
                return country_name(row.country)
            case Column.PURPOSES:
                return QLocale().createSeparatedList([purpose_name(p) for p in row.purposes])
            case Column.MADE:
                return format_date(row.created_at)
            case Column.ENDS:
                return format_date(row.ends_at) if row.ends_at is not None else ""
            case Column.STAMP:
                return stamp_words(has_token=row.has_token)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(index)
        return super().data(index, role)

    def _tip(self, index: Index) -> str | None:
        row = self.row(index.row())
        if row is None:
            return None
        if index.column() == Column.MADE:
            return format_utc(row.created_at)
        if index.column() == Column.ENDS and row.ends_at is not None:
            return format_utc(row.ends_at)
        if index.column() in {Column.PURPOSES, Column.LANGUAGES}:
            return self.words(row, index.column())
        return None


def stamp_words(*, has_token: bool) -> str:
    """Return whether a time stamp covers a record."""
    if has_token:
        return translate("permissions", "There")
    return translate("permissions", "To come")


class PermissionsDelegate(QStyledItemDelegate):
    """Paints a cell: words, the chip of a status, the shield of a grade."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = max(_ROW_PX, QFontMetrics(option.font).height() + 18)
        return QSize(WIDTHS[Column(index.column())], height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = current_tokens()
        state = option.state
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(tokens.accent_soft))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(tokens.hover))
        painter.fillRect(
            QRectF(area.left(), area.bottom() - 1, area.width(), 1), QColor(tokens.border)
        )
        row = index.data(ROW_ROLE)
        inner = area.adjusted(_PAD, 0, -_PAD / 2, -1)
        if not isinstance(row, PermissionRow):
            painter.setPen(QColor(tokens.text_muted))
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter), str(index.data() or ""))
        else:
            self._paint_cell(painter, inner, option, index, row)
        painter.restore()

    def _paint_cell(
        self,
        painter: QPainter,
        area: QRectF,
        option: QStyleOptionViewItem,
        index: Index,
        row: PermissionRow,
    ) -> None:
        tokens = current_tokens()
        column = Column(index.column())
        words = str(index.data() or "")
        if column is Column.STATUS:
            size = chip_size(words, option.font)
            width = min(float(size.width()), area.width())
            chip = QRectF(area.left(), area.center().y() - size.height() / 2, 0, size.height())
            chip.setWidth(width)
            icon, tone = status_icon(row.status), status_tone(row.status)
            paint_chip(painter, chip, words, icon, tone, option.font)
            return
        if column is Column.GRADE:
            if row.grade:
                shield = QRectF(area.left(), area.center().y() - 12, 21, 24)
                paint_shield(painter, shield, row.grade, GRADE_TONES[Grade(row.grade)], option.font)
            return
        if column is Column.STAMP:
            role = tokens.tone("green" if row.has_token else "grey").fg
            ratio = painter.device().devicePixelRatio()
            picture = pixmap("check" if row.has_token else "clock", role, 16, ratio)
            painter.drawPixmap(QPointF(area.left(), area.center().y() - 8), picture)
            area = area.adjusted(22, 0, 0, 0)
        is_main = column is Column.PARTNER and bool(row.pseudonym)
        painter.setFont(tabular(option.font))
        painter.setPen(QColor(tokens.text if is_main else tokens.text_muted))
        flat = " ".join(words.split())
        shown = QFontMetrics(option.font).elidedText(
            flat, Qt.TextElideMode.ElideRight, int(area.width())
        )
        painter.drawText(
            area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown
        )


class PermissionsTable(QTableView):
    """The table with its keys."""

    sortWanted = Signal(str)
    selected = Signal()
    detailWanted = Signal()
    lookedAt = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = PermissionsModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(PermissionsDelegate(self))
        self.setAccessibleName(self.tr("People and permissions"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        lines = self.verticalHeader()
        lines.hide()
        # One height for all: asking 100,000 rows for theirs would take seconds.
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setDefaultSectionSize(max(_ROW_PX, self.fontMetrics().height() + 18))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        # A head that knows the selection asks each of 100,000 rows whether its column is selected.
        head.setSelectionModel(QItemSelectionModel(self.rows, head))
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.setMinimumSectionSize(48)
        head.sectionClicked.connect(self._sort_clicked)
        self._widths = fitting_widths(titles(), tuple(WIDTHS.values()), head.font())
        for column in Column:
            self.setColumnWidth(column, self._widths[column])
        head.setSectionResizeMode(Column.PARTNER, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().selectionChanged.connect(lambda *_: self.selected.emit())
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._tell_place())
        self.doubleClicked.connect(lambda _index: self.detailWanted.emit())

    def show_order(self, column: str, *, is_descending: bool) -> None:
        """Show by which column the rows are ordered."""
        place = next((one for one, sort in SORT_OF.items() if sort == column), None)
        if place is None:
            return
        order = Qt.SortOrder.DescendingOrder if is_descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(place, order)

    def _sort_clicked(self, section: int) -> None:
        sort = SORT_OF.get(Column(section))
        if sort is not None:
            self.sortWanted.emit(sort)

    def selection(self, question: PermissionFilter, total: int) -> Selection:
        """Return what is selected of the answer to ``question``."""
        chosen = self.selectionModel().selection()
        found = (chosen.at(place) for place in range(chosen.count()))
        ranges = ranges_of((item.top(), item.bottom()) for item in found)
        known = {
            place: row.id
            for place, row in self.rows.loaded().items()
            if any(first <= place <= last for first, last in ranges)
        }
        return Selection(question, total, ranges, known)

    def select_record(self, record_id: str) -> bool:
        """Select a record that is there; returns whether it is."""
        for place, row in self.rows.loaded().items():
            if row.id == record_id:
                flags = (
                    QItemSelectionModel.SelectionFlag.ClearAndSelect
                    | QItemSelectionModel.SelectionFlag.Rows
                )
                index = self.rows.index(place, 0)
                self.selectionModel().setCurrentIndex(index, flags)
                self.scrollTo(index)
                return True
        return False

    def _tell_place(self) -> None:
        middle = self.rowAt(self.viewport().height() // 2)
        if middle >= 0:
            self.lookedAt.emit(middle)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.detailWanted.emit()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.clearSelection()
            return
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        """Let columns give way until the others have room."""
        room = self.viewport().width()
        shown = set(Column)
        for column in LEAVE_FIRST:
            if sum(self._widths[one] for one in shown) <= room:
                break
            shown.discard(column)
        for column in Column:
            self.setColumnHidden(column, column not in shown)
