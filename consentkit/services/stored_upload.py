"""Uploads and the connected channel as a vault keeps them."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from consentkit.domain.video_details import Privacy, VideoDetails
from consentkit.publish.youtube import UploadSession

UPLOAD, CHANNEL = "upload", "upload-channel"
"""Kinds of the documents: an upload that was begun, the channel that is connected."""

ERASED_TITLE = "\u2014"
"""Stands for a title that may have spoken of somebody who was erased."""


@dataclass(frozen=True, slots=True)
class StoredChannel:
    """A connected channel. What is secret in it is in no repr.

    Attributes:
        client_id: Public name of the owner's project.
        client_secret: Its secret.
        refresh_token: Makes access tokens; empty once the provider said that it was revoked.
        connected_at: When it was connected.
    """

    client_id: str
    client_secret: str = field(repr=False)
    refresh_token: str = field(repr=False)
    connected_at: datetime


@dataclass(frozen=True, slots=True)
class StoredUpload:
    """An upload from its first session until it is bound.

    Attributes:
        id: Identifier.
        check_id: The check of the video.
        path: The video.
        sha256: Digest of the file that was checked, hexadecimal.
        details: What YouTube is told.
        consent_ids: The records of everybody in the video.
        begun_at: When it was begun.
        session_uri: Address of the session, a key; empty when the session is gone.
        size_bytes: Size of the file.
        may_be_finished: The last chunk was sent once.
        video_id: YouTube's identifier, once it is known.
        privacy: Who may see the video, as YouTube says.
    """

    id: str
    check_id: str
    path: Path
    sha256: str
    details: VideoDetails
    consent_ids: tuple[str, ...]
    begun_at: datetime
    session_uri: str = field(default="", repr=False)
    size_bytes: int = 0
    may_be_finished: bool = False
    video_id: str = ""
    privacy: Privacy | None = None

    @property
    def session(self) -> UploadSession | None:
        """The session it goes on with, or None to begin one."""
        if not self.session_uri:
            return None
        return UploadSession(self.session_uri, self.sha256, self.size_bytes, self.may_be_finished)
