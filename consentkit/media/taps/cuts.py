"""The tap that finds hard cuts of the full picture, with the exact time of the first new frame.

It sees a few points of every decoded frame. At a cut many parts of the picture change between two
neighbouring frames far more than they do around it, and what was there before does not come back.
"""

from collections import deque
from dataclasses import dataclass
from fractions import Fraction

import cv2
import numpy as np
from numpy.typing import NDArray
from typing_extensions import override

from consentkit.media.taps.base import (
    GridFrame,
    GridTap,
    StreamFacts,
    TapResult,
)

REACH_S = Fraction(2, 5)
"""A change is held against what happens this long before and after it."""
REACH_FRAMES = 24
"""The same in frames where there are very many per second."""

CHANGES = ((6.0, 0.4), (12.0, 0.15))
"""Least change of a cut: mean luma levels, and share of the picture's parts that change.

Two rooms of the same colours differ by 10 levels and more, a nod moves 3. Where most of the picture
is a border the rest changes the more; a caption or a small inset reaches neither.
"""
PART_LEVELS = 5.0
"""A part has changed when its points moved by this many levels on average."""
STANDS_OUT = 2.5
"""How many times stronger than its neighbours a change is."""
STAYS = 0.5
"""Share of the change that is still there afterwards; after a flash there is none."""

_PARTS = (8, 6)
_LOOK_PAST_FRAMES = 3
"""Flashes and damaged frames last one or two frames."""


@dataclass(slots=True)
class _Step:
    """From one frame to the next."""

    before: Fraction
    at: Fraction
    strength: float
    share: float
    points: NDArray[np.uint8]


class CutsTap(GridTap):
    """Finds hard cuts on the full frame.

    Result arrays, one row per cut: ``at_us`` ``int64``, time of the first new frame in
    microseconds; ``before_us`` ``int64``, time of the last old frame that was decoded;
    ``strength`` ``uint8``, mean change in luma levels; ``share`` ``uint8``, share of the picture
    that changed, 255 for all. A quick scan finds none.
    """

    name = "cuts"
    version = 1

    def __init__(self) -> None:
        self._is_quick = False
        self._last: GridFrame | None = None
        self._steps: deque[_Step] = deque()
        self._next = 0
        self._found: list[_Step] = []

    @override
    def begin(self, facts: StreamFacts) -> None:
        """Take what is known before the first frame."""
        self._is_quick = facts.is_quick

    @override
    def on_grid(self, frame: GridFrame) -> None:
        """Take the points of the next frame; one that is not later than the last is passed over."""
        last = self._last
        if self._is_quick or (last is not None and frame.at <= last.at):
            return
        self._last = frame
        if last is None:
            return
        moved = cv2.absdiff(frame.points, last.points)
        parts = cv2.resize(moved, _PARTS, interpolation=cv2.INTER_AREA)
        strength, share = cv2.mean(moved)[0], float((parts >= PART_LEVELS).mean())
        self._steps.append(_Step(last.at, frame.at, strength, share, last.points))
        while self._next < len(self._steps) and self._is_surrounded(self._next):
            self._judge()

    @override
    def finish(self) -> TapResult:
        """Return the cuts."""
        while self._next < len(self._steps):
            self._judge()
        return TapResult(
            arrays={
                "at_us": np.array([round(cut.at * 1_000_000) for cut in self._found], np.int64),
                "before_us": np.array(
                    [round(cut.before * 1_000_000) for cut in self._found], np.int64
                ),
                "strength": np.array([round(cut.strength) for cut in self._found], np.uint8),
                "share": np.array([round(cut.share * 255) for cut in self._found], np.uint8),
            },
            values={},
        )

    def _is_surrounded(self, place: int) -> bool:
        behind = len(self._steps) - 1 - place
        return behind >= REACH_FRAMES or (
            behind >= _LOOK_PAST_FRAMES and self._steps[-1].at - self._steps[place].at >= REACH_S
        )

    def _judge(self) -> None:
        """Decide on the next step and forget steps that are too far behind."""
        place, steps = self._next, self._steps
        step = steps[place]
        if any(step.strength >= least and step.share >= share for least, share in CHANGES):
            around = [
                other.strength
                for number, other in enumerate(steps)
                if number != place and abs(other.at - step.at) <= REACH_S
            ]
            if step.strength >= STANDS_OUT * _usual(around) and self._stays(place):
                self._found.append(step)
        self._next += 1
        while self._next > REACH_FRAMES or (self._next > 0 and step.at - steps[0].at > REACH_S):
            steps.popleft()
            self._next -= 1

    def _stays(self, place: int) -> bool:
        """Return whether the frames after the step differ from the one before it for good."""
        last = min(place + _LOOK_PAST_FRAMES, len(self._steps) - 1)
        if last == place:
            return True
        # The points of a step are those before it, so these are of the frame before the last one.
        gone = cv2.mean(cv2.absdiff(self._steps[last].points, self._steps[place].points))[0]
        return gone >= STAYS * self._steps[place].strength


def _usual(strengths: list[float]) -> float:
    """Return the third quartile of the changes that are any; frames shown twice do not count."""
    moving = sorted(value for value in strengths if value > 0)
    return moving[len(moving) * 3 // 4] if moving else 0.0
