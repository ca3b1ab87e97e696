"""The picture side of the decode pass: decoded frames in, sampled small pictures out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from heapq import heappush, heappushpop
from math import ceil, floor

import av
import numpy as np
from av.packet import Packet
from av.video.frame import VideoFrame
from av.video.reformatter import Interpolation, VideoReformatter
from av.video.stream import VideoStream
from numpy.typing import NDArray

from consentkit.media import pyav_reader
from consentkit.media.bounds import DURATION_MAX_S
from consentkit.media.nal import SkipDecision
from consentkit.media.pyav_reader import DECODING_ERRORS, quarter_turns
from consentkit.media.tally import Tally
from consentkit.media.taps.base import (
    FRAME_HEIGHT_PX,
    FRAME_WIDTH_PX,
    FRAMES_PER_SECOND,
    DetailFrame,
    DetailTap,
    SampledFrame,
    Tap,
)
from consentkit.media.taps.filmstrip import FilmstripTap

_REORDER_DEPTH = 32
"""Twice what any codec reorders; timestamps leave the heap in order."""

_DISTANCES_KEPT = 4096
_EVEN_TOLERANCE = Fraction(1, 10)
_UNEVEN_SHARE = 0.01
"""A dropped picture now and then is no variable rate; more than 1 % uneven distances are."""


class Distances:
    """Tells from the packets' timestamps whether pictures come at even distances."""

    def __init__(self) -> None:
        self._heap: list[int] = []
        self._last: int | None = None
        self._counts: Counter[int] = Counter()

    def see(self, pts: int) -> None:
        """Take the timestamp of the next packet, in ticks."""
        if len(self._heap) < _REORDER_DEPTH:
            heappush(self._heap, pts)
            return
        self._step(heappushpop(self._heap, pts))

    def is_variable(self) -> bool:
        """Return whether more than a hundredth of all distances differ from the usual one."""
        while self._heap:
            self._heap.sort()
            self._step(self._heap.pop(0))
        total = self._counts.total()
        if total == 0:
            return False
        # Coarse clocks (milliseconds in Matroska) alternate between neighbouring values.
        usual = self._counts.most_common(1)[0][0]
        slack = max(Fraction(1), usual * _EVEN_TOLERANCE)
        uneven = sum(n for distance, n in self._counts.items() if abs(distance - usual) > slack)
        return uneven / total > _UNEVEN_SHARE

    def _step(self, pts: int) -> None:
        if self._last is not None and pts > self._last:
            distance = pts - self._last
            if distance in self._counts or len(self._counts) < _DISTANCES_KEPT:
                self._counts[distance] += 1
        self._last = pts


