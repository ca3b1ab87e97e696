"""Exact media time: fractions of a second, half-open ranges, and their written form."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from fractions import Fraction

from consentkit.kernel.errors import MalformedError

_CLOCK = re.compile(
    r"(?:(?:(\d{1,3}):)?([0-5]?\d):(?=[0-5]?\d(?:\D|$)))?(\d{1,9})(?:[.,](\d{1,9}))?"
)


@dataclass(frozen=True, slots=True, order=True)
class TimeRange:
    """A stretch of media time ``[start, end)`` in seconds.

    Raises:
        MalformedError: The end lies before the start, or the start before zero.
    """

    start: Fraction
    end: Fraction

    def __post_init__(self) -> None:
        """Refuse a range that could not be."""
        if self.start < 0 or self.end < self.start:
            raise MalformedError("time.range")

    @property
    def duration(self) -> Fraction:
        """Length in seconds; zero for an empty range."""
        return self.end - self.start

    def contains(self, moment: Fraction) -> bool:
        """Return whether ``moment`` lies in the range; the end does not."""
        return self.start <= moment < self.end

    def encloses(self, other: "TimeRange") -> bool:
        """Return whether all of ``other`` lies in the range."""
        return self.start <= other.start and other.end <= self.end

    def overlap(self, other: "TimeRange") -> Fraction:
        """Return the seconds both ranges share; zero when they only touch."""
        return max(Fraction(0), min(self.end, other.end) - max(self.start, other.start))

    def widened(self, margin: Fraction, limit: Fraction) -> "TimeRange":
        """Return the range with ``margin`` seconds on both sides, kept within ``[0, limit]``."""
        start = max(Fraction(0), self.start - margin)
        return TimeRange(start, max(start, min(limit, self.end + margin)))


def union(ranges: Iterable[TimeRange]) -> tuple[TimeRange, ...]:
    """Return the stretches in order, those that touch as one."""
    found: list[TimeRange] = []
    for item in sorted(ranges):
        if found and item.start <= found[-1].end:
            if item.end > found[-1].end:
                found[-1] = TimeRange(found[-1].start, item.end)
        else:
            found.append(item)
    return tuple(found)


def seconds(value: str | float | Fraction, *, denominator: int = 1_000_000) -> Fraction:
    """Return ``value`` as a fraction whose denominator is at most ``denominator``."""
    return Fraction(value).limit_denominator(denominator)


def parse_time(text: str) -> Fraction:
    """Return the seconds written as ``1:02:33.4``, ``2:33.4`` or ``153.4``.

    Raises:
        MalformedError: The text is not a time of day in media.
    """
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        raise MalformedError("time.text")
    hours, minutes, whole, part = match.groups()
    total = Fraction(int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(whole))
    return total + (Fraction(int(part), 10 ** len(part)) if part else 0)


def parse_range(text: str) -> TimeRange:
    """Return the range written as ``T-T``, each side as ``parse_time`` takes it.

    Raises:
        MalformedError: There are not two times, or the second is the earlier one.
    """
    sides = text.split("-")
    if len(sides) != 2:  # noqa: PLR2004 -- two sides of one dash
        raise MalformedError("time.range")
    return TimeRange(parse_time(sides[0]), parse_time(sides[1]))


def format_time(moment: Fraction, *, decimals: int = 1) -> str:
    """Return ``moment`` as ``1:02:33.4`` or ``2:33.4``, cut (not rounded) to ``decimals``."""
    scale = 10**decimals
    units = int(moment * scale)
    whole, part = divmod(units, scale)
    minutes, second = divmod(whole, 60)
    hours, minute = divmod(minutes, 60)
    tail = f".{part:0{decimals}d}" if decimals else ""
    if hours:
        return f"{hours}:{minute:02d}:{second:02d}{tail}"
    return f"{minute}:{second:02d}{tail}"


def format_instant(instant: datetime) -> str:
    """Return ``instant`` in UTC as RFC 3339 with a ``Z`` and whole seconds or microseconds."""
    utc = instant.astimezone(UTC)
    return utc.isoformat(timespec="microseconds" if utc.microsecond else "seconds").replace(
        "+00:00", "Z"
    )


def parse_instant(text: str) -> datetime:
    """Return the instant written in RFC 3339, as UTC.

    Raises:
        MalformedError: It is not an instant, or names no offset.
    """
    try:
        instant = datetime.fromisoformat(text)
    except ValueError as exc:
        raise MalformedError("time.instant") from exc
    if instant.tzinfo is None:
        raise MalformedError("time.instant")
    return instant.astimezone(UTC)
