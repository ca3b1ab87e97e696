"""Contact sheets of a clip: every frame with the boxes of its face tracks, to be looked at."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from consentkit.domain.frame_box import FULL, FrameBox
from consentkit.domain.redaction import FACE_MARGIN, FaceTrack, PointOrigin
from consentkit.kernel.timebase import TimeRange
from consentkit.media.faces.frames import frames_within, timing_of
from consentkit.media.faces.small_picture import glimpses
from consentkit.media.pyav_reader import first_picture

_ALL = TimeRange(Fraction(0), Fraction(24 * 3600))
_HIGH_PX = 150
_COLUMNS, _ROWS = 10, 8
_SEEN, _FOLLOWED, _COVERED = (60, 200, 60), (200, 60, 220), (120, 120, 120)
_QUALITY = 80


@dataclass(frozen=True, slots=True)
class SheetFrame:
    """One frame of a clip.

    Attributes:
        at: Its second.
        boxes: The boxes of its faces.
    """

    at: Fraction
    boxes: tuple[FrameBox, ...]


def write_sheets(
    path: Path, tracks: Sequence[FaceTrack], folder: Path, name: str
) -> tuple[SheetFrame, ...]:
    """Write sheets of all frames of a clip, and return its frames.

    Green is where a face was seen, purple where it was followed; gray is what would be covered.

    Args:
        path: The clip.
        tracks: Its face tracks.
        folder: Where the sheets go, as ``NAME-1.jpg`` and so on.
        name: What the sheets are called.

    Raises:
        InputError: As ``pyav_reader.open_untrusted``.
    """
    folder.mkdir(parents=True, exist_ok=True)
    timing = timing_of(path)
    found: list[SheetFrame] = []
    cells: list[NDArray[np.uint8]] = []
    sheets = 0
    for glimpse in glimpses(frames_within(path, timing, _ALL), timing.pixel_shape):
        at = timing.seconds(glimpse.at_ticks)
        shown = [track for track in tracks if track.box_at(at) is not None]
        boxes = [box for track in shown if (box := track.box_at(at)) is not None]
        picture = glimpse.small.whole()
        scale = _HIGH_PX / picture.shape[0]
        small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        cell: NDArray[np.uint8] = np.asarray(small, np.uint8)
        for track, box in zip(shown, boxes, strict=True):
            _outline(cell, box.grown(FACE_MARGIN), _COVERED)
            _outline(cell, box, _FOLLOWED if _is_followed(track, at) else _SEEN)
        label = f"{float(at):.2f}" + ("" if boxes else " -")
        cv2.putText(cell, label, (3, 12), cv2.FONT_HERSHEY_SIMPLEX, 0.4, (255, 255, 255), 1)
        found.append(SheetFrame(at, tuple(boxes)))
        cells.append(cell)
        if len(cells) == _COLUMNS * _ROWS:
            sheets += 1
            _write(cells, folder / f"{name}-{sheets}.jpg")
            cells = []
    if cells:
        _write(cells, folder / f"{name}-{sheets + 1}.jpg")
    return tuple(found)


def size_of(path: Path) -> tuple[int, int]:
    """Return width and height of a clip's first frame, as shown.

    Raises:
        InputError: As ``pyav_reader.open_untrusted``.
    """
    frame = first_picture(path)
    return (0, 0) if frame is None else (frame.width, frame.height)


def _is_followed(track: FaceTrack, at: Fraction) -> bool:
    before = [point for point in track.points if point.at <= at]
    return before[-1].origin is PointOrigin.FOLLOWED


def _outline(cell: NDArray[np.uint8], box: FrameBox, colour: tuple[int, int, int]) -> None:
    height, width = cell.shape[:2]
    first, last = (
        (round(x / FULL * (width - 1)), round(y / FULL * (height - 1)))
        for x, y in ((box.left, box.top), (box.right, box.bottom))
    )
    cv2.rectangle(cell, first, last, colour, 1)


def _write(cells: list[NDArray[np.uint8]], path: Path) -> None:
    width = max(cell.shape[1] for cell in cells)
    padded = [
        cv2.copyMakeBorder(cell, 1, 1, 1, width - cell.shape[1] + 1, cv2.BORDER_CONSTANT)
        for cell in cells
    ]
    blank = np.zeros_like(padded[0])
    padded += [blank] * (-len(padded) % _COLUMNS)
    rows = [
        np.hstack(padded[place : place + _COLUMNS]) for place in range(0, len(padded), _COLUMNS)
    ]
    cv2.imwrite(str(path), np.vstack(rows), [cv2.IMWRITE_JPEG_QUALITY, _QUALITY])
