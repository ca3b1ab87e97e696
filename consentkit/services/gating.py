"""Decisions on publishing: what the vault knows, brought before the gate, kept and logged."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from consentkit.domain.clearance import JudgedSpan
from consentkit.domain.consent import ConsentRecord, Status
from consentkit.domain.gate_facts import (
    GateFacts,
    PersonFacts,
    RecordChecks,
    RecordingFacts,
    person_facts,
)
from consentkit.domain.plan import PublishPlan
from consentkit.domain.report import Outcome, VerificationReport
from consentkit.domain.splice import SpliceFinding
from consentkit.kernel.errors import (
    NotFoundError,
    ResourceError,
    StateError,
    VaultDamagedError,
    VerificationError,
)
from consentkit.kernel.limits import PLAN_MAX_BYTES
from consentkit.kernel.progress import CancelToken, Progress, ProgressUpdate, silent
from consentkit.kernel.small_files import read_bounded
from consentkit.services.consents import ConsentService
from consentkit.services.ledger import Ledger, new_id, short_id
from consentkit.services.policies import all_packs
from consentkit.services.proofs import ProofService
from consentkit.services.recordings import RecordingService
from consentkit.services.timestamps import TimeService
from consentkit.vault.rows import Document
from consentkit.vault.vault import Vault
from consentkit.wire.gate_case import (
    GateCase,
    decode_gate_case,
    encode_gate_case,
    gate_claims,
    make_gate_case,
    verify_gate_case,
)
from consentkit.wire.plan_file import parse_plan_file
from consentkit.wire.receipt import plain_entry

CASE = "gate-case"
"""Kind of the documents that hold decisions with all they rest on."""

ENTRY = "gate-entry"
"""Kind of the documents that keep a decision's log entry with what is hidden in it."""

_LONGEST_CHAIN = 20
"""Records that supersede one another; askings of older ones lie years back."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A check, judged for the moment of publication.

    Attributes:
        spans: What consent says then.
        records: The records that may have been asked, by identifier.
        at: The moment of publication.
        known_by: What was recorded later does not count.
        splices: What the splice guard found.
        checked_sha256: Digest of the file whose coverage was found.
        file_sha256: Digest of the file as it is now; empty when it was not read.
        is_provisional: From a quick scan.
        has_unheard_sound: It has streams of sound that nobody listened to.
    """

    spans: tuple[JudgedSpan, ...]
    records: Mapping[str, ConsentRecord]
    at: datetime
    known_by: datetime
    splices: tuple[SpliceFinding, ...]
    checked_sha256: str
    file_sha256: str
    is_provisional: bool
    has_unheard_sound: bool


def read_plan(path: Path) -> PublishPlan:
    """Return the plan that a ``plan.toml`` holds.

    Raises:
        InputError: It cannot be read, or is not to its form; with ``line`` and ``field``.
        LimitError: It is longer than any plan.
    """
    return parse_plan_file(read_bounded(path, PLAN_MAX_BYTES))


