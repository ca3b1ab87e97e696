"""The tap that turns a finished video into shots and frames to ask the library about.

Shots are found on the four small frames per second. Of every shot one frame in two seconds is
kept as its points: geometry rarely changes within a shot, and one frame in ten seconds would do if
nothing ever covered the picture.
"""

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
    EDIT_POINTS_LATER,
    EDIT_POINTS_MAX,
    FRAMES_MAX,
    LEVELS_MAX,
    POSITION_UNIT,
    SHAKY_BITS,
)
from consentkit.media.taps.picture_prints_points import Points, find_points

_POINTS_A_LEVEL = (190, 180, 170, 150, 110, 70, 40)
"""An enlarged pane shows its detail on coarse levels only, an inset on fine ones only."""
_SECONDS_A_FRAME = Fraction(2)
_POINTS_PLENTY = 3_000_000
"""Nearly two hours of frames; after that memory counts, and each frame keeps its best points."""
_SETTLE = Fraction(1, 5)
"""Cross-fades and the last frame of the shot before are over by then."""
_BLOCK_PX = 20
_CHANGED_LEVELS = 14
_CHANGED_SHARE = 0.22
"""A partner's pane of a quarter of the picture that changes is a new shot as well."""
_ABOVE_USUAL = 2.5
_USUAL_SAMPLES = 6
_MS = 1000
_COLUMNS = {
    "word": np.uint64,
    "shaky": np.uint8,
    "x": np.uint16,
    "y": np.uint16,
    "level": np.uint8,
}


class _Kept:
    """The points of all frames kept, 17 bytes each; three hours have 3.6 million of them."""

    def __init__(self) -> None:
        self.counts: list[int] = []
        self.total = 0
        self._columns = {name: bytearray() for name in _COLUMNS}

    def add(self, points: Points, longer_px: int) -> None:
        """Take the points of the next frame, whose longer side is ``longer_px`` long."""
        scale = 1 / (POSITION_UNIT * longer_px)
        found = {
            "word": points.words(),
            "shaky": points.shaky(),
            "x": np.rint(points.x * scale),
            "y": np.rint(points.y * scale),
            "level": points.level,
        }
        self.counts.append(len(points.level))
        self.total += len(points.level)
        for name, kind in _COLUMNS.items():
            self._columns[name] += found[name].astype(kind).tobytes()

    def arrays(self) -> dict[str, NDArray[np.generic]]:
        """Return the columns without a copy; no more points can be added while they are held."""
        found: dict[str, NDArray[np.generic]] = {
            name: np.frombuffer(self._columns[name], kind) for name, kind in _COLUMNS.items()
        }
        return {**found, "shaky": found["shaky"].reshape(-1, SHAKY_BITS)}


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
        self._kept = _Kept()
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
        chosen = _chosen(points)
        if self._kept.total > _POINTS_PLENTY:
            chosen = chosen[: min(EDIT_POINTS_LATER, EDIT_POINTS_MAX - self._kept.total)]
        self._kept.add(points.take(chosen), max(width, height))
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
        return TapResult(
            {
                "shot_ms": np.asarray(self._shots.borders_ms(), np.int64),
                "frame_ms": np.asarray(self._frame_ms, np.int64),
                "frame_shot": np.asarray(self._frame_shot, np.int64),
                "frame_offset": np.cumsum([0, *self._kept.counts], dtype=np.int64),
                **self._kept.arrays(),
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
