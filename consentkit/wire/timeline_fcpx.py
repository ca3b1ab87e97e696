"""Final Cut Pro X XML (``fcpxml``), as Final Cut Pro and Resolve write it.

Every element has a place in its parent's time (``offset``), a first moment in its own (``start``)
and a length; connected clips hang on an element and are placed in that element's own time.

Source: Apple, FCPXML reference, versions 1.5 to 1.11 (timing attributes, ``timeMap``, multicam).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

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
from consentkit.wire.timeline_xml import Node

_TIME = re.compile(r"(-?\d{1,18})(?:/(\d{1,12})|\.(\d{1,9}))?s?")
_STORY = frozenset({
    "asset-clip",
    "audio",
    "audition",
    "clip",
    "gap",
    "mc-clip",
    "ref-clip",
    "spine",
    "sync-clip",
    "title",
    "transition",
    "video",
})
_ON_ASSETS = frozenset({"asset-clip", "audio", "video"})
_LANES_OF = {
    "all": (Lane.PICTURE, Lane.SOUND),
    "video": (Lane.PICTURE,),
    "audio": (Lane.SOUND,),
    "none": (),
}
_BOTH = (Lane.PICTURE, Lane.SOUND)


def parse_fcpx(root: Node) -> Timeline:
    """Return what the first project of an ``fcpxml`` file says.

    Raises:
        LimitError: Clips lie too deeply within one another, or there are too many.
        MalformedError: There is no project, or a time or rate is missing or impossible.
    """
    return _Reader(root).timeline()


@dataclass(frozen=True, slots=True)
class _Place:
    """How the time of an element maps to that of the sequence.

    Attributes:
        local: A moment in the element's time ...
        outer: ... and the same moment in the sequence's.
        low: The sequence's moment before which nothing of the element is shown.
        high: The moment from which on nothing is shown.
    """

    local: Fraction
    outer: Fraction
    low: Fraction
    high: Fraction

    def out(self, local: Fraction) -> Fraction:
        return self.outer + local - self.local


class _Reader:
    def __init__(self, root: Node) -> None:
        self._root = root
        resources = root.child("resources")
        self._resources = {
            node.get("id"): node for node in (resources.children if resources else ())
        }
        self._parts: dict[tuple[int, str], Part] = {}

    def timeline(self) -> Timeline:
        projects = [
            node
            for node in self._root.walk()
            if node.tag == "project" and node.child("sequence") is not None
        ]
        sequence = projects[0].child("sequence") if projects else None
        if sequence is None:
            raise MalformedError("timeline.format")
        part = self._sequence(sequence, 0)
        if len(projects) > 1:
            part.warn(SEVERAL)
        return part.timeline(self._rate(sequence))

    def _rate(self, sequence: Node) -> Fraction:
        media_format = self._resources.get(sequence.get("format"))
        length = _time(media_format.get("frameDuration")) if media_format else None
        if not length or length <= 0:
            raise MalformedError("timeline.rate")
        return frame_rate(1 / length)

    def _sequence(self, sequence: Node, depth: int) -> Part:
        """Return the clips of a sequence in its time from 0, read once however often used."""
        key = (id(sequence), "")
        if key not in self._parts:
            part = Part()
            spine = sequence.child("spine")
            if spine is not None:
                start = _time(sequence.get("tcStart")) or Fraction(0)
                offsets = [_time(item.get("offset")) for item in spine.children]
                if any(offset is not None and offset < start for offset in offsets):
                    start = Fraction(0)
                self._row(part, spine, _Place(start, Fraction(0), Fraction(0), _FAR), depth)
            self._parts[key] = part
        return self._parts[key]

    def _row(self, part: Part, row: Node, place: _Place, depth: int) -> None:
        """Place elements one behind the other; an offset, where given, says where."""
        _check_depth(depth)
        position = place.local
        for item in row.children:
            if item.tag not in _STORY:
                continue
            offset = _time(item.get("offset"))
            if item.tag == "transition":
                part.warn(TRANSITION)
                continue
            start = position if offset is None else offset
            position = start + self._item(part, item, place, start, depth + 1)

    def _item(
        self, part: Part, item: Node, place: _Place, offset: Fraction, depth: int
    ) -> Fraction:
        """Place one element at ``offset`` of its parent's time; return its length."""
        _check_depth(depth)
        if item.tag == "audition":
            chosen = next((one for one in item.children if one.tag in _STORY), None)
            return self._item(part, chosen, place, offset, depth + 1) if chosen else Fraction(0)
        if item.tag == "spine":
            self._row(
                part, item, _Place(Fraction(0), place.out(offset), place.low, place.high), depth
            )
            return Fraction(0)
        resource = self._resources.get(item.get("ref"))
        start = _time(item.get("start"))
        if start is None:
            start = _own_start(item, resource)
        duration = _time(item.get("duration"))
        if duration is None:
            duration = _time(resource.get("duration")) if resource else None
        if duration is None or duration < 0:
            raise MalformedError("timeline.clip-times")
        if item.get("enabled") != "0":
            outer = place.out(offset)
            low, high = max(place.low, outer), min(place.high, outer + duration)
            inner = _Place(start, outer, low, high)
            sound = _sound_place(item, place, inner, duration)
            if sound == inner:
                self._content(part, item, resource, inner, _lanes(item), depth)
            else:
                for lane in _lanes(item):
                    shown = sound if lane is Lane.SOUND else inner
                    self._content(part, item, resource, shown, (lane,), depth)
            self._connected(part, item, inner, depth)
        return duration

    def _connected(self, part: Part, item: Node, inner: _Place, depth: int) -> None:
        """Place what hangs on an element, which may reach beyond it."""
        is_container = item.tag in {"clip", "sync-clip"}
        for child in item.children:
            if child.tag not in _STORY or child.tag == "transition":
                continue
            is_inside = is_container and child.get("lane", "0") == "0"
            if is_inside:
                continue
            bounds = (inner.low, inner.high) if item.tag == "sync-clip" else (Fraction(0), _FAR)
            place = _Place(inner.local, inner.outer, *bounds)
            offset = _time(child.get("offset"))
            self._item(part, child, place, inner.local if offset is None else offset, depth + 1)

    def _content(
        self,
        part: Part,
        item: Node,
        resource: Node | None,
        inner: _Place,
        lanes: tuple[Lane, ...],
        depth: int,
    ) -> None:
        if item.tag in _ON_ASSETS:
            if resource is None or resource.tag != "asset":
                part.warn(NOT_CARRIED)
                return
            self._asset(part, item, resource, inner, _of_asset(resource, lanes))
        elif item.tag == "ref-clip":
            sequence = resource.child("sequence") if resource else None
            if sequence is None:
                raise MalformedError("timeline.reference")
            begin = _time(sequence.get("tcStart")) or Fraction(0)
            nested = self._sequence(sequence, depth + 1)
            _show(part, nested, item, inner, lanes, begin)
        elif item.tag == "mc-clip":
            self._multicam(part, item, resource, inner, lanes, depth)
        elif item.tag in {"clip", "sync-clip"}:
            self._container(part, item, inner, lanes, depth)
        elif item.tag == "title":
            part.warn(NOT_CARRIED)

    def _container(
        self, part: Part, item: Node, inner: _Place, lanes: Iterable[Lane], depth: int
    ) -> None:
        within = Part()
        place = _Place(Fraction(0), Fraction(0), Fraction(0), _FAR)
        for child in item.children:
            if child.tag in _STORY and child.get("lane", "0") == "0":
                offset = _time(child.get("offset")) or Fraction(0)
                self._item(within, child, place, offset, depth + 1)
        _show(part, within, item, inner, lanes, Fraction(0))

    def _multicam(
        self,
        part: Part,
        item: Node,
        resource: Node | None,
        inner: _Place,
        lanes: tuple[Lane, ...],
        depth: int,
    ) -> None:
        multicam = resource.child("multicam") if resource else None
        if multicam is None:
            raise MalformedError("timeline.reference")
        begin = _time(multicam.get("tcStart")) or Fraction(0)
        angles = {angle.get("angleID"): angle for angle in multicam.all("mc-angle")}
        for source in item.all("mc-source"):
            angle = angles.get(source.get("angleID"))
            if angle is None:
                raise MalformedError("timeline.reference")
            key = (id(angle), source.get("angleID"))
            if key not in self._parts:
                row = Part()
                self._row(row, angle, _Place(begin, Fraction(0), Fraction(0), _FAR), depth + 1)
                self._parts[key] = row
            enabled = _LANES_OF.get(source.get("srcEnable", "all"), _BOTH)
            used = tuple(lane for lane in lanes if lane in enabled)
            _show(part, self._parts[key], item, inner, used, begin)

    @staticmethod
    def _asset(part: Part, item: Node, asset: Node, inner: _Place, lanes: Iterable[Lane]) -> None:
        begin = _asset_start(asset) or Fraction(0)
        location = asset.get("src")
        if not location and (media := asset.child("media-rep")) is not None:
            location = media.get("src")
        media_name = file_name(location) or clean_name(asset.get("name"))
        for low, high, value, speed in _segments(item, inner, part):
            for lane in lanes:
                part.add(
                    lane,
                    low,
                    high - low,
                    name=clean_name(item.get("name")) or media_name,
                    media=media_name,
                    source_start=value - begin,
                    speed=speed,
                )


