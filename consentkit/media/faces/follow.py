"""Following every face through a shot, forwards and backwards from where it is found.

All of the picture is looked at when it changes where no face is known, and once a second. Several
times a second every face is looked for where it should be, and in between, halving the time until
it moves evenly. A face that comes up is followed back to
where it came in, one that is lost is followed on by its own motion, and where it comes up again
nearby the gap is bridged. Pictures of the last seconds are kept, never more.
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

import cv2

from consentkit.media.faces.box import Box
from consentkit.media.faces.motion import Appearance, appearance, is_same, moved
from consentkit.media.faces.small_picture import Glimpse, SmallPicture
from consentkit.media.faces.spotter import CLEAR, Seen, Spotter
from consentkit.media.faces.trail import FULL_SCORE, Spot, Trail

LOOK_EVERY_S = 0.17
"""Time between looks at faces that are known."""
SEARCH_AFTER_S, SEARCH_EVERY_S = 0.2, 1.0
"""Least and most time between looks at the whole picture. A face that comes in changes it."""
_CHANGED_LEVELS = 8.0
"""Change of luma in a part of the picture, of 12 by 12, for which it is looked at anew: the least
of a face's parts differs from what was there by 10 and more, noise and swaying by 3."""
_PARTS = 12
_FACES_AROUND = 0.6
"""So much around a known face, in its sizes, moves with it."""
KEPT_S = 2.5
"""Seconds of pictures that are kept: so far back a face is followed to where it came in."""
GAP_S = 2.5
"""A face that is found again nearby after this time was there all along."""
FOLLOWED_S = 1.5
"""A face is followed without being found for so long: heads turn away and back in a second."""
FOLLOWED_BACK_S = 0.8
SURE = 0.6
"""Score with which a face that nobody expects is believed; see ``face_model.SCORE_MIN``."""
_CONFIRMED = 0.5
"""Score that a closer look at such a face must give."""
_HINT, _HINT_CONFIRMED = 0.3, 0.8
"""A small face may score low in the whole picture; a closer look must then be the surer."""
_FAINT = 0.35
"""Score below which only the place of a face counts, not its size."""
_BARE = 0.45
"""Score from which a face at its place is believed even when it looks changed."""
_SHRINKS, _GROWS = 0.1, 0.3
"""Of a face that is half covered the network tells the other half. So below ``FULL_SCORE`` a box
takes over up to these shares of a change in size, for every frame."""
HINTS_S = 0.7
"""A face that is followed back goes on from a doubtful one so much earlier, if that is nearby."""
HOLD_S = 0.2
"""A face that is lost in mid-picture, behind a hand, is covered for this much longer."""
_EDGE_INSIDE, _EDGE_S = 0.75, 0.12
"""A face that reaches over the picture's edge is followed unseen for this long only: what flows
there is the background."""
_FAINT_APART_MAX = 0.4
_APART_MAX = 0.8
_TIMES_MAX = 1.8
_STRAYS_PER_S = 3.0
"""A face out of sight strays by so many of its sizes in a second, at most."""
_SAME_OVERLAP = 0.5
_STILL = 0.12
"""A face that moved less between two looks, in its sizes, moved evenly."""
_EVEN = 0.85
"""Overlap of where a face is halfway with where it should be, from which it moved evenly."""
_LEFT, _LEFT_UNSEEN = 0.2, 0.25
"""Share of a face in the picture below which it has left: seen, and not seen any more."""
_BELIEVED = 0.75
_BELIEVED_SIGHTINGS = 4
"""A face is one if it was seen clearly once, or often enough."""
_SETTLE_FRAMES = 900


