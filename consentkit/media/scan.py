"""The one decode pass: digest, packet trees, facts and every tap from one reading of a file."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from pathlib import Path

from av.container import InputContainer
from av.packet import Packet
from av.stream import Stream
from av.video.stream import VideoStream

from consentkit.domain.recording import StreamInfo
from consentkit.kernel.clock import SystemClock
from consentkit.kernel.errors import InputError, MalformedError
from consentkit.kernel.progress import CancelToken, Progress, ProgressUpdate, silent
from consentkit.media import pyav_reader
from consentkit.media.bounds import (
    CHECKPOINT_EVERY_S,
    CONSECUTIVE_READ_ERRORS_MAX,
    DURATION_MAX_S,
)
from consentkit.media.checkpoint import (
    Checkpoint,
    decode_checkpoint,
    encode_checkpoint,
    tap_states,
)
from consentkit.media.feed import TapFeed
from consentkit.media.file_digest import FileDigest
from consentkit.media.files import check_regular
from consentkit.media.packets import PacketTrees
from consentkit.media.picture import PictureLane
from consentkit.media.result import ScanResult
from consentkit.media.sound import SoundLane
from consentkit.media.tally import Tally
from consentkit.media.taps.base import StreamFacts, Tap
from consentkit.media.taps.registry import make_taps

STEP = "ingest.scan"
_REPORT_EVERY_S = 0.2
_KEYFRAMES_KEPT = 256
"""Many times what decoders hold back, even where every picture is a keyframe."""
_UNSEEN_SHARE = 0.1
"""The index at the end of an MP4 takes one to three percent; a tenth without packets is loss."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """How a scan is made so that it can go on after a crash.

    Attributes:
        keep: Takes a checkpoint every now and then.
        former: Where a former scan of the same file with the same taps had come to, or None.
        every_s: Seconds between two checkpoints.
    """

    keep: Callable[[Checkpoint], None]
    former: Checkpoint | None = None
    every_s: float = CHECKPOINT_EVERY_S


def scan_file(
    path: Path,
    taps: Sequence[Tap] = (),
    progress: Progress = silent,
    cancel: CancelToken | None = None,
    *,
    is_quick: bool = False,
    keeping: Keeping | None = None,
) -> ScanResult:
    """Return all that one pass over the file finds; meant to run in the worker process.

    Memory does not grow with the length but for 64 bytes per packet and what the taps keep. A quick
    scan decodes all the sound but only keyframes of the picture, a tenth of the work; taps of the
    picture see a frame every few seconds.

    Raises:
        InputError: The file is not readable, is no recording (``MalformedError``, code
            ``media.*``), passes a bound (``LimitError``), or changed while it was read
            (``recording.changing``). ``media.state``: the former checkpoint is not of this file or
            not of these taps, which are of no use then.
        ResourceError: Reading broke off.
        Cancelled: A stop was asked for.
    """
    size_bytes = check_regular(path)
    before = _state(path)
    first = pyav_reader.first_picture(path)
    digest = FileDigest(path)
    try:
        with pyav_reader.open_untrusted(path) as container:
            streams = pyav_reader.describe_streams(container, first)
            kind = _Kind(size_bytes, before[:2], first is not None, is_quick)
            feed = TapFeed()
            try:
                run = _Pass(container, streams, taps, feed, kind)
                if keeping is not None:
                    run.keep(keeping)
                run.go(progress, cancel)
            finally:
                feed.close()
            done = ProgressUpdate(STEP, size_bytes, size_bytes)
            sha256 = digest.wait(progress, done, cancel)
            if _state(path) != before:
                raise InputError("recording.changing")
            return run.result(sha256)
    finally:
        digest.stop()


def scan_named(
    path: Path,
    names: Sequence[str],
    progress: Progress = silent,
    *,
    is_quick: bool = False,
    saved: bytes | None = None,
    save: Callable[[bytes], None] | None = None,
    every_s: float = CHECKPOINT_EVERY_S,
) -> ScanResult:
    """Return what ``scan_file`` finds with the taps of these names.

    Args:
        path: The recording.
        names: Names of taps, of ``taps.registry.ALL_TAPS``.
        progress: Told several times a second.
        is_quick: Whether to decode only keyframes of the picture.
        saved: What ``save`` was given last in a scan that broke off; one that does not belong here
            is passed over.
        save: Takes a checkpoint every now and then, as bytes; None for a scan that is not kept.
        every_s: Seconds between two checkpoints.

    Raises:
        InputError: As ``scan_file``.
        ResourceError: Reading broke off.
    """
    if save is None or is_quick:
        return scan_file(path, make_taps(names), progress, is_quick=is_quick)

    def keep(checkpoint: Checkpoint) -> None:
        save(encode_checkpoint(checkpoint))

    if saved is not None:
        try:
            keeping = Keeping(keep, decode_checkpoint(saved), every_s)
            return scan_file(path, make_taps(names), progress, keeping=keeping)
        except MalformedError as exc:
            if exc.code != "media.state":
                raise
    return scan_file(path, make_taps(names), progress, keeping=Keeping(keep, None, every_s))


def _state(path: Path) -> tuple[int, int, int]:
    try:
        facts = path.stat()
    except OSError as exc:
        raise InputError("recording.changing") from exc
    return facts.st_size, facts.st_mtime_ns, facts.st_ino


def packets_of(container: InputContainer, tally: Tally) -> Iterator[Packet[Stream] | None]:
    """Yield every packet that can be read, then the empty ones that flush the decoders.

    An unreadable stretch yields None and reading goes on behind it, as long as that leads
    anywhere.
    """
    failures = 0
    demuxer = container.demux()
    while True:
        try:
            packet = next(demuxer, None)
        except IndexError:
            # A stream that the header left out appeared on the way, and PyAV trips over it when it
            # is through with the file.
            break
        except pyav_reader.DECODING_ERRORS:
            failures += 1
            yield None
            if failures >= CONSECUTIVE_READ_ERRORS_MAX:
                tally.read_error(None)
                break
            demuxer = container.demux()
            continue
        if packet is None:
            return
        if packet.size:
            failures = 0
        yield packet
    for stream in container.streams:
        empty: Packet[Stream] = Packet()
        empty.stream = stream
        yield empty


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a pass is told of the file and of how to read it."""

    size_bytes: int
    file_state: tuple[int, int]
    has_picture: bool
    is_quick: bool


