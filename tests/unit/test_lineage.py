"""A video made here: what is known of where it is from, and what a fresh comparison adds."""

from fractions import Fraction

from consentkit.domain.coverage import CoverageMap, Lane, Match
from consentkit.domain.lineage import Lineage, reconciled
from consentkit.domain.plan import PublishPlan, Redaction, RedactionKind
from consentkit.kernel.timebase import TimeRange

S = Lane.SOUND


def match(start, end, recording="rec-a", source=100, lane=S):
    edit = TimeRange(Fraction(start), Fraction(end))
    return Match(lane, edit, recording, Fraction(source))


def coverage(*matches, duration=30, lanes=(S,)):
    return CoverageMap(Fraction(duration), lanes, matches)


def seen(found):
    return [
        (float(one.edit.start), float(one.edit.end), one.recording_id, float(one.source_start))
        for one in found.matches
    ]


def test_what_cannot_be_heard_any_more_is_from_where_it_was_from():
    known = coverage(match(0, 30))
    assert reconciled(coverage(match(0, 10), match(20, 30, source=120)), known) == known
    assert reconciled(coverage(), known) == known


def test_borders_a_little_off_are_those_that_are_known():
    known = coverage(match(0, 10), match(10, 30, "rec-b", 50))
    fresh = coverage(
        match(0, Fraction(21, 2)), match(Fraction(21, 2), 30, "rec-b", Fraction(101, 2))
    )
    assert reconciled(fresh, known) == known


def test_what_is_found_elsewhere_counts():
    known = coverage(match(0, 30))
    fresh = coverage(match(5, 10, "rec-b", 7))
    assert seen(reconciled(fresh, known)) == [
        (0, 5, "rec-a", 100),
        (5, 10, "rec-b", 7),
        (10, 30, "rec-a", 110),
    ]


def test_another_place_of_the_same_recording_counts():
    known = coverage(match(0, 30))
    fresh = coverage(match(5, 10, source=300))
    assert (5, 10, "rec-a", 300) in seen(reconciled(fresh, known))


def test_what_was_unknown_and_is_found_counts_but_for_borders():
    known = coverage(match(0, 10))
    fresh = coverage(match(0, Fraction(52, 5)))
    assert reconciled(fresh, known) == known
    assert (10, 20, "rec-a", 110) in seen(reconciled(coverage(match(0, 20)), known))


def test_a_video_that_is_a_little_shorter_and_lost_a_lane_is_no_trouble():
    known = coverage(match(0, 30), match(0, 30, lane=Lane.PICTURE), lanes=tuple(Lane))
    found = reconciled(coverage(duration=29), known)
    assert seen(found) == [(0, 29, "rec-a", 100)]
    assert {one.lane for one in found.matches} == {S}


def test_what_a_file_lasts_longer_than_was_ordered_is_padding():
    lineage = Lineage("ab" * 32, "chk-a", "cd" * 32, coverage(match(0, 30)))
    assert lineage.padding(Fraction(3001, 100)) == (TimeRange(Fraction(30), Fraction(3001, 100)),)
    assert lineage.padding(Fraction(30)) == ()
    assert lineage.padding(Fraction(31)) == ()


def test_a_plan_for_it_states_what_was_done_without_being_told():
    done = Redaction(RedactionKind.MUTE, "con-a", TimeRange(Fraction(0), Fraction(5)))
    lineage = Lineage("ab" * 32, "chk-a", "cd" * 32, coverage(), redactions=(done,))
    plan = PublishPlan("youtube")
    assert lineage.completed(plan).redactions == (done,)
    assert lineage.completed(lineage.completed(plan)).redactions == (done,)
