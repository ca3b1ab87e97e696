"""The container of a proof: a stored-only zip whose members are a BagIt bag, to the byte.

A list of members has exactly one encoding. ``bundle_chunks`` writes it; ``BundleReader`` refuses
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

import contextlib
import hashlib
import io
import re
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, Self

from typing_extensions import override

from consentkit.kernel.errors import (
    InputError,
    LimitError,
    MalformedError,
    NotFoundError,
    ResourceError,
    VerificationError,
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
    EXCERPT_PROOF: 64 * MIB,
    CERTIFICATE: 64 * MIB,
    INSTRUCTIONS: MIB,
})
_TOKEN = re.compile(r"data/checkpoint\.([1-9])\.tsr")
_EXCERPT = re.compile(rf"data/excerpt\.({'|'.join(sorted(EXCERPT_EXTENSIONS))})")

_LOCAL = struct.Struct("<IHHHHHIIIHH")
_CENTRAL = struct.Struct("<IHHHHHHIIIHHHHHII")
_END = struct.Struct("<IHHHHIIH")
_LOCAL_MAGIC, _CENTRAL_MAGIC, _END_MAGIC = 0x04034B50, 0x02014B50, 0x06054B50
_VERSION_NEEDED = 10  # Stored files without folders (APPNOTE 4.4.3.2).
_MADE_BY = (3 << 8) | 20  # Unix, so that the attributes below are read as a file mode.
_DATE = 0x0021  # 1980-01-01, the first day the format can name; nothing is told by it.
_ATTRIBUTES = 0o100644 << 16
_CHUNK_BYTES = 1 * MIB


def token_name(number: int) -> str:
    """Return the member name of the time token ``number``, counted from 1 to 9.

    Raises:
        MalformedError: There is no such place.
    """
    name = f"data/checkpoint.{number}.tsr"
    if _TOKEN.fullmatch(name) is None:
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
    if _TOKEN.fullmatch(name) is not None:
        return TIME_REPLY_MAX_BYTES
    if _EXCERPT.fullmatch(name) is not None:
        return BUNDLE_MAX_BYTES
    raise MalformedError("bundle.member-name")


def _place(name: str) -> tuple[int, str]:
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
                while chunk := handle.read(_CHUNK_BYTES):
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


def _local_header(name: bytes, crc32: int, size: int) -> bytes:
    fields = (_LOCAL_MAGIC, _VERSION_NEEDED, 0, 0, 0, _DATE, crc32, size, size, len(name), 0)
    return _LOCAL.pack(*fields) + name


def _central_header(name: bytes, crc32: int, size: int, offset: int) -> bytes:
    fields = (_CENTRAL_MAGIC, _MADE_BY, _VERSION_NEEDED, 0, 0, 0, _DATE, crc32, size, size)
    return _CENTRAL.pack(*fields, len(name), 0, 0, 0, 0, _ATTRIBUTES, offset) + name


def _end_record(count: int, size: int, offset: int) -> bytes:
    return _END.pack(_END_MAGIC, 0, 0, count, count, size, offset, 0)


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
    sources.sort(key=lambda source: _place(source.name))
    for source in sources[:2]:
        measured[source.name] = _measure(source, cancel)
    total = sum(m.size_bytes + 2 * len(m.name) + 76 for m in measured.values()) + _END.size
    if total >= BUNDLE_MAX_BYTES:
        raise LimitError("bundle.too-large")
    central, offset = b"", 0
    for source in sources:
        member, name = measured[source.name], source.name.encode("ascii")
        header = _local_header(name, member.crc32, member.size_bytes)
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
        central += _central_header(name, member.crc32, member.size_bytes, offset)
        offset += len(header) + member.size_bytes
    yield central
    yield _end_record(len(sources), len(central), offset)


class MemberStream(io.RawIOBase):
    """The bytes of one member as a seekable stream of its own; reads nothing outside them."""

    def __init__(self, stream: BinaryIO, start: int, size: int) -> None:
        super().__init__()
        self._stream, self._start, self._size, self._at = stream, start, size, 0

    @override
    def readable(self) -> bool:
        """Return True."""
        return True

    @override
    def seekable(self) -> bool:
        """Return True."""
        return True

    @override
    def tell(self) -> int:
        """Return the position within the member."""
        return self._at

    @override
    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Move within the member and return the new position, never before its beginning."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = max(0, base + offset)
        return self._at

    @override
    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override] # typeshed names no ABC here
        """Fill ``buffer`` from the present position and return how many bytes there were."""
        wanted = min(len(buffer), max(0, self._size - self._at))
        self._stream.seek(self._start + self._at)
        data = self._stream.read(wanted)
        buffer[: len(data)] = data
        self._at += len(data)
        return len(data)


class BundleReader:
    """An untrusted bundle whose container was checked whole; gives members by their fixed names.

    Use it as a context manager. Nothing is ever written, and no name from inside is a path.
    """

    def __init__(
        self, stream: BinaryIO, progress: Progress = silent, cancel: CancelToken | None = None
    ) -> None:
        """Check the container and every digest in it.

        Args:
            stream: A seekable stream over the whole bundle; closed with the reader.
            progress: Told of bytes read, step ``proof.read``.
            cancel: Looked at once a mebibyte.

        Raises:
            MalformedError: The container is not to the format; the code tells which rule.
            LimitError: It is larger than a bundle may be, or has too many members.
            VerificationError: A checksum or a digest is wrong (``bundle.checksum``,
                ``bundle.manifest``).
            ResourceError: Reading broke off.
            Cancelled: A stop was asked for.
        """
        self._stream = stream
        try:
            self.members: Mapping[str, Member] = MappingProxyType(
                _read_container(stream, progress, cancel)
            )
        except OSError as exc:
            raise ResourceError("file.read") from exc

    @classmethod
    def open(
        cls, path: Path, progress: Progress = silent, cancel: CancelToken | None = None
    ) -> Self:
        """Return a reader over the file at ``path``.

        Raises:
            InputError: The file cannot be opened; further as the class says.
        """
        try:
            stream = path.open("rb")
        except OSError as exc:
            raise InputError("file.unreadable") from exc
        with contextlib.ExitStack() as stack:
            stack.callback(stream.close)
            reader = cls(stream, progress, cancel)
            stack.pop_all()
        return reader

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the stream."""
        self._stream.close()

    def has(self, name: str) -> bool:
        """Return whether the bundle holds ``name``."""
        return name in self.members

    def read(self, name: str) -> bytes:
        """Return the bytes of the member ``name``, checked again against the manifest.

        Raises:
            NotFoundError: The bundle does not hold it.
            VerificationError: The file changed since it was opened.
            ResourceError: Reading broke off.
        """
        member = self._member(name)
        try:
            self._stream.seek(member.offset)
            data = self._stream.read(member.size_bytes)
        except OSError as exc:
            raise ResourceError("file.read") from exc
        if hashlib.sha256(data).hexdigest() != member.sha256:
            raise VerificationError("bundle.changed-while-read")
        return data

    def stream(self, name: str) -> BinaryIO:
        """Return the member ``name`` as a seekable stream; one at a time, while this is open.

        Raises:
            NotFoundError: The bundle does not hold it.
        """
        member = self._member(name)
        return io.BufferedReader(MemberStream(self._stream, member.offset, member.size_bytes))

    @property
    def token_names(self) -> tuple[str, ...]:
        """Member names of the time tokens, in their order."""
        return tuple(name for name in self.members if _TOKEN.fullmatch(name))

    @property
    def excerpt_names(self) -> tuple[str, ...]:
        """Member names of excerpts, sealed ones included."""
        return tuple(name for name in self.members if _EXCERPT.fullmatch(name))

    def _member(self, name: str) -> Member:
        try:
            return self.members[name]
        except KeyError:
            raise NotFoundError("bundle.no-such-member") from None


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    crc32: int
    size: int
    offset: int


