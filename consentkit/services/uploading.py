"""Checked videos, uploaded to the owner's channel once, and bound to their checks afterwards.

Invariants kept here:

1. Nothing is sent unless the gate passes at this moment, for the file as it is now. It is asked
   again before the last chunk: a withdrawal during the upload still stops it.
2. What was begun is kept before it begins, so that nothing is uploaded a second time by a crash.
3. A video that YouTube has is bound, even when its permission ended meanwhile: what is not bound
   no withdrawal reaches.
"""

import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from consentkit.domain.consent import ConsentRecord
from consentkit.domain.published_link import YOUTUBE, parse_published_link
from consentkit.domain.video_details import Privacy, VideoDetails, details_as_planned
from consentkit.kernel.clock import Clock
from consentkit.kernel.errors import (
    ConsentKitError,
    InputError,
    NotFoundError,
    StateError,
    VaultError,
)
from consentkit.kernel.progress import CancelToken, Progress, silent
from consentkit.publish.checked_file import CheckedFile
from consentkit.publish.endpoints import GOOGLE, Endpoints
from consentkit.publish.oauth import OpenBrowser
from consentkit.publish.web import Web
from consentkit.publish.youtube import UploadedVideo, UploadSession
from consentkit.publish.youtube_upload import CHUNK_BYTES, ResumableUpload, Surroundings
from consentkit.services.channel import Channel
from consentkit.services.check_views import EditCheck, Outdated
from consentkit.services.checks import CheckService
from consentkit.services.consents import ConsentService
from consentkit.services.ledger import new_id
from consentkit.services.publications import PublicationService
from consentkit.services.stored_check import StoredCheck
from consentkit.services.stored_upload import (
    ERASED_TITLE,
    UPLOAD,
    StoredUpload,
)
from consentkit.services.upload_views import (
    ChannelAccount,
    PendingUpload,
    UploadResult,
)
from consentkit.vault.rows import Document
from consentkit.vault.vault import Vault
from consentkit.wire.v1.stored import decode_stored, encode_stored

_ENDED_MEANWHILE = "Permitted when the upload was finished; this changed before it was bound."
_FILE_AWAY = "The checked file was uploaded; it was away, or another one, when the video was bound."
_WHY = {"publication.not-passed": _ENDED_MEANWHILE, "publication.other-file": _FILE_AWAY}
_JITTER_STEPS = 1024


def _paused(seconds: float, cancel: CancelToken) -> None:
    """Wait, or less when a stop is asked for."""
    cancel.wait(seconds)


def _jitter() -> float:
    return secrets.randbelow(_JITTER_STEPS) / _JITTER_STEPS


@dataclass(frozen=True, slots=True)
class Outside:
    """What uploading meets outside of the vault; tests put other things in its place.

    Attributes:
        endpoints: Where the provider is asked.
        pause: Waits between attempts.
        jitter: Draws a number from 0 up to 1.
        chunk_bytes: Size of a chunk, a multiple of 256 KiB.
    """

    endpoints: Endpoints = GOOGLE
    pause: Callable[[float, CancelToken], None] = _paused
    jitter: Callable[[], float] = _jitter
    chunk_bytes: int = CHUNK_BYTES


