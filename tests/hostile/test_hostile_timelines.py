"""Timelines that nobody vouches for: refused with a code, in bounded time and memory."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consentkit.domain.claims import Timeline
from consentkit.kernel.errors import InputError, LimitError, MalformedError
from consentkit.kernel.limits import NAME_MAX_CHARS, TIMELINE_MAX_BYTES, TIMELINE_MAX_CLIPS
from consentkit.wire.timeline_file import TIMELINE_SUFFIXES, parse_timeline

LAUGHS = """<?xml version="1.0"?><!DOCTYPE xmeml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;">]><xmeml version="5"><name>&c;</name></xmeml>"""
OUTSIDE = '<!DOCTYPE xmeml SYSTEM "file:///etc/hostname"><xmeml version="5"></xmeml>'
ENTITY = '<!DOCTYPE fcpxml [<!ENTITY x SYSTEM "file:///etc/hostname">]><fcpxml><a>&x;</a></fcpxml>'
SELF = """<xmeml version="5"><sequence id="s"><rate><timebase>25</timebase></rate><media><video>
<track><clipitem><start>0</start><end>9</end><in>0</in><out>9</out><sequence id="s"/></clipitem>
</track></video></media></sequence></xmeml>"""


def refused(text, suffix):
    data = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(InputError) as caught:
        parse_timeline(data, suffix, 25)
    assert caught.value.code.startswith("timeline.")
    return caught.value


@pytest.mark.parametrize("text", [LAUGHS, OUTSIDE, ENTITY])
@pytest.mark.parametrize("suffix", [".xml", ".fcpxml"])
def test_definitions_and_outside_files_are_refused(text, suffix):
    assert refused(text, suffix).code == "timeline.doctype"


@pytest.mark.parametrize("suffix", TIMELINE_SUFFIXES)
@pytest.mark.parametrize(
    "text",
    [b"", b"\x00" * 500, b"\xff\xfe\x00", b"{}", b"[]", b"null", b"<xmeml/>", b"<fcpxml/>", b"<a>"],
)
def test_what_is_no_timeline_is_refused(text, suffix):
    refused(text, suffix)


def test_other_endings_are_refused():
    assert refused("{}", ".otioz").code == "timeline.format"


@pytest.mark.parametrize("suffix", TIMELINE_SUFFIXES)
def test_a_file_that_is_too_large_is_refused_unread(suffix):
    error = refused(b" " * (TIMELINE_MAX_BYTES + 1), suffix)
    assert isinstance(error, LimitError)


@pytest.mark.parametrize("depth", [65, 5_000, 200_000])
def test_deep_nesting_is_refused(depth):
    assert refused("<xmeml>" + "<bin>" * depth, ".xml").code == "timeline.too-deep"
    refused('{"a":' * depth, ".otio")
    refused("[" * depth + "]" * depth, ".otio")


def stack_within(depth):
    text = '{"OTIO_SCHEMA":"Stack.1","children":['
    return text * depth + "]}" * depth


def test_stacks_too_deep_for_any_editor_are_refused():
    text = '{"OTIO_SCHEMA":"Timeline.1","tracks":' + stack_within(70) + "}"
    assert refused(text, ".otio").code == "timeline.too-deep"


def test_a_sequence_within_itself_is_refused():
    assert isinstance(refused(SELF, ".xml"), LimitError)


def test_a_compound_clip_within_itself_is_refused():
    text = """<fcpxml><resources><format id="r1" frameDuration="1/25s"/>
<media id="m"><sequence format="r1"><spine><ref-clip ref="m" duration="5s"/></spine></sequence>
</media></resources><project><sequence format="r1"><spine><ref-clip ref="m" duration="5s"/></spine>
</sequence></project></fcpxml>"""
    assert isinstance(refused(text, ".fcpxml"), LimitError)


def fcp7_levels(levels, uses):
    """Sequences of which each is used several times by the next: clips grow with every level."""
    first = """<clipitem><start>0</start><end>9</end><in>0</in><out>9</out><file id="f">
<name>a.mp4</name></file></clipitem>"""
    text = first
    for level in range(levels):
        inner = f"""<sequence id="s{level}"><rate><timebase>25</timebase></rate><media><video>
<track>{text}</track></video></media></sequence>"""
        item = "<clipitem><start>0</start><end>9</end><in>0</in><out>9</out>{}</clipitem>"
        text = item.format(inner) + item.format(f'<sequence id="s{level}"/>') * (uses - 1)
    return f"""<xmeml><sequence><rate><timebase>25</timebase></rate><media><video><track>{text}
</track></video></media></sequence></xmeml>"""


def test_compound_clips_that_multiply_are_refused():
    assert refused(fcp7_levels(9, 10), ".xml").code == "timeline.too-many-clips"


def test_compound_clips_of_nothing_that_multiply_end():
    text = fcp7_levels(9, 10).replace("<file", "<none").replace("</file", "</none")
    assert refused(text, ".xml").code == "timeline.empty"


