"""The container of a proof: a stored-only zip whose members are a BagIt bag, to the byte.

A list of members has exactly one encoding. ``bundle_chunks`` writes it; ``bundle_reader`` refuses
everything else, so that two programs can never see two different contents in one file.

Invariants of an accepted bundle:

1. One end record, at the very end; nothing before the first member, between members, or after.
2. Every header is the one ``bundle_chunks`` would write: no flags, no method, no extra field, no
   comment, no 64-bit extension, fixed date and attributes; central and local headers agree.
3. Names are on the allow-list, each at most once, in the fixed order. None is used as a path.
4. Every CRC-32 is right, and ``manifest-sha256.txt`` names every payload member and no other.

Source: PKWARE APPNOTE 6.3.10 sections 4.3.7, 4.3.12 and 4.3.16; RFC 8493 (BagIt 1.0);
``resources/specs/consentproof-1.md``.
"""

import hashlib
import re
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from consentkit.kernel.errors import (
    InputError,
    LimitError,
    MalformedError,
    ResourceError,
)
from consentkit.kernel.limits import (
    BUNDLE_MAX_BYTES,
    BUNDLE_MAX_MEMBERS,
    JSON_MAX_BYTES,
    KIB,
    MIB,
    TIME_REPLY_MAX_BYTES,
)
from consentkit.kernel.progress import CancelToken, Progress, ProgressUpdate, silent

BAGIT = "bagit.txt"
MANIFEST = "manifest-sha256.txt"
RECEIPT = "data/receipt.sd-jwt"
LOG_PROOF = "data/receipt.tlog-proof"
CHECKPOINT = "data/checkpoint"
LOG_KEY = "data/log.vkey"
ISSUER_KEY = "data/issuer.jwk"
TIME_ROOTS = "data/tsa-roots.pem"
PARTNER = "data/partner.jws"
NUMBER_TOKEN = "data/number.tsr"  # noqa: S105 -- a time token
NUMBER_DATA = "data/number.checkpoint"
RECORDING = "data/recording.sd-jwt"
RECORDING_PROOF = "data/recording.tlog-proof"
EXCERPT_PROOF = "data/excerpt-proof.json"
CERTIFICATE = "data/certificate.pdf"
INSTRUCTIONS = "data/VERIFY.txt"

EXCERPT_EXTENSIONS = frozenset({
    "mp4",
    "mkv",
    "mov",
    "webm",
    "avi",
    "flv",
    "ts",
    "nut",
    "m4a",
    "mka",
    "age",
})
"""What an excerpt may be; ``age`` is an excerpt sealed to recipients."""

BAGIT_TEXT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

REQUIRED = frozenset({BAGIT, MANIFEST, RECEIPT, LOG_PROOF, CHECKPOINT, LOG_KEY, ISSUER_KEY})

_LARGEST: Mapping[str, int] = MappingProxyType({
    BAGIT: len(BAGIT_TEXT),
    MANIFEST: BUNDLE_MAX_MEMBERS * 128,
    RECEIPT: JSON_MAX_BYTES,
    LOG_PROOF: 512 * KIB,
    CHECKPOINT: 256 * KIB,
    LOG_KEY: KIB,
    ISSUER_KEY: 4 * KIB,
    TIME_ROOTS: MIB,
    PARTNER: JSON_MAX_BYTES,
    NUMBER_TOKEN: TIME_REPLY_MAX_BYTES,
    NUMBER_DATA: 256 * KIB,
    RECORDING: JSON_MAX_BYTES,
    RECORDING_PROOF: 512 * KIB,
    EXCERPT_PROOF: 64 * MIB,
    CERTIFICATE: 64 * MIB,
    INSTRUCTIONS: MIB,
})
TOKEN_NAME = re.compile(r"data/checkpoint\.([1-9])\.tsr")
EXCERPT_NAME = re.compile(rf"data/excerpt\.({'|'.join(sorted(EXCERPT_EXTENSIONS))})")

LOCAL = struct.Struct("<IHHHHHIIIHH")
CENTRAL = struct.Struct("<IHHHHHHIIIHHHHHII")
END = struct.Struct("<IHHHHIIH")
LOCAL_MAGIC, CENTRAL_MAGIC, END_MAGIC = 0x04034B50, 0x02014B50, 0x06054B50
VERSION_NEEDED = 10  # Stored files without folders (APPNOTE 4.4.3.2).
MADE_BY = (3 << 8) | 20  # Unix, so that the attributes below are read as a file mode.
DATE = 0x0021  # 1980-01-01, the first day the format can name; nothing is told by it.
ATTRIBUTES = 0o100644 << 16
CHUNK_BYTES = 1 * MIB


def token_name(number: int) -> str:
    """Return the member name of the time token ``number``, counted from 1 to 9.

    Raises:
        MalformedError: There is no such place.
    """
    name = f"data/checkpoint.{number}.tsr"
    if TOKEN_NAME.fullmatch(name) is None:
        raise MalformedError("bundle.token-number")
    return name


def excerpt_name(extension: str) -> str:
    """Return the member name of an excerpt with this extension, without its dot.

    Raises:
        MalformedError: Excerpts have no such extension.
    """
    if extension not in EXCERPT_EXTENSIONS:
        raise MalformedError("bundle.excerpt-extension")
    return f"data/excerpt.{extension}"


def largest_bytes(name: str) -> int:
    """Return how large the member ``name`` may be.

    Raises:
        MalformedError: The name is not on the list (``bundle.member-name``).
    """
    if name in _LARGEST:
        return _LARGEST[name]
    if TOKEN_NAME.fullmatch(name) is not None:
        return TIME_REPLY_MAX_BYTES
    if EXCERPT_NAME.fullmatch(name) is not None:
        return BUNDLE_MAX_BYTES
    raise MalformedError("bundle.member-name")


