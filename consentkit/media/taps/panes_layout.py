"""Where the panes are, found from what changes together.

When a partner leaves, all of the partner's pane changes between two samples and nothing else does.
No drawn edge says as much: panes may touch, lie inside each other, or carry overlays. So the
partner's pane is the set of cells that keeps changing together and abruptly; the creator's own
pane is what moves beside it without taking part.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from consentkit.media.taps.panes_grid import CELLS, COLUMNS, ROWS, Bytes, CellTracks

Mask = NDArray[np.bool_]
"""``(CELLS,) bool``."""
_Floats = NDArray[np.float32]

_BASELINE_SAMPLES = 2_000
_EVENTS_MAX = 400
_PART_SAMPLES = 4096
_CHANGE_MIN_LEVELS = 8
"""A cell's mean moves less than this by camera noise and compression, on all recordings seen."""
_CHANGE_MAX_LEVELS = 24
_PANE_MIN_CELLS = 10
"""A pane of a twelfth of the width and a fifth of the height; nothing smaller shows a face."""
_SAME_SHAPE = 0.5
"""Least overlap (Jaccard) of two changes that show the same pane."""
_TAKES_PART = 0.4
"""Least share of the pane's changes a cell takes part in; dark cells miss some."""
_OWN_MOVES_SHARE = 0.2
"""A camera's cells move in every fourth sample and more; drawn screens hardly ever."""
_SHAPES_TRIED = 12
_FULL_DEPTH = 0.5
_AGREEMENT_MIN = 0.6
"""Panes measured 0.72 to 0.95, a person's repeated movements up to 0.55."""
_FILLED_MIN, _FILLED_MIN_FEW, _FEW_CHANGES = 0.8, 0.9, 2
"""Panes fill 0.87 to 1.0 of their box, with an inset 0.94; movements of a person 0.62 to 0.83."""
_CUT_WEIGHT_MIN = 0.5
"""A new picture changes by 24 levels and more at once; a person who moves weighs about 0.4."""


@dataclass(frozen=True, slots=True)
class PaneLayout:
    """The panes of a recording in cells.

    Attributes:
        partner: Cells of the partner's pane; every cell when no pane stands out.
        inner: Those of them that show nothing else; at least ten, or all of ``partner``.
        own: Cells of the creator's pane; none when it is not shown, covered or still.
        changes: How many abrupt changes of the partner's pane were seen; 0 means it was not found.
        agreement: Mean overlap of these changes with the pane, 0 to 1.
    """

    partner: Mask
    inner: Mask
    own: Mask
    changes: int
    agreement: float


@dataclass(frozen=True, slots=True)
class _Changes:
    """Abrupt changes of some part of the picture.

    Attributes:
        moved: How far each cell went, ``(k, CELLS) uint8``.
        cells: 1 where a cell changed, else 0, ``(k, CELLS) float32``.
        weights: How strong and sudden each change is, ``(k,)``.
        rarity: What a cell counts for, ``(CELLS,)``: less, the more often it moves anyway.
    """

    moved: Bytes
    cells: _Floats
    weights: _Floats
    rarity: _Floats

    def overlap(self, shapes: _Floats) -> _Floats:
        """Return the weighted Jaccard index of every change and every row of ``shapes``."""
        weighted = self.cells * self.rarity
        both = weighted @ shapes.T
        sizes = weighted.sum(axis=1)[:, None] + (shapes @ self.rarity)[None, :]
        return np.asarray(both / np.maximum(1e-6, sizes - both), np.float32)


def find_layout(tracks: CellTracks) -> PaneLayout:
    """Return the panes of a recording; any content, also none at all, gives a layout."""
    everything = np.ones(CELLS, np.bool_)
    nothing = PaneLayout(everything, everything, np.zeros(CELLS, np.bool_), 0, 0.0)
    if len(tracks.luma) < 3:  # noqa: PLR2004 -- a change has a before and an after
        return nothing
    changes = _abrupt_changes(tracks.luma)
    best: tuple[float, PaneLayout] = (0.0, nothing)
    for partner, company in _shapes(changes):
        overlap = changes.overlap(partner[None, :].astype(np.float32))[:, 0]
        kept = overlap > _SAME_SHAPE
        if not kept.any() or changes.weights[kept].max() < _CUT_WEIGHT_MIN:
            continue
        agreement, filled = float(overlap[kept].mean()), _filled(partner)
        score = company * filled**4 * agreement**2
        if filled < (_FILLED_MIN if kept.sum() > _FEW_CHANGES else _FILLED_MIN_FEW):
            continue
        if agreement >= _AGREEMENT_MIN and score > best[0]:
            inner = _inner_cells(partner, changes.moved[kept].mean(axis=0, dtype=np.float32))
            own = _own_pane(tracks.luma, partner)
            best = (score, PaneLayout(partner, inner, own, int(kept.sum()), agreement))
    return best[1]


def bounds(mask: Mask) -> tuple[int, int, int, int] | None:
    """Return left, top, right, bottom of ``mask`` in cells, the last two past the end."""
    rows, columns = np.nonzero(mask.reshape(ROWS, COLUMNS))
    if not len(rows):
        return None
    return int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1


def steps(luma: Bytes) -> Bytes:
    """Return how far each cell's luma moved since the sample before, ``(frames - 1, cells)``."""
    moved = np.maximum(luma[1:], luma[:-1])
    # In parts: with three hours of cells in memory, one more plane at a time is enough.
    for start in range(0, len(moved), _PART_SAMPLES):
        end = min(start + _PART_SAMPLES, len(moved))
        moved[start:end] -= np.minimum(luma[start + 1 : end + 1], luma[start:end])
    return np.asarray(moved, np.uint8)


