"""Sealing to age recipients, and opening age files that come from outside.

A foreign header is looked at before any key touches it: recipients of the X25519 type only, few of
them, in the strict grammar. A passphrase stanza from outside may ask for gigabytes of memory, and
each unknown recipient type is code that would run on a stranger's behalf.

Stanzas of the type ``grease`` or ``...-grease`` are taken and ignored: some age programs, the
library here among them, add one to every file so that readers stay used to unknown types.

Source: C2SP age v1 (c2sp.org/age), sections "Header" and "Recipient stanza".
"""

import base64
import binascii
import contextlib
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from typing_extensions import override

from consentkit.kernel.durable import durable_writer, resource_error
from consentkit.kernel.errors import (
    InputError,
    LimitError,
    MalformedError,
    VerificationError,
)
from consentkit.kernel.limits import AGE_MAX_STANZAS, GIB, KIB, MIB
from consentkit.kernel.progress import CancelToken

if TYPE_CHECKING:
    import pyrage

VERSION_LINE = b"age-encryption.org/v1"
HEADER_MAX_BYTES = 64 * KIB
"""Twenty X25519 stanzas take 2 KiB; grease adds some hundred bytes."""

SEALED_PROOF_MAX_BYTES = 1 * GIB
"""A sealed proof is opened in memory, so that opening it writes nothing; whoever decodes its
excerpt may have to. An excerpt of a quarter of an hour, the longest taken, has some 700 MB at the
bit rates people record with."""

_CHUNK_BYTES = 1 * MIB
_X25519 = "X25519"
_KEY_CHARS = 43
_LINE_CHARS = 64
_MAC_BYTES = 32
_ARGUMENT = re.compile(rb"[\x21-\x7e]+")
_ARMOR = b"-----BEGIN AGE ENCRYPTED FILE-----"


