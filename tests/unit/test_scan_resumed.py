"""A scan that broke off goes on where it was, and gives what an unbroken one gives."""

from collections import Counter, deque
from enum import Enum
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from consentkit.kernel.errors import MalformedError
from consentkit.kernel.progress import Cancelled
from consentkit.media.checkpoint import Checkpoint, decode_checkpoint, encode_checkpoint
from consentkit.media.plain_state import pack_state, unpack_state
from consentkit.media.result import ScanResult
from consentkit.media.sample import SamplePartner, SamplePlan, write_sample
from consentkit.media.scan import Keeping, scan_file, scan_named
from consentkit.media.taps.base import GridFrame
from consentkit.media.taps.registry import ALL_TAPS, make_taps

PLAN = SamplePlan(
    (SamplePartner(3, Fraction(6)), SamplePartner(14, Fraction(5))),
    gap_s=Fraction(1),
    width_px=640,
    height_px=360,
)


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("resumed") / "chat.mp4"
    write_sample(path, PLAN)
    return path


@pytest.fixture(scope="module")
def unbroken(recording: Path) -> ScanResult:
    return scan_file(recording, make_taps(ALL_TAPS))


def checkpoint_of(path: Path, names: tuple[str, ...], number: int) -> Checkpoint:
    """Return the checkpoint of a scan that is stopped after so many packets."""
    given: list[Checkpoint] = []

    def keep(checkpoint: Checkpoint) -> None:
        given.append(checkpoint)
        raise Cancelled

    calls = 0

    class Clock:
        def monotonic(self) -> float:
            nonlocal calls
            calls += 1
            return float(calls)

    patch = pytest.MonkeyPatch()
    patch.setattr("consentkit.media.scan.SystemClock", Clock)
    try:
        with pytest.raises(Cancelled):
            scan_file(path, make_taps(names), keeping=Keeping(keep, every_s=number))
    finally:
        patch.undo()
    return decode_checkpoint(encode_checkpoint(given[0]))


def assert_same(one, other) -> None:
    assert set(one.taps) == set(other.taps)
    for name, result in one.taps.items():
        assert dict(result.values) == dict(other.taps[name].values), name
        for key, array in result.arrays.items():
            assert array.dtype == other.taps[name].arrays[key].dtype
            assert np.array_equal(array, other.taps[name].arrays[key]), (name, key)
    for field in ("sha256", "duration", "packet_trees", "damage", "is_variable_rate", "streams"):
        assert getattr(one, field) == getattr(other, field)


def ignore(checkpoint: Checkpoint) -> None:
    del checkpoint


@pytest.mark.parametrize("number", [3, 500])
def test_a_resumed_scan_finds_what_an_unbroken_one_finds(
    recording: Path, unbroken: ScanResult, number: int
) -> None:
    former = checkpoint_of(recording, ALL_TAPS, number)
    resumed = scan_file(recording, make_taps(ALL_TAPS), keeping=Keeping(ignore, former))
    assert_same(unbroken, resumed)


@pytest.mark.parametrize(
    ("suffix", "codec"), [(".mkv", "hevc"), (".webm", "vp9"), (".avi", "mpeg4"), (".ts", "h264")]
)
def test_every_kind_of_decoder_goes_on(tmp_path: Path, suffix: str, codec: str) -> None:
    path = tmp_path / f"chat{suffix}"
    sound = {".webm": "libopus", ".avi": "mp3"}.get(suffix, "aac")
    plan = SamplePlan(
        (SamplePartner(3, Fraction(8)),),
        width_px=320,
        height_px=180,
        video_codec=codec,
        audio_codec=sound,
    )
    write_sample(path, plan)
    names = ("filmstrip", "waveform", "panes", "cuts")
    former = checkpoint_of(path, names, 300)
    resumed = scan_file(path, make_taps(names), keeping=Keeping(ignore, former))
    assert_same(scan_file(path, make_taps(names)), resumed)


