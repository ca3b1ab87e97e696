"""How a face moves from one frame to another where the detector does not see it: optical flow."""

import cv2
import numpy as np
from numpy.typing import NDArray

from consentkit.media.faces.box import Box
from consentkit.media.faces.small_picture import Picture, SmallPicture

_SIDE_PX = 96
"""The part around the face is made this large, so that flow costs the same for every face."""
_AROUND = 1.2
"""Sizes of the face between its middle and the part's edge."""
_POINTS = 7
_POINTS_MIN = 12
"""Points of a face in the picture from which its motion is told."""
_INNER = 0.8
_MISS_MAX_PX = 1.5
"""A point that does not come back to where it started, after going there and back, is lost."""
_KEPT_MIN = 0.4
_GROWTH_MAX = 1.12
_PATCH_PX = 24
_SAME_MIN = 0.45
"""Correlation with the face as it was seen last, below which something else is there."""


Appearance = NDArray[np.float32]
"""How a face looks, ``(24 * 24,) float32`` of mean 0 and length 1."""


def moved(before: SmallPicture, after: SmallPicture, box: Box) -> Box | None:
    """Return where the face of one picture is in another; None when too much of it is lost.

    Args:
        before: The picture the face is known in.
        after: One shortly before or after it.
        box: Where the face is in the first.
    """
    scale = _SIDE_PX / (2 * _AROUND * box.size)
    x, y = box.centre
    matrix = np.array([
        [scale, 0.0, _SIDE_PX / 2 - scale * x],
        [0.0, scale, _SIDE_PX / 2 - scale * y],
    ])
    first, second = _part(before.luma, matrix), _part(after.luma, matrix)
    points = _grid(box.width * scale, box.height * scale)
    inside = (points[:, 0] / scale + [x, y] - _SIDE_PX / 2 / scale).T
    points = points[
        (inside[0] >= 0)
        & (inside[1] >= 0)
        & (inside[0] < before.width)
        & (inside[1] < before.height)
    ]
    if len(points) < _POINTS_MIN:
        return None
    there, found, _ = cv2.calcOpticalFlowPyrLK(first, second, points, np.empty_like(points))
    back, found_back, _ = cv2.calcOpticalFlowPyrLK(second, first, there, np.empty_like(points))
    miss = np.abs(back - points).max(axis=(1, 2))
    kept = (found.ravel() > 0) & (found_back.ravel() > 0) & (miss <= _MISS_MAX_PX)
    if kept.sum() < _KEPT_MIN * len(points):
        return None
    start, end = points[kept, 0].astype(np.float64), there[kept, 0].astype(np.float64)
    shift = np.median(end - start, axis=0)
    growth = float(np.clip(_growth(start, end), 1 / _GROWTH_MAX, _GROWTH_MAX))
    # The points' middle moves by the shift, and so does the face's.
    return box.moved(float(shift[0]) / scale, float(shift[1]) / scale, growth)


def appearance(picture: SmallPicture, box: Box) -> Appearance:
    """Return how a face looks."""
    matrix = np.array([
        [_PATCH_PX / box.width, 0.0, -box.left * _PATCH_PX / box.width],
        [0.0, _PATCH_PX / box.height, -box.top * _PATCH_PX / box.height],
    ])
    patch = _part(picture.luma, matrix, _PATCH_PX).astype(np.float32).ravel()
    patch -= patch.mean()
    return patch / max(1.0, float(np.linalg.norm(patch)))


def is_same(one: Appearance, other: Appearance) -> bool:
    """Return whether two appearances are of one face that hardly changed."""
    return float(one @ other) >= _SAME_MIN


def _growth(start: NDArray[np.float64], end: NDArray[np.float64]) -> float:
    """Return how much further apart the points are, by the median of all pairs."""
    one, other = np.triu_indices(len(start), 1)
    before = np.hypot(*(start[one] - start[other]).T)
    after = np.hypot(*(end[one] - end[other]).T)
    apart = before >= _SIDE_PX / 12
    return float(np.median(after[apart] / before[apart])) if apart.any() else 1.0


def _grid(width: float, height: float) -> NDArray[np.float32]:
    across, down = np.meshgrid(
        np.linspace(-width / 2, width / 2, _POINTS) * _INNER,
        np.linspace(-height / 2, height / 2, _POINTS) * _INNER,
    )
    points = np.stack([across.ravel(), down.ravel()], axis=1) + _SIDE_PX / 2
    return points.astype(np.float32).reshape(-1, 1, 2)


def _part(luma: Picture, matrix: NDArray[np.float64], side_px: int = _SIDE_PX) -> Picture:
    shown = cv2.warpAffine(
        luma, matrix, (side_px, side_px), flags=cv2.INTER_AREA, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(shown, np.uint8)
