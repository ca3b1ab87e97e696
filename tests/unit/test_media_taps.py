"""Taps and the small rules beside the decode pass, with plain values."""

from fractions import Fraction

import numpy as np
import pytest

from consentkit.kernel.errors import InputError
from consentkit.media.nal import SkipDecision, is_unreferenced, length_size
from consentkit.media.picture import Distances
from consentkit.media.stills import _coarse_first
from consentkit.media.taps.base import AudioBlock, StreamFacts
from consentkit.media.taps.filmstrip import THUMBS_MAX, FilmstripTap, fit
from consentkit.media.taps.registry import ALL_TAPS, TAP_VERSIONS, make_taps
from consentkit.media.taps.waveform import WaveformTap

FACTS = StreamFacts(1280, 720, has_picture=True, has_sound=True)


def block(start_s: float, samples: np.ndarray) -> AudioBlock:
    return AudioBlock(Fraction(start_s), samples.astype(np.float32))


def waveform(*blocks: AudioBlock) -> tuple[list[int], list[int]]:
    tap = WaveformTap()
    tap.begin(FACTS)
    for item in blocks:
        tap.on_audio(item)
    arrays = tap.finish().arrays
    return arrays["peak"].tolist(), arrays["rms"].tolist()


def test_the_waveform_shows_peak_and_effective_value() -> None:
    square = np.tile([0.5, -0.5], 1600)
    peak, rms = waveform(block(0, square))
    assert peak == rms == [128] * 10


def test_blocks_of_any_size_give_the_same_waveform() -> None:
    rng = np.random.default_rng(1)
    samples = rng.uniform(-1, 1, 16_000).astype(np.float32)
    whole = waveform(block(0, samples))
    parts = [
        AudioBlock(Fraction(start, 16_000), samples[start : start + 777])
        for start in range(0, 16_000, 777)
    ]
    assert waveform(*parts) == whole


def test_a_gap_in_the_sound_is_silence_of_its_length() -> None:
    loud = np.full(3200, 0.8)
    peak, _ = waveform(block(0, loud), block(1.0, loud))
    assert len(peak) == 60
    assert peak[:10] == [204] * 10
    assert peak[10:50] == [0] * 40
    assert peak[50:] == [204] * 10


def test_sound_that_starts_late_lies_late() -> None:
    peak, _ = waveform(block(0.51, np.full(3200, 0.8)))
    assert peak[:25] == [0] * 25
    assert peak[26:35] == [204] * 9


def test_the_strip_stays_small_and_even_however_long_the_recording() -> None:
    tap = FilmstripTap()
    tap.begin(FACTS)
    picture = np.zeros((90, 160, 3), np.uint8)
    for step in range(4 * 3600):
        at = Fraction(step, 4)
        if tap.wants(at):
            tap.on_thumb(at, picture)
    result = tap.finish()
    times = result.arrays["at_us"]
    assert THUMBS_MAX // 2 <= len(times) < THUMBS_MAX
    assert set(np.diff(times).tolist()) == {8_000_000}
    offsets = result.arrays["offsets"]
    jpeg = result.arrays["jpeg"].tobytes()
    assert offsets[-1] == len(jpeg)
    assert all(jpeg[start : start + 3] == b"\xff\xd8\xff" for start in offsets[:-1])


@pytest.mark.parametrize(
    ("shape", "size"),
    [
        ((1280, 720), (160, 90)),
        ((720, 1280), (50, 90)),
        ((4000, 10), (160, 2)),
        ((0, 0), (160, 90)),
    ],
)
def test_a_thumb_keeps_the_shape_of_the_picture(shape, size) -> None:
    assert fit(*shape, (160, 90)) == size


def test_thumbs_come_coarsely_first_and_each_once() -> None:
    for count in (1, 2, 3, 8, 64, 100):
        order = list(_coarse_first(count))
        assert sorted(order) == list(range(count))
    assert list(_coarse_first(8))[:4] == [0, 4, 2, 6]


