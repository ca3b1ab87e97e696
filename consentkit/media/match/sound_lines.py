"""Lines: which moments of which recording a stretch of an edit may come from.

A line says that second ``t`` of the edit is second ``source_s + (t - edit_s) * speed`` of a
recording. Hits of the index that lie on one line within a few seconds make a hypothesis.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from consentkit.media.match.library import PLACE_S, VOLUMES_MAX, Library
from consentkit.media.match.sound_keys import SPEED_MAX, SPEED_MIN, Shapes

PER_KEY_MAX = 600
"""A key this common says nothing; the most common thousandth are."""
_HITS_PER_S = 10_000
"""Three parts of these are what chance leaves in a thousand hours without a sound in common."""

_WINDOW_S = 5.0
_DRIFT_S = 3.0
"""Hits within a window of the edit are of one place when their offsets differ by less: the
widest speed makes 1.8 s of it."""
_STEADY_WINDOW_S = 12.0
_STEADY_S = 0.12
"""At unchanged speed offsets stay, so fewer hits over a longer time are enough."""
_PHASES = ((0, 0), (0, 1), (1, 0), (1, 1))
"""Cells are laid four times, half a cell apart, so that no place lies near the edge of all."""
_SLOT_BITS = 23
_HASHES = (0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93)
_SUSPECTS_LOOKED_AT = 64
_NEAR_S = 0.06
_LEAST_HITS = 3
STEADY_HITS = 3
"""Hits a line of unchanged speed needs in all of a library; fewer are chance there."""
_PAIRS_MAX = 48
_OFFSET_S = 1e5
"""Longer than any edit, so that offsets are above zero."""
_LEAST_APART_S = 0.25
_WINDOW_BITS, _OFFSET_BITS = 14, 22
_WINDOW_MASK = (1 << _WINDOW_BITS) - 1
_GROUPS_MAX = 24
"""Groups of a window that are fitted; in a library of few hours there are fewer."""


@dataclass(frozen=True, slots=True)
class Line:
    """A straight relation between an edit and a recording.

    Attributes:
        recording_id: The recording.
        edit_s: A second of the edit.
        source_s: The second of the recording that is heard there.
        speed: Seconds of the recording in one second of the edit.
        pitch: Semitones that the edit sounds higher.
    """

    recording_id: str
    edit_s: float
    source_s: float
    speed: float = 1.0
    pitch: float = 0.0

    def source_at(self, edit_s: float) -> float:
        """Return the second of the recording that is heard at a second of the edit."""
        return self.source_s + (edit_s - self.edit_s) * self.speed


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A line that several hits agree on.

    Attributes:
        line: The line; its pitch is not known yet.
        hits: How many hits at different moments of the edit lie on it.
    """

    line: Line
    hits: int


@dataclass(frozen=True, slots=True)
class Hits:
    """Where keys of an edit were found in the index.

    Attributes:
        edit_s: ``(n,) float64``: second of the edit.
        volume: ``(n,) int64``: number of the volume.
        place_s: ``(n,) float64``: second of the volume.
    """

    edit_s: NDArray[np.float64]
    volume: NDArray[np.int64]
    place_s: NDArray[np.float64]


def look_up(shapes: Shapes, library: Library) -> Hits:
    """Return where the keys occur in all recordings."""
    found = library.sound_postings(shapes.keys, PER_KEY_MAX)
    kept = _rarest(found.asked, len(shapes.keys), float(shapes.at_s.max(initial=0.0)))
    return Hits(
        shapes.at_s[found.asked[kept]],
        found.volumes[kept],
        (found.places[kept] * PLACE_S).astype(np.float64),
    )


def _rarest(
    asked: NDArray[np.int64], key_count: int, duration_s: float
) -> NDArray[np.int64] | slice:
    """Return the hits of the rarest keys, no more than ``_HITS_PER_S`` for a second of the edit."""
    most = int(_HITS_PER_S * (duration_s + 1))
    if len(asked) <= most:
        return slice(None)
    per_key = np.bincount(asked, minlength=key_count)
    rising = np.sort(per_key)
    commonest = rising[np.searchsorted(np.cumsum(rising), most, side="right")]
    return np.flatnonzero(per_key[asked] < commonest)


def within(hits: Hits, volumes: Sequence[int]) -> Hits:
    """Return the hits in some volumes."""
    wanted = np.zeros(VOLUMES_MAX, np.bool_)
    wanted[list(volumes)] = True
    return _picked(hits, wanted[hits.volume])


