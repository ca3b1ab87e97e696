"""A redaction as OpenTimelineIO: what is cut is left out, what is to be blurred or muted is marked.

Editors take the pieces as clips of the video that was checked; every marker says in its name what
is to be done to its stretch. Frames are counted so that a cut never keeps a frame of what is to go.

Source: OpenTimelineIO 0.18, "Serialized Data" and "Time Ranges" of its documentation.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from consentkit.domain.coverage import Lane
from consentkit.domain.redacted_facts import Cuts
from consentkit.domain.redaction import Action, Treatment, cut_stretches
from consentkit.kernel.timebase import TimeRange

RATE_OF_SOUND = Fraction(1000)
"""Steps per second where there is no picture to count frames of."""

_TRACKS = {Lane.PICTURE: "Video", Lane.SOUND: "Audio"}
_COLOURS = {
    Treatment.BLUR_FACE: (Lane.PICTURE, "RED"),
    Treatment.HIDE_PICTURE: (Lane.PICTURE, "BLACK"),
    Treatment.MUTE: (Lane.SOUND, "RED"),
    Treatment.ALTER_VOICE: (Lane.SOUND, "ORANGE"),
}
_Object = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class MarkedVideo:
    """A video that a timeline is written of.

    Attributes:
        name: Name of the file.
        url: Where it is, as a URL.
        duration: Its seconds.
        rate: Frames per second; None without a picture.
        lanes: The lanes it has.
    """

    name: str
    url: str
    duration: Fraction
    rate: Fraction | None
    lanes: tuple[Lane, ...]


def write_otio(video: MarkedVideo, actions: Sequence[Action]) -> bytes:
    """Return the timeline of a redaction as OTIO JSON.

    Args:
        video: The video.
        actions: What is to be done to it.
    """
    rate = video.rate or RATE_OF_SOUND
    cuts = Cuts(cut_stretches(actions))
    pieces = [
        (first, last)
        for piece in cuts.left_of(TimeRange(Fraction(0), video.duration))
        if (first := ceil(piece.start * rate)) < (last := floor(piece.end * rate))
    ]
    tracks = [_track(video, lane, pieces, actions, rate) for lane in video.lanes]
    whole = {
        "OTIO_SCHEMA": "Timeline.1",
        "metadata": {},
        "name": video.name,
        "global_start_time": _time(0, rate),
        "tracks": {
            "OTIO_SCHEMA": "Stack.1",
            "metadata": {},
            "name": "tracks",
            "source_range": None,
            "effects": [],
            "markers": [],
            "enabled": True,
            "children": tracks,
        },
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _track(
    video: MarkedVideo,
    lane: Lane,
    pieces: Iterable[tuple[int, int]],
    actions: Iterable[Action],
    rate: Fraction,
) -> _Object:
    mine = [one for one in actions if _COLOURS.get(one.treatment, (None, ""))[0] is lane]
    return {
        "OTIO_SCHEMA": "Track.1",
        "metadata": {},
        "name": lane.value,
        "source_range": None,
        "effects": [],
        "markers": [],
        "enabled": True,
        "children": [_clip(video, first, last, mine, rate) for first, last in pieces],
        "kind": _TRACKS[lane],
    }


def _clip(
    video: MarkedVideo, first: int, last: int, actions: Iterable[Action], rate: Fraction
) -> _Object:
    markers = []
    for action in actions:
        # A marker never ends before what it marks.
        start = max(first, floor(action.edit.start * rate))
        end = min(last, ceil(action.edit.end * rate))
        if start < end:
            markers.append(_marker(action.treatment, start, end, rate))
    reference = {
        "OTIO_SCHEMA": "ExternalReference.1",
        "metadata": {},
        "name": video.name,
        "available_range": _range(0, floor(video.duration * rate), rate),
        "available_image_bounds": None,
        "target_url": video.url,
    }
    return {
        "OTIO_SCHEMA": "Clip.2",
        "metadata": {},
        "name": video.name,
        "source_range": _range(first, last, rate),
        "effects": [],
        "markers": markers,
        "enabled": True,
        "media_references": {"DEFAULT_MEDIA": reference},
        "active_media_reference_key": "DEFAULT_MEDIA",
    }


def _marker(treatment: Treatment, start: int, end: int, rate: Fraction) -> _Object:
    return {
        "OTIO_SCHEMA": "Marker.2",
        "metadata": {"consentkit": {"treatment": treatment.value}},
        "name": treatment.value,
        "color": _COLOURS[treatment][1],
        "marked_range": _range(start, end, rate),
        "comment": "",
    }


def _range(first: int, last: int, rate: Fraction) -> _Object:
    return {
        "OTIO_SCHEMA": "TimeRange.1",
        "start_time": _time(first, rate),
        "duration": _time(last - first, rate),
    }


def _time(frames: int, rate: Fraction) -> _Object:
    return {"OTIO_SCHEMA": "RationalTime.1", "rate": float(rate), "value": float(frames)}
