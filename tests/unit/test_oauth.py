"""Connecting a channel: the right answer of the right browser, once; and nothing leaks."""

import json
import logging
import socket
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx
import pytest
from upload_maker import CLIENT, in_background
from youtube_server import CLIENT_ID, CLIENT_SECRET, REFRESH_TOKEN, YouTubeServer

from consentkit.kernel.clock import SystemClock
from consentkit.kernel.errors import (
    InputError,
    MalformedError,
    RemoteRefusedError,
    ResourceError,
)
from consentkit.kernel.progress import Cancelled, CancelToken
from consentkit.publish.endpoints import GOOGLE, Endpoints
from consentkit.publish.oauth import (
    SCOPE,
    Access,
    AccessToken,
    ClientSecrets,
    Grant,
    OAuth,
    challenge_of,
    parse_client_file,
)
from consentkit.publish.web import Web


@pytest.fixture(scope="module", name="running")
def make_running():
    with YouTubeServer() as server:
        yield server


@pytest.fixture(name="server")
def make_server(running):
    running.reset()
    return running


@pytest.fixture(name="oauth")
def make_oauth(server):
    with Web(silence_s=10) as web:
        yield OAuth(CLIENT, server.endpoints, web, SystemClock())


class Browser:
    """A person in front of the page of the provider."""

    def __init__(self, server, answer=None, *, code="4/code"):
        self.server = server
        self.answer = answer
        self.code = code
        self.asked = {}
        self.before = lambda browser: None
        self.pages = []

    def __call__(self, address):
        query = parse_qs(urlsplit(address).query)
        self.asked = {name: value for name, [value] in query.items()}
        self.address = address
        self.thread, self.outcome = in_background(self.visit)

    def visit(self):
        self.before(self)
        self.server.codes[self.code] = None
        return self.back(self.answer or {"code": self.code, "state": self.asked["state"]})

    def back(self, values):
        page = httpx.get(f"{self.asked['redirect_uri']}?{urlencode(values)}", trust_env=False)
        self.pages.append(page)
        return page


def granted(server, oauth, browser):
    """Let the browser answer, with the verifier checked as a provider checks it."""

    class Codes(dict):
        def pop(self, code, default=None):
            known = super().pop(code, "missing")
            form = server.forms[-1]
            is_good = (
                known != "missing"
                and challenge_of(form["code_verifier"]) == browser.asked["code_challenge"]
            )
            return form["code_verifier"] if is_good else default

    server.codes = Codes()
    try:
        return oauth.ask_person(browser, CancelToken(), timeout_s=10)
    finally:
        browser.thread.join()


# ── what is asked ──


def test_browser_is_asked_for_uploading_alone_with_pkce_and_state(server, oauth):
    browser = Browser(server)
    granted(server, oauth, browser)
    asked = browser.asked
    assert browser.address.startswith(server.endpoints.authorize)
    assert asked["scope"] == SCOPE
    assert (asked["response_type"], asked["code_challenge_method"]) == ("code", "S256")
    assert (asked["access_type"], asked["client_id"]) == ("offline", CLIENT_ID)
    assert len(asked["state"]) >= 43
    assert urlsplit(asked["redirect_uri"]).hostname == "127.0.0.1"
    assert "secret" not in browser.address


def test_code_and_verifier_bring_a_grant(server, oauth):
    browser = Browser(server)
    grant = granted(server, oauth, browser)
    assert grant.refresh_token == REFRESH_TOKEN
    assert grant.access.value in server.tokens
    [form] = server.forms
    assert form["redirect_uri"] == browser.asked["redirect_uri"]
    assert 43 <= len(form["code_verifier"]) <= 128


def test_challenge_is_that_of_the_standard():
    """RFC 7636 appendix B."""
    verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    assert challenge_of(verifier) == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


