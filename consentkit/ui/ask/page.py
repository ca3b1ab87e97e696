"""The Ask page: choose a language, read from the card, mark what happens."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QStackedWidget,
    QWidget,
)
from typing_extensions import override

from consentkit.domain.asking import Asking
from consentkit.domain.scope import PRESETS
from consentkit.kernel.limits import NAME_MAX_CHARS
from consentkit.services.views import AskCardView, NoticeInfo
from consentkit.ui.ask.card import CardView, OnTop
from consentkit.ui.ask.listing import AskingRows
from consentkit.ui.ask.presenter import AskingList, AskPresenter
from consentkit.ui.ask.words import language_line, review_note
from consentkit.ui.context import PageContext
from consentkit.ui.messages import preset_name, purpose_name
from consentkit.ui.theme import current_tokens
from consentkit.ui.widgets.buttons import button
from consentkit.ui.widgets.inputs import SearchField
from consentkit.ui.widgets.labels import label
from consentkit.ui.widgets.layout import (
    Card,
    PageHead,
    column,
    holding,
    page_layout,
    row,
    scrolling,
)
from consentkit.ui.widgets.states import EmptyState, Notice

UNDO_MS = 8000
"""Two seconds longer than the toast with its Undo button stands."""

SIDE_PX = 304

LARGEST_BESIDE = 1.25
"""Largest text with which card and list stand beside each other at 1280 pixels."""


class _Choice(QWidget):
    """A choice whose words may take several lines; a click on them chooses it."""

    def __init__(self, choice: QRadioButton, title: str, hint: str) -> None:
        super().__init__()
        self._choice = choice
        words = column(label(title, wraps=True), label(hint, "small", wraps=True), gap=0)
        box = row(choice, gap=8)
        box.setAlignment(choice, Qt.AlignmentFlag.AlignTop)
        box.addLayout(words, 1)
        self.setLayout(box)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._choice.click()
        event.accept()


class AskPage(QWidget):
    """Asking while chatting.

    ``activated`` takes ``asking_id``, an asking whose card to show, or ``partner``, whom to ask.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._context = context
        self.presenter = AskPresenter(context, self, owner=self)
        self._undo_time = QTimer(self)
        self._undo_time.setSingleShot(True)
        self._undo_time.setInterval(UNDO_MS)
        self._undo_time.timeout.connect(self.presenter.finish_dismissal)
        self.card = CardView(context.clock)
        self.rows = AskingRows()
        self.on_top: OnTop | None = None
        self._build()
        self._connect()

    # Building

    def _build(self) -> None:
        self._stack = QStackedWidget()
        self._chooser = self._make_chooser()
        self._profile = EmptyState(
            "person",
            self.tr("Who is asking?"),
            self.tr(
                "The card tells the partner your name or channel, and where a yes can be taken"
                " back. Fill in your profile once, then come back."
            ),
            button(self.tr("Fill in the profile"), self.presenter.to_settings, kind="primary"),
        )
        self._away = EmptyState(
            "pin",
            self.tr("The card is in its own window"),
            self.tr("It stays on top while you chat. Close it, or bring it back here."),
            button(self.tr("Bring it back"), self._bring_back),
        )
        self._card_place = QWidget()
        self._card_box = column(self.card, gap=0)
        self._card_place.setLayout(self._card_box)
        for part in (self._chooser, self._card_place, self._profile, self._away):
            self._stack.addWidget(part)
        side = column(label(self.tr("Asked today"), "lead"), scrolling(self.rows), gap=12)
        aside = holding(side)
        self._aside = aside
        aside.setFixedWidth(round(SIDE_PX * min(current_tokens().text_scale, 1.15)))
        body = row(gap=24)
        body.addWidget(self._stack, 1)
        body.addWidget(aside)
        box = page_layout(PageHead(self.tr("Ask")), body)
        box.setStretch(1, 1)
        self.setLayout(box)

    def _make_chooser(self) -> QWidget:
        self.search = SearchField(self.tr("Search languages"))
        self.languages = QListWidget()
        self.languages.setProperty("flat", "true")
        self.languages.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.languages.setAccessibleName(self.tr("Language to ask in"))
        left = Card(
            label(self.tr("Language"), "lead"),
            self.search,
            self.languages,
            gap=8,
        )
        left.body.setStretchFactor(self.languages, 1)
        self.partner = QLineEdit()
        self.partner.setMaxLength(NAME_MAX_CHARS)
        self.partner.setAccessibleName(self.tr("Partner"))
        self.partner.setPlaceholderText(self.tr("A name to find the asking by, if you like"))
        self._review = Notice("info", is_warning=True)
        self.open_button = button(
            self.tr("Open the card"), self._open, kind="primary", icon="ask", tip="Ctrl+N"
        )
        uses = column(gap=12)
        self._group = QButtonGroup(self)
        for number, preset in enumerate(PRESETS):
            choice = QRadioButton()
            choice.setProperty("preset", preset.code)
            choice.setAccessibleName(preset_name(preset.code))
            self._group.addButton(choice, number)
            words = " · ".join(purpose_name(purpose) for purpose in preset.purposes)
            uses.addWidget(_Choice(choice, preset_name(preset.code), words))
        self._show_preset()
        inner = column(
            label(self.tr("What you ask for"), "lead"),
            label(
                self.tr("Each use is asked by itself and may be refused by itself."),
                "muted",
                wraps=True,
            ),
            4,
            uses,
            8,
            label(self.tr("Partner"), "strong"),
            self.partner,
            8,
            self._review,
            None,
            gap=8,
            margins=(16, 16, 16, 8),
        )
        foot = column(self.open_button, margins=(16, 8, 16, 16))
        right = Card(scrolling(holding(inner)), foot, gap=0, margins=0)
        box = row(gap=16)
        box.addWidget(left, 5)
        box.addWidget(right, 6)
        return holding(box)

    def _connect(self) -> None:
        presenter = self.presenter
        self.search.searched.connect(presenter.search)
        self.search.returnPressed.connect(self._open)
        self.languages.currentItemChanged.connect(lambda item, _old: self._chosen(item))
        self.languages.itemActivated.connect(lambda _item: self._open())
        self.partner.returnPressed.connect(self._open)
        self._group.buttonClicked.connect(
            lambda choice: presenter.choose_preset(str(choice.property("preset")))
        )
        self.card.marked.connect(presenter.mark)
        self.card.unmarked.connect(presenter.unmark)
        self.card.nextWanted.connect(presenter.next_card)
        self.card.backWanted.connect(presenter.leave_card)
        self.card.topToggled.connect(self._put_on_top)
        self.rows.dismissed.connect(presenter.dismiss)
        self.rows.opened.connect(presenter.open_again)
        self.rows.recordOpened.connect(presenter.open_record)
        self._context.preferences.changed.connect(lambda _value: presenter.refresh())
        is_read_only = self._context.workspace.is_read_only
        self.open_button.setEnabled(not is_read_only)
        if is_read_only:
            self.open_button.setToolTip(self.tr("This vault is open read-only."))

    # The page in the window

    def activated(self, asking_id: str = "", partner: str = "") -> None:
        """Come to the front, with the card of an asking, or to ask somebody, where one is named."""
        self.presenter.refresh()
        if asking_id:
            self.presenter.open_again(asking_id)
        elif partner:
            self.partner.setText(partner)

    def refresh(self) -> None:
        """Ask services again."""
        self.presenter.refresh()

    def focus_search(self) -> None:
        """Give the keyboard to the search for languages."""
        if self._stack.currentWidget() is self._chooser:
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def primary_action(self) -> None:
        """Open a card, or the next one."""
        if self.presenter.card is not None:
            self.presenter.next_card()
        else:
            self._open()

    def save_layout(self) -> str:
        """Return the languages used last and the preset."""
        return self.presenter.remembered()

    def restore_layout(self, text: str) -> None:
        """Take what ``save_layout`` gave."""
        self.presenter.remember(text)
        self._show_preset()

    def _show_preset(self) -> None:
        for choice in self._group.buttons():
            choice.setChecked(choice.property("preset") == self.presenter.preset)

    def _open(self) -> None:
        if self.open_button.isEnabled():
            self.presenter.open_card(self.partner.text())
            self.partner.clear()

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        self.presenter.choose(str(item.data(Qt.ItemDataRole.UserRole)))
        self._show_review()

    def _show_review(self) -> None:
        info = self.presenter.info()
        note = review_note(info) if info is not None else ""
        self._review.setVisible(bool(note))
        if note:
            self._review.tell("", note)

    # On top of other windows

    def _put_on_top(self, is_wanted: bool) -> None:
        if not is_wanted:
            self._bring_back()
            return
        if self.on_top is None:
            self.on_top = OnTop()
            self.on_top.closed.connect(self._bring_back)
            self.destroyed.connect(self.on_top.deleteLater)
        self.on_top.hold(self.card)
        self.card.set_compact(is_compact=True)
        self._stack.setCurrentWidget(self._away)
        self.on_top.show()

    def _bring_back(self) -> None:
        if self.on_top is None or self.card.parentWidget() is self._card_place:
            return
        self._card_box.addWidget(self.card)
        self.card.set_compact(is_compact=False)
        self.on_top.hide()
        if self.presenter.card is not None:
            self._stack.setCurrentWidget(self._card_place)

    # What the presenter asks for

    def show_languages(self, languages: tuple[NoticeInfo, ...], chosen: str) -> None:
        """Show these languages with one of them chosen."""
        self.languages.blockSignals(True)
        self.languages.clear()
        for info in languages:
            name = language_line(info)
            shown = info.own_name
            if name.casefold() != shown.casefold():
                # Isolates keep a right-to-left name from pulling the other one along.
                shown = f"\u2068{shown}\u2069  ·  {name}"
            item = QListWidgetItem(shown)
            item.setData(Qt.ItemDataRole.UserRole, info.notice.language)
            self.languages.addItem(item)
            if info.notice.language == chosen:
                self.languages.setCurrentItem(item)
        self.languages.blockSignals(False)
        self._show_review()

    def show_chooser(self) -> None:
        """Show what is chosen before a card is opened."""
        self._bring_back()
        self._aside.show()
        self._stack.setCurrentWidget(self._chooser)

    def show_profile_missing(self) -> None:
        """Say that the profile has no name or no contact to read out."""
        self._bring_back()
        self._stack.setCurrentWidget(self._profile)

    def show_card(self, card: AskCardView) -> None:
        """Show a card to read from."""
        self.card.show_card(card)
        # Large type needs the room for the words that are read out.
        self._aside.setVisible(current_tokens().text_scale <= LARGEST_BESIDE)
        if self.on_top is not None and self.on_top.isVisible():
            return
        self._stack.setCurrentWidget(self._card_place)
        self.card.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_marks(self, asking: Asking) -> None:
        """Show the marks of the card that is open."""
        self.card.show_marks(asking)

    def show_askings(self, lists: AskingList, names: Mapping[str, str]) -> None:
        """Show what was asked, with the languages' own names."""
        self.rows.show_askings(lists, names)

    def hold_dismissal(self, is_held: bool) -> None:
        """Start the time in which a dismissal can be taken back, or end it."""
        if is_held:
            self._undo_time.start()
        else:
            self._undo_time.stop()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.presenter.finish_dismissal()
        super().hideEvent(event)