@dataclass(frozen=True, slots=True)
class _Kept:
    number: int
    at_s: float
    glimpse: Glimpse

    @property
    def picture(self) -> SmallPicture:
        """The small picture."""
        return self.glimpse.small


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
        self._looked = -1
        self._looked_s = 0.0
        self._searched: _Kept | None = None
        self._searches = 0
        self._scale = 0.0
        self._hints: list[tuple[int, float, Seen]] = []
        self.times_s: list[float] = []
        """Seconds of every frame of the shot."""

    def add(self, number: int, at_s: float, glimpse: Glimpse) -> None:
        """Take the next frame; numbers go up by one."""
        self._kept.append(_Kept(number, at_s, glimpse))
        self.times_s.append(at_s)
        if len(self.times_s) % _SETTLE_FRAMES == 0:
            for trail in (*self._live, *self._ended):
                trail.settle(self._kept[0].number, self.times_s, number + 1 - len(self.times_s))
        while len(self._kept) > 2 and (  # noqa: PLR2004 -- this one and the one before
            len(self._kept) > self._kept_max or self._kept[0].at_s < at_s - KEPT_S
        ):
            self._kept.popleft()
        if self._searched is None or at_s - self._looked_s >= LOOK_EVERY_S:
            self._look()

    def finish(self) -> list[Trail]:
        """Return the faces of the shot, which ends with the frame added last."""
        if self._kept and self._looked != self._kept[-1].number:
            self._look()
        found = [trail for trail in (*self._ended, *self._live) if _is_believed(trail)]
        for trail in found:
            trail.steady()
        return sorted(found, key=lambda trail: trail.first)

    def _look(self) -> None:
        """Look for every face that is known, and for others where that is due."""
        now = self._kept[-1]
        self._looked, self._looked_s = now.number, now.at_s
        known = [trail for trail in self._live if not trail.is_lost]
        found: list[Seen] = []
        if self._is_due(now, known):
            found = self._spotter.everywhere(
                now.picture,
                for_large=self._searches % 2 == 0,
                for_small=self._searches % 2 == 1 or not self._searches,
            )
            self._searched = now
            self._searches += 1
        pairs = _paired(known, [seen for seen in found if seen.score >= CLEAR], now.number)
        taken = [seen.box for _, seen in pairs]
        for trail, seen in pairs:
            self._see(trail, now, seen)
        matched = {id(trail) for trail, _ in pairs}
        for trail in known:
            if id(trail) not in matched:
                self._rescue(trail, now, taken)
        used = {id(seen) for _, seen in pairs}
        for seen in found:
            if id(seen) not in used and seen.score >= _HINT:
                self._meet(seen, now)
        self._tidy(now)

    def _is_due(self, now: _Kept, known: Iterable[Trail]) -> bool:
        """Return whether to look at the whole picture."""
        if self._searched is None:
            return True
        gone_s = now.at_s - self._searched.at_s
        if gone_s < SEARCH_AFTER_S:
            return False
        if gone_s >= SEARCH_EVERY_S or any(trail.is_lost for trail in self._live):
            return True
        rows, columns = now.glimpse.points.shape
        change = cv2.absdiff(now.glimpse.points, self._searched.glimpse.points)
        wide, high = now.glimpse.shape[:: -1 if now.glimpse.turns % 2 else 1]
        scale = self._small_scale(now)
        for trail in known:
            box = trail.spots[trail.last].box
            around = _FACES_AROUND * box.size
            across, down = columns / (wide * scale), rows / (high * scale)
            top, bottom = (box.top - around) * down, (box.bottom + around) * down
            left, right = (box.left - around) * across, (box.right + around) * across
            change[
                max(0, int(top)) : max(0, ceil(bottom)), max(0, int(left)) : max(0, ceil(right))
            ] = 0
        parts = cv2.resize(change, (_PARTS, _PARTS), interpolation=cv2.INTER_AREA)
        return bool(parts.max() >= _CHANGED_LEVELS)

    def _small_scale(self, kept: _Kept) -> float:
        """Return the small picture's size as a share of the frame's."""
        if not self._scale:
            self._scale = max(kept.picture.planes.shape[1], kept.picture.height) / max(
                kept.glimpse.shape
            )
        return self._scale

    def _see(self, trail: Trail, now: _Kept, seen: Seen) -> None:
        """Take a face that was found, and fill the frames since it was known last."""
        before = trail.last
        box = _held(seen, trail.expected(now.number, before), now.number - before)
        trail.put(now.number, Spot(box, seen.score))
        trail.turn_deg = seen.turn_deg
        trail.look = appearance(now.picture, box)
        trail.is_lost = False
        self._between(trail, before, now.number)

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
        seen = (
            None
            if kept is None
            else self._spotter.near(kept.picture, guess, turn_deg=trail.turn_deg)
        )
        if seen is None or not _is_plausible(seen, guess):
            trail.bridge(start, end)
            return
        box = _held(seen, guess, end - middle)
        trail.put(middle, Spot(box, seen.score))
        if box.overlap(guess) >= _EVEN:
            trail.bridge(start, middle)
            trail.bridge(middle, end)
        else:
            self._between(trail, start, middle)
            self._between(trail, middle, end)

    def _rescue(self, trail: Trail, now: _Kept, taken: Iterable[Box]) -> None:
        """Look for a face where it should be; else follow it there as far as it goes."""
        place = trail.expected(now.number, trail.last)
        seen = self._spotter.near(now.picture, place, turn_deg=trail.turn_deg)
        if seen is not None and seen.score >= CLEAR and not _is_any(seen.box, taken):
            self._see(trail, now, seen)
            return
        reached = self._extend(trail, trail.last, now.number, 1, taken)
        if reached != now.number:
            self._hold(trail, now.number)
        last_seen = self._at(trail.last_seen)
        is_old = last_seen is None or now.at_s - last_seen.at_s > FOLLOWED_S
        trail.is_lost = reached != now.number or is_old

    def _extend(
        self, trail: Trail, start: int, end: int, step: int, taken: Iterable[Box] = ()
    ) -> int:
        """Follow a face frame by frame; return the last frame it is known in."""
        here = self._at(start)
        missed_s = 0.0
        look = trail.look
        while here is not None and here.number != end:
            there = self._at(here.number + step)
            if there is None:
                break
            spot = self._next(trail, here, there, look)
            if spot is not None and there.number == end and _is_any(spot.box, taken):
                spot = None
            if spot is None:
                break
            if spot.is_seen:
                missed_s = 0.0
                if spot.score >= CLEAR:
                    look = appearance(there.picture, spot.box)
            else:
                missed_s += abs(there.at_s - here.at_s)
            inside = spot.box.inside(there.picture.width, there.picture.height)
            if inside < (_LEFT if spot.is_seen else _LEFT_UNSEEN):
                break
            if (step < 0 and missed_s > FOLLOWED_BACK_S) or (
                missed_s > _EDGE_S and inside < _EDGE_INSIDE
            ):
                break
            trail.put(there.number, spot)
            if step < 0 and self._is_taken(trail, there.number):
                break
            here = there
        if step > 0:
            trail.look = look
        return start if here is None else here.number

    def _hold(self, trail: Trail, end: int) -> None:
        """Cover a face that was lost for a little longer, if it did not leave the picture."""
        last = self._at(trail.last)
        while last is not None and trail.last < end:
            there = self._at(trail.last + 1)
            box = trail.spots[trail.last].box
            if (
                there is None
                or there.at_s - last.at_s > HOLD_S
                or box.inside(there.picture.width, there.picture.height) < _EDGE_INSIDE
            ):
                return
            trail.put(there.number, Spot(trail.expected(there.number, trail.last)))

    def _next(self, trail: Trail, here: _Kept, there: _Kept, look: Appearance) -> Spot | None:
        """Return where a face is in the next frame: where it is seen, else where it moved."""
        place = trail.expected(there.number, here.number)
        seen = self._spotter.near(there.picture, place, turn_deg=trail.turn_deg, is_thorough=True)
        if seen is not None:
            trail.turn_deg = seen.turn_deg
        if seen is not None and seen.score >= CLEAR:
            return Spot(_held(seen, place), seen.score)
        box = moved(here.picture, there.picture, trail.spots[here.number].box)
        if box is not None and not is_same(look, appearance(there.picture, box)):
            box = None
        if seen is not None and _is_plausible(seen, box or place):
            held = _held(seen, box or place)
            # Hair at the picture's edge and its mirror image look like a faint face.
            least = SURE if self._is_at_edge(held) else _BARE
            if seen.score >= least or is_same(look, appearance(there.picture, held)):
                return Spot(held, seen.score)
        if box is not None:
            return Spot(box)
        wide = self._spotter.around(there.picture, trail.spots[here.number].box)
        if (
            wide is not None
            and wide.score >= CLEAR
            and (is_same(look, appearance(there.picture, wide.box)))
        ):
            return Spot(wide.box, wide.score)
        return None

    def _meet(self, seen: Seen, now: _Kept) -> None:
        """Take a face nobody expected: one that was lost, or a new one."""
        if any(
            now.number in trail.spots
            and trail.spots[now.number].box.overlap(seen.box) >= 1 - _SAME_OVERLAP
            for trail in self._live
        ):
            return
        closer = self._spotter.near(now.picture, seen.box, is_thorough=True)
        least = _CONFIRMED if seen.score >= SURE else _HINT_CONFIRMED
        if closer is not None and closer.score >= _BARE and self._lost_near(seen.box, now):
            least = _BARE
        if closer is None or closer.score < least:
            self._hints.append((now.number, now.at_s, seen))
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
            self._trace_back(fresh)
            return
        self._extend(fresh, now.number, lost.last, -1)
        _join(lost, fresh)
        lost.look, lost.is_lost = fresh.look, False

    def _trace_back(self, fresh: Trail) -> None:
        """Follow a new face back to where it came in, from doubtful sighting to sighting."""
        while True:
            self._extend(fresh, fresh.first, self._kept[0].number - 1, -1)
            begin = self._at(fresh.first)
            place = fresh.spots[fresh.first].box
            hint = next(
                (
                    (number, seen)
                    for number, at_s, seen in reversed(self._hints)
                    if begin is not None
                    and number < fresh.first
                    and begin.at_s - at_s <= HINTS_S
                    and not self._is_at_edge(place)
                    and seen.box.apart(place) <= _APART_MAX
                    and seen.box.alike_in_size(place, _TIMES_MAX)
                ),
                None,
            )
            if hint is None or self._at(hint[0]) is None:
                return
            number, seen = hint
            begun = fresh.first
            fresh.put(number, Spot(_held(seen, place, begun - number), seen.score))
            if self._is_taken(fresh, number):
                del fresh.spots[number]
                fresh.first = begun
                return
            fresh.bridge_followed(number, begun)

    def _lost_near(self, box: Box, now: _Kept) -> Trail | None:
        """Return the lost face that this one is, or None."""
        near: list[tuple[float, Trail]] = []
        for trail in self._live:
            last = self._at(trail.last)
            if trail.is_lost and last is not None and now.at_s - last.at_s <= GAP_S:
                place = trail.spots[trail.last].box
                apart = place.apart(box)
                reach = _APART_MAX + _STRAYS_PER_S * (now.at_s - last.at_s)
                if (
                    not self._is_at_edge(place)
                    and apart <= reach
                    and place.alike_in_size(box, _TIMES_MAX)
                ):
                    near.append((apart, trail))
        return min(near, key=lambda item: item[0])[1] if near else None

    def _is_at_edge(self, box: Box) -> bool:
        """Return whether a face reaches over the picture's edge, where it may have left."""
        picture = self._kept[-1].picture
        return box.inside(picture.width, picture.height) < _EDGE_INSIDE

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
        self._hints = [hint for hint in self._hints if hint[1] > now.at_s - KEPT_S]
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


