"""One file, uploaded to YouTube exactly once, whatever happens on the way.

Invariants kept here:

1. A session is kept before its first byte is sent, and that it may be finished before its last
   chunk is sent. So after any crash the session is asked, and not begun a second time.
2. A new session is begun only when the former one cannot have become a video.
3. After every doubt (a cut connection, silence, trouble of the server) the session is asked how
   much it has; nothing is assumed.
4. Only bytes of the checked file leave; see ``checked_file``.

Source: YouTube Data API, "Resumable Uploads".
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from consentkit.domain.video_details import VideoDetails
from consentkit.kernel.errors import (
    MalformedError,
    RemoteRefusedError,
    ResourceError,
    StateError,
)
from consentkit.kernel.limits import MIB
from consentkit.kernel.progress import CancelToken, Progress, ProgressUpdate
from consentkit.publish import youtube
from consentkit.publish.checked_file import CheckedFile
from consentkit.publish.web import Answer, Web
from consentkit.publish.youtube import (
    CHUNK_UNIT_BYTES,
    Received,
    SessionLostError,
    TransientError,
    UnauthorizedError,
    UploadedVideo,
    UploadSession,
)

CHUNK_BYTES = 8 * MIB
"""A cut connection costs at most this much; at 10 Mbit/s it is sent in seven seconds."""

FRUITLESS_MAX = 10
"""Attempts in a row that brought nothing: with the pauses between them some four minutes."""

LONGEST_PAUSE_S = 64.0
"""Source: Google's advice on truncated exponential back-off, with at most a second of jitter."""

LOST_SESSIONS_MAX = 3
"""Sessions live for days; who loses three in one run will lose the next as well."""

_UNREACHED = frozenset({"web.unreachable", "web.timeout", "oauth.busy"})


