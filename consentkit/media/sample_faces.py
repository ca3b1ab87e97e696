"""Drawn people before drawn rooms, for sample recordings: nobody's likeness, and always the same.

A person is a handful of numbers from a seed. Heads sway and nod, eyes blink and wander, mouths
open with the loudness of the voice; light flickers a little and the camera adds noise.
"""

from dataclasses import dataclass
from math import cos, pi, radians, sin

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
Color = tuple[int, int, int]

_SHIFT = 4
_UNIT = 1 << _SHIFT

_SKINS: tuple[Color, ...] = (
    (244, 214, 190),
    (232, 190, 160),
    (214, 165, 128),
    (186, 132, 96),
    (150, 102, 72),
    (112, 74, 52),
)
_HAIRS: tuple[Color, ...] = (
    (38, 28, 24),
    (82, 54, 36),
    (124, 86, 52),
    (196, 158, 96),
    (150, 72, 40),
    (128, 128, 130),
)
_CLOTHES: tuple[Color, ...] = (
    (52, 84, 132),
    (150, 58, 60),
    (66, 110, 80),
    (214, 208, 196),
    (60, 60, 66),
    (188, 148, 60),
    (120, 84, 140),
)
_WALLS: tuple[Color, ...] = (
    (206, 200, 188),
    (168, 182, 196),
    (190, 172, 160),
    (150, 160, 146),
    (98, 96, 110),
    (222, 214, 204),
)
_GLASSES_TURN = 3
_EYE_SHUT = 0.015
_TEETH_SHOW = 0.15
_IRISES: tuple[Color, ...] = ((70, 46, 30), (60, 88, 120), (76, 100, 62), (96, 74, 44))


@dataclass(frozen=True, slots=True)
class Person:
    """How one drawn person looks and moves; see ``make_person``."""

    seed: int
    skin: Color
    hair: Color
    clothes: Color
    wall: Color
    iris: Color
    hair_style: int
    has_glasses: bool
    has_beard: bool
    face_width: float
    face_height: float
    eye_distance: float
    mouth_width: float
    nose_length: float
    brow_height: float
    size: float
    place: float
    sway_hz: tuple[float, float, float]
    sway_phase: tuple[float, float, float]
    blink_s: float


