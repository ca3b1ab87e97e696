"""Asking a time authority over HTTP.

Source: RFC 3161 section 3.4.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from ipaddress import ip_address

import httpx

from consentkit.kernel import limits
from consentkit.kernel.clock import Clock, SystemClock
from consentkit.kernel.errors import (
    InputError,
    MalformedError,
    RemoteRefusedError,
    ResourceError,
    VerificationError,
)
from consentkit.timestamping.rfc3161 import TimeToken, build_request, verify_reply

REQUEST_TYPE = "application/timestamp-query"
REPLY_TYPE = "application/timestamp-reply"
DEFAULT_TIMEOUT_S = 20.0
"""Public authorities answer within a second; the work is retried, so that nobody waits longer."""


@dataclass(frozen=True, slots=True)
class TimeAuthority:
    """Who is asked for time tokens.

    Attributes:
        id: Short stable name ("digicert").
        name: Name for people.
        url: Where requests go, http or https. Plain http is usual: the reply is signed.
        root_pems: Roots its tokens must lead to, PEM.
        is_demonstration: It is no real authority, and every place that shows it says so.
    """

    id: str
    name: str
    url: str
    root_pems: tuple[str, ...]
    is_demonstration: bool = False

    def __post_init__(self) -> None:
        """Refuse an address that is not one of the web.

        Raises:
            MalformedError: ``time.url``.
        """
        try:
            parts = httpx.URL(self.url)
        except httpx.InvalidURL as exc:
            raise MalformedError("time.url") from exc
        if parts.scheme not in {"http", "https"} or not parts.host or parts.userinfo:
            raise MalformedError("time.url")


@dataclass(frozen=True, slots=True)
class TimeReply:
    """A verified reply.

    Attributes:
        der: The reply's bytes as received; what is kept and exported as ``.tsr``.
        token: What it says.
    """

    der: bytes
    token: TimeToken


def request_token(
    authority: TimeAuthority,
    data: bytes,
    nonce: int,
    *,
    timeout_s: float = DEFAULT_TIMEOUT_S,
    clock: Clock | None = None,
    transport: httpx.BaseTransport | None = None,
) -> TimeReply:
    """Return the authority's reply over ``data``, verified against the authority's own roots.

    Only the SHA-256 of ``data`` and the nonce leave the machine. Proxies are taken from the
    environment, but not for this machine's own addresses. Redirects are not followed.

    Args:
        authority: Whom to ask.
        data: What is to be stamped.
        nonce: 64 random bits drawn by the caller, above 0.
        timeout_s: Seconds for each wait, and from the start to the end of the body. A server that
            drips its headers byte by byte can hold the call longer; call from a background thread.
        clock: Measures that; the machine's where none is given.
        transport: Another way to send, for tests.

    Raises:
        MalformedError: ``time.nonce``.
        ResourceError: ``network.unreachable`` or ``network.timeout``; worth another try later.
        RemoteRefusedError: ``time.http-status``, ``time.not-a-reply``, ``time.too-long`` or
            ``time.rejected``: it answered, but not with a token.
        VerificationError: As ``verify_reply``: it sent a token that does not hold.
    """
    query = build_request(data, nonce)
    ticking = clock or SystemClock()
    try:
        der = _exchange(authority.url, query, timeout_s, ticking, transport)
    except httpx.TimeoutException as exc:
        raise ResourceError("network.timeout") from exc
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as exc:
        # ValueError: a proxy in the environment that is no address.
        raise ResourceError("network.unreachable") from exc
    try:
        token = verify_reply(der, data, authority.root_pems, nonce=nonce)
    except InputError as exc:
        raise RemoteRefusedError("time.not-a-reply") from exc
    except VerificationError as exc:
        if exc.code == "time.rejected":
            raise RemoteRefusedError(exc.code, **exc.facts) from exc
        raise
    return TimeReply(der, token)


def _exchange(
    url: str,
    query: bytes,
    timeout_s: float,
    clock: Clock,
    transport: httpx.BaseTransport | None,
) -> bytes:
    deadline = clock.monotonic() + timeout_s
    headers = {"Content-Type": REQUEST_TYPE, "Accept": REPLY_TYPE, "Accept-Encoding": "identity"}
    with (
        _client(url, timeout_s, transport) as client,
        client.stream("POST", url, content=query, headers=headers) as response,
    ):
        if response.status_code != httpx.codes.OK:
            raise RemoteRefusedError("time.http-status", status=response.status_code)
        kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if kind != REPLY_TYPE:
            raise RemoteRefusedError("time.not-a-reply")
        body = bytearray()
        for chunk in response.iter_raw():
            body += chunk
            if len(body) > limits.TIME_REPLY_MAX_BYTES:
                raise RemoteRefusedError("time.too-long", limit_bytes=limits.TIME_REPLY_MAX_BYTES)
            if clock.monotonic() > deadline:
                raise ResourceError("network.timeout")
        return bytes(body)


@contextmanager
def _client(
    url: str, timeout_s: float, transport: httpx.BaseTransport | None
) -> Iterator[httpx.Client]:
    with httpx.Client(
        timeout=timeout_s,
        follow_redirects=False,
        trust_env=not _is_loopback(httpx.URL(url).host),
        transport=transport,
    ) as client:
        yield client


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
