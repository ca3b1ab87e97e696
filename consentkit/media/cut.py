"""Cutting an excerpt as a copy of packets, and checking one against its recording.

The excerpt begins at the keyframe at or before the wanted moment, so that it decodes to the very
pictures of the recording. After writing it is read again: it counts only if its packets' payloads
are an unbroken run of the recording's in every stream; else another container is tried.
"""

from __future__ import annotations

import contextlib
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil
from pathlib import Path

import av
import av.error
from av.container import InputContainer, OutputContainer
from av.packet import Packet
from av.stream import Stream
from av.video.stream import VideoStream

from consentkit.domain.recording import PacketTree
from consentkit.kernel.clock import SystemClock
from consentkit.kernel.errors import (
    ConsentKitError,
    InputError,
    LimitError,
    MalformedError,
    ResourceError,
    VerificationError,
)
from consentkit.kernel.limits import EXCERPT_MAX_SECONDS
from consentkit.kernel.progress import CancelToken, Progress, ProgressUpdate, silent
from consentkit.kernel.timebase import TimeRange
from consentkit.media import pyav_reader
from consentkit.media.bounds import EXCERPT_PACKETS_MAX
from consentkit.media.excerpt import SUFFIXES, Excerpt, ExcerptProof, ExcerptStream, check_leaves
from consentkit.media.packets import PacketTrees, payload_leaf
from consentkit.media.scan import packets_of
from consentkit.media.tally import Tally
from consentkit.tlog.merkle import MerkleTree

STEP = "excerpt.cut"
_BITEXACT = 0x400
"""``AVFMT_FLAG_BITEXACT`` of FFmpeg."""

_NO_TIME = -(2**63)
_REORDER_GUESS = 16
_TELL_EVERY_PACKETS = 2000


@dataclass(slots=True)
class _SourceStream:
    """Times of one stream's packets, by leaf."""

    index: int
    time_base: Fraction
    pts: array[int] = field(default_factory=lambda: array("q"))
    durations: array[int] = field(default_factory=lambda: array("q"))
    keyframes: array[int] = field(default_factory=lambda: array("q"))

    def time(self, leaf: int) -> Fraction | None:
        value = self.pts[leaf]
        return None if value == _NO_TIME else value * self.time_base

    def end(self, leaf: int) -> Fraction | None:
        at = self.time(leaf)
        return None if at is None else at + self.durations[leaf] * self.time_base


@dataclass(frozen=True, slots=True)
class _Run:
    """Which packets of one stream go into the excerpt."""

    source_index: int
    first: int
    stop: int


def cut_file(
    path: Path,
    wanted: TimeRange,
    margin: Fraction,
    expected_trees: Sequence[PacketTree],
    folder: Path,
    progress: Progress = silent,
    cancel: CancelToken | None = None,
) -> Excerpt:
    """Write the excerpt around a stretch of a recording and return it with its proof.

    Args:
        path: The recording.
        wanted: What must be in it, seconds from the start of the recording.
        margin: Seconds added on both sides as far as the recording goes.
        expected_trees: The packet trees stored when the recording was added.
        folder: An empty folder; ``excerpt.<suffix>`` is written there and nothing else stays.
        progress: Told how far the reading has come.
        cancel: Asked whether to stop.

    Raises:
        InputError: ``excerpt.outside`` when the stretch is empty or not within the recording, else
            as ``pyav_reader.open_untrusted``.
        LimitError: ``excerpt.too-long``.
        VerificationError: ``recording.changed`` when the packets are not those stored.
        ResourceError: ``excerpt.no-container`` when no container keeps the packets as they are.
        Cancelled: A stop was asked for; nothing stays in the folder.
    """
    if wanted.duration + 2 * margin > EXCERPT_MAX_SECONDS:
        raise LimitError("excerpt.too-long", limit_s=EXCERPT_MAX_SECONDS)
    with pyav_reader.open_untrusted(path) as container:
        family = pyav_reader.family(container)
        origin = pyav_reader.origin(container)
        trees, sources, picture_index = _read_source(container, progress, cancel)
    if trees.summaries() != tuple(expected_trees):
        raise VerificationError("recording.changed")
    duration = _duration(sources) - origin
    if wanted.duration <= 0 or wanted.end > duration:
        raise InputError("excerpt.outside")
    padded = wanted.widened(margin, duration)
    runs, covered = _choose_runs(
        sources, picture_index, TimeRange(padded.start, padded.end), origin
    )
    times = {
        run.source_index: _timestamps(sources[run.source_index], run, covered.start + origin)
        for run in runs
    }
    for muxer in dict.fromkeys((family, "matroska", "mov", "nut")):
        if muxer not in SUFFIXES:
            continue
        target = folder / f"excerpt{SUFFIXES[muxer]}"
        try:
            _write(path, target, muxer, runs, times, progress, cancel)
            written = read_leaves(target)
            proof = _prove(trees, runs, covered, muxer)
            check_leaves(proof, written, expected_trees)
        except (MalformedError, VerificationError):
            target.unlink(missing_ok=True)
        except BaseException:
            target.unlink(missing_ok=True)
            raise
        else:
            return Excerpt(target, proof)
    raise ResourceError("excerpt.no-container")


