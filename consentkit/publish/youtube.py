"""What is said to YouTube's upload servers, and what their answers mean.

Nothing is sent here: requests are built, and answers nobody vouches for become values or errors.

Source: YouTube Data API, "Resumable Uploads", "videos.insert" and "Errors".
"""

import re
from dataclasses import dataclass, field

from consentkit.domain.video_details import Privacy, VideoDetails
from consentkit.kernel.errors import ConsentKitError, InputError, RemoteRefusedError
from consentkit.kernel.limits import KIB
from consentkit.kernel.timebase import format_instant
from consentkit.publish.endpoints import is_same_place
from consentkit.publish.web import Answer
from consentkit.wire.canonical_json import JSONLike, JSONValue, encode_json, parse_json_object

CHUNK_UNIT_BYTES = 256 * KIB
"""Every chunk but the last is a multiple of this. Source: "Resumable Uploads"."""

QUERY = "?uploadType=resumable&part=snippet,status"

FINISHED = frozenset({200, 201})
RESUME_INCOMPLETE = 308
UNAUTHORIZED = 401
SESSION_LOST = frozenset({404, 410})

_TRANSIENT = frozenset({408, 429, 500, 502, 503, 504})
_SLOW_DOWN = frozenset({"rateLimitExceeded", "userRateLimitExceeded", "backendError"})
_CODES = {
    "quotaExceeded": "youtube.quota",
    "dailyLimitExceeded": "youtube.quota",
    "uploadLimitExceeded": "youtube.upload-limit",
    "youtubeSignupRequired": "youtube.no-channel",
    "accessNotConfigured": "youtube.not-enabled",
    "insufficientPermissions": "youtube.forbidden",
    "forbidden": "youtube.forbidden",
    "forbiddenPrivacySetting": "youtube.forbidden",
    "forbiddenLicenseSetting": "youtube.forbidden",
    "authenticatedUserAccountClosed": "youtube.account",
    "authenticatedUserAccountSuspended": "youtube.account",
    "authenticatedUserNotChannel": "youtube.no-channel",
    "invalidTitle": "youtube.details",
    "invalidDescription": "youtube.details",
    "invalidTags": "youtube.details",
    "invalidCategoryId": "youtube.details",
    "invalidPublishAt": "youtube.details",
    "invalidVideoMetadata": "youtube.details",
    "defaultLanguageNotSet": "youtube.details",
}
_ADDRESS_QUERY = re.compile(r"(?:^|&)upload_id=[^&]", re.ASCII)
_RANGE = re.compile(r"(?:bytes[= ])?0-([0-9]{1,15})", re.ASCII)
_VIDEO_ID = re.compile(r"[A-Za-z0-9_-]{11}", re.ASCII)
_REASON = re.compile(r"[A-Za-z]{1,60}", re.ASCII)
_FIRST_ERROR, _JSON_DEPTH = 400, 12


@dataclass(frozen=True, slots=True)
class UploadedVideo:
    """A video that YouTube has.

    Attributes:
        video_id: Its identifier, 11 characters.
        privacy: Who may see it, as YouTube says; None when it does not say.
    """

    video_id: str
    privacy: Privacy | None


@dataclass(frozen=True, slots=True)
class UploadSession:
    """An upload that was begun; with its address it can be continued, by anybody who has it.

    Attributes:
        uri: Address of the session; a key, kept in a vault and nowhere else.
        sha256: Digest of the file, hexadecimal.
        size_bytes: Size of the file.
        may_be_finished: The last chunk was sent once, so that YouTube may have the video.
    """

    uri: str = field(repr=False)
    sha256: str
    size_bytes: int
    may_be_finished: bool = False


@dataclass(frozen=True, slots=True)
class Received:
    """How much of a file the server has.

    Attributes:
        size_bytes: Bytes from the start.
    """

    size_bytes: int


class TransientError(Exception):
    """The server is in trouble for the moment: to be asked again after a pause.

    This and the two below steer an upload; they never leave this package.
    """


class SessionLostError(Exception):
    """The server does not know the session any more."""


class UnauthorizedError(Exception):
    """The access token was not taken."""


def encode_details(details: VideoDetails) -> bytes:
    """Return the video resource that opens a session, as JSON."""
    snippet: dict[str, JSONLike] = {
        "title": details.title,
        "description": details.description,
        "categoryId": details.category_id,
    }
    if details.tags:
        snippet["tags"] = list(details.tags)
    if details.language:
        snippet["defaultLanguage"] = details.language
    status: dict[str, JSONLike] = {"privacyStatus": details.privacy.value}
    if details.is_made_for_kids is not None:
        status["selfDeclaredMadeForKids"] = details.is_made_for_kids
    if details.is_synthetic is not None:
        status["containsSyntheticMedia"] = details.is_synthetic
    if details.publish_at is not None:
        status["publishAt"] = format_instant(details.publish_at)
    return encode_json({"snippet": snippet, "status": status})


