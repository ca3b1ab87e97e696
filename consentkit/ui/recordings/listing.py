"""The library as a list: a row per recording, painted, so that a thousand cost what ten do."""

from collections import OrderedDict

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPixmap,
)
from PySide6.QtWidgets import (
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from consentkit.domain.consent import Status
from consentkit.services.views import RecordingCard
from consentkit.ui.icons import pixmap
from consentkit.ui.messages import status_tone
from consentkit.ui.recordings.presenter import is_in_use
from consentkit.ui.recordings.words import (
    STATUS_ORDER,
    card_sentence,
    damage_words,
    facts_line,
    statuses_words,
)
from consentkit.ui.theme import Tokens, current_tokens, tabular
from consentkit.ui.widgets.chips import chip_size, paint_chip

_Index = QModelIndex | QPersistentModelIndex
_THUMB = QSize(128, 72)
_PAD = 10
_BAR_PX = 6
_BUTTON_PX = 32
_KEPT = 200


class LibraryModel(QAbstractListModel):
    """The recordings it was given, in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[RecordingCard, ...] = ()
        self._thumbs: OrderedDict[str, QPixmap] = OrderedDict()

    def set_cards(self, cards: tuple[RecordingCard, ...]) -> None:
        """Show these recordings."""
        if [c.recording.id for c in cards] == [c.recording.id for c in self._cards]:
            self._cards = cards
            if cards:
                self.dataChanged.emit(self.index(0), self.index(len(cards) - 1))
            return
        self.beginResetModel()
        self._cards = cards
        self.endResetModel()

    def card(self, place: int) -> RecordingCard | None:
        """Return the recording in that row."""
        return self._cards[place] if 0 <= place < len(self._cards) else None

    def thumb(self, card: RecordingCard) -> QPixmap:
        """Return a recording's picture, decoded when it is first seen."""
        kept = self._thumbs.get(card.recording.id)
        if kept is not None and (not kept.isNull() or not card.thumbnail):
            return kept
        picture = QPixmap()
        if card.thumbnail:
            picture.loadFromData(card.thumbnail)
        if not picture.isNull():
            picture = picture.scaled(
                _THUMB * 2,
                Qt.AspectRatioMode.KeepAspectRatioByExpanding,
                Qt.TransformationMode.SmoothTransformation,
            )
        self._thumbs[card.recording.id] = picture
        while len(self._thumbs) > _KEPT:
            self._thumbs.popitem(last=False)
        return picture

    @override
    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._cards)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        card = self.card(index.row())
        if card is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return card.recording.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return card_sentence(card)
        return None


class LibraryDelegate(QStyledItemDelegate):
    """Paints a recording: picture, title, facts, a bar of statuses, what is amiss."""

    moreRequested = Signal(object, object)
    """Index and global position."""

    findRequested = Signal(object)

    @staticmethod
    def _row(option: QStyleOptionViewItem) -> QRectF:
        return QRectF(option.rect).adjusted(0, 0, 0, -8)

    @staticmethod
    def more_rect(row: QRectF) -> QRectF:
        """Return where the button with more actions is."""
        return QRectF(
            row.right() - _PAD - _BUTTON_PX,
            row.center().y() - _BUTTON_PX / 2,
            _BUTTON_PX,
            _BUTTON_PX,
        )

    def find_rect(self, row: QRectF, font: QFont) -> QRectF:
        """Return where the button that finds a missing file is."""
        width = QFontMetrics(font).horizontalAdvance(self.tr("Find it…")) + 28
        more = self.more_rect(row)
        return QRectF(more.left() - 8 - width, row.center().y() - 16, width, 32)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        metrics = QFontMetrics(option.font)
        words = 3 * metrics.height() + 26 + _BAR_PX
        return QSize(320, max(_THUMB.height(), words) + 2 * _PAD + 8)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        card = model.card(index.row()) if isinstance(model, LibraryModel) else None
        if card is None or not isinstance(model, LibraryModel):
            return
        tokens = current_tokens()
        row = self._row(option)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        state = option.state
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        is_over = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(QColor(tokens.accent if is_selected else tokens.border))
        painter.setBrush(QColor(tokens.hover if is_over and not is_selected else tokens.surface))
        painter.drawRoundedRect(row.adjusted(0.5, 0.5, -0.5, -0.5), tokens.radius, tokens.radius)
        frame = QRectF(
            row.left() + _PAD,
            row.center().y() - _THUMB.height() / 2,
            _THUMB.width(),
            _THUMB.height(),
        )
        _paint_thumb(painter, frame, model.thumb(card), tokens)
        right = self.more_rect(row).left() - 12
        if card.is_missing:
            right = self.find_rect(row, option.font).left() - 12
        words = QRectF(frame.right() + 16, row.top() + _PAD, 0, row.height() - 2 * _PAD)
        words.setRight(right)
        _paint_words(painter, words, card, option.font, tokens)
        if card.is_missing:
            self._paint_find(painter, self.find_rect(row, option.font), option.font, tokens)
        more = self.more_rect(row)
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(
            QPointF(more.center().x() - 10, more.center().y() - 10),
            pixmap("more", tokens.text_muted, 20, ratio),
        )
        painter.restore()

    def _paint_find(self, painter: QPainter, area: QRectF, font: QFont, tokens: Tokens) -> None:
        painter.setPen(QColor(tokens.border_strong))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), tokens.radius, tokens.radius)
        painter.setPen(QColor(tokens.text))
        painter.setFont(font)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), self.tr("Find it…"))

    @override
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> bool:
        if event.type() is QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            row = self._row(option)
            card = model.card(index.row()) if isinstance(model, LibraryModel) else None
            if self.more_rect(row).contains(event.position()):
                self.moreRequested.emit(index, event.globalPosition().toPoint())
                return True
            if (
                card is not None
                and card.is_missing
                and self.find_rect(row, option.font).contains(event.position())
            ):
                self.findRequested.emit(index)
                return True
        return super().editorEvent(event, model, option, index)


