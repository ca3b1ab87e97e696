"""What a check lists as needing a decision is what its spans say, lane by lane."""

from fractions import Fraction
from itertools import pairwise

import check_samples as samples
from hypothesis import given, settings
from hypothesis import strategies as st

from consentkit.domain.coverage import Lane
from consentkit.domain.policy import Verdict
from consentkit.services.check_reading import OPEN, TOUCHING_S, matters_of, parts_of, total_s

_KINDS = (
    (Verdict.UNKNOWN, "core.unmapped"),
    (Verdict.BLOCKED, "core.no-consent"),
    (Verdict.CLEARED,),
)
_STEP = Fraction(1, 10)


@st.composite
def checks(draw):
    """Return checks whose lanes are full of short and long stretches of few kinds."""
    found = []
    for lane in Lane:
        at = Fraction(0)
        for tenths, kind in draw(
            st.lists(
                st.tuples(
                    st.one_of(st.integers(1, 8), st.integers(1, 60)), st.sampled_from(_KINDS)
                ),
                max_size=14,
            )
        ):
            found.append(samples.span(lane, at, at + tenths * _STEP, *kind))
            at += tenths * _STEP
    return samples.check(spans=tuple(found), totals=())


def of_cause(check, matter, lane):
    return [
        item.span.edit
        for item in check.spans
        if item.span.lane is lane and (item.verdict, item.reasons) == _cause(matter)
    ]


def _cause(item):
    return (item.verdict, item.reasons)


def _farthest(stretch, own):
    """Return how far a moment of a stretch can be from the nearest of its own spans, at most."""
    moments = {stretch.start, stretch.end}
    edges = sorted(edge for span in own for edge in (span.start, span.end))
    moments |= {
        (before + after) / 2
        for before, after in pairwise(edges)
        if stretch.start < (before + after) / 2 < stretch.end
    }
    return max(
        min(max(span.start - at, at - span.end, Fraction(0)) for span in own) for at in moments
    )


@settings(deadline=None)
@given(checks())
def test_no_stretch_claims_a_lane_where_another_verdict_holds(check):
    for matter in matters_of(check):
        for lane in matter.lanes:
            own = of_cause(check, matter, lane)
            assert own
            assert _farthest(matter.edit, own) <= TOUCHING_S


@settings(deadline=None)
@given(checks())
def test_everything_open_is_in_exactly_one_matter_of_its_lane(check):
    matters = matters_of(check)
    for place, item in enumerate(check.spans):
        parts = tuple(
            edit
            for matter in matters
            for at, (_lane, edit) in zip(matter.spans, parts_of(check, matter), strict=True)
            if at == place
        )
        length = item.span.edit.duration if item.verdict in OPEN else 0
        assert total_s(parts) == length
        assert sum(part.duration for part in parts) == length


@settings(deadline=None)
@given(checks())
def test_what_is_marked_of_a_matter_lies_in_its_stretch_and_lanes(check):
    for matter in matters_of(check):
        parts = parts_of(check, matter)
        assert {lane for lane, _edit in parts} == set(matter.lanes)
        assert all(matter.edit.encloses(edit) and edit.duration > 0 for _lane, edit in parts)


@settings(deadline=None)
@given(checks())
def test_matters_of_one_cause_do_not_overlap_in_a_lane(check):
    matters = matters_of(check)
    for place, one in enumerate(matters):
        for other in matters[place + 1 :]:
            if _cause(one) == _cause(other) and set(one.lanes) & set(other.lanes):
                assert one.edit.overlap(other.edit) == 0
