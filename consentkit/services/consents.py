"""Consent records: sealed from a draft, changed step by step, searched, and erased."""

import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import Protocol

from consentkit.domain.consent import (
    PERMITTING,
    REFUSAL_REST,
    STEPS,
    Actor,
    ConsentEvent,
    ConsentNumber,
    ConsentRecord,
    ConversationLink,
    InvalidReason,
    Status,
    Step,
    check_step,
    ends_at,
    present,
    statuses_at,
    summary_status,
    with_events,
)
from consentkit.domain.evidence import (
    Answer,
    Evidence,
    EvidenceKind,
    Fact,
    Grade,
    grade_of,
    missing_for_next,
)
from consentkit.domain.facts import facts_of
from consentkit.domain.recording import Recording
from consentkit.domain.scope import Purpose
from consentkit.kernel.clock import Clock
from consentkit.kernel.durable import private_folder
from consentkit.kernel.errors import (
    ConsentKitError,
    MalformedError,
    NotFoundError,
    ResourceError,
    StateError,
    VaultDamagedError,
    VaultError,
)
from consentkit.kernel.progress import (
    Cancelled,
    CancelToken,
    Progress,
    ProgressUpdate,
    silent,
)
from consentkit.kernel.timebase import TimeRange
from consentkit.services.askings import AskingService
from consentkit.services.consent_rows import (
    StoredReceipt,
    StoredRecord,
    erased_record,
    erased_row,
    record_query,
    record_row,
    table_row,
)
from consentkit.services.coverage_links import (
    conversation_views,
    link_kind,
    links_by_recording,
)
from consentkit.services.evidence_sealing import WORK_PREFIX, EvidenceSealer
from consentkit.services.ledger import Ledger, new_id, short_id
from consentkit.services.recordings import RecordingService
from consentkit.services.timestamps import TimeService
from consentkit.services.twins import SHIFT_S, Twins
from consentkit.services.views import (
    ConsentDetail,
    ConsentDraft,
    LogPlace,
    PermissionFilter,
    PermissionRow,
    ProofExport,
)
from consentkit.vault.rows import Document, RecordQuery, RecordRow
from consentkit.vault.vault import Vault
from consentkit.wire.receipt import plain_entry, receipt_claims
from consentkit.wire.v1.stored import decode_stored, encode_stored

_STEP_OF_ANSWER = {Answer.YES: Step.GRANT, Answer.NO: Step.REFUSE, Answer.UNCLEAR: Step.DEFER}
_PAGE = 500
_ENDED = frozenset({Status.WITHDRAWN, Status.REVOKED, Status.INVALIDATED, Status.EXPIRED})
ANSWER_SLACK = Fraction(1)
"""Seconds an answer may reach over the edge of its conversation: edges are found to a second."""


class RecordFollower(Protocol):
    """What is told of every record that is saved or erased."""

    def __call__(self, record: ConsentRecord, *, is_erased: bool) -> None:
        """Take a record as it is saved, or as it was before its erasure."""


