"""Timelines of editors, read to the frame."""

import json
from fractions import Fraction

import pytest
from consent_maker import span_of_time

from consentkit.domain.coverage import Lane
from consentkit.kernel.errors import InputError, MalformedError
from consentkit.wire.timecode import frame_rate, parse_timecode
from consentkit.wire.timeline_file import parse_timeline

NTSC = Fraction(30000, 1001)


def clips(text, suffix, rate=None):
    return parse_timeline(text.encode(), suffix, rate).clips


def where(found):
    return [(one.lane, one.edit, one.media, one.source, one.speed) for one in found]


# rates and timecode


@pytest.mark.parametrize(
    ("value", "rate"),
    [
        (29.97, NTSC),
        (29.97002997002997, NTSC),
        (23.976, Fraction(24000, 1001)),
        (23.98, Fraction(24000, 1001)),
        (59.94, Fraction(60000, 1001)),
        (25.0, 25),
        (30, 30),
        (12.5, Fraction(25, 2)),
    ],
)
def test_a_rounded_rate_stands_for_the_exact_one(value, rate):
    assert frame_rate(value) == rate


@pytest.mark.parametrize("value", [0, -25, float("nan"), float("inf"), 100_000])
def test_what_is_no_rate_is_refused(value):
    with pytest.raises(MalformedError):
        frame_rate(value)


def test_drop_frame_counts_two_numbers_less_each_minute_but_the_tenth():
    assert parse_timecode("00:00:59;29", NTSC) == 1799 / NTSC
    assert parse_timecode("00:01:00;02", NTSC) == 1800 / NTSC
    assert parse_timecode("00:10:00;00", NTSC) == 17982 / NTSC
    assert parse_timecode("01:00:00;00", NTSC) == 107892 / NTSC
    assert parse_timecode("01:00:00:00", NTSC) == 108000 / NTSC
    assert parse_timecode("00:01:00;04", Fraction(60000, 1001)) == 3600 * Fraction(1001, 60000)


def test_drop_frame_at_a_rate_that_has_none_is_refused():
    with pytest.raises(MalformedError, match=r"timeline\.drop-frame"):
        parse_timecode("00:00:01;00", Fraction(25))


@pytest.mark.parametrize("text", ["1:00:00:00", "00:60:00:00", "00:00:00:25", "00:00:00", "x"])
def test_what_is_no_timecode_is_refused(text):
    with pytest.raises(MalformedError):
        parse_timecode(text, Fraction(25))


# EDL

EDL = """TITLE: street talks
FCM: NON-DROP FRAME

001  AX       V     C        00:00:10:00 00:00:14:00 01:00:00:00 01:00:04:00
* FROM CLIP NAME: chat one.mp4
002  AX       AA/V  C        00:01:00:00 00:01:02:00 01:00:04:00 01:00:06:00
* FROM CLIP NAME: chat one
* SOURCE FILE: D:\\video\\chat two.mp4
"""


def test_an_edl_without_a_rate_asks_for_it():
    with pytest.raises(InputError) as caught:
        clips(EDL, ".edl")
    assert caught.value.code == "timeline.rate-needed"


@pytest.mark.parametrize("rate", [Fraction(25), Fraction(30), NTSC])
def test_an_edl_is_read_at_the_rate_given(rate):
    found = parse_timeline(EDL.encode(), ".EDL", rate)
    second = parse_timecode("00:00:01:00", rate)
    assert found.rate == rate
    assert where(found.clips) == [
        (Lane.PICTURE, span_of_time(0, 4 * second), "chat one.mp4",
         span_of_time(10 * second, 14 * second), 1),
        (Lane.PICTURE, span_of_time(4 * second, 6 * second), "chat two.mp4",
         span_of_time(60 * second, 62 * second), 1),
        (Lane.SOUND, span_of_time(4 * second, 6 * second), "chat two.mp4",
         span_of_time(60 * second, 62 * second), 1),
    ]  # fmt: skip
    assert not any(one.is_from_start for one in found.clips)


