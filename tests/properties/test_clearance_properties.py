"""What holds of judged spans whatever is known."""

from fractions import Fraction

from consent_maker import (
    GIVEN,
    NOW,
    REC,
    clip_record,
    conversation,
    event,
    record,
    span_of_time,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from consentkit.domain.clearance import Knowledge, OwnMaterial, Verdict, judge
from consentkit.domain.consent import Step
from consentkit.domain.coverage import CoverageMap, Lane, Match, Pane, spans_of
from consentkit.domain.decision import decide, totals
from consentkit.services.policies import core_pack

PACK = core_pack()
DURATION = Fraction(120)
TENTHS = st.integers(0, 1200).map(lambda n: Fraction(n, 10))


@st.composite
def ranges(draw, most=4):
    """Ranges in order that neither overlap nor touch, within the edit or recording."""
    edges = sorted(draw(st.lists(TENTHS, min_size=0, max_size=2 * most, unique=True)))
    return tuple(span_of_time(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False))


@st.composite
def coverages(draw):
    lanes = (Lane.PICTURE, Lane.SOUND)
    matches = tuple(
        Match(
            lane,
            edit,
            REC,
            draw(TENTHS),
            draw(st.sampled_from([Fraction(1), Fraction(4, 5), Fraction(5, 4)])),
            pane=draw(st.sampled_from(Pane)) if lane is Lane.PICTURE else Pane.BOTH,
        )
        for lane in lanes
        for edit in draw(ranges())
    )
    return CoverageMap(DURATION, lanes, matches)


@st.composite
def knowledge(draw):
    conversations = tuple(
        conversation(f"cnv-{n}", item.start, item.end, is_discarded=draw(st.booleans()))
        for n, item in enumerate(draw(ranges()))
        if item.duration >= Fraction(1, 2)
    )
    records = []
    for n, item in enumerate(conversations):
        events = draw(st.sampled_from([GIVEN, (event(Step.REFUSE, 0),)]))
        if draw(st.booleans()):
            records.append(record(f"con-{n}", item.id, events=events, partner=f"P{n}"))
    records.extend(
        clip_record(f"con-clip-{n}", item.start, item.end, partner=f"C{n}")
        for n, item in enumerate(draw(ranges(2)))
    )
    own = tuple(OwnMaterial(draw(st.sampled_from(Lane)), item, "mine") for item in draw(ranges(2)))
    return Knowledge(
        {REC: tuple(records)},
        {REC: conversations},
        {REC: draw(ranges(2))},
        draw(ranges(2)),
        draw(ranges(2)),
        own,
    )


@settings(max_examples=150, deadline=None)
@given(coverages(), knowledge())
def test_judged_spans_cover_each_lane_without_gap_or_overlap(coverage, known):
    judged = judge(spans_of(coverage, known.conversations), known, PACK, NOW)
    for lane in coverage.lanes:
        position = Fraction(0)
        for item in judged:
            if item.span.lane is lane:
                assert item.span.edit.start == position
                assert item.span.edit.duration > 0
                position = item.span.edit.end
        assert position == DURATION


@settings(max_examples=150, deadline=None)
@given(coverages(), knowledge())
def test_source_times_stay_where_the_match_put_them(coverage, known):
    for item in judge(spans_of(coverage, known.conversations), known, PACK, NOW):
        if item.span.match is not None:
            start = item.span.edit.start
            whole = next(
                match
                for match in coverage.matches
                if match.lane is item.span.lane and match.edit.contains(start)
            )
            assert item.span.match.source_start == whole.source_at(start)
            assert item.span.match.edit == item.span.edit


@settings(max_examples=150, deadline=None)
@given(coverages(), knowledge(), TENTHS)
def test_no_moment_of_a_conversation_without_consent_is_cleared_or_own(coverage, known, moment):
    """The slow oracle: asks at one moment what the definition says."""
    judged = judge(spans_of(coverage, known.conversations), known, PACK, NOW)
    for match in coverage.matches:
        if not match.edit.contains(moment) or match.pane is Pane.OWN:
            continue
        source = match.source_at(moment)
        kept = [
            one
            for one in known.conversations[REC]
            if not one.is_discarded and one.range.contains(source)
        ]
        agreed = [
            one
            for one in known.records[REC]
            for link in one.links
            if (link.conversation_id and kept and link.conversation_id == kept[0].id)
            or (not link.conversation_id and link.range.contains(source))
        ]
        has_refused = any(one.events != GIVEN for one in agreed)
        item = next(
            one for one in judged if one.span.lane is match.lane and one.span.edit.contains(moment)
        )
        if kept and (not agreed or has_refused):
            assert item.verdict is Verdict.BLOCKED
        elif agreed and not has_refused:
            assert item.verdict is Verdict.CLEARED


@settings(max_examples=80, deadline=None)
@given(coverages(), knowledge())
def test_taking_a_record_away_never_makes_a_stretch_milder(coverage, known):
    spans = spans_of(coverage, known.conversations)
    without = Knowledge(
        {}, known.conversations, known.occupied, known.silent, known.blank, known.own
    )
    full = decide(judge(spans, known, PACK, NOW), PACK, is_provisional=False)
    less = decide(judge(spans, without, PACK, NOW), PACK, is_provisional=False)
    blocked_before = {
        (item.span.lane, item.span.conversation_id)
        for item in judge(spans, known, PACK, NOW)
        if item.verdict is Verdict.BLOCKED and item.span.conversation_id
    }
    blocked_after = {
        (item.span.lane, item.span.conversation_id)
        for item in judge(spans, without, PACK, NOW)
        if item.verdict is Verdict.BLOCKED and item.span.conversation_id
    }
    assert blocked_before <= blocked_after
    if less.is_passed and not known.records[REC]:
        assert full.is_passed


@settings(max_examples=80, deadline=None)
@given(coverages(), knowledge())
def test_undecided_seconds_and_totals_agree_with_the_spans(coverage, known):
    judged = judge(spans_of(coverage, known.conversations), known, PACK, NOW)
    decision = decide(judged, PACK, is_provisional=False)
    open_spans = [one for one in judged if one.verdict not in {Verdict.OWN, Verdict.CLEARED}]
    assert decision.is_passed == (not open_spans)
    assert decision.undecided_s <= DURATION
    for one in open_spans:
        assert any(whole.encloses(one.span.edit) for whole in decision.undecided)
    seen = sum((match.edit.duration for match in coverage.matches), Fraction(0))
    uses = totals(judged, PACK)
    assert sum((use.picture_s + use.sound_s for use in uses), Fraction(0)) == seen
