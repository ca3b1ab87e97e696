"""Sample recordings of a video chat, drawn and voiced by this program; nothing is stored.

Two panes with a partner and oneself, a bar with controls around them, several partners one after
another, and a "searching" screen of noise in between. The same plan gives the same pictures and
sounds, and ``write_sample`` returns what is true about them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Literal

import av
import cv2
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.video.frame import VideoFrame
from av.video.stream import VideoStream
from numpy.typing import NDArray

from consentkit.kernel.errors import MalformedError
from consentkit.kernel.timebase import TimeRange
from consentkit.media.sample_faces import Portrait, make_person
from consentkit.media.sample_voices import RATE_HZ, make_voice, speak

Speaker = Literal["partner", "own"]
_TICKS_PER_SECOND = 90_000
_CONTROL_HZ = 100
_OPUS_RATE_HZ = 48_000

_MUXERS = {
    ".mp4": "mp4",
    ".m4v": "mp4",
    ".mov": "mov",
    ".mkv": "matroska",
    ".webm": "webm",
    ".flv": "flv",
    ".avi": "avi",
    ".ts": "mpegts",
    ".mpg": "mpeg",
}
_ENCODERS = {"h264": "libx264", "hevc": "libx265", "vp8": "libvpx", "vp9": "libvpx-vp9"}
_FAST = {
    "libx264": {"preset": "veryfast", "crf": "26", "bf": "2"},
    "libx265": {"preset": "ultrafast", "crf": "28", "x265-params": "log-level=none"},
    "libvpx": {"deadline": "realtime", "cpu-used": "8", "b": "700k"},
    "libvpx-vp9": {"deadline": "realtime", "cpu-used": "8", "b": "700k"},
    "mpeg4": {"qscale": "4"},
}


@dataclass(frozen=True, slots=True)
class SamplePartner:
    """One conversation.

    Attributes:
        seed: Who the partner is; the same seed is the same face, room and voice.
        duration_s: How long the conversation lasts.
    """

    seed: int
    duration_s: Fraction


@dataclass(frozen=True, slots=True)
class SamplePlan:
    """What a sample recording holds.

    Attributes:
        partners: The conversations, in order.
        gap_s: Length of the searching screen before, between and after them.
        layout: Panes beside each other or above each other.
        width_px: Width of the picture; even.
        height_px: Height of the picture; even.
        fps: Pictures per second, the highest when the rate varies.
        is_variable_rate: Leave out pictures now and then, as recorders under load do.
        own_seed: Who sits at the computer.
        video_codec: "h264", "hevc", "vp8", "vp9", "mpeg4", or None for sound alone.
        audio_codec: "aac", "libopus", "mp3", "mp2", or None for a silent film.
        pixel_format: FFmpeg's name; "yuv420p10le" for ten bits.
        rotation_deg: Display rotation to note in the container, counter-clockwise.
        keyframe_s: Distance of keyframes.
    """

    partners: tuple[SamplePartner, ...]
    gap_s: Fraction = Fraction(3)
    layout: Literal["side", "stacked"] = "side"
    width_px: int = 640
    height_px: int = 360
    fps: int = 25
    is_variable_rate: bool = False
    own_seed: int = 1000
    video_codec: str | None = "h264"
    audio_codec: str | None = "aac"
    pixel_format: str = "yuv420p"
    rotation_deg: int = 0
    keyframe_s: int = 2


@dataclass(frozen=True, slots=True)
class SampleRectangle:
    """A pane in pixels of the picture."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class SampleTurn:
    """Who speaks when."""

    speaker: Speaker
    range: TimeRange


@dataclass(frozen=True, slots=True)
class SampleConversation:
    """One conversation as it is in the recording."""

    seed: int
    range: TimeRange
    turns: tuple[SampleTurn, ...]


@dataclass(frozen=True, slots=True)
class SampleTruth:
    """What is true about a written sample.

    Attributes:
        duration: Length in seconds.
        conversations: The conversations, in order.
        gaps: The searching screens, in order.
        partner_pane: Where the partner is shown.
        own_pane: Where oneself is shown.
    """

    duration: Fraction
    conversations: tuple[SampleConversation, ...]
    gaps: tuple[TimeRange, ...]
    partner_pane: SampleRectangle
    own_pane: SampleRectangle