def test_an_edl_in_drop_frame_is_read_to_the_frame():
    text = (
        "FCM: DROP FRAME\n"
        "001 A001 V C 00:00:59:28 00:01:00:04 01:00:59:28 01:01:00:04\n"
        "* FROM CLIP NAME: a.mp4\n"
    )
    (clip,) = clips(text, ".edl", NTSC)
    assert clip.source == span_of_time(1798 / NTSC, 1802 / NTSC)
    assert clip.edit == span_of_time(1798 / NTSC, 1802 / NTSC)


def test_an_edl_in_drop_frame_at_25_says_that_the_rate_is_another():
    with pytest.raises(MalformedError, match=r"timeline\.drop-frame"):
        clips("001 A V C 00:00:01;00 00:00:02;00 00:00:01;00 00:00:02;00\n", ".edl", Fraction(25))


def test_an_edl_tells_speed_freeze_and_black():
    text = """001 A V C 00:00:00:00 00:00:08:00 00:00:00:00 00:00:04:00
M2   A  050.0  00:00:00:00
002 B V C 00:00:10:00 00:00:12:00 00:00:04:00 00:00:06:00
M2   B  -025.0  00:00:10:00
003 C V C 00:00:05:00 00:00:05:00 00:00:06:00 00:00:08:00
* * FREEZE FRAME
004 BL V C 00:00:00:00 00:00:02:00 00:00:08:00 00:00:10:00
"""
    found = parse_timeline(text.encode(), ".edl", Fraction(25))
    assert [(one.media, one.speed) for one in found.clips] == [("A", 2), ("B", -1), ("C", 0)]
    assert found.clips[0].source == span_of_time(0, 8)
    assert found.clips[1].source == span_of_time(10, 12)
    assert found.clips[1].source_at(Fraction(4)) == 12
    assert found.warnings == ("timeline.reverse",)


def test_a_dissolve_in_an_edl_names_the_incoming_clip():
    text = """001 A V C 00:00:00:00 00:00:04:00 00:00:00:00 00:00:04:00
* FROM CLIP NAME: one.mp4
002 A V C 00:00:04:00 00:00:04:00 00:00:04:00 00:00:04:00
002 B V D 025 00:00:10:00 00:00:14:00 00:00:04:00 00:00:08:00
* FROM CLIP NAME: one.mp4
* TO CLIP NAME: two.mp4
"""
    found = parse_timeline(text.encode(), ".edl", Fraction(25))
    assert [one.media for one in found.clips] == ["one.mp4", "two.mp4"]
    assert found.warnings == ("timeline.transition",)


def test_a_line_that_begins_like_an_event_does_not_vanish():
    with pytest.raises(MalformedError, match=r"timeline\.edl-event"):
        clips(EDL + "003  AX V C 00:00:10:00 00:00:14:00\n", ".edl", Fraction(25))


# OTIO


def otio_time(seconds, rate=25):
    return {"OTIO_SCHEMA": "RationalTime.1", "rate": rate, "value": float(seconds * rate)}


def otio_range(start, duration, rate=25):
    return {
        "OTIO_SCHEMA": "TimeRange.1",
        "start_time": otio_time(start, rate),
        "duration": otio_time(duration, rate),
    }


def otio_clip(start, duration, url="file:///D:/video/chat%20one.mp4", **rest):
    return {
        "OTIO_SCHEMA": "Clip.2",
        "name": "a clip",
        "source_range": otio_range(start, duration),
        "media_references": {
            "DEFAULT_MEDIA": {
                "OTIO_SCHEMA": "ExternalReference.1",
                "target_url": url,
                "available_range": otio_range(0, 600),
            }
        },
        "active_media_reference_key": "DEFAULT_MEDIA",
    } | rest


def otio_gap(duration):
    return {"OTIO_SCHEMA": "Gap.1", "source_range": otio_range(0, duration)}


def otio_track(*children, kind="Video", **rest):
    return {"OTIO_SCHEMA": "Track.1", "kind": kind, "children": list(children)} | rest


def otio_stack(*children, **rest):
    return {"OTIO_SCHEMA": "Stack.1", "children": list(children)} | rest


def otio(*tracks, **rest):
    timeline = {"OTIO_SCHEMA": "Timeline.1", "tracks": otio_stack(*tracks)} | rest
    return json.dumps(timeline)