def _is_plausible(seen: Seen, place: Box) -> bool:
    """Return whether a face seen at a place is the one expected: a faint one must be near."""
    return seen.score >= CLEAR or (
        seen.box.apart(place) <= _FAINT_APART_MAX and seen.box.alike_in_size(place, _TIMES_MAX)
    )


def _held(seen: Seen, place: Box, frames: int = 1) -> Box:
    """Return where a face is, from where it is seen and where it should be.

    What is seen with certainty is taken as it is. With less, the face keeps its size but for a
    share that adds up over the frames, and its box holds what is seen of it.
    """
    if seen.score >= FULL_SCORE:
        return seen.box
    trust = max(0.0, (seen.score - _FAINT) / (FULL_SCORE - _FAINT))
    left, right = _side((seen.box.left, seen.box.right), (place.left, place.right), trust, frames)
    top, bottom = _side((seen.box.top, seen.box.bottom), (place.top, place.bottom), trust, frames)
    return Box(left, top, right, bottom)


def _side(
    seen: tuple[float, float], place: tuple[float, float], trust: float, frames: int
) -> tuple[float, float]:
    """Return left and right, or top and bottom, of a box that holds what is seen."""
    seen_size, place_size = seen[1] - seen[0], place[1] - place[0]
    once = trust * (_SHRINKS if seen_size < place_size else _GROWS)
    size = place_size + (seen_size - place_size) * (1 - (1 - once) ** frames)
    middle, seen_middle = (place[0] + place[1]) / 2, (seen[0] + seen[1]) / 2
    slack = abs(size - seen_size) / 2
    middle = min(max(middle, seen_middle - slack), seen_middle + slack)
    return middle - size / 2, middle + size / 2


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
