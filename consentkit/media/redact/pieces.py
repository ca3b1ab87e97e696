"""Which pictures are copied, which are encoded anew, and which are left out.

A *group* goes from one IDR picture to the next; nothing in it refers to what is outside. A group
that no action touches is copied. Of a touched one the beginning is copied as far as its pictures
are both shown and decoded before the first touched one; the rest is encoded anew up to the next
group.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from consentkit.media.packets import NO_TIME
from consentkit.media.redact.survey import PictureTimes


@dataclass(frozen=True, slots=True)
class Piece:
    """Packets that are treated alike, by their place in the stream.

    Attributes:
        first: The first of them.
        stop: Behind the last.
        is_encoded: They are decoded and encoded anew; else they are copied.
        decode_from: From which packet on decoding must begin; not after ``first``.
        shown_from: The pictures of the piece are shown from this tick on.
    """

    first: int
    stop: int
    is_encoded: bool
    decode_from: int
    shown_from: int


class ShownTimes:
    """Until when every picture is shown, from the times of all."""

    def __init__(self, pictures: PictureTimes) -> None:
        """Sort the times."""
        self.sorted = array("q", sorted(time for time in pictures.times if time != NO_TIME))
        # Coarse clocks alternate between neighbouring values; the middle one is the usual.
        steps = sorted(b - a for a, b in zip(self.sorted, self.sorted[1:], strict=False) if b > a)
        self.usual_step = max(1, steps[len(steps) // 2] if steps else 1)

    def until(self, tick: int) -> int:
        """Return when the picture behind the one at ``tick`` is shown."""
        place = bisect_right(self.sorted, tick)
        return self.sorted[place] if place < len(self.sorted) else tick + self.usual_step


def plan_pieces(
    pictures: PictureTimes,
    is_touched: Callable[[int], bool],
    is_removed: Callable[[int], bool],
) -> list[Piece] | None:
    """Return the pieces in order of the stream, or None when it cannot be cut into groups.

    Args:
        pictures: The times of the stream, with the places of its IDR pictures.
        is_touched: Whether the picture at a tick is drawn upon.
        is_removed: Whether the picture at a tick is taken out.
    """
    times, starts = pictures.times, list(pictures.units)
    if not pictures.is_complete or not starts or starts[0] != 0:
        return None
    pieces: list[Piece] = []
    shown_last: int | None = None
    for first, stop in zip(starts, [*starts[1:], len(times)], strict=True):
        group = times[first:stop]
        if min(group) != group[0] or (shown_last is not None and group[0] <= shown_last):
            # What is decoded later is shown earlier: the groups are not closed.
            return None
        if len(set(group)) != len(group):
            return None
        shown_last = max(group)
        touched = [is_removed(time) or is_touched(time) for time in group]
        if not any(touched):
            pieces.append(_copied(first, stop, group[0]))
            continue
        split = _clean_split(group, touched)
        if split:
            pieces.append(_copied(first, first + split, group[0]))
        rest = group[split:]
        if not all(map(is_removed, rest)):
            pieces.append(_encoded(first + split, stop, first, min(rest)))
    return _merged(pieces)


def _copied(first: int, stop: int, shown_from: int) -> Piece:
    return Piece(first, stop, is_encoded=False, decode_from=first, shown_from=shown_from)


def _encoded(first: int, stop: int, decode_from: int, shown_from: int) -> Piece:
    return Piece(first, stop, is_encoded=True, decode_from=decode_from, shown_from=shown_from)


def _clean_split(group: array[int], touched: list[bool]) -> int:
    """Return how many packets from the beginning can be copied."""
    earliest_touched = min(time for time, is_one in zip(group, touched, strict=True) if is_one)
    least_behind = [0] * len(group)
    least = group[-1]
    for place in range(len(group) - 1, -1, -1):
        least = min(least, group[place])
        least_behind[place] = least
    best, latest = 0, group[0]
    for place in range(1, len(group)):
        latest = max(latest, group[place - 1])
        if latest >= earliest_touched:
            break
        if latest < least_behind[place]:
            best = place
    return best


def _merged(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with those that follow each other and are encoded as one."""
    found: list[Piece] = []
    for piece in pieces:
        before = found[-1] if found else None
        if (
            before is not None
            and before.is_encoded
            and piece.is_encoded
            and before.stop == piece.decode_from == piece.first
        ):
            found[-1] = _encoded(before.first, piece.stop, before.decode_from, before.shown_from)
        else:
            found.append(piece)
    return found
