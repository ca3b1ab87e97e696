"""Every tap comes through whatever people bring: no picture, no sound, odd shapes, damage."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from av.audio.frame import AudioFrame
from av.video.frame import VideoFrame

from consentkit.kernel.errors import MalformedError
from consentkit.media.sample import SamplePartner, SamplePlan, write_sample
from consentkit.media.scan import scan_file
from consentkit.media.taps.registry import ALL_TAPS, make_taps

SECONDS = 10
TAPS_OF_PICTURE = {"filmstrip": "at_us", "panes": "at_us", "faces": "at_us"}


def scan(path: Path, *, is_quick: bool = False):
    return scan_file(path, make_taps(ALL_TAPS), is_quick=is_quick)


def plan(**changes) -> SamplePlan:
    settings = {
        "partners": (SamplePartner(3, Fraction(4)), SamplePartner(9, Fraction(4))),
        "gap_s": Fraction(1),
        "width_px": 320,
        "height_px": 180,
        **changes,
    }
    return SamplePlan(**settings)


@contextmanager
def usual_priority() -> Iterator[None]:
    """Undo what SVT-AV1 does to its caller: as root it makes the thread a real-time one.

    Whatever the thread starts afterwards would inherit that and take a processor for itself.
    """
    if not hasattr(os, "sched_getscheduler"):
        yield
        return
    before = os.sched_getscheduler(0), os.sched_getparam(0)
    try:
        yield
    finally:
        os.sched_setscheduler(0, *before)


def encode(path: Path, codec: str, pixel_format: str, rate: int = 25, **options: str) -> None:
    """Write ten seconds of two scenes with a tone."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=rate)
        stream.width, stream.height, stream.pix_fmt = 320, 180, pixel_format
        stream.options = options
        sound = container.add_stream("aac", rate=16_000)
        sound.layout = "mono"
        rng = np.random.default_rng(1)
        scenes = rng.integers(30, 220, (2, 23, 40, 3), dtype=np.uint8).repeat(8, 1).repeat(8, 2)
        for number in range(SECONDS * rate):
            shown = np.roll(scenes[int(number >= SECONDS * rate / 2)][:180], number, axis=1)
            frame = VideoFrame.from_ndarray(np.ascontiguousarray(shown), "rgb24")
            frame.pts = number
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
        tone = np.sin(np.arange(SECONDS * 16_000) * 0.2).astype(np.float32) * 0.3
        for start in range(0, len(tone), 1024):
            block = AudioFrame.from_ndarray(tone[None, start : start + 1024], "fltp", "mono")
            block.sample_rate, block.pts = 16_000, start
            container.mux(sound.encode(block))
        container.mux(sound.encode(None))


def assert_whole(result, seconds: float = SECONDS) -> None:
    assert set(result.taps) == set(ALL_TAPS)
    assert abs(float(result.duration) - seconds) < 0.5
    assert len(result.taps["panes"].arrays["at_us"]) >= seconds * 4 - 2
    assert len(result.taps["faces"].arrays["at_us"]) >= seconds - 1
    assert len(result.taps["waveform"].arrays["peak"]) >= seconds * 50 - 20


@pytest.mark.parametrize(
    ("name", "codec", "pixel_format", "options"),
    [
        ("ten-bit.mkv", "libx264", "yuv420p10le", {"preset": "ultrafast"}),
        ("full-colour.mkv", "libx264", "yuv444p", {"preset": "ultrafast"}),
        ("hevc.mp4", "libx265", "yuv420p", {"preset": "ultrafast"}),
        ("hevc-ten-bit.mkv", "libx265", "yuv422p10le", {"preset": "ultrafast"}),
        ("av1.mkv", "libsvtav1", "yuv420p", {"preset": "12"}),
        ("lossless.mkv", "ffv1", "yuv420p", {}),
    ],
)
def test_every_kind_of_picture_goes_through_every_tap(
    tmp_path: Path, name: str, codec: str, pixel_format: str, options: dict[str, str]
) -> None:
    path = tmp_path / name
    with usual_priority():
        encode(path, codec, pixel_format, **options)
    result = scan(path)
    assert not result.damage.is_any
    assert_whole(result)
    cuts = result.taps["cuts"].arrays["at_us"]
    assert [round(at / 1e6, 1) for at in cuts.tolist()] == [5.0]


