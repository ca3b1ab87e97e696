"""What holds of the splice guard whatever is edited."""

from fractions import Fraction
from itertools import pairwise

from consent_maker import REC, conversation, span_of_time
from hypothesis import given, settings
from hypothesis import strategies as st

from consentkit.domain.coverage import CoverageMap, Lane, Match
from consentkit.domain.splice import SpliceKind, find_splices

TALK = {REC: (conversation("cnv-1", 0, 500),)}
TENTH = Fraction(1, 10)


@st.composite
def speeches(draw):
    """Utterances of half a second to eight seconds with pauses of half a second and more."""
    position, found = Fraction(0), []
    for _ in range(draw(st.integers(1, 12))):
        start = position + draw(st.integers(5, 40)) * TENTH
        position = start + draw(st.integers(5, 80)) * TENTH
        found.append(span_of_time(start, position))
    return tuple(found)


def in_one_row(cuts):
    matches, position = [], Fraction(0)
    for start, end in cuts:
        edit = span_of_time(position, position + end - start)
        matches.extend(Match(lane, edit, REC, start) for lane in Lane)
        position = edit.end
    matches.sort(key=lambda match: (match.lane.value, match.edit.start))
    return CoverageMap(max(position, Fraction(1)), tuple(Lane), tuple(matches))


@settings(max_examples=150, deadline=None)
@given(speeches(), st.data())
def test_an_edit_that_only_trims_at_pauses_has_no_finding(spoken, data):
    """Every utterance is kept; of each pause some part goes, and borders are off by 0.2 s."""
    cuts = []
    for one in spoken:
        before = data.draw(st.integers(-2, 2)) * TENTH
        after = data.draw(st.integers(-2, 2)) * TENTH
        cuts.append((max(Fraction(0), one.start - before), one.end + after))
    assert find_splices(in_one_row(cuts), TALK, {REC: spoken}) == ()


@settings(max_examples=150, deadline=None)
@given(speeches(), st.data())
def test_every_cut_well_inside_an_utterance_is_found(spoken, data):
    one = data.draw(st.sampled_from(spoken))
    inside = data.draw(st.integers(1, 9)) * TENTH
    moment = one.start + one.duration * inside
    found = find_splices(in_one_row([(Fraction(0), moment)]), TALK, {REC: spoken})
    is_well_inside = min(moment - one.start, one.end - moment) > Fraction(1, 4)
    assert bool([x for x in found if x.kind is SpliceKind.CUT_UTTERANCE]) == is_well_inside


@settings(max_examples=150, deadline=None)
@given(speeches(), st.permutations(range(6)))
def test_utterances_in_another_order_are_found_in_both_lanes(spoken, order):
    kept = [spoken[place] for place in order if place < len(spoken)]
    coverage = in_one_row([(one.start, one.end) for one in kept])
    found = find_splices(coverage, TALK, {REC: spoken})
    back = [(before, after) for before, after in pairwise(kept) if after.start < before.start]
    for lane in Lane:
        orders = [x for x in found if x.kind is SpliceKind.ORDER and x.lane is lane]
        assert len(orders) == len(back)


@settings(max_examples=150, deadline=None)
@given(
    speeches(),
    st.lists(
        st.tuples(st.integers(0, 400), st.integers(5, 100), st.sampled_from([8, 10, 13])),
        max_size=8,
    ),
)
def test_findings_lie_in_the_edit_and_in_the_conversation(spoken, cuts):
    matches, position = [], Fraction(0)
    for start, length, speed in cuts:
        edit = span_of_time(position, position + Fraction(length, speed))
        pace = Fraction(speed, 10)
        matches.extend(Match(lane, edit, REC, Fraction(start), pace) for lane in Lane)
        position = edit.end + (1 if length % 2 else 0)
    matches.sort(key=lambda match: (match.lane.value, match.edit.start))
    coverage = CoverageMap(position + 1, tuple(Lane), tuple(matches))
    found = find_splices(coverage, TALK, {REC: spoken})
    assert list(found) == sorted(found, key=lambda one: one.edit)
    for one in found:
        assert one.edit.end <= coverage.duration
        assert span_of_time(0, 500).encloses(one.source)
        assert one.source.duration > 0
