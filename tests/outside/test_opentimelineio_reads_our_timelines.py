"""The reference library reads the timelines of redactions as they were meant."""

from fractions import Fraction

import pytest

from consentkit.domain.coverage import Lane
from consentkit.domain.redaction import Action, Treatment
from consentkit.kernel.timebase import TimeRange
from consentkit.wire.timeline_writer import MarkedVideo, write_otio

otio = pytest.importorskip("opentimelineio", reason="the reference library is not installed")


def test_clips_and_markers_are_found_where_they_were_put():
    video = MarkedVideo(
        "final.mp4", "file:///videos/final.mp4", Fraction(60), Fraction(30), tuple(Lane)
    )
    actions = (
        Action(Treatment.MUTE, TimeRange(Fraction(5), Fraction(8)), "con-a"),
        Action(Treatment.CUT, TimeRange(Fraction(10), Fraction(20)), "con-a"),
        Action(Treatment.BLUR_FACE, TimeRange(Fraction(30), Fraction(32)), "con-b"),
    )
    timeline = otio.adapters.read_from_string(write_otio(video, actions).decode(), "otio_json")
    assert [track.kind for track in timeline.tracks] == ["Video", "Audio"]
    for track in timeline.tracks:
        assert [clip.trimmed_range_in_parent().start_time.to_seconds() for clip in track] == [0, 10]
        assert [clip.source_range.start_time.to_seconds() for clip in track] == [0, 20]
        assert track.duration().to_seconds() == 50
    picture, sound = timeline.tracks
    [mark] = picture[1].markers
    assert (mark.name, mark.marked_range.start_time.to_seconds()) == ("blur_face", 30)
    [mark] = sound[0].markers
    assert (mark.name, mark.color, mark.marked_range.duration.to_seconds()) == ("mute", "RED", 3)
    assert picture[0].media_reference.target_url == "file:///videos/final.mp4"