def default_plan() -> SamplePlan:
    """Return a plan of three conversations, 76 seconds in all."""
    lengths = ((3, 24), (14, 20), (12, 20))
    partners = tuple(SamplePartner(seed, Fraction(length)) for seed, length in lengths)
    return SamplePlan(partners)


def plan_truth(plan: SamplePlan) -> SampleTruth:
    """Return what is true about a plan's recording without writing it.

    Raises:
        MalformedError: The plan cannot be drawn.
    """
    if plan.width_px % 2 or plan.height_px % 2 or not plan.partners or plan.gap_s < 0:
        raise MalformedError("sample.plan")
    partner_pane, own_pane = _panes(plan)
    conversations: list[SampleConversation] = []
    gaps: list[TimeRange] = []
    now = Fraction(0)
    for partner in plan.partners:
        gaps.append(TimeRange(now, now + plan.gap_s))
        now += plan.gap_s
        span = TimeRange(now, now + partner.duration_s)
        conversations.append(SampleConversation(partner.seed, span, _turns(partner.seed, span)))
        now = span.end
    gaps.append(TimeRange(now, now + plan.gap_s))
    return SampleTruth(
        now + plan.gap_s,
        tuple(conversations),
        tuple(gap for gap in gaps if gap.duration),
        partner_pane,
        own_pane,
    )


def write_sample(path: Path, plan: SamplePlan) -> SampleTruth:
    """Write the recording of a plan and return what is true about it.

    Args:
        path: Where to; its suffix chooses the container (.mp4 .m4v .mov .mkv .webm .flv .avi .ts
            .mpg).
        plan: What it holds.

    Raises:
        MalformedError: The plan cannot be drawn, or the suffix is not known.
    """
    truth = plan_truth(plan)
    muxer = _MUXERS.get(path.suffix.lower())
    if muxer is None:
        raise MalformedError("sample.suffix")
    with av.open(f"file:{path}", mode="w", format=muxer) as output:
        picture = _add_picture(output, plan)
        sound = _add_sound(output, plan)
        samples, own_mouth, partner_mouth = _voices(plan, truth)
        speech = _Speech(sound, samples)
        if picture is not None:
            painter = _Painter(plan, truth, own_mouth, partner_mouth)
            for tick in _frame_ticks(plan, truth.duration):
                at = Fraction(tick, _TICKS_PER_SECOND)
                speech.write_until(output, at)
                frame = VideoFrame.from_ndarray(painter.paint(float(at)), format="rgb24")
                frame.pts, frame.time_base = tick, Fraction(1, _TICKS_PER_SECOND)
                output.mux(picture.encode(frame))
        speech.write_until(output, truth.duration)
        speech.finish(output)
        if picture is not None:
            output.mux(picture.encode(None))
    return truth


