"""Rectangles of faces in pixels of the small picture; they may reach beyond its borders."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels, from the upper left corner of the picture.

    Attributes:
        left: Left edge.
        top: Upper edge.
        right: Right edge, beyond the left one.
        bottom: Lower edge, beyond the upper one.
    """

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Its width."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Its height."""
        return self.bottom - self.top

    @property
    def size(self) -> float:
        """Its longer side."""
        return max(self.width, self.height)

    @property
    def centre(self) -> tuple[float, float]:
        """Its middle, across and down."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def moved(self, across: float, down: float, scale: float = 1.0) -> "Box":
        """Return it moved, and grown about its own middle."""
        x, y = self.centre
        x, y = x + across, y + down
        half_width, half_height = self.width / 2 * scale, self.height / 2 * scale
        return Box(x - half_width, y - half_height, x + half_width, y + half_height)

    def holding(self, other: "Box") -> "Box":
        """Return it moved by the least that lets it hold another one; as large as that one."""
        across = max(0.0, other.right - self.right) + min(0.0, other.left - self.left)
        down = max(0.0, other.bottom - self.bottom) + min(0.0, other.top - self.top)
        at = self.moved(across, down)
        return Box(
            min(at.left, other.left),
            min(at.top, other.top),
            max(at.right, other.right),
            max(at.bottom, other.bottom),
        )

    def towards(self, other: "Box", share: float) -> "Box":
        """Return the rectangle that lies ``share`` (0 to 1) of the way to another one."""
        return Box(
            self.left + (other.left - self.left) * share,
            self.top + (other.top - self.top) * share,
            self.right + (other.right - self.right) * share,
            self.bottom + (other.bottom - self.bottom) * share,
        )

    def overlap(self, other: "Box") -> float:
        """Return the shared area as a share of the united one, 0 to 1."""
        shared = self._shared(other)
        return shared / (self.width * self.height + other.width * other.height - shared)

    def inside(self, width: float, height: float) -> float:
        """Return how much of it lies in a picture of that size, 0 to 1."""
        return self._shared(Box(0, 0, width, height)) / (self.width * self.height)

    def apart(self, other: "Box") -> float:
        """Return how far the middles are apart, in sizes of the smaller one."""
        (x, y), (other_x, other_y) = self.centre, other.centre
        off: float = max(abs(x - other_x), abs(y - other_y))
        return off / min(self.size, other.size)

    def alike_in_size(self, other: "Box", times: float) -> bool:
        """Return whether neither is more than ``times`` as large as the other."""
        return 1 / times <= self.size / other.size <= times

    def _shared(self, other: "Box") -> float:
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across * down if across > 0 and down > 0 else 0.0