def place_of(name: str) -> tuple[int, str]:
    """Return the sort key of a member: the two tag files first, then the payload by name."""
    return ((BAGIT, MANIFEST).index(name), "") if name in {BAGIT, MANIFEST} else (2, name)


@dataclass(frozen=True, slots=True)
class MemberSource:
    """Where the bytes of a payload member come from; a file is read twice and must not change.

    Attributes:
        name: Member name, on the allow-list.
        source: The bytes, or the file that holds them.
    """

    name: str
    source: bytes | Path

    def chunks(self) -> Iterator[bytes]:
        """Yield the bytes in pieces of at most a mebibyte.

        Raises:
            InputError: The file cannot be opened.
            ResourceError: Reading broke off.
        """
        if isinstance(self.source, bytes):
            yield self.source
            return
        try:
            handle = self.source.open("rb")
        except OSError as exc:
            raise InputError("file.unreadable") from exc
        with handle:
            try:
                while chunk := handle.read(CHUNK_BYTES):
                    yield chunk
            except OSError as exc:
                raise ResourceError("file.read") from exc


@dataclass(frozen=True, slots=True)
class Member:
    """One member as its headers describe it.

    Attributes:
        name: Its name, on the allow-list.
        offset: Where its bytes begin in the bundle.
        size_bytes: How many there are.
        crc32: Their CRC-32.
        sha256: Their SHA-256, hexadecimal.
    """

    name: str
    offset: int
    size_bytes: int
    crc32: int
    sha256: str


def local_header(name: bytes, crc32: int, size: int) -> bytes:
    """Return the one local header a member of this name, checksum and size can have."""
    fields = (LOCAL_MAGIC, VERSION_NEEDED, 0, 0, 0, DATE, crc32, size, size, len(name), 0)
    return LOCAL.pack(*fields) + name


def central_header(name: bytes, crc32: int, size: int, offset: int) -> bytes:
    """Return the one central header of the member whose local header is at ``offset``."""
    fields = (CENTRAL_MAGIC, MADE_BY, VERSION_NEEDED, 0, 0, 0, DATE, crc32, size, size)
    return CENTRAL.pack(*fields, len(name), 0, 0, 0, 0, ATTRIBUTES, offset) + name


def _end_record(count: int, size: int, offset: int) -> bytes:
    return END.pack(END_MAGIC, 0, 0, count, count, size, offset, 0)


def manifest_text(digests: Mapping[str, str]) -> bytes:
    """Return the BagIt manifest of payload members, in the form ``sha256sum -c`` reads.

    Args:
        digests: Member name to SHA-256 in hexadecimal; tag files are left out.
    """
    names = sorted(name for name in digests if name not in {BAGIT, MANIFEST})
    return "".join(f"{digests[name]}  {name}\n" for name in names).encode("ascii")


def _measure(source: MemberSource, cancel: CancelToken | None) -> Member:
    crc, size, digest = 0, 0, hashlib.sha256()
    for chunk in source.chunks():
        crc = zlib.crc32(chunk, crc)
        size += len(chunk)
        digest.update(chunk)
        if cancel is not None:
            cancel.check()
    if size > largest_bytes(source.name):
        raise LimitError("bundle.member-too-large")
    return Member(source.name, 0, size, crc, digest.hexdigest())


def bundle_chunks(
    members: Sequence[MemberSource],
    progress: Progress = silent,
    cancel: CancelToken | None = None,
) -> Iterator[bytes]:
    """Yield the bytes of the bundle that holds ``members``; the same members give the same bytes.

    Args:
        members: Payload members in any order; ``bagit.txt`` and the manifest are added.
        progress: Told of bytes written, step ``proof.write``.
        cancel: Looked at once a mebibyte.

    Raises:
        MalformedError: A name is not on the list, is there twice, or a required one is missing.
        LimitError: A member or the whole is too large.
        InputError: A file cannot be read, or changed between the two readings.
        ResourceError: Reading broke off.
        Cancelled: A stop was asked for.
    """
    names = [source.name for source in members]
    if len(set(names)) != len(names) or {BAGIT, MANIFEST} & set(names):
        raise MalformedError("bundle.member-twice")
    if REQUIRED - set(names) - {BAGIT, MANIFEST}:
        raise MalformedError("bundle.member-missing")
    measured = {source.name: _measure(source, cancel) for source in members}
    manifest = manifest_text({name: member.sha256 for name, member in measured.items()})
    sources = [MemberSource(BAGIT, BAGIT_TEXT), MemberSource(MANIFEST, manifest), *members]
    sources.sort(key=lambda source: place_of(source.name))
    for source in sources[:2]:
        measured[source.name] = _measure(source, cancel)
    total = sum(m.size_bytes + 2 * len(m.name) + 76 for m in measured.values()) + END.size
    if total >= BUNDLE_MAX_BYTES:
        raise LimitError("bundle.too-large")
    central, offset = b"", 0
    for source in sources:
        member, name = measured[source.name], source.name.encode("ascii")
        header = local_header(name, member.crc32, member.size_bytes)
        yield header
        digest = hashlib.sha256()
        done = offset
        for chunk in source.chunks():
            digest.update(chunk)
            yield chunk
            done += len(chunk)
            progress(ProgressUpdate("proof.write", min(done, total), total))
            if cancel is not None:
                cancel.check()
        if digest.hexdigest() != member.sha256:
            raise InputError("bundle.source-changed")
        central += central_header(name, member.crc32, member.size_bytes, offset)
        offset += len(header) + member.size_bytes
    yield central
    yield _end_record(len(sources), len(central), offset)
