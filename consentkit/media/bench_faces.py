"""Sequences with faces whose places are known, because they were composed.

A portrait is cut out around its face, moved, turned, squeezed, made smaller or larger, covered and
blurred, and laid over footage without faces. Its true box is the smallest upright one around the
oval that fills the box of the face in the portrait itself; that box is the mean of what the
detector says of the upright portrait at four sizes and in the mirror, because the portraits come
without notes. So the measure is of following a face through what happens to it, not of where
exactly an annotator would draw the box.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import cos, hypot, pi, radians, sin
from pathlib import Path

import av
import cv2
import numpy as np
from av.video.frame import VideoFrame
from numpy.typing import NDArray

from consentkit.kernel.errors import NotFoundError
from consentkit.media.bench_faces_kinds import (
    KINDS,
    SCENE_S,
    Actor,
    Chance,
    Cover,
    Picture,
    Portrait,
    covers_of,
)
from consentkit.media.face_model import face_detector
from consentkit.media.faces.box import Box

RATE = 25
_SIZES_PX = (160, 224, 288, 352)
_CUT_OUT = (0.80, 0.86)
"""Half axes of the part that is cut out, in widths and heights of the face: with hair and chin."""
_RAISED = 0.06
_FEATHER = 0.12
_BLUR_STEPS = 6
_SOLID = 0.5
"""Alpha from which a face hides what is behind it."""
_BACKGROUNDS = {"bottle": 0.0, "doorknob": 0.0, "asl_hand": 0.0, "bikes": 6.0}
"""Clips without faces, and the second from which on there are none."""


@dataclass(frozen=True, slots=True)
class TrueFace:
    """Where a face is in one frame.

    Attributes:
        actor: Which of the scene's faces.
        box: Where, clipped to the picture, in shares of its sides.
        shown: Share of the face's oval that is in the picture and not covered.
    """

    actor: int
    box: Box
    shown: float


@dataclass(frozen=True, slots=True)
class Scene:
    """A composed sequence.

    Attributes:
        name: What is done to the faces, and which of several.
        kind: What is done to the faces.
        path: The file.
        times: Second of every frame.
        faces: The faces in every frame.
    """

    name: str
    kind: str
    path: Path
    times: tuple[Fraction, ...]
    faces: tuple[tuple[TrueFace, ...], ...]


@dataclass(frozen=True, slots=True)
class _CutOut:
    """A portrait without its surround.

    Attributes:
        colours: ``(height, width, 4) float32``: BGR times alpha, and alpha.
        oval: ``(height, width) uint8``: 255 in the face's oval.
    """

    colours: NDArray[np.float32]
    oval: Picture


def load_portraits(folder: Path) -> tuple[Portrait, ...]:
    """Return the portraits of a folder with where their faces are.

    Raises:
        NotFoundError: ``bench.media``: there are none.
    """
    found = []
    for path in sorted(folder.glob("*.*")):
        picture = cv2.imread(str(path), cv2.IMREAD_COLOR)
        if picture is not None:
            found.append(Portrait(np.asarray(picture, np.uint8), _face_of(picture)))
    if not found:
        raise NotFoundError("bench.media", name="faces")
    return tuple(found)


def _face_of(picture: NDArray[np.generic]) -> Box:
    """Return the mean of the detector's boxes at several sizes, plain and mirrored."""
    boxes = []
    for side in _SIZES_PX:
        scale = side / max(picture.shape[:2])
        small = cv2.resize(np.asarray(picture, np.uint8), None, fx=scale, fy=scale)
        wide = small.shape[1]
        for shown in (small, cv2.flip(small, 1)):
            detector = face_detector((shown.shape[1], shown.shape[0]), 0.5)
            rows: object = detector.detect(shown)[1]
            if isinstance(rows, np.ndarray):
                left, top, width, height = (float(value) for value in rows[0, :4])
                left = left if shown is small else wide - left - width
                boxes.append(np.array([left, top, left + width, top + height]) / scale)
    return Box(*np.mean(boxes, axis=0).tolist())


