"""Small pictures at even distances, for the strip under the player."""

from fractions import Fraction

import cv2
import numpy as np
from numpy.typing import NDArray
from typing_extensions import override

from consentkit.media.taps.base import StreamFacts, Tap, TapResult

THUMB_BOX_PX = (160, 90)
JPEG_QUALITY = 80
THUMBS_MAX = 512
"""Whenever the strip is full every other picture goes and the distance doubles."""


def fit(width_px: int, height_px: int, box_px: tuple[int, int]) -> tuple[int, int]:
    """Return the largest even size of the same shape that fits into the box; at least 2 by 2."""
    if width_px <= 0 or height_px <= 0:
        return box_px
    scale = min(Fraction(box_px[0], width_px), Fraction(box_px[1], height_px))
    return max(2, round(width_px * scale) // 2 * 2), max(2, round(height_px * scale) // 2 * 2)


def encode_jpeg(rgb: NDArray[np.uint8], quality: int = JPEG_QUALITY) -> bytes:
    """Return ``(height, width, 3) uint8 RGB`` as a JPEG file."""
    _, encoded = cv2.imencode(
        ".jpg", cv2.cvtColor(rgb, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, quality]
    )
    return encoded.tobytes()


class FilmstripTap(Tap):
    """Keeps up to 512 colour thumbs at even distances, whatever the length.

    The scan asks ``wants`` for every sampled frame and hands the colour picture to ``on_thumb``.
    Result arrays: ``at_us`` ``(n,) int64`` microseconds, ``offsets`` ``(n + 1,) int64`` into
    ``jpeg`` ``(bytes,) uint8``; values: ``width_px``, ``height_px``.
    """

    name = "filmstrip"
    version = 1

    def __init__(self) -> None:
        self.size_px = THUMB_BOX_PX
        self._thumbs: list[tuple[Fraction, bytes]] = []
        self._step = Fraction(1, 2)
        self._wanted = 0
        self._due = Fraction(0)

    @override
    def begin(self, facts: StreamFacts) -> None:
        """Take the shape of the picture."""
        self.size_px = fit(facts.width_px, facts.height_px, THUMB_BOX_PX)

    def wants(self, at: Fraction) -> bool:
        """Return whether a thumb is due at this time; then it must be handed to ``on_thumb``.

        It may be asked from another thread than the one that hands thumbs over.
        """
        if at < self._due:
            return False
        self._wanted += 1
        self._due = at + self._step
        if self._wanted >= THUMBS_MAX:
            # The one before this becomes the last.
            self._wanted = (self._wanted + 1) // 2
            self._step *= 2
        return True

    def on_thumb(self, at: Fraction, rgb: NDArray[np.uint8]) -> None:
        """Take a picture of ``size_px``, ``(height, width, 3) uint8 RGB``."""
        self._thumbs.append((at, encode_jpeg(rgb)))
        if len(self._thumbs) >= THUMBS_MAX:
            self._thumbs = self._thumbs[::2]

    @override
    def finish(self) -> TapResult:
        """Return the thumbs."""
        sizes = [len(jpeg) for _, jpeg in self._thumbs]
        return TapResult(
            arrays={
                "at_us": np.array([round(at * 1_000_000) for at, _ in self._thumbs], np.int64),
                "offsets": np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)]).astype(np.int64),
                "jpeg": np.frombuffer(b"".join(jpeg for _, jpeg in self._thumbs), np.uint8),
            },
            values={"width_px": self.size_px[0], "height_px": self.size_px[1]},
        )
