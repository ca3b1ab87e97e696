"""OpenTimelineIO JSON.

Read here and not by the library: its native reader ends the process on deep nesting. Only what says
which file lies where is read; schemas nobody knows are left out with a warning.

Source: OpenTimelineIO 0.18, "Serialized Data" and "Time Ranges" of its documentation.
"""

import json
import math
from collections.abc import Mapping
from fractions import Fraction
from typing import TypeAlias

from consentkit.domain.claims import Timeline
from consentkit.domain.coverage import Lane
from consentkit.kernel.errors import LimitError, MalformedError
from consentkit.kernel.limits import TIMELINE_MAX_DEPTH
from consentkit.wire.timecode import frame_rate
from consentkit.wire.timeline_parts import (
    NOT_CARRIED,
    SEVERAL,
    TIME_REMAP,
    TRANSITION,
    Part,
    checked_time,
    clean_name,
    file_name,
)

_Object: TypeAlias = Mapping[str, object]
_LANES = {"Video": Lane.PICTURE, "Audio": Lane.SOUND}


def parse_otio(untrusted: bytes) -> Timeline:
    """Return what an OTIO file says; of a collection the first timeline.

    Raises:
        LimitError: It is nested too deeply, or has too many clips.
        MalformedError: It is no JSON (``timeline.json``), holds no timeline (``timeline.format``),
            or a time or rate is missing or impossible.
    """
    try:
        value: object = json.loads(untrusted.decode("utf-8-sig"), parse_constant=_no_number)
    except RecursionError as exc:
        raise LimitError("timeline.too-deep", limit=TIMELINE_MAX_DEPTH) from exc
    except ValueError as exc:
        raise MalformedError("timeline.json") from exc
    timelines = _timelines(value, 0)
    if not timelines:
        raise MalformedError("timeline.format")
    tracks = _object(timelines[0].get("tracks"))
    part, _ = _item(tracks, 0)
    if len(timelines) > 1:
        part.warn(SEVERAL)
    return part.timeline(_timeline_rate(timelines[0]))


def _no_number(_text: str) -> None:
    """Take what is no number, like NaN in some program's notes, for nothing."""


def _object(value: object) -> _Object:
    if not isinstance(value, dict):
        raise MalformedError("timeline.format")
    return value


def _kind(value: _Object) -> str:
    schema = value.get("OTIO_SCHEMA")
    return schema.rpartition(".")[0] if isinstance(schema, str) else ""


def _children(value: _Object) -> list[_Object]:
    children = value.get("children")
    if children is None:
        return []
    if not isinstance(children, list):
        raise MalformedError("timeline.format")
    return [_object(child) for child in children]


def _timelines(value: object, depth: int) -> list[_Object]:
    if not isinstance(value, dict) or depth >= TIMELINE_MAX_DEPTH:
        return []
    if _kind(value) == "Timeline":
        return [value]
    if _kind(value) == "SerializableCollection":
        return [one for child in _children(value) for one in _timelines(child, depth + 1)]
    return []


def _number(value: object) -> Fraction:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise MalformedError("timeline.time")
    return Fraction(value)


def _time(value: object) -> Fraction:
    """Return the seconds of a ``RationalTime``."""
    fields = _object(value)
    rate = _rate_of(fields)
    frames = _number(fields.get("value"))
    whole = round(frames)
    # Programs count frames as doubles; what is within a thousandth of a frame is that frame.
    exact = whole if abs(frames - whole) < Fraction(1, 1000) else frames
    return checked_time(exact / rate)


def _rate_of(fields: _Object) -> Fraction:
    value = _number(fields.get("rate"))
    # Sound is counted in samples: 48000 is a rate of time, if none of pictures.
    return value if value > 1000 else frame_rate(value)  # noqa: PLR2004 -- as said


def _range(value: object) -> tuple[Fraction, Fraction] | None:
    """Return (start, duration) of a ``TimeRange``, or None where there is none."""
    if value is None:
        return None
    fields = _object(value)
    duration = _time(fields.get("duration"))
    if duration < 0:
        raise MalformedError("timeline.time")
    return _time(fields.get("start_time")), duration