_FAR = Fraction(86_400 * 30)


def _check_depth(depth: int) -> None:
    if depth >= TIMELINE_MAX_DEPTH:
        raise LimitError("timeline.too-deep", limit=TIMELINE_MAX_DEPTH)


def _time(text: str) -> Fraction | None:
    """Return a time like ``1001/30000s`` or ``3.5s``; None where there is none."""
    if not text:
        return None
    match = _TIME.fullmatch(text.strip())
    if match is None or (match[2] and not int(match[2])):
        raise MalformedError("timeline.time")
    if match[3]:
        return checked_time(Fraction(f"{match[1]}.{match[3]}"))
    return checked_time(Fraction(int(match[1]), int(match[2] or 1)))


def _asset_start(asset: Node | None) -> Fraction | None:
    return _time(asset.get("start")) if asset is not None and asset.tag == "asset" else None


def _own_start(item: Node, resource: Node | None) -> Fraction:
    """Return the first moment of what an element shows, where it does not say it itself."""
    if item.tag == "ref-clip":
        shown = resource.child("sequence") if resource else None
        return (_time(shown.get("tcStart")) if shown else None) or Fraction(0)
    if item.tag == "mc-clip":
        shown = resource.child("multicam") if resource else None
        return (_time(shown.get("tcStart")) if shown else None) or Fraction(0)
    return (_asset_start(resource) if item.tag in _ON_ASSETS else None) or Fraction(0)


