"""The conversations of a recording as a list: number, partner, when, how sure, status."""

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from consentkit.kernel.timebase import format_time
from consentkit.services.views import ConversationView
from consentkit.ui.messages import status_icon, status_name, status_tone
from consentkit.ui.recording.words import DOUBTFUL, confidence_words
from consentkit.ui.theme import current_tokens, tabular
from consentkit.ui.widgets.chips import chip_size, paint_chip

translate = QCoreApplication.translate
_Index = QModelIndex | QPersistentModelIndex
_PAD = 8
_NUMBER_PX = 30


class ConversationModel(QAbstractListModel):
    """The conversations it was given, in order of time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[ConversationView, ...] = ()

    def set_conversations(self, conversations: tuple[ConversationView, ...]) -> None:
        """Show these conversations."""
        if len(conversations) == len(self._items):
            self._items = conversations
            if conversations:
                self.dataChanged.emit(self.index(0), self.index(len(conversations) - 1))
            return
        self.beginResetModel()
        self._items = conversations
        self.endResetModel()

    def item(self, place: int) -> ConversationView | None:
        """Return the conversation in that row."""
        return self._items[place] if 0 <= place < len(self._items) else None

    def place_of(self, conversation_id: str) -> int:
        """Return the row of a conversation, or -1."""
        for place, item in enumerate(self._items):
            if item.conversation.id == conversation_id:
                return place
        return -1

    @override
    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._items)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self.item(index.row())
        if item is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return partner_words(item)
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return self.tr("{number}. {partner}, {range}, {status}, {confidence}").format(
                number=index.row() + 1,
                partner=partner_words(item),
                range=range_words(item),
                status=state_words(item),
                confidence=confidence_words(item.conversation.confidence),
            )
        return None


def partner_words(item: ConversationView) -> str:
    """Return the partner's name, or that there is none yet."""
    return item.partner or translate("recording", "No name yet")


def range_words(item: ConversationView) -> str:
    """Return from when to when, to the second."""
    stretch = item.conversation.range
    return translate("recording", "{start} to {end}").format(
        start=format_time(stretch.start, decimals=0), end=format_time(stretch.end, decimals=0)
    )


def state_words(item: ConversationView) -> str:
    """Return the status, or that the conversation was set aside."""
    if item.conversation.is_discarded:
        return translate("recording", "Discarded")
    return status_name(item.status)


class ConversationDelegate(QStyledItemDelegate):
    """Paints a conversation on two lines."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        metrics = QFontMetrics(option.font)
        return QSize(200, 2 * metrics.height() + 2 * _PAD + 8)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        item = model.item(index.row()) if isinstance(model, ConversationModel) else None
        if item is None:
            return
        tokens = current_tokens()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect).adjusted(4, 1, -4, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            _fill(painter, area, tokens.accent_soft)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            _fill(painter, area, tokens.hover)
        if item.conversation.is_discarded:
            painter.setOpacity(0.55)
        inner = area.adjusted(_PAD, _PAD - 1, -_PAD, -_PAD + 1)
        painter.setFont(tabular(option.font))
        painter.setPen(QColor(tokens.text_muted))
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, int(top), str(index.row() + 1))
        text = inner.adjusted(_NUMBER_PX, 0, 0, 0)
        status = state_words(item)
        size = chip_size(status, option.font)
        chip = QRectF(text.right() - size.width(), text.top(), size.width(), size.height())
        icon = "minus" if item.conversation.is_discarded else status_icon(item.status)
        tone = "grey" if item.conversation.is_discarded else status_tone(item.status)
        paint_chip(painter, chip, status, icon, tone, option.font)
        self._paint_words(painter, option, item, text, chip.left() - 6)
        painter.restore()

    @staticmethod
    def _paint_words(
        painter: QPainter,
        option: QStyleOptionViewItem,
        item: ConversationView,
        area: QRectF,
        right: float,
    ) -> None:
        tokens = current_tokens()
        strong = QFont(option.font)
        strong.setWeight(QFont.Weight.DemiBold)
        painter.setFont(strong)
        painter.setPen(QColor(tokens.text if item.partner else tokens.text_muted))
        metrics = QFontMetrics(strong)
        name = metrics.elidedText(
            partner_words(item), Qt.TextElideMode.ElideRight, int(right - area.left())
        )
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, int(top), name)
        small = tabular(option.font)
        small.setPixelSize(tokens.type_small)
        painter.setFont(small)
        below = area.adjusted(0, metrics.height() + 6, 0, 6)
        painter.setPen(QColor(tokens.text_muted))
        when = range_words(item)
        painter.drawText(below, int(top), when)
        if item.consent_id or item.conversation.is_discarded:
            return
        is_unsure = item.conversation.confidence < DOUBTFUL
        painter.setPen(QColor(tokens.amber.fg if is_unsure else tokens.text_muted))
        words = confidence_words(item.conversation.confidence)
        used = QFontMetrics(small).horizontalAdvance(when) + 12
        room = below.adjusted(used, 0, 0, 0)
        shown = QFontMetrics(small).elidedText(
            words, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight), shown)


def _fill(painter: QPainter, area: QRectF, colour: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(area, 6, 6)


class ConversationList(QListView):
    """The list itself; tells which conversation was chosen or opened."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ConversationModel(self)
        self.setModel(self._model)
        self.setItemDelegate(ConversationDelegate(self))
        self.setProperty("flat", "true")
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Conversations"))
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def set_conversations(self, conversations: tuple[ConversationView, ...]) -> None:
        """Show these conversations."""
        self._model.set_conversations(conversations)

    def mark_current(self, conversation_id: str) -> None:
        """Show one conversation as current without choosing it."""
        place = self._model.place_of(conversation_id)
        if place >= 0:
            self.setCurrentIndex(self._model.index(place))

    def _choose(self, index: QModelIndex) -> None:
        item = self._model.item(index.row())
        if item is not None:
            self.chosen.emit(item.conversation.id)
