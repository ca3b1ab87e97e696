"""What happens to a record after it was sealed: steps, more evidence, erasure, a proof."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QObject

from consentkit.domain.consent import Step
from consentkit.kernel.progress import CancelToken, Progress
from consentkit.services.views import ConsentDetail, ConversationView, RecordingDetail
from consentkit.ui.context import PageContext
from consentkit.ui.recording import marking as mark
from consentkit.ui.recording.steps import StepRequest, perform

translate = QCoreApplication.translate
T = TypeVar("T")


class Shown(Protocol):
    """What is shown at the moment of an action."""

    @property
    def detail(self) -> RecordingDetail | None:
        """The recording."""

    @property
    def selected(self) -> ConversationView | None:
        """The chosen conversation."""

    @property
    def consent(self) -> ConsentDetail | None:
        """What is on record about it."""

    def refresh(self) -> None:
        """Read everything again."""


class RecordActions:
    """What can be done with the record of the chosen conversation.

    Args:
        context: What every page is given.
        shown: Knows which recording, conversation and record are shown.
        owner: Nothing is shown once this object is gone.
    """

    def __init__(self, context: PageContext, shown: Shown, owner: QObject | None) -> None:
        self._context = context
        self._shown = shown
        self._owner = owner

    def take_step(self, request: StepRequest) -> None:
        """Let something happen to the record of the chosen conversation."""
        if self._shown.consent is None:
            return
        consents = self._context.workspace.consents
        consent_id = self._shown.consent.record.id
        if request.step is Step.ERASE:
            self._erase(consent_id, request.reason)
            return
        self._query(lambda: perform(consents, consent_id, request), lambda _: self._stepped())

    def _stepped(self) -> None:
        self._shown.refresh()
        self._context.changed()

    def _erase(self, consent_id: str, reason: str) -> None:
        consents = self._context.workspace.consents

        def work(progress: Progress, cancel: CancelToken) -> ConsentDetail:
            return consents.erase(consent_id, reason, progress, cancel)

        self._context.bridge.job(
            "erase",
            translate("recording", "Erasing a permission"),
            work,
            lambda _: self._stepped(),
            owner=self._owner,
        )

    def attach_to(self, consent_id: str) -> None:
        """Add the chosen conversation to a permission that is already on record."""
        chosen = self._shown.selected
        if self._shown.detail is None or chosen is None:
            return
        recording_id = self._shown.detail.recording.id
        conversation = chosen.conversation
        consents = self._context.workspace.consents

        def done(detail: ConsentDetail) -> None:
            self._context.toast(
                translate("recording", "Added to {name}.").format(
                    name=detail.record.party.pseudonym
                )
            )
            self._shown.refresh()

        self._query(
            lambda: consents.attach_clip(
                consent_id, recording_id, conversation.id, conversation.range
            ),
            done,
        )

    def add_evidence(self, path: Path) -> None:
        """Seal one more file as evidence of the record that is shown."""
        found = mark.attachment_of(path)
        if self._shown.consent is None:
            return
        if found is None:
            self._context.toast(
                translate("recording", "Only pictures, PDF, text and sound can be added.")
            )
            return
        consents = self._context.workspace.consents
        consent_id = self._shown.consent.record.id

        def work(progress: Progress, cancel: CancelToken) -> ConsentDetail:
            return consents.add_evidence(
                consent_id, found.path, found.kind, found.label, progress, cancel
            )

        self._context.bridge.job(
            "evidence",
            translate("recording", "Sealing a file"),
            work,
            lambda _: self._shown.refresh(),
            owner=self._owner,
        )

    def export_evidence(self, evidence_id: str, path: Path, done: Callable[[], None]) -> None:
        """Write a readable copy of a piece of evidence to ``path``."""
        if self._shown.consent is None:
            return
        consents = self._context.workspace.consents
        consent_id = self._shown.consent.record.id
        self._query(
            lambda: consents.export_evidence(consent_id, evidence_id, path), lambda _: done()
        )

    def export_proof(self) -> None:
        """Go to the export of a proof for the record that is shown."""
        if self._shown.consent is not None:
            self._context.navigate("proofs", consent_id=self._shown.consent.record.id)

    def _query(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._context.bridge.query(work, done, owner=self._owner)
