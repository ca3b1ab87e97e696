"""Where one shot ends and the next begins, told a few frames later from points of them."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import cv2
import numpy as np

from consentkit.media.faces.small_picture import Glimpse
from consentkit.media.taps.cuts import CHANGES, PART_LEVELS, STANDS_OUT

_PARTS = (8, 6)
_AROUND_FRAMES = 6
"""Frames before and after a change that it is held against."""
_QUARTILE = 0.75


@dataclass(slots=True)
class _Step:
    glimpse: Glimpse
    strength: float
    share: float
    is_other_size: bool


def with_cuts(glimpses: Iterable[Glimpse]) -> Iterator[tuple[Glimpse, bool]]:
    """Yield every frame with whether a shot begins with it, six frames late.

    A flash counts as a cut, too: a face is found again after it.

    Args:
        glimpses: In order of time.
    """
    steps: deque[_Step] = deque()
    ahead = 0
    for glimpse in glimpses:
        steps.append(_step(steps[-1].glimpse if steps else None, glimpse))
        ahead += 1
        if ahead > _AROUND_FRAMES:
            yield _judged(steps, len(steps) - ahead)
            ahead -= 1
        if len(steps) > 2 * _AROUND_FRAMES + 1:
            steps.popleft()
    for place in range(len(steps) - ahead, len(steps)):
        yield _judged(steps, place)


def _step(before: Glimpse | None, glimpse: Glimpse) -> _Step:
    if before is None:
        return _Step(glimpse, 0.0, 0.0, is_other_size=False)
    if (before.shape, before.turns) != (glimpse.shape, glimpse.turns):
        return _Step(glimpse, 0.0, 0.0, is_other_size=True)
    change = cv2.absdiff(glimpse.points, before.points)
    parts = cv2.resize(change, _PARTS, interpolation=cv2.INTER_AREA)
    return _Step(
        glimpse, float(change.mean()), float((parts >= PART_LEVELS).mean()), is_other_size=False
    )


def _judged(steps: deque[_Step], place: int) -> tuple[Glimpse, bool]:
    step = steps[place]
    if step.is_other_size:
        return step.glimpse, True
    if not any(step.strength >= least and step.share >= share for least, share in CHANGES):
        return step.glimpse, False
    around = [
        other.strength
        for number, other in enumerate(steps)
        if number != place and abs(number - place) <= _AROUND_FRAMES and other.strength > 0
    ]
    usual = float(np.quantile(around, _QUARTILE)) if around else 0.0
    return step.glimpse, step.strength >= STANDS_OUT * usual
