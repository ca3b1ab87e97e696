"""Finished videos held against the consents: made, kept, judged anew when something changed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

from consentkit.domain.claims import Timeline
from consentkit.domain.coverage import CoverageMap, Lane
from consentkit.domain.decision import totals
from consentkit.domain.gate import Effect
from consentkit.domain.lineage import Lineage, reconciled
from consentkit.domain.plan import PublishPlan
from consentkit.domain.splice import SpliceFinding
from consentkit.kernel.clock import Clock
from consentkit.kernel.digest import file_sha256_hex
from consentkit.kernel.errors import InputError, NotFoundError, StateError, VaultError
from consentkit.kernel.limits import TIMELINE_MAX_BYTES
from consentkit.kernel.progress import CancelToken, Progress, ProgressUpdate, silent
from consentkit.kernel.small_files import read_bounded
from consentkit.kernel.timebase import TimeRange, format_time, union
from consentkit.media.match.coverage import find_coverage
from consentkit.services.check_judging import CheckJudge
from consentkit.services.check_views import (
    CheckCard,
    CheckSpan,
    ConversationTotal,
    EditCheck,
    Outdated,
    OwnMark,
)
from consentkit.services.consents import ConsentService
from consentkit.services.edit_scans import CHECKPOINTS_KEPT, EditScan, EditScans
from consentkit.services.gating import GateService
from consentkit.services.ledger import Ledger, new_id
from consentkit.services.policies import core_pack
from consentkit.services.print_library import PrintLibrary
from consentkit.services.recordings import RecordingService
from consentkit.services.stored_check import BODY, CARD, EditFacts, StoredCard, StoredCheck
from consentkit.services.tap_views import (
    blank_stretches,
    filmstrip_of,
    silent_stretches,
    waveform_of,
)
from consentkit.services.views import Filmstrip, Waveform
from consentkit.vault.rows import Document
from consentkit.vault.vault import Vault
from consentkit.wire.check_report import CheckReport, encode_check_report
from consentkit.wire.gate_case import GateCase
from consentkit.wire.receipt import JSONLike, plain_entry
from consentkit.wire.timeline_file import parse_timeline
from consentkit.wire.v1.stored import decode_stored, encode_stored

_PRINTS = ("sound-prints", "picture-prints")
_NOTHING = CoverageMap(Fraction(0), (), ())
_NO_FACTS = EditFacts("", 0, Fraction(0), has_picture=False, has_sound=False)

OnProvisional = Callable[[EditCheck], None]
Stretches = tuple[tuple[Lane, TimeRange], ...]


@dataclass(frozen=True, slots=True)
class MadeCheck:
    """A check that is not kept yet.

    Attributes:
        check: The check.
        case: The decision on its plan with all it rests on; None without a plan.
    """

    check: StoredCheck
    case: GateCase | None


class CheckService:
    """The checks of one vault.

    Args:
        vault: The open vault.
        clock: Tells when a check was made, and for which moment consent is asked.
        ledger: Takes the entries of own material.
        recordings: The library.
        consents: The records.
        prints: The fingerprints of all recordings.
        gate: Decides on plans for publishing.
    """

    def __init__(
        self,
        vault: Vault,
        clock: Clock,
        ledger: Ledger,
        recordings: RecordingService,
        consents: ConsentService,
        prints: PrintLibrary,
        gate: GateService,
    ) -> None:
        self._vault = vault
        self._clock = clock
        self._ledger = ledger
        self._recordings = recordings
        self._prints = prints
        self._gate = gate
        self._scans = EditScans(vault, clock)
        self._judge = CheckJudge(vault, recordings, consents)
        self._removed: dict[str, tuple[Document, Document]] = {}
        self._followers: list[Callable[[str, StoredCheck | None], None]] = []
        self._completing: list[Callable[[StoredCheck, PublishPlan], PublishPlan]] = []
        self._digests: dict[Path, tuple[tuple[int, ...], str]] = {}

    def follow(self, follower: Callable[[str, StoredCheck | None], None]) -> None:
        """Call ``follower`` with every check that is kept, or with None when it is removed.

        It is called within the transaction: what it writes is kept or undone together with it.
        """
        self._followers.append(follower)

    def complete_plans(self, completing: Callable[[StoredCheck, PublishPlan], PublishPlan]) -> None:
        """Have ``completing`` add to a plan what is known here, before the gate is asked."""
        self._completing.append(completing)

    # ── checking ──

    def check(
        self,
        path: Path,
        timeline: Path | None = None,
        rate: Fraction | None = None,
        *,
        plan: PublishPlan | None = None,
        quick: bool = False,
        progress: Progress = silent,
        cancel: CancelToken | None = None,
        on_provisional: OnProvisional | None = None,
    ) -> EditCheck:
        """Find where a video comes from and what consent says of it, and keep the result.

        A vault that is only read keeps nothing; the result says so.

        Args:
            path: The finished video; its content is not trusted.
            timeline: A timeline of it (OTIO, EDL, FCP7 XML, FCPX XML), whose claims are checked.
            rate: Frames per second of a timeline that does not name them.
            plan: What is to be published where; the gate decides on it, and its decision is kept
                and logged. None takes the plan of a former check of the same video.
            quick: Stop after the quick scan; the result is provisional and not kept.
            progress: Told how far it is, step by step.
            cancel: Asked several times a second.
            on_provisional: Takes a provisional result from the quick scan, if one is made.

        Raises:
            InputError: Video or timeline cannot be read; ``timeline.rate-needed``.
            LimitError: The timeline is larger than any.
            MalformedError: With a plan: the packs of rules are wrong or contradict each other.
            StateError: With a plan: the log takes no entry; nothing was kept.
            ResourceError: The decoder died or the disk is full; nothing was kept.
            VaultDamagedError: The index of fingerprints cannot be read and not be made anew.
            Cancelled: A stop was asked for; nothing was kept.
        """
        path = path.resolve()
        draft = StoredCheck(
            id=new_id("chk"),
            path=path,
            facts=_NO_FACTS,
            made_at=self._clock.now(),
            judged_at=self._clock.now(),
            coverage=_NOTHING,
            timeline=_read_timeline(timeline, rate) if timeline is not None else None,
            plan=plan,
        )
        self._prints.bring_up_to_date(progress, cancel)
        if quick:
            scan = self._scans.quick(path, progress, cancel)
            hasty = self._made(draft, scan, progress, cancel, is_provisional=True)
            return self._view(self._decided(hasty, scan)[0], scan, is_saved=False)
        on_quick = self._teller(draft, progress, cancel, on_provisional)
        scan = self._scans.scan(path, progress, cancel, on_quick)
        draft = self._continued(draft, scan.facts.sha256)
        checked = self._kept(self._made(draft, scan, progress, cancel), scan, progress, cancel)
        self.tidy()
        return checked

    def _continued(self, draft: StoredCheck, sha256: str) -> StoredCheck:
        """Return the draft in place of a former check of the same video, with its marks."""
        for document in self._vault.list_documents(CARD):
            if decode_stored(document.body, StoredCard).sha256 == sha256:
                before = self._load(document.id)
                timeline = draft.timeline or before.timeline
                plan = draft.plan or before.plan
                return replace(
                    draft,
                    id=before.id,
                    own=before.own,
                    timeline=timeline,
                    plan=plan,
                    lineage=before.lineage,
                )
        return draft

    def _teller(
        self,
        draft: StoredCheck,
        progress: Progress,
        cancel: CancelToken | None,
        on_provisional: OnProvisional | None,
    ) -> Callable[[EditScan], None] | None:
        """Return what makes a provisional check of a quick scan, if anybody wants one."""
        if on_provisional is None:
            return None

        def tell(scan: EditScan) -> None:
            made = self._made(draft, scan, progress, cancel, is_provisional=True)
            # A quick look compares the sound; where there is none it has nothing to tell.
            if made.coverage.lanes:
                on_provisional(self._view(self._decided(made, scan)[0], scan, is_saved=False))

        return tell

    def _kept(
        self,
        made: StoredCheck,
        scan: EditScan,
        progress: Progress,
        cancel: CancelToken | None,
    ) -> EditCheck:
        decided, case = self._decided(made, scan, progress, cancel)
        if self._vault.is_read_only:
            return self._view(decided, scan, is_saved=False)
        return self._view(self._save(decided, case), scan)

    def _decided(
        self,
        stored: StoredCheck,
        scan: EditScan | None = None,
        progress: Progress = silent,
        cancel: CancelToken | None = None,
    ) -> tuple[StoredCheck, GateCase | None]:
        """Return the check with the gate's decision on its plan, and what that rests on.

        Args:
            stored: The check, judged.
            scan: The scan it was made of; without one the file is read for its digest.
            progress: Told which person is looked at.
            cancel: Asked between persons.
        """
        if stored.plan is None:
            return replace(stored, gate=None, gate_id=""), None
        plan = stored.plan
        if stored.lineage is not None and stored.lineage.sha256 == stored.facts.sha256:
            plan = stored.lineage.completed(plan)
        for completing in self._completing:
            plan = completing(stored, plan)
        path, facts = stored.path, scan.facts if scan is not None else None
        file_sha256 = facts.sha256 if facts else self.file_digest(path, cancel=cancel)
        judged = self._judge.for_publication(stored, plan, self._clock.now(), file_sha256)
        case = self._gate.decide(plan, judged, progress, cancel)
        decision = case.decision
        codes = () if decision.is_passed else (*decision.reasons, *stored.reasons)
        decided = replace(
            stored,
            gate=decision,
            gate_id="",
            is_passed=decision.is_passed,
            reasons=tuple(dict.fromkeys(codes)),
            policies=tuple((pack.id, pack.version) for pack in decision.packs),
        )
        return decided, case

    def file_digest(
        self, path: Path, progress: Progress = silent, cancel: CancelToken | None = None
    ) -> str:
        """Return the digest of a file as it is now; empty when it is away.

        A file of hours is not read again while its size and times stay what they were when it was
        read last: a plan is decided anew with every word that changes in it.
        """
        try:
            found = path.stat()
            stamp = (found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
            known = self._digests.get(path)
            if known is None or known[0] != stamp:
                known = self._digests[path] = (stamp, file_sha256_hex(path, progress, cancel))
        except (OSError, InputError):
            return ""
        return known[1]

    def _made(
        self,
        draft: StoredCheck,
        scan: EditScan,
        progress: Progress,
        cancel: CancelToken | None,
        *,
        is_provisional: bool = False,
    ) -> StoredCheck:
        """Return the check of a scan, found and judged."""
        duration = scan.facts.duration
        coverage = find_coverage(
            scan.taps,
            duration,
            self._prints,
            progress,
            cancel,
            is_provisional=is_provisional,
        )
        coverage = self._judge.settled(coverage)
        made_of = draft.lineage if not is_provisional else None
        if made_of is not None and made_of.sha256 == scan.facts.sha256:
            coverage = reconciled(coverage, self._judge.settled(made_of.coverage))
        else:
            made_of = None
        progress(ProgressUpdate("check.judge"))
        if cancel is not None:
            cancel.check()
        left_out = len(self.left_out())
        quiet = silent_stretches(waveform_of(scan.taps.get("waveform")), duration)
        blank = blank_stretches(scan.taps.get("blank"), duration)
        padding = made_of.padding(duration) if made_of is not None else ()
        found = replace(
            draft,
            facts=scan.facts,
            coverage=coverage,
            silent=union((*quiet, *(made_of.silent if made_of else ()), *padding)),
            blank=union((*blank, *(made_of.blank if made_of else ()), *padding)),
            findings=self._judge.findings(coverage),
            claims=self._judge.claims(draft.timeline, coverage) if draft.timeline else (),
            recordings=len(self._vault.list_recordings()) - left_out,
            left_out=left_out,
        )
        return self._judge.judged(found, self._clock.now())

    def check_again(
        self,
        check_id: str,
        progress: Progress = silent,
        cancel: CancelToken | None = None,
        on_provisional: OnProvisional | None = None,
    ) -> EditCheck:
        """Make a check anew, against all recordings there are now.

        The video itself is not needed while its scan is kept. A file of other content under the
        same path makes a new check.

        Raises:
            As ``check``.
        """
        stored = self._load(check_id)
        self._prints.bring_up_to_date(progress, cancel)
        draft = replace(stored, made_at=self._clock.now())
        scan = self._scans.kept(stored.facts.sha256)
        if scan is None:
            if not stored.path.is_file():
                raise InputError("edit.missing")
            on_quick = self._teller(draft, progress, cancel, on_provisional)
            scan = self._scans.scan(stored.path, progress, cancel, on_quick)
        if scan.facts.sha256 != stored.facts.sha256:
            draft = replace(draft, id=new_id("chk"), own=())
        return self._kept(self._made(draft, scan, progress, cancel), scan, progress, cancel)

    def make_redacted(
        self,
        work: Path,
        path: Path,
        own: tuple[OwnMark, ...],
        plan: PublishPlan,
        lineage: Lineage,
        progress: Progress = silent,
        cancel: CancelToken | None = None,
    ) -> MadeCheck:
        """Check a video that was made here of a checked one, without keeping the check yet.

        Args:
            work: Where the video is at present.
            path: Where it will be.
            own: What of it was listed as own material.
            plan: What is to be published where; ``file_sha256`` is that of the video.
            lineage: What is known of it.
            progress: Told how far it is, step by step.
            cancel: Asked several times a second.

        Raises:
            As ``check``.
        """
        now = self._clock.now()
        draft = StoredCheck(
            id=new_id("chk"),
            path=path.resolve(),
            facts=_NO_FACTS,
            made_at=now,
            judged_at=now,
            coverage=_NOTHING,
            own=own,
            plan=plan,
            lineage=lineage,
        )
        self._prints.bring_up_to_date(progress, cancel)
        scan = self._scans.scan(work, progress, cancel, None)
        made = self._made(draft, scan, progress, cancel)
        return MadeCheck(*self._decided(made, scan, progress, cancel))

    def keep_redacted(self, made: MadeCheck, also: Callable[[StoredCheck], None]) -> EditCheck:
        """Keep a check that ``make_redacted`` made.

        Args:
            made: The check.
            also: Called within the transaction; when it raises, nothing was kept.

        Raises:
            StateError: The log takes no entry; nothing was kept.
            VaultError: The vault is only read.
        """
        self._require_writer()
        with self._vault.transaction():
            stored = self._put(made.check, made.case)
            also(stored)
        self._ledger.remember()
        return self.get(stored.id)

    # ── the list ──

    def has_recordings(self) -> bool:
        """Return whether there is anything to compare with."""
        return bool(self._vault.list_recordings())

    def left_out(self) -> frozenset[str]:
        """Return the recordings that cannot be compared: no fingerprints are kept of them."""
        known = {key for tap in _PRINTS for key in self._vault.scan_stamps(tap)}
        return frozenset(row.id for row in self._vault.list_recordings()) - known

    def bring_recordings_up_to_date(
        self, progress: Progress = silent, cancel: CancelToken | None = None
    ) -> None:
        """Scan recordings again whose results lack something; those whose file is away stay.

        Raises:
            VerificationError: A file is not the one that was added.
            ResourceError: The decoder died or the disk is full.
            Cancelled: A stop was asked for; what was done stays done.
        """
        for stale in self._recordings.stale_recordings():
            if not stale.is_missing:
                self._recordings.rescan(stale.recording_id, progress, cancel)
        self._prints.bring_up_to_date(progress, cancel)

    def cards(self) -> tuple[CheckCard, ...]:
        """Return the checks, the newest first."""
        found = []
        for document in self._vault.list_documents(CARD):
            card = decode_stored(document.body, StoredCard)
            found.append(
                CheckCard(
                    document.id,
                    card.path,
                    document.created_at,
                    card.duration,
                    card.is_passed,
                    card.undecided_s,
                    not card.path.is_file(),
                    self._scans.thumbnail(card.sha256),
                )
            )
        return tuple(found)

    def get(self, check_id: str) -> EditCheck:
        """Return a check as it was judged, with whether that still holds.

        Raises:
            NotFoundError: There is none with that identifier.
        """
        stored = self._load(check_id)
        return replace(self._shown(stored), outdated=self._outdated(stored))

    def _outdated(self, stored: StoredCheck) -> frozenset[Outdated]:
        found = set()
        if any(row.added_at > stored.made_at for row in self._vault.list_recordings()):
            found.add(Outdated.RECORDINGS)
        now = self._judge.judged(stored, self._clock.now())
        if now.judged != stored.judged:
            found.add(Outdated.CONSENTS)
        return frozenset(found)

    def rejudge(self, check_id: str) -> EditCheck:
        """Judge a check anew by the permissions and conversations of this moment.

        Raises:
            NotFoundError: There is none with that identifier.
        """
        stored = self._judge.judged(self._load(check_id), self._clock.now())
        decided, case = self._decided(stored)
        if self._vault.is_read_only:
            return replace(self._shown(decided), is_saved=False)
        self._save(decided, case)
        return self.get(check_id)

    def set_plan(
        self,
        check_id: str,
        plan: PublishPlan | None,
        progress: Progress = silent,
        cancel: CancelToken | None = None,
    ) -> EditCheck:
        """Keep with a check what is to be published where, and have the gate decide on it.

        A vault that is only read keeps nothing; the result says so.

        Args:
            check_id: The check.
            plan: The plan; None takes it away, with its decision.
            progress: Told which person is looked at.
            cancel: Asked while the file's digest is made, and between persons.

        Raises:
            NotFoundError: There is no such check.
            MalformedError: The packs of rules are wrong or contradict each other.
            StateError: The log takes no entry; nothing was kept.
            Cancelled: A stop was asked for; nothing was kept.
        """
        planned = replace(self._load(check_id), plan=plan)
        stored = self._judge.judged(planned, self._clock.now())
        decided, case = self._decided(stored, None, progress, cancel)
        if self._vault.is_read_only:
            return replace(self._shown(decided), is_saved=False)
        self._save(decided, case)
        return self.get(check_id)

    def remove(self, check_id: str) -> None:
        """Take a check off the list; ``bring_back`` undoes it while the vault is open.

        Raises:
            NotFoundError: There is none with that identifier.
            VaultError: The vault is only read.
        """
        card = self._vault.find_document(CARD, check_id)
        body = self._vault.find_document(BODY, check_id)
        if card is None or body is None:
            raise NotFoundError("check.not-found")
        with self._vault.transaction():
            self._vault.delete_document(CARD, check_id)
            self._vault.delete_document(BODY, check_id)
            for follower in self._followers:
                follower(check_id, None)
        self._removed[check_id] = (card, body)

    def bring_back(self, check_id: str) -> None:
        """Put a check back that was removed since the vault was opened.

        Raises:
            NotFoundError: None was removed under that identifier.
        """
        documents = self._removed.pop(check_id, None)
        if documents is None:
            raise NotFoundError("check.not-found")
        with self._vault.transaction():
            for document in documents:
                self._vault.put_document(document)
            for follower in self._followers:
                follower(check_id, self._load(check_id))

    def tidy(self, checkpoints_kept: timedelta = CHECKPOINTS_KEPT) -> None:
        """Drop scans of videos that no check shows; does nothing in a vault that is only read.

        Args:
            checkpoints_kept: How long scans of recordings that broke off are kept.
        """
        if self._vault.is_read_only:
            return
        shown = {
            decode_stored(document.body, StoredCard).sha256
            for document in (
                *self._vault.list_documents(CARD),
                *(card for card, _body in self._removed.values()),
            )
        }
        self._scans.tidy(frozenset(shown), checkpoints_kept)

    # ── own material ──

    def mark_own(self, check_id: str, stretches: Stretches, reason: str) -> EditCheck:
        """Declare stretches the creator's own material, and enter that into the log.

        Only what is of unknown origin, or lies outside of conversations, becomes own by it.

        Raises:
            NotFoundError: There is no such check.
            MalformedError: The reason is empty or too long.
            StateError: The log takes no entry.
            VaultError: The vault is only read.
        """
        self._require_writer()
        now = self._clock.now()
        marks = tuple(OwnMark(lane, edit, reason.strip(), now) for lane, edit in stretches)
        stored = self._load(check_id)
        kept = tuple(mark for mark in stored.own if (mark.lane, mark.edit) not in stretches)
        own = tuple(sorted((*kept, *marks), key=lambda mark: (mark.lane, mark.edit)))
        return self._with_own(stored, own, "own", stretches, reason.strip())

    def unmark_own(self, check_id: str, stretches: Stretches) -> EditCheck:
        """Take marks of own material back, and enter that into the log.

        Raises:
            NotFoundError: There is no such check.
            StateError: The log takes no entry.
            VaultError: The vault is only read.
        """
        self._require_writer()
        stored = self._load(check_id)
        own = tuple(mark for mark in stored.own if (mark.lane, mark.edit) not in stretches)
        return self._with_own(stored, own, "not-own", stretches, "")

    def _require_writer(self) -> None:
        if self._vault.is_read_only:
            raise VaultError("vault.read-only")

    def _with_own(
        self,
        stored: StoredCheck,
        own: tuple[OwnMark, ...],
        kind: str,
        stretches: Stretches,
        reason: str,
    ) -> EditCheck:
        made, case = self._decided(self._judge.judged(replace(stored, own=own), self._clock.now()))
        listed: dict[str, JSONLike] = {
            "edit_sha256": stored.facts.sha256,
            "stretches": [
                {
                    "lane": lane.value,
                    "start": format_time(edit.start, decimals=3),
                    "end": format_time(edit.end, decimals=3),
                }
                for lane, edit in stretches
            ],
            "reason": reason,
        }
        with self._vault.transaction():
            self._ledger.enter(plain_entry(self._ledger.head(kind), "own_material", listed))
            self._put(made, case)
        self._ledger.remember()
        return self.get(stored.id)

    # ── keeping and showing ──

    def _save(self, stored: StoredCheck, case: GateCase | None) -> StoredCheck:
        """Keep a check, and the decision on its plan with an entry in the log."""
        stored = self._put(stored, case)
        if case is not None:
            self._ledger.remember()
        return stored

    def _put(self, stored: StoredCheck, case: GateCase | None) -> StoredCheck:
        """Keep a check as ``_save`` does, in a transaction that the caller may widen."""
        with self._vault.transaction():
            if case is not None:
                stored = replace(stored, gate_id=self._gate.keep(case))
            for kind, value in ((CARD, stored.card), (BODY, stored)):
                body = encode_stored(value).decode()
                self._vault.put_document(Document(kind, stored.id, stored.made_at, body))
            for follower in self._followers:
                follower(stored.id, stored)
        return stored

    def stored(self, check_id: str) -> StoredCheck:
        """Return a check as it is kept, with all persons of every stretch.

        Raises:
            NotFoundError: There is none with that identifier.
        """
        return self._load(check_id)

    def publication_case(
        self,
        check_id: str,
        progress: Progress = silent,
        cancel: CancelToken | None = None,
    ) -> GateCase:
        """Return what the gate says of a check's plan at this moment, without keeping it.

        Raises:
            NotFoundError: There is no such check.
            StateError: It has no plan (``redaction.no-plan``).
            MalformedError: The packs of rules are wrong or contradict each other.
            Cancelled: A stop was asked for.
        """
        stored = self._judge.judged(self._load(check_id), self._clock.now())
        case = self._decided(stored, None, progress, cancel)[1]
        if case is None:
            raise StateError("redaction.no-plan")
        return case

    def still_passes(
        self,
        check_id: str,
        progress: Progress = silent,
        cancel: CancelToken | None = None,
    ) -> bool:
        """Return whether the kept decision passes, and the gate would say the same at this moment.

        What a decision rests on changes without the check: money, thumbnails, complaints, terms.
        Whether the file is the one that was checked is not asked here.

        Raises:
            NotFoundError: There is no such check.
            MalformedError: The packs of rules are wrong or contradict each other.
            Cancelled: A stop was asked for.
        """
        gate = self._load(check_id).gate
        if gate is None or not gate.is_passed:
            return False
        outcomes = self.publication_case(check_id, progress, cancel).decision.outcomes
        return all(
            item.effect is not Effect.BLOCK or item.rule == "core.same-file" for item in outcomes
        )

    def splices_in(self, coverage: CoverageMap) -> tuple[SpliceFinding, ...]:
        """Return what the splice guard finds in a video that is made of recordings like this."""
        return self._judge.findings(coverage)

    def names(self, check_id: str) -> dict[str, str]:
        """Return the names of everybody in a video, by record and by conversation.

        Raises:
            NotFoundError: There is no such check.
        """
        found: dict[str, str] = {}
        for total in self._totals(self._load(check_id)):
            for key in (total.conversation_id, total.consent_id):
                if key and total.partner:
                    found.setdefault(key, total.partner)
        return found

    def _load(self, check_id: str) -> StoredCheck:
        document = self._vault.find_document(BODY, check_id)
        if document is None:
            raise NotFoundError("check.not-found")
        return decode_stored(document.body, StoredCheck)

    def _shown(self, stored: StoredCheck) -> EditCheck:
        sha256 = stored.facts.sha256
        strip = filmstrip_of(self._scans.tap(sha256, "filmstrip"))
        wave = waveform_of(self._scans.tap(sha256, "waveform"))
        return self._viewed(stored, strip, wave)

    def _view(self, stored: StoredCheck, scan: EditScan, *, is_saved: bool = True) -> EditCheck:
        strip = filmstrip_of(scan.taps.get("filmstrip"))
        wave = waveform_of(scan.taps.get("waveform"))
        return self._viewed(stored, strip, wave, is_saved=is_saved)

    def _viewed(
        self, stored: StoredCheck, strip: Filmstrip, wave: Waveform, *, is_saved: bool = True
    ) -> EditCheck:
        return EditCheck(
            id=stored.id,
            path=stored.path,
            sha256=stored.facts.sha256,
            duration=stored.facts.duration,
            made_at=stored.judged_at,
            lanes=stored.coverage.lanes,
            spans=_check_spans(stored),
            totals=self._totals(stored),
            is_passed=stored.is_passed,
            reasons=stored.reasons,
            undecided_s=stored.undecided_s,
            findings=stored.findings,
            claims=stored.claims,
            is_provisional=stored.coverage.is_provisional,
            filmstrip=strip,
            waveform=wave,
            policies=stored.policies,
            own_marks=stored.own,
            is_saved=is_saved,
            is_missing=not stored.path.is_file(),
            recordings_compared=stored.recordings,
            recordings_left_out=stored.left_out,
            frame_rate=stored.facts.frame_rate,
            plan=stored.plan,
            gate=stored.gate,
            gate_id=stored.gate_id,
            damage=stored.facts.damage,
        )

    def _totals(self, stored: StoredCheck) -> tuple[ConversationTotal, ...]:
        uses = totals(stored.judged, core_pack())
        ids = dict.fromkeys(use.recording_id for use in uses)
        titles = {key: self._title(key) for key in ids}
        partners = {
            view.conversation.id: view.partner
            for key in ids
            for view in self._recordings.views(key)
        }
        return tuple(
            ConversationTotal(
                use.conversation_id,
                use.recording_id,
                titles[use.recording_id],
                partners.get(use.conversation_id, ""),
                use.consent_id,
                use.picture_s,
                use.sound_s,
                use.verdict,
                use.reasons,
                use.first_at,
            )
            for use in uses
        )

    def _title(self, recording_id: str) -> str:
        try:
            return self._recordings.get(recording_id).title
        except NotFoundError:
            return ""

    @staticmethod
    def report(check: EditCheck) -> bytes:
        """Return the report of a check as JSON, ``consentkit.check/1``."""
        return encode_check_report(
            CheckReport(
                str(check.path),
                check.sha256,
                check.duration,
                check.spans,
                check.is_passed,
                check.reasons,
                check.policies,
                check.undecided_s,
                check.totals,
                check.findings,
                check.claims or None,
                check.is_provisional,
                check.gate,
            )
        )

    # ── erasing ──

    def forget(self, recording_id: str, stretch: TimeRange) -> None:
        """Drop the pictures of a stretch of a recording from every kept scan of a video."""
        for document in self._vault.list_documents(BODY):
            stored = decode_stored(document.body, StoredCheck)
            shown = tuple(
                match.edit
                for match in stored.coverage.matches
                if match.recording_id == recording_id and match.source.overlap(stretch) > 0
            )
            if shown:
                self._scans.forget(stored.facts.sha256, shown)
        self._removed.clear()

    def forget_unshown(
        self, _progress: Progress = silent, _cancel: CancelToken | None = None
    ) -> None:
        """Drop every kept scan that no check shows, as it may hold what was just erased."""
        self.tidy(timedelta(0))


def _check_spans(stored: StoredCheck) -> tuple[CheckSpan, ...]:
    return tuple(
        CheckSpan(
            item.span,
            item.consent_id,
            item.verdict,
            item.codes,
            tuple(condition.value for condition in item.conditions),
            tuple(reason.detail for reason in item.reasons),
        )
        for item in stored.judged
    )


def _read_timeline(path: Path, rate: Fraction | None) -> Timeline:
    return parse_timeline(read_bounded(path, TIMELINE_MAX_BYTES), path.suffix, rate)
