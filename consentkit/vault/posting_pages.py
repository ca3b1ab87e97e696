"""Pages of sorted postings: fixed numbers of entries in planes that are searched as they are.

An entry has 64 bits, the key above the payload. A page of ``e`` entries, the last of a segment
aside always ``PAGE_ENTRIES``, holds one plane after the other::

    e x 4 bytes   payloads, little-endian
    e x 2 bytes   the low 16 bits of (key - first key of the page), little-endian
    e x w bytes   the bits above these, little-endian, w being 0, 1 or 2

``w`` is the least that the page's keys need: 0 from about 400 h of recordings in an index on, where
an entry has 6 bytes. Nothing is unpacked to look a key up.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Entries = NDArray[np.uint64]
Bytes = NDArray[np.uint8]

PAGE_ENTRIES = 512
"""3 KiB a page. Opening one takes 2.1 microseconds of processor time, of which the cipher has less
than half; pages of 256 take 1.7 and of 1,024 take 2.6. A lookup of 120,000 keys in 300 million
entries opens 109,000 pages of 512 or 98,000 of 1,024, and the directory of a thousand hours has
9 MB or half of it."""

SLOT_BYTES = PAGE_ENTRIES * 8
"""What the largest page takes."""

_KEY_SHIFT = np.uint64(32)
_LOW = np.uint64(0xFFFFFFFF)


@dataclass(frozen=True, slots=True)
class PackedPages:
    """Pages with the same number of entries, packed.

    Attributes:
        slots: ``(pages, SLOT_BYTES) uint8``; each page begins its row.
        first_keys: ``(pages,) uint32``: first key of each page.
        extra_bytes: ``(pages,) uint8``: bytes a key has above two: 0, 1 or 2.
        entries: Entries of each page.
    """

    slots: Bytes
    first_keys: NDArray[np.uint32]
    extra_bytes: NDArray[np.uint8]
    entries: int

    def plain(self) -> Iterator[memoryview]:
        """Yield the bytes of each page."""
        for row, extra in zip(self.slots, self.extra_bytes.tolist(), strict=True):
            yield memoryview(row)[: page_bytes(self.entries, extra)]


def page_bytes(entries: int, extra_bytes: int) -> int:
    """Return how many bytes a page has."""
    return entries * (6 + extra_bytes)


def pack_pages(entries: Entries) -> PackedPages:
    """Return sorted entries as pages.

    Args:
        entries: ``(pages, n) uint64``, sorted through all rows, ``n`` at most ``PAGE_ENTRIES``.
    """
    pages, count = entries.shape
    slots = np.zeros((pages, SLOT_BYTES), np.uint8)
    keys = (entries >> _KEY_SHIFT).astype(np.uint32)
    first_keys = keys[:, 0].copy()
    keys -= first_keys[:, None]
    spans = keys[:, -1]
    extra = (spans >> np.uint32(16) > 0).astype(np.uint8) + (spans >> np.uint32(24) > 0)
    slots[:, : 4 * count] = (entries & _LOW).astype("<u4").view(np.uint8)
    slots[:, 4 * count : 6 * count] = keys.astype("<u2").view(np.uint8)
    high = (keys >> np.uint32(16)).astype("<u2")
    one, two = extra == 1, extra == 2  # noqa: PLR2004 -- bytes, as documented
    slots[one, 6 * count : 7 * count] = high[one]
    slots[two, 6 * count : 8 * count] = high[two].view(np.uint8)
    return PackedPages(slots, first_keys, extra.astype(np.uint8), count)


def unpack_pages(packed: PackedPages) -> Entries:
    """Return the entries of pages, ``(pages * entries,) uint64``."""
    count, slots, extra = packed.entries, packed.slots, packed.extra_bytes
    keys = np.ascontiguousarray(slots[:, 4 * count : 6 * count]).view("<u2").astype(np.uint64)
    one, two = extra == 1, extra == 2  # noqa: PLR2004 -- bytes, as documented
    if one.any():
        keys[one] |= slots[one, 6 * count : 7 * count].astype(np.uint64) << np.uint64(16)
    if two.any():
        wide = np.ascontiguousarray(slots[two, 6 * count : 8 * count]).view("<u2")
        keys[two] |= wide.astype(np.uint64) << np.uint64(16)
    keys += packed.first_keys[:, None]
    keys <<= _KEY_SHIFT
    keys |= np.ascontiguousarray(slots[:, : 4 * count]).view("<u4")
    return keys.reshape(-1)


@dataclass(frozen=True, slots=True)
class PageView:
    """Slots of opened pages, and where in them to look: one element for each thing looked up.

    Attributes:
        slots: ``(n, SLOT_BYTES) uint8``, contiguous.
        slot: ``(m,) int64``: slot of the page.
        entries: ``(m,) int64``: entries of the page.
        extra_bytes: ``(m,) uint8``: see ``PackedPages``.
    """

    slots: Bytes
    slot: NDArray[np.int64]
    entries: NDArray[np.int64]
    extra_bytes: NDArray[np.uint8]

    def payloads(self, places: NDArray[np.int64]) -> NDArray[np.uint32]:
        """Return the payload of the entry at each place of its page, ``(m,) uint32``."""
        words: NDArray[np.uint32] = self.slots.view("<u4").reshape(-1)
        found: NDArray[np.uint32] = words[self.slot * (SLOT_BYTES // 4) + places]
        return found

    def bounds(self, offsets: NDArray[np.int64], *, after: bool) -> NDArray[np.int64]:
        """Return for each offset how many keys of its page are smaller (or not larger).

        Args:
            offsets: ``(m,) int64``: key minus the page's first key; may be negative.
            after: Count the equal ones too.
        """
        low = np.zeros(len(offsets), np.int64)
        for extra in (0, 1, 2):
            chosen = np.flatnonzero(self.extra_bytes == extra)
            if len(chosen):
                low[chosen] = self._bounds(offsets[chosen] + after, chosen, extra)
        return low

    def _bounds(
        self, offsets: NDArray[np.int64], chosen: NDArray[np.int64], extra: int
    ) -> NDArray[np.int64]:
        """Search all pages at once: each round halves the stretch that is left in every page."""
        pairs, single = self.slots.view("<u2").reshape(-1), self.slots.reshape(-1)
        entries = self.entries[chosen]
        low_plane = self.slot[chosen] * (SLOT_BYTES // 2) + 2 * entries
        high_pairs = low_plane + entries
        high_bytes = 2 * high_pairs
        low = np.zeros(len(chosen), np.int64)
        size = entries.copy()
        for _ in range(PAGE_ENTRIES.bit_length()):
            half = size >> 1
            middle = low + half
            # Past the end of a finished search a neighbour's bytes are read, and not used.
            at = np.minimum(middle, entries - 1)
            keys = pairs[low_plane + at].astype(np.int64)
            if extra == 1:
                keys |= single[high_bytes + at].astype(np.int64) << 16
            elif extra:
                keys |= pairs[high_pairs + at].astype(np.int64) << 16
            smaller = (keys < offsets) & (size > 0)
            low = np.where(smaller, middle + 1, low)
            size = np.where(smaller, size - half - 1, half)
        return low
