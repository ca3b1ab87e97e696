"""Media time is exact, and its written form goes there and back."""

from datetime import UTC, datetime, timedelta, timezone
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentkit.kernel.errors import MalformedError
from consentkit.kernel.timebase import (
    TimeRange,
    format_instant,
    format_time,
    parse_instant,
    parse_range,
    parse_time,
)


@given(st.integers(0, 99 * 3600 * 1000))
def test_a_written_time_reads_back_the_same(milliseconds):
    moment = Fraction(milliseconds, 1000)
    assert parse_time(format_time(moment, decimals=3)) == moment


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1:02:33.4", "3753.4"), ("2:33", "153"), ("0.25", "0.25"), ("75", "75"), ("1:02,5", "62.5")],
)
def test_times_are_read_as_people_write_them(text, expected):
    assert parse_time(text) == Fraction(expected)


@pytest.mark.parametrize("text", ["", "x", "-1", "1:75", "1:60:00", "1:2:3:4", "1e3", "NaN"])
def test_what_is_not_a_time_is_refused(text):
    with pytest.raises(MalformedError):
        parse_time(text)


def test_a_range_that_ends_before_it_begins_is_refused():
    with pytest.raises(MalformedError):
        parse_range("5-4")
    assert parse_range("1:00-1:02.5") == TimeRange(Fraction(60), Fraction("62.5"))


def test_ranges_are_half_open():
    left, right = TimeRange(Fraction(0), Fraction(1)), TimeRange(Fraction(1), Fraction(2))
    assert left.overlap(right) == 0
    assert not left.contains(Fraction(1))
    assert right.contains(Fraction(1))


def test_an_instant_is_written_in_utc_and_reads_back():
    jakarta = datetime(2026, 5, 1, 7, 0, tzinfo=timezone(timedelta(hours=7)))
    assert format_instant(jakarta) == "2026-05-01T00:00:00Z"
    assert parse_instant("2026-05-01T07:00:00+07:00") == datetime(2026, 5, 1, tzinfo=UTC)


def test_an_instant_without_a_zone_is_refused():
    with pytest.raises(MalformedError):
        parse_instant("2026-05-01T07:00:00")
