"""What composed faces do: the kinds of sequences the benchmark of face tracks is made of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import pi, sin
from typing import TypeVar

import cv2
import numpy as np
from numpy.typing import NDArray

from consentkit.media.faces.box import Box

SCENE_S = 6

Picture = NDArray[np.uint8]
Curve = Callable[[float], float]
_T = TypeVar("_T")


class Chance:
    """Chance that is the same for the same seed.

    Args:
        seed: Any numbers.
    """

    def __init__(self, *seed: int) -> None:
        self._rng = np.random.default_rng(seed)

    def between(self, low: float, high: float) -> float:
        """Return a number between two."""
        return float(self._rng.uniform(low, high))

    def one(self, items: Sequence[_T]) -> _T:
        """Return one of several."""
        return items[int(self._rng.integers(len(items)))]

    def some(self, items: Sequence[_T], count: int) -> list[_T]:
        """Return so many different ones."""
        places = self._rng.permutation(len(items))[:count]
        return [items[int(place)] for place in places]

    def texture(self) -> Picture:
        """Return ``(96, 64, 3) uint8``, coloured clouds."""
        small = self._rng.integers(20, 236, (6, 4, 3)).astype(np.uint8)
        return np.asarray(cv2.resize(small, (64, 96), interpolation=cv2.INTER_CUBIC), np.uint8)


@dataclass(frozen=True, slots=True)
class Portrait:
    """A photograph of one face.

    Attributes:
        picture: ``(height, width, 3) uint8 BGR``.
        face: Where the face is in it.
    """

    picture: Picture
    face: Box


@dataclass(frozen=True, slots=True)
class Actor:
    """How a face moves; places and sizes in shares of the picture's height, turns in degrees.

    Attributes:
        portrait: The face.
        x: Its middle, from the left.
        y: Its middle, from the top.
        size: Its height.
        turn: Its turn in the plane.
        squeeze: Its width as a share of what it is.
        is_blurred: The shutter is open from frame to frame.
        first_s: Second it comes up.
        last_s: Second it is gone.
    """

    portrait: Portrait
    x: Curve
    y: Curve
    size: Curve
    turn: Curve
    squeeze: Curve
    is_blurred: bool = False
    first_s: float = 0.0
    last_s: float = SCENE_S


@dataclass(frozen=True, slots=True)
class Cover:
    """A thing that moves before the faces; places and sizes in shares of the picture's height.

    Attributes:
        x: Its middle, from the left.
        y: Its middle, from the top.
        width: Its width.
        height: Its height.
        turn: Its turn in degrees.
        texture: How it looks.
    """

    x: Curve
    y: Curve
    width: float
    height: float
    turn: float
    texture: Picture


def covers_of(draw: Chance, actors: Sequence[Actor]) -> tuple[Cover, ...]:
    """Return two things that pass before each face."""
    found = []
    for actor in actors:
        for phase in (draw.between(0.5, 1.5), draw.between(3.0, 4.5)):
            size = actor.size(phase)
            speed = draw.one((-1, 1)) * draw.between(0.5, 1.2) * size
            drift = draw.between(-0.25, 0.25) * size
            found.append(
                Cover(
                    lambda t, a=actor, p=phase, v=speed: a.x(t) + v * (t - p),  # type: ignore[misc]
                    lambda t, a=actor, d=drift: a.y(t) + d,  # type: ignore[misc]
                    draw.between(0.3, 0.5) * size,
                    draw.between(0.9, 1.6) * size,
                    draw.between(-30, 30),
                    draw.texture(),
                )
            )
    return tuple(found)


def _still(value: float) -> Curve:
    return lambda _at: value


def _swing(draw: Chance, middle: float, reach: float, hz: tuple[float, float]) -> Curve:
    """Return a curve that goes to and fro, never quite evenly."""
    rate, phase = draw.between(*hz), draw.between(0, 2 * pi)
    other, late = draw.between(*hz) * 1.7, draw.between(0, 2 * pi)
    return lambda at: (
        middle
        + reach * (0.75 * sin(2 * pi * rate * at + phase) + 0.25 * sin(2 * pi * other * at + late))
    )


_SLOW = (0.12, 0.3)
_LIVELY = (0.25, 0.5)


def _moved(draw: Chance, portraits: Sequence[Portrait], wide: float) -> list[Actor]:
    size = draw.between(0.22, 0.34) * min(1.0, wide)
    return [
        Actor(
            draw.one(portraits),
            _swing(draw, wide / 2, wide / 2 - size, _LIVELY),
            _swing(draw, 0.5, 0.5 - 0.8 * size, _SLOW),
            _still(size),
            _still(0.0),
            _still(1.0),
        )
    ]


def _turned(draw: Chance, portraits: Sequence[Portrait], wide: float) -> list[Actor]:
    (one,) = _moved(draw, portraits, wide)
    return [_with(one, turn=_swing(draw, 0.0, 40.0, _LIVELY))]


def _squeezed(draw: Chance, portraits: Sequence[Portrait], wide: float) -> list[Actor]:
    (one,) = _moved(draw, portraits, wide)
    squeeze = _swing(draw, 0.75, 0.25, _LIVELY)
    return [_with(one, squeeze=lambda at: max(0.5, min(1.0, squeeze(at))))]


def _shrunk(draw: Chance, portraits: Sequence[Portrait], wide: float) -> list[Actor]:
    (one,) = _moved(draw, portraits, wide)
    least, most, phase = 0.05, 0.45 * min(1.0, wide), draw.between(0, 2 * pi)
    return [
        _with(
            one,
            size=lambda at: (
                least * (most / least) ** ((1 + sin(2 * pi * at / SCENE_S + phase)) / 2)
            ),
        )
    ]


def _blurred(draw: Chance, portraits: Sequence[Portrait], wide: float) -> list[Actor]:
    (one,) = _moved(draw, portraits, wide)
    size = one.size(0)
    reach = min(1.4 * size, wide / 2 - size / 2)
    fast = _swing(draw, wide / 2, reach, (0.6, 0.9))
    return [_with(one, x=fast, is_blurred=True)]


def _edge(draw: Chance, portraits: Sequence[Portrait], wide: float) -> list[Actor]:
    size = draw.between(0.25, 0.4) * min(1.0, wide)
    side = draw.one((0.0, wide))
    low = draw.one((0.0, 1.0))
    portrait = draw.one(portraits)
    return [
        Actor(
            portrait,
            _swing(draw, side, 0.9 * size, _SLOW),
            _swing(draw, 0.5, 0.15, _SLOW),
            _still(size),
            _swing(draw, 0.0, 12.0, _SLOW),
            _still(1.0),
        ),
        Actor(
            draw.one([item for item in portraits if item is not portrait]),
            _swing(draw, wide / 2, 0.2 * wide, _SLOW),
            _swing(draw, low, 0.8 * size, _SLOW),
            _still(size),
            _still(0.0),
            _still(1.0),
        ),
    ]


def _many(draw: Chance, portraits: Sequence[Portrait], wide: float) -> list[Actor]:
    chosen = draw.some(portraits, min(6, len(portraits)))
    columns, rows = (3, 2) if wide > 1 else (2, 3)
    cell_x, cell_y = wide / columns, 1 / rows
    found = []
    for place, portrait in enumerate(chosen):
        size = draw.between(0.3, 0.5) * min(cell_x, cell_y)
        x, y = (place % columns + 0.5) * cell_x, (place // columns + 0.5) * cell_y
        found.append(
            Actor(
                portrait,
                _swing(draw, x, 0.3 * cell_x, _SLOW),
                _swing(draw, y, 0.25 * cell_y, _SLOW),
                _still(size),
                _swing(draw, 0.0, 15.0, _SLOW),
                _still(1.0),
            )
        )
    return found


def _mixed(draw: Chance, portraits: Sequence[Portrait], wide: float) -> list[Actor]:
    found = []
    for place, portrait in enumerate(draw.some(portraits, 2)):
        size = draw.between(0.18, 0.3) * min(1.0, wide)
        x, y = (wide * (0.28 + 0.44 * place), 0.5) if wide > 1 else (wide / 2, 0.28 + 0.44 * place)
        squeeze = _swing(draw, 0.8, 0.2, _SLOW)
        found.append(
            Actor(
                portrait,
                _swing(draw, x, 0.2 * wide if wide > 1 else 0.3 * wide, _LIVELY),
                _swing(draw, y, 0.3 if wide > 1 else 0.15, _SLOW),
                _swing(draw, size, 0.3 * size, _SLOW),
                _swing(draw, 0.0, 30.0, _LIVELY),
                lambda at, curve=squeeze: max(0.6, min(1.0, curve(at))),  # type: ignore[misc]
                is_blurred=True,
            )
        )
    return found


def _large(draw: Chance, portraits: Sequence[Portrait], wide: float) -> list[Actor]:
    size = draw.between(0.85, 1.15) * min(1.0, wide)
    return [
        Actor(
            draw.one(portraits),
            _swing(draw, wide / 2, 0.15 * wide, _SLOW),
            _swing(draw, 0.5, 0.1, _SLOW),
            _swing(draw, size, 0.1 * size, _SLOW),
            _swing(draw, 0.0, 10.0, _SLOW),
            _still(1.0),
        )
    ]


def _small(draw: Chance, portraits: Sequence[Portrait], wide: float) -> list[Actor]:
    return [
        Actor(
            portrait,
            _swing(draw, wide * (0.25 + 0.5 * place), 0.15 * wide, _SLOW),
            _swing(draw, 0.5, 0.3, _SLOW),
            _still(draw.between(16, 22) / (360 if wide > 1 else 640)),
            _still(0.0),
            _still(1.0),
        )
        for place, portrait in enumerate(draw.some(portraits, 2))
    ]


def _cut(draw: Chance, portraits: Sequence[Portrait], wide: float) -> list[Actor]:
    found = []
    for first in range(0, SCENE_S, 2):
        (one,) = _moved(draw, portraits, wide)
        found.append(_with(one, first_s=float(first), last_s=first + 2.0))
    return found


def _with(actor: Actor, **changes: object) -> Actor:
    return replace(actor, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Kind:
    """What is done to the faces of a sequence.

    Attributes:
        text: In words.
        actors: Returns the faces, from a source of chance, the portraits and the picture's width
            in shares of its height.
        is_covered: Things pass before the faces.
        sizes: Sizes of the picture, taken in turn.
    """

    text: str
    actors: Callable[[Chance, Sequence[Portrait], float], list[Actor]]
    is_covered: bool = False
    sizes: tuple[tuple[int, int], ...] = ((854, 480), (480, 854), (1280, 720))


_SMALL_SIZES = ((640, 360), (360, 640), (640, 360))

KINDS: dict[str, Kind] = {
    "moved": Kind("moved about", _moved),
    "turned": Kind("turned up to 40 degrees", _turned),
    "squeezed": Kind("squeezed to half its width", _squeezed),
    "shrunk": Kind("grown and shrunk to a twentieth of the picture", _shrunk),
    "covered": Kind("partly covered by passing things", _moved, is_covered=True),
    "blurred": Kind("blurred by fast motion", _blurred),
    "edge": Kind("over the picture's edge", _edge),
    "many": Kind("six faces", _many),
    "mixed": Kind(
        "two faces turned, squeezed, resized, blurred and covered", _mixed, is_covered=True
    ),
    "large": Kind("as large as the picture", _large),
    "small": Kind("16 to 22 pixels high", _small, sizes=_SMALL_SIZES),
    "cut": Kind("a cut every two seconds", _cut),
    "empty": Kind("no face", lambda _draw, _portraits, _wide: []),
}
