"""How a check is shown: with names and titles, and the pictures of its scan."""

from consentkit.domain.decision import totals
from consentkit.kernel.errors import NotFoundError
from consentkit.services.check_views import CheckSpan, ConversationTotal, EditCheck
from consentkit.services.edit_scans import EditScan, EditScans
from consentkit.services.policies import core_pack
from consentkit.services.recordings import RecordingService
from consentkit.services.stored_check import StoredCheck
from consentkit.services.tap_views import filmstrip_of, waveform_of
from consentkit.services.views import Filmstrip, Waveform


class CheckShow:
    """Makes the values that front ends show.

    Args:
        recordings: The library; knows names and titles.
        scans: The scans of checked videos.
    """

    def __init__(self, recordings: RecordingService, scans: EditScans) -> None:
        self._recordings = recordings
        self._scans = scans

    def kept(self, stored: StoredCheck) -> EditCheck:
        """Return a check with the pictures and loudness of its kept scan."""
        sha256 = stored.facts.sha256
        strip = filmstrip_of(self._scans.tap(sha256, "filmstrip"))
        wave = waveform_of(self._scans.tap(sha256, "waveform"))
        return self._viewed(stored, strip, wave)

    def scanned(self, stored: StoredCheck, scan: EditScan, *, is_saved: bool = True) -> EditCheck:
        """Return a check with the pictures and loudness of the scan it was made of."""
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
            totals=self.totals(stored),
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

    def totals(self, stored: StoredCheck) -> tuple[ConversationTotal, ...]:
        """Return how much of whom a video shows, by conversation."""
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