class _PulledStream(io.RawIOBase):
    """A stream over an iterator of chunks, which remembers what the iterator raised.

    The cipher library turns an exception of its reader into one of its own; ours must come through.
    """

    def __init__(self, chunks: Iterable[bytes]) -> None:
        super().__init__()
        self._chunks = iter(chunks)
        self._rest = memoryview(b"")
        self.raised: BaseException | None = None

    @override
    def readable(self) -> bool:
        """Return True."""
        return True

    @override
    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override] # typeshed names no ABC here
        """Fill ``buffer`` from the chunks and return how many bytes there were, 0 at the end."""
        try:
            while not self._rest:
                self._rest = memoryview(next(self._chunks))
        except StopIteration:
            return 0
        except BaseException as exc:
            self.raised = exc
            raise
        count = min(len(buffer), len(self._rest))
        buffer[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count


class _BoundedWriter(io.RawIOBase):
    """Passes bytes on until there are more than allowed, or a stop is asked for."""

    def __init__(self, stream: BinaryIO, max_bytes: int | None, cancel: CancelToken | None) -> None:
        super().__init__()
        self._stream, self._left, self._cancel = stream, max_bytes, cancel
        self.raised: BaseException | None = None

    @override
    def writable(self) -> bool:
        """Return True."""
        return True

    @override
    def write(self, data: "bytes | bytearray | memoryview") -> int:  # type: ignore[override] # typeshed names no ABC here
        """Pass ``data`` on."""
        try:
            if self._left is not None:
                self._left -= len(data)
                if self._left < 0:
                    raise LimitError("age.too-large")  # noqa: TRY301 -- kept for the caller
            if self._cancel is not None:
                self._cancel.check()
            self._stream.write(data)
        except BaseException as exc:
            self.raised = exc
            raise
        return len(data)


def file_chunks(path: Path, cancel: CancelToken | None = None) -> Iterator[bytes]:
    """Yield the file's bytes in pieces of a mebibyte.

    Raises:
        InputError: The file cannot be opened.
        ResourceError: Reading broke off.
        Cancelled: A stop was asked for.
    """
    try:
        handle = path.open("rb")
    except OSError as exc:
        raise InputError("file.unreadable") from exc
    with handle:
        try:
            while chunk := handle.read(_CHUNK_BYTES):
                yield chunk
                if cancel is not None:
                    cancel.check()
        except OSError as exc:
            raise resource_error(exc) from exc


def parse_recipients(untrusted: Sequence[str]) -> "tuple[pyrage.x25519.Recipient, ...]":
    """Return the recipients written as ``age1...``.

    Raises:
        MalformedError: There is none, or one is no X25519 recipient (``age.recipient``).
        LimitError: There are more than a reader of ours would take.
    """
    import pyrage

    if not untrusted:
        raise MalformedError("age.recipient")
    if len(untrusted) >= AGE_MAX_STANZAS:
        # One place is left for the stanza the library itself adds.
        raise LimitError("age.too-many-recipients", limit=AGE_MAX_STANZAS - 1)
    try:
        return tuple(pyrage.x25519.Recipient.from_str(text.strip()) for text in untrusted)
    except pyrage.RecipientError as exc:
        raise MalformedError("age.recipient") from exc


def encrypt_chunks(chunks: Iterable[bytes], out: BinaryIO, recipients: Sequence[str]) -> None:
    """Write an age file with the content ``chunks`` to ``out``.

    Args:
        chunks: The content; what it raises comes through.
        out: A writable stream, not closed.
        recipients: ``age1...`` strings.

    Raises:
        MalformedError: A recipient is not to the format, or there is none.
        LimitError: There are too many recipients.
        ResourceError: Writing failed.
    """
    import pyrage

    reader, writer = _PulledStream(chunks), _BoundedWriter(out, None, None)
    try:
        pyrage.encrypt_io(reader, writer, list(parse_recipients(recipients)))
    except (pyrage.EncryptError, OSError) as exc:
        _reraise(reader.raised or writer.raised)
        raise MalformedError("age.encrypt") from exc


def encrypt_file(
    source: Path | bytes, out: Path, recipients: Sequence[str], cancel: CancelToken | None = None
) -> None:
    """Write an age file with the content of ``source`` to ``out``; ``age -d`` opens it.

    Raises:
        InputError: The source cannot be read.
        MalformedError: A recipient is not to the format, or there is none.
        LimitError: There are too many recipients.
        ResourceError: Reading or writing failed; ``out`` is as before.
        Cancelled: A stop was asked for; ``out`` is as before.
    """
    chunks = iter([source]) if isinstance(source, bytes) else file_chunks(source, cancel)
    with durable_writer(out) as stream:
        encrypt_chunks(chunks, stream, recipients)


def check_header(stream: BinaryIO) -> int:
    """Return the number of X25519 recipients of a foreign age file, read from its beginning.

    Nothing is decrypted. The stream is left at its beginning.

    Raises:
        MalformedError: It is no age file (``age.not-age``, ``age.armored``), or its header breaks
            the grammar (``age.header``).
        LimitError: The header is too long or has too many stanzas.
        VerificationError: A recipient type is not one we take (``age.recipient-type``).
    """
    stream.seek(0)
    head = stream.read(HEADER_MAX_BYTES + 1)
    stream.seek(0)
    if head.lstrip().startswith(_ARMOR):
        raise MalformedError("age.armored")
    if not head.startswith(VERSION_LINE + b"\n"):
        raise MalformedError("age.not-age")
    lines = _header_lines(head[len(VERSION_LINE) + 1 :])
    count = stanzas = 0
    while (line := next(lines)).startswith(b"-> "):
        stanzas += 1
        if stanzas > AGE_MAX_STANZAS:
            raise LimitError("age.too-many-stanzas", limit=AGE_MAX_STANZAS)
        count += _check_stanza(line, lines)
    if not line.startswith(b"--- ") or len(_unpadded(line[4:])) != _MAC_BYTES:
        raise MalformedError("age.header")
    if count == 0:
        raise VerificationError("age.recipient-type")
    return count


def _header_lines(text: bytes) -> Iterator[bytes]:
    """Yield the lines of a header; the caller stops at the last one, so the text must not end."""
    at = 0
    while (stop := text.find(b"\n", at)) >= 0:
        yield text[at:stop]
        at = stop + 1
    if len(text) + len(VERSION_LINE) + 1 > HEADER_MAX_BYTES:
        raise LimitError("age.header-too-long")
    raise MalformedError("age.header")


def _check_stanza(line: bytes, lines: Iterator[bytes]) -> int:
    """Return 1 for a well-formed X25519 stanza and 0 for grease."""
    arguments = line[3:].split(b" ")
    if not all(_ARGUMENT.fullmatch(argument) for argument in arguments):
        raise MalformedError("age.header")
    body = b""
    while True:
        part = next(lines)
        if len(part) > _LINE_CHARS:
            raise MalformedError("age.header")
        body += _unpadded(part)
        if len(part) < _LINE_CHARS:
            break
    kind = arguments[0].decode("ascii")
    if kind == "grease" or kind.endswith("-grease"):
        return 0
    if kind != _X25519:
        raise VerificationError("age.recipient-type")
    if len(arguments) != 2 or len(arguments[1]) != _KEY_CHARS:  # noqa: PLR2004 -- type and share
        raise MalformedError("age.header")
    if len(_unpadded(arguments[1])) != _MAC_BYTES or len(body) != _MAC_BYTES:
        raise MalformedError("age.header")
    return 1


def _unpadded(text: bytes) -> bytes:
    """Return the bytes of canonical base64 without padding."""
    try:
        data = base64.b64decode(text + b"=" * (-len(text) % 4), validate=True)
    except binascii.Error as exc:
        raise MalformedError("age.header") from exc
    if base64.b64encode(data).rstrip(b"=") != text:
        raise MalformedError("age.header")
    return data


def decrypt_stream(
    stream: BinaryIO,
    out: BinaryIO,
    identities: Sequence[str],
    *,
    max_bytes: int | None = None,
    cancel: CancelToken | None = None,
) -> None:
    """Write the content of a foreign age file to ``out``, after a look at its header.

    What reached ``out`` before an error is not authenticated as a whole: throw it away.

    Args:
        stream: Seekable, over the whole age file.
        out: A writable stream, not closed.
        identities: ``AGE-SECRET-KEY-1...`` strings.
        max_bytes: Largest content taken.
        cancel: Looked at with every piece written.

    Raises:
        MalformedError: As ``check_header``, or an identity is not to the format.
        LimitError: As ``check_header``, or the content is larger than ``max_bytes``.
        VerificationError: A recipient type is not taken, no identity opens the file, or it was
            changed (``age.not-opened``); the causes of the last two are not told apart.
        ResourceError: Writing failed.
        Cancelled: A stop was asked for.
    """
    import pyrage

    check_header(stream)
    try:
        keys = [pyrage.x25519.Identity.from_str(text.strip()) for text in identities]
    except pyrage.IdentityError as exc:
        raise MalformedError("age.identity") from exc
    if not keys:
        raise MalformedError("age.identity")
    writer = _BoundedWriter(out, max_bytes, cancel)
    try:
        pyrage.decrypt_io(stream, writer, keys)
    except (pyrage.DecryptError, OSError) as exc:
        _reraise(writer.raised)
        raise VerificationError("age.not-opened") from exc


@contextlib.contextmanager
def opened_in_memory(
    path: Path, identities: Sequence[str], *, max_bytes: int, cancel: CancelToken | None = None
) -> Iterator[BinaryIO]:
    """Yield the content of an age file as a seekable stream in memory; nothing is written here.

    Raises:
        InputError: The file cannot be opened, or as ``decrypt_stream``.
        VerificationError: As ``decrypt_stream``.
        Cancelled: A stop was asked for.
    """
    try:
        stream = path.open("rb")
    except OSError as exc:
        raise InputError("file.unreadable") from exc
    with io.BytesIO() as memory:
        with stream:
            decrypt_stream(stream, memory, identities, max_bytes=max_bytes, cancel=cancel)
        memory.seek(0)
        yield memory


def _reraise(raised: BaseException | None) -> None:
    """Raise what one of our own streams raised inside the library; an ``OSError`` as ours."""
    if isinstance(raised, OSError):
        raise resource_error(raised) from raised
    if raised is not None:
        raise raised
