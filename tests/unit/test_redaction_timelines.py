"""A redaction written as a timeline: our reader finds the pieces, the markers say what to do."""

import json
from fractions import Fraction

import pytest

from consentkit.domain.coverage import Lane
from consentkit.domain.redaction import Action, Treatment
from consentkit.kernel.timebase import TimeRange
from consentkit.wire.timeline_otio import parse_otio
from consentkit.wire.timeline_writer import MarkedVideo, write_otio

BOTH = (Lane.PICTURE, Lane.SOUND)


def stretch(start, end):
    return TimeRange(Fraction(start), Fraction(end))


def video(rate=Fraction(25), lanes=BOTH):
    return MarkedVideo(
        "a \u201cfinal\u201d.mp4", "file:///videos/final.mp4", Fraction(60), rate, lanes
    )


ACTIONS = (
    Action(Treatment.BLUR_FACE, stretch(5, 15), "con-a", ("f1",)),
    Action(Treatment.MUTE, stretch(5, 12), "con-a"),
    Action(Treatment.CUT, stretch(10, Fraction(2001, 100)), "cnv-b"),
)


def test_pieces_are_what_the_cuts_leave_to_the_frame():
    read = parse_otio(write_otio(video(), ACTIONS))
    assert read.rate == 25
    for lane in BOTH:
        clips = [clip for clip in read.clips if clip.lane is lane]
        assert [(one.edit.start, one.edit.end) for one in clips] == [
            (0, 10),
            (10, 10 + 60 - Fraction(2004, 100)),
        ]
        assert [one.source.start for one in clips] == [0, Fraction(2004, 100)]
        assert {one.media for one in clips} == {"final.mp4"}


def test_markers_lie_in_the_track_they_are_about():
    whole = json.loads(write_otio(video(), ACTIONS))
    picture, sound = whole["tracks"]["children"]
    marks = [
        [(mark["name"], mark["marked_range"]["start_time"]["value"]) for mark in clip["markers"]]
        for track in (picture, sound)
        for clip in track["children"]
    ]
    assert marks == [[("blur_face", 125.0)], [], [("mute", 125.0)], []]


def test_nothing_about_a_person_is_in_a_timeline():
    assert b"con-a" not in write_otio(video(), ACTIONS)
    assert b"cnv-b" not in write_otio(video(), ACTIONS)


@pytest.mark.parametrize("rate", [Fraction(30000, 1001), Fraction(24000, 1001), Fraction(60)])
def test_no_frame_of_a_cut_is_kept(rate):
    read = parse_otio(write_otio(video(rate), ACTIONS))
    cut = ACTIONS[2].edit
    assert all(clip.source.overlap(cut) == 0 for clip in read.clips)
    assert read.rate == rate


def test_sound_alone_is_counted_in_milliseconds():
    read = parse_otio(write_otio(video(None, (Lane.SOUND,)), ACTIONS))
    assert {clip.lane for clip in read.clips} == {Lane.SOUND}
    assert [clip.source.start for clip in read.clips] == [0, Fraction(2001, 100)]
