"""The card itself: large words, how to say them, the number, and four buttons for what happens."""

from datetime import datetime

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from consentkit.domain.asking import Asking, MarkKind
from consentkit.kernel.clock import Clock
from consentkit.services.views import AskCardView, CardLine
from consentkit.ui.ask.words import (
    MARK_LOOKS,
    Block,
    blocks,
    cue,
    elapsed,
    marks_line,
    number_note,
    review_note,
    scope_line,
    spaced_digits,
)
from consentkit.ui.icons import set_icon
from consentkit.ui.messages import mark_name
from consentkit.ui.theme import current_tokens, set_role, tabular, theme_news
from consentkit.ui.widgets.buttons import button, icon_button
from consentkit.ui.widgets.labels import ElidedLabel, icon_label, label, line
from consentkit.ui.widgets.layout import clear, column, row, scrolling

NUMBER_PX = 48
"""Read from an arm's length beside another window (design, page Ask)."""

BUTTON_PX = 56
"""Hit without looking, while the eyes are on the partner."""

_LARGE_PX = 22
_SMALLER_PX = 18
_SOUND_PX = 15
_TICK_MS = 1000
_FOOT_PX = 72
"""Margins of the foot and the button that takes a mark back."""


def sized(made: QLabel, size_px: int, *, is_bold: bool = False) -> QLabel:
    """Give a label a size outside the type scale, times the chosen text size."""
    pixels = round(size_px * current_tokens().text_scale)
    weight = "600" if is_bold else "400"
    made.setStyleSheet(f"font-size: {pixels}px; font-weight: {weight};")
    return made


def spoken(text: str, *, is_right_to_left: bool, size_px: int = _LARGE_PX) -> QLabel:
    """Return words in the partner's script, laid out in its direction."""
    made = sized(label(text, wraps=True), size_px, is_bold=True)
    made.setLayoutDirection(_side(is_right_to_left=is_right_to_left))
    return made


def _side(*, is_right_to_left: bool) -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if is_right_to_left else Qt.LayoutDirection.LeftToRight


def phonetic(text: str) -> QLabel:
    """Return how words are said, always from left to right."""
    made = sized(label(text, "muted", wraps=True), _SOUND_PX)
    made.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return made


class MarkButton(QPushButton):
    """A large button for something that just happened, with its key and when it was pressed."""

    def __init__(self, kind: MarkKind, key: str) -> None:
        super().__init__()
        self.kind = kind
        self._key = key
        icon, tone = MARK_LOOKS[kind]
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        name = sized(label(mark_name(kind)), 15, is_bold=True)
        self._when = label("", "small")
        self._when.setFont(tabular(self._when.font()))
        picture = icon_label(icon, tone, 24)
        for part in (picture, name, self._when):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        words = column(None, name, self._when, None, gap=0)
        self.setLayout(row(picture, words, None, gap=12, margins=(12, 4, 8, 4)))
        self._words = words
        height = round(BUTTON_PX * current_tokens().text_scale)
        self.setStyleSheet(f"QPushButton {{ min-height: {height}px; padding: 0; }}")
        self.setToolTip(f"{mark_name(kind)} ({key})")
        self.show_when("")

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(
            self._words.minimumSize().width() + 24 + 32, super().minimumSizeHint().height()
        )

    def show_when(self, when: str) -> None:
        """Show how long after the opening it was pressed; empty for never."""
        self._when.setText(f"{self._key}  ·  {when}" if when else self._key)
        words = mark_name(self.kind)
        self.setAccessibleName(f"{words}, {when}" if when else words)


