"""The tap that keeps an inventory of what a recording shows: points of the picture, each once.

A point is kept when two pictures in a row show it at one place and it was not there already; a
wall that stays for an hour is stored once, a new partner brings a few hundred points. What may be
stored per second is limited, so that three hours of noise cost no more than three hours of talk.
"""

from typing import TypeVar

import cv2
import numpy as np
from numpy.typing import NDArray
from typing_extensions import override

from consentkit.media.taps.base import (
    DetailFrame,
    DetailTap,
    TapResult,
)
from consentkit.media.taps.picture_prints_form import (
    DETAIL_SIDE_PX,
    POSITION_UNIT,
    TICKS_PER_SECOND,
    Words,
)
from consentkit.media.taps.picture_prints_points import Points, find_points

LEVELS = 5
_SLOTS = 4
"""Points a square of the grid may have at once: a corner, what moves before it, and spares."""
_SAME_WORD_BITS = 12
"""Words of one corner in two pictures differ by less in 9 of 10 cases, those of two by 26 to 38."""
_POINTS_PER_S = 21.0
"""Keeps the prints of an hour within 1.2 MB, at 15 bytes a point."""
_SAVED_MAX = 3_000.0
_SPENT_SHARE = 0.5
_POINTS_A_PART = np.array([8, 6, 4, 3, 3])
"""By level: a pane's part that an edit enlarges must still hold a few dozen points."""
_ROOM_MAX = np.repeat(_POINTS_A_PART, 64 * 64).astype(np.float64)
_PARTS = 5 * 64 * 64
_PART_TICKS = 8 * TICKS_PER_SECOND
"""A part of the picture gets one more point in this time, all at once where a new scene begins:
else a head that never rests would take the places of the next partner."""
_FORGET_TICKS = 30 * TICKS_PER_SECOND
_QUIET_TICKS = 3 * TICKS_PER_SECOND
"""A picture that hardly changes is looked at once in this time."""
_CHANGED_LEVELS = 12
_CHANGED_SHARE = 0.08
_LOOKS_AFTER_CHANGE = 3
_BLOCK_PX = 32
_LASTING_MAX = (1 << 16) - 1

_Indices = NDArray[np.int64]
_T = TypeVar("_T", bound=np.generic)


