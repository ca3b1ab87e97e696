"""Small videos whose every picture and sound tells when it was recorded, and what a file holds.

A picture carries its number as sixteen black and white squares in its lower right corner, and is
all white for a moment every second; a beep sounds at the same moment.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.video.frame import VideoFrame

RATE = 25
SOUND_HZ = 48_000
BITS = 16
SQUARE = 8
BEEP_HZ = 1000


@dataclass(frozen=True)
class Video:
    """What a video to be redacted is like."""

    seconds: int = 8
    width: int = 256
    height: int = 144
    group: int = 25
    b_frames: int = 2
    codec: str = "libx264"
    pixel_format: str = "yuv420p"
    sounds: Sequence[str] = ("aac",)
    has_picture: bool = True
    rotation: int = 0
    offset: Fraction = Fraction(0)
    is_variable: bool = False
    title: str = ""


def numbers(video: Video) -> list[int]:
    """Return the numbers of the pictures that are there, which are times in 1/25 s."""
    every = range(video.seconds * RATE)
    return [n for n in every if not video.is_variable or (n * 7) % 5 not in (1, 3)]


def write_video(path: Path, video: Video) -> None:
    """Write it; pictures and sound lie side by side in the file."""
    with av.open(str(path), "w") as output:
        if video.title:
            output.metadata["title"] = video.title
            output.metadata["location"] = "+00.0000+000.0000/"
        picture = None
        if video.has_picture:
            options = {"preset": "ultrafast", "crf": "24", "bf": str(video.b_frames)}
            if video.codec == "libx265":
                options = {"preset": "ultrafast", "x265-params": "log-level=none"}
            picture = output.add_stream(video.codec, rate=RATE, options=options)
            picture.width, picture.height = video.width, video.height
            picture.pix_fmt = video.pixel_format
            picture.gop_size = video.group
            picture.time_base = picture.codec_context.time_base = Fraction(1, 12_800)
            if video.rotation:
                picture.set_display_rotation(video.rotation)
        sounds = [output.add_stream(name, rate=SOUND_HZ, layout="stereo") for name in video.sounds]
        shown = set(numbers(video))
        for number in range(video.seconds * RATE):
            at = Fraction(number, RATE) + video.offset
            if picture is not None and number in shown:
                frame = VideoFrame.from_ndarray(painted(video, number), format="rgb24")
                frame = frame.reformat(format=video.pixel_format)
                frame.pts, frame.time_base = round(at * 12_800), Fraction(1, 12_800)
                output.mux(picture.encode(frame))
            for place, sound in enumerate(sounds):
                output.mux(sound.encode(_sound(number, at, place, sound)))
        for stream in output.streams:
            output.mux(stream.encode(None))


def painted(video: Video, number: int) -> np.ndarray:
    """Return ``(height, width, 3) uint8`` of one picture."""
    height, width = video.height, video.width
    y, x = np.mgrid[0:height, 0:width]
    # Fine squares on a slow slope: a patch of a few pixels loses the squares and keeps the slope.
    base = 40 + (x + y) // 6 + (number * 3) % 40 + 70 * ((x // 4 + y // 4) % 2)
    picture = np.stack([base, base // 2 + 40, 220 - base], axis=2).astype(np.uint8)
    if number % RATE in (0, 1):
        picture[:] = 250
    for bit in range(BITS):
        top, left = _square(height, width, bit)
        picture[top : top + SQUARE, left : left + SQUARE] = 255 * (number >> bit & 1)
    return picture


def _square(height: int, width: int, bit: int) -> tuple[int, int]:
    row, column = divmod(bit, 4)
    return height - (row + 1) * SQUARE, width - (column + 1) * SQUARE


def _sound(number: int, at: Fraction, place: int, stream) -> AudioFrame:
    count = SOUND_HZ // RATE
    times = number * count + np.arange(count)
    tone = 0.02 * np.sin(2 * np.pi * (200 + 100 * place) * times / SOUND_HZ)
    if number % RATE in (0, 1):
        tone = tone + 0.6 * np.sin(2 * np.pi * BEEP_HZ * times / SOUND_HZ)
    both = np.stack([tone, tone]).astype(np.float32)
    frame = AudioFrame.from_ndarray(both, format="fltp", layout="stereo")
    frame.sample_rate = SOUND_HZ
    frame.pts, frame.time_base = round(at * SOUND_HZ), Fraction(1, SOUND_HZ)
    return frame


@dataclass(frozen=True)
class Seen:
    """A decoded picture."""

    at: Fraction
    number: int
    luma: np.ndarray


def pictures(path: Path) -> list[Seen]:
    """Return all pictures of a file with their times and numbers."""
    found = []
    with av.open(str(path)) as container:
        for frame in container.decode(video=0):
            gray = frame.to_ndarray(format="gray8")
            found.append(Seen(frame.pts * frame.time_base, _number(gray), gray))
    return found


def _number(gray: np.ndarray) -> int:
    height, width = gray.shape
    number = 0
    for bit in range(BITS):
        top, left = _square(height, width, bit)
        inner = gray[top + 2 : top + SQUARE - 2, left + 2 : left + SQUARE - 2]
        number |= (int(inner.mean()) > 127) << bit
    return number


def sound(path: Path, place: int = 0) -> tuple[Fraction, np.ndarray]:
    """Return when a stream's first sample is heard, and its left channel."""
    parts = []
    start = None
    with av.open(str(path)) as container:
        for frame in container.decode(audio=place):
            start = frame.pts * frame.time_base if start is None else start
            values = frame.to_ndarray()
            if not frame.format.is_planar:
                values = values.reshape(-1, frame.layout.nb_channels).T
            left = values[0]
            scale = 1.0 if left.dtype.kind == "f" else float(np.iinfo(left.dtype).max)
            parts.append(left.astype(np.float32) / scale)
    return start or Fraction(0), np.concatenate(parts)


def beeps(path: Path, place: int = 0) -> list[float]:
    """Return the seconds at which beeps begin."""
    start, samples = sound(path, place)
    loud = np.nonzero(np.abs(samples) > 0.2)[0]
    first = [loud[0]] if len(loud) else []
    first += [b for a, b in pairwise(loud) if b - a > SOUND_HZ // 5]
    return [float(start) + one / SOUND_HZ for one in first]


def flashes(path: Path) -> list[float]:
    """Return the seconds at which the picture turns white."""
    found, was_white = [], False
    for seen in pictures(path):
        is_white = float(np.median(seen.luma)) > 230
        if is_white and not was_white:
            found.append(float(seen.at))
        was_white = is_white
    return found


def payloads(path: Path, index: int) -> list[bytes]:
    """Return the packets of a stream."""
    with av.open(str(path)) as container:
        return [
            bytes(packet) for packet in container.demux(container.streams[index]) if packet.size
        ]
