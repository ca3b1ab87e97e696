"""Corrections by hand keep the conversations in order, apart and inside the recording."""

from fractions import Fraction

import pytest

from consentkit.domain import conversation as conv
from consentkit.kernel.errors import MalformedError, NotFoundError, StateError
from consentkit.kernel.timebase import TimeRange

LENGTH = Fraction(100)


def span(start, end):
    return TimeRange(Fraction(start), Fraction(end))


def three():
    return tuple(
        conv.Conversation(f"cnv-{n}", "rec-a", span(*edges), confidence=0.5)
        for n, edges in enumerate([(0, 20), (30, 50), (60, 90)])
    )


def test_a_split_leaves_no_gap_and_the_left_part_keeps_its_id():
    after = conv.split(three(), Fraction(40), "cnv-new")
    assert [(c.id, c.range) for c in after][1:3] == [
        ("cnv-1", span(30, 40)),
        ("cnv-new", span(40, 50)),
    ]


def test_a_split_between_conversations_is_refused():
    with pytest.raises(NotFoundError):
        conv.split(three(), Fraction(25), "cnv-new")


def test_a_split_that_leaves_a_crumb_is_refused():
    with pytest.raises(MalformedError):
        conv.split(three(), Fraction("49.9"), "cnv-new")


def test_neighbours_merge_with_the_gap_between_them():
    after = conv.merge(three(), "cnv-1", "cnv-0")
    assert [(c.id, c.range) for c in after] == [("cnv-0", span(0, 50)), ("cnv-2", span(60, 90))]


def test_conversations_with_another_between_them_do_not_merge():
    with pytest.raises(StateError):
        conv.merge(three(), "cnv-0", "cnv-2")


def test_an_edge_does_not_move_into_a_neighbour_or_past_the_end():
    with pytest.raises(StateError, match="overlap"):
        conv.move_edges(three(), "cnv-0", span(0, 31), LENGTH)
    with pytest.raises(StateError, match="outside"):
        conv.move_edges(three(), "cnv-2", span(60, 101), LENGTH)


def test_an_edge_moved_by_hand_is_certain():
    moved = conv.find(conv.move_edges(three(), "cnv-0", span(1, 29), LENGTH), "cnv-0")
    assert moved.confidence == 1.0
    assert moved.origin is conv.Origin.CORRECTED


def test_a_discarded_conversation_can_be_taken_back():
    away = conv.discard(three(), "cnv-0")
    assert conv.find(away, "cnv-0").is_discarded
    assert conv.discard(away, "cnv-0", is_discarded=False) == three()
