"""Authorities on loopback that are slow, wrong, down, chatty or forged."""

import socket
import threading
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consentkit.kernel.clock import ManualClock
from consentkit.kernel.errors import (
    ConsentKitError,
    RemoteRefusedError,
    ResourceError,
    VerificationError,
)
from consentkit.timestamping import rfc3161
from consentkit.timestamping.authority import TimeAuthority, request_token
from consentkit.timestamping.demonstration import DemonstrationAuthority

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
DATA = b"a checkpoint\n"
NONCE = 0x1234_5678_9ABC_DEF0
REPLY = "application/timestamp-reply"
HONEST = DemonstrationAuthority("A", ManualClock(NOW))
ROGUE = DemonstrationAuthority("A", ManualClock(NOW))
GOOD = HONEST.answer(rfc3161.build_request(DATA, NONCE))

GOOD_TOKEN = rfc3161.verify_reply(GOOD, DATA, [HONEST.root_pem], nonce=NONCE)


@contextmanager
def serving(respond):
    """Yield an authority whose server answers every request with ``respond(handler, query)``."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            query = self.rfile.read(int(self.headers["Content-Length"]))
            respond(self, query)

        def log_message(self, *args):
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
    )
    thread.start()
    try:
        yield TimeAuthority(
            "test", "Test", f"http://127.0.0.1:{server.server_port}/", (HONEST.root_pem,)
        )
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def send(handler, body: bytes, *, status: int = 200, kind: str = REPLY, **headers: str) -> None:
    handler.send_response(status)
    handler.send_header("Content-Type", kind)
    handler.send_header("Content-Length", str(len(body)))
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


def outcome(respond, **options) -> ConsentKitError:
    with serving(respond) as authority, pytest.raises(ConsentKitError) as caught:
        request_token(authority, DATA, NONCE, **options)
    return caught.value


def test_an_honest_authority_is_believed():
    with serving(lambda handler, query: send(handler, HONEST.answer(query))) as authority:
        reply = request_token(authority, DATA, NONCE)

    assert reply.token.is_trusted
    assert rfc3161.verify_reply(reply.der, DATA, [HONEST.root_pem], nonce=NONCE) == reply.token


def test_two_demonstration_authorities_run_side_by_side_and_do_not_vouch_for_each_other():
    clock = ManualClock(NOW)
    with DemonstrationAuthority("A", clock) as first, DemonstrationAuthority("B", clock) as second:
        replies = [request_token(one.authority, DATA, NONCE) for one in (first, second)]

        assert first.authority.url != second.authority.url
        assert first.authority.is_demonstration
        assert replies[0].token.signer_sha256 != replies[1].token.signer_sha256
        with pytest.raises(VerificationError, match=r"time\.untrusted"):
            rfc3161.verify_reply(replies[0].der, DATA, [second.root_pem])


def test_a_demonstration_authority_that_stopped_is_unreachable():
    with DemonstrationAuthority("A", ManualClock(NOW)) as demonstration:
        authority = demonstration.authority

    with pytest.raises(ResourceError, match=r"network\.unreachable"):
        request_token(authority, DATA, NONCE)


def test_an_authority_that_is_down_is_unreachable():
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
        authority = TimeAuthority("test", "Test", f"http://127.0.0.1:{port}/", ())

        with pytest.raises(ResourceError, match=r"network\.unreachable"):
            request_token(authority, DATA, NONCE)


def test_an_authority_that_never_answers_is_given_up():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        authority = TimeAuthority("test", "Test", url, ())

        with pytest.raises(ResourceError, match=r"network\.timeout"):
            request_token(authority, DATA, NONCE, timeout_s=0.2)


def test_an_authority_that_drips_its_answer_is_given_up():
    clock = ManualClock(NOW)

    def drip(handler, query):
        clock.ticks += 30
        send(handler, GOOD)

    assert outcome(drip, clock=clock).code == "network.timeout"


@pytest.mark.parametrize(
    ("respond", "kind", "code"),
    [
        (
            lambda handler, query: send(handler, b"<html>sign in</html>", kind="text/html"),
            RemoteRefusedError,
            "time.not-a-reply",
        ),
        (
            lambda handler, query: send(handler, b"<html>sign in</html>"),
            RemoteRefusedError,
            "time.not-a-reply",
        ),
        (lambda handler, query: send(handler, b""), RemoteRefusedError, "time.not-a-reply"),
        (
            lambda handler, query: send(handler, GOOD[: len(GOOD) // 2]),
            RemoteRefusedError,
            "time.not-a-reply",
        ),
        (
            lambda handler, query: send(handler, GOOD, status=503),
            RemoteRefusedError,
            "time.http-status",
        ),
        (
            lambda handler, query: send(handler, b"", status=302, Location="file:///etc/passwd"),
            RemoteRefusedError,
            "time.http-status",
        ),
        (
            lambda handler, query: send(handler, b"\x30" * 300_000),
            RemoteRefusedError,
            "time.too-long",
        ),
        (
            lambda handler, query: send(handler, HONEST.answer(b"")),
            RemoteRefusedError,
            "time.rejected",
        ),
        (
            lambda handler, query: send(handler, ROGUE.answer(query)),
            VerificationError,
            "time.untrusted",
        ),
        (
            lambda handler, query: send(
                handler, HONEST.answer(rfc3161.build_request(DATA, NONCE + 1))
            ),
            VerificationError,
            "time.wrong-nonce",
        ),
        (
            lambda handler, query: send(
                handler, HONEST.answer(rfc3161.build_request(b"other", NONCE))
            ),
            VerificationError,
            "time.wrong-imprint",
        ),
        (
            lambda handler, query: send(handler, GOOD[:-1] + bytes([GOOD[-1] ^ 1])),
            VerificationError,
            "time.bad-signature",
        ),
        (
            lambda handler, query: send(handler, b"x" * 40, **{"Content-Encoding": "gzip"}),
            RemoteRefusedError,
            "time.not-a-reply",
        ),
        (
            lambda handler, query: handler.wfile.write(b"\x00\xff not http\r\n\r\n"),
            ResourceError,
            "network.unreachable",
        ),
        (
            lambda handler, query: handler.connection.shutdown(socket.SHUT_RDWR),
            ResourceError,
            "network.unreachable",
        ),
    ],
)
def test_wrong_answers_have_their_own_codes(respond, kind, code):
    error = outcome(respond)

    assert (type(error), error.code) == (kind, code)


def test_a_body_without_end_is_cut_off():
    def flood(handler, query):
        handler.send_response(200)
        handler.send_header("Content-Type", REPLY)
        handler.end_headers()
        try:
            while True:
                handler.wfile.write(bytes(65_536))
        except OSError:
            return

    assert outcome(flood).code == "time.too-long"


def test_a_broken_proxy_setting_is_no_crash(monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "nonsense://127.0.0.1:1")
    monkeypatch.setenv("http_proxy", "nonsense://127.0.0.1:1")
    authority = TimeAuthority("test", "Test", "http://authority.invalid/", ())

    with pytest.raises(ResourceError, match=r"network\.unreachable"):
        request_token(authority, DATA, NONCE)


def test_a_proxy_is_not_asked_about_this_machine(monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    with serving(lambda handler, query: send(handler, HONEST.answer(query))) as authority:
        assert request_token(authority, DATA, NONCE).token.is_trusted


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_a_reply_with_bytes_altered_never_says_something_else(data):
    """Only what no signature covers may change: the status around the token, two versions."""
    changed = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(GOOD) - 1))
        changed[place] = data.draw(st.integers(0, 255))

    try:
        token = rfc3161.verify_reply(bytes(changed), DATA, [HONEST.root_pem], nonce=NONCE)
    except ConsentKitError:
        return
    honest = GOOD_TOKEN
    assert (token.gen_time, token.serial_number, token.signer_sha256, token.policy) == (
        honest.gen_time,
        honest.serial_number,
        honest.signer_sha256,
        honest.policy,
    )
    assert token.has_surplus or token.token_sha256 == honest.token_sha256


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_bytes_of_chance_are_no_reply(data):
    with pytest.raises(ConsentKitError):
        rfc3161.verify_reply(data, DATA, [HONEST.root_pem])
