"""Writing the redacted video: what nothing is done to is copied, the rest is made anew.

It runs in the process without keys and writes one file into a folder of its own.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import cast

import av
import av.error
from av.audio.stream import AudioStream
from av.container import InputContainer, OutputContainer
from av.packet import Packet
from av.stream import Stream
from av.subtitles.stream import SubtitleStream
from av.video.stream import VideoStream

from consentkit.domain.recording import StreamKind
from consentkit.kernel.clock import SystemClock
from consentkit.kernel.durable import resource_error
from consentkit.kernel.errors import InputError, ResourceError
from consentkit.kernel.progress import CancelToken, Progress, ProgressUpdate, silent
from consentkit.kernel.timebase import TimeRange, union
from consentkit.media import pyav_reader
from consentkit.media.redact.clocks import PictureClock
from consentkit.media.redact.order import RedactOrder, RenderedStream, StreamFate
from consentkit.media.redact.picture_lane import PictureLane
from consentkit.media.redact.picture_plan import COPYABLE_FAMILIES, add_picture
from consentkit.media.redact.sound_lane import SoundLane, add_sound
from consentkit.media.redact.survey import STEP, TELL_EVERY_S, Survey, survey
from consentkit.media.scan import packets_of
from consentkit.media.tally import Tally

_BITEXACT = 0x400
"""``AVFMT_FLAG_BITEXACT`` of FFmpeg: no name and version of the writing program in the file."""

_BEFORE_START_S = Fraction(1, 10)
"""Copied sound may begin this much before zero: what the decoder swallows when it starts."""

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_COPYABLE_SOUND = {
    "mp4": frozenset({"aac", "mp3", "ac3", "eac3", "opus", "flac", "alac"}),
    "mov": frozenset({"aac", "mp3", "ac3", "eac3", "alac", "pcm_s16le", "pcm_s24le"}),
    "matroska": frozenset({
        "aac",
        "mp3",
        "ac3",
        "eac3",
        "opus",
        "vorbis",
        "flac",
        "alac",
        "pcm_s16le",
        "pcm_s24le",
    }),
}
_COPYABLE_WORDS = {
    "mp4": frozenset({"mov_text"}),
    "mov": frozenset({"mov_text"}),
    "matroska": frozenset({"subrip", "ass", "webvtt"}),
}


@dataclass(frozen=True, slots=True)
class Written:
    """What was written.

    Attributes:
        duration: Seconds of the redacted video.
        copied_s: Seconds of picture that were copied.
        encoded_s: Seconds of picture that were encoded anew.
        streams: What became of the source's streams.
    """

    duration: Fraction
    copied_s: Fraction
    encoded_s: Fraction
    streams: tuple[RenderedStream, ...]


def render_file(
    path: Path,
    target: Path,
    muxer: str,
    order: RedactOrder,
    progress: Progress = silent,
    cancel: CancelToken | None = None,
) -> Written:
    """Write the redacted video of a file.

    Args:
        path: The video; its content is not trusted.
        target: A new file in a folder that belongs to this work; it is deleted when this fails.
        muxer: Name of FFmpeg's container, a value of ``order.SUFFIXES``.
        order: What is to be done.
        progress: Told several times a second, in milliseconds of the source.
        cancel: Asked several times a second.

    Raises:
        InputError: ``redaction.nothing-left`` when the cuts leave nothing, else as
            ``pyav_reader.open_untrusted``.
        ResourceError: The disk is full or fails, or ``redaction.encoder``,
            ``redaction.no-container``.
        Cancelled: A stop was asked for.
    """
    with pyav_reader.open_untrusted(path) as container:
        found = survey(container, progress, cancel)
    kept = found.end - sum((_within(cut, found.end) for cut in order.removed), Fraction(0))
    if kept <= 0:
        raise InputError("redaction.nothing-left")
    try:
        with (
            pyav_reader.open_untrusted(path) as source,
            _output(target, muxer) as output,
        ):
            job = _Job(source, output, muxer, order, found)
            job.run(progress, cancel)
            written = job.result(kept)
    except (av.error.FFmpegError, ValueError) as exc:
        target.unlink(missing_ok=True)
        raise _writing_error(exc) from exc
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    return written


def _within(cut: TimeRange, end: Fraction) -> Fraction:
    return max(Fraction(0), min(cut.end, end) - cut.start)


def _writing_error(exc: Exception) -> ResourceError:
    if isinstance(exc, OSError) and exc.errno:
        return resource_error(exc)
    return ResourceError("redaction.no-container")


@contextlib.contextmanager
def _output(target: Path, muxer: str) -> Iterator[OutputContainer]:
    output = av.open(f"file:{target}", mode="w", format=muxer)
    output.flags |= _BITEXACT
    try:
        yield output
    except BaseException:
        # What could not be written cannot be ended well either.
        with contextlib.suppress(av.error.FFmpegError, ValueError):
            output.close()
        raise
    output.close()


class _Job:
    """One pass over the source with everything it writes."""

    def __init__(
        self,
        source: InputContainer,
        output: OutputContainer,
        muxer: str,
        order: RedactOrder,
        found: Survey,
    ) -> None:
        self._source = source
        self._output = output
        self._muxer = muxer
        self._order = order
        self._found = found
        self._family = pyav_reader.family(source)
        self._bases = pyav_reader.time_bases(source)
        self._cuts = order.removed
        self._picture: PictureLane | None = None
        self._sounds: dict[int, SoundLane] = {}
        self._copies: dict[int, tuple[Stream, PictureClock]] = {}
        self._fates: dict[int, RenderedStream] = {}
        picture = pyav_reader.picture_stream(source)
        if picture is not None:
            self._picture, fate = add_picture(picture, output, muxer, order, found)
            self._fates[picture.index] = fate
            _name_language(picture, self._picture.output)
        for sound in pyav_reader.sound_streams(source):
            self._add_sound(sound)
        for stream in source.streams:
            if stream.index not in self._fates:
                self._add_other(stream)

    def run(self, progress: Progress, cancel: CancelToken | None) -> None:
        """Read the source once and write what comes out."""
        clock = SystemClock()
        told = clock.monotonic()
        total = max(1, round(self._found.end * 1000))
        done = 0
        progress(ProgressUpdate(STEP, done, total))
        for packet in packets_of(self._source, Tally()):
            if cancel is not None:
                cancel.check()
            if packet is None:
                continue
            if packet.size and packet.pts is not None:
                at = packet.pts * self._bases[packet.stream_index] - self._found.origin
                done = max(done, min(total, round(at * 1000)))
            if clock.monotonic() - told > TELL_EVERY_S:
                told = clock.monotonic()
                progress(ProgressUpdate(STEP, max(0, done), total))
            for written in self._taken(packet):
                if cancel is not None:
                    cancel.check()
                self._output.mux_one(written)

    def result(self, duration: Fraction) -> Written:
        """Return what was written."""
        lane = self._picture
        index = next((i for i, s in self._fates.items() if s.kind is StreamKind.VIDEO), 0)
        base = self._bases[index]
        return Written(
            duration,
            Fraction(0) if lane is None else lane.copied_ticks * base,
            Fraction(0) if lane is None else lane.encoded_ticks * base,
            tuple(self._fates[stream.index] for stream in self._source.streams),
        )

    def _taken(self, packet: Packet[Stream]) -> Iterator[Packet[Stream]]:
        # An empty packet, which ends a stream, has no number of its own.
        index = packet.stream_index if packet.size else packet.stream.index
        fate = self._fates.get(index)
        if fate is None or fate.fate is StreamFate.DROPPED:
            return
        if fate.kind is StreamKind.VIDEO and self._picture is not None:
            yield from self._picture.take(cast("Packet[VideoStream]", packet))
        elif index in self._sounds:
            yield from self._sounds[index].take(cast("Packet[AudioStream]", packet))
        elif index in self._copies and packet.size:
            yield from self._copy(packet)

    def _copy(self, packet: Packet[Stream]) -> Iterator[Packet[Stream]]:
        """Yield a packet of sound or subtitles with its new times; nothing was cut."""
        stream, clock = self._copies[packet.stream_index]
        if packet.pts is None:
            return
        at = clock.moved(packet.pts)
        if at * clock.unit < -_BEFORE_START_S:
            # An edit list of the source hides it.
            return
        packet.time_base = clock.unit
        packet.dts = at if packet.dts is None else clock.moved(packet.dts)
        packet.pts = at
        packet.stream = stream
        yield packet

    def _add_sound(self, source: AudioStream) -> None:
        codec = source.codec_context.codec.canonical_name
        muted = union(
            quiet.range
            for quiet in self._order.muted
            if quiet.streams is None or source.index in quiet.streams
        )
        altered = union(self._order.altered)
        can_copy = self._family in COPYABLE_FAMILIES and codec in _COPYABLE_SOUND[self._muxer]
        if can_copy and not (muted or altered or self._cuts):
            stream: Stream = self._output.add_stream_from_template(source, opaque=True)
            clock = PictureClock(self._bases[source.index], self._found.origin, ())
            self._copies[source.index] = (stream, clock)
            fate = StreamFate.COPIED
        else:
            added = add_sound(self._output, source, self._muxer, self._found.bit_rate(source.index))
            self._sounds[source.index] = SoundLane(
                source,
                added,
                self._found.origin,
                muted,
                altered,
                self._cuts,
                self._order.voice_seed + source.index,
            )
            stream, fate = added, StreamFate.ENCODED
        _name_language(source, stream)
        self._fates[source.index] = RenderedStream(source.index, StreamKind.AUDIO, fate)

    def _add_other(self, source: Stream) -> None:
        """Copy subtitles where nothing that was said is taken out; drop all else."""
        reason = "other"
        if isinstance(source, SubtitleStream):
            context = getattr(source, "codec_context", None)
            codec = "" if context is None else context.codec.canonical_name
            if self._cuts or self._order.muted:
                reason = "words"
            elif codec in _COPYABLE_WORDS[self._muxer] and self._family in COPYABLE_FAMILIES:
                stream = self._output.add_stream_from_template(source, opaque=True)
                clock = PictureClock(self._bases[source.index], self._found.origin, ())
                self._copies[source.index] = (stream, clock)
                _name_language(source, stream)
                self._fates[source.index] = RenderedStream(
                    source.index, StreamKind.OTHER, StreamFate.COPIED
                )
                return
        self._fates[source.index] = RenderedStream(
            source.index, StreamKind.OTHER, StreamFate.DROPPED, reason
        )


def _name_language(source: Stream, output: Stream) -> None:
    """Keep the language of a stream; its title may be a name and stays out."""
    language = source.metadata.get("language", "")
    if _LANGUAGE.fullmatch(language):
        output.metadata["language"] = language
