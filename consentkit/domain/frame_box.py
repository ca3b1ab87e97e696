"""A rectangle of a picture, in shares of its width and height, so that it holds at any size."""

from dataclasses import dataclass
from fractions import Fraction

from consentkit.kernel.errors import MalformedError

FULL = 65_535
"""A coordinate of the right or lower edge of the picture."""


@dataclass(frozen=True, slots=True)
class FrameBox:
    """A rectangle of the upright picture.

    Attributes:
        left: Left edge in 1/65535 of the picture's width.
        top: Upper edge in 1/65535 of its height.
        right: Right edge, beyond the left one.
        bottom: Lower edge, beyond the upper one.

    Raises:
        MalformedError: It is empty or leaves the picture.
    """

    left: int
    top: int
    right: int
    bottom: int

    def __post_init__(self) -> None:
        """Refuse a rectangle without area or beyond the picture."""
        if not (0 <= self.left < self.right <= FULL and 0 <= self.top < self.bottom <= FULL):
            raise MalformedError("box.shape")

    @property
    def area(self) -> int:
        """Its area in squares of the unit."""
        return (self.right - self.left) * (self.bottom - self.top)

    @property
    def centre(self) -> tuple[int, int]:
        """The middle, across and down."""
        return (self.left + self.right) // 2, (self.top + self.bottom) // 2

    def contains(self, point: tuple[int, int]) -> bool:
        """Return whether a point lies in it."""
        return self.left <= point[0] < self.right and self.top <= point[1] < self.bottom

    def overlap(self, other: "FrameBox") -> float:
        """Return the shared area as a share of the united one, 0 to 1."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        if across <= 0 or down <= 0:
            return 0.0
        shared = across * down
        return shared / (self.area + other.area - shared)

    def shared(self, other: "FrameBox") -> float:
        """Return how much of this rectangle lies in another one, 0 to 1."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across * down / self.area if across > 0 and down > 0 else 0.0

    def united(self, other: "FrameBox") -> "FrameBox":
        """Return the smallest rectangle that holds both."""
        return FrameBox(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def towards(self, other: "FrameBox", share: Fraction) -> "FrameBox":
        """Return the rectangle that lies ``share`` (0 to 1) of the way to another one."""

        def between(here: int, there: int) -> int:
            return round(here + (there - here) * share)

        return FrameBox(
            between(self.left, other.left),
            between(self.top, other.top),
            between(self.right, other.right),
            between(self.bottom, other.bottom),
        )

    def grown(self, share: Fraction) -> "FrameBox":
        """Return it with ``share`` of its sides added on every side, kept in the picture."""
        across = round((self.right - self.left) * share)
        down = round((self.bottom - self.top) * share)
        return FrameBox(
            max(0, self.left - across),
            max(0, self.top - down),
            min(FULL, self.right + across),
            min(FULL, self.bottom + down),
        )
