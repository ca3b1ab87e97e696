"""The points of one recording by where they lie, to see at which moments it looked like a frame.

With the placement known a point of the frame is compared only with points that were ever seen at
that place. What was seen there over hours tells moments and partners apart: a wall speaks for all
of them, a shirt for one.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from consentkit.media.match.picture_placement import SLACK_PX, WORD_BITS_MAX, Pairs, Placement
from consentkit.media.match.ranges import laid_out
from consentkit.media.taps.base import TapResult
from consentkit.media.taps.picture_prints_form import (
    DETAIL_SIDE_PX,
    MIRROR_MASK,
    Inventory,
    QueryFrame,
)

MOMENT_S = 1.0
"""Moments are told apart in steps of this length."""
_CELL_PX = 2.5 * SLACK_PX
_ROW = 1 << 13
_LEVEL = 1 << 26
_FIELD = 32

_Indices = NDArray[np.int64]
_Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A pane of the recording in shares of its longer side."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: _Floats, y: _Floats) -> NDArray[np.bool_]:
        """Return which points lie inside."""
        return np.asarray(
            (x >= self.left) & (x < self.right) & (y >= self.top) & (y < self.bottom), np.bool_
        )

    def without(self, inset: "Rectangle", x: _Floats, y: _Floats) -> NDArray[np.bool_]:
        """Return which points lie inside, but not in a smaller pane that covers a part of it."""
        inside = self.holds(x, y)
        if inset.area < self.area:
            inside &= ~inset.holds(x, y)
        return inside

    @property
    def area(self) -> float:
        """Its area."""
        return max(0.0, self.right - self.left) * max(0.0, self.bottom - self.top)


class Board:
    """One recording's points, ready to be asked.

    Args:
        inventory: The recording's points.
        panes: What the tap that finds panes left; None when it has not run.
    """

    def __init__(self, inventory: Inventory, panes: TapResult | None) -> None:
        self.inventory = inventory
        self.partner = _pane(panes, "partner", inventory)
        self.own = _pane(panes, "own", inventory)
        levels = np.rint(inventory.levels).astype(np.int64)
        keys = _keys(levels, *_cells(levels, inventory.x, inventory.y))
        self._order = np.argsort(keys, kind="stable")
        self._keys = keys[self._order]
        self.end_s = float(inventory.last_s.max(initial=0.0)) + 1

    def share(self, pane: Rectangle | None) -> tuple[float, float, float, float] | None:
        """Return left, top, right and bottom of a pane in shares of the picture's own sides."""
        if pane is None:
            return None
        wide, high = self.inventory.width, self.inventory.height
        return pane.left / wide, pane.top / high, pane.right / wide, pane.bottom / high

    def active(self, start_s: float, end_s: float) -> _Indices:
        """Return the points that were seen within a stretch of the recording."""
        held = (self.inventory.first_s <= end_s) & (self.inventory.last_s >= start_s)
        return np.nonzero(held)[0].astype(np.int64)

    def in_partner(self, x: _Floats, y: _Floats) -> NDArray[np.bool_]:
        """Return which places show the partner; all where no pane of the partner was found."""
        if self.partner is None:
            return np.ones(len(x), np.bool_)
        if self.own is None:
            return self.partner.holds(x, y)
        return self.partner.without(self.own, x, y)

    def seen(self, frame: QueryFrame, width: float, placement: Placement) -> Pairs:
        """Return all pairs of points that look alike and lie where the placement says."""
        x, y = placement.place(frame.x, frame.y, width)
        words = frame.words ^ MIRROR_MASK if placement.is_mirrored else frame.words
        lift = 2 * np.log2(placement.scale)
        inside = np.nonzero(
            (x >= 0) & (x < self.inventory.width) & (y >= 0) & (y < self.inventory.height)
        )[0]
        middle = np.rint(frame.levels[inside] + lift).astype(np.int64)
        asked: list[_Indices] = []
        found: list[_Indices] = []
        for rise in (-1, 0, 1):
            level = middle + rise
            usable = np.nonzero((level >= 0) & (level < 16))[0]  # noqa: PLR2004 -- 16 levels fit
            across, down = _cells(level[usable], x[inside[usable]], y[inside[usable]])
            for row in (-1, 0, 1):
                key = _keys(level[usable], across, down + row)
                first = np.searchsorted(self._keys, key - 1)
                last = np.searchsorted(self._keys, key + 1, side="right")
                number, places = laid_out(first, last - first)
                asked.append(inside[usable][number])
                found.append(self._order[places])
        return self._near(frame, words, np.concatenate(asked), np.concatenate(found), x, y, lift)

    def _near(
        self,
        frame: QueryFrame,
        words: NDArray[np.uint64],
        asked: _Indices,
        found: _Indices,
        x: _Floats,
        y: _Floats,
        lift: float,
    ) -> Pairs:
        bits = np.bitwise_count(words[asked] ^ self.inventory.words[found]).astype(np.int64)
        alike = np.nonzero(bits <= WORD_BITS_MAX)[0]
        asked, found, bits = asked[alike], found[alike], bits[alike]
        coarsest = np.maximum(frame.levels[asked] + lift, self.inventory.levels[found])
        slack = 2 * SLACK_PX / DETAIL_SIDE_PX * np.sqrt(2.0) ** coarsest
        near = (np.abs(x[asked] - self.inventory.x[found]) <= slack) & (
            np.abs(y[asked] - self.inventory.y[found]) <= slack
        )
        return Pairs(asked[near], found[near], bits[near])

    def moments(self, asked: _Indices, found: _Indices) -> NDArray[np.int64]:
        """Return how many of the points asked were seen at each moment of the recording.

        Args:
            asked: Number of the point of every pair.
            found: The recording's point of every pair.

        Returns:
            ``(moments,) int64``, one for every ``MOMENT_S`` of the recording.
        """
        steps = int(self.end_s / MOMENT_S) + 2
        numbers, asked = np.unique(asked, return_inverse=True)
        if not len(numbers):
            return np.zeros(steps, np.int64)
        rises = np.zeros((len(numbers), steps + 1), np.int16)
        first = (self.inventory.first_s[found] / MOMENT_S).astype(np.int64)
        last = (self.inventory.last_s[found] / MOMENT_S).astype(np.int64) + 1
        np.add.at(rises, (asked, first), 1)
        np.add.at(rises, (asked, last), -1)
        np.cumsum(rises, axis=1, out=rises)
        return np.asarray((rises[:, :steps] > 0).sum(axis=0), np.int64)