def test_clips_of_an_otio_track_follow_each_other():
    text = otio(
        otio_track(otio_clip(10, 4), otio_gap(2), otio_clip(60, 3)),
        otio_track(otio_clip(10, 4), kind="Audio"),
    )
    found = parse_timeline(text.encode(), ".otio")
    assert found.rate == 25
    assert where(found.clips) == [
        (Lane.PICTURE, span_of_time(0, 4), "chat one.mp4", span_of_time(10, 14), 1),
        (Lane.PICTURE, span_of_time(6, 9), "chat one.mp4", span_of_time(60, 63), 1),
        (Lane.SOUND, span_of_time(0, 4), "chat one.mp4", span_of_time(10, 14), 1),
    ]
    assert found.clips[0].name == "a clip"
    assert found.clips[0].is_from_start


def test_media_that_begins_at_a_timecode_counts_from_its_own_start():
    clip = otio_clip(3610, 4)
    clip["media_references"]["DEFAULT_MEDIA"]["available_range"] = otio_range(3600, 600)
    (found,) = clips(otio(otio_track(clip)), ".otio")
    assert found.source == span_of_time(10, 14)


def test_a_transition_takes_no_time_and_is_told():
    transition = {
        "OTIO_SCHEMA": "Transition.1",
        "in_offset": otio_time(1),
        "out_offset": otio_time(1),
    }
    found = parse_timeline(
        otio(otio_track(otio_clip(10, 4), transition, otio_clip(60, 3))).encode(), ".otio"
    )
    assert [one.edit for one in found.clips] == [span_of_time(0, 4), span_of_time(4, 7)]
    assert found.warnings == ("timeline.transition",)


def test_a_time_warp_and_a_freeze_are_speeds():
    warp = {"OTIO_SCHEMA": "LinearTimeWarp.1", "time_scalar": 1.25}
    freeze = {"OTIO_SCHEMA": "FreezeFrame.1", "time_scalar": 0}
    found = clips(
        otio(otio_track(otio_clip(10, 4, effects=[warp]), otio_clip(30, 2, effects=[freeze]))),
        ".otio",
    )
    assert where(found)[0][3:] == (span_of_time(10, 15), Fraction(5, 4))
    assert where(found)[1][3:] == (span_of_time(30, 30), 0)


def test_a_nested_stack_is_trimmed_and_sped_up():
    warp = {"OTIO_SCHEMA": "LinearTimeWarp.1", "time_scalar": 2}
    nested = otio_stack(
        otio_track(otio_clip(10, 4), otio_clip(60, 4)), source_range=otio_range(2, 4)
    )
    fast = otio_stack(otio_track(otio_clip(100, 8)), effects=[warp])
    found = clips(otio(otio_track(otio_gap(1), nested, fast)), ".otio")
    assert where(found) == [
        (Lane.PICTURE, span_of_time(1, 3), "chat one.mp4", span_of_time(12, 14), 1),
        (Lane.PICTURE, span_of_time(3, 5), "chat one.mp4", span_of_time(60, 62), 1),
        (Lane.PICTURE, span_of_time(5, 9), "chat one.mp4", span_of_time(100, 108), 2),
    ]


def test_what_is_disabled_takes_its_time_and_shows_nothing():
    (found,) = clips(otio(otio_track(otio_clip(10, 4, enabled=False), otio_clip(1, 2))), ".otio")
    assert found.edit == span_of_time(4, 6)


def test_an_otio_at_29_97_is_exact():
    clip = otio_clip(0, 0)
    clip["source_range"] = {
        "start_time": {"rate": 29.97002997002997, "value": 300.0},
        "duration": {"rate": 29.97, "value": 150.0},
    }
    found = parse_timeline(otio(otio_track(clip)).encode(), ".otio")
    assert found.rate == NTSC
    assert found.clips[0].source == span_of_time(300 / NTSC, 450 / NTSC)


def test_of_several_timelines_the_first_is_read_and_that_is_told():
    one = json.loads(otio(otio_track(otio_clip(10, 4))))
    two = json.loads(otio(otio_track(otio_clip(50, 4))))
    both = {"OTIO_SCHEMA": "SerializableCollection.1", "children": [one, two]}
    found = parse_timeline(json.dumps(both).encode(), ".otio")
    assert found.clips[0].source.start == 10
    assert found.warnings == ("timeline.several",)


