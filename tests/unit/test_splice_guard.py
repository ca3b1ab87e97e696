"""Where an edit may change what somebody said."""

from fractions import Fraction

import pytest
from consent_maker import REC, conversation, span_of_time

from consentkit.domain.coverage import CoverageMap, Lane, Match, Pane
from consentkit.domain.evidence import Answer, SpokenAnswer
from consentkit.domain.splice import SpliceKind, find_splices
from consentkit.domain.utterances import utterances_of

SPOKEN = tuple(span_of_time(5 * n, 5 * n + 4) for n in range(20))
"""Utterances of four seconds with a pause of one second behind each."""
TALK = {REC: (conversation("cnv-1", 0, 100), conversation("cnv-2", 100, 200))}


def pieces(*cuts, lane=Lane.SOUND, speed=1, at=0, pane=Pane.BOTH):
    """Return matches that play stretches of the source one behind the other."""
    matches, position = [], Fraction(at)
    for start, end in cuts:
        length = (Fraction(end) - Fraction(start)) / Fraction(speed)
        edit = span_of_time(position, position + length)
        matches.append(Match(lane, edit, REC, Fraction(start), Fraction(speed), pane=pane))
        position += length
    return matches


def findings(matches, *, spoken=SPOKEN, duration=300, answers=None, talk=None):
    matches = sorted(matches, key=lambda match: (match.lane.value, match.edit.start))
    coverage = CoverageMap(Fraction(duration), tuple(Lane), tuple(matches))
    return find_splices(coverage, talk or TALK, {REC: spoken}, answers)


def kinds(matches, **rest):
    return [one.kind for one in findings(matches, **rest)]


HALF = Fraction(1, 2)


def test_a_whole_conversation_has_no_finding():
    assert kinds(pieces((0, 100))) == []


def test_trimming_pauses_has_no_finding():
    assert kinds(pieces(*((5 * n, 5 * n + 4 + HALF) for n in range(20)))) == []


def test_pauses_cut_as_tight_as_borders_are_known_have_no_finding():
    tight = Fraction(1, 5)
    cuts = [(5 * n + tight, 5 * n + 4 - tight) for n in range(20)]
    assert kinds(pieces(*cuts)) == []


def test_later_words_before_earlier_ones_are_found_once_with_their_source():
    found = findings(pieces((50, 60), (0, 20), (20, 25)), spoken=())
    assert [one.kind for one in found] == [SpliceKind.ORDER]
    assert found[0].edit.contains(Fraction(10))
    assert found[0].source == span_of_time(0, 5)
    assert (found[0].recording_id, found[0].conversation_id) == (REC, "cnv-1")


def test_order_counts_within_a_conversation_across_another_one_between():
    assert kinds(pieces((50, 60), (100, 110), (0, 5)), spoken=()) == [SpliceKind.ORDER]


def test_conversations_may_stand_in_any_order():
    assert kinds(pieces((100, 150), (0, 50)), spoken=()) == []


@pytest.mark.parametrize("lane", Lane)
def test_a_step_back_of_some_hundred_milliseconds_is_jitter(lane):
    assert kinds(pieces((0, 10), (10 - HALF * Fraction(4, 5), 20), lane=lane)) == []


def test_order_is_found_in_the_picture_too():
    assert kinds(pieces((50, 60), (0, 10), lane=Lane.PICTURE)) == [SpliceKind.ORDER]


def test_the_creators_own_side_has_no_order():
    assert kinds(pieces((50, 60), (0, 10), lane=Lane.PICTURE, pane=Pane.OWN)) == []


def test_a_cut_inside_an_utterance_is_found_on_both_sides():
    found = findings(pieces((0, 7), (16, 24 + HALF)))
    cut = [one for one in found if one.kind is SpliceKind.CUT_UTTERANCE]
    assert [one.source for one in cut] == [span_of_time(2, 12), span_of_time(11, 21)]


def test_words_cut_out_of_one_utterance_are_one_finding():
    spoken = (span_of_time(10, 30),)
    (found,) = findings(pieces((9, 15), (20, 31)), spoken=spoken)
    assert found.kind is SpliceKind.CUT_UTTERANCE
    assert found.source == span_of_time(10, 25)
    assert found.edit == span_of_time(6 - HALF, 6 + HALF)


def test_an_edit_that_begins_inside_an_utterance_is_found():
    (found,) = findings(pieces((2, 100)))
    assert (found.kind, found.edit) == (SpliceKind.CUT_UTTERANCE, span_of_time(0, HALF))


def test_sound_that_is_lost_under_music_while_the_picture_goes_on_is_no_cut():
    heard = pieces((0, 7))
    seen = pieces((0, 20), lane=Lane.PICTURE)
    assert kinds(heard + seen) == []
    assert kinds(heard) == [SpliceKind.CUT_UTTERANCE]


