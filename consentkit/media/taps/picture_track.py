"""The tap that keeps a tiny moving picture of a recording, to hold edits against.

What it leaves shows faces: it belongs into the vault and goes with the person's data
(``without_stretch``).
"""

import cv2
import numpy as np
from numpy.typing import NDArray
from typing_extensions import override

from consentkit.media.taps.base import AudioBlock, SampledFrame, StreamFacts, Tap, TapResult
from consentkit.media.taps.picture_track_codec import BLOCK, TrackEncoder, TrackGrid

TRACK_SIDE = 160
"""Cells along the longer side: enough for a mouth in half a frame, and 2 MB an hour."""
CHUNK_MS = 60_000
CHUNK_BYTES = 33_000
"""2 MB an hour at most; a chunk that has nothing moving takes a twentieth."""

EDIT_SIDE = 320
EDIT_CHUNK_MS = 10_000
EDIT_CHUNK_BYTES = 80_000


def grid_shape(width_px: int, height_px: int, side: int) -> tuple[int, int]:
    """Return columns and rows, multiples of 8, for a picture of that shape; at least 8."""
    if width_px <= 0 or height_px <= 0:
        return side, side // 16 * 9 // BLOCK * BLOCK
    scale = side / max(width_px, height_px)
    across, down = (max(1, round(px * scale / BLOCK)) * BLOCK for px in (width_px, height_px))
    return across, down


class PictureTrackTap(Tap):
    """Keeps 4 small frames of luma per second, within 2 MB an hour (``picture_track_codec``).

    The grid has the picture's shape, its longer side ``TRACK_SIDE`` cells; positions on it are
    shares of the picture's width and height.
    """

    name = "picture-track"
    version = 1

    def __init__(self) -> None:
        self._size = grid_shape(0, 0, TRACK_SIDE)
        self._encoder = self._fresh()

    @override
    def begin(self, facts: StreamFacts) -> None:
        """Take the shape of the picture."""
        self._size = grid_shape(facts.width_px, facts.height_px, TRACK_SIDE)
        self._encoder = self._fresh()

    @override
    def on_frame(self, frame: SampledFrame) -> None:
        """Take the next frame."""
        self._encoder.add(round(frame.at * 1000), shrink(frame.gray, self._size))

    @override
    def on_audio(self, block: AudioBlock) -> None:
        """Take sound, which leaves no trace here."""

    @override
    def finish(self) -> TapResult:
        """Return the track; see ``TrackEncoder.finish``."""
        return self._encoder.finish()

    def _fresh(self) -> TrackEncoder:
        return TrackEncoder(TrackGrid(*self._size, CHUNK_MS, CHUNK_BYTES))


def shrink(gray: NDArray[np.uint8], size: tuple[int, int]) -> NDArray[np.uint8]:
    """Return ``gray`` averaged over areas to ``size``, columns and rows."""
    return np.asarray(cv2.resize(gray, size, interpolation=cv2.INTER_AREA), np.uint8)
