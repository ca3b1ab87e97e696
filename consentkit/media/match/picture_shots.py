"""Where the shots of an edit may come from: recording, placement and stretches of time.

A shot keeps its placement, so the library is asked about few frames; the others only have to agree.
Moments are pooled over a shot: what frame after frame shows at one distance in time is what the
shot shows. Nothing here is an answer yet: the pictures themselves decide (``picture``).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from consentkit.media.match.library import Library
from consentkit.media.match.picture_board import MOMENT_S, Board, fields
from consentkit.media.match.picture_lookup import find_candidates
from consentkit.media.match.picture_placement import (
    Pairs,
    Placed,
    Placement,
    alike,
    find_placement,
)
from consentkit.media.taps.picture_prints_form import (
    RECORDING_TAP,
    EditPicture,
    QueryFrame,
    inventory_of,
)

FIELDS_MIN = 8
"""Fields of the frame that agree on a placement; footage from elsewhere reached 7."""
_FIELDS_WEAK = 4
"""Fewer than this are chance; two frames of a shot that agree on a placement add up."""
_FIELDS_ENOUGH = 12
_FIELDS_PLENTY = 20
_PROBED = 280
"""Points of a frame, the strongest, that are held against what the index proposes; all follow
where these agree on ``_FIELDS_WEAK`` fields."""
_LOOKUPS_A_SHOT = 2
_HEARD_IN_VAIN = 3
"""Frames without a place in what is heard after which the others of a shot are not asked."""
_LOOKUP_EVERY_S = 4.0
_CANDIDATES = 5
_VOTES_MIN = 2.8
"""Footage from elsewhere got 2.2 votes among 1,000 hours in the middle, 3.2 at most."""
_NEAR_S = 3.0
_STRETCHES = 3
_PLATEAU = 0.72
_SPEED_SLACK = 0.33
_ROOTS_MAX = 4
_REST_MIN = 10
_APART_S = 30.0
_HELD = 0.5

_Indices = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class SoundHint:
    """What the sound says about a stretch of the edit.

    Attributes:
        edit_start_s: Second of the edit where the stretch begins.
        edit_end_s: Second where it ends.
        recording_id: The recording that is heard.
        source_start_s: Second of the recording that is heard at ``edit_start_s``.
        speed: Seconds of the recording per second of the edit.
    """

    edit_start_s: float
    edit_end_s: float
    recording_id: str
    source_start_s: float
    speed: float

    def at(self, edit_s: float) -> float:
        """Return the second of the recording that belongs to a second of the edit."""
        return self.source_start_s + (edit_s - self.edit_start_s) * self.speed


@dataclass(frozen=True, slots=True)
class Stretch:
    """When the first frame of a shot may have been.

    Attributes:
        start_s: Second of the recording from which.
        end_s: Second until which.
    """

    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class Sighting:
    """A recording and a placement that explain some of a shot.

    Attributes:
        shot: Number of the shot.
        recording_id: The recording.
        placement: Where the shot lies in it.
        seen_s: Seconds of the edit of the frames that agree.
        box: Part of the edit's frame where points agree: left, top, right, bottom in shares of
            its longer side.
        partner_fields: Fields that agree within the partner's pane, on average per frame seen.
        own_fields: Fields that agree elsewhere, on average per frame seen.
        stretches: Where in time, the best first; times belong to the first frame seen.
        lead: Fields by which the best stretch of the partner's pane leads all moments well apart
            from it: what is shared with other conversations does not count.
        held_s: Seconds of the recording between which this partner's points are seen.
    """

    shot: int
    recording_id: str
    placement: Placement
    seen_s: tuple[float, ...]
    box: tuple[float, float, float, float]
    partner_fields: float
    own_fields: float
    stretches: tuple[Stretch, ...]
    lead: float
    held_s: tuple[float, float]


class Boards:
    """The boards of the recordings asked about, each made once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._made: dict[str, Board | None] = {}

    def of(self, recording_id: str) -> Board | None:
        """Return the recording's board; None when it has no prints.

        Raises:
            MalformedError: ``picture.prints``: they are damaged.
        """
        if recording_id not in self._made:
            prints = self._library.prints(recording_id, RECORDING_TAP)
            panes = self._library.prints(recording_id, "panes")
            self._made[recording_id] = (
                None if prints is None else Board(inventory_of(prints), panes)
            )
        return self._made[recording_id]


