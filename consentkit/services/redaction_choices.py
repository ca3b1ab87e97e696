"""What is chosen for redactions of checked videos: proposed, changed by hand, kept, forgotten."""

import contextlib
import secrets
from collections.abc import Collection, Mapping
from dataclasses import replace
from fractions import Fraction

from consentkit.domain.consent import Status
from consentkit.domain.frame_box import FrameBox
from consentkit.domain.lawful_edit import Proposal, SplicesAfter, propose_edit
from consentkit.domain.redacted_facts import Silence, cut_coverage
from consentkit.domain.redaction import FaceFindings, PersonTreatment, Treatment
from consentkit.domain.redaction_changes import ChangeKind, HandChange, after_changes
from consentkit.kernel.clock import Clock
from consentkit.kernel.errors import LimitError, NotFoundError, StateError
from consentkit.kernel.limits import REDACTION_MAX_CHANGES
from consentkit.kernel.progress import CancelToken, Progress, silent
from consentkit.kernel.timebase import TimeRange
from consentkit.services.checks import CheckService
from consentkit.services.consents import ConsentService
from consentkit.services.gating import GateService
from consentkit.services.ledger import Ledger
from consentkit.services.partner_tracks import PartnerTracks
from consentkit.services.policies import all_packs
from consentkit.services.recordings import RecordingService
from consentkit.services.redaction_project import Worked, project_of, silence_in, work_out
from consentkit.services.redaction_views import RedactionProject
from consentkit.services.stored_check import StoredCheck
from consentkit.services.stored_redaction import REDACTION, StoredRedaction
from consentkit.vault.rows import Document
from consentkit.vault.vault import Vault
from consentkit.wire.gate_case import GateCase
from consentkit.wire.v1.stored import decode_stored, encode_stored

_ID_BYTES = 4
_SHOWN_AT_ONCE = 8
"""Proposals that are kept in memory."""

_Key = tuple[str, str, tuple[tuple[str, PersonTreatment], ...]]


def _by_name(item: tuple[str, PersonTreatment]) -> str:
    return item[0]