class Authorization(Protocol):
    """Gives the header that says in whose name it is asked."""

    def header(self, cancel: CancelToken | None = None) -> str:
        """Return the value of the ``Authorization`` header."""
        ...

    def drop(self) -> None:
        """Take the present token as worthless."""
        ...


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an upload needs besides the file.

    Attributes:
        web: The connection.
        upload_address: Where sessions begin.
        access: In whose name.
        keep: Keeps a session so that it outlasts a crash; None forgets it.
        before_last: Raises if the video may not be published any more.
        pause: Waits some seconds, or less when a stop is asked for.
        jitter: Draws a number from 0 up to 1.
        chunk_bytes: Size of a chunk, a multiple of 256 KiB.
    """

    web: Web
    upload_address: str
    access: Authorization
    keep: Callable[[UploadSession | None], None]
    before_last: Callable[[], None]
    pause: Callable[[float, CancelToken], None]
    jitter: Callable[[], float]
    chunk_bytes: int = CHUNK_BYTES

    def __post_init__(self) -> None:
        """Refuse chunks that YouTube would not take."""
        if self.chunk_bytes <= 0 or self.chunk_bytes % CHUNK_UNIT_BYTES:
            raise MalformedError("upload.chunk")


class _Counter:
    """Counts the bytes that went out, on whichever thread they are drawn."""

    def __init__(self, start: int) -> None:
        self.at = start

    def counted(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        """Yield the pieces."""
        for piece in pieces:
            yield piece
            self.at += len(piece)


class ResumableUpload:
    """An upload of one file, begun or to be continued.

    Args:
        surroundings: Connection, keeping, and the rest.
        session: The session that was begun; None begins one.
        progress: Told bytes that the server has.
        cancel: Looked at several times a second; a stop keeps the session.
    """

    def __init__(
        self,
        surroundings: Surroundings,
        session: UploadSession | None,
        progress: Progress,
        cancel: CancelToken,
    ) -> None:
        self._around = surroundings
        self._session = session
        self._progress = progress
        self._cancel = cancel
        self._is_token_fresh = False
        self._fruitless = 0
        self._lost = 0
        self._most = 0

    # ── two jobs ──

    def run(self, file: CheckedFile, details: VideoDetails) -> UploadedVideo:
        """Upload the file and return the video it became.

        Raises:
            RemoteRefusedError: YouTube said no; the code says why.
            ResourceError: ``youtube.unreachable`` after ten attempts that brought nothing.
            StateError: ``upload.uncertain``: the session is gone, and a person must look whether
                the video is there; ``upload.other-file``, ``upload.file-changed``, or what
                ``before_last`` raises.
            Cancelled: A stop was asked for. The session is kept, as with every other error.
        """
        # What was begun before this run is asked how far it is.
        has: int | None = None
        while True:
            self._cancel.check()
            try:
                step = self._step(file, details, has)
            except TransientError:
                self._back_off()
                has = None
            except UnauthorizedError:
                self._renew()
                has = None
            except SessionLostError:
                self._begin_anew()
                has = None
            else:
                if isinstance(step, UploadedVideo):
                    return step
                has = self._advanced(step, file.size_bytes)

    def ask(self) -> UploadedVideo | None:
        """Return the video the session became, or None if it is not finished; sends no byte of it.

        Raises:
            As ``run``.
        """
        while True:
            self._cancel.check()
            try:
                step = self._query(self._held())
            except TransientError:
                self._back_off()
            except UnauthorizedError:
                self._renew()
            except SessionLostError:
                if self._held().may_be_finished:
                    raise StateError("upload.uncertain") from None
                return None
            else:
                return step if isinstance(step, UploadedVideo) else None

    # ── steps ──

    def _held(self) -> UploadSession:
        if self._session is None:
            raise StateError("upload.no-session")
        return self._session

    def _step(
        self, file: CheckedFile, details: VideoDetails, has: int | None
    ) -> Received | UploadedVideo:
        if self._session is None:
            self._begin(file, details)
            return Received(0)
        session = self._session
        if (session.sha256, session.size_bytes) != (file.sha256, file.size_bytes):
            raise StateError("upload.other-file")
        if has is None:
            return self._query(session)
        if has == file.size_bytes:
            # It has every byte and no video yet: it is still putting it together.
            raise TransientError
        return self._send(file, has)

    def _begin(self, file: CheckedFile, details: VideoDetails) -> None:
        """Open a session. One whose answer is lost stays without a byte and becomes no video."""
        answer = self._ask(
            "POST",
            self._around.upload_address + youtube.QUERY,
            youtube.begin_headers(file.size_bytes),
            youtube.encode_details(details),
        )
        uri = youtube.read_begun(answer, self._around.upload_address)
        self._keep(UploadSession(uri, file.sha256, file.size_bytes))
        self._is_token_fresh = False

    def _query(self, session: UploadSession) -> Received | UploadedVideo:
        answer = self._ask("PUT", session.uri, youtube.query_headers(session.size_bytes))
        return youtube.read_progress(answer, session)

    def _send(self, file: CheckedFile, start: int) -> Received | UploadedVideo:
        end = min(start + self._around.chunk_bytes, file.size_bytes)
        if end == file.size_bytes and not self._held().may_be_finished:
            self._around.before_last()
            self._keep(replace(self._held(), may_be_finished=True))
        session = self._held()
        sent = _Counter(start)
        answer = self._ask(
            "PUT",
            session.uri,
            youtube.chunk_headers(start, end, file.size_bytes),
            sent.counted(file.pieces(start, end, self._cancel)),
            lambda: self._tell(sent.at, file.size_bytes),
        )
        step = youtube.read_progress(answer, session)
        if isinstance(step, UploadedVideo):
            return step
        if step.size_bytes > end:
            # Bytes that were never sent: whatever this server has, it is not our file.
            raise RemoteRefusedError("youtube.not-an-answer")
        if step.size_bytes <= start:
            # It kept nothing of the chunk; at once again would only be the same again.
            raise TransientError
        return step

    def _ask(
        self,
        method: str,
        address: str,
        headers: dict[str, str],
        content: bytes | Iterator[bytes] = b"",
        tick: Callable[[], None] | None = None,
    ) -> Answer:
        try:
            bearer = {"Authorization": self._around.access.header(self._cancel)}
            return self._around.web.ask(
                method, address, headers | bearer, content, self._cancel, tick
            )
        except ResourceError as exc:
            if exc.code in _UNREACHED:
                raise TransientError from exc
            raise

    # ── after a step ──

    def _keep(self, session: UploadSession | None) -> None:
        self._around.keep(session)
        self._session = session

    def _advanced(self, step: Received, size_bytes: int) -> int:
        """Return how much the server has; what is more than ever before ends a row of failures."""
        if step.size_bytes > self._most:
            self._most, self._fruitless, self._is_token_fresh = step.size_bytes, 0, False
        self._tell(step.size_bytes, size_bytes)
        return step.size_bytes

    def _tell(self, done: int, size_bytes: int) -> None:
        self._progress(ProgressUpdate("upload.send", done, size_bytes))

    def _back_off(self) -> None:
        """Pause, longer with every failure in a row."""
        pause_s = min(LONGEST_PAUSE_S, 2.0**self._fruitless) + self._around.jitter()
        self._fruitless += 1
        if self._fruitless >= FRUITLESS_MAX:
            raise ResourceError("youtube.unreachable", attempts=FRUITLESS_MAX)
        self._progress(ProgressUpdate("upload.wait"))
        self._around.pause(pause_s, self._cancel)

    def _renew(self) -> None:
        """Have a fresh token made, unless the fresh one was refused."""
        if self._is_token_fresh:
            raise RemoteRefusedError("youtube.not-authorised")
        self._is_token_fresh = True
        self._around.access.drop()

    def _begin_anew(self) -> None:
        """Forget a session that is gone, if it cannot have become a video."""
        if self._held().may_be_finished:
            raise StateError("upload.uncertain")
        self._lost += 1
        if self._lost > LOST_SESSIONS_MAX:
            raise RemoteRefusedError("youtube.session-lost")
        self._keep(None)
        self._most = 0
