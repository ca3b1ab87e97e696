"""Tracks: what the taps leave, how small it is, and that it reads back as what was shown."""

from fractions import Fraction

import numpy as np
import pytest
from numpy.typing import NDArray

from consentkit.media.taps.base import DetailFrame, SampledFrame, StreamFacts, TapResult
from consentkit.media.taps.edit_track import EditTrackTap
from consentkit.media.taps.picture_track import CHUNK_BYTES, TRACK_SIDE, PictureTrackTap
from consentkit.media.taps.picture_track_codec import TrackEncoder, TrackGrid, TrackReader

GRID = TrackGrid(64, 32, 2.0, 10_000, 20_000)


def smooth(rows: int, columns: int, seed: int) -> NDArray[np.uint8]:
    """Return a picture of soft blobs over the whole range of luma."""
    noise = np.random.default_rng(seed).normal(size=(rows, columns))
    down, across = np.fft.fftfreq(rows)[:, None], np.fft.fftfreq(columns)[None, :]
    blurred = np.fft.ifft2(np.fft.fft2(noise) * np.exp(-300 * (down**2 + across**2))).real
    scaled = (blurred - blurred.min()) / (blurred.max() - blurred.min())
    return (scaled * 255).astype(np.uint8)


def encoded(frames: list[NDArray[np.uint8]], grid: TrackGrid = GRID) -> TapResult:
    encoder = TrackEncoder(grid)
    for number, frame in enumerate(frames):
        encoder.add(number * 250, frame)
    return encoder.finish()


def test_frames_read_back_as_they_were_within_the_coding_error() -> None:
    frames = [smooth(32, 64, seed) for seed in range(6)]
    reader = TrackReader(encoded(frames))
    back = reader.pictures(np.arange(6))
    assert back.shape == (6, 32, 64)
    assert np.abs(back - np.stack(frames)).mean() < 6


def test_frames_come_in_the_order_asked_for() -> None:
    frames = [smooth(32, 64, seed) for seed in range(90)]
    reader = TrackReader(encoded(frames))
    asked = np.array([88, 3, 50, 3])
    back = reader.pictures(asked)
    for picture, index in zip(back, asked, strict=True):
        assert np.abs(picture - frames[index]).mean() < 6


@pytest.mark.parametrize("shrunk", [2, 4])
def test_shrunk_frames_are_the_mean_of_the_whole_ones(shrunk: int) -> None:
    frames = [smooth(32, 64, seed) for seed in range(3)]
    back = TrackReader(encoded(frames)).pictures(np.arange(3), shrunk)
    means = (
        np.stack(frames).reshape(3, 32 // shrunk, shrunk, 64 // shrunk, shrunk).mean(axis=(2, 4))
    )
    assert np.abs(back - means).mean() < 6


def test_a_still_picture_is_told_once() -> None:
    still = smooth(32, 64, 1)
    few = encoded([still] * 2).arrays["packed"].nbytes
    many = encoded([still] * 40).arrays["packed"].nbytes
    assert many < few * 1.5


def test_noise_never_exceeds_the_cap_and_leaves_out_frames_instead() -> None:
    rng = np.random.default_rng(5)
    grid = TrackGrid(64, 32, 2.0, 10_000, 9_000)
    frames = [rng.integers(0, 256, (32, 64), dtype=np.uint8) for _ in range(40)]
    result = encoded(frames, grid)
    assert result.arrays["packed"].nbytes <= grid.chunk_bytes
    assert 1 <= len(result.arrays["at_ms"]) < 40


def test_an_hour_of_moving_picture_stays_within_two_megabytes() -> None:
    tap = PictureTrackTap()
    tap.begin(StreamFacts(1280, 720, has_picture=True, has_sound=True))
    pictures = [np.roll(smooth(180, 320, 3), 3 * step, axis=1) for step in range(40)]
    for number in range(480):
        tap.on_frame(SampledFrame(Fraction(number, 4), pictures[number % 40], is_keyframe=False))
    assert tap.finish().arrays["packed"].nbytes <= 2 * CHUNK_BYTES


def test_the_grid_has_the_shape_of_the_picture() -> None:
    tap = PictureTrackTap()
    tap.begin(StreamFacts(720, 1280, has_picture=True, has_sound=True))
    tap.on_frame(SampledFrame(Fraction(0), smooth(180, 320, 1), is_keyframe=True))
    values = tap.finish().values
    assert (values["columns"], values["rows"]) == (88, TRACK_SIDE)
    assert values["aspect"] == pytest.approx(9 / 16)


def test_a_file_without_a_picture_leaves_an_empty_track() -> None:
    tap = PictureTrackTap()
    tap.begin(StreamFacts(0, 0, has_picture=False, has_sound=True))
    reader = TrackReader(tap.finish())
    assert len(reader.times_s) == 0
    assert reader.between(0.0, 10.0) == (0, 0)
    assert reader.pictures(np.zeros(0, np.int64)).shape[0] == 0


def test_frames_that_go_back_in_time_are_passed_over() -> None:
    tap = EditTrackTap()
    tap.begin(StreamFacts(640, 360, has_picture=True, has_sound=False))
    for at in (0, 1, Fraction(1, 2), 2):
        tap.on_detail(DetailFrame(Fraction(at), smooth(180, 320, 1), is_keyframe=False))
    assert TrackReader(tap.finish()).times_s.tolist() == [0.0, 1.0, 2.0]


def test_the_same_frames_give_the_same_bytes() -> None:
    frames = [smooth(32, 64, seed) for seed in range(4)]
    first, second = encoded(frames), encoded(frames)
    assert all(np.array_equal(first.arrays[name], second.arrays[name]) for name in first.arrays)
