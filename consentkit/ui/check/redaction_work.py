"""Long work on a redaction: faces are looked for, the video is written; behaviour, no widget."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject

from consentkit.kernel.errors import ConsentKitError
from consentkit.kernel.progress import CancelToken, Progress
from consentkit.services.jobs import JobState
from consentkit.services.redaction_views import RedactionProject, RenderedVideo
from consentkit.ui.check.redaction_presenter import RedactionPresenter
from consentkit.ui.context import PageContext

translate = QCoreApplication.translate

FACES_JOB = "redaction.faces"
RENDER_JOB = "redaction.render"
_MOST_NAMES = 100


class WorkViewing(Protocol):
    """What is asked of the page."""

    def show_work(self, state: JobState | None) -> None:
        """Show how far the work is; None when none runs."""


class RedactionWork:
    """Work on the redaction in front, one at a time.

    Args:
        context: The means of the page.
        view: The page.
        editing: The redaction in front; it cannot be changed while work runs.
        written: Takes the redacted video; its check is opened.
        owner: The page, for callbacks.
    """

    def __init__(
        self,
        context: PageContext,
        view: WorkViewing,
        editing: RedactionPresenter,
        written: Callable[[RenderedVideo], None],
        *,
        owner: QObject | None = None,
    ) -> None:
        self._context = context
        self._view = view
        self._editing = editing
        self._written_to = written
        self._owner = owner
        self.job_id = ""

    def _begin(self, job_id: str) -> None:
        self.job_id = job_id
        self._editing.is_busy = True

    def _end(self) -> None:
        self.job_id = ""
        self._editing.is_busy = False
        self._view.show_work(None)

    @property
    def is_running(self) -> bool:
        """Whether work runs."""
        return bool(self.job_id)

    def look_for_faces(self) -> None:
        """Look for faces where they are to be blurred."""
        check = self._editing.check
        if check is None or not self._editing.may_change:
            return
        redaction = self._context.workspace.redaction

        def work(progress: Progress, cancel: CancelToken) -> RedactionProject:
            return redaction.look_for_faces(check.id, progress, cancel)

        self._begin(
            self._context.bridge.job(
                FACES_JOB, check.path.name, work, self._found, self._failed, owner=self._owner
            )
        )

    def _found(self, project: RedactionProject) -> None:
        self._end()
        self._editing.take(project)

    def _failed(self, error: ConsentKitError) -> None:
        self._end()
        self._context.show_error(error)
        self._editing.load()

    def suggested(self, ending: str = "") -> Path | None:
        """Return where a redacted video, or a file about it, could be written: nothing is there."""
        check = self._editing.check
        if check is None:
            return None
        name = translate("redaction", "{name} for publication").format(name=check.path.stem)
        ending = ending or check.path.suffix
        found = check.path.with_name(f"{name}{ending}")
        number = 2
        while found.exists() and number < _MOST_NAMES:
            found = check.path.with_name(f"{name} {number}{ending}")
            number += 1
        return found

    def render(self, out: Path) -> None:
        """Write the redacted video."""
        check = self._editing.check
        if check is None or not self._editing.may_change:
            return
        redaction = self._context.workspace.redaction

        def work(progress: Progress, cancel: CancelToken) -> RenderedVideo:
            return redaction.render(check.id, out, progress, cancel)

        self._begin(
            self._context.bridge.job(
                RENDER_JOB, out.name, work, self._written, self._failed, owner=self._owner
            )
        )

    def _written(self, made: RenderedVideo) -> None:
        self._end()
        said = (
            translate("redaction", "{name} was written, and its plan passes.")
            if made.is_passed
            else translate("redaction", "{name} was written; something still blocks.")
        )
        self._context.toast(said.format(name=made.path.name))
        self._written_to(made)
        self._context.changed()

    def export(self, out: Path) -> None:
        """Write what is to be done as a timeline for an editing program."""
        check = self._editing.check
        if check is None:
            return
        redaction = self._context.workspace.redaction
        self._context.bridge.query(
            lambda: redaction.export_timeline(check.id, out),
            lambda _none: self._context.toast(
                translate("redaction", "{name} was written.").format(name=out.name)
            ),
            owner=self._owner,
        )

    def stop(self) -> None:
        """Stop the work that runs."""
        if self.job_id:
            self._context.bridge.cancel_job(self.job_id)

    def job_changed(self, state: JobState) -> None:
        """Take news of a job."""
        if state.id != self.job_id:
            return
        if not state.is_over:
            self._view.show_work(state)
        elif state.state == "cancelled":
            self._end()