def _read_exactly(stream: BinaryIO, offset: int, size: int) -> bytes:
    stream.seek(offset)
    data = stream.read(size)
    if len(data) != size:
        raise MalformedError("bundle.truncated")
    return data


def _read_end(stream: BinaryIO) -> tuple[int, int, int]:
    """Return count of members, offset and size of the directory, all within the file."""
    stream.seek(0, io.SEEK_END)
    size = stream.tell()
    if size >= BUNDLE_MAX_BYTES:
        raise LimitError("bundle.too-large")
    if size < _END.size:
        raise MalformedError("bundle.not-a-bundle")
    end = _read_exactly(stream, size - _END.size, _END.size)
    magic, disk, first_disk, here, count, length, offset, comment = _END.unpack(end)
    if magic != _END_MAGIC:
        raise MalformedError("bundle.end-record")
    if disk or first_disk or here != count or comment:
        raise MalformedError("bundle.end-record")
    if count > BUNDLE_MAX_MEMBERS:
        raise LimitError("bundle.too-many-members")
    if count == 0:
        raise MalformedError("bundle.empty")
    if offset + length != size - _END.size:
        raise MalformedError("bundle.directory-place")
    return count, offset, length


def _parse_entry(directory: bytes, at: int) -> tuple[_Entry, int]:
    """Return the entry at ``at`` of the directory, and where the next one begins."""
    if at + _CENTRAL.size > len(directory):
        raise MalformedError("bundle.directory")
    fields = _CENTRAL.unpack_from(directory, at)
    magic, made_by, needed, flags, method, time, date, crc, packed, size = fields[:10]
    name_length, extra, comment, disk, internal, attributes, offset = fields[10:]
    if magic != _CENTRAL_MAGIC:
        raise MalformedError("bundle.directory")
    stop = at + _CENTRAL.size + name_length
    name_bytes = directory[at + _CENTRAL.size : stop]
    if flags:
        raise MalformedError("bundle.member-flags")
    if method:
        raise MalformedError("bundle.member-compressed")
    if extra or comment or disk:
        raise MalformedError("bundle.member-extra")
    try:
        name = name_bytes.decode("ascii")
    except UnicodeDecodeError as exc:
        raise MalformedError("bundle.member-name") from exc
    limit = largest_bytes(name)
    if packed != size:
        raise MalformedError("bundle.member-size")
    if size > limit:
        raise LimitError("bundle.member-too-large")
    fixed = (made_by, needed, time, date, internal, attributes)
    if fixed != (_MADE_BY, _VERSION_NEEDED, 0, _DATE, 0, _ATTRIBUTES):
        raise MalformedError("bundle.member-attributes")
    return _Entry(name, crc, size, offset), stop