def _abrupt_changes(luma: Bytes) -> _Changes:
    """Return the up to 400 changes that stand out most."""
    moved = steps(luma)
    stride = max(1, len(moved) // _BASELINE_SAMPLES)
    quartile, usual = np.percentile(moved[::stride], (75, 50), axis=0)
    # Capped, because in a pane of noise the quartile is a change of the whole pane itself.
    limit = usual + np.clip(3 * (quartile - usual), _CHANGE_MIN_LEVELS, _CHANGE_MAX_LEVELS)
    limit_bytes = np.minimum(limit, 254).astype(np.uint8)
    strength = np.zeros(len(moved), np.float32)
    size = np.zeros(len(moved), np.int32)
    often = np.zeros(CELLS, np.float32)
    for start in range(0, len(moved), _PART_SAMPLES):
        part = moved[start : start + _PART_SAMPLES]
        over = part > limit_bytes
        often += over.sum(axis=0)
        size[start : start + _PART_SAMPLES] = over.sum(axis=1)
        strength[start : start + _PART_SAMPLES] = np.where(over, part, 0).sum(
            axis=1, dtype=np.float32
        )
    padded = np.pad(strength, 1)
    sudden = strength - 0.5 * np.maximum(padded[:-2], padded[2:])
    found = np.flatnonzero((size >= _PANE_MIN_CELLS) & (sudden > 0))
    found = found[np.argsort(-sudden[found], kind="stable")][:_EVENTS_MAX]
    mean_step = strength[found] / np.maximum(1, size[found])
    weights = np.minimum(1.0, mean_step / 48) * sudden[found] / np.maximum(1, strength[found])
    return _Changes(
        moved=moved[found],
        cells=(moved[found] > limit_bytes).astype(np.float32),
        weights=weights.astype(np.float32),
        rarity=np.asarray(0.01 / (0.01 + often / len(moved)), np.float32),
    )


def _shapes(changes: _Changes) -> Iterator[tuple[Mask, float]]:
    """Yield the shapes that many changes have, each with how many and how strong they are."""
    alike = changes.overlap(changes.cells)
    company = np.where(alike > _SAME_SHAPE, alike, 0) @ changes.weights
    left_over = np.ones(len(company), np.bool_)
    for _ in range(_SHAPES_TRIED):
        if not left_over.any():
            return
        seed = int(np.argmax(np.where(left_over, company, -1)))
        members = alike[seed] > _SAME_SHAPE
        members[seed] = True
        left_over &= ~members
        share = np.average(changes.cells[members], axis=0, weights=changes.weights[members] + 1e-6)
        shape = _one_piece(share >= _TAKES_PART)
        if shape.sum() >= _PANE_MIN_CELLS:
            yield shape, float(company[seed])


def _filled(mask: Mask) -> float:
    """Return the share of its box that ``mask`` fills; a head that turns fills little of it."""
    box = bounds(mask)
    return float(mask.sum()) / ((box[2] - box[0]) * (box[3] - box[1])) if box else 0.0


def _inner_cells(partner: Mask, depth: _Floats) -> Mask:
    """Return the cells that show nothing but the pane: not at its rim, and changing in full.

    Args:
        partner: Cells of the pane.
        depth: Mean step of each cell when the pane changes; a cell cut by the pane's edge has less.
    """
    wide = cv2.copyMakeBorder(
        partner.reshape(ROWS, COLUMNS).astype(np.uint8), 1, 1, 1, 1, cv2.BORDER_REPLICATE
    )
    core = cv2.erode(wide, np.ones((3, 3), np.uint8))[1:-1, 1:-1].astype(np.bool_).reshape(CELLS)
    full = partner & (depth >= _FULL_DEPTH * np.median(depth[partner]))
    for mask in (core & full, full, core):
        if mask.sum() >= _PANE_MIN_CELLS:
            return np.asarray(mask, np.bool_)
    return partner


def _one_piece(mask: Mask) -> Mask:
    """Return the largest connected part of ``mask``, gaps closed, lines of text stripped off."""
    plane = mask.reshape(ROWS, COLUMNS).astype(np.uint8)
    wide = cv2.copyMakeBorder(plane, 2, 2, 2, 2, cv2.BORDER_REPLICATE)
    square = np.ones((3, 3), np.uint8)
    for step in (cv2.MORPH_CLOSE, cv2.MORPH_OPEN):
        wide = cv2.morphologyEx(wide, step, square)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(wide[2:-2, 2:-2], connectivity=4)
    if count < 2:  # noqa: PLR2004 -- label 0 is the background
        return np.zeros(CELLS, np.bool_)
    largest = 1 + int(np.argmax(stats[1:, cv2.CC_STAT_AREA]))
    return np.asarray(labels == largest, np.bool_).reshape(CELLS)


def _own_pane(luma: Bytes, partner: Mask) -> Mask:
    picked = np.arange(1, len(luma), max(1, len(luma) // _BASELINE_SAMPLES))
    often = (luma[picked] != luma[picked - 1]).mean(axis=0)
    piece = _one_piece((often > _OWN_MOVES_SHARE) & ~partner) & ~partner
    return piece if piece.sum() >= _PANE_MIN_CELLS // 2 else np.zeros(CELLS, np.bool_)
