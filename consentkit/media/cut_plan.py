"""Which packets of a recording go into an excerpt.

The main stream, the pictures or else the first sound, goes from the keyframe at or before the
wanted moment to the wanted end; every other one covers the same stretch, as far as it goes itself.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil, floor

from consentkit.kernel.errors import InputError, LimitError
from consentkit.kernel.limits import EXCERPT_MAX_SECONDS
from consentkit.kernel.timebase import TimeRange
from consentkit.media.excerpt_times import StreamTimes, span
from consentkit.media.packets import NO_TIME

_REORDER_GUESS = 16

_SET_BACK_S = 10
"""Packets this much earlier than the first one belong to a clock that was set back."""


@dataclass(frozen=True, slots=True)
class Run:
    """Which packets of one stream go into the excerpt.

    Attributes:
        source_index: The stream's index in the recording.
        first: Leaf of the first packet.
        stop: The leaf behind the last packet.
    """

    source_index: int
    first: int
    stop: int


@dataclass(slots=True)
class SourceStream:
    """Times of one stream's packets, by leaf.

    Attributes:
        index: The stream's index in the recording.
        time_base: What its times count in, in seconds.
        times: See ``packets.packet_time``; ``NO_TIME`` for none.
        durations: As the container says; 0 for unknown.
        keyframes: Leaves of the keyframes.
    """

    index: int
    time_base: Fraction
    times: array[int] = field(default_factory=lambda: array("q"))
    durations: array[int] = field(default_factory=lambda: array("q"))
    keyframes: array[int] = field(default_factory=lambda: array("q"))

    def add(self, time: int | None, duration: int, *, is_keyframe: bool) -> None:
        """Take the next packet."""
        if is_keyframe:
            self.keyframes.append(len(self.times))
        self.times.append(NO_TIME if time is None else time)
        self.durations.append(duration)

    def time(self, leaf: int) -> Fraction | None:
        """Return when a packet is shown, in seconds."""
        value = self.times[leaf]
        return None if value == NO_TIME else value * self.time_base

    def end(self, leaf: int) -> Fraction | None:
        """Return until when a packet is shown, in seconds, as the container says."""
        at = self.time(leaf)
        return None if at is None else at + self.durations[leaf] * self.time_base

    def run_times(self, run: Run) -> StreamTimes:
        """Return the times of a run's packets."""
        times = self.times[run.first : run.stop]
        return StreamTimes(
            self.time_base, tuple(None if time == NO_TIME else time for time in times)
        )


def end_of_all(sources: Mapping[int, SourceStream]) -> Fraction:
    """Return when the last picture or sound ends on the container's clock, in seconds."""
    ends = [
        end
        for source in sources.values()
        for leaf in range(max(0, len(source.times) - 2 * _REORDER_GUESS), len(source.times))
        if (end := source.end(leaf)) is not None
    ]
    return max(ends, default=Fraction(0))


def choose_runs(
    sources: Mapping[int, SourceStream], main_index: int, wanted: TimeRange, origin: Fraction
) -> tuple[Run, ...]:
    """Return the packets to copy, the main stream's first.

    Args:
        sources: The streams of picture and sound.
        main_index: Index of the main stream; where it has nothing, the next one takes its place.
        wanted: What must be in it, seconds from the start of the recording.
        origin: When the recording starts on the container's clock.

    Raises:
        InputError: ``excerpt.outside``: there is nothing there.
        LimitError: ``excerpt.too-long``: the keyframes lie too far apart.
    """
    start, end = wanted.start + origin, wanted.end + origin
    order = sorted(sources.values(), key=lambda source: (source.index != main_index, source.index))
    runs: list[Run] = []
    for source in order:
        if source.index == main_index and source.keyframes:
            first = _keyframe_before(source, start)
        else:
            first = _last_at_or_before(source, start)
        run = _run_until(source, first, end)
        covered = None if run is None else span(source.run_times(run))
        if run is None or covered is None:
            continue
        if covered[1] <= start:
            # It ended before.
            continue
        if covered[1] - covered[0] > 2 * EXCERPT_MAX_SECONDS:
            raise LimitError("excerpt.too-long", limit_s=EXCERPT_MAX_SECONDS)
        if not runs:
            start, end = covered[0], max(end, covered[1])
        runs.append(run)
    if not runs:
        raise InputError("excerpt.outside")
    return tuple(runs)


def _keyframe_before(source: SourceStream, start: Fraction) -> int:
    """Return the leaf of the last keyframe at or before ``start``, or the first keyframe of all."""
    return _last_of(source, source.keyframes, start)


def _last_at_or_before(source: SourceStream, start: Fraction) -> int:
    """Return the leaf of the last packet at or before ``start``, or the first with a time."""
    return _last_of(source, range(len(source.times)), start)


def _last_of(source: SourceStream, leaves: Sequence[int], start: Fraction) -> int:
    limit = floor(start / source.time_base)
    back = ceil(_SET_BACK_S / source.time_base)
    found: int | None = None
    for leaf in leaves:
        time = source.times[leaf]
        if time == NO_TIME:
            continue
        if found is not None and (time > limit or time < source.times[found] - back):
            # What comes behind belongs elsewhere, even if the clock was set back in between.
            break
        found = leaf
    return found or 0


def _run_until(source: SourceStream, first: int, end: Fraction) -> Run | None:
    """Return the run from ``first`` that lasts until ``end`` or the stream's own end."""
    limit = ceil(end / source.time_base)
    stop = _stop_at(source, first, limit)
    while stop > first:
        run = Run(source.index, first, stop)
        covered = span(source.run_times(run))
        if _ends_at(source, first, stop) or covered is None or covered[1] >= end:
            return run
        # The last packet ends too early when packets come at uneven distances.
        limit = max(limit, *source.times[first : stop + 1]) + 1
        stop = max(stop + 1, _stop_at(source, first, limit))
    return None


def _stop_at(source: SourceStream, first: int, limit: int) -> int:
    """Return the leaf behind the last packet that is shown or heard before ``limit``.

    A picture shown later that came along because others refer to it must not stand behind a gap:
    what is shown before it goes in too.
    """
    stop = _stop_before(source, first, limit)
    while stop > first:
        latest = max(source.times[first:stop])
        further = _stop_before(source, first, latest)
        if further <= stop:
            break
        stop = further
    return stop


def _stop_before(source: SourceStream, first: int, limit: int) -> int:
    stop = first
    earliest = _earliest(source, first)
    for leaf in range(first, len(source.times)):
        if NO_TIME < source.times[leaf] < earliest:
            break
        if source.times[leaf] < limit:
            stop = leaf + 1
        elif leaf - stop > 4 * _REORDER_GUESS:
            break
    return stop


def _ends_at(source: SourceStream, first: int, leaf: int) -> bool:
    """Return whether a run from ``first`` cannot go on with ``leaf``."""
    return leaf == len(source.times) or NO_TIME < source.times[leaf] < _earliest(source, first)


def _earliest(source: SourceStream, first: int) -> int:
    """Return the time before which a packet belongs to a clock that was set back."""
    return source.times[first] - ceil(_SET_BACK_S / source.time_base)
