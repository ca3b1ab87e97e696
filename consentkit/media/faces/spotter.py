"""Where faces are in one picture: looks at all of it, coarsely and finely, and at places."""

from dataclasses import dataclass
from math import cos, hypot, radians, sin

import cv2
import numpy as np
from numpy.typing import NDArray

from consentkit.media.face_model import (
    FACES_MAX,
    OVERLAP_MAX,
    SCORE_COLUMN,
    STRIDE_PX,
    face_detector,
)
from consentkit.media.faces.box import Box
from consentkit.media.faces.small_picture import Picture, SmallPicture

DOUBTFUL = 0.3
"""Score from which a face is believed where one is expected."""
CLEAR = 0.75
"""Score from which a face expected at a place is surely there."""
_BORDER_PX = 16
"""So much of the picture is mirrored around it: of a face cut in two the network finds the whole.
Of twelve portraits cut to 0.35 of their face it found none without, and all with it."""
_COARSE_SIDE_PX = 256
_COARSE_BORDER_PX = 32
"""A coarse look finds faces that fill the picture, and large ones that are half outside."""
_ENLARGED_MIN, _ENLARGED_MAX = 1.1, 1.4
_FINE_AREA_PX = 640 * 360
"""Pictures of fewer pixels are looked at enlarged: of faces 16 to 20 pixels high in a picture 480
wide, that finds twice as many, at no more cost than for the size that most videos have."""
_INSIDE_MIN = 0.25
"""Share of a face in the picture; below, it is a mirrored one."""
_NEAR_SIDE_PX = 128
_NEAR_FACES = 2.4
"""A near look takes in so many sizes of the face, which is then 53 pixels large."""
_WIDE_FACES = 4.5
"""A wide near look takes in so many: the face may have moved by its own size, and is 28 pixels."""
_APART_PER_FACES = 0.33
_NEAR_TIMES_MAX = 1.8
_TURNS_DEG = (-30.0, 30.0)
"""Upright faces are found up to a turn of some 30 degrees."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A face in a picture.

    Attributes:
        box: Where, from the brow to the chin.
        score: The detector's certainty, 0 to 1.
        turn_deg: By how much the picture was turned to see it.
    """

    box: Box
    score: float
    turn_deg: float = 0.0


