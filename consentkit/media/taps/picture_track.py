"""The tap that keeps a tiny moving picture of a recording, to hold edits against.

What it leaves shows faces: it belongs into the vault and goes with the person's data
(``without_stretch``).
"""

import cv2
import numpy as np
from numpy.typing import NDArray
from typing_extensions import override

from consentkit.media.taps.base import SampledFrame, StreamFacts, Tap, TapResult
from consentkit.media.taps.picture_track_codec import ASPECT_MAX, BLOCK, TrackEncoder, TrackGrid

TRACK_SIDE = 160
"""Cells along the longer side: enough for a mouth in half a frame, and 2 MB an hour."""
CHUNK_MS = 60_000
CHUNK_BYTES = 33_000
"""2 MB an hour at most; a chunk that has nothing moving takes a twentieth."""

EDIT_SIDE = 320
EDIT_CHUNK_MS = 10_000
EDIT_CHUNK_BYTES = 80_000


def grid_for(facts: StreamFacts | None, side: int, chunk_ms: int, chunk_bytes: int) -> TrackGrid:
    """Return the grid for a picture of that shape, its longer side ``side`` cells."""
    width_px, height_px = 16, 9
    if facts is not None and facts.width_px > 0 and facts.height_px > 0:
        width_px, height_px = facts.width_px, facts.height_px
    aspect = min(ASPECT_MAX, max(1 / ASPECT_MAX, width_px / height_px))
    scale = side / max(width_px, height_px)
    across, down = (max(1, round(px * scale / BLOCK)) * BLOCK for px in (width_px, height_px))
    return TrackGrid(across, down, aspect, chunk_ms, chunk_bytes)


class PictureTrackTap(Tap):
    """Keeps 4 small frames of luma per second, within 2 MB an hour (``picture_track_codec``).

    The grid has the picture's shape, its longer side ``TRACK_SIDE`` cells; positions on it are
    shares of the picture's width and height.
    """

    name = "picture-track"
    version = 1

    def __init__(self) -> None:
        self._set_out(None)

    @override
    def begin(self, facts: StreamFacts) -> None:
        """Take the shape of the picture."""
        self._set_out(facts)

    @override
    def on_frame(self, frame: SampledFrame) -> None:
        """Take the next frame."""
        self._encoder.add(round(frame.at * 1000), shrink(frame.gray, self._grid))

    @override
    def finish(self) -> TapResult:
        """Return the track; see ``TrackEncoder.finish``."""
        return self._encoder.finish()

    def _set_out(self, facts: StreamFacts | None) -> None:
        self._grid = grid_for(facts, TRACK_SIDE, CHUNK_MS, CHUNK_BYTES)
        self._encoder = TrackEncoder(self._grid)


def shrink(gray: NDArray[np.uint8], grid: TrackGrid) -> NDArray[np.uint8]:
    """Return ``gray`` averaged over areas to the cells of a grid."""
    size = grid.columns, grid.rows
    return np.asarray(cv2.resize(gray, size, interpolation=cv2.INTER_AREA), np.uint8)
