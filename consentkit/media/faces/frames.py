"""The frames of a stretch, by their times, decoding no more than the groups they lie in."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from pathlib import Path

import av
from av.container import InputContainer
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from consentkit.kernel.errors import MalformedError
from consentkit.kernel.progress import CancelToken
from consentkit.kernel.timebase import TimeRange
from consentkit.media import pyav_reader
from consentkit.media.bounds import CONSECUTIVE_READ_ERRORS_MAX

_SEARCH_BACK_S = (0, 5, 30)
"""How far before the wanted moment a seek goes when the one before landed behind it; after the last
one, the file is read from its beginning."""

_LAST_S = Fraction(1, 10)
"""How long the last frame is shown where the file does not say."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A frame and until when it is on the screen.

    Attributes:
        frame: The frame; its time is known.
        until_ticks: Time of the next one; of the last one, its own end.
    """

    frame: VideoFrame
    until_ticks: int


@dataclass(frozen=True, slots=True)
class Timing:
    """What the times of a file's picture count in and from.

    Attributes:
        ticks: Seconds of a tick.
        origin: Second, in ticks of the file, that our times call zero.
        pixel_shape: Width of a pixel divided by its height; None when it is not known.
    """

    ticks: Fraction
    origin: Fraction
    pixel_shape: Fraction | None

    def seconds(self, at_ticks: int) -> Fraction:
        """Return the second of a frame."""
        return at_ticks * self.ticks - self.origin


def timing_of(path: Path) -> Timing:
    """Return what the times of a file's picture count in.

    Raises:
        InputError: As ``pyav_reader.open_untrusted``; ``MalformedError`` with ``media.no-picture``.
    """
    with pyav_reader.open_untrusted(path) as container:
        stream = _stream(container)
        return Timing(_ticks(stream), pyav_reader.origin(container), stream.sample_aspect_ratio)


def frames_within(
    path: Path, timing: Timing, stretch: TimeRange, cancel: CancelToken | None = None
) -> Iterator[Shown]:
    """Yield the frames shown during a stretch, in order of time, each later than the one before.

    The first is the one that is on the screen when the stretch begins.

    Args:
        path: The file.
        timing: As ``timing_of`` gives it.
        stretch: Seconds from the file's origin.
        cancel: Asked at every packet.

    Raises:
        InputError: As ``pyav_reader.open_untrusted``.
        Cancelled: A stop was asked for.
    """
    start = (stretch.start + timing.origin) / timing.ticks
    end = (stretch.end + timing.origin) / timing.ticks
    for back_s in (*_SEARCH_BACK_S, None):
        with pyav_reader.open_untrusted(path) as container:
            stream = _stream(container)
            pyav_reader.prepare_picture(stream)
            sought = (
                None if back_s is None else int(max(Fraction(0), start - back_s / timing.ticks))
            )
            is_sought = _seek(container, stream, sought)
            frames = _in_order(container, stream, timing.origin / timing.ticks, cancel)
            first = next(frames, None)
            is_late = first is None or (first.pts or 0) > start
            if is_late and is_sought:
                continue
            yield from _shown(first, frames, start, end, round(_LAST_S / timing.ticks))
            return


def _shown(
    first: VideoFrame | None,
    frames: Iterator[VideoFrame],
    start: Fraction,
    end: Fraction,
    last_ticks: int,
) -> Iterator[Shown]:
    held = first
    for frame in frames:
        if held is None:
            break
        until = frame.pts or 0
        if until > start:
            yield Shown(held, until)
        if until >= end:
            return
        held = frame
    if held is not None and (held.pts or 0) < end:
        yield Shown(held, (held.pts or 0) + max(1, held.duration or last_ticks))


def _in_order(
    container: InputContainer,
    stream: VideoStream,
    origin: Fraction,
    cancel: CancelToken | None,
) -> Iterator[VideoFrame]:
    """Yield frames that decode, without those before the origin or whose time goes back."""
    packets = container.demux(stream)
    last = ceil(origin) - 1
    errors = 0
    while True:
        if cancel is not None:
            cancel.check()
        try:
            packet = next(packets, None)
            frames = [] if packet is None else packet.decode()
        except pyav_reader.DECODING_ERRORS:
            errors += 1
            if errors >= CONSECUTIVE_READ_ERRORS_MAX:
                return
            continue
        if packet is None:
            return
        for frame in frames:
            errors = 0
            if frame.pts is not None and frame.pts > last:
                last = frame.pts
                yield frame


def _seek(container: InputContainer, stream: VideoStream, ticks: int | None) -> bool:
    # Searching for the very beginning, some demuxers land behind it.
    if not ticks:
        return False
    try:
        container.seek(ticks, stream=stream)
    except pyav_reader.DECODING_ERRORS:
        return False
    return True


def _stream(container: InputContainer) -> VideoStream:
    stream = pyav_reader.picture_stream(container)
    if stream is None:
        raise MalformedError("media.no-picture")
    return stream


def _ticks(stream: VideoStream) -> Fraction:
    return stream.time_base or Fraction(1, av.time_base)
