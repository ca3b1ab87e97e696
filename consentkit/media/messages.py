"""Messages between the application and the process that decodes: JSON headers and raw arrays.

A message is four bytes of length (big-endian), a JSON header of that length, and the blobs whose
lengths the header lists. The application trusts nothing that comes back: every header is parsed
into a typed value, every number is held against its bound, every array against its own length.
"""

import math
import re
import struct
from collections.abc import Sequence
from fractions import Fraction
from typing import IO

import msgspec
import numpy as np

from consentkit.domain.recording import Damage, PacketTree, StreamInfo, StreamKind
from consentkit.kernel.errors import (
    ConsentKitError,
    InputError,
    LimitError,
    MalformedError,
    ResourceError,
    VerificationError,
)
from consentkit.kernel.timebase import format_instant, parse_instant
from consentkit.media.bounds import (
    AUDIO_MAX_CHANNELS,
    DURATION_MAX_S,
    MESSAGE_BLOB_MAX_BYTES,
    MESSAGE_HEADER_MAX_BYTES,
    PACKETS_MAX,
    PICTURE_MAX_PIXELS,
    STREAMS_MAX,
)
from consentkit.media.result import ScanResult
from consentkit.media.taps.base import TapResult

_LENGTH = struct.Struct(">I")
_READ_BYTES = 1024 * 1024
_CODE = re.compile(r"[a-z][a-z0-9-]{0,30}(?:\.[a-z0-9-]{1,40}){0,3}")
_NAME = re.compile(r"[a-z0-9][a-z0-9_.-]{0,39}")
_HEX = re.compile(r"[0-9a-f]{64}")
_FRACTION = re.compile(r"(-?[0-9]{1,24})(?:/([1-9][0-9]{0,23}))?")
_DTYPES = frozenset({
    *(f"{kind}{bits}" for kind in ("int", "uint") for bits in (8, 16, 32, 64)),
    "float32",
    "float64",
    "bool",
})
_ARRAYS_MAX = 64
_DIMENSIONS_MAX = 4
_FACTS_MAX = 8
_FACT_CHARS_MAX = 64

_ERRORS: dict[str, type[ConsentKitError]] = {
    "limit": LimitError,
    "malformed": MalformedError,
    "input": InputError,
    "resource": ResourceError,
    "verification": VerificationError,
}


class Request(msgspec.Struct, tag="request", forbid_unknown_fields=True):
    """What the application asks for; ``arguments`` depends on ``task``."""

    task: str
    path: str
    arguments: dict[str, msgspec.Raw] = {}
    blobs: list[int] = []


class ProgressMessage(msgspec.Struct, tag="progress", forbid_unknown_fields=True):
    """How far the work has come."""

    step: str
    done: int
    total: int


class PictureMessage(msgspec.Struct, tag="picture", forbid_unknown_fields=True):
    """A picture; its JPEG file is the only blob."""

    at: str
    blobs: list[int]


class CheckpointMessage(msgspec.Struct, tag="checkpoint", forbid_unknown_fields=True):
    """How far a scan has come; its only blob is for the process that goes on with it."""

    blobs: list[int]


class DoneMessage(msgspec.Struct, tag="done", forbid_unknown_fields=True):
    """The result; ``value`` depends on the task."""

    value: msgspec.Raw = msgspec.Raw(b"null")
    blobs: list[int] = []


class ErrorMessage(msgspec.Struct, tag="error", forbid_unknown_fields=True):
    """An error of ours, raised in the process."""

    error: str
    code: str
    facts: dict[str, str | int | bool | None] = {}


Answer = ProgressMessage | PictureMessage | CheckpointMessage | DoneMessage | ErrorMessage


class _Array(msgspec.Struct, forbid_unknown_fields=True):
    tap: str
    name: str
    dtype: str
    shape: list[int]


class _Tap(msgspec.Struct, forbid_unknown_fields=True):
    version: int
    values: dict[str, object]


class _Stream(msgspec.Struct, forbid_unknown_fields=True):
    kind: StreamKind
    codec: str
    width_px: int
    height_px: int
    average_rate: str | None
    sample_rate_hz: int
    channels: int
    rotation_deg: int


class _Tree(msgspec.Struct, forbid_unknown_fields=True):
    size: int
    root: str
    time_base: str
    origin: str


class _Damage(msgspec.Struct, forbid_unknown_fields=True):
    error_count: int
    first_at: str | None
    is_truncated: bool
    header_duration: str | None


class _Scan(msgspec.Struct, forbid_unknown_fields=True):
    sha256: str
    size_bytes: int
    container: str
    streams: list[_Stream]
    duration: str
    is_variable_rate: bool
    damage: _Damage
    trees: list[_Tree]
    claimed_start_at: str | None
    taps: dict[str, _Tap]
    arrays: list[_Array]
    is_quick: bool


