"""The left of the Published page: what is to be done, and the videos; uploads to go on with."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from consentkit.services.upload_views import PendingUpload
from consentkit.ui.published.lines import Line, LineList
from consentkit.ui.published.task_card import tall_notice
from consentkit.ui.widgets.buttons import button
from consentkit.ui.widgets.inputs import SearchField
from consentkit.ui.widgets.labels import icon_label, label
from consentkit.ui.widgets.layout import clear, column, holding, row, scrolling
from consentkit.ui.widgets.states import EmptyState

MOST_TODO = 3
"""Rows of what is to be done that are seen at once; the others scroll."""

MOST_PENDING = 3
"""Uploads to go on with that are offered at once."""

_WORDS_PX = 300


def narrow_words(part: EmptyState) -> None:
    """Let an empty state's words fit half a page."""
    for words in part.findChildren(QLabel):
        if words.wordWrap():
            words.setFixedWidth(_WORDS_PX)


class Overview(QWidget):
    """The two lists."""

    def __init__(self) -> None:
        super().__init__()
        self.todo = LineList(self.tr("To do"))
        self.videos = LineList(self.tr("Published videos"))
        self.search = SearchField(self.tr("Search published videos"))
        self._todo_count = label("", "muted")
        self._count = label("", "muted")
        fine = label(self.tr("Nothing is to be done."), "muted")
        self._fine = holding(row(icon_label("tick-circle", "green", 16), fine, None, gap=8))
        self._nothing = EmptyState(
            "search",
            self.tr("No video fits"),
            self.tr("Search for a title, a platform, or a link."),
        )
        self._none = label(self.tr("No published videos yet"), "muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        narrow_words(self._nothing)
        # It scrolls, so that it asks for no height while the list is in front.
        self._nothing_area = scrolling(self._nothing)
        self._stack = QStackedWidget()
        for part in (self.videos, self._nothing_area, self._none):
            self._stack.addWidget(part)
        self._tools = holding(row(self.search, None, self._count))
        self.setLayout(self._laid_out())

    def _laid_out(self) -> QVBoxLayout:
        self._todo_part = holding(
            column(
                row(label(self.tr("To do"), "lead"), None, self._todo_count),
                self._fine,
                self.todo,
                4,
                gap=8,
            )
        )
        self._heading = label(self.tr("Videos"), "lead")
        box = column(self._todo_part, self._heading, self._tools, self._stack, gap=8)
        box.setStretchFactor(self._stack, 1)
        return box

    def show_lists(self, todo: tuple[Line, ...], videos: tuple[Line, ...], total: int) -> None:
        """Show what is to be done, and those of ``total`` videos that fit."""
        self.todo.set_lines(todo)
        self.todo.fit(MOST_TODO)
        self.todo.setVisible(bool(todo))
        self._fine.setVisible(not todo)
        self._todo_count.setText(self.tr("%n person(s)", "", len(todo)) if todo else "")
        self.videos.set_lines(videos)
        self._tools.setVisible(total > 0)
        self._count.setText(self.tr("%n video(s)", "", len(videos)))
        front: QWidget = self.videos
        if not videos:
            front = self._nothing_area if total else self._none
        self._stack.setCurrentWidget(front)


class PendingPart(QWidget):
    """Uploads that were begun and not finished."""

    goOnWanted = Signal(object)
    dropWanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._box = column(gap=8)
        self.setLayout(self._box)
        self.hide()

    def show_pending(self, pending: tuple[PendingUpload, ...]) -> None:
        """Offer to go on with these."""
        clear(self._box)
        self.setVisible(bool(pending))
        for item in pending[:MOST_PENDING]:
            notice = tall_notice("export")
            words = self.tr("The upload of “{title}” was not finished.").format(title=item.title)
            away = self.tr("The file of the upload is not where it was.")
            notice.tell(words, away if item.is_missing else "")
            drop = button(self.tr("Drop the upload"), partial(self.dropWanted.emit, item))
            go = button(self.tr("Go on"), partial(self.goOnWanted.emit, item), kind="primary")
            notice.action_row.addWidget(drop)
            notice.action_row.addWidget(go)
            self._box.addWidget(notice)