class PicturePrintsTap(DetailTap):
    """Keeps the points a recording shows, with when they were first and last seen.

    Attributes:
        name: Key of the result.
        version: Counts up with every change of the results.
        detail_side_px: Length of the longer side of the frames it asks for.
        detail_per_second: Frames per second it asks for.
    """

    name = "picture-prints"
    version = 1
    detail_side_px = DETAIL_SIDE_PX
    detail_per_second = 1

    def __init__(self) -> None:
        self._shape = (0, 0)
        self._inventory = _Growing()
        self._looked: NDArray[np.int16] | None = None
        self._looked_tick = 0
        self._looks_due = _LOOKS_AFTER_CHANGE

    @override
    def on_detail(self, frame: DetailFrame) -> None:
        """Take the next frame in its true shape; one of another shape than the first is left out.

        Pictures that hardly differ from the last one looked at are passed over for three seconds:
        they would show the same points.
        """
        height, width = frame.gray.shape
        if self._shape == (0, 0):
            self._shape = (width, height)
        tick = int(frame.at * TICKS_PER_SECOND)
        if self._shape != (width, height) or (self._looked is not None and tick <= 0):
            return
        size = (max(1, width // _BLOCK_PX), max(1, height // _BLOCK_PX))
        small = np.asarray(cv2.resize(frame.gray, size, interpolation=cv2.INTER_AREA), np.int16)
        if self._looked is not None:
            changed = np.abs(small - self._looked) > _CHANGED_LEVELS
            if changed.mean() > _CHANGED_SHARE:
                self._looks_due = _LOOKS_AFTER_CHANGE
        if self._looks_due == 0 and tick - self._looked_tick < _QUIET_TICKS:
            return
        is_new = self._looks_due > 0
        self._looks_due = max(0, self._looks_due - 1)
        self._looked, self._looked_tick = small, tick
        self._inventory.add(find_points(frame.gray, LEVELS), tick, is_new=is_new)

    @override
    def finish(self) -> TapResult:
        """Return the points in order of first sight.

        Arrays of one length: ``word`` uint64; ``x``, ``y`` uint16 in ``POSITION_UNIT`` of the
        longer side; ``level`` uint8; ``lasting`` uint16, half seconds from first to last
        sight. ``look`` and ``look_points`` uint32: times of first sight in half seconds, and how
        many points each has. Values:
        ``width_px`` and ``height_px`` of the frames looked at, 0 without any.
        """
        width, height = self._shape
        return TapResult(
            self._inventory.arrays(max(width, height, 1)),
            {"width_px": width, "height_px": height},
        )


class _Growing:
    """The points kept so far, and those that only the last picture has shown."""

    def __init__(self) -> None:
        self._saved = _SAVED_MAX
        self._tick = 0
        self._count = 0
        self._words: list[Words] = []
        self._x: list[NDArray[np.float32]] = []
        self._y: list[NDArray[np.float32]] = []
        self._levels: list[_Indices] = []
        self._first: list[_Indices] = []
        self._last = np.zeros(1024, np.int64)
        # Per square of the grid: the numbers of the points there, their words, and the word a
        # picture showed that no kept point explains.
        self._at = np.zeros((0, _SLOTS), np.int64)
        self._at_words = np.zeros((0, _SLOTS), np.uint64)
        self._waiting = np.zeros(0, np.uint64)
        self._waiting_tick = np.zeros(0, np.int64)
        self._room = np.zeros(_PARTS)

    def add(self, points: Points, tick: int, *, is_new: bool) -> None:
        """Take the points of the next picture, which may be of a new scene."""
        self._room = np.minimum(_ROOM_MAX, self._room + (tick - self._tick) / _PART_TICKS)
        self._saved = min(
            _SAVED_MAX, self._saved + _POINTS_PER_S * (tick - self._tick) / TICKS_PER_SECOND
        )
        self._tick = tick
        if not len(points.cell):
            return
        self._reach(int(points.cell.max()) + 1)
        words, cell = points.words(), points.cell
        held = self._at[cell]
        alike = (np.bitwise_count(self._at_words[cell] ^ words[:, None]) <= _SAME_WORD_BITS) & (
            held >= 0
        )
        known = alike.any(axis=1)
        numbers = held[np.arange(len(cell)), alike.argmax(axis=1)]
        self._last[numbers[known]] = tick
        self._forget(tick)
        again = (
            ~known
            & (self._waiting_tick[cell] >= 0)
            & (np.bitwise_count(self._waiting[cell] ^ words) <= _SAME_WORD_BITS)
        )
        chosen = self._choose(points, known, again, is_new=is_new)
        self._keep(points.take(chosen), words[chosen], self._waiting_tick[cell[chosen]], tick)
        self._waiting_tick[:] = -1
        fresh = np.nonzero(~known)[0]
        self._waiting[cell[fresh]] = words[fresh]
        self._waiting_tick[cell[fresh]] = tick

    def arrays(self, side_px: int) -> dict[str, NDArray[np.generic]]:
        """Return everything kept, as the tap's result has it."""
        scale = 1 / (POSITION_UNIT * side_px)
        first = _joined(self._first, np.int64)
        # Points of one look were first seen at the same time: the look before.
        ticks, counts = np.unique(first, return_counts=True)
        return {
            "word": _joined(self._words, np.uint64),
            "x": np.rint(_joined(self._x, np.float32) * scale).astype(np.uint16),
            "y": np.rint(_joined(self._y, np.float32) * scale).astype(np.uint16),
            "level": _joined(self._levels, np.int64).astype(np.uint8),
            "look": ticks.astype(np.uint32),
            "look_points": counts.astype(np.uint32),
            "lasting": np.minimum(self._last[: self._count] - first, _LASTING_MAX).astype(
                np.uint16
            ),
        }

    def _reach(self, cells: int) -> None:
        missing = cells - len(self._at)
        if missing > 0:
            self._at = np.concatenate([self._at, np.full((missing, _SLOTS), -1, np.int64)])
            self._at_words = np.concatenate([
                self._at_words,
                np.zeros((missing, _SLOTS), np.uint64),
            ])
            self._waiting = np.concatenate([self._waiting, np.zeros(missing, np.uint64)])
            self._waiting_tick = np.concatenate([self._waiting_tick, np.full(missing, -1)])

    def _forget(self, tick: int) -> None:
        """Free the places of points not seen for a while: who comes later brings their own."""
        held = self._at >= 0
        gone = held & (tick - self._last[np.maximum(self._at, 0)] > _FORGET_TICKS)
        self._at[gone] = -1

    def _choose(
        self,
        points: Points,
        known: NDArray[np.bool_],
        again: NDArray[np.bool_],
        *,
        is_new: bool,
    ) -> _Indices:
        """Return the points seen again to store: few per part, fewer where some are known."""
        part = parts(points)
        if is_new:
            empty = np.bincount(part[known], minlength=_PARTS) == 0
            self._room[empty] = _ROOM_MAX[empty]
        most_here = _POINTS_A_PART[points.level]
        rank = ranks(points, part, again, known)
        fresh = ranks(points, part, again, np.zeros(len(part), np.bool_))
        chosen = np.nonzero(again & (rank < most_here) & (fresh < self._room[part]))[0]
        most = int(self._saved * _SPENT_SHARE)
        if len(chosen) > most:
            share = rank[chosen] / most_here[chosen]
            chosen = chosen[np.lexsort((-points.strength[chosen], share))[:most]]
        np.subtract.at(self._room, part[chosen], 1)
        return chosen

    def _keep(self, points: Points, words: Words, first: _Indices, tick: int) -> None:
        count = len(words)
        if not count:
            return
        numbers = np.arange(self._count, self._count + count)
        self._count += count
        self._saved -= count
        while self._count > len(self._last):
            self._last = np.concatenate([self._last, np.zeros(len(self._last), np.int64)])
        self._last[numbers] = tick
        self._words.append(words)
        self._x.append(points.x)
        self._y.append(points.y)
        self._levels.append(points.level)
        self._first.append(first.copy())
        # The slot that is free or was unseen for longest.
        held = self._at[points.cell]
        age = np.where(held < 0, -1, self._last[np.maximum(held, 0)])
        slot = age.argmin(axis=1)
        self._at[points.cell, slot] = numbers
        self._at_words[points.cell, slot] = words


def parts(points: Points) -> _Indices:
    """Return the part of the picture every point lies in.

    A part is a sixteenth of the longer side wide on the finest level and more on the others, so
    that every level gets its share.
    """
    span = max(1.0, float(max(points.x.max(initial=1.0), points.y.max(initial=1.0)))) / 16
    wide = span * np.sqrt(2.0) ** points.level
    row, column = (points.y / wide).astype(np.int64), (points.x / wide).astype(np.int64)
    return np.asarray((points.level * 64 + row) * 64 + column, np.int64)


def ranks(
    points: Points, part: _Indices, wanted: NDArray[np.bool_], known: NDArray[np.bool_]
) -> _Indices:
    """Return the place of every point in its part of the picture, from 0.

    Known points come first, then the wanted ones from the strongest on, then the rest.
    """
    turn = np.where(known, 0, np.where(wanted, 1, 2))
    order = np.lexsort((-points.strength, turn, part))
    ranked = part[order]
    start = np.r_[True, ranked[1:] != ranked[:-1]]
    first = np.maximum.accumulate(np.where(start, np.arange(len(order)), 0))
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(len(order)) - first
    return rank


def _joined(parts: list[NDArray[_T]], dtype: type[_T]) -> NDArray[_T]:
    return np.concatenate(parts) if parts else np.zeros(0, dtype)
