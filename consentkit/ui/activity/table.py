"""The list of log entries: its model, how a line is painted, how it is driven."""

from enum import IntEnum

from PySide6.QtCore import (
    QCoreApplication,
    QItemSelectionModel,
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

from consentkit.services.views import ActivityRow
from consentkit.ui.activity.words import kind_look, kind_name, kind_names, stamp_name, subject_name
from consentkit.ui.icons import pixmap
from consentkit.ui.messages import format_date_time, format_utc
from consentkit.ui.models.paged_table import ROW_ROLE, Index, PagedModel, fitting_widths
from consentkit.ui.theme import current_tokens, tabular

translate = QCoreApplication.translate

_PAD = 8
_ROW_PX = 36


class Column(IntEnum):
    """The columns in their order."""

    WHAT = 0
    SUBJECT = 1
    WHEN = 2
    STAMP = 3


_NAME_PX = 128
"""Room a name needs; a column less than that says nothing."""

_ICON_ROOM_PX = 48
"""What stands beside the words of an entry: its icon and the margins."""

WIDTHS = {Column.WHAT: 240, Column.SUBJECT: 240, Column.WHEN: 152, Column.STAMP: 128}


def titles() -> tuple[str, ...]:
    """Return the words over the columns."""
    return (
        translate("activity", "What happened"),
        translate("activity", "Who or what"),
        translate("activity", "When"),
        translate("activity", "Time stamp"),
    )


class ActivityModel(PagedModel[ActivityRow]):
    """The entries that are there."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(titles(), parent)

    @override
    def words(self, row: ActivityRow, column: int) -> str:
        match Column(column):
            case Column.WHAT:
                return kind_name(row.kind)
            case Column.SUBJECT:
                return subject_name(row)
            case Column.WHEN:
                return format_date_time(row.recorded_at)
            case Column.STAMP:
                return stamp_name(is_timed=row.is_timed)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.ToolTipRole:
            row = self.row(index.row())
            if row is None:
                return None
            told = translate("activity", "Entry {number}, {time}")
            return told.format(number=row.index, time=format_utc(row.recorded_at))
        return super().data(index, role)


class ActivityDelegate(QStyledItemDelegate):
    """Paints a cell with its icon."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(WIDTHS[Column(index.column())], _ROW_PX)

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
        inner = area.adjusted(_PAD, 0, -_PAD, -1)
        row = index.data(ROW_ROLE)
        column = Column(index.column())
        colour = tokens.text_muted
        if isinstance(row, ActivityRow):
            icon = _icon(row, column)
            if icon is not None:
                ratio = painter.device().devicePixelRatio()
                picture = pixmap(icon[0], tokens.tone(icon[1]).fg, 16, ratio)
                painter.drawPixmap(QPointF(inner.left(), inner.center().y() - 8), picture)
                inner = inner.adjusted(24, 0, 0, 0)
            if column is Column.WHAT or (column is Column.SUBJECT and row.subject):
                colour = tokens.text
        painter.setFont(tabular(option.font))
        painter.setPen(QColor(colour))
        flat = " ".join(str(index.data() or "").split())
        middle = Qt.TextElideMode.ElideMiddle
        shown = QFontMetrics(option.font).elidedText(flat, middle, int(inner.width()))
        painter.drawText(
            inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown
        )
        painter.restore()


def _icon(row: ActivityRow, column: Column) -> tuple[str, str] | None:
    if column is Column.WHAT:
        return kind_look(row.kind)
    if column is Column.STAMP:
        return ("check", "green") if row.is_timed else ("clock", "grey")
    return None


class ActivityTable(QTableView):
    """The list with its keys."""

    opened = Signal(object)
    """An ``ActivityRow``."""

    lookedAt = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ActivityModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(ActivityDelegate(self))
        self.setAccessibleName(self.tr("Entries of the log"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        lines = self.verticalHeader()
        lines.hide()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setDefaultSectionSize(max(_ROW_PX, self.fontMetrics().height() + 18))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        # A head that knows the selection asks each row whether its column is selected.
        head.setSelectionModel(QItemSelectionModel(self.rows, head))
        widths = fitting_widths(titles(), tuple(WIDTHS.values()), head.font())
        self._widths = widths
        for column in Column:
            self.setColumnWidth(column, widths[column])
        # What happened is never cut off; names, which are longer than any column, take the rest.
        longest = max(map(self.fontMetrics().horizontalAdvance, kind_names()))
        self.setColumnWidth(Column.WHAT, longest + _ICON_ROOM_PX)
        head.setSectionResizeMode(Column.SUBJECT, QHeaderView.ResizeMode.Stretch)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._tell_place())
        self.doubleClicked.connect(lambda index: self._open(index.row()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the time stamps give way where there is no room for names beside them."""
        wanted = round(_NAME_PX * current_tokens().text_scale)
        others = self.columnWidth(Column.WHAT) + self._widths[Column.WHEN]
        room = self.viewport().width() - others - self._widths[Column.STAMP]
        self.setColumnHidden(Column.STAMP, room < wanted)
        super().resizeEvent(event)

    def _tell_place(self) -> None:
        middle = self.rowAt(self.viewport().height() // 2)
        if middle >= 0:
            self.lookedAt.emit(middle)

    def _open(self, place: int) -> None:
        row = self.rows.row(place)
        if row is not None:
            self.opened.emit(row)

    def current(self) -> ActivityRow | None:
        """Return the entry that is chosen."""
        return self.rows.row(self.currentIndex().row())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex().row())
            return
        super().keyPressEvent(event)
