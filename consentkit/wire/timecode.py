"""Frame rates and SMPTE timecode as exact fractions.

Source: SMPTE ST 12-1:2014, sections 5.2 and 6 (nominal rates, drop-frame counting).
"""

import math
import re
from fractions import Fraction

from consentkit.kernel.errors import MalformedError

_TIMECODE = re.compile(r"(\d{2}):([0-5]\d)[:;]([0-5]\d)([:;.,])(\d{2,3})")
_NTSC = Fraction(1000, 1001)
_SNAP = Fraction(1, 200)
_MAX_RATE = 1000
_DROPPED_PER_30 = 2


def frame_rate(value: float | Fraction) -> Fraction:
    """Return the exact rate that ``value`` stands for: 29.97 is 30000/1001.

    Raises:
        MalformedError: It is no rate of any video.
    """
    if not math.isfinite(value) or not 1 <= value <= _MAX_RATE:
        raise MalformedError("timeline.rate")
    exact = Fraction(value)
    whole = math.ceil(exact - Fraction(1, 100))
    for known in (Fraction(round(exact)), whole * _NTSC):
        if abs(exact - known) < _SNAP:
            return known
    return exact.limit_denominator(1001)


def nominal(rate: Fraction) -> int:
    """Return the frames that timecode counts in a second: 30 for 30000/1001."""
    return max(1, math.ceil(rate - Fraction(1, 100)))


def parse_timecode(text: str, rate: Fraction, *, is_drop: bool = False) -> Fraction:
    """Return the seconds a timecode stands for.

    Args:
        text: ``HH:MM:SS:FF``; a ``;``, ``.`` or ``,`` before the frames marks drop-frame.
        rate: Frames per second.
        is_drop: Count in drop-frame whatever the mark.

    Raises:
        MalformedError: It is no timecode (``timeline.timecode``), or is drop-frame at a rate that
            has none, so the rate is another one (``timeline.drop-frame``).
    """
    match = _TIMECODE.fullmatch(text)
    base = nominal(rate)
    if match is None or int(match[5]) >= base:
        raise MalformedError("timeline.timecode")
    hours, minutes, seconds, frames = (int(match[place]) for place in (1, 2, 3, 5))
    count = ((hours * 60 + minutes) * 60 + seconds) * base + frames
    if is_drop or match[4] != ":":
        if base % 30 or rate == base:
            raise MalformedError("timeline.drop-frame")
        whole = hours * 60 + minutes
        count -= base // 30 * _DROPPED_PER_30 * (whole - whole // 10)
    return count / rate
