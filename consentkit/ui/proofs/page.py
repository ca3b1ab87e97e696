"""The Proofs page: what was exported at the left, checking and exporting at the right."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QLabel, QSplitter, QStackedWidget, QWidget

from consentkit.services.jobs import JobState
from consentkit.services.views import ProofExport
from consentkit.ui.context import PageContext
from consentkit.ui.proofs.export_sheet import ExportSheet
from consentkit.ui.proofs.exports_list import ExportsList
from consentkit.ui.proofs.flowing import flowing
from consentkit.ui.proofs.presenter import Draft, ExportRow, ProofsPresenter
from consentkit.ui.proofs.verify_view import VerifyView
from consentkit.ui.theme import set_role
from consentkit.ui.widgets.buttons import button
from consentkit.ui.widgets.inputs import SearchField, copy_text
from consentkit.ui.widgets.labels import label
from consentkit.ui.widgets.layout import PageHead, column, holding, page_layout, row
from consentkit.ui.widgets.states import EmptyState

_WORDS_PX = 300
"""Two halves stand beside each other in a window of 1024 pixels."""


class ProofsPage(QWidget):
    """Proofs. ``activated`` takes ``verify``, a file, or ``consent_id``, a record to export."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._context = context
        self.presenter = ProofsPresenter(context, self, owner=self)
        self.list = ExportsList()
        self.verify_view = VerifyView(context.bridge, self._roots, context.clock)
        self.sheet = ExportSheet()
        self.search = SearchField(self.tr("Search exported proofs"))
        self._build()
        self._connect()

    def _roots(self) -> tuple[str, ...]:
        """Return roots the person set up; those of demonstrations never count."""
        authorities = self._context.preferences.value.authorities
        return tuple(
            item.roots_pem for item in authorities if item.roots_pem and not item.is_demonstration
        )

    def _build(self) -> None:
        self._count = label("", "muted")
        self._nothing = EmptyState(
            "search",
            self.tr("No proof fits"),
            self.tr("Search for a person, for whom it was made, or a file name."),
        )
        self._empty = EmptyState(
            "proofs",
            self.tr("No proofs exported yet"),
            self.tr(
                "A proof is a file anybody can check. Choose a permission, tick what the reader"
                " may see, and export it."
            ),
            button(self.tr("Choose a permission"), self.presenter.to_permissions, kind="primary"),
        )
        for words in (*self._nothing.findChildren(QLabel), *self._empty.findChildren(QLabel)):
            if words.wordWrap():
                words.setFixedWidth(_WORDS_PX)
        self._stack = QStackedWidget()
        for part in (self.list, self._nothing, self._empty):
            self._stack.addWidget(part)
        self._tools = holding(row(self.search, None, self._count))
        left = holding(
            column(
                label(self.tr("Exported"), "lead"),
                self._tools,
                self._stack,
                self._make_actions(),
                gap=12,
            )
        )
        verify = QFrame()
        set_role(verify, "card")
        verify.setLayout(column(self.verify_view, margins=16))
        sheet = QFrame()
        set_role(sheet, "card")
        sheet.setLayout(column(self.sheet, margins=1))
        self._right = QStackedWidget()
        self._right.addWidget(verify)
        self._right.addWidget(sheet)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(left)
        self._split.addWidget(self._right)
        self._split.setHandleWidth(24)
        self._split.setSizes([440, 560])
        self._split.setStretchFactor(0, 4)
        self._split.setStretchFactor(1, 5)
        box = page_layout(PageHead(self.tr("Proofs")), self._split)
        box.setStretchFactor(self._split, 1)
        self.setLayout(box)

    def _make_actions(self) -> QWidget:
        self.folder_button = button(
            self.tr("Show in folder"), lambda: self._with_current(self._show_folder), icon="folder"
        )
        copy = button(
            self.tr("Copy the short id"),
            lambda: self._with_current(self.presenter.copy_short_id),
            icon="copy",
        )
        more = button(self.tr("More…"), self.list.open_menu)
        self._actions = flowing(self.folder_button, copy, more)
        self._actions.hide()
        return self._actions

    def _with_current(self, act: Callable[[ProofExport], object]) -> None:
        found = self.list.current()
        if found is not None:
            act(found.export)

    def _chosen(self) -> None:
        found = self.list.current()
        self._actions.setVisible(found is not None)
        self.folder_button.setEnabled(found is not None and found.is_present)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(lambda *_: self._chosen())
        self.list.rows.modelReset.connect(self._chosen)
        presenter = self.presenter
        self.search.searched.connect(presenter.search)
        self.list.folderWanted.connect(lambda found: self._show_folder(found.export))
        self.list.verifyWanted.connect(lambda found: self._verify(found.export.path))
        self.list.shortIdWanted.connect(lambda found: presenter.copy_short_id(found.export))
        self.list.digestWanted.connect(lambda found: presenter.copy_digest(found.export))
        self.list.recordWanted.connect(lambda found: presenter.open_record(found.export))
        self.sheet.exportWanted.connect(presenter.export)
        self.sheet.cancelled.connect(presenter.cancel)
        self.sheet.folderWanted.connect(self._show_folder)
        self.sheet.verifyWanted.connect(lambda made: self._verify(made.path))
        self._context.bridge.jobChanged.connect(self._job_changed)

    # The page in the window

    def activated(self, verify: Path | None = None, consent_id: str = "") -> None:
        """Come to the front, with a file to check or a record to export where one is named."""
        self.presenter.refresh()
        if verify is not None:
            self._verify(verify)
        elif consent_id:
            self.presenter.begin(consent_id)

    def refresh(self) -> None:
        """Ask services again."""
        self.presenter.refresh()

    def focus_search(self) -> None:
        """Give the keyboard to the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def primary_action(self) -> None:
        """Ask for a proof to check."""
        self._right.setCurrentIndex(0)
        self.verify_view.drop.choose()

    def _verify(self, path: Path) -> None:
        self._right.setCurrentIndex(0)
        self.verify_view.verify(path)

    @staticmethod
    def _show_folder(made: ProofExport) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(made.path.parent)))

    def _job_changed(self, state: JobState) -> None:
        if state.is_over:
            self.presenter.job_ended(state.id, state.state)

    # What the presenter asks for

    def show_exports(self, rows: tuple[ExportRow, ...], total: int) -> None:
        """Show these of ``total`` exports."""
        self.list.rows.set_rows(rows)
        self._tools.setVisible(total > 0)
        self._count.setText(self.tr("%n proof(s)", "", len(rows)))
        front: QWidget = self.list
        if not rows:
            front = self._nothing if total else self._empty
        self._stack.setCurrentWidget(front)

    def show_draft(self, draft: Draft) -> None:
        """Ask how a proof is to be made."""
        self.sheet.show_draft(draft)
        self._right.setCurrentIndex(1)

    def show_making(self, is_making: bool) -> None:
        """Say that a proof is being made, or no more."""
        self.sheet.show_making(is_making)

    def show_made(self, made: ProofExport) -> None:
        """Show the proof that was made."""
        self.sheet.show_made(made)
        self._right.setCurrentIndex(1)

    def close_draft(self) -> None:
        """Go back to checking proofs."""
        self._right.setCurrentIndex(0)

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""
        copy_text(text)
