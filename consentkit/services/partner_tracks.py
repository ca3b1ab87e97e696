"""Recordings with a track for each side of a chat: which is the partner's, and when it is heard."""

from collections.abc import Collection
from dataclasses import dataclass

from consentkit.domain.recording import StreamKind
from consentkit.kernel.clock import Clock
from consentkit.kernel.digest import file_sha256_hex
from consentkit.kernel.errors import InputError, StateError, VerificationError
from consentkit.kernel.progress import CancelToken, Progress, silent
from consentkit.kernel.timebase import TimeRange, union
from consentkit.media import worker
from consentkit.services.recordings import RecordingService
from consentkit.vault.rows import Document
from consentkit.vault.vault import Vault
from consentkit.wire.v1.stored import decode_stored, encode_stored

PARTNER_TRACK = "partner-track"
"""Kind of the documents; each has the identifier of its recording."""


@dataclass(frozen=True, slots=True)
class StoredPartnerTrack:
    """Which tracks of a recording carry the other side, and when anything is heard in them.

    Attributes:
        recording_sha256: Digest of the recording that was listened to.
        streams: Indexes of the tracks that carry the partner's sound.
        heard: When anything is heard in them, in seconds of the recording.
    """

    recording_sha256: str
    streams: tuple[int, ...]
    heard: tuple[TimeRange, ...]


class PartnerTracks:
    """What is known of the tracks of one vault's recordings.

    Args:
        vault: The open vault.
        clock: Tells when something was kept.
        recordings: The library.
    """

    def __init__(self, vault: Vault, clock: Clock, recordings: RecordingService) -> None:
        self._vault = vault
        self._clock = clock
        self._recordings = recordings

    def tracks(self, recording_id: str) -> tuple[int, ...]:
        """Return the indexes of a recording's streams of sound.

        Raises:
            NotFoundError: There is no such recording.
        """
        streams = self._recordings.get(recording_id).streams
        return tuple(item.index for item in streams if item.kind is StreamKind.AUDIO)

    def name(
        self,
        recording_id: str,
        streams: Collection[int],
        progress: Progress = silent,
        cancel: CancelToken | None = None,
    ) -> None:
        """Say which tracks carry the partner's sound, and listen to them; none takes it back.

        What the creator says on a microphone of their own must not be in them, or nothing is won.

        Raises:
            NotFoundError: There is no such recording.
            StateError: It has one track alone (``redaction.one-track``).
            InputError: It has no such track, or all were named (``redaction.track-number``); it is
                away, or cannot be read.
            VerificationError: The file is not the one that was added.
            VaultError: The vault is only read.
            ResourceError: The decoder died.
            Cancelled: A stop was asked for; nothing was changed.
        """
        if not streams:
            self._vault.delete_document(PARTNER_TRACK, recording_id)
            return
        tracks = self.tracks(recording_id)
        if len(tracks) < 2:  # noqa: PLR2004 -- one for each side
            raise StateError("redaction.one-track")
        if not set(streams) < set(tracks):
            raise InputError("redaction.track-number")
        recording = self._recordings.get(recording_id)
        path = self._recordings.present_path(recording_id)
        if file_sha256_hex(path, cancel=cancel) != recording.sha256:
            raise VerificationError("recording.changed")
        heard = worker.heard_tracks(path, progress, cancel)
        theirs = union(one for index in streams for one in heard.get(index, ()))
        stored = StoredPartnerTrack(recording.sha256, tuple(sorted(streams)), theirs)
        body = encode_stored(stored).decode()
        self._vault.put_document(Document(PARTNER_TRACK, recording_id, self._clock.now(), body))

    def heard(self, recording_id: str) -> tuple[TimeRange, ...] | None:
        """Return when the partner's side is heard in a recording; None where that is not known."""
        document = self._vault.find_document(PARTNER_TRACK, recording_id)
        return decode_stored(document.body, StoredPartnerTrack).heard if document else None

    def forget(self, recording_id: str, _stretch: TimeRange) -> None:
        """Drop what is known of a recording of which a stretch is erased."""
        self._vault.delete_document(PARTNER_TRACK, recording_id)
