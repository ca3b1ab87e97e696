"""What an excerpt is and the written form of the proof that it is a piece of a recording.

The proof is a JSON object::

    {"schema": "consentkit.excerpt-proof/2", "container": "mp4",
     "source_range": ["61/3", "44"], "origin": "0",
     "streams": [{"stream": 0, "source_stream": 0, "first_leaf": 610, "tree_size": 21600,
                  "root": "<64 hex>", "time_base": "1/12800", "times": [260608, 1536, -1024, ...],
                  "proof": ["<64 hex>", ...]}]}

``times`` are those of the packets in the recording, in units of ``time_base``: the first as it is,
every other one as its distance to the last known one before it, null where the recording has none.

It shows that the packets of every stream are, in order and without a gap, packets of the recording
whose packet trees have these roots; that picture and sound are played at the moments they were
recorded at (see ``excerpt_times`` for how exactly); that no stream ends before the pictures unless
it does in the recording, and none is silenced or hidden in between; and that ``source_range``,
seconds from ``origin``, is what the pictures (or the sound, without pictures) span.

It does not show that every stream of the recording is there, nor the decoder's settings, which the
container holds apart from the packets; for those the recording itself is the reference.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import msgspec

from consentkit.domain.recording import PacketTree
from consentkit.kernel.errors import LimitError, MalformedError, VerificationError
from consentkit.kernel.timebase import TimeRange
from consentkit.media.bounds import (
    EXCERPT_PACKETS_MAX,
    EXCERPT_PROOF_MAX_BYTES,
    PACKETS_MAX,
    STREAMS_MAX,
)
from consentkit.media.excerpt_times import StreamTimes, check_together, span
from consentkit.media.packets import NO_TIME, packet_leaf
from consentkit.tlog.merkle import verify_range

SCHEMA = "consentkit.excerpt-proof/2"
_HEX = re.compile(r"[0-9a-f]{64}")
_FRACTION = re.compile(r"(-?(?:0|[1-9][0-9]{0,23}))(?:/([1-9][0-9]{0,23}))?")
_MUTED_MAX_S = Fraction(1, 5)
"""Encoders put up to 80 ms of silence before the sound (RFC 7845), and fill up the last packet."""
_PROOF_HASHES_MAX = 128
"""Twice the height of the largest tree."""

SUFFIXES = {
    "mp4": ".mp4",
    "matroska": ".mkv",
    "flv": ".flv",
    "avi": ".avi",
    "mpegts": ".ts",
    "mov": ".mov",
    "nut": ".nut",
}
"""Containers an excerpt is written in, by FFmpeg's name, and the ending of the file's name."""


@dataclass(frozen=True, slots=True)
class ExcerptStream:
    """Where one stream of an excerpt comes from.

    Attributes:
        stream_index: Its index in the excerpt.
        source_stream_index: Its index in the recording.
        first_leaf: Position of its first packet among the recording's packets of that stream.
        tree_size: Size of the recording's packet tree for that stream.
        root: Root of that tree, 64 lower-case hexadecimal digits.
        times: When its packets are shown in the recording; see ``packets``.
        proof: Range proof as ``consentkit.tlog.merkle.range_proof`` orders it.
    """

    stream_index: int
    source_stream_index: int
    first_leaf: int
    tree_size: int
    root: str
    times: StreamTimes
    proof: tuple[bytes, ...]

    @property
    def leaf_count(self) -> int:
        """Number of its packets."""
        return len(self.times.times)


@dataclass(frozen=True, slots=True)
class ExcerptProof:
    """What shows that an excerpt is a piece of a recording.

    Attributes:
        container: Container the excerpt was written in, one of ``SUFFIXES``.
        source_range: The exact stretch of the recording that the excerpt's pictures (or sound,
            without pictures) span; wider than what was asked for, because it begins at a keyframe.
        origin: The moment of the recording's clock that ``source_range`` counts from, in seconds.
        streams: One for every stream of the excerpt.
    """

    container: str
    source_range: TimeRange
    origin: Fraction
    streams: tuple[ExcerptStream, ...]

    def tree(self, stream: ExcerptStream) -> PacketTree:
        """Return the packet tree of the recording that a stream is proved against."""
        return PacketTree(
            stream.source_stream_index,
            stream.tree_size,
            stream.root,
            stream.times.time_base,
            self.origin,
        )


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A written excerpt.

    Attributes:
        path: Where it was written.
        proof: What shows where it comes from.
    """

    path: Path
    proof: ExcerptProof


