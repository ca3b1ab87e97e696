"""The tap that keeps what sound can be found again by."""

from fractions import Fraction

import numpy as np
import pytest
from sound_maker import RATE, scanned, talk

from consentkit.kernel.errors import MalformedError
from consentkit.media.match.library import PLACE_S
from consentkit.media.match.sound_keys import KEYS_PER_SECOND_MAX, sound_keys
from consentkit.media.taps.base import AudioBlock, TapResult
from consentkit.media.taps.registry import make_taps
from consentkit.media.taps.sound_prints import SoundPrintsTap
from consentkit.media.taps.sound_prints_read import read_sound_prints, utterances

SOUND = talk(4, 24)


def same(one: TapResult, other: TapResult) -> bool:
    return all(np.array_equal(one.arrays[name], other.arrays[name]) for name in one.arrays)


def test_blocks_of_any_length_give_the_same_prints():
    assert same(scanned(SOUND, 8000), scanned(SOUND, 12_347))


def test_the_registry_knows_the_tap():
    assert make_taps(["sound-prints"])[0].name == "sound-prints"


def test_a_gap_counts_as_silence():
    tap = SoundPrintsTap()
    tap.on_audio(AudioBlock(Fraction(0), SOUND[: 5 * RATE]))
    tap.on_audio(AudioBlock(Fraction(9), SOUND[9 * RATE :]))
    silent = SOUND.copy()
    silent[5 * RATE : 9 * RATE] = 0
    assert same(tap.finish(), scanned(silent))


def test_sound_that_overlaps_is_heard_once():
    tap = SoundPrintsTap()
    tap.on_audio(AudioBlock(Fraction(0), SOUND[: 5 * RATE]))
    tap.on_audio(AudioBlock(Fraction(4), SOUND[4 * RATE :]))
    assert same(tap.finish(), scanned(SOUND))


def test_no_sound_gives_empty_prints():
    prints = read_sound_prints(SoundPrintsTap().finish())
    assert prints.duration_s == 0
    assert not len(prints.at_s)


def test_silence_has_no_peaks_and_no_keys():
    result = scanned(np.zeros(15 * RATE, np.float32))
    assert not len(result.arrays["moment"])
    assert not len(sound_keys(result)[0])
    assert utterances(result) == ()


def test_an_hour_takes_half_a_megabyte_at_most():
    result = scanned(SOUND)
    size = sum(array.nbytes for array in result.arrays.values())
    assert size * 3600 / 24 < 650_000


def test_keys_keep_to_the_room_the_index_has():
    keys, places = sound_keys(scanned(SOUND))
    assert len(keys) == len(places) > 0
    seconds = (places * PLACE_S).astype(int)
    assert len(keys) / 24 <= KEYS_PER_SECOND_MAX
    assert seconds.max() < 24


def test_a_tone_is_where_it_sounds():
    at = np.arange(3 * RATE) / RATE
    burst = np.where((at > 1) & (at < 1.1), np.sin(2 * np.pi * 880 * at), 0)
    prints = read_sound_prints(scanned(burst.astype(np.float32)))
    clearest = int(np.argmax(prints.contrast))
    assert prints.semitones[clearest] == pytest.approx(48, abs=0.3)
    assert prints.at_s[clearest] == pytest.approx(1.05, abs=0.08)


def test_utterances_are_what_is_said_between_pauses():
    loud = talk(5, 4, pauses=False)
    pause = 0.0005 * np.random.default_rng(3).standard_normal(2 * RATE).astype(np.float32)
    result = scanned(np.concatenate([pause, loud, pause, loud, pause]))
    found = utterances(result)
    borders = [float(edge) for item in found for edge in (item.start, item.end)]
    assert borders == pytest.approx([2, 6, 8, 12], abs=0.4)


def broken(**changes: np.ndarray) -> TapResult:
    return TapResult({**scanned(SOUND[: 3 * RATE]).arrays, **changes}, {})


@pytest.mark.parametrize(
    "changes",
    [
        {"moment": np.zeros(3, np.uint8)},
        {"cents": np.zeros((2, 2), np.uint16)},
        {"contrast": np.zeros(4, np.float64)},
        {"peaks_per_second": np.full(3, 255, np.uint8)},
        {"level": np.zeros(1000, np.uint8)},
        {"peaks_per_second": np.zeros(10_000_000, np.uint8)},
    ],
)
def test_prints_the_tap_never_wrote_are_refused(changes):
    with pytest.raises(MalformedError, match=r"prints\.sound"):
        read_sound_prints(broken(**changes))


def test_moments_and_pitches_out_of_range_are_refused():
    whole = scanned(SOUND[: 3 * RATE]).arrays
    for name, value in (("moment", 250), ("cents", 60_000)):
        array = whole[name].copy()
        array[5] = value
        with pytest.raises(MalformedError, match=r"prints\.sound"):
            read_sound_prints(broken(**{name: array}))


def test_a_missing_array_is_refused():
    arrays = dict(scanned(SOUND[: 3 * RATE]).arrays)
    del arrays["level"]
    with pytest.raises(MalformedError, match=r"prints\.sound"):
        read_sound_prints(TapResult(arrays, {}))