def make_person(seed: int) -> Person:
    """Return the person of a seed; different seeds give people that are told apart at a glance."""
    rng = np.random.default_rng([seed, 11])

    def pick(colors: tuple[Color, ...], step: int) -> Color:
        # Walking through the palette keeps neighbouring seeds apart.
        return colors[(seed * step + seed // len(colors)) % len(colors)]

    def between(low: float, high: float) -> float:
        return float(rng.uniform(low, high))

    return Person(
        seed=seed,
        skin=pick(_SKINS, 1),
        hair=pick(_HAIRS, 5),
        clothes=pick(_CLOTHES, 3),
        wall=pick(_WALLS, 5),
        iris=pick(_IRISES, 1),
        hair_style=seed % 4,
        has_glasses=seed % 5 == _GLASSES_TURN,
        has_beard=seed % 4 == 1 and seed % 3 == 0,
        face_width=between(0.70, 0.84),
        face_height=between(0.96, 1.12),
        eye_distance=between(0.30, 0.37),
        mouth_width=between(0.20, 0.30),
        nose_length=between(0.20, 0.30),
        brow_height=between(0.17, 0.23),
        size=between(0.25, 0.31),
        place=between(-0.10, 0.10),
        sway_hz=(between(0.11, 0.23), between(0.17, 0.35), between(0.05, 0.12)),
        sway_phase=(between(0, 6.2), between(0, 6.2), between(0, 6.2)),
        blink_s=between(2.1, 4.3),
    )


def shade(color: Color, factor: float) -> Color:
    """Return the colour lighter (above 1) or darker."""
    red, green, blue = (max(0, min(255, round(part * factor))) for part in color)
    return red, green, blue


class Portrait:
    """Draws one person in a pane of fixed size, RGB."""

    def __init__(self, person: Person, width_px: int, height_px: int) -> None:
        self._person = person
        self._width = width_px
        self._height = height_px
        self._room = _draw_room(person, width_px, height_px)
        rng = np.random.default_rng([person.seed, 12])
        self._noise = rng.integers(0, 9, (height_px + 32, width_px + 32, 3), dtype=np.uint8)

    def draw(self, at_s: float, mouth: float, talking: float) -> Picture:
        """Return ``(height, width, 3) uint8 RGB`` of the person at a time.

        Args:
            at_s: Seconds; movement is a function of it.
            mouth: How far the mouth is open, 0 to 1.
            talking: How lively the person is, 0 to 1.
        """
        person = self._person
        picture = self._room.copy()
        pose = _Pose.at(person, at_s, talking, self._width, self._height)
        _draw_body(picture, person, pose)
        _draw_head(picture, person, pose)
        _draw_eyes(picture, person, pose, at_s)
        _draw_mouth(picture, person, pose, mouth)
        _draw_hair(picture, person, pose)
        picture = cv2.GaussianBlur(picture, (3, 3), 0).astype(np.uint8, copy=False)
        step = round(at_s * 25)
        top, left = step * 7 % 32, step * 13 % 32
        noise = self._noise[top : top + self._height, left : left + self._width]
        light = 1 + 0.012 * sin(2 * pi * 0.4 * at_s + person.seed)
        return cv2.addWeighted(picture, light, noise, 1.0, -4).astype(np.uint8, copy=False)


@dataclass(frozen=True, slots=True)
class _Pose:
    """Where the head is: its centre in pixels, half its height, and its tilt in degrees."""

    x: float
    y: float
    scale: float
    tilt: float
    turn: float
    body_x: float
    body_y: float

    @classmethod
    def at(cls, person: Person, at_s: float, talking: float, width: int, height: int) -> "_Pose":
        waves = [
            sin(2 * pi * hz * at_s + phase)
            for hz, phase in zip(person.sway_hz, person.sway_phase, strict=True)
        ]
        scale = min(height, width * 1.1) * person.size
        body_x = width * (0.5 + person.place) + scale * 0.18 * waves[2]
        nod = 0.05 * talking * sin(2 * pi * 1.3 * at_s + person.seed)
        return cls(
            x=body_x + scale * 0.16 * waves[0],
            y=height * 0.44 + scale * (0.07 * waves[1] + nod),
            scale=scale * (1 + 0.03 * waves[2]),
            tilt=5 * waves[1] + 4 * waves[0],
            turn=0.10 * waves[0] + 0.06 * talking * waves[1],
            body_x=body_x,
            body_y=height * 0.44 + scale * 1.25,
        )

    def point(self, dx: float, dy: float) -> tuple[float, float]:
        """Return pixels for a place on the head in units of its half height."""
        angle = radians(self.tilt)
        x, y = dx + self.turn * (1 - min(1.0, abs(dx))), dy
        return (
            self.x + self.scale * (x * cos(angle) - y * sin(angle)),
            self.y + self.scale * (x * sin(angle) + y * cos(angle)),
        )


def _ellipse(
    picture: Picture,
    pose: _Pose,
    place: tuple[float, float],
    radii: tuple[float, float],
    color: Color,
    *,
    arc: tuple[float, float] = (0, 360),
    line: float = 0,
    tilt: float = 0,
) -> None:
    x, y = pose.point(*place)
    cv2.ellipse(
        picture,
        (round(x * _UNIT), round(y * _UNIT)),
        (
            max(1, round(radii[0] * pose.scale * _UNIT)),
            max(1, round(radii[1] * pose.scale * _UNIT)),
        ),
        pose.tilt + tilt,
        arc[0],
        arc[1],
        color,
        max(1, round(line * pose.scale)) if line else -1,
        cv2.LINE_AA,
        _SHIFT,
    )


def _polygon(picture: Picture, points: list[tuple[float, float]], color: Color) -> None:
    corners = np.array([[round(x * _UNIT), round(y * _UNIT)] for x, y in points], np.int32)
    cv2.fillPoly(picture, [corners], color, cv2.LINE_AA, _SHIFT)


def _draw_body(picture: Picture, person: Person, pose: _Pose) -> None:
    scale, x, y = pose.scale, pose.body_x, pose.body_y
    height = picture.shape[0]
    if person.hair_style == 0:
        _ellipse(
            picture, pose, (0, 0.25), (person.face_width * 1.28, 1.25), shade(person.hair, 0.8)
        )
    shoulders = [
        (x - 1.75 * scale, height + 4.0),
        (x - 1.55 * scale, y + 0.62 * scale),
        (x - 0.50 * scale, y + 0.10 * scale),
        (x + 0.50 * scale, y + 0.10 * scale),
        (x + 1.55 * scale, y + 0.62 * scale),
        (x + 1.75 * scale, height + 4.0),
    ]
    _polygon(picture, shoulders, person.clothes)
    _polygon(
        picture,
        [(x + 0.2 * scale, height + 4.0), (x + 0.62 * scale, y + 0.2 * scale), *shoulders[4:]],
        shade(person.clothes, 0.86),
    )
    neck = shade(person.skin, 0.84)
    chin_x, chin_y = pose.point(0, 0.6)
    _polygon(
        picture,
        [
            (chin_x - 0.34 * scale, chin_y),
            (chin_x + 0.34 * scale, chin_y),
            (x + 0.42 * scale, y + 0.2 * scale),
            (x, y + 0.5 * scale),
            (x - 0.42 * scale, y + 0.2 * scale),
        ],
        neck,
    )


def _draw_head(picture: Picture, person: Person, pose: _Pose) -> None:
    width, height = person.face_width, person.face_height
    for side in (-1, 1):
        _ellipse(picture, pose, (side * width, 0.05), (0.12, 0.2), shade(person.skin, 0.86))
    # Light falls from the upper left: rings that grow lighter towards it.
    for ring, factor in ((1.0, 0.84), (0.93, 0.93), (0.82, 1.0), (0.62, 1.05)):
        offset = (1 - ring) * 0.55
        _ellipse(
            picture,
            pose,
            (-offset * 0.6, -offset * 0.5),
            (width * ring, height * ring),
            shade(person.skin, factor),
        )
    if person.has_beard:
        beard = shade(person.hair, 1.1)
        _ellipse(picture, pose, (0, 0.52), (width * 0.84, 0.52), beard, arc=(0, 180))
        _ellipse(picture, pose, (0, 0.36), (width * 0.62, 0.2), shade(person.skin, 1.0))
    blush = (min(255, person.skin[0] + 8), person.skin[1] - 12, person.skin[2] - 10)
    for side in (-1, 1):
        _ellipse(picture, pose, (side * 0.44, 0.28), (0.16, 0.1), shade(blush, 1.0))
    nose = shade(person.skin, 0.76)
    tip = 0.02 + person.nose_length
    _polygon(
        picture,
        [pose.point(0.0, -0.06), pose.point(0.12, tip), pose.point(-0.03, tip + 0.04)],
        shade(person.skin, 0.9),
    )
    for side in (-1, 1):
        _ellipse(picture, pose, (side * 0.075, tip + 0.02), (0.045, 0.03), nose)


def _draw_eyes(picture: Picture, person: Person, pose: _Pose, at_s: float) -> None:
    phase = at_s % person.blink_s
    closed = max(0.0, 1 - abs(phase - 0.1) / 0.1)
    open_height = 0.085 * (1 - closed)
    gaze = 0.035 * sin(2 * pi * 0.13 * at_s + person.seed * 2.1)
    brow = person.brow_height + 0.02 * sin(2 * pi * 0.21 * at_s + person.seed)
    for side in (-1, 1):
        x = side * person.eye_distance
        _ellipse(picture, pose, (x, -0.1), (0.17, 0.12), shade(person.skin, 0.86))
        if open_height > _EYE_SHUT:
            _ellipse(picture, pose, (x, -0.1), (0.14, open_height), (246, 244, 240))
            iris = min(0.075, open_height)
            _ellipse(picture, pose, (x + gaze, -0.1), (0.07, iris), person.iris)
            _ellipse(picture, pose, (x + gaze, -0.1), (0.034, min(0.034, iris)), (16, 14, 14))
            _ellipse(picture, pose, (x + gaze - 0.025, -0.125), (0.014, 0.014), (250, 250, 250))
        lid = shade(person.skin, 0.5)
        _ellipse(
            picture, pose, (x, -0.1), (0.15, open_height + 0.01), lid, arc=(190, 350), line=0.03
        )
        _ellipse(
            picture,
            pose,
            (x, -0.06 - brow),
            (0.19, 0.06),
            shade(person.hair, 0.9),
            arc=(195, 345),
            line=0.055,
            tilt=side * 4,
        )
        if person.has_glasses:
            _ellipse(picture, pose, (x, -0.08), (0.23, 0.18), (36, 36, 40), line=0.03)
    if person.has_glasses:
        _ellipse(picture, pose, (0, -0.1), (0.1, 0.04), (36, 36, 40), arc=(180, 360), line=0.03)


def _draw_mouth(picture: Picture, person: Person, pose: _Pose, mouth: float) -> None:
    lips = (
        max(90, person.skin[0] - 40),
        round(person.skin[1] * 0.58),
        round(person.skin[2] * 0.58),
    )
    width = person.mouth_width * (1 - 0.18 * mouth)
    height = 0.035 + 0.17 * mouth
    place = (0.0, 0.52 + 0.05 * mouth)
    _ellipse(picture, pose, place, (width + 0.035, height + 0.04), lips)
    _ellipse(picture, pose, place, (width, height), (58, 24, 26))
    if mouth > _TEETH_SHOW:
        _ellipse(
            picture,
            pose,
            (0.0, place[1] - height * 0.45),
            (width * 0.72, height * 0.4),
            (240, 236, 228),
        )
        _ellipse(
            picture,
            pose,
            (0.0, place[1] + height * 0.6),
            (width * 0.55, height * 0.35),
            (176, 84, 84),
        )


def _draw_hair(picture: Picture, person: Person, pose: _Pose) -> None:
    width, height = person.face_width, person.face_height
    hair, light = person.hair, shade(person.hair, 1.25)
    match person.hair_style:
        case 0:
            for side in (-1, 1):
                _ellipse(picture, pose, (side * width * 1.02, 0.2), (0.17, 0.85), hair)
            _ellipse(picture, pose, (0, -0.42), (width * 1.1, 0.72), hair, arc=(180, 360))
            _ellipse(picture, pose, (-0.2, -0.7), (width * 0.5, 0.16), light, tilt=-12)
        case 1:
            _ellipse(picture, pose, (0, -0.46), (width * 1.06, 0.66), hair, arc=(178, 362))
            _ellipse(picture, pose, (0.25, -0.52), (width * 0.8, 0.22), hair, tilt=10)
            _ellipse(picture, pose, (-0.15, -0.82), (width * 0.45, 0.12), light, tilt=-10)
        case 2:
            _ellipse(picture, pose, (0, -height * 1.12), (0.34, 0.3), hair)
            _ellipse(picture, pose, (0, -0.5), (width * 1.04, 0.62), hair, arc=(180, 360))
            _ellipse(picture, pose, (-0.1, -0.85), (width * 0.4, 0.1), light)
        case _:
            for step in range(9):
                angle = pi * (1.02 + step / 8 * 0.96)
                curl = (cos(angle) * width * 0.98, sin(angle) * 0.72 - 0.3)
                _ellipse(picture, pose, curl, (0.27, 0.25), hair if step % 2 else light)


def _draw_room(person: Person, width: int, height: int) -> Picture:
    """Return the room behind a person: a wall with a gradient and three things before it."""
    rng = np.random.default_rng([person.seed, 13])
    down = np.linspace(1.08, 0.78, height, dtype=np.float32)[:, None, None]
    across = np.linspace(1.06, 0.9, width, dtype=np.float32)[None, :, None]
    wall = np.array(person.wall, np.float32)[None, None, :]
    room = np.clip(wall * down * across, 0, 255).astype(np.uint8)
    for thing in range(3):
        color = tuple(int(value) for value in rng.integers(50, 220, 3))
        x = round(width * (0.04 + 0.33 * thing + float(rng.uniform(0, 0.08))))
        y = round(height * float(rng.uniform(0.05, 0.4)))
        w = round(width * float(rng.uniform(0.12, 0.24)))
        h = round(height * float(rng.uniform(0.15, 0.45)))
        kind = (person.seed + thing) % 3
        if kind == 0:
            cv2.rectangle(room, (x, y), (x + w, y + h), shade(person.wall, 0.55), -1)
            cv2.rectangle(room, (x + 3, y + 3), (x + w - 3, y + h - 3), color, -1)
            cv2.line(room, (x + 3, y + h // 2), (x + w - 3, y + h // 3), shade(person.wall, 1.1), 2)
        elif kind == 1:
            for board in range(3):
                level = y + board * h // 3
                cv2.rectangle(room, (x, level), (x + w, level + 4), (96, 70, 48), -1)
                for book in range(4):
                    left = x + 3 + book * w // 5
                    tone = tuple(int(value) for value in rng.integers(40, 210, 3))
                    cv2.rectangle(room, (left, level - h // 5), (left + w // 7, level), tone, -1)
        else:
            cv2.ellipse(room, (x + w // 2, y + h), (w // 3, h // 3), 0, 0, 360, (108, 74, 56), -1)
            for leaf in range(7):
                cv2.ellipse(
                    room,
                    (x + w // 2, y + h - h // 4),
                    (w // 12 + 2, h // 2),
                    -60 + leaf * 20,
                    180,
                    360,
                    shade((64, 118, 66), 0.8 + 0.06 * leaf),
                    -1,
                    cv2.LINE_AA,
                )
    return np.asarray(cv2.GaussianBlur(room, (5, 5), 0), np.uint8)
