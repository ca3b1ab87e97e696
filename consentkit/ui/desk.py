"""An open vault on the screen: the rail, the pages, the status line.

A desk lives as long as its vault is open. Locking takes it away with everything it shows.
"""

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from consentkit.kernel.clock import Clock
from consentkit.kernel.errors import ConsentKitError, VaultDamagedError
from consentkit.services.publication_views import Reach, TaskState
from consentkit.services.upload_views import PendingUpload
from consentkit.services.views import LogStatus, PendingStamps
from consentkit.ui.bridge import Bridge
from consentkit.ui.check.drop_choice import DropChoice
from consentkit.ui.context import PageContext, PreferencesHolder
from consentkit.ui.error_texts import error_sentence
from consentkit.ui.status_line import StatusLine
from consentkit.ui.theme import set_role
from consentkit.ui.widgets.buttons import button
from consentkit.ui.widgets.labels import icon_label, label
from consentkit.ui.widgets.layout import column, row
from consentkit.ui.widgets.rail import RailButton
from consentkit.ui.widgets.states import Notice, Toast
from consentkit.ui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from consentkit.services.workspace import Workspace

STAMP_LOOK_MS = 60_000
"""How often waiting time stamps are looked at; each has its own time of the next try."""

NOT_THE_LAST_SEEN = frozenset({"log.rolled-back", "log.forked"})
"""Troubles of the log with which it takes no entry."""

PROOF_ENDINGS = (".consentproof", ".consentproof.age")


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page the desk can show.

    Attributes:
        name: Its name for ``navigate``.
        title: Its word in the rail; empty for a page that is not there.
        icon: Its icon.
        module: Where its class is; imported when it is first shown.
        type_name: The class.
    """

    name: str
    title: str
    icon: str
    module: str
    type_name: str


PAGES: tuple[PageEntry, ...] = (
    PageEntry(
        "recordings",
        QT_TRANSLATE_NOOP("Desk", "Recordings"),
        "recordings",
        "consentkit.ui.recordings.page",
        "RecordingsPage",
    ),
    PageEntry("recording", "", "recordings", "consentkit.ui.recording.page", "RecordingPage"),
    PageEntry("ask", QT_TRANSLATE_NOOP("Desk", "Ask"), "ask", "consentkit.ui.ask.page", "AskPage"),
    PageEntry(
        "permissions",
        QT_TRANSLATE_NOOP("Desk", "Permissions"),
        "permissions",
        "consentkit.ui.permissions.page",
        "PermissionsPage",
    ),
    PageEntry(
        "check",
        QT_TRANSLATE_NOOP("Desk", "Check a video"),
        "check-video",
        "consentkit.ui.check.page",
        "CheckPage",
    ),
    PageEntry(
        "published",
        QT_TRANSLATE_NOOP("Desk", "Published"),
        "published",
        "consentkit.ui.published.page",
        "PublishedPage",
    ),
    PageEntry(
        "proofs",
        QT_TRANSLATE_NOOP("Desk", "Proofs"),
        "proofs",
        "consentkit.ui.proofs.page",
        "ProofsPage",
    ),
    PageEntry(
        "activity",
        QT_TRANSLATE_NOOP("Desk", "Activity"),
        "activity",
        "consentkit.ui.activity.page",
        "ActivityPage",
    ),
    PageEntry(
        "settings",
        QT_TRANSLATE_NOOP("Desk", "Settings"),
        "settings",
        "consentkit.ui.settings.page",
        "SettingsPage",
    ),
)
"""The registry of pages; those with a title stand in the rail in this order."""


def is_proof(path: Path) -> bool:
    """Return whether a file's name says it is a proof."""
    return path.name.lower().endswith(PROOF_ENDINGS)


