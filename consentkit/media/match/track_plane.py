"""Edit and recording on one grid: where a view shows what, and both evened out.

Positions are shares of a picture's width and height, from its top left corner. A view maps the
edit's positions to the recording's. The common grid is the recording's own, or every two cells of
it as one where that is enough; so only the edit is resampled.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from consentkit.kernel.errors import MalformedError
from consentkit.media.taps.picture_track_codec import Pictures, TrackReader

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

WHOLE: Box = (0.0, 0.0, 1.0, 1.0)
CELLS_MAX = 7000
"""A grid of more is halved: what is seen whole has evidence to spare, and time matters."""
_BLOCK_CELLS, _SMALL_BLOCK_CELLS = 8, 5
_BLOCKS_ENOUGH = 24
_BLOCKS_MIN = 4
_HALVE_FROM, _QUARTER_FROM = 1.7, 3.6
_RIM_CELLS = 1.0
_NOISE_LEVELS = 1.5
"""Contrast at which a block's correlation is damped to half; coding leaves errors of 2 to 4."""
_SMOOTHED_CELLS, _SURROUND_CELLS = 3, 9
TEXTURE_LEVELS = 4.0
"""Contrast of a block, in levels of luma, from which it says something."""
_CORNER_FULL = 0.15
_SCALE_MIN = 0.02
_SCALE_MAX = 64.0

Blocks = NDArray[np.float32]
"""``(blocks, frames, cells) float32``: every block of every frame, of mean 0 and length up to 1."""


@dataclass(frozen=True, slots=True)
class View:
    """Where an edit shows a recording: ``x' = scale_x * x + shift_x``, and so for y.

    Attributes:
        scale_x: Recording's width shares per share of the edit's width; below 0 when mirrored.
        scale_y: Recording's height shares per share of the edit's height; above 0.
        shift_x: Where the edit's left border lies in the recording.
        shift_y: Where the edit's top border lies in the recording.
        box: The part of the edit that may show the recording.
    """

    scale_x: float
    scale_y: float
    shift_x: float
    shift_y: float
    box: Box = WHOLE

    def __post_init__(self) -> None:
        """Refuse a view that no edit has."""
        if not (
            _SCALE_MIN <= abs(self.scale_x) <= _SCALE_MAX
            and _SCALE_MIN <= self.scale_y <= _SCALE_MAX
            and abs(self.shift_x) <= _SCALE_MAX
            and abs(self.shift_y) <= _SCALE_MAX
        ):
            raise MalformedError("track.view")

    @property
    def is_mirrored(self) -> bool:
        """Whether left and right are exchanged."""
        return self.scale_x < 0

    @property
    def seen(self) -> Box:
        """The part of the recording that is seen; right <= left when none is."""
        across = [self.scale_x * x + self.shift_x for x in (self.box[0], self.box[2])]
        down = [self.scale_y * y + self.shift_y for y in (self.box[1], self.box[3])]
        return (
            max(0.0, min(across)),
            max(0.0, min(down)),
            min(1.0, max(across)),
            min(1.0, max(down)),
        )


@dataclass(frozen=True, slots=True)
class Plane:
    """The part of a recording's grid on which both are compared.

    Attributes:
        is_halved: Whether two by two of the recording's cells are one.
        left: First column.
        top: First row.
        columns: Cells across, a multiple of the block.
        rows: Cells down, a multiple of the block.
        block: Cells along a block's side.
        cell_x: Width of a cell in shares of the recording's width.
        cell_y: Height of a cell in shares of the recording's height.
    """

    is_halved: bool
    left: int
    top: int
    columns: int
    rows: int
    block: int
    cell_x: float
    cell_y: float

    @property
    def block_centres(self) -> NDArray[np.float64]:
        """``(blocks, 2)``: x and y of the middle of every block in the recording."""
        across, down = self.columns // self.block, self.rows // self.block
        row, column = np.divmod(np.arange(across * down), across)
        x = (self.left + (column + 0.5) * self.block) * self.cell_x
        y = (self.top + (row + 0.5) * self.block) * self.cell_y
        return np.stack([x, y], axis=1)


