"""A sample recording written again with a second track of sound that has the partners alone."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np

RATE_HZ = 48_000
_BLOCK = 1024


def write_with_partner_track(source: Path, path: Path, truth) -> None:
    """Copy a recording and add a stream of sound that is silent while no partner speaks.

    Args:
        source: A recording with one stream of picture and one of sound.
        path: Where the copy goes.
        truth: What is true about it: its conversations with their turns.
    """
    sound = _samples(source)
    theirs = np.zeros_like(sound)
    for conversation in truth.conversations:
        for turn in conversation.turns:
            if turn.speaker == "partner":
                start, end = (round(at * RATE_HZ) for at in (turn.range.start, turn.range.end))
                theirs[start:end] = sound[start:end]
    with av.open(str(source)) as inside, av.open(str(path), "w") as outside:
        copied = {
            one.index: outside.add_stream_from_template(one)
            for one in (inside.streams.video[0], inside.streams.audio[0])
        }
        added = outside.add_stream("aac", rate=RATE_HZ, layout="mono")
        for packet in inside.demux(*(inside.streams[index] for index in copied)):
            if packet.dts is not None:
                packet.stream = copied[packet.stream.index]
                outside.mux(packet)
        for place in range(0, len(theirs) - _BLOCK + 1, _BLOCK):
            block = theirs[None, place : place + _BLOCK]
            frame = av.AudioFrame.from_ndarray(block, format="fltp", layout="mono")
            frame.sample_rate, frame.pts, frame.time_base = RATE_HZ, place, Fraction(1, RATE_HZ)
            outside.mux(added.encode(frame))
        outside.mux(added.encode(None))


def _samples(source: Path) -> np.ndarray:
    resampler = av.AudioResampler(format="fltp", layout="mono", rate=RATE_HZ)
    with av.open(str(source)) as container:
        blocks = [
            out.to_ndarray()[0]
            for frame in container.decode(audio=0)
            for out in resampler.resample(frame)
        ]
    return np.concatenate(blocks).astype(np.float32)
