"""The tap that keeps a small moving picture of an edit, finer than a recording's.

An edit shows a recording small in a corner, or a part of it large; either way enough cells of the
recording have to be left.
"""

from typing_extensions import override

from consentkit.media.taps.base import (
    DetailFrame,
    DetailTap,
    StreamFacts,
    TapResult,
)
from consentkit.media.taps.picture_track import (
    EDIT_CHUNK_BYTES,
    EDIT_CHUNK_MS,
    EDIT_SIDE,
    grid_for,
    shrink,
)
from consentkit.media.taps.picture_track_codec import TrackEncoder


class EditTrackTap(DetailTap):
    """Keeps 4 frames of luma per second, the longer side 320 cells, at most 8 kB a second."""

    name = "edit-track"
    version = 1
    detail_side_px = EDIT_SIDE
    detail_per_second = 4

    def __init__(self) -> None:
        self._set_out(None)

    @override
    def begin(self, facts: StreamFacts) -> None:
        """Take the shape of the picture."""
        self._set_out(facts)

    @override
    def on_detail(self, frame: DetailFrame) -> None:
        """Take the next frame in its true shape."""
        self._encoder.add(round(frame.at * 1000), shrink(frame.gray, self._grid))

    @override
    def finish(self) -> TapResult:
        """Return the track; see ``TrackEncoder.finish``."""
        return self._encoder.finish()

    def _set_out(self, facts: StreamFacts | None) -> None:
        self._grid = grid_for(facts, EDIT_SIDE, EDIT_CHUNK_MS, EDIT_CHUNK_BYTES)
        self._encoder = TrackEncoder(self._grid)
