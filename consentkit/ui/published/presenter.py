"""Behaviour of the Published page: the lists, a video, and what is to be done; no widget."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QObject

from consentkit.domain.obligations import Measure
from consentkit.kernel.errors import ConsentKitError, NotFoundError
from consentkit.services.completion import CompletionStatement
from consentkit.services.publication_views import Publication, Reach, ReachTask
from consentkit.services.upload_views import PendingUpload
from consentkit.ui.context import PageContext
from consentkit.ui.published.lines import Line
from consentkit.ui.published.reading import (
    Listed,
    VideoDetail,
    fits,
    read_video,
    todo_line,
    video_line,
)
from consentkit.ui.published.words import measure_name, open_tasks

if TYPE_CHECKING:
    from consentkit.services.workspace import Workspace

T = TypeVar("T")
translate = QCoreApplication.translate


class Pane(StrEnum):
    """What is beside the lists."""

    NOTHING = "nothing"
    VIDEO = "video"
    REACH = "reach"
    COMPLAINT = "complaint"


class PublishedView(Protocol):
    """What the presenter asks of the page."""

    def show_lists(self, todo: tuple[Line, ...], videos: tuple[Line, ...], total: int) -> None:
        """Show what is to be done, and those of ``total`` videos that fit."""

    def show_pending(self, pending: tuple[PendingUpload, ...]) -> None:
        """Offer to go on with uploads that were begun."""

    def show_nothing(self) -> None:
        """Show nothing beside the lists."""

    def show_video(self, detail: VideoDetail) -> None:
        """Show a video."""

    def show_reach(self, reach: Reach) -> None:
        """Show what one person's ended permission concerns."""

    def open_complaint(self, complaint_id: str) -> None:
        """Show a complaint."""