def verify_excerpt_file(
    path: Path, proof: ExcerptProof, expected_trees: Sequence[PacketTree] | None = None
) -> None:
    """Check an excerpt from outside against its proof; see ``excerpt.check_leaves``.

    Raises:
        VerificationError: It is not what the proof speaks of.
        InputError: It cannot be read at all.
    """
    check_leaves(proof, read_leaves(path), expected_trees)


def read_leaves(path: Path) -> tuple[tuple[bytes, ...], ...]:
    """Return the leaf hashes of every stream of a file.

    Raises:
        InputError: As ``pyav_reader.open_untrusted``; ``LimitError`` with ``excerpt.packets``.
    """
    with pyav_reader.open_untrusted(path) as container:
        leaves: list[list[bytes]] = [[] for _ in container.streams]
        total = 0
        for packet in packets_of(container, Tally()):
            if packet is None:
                raise MalformedError("media.unreadable")
            if packet.size and packet.stream_index < len(leaves):
                total += 1
                if total > EXCERPT_PACKETS_MAX:
                    raise LimitError("excerpt.packets", limit=EXCERPT_PACKETS_MAX)
                leaves[packet.stream_index].append(payload_leaf(packet))
    return tuple(tuple(run) for run in leaves)


def _read_source(
    container: InputContainer, progress: Progress, cancel: CancelToken | None
) -> tuple[PacketTrees, dict[int, _SourceStream], int]:
    """Read all packets: trees of every stream, times of picture and sound."""
    picture = pyav_reader.picture_stream(container)
    streams: list[Stream] = [] if picture is None else [picture]
    streams += pyav_reader.sound_streams(container)
    sources = {
        stream.index: _SourceStream(stream.index, stream.time_base or Fraction(1, av.time_base))
        for stream in streams
    }
    trees = PacketTrees(len(container.streams))
    total = pyav_reader.claimed_duration(container) or Fraction(0)
    clock = SystemClock()
    told = clock.monotonic()
    for packet in packets_of(container, Tally()):
        if cancel is not None:
            cancel.check()
        leaf = None if packet is None else trees.add(packet)
        if packet is None or leaf is None or (source := sources.get(packet.stream_index)) is None:
            continue
        source.pts.append(_NO_TIME if packet.pts is None else packet.pts)
        source.durations.append(packet.duration or 0)
        if packet.is_keyframe:
            source.keyframes.append(leaf)
        if clock.monotonic() - told > 1 / 5:
            told = clock.monotonic()
            at = source.time(leaf) or Fraction(0)
            progress(ProgressUpdate(STEP, max(0, round(at * 1000)), round(total * 1000)))
    return trees, sources, -1 if picture is None else picture.index