class ConsentService:
    """The consent records of one vault.

    Args:
        vault: The open vault.
        clock: Tells when a step is recorded.
        ledger: Takes the entries.
        time: Tells which entries are covered by tokens.
        recordings: The library.
        askings: The ask cards, which also know the creator's profile.
    """

    def __init__(
        self,
        vault: Vault,
        clock: Clock,
        ledger: Ledger,
        time: TimeService,
        recordings: RecordingService,
        askings: AskingService,
    ) -> None:
        self._vault = vault
        self._clock = clock
        self._ledger = ledger
        self._time = time
        self._recordings = recordings
        self._askings = askings
        self._sealer = EvidenceSealer(vault, recordings)
        self._twins = Twins(vault, recordings)
        self._forgetters: list[Callable[[str, TimeRange], None]] = []
        self._tidiers: list[Callable[[Progress, CancelToken | None], object]] = []
        self._followers: list[RecordFollower] = []
        self._afterwards: list[Callable[[str], object]] = []

    def after_erasing(self, tidy: Callable[[Progress, CancelToken | None], object]) -> None:
        """Call ``tidy`` once a record is erased, to take what was made from its data off the disk.

        What it cannot do is done later: the record is erased in any case.
        """
        self._tidiers.append(tidy)

    def follow(self, follower: RecordFollower) -> None:
        """Call ``follower`` with every record that is saved, and whether it is being erased.

        It is called within the transaction: what it writes is kept or undone together with it.
        """
        self._followers.append(follower)

    def after_step(self, afterwards: Callable[[str], object]) -> None:
        """Call ``afterwards`` with a record's identifier once a step is taken and durable.

        What it cannot do is left for later: the step is taken in any case.
        """
        self._afterwards.append(afterwards)

    def also_forget(self, forget: Callable[[str, TimeRange], None]) -> None:
        """Call ``forget`` with recording and stretch of every conversation that is erased."""
        self._forgetters.append(forget)

    # ── sealing ──

    def seal(
        self,
        draft: ConsentDraft,
        progress: Progress = silent,
        cancel: CancelToken | None = None,
    ) -> ConsentDetail:
        """Make a record of what a partner answered, with its evidence, and enter it into the log.

        Raises:
            MalformedError: A purpose has no answer, or the draft contradicts itself.
            StateError: The answers are not allowed, as from someone who is not of age.
            VerificationError: The recording is not the one that was added.
            InputError: The recording or an attachment is not there.
            ResourceError: The disk is full; nothing was kept.
            Cancelled: A stop was asked for; nothing was kept.
        """
        record = self._drafted(draft)
        with private_folder(self._vault.folder, WORK_PREFIX) as folder:
            try:
                evidence = (
                    *self._sealer.spoken(record.id, draft.spoken, folder, progress, cancel),
                    *self._sealer.attachments(record.id, draft, progress, cancel),
                )
                progress(ProgressUpdate("log"))
                record = replace(record, evidence=evidence)
                with self._vault.transaction():
                    self._enter(record, _kind(record), ())
                    if draft.asking_id:
                        self._askings.attach_to(draft.asking_id, record.id)
            except BaseException:
                self._sealer.drop(record.id)
                raise
        self._ledger.remember()
        return self.detail(record.id)

    def _drafted(self, draft: ConsentDraft) -> ConsentRecord:
        purposes = tuple(leaf.purpose for leaf in draft.permissions)
        if set(draft.answers) != set(purposes):
            raise MalformedError("draft.answers")
        now = self._clock.now()
        happened = draft.happened_at or now
        links = self._links(draft)
        _check_spoken(draft, links)
        supersedes = self._superseded(draft)
        record = ConsentRecord(
            id=new_id("con"),
            party=draft.party,
            controller=self._askings.controller(),
            permissions=draft.permissions,
            links=links,
            notice=draft.notice,
            number=self._number(draft),
            supersedes=supersedes,
        )
        events = [
            ConsentEvent(
                Step.REQUEST, purposes, happened, now, Actor.CREATOR, reason=draft.statement
            )
        ]
        for answer, step in _STEP_OF_ANSWER.items():
            answered = tuple(p for p in purposes if draft.answers[p] is answer)
            if answered:
                events.append(ConsentEvent(step, answered, happened, now, Actor.PARTNER))
        return with_events(record, events)

    def _superseded(self, draft: ConsentDraft) -> str:
        """Return the record the draft takes the place of.

        Raises:
            NotFoundError: The one it names does not exist.
            StateError: The partner refused in this very conversation; a no is not asked over.
        """
        if draft.supersedes:
            self._stored(draft.supersedes)
            return draft.supersedes
        if not draft.conversation_id or Answer.YES not in draft.answers.values():
            return ""
        conversations = self._recordings.conversations(draft.recording_id)
        same = tuple(item for item in conversations if item.id == draft.conversation_id)
        for view in conversation_views(self._vault, draft.recording_id, same):
            if view.status is Status.REFUSED:
                raise StateError("consent.refused-recently", days=REFUSAL_REST.days)
            if view.status in _ENDED:
                return view.consent_id
        return ""

    def _number(self, draft: ConsentDraft) -> ConsentNumber | None:
        if not draft.asking_id:
            return None
        asking = self._askings.get(draft.asking_id)
        if asking.consent_id:
            raise StateError("asking.used")
        return asking.number

    def _links(self, draft: ConsentDraft) -> tuple[ConversationLink, ...]:
        if not draft.recording_id:
            if draft.spoken is not None:
                raise MalformedError("draft.recording")
            return ()
        return (self._link(draft.recording_id, draft.conversation_id, draft.clip),)

    def _link(
        self, recording_id: str, conversation_id: str, clip: TimeRange | None
    ) -> ConversationLink:
        recording = self._recordings.get(recording_id)
        stretch = clip
        if conversation_id:
            conversations = self._recordings.conversations(recording_id)
            for item in conversations:
                if item.id == conversation_id:
                    stretch = stretch or item.range
                    break
            else:
                raise NotFoundError("conversation.unknown")
        if stretch is None or stretch.duration <= 0 or stretch.end > recording.duration:
            raise MalformedError("draft.clip")
        return ConversationLink(recording_id, recording.sha256, conversation_id, stretch)

    # ── the log and the table ──

    def _enter(self, record: ConsentRecord, kind: str, receipts: tuple[StoredReceipt, ...]) -> None:
        """Log the record's state and save it with its row; inside a transaction."""
        head = self._ledger.head(kind)
        statuses = statuses_at(record, present(record, head.issued_at))
        facts = self._facts(record, receipts)
        recordings = self._recordings_of(record)
        entry = receipt_claims(head, record, statuses, facts, grade_of(facts), recordings)
        index, sd_jwt = self._ledger.enter(entry, record.id)
        receipts = (*receipts, StoredReceipt(index, sd_jwt))
        self._save(record, receipts, head.issued_at)

    def _save(
        self, record: ConsentRecord, receipts: tuple[StoredReceipt, ...], now: datetime
    ) -> None:
        covered = bool(receipts) and bool(self._time.tokens_covering(receipts[-1].index))
        grade = grade_of(self._facts(record, receipts))
        row = record_row(record, receipts, grade, now, has_token=covered)
        self._vault.put_record(row, encode_stored(StoredRecord(record, receipts)))
        for recording_id, link in links_by_recording(record).items():
            self._vault.put_document(
                Document(link_kind(recording_id), record.id, now, encode_stored(link).decode())
            )
        for follower in self._followers:
            follower(record, is_erased=False)

    def _recordings_of(self, record: ConsentRecord) -> tuple[Recording, ...]:
        ids = dict.fromkeys(
            [link.recording_id for link in record.links]
            + [item.spoken.recording_id for item in record.evidence if item.spoken]
        )
        found: list[Recording] = []
        for recording_id in ids:
            with contextlib.suppress(NotFoundError):
                found.append(self._recordings.get(recording_id))
        return tuple(found)

    def _facts(self, record: ConsentRecord, receipts: tuple[StoredReceipt, ...]) -> frozenset[Fact]:
        times = self._time.proven_times(receipts[-1].index) if receipts else ()
        number_token = record.number.token_sha256 if record.number else ""
        return facts_of(
            record,
            is_ingested=self._is_ingested(record, receipts),
            is_number_token_known=bool(number_token) and self._time.knows_token(number_token),
            authorities=frozenset(name for name, _, is_demo in times if not is_demo),
        )

    def _is_ingested(self, record: ConsentRecord, receipts: tuple[StoredReceipt, ...]) -> bool:
        """Return whether every recording an excerpt is from was logged before the record was."""
        first = receipts[0].index if receipts else self._ledger.size
        recordings = {item.spoken.recording_id for item in record.evidence if item.spoken}
        return bool(recordings) and all(
            any(place < first for place in self._vault.entry_index_for(recording_id))
            for recording_id in recordings
        )

    # ── reading ──

    def _stored(self, record_id: str) -> StoredRecord:
        return decode_stored(self._vault.get_record_body(record_id), StoredRecord)

    def stored(self, record_id: str) -> StoredRecord:
        """Return a record with its receipts, as a proof needs them.

        Raises:
            NotFoundError: There is none with that identifier.
            StateError: It was erased.
        """
        return self._stored(record_id)

    def detail(self, record_id: str) -> ConsentDetail:
        """Return the record opened.

        Raises:
            NotFoundError: There is none with that identifier.
        """
        row = self._vault.get_row(record_id)
        if row.status == Status.ERASED.value:
            return self._tombstone(row)
        stored = self._stored(record_id)
        now = present(stored.record, self._clock.now())
        facts = self._facts(stored.record, stored.receipts)
        places = self._places(record_id)
        return ConsentDetail(
            record=stored.record,
            statuses=statuses_at(stored.record, now),
            summary=summary_status(stored.record, now),
            ends_at={p: ends_at(stored.record, p) for p in stored.record.purposes},
            grade=grade_of(facts),
            facts=facts,
            missing=missing_for_next(facts),
            places=places,
            is_pending=bool(places) and not places[-1].proven_by,
            short_id=short_id(stored.receipts[-1].sd_jwt),
        )

    def _tombstone(self, row: RecordRow) -> ConsentDetail:
        stub = erased_record(row)
        places = self._places(row.id)
        return ConsentDetail(
            record=stub,
            statuses=dict.fromkeys(stub.purposes, Status.ERASED),
            summary=Status.ERASED,
            ends_at={},
            grade=grade_of(frozenset()),
            facts=frozenset(),
            missing=frozenset(),
            places=places,
            is_pending=bool(places) and not places[-1].proven_by,
            short_id="",
        )

    def _places(self, record_id: str) -> tuple[LogPlace, ...]:
        return tuple(self._place(index) for index in self._vault.entry_index_for(record_id))

    def _place(self, index: int) -> LogPlace:
        entry = self._vault.entry(index)
        return LogPlace(index, entry.kind, entry.recorded_at, self._time.proven_times(index))

    def query(
        self, wanted: PermissionFilter, offset: int = 0, limit: int = 200
    ) -> tuple[PermissionRow, ...]:
        """Return a page of the permissions table."""
        rows = self._vault.query_records(record_query(wanted, offset, limit))
        return tuple(table_row(row) for row in rows)

    def count(self, wanted: PermissionFilter) -> int:
        """Return how many records the filter lets through."""
        return self._vault.count_records(record_query(wanted, 0, 1))

    def languages_in_use(self) -> tuple[str, ...]:
        """Return the languages that occur in the table, in order."""
        return self._vault.languages_in_use()

    def refresh_expired(self) -> int:
        """Bring rows up to date whose term ended since they were written; returns how many."""
        now = self._clock.now()
        wanted = RecordQuery(
            statuses=frozenset(status.value for status in PERMITTING),
            expiring_before=now,
            sort="expires_at",
            descending=False,
            limit=_PAGE,
        )
        renewed = 0
        while rows := self._vault.query_records(wanted):
            with self._vault.transaction():
                for row in rows:
                    try:
                        stored = self._stored(row.id)
                    except VaultDamagedError:
                        # ``vault check`` names it; it must not keep the vault from opening.
                        ended = replace(row, status=Status.EXPIRED.value, expires_at=None)
                        self._vault.update_row(ended)
                        continue
                    self._vault.update_row(_renewed(row, stored, now))
                    for follower in self._followers:
                        follower(stored.record, is_erased=False)
            renewed += len(rows)
        if renewed:
            self._recordings.count_anew()
        return renewed

    # ── steps ──

    def allowed_steps(self, record_id: str) -> frozenset[Step]:
        """Return the steps that the present status of at least one leaf allows."""
        if self._vault.get_row(record_id).status == Status.ERASED.value:
            return frozenset()
        record = self._stored(record_id).record
        statuses = statuses_at(record, present(record, self._clock.now())).values()
        allowed = {
            step
            for step, (sources, _) in STEPS.items()
            if any(status in sources for status in statuses)
        }
        if record.is_on_hold or any(status in PERMITTING for status in statuses):
            allowed.discard(Step.ERASE)
        return frozenset(allowed)

    def _step(self, record_id: str, events: Sequence[ConsentEvent]) -> ConsentDetail:
        """Take steps, log the new state, and return the record."""
        with self._vault.transaction():
            stored = self._stored(record_id)
            record = with_events(stored.record, events)
            self._enter(record, events[-1].step.value, stored.receipts)
        self._ledger.remember()
        for afterwards in self._afterwards:
            with contextlib.suppress(ConsentKitError, Cancelled):
                afterwards(record_id)
        return self.detail(record_id)

    def _event(
        self,
        step: Step,
        purposes: Sequence[Purpose],
        actor: Actor,
        reason: str = "",
        *,
        happened_at: datetime | None = None,
        reason_code: InvalidReason | None = None,
        new_ends_at: datetime | None = None,
    ) -> ConsentEvent:
        now = self._clock.now()
        return ConsentEvent(
            step,
            tuple(purposes),
            happened_at or now,
            now,
            actor,
            reason,
            reason_code,
            new_ends_at,
        )

    def withdraw(
        self,
        record_id: str,
        purposes: Sequence[Purpose],
        reason: str = "",
        happened_at: datetime | None = None,
    ) -> ConsentDetail:
        """Note that the partner took the permission back; it never comes to life again.

        Raises:
            StateError: A leaf is not in a status that can be withdrawn.
        """
        event = self._event(Step.WITHDRAW, purposes, Actor.PARTNER, reason, happened_at=happened_at)
        return self._step(record_id, [event])

    def revoke(self, record_id: str, purposes: Sequence[Purpose], reason: str) -> ConsentDetail:
        """End the permission from the creator's side, with a reason."""
        return self._step(record_id, [self._event(Step.REVOKE, purposes, Actor.CREATOR, reason)])

    def suspend(self, record_id: str, purposes: Sequence[Purpose], reason: str) -> ConsentDetail:
        """Block the permission at once while something is in doubt."""
        return self._step(record_id, [self._event(Step.SUSPEND, purposes, Actor.CREATOR, reason)])

    def resume(self, record_id: str, purposes: Sequence[Purpose], reason: str) -> ConsentDetail:
        """Lead a suspended permission back to where it was, with a reason."""
        return self._step(record_id, [self._event(Step.RESUME, purposes, Actor.CREATOR, reason)])

    def invalidate(
        self,
        record_id: str,
        purposes: Sequence[Purpose],
        reason_code: InvalidReason,
        reason: str,
    ) -> ConsentDetail:
        """Declare the permission void from the start."""
        event = self._event(
            Step.INVALIDATE, purposes, Actor.CREATOR, reason, reason_code=reason_code
        )
        return self._step(record_id, [event])

    def renew(
        self, record_id: str, purposes: Sequence[Purpose], new_ends_at: datetime
    ) -> ConsentDetail:
        """Note that the partner said yes again, until ``new_ends_at``."""
        event = self._event(Step.RENEW, purposes, Actor.PARTNER, new_ends_at=new_ends_at)
        return self._step(record_id, [event])

    def ask_again(
        self, record_id: str, purposes: Sequence[Purpose], *, partner_began: bool = False
    ) -> ConsentDetail:
        """Note that the partner was asked again.

        Raises:
            StateError: The partner refused less than 30 days ago and did not begin.
        """
        actor = Actor.PARTNER if partner_began else Actor.CREATOR
        return self._step(record_id, [self._event(Step.REQUEST, purposes, actor)])

    def answer(self, record_id: str, answers: Mapping[Purpose, Answer]) -> ConsentDetail:
        """Note the answers to a question that is open."""
        events = [
            self._event(step, [p for p, given in answers.items() if given is answer], Actor.PARTNER)
            for answer, step in _STEP_OF_ANSWER.items()
            if answer in answers.values()
        ]
        if not events:
            raise MalformedError("draft.answers")
        return self._step(record_id, events)

    def set_hold(self, record_id: str, *, is_on_hold: bool) -> ConsentDetail:
        """Set or lift a legal hold; a held record cannot be erased."""
        return self._change(
            record_id, lambda record: replace(record, is_on_hold=is_on_hold), "hold"
        )

    def attach_clip(
        self, record_id: str, recording_id: str, conversation_id: str, clip: TimeRange | None
    ) -> ConsentDetail:
        """Let the record cover another conversation or clip of the same partner."""
        link = self._link(recording_id, conversation_id, clip)
        return self._change(
            record_id, lambda record: replace(record, links=(*record.links, link)), "attach"
        )

    def add_evidence(
        self,
        record_id: str,
        path: Path,
        kind: EvidenceKind,
        label: str = "",
        progress: Progress = silent,
        cancel: CancelToken | None = None,
    ) -> ConsentDetail:
        """Seal a further file as evidence.

        Raises:
            InputError: It cannot be read, or is of a kind that is not taken.
            ResourceError: The disk is full; nothing was kept.
        """
        item = self._sealer.attachment(record_id, path, kind, label, progress, cancel)
        try:
            with self._vault.transaction():
                stored = self._stored(record_id)
                changed = replace(stored.record, evidence=(*stored.record.evidence, item))
                self._enter(changed, "attach", stored.receipts)
        except BaseException:
            self._vault.delete_blob(item.id)
            raise
        self._ledger.remember()
        return self.detail(record_id)

    def _change(
        self, record_id: str, change: Callable[[ConsentRecord], ConsentRecord], kind: str
    ) -> ConsentDetail:
        with self._vault.transaction():
            stored = self._stored(record_id)
            self._enter(change(stored.record), kind, stored.receipts)
        self._ledger.remember()
        return self.detail(record_id)

    def erase(
        self,
        record_id: str,
        reason: str,
        progress: Progress = silent,
        cancel: CancelToken | None = None,
    ) -> ConsentDetail:
        """Destroy the record's key and with it body, excerpt and attachments; a tombstone stays.

        Raises:
            StateError: It still permits something, or is on legal hold.
            VaultInUseError: A reader holds the old pages; the destruction is finished later.
        """
        record = self._stored(record_id).record
        check_step(record, self._event(Step.ERASE, record.purposes, Actor.CREATOR, reason))
        if cancel is not None:
            cancel.check()
        progress(ProgressUpdate("erase"))
        row = self._vault.get_row(record_id)

        def also() -> None:
            self._forget_around(record)
            head = self._ledger.head("erase")
            self._ledger.enter(plain_entry(head, "erasure", {"record_id": record_id}), record_id)

        self._vault.erase_record(record_id, erased_row(row, self._clock.now()), also=also)
        self._ledger.remember()
        for tidy in self._tidiers:
            with contextlib.suppress(ResourceError, VaultError, Cancelled):
                tidy(progress, cancel)
        return self.detail(record_id)

    def _forget_around(self, record: ConsentRecord) -> None:
        """Delete what names the person outside the record: links, askings, exports, labels."""
        for follower in self._followers:
            follower(record, is_erased=True)
        # What is the same is told by what is kept, so all of it is looked at before any of it goes.
        twins = {key: self._twins.of(key) for key in links_by_recording(record)}
        for recording_id in twins:
            self._vault.delete_document(link_kind(recording_id), record.id)
        for link in record.links:
            for recording_id in twins[link.recording_id]:
                shift = SHIFT_S if recording_id != link.recording_id else Fraction(0)
                self._forget_stretch(recording_id, link.range, shift)
        self._askings.forget(record.id)
        for document in self._vault.list_documents("export"):
            if decode_stored(document.body, ProofExport).consent_id == record.id:
                self._vault.delete_document("export", document.id)

    def _forget_stretch(self, recording_id: str, stretch: TimeRange, shift: Fraction) -> None:
        self._recordings.forget_partner(recording_id, stretch, shift)
        for forget in self._forgetters:
            forget(recording_id, stretch.widened(shift, stretch.end + shift))

    # ── evidence ──

    def _evidence(self, record_id: str, evidence_id: str) -> Evidence:
        for item in self._stored(record_id).record.evidence:
            if item.id == evidence_id:
                return item
        raise NotFoundError("evidence.unknown")

    def export_evidence(self, record_id: str, evidence_id: str, path: Path) -> None:
        """Write the content of a piece of evidence to ``path``, whole or not at all."""
        self._vault.export_blob(self._evidence(record_id, evidence_id).id, path)