def fields(frame: QueryFrame, asked: _Indices) -> _Indices:
    """Return the field of the frame every point lies in; what lies close together counts once."""
    return (frame.x[asked] * _FIELD).astype(np.int64) * 64 + (frame.y[asked] * _FIELD).astype(
        np.int64
    )


def _cells(levels: _Indices, x: _Floats, y: _Floats) -> tuple[_Indices, _Indices]:
    pitch = _CELL_PX / DETAIL_SIDE_PX * np.sqrt(2.0) ** levels
    return (x / pitch).astype(np.int64) + 1, (y / pitch).astype(np.int64) + 1


def _keys(levels: _Indices, across: _Indices, down: _Indices) -> _Indices:
    return levels * _LEVEL + down * _ROW + across


def _pane(panes: TapResult | None, name: str, inventory: Inventory) -> Rectangle | None:
    box = None if panes is None else panes.values.get(name)
    if not isinstance(box, list) or len(box) != 4:  # noqa: PLR2004 -- left, top, right, bottom
        return None
    if not all(isinstance(side, (int, float)) for side in box):
        return None
    left, top, right, bottom = (float(side) for side in box)
    return Rectangle(
        left * inventory.width,
        top * inventory.height,
        right * inventory.width,
        bottom * inventory.height,
    )
