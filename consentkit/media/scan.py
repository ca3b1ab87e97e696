"""The one decode pass: digest, packet trees, facts and every tap from one reading of a file."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from pathlib import Path

from av.container import InputContainer
from av.packet import Packet
from av.stream import Stream

from consentkit.domain.recording import StreamInfo
from consentkit.kernel.clock import SystemClock
from consentkit.kernel.digest import CHUNK_BYTES
from consentkit.kernel.errors import InputError, MalformedError, ResourceError
from consentkit.kernel.progress import CancelToken, Progress, ProgressUpdate, silent
from consentkit.media import pyav_reader
from consentkit.media.bounds import CONSECUTIVE_READ_ERRORS_MAX, DURATION_MAX_S
from consentkit.media.feed import TapFeed
from consentkit.media.files import check_regular
from consentkit.media.packets import PacketTrees
from consentkit.media.picture import PictureLane
from consentkit.media.result import ScanResult
from consentkit.media.sound import SoundLane
from consentkit.media.tally import Tally
from consentkit.media.taps.base import StreamFacts, Tap

STEP = "ingest.scan"
_REPORT_EVERY_S = 0.2
_UNSEEN_SHARE = 0.1
"""The index at the end of an MP4 takes one to three percent; a tenth without packets is loss."""


def scan_file(
    path: Path,
    taps: Sequence[Tap] = (),
    progress: Progress = silent,
    cancel: CancelToken | None = None,
    *,
    is_quick: bool = False,
) -> ScanResult:
    """Return all that one pass over the file finds; meant to run in the worker process.

    Memory does not grow with the length but for 64 bytes per packet and what the taps keep. A quick
    scan decodes all the sound but only keyframes of the picture, a tenth of the work; taps of the
    picture see a frame every few seconds.

    Raises:
        InputError: The file is not readable, is no recording (``MalformedError``, code
            ``media.*``), passes a bound (``LimitError``), or changed while it was read
            (``recording.changing``).
        ResourceError: Reading broke off.
        Cancelled: A stop was asked for.
    """
    size_bytes = check_regular(path)
    before = _state(path)
    first = pyav_reader.first_picture(path)
    digest = _FileDigest(path)
    try:
        with pyav_reader.open_untrusted(path) as container:
            streams = pyav_reader.describe_streams(container, first)
            feed = TapFeed()
            try:
                run = _Pass(
                    container, streams, taps, feed, _Kind(size_bytes, first is not None, is_quick)
                )
                run.go(progress, cancel)
            finally:
                feed.close()
            sha256 = digest.wait(progress, size_bytes, cancel)
            if _state(path) != before:
                raise InputError("recording.changing")
            return run.result(sha256)
    finally:
        digest.stop()


class _FileDigest:
    """SHA-256 of the file in a thread; reading ahead, it also warms the cache for the demuxer."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._hasher = hashlib.sha256()
        self._stopped = threading.Event()
        self._error: OSError | None = None
        self._thread = threading.Thread(target=self._run, name="digest", daemon=True)
        self._thread.start()

    def wait(self, progress: Progress, size_bytes: int, cancel: CancelToken | None) -> str:
        """Return the digest when it is there."""
        while self._thread.is_alive():
            self._thread.join(_REPORT_EVERY_S)
            progress(ProgressUpdate(STEP, size_bytes, size_bytes))
            if cancel is not None:
                cancel.check()
        if self._error is not None:
            raise ResourceError("file.read") from self._error
        return self._hasher.hexdigest()

    def stop(self) -> None:
        """End the thread."""
        self._stopped.set()
        self._thread.join()

    def _run(self) -> None:
        try:
            with self._path.open("rb", buffering=0) as handle:
                while not self._stopped.is_set() and (chunk := handle.read(CHUNK_BYTES)):
                    self._hasher.update(chunk)
        except OSError as exc:
            self._error = exc


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
        self._is_quick = kind.is_quick
        self._size_bytes = kind.size_bytes
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

    def go(self, progress: Progress, cancel: CancelToken | None) -> None:
        clock = SystemClock()
        told = clock.monotonic()
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
        if self._sound is not None:
            self._sound.finish()
        self._feed.drain()
        progress(ProgressUpdate(STEP, self._size_bytes, self._size_bytes))

    def result(self, sha256: str) -> ScanResult:
        decoded = sum(lane.frames_decoded for lane in (self._picture, self._sound) if lane)
        if not decoded:
            raise MalformedError("media.nothing-decodes")
        duration = self._duration()
        if self._picture is not None:
            self._tally.add(self._picture.tally)
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
            packet_trees=self._trees.summaries(),
            claimed_start_at=pyav_reader.claimed_creation(self._container),
            taps={tap.name: tap.finish() for tap in self._taps},
            tap_versions={tap.name: tap.version for tap in self._taps},
            is_quick=self._is_quick,
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
            self._seen_to = max(self._seen_to, (packet.pos or 0) + packet.size)
            self._last_is_partial[index] = packet.is_corrupt
            if packet.is_corrupt:
                self._tally.read_error(self._duration())
        if index == self._picture_index and self._picture is not None:
            self._see_end(index, packet)
            self._picture.take(packet)  # type: ignore[arg-type]
        elif index == self._sound_index and self._sound is not None:
            self._see_end(index, packet)
            self._sound.take(packet)  # type: ignore[arg-type]

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