def _paint_thumb(painter: QPainter, frame: QRectF, picture: QPixmap, tokens: Tokens) -> None:
    path = QPainterPath()
    path.addRoundedRect(frame, 4, 4)
    painter.save()
    painter.setClipPath(path)
    painter.fillRect(frame, QColor(tokens.pressed))
    if picture.isNull():
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(
            QPointF(frame.center().x() - 14, frame.center().y() - 14),
            pixmap("film", tokens.text_muted, 28, ratio),
        )
    else:
        source = QRectF(picture.rect())
        scale = max(frame.width() / source.width(), frame.height() / source.height())
        shown = QSize(round(frame.width() / scale), round(frame.height() / scale))
        cut = QRectF(
            (source.width() - shown.width()) / 2,
            (source.height() - shown.height()) / 2,
            shown.width(),
            shown.height(),
        )
        painter.drawPixmap(frame, picture, cut)
    painter.restore()


def _paint_words(
    painter: QPainter, area: QRectF, card: RecordingCard, base: QFont, tokens: Tokens
) -> None:
    title = QFont(base)
    title.setWeight(QFont.Weight.DemiBold)
    metrics = QFontMetrics(title)
    small = tabular(base)
    small.setPixelSize(tokens.type_small)
    lower = QFontMetrics(small)
    height = metrics.height() + 4 + lower.height() + 10 + max(lower.height(), _BAR_PX)
    top = area.top() + max(0.0, (area.height() - height) / 2)
    painter.setFont(title)
    painter.setPen(QColor(tokens.text))
    middle = Qt.TextElideMode.ElideMiddle
    name = metrics.elidedText(card.recording.title, middle, int(area.width()))
    painter.drawText(QPointF(area.left(), top + metrics.ascent()), name)
    painter.setFont(small)
    painter.setPen(QColor(tokens.text_muted))
    at = top + metrics.height() + 4 + lower.ascent()
    facts = lower.elidedText(facts_line(card), Qt.TextElideMode.ElideRight, int(area.width()))
    painter.drawText(QPointF(area.left(), at), facts)
    line = QRectF(area.left(), at + lower.descent() + 8, area.width(), lower.height())
    _paint_state(painter, line, card, base, tokens)