def test_sound_that_comes_back_on_the_same_line_was_not_cut():
    heard = [*pieces((0, 7)), *pieces((12, 20), at=12)]
    assert kinds(heard) == []


def test_something_put_between_is_a_cut_although_the_line_goes_on():
    heard = [*pieces((0, 7)), *pieces((100, 105), at=7), *pieces((12, 20), at=12)]
    assert kinds(heard, spoken=SPOKEN).count(SpliceKind.CUT_UTTERANCE) == 2


def test_an_answer_behind_another_question_is_found():
    found = findings(pieces((0, 4 + HALF), (15, 20)))
    assert [one.kind for one in found] == [SpliceKind.OTHER_QUESTION]
    assert found[0].source == span_of_time(10, 20)


def test_an_answer_moved_before_its_question_is_order_and_other_question():
    assert sorted(kinds(pieces((15, 19 + HALF), (5, 9 + HALF)))) == [
        SpliceKind.ORDER,
        SpliceKind.OTHER_QUESTION,
    ]


def test_removing_an_um_is_no_other_question():
    spoken = (span_of_time(0, 4), span_of_time(5, 5 + HALF), span_of_time(7, 10))
    assert kinds(pieces((0, 4 + HALF), (6 + HALF, 11)), spoken=spoken) == []


def test_with_a_long_silence_between_nothing_is_heard_as_an_answer():
    spoken = (span_of_time(0, 4), span_of_time(5, 9), span_of_time(15, 20))
    assert kinds(pieces((0, 4 + HALF), (12, 21)), spoken=spoken) == []


def marked(question, answer):
    return {REC: (SpokenAnswer(REC, span_of_time(*question), span_of_time(*answer), Answer.YES),)}


def test_a_marked_answer_behind_something_else_is_found():
    cuts = pieces((100, 104 + HALF), (45, 50))
    answers = marked((40, 44), (45, 49))
    (found,) = findings(cuts, answers=answers)
    assert found.kind is SpliceKind.OTHER_QUESTION
    assert found.source == span_of_time(35, 54)
    assert kinds(cuts) == []


def test_a_marked_answer_behind_its_question_is_not():
    answers = marked((40, 44), (45, 49))
    assert kinds(pieces((40, 44 + HALF), (45, 50)), answers=answers) == []
    assert kinds(pieces((100, 105), (40, 50)), answers=answers) == []


@pytest.mark.parametrize("lane", Lane)
@pytest.mark.parametrize("speed", [Fraction(4, 5), Fraction(93, 100), Fraction(117, 100)])
def test_a_changed_speed_is_found_with_its_value(lane, speed):
    (found,) = findings(pieces((0, 50), lane=lane, speed=speed), spoken=())
    assert (found.kind, found.lane, found.speed) == (SpliceKind.SPEED, lane, speed)
    assert found.source == span_of_time(0, 55)


def test_a_rate_of_29_97_for_30_is_no_changed_speed():
    assert kinds(pieces((0, 90), speed=Fraction(30000, 30000 + 30))) == []
    assert kinds(pieces((0, 90), speed=Fraction(1001, 1000))) == []


def test_a_speed_that_moved_nothing_is_not_sustained():
    assert kinds(pieces((0, 2), speed=Fraction(21, 20)), spoken=()) == []


def test_neighbours_of_one_speed_are_one_finding():
    found = findings(pieces((0, 20), (25, 50), speed=Fraction(5, 4)), spoken=())
    assert [(one.kind, one.edit) for one in found] == [(SpliceKind.SPEED, span_of_time(0, 36))]


def test_a_fast_end_of_a_long_stretch_is_found():
    slow = pieces((0, 60))
    fast = pieces((60, 70), speed=Fraction(5, 4), at=60)
    (found,) = findings(slow + fast, spoken=())
    assert (found.kind, found.edit) == (SpliceKind.SPEED, span_of_time(60, 68))


def test_the_source_around_a_finding_stays_in_its_conversation():
    for one in findings(pieces((190, 199), (101, 120)), spoken=()):
        assert span_of_time(100, 200).encloses(one.source)


def test_what_lies_outside_of_conversations_has_no_findings():
    assert kinds(pieces((260, 270), (205, 210), speed=2)) == []


def test_utterances_are_loud_stretches_between_pauses():
    levels = bytes([1] * 50 + [60] * 100 + [1] * 10 + [70] * 40 + [2] * 30 + [80] * 60 + [1] * 50)
    step = Fraction(1, 50)
    assert utterances_of(levels, step) == (
        span_of_time(1, 4),
        span_of_time(Fraction(230, 50), Fraction(290, 50)),
    )


def test_clicks_and_endless_noise_are_no_utterances():
    step = Fraction(1, 50)
    click = bytes([1] * 100 + [90] * 5 + [1] * 100)
    assert utterances_of(click, step) == ()
    music = bytes([40, 41] * 2500)
    assert utterances_of(music, step) == ()
    assert utterances_of(b"", step) == ()
