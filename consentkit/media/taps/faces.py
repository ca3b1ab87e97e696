"""The tap that sees whether people are in the picture: how many faces and where, never whose."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from typing_extensions import override

from consentkit.media.face_model import FACES_MAX, SCORE_COLUMN, STRIDE_PX, face_detector
from consentkit.media.taps.base import (
    DetailFrame,
    DetailTap,
    TapResult,
)

FACES_SIDE_PX = 320
"""Faces from about 16 pixels on are found: a twentieth of the picture's width."""
FACES_PER_SECOND = 1
_MICROSECONDS = 1_000_000
_SCALE = 65_535


@dataclass(frozen=True, slots=True)
class _Look:
    at_us: int
    faces: NDArray[np.uint16]


class FacesTap(DetailTap):
    """Counts faces once per second.

    Result arrays: ``at_us`` ``(n,) int64``, the moments looked at in microseconds; ``count``
    ``(n,) uint8``, faces at each; ``box`` ``(faces, 4) uint16``, left, top, right and bottom of all
    of them one after the other, in shares of the picture's width and height, 65535 for all;
    ``score`` ``(faces,) uint8``, 255 for certain.
    """

    name = "faces"
    version = 1
    detail_side_px = FACES_SIDE_PX
    detail_per_second = FACES_PER_SECOND

    def __init__(self) -> None:
        self._detector: cv2.FaceDetectorYN | None = None
        self._size = (0, 0)
        self._looks: list[_Look] = []

    @override
    def on_detail(self, frame: DetailFrame) -> None:
        """Look for faces in the next frame."""
        height, width = frame.gray.shape
        # The network's own size is a multiple of its stride; padding keeps faces in their shape.
        padded = (-(-width // STRIDE_PX) * STRIDE_PX, -(-height // STRIDE_PX) * STRIDE_PX)
        if self._detector is None or self._size != padded:
            self._detector = face_detector(padded)
            self._size = padded
        picture = cv2.copyMakeBorder(
            frame.gray, 0, padded[1] - height, 0, padded[0] - width, cv2.BORDER_REPLICATE
        )
        _, found = self._detector.detect(cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR))
        self._looks.append(
            _Look(round(frame.at * _MICROSECONDS), _rows(found, width=width, height=height))
        )

    @override
    def finish(self) -> TapResult:
        """Return what was seen."""
        rows = np.concatenate([np.zeros((0, 5), np.uint16), *(look.faces for look in self._looks)])
        return TapResult(
            arrays={
                "at_us": np.array([look.at_us for look in self._looks], np.int64),
                "count": np.array([len(look.faces) for look in self._looks], np.uint8),
                "box": np.ascontiguousarray(rows[:, :4]),
                "score": rows[:, 4].astype(np.uint8),
            },
            values={},
        )


def _rows(found: object, *, width: int, height: int) -> NDArray[np.uint16]:
    """Return left, top, right, bottom in 1/65535 and score in 1/255, one row per face."""
    if not isinstance(found, np.ndarray):
        return np.zeros((0, 5), np.uint16)
    boxes = np.nan_to_num(np.asarray(found[:FACES_MAX], np.float32))
    corners = np.column_stack([boxes[:, :2], boxes[:, :2] + boxes[:, 2:4]])
    shares = corners / np.array([width, height, width, height], np.float32)
    scores = boxes[:, SCORE_COLUMN : SCORE_COLUMN + 1]
    return np.column_stack([
        np.rint(np.clip(shares, 0, 1) * _SCALE),
        np.rint(np.clip(scores, 0, 1) * 255),
    ]).astype(np.uint16)
