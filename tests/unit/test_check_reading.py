"""What a check means to a reader: people, matters, neighbours, the source at a moment."""

from dataclasses import replace
from fractions import Fraction

import check_samples as samples
import pytest

from consentkit.domain.coverage import Lane
from consentkit.domain.policy import Verdict
from consentkit.kernel.timebase import TimeRange
from consentkit.services.check_reading import (
    is_any_known,
    matters_of,
    name_of,
    neighbour,
    neighbour_matter,
    parts_of,
    people_of,
    source_at,
    source_start,
    span_at,
    total_s,
    unknown_parts,
    unknown_s,
)


@pytest.fixture(name="check")
def make_check():
    return samples.check()


def test_people_come_in_order_of_appearance_with_their_strictest_verdict(check):
    people = people_of(check)
    assert [person.name for person in people] == ["Sari", "Дмитрий", "Budi", ""]
    assert [person.is_covered for person in people] == [True, False, False, False]


def test_two_conversations_under_one_record_are_one_person(check):
    again = replace(check.totals[0], conversation_id="cnv-9", verdict=Verdict.BLOCKED)
    people = people_of(replace(check, totals=(*check.totals, again)))
    assert len(people) == 4
    assert people[0].verdict is Verdict.BLOCKED
    assert len(people[0].totals) == 2


def test_what_lies_outside_of_conversations_is_nobody(check):
    outside = replace(check.totals[0], conversation_id="", consent_id="")
    assert people_of(replace(check, totals=(outside,))) == ()


def test_picture_and_sound_with_one_cause_are_one_matter(check):
    matters = matters_of(check)
    refused = next(item for item in matters if item.reasons == ("core.not-given",))
    assert (refused.edit.start, refused.edit.end) == (Fraction(63, 2), Fraction(52))
    assert refused.lanes == (Lane.PICTURE, Lane.SOUND)
    assert name_of(check, refused.key) == "Дмитрий"


def unknown_check(*stretches):
    spans = [samples.span(*place, Verdict.UNKNOWN, "core.unmapped") for place in stretches]
    return samples.check(spans=tuple(spans), totals=())


def shown(check):
    return [(item.edit.start, item.edit.end, item.lanes) for item in matters_of(check)]


PICTURE, SOUND = (Lane.PICTURE,), (Lane.SOUND,)
BOTH = (Lane.PICTURE, Lane.SOUND)


def test_where_one_lane_goes_on_alone_it_is_a_matter_of_its_own():
    check = unknown_check((Lane.PICTURE, 0, 2.2), (Lane.SOUND, 0, 8.2))
    border = Fraction(11, 5)
    assert shown(check) == [(0, border, BOTH), (border, Fraction(41, 5), SOUND)]
    first, second = matters_of(check)
    assert (first.spans, second.spans) == ((0, 1), (1,))
    assert parts_of(check, first) == (
        (Lane.PICTURE, samples.stretch(0, 2.2)),
        (Lane.SOUND, samples.stretch(0, 2.2)),
    )
    assert parts_of(check, second) == ((Lane.SOUND, samples.stretch(2.2, 8.2)),)


def test_lanes_that_end_almost_together_leave_no_sliver():
    check = unknown_check((Lane.PICTURE, 0.25, 8), (Lane.SOUND, 0, 8.25))
    assert shown(check) == [(0, Fraction(33, 4), BOTH)]
    (matter,) = matters_of(check)
    assert parts_of(check, matter)[0] == (Lane.PICTURE, samples.stretch(0.25, 8))


def test_lanes_that_share_less_than_a_step_are_shown_each_by_itself():
    check = unknown_check((Lane.PICTURE, 0, 10), (Lane.SOUND, 9.75, 20))
    assert shown(check) == [(0, 10, PICTURE), (Fraction(39, 4), 20, SOUND)]


def test_a_lane_that_comes_and_goes_cuts_the_other():
    check = unknown_check((Lane.PICTURE, 0, 30), (Lane.SOUND, 5, 10), (Lane.SOUND, 20, 25))
    assert shown(check) == [
        (0, 5, PICTURE),
        (5, 10, BOTH),
        (10, 20, PICTURE),
        (20, 25, BOTH),
        (25, 30, PICTURE),
    ]


def test_the_source_of_a_cut_stretch_begins_where_the_stretch_does(check):
    fast = check.spans[10].span
    assert source_start(fast, samples.stretch(41.5, 55)) == 161
    assert source_start(fast, samples.stretch(30, 55)) == 150
    assert source_start(check.spans[0].span, samples.stretch(0, 6)) == 0


def test_stretches_apart_are_matters_apart(check):
    unknown = [item for item in matters_of(check) if item.verdict is Verdict.UNKNOWN]
    assert [(item.edit.start, item.edit.end) for item in unknown] == [(0, 6), (6, 7), (101, 104)]


