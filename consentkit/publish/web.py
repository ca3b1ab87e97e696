"""One question to a server and its whole answer, with limits, and stopped within a second.

Invariants kept here:

1. Redirects are not followed, and an answer is not read beyond ``WEB_REPLY_MAX_BYTES``.
2. No address, header or body reaches a log: the libraries below log addresses, and the address of
   an upload session is a key to it.
3. A stop asked for ends the waiting within half a second, whatever the server does.
"""

import contextlib
import logging
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, wait
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType, TracebackType
from typing import Any, Self

import httpx

from consentkit.kernel.clock import Clock, SystemClock
from consentkit.kernel.errors import RemoteRefusedError, ResourceError
from consentkit.kernel.limits import WEB_REPLY_MAX_BYTES
from consentkit.kernel.progress import Cancelled, CancelToken
from consentkit.publish.endpoints import checked_address, is_loopback

CONNECT_TIMEOUT_S = 15.0
"""A connection that takes longer will not carry a video."""

SILENCE_TIMEOUT_S = 60.0
"""A server that neither takes nor sends a byte for a minute is gone; the upload is then resumed."""

_LOOK_S = 0.2
_LAST_BREATH_S = 0.2
_TALKATIVE = ("httpx", "httpcore")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered; nothing of it is trusted.

    Attributes:
        status: HTTP status.
        headers: Header fields by their names in lower case.
        body: The body, at most ``WEB_REPLY_MAX_BYTES``.
    """

    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)


@cache
def _certificates() -> ssl.SSLContext:
    """Return the authorities that servers are believed by; reading them takes a tenth second."""
    return httpx.create_ssl_context()


class Web:
    """Connections to servers, for one request at a time; use it as a context manager.

    Args:
        silence_s: Seconds without a byte after which a server counts as gone.
        clock: Measures how long an answer takes.
    """

    def __init__(self, *, silence_s: float = SILENCE_TIMEOUT_S, clock: Clock | None = None) -> None:
        for name in _TALKATIVE:
            logging.getLogger(name).setLevel(logging.WARNING)
        self._silence_s = silence_s
        self._clock: Clock = clock or SystemClock()
        self._clients: dict[bool, httpx.Client] = {}
        self._streams: list[Any] = []

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _exc: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """Close the connections."""
        self.close()

    def close(self) -> None:
        """Close the connections."""
        for client in self._clients.values():
            client.close()

    def ask(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str],
        content: bytes | Iterator[bytes] = b"",
        cancel: CancelToken | None = None,
        tick: Callable[[], None] | None = None,
    ) -> Answer:
        """Return the answer to one request.

        Args:
            method: HTTP method.
            url: Where to; HTTPS, or this machine.
            headers: Header fields. With an iterator as content, one of them is its length.
            content: The body. An iterator is drawn from on another thread; what it raises ends the
                request in the middle and is raised here.
            cancel: Looked at five times a second.
            tick: Called as often, on the caller's thread.

        Raises:
            MalformedError: ``endpoint.address``.
            ResourceError: ``web.unreachable`` or ``web.timeout``: there is no whole answer, and it
                is not known whether the request arrived.
            RemoteRefusedError: ``web.too-long``: the answer is larger than any.
            Cancelled: A stop was asked for.
        """
        client = self._client(is_local=is_loopback(checked_address(url).hostname or ""))
        sent = {"Accept-Encoding": "identity", "Accept": "application/json"} | dict(headers)

        def exchange() -> Answer:
            # The trace tells of the connections, so that a wait on one can be ended from outside.
            request = client.build_request(
                method, url, headers=sent, content=content, extensions={"trace": self._note}
            )
            return self._exchange(client, request)

        return self._waited_for(exchange, cancel or CancelToken(), tick)

    def _client(self, *, is_local: bool) -> httpx.Client:
        if is_local not in self._clients:
            silence_s = self._silence_s
            try:
                self._clients[is_local] = httpx.Client(
                    timeout=httpx.Timeout(silence_s, connect=min(silence_s, CONNECT_TIMEOUT_S)),
                    follow_redirects=False,
                    # Proxies are for the outside; this machine is never asked through one.
                    trust_env=not is_local,
                    verify=_certificates(),
                )
            except (httpx.InvalidURL, ValueError) as exc:
                # A proxy in the environment that is no address.
                raise ResourceError("web.unreachable") from exc
        return self._clients[is_local]

    def _note(self, event: str, info: Mapping[str, Any]) -> None:
        if event in {"connection.connect_tcp.complete", "connection.start_tls.complete"}:
            self._streams = [*self._streams[-3:], info["return_value"]]

    def _exchange(self, client: httpx.Client, request: httpx.Request) -> Answer:
        response = client.send(request, stream=True)
        try:
            deadline = self._clock.monotonic() + self._silence_s
            body = bytearray()
            for piece in response.iter_raw():
                body += piece
                if len(body) > WEB_REPLY_MAX_BYTES:
                    raise RemoteRefusedError("web.too-long", limit_bytes=WEB_REPLY_MAX_BYTES)
                if self._clock.monotonic() > deadline:
                    raise ResourceError("web.timeout")
        finally:
            response.close()
        fields = {name.lower(): value for name, value in response.headers.items()}
        return Answer(response.status_code, MappingProxyType(fields), bytes(body))

    def _waited_for(
        self,
        exchange: Callable[[], Answer],
        cancel: CancelToken,
        tick: Callable[[], None] | None,
    ) -> Answer:
        """Return what the exchange returns, from a thread of its own that a stop leaves behind."""
        future: Future[Answer] = Future()

        def work() -> None:
            try:
                future.set_result(exchange())
            except BaseException as exc:  # noqa: BLE001 -- raised anew by who waits for it
                future.set_exception(exc)

        cancel.check()
        threading.Thread(target=work, name="web", daemon=True).start()
        while not wait([future], _LOOK_S).done:
            if cancel.is_cancelled:
                self._hang_up()
                wait([future], _LAST_BREATH_S)
                raise Cancelled
            if tick is not None:
                tick()
        try:
            return future.result()
        except httpx.TimeoutException as exc:
            raise ResourceError("web.timeout") from exc
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as exc:
            raise ResourceError("web.unreachable") from exc

    def _hang_up(self) -> None:
        """End every wait on a socket: closing it alone would not wake who reads from it."""
        for stream in self._streams:
            held = stream.get_extra_info("socket")
            if held is not None:
                with contextlib.suppress(OSError):
                    held.shutdown(socket.SHUT_RDWR)
