"""Whom an ended permission or a complaint reaches, where, until when, and what was done about it.

Every record with a purpose that ended has a *case*. It is written with the step that ended it, in
one transaction, so that nothing is out of reach for a moment. What there is to be done is never
stored: it follows from the case, from where the person is, and from the measures that were taken.
"""

import contextlib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from consentkit.domain.consent import ConsentRecord, Status
from consentkit.domain.obligations import (
    Measure,
    ReachKind,
    Reason,
    Taken,
    duties_of_publication,
    ended_purposes,
    erased_purposes,
    left_of,
)
from consentkit.domain.party import checked_text
from consentkit.domain.scope import Purpose
from consentkit.kernel.clock import Clock
from consentkit.kernel.digest import sha256_hex
from consentkit.kernel.errors import MalformedError, NotFoundError, StateError, VaultDamagedError
from consentkit.kernel.limits import TEXT_MAX_CHARS
from consentkit.kernel.progress import CancelToken, Progress, ProgressUpdate, silent
from consentkit.kernel.timebase import format_instant
from consentkit.services.checks import CheckService
from consentkit.services.complaints import ComplaintService
from consentkit.services.completion import CompletionStatement, CompletionWriter
from consentkit.services.consents import ConsentService
from consentkit.services.ledger import Ledger
from consentkit.services.publication_views import Reach, ReachTask, TaskState
from consentkit.services.publications import PublicationService
from consentkit.services.reach_cases import ReachCases
from consentkit.services.reach_tasks import (
    NOBODY,
    complaint_task,
    reach_of,
    tasks_of,
)
from consentkit.services.stored_reach import CAUGHT_UP, StoredCase, stretches_of
from consentkit.vault.rows import Document, EntryQuery
from consentkit.vault.vault import Vault
from consentkit.wire.receipt import JSONLike, plain_entry

_ENDING = frozenset({"withdraw", "revoke", "invalidate", "suspend", "erase"})
"""Kinds of log entry that end a purpose."""

_VIDEO_KINDS = frozenset({ReachKind.RANGE, ReachKind.THUMBNAIL, ReachKind.MONEY})
_PAGE = 500


