"""Where a check begins: a place to drop the finished video, the steps, and the checks so far."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from consentkit.services.check_views import CheckCard
from consentkit.ui.check.words import card_words
from consentkit.ui.messages import format_date_time, format_time
from consentkit.ui.theme import current_tokens, tabular
from consentkit.ui.widgets.buttons import button
from consentkit.ui.widgets.chips import chip_size, paint_chip
from consentkit.ui.widgets.inputs import VIDEO_ENDINGS, FileDropArea
from consentkit.ui.widgets.labels import label
from consentkit.ui.widgets.layout import Card, column, holding, row
from consentkit.ui.widgets.states import Notice

TIMELINE_ENDINGS = (".otio", ".edl", ".xml", ".fcpxml")
RATES: tuple[Fraction, ...] = (
    Fraction(24000, 1001),
    Fraction(24),
    Fraction(25),
    Fraction(30000, 1001),
    Fraction(30),
    Fraction(50),
    Fraction(60000, 1001),
    Fraction(60),
)
"""Frame rates of timelines (SMPTE ST 12-1), offered where a timeline does not name its own."""

_Index = QModelIndex | QPersistentModelIndex
_THUMB = QSize(96, 54)
_PAD = 8


def is_timeline(path: Path) -> bool:
    """Return whether a file's name says it is a timeline of an editing program."""
    return path.suffix.lower() in TIMELINE_ENDINGS


def sorted_out(files: Sequence[Path]) -> tuple[Path | None, Path | None]:
    """Return the video and the timeline among dropped files; the first of each."""
    video = next((path for path in files if not is_timeline(path)), None)
    timeline = next((path for path in files if is_timeline(path)), None)
    return video, timeline


class CardModel(QAbstractListModel):
    """The checks it was given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[CheckCard, ...] = ()
        self._pictures: dict[str, QPixmap] = {}

    def set_cards(self, cards: tuple[CheckCard, ...]) -> None:
        """Show these checks."""
        if cards == self._cards:
            return
        self.beginResetModel()
        self._cards = cards
        kept = {card.id for card in cards}
        self._pictures = {key: made for key, made in self._pictures.items() if key in kept}
        self.endResetModel()

    def card(self, place: int) -> CheckCard | None:
        """Return the check in that row."""
        return self._cards[place] if 0 <= place < len(self._cards) else None

    def picture(self, card: CheckCard) -> QPixmap:
        """Return a check's picture; a null pixmap without one."""
        found = self._pictures.get(card.id)
        if found is None:
            found = QPixmap()
            found.loadFromData(card.thumbnail)
            self._pictures[card.id] = found
        return found

    @override
    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._cards)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        card = self.card(index.row())
        if card is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return card.path.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{card.path.name}, {format_date_time(card.made_at)}, {card_words(card)}"
        return None