def _paint_state(
    painter: QPainter, area: QRectF, card: RecordingCard, base: QFont, tokens: Tokens
) -> None:
    left = area.left()
    for text, icon, tone in _marks(card):
        size = chip_size(text, base)
        width = min(float(size.width()), area.right() - left)
        chip = QRectF(left, area.center().y() - size.height() / 2, width, size.height())
        paint_chip(painter, chip, text, icon, tone, base)
        left = chip.right() + 8
    if left + 60 > area.right() or not card.conversation_count:
        return
    bar = QRectF(left, area.center().y() - _BAR_PX / 2, min(180.0, area.right() - left), _BAR_PX)
    _paint_bar(painter, bar, card, tokens)
    words = statuses_words(card.statuses)
    small = QFont(base)
    small.setPixelSize(tokens.type_small)
    painter.setFont(small)
    painter.setPen(QColor(tokens.text_muted))
    room = area.adjusted(bar.right() - area.left() + 10, 0, 0, 0)
    shown = QFontMetrics(small).elidedText(
        words, Qt.TextElideMode.ElideRight, max(0, int(room.width()))
    )
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


def _marks(card: RecordingCard) -> list[tuple[str, str, str]]:
    found = []
    if card.is_missing:
        missing = QCoreApplication.translate("recordings", "Missing")
        found.append((missing, "warning", "amber"))
    damage = damage_words(card.recording)
    if damage:
        found.append((damage, "warning", "amber"))
    return found


def _paint_bar(painter: QPainter, bar: QRectF, card: RecordingCard, tokens: Tokens) -> None:
    whole = sum(card.statuses.values())
    path = QPainterPath()
    path.addRoundedRect(bar, 3, 3)
    painter.save()
    painter.setClipPath(path)
    painter.fillRect(bar, QColor(tokens.pressed))
    left = bar.left()
    for status in STATUS_ORDER:
        count = card.statuses.get(status, 0)
        if not count:
            continue
        width = bar.width() * count / whole
        if status is not Status.UNKNOWN:
            colour = QColor(tokens.tone(status_tone(status)).fg)
            painter.fillRect(QRectF(left, bar.top(), max(1.0, width - 1), bar.height()), colour)
        left += width
    painter.restore()


class LibraryList(QListView):
    """The list of recordings with its keys and its menu."""

    opened = Signal(str)
    findRequested = Signal(str)
    removeRequested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = LibraryModel(self)
        self.setModel(self._model)
        delegate = LibraryDelegate(self)
        delegate.moreRequested.connect(self._open_menu)
        delegate.findRequested.connect(self._find)
        self.setItemDelegate(delegate)
        self.setProperty("flat", "true")
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Recordings"))
        self.activated.connect(self._open)

    def set_cards(self, cards: tuple[RecordingCard, ...]) -> None:
        """Show these recordings; what was current stays current."""
        current = self._model.card(self.currentIndex().row())
        self._model.set_cards(cards)
        if current is not None:
            for place, card in enumerate(cards):
                if card.recording.id == current.recording.id:
                    self.setCurrentIndex(self._model.index(place))

    def _card(self, index: QModelIndex) -> RecordingCard | None:
        return self._model.card(index.row())

    def _open(self, index: QModelIndex) -> None:
        card = self._card(index)
        if card is not None:
            self.opened.emit(card.recording.id)

    def _find(self, index: QModelIndex) -> None:
        card = self._card(index)
        if card is not None:
            self.findRequested.emit(card.recording.id)

    def menu_for(self, index: QModelIndex) -> QMenu | None:
        """Return what can be done with the recording in that row."""
        card = self._card(index)
        if card is None:
            return None
        menu = QMenu(self)
        menu.addAction(self.tr("Open"), lambda: self._open(index))
        find = menu.addAction(
            self.tr("Find the file…") if card.is_missing else self.tr("The file was moved…")
        )
        find.triggered.connect(lambda: self._find(index))
        menu.addSeparator()
        remove = menu.addAction(self.tr("Take off the list"))
        remove.setEnabled(not is_in_use(card))
        remove.triggered.connect(lambda: self.removeRequested.emit(card.recording.id))
        return menu

    def _open_menu(self, index: QModelIndex, position: QPoint) -> None:
        menu = self.menu_for(index)
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(position)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex()
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
        if index.isValid():
            corner: QRect = self.visualRect(index)
            at = event.globalPos()
            if event.reason() is not QContextMenuEvent.Reason.Mouse:
                at = self.viewport().mapToGlobal(corner.center())
            self._open_menu(index, at)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        card = self._card(self.currentIndex())
        if event.key() == Qt.Key.Key_Delete and card is not None:
            self.removeRequested.emit(card.recording.id)
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and card is not None:
            self.opened.emit(card.recording.id)
            return
        super().keyPressEvent(event)
