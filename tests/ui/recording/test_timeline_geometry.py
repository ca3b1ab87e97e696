"""What a timeline shows and where: plain arithmetic."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentkit.kernel.timebase import TimeRange
from consentkit.ui.recording.geometry import (
    CLOSEST_SPAN_S,
    Viewport,
    frame_step,
    gaps,
    snapped,
    ticks,
)

HOURS_3 = 10_800.0
views = st.builds(
    Viewport,
    st.floats(0.5, 40_000),
    st.integers(1, 8000),
    st.floats(-10, 50_000),
    st.floats(0.01, 50_000),
)


@given(views)
def test_a_view_never_leaves_the_recording(view):
    assert view.start >= 0
    assert view.end <= view.duration + 1e-6


@given(views, st.floats(0.01, 100), st.floats(0, 1))
def test_zooming_keeps_what_is_under_the_mouse_unless_an_edge_is_in_the_way(view, factor, share):
    anchor = view.start + share * view.span
    zoomed = view.zoomed(factor, anchor)
    assert zoomed.start - 1e-6 <= anchor <= zoomed.end + 1e-6


@given(views, st.floats(0, 1))
def test_a_moment_is_found_again_where_it_is_painted(view, share):
    moment = view.start + share * view.span
    assert view.seconds_at(view.x_of(moment)) == pytest.approx(moment, abs=1e-3)


def test_zooming_stops_at_one_second():
    view = Viewport(HOURS_3, 1280).zoomed(1e9, 5000)
    assert view.span == CLOSEST_SPAN_S


def test_a_view_turns_a_page_only_when_the_playhead_leaves_it():
    view = Viewport(HOURS_3, 1280, 100, 60)
    assert view.following(130) is view
    assert view.following(161).start == pytest.approx(155)


@pytest.mark.parametrize("span", [1, 7, 60, 600, 10_800, 40_000])
def test_labels_of_the_ruler_never_touch(span):
    view = Viewport(40_000, 1280, 0, span)
    marks = ticks(view)
    assert marks.step / view.seconds_per_px >= 84
    assert 1 <= len(marks.moments) <= 16


def test_an_edge_snaps_only_within_reach():
    targets = (Fraction(10), Fraction(20))
    assert snapped(Fraction(101, 10), targets, Fraction(1, 2)) == (Fraction(10), True)
    assert snapped(Fraction(12), targets, Fraction(1, 2)) == (Fraction(12), False)


def test_gaps_are_what_nothing_covers():
    taken = (TimeRange(Fraction(2), Fraction(4)), TimeRange(Fraction(4), Fraction(6)))
    assert gaps(taken, Fraction(9)) == (
        TimeRange(Fraction(0), Fraction(2)),
        TimeRange(Fraction(6), Fraction(9)),
    )


def test_one_frame_on_and_one_back_is_where_it_was():
    rate = Fraction(30000, 1001)
    start = Fraction(100) / rate
    there = frame_step(start, rate, 1, Fraction(100))
    assert there == Fraction(101) / rate
    assert frame_step(there, rate, -1, Fraction(100)) == start


def test_frames_step_from_a_position_cut_to_milliseconds():
    rate = Fraction(30)
    cut = Fraction(33, 1000)
    assert frame_step(cut, rate, 1, Fraction(9)) == Fraction(2, 30)


def test_frames_never_leave_the_recording():
    assert frame_step(Fraction(0), None, -1, Fraction(9)) == 0
    assert frame_step(Fraction(9), None, 1, Fraction(9)) == 9
