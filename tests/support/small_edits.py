"""Finished videos made from a recording: cut, put in order, encoded anew."""

from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np

SIZE = (480, 270)
RATE = 25
SOUND_HZ = 44_100


def write_edit(
    source: Path,
    path: Path,
    pieces: tuple[tuple[float, float], ...],
    *,
    has_picture: bool = True,
    has_sound: bool = True,
    lead_in: float = 0.0,
    size: tuple[int, int] = SIZE,
    crop: tuple[float, float, float, float] = (0, 0, 1, 1),
) -> None:
    """Write the pieces of ``source`` one after the other, smaller and compressed more.

    Args:
        source: A recording with picture and sound.
        path: Where the edit goes.
        pieces: Start and end of each piece, seconds.
        has_picture: Whether it gets a picture.
        has_sound: Whether it gets sound.
        lead_in: Seconds of footage of nobody known that come first: moving stripes and a hum.
        size: Width and height of the edit.
        crop: Left, top, right and bottom of what is shown, in shares of the recording's picture.
    """
    stripes = (_stripes(number) for number in range(round(lead_in * RATE)))
    pictures = [cv2.resize(picture, size) for picture in stripes]
    sounds = [_hum(lead_in)]
    for start, end in pieces:
        pictures += _pictures(source, start, end, size, crop) if has_picture else []
        sounds.append(_sound(source, start, end))
    with av.open(str(path), "w") as output:
        video = output.add_stream("libx264", rate=RATE) if has_picture else None
        audio = output.add_stream("aac", rate=SOUND_HZ, layout="mono") if has_sound else None
        if video is not None:
            video.width, video.height = size
            video.pix_fmt = "yuv420p"
            video.options = {"crf": "30", "preset": "veryfast"}
            for number, picture in enumerate(pictures):
                frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
                frame.pts, frame.time_base = number, Fraction(1, RATE)
                output.mux(video.encode(frame))
            output.mux(video.encode(None))
        if audio is not None:
            samples = np.concatenate(sounds)
            for place in range(0, len(samples) - 1023, 1024):
                block = samples[None, place : place + 1024]
                frame = av.AudioFrame.from_ndarray(block, format="fltp", layout="mono")
                frame.sample_rate = SOUND_HZ
                frame.pts, frame.time_base = place, Fraction(1, SOUND_HZ)
                output.mux(audio.encode(frame))
            output.mux(audio.encode(None))


def put_into_another_container(source: Path, target: Path) -> None:
    """Write the packets of ``source`` into a file of the kind that ``target``'s ending names."""
    with av.open(str(source)) as inside, av.open(str(target), "w") as outside:
        into = {one.index: outside.add_stream_from_template(one) for one in inside.streams}
        for packet in inside.demux():
            if packet.dts is not None:
                packet.stream = into[packet.stream.index]
                outside.mux(packet)


def put_another_sound_beside(edit: Path, other: Path, target: Path) -> None:
    """Write the streams of ``edit`` and, as one more stream, the sound of ``other``."""
    with (
        av.open(str(edit)) as inside,
        av.open(str(other)) as beside,
        av.open(str(target), "w") as outside,
    ):
        taken = [*inside.streams, beside.streams.audio[0]]
        into = {id(one): outside.add_stream_from_template(one) for one in taken}
        found = [*inside.demux(), *beside.demux(beside.streams.audio[0])]
        found = [packet for packet in found if packet.dts is not None]
        for packet in sorted(found, key=lambda one: one.dts * one.time_base):
            packet.stream = into[id(packet.stream)]
            outside.mux(packet)


def _pictures(
    source: Path,
    start: float,
    end: float,
    size: tuple[int, int],
    crop: tuple[float, float, float, float],
) -> list[np.ndarray]:
    """Return a picture for every frame of the edit: the last that was shown by then."""
    wanted = [start + number / RATE for number in range(round((end - start) * RATE))]
    found: list[np.ndarray] = []
    with av.open(str(source)) as container:
        last = None
        for frame in container.decode(video=0):
            while len(found) < len(wanted) and last is not None and frame.time > wanted[len(found)]:
                found.append(last)
            if len(found) == len(wanted):
                break
            last = _cropped(frame, size, crop)
        found += [last] * (len(wanted) - len(found))
    return found


def _cropped(
    frame: av.VideoFrame, size: tuple[int, int], crop: tuple[float, float, float, float]
) -> np.ndarray:
    if crop == (0, 0, 1, 1):
        return frame.to_ndarray(format="rgb24", width=size[0], height=size[1])
    whole = frame.to_ndarray(format="rgb24")
    height, width = whole.shape[:2]
    left, right = round(crop[0] * width), round(crop[2] * width)
    top, bottom = round(crop[1] * height), round(crop[3] * height)
    return cv2.resize(whole[top:bottom, left:right], size)


def _sound(source: Path, start: float, end: float) -> np.ndarray:
    resampler = av.AudioResampler(format="fltp", layout="mono", rate=SOUND_HZ)
    with av.open(str(source)) as container:
        blocks = [
            out.to_ndarray()[0]
            for frame in container.decode(audio=0)
            for out in resampler.resample(frame)
        ]
    whole = np.concatenate(blocks).astype(np.float32)
    return whole[round(start * SOUND_HZ) : round(end * SOUND_HZ)]


def _stripes(number: int) -> np.ndarray:
    across = (np.arange(SIZE[0]) // 20 + number) % 2 * 120 + 60
    return np.repeat(np.broadcast_to(across[None, :, None], (SIZE[1], SIZE[0], 1)), 3, 2).astype(
        np.uint8
    )


def _hum(seconds: float) -> np.ndarray:
    at = np.arange(round(seconds * SOUND_HZ)) / SOUND_HZ
    return (0.3 * np.sin(2 * np.pi * 110 * at)).astype(np.float32)
