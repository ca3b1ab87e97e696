"""Checks of finished videos: listed, judged anew when something changed, own material marked."""

from dataclasses import replace
from datetime import timedelta

from consentkit.domain.coverage import CoverageMap
from consentkit.domain.gate import Effect
from consentkit.domain.plan import PublishPlan
from consentkit.domain.splice import SpliceFinding
from consentkit.kernel.errors import NotFoundError, StateError
from consentkit.kernel.progress import CancelToken, Progress, silent
from consentkit.kernel.timebase import TimeRange, format_time
from consentkit.services.check_making import CheckMaking, Stretches
from consentkit.services.check_views import CheckCard, EditCheck, OwnMark
from consentkit.services.stored_check import BODY, CARD, StoredCard, StoredCheck
from consentkit.wire.check_report import CheckReport, encode_check_report
from consentkit.wire.gate_case import GateCase
from consentkit.wire.receipt import JSONLike, plain_entry
from consentkit.wire.v1.stored import decode_stored


class CheckService(CheckMaking):
    """The checks of one vault."""

    # ── the list ──

    def has_recordings(self) -> bool:
        """Return whether there is anything to compare with."""
        return bool(self._vault.list_recordings())

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

    def rejudge(self, check_id: str) -> EditCheck:
        """Judge a check anew by the permissions and conversations of this moment.

        Raises:
            NotFoundError: There is none with that identifier.
        """
        stored = self._judge.judged(self._load(check_id), self._clock.now())
        decided, case = self._decided(stored)
        if self._vault.is_read_only:
            return replace(self._show.kept(decided), is_saved=False)
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
            return replace(self._show.kept(decided), is_saved=False)
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

    # ── asking ──

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
        for total in self._show.totals(self._load(check_id)):
            for key in (total.conversation_id, total.consent_id):
                if key and total.partner:
                    found.setdefault(key, total.partner)
        return found

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
