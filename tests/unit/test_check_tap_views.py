"""What rules and front ends take out of stored scans: silence, faces, pictures, loudness."""

from fractions import Fraction

import numpy as np

from consentkit.kernel.timebase import TimeRange
from consentkit.media.taps.base import TapResult
from consentkit.services.tap_views import (
    blank_stretches,
    filmstrip_of,
    occupied_stretches,
    silent_stretches,
    waveform_of,
)
from consentkit.services.views import Filmstrip, Waveform


def faces(*seconds_and_boxes):
    return TapResult(
        {
            "at_us": np.array([at * 1_000_000 for at, _ in seconds_and_boxes], np.int64),
            "count": np.array([len(boxes) for _, boxes in seconds_and_boxes], np.uint8),
            "box": np.array(
                [
                    [round(side * 65535) for side in box]
                    for _, boxes in seconds_and_boxes
                    for box in boxes
                ],
                np.uint16,
            ).reshape(-1, 4),
        },
        {},
    )


def panes(partner):
    return TapResult({}, {"partner": partner})


def test_half_a_second_without_a_sound_is_silent_and_less_is_not():
    wave = Waveform(50, bytes([9] * 50 + [0] * 25 + [9] * 50 + [0] * 24 + [9]))
    assert silent_stretches(wave, Fraction(3)) == (TimeRange(Fraction(1), Fraction(3, 2)),)


def test_what_comes_after_the_last_sound_is_silent():
    wave = Waveform(50, bytes([9] * 50))
    assert silent_stretches(wave, Fraction(4)) == (TimeRange(Fraction(1), Fraction(4)),)


def test_without_sound_there_is_no_silence():
    assert silent_stretches(Waveform(), Fraction(4)) == ()


def test_a_face_in_the_partners_pane_occupies_its_second():
    left, right = (0.1, 0.1, 0.3, 0.5), (0.6, 0.1, 0.9, 0.5)
    seen = faces((0, [left]), (1, [right]), (2, [left, right]), (3, []), (4, [left]))
    found = occupied_stretches(seen, panes([0.0, 0.0, 0.5, 1.0]))
    assert found == (
        TimeRange(Fraction(0), Fraction(1)),
        TimeRange(Fraction(2), Fraction(3)),
        TimeRange(Fraction(4), Fraction(5)),
    )


def test_without_a_layout_every_face_counts_and_neighbours_join():
    seen = faces((0, [(0.6, 0.1, 0.9, 0.5)]), (1, [(0.1, 0.1, 0.2, 0.2)]))
    assert occupied_stretches(seen, None) == (TimeRange(Fraction(0), Fraction(2)),)
    assert occupied_stretches(seen, panes(None)) == (TimeRange(Fraction(0), Fraction(2)),)


def test_nothing_stored_is_nothing_shown():
    assert filmstrip_of(None) == Filmstrip()
    assert waveform_of(None) == Waveform()
    assert occupied_stretches(None, None) == ()
    assert blank_stretches(None, Fraction(9)) == ()


def test_pictures_come_out_with_their_times():
    strip = TapResult(
        {
            "at_us": np.array([0, 2_000_000], np.int64),
            "offsets": np.array([0, 3, 5], np.int64),
            "jpeg": np.frombuffer(b"abcde", np.uint8),
        },
        {},
    )
    assert filmstrip_of(strip) == Filmstrip((Fraction(0), Fraction(2)), (b"abc", b"de"))


def blank(*stretches):
    return TapResult(
        {
            "start_us": np.array([start for start, _ in stretches], np.int64),
            "end_us": np.array([end for _, end in stretches], np.int64),
        },
        {},
    )


def test_what_is_blank_until_the_last_frame_is_blank_until_the_end():
    found = blank_stretches(blank((0, 1_000_000), (8_000_000, 9_750_000)), Fraction(10))
    assert found == (
        TimeRange(Fraction(0), Fraction(1)),
        TimeRange(Fraction(8), Fraction(10)),
    )
