"""Small upright colour pictures of a stretch's frames, as the detector and the follower see them.

They are kept in planes of luma and halved colour: a third of the memory of RGB, and cheaper to make
from what a decoder gives. Only the parts that are looked at become colours of full size.
"""

from dataclasses import dataclass
from fractions import Fraction

import cv2
import numpy as np
from av.video.frame import VideoFrame
from av.video.reformatter import Interpolation, VideoReformatter
from numpy.typing import NDArray

from consentkit.media.faces.frames import Shown
from consentkit.media.pyav_reader import quarter_turns, shown_size

SIDE_PX = 608
"""Longer side of the small picture: with 16 pixels around it is 640, a multiple of the network's
stride. Of pictures from outside no more is kept, so that memory does not grow with their size."""
LARGE_SIDE_PX = 928
"""The same for pictures that are much larger, whose encoding pays for looking closer."""
LARGE_FROM_PX = 1600

Picture = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class SmallPicture:
    """One frame.

    Attributes:
        at_ticks: Its time in ticks of the stream.
        until_ticks: Time of the next one.
        planes: ``(height * 3 / 2, width) uint8``, luma above both planes of colour; width and
            height are even.
    """

    at_ticks: int
    until_ticks: int
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


class SmallPictures:
    """Makes the small picture of one frame after the other."""

    def __init__(self, pixel_shape: Fraction | None) -> None:
        """Begin without a frame.

        Args:
            pixel_shape: Width of a pixel divided by its height, None when it is not known.
        """
        self._pixel_shape = pixel_shape
        self._reformatter = VideoReformatter()

    def of(self, shown: Shown) -> SmallPicture:
        """Return the frame, upright, with square pixels; its time must be known."""
        frame = shown.frame
        width, height = shown_size(frame.width, frame.height, self._pixel_shape, 0)
        side = LARGE_SIDE_PX if max(width, height) >= LARGE_FROM_PX else SIDE_PX
        scale = min(1.0, side / max(width, height))
        width, height = (max(4, round(length * scale / 4) * 4) for length in (width, height))
        small = self._reformatter.reformat(
            frame, width, height, format="yuv420p", interpolation=Interpolation.AREA
        )
        parts = [
            _plane(small, number, width // size, height // size)
            for number, size in enumerate((1, 2, 2))
        ]
        turns = quarter_turns(frame)
        if turns:
            parts = [np.rot90(part, turns) for part in parts]
        across = int(parts[0].shape[1])
        planes = np.concatenate([part.reshape(-1, across) for part in parts])
        return SmallPicture(frame.pts or 0, shown.until_ticks, planes)


def _plane(frame: VideoFrame, number: int, width: int, height: int) -> Picture:
    plane = frame.planes[number]
    rows = np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)
    return rows[:height, :width]