def write_message(
    pipe: IO[bytes], header: msgspec.Struct, blobs: Sequence[bytes | memoryview] = ()
) -> None:
    """Write one message; the header's ``blobs`` must list the lengths of ``blobs``."""
    encoded = msgspec.json.encode(header)
    pipe.write(_LENGTH.pack(len(encoded)) + encoded)
    pipe.writelines(blobs)
    pipe.flush()


def read_header(pipe: IO[bytes]) -> bytes | None:
    """Return the next header's bytes, or None at the end of the stream.

    Raises:
        MalformedError: ``media.worker-message``: it is too long or breaks off.
    """
    first = pipe.read(1)
    if not first:
        return None
    (length,) = _LENGTH.unpack(first + read_exactly(pipe, _LENGTH.size - 1))
    if length > MESSAGE_HEADER_MAX_BYTES:
        raise MalformedError("media.worker-message")
    return read_exactly(pipe, length)


def read_answer(pipe: IO[bytes]) -> tuple[Answer, list[bytes]] | None:
    """Return the next answer and its blobs, or None at the end of the stream.

    Raises:
        MalformedError: ``media.worker-message``: it is not what this module writes.
    """
    raw = read_header(pipe)
    if raw is None:
        return None
    try:
        header: Answer = msgspec.json.decode(raw, type=Answer)
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as exc:
        raise MalformedError("media.worker-message") from exc
    lengths: list[int] = []
    if isinstance(header, PictureMessage | CheckpointMessage | DoneMessage):
        lengths = header.blobs
    if any(length < 0 for length in lengths) or sum(lengths) > MESSAGE_BLOB_MAX_BYTES:
        raise MalformedError("media.worker-message")
    return header, [read_exactly(pipe, length) for length in lengths]


def read_exactly(pipe: IO[bytes], length: int) -> bytes:
    """Return exactly ``length`` bytes; memory grows with what comes, not with what is promised.

    Raises:
        MalformedError: ``media.worker-message``: the stream ends before.
    """
    data = bytearray()
    while len(data) < length:
        part = pipe.read(min(_READ_BYTES, length - len(data)))
        if not part:
            raise MalformedError("media.worker-message")
        data += part
    return bytes(data)


def encode_error(exc: ConsentKitError) -> ErrorMessage:
    """Return the message for an error of ours."""
    kind = next((name for name, error in _ERRORS.items() if isinstance(exc, error)), "resource")
    return ErrorMessage(kind, exc.code, dict(exc.facts))


def decode_error(message: ErrorMessage) -> ConsentKitError:
    """Return the error that a message speaks of.

    Raises:
        MalformedError: ``media.worker-message``.
    """
    _check(message.error in _ERRORS and _CODE.fullmatch(message.code) is not None)
    _check(len(message.facts) <= _FACTS_MAX)
    for name, value in message.facts.items():
        _check(name.isidentifier() and len(name) <= _FACT_CHARS_MAX and name != "code")
        _check(not isinstance(value, str) or _NAME.fullmatch(value) is not None)
    return _ERRORS[message.error](message.code, **message.facts)


def encode_fraction(value: Fraction) -> str:
    """Return a fraction as ``3/2`` or ``7``."""
    return str(value)


def decode_fraction(text: str) -> Fraction:
    """Return the fraction that ``encode_fraction`` wrote.

    Raises:
        MalformedError: ``media.worker-message``.
    """
    match = _FRACTION.fullmatch(text)
    if match is None:
        raise MalformedError("media.worker-message")
    return Fraction(int(match[1]), int(match[2] or 1))


def encode_scan(result: ScanResult) -> tuple[DoneMessage, list[memoryview]]:
    """Return the message and blobs for the result of a scan, whose arrays are not copied."""
    arrays: list[_Array] = []
    blobs: list[memoryview] = []
    for tap, tap_result in result.taps.items():
        for name, array in tap_result.arrays.items():
            arrays.append(_Array(tap, name, array.dtype.name, list(array.shape)))
            blobs.append(np.ascontiguousarray(array).reshape(-1).view(np.uint8).data)
    damage = result.damage
    scan = _Scan(
        sha256=result.sha256,
        size_bytes=result.size_bytes,
        container=result.container,
        streams=[
            _Stream(
                kind=item.kind,
                codec=item.codec,
                width_px=item.width_px,
                height_px=item.height_px,
                average_rate=_optional(item.average_rate),
                sample_rate_hz=item.sample_rate_hz,
                channels=item.channels,
                rotation_deg=item.rotation_deg,
            )
            for item in result.streams
        ],
        duration=str(result.duration),
        is_variable_rate=result.is_variable_rate,
        damage=_Damage(
            damage.error_count,
            _optional(damage.first_at),
            damage.is_truncated,
            _optional(damage.header_duration),
        ),
        trees=[
            _Tree(tree.size, tree.root, str(tree.time_base), str(tree.origin))
            for tree in result.packet_trees
        ],
        claimed_start_at=(
            None if result.claimed_start_at is None else format_instant(result.claimed_start_at)
        ),
        taps={
            name: _Tap(result.tap_versions[name], dict(tap_result.values))
            for name, tap_result in result.taps.items()
        },
        arrays=arrays,
        is_quick=result.is_quick,
    )
    message = DoneMessage(msgspec.Raw(msgspec.json.encode(scan)), [len(blob) for blob in blobs])
    return message, blobs