def test_a_schema_nobody_knows_is_told():
    text = otio(otio_track({"OTIO_SCHEMA": "Hologram.1"}, otio_clip(1, 2)))
    assert parse_timeline(text.encode(), ".otio").warnings == ("timeline.not-carried",)


# Final Cut Pro 7 XML

XMEML = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE xmeml>
<xmeml version="5"><sequence id="seq">
<name>talks</name>
<rate><timebase>30</timebase><ntsc>TRUE</ntsc></rate>
<media><video>
 <track>{video}</track>
</video><audio>
 <track>{audio}</track><track>{audio}</track>
</audio></media>
</sequence>{more}</xmeml>"""

FILE = """<file id="f1"><name>chat one.mp4</name>
<pathurl>file://localhost/D%3a/video/chat%20one.mp4</pathurl>
<rate><timebase>30</timebase><ntsc>TRUE</ntsc></rate></file>"""


def item(start, end, begin, *, file='<file id="f1"/>', more="", tag="clipitem"):
    return f"""<{tag}><name>a clip</name><start>{start}</start><end>{end}</end>
<in>{begin}</in><out>{begin + end - start}</out>{file}{more}</{tag}>"""


def xmeml(video, audio="", more=""):
    return XMEML.format(video=video, audio=audio, more=more)


def test_fcp7_clips_are_read_at_the_exact_rate_and_stereo_once():
    text = xmeml(item(0, 90, 300, file=FILE) + item(120, 150, 600), item(0, 90, 300))
    found = parse_timeline(text.encode(), ".xml")
    assert found.rate == NTSC
    assert where(found.clips) == [
        (Lane.PICTURE, span_of_time(0, 90 / NTSC), "chat one.mp4",
         span_of_time(300 / NTSC, 390 / NTSC), 1),
        (Lane.PICTURE, span_of_time(120 / NTSC, 150 / NTSC), "chat one.mp4",
         span_of_time(600 / NTSC, 630 / NTSC), 1),
        (Lane.SOUND, span_of_time(0, 90 / NTSC), "chat one.mp4",
         span_of_time(300 / NTSC, 390 / NTSC), 1),
    ]  # fmt: skip


def test_an_fcp7_transition_lends_its_far_side():
    transition = "<transitionitem><start>80</start><end>100</end></transitionitem>"
    text = xmeml(
        item(0, -1, 0, file=FILE).replace("<out>-1", "<out>100") + transition + item(-1, 200, 500)
    )
    found = parse_timeline(text.encode(), ".xml")
    assert [one.edit for one in found.clips] == [
        span_of_time(0, 100 / NTSC),
        span_of_time(80 / NTSC, 200 / NTSC),
    ]
    assert found.clips[1].source.start == 500 / NTSC
    assert found.warnings == ("timeline.transition",)


def remap(speed, reverse="FALSE"):
    return f"""<filter><effect><effectid>timeremap</effectid>
<parameter><parameterid>variablespeed</parameterid><value>0</value></parameter>
<parameter><parameterid>speed</parameterid><value>{speed}</value></parameter>
<parameter><parameterid>reverse</parameterid><value>{reverse}</value></parameter>
</effect></filter>"""


def test_in_points_of_a_retimed_fcp7_clip_count_after_the_change_of_speed():
    (found,) = clips(xmeml(item(0, 90, 300, file=FILE, more=remap(200))), ".xml")
    assert (found.speed, found.source) == (2, span_of_time(600 / NTSC, 780 / NTSC))


def test_an_fcp7_clip_that_runs_backwards_is_told():
    text = xmeml(item(0, 90, 300, file=FILE, more=remap(100, "TRUE")))
    found = parse_timeline(text.encode(), ".xml")
    assert found.clips[0].speed == -1
    assert found.clips[0].source == span_of_time(300 / NTSC, 390 / NTSC)
    assert found.warnings == ("timeline.reverse",)


def test_a_nested_fcp7_sequence_is_resolved():
    inner = f"""<sequence id="inner"><rate><timebase>30</timebase><ntsc>TRUE</ntsc></rate>