class GateService:
    """The gate of one vault.

    Args:
        vault: The open vault.
        ledger: Takes an entry for every decision that is kept.
        time: Knows which tokens are still to come.
        recordings: The library.
        consents: The records.
        proofs: Builds a proof of a record to see that it verifies.
    """

    def __init__(
        self,
        vault: Vault,
        ledger: Ledger,
        time: TimeService,
        recordings: RecordingService,
        consents: ConsentService,
        proofs: ProofService,
    ) -> None:
        self._vault = vault
        self._ledger = ledger
        self._time = time
        self._recordings = recordings
        self._consents = consents
        self._proofs = proofs

    # ── deciding ──

    def decide(
        self,
        plan: PublishPlan,
        judged: Judged,
        progress: Progress = silent,
        cancel: CancelToken | None = None,
    ) -> GateCase:
        """Return the decision on a plan, with all it rests on.

        Raises:
            MalformedError: A pack of rules is wrong or contradicts another.
            ResourceError: The install is incomplete.
            Cancelled: A stop was asked for.
        """
        shown = (*(plan.thumbnail or ()), *(plan.title or ()))
        wanted = dict.fromkeys(
            [one for item in judged.spans for one in item.consent_ids]
            + [item.person for item in shown if item.person]
        )
        people: list[PersonFacts] = []
        for place, consent_id in enumerate(wanted):
            progress(ProgressUpdate("check.judge", place, len(wanted)))
            if cancel is not None:
                cancel.check()
            record = judged.records.get(consent_id) or self._record(consent_id)
            if record is not None:
                people.append(self._person(record, judged, cancel))
        facts = GateFacts(
            plan,
            judged.at,
            judged.known_by,
            judged.spans,
            tuple(people),
            judged.checked_sha256,
            judged.file_sha256,
            judged.splices,
            judged.is_provisional,
            judged.has_unheard_sound,
        )
        return make_gate_case(facts, all_packs())

    def _record(self, consent_id: str) -> ConsentRecord | None:
        try:
            return self._consents.stored(consent_id).record
        except (NotFoundError, StateError):
            return None  # Nobody of that name, or erased: the gate cannot tell and blocks.

    def _person(
        self, record: ConsentRecord, judged: Judged, cancel: CancelToken | None
    ) -> PersonFacts:
        detail = self._consents.detail(record.id)
        return person_facts(
            record,
            judged.at,
            judged.known_by,
            shown=detail.facts,
            checks=self._checks(record, cancel),
            recordings=self._known_recordings(record),
            former=self._former(record),
        )

    def _former(self, record: ConsentRecord) -> tuple[ConsentRecord, ...]:
        found: list[ConsentRecord] = []
        before = record.supersedes
        while before and len(found) < _LONGEST_CHAIN:
            former = self._record(before)
            if former is None:
                break
            found.append(former)
            before = former.supersedes
        return tuple(found)

    def _known_recordings(self, record: ConsentRecord) -> dict[str, RecordingFacts]:
        found: dict[str, RecordingFacts] = {}
        for item in record.evidence:
            if item.spoken is None:
                continue
            try:
                recording = self._recordings.get(item.spoken.recording_id)
            except NotFoundError:
                continue  # It was removed; whether it was the same one cannot be told.
            found[recording.id] = RecordingFacts(recording.sha256, recording.duration)
        return found

    # ── verifying a record ──

    def _checks(self, record: ConsentRecord, cancel: CancelToken | None) -> RecordChecks:
        index = self._consents.stored(record.id).receipts[-1].index
        times = self._time.proven_times(index)
        # Verified anew for every decision: what held yesterday may be damaged today.
        proven = [when for _, when, is_demonstration in times if not is_demonstration]
        return replace(
            self._verify(record, cancel),
            proven_at=min(proven, default=None),
            is_time_pending=not proven and self._time.pending().requests > 0,
        )

    def _verify(self, record: ConsentRecord, cancel: CancelToken | None) -> RecordChecks:
        digests = self._evidence_is_whole(record, cancel)
        try:
            report = self._proofs.trial(record.id, cancel)
        except (VerificationError, VaultDamagedError):
            failed = Outcome.FAILED
            return RecordChecks(failed, failed, digests, failed)
        except ResourceError:
            return RecordChecks(digests=digests)
        return RecordChecks(_line(report, "issuer"), _line(report, "log"), digests, _proof(report))

    def _evidence_is_whole(self, record: ConsentRecord, cancel: CancelToken | None) -> Outcome:
        for item in record.evidence:
            try:
                sealed = self._vault.get_blob(item.id)
                if sealed.sha256 != item.sha256:
                    return Outcome.FAILED
                self._vault.verify_blob(sealed, cancel=cancel)
            except (NotFoundError, VaultDamagedError):
                return Outcome.FAILED
        return Outcome.PASSED

    # ── keeping ──

    def keep(self, case: GateCase) -> str:
        """Enter a decision into the log, keep it with all it rests on, and return its identifier.

        To be called within a transaction of the vault.

        Raises:
            StateError: The log takes no entry.
            VaultError: The vault is only read.
        """
        case_id = new_id("gate")
        head = self._ledger.head("gate")
        _, entry = self._ledger.enter(plain_entry(head, "gate", gate_claims(case)), case_id)
        body = encode_gate_case(case).decode()
        for kind, text in ((CASE, body), (ENTRY, entry)):
            self._vault.put_document(Document(kind, case_id, case.decision.known_by, text))
        return case_id

    def case(self, case_id: str) -> GateCase:
        """Return a kept decision with all it rests on.

        Raises:
            NotFoundError: There is none with that identifier.
        """
        document = self._vault.find_document(CASE, case_id)
        if document is None:
            raise NotFoundError("gate.not-found")
        return decode_gate_case(document.body)

    def short_id(self, case_id: str) -> str:
        """Return the id of a kept decision that a person can read out, ``XXXX-XXXX``.

        It is made of the decision's log entry as that of a proof is made of its receipt; empty for
        decisions that were entered before entries named them.
        """
        found = self._vault.entry_index_for(case_id) if case_id else ()
        return short_id(self._vault.entry(found[0]).leaf.decode("ascii")) if found else ""

    def entry(self, case_id: str) -> tuple[int, str]:
        """Return the log entry of a kept decision: its place, and its SD-JWT.

        What is hidden in it is there unless the decision was about somebody who is erased.

        Raises:
            NotFoundError: The log has no entry that names it.
        """
        found = self._vault.entry_index_for(case_id) if case_id else ()
        if not found:
            raise NotFoundError("gate.not-found")
        document = self._vault.find_document(ENTRY, case_id)
        leaf = self._vault.entry(found[0]).leaf.decode("ascii")
        return found[0], f"{leaf}~" if document is None else document.body

    def forget_erased(
        self, _progress: Progress = silent, _cancel: CancelToken | None = None
    ) -> None:
        """Drop what decisions rest on where it tells of a person whose record was erased.

        The log keeps that there was a decision, and its digests.
        """
        for document in self._vault.list_documents(CASE):
            ids = [person.consent_id for person in decode_gate_case(document.body).facts.people]
            rows = self._vault.get_rows(ids)
            if any(row.status == Status.ERASED.value for row in rows.values()):
                for kind in (CASE, ENTRY):
                    self._vault.delete_document(kind, document.id)

    def replay(self, case_id: str) -> GateCase:
        """Return a kept decision after deciding again by the same facts and packs.

        Raises:
            NotFoundError: There is none with that identifier.
            VerificationError: The answer is another one, or other predicates were used.
        """
        case = self.case(case_id)
        verify_gate_case(case)
        return case


def _line(report: VerificationReport, code: str) -> Outcome:
    found: Iterable[Outcome] = (item.outcome for item in report.checks if item.code == code)
    return next(iter(found), Outcome.NOT_CHECKED)


def _proof(report: VerificationReport) -> Outcome:
    """Return whether a proof holds, but for time tokens that are still to come."""
    outcomes = {item.outcome for item in report.checks}
    if Outcome.FAILED in outcomes:
        return Outcome.FAILED
    needed = {_line(report, code) for code in ("integrity", "issuer", "log")}
    return Outcome.PASSED if needed == {Outcome.PASSED} else Outcome.NOT_CHECKED
