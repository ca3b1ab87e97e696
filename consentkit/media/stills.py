"""Single pictures out of a recording: a filmstrip within seconds, and one still of high quality."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import av
from av.container import InputContainer
from av.video.frame import VideoFrame
from av.video.reformatter import VideoReformatter
from av.video.stream import VideoStream

from consentkit.kernel.errors import InputError, MalformedError
from consentkit.kernel.progress import CancelToken
from consentkit.media import pyav_reader
from consentkit.media.bounds import OPENING_PACKETS_MAX, PICTURE_MAX_PIXELS
from consentkit.media.result import Thumb
from consentkit.media.small_frames import rgb_picture
from consentkit.media.taps.filmstrip import THUMB_BOX_PX, encode_jpeg, fit

QUICK_THUMBS = 64
_BLIND_STEP_S = Fraction(2)
"""First distance of thumbs where the header does not tell how long the recording is."""

_SEARCH_BACK_S = (0, 5, 30)
"""How far before the wanted moment a seek goes when the one before landed behind it."""

_STILL_QUALITY = 92


def quick_thumbs(
    path: Path,
    on_thumb: Callable[[Thumb], None],
    count: int = QUICK_THUMBS,
    cancel: CancelToken | None = None,
) -> int:
    """Hand keyframes spread over the recording to ``on_thumb``; return how many there were.

    They come in an order that fills the whole strip coarsely first. A file that does not say how
    long it is, or does not let itself be searched, is read from its beginning instead.

    Raises:
        InputError: As ``pyav_reader.open_untrusted``; ``MalformedError`` with
            ``media.no-picture`` when it has no picture.
        Cancelled: A stop was asked for.
    """
    seen: set[Fraction] = set()
    with pyav_reader.open_untrusted(path) as container:
        stream = _thumb_stream(container)
        origin = pyav_reader.origin(container)
        length = pyav_reader.claimed_duration(container)
        frames = (
            _sought_keyframes(container, stream, origin, length, count)
            if length is not None
            else iter(())
        )
        _hand_on(frames, stream, origin, seen, on_thumb, cancel)
    if len(seen) >= min(count // 4, 2):
        return len(seen)
    with pyav_reader.open_untrusted(path) as container:
        stream = _thumb_stream(container)
        frames = _keyframes_in_order(container, stream, count)
        _hand_on(frames, stream, origin, seen, on_thumb, cancel)
    return len(seen)


def still_at(path: Path, at: Fraction, max_width_px: int = 1920) -> Thumb:
    """Return the picture that is shown at a moment, with its own time.

    Args:
        path: The recording.
        at: Seconds from its start.
        max_width_px: Widest the picture may be; it is never enlarged.

    Raises:
        InputError: ``still.outside`` when nothing is shown there, else as ``open_untrusted``.
    """
    for back_s in _SEARCH_BACK_S:
        with pyav_reader.open_untrusted(path) as container:
            stream = pyav_reader.picture_stream(container)
            if stream is None:
                raise MalformedError("media.no-picture")
            origin = pyav_reader.origin(container)
            frame = _frame_shown_at(container, stream, origin, at, back_s)
            if frame is None:
                continue
            turns = pyav_reader.quarter_turns(frame)
            size = _shown_size(frame, stream, turns)
            if size[0] > max_width_px:
                size = fit(*size, (max_width_px, size[1]))
            rgb = rgb_picture(VideoReformatter(), frame, turns, size)
            shown_at = Fraction(frame.pts or 0) * _ticks(stream) - origin
            return Thumb(max(Fraction(0), shown_at), encode_jpeg(rgb, _STILL_QUALITY))
    raise InputError("still.outside")


def _ticks(stream: VideoStream) -> Fraction:
    return stream.time_base or Fraction(1, av.time_base)


def _thumb_stream(container: InputContainer) -> VideoStream:
    stream = pyav_reader.picture_stream(container)
    if stream is None:
        raise MalformedError("media.no-picture")
    pyav_reader.prepare_picture(stream, keyframes_only=True)
    # A thread per frame would hold every picture back until several more have been read.
    stream.thread_type = "SLICE"
    return stream


def _shown_size(frame: VideoFrame, stream: VideoStream, turns: int) -> tuple[int, int]:
    return pyav_reader.shown_size(frame.width, frame.height, stream.sample_aspect_ratio, turns)


def _hand_on(
    frames: Iterator[VideoFrame],
    stream: VideoStream,
    origin: Fraction,
    seen: set[Fraction],
    on_thumb: Callable[[Thumb], None],
    cancel: CancelToken | None,
) -> None:
    reformatter = VideoReformatter()
    for frame in frames:
        if cancel is not None:
            cancel.check()
        at = max(Fraction(0), Fraction(frame.pts or 0) * _ticks(stream) - origin)
        if at in seen:
            continue
        seen.add(at)
        turns = pyav_reader.quarter_turns(frame)
        size = fit(*_shown_size(frame, stream, turns), THUMB_BOX_PX)
        on_thumb(Thumb(at, encode_jpeg(rgb_picture(reformatter, frame, turns, size))))


def _sought_keyframes(
    container: InputContainer,
    stream: VideoStream,
    origin: Fraction,
    length: Fraction,
    count: int,
) -> Iterator[VideoFrame]:
    """Yield the keyframes before ``count`` even moments, coarse distances first."""
    for place in _coarse_first(count):
        moment = origin + length * place / count
        try:
            container.seek(round(moment / _ticks(stream)), stream=stream)
            frame = _next_keyframe(container, stream)
        except pyav_reader.DECODING_ERRORS:
            continue
        if frame is not None:
            yield frame


def _coarse_first(count: int) -> Iterator[int]:
    """Yield 0 to ``count - 1`` once each, at halving distances."""
    step = 1
    while step * 2 < count:
        step *= 2
    done: set[int] = set()
    while step:
        for place in range(0, count, step):
            if place not in done:
                done.add(place)
                yield place
        step //= 2


def _next_keyframe(container: InputContainer, stream: VideoStream) -> VideoFrame | None:
    for number, packet in enumerate(container.demux(stream)):
        if number > OPENING_PACKETS_MAX:
            return None
        if packet.is_keyframe and packet.size:
            frames = stream.codec_context.decode(packet) or stream.codec_context.decode(None)
            stream.codec_context.flush_buffers()
            if frames:
                return frames[0]
    return None


def _keyframes_in_order(
    container: InputContainer, stream: VideoStream, count: int
) -> Iterator[VideoFrame]:
    """Yield keyframes at distances that grow with the time gone by, so that they stay few."""
    due = None
    packets = container.demux(stream)
    while True:
        try:
            packet = next(packets, None)
            if packet is None:
                return
            wanted = packet.size == 0 or packet.is_keyframe
            frames = packet.decode() if wanted else []
        except pyav_reader.DECODING_ERRORS:
            return
        for frame in frames:
            if frame.pts is None or (due is not None and frame.pts < due):
                continue
            gone_s = frame.pts * _ticks(stream)
            due = frame.pts + round(max(_BLIND_STEP_S, gone_s / count) / _ticks(stream))
            yield frame


def _frame_shown_at(
    container: InputContainer,
    stream: VideoStream,
    origin: Fraction,
    at: Fraction,
    back_s: int,
) -> VideoFrame | None:
    stream.thread_type = "AUTO"
    stream.codec_context.options = {"max_pixels": str(PICTURE_MAX_PIXELS)}
    wanted = round((at + origin) / _ticks(stream))
    try:
        sought = round((max(Fraction(0), at - back_s) + origin) / _ticks(stream))
        container.seek(sought, stream=stream)
    except pyav_reader.DECODING_ERRORS:
        # What cannot be searched is read from the beginning.
        pass
    last: VideoFrame | None = None
    packets = container.demux(stream)
    while True:
        try:
            packet = next(packets, None)
            frames = [] if packet is None else packet.decode()
        except pyav_reader.DECODING_ERRORS:
            continue
        if packet is None:
            break
        for frame in frames:
            if frame.pts is None:
                continue
            if frame.pts > wanted:
                return last
            last = frame
    if last is None or last.pts is None:
        return None
    # The last picture stays for its own length, and at most a second when that is not known.
    shown = last.duration or round(1 / _ticks(stream))
    return last if wanted <= last.pts + shown else None