<media><video><track>{item(0, 300, 900, file=FILE)}</track></video></media></sequence>"""
    outer = item(30, 90, 60, file=inner) + item(100, 160, 0, file='<sequence id="inner"/>')
    assert where(clips(xmeml(outer), ".xml")) == [
        (Lane.PICTURE, span_of_time(30 / NTSC, 90 / NTSC), "chat one.mp4",
         span_of_time(960 / NTSC, 1020 / NTSC), 1),
        (Lane.PICTURE, span_of_time(100 / NTSC, 160 / NTSC), "chat one.mp4",
         span_of_time(900 / NTSC, 960 / NTSC), 1),
    ]  # fmt: skip


def test_generators_are_left_out_and_told():
    title = item(0, 30, 0, file="", tag="generatoritem")
    found = parse_timeline(xmeml(title + item(30, 60, 0, file=FILE)).encode(), ".xml")
    assert len(found.clips) == 1
    assert found.warnings == ("timeline.not-carried",)


def test_an_fcp7_sequence_without_a_rate_is_refused():
    text = xmeml(item(0, 30, 0, file=FILE)).replace("<timebase>30</timebase>", "", 1)
    with pytest.raises(MalformedError, match=r"timeline\.rate"):
        clips(text, ".xml")


# Final Cut Pro X XML

FCPXML = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE fcpxml>
<fcpxml version="1.10"><resources>
<format id="r1" frameDuration="1001/30000s"/>
<asset id="r2" name="chat one" start="3600s" duration="600s" hasVideo="1" hasAudio="1"
 format="r1"><media-rep kind="original-media" src="file:///v/chat%20one.mp4"/></asset>
<asset id="r3" name="music" src="file:///v/music.wav" start="0s" duration="90s" hasAudio="1"/>
<effect id="r4" name="Title"/>{resources}
</resources><library><event><project name="p">
<sequence format="r1" tcStart="{start}" duration="100s"><spine>{spine}</spine></sequence>
</project></event></library></fcpxml>"""


def fcpx(spine, resources="", start="0s"):
    return FCPXML.format(spine=spine, resources=resources, start=start)


def test_an_fcpx_clip_counts_from_the_start_of_its_file():
    spine = '<asset-clip ref="r2" offset="0s" start="3610s" duration="4s" name="a clip"/>'
    found = parse_timeline(fcpx(spine).encode(), ".fcpxml")
    assert found.rate == NTSC
    assert where(found.clips) == [
        (lane, span_of_time(0, 4), "chat one.mp4", span_of_time(10, 14), 1) for lane in Lane
    ]


@pytest.mark.parametrize("start", ["0s", "3600s", "108108000/30000s"])
def test_an_fcpx_sequence_begins_at_its_timecode(start):
    spine = (
        f'<gap offset="{start}" duration="1s" start="3600s"/>'
        '<asset-clip ref="r2" duration="2s"/><asset-clip ref="r2" start="3650s" duration="3s"/>'
    )
    found = clips(fcpx(spine, start=start), ".fcpxml")
    assert [one.edit for one in found if one.lane is Lane.PICTURE] == [
        span_of_time(1, 3),
        span_of_time(3, 6),
    ]
    assert found[0].source == span_of_time(0, 2)


def test_an_fcpx_connected_clip_hangs_in_its_parents_time():
    spine = (
        '<asset-clip ref="r2" offset="0s" start="3610s" duration="10s">'
        '<asset-clip ref="r3" lane="-1" offset="3612s" start="5s" duration="20s"/>'
        '<spine lane="1" offset="3613s"><asset-clip ref="r2" start="3700s" duration="1s"/>'
        "</spine></asset-clip>"
    )
    found = clips(fcpx(spine), ".fcpxml")
    music = [one for one in found if one.media == "music.wav"]
    assert where(music) == [(Lane.SOUND, span_of_time(2, 22), "music.wav", span_of_time(5, 25), 1)]
    above = [one for one in found if one.source.start == 100 and one.lane is Lane.PICTURE]
    assert [one.edit for one in above] == [span_of_time(3, 4)]


