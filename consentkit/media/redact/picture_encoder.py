"""Encoders whose pictures look like the source's and may stand beside them in one stream."""

from __future__ import annotations

import os
from dataclasses import dataclass
from fractions import Fraction

import av
import av.error
from av.video.codeccontext import VideoCodecContext
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from consentkit.kernel.errors import ResourceError
from consentkit.media.redact import h264

PRESET = "veryfast"
QUALITY = 18
"""Constant rate factor of libx264; differences to the source are then not seen."""

_RATE_TIMES = 3
_RATE_MIN = 1_500_000
"""A source of few bits is not made many times larger; three times its rate loses nothing more."""

_B_FRAMES = 2
_GROUP_S = 2
_THREADS_MAX = 8
_GLOBAL_HEADER = 1 << 22
"""``AV_CODEC_FLAG_GLOBAL_HEADER`` of FFmpeg."""

_INTERLACED = (1 << 18) | (1 << 29)
"""``AV_CODEC_FLAG_INTERLACED_DCT`` and ``AV_CODEC_FLAG_INTERLACED_ME`` of FFmpeg."""

_FORMATS = frozenset({
    "yuv420p",
    "yuvj420p",
    "yuv422p",
    "yuvj422p",
    "yuv444p",
    "yuvj444p",
    "yuv420p10le",
    "yuv422p10le",
    "yuv444p10le",
    "gray",
    "gray10le",
})
"""What libx264 takes and ``drawing`` draws upon; the rest becomes 4:2:0 of 8 or 10 bits."""

_BYTE_BITS = 8


@dataclass(frozen=True, slots=True)
class PictureForm:
    """How pictures are to be encoded.

    Attributes:
        width: In samples, even.
        height: In samples, even.
        pixel_format: One of those libx264 takes.
        pixel_shape: Width of a sample divided by its height; None when not known.
        colours: FFmpeg's numbers for range, primaries, transfer and matrix.
        rate: Pictures per second, about.
        bit_rate: Of the source; 0 for unknown.
        unit: What times count in, in seconds.
        is_reordered: Pictures may be decoded in another order than they are shown.
        profile: libx264's name of the profile; empty to let it choose.
        is_interlaced: Frames hold two fields.
    """

    width: int
    height: int
    pixel_format: str
    pixel_shape: Fraction | None
    colours: tuple[int, int, int, int]
    rate: Fraction
    bit_rate: int
    unit: Fraction
    is_reordered: bool = True
    profile: str = ""
    is_interlaced: bool = False


def form_of(stream: VideoStream, unit: Fraction, bit_rate: int) -> PictureForm:
    """Return a form as near to the source's as libx264 allows."""
    context = stream.codec_context
    name = context.format.name if context.format is not None else "yuv420p"
    if name not in _FORMATS and context.format is not None:
        bits = max((part.bits for part in context.format.components), default=_BYTE_BITS)
        name = "yuv420p10le" if bits > _BYTE_BITS else "yuv420p"
    rate = stream.average_rate or stream.guessed_rate or Fraction(25)
    return PictureForm(
        width=max(2, context.width // 2 * 2),
        height=max(2, context.height // 2 * 2),
        pixel_format=name,
        pixel_shape=stream.sample_aspect_ratio or None,
        colours=(
            context.color_range,
            context.color_primaries,
            context.color_trc,
            context.colorspace,
        ),
        rate=min(max(Fraction(rate), Fraction(1)), Fraction(240)).limit_denominator(1001),
        bit_rate=bit_rate,
        unit=unit,
    )


def set_up(context: VideoCodecContext, form: PictureForm, parameter_id: int | None) -> None:
    """Set a context of libx264 up, before it is opened.

    Args:
        context: The encoder.
        form: How to encode.
        parameter_id: The id of its parameter sets, None where it is alone in its stream.
    """
    context.width, context.height = form.width, form.height
    context.pix_fmt = form.pixel_format
    context.time_base = form.unit
    context.framerate = form.rate
    if form.pixel_shape is not None:
        context.sample_aspect_ratio = form.pixel_shape
    context.color_range, context.color_primaries, context.color_trc, context.colorspace = (
        form.colours
    )
    context.gop_size = max(1, round(form.rate * _GROUP_S))
    context.thread_count = min(_THREADS_MAX, max(1, os.cpu_count() or 1))
    context.flags |= _GLOBAL_HEADER
    options = {
        "preset": PRESET,
        "crf": str(QUALITY),
        "bf": str(_B_FRAMES if form.is_reordered else 0),
        "forced-idr": "1",
        # What is said in captions within the picture is not looked at, so it is left out.
        "a53cc": "0",
    }
    settings = ["b-pyramid=none", "stitchable=1"]
    if parameter_id is not None:
        settings.append(f"sps-id={parameter_id}")
    if form.is_interlaced:
        context.flags |= _INTERLACED
    options["x264-params"] = ":".join(settings)
    if form.profile:
        options["profile"] = form.profile
    if form.bit_rate:
        most = max(_RATE_MIN, _RATE_TIMES * form.bit_rate)
        options |= {"maxrate": str(most), "bufsize": str(2 * most)}
    context.options = options


class JoiningEncoder:
    """Encodes stretches of pictures that stand beside the source's in its stream."""

    def __init__(self, form: PictureForm, parameter_id: int) -> None:
        self._form = form
        self._id = parameter_id
        self._context: VideoCodecContext | None = None
        self.header = h264.read_header(self._opened().extradata)

    def begin(self) -> None:
        """Begin a stretch; its first picture refers to nothing before."""
        self._context = self._opened()
        if h264.read_header(self._context.extradata) != self.header:
            raise ResourceError("redaction.encoder")

    def encode(self, frame: VideoFrame | None) -> list[tuple[bytes, int, bool]]:
        """Return payload, time and whether it is a keyframe of what comes out; None ends it."""
        if self._context is None:
            return []
        try:
            packets = self._context.encode(frame)
        except av.error.FFmpegError as exc:
            raise ResourceError("redaction.encoder") from exc
        return [
            (h264.with_lengths(bytes(packet)), packet.pts, packet.is_keyframe)
            for packet in packets
            if packet.pts is not None
        ]

    def _opened(self) -> VideoCodecContext:
        context = av.CodecContext.create("libx264", "w")
        if not isinstance(context, VideoCodecContext):
            raise ResourceError("redaction.encoder")
        set_up(context, self._form, self._id)
        try:
            context.open()
        except (av.error.FFmpegError, ValueError) as exc:
            raise ResourceError("redaction.encoder") from exc
        return context


def prepared(frame: VideoFrame, form: PictureForm) -> VideoFrame:
    """Return a frame of the form's size and format whose memory is its own."""
    if (frame.width, frame.height, frame.format.name) == (
        form.width,
        form.height,
        form.pixel_format,
    ):
        frame.make_writable()
        return frame
    changed = frame.reformat(form.width, form.height, format=form.pixel_format)
    changed.pts, changed.time_base = frame.pts, frame.time_base
    changed.make_writable()
    return changed