def test_every_asking_draws_state_verifier_and_port_anew(server, oauth):
    first, second = Browser(server), Browser(server)
    granted(server, oauth, first)
    granted(server, oauth, second)
    assert first.asked["state"] != second.asked["state"]
    assert first.asked["code_challenge"] != second.asked["code_challenge"]


def test_page_shown_afterwards_has_no_words_to_translate_and_asks_for_nothing(server, oauth):
    browser = Browser(server)
    granted(server, oauth, browser)
    [page] = browser.pages
    assert page.status_code == 200
    assert "ConsentKit" in page.text
    assert page.headers["Content-Security-Policy"] == "default-src 'none'"
    assert page.headers["Cache-Control"] == "no-store"
    assert "4/code" not in page.text


# ── answers that are not the right one ──


def test_wrong_state_is_refused_and_the_right_answer_still_counts(server, oauth):
    browser = Browser(server)
    browser.before = lambda me: me.back({"code": "stolen", "state": "another"})
    assert granted(server, oauth, browser).refresh_token == REFRESH_TOKEN
    assert [page.status_code for page in browser.pages] == [400, 200]
    assert server.forms[0]["code"] == "4/code"


def test_denial_is_told(server, oauth):
    browser = Browser(server)
    browser.visit = lambda: browser.back({
        "error": "access_denied",
        "state": browser.asked["state"],
    })
    with pytest.raises(RemoteRefusedError, match=r"oauth\.denied"):
        granted(server, oauth, browser)
    assert not server.forms


def test_denial_with_another_state_is_not_heard(server, oauth):
    browser = Browser(server)
    browser.before = lambda me: me.back({"error": "access_denied", "state": "another"})
    assert granted(server, oauth, browser).refresh_token == REFRESH_TOKEN


def test_nobody_listens_after_the_right_answer(server, oauth):
    browser = Browser(server)
    granted(server, oauth, browser)
    with pytest.raises(httpx.ConnectError):
        browser.back({"code": "4/code", "state": browser.asked["state"]})


def test_code_given_twice_is_good_for_one_grant(server, oauth):
    granted(server, oauth, Browser(server))
    known = server.codes
    known.clear()
    again = Browser(server)
    again.visit = lambda: again.back({"code": "4/code", "state": again.asked["state"]})
    with pytest.raises(RemoteRefusedError, match=r"oauth\.revoked"):
        granted(server, oauth, again)


RAW = [
    b"",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    b"GET / HTTP/1.0\r\n\r\n",
    b"GET /favicon.ico HTTP/1.1\r\nHost: {host}\r\n\r\n",
    b"POST /?code=a&state={state} HTTP/1.1\r\nHost: {host}\r\n\r\n",
    b"GET /?code=a&state={state} HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    b"GET /?code=a&state={state} HTTP/1.1\r\n\r\n",
    b"GET /?code=a&code=b&state={state} HTTP/1.1\r\nHost: {host}\r\n\r\n",
    b"GET /?" + b"a=1&" * 100 + b"state={state} HTTP/1.1\r\nHost: {host}\r\n\r\n",
    b"GET /?code=a&state=%ff HTTP/1.1\r\nHost: {host}\r\n\r\n",
    b"GET http://[ HTTP/1.1\r\nHost: {host}\r\n\r\n",
    b"\xff" * 40_000,
    b"OPTIONS * HTTP/1.1\r\n\r\n\r\n\r\n",
]


@pytest.mark.parametrize("raw", RAW)
def test_what_others_knock_with_changes_nothing(server, oauth, raw):
    def knock(browser):
        parts = urlsplit(browser.asked["redirect_uri"])
        said = raw.replace(b"{host}", parts.netloc.encode())
        said = said.replace(b"{state}", browser.asked["state"].encode())
        with socket.create_connection((parts.hostname, parts.port)) as knocker:
            try:
                knocker.sendall(said)
                knocker.shutdown(socket.SHUT_WR)
                heard = knocker.recv(4096)
            except OSError:
                heard = b""
        assert not heard.startswith(b"HTTP/1.1 200")

    browser = Browser(server)
    browser.before = knock
    assert granted(server, oauth, browser).refresh_token == REFRESH_TOKEN


