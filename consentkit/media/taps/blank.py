"""The tap that finds stretches without a picture: black, or one even colour."""

from fractions import Fraction

import numpy as np
from typing_extensions import override

from consentkit.media.taps.base import SampledFrame, Tap, TapResult

EVEN_LEVELS = 8
"""Luma levels between the darkest and the brightest hundredth: compressed black stays within 4,
and a face so faint that it spans less than 8 of 255 cannot be made out (Weber contrast of 3 %)."""

SHORTEST_S = Fraction(1, 2)
"""A step of the coverage; a shorter gap is a blink between two shots."""

FARTHEST_S = Fraction(1)
"""Between frames farther apart, as in a quick scan, nobody knows what is seen."""

_LOW, _HIGH = 1, 99
_MICROSECONDS = 1_000_000


class BlankTap(Tap):
    """Finds stretches in which nothing is seen.

    Result arrays: ``start_us`` and ``end_us``, each ``(n,) int64`` microseconds, in order of time
    and apart; a stretch ends with the first frame that shows something.
    """

    name = "blank"
    version = 1

    def __init__(self) -> None:
        self._found: list[tuple[Fraction, Fraction]] = []
        self._since: Fraction | None = None
        self._last = Fraction(0)

    @override
    def on_frame(self, frame: SampledFrame) -> None:
        """Take the next frame."""
        if frame.at - self._last > FARTHEST_S:
            self._end(self._last)
        low, high = np.percentile(frame.gray[::2, ::2], (_LOW, _HIGH))
        if high - low < EVEN_LEVELS:
            self._since = frame.at if self._since is None else self._since
        else:
            self._end(frame.at)
        self._last = frame.at

    @override
    def finish(self) -> TapResult:
        """Return the stretches."""
        self._end(self._last)
        starts = [int(start * _MICROSECONDS) for start, _ in self._found]
        ends = [int(end * _MICROSECONDS) for _, end in self._found]
        return TapResult(
            {"start_us": np.array(starts, np.int64), "end_us": np.array(ends, np.int64)}, {}
        )

    def _end(self, at: Fraction) -> None:
        if self._since is not None and at - self._since >= SHORTEST_S:
            self._found.append((self._since, at))
        self._since = None
