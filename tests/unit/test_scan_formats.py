"""One pass over every container and codec people bring."""

import hashlib
import struct
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from consentkit.domain.recording import StreamKind
from consentkit.kernel.digest import file_sha256_hex
from consentkit.kernel.errors import MalformedError
from consentkit.kernel.timebase import TimeRange
from consentkit.media.cut import cut_file, verify_excerpt_file
from consentkit.media.excerpt import excerpt_proof_from_json, excerpt_proof_to_json
from consentkit.media.sample import SamplePartner, SamplePlan, write_sample
from consentkit.media.scan import scan_file
from consentkit.media.stills import quick_thumbs, still_at
from consentkit.media.taps.base import AudioBlock, SampledFrame, StreamFacts, TapResult
from consentkit.media.taps.registry import make_taps
from consentkit.tlog.merkle import root_of

SECONDS = 5


def small_plan(**changes) -> SamplePlan:
    settings = {
        "partners": (SamplePartner(3, Fraction(3)),),
        "gap_s": Fraction(1),
        "width_px": 320,
        "height_px": 180,
        **changes,
    }
    return SamplePlan(**settings)


@dataclass
class Recorder:
    """A tap that keeps what it was given."""

    name: str = "recorder"
    version: int = 1

    def begin(self, facts: StreamFacts) -> None:
        self.facts = facts
        self.frames: list[SampledFrame] = []
        self.blocks: list[AudioBlock] = []

    def on_frame(self, frame: SampledFrame) -> None:
        self.frames.append(frame)

    def on_audio(self, block: AudioBlock) -> None:
        self.blocks.append(block)

    def finish(self) -> TapResult:
        return TapResult({}, {"frames": len(self.frames)})


FORMATS = [
    (".mp4", "h264", "aac", "mp4"),
    (".m4v", "h264", "aac", "mp4"),
    (".mov", "h264", "aac", "mp4"),
    (".mkv", "h264", "aac", "matroska"),
    (".mkv", "hevc", "libopus", "matroska"),
    (".mp4", "hevc", "aac", "mp4"),
    (".webm", "vp8", "libopus", "matroska"),
    (".webm", "vp9", "libopus", "matroska"),
    (".flv", "h264", "aac", "flv"),
    (".avi", "mpeg4", "mp3", "avi"),
    (".avi", "h264", "mp3", "avi"),
    (".ts", "h264", "aac", "mpegts"),
    (".ts", "hevc", "aac", "mpegts"),
    (".mpg", "mpeg2video", "mp2", "mpeg"),
]


@pytest.mark.parametrize(("suffix", "video", "audio", "family"), FORMATS)
def test_every_common_format_is_scanned_and_cut(
    tmp_path: Path, suffix: str, video: str, audio: str, family: str
) -> None:
    path = tmp_path / f"chat{suffix}"
    write_sample(path, small_plan(video_codec=video, audio_codec=audio))
    recorder = Recorder()
    result = scan_file(path, (recorder, *make_taps(("filmstrip", "waveform"))))

    assert result.container == family
    assert result.sha256 == file_sha256_hex(path)
    assert result.size_bytes == path.stat().st_size
    assert abs(result.duration - SECONDS) < Fraction(1, 5)
    assert not result.damage.is_any
    assert not result.is_variable_rate
    picture, sound = result.streams
    assert (picture.kind, picture.codec) == (StreamKind.VIDEO, video)
    assert (picture.width_px, picture.height_px) == (320, 180)
    assert sound.kind is StreamKind.AUDIO
    assert sound.channels == 2
    assert abs(len(recorder.frames) - SECONDS * 4) <= 1
    times = [frame.at for frame in recorder.frames]
    assert times == sorted(times)
    heard = sum(len(block.samples) for block in recorder.blocks)
    assert abs(heard - SECONDS * 16_000) < 3_200
    assert len(result.taps["waveform"].arrays["peak"]) in range(
        SECONDS * 50 - 10, SECONDS * 50 + 15
    )

    wanted = TimeRange(Fraction(2), Fraction(3))
    excerpt = cut_file(path, wanted, Fraction(1, 2), result.packet_trees, tmp_path)
    proof = excerpt_proof_from_json(excerpt_proof_to_json(excerpt.proof))
    verify_excerpt_file(excerpt.path, proof, result.packet_trees)
    assert proof.source_range.start <= wanted.start
    assert proof.source_range.end >= wanted.end
    assert len(proof.streams) == 2

    seen = []
    assert quick_thumbs(path, seen.append) >= 2
    assert all(thumb.jpeg.startswith(b"\xff\xd8\xff") for thumb in seen)
    assert abs(still_at(path, Fraction(5, 2)).at - Fraction(5, 2)) < Fraction(1, 5)


def test_packet_trees_are_those_of_rfc_9162(tmp_path: Path) -> None:
    path = tmp_path / "chat.mp4"
    write_sample(path, small_plan())
    leaves: dict[int, list[bytes]] = {0: [], 1: []}
    with av.open(str(path)) as container:
        for packet in container.demux():
            if packet.size:
                data = hashlib.sha256(bytes(packet)).digest() + struct.pack(">q", packet.pts)
                leaves[packet.stream_index].append(hashlib.sha256(b"\x00" + data).digest())
    trees = scan_file(path).packet_trees
    assert [(tree.size, tree.root) for tree in trees] == [
        (len(leaves[index]), root_of(leaves[index]).hex()) for index in (0, 1)
    ]
    assert [tree.time_base for tree in trees] == [Fraction(1, 12_800), Fraction(1, 44_100)]


