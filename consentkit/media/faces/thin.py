"""Few points instead of a place for every frame, with a bound on the error between them."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

ERROR_MAX = 0.03
"""How far a side may be off between two points, in shares of the box's shorter side: half of what
the detector's own boxes jitter from frame to frame, and a tenth of what is added around a face."""


def thinned(
    times: Sequence[float], boxes: NDArray[np.float64], kept: Sequence[int]
) -> tuple[int, ...]:
    """Return which rows to keep so that the others lie evenly between their neighbours.

    Args:
        times: Of every row, rising.
        boxes: ``(rows, 4)``: left, top, right, bottom.
        kept: Rows kept in any case; the first and the last always are.

    Returns:
        Places of the rows, rising. No side of another row is further than ``ERROR_MAX`` of that
        row's shorter side from the straight line between the rows kept before and after it.
    """
    if not len(boxes):
        return ()
    moments = np.asarray(times, np.float64)
    slack = ERROR_MAX * np.minimum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1])
    chosen = sorted({0, len(boxes) - 1, *kept})
    open_stretches = list(pairwise(chosen))
    found = set(chosen)
    while open_stretches:
        start, end = open_stretches.pop()
        if end - start < 2:  # noqa: PLR2004 -- nothing in between
            continue
        inner = slice(start + 1, end)
        share = (moments[inner] - moments[start]) / (moments[end] - moments[start])
        line = boxes[start] + share[:, None] * (boxes[end] - boxes[start])
        excess = np.abs(boxes[inner] - line).max(axis=1) - slack[inner]
        worst = int(excess.argmax())
        if excess[worst] > 0:
            place = start + 1 + worst
            found.add(place)
            open_stretches += [(start, place), (place, end)]
    return tuple(sorted(found))
