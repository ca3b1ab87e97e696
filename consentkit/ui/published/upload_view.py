"""Uploading with a project of one's own: the channel, how far it is, and going on with it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget

from consentkit.domain.video_details import Privacy
from consentkit.kernel.errors import ConsentKitError
from consentkit.services.jobs import JobState
from consentkit.services.upload_views import ChannelState, PendingUpload, UploadResult
from consentkit.ui.error_texts import error_sentence
from consentkit.ui.messages import format_long_date, format_size
from consentkit.ui.published.task_card import flow, tall_notice
from consentkit.ui.published.upload_presenter import UploadPresenter, UploadState
from consentkit.ui.recording.choices import OneOf
from consentkit.ui.widgets.buttons import button
from consentkit.ui.widgets.labels import ElidedLabel, label
from consentkit.ui.widgets.layout import FittingStack, column, holding, row
from consentkit.ui.widgets.states import ProgressLine


class UploadView(QWidget):
    """The part of a hand-over that uploads."""

    uploadWanted = Signal(object)
    """``Privacy``: the view around gives title, description and tags."""

    studioWanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._presenter: UploadPresenter | None = None
        self._pending: PendingUpload | None = None
        self._may_begin = True
        self._is_running = False
        self.only = label(
            self.tr(
                "Only for a Google project of your own that YouTube audited: with any other, the"
                " video stays private for good."
            ),
            "muted",
            wraps=True,
        )
        self.problem = tall_notice("warning", is_warning=True)
        self.progress = ProgressLine()
        self.progress.cancelled.connect(lambda _id: self._stop())
        self._stack = FittingStack()
        for part in (self._make_connect(), self._make_ready(), self._make_pending()):
            self._stack.addWidget(part)
        self.done = tall_notice("tick-circle")
        self.setLayout(
            column(self.only, self.problem, self._stack, self.progress, self.done, gap=8)
        )
        for part in (self.problem, self.progress, self.done):
            part.hide()

    def _make_connect(self) -> QWidget:
        self.audited = QCheckBox(self.tr("YouTube audited my project"))
        self.connect_button = button(self.tr("Connect a channel…"), self._choose, icon="link")
        self.connect_button.setToolTip(
            self.tr("Choose the client_secret.json of your project; then answer in the browser.")
        )
        self.connect_button.setEnabled(False)
        self.audited.toggled.connect(self._fit_buttons)
        self._revoked = label(
            self.tr("Access was taken back or ran out. Connect the channel again."),
            "error",
            wraps=True,
        )
        return holding(column(self._revoked, self.audited, row(self.connect_button, None), gap=8))

    def _make_ready(self) -> QWidget:
        self._account = ElidedLabel("", "muted")
        self.privacy: OneOf[Privacy] = OneOf(
            self.tr("Who may see it"),
            (
                (Privacy.PRIVATE, self.tr("Private")),
                (Privacy.UNLISTED, self.tr("Unlisted")),
                (Privacy.PUBLIC, self.tr("Public")),
            ),
        )
        self.privacy.set_value(Privacy.PRIVATE)
        self.upload_button = button(self.tr("Upload"), self._upload, kind="primary", icon="export")
        self.disconnect_button = button(
            self.tr("Disconnect the channel"), self._disconnect, kind="link"
        )
        return holding(
            column(
                self._account,
                self.privacy,
                row(self.upload_button, None, self.disconnect_button),
                gap=8,
            )
        )

    def _make_pending(self) -> QWidget:
        self._begun = label("", wraps=True)
        self.resume_button = button(
            self.tr("Go on with the upload"), self._resume, kind="primary", icon="export"
        )
        self.absent_button = button(self.tr("It is not there: upload again"), self._absent)
        self.studio_button = button(
            self.tr("Look in YouTube Studio"), self.studioWanted.emit, icon="external-link"
        )
        self.drop_button = button(self.tr("Drop the upload"), self._abandon, kind="link")
        self._uncertain = flow(self.studio_button, self.absent_button)
        return holding(
            column(
                self._begun,
                self._uncertain,
                row(self.resume_button, None, self.drop_button),
                gap=8,
            )
        )

    def attach(self, presenter: UploadPresenter) -> None:
        """Connect the view with its behaviour."""
        self._presenter = presenter

    def set_allowed(self, *, is_allowed: bool) -> None:
        """Say whether an upload may begin."""
        self._may_begin = is_allowed
        self._fit_buttons()

    # What the presenter asks for

    def show_state(self, state: UploadState) -> None:
        """Show how it stands."""
        account = state.account
        self._is_running = state.is_running
        self._pending = state.pending
        self._revoked.setVisible(account.state is ChannelState.REVOKED)
        if account.connected_at is not None:
            words = self.tr("Connected on {date}: {project}").format(
                date=format_long_date(account.connected_at), project=account.client_id
            )
            self._account.setText(words)
        if account.state is not ChannelState.CONNECTED:
            self._stack.setCurrentIndex(0)
        elif state.pending is None:
            self._stack.setCurrentIndex(1)
        else:
            self._show_pending(state.pending, is_uncertain=state.is_uncertain)
            self._stack.setCurrentIndex(2)
        self._fit_buttons()

    def _show_pending(self, pending: PendingUpload, *, is_uncertain: bool) -> None:
        if is_uncertain:
            self._begun.setText(
                self.tr(
                    "Everything was sent, but YouTube's answer was lost. Look whether the video is"
                    " there. If it is, paste its link below; if not, upload it again."
                )
            )
        elif pending.is_missing:
            self._begun.setText(self.tr("The file of the upload is not where it was."))
        else:
            words = self.tr("This upload was begun on {date} ({size}) and not finished.")
            self._begun.setText(
                words.format(
                    date=format_long_date(pending.begun_at), size=format_size(pending.size_bytes)
                )
            )
        self._uncertain.setVisible(is_uncertain)
        self.resume_button.setVisible(not is_uncertain)

    def _fit_buttons(self) -> None:
        free = not self._is_running
        self.connect_button.setEnabled(free and self.audited.isChecked())
        self.upload_button.setEnabled(free and self._may_begin)
        for made in (
            self.resume_button,
            self.absent_button,
            self.drop_button,
            self.disconnect_button,
        ):
            made.setEnabled(free)

    def show_job(self, state: JobState | None) -> None:
        """Show how far the upload is; None when none runs."""
        self.progress.setVisible(state is not None)
        if state is not None:
            self._is_running = True
            self.progress.show_job(state)
            self._fit_buttons()

    def show_problem(self, error: ConsentKitError | None) -> None:
        """Say why the upload stopped; None takes that away."""
        self.done.hide()
        if error is None:
            self.problem.hide()
        else:
            self.problem.tell_error(error_sentence(error))

    def show_uploaded(self, made: UploadResult) -> None:
        """Show the video that was uploaded."""
        if made.is_locked:
            self.done.tell(
                self.tr("The video is on YouTube, but YouTube made it private."),
                self.tr("It does so with projects it did not audit."),
            )
        else:
            self.done.tell(self.tr("The video is on YouTube and in your list."), made.url)

    # Acting

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose client_secret.json"), "", "JSON (*.json)"
        )
        if name:
            self.connect_with(Path(name))

    def connect_with(self, client_file: Path) -> None:
        """Connect a channel with the file of a project."""
        if self._presenter is not None:
            self._presenter.connect(client_file, is_audited=self.audited.isChecked())

    def _upload(self) -> None:
        self.uploadWanted.emit(self.privacy.value or Privacy.PRIVATE)

    def _stop(self) -> None:
        if self._presenter is not None:
            self._presenter.stop()

    def _disconnect(self) -> None:
        if self._presenter is not None:
            self._presenter.disconnect()

    def _resume(self) -> None:
        if self._presenter is not None and self._pending is not None:
            self._presenter.resume(self._pending)

    def _absent(self) -> None:
        if self._presenter is not None and self._pending is not None:
            self._presenter.resume(self._pending, is_absent=True)

    def _abandon(self) -> None:
        if self._presenter is not None and self._pending is not None:
            self._presenter.abandon(self._pending)
