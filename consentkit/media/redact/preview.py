"""One picture of a video as it would be after the redaction."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from av.video.reformatter import VideoReformatter

from consentkit.kernel.errors import InputError
from consentkit.kernel.timebase import TimeRange, union
from consentkit.media import pyav_reader
from consentkit.media.faces.frames import frames_within, timing_of
from consentkit.media.redact.drawing import Blurs
from consentkit.media.redact.order import RedactOrder
from consentkit.media.redact.picture_encoder import form_of, prepared
from consentkit.media.redact.picture_lane import Canvas
from consentkit.media.result import Thumb
from consentkit.media.small_frames import rgb_picture
from consentkit.media.taps.filmstrip import encode_jpeg, fit

_QUALITY = 85
_SHORTEST_S = Fraction(1, 1000)


def preview(path: Path, at: Fraction, order: RedactOrder, max_width_px: int = 1280) -> Thumb:
    """Return the picture shown at a moment with what is drawn upon it, upright, as a JPEG.

    Args:
        path: The video.
        at: Seconds from its start, before any cut.
        order: What is to be done; cuts, sound and voices do not show.
        max_width_px: Widest the picture may be; it is never enlarged.

    Raises:
        InputError: ``still.outside`` when nothing is shown there, else as
            ``pyav_reader.open_untrusted``; ``MalformedError`` with ``media.no-picture``.
    """
    timing = timing_of(path)
    stretch = TimeRange(at, at + _SHORTEST_S)
    shown = next(frames_within(path, timing, stretch), None)
    if shown is None or timing.seconds(shown.until_ticks) <= at:
        raise InputError("still.outside")
    with pyav_reader.open_untrusted(path) as container:
        stream = pyav_reader.picture_stream(container)
        if stream is None:
            raise InputError("still.outside")
        form = form_of(stream, timing.ticks, 0)
    tick = shown.frame.pts or 0
    turns = pyav_reader.quarter_turns(shown.frame)
    frame = prepared(shown.frame, form)
    canvas = Canvas(Blurs(order.blurs), union(order.hidden), timing.ticks, timing.origin)
    canvas.draw(frame, (tick, shown.until_ticks), turns)
    size = pyav_reader.shown_size(frame.width, frame.height, timing.pixel_shape, turns)
    if size[0] > max_width_px:
        size = fit(*size, (max_width_px, size[1]))
    rgb = rgb_picture(VideoReformatter(), frame, turns, size)
    return Thumb(max(Fraction(0), timing.seconds(tick)), encode_jpeg(rgb, _QUALITY))
