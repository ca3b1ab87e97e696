"""Stretches without a picture are found, and nothing else is taken for one."""

from fractions import Fraction

import numpy as np
import pytest

from consentkit.media.taps.base import SampledFrame
from consentkit.media.taps.blank import BlankTap

SHAPE = (180, 320)


def even(level, noise=2):
    rows = np.random.default_rng(level).integers(-noise, noise + 1, SHAPE)
    return np.clip(level + rows, 0, 255).astype(np.uint8)


def picture(spread):
    across = np.linspace(100 - spread / 2, 100 + spread / 2, SHAPE[1])
    return np.broadcast_to(across, SHAPE).astype(np.uint8)


def found(frames, step=Fraction(1, 4)):
    tap = BlankTap()
    for number, gray in enumerate(frames):
        tap.on_frame(SampledFrame(number * step, gray, is_keyframe=False))
    result = tap.finish()
    pairs = zip(result.arrays["start_us"].tolist(), result.arrays["end_us"].tolist(), strict=True)
    return [(start / 1e6, end / 1e6) for start, end in pairs]


@pytest.mark.parametrize("level", [0, 16, 128, 255])
def test_black_and_every_even_colour_are_blank(level):
    frames = [picture(120)] * 4 + [even(level)] * 8 + [picture(120)] * 4
    assert found(frames) == [(1.0, 3.0)]


@pytest.mark.parametrize("spread", [12, 40, 200])
def test_a_picture_however_faint_is_not(spread):
    assert found([picture(spread)] * 12) == []


def test_a_blink_between_two_shots_is_not():
    assert found([picture(90), even(0), picture(90), picture(90)]) == []


def test_a_blank_end_is_found():
    assert found([picture(90)] * 4 + [even(16)] * 5) == [(1.0, 2.0)]


def test_keyframes_far_apart_tell_nothing_of_what_lies_between():
    assert found([even(0)] * 5, step=Fraction(10)) == []
