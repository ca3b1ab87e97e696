"""The tap that turns a finished video into shots and frames to ask the library about.

Shots are found on the four small frames per second. Of every shot one frame in two seconds is
kept as its points: geometry rarely changes within a shot, and one frame in ten seconds would do if
nothing ever covered the picture.
"""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray
from typing_extensions import override

from consentkit.media.taps.base import (
    FRAMES_PER_SECOND,
    DetailFrame,
    DetailTap,
    SampledFrame,
    TapResult,
)
from consentkit.media.taps.picture_prints import parts, ranks
from consentkit.media.taps.picture_prints_form import (
    DETAIL_SIDE_PX,
    FRAMES_MAX,
    LEVELS_MAX,
    POSITION_UNIT,
    SHAKY_BITS,
)
from consentkit.media.taps.picture_prints_points import Points, find_points

_POINTS_A_LEVEL = (190, 180, 170, 150, 110, 70, 40)
"""An enlarged pane shows its detail on coarse levels only, an inset on fine ones only."""
_SECONDS_A_FRAME = Fraction(2)
_SETTLE = Fraction(1, 5)
"""Cross-fades and the last frame of the shot before are over by then."""
_BLOCK_PX = 20
_CHANGED_LEVELS = 14
_CHANGED_SHARE = 0.22
"""A partner's pane of a quarter of the picture that changes is a new shot as well."""
_ABOVE_USUAL = 2.5
_USUAL_SAMPLES = 6
_MS = 1000


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is kept of one frame's points, 19 bytes each instead of nearly 300."""

    word: NDArray[np.uint64]
    shaky: NDArray[np.uint8]
    x: NDArray[np.float32]
    y: NDArray[np.float32]
    level: NDArray[np.uint8]


class EditPictureTap(DetailTap):
    """Finds shots, and keeps the points of one frame in two seconds of each.

    Attributes:
        name: Key of the result.
        version: Counts up with every change of the results.
        detail_side_px: Length of the longer side of the frames it asks for.
        detail_per_second: Frames per second it asks for.
    """

    name = "edit-picture"
    version = 1
    detail_side_px = DETAIL_SIDE_PX
    detail_per_second = 2

    def __init__(self) -> None:
        self._shape = (0, 0)
        self._shots = _Shots()
        self._asked_shot = -1
        self._asked_at = Fraction(0)
        self._kept: list[_Kept] = []
        self._frame_ms: list[int] = []
        self._frame_shot: list[int] = []

    @override
    def on_frame(self, frame: SampledFrame) -> None:
        """Take the next small frame: it may begin a shot."""
        self._shots.see(frame.at, frame.gray)

    @override
    def on_detail(self, frame: DetailFrame) -> None:
        """Take the next frame in its true shape; one of another shape than the first is left out.

        A shot's first frame is asked about, and one in two seconds.
        """
        height, width = frame.gray.shape
        if self._shape == (0, 0):
            self._shape = (width, height)
        shot = self._shots.number
        is_new = shot != self._asked_shot and frame.at >= self._shots.started + _SETTLE
        is_due = shot == self._asked_shot and frame.at - self._asked_at >= _SECONDS_A_FRAME
        at_ms = int(frame.at * _MS)
        if (
            self._shape != (width, height)
            or not (is_new or is_due)
            or len(self._frame_ms) >= FRAMES_MAX
            or (self._frame_ms and at_ms <= self._frame_ms[-1])
        ):
            return
        self._asked_shot, self._asked_at = shot, frame.at
        points = find_points(frame.gray, LEVELS_MAX)
        chosen = points.take(_chosen(points))
        level = chosen.level.astype(np.uint8)
        self._kept.append(_Kept(chosen.words(), chosen.shaky(), chosen.x, chosen.y, level))
        self._frame_ms.append(at_ms)
        self._frame_shot.append(shot)

    @override
    def finish(self) -> TapResult:
        """Return shots and points.

        Arrays: ``shot_ms`` int64, borders of the shots from 0 to the end; per frame ``frame_ms``,
        ``frame_shot`` and ``frame_offset`` int64, the last one longer, telling where its points
        begin; per point ``word`` uint64, ``shaky`` (n, 4) uint8, ``x``, ``y`` uint16 in
        ``POSITION_UNIT`` of the longer side, ``level`` uint8. Values: ``width_px`` and
        ``height_px`` of the frames, 0 without any.
        """
        width, height = self._shape
        scale = 1 / (POSITION_UNIT * max(width, height, 1))
        counts = [len(points.level) for points in self._kept]
        words = [points.word for points in self._kept]
        shaky = [points.shaky for points in self._kept]
        return TapResult(
            {
                "shot_ms": np.asarray(self._shots.borders_ms(), np.int64),
                "frame_ms": np.asarray(self._frame_ms, np.int64),
                "frame_shot": np.asarray(self._frame_shot, np.int64),
                "frame_offset": np.cumsum([0, *counts], dtype=np.int64),
                "word": np.concatenate([np.zeros(0, np.uint64), *words]),
                "shaky": np.concatenate([np.zeros((0, SHAKY_BITS), np.uint8), *shaky]),
                "x": _units([points.x for points in self._kept], scale),
                "y": _units([points.y for points in self._kept], scale),
                "level": np.concatenate([
                    np.zeros(0, np.uint8),
                    *(points.level for points in self._kept),
                ]),
            },
            {"width_px": width, "height_px": height},
        )


