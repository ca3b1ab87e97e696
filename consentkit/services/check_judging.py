"""What consent says of a finished video's coverage, from what the vault holds at this moment."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction

from consentkit.domain.claims import Timeline, check_claims
from consentkit.domain.clearance import Knowledge, OwnMaterial, judge, judging_moment
from consentkit.domain.consent import ConsentRecord
from consentkit.domain.conversation import Conversations
from consentkit.domain.coverage import CoverageMap, Match, spans_of
from consentkit.domain.decision import decide
from consentkit.domain.evidence import SpokenAnswer
from consentkit.domain.gate_facts import planned_moment
from consentkit.domain.plan import PublishPlan
from consentkit.domain.splice import SpliceFinding, find_splices
from consentkit.domain.utterances import utterances_of
from consentkit.kernel.errors import NotFoundError, StateError
from consentkit.kernel.timebase import TimeRange
from consentkit.media.stored_tap import decode_tap_result
from consentkit.media.taps.base import TapResult
from consentkit.services.check_views import ClaimCheck
from consentkit.services.consents import ConsentService
from consentkit.services.coverage_links import StoredLink, link_kind
from consentkit.services.gating import Judged
from consentkit.services.policies import core_pack
from consentkit.services.recordings import RecordingService
from consentkit.services.stored_check import StoredCheck
from consentkit.services.tap_views import occupied_stretches
from consentkit.services.twins import Twins
from consentkit.vault.vault import Vault
from consentkit.wire.v1.stored import decode_stored


@dataclass(frozen=True, slots=True)
class Around:
    """What the vault holds about the recordings that an edit is from.

    Attributes:
        conversations: By recording; empty for one that was removed.
        records: By recording, the newest first.
        occupied: By recording, where a face is seen on the partner's side.
    """

    conversations: Mapping[str, Conversations]
    records: Mapping[str, tuple[ConsentRecord, ...]]
    occupied: Mapping[str, tuple[TimeRange, ...]]

    @property
    def all_records(self) -> tuple[ConsentRecord, ...]:
        """The records of all recordings."""
        return tuple(record for found in self.records.values() for record in found)


class CheckJudge:
    """Judges coverage.

    Args:
        vault: The open vault.
        recordings: Knows the conversations.
        consents: Opens the records.
    """

    def __init__(
        self, vault: Vault, recordings: RecordingService, consents: ConsentService
    ) -> None:
        self._vault = vault
        self._recordings = recordings
        self._consents = consents
        self._twins = Twins(vault, recordings)

    def settled(self, coverage: CoverageMap) -> CoverageMap:
        """Return coverage that names one recording where several are the same.

        It is the one with the newest record of what is shown; else the one added first.
        """
        twins = {one: self._twins.of(one) for one in {m.recording_id for m in coverage.matches}}
        if all(len(same) == 1 for same in twins.values()):
            return coverage
        matches = tuple(
            replace(match, recording_id=self._best(match, twins[match.recording_id]))
            for match in coverage.matches
        )
        return replace(coverage, matches=matches)

    def _best(self, match: Match, same: tuple[str, ...]) -> str:
        """Return the recording, of several that are the same, whose records count."""
        newest: tuple[datetime, str] | None = None
        for recording_id in same if len(same) > 1 else ():
            dated = self._dated(recording_id, (match.source,))
            if dated and (newest is None or dated[0][0] > newest[0]):
                newest = (dated[0][0], recording_id)
        return newest[1] if newest is not None else same[0]

    def judged(self, check: StoredCheck, now: datetime) -> StoredCheck:
        """Return the check with the verdicts of this moment; what the splice guard found stays."""
        check = replace(check, coverage=self.settled(check.coverage))
        around = self._around(check.coverage)
        pack = core_pack()
        moment = judging_moment(around.all_records, now)
        spans = spans_of(check.coverage, around.conversations)
        judged = judge(spans, _knowledge(check, around), pack, moment)
        decision = decide(
            judged,
            pack,
            is_provisional=check.coverage.is_provisional,
            has_unheard_sound=check.facts.has_unheard_sound,
        )
        return replace(
            check,
            judged_at=now,
            judged=judged,
            is_passed=decision.is_passed,
            reasons=decision.reasons,
            undecided_s=decision.undecided_s,
            policies=((pack.id, pack.version),),
        )

    def for_publication(
        self, check: StoredCheck, plan: PublishPlan, now: datetime, file_sha256: str
    ) -> Judged:
        """Return the check with the verdicts of the moment at which a plan publishes it.

        Args:
            check: The check.
            plan: The plan.
            now: The present.
            file_sha256: Digest of the file as it is now; empty when it was not read.
        """
        around = self._around(check.coverage)
        known_by = judging_moment(around.all_records, now)
        at = planned_moment(plan, known_by)
        spans = spans_of(check.coverage, around.conversations)
        return Judged(
            judge(spans, _knowledge(check, around), core_pack(), at, known_by),
            {record.id: record for record in around.all_records},
            at,
            known_by,
            check.findings,
            check.facts.sha256,
            file_sha256,
            check.coverage.is_provisional,
            check.facts.has_unheard_sound,
        )

    def findings(self, coverage: CoverageMap) -> tuple[SpliceFinding, ...]:
        """Return what the splice guard finds."""
        around = self._around(coverage)
        utterances = {key: self._utterances(key) for key in around.conversations}
        answers = {key: _answers(key, found) for key, found in around.records.items()}
        return find_splices(coverage, around.conversations, utterances, answers)

    def claims(self, timeline: Timeline, coverage: CoverageMap) -> tuple[ClaimCheck, ...]:
        """Return what the media say of a timeline's clips.

        Raises:
            LimitError: More clips lie above each other than in any timeline made by hand.
        """
        names: dict[str, tuple[str, ...]] = {}
        for card in self._recordings.cards():
            names[card.recording.id] = tuple({card.recording.title, card.path.name})
        for recording_id in {match.recording_id for match in coverage.matches}:
            same = self._twins.of(recording_id)
            names[recording_id] = tuple({name for one in same for name in names.get(one, ())})
        return tuple(
            ClaimCheck(
                claim.clip.lane,
                claim.clip.edit,
                claim.clip.name or claim.clip.media,
                claim.clip.source,
                claim.recording_id,
                claim.state,
            )
            for claim in check_claims(timeline, coverage, names)
        )

    # ── what the vault holds ──

    def _around(self, coverage: CoverageMap) -> Around:
        stretches: dict[str, list[TimeRange]] = {}
        for match in coverage.matches:
            stretches.setdefault(match.recording_id, []).append(match.source)
        conversations = {key: self.conversations(key) for key in stretches}
        return Around(
            conversations,
            {key: self._records(key, found) for key, found in stretches.items()},
            {key: self._occupied(key) for key in stretches},
        )

    def conversations(self, recording_id: str) -> Conversations:
        """Return the conversations of a recording; none of one that was removed."""
        return self._recordings.conversations(recording_id)

    def _records(
        self, recording_id: str, stretches: Iterable[TimeRange]
    ) -> tuple[ConsentRecord, ...]:
        """Return the records linked to what is in the edit, the newest first."""
        return tuple(record for _, record in self._dated(recording_id, stretches))

    def _dated(
        self, recording_id: str, stretches: Iterable[TimeRange]
    ) -> list[tuple[datetime, ConsentRecord]]:
        """Return those records with the time at which each was made."""
        # A conversation's edges may have been moved since its record was sealed.
        ranges = {item.id: item.range for item in self.conversations(recording_id)}
        wanted = tuple(stretches)
        ids = []
        for document in self._vault.list_documents(link_kind(recording_id)):
            links = decode_stored(document.body, StoredLink).links
            covered = [ranges.get(link.conversation_id, link.range) for link in links]
            if any(own.overlap(stretch) > 0 for own in covered for stretch in wanted):
                ids.append(document.id)
        rows = self._vault.get_rows(ids)
        found: list[tuple[datetime, ConsentRecord]] = []
        for record_id in ids:
            row = rows.get(record_id)
            if row is None:
                continue
            try:
                found.append((row.created_at, self._consents.stored(record_id).record))
            except (NotFoundError, StateError):
                continue  # It was erased meanwhile, and covers nothing any more.
        found.sort(key=lambda pair: pair[0], reverse=True)
        return found

    def _tap(self, recording_id: str, name: str) -> TapResult | None:
        row = self._vault.get_scan(recording_id, name)
        return decode_tap_result(row.data) if row is not None else None

    def _occupied(self, recording_id: str) -> tuple[TimeRange, ...]:
        return occupied_stretches(
            self._tap(recording_id, "faces"), self._tap(recording_id, "panes")
        )

    def _utterances(self, recording_id: str) -> tuple[TimeRange, ...]:
        result = self._tap(recording_id, "waveform")
        if result is None:
            return ()
        step = Fraction(1, int(str(result.values["steps_per_second"])))
        return utterances_of(result.arrays["rms"].tobytes(), step)


def _knowledge(check: StoredCheck, around: Around) -> Knowledge:
    return Knowledge(
        around.records,
        around.conversations,
        around.occupied,
        check.silent,
        check.blank,
        tuple(OwnMaterial(mark.lane, mark.edit, mark.reason) for mark in check.own),
    )


def _answers(recording_id: str, records: Iterable[ConsentRecord]) -> tuple[SpokenAnswer, ...]:
    return tuple(
        item.spoken
        for record in records
        for item in record.evidence
        if item.spoken is not None and item.spoken.recording_id == recording_id
    )