def plane_of(view: View, edit: TrackReader, recording: TrackReader) -> Plane | None:
    """Return the grid on which both are compared; None when fewer than 4 blocks are seen."""
    left, top, right, bottom = view.seen
    if right <= left or bottom <= top:
        return None
    coarse = max(
        abs(view.scale_x) / edit.columns * recording.columns,
        view.scale_y / edit.rows * recording.rows,
    )
    cells = (right - left) * recording.columns * (bottom - top) * recording.rows
    is_halved = coarse >= _HALVE_FROM or cells > CELLS_MAX
    size = 2 if is_halved else 1
    cell_x, cell_y = size / recording.columns, size / recording.rows
    first_column, last_column = _inner(left, right, cell_x)
    first_row, last_row = _inner(top, bottom, cell_y)
    across, down = last_column - first_column, last_row - first_row
    block = _BLOCK_CELLS
    if (across // block) * (down // block) < _BLOCKS_ENOUGH or is_halved:
        block = _SMALL_BLOCK_CELLS
    columns, rows = across // block * block, down // block * block
    if columns <= 0 or rows <= 0 or columns * rows < _BLOCKS_MIN * block * block:
        return None
    return Plane(
        is_halved,
        first_column + (across - columns) // 2,
        first_row + (down - rows) // 2,
        columns,
        rows,
        block,
        cell_x,
        cell_y,
    )


def _inner(start: float, end: float, cell: float) -> tuple[int, int]:
    """Return first and past-last cell, without the rim where a view a little off shows a border."""
    first = round(start / cell + (_RIM_CELLS if start > cell else 0))
    last = round(end / cell - (_RIM_CELLS if end < 1 - cell else 0))
    return first, last


def recording_on(plane: Plane, recording: TrackReader, indices: NDArray[np.int64]) -> Pictures:
    """Return the recording's frames on the grid, lightly smoothed."""
    pictures = recording.pictures(indices, 2 if plane.is_halved else 1)
    down = slice(plane.top, plane.top + plane.rows)
    across = slice(plane.left, plane.left + plane.columns)
    return _averaged(pictures[:, down, across], _SMOOTHED_CELLS)


def edit_pictures(
    plane: Plane, view: View, edit: TrackReader, indices: NDArray[np.int64]
) -> Pictures:
    """Return the edit's frames as fine as the grid needs them."""
    covered = min(
        plane.cell_x / abs(view.scale_x) * edit.columns, plane.cell_y / view.scale_y * edit.rows
    )
    return edit.pictures(indices, 4 if covered >= _QUARTER_FROM else 1 + (covered >= _HALVE_FROM))


def edit_on(plane: Plane, view: View, pictures: Pictures) -> Pictures:
    """Return the edit's frames on the grid, lightly smoothed."""
    across = (np.arange(plane.columns) + 0.5 + plane.left) * plane.cell_x
    down = (np.arange(plane.rows) + 0.5 + plane.top) * plane.cell_y
    by_column = _weights(
        (across - view.shift_x) / view.scale_x, plane.cell_x / abs(view.scale_x), pictures.shape[2]
    )
    by_row = _weights(
        (down - view.shift_y) / view.scale_y, plane.cell_y / view.scale_y, pictures.shape[1]
    )
    first_row, last_row = _used(by_row)
    first_column, last_column = _used(by_column)
    inside = pictures[:, first_row:last_row, first_column:last_column]
    count, height, width = inside.shape
    flat = np.ascontiguousarray(inside).reshape(count * height, width)
    narrow = (flat @ by_column[first_column:last_column]).reshape(count, height, plane.columns)
    wanted = np.asarray(by_row[first_row:last_row].T @ narrow, np.float32)
    return _averaged(wanted, _SMOOTHED_CELLS)


def resampled(pictures: Pictures, columns: int, rows: int) -> Pictures:
    """Return whole pictures with so many columns and rows."""
    by_column = _weights((np.arange(columns) + 0.5) / columns, 1 / columns, pictures.shape[2])
    by_row = _weights((np.arange(rows) + 0.5) / rows, 1 / rows, pictures.shape[1])
    count, height, width = pictures.shape
    narrow = (pictures.reshape(count * height, width) @ by_column).reshape(count, height, columns)
    return np.asarray(by_row.T @ narrow, np.float32)


def detail(pictures: Pictures) -> Pictures:
    """Return what differs from the surround, lightly smoothed: no brightness, no slow shading."""
    return _averaged(pictures, _SMOOTHED_CELLS) - _averaged(pictures, _SURROUND_CELLS)


def detail_evened(pictures: Pictures) -> Pictures:
    """Return detail of even strength everywhere, as correlation over the whole grid needs it."""
    power = _averaged(np.square(pictures), _SURROUND_CELLS)
    return np.asarray(pictures / np.sqrt(power + _NOISE_LEVELS**2), np.float32)


def texture_of(plane: Plane, pictures: Pictures) -> NDArray[np.float32]:
    """Return ``(blocks, frames)``, 0 to 1: how much a block can say.

    A flat block says nothing, and neither does one with nothing but a straight edge: that fits any
    other edge in its direction. What counts is the smaller eigenvalue of the structure tensor by
    the larger.

    Source: the structure tensor as in Shi and Tomasi, Good Features to Track, 1994.
    """
    slopes = np.gradient(pictures, axis=(1, 2))
    down, across = (np.asarray(slope, np.float32) for slope in slopes)
    count, side = len(pictures), plane.block
    shape = (count, plane.rows // side, side, plane.columns // side, side)

    def mean(values: Pictures) -> NDArray[np.float64]:
        return np.asarray(values.reshape(shape).mean(axis=(2, 4), dtype=np.float64))

    # Less the mean slope: what ``blocks_of`` takes away cannot tell anything.
    slope_x, slope_y = mean(across), mean(down)
    xx, yy = mean(np.square(across)) - slope_x**2, mean(np.square(down)) - slope_y**2
    xy = mean(np.asarray(across * down, np.float32)) - slope_x * slope_y
    spread = np.sqrt((xx - yy) ** 2 / 4 + xy**2)
    larger, smaller = (xx + yy) / 2 + spread, (xx + yy) / 2 - spread
    ratio = smaller / np.maximum(larger, 1e-9) / _CORNER_FULL
    sloping = (slope_x**2 + slope_y**2) * (side**2 - 1) / 12
    power = mean(np.square(pictures)) - mean(pictures) ** 2 - sloping
    weight = np.where(power >= TEXTURE_LEVELS**2, ratio.clip(0, 1), 0.0)
    return np.ascontiguousarray(weight.reshape(count, -1).T, np.float32)


def blocks_of(plane: Plane, pictures: Pictures) -> Blocks:
    """Return the blocks of pictures on a grid, each without its brightness and slope.

    The product of two is their correlation, damped where either is hardly above noise. Nothing from
    outside a block comes in, so that a caption spoils no more than what it covers.
    """
    count, side = len(pictures), plane.block
    across, down = plane.columns // side, plane.rows // side
    split = pictures.reshape(count, down, side, across, side).transpose(1, 3, 0, 2, 4)
    flat = np.ascontiguousarray(split).reshape(across * down, count, side * side)
    trend = _trend(side)
    flat -= (flat @ trend.T) @ trend
    power = np.einsum("bfc,bfc->bf", flat, flat) / (side * side)
    flat /= (np.sqrt(power + _NOISE_LEVELS**2) * side)[:, :, None]
    return flat


def _used(weights: NDArray[np.float32]) -> tuple[int, int]:
    places = np.flatnonzero(weights.any(axis=1))
    return int(places[0]), int(places[-1]) + 1


def _weights(positions: NDArray[np.floating], extent: float, cells: int) -> NDArray[np.float32]:
    """Return ``(cells, positions)`` shares of the source's cells in every place, borders held."""
    centre = np.clip(positions * cells - 0.5, 0, cells - 1)
    reach = max(extent * cells, 1.0) / 2
    place = np.arange(cells)[:, None]
    overlap = np.minimum(centre + reach, place + 0.5) - np.maximum(centre - reach, place - 0.5)
    weights = np.clip(overlap, 0, None)
    return np.asarray(weights / weights.sum(axis=0), np.float32)


@lru_cache(maxsize=4)
def _trend(side: int) -> NDArray[np.float32]:
    """Return ``(3, cells)``: an even block and its two slopes, each of length 1."""
    place = np.arange(side) - (side - 1) / 2
    across, down = np.meshgrid(place, place)
    rows = np.stack([np.ones(side * side), across.ravel(), down.ravel()])
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)


def _averaged(pictures: Pictures, size: int) -> Pictures:
    count, rows, columns = pictures.shape
    flat = np.ascontiguousarray(pictures).reshape(count * rows, columns)
    narrow = (flat @ _mean_matrix(columns, size)).reshape(count, rows, columns)
    return np.asarray(_mean_matrix(rows, size).T @ narrow, np.float32)


@lru_cache(maxsize=256)
def _mean_matrix(cells: int, size: int) -> NDArray[np.float32]:
    """Return the symmetric-band matrix that averages over ``size`` neighbours, less at borders."""
    place = np.arange(cells)
    band = (np.abs(place[:, None] - place[None, :]) <= size // 2).astype(np.float32)
    return np.asarray(band / band.sum(axis=0, keepdims=True), np.float32)
