"""The Permissions page: a table over all of them, with filters, and one or many beside it."""

import json
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QMenu,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from consentkit.domain.consent import Status, Step
from consentkit.domain.evidence import Evidence
from consentkit.services.publication_views import Reach
from consentkit.services.views import ConsentDetail, PermissionRow
from consentkit.ui.context import PageContext
from consentkit.ui.icons import icon, role_colour
from consentkit.ui.messages import language_name, status_icon, status_name, status_tone
from consentkit.ui.permissions.bulk import BulkReport
from consentkit.ui.permissions.bulk_panel import BulkPanel
from consentkit.ui.permissions.detail import DetailPanel
from consentkit.ui.permissions.presenter import PermissionsPresenter, Wishes
from consentkit.ui.permissions.table import PermissionsTable
from consentkit.ui.permissions.words import (
    STATUSES,
    count_words,
    languages_chip,
    statuses_chip,
)
from consentkit.ui.recording import marking as mark
from consentkit.ui.recording.flow import FlowLayout
from consentkit.ui.theme import current_tokens, set_kind, set_role
from consentkit.ui.widgets.buttons import button
from consentkit.ui.widgets.inputs import SearchField
from consentkit.ui.widgets.labels import label
from consentkit.ui.widgets.layout import PageHead, column, holding, page_layout, row, scrolling
from consentkit.ui.widgets.states import EmptyState

SEARCH_MAX_CHARS = 400
"""The service takes no longer words."""

DETAIL_PX = 380

_ENDINGS = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/webp": ".webp",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "audio/mpeg": ".mp3",
    "audio/mp4": ".m4a",
    "audio/wav": ".wav",
    "audio/ogg": ".ogg",
    "audio/flac": ".flac",
}