def _timeline_rate(timeline: _Object) -> Fraction:
    """Return the rate: of the timeline's beginning, else of the first picture clip's range."""
    begin = timeline.get("global_start_time")
    if isinstance(begin, dict):
        return frame_rate(_rate_of(begin))
    waiting = [_object(timeline.get("tracks"))]
    while waiting:
        item = waiting.pop()
        if _kind(item) == "Track" and item.get("kind") == "Audio":
            continue
        found = item.get("source_range")
        if _kind(item) in {"Clip", "Gap"} and isinstance(found, dict):
            return frame_rate(_rate_of(_object(found.get("duration"))))
        waiting.extend(reversed(_children(item)))
    raise MalformedError("timeline.rate")


def _item(item: _Object, depth: int) -> tuple[Part, Fraction]:
    """Return the clips of a track or stack in its own time, trimmed, and its length."""
    if depth >= TIMELINE_MAX_DEPTH:
        raise LimitError("timeline.too-deep", limit=TIMELINE_MAX_DEPTH)
    part = Part()
    if _kind(item) == "Track":
        length = _track(part, item, depth)
    elif _kind(item) == "Stack":
        length = Fraction(0)
        for child in _children(item):
            length = max(length, _placed(part, child, Fraction(0), None, depth))
    else:
        raise MalformedError("timeline.format")
    trimmed = _range(item.get("source_range"))
    if trimmed is None:
        return part, length
    shown = Part()
    shown.place(part, Fraction(0), trimmed[1], trimmed[0])
    return shown, trimmed[1]


def _track(part: Part, track: _Object, depth: int) -> Fraction:
    lane = _LANES.get(str(track.get("kind")))
    if lane is None:
        part.warn(NOT_CARRIED)
    position = Fraction(0)
    for child in _children(track):
        position += _placed(part, child, position, lane, depth)
    if lane is None:
        part.clips.clear()
    return position


def _placed(part: Part, item: _Object, start: Fraction, lane: Lane | None, depth: int) -> Fraction:
    """Place a child at ``start``; return how long it lasts there."""
    kind = _kind(item)
    is_shown = item.get("enabled") is not False
    if kind == "Transition":
        part.warn(TRANSITION)
        return Fraction(0)
    if kind in {"Track", "Stack"}:
        inner, length = _item(item, depth + 1)
        lanes = tuple(Lane) if lane is None else (lane,)
        if is_shown:
            speed = _speed(item, part)
            part.place(inner, start, length, Fraction(0), speed, lanes)
        return length
    if kind in {"Clip", "Gap"}:
        return _leaf(part, item, start, lane if kind == "Clip" and is_shown else None)
    part.warn(NOT_CARRIED)
    return Fraction(0)


def _leaf(part: Part, item: _Object, start: Fraction, lane: Lane | None) -> Fraction:
    reference = _reference(item)
    available = _range(reference.get("available_range"))
    shown = _range(item.get("source_range")) or available
    if shown is None:
        if lane is None and _kind(item) == "Gap":
            return Fraction(0)
        raise MalformedError("timeline.clip-times")
    if lane is None:
        return shown[1]
    if _kind(reference) == "GeneratorReference":
        part.warn(NOT_CARRIED)
        return shown[1]
    media = file_name(reference.get("target_url")) or clean_name(reference.get("name"))
    name = clean_name(item.get("name"))
    speed = _speed(item, part)
    first = shown[0] - (available[0] if available else 0)
    part.add(
        lane,
        start,
        shown[1],
        name=name or media,
        media=media or name,
        source_start=first - shown[1] * speed if speed < 0 else first,
        speed=speed,
        is_from_start=available is not None,
    )
    return shown[1]


def _reference(clip: _Object) -> _Object:
    """Return the media reference of a clip: of version 1, or the active one of version 2."""
    references = clip.get("media_references")
    if isinstance(references, dict):
        active = references.get(str(clip.get("active_media_reference_key", "DEFAULT_MEDIA")))
    else:
        active = clip.get("media_reference")
    return active if isinstance(active, dict) else {}


def _speed(item: _Object, part: Part) -> Fraction:
    effects = item.get("effects")
    speed = Fraction(1)
    for effect in effects if isinstance(effects, list) else ():
        kind = _kind(effect) if isinstance(effect, dict) else ""
        if kind == "LinearTimeWarp":
            speed *= checked_time(_number(effect.get("time_scalar")).limit_denominator(100_000))
        elif kind == "FreezeFrame":
            speed = Fraction(0)
        elif kind.endswith(("TimeEffect", "TimeWarp")):
            part.warn(TIME_REMAP)
    return speed
