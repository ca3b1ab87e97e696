"""Few points stand for a face's place in every frame, within a bound; boxes do as they promise."""

from fractions import Fraction
from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from consentkit.domain.frame_box import FULL
from consentkit.media.faces.box import Box
from consentkit.media.faces.thin import ERROR_MAX, thinned
from consentkit.media.faces.trail import Spot, Trail

steps = st.lists(
    st.tuples(
        st.floats(0.01, 0.5),
        st.floats(-30, 30),
        st.floats(-30, 30),
        st.floats(0.9, 1.1),
    ),
    min_size=1,
    max_size=80,
)
boxes = st.builds(
    lambda left, top, width, height: Box(left, top, left + width, top + height),
    *[st.floats(-200, 900)] * 2,
    *[st.floats(4, 400)] * 2,
)


def walk(moves):
    """Return times and boxes of a face that moves so."""
    at, x, y, size = 0.0, 300.0, 200.0, 80.0
    times, rows = [], []
    for gap, across, down, growth in moves:
        at, x, y, size = at + gap, x + across, y + down, max(10.0, size * growth)
        times.append(at)
        rows.append((x - size / 2, y - size / 2, x + size / 2, y + size * 0.7))
    return times, np.array(rows)


@given(steps, st.sets(st.integers(0, 79)))
def test_what_is_left_out_lies_between_what_is_kept(moves, fixed):
    times, rows = walk(moves)
    wanted = [place for place in fixed if place < len(rows)]
    kept = thinned(times, rows, wanted)
    assert kept[0] == 0
    assert kept[-1] == len(rows) - 1
    assert set(wanted) <= set(kept)
    for start, end in pairwise(kept):
        for place in range(start + 1, end):
            share = (times[place] - times[start]) / (times[end] - times[start])
            line = rows[start] + share * (rows[end] - rows[start])
            left, top, right, bottom = rows[place]
            slack = ERROR_MAX * min(right - left, bottom - top)
            assert np.abs(rows[place] - line).max() <= slack + 1e-6


def test_an_even_motion_needs_two_points_and_nothing_needs_none():
    times = [0.0, 0.1, 0.7, 2.0]
    rows = np.array([[at * 10, 0, at * 10 + 50, 60] for at in times])
    assert thinned(times, rows, ()) == (0, 3)
    assert thinned([], np.zeros((0, 4)), ()) == ()


@given(steps, st.integers(1, 80))
def test_settling_early_loses_nothing_within_the_bound(moves, before):
    times, rows = walk(moves)
    trail = _trail(rows)
    trail.settle(before, times, 0)
    known = sorted(trail.spots)
    assert all(frame in trail.spots for frame in range(before, len(rows)))
    for frame, row in enumerate(rows):
        start = max(place for place in known if place <= frame)
        end = min((place for place in known if place >= frame), default=start)
        share = 0.0 if start == end else (times[frame] - times[start]) / (times[end] - times[start])
        shown = trail.spots[start].box.towards(trail.spots[end].box, share)
        slack = ERROR_MAX * min(row[2] - row[0], row[3] - row[1])
        sides = np.array([shown.left, shown.top, shown.right, shown.bottom])
        assert np.abs(row - sides).max() <= slack + 1e-6


def _trail(rows):
    spots = {frame: Spot(Box(*row), 0.95) for frame, row in enumerate(rows.tolist())}
    last = len(rows) - 1
    return Trail(spots, 0, last, last, np.zeros(1, np.float32), 0.95)


@given(boxes, boxes)
def test_a_box_that_holds_another_has_it_inside(one, other):
    held = one.holding(other)
    assert held.left <= other.left + 1e-6
    assert held.top <= other.top + 1e-6
    assert held.right >= other.right - 1e-6
    assert held.bottom >= other.bottom - 1e-6


@given(boxes, boxes)
def test_overlap_is_of_both_alike_and_whole_with_oneself(one, other):
    assert one.overlap(other) == other.overlap(one)
    assert 0 <= one.overlap(other) <= 1 + 1e-9
    assert one.overlap(one) > 1 - 1e-9
    assert 0 <= one.inside(640, 360) <= 1 + 1e-9


@given(st.integers(0, 40), st.integers(1, 40), boxes, boxes)
def test_a_bridge_fills_every_frame_between_its_ends(start, length, one, other):
    end = start + length
    trail = Trail(
        {start: Spot(one, 0.9), end: Spot(other, 0.4)},
        start,
        end,
        end,
        np.zeros(1, np.float32),
        0.9,
    )
    trail.bridge(start, end)
    assert set(trail.spots) == set(range(start, end + 1))
    inner = [trail.spots[frame] for frame in range(start + 1, end)]
    assert all(spot.score == 0.4 for spot in inner)
    for spot in inner:
        for side in ("left", "top", "right", "bottom"):
            low, high = sorted((getattr(one, side), getattr(other, side)))
            assert low - 1e-6 <= getattr(spot.box, side) <= high + 1e-6


def test_shares_of_the_picture_are_as_fine_as_the_bound_needs():
    # A face 16 pixels high in a picture 640 wide, told to a tenth of the bound.
    assert Fraction(1, FULL) * 640 < Fraction(ERROR_MAX) * 16 / 10