class Spotter:
    """Looks for faces; keeps one network and no pictures."""

    def __init__(self) -> None:
        """Load the model.

        Raises:
            ResourceError: As ``face_detector``.
        """
        self._size = (_NEAR_SIDE_PX, _NEAR_SIDE_PX)
        self._detector = face_detector(self._size, DOUBTFUL)

    def everywhere(
        self, picture: SmallPicture, *, for_large: bool = True, for_small: bool = True
    ) -> list[Seen]:
        """Return all faces of a picture, the surest first.

        Args:
            picture: The picture.
            for_large: Whether to look for faces as large as the picture, too.
            for_small: Whether to look at a small picture enlarged.
        """
        shown = picture.whole()
        area = picture.width * picture.height
        finest = min(_ENLARGED_MAX, (_FINE_AREA_PX / area) ** 0.5) if for_small else 1.0
        found = self._scaled(shown, finest if finest >= _ENLARGED_MIN else 1.0, _BORDER_PX)
        coarse = _COARSE_SIDE_PX / max(picture.width, picture.height)
        if for_large and coarse < 1:
            found += self._scaled(shown, coarse, _COARSE_BORDER_PX)
        inside = [
            seen for seen in found if seen.box.inside(picture.width, picture.height) >= _INSIDE_MIN
        ]
        return distinct(inside)

    def near(
        self,
        picture: SmallPicture,
        place: Box,
        *,
        turn_deg: float = 0.0,
        is_thorough: bool = False,
    ) -> Seen | None:
        """Return the face at a place; None when there is none.

        Args:
            picture: The picture.
            place: Where it is expected.
            turn_deg: By how much the picture was turned when the face was seen last.
            is_thorough: Whether to look for a mirrored and for turned ones when it is not clear.
        """
        found = [self._near(picture, place, turn_deg, _NEAR_FACES, is_mirrored=False)]
        if is_thorough and (found[0] is None or found[0].score < CLEAR):
            found.append(self._near(picture, place, 0.0, _NEAR_FACES, is_mirrored=True))
            for turn in (0.0, *_TURNS_DEG):
                if turn != turn_deg:
                    seen = self._near(picture, place, turn, _NEAR_FACES, is_mirrored=False)
                    found.append(seen)
        return max(
            (seen for seen in found if seen is not None), key=lambda seen: seen.score, default=None
        )

    def around(self, picture: SmallPicture, place: Box) -> Seen | None:
        """Return the face up to one and a half of its sizes away from a place; None without."""
        return self._near(picture, place, 0.0, _WIDE_FACES, is_mirrored=False)

    def _near(
        self, picture: SmallPicture, place: Box, turn: float, faces: float, *, is_mirrored: bool
    ) -> Seen | None:
        matrix = _near_matrix(place, turn, faces)
        shown = picture.part(matrix, _NEAR_SIDE_PX)
        if is_mirrored:
            shown = np.ascontiguousarray(shown[:, ::-1])
        found = []
        for seen in self._found(shown):
            box = seen.box
            if is_mirrored:
                box = Box(_NEAR_SIDE_PX - box.right, box.top, _NEAR_SIDE_PX - box.left, box.bottom)
            box = _back(box, matrix)
            if (
                box.apart(place) <= _APART_PER_FACES * faces
                and box.alike_in_size(place, _NEAR_TIMES_MAX)
                and box.inside(picture.width, picture.height) >= _INSIDE_MIN
            ):
                found.append(Seen(box, seen.score, turn))
        return max(found, key=lambda seen: seen.score - seen.box.apart(place) / 2, default=None)

    def _scaled(self, shown: Picture, scale: float, border: int) -> list[Seen]:
        """Return faces of a picture that is looked at ``scale`` as large, in its own pixels."""
        if scale != 1:
            way = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
            sized = cv2.resize(shown, None, fx=scale, fy=scale, interpolation=way)
            shown = np.asarray(sized, np.uint8)
        height, width = shown.shape[:2]
        right = -(width + 2 * border) % STRIDE_PX + border
        below = -(height + 2 * border) % STRIDE_PX + border
        padded = cv2.copyMakeBorder(shown, border, below, border, right, cv2.BORDER_REFLECT)
        return [
            Seen(
                Box(
                    (seen.box.left - border) / scale,
                    (seen.box.top - border) / scale,
                    (seen.box.right - border) / scale,
                    (seen.box.bottom - border) / scale,
                ),
                seen.score,
            )
            for seen in self._found(np.asarray(padded, np.uint8))
        ]

    def _found(self, shown: Picture) -> list[Seen]:
        size = int(shown.shape[1]), int(shown.shape[0])
        if size != self._size:
            self._detector.setInputSize(size)
            self._size = size
        # None without a face, which its type does not say.
        rows: object = self._detector.detect(shown)[1]
        if not isinstance(rows, np.ndarray):
            return []
        found = []
        for row in np.nan_to_num(np.asarray(rows[:FACES_MAX], np.float64)).tolist():
            left, top, width, height = row[:4]
            if width >= 1 and height >= 1:
                box = Box(left, top, left + width, top + height)
                found.append(Seen(box, min(1.0, max(0.0, row[SCORE_COLUMN]))))
        return found


def distinct(found: list[Seen]) -> list[Seen]:
    """Return the faces, the surest first, without those that overlap a surer one."""
    kept: list[Seen] = []
    for seen in sorted(found, key=lambda item: item.score, reverse=True):
        if all(seen.box.overlap(other.box) < OVERLAP_MAX for other in kept):
            kept.append(seen)
    return kept[:FACES_MAX]


def _near_matrix(place: Box, turn_deg: float, faces: float) -> NDArray[np.float64]:
    """Return what leads from the picture to the part around a place."""
    scale = _NEAR_SIDE_PX / (faces * place.size)
    x, y = place.centre
    along, aside = scale * cos(radians(turn_deg)), scale * sin(radians(turn_deg))
    middle = _NEAR_SIDE_PX / 2
    return np.array([
        [along, -aside, middle - along * x + aside * y],
        [aside, along, middle - aside * x - along * y],
    ])


def _back(box: Box, matrix: NDArray[np.float64]) -> Box:
    """Return a box of the part in pixels of the picture, upright around its own middle."""
    along, aside = float(matrix[0, 0]), float(matrix[1, 0])
    scale = hypot(along, aside)
    x, y = box.centre
    off_x, off_y = x - float(matrix[0, 2]), y - float(matrix[1, 2])
    middle_x = (along * off_x + aside * off_y) / scale**2
    middle_y = (-aside * off_x + along * off_y) / scale**2
    # A turned oval is as wide as its corners reach, not as the turned rectangle's do.
    wide, high = box.width / 2 / scale, box.height / 2 / scale
    half_width = hypot(wide * along / scale, high * aside / scale)
    half_height = hypot(wide * aside / scale, high * along / scale)
    return Box(
        middle_x - half_width, middle_y - half_height, middle_x + half_width, middle_y + half_height
    )
