"""The library page: every recording, how its conversations stand, and the way in for more."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QHideEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)
from typing_extensions import override

from consentkit.services.views import RecordingCard
from consentkit.ui.context import PageContext
from consentkit.ui.recordings.additions import AdditionList
from consentkit.ui.recordings.listing import LibraryList
from consentkit.ui.recordings.presenter import Addition, LibraryPresenter, Sort
from consentkit.ui.theme import set_role
from consentkit.ui.widgets.buttons import button
from consentkit.ui.widgets.inputs import VIDEO_ENDINGS, FileDropArea, SearchField, dropped_files
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
from consentkit.ui.widgets.states import EmptyState

UNDO_MS = 8000
"""Two seconds longer than the toast with its Undo button stands."""

_LEAST_ADDITIONS_PX = 240
_MOST_ADDITIONS = 0.5
"""Share of the page that files on their way may take; the list stays in sight."""


class RecordingsPage(QWidget):
    """The library. ``activated`` takes ``add``, files to add."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAcceptDrops(True)
        self._context = context
        self.presenter = LibraryPresenter(context, self, owner=self)
        self._undo_time = QTimer(self)
        self._undo_time.setSingleShot(True)
        self._undo_time.setInterval(UNDO_MS)
        self._undo_time.timeout.connect(self.presenter.finish_removal)
        self.list = LibraryList()
        self.additions = AdditionList()
        self.search = SearchField(self.tr("Search recordings"))
        self._build()
        self._connect()
        is_read_only = context.workspace.is_read_only
        self.add_button.setEnabled(not is_read_only)
        self._empty.setEnabled(not is_read_only)

    def _build(self) -> None:
        self.add_button = button(
            self.tr("Add recordings…"),
            self.choose_files,
            kind="primary",
            icon="plus",
            tip=self.tr("Ctrl+O, or drop files here"),
        )
        self._sort = QComboBox()
        self._sort.setAccessibleName(self.tr("Order"))
        for sort, text in (
            (Sort.NEWEST, self.tr("Newest first")),
            (Sort.OLDEST, self.tr("Oldest first")),
            (Sort.TITLE, self.tr("By name")),
            (Sort.LONGEST, self.tr("Longest first")),
            (Sort.TO_DO, self.tr("Most to do first")),
        ):
            self._sort.addItem(text, sort)
        self._tools = holding(row(self.search, None, self._sort, gap=8))
        self._additions_area: QScrollArea = scrolling(self.additions)
        self._additions_area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._nothing = EmptyState(
            "search",
            self.tr("No recording fits"),
            self.tr("Search for another part of the name, or empty the search field."),
        )
        self._empty = self._empty_part()
        self._stack = QStackedWidget()
        for part in (self.list, self._nothing, self._empty):
            self._stack.addWidget(part)
        box = page_layout(
            PageHead(self.tr("Recordings"), self.add_button),
            self._tools,
            self._additions_area,
            self._stack,
            gap=12,
        )
        box.setStretchFactor(self._stack, 1)
        self.setLayout(box)
        self._additions_area.hide()

    def _empty_part(self) -> QWidget:
        drop = FileDropArea(
            self.tr("Drop recordings of your video chats here."),
            self.tr("Choose recordings…"),
            filters=self._filters(),
            is_many=True,
            icon_name="film",
        )
        drop.setMinimumHeight(200)
        drop.filesChosen.connect(self.presenter.add)
        box = column(drop, self._steps(), gap=24, margins=(0, 8, 0, 0))
        box.setStretch(0, 1)
        return holding(box)

    def _steps(self) -> QHBoxLayout:
        steps = (
            (
                self.tr("Add a recording"),
                self.tr(
                    "It stays where it is and is never changed. Conversations are found in it."
                ),
            ),
            (
                self.tr("Mark the permission"),
                self.tr("Mark question and answer, listen once, and seal what was agreed."),
            ),
            (
                self.tr("Export the proof"),
                self.tr("A file that anybody can check, without ConsentKit and without you."),
            ),
        )
        box = row(gap=16)
        for number, (title, text) in enumerate(steps, start=1):
            digit = label(str(number), "title")
            digit.setFixedWidth(24)
            words = column(
                label(title, "strong", wraps=True),
                label(text, "muted", wraps=True),
                None,
                gap=4,
            )
            inner = row(digit, gap=8)
            inner.setAlignment(digit, Qt.AlignmentFlag.AlignTop)
            inner.addLayout(words, 1)
            card = Card(inner)
            set_role(card, "card")
            box.addWidget(card, 1)
        return box

    def _filters(self) -> str:
        endings = " ".join(f"*{ending}" for ending in VIDEO_ENDINGS)
        recordings, everything = self.tr("Recordings"), self.tr("All files")
        return f"{recordings} ({endings});;{everything} (*)"

    def _connect(self) -> None:
        self.search.searched.connect(self.presenter.search)
        self._sort.activated.connect(
            lambda index: self.presenter.sort_by(Sort(self._sort.itemData(index)))
        )
        self.list.opened.connect(self.presenter.open)
        self.list.findRequested.connect(self._find_file)
        self.list.removeRequested.connect(self.presenter.remove)
        self.additions.dismissed.connect(self.presenter.dismiss)
        self.additions.retried.connect(self.presenter.retry)
        self._context.bridge.jobChanged.connect(self.presenter.job_changed)

    # The page in the window

    def activated(self, add: tuple[Path, ...] = ()) -> None:
        """Come to the front, with files to add where some are named."""
        self.presenter.refresh()
        if add:
            self.presenter.add(tuple(add))

    def refresh(self) -> None:
        """Ask services again."""
        self.presenter.refresh()

    def focus_search(self) -> None:
        """Give the keyboard to the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def primary_action(self) -> None:
        """Ask for files to add."""
        self.choose_files()

    def choose_files(self) -> None:
        """Ask for files to add."""
        names, _ = QFileDialog.getOpenFileNames(
            self, self.tr("Add recordings"), "", self._filters()
        )
        if names:
            self.presenter.add(tuple(Path(name) for name in names))

    def _find_file(self, recording_id: str) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Find the file"), "", self._filters())
        if name:
            self.presenter.relocate(recording_id, Path(name))

    # What the presenter asks for

    def show_cards(self, cards: tuple[RecordingCard, ...], total: int) -> None:
        """Show these recordings of ``total`` in all."""
        self.list.set_cards(cards)
        self._tools.setVisible(total > 0)
        if total == 0:
            self._stack.setCurrentWidget(self._empty)
        elif not cards:
            self._stack.setCurrentWidget(self._nothing)
        else:
            self._stack.setCurrentWidget(self.list)

    def show_additions(self, additions: tuple[Addition, ...]) -> None:
        """Show what is being added."""
        self.additions.show_additions(additions)
        self._additions_area.setVisible(bool(additions))
        wanted = self.additions.sizeHint().height()
        most = max(_LEAST_ADDITIONS_PX, round(self.height() * _MOST_ADDITIONS))
        self._additions_area.setFixedHeight(min(most, wanted))

    def hold_removal(self, is_held: bool) -> None:
        """Start the time in which a removal can be taken back, or end it."""
        if is_held:
            self._undo_time.start()
        else:
            self._undo_time.stop()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.presenter.finish_removal()
        super().hideEvent(event)

    # Dropped files

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        event.accept()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        files = dropped_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.presenter.add(files)
