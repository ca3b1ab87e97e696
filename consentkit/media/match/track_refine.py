"""A view made to fit to a part of a cell."""

import numpy as np
from numpy.typing import NDArray

from consentkit.media.match.track_judge import Scene, vertex
from consentkit.media.match.track_plane import (
    Blocks,
    Plane,
    View,
    blocks_of,
    detail,
    detail_evened,
    edit_on,
    edit_pictures,
    recording_on,
    texture_of,
)
from consentkit.media.taps.picture_track_codec import Pictures

_ROUNDS = ((0.94, 0.97, 1.0, 1.03, 1.06), (0.985, 1.0, 1.015))
_SHIFT_MAX_CELLS = 6
_HALF_FIT = 0.5
_GAIN_MIN = 0.005
"""A view is left alone where moving it gains less correlation than chance would."""


def refined(scene: Scene, frames: NDArray[np.int64], theirs: NDArray[np.int64]) -> View:
    """Return the neighbouring view under which frames of the edit fit those of the recording best.

    Scales within 7 % and shifts within 6 cells of the grid are tried, both axes alike. A whole-grid
    correlation proposes, the blocks' agreement decides; so the answer never fits worse.

    Args:
        scene: The view to start from.
        frames: Some of the edit's frames.
        theirs: The recording's frame for each of them.
    """
    plane, view = scene.plane, scene.view
    shown = recording_on(plane, scene.recording, theirs)
    target = np.fft.rfft2(detail_evened(detail(shown)))
    blocks, texture = blocks_of(plane, shown), texture_of(plane, shown)
    pictures = edit_pictures(plane, view, scene.edit, frames)
    held = _fit(plane, view, pictures, blocks, texture)
    for scales in _ROUNDS:
        proposed = _proposed(plane, view, pictures, target, scales)
        fit = _fit(plane, proposed, pictures, blocks, texture)
        if fit < held + _GAIN_MIN:
            break
        view, held = proposed, fit
    return view


def _fit(
    plane: Plane, view: View, pictures: Pictures, theirs: Blocks, texture: NDArray[np.float32]
) -> float:
    """Return 0 to 1: how well blocks fit; a half fit counts nothing, so that no caption pulls."""
    mine = blocks_of(plane, edit_on(plane, view, pictures))
    alike = np.einsum("bfc,bfc->bf", mine, theirs)
    fit = ((alike - _HALF_FIT) / (1 - _HALF_FIT)).clip(0, 1)
    return float((fit * texture).sum() / max(1.0, float(texture.sum())))


def _proposed(
    plane: Plane,
    view: View,
    pictures: Pictures,
    target: NDArray[np.complexfloating],
    scales: tuple[float, ...],
) -> View:
    best, found = -np.inf, view
    for scale in scales:
        tried = scaled(view, plane, scale)
        mine = np.fft.rfft2(detail_evened(detail(edit_on(plane, tried, pictures))))
        spectrum = (target * np.conj(mine)).sum(axis=0)
        surface = np.fft.irfft2(spectrum, s=(plane.rows, plane.columns))
        value, down, across = peak(surface, _SHIFT_MAX_CELLS)
        if value > best:
            best = value
            found = shifted(tried, across * plane.cell_x, down * plane.cell_y)
    return found


def peak(surface: NDArray[np.floating], reach: int) -> tuple[float, float, float]:
    """Return the height and place of the highest point around the corner, between cells.

    Args:
        surface: A circular correlation; shift 0 is the corner.
        reach: How many cells to look to every side.

    Returns:
        Height, and the shift down and across in cells.
    """
    rows, columns = surface.shape
    down_max, across_max = min(reach, (rows - 1) // 2), min(reach, (columns - 1) // 2)
    down = np.arange(-down_max, down_max + 1)
    across = np.arange(-across_max, across_max + 1)
    near = surface[np.ix_(down % rows, across % columns)]
    row, column = (int(place) for place in np.unravel_index(int(near.argmax()), near.shape))
    return (
        float(near[row, column]),
        float(down[row]) + vertex(near[:, column], row),
        float(across[column]) + vertex(near[row], column),
    )


def shifted(view: View, across: float, down: float) -> View:
    """Return the view that shows what lies further right and down, in the recording's shares."""
    return View(view.scale_x, view.scale_y, view.shift_x + across, view.shift_y + down, view.box)


def scaled(view: View, plane: Plane, scale: float) -> View:
    """Return the view with its scale changed about the middle of the grid."""
    x = (plane.left + plane.columns / 2) * plane.cell_x
    y = (plane.top + plane.rows / 2) * plane.cell_y
    return View(
        view.scale_x * scale,
        view.scale_y * scale,
        x + (view.shift_x - x) * scale,
        y + (view.shift_y - y) * scale,
        view.box,
    )
