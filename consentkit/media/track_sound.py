"""When anything is heard in each stream of sound of a recording.

Recorders often write the microphone and the sound of the computer as streams of their own. Then it
is known when the other side is heard at all, whoever talks at the same time.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import numpy as np
from av.audio.stream import AudioStream
from av.packet import Packet
from numpy.typing import NDArray

from consentkit.kernel.errors import InputError
from consentkit.kernel.progress import CancelToken, Progress, ProgressUpdate, silent
from consentkit.media import pyav_reader
from consentkit.media.feed import TapFeed
from consentkit.media.scan import packets_of
from consentkit.media.sound import SoundLane
from consentkit.media.tally import Tally
from consentkit.media.taps.waveform import STEPS_PER_SECOND, WaveformTap

STEP = "redact.tracks"

PAUSE_STEPS = STEPS_PER_SECOND // 2
"""Half a second: a shorter silence lies between two words, as for silent stretches of a video."""

_TELL_EVERY = 500


def heard_in_tracks(
    path: Path, progress: Progress = silent, cancel: CancelToken | None = None
) -> dict[int, list[tuple[int, int]]]:
    """Return by stream of sound the steps in which anything is heard, as (first, beyond the last).

    A step is 1 / ``STEPS_PER_SECOND`` of a second, counted from the recording's origin.

    Raises:
        InputError: As ``pyav_reader.open_untrusted``; ``media.no-sound`` without sound.
        Cancelled: A stop was asked for.
    """
    with pyav_reader.open_untrusted(path) as container:
        streams = pyav_reader.sound_streams(container)
        if not streams:
            raise InputError("media.no-sound")
        origin = pyav_reader.origin(container)
        tally, feed = Tally(), TapFeed()
        taps = {stream.index: WaveformTap() for stream in streams}
        lanes = {
            stream.index: SoundLane(stream, origin, [taps[stream.index]], feed, tally)
            for stream in streams
        }
        size = path.stat().st_size
        try:
            for number, packet in enumerate(packets_of(container, tally)):
                if number % _TELL_EVERY == 0:
                    if cancel is not None:
                        cancel.check()
                    position = packet.pos if packet is not None and packet.pos else 0
                    progress(ProgressUpdate(STEP, min(position, size), size))
                lane = lanes.get(packet.stream.index) if packet is not None else None
                if lane is not None:
                    lane.take(cast("Packet[AudioStream]", packet))
            for lane in lanes.values():
                lane.finish()
            feed.drain()
        finally:
            feed.close()
    return {
        index: list(_runs(tap.finish().arrays["peak"].astype(np.uint8)))
        for index, tap in taps.items()
    }


def _runs(peaks: NDArray[np.uint8]) -> Iterator[tuple[int, int]]:
    loud = np.flatnonzero(peaks)
    if not len(loud):
        return
    breaks = np.flatnonzero(np.diff(loud) > PAUSE_STEPS)
    firsts = loud[np.concatenate([[0], breaks + 1])].tolist()
    lasts = loud[np.concatenate([breaks, [len(loud) - 1]])].tolist()
    yield from ((first, last + 1) for first, last in zip(firsts, lasts, strict=True))
