"""A file, a connection and a place to keep a session, for tests of uploads."""

import threading
from dataclasses import dataclass, field
from pathlib import Path

from youtube_server import CLIENT_ID, CLIENT_SECRET, REFRESH_TOKEN, YouTubeServer

from consentkit.domain.video_details import VideoDetails
from consentkit.kernel.clock import SystemClock
from consentkit.kernel.digest import file_sha256_hex
from consentkit.kernel.errors import ConsentKitError
from consentkit.kernel.progress import Cancelled, CancelToken, silent
from consentkit.publish.checked_file import CheckedFile
from consentkit.publish.oauth import Access, ClientSecrets, OAuth
from consentkit.publish.web import Web
from consentkit.publish.youtube import UploadSession
from consentkit.publish.youtube_upload import ResumableUpload, Surroundings

UNIT = 256 * 1024
CLIENT = ClientSecrets(CLIENT_ID, CLIENT_SECRET)


def write_noise(path: Path, size: int) -> Path:
    """Write bytes in which no block is like another."""
    words = (size + 7) // 8
    path.write_bytes(b"".join(number.to_bytes(8, "big") for number in range(words))[:size])
    return path


@dataclass
class Uploader:
    """Runs uploads against a server; what is kept outlasts a run, as a vault does."""

    server: YouTubeServer
    path: Path
    kept: UploadSession | None = None
    pauses: list[float] = field(default_factory=list)
    news: list = field(default_factory=list)
    cancel: CancelToken = field(default_factory=CancelToken)
    details: VideoDetails = field(default_factory=lambda: VideoDetails("A title"))
    before_last: object = staticmethod(lambda: None)
    keeps: list = field(default_factory=list)
    silence_s: float = 10.0

    def keep(self, session):
        self.kept = session
        self.keeps.append(session)

    def pause(self, seconds, cancel):
        cancel.check()
        self.pauses.append(seconds)

    def surroundings(self, web, endpoints=None):
        endpoints = endpoints or self.server.endpoints
        clock = SystemClock()
        access = Access(OAuth(CLIENT, endpoints, web, clock), REFRESH_TOKEN, clock)
        return Surroundings(
            web,
            endpoints.upload,
            access,
            self.keep,
            self.before_last,
            self.pause,
            lambda: 0.5,
            UNIT,
        )

    def run(self, sha256=None):
        """Run once, as a fresh process with what was kept."""
        digest = sha256 or file_sha256_hex(self.path)
        with (
            Web(silence_s=self.silence_s) as web,
            CheckedFile(self.path, digest, silent, self.cancel) as file,
        ):
            upload = ResumableUpload(
                self.surroundings(web), self.kept, self.news.append, self.cancel
            )
            return upload.run(file, self.details)

    def ask(self):
        with Web(silence_s=self.silence_s) as web:
            return ResumableUpload(
                self.surroundings(web), self.kept, self.news.append, self.cancel
            ).ask()


def in_background(work):
    """Start work on a thread; return the thread and the list its outcome comes to."""
    outcome = []

    def run():
        try:
            outcome.append(work())
        except (ConsentKitError, Cancelled) as exc:
            outcome.append(exc)

    thread = threading.Thread(target=run)
    thread.start()
    return thread, outcome
