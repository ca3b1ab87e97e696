"""The behaviour of the Proofs page: what was exported, and how a new proof is made."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QObject

from consentkit.domain.evidence import EvidenceKind
from consentkit.kernel.errors import ConsentKitError
from consentkit.kernel.progress import CancelToken, Progress
from consentkit.services.views import ConsentDetail, ProofExport, ProofOptions
from consentkit.ui.context import PageContext
from consentkit.ui.proofs.claims_words import FieldRow, field_rows

T = TypeVar("T")
translate = QCoreApplication.translate

SUFFIX = ".consentproof"
_NO_CHANGE = frozenset({
    "export",
    "erasure",
    "bind",
    "unbind",
    "take-down",
    "put-back",
    "complaint",
    "close",
    "reopen",
    "done",
    "undone",
    "statement",
})


@dataclass(frozen=True, slots=True)
class ExportRow:
    """A proof that was exported, and whether its file is still there."""

    export: ProofExport
    is_present: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """A proof that is being prepared.

    Attributes:
        consent_id: The record.
        name: The person.
        short_id: Short id of the record as it stands.
        rows: Fields that can be shown.
        has_excerpt: There is an excerpt to put in.
        is_pending: No time stamp covers the newest entry yet.
    """

    consent_id: str
    name: str
    short_id: str
    rows: tuple[FieldRow, ...]
    has_excerpt: bool
    is_pending: bool


class ProofsView(Protocol):
    """What the presenter asks of the page."""

    def show_exports(self, rows: tuple[ExportRow, ...], total: int) -> None:
        """Show these of ``total`` exports."""

    def show_draft(self, draft: Draft) -> None:
        """Ask how a proof is to be made."""

    def show_making(self, is_making: bool) -> None:
        """Say that a proof is being made, or no more."""

    def show_made(self, made: ProofExport) -> None:
        """Show the proof that was made."""

    def close_draft(self) -> None:
        """Go back to checking proofs."""

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""


def fits(row: ExportRow, text: str) -> bool:
    """Return whether every word of ``text`` occurs in a row."""
    made = row.export
    whole = f"{made.pseudonym} {made.made_for} {made.path.name} {made.sha256}".casefold()
    return all(word in whole for word in text.casefold().split())


def proof_path(path: Path, *, is_encrypted: bool) -> Path:
    """Return a path with the ending a proof has."""
    wanted = f"{SUFFIX}.age" if is_encrypted else SUFFIX
    name = path.name
    for ending in (f"{SUFFIX}.age", SUFFIX):
        if name.lower().endswith(ending):
            name = name[: -len(ending)]
            break
    return path.with_name(f"{name}{wanted}")


class ProofsPresenter:
    """Behaviour of the Proofs page."""

    def __init__(
        self, context: PageContext, view: ProofsView, *, owner: QObject | None = None
    ) -> None:
        self._context, self._view, self._owner = context, view, owner
        self._rows: tuple[ExportRow, ...] = ()
        self._text = ""
        self.draft: Draft | None = None
        self.job_id = ""

    # What was exported

    def refresh(self) -> None:
        """Read the list of exports again."""
        proofs = self._context.workspace.proofs

        def work() -> tuple[ExportRow, ...]:
            return tuple(ExportRow(made, _is_file(made.path)) for made in proofs.exports())

        self._query(work, self._take)

    def _take(self, rows: tuple[ExportRow, ...]) -> None:
        self._rows = rows
        self._show()

    def search(self, text: str) -> None:
        """Show only what fits ``text``."""
        self._text = text
        self._show()

    def _show(self) -> None:
        found = tuple(row for row in self._rows if fits(row, self._text))
        self._view.show_exports(found, len(self._rows))

    def open_record(self, made: ProofExport) -> None:
        """Go to the permission a proof is of."""
        self._context.navigate("permissions", consent_id=made.consent_id)

    def copy_short_id(self, made: ProofExport) -> None:
        """Copy the short id that stands on the proof, where it still is that of the record."""
        consents = self._context.workspace.consents

        def work() -> str:
            detail = consents.detail(made.consent_id)
            changed = any(
                place.recorded_at > made.created_at
                for place in detail.places
                if place.kind not in _NO_CHANGE
            )
            return "" if changed else detail.short_id

        def done(short_id: str) -> None:
            if short_id:
                self._view.copy(short_id)
                self._context.toast(translate("proofs", "Copied: {text}").format(text=short_id))
            else:
                self._context.toast(
                    translate(
                        "proofs",
                        "The permission changed after this export. Its short id stands in the"
                        " proof: verify it to see it.",
                    )
                )

        self._query(work, done)

    def copy_digest(self, made: ProofExport) -> None:
        """Copy the SHA-256 of the file as it was written."""
        self._view.copy(made.sha256)
        self._context.toast(translate("proofs", "The SHA-256 of the file was copied."))

    # A new one

    def begin(self, consent_id: str) -> None:
        """Prepare a proof of a record."""
        workspace = self._context.workspace

        def work() -> Draft:
            detail: ConsentDetail = workspace.consents.detail(consent_id)
            return Draft(
                consent_id,
                detail.record.party.pseudonym,
                detail.short_id,
                field_rows(workspace.proofs.fields(consent_id)),
                any(item.kind is EvidenceKind.EXCERPT for item in detail.record.evidence),
                detail.is_pending,
            )

        self._query(work, self._begun)

    def _begun(self, draft: Draft) -> None:
        self.draft = draft
        self._view.show_draft(draft)

    def cancel(self) -> None:
        """Leave the preparation."""
        self.draft = None
        self._view.close_draft()

    def export(self, path: Path, options: ProofOptions) -> None:
        """Make the proof."""
        if self.draft is None or self._context.bridge.is_running(self.job_id):
            return
        consent_id, proofs = self.draft.consent_id, self._context.workspace.proofs
        out = proof_path(path, is_encrypted=bool(options.recipients))

        def work(progress: Progress, cancel: CancelToken) -> ProofExport:
            return proofs.export(consent_id, out, options, progress, cancel)

        def done(made: ProofExport) -> None:
            self.draft = None
            self._view.show_making(is_making=False)
            self._view.show_made(made)
            self.refresh()
            self._context.changed()

        def failed(error: ConsentKitError) -> None:
            self._view.show_making(is_making=False)
            self._context.show_error(error)

        self._view.show_making(is_making=True)
        self.job_id = self._context.bridge.job(
            "export",
            translate("proofs", "Exporting a proof"),
            work,
            done,
            failed,
            owner=self._owner,
        )

    def job_ended(self, job_id: str, state: str) -> None:
        """Take note that a job is over; a stopped one calls nothing else."""
        if job_id == self.job_id and state == "cancelled":
            self._view.show_making(is_making=False)

    def to_permissions(self) -> None:
        """Go to where a record to export is chosen."""
        self._context.navigate("permissions")

    def _query(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._context.bridge.query(work, done, owner=self._owner)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False
