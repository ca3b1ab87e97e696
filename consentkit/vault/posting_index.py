"""The index of all recordings' prints: postings by key, sealed at rest, in bounded memory.

Sorted segments of any number and size are looked up together and merged in the background, so that
each is at least four times as large as all smaller ones together. New segments are written and
synced before one transaction puts them in the place of the former ones; a crash leaves one or the
other and a file that no row names, which the next opening sweeps.

Another process that reads keeps its mapping of a file that was removed, and takes the catalogue
anew before every lookup.

Invariants:
- ``_work`` is taken before ``_lock``; only its holder writes and removes segments;
- every use of the slots happens under ``_lock``.
"""

import contextlib
import functools
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from consentkit.kernel.errors import LimitError, NotFoundError, VaultDamagedError
from consentkit.kernel.progress import CancelToken, Progress, ProgressUpdate, silent
from consentkit.vault.posting_catalogue import (
    Catalogue,
    PostingCatalogue,
    SegmentRow,
    SourceRow,
    VolumeRow,
    segment_name,
)
from consentkit.vault.posting_pages import PAGE_ENTRIES, Entries, PageView
from consentkit.vault.posting_segment import Segment, check_entries, write_segment
from consentkit.vault.posting_slots import CACHE_BYTES, PER_KEY_MAX, PageCache
from consentkit.vault.sealed_store import unlink_quietly

VOLUMES_MAX = 1 << 14
_PLACE_BITS = np.uint32(18)
_KEY_SHIFT = np.uint64(32)
_LOW = np.uint64(0xFFFFFFFF)

GROWTH = 4
"""Least ratio of a segment to all smaller ones together. Every segment costs a lookup as many pages
as the largest does. At 4, a thousand hours are in two or three, and a posting that was added with
some hours at a time is written some ten times (20 nanoseconds of processor time each)."""

_TRIES = 5


@dataclass(frozen=True, slots=True)
class Found:
    """What a lookup found.

    Attributes:
        asked: ``(n,) int64``: index of the key asked for, ascending.
        payloads: ``(n,) uint32``: volume and place, ascending for each key.
    """

    asked: NDArray[np.int64]
    payloads: NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class IndexSize:
    """What the index takes.

    Attributes:
        entries: Postings by lane.
        segments: Segments by lane.
        file_bytes: Bytes of all files.
        resident_bytes: Bytes of memory, the opened pages included.
    """

    entries: Mapping[str, int]
    segments: Mapping[str, int]
    file_bytes: int
    resident_bytes: int


Changed = Callable[[Sequence[SourceRow]], frozenset[str]]