def suspicious_volumes(hits: Hits) -> list[int]:
    """Return the volumes in which pairs of hits agree more often than chance explains, best first.

    Chance pairs grow with the hits of a volume, true ones do not, so the excess over the share of
    all pairs that a volume's hits make expected is what counts.
    """
    if not len(hits.volume):
        return []
    code = np.sort(next(_cells(hits, _STEADY_WINDOW_S, _STEADY_S)))
    same = code[1:] == code[:-1]
    volume = (code[1:][same] >> np.uint64(_OFFSET_BITS + _WINDOW_BITS)).astype(np.int64)
    pairs = np.bincount(volume, minlength=VOLUMES_MAX)
    every = np.bincount(hits.volume, minlength=VOLUMES_MAX).astype(np.float64)
    expected = every * (float(pairs.sum()) / float(every.sum()))
    excess = (pairs - expected) / np.sqrt(expected + 1)
    excess[every == 0] = -np.inf
    order = np.argsort(-excess, kind="stable")[:_SUSPECTS_LOOKED_AT]
    return [number for number in order.tolist() if every[number] > 0]


def find_hypotheses(
    hits: Hits, library: Library, changed_hits: int, steady_hits: int
) -> tuple[Hypothesis, ...]:
    """Return the lines that hits agree on, best first.

    Args:
        hits: Where keys were found.
        library: Names the volumes.
        changed_hits: Hits at different moments that a line of any speed needs.
        steady_hits: Those that a line of unchanged speed needs.
    """
    hypotheses = []
    wide = _crowded(hits, 2 * _WINDOW_S, 2 * _DRIFT_S, changed_hits)
    changing = _groups(hits, wide, _WINDOW_S, _DRIFT_S, changed_hits, _LEAST_HITS)
    changing += _groups(hits, wide, 2 * _WINDOW_S, 2 * _DRIFT_S, changed_hits + 1, _LEAST_HITS)
    narrow = _crowded(hits, _STEADY_WINDOW_S, _STEADY_S, steady_hits)
    steady = _groups(hits, narrow, _STEADY_WINDOW_S, _STEADY_S, steady_hits, steady_hits)
    for group in changing:
        fitted = _fit(hits.edit_s[group], hits.place_s[group])
        if fitted is not None:
            hypotheses.append(_hypothesis(fitted, hits, group, library))
    for group in steady:
        offset = hits.place_s[group] - hits.edit_s[group]
        middle = float(np.median(hits.edit_s[group]))
        # Nothing was fitted but the offset, so each hit says more.
        moments = len(np.unique(_moments(hits.edit_s[group])))
        fitted = (middle, middle + float(np.median(offset)), 1.0, moments + 1)
        hypotheses.append(_hypothesis(fitted, hits, group, library))
    return tuple(
        sorted(
            (item for item in hypotheses if item is not None),
            key=lambda item: (
                -item.hits,
                item.line.recording_id,
                item.line.edit_s,
                item.line.speed,
            ),
        )
    )


def _hypothesis(
    fitted: tuple[float, float, float, int],
    hits: Hits,
    group: NDArray[np.int64],
    library: Library,
) -> Hypothesis | None:
    edit, source, speed, count = fitted
    where = library.volume(int(hits.volume[group[0]]))
    if where is None:
        return None
    return Hypothesis(Line(where.recording_id, edit, where.start_s + source, speed), count)


def _picked(hits: Hits, keep: NDArray[np.bool_] | NDArray[np.int64]) -> Hits:
    return Hits(hits.edit_s[keep], hits.volume[keep], hits.place_s[keep])


def _cells(hits: Hits, window_s: float, drift_s: float) -> Iterator[NDArray[np.uint64]]:
    """Return, for each way to lay the cells, a code of volume, offset and window for every hit.

    Yields:
        ``(n,) uint64``; a code may be written to.
    """
    one = np.uint64(1)
    half_window = (hits.edit_s * (2 / window_s)).astype(np.uint64)
    half_offset = ((hits.place_s - hits.edit_s + _OFFSET_S) * (2 / drift_s)).astype(np.uint64)
    volume = hits.volume.astype(np.uint64) << np.uint64(_OFFSET_BITS)
    for moved_window, moved_offset in _PHASES:
        code = volume | ((half_offset + np.uint64(moved_offset)) >> one)
        code <<= np.uint64(_WINDOW_BITS)
        code |= (half_window + np.uint64(moved_window)) >> one
        yield code


