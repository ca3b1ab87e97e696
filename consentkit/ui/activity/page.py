"""The Activity page: the state of the log on top, its entries below."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QStackedWidget, QWidget

from consentkit.services.activity import ActivityService
from consentkit.services.views import ActivityRow
from consentkit.ui.activity.presenter import ActivityPresenter, Question
from consentkit.ui.activity.table import ActivityTable
from consentkit.ui.activity.words import LogWords, entries_words, kind_look, kind_name, kinds_chip
from consentkit.ui.context import PageContext
from consentkit.ui.icons import icon, role_colour, set_icon
from consentkit.ui.theme import set_kind, set_role
from consentkit.ui.widgets.buttons import button
from consentkit.ui.widgets.inputs import SearchField
from consentkit.ui.widgets.labels import icon_label, label
from consentkit.ui.widgets.layout import PageHead, column, holding, page_layout, row
from consentkit.ui.widgets.states import EmptyState


class ActivityPage(QWidget):
    """The log in words. ``activated`` takes ``index``, an entry to show."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._context = context
        self.presenter = ActivityPresenter(context, self, owner=self)
        self.table = ActivityTable()
        self.search = SearchField(self.tr("Search people and recordings"))
        self._wanted: int | None = None
        self._is_restoring = False
        self._build()
        self._connect()

    def _build(self) -> None:
        self.banner = self._make_banner()
        self.kinds_chip = QPushButton(kinds_chip(frozenset()))
        self.kinds_chip.setCheckable(True)
        self.kinds_chip.setAutoDefault(False)
        set_kind(self.kinds_chip, "chip")
        self._menu = QMenu(self)
        for kind in ActivityService.KINDS:
            name, tone = kind_look(kind)
            action = self._menu.addAction(icon(name, role_colour(tone), 16), kind_name(kind))
            action.setCheckable(True)
            action.setData(kind)
            action.toggled.connect(partial(self._kind_toggled, kind))
        self.clear_button = button(self.tr("Clear filters"), self._clear, kind="link")
        self._count = label("", "muted")
        self.open_button = button(
            self.tr("Go there"), self._open_current, icon="link", tip=self.tr("Enter")
        )
        self.search.setMinimumWidth(260)
        self._tools = holding(
            row(
                self.search,
                8,
                self.kinds_chip,
                self.clear_button,
                None,
                self._count,
                self.open_button,
            )
        )
        self._nothing = EmptyState(
            "search",
            self.tr("Nothing fits"),
            self.tr("Search for another name, or clear the filters."),
            button(self.tr("Clear filters"), self._clear, kind="primary"),
        )
        self._empty = EmptyState(
            "activity",
            self.tr("Nothing has happened yet"),
            self.tr(
                "Whatever you add, seal or change is entered into a log that nobody can change"
                " afterwards, you included. It begins with your first recording."
            ),
            button(self.tr("Go to the recordings"), self.presenter.to_recordings, kind="primary"),
        )
        self._stack = QStackedWidget()
        for part in (self.table, self._nothing, self._empty):
            self._stack.addWidget(part)
        box = page_layout(
            PageHead(self.tr("Activity")), self.banner, self._tools, self._stack, gap=12
        )
        box.setStretchFactor(self._stack, 1)
        self.setLayout(box)

    def _make_banner(self) -> QFrame:
        self._banner_icon = icon_label("shield-tick", "green", 24)
        self._banner_title = label("", "strong", wraps=True)
        self._banner_text = label("", wraps=True)
        self.accept_button = button(self.tr("Take it as it is…"), self._ask_to_accept)
        self.settings_button = button(self.tr("Go to the settings"), self.presenter.to_settings)
        self.sure_button = button(
            self.tr("I know why, take it"), self.presenter.accept, kind="danger"
        )
        self.keep_button = button(self.tr("Cancel"), self._stop_asking)
        texts = column(self._banner_title, self._banner_text, gap=2)
        box = row(self._banner_icon, gap=12, margins=(16, 12, 16, 12))
        box.setAlignment(self._banner_icon, Qt.AlignmentFlag.AlignTop)
        box.addLayout(texts, 1)
        for made in (
            self.keep_button,
            self.sure_button,
            self.accept_button,
            self.settings_button,
        ):
            box.addWidget(made)
            made.hide()
        frame = QFrame()
        set_role(frame, "card")
        frame.setLayout(box)
        frame.hide()
        return frame

    def _connect(self) -> None:
        presenter = self.presenter
        self.search.searched.connect(presenter.search)
        self.search.returnPressed.connect(self.table.setFocus)
        self.kinds_chip.clicked.connect(self._open_menu)
        table = self.table
        table.rows.missing.connect(presenter.pages.need)
        table.lookedAt.connect(presenter.pages.looked_at)
        table.opened.connect(presenter.open)
        table.selectionModel().selectionChanged.connect(lambda *_: self._chosen())
        table.rows.modelReset.connect(self._chosen)
        self._chosen()

    # The page in the window

    def activated(self, index: int | None = None) -> None:
        """Come to the front, with an entry where one is named."""
        self._wanted = index
        if index is not None:
            self._clear_search()
            self.presenter.clear()
        self.presenter.refresh()

    def refresh(self) -> None:
        """Ask services again."""
        self.presenter.refresh()

    def focus_search(self) -> None:
        """Give the keyboard to the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open_menu(self) -> None:
        self.kinds_chip.setChecked(bool(self.presenter.question.kinds))
        self._menu.popup(self.kinds_chip.mapToGlobal(self.kinds_chip.rect().bottomLeft()))

    def _kind_toggled(self, kind: str, is_on: bool) -> None:
        if not self._is_restoring:
            kinds = self.presenter.question.kinds
            self.presenter.narrow(kinds | {kind} if is_on else kinds - {kind})

    def _clear_search(self) -> None:
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)

    def _clear(self) -> None:
        self._clear_search()
        self.presenter.clear()

    def _chosen(self) -> None:
        self.open_button.setEnabled(self.table.current() is not None)

    def _open_current(self) -> None:
        found = self.table.current()
        if found is not None:
            self.presenter.open(found)

    def _ask_to_accept(self) -> None:
        self.accept_button.hide()
        self.settings_button.hide()
        self.sure_button.show()
        self.keep_button.show()
        self._banner_text.setText(
            self.tr(
                "From here on this log counts as the right one, and what it lacks is not looked for"
                " any more. Do this after you restored a backup on purpose, and not otherwise."
            )
        )
        self.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stop_asking(self) -> None:
        self.presenter.refresh()

    # What the presenter asks for

    def begin(self, count: int, *, is_new: bool) -> None:
        """Take the number of entries."""
        self.table.rows.begin(count, is_new=is_new)
        if is_new:
            self.table.scrollToTop()

    def take(self, first: int, rows: tuple[ActivityRow, ...]) -> None:
        """Take entries from ``first`` on."""
        self.table.rows.take(first, rows)
        if self._wanted is not None:
            self._go_to(self._wanted)

    def _go_to(self, index: int) -> None:
        """Select an entry; the newest stands first, so its place follows from its number."""
        place = self.table.rows.rowCount() - 1 - index
        if not 0 <= place < self.table.rows.rowCount():
            self._wanted = None
            return
        self.table.selectRow(place)
        self.table.scrollTo(self.table.rows.index(place, 0))
        if self.table.rows.row(place) is not None:
            self._wanted = None
            self._chosen()

    def drop(self, first: int, count: int) -> None:
        """Let go of entries."""
        self.table.rows.drop(first, count)

    def show_count(self, count: int, *, is_narrowed: bool) -> None:
        """Show how many entries there are, or what to do where there are none."""
        self._count.setText(entries_words(count))
        is_empty = count == 0 and not is_narrowed
        self._tools.setVisible(not is_empty)
        front: QWidget = self.table
        if count == 0:
            front = self._empty if is_empty else self._nothing
        self._stack.setCurrentWidget(front)

    def show_question(self, question: Question) -> None:
        """Show what the list is narrowed to."""
        self._is_restoring = True
        for action in self._menu.actions():
            action.setChecked(action.data() in question.kinds)
        self._is_restoring = False
        self.kinds_chip.setText(kinds_chip(question.kinds))
        self.kinds_chip.setChecked(bool(question.kinds))
        self.clear_button.setVisible(question != Question())

    def show_log(self, words: LogWords) -> None:
        """Show the state of the log."""
        self._banner_title.setText(words.title)
        self._banner_text.setText(words.text)
        set_icon(
            self._banner_icon,
            "shield-tick" if words.is_intact else "warning",
            "green" if words.is_intact else "amber",
            24,
        )
        set_role(self.banner, "card" if words.is_intact else "warning")
        is_read_only = self._context.workspace.is_read_only
        self.accept_button.setVisible(words.may_accept and not is_read_only)
        self.settings_button.setVisible(not words.is_intact)
        self.sure_button.hide()
        self.keep_button.hide()
        self.banner.setAccessibleName(f"{words.title} {words.text}")
        self.banner.show()