def _panes(plan: SamplePlan) -> tuple[SampleRectangle, SampleRectangle]:
    width, height = plan.width_px, plan.height_px
    edge = max(4, width // 80)
    bar = max(12, height // 12)
    if plan.layout == "side":
        pane_width = (width - 3 * edge) // 2
        pane_height = height - 2 * bar - edge
        partner = SampleRectangle(edge, bar, pane_width, pane_height)
        return partner, SampleRectangle(2 * edge + pane_width, bar, pane_width, pane_height)
    pane_height = (height - bar - 3 * edge) // 2
    pane_width = min(width - 2 * edge, pane_height * 16 // 9)
    left = (width - pane_width) // 2
    partner = SampleRectangle(left, edge, pane_width, pane_height)
    return partner, SampleRectangle(left, 2 * edge + pane_height, pane_width, pane_height)


def _turns(seed: int, span: TimeRange) -> tuple[SampleTurn, ...]:
    rng = np.random.default_rng([seed, 31])
    turns: list[SampleTurn] = []
    now = span.start + Fraction(1, 2)
    speaker: Speaker = "own"
    while True:
        end = now + Fraction(int(rng.integers(12, 40)), 10)
        if end > span.end - Fraction(1, 4):
            return tuple(turns)
        turns.append(SampleTurn(speaker, TimeRange(now, end)))
        now = end + Fraction(int(rng.integers(2, 9)), 10)
        speaker = "partner" if speaker == "own" else "own"


def _voices(
    plan: SamplePlan, truth: SampleTruth
) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
    """Return all sound at 16 kHz, and both mouths at 100 per second."""
    rng = np.random.default_rng([plan.own_seed, 32])
    count = round(truth.duration * RATE_HZ)
    sound = (0.002 * rng.standard_normal(count)).astype(np.float32)
    steps = round(truth.duration * _CONTROL_HZ) + 2
    mouths = {"own": np.zeros(steps, np.float32), "partner": np.zeros(steps, np.float32)}
    own = make_voice(plan.own_seed)
    for index, conversation in enumerate(truth.conversations):
        partner = make_voice(conversation.seed)
        for number, turn in enumerate(conversation.turns):
            voice = own if turn.speaker == "own" else partner
            phrase, mouth = speak(voice, float(turn.range.duration), index * 1000 + number)
            start = round(turn.range.start * RATE_HZ)
            sound[start : start + len(phrase)] += phrase[: count - start]
            first = round(turn.range.start * _CONTROL_HZ)
            mouths[turn.speaker][first : first + len(mouth)] = mouth[: steps - first]
    return np.clip(sound, -1, 1), mouths["own"], mouths["partner"]


def _frame_ticks(plan: SamplePlan, duration: Fraction) -> Iterator[int]:
    """Yield the time of every picture in 1/90,000 s."""
    rng = np.random.default_rng([plan.own_seed, 33])
    count = int(duration * plan.fps)
    number = 0
    while number < count:
        yield number * _TICKS_PER_SECOND // plan.fps
        number += int(rng.choice([1, 1, 1, 2, 3])) if plan.is_variable_rate else 1


class _Painter:
    """Paints whole pictures."""

    def __init__(
        self,
        plan: SamplePlan,
        truth: SampleTruth,
        own_mouth: NDArray[np.float32],
        partner_mouth: NDArray[np.float32],
    ) -> None:
        self._truth = truth
        self._mouths = (own_mouth, partner_mouth)
        own, partner = truth.own_pane, truth.partner_pane
        self._own = Portrait(make_person(plan.own_seed), own.width, own.height)
        self._partners = {
            seed: Portrait(make_person(seed), partner.width, partner.height)
            for seed in {item.seed for item in truth.conversations}
        }
        self._chrome = _draw_chrome(plan, truth)
        self._static = np.random.default_rng([plan.own_seed, 34]).integers(
            20, 110, (partner.height // 3 + 40, partner.width // 3 + 40), dtype=np.uint8
        )

    def paint(self, at_s: float) -> NDArray[np.uint8]:
        """Return ``(height, width, 3) uint8 RGB`` for a time."""
        picture = self._chrome.copy()
        own, partner = self._truth.own_pane, self._truth.partner_pane
        step = min(int(at_s * _CONTROL_HZ), len(self._mouths[0]) - 1)
        own_open, partner_open = (float(mouth[step]) for mouth in self._mouths)
        _put(picture, own, self._own.draw(at_s, own_open, min(1, own_open * 2)))
        for conversation in self._truth.conversations:
            if conversation.range.start <= at_s < conversation.range.end:
                portrait = self._partners[conversation.seed]
                # The partner's time runs from the beginning of their own conversation.
                own_time = at_s - float(conversation.range.start)
                shown = portrait.draw(own_time, partner_open, min(1, partner_open * 2))
                _put(picture, partner, shown)
                return picture
        _put(picture, partner, self._searching(at_s, partner))
        return picture

    def _searching(self, at_s: float, pane: SampleRectangle) -> NDArray[np.uint8]:
        step = round(at_s * 25)
        top, left = step * 17 % 40, step * 29 % 40
        part = self._static[top : top + pane.height // 3, left : left + pane.width // 3]
        gray = cv2.resize(part, (pane.width, pane.height), interpolation=cv2.INTER_NEAREST)
        screen = cv2.cvtColor(gray, cv2.COLOR_GRAY2RGB).astype(np.uint8, copy=False)
        dots = "." * (1 + step // 8 % 3)
        size = pane.height / 420
        place = (pane.width // 6, pane.height // 2)
        cv2.putText(
            screen,
            f"Searching{dots}",
            place,
            cv2.FONT_HERSHEY_SIMPLEX,
            size * 1.6,
            (235, 235, 235),
            max(1, round(size * 3)),
            cv2.LINE_AA,
        )
        return screen


def _put(picture: NDArray[np.uint8], pane: SampleRectangle, shown: NDArray[np.uint8]) -> None:
    picture[pane.y : pane.y + pane.height, pane.x : pane.x + pane.width] = shown


def _draw_chrome(plan: SamplePlan, truth: SampleTruth) -> NDArray[np.uint8]:
    """Return the picture's frame: bars, a wordmark, buttons, borders of both panes."""
    picture = np.full((plan.height_px, plan.width_px, 3), (28, 30, 36), np.uint8)
    bar = truth.partner_pane.y if plan.layout == "side" else 0
    if bar > 0:
        picture[: bar - 2] = (44, 48, 58)
        cv2.putText(
            picture,
            "strangers.example",
            (8, round(bar * 0.7)),
            cv2.FONT_HERSHEY_SIMPLEX,
            bar / 46,
            (220, 224, 230),
            1,
            cv2.LINE_AA,
        )
    floor = max(
        truth.own_pane.y + truth.own_pane.height, truth.partner_pane.y + truth.partner_pane.height
    )
    room = plan.height_px - floor
    colors = ((200, 64, 64), (72, 128, 200), (96, 100, 112))
    for index, color in enumerate(colors):
        x = plan.width_px // 2 + (index - 1) * room * 2
        cv2.circle(picture, (x, floor + room // 2), max(3, room // 3), color, -1, cv2.LINE_AA)
    for pane in (truth.partner_pane, truth.own_pane):
        corner = (pane.x + pane.width, pane.y + pane.height)
        cv2.rectangle(picture, (pane.x - 1, pane.y - 1), corner, (70, 74, 84), 1)
    return picture


def _add_picture(output: OutputContainer, plan: SamplePlan) -> VideoStream | None:
    if plan.video_codec is None:
        return None
    encoder = _ENCODERS.get(plan.video_codec, plan.video_codec)
    stream = output.add_stream(encoder, rate=plan.fps, options=dict(_FAST.get(encoder, {})))
    if not isinstance(stream, VideoStream):
        raise MalformedError("sample.plan")
    stream.width, stream.height = plan.width_px, plan.height_px
    stream.pix_fmt = plan.pixel_format
    stream.gop_size = plan.fps * plan.keyframe_s
    stream.thread_count = 1
    if plan.is_variable_rate:
        stream.time_base = stream.codec_context.time_base = Fraction(1, _TICKS_PER_SECOND)
    if plan.rotation_deg:
        stream.set_display_rotation(plan.rotation_deg)
    return stream


def _add_sound(output: OutputContainer, plan: SamplePlan) -> AudioStream | None:
    if plan.audio_codec is None:
        return None
    rate = _OPUS_RATE_HZ if plan.audio_codec == "libopus" else 44_100
    stream = output.add_stream(plan.audio_codec, rate=rate)
    if not isinstance(stream, AudioStream):
        raise MalformedError("sample.plan")
    stream.layout = "stereo"
    return stream


class _Speech:
    """Writes the sound bit by bit, so that pictures and sound lie side by side in the file."""

    def __init__(self, stream: AudioStream | None, samples: NDArray[np.float32]) -> None:
        self._stream = stream
        self._samples = samples
        self._written = 0
        self._resampler = (
            None
            if stream is None
            else AudioResampler(
                stream.codec_context.format,
                stream.codec_context.layout,
                stream.codec_context.rate,
                stream.codec_context.frame_size or 1024,
            )
        )

    def write_until(self, output: OutputContainer, at: Fraction) -> None:
        """Write sound up to a time, in steps of half a second."""
        while self._resampler is not None and self._written < min(
            round(at * RATE_HZ), len(self._samples)
        ):
            part = self._samples[self._written : self._written + RATE_HZ // 2]
            frame = AudioFrame.from_ndarray(part[None, :], format="fltp", layout="mono")
            frame.sample_rate = RATE_HZ
            frame.pts, frame.time_base = self._written, Fraction(1, RATE_HZ)
            self._written += len(part)
            self._mux(output, frame)

    def finish(self, output: OutputContainer) -> None:
        """Write what the encoder still holds."""
        if self._stream is not None:
            self._mux(output, None)
            output.mux(self._stream.encode(None))

    def _mux(self, output: OutputContainer, frame: AudioFrame | None) -> None:
        if self._resampler is None or self._stream is None:
            return
        for resampled in self._resampler.resample(frame):
            output.mux(self._stream.encode(resampled))