def decode_scan(message: DoneMessage, blobs: Sequence[bytes], taps: Sequence[str]) -> ScanResult:
    """Return the result of a scan, every part of it within its bound.

    Args:
        message: The message.
        blobs: Its blobs.
        taps: Names of the taps that were asked for.

    Raises:
        MalformedError: ``media.worker-message``.
    """
    try:
        scan = msgspec.json.decode(message.value, type=_Scan)
        claimed = None if scan.claimed_start_at is None else parse_instant(scan.claimed_start_at)
    except (msgspec.MsgspecError, MalformedError, RecursionError, UnicodeError) as exc:
        raise MalformedError("media.worker-message") from exc
    _check(_HEX.fullmatch(scan.sha256) is not None and scan.size_bytes > 0)
    _check(_NAME.fullmatch(scan.container) is not None)
    _check(len(scan.streams) == len(scan.trees) and 0 < len(scan.streams) <= STREAMS_MAX)
    _check(set(scan.taps) == set(taps))
    duration = decode_fraction(scan.duration)
    _check(0 <= duration <= DURATION_MAX_S)
    return ScanResult(
        sha256=scan.sha256,
        size_bytes=scan.size_bytes,
        container=scan.container,
        streams=tuple(_decode_stream(index, item) for index, item in enumerate(scan.streams)),
        duration=duration,
        is_variable_rate=scan.is_variable_rate,
        damage=_decode_damage(scan.damage),
        packet_trees=tuple(_decode_tree(index, item) for index, item in enumerate(scan.trees)),
        claimed_start_at=claimed,
        taps=_decode_taps(scan, blobs),
        tap_versions={name: tap.version for name, tap in scan.taps.items()},
        is_quick=scan.is_quick,
    )


def _decode_stream(index: int, item: _Stream) -> StreamInfo:
    _check(_NAME.fullmatch(item.codec) is not None)
    # A pixel may be four times as wide as high.
    _check(0 <= item.width_px * item.height_px <= 4 * PICTURE_MAX_PIXELS)
    _check(item.width_px >= 0 and item.height_px >= 0)
    _check(0 <= item.channels <= AUDIO_MAX_CHANNELS and item.sample_rate_hz >= 0)
    _check(item.rotation_deg in {0, 90, 180, 270})
    rate = None if item.average_rate is None else decode_fraction(item.average_rate)
    return StreamInfo(
        index=index,
        kind=item.kind,
        codec=item.codec,
        width_px=item.width_px,
        height_px=item.height_px,
        average_rate=rate,
        sample_rate_hz=item.sample_rate_hz,
        channels=item.channels,
        rotation_deg=item.rotation_deg,
    )


def _decode_tree(index: int, item: _Tree) -> PacketTree:
    _check(0 <= item.size <= PACKETS_MAX and _HEX.fullmatch(item.root) is not None)
    time_base = decode_fraction(item.time_base)
    _check(time_base > 0)
    return PacketTree(index, item.size, item.root, time_base, decode_fraction(item.origin))


def _decode_damage(item: _Damage) -> Damage:
    _check(item.error_count >= 0)
    return Damage(
        error_count=item.error_count,
        first_at=None if item.first_at is None else decode_fraction(item.first_at),
        is_truncated=item.is_truncated,
        header_duration=(
            None if item.header_duration is None else decode_fraction(item.header_duration)
        ),
    )


def _decode_taps(scan: _Scan, blobs: Sequence[bytes]) -> dict[str, TapResult]:
    _check(len(scan.arrays) == len(blobs) <= _ARRAYS_MAX)
    arrays: dict[str, dict[str, np.ndarray[tuple[int, ...], np.dtype[np.generic]]]] = {
        name: {} for name in scan.taps
    }
    for item, blob in zip(scan.arrays, blobs, strict=True):
        _check(item.tap in arrays and item.dtype in _DTYPES and len(item.shape) <= _DIMENSIONS_MAX)
        _check(all(0 <= length <= MESSAGE_BLOB_MAX_BYTES for length in item.shape))
        dtype = np.dtype(item.dtype)
        _check(math.prod(item.shape) * dtype.itemsize == len(blob))
        arrays[item.tap][item.name] = np.frombuffer(blob, dtype).reshape(item.shape)
    return {name: TapResult(arrays[name], tap.values) for name, tap in scan.taps.items()}


def _optional(value: Fraction | None) -> str | None:
    return None if value is None else encode_fraction(value)


def _check(holds: bool) -> None:  # noqa: FBT001 -- the one argument of a check
    if not holds:
        raise MalformedError("media.worker-message")
