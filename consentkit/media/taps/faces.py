"""The tap that sees whether people are in the picture: how many faces and where, never whose."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from typing_extensions import override

from consentkit.kernel.digest import sha256_hex
from consentkit.kernel.errors import ResourceError
from consentkit.kernel.resources import resource_path
from consentkit.media.taps.base import (
    DetailFrame,
    DetailTap,
    TapResult,
)

MODEL = "face_detection_yunet_2023mar.onnx"
MODEL_SHA256 = "8f2383e4dd3cfbb4553ea8718107fc0423210dc964f9f4280604804ed2552fa4"

FACES_SIDE_PX = 320
"""Faces from about 16 pixels on are found: a twentieth of the picture's width."""
FACES_PER_SECOND = 1
SCORE_MIN = 0.6
"""Presence of a person is asked for, so a doubtful face counts; 0.9 is the model's own example."""
OVERLAP_MAX = 0.3
FACES_MAX = 32
"""Faces kept per frame, the surest first."""

_MICROSECONDS = 1_000_000
_SCALE = 65_535
_SCORE_COLUMN = 14
_STRIDE_PX = 32


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
        padded = (-(-width // _STRIDE_PX) * _STRIDE_PX, -(-height // _STRIDE_PX) * _STRIDE_PX)
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


def face_detector(size_px: tuple[int, int]) -> cv2.FaceDetectorYN:
    """Return a detector for pictures of that width and height.

    Raises:
        ResourceError: The model is not part of this install, or is not the one that belongs here.
    """
    path = resource_path("models", MODEL)
    try:
        model = path.read_bytes()
    except OSError as exc:
        raise ResourceError("install.resource-missing", name=MODEL) from exc
    if sha256_hex(model) != MODEL_SHA256:
        raise ResourceError("install.resource-damaged", name=MODEL)
    empty = np.zeros(0, np.uint8)
    return cv2.FaceDetectorYN.create(
        "onnx", np.frombuffer(model, np.uint8), empty, size_px, SCORE_MIN, OVERLAP_MAX, FACES_MAX
    )


def _rows(found: object, *, width: int, height: int) -> NDArray[np.uint16]:
    """Return left, top, right, bottom in 1/65535 and score in 1/255, one row per face."""
    if not isinstance(found, np.ndarray):
        return np.zeros((0, 5), np.uint16)
    boxes = np.nan_to_num(np.asarray(found[:FACES_MAX], np.float32))
    corners = np.column_stack([boxes[:, :2], boxes[:, :2] + boxes[:, 2:4]])
    shares = corners / np.array([width, height, width, height], np.float32)
    scores = boxes[:, _SCORE_COLUMN : _SCORE_COLUMN + 1]
    return np.column_stack([
        np.rint(np.clip(shares, 0, 1) * _SCALE),
        np.rint(np.clip(scores, 0, 1) * 255),
    ]).astype(np.uint16)
