"""Small pictures are the same whichever way they are made."""

from fractions import Fraction

import numpy as np
import pytest
from av.video.frame import VideoFrame
from av.video.reformatter import Interpolation, VideoReformatter

from consentkit.media.small_frames import SmallFrames, grid_points


def picture(width: int, height: int) -> VideoFrame:
    rng = np.random.default_rng(6)
    coarse = rng.integers(0, 255, (height // 8, width // 8, 3), dtype=np.uint8)
    fine = coarse.repeat(8, axis=0).repeat(8, axis=1)
    return VideoFrame.from_ndarray(np.ascontiguousarray(fine), "rgb24")


@pytest.mark.parametrize("name", ["yuv420p", "yuv444p", "yuvj420p", "nv12", "yuv420p10le", "gray"])
@pytest.mark.parametrize("size", [(1280, 720), (640, 360), (1920, 1080), (720, 1280)])
def test_every_way_of_scaling_gives_the_same_luma(name: str, size: tuple[int, int]) -> None:
    frame = picture(*size).reformat(format=name)
    frames = SmallFrames(Fraction(1))
    frames.see(frame)
    base = frames.detail(640)
    assert max(base.shape) == 640
    expected = VideoReformatter().reformat(
        frame, base.shape[1], base.shape[0], format="gray8", interpolation=Interpolation.AREA
    )
    rows = np.frombuffer(expected.planes[0], np.uint8).reshape(-1, expected.planes[0].line_size)
    apart = np.abs(base.astype(int) - rows[: base.shape[0], : base.shape[1]])
    assert apart.mean() < 1
    assert np.percentile(apart, 99) <= 3
    assert frames.squeezed().shape == (180, 320)
    assert max(frames.detail(320).shape) == 320
    assert max(frames.detail(1280).shape) == min(1280, max(size))


@pytest.mark.parametrize("size", [(16, 16), (64, 36), (1920, 1080), (33, 700)])
@pytest.mark.parametrize("name", ["yuv420p", "yuv420p10le", "rgb24", "gbrp", "yuyv422"])
def test_points_are_taken_of_any_frame(name: str, size: tuple[int, int]) -> None:
    blank = VideoFrame(*size, name)
    points = grid_points(blank)
    assert points.shape == (36, 64)
    assert points.dtype == np.uint8
