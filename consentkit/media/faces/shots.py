"""Where one shot ends and the next begins, told a few frames later from the small pictures."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import cv2
import numpy as np

from consentkit.media.faces.small_picture import Picture, SmallPicture
from consentkit.media.taps.cuts import CHANGES, PART_LEVELS, STANDS_OUT

_GRID = (32, 24)
_PARTS = (8, 6)
_AROUND_FRAMES = 6
"""Frames before and after a change that it is held against."""
_QUARTILE = 0.75


@dataclass(slots=True)
class _Step:
    picture: SmallPicture
    grid: Picture
    strength: float
    share: float
    is_other_size: bool


def with_cuts(pictures: Iterable[SmallPicture]) -> Iterator[tuple[SmallPicture, bool]]:
    """Yield every picture with whether a shot begins with it, six frames late.

    A flash counts as a cut, too: a face is found again after it.

    Args:
        pictures: In order of time.
    """
    steps: deque[_Step] = deque()
    ahead = 0
    for picture in pictures:
        steps.append(_step(steps[-1] if steps else None, picture))
        ahead += 1
        if ahead > _AROUND_FRAMES:
            yield _judged(steps, len(steps) - ahead)
            ahead -= 1
        if len(steps) > 2 * _AROUND_FRAMES + 1:
            steps.popleft()
    for place in range(len(steps) - ahead, len(steps)):
        yield _judged(steps, place)


def _step(before: _Step | None, picture: SmallPicture) -> _Step:
    grid = np.asarray(cv2.resize(picture.luma, _GRID, interpolation=cv2.INTER_AREA), np.uint8)
    if before is None:
        return _Step(picture, grid, 0.0, 0.0, is_other_size=False)
    change = cv2.absdiff(grid, before.grid)
    parts = cv2.resize(change, _PARTS, interpolation=cv2.INTER_AREA)
    is_other_size = picture.planes.shape != before.picture.planes.shape
    share = float((parts >= PART_LEVELS).mean())
    return _Step(picture, grid, float(change.mean()), share, is_other_size)


def _judged(steps: deque[_Step], place: int) -> tuple[SmallPicture, bool]:
    step = steps[place]
    if step.is_other_size:
        return step.picture, True
    if not any(step.strength >= least and step.share >= share for least, share in CHANGES):
        return step.picture, False
    around = [
        other.strength
        for number, other in enumerate(steps)
        if number != place and abs(number - place) <= _AROUND_FRAMES and other.strength > 0
    ]
    usual = float(np.quantile(around, _QUARTILE)) if around else 0.0
    return step.picture, step.strength >= STANDS_OUT * usual
