"""Prints of a stretch go when a person's data are erased; those around it stay and are read."""

from fractions import Fraction

import numpy as np
import pytest

from consentkit.kernel.errors import MalformedError
from consentkit.kernel.timebase import TimeRange
from consentkit.media.prints_without import PRINT_TAPS, prints_without
from consentkit.media.taps.base import (
    AudioBlock,
    DetailFrame,
    SampledFrame,
    StreamFacts,
    TapResult,
)
from consentkit.media.taps.picture_prints_form import inventory_of
from consentkit.media.taps.picture_track_codec import TrackReader
from consentkit.media.taps.registry import make_taps
from consentkit.media.taps.sound_prints_read import read_sound_prints

STRETCH = TimeRange(Fraction(70), Fraction(110))
LENGTH_S = 240


def scene(at_s: float) -> np.ndarray:
    """Return a picture: a room that stays, and somebody else every forty seconds."""
    room = np.random.default_rng(1).integers(0, 255, (9, 16))
    picture = np.kron(room, np.ones((60, 60), int)).astype(np.uint8)
    person = np.random.default_rng(int(at_s) // 40 + 7).integers(0, 255, (10, 10))
    picture[100:400, 300:600] = np.kron(person, np.ones((30, 30), int))
    return picture


@pytest.fixture(scope="module")
def results() -> dict[str, TapResult]:
    rng = np.random.default_rng(2)
    sound, points, track = make_taps(PRINT_TAPS)
    for tap in (sound, points, track):
        tap.begin(StreamFacts(960, 540, has_picture=True, has_sound=True))
    for second in range(LENGTH_S):
        tones = sum(
            np.sin(2 * np.pi * rng.uniform(200, 3000) * np.arange(16_000) / 16_000)
            for _ in range(4)
        )
        sound.on_audio(AudioBlock(Fraction(second), (tones / 8).astype(np.float32)))
        gray = scene(second)
        if second % 4 == 0:
            points.on_detail(DetailFrame(Fraction(second), gray[::2, ::2], is_keyframe=False))
        small = gray[::3, ::3]
        track.on_frame(SampledFrame(Fraction(second), small, is_keyframe=False))
    return {tap.name: tap.finish() for tap in (sound, points, track)}


def test_no_peak_of_the_stretch_is_left_and_the_others_are_as_before(results):
    before = read_sound_prints(results["sound-prints"])
    after = read_sound_prints(prints_without("sound-prints", results["sound-prints"], STRETCH))
    inside = (before.at_s >= 69) & (before.at_s < 111)
    assert inside.sum() > 20
    assert np.array_equal(after.at_s, before.at_s[~inside])
    assert np.array_equal(after.semitones, before.semitones[~inside])
    assert not after.level[690:1110].any()
    assert np.array_equal(after.level[:690], before.level[:690])
    assert after.duration_s == before.duration_s


def test_no_point_first_or_last_seen_in_the_stretch_is_left_and_the_room_stays(results):
    before = inventory_of(results["picture-prints"])
    after = inventory_of(prints_without("picture-prints", results["picture-prints"], STRETCH))
    for seen in (after.first_s, after.last_s):
        assert not ((seen >= 69) & (seen < 111)).any()
    assert 0 < len(after.words) < len(before.words)
    around = (before.first_s < 69) & (before.last_s >= 111)
    assert around.any()
    assert np.isin(before.words[around], after.words).all()


def test_no_frame_of_the_stretch_is_left_and_the_others_show_the_same(results):
    before = TrackReader(results["picture-track"])
    after = TrackReader(prints_without("picture-track", results["picture-track"], STRETCH))
    assert not ((after.times_s >= 69) & (after.times_s < 111)).any()
    assert after.times_s.min() < 30
    assert after.times_s.max() > 200
    kept = np.flatnonzero(np.isin(before.times_s, after.times_s))
    every = np.arange(len(after.times_s))
    assert np.allclose(before.pictures(kept), after.pictures(every))


def test_a_stretch_over_everything_leaves_results_that_are_still_read(results):
    whole = TimeRange(Fraction(0), Fraction(10_000))
    left = {name: prints_without(name, result, whole) for name, result in results.items()}
    assert not len(read_sound_prints(left["sound-prints"]).at_s)
    assert not len(inventory_of(left["picture-prints"]).words)
    assert not len(TrackReader(left["picture-track"]).times_s)


def test_a_stretch_past_the_end_changes_nothing(results):
    after = TimeRange(Fraction(5000), Fraction(6000))
    for name, result in results.items():
        left = prints_without(name, result, after)
        for key, array in result.arrays.items():
            assert np.array_equal(left.arrays[key], array)


@pytest.mark.parametrize("name", PRINT_TAPS)
def test_what_is_no_result_of_the_tap_is_refused(name: str):
    with pytest.raises(MalformedError):
        prints_without(name, TapResult({"first": np.zeros(3)}, {}), STRETCH)
