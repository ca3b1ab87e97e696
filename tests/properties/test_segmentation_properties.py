"""Rules of segmentation, on signals made of numbers alone."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache
from random import Random
from statistics import fmean, median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consentkit.domain.segmentation import (
    ConversationProposal,
    PaneSignals,
    propose_conversations,
)
from consentkit.kernel.errors import MalformedError

QUARTER = Fraction(1, 4)
FIELDS = 108
Part = tuple[str, int]
"""What the pane shows, and for how many samples: a partner's name, or a kind of gap."""


@cache
def _person(name: str, sample: int) -> list[int]:
    room = Random(name)
    base = [room.randrange(25, 230) for _ in range(FIELDS)]
    sway = Random(f"{name}{sample}")
    head = sway.randrange(0, 12)
    return [
        cell + (sway.randrange(-14, 15) if head <= index % 12 < head + 3 else sway.randrange(-1, 2))
        for index, cell in enumerate(base)
    ]


def _turned(sample: int) -> list[int]:
    """Return a room while the camera turns from where ``ana`` began to another wall."""
    pairs = zip(_person("ana", sample), _person("wall", sample), strict=True)
    return [round(a + (b - a) * min(sample, 47) / 47) for a, b in pairs]


def _gap(kind: str, sample: int, last: Sequence[int]) -> list[int]:
    grain = Random(f"{kind}{sample}")
    if kind == "black":
        return [0] * FIELDS
    if kind == "noise":
        return [60 + grain.randrange(-3, 4) for _ in range(FIELDS)]
    if kind == "snow":
        return [grain.randrange(0, 256) for _ in range(FIELDS)]
    if kind == "freeze":
        return list(last)
    logo = [40 + index for index in range(FIELDS)]
    logo[50 + sample % 4] += 40
    return logo


GAPS = ("black", "noise", "snow", "freeze", "logo")


def signals_of(parts: Sequence[Part]) -> PaneSignals:
    """Return what the tap would have measured on a pane that shows these parts in turn."""
    rows: list[list[int]] = []
    grainy: list[bool] = []
    for name, count in parts:
        for _ in range(count):
            last = rows[-1] if rows else [0] * FIELDS
            at = len(rows)
            if name in GAPS:
                rows.append(_gap(name, at, last))
            else:
                rows.append(_turned(at) if name == "turned" else _person(name, at))
            grainy.append(name in {"noise", "snow"})
    pairs = list(zip([rows[0], *rows], rows, strict=False))
    moved = [[abs(a - b) for a, b in zip(*pair, strict=True)] for pair in pairs]
    at_times = tuple(QUARTER * index for index in range(len(rows)))
    step = tuple(fmean(row) for row in moved)
    return PaneSignals(
        duration=at_times[-1] + QUARTER,
        at=at_times,
        signature=tuple(bytes(max(0, min(255, cell)) for cell in row) for row in rows),
        changed=tuple(sum(m > 8 for m in row) / FIELDS for row in moved),
        even=tuple(_even(row) for row in rows),
        step=step,
        stir=tuple(12.0 if grain else s for grain, s in zip(grainy, step, strict=True)),
        rough=tuple(8.0 if grain else 2.0 for grain in grainy),
        own_step=tuple(1.0 for _ in rows),
        level_db=tuple(-20.0 if name not in GAPS else -60.0 for name, n in parts for _ in range(n)),
        changes=len(parts),
        own_found=True,
    )


def _even(row: Sequence[int]) -> float:
    middle = median(row)
    return sum(abs(cell - middle) <= 5 for cell in row) / FIELDS


def _people(parts: Sequence[Part]) -> list[tuple[Fraction, Fraction]]:
    spans, at = [], Fraction(0)
    for name, count in parts:
        if name not in GAPS:
            spans.append((at, at + QUARTER * count))
        at += QUARTER * count
    return spans


