"""The sound side of the decode pass: any sound in, half-second blocks of mono at 16 kHz out."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.audio.stream import AudioStream
from av.packet import Packet
from numpy.typing import NDArray

from consentkit.media.bounds import AUDIO_MAX_CHANNELS, DURATION_MAX_S
from consentkit.media.feed import TapFeed
from consentkit.media.pyav_reader import DECODING_ERRORS
from consentkit.media.tally import Tally
from consentkit.media.taps.base import AUDIO_RATE_HZ, AudioBlock, Tap

_BLOCK_SAMPLES = AUDIO_RATE_HZ // 2
_GAP_S = 0.05
"""Timestamps jitter by some milliseconds; a twentieth of a second is a gap one can hear."""

_STEREO = 2
_STEREO_GAIN = np.float32(0.5**0.5)
"""The mixer adds both sides with 0.707 each; this makes it their mean, which cannot clip."""


class SoundLane:
    """Decodes one stream of sound and hands blocks to the taps, in order of time.

    Attributes:
        frames_decoded: How many.
        blocks: How many blocks were handed on or passed over.
    """

    def __init__(
        self,
        stream: AudioStream,
        origin: Fraction,
        taps: Sequence[Tap],
        feed: TapFeed,
        tally: Tally,
    ) -> None:
        self._time_base = stream.time_base or Fraction(1, av.time_base)
        self._origin = origin
        self._taps = taps
        self._feed = feed
        self._tally = tally
        self._resampler: AudioResampler | None = None
        self._layout = ("", "", 0, AUDIO_RATE_HZ)
        self._run_start = Fraction(0)
        self._samples_in = 0
        self._sent = 0
        self._end = Fraction(0)
        self._waiting: list[NDArray[np.float32]] = []
        self._waiting_samples = 0
        self._passed_over = 0
        self.frames_decoded = 0
        self.blocks = 0

    def pass_over_blocks(self, count: int) -> None:
        """Keep the first blocks to ourselves; the taps had them in a former scan."""
        self._passed_over = count

    def take(self, packet: Packet[AudioStream]) -> None:
        """Decode one packet, or what the decoder still holds when the packet is empty."""
        try:
            frames = packet.decode()
        except DECODING_ERRORS:
            at = None if packet.pts is None else packet.pts * self._time_base - self._origin
            self._tally.decode_error(at if at is not None and at >= 0 else None)
            return
        for frame in frames:
            try:
                self._take_frame(frame)
            except DECODING_ERRORS:
                self._tally.decode_error(self._run_end())
                self._resampler = None

    def finish(self) -> None:
        """Hand on what is left."""
        self._end_run()

    def _take_frame(self, frame: AudioFrame) -> None:
        if frame.samples <= 0 or frame.sample_rate <= 0:
            return
        self.frames_decoded += 1
        channels = frame.layout.nb_channels
        if channels > AUDIO_MAX_CHANNELS:
            raise ValueError(channels)
        layout = (frame.format.name, frame.layout.name, channels, frame.sample_rate)
        if self._resampler is None or layout != self._layout or self._jumps(frame):
            at = self._time_of(frame)
            self._end_run()
            # Priming before zero is not heard, and sound that would run back over what was handed
            # on already is left out.
            if at < -_GAP_S or self._end - at > _GAP_S or at > DURATION_MAX_S:
                return
            self._begin_run(max(at, self._end), layout)
        self._samples_in += frame.samples
        self._put(frame)

    def _jumps(self, frame: AudioFrame) -> bool:
        """Return whether a frame does not follow the one before it."""
        if frame.pts is None or frame.time_base is None:
            return False
        # Exact fractions of every frame would cost more than decoding it.
        expected_s = float(self._run_start) + self._samples_in / frame.sample_rate
        at_s = frame.pts * float(frame.time_base) - float(self._origin)
        return abs(at_s - expected_s) > _GAP_S

    def _time_of(self, frame: AudioFrame) -> Fraction:
        if frame.pts is None or frame.time_base is None:
            return self._run_end()
        return frame.pts * frame.time_base - self._origin

    def _run_end(self) -> Fraction:
        """Return the time up to which sound was taken."""
        return self._run_start + Fraction(self._samples_in, self._layout[3])

    def _begin_run(self, at: Fraction, layout: tuple[str, str, int, int]) -> None:
        self._resampler = AudioResampler(format="flt", layout="mono", rate=AUDIO_RATE_HZ)
        self._layout = layout
        self._run_start = at
        self._samples_in = 0
        self._sent = 0

    def _put(self, frame: AudioFrame | None) -> None:
        if self._resampler is None:
            return
        for mono in self._resampler.resample(frame):
            samples = np.frombuffer(memoryview(mono.planes[0]), np.float32)[: mono.samples]
            # The buffer may be used again for the next frame.
            self._waiting.append(samples.copy())
            self._waiting_samples += len(samples)
        if self._waiting_samples >= _BLOCK_SAMPLES:
            self._send()

    def _end_run(self) -> None:
        if self._resampler is not None:
            self._put(None)
            self._send()
            self._end = self._run_start + Fraction(self._sent, AUDIO_RATE_HZ)
        self._resampler = None

    def _send(self) -> None:
        if not self._waiting:
            return
        gain = _STEREO_GAIN if self._layout[2] == _STEREO else np.float32(1)
        samples = np.clip(np.nan_to_num(np.concatenate(self._waiting) * gain), -1, 1)
        self._waiting.clear()
        self._waiting_samples = 0
        block = AudioBlock(self._run_start + Fraction(self._sent, AUDIO_RATE_HZ), samples)
        self._sent += len(samples)
        self.blocks += 1
        if self.blocks <= self._passed_over:
            return
        for tap in self._taps:
            self._feed.put(tap.on_audio, block)
        self._feed.send()
