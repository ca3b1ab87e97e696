"""What the settings decide: new time authorities, pinned roots, versions, sizes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from importlib import metadata
from pathlib import Path
from urllib.parse import urlsplit

from consentkit.kernel.errors import ConsentKitError, InputError, LimitError, ResourceError
from consentkit.kernel.limits import NAME_MAX_CHARS
from consentkit.services.preferences import MAX_AUTHORITIES
from consentkit.services.views import AuthorityView

PEM_MAX_BYTES = 256 * 1024
"""A root is 2 KiB; a bundle of all public ones is 230 KiB."""

_PEM = re.compile(
    r"-----BEGIN CERTIFICATE-----\s+[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----", re.ASCII
)

LIBRARIES = (
    ("PySide6-Essentials", "Qt"),
    ("av", "FFmpeg (PyAV)"),
    ("opencv-python-headless", "OpenCV"),
    ("cryptography", "OpenSSL (cryptography)"),
    ("sqlcipher3", "SQLCipher"),
    ("pyrage", "age (pyrage)"),
    ("rfc3161-client", "RFC 3161"),
    ("joserfc", "JOSE (joserfc)"),
    ("typst", "Typst"),
    ("segno", "segno"),
    ("numpy", "NumPy"),
)
"""Distributions worth naming, with what a person may know them as."""


@dataclass(frozen=True, slots=True)
class Library:
    """A part of the program made by others.

    Attributes:
        name: What it is known as.
        version: Its version; empty where it is not installed.
        licence: What its package says of its licence; may be empty.
    """

    name: str
    version: str
    licence: str


def libraries() -> tuple[Library, ...]:
    """Return the libraries in use with their versions; reads files."""
    found = []
    for package, name in LIBRARIES:
        try:
            facts = metadata.metadata(package).json
        except metadata.PackageNotFoundError:
            continue
        licence = str(facts.get("license_expression") or facts.get("license") or "")
        short = licence.splitlines()[0] if licence else ""
        found.append(Library(name, str(facts["version"]), short if len(short) <= 60 else ""))  # noqa: PLR2004 -- more is a text, not a name
    return tuple(found)


def own_version() -> str:
    """Return ConsentKit's version."""
    try:
        return metadata.version("consentkit")
    except metadata.PackageNotFoundError:
        return "?"


def read_roots(path: Path) -> str:
    """Return the certificates of a PEM file, and nothing else that may be in it.

    Raises:
        LimitError: The file is too large (``authority.roots-large``).
        InputError: It holds no certificate (``authority.roots-none``).
        ResourceError: It cannot be read.
    """
    try:
        if path.stat().st_size > PEM_MAX_BYTES:
            raise LimitError("authority.roots-large")
        text = path.read_text(encoding="ascii", errors="replace")
    except OSError as exc:
        raise ResourceError("file.read") from exc
    found = _PEM.findall(text)
    if not found:
        raise InputError("authority.roots-none")
    return "\n".join(found) + "\n"


def new_authority(
    name: str, url: str, roots_pem: str, known: Iterable[AuthorityView]
) -> AuthorityView:
    """Return an authority to add to the ``known`` ones.

    Raises:
        InputError: The address is no web address (``authority.url``), is known already
            (``authority.known``), or there are too many (``authority.many``).
    """
    known = tuple(known)
    clean = url.strip()
    try:
        parts = urlsplit(clean)
        is_usable = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        is_usable = False
        parts = urlsplit("")
    if not is_usable or any(char.isspace() for char in clean):
        raise InputError("authority.url")
    if any(item.url.rstrip("/") == clean.rstrip("/") for item in known):
        raise InputError("authority.known")
    if len(known) >= MAX_AUTHORITIES:
        raise InputError("authority.many")
    host = parts.hostname or ""
    stem = re.sub(r"[^a-z0-9]+", "-", host.lower()).strip("-") or "authority"
    taken = {item.id for item in known}
    number = 1
    while (made := stem if number == 1 else f"{stem}-{number}") in taken:
        number += 1
    shown = name.strip()[:NAME_MAX_CHARS] or host
    return AuthorityView(made, shown, clean, is_enabled=True, roots_pem=roots_pem)


def with_enabled(
    authorities: tuple[AuthorityView, ...], authority_id: str, *, is_enabled: bool
) -> tuple[AuthorityView, ...]:
    """Return the authorities with one asked or no longer asked."""
    return tuple(
        replace(item, is_enabled=is_enabled) if item.id == authority_id else item
        for item in authorities
    )


def without(authorities: tuple[AuthorityView, ...], authority_id: str) -> tuple[AuthorityView, ...]:
    """Return the authorities without one."""
    return tuple(item for item in authorities if item.id != authority_id)


def split_channels(text: str) -> tuple[str, ...]:
    """Return the channels typed with commas between."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def is_refusal_of_secret(error: ConsentKitError) -> bool:
    """Return whether the old passphrase was wrong."""
    return error.code.startswith("vault.locked")
