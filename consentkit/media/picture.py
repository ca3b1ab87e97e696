"""The picture side of the decode pass: decoded frames in, sampled small pictures out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import partial
from heapq import heappush, heappushpop
from math import ceil, floor

import av
from av.packet import Packet
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from consentkit.kernel.errors import MalformedError
from consentkit.media.bounds import DURATION_MAX_S
from consentkit.media.feed import TapFeed
from consentkit.media.frame_skipping import FrameSkipping
from consentkit.media.pyav_reader import DECODING_ERRORS
from consentkit.media.small_frames import SmallFrames, grid_points
from consentkit.media.tally import Tally
from consentkit.media.taps.base import (
    FRAMES_PER_SECOND,
    DetailFrame,
    DetailTap,
    GridFrame,
    GridTap,
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
    """Decodes one stream of pictures and puts sampled frames into the feed of the taps.

    Attributes:
        last_pts: Time of the last frame the taps were given, in ticks; None before the first.
        is_catching_up: Whether what is decoded was decoded before and its damage is counted.
        tally: The damage met.
        distances: Of all packets taken.
        frames_decoded: How many.
    """

    def __init__(
        self,
        stream: VideoStream,
        origin: Fraction,
        taps: Sequence[Tap],
        feed: TapFeed,
        *,
        is_quick: bool = False,
    ) -> None:
        rate = float(stream.average_rate or stream.guessed_rate or 25)
        self._is_quick = is_quick
        self._time_base = stream.time_base or Fraction(1, av.time_base)
        self._origin_ticks = origin / self._time_base
        self._feed = feed
        self._taps = taps
        self._grids = [tap for tap in taps if isinstance(tap, GridTap)]
        self._filmstrips = [tap for tap in taps if isinstance(tap, FilmstripTap)]
        self._details = [tap for tap in taps if isinstance(tap, DetailTap)]
        self._detail_slots = [-1] * len(self._details)
        self._frames = SmallFrames(stream.sample_aspect_ratio)
        self._skipping = FrameSkipping(stream.codec_context, rate)
        self._due = 0
        self._due_ticks: Fraction | int = ceil(self._origin_ticks)
        self.last_pts: int | None = None
        self.is_catching_up = False
        self.tally = Tally()
        self.distances = Distances()
        self.frames_decoded = 0

    def take(self, packet: Packet[VideoStream]) -> None:
        """Decode one packet, or what the decoder still holds when the packet is empty."""
        self.pass_over(packet)
        self.decode(packet)

    def pass_over(self, packet: Packet[VideoStream]) -> None:
        """See a packet without decoding it."""
        if packet.size and packet.pts is not None:
            self.distances.see(packet.pts)
        if packet.size and not self._is_quick:
            self._skipping.see(packet)

    def decode(self, packet: Packet[VideoStream]) -> None:
        """Decode one packet that was seen."""
        if self._is_quick:
            if packet.size and not packet.is_keyframe:
                return
        else:
            self._skipping.before(packet)
        try:
            frames = packet.decode()
        except DECODING_ERRORS:
            self._error(self._time_of(packet.pts))
            return
        for frame in frames:
            self._take_frame(frame)

    @property
    def can_pause(self) -> bool:
        """Whether ``state`` can keep everything at this moment."""
        return not self._skipping.is_probing

    def state(self) -> dict[str, object]:
        """Return what ``restore`` needs to go on behind the last frame."""
        return {
            "skipping": self._skipping.state(),
            "due": self._due,
            "detail_slots": list(self._detail_slots),
            "last_pts": self.last_pts,
            "frames_decoded": self.frames_decoded,
            "errors": self.tally.decode_errors,
            "first_error_at": self.tally.first_at,
        }

    def restore(self, state: Mapping[str, object]) -> None:
        """Go on where a lane over the same file and the same taps was when it gave this state.

        Raises:
            MalformedError: ``media.state``: it is not what ``state`` gives.
        """
        match state:
            case {
                "skipping": dict(skipping),
                "due": int(due),
                "detail_slots": list(slots),
                "last_pts": int() | None as last_pts,
                "frames_decoded": int(decoded),
                "errors": int(errors),
                "first_error_at": Fraction() | None as first_at,
            } if len(slots) == len(self._details):
                self._skipping.restore(skipping)
                self._set_due(due)
                self._detail_slots = slots
                self.last_pts = last_pts
                self.frames_decoded = decoded
                self.tally.decode_errors, self.tally.first_at = errors, first_at
            case _:
                raise MalformedError("media.state")

    def _set_due(self, due: int) -> None:
        self._due = due
        self._due_ticks = ceil(
            self._origin_ticks + Fraction(due, FRAMES_PER_SECOND) / self._time_base
        )

    def _error(self, at: Fraction | None) -> None:
        if not self.is_catching_up:
            self.tally.decode_error(at)

    def _take_frame(self, frame: VideoFrame) -> None:
        self.frames_decoded += 1
        self._skipping.see_frame(frame)
        if frame.is_corrupt:
            self._error(self._time_of(frame.pts))
        pts = frame.pts
        if pts is None or (self.last_pts is not None and pts <= self.last_pts):
            return
        at = self._time_of(pts)
        if at is None:
            if pts >= self._due_ticks:
                self._error(None)
            return
        self.last_pts = pts
        if self._grids:
            grid = GridFrame(at, grid_points(frame))
            for tap in self._grids:
                self._feed.put(tap.on_grid, grid)
        if pts < self._due_ticks:
            return
        self._set_due(floor(at * FRAMES_PER_SECOND) + 1)
        try:
            self._put(frame, at)
        except DECODING_ERRORS:
            # A frame whose pixel format cannot be converted.
            self._error(at)
        self._feed.send()

    def _put(self, frame: VideoFrame, at: Fraction) -> None:
        self._frames.see(frame)
        sampled = SampledFrame(at, self._frames.squeezed(), frame.key_frame)
        for tap in self._taps:
            self._feed.put(tap.on_frame, sampled)
        for place, detailed in enumerate(self._details):
            slot = floor(at * detailed.detail_per_second)
            if slot != self._detail_slots[place]:
                self._detail_slots[place] = slot
                gray = self._frames.detail(detailed.detail_side_px)
                self._feed.put(detailed.on_detail, DetailFrame(at, gray, frame.key_frame))
        for strip in self._filmstrips:
            if strip.wants(at):
                thumb = self._frames.thumb(strip.size_px)
                self._feed.put(partial(strip.on_thumb, at), thumb)

    def _time_of(self, pts: int | None) -> Fraction | None:
        if pts is None:
            return None
        at = (pts - self._origin_ticks) * self._time_base
        return at if 0 <= at <= DURATION_MAX_S else None