def _read_directory(stream: BinaryIO) -> tuple[tuple[_Entry, ...], int]:
    """Return the entries, in order and without gap or overlap, and where they must end."""
    count, offset, length = _read_end(stream)
    if length > BUNDLE_MAX_MEMBERS * (_CENTRAL.size + 64):
        raise LimitError("bundle.directory")
    directory = _read_exactly(stream, offset, length)
    entries: list[_Entry] = []
    at = 0
    for _ in range(count):
        entry, at = _parse_entry(directory, at)
        entries.append(entry)
    if at != length:
        raise MalformedError("bundle.directory")
    names = [entry.name for entry in entries]
    if len(set(names)) != len(names):
        raise MalformedError("bundle.member-twice")
    if names != sorted(names, key=_place):
        raise MalformedError("bundle.member-order")
    if not set(names) >= REQUIRED:
        raise MalformedError("bundle.member-missing")
    expected = 0
    for entry in entries:
        if entry.offset != expected:
            raise MalformedError("bundle.member-place")
        expected += _LOCAL.size + len(entry.name) + entry.size
    if expected != offset:
        raise MalformedError("bundle.member-place")
    return tuple(entries), offset


def _read_container(
    stream: BinaryIO, progress: Progress, cancel: CancelToken | None
) -> dict[str, Member]:
    entries, total = _read_directory(stream)
    members: dict[str, Member] = {}
    for entry in entries:
        name = entry.name.encode("ascii")
        header = _local_header(name, entry.crc32, entry.size)
        if _read_exactly(stream, entry.offset, len(header)) != header:
            raise MalformedError("bundle.local-header")
        crc, digest, left = 0, hashlib.sha256(), entry.size
        while left:
            chunk = stream.read(min(_CHUNK_BYTES, left))
            if not chunk:
                raise MalformedError("bundle.truncated")
            crc = zlib.crc32(chunk, crc)
            digest.update(chunk)
            left -= len(chunk)
            progress(ProgressUpdate("proof.read", stream.tell(), total))
            if cancel is not None:
                cancel.check()
        if crc != entry.crc32:
            raise VerificationError("bundle.checksum")
        start = entry.offset + len(header)
        members[entry.name] = Member(entry.name, start, entry.size, entry.crc32, digest.hexdigest())
    _check_bag(stream, members)
    return members


def _check_bag(stream: BinaryIO, members: Mapping[str, Member]) -> None:
    declaration, manifest = members[BAGIT], members[MANIFEST]
    if _read_exactly(stream, declaration.offset, declaration.size_bytes) != BAGIT_TEXT:
        raise MalformedError("bundle.bagit")
    expected = manifest_text({name: member.sha256 for name, member in members.items()})
    if _read_exactly(stream, manifest.offset, manifest.size_bytes) != expected:
        raise VerificationError("bundle.manifest")