def test_what_is_cleared_or_own_is_no_matter():
    assert matters_of(samples.passed_check()) == ()


def test_matters_of_one_person_share_a_key_whether_or_not_a_record_was_asked(check):
    spans = list(check.spans)
    spans[1] = replace(spans[1], verdict=Verdict.BLOCKED, consent_id="", reasons=("core.scope",))
    matters = matters_of(replace(check, spans=tuple(spans)))
    first = next(item for item in matters if item.reasons == ("core.scope",))
    assert first.key == people_of(check)[0].key


def test_overlapping_stretches_count_once():
    ranges = (samples.stretch(0, 4), samples.stretch(2, 6), samples.stretch(8, 9))
    assert total_s(ranges) == 7
    assert total_s(()) == 0


def test_unknown_seconds_count_once_over_both_lanes(check):
    assert unknown_s(check) == 10


def test_the_source_follows_speed_and_falls_back_to_the_other_lane(check):
    fast = source_at(check, Fraction(40), Lane.PICTURE)
    assert fast.moment == 150 + Fraction(17, 2) * Fraction(11, 10)
    assert (fast.is_mirrored, fast.lane) == (True, Lane.PICTURE)
    heard = source_at(check, Fraction(40), Lane.SOUND)
    assert heard.pitch_semitones == -2
    only_sound = source_at(check, Fraction(102), Lane.PICTURE)
    assert only_sound.lane is Lane.SOUND
    assert source_at(check, Fraction(2), Lane.PICTURE) is None


def test_a_span_is_found_at_its_start_not_at_its_end_but_at_the_very_end(check):
    assert span_at(check, Lane.PICTURE, Fraction(6)) == 1
    assert span_at(check, Lane.PICTURE, check.duration) == 7
    assert span_at(check, Lane.PICTURE, check.duration + 1) == -1


def test_neighbours_stay_in_their_lane_and_stop_at_its_ends(check):
    assert neighbour(check, 1, Fraction(0), Lane.PICTURE, 1) == 2
    assert neighbour(check, 7, Fraction(0), Lane.PICTURE, 1) == 7
    assert neighbour(check, 8, Fraction(0), Lane.PICTURE, -1) == 8
    assert neighbour(check, -1, Fraction(40), Lane.SOUND, 1) == 10


def test_going_from_matter_to_matter_goes_round(check):
    matters = matters_of(check)
    last = neighbour_matter(matters, matters[0], Fraction(0), -1)
    assert last == matters[-1]
    assert neighbour_matter(matters, last, Fraction(0), 1) == matters[0]
    assert neighbour_matter(matters, None, Fraction(60), 1).edit.start == 90
    assert neighbour_matter(matters, None, Fraction(60), -1).edit.start == 58
    assert neighbour_matter((), None, Fraction(0), 1) is None


def test_an_edit_of_nothing_known_has_no_people():
    unknown = samples.check(
        spans=(samples.span(Lane.PICTURE, 0, 128, Verdict.UNKNOWN, "core.unmapped"),), totals=()
    )
    assert not is_any_known(unknown)
    assert people_of(unknown) == ()
    assert len(matters_of(unknown)) == 1


def test_of_a_named_stretch_only_what_is_unknown_is_meant(check):
    whole = [TimeRange(Fraction(0), Fraction(10_000))]
    parts = unknown_parts(check, whole, Lane)
    unknown = [item for item in check.spans if item.verdict is Verdict.UNKNOWN]
    from_none = {(one.span.lane, one.span.edit) for one in unknown if one.span.match is None}
    assert from_none
    assert set(parts) == from_none
    assert {lane for lane, _ in unknown_parts(check, whole, [Lane.SOUND])} <= {Lane.SOUND}


def test_a_recording_outside_of_its_conversations_is_not_of_unknown_origin(check):
    known = next(item for item in check.spans if item.span.match is not None)
    outside = replace(known, verdict=Verdict.UNKNOWN, reasons=("core.no-conversation",))
    assert unknown_parts(replace(check, spans=(outside,)), [known.span.edit], Lane) == ()


def test_a_stretch_as_it_is_shown_leaves_no_sliver(check):
    [item, *_] = [item for item in check.spans if item.verdict is Verdict.UNKNOWN]
    edit = item.span.edit
    shown = TimeRange(edit.start + Fraction(1, 20), edit.end - Fraction(1, 20))
    assert (item.span.lane, edit) in unknown_parts(check, [shown], Lane)
    half = TimeRange(edit.start, edit.end - Fraction(1, 5))
    assert (item.span.lane, half) in unknown_parts(check, [half], [item.span.lane])
