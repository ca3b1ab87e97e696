"""CMX 3600 edit decision lists.

An EDL counts in timecode and does not say at which rate, so the rate comes from the person: a
guess of 24 for 25 would put every clip elsewhere. It begins by convention at a full hour.

Source: CMX 3600 edit list format as written by Premiere Pro, Resolve, Avid and OpenTimelineIO.
"""

import re
from dataclasses import dataclass, field
from fractions import Fraction

from consentkit.domain.claims import Timeline
from consentkit.domain.coverage import Lane
from consentkit.kernel.errors import InputError, LimitError, MalformedError
from consentkit.kernel.limits import TIMELINE_MAX_CLIPS
from consentkit.wire.timecode import frame_rate, parse_timecode
from consentkit.wire.timeline_parts import NOT_CARRIED, TRANSITION, Part, clean_name, file_name

_TC = r"(\d{2}[:;]\d{2}[:;]\d{2}[:;.,]\d{2,3})"
_EVENT = re.compile(
    rf"(\d{{1,6}})\s+(\S.*?)\s+(\S+)\s+(C|D|W\d{{1,3}}|KB|KO|K)(?:\s+(\d{{1,4}}))?"
    rf"\s+{_TC}\s+{_TC}\s+{_TC}\s+{_TC}"
)
_MOTION = re.compile(rf"M2\s+(\S.*?)\s+(-?\d{{1,6}}(?:\.\d{{1,6}})?)\s+{_TC}")
_NOTE = re.compile(r"\*\s*([A-Z ]{4,32}?)\s*:\s*(.*)")
_FREEZE = re.compile(r"\*[\s*]*FREEZE FRAME\b.*")
_LONGEST_LINE = 1000  # Runs of spaces are joined before matching, so that no line takes long.
_PERCENT_NOISE = Fraction(1, 250)
_BLACK = frozenset({"BL", "BLACK"})


@dataclass(slots=True)
class _Event:
    reel: str
    lanes: tuple[Lane, ...]
    kind: str
    source: tuple[Fraction, Fraction]
    record: tuple[Fraction, Fraction]
    hour: Fraction  # The full hour of timecode before it, where by convention the timeline begins.
    notes: dict[str, str] = field(default_factory=dict)
    motion_fps: Fraction | None = None
    is_still: bool = False


def parse_edl(text: str, rate: Fraction | None) -> Timeline:
    """Return what an EDL says.

    Args:
        text: The whole file.
        rate: Frames per second of the timeline it came from.

    Raises:
        InputError: ``timeline.rate-needed``: no rate was given.
        LimitError: It has more events than any.
        MalformedError: There is no event, or a timecode that cannot be, also not at that rate.
    """
    if rate is None:
        raise InputError("timeline.rate-needed")
    exact = frame_rate(rate)
    events, part = _events(text, exact)
    if not events:
        raise MalformedError("timeline.format")
    for event in events:
        _add(part, event, exact)
    earliest = min(events, key=lambda event: event.record[0])
    return part.timeline(exact, earliest.hour)


def _events(text: str, rate: Fraction) -> tuple[list[_Event], Part]:
    part, events = Part(), list[_Event]()
    number, first, is_drop = "", 0, False
    for raw in text.splitlines():
        line = raw.strip()[:_LONGEST_LINE]
        if line.upper().startswith("FCM:"):
            is_drop = "NON" not in line.upper()
        elif match := _EVENT.fullmatch(" ".join(line.split())):
            if match[1] != number:
                number, first = match[1], len(events)
            events.append(_event(match, rate, is_drop=is_drop))
            if len(events) > TIMELINE_MAX_CLIPS:
                raise LimitError("timeline.too-many-clips", limit=TIMELINE_MAX_CLIPS)
            if match[4] != "C":
                part.warn(TRANSITION)
        elif line[:1].isdigit():
            # A line that begins like an event and is none must not vanish silently.
            raise MalformedError("timeline.edl-event")
        elif events:
            _note(line, events[first:], part)
    return events, part


def _event(match: re.Match[str], rate: Fraction, *, is_drop: bool) -> _Event:
    times = [parse_timecode(match[place], rate, is_drop=is_drop) for place in range(6, 10)]
    return _Event(
        clean_name(match[2]),
        _lanes(match[3].upper()),
        match[4],
        (times[0], times[1]),
        (times[2], times[3]),
        parse_timecode(f"{match[8][:2]}:00:00{match[8][8]}00", rate, is_drop=is_drop),
    )


def _lanes(channels: str) -> tuple[Lane, ...]:
    has_picture = channels.startswith(("V", "B")) or "/V" in channels
    has_sound = channels.startswith(("A", "B")) or "/A" in channels
    if not has_picture and not has_sound:
        return (Lane.PICTURE,)
    return tuple(
        lane for lane, has in ((Lane.PICTURE, has_picture), (Lane.SOUND, has_sound)) if has
    )


def _note(line: str, group: list[_Event], part: Part) -> None:
    """Take a comment, which belongs to all events of its number."""
    if motion := _MOTION.fullmatch(" ".join(line.split())):
        reel = clean_name(motion[1])
        named = [event for event in group if event.reel == reel] or group
        named[-1].motion_fps = Fraction(motion[2])
    elif _FREEZE.fullmatch(line.upper()):
        group[-1].is_still = True
    elif note := _NOTE.fullmatch(line):
        for event in group:
            event.notes.setdefault(note[1].strip(), note[2].strip())
    elif line.upper().startswith("SPLIT"):
        part.warn(NOT_CARRIED)


def _add(part: Part, event: _Event, rate: Fraction) -> None:
    start, end = event.record
    if end < start or event.source[1] < event.source[0]:
        raise MalformedError("timeline.edl-event")
    if event.reel.upper() in _BLACK:
        return
    name, media = _names(event)
    speed = _speed(event, rate)
    for lane in event.lanes:
        part.add(
            lane,
            start,
            end - start,
            name=name,
            media=media,
            source_start=event.source[1] if speed < 0 else event.source[0],
            speed=speed,
            is_from_start=False,
        )


def _names(event: _Event) -> tuple[str, str]:
    notes = event.notes
    is_incoming = event.kind != "C" and "TO CLIP NAME" in notes
    name = notes["TO CLIP NAME"] if is_incoming else notes.get("FROM CLIP NAME", "")
    location = notes.get("SOURCE FILE") or notes.get("FROM FILE") or notes.get("FROM CLIP")
    if is_incoming:
        location = notes.get("TO FILE", "")
    reel = "" if event.reel.upper() == "AX" else event.reel
    media = file_name(location) or file_name(name) or reel
    return clean_name(name) or media, media


def _speed(event: _Event, rate: Fraction) -> Fraction:
    """Return the speed: from the lengths where they differ, else from the motion line."""
    source = event.source[1] - event.source[0]
    record = event.record[1] - event.record[0]
    if event.is_still or event.motion_fps == 0:
        return Fraction(0)
    if record <= 0 or event.motion_fps is None:
        # Without a motion line a different length is a rounding of frames, if it is anything.
        is_retimed = record > 0 and abs(source - record) > 2 / rate
        return source / record if is_retimed and source > 0 else Fraction(1)
    told = event.motion_fps / rate
    # Frames per second are written with one decimal, so that a tenth of a percent is noise.
    percent = Fraction(round(told * 100), 100)
    told = percent if abs(told - percent) < _PERCENT_NOISE else told
    if abs(source - record) <= 1 / rate:
        return told
    return (source / record) * (1 if told > 0 else -1)