def _crowded(hits: Hits, window_s: float, drift_s: float, least_hits: int) -> NDArray[np.int64]:
    """Return which hits have company in their cell; nearly all chance hits have none.

    Cells are counted by a hash, so some are kept for nothing; another hash among those that are
    left drops most of these, and sorting comes after that.
    """
    kept = np.arange(len(hits.edit_s))
    for odd in _HASHES:
        some = _picked(hits, kept)
        keep = np.zeros(len(kept), np.bool_)
        for code in _cells(some, window_s, drift_s):
            code *= np.uint64(odd)  # noqa: PLW2901 -- in place; the code itself is done with
            slot = (code >> np.uint64(64 - _SLOT_BITS)).view(np.int64)
            keep |= np.bincount(slot, minlength=1 << _SLOT_BITS)[slot] >= least_hits
        kept = kept[keep]
    return kept


def _groups(
    hits: Hits,
    picked: NDArray[np.int64],
    window_s: float,
    drift_s: float,
    least_hits: int,
    least_moments: int,
) -> list[NDArray[np.int64]]:
    """Return groups of hits that share a window of the edit, a volume and roughly an offset.

    Of each window the groups with hits at the most moments come first, and only so many at all:
    what an edit really shows has more of them than chance.
    """
    groups: list[NDArray[np.int64]] = []
    some = _picked(hits, picked)
    moment = _moments(some.edit_s)
    for code in _cells(some, window_s, drift_s):
        order = np.lexsort((moment, code))
        is_first = np.concatenate([[True], code[order][1:] != code[order][:-1]])
        is_new = is_first | np.concatenate([[True], moment[order][1:] != moment[order][:-1]])
        start = np.flatnonzero(is_first[: len(order)])
        if not len(start):
            continue
        size = np.diff(np.append(start, len(order)))
        moments = np.add.reduceat(is_new.astype(np.int64), start)
        enough = np.flatnonzero((size >= least_hits) & (moments >= least_moments))
        window = code[order[start[enough]]] & np.uint64(_WINDOW_MASK)
        groups.extend(
            picked[order[start[index] : start[index] + size[index]]]
            for index in enough[_first_of_each(window, -moments[enough])].tolist()
        )
    return groups


def _first_of_each(window: NDArray[np.uint64], rank: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return, in order, the places of those with the lowest ranks in each window."""
    order = np.lexsort((rank, window))
    ranked = window[order]
    place = np.arange(len(ranked)) - np.searchsorted(ranked, ranked)
    return np.sort(order[place < _GROUPS_MAX])


def _moments(edit_s: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return a number for every hit; those of one moment share it."""
    return np.rint(edit_s / _NEAR_S).astype(np.int64)


def _fit(
    edit_s: NDArray[np.float64], place_s: NDArray[np.float64]
) -> tuple[float, float, float, int] | None:
    """Return edit second, source second, speed and number of hits of the best line, or None."""
    step = max(1, len(edit_s) // _PAIRS_MAX)
    x, y = edit_s[::step], place_s[::step]
    run = x[None, :] - x[:, None]
    rise = y[None, :] - y[:, None]
    first, second = np.nonzero(run >= _LEAST_APART_S)
    speed = rise[first, second] / run[first, second]
    possible = (speed >= SPEED_MIN) & (speed <= SPEED_MAX)
    first, speed = first[possible], speed[possible]
    if not len(first):
        return None
    if len(first) > 4 * _PAIRS_MAX:
        pick = np.linspace(0, len(first) - 1, 4 * _PAIRS_MAX).astype(np.int64)
        first, speed = first[pick], speed[pick]
    # Offsets of unchanged speed are tried as they are: most material is not played faster.
    first = np.concatenate([first, np.arange(len(x))])
    speed = np.concatenate([speed, np.ones(len(x))])
    error = np.abs(
        place_s[None, :]
        - y[first][:, None]
        - (edit_s[None, :] - x[first][:, None]) * speed[:, None]
    )
    near = error < _NEAR_S
    best = int(np.argmax(near.sum(axis=1) + 0.5 * (speed == 1.0)))
    on_line = near[best]
    hits = len(np.unique(_moments(edit_s[on_line])))
    if hits < _LEAST_HITS:
        return None
    middle = float(np.median(edit_s[on_line]))
    residual = place_s[on_line] - (edit_s[on_line] - middle) * speed[best]
    return middle, float(np.median(residual)), float(speed[best]), hits
