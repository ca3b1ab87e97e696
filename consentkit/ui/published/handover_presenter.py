"""Behaviour of handing a checked video over: texts, checklist, credentials, the link; no widget."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject

from consentkit.domain.published_link import PublishedLink, parse_published_link
from consentkit.kernel.errors import ConsentKitError, LimitError, MalformedError
from consentkit.kernel.progress import CancelToken, Progress
from consentkit.services.credential_views import Credential, CredentialKind
from consentkit.services.handing_over import HAND_OVER_LANGUAGES
from consentkit.services.jobs import JobState
from consentkit.services.publication_views import HandOver, Publication
from consentkit.ui.context import PageContext

translate = QCoreApplication.translate

NOT_ALLOWED = frozenset({"publication.not-passed", "publication.other-file"})
"""Codes of a binding that needs a reason."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A hand-over with what was written for its check.

    Attributes:
        kit: The texts and the checklist.
        platform: The platform of the plan.
        credentials: Sidecars and signed copies, the newest first.
        is_read_only: Nothing can be kept.
    """

    kit: HandOver
    platform: str
    credentials: tuple[Credential, ...]
    is_read_only: bool


class HandOverView(Protocol):
    """What the presenter asks of the view."""

    def show_working(self, path: Path | None) -> None:
        """Say that the file is being read."""

    def show_job(self, state: JobState) -> None:
        """Show how far the work is."""

    def show_prepared(self, prepared: Prepared) -> None:
        """Show a hand-over."""

    def show_failure(self, error: ConsentKitError) -> None:
        """Say why there is nothing to hand over."""

    def show_busy(self, is_busy: bool) -> None:
        """Say that something is being written or bound."""

    def ask_reason(self) -> None:
        """Ask why the video is bound although it is not allowed."""

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""


def known_link(text: str) -> PublishedLink | None:
    """Return the video that a pasted link means, or None."""
    try:
        return parse_published_link(text)
    except (MalformedError, LimitError):
        return None


def first_language(preference: str, system: str) -> str:
    """Return the language texts are proposed in first."""
    wanted = system if preference == "auto" else preference
    main = wanted.split("-", 1)[0].split("_", 1)[0].casefold()
    return main if main in HAND_OVER_LANGUAGES else "en"


class HandOverPresenter:
    """Behaviour of handing over.

    Args:
        context: The means of the page.
        view: The view.
        bound: Called with a video that was bound.
        owner: For callbacks.
    """

    def __init__(
        self,
        context: PageContext,
        view: HandOverView,
        bound: Callable[[Publication], None],
        *,
        owner: QObject | None = None,
    ) -> None:
        self._context, self._view, self._bound, self._owner = context, view, bound, owner
        self.check_id = ""
        self.language = "en"
        self.prepared: Prepared | None = None
        self.job_id = ""

    # Preparing

    def open(self, check_id: str, language: str = "") -> None:
        """Prepare the hand-over of a check; its file is read where it was not yet."""
        if check_id != self.check_id:
            self.prepared = None
        self.check_id = check_id
        self.language = language or self.language
        wanted = self.language
        workspace = self._context.workspace

        def work(progress: Progress, cancel: CancelToken) -> Prepared:
            kit = workspace.handing_over.prepare(check_id, wanted, progress, cancel)
            plan = workspace.checks.get(check_id).plan
            return Prepared(
                kit,
                plan.platform if plan is not None else "",
                workspace.credentials.of_check(check_id),
                workspace.is_read_only,
            )

        if self.prepared is None:
            self._view.show_working(None)
        self._context.bridge.cancel_job(self.job_id)
        self.job_id = self._context.bridge.job(
            "handover",
            translate("published", "Preparing the hand-over"),
            work,
            partial(self._ready, check_id, wanted),
            partial(self._failed, check_id),
            owner=self._owner,
        )

    def _ready(self, check_id: str, language: str, prepared: Prepared) -> None:
        if (check_id, language) == (self.check_id, self.language):
            self.prepared = prepared
            self._view.show_prepared(prepared)

    def _failed(self, check_id: str, error: ConsentKitError) -> None:
        if check_id == self.check_id:
            self.prepared = None
            self._view.show_failure(error)

    def speak(self, language: str) -> None:
        """Propose the texts in another language."""
        if self.check_id and language != self.language:
            self.open(self.check_id, language)

    def again(self) -> None:
        """Look at everything again."""
        if self.check_id:
            self.open(self.check_id)

    def job_changed(self, state: JobState) -> None:
        """Take news of a job."""
        if state.id == self.job_id and not state.is_over:
            self._view.show_job(state)

    def leave(self) -> None:
        """Let go of the hand-over; a file that is read is read no further."""
        self._context.bridge.cancel_job(self.job_id)
        self.check_id, self.prepared = "", None

    # Texts

    def copy(self, text: str, said: str) -> None:
        """Copy a text, and say what was copied."""
        self._view.copy(text)
        self._context.toast(said)

    def save_entry(self, path: Path) -> None:
        """Write the log entry that the short id in the description stands for."""
        check_id, hand = self.check_id, self._context.workspace.handing_over

        def done(short_id: str) -> None:
            words = translate("published", "Saved: what {id} stands for.")
            self._context.toast(words.format(id=short_id))

        self._context.bridge.query(
            # The dialog has asked already whether a file is to be replaced.
            lambda: hand.export_decision(check_id, path, is_replacing=True),
            done,
            owner=self._owner,
        )

    # Credentials

    def write(self, kind: CredentialKind, path: Path) -> None:
        """Write a sidecar, or a copy with signed credentials, to a place the person chose."""
        check_id, credentials = self.check_id, self._context.workspace.credentials

        def work(progress: Progress, cancel: CancelToken) -> Credential:
            if kind is CredentialKind.XMP:
                return credentials.xmp(
                    check_id, path, is_replacing=True, progress=progress, cancel=cancel
                )
            return credentials.sign(
                check_id, path, is_replacing=True, progress=progress, cancel=cancel
            )

        labels = {
            CredentialKind.XMP: translate("published", "Writing the sidecar"),
            CredentialKind.C2PA: translate("published", "Writing the signed copy"),
        }

        def done(made: Credential) -> None:
            self._view.show_busy(False)
            words = translate("published", "Written: {name}.")
            self._context.toast(words.format(name=made.path.name))
            self._context.changed()

        self._view.show_busy(True)
        self._context.bridge.job(
            "credentials", labels[kind], work, done, self._write_failed, owner=self._owner
        )

    def _write_failed(self, error: ConsentKitError) -> None:
        self._view.show_busy(False)
        self._context.show_error(error)

    # The link

    def bind(self, link: str, title: str, reason: str = "") -> None:
        """Bind the published video to its check."""
        check_id, publications = self.check_id, self._context.workspace.publications
        if not check_id or known_link(link) is None:
            return

        def work(progress: Progress, cancel: CancelToken) -> Publication:
            return publications.bind(
                check_id, link, title, reason=reason, progress=progress, cancel=cancel
            )

        self._view.show_busy(True)
        self._context.bridge.job(
            "bind",
            translate("published", "Binding the video"),
            work,
            self._is_bound,
            self._not_bound,
            owner=self._owner,
        )

    def _is_bound(self, made: Publication) -> None:
        self._view.show_busy(False)
        publications = self._context.workspace.publications

        def work() -> bool:
            publications.unbind(made.id)
            return True

        def undo() -> None:
            self._context.bridge.query(work, lambda _: self._context.changed(), owner=self._owner)

        self._bound(made)
        self._context.toast(
            translate("published", "The video is in the list: a withdrawal reaches it."), undo
        )
        self._context.changed()

    def _not_bound(self, error: ConsentKitError) -> None:
        self._view.show_busy(False)
        if error.code in NOT_ALLOWED:
            self._view.ask_reason()
        self._context.show_error(error)

    def open_check(self, view: str = "decision") -> None:
        """Go to the check."""
        if self.check_id:
            self._context.navigate("check", check_id=self.check_id, view=view)
