"""Small numbers of a frame, cell by cell, kept for the whole recording.

A frame of 320x180 becomes 32x18 cells of 10x10 pixels with three bytes each: mean luma, mean
roughness, mean stir. Three hours at 4 frames per second are 43,200 frames, 75 MB, whatever the
picture was; whole frames are never kept.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from consentkit.media.taps.base import FRAME_HEIGHT_PX, FRAME_WIDTH_PX

CELL_PX = 10
COLUMNS = FRAME_WIDTH_PX // CELL_PX
ROWS = FRAME_HEIGHT_PX // CELL_PX
CELLS = COLUMNS * ROWS
STIR_SCALE = 4
"""Stir is stored in quarter levels: a quiet webcam stirs by less than one level per pixel."""

_BLOCK_FRAMES = 512

Bytes = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class CellTracks:
    """The cells of a recording over time, each ``(frames, CELLS) uint8``, row by row.

    Attributes:
        luma: Mean luma of the cell.
        rough: Mean absolute difference between pixels beside each other.
        stir: Mean absolute difference to the frame before, in quarter levels, capped at 63.75.
    """

    luma: Bytes
    rough: Bytes
    stir: Bytes


class CellRecorder:
    """Collects the cells of one frame after another, and how often each pixel is an edge."""

    def __init__(self) -> None:
        self._blocks: tuple[list[Bytes], list[Bytes], list[Bytes]] = ([], [], [])
        self._count = 0
        self._before: Bytes | None = None
        self._beside: Bytes = np.zeros((FRAME_HEIGHT_PX, FRAME_WIDTH_PX), np.uint8)

    def add(self, gray: Bytes) -> None:
        """Take the next frame, ``(180, 320) uint8``; about 0.1 ms."""
        self._keep(0, _cells(gray))
        cv2.absdiff(gray[:, 1:], gray[:, :-1], dst=self._beside[:, 1:])
        self._keep(1, _cells(self._beside))
        before = gray if self._before is None else self._before
        self._keep(2, _cells(cv2.convertScaleAbs(cv2.absdiff(gray, before), alpha=STIR_SCALE)))
        self._before = gray
        self._count += 1

    def _keep(self, plane: int, cells: Bytes) -> None:
        slot = self._count % _BLOCK_FRAMES
        if slot == 0:
            self._blocks[plane].append(np.zeros((_BLOCK_FRAMES, CELLS), np.uint8))
        self._blocks[plane][-1][slot] = cells

    def take_tracks(self) -> CellTracks:
        """Return what was collected and forget it; empty arrays when there was no frame."""
        planes: list[Bytes] = []
        for blocks in self._blocks:
            planes.append(np.concatenate([np.zeros((0, CELLS), np.uint8), *blocks])[: self._count])
            # Freed plane by plane, or three hours would be held twice.
            blocks.clear()
        self._count = 0
        return CellTracks(*planes)


def _cells(plane: cv2.typing.MatLike) -> Bytes:
    small = cv2.resize(plane, (COLUMNS, ROWS), interpolation=cv2.INTER_AREA)
    return np.asarray(small, np.uint8).reshape(CELLS)
