"""The face detector's model: where it lies, and that it is the one that belongs here."""

import cv2
import numpy as np

from consentkit.kernel.digest import sha256_hex
from consentkit.kernel.errors import ResourceError
from consentkit.kernel.resources import resource_path

MODEL = "face_detection_yunet_2023mar.onnx"
MODEL_SHA256 = "8f2383e4dd3cfbb4553ea8718107fc0423210dc964f9f4280604804ed2552fa4"
STRIDE_PX = 32
"""The network's own sizes are multiples of this."""
SCORE_MIN = 0.6
"""Presence of a person is asked for, so a doubtful face counts; 0.9 is the model's own example."""
OVERLAP_MAX = 0.3
FACES_MAX = 32
"""Faces told of one picture, the surest first."""
SCORE_COLUMN = 14


def face_detector(size_px: tuple[int, int], score_min: float = SCORE_MIN) -> cv2.FaceDetectorYN:
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
        "onnx", np.frombuffer(model, np.uint8), empty, size_px, score_min, OVERLAP_MAX, FACES_MAX
    )
