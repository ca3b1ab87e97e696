"""Spans of an edit: they cover every lane once and never cross the border of a conversation."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consentkit.domain.conversation import Conversation
from consentkit.domain.coverage import CoverageMap, Lane, Match, spans_of
from consentkit.kernel.errors import MalformedError
from consentkit.kernel.timebase import TimeRange

_DURATION = Fraction(60)
_SPEEDS = st.sampled_from([Fraction(4, 5), Fraction(1), Fraction(117, 100), Fraction(5, 4)])


def _stretches(count: int) -> st.SearchStrategy[list[tuple[Fraction, Fraction]]]:
    """Return strategies for ordered stretches that do not overlap, in tenths of seconds."""
    moments = st.lists(st.integers(0, 600), min_size=2, max_size=count, unique=True).map(sorted)
    return moments.map(
        lambda edges: [
            (Fraction(a, 10), Fraction(b, 10))
            for a, b in zip(edges[::2], edges[1::2], strict=False)
        ]
    )


@st.composite
def _coverages(draw: st.DrawFn) -> CoverageMap:
    matches = [
        Match(
            lane,
            TimeRange(start, end),
            draw(st.sampled_from(["r1", "r2"])),
            Fraction(draw(st.integers(0, 600)), 10),
            draw(_SPEEDS),
        )
        for lane in Lane
        for start, end in draw(_stretches(8))
    ]
    return CoverageMap(_DURATION, tuple(Lane), tuple(matches))


@st.composite
def _conversations(draw: st.DrawFn) -> tuple[Conversation, ...]:
    return tuple(
        Conversation(f"c{place}", "r1", TimeRange(start, end), is_discarded=draw(st.booleans()))
        for place, (start, end) in enumerate(draw(_stretches(10)))
        if end - start >= Fraction(1, 2)
    )


@given(coverage=_coverages(), conversations=_conversations())
def test_spans_cover_every_lane_once(
    coverage: CoverageMap, conversations: tuple[Conversation, ...]
) -> None:
    spans = spans_of(coverage, {"r1": conversations})
    for lane in Lane:
        mine = [span.edit for span in spans if span.lane is lane]
        assert mine[0].start == 0
        assert mine[-1].end == _DURATION
        assert all(before.end == after.start for before, after in pairwise(mine))


@given(coverage=_coverages(), conversations=_conversations())
def test_every_moment_of_a_span_lies_in_its_conversation_or_in_none(
    coverage: CoverageMap, conversations: tuple[Conversation, ...]
) -> None:
    kept = [item for item in conversations if not item.is_discarded]
    for span in spans_of(coverage, {"r1": conversations}):
        if span.match is None or span.match.recording_id != "r1":
            assert span.conversation_id == ""
            continue
        source = TimeRange(
            span.match.source_at(span.edit.start), span.match.source_at(span.edit.end)
        )
        for item in kept:
            is_its = item.id == span.conversation_id
            assert item.range.encloses(source) if is_its else item.range.overlap(source) == 0


@given(coverage=_coverages(), conversations=_conversations())
def test_cutting_a_match_moves_no_moment_of_its_source(
    coverage: CoverageMap, conversations: tuple[Conversation, ...]
) -> None:
    for span in spans_of(coverage, {"r1": conversations}):
        if span.match is None:
            continue
        whole = next(
            match
            for match in coverage.matches
            if match.lane is span.lane and match.edit.encloses(span.edit)
        )
        assert span.match.source_at(span.edit.end) == whole.source_at(span.edit.end)


def test_overlapping_matches_of_one_lane_are_refused() -> None:
    first = Match(Lane.SOUND, TimeRange(Fraction(0), Fraction(5)), "r1", Fraction(0))
    second = Match(Lane.SOUND, TimeRange(Fraction(4), Fraction(6)), "r1", Fraction(9))
    with pytest.raises(MalformedError):
        CoverageMap(_DURATION, (Lane.SOUND,), (first, second))


def test_a_match_behind_the_end_of_the_edit_is_refused() -> None:
    match = Match(Lane.SOUND, TimeRange(Fraction(59), Fraction(61)), "r1", Fraction(0))
    with pytest.raises(MalformedError):
        CoverageMap(_DURATION, (Lane.SOUND,), (match,))
