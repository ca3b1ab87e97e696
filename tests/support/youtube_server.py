"""A server on this machine that takes uploads as YouTube documents it, and fails as it documents.

Each request takes the next trouble from ``troubles``; where that list is at its end everything goes
well. A trouble that does not fit a request (a cut in the chunk of a query) is taken all the same.
"""

import json
import re
import socket
import threading
from collections import deque
from dataclasses import dataclass, field
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from consentkit.publish.endpoints import Endpoints

UNIT = 256 * 1024
CLIENT_ID = "1234567890-abcdefgh.apps.example.com"
CLIENT_SECRET = "not-a-real-secret-at-all"
REFRESH_TOKEN = "refresh/not-a-real-token"


class Trouble(StrEnum):
    """One way in which a request fails."""

    NONE = "none"
    PARTIAL = "partial"  # Only the first unit of the chunk is kept.
    ODD_PARTIAL = "odd_partial"  # Less than a unit is kept.
    FORGETFUL = "forgetful"  # The chunk is not kept at all; 308 without Range or as before.
    UNAUTHORIZED = "401"
    QUOTA = "quotaExceeded"
    UPLOAD_LIMIT = "uploadLimitExceeded"
    RATE_LIMIT = "rateLimitExceeded"
    ERROR_500 = "500"
    ERROR_502 = "502"
    ERROR_503 = "503"
    ERROR_503_KEPT = "503_kept"  # The chunk is kept and the answer is 503.
    CUT_IN_CHUNK = "cut_in_chunk"  # The connection ends in the middle; what came is kept.
    CUT_BEFORE_ANSWER = "cut_before_answer"  # Everything is kept, and no answer comes.
    HALF_ANSWER = "half_answer"  # The answer breaks off.
    EXPIRED = "404"  # The session is forgotten, if it is not a video yet.


@dataclass
class Session:
    """One upload."""

    resource: dict
    size: int
    data: bytearray = field(default_factory=bytearray)
    video_id: str = ""
    is_lost: bool = False


