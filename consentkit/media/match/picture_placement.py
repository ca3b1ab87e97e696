"""How a frame of an edit lies in the picture of a recording, from points that look alike.

Footage is scaled, shifted, cut and mirrored by editing, hardly ever turned. So two pairs of points
fix a placement, and the levels of detail they were found on must tell the same scale: few wrong
pairs agree by chance. A caption or an inset only hides points.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from consentkit.media.taps.picture_prints_form import (
    DETAIL_SIDE_PX,
    MIRROR_MASK,
    Inventory,
    QueryFrame,
)

WORD_BITS_MAX = 14
"""Words of one corner differ by this or less in 85 of 100 cases, of two in less than 1 of 1,000."""
_PAIRS_MAX = 400
_FIRST_OF_SEED = 48
_SEEDS_MAX = 600
_APART_MIN = 0.04
_TURN_MAX = 0.06
_LEVELS_AGREE = 1.01
_SCALE_OCTAVES = 0.36
SLACK_PX = 2.5
"""Places of one corner on two levels differ by less than this many of each level's pixels."""
_FIELD = 32
"""Points in one of 32 fields along the longer side of the edit count once."""

_Floats = NDArray[np.float32]
_Indices = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a point of an edit's frame lies in a recording's picture.

    Both sides measure from the left and the top in shares of their own longer side. A point
    ``(x, y)`` of the edit, or ``(width - x, y)`` when mirrored, lies at ``scale * x + left`` and
    ``scale * y + top``.

    Attributes:
        scale: Shares of the recording per share of the edit: below 1 when the edit zooms in.
        left: Where the left edge lies.
        top: Where the top edge lies.
        is_mirrored: Whether left and right are exchanged.
    """

    scale: float
    left: float
    top: float
    is_mirrored: bool

    def place(self, x: _Floats, y: _Floats, width: float) -> tuple[_Floats, _Floats]:
        """Return where points of an edit so wide lie in the recording."""
        across = np.float32(width) - x if self.is_mirrored else x
        return (
            np.asarray(np.float32(self.scale) * across + np.float32(self.left), np.float32),
            np.asarray(np.float32(self.scale) * y + np.float32(self.top), np.float32),
        )

    def is_near(self, other: "Placement") -> bool:
        """Return whether both place the frame's middle nearly alike."""
        return (
            self.is_mirrored == other.is_mirrored
            and abs(np.log2(self.scale / other.scale)) < 0.15  # noqa: PLR2004 -- 11 of 100
            and abs(self.left + self.scale / 2 - other.left - other.scale / 2) < 0.06  # noqa: PLR2004
            and abs(self.top + self.scale / 4 - other.top - other.scale / 4) < 0.06  # noqa: PLR2004
        )


@dataclass(frozen=True, slots=True)
class Pairs:
    """Points of a frame and of a recording that look alike; arrays of one length.

    Attributes:
        asked: Index of the frame's point.
        found: Index of the recording's point within its inventory.
        bits: Bits in which their words differ.
    """

    asked: _Indices
    found: _Indices
    bits: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Placed:
    """A placement and what speaks for it.

    Attributes:
        placement: Where the frame lies.
        pairs: The pairs that agree with it, each point once.
        fields: Fields of the frame with such a pair: what counts as evidence.
    """

    placement: Placement
    pairs: Pairs
    fields: int


def alike(
    frame: QueryFrame,
    inventory: Inventory,
    among: _Indices,
    *,
    is_mirrored: bool,
    points: int | None = None,
) -> Pairs:
    """Return for every point of the frame the most similar one among some of a recording.

    Args:
        frame: The frame; its strongest points come first.
        inventory: The recording's points.
        among: Which of them are compared.
        is_mirrored: Whether the frame is held against the recording as in a mirror.
        points: How many points of the frame are compared; None for all.
    """
    if not len(among) or not len(frame.words):
        none = np.zeros(0, np.int64)
        return Pairs(none, none, none)
    words = frame.words[:points] ^ MIRROR_MASK if is_mirrored else frame.words[:points]
    bits = np.bitwise_count(words[:, None] ^ inventory.words[among][None, :])
    best = bits.argmin(axis=1)
    least = bits[np.arange(len(best)), best].astype(np.int64)
    kept = np.nonzero(least <= WORD_BITS_MAX)[0]
    if len(kept) > _PAIRS_MAX:
        kept = kept[np.argsort(least[kept], kind="stable")[:_PAIRS_MAX]]
    order = kept[np.argsort(least[kept], kind="stable")]
    return Pairs(order, among[best[order]], least[order])


def find_placement(
    frame: QueryFrame, width: float, inventory: Inventory, pairs: Pairs, *, is_mirrored: bool
) -> Placed | None:
    """Return the placement most pairs agree with; None where not even two do.

    Args:
        frame: The frame of the edit.
        width: Width of the edit in shares of its longer side.
        inventory: The recording's points.
        pairs: Pairs of both, the most similar first.
        is_mirrored: Whether the pairs were found in the mirrored frame.
    """
    if len(pairs.asked) < 2:  # noqa: PLR2004 -- two points fix scale and place
        return None
    side = _Side(frame, width, inventory, pairs, is_mirrored=is_mirrored)
    scale, left, top = side.seeds()
    if not len(scale):
        return None
    agreeing = side.agreeing(scale, left, top)
    best = int((agreeing @ side.weight).argmax())
    kept = agreeing[best]
    placement = Placement(float(scale[best]), float(left[best]), float(top[best]), is_mirrored)
    for _ in range(2):
        placement = side.fitted(kept, placement)
        kept = side.agreeing(
            np.array([placement.scale]), np.array([placement.left]), np.array([placement.top])
        )[0]
        if kept.sum() < 2:  # noqa: PLR2004
            return None
    return side.placed(kept, placement)


