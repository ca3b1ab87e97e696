"""The page "Check a video": the start, the work, and the result with players and lanes."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QHideEvent,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget
from typing_extensions import override

from consentkit.domain.coverage import Lane
from consentkit.kernel.errors import ConsentKitError
from consentkit.services.check_reading import Matter, SourceMoment
from consentkit.services.check_views import CheckCard, EditCheck
from consentkit.services.jobs import JobState
from consentkit.services.views import RecordingDetail
from consentkit.ui.check.keys import Command, command_of
from consentkit.ui.check.opened import CheckHead, OpenedPart, View
from consentkit.ui.check.presenter import CheckPresenter, Part, Wish
from consentkit.ui.check.publishing import Publishing
from consentkit.ui.check.redaction_keys import edit_command_of
from consentkit.ui.check.result import ResultPart
from consentkit.ui.check.start import TIMELINE_ENDINGS, StartPart, sorted_out
from consentkit.ui.check.working import WorkingPart
from consentkit.ui.context import PageContext
from consentkit.ui.recording.player import Shuttle
from consentkit.ui.widgets.buttons import button
from consentkit.ui.widgets.inputs import copy_text, dropped_files
from consentkit.ui.widgets.layout import PageHead, column, holding, page_layout

_PARTS = (Part.START, Part.WORKING, Part.RESULT)


class CheckPage(QWidget):
    """Checking finished videos. ``activated`` takes ``check`` files; ``check_id`` and ``view``."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._context = context
        self._rate_wish: Wish | None = None
        self._next_view = View.COVERAGE
        self.presenter = CheckPresenter(context, self, owner=self)
        self.start = StartPart(is_read_only=self.presenter.is_read_only)
        self.working = WorkingPart()
        self.result = ResultPart(self.presenter)
        self.publishing = Publishing(
            context, self.presenter, self.show_view, self._open_decision, self
        )
        self.head = CheckHead(self.presenter)
        parts = self.publishing
        self.opened = OpenedPart(self.head, (self.result, parts.plan, parts.decision, parts.edit))
        self.choose_button = button(
            self.tr("Check a video…"), self.start.drop.choose, kind="primary", icon="check-video"
        )
        front = page_layout(
            PageHead(self.tr("Check a video"), self.choose_button), self.start, gap=12
        )
        front.setStretch(1, 1)
        self._stack = QStackedWidget()
        for part in (holding(front), self.working, self.opened):
            self._stack.addWidget(part)
        self.setLayout(column(self._stack, gap=0))
        self._connect()

    def _connect(self) -> None:
        presenter = self.presenter
        self.start.filesChosen.connect(self.take)
        self.start.opened.connect(presenter.open)
        self.start.removed.connect(presenter.remove)
        self.start.recordingsWanted.connect(lambda: self._context.navigate("recordings"))
        self.start.rescanWanted.connect(presenter.rescan)
        self.start.rate.answered.connect(self._rate_known)
        self.working.stopped.connect(presenter.cancel)
        self.working.left.connect(presenter.back)
        self.working.retried.connect(self._retry)
        self.head.exportWanted.connect(self._export)
        self.head.timelineWanted.connect(self._choose_timeline)
        self.head.viewChosen.connect(self.show_view)
        self._context.bridge.jobChanged.connect(presenter.job_changed)
        self._context.bridge.jobChanged.connect(self.publishing.job_changed)

    # The page in the window

    def activated(self, check: tuple[Path, ...] = (), check_id: str = "", view: str = "") -> None:
        """Come to the front, with files to check or a check to show where one is named."""
        if check:
            self.take(tuple(check))
        elif check_id:
            self._next_view = View(view) if view else View.COVERAGE
            self.presenter.open(check_id)
        self.presenter.refresh()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Ask services again."""
        self.presenter.refresh()

    def primary_action(self) -> None:
        """Ask for a video to check."""
        self.start.drop.choose()

    def take(self, files: tuple[Path, ...]) -> None:
        """Check what was dropped: a video, and a timeline of it where there is one."""
        video, timeline = sorted_out(files)
        if video is not None:
            self.presenter.start(Wish(video, timeline))
        elif timeline is not None and self.presenter.check is not None:
            self._compare(timeline)

    def _compare(self, timeline: Path) -> None:
        check = self.presenter.check
        if check is not None:
            self.presenter.start(Wish(check.path, timeline))

    def _retry(self) -> None:
        if self.presenter.wish is not None:
            self.presenter.start(self.presenter.wish)

    def _rate_known(self, rate: Fraction) -> None:
        wish = self._rate_wish
        if wish is not None:
            self.presenter.start(Wish(wish.path, wish.timeline, rate))

    def _export(self) -> None:
        check = self.presenter.check
        if check is None:
            return
        suggested = check.path.with_name(f"{check.path.stem}.check.json")
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the report"), str(suggested), "JSON (*.json)"
        )
        if name:
            self.presenter.export(Path(name))

    def _choose_timeline(self) -> None:
        endings = " ".join(f"*{ending}" for ending in TIMELINE_ENDINGS)
        timelines = self.tr("Timelines")
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Compare with a timeline"), "", f"{timelines} ({endings})"
        )
        if name:
            self._compare(Path(name))

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.result.pause()
        self.publishing.pause()
        super().hideEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "head"):
            self._fit()

    def _fit(self) -> None:
        self.head.fit(self.width())
        self.result.fit(self.width(), self.height() - self.head.sizeHint().height())
        self.publishing.fit(self.width())

    # The views of a check

    def show_view(self, view: View) -> None:
        """Bring a view of the check in front to the front; its player stands where the last did."""
        before = self.opened.view
        if view is before:
            return
        moment = self.publishing.leave(before)
        if before is View.COVERAGE:
            moment = self.result.player.position
            self.result.pause()
        self.opened.show_view(view)
        place = moment if moment is not None else self.presenter.position
        if view is View.COVERAGE:
            self.result.player.seek(place)
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.publishing.come(view, place)

    def _open_decision(self, check_id: str) -> None:
        self._next_view = View.DECISION
        self.presenter.open(check_id)

    # What the presenter asks for

    def show_part(self, part: Part) -> None:
        """Bring a part to the front."""
        if part is not Part.RESULT:
            self.result.close_media()
            self.publishing.leave(self.opened.view)
        else:
            view, self._next_view = self._next_view, View.COVERAGE
            self.show_view(view)
        self._stack.setCurrentIndex(_PARTS.index(part))

    def show_cards(self, cards: tuple[CheckCard, ...], has_recordings: bool) -> None:
        """Show the checks that were made."""
        self.start.show_cards(cards, has_recordings)

    def show_left_out(self, count: int, may_rescan: bool) -> None:
        """Say how many recordings cannot be compared yet."""
        self.start.show_left_out(count, may_rescan=may_rescan)

    def show_working(self, path: Path) -> None:
        """Say what is being checked."""
        self.start.rate.hide()
        self.working.show_path(path)

    def show_job(self, state: JobState | None) -> None:
        """Show how far the work is."""
        self.result.show_job(state)
        if state is not None:
            self.working.show_job(state)

    def show_failure(self, path: Path, error: ConsentKitError) -> None:
        """Say why a video could not be checked."""
        self.working.show_failure(path, error)

    def ask_rate(self, wish: Wish) -> None:
        """Ask for the frame rate of a timeline."""
        self._rate_wish = wish
        self.start.rate.ask()

    def show_check(self, check: EditCheck, matters: tuple[Matter, ...]) -> None:
        """Show a check."""
        self.head.show_check(check)
        self.result.show_check(check, matters)
        self.publishing.show_check(check)

    def show_selection(self, places: frozenset[int], matter: Matter | None) -> None:
        """Show which spans are chosen."""
        self.result.show_selection(places, matter)

    def show_source(self, source: SourceMoment | None) -> None:
        """Show what of which recording stands at the playhead."""
        self.result.show_source(source)

    def show_source_detail(self, detail: RecordingDetail | None) -> None:
        """Show this recording at the source's side."""
        self.result.source.show_detail(detail)

    def seek(self, moment: Fraction) -> None:
        """Move the player."""
        self.result.player.seek(moment)

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""
        copy_text(text)

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
            self.take(files)

    # Keys

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_open = self.presenter.part is Part.RESULT and self.presenter.check is not None
        if is_open and self.opened.view is View.EDIT:
            edit = edit_command_of(event.key(), event.modifiers())
            if edit is not None and self.publishing.edit.run(edit):
                return
        command = command_of(event.key(), event.modifiers())
        if command is None or not self.run(command):
            super().keyPressEvent(event)

    def run(self, command: Command) -> bool:
        """Do what a key asks for; False when there is nothing to do."""
        presenter, player, panel = self.presenter, self.result.player, self.result.panel
        if presenter.part is not Part.RESULT or presenter.check is None:
            return False
        if self.opened.view is not View.COVERAGE:
            return self._run_elsewhere(command)
        actions = {
            Command.PLAY: player.toggle,
            Command.BACK: lambda: player.shuttle(Shuttle.BACK),
            Command.STOP: lambda: player.shuttle(Shuttle.STOP),
            Command.ON: lambda: player.shuttle(Shuttle.ON),
            Command.FRAME_BACK: lambda: presenter.step_frames(-1),
            Command.FRAME_ON: lambda: presenter.step_frames(1),
            Command.SECOND_BACK: lambda: presenter.step_seconds(-1),
            Command.SECOND_ON: lambda: presenter.step_seconds(1),
            Command.HOME: lambda: presenter.seek(Fraction(0)),
            Command.END: lambda: presenter.seek(presenter.duration),
            Command.PREVIOUS: lambda: presenter.step_span(-1),
            Command.NEXT: lambda: presenter.step_span(1),
            Command.PREVIOUS_MATTER: lambda: presenter.step_matter(-1),
            Command.NEXT_MATTER: lambda: presenter.step_matter(1),
            Command.PICTURE: lambda: presenter.change_lane(Lane.PICTURE),
            Command.SOUND: lambda: presenter.change_lane(Lane.SOUND),
            Command.CHOOSE: lambda: presenter.change_lane(presenter.lane),
            Command.CLOSER: panel.closer,
            Command.FARTHER: panel.farther,
            Command.WHOLE: panel.show_whole,
            Command.BLOCK: self.result.show_chosen,
            Command.LEAVE: self._leave,
        }
        actions[command]()
        return True

    def _run_elsewhere(self, command: Command) -> bool:
        """Do what a key asks for in another view than the coverage."""
        if command is Command.LEAVE:
            self.show_view(View.COVERAGE)
            return True
        player = self.publishing.decision.player
        transport: dict[Command, Callable[[], None]] = {
            Command.PLAY: player.toggle,
            Command.BACK: lambda: player.shuttle(Shuttle.BACK),
            Command.STOP: lambda: player.shuttle(Shuttle.STOP),
            Command.ON: lambda: player.shuttle(Shuttle.ON),
        }
        if self.opened.view is not View.DECISION or command not in transport:
            return False
        transport[command]()
        return True

    def _leave(self) -> None:
        if self.presenter.selected:
            self.presenter.select(-1)
        else:
            self.presenter.back()
