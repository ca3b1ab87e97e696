"""Times of the source turned into times of the redacted video, exactly and without drift."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from fractions import Fraction
from math import ceil, floor

from consentkit.kernel.timebase import TimeRange

COARSEST = Fraction(1, 10_000)
"""Times behind a cut are kept to a tenth of a millisecond, whatever the source counts in."""

BORDER_S = Fraction(1, 1000)
"""A picture that begins this much before a cut belongs to the cut: ranges may be rounded."""


class PictureClock:
    """Turns ticks of a stream into ticks of the redacted video.

    Attributes:
        unit: What the new times count in, in seconds.
    """

    def __init__(self, time_base: Fraction, origin: Fraction, cuts: Sequence[TimeRange]) -> None:
        """Take the source's clock and what is taken out.

        Args:
            time_base: What the stream's times count in, in seconds.
            origin: The zero of ``cuts`` on the stream's clock, in seconds.
            cuts: In order and apart, as ``union`` gives them.
        """
        parts = ceil(time_base / COARSEST) if cuts else 1
        self.unit = time_base / parts
        self._parts = parts
        self._starts = [ceil((cut.start + origin - BORDER_S) / time_base) for cut in cuts]
        self._ends = [ceil((cut.end + origin - BORDER_S) / time_base) for cut in cuts]
        gone = [Fraction(0)]
        for cut in cuts:
            gone.append(gone[-1] + cut.duration)
        # One rounding for each stretch between cuts, so that distances within it stay exact.
        self._offsets = [round((origin + item) / self.unit) for item in gone]

    def is_removed(self, tick: int) -> bool:
        """Return whether what begins at a tick is taken out."""
        place = bisect_right(self._starts, tick) - 1
        return place >= 0 and tick < self._ends[place]

    def moved(self, tick: int) -> int:
        """Return when it begins in the redacted video, in ``unit``."""
        place = bisect_right(self._starts, tick)
        if place and tick < self._ends[place - 1]:
            tick = self._ends[place - 1]
        return tick * self._parts - self._offsets[place]


class SampleClock:
    """Tells which samples of sound are taken out and where the others go."""

    def __init__(self, rate_hz: int, cuts: Sequence[TimeRange]) -> None:
        """Take the rate, and what is taken out in order and apart."""
        self.cuts: list[tuple[int, int]] = []
        gone_exact = Fraction(0)
        gone = 0
        self._gone = [0]
        for cut in cuts:
            start = round(cut.start * rate_hz)
            gone_exact += cut.duration
            # Rounding the sum, not each, keeps thousands of cuts within one sample.
            length = round(gone_exact * rate_hz) - gone
            gone += length
            self.cuts.append((start, start + length))
            self._gone.append(gone)

    def pieces(self, start: int, stop: int) -> list[tuple[int, int, int]]:
        """Return what is kept of some samples: first, behind the last, and where it goes."""
        kept: list[tuple[int, int, int]] = []
        place = bisect_right(self.cuts, (start, 1 << 62))
        if place and start < self.cuts[place - 1][1]:
            start = self.cuts[place - 1][1]
        while start < stop:
            end = self.cuts[place][0] if place < len(self.cuts) else stop
            end = min(end, stop)
            if end > start:
                kept.append((start, end, start - self._gone[place]))
            if place >= len(self.cuts) or end == stop:
                break
            start = self.cuts[place][1]
            place += 1
        return kept


class TickRanges:
    """Stretches in ticks, asked whether a picture is shown within one."""

    def __init__(self, ranges: Sequence[TimeRange], time_base: Fraction, origin: Fraction) -> None:
        """Take stretches in order and apart."""
        self._starts = [floor((item.start + origin) / time_base) for item in ranges]
        self._ends = [ceil((item.end + origin) / time_base) for item in ranges]

    def meets(self, start: int, stop: int) -> bool:
        """Return whether what is shown from ``start`` to ``stop`` is shown within a stretch."""
        place = bisect_right(self._ends, start)
        return place < len(self._starts) and self._starts[place] < stop


def before_cuts(moment: Fraction, cuts: Sequence[TimeRange]) -> Fraction:
    """Return the second of the source that is shown at a second of the redacted video.

    Args:
        moment: In the redacted video.
        cuts: In seconds of the source, in order and apart.
    """
    for cut in cuts:
        if cut.start > moment:
            break
        moment += cut.duration
    return moment