class CardView(QWidget):
    """A card to read from."""

    marked = Signal(object)
    """A ``MarkKind``."""

    unmarked = Signal()
    nextWanted = Signal()
    backWanted = Signal()
    topToggled = Signal(bool)

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._card: AskCardView | None = None
        self._asking: Asking | None = None
        self._is_compact = False
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._show_time)
        self._build()
        self._add_keys()
        theme_news().changed.connect(self._draw)

    def _build(self) -> None:
        self._language = ElidedLabel("", "title")
        self._partner = ElidedLabel("", "muted")
        self._time = label("", "muted")
        self._time.setFont(tabular(self._time.font()))
        self.back_button = icon_button(
            "chevron-left", self.tr("Choose another language"), self.backWanted.emit
        )
        self.top_button = icon_button("pin", self.tr("Keep in a small window on top"))
        self.top_button.setCheckable(True)
        self.top_button.toggled.connect(self.topToggled)
        self.next_button = button(
            self.tr("Next card"),
            self.nextWanted.emit,
            kind="primary",
            icon="plus",
            tip=self.tr("A fresh number for the next partner (Ctrl+N)"),
        )
        head = row(self.back_button, gap=8)
        head.addWidget(self._language, 3)
        head.addWidget(self._partner, 2)
        for part in (self._time, self.top_button, self.next_button):
            head.addWidget(part)
        self._body = column(gap=16, margins=(24, 16, 24, 16))
        inner = QWidget()
        inner.setLayout(self._body)
        self.area = scrolling(inner)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(self.tr("Card to read aloud"))
        self._buttons = {
            kind: MarkButton(kind, str(key)) for key, kind in enumerate(MarkKind, start=1)
        }
        self.undo_button = icon_button(
            "undo", self.tr("Take the last mark back (Ctrl+Z)"), self.unmarked.emit
        )
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        for kind, made in self._buttons.items():
            made.clicked.connect(lambda _=False, pressed=kind: self.marked.emit(pressed))
        foot = row(gap=8, margins=(16, 12, 16, 12))
        foot.addLayout(self._grid, 1)
        foot.addWidget(self.undo_button)
        self._arrange(len(self._buttons))
        number = self._make_number()
        frame = QFrame()
        set_role(frame, "card")
        top = column(gap=0, margins=(12, 8, 12, 8))
        top.addLayout(head)
        box = column(gap=0)
        box.addLayout(top)
        box.addWidget(line())
        box.addWidget(self.area, 1)
        box.addWidget(number)
        box.addLayout(foot)
        frame.setLayout(box)
        self.setLayout(column(frame, gap=0))

    def _make_number(self) -> QFrame:
        self._digits = label("")
        self._digits.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._said = label("", wraps=True)
        self._bound = icon_label("clock", "green", 16)
        self._note = label("", "small", wraps=True)
        note = row(self._bound, gap=6)
        note.addWidget(self._note, 1)
        words = column(None, self._said, note, None, gap=4)
        inner = row(self._digits, gap=24, margins=(24, 8, 24, 8))
        inner.addLayout(words, 1)
        frame = QFrame()
        set_role(frame, "bar")
        frame.setLayout(inner)
        return frame

    def _arrange(self, columns: int) -> None:
        for place, made in enumerate(self._buttons.values()):
            self._grid.addWidget(made, place // columns, place % columns)

    def _add_keys(self) -> None:
        wanted = [(str(key), kind) for key, kind in enumerate(MarkKind, start=1)]
        for keys, kind in wanted:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(lambda pressed=kind: self._press(pressed))
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.setContext(Qt.ShortcutContext.WindowShortcut)
        undo.activated.connect(self.unmarked)

    def _press(self, kind: MarkKind) -> None:
        if self.isVisible():
            self._buttons[kind].animateClick()

    # What is shown

    @property
    def card(self) -> AskCardView | None:
        """The card that is shown."""
        return self._card

    def show_card(self, card: AskCardView) -> None:
        """Show another card from its beginning."""
        self._card, self._asking = card, card.asking
        self._draw()
        self.area.verticalScrollBar().setValue(0)
        self.show_marks(card.asking)

    def show_marks(self, asking: Asking) -> None:
        """Show when each button was pressed."""
        self._asking = asking
        for kind, made in self._buttons.items():
            times = [mark.at for mark in asking.marks if mark.kind is kind]
            made.show_when(elapsed(asking.created_at, times[-1]) if times else "")
        self.undo_button.setEnabled(bool(asking.marks))
        self.undo_button.setAccessibleDescription(marks_line(asking))
        self._show_time()

    def set_compact(self, is_compact: bool) -> None:
        """Fit a small window on top of others, or the page."""
        self.top_button.blockSignals(True)
        self.top_button.setChecked(is_compact)
        self.top_button.blockSignals(False)
        self.back_button.setVisible(not is_compact)
        self._partner.setVisible(not is_compact and bool(self._partner.text()))
        self._is_compact = is_compact
        self._fit_buttons()

    def _fit_buttons(self) -> None:
        """Put the buttons on one line where their words fit, else on two."""
        wanted = sum(made.minimumSizeHint().width() + 8 for made in self._buttons.values())
        is_narrow = self._is_compact or wanted > self.width() - _FOOT_PX
        self._arrange(2 if is_narrow else len(self._buttons))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_buttons()

    def _show_time(self) -> None:
        if self._asking is None:
            return
        now: datetime = self._clock.now()
        self._time.setText(elapsed(self._asking.created_at, now))
        self._time.setToolTip(self.tr("Since the card was opened"))

    def _draw(self) -> None:
        card = self._card
        if card is None:
            return
        self._language.setText(card.info.own_name)
        self._partner.setText(card.asking.partner)
        self._partner.setVisible(bool(card.asking.partner))
        clear(self._body)
        note = review_note(card.info)
        if note:
            about = row(icon_label("info", "amber", 16), gap=8)
            about.addWidget(label(note, "small", wraps=True), 1)
            self._body.addLayout(about)
        self._body.addWidget(label(scope_line(card.asking), "small", wraps=True))
        for block in blocks(card.lines):
            self._body.addLayout(self._block(block, card))
        self._body.addStretch(1)
        self._draw_number(card)

    def _draw_number(self, card: AskCardView) -> None:
        number = card.asking.number
        sized(self._digits, NUMBER_PX, is_bold=True)
        self._digits.setText(spaced_digits(number.digits))
        self._digits.setFont(tabular(self._digits.font()))
        self._digits.setAccessibleName(" ".join(number.digits))
        sized(self._said, _SOUND_PX, is_bold=True)
        self._said.setText(card.digits_spoken)
        self._said.setLayoutDirection(_side(is_right_to_left=card.info.is_right_to_left))
        is_proving = number.is_bound_to_time and not card.is_demonstration
        set_icon(
            self._bound,
            "clock" if is_proving else "info",
            "green" if is_proving else "amber",
            16,
        )
        self._note.setText(number_note(card.asking, is_demonstration=card.is_demonstration))

    def _block(self, block: Block, card: AskCardView) -> QVBoxLayout:
        box = column(gap=4)
        heading = self._cue(block.role)
        box.addLayout(heading)
        size = _SMALLER_PX if block.role in {"each", "number"} else _LARGE_PX
        for item in block.lines:
            self._add_line(box, item, card, size_px=size)
        return box

    def _cue(self, role: str) -> QVBoxLayout:
        words = label(cue(role), "small")
        if role in {"yes", "no"}:
            icon, tone = MARK_LOOKS[MarkKind(role)]
            return column(row(icon_label(icon, tone, 16), words, None, gap=6), gap=0)
        return column(words, gap=0)

    def _add_line(self, box: QVBoxLayout, item: CardLine, card: AskCardView, size_px: int) -> None:
        box.addWidget(
            spoken(item.text, is_right_to_left=card.info.is_right_to_left, size_px=size_px)
        )
        if item.phonetic and item.phonetic != item.text:
            box.addWidget(phonetic(item.phonetic))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._tick.start()
        super().showEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._tick.stop()
        super().hideEvent(event)


class OnTop(QWidget):
    """A small window that stays above the others and holds the card."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        set_role(self, "page")
        self.setWindowTitle(self.tr("Ask card"))
        self.setMinimumSize(420, 420)
        self.resize(520, 720)
        self._box = column(gap=0, margins=8)
        self.setLayout(self._box)

    def hold(self, card: QWidget) -> None:
        """Take the card in."""
        self._box.addWidget(card)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # A minimised window is hidden by the system and comes back by itself.
        if not event.spontaneous():
            self.closed.emit()
