"""One step on many records: which they are, what is done, what came of it. It holds no widget."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from consentkit.domain.consent import Step
from consentkit.kernel.errors import ConsentKitError, StateError
from consentkit.kernel.progress import CancelToken, Progress, ProgressUpdate
from consentkit.services.consents import ConsentService
from consentkit.services.proofs import ProofService
from consentkit.services.views import PermissionFilter, ProofOptions
from consentkit.ui.recording.steps import purposes_for

PAGE = 2000
FAILURES_TOLD = 200
"""More names than this nobody reads; the number is told all the same."""

SUFFIX = ".consentproof"


class BulkKind(StrEnum):
    """What can be done with many records at once."""

    RENEW = "renew"
    EXPORT = "export"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True)
class Selection:
    """Rows of the table by their place, and what is known to tell whether they are still there.

    Attributes:
        question: What the table was asked.
        total: How many rows it had.
        ranges: First and last place of each stretch.
        known: Identifiers of rows that were on the screen, by place.
    """

    question: PermissionFilter
    total: int
    ranges: tuple[tuple[int, int], ...]
    known: Mapping[int, str]

    @property
    def count(self) -> int:
        """How many rows are selected."""
        return sum(last - first + 1 for first, last in self.ranges)


@dataclass(frozen=True, slots=True)
class Failure:
    """A record with which it did not work; the name is for the screen alone."""

    name: str
    error: ConsentKitError


@dataclass(frozen=True, slots=True)
class BulkReport:
    """What came of it.

    Attributes:
        kind: What was done.
        done: With how many.
        skipped: How many stand where this step is not possible.
        failed: Those with which it did not work, the first of them.
        failed_count: How many those are in all.
        is_stopped: Someone stopped it; what is done stays done.
        folder: Where proofs were written.
    """

    kind: BulkKind
    done: int = 0
    skipped: int = 0
    failed: tuple[Failure, ...] = ()
    failed_count: int = 0
    is_stopped: bool = False
    folder: Path | None = None


def ranges_of(places: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return stretches in order, with those that touch put together."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(places):
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return tuple(found)


def resolve(consents: ConsentService, selection: Selection) -> tuple[tuple[str, str], ...]:
    """Return identifier and name of every selected record.

    Raises:
        StateError: The list is not the one it was selected in (``selection.changed``).
    """
    if consents.count(selection.question) != selection.total:
        raise StateError("selection.changed")
    found: list[tuple[str, str]] = []
    for first, last in selection.ranges:
        for offset in range(first, last + 1, PAGE):
            limit = min(PAGE, last + 1 - offset)
            rows = consents.query(selection.question, offset, limit)
            if len(rows) != limit:
                raise StateError("selection.changed")
            for place, row in enumerate(rows, start=offset):
                if selection.known.get(place, row.id) != row.id:
                    raise StateError("selection.changed")
                found.append((row.id, row.pseudonym))
    return tuple(found)


class _Tally:
    """Counts while the work goes on."""

    def __init__(self, kind: BulkKind) -> None:
        self.kind = kind
        self.done = self.skipped = self.failed_count = 0
        self.failed: list[Failure] = []

    def fail(self, name: str, error: ConsentKitError) -> None:
        self.failed_count += 1
        if len(self.failed) < FAILURES_TOLD:
            self.failed.append(Failure(name, error))

    def report(self, *, is_stopped: bool, folder: Path | None = None) -> BulkReport:
        return BulkReport(
            self.kind,
            self.done,
            self.skipped,
            tuple(self.failed),
            self.failed_count,
            is_stopped,
            folder,
        )


def _over_all(
    kind: BulkKind,
    targets: tuple[tuple[str, str], ...],
    act: Callable[[str], bool],
    progress: Progress,
    cancel: CancelToken,
    folder: Path | None = None,
) -> BulkReport:
    """Do ``act`` with each; it returns whether the step was possible."""
    tally = _Tally(kind)
    for place, (record_id, name) in enumerate(targets):
        progress(ProgressUpdate(f"bulk.{kind.value}", place, len(targets)))
        if cancel.is_cancelled:
            return tally.report(is_stopped=True, folder=folder)
        try:
            if act(record_id):
                tally.done += 1
            else:
                tally.skipped += 1
        except ConsentKitError as error:
            tally.fail(name, error)
    return tally.report(is_stopped=False, folder=folder)


def renew(
    consents: ConsentService,
    selection: Selection,
    new_ends_at: datetime,
    progress: Progress,
    cancel: CancelToken,
) -> BulkReport:
    """Note for every selected record that the partner said yes again until ``new_ends_at``."""

    def act(record_id: str) -> bool:
        purposes = purposes_for(Step.RENEW, consents.detail(record_id))
        if purposes:
            consents.renew(record_id, purposes, new_ends_at)
        return bool(purposes)

    return _over_all(BulkKind.RENEW, resolve(consents, selection), act, progress, cancel)


def withdraw(
    consents: ConsentService,
    selection: Selection,
    reason: str,
    progress: Progress,
    cancel: CancelToken,
) -> BulkReport:
    """Note for every selected record that the partner took it back."""

    def act(record_id: str) -> bool:
        purposes = purposes_for(Step.WITHDRAW, consents.detail(record_id))
        if purposes:
            consents.withdraw(record_id, purposes, reason)
        return bool(purposes)

    return _over_all(BulkKind.WITHDRAW, resolve(consents, selection), act, progress, cancel)


def free_name(folder: Path, stem: str, suffix: str = SUFFIX) -> Path:
    """Return a path in ``folder`` where nothing is yet."""
    path = folder / f"{stem}{suffix}"
    number = 2
    while path.exists():
        path = folder / f"{stem}-{number}{suffix}"
        number += 1
    return path


def export(
    consents: ConsentService,
    proofs: ProofService,
    selection: Selection,
    folder: Path,
    options: ProofOptions,
    progress: Progress,
    cancel: CancelToken,
) -> BulkReport:
    """Write a proof of every selected record into ``folder``, with the fields that are suggested.

    The fields of ``options`` are not used: each record has its own.
    """
    suffix = f"{SUFFIX}.age" if options.recipients else SUFFIX

    def act(record_id: str) -> bool:
        detail = consents.detail(record_id)
        if not detail.record.events:
            return False
        shown = frozenset(f.path for f in proofs.fields(record_id) if f.is_suggested)
        made = ProofOptions(
            shown,
            options.has_excerpt,
            options.recipients,
            options.languages,
            options.made_for,
        )
        out = free_name(folder, detail.short_id, suffix)
        proofs.export(record_id, out, made, cancel=cancel)
        return True

    return _over_all(BulkKind.EXPORT, resolve(consents, selection), act, progress, cancel, folder)
