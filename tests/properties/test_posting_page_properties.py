"""Pages of postings give back what was packed, and are searched right, whatever the keys."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from consentkit.vault.posting_pages import (
    PAGE_ENTRIES,
    PageView,
    pack_pages,
    unpack_pages,
)

SPANS = st.sampled_from((0, 1, 255, 2**16 - 1, 2**16, 2**24 - 1, 2**24, 2**32 - 1))


@st.composite
def sorted_pages(draw):
    """Return ``(pages, n)`` sorted entries whose keys lie as close as was drawn."""
    pages = draw(st.integers(1, 3))
    count = PAGE_ENTRIES if pages > 1 else draw(st.integers(1, PAGE_ENTRIES))
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    span = draw(SPANS)
    lowest = draw(st.integers(0, 2**32 - 1 - span))
    keys = np.sort(rng.integers(lowest, lowest + span, pages * count, np.uint64, endpoint=True))
    payloads = rng.integers(0, 2**32, pages * count).astype(np.uint64)
    return np.sort(keys << np.uint64(32) | payloads).reshape(pages, count)


@settings(deadline=None)
@given(sorted_pages())
def test_entries_come_back(entries):
    packed = pack_pages(entries)
    assert np.array_equal(unpack_pages(packed), entries.reshape(-1))
    for plain, extra in zip(packed.plain(), packed.extra_bytes.tolist(), strict=True):
        assert len(plain) == entries.shape[1] * (6 + extra)


@settings(deadline=None)
@given(sorted_pages(), st.lists(st.integers(0, 2**32 - 1), max_size=20))
def test_searching_a_page_counts_smaller_keys(entries, strangers):
    packed = pack_pages(entries)
    keys = (entries >> np.uint64(32)).astype(np.int64)
    for page in range(len(entries)):
        row = keys[page]
        asked = np.array([*row[::37], row[0], row[-1], row[0] - 1, row[-1] + 1, *strangers])
        slot = np.full(len(asked), page)
        view = PageView(packed.slots, slot, np.full(len(asked), len(row)), packed.extra_bytes[slot])
        offsets = asked - row[0]
        assert np.array_equal(view.bounds(offsets, after=False), np.searchsorted(row, asked))
        assert np.array_equal(
            view.bounds(offsets, after=True), np.searchsorted(row, asked, side="right")
        )
        places = np.arange(len(asked)) % len(row)
        assert np.array_equal(view.payloads(places), entries[page][places].astype(np.uint32))