def h264(first_byte: int, length: int = 4) -> bytes:
    unit = bytes([first_byte]) + bytes(20)
    return len(unit).to_bytes(length, "big") + unit


@pytest.mark.parametrize(
    ("codec", "payload", "size", "answer"),
    [
        ("h264", h264(0x65), 4, False),
        ("h264", h264(0x41), 4, False),
        ("h264", h264(0x01), 4, True),
        ("h264", h264(0x06) + h264(0x01), 4, True),
        ("h264", b"\0\0\0\1\x09\x10\0\0\1\x01abc", 0, True),
        ("h264", b"\0\0\0\1\x09\x10\0\0\1\x61abc", 0, False),
        ("hevc", b"\0\0\1\x02\x01abc", 0, False),
        ("hevc", b"\0\0\1\x00\x01abc", 0, True),
        ("hevc", b"\0\0\1\x26\x01abc", 0, False),
        ("h264", b"", 4, None),
        ("h264", b"\xff\xff\xff\xff\x01", 4, True),
        ("vp9", b"anything", 0, None),
    ],
)
def test_reference_pictures_are_told_by_their_header(codec, payload, size, answer) -> None:
    assert is_unreferenced(codec, payload, size) is answer


def test_the_size_of_lengths_is_read_from_the_codecs_header() -> None:
    assert length_size("h264", bytes([1, 100, 0, 31, 0xFF, 0xE1])) == 4
    assert length_size("h264", bytes([0, 0, 0, 1, 0x67])) == 0
    assert length_size("hevc", bytes([1]) + bytes(20) + bytes([0xF3])) == 4
    assert length_size("h264", None) == 0


@pytest.mark.parametrize(
    ("pattern", "rate", "skips"),
    [
        ("PBB", 30, True),
        ("PBBB", 30, True),
        ("PBBB", 24, True),
        ("PPPPB", 30, True),
        ("PPPPPPPPPPPPPPPPPPPB", 30, False),
        ("PBB", 10, False),
        ("PBBBBBBB", 30, False),
    ],
)
def test_pictures_are_left_out_only_where_it_pays_and_enough_are_left(
    pattern: str, rate: float, skips: bool
) -> None:
    decision = SkipDecision("h264", bytes([1, 100, 0, 31, 0xFF]), rate)
    assert not decision.skips
    for number in range(200):
        decision.see(h264(0x01 if pattern[number % len(pattern)] == "B" else 0x41))
    assert decision.skips is skips


def test_an_encoder_that_changes_its_mind_is_followed() -> None:
    decision = SkipDecision("h264", bytes([1, 100, 0, 31, 0xFF]), 30)
    for number in range(100):
        decision.see(h264(0x01 if number % 2 else 0x41))
    assert decision.skips
    for _ in range(100):
        decision.see(h264(0x41))
    assert not decision.skips


@pytest.mark.parametrize(
    ("times", "variable"),
    [
        ([n * 3003 for n in range(500)], False),
        ([round(n * 1000 / 30) for n in range(500)], False),
        ([n * 512 + (n > 250) * 512 for n in range(500)], False),
        ([n * 40 + (n % 7) * 5 for n in range(500)], True),
        ([], False),
        ([5], False),
    ],
)
def test_uneven_distances_are_told_from_rounding_and_one_lost_picture(times, variable) -> None:
    distances = Distances()
    # Decoding order: every pair swapped, as pictures that refer forwards have it.
    for pair in range(0, len(times), 2):
        for pts in reversed(times[pair : pair + 2]):
            distances.see(pts)
    assert distances.is_variable() is variable


def test_every_named_tap_can_be_made_and_others_are_refused() -> None:
    taps = make_taps(ALL_TAPS)
    assert tuple(tap.name for tap in taps) == ALL_TAPS
    assert {tap.name: tap.version for tap in taps} == dict(TAP_VERSIONS)
    with pytest.raises(InputError, match=r"media\.unknown-tap"):
        make_taps(("smells",))
