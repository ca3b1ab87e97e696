"""How far a sound reaches within its shot: to the cut, unless something speaks against it."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from sound_maker import RATE, mixed, music, scanned, talk

from consentkit.domain.coverage import Lane, Match
from consentkit.kernel.timebase import TimeRange
from consentkit.media.match.sound_reach import reached
from consentkit.media.taps.sound_prints_read import SoundPrints, read_sound_prints

QUIET = np.zeros(4 * RATE, np.float32)
RECORDING = np.concatenate([talk(1, 10), QUIET, talk(2, 10)])
"""Ten seconds of talk, four in which nobody speaks, and ten of talk again."""

LENGTH = Fraction(16)


@pytest.fixture(scope="module")
def prints() -> SoundPrints:
    return read_sound_prints(scanned(RECORDING))


def _edited(sound: np.ndarray) -> SoundPrints:
    return read_sound_prints(scanned(sound))


def _match(lane: Lane, start: float, end: float) -> Match:
    span = TimeRange(Fraction(str(start)), Fraction(str(end)))
    return Match(lane, span, "r", span.start)


def _reached(
    edit: SoundPrints, source: SoundPrints, seen: tuple[Match, ...], cuts: list[float]
) -> TimeRange:
    heard = (_match(Lane.SOUND, 0.2, 9.8),)
    (match,) = reached(heard, seen, np.array(cuts), edit, lambda _: source, LENGTH)
    assert match.source_at(Fraction(5)) == 5
    return match.edit


@pytest.fixture(scope="module")
def under_music() -> SoundPrints:
    shown = mixed(RECORDING[: 14 * RATE], music(5, 14), -12)
    return _edited(np.concatenate([shown, talk(9, 2)]))


def test_a_pause_under_music_belongs_to_the_shot_that_goes_on(under_music, prints):
    seen = (_match(Lane.PICTURE, 0, 14),)
    assert _reached(under_music, prints, seen, [14.0]) == TimeRange(Fraction(0), Fraction(14))


def test_a_pause_does_not_reach_past_a_cut(under_music, prints):
    seen = (_match(Lane.PICTURE, 0, 11.5),)
    assert _reached(under_music, prints, seen, [11.5, 14.0]).end == Fraction("11.5")


def test_a_pause_belongs_to_nobody_without_the_picture(under_music, prints):
    assert _reached(under_music, prints, (), [14.0]).end == Fraction("9.8")


def test_a_picture_of_another_moment_carries_no_sound(under_music, prints):
    other = replace(_match(Lane.PICTURE, 0, 14), source_start=Fraction(7))
    assert _reached(under_music, prints, (other,), [14.0]).end == Fraction("9.8")


def test_replaced_speech_ends_the_sound_though_the_picture_goes_on(prints):
    # The recording speaks again at 14 s; the edit lets a stranger be heard from there on.
    replaced = np.concatenate([RECORDING[: 10 * RATE], talk(7, 6)])
    source = read_sound_prints(scanned(np.concatenate([talk(1, 10), talk(2, 10)])))
    seen = (_match(Lane.PICTURE, 0, 14),)
    assert _reached(_edited(replaced), source, seen, [14.0]).end == Fraction("9.8")


def test_sounds_never_come_to_overlap(under_music, prints):
    heard = (_match(Lane.SOUND, 0.2, 9.8), _match(Lane.SOUND, 10.2, 13.5))
    seen = (_match(Lane.PICTURE, 0, 14),)
    first, second = reached(heard, seen, np.array([14.0]), under_music, lambda _: prints, LENGTH)
    assert first.edit.end <= second.edit.start


def test_a_recording_without_prints_leaves_its_sound_as_it_was(under_music):
    heard = (_match(Lane.SOUND, 0.2, 9.8),)
    assert reached(heard, (), np.array([10.0]), under_music, lambda _: None, LENGTH) == heard


def test_a_sound_ends_with_the_edit_to_the_fraction(prints):
    length = Fraction(90_003, 10_000)
    heard = (_match(Lane.SOUND, 0.2, 8.8),)
    edit = _edited(RECORDING[: 9 * RATE])
    (match,) = reached(heard, (), np.array([]), edit, lambda _: prints, length)
    assert match.edit.end == length