def test_an_fcpx_time_map_is_a_speed_in_each_of_its_parts():
    spine = """<asset-clip ref="r2" offset="0s" start="0s" duration="10s"><timeMap>
<timept time="0s" value="3600s"/><timept time="4s" value="3608s"/>
<timept time="10s" value="3611s"/></timeMap></asset-clip>"""
    found = parse_timeline(fcpx(spine).encode(), ".fcpxml")
    picture = [one for one in found.clips if one.lane is Lane.PICTURE]
    assert [(one.edit, one.source, one.speed) for one in picture] == [
        (span_of_time(0, 4), span_of_time(0, 8), 2),
        (span_of_time(4, 10), span_of_time(8, 11), Fraction(1, 2)),
    ]
    assert found.warnings == ("timeline.time-remap",)


def test_an_fcpx_compound_clip_is_resolved_with_the_lanes_it_is_used_for():
    media = """<media id="r9"><sequence format="r1" tcStart="0s" duration="20s"><spine>
<asset-clip ref="r2" offset="0s" start="3630s" duration="20s"/></spine></sequence></media>"""
    spine = '<ref-clip ref="r9" offset="0s" start="5s" duration="3s" srcEnable="video"/>'
    assert where(clips(fcpx(spine, media), ".fcpxml")) == [
        (Lane.PICTURE, span_of_time(0, 3), "chat one.mp4", span_of_time(35, 38), 1)
    ]


def test_an_fcpx_multicam_shows_the_angle_that_is_used():
    media = """<media id="r9"><multicam format="r1" tcStart="0s">
<mc-angle angleID="a"><asset-clip ref="r2" offset="0s" start="3600s" duration="60s"/></mc-angle>
<mc-angle angleID="b"><gap duration="5s" offset="0s"/>
<asset-clip ref="r2" offset="5s" start="3700s" duration="60s"/></mc-angle></multicam></media>"""
    spine = """<mc-clip ref="r9" offset="0s" start="10s" duration="4s">
<mc-source angleID="b" srcEnable="video"/><mc-source angleID="a" srcEnable="audio"/></mc-clip>"""
    assert where(clips(fcpx(spine, media), ".fcpxml")) == [
        (Lane.PICTURE, span_of_time(0, 4), "chat one.mp4", span_of_time(105, 109), 1),
        (Lane.SOUND, span_of_time(0, 4), "chat one.mp4", span_of_time(10, 14), 1),
    ]


def test_an_fcpx_clip_holds_picture_and_sound_within():
    spine = """<clip offset="0s" start="3610s" duration="4s" name="a clip">
<video ref="r2" offset="3600s" start="3600s" duration="600s">
<audio ref="r2" lane="-1" offset="3600s" start="3600s" duration="600s"/></video></clip>"""
    assert where(clips(fcpx(spine), ".fcpxml")) == [
        (lane, span_of_time(0, 4), "chat one.mp4", span_of_time(10, 14), 1) for lane in Lane
    ]


def test_fcpx_titles_and_disabled_clips_show_nothing():
    spine = (
        '<title ref="r4" offset="0s" duration="2s"/>'
        '<asset-clip ref="r2" offset="2s" duration="2s" enabled="0"/>'
        '<asset-clip ref="r2" offset="4s" duration="2s" srcEnable="audio"/>'
    )
    found = parse_timeline(fcpx(spine).encode(), ".fcpxml")
    assert where(found.clips) == [
        (Lane.SOUND, span_of_time(4, 6), "chat one.mp4", span_of_time(0, 2), 1)
    ]
    assert found.warnings == ("timeline.not-carried",)


def test_the_sound_of_an_fcpx_split_edit_begins_and_ends_elsewhere():
    spine = (
        '<asset-clip ref="r2" offset="5s" start="3610s" duration="4s"'
        ' audioStart="3608s" audioDuration="7s"/>'
    )
    assert where(clips(fcpx(spine), ".fcpxml")) == [
        (Lane.PICTURE, span_of_time(5, 9), "chat one.mp4", span_of_time(10, 14), 1),
        (Lane.SOUND, span_of_time(3, 10), "chat one.mp4", span_of_time(8, 15), 1),
    ]


def test_an_fcpx_reference_to_nothing_is_refused():
    with pytest.raises(MalformedError, match=r"timeline\.reference"):
        clips(fcpx('<ref-clip ref="r77" offset="0s" duration="2s"/>'), ".fcpxml")
