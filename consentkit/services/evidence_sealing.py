"""Sealing evidence: an excerpt cut from its recording, a still, and files that are attached."""

import mimetypes
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

from consentkit.domain.evidence import EXCERPT_MARGIN, Evidence, EvidenceKind, SpokenAnswer
from consentkit.domain.party import checked_text
from consentkit.domain.recording import Recording
from consentkit.kernel.errors import InputError
from consentkit.kernel.limits import ATTACHMENT_MAX_BYTES
from consentkit.kernel.progress import CancelToken, Progress, ProgressUpdate
from consentkit.media import worker
from consentkit.media.excerpt import excerpt_proof_to_json
from consentkit.services.recordings import RecordingService, safe_title
from consentkit.services.views import ConsentDraft
from consentkit.vault.vault import Vault

_EXCERPT_TYPES = {
    "mp4": "video/mp4",
    "mov": "video/quicktime",
    "matroska": "video/x-matroska",
    "flv": "video/x-flv",
    "avi": "video/x-msvideo",
    "mpegts": "video/mp2t",
    "nut": "video/x-nut",
}
ATTACHMENT_TYPES: Mapping[EvidenceKind, tuple[str, ...]] = {
    EvidenceKind.IMAGE: ("image/png", "image/jpeg", "image/webp"),
    EvidenceKind.DOCUMENT: ("application/pdf", "text/plain"),
    EvidenceKind.MESSAGE: ("text/plain", "image/png", "image/jpeg"),
    EvidenceKind.AUDIO: (
        "audio/mpeg",
        "audio/wav",
        "audio/x-wav",
        "audio/ogg",
        "audio/mp4",
        "audio/flac",
        "audio/aac",
    ),
}
"""What may be attached as what. Anything executable or with markup inside is not on the list."""


WORK_PREFIX = ".work-"
"""Folders in a vault that hold plain evidence for a moment; opening the vault deletes leftovers."""


class EvidenceSealer:
    """Seals evidence to the keys of the records it belongs to.

    Args:
        vault: The open vault.
        recordings: The library, which excerpts are cut from.
    """

    def __init__(self, vault: Vault, recordings: RecordingService) -> None:
        self._vault = vault
        self._recordings = recordings

    def drop(self, record_id: str) -> None:
        """Delete all evidence of a record that did not come to be."""
        for blob in self._vault.list_blobs(record_id):
            self._vault.delete_blob(blob.id)

    def spoken(
        self,
        record_id: str,
        spoken: SpokenAnswer | None,
        folder: Path,
        progress: Progress,
        cancel: CancelToken | None,
    ) -> tuple[Evidence, ...]:
        """Cut question and answer out of their recording and seal them, with a still.

        Returns:
            The excerpt and, where there is a picture, the still; nothing for a silent record.

        Raises:
            InputError: The recording is missing, or the marks lie outside it.
            VerificationError: The recording is not the one that was added.
            ResourceError: The disk is full.
            Cancelled: A stop was asked for.
        """
        if spoken is None:
            return ()
        recording = self._recordings.get(spoken.recording_id)
        path = self._recordings.present_path(spoken.recording_id)
        progress(ProgressUpdate("excerpt"))
        excerpt = worker.cut_excerpt(
            path, spoken.whole, EXCERPT_MARGIN, recording.packet_trees, folder, progress, cancel
        )
        proof = excerpt_proof_to_json(excerpt.proof)
        blob = self._vault.put_blob(
            record_id,
            excerpt.path,
            media_type=_EXCERPT_TYPES[excerpt.proof.container],
            purpose="excerpt",
            progress=progress,
            cancel=cancel,
        )
        cut = Evidence(
            blob.id,
            EvidenceKind.EXCERPT,
            blob.sha256,
            blob.size_bytes,
            blob.media_type,
            spoken=spoken,
            source_range=excerpt.proof.source_range,
            container=excerpt.proof.container,
            packet_proof=proof,
        )
        return (cut, *self._still(record_id, recording, path, spoken.answer.start))

    def _still(
        self, record_id: str, recording: Recording, path: Path, at: Fraction
    ) -> tuple[Evidence, ...]:
        if recording.picture is None:
            return ()
        jpeg = worker.extract_still(path, at).jpeg
        blob = self._vault.put_blob(record_id, jpeg, media_type="image/jpeg", purpose="still")
        return (
            Evidence(blob.id, EvidenceKind.STILL, blob.sha256, blob.size_bytes, blob.media_type),
        )

    def attachments(
        self,
        record_id: str,
        draft: ConsentDraft,
        progress: Progress,
        cancel: CancelToken | None,
    ) -> tuple[Evidence, ...]:
        """Seal the files of a draft."""
        return tuple(
            self.attachment(record_id, path, kind, label, progress, cancel)
            for path, kind, label in draft.attachments
        )

    def attachment(
        self,
        record_id: str,
        path: Path,
        kind: EvidenceKind,
        label: str,
        progress: Progress,
        cancel: CancelToken | None,
    ) -> Evidence:
        """Seal one file as evidence of ``kind``.

        Raises:
            InputError: It cannot be read, or files of its kind are not taken as that.
            LimitError: It is too large.
            ResourceError: The disk is full.
            Cancelled: A stop was asked for.
        """
        media_type = mimetypes.guess_type(path.name, strict=False)[0] or ""
        if media_type not in ATTACHMENT_TYPES.get(kind, ()):
            raise InputError("attachment.type")
        if not path.is_file():
            raise InputError("file.unreadable")
        blob = self._vault.put_blob(
            record_id,
            path,
            media_type=media_type,
            purpose="attachment",
            limit_bytes=ATTACHMENT_MAX_BYTES,
            progress=progress,
            cancel=cancel,
        )
        title = checked_text(label) or safe_title(path.name)
        return Evidence(blob.id, kind, blob.sha256, blob.size_bytes, blob.media_type, title)
