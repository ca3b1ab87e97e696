"""The time authorities that are known, and the roots their tokens must lead to.

Both are files of ``resources/trust``; its README says where the roots come from.
"""

import tomllib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from consentkit.kernel.errors import MalformedError, ResourceError
from consentkit.kernel.resources import resource_path
from consentkit.timestamping.authority import TimeAuthority
from consentkit.timestamping.rfc3161 import load_certificate

FOLDER = "trust"


@dataclass(frozen=True, slots=True)
class KnownAuthority:
    """An authority of the list, and whether it is asked unless settings say otherwise.

    Attributes:
        authority: The authority with its pinned roots.
        is_default: It is asked from the start.
    """

    authority: TimeAuthority
    is_default: bool


def load_authorities() -> tuple[KnownAuthority, ...]:
    """Return the public authorities that come with the product, in the order they are asked.

    Raises:
        ResourceError: ``install.trust-damaged``: the files are not what was shipped.
    """
    path = resource_path(FOLDER, "authorities.toml")
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        return tuple(_known(entry) for entry in table["authority"])
    except (OSError, ValueError, KeyError, TypeError, MalformedError) as exc:
        raise ResourceError("install.trust-damaged") from exc


def default_authorities() -> tuple[TimeAuthority, ...]:
    """Return the authorities that are asked unless settings say otherwise.

    Raises:
        ResourceError: As ``load_authorities``.
    """
    return tuple(known.authority for known in load_authorities() if known.is_default)


def pinned_roots() -> tuple[str, ...]:
    """Return every root a token may lead to, PEM, each once, in the order of the file names.

    Raises:
        ResourceError: ``install.trust-damaged``: the files are not what was shipped.
    """
    try:
        roots = tuple(
            path.read_text(encoding="ascii") for path in sorted(resource_path(FOLDER).glob("*.pem"))
        )
        for root in roots:
            load_certificate(root)
    except (OSError, ValueError, MalformedError) as exc:
        raise ResourceError("install.trust-damaged") from exc
    if not roots:
        raise ResourceError("install.trust-damaged")
    return roots


def root_name(pem: str) -> str:
    """Return the subject of a root as one line (RFC 4514).

    Raises:
        MalformedError: It is no certificate.
    """
    return load_certificate(pem).subject.rfc4514_string()


def root_ends_at(pem: str) -> datetime:
    """Return when a root's validity ends, UTC.

    Raises:
        MalformedError: It is no certificate.
    """
    return load_certificate(pem).not_valid_after_utc


def _known(entry: dict[str, Any]) -> KnownAuthority:
    roots = tuple(
        resource_path(FOLDER, name).read_text(encoding="ascii") for name in entry["roots"]
    )
    for root in roots:
        load_certificate(root)
    authority = TimeAuthority(entry["id"], entry["name"], entry["url"], roots)
    return KnownAuthority(authority, bool(entry["default"]))
