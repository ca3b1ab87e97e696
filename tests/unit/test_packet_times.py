"""Leaves, clocks and tolerances: how packets' times are committed to and compared."""

import hashlib
from fractions import Fraction

import av
import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentkit.kernel.errors import VerificationError
from consentkit.kernel.timebase import TimeRange
from consentkit.media.cut_plan import SourceStream, choose_runs
from consentkit.media.excerpt_times import (
    ROUNDING_MAX_S,
    StreamTimes,
    check_together,
    span,
    tolerance,
)
from consentkit.media.packets import packet_leaf, packet_time

MS = Fraction(1, 1000)


def packet(pts: int | None, dts: int | None) -> av.Packet:
    made = av.Packet(b"x")
    made.pts, made.dts = pts, dts
    return made


@pytest.mark.parametrize(
    ("pts", "dts", "time"), [(7, 3, 7), (None, 3, 3), (None, None, None), (-5, None, -5)]
)
def test_the_decoding_time_stands_in_for_a_missing_presentation_time(pts, dts, time) -> None:
    assert packet_time(packet(pts, dts)) == time


@pytest.mark.parametrize(
    ("time", "written"),
    [
        (0, "0000000000000000"),
        (258, "0000000000000102"),
        (-1, "ffffffffffffffff"),
        (None, "8000000000000000"),
    ],
)
def test_a_leaf_is_the_digest_and_eight_bytes_of_time(time: int | None, written: str) -> None:
    digest = hashlib.sha256(b"payload").digest()
    data = b"\0" + digest + bytes.fromhex(written)
    assert packet_leaf(digest, time) == hashlib.sha256(data).digest()


def times(base: Fraction, *values: int | None) -> StreamTimes:
    return StreamTimes(base, values)


def test_a_span_ends_with_the_distance_of_the_last_two() -> None:
    assert span(times(MS, 40, 160, 80, 120)) == (Fraction(40, 1000), Fraction(200, 1000))
    assert span(times(MS, None, 7)) == (7 * MS, 7 * MS)
    assert span(times(MS, None)) is None


def test_a_still_picture_claims_no_more_than_a_second() -> None:
    assert span(times(Fraction(1), 0, 90)) == (0, 91)


def test_no_container_counts_so_coarsely_that_lips_come_apart() -> None:
    assert tolerance(Fraction(1, 90_000), Fraction(1, 48_000)) == 2 * MS
    assert tolerance(MS, Fraction(1)) == ROUNDING_MAX_S


@given(
    recorded=st.lists(st.integers(0, 10**7), min_size=1, max_size=30),
    heard=st.lists(st.integers(0, 10**7), min_size=1, max_size=30),
    offset_s=st.fractions(-100, 100, max_denominator=1000),
)
def test_rounding_to_milliseconds_is_no_shift(recorded, heard, offset_s: Fraction) -> None:
    pairs = []
    for base, values in ((Fraction(1, 90_000), recorded), (Fraction(1, 44_100), heard)):
        shown = tuple(round((value * base - offset_s) / MS) for value in values)
        pairs.append((StreamTimes(base, tuple(values)), StreamTimes(MS, shown)))
    check_together(pairs)


@given(
    recorded=st.lists(st.integers(0, 10**6), min_size=1, max_size=30),
    shift=st.integers(5, 10**6).flatmap(lambda value: st.sampled_from([value, -value])),
)
def test_streams_that_come_apart_are_refused(recorded, shift: int) -> None:
    source = StreamTimes(MS, tuple(recorded))
    moved = StreamTimes(MS, tuple(value + shift for value in recorded))
    with pytest.raises(VerificationError, match=r"excerpt\.times"):
        check_together([(source, source), (source, moved)])


@pytest.mark.parametrize(
    ("recorded", "shown", "holds"),
    [
        ((0, None, 40), (100, 120, 140), True),
        ((0, None, None), (100, 120, 900), True),
        ((0, None, 40), (100, 90, 140), False),
        ((0, None), (100, 5000), False),
        ((None, 20), (100, 120), False),
        ((0, 20), (100, None), False),
        ((0, 20), (100,), False),
        ((), (), False),
    ],
)
def test_a_packet_without_time_follows_the_one_before_it(recorded, shown, holds: bool) -> None:
    pairs = [(times(MS, *recorded), times(MS, *shown))]
    if holds:
        check_together(pairs)
    else:
        with pytest.raises(VerificationError, match=r"excerpt\.times"):
            check_together(pairs)


def source(index: int, values: list[int | None], keyframes_every: int) -> SourceStream:
    stream = SourceStream(index, MS)
    for place, value in enumerate(values):
        stream.add(value, 20, is_keyframe=place % keyframes_every == 0)
    return stream


def test_a_clock_that_was_set_back_does_not_mix_two_passes() -> None:
    lap = list(range(0, 60_000, 40))
    sound_lap = list(range(0, 60_000, 20))
    sources = {0: source(0, lap + lap, 50), 1: source(1, sound_lap + sound_lap, 1)}
    runs = choose_runs(sources, 0, TimeRange(Fraction(30), Fraction(33)), Fraction(0))
    assert [(run.first, run.stop) for run in runs] == [(750, 825), (1500, 1650)]
    at_the_seam = choose_runs(sources, 0, TimeRange(Fraction(58), Fraction(60)), Fraction(0))
    assert [(run.first, run.stop) for run in at_the_seam] == [(1450, 1500), (2900, 3000)]


def test_a_stream_that_ended_before_is_left_out() -> None:
    pictures = source(0, list(range(0, 10_000, 40)), 50)
    sound = source(1, list(range(0, 60_000, 20)), 1)
    runs = choose_runs(
        {0: pictures, 1: sound}, 0, TimeRange(Fraction(30), Fraction(33)), Fraction(0)
    )
    assert [run.source_index for run in runs] == [1]


def test_a_run_begins_with_a_packet_that_has_a_time() -> None:
    sound = source(1, [None, None, 5_000, 5_020, None, 5_060], 1)
    (run,) = choose_runs({1: sound}, 1, TimeRange(Fraction(1), Fraction(6)), Fraction(0))
    assert (run.first, run.stop) == (2, 6)