def _duration(sources: dict[int, _SourceStream]) -> Fraction:
    ends = [
        end
        for source in sources.values()
        for leaf in range(max(0, len(source.pts) - 2 * _REORDER_GUESS), len(source.pts))
        if (end := source.end(leaf)) is not None
    ]
    return max(ends, default=Fraction(0))


def _choose_runs(
    sources: dict[int, _SourceStream], picture_index: int, padded: TimeRange, origin: Fraction
) -> tuple[tuple[_Run, ...], TimeRange]:
    """Return the packets to copy and the stretch they cover, in seconds from the start."""
    start, end = padded.start + origin, padded.end + origin
    runs: list[_Run] = []
    covered_end = start
    picture = sources.get(picture_index)
    if picture is not None and len(picture.pts):
        first = _keyframe_before(picture, start)
        stop = _stop_at(picture, first, end)
        start = min(start, picture.time(first) or start)
        covered_end = _end_of(picture, first, stop)
        runs.append(_Run(picture.index, first, stop))
    for source in sources.values():
        if source.index == picture_index or not len(source.pts):
            continue
        first = _last_at_or_before(source, start)
        stop = _stop_at(source, first, end)
        if stop > first:
            runs.append(_Run(source.index, first, stop))
            if picture is None:
                start = min(start, source.time(first) or start)
            covered_end = max(covered_end, _end_of(source, first, stop))
    if not runs:
        raise InputError("excerpt.outside")
    if covered_end - start > 2 * EXCERPT_MAX_SECONDS:
        raise LimitError("excerpt.too-long", limit_s=EXCERPT_MAX_SECONDS)
    start = max(start, origin)
    return tuple(runs), TimeRange(start - origin, max(covered_end, start) - origin)


def _keyframe_before(source: _SourceStream, start: Fraction) -> int:
    """Return the leaf of the last keyframe at or before ``start``, or the first keyframe of all."""
    found = source.keyframes[0] if source.keyframes else 0
    for leaf in source.keyframes:
        at = source.time(leaf)
        if at is not None and at <= start:
            found = leaf
    return found


def _last_at_or_before(source: _SourceStream, start: Fraction) -> int:
    limit = start / source.time_base
    found = 0
    for leaf, pts in enumerate(source.pts):
        if pts != _NO_TIME and pts <= limit:
            found = leaf
        elif pts > limit:
            break
    return found


def _stop_at(source: _SourceStream, first: int, end: Fraction) -> int:
    """Return the leaf behind the last packet that is shown or heard before ``end``.

    A picture shown later that came along because others refer to it must not stand behind a gap:
    what is shown before it goes in too.
    """
    limit = ceil(end / source.time_base)
    stop = _stop_before(source, first, limit)
    while stop > first:
        latest = max(source.pts[first:stop])
        further = _stop_before(source, first, latest)
        if further <= stop:
            break
        stop = further
    return stop


def _stop_before(source: _SourceStream, first: int, limit: int) -> int:
    stop = first
    for leaf in range(first, len(source.pts)):
        if source.pts[leaf] < limit:
            stop = leaf + 1
        elif leaf - stop > 4 * _REORDER_GUESS:
            break
    return stop


def _end_of(source: _SourceStream, first: int, stop: int) -> Fraction:
    ends = [
        end
        for leaf in range(max(first, stop - 2 * _REORDER_GUESS), stop)
        if (end := source.end(leaf)) is not None
    ]
    return max(ends, default=Fraction(0))


_Times = dict[int, tuple[list[int], list[int]]]
"""Presentation and decoding times of the packets of a run, by index of the source's stream."""


