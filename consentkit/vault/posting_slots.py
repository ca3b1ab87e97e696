"""Opened pages of postings in a fixed number of slots, wiped when they are given away for good."""

import numpy as np
from numpy.typing import NDArray

from consentkit.kernel.limits import MIB
from consentkit.vault.posting_pages import PAGE_ENTRIES, SLOT_BYTES
from consentkit.vault.posting_segment import Segment

PER_KEY_MAX = 1 << 18
"""A key with more postings tells nothing; answering it would fill the memory."""

_KEY_PAGES_MAX = PER_KEY_MAX // PAGE_ENTRIES + 3

CACHE_BYTES = 64 * MIB
"""Opened pages that are kept. A lookup of many keys sweeps through all pages once and gains nothing
from more; the many small ones of single shots find their neighbours' pages."""


class PageCache:
    """Slots for opened pages, the least recently used given away first.

    Args:
        capacity_bytes: Bytes of all slots; the pages of one key fit in any case.
    """

    def __init__(self, capacity_bytes: int = CACHE_BYTES) -> None:
        self.count = max(_KEY_PAGES_MAX, capacity_bytes // SLOT_BYTES)
        self.slots = np.zeros((0, SLOT_BYTES), np.uint8)
        self._used_at = np.zeros(0, np.int64)
        self._segment_of = np.zeros(0, np.int64)
        self._page_of = np.zeros(0, np.int64)
        self._slot_of: dict[int, NDArray[np.int32]] = {}
        self._numbers: dict[str, int] = {}
        # A number is never given again: slots of a closed segment must not pass for another's.
        self._last_number = 0
        self._turn = 0

    def view(self, segment: Segment, pages: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the slots of pages, which stay as they are until the next call.

        Args:
            segment: Their segment.
            pages: ``(n,) int64``: different pages, at most ``count``.
        """
        self._prepare()
        number = self._numbers.get(segment.row.id)
        if number is None:
            self._last_number += 1
            number = self._numbers[segment.row.id] = self._last_number
            self._slot_of[number] = np.full(segment.pages, -1, np.int32)
        slot_of = self._slot_of[number]
        self._turn += 1
        slots = slot_of[pages].astype(np.int64)
        self._used_at[slots[slots >= 0]] = self._turn
        missing = slots < 0
        need = int(missing.sum())
        if need:
            victims = np.argpartition(self._used_at, need - 1)[:need]
            # Until all pages are open, the slots belong to nobody: a damaged page ends this here.
            self._evict(victims)
            segment.open_pages(pages[missing], victims, self.slots)
            slots[missing] = victims
            slot_of[pages[missing]] = victims
            self._segment_of[victims] = number
            self._page_of[victims] = pages[missing]
            self._used_at[victims] = self._turn
        return slots

    def _prepare(self) -> None:
        if not len(self.slots):
            self.slots = np.zeros((self.count, SLOT_BYTES), np.uint8)
            self._used_at = np.zeros(self.count, np.int64)
            self._segment_of = np.zeros(self.count, np.int64)
            self._page_of = np.zeros(self.count, np.int64)

    def _evict(self, victims: NDArray[np.int64]) -> None:
        owners = self._segment_of[victims]
        for number in np.unique(owners[owners > 0]).tolist():
            slot_of = self._slot_of.get(number)
            if slot_of is not None:
                slot_of[self._page_of[victims[owners == number]]] = -1
        self._segment_of[victims] = 0
        self._used_at[victims] = 0

    def forget(self, segment_id: str) -> None:
        """Give the slots of a segment away and wipe them."""
        number = self._numbers.pop(segment_id, 0)
        slot_of = self._slot_of.pop(number, None)
        if slot_of is not None:
            held = slot_of[slot_of >= 0]
            self.slots[held] = 0
            self._segment_of[held] = 0
            self._used_at[held] = 0

    def clear(self) -> None:
        """Wipe all opened pages and give the memory back."""
        self.slots[:] = 0
        self.slots = np.zeros((0, SLOT_BYTES), np.uint8)
        self._slot_of.clear()
        self._numbers.clear()

    @property
    def resident_bytes(self) -> int:
        """Bytes of memory it takes."""
        maps = sum(one.nbytes for one in self._slot_of.values())
        return int(self.slots.nbytes + 3 * self._used_at.nbytes + maps)