def test_many_who_knock_and_say_nothing_do_not_keep_the_browser_out(server, oauth):
    held = []

    def knock(browser):
        parts = urlsplit(browser.asked["redirect_uri"])
        held.extend(socket.create_connection((parts.hostname, parts.port)) for _ in range(60))

    browser = Browser(server)
    browser.before = knock
    assert granted(server, oauth, browser).refresh_token == REFRESH_TOKEN
    for knocker in held:
        knocker.close()


def test_answer_in_small_pieces_is_put_together(server, oauth):
    def visit():
        server.codes["4/code"] = None
        parts = urlsplit(browser.asked["redirect_uri"])
        said = f"GET /?code=4/code&state={browser.asked['state']} HTTP/1.1\r\nhost: {parts.netloc}"
        with socket.create_connection((parts.hostname, parts.port)) as knocker:
            knocker.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            for place in range(0, len(said), 7):
                knocker.sendall(said[place : place + 7].encode())
            knocker.sendall(b"\r\n\r\n")
            return knocker.recv(4096)

    browser = Browser(server)
    browser.visit = visit
    assert granted(server, oauth, browser).refresh_token == REFRESH_TOKEN


def test_nobody_answering_ends_in_time(oauth):
    with pytest.raises(ResourceError, match=r"oauth\.timeout"):
        oauth.ask_person(lambda _: None, CancelToken(), timeout_s=0.0)


def test_stop_is_heard_while_waiting_for_the_person(oauth):
    cancel = CancelToken()
    with pytest.raises(Cancelled):
        oauth.ask_person(lambda _: cancel.cancel(), cancel)


# ── tokens ──


def test_person_who_leaves_uploading_out_is_told(server, oauth):
    server.granted_scope = "openid https://www.googleapis.com/auth/youtube.readonly"
    with pytest.raises(RemoteRefusedError, match=r"oauth\.scope"):
        granted(server, oauth, Browser(server))


def test_refresh_of_a_revoked_grant_says_so(server, oauth):
    server.is_revoked = True
    with pytest.raises(RemoteRefusedError, match=r"oauth\.revoked"):
        oauth.refresh(REFRESH_TOKEN)


def test_client_the_provider_does_not_know_is_refused(server):
    with Web(silence_s=10) as web:
        other = OAuth(
            ClientSecrets(CLIENT_ID, "another secret".replace(" ", "-")),
            server.endpoints,
            web,
            SystemClock(),
        )
        with pytest.raises(RemoteRefusedError, match=r"oauth\.refused"):
            other.refresh(REFRESH_TOKEN)


def test_access_is_renewed_when_it_ran_out_or_was_dropped(server, oauth):
    access = Access(oauth, REFRESH_TOKEN, SystemClock(), AccessToken("first-token", float("inf")))
    assert access.header() == "Bearer first-token"
    access.drop()
    assert access.header() == "Bearer access-token-1"
    assert access.header() == "Bearer access-token-1"
    old = Access(oauth, REFRESH_TOKEN, SystemClock(), AccessToken("first-token", 0.0))
    assert old.header() == "Bearer access-token-2"


def test_revoking_twice_is_no_error(server, oauth):
    oauth.revoke(REFRESH_TOKEN)
    oauth.revoke(REFRESH_TOKEN)
    assert [form["path"] for form in server.forms] == ["/revoke", "/revoke"]
    with pytest.raises(RemoteRefusedError, match=r"oauth\.revoked"):
        oauth.refresh(REFRESH_TOKEN)