@dataclass(frozen=True, slots=True)
class _Root:
    recording_id: str
    placement: Placement
    fields: int
    partner: int
    at_s: float


def find_sightings(
    edit: EditPicture, library: Library, boards: Boards, hints: Sequence[SoundHint]
) -> tuple[Sighting, ...]:
    """Return what may explain every shot, in order of shots, the best first within a shot.

    Raises:
        MalformedError: ``picture.prints``: prints of a recording are damaged.
    """
    by_shot: dict[int, list[QueryFrame]] = {}
    for frame in edit.frames:
        by_shot.setdefault(frame.shot, []).append(frame)
    found: list[Sighting] = []
    for shot, frames in sorted(by_shot.items()):
        asking = _Asking(edit.width, library, boards, hints)
        found.extend(asking.shot(shot, frames))
    return tuple(found)


class _Asking:
    """Asks about the frames of one shot."""

    def __init__(
        self, width: float, library: Library, boards: Boards, hints: Sequence[SoundHint]
    ) -> None:
        self._width = width
        self._library = library
        self._boards = boards
        self._hints = hints
        self._looks: dict[tuple[str, Placement, float], _Seen] = {}

    def shot(self, number: int, frames: Sequence[QueryFrame]) -> list[Sighting]:
        roots: list[_Root] = []
        lookups, asked_s, heard = 0, -_LOOKUP_EVERY_S, 0
        for frame in frames:
            sure = [root for root in roots if root.partner >= _FIELDS_WEAK]
            if any(self._explains(root, frame) >= _FIELDS_ENOUGH for root in sure):
                continue
            fresh = self._from_hints(frame) if heard < _HEARD_IN_VAIN else []
            heard = 0 if fresh else heard + 1
            is_due = lookups < _LOOKUPS_A_SHOT and frame.at_s - asked_s >= _LOOKUP_EVERY_S
            if is_due and not any(root.partner >= FIELDS_MIN for root in fresh):
                lookups, asked_s = lookups + 1, frame.at_s
                fresh += self._from_index(frame)
            roots = _merged(roots, fresh)
        sightings = [
            sighting
            for root in sorted(roots, key=lambda item: (-item.partner, -item.fields))[:_ROOTS_MAX]
            if root.fields >= FIELDS_MIN
            and (sighting := self._sighting(number, root, frames)) is not None
        ]
        return sorted(
            sightings, key=lambda item: (-item.partner_fields, -item.own_fields, item.recording_id)
        )

    def _explains(self, root: _Root, frame: QueryFrame) -> int:
        board = self._boards.of(root.recording_id)
        if board is None:
            return 0
        return int(self._look(board, frame, root).partner.max(initial=0))

    def _look(self, board: Board, frame: QueryFrame, root: _Root) -> "_Seen":
        key = root.recording_id, root.placement, frame.at_s
        if key not in self._looks:
            self._looks[key] = _look(board, frame, self._width, root.placement)
        return self._looks[key]

    def _from_hints(self, frame: QueryFrame) -> list[_Root]:
        roots: list[_Root] = []
        for hint in self._hints:
            if hint.edit_start_s <= frame.at_s < hint.edit_end_s:
                moment = hint.at(frame.at_s)
                for side in (False, True):
                    fresh = self._placed(
                        frame, hint.recording_id, moment - 1, moment + 1, is_mirrored=side
                    )
                    roots += fresh
                    if any(root.partner >= FIELDS_MIN for root in fresh):
                        break
        return roots

    def _from_index(self, frame: QueryFrame) -> list[_Root]:
        roots: list[_Root] = []
        for candidate in find_candidates(frame, self._library, _CANDIDATES, _VOTES_MIN):
            roots += self._placed(
                frame,
                candidate.recording_id,
                candidate.start_s,
                candidate.end_s,
                is_mirrored=candidate.is_mirrored,
                probed=True,
            )
            if any(root.partner >= _FIELDS_PLENTY for root in roots):
                break
        return roots

    def _placed(
        self,
        frame: QueryFrame,
        recording_id: str,
        start_s: float,
        end_s: float,
        *,
        is_mirrored: bool,
        probed: bool = False,
    ) -> list[_Root]:
        """Return the placements that hold within a stretch of a recording."""
        board = self._boards.of(recording_id)
        if board is None:
            return []
        among = board.active(start_s - _NEAR_S, end_s + _NEAR_S)
        if probed and len(frame.words) > _PROBED:
            pairs = alike(frame, board.inventory, among, is_mirrored=is_mirrored, points=_PROBED)
            placed = self._one(board, frame, pairs, is_mirrored=is_mirrored)
            if placed is None or placed.fields < _FIELDS_WEAK:
                return []
        pairs = alike(frame, board.inventory, among, is_mirrored=is_mirrored)
        roots: list[_Root] = []
        for least in (_FIELDS_WEAK, _REST_MIN):
            # A second placement is another pane of a stacked picture.
            placed = self._one(board, frame, pairs, is_mirrored=is_mirrored)
            if placed is None or placed.fields < least:
                break
            shown = board.inventory.x[placed.pairs.found], board.inventory.y[placed.pairs.found]
            theirs = placed.pairs.asked[board.in_partner(*shown)]
            partner = len(np.unique(fields(frame, theirs)))
            roots.append(_Root(recording_id, placed.placement, placed.fields, partner, frame.at_s))
            pairs = _rest(pairs, placed)
        return roots

    def _one(
        self, board: Board, frame: QueryFrame, pairs: Pairs, *, is_mirrored: bool
    ) -> Placed | None:
        return find_placement(frame, self._width, board.inventory, pairs, is_mirrored=is_mirrored)

    def _sighting(self, number: int, root: _Root, frames: Sequence[QueryFrame]) -> Sighting | None:
        board = self._boards.of(root.recording_id)
        if board is None:
            return None
        seen: list[_Seen] = []
        for frame in frames:
            item = self._look(board, frame, root)
            if max(int(item.partner.max(initial=0)), int(item.own.max(initial=0))) >= _FIELDS_WEAK:
                seen.append(item)
        if not seen:
            return None
        partner = _pooled([(item.at_s, item.partner) for item in seen])
        own = _pooled([(item.at_s, item.own) for item in seen])
        # The creator's own pane tells no partners apart; it counts where nothing else is seen.
        leading = partner if partner.max(initial=0) >= FIELDS_MIN / 2 else own
        boxes = np.array([item.box for item in seen])
        return Sighting(
            number,
            root.recording_id,
            root.placement,
            tuple(item.at_s for item in seen),
            (
                float(boxes[:, 0].min()),
                float(boxes[:, 1].min()),
                float(boxes[:, 2].max()),
                float(boxes[:, 3].max()),
            ),
            float(partner.max(initial=0)),
            float(own.max(initial=0)),
            _stretches(leading),
            _lead(partner),
            _held([item.partner for item in seen]),
        )


