"""The behaviour of the Permissions page: what is asked, what is selected, what is done."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QObject

from consentkit.domain.consent import Status, Step
from consentkit.domain.evidence import Evidence
from consentkit.kernel.errors import ConsentKitError, NotFoundError
from consentkit.kernel.progress import CancelToken, Progress
from consentkit.services.publication_views import Reach
from consentkit.services.views import (
    ConsentDetail,
    PermissionFilter,
    PermissionRow,
    ProofOptions,
)
from consentkit.ui.context import PageContext
from consentkit.ui.models.pages import Pages, PagesView
from consentkit.ui.permissions import bulk
from consentkit.ui.permissions.bulk import BulkReport, Selection
from consentkit.ui.recording import marking as mark
from consentkit.ui.recording.steps import StepRequest, perform

T = TypeVar("T")
translate = QCoreApplication.translate

_Found = tuple[ConsentDetail, frozenset[Step], Reach | None]

SOON = timedelta(days=30)
SORTS = ("pseudonym", "status", "grade", "country", "created_at", "ends_at")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the table is narrowed to, apart from the searched words.

    Attributes:
        statuses: Any of these; empty for all.
        languages: Any of these; empty for all.
        is_ending_soon: Only what ends within ``SOON``.
        is_unstamped: Only what no time stamp covers.
    """

    statuses: frozenset[Status] = frozenset()
    languages: frozenset[str] = frozenset()
    is_ending_soon: bool = False
    is_unstamped: bool = False


class PermissionsView(PagesView[PermissionRow], Protocol):
    """What the presenter asks of the page."""

    def show_count(self, count: int, *, is_narrowed: bool) -> None:
        """Show how many there are, or what to do where there are none."""

    def show_wishes(self, text: str, wishes: Wishes, languages: tuple[str, ...]) -> None:
        """Show what the table is narrowed to, and the languages there are."""

    def show_detail(self, detail: ConsentDetail, steps: frozenset[Step]) -> None:
        """Show one record."""

    def show_reach(self, reach: Reach | None) -> None:
        """Say what is to be done after the end of the permission; None when nothing ended."""

    def show_many(self, count: int) -> None:
        """Offer what can be done with many."""

    def show_nothing(self) -> None:
        """Show no record."""

    def show_report(self, report: BulkReport) -> None:
        """Show what came of a step on many."""

    def show_bulk_failed(self) -> None:
        """Go back to what can be done with many."""


class _Counting:
    """Passes on to the view and tells the count."""

    def __init__(self, presenter: "PermissionsPresenter", view: PermissionsView) -> None:
        self._presenter, self._view = presenter, view

    def begin(self, count: int, *, is_new: bool) -> None:
        self._view.begin(count, is_new=is_new)
        self._view.show_count(count, is_narrowed=self._presenter.is_narrowed)

    def take(self, first: int, rows: tuple[PermissionRow, ...]) -> None:
        self._view.take(first, rows)

    def drop(self, first: int, count: int) -> None:
        self._view.drop(first, count)