def _check_spoken(draft: ConsentDraft, links: tuple[ConversationLink, ...]) -> None:
    """Return if what was heard fits the answers and was said in the conversation itself.

    Raises:
        MalformedError: A purpose was granted though no yes was heard (``draft.heard``), or the
            answer, or the whole question, lies outside the conversation or clip
            (``draft.answer-outside``).
    """
    spoken = draft.spoken
    if spoken is None:
        return
    if Answer.YES in draft.answers.values() and spoken.heard is not Answer.YES:
        raise MalformedError("draft.heard")
    if not any(
        link.recording_id == spoken.recording_id
        and link.range.widened(ANSWER_SLACK, link.range.end + ANSWER_SLACK).encloses(spoken.answer)
        and link.range.overlap(spoken.question) > 0
        for link in links
    ):
        raise MalformedError("draft.answer-outside")


def _renewed(row: RecordRow, stored: StoredRecord, now: datetime) -> RecordRow:
    """Return the row as it is ``now``; time alone changes neither grade nor body."""
    grade = Grade(row.grade)
    return record_row(stored.record, stored.receipts, grade, now, has_token=row.has_token)


def _kind(record: ConsentRecord) -> str:
    """Return the kind of the log entry that a new record makes: its weightiest answer."""
    steps = {event.step for event in record.events}
    for step in (Step.GRANT, Step.REFUSE, Step.DEFER):
        if step in steps:
            return step.value
    return Step.REQUEST.value