def _chosen(points: Points) -> NDArray[np.int64]:
    """Return the points to ask about: a part of every level, interleaved, the best first."""
    everything = np.ones(len(points.level), np.bool_)
    rank = ranks(points, parts(points), everything, ~everything)
    order = np.lexsort((-points.strength, rank, points.level))
    level = points.level[order]
    place = np.arange(len(order)) - np.searchsorted(level, level)
    most = np.asarray(_POINTS_A_LEVEL)[level]
    kept = place < most
    turn = np.lexsort((level[kept], place[kept] / most[kept]))
    return np.asarray(order[kept][turn], np.int64)


class _Shots:
    """Where shots begin, from the mean luma of squares of small frames."""

    def __init__(self) -> None:
        self.number = 0
        self.started = Fraction(0)
        self._borders: list[Fraction] = [Fraction(0)]
        self._before: NDArray[np.float32] | None = None
        self._last_at = Fraction(0)
        self._shares: list[float] = []

    def see(self, at: Fraction, gray: NDArray[np.uint8]) -> None:
        """Take the next frame."""
        rows, columns = gray.shape[0] // _BLOCK_PX, gray.shape[1] // _BLOCK_PX
        squares = gray[: rows * _BLOCK_PX : 2, : columns * _BLOCK_PX : 2]
        side = _BLOCK_PX // 2
        luma = squares.reshape(rows, side, columns, side).mean(axis=(1, 3), dtype=np.float32)
        if self._before is not None and at > self._last_at:
            share = float((np.abs(luma - self._before) > _CHANGED_LEVELS).mean())
            usual = sorted(self._shares)[len(self._shares) // 2] if self._shares else 0.0
            self._shares = [*self._shares[1 - _USUAL_SAMPLES :], share]
            if share > max(_CHANGED_SHARE, _ABOVE_USUAL * usual):
                self._begin(at)
        self._before, self._last_at = luma, max(at, self._last_at)

    def borders_ms(self) -> list[int]:
        """Return the borders of all shots in milliseconds, rising; none without frames."""
        if self._before is None:
            return []
        end = self._last_at + Fraction(1, FRAMES_PER_SECOND)
        return [int(border * _MS) for border in (*self._borders, end)]

    def _begin(self, at: Fraction) -> None:
        # The change lies between two samples; half way errs least.
        middle = (at + self._last_at) / 2
        if middle * _MS < self._borders[-1] * _MS + 1 or len(self._borders) >= FRAMES_MAX - 1:
            return
        self._borders.append(middle)
        self.number += 1
        self.started = at


def _units(parts: list[NDArray[np.float32]], scale: float) -> NDArray[np.uint16]:
    joined = np.concatenate([np.zeros(0, np.float32), *parts])
    return np.rint(joined * scale).astype(np.uint16)
