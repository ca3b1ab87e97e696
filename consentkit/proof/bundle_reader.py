"""Reading a bundle nobody vouches for: the container is checked whole before a byte is given out.

It is read by offset; nothing is unpacked, and no name from inside is used as a path. The rules are
those of ``consentkit.proof.bundle``; each has a code of its own.
"""

import contextlib
import hashlib
import io
import zlib
from collections.abc import Mapping
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
from consentkit.kernel.limits import BUNDLE_MAX_BYTES, BUNDLE_MAX_MEMBERS
from consentkit.kernel.progress import CancelToken, Progress, ProgressUpdate, silent
from consentkit.proof.bundle import (
    ATTRIBUTES,
    BAGIT,
    BAGIT_TEXT,
    CENTRAL,
    CENTRAL_MAGIC,
    CHUNK_BYTES,
    DATE,
    END,
    END_MAGIC,
    EXCERPT_NAME,
    LOCAL,
    MADE_BY,
    MANIFEST,
    REQUIRED,
    TOKEN_NAME,
    VERSION_NEEDED,
    Member,
    largest_bytes,
    local_header,
    manifest_text,
    place_of,
)


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
        return tuple(name for name in self.members if TOKEN_NAME.fullmatch(name))

    @property
    def excerpt_names(self) -> tuple[str, ...]:
        """Member names of excerpts, sealed ones included."""
        return tuple(name for name in self.members if EXCERPT_NAME.fullmatch(name))

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
    if size < END.size:
        raise MalformedError("bundle.not-a-bundle")
    end = _read_exactly(stream, size - END.size, END.size)
    magic, disk, first_disk, here, count, length, offset, comment = END.unpack(end)
    if magic != END_MAGIC:
        raise MalformedError("bundle.end-record")
    if disk or first_disk or here != count or comment:
        raise MalformedError("bundle.end-record")
    if count > BUNDLE_MAX_MEMBERS:
        raise LimitError("bundle.too-many-members")
    if count == 0:
        raise MalformedError("bundle.empty")
    if offset + length != size - END.size:
        raise MalformedError("bundle.directory-place")
    return count, offset, length


def _parse_entry(directory: bytes, at: int) -> tuple[_Entry, int]:
    """Return the entry at ``at`` of the directory, and where the next one begins."""
    if at + CENTRAL.size > len(directory):
        raise MalformedError("bundle.directory")
    fields = CENTRAL.unpack_from(directory, at)
    magic, made_by, needed, flags, method, time, date, crc, packed, size = fields[:10]
    name_length, extra, comment, disk, internal, attributes, offset = fields[10:]
    if magic != CENTRAL_MAGIC:
        raise MalformedError("bundle.directory")
    stop = at + CENTRAL.size + name_length
    name_bytes = directory[at + CENTRAL.size : stop]
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
    if fixed != (MADE_BY, VERSION_NEEDED, 0, DATE, 0, ATTRIBUTES):
        raise MalformedError("bundle.member-attributes")
    return _Entry(name, crc, size, offset), stop


def _read_directory(stream: BinaryIO) -> tuple[tuple[_Entry, ...], int]:
    """Return the entries, in order and without gap or overlap, and where they must end."""
    count, offset, length = _read_end(stream)
    if length > BUNDLE_MAX_MEMBERS * (CENTRAL.size + 64):
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
    if names != sorted(names, key=place_of):
        raise MalformedError("bundle.member-order")
    if not set(names) >= REQUIRED:
        raise MalformedError("bundle.member-missing")
    expected = 0
    for entry in entries:
        if entry.offset != expected:
            raise MalformedError("bundle.member-place")
        expected += LOCAL.size + len(entry.name) + entry.size
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
        header = local_header(name, entry.crc32, entry.size)
        if _read_exactly(stream, entry.offset, len(header)) != header:
            raise MalformedError("bundle.local-header")
        crc, digest, left = 0, hashlib.sha256(), entry.size
        while left:
            chunk = stream.read(min(CHUNK_BYTES, left))
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
