"""The start page: recent vaults, ways to begin, and checking a proof without any vault."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QWidget,
)

from consentkit.domain.report import VerificationReport
from consentkit.kernel.clock import Clock
from consentkit.kernel.errors import ConsentKitError
from consentkit.services.jobs import JobState
from consentkit.ui.bridge import Bridge
from consentkit.ui.context import PreferencesHolder
from consentkit.ui.error_texts import error_sentence
from consentkit.ui.start.presenter import (
    RecentVault,
    demo_place,
    demo_work,
    folder_for,
    is_vault,
    offered_place,
    recent_vaults,
    restore_work,
    vault_name,
    verify_work,
)
from consentkit.ui.theme import set_role
from consentkit.ui.widgets.buttons import LayoutButton, button, icon_button
from consentkit.ui.widgets.inputs import FileDropArea
from consentkit.ui.widgets.labels import ElidedLabel, icon_label, label
from consentkit.ui.widgets.layout import Card, clear, column, holding, row, scrolling
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
        self._result = column(gap=8)
        inner = column(
            self._head(),
            8,
            self._notice,
            self._progress,
            self._choices(),
            8,
            label(self.tr("Check a proof"), "lead"),
            self._drop_area(),
            self._result,
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
        self.setLayout(column(scrolling(holding(centring))))
        bridge.jobChanged.connect(self._job_changed)
        self._show_recent()

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

    def _drop_area(self) -> QWidget:
        area = FileDropArea(
            self.tr(
                "Drop a .consentproof file here to see what it proves. No vault is needed, and "
                "nothing leaves this computer."
            ),
            self.tr("Choose a proof…"),
            filters=self.tr("Proofs ({patterns})").replace(
                "{patterns}", "*.consentproof *.consentproof.age"
            ),
            icon_name="proofs",
        )
        area.filesChosen.connect(lambda files: self.verify(files[0]))
        area.setMinimumHeight(132)
        return area

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

    def verify(self, path: Path, identities: tuple[str, ...] = ()) -> None:
        """Check a proof and show what it proves; an encrypted one needs a key."""
        self._notice.hide()
        clear(self._result)
        self._job = self._bridge.job(
            "proof.verify",
            self.tr("Check a proof"),
            verify_work(path, identities),
            lambda report: self._show_report(path, report),
            lambda error: self._not_verified(path, error),
            owner=self,
        )

    def _not_verified(self, path: Path, error: ConsentKitError) -> None:
        self._fail(error)
        if error.code != "proof.sealed":
            return
        key, is_given = QInputDialog.getText(
            self,
            self.tr("Check a proof"),
            self.tr("This proof is encrypted. Key that opens it (AGE-SECRET-KEY-…)"),
            QLineEdit.EchoMode.Password,
        )
        if is_given and key.strip():
            self.verify(path, (key.strip(),))

    def _show_report(self, path: Path, report: VerificationReport) -> None:
        from consentkit.ui.widgets.report import ReportView

        clear(self._result)
        view = ReportView()
        view.show_report(report, path.name)
        card = Card(view)
        card.body.addLayout(
            row(None, button(self.tr("Close"), lambda: clear(self._result), kind="quiet"))
        )
        self._result.addWidget(card)