def begin_headers(size_bytes: int) -> dict[str, str]:
    """Return the headers that open a session, without authorization.

    YouTube looks at the content for the kind of video; a claimed kind could only be wrong.
    """
    return {
        "Content-Type": "application/json; charset=UTF-8",
        "X-Upload-Content-Length": str(size_bytes),
        "X-Upload-Content-Type": "application/octet-stream",
    }


def chunk_headers(start: int, end: int, size_bytes: int) -> dict[str, str]:
    """Return the headers of the chunk from byte ``start`` up to ``end``, which is not in it."""
    return {
        "Content-Type": "application/octet-stream",
        "Content-Length": str(end - start),
        "Content-Range": f"bytes {start}-{end - 1}/{size_bytes}",
    }


def query_headers(size_bytes: int) -> dict[str, str]:
    """Return the headers that ask how much the server has."""
    return {"Content-Length": "0", "Content-Range": f"bytes */{size_bytes}"}


def read_begun(answer: Answer, upload_address: str) -> str:
    """Return the address of the session that was opened.

    Raises:
        RemoteRefusedError: ``youtube.session-address``: it is not where the upload was begun, or
            as ``refused``.
        TransientError: To be asked again.
        UnauthorizedError: With a fresh token.
    """
    if answer.status not in FINISHED:
        raise refused(answer)
    uri = answer.headers.get("location", "")
    try:
        is_ours = is_same_place(uri, upload_address)
    except InputError as exc:
        raise RemoteRefusedError("youtube.session-address") from exc
    if not is_ours or not _ADDRESS_QUERY.search(uri.partition("?")[2]):
        raise RemoteRefusedError("youtube.session-address")
    return uri


def read_progress(answer: Answer, session: UploadSession) -> Received | UploadedVideo:
    """Return how far a session is, or the video it became.

    Raises:
        RemoteRefusedError: ``youtube.not-an-answer``: it says what cannot be; or as ``refused``.
        TransientError: To be asked again.
        SessionLostError: There is no such session any more.
        UnauthorizedError: With a fresh token.
    """
    if answer.status in FINISHED:
        if not session.may_be_finished:
            # The last chunk was never sent: this video is not made of our file.
            raise RemoteRefusedError("youtube.not-an-answer")
        return _video(answer.body)
    if answer.status == RESUME_INCOMPLETE:
        return _received(answer, session.size_bytes)
    if answer.status in SESSION_LOST:
        raise SessionLostError
    raise refused(answer)


def _received(answer: Answer, size_bytes: int) -> Received:
    # "If the response does not have a Range header, none of the bytes were received."
    text = answer.headers.get("range")
    if text is None:
        return Received(0)
    found = _RANGE.fullmatch(text.strip())
    if found is None or int(found.group(1)) >= size_bytes:
        raise RemoteRefusedError("youtube.not-an-answer")
    return Received(int(found.group(1)) + 1)


def _video(body: bytes) -> UploadedVideo:
    try:
        values = parse_json_object(body, max_depth=_JSON_DEPTH)
    except InputError as exc:
        raise RemoteRefusedError("youtube.not-an-answer") from exc
    video_id, status = values.get("id"), values.get("status")
    if not isinstance(video_id, str) or _VIDEO_ID.fullmatch(video_id) is None:
        raise RemoteRefusedError("youtube.not-an-answer")
    said = status.get("privacyStatus") if isinstance(status, dict) else None
    known = next((privacy for privacy in Privacy if privacy.value == said), None)
    return UploadedVideo(video_id, known)


def refused(answer: Answer) -> ConsentKitError | TransientError | UnauthorizedError:
    """Return what an answer that is neither progress nor a video means."""
    reasons = _reasons(answer.body) if answer.status >= _FIRST_ERROR else ()
    for reason in reasons:
        # Before the status: a quota that is used up is told with 403 and with 429.
        if reason in _CODES:
            return RemoteRefusedError(_CODES[reason], reason=reason, status=answer.status)
    if answer.status in _TRANSIENT or _SLOW_DOWN.intersection(reasons):
        return TransientError()
    if answer.status == UNAUTHORIZED:
        return UnauthorizedError()
    if 300 <= answer.status < _FIRST_ERROR:  # noqa: PLR2004 -- the redirects
        return RemoteRefusedError("youtube.redirect", status=answer.status)
    reason = next(iter(reasons), "")
    return RemoteRefusedError("youtube.refused", reason=reason, status=answer.status)


def _reasons(body: bytes) -> tuple[str, ...]:
    """Return the reasons an error names, ``error.errors[].reason``; none if it names none."""
    try:
        error = parse_json_object(body, max_depth=_JSON_DEPTH).get("error")
    except InputError:
        return ()
    listed: JSONValue = error.get("errors") if isinstance(error, dict) else None
    found = (
        [item.get("reason") for item in listed or () if isinstance(item, dict)]
        if isinstance(listed, list)
        else []
    )
    # A reason is shown and logged: nothing but a plain word is taken for one.
    return tuple(
        reason for reason in found if isinstance(reason, str) and _REASON.fullmatch(reason)
    )