class PermissionsPresenter:
    """Behaviour of the Permissions page."""

    def __init__(
        self, context: PageContext, view: PermissionsView, *, owner: QObject | None = None
    ) -> None:
        self._context, self._view, self._owner = context, view, owner
        self.text = ""
        self.wishes = Wishes()
        self.sort, self.is_descending = "created_at", True
        self.languages: tuple[str, ...] = ()
        self.shown_id = ""
        self.selection: Selection | None = None
        self.question = PermissionFilter()
        consents = context.workspace.consents
        self.pages: Pages[PermissionFilter, PermissionRow] = Pages(
            context.bridge,
            consents.count,
            consents.query,
            _Counting(self, view),
            context.show_error,
            owner=owner,
        )
        self._is_asked = False

    # What is asked

    @property
    def is_narrowed(self) -> bool:
        """Whether something keeps rows off the table."""
        return bool(self.text) or self.wishes != Wishes()

    def filter(self, now: datetime) -> PermissionFilter:
        """Return what the service is asked at ``now``."""
        wishes = self.wishes
        return PermissionFilter(
            text=self.text,
            statuses=wishes.statuses,
            languages=wishes.languages,
            ends_before=now + SOON if wishes.is_ending_soon else None,
            without_token=wishes.is_unstamped,
            sort=self.sort,
            is_descending=self.is_descending,
        )

    def _ask(self, *, is_new: bool = True) -> None:
        self._is_asked = True
        self.question = self.filter(self._context.clock.now())
        self.pages.ask(self.question, is_new=is_new)
        self._view.show_wishes(self.text, self.wishes, self.languages)

    def refresh(self) -> None:
        """Ask the same again; what is shown beside stays."""
        self._ask(is_new=not self._is_asked)
        self._query(self._context.workspace.consents.languages_in_use, self._languages_known)
        if self.shown_id:
            self.show(self.shown_id)

    def _languages_known(self, languages: tuple[str, ...]) -> None:
        self.languages = languages
        self._view.show_wishes(self.text, self.wishes, languages)

    def search(self, text: str) -> None:
        """Show what all words of ``text`` occur in."""
        if text != self.text:
            self.text = text
            self._ask()

    def wish(self, **changes: object) -> None:
        """Narrow the table otherwise; takes the fields of ``Wishes``."""
        wishes = replace(self.wishes, **changes)  # type: ignore[arg-type] # fields of many types
        if wishes != self.wishes:
            self.wishes = wishes
            self._ask()

    def clear(self) -> None:
        """Show everything."""
        self.text, self.wishes = "", Wishes()
        self._ask()

    def sort_by(self, column: str) -> None:
        """Order by a column; the same again turns the order round."""
        if column not in SORTS:
            return
        if column == self.sort:
            self.is_descending = not self.is_descending
        else:
            self.sort, self.is_descending = column, column == "created_at"
        self._ask()

    # What is selected

    def select(self, selection: Selection | None) -> None:
        """Take what is selected in the table."""
        self.selection = selection
        if selection is None or selection.count == 0:
            self.shown_id = ""
            self._view.show_nothing()
        elif selection.count > 1:
            self.shown_id = ""
            self._view.show_many(selection.count)
        else:
            record_id = selection.known.get(selection.ranges[0][0], "")
            if record_id:
                self.show(record_id)

    def show(self, record_id: str) -> None:
        """Open a record beside the table; the answer to an earlier wish is dropped."""
        self.shown_id = record_id
        consents = self._context.workspace.consents

        reach = self._context.workspace.reach

        def work() -> _Found | None:
            if self.shown_id != record_id:
                return None
            detail, steps = consents.detail(record_id), consents.allowed_steps(record_id)
            try:
                return detail, steps, reach.reach(record_id)
            except NotFoundError:
                return detail, steps, None

        self._query(work, partial(self._opened, record_id), partial(self._not_opened, record_id))

    def _opened(self, record_id: str, found: "_Found | None") -> None:
        if found is not None and self.shown_id == record_id:
            steps = frozenset[Step]() if self._context.workspace.is_read_only else found[1]
            self._view.show_detail(found[0], steps)
            self._view.show_reach(found[2])

    def _not_opened(self, record_id: str, error: ConsentKitError) -> None:
        if self.shown_id == record_id:
            self.shown_id = ""
            self._view.show_nothing()
            if not isinstance(error, NotFoundError):
                self._context.show_error(error)

    # One record

    def take_step(self, request: StepRequest) -> None:
        """Let something happen to the record that is shown."""
        record_id, consents = self.shown_id, self._context.workspace.consents
        if not record_id:
            return
        if request.step is Step.ERASE:

            def work(progress: Progress, cancel: CancelToken) -> ConsentDetail:
                return consents.erase(record_id, request.reason, progress, cancel)

            self._job("erase", translate("permissions", "Erasing a permission"), work, self._done)
            return
        self._query(lambda: perform(consents, record_id, request), self._done)

    def _done(self, _detail: ConsentDetail) -> None:
        self.refresh()
        self._context.changed()

    def add_evidence(self, path: Path) -> None:
        """Seal one more file as evidence of the record that is shown."""
        found = mark.attachment_of(path)
        record_id, consents = self.shown_id, self._context.workspace.consents
        if not record_id:
            return
        if found is None:
            self._context.toast(
                translate("permissions", "Only pictures, PDF, text and sound can be added.")
            )
            return

        def work(progress: Progress, cancel: CancelToken) -> ConsentDetail:
            return consents.add_evidence(
                record_id, found.path, found.kind, found.label, progress, cancel
            )

        self._job("evidence", translate("permissions", "Sealing a file"), work, self._done)

    def save_evidence(self, evidence: Evidence, path: Path, done: Callable[[], None]) -> None:
        """Write a readable copy of a piece of evidence to ``path``."""
        record_id, consents = self.shown_id, self._context.workspace.consents

        def work() -> bool:
            consents.export_evidence(record_id, evidence.id, path)
            return True

        if record_id:
            self._query(work, lambda _: done())

    def export(self) -> None:
        """Go to the export of a proof of the record that is shown."""
        if self.shown_id:
            self._context.navigate("proofs", consent_id=self.shown_id)

    def open_recording(self, recording_id: str, conversation_id: str) -> None:
        """Go to a conversation of the record."""
        self._context.navigate(
            "recording", recording_id=recording_id, conversation_id=conversation_id
        )

    def open_reach(self) -> None:
        """Go to what is to be done after the end of the permission."""
        if self.shown_id:
            self._context.navigate("published", reach=self.shown_id)

    def to_recordings(self) -> None:
        """Go to where permissions come from."""
        self._context.navigate("recordings")

    # Many records

    def renew_all(self, new_ends_at: datetime) -> None:
        """Renew what is selected."""
        consents, selection = self._context.workspace.consents, self.selection
        if selection is None:
            return
        self._bulk(
            translate("permissions", "Renewing permissions"),
            lambda progress, cancel: bulk.renew(consents, selection, new_ends_at, progress, cancel),
        )

    def withdraw_all(self, reason: str) -> None:
        """Note that the selected partners took their permissions back."""
        consents, selection = self._context.workspace.consents, self.selection
        if selection is None:
            return
        self._bulk(
            translate("permissions", "Withdrawing permissions"),
            lambda progress, cancel: bulk.withdraw(consents, selection, reason, progress, cancel),
        )

    def export_all(self, folder: Path, options: ProofOptions) -> None:
        """Export a proof of each selected record into ``folder``."""
        workspace, selection = self._context.workspace, self.selection
        if selection is None:
            return
        self._bulk(
            translate("permissions", "Exporting proofs"),
            lambda progress, cancel: bulk.export(
                workspace.consents, workspace.proofs, selection, folder, options, progress, cancel
            ),
        )

    def _bulk(self, text: str, work: Callable[[Progress, CancelToken], BulkReport]) -> None:
        def done(report: BulkReport) -> None:
            self._view.show_report(report)
            self._ask(is_new=False)
            self._context.changed()

        def failed(error: ConsentKitError) -> None:
            self._view.show_bulk_failed()
            self._context.show_error(error)

        self._job("bulk", text, work, done, failed)

    # What is remembered

    def remembered(self) -> dict[str, object]:
        """Return what the page should remember."""
        return {"sort": self.sort, "is_descending": self.is_descending}

    def remember(self, text: str) -> dict[str, object]:
        """Take what was remembered and return all of it; anything odd is left out."""
        try:
            found = json.loads(text)
        except ValueError:
            return {}
        if not isinstance(found, dict):
            return {}
        if found.get("sort") in SORTS and isinstance(found.get("is_descending"), bool):
            self.sort, self.is_descending = found["sort"], found["is_descending"]
        return found

    def _query(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[ConsentKitError], None] | None = None,
    ) -> None:
        self._context.bridge.query(work, done, failed, owner=self._owner)

    def _job(
        self,
        kind: str,
        text: str,
        work: Callable[[Progress, CancelToken], T],
        done: Callable[[T], None],
        failed: Callable[[ConsentKitError], None] | None = None,
    ) -> None:
        self._context.bridge.job(kind, text, work, done, failed, owner=self._owner)
