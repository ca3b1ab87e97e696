"""What of a recording a timeline shows, and where on the screen each moment lies.

Pure arithmetic: no widget, no painting. Positions are pixels from the left edge of the timeline,
moments are seconds of the recording.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from consentkit.kernel.timebase import TimeRange

CLOSEST_SPAN_S = 1.0
"""Seconds across the whole timeline at the closest zoom: single frames can be told apart."""

FOCUS_MARGIN = 0.15
"""Share of a block's length that stays visible on either side when the view is fitted to it."""

_STEPS_S = (
    0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 900.0,
    1800.0, 3600.0,
)  # fmt: skip
_LABEL_WIDTH_PX = 84


def to_moment(value: float) -> Fraction:
    """Return ``value`` seconds as an exact time in milliseconds, never below zero."""
    return Fraction(max(0, round(value * 1000)), 1000)


@dataclass(frozen=True, slots=True)
class Viewport:
    """The stretch of a recording that is on the screen.

    Attributes:
        duration: Seconds of the whole recording; more than zero.
        width_px: Width of the timeline.
        start: First second shown.
        span: Seconds shown.
    """

    duration: float
    width_px: int
    start: float = 0.0
    span: float = 0.0

    def __post_init__(self) -> None:
        """Keep the stretch inside the recording and the zoom within its bounds."""
        duration = max(self.duration, 0.001)
        span = min(self.span or duration, duration)
        span = max(span, min(CLOSEST_SPAN_S, duration))
        object.__setattr__(self, "duration", duration)
        object.__setattr__(self, "width_px", max(1, self.width_px))
        object.__setattr__(self, "span", span)
        object.__setattr__(self, "start", min(max(0.0, self.start), duration - span))

    @property
    def end(self) -> float:
        """The last second shown."""
        return self.start + self.span

    @property
    def seconds_per_px(self) -> float:
        """Seconds one pixel stands for."""
        return self.span / self.width_px

    def x_of(self, moment: float | Fraction) -> float:
        """Return where ``moment`` lies; outside the widget when it is not shown."""
        return (float(moment) - self.start) / self.seconds_per_px

    def seconds_at(self, x: float) -> float:
        """Return the second at ``x``, kept inside the recording."""
        return min(self.duration, max(0.0, self.start + x * self.seconds_per_px))

    def moment_at(self, x: float) -> Fraction:
        """Return the exact moment at ``x``, to the millisecond, kept inside the recording."""
        return min(to_moment(self.seconds_at(x)), Fraction(self.duration).limit_denominator(10**6))

    def shows(self, moment: float | Fraction) -> bool:
        """Return whether ``moment`` is on the screen."""
        return self.start <= float(moment) <= self.end

    def is_seen(self, stretch: TimeRange) -> bool:
        """Return whether any of ``stretch`` is on the screen."""
        return float(stretch.end) >= self.start and float(stretch.start) <= self.end

    @property
    def is_whole(self) -> bool:
        """Whether all of the recording is on the screen."""
        return self.span >= self.duration

    def resized(self, width_px: int) -> "Viewport":
        """Return the same stretch on another width."""
        return replace(self, width_px=width_px)

    def whole(self) -> "Viewport":
        """Return a view of the whole recording."""
        return replace(self, start=0.0, span=self.duration)

    def zoomed(self, factor: float, anchor: float) -> "Viewport":
        """Return a view ``factor`` times as close; the second ``anchor`` stays where it is."""
        span = max(min(CLOSEST_SPAN_S, self.duration), min(self.duration, self.span / factor))
        share = (anchor - self.start) / self.span
        return replace(self, span=span, start=anchor - share * span)

    def focused(self, stretch: TimeRange) -> "Viewport":
        """Return a view fitted to ``stretch`` with a margin on both sides."""
        length = max(float(stretch.duration), CLOSEST_SPAN_S)
        margin = length * FOCUS_MARGIN
        return replace(self, start=float(stretch.start) - margin, span=length + 2 * margin)

    def at_second(self, moment: float) -> "Viewport":
        """Return a view of the second around ``moment``."""
        return replace(self, start=moment - CLOSEST_SPAN_S, span=2 * CLOSEST_SPAN_S)

    def panned(self, seconds: float) -> "Viewport":
        """Return the view moved by ``seconds``."""
        return replace(self, start=self.start + seconds)

    def following(self, moment: float | Fraction) -> "Viewport":
        """Return a view that shows ``moment``: the same one, or turned on by a page."""
        if self.shows(moment):
            return self
        return replace(self, start=float(moment) - self.span * 0.1)


@dataclass(frozen=True, slots=True)
class Ticks:
    """The marks of a ruler.

    Attributes:
        step: Seconds between two labelled marks.
        moments: The labelled marks that are on the screen.
        decimals: Digits after the point their labels need.
    """

    step: float
    moments: tuple[Fraction, ...]
    decimals: int


def ticks(view: Viewport, *, label_px: int = _LABEL_WIDTH_PX) -> Ticks:
    """Return ruler marks whose labels do not run into each other."""
    least = label_px * view.seconds_per_px
    step = next((item for item in _STEPS_S if item >= least), _STEPS_S[-1])
    while step < least:
        step *= 2
    exact = Fraction(step).limit_denominator(10)
    first = int(Fraction(view.start).limit_denominator(1000) / exact)
    count = int(view.span / step) + 2
    moments = (exact * (first + index) for index in range(count))
    return Ticks(
        step,
        tuple(item for item in moments if view.shows(item)),
        1 if step < 1 else 0,
    )


def snapped(
    moment: Fraction, targets: Iterable[Fraction], tolerance: Fraction
) -> tuple[Fraction, bool]:
    """Return the nearest of ``targets`` within ``tolerance``, and whether there was one."""
    near = min(targets, key=lambda item: abs(item - moment), default=None)
    if near is not None and abs(near - moment) <= tolerance:
        return near, True
    return moment, False


def gaps(taken: Iterable[TimeRange], duration: Fraction) -> tuple[TimeRange, ...]:
    """Return the stretches of a recording that none of ``taken`` covers, in order."""
    found: list[TimeRange] = []
    at = Fraction(0)
    for stretch in sorted(taken):
        if stretch.start > at:
            found.append(TimeRange(at, stretch.start))
        at = max(at, stretch.end)
    if at < duration:
        found.append(TimeRange(at, duration))
    return tuple(found)


def frame_step(
    moment: Fraction, rate: Fraction | None, frames: int, duration: Fraction
) -> Fraction:
    """Return the time ``frames`` frames on from ``moment``, by the average rate.

    Args:
        moment: Where the playhead is.
        rate: Frames per second on average; 25 is taken when it is not known.
        frames: How many, negative for back.
        duration: End of the recording.
    """
    per_second = rate if rate is not None and rate > 0 else Fraction(25)
    # A millisecond of grace: players report positions cut to whole milliseconds, which would
    # otherwise lie just before the frame that is on the screen.
    index = int((moment + Fraction(1, 1000)) * per_second)
    return min(duration, max(Fraction(0), Fraction(index + frames) / per_second))