class Desk(QWidget):
    """Everything that shows an open vault."""

    lockWanted = Signal()

    def __init__(
        self,
        workspace: "Workspace",
        bridge: Bridge,
        preferences: PreferencesHolder,
        clock: Clock,
        *,
        layouts: dict[str, str] | None = None,
    ) -> None:
        super().__init__()
        set_role(self, "page")
        self.workspace = workspace
        self._bridge = bridge
        self._layouts = dict(layouts or {})
        self._pages: dict[str, QWidget] = {}
        self._buttons: dict[str, RailButton] = {}
        self.current = ""
        self._stamp_job = ""
        self.context = PageContext(
            bridge=bridge,
            workspace=workspace,
            preferences=preferences,
            navigate=self.navigate,
            toast=self.tell,
            show_error=self.tell_error,
            changed=self.refresh,
            clock=clock,
        )
        self.stack = QStackedWidget()
        self.status = StatusLine(
            workspace.name, bridge.jobs, clock, is_read_only=workspace.is_read_only
        )
        self.read_only_notice = self._make_read_only_notice()
        body = row(self._make_rail(), gap=0)
        self.log_notice = self._make_log_notice()
        self.choice = DropChoice()
        self.choice.recordingChosen.connect(lambda path: self.navigate("recordings", add=(path,)))
        self.choice.editChosen.connect(lambda path: self.navigate("check", check=(path,)))
        self.upload_notice = self._make_upload_notice()
        notices = (self.read_only_notice, self.log_notice, self.upload_notice, self.choice)
        body.addLayout(column(*notices, self.stack, gap=0), 1)
        outer = column(gap=0)
        outer.addLayout(body, 1)
        outer.addWidget(self.status)
        self.setLayout(outer)
        self.toast = Toast(self)
        bridge.jobChanged.connect(self.status.show_job)
        bridge.errorRaised.connect(self.tell_error)
        preferences.failed.connect(self.tell_error)
        self.status.jobCancelled.connect(bridge.cancel_job)
        self.status.stampWanted.connect(self.stamp)
        self.status.todoWanted.connect(partial(self.navigate, "published", todo=True))
        self._stamp_timer = QTimer(self)
        self._stamp_timer.setInterval(STAMP_LOOK_MS)
        self._stamp_timer.timeout.connect(self.look_at_stamps)
        self._stamp_timer.timeout.connect(self.look_at_todo)
        self._stamp_timer.start()
        self._add_shortcuts()
        self.look_at_stamps()
        self.look_at_log()
        self.look_at_todo()
        self.look_at_uploads()

    # Building ----------------------------------------------------------------

    def _make_rail(self) -> QFrame:
        rail = QFrame()
        set_role(rail, "rail")
        brand = row(icon_label("logo", "accent", 24), label("ConsentKit", "lead"), None, gap=8)
        box = column(brand, 16, gap=4, margins=(12, 16, 12, 12))
        number = 0
        for entry in PAGES:
            if not entry.title:
                continue
            number += 1
            made = RailButton(
                QCoreApplication.translate("Desk", entry.title),
                entry.icon,
                f"Ctrl+{number}",
                has_count=entry.name == "published",
            )
            made.clicked.connect(partial(self._rail_clicked, entry.name))
            self._buttons[entry.name] = made
            if entry.name == "settings":
                box.addStretch(1)
            box.addWidget(made)
        lock = RailButton(self.tr("Lock"), "lock", "Ctrl+L")
        lock.setCheckable(False)
        lock.clicked.connect(self.lockWanted)
        box.addWidget(lock)
        rail.setLayout(box)
        # A page that asks for more than there is must not take it from the rail's words.
        rail.setFixedWidth(max(184, box.minimumSize().width()))
        return rail

    def _make_read_only_notice(self) -> Notice:
        notice = Notice("eye", is_warning=True)
        notice.tell(
            self.tr("This vault is open read-only."),
            self.tr("Another program writes to it. You can look, play and verify."),
        )
        notice.setVisible(self.workspace.is_read_only)
        return notice

    def _make_log_notice(self) -> Notice:
        notice = Notice("warning", is_warning=True)
        why = button(self.tr("See why"), partial(self.navigate, "activity"))
        notice.action_row.addWidget(why)
        notice.hide()
        return notice

    def _make_upload_notice(self) -> Notice:
        notice = Notice("export")
        notice.action_row.addWidget(button(self.tr("Later"), notice.hide, kind="quiet"))
        notice.action_row.addWidget(button(self.tr("See it"), self._see_uploads))
        notice.hide()
        return notice

    def _see_uploads(self) -> None:
        self.upload_notice.hide()
        self.navigate("published")

    def _add_shortcuts(self) -> None:
        numbered = [entry.name for entry in PAGES if entry.title]
        wanted: list[tuple[str, Callable[[], object]]] = [
            (f"Ctrl+{number}", partial(self.navigate, name))
            for number, name in enumerate(numbered, start=1)
        ]
        wanted += [
            ("Ctrl+L", self.lockWanted.emit),
            ("Ctrl+F", partial(self._call_page, "focus_search")),
            ("Ctrl+N", partial(self._call_page, "primary_action")),
            ("Ctrl+O", self.choose_recordings),
            ("F5", self.refresh),
        ]
        for keys, action in wanted:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(action)

    # Pages -------------------------------------------------------------------

    def _rail_clicked(self, name: str, _checked: bool = False) -> None:
        self.navigate(name)

    def navigate(self, page: str, **arguments: Any) -> None:  # noqa: ANN401 -- see ``context``
        """Bring ``page`` to the front and hand it ``arguments``."""
        widget = self.page(page)
        self.current = page
        self.stack.setCurrentWidget(widget)
        shown = "recordings" if page == "recording" else page
        for name, made in self._buttons.items():
            made.setChecked(name == shown)
        widget.activated(**arguments)  # type: ignore[attr-defined]  # the protocol of pages

    def page(self, name: str) -> QWidget:
        """Return the page called ``name``, made on first use."""
        made = self._pages.get(name)
        if made is None:
            entry = next(entry for entry in PAGES if entry.name == name)
            kind = getattr(importlib.import_module(entry.module), entry.type_name)
            made = kind(self.context)
            set_role(made, "page")
            self._pages[name] = made
            self.stack.addWidget(made)
            if name in self._layouts and hasattr(made, "restore_layout"):
                made.restore_layout(self._layouts[name])
        return made

    def _call_page(self, method: str) -> None:
        action = getattr(self.stack.currentWidget(), method, None)
        if action is not None:
            action()

    def refresh(self) -> None:
        """Ask the page in front and the status line to look again."""
        self._call_page("refresh")
        self.look_at_stamps()
        self.look_at_log()
        self.look_at_todo()

    def layouts(self) -> dict[str, str]:
        """Return what the pages want remembered of their layout."""
        for name, page in self._pages.items():
            if hasattr(page, "save_layout"):
                self._layouts[name] = page.save_layout()
        return dict(self._layouts)

    # Files -------------------------------------------------------------------

    def choose_recordings(self) -> None:
        """Ask for recordings to add."""
        from PySide6.QtWidgets import QFileDialog

        names, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("Add recordings"),
            "",
            self.tr("Video ({patterns});;All files (*)").replace(
                "{patterns}", "*.mp4 *.mkv *.mov *.webm *.flv *.avi *.m4v *.ts"
            ),
        )
        if names:
            self.navigate("recordings", add=tuple(Path(name) for name in names))

    def take_files(self, files: tuple[Path, ...]) -> None:
        """Send dropped files where they belong: proofs to Proofs, the others to Recordings.

        A single video may be a finished one once there are recordings to compare it with: then
        the person is asked.
        """
        proofs = [path for path in files if is_proof(path)]
        others = tuple(path for path in files if not is_proof(path))
        if proofs:
            self.navigate("proofs", verify=proofs[0])
        elif len(others) == 1:
            self._bridge.query(
                self.workspace.checks.has_recordings,
                partial(self._take_video, others[0]),
                owner=self,
            )
        elif others:
            self.navigate("recordings", add=others)

    def _take_video(self, path: Path, has_recordings: bool) -> None:
        if has_recordings:
            self.choice.ask(path)
        else:
            self.navigate("recordings", add=(path,))

    # News --------------------------------------------------------------------

    def tell(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Show a short sentence, with a way back where there is one."""
        self.toast.tell(text, undo)

    def tell_error(self, error: ConsentKitError) -> None:
        """Show an error in words."""
        self.toast.tell_error(error_sentence(error))

    # The log -----------------------------------------------------------------

    def look_at_log(self) -> None:
        """Look whether the log is the one this computer saw last, and say so when it is not."""
        self._bridge.query(
            self.workspace.activity.status, self._log_known, lambda _error: None, owner=self
        )

    def _log_known(self, status: LogStatus) -> None:
        if not status.trouble:
            self.log_notice.hide()
            return
        refuses = self.tr("Nothing is written to the vault until this is cleared up.")
        words = refuses if status.trouble in NOT_THE_LAST_SEEN else ""
        self.log_notice.tell(error_sentence(VaultDamagedError(status.trouble)).title, words)

    # After publication --------------------------------------------------------

    def look_at_todo(self) -> None:
        """Show how many people wait for something to be done about videos they are in."""
        self._bridge.query(
            self.workspace.reach.reaches, self._todo_known, lambda _error: None, owner=self
        )

    def _todo_known(self, reaches: tuple[Reach, ...]) -> None:
        count = len(reaches)
        is_late = any(task.state is TaskState.LATE for reach in reaches for task in reach.tasks)
        self.status.show_todo(count, is_late=is_late)
        words = self.tr("%n person(s) waiting", "", count)
        self._buttons["published"].set_count(count, "red" if is_late else "amber", words)

    def look_at_uploads(self) -> None:
        """Offer to go on with uploads that were begun before the vault was opened."""
        if not self.workspace.is_read_only:
            self._bridge.query(
                self.workspace.uploads.pending, self._uploads_known, lambda _error: None, owner=self
            )

    def _uploads_known(self, pending: tuple[PendingUpload, ...]) -> None:
        if pending:
            self.upload_notice.tell(self.tr("%n upload(s) to be continued", "", len(pending)))

    # Time stamps -------------------------------------------------------------

    def look_at_stamps(self) -> None:
        """Show what is waiting, and ask the authorities when something is due."""
        self._bridge.query(
            self.workspace.time.pending, self._pending_known, lambda _error: None, owner=self
        )

    def _pending_known(self, pending: PendingStamps) -> None:
        self.status.show_pending(pending)
        if pending.entries or pending.requests:
            due = pending.next_try_at
            if due is None or due <= self.context.clock.now():
                self._ask_authorities(silent=True)

    def stamp(self) -> None:
        """Ask the authorities at once, whatever the next time of asking."""
        self._ask_authorities(silent=False)

    def _ask_authorities(self, *, silent: bool) -> None:
        if self.workspace.is_read_only or self._bridge.is_running(self._stamp_job):
            return
        self._stamp_job = self._bridge.job(
            "time.stamp",
            self.tr("Time stamps"),
            partial(self.workspace.time.stamp_due, now_all=not silent),
            self.status.show_pending,
            owner=self,
            silent=silent,
        )