@dataclass(frozen=True, slots=True)
class _Seen:
    at_s: float
    partner: NDArray[np.int64]
    own: NDArray[np.int64]
    box: tuple[float, float, float, float]


def _look(board: Board, frame: QueryFrame, width: float, placement: Placement) -> _Seen:
    pairs = board.seen(frame, width, placement)
    inside = board.in_partner(board.inventory.x[pairs.found], board.inventory.y[pairs.found])
    sides = [
        _moments(board, frame, Pairs(pairs.asked[side], pairs.found[side], pairs.bits[side]))
        for side in (inside, ~inside)
    ]
    best = int((sides[0] + sides[1]).argmax()) * MOMENT_S
    now = (board.inventory.first_s[pairs.found] <= best + 1) & (
        board.inventory.last_s[pairs.found] >= best - 1
    )
    x, y = frame.x[pairs.asked[now]], frame.y[pairs.asked[now]]
    box = (0.0, 0.0, 0.0, 0.0)
    if len(x):
        box = (float(x.min()), float(y.min()), float(x.max()), float(y.max()))
    return _Seen(frame.at_s, sides[0], sides[1], box)


def _moments(board: Board, frame: QueryFrame, pairs: Pairs) -> NDArray[np.int64]:
    numbers = fields(frame, pairs.asked)
    return board.moments(numbers, pairs.found)