def compose(
    kind: str, seed: int, portraits: Sequence[Portrait], media: Path, folder: Path
) -> Scene:
    """Write one sequence and return what is true about it.

    Args:
        kind: One of ``KINDS``.
        seed: Which of several; the same seed gives the same sequence.
        portraits: The faces to choose from.
        media: The folder with the clips of ``bg``.
        folder: Where the file goes.

    Raises:
        NotFoundError: ``bench.media``: a clip is missing.
    """
    draw = Chance(tuple(KINDS).index(kind), seed)
    width, height = KINDS[kind].sizes[seed % len(KINDS[kind].sizes)]
    wide = width / height
    actors = KINDS[kind].actors(draw, portraits, wide)
    covers = covers_of(draw, actors) if KINDS[kind].is_covered else ()
    name = draw.one(sorted(_BACKGROUNDS))
    cut_outs = [_cut_out(actor.portrait) for actor in actors]
    path = folder / f"{kind}-{seed}.mp4"
    frames, times, faces = RATE * SCENE_S, [], []
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", RATE, options={"preset": "veryfast", "crf": "23"})
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        backs = _background(media / f"{name}.mp4", _BACKGROUNDS[name], (width, height), frames)
        for number, back in enumerate(backs):
            at = number / RATE
            if kind == "cut" and int(at / 2) % 2:
                back = np.ascontiguousarray(back[:, ::-1])  # noqa: PLW2901 -- another place
            picture, truth = _frame(back, at, actors, cut_outs, covers)
            times.append(Fraction(number, RATE))
            faces.append(truth)
            for packet in stream.encode(VideoFrame.from_ndarray(picture, "bgr24")):
                container.mux(packet)
        for packet in stream.encode(None):
            container.mux(packet)
    return Scene(f"{kind}-{seed}", kind, path, tuple(times), tuple(faces))


def _frame(
    back: Picture,
    at: float,
    actors: Sequence[Actor],
    cut_outs: Sequence[_CutOut],
    covers: Sequence[Cover],
) -> tuple[Picture, tuple[TrueFace, ...]]:
    """Return a frame and the faces in it; what comes later covers what came before."""
    height, width = back.shape[:2]
    picture = back.astype(np.float32)
    ovals: list[tuple[int, Box, NDArray[np.bool_]]] = []
    seen = [(place, actor) for place, actor in enumerate(actors) if _is_there(actor, at)]
    for place, actor in seen:
        layer, oval = _laid(cut_outs[place], actor, at, (width, height))
        if actor.is_blurred:
            moments = [at + (step / _BLUR_STEPS - 0.5) / RATE for step in range(_BLUR_STEPS)]
            layers = [_laid(cut_outs[place], actor, it, (width, height))[0] for it in moments]
            layer = np.mean(layers, axis=0, dtype=np.float32)
        alpha = layer[:, :, 3:]
        picture = picture * (1 - alpha) + layer[:, :, :3]
        ovals = [(other, box, mask & (alpha[:, :, 0] < _SOLID)) for other, box, mask in ovals]
        ovals.append((place, _true_box(actor, at, height), oval))
    for cover in covers:
        mask, colours = _covering(cover, at, (width, height))
        picture = np.where(mask[:, :, None], colours, picture)
        ovals = [(place, box, oval & ~mask) for place, box, oval in ovals]
    truth = []
    for place, box, oval in ovals:
        clipped = Box(
            max(0.0, box.left), max(0.0, box.top), min(width, box.right), min(height, box.bottom)
        )
        if clipped.width > 1 and clipped.height > 1:
            shown = float(oval.sum()) / (pi / 4 * _oval_area(actors[place], at, height))
            shares = Box(
                clipped.left / width,
                clipped.top / height,
                clipped.right / width,
                clipped.bottom / height,
            )
            truth.append(TrueFace(place, shares, min(1.0, shown)))
    return np.clip(np.rint(picture), 0, 255).astype(np.uint8), tuple(truth)


def _is_there(actor: Actor, at: float) -> bool:
    return actor.first_s <= at < actor.last_s


def _matrix(actor: Actor, at: float, height: int) -> NDArray[np.float64]:
    """Return what leads from the portrait to the frame."""
    face = actor.portrait.face
    scale = actor.size(at) * height / face.height
    turn = radians(actor.turn(at))
    x, y = face.centre
    linear = scale * np.array([[cos(turn), -sin(turn)], [sin(turn), cos(turn)]])
    linear[:, 0] *= actor.squeeze(at)
    middle = np.array([actor.x(at), actor.y(at)]) * height
    return np.column_stack([linear, middle - linear @ np.array([x, y])])