def test_pictures_before_the_checkpoint_are_not_decoded_again(
    recording: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from consentkit.media.picture import PictureLane

    former = checkpoint_of(recording, ("panes",), 700)
    passed: list[int] = []
    real = PictureLane.pass_over
    decoded: list[int] = []
    real_decode = PictureLane.decode
    monkeypatch.setattr(
        PictureLane, "pass_over", lambda self, packet: (passed.append(1), real(self, packet))[1]
    )
    monkeypatch.setattr(
        PictureLane,
        "decode",
        lambda self, packet: (decoded.append(1), real_decode(self, packet))[1],
    )
    scan_file(recording, make_taps(("panes",)), keeping=Keeping(ignore, former))
    assert former.decode_from > 0
    assert len(decoded) < len(passed) * 3 / 4


def test_a_checkpoint_of_other_content_is_not_gone_on_with(recording: Path, tmp_path: Path) -> None:
    names = ("waveform", "panes")
    former = checkpoint_of(recording, names, 400)
    data = bytearray(recording.read_bytes())
    data[len(data) // 4] ^= 1
    other = tmp_path / "other.mp4"
    other.write_bytes(data)
    facts = other.stat()
    forged = Checkpoint(
        (facts.st_size, facts.st_mtime_ns),
        former.packets,
        former.roots,
        former.decode_from,
        former.picture,
        former.sound_blocks,
        former.taps,
    )
    with pytest.raises(MalformedError, match=r"media\.state"):
        scan_file(other, make_taps(names), keeping=Keeping(ignore, forged))
    # By name it begins anew instead.
    scanned = scan_named(other, names, saved=encode_checkpoint(forged), save=lambda saved: None)
    assert_same(scan_file(other, make_taps(names)), scanned)


@pytest.mark.parametrize("saved", [b"", b"nonsense", pack_state({"format": 99}), pack_state([1])])
def test_what_is_no_checkpoint_is_passed_over(recording: Path, saved: bytes) -> None:
    names = ("waveform",)
    scanned = scan_named(recording, names, saved=saved, save=lambda data: None)
    assert_same(scan_file(recording, make_taps(names)), scanned)


def test_a_checkpoint_of_another_version_of_a_tap_does_not_fit(recording: Path) -> None:
    former = checkpoint_of(recording, ("waveform",), 300)
    taps = make_taps(("waveform",))
    assert former.fits(former.file_state, taps)
    taps[0].version += 1
    assert not former.fits(former.file_state, taps)
    assert not former.fits(former.file_state, make_taps(("waveform", "panes")))
    assert not former.fits((1, 2), make_taps(("waveform",)))


VALUES = [
    None,
    True,
    -3,
    2.5,
    float("inf"),
    "text",
    b"bytes",
    bytearray(b"more"),
    Fraction(-2, 3),
    [1, "two", [3.0]],
    (1, (2,)),
    {"a": 1, 2: "b"},
    {1, 2},
    Counter({3: 4}),
    list(range(100)),
    [1 << 70] * 100,
    np.arange(6, dtype=np.uint8).reshape(2, 3),
    np.float32(1.5),
    np.zeros(0, bool),
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_plain_state_comes_back_as_it_was(value) -> None:
    back = unpack_state(pack_state(value))
    assert type(back) is type(value)
    if isinstance(value, np.ndarray):
        assert back.dtype == value.dtype
        assert back.shape == value.shape
        back[...] = 0
    else:
        assert back == value


def test_deques_and_frozen_objects_come_back() -> None:
    value = deque([GridFrame(Fraction(1, 3), np.ones((2, 2), np.uint8))], maxlen=3)
    back = unpack_state(pack_state(value))
    assert isinstance(back, deque)
    assert back.maxlen == 3
    assert back[0].at == Fraction(1, 3)
    assert np.array_equal(back[0].points, value[0].points)


class Colour(Enum):
    RED = 1


@pytest.mark.parametrize("value", [Colour.RED, np.array([object()])])
def test_what_cannot_be_kept_is_refused(value) -> None:
    with pytest.raises(MalformedError, match=r"media\.state"):
        pack_state(value)


def test_objects_that_are_not_ours_are_never_made() -> None:
    kept = pack_state([Path("/")])
    with pytest.raises(MalformedError, match=r"media\.state"):
        unpack_state(kept)
    for module, name in (("os", "system"), ("consentkit.media.taps.base", "np.ndarray")):
        import json

        header = json.dumps({"object": [module, name], "fields": {}}).encode()
        data = (1).to_bytes(8, "big") + len(header).to_bytes(8, "big") + header
        with pytest.raises(MalformedError, match=r"media\.state"):
            unpack_state(data)
