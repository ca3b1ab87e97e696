"""Short films of drawn people whose faces are where the test put them."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import cache
from pathlib import Path

import av
import cv2
import numpy as np
from av.video.frame import VideoFrame
from numpy.typing import NDArray

from consentkit.media.face_model import face_detector
from consentkit.media.faces.box import Box
from consentkit.media.sample_faces import Portrait, make_person

RATE = 25
SIDE = 320

Picture = NDArray[np.uint8]
Place = tuple[float, float, float]
"""Middle of a face, across and down, and its height, in pixels."""


@cache
def head(seed: int) -> tuple[Picture, Box]:
    """Return a drawn person, BGR, and where the face is."""
    drawn = Portrait(make_person(seed), SIDE, SIDE).draw(2.0, 0.2, 0.5)
    picture = np.asarray(cv2.cvtColor(drawn, cv2.COLOR_RGB2BGR), np.uint8)
    row = np.asarray(face_detector((SIDE, SIDE)).detect(picture)[1])[0]
    left, top, width, height = (float(value) for value in row[:4])
    return picture, Box(left, top, left + width, top + height)


def room(width: int, height: int, seed: int = 0) -> Picture:
    """Return a room without people: slow shades and some noise."""
    rng = np.random.default_rng(seed)
    small = rng.integers(60, 200, (5, 8, 3)).astype(np.uint8)
    shades = cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC).astype(np.int16)
    noise = rng.integers(-4, 5, (height, width, 1))
    return np.clip(shades + noise, 0, 255).astype(np.uint8)


def with_face(picture: Picture, seed: int, place: Place, turn_deg: float = 0.0) -> Picture:
    """Return a picture with a person's head laid over it; parts may lie outside."""
    drawn, face = head(seed)
    x, y, size = place
    scale = size / face.height
    matrix = cv2.getRotationMatrix2D(face.centre, turn_deg, scale)
    matrix[:, 2] += np.array([x, y]) - np.array(face.centre)
    shape = picture.shape[1], picture.shape[0]
    mask = np.zeros(drawn.shape[:2], np.uint8)
    middle = round(face.centre[0]), round(face.centre[1] - 0.08 * face.height)
    axes = round(face.width * 0.9), round(face.height * 0.85)
    cv2.ellipse(mask, middle, axes, 0, 0, 360, 255, -1)
    laid = cv2.warpAffine(drawn, matrix, shape, flags=cv2.INTER_AREA)
    shown = cv2.warpAffine(mask, matrix, shape, flags=cv2.INTER_AREA) > 127
    return np.where(shown[:, :, None], laid, picture).astype(np.uint8)


def true_box(seed: int, place: Place) -> Box:
    """Return where the face of ``with_face`` is."""
    face = head(seed)[1]
    x, y, size = place
    width = face.width * size / face.height
    return Box(x - width / 2, y - size / 2, x + width / 2, y + size / 2)


def write_film(
    path: Path,
    pictures: Sequence[Picture],
    *,
    times: Callable[[int], int] | None = None,
    quarter_turns: int = 0,
) -> Path:
    """Write pictures as a film of 25 frames a second.

    Args:
        path: Where to.
        pictures: ``(height, width, 3) uint8 BGR``, upright.
        times: Hundredths of a second of every frame; even when not given.
        quarter_turns: How a phone was held: the film is stored turned and says so.
    """
    stored = [np.ascontiguousarray(np.rot90(item, -quarter_turns)) for item in pictures]
    with av.open(str(path), "w") as container:
        if path.suffix == ".mpg":
            stream = container.add_stream("mpeg2video", RATE, options={"qscale": "2", "g": "12"})
            stream.bit_rate = 4_000_000
        else:
            stream = container.add_stream(
                "libx264", RATE, options={"preset": "veryfast", "crf": "18", "g": "25"}
            )
        stream.height, stream.width = stored[0].shape[:2]
        stream.pix_fmt = "yuv420p"
        if path.suffix != ".mpg":
            stream.codec_context.time_base = Fraction(1, 100)
        if quarter_turns:
            stream.set_display_rotation(90 * quarter_turns)
        for number, picture in enumerate(stored):
            frame = VideoFrame.from_ndarray(picture, "bgr24")
            frame.pts = times(number) if times is not None else number * 100 // RATE
            frame.time_base = Fraction(1, 100)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path