class CardDelegate(QStyledItemDelegate):
    """Paints a check: picture, name, when, how it came out."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        lines = 2 * QFontMetrics(option.font).height() + 12
        return QSize(320, max(_THUMB.height(), lines) + 2 * _PAD)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        card = model.card(index.row()) if isinstance(model, CardModel) else None
        if card is None or not isinstance(model, CardModel):
            return
        tokens = current_tokens()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(option.rect).adjusted(1, 1, -1, -1)
        ground = ""
        if option.state & QStyle.StateFlag.State_Selected:
            ground = tokens.accent_soft
        elif option.state & QStyle.StateFlag.State_MouseOver:
            ground = tokens.hover
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(area, tokens.radius, tokens.radius)
        self._paint_picture(painter, area, model.picture(card))
        self._paint_words(painter, option, area, card)
        painter.restore()

    @staticmethod
    def _paint_picture(painter: QPainter, area: QRectF, picture: QPixmap) -> None:
        top = area.center().y() - _THUMB.height() / 2
        frame = QRectF(area.left() + _PAD, top, _THUMB.width(), _THUMB.height())
        painter.fillRect(frame, QColor("black"))
        if picture.isNull():
            return
        fitted = picture.size().scaled(_THUMB, Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(
            frame.center().x() - fitted.width() / 2,
            frame.center().y() - fitted.height() / 2,
            fitted.width(),
            fitted.height(),
        )
        painter.drawPixmap(place, picture, QRectF(picture.rect()))

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRectF, card: CheckCard
    ) -> None:
        tokens = current_tokens()
        inner = area.adjusted(_THUMB.width() + 3 * _PAD, _PAD, -_PAD, -_PAD)
        words = card_words(card)
        size = chip_size(words, option.font)
        tone, icon = ("green", "tick-circle") if card.is_passed else ("amber", "question")
        chip = QRectF(
            inner.right() - size.width(),
            inner.center().y() - size.height() / 2,
            size.width(),
            size.height(),
        )
        paint_chip(painter, chip, words, icon, tone, option.font)
        room = inner.adjusted(0, 0, -size.width() - 2 * _PAD, 0)
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(bold)
        painter.setFont(bold)
        painter.setPen(QColor(tokens.text))
        name = metrics.elidedText(card.path.name, Qt.TextElideMode.ElideMiddle, int(room.width()))
        middle = room.center().y()
        painter.drawText(
            QRectF(room.left(), middle - metrics.height() - 2, room.width(), metrics.height()),
            int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
            name,
        )
        painter.setFont(tabular(option.font))
        painter.setPen(QColor(tokens.text_muted))
        facts = f"{format_date_time(card.made_at)}  ·  {format_time(card.duration, decimals=0)}"
        if card.is_missing:
            away = self.tr("file is away")
            facts = f"{facts}  ·  {away}"
        painter.drawText(
            QRectF(room.left(), middle + 2, room.width(), metrics.height()),
            int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
            QFontMetrics(painter.font()).elidedText(
                facts, Qt.TextElideMode.ElideRight, int(room.width())
            ),
        )


class CardList(QListView):
    """The checks so far; Enter opens one, Delete removes it."""

    opened = Signal(str)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = CardModel(self)
        self.setModel(self.cards)
        self.setItemDelegate(CardDelegate(self))
        self.setAccessibleName(self.tr("Videos you checked"))
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self.clicked.connect(lambda index: self._open(index.row()))
        self.is_read_only = False

    def _open(self, place: int) -> None:
        card = self.cards.card(place)
        if card is not None:
            self.opened.emit(card.id)

    def _remove(self, place: int) -> None:
        card = self.cards.card(place)
        if card is not None and not self.is_read_only:
            self.removed.emit(card.id)

    def _menu(self, position: QPoint) -> None:
        place = self.indexAt(position).row()
        if place < 0:
            return
        menu = QMenu(self)
        show = QAction(self.tr("Open"), menu)
        show.triggered.connect(lambda: self._open(place))
        menu.addAction(show)
        remove = QAction(self.tr("Remove from the list"), menu)
        remove.setEnabled(not self.is_read_only)
        remove.triggered.connect(lambda: self._remove(place))
        menu.addAction(remove)
        menu.popup(self.viewport().mapToGlobal(position))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Delete:
            self._remove(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class RateQuestion(Notice):
    """Asks for the frame rate of a timeline that does not name it."""

    answered = Signal(object)
    """Frames per second, a ``Fraction``."""

    def __init__(self) -> None:
        super().__init__("question")
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Frames per second"))
        for rate in RATES:
            self.choice.addItem(f"{float(rate):.3f}".rstrip("0").rstrip("."), rate)
        self.choice.setCurrentIndex(RATES.index(Fraction(25)))
        self.go = button(self.tr("Check"), self._answer, kind="primary")
        self.action_row.addWidget(self.choice)
        self.action_row.addWidget(self.go)
        self.hide()

    def ask(self) -> None:
        """Show the question."""
        self.tell(
            self.tr("How many frames per second does the timeline have?"),
            self.tr(
                "Its file does not say. Your editing program shows it in the project settings."
            ),
        )

    def _answer(self) -> None:
        rate = self.choice.currentData()
        self.hide()
        if isinstance(rate, Fraction):
            self.answered.emit(rate)


class StartPart(QWidget):
    """Drop zone, steps, and the checks so far."""

    filesChosen = Signal(object)
    recordingsWanted = Signal()
    rescanWanted = Signal()
    opened = Signal(str)
    removed = Signal(str)

    def __init__(self, *, is_read_only: bool) -> None:
        super().__init__()
        endings = " ".join(f"*{ending}" for ending in (*VIDEO_ENDINGS, *TIMELINE_ENDINGS))
        videos, everything = self.tr("Videos and timelines"), self.tr("All files")
        self.drop = FileDropArea(
            self.tr("Drop the finished video here. A timeline of your editor may come with it."),
            self.tr("Choose a video…"),
            filters=f"{videos} ({endings});;{everything} (*)",
            is_many=True,
            icon_name="check-video",
        )
        self.drop.filesChosen.connect(self.filesChosen)
        self.rate = RateQuestion()
        self.nothing = Notice("info")
        self.nothing.action_row.addWidget(
            button(self.tr("Add recordings"), self.recordingsWanted.emit)
        )
        self.nothing.hide()
        self.left_out = Notice("refresh", is_warning=True)
        self.rescan_button = button(self.tr("Bring them up to date"), self._rescan)
        self.rescan_button.setEnabled(not is_read_only)
        self.left_out.action_row.addWidget(self.rescan_button)
        self.left_out.hide()
        self.list = CardList()
        self.list.is_read_only = is_read_only
        self.list.opened.connect(self.opened)
        self.list.removed.connect(self.removed)
        self._heading = label(self.tr("Checked so far"), "lead")
        self._steps = holding(self._make_steps())
        self._body = column(
            self.nothing,
            self.left_out,
            self.rate,
            self.drop,
            self._steps,
            self._heading,
            self.list,
            gap=16,
        )
        self.setLayout(self._body)
        self.show_cards((), has_recordings=True)

    def _rescan(self) -> None:
        self.rescan_button.setEnabled(False)
        self.rescanWanted.emit()

    def show_left_out(self, count: int, *, may_rescan: bool) -> None:
        """Say how many recordings cannot be compared yet."""
        self.rescan_button.setEnabled(may_rescan)
        if count:
            self.left_out.tell(
                self.tr("%n recording(s) cannot be compared yet.", "", count),
                self.tr("An earlier version scanned them. Scan them again once."),
            )
        else:
            self.left_out.hide()

    def _make_steps(self) -> QHBoxLayout:
        steps = (
            (
                self.tr("Drop the video"),
                self.tr("The cut you mean to publish. It is read here and changed nowhere."),
            ),
            (
                self.tr("See where it is from"),
                self.tr("Picture and sound are compared with your recordings, second by second."),
            ),
            (
                self.tr("Decide what is open"),
                self.tr("For each stretch: who it is, what is missing, and what you can do."),
            ),
        )
        box = row(gap=16)
        for number, (title, text) in enumerate(steps, start=1):
            digit = label(str(number), "title")
            digit.setFixedWidth(24)
            words = column(
                label(title, "strong", wraps=True), label(text, "muted", wraps=True), None, gap=4
            )
            inner = row(digit, gap=8)
            inner.setAlignment(digit, Qt.AlignmentFlag.AlignTop)
            inner.addLayout(words, 1)
            box.addWidget(Card(inner), 1)
        return box

    def show_cards(self, cards: tuple[CheckCard, ...], has_recordings: bool) -> None:
        """Show these checks, and whether there is anything to compare with."""
        self.list.cards.set_cards(cards)
        self._heading.setVisible(bool(cards))
        self.list.setVisible(bool(cards))
        self._steps.setVisible(not cards)
        self.drop.setMinimumHeight(136 if cards else 200)
        self._body.setStretchFactor(self.drop, 0 if cards else 1)
        self._body.setStretchFactor(self.list, 1 if cards else 0)
        if has_recordings:
            self.nothing.hide()
        else:
            self.nothing.tell(
                self.tr("There are no recordings in this vault yet."),
                self.tr("Add them first: a video can only be compared with what is known."),
            )
