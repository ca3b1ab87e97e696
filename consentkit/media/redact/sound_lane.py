"""One stream of sound of the redacted video: decoded, worked on and encoded in step with time."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from fractions import Fraction

import av
import av.error
import numpy as np
from av.audio.codeccontext import AudioCodecContext
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.packet import Packet
from av.stream import Stream
from numpy.typing import NDArray

from consentkit.kernel.errors import ResourceError
from consentkit.kernel.timebase import TimeRange
from consentkit.media.bounds import DURATION_MAX_S
from consentkit.media.pyav_reader import DECODING_ERRORS
from consentkit.media.redact.clocks import SampleClock
from consentkit.media.redact.sound_work import CUT_RAMP_S, MUTE_RAMP_S, Gain, VoiceStage

_GAP_S = 0.02
"""Times of packets jitter by some milliseconds; what is farther off is a hole or a repetition."""

_BLOCK_S = 1
"""Sound is worked on in blocks of about a second: larger ones save nothing."""

_ENCODERS = {
    "aac": "aac",
    "opus": "libopus",
    "mp3": "libmp3lame",
    "flac": "flac",
    "alac": "alac",
    "ac3": "ac3",
    "pcm_s16le": "pcm_s16le",
    "pcm_s24le": "pcm_s24le",
}
_LOSSLESS = frozenset({"flac", "alac", "pcm_s16le", "pcm_s24le"})
_IN_MP4 = frozenset({"aac", "libopus", "libmp3lame", "alac", "flac", "ac3"})
_IN_MOV = frozenset({"aac", "libmp3lame", "alac", "ac3", "pcm_s16le", "pcm_s24le"})

_RATE_PER_CHANNEL = 96_000
_RATE_MAX_PER_CHANNEL = 256_000
_OPUS_HZ = 48_000
_RATES = (8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000)
_AAC_RATES = (*_RATES, 64000, 88200, 96000)
_LAYOUTS = {1: "mono", 2: "stereo", 3: "3.0", 4: "4.0", 5: "5.0", 6: "5.1"}

_Sound = NDArray[np.float32]


def encoder_for(codec: str, muxer: str) -> str:
    """Return the encoder of the same family where the container takes it, else that of AAC."""
    encoder = _ENCODERS.get(codec, "libopus" if codec == "vorbis" else "aac")
    allowed = {"mp4": _IN_MP4, "mov": _IN_MOV}.get(muxer)
    if allowed is not None and encoder not in allowed:
        return "alac" if encoder in _LOSSLESS else "aac"
    return encoder


def add_sound(
    output: OutputContainer, source: AudioStream, muxer: str, bit_rate: int
) -> AudioStream:
    """Add a stream like the source's, to be encoded, and return it.

    Args:
        output: The container that is written.
        source: The source's stream.
        muxer: Name of the container.
        bit_rate: Of the source, bits per second; 0 for unknown.
    """
    context = source.codec_context
    name = encoder_for(context.codec.canonical_name, muxer)
    rate = _rate_for(name, context.sample_rate)
    stream = output.add_stream(name, rate=rate)
    if not isinstance(stream, AudioStream):
        raise ResourceError("redaction.encoder")
    channels = context.channels if context.channels in _LAYOUTS else 2
    if name == "libmp3lame":
        channels = min(channels, 2)
    keeps = context.channels == channels and context.layout.name in set(_LAYOUTS.values())
    stream.codec_context.layout = context.layout.name if keeps else _LAYOUTS[channels]
    formats = [item.name for item in stream.codec_context.codec.audio_formats or []]
    if name in _LOSSLESS and context.format.name in formats:
        stream.codec_context.format = context.format.name
    elif formats:
        stream.codec_context.format = formats[0]
    if name not in _LOSSLESS:
        least, most = _RATE_PER_CHANNEL * channels, _RATE_MAX_PER_CHANNEL * channels
        if name == "libmp3lame":
            most = min(most, 320_000)
        stream.codec_context.bit_rate = min(max(bit_rate, least), most)
    stream.time_base = Fraction(1, rate)
    return stream


def _rate_for(encoder: str, rate_hz: int) -> int:
    if encoder == "libopus":
        return _OPUS_HZ
    if encoder in _LOSSLESS:
        return rate_hz
    rates = _AAC_RATES if encoder == "aac" else _RATES[-3:]
    return rate_hz if rate_hz in rates else _OPUS_HZ


class SoundLane:
    """Takes the packets of one stream and gives those of its changed version."""

    def __init__(
        self,
        source: AudioStream,
        output: AudioStream,
        origin: Fraction,
        muted: Sequence[TimeRange],
        altered: Sequence[TimeRange],
        cuts: Sequence[TimeRange],
        seed: int,
    ) -> None:
        """Begin before the first packet.

        Args:
            source: The source's stream.
            output: Where it goes, with its encoder.
            origin: The zero of all ranges on the source's clock.
            muted: Stretches of silence, in order and apart.
            altered: Stretches with changed voices, in order and apart.
            cuts: What is taken out, in order and apart.
            seed: For the changed voices.
        """
        self._source = source
        self._output = output
        self._encoder: AudioCodecContext = output.codec_context
        self._origin = origin
        self._time_base = source.time_base or Fraction(1, av.time_base)
        rate = self._encoder.sample_rate
        self._rate_hz = rate
        self._resampler: AudioResampler | None = None
        self._form = ("", "", 0)
        self._at: int | None = None
        self._waiting: list[_Sound] = []
        self._waiting_count = 0
        self._surplus = 0
        self._voice = VoiceStage(altered, rate, seed)
        self._muted = Gain(_in_samples(muted, rate), round(MUTE_RAMP_S * rate))
        self._clock = SampleClock(rate, cuts)
        self._joints = Gain(self._clock.cuts, round(CUT_RAMP_S * rate))
        self._out_format = AudioResampler(self._encoder.format, self._encoder.layout, rate)
        self._frame_size = self._encoder.frame_size or 1024
        self._out = np.zeros((self._encoder.channels, 0), np.float32)
        self._out_at: int | None = None

    def take(self, packet: Packet[AudioStream]) -> Iterator[Packet[Stream]]:
        """Yield what comes out for the next packet; an empty one is the last."""
        try:
            frames = packet.decode() if packet.size else self._source.codec_context.decode(None)
        except DECODING_ERRORS:
            frames = []
        for frame in frames:
            if frame.samples > 0 and frame.sample_rate > 0:
                yield from self._take_frame(frame)
        if not packet.size:
            self._drain()
            yield from self._work(is_last=True)

    def _take_frame(self, frame: AudioFrame) -> Iterator[Packet[Stream]]:
        form = (frame.format.name, frame.layout.name, frame.sample_rate)
        try:
            if self._resampler is None or form != self._form or self._is_apart(frame):
                self._drain()
                yield from self._go_to(frame)
                self._resampler = AudioResampler("fltp", self._encoder.layout, self._rate_hz)
                self._form = form
            self._keep(self._resampler.resample(frame))
        except DECODING_ERRORS:
            self._resampler = None
        yield from self._work_blocks()

    def _position(self, frame: AudioFrame) -> int | None:
        """Return the number of a frame's first sample, counted from the origin."""
        if frame.pts is None or frame.time_base is None:
            return None
        at = frame.pts * frame.time_base - self._origin
        return round(at * self._rate_hz) if abs(at) <= DURATION_MAX_S else None

    def _is_apart(self, frame: AudioFrame) -> bool:
        """Return whether a frame does not follow the one before it."""
        here = self._position(frame)
        if here is None or self._at is None:
            return False
        # The resampler holds back a few samples, far fewer than the gap.
        return abs(here - self._at) > _GAP_S * self._rate_hz

    def _go_to(self, frame: AudioFrame) -> Iterator[Packet[Stream]]:
        """Yield what comes out when a hole is filled up to a frame with silence."""
        here = self._position(frame)
        if here is None:
            self._at = 0 if self._at is None else self._at
            return
        if self._at is None:
            self._at = here
        while self._at < here:
            count = min(here - self._at, _BLOCK_S * self._rate_hz)
            self._append(np.zeros((self._encoder.channels, count), np.float32))
            yield from self._work_blocks()
        self._surplus = self._at - here

    def _keep(self, frames: list[AudioFrame]) -> None:
        for frame in frames:
            sound = np.asarray(frame.to_ndarray(), np.float32)
            if self._surplus > 0:
                # Sound that would run back over what is there already is left out.
                gone = min(self._surplus, sound.shape[1])
                self._surplus -= gone
                sound = sound[:, gone:]
            self._append(sound.copy())

    def _drain(self) -> None:
        if self._resampler is not None:
            with contextlib.suppress(*DECODING_ERRORS):
                self._keep(self._resampler.resample(None))
        self._resampler = None

    def _append(self, sound: _Sound) -> None:
        if sound.shape[1]:
            self._waiting.append(sound)
            self._waiting_count += sound.shape[1]
            self._at = (self._at or 0) + sound.shape[1]

    def _work_blocks(self) -> Iterator[Packet[Stream]]:
        if self._waiting_count >= _BLOCK_S * self._rate_hz:
            yield from self._work(is_last=False)

    def _work(self, *, is_last: bool) -> Iterator[Packet[Stream]]:
        """Yield what comes out when what waits goes through all stages."""
        done: list[tuple[_Sound, int]] = []
        if self._waiting:
            sound = np.concatenate(self._waiting, axis=1)
            start = (self._at or 0) - self._waiting_count
            self._waiting, self._waiting_count = [], 0
            done += self._voice.take(sound, start)
        if is_last:
            done += self._voice.finish()
        for part, first in done:
            self._muted.apply(part, first)
            self._joints.apply(part, first)
            for begin, stop, goes_to in self._clock.pieces(first, first + part.shape[1]):
                yield from self._encode(part[:, begin - first : stop - first], goes_to)
        if is_last:
            yield from self._encode_rest()

    def _encode(self, sound: _Sound, at: int) -> Iterator[Packet[Stream]]:
        if self._out_at is None:
            # What lies before the origin is not part of the video.
            sound = sound[:, max(0, -at) :]
            if not sound.shape[1]:
                return
            self._out_at = max(0, at)
        self._out = np.concatenate([self._out, sound], axis=1)
        while self._out.shape[1] >= self._frame_size:
            yield from self._send(self._out[:, : self._frame_size])
            self._out = self._out[:, self._frame_size :]

    def _encode_rest(self) -> Iterator[Packet[Stream]]:
        if self._out.shape[1]:
            yield from self._send(self._out)
        if self._out_at is not None:
            yield from self._output.encode(None)

    def _send(self, sound: _Sound) -> Iterator[Packet[Stream]]:
        frame = AudioFrame.from_ndarray(
            np.ascontiguousarray(sound), format="fltp", layout=self._encoder.layout.name
        )
        frame.sample_rate = self._rate_hz
        frame.pts, frame.time_base = self._out_at, Fraction(1, self._rate_hz)
        self._out_at = (self._out_at or 0) + sound.shape[1]
        try:
            for formed in self._out_format.resample(frame):
                yield from self._output.encode(formed)
        except (av.error.FFmpegError, ValueError) as exc:
            raise ResourceError("redaction.encoder") from exc


def _in_samples(ranges: Sequence[TimeRange], rate_hz: int) -> list[tuple[int, int]]:
    """Return stretches in samples, rounded outwards."""
    return [(int(item.start * rate_hz), -int(-(item.end * rate_hz) // 1)) for item in ranges]