class YouTubeServer:
    """The running server; use it as a context manager."""

    def __init__(self):
        self.reset()
        owner = self

        class Handler(_Handler):
            server_of = owner

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self._http.handle_error = lambda request, address: None
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.01,), daemon=True)

    def reset(self):
        self.lock = threading.RLock()
        self.troubles: deque[Trouble] = deque()
        self.sessions: dict[str, Session] = {}
        self.videos: dict[str, bytes] = {}
        self.tokens = {"access-token-0"}
        self.token_count = 0
        self.is_revoked = False
        self.codes: dict[str, str] = {}
        self.granted_scope = "https://www.googleapis.com/auth/youtube.upload"
        self.requests: list[tuple[str, str, dict[str, str]]] = []
        self.forms: list[dict[str, str]] = []
        self.location = ""
        self.begin_answer = None
        self.chunk_answer = None
        self.privacy = ""
        self.stall = None
        self.stall_from = 0
        self.is_stalled = threading.Event()

    @property
    def base(self):
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    @property
    def endpoints(self):
        return Endpoints(
            f"{self.base}/auth", f"{self.base}/token", f"{self.base}/revoke", f"{self.base}/videos"
        )

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        if self.stall is not None:
            self.stall.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def posts(self):
        return sum(1 for method, path, _ in self.requests if method == "POST" and path == "/videos")


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 20
    disable_nagle_algorithm = True
    server_of: YouTubeServer

    def log_message(self, *args):
        pass

    def setup(self):
        super().setup()
        self.is_cut = False

    # ── answering ──

    def reply(self, status, body=b"", headers=(), *, is_half=False):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body) + (5 if is_half else 0)))
        self.end_headers()
        self.wfile.write(body)
        if is_half:
            self.cut()

    def cut(self):
        self.close_connection = True
        self.is_cut = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def refuse(self, status, reason, *, headers=()):
        error = {"errors": [{"domain": "youtube", "reason": reason}], "code": status}
        self.reply(status, json.dumps({"error": error}).encode(), headers)

    # ── what is asked ──

    def do_POST(self):
        owner = self.server_of
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        path = urlsplit(self.path).path
        with owner.lock:
            owner.requests.append(("POST", path, dict(self.headers.items())))
            if path == "/videos":
                self.begin(body)
            else:
                form = {name: values[0] for name, values in parse_qs(body.decode()).items()}
                owner.forms.append({"path": path} | form)
                (self.token if path == "/token" else self.revoke)(form)

    def token(self, form):
        owner = self.server_of
        if form.get("client_secret") != CLIENT_SECRET or form.get("client_id") != CLIENT_ID:
            self.reply(401, b'{"error": "invalid_client"}')
            return
        is_code = form["grant_type"] == "authorization_code"
        if is_code:
            # A code is good for one exchange, with the verifier that fits its challenge.
            is_good = owner.codes.pop(form["code"], None) == form["code_verifier"]
        else:
            is_good = form["refresh_token"] == REFRESH_TOKEN and not owner.is_revoked
        if not is_good:
            self.reply(400, b'{"error": "invalid_grant", "error_description": "no"}')
            return
        owner.token_count += 1
        value = f"access-token-{owner.token_count}"
        owner.tokens = {value}
        answer = {
            "access_token": value,
            "expires_in": 3599,
            "token_type": "Bearer",
            "scope": owner.granted_scope,
        }
        if is_code:
            answer["refresh_token"] = REFRESH_TOKEN
        self.reply(200, json.dumps(answer).encode())

    def revoke(self, form):
        owner = self.server_of
        is_known = form.get("token") == REFRESH_TOKEN and not owner.is_revoked
        owner.is_revoked = True
        self.reply(*((200, b"{}") if is_known else (400, b'{"error": "invalid_token"}')))

    def is_authorised(self):
        return self.headers.get("Authorization", "").removeprefix("Bearer ") in (
            self.server_of.tokens
        )

    def next_trouble(self):
        troubles = self.server_of.troubles
        return troubles.popleft() if troubles else Trouble.NONE

    def trouble_before(self, trouble):
        """Answer with a trouble that keeps nothing; return whether it was one."""
        match trouble:
            case Trouble.UNAUTHORIZED:
                self.server_of.tokens = set()
                self.refuse(401, "authError")
            case Trouble.QUOTA | Trouble.RATE_LIMIT:
                self.refuse(403, trouble.value)
            case Trouble.UPLOAD_LIMIT:
                self.refuse(400, trouble.value)
            case Trouble.ERROR_500 | Trouble.ERROR_502 | Trouble.ERROR_503:
                self.reply(int(trouble.value), b"<html>oops</html>")
            case _:
                return False
        return True

    def begin(self, body):
        owner = self.server_of
        trouble = self.next_trouble()
        if self.trouble_before(trouble):
            return
        if not self.is_authorised():
            self.refuse(401, "authError")
            return
        if owner.begin_answer is not None:
            self.reply(*owner.begin_answer)
            return
        key = f"session-{len(owner.sessions)}"
        size = int(self.headers["X-Upload-Content-Length"])
        owner.sessions[key] = Session(json.loads(body), size)
        where = owner.location or f"{owner.base}/videos?uploadType=resumable&upload_id={key}"
        if trouble in {Trouble.CUT_BEFORE_ANSWER, Trouble.CUT_IN_CHUNK}:
            self.cut()
            return
        self.reply(200, b"", [("Location", where)])

    def do_PUT(self):
        owner = self.server_of
        key = parse_qs(urlsplit(self.path).query)["upload_id"][0]
        with owner.lock:
            owner.requests.append(("PUT", key, dict(self.headers.items())))
            trouble = self.next_trouble()
        session = owner.sessions[key]
        length = int(self.headers["Content-Length"])
        if owner.stall is not None and length and len(session.data) >= owner.stall_from:
            owner.is_stalled.set()
            owner.stall.wait(20)
            self.cut()
            return
        data = self.taken(length, trouble)
        with owner.lock:
            self.put(session, data, length, trouble)

    def taken(self, length, trouble):
        if trouble is Trouble.CUT_IN_CHUNK and length:
            return self.rfile.read(length // 2)
        return self.rfile.read(length)

    def put(self, session, data, length, trouble):
        owner = self.server_of
        if self.trouble_before(trouble):
            return
        if not self.is_authorised():
            self.refuse(401, "authError")
            return
        if trouble is Trouble.EXPIRED and not session.video_id:
            session.is_lost = True
        if session.is_lost:
            self.refuse(404, "notFound")
            return
        self.keep(session, data, trouble)
        if trouble in {Trouble.CUT_BEFORE_ANSWER, Trouble.CUT_IN_CHUNK}:
            self.cut()
        elif trouble is Trouble.ERROR_503_KEPT:
            self.reply(503)
        elif owner.chunk_answer is not None and length:
            self.reply(*owner.chunk_answer)
        elif session.video_id:
            privacy = owner.privacy or session.resource["status"]["privacyStatus"]
            answer = {"id": session.video_id, "status": {"privacyStatus": privacy}}
            body = json.dumps(answer).encode()
            self.reply(200, body, is_half=trouble is Trouble.HALF_ANSWER)
        else:
            reached = len(session.data)
            fields = [("Range", f"bytes=0-{reached - 1}")] if reached else []
            self.reply(308, b"", fields)

    def keep(self, session, data, trouble):
        text = self.headers["Content-Range"]
        found = re.fullmatch(r"bytes (\d+)-(\d+)/(\d+)", text)
        if found is None:
            assert text == f"bytes */{session.size}", text
            return
        start, end, total = map(int, found.groups())
        assert total == session.size
        is_last = end + 1 == total
        assert is_last or (end + 1 - start) % UNIT == 0
        if session.video_id or start > len(session.data):
            return
        if trouble is Trouble.FORGETFUL:
            return
        if trouble is Trouble.PARTIAL:
            data = data[:UNIT]
        if trouble is Trouble.ODD_PARTIAL:
            data = data[: min(1000, len(data) // 2)]
        del session.data[start:]
        session.data += data
        if len(session.data) == session.size:
            session.video_id = f"video-{len(self.server_of.videos):05d}"
            self.server_of.videos[session.video_id] = bytes(session.data)
