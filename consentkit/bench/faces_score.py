"""How well boxes cover faces whose places are known."""

from collections.abc import Sequence
from dataclasses import dataclass

Sides = tuple[float, float, float, float]
"""Left, top, right and bottom in shares of the picture's sides."""

SAME_OVERLAP = 0.5
"""Shared area as a share of the united one from which a box is that of a face."""
COUNTED_FROM = 0.3
"""Share of a face that is in the picture and not covered, from which it must be found. With less it
may be found: such a box counts neither for nor against."""


@dataclass(frozen=True, slots=True)
class KnownFace:
    """A face of one frame.

    Attributes:
        box: Where it is.
        shown: Share of it that is seen.
    """

    box: Sides
    shown: float


@dataclass(frozen=True, slots=True)
class FaceTally:
    """Counts of faces and boxes over frames.

    Attributes:
        faces: Faces that must be found.
        found: Those that were.
        boxes: Boxes that count.
        right: Those with a face.
    """

    faces: int = 0
    found: int = 0
    boxes: int = 0
    right: int = 0

    @property
    def recall(self) -> float | None:
        """Share of the faces that were found."""
        return self.found / self.faces if self.faces else None

    @property
    def precision(self) -> float | None:
        """Share of the boxes that have a face."""
        return self.right / self.boxes if self.boxes else None

    def __add__(self, other: "FaceTally") -> "FaceTally":
        """Return the sum."""
        return FaceTally(
            self.faces + other.faces,
            self.found + other.found,
            self.boxes + other.boxes,
            self.right + other.right,
        )


def overlap(one: Sides, other: Sides) -> float:
    """Return the shared area as a share of the united one."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    if across <= 0 or down <= 0:
        return 0.0
    shared = across * down
    return shared / (_area(one) + _area(other) - shared)


def tally_frame(known: Sequence[KnownFace], boxes: Sequence[Sides]) -> FaceTally:
    """Return the counts of one frame; a face and a box belong to one another at most once."""
    pairs = sorted(
        (
            (overlap(face.box, box), number, place)
            for number, face in enumerate(known)
            for place, box in enumerate(boxes)
        ),
        reverse=True,
    )
    of_face: dict[int, int] = {}
    of_box: dict[int, int] = {}
    for share, number, place in pairs:
        if share >= SAME_OVERLAP and number not in of_face and place not in of_box:
            of_face[number] = place
            of_box[place] = number
    must = {number for number, face in enumerate(known) if face.shown >= COUNTED_FROM}
    aside = {
        place
        for place, box in enumerate(boxes)
        if (place in of_box and of_box[place] not in must)
        or (place not in of_box and _is_on_hidden(box, known))
    }
    return FaceTally(
        len(must),
        len(must & of_face.keys()),
        len(boxes) - len(aside),
        len(of_box.keys() - aside),
    )


def _is_on_hidden(box: Sides, known: Sequence[KnownFace]) -> bool:
    """Return whether a box without a face lies mostly where a hidden face is."""
    for face in known:
        if face.shown < COUNTED_FROM:
            across = min(box[2], face.box[2]) - max(box[0], face.box[0])
            down = min(box[3], face.box[3]) - max(box[1], face.box[1])
            if across > 0 and down > 0 and across * down >= SAME_OVERLAP * _area(box):
                return True
    return False


def _area(box: Sides) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])