class RedactionChoices:
    """The redactions of one vault, as far as no video is opened.

    Args:
        vault: The open vault.
        clock: Tells when something was kept.
        ledger: Takes an entry for every redacted video.
        checks: The checks.
        gate: Holds what the decisions rest on.
        consents: Tells names.
        recordings: The library.

    Attributes:
        partner_tracks: Which tracks of recordings carry the partner's sound.
    """

    def __init__(
        self,
        vault: Vault,
        clock: Clock,
        ledger: Ledger,
        checks: CheckService,
        gate: GateService,
        consents: ConsentService,
        recordings: RecordingService,
    ) -> None:
        self._vault = vault
        self._clock = clock
        self._ledger = ledger
        self._checks = checks
        self._gate = gate
        self._consents = consents
        self.partner_tracks = PartnerTracks(vault, clock, recordings)
        self._proposals: dict[_Key, tuple[Silence, Proposal]] = {}
        self._decided: tuple[str, GateCase] | None = None
        self._names: dict[str, dict[str, str]] = {}
        self._unsaved: dict[str, StoredRedaction] = {}
        self._removed: dict[str, Document] = {}

    # ── showing ──

    def project(self, check_id: str) -> RedactionProject:
        """Return what is to be done to a video so that its plan passes, with what was changed.

        Raises:
            NotFoundError: There is no such check.
            StateError: It has no plan (``redaction.no-plan``).
            MalformedError: The packs of rules contradict each other.
        """
        check = self._checks.stored(check_id)
        return self._shown(check, self._stored(check))

    def _shown(self, check: StoredCheck, stored: StoredRedaction) -> RedactionProject:
        case = self._case(check)
        worked = self._worked(check, stored)
        return project_of(check, case.facts, stored, worked, self._names_in(check, case))

    def _worked(self, check: StoredCheck, stored: StoredRedaction) -> Worked:
        silence = self._silence(check)
        return work_out(
            check, stored, silence, lambda chosen: self._proposal(check, silence, chosen)
        )

    def _silence(self, check: StoredCheck) -> Silence:
        ids = {match.recording_id for match in check.coverage.matches}
        known = ((one, self.partner_tracks.heard(one)) for one in sorted(ids))
        return silence_in(check, {one: heard for one, heard in known if heard is not None})

    def _guard(self, check: StoredCheck) -> SplicesAfter:
        """Return what tells what cuts do to what somebody said."""
        return lambda cuts: self._checks.splices_in(cut_coverage(check.coverage, cuts))

    def _proposal(
        self, check: StoredCheck, silence: Silence, chosen: Mapping[str, PersonTreatment]
    ) -> Proposal:
        """Return what is proposed beside what was chosen; moving a box changes nothing of it."""
        key = (check.id, check.gate_id, tuple(sorted(chosen.items(), key=_by_name)))
        known = self._proposals.get(key)
        if known is None or known[0] != silence:
            facts, guard = self._case(check).facts, self._guard(check)
            known = silence, propose_edit(facts, all_packs(), silence, chosen, guard)
            while len(self._proposals) >= _SHOWN_AT_ONCE:
                del self._proposals[next(iter(self._proposals))]
            self._proposals[key] = known
        return known[1]

    def _case(self, check: StoredCheck) -> GateCase:
        """Return the decision on a check's plan with all it rests on.

        Raises:
            StateError: It has no plan.
        """
        if check.plan is None:
            raise StateError("redaction.no-plan")
        if self._decided is not None and check.gate_id and self._decided[0] == check.gate_id:
            return self._decided[1]
        case = None
        if check.gate_id:
            # It was dropped with somebody's record; then what holds today is asked.
            with contextlib.suppress(NotFoundError):
                case = self._gate.case(check.gate_id)
        if case is None:
            case = self._checks.publication_case(check.id)
        self._decided = check.gate_id, case
        return case

    def _names_in(self, check: StoredCheck, case: GateCase) -> dict[str, str]:
        known = self._names.get(check.gate_id)
        if known is None or not check.gate_id:
            known = self._checks.names(check.id)
            for person in case.facts.people:
                try:
                    record = self._consents.stored(person.consent_id).record
                except (NotFoundError, StateError):
                    continue
                known[person.consent_id] = record.party.pseudonym
            self._names[check.gate_id] = known
        return known

    def name_partner_tracks(
        self,
        recording_id: str,
        streams: Collection[int],
        progress: Progress = silent,
        cancel: CancelToken | None = None,
    ) -> None:
        """Say which tracks of a recording carry the partner's sound; none takes it back.

        From then on a partner's sound is only changed where anything is heard in these tracks.

        Raises:
            As ``PartnerTracks.name``.
        """
        self.partner_tracks.name(recording_id, streams, progress, cancel)

    # ── changing ──

    def choose(self, check_id: str, treatment: PersonTreatment) -> RedactionProject:
        """Choose what is done with one person, and return the redaction as it is then.

        Raises:
            As ``project``; ``NotFoundError`` also where nobody of that name is in the video.
        """
        self._require_person(check_id, treatment.person)
        return self._change(check_id, HandChange(ChangeKind.TREAT, treatment.person, treatment))

    def choose_proposed(self, check_id: str, person: str) -> RedactionProject:
        """Take back what was chosen for one person.

        Raises:
            As ``choose``.
        """
        self._require_person(check_id, person)
        return self._change(check_id, HandChange(ChangeKind.TREAT, person))

    def _require_person(self, check_id: str, person: str) -> None:
        if person not in {one.treatment.person for one in self.project(check_id).people}:
            raise NotFoundError("redaction.person")

    def choose_face(self, check_id: str, track_id: str, *, is_blurred: bool) -> RedactionProject:
        """Choose whether one face is blurred.

        Raises:
            As ``project``; ``NotFoundError`` also without such a track.
        """
        change = HandChange(ChangeKind.FACE, track=track_id, is_blurred=is_blurred)
        return self._change(check_id, change)

    def draw_box(
        self,
        check_id: str,
        at: Fraction,
        box: FrameBox,
        until: Fraction | None = None,
        track_id: str | None = None,
    ) -> RedactionProject:
        """Draw a box: a new one that is blurred, or where a track's face is at one moment.

        Args:
            check_id: The check.
            at: The moment of the frame.
            box: Where the face is in the upright picture.
            until: Where the track ends then; None leaves a track as it is, and lets a new one end
                with the stretch in which somebody is blurred, else after a second.
            track_id: The track; None makes a new one.

        Raises:
            As ``project``; ``NotFoundError`` also without such a track.
        """
        if track_id is not None:
            change = HandChange(ChangeKind.BOX, track=track_id, at=at, until=until, box=box)
            return self._change(check_id, change)
        if until is None:
            actions = self.project(check_id).actions
            ends = (
                one.edit.end
                for one in actions
                if one.treatment is Treatment.BLUR_FACE and one.person and one.edit.contains(at)
            )
            until = min(ends, default=at + 1)
        name = f"hand-{secrets.token_hex(_ID_BYTES)}"
        change = HandChange(ChangeKind.BOX, at=at, until=until, box=box, new_track=name)
        return self._change(check_id, change)

    def remove_box(
        self, check_id: str, track_id: str, at: Fraction | None = None
    ) -> RedactionProject:
        """Take out a whole track, or one point of it that was drawn by hand.

        Raises:
            As ``project``; ``NotFoundError`` also without such a track.
        """
        kind = ChangeKind.REMOVE if at is None else ChangeKind.UNBOX
        return self._change(check_id, HandChange(kind, track=track_id, at=at))

    def split_track(self, check_id: str, track_id: str, at: Fraction) -> RedactionProject:
        """Make two tracks of one, so that each can be changed by itself.

        Raises:
            As ``project``; ``NotFoundError`` also without such a track.
        """
        name = f"hand-{secrets.token_hex(_ID_BYTES)}"
        change = HandChange(ChangeKind.SPLIT, track=track_id, at=at, new_track=name)
        return self._change(check_id, change)

    def trim_track(self, check_id: str, track_id: str, to: TimeRange) -> RedactionProject:
        """Leave of a track what lies in a stretch.

        Raises:
            As ``project``; ``NotFoundError`` also without such a track.
        """
        change = HandChange(ChangeKind.TRIM, track=track_id, at=to.start, until=to.end)
        return self._change(check_id, change)

    def reset(self, check_id: str) -> RedactionProject:
        """Take back all that was changed by hand; ``undo`` brings it back.

        Raises:
            As ``project``.
        """
        return self._change(check_id, HandChange(ChangeKind.RESET))

    def undo(self, check_id: str) -> RedactionProject:
        """Take back the last change by hand.

        Raises:
            As ``project``; ``StateError`` also when there is none (``redaction.nothing-to-undo``).
        """
        check = self._checks.stored(check_id)
        stored = self._stored(check)
        if not stored.changes:
            raise StateError("redaction.nothing-to-undo")
        undone = (*stored.undone, stored.changes[-1])
        return self._keep(check, replace(stored, changes=stored.changes[:-1], undone=undone))

    def redo(self, check_id: str) -> RedactionProject:
        """Make the change again that was taken back last.

        Raises:
            As ``project``; ``StateError`` also when there is none (``redaction.nothing-to-undo``).
        """
        check = self._checks.stored(check_id)
        stored = self._stored(check)
        if not stored.undone:
            raise StateError("redaction.nothing-to-undo")
        changes = (*stored.changes, stored.undone[-1])
        return self._keep(check, replace(stored, changes=changes, undone=stored.undone[:-1]))

    def _change(self, check_id: str, change: HandChange) -> RedactionProject:
        check = self._checks.stored(check_id)
        stored = self._stored(check)
        if len(stored.changes) >= REDACTION_MAX_CHANGES:
            raise LimitError("redaction.too-many", limit=REDACTION_MAX_CHANGES)
        if change.track and change.track not in after_changes(stored.found, stored.changes).tracks:
            raise NotFoundError("redaction.face")
        return self._keep(check, replace(stored, changes=(*stored.changes, change), undone=()))

    # ── keeping ──

    def _stored(self, check: StoredCheck) -> StoredRedaction:
        """Return what is kept of a redaction; of another file's nothing but the choices."""
        found = self._unsaved.get(check.id)
        if found is None:
            document = self._vault.find_document(REDACTION, check.id)
            if document is None:
                return StoredRedaction(check.id, check.facts.sha256)
            found = decode_stored(document.body, StoredRedaction)
        if found.edit_sha256 != check.facts.sha256:
            chosen = tuple(one for one in found.changes if one.kind is ChangeKind.TREAT)
            return StoredRedaction(check.id, check.facts.sha256, FaceFindings(), chosen)
        return found

    def _keep(self, check: StoredCheck, stored: StoredRedaction) -> RedactionProject:
        """Keep a redaction, in memory alone where the vault is only read, and return it."""
        shown = self._shown(check, stored)
        if self._vault.is_read_only:
            self._unsaved[check.id] = stored
        else:
            self._put(stored)
        return shown

    def _put(self, stored: StoredRedaction) -> None:
        body = encode_stored(stored).decode()
        self._vault.put_document(Document(REDACTION, stored.check_id, self._clock.now(), body))

    def check_changed(self, check_id: str, check: StoredCheck | None) -> None:
        """Drop the redaction of a check that is removed, and put it back with the check."""
        if check is None:
            document = self._vault.find_document(REDACTION, check_id)
            if document is not None:
                self._removed[check_id] = document
                self._vault.delete_document(REDACTION, check_id)
        elif (document := self._removed.pop(check_id, None)) is not None:
            self._vault.put_document(document)

    def forget(self, recording_id: str, stretch: TimeRange) -> None:
        """Drop the redactions of videos that show a stretch of a recording."""
        self.partner_tracks.forget(recording_id, stretch)
        self._removed.clear()
        for document in self._vault.list_documents(REDACTION):
            try:
                check = self._checks.stored(document.id)
            except NotFoundError:
                continue
            if any(
                match.recording_id == recording_id and match.source.overlap(stretch) > 0
                for match in check.coverage.matches
            ):
                self._vault.delete_document(REDACTION, document.id)

    def forget_erased(
        self, _progress: Progress = silent, _cancel: CancelToken | None = None
    ) -> None:
        """Drop what was chosen for persons whose records were erased."""
        self._names.clear()
        self._proposals.clear()
        self._decided = None
        for document in self._vault.list_documents(REDACTION):
            stored = decode_stored(document.body, StoredRedaction)
            ids = {one.person for one in (*stored.changes, *stored.undone) if one.person}
            rows = self._vault.get_rows(sorted(ids))
            if any(row.status == Status.ERASED.value for row in rows.values()):
                self._vault.delete_document(REDACTION, document.id)
