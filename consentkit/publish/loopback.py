"""The one answer a browser brings back, taken on this machine.

Invariants kept here:

1. Only ``127.0.0.1`` is listened on, at a port the system draws.
2. What does not bear the state that was drawn for this asking is answered with 400 and changes
   nothing: any program on this machine, and any page in the browser, can knock here.
3. After the one right request nothing is listening any more.

Source: RFC 8252 sections 7.3 and 8.3; RFC 6749 section 4.1.2.
"""

import contextlib
import hmac
import selectors
import socket
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self
from urllib.parse import parse_qsl, urlsplit

from consentkit.kernel.clock import Clock
from consentkit.kernel.errors import RemoteRefusedError, ResourceError
from consentkit.kernel.progress import CancelToken

REQUEST_MAX_BYTES = 16 * 1024
"""A browser sends some two KiB of headers; an authorization code has some hundred characters."""

KNOCKERS_MAX = 32
"""Browsers open two or three connections ahead; when more knock, the oldest is shut out."""

_LOOK_S = 0.2
_HOST = "127.0.0.1"
_CODE_MAX_CHARS = 2048
_PAGE = (
    "<!DOCTYPE html><html><head><meta charset='utf-8'><title>ConsentKit</title></head>"
    "<body><p>ConsentKit {sign}</p></body></html>"
)
_HEAD = (
    "HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {length}\r\n"
    "Cache-Control: no-store\r\nReferrer-Policy: no-referrer\r\n"
    "Content-Security-Policy: default-src 'none'\r\nX-Content-Type-Options: nosniff\r\n"
    "Connection: close\r\n\r\n"
)
_DONE, _NO = ("200 OK", "\u2713"), ("400 Bad Request", "\u2717")


@dataclass(frozen=True, slots=True)
class _Brought:
    """What the right request brought: a code, or the name of an error."""

    code: str = field(repr=False)
    error: str


class LoopbackListener:
    """Listens for the browser's answer from its making on; use it as a context manager.

    Raises:
        ResourceError: ``oauth.no-port``: this machine gives no port.
    """

    def __init__(self) -> None:
        try:
            self._listener = socket.create_server((_HOST, 0), backlog=KNOCKERS_MAX)
        except OSError as exc:
            raise ResourceError("oauth.no-port") from exc
        self._listener.setblocking(False)  # noqa: FBT003 -- the standard library's own
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._listener, selectors.EVENT_READ)
        self._heard: dict[socket.socket, bytearray] = {}

    @property
    def redirect_uri(self) -> str:
        """The address the browser is to be sent back to."""
        return f"http://{self._authority}/"

    @property
    def _authority(self) -> str:
        return f"{_HOST}:{self._listener.getsockname()[1]}"

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _exc: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """Stop listening."""
        self.close()

    def close(self) -> None:
        """Stop listening; everybody who still knocks is shut out."""
        for knocker in tuple(self._heard):
            self._shut_out(knocker)
        self._listener.close()
        self._selector.close()

    def wait_for_code(self, state: str, timeout_s: float, clock: Clock, cancel: CancelToken) -> str:
        """Return the authorization code that comes with ``state``.

        Args:
            state: What was drawn for this asking.
            timeout_s: Seconds to wait.
            clock: Measures them.
            cancel: Looked at five times a second.

        Raises:
            RemoteRefusedError: ``oauth.denied``: the person said no; ``oauth.refused``: another
                answer that is no code.
            ResourceError: ``oauth.timeout``.
            Cancelled: A stop was asked for.
        """
        deadline = clock.monotonic() + timeout_s
        while True:
            cancel.check()
            if clock.monotonic() >= deadline:
                raise ResourceError("oauth.timeout")
            for key, _events in self._selector.select(_LOOK_S):
                if key.fileobj is self._listener:
                    self._let_in()
                elif isinstance(key.fileobj, socket.socket):
                    brought = self._hear(key.fileobj, state)
                    if brought is not None:
                        return _code_of(brought)

    def _let_in(self) -> None:
        try:
            knocker, _address = self._listener.accept()
        except OSError:
            return  # It went away again.
        knocker.setblocking(False)  # noqa: FBT003 -- the standard library's own
        if len(self._heard) >= KNOCKERS_MAX:
            self._shut_out(next(iter(self._heard)))
        self._heard[knocker] = bytearray()
        self._selector.register(knocker, selectors.EVENT_READ)

    def _shut_out(self, knocker: socket.socket) -> None:
        self._heard.pop(knocker, None)
        with contextlib.suppress(KeyError, ValueError):
            self._selector.unregister(knocker)
        knocker.close()

    def _hear(self, knocker: socket.socket, state: str) -> _Brought | None:
        """Take what one connection says, and return what it brought once that is the right one."""
        if knocker not in self._heard:
            return None  # It was shut out while others were heard.
        try:
            piece = knocker.recv(REQUEST_MAX_BYTES)
        except BlockingIOError:
            return None
        except OSError:
            piece = b""
        said = self._heard[knocker]
        said += piece
        if not piece or len(said) > REQUEST_MAX_BYTES:
            self._shut_out(knocker)
            return None
        if b"\r\n\r\n" not in said:
            return None
        brought = _brought(bytes(said), state, self._authority)
        is_right = brought is not None and not brought.error
        self._answer(knocker, *(_DONE if is_right else _NO))
        return brought

    def _answer(self, knocker: socket.socket, status: str, sign: str) -> None:
        page = _PAGE.format(sign=sign).encode()
        with contextlib.suppress(OSError):
            # The page fits into the socket's buffer; who does not read it does not hold us up.
            knocker.sendall(_HEAD.format(status=status, length=len(page)).encode() + page)
            knocker.shutdown(socket.SHUT_WR)
        self._shut_out(knocker)


def _brought(untrusted: bytes, state: str, authority: str) -> _Brought | None:
    """Return what a request brings, or None if it is not the browser's answer to this asking."""
    try:
        head, *fields = untrusted.partition(b"\r\n\r\n")[0].decode("ascii").split("\r\n")
        method, target, version = head.split(" ")
        parts = urlsplit(target)
        pairs = parse_qsl(
            parts.query, keep_blank_values=True, strict_parsing=True, max_num_fields=16
        )
    except ValueError:
        return None
    hosts = [line.partition(":")[2].strip() for line in fields if line.lower().startswith("host:")]
    if (method, parts.path, version) != ("GET", "/", "HTTP/1.1") or hosts != [authority]:
        return None
    values = dict(pairs)
    if len(values) != len(pairs):
        return None  # A parameter twice: RFC 6749 section 3.1 forbids it.
    # Another program must not find out the state by how long the comparing takes.
    if not hmac.compare_digest(values.get("state", "").encode(), state.encode()):
        return None
    code, error = values.get("code", ""), values.get("error", "")
    if bool(code) == bool(error) or len(code) > _CODE_MAX_CHARS or not code.isascii():
        return _Brought("", "malformed")
    return _Brought(code, error)


def _code_of(brought: _Brought) -> str:
    if brought.error == "access_denied":
        raise RemoteRefusedError("oauth.denied")
    if brought.error:
        raise RemoteRefusedError("oauth.refused")
    return brought.code
