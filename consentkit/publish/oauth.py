"""Access to a channel: agreed to in the browser, renewed without it, given up when asked.

Invariants kept here:

1. Only the scope of uploading is asked for, and only a token that has it is taken.
2. Tokens, secrets, codes and verifiers are in no repr, no error and no log.
3. A code is exchanged once, with the verifier that was drawn for it.

Source: RFC 6749, RFC 7636 (PKCE, S256), RFC 8252; Google Identity, OAuth 2.0 for iOS & Desktop
Apps.
"""

import base64
import hashlib
import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from consentkit.kernel.clock import Clock
from consentkit.kernel.errors import (
    ConsentKitError,
    InputError,
    MalformedError,
    RemoteRefusedError,
    ResourceError,
)
from consentkit.kernel.limits import CLIENT_FILE_MAX_BYTES
from consentkit.kernel.progress import CancelToken
from consentkit.publish.endpoints import Endpoints
from consentkit.publish.loopback import LoopbackListener
from consentkit.publish.web import Answer, Web
from consentkit.wire.canonical_json import JSONValue, parse_json_object

SCOPE = "https://www.googleapis.com/auth/youtube.upload"
"""Uploading alone: with it nobody can read, change or delete what is on the channel."""

PERSON_TIMEOUT_S = 600.0
"""Signing in with a second factor and choosing a channel takes minutes."""

_VERIFIER_BYTES = 64
_STATE_BYTES = 32
_EXPIRY_MARGIN_S = 60.0
_LONGEST_LIFE_S = 24 * 3600
_TOKEN = re.compile(r"[\x21-\x7e]{8,4096}", re.ASCII)
_CLIENT_ID = re.compile(r"[A-Za-z0-9._-]{8,256}", re.ASCII)
_OK, _CLIENT_ERRORS = 200, frozenset({400, 401, 403})

