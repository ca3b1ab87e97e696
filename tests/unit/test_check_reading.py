"""What a check means to a reader: people, matters, neighbours, the source at a moment."""

from dataclasses import replace
from fractions import Fraction

import check_samples as samples
import pytest

from consentkit.domain.coverage import Lane
from consentkit.domain.policy import Verdict
from consentkit.services.check_reading import (
    is_any_known,
    lanes_of,
    matters_of,
    name_of,
    neighbour,
    neighbour_matter,
    people_of,
    source_at,
    span_at,
    total_s,
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
    assert (refused.edit.start, refused.edit.end) == (Fraction(63, 2), Fraction(55))
    assert lanes_of(check, refused) == (Lane.PICTURE, Lane.SOUND)
    assert name_of(check, refused.key) == "Дмитрий"


def test_stretches_apart_are_matters_apart(check):
    unknown = [item for item in matters_of(check) if item.verdict is Verdict.UNKNOWN]
    assert [(item.edit.start, item.edit.end) for item in unknown] == [(0, 7), (101, 104)]


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
    last = neighbour_matter(matters, matters[0].spans[0], Fraction(0), -1)
    assert last == matters[-1]
    assert neighbour_matter(matters, last.spans[0], Fraction(0), 1) == matters[0]
    assert neighbour_matter(matters, -1, Fraction(60), 1).edit.start == 90
    assert neighbour_matter(matters, -1, Fraction(60), -1).edit.start == 58
    assert neighbour_matter((), -1, Fraction(0), 1) is None


def test_an_edit_of_nothing_known_has_no_people():
    unknown = samples.check(
        spans=(samples.span(Lane.PICTURE, 0, 128, Verdict.UNKNOWN, "core.unmapped"),), totals=()
    )
    assert not is_any_known(unknown)
    assert people_of(unknown) == ()
    assert len(matters_of(unknown)) == 1