def _sound_place(item: Node, place: _Place, inner: _Place, duration: Fraction) -> _Place:
    """Return the place of an element's sound, which a split edit lets begin or end elsewhere."""
    start, length = _time(item.get("audioStart")), _time(item.get("audioDuration"))
    if start is None and length is None:
        return inner
    begin = inner.out(inner.local if start is None else start)
    end = begin + (duration if length is None else length)
    return _Place(inner.local, inner.outer, max(place.low, begin), min(place.high, end))


def _lanes(item: Node) -> tuple[Lane, ...]:
    if item.tag == "audio":
        return (Lane.SOUND,)
    if item.tag == "video":
        return (Lane.PICTURE,)
    return _LANES_OF.get(item.get("srcEnable", "all"), _BOTH)


def _of_asset(asset: Node, lanes: Iterable[Lane]) -> tuple[Lane, ...]:
    has = {Lane.PICTURE: asset.get("hasVideo"), Lane.SOUND: asset.get("hasAudio")}
    is_told = any(value == "1" for value in has.values())
    return tuple(lane for lane in lanes if not is_told or has[lane] == "1")


def _segments(
    item: Node, inner: _Place, part: Part
) -> list[tuple[Fraction, Fraction, Fraction, Fraction]]:
    """Return (from, to, own time of the source at from, speed) of an element's shown stretch.

    A ``timeMap`` gives points of the element's time and the source's moment at each; before the
    first and behind the last the nearest slope goes on.
    """
    if inner.high <= inner.low:
        return []
    points = _points(item)
    if not points:
        local = inner.local + inner.low - inner.outer
        return [(inner.low, inner.high, local, Fraction(1))]
    if len(points) > 2:  # noqa: PLR2004 -- two ends of one line
        part.warn(TIME_REMAP)
    lines = list(pairwise(points))
    found = []
    for place, ((start, value), (end, last)) in enumerate(lines):
        speed = (last - value) / (end - start)
        low = inner.low if place == 0 else max(inner.low, inner.out(start))
        high = inner.high if place == len(lines) - 1 else min(inner.high, inner.out(end))
        if low < high:
            local = inner.local + low - inner.outer
            found.append((low, high, value + (local - start) * speed, speed))
    return found


def _points(item: Node) -> list[tuple[Fraction, Fraction]]:
    time_map = item.child("timeMap")
    if time_map is None:
        return []
    found = list[tuple[Fraction, Fraction]]()
    for point in time_map.all("timept"):
        moment, value = _time(point.get("time")), _time(point.get("value"))
        if moment is None or value is None or (found and moment <= found[-1][0]):
            raise MalformedError("timeline.clip-times")
        found.append((moment, value))
    return found if len(found) > 1 else []


def _show(
    part: Part, nested: Part, item: Node, inner: _Place, lanes: Iterable[Lane], begin: Fraction
) -> None:
    """Show a nested timeline, whose own time begins at ``begin``, through an element."""
    for low, high, value, speed in _segments(item, inner, part):
        part.place(nested, low, high - low, value - begin, speed, lanes)
