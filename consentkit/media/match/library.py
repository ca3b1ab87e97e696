"""What matching asks of the recordings: postings by key, and the stored prints of one recording.

A *posting* says: this key occurs in that volume at that place. A *volume* is at most
``VOLUME_MAX_S`` of one recording; longer recordings take several, numbered one after the other.
Keys and payloads have 32 bits each and form one 64-bit entry ``key << 32 | payload``, the payload
being ``volume << PLACE_BITS | place``. Picture and sound have an index of their own.
"""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from consentkit.media.match.ranges import laid_out
from consentkit.media.taps.base import TapResult

KEY_BITS = 32
PLACE_BITS = 18
VOLUMES_MAX = 1 << (32 - PLACE_BITS)
PLACE_S = 0.04
"""What a place counts where it is a time: 18 bits of it are 2.9 hours."""
VOLUME_MAX_S = PLACE_S * (1 << PLACE_BITS)


@dataclass(frozen=True, slots=True)
class Volume:
    """A stretch of one recording that has a number in the index.

    Attributes:
        recording_id: The recording.
        start_s: Second of the recording where the volume begins.
        end_s: Second where it ends.
    """

    recording_id: str
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class Postings:
    """What a lookup found.

    Attributes:
        asked: ``(n,) int64``: index of the key asked for, for every posting.
        payloads: ``(n,) uint32``: volume and place of every posting.
    """

    asked: NDArray[np.int64]
    payloads: NDArray[np.uint32]

    @property
    def volumes(self) -> NDArray[np.int64]:
        """``(n,) int64``: the volume's number of every posting."""
        return (self.payloads >> np.uint32(PLACE_BITS)).astype(np.int64)

    @property
    def places(self) -> NDArray[np.int64]:
        """``(n,) int64``: the place of every posting."""
        return (self.payloads & np.uint32((1 << PLACE_BITS) - 1)).astype(np.int64)


class Library(Protocol):
    """All scanned recordings, as matching sees them."""

    def sound_postings(self, keys: NDArray[np.uint32], per_key_max: int) -> Postings:
        """Return the postings of every key; keys with more than ``per_key_max`` have none."""
        ...

    def picture_postings(self, keys: NDArray[np.uint32], per_key_max: int) -> Postings:
        """Return the postings of every key; keys with more than ``per_key_max`` have none."""
        ...

    def volume(self, number: int) -> Volume | None:
        """Return the volume of that number; None when it was removed."""
        ...

    def prints(self, recording_id: str, tap: str) -> TapResult | None:
        """Return what a tap left of a recording; None when there is nothing."""
        ...


def entries(keys: NDArray[np.uint32], volume: int, places: NDArray[np.int64]) -> NDArray[np.uint64]:
    """Return index entries ``(n,) uint64`` for keys at places of a volume, not sorted."""
    payloads = (np.uint64(volume) << np.uint64(PLACE_BITS)) | places.astype(np.uint64)
    return (keys.astype(np.uint64) << np.uint64(KEY_BITS)) | payloads


class MemoryIndex:
    """One lane's index as a sorted array, for tests, benchmarks and small libraries.

    Args:
        all_entries: ``(n,) uint64`` of ``entries``, in any order.
    """

    def __init__(self, all_entries: NDArray[np.uint64]) -> None:
        self._entries = np.sort(all_entries)

    def lookup(self, keys: NDArray[np.uint32], per_key_max: int) -> Postings:
        """Return the postings of every key; keys with more than ``per_key_max`` have none."""
        return lookup_sorted(self._entries, keys, per_key_max)


def lookup_sorted(
    sorted_entries: NDArray[np.uint64], keys: NDArray[np.uint32], per_key_max: int
) -> Postings:
    """Return the postings of ``keys`` in sorted entries, in order of the keys asked for."""
    wide = keys.astype(np.uint64) << np.uint64(KEY_BITS)
    first = np.searchsorted(sorted_entries, wide)
    last = np.searchsorted(sorted_entries, wide | np.uint64(0xFFFFFFFF), side="right")
    counts = last - first
    counts[counts > per_key_max] = 0
    asked, places = laid_out(first, counts)
    found = sorted_entries[places]
    return Postings(asked, (found & np.uint64(0xFFFFFFFF)).astype(np.uint32))