def _assert_found(proposals: Sequence[ConversationProposal], parts: Sequence[Part]) -> None:
    expected = _people(parts)
    assert len(proposals) == len(expected)
    for proposal, (start, end) in zip(proposals, expected, strict=True):
        assert abs(proposal.range.start - start) <= QUARTER + QUARTER / 2
        assert abs(proposal.range.end - end) <= QUARTER + QUARTER / 2


@pytest.mark.parametrize("kind", GAPS)
def test_partners_with_a_gap_between_them_are_told_apart(kind: str) -> None:
    parts = [("ana", 40), (kind, 12), ("ben", 30), (kind, 9), ("cem", 50), (kind, 8)]
    _assert_found(propose_conversations(signals_of(parts)), parts)


def test_two_partners_without_a_gap_are_split() -> None:
    parts = [("ana", 40), ("ben", 30), ("cem", 5), ("dia", 40)]
    proposals = propose_conversations(signals_of(parts))
    _assert_found(proposals, parts)
    assert proposals[1].evidence[:2] == ("start.cut", "end.cut")


@pytest.mark.parametrize("kind", ["black", "noise"])
def test_a_gap_of_one_sample_is_seen(kind: str) -> None:
    parts = [("ana", 40), (kind, 1), ("ben", 30)]
    _assert_found(propose_conversations(signals_of(parts)), parts)


def test_skips_of_a_second_are_conversations() -> None:
    parts = [("black", 6), ("ana", 4), ("noise", 5), ("ben", 5), ("black", 3), ("cem", 4)]
    _assert_found(propose_conversations(signals_of(parts)), parts)


def test_a_short_freeze_of_the_link_does_not_end_a_conversation() -> None:
    parts = [("ana", 40), ("freeze", 6), ("ana", 40), ("black", 8)]
    proposals = propose_conversations(signals_of(parts))
    assert [(p.range.start, p.range.end > 21) for p in proposals] == [(0, True)]


def test_a_jump_within_one_room_does_not_end_a_conversation() -> None:
    whole = signals_of([("ana", 80), ("black", 8)])
    room = list(whole.signature[40])
    for index in range(30):  # the person sits elsewhere, the room stays
        room[index] = 255 - room[index]
    changed = [*whole.changed]
    step = [*whole.step]
    signature = [*whole.signature]
    for index in range(40, 44):
        signature[index] = bytes(room)
    changed[40], step[40] = 0.28, 20.0
    changed[44], step[44] = 0.28, 20.0
    jumped = replace(whole, signature=tuple(signature), changed=tuple(changed), step=tuple(step))
    assert len(propose_conversations(jumped)) == 1


def test_a_camera_that_jumps_back_to_where_it_began_stays_one_conversation() -> None:
    proposals = propose_conversations(signals_of([("turned", 48), ("ana", 40), ("black", 8)]))
    assert [(p.range.start, p.range.end > 21) for p in proposals] == [(0, True)]


def _grainy(parts: Sequence[Part], where: range, **columns: float) -> PaneSignals:
    signals = signals_of(parts)
    changed: dict[str, tuple[float, ...]] = {}
    for name, value in columns.items():
        column = list(getattr(signals, name))
        for index in where:
            column[index] = value
        changed[name] = tuple(column)
    return replace(signals, **changed)


def test_a_moment_that_looks_like_grain_does_not_end_a_conversation() -> None:
    parts = [("black", 4), ("ana", 60), ("black", 4)]
    signals = _grainy(parts, range(30, 32), rough=8.2, stir=11.5, step=3.7)
    _assert_found(propose_conversations(signals), parts)


def test_a_grainy_camera_in_a_dim_room_makes_a_conversation() -> None:
    parts = [("black", 4), ("ana", 60), ("black", 4)]
    signals = _grainy(parts, range(4, 64), rough=9.7, stir=10.8)
    _assert_found(propose_conversations(signals), parts)


def test_noise_that_the_encoder_lets_drift_is_no_conversation() -> None:
    parts = [("ana", 20), ("noise", 8), ("budi", 20)]
    even = _grainy(parts, range(23, 28), even=0.3, stir=10.0, rough=8.0)
    changed = tuple(0.4 if index == 24 else share for index, share in enumerate(even.changed))
    step = tuple(7.0 if index == 24 else size for index, size in enumerate(even.step))
    _assert_found(propose_conversations(replace(even, changed=changed, step=step)), parts)


