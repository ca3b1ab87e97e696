"""Behaviour of uploading with a project of one's own: the channel, uploads, going on; no widget."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject

from consentkit.domain.video_details import Privacy, VideoDetails
from consentkit.kernel.errors import ConsentKitError, MalformedError
from consentkit.kernel.progress import CancelToken, Progress
from consentkit.services.jobs import JobState
from consentkit.services.upload_views import ChannelAccount, PendingUpload, UploadResult
from consentkit.ui.context import PageContext

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class UploadState:
    """What the view of uploading shows.

    Attributes:
        account: The channel.
        pending: The upload of this video that was begun; None without one.
        is_running: An upload, or asking for access, is going on.
        is_uncertain: YouTube forgot the upload; a person has to look whether the video is there.
    """

    account: ChannelAccount
    pending: PendingUpload | None = None
    is_running: bool = False
    is_uncertain: bool = False


class UploadView(Protocol):
    """What the presenter asks of the view."""

    def show_state(self, state: UploadState) -> None:
        """Show how it stands."""

    def show_job(self, state: JobState | None) -> None:
        """Show how far the upload is; None when none runs."""

    def show_problem(self, error: ConsentKitError | None) -> None:
        """Say why the upload stopped; None takes that away."""

    def show_uploaded(self, made: UploadResult) -> None:
        """Show the video that was uploaded."""


class UploadPresenter:
    """Behaviour of uploading.

    Args:
        context: The means of the page.
        view: The view.
        open_browser: Opens an address in the browser; called from another thread.
        uploaded: Called with a video that was uploaded and bound.
        owner: For callbacks.
    """

    def __init__(
        self,
        context: PageContext,
        view: UploadView,
        open_browser: Callable[[str], None],
        uploaded: Callable[[UploadResult], None],
        *,
        owner: QObject | None = None,
    ) -> None:
        self._context, self._view, self._owner = context, view, owner
        self._open_browser, self._uploaded = open_browser, uploaded
        self.check_id = ""
        self.job_id = ""
        self._account: ChannelAccount | None = None
        self._pending: tuple[PendingUpload, ...] = ()
        self._uncertain: frozenset[str] = frozenset()
        self._running_check = ""

    def open(self, check_id: str) -> None:
        """Show how it stands for the video of a check."""
        if check_id != self.check_id:
            self._view.show_problem(None)
        self.check_id = check_id
        self.refresh()

    def refresh(self) -> None:
        """Ask again."""
        uploads = self._context.workspace.uploads
        self._context.bridge.query(
            lambda: (uploads.account(), uploads.pending()), self._read, owner=self._owner
        )

    def _read(self, found: tuple[ChannelAccount, tuple[PendingUpload, ...]]) -> None:
        self._account, self._pending = found
        self._show()

    @property
    def is_running(self) -> bool:
        """Whether an upload, or asking for access, is going on."""
        return self._context.bridge.is_running(self.job_id)

    def is_sent(self, item: PendingUpload) -> bool:
        """Return whether an upload is going on at this moment."""
        return self.is_running and item.check_id == self._running_check

    @property
    def pending(self) -> PendingUpload | None:
        """The upload of the video in front that was begun, or None."""
        found = (item for item in self._pending if item.check_id == self.check_id)
        return next(found, None)

    def _show(self) -> None:
        if self._account is None:
            return
        pending = self.pending
        is_uncertain = pending is not None and pending.id in self._uncertain
        self._view.show_state(UploadState(self._account, pending, self.is_running, is_uncertain))

    # The channel

    def connect(self, client_file: Path, *, is_audited: bool) -> None:
        """Ask in the browser for access to a channel."""
        uploads = self._context.workspace.uploads

        def work(progress: Progress, cancel: CancelToken) -> ChannelAccount:
            return uploads.connect(
                client_file,
                self._open_browser,
                is_audited=is_audited,
                progress=progress,
                cancel=cancel,
            )

        def done(_account: ChannelAccount) -> None:
            self._context.toast(translate("published", "The channel is connected."))
            self.refresh()

        self._run("connect", translate("published", "Connecting a channel"), work, done)

    def disconnect(self) -> None:
        """Give access to the channel up."""
        uploads = self._context.workspace.uploads

        def done(is_revoked: bool) -> None:
            by_hand = translate(
                "published",
                "The channel is forgotten here. Google could not be asked: end access on your"
                " Google account's page of connected apps.",
            )
            forgotten = translate("published", "The channel is disconnected.")
            self._context.toast(forgotten if is_revoked else by_hand)
            self.refresh()

        self._run(
            "disconnect",
            translate("published", "Disconnecting the channel"),
            lambda _progress, cancel: uploads.disconnect(cancel),
            done,
        )

    # Uploading

    def upload(
        self, title: str, description: str, tags: tuple[str, ...], privacy: Privacy, language: str
    ) -> None:
        """Upload the video of the check in front."""
        try:
            details = VideoDetails(
                title.strip(), description, tags, privacy=privacy, language=language
            )
        except MalformedError as error:
            self._view.show_problem(error)
            return
        check_id, uploads = self.check_id, self._context.workspace.uploads
        self._begin(
            check_id, lambda progress, cancel: uploads.upload(check_id, details, progress, cancel)
        )

    def resume(self, pending: PendingUpload, *, is_absent: bool = False) -> None:
        """Go on with an upload; ``is_absent`` says that YouTube Studio does not show the video."""
        uploads = self._context.workspace.uploads
        self._begin(
            pending.check_id,
            lambda progress, cancel: uploads.resume(
                pending.id, is_absent=is_absent, progress=progress, cancel=cancel
            ),
            pending.id,
        )

    def _begin(
        self,
        check_id: str,
        work: Callable[[Progress, CancelToken], UploadResult],
        upload_id: str = "",
    ) -> None:
        if self.is_running:
            return
        self._running_check = check_id
        self._uncertain -= {upload_id}
        self._run(
            "upload",
            translate("published", "Uploading to YouTube"),
            work,
            self._done,
            partial(self._stopped, upload_id),
        )

    def _done(self, made: UploadResult) -> None:
        if self.check_id == self._running_check:
            self._view.show_uploaded(made)
            self._uploaded(made)
        else:
            words = translate("published", "The video is on YouTube and in your list.")
            self._context.toast(words)
        self._context.changed()

    def _stopped(self, upload_id: str, error: ConsentKitError) -> None:
        if error.code == "upload.uncertain":
            pending = self.pending
            self._uncertain |= {upload_id or (pending.id if pending is not None else "")}
        self._view.show_problem(error)
        self._context.changed()
        self.refresh()

    def abandon(self, pending: PendingUpload) -> None:
        """Drop an upload that was begun."""
        uploads = self._context.workspace.uploads

        def done(_dropped: PendingUpload) -> None:
            self._view.show_problem(None)
            self._context.toast(translate("published", "The upload was dropped."))
            self._context.changed()
            self.refresh()

        self._context.bridge.query(lambda: uploads.abandon(pending.id), done, owner=self._owner)

    def stop(self) -> None:
        """Stop what runs; what was sent is kept."""
        self._context.bridge.cancel_job(self.job_id)

    def job_changed(self, state: JobState) -> None:
        """Take news of a job."""
        if state.id != self.job_id:
            return
        self._view.show_job(None if state.is_over else state)
        if state.is_over:
            self.refresh()
            if state.state == "cancelled":
                self._context.changed()

    def _run(
        self,
        kind: str,
        text: str,
        work: Callable[[Progress, CancelToken], object],
        done: Callable[..., None],
        failed: Callable[[ConsentKitError], None] | None = None,
    ) -> None:
        if self.is_running:
            return
        self._view.show_problem(None)
        self.job_id = self._context.bridge.job(
            kind, text, work, done, failed or self._view.show_problem, owner=self._owner
        )
        self._show()