@dataclass(frozen=True, slots=True)
class ReadStream:
    """What a stream of an excerpt holds.

    Attributes:
        digests: SHA-256 of every packet's payload.
        times: When the packets are shown in the excerpt.
        hidden: Places of packets that the container tells players to decode and not to show.
        muted: Seconds of sound that the container tells players to leave out, all together.
    """

    digests: tuple[bytes, ...]
    times: StreamTimes
    hidden: tuple[int, ...] = ()
    muted: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class ReadExcerpt:
    """What an excerpt holds.

    Attributes:
        streams: One for every stream of its container.
        main_index: Index of the pictures, or of the sound when there are none.
    """

    streams: tuple[ReadStream, ...]
    main_index: int


class _Stream(msgspec.Struct, forbid_unknown_fields=True):
    stream: int
    source_stream: int
    first_leaf: int
    tree_size: int
    root: str
    time_base: str
    times: list[int | None]
    proof: list[str]


class _Proof(msgspec.Struct, forbid_unknown_fields=True):
    schema: str
    container: str
    source_range: tuple[str, str]
    origin: str
    streams: list[_Stream]


def excerpt_proof_to_json(proof: ExcerptProof) -> str:
    """Return the proof as JSON text; the same proof always gives the same text."""
    return json.dumps(
        {
            "schema": SCHEMA,
            "container": proof.container,
            "source_range": [str(proof.source_range.start), str(proof.source_range.end)],
            "origin": str(proof.origin),
            "streams": [
                {
                    "stream": item.stream_index,
                    "source_stream": item.source_stream_index,
                    "first_leaf": item.first_leaf,
                    "tree_size": item.tree_size,
                    "root": item.root,
                    "time_base": str(item.times.time_base),
                    "times": _distances(item.times.times),
                    "proof": [value.hex() for value in item.proof],
                }
                for item in proof.streams
            ],
        },
        separators=(",", ":"),
    )


def excerpt_proof_from_json(untrusted_text: str | bytes) -> ExcerptProof:
    """Return the proof that ``excerpt_proof_to_json`` wrote, and no other text's.

    Raises:
        MalformedError: ``excerpt.proof-format``: any deviation from the written form.
        LimitError: ``excerpt.proof-size``: it is longer than any proof.
    """
    raw = untrusted_text.encode() if isinstance(untrusted_text, str) else bytes(untrusted_text)
    if len(raw) > EXCERPT_PROOF_MAX_BYTES:
        raise LimitError("excerpt.proof-size", limit=EXCERPT_PROOF_MAX_BYTES)
    malformed = MalformedError("excerpt.proof-format")
    try:
        parsed = msgspec.json.decode(raw, type=_Proof)
        proof = ExcerptProof(
            container=parsed.container,
            source_range=TimeRange(*(_parse_fraction(text) for text in parsed.source_range)),
            origin=_parse_fraction(parsed.origin),
            streams=tuple(_parse_stream(item) for item in parsed.streams),
        )
    except (msgspec.MsgspecError, MalformedError, RecursionError, UnicodeError) as exc:
        raise malformed from exc
    indices = [item.stream_index for item in proof.streams]
    if (
        parsed.schema != SCHEMA
        or proof.container not in SUFFIXES
        or not 0 < len(indices) <= STREAMS_MAX
        or indices != list(range(len(indices)))
        or len({item.source_stream_index for item in proof.streams}) != len(indices)
        # Repeated names, spaces, other spellings of numbers: one proof has one text.
        or excerpt_proof_to_json(proof).encode() != raw
    ):
        raise malformed
    return proof


def range_of(main: StreamTimes, origin: Fraction) -> TimeRange:
    """Return the stretch of a recording that an excerpt whose main stream has these times shows.

    Args:
        main: Times of the pictures (or of the sound, without pictures) in the recording.
        origin: Where the recording begins on that clock; what lies before it is not counted.

    Raises:
        VerificationError: ``excerpt.range``: there is no known time.
    """
    found = span(main)
    if found is None:
        raise VerificationError("excerpt.range")
    start = max(found[0] - origin, Fraction(0))
    return TimeRange(start, max(found[1] - origin, start))


