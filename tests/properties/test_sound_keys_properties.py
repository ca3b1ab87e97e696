"""Keys of the sound index do not change with speed or pitch."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from consentkit.media.match.sound_keys import query_keys, stored_keys
from consentkit.media.taps.sound_prints_read import SoundPrints


def cloud(seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Peaks so sparse that all of them are corners of keys."""
    rng = np.random.default_rng(seed)
    at = np.cumsum(rng.uniform(0.12, 0.25, 120)) + 1
    return at, rng.uniform(20, 50, 120), rng.uniform(2, 8, 120).astype(np.float32)


def prints(at: np.ndarray, semitones: np.ndarray, contrast: np.ndarray) -> SoundPrints:
    level = np.full(int(at.max() + 2) * 10, 140, np.uint8)
    return SoundPrints(
        at, semitones, contrast, level, int(at.max()) + 2, np.ones(len(at), np.bool_)
    )


def share_kept(seed: int, speed: float, pitch: float) -> float:
    at, semitones, contrast = cloud(seed)
    before = stored_keys(prints(at, semitones, contrast))
    after = query_keys(prints(at / speed, semitones + pitch, contrast))
    return float(np.isin(before.keys, after.keys).mean())


@given(st.integers(0, 10_000), st.floats(0.76, 1.32), st.floats(-5, 5))
@settings(max_examples=40, deadline=None)
def test_speed_and_pitch_leave_keys_as_they_are(seed, speed, pitch):
    assert share_kept(seed, speed, pitch) > 0.95


@given(st.integers(0, 10_000), st.floats(-5, 5))
@settings(max_examples=40, deadline=None)
def test_pitch_alone_leaves_all_keys_as_they_are(seed, pitch):
    assert share_kept(seed, 1.0, pitch) > 0.97


@given(st.integers(0, 10_000))
@settings(max_examples=20, deadline=None)
def test_other_sound_has_other_keys(seed):
    one = query_keys(prints(*cloud(seed)))
    other = query_keys(prints(*cloud(seed + 20_000)))
    assert np.isin(one.keys, other.keys).mean() < 0.02


@given(st.integers(0, 10_000), st.floats(0, 500))
@settings(max_examples=20, deadline=None)
def test_a_later_place_has_the_same_keys(seed, later):
    at, semitones, contrast = cloud(seed)
    before = query_keys(prints(at, semitones, contrast))
    after = query_keys(prints(at + later, semitones, contrast))
    assert np.isin(before.keys, after.keys).mean() > 0.97
    assert np.allclose(np.sort(after.at_s) - np.sort(before.at_s), later, atol=1e-6) or len(
        after.keys
    ) != len(before.keys)