class ReachService:
    """What is to be done in one vault.

    Args:
        vault: The open vault.
        clock: Tells what is late.
        ledger: Takes the entries of measures.
        publications: The published videos.
        complaints: The complaints.
        checks: The checks of finished videos.
        consents: The records.
        cases: Where cases are kept.
        completion: Writes statements of completion.
    """

    def __init__(
        self,
        vault: Vault,
        clock: Clock,
        ledger: Ledger,
        publications: PublicationService,
        complaints: ComplaintService,
        checks: CheckService,
        consents: ConsentService,
        cases: ReachCases,
        completion: CompletionWriter,
    ) -> None:
        self._vault = vault
        self._clock = clock
        self._ledger = ledger
        self._publications = publications
        self._complaints = complaints
        self._checks = checks
        self._consents = consents
        self._cases = cases
        self._completion = completion
        consents.follow(self._record_changed)
        consents.after_step(self.judge_anew)
        publications.follow(self._videos_changed)
        publications.keep_listed(self._is_reached)

    # ── reading ──

    def reaches(self) -> tuple[Reach, ...]:
        """Return everyone with something open, what is late first.

        Terms that ended since the vault was opened are noted first, where it is written to.
        """
        if not self._vault.is_read_only and not self._vault.needs_new_passphrase:
            self._consents.refresh_expired()
        complaints = self._complaints.open_ones()
        cases = self._cases.open_ones()
        concerned = dict.fromkeys(one for made in complaints for one in made.consent_ids)
        cases |= self._cases.closed_of(one for one in concerned if one not in cases)
        people = self._cases.people(cases, complaints, [*cases, *concerned])
        around = self._cases.around(people, complaints, self._clock.now())
        found = [reach_of(person, tasks_of(person, around), around) for person in people]
        for made in complaints:
            if not made.consent_ids:
                task = complaint_task(made, around)
                nobody = reach_of(NOBODY, (task,), around)
                found.append(replace(nobody, complaint_id=made.id))
        left = (one for one in found if not one.is_complete)
        return tuple(sorted(left, key=lambda one: (one.due_at, one.key)))

    def reach(self, consent_or_complaint_id: str) -> Reach:
        """Return all that one person's ended permission, or a complaint, concerns; done or not.

        Raises:
            NotFoundError: Nothing of that record ended and nobody complained
                (``reach.nothing-ended``).
        """
        complaints = tuple(
            made
            for made in self._complaints.all_stored()
            if consent_or_complaint_id in {made.id, *made.consent_ids}
        )
        now = self._clock.now()
        for made in complaints:
            if made.id == consent_or_complaint_id and not made.consent_ids:
                around = self._cases.around((), complaints, now)
                nobody = reach_of(NOBODY, (complaint_task(made, around),), around)
                return replace(nobody, complaint_id=made.id)
            if made.id == consent_or_complaint_id:
                return self.reach(made.consent_ids[0])
        case = self._cases.find(consent_or_complaint_id)
        if case is None and not complaints:
            raise NotFoundError("reach.nothing-ended")
        found = {case.consent_id: case} if case is not None else {}
        people = self._cases.people(found, complaints, [consent_or_complaint_id])
        around = self._cases.around(people, complaints, now)
        reach = reach_of(people[0], tasks_of(people[0], around), around)
        if not reach.tasks and (case is None or not case.ended):
            raise NotFoundError("reach.nothing-ended")
        return reach

    def _task(self, reach: Reach, task_id: str) -> ReachTask:
        for task in reach.tasks:
            if task.id == task_id:
                return task
        raise NotFoundError("reach.no-task")

    # ── steps ──

    def done(
        self, consent_or_complaint_id: str, task_id: str, remedy: Measure, note: str = ""
    ) -> Reach:
        """Note what was done about a task; ``undo`` takes it back.

        A video that was taken down is down for everybody in it.

        Args:
            consent_or_complaint_id: The record, or the complaint.
            task_id: The task.
            remedy: What was done; one that the task names.
            note: Why it stays as it is, for ``Measure.KEEP``.

        Raises:
            NotFoundError: There is no such reach or task.
            StateError: It is done (``reach.done-already``), that remedy does not help with it
                (``reach.measure``), or the log takes no entry.
            MalformedError: It stays without a reason (``reach.no-note``), or that is no text.
            VaultError: The vault is only read.
        """
        reach = self.reach(consent_or_complaint_id)
        task = self._task(reach, task_id)
        if task.state is TaskState.DONE:
            raise StateError("reach.done-already")
        if remedy not in task.remedies:
            raise StateError("reach.measure")
        why = checked_text(note, limit=TEXT_MAX_CHARS)
        if remedy is Measure.KEEP and not why:
            raise MalformedError("reach.no-note")
        is_video = task.kind in _VIDEO_KINDS or bool(task.complaint_id)
        if remedy is Measure.TAKE_DOWN and is_video:
            self._take_down(task.publication_id)
        if task.complaint_id:
            self._complaints.close(task.complaint_id, remedy)
        elif remedy is not Measure.TAKE_DOWN:
            self._take(reach.consent_id, task, remedy, why)
        return self.reach(consent_or_complaint_id)

    def _take_down(self, publication_id: str) -> None:
        if self._publications.stored(publication_id).taken_down_at is None:
            self._publications.take_down(publication_id)

    def _take(self, consent_id: str, task: ReachTask, remedy: Measure, why: str) -> None:
        now, subject = self._clock.now(), task.id.partition(".")[2]
        # One for every end it is open for, so that a later one opens it again.
        ends = dict.fromkeys((end.reason, end.since) for end in task.left)
        taken = tuple(
            Taken(task.id, remedy, now, reason, since, why, task.kind, subject)
            for reason, since in ends
        )
        case = self._case(consent_id)
        with self._vault.transaction():
            self._enter("done", consent_id, task, remedy.value, why)
            self._sync(replace(case, taken=(*case.taken, *taken)))
        self._ledger.remember()

    def undo(self, consent_or_complaint_id: str, task_id: str) -> Reach:
        """Take back that something was done about a task; its clock ran on.

        Raises:
            NotFoundError: There is no such reach or task.
            StateError: It is open (``reach.open-already``), or the log takes no entry.
            VaultError: The vault is only read.
        """
        reach = self.reach(consent_or_complaint_id)
        task = self._task(reach, task_id)
        if task.state is not TaskState.DONE:
            raise StateError("reach.open-already")
        if task.complaint_id:
            self._complaints.reopen(task.complaint_id)
        else:
            case = self._case(reach.consent_id)
            # The last measure alone: what was done for earlier ends stays done.
            taken = tuple(
                item
                for item in case.taken
                if (item.task_id, item.done_at) != (task_id, task.done_at)
            )
            if taken == case.taken:
                self._publications.put_back(task.publication_id)
            else:
                with self._vault.transaction():
                    self._enter("undone", reach.consent_id, task, task.done_by, "")
                    self._sync(replace(case, taken=taken))
                self._ledger.remember()
        return self.reach(consent_or_complaint_id)

    def _enter(self, kind: str, consent_id: str, task: ReachTask, measure: str, why: str) -> None:
        value: dict[str, JSONLike] = {
            "record_id": consent_id,
            "task_id": task.id,
            "measure": measure,
            "reason": task.reason,
            "since": format_instant(task.since),
            "publication_id": task.publication_id,
            "note_sha256": sha256_hex(why.encode()) if why else "",
        }
        self._ledger.enter(plain_entry(self._ledger.head(kind), "measure", value), consent_id)

    def judge_anew(
        self,
        consent_id: str,
        progress: Progress = silent,
        cancel: CancelToken | None = None,
    ) -> int:
        """Judge the checks of all published videos a person is in; returns how many.

        It is called with every step a record takes, and can be asked for again.

        Raises:
            StateError: The log takes no entry.
            Cancelled: A stop was asked for; what was done stays done.
        """
        found = self._publications.publications_of(consent_id)
        wanted = tuple(dict.fromkeys(one.check_id for one in found if one.check_id))
        for place, check_id in enumerate(wanted):
            progress(ProgressUpdate("check.judge", place, len(wanted)))
            if cancel is not None:
                cancel.check()
            self._checks.rejudge(check_id)
        return len(wanted)

    def completion_statement(
        self, consent_id: str, out: Path, language: str = "en", *, is_replacing: bool = False
    ) -> CompletionStatement:
        """Write a signed statement for the partner of what was done, and enter it into the log.

        ``out`` becomes a PDF to be read; beside it stands the signed statement itself, which
        anybody can verify.

        Args:
            consent_id: The record.
            out: The PDF.
            language: Language of the page.
            is_replacing: Replace files that are there already.

        Raises:
            InputError: There is a file with one of both names already (``out.exists``).
            NotFoundError: Nothing of that record ended (``reach.nothing-ended``).
            StateError: Something is still open (``reach.not-complete``), or the log takes no entry.
            MalformedError: There are no texts in this language.
            ResourceError: The disk is full, or the typesetter failed: no file stays.
            VaultError: The vault is only read.
        """
        reach = self.reach(consent_id)
        if not reach.is_complete or not reach.consent_id:
            raise StateError("reach.not-complete")
        case = self._cases.find(consent_id)
        return self._completion.write(reach, case, out, language, is_replacing=is_replacing)

    # ── following ──

    def _case(self, consent_id: str) -> StoredCase:
        case = self._cases.find(consent_id)
        if case is None:
            raise NotFoundError("reach.nothing-ended")
        return case

    def _sync(self, case: StoredCase) -> None:
        """Keep a case, among the open ones if anything of it is to be done."""
        now = self._clock.now()
        people = self._cases.people({case.consent_id: case}, (), [case.consent_id])
        around = self._cases.around(people, (), now)
        tasks = tasks_of(people[0], around)
        is_open = any(task.state is not TaskState.DONE for task in tasks)
        self._cases.put(case, now, is_open=is_open)

    def _record_changed(self, record: ConsentRecord, *, is_erased: bool) -> None:
        """Write down what ended of a record, with the step that ended it."""
        now = self._clock.now()
        before = self._cases.find(record.id)
        ended = ended_purposes(record, now)
        if is_erased:
            # The record's own texts go; why something stays may have spoken of the person.
            taken = tuple(replace(one, note="") for one in before.taken) if before else ()
            ended = erased_purposes(record.purposes, ended, now)
        else:
            taken = before.taken if before is not None else ()
        # Thousands of terms may end in one night; most of those persons are in no video.
        is_worth_a_case = any(one.reason is not Reason.EXPIRED for one in ended)
        if before is not None or is_worth_a_case or (ended and self._cases.is_in_videos(record.id)):
            stretches = stretches_of(record.links)
            self._sync(StoredCase(record.id, record.purposes, ended, stretches, is_erased, taken))

    def _videos_changed(self, consent_ids: Iterable[str]) -> None:
        for consent_id in consent_ids:
            case = self._cases.find(consent_id)
            if case is not None:
                self._sync(case)
                continue
            with contextlib.suppress(NotFoundError, StateError, VaultDamagedError):
                self._record_changed(self._consents.stored(consent_id).record, is_erased=False)

    def _is_reached(self, publication_id: str) -> bool:
        """Return whether a video has to stay listed for the sake of somebody in it.

        That it was taken down is known from the list alone: without it, a statement would say that
        nothing was found.
        """
        concerned = self._publications.stored(publication_id).consent_ids
        cases = {one: case for one in concerned if (case := self._cases.find(one)) is not None}
        return any(
            left_of(duty, person.case.taken)
            for person in self._cases.people(cases, (), cases)
            if person.case is not None and publication_id in person.published
            for duty in duties_of_publication(
                person.case.ended, publication_id, person.published[publication_id]
            )
        )

    # ── vaults from before ──

    def catch_up(self) -> None:
        """Write the cases and indexes of a vault that an older version wrote; does it once."""
        if self._vault.find_document(CAUGHT_UP, CAUGHT_UP) is not None:
            return
        with self._vault.transaction():
            self._publications.index_checks()
            for consent_id in self._ended_before():
                self._caught_up(consent_id)
            self._vault.put_document(Document(CAUGHT_UP, CAUGHT_UP, self._clock.now(), "{}"))

    def _ended_before(self) -> tuple[str, ...]:
        """Return the records that may have a purpose that ended otherwise than by its term."""
        found: dict[str, None] = {}
        offset = 0
        while entries := self._vault.query_entries(EntryQuery(_ENDING), offset, _PAGE):
            found |= dict.fromkeys(one.record_id for one in entries if one.record_id)
            offset += len(entries)
        return tuple(found)

    def _caught_up(self, consent_id: str) -> None:
        try:
            row = self._vault.get_row(consent_id)
            if row.status == Status.ERASED.value:
                purposes = tuple(Purpose(name) for name in row.purposes)
                ended = erased_purposes(purposes, (), row.updated_at)
                self._sync(StoredCase(consent_id, purposes, ended, is_erased=True))
            else:
                self._record_changed(self._consents.stored(consent_id).record, is_erased=False)
        except (NotFoundError, StateError, VaultDamagedError):
            return  # It is gone, or ``vault check`` names it; it must not keep the vault shut.
