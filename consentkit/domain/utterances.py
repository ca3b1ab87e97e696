"""Stretches of speech between pauses, from how loud a recording is."""

from collections.abc import Sequence
from fractions import Fraction

from consentkit.kernel.errors import MalformedError
from consentkit.kernel.timebase import TimeRange

PAUSE = Fraction(3, 10)
"""Shorter silences lie within words and between words of one breath (Heldner and Edlund 2010,
"Pauses, gaps and overlaps in conversations": gaps and pauses are counted from 0.2 s)."""

SHORTEST = Fraction(1, 5)
"""Shorter sounds are clicks and knocks."""

LONGEST = Fraction(30)
"""Nobody speaks that long without a pause: it is music or noise, and tells nothing of words."""

_BLOCK = Fraction(60)
"""The floor is measured per minute, since every partner has another room and microphone."""

_FLOOR_SHARE = 10
"""One step in ten is taken to be a pause; speech alone has more."""

_ABOVE_FLOOR = 4
"""Speech is 12 dB above the floor at least, the same as for conversations (segmentation)."""


def utterances_of(
    levels: Sequence[int], step: Fraction, *, full_scale: int = 255
) -> tuple[TimeRange, ...]:
    """Return the utterances of a recording, in order and apart by ``PAUSE`` at least.

    Args:
        levels: Effective value of every step, 0 to ``full_scale``, linear; ``bytes`` will do.
        step: Seconds of one step.
        full_scale: The value of the loudest possible sine.

    Raises:
        MalformedError: A step lasts no time.
    """
    if step <= 0:
        raise MalformedError("utterances.step")
    found: list[list[int]] = []
    pause = max(1, round(PAUSE / step))
    for place in _loud_steps(levels, step, full_scale):
        if found and place - found[-1][1] < pause:
            found[-1][1] = place + 1
        else:
            found.append([place, place + 1])
    ranges = (TimeRange(first * step, last * step) for first, last in found)
    return tuple(one for one in ranges if SHORTEST <= one.duration <= LONGEST)


def _loud_steps(levels: Sequence[int], step: Fraction, full_scale: int) -> list[int]:
    length = max(1, round(_BLOCK / step))
    # Below 1 % of full scale (-40 dB) the steps of eight bits are coarser than any voice.
    least = full_scale / 100
    loud: list[int] = []
    for first in range(0, len(levels), length):
        block = levels[first : first + length]
        floor = sorted(block)[len(block) // _FLOOR_SHARE]
        limit = max(least, floor * _ABOVE_FLOOR)
        loud.extend(first + place for place, level in enumerate(block) if level > limit)
    return loud
