"""The pictures of the redacted video: copied, or decoded, drawn upon and encoded anew."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction

from av.packet import Packet
from av.stream import Stream
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from consentkit.kernel.timebase import TimeRange
from consentkit.media.packets import NO_TIME
from consentkit.media.pyav_reader import DECODING_ERRORS, quarter_turns
from consentkit.media.redact.clocks import PictureClock, TickRanges
from consentkit.media.redact.drawing import Blurs, cover_faces, hide
from consentkit.media.redact.picture_encoder import JoiningEncoder, PictureForm, prepared
from consentkit.media.redact.pieces import Piece, ShownTimes

_INTRA, _ANY_KIND = 1, 0


class Canvas:
    """Draws upon frames what was ordered."""

    def __init__(
        self,
        blurs: Blurs,
        hidden: Sequence[TimeRange],
        time_base: Fraction,
        origin: Fraction,
    ) -> None:
        self._blurs = blurs
        self._hidden = TickRanges(hidden, time_base, origin)
        self._time_base = time_base
        self._origin = origin

    def draw(self, frame: VideoFrame, shown: tuple[int, int], turns: int) -> None:
        """Draw upon a frame that is shown from one tick to another.

        Args:
            frame: The frame; it must be writable.
            shown: From when to when it is shown, in ticks of the source.
            turns: Quarter turns counter-clockwise that bring it upright.
        """
        if self._hidden.meets(*shown):
            hide(frame)
            return
        start, stop = (tick * self._time_base - self._origin for tick in shown)
        cover_faces(frame, self._blurs.boxes(start, stop), turns)


class DecodingTimes:
    """Gives packets their decoding times: those of presentation, moved back by a few pictures."""

    def __init__(self, shown: array[int], delay: int, step: int) -> None:
        """Take when pictures are shown, in order; by how many they are moved back; a usual step."""
        self._shown = shown
        self._delay = delay
        self._step = step
        self._place = 0
        self._last: int | None = None

    def begin(self, tick: int) -> None:
        """Go on with the picture shown at a tick; those before that never came are passed over."""
        self._place = max(self._place, bisect_left(self._shown, tick))

    def next(self, tick: int) -> int:
        """Return the decoding time of the next packet, whose picture is shown at ``tick``."""
        place = self._place - self._delay
        self._place += 1
        if place >= 0:
            time = self._shown[min(place, len(self._shown) - 1)]
        else:
            time = self._shown[0] + place * self._step
        time = min(time, tick)
        if self._last is not None and time <= self._last:
            time = self._last + 1
        self._last = time
        return time

    def until(self, tick: int) -> int:
        """Return when the picture behind the one at ``tick`` is shown."""
        place = bisect_left(self._shown, tick) + 1
        return self._shown[place] if place < len(self._shown) else tick + self._step


def delay_of(times: array[int], in_order: array[int]) -> int:
    """Return by how many pictures decoding runs ahead of showing."""
    return max((place - bisect_left(in_order, time) for place, time in enumerate(times)), default=0)


class PictureLane:
    """Takes the packets of the source's pictures and gives those of the redacted video.

    Attributes:
        output: Where they go.
        copied_ticks: Ticks of the source that were copied.
        encoded_ticks: Ticks of the source that were encoded anew.
    """

    def __init__(
        self,
        source: VideoStream,
        output: Stream,
        pieces: Sequence[Piece],
        shown: ShownTimes,
        clock: PictureClock,
        canvas: Canvas,
        decoding: DecodingTimes,
        form: PictureForm,
        joining: JoiningEncoder | None,
    ) -> None:
        """Begin before the first packet.

        Args:
            source: The source's pictures.
            output: Where they go; with its own encoder when ``joining`` is None.
            pieces: What is done with them.
            shown: Until when each is shown.
            clock: Where they go in time.
            canvas: What is drawn.
            decoding: Decoding times of the output.
            form: How pictures are encoded.
            joining: The encoder of stretches; None where all is encoded by ``output``.
        """
        self._source = source
        self.output = output
        self._pieces = pieces
        self._shown = shown
        self._clock = clock
        self._canvas = canvas
        self._decoding = decoding
        self._form = form
        self._joining = joining
        self._piece = 0
        self._packet = 0
        self._decoded: Piece | None = None
        self._last_tick: int | None = None
        self.copied_ticks = 0
        self.encoded_ticks = 0

    def take(self, packet: Packet[VideoStream]) -> Iterator[Packet[Stream]]:
        """Yield what comes out for the next packet; an empty one is the last."""
        if not packet.size:
            yield from self._end_stretch()
            return
        place = self._packet
        self._packet += 1
        while self._piece < len(self._pieces) and place >= self._pieces[self._piece].stop:
            if self._decoded is self._pieces[self._piece]:
                yield from self._end_stretch()
            self._piece += 1
        for piece in self._pieces[self._piece : self._piece + 2]:
            if piece.is_encoded and piece.decode_from <= place < piece.stop:
                yield from self._decode(piece, packet)
            elif not piece.is_encoded and piece.first <= place < piece.stop:
                yield self._copied(packet, is_first=place == piece.first)

    def _copied(self, packet: Packet[VideoStream], *, is_first: bool) -> Packet[Stream]:
        tick = packet.pts or 0
        at = self._clock.moved(tick)
        if is_first:
            self._decoding.begin(at)
        self.copied_ticks += self._shown.until(tick) - tick
        # The decoder must not see what is done to the packet, so it is another one.
        return self._packed(bytes(packet), at, is_keyframe=packet.is_keyframe)

    def _packed(self, payload: bytes, at: int, *, is_keyframe: bool) -> Packet[Stream]:
        packet: Packet[Stream] = Packet(payload)
        packet.time_base = self._clock.unit
        packet.pts, packet.dts = at, self._decoding.next(at)
        packet.duration = self._decoding.until(at) - at
        packet.is_keyframe = is_keyframe
        packet.stream = self.output
        return packet

    def _decode(self, piece: Piece, packet: Packet[VideoStream]) -> Iterator[Packet[Stream]]:
        if self._decoded is not piece:
            self._begin_stretch(piece)
        try:
            frames = packet.decode()
        except DECODING_ERRORS:
            frames = []
        for frame in frames:
            yield from self._take_frame(frame)

    def _begin_stretch(self, piece: Piece) -> None:
        self._decoded = piece
        self._last_tick = None
        if self._joining is not None:
            self._joining.begin()

    def _end_stretch(self) -> Iterator[Packet[Stream]]:
        """Yield what decoder and encoder still hold."""
        if self._decoded is None:
            return
        context = self._source.codec_context
        try:
            frames = context.decode(None)
        except DECODING_ERRORS:
            frames = []
        for frame in frames:
            yield from self._take_frame(frame)
        context.flush_buffers()
        yield from self._encode(None)
        self._decoded = None

    def _take_frame(self, frame: VideoFrame) -> Iterator[Packet[Stream]]:
        tick = frame.pts
        piece = self._decoded
        if piece is None or tick is None or tick < piece.shown_from or tick == NO_TIME:
            return
        if self._last_tick is not None and tick <= self._last_tick:
            return
        if self._clock.is_removed(tick):
            return
        self._last_tick = tick
        until = self._shown.until(tick)
        self.encoded_ticks += until - tick
        kind = _INTRA if frame.key_frame else _ANY_KIND
        turns = quarter_turns(frame)
        frame = prepared(frame, self._form)
        self._canvas.draw(frame, (tick, until), turns)
        frame.pts, frame.time_base = self._clock.moved(tick), self._clock.unit
        frame.pict_type = kind
        yield from self._encode(frame)

    def _encode(self, frame: VideoFrame | None) -> Iterator[Packet[Stream]]:
        if self._joining is not None:
            for payload, at, is_keyframe in self._joining.encode(frame):
                if is_keyframe:
                    self._decoding.begin(at)
                yield self._packed(payload, at, is_keyframe=is_keyframe)
        elif isinstance(self.output, VideoStream):
            yield from self.output.encode(frame)
