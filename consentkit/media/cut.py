"""Cutting an excerpt as a copy of packets, and checking one against its recording.

The excerpt begins at the keyframe at or before the wanted moment, so that it decodes to the very
pictures of the recording. After writing it is read again: it counts only if its packets' payloads
are an unbroken run of the recording's in every stream and their times kept; else another container
is tried.
"""

from __future__ import annotations

import contextlib
import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil
from pathlib import Path

import av
import av.error
from av.audio.stream import AudioStream
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
from consentkit.media.bounds import EXCERPT_PACKETS_MAX, EXCERPT_PROOF_MAX_BYTES
from consentkit.media.cut_plan import Run, SourceStream, choose_runs, end_of_all
from consentkit.media.excerpt import (
    SUFFIXES,
    Excerpt,
    ExcerptProof,
    ExcerptStream,
    ReadExcerpt,
    ReadStream,
    check_excerpt,
    excerpt_proof_to_json,
    range_of,
)
from consentkit.media.excerpt_times import StreamTimes
from consentkit.media.packets import NO_TIME, PacketTrees, packet_time, payload_digest
from consentkit.media.scan import packets_of
from consentkit.media.tally import Tally
from consentkit.tlog.merkle import MerkleTree

STEP = "excerpt.cut"
_BITEXACT = 0x400
"""``AVFMT_FLAG_BITEXACT`` of FFmpeg."""

_TELL_EVERY_PACKETS = 2000

_SKIPPED = struct.Struct("<II")
"""Samples to leave out at the start and at the end, as FFmpeg's ``AV_PKT_DATA_SKIP_SAMPLES``."""

_RATE_MAX_HZ = 48_000

