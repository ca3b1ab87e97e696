"""Whether picture and sound of an excerpt belong to the moments they were recorded at.

A recording's packet has a time on the recording's clock, which its packet tree vouches for, and
one on the excerpt's clock, as the excerpt's container holds it. What is played is what was recorded
when the two clocks differ by one offset, the same for every packet of every stream.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from consentkit.kernel.errors import VerificationError

ROUNDING_MIN_S = Fraction(2, 1000)
"""Least tolerance of a packet's time: Matroska, FLV and the edit lists of MP4 count in ms."""

ROUNDING_MAX_S = Fraction(20, 1000)
"""Greatest tolerance, whatever a container counts in: two streams are then at most 40 ms apart.

Source: ITU-R BT.1359-1: sound that is less than 45 ms early is not noticed.
"""

LAST_MAX_S = Fraction(1)
"""Longest that the last packet is taken to last, so that a still picture claims no minutes."""

UNTIMED_MAX_S = Fraction(1)
"""How far a packet that the recording has no time for may stand behind the one before it."""


@dataclass(frozen=True, slots=True)
class StreamTimes:
    """When the packets of a stream are shown.

    Attributes:
        time_base: What the times count in, in seconds.
        times: One for every packet, in the order of the container; None when unknown.
    """

    time_base: Fraction
    times: tuple[int | None, ...]


def span(stream: StreamTimes) -> tuple[Fraction, Fraction] | None:
    """Return from when to when packets are shown, in seconds; None when no time is known.

    The last one is taken to last as long as the one shown before it, but at most ``LAST_MAX_S``; a
    single one, no time.
    """
    known = sorted(time for time in stream.times if time is not None)
    if not known:
        return None
    last = (known[-1] - known[-2]) * stream.time_base if len(known) > 1 else Fraction(0)
    return known[0] * stream.time_base, known[-1] * stream.time_base + min(last, LAST_MAX_S)


def tolerance(source: Fraction, excerpt: Fraction) -> Fraction:
    """Return by how many seconds a time may be off after going from one time base to another.

    One unit of each, but at least ``ROUNDING_MIN_S`` and at most ``ROUNDING_MAX_S``.
    """
    return min(max(source + excerpt, ROUNDING_MIN_S), ROUNDING_MAX_S)


def check_together(pairs: Sequence[tuple[StreamTimes, StreamTimes]]) -> None:
    """Check that the excerpt's times are the recording's less one offset for all its streams.

    Args:
        pairs: For every stream the times in the recording and those in the excerpt.

    Raises:
        VerificationError: ``excerpt.times``: they are not.
    """
    least: Fraction | None = None
    greatest: Fraction | None = None
    for source, excerpt in pairs:
        low, high = _offsets(source, excerpt)
        slack = tolerance(source.time_base, excerpt.time_base)
        least = high - slack if least is None else max(least, high - slack)
        greatest = low + slack if greatest is None else min(greatest, low + slack)
    if least is None or greatest is None or least > greatest:
        raise VerificationError("excerpt.times")


def _offsets(source: StreamTimes, excerpt: StreamTimes) -> tuple[Fraction, Fraction]:
    """Return the least and the greatest difference between the clocks, in seconds."""
    failed = VerificationError("excerpt.times")
    if len(source.times) != len(excerpt.times) or not source.times or source.times[0] is None:
        raise failed
    # Whole numbers: an excerpt has up to some hundred thousand packets.
    common = source.time_base.denominator * excerpt.time_base.denominator
    by_source = source.time_base.numerator * excerpt.time_base.denominator
    by_excerpt = excerpt.time_base.numerator * source.time_base.denominator
    untimed_max = int(UNTIMED_MAX_S / excerpt.time_base)
    low: int | None = None
    high: int | None = None
    before = excerpt.times[0]
    for recorded, shown in zip(source.times, excerpt.times, strict=True):
        if shown is None or before is None:
            raise failed
        if recorded is None:
            if not before <= shown <= before + untimed_max:
                raise failed
        else:
            difference = recorded * by_source - shown * by_excerpt
            low = difference if low is None else min(low, difference)
            high = difference if high is None else max(high, difference)
        before = shown
    if low is None or high is None:
        raise failed
    return Fraction(low, common), Fraction(high, common)