class _Pass:
    """One pass over an open container."""

    def __init__(
        self,
        container: InputContainer,
        streams: tuple[StreamInfo, ...],
        taps: Sequence[Tap],
        feed: TapFeed,
        kind: _Kind,
    ) -> None:
        self._container = container
        self._streams = streams
        self._taps = taps
        self._feed = feed
        self._kind = kind
        self._size_bytes = kind.size_bytes
        self._keeping: Keeping | None = None
        self._former: Checkpoint | None = None
        self._packets = 0
        self._keyframes: deque[tuple[int, int]] = deque(maxlen=_KEYFRAMES_KEPT)
        self._tally = Tally()
        self._origin = pyav_reader.origin(container)
        self._ends: dict[int, int] = {}
        self._time_bases = pyav_reader.time_bases(container)
        self._limits = [floor((DURATION_MAX_S + self._origin) / base) for base in self._time_bases]
        self._trees = PacketTrees(self._time_bases, self._origin)
        self._position = 0
        self._seen_to = 0
        self._last_is_partial: dict[int, bool] = {}
        picture = pyav_reader.picture_stream(container) if kind.has_picture else None
        sound = pyav_reader.sound_stream(container)
        self._picture_index = -1 if picture is None else picture.index
        self._sound_index = -1 if sound is None else sound.index
        self._picture = self._sound = None
        if picture is not None:
            pyav_reader.prepare_picture(picture, keyframes_only=kind.is_quick)
            self._picture = PictureLane(picture, self._origin, taps, feed, is_quick=kind.is_quick)
        if sound is not None:
            self._sound = SoundLane(sound, self._origin, taps, feed, self._tally)
        facts = StreamFacts(
            width_px=0 if picture is None else streams[picture.index].width_px,
            height_px=0 if picture is None else streams[picture.index].height_px,
            has_picture=picture is not None,
            has_sound=sound is not None,
            is_quick=kind.is_quick,
        )
        for tap in taps:
            tap.begin(facts)

    def keep(self, keeping: Keeping) -> None:
        """Go on from a former checkpoint if there is one, and give new ones."""
        self._keeping = keeping
        former = keeping.former
        if former is None:
            return
        if not former.fits(self._kind.file_state, self._taps):
            raise MalformedError("media.state")
        former.restore(self._taps)
        if self._picture is not None and former.picture is not None:
            self._picture.restore(former.picture)
        if self._sound is not None:
            self._sound.pass_over_blocks(former.sound_blocks)
        self._former = former

    def go(self, progress: Progress, cancel: CancelToken | None) -> None:
        """Take every packet of the file."""
        clock = SystemClock()
        told = kept = clock.monotonic()
        progress(ProgressUpdate(STEP, 0, self._size_bytes))
        for packet in packets_of(self._container, self._tally):
            if cancel is not None:
                cancel.check()
            if packet is None:
                self._tally.read_error(self._duration())
            else:
                self._take(packet)
            now = clock.monotonic()
            if now - told >= _REPORT_EVERY_S:
                told = now
                progress(ProgressUpdate(STEP, self._position, self._size_bytes))
            if self._keeping is not None and now - kept >= self._keeping.every_s:
                kept = clock.monotonic() if self._give_checkpoint(self._keeping) else kept
        if self._former is not None:
            # The file ends before the moment the former scan had come to.
            raise MalformedError("media.state")
        if self._sound is not None:
            self._sound.finish()
        self._feed.drain()
        progress(ProgressUpdate(STEP, self._size_bytes, self._size_bytes))

    def _give_checkpoint(self, keeping: Keeping) -> bool:
        """Give a checkpoint; return False when this is no moment for it."""
        if self._former is not None or (self._picture is not None and not self._picture.can_pause):
            return False
        self._feed.drain()
        keeping.keep(
            Checkpoint(
                file_state=self._kind.file_state,
                packets=self._packets,
                roots=self._roots(),
                decode_from=self._decode_from(),
                picture=None if self._picture is None else self._picture.state(),
                sound_blocks=0 if self._sound is None else self._sound.blocks,
                taps=tap_states(self._taps),
            )
        )
        return True

    def _roots(self) -> tuple[str, ...]:
        return tuple(tree.root for tree in self._trees.summaries())

    def _decode_from(self) -> int:
        """Return the packet from which everything after the last frame can be decoded.

        That is the keyframe before the last one that is not later than this frame: one more, since
        some encoders call pictures keyframes that need a little of what was before.
        """
        last = -1 if self._picture is None else self._picture.last_pts
        earlier = [number for number, pts in self._keyframes if last is not None and pts <= last]
        return earlier[-2] if len(earlier) > 1 else 0

    def result(self, sha256: str) -> ScanResult:
        """Return what was found."""
        decoded = sum(lane.frames_decoded for lane in (self._picture, self._sound) if lane)
        if not decoded:
            raise MalformedError("media.nothing-decodes")
        duration = self._duration()
        if self._picture is not None:
            self._tally.add(self._picture.tally)
        packet_trees = self._trees.summaries()
        # The leaves of three hours take 50 MiB, and finishing the taps needs room.
        self._trees = PacketTrees(self._time_bases, self._origin)
        return ScanResult(
            sha256=sha256,
            size_bytes=self._size_bytes,
            container=pyav_reader.family(self._container),
            streams=self._streams,
            duration=duration,
            is_variable_rate=self._picture is not None and self._picture.distances.is_variable(),
            damage=self._tally.report(
                end=duration,
                header_duration=pyav_reader.claimed_duration(self._container),
                is_cut=self._is_cut(),
            ),
            packet_trees=packet_trees,
            claimed_start_at=pyav_reader.claimed_creation(self._container),
            taps={tap.name: tap.finish() for tap in self._taps},
            tap_versions={tap.name: tap.version for tap in self._taps},
            is_quick=self._kind.is_quick,
        )

    def _is_cut(self) -> bool:
        """Whether the last packet of a stream is not whole, or the rest could not be found."""
        unseen = self._size_bytes - self._seen_to
        return any(self._last_is_partial.values()) or (
            self._tally.has_errors and unseen > self._size_bytes * _UNSEEN_SHARE
        )

    def _take(self, packet: Packet[Stream]) -> None:
        self._trees.add(packet)
        if packet.pos is not None and packet.pos > self._position:
            self._position = min(packet.pos, self._size_bytes)
        index = packet.stream_index if packet.size else packet.stream.index
        if packet.size:
            self._packets += 1
            self._seen_to = max(self._seen_to, (packet.pos or 0) + packet.size)
            self._last_is_partial[index] = packet.is_corrupt
            if packet.is_corrupt:
                self._tally.read_error(self._duration())
        if index == self._picture_index and self._picture is not None:
            self._see_end(index, packet)
            self._take_picture(self._picture, packet)  # type: ignore[arg-type]
        elif index == self._sound_index and self._sound is not None:
            self._see_end(index, packet)
            self._sound.take(packet)  # type: ignore[arg-type]
        if self._former is not None and self._packets == self._former.packets:
            if self._roots() != self._former.roots:
                raise MalformedError("media.state")
            self._former = None

    def _take_picture(self, lane: PictureLane, packet: Packet[VideoStream]) -> None:
        if packet.size and packet.is_keyframe and packet.pts is not None:
            self._keyframes.append((self._packets, packet.pts))
        former = self._former
        lane.is_catching_up = former is not None
        if former is not None and self._packets < former.decode_from:
            lane.pass_over(packet)
        else:
            lane.take(packet)

    def _see_end(self, index: int, packet: Packet[Stream]) -> None:
        if packet.size and packet.pts is not None and not packet.is_discard:
            end = packet.pts + (packet.duration or 0)
            if end > self._ends.get(index, end - 1):
                if end <= self._limits[index]:
                    self._ends[index] = end
                else:
                    self._tally.decode_error(None)

    def _duration(self) -> Fraction:
        """Return the end of the last picture or sound so far, counted from the origin."""
        ends = [end * self._time_bases[index] - self._origin for index, end in self._ends.items()]
        return max(ends, default=Fraction(0))