_COARSEST = Fraction(1, 1000)
"""Times are handed to the container in units of at most a millisecond."""


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
        LimitError: ``excerpt.too-long``, ``excerpt.packets``, ``excerpt.proof-size``.
        VerificationError: ``recording.changed`` when the packets are not those stored.
        ResourceError: ``excerpt.no-container`` when no container keeps the packets as they are.
        Cancelled: A stop was asked for; nothing stays in the folder.
    """
    if wanted.duration + 2 * margin > EXCERPT_MAX_SECONDS:
        raise LimitError("excerpt.too-long", limit_s=EXCERPT_MAX_SECONDS)
    with pyav_reader.open_untrusted(path) as container:
        family = pyav_reader.family(container)
        # The stored one, which every range of the recording counts from.
        origin = expected_trees[0].origin if expected_trees else Fraction(0)
        trees, sources, main_index = _read_source(container, origin, progress, cancel)
    if trees.summaries() != tuple(expected_trees):
        raise VerificationError("recording.changed")
    duration = end_of_all(sources) - origin
    if wanted.duration <= 0 or wanted.end > duration:
        raise InputError("excerpt.outside")
    padded = wanted.widened(margin, duration)
    runs = choose_runs(sources, main_index, padded, origin)
    proof = _prove(trees, sources, runs, origin)
    zero = proof.source_range.start + origin
    times = {run.source_index: _timestamps(sources[run.source_index], run, zero) for run in runs}
    for muxer in dict.fromkeys((family, "matroska", "mov", "nut")):
        if muxer not in SUFFIXES:
            continue
        target = folder / f"excerpt{SUFFIXES[muxer]}"
        try:
            _write(path, target, muxer, runs, times, progress, cancel)
            named = replace(proof, container=muxer)
            check_excerpt(named, read_excerpt(target), expected_trees)
        except (MalformedError, VerificationError):
            target.unlink(missing_ok=True)
        except BaseException:
            target.unlink(missing_ok=True)
            raise
        else:
            return Excerpt(target, named)
    raise ResourceError("excerpt.no-container")


def verify_excerpt_file(
    path: Path, proof: ExcerptProof, expected_trees: Sequence[PacketTree] | None = None
) -> None:
    """Check an excerpt from outside against its proof; see ``excerpt.check_excerpt``.

    Raises:
        VerificationError: It is not what the proof speaks of.
        InputError: It cannot be read at all.
    """
    check_excerpt(proof, read_excerpt(path), expected_trees)


def read_excerpt(path: Path) -> ReadExcerpt:
    """Return what an excerpt holds.

    Raises:
        InputError: As ``pyav_reader.open_untrusted``; ``LimitError`` with ``excerpt.packets``.
    """
    with pyav_reader.open_untrusted(path) as container:
        kept = [_Reading(stream) for stream in container.streams]
        total = 0
        for packet in packets_of(container, Tally()):
            if packet is None:
                raise MalformedError("media.unreadable")
            if packet.size and packet.stream_index < len(kept):
                total += 1
                if total > EXCERPT_PACKETS_MAX:
                    raise LimitError("excerpt.packets", limit=EXCERPT_PACKETS_MAX)
                kept[packet.stream_index].add(packet)
        streams = tuple(
            reading.result(time_base)
            for reading, time_base in zip(kept, pyav_reader.time_bases(container), strict=False)
        )
        return ReadExcerpt(streams, _main_index(container))


class _Reading:
    """One stream of an excerpt while it is read."""

    def __init__(self, stream: Stream) -> None:
        # The context is None when FFmpeg knows no decoder.
        context = getattr(stream, "codec_context", None)
        rate = context.sample_rate if context and isinstance(stream, AudioStream) else 0
        # What a header says is no reason to take a long silence for a short one.
        self._rate_hz = min(max(rate, 1), _RATE_MAX_HZ)
        self._digests: list[bytes] = []
        self._times: list[int | None] = []
        self._hidden: list[int] = []
        self._muted = 0

    def add(self, packet: Packet[Stream]) -> None:
        if packet.is_discard:
            self._hidden.append(len(self._times))
        if packet.has_sidedata("skip_samples"):
            data = bytes(packet.get_sidedata("skip_samples"))
            self._muted += sum(_SKIPPED.unpack_from(data))
        self._digests.append(payload_digest(packet))
        self._times.append(packet_time(packet))

    def result(self, time_base: Fraction) -> ReadStream:
        return ReadStream(
            tuple(self._digests),
            StreamTimes(time_base, tuple(self._times)),
            tuple(self._hidden),
            Fraction(self._muted, self._rate_hz),
        )


def _main_index(container: InputContainer) -> int:
    """Return the index of the first pictures, of the first sound without them, or -1.

    What the streams are called counts, not whether they decode, which a codec's state can change.
    """
    streams = [*container.streams.video, *container.streams.audio]
    return streams[0].index if streams else -1


def _read_source(
    container: InputContainer, origin: Fraction, progress: Progress, cancel: CancelToken | None
) -> tuple[PacketTrees, dict[int, SourceStream], int]:
    """Read all packets: trees of every stream, times of picture and sound."""
    picture = pyav_reader.picture_stream(container)
    streams: list[Stream] = [] if picture is None else [picture]
    streams += pyav_reader.sound_streams(container)
    time_bases = pyav_reader.time_bases(container)
    sources = {
        stream.index: SourceStream(stream.index, time_bases[stream.index]) for stream in streams
    }
    trees = PacketTrees(time_bases, origin)
    total = pyav_reader.claimed_duration(container) or Fraction(0)
    clock = SystemClock()
    told = clock.monotonic()
    for packet in packets_of(container, Tally()):
        if cancel is not None:
            cancel.check()
        leaf = None if packet is None else trees.add(packet)
        if packet is None or leaf is None or (source := sources.get(packet.stream_index)) is None:
            continue
        source.add(packet_time(packet), packet.duration or 0, is_keyframe=packet.is_keyframe)
        if clock.monotonic() - told > 1 / 5:
            told = clock.monotonic()
            at = source.time(leaf) or Fraction(0)
            progress(ProgressUpdate(STEP, max(0, round(at * 1000)), round(total * 1000)))
    return trees, sources, streams[0].index if streams else -1


@dataclass(frozen=True, slots=True)
class _Times:
    """When the packets of a run stand in the excerpt.

    Attributes:
        parts: How many units of ``unit`` make one of the source's.
        unit: What the times count in, in seconds.
        shown: Presentation time of every packet.
        decoded: Decoding time of every packet.
    """

    parts: int
    unit: Fraction
    shown: list[int]
    decoded: list[int]


def _write(
    path: Path,
    target: Path,
    muxer: str,
    runs: Sequence[Run],
    times: Mapping[int, _Times],
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
                at = times[packet.stream_index]
                packet.time_base = at.unit
                packet.pts, packet.dts = at.shown[place], at.decoded[place]
                packet.duration = (packet.duration or 0) * at.parts
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
    source: InputContainer, by_source: dict[int, Run], progress: Progress
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


def _timestamps(source: SourceStream, run: Run, zero: Fraction) -> _Times:
    """Return presentation and decoding times of a run's packets, counted from ``zero``.

    Where the source counts in long steps, as AVI does, the times count in parts of them, so that
    ``zero`` need not be one of its steps. Decoding times are made anew, because Matroska stores
    none: the sorted presentation times, all moved back by as much as the pictures' order needs.
    """
    parts = max(1, ceil(source.time_base / _COARSEST))
    unit = source.time_base / parts
    offset = round(zero / unit)
    shown: list[int] = []
    for leaf in range(run.first, run.stop):
        time = source.times[leaf]
        if time == NO_TIME:
            step = max(1, source.durations[leaf - 1] * parts)
            shown.append(shown[-1] + step if shown else 0)
        else:
            shown.append(time * parts - offset)
    in_order = sorted(shown)
    delay = max(early - late for early, late in zip(in_order, shown, strict=True))
    return _Times(parts, unit, shown, [time - delay for time in in_order])


def _prove(
    trees: PacketTrees, sources: Mapping[int, SourceStream], runs: Sequence[Run], origin: Fraction
) -> ExcerptProof:
    """Return the proof for the runs, the main stream first; its container is still open.

    Raises:
        LimitError: ``excerpt.packets``, ``excerpt.proof-size``.
    """
    if sum(run.stop - run.first for run in runs) > EXCERPT_PACKETS_MAX:
        raise LimitError("excerpt.packets", limit=EXCERPT_PACKETS_MAX)
    streams = []
    for position, run in enumerate(runs):
        tree: MerkleTree = trees.tree(run.source_index)
        streams.append(
            ExcerptStream(
                stream_index=position,
                source_stream_index=run.source_index,
                first_leaf=run.first,
                tree_size=len(tree),
                root=tree.root().hex(),
                times=sources[run.source_index].run_times(run),
                proof=tree.range_proof(run.first, run.stop),
            )
        )
    proof = ExcerptProof("", range_of(streams[0].times, origin), origin, tuple(streams))
    if len(excerpt_proof_to_json(proof)) > EXCERPT_PROOF_MAX_BYTES:
        raise LimitError("excerpt.proof-size", limit=EXCERPT_PROOF_MAX_BYTES)
    return proof
