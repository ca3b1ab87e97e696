"""What uploading shows to front ends: the connected channel, and uploads that were begun."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from consentkit.domain.video_details import Privacy


class ChannelState(StrEnum):
    """Whether videos can be uploaded."""

    NONE = "none"  # No channel was connected.
    CONNECTED = "connected"  # Uploads can begin.
    REVOKED = "revoked"  # Access was taken back or ran out; connect again.


@dataclass(frozen=True, slots=True)
class ChannelAccount:
    """The channel that videos are uploaded to.

    Attributes:
        state: Whether videos can be uploaded.
        client_id: Public name of the owner's project; empty without one.
        connected_at: When it was connected; None without one.
    """

    state: ChannelState
    client_id: str = ""
    connected_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PendingUpload:
    """An upload that was begun and is not bound to its check yet.

    Attributes:
        id: Identifier.
        check_id: The check of the video.
        path: The video.
        title: Its title.
        size_bytes: Its size.
        begun_at: When the upload was begun.
        may_be_finished: Everything was sent once, so that YouTube may have the video.
        video_id: YouTube's identifier when it has the video and only the binding is missing.
        is_missing: The file is not where it was.
    """

    id: str
    check_id: str
    path: Path
    title: str
    size_bytes: int
    begun_at: datetime
    may_be_finished: bool
    video_id: str
    is_missing: bool


@dataclass(frozen=True, slots=True)
class UploadResult:
    """A video that was uploaded and bound.

    Attributes:
        video_id: YouTube's identifier.
        url: Link to it.
        publication_id: The publication it is bound as.
        privacy: Who may see it, as YouTube says; None when it does not say.
        is_locked: It is private though it was to be seen by others: so YouTube treats projects
            it has not audited.
    """

    video_id: str
    url: str
    publication_id: str
    privacy: Privacy | None
    is_locked: bool