def test_ten_bit_pictures_are_scanned(tmp_path: Path) -> None:
    path = tmp_path / "ten.mkv"
    write_sample(path, small_plan(video_codec="hevc", pixel_format="yuv420p10le"))
    recorder = Recorder()
    result = scan_file(path, (recorder,))
    assert not result.damage.is_any
    # Ten bits must come out on the scale of eight.
    assert 40 < np.mean([frame.gray.mean() for frame in recorder.frames]) < 200


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_turned_phone_video_is_seen_upright(tmp_path: Path, rotation: int) -> None:
    upright_path, turned_path = tmp_path / "upright.mp4", tmp_path / "turned.mp4"
    write_sample(upright_path, small_plan())
    write_sample(turned_path, small_plan(rotation_deg=rotation))
    upright, turned = Recorder(), Recorder()
    scan_file(upright_path, (upright,))
    result = scan_file(turned_path, (turned,))
    picture = result.streams[0]
    assert picture.rotation_deg == rotation
    assert (picture.width_px, picture.height_px) == ((180, 320) if rotation % 180 else (320, 180))
    assert (turned.facts.width_px, turned.facts.height_px) == (picture.width_px, picture.height_px)
    expected = np.rot90(upright.frames[4].gray, rotation // 90)
    shown = turned.frames[4].gray
    assert shown.shape == (180, 320)
    if not rotation % 180:
        assert np.abs(shown.astype(int) - expected).mean() < 3
    else:
        # Squeezed to another shape: compare coarse means.
        def coarse(picture):
            return np.array([
                [part.mean() for part in np.array_split(row, 6, axis=1)]
                for row in np.array_split(picture, 6, axis=0)
            ])

        assert np.abs(coarse(shown) - coarse(expected)).mean() < 4
    # The excerpt keeps the note about rotation, so that it is shown upright too.
    excerpt = cut_file(
        turned_path,
        TimeRange(Fraction(1), Fraction(2)),
        Fraction(0),
        result.packet_trees,
        tmp_path,
    )
    assert scan_file(excerpt.path).streams[0].rotation_deg == rotation


def test_a_variable_frame_rate_is_noticed_and_sampled_by_time(tmp_path: Path) -> None:
    path = tmp_path / "variable.mkv"
    write_sample(path, small_plan(is_variable_rate=True))
    recorder = Recorder()
    result = scan_file(path, (recorder,))
    assert result.is_variable_rate
    for index, frame in enumerate(recorder.frames[:-1]):
        assert Fraction(index, 4) <= frame.at < Fraction(index + 1, 4)


def test_a_recording_without_sound_is_scanned(tmp_path: Path) -> None:
    path = tmp_path / "silent.mp4"
    write_sample(path, small_plan(audio_codec=None))
    recorder = Recorder()
    result = scan_file(path, (recorder, *make_taps(("waveform",))))
    assert recorder.facts.has_picture
    assert not recorder.facts.has_sound
    assert len(result.taps["waveform"].arrays["peak"]) == 0


def test_sound_alone_is_scanned_and_cut(tmp_path: Path) -> None:
    path = tmp_path / "voice.mkv"
    write_sample(path, small_plan(video_codec=None))
    recorder = Recorder()
    result = scan_file(path, (recorder, *make_taps(("filmstrip",))))
    assert recorder.facts.has_sound
    assert not recorder.facts.has_picture
    assert len(result.taps["filmstrip"].arrays["at_us"]) == 0
    wanted = TimeRange(Fraction(2), Fraction(3))
    excerpt = cut_file(path, wanted, Fraction(0), result.packet_trees, tmp_path)
    verify_excerpt_file(excerpt.path, excerpt.proof, result.packet_trees)
    assert excerpt.proof.source_range.start > Fraction(19, 10)
    with pytest.raises(MalformedError, match="no-picture"):
        quick_thumbs(path, lambda thumb: None)


def test_the_waveform_is_loud_where_somebody_speaks(tmp_path: Path) -> None:
    path = tmp_path / "chat.mp4"
    truth = write_sample(path, small_plan(partners=(SamplePartner(3, Fraction(6)),)))
    rms = scan_file(path, make_taps(("waveform",))).taps["waveform"].arrays["rms"]
    turn = truth.conversations[0].turns[0].range
    speech = rms[round(turn.start * 50) : round(turn.end * 50)]
    silence = rms[:40]
    assert speech.mean() > 4 * max(1.0, silence.mean())


def test_unreferenced_pictures_are_left_out_without_changing_the_sampling(tmp_path: Path) -> None:
    path = tmp_path / "long.mp4"
    plan = small_plan(partners=(SamplePartner(3, Fraction(14)),))
    write_sample(path, plan)
    recorder = Recorder()
    scan_file(path, (recorder,))
    assert len(recorder.frames) == 16 * 4
    with av.open(str(path)) as container:
        full = {
            frame.pts * frame.time_base: frame.reformat(320, 180, "gray8").to_ndarray()
            for frame in container.decode(video=0)
        }
    differences = [
        np.abs(frame.gray.astype(int) - full[frame.at]).mean() for frame in recorder.frames
    ]
    assert max(differences) < 4


def test_the_same_file_gives_the_same_result_twice(sample_recording) -> None:
    first = scan_file(sample_recording.path, make_taps(("filmstrip", "waveform")))
    second = scan_file(sample_recording.path, make_taps(("filmstrip", "waveform")))
    for name, tap in first.taps.items():
        for key, array in tap.arrays.items():
            assert np.array_equal(array, second.taps[name].arrays[key])
    assert first.packet_trees == second.packet_trees