@pytest.mark.parametrize(
    "answer",
    [
        {"access_token": "good-token", "expires_in": 3599},
        {"access_token": "good-token", "expires_in": 3599, "token_type": "MAC"},
        {"access_token": "good-token", "expires_in": -1, "token_type": "Bearer"},
        {"access_token": "good-token", "expires_in": True, "token_type": "Bearer"},
        {"access_token": "good-token", "expires_in": 1e300, "token_type": "Bearer"},
        {"access_token": "bad\r\nX-Evil: 1", "expires_in": 3599, "token_type": "Bearer"},
        {"access_token": ["good-token"], "expires_in": 3599, "token_type": "Bearer"},
        {"access_token": "x" * 5000, "expires_in": 3599, "token_type": "Bearer"},
        ["no object"],
    ],
)
def test_tokens_that_cannot_be_are_refused(server, oauth, monkeypatch, answer):
    from youtube_server import _Handler

    body = json.dumps(answer).encode()
    monkeypatch.setattr(_Handler, "token", lambda self, form: self.reply(200, body))
    with pytest.raises(RemoteRefusedError, match=r"oauth\.not-an-answer"):
        oauth.refresh(REFRESH_TOKEN)


def test_nothing_secret_is_in_a_repr_or_a_log(server, oauth, caplog):
    caplog.set_level(logging.DEBUG)
    browser = Browser(server)
    grant = granted(server, oauth, browser)
    said = repr(grant) + repr(CLIENT) + repr(oauth) + caplog.text
    for secret in (grant.refresh_token, grant.access.value, CLIENT_SECRET, browser.code):
        assert secret not in said
    assert Grant("refresh", AccessToken("access", 1.0)) == Grant(
        "refresh", AccessToken("access", 1.0)
    )


# ── the project's file ──


def client_file(**changes):
    inner = {
        "client_id": CLIENT_ID,
        "client_secret": CLIENT_SECRET,
        "auth_uri": "https://evil.example/auth",
        "token_uri": "https://evil.example/token",
    }
    return json.dumps({"installed": inner | changes}).encode()


def test_file_of_the_console_names_the_client_and_its_addresses_are_ignored():
    assert parse_client_file(client_file()) == CLIENT


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"\xff\xfe",
        b'{"installed": []}',
        b'{"installed": {}}',
        client_file(client_id=""),
        client_file(client_id="a b c d e f g h"),
        client_file(client_id="x" * 300),
        client_file(client_secret=None),
        client_file(client_secret="line\nbreak-break"),
        b'{"installed": ' + b"[" * 1000,
        client_file() + b" " * 70_000,
        client_file().replace(b'"auth_uri"', b'"client_id"'),
    ],
)
def test_files_that_are_none_of_the_console_are_refused(data):
    with pytest.raises(InputError, match=r"oauth\.client-file"):
        parse_client_file(data)


def test_client_for_websites_is_refused_by_its_kind():
    inner = {"client_id": CLIENT_ID, "client_secret": CLIENT_SECRET}
    with pytest.raises(MalformedError, match=r"oauth\.client-kind"):
        parse_client_file(json.dumps({"web": inner}).encode())


# ── addresses ──


def test_addresses_are_those_google_documents():
    assert GOOGLE.authorize == "https://accounts.google.com/o/oauth2/v2/auth"
    assert GOOGLE.token == "https://oauth2.googleapis.com/token"
    assert GOOGLE.revoke == "https://oauth2.googleapis.com/revoke"
    assert GOOGLE.upload == "https://www.googleapis.com/upload/youtube/v3/videos"


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/token",
        "http://localhost.example.org/token",
        "http://127.0.0.1.example.org/token",
        "http://localhost/token",
        "ftp://127.0.0.1/token",
        "https://",
        "https://user@example.org/",
        "https://example.org:99999/",
        "https://exa mple.org/",
        "https://exämple.org/",
        "https://example.org/#part",
    ],
)
def test_addresses_others_could_read_are_refused(address):
    with pytest.raises(MalformedError, match=r"endpoint\.address"):
        Endpoints(GOOGLE.authorize, address, GOOGLE.revoke, GOOGLE.upload)
