"""What the readers of timelines share: clips with clean names, and how one lies within another."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from urllib.parse import unquote

from consentkit.domain.claims import Timeline, TimelineClip
from consentkit.domain.coverage import Lane
from consentkit.kernel.errors import LimitError, MalformedError
from consentkit.kernel.limits import NAME_MAX_CHARS, TIMELINE_MAX_CLIPS
from consentkit.kernel.timebase import TimeRange

TRANSITION = "timeline.transition"
TIME_REMAP = "timeline.time-remap"
REVERSE = "timeline.reverse"
SEVERAL = "timeline.several"
NOT_CARRIED = "timeline.not-carried"
"""Warnings: a transition is taken for a cut; a speed that changes, or playing backwards, is taken
for one constant speed; only the first of several timelines was read; something was left out."""

_FARTHEST_S = 86_400 * 40
"""No time in a timeline lies further from its beginning; even full days of timecode do not."""


_MOST_LOOKED_AT = 5_000_000
"""Clips of nested timelines looked at in one: some seconds of work, a thousand compound clips."""


def clean_name(text: object) -> str:
    """Return a name as plain text, fit for a table row; what is no text is empty."""
    if not isinstance(text, str):
        return ""
    visible = "".join(char for char in text if char.isprintable())
    return visible.strip()[:NAME_MAX_CHARS].strip()


def file_name(location: object) -> str:
    """Return the last part of a path or URL, decoded, as plain text."""
    if not isinstance(location, str):
        return ""
    is_url = "://" in location[:32]
    path = unquote(location.split("?", 1)[0].split("#", 1)[0]) if is_url else location
    return clean_name(path.replace("\\", "/").rstrip("/").rpartition("/")[2])


def checked_time(value: Fraction) -> Fraction:
    """Return a time that a timeline may have.

    Raises:
        MalformedError: It lies farther out than any.
    """
    if abs(value) > _FARTHEST_S:
        raise MalformedError("timeline.time")
    return value


@dataclass(slots=True)
class Part:
    """The clips of one timeline while it is read, in its own seconds.

    Attributes:
        clips: What was found, in no order.
        warnings: Codes in the order they came up, each once.
    """

    clips: list[TimelineClip] = field(default_factory=list)
    warnings: dict[str, None] = field(default_factory=dict)
    _looked_at: int = 0

    def warn(self, code: str) -> None:
        """Note something that is not carried over."""
        self.warnings[code] = None

    def add(
        self,
        lane: Lane,
        start: Fraction,
        duration: Fraction,
        *,
        name: str,
        media: str,
        source_start: Fraction,
        speed: Fraction = Fraction(1),
        is_from_start: bool = True,
    ) -> None:
        """Add a clip; one without length is none, one from before the beginning is cut.

        Raises:
            LimitError: There are more clips than in any timeline.
            MalformedError: A time lies farther out than any.
        """
        for value in (start, duration, source_start, speed):
            checked_time(value)
        if start < 0:
            source_start -= start * speed
            duration, start = duration + start, Fraction(0)
        if duration <= 0:
            return
        if len(self.clips) >= TIMELINE_MAX_CLIPS:
            raise LimitError("timeline.too-many-clips", limit=TIMELINE_MAX_CLIPS)
        if speed < 0:
            self.warn(REVERSE)
        ends = sorted((source_start, source_start + duration * speed))
        low, high = (max(Fraction(0), end) for end in ends)
        self.clips.append(
            TimelineClip(
                lane,
                TimeRange(start, start + duration),
                name,
                media,
                TimeRange(low, high),
                speed,
                is_from_start,
            )
        )

    def place(
        self,
        inner: "Part",
        start: Fraction,
        duration: Fraction,
        inner_start: Fraction,
        speed: Fraction = Fraction(1),
        lanes: Iterable[Lane] = tuple(Lane),
    ) -> None:
        """Add what another timeline shows from its second ``inner_start`` on.

        Args:
            inner: The nested timeline.
            start: Where it lies in this one.
            duration: How long it is shown.
            inner_start: Its own second at which it begins.
            speed: Its seconds per second of this one.
            lanes: The lanes that are used.

        Raises:
            LimitError: Nested timelines are used more often than by any person.
        """
        self.warnings.update(inner.warnings)
        if speed <= 0:
            self.warn(TIME_REMAP)
            return
        self._looked_at += len(inner.clips)
        if self._looked_at > _MOST_LOOKED_AT:
            raise LimitError("timeline.too-dense", limit=_MOST_LOOKED_AT)
        wanted = frozenset(lanes)
        inner_end = inner_start + duration * speed
        for clip in inner.clips:
            low = max(clip.edit.start, inner_start)
            high = min(clip.edit.end, inner_end)
            if clip.lane in wanted and low < high:
                self.add(
                    clip.lane,
                    start + (low - inner_start) / speed,
                    (high - low) / speed,
                    name=clip.name,
                    media=clip.media,
                    source_start=clip.source_at(low),
                    speed=clip.speed * speed,
                    is_from_start=clip.is_from_start,
                )

    def timeline(self, rate: Fraction, origin: Fraction = Fraction(0)) -> Timeline:
        """Return the timeline with its beginning at ``origin``, each clip once.

        Raises:
            MalformedError: It has no clip.
        """
        moved = Part()
        for clip in self.clips:
            moved.add(
                clip.lane,
                clip.edit.start - origin,
                clip.edit.duration,
                name=clip.name,
                media=clip.media,
                source_start=clip.source_at(clip.edit.start),
                speed=clip.speed,
                is_from_start=clip.is_from_start,
            )
        if not moved.clips:
            raise MalformedError("timeline.empty")
        moved.warnings = self.warnings | moved.warnings
        unique = dict.fromkeys(moved.clips)
        ordered = sorted(unique, key=lambda clip: (clip.lane, clip.edit, clip.media, clip.name))
        return Timeline(rate, tuple(ordered), tuple(moved.warnings))
