"""What an excerpt is and the written form of the proof that it is a piece of a recording.

The proof is a JSON object::

    {"schema": "consentkit.excerpt-proof/1", "container": "mp4",
     "source_range": ["61/3", "44"],
     "streams": [{"stream": 0, "source_stream": 0, "first_leaf": 610, "leaf_count": 711,
                  "tree_size": 21600, "root": "<64 hex>", "proof": ["<64 hex>", ...]}]}

It shows that the payloads of the excerpt's packets are, in order and without a gap, packets of the
recording whose packet trees have these roots. It does not show the packets' timestamps or the
decoder's settings, which the container holds apart from the payloads; for those the recording
itself is the reference. ``source_range`` is what the creator's program measured.
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
from consentkit.kernel.limits import JSON_MAX_BYTES
from consentkit.kernel.timebase import TimeRange
from consentkit.media.bounds import EXCERPT_PACKETS_MAX, PACKETS_MAX, STREAMS_MAX
from consentkit.tlog.merkle import verify_range

SCHEMA = "consentkit.excerpt-proof/1"
_HEX = re.compile(r"[0-9a-f]{64}")
_FRACTION = re.compile(r"(0|[1-9][0-9]{0,18})(?:/([1-9][0-9]{0,18}))?")
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
        leaf_count: Number of its packets.
        tree_size: Size of the recording's packet tree for that stream.
        root: Root of that tree, 64 lower-case hexadecimal digits.
        proof: Range proof as ``consentkit.tlog.merkle.range_proof`` orders it.
    """

    stream_index: int
    source_stream_index: int
    first_leaf: int
    leaf_count: int
    tree_size: int
    root: str
    proof: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class ExcerptProof:
    """What shows that an excerpt is a piece of a recording.

    Attributes:
        container: Container the excerpt was written in, one of ``SUFFIXES``.
        source_range: The exact stretch of the recording that the excerpt's pictures (or sound,
            without pictures) cover; wider than what was asked for, because it begins at a keyframe.
        streams: One for every stream of the excerpt.
    """

    container: str
    source_range: TimeRange
    streams: tuple[ExcerptStream, ...]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A written excerpt.

    Attributes:
        path: Where it was written.
        proof: What shows where it comes from.
    """

    path: Path
    proof: ExcerptProof


class _Stream(msgspec.Struct, forbid_unknown_fields=True):
    stream: int
    source_stream: int
    first_leaf: int
    leaf_count: int
    tree_size: int
    root: str
    proof: list[str]


class _Proof(msgspec.Struct, forbid_unknown_fields=True):
    schema: str
    container: str
    source_range: tuple[str, str]
    streams: list[_Stream]


def excerpt_proof_to_json(proof: ExcerptProof) -> str:
    """Return the proof as JSON text; the same proof always gives the same text."""
    return json.dumps(
        {
            "schema": SCHEMA,
            "container": proof.container,
            "source_range": [str(proof.source_range.start), str(proof.source_range.end)],
            "streams": [
                {
                    "stream": item.stream_index,
                    "source_stream": item.source_stream_index,
                    "first_leaf": item.first_leaf,
                    "leaf_count": item.leaf_count,
                    "tree_size": item.tree_size,
                    "root": item.root,
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
    if len(raw) > JSON_MAX_BYTES:
        raise LimitError("excerpt.proof-size", limit=JSON_MAX_BYTES)
    malformed = MalformedError("excerpt.proof-format")
    try:
        parsed = msgspec.json.decode(raw, type=_Proof)
        proof = ExcerptProof(
            container=parsed.container,
            source_range=TimeRange(*(_parse_fraction(text) for text in parsed.source_range)),
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


def check_leaves(
    proof: ExcerptProof,
    leaves: Sequence[Sequence[bytes]],
    expected_trees: Sequence[PacketTree] | None = None,
) -> None:
    """Check that the packets' leaf hashes of an excerpt are what its proof speaks of.

    Args:
        proof: The proof.
        leaves: Leaf hashes of every stream of the excerpt, in order.
        expected_trees: The recording's packet trees from a source that is trusted; without them
            only the proof's own roots are met.

    Raises:
        VerificationError: ``excerpt.streams`` when a stream has no proof or the other way round,
            ``excerpt.other-recording`` when a root is not the recording's, ``log.range`` when the
            packets are not those of the recording.
    """
    if len(leaves) < len(proof.streams) or any(leaves[len(proof.streams) :]):
        raise VerificationError("excerpt.streams")
    known = None if expected_trees is None else {tree.stream_index: tree for tree in expected_trees}
    for item in proof.streams:
        if len(leaves[item.stream_index]) != item.leaf_count:
            raise VerificationError("excerpt.streams")
        if known is not None:
            tree = known.get(item.source_stream_index)
            if tree is None or (tree.size, tree.root) != (item.tree_size, item.root):
                raise VerificationError("excerpt.other-recording")
        verify_range(
            leaves[item.stream_index],
            item.first_leaf,
            item.tree_size,
            item.proof,
            bytes.fromhex(item.root),
        )


def _parse_fraction(text: str) -> Fraction:
    match = _FRACTION.fullmatch(text)
    if match is None:
        raise MalformedError("excerpt.proof-format")
    return Fraction(int(match[1]), int(match[2] or 1))


def _parse_stream(item: _Stream) -> ExcerptStream:
    hashes = [item.root, *item.proof]
    if (
        not 0 <= item.stream < STREAMS_MAX
        or not 0 <= item.source_stream < STREAMS_MAX
        or not 0 < item.leaf_count <= EXCERPT_PACKETS_MAX
        or not 0 <= item.first_leaf <= item.first_leaf + item.leaf_count <= item.tree_size
        or item.tree_size > PACKETS_MAX
        or len(item.proof) > _PROOF_HASHES_MAX
        or any(_HEX.fullmatch(text) is None for text in hashes)
    ):
        raise MalformedError("excerpt.proof-format")
    return ExcerptStream(
        stream_index=item.stream,
        source_stream_index=item.source_stream,
        first_leaf=item.first_leaf,
        leaf_count=item.leaf_count,
        tree_size=item.tree_size,
        root=item.root,
        proof=tuple(bytes.fromhex(text) for text in item.proof),
    )
