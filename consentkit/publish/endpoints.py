"""Where Google is asked: four addresses, all of them HTTPS unless they are on this machine."""

from dataclasses import dataclass, fields
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from consentkit.kernel.errors import MalformedError
from consentkit.kernel.limits import WEB_ADDRESS_MAX_CHARS

_SCHEMES = {"https": 443, "http": 80}


@dataclass(frozen=True, slots=True)
class Endpoints:
    """The addresses of one provider.

    Attributes:
        authorize: Where a person agrees, in the browser.
        token: Where codes and refresh tokens are exchanged.
        revoke: Where tokens are given up.
        upload: Where upload sessions begin.

    Raises:
        MalformedError: ``endpoint.address``: one of them is not HTTPS.
    """

    authorize: str
    token: str
    revoke: str
    upload: str

    def __post_init__(self) -> None:
        """Refuse an address that others on the way could read."""
        for field in fields(self):
            checked_address(getattr(self, field.name))


def checked_address(untrusted: str) -> SplitResult:
    """Return the parts of an address that secrets may be sent to.

    Raises:
        MalformedError: ``endpoint.address``: neither HTTPS nor on this machine, or with a user
            name, a fragment, or characters an address cannot hold.
    """
    if len(untrusted) > WEB_ADDRESS_MAX_CHARS or not untrusted.isascii():
        raise MalformedError("endpoint.address")
    if not untrusted.isprintable() or " " in untrusted or "\\" in untrusted:
        raise MalformedError("endpoint.address")
    try:
        parts = urlsplit(untrusted)
        _ = parts.port
    except ValueError as exc:
        raise MalformedError("endpoint.address") from exc
    if parts.scheme not in _SCHEMES or not parts.hostname or "@" in parts.netloc or parts.fragment:
        raise MalformedError("endpoint.address")
    if parts.scheme == "http" and not is_loopback(parts.hostname):
        raise MalformedError("endpoint.address")
    return parts


def is_same_place(untrusted: str, expected: str) -> bool:
    """Return whether two addresses have one scheme, host, port and path.

    Raises:
        MalformedError: As ``checked_address``.
    """
    return _place(checked_address(untrusted)) == _place(checked_address(expected))


def _place(parts: SplitResult) -> tuple[str, str | None, int, str]:
    return parts.scheme, parts.hostname, parts.port or _SCHEMES[parts.scheme], parts.path


def is_loopback(host: str) -> bool:
    """Return whether a host is this machine, by its number."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


GOOGLE = Endpoints(
    authorize="https://accounts.google.com/o/oauth2/v2/auth",
    token="https://oauth2.googleapis.com/token",  # noqa: S106 -- an address
    revoke="https://oauth2.googleapis.com/revoke",
    upload="https://www.googleapis.com/upload/youtube/v3/videos",
)
"""Source: Google Identity, OAuth 2.0 for iOS & Desktop Apps; YouTube Data API, videos.insert."""
