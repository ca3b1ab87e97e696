"""Following every face through a shot, forwards and backwards from where it is found.

All of the picture is looked at several times a second. Between those looks a face is looked for
where it should be, halving the time until it moves evenly. A face that comes up is followed back to
where it came in, one that is lost is followed on by its own motion, and where it comes up again
nearby the gap is bridged. Pictures of the last seconds are kept, never more.
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from consentkit.media.faces.box import Box
from consentkit.media.faces.motion import appearance, is_same, moved
from consentkit.media.faces.small_picture import SmallPicture
from consentkit.media.faces.spotter import Seen, Spotter
from consentkit.media.faces.trail import Spot, Trail

LOOK_EVERY_S = 0.17
"""Time between looks at the whole picture. A face that is there for less is hardly seen."""
KEPT_S = 2.5
"""Seconds of pictures that are kept: so far back a face is followed to where it came in."""
GAP_S = 2.5
"""A face that is found again nearby after this time was there all along."""
FOLLOWED_S = 1.5
"""A face is followed without being found for so long: heads turn away and back in a second."""
FOLLOWED_BACK_S = 0.5
SURE = 0.6
"""Score with which a face that nobody expects is believed; see ``model.SCORE_MIN``."""
_CONFIRMED = 0.5
"""Score that a closer look at such a face must give."""
_APART_MAX = 0.8
_TIMES_MAX = 1.8
_STRAYS_PER_S = 3.0
"""A face out of sight strays by so many of its sizes in a second, at most."""
_SAME_OVERLAP = 0.5
_STILL = 0.12
"""A face that moved less between two looks, in its sizes, moved evenly."""
_EVEN = 0.85
"""Overlap of where a face is halfway with where it should be, from which it moved evenly."""
_LEFT = 0.2
"""Share of a face in the picture below which it has left."""
_BELIEVED = 0.75
_BELIEVED_SIGHTINGS = 4
"""A face is one if it was seen clearly once, or often enough."""
_THOROUGH_EVERY = 3
_SETTLE_FRAMES = 900


@dataclass(frozen=True, slots=True)
class _Kept:
    number: int
    at_s: float
    picture: SmallPicture


class ShotFollower:
    """Follows the faces of one shot, frame by frame.

    Args:
        spotter: Looks for faces.
        kept_max: Pictures kept at most, whatever the frame rate.
    """

    def __init__(self, spotter: Spotter, kept_max: int) -> None:
        self._spotter = spotter
        self._kept: deque[_Kept] = deque()
        self._kept_max = kept_max
        self._live: list[Trail] = []
        self._ended: list[Trail] = []
        self._looked_s: float | None = None
        self._looked = -1
        self._looks = 0
        self.times_s: list[float] = []
        """Seconds of every frame of the shot."""

    def add(self, number: int, at_s: float, picture: SmallPicture) -> None:
        """Take the next frame; numbers go up by one."""
        self._kept.append(_Kept(number, at_s, picture))
        self.times_s.append(at_s)
        if len(self.times_s) % _SETTLE_FRAMES == 0:
            for trail in (*self._live, *self._ended):
                trail.settle(self._kept[0].number, self.times_s, number + 1 - len(self.times_s))
        while len(self._kept) > 2 and (  # noqa: PLR2004 -- this one and the one before
            len(self._kept) > self._kept_max or self._kept[0].at_s < at_s - KEPT_S
        ):
            self._kept.popleft()
        if self._looked_s is None or at_s - self._looked_s >= LOOK_EVERY_S:
            self._look()

    def finish(self) -> list[Trail]:
        """Return the faces of the shot, which ends with the frame added last."""
        if self._kept and self._looked != self._kept[-1].number:
            self._look()
        found = [trail for trail in (*self._ended, *self._live) if _is_believed(trail)]
        return sorted(found, key=lambda trail: trail.first)

    def _look(self) -> None:
        """Look at the whole picture, and follow every face up to it."""
        now = self._kept[-1]
        found = self._spotter.everywhere(now.picture, is_coarse=self._looks % 2 == 0)
        self._looks += 1
        self._looked, self._looked_s = now.number, now.at_s
        known = [trail for trail in self._live if not trail.is_lost]
        pairs = _paired(known, found, now.number)
        taken = [seen.box for _, seen in pairs]
        for trail, seen in pairs:
            before = trail.last
            self._see(trail, now, seen)
            self._between(trail, before, now.number)
        matched = {id(trail) for trail, _ in pairs}
        for trail in known:
            if id(trail) not in matched:
                self._rescue(trail, now, taken)
        used = {id(seen) for _, seen in pairs}
        for seen in found:
            if id(seen) not in used and seen.score >= SURE:
                self._meet(seen, now)
        self._tidy(now)

    def _see(self, trail: Trail, now: _Kept, seen: Seen) -> None:
        trail.put(now.number, Spot(seen.box, seen.score))
        trail.look = appearance(now.picture, seen.box)
        trail.is_lost = False

    def _between(self, trail: Trail, start: int, end: int) -> None:
        """Fill the frames between two that are known, looking where it moves unevenly."""
        if end - start < 2:  # noqa: PLR2004 -- nothing in between
            return
        one, other = trail.spots[start].box, trail.spots[end].box
        if one.apart(other) <= _STILL and one.overlap(other) >= 1 - 2 * _STILL:
            trail.bridge(start, end)
            return
        middle = (start + end) // 2
        kept = self._at(middle)
        guess = one.towards(other, (middle - start) / (end - start))
        seen = None if kept is None else self._spotter.near(kept.picture, guess)
        if seen is None:
            trail.bridge(start, end)
            return
        trail.put(middle, Spot(seen.box, seen.score))
        if seen.box.overlap(guess) >= _EVEN:
            trail.bridge(start, middle)
            trail.bridge(middle, end)
        else:
            self._between(trail, start, middle)
            self._between(trail, middle, end)

    def _rescue(self, trail: Trail, now: _Kept, taken: Iterable[Box]) -> None:
        """Look for a face where it should be; else follow it there as far as it goes."""
        place = trail.expected(now.number, trail.last)
        seen = self._spotter.near(now.picture, place, is_thorough=True)
        if seen is not None and not _is_any(seen.box, taken):
            before = trail.last
            self._see(trail, now, seen)
            self._between(trail, before, now.number)
            return
        reached = self._extend(trail, trail.last, now.number, 1, taken)
        last_seen = self._at(trail.last_seen)
        is_old = last_seen is None or now.at_s - last_seen.at_s > FOLLOWED_S
        trail.is_lost = reached != now.number or is_old

    def _extend(
        self, trail: Trail, start: int, end: int, step: int, taken: Iterable[Box] = ()
    ) -> int:
        """Follow a face frame by frame; return the last frame it is known in."""
        here = self._at(start)
        missed_s, missed = 0.0, 0
        look = trail.look
        while here is not None and here.number != end:
            there = self._at(here.number + step)
            if there is None:
                break
            place = trail.expected(there.number, here.number)
            is_thorough = missed % _THOROUGH_EVERY == _THOROUGH_EVERY - 1
            seen = self._spotter.near(there.picture, place, is_thorough=is_thorough)
            if seen is not None and there.number == end and _is_any(seen.box, taken):
                seen = None
            if seen is not None:
                trail.put(there.number, Spot(seen.box, seen.score))
                look = appearance(there.picture, seen.box)
                missed_s, missed = 0.0, 0
            else:
                missed_s += abs(there.at_s - here.at_s)
                missed += 1
                if step < 0 and missed_s > FOLLOWED_BACK_S:
                    break
                box = moved(here.picture, there.picture, trail.spots[here.number].box)
                if box is None or not is_same(look, appearance(there.picture, box)):
                    break
                trail.put(there.number, Spot(box))
            size = there.picture.width, there.picture.height
            if trail.spots[there.number].box.inside(*size) < _LEFT:
                break
            if step < 0 and self._is_taken(trail, there.number):
                break
            here = there
        if step > 0:
            trail.look = look
        return start if here is None else here.number

    def _meet(self, seen: Seen, now: _Kept) -> None:
        """Take a face nobody expected: one that was lost, or a new one."""
        if any(
            now.number in trail.spots
            and trail.spots[now.number].box.overlap(seen.box) >= 1 - _SAME_OVERLAP
            for trail in self._live
        ):
            return
        closer = self._spotter.near(now.picture, seen.box)
        if closer is None or closer.score < _CONFIRMED:
            return
        seen = max(seen, closer, key=lambda item: item.score)
        fresh = Trail(
            {now.number: Spot(seen.box, seen.score)},
            now.number,
            now.number,
            now.number,
            appearance(now.picture, seen.box),
            seen.score,
        )
        lost = self._lost_near(seen.box, now)
        if lost is None:
            self._live.append(fresh)
            self._extend(fresh, now.number, self._kept[0].number - 1, -1)
            return
        self._extend(fresh, now.number, lost.last, -1)
        _join(lost, fresh)
        self._see(lost, now, seen)

    def _lost_near(self, box: Box, now: _Kept) -> Trail | None:
        """Return the lost face that this one is, or None."""
        near: list[tuple[float, Trail]] = []
        for trail in self._live:
            last = self._at(trail.last)
            if trail.is_lost and last is not None and now.at_s - last.at_s <= GAP_S:
                place = trail.spots[trail.last].box
                apart = place.apart(box)
                reach = _APART_MAX + _STRAYS_PER_S * (now.at_s - last.at_s)
                if apart <= reach and place.alike_in_size(box, _TIMES_MAX):
                    near.append((apart, trail))
        return min(near, key=lambda item: item[0])[1] if near else None

    def _is_taken(self, trail: Trail, frame: int) -> bool:
        box = trail.spots[frame].box
        return any(
            other is not trail
            and frame in other.spots
            and other.spots[frame].box.overlap(box) >= _SAME_OVERLAP
            for other in (*self._live, *self._ended)
        )

    def _tidy(self, now: _Kept) -> None:
        """Let go of faces that are lost for good, and of one of two that follow the same face."""
        kept: list[Trail] = []
        for trail in sorted(self._live, key=lambda item: item.first):
            last = self._at(trail.last)
            twin = next(
                (
                    other
                    for other in kept
                    if now.number in trail.spots
                    and now.number in other.spots
                    and trail.spots[now.number].box.overlap(other.spots[now.number].box)
                    >= _SAME_OVERLAP
                ),
                None,
            )
            if twin is not None:
                twin.best = max(twin.best, trail.best)
                self._ended.append(_before(trail, twin))
            elif trail.is_lost and (last is None or now.at_s - last.at_s > GAP_S):
                self._ended.append(trail)
            else:
                kept.append(trail)
        self._live = kept

    def _at(self, number: int) -> _Kept | None:
        """Return a frame that is kept, or None."""
        place = number - self._kept[0].number
        return self._kept[place] if 0 <= place < len(self._kept) else None


def _paired(trails: list[Trail], found: list[Seen], number: int) -> list[tuple[Trail, Seen]]:
    """Return which face found is which one known, the nearest first."""
    near = []
    for trail in trails:
        place = trail.expected(number, trail.last)
        for seen in found:
            apart = place.apart(seen.box)
            if apart <= _APART_MAX and place.alike_in_size(seen.box, _TIMES_MAX):
                near.append((apart, trail, seen))
    near.sort(key=lambda item: item[0])
    pairs: list[tuple[Trail, Seen]] = []
    for _, trail, seen in near:
        if all(trail is not other and seen is not taken for other, taken in pairs):
            pairs.append((trail, seen))
    return pairs


def _join(lost: Trail, fresh: Trail) -> None:
    """Add what was found again to what was lost, and bridge the frames between."""
    end = lost.last
    for frame, spot in sorted(fresh.spots.items()):
        if frame > end:
            lost.put(frame, spot)
    begin = min(frame for frame in fresh.spots if frame > end)
    if begin - end > 1:
        lost.bridge_followed(end, begin)


def _before(trail: Trail, twin: Trail) -> Trail:
    """Return the part of a face before it met its twin."""
    met = min(frame for frame in trail.spots if frame in twin.spots)
    trail.spots = {frame: spot for frame, spot in trail.spots.items() if frame < met}
    trail.is_lost = True
    return trail


def _is_any(box: Box, taken: Iterable[Box]) -> bool:
    return any(box.overlap(other) >= 1 - _SAME_OVERLAP for other in taken)


def _is_believed(trail: Trail) -> bool:
    return bool(trail.spots) and (trail.best >= _BELIEVED or trail.sightings >= _BELIEVED_SIGHTINGS)
