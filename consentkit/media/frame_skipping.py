"""Which pictures are not decoded: first those nobody refers to, then, if it holds, all of kind B.

Most encoders never let a P picture refer to a B picture, though the standard allows it. Where that
is so, only a quarter to a third of all pictures need to be decoded. It cannot be told from the
packets, so it is tried: for a while a second decoder leaves the B pictures out beside the first one
that does not, and their pictures must be the same in every point looked at. It is tried again later
on, the other way round.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from av.codec.context import CodecContext
from av.packet import Packet
from av.video.codeccontext import VideoCodecContext
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from consentkit.kernel.errors import MalformedError
from consentkit.media.nal import SkipDecision
from consentkit.media.pyav_reader import DECODING_ERRORS, PICTURE_OPTIONS
from consentkit.media.small_frames import grid_points

PROBE_FRAMES = 40
"""Pictures that must be the same; one wrong reference changes all pictures up to the keyframe."""
PROBE_AGAIN_PACKETS = 6_000
"""Some three minutes; the second decoder then works for a few seconds."""
_PROBE_PACKETS_MAX = 600

_Mode = Literal["DEFAULT", "NONREF", "BIDIR"]
_EVERYTHING: _Mode = "DEFAULT"
_REFERENCED: _Mode = "NONREF"
_NO_B: _Mode = "BIDIR"


class FrameSkipping:
    """Sets what a decoder leaves out, from the packets it is given."""

    def __init__(self, context: VideoCodecContext, rate: float) -> None:
        self._context = context
        self._decision = SkipDecision(context.name, context.extradata, rate)
        self._mode: _Mode = _EVERYTHING
        self._packets = 0
        self._probe_at = 0
        self._is_proved: bool | None = None
        self._probe: _Probe | None = None

    @property
    def is_probing(self) -> bool:
        """Whether a second decoder is at work, which ``state`` cannot keep."""
        return self._probe is not None

    def see(self, packet: Packet[VideoStream]) -> None:
        """Take a packet that has a payload."""
        self._decision.see(packet)
        self._packets += 1

    def before(self, packet: Packet[VideoStream]) -> None:
        """Set the decoder for the packet it will be given next."""
        if self._probe is None and self._wants_probe(packet):
            other = _REFERENCED if self._mode == _NO_B else _NO_B
            self._probe = _Probe(self._context, other)
        mode = self._wanted_mode()
        if mode != self._mode and self._probe is None:
            self._mode = mode
            self._context.skip_frame = mode
        if self._probe is not None:
            self._probe.take(packet)

    def see_frame(self, frame: VideoFrame) -> None:
        """Take a picture the decoder gave."""
        probe = self._probe
        if probe is None:
            return
        verdict = probe.compare(frame)
        if verdict is not None:
            self._is_proved = verdict
            self._probe_at = self._packets + PROBE_AGAIN_PACKETS
            self._probe = None

    def state(self) -> dict[str, object]:
        """Return what ``restore`` needs."""
        return {"mode": self._mode, "probe_at": self._probe_at, "is_proved": self._is_proved}

    def restore(self, state: Mapping[str, object]) -> None:
        """Go on like the one that gave this state; packets before must have been seen.

        Raises:
            MalformedError: ``media.state``: it is not what ``state`` gives.
        """
        match state:
            case {
                "mode": ("DEFAULT" | "NONREF" | "BIDIR") as mode,
                "probe_at": int(probe_at),
                "is_proved": bool() | None as is_proved,
            }:
                self._mode, self._probe_at, self._is_proved = mode, probe_at, is_proved
                self._context.skip_frame = mode
            case _:
                raise MalformedError("media.state")

    def _wanted_mode(self) -> _Mode:
        if self._is_proved and self._decision.may_skip_b:
            return _NO_B
        return _REFERENCED if self._decision.skips else _EVERYTHING

    def _wants_probe(self, packet: Packet[VideoStream]) -> bool:
        return (
            self._is_proved is not False
            and self._decision.may_skip_b
            and self._packets >= self._probe_at
            and packet.is_keyframe
            and packet.size > 0
        )


class _Probe:
    """A second decoder of another mode over the same packets, from a keyframe on."""

    def __init__(self, context: VideoCodecContext, mode: _Mode) -> None:
        other = CodecContext.create(context.codec.name, "r")
        if not isinstance(other, VideoCodecContext):
            raise MalformedError("media.not-media")
        other.extradata = context.extradata
        other.options = PICTURE_OPTIONS
        other.thread_count = 1
        other.skip_frame = mode
        self._other = other
        self._points: dict[int, bytes] = {}
        self._theirs: dict[int, bytes] = {}
        self._same = 0
        self._packets = 0
        self._has_failed = False

    def take(self, packet: Packet[VideoStream]) -> None:
        """Decode the packet as well."""
        self._packets += 1
        try:
            for frame in self._other.decode(packet):
                if frame.pts is not None:
                    self._points[frame.pts] = grid_points(frame).tobytes()
        except DECODING_ERRORS:
            self._has_failed = True

    def compare(self, frame: VideoFrame) -> bool | None:
        """Take the first decoder's picture; return whether all were the same, None for not yet."""
        if frame.pts is not None:
            self._theirs[frame.pts] = grid_points(frame).tobytes()
        for pts in self._points.keys() & self._theirs.keys():
            if self._points.pop(pts) != self._theirs.pop(pts):
                return False
            self._same += 1
        if self._has_failed or self._packets > _PROBE_PACKETS_MAX:
            return False
        return True if self._same >= PROBE_FRAMES else None
