"""The main window: start, unlock, and the desk of the vault that is open."""

import contextlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget
from typing_extensions import override

from consentkit.kernel.clock import Clock, SystemClock
from consentkit.kernel.errors import ConsentKitError
from consentkit.services.preferences import Preferences, with_recent
from consentkit.ui.bridge import Bridge
from consentkit.ui.context import PreferencesHolder
from consentkit.ui.crash import CrashDesk
from consentkit.ui.desk import Desk, is_proof
from consentkit.ui.error_texts import error_sentence
from consentkit.ui.guard import Guard
from consentkit.ui.widgets.inputs import dropped_files
from consentkit.ui.widgets.states import Toast
from consentkit.ui.window_state import WindowState, load_window_state, save_window_state

if TYPE_CHECKING:
    from consentkit.services.workspace import Workspace


DEMO_ROOTS = "demonstration-roots.pem"
"""Lies beside a vault that the demo made, whose passphrase is no secret."""

REOPENED = frozenset({"ask", "permissions", "check", "proofs"})
"""Pages in front of which the next session begins where the last one ended."""

SMALLEST = (1024, 680)
FIRST_SIZE = (1280, 800)


class MainWindow(QMainWindow):
    """The one window."""

    def __init__(
        self,
        bridge: Bridge,
        preferences: PreferencesHolder,
        crash: CrashDesk | None = None,
        clock: Clock | None = None,
    ) -> None:
        super().__init__()
        self._bridge = bridge
        self.preferences = preferences
        self._clock: Clock = clock or SystemClock()
        self._state = load_window_state()
        self.desk: Desk | None = None
        self._closing: Workspace | None = None
        self.setWindowTitle("ConsentKit")
        self.setMinimumSize(*SMALLEST)
        self.resize(*FIRST_SIZE)
        if self._state.geometry:
            self.restoreGeometry(QByteArray(self._state.geometry))
        self.setAcceptDrops(True)
        self.stack = QStackedWidget()
        self.setCentralWidget(self.stack)
        self.toast = Toast(self)
        self.guard = Guard(self._clock, self)
        self.guard.idled.connect(self._idled)
        self.guard.slept.connect(self._slept)
        preferences.changed.connect(self._preferences_changed)
        bridge.errorRaised.connect(self._tell_unless_desk)
        if crash is not None:
            bridge.bugRaised.connect(crash.show_bug)
        help_keys = QShortcut(QKeySequence("F1"), self)
        help_keys.activated.connect(self.show_shortcuts)
        self.show_start()

    # What is in front --------------------------------------------------------

    def _show(self, widget: QWidget) -> None:
        """Put ``widget`` in front and let go of everything else: nothing lingers behind it."""
        for index in reversed(range(self.stack.count())):
            old = self.stack.widget(index)
            if old is not None:
                self.stack.removeWidget(old)
                old.hide()
                old.deleteLater()
        self.stack.addWidget(widget)
        self.stack.setCurrentWidget(widget)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_start(self) -> None:
        """Show the start page."""
        from consentkit.ui.start.page import StartPage

        page = StartPage(self._bridge, self.preferences, self._clock)
        page.openWanted.connect(self.show_unlock)
        page.newWanted.connect(self.show_wizard)
        page.demoMade.connect(self._open_demo)
        page.failed.connect(self.tell_error)
        self.setWindowTitle("ConsentKit")
        self._show(page)

    def show_wizard(self) -> None:
        """Show the steps that make a new vault."""
        from consentkit.ui.start.wizard import VaultWizard

        page = VaultWizard(self._bridge, self.preferences)
        page.finished.connect(self.show_workspace)
        page.left.connect(self.show_start)
        self._show(page)

    def show_unlock(self, folder: Path, note: str = "") -> None:
        """Ask for what opens the vault in ``folder``."""
        from consentkit.ui.unlock.page import UnlockPage

        page = UnlockPage(self._bridge, self.preferences, folder, note=note)
        page.opened.connect(self.show_workspace)
        page.left.connect(self.show_start)
        page.set_ready(is_ready=self._closing is None)
        self.setWindowTitle("ConsentKit")
        self._show(page)
        page.focus_first()

    def open_given(self, folder: Path) -> None:
        """Open the vault the program was started with; a demo's opens by itself."""
        if (folder.parent / DEMO_ROOTS).is_file():
            self._open_demo(folder, lambda _error: self.show_unlock(folder))
        else:
            self.show_unlock(folder)

    def _open_demo(
        self, folder: Path, failed: Callable[[ConsentKitError], None] | None = None
    ) -> None:
        from consentkit.ui.unlock.presenter import demo_opener

        self._bridge.job(
            "vault.open",
            "",
            demo_opener(folder, self.preferences.read),
            self.show_workspace,
            failed or self.tell_error,
            owner=self,
            silent=True,
        )

    def show_workspace(self, workspace: "Workspace") -> None:
        """Show an open vault; the window closes it from here on."""
        desk = self._make_desk(workspace)
        self.preferences.set(with_recent(self.preferences.value, str(workspace.folder)))
        self.setWindowTitle(f"{workspace.name} - ConsentKit")
        self._show(desk)
        wanted = self._state.page
        desk.navigate(wanted if wanted in REOPENED else "recordings")
        self.guard.start(self.preferences.value.lock_after_minutes)

    def _make_desk(self, workspace: "Workspace") -> Desk:
        layouts = dict(self._state.layouts)
        desk = Desk(workspace, self._bridge, self.preferences, self._clock, layouts=layouts)
        desk.lockWanted.connect(self.lock)
        self.desk = desk
        return desk

    # Locking -----------------------------------------------------------------

    def lock(self, note: str = "") -> None:
        """Take the vault off the screen, forget its keys and ask for the passphrase again."""
        if self.desk is None:
            return
        workspace = self.desk.workspace
        if not note and self._bridge.is_busy:
            note = self.tr("Running work was stopped. Nothing half-done was kept.")
        self._remember_desk()
        self.desk = None
        self.guard.stop()
        self._closing = workspace
        self._bridge.retire(workspace.close, self._closed)
        self.show_unlock(workspace.folder, note)

    def _closed(self) -> None:
        from consentkit.ui.unlock.page import UnlockPage

        self._closing = None
        page = self.stack.currentWidget()
        if isinstance(page, UnlockPage):
            page.set_ready(is_ready=True)

    def _idled(self) -> None:
        # Long work is let finish: stopping it would punish those who went for a coffee.
        if not self._bridge.is_busy:
            self.lock(self.tr("Locked after a time without use."))

    def _slept(self) -> None:
        if self.preferences.value.lock_on_suspend:
            self.lock(self.tr("Locked because the computer went to sleep."))

    # News --------------------------------------------------------------------

    def _preferences_changed(self, value: Preferences) -> None:
        self.guard.set_minutes(value.lock_after_minutes)

    def tell_error(self, error: ConsentKitError) -> None:
        """Show an error in words."""
        self.toast.tell_error(error_sentence(error))

    def _tell_unless_desk(self, error: ConsentKitError) -> None:
        if self.desk is None:
            self.tell_error(error)

    def show_shortcuts(self) -> None:
        """Show what the keyboard can do."""
        from consentkit.ui.shortcuts import ShortcutSheet

        ShortcutSheet(self).show()

    def retranslate(self) -> None:
        """Build what is in front again, in the language that was just chosen."""
        if self.desk is None:
            self.show_start()
            return
        self._remember_desk()
        current, workspace = self.desk.current, self.desk.workspace
        desk = self._make_desk(workspace)
        self._show(desk)
        desk.navigate("recordings" if current == "recording" else current)

    # Files dropped anywhere --------------------------------------------------

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.take_files(dropped_files(event.mimeData()))
        event.acceptProposedAction()

    def take_files(self, files: tuple[Path, ...]) -> None:
        """Send files where they belong; without an open vault a proof can still be checked."""
        from consentkit.ui.start.page import StartPage

        if self.desk is not None:
            self.desk.take_files(files)
            return
        proofs = [path for path in files if is_proof(path)]
        page = self.stack.currentWidget()
        if proofs and isinstance(page, StartPage):
            page.verify(proofs[0])
        elif files:
            self.toast.tell(self.tr("Open a vault first, then drop the recording again."))

    # Ends --------------------------------------------------------------------

    def _remember_desk(self) -> None:
        if self.desk is not None:
            self._state = replace(self._state, page=self.desk.current, layouts=self.desk.layouts())

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._remember_desk()
        geometry = bytes(self.saveGeometry().data())
        state = WindowState(geometry, self._state.page, self._state.layouts)
        # The window's place is not worth keeping anybody from closing it.
        with contextlib.suppress(ConsentKitError):
            save_window_state(state)
        self.shut()
        event.accept()

    def shut(self) -> None:
        """Stop all work and close the vault; the window is of no use afterwards."""
        from consentkit.ui.start.wizard import VaultWizard
        from consentkit.ui.unlock.page import UnlockPage

        self.guard.stop()
        front = self.stack.currentWidget()
        workspace = self.desk.workspace if self.desk is not None else None
        if isinstance(front, VaultWizard | UnlockPage):
            workspace = front.take_unfinished()
        self._bridge.shutdown()
        if workspace is not None:
            workspace.close()
        self.desk = None