class UploadService:
    """The uploads of one vault.

    Args:
        vault: The open vault; keeps channel and sessions.
        clock: Tells when an upload was begun.
        checks: The checks of finished videos.
        consents: Tells of erased records.
        publications: Takes the video once it is there.
        outside: Where to.
    """

    def __init__(
        self,
        vault: Vault,
        clock: Clock,
        checks: CheckService,
        consents: ConsentService,
        publications: PublicationService,
        outside: Outside | None = None,
    ) -> None:
        self._vault = vault
        self._clock = clock
        self._checks = checks
        self._publications = publications
        self._outside = outside or Outside()
        self._channel = Channel(vault, clock, self._outside.endpoints)
        self._lock = threading.Lock()
        self._running: set[str] = set()
        consents.follow(self._record_changed)
        checks.follow(self._check_changed)

    # ── the channel ──

    def account(self) -> ChannelAccount:
        """Return the channel that is connected, or that none is."""
        return self._channel.account()

    def connect(
        self,
        client_file: Path,
        open_browser: OpenBrowser,
        *,
        is_audited: bool,
        progress: Progress = silent,
        cancel: CancelToken | None = None,
    ) -> ChannelAccount:
        """Ask the person in the browser for access to a channel, and keep it in the vault.

        Raises:
            As ``Channel.connect``.
        """
        return self._channel.connect(
            client_file, open_browser, is_audited=is_audited, progress=progress, cancel=cancel
        )

    def disconnect(self, cancel: CancelToken | None = None) -> bool:
        """Forget the channel, and return whether the provider took the access back, too.

        Raises:
            As ``Channel.disconnect``.
        """
        return self._channel.disconnect(cancel)

    # ── uploading ──

    def upload(
        self,
        check_id: str,
        details: VideoDetails,
        progress: Progress = silent,
        cancel: CancelToken | None = None,
    ) -> UploadResult:
        """Upload the file of a check and bind the video to it.

        Args:
            check_id: The check; its plan must be for YouTube and pass at this moment.
            details: What YouTube is told; what it leaves open is taken from the plan.
            progress: Told bytes read, then bytes sent.
            cancel: Looked at several times a second; what was begun is kept.

        Raises:
            NotFoundError: There is no such check.
            StateError: ``upload.not-connected``, ``upload.not-passed``, ``upload.other-file``,
                ``upload.other-platform``, ``upload.not-as-planned``, ``upload.pending``,
                ``upload.published``, or as ``ResumableUpload.run``.
            InputError: The file cannot be read.
            RemoteRefusedError: YouTube said no; the code says why.
            ResourceError: YouTube could not be reached; what was begun is kept.
            VaultError: The vault is only read.
            Cancelled: A stop was asked for; what was begun is kept.
        """
        self._require_writer()
        self._channel.require()
        token = cancel or CancelToken()
        # Before the gate: of a file that was begun the upload is continued, not judged.
        known = self._checks.stored(check_id).facts.sha256
        with self._alone(known):
            if any(known == stored.sha256 for stored in self._all()):
                raise StateError("upload.pending")
            if self._is_published(known):
                raise StateError("upload.published")
            check = self._allowed(check_id, progress, token)
            stored = StoredUpload(
                new_id("upl"),
                check_id,
                check.path,
                check.sha256,
                _planned(check, details, self._clock),
                _people(check),
                self._clock.now(),
            )
            self._put(stored)
            try:
                return self._run(stored, progress, token)
            finally:
                self._drop_if_not_begun(stored.id)

    def pending(self) -> tuple[PendingUpload, ...]:
        """Return the uploads that were begun and not bound, the newest first."""
        return tuple(_view(stored) for stored in self._all())

    def resume(
        self,
        upload_id: str,
        *,
        is_absent: bool = False,
        progress: Progress = silent,
        cancel: CancelToken | None = None,
    ) -> UploadResult:
        """Go on with an upload where the server has it.

        Args:
            upload_id: The upload.
            is_absent: The owner looked in YouTube Studio, and the video is not there. Only where
                YouTube has forgotten a session that may be finished, it is begun anew by that.
            progress: Told bytes read, then bytes sent.
            cancel: Looked at several times a second; what was begun is kept.

        Raises:
            NotFoundError: ``upload.not-found``.
            StateError: As ``upload``; ``upload.uncertain`` when a person has to look.
            InputError: The file cannot be read.
            RemoteRefusedError: YouTube said no.
            ResourceError: YouTube could not be reached; what was begun is kept.
            VaultError: The vault is only read.
            Cancelled: A stop was asked for; what was begun is kept.
        """
        self._require_writer()
        token = cancel or CancelToken()
        with self._alone(self._load(upload_id).sha256):
            stored = self._load(upload_id)
            if stored.video_id:
                return self._bound(stored, progress, token)
            self._channel.require()
            try:
                self._allowed(stored.check_id, progress, token)
            except ConsentKitError:
                # It may not be sent any more. But what YouTube has already must be bound.
                if stored.may_be_finished and (video := self._asked(stored, progress, token)):
                    return self._bound(self._finished(stored, video), progress, token)
                raise
            try:
                return self._run(stored, progress, token)
            except StateError as exc:
                if exc.code != "upload.uncertain" or not is_absent:
                    raise
            anew = replace(self._load(upload_id), session_uri="", may_be_finished=False)
            self._put(anew)
            return self._run(anew, progress, token)

    def abandon(self, upload_id: str) -> PendingUpload:
        """Drop an upload and return it; where it may be finished, the video may be on YouTube.

        Raises:
            NotFoundError: ``upload.not-found``.
            StateError: It is running (``upload.running``).
            VaultError: The vault is only read.
        """
        self._require_writer()
        stored = self._load(upload_id)
        with self._alone(stored.sha256):
            self._vault.delete_document(UPLOAD, upload_id)
        return _view(stored)

    # ── one run ──

    @contextmanager
    def _alone(self, sha256: str) -> Iterator[None]:
        """Keep a second upload of the same file out as long as the block runs."""
        with self._lock:
            if sha256 in self._running:
                raise StateError("upload.running")
            self._running.add(sha256)
        try:
            yield
        finally:
            with self._lock:
                self._running.discard(sha256)

    def _allowed(self, check_id: str, progress: Progress, cancel: CancelToken) -> EditCheck:
        """Return the check if the gate passes at this moment, for the file as it is now."""
        # Read here, where it can be stopped; judging then knows the digest.
        digest = self._checks.file_digest(self._checks.stored(check_id).path, progress, cancel)
        check = self._checks.get(check_id)
        # A decision that holds is kept: the description may bear its short id already.
        if not self._holds(check, progress, cancel):
            check = self._checks.rejudge(check_id)
        if check.is_missing:
            raise InputError("file.unreadable")
        gate = check.gate
        if gate is None:
            raise StateError("upload.not-passed")
        if digest != check.sha256:
            raise StateError("upload.other-file")
        if not gate.is_passed:
            raise StateError("upload.not-passed")
        return check

    def _holds(
        self, check: EditCheck, progress: Progress = silent, cancel: CancelToken | None = None
    ) -> bool:
        """Return whether a check passes by what is known at this moment."""
        is_judged = Outdated.CONSENTS not in check.outdated
        return is_judged and self._checks.still_passes(check.id, progress, cancel)

    def _is_published(self, sha256: str) -> bool:
        """Return whether this file is on YouTube, by whichever check it went there."""
        return any(
            item.platform == YOUTUBE and item.sha256 == sha256 and item.taken_down_at is None
            for item in self._publications.all_stored()
        )

    def _still_allowed(self, check_id: str) -> None:
        if not self._holds(self._checks.get(check_id)):
            raise StateError("upload.not-passed")

    def _run(self, stored: StoredUpload, progress: Progress, cancel: CancelToken) -> UploadResult:
        with (
            CheckedFile(stored.path, stored.sha256, progress, cancel) as file,
            self._uploading(stored, progress, cancel) as upload,
        ):
            video = upload.run(file, stored.details)
        return self._bound(self._finished(stored, video), progress, cancel)

    def _asked(
        self, stored: StoredUpload, progress: Progress, cancel: CancelToken
    ) -> UploadedVideo | None:
        with self._uploading(stored, progress, cancel) as upload:
            return upload.ask()

    @contextmanager
    def _uploading(
        self, stored: StoredUpload, progress: Progress, cancel: CancelToken
    ) -> Iterator[ResumableUpload]:
        with Web() as web, self._channel.access(web) as access:
            surroundings = Surroundings(
                web,
                self._outside.endpoints.upload,
                access,
                keep=lambda session: self._keep(stored, session),
                before_last=lambda: self._still_allowed(stored.check_id),
                pause=self._outside.pause,
                jitter=self._outside.jitter,
                chunk_bytes=self._outside.chunk_bytes,
            )
            yield ResumableUpload(surroundings, stored.session, progress, cancel)

    def _keep(self, stored: StoredUpload, session: UploadSession | None) -> None:
        """Keep how far an upload is; it is durable when this returns.

        What is kept is changed, not what the run began with: somebody may have been erased since.
        """
        self._put(
            replace(
                self._load(stored.id),
                session_uri=session.uri if session else "",
                size_bytes=session.size_bytes if session else 0,
                may_be_finished=session.may_be_finished if session else False,
            )
        )

    # ── afterwards ──

    def _finished(self, stored: StoredUpload, video: UploadedVideo) -> StoredUpload:
        """Keep which video it became, before that is bound."""
        latest = self._load(stored.id)
        done = replace(latest, video_id=video.video_id, privacy=video.privacy)
        self._put(done)
        return done

    def _bound(self, stored: StoredUpload, progress: Progress, cancel: CancelToken) -> UploadResult:
        link = parse_published_link(stored.video_id)
        publication = self._publications.find(link)
        if publication is None:
            title = stored.details.title
            try:
                publication = self._publications.bind(
                    stored.check_id, stored.video_id, title, progress=progress, cancel=cancel
                )
            except StateError as exc:
                if exc.code not in _WHY:
                    raise
                publication = self._publications.bind(
                    stored.check_id, stored.video_id, title, reason=_WHY[exc.code]
                )
        self._vault.delete_document(UPLOAD, stored.id)
        wanted = stored.details.privacy
        return UploadResult(
            stored.video_id,
            publication.url,
            publication.id,
            stored.privacy,
            is_locked=stored.privacy is Privacy.PRIVATE and wanted is not Privacy.PRIVATE,
        )

    # ── keeping ──

    def _put(self, stored: StoredUpload) -> None:
        body = encode_stored(stored).decode()
        self._vault.put_document(Document(UPLOAD, stored.id, stored.begun_at, body))

    def _drop_if_not_begun(self, upload_id: str) -> None:
        """Drop an upload without a session: YouTube refused it before it began."""
        document = self._vault.find_document(UPLOAD, upload_id)
        if document is not None:
            stored = decode_stored(document.body, StoredUpload)
            if not stored.session_uri and not stored.video_id:
                self._vault.delete_document(UPLOAD, upload_id)

    def _all(self) -> tuple[StoredUpload, ...]:
        documents = self._vault.list_documents(UPLOAD)
        return tuple(decode_stored(document.body, StoredUpload) for document in documents)

    def _load(self, upload_id: str) -> StoredUpload:
        document = self._vault.find_document(UPLOAD, upload_id)
        if document is None:
            raise NotFoundError("upload.not-found")
        return decode_stored(document.body, StoredUpload)

    def _require_writer(self) -> None:
        if self._vault.is_read_only:
            raise VaultError("vault.read-only")

    def _check_changed(self, check_id: str, check: StoredCheck | None) -> None:
        """Keep a check as long as a video may still have to be bound to it.

        Raises:
            StateError: ``upload.pending``; the check stays.
        """
        if check is None and any(stored.check_id == check_id for stored in self._all()):
            raise StateError("upload.pending")

    def _record_changed(self, record: ConsentRecord, *, is_erased: bool) -> None:
        """Drop what uploads tell of a person who is erased, within the erasing.

        An upload that may be finished stays, without its words: its video must still be found.
        """
        if not is_erased:
            return
        for stored in self._all():
            if record.id not in stored.consent_ids:
                continue
            if stored.may_be_finished or stored.video_id:
                self._put(replace(stored, details=VideoDetails(ERASED_TITLE)))
            else:
                self._vault.delete_document(UPLOAD, stored.id)


def _planned(check: EditCheck, details: VideoDetails, clock: Clock) -> VideoDetails:
    if check.plan is None:
        raise StateError("upload.not-passed")
    return details_as_planned(details, check.plan, clock.now())


def _people(check: EditCheck) -> tuple[str, ...]:
    shown = (*(check.plan.thumbnail or ()), *(check.plan.title or ())) if check.plan else ()
    wanted = [total.consent_id for total in check.totals] + [item.person for item in shown]
    return tuple(dict.fromkeys(one for one in wanted if one))


def _view(stored: StoredUpload) -> PendingUpload:
    return PendingUpload(
        stored.id,
        stored.check_id,
        stored.path,
        stored.details.title,
        stored.size_bytes,
        stored.begun_at,
        stored.may_be_finished,
        stored.video_id,
        is_missing=not stored.path.is_file(),
    )
