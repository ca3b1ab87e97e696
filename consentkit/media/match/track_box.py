"""The part of an edit in which a view holds: without the other half of a stack, or captions."""

import numpy as np
from numpy.typing import NDArray

from consentkit.media.match.track_judge import Scene, log_ratio
from consentkit.media.match.track_plane import (
    Box,
    blocks_of,
    edit_on,
    edit_pictures,
    recording_on,
    texture_of,
)

_GAIN_MIN = 10.0
"""A rectangle is one of thousands; its gain over the whole must exceed the logarithm of that."""


_EVEN_GAIN = 0.01
"""Blocks without texture say nothing; of two rectangles alike the larger is taken."""


def boxed(scene: Scene, frames: NDArray[np.int64], theirs: NDArray[np.int64]) -> tuple[Box, float]:
    """Return the rectangle of the edit whose blocks speak most for the view, and how much they do.

    The sum is a log-likelihood ratio that takes blocks as independent: good for ranking only.

    Args:
        scene: What is compared.
        frames: Some of the edit's frames.
        theirs: The recording's frame for each of them.
    """
    plane, view = scene.plane, scene.view
    mine = blocks_of(plane, edit_on(plane, view, edit_pictures(plane, view, scene.edit, frames)))
    shown = recording_on(plane, scene.recording, theirs)
    alike = np.einsum("bfc,bfc->bf", mine, blocks_of(plane, shown))
    ratio = log_ratio(alike) * texture_of(plane, shown)
    across = plane.columns // plane.block
    gain = ratio.mean(axis=1).reshape(-1, across) + _EVEN_GAIN
    top, bottom, left, right = _heaviest(gain)
    most = float(gain[top:bottom, left:right].sum())
    if most < float(gain.sum()) + _GAIN_MIN:
        return view.box, float(gain.sum())
    size_x, size_y = plane.block * plane.cell_x, plane.block * plane.cell_y
    start_x, start_y = plane.left * plane.cell_x, plane.top * plane.cell_y
    seen = (
        start_x + left * size_x if left else view.seen[0],
        start_y + top * size_y if top else view.seen[1],
        start_x + right * size_x if right < across else view.seen[2],
        start_y + bottom * size_y if bottom < len(gain) else view.seen[3],
    )
    x = sorted((edge - view.shift_x) / view.scale_x for edge in (seen[0], seen[2]))
    y = [(edge - view.shift_y) / view.scale_y for edge in (seen[1], seen[3])]
    held = view.box
    box = max(held[0], x[0]), max(held[1], y[0]), min(held[2], x[1]), min(held[3], y[1])
    return box, most


def _heaviest(gain: NDArray[np.floating]) -> tuple[int, int, int, int]:
    """Return top, bottom, left, right of the rectangle with the largest sum."""
    sums = np.zeros((gain.shape[0] + 1, gain.shape[1] + 1))
    sums[1:, 1:] = gain.cumsum(axis=0).cumsum(axis=1)
    tops, bottoms = np.triu_indices(len(sums), 1)
    strips = sums[bottoms] - sums[tops]
    lefts, rights = np.triu_indices(sums.shape[1], 1)
    totals = strips[:, rights] - strips[:, lefts]
    strip, place = np.unravel_index(int(totals.argmax()), totals.shape)
    return int(tops[strip]), int(bottoms[strip]), int(lefts[place]), int(rights[place])