OpenBrowser = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class ClientSecrets:
    """The owner's own project, as its console hands it out.

    Attributes:
        client_id: Public name of the project's client.
        client_secret: Its secret; of a desktop program no real one, but guarded all the same.
    """

    client_id: str
    client_secret: str = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse what cannot be one.

        Raises:
            MalformedError: ``oauth.client-file``.
        """
        if _CLIENT_ID.fullmatch(self.client_id) is None:
            raise MalformedError("oauth.client-file")
        if _TOKEN.fullmatch(self.client_secret) is None:
            raise MalformedError("oauth.client-file")


@dataclass(frozen=True, slots=True)
class AccessToken:
    """A key for an hour.

    Attributes:
        value: The bearer token.
        ends_at: Second of the monotonic clock from which on it is renewed.
    """

    value: str = field(repr=False)
    ends_at: float


@dataclass(frozen=True, slots=True)
class Grant:
    """What a person granted.

    Attributes:
        refresh_token: Makes access tokens until it is revoked; kept in a vault and nowhere else.
        access: The first access token.
    """

    refresh_token: str = field(repr=False)
    access: AccessToken


def parse_client_file(untrusted: bytes) -> ClientSecrets:
    """Return the client that a ``client_secret.json`` names; it must be one for desktop programs.

    The addresses in the file are not used: whoever changed them would get the tokens.

    Raises:
        InputError: ``oauth.client-file`` or ``oauth.client-kind``: a client of another kind.
    """
    try:
        document = parse_json_object(untrusted, max_bytes=CLIENT_FILE_MAX_BYTES, max_depth=4)
    except InputError as exc:
        raise MalformedError("oauth.client-file") from exc
    inner = document.get("installed")
    if not isinstance(inner, dict):
        raise MalformedError("oauth.client-kind" if "web" in document else "oauth.client-file")
    return ClientSecrets(_text(inner, "client_id"), _text(inner, "client_secret"))


def _text(values: Mapping[str, JSONValue], name: str) -> str:
    value = values.get(name)
    return value if isinstance(value, str) else ""


class OAuth:
    """Asks one provider in the name of one client.

    Args:
        client: The owner's project.
        endpoints: Where the provider is asked.
        web: The connection.
        clock: Tells how old tokens are.
    """

    def __init__(self, client: ClientSecrets, endpoints: Endpoints, web: Web, clock: Clock) -> None:
        self._client = client
        self._endpoints = endpoints
        self._web = web
        self._clock = clock

    def ask_person(
        self,
        open_browser: OpenBrowser,
        cancel: CancelToken,
        *,
        timeout_s: float = PERSON_TIMEOUT_S,
    ) -> Grant:
        """Return what the person grants in the browser.

        Args:
            open_browser: Is given the address to open.
            cancel: Looked at five times a second.
            timeout_s: Seconds the person has.

        Raises:
            RemoteRefusedError: ``oauth.denied``, ``oauth.refused``, ``oauth.scope`` when the person
                left out uploading, ``oauth.not-an-answer``.
            ResourceError: ``oauth.timeout``, ``oauth.no-port``, or as ``Web.ask``.
            Cancelled: A stop was asked for.
        """
        verifier = secrets.token_urlsafe(_VERIFIER_BYTES)
        state = secrets.token_urlsafe(_STATE_BYTES)
        with LoopbackListener() as listener:
            redirect_uri = listener.redirect_uri
            open_browser(self._address(redirect_uri, state, verifier))
            code = listener.wait_for_code(state, timeout_s, self._clock, cancel)
        fields = {
            "grant_type": "authorization_code",
            "code": code,
            "code_verifier": verifier,
            "redirect_uri": redirect_uri,
        }
        values = self._token(fields, cancel)
        # A provider that lets people pick scopes must say which; silence stands for all.
        if SCOPE not in (_text(values, "scope") or SCOPE).split():
            raise RemoteRefusedError("oauth.scope")
        return Grant(_checked_token(values, "refresh_token"), self._access(values))

    def _address(self, redirect_uri: str, state: str, verifier: str) -> str:
        query = {
            "client_id": self._client.client_id,
            "redirect_uri": redirect_uri,
            "response_type": "code",
            "scope": SCOPE,
            "state": state,
            "code_challenge": challenge_of(verifier),
            "code_challenge_method": "S256",
            # Without both a second connecting of the same project brings no refresh token.
            "access_type": "offline",
            "prompt": "consent",
        }
        return f"{self._endpoints.authorize}?{urlencode(query)}"

    def refresh(self, refresh_token: str, cancel: CancelToken | None = None) -> AccessToken:
        """Return a fresh access token.

        Raises:
            RemoteRefusedError: ``oauth.revoked``: the grant was taken back or ran out;
                ``oauth.refused`` or ``oauth.not-an-answer``.
            ResourceError: As ``Web.ask``, or ``oauth.busy``: the provider is in trouble.
            Cancelled: A stop was asked for.
        """
        fields = {"grant_type": "refresh_token", "refresh_token": refresh_token}
        return self._access(self._token(fields, cancel))

    def revoke(self, refresh_token: str, cancel: CancelToken | None = None) -> None:
        """Give a grant up; one that was given up before is no error.

        Raises:
            RemoteRefusedError: ``oauth.refused``.
            ResourceError: As ``Web.ask``, or ``oauth.busy``.
            Cancelled: A stop was asked for.
        """
        answer = self._post(self._endpoints.revoke, {"token": refresh_token}, cancel)
        if answer.status != _OK and _error_of(answer) != "invalid_token":
            raise _refusal(answer)

    def _token(self, fields: Mapping[str, str], cancel: CancelToken | None) -> dict[str, JSONValue]:
        client = {
            "client_id": self._client.client_id,
            "client_secret": self._client.client_secret,
        }
        answer = self._post(self._endpoints.token, client | dict(fields), cancel)
        if answer.status != _OK:
            if answer.status in _CLIENT_ERRORS and _error_of(answer) == "invalid_grant":
                raise RemoteRefusedError("oauth.revoked")
            raise _refusal(answer)
        try:
            values = parse_json_object(answer.body, max_depth=4)
        except InputError as exc:
            raise RemoteRefusedError("oauth.not-an-answer") from exc
        if _text(values, "token_type").lower() != "bearer":
            raise RemoteRefusedError("oauth.not-an-answer")
        return values

    def _access(self, values: Mapping[str, JSONValue]) -> AccessToken:
        life = values.get("expires_in")
        if not isinstance(life, int) or isinstance(life, bool) or not 0 < life <= _LONGEST_LIFE_S:
            raise RemoteRefusedError("oauth.not-an-answer")
        ends_at = self._clock.monotonic() + max(0.0, life - _EXPIRY_MARGIN_S)
        return AccessToken(_checked_token(values, "access_token"), ends_at)

    def _post(self, address: str, fields: Mapping[str, str], cancel: CancelToken | None) -> Answer:
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        return self._web.ask("POST", address, headers, urlencode(fields).encode(), cancel)


class Access:
    """The access token of this moment, made anew when it has run out or was refused.

    Args:
        oauth: Makes tokens.
        refresh_token: What they are made with.
        clock: Tells when one has run out.
        first: A token that is there already.
    """

    def __init__(
        self, oauth: OAuth, refresh_token: str, clock: Clock, first: AccessToken | None = None
    ) -> None:
        self._oauth = oauth
        self._refresh_token = refresh_token
        self._clock = clock
        self._token = first

    def header(self, cancel: CancelToken | None = None) -> str:
        """Return the value of the ``Authorization`` header.

        Raises:
            As ``OAuth.refresh``.
        """
        if self._token is None or self._clock.monotonic() >= self._token.ends_at:
            self._token = self._oauth.refresh(self._refresh_token, cancel)
        return f"Bearer {self._token.value}"

    def drop(self) -> None:
        """Take the present token as worthless: the next header bears a fresh one."""
        self._token = None


def challenge_of(verifier: str) -> str:
    """Return the code challenge of a verifier.

    Source: RFC 7636 section 4.2, method S256.
    """
    digest = hashlib.sha256(verifier.encode("ascii")).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")


def _checked_token(values: Mapping[str, JSONValue], name: str) -> str:
    token = _text(values, name)
    if _TOKEN.fullmatch(token) is None:
        raise RemoteRefusedError("oauth.not-an-answer")
    return token


def _error_of(answer: Answer) -> str:
    """Return the name of an error, as RFC 6749 section 5.2 has it; empty without one."""
    try:
        return _text(parse_json_object(answer.body, max_depth=8), "error")
    except InputError:
        return ""


def _refusal(answer: Answer) -> ConsentKitError:
    if answer.status >= 500 or answer.status == 429:  # noqa: PLR2004 -- server's trouble, too many
        return ResourceError("oauth.busy", status=answer.status)
    return RemoteRefusedError("oauth.refused", status=answer.status)
