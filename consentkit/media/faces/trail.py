"""One face through the frames of a shot, as far as it is known."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from consentkit.media.faces.box import Box
from consentkit.media.faces.thin import thinned

WEAK = 0.5
"""Score below which a person should look."""
FULL_SCORE = 0.91
"""Score from which all of a face is seen; faces half covered by passing things score up to 0.9."""
_SETTLES = 0.06
"""By this share a box comes nearer to what was seen, for every frame before all of it was seen."""
_BACK_FRAMES = 4
"""Frames over which a velocity is measured: one frame's is as large as the detector's error."""
_STEP_MAX = 1.0
"""A face is never expected further away than its own size from where it was."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a face is in one frame.

    Attributes:
        box: The rectangle; it may reach beyond the picture.
        score: The detector's certainty; 0 where it was followed.
    """

    box: Box
    score: float = 0.0

    @property
    def is_seen(self) -> bool:
        """Whether the detector found it there, or just before and after."""
        return self.score > 0

    @property
    def way(self) -> int:
        """How it is known: 0 followed, 1 seen with little certainty, 2 seen."""
        return 0 if self.score <= 0 else 1 + (self.score >= WEAK)


@dataclass(slots=True, eq=False)
class Trail:
    """A face of one shot; frames are counted from the start of the stretch.

    Attributes:
        spots: By frame, without gaps once a gap has been bridged.
        first: First frame it is known in.
        last: Last frame it is known in.
        last_seen: Last frame in which the detector found it.
        look: How it looked there (``motion.appearance``).
        best: The detector's greatest certainty.
        sightings: How often it was found.
        turn_deg: By how much the picture was turned to see it last.
        is_lost: It is not followed any more; it may be found again.
        settled: Frames before this one are thinned: between those kept the face moves evenly.
    """

    spots: dict[int, Spot]
    first: int
    last: int
    last_seen: int
    look: NDArray[np.float32]
    best: float
    sightings: int = 1
    turn_deg: float = 0.0
    is_lost: bool = False
    settled: int = -1

    def put(self, frame: int, spot: Spot) -> None:
        """Add where it is in a frame."""
        self.spots[frame] = spot
        self.first, self.last = min(self.first, frame), max(self.last, frame)
        if spot.is_seen:
            self.best = max(self.best, spot.score)
            self.sightings += 1
            self.last_seen = max(self.last_seen, frame)

    def expected(self, frame: int, start: int) -> Box:
        """Return where it should be in a frame, going on from frame ``start`` as it moved there."""
        here = self.spots[start].box
        ahead = 1 if frame > start else -1
        for back in range(_BACK_FRAMES, 0, -1):
            earlier = self.spots.get(start - ahead * back)
            if earlier is not None:
                steps = abs(frame - start) / back
                (x, y), (old_x, old_y) = here.centre, earlier.box.centre
                reach = _STEP_MAX * here.size
                return here.moved(
                    max(-reach, min(reach, (x - old_x) * steps)),
                    max(-reach, min(reach, (y - old_y) * steps)),
                )
        return here

    def settle(self, before: int, times_s: Sequence[float], first_number: int) -> None:
        """Keep only what is needed of the frames before one.

        Args:
            before: The frame; places from it on stay as they are.
            times_s: Seconds of the shot's frames.
            first_number: The frame of the first of them.
        """
        old = sorted(frame for frame in self.spots if self.settled <= frame < before)
        spots = [self.spots[frame] for frame in old]
        boxes = [(item.box.left, item.box.top, item.box.right, item.box.bottom) for item in spots]
        times = [times_s[frame - first_number] for frame in old]
        kept = thinned(times, np.array(boxes).reshape(-1, 4), changes(spots))
        for place in set(range(len(old))) - set(kept):
            del self.spots[old[place]]
        self.settled = max(self.settled, old[-1] if old else before)

    def steady(self) -> None:
        """Give the first frames, before all of the face was seen, the size it has then.

        Later frames have it from before. The further back, the less it counts; a box keeps its
        distance to the next one, and holds what was seen.
        """
        frames = sorted(self.spots)
        full = next(
            (place for place, it in enumerate(frames) if self.spots[it].score >= FULL_SCORE), 0
        )
        if not full:
            return
        was = fixed = self.spots[frames[full]].box
        for frame in reversed(frames[:full]):
            spot = self.spots[frame]
            own = spot.box
            (x, y), (was_x, was_y) = own.centre, was.centre
            fixed = fixed.moved(x - was_x, y - was_y).towards(own, _SETTLES).holding(own)
            was = own
            self.spots[frame] = Spot(fixed, spot.score)

    def bridge(self, start: int, end: int) -> None:
        """Fill the frames between two known ones evenly; seen where both ends were."""
        one, other = self.spots[start], self.spots[end]
        score = min(one.score, other.score)
        for frame in range(start + 1, end):
            share = (frame - start) / (end - start)
            self.spots[frame] = Spot(one.box.towards(other.box, share), score)

    def bridge_followed(self, start: int, end: int) -> None:
        """Fill the frames between two known ones evenly, as followed."""
        one, other = self.spots[start].box, self.spots[end].box
        for frame in range(start + 1, end):
            share = (frame - start) / (end - start)
            self.spots[frame] = Spot(one.towards(other, share))


def changes(spots: Sequence[Spot]) -> list[int]:
    """Return the places before and after which a face is known in another way."""
    ways = [spot.way for spot in spots]
    borders = [place for place in range(1, len(ways)) if ways[place] != ways[place - 1]]
    return sorted({near for place in borders for near in (place - 1, place)})