class _Side:
    """Both ends of every pair."""

    def __init__(
        self,
        frame: QueryFrame,
        width: float,
        inventory: Inventory,
        pairs: Pairs,
        *,
        is_mirrored: bool,
    ) -> None:
        self._pairs = pairs
        self._is_mirrored = is_mirrored
        x = frame.x[pairs.asked]
        self._x = (np.float32(width) - x if is_mirrored else x).astype(np.float64)
        self._y = frame.y[pairs.asked].astype(np.float64)
        self._to_x = inventory.x[pairs.found].astype(np.float64)
        self._to_y = inventory.y[pairs.found].astype(np.float64)
        asked_level, found_level = frame.levels[pairs.asked], inventory.levels[pairs.found]
        self._lift = (found_level - asked_level).astype(np.float64)
        self._asked_px = SLACK_PX / DETAIL_SIDE_PX * np.sqrt(2.0) ** asked_level
        self._found_px = SLACK_PX / DETAIL_SIDE_PX * np.sqrt(2.0) ** found_level
        self.weight = 1.0 / (8 + pairs.bits)

    def seeds(self) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
        """Return scale, left and top of placements that two pairs fix."""
        count = len(self._x)
        i, j = np.meshgrid(np.arange(min(_FIRST_OF_SEED, count)), np.arange(count), indexing="ij")
        later = (j > i) & (np.abs(self._lift[i] - self._lift[j]) <= _LEVELS_AGREE)
        i, j = i[later], j[later]
        dx, dy = self._x[j] - self._x[i], self._y[j] - self._y[i]
        to_dx, to_dy = self._to_x[j] - self._to_x[i], self._to_y[j] - self._to_y[i]
        apart = dx * dx + dy * dy
        scale = (dx * to_dx + dy * to_dy) / np.maximum(apart, 1e-9)
        miss = np.hypot(to_dx - scale * dx, to_dy - scale * dy)
        octaves = (self._lift[i] + self._lift[j]) / 4
        is_fine = (
            (apart >= _APART_MIN**2)
            & (scale > 0)
            & (miss <= _TURN_MAX * scale * np.sqrt(apart))
            & (np.abs(np.log2(np.maximum(scale, 1e-9)) - octaves) <= _SCALE_OCTAVES)
        )
        fine = np.nonzero(is_fine)[0][:_SEEDS_MAX]
        i, j, scale = i[fine], j[fine], scale[fine]
        left = (self._to_x[i] + self._to_x[j] - scale * (self._x[i] + self._x[j])) / 2
        top = (self._to_y[i] + self._to_y[j] - scale * (self._y[i] + self._y[j])) / 2
        return scale, left, top

    def agreeing(
        self, scale: NDArray[np.float64], left: NDArray[np.float64], top: NDArray[np.float64]
    ) -> NDArray[np.bool_]:
        """Return which pairs agree with which placements, ``(placements, pairs)``."""
        slack = self._found_px + scale[:, None] * self._asked_px
        off_x = np.abs(scale[:, None] * self._x + left[:, None] - self._to_x)
        off_y = np.abs(scale[:, None] * self._y + top[:, None] - self._to_y)
        octaves = np.abs(np.log2(scale)[:, None] - self._lift / 2)
        return np.asarray(
            (off_x <= slack) & (off_y <= slack) & (octaves <= 2 * _SCALE_OCTAVES), np.bool_
        )

    def fitted(self, kept: NDArray[np.bool_], before: Placement) -> Placement:
        """Return the placement nearest to the pairs kept; fine ones count more."""
        weight = 1 / (self._found_px[kept] + before.scale * self._asked_px[kept]) ** 2
        weight /= weight.sum()
        x, y, to_x, to_y = self._x[kept], self._y[kept], self._to_x[kept], self._to_y[kept]
        mid_x, mid_y, to_mid_x, to_mid_y = (float(weight @ value) for value in (x, y, to_x, to_y))
        spread = float(weight @ ((x - mid_x) ** 2 + (y - mid_y) ** 2))
        if spread <= _APART_MIN**2 / 16:
            return before
        scale = (
            float(weight @ ((x - mid_x) * (to_x - to_mid_x) + (y - mid_y) * (to_y - to_mid_y)))
            / spread
        )
        if not before.scale / 2 < scale < before.scale * 2:
            return before
        return Placement(
            scale, to_mid_x - scale * mid_x, to_mid_y - scale * mid_y, before.is_mirrored
        )

    def placed(self, kept: NDArray[np.bool_], placement: Placement) -> Placed:
        chosen = np.nonzero(kept)[0]
        _, first = np.unique(self._pairs.found[chosen], return_index=True)
        chosen = chosen[np.sort(first)]
        fields = np.unique(
            (self._x[chosen] * _FIELD).astype(np.int64) * 64
            + (self._y[chosen] * _FIELD).astype(np.int64)
        )
        pairs = Pairs(
            self._pairs.asked[chosen], self._pairs.found[chosen], self._pairs.bits[chosen]
        )
        return Placed(placement, pairs, len(fields))