@pytest.mark.parametrize("is_quick", [False, True])
def test_a_recording_without_picture_goes_through_every_tap(tmp_path: Path, is_quick: bool) -> None:
    path = tmp_path / "voice.mkv"
    write_sample(path, plan(video_codec=None))
    result = scan(path, is_quick=is_quick)
    for name, array in TAPS_OF_PICTURE.items():
        assert len(result.taps[name].arrays[array]) == 0
    assert len(result.taps["cuts"].arrays["at_us"]) == 0
    assert len(result.taps["waveform"].arrays["peak"]) > SECONDS * 45


@pytest.mark.parametrize("is_quick", [False, True])
def test_a_recording_without_sound_goes_through_every_tap(tmp_path: Path, is_quick: bool) -> None:
    path = tmp_path / "silent.mp4"
    write_sample(path, plan(audio_codec=None))
    result = scan(path, is_quick=is_quick)
    assert len(result.taps["waveform"].arrays["peak"]) == 0
    assert len(result.taps["panes"].arrays["at_us"]) >= (1 if is_quick else SECONDS * 4 - 2)


@pytest.mark.parametrize("rotation", [90, 270])
def test_a_turned_recording_goes_through_every_tap(tmp_path: Path, rotation: int) -> None:
    path = tmp_path / "turned.mp4"
    write_sample(path, plan(rotation_deg=rotation))
    result = scan(path)
    assert_whole(result, 11)
    assert (result.taps["filmstrip"].values["width_px"]) < 90


def test_an_uneven_recording_goes_through_every_tap(tmp_path: Path) -> None:
    path = tmp_path / "uneven.mkv"
    write_sample(path, plan(is_variable_rate=True))
    result = scan(path)
    assert result.is_variable_rate
    assert_whole(result, 11)


@pytest.mark.parametrize("suffix", [".mp4", ".mkv", ".ts"])
def test_damage_in_the_middle_costs_only_the_middle(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"damaged{suffix}"
    write_sample(path, plan())
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 40_000] = bytes(range(250)) * 160
    path.write_bytes(data)
    result = scan(path)
    # FFmpeg looks for the next piece of a Matroska file without a word about what it passed over.
    assert result.damage.is_any or suffix == ".mkv"
    times = result.taps["panes"].arrays["at_us"] / 1e6
    assert times[0] < 1
    assert times[-1] > 9
    assert len(times) > 25
    assert float(result.duration) > 9


@pytest.mark.parametrize("content", [b"", b"no recording at all\n" * 100, b"\0" * 5000])
def test_what_is_no_recording_is_refused_with_every_tap(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letter.mp4"
    path.write_bytes(content)
    with pytest.raises(MalformedError):
        scan(path)


def test_a_few_frames_go_through_every_tap(tmp_path: Path) -> None:
    path = tmp_path / "short.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=25)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        for number in range(3):
            frame = VideoFrame.from_ndarray(np.full((48, 64, 3), 90, np.uint8), "rgb24")
            frame.pts = number
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    result = scan(path)
    assert set(result.taps) == set(ALL_TAPS)


def test_a_very_wide_and_a_very_tall_picture_go_through_every_tap(tmp_path: Path) -> None:
    for width, height in ((1280, 32), (32, 1280)):
        path = tmp_path / f"{width}x{height}.mkv"
        with av.open(str(path), "w") as container:
            stream = container.add_stream("ffv1", rate=4)
            stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
            rng = np.random.default_rng(2)
            for number in range(12):
                shown = rng.integers(0, 255, (height, width, 3), dtype=np.uint8)
                frame = VideoFrame.from_ndarray(shown, "rgb24")
                frame.pts = number
                container.mux(stream.encode(frame))
            container.mux(stream.encode(None))
        assert set(scan(path).taps) == set(ALL_TAPS)