class PublishedPresenter:
    """Behaviour of the page, apart from complaints, hand-over and uploads."""

    def __init__(
        self, context: PageContext, view: PublishedView, *, owner: QObject | None = None
    ) -> None:
        self._context, self._view, self._owner = context, view, owner
        self.listed = Listed((), (), ())
        self.pane, self.key = Pane.NOTHING, ""
        self.video: VideoDetail | None = None
        self.shown: Reach | None = None
        self._text = ""

    @property
    def _workspace(self) -> "Workspace":
        return self._context.workspace

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self._workspace.is_read_only

    # The lists

    def refresh(self) -> None:
        """Read everything again; what is shown beside stays."""
        workspace = self._workspace

        def work() -> Listed:
            return Listed(
                workspace.publications.cards(),
                workspace.reach.reaches(),
                workspace.uploads.pending(),
            )

        self._query(work, self._take)
        self._read_again()

    def _take(self, listed: Listed) -> None:
        self.listed = listed
        self.tick()
        self._view.show_pending(listed.pending)

    def tick(self) -> None:
        """Show the lists as they are at this moment: clocks run on."""
        now = self._context.clock.now()
        todo = tuple(todo_line(reach, now) for reach in self.listed.reaches)
        about: dict[str, list[ReachTask]] = {}
        for reach in self.listed.reaches:
            for task in open_tasks(reach):
                about.setdefault(task.publication_id, []).append(task)
        videos = tuple(
            video_line(made, tuple(about.get(made.id, ())), now)
            for made in self.listed.publications
            if fits(made, self._text)
        )
        self._view.show_lists(todo, videos, len(self.listed.publications))

    def search(self, text: str) -> None:
        """Show only videos that fit ``text``."""
        self._text = text
        self.tick()

    def publication(self, publication_id: str) -> Publication | None:
        """Return a video of the list, or None."""
        found = (made for made in self.listed.publications if made.id == publication_id)
        return next(found, None)

    @property
    def key_of_complaint(self) -> str:
        """The row of what is to be done that the shown complaint belongs to; empty without one."""
        for reach in self.listed.reaches:
            if any(task.complaint_id == self.key for task in open_tasks(reach)):
                return reach.key
        return ""

    # Beside them

    def _read_again(self) -> None:
        if self.pane is Pane.VIDEO:
            self.open_video(self.key)
        elif self.pane is Pane.REACH:
            self.open_reach(self.key)
        elif self.pane is Pane.COMPLAINT:
            self._view.open_complaint(self.key)

    def leave(self) -> None:
        """Show nothing beside the lists."""
        self.pane, self.key = Pane.NOTHING, ""
        self.video = self.shown = None
        self._view.show_nothing()

    def open_video(self, publication_id: str) -> None:
        """Open a video beside the lists."""
        self.pane, self.key = Pane.VIDEO, publication_id
        self._query(
            partial(read_video, self._workspace, publication_id),
            self._video_read,
            partial(self._gone, publication_id),
        )

    def _video_read(self, detail: VideoDetail) -> None:
        if (self.pane, self.key) == (Pane.VIDEO, detail.made.id):
            self.video = detail
            self._view.show_video(detail)

    def open_reach(self, key: str) -> None:
        """Open what a person's ended permission, or a complaint, concerns."""
        self.pane, self.key = Pane.REACH, key
        reach = self._workspace.reach
        self._query(lambda: reach.reach(key), self._reach_read, partial(self._gone, key))

    def _reach_read(self, reach: Reach) -> None:
        if self.pane is Pane.REACH and self.key in {reach.key, reach.complaint_id}:
            self.shown = reach
            self._view.show_reach(reach)

    def _gone(self, key: str, error: ConsentKitError) -> None:
        if self.key != key:
            return
        self.leave()
        if not isinstance(error, NotFoundError):
            self._context.show_error(error)

    def open_todo(self, key: str) -> None:
        """Open a row of what is to be done: a lone complaint at once, else the person."""
        for reach in self.listed.reaches:
            tasks = open_tasks(reach)
            if reach.key == key and len(tasks) == 1 and tasks[0].complaint_id:
                self.pane, self.key = Pane.COMPLAINT, tasks[0].complaint_id
                self._view.open_complaint(tasks[0].complaint_id)
                return
        self.open_reach(key)

    def show_complaint(self, complaint_id: str) -> None:
        """Open a complaint."""
        self.pane, self.key = Pane.COMPLAINT, complaint_id
        self._view.open_complaint(complaint_id)

    # Steps with a video

    def take_down(self, publication_id: str) -> None:
        """Note that a video was taken down."""
        publications = self._workspace.publications

        def done(_made: Publication) -> None:
            self._told(
                translate("published", "Noted: the video was taken down."),
                lambda: publications.put_back(publication_id),
            )

        self._query(lambda: publications.take_down(publication_id), done)

    def put_back(self, publication_id: str) -> None:
        """Note that a video is up again."""
        publications = self._workspace.publications

        def done(_made: Publication) -> None:
            self._told(
                translate("published", "Noted: the video is up again."),
                lambda: publications.take_down(publication_id),
            )

        self._query(lambda: publications.put_back(publication_id), done)

    def unbind(self, publication_id: str) -> None:
        """Take a video off the list."""
        publications = self._workspace.publications

        def work() -> bool:
            publications.unbind(publication_id)
            return True

        def done(_is_off: bool) -> None:
            if self.key == publication_id:
                self.leave()
            self._told(
                translate("published", "Taken off the list."),
                lambda: publications.bring_back(publication_id),
            )

        self._query(work, done)

    # Steps with a task

    def done(self, task: ReachTask, measure: Measure, note: str = "") -> None:
        """Note what was done about a task of the reach that is shown."""
        if self.shown is None:
            return
        key, workspace = self.shown.key, self._workspace

        def work() -> bool:
            was_up = _is_up(workspace, task.publication_id)
            workspace.reach.done(key, task.id, measure, note)
            # Reopening a complaint leaves the video as it is.
            return bool(task.complaint_id) and measure is Measure.TAKE_DOWN and was_up

        def told(is_both: bool) -> None:
            def undo() -> object:
                undone = workspace.reach.undo(key, task.id)
                if is_both:
                    workspace.publications.put_back(task.publication_id)
                return undone

            noted = translate("published", "Noted: {what}.")
            self._told(noted.format(what=measure_name(measure).lower()), undo)

        self._query(work, told)

    def undo(self, task: ReachTask) -> None:
        """Take back that something was done about a task."""
        if self.shown is None:
            return
        key, reach = self.shown.key, self._workspace.reach
        self._query(lambda: reach.undo(key, task.id), lambda _reach: self._context.changed())

    def write_statement(
        self, path: Path, language: str, written: Callable[[CompletionStatement], None]
    ) -> None:
        """Write the statement of completion for the person of the reach that is shown."""
        if self.shown is None:
            return
        consent_id, reach = self.shown.consent_id, self._workspace.reach

        def done(made: CompletionStatement) -> None:
            written(made)
            self._context.changed()

        self._context.bridge.job(
            "statement",
            translate("published", "Writing a statement"),
            # The dialog has asked already whether a file is to be replaced.
            lambda _progress, _cancel: reach.completion_statement(
                consent_id, path, language, is_replacing=True
            ),
            done,
            owner=self._owner,
        )

    def _told(self, text: str, back: Callable[[], object]) -> None:
        """Tell of a step, with a way back; everything is read again."""

        def undo() -> None:
            self._query(back, lambda _made: self._context.changed())

        self._context.toast(text, undo)
        self._context.changed()

    # Ways to other pages

    def open_check(self, check_id: str, view: str = "") -> None:
        """Go to a check, at one of its views."""
        if view:
            self._context.navigate("check", check_id=check_id, view=view)
        else:
            self._context.navigate("check", check_id=check_id)

    def open_record(self, consent_id: str) -> None:
        """Go to a permission."""
        self._context.navigate("permissions", consent_id=consent_id)

    def open_recording(self, recording_id: str, conversation_id: str = "") -> None:
        """Go to a recording."""
        self._context.navigate(
            "recording", recording_id=recording_id, conversation_id=conversation_id
        )

    def ask_again(self) -> None:
        """Go to asking the person of the reach that is shown."""
        self._context.navigate("ask")

    def _query(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[ConsentKitError], None] | None = None,
    ) -> None:
        self._context.bridge.query(work, done, failed, owner=self._owner)


def _is_up(workspace: "Workspace", publication_id: str) -> bool:
    if not publication_id:
        return False
    return workspace.publications.get(publication_id).taken_down_at is None
