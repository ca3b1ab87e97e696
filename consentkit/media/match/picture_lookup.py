"""Which recordings may show a frame: votes of words that the index has for its points."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from consentkit.media.match.library import PLACE_BITS, PLACE_S, Library
from consentkit.media.taps.base import TapResult
from consentkit.media.taps.picture_prints_form import (
    KEY_WORD_BITS,
    MIRROR_MASK,
    QueryFrame,
    inventory_of,
    keys_of,
)

_EFFORTS = ((240, 4), (360, 8))
"""Points asked, and keys for each; measured among 1,000 hours, 103 of 134 and 116 are found."""
_VOTES_PLENTY = 6.0
PER_KEY_MAX = 96
BIN_S = 16.0
"""Votes for moments within two bins of this length count together."""
_FLIPS = ((), (0,), (1,), (2,), (0, 1), (3,), (0, 2), (1, 2))
"""Which of the shakiest bits are taken the other way: 8 keys find 38 of 100 pairs, 1 key 15."""
_BIN_PLACES = int(BIN_S / PLACE_S)
_BINS = ((1 << PLACE_BITS) - 1) // _BIN_PLACES + 2
_MIRROR_KEY = np.uint32(int(MIRROR_MASK) & ((1 << KEY_WORD_BITS) - 1))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of a recording that may show a frame.

    Attributes:
        recording_id: The recording.
        start_s: Second of the recording where the stretch begins.
        end_s: Second where it ends.
        is_mirrored: Whether the mirrored frame was asked for.
        votes: What speaks for it: points of the frame found there, rare ones counting up to 1.
    """

    recording_id: str
    start_s: float
    end_s: float
    is_mirrored: bool
    votes: float


def picture_keys(
    result: TapResult, start_s: float = 0.0, end_s: float = float("inf")
) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """Return the keys of a recording's points and their places for the index.

    Args:
        result: What the tap of recordings left.
        start_s: Second of the recording where the volume begins.
        end_s: Second where it ends; points first seen outside are left out.

    Returns:
        ``(n,) uint32`` keys and ``(n,) int64`` places: times of first sight from the start of the
        volume in units of ``PLACE_S``.

    Raises:
        MalformedError: ``picture.prints``.
    """
    inventory = inventory_of(result)
    inside = (inventory.first_s >= start_s) & (inventory.first_s < end_s)
    places = np.rint((inventory.first_s[inside] - start_s) / PLACE_S).astype(np.int64)
    return keys_of(inventory.words[inside]), np.minimum(places, (1 << PLACE_BITS) - 1)


def find_candidates(
    frame: QueryFrame, library: Library, most: int, votes_min: float
) -> tuple[Candidate, ...]:
    """Return up to ``most`` stretches that have at least so many votes, the best first.

    Few keys are asked first; many only where those leave it open.
    """
    found: tuple[Candidate, ...] = ()
    for points, flips in _EFFORTS:
        found = _candidates(frame, library, most, points, flips)
        if found and found[0].votes >= _VOTES_PLENTY:
            break
    return tuple(candidate for candidate in found if candidate.votes >= votes_min)


def _candidates(
    frame: QueryFrame, library: Library, most: int, points_asked: int, flips: int
) -> tuple[Candidate, ...]:
    keys, points, is_mirrored = _keys_asked(frame, points_asked, flips)
    if not len(keys):
        return ()
    postings = library.picture_postings(keys, PER_KEY_MAX)
    if not len(postings.asked):
        return ()
    per_key = np.bincount(postings.asked, minlength=len(keys))
    weight = 1 / np.sqrt(per_key[postings.asked])
    point = points[postings.asked]
    # A bin is a number of volume, side and time; a point votes once for it, with its best key.
    side = is_mirrored[postings.asked].astype(np.int64)
    bins = (postings.volumes * 2 + side) * _BINS + postings.places // _BIN_PLACES
    order = np.lexsort((-weight, point, bins))
    bins, point, weight = bins[order], point[order], weight[order]
    first = np.r_[True, (bins[1:] != bins[:-1]) | (point[1:] != point[:-1])]
    numbers, start = np.unique(bins[first], return_index=True)
    votes = np.add.reduceat(weight[first], start)
    # Two neighbours count together; the better neighbour wins.
    together = votes.copy()
    follows = np.nonzero(np.diff(numbers) == 1)[0]
    together[follows] += votes[follows + 1]
    return _best(numbers, together, library, most)


def _keys_asked(
    frame: QueryFrame, points_asked: int, flips_asked: int
) -> tuple[NDArray[np.uint32], NDArray[np.int64], NDArray[np.bool_]]:
    """Return keys in rising order, the point of each, and whether it is of the mirror image."""
    words = frame.words[:points_asked]
    shaky = frame.shaky[:points_asked].astype(np.uint32)
    base = keys_of(words)
    asked = []
    for flips in _FLIPS[:flips_asked]:
        key = base.copy()
        for place in flips:
            key ^= np.uint32(1) << shaky[:, place]
        asked.append(key)
    plain = np.concatenate(asked)
    points = np.tile(np.arange(len(words)), len(asked))
    keys = np.concatenate([plain, plain ^ _MIRROR_KEY])
    # Neighbours in the index are read together.
    order = np.argsort(keys, kind="stable")
    return keys[order], np.concatenate([points, points])[order], order >= len(plain)


def _best(
    numbers: NDArray[np.int64],
    votes: NDArray[np.float64],
    library: Library,
    most: int,
) -> tuple[Candidate, ...]:
    found: list[Candidate] = []
    taken: set[int] = set()
    for place in np.argsort(-votes, kind="stable")[: 4 * most]:
        number = int(numbers[place])
        if len(found) == most:
            break
        if number in taken:
            continue
        taken.update((number - 1, number, number + 1))
        side, time_bin = divmod(number, _BINS)
        volume = library.volume(side // 2)
        if volume is None:
            continue
        start_s = volume.start_s + time_bin * BIN_S
        found.append(
            Candidate(
                volume.recording_id,
                start_s,
                min(start_s + 2 * BIN_S, volume.end_s),
                bool(side % 2),
                float(votes[place]),
            )
        )
    return tuple(found)