class PictureLane:
    """Decodes one stream of pictures and hands sampled frames to the taps."""

    def __init__(
        self, stream: VideoStream, origin: Fraction, taps: Sequence[Tap], tally: Tally
    ) -> None:
        rate = float(stream.average_rate or stream.guessed_rate or 25)
        self._context = stream.codec_context
        self._time_base = stream.time_base or Fraction(1, av.time_base)
        self._origin_ticks = origin / self._time_base
        self._taps = taps
        self._filmstrips = [tap for tap in taps if isinstance(tap, FilmstripTap)]
        self._details = [tap for tap in taps if isinstance(tap, DetailTap)]
        self._detail = {tap.detail_side_px: VideoReformatter() for tap in self._details}
        self._shape = stream.sample_aspect_ratio or Fraction(1)
        if not pyav_reader.PIXEL_SHAPE_MIN <= self._shape <= pyav_reader.PIXEL_SHAPE_MAX:
            self._shape = Fraction(1)
        self._detail_slots = [-1] * len(self._details)
        self._tally = tally
        self._decision = SkipDecision(self._context.name, self._context.extradata, rate)
        self._due = 0
        self._due_ticks: Fraction | int = ceil(self._origin_ticks)
        self._small = VideoReformatter()
        self._thumb = VideoReformatter()
        self._last_pts: int | None = None
        self.distances = Distances()
        self.frames_decoded = 0

    def take(self, packet: Packet[VideoStream]) -> None:
        """Decode one packet, or what the decoder still holds when the packet is empty."""
        if packet.size and packet.pts is not None:
            self.distances.see(packet.pts)
        if self._decision.is_open and packet.size and self._decision.see(bytes(packet)):
            self._context.skip_frame = "NONREF"
        try:
            frames = packet.decode()
        except DECODING_ERRORS:
            self._tally.decode_error(self._time_of(packet.pts))
            return
        for frame in frames:
            self._take_frame(frame)

    def _take_frame(self, frame: VideoFrame) -> None:
        self.frames_decoded += 1
        if frame.is_corrupt:
            self._tally.decode_error(self._time_of(frame.pts))
        pts = frame.pts
        if pts is None or pts < self._due_ticks:
            return
        at = self._time_of(pts)
        if at is None:
            self._tally.decode_error(None)
            return
        self._due = floor(at * FRAMES_PER_SECOND) + 1
        self._due_ticks = ceil(
            self._origin_ticks + Fraction(self._due, FRAMES_PER_SECOND) / self._time_base
        )
        try:
            self._emit(frame, at)
        except DECODING_ERRORS:
            # A frame whose pixel format cannot be converted.
            self._tally.decode_error(at)

    def _emit(self, frame: VideoFrame, at: Fraction) -> None:
        turns = quarter_turns(frame)
        sampled = SampledFrame(at, gray_picture(self._small, frame, turns), frame.key_frame)
        for tap in self._taps:
            tap.on_frame(sampled)
        self._emit_details(frame, at, turns)
        for strip in self._filmstrips:
            if strip.wants(at):
                strip.on_thumb(at, rgb_picture(self._thumb, frame, turns, strip.size_px))

    def _emit_details(self, frame: VideoFrame, at: Fraction, turns: int) -> None:
        made: dict[int, DetailFrame] = {}
        for place, tap in enumerate(self._details):
            slot = floor(at * tap.detail_per_second)
            if slot == self._detail_slots[place]:
                continue
            self._detail_slots[place] = slot
            side = tap.detail_side_px
            if side not in made:
                gray = detail_picture(self._detail[side], frame, turns, side, self._shape)
                made[side] = DetailFrame(at, gray, frame.key_frame)
            tap.on_detail(made[side])

    def _time_of(self, pts: int | None) -> Fraction | None:
        if pts is None:
            return None
        at = (pts - self._origin_ticks) * self._time_base
        return at if 0 <= at <= DURATION_MAX_S else None


def gray_picture(reformatter: VideoReformatter, frame: VideoFrame, turns: int) -> NDArray[np.uint8]:
    """Return the frame upright as ``(180, 320) uint8`` luma, averaged over areas."""
    width, height = FRAME_WIDTH_PX, FRAME_HEIGHT_PX
    if turns % 2:
        width, height = height, width
    small = reformatter.reformat(
        frame, width, height, format="gray8", interpolation=Interpolation.AREA
    )
    picture = _plane(small, width, height, 1)[:, :, 0]
    return np.ascontiguousarray(np.rot90(picture, turns))


def detail_picture(
    reformatter: VideoReformatter,
    frame: VideoFrame,
    turns: int,
    side_px: int,
    pixel_shape: Fraction,
) -> NDArray[np.uint8]:
    """Return the frame upright as ``(height, width) uint8`` luma with square pixels.

    Its longer side has ``side_px``, or less when the picture is smaller.
    """
    shown_width = round(frame.width * pixel_shape)
    scale = min(Fraction(1), Fraction(side_px, max(shown_width, frame.height)))
    width, height = max(1, round(shown_width * scale)), max(1, round(frame.height * scale))
    small = reformatter.reformat(
        frame, width, height, format="gray8", interpolation=Interpolation.AREA
    )
    return np.ascontiguousarray(np.rot90(_plane(small, width, height, 1)[:, :, 0], turns))


def rgb_picture(
    reformatter: VideoReformatter, frame: VideoFrame, turns: int, size_px: tuple[int, int]
) -> NDArray[np.uint8]:
    """Return the frame upright as ``(height, width, 3) uint8 RGB`` of ``size_px``."""
    width, height = size_px
    if turns % 2:
        width, height = height, width
    small = reformatter.reformat(
        frame, width, height, format="rgb24", interpolation=Interpolation.AREA
    )
    return np.ascontiguousarray(np.rot90(_plane(small, width, height, 3), turns))


def _plane(frame: VideoFrame, width: int, height: int, channels: int) -> NDArray[np.uint8]:
    plane = frame.planes[0]
    rows = np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)
    return rows[:height, : width * channels].reshape(height, width, channels).copy()
