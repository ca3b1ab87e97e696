"""Final Cut Pro 7 XML (``xmeml``), as Premiere Pro and Resolve write it.

Source: Apple, "Final Cut Pro XML Interchange Format", versions 1 to 5: clip items, transitions,
time remapping. In and out points of a retimed clip count frames after the change of speed.
"""

import re
from fractions import Fraction

from consentkit.domain.claims import Timeline
from consentkit.domain.coverage import Lane
from consentkit.kernel.errors import LimitError, MalformedError
from consentkit.kernel.limits import TIMELINE_MAX_DEPTH
from consentkit.kernel.timebase import TimeRange
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

_NUMBER = re.compile(r"-?\d{1,12}(?:\.\d{1,9})?")
_LANES = {"video": Lane.PICTURE, "audio": Lane.SOUND}


def parse_fcp7(root: Node) -> Timeline:
    """Return what the first sequence of an ``xmeml`` file says.

    Raises:
        LimitError: Sequences lie too deeply within one another, or there are too many clips.
        MalformedError: There is no sequence, or a number or rate is missing or impossible.
    """
    return _Reader(root).timeline()


class _Reader:
    def __init__(self, root: Node) -> None:
        self._root = root
        self._parts: dict[int, Part] = {}
        self._known: dict[tuple[str, str], Node] = {}
        for node in root.walk():
            if node.children and node.get("id"):
                self._known.setdefault((node.tag, node.get("id")), node)

    def timeline(self) -> Timeline:
        outer = _outer_sequences(self._root)
        if not outer:
            raise MalformedError("timeline.format")
        part = self._sequence(outer[0], 0)
        if len(outer) > 1:
            part.warn(SEVERAL)
        return part.timeline(_rate(outer[0]))

    def _sequence(self, node: Node, depth: int) -> Part:
        """Return the clips of a sequence, read once however often it is used."""
        if depth >= TIMELINE_MAX_DEPTH:
            raise LimitError("timeline.too-deep", limit=TIMELINE_MAX_DEPTH)
        if id(node) not in self._parts:
            part = Part()
            rate = _rate(node)
            for kind, lane in _LANES.items():
                media = node.child("media", kind)
                for track in media.all("track") if media is not None else ():
                    if track.text_of("enabled").upper() != "FALSE":
                        self._track(part, track, lane, rate, depth)
            self._parts[id(node)] = part
        return self._parts[id(node)]

    def _track(self, part: Part, track: Node, lane: Lane, rate: Fraction, depth: int) -> None:
        items = [
            self._whole(one)
            for one in track.children
            if one.tag in {"clipitem", "generatoritem", "transitionitem"}
        ]
        for place, item in enumerate(items):
            if item.tag == "transitionitem":
                part.warn(TRANSITION)
                continue
            if item.text_of("enabled").upper() == "FALSE":
                continue
            before = items[place - 1] if place else None
            after = items[place + 1] if place + 1 < len(items) else None
            start = _border(item, "start", before, rate)
            end = _border(item, "end", after, rate)
            if start < 0 or end <= start:
                raise MalformedError("timeline.clip-times")
            self._item(part, item, lane, TimeRange(start, end), rate, depth)

    def _item(
        self, part: Part, item: Node, lane: Lane, edit: TimeRange, rate: Fraction, depth: int
    ) -> None:
        sequence, file = item.child("sequence"), item.child("file")
        speed = _speed(item, part)
        source_start = _number(item, "in") / _rate(item, rate) * abs(speed)
        if sequence is not None:
            inner = self._sequence(self._whole(sequence), depth + 1)
            part.place(inner, edit.start, edit.duration, source_start, speed, lanes=(lane,))
            return
        if file is None:
            # A title, a colour or the like, which shows nobody.
            part.warn(NOT_CARRIED)
            return
        whole = self._whole(file)
        media = file_name(whole.text_of("pathurl")) or clean_name(whole.text_of("name"))
        if speed < 0:
            source_start += edit.duration * abs(speed)
        part.add(
            lane,
            edit.start,
            edit.duration,
            name=clean_name(item.text_of("name")) or media,
            media=media,
            source_start=source_start,
            speed=speed,
        )

    def _whole(self, node: Node) -> Node:
        """Return the element itself, or the one it stands for: an empty one names it by its id."""
        return node if node.children else self._known.get((node.tag, node.get("id")), node)


def _outer_sequences(root: Node) -> list[Node]:
    """Return the sequences that lie in no other one."""
    found, waiting = list[Node](), [root]
    while waiting:
        node = waiting.pop()
        if node.tag == "sequence":
            if node.child("media") is not None:
                found.append(node)
        else:
            waiting.extend(reversed(node.children))
    return found


def _rate(node: Node, default: Fraction | None = None) -> Fraction:
    timebase = node.text_of("rate", "timebase")
    if not timebase and default is not None:
        return default
    if _NUMBER.fullmatch(timebase) is None:
        raise MalformedError("timeline.rate")
    value = Fraction(timebase)
    if node.text_of("rate", "ntsc").upper() == "TRUE":
        value = value * 1000 / 1001
    return frame_rate(value)


def _number(node: Node, tag: str) -> Fraction:
    text = node.text_of(tag)
    if _NUMBER.fullmatch(text) is None:
        raise MalformedError("timeline.clip-times")
    return Fraction(text)


def _border(item: Node, tag: str, transition: Node | None, rate: Fraction) -> Fraction:
    """Return where a clip begins or ends; -1 stands for the far side of a transition."""
    value = _number(item, tag)
    if value == -1:
        if transition is None or transition.tag != "transitionitem":
            raise MalformedError("timeline.clip-times")
        value = _number(transition, tag)
    return checked_time(value / rate)


def _speed(item: Node, part: Part) -> Fraction:
    for effect in (one.child("effect") for one in item.all("filter")):
        if effect is None or effect.text_of("effectid") != "timeremap":
            continue
        values = {
            one.text_of("parameterid"): one.text_of("value") for one in effect.all("parameter")
        }
        if values.get("variablespeed", "0").upper() in {"1", "TRUE"}:
            part.warn(TIME_REMAP)
        text = values.get("speed", "100")
        if _NUMBER.fullmatch(text) is None:
            raise MalformedError("timeline.clip-times")
        speed = Fraction(text) / 100
        is_backwards = values.get("reverse", "FALSE").upper() == "TRUE"
        return -abs(speed) if is_backwards else speed
    return Fraction(1)