def _cut_out(portrait: Portrait) -> _CutOut:
    face = portrait.face
    high, wide = portrait.picture.shape[:2]
    x, y = face.centre
    down, across = np.mgrid[:high, :wide].astype(np.float32)
    far = np.hypot(
        (across - x) / (_CUT_OUT[0] * face.width),
        (down - y + _RAISED * face.height) / (_CUT_OUT[1] * face.height),
    )
    alpha = np.clip((1 - far) / _FEATHER, 0, 1)[:, :, None]
    colours = np.concatenate([portrait.picture.astype(np.float32) * alpha, alpha], axis=2)
    oval = np.hypot(2 * (across - x) / face.width, 2 * (down - y) / face.height) <= 1
    return _CutOut(colours.astype(np.float32), oval.astype(np.uint8) * 255)


def _laid(
    cut_out: _CutOut, actor: Actor, at: float, size: tuple[int, int]
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Return the cut-out as it lies in the frame, and which pixels are of the face's oval."""
    matrix = _matrix(actor, at, size[1])
    colours, oval = cut_out.colours, cut_out.oval
    while hypot(matrix[0, 0], matrix[1, 0]) < 0.5:  # noqa: PLR2004 -- or pixels are skipped
        colours = np.asarray(_halved(colours), np.float32)
        oval = np.asarray(_halved(oval), np.uint8)
        matrix = matrix * np.array([[2.0, 2.0, 1.0]])
    shown = cv2.warpAffine(oval, matrix, size, flags=cv2.INTER_LINEAR, borderValue=0)
    return (
        np.asarray(cv2.warpAffine(colours, matrix, size, borderValue=0), np.float32),
        np.asarray(shown, np.uint8) > 127,  # noqa: PLR2004 -- half
    )


def _halved(part: NDArray[np.float32] | Picture) -> NDArray[np.generic]:
    return np.asarray(cv2.resize(part, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA))


def _true_box(actor: Actor, at: float, height: int) -> Box:
    """Return the smallest upright box around the turned oval of the face."""
    matrix = _matrix(actor, at, height)
    face = actor.portrait.face
    x, y = matrix @ np.array([*face.centre, 1.0])
    half_width = hypot(matrix[0, 0] * face.width / 2, matrix[0, 1] * face.height / 2)
    half_height = hypot(matrix[1, 0] * face.width / 2, matrix[1, 1] * face.height / 2)
    return Box(x - half_width, y - half_height, x + half_width, y + half_height)


def _oval_area(actor: Actor, at: float, height: int) -> float:
    face = actor.portrait.face
    scale = actor.size(at) * height / face.height
    return face.width * face.height * scale * scale * actor.squeeze(at)


def _covering(
    cover: Cover, at: float, size: tuple[int, int]
) -> tuple[NDArray[np.bool_], NDArray[np.float32]]:
    height = size[1]
    rows, columns = cover.texture.shape[:2]
    turn = radians(cover.turn)
    scale_x, scale_y = cover.width * height / columns, cover.height * height / rows
    linear = np.array([
        [cos(turn) * scale_x, -sin(turn) * scale_y],
        [sin(turn) * scale_x, cos(turn) * scale_y],
    ])
    middle = np.array([cover.x(at), cover.y(at)]) * height
    matrix = np.column_stack([linear, middle - linear @ np.array([columns / 2, rows / 2])])
    colours = cv2.warpAffine(cover.texture, matrix, size)
    mask = cv2.warpAffine(np.ones((rows, columns), np.uint8), matrix, size)
    return np.asarray(mask > 0, np.bool_), np.asarray(colours, np.float32)


def _background(path: Path, start_s: float, size: tuple[int, int], count: int) -> Iterator[Picture]:
    """Yield so many frames of a clip, filling the picture; forwards and backwards again."""
    if not path.is_file():
        raise NotFoundError("bench.media", name=path.stem)
    kept: list[Picture] = []
    with av.open(str(path)) as container:
        for frame in container.decode(video=0):
            if frame.time >= start_s:
                kept.append(_filling(frame.to_ndarray(format="bgr24"), size))
            if len(kept) >= count:
                break
    there_and_back = [*kept, *kept[-2:0:-1]]
    for number in range(count):
        yield there_and_back[number % len(there_and_back)]


def _filling(picture: NDArray[np.generic], size: tuple[int, int]) -> Picture:
    height, width = picture.shape[:2]
    scale = max(size[0] / width, size[1] / height)
    across, down = round(width * scale), round(height * scale)
    large = cv2.resize(np.asarray(picture, np.uint8), (across, down), interpolation=cv2.INTER_AREA)
    left, top = (across - size[0]) // 2, (down - size[1]) // 2
    return np.asarray(large[top : top + size[1], left : left + size[0]], np.uint8)
