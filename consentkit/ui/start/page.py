"""The start page: recent vaults, ways to begin, and checking a proof without any vault."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QInputDialog,
    QWidget,
)

from consentkit.kernel.clock import Clock
from consentkit.kernel.errors import ConsentKitError
from consentkit.services.jobs import JobState
from consentkit.ui.bridge import Bridge
from consentkit.ui.context import PreferencesHolder
from consentkit.ui.error_texts import error_sentence
from consentkit.ui.proofs.verify_view import VerifyView
from consentkit.ui.start.presenter import (
    RecentVault,
    demo_place,
    demo_work,
    folder_for,
    is_vault,
    offered_place,
    own_roots,
    recent_vaults,
    restore_work,
    vault_name,
)
from consentkit.ui.theme import set_role
from consentkit.ui.widgets.buttons import LayoutButton, icon_button
from consentkit.ui.widgets.labels import ElidedLabel, icon_label, label
from consentkit.ui.widgets.layout import clear, column, holding, row, scrolling
from consentkit.ui.widgets.states import Notice, ProgressLine

PAGE_WIDTH = 960


class ChoiceButton(LayoutButton):
    """A large button with an icon, what it does, and a sentence about it."""

    def __init__(self, icon_name: str, title: str, words: str) -> None:
        super().__init__(title, words, has_border=True)
        texts = column(label(title, "strong"), label(words, "muted", wraps=True), gap=2)
        box = row(icon_label(icon_name, "accent", 24), gap=12, margins=(16, 10, 16, 10))
        box.addLayout(texts, 1)
        self.hold(box)


class StartPage(QWidget):
    """Shown while no vault is open."""

    openWanted = Signal(object)
    """The folder of a vault."""

    newWanted = Signal()
    demoMade = Signal(object)
    """The folder of the demo vault."""

    failed = Signal(object)

    def __init__(self, bridge: Bridge, preferences: PreferencesHolder, clock: Clock) -> None:
        super().__init__()
        set_role(self, "page")
        self._bridge = bridge
        self._preferences = preferences
        self._clock = clock
        self._job = ""
        self._recent = column(gap=4)
        self._progress = ProgressLine()
        self._progress.cancelled.connect(bridge.cancel_job)
        self._progress.hide()
        self._notice = Notice("warning", is_warning=True)
        self._notice.hide()
        self._proof_title = label(self.tr("Check a proof"), "lead")
        self._verify_view = VerifyView(bridge, self._roots, clock, is_titled=False, is_whole=True)
        self._verify_view.reported.connect(self._show_result)
        inner = column(
            self._head(),
            8,
            self._notice,
            self._progress,
            self._choices(),
            8,
            self._proof_title,
            self._verify_view,
            None,
            gap=16,
            margins=(24, 40, 24, 24),
        )
        page = holding(inner)
        page.setMaximumWidth(PAGE_WIDTH)
        centring = row(gap=0)
        centring.addStretch(1)
        centring.addWidget(page, 20)
        centring.addStretch(1)
        self._page = holding(centring)
        self._scroll = scrolling(self._page)
        self.setLayout(column(self._scroll))
        bridge.jobChanged.connect(self._job_changed)
        self._show_recent()

    def _roots(self) -> tuple[str, ...]:
        return own_roots(self._preferences.value)

    def _head(self) -> QWidget:
        words = label(
            self.tr("Keep a recording together with the permission to publish it."), "muted"
        )
        box = row(icon_label("logo", "accent", 48), gap=16)
        box.addLayout(column(label("ConsentKit", "display"), words, gap=0), 1)
        return holding(box)

    def _choices(self) -> QWidget:
        new = ChoiceButton(
            "plus", self.tr("New vault"), self.tr("An encrypted folder for your permissions.")
        )
        opened = ChoiceButton(
            "folder", self.tr("Open a vault"), self.tr("Choose the folder of an existing vault.")
        )
        demo = ChoiceButton(
            "play",
            self.tr("Try the demo vault"),
            self.tr("Made in under a minute with a drawn sample recording."),
        )
        restore = ChoiceButton(
            "backup", self.tr("Restore from a backup"), self.tr("Make a vault out of its copy.")
        )
        new.clicked.connect(self.newWanted)
        opened.clicked.connect(self._choose_vault)
        demo.clicked.connect(self._make_demo)
        restore.clicked.connect(self._restore)
        self._buttons = (new, opened, demo, restore)
        left = column(label(self.tr("Recent vaults"), "lead"), gap=8)
        left.addLayout(self._recent)
        left.addStretch(1)
        right = column(label(self.tr("Begin"), "lead"), new, opened, demo, restore, None, gap=8)
        box = row(gap=32)
        box.addLayout(left, 1)
        box.addLayout(right, 1)
        return holding(box)

    # Recent vaults -----------------------------------------------------------

    def _show_recent(self) -> None:
        value = self._preferences.value
        self._bridge.query(lambda: recent_vaults(value), self._list_recent, owner=self)

    def _list_recent(self, vaults: tuple[RecentVault, ...]) -> None:
        clear(self._recent)
        if not vaults:
            empty = label(
                self.tr("Vaults you open are listed here. Make a new one, or try the demo."),
                "muted",
                wraps=True,
            )
            self._recent.addWidget(empty)
        for vault in vaults:
            self._recent.addWidget(self._recent_line(vault))

    def _recent_line(self, vault: RecentVault) -> QWidget:
        title = (
            vault.name
            if vault.is_there
            else self.tr("{name} (not found)").replace("{name}", vault.name)
        )
        opened = LayoutButton(self.tr("Open {name}").replace("{name}", vault.name))
        opened.setEnabled(vault.is_there)
        place = ElidedLabel(str(vault.folder.parent), "small", Qt.TextElideMode.ElideMiddle)
        box = row(
            icon_label("lock" if vault.is_there else "warning"), gap=12, margins=(12, 6, 8, 6)
        )
        box.addLayout(column(ElidedLabel(title, "strong"), place, gap=2), 1)
        opened.hold(box)
        opened.clicked.connect(lambda: self.openWanted.emit(vault.folder))
        drop = icon_button(
            "close",
            self.tr("Remove {name} from this list").replace("{name}", vault.name),
            lambda: self._forget(vault.folder),
            size=16,
        )
        line = row(gap=4)
        line.addWidget(opened, 1)
        line.addWidget(drop)
        return holding(line)

    def _forget(self, folder: Path) -> None:
        kept = tuple(text for text in self._preferences.value.recent_vaults if text != str(folder))
        self._preferences.update(recent_vaults=kept)
        self._show_recent()

    def _choose_vault(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Open a vault"), str(offered_place()))
        if not name:
            return
        folder = Path(name)
        if is_vault(folder):
            self.openWanted.emit(folder)
        else:
            self._notice.tell(
                self.tr("This folder is not a vault."),
                self.tr("A vault is a folder whose name ends in .ckvault. Choose that folder."),
            )

    # Work --------------------------------------------------------------------

    def _job_changed(self, state: JobState) -> None:
        if state.id != self._job:
            return
        self._progress.setVisible(not state.is_over)
        self._progress.show_job(state)
        for choice in self._buttons:
            choice.setEnabled(state.is_over)

    def _fail(self, error: ConsentKitError) -> None:
        self._notice.tell_error(error_sentence(error))

    def _make_demo(self) -> None:
        self._notice.hide()
        self._job = self._bridge.job(
            "demo",
            self.tr("Demo vault"),
            demo_work(demo_place()),
            self.demoMade.emit,
            self._fail,
            owner=self,
        )

    def _restore(self) -> None:
        backup = QFileDialog.getExistingDirectory(
            self, self.tr("Choose the backup to restore"), str(offered_place())
        )
        if not backup:
            return
        place = QFileDialog.getExistingDirectory(
            self, self.tr("Choose where the restored vault goes"), str(offered_place())
        )
        if not place:
            return
        name, is_named = QInputDialog.getText(
            self,
            self.tr("Restore from a backup"),
            self.tr("Name of the restored vault"),
            text=vault_name(Path(backup)),
        )
        if not is_named or not name.strip():
            return
        self._notice.hide()
        self._job = self._bridge.job(
            "vault.restore",
            self.tr("Restore from a backup"),
            restore_work(Path(backup), folder_for(Path(place), name)),
            self.openWanted.emit,
            self._fail,
            owner=self,
        )

    def verify(self, path: Path) -> None:
        """Check a proof and show what it proves."""
        self._notice.hide()
        self._scroll.ensureWidgetVisible(self._verify_view)
        self._verify_view.verify(path)

    def _show_result(self) -> None:
        # The report has its height once the layouts have been asked again.
        QTimer.singleShot(0, self, self._scroll_to_result)

    def _scroll_to_result(self) -> None:
        place = self._proof_title.mapTo(self._page, QPoint(0, 0)).y()
        self._scroll.verticalScrollBar().setValue(place)