def test_motion_of_the_own_pane_alone_makes_no_conversation() -> None:
    waiting = signals_of([("black", 60), ("noise", 60), ("snow", 60), ("black", 10)])
    moving = replace(waiting, own_step=tuple(30.0 for _ in waiting.at))
    assert propose_conversations(moving) == ()


def test_a_talk_without_panes_gets_little_confidence() -> None:
    talk = replace(signals_of([("ana", 400)]), changes=0, own_found=False)
    (proposal,) = propose_conversations(talk)
    assert proposal.confidence < 0.3
    assert "pane.missing" in proposal.evidence


def test_a_recording_without_picture_has_no_conversations() -> None:
    nothing = PaneSignals(Fraction(9), (), (), (), (), (), (), (), (), (), 0, own_found=False)
    assert propose_conversations(nothing) == ()


def test_a_partner_met_again_is_no_search_screen() -> None:
    parts = [
        part for n in range(5) for part in (("ana", 20), ("black", 8), (f"p{n}", 24), ("noise", 6))
    ]
    _assert_found(propose_conversations(signals_of(parts)), parts)


def test_columns_of_different_length_are_refused() -> None:
    whole = signals_of([("ana", 10)])
    with pytest.raises(MalformedError) as refused:
        replace(whole, step=whole.step[:-1])
    assert refused.value.code == "panes.columns"


def test_times_that_do_not_rise_are_refused() -> None:
    whole = signals_of([("ana", 10)])
    with pytest.raises(MalformedError) as refused:
        replace(whole, at=whole.at[:-1] + whole.at[-2:-1])
    assert refused.value.code == "panes.times"


recordings = st.lists(
    st.tuples(st.sampled_from(["ana", "ben", "cem", "dia", "eva", *GAPS]), st.integers(1, 30)),
    min_size=1,
    max_size=8,
)
few = settings(max_examples=25, deadline=None)


@few
@given(recordings)
def test_proposals_are_ordered_disjoint_and_inside(parts: list[Part]) -> None:
    signals = signals_of(parts)
    before = Fraction(0)
    for proposal in propose_conversations(signals):
        assert before <= proposal.range.start < proposal.range.end <= signals.duration
        assert 0 < proposal.confidence < 1
        before = proposal.range.end


@few
@given(recordings, st.fractions(0, 1000, max_denominator=90_000))
def test_a_shift_in_time_shifts_proposals(parts: list[Part], shift: Fraction) -> None:
    signals = signals_of(parts)
    later = replace(
        signals, at=tuple(at + shift for at in signals.at), duration=signals.duration + shift
    )
    expected = [
        (p.range.start + shift, p.range.end + shift, p.evidence)
        for p in propose_conversations(signals)
    ]
    found = [(p.range.start, p.range.end, p.evidence) for p in propose_conversations(later)]
    assert found == expected


EVEN_RATE = signals_of([
    ("black", 10),
    ("ana", 40),
    ("noise", 10),
    ("ben", 30),
    ("cem", 40),
    ("black", 10),
])


@few
@given(st.lists(st.fractions("0.17", "0.33", max_denominator=1000), min_size=140, max_size=140))
def test_an_uneven_frame_rate_finds_the_same_changes(distances: list[Fraction]) -> None:
    times = [Fraction(0)]
    for distance in distances[1:]:
        times.append(times[-1] + distance)
    uneven = replace(EVEN_RATE, at=tuple(times), duration=times[-1] + QUARTER)
    proposals = propose_conversations(uneven)
    starts = [times[10], times[60], times[90]]
    ends = [times[50], times[90], times[130]]
    assert len(proposals) == 3
    for proposal, start, end in zip(proposals, starts, ends, strict=True):
        assert 0 <= start - proposal.range.start <= QUARTER
        assert 0 <= end - proposal.range.end <= QUARTER