def test_more_clips_than_any_timeline_are_refused():
    line = "001 A V C 00:00:00:00 00:00:00:01 00:00:00:00 00:00:00:01\n"
    assert refused(line * (TIMELINE_MAX_CLIPS + 1), ".edl").code == "timeline.too-many-clips"


@pytest.mark.parametrize("filler", ["a ", " ", "a", "* ", "A:", "C ", "00:00:00:00 "])
def test_lines_made_to_be_slow_are_not(filler):
    lines = ["1 " + filler * 500, "M2 " + filler * 500, "* " + filler * 500]
    text = VALID[".edl"].decode() + "\n".join(lines[1:] * 800)
    assert parse_timeline(text.encode(), ".edl", 25).clips
    refused(lines[0], ".edl")


@pytest.mark.parametrize("value", ["1e400", "-1e300", "NaN", "Infinity", '"9"', "true", "null"])
def test_times_that_cannot_be_are_refused(value):
    text = """{"OTIO_SCHEMA":"Timeline.1","tracks":{"OTIO_SCHEMA":"Stack.1","children":[
{"OTIO_SCHEMA":"Track.1","kind":"Video","children":[{"OTIO_SCHEMA":"Clip.1","source_range":
{"start_time":{"rate":25,"value":VALUE},"duration":{"rate":25,"value":10}}}]}]}}"""
    refused(text.replace("VALUE", value), ".otio")
    refused(text.replace("25", value).replace("VALUE", "0"), ".otio")


@pytest.mark.parametrize("value", ["1/0s", "9" * 30 + "s", "x", "1/2/3s", "-s", "1e9s"])
def test_fcpx_times_that_cannot_be_are_refused(value):
    text = """<fcpxml><resources><format id="r1" frameDuration="1/25s"/><asset id="a" src="a.mp4"/>
</resources><project><sequence format="r1"><spine><asset-clip ref="a" offset="0s" duration="VALUE"/>
</spine></sequence></project></fcpxml>"""
    refused(text.replace("VALUE", value), ".fcpxml")
    refused(text.replace("VALUE", "5s").replace("1/25s", value), ".fcpxml")


def test_names_come_out_as_short_plain_text():
    name = "\\u202e\\u0000\\u001b[31m" + "x" * 5000
    text = """{"OTIO_SCHEMA":"Timeline.1","tracks":{"OTIO_SCHEMA":"Stack.1","children":[
{"OTIO_SCHEMA":"Track.1","kind":"Video","children":[{"OTIO_SCHEMA":"Clip.1","name":"NAME",
"media_reference":{"OTIO_SCHEMA":"ExternalReference.1","target_url":"file:///../../NAME"},
"source_range":{"start_time":{"rate":25,"value":0},"duration":{"rate":25,"value":10}}}]}]}}"""
    (clip,) = parse_timeline(text.replace("NAME", name).encode(), ".otio").clips
    for shown in (clip.name, clip.media):
        assert len(shown) <= NAME_MAX_CHARS
        assert shown.isprintable()
        assert "/" not in shown


VALID = {
    ".edl": b"""001 AX V C 00:00:10:00 00:00:14:00 01:00:00:00 01:00:04:00
M2 AX 050.0 00:00:00:00
""",
    ".xml": fcp7_levels(2, 2).encode(),
    ".fcpxml": b"""<fcpxml><resources><format id="r1" frameDuration="1/25s"/><asset id="a"
 src="a.mp4" start="1s" duration="90s"/></resources><project><sequence format="r1" tcStart="3600s">
<spine><asset-clip ref="a" offset="3600s" start="5s" duration="4s"><timeMap><timept time="0s"
 value="0s"/><timept time="9s" value="18s"/></timeMap></asset-clip></spine></sequence></project>
</fcpxml>""",
    ".otio": b"""{"OTIO_SCHEMA":"Timeline.1","tracks":{"OTIO_SCHEMA":"Stack.1","children":[
{"OTIO_SCHEMA":"Track.1","kind":"Video","children":[{"OTIO_SCHEMA":"Clip.1","name":"a",
"effects":[{"OTIO_SCHEMA":"LinearTimeWarp.1","time_scalar":2.0}],"source_range":
{"start_time":{"rate":25,"value":5},"duration":{"rate":25,"value":10}}}]}]}}""",
}


@pytest.mark.parametrize("suffix", TIMELINE_SUFFIXES)
def test_the_samples_are_taken(suffix):
    assert parse_timeline(VALID[suffix], suffix, 25).clips


@settings(max_examples=250, deadline=None)
@given(st.sampled_from(TIMELINE_SUFFIXES), st.data())
def test_a_changed_file_is_read_or_refused_and_nothing_else(suffix, data):
    text = bytearray(VALID[suffix])
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(text) - 1))
        length = data.draw(st.integers(0, 6))
        text[place : place + length] = data.draw(st.binary(max_size=6))
    try:
        found = parse_timeline(bytes(text), suffix, 25)
    except (MalformedError, LimitError):
        return
    assert isinstance(found, Timeline)
    for clip in found.clips:
        assert clip.edit.duration > 0
