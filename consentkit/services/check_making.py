"""Checks of finished videos: found, judged, decided on and kept, with those of redacted ones."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

from consentkit.domain.claims import Timeline
from consentkit.domain.coverage import CoverageMap, Lane
from consentkit.domain.lineage import Lineage, reconciled
from consentkit.domain.plan import PublishPlan
from consentkit.kernel.clock import Clock
from consentkit.kernel.digest import file_sha256_hex
from consentkit.kernel.errors import InputError, NotFoundError, VaultError
from consentkit.kernel.limits import TIMELINE_MAX_BYTES
from consentkit.kernel.progress import CancelToken, Progress, ProgressUpdate, silent
from consentkit.kernel.small_files import read_bounded
from consentkit.kernel.timebase import TimeRange, union
from consentkit.media.match.coverage import find_coverage
from consentkit.services.check_judging import CheckJudge
from consentkit.services.check_showing import CheckShow
from consentkit.services.check_views import EditCheck, Outdated, OwnMark
from consentkit.services.consents import ConsentService
from consentkit.services.edit_scans import CHECKPOINTS_KEPT, EditScan, EditScans
from consentkit.services.gating import GateService
from consentkit.services.ledger import Ledger, new_id
from consentkit.services.print_library import PrintLibrary
from consentkit.services.recordings import RecordingService
from consentkit.services.stored_check import BODY, CARD, EditFacts, StoredCard, StoredCheck
from consentkit.services.tap_views import blank_stretches, silent_stretches, waveform_of
from consentkit.vault.rows import Document
from consentkit.vault.vault import Vault
from consentkit.wire.gate_case import GateCase
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


class CheckMaking:
    """The checks of one vault, as far as they are made and kept.

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
        self._show = CheckShow(recordings, self._scans)
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
            return self._show.scanned(self._decided(hasty, scan)[0], scan, is_saved=False)
        on_quick = self._teller(draft, progress, cancel, on_provisional)
        scan = self._scans.scan(path, progress, cancel, on_quick)
        draft = self._continued(draft, scan.facts.sha256)
        checked = self._kept(self._made(draft, scan, progress, cancel), scan, progress, cancel)
        self.tidy()
        return checked

    def left_out(self) -> frozenset[str]:
        """Return the recordings that cannot be compared: no fingerprints are kept of them."""
        known = {key for tap in _PRINTS for key in self._vault.scan_stamps(tap)}
        return frozenset(row.id for row in self._vault.list_recordings()) - known

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
                on_provisional(
                    self._show.scanned(self._decided(made, scan)[0], scan, is_saved=False)
                )

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
            return self._show.scanned(decided, scan, is_saved=False)
        return self._show.scanned(self._save(decided, case), scan)

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

    # ── deciding ──

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

    # ── redacted ──

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

    # ── keeping ──

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

    def get(self, check_id: str) -> EditCheck:
        """Return a check as it was judged, with whether that still holds.

        Raises:
            NotFoundError: There is none with that identifier.
        """
        stored = self._load(check_id)
        return replace(self._show.kept(stored), outdated=self._outdated(stored))

    def stored(self, check_id: str) -> StoredCheck:
        """Return a check as it is kept, with all persons of every stretch.

        Raises:
            NotFoundError: There is none with that identifier.
        """
        return self._load(check_id)

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

    def _outdated(self, stored: StoredCheck) -> frozenset[Outdated]:
        found = set()
        if any(row.added_at > stored.made_at for row in self._vault.list_recordings()):
            found.add(Outdated.RECORDINGS)
        now = self._judge.judged(stored, self._clock.now())
        if now.judged != stored.judged:
            found.add(Outdated.CONSENTS)
        return frozenset(found)

    def _load(self, check_id: str) -> StoredCheck:
        document = self._vault.find_document(BODY, check_id)
        if document is None:
            raise NotFoundError("check.not-found")
        return decode_stored(document.body, StoredCheck)

    def _require_writer(self) -> None:
        if self._vault.is_read_only:
            raise VaultError("vault.read-only")


def _read_timeline(path: Path, rate: Fraction | None) -> Timeline:
    return parse_timeline(read_bounded(path, TIMELINE_MAX_BYTES), path.suffix, rate)