def _pooled(curves: Sequence[tuple[float, NDArray[np.int64]]]) -> NDArray[np.float64]:
    """Return fields per frame for every moment the first frame may have been taken at."""
    first_s = curves[0][0]
    total = np.zeros(len(curves[0][1]), np.float64)
    for at_s, curve in curves:
        later = at_s - first_s
        slack = int(np.ceil(later * _SPEED_SLACK / MOMENT_S)) + 1
        wide = _widened(curve, slack)
        # A shot may be longer than the recording that it is held against.
        shift = min(round(later / MOMENT_S), len(total))
        total[: len(total) - shift] += wide[shift:]
    return total / len(curves)


def _widened(curve: NDArray[np.int64], reach: int) -> NDArray[np.int64]:
    """Return the greatest value within so many places to either side."""
    padded = np.pad(curve, reach)
    windows = np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1)
    return np.asarray(windows.max(axis=1), np.int64)


def _stretches(curve: NDArray[np.float64]) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    rest = curve.copy()
    top = float(rest.max(initial=0.0))
    while len(found) < _STRETCHES and len(rest):
        best = int(rest.argmax())
        height = float(rest[best])
        if height < max(FIELDS_MIN / 2, top * _PLATEAU * _PLATEAU):
            break
        high = rest >= height * _PLATEAU
        first = best
        while first > 0 and high[first - 1]:
            first -= 1
        last = best
        while last + 1 < len(rest) and high[last + 1]:
            last += 1
        found.append(Stretch(first * MOMENT_S, (last + 1) * MOMENT_S))
        rest[first : last + 1] = 0
    return tuple(found)


def _merged(roots: Sequence[_Root], fresh: Sequence[_Root]) -> list[_Root]:
    """Return the roots of the frames so far: those that agree with one of before add up."""
    merged = list(roots)
    for root in fresh:
        for place, other in enumerate(merged):
            if root.recording_id == other.recording_id and root.placement.is_near(other.placement):
                better = root if root.fields > other.fields else other
                is_same = root.at_s == other.at_s
                merged[place] = _Root(
                    root.recording_id,
                    better.placement,
                    better.fields if is_same else root.fields + other.fields,
                    max(root.partner, other.partner),
                    root.at_s,
                )
                break
        else:
            merged.append(root)
    return merged


def _lead(curve: NDArray[np.float64]) -> float:
    """Return how far a curve's top lies above all of it that is well apart in time."""
    if not len(curve):
        return 0.0
    best = int(curve.argmax())
    apart = np.abs(np.arange(len(curve)) - best) > _APART_S / MOMENT_S
    return float(curve[best] - curve[apart].max(initial=0.0)) if apart.any() else 0.0


def _held(curves: Sequence[NDArray[np.int64]]) -> tuple[float, float]:
    """Return between which seconds a frame's points are seen, half of them at least."""
    total = np.sum(curves, axis=0)
    best = int(total.argmax())
    low = np.flatnonzero(total < total[best] * _HELD)
    first = int(low[low < best].max(initial=-1)) + 1
    last = int(low[low > best].min(initial=len(total)))
    return first * MOMENT_S, last * MOMENT_S


def _rest(pairs: Pairs, placed: Placed) -> Pairs:
    left = ~np.isin(pairs.asked, placed.pairs.asked)
    return Pairs(pairs.asked[left], pairs.found[left], pairs.bits[left])


def shots_by_number(sightings: Sequence[Sighting]) -> Mapping[int, tuple[Sighting, ...]]:
    """Return the sightings of every shot that has any."""
    found: dict[int, tuple[Sighting, ...]] = {}
    for sighting in sightings:
        found[sighting.shot] = (*found.get(sighting.shot, ()), sighting)
    return found