def check_excerpt(
    proof: ExcerptProof, read: ReadExcerpt, expected_trees: Sequence[PacketTree] | None = None
) -> None:
    """Check that what an excerpt holds is what its proof speaks of.

    Args:
        proof: The proof.
        read: What was read of the excerpt.
        expected_trees: The recording's packet trees from a source that is trusted; without them
            only the proof's own roots are met.

    Raises:
        VerificationError: ``excerpt.streams`` when a stream has no proof or the other way round, or
            lacks packets that the others have the time for, ``excerpt.other-recording`` when a tree
            is not the recording's, ``log.range`` when the packets or their times are not those of
            the recording, ``excerpt.times`` when picture and sound are not played at the moments
            they were recorded at, ``excerpt.range`` when ``source_range`` is not what the pictures
            span.
    """
    held = read.streams[: len(proof.streams)]
    rest = read.streams[len(proof.streams) :]
    if (
        len(held) < len(proof.streams)
        or any(stream.digests for stream in rest)
        or not 0 <= read.main_index < len(held)
    ):
        raise VerificationError("excerpt.streams")
    for item, stream in zip(proof.streams, held, strict=True):
        if len(stream.digests) != item.leaf_count:
            raise VerificationError("excerpt.streams")
        if expected_trees is not None and proof.tree(item) not in expected_trees:
            raise VerificationError("excerpt.other-recording")
        verify_range(
            tuple(map(packet_leaf, stream.digests, item.times.times)),
            item.first_leaf,
            item.tree_size,
            item.proof,
            bytes.fromhex(item.root),
        )
    check_together([
        (item.times, stream.times) for item, stream in zip(proof.streams, held, strict=True)
    ])
    main = proof.streams[read.main_index].times
    if range_of(main, proof.origin) != proof.source_range:
        raise VerificationError("excerpt.range")
    if not all(_reaches(item, main) for item in proof.streams):
        raise VerificationError("excerpt.streams")
    start = proof.source_range.start + proof.origin
    if not all(_is_shown(*pair, start) for pair in zip(proof.streams, held, strict=True)):
        raise VerificationError("excerpt.times")


def _is_shown(item: ExcerptStream, stream: ReadStream, start: Fraction) -> bool:
    """Return whether players show all of a stream from ``start`` on the recording's clock on.

    Of what lies before, a player decodes some to have it ready, and leaves it out.
    """
    base, times = item.times.time_base, item.times.times
    own = span(item.times)
    before = Fraction(0) if own is None else max(start - own[0], Fraction(0))
    return stream.muted <= before + _MUTED_MAX_S and all(
        (time := times[place]) is not None and time * base < start for place in stream.hidden
    )


def _reaches(item: ExcerptStream, main: StreamTimes) -> bool:
    """Return whether a stream has all packets of the main stream's time that the recording has."""
    own, whole = span(item.times), span(main)
    if own is None or whole is None:
        return False
    ends_at = item.first_leaf + item.leaf_count
    return (item.first_leaf == 0 or own[0] <= whole[0]) and (
        ends_at == item.tree_size or own[1] >= whole[1]
    )


def _distances(times: Sequence[int | None]) -> list[int | None]:
    """Return every time as its distance to the last known one before it."""
    distances: list[int | None] = []
    last = 0
    for time in times:
        distances.append(None if time is None else time - last)
        last = last if time is None else time
    return distances


def _parse_times(distances: Sequence[int | None]) -> tuple[int | None, ...]:
    times: list[int | None] = []
    last = 0
    for distance in distances:
        if distance is not None:
            last += distance
            if not NO_TIME < last < -NO_TIME:
                raise MalformedError("excerpt.proof-format")
        times.append(None if distance is None else last)
    return tuple(times)


def _parse_fraction(text: str) -> Fraction:
    match = _FRACTION.fullmatch(text)
    if match is None:
        raise MalformedError("excerpt.proof-format")
    return Fraction(int(match[1]), int(match[2] or 1))


def _parse_stream(item: _Stream) -> ExcerptStream:
    hashes = [item.root, *item.proof]
    count = len(item.times)
    time_base = _parse_fraction(item.time_base)
    if (
        not 0 <= item.stream < STREAMS_MAX
        or not 0 <= item.source_stream < STREAMS_MAX
        or not 0 < count <= EXCERPT_PACKETS_MAX
        or not 0 <= item.first_leaf <= item.first_leaf + count <= item.tree_size
        or item.tree_size > PACKETS_MAX
        or time_base <= 0
        or len(item.proof) > _PROOF_HASHES_MAX
        or any(_HEX.fullmatch(text) is None for text in hashes)
    ):
        raise MalformedError("excerpt.proof-format")
    return ExcerptStream(
        stream_index=item.stream,
        source_stream_index=item.source_stream,
        first_leaf=item.first_leaf,
        tree_size=item.tree_size,
        root=item.root,
        times=StreamTimes(time_base, _parse_times(item.times)),
        proof=tuple(bytes.fromhex(text) for text in item.proof),
    )
