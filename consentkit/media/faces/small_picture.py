"""Small upright colour pictures of a stretch's frames, as the detector and the follower see them.

They are kept in planes of luma and halved colour: a third of the memory of RGB, and cheaper to make
from what a decoder gives. Only the parts that are looked at become colours of full size.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

import cv2
import numpy as np
from av.video.frame import VideoFrame
from av.video.reformatter import Interpolation, VideoReformatter
from numpy.typing import NDArray

from consentkit.media.faces.frames import Shown
from consentkit.media.pyav_reader import quarter_turns, shown_size
from consentkit.media.small_frames import grid_points

SIDE_PX = 640
"""Longer side of the small picture; with the border around it 672, a multiple of the network's
stride. Faces of 16 pixels are found in it."""
LARGE_SIDE_PX = 928
"""The same for pictures that are much larger, whose encoding pays for looking closer."""
LARGE_FROM_PX = 1600
_HELD_BYTES_MAX = 1_600_000
"""Frames up to 720p are held as they were decoded and made small when they are looked at, which
most are not; larger ones are made small at once, so that memory does not grow with them."""

Picture = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class SmallPicture:
    """One frame, made small.

    Attributes:
        planes: ``(height * 3 / 2, width) uint8``, luma above both planes of colour; width and
            height are even.
    """

    planes: Picture

    @property
    def width(self) -> int:
        """Pixels across."""
        return int(self.planes.shape[1])

    @property
    def height(self) -> int:
        """Pixels down."""
        return int(self.planes.shape[0]) * 2 // 3

    @property
    def luma(self) -> Picture:
        """``(height, width) uint8``."""
        return self.planes[: self.height]

    def whole(self) -> Picture:
        """Return ``(height, width, 3) uint8 BGR``."""
        return np.asarray(cv2.cvtColor(self.planes, cv2.COLOR_YUV2BGR_I420), np.uint8)

    def part(self, matrix: NDArray[np.float64], side_px: int) -> Picture:
        """Return a part as ``(side_px, side_px, 3) uint8 BGR``; beyond the border it is mirrored.

        Args:
            matrix: ``(2, 3)``, from pixels of this picture to those of the part.
            side_px: Width and height of the part.
        """
        height, width = self.height, self.width
        quarter = height // 4
        blue = self.planes[height : height + quarter].reshape(height // 2, width // 2)
        red = self.planes[height + quarter :].reshape(height // 2, width // 2)
        halved = matrix * np.array([[2.0, 2.0, 1.0]])
        size = (side_px, side_px)
        scale = float(np.hypot(matrix[0, 0], matrix[0, 1]))
        channels = [
            _warped(plane, transform, size, times * scale)
            for plane, transform, times in (
                (self.luma, matrix, 1),
                (red, halved, 2),
                (blue, halved, 2),
            )
        ]
        return np.asarray(cv2.cvtColor(cv2.merge(channels), cv2.COLOR_YCrCb2BGR), np.uint8)


def _warped(
    plane: Picture, matrix: NDArray[np.float64], size: tuple[int, int], scale: float
) -> Picture:
    if scale < 0.5:  # noqa: PLR2004 -- below, bilinear sampling would skip pixels
        halved = cv2.resize(plane, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
        return _warped(np.asarray(halved, np.uint8), matrix * [[2.0, 2.0, 1.0]], size, scale * 2)
    return np.asarray(
        cv2.warpAffine(plane, matrix, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT),
        np.uint8,
    )


class Glimpse:
    """One frame of the stretch: its time, a few points of it, and its small picture when needed."""

    def __init__(self, shown: Shown, shape: tuple[int, int]) -> None:
        """Take a frame.

        Args:
            shown: The frame; its time is known.
            shape: Width and height with square pixels, before it is turned upright.
        """
        frame = shown.frame
        self.at_ticks = frame.pts or 0
        self.until_ticks = shown.until_ticks
        self.turns = quarter_turns(frame)
        self.shape = shape
        self.points: Picture = np.ascontiguousarray(np.rot90(grid_points(frame), self.turns))
        """Single values of the upright luma, ``(36, 64) uint8``, or turned ``(64, 36)``."""
        self.held_bytes = frame.width * frame.height * 3 // 2
        self._held: VideoFrame | SmallPicture = frame
        if self.held_bytes > _HELD_BYTES_MAX:
            self.held_bytes = self.small.planes.nbytes

    @property
    def small(self) -> SmallPicture:
        """The small picture, upright and with square pixels."""
        if isinstance(self._held, VideoFrame):
            self._held = SmallPicture(_planes(self._held, self.shape, self.turns))
        return self._held


def glimpses(frames: Iterable[Shown], pixel_shape: Fraction | None) -> Iterator[Glimpse]:
    """Yield the frames as they are looked at.

    Args:
        frames: In order of time.
        pixel_shape: Width of a pixel divided by its height, None when it is not known.
    """
    for shown in frames:
        frame = shown.frame
        yield Glimpse(shown, shown_size(frame.width, frame.height, pixel_shape, 0))


def _planes(frame: VideoFrame, shape: tuple[int, int], turns: int) -> Picture:
    side = LARGE_SIDE_PX if max(shape) >= LARGE_FROM_PX else SIDE_PX
    scale = min(1.0, side / max(shape))
    width, height = (max(4, round(length * scale / 4) * 4) for length in shape)
    # Frames of that size and form come back as they are.
    small = VideoReformatter().reformat(
        frame, width, height, format="yuv420p", interpolation=Interpolation.AREA
    )
    parts = [
        _plane(small, number, width // size, height // size)
        for number, size in enumerate((1, 2, 2))
    ]
    parts = [np.rot90(part, turns) for part in parts]
    across = int(parts[0].shape[1])
    return np.concatenate([part.reshape(-1, across) for part in parts])


def _plane(frame: VideoFrame, number: int, width: int, height: int) -> Picture:
    plane = frame.planes[number]
    rows = np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)
    return rows[:height, :width]
