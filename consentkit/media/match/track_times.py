"""Times of an edit and of a recording brought together."""

from dataclasses import dataclass
from typing import overload

import numpy as np
from numpy.typing import NDArray

from consentkit.kernel.errors import MalformedError

SPEED_MIN, SPEED_MAX = 0.5, 2.0
SLACK_MAX_S = 30.0


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A run of time that is known but for a small error.

    Attributes:
        edit_s: A second of the edit.
        source_s: The second of the recording that is shown then.
        speed: Seconds of the recording per second of the edit.
        slack_s: How far the truth may lie to either side, in seconds of the recording.
    """

    edit_s: float
    source_s: float
    speed: float = 1.0
    slack_s: float = 1.0

    def __post_init__(self) -> None:
        """Refuse a speed that no edit has."""
        if not SPEED_MIN <= self.speed <= SPEED_MAX or not 0 <= self.slack_s <= SLACK_MAX_S:
            raise MalformedError("track.line")

    @overload
    def at(self, edit_s: float) -> float: ...
    @overload
    def at(self, edit_s: NDArray[np.float64]) -> NDArray[np.float64]: ...
    def at(self, edit_s: float | NDArray[np.float64]) -> float | NDArray[np.float64]:
        """Return the seconds of the recording at seconds of the edit."""
        return self.source_s + (edit_s - self.edit_s) * self.speed


@dataclass(frozen=True, slots=True)
class SourceStretch:
    """A stretch of a recording somewhere in which the moment lies.

    Attributes:
        start_s: Second of the recording from which.
        end_s: Second until which.
        speed_min: Slowest run of time to try.
        speed_max: Fastest run of time to try.
    """

    start_s: float
    end_s: float
    speed_min: float = 0.75
    speed_max: float = 1.33

    def __post_init__(self) -> None:
        """Refuse a stretch of no length."""
        is_speed = SPEED_MIN <= self.speed_min <= self.speed_max <= SPEED_MAX
        if not 0 <= self.start_s < self.end_s or not is_speed:
            raise MalformedError("track.stretch")


def nearest(times_s: NDArray[np.float64], wanted_s: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return the index of the time next to each of those wanted; ``times_s`` rises."""
    after = np.searchsorted(times_s, wanted_s).clip(0, len(times_s) - 1)
    before = np.maximum(after - 1, 0)
    is_before = np.abs(times_s[before] - wanted_s) <= np.abs(times_s[after] - wanted_s)
    return np.where(is_before, before, after).astype(np.int64)