class PostingIndex:
    """Lookup, adding, removal and merging of postings of one open vault; any thread may call.

    Args:
        vault: The open vault; locking it wipes what is open here.
        cache_bytes: Opened pages that are kept, in bytes.
    """

    def __init__(self, vault: PostingCatalogue, cache_bytes: int = CACHE_BYTES) -> None:
        self._vault = vault
        self._lock = threading.RLock()
        self._work = threading.RLock()
        self._cache = PageCache(cache_bytes)
        self._segments: dict[str, Segment] = {}
        self._catalogue: Catalogue | None = None
        self._live = np.zeros(VOLUMES_MAX, bool)
        self._volumes: dict[int, VolumeRow] = {}
        vault.on_close(self.close)

    # ── looking up ──

    def lookup(self, lane: str, keys: NDArray[np.uint32], per_key_max: int) -> Found:
        """Return the postings of every key in live volumes.

        Postings of removed volumes count for ``per_key_max`` until they are purged.

        Args:
            lane: Which lane.
            keys: ``(n,) uint32`` in any order; the same key may be asked for repeatedly.
            per_key_max: Keys with more postings have none.

        Raises:
            LimitError: ``per_key_max`` is larger than ``PER_KEY_MAX``.
            VaultDamagedError: A segment cannot be read; ``repair`` drops it.
            VaultLockedError: The vault was locked.
        """
        if per_key_max > PER_KEY_MAX:
            raise LimitError("vault.postings-per-key", limit=PER_KEY_MAX)
        unique, inverse = np.unique(keys, return_inverse=True)
        with self._lock:
            segments = [one for one in self._refresh().values() if one.row.lane == lane]
            live = self._live.copy()
            parts = [self._search(segment, unique, per_key_max) for segment in segments]
        counts = np.zeros(len(unique), np.int64)
        for part_counts, _, _ in parts:
            counts += part_counts
        asked = np.concatenate([np.zeros(0, np.int64), *(part[1] for part in parts)])
        payloads = np.concatenate([np.zeros(0, np.uint32), *(part[2] for part in parts)])
        kept = live[payloads >> _PLACE_BITS] & (counts <= per_key_max)[asked]
        order = np.argsort(
            asked[kept].astype(np.uint64) << _KEY_SHIFT | payloads[kept], kind="stable"
        )
        return _for_every_key(asked[kept][order], payloads[kept][order], inverse, len(unique))

    def _search(
        self, segment: Segment, keys: NDArray[np.uint32], per_key_max: int
    ) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.uint32]]:
        """Return counts by key, and key and payload of every posting of keys within the limit."""
        first = np.maximum(np.searchsorted(segment.first_keys, keys) - 1, 0)
        last = np.searchsorted(segment.first_keys, keys, side="right") - 1
        counts = np.zeros(len(keys), np.int64)
        # Whole pages of one key between the first and the last are not opened to be counted.
        surplus = (last - first - 1) * PAGE_ENTRIES > per_key_max
        counts[surplus] = per_key_max + 1
        asked: list[NDArray[np.int64]] = []
        payloads: list[NDArray[np.uint32]] = []
        chosen = np.flatnonzero((last >= 0) & ~surplus)
        for batch in _batches(chosen, first, last, self._cache.count):
            low, high = first[batch], last[batch]
            pages = np.unique(_ranges(low, high + 1)[1])
            slots = self._cache.view(segment, pages)
            where = functools.partial(self._at, segment, pages, slots)
            starts = low * PAGE_ENTRIES + where(low).bounds(
                keys[batch].astype(np.int64) - segment.first_keys[low], after=False
            )
            stops = high * PAGE_ENTRIES + where(high).bounds(
                keys[batch].astype(np.int64) - segment.first_keys[high], after=True
            )
            counts[batch] = stops - starts
            few = stops - starts <= per_key_max
            owner, positions = _ranges(starts[few], stops[few])
            asked.append(batch[few][owner])
            payloads.append(where(positions // PAGE_ENTRIES).payloads(positions % PAGE_ENTRIES))
        return (
            counts,
            np.concatenate([np.zeros(0, np.int64), *asked]),
            np.concatenate([np.zeros(0, np.uint32), *payloads]),
        )

    def _at(
        self,
        segment: Segment,
        pages: NDArray[np.int64],
        slots: NDArray[np.int64],
        wanted: NDArray[np.int64],
    ) -> PageView:
        slot = slots[np.searchsorted(pages, wanted)]
        return PageView(
            self._cache.slots, slot, segment.entries_of(wanted), segment.extra_bytes[wanted]
        )

    def volume(self, number: int) -> VolumeRow | None:
        """Return the live volume of that number, or None."""
        with self._lock:
            self._refresh()
            return self._volumes.get(number)

    def size(self) -> IndexSize:
        """Return what the index takes."""
        with self._lock:
            rows = [one.row for one in self._refresh().values()]
            resident = sum(one.resident_bytes for one in self._segments.values())
            resident += self._cache.resident_bytes
        lanes = sorted({row.lane for row in rows})
        return IndexSize(
            entries={lane: sum(row.entries for row in rows if row.lane == lane) for lane in lanes},
            segments={lane: sum(row.lane == lane for row in rows) for lane in lanes},
            file_bytes=sum(row.size_bytes for row in rows),
            resident_bytes=resident,
        )

    def _refresh(self) -> Mapping[str, Segment]:
        """Return the open segments of the catalogue as it is at the moment."""
        for tries in range(_TRIES):
            if self._catalogue is not None:
                if self._vault.postings_revision() == self._catalogue.revision:
                    return self._segments
                self._catalogue = None
            catalogue = self._vault.catalogue()
            try:
                self._take(catalogue)
            except NotFoundError:
                # A writer merged between our look at its rows and at its files.
                if tries == _TRIES - 1:
                    raise VaultDamagedError("vault.postings-missing") from None
                continue
            self._catalogue = catalogue
            return self._segments
        return self._segments

    def _take(self, catalogue: Catalogue) -> None:
        rows = {row.id: row for row in catalogue.segments}
        for segment_id in [one for one in self._segments if one not in rows]:
            self._cache.forget(segment_id)
            self._segments.pop(segment_id).close()
        for segment_id, row in rows.items():
            if segment_id not in self._segments:
                self._segments[segment_id] = self._open(row)
        self._volumes = {one.number: one for one in catalogue.volumes}
        self._live[:] = False
        self._live[list(self._volumes)] = True

    def _open(self, row: SegmentRow) -> Segment:
        return Segment(self._vault.folder, self._vault.vault_id, row)

    # ── changing ──

    def add(
        self,
        lanes: Mapping[str, Entries],
        volumes: Sequence[VolumeRow],
        sources: Sequence[SourceRow],
        changed: Changed | None = None,
    ) -> None:
        """Add the postings of some recordings, in place of those they had.

        They are there as a whole or not at all. The numbers of ``volumes`` are free ones
        (``free_volume_numbers``), taken under ``working``.

        Args:
            lanes: Entries by lane, ``(n,) uint64`` in any order.
            volumes: The new volumes.
            sources: What their postings were made from, one for each recording and lane.
            changed: Asked within the transaction for the recordings whose sources are others by
                then: their volumes are entered dead, so that what was erased does not come back.

        Raises:
            ResourceError: The disk is full or failed; nothing was changed.
            StateError: A number is taken (``vault.conflict``).
            VaultError: The handle does not write.
        """
        folder, vault_id = self._vault.folder, self._vault.vault_id
        with self._work:
            with self._vault.transaction():
                pass  # Refuses before anything is written when the handle does not write.
            with (
                self._written(
                    write_segment(folder, vault_id, lane, [check_entries(entries)])
                    for lane, entries in lanes.items()
                ) as rows,
                self._vault.transaction(),
            ):
                others = frozenset[str]() if changed is None else changed(sources)
                self._vault.enter_volumes(volumes, sources, others)
                self._vault.replace_segments(rows, ())

    @contextlib.contextmanager
    def working(self) -> Iterator[None]:
        """Keep others from adding, merging and purging during the block."""
        with self._work:
            yield

    @contextlib.contextmanager
    def _written(self, rows: Iterable[SegmentRow | None]) -> Iterator[list[SegmentRow]]:
        """Yield the segments that are written; their files go when the block fails."""
        written: list[SegmentRow] = []
        try:
            written.extend(row for row in rows if row is not None)
            yield written
        except BaseException:
            for row in written:
                unlink_quietly(self._vault.folder / segment_name(row.id))
            raise

    def merge(self, progress: Progress = silent, cancel: CancelToken | None = None) -> None:
        """Merge segments until each is ``GROWTH`` times all smaller ones together.

        Raises:
            ResourceError: The disk is full or failed; the former segments stay.
            VaultDamagedError: A segment cannot be read; ``repair`` drops it.
            Cancelled: A stop was asked for; what was merged stays merged.
        """
        with self._work:
            catalogue = self._vault.catalogue()
            for lane in sorted({row.lane for row in catalogue.segments}):
                rows = [row for row in catalogue.segments if row.lane == lane]
                chosen = _to_merge([row.entries for row in rows])
                if chosen > 1:
                    self._rewrite(rows[-chosen:], catalogue.dead, progress, cancel)

    def purge(self, progress: Progress = silent, cancel: CancelToken | None = None) -> bool:
        """Take the postings of removed volumes off the disk; return whether there were any.

        The segments that hold some are written anew without them under another key; their files
        are removed, and the former keys overwritten in the database and cut from its log.

        Raises:
            ResourceError: The disk is full or failed; the former segments stay.
            VaultDamagedError: A segment cannot be read; ``repair`` drops it.
            VaultInUseError: A reader keeps pages of the database in use; files and rows are gone.
            Cancelled: A stop was asked for; segments that are done stay done.
        """
        with self._work:
            catalogue = self._vault.catalogue()
            if not catalogue.dead:
                return False
            held = [row for row in catalogue.segments if row.numbers() & catalogue.dead]
            for row in held:
                self._rewrite([row], catalogue.dead, progress, cancel)
            with self._vault.transaction():
                self._vault.replace_segments((), ())
            self._vault.cut_log()
            return True

    def _rewrite(
        self,
        rows: Sequence[SegmentRow],
        dead: frozenset[int],
        progress: Progress,
        cancel: CancelToken | None,
    ) -> None:
        """Put one segment in the place of some, without the postings of dead volumes."""
        total = sum(row.entries for row in rows)
        is_dead = np.zeros(VOLUMES_MAX, bool)
        is_dead[list(dead)] = True
        with contextlib.ExitStack() as open_segments:
            sources = []
            for row in rows:
                if row.numbers() <= dead:
                    continue  # Nothing in it stays, so nobody has to read it.
                segment = self._open_to_rewrite(row)
                open_segments.callback(segment.close)
                sources.append(segment.blocks())

            def blocks() -> Iterator[Entries]:
                done = 0
                for block in merged(sources):
                    if cancel is not None:
                        cancel.check()
                    done += len(block)
                    progress(ProgressUpdate("vault.postings", done, total))
                    volumes = (block & _LOW).astype(np.uint32) >> _PLACE_BITS
                    yield block[~is_dead[volumes]]

            folder, vault_id = self._vault.folder, self._vault.vault_id
            made = (write_segment(folder, vault_id, one, blocks()) for one in (rows[0].lane,))
            with self._written(made) as written, self._vault.transaction():
                self._vault.replace_segments(written, rows)
        with self._lock:
            # On Windows a file that is mapped is not removed; here it is not any more.
            self._refresh()
        self._vault.remove_sealed()

    def _open_to_rewrite(self, row: SegmentRow) -> Segment:
        try:
            return self._open(row)
        except NotFoundError as exc:
            raise VaultDamagedError("vault.postings-missing") from exc

    def repair(self, progress: Progress = silent, cancel: CancelToken | None = None) -> int:
        """Drop every segment that cannot be read to its end; return how many.

        The recordings that had postings in one count as not indexed and are added anew.

        Raises:
            VaultError: The handle does not write.
            ResourceError: The disk failed.
            Cancelled: A stop was asked for.
        """
        with self._work:
            damaged = [
                row
                for row in self._vault.catalogue().segments
                if not is_readable(self._vault, row, progress, cancel)
            ]
            for row in damaged:
                self._vault.drop_segment(row)
            return len(damaged)

    def clear(self) -> None:
        """Wipe the opened pages."""
        with self._lock:
            self._cache.clear()

    def close(self) -> None:
        """Wipe the opened pages and let go of all files."""
        with self._lock:
            self._cache.clear()
            for segment in self._segments.values():
                segment.close()
            self._segments.clear()
            self._volumes.clear()
            self._catalogue = None


def is_readable(
    vault: PostingCatalogue, row: SegmentRow, progress: Progress, cancel: CancelToken | None
) -> bool:
    """Return whether every page of a segment opens and the order is kept.

    Raises:
        ResourceError: The disk failed.
        Cancelled: A stop was asked for.
    """
    try:
        segment = Segment(vault.folder, vault.vault_id, row)
    except (NotFoundError, VaultDamagedError):
        return False
    with contextlib.closing(segment):
        try:
            for done in segment.verify():
                progress(ProgressUpdate("vault.check.postings", done, row.size_bytes))
                if cancel is not None:
                    cancel.check()
        except VaultDamagedError:
            return False
    return True


def merged(sources: Sequence[Iterator[Entries]]) -> Iterator[Entries]:
    """Yield the entries of sorted sources in order, a block of each in memory at a time."""
    runs = [(source, np.zeros(0, np.uint64)) for source in sources]
    while True:
        filled = ((source, head if len(head) else next(source, None)) for source, head in runs)
        runs = [(source, head) for source, head in filled if head is not None]
        if not runs:
            return
        heads = [head for _, head in runs]
        if len(heads) == 1:
            yield heads[0]
            runs = [(runs[0][0], heads[0][:0])]
            continue
        # Up to the smallest of the blocks' ends everything that comes is here.
        end = min(head[-1] for head in heads)
        cuts = [int(np.searchsorted(head, end, side="right")) for head in heads]
        yield np.sort(np.concatenate([head[:cut] for head, cut in zip(heads, cuts, strict=True)]))
        runs = [(source, head[cut:]) for (source, head), cut in zip(runs, cuts, strict=True)]


def _to_merge(sizes: Sequence[int]) -> int:
    """Return how many of the smallest segments become one.

    Args:
        sizes: Entries of the segments, the largest first.
    """
    smaller = 0
    chosen = 0
    for place, size in enumerate(reversed(sizes), start=1):
        if size < GROWTH * smaller:
            chosen = place
        smaller += size
    return chosen


def _batches(
    chosen: NDArray[np.int64], first: NDArray[np.int64], last: NDArray[np.int64], most: int
) -> Iterator[NDArray[np.int64]]:
    """Yield runs of keys whose pages fit into the cache together.

    Args:
        chosen: ``(n,) int64``: the keys, ascending.
        first: First page of every key.
        last: Last page of every key; neither goes down from key to key.
        most: Pages that fit; no key has more.
    """
    if not len(chosen):
        return
    lowest, highest = first[chosen], last[chosen]
    # A page that the key before has too is counted once; pages between two keys are not opened.
    pages = np.cumsum(highest - np.maximum(lowest, np.r_[-1, highest[:-1]] + 1) + 1)
    start = 0
    while start < len(chosen):
        shared = 1 if start and lowest[start] <= highest[start - 1] else 0
        before = int(pages[start - 1]) - shared if start else 0
        stop = max(start + 1, int(np.searchsorted(pages, before + most, side="right")))
        yield chosen[start:stop]
        start = stop


def _ranges(
    starts: NDArray[np.int64], stops: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return all numbers of half-open ranges, and for each the index of its range first."""
    lengths = np.maximum(stops - starts, 0)
    owner = np.repeat(np.arange(len(starts)), lengths)
    within = np.arange(len(owner)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    return owner, starts[owner] + within


def _for_every_key(
    asked: NDArray[np.int64],
    payloads: NDArray[np.uint32],
    inverse: NDArray[np.int64],
    unique: int,
) -> Found:
    """Return postings of unique keys once for every time the key was asked for."""
    starts = np.searchsorted(asked, np.arange(unique))
    stops = np.searchsorted(asked, np.arange(unique), side="right")
    owner, positions = _ranges(starts[inverse], stops[inverse])
    return Found(owner, payloads[positions])