class PermissionsPage(QWidget):
    """People and permissions. ``activated`` takes ``consent_id``, a record to show."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._context = context
        self.presenter = PermissionsPresenter(context, self, owner=self)
        self.table = PermissionsTable()
        self.detail = DetailPanel()
        self.bulk = BulkPanel()
        if context.workspace.is_read_only:
            self.bulk.set_read_only()
        self.search = SearchField(self.tr("Search people, countries, ids, numbers"))
        self.search.setMaxLength(SEARCH_MAX_CHARS)
        self._is_restoring = False
        self._build()
        self._connect()
        self._show_chips()

    # Building

    def _build(self) -> None:
        self._count = label("", "muted")
        self.status_chip = self._chip("", QMenu(self))
        self.language_chip = self._chip("", QMenu(self))
        self.soon_chip = self._chip(self.tr("Ending in 30 days"))
        self.unstamped_chip = self._chip(self.tr("Without time stamp"))
        self.clear_button = button(self.tr("Clear filters"), self._clear, kind="link")
        self._fill_statuses()
        chips = QWidget()
        flow = FlowLayout(chips, gap=8)
        for made in (
            self.status_chip,
            self.language_chip,
            self.soon_chip,
            self.unstamped_chip,
        ):
            flow.addWidget(made)
        policy = chips.sizePolicy()
        policy.setHeightForWidth(True)
        chips.setSizePolicy(policy)
        tools = row(gap=16)
        tools.addWidget(self.search)
        tools.addWidget(chips, 1)
        tools.addWidget(self.clear_button)
        tools.addWidget(self._count)
        self.search.setMinimumWidth(260)
        self._tools = holding(tools)
        self._nothing = EmptyState(
            "search",
            self.tr("Nobody fits"),
            self.tr("Search for fewer or other words, or clear the filters."),
            button(self.tr("Clear filters"), self._clear, kind="primary"),
        )
        self._empty = EmptyState(
            "people",
            self.tr("No permissions yet"),
            self.tr(
                "A permission comes from a recording: mark where you ask and where the partner"
                " answers, and seal what was agreed."
            ),
            button(self.tr("Go to the recordings"), self.presenter.to_recordings, kind="primary"),
        )
        self._stack = QStackedWidget()
        for part in (self.table, self._nothing, self._empty):
            self._stack.addWidget(part)
        self._side = QStackedWidget()
        self._detail_area = self._side_area(self.detail)
        self._bulk_area = self._side_area(self.bulk)
        self._side.addWidget(self._detail_area)
        self._side.addWidget(self._bulk_area)
        frame = QFrame()
        set_role(frame, "card")
        frame.setLayout(column(self._side, gap=0, margins=1))
        self._aside = frame
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self._stack)
        self._split.addWidget(frame)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 0)
        width = round(DETAIL_PX * min(current_tokens().text_scale, 1.35))
        frame.setMinimumWidth(min(width, 440))
        self._split.setSizes([10_000, width])
        frame.hide()
        box = page_layout(PageHead(self.tr("Permissions")), self._tools, self._split, gap=12)
        box.setStretchFactor(self._split, 1)
        self.setLayout(box)

    @staticmethod
    def _side_area(content: QWidget) -> QScrollArea:
        return scrolling(holding(column(content, None, margins=16)))

    def _chip(self, text: str, menu: QMenu | None = None) -> QPushButton:
        made = QPushButton(text)
        made.setAutoDefault(False)
        made.setCheckable(True)
        set_kind(made, "chip")
        if menu is not None:
            made.clicked.connect(partial(self._open_menu, made, menu))
            made.setProperty("menu", menu)
        return made

    def _open_menu(self, chip: QPushButton, menu: QMenu, _checked: bool = False) -> None:
        self._show_chips()
        menu.popup(chip.mapToGlobal(chip.rect().bottomLeft()))

    def _menu(self, chip: QPushButton) -> QMenu:
        menu: QMenu = chip.property("menu")
        return menu

    def _fill_statuses(self) -> None:
        menu = self._menu(self.status_chip)
        for status in STATUSES:
            tone = role_colour(status_tone(status))
            action = menu.addAction(icon(status_icon(status), tone, 16), status_name(status))
            action.setCheckable(True)
            action.setData(status)
            action.toggled.connect(partial(self._status_toggled, status))

    def _connect(self) -> None:
        presenter = self.presenter
        self.search.searched.connect(presenter.search)
        self.search.returnPressed.connect(self._to_table)
        self.soon_chip.clicked.connect(lambda on: presenter.wish(is_ending_soon=on))
        self.unstamped_chip.clicked.connect(lambda on: presenter.wish(is_unstamped=on))
        table = self.table
        table.rows.missing.connect(presenter.pages.need)
        table.lookedAt.connect(presenter.pages.looked_at)
        table.sortWanted.connect(presenter.sort_by)
        # A selection of many rows arrives in steps; one look at its end is enough.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._selected)
        table.selected.connect(self._later.start)
        table.detailWanted.connect(self._to_detail)
        panel = self.detail.panel
        panel.stepRequested.connect(presenter.take_step)
        panel.exportRequested.connect(presenter.export)
        panel.addEvidenceRequested.connect(self._choose_evidence)
        panel.playRequested.connect(self._play)
        panel.openRequested.connect(self._save_copy)
        self.detail.recordingWanted.connect(presenter.open_recording)
        self.detail.closed.connect(self._close_detail)
        self.detail.reachWanted.connect(presenter.open_reach)
        self.bulk.renewWanted.connect(presenter.renew_all)
        self.bulk.withdrawWanted.connect(presenter.withdraw_all)
        self.bulk.exportWanted.connect(presenter.export_all)

    # The page in the window

    def activated(self, consent_id: str = "") -> None:
        """Come to the front, with a record where one is named."""
        if consent_id:
            self.table.clearSelection()
            self._later.stop()
            self.presenter.shown_id = consent_id
        self.presenter.refresh()

    def refresh(self) -> None:
        """Ask services again."""
        self.presenter.refresh()

    def focus_search(self) -> None:
        """Give the keyboard to the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def save_layout(self) -> str:
        """Return order and widths."""
        return json.dumps({**self.presenter.remembered(), "split": self._split.sizes()})

    def restore_layout(self, text: str) -> None:
        """Take what ``save_layout`` gave."""
        sizes = self.presenter.remember(text).get("split")
        if (
            isinstance(sizes, list)
            and len(sizes) == 2  # noqa: PLR2004 -- table and detail
            and all(isinstance(size, int) and 0 < size < 100_000 for size in sizes)  # noqa: PLR2004 -- no screen is wider
        ):
            self._split.setSizes(sizes)

    # Filters

    def _status_toggled(self, status: Status, is_on: bool) -> None:
        if not self._is_restoring:
            wanted = self.presenter.wishes.statuses
            self.presenter.wish(statuses=wanted | {status} if is_on else wanted - {status})

    def _language_toggled(self, tag: str, is_on: bool) -> None:
        if not self._is_restoring:
            wanted = self.presenter.wishes.languages
            self.presenter.wish(languages=wanted | {tag} if is_on else wanted - {tag})

    def _clear(self) -> None:
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.presenter.clear()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_chips(self) -> None:
        wishes = self.presenter.wishes
        self.status_chip.setText(statuses_chip(wishes.statuses))
        self.status_chip.setChecked(bool(wishes.statuses))
        self.language_chip.setText(languages_chip(wishes.languages))
        self.language_chip.setChecked(bool(wishes.languages))
        self.soon_chip.setChecked(wishes.is_ending_soon)
        self.unstamped_chip.setChecked(wishes.is_unstamped)
        self.clear_button.setVisible(self.presenter.is_narrowed)

    # The side

    def _to_table(self) -> None:
        if self.table.rows.rowCount():
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if not self.table.currentIndex().isValid():
                self.table.selectRow(0)

    def _to_detail(self) -> None:
        self._selected()
        if self._aside.isVisible():
            self.detail.panel.export_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _selected(self) -> None:
        chosen = self.table.selection(self.presenter.question, self.presenter.pages.total)
        if chosen.count == 0 and self.presenter.shown_id and not self.table.hasFocus():
            return
        self.presenter.select(chosen if chosen.count else None)

    def _close_detail(self) -> None:
        self.table.clearSelection()
        self.presenter.select(None)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_evidence(self) -> None:
        endings = " ".join(f"*{ending}" for ending in mark.ATTACHABLE)
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Add a file"), "", f"{self.tr('Pictures, documents, sound')} ({endings})"
        )
        if name:
            self.presenter.add_evidence(Path(name))

    def _play(self, evidence: Evidence) -> None:
        spoken = evidence.spoken
        if spoken is not None:
            conversation = self.detail.conversation_of(spoken.recording_id)
            self.presenter.open_recording(spoken.recording_id, conversation)

    def _save_copy(self, evidence: Evidence) -> None:
        """Write an attachment where the person says; no readable copy is left elsewhere."""
        start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        ending = _ENDINGS.get(evidence.media_type, "")
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save a readable copy"), str(Path(start) / f"{evidence.id}{ending}")
        )
        if name:
            self.presenter.save_evidence(evidence, Path(name), partial(_show_file, name))

    # What the presenter asks for

    def begin(self, count: int, *, is_new: bool) -> None:
        """Take the number of rows."""
        self.table.rows.begin(count, is_new=is_new)
        if is_new:
            self.table.scrollToTop()

    def take(self, first: int, rows: tuple[PermissionRow, ...]) -> None:
        """Take rows from ``first`` on."""
        self.table.rows.take(first, rows)
        shown = self.presenter.shown_id
        if shown and not self.table.selectionModel().hasSelection():
            self.table.select_record(shown)

    def drop(self, first: int, count: int) -> None:
        """Let go of rows."""
        self.table.rows.drop(first, count)

    def show_count(self, count: int, *, is_narrowed: bool) -> None:
        """Show how many there are, or what to do where there are none."""
        self._count.setText(count_words(count))
        is_empty = count == 0 and not is_narrowed
        self._tools.setVisible(not is_empty)
        front: QWidget = self.table
        if count == 0:
            front = self._empty if is_empty else self._nothing
        self._stack.setCurrentWidget(front)
        self.table.show_order(self.presenter.sort, is_descending=self.presenter.is_descending)

    def show_wishes(self, text: str, wishes: Wishes, languages: tuple[str, ...]) -> None:
        """Show what the table is narrowed to, and the languages there are."""
        del text
        self._is_restoring = True
        for action in self._menu(self.status_chip).actions():
            action.setChecked(action.data() in wishes.statuses)
        menu = self._menu(self.language_chip)
        if [action.data() for action in menu.actions()] != list(languages):
            menu.clear()
            for tag in languages:
                action = QAction(language_name(tag), menu)
                action.setCheckable(True)
                action.setData(tag)
                action.toggled.connect(partial(self._language_toggled, tag))
                menu.addAction(action)
        for action in menu.actions():
            action.setChecked(action.data() in wishes.languages)
        self.language_chip.setEnabled(bool(languages))
        self._is_restoring = False
        self._show_chips()

    def show_detail(self, detail: ConsentDetail, steps: frozenset[Step]) -> None:
        """Show one record."""
        self.detail.set_consent(detail, steps)
        if self._context.workspace.is_read_only:
            self.detail.set_read_only()
        self._show_side(self._detail_area)

    def show_reach(self, reach: Reach | None) -> None:
        """Say what is to be done after the end of the permission; None when nothing ended."""
        self.detail.show_reach(reach)

    def show_many(self, count: int) -> None:
        """Offer what can be done with many."""
        self.bulk.show_many(count)
        self._show_side(self._bulk_area)

    def _show_side(self, area: QScrollArea) -> None:
        if self._side.currentWidget() is not area:
            self._side.setCurrentWidget(area)
            area.verticalScrollBar().setValue(0)
        self._aside.show()

    def show_nothing(self) -> None:
        """Show no record."""
        self._aside.hide()

    def show_report(self, report: BulkReport) -> None:
        """Show what came of a step on many."""
        self.bulk.show_report(report)
        self._show_side(self._bulk_area)

    def show_bulk_failed(self) -> None:
        """Go back to what can be done with many."""
        self.bulk.back()


def _show_file(name: str) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(name))
