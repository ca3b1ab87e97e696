"""Pictures are left out only where what is left stays the same."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from av.video.frame import VideoFrame

from consentkit.media import frame_skipping
from consentkit.media.frame_skipping import FrameSkipping
from consentkit.media.nal import SkipDecision, is_bidirectional
from consentkit.media.pyav_reader import picture_stream, prepare_picture
from consentkit.media.scan import scan_file
from consentkit.media.taps.base import FRAMES_PER_SECOND

SECONDS = 12


def write_pyramid(path: Path, references: int) -> Path:
    """Write a recording of moving shapes with B pictures that refer to B pictures."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=30)
        stream.width, stream.height, stream.pix_fmt = 320, 180, "yuv420p"
        stream.options = {
            "preset": "veryfast",
            "bf": "3",
            "g": "60",
            "b_strategy": "0",
            "x264-params": f"b-pyramid=normal:ref={references}:scenecut=0",
        }
        rng = np.random.default_rng(5)
        ground = rng.integers(40, 200, (180, 640, 3), dtype=np.uint8)
        for number in range(SECONDS * 30):
            shown = np.ascontiguousarray(ground[:, number % 320 : number % 320 + 320])
            shown[40 + number % 60 : 80 + number % 60, 100:140] = 255
            frame = VideoFrame.from_ndarray(shown, "rgb24")
            frame.pts = number
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


@pytest.fixture(scope="module")
def pyramid(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a recording whose P pictures refer to the P picture before only."""
    return write_pyramid(tmp_path_factory.mktemp("pyramid") / "moving.mp4", 1)


def decoded(path: Path) -> tuple[dict[int, bytes], set[str]]:
    """Return the small pictures of every frame that was decoded, and the modes that were used."""
    frames: dict[int, bytes] = {}
    modes: set[str] = set()
    with av.open(str(path)) as container:
        stream = picture_stream(container)
        prepare_picture(stream)
        skipping = FrameSkipping(stream.codec_context, 30)
        for packet in container.demux(stream):
            if packet.size:
                skipping.see(packet)
            skipping.before(packet)
            modes.add(stream.codec_context.skip_frame)
            for frame in packet.decode():
                skipping.see_frame(frame)
                frames[frame.pts] = frame.reformat(160, 90, "gray8").to_ndarray().tobytes()
    return frames, modes


def all_frames(path: Path) -> dict[int, bytes]:
    with av.open(str(path)) as container:
        prepare_picture(container.streams.video[0])
        return {
            frame.pts: frame.reformat(160, 90, "gray8").to_ndarray().tobytes()
            for frame in container.decode(video=0)
        }


def test_pictures_of_kind_b_are_left_out_where_nothing_else_changes(pyramid: Path) -> None:
    frames, modes = decoded(pyramid)
    assert modes == {"DEFAULT", "NONREF", "BIDIR"}
    full = all_frames(pyramid)
    assert len(frames) < len(full) * 0.7
    assert all(full[pts] == picture for pts, picture in frames.items())


def test_they_are_decoded_where_a_picture_of_kind_p_refers_to_one(tmp_path: Path) -> None:
    path = write_pyramid(tmp_path / "tangled.mp4", 3)
    frames, modes = decoded(path)
    assert modes == {"DEFAULT", "NONREF"}
    full = all_frames(path)
    assert all(full[pts] == picture for pts, picture in frames.items())


def test_they_are_decoded_where_leaving_them_out_changes_a_single_point(
    pyramid: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed: list[bool] = []
    real = frame_skipping._Probe.take

    def take(self, packet) -> None:
        real(self, packet)
        if self._points and self._same >= 5 and not changed:
            changed.append(True)
            pts, points = next(iter(self._points.items()))
            self._points[pts] = bytes([points[0] ^ 1]) + points[1:]

    monkeypatch.setattr(frame_skipping._Probe, "take", take)
    frames, modes = decoded(pyramid)
    assert modes == {"DEFAULT", "NONREF"}
    full = all_frames(pyramid)
    assert all(full[pts] == picture for pts, picture in frames.items())


def test_it_is_tried_again_and_taken_back(pyramid: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frame_skipping, "PROBE_AGAIN_PACKETS", 1)
    made: list[str] = []
    real = frame_skipping._Probe.__init__

    def begin(self, context, mode) -> None:
        made.append(mode)
        real(self, context, mode)

    monkeypatch.setattr(frame_skipping._Probe, "__init__", begin)
    compare = frame_skipping._Probe.compare
    monkeypatch.setattr(
        frame_skipping._Probe,
        "compare",
        lambda self, frame: False if len(made) == 2 else compare(self, frame),
    )
    _, modes = decoded(pyramid)
    # First without B pictures beside the others, then the other way round, and then never again.
    assert made == ["BIDIR", "NONREF"]
    assert "BIDIR" in modes


def test_the_sampling_stays_even_whatever_is_left_out(pyramid: Path) -> None:
    from consentkit.media.taps.panes import PanesTap

    at = scan_file(pyramid, [PanesTap()]).taps["panes"].arrays["at_us"]
    assert len(at) == SECONDS * FRAMES_PER_SECOND
    slots = [int(Fraction(int(us), 1_000_000) * FRAMES_PER_SECOND) for us in at]
    assert slots == list(range(len(at)))


@pytest.mark.parametrize(
    ("header", "answer"),
    [
        (b"\x9a\x00", False),  # 1 00110: all slices P
        (b"\x9e\x00", True),  # 1 00111: all slices B
        (b"\xa0\x00", True),  # 1 010: B
        (b"\xb0\x00", False),  # 1 011: I
        (b"\xc0\x00", False),  # 1 1: P
        (b"\x88\x80", False),  # 1 0001000: all slices I
        (b"\x40\x00", None),  # not the first slice
    ],
)
def test_the_kind_of_a_picture_is_read_from_its_first_slice(header: bytes, answer) -> None:
    unit = b"\x41" + header + bytes(8)
    payload = len(unit).to_bytes(4, "big") + unit
    assert is_bidirectional("h264", payload, 4) is answer
    assert is_bidirectional("hevc", payload, 4) is None


def test_enough_pictures_are_left_without_those_of_kind_b() -> None:
    def units(pattern: str, rate: float) -> SkipDecision:
        decision = SkipDecision("h264", bytes([1, 100, 0, 31, 0xFF]), rate)
        heads = {"P": b"\x41\x9a", "B": b"\x41\x9e", "b": b"\x01\x9e"}
        for number in range(100):
            unit = heads[pattern[number % len(pattern)]] + bytes(9)
            decision.see(len(unit).to_bytes(4, "big") + unit)
        return decision

    assert units("PbBb", 30).may_skip_b
    assert not units("PbBb", 15).may_skip_b
    assert not units("PbPb", 30).may_skip_b
    assert not units("PbBbBbBb", 30).may_skip_b
