"""A first reading of the source: times of all pictures, and what its streams carry.

Nothing is decoded. A picture costs 17 bytes, so three hours at 60 pictures a second take 11 MB.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from fractions import Fraction

from av.container import InputContainer

from consentkit.kernel.clock import SystemClock
from consentkit.kernel.errors import InputError, LimitError
from consentkit.kernel.progress import CancelToken, Progress, ProgressUpdate
from consentkit.media import pyav_reader
from consentkit.media.bounds import DURATION_MAX_S, PACKETS_MAX
from consentkit.media.packets import NO_TIME, packet_time
from consentkit.media.redact import h264
from consentkit.media.scan import packets_of
from consentkit.media.tally import Tally

STEP = "redact.render"
TELL_EVERY_S = 0.2

_IDR, _SETS = 1, 2


@dataclass(slots=True)
class PictureTimes:
    """The packets of the pictures, in the order of the file.

    Attributes:
        times: When each is shown, in ticks; ``NO_TIME`` for none.
        durations: How long, in ticks, as the container says; 0 for unknown.
        is_complete: Every packet has a presentation time.
        has_hidden: An edit list hides some of them.
        has_sets: Parameter sets of H.264 stand among the pictures.
        units: Places of packets from which on nothing refers to what was before.
    """

    times: array[int] = field(default_factory=lambda: array("q"))
    durations: array[int] = field(default_factory=lambda: array("q"))
    is_complete: bool = True
    has_hidden: bool = False
    has_sets: bool = False
    units: array[int] = field(default_factory=lambda: array("q"))


@dataclass(slots=True)
class Survey:
    """What the first reading found.

    Attributes:
        origin: The zero of all ranges on the source's clock, in seconds.
        end: When the last picture or sound ends, in seconds from ``origin``.
        pictures: The stream of pictures; without any, it is empty.
        bytes_of: Bytes of payload, by stream.
        seconds_of: Seconds that each stream lasts, by stream.
    """

    origin: Fraction
    end: Fraction
    pictures: PictureTimes
    bytes_of: dict[int, int]
    seconds_of: dict[int, Fraction]

    def bit_rate(self, index: int) -> int:
        """Return the mean bits per second of a stream; 0 when it has no length."""
        length = self.seconds_of.get(index, Fraction(0))
        return round(self.bytes_of.get(index, 0) * 8 / length) if length > 0 else 0


def survey(container: InputContainer, progress: Progress, cancel: CancelToken | None) -> Survey:
    """Read all packets once.

    Raises:
        InputError: ``media.no-streams``: there is neither picture nor sound.
        LimitError: ``media.packets``.
        Cancelled: A stop was asked for.
    """
    picture = pyav_reader.picture_stream(container)
    sounds = pyav_reader.sound_streams(container)
    if picture is None and not sounds:
        raise InputError("media.no-streams")
    origin = pyav_reader.origin(container)
    bases = pyav_reader.time_bases(container)
    used = {stream.index for stream in sounds} | ({picture.index} if picture else set())
    is_h264 = (
        picture is not None
        and picture.codec_context.codec.canonical_name == "h264"
        and (picture.codec_context.extradata or b"")[:1] == b"\x01"
    )
    pictures = PictureTimes()
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    sizes: dict[int, int] = {}
    clock = SystemClock()
    told = clock.monotonic()
    for number, packet in enumerate(packets_of(container, Tally())):
        if number > PACKETS_MAX:
            raise LimitError("media.packets", limit=PACKETS_MAX)
        if cancel is not None:
            cancel.check()
        if clock.monotonic() - told > TELL_EVERY_S:
            told = clock.monotonic()
            progress(ProgressUpdate(STEP, 0, 0))
        if packet is None or not packet.size or packet.stream_index not in used:
            continue
        index = packet.stream_index
        at = packet_time(packet)
        sizes[index] = sizes.get(index, 0) + packet.size
        if at is not None and abs(at * bases[index]) <= 2 * DURATION_MAX_S:
            first[index] = min(first.get(index, at), at)
            last[index] = max(last.get(index, at), at + (packet.duration or 0))
        if picture is not None and index == picture.index:
            pictures.is_complete = pictures.is_complete and packet.pts is not None
            pictures.has_hidden = pictures.has_hidden or packet.is_discard
            if is_h264:
                is_idr, has_sets = h264.packet_facts(packet)
                pictures.has_sets = pictures.has_sets or has_sets
                if is_idr:
                    pictures.units.append(len(pictures.times))
            pictures.times.append(NO_TIME if at is None else at)
            pictures.durations.append(packet.duration or 0)
    ends = [last[index] * bases[index] - origin for index in last]
    return Survey(
        origin=origin,
        end=max(ends, default=Fraction(0)),
        pictures=pictures,
        bytes_of=sizes,
        seconds_of={index: (last[index] - first[index]) * bases[index] for index in last},
    )
