"""What OpenTimelineIO and its adapters write, our readers read to the same frames."""

from fractions import Fraction

import pytest

from consentkit.domain.coverage import Lane
from consentkit.wire.timecode import frame_rate
from consentkit.wire.timeline_file import parse_timeline

otio = pytest.importorskip("opentimelineio", reason="the reference library is not installed")
pytestmark = pytest.mark.outside

RATES = [24, 25, 30, 30000 / 1001, 60000 / 1001]
CLIPS = [("one.mp4", 240, 100), ("two.mp4", 1800, 48), ("one.mp4", 17982, 333)]


def at(frames, rate):
    return otio.opentime.RationalTime(frames, rate)


def stretch(start, length, rate):
    return otio.opentime.TimeRange(at(start, rate), at(length, rate))


def made(rate, *, has_sound):
    """Return a timeline with a gap of 50 frames behind the first clip."""
    timeline = otio.schema.Timeline("talks", global_start_time=at(0, rate))
    for kind in ("Video", "Audio") if has_sound else ("Video",):
        track = otio.schema.Track(kind[0] + "1", kind=kind)
        for place, (name, start, length) in enumerate(CLIPS):
            media = otio.schema.ExternalReference(
                f"file:///video/{name}", available_range=stretch(0, 20000, rate)
            )
            track.append(otio.schema.Clip(name, media, stretch(start, length, rate)))
            if not place:
                track.append(otio.schema.Gap(source_range=stretch(0, 50, rate)))
        timeline.tracks.append(track)
    return timeline


def expected(rate, *, has_sound):
    exact, found = frame_rate(rate), []
    for lane in Lane if has_sound else [Lane.PICTURE]:
        position = 0
        for place, (name, start, length) in enumerate(CLIPS):
            found.append((
                lane,
                Fraction(position) / exact,
                (position + length) / exact,
                name,
                start / exact,
                (start + length) / exact,
            ))
            position += length + (0 if place else 50)
    return found


def where(timeline):
    return [
        (one.lane, one.edit.start, one.edit.end, one.media, one.source.start, one.source.end)
        for one in timeline.clips
    ]


@pytest.mark.parametrize("rate", RATES)
def test_otio_json(rate):
    text = otio.adapters.write_to_string(made(rate, has_sound=True), "otio_json")
    found = parse_timeline(text.encode(), ".otio")
    assert (found.rate, found.warnings) == (frame_rate(rate), ())
    assert where(found) == expected(rate, has_sound=True)


def writes(name):
    if name not in otio.adapters.available_adapter_names():
        pytest.skip(f"the adapter {name} is not installed")
    return lambda timeline, **rest: otio.adapters.write_to_string(timeline, name, **rest)


@pytest.mark.parametrize("rate", [24, 25, 30])
def test_edl(rate):
    text = writes("cmx_3600")(made(rate, has_sound=False), rate=rate)
    found = parse_timeline(text.encode(), ".edl", Fraction(rate))
    assert where(found) == expected(rate, has_sound=False)


@pytest.mark.parametrize("rate", RATES)
def test_final_cut_pro_7_xml(rate):
    text = writes("fcp_xml")(made(rate, has_sound=True))
    found = parse_timeline(text.encode(), ".xml")
    assert found.rate == frame_rate(rate)
    assert where(found) == expected(rate, has_sound=True)


@pytest.mark.parametrize("rate", [24, 25, 30])
def test_final_cut_pro_x_xml(rate):
    text = writes("fcpx_xml")(made(rate, has_sound=False))
    found = parse_timeline(text.encode(), ".fcpxml")
    picture = [one for one in where(found) if one[0] is Lane.PICTURE]
    assert picture == expected(rate, has_sound=False)