def _write(
    path: Path,
    target: Path,
    muxer: str,
    runs: Sequence[_Run],
    times: _Times,
    progress: Progress,
    cancel: CancelToken | None,
) -> None:
    """Copy the packets of the runs into a fresh container.

    Raises:
        MalformedError: ``excerpt.container`` when the container does not take them.
    """
    by_source = {run.source_index: run for run in runs}
    try:
        with pyav_reader.open_untrusted(path) as source, _output(target, muxer) as output:
            outputs = {
                run.source_index: _add_stream(output, source.streams[run.source_index])
                for run in runs
            }
            for packet, place in _packets_in_runs(source, by_source, progress):
                if cancel is not None:
                    cancel.check()
                shown, decoded = times[packet.stream_index]
                packet.pts, packet.dts = shown[place], decoded[place]
                packet.stream = outputs[packet.stream_index]
                output.mux_one(packet)
    except (av.error.FFmpegError, ValueError) as exc:
        raise MalformedError("excerpt.container") from exc
    except ConsentKitError as exc:
        if exc.code == "media.not-media":
            raise MalformedError("excerpt.container") from exc
        raise


def _add_stream(output: OutputContainer, source: Stream) -> Stream:
    copy = output.add_stream_from_template(source, opaque=True)
    if isinstance(source, VideoStream) and isinstance(copy, VideoStream):
        # The container's word on the shape of pixels goes before the codec's.
        shape = source.sample_aspect_ratio
        if shape is not None:
            copy.codec_context.sample_aspect_ratio = shape
    return copy


@contextlib.contextmanager
def _output(target: Path, muxer: str) -> Iterator[OutputContainer]:
    output = av.open(f"file:{target}", mode="w", format=muxer)
    # Without this FFmpeg writes its version and random identifiers, and the same cut would give
    # another file each time.
    output.flags |= _BITEXACT
    try:
        yield output
    finally:
        output.close()


def _packets_in_runs(
    source: InputContainer, by_source: dict[int, _Run], progress: Progress
) -> Iterator[tuple[Packet[Stream], int]]:
    """Yield the packets of the runs, each with its place in its run."""
    counts = dict.fromkeys(by_source, 0)
    for number, packet in enumerate(packets_of(source, Tally())):
        if number % _TELL_EVERY_PACKETS == 0:
            progress(ProgressUpdate(STEP, 1, 1))
        if packet is None or not packet.size:
            continue
        run = by_source.get(packet.stream_index)
        if run is None:
            continue
        leaf = counts[run.source_index]
        counts[run.source_index] += 1
        if run.first <= leaf < run.stop:
            yield packet, leaf - run.first
        if all(counts[run.source_index] >= run.stop for run in by_source.values()):
            return


def _timestamps(source: _SourceStream, run: _Run, zero: Fraction) -> tuple[list[int], list[int]]:
    """Return presentation and decoding times of a run's packets, counted from ``zero``.

    Decoding times are made anew, because Matroska stores none: the sorted presentation times, all
    moved back by as much as the pictures' order needs.
    """
    offset = round(zero / source.time_base)
    shown: list[int] = []
    for leaf in range(run.first, run.stop):
        pts = source.pts[leaf]
        if pts == _NO_TIME:
            pts = shown[-1] + offset + max(1, source.durations[leaf - 1]) if shown else offset
        shown.append(pts - offset)
    in_order = sorted(shown)
    delay = max(early - late for early, late in zip(in_order, shown, strict=True))
    return shown, [pts - delay for pts in in_order]


def _prove(
    trees: PacketTrees, runs: Sequence[_Run], covered: TimeRange, muxer: str
) -> ExcerptProof:
    streams = []
    for position, run in enumerate(runs):
        tree: MerkleTree = trees.tree(run.source_index)
        streams.append(
            ExcerptStream(
                stream_index=position,
                source_stream_index=run.source_index,
                first_leaf=run.first,
                leaf_count=run.stop - run.first,
                tree_size=len(tree),
                root=tree.root().hex(),
                proof=tree.range_proof(run.first, run.stop),
            )
        )
    return ExcerptProof(muxer, covered, tuple(streams))
