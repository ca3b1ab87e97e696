"""Recordings that broke off, were damaged, or are none at all: a clear outcome each."""

from fractions import Fraction
from pathlib import Path

import av
import pytest

from consentkit.kernel.errors import InputError, MalformedError
from consentkit.kernel.progress import Cancelled, CancelToken
from consentkit.media.sample import SamplePartner, SamplePlan, write_sample
from consentkit.media.scan import scan_file
from consentkit.media.taps.registry import make_taps

PLAN = SamplePlan((SamplePartner(3, Fraction(8)),), Fraction(1), width_px=320, height_px=180)
SUFFIXES = (".mkv", ".ts", ".flv", ".avi", ".mp4", ".frag.mp4", ".fast.mp4")


def remux(source: Path, target: Path, movflags: str) -> None:
    with (
        av.open(str(source)) as reader,
        av.open(str(target), "w", format="mp4", options={"movflags": movflags}) as writer,
    ):
        copies = {s.index: writer.add_stream_from_template(s) for s in reader.streams}
        for packet in reader.demux():
            if packet.size:
                packet.stream = copies[packet.stream_index]
                writer.mux(packet)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the bytes of one sample in every container that can break."""
    folder = tmp_path_factory.mktemp("whole")
    for suffix in (".mkv", ".ts", ".flv", ".mp4"):
        write_sample(folder / f"a{suffix}", PLAN)
    write_sample(
        folder / "a.avi",
        SamplePlan(
            PLAN.partners,
            PLAN.gap_s,
            width_px=320,
            height_px=180,
            video_codec="mpeg4",
            audio_codec="mp3",
        ),
    )
    remux(folder / "a.mp4", folder / "a.frag.mp4", "frag_keyframe+empty_moov")
    remux(folder / "a.mp4", folder / "a.fast.mp4", "faststart")
    return {suffix: (folder / f"a{suffix}").read_bytes() for suffix in SUFFIXES}


@pytest.mark.parametrize("suffix", [s for s in SUFFIXES if s != ".mp4"])
def test_a_recording_that_broke_off_is_taken_as_far_as_it_goes(
    tmp_path: Path, whole: dict[str, bytes], suffix: str
) -> None:
    path = tmp_path / f"cut{suffix}"
    path.write_bytes(whole[suffix][: len(whole[suffix]) * 6 // 10])
    result = scan_file(path, make_taps(("filmstrip", "waveform")))
    assert Fraction(4) < result.duration < Fraction(9)
    # Transport streams and AVI have no place that tells how long they were meant to be.
    if suffix not in {".ts", ".avi"}:
        assert result.damage.is_truncated
        assert result.damage.first_at is not None
        assert result.damage.first_at <= result.duration
    again = scan_file(path)
    assert again.packet_trees == result.packet_trees


def test_an_mp4_whose_recorder_was_interrupted_is_named_as_such(
    tmp_path: Path, whole: dict[str, bytes]
) -> None:
    path = tmp_path / "cut.mp4"
    path.write_bytes(whole[".mp4"][: len(whole[".mp4"]) // 2])
    with pytest.raises(MalformedError, match=r"media\.index-missing"):
        scan_file(path)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_damage_in_the_middle_is_counted_and_located(
    tmp_path: Path, whole: dict[str, bytes], suffix: str
) -> None:
    path = tmp_path / f"hurt{suffix}"
    data = bytearray(whole[suffix])
    middle = len(data) // 2
    for position in range(middle, middle + len(data) // 20):
        data[position] ^= 0x5A
    path.write_bytes(data)
    result = scan_file(path)
    # The MPEG-4 decoder of the AVI sample paints over what is missing and does not tell.
    if suffix != ".avi":
        assert result.damage.is_any
        assert result.damage.first_at is not None
        assert Fraction(2) < result.damage.first_at < Fraction(8)
    # Fragmented MP4 cannot always be found again behind a hurt fragment; all else goes on.
    assert result.duration > 8 or (suffix == ".frag.mp4" and result.damage.is_truncated)
    assert scan_file(path).packet_trees == result.packet_trees


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "media.empty"),
        (b"This is a letter, not a recording.\n" * 50, "media.not-media"),
        (bytes(100_000), "media.not-media"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 20, "media.not-media"),
        (b"\x89PNG\r\n\x1a\n" + bytes(5000), "media.not-media"),
    ],
)
def test_what_is_no_recording_is_refused_with_a_reason(
    tmp_path: Path, content: bytes, code: str
) -> None:
    path = tmp_path / "thing.mp4"
    path.write_bytes(content)
    with pytest.raises(MalformedError) as caught:
        scan_file(path)
    assert caught.value.code == code


def test_a_missing_file_a_folder_and_an_odd_name_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.mp4", tmp_path, Path("a\0b")):
        with pytest.raises(InputError) as caught:
            scan_file(path)
        assert caught.value.code in {"file.unreadable", "file.not-regular"}


def test_a_name_that_looks_like_an_address_is_a_name(
    tmp_path: Path, whole: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("concat:a|b.mkv", "http:x.mkv", "pipe:0", "chat%03d.mkv", "-i.mkv"):
        Path(name).write_bytes(whole[".mkv"])
        assert scan_file(Path(name)).duration > 9


def test_a_recording_that_is_still_written_is_refused(
    tmp_path: Path, whole: dict[str, bytes]
) -> None:
    path = tmp_path / "live.mkv"
    path.write_bytes(whole[".mkv"])

    def grow(update) -> None:
        with path.open("ab") as handle:
            handle.write(b"more")

    with pytest.raises(InputError, match=r"recording\.changing"):
        scan_file(path, progress=grow)


def test_a_scan_stops_when_asked(tmp_path: Path, whole: dict[str, bytes]) -> None:
    path = tmp_path / "chat.mkv"
    path.write_bytes(whole[".mkv"])
    cancel = CancelToken()
    with pytest.raises(Cancelled):
        scan_file(path, progress=lambda update: cancel.cancel(), cancel=cancel)


@pytest.mark.shared
def test_every_corrupt_file_of_the_collection_has_a_clear_outcome(shared: Path) -> None:
    outcomes: dict[str, str] = {}
    for path in sorted((shared / "media/data/dev/corrupt").iterdir()):
        try:
            result = scan_file(path, make_taps(("filmstrip", "waveform")))
        except InputError as exc:
            outcomes[path.name] = exc.code
        else:
            assert result.duration > 0
            outcomes[path.name] = "accepted"
    refused = {name: code for name, code in outcomes.items() if code != "accepted"}
    assert set(refused.values()) <= {"media.not-media", "media.nothing-decodes"}
    # Bare streams, and sound or encryption for which no decoder is listed.
    assert all(
        name.endswith(".264") or any(kind in name for kind in ("ac4", "mhm1", "encrypted"))
        for name in refused
    )
