"""Small upright pictures of a decoded frame, made once and shared between the taps."""

from __future__ import annotations

from fractions import Fraction

import cv2
import numpy as np
from av.video.frame import VideoFrame
from av.video.reformatter import Interpolation, VideoReformatter
from numpy.typing import NDArray

from consentkit.media.pyav_reader import (
    PIXEL_SHAPE_MAX,
    PIXEL_SHAPE_MIN,
    quarter_turns,
)
from consentkit.media.taps.base import (
    FRAME_HEIGHT_PX,
    FRAME_WIDTH_PX,
    GRID_COLUMNS,
    GRID_ROWS,
)

BASE_SIDE_PX = 640
"""Longer side of the picture that all smaller ones are made from: scaling the frame itself costs
0.7 ms at 1080p, scaling this one 0.01 ms. It is made for every sampled frame, whoever asks, so that
a tap's result does not depend on which other taps run."""

_PLANAR_8_BIT = frozenset({
    "yuv420p",
    "yuv422p",
    "yuv444p",
    "yuvj420p",
    "yuvj422p",
    "yuvj444p",
    "nv12",
})
_FULL_RANGE = 2
"""FFmpeg's number for luma from 0 to 255."""
_STRETCHED = np.clip(np.rint((np.arange(256) - 16) * (255 / 219)), 0, 255).astype(np.uint8)
"""Luma from 16 to 235 on the scale of 0 to 255. Source: ITU-R BT.601, as in FFmpeg."""


class SmallFrames:
    """Makes what the taps ask for of one frame after the other."""

    def __init__(self, pixel_shape: Fraction | None) -> None:
        """Begin without a frame.

        Args:
            pixel_shape: Width of a pixel divided by its height, None when it is not known.
        """
        if pixel_shape is None or not PIXEL_SHAPE_MIN <= pixel_shape <= PIXEL_SHAPE_MAX:
            pixel_shape = Fraction(1)
        self._pixel_shape = pixel_shape
        self._reformatters: dict[int, VideoReformatter] = {}
        self._thumb = VideoReformatter()
        self._frame: VideoFrame | None = None
        self._turns = 0
        self._made: dict[int, NDArray[np.uint8]] = {}

    def see(self, frame: VideoFrame) -> None:
        """Take the next frame."""
        self._frame = frame
        self._turns = quarter_turns(frame)
        self._made = {BASE_SIDE_PX: self._scaled(frame, BASE_SIDE_PX)}

    def squeezed(self) -> NDArray[np.uint8]:
        """Return ``(180, 320) uint8`` luma, averaged over areas, whatever the shape was."""
        return _resized(self._made[BASE_SIDE_PX], (FRAME_WIDTH_PX, FRAME_HEIGHT_PX))

    def detail(self, side_px: int) -> NDArray[np.uint8]:
        """Return ``(height, width) uint8`` luma with square pixels.

        Its longer side has ``side_px``, or less when the picture is smaller.
        """
        if side_px not in self._made and self._frame is not None:
            if side_px < BASE_SIDE_PX:
                base = self._made[BASE_SIDE_PX]
                height, width = base.shape
                self._made[side_px] = _resized(base, _fitted(width, height, side_px))
            else:
                self._made[side_px] = self._scaled(self._frame, side_px)
        return self._made[side_px]

    def thumb(self, size_px: tuple[int, int]) -> NDArray[np.uint8]:
        """Return ``(height, width, 3) uint8 RGB`` of ``size_px``, for the frame seen last."""
        if self._frame is None:
            return np.zeros((size_px[1], size_px[0], 3), np.uint8)
        return rgb_picture(self._thumb, self._frame, self._turns, size_px)

    def _scaled(self, frame: VideoFrame, side_px: int) -> NDArray[np.uint8]:
        shown_width = max(1, round(frame.width * self._pixel_shape))
        width, height = _fitted(shown_width, frame.height, side_px)
        halved = _halved_luma(frame, width, height)
        if halved is not None:
            return np.ascontiguousarray(np.rot90(halved, self._turns))
        reformatter = self._reformatters.setdefault(side_px, VideoReformatter())
        small = reformatter.reformat(
            frame, width, height, format="gray8", interpolation=Interpolation.AREA
        )
        return np.ascontiguousarray(np.rot90(_plane(small, width, height, 1)[:, :, 0], self._turns))


def rgb_picture(
    reformatter: VideoReformatter, frame: VideoFrame, turns: int, size_px: tuple[int, int]
) -> NDArray[np.uint8]:
    """Return the frame upright as ``(height, width, 3) uint8 RGB`` of ``size_px``."""
    width, height = size_px
    if turns % 2:
        width, height = height, width
    small = reformatter.reformat(
        frame, width, height, format="rgb24", interpolation=Interpolation.AREA
    )
    return np.ascontiguousarray(np.rot90(_plane(small, width, height, 3), turns))


def grid_points(frame: VideoFrame) -> NDArray[np.uint8]:
    """Return ``(GRID_ROWS, GRID_COLUMNS) uint8``, single values of the frame's first plane.

    The plane is luma, or green or interleaved colours in the rare formats without luma; either way
    it changes when the picture does.
    """
    plane = frame.planes[0]
    component = frame.format.components[0]
    step = 2 if component.bits > 8 else 1  # noqa: PLR2004 -- bits of a byte
    values = np.frombuffer(memoryview(plane), np.dtype(f"u{step}"))
    rows = values.reshape(-1, plane.line_size // step)
    height, width = min(frame.height, rows.shape[0]), min(frame.width, rows.shape[1])
    down = (np.arange(GRID_ROWS) * height + height // 2) // GRID_ROWS
    across = (np.arange(GRID_COLUMNS) * width + width // 2) // GRID_COLUMNS
    points = rows[down].take(across, axis=1)
    return np.asarray(points >> max(0, component.bits - 8), np.uint8)


def _halved_luma(frame: VideoFrame, width: int, height: int) -> NDArray[np.uint8] | None:
    """Return the luma at its own or half its size without FFmpeg's scaler, else None.

    For pictures of 720p this costs a fifth, with the same values but for rounding.
    """
    times = frame.width // width
    if frame.format.name not in _PLANAR_8_BIT or times > 2:  # noqa: PLR2004 -- twice
        return None
    if (width * times, height * times) != (frame.width, frame.height):
        return None
    plane = frame.planes[0]
    rows = np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)
    luma = _resized(rows[: height * times, : width * times], (width, height))
    is_full = frame.format.name.startswith("yuvj") or frame.color_range == _FULL_RANGE
    return luma.copy() if is_full else np.asarray(cv2.LUT(luma, _STRETCHED), np.uint8)


def _fitted(width: int, height: int, side_px: int) -> tuple[int, int]:
    scale = min(Fraction(1), Fraction(side_px, max(width, height)))
    return max(1, round(width * scale)), max(1, round(height * scale))


def _resized(picture: NDArray[np.uint8], size: tuple[int, int]) -> NDArray[np.uint8]:
    if picture.shape == (size[1], size[0]):
        return picture
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)


def _plane(frame: VideoFrame, width: int, height: int, channels: int) -> NDArray[np.uint8]:
    plane = frame.planes[0]
    rows = np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)
    return rows[:height, : width * channels].reshape(height, width, channels).copy()
