"""A timeline is a claim, held against the media."""

from dataclasses import replace
from fractions import Fraction

import pytest
from consent_maker import REC, span_of_time

from consentkit.domain.claims import ClaimState, Timeline, TimelineClip, check_claims
from consentkit.domain.coverage import CoverageMap, Lane, Match
from consentkit.kernel.errors import LimitError, MalformedError

OTHER = "rec-bbbbbbbbbbbbbbbb"
NAMES = {REC: ("chat one.mp4",), OTHER: ("chat two.mp4", "old name.mkv")}


def clip(start=0, end=10, source=100, *, media="chat one.mp4", lane=Lane.PICTURE, **rest):
    length = Fraction(end) - Fraction(start)
    return TimelineClip(
        lane, span_of_time(start, end), "a clip", media, span_of_time(source, source + length),
        **rest,
    )  # fmt: skip


def seen(start=0, end=10, source=100, *, recording=REC, lane=Lane.PICTURE, speed=1):
    return Match(lane, span_of_time(start, end), recording, Fraction(source), Fraction(speed))


def checked(clips, *matches):
    coverage = CoverageMap(Fraction(1000), tuple(Lane), matches)
    return check_claims(Timeline(Fraction(25), tuple(clips)), coverage, NAMES)


def state(one, *matches):
    (claim,) = checked([one], *matches)
    return claim.state


def test_a_clip_that_the_media_show_is_confirmed():
    (claim,) = checked([clip()], seen())
    assert (claim.state, claim.recording_id) == (ClaimState.CONFIRMED, REC)


@pytest.mark.parametrize(("off", "expected"), [
    (Fraction(1, 2), ClaimState.CONFIRMED),
    (Fraction(51, 100), ClaimState.CONTRADICTED),
])  # fmt: skip
def test_half_a_second_is_the_tolerance(off, expected):
    assert state(clip(), seen(source=100 + off)) is expected
    assert state(clip(), seen(source=100 - off)) is expected


def test_another_recording_at_that_place_contradicts():
    assert state(clip(), seen(recording=OTHER)) is ClaimState.CONTRADICTED


def test_another_speed_contradicts_once_it_shows():
    assert state(clip(), seen(speed=Fraction(5, 4))) is ClaimState.CONTRADICTED
    assert state(clip(), seen(speed=Fraction(26, 25))) is ClaimState.CONFIRMED


def test_a_clip_of_no_recording_is_other_media():
    (claim,) = checked([clip(media="music.wav")], seen())
    assert (claim.state, claim.recording_id) == (ClaimState.OTHER_MEDIA, "")
    assert state(clip(media="")) is ClaimState.OTHER_MEDIA


def test_what_is_not_seen_is_neither_confirmed_nor_contradicted():
    assert state(clip()) is ClaimState.NOT_SEEN
    assert state(clip(), seen(lane=Lane.SOUND)) is ClaimState.NOT_SEEN
    assert state(clip(), seen(0, Fraction(1, 2))) is ClaimState.NOT_SEEN


def test_a_clip_seen_in_part_is_confirmed_by_that_part():
    assert state(clip(), seen(6, 10, 106)) is ClaimState.CONFIRMED


def test_the_larger_part_decides():
    mostly = (seen(0, 7, 100), seen(7, 10, 500))
    hardly = (seen(0, 3, 100), seen(3, 10, 500))
    assert state(clip(), *mostly) is ClaimState.CONFIRMED
    assert state(clip(), *hardly) is ClaimState.CONTRADICTED


def test_a_clip_under_another_track_is_hidden_and_not_contradicted():
    below, above = clip(), clip(source=300, media="chat two.mp4")
    states = [one.state for one in checked([below, above], seen(source=300, recording=OTHER))]
    assert states == [ClaimState.NOT_SEEN, ClaimState.CONFIRMED]


def test_a_clip_half_hidden_is_judged_by_the_rest():
    below, above = clip(), clip(0, 5, 300, media="chat two.mp4")
    covered = seen(0, 5, 300, recording=OTHER)
    states = [one.state for one in checked([below, above], covered, seen(5, 10, 105))]
    assert states == [ClaimState.CONFIRMED, ClaimState.CONFIRMED]
    states = [one.state for one in checked([below, above], covered, seen(5, 10, 700))]
    assert states == [ClaimState.CONTRADICTED, ClaimState.CONFIRMED]


def test_names_are_compared_without_case_and_ending_and_with_former_names():
    assert state(clip(media="CHAT ONE.MOV"), seen()) is ClaimState.CONFIRMED
    assert state(clip(media="old name.mkv"), seen(recording=OTHER)) is ClaimState.CONFIRMED


def test_a_timecode_may_begin_at_a_full_hour_where_the_format_does_not_say():
    claimed = clip(source=3700, is_from_start=False)
    assert state(claimed, seen()) is ClaimState.CONFIRMED
    assert state(clip(source=3700), seen()) is ClaimState.CONTRADICTED
    assert state(clip(source=1900, is_from_start=False), seen()) is ClaimState.CONTRADICTED


def test_a_clip_that_runs_backwards_is_not_confirmed_by_one_that_runs_forwards():
    backwards = replace(clip(), speed=Fraction(-1))
    assert state(backwards, seen()) is ClaimState.CONTRADICTED


def test_a_clip_without_length_and_a_timeline_without_rate_are_refused():
    with pytest.raises(MalformedError):
        clip(5, 5)
    with pytest.raises(MalformedError):
        Timeline(Fraction(0), ())


def test_more_layers_than_any_hand_made_are_refused():
    many = [clip(0, 1000) for _ in range(2001)]
    matches = [seen(n, n + 1, n) for n in range(1000)]
    with pytest.raises(LimitError):
        checked(many, *matches)
