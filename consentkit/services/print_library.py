"""The prints of all recordings, as matching asks for them, kept in the vault."""

import contextlib
import threading
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from consentkit.domain.recording import Recording
from consentkit.kernel.errors import (
    LimitError,
    MalformedError,
    NotFoundError,
    VaultDamagedError,
    VaultInUseError,
)
from consentkit.kernel.limits import MIB
from consentkit.kernel.progress import CancelToken, Progress, ProgressUpdate, silent
from consentkit.media.match.lanes import LANES, Lane, lane_entries, volume_bounds
from consentkit.media.match.library import VOLUMES_MAX, Postings, Volume
from consentkit.media.stored_tap import decode_tap_result
from consentkit.media.taps.base import TapResult
from consentkit.media.taps.registry import TAP_VERSIONS
from consentkit.vault.posting_catalogue import SourceRow, VolumeRow
from consentkit.vault.posting_index import IndexSize, PostingIndex
from consentkit.vault.posting_slots import CACHE_BYTES
from consentkit.vault.vault import Vault
from consentkit.wire.v1.stored import decode_stored

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BATCH_ENTRIES = 8 << 20
"""64 MiB of entries, 17 hours of recordings, become one segment at a time."""
PRINTS_BYTES = 96 * MIB
"""Decoded results that are kept: those of some ten hours, more than one edit usually shows."""


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What bringing the index up to date did.

    Attributes:
        added: Recordings whose postings were made.
        unreadable: Recordings with a stored result that cannot be read; a new scan mends it.
        purged: Whether postings of removed or changed recordings were taken off the disk.
    """

    added: int = 0
    unreadable: tuple[str, ...] = ()
    purged: bool = False


@dataclass(slots=True)
class _Batch:
    """Recordings that become segments together."""

    entries: dict[str, list["NDArray[np.uint64]"]] = field(default_factory=dict)
    volumes: list[VolumeRow] = field(default_factory=list)
    sources: list[SourceRow] = field(default_factory=list)
    count: int = 0


class PrintLibrary:
    """Postings and prints of one vault's recordings; a ``media.match.library.Library``.

    All methods may be called from any thread. Locking the vault wipes what is decrypted here.

    Args:
        vault: The open vault.
        cache_bytes: Decrypted pages of the index that are kept.
        prints_bytes: Decoded results that are kept.
    """

    def __init__(
        self, vault: Vault, cache_bytes: int = CACHE_BYTES, prints_bytes: int = PRINTS_BYTES
    ) -> None:
        self._vault = vault
        self._index = PostingIndex(vault, cache_bytes)
        self._prints = _PrintCache(prints_bytes)
        vault.on_close(self.clear)

    # ── asking ──

    def sound_postings(self, keys: "NDArray[np.uint32]", per_key_max: int) -> Postings:
        """Return the postings of every key; keys with more than ``per_key_max`` have none.

        Raises:
            VaultDamagedError: The index cannot be read, and this handle cannot make it anew.
        """
        return self._postings("sound", keys, per_key_max)

    def picture_postings(self, keys: "NDArray[np.uint32]", per_key_max: int) -> Postings:
        """Return the postings of every key; keys with more than ``per_key_max`` have none.

        Raises:
            VaultDamagedError: The index cannot be read, and this handle cannot make it anew.
        """
        return self._postings("picture", keys, per_key_max)

    def _postings(self, lane: str, keys: "NDArray[np.uint32]", per_key_max: int) -> Postings:
        try:
            found = self._index.lookup(lane, keys, per_key_max)
        except VaultDamagedError:
            if not self._vault.may_write:
                raise
            self._index.repair()
            self.bring_up_to_date()
            found = self._index.lookup(lane, keys, per_key_max)
        return Postings(found.asked, found.payloads)

    def volume(self, number: int) -> Volume | None:
        """Return the volume of that number; None when it was removed."""
        row = self._index.volume(number)
        return None if row is None else Volume(row.recording_id, row.start_s, row.end_s)

    def prints(self, recording_id: str, tap: str) -> TapResult | None:
        """Return what a tap left of a recording; None when there is nothing of its version.

        Raises:
            VaultDamagedError: It is not what was written.
            MalformedError: It is not what the tap writes.
        """
        stamp = self._vault.scan_stamp(recording_id, tap)
        if stamp is None:
            return None
        key = (recording_id, tap, stamp)
        found = self._prints.get(key)
        if found is None:
            row = self._vault.get_scan(recording_id, tap)
            if row is None or row.version != TAP_VERSIONS.get(tap, row.version):
                return None
            found = decode_tap_result(row.data)
            self._prints.put(key, found)
        return found

    def size(self) -> IndexSize:
        """Return what the index takes on disk and in memory."""
        return self._index.size()

    # ── keeping ──

    def add(
        self, recording_id: str, progress: Progress = silent, cancel: CancelToken | None = None
    ) -> IndexReport:
        """Make the postings of one recording, if they are not there as they should be.

        Raises:
            LimitError: There are ``VOLUMES_MAX`` volumes already (``vault.volumes``).
            ResourceError: The disk is full or failed; the index is as before.
            Cancelled: A stop was asked for.
        """
        return self._bring(progress, cancel, recording_id)

    def remove(self, recording_id: str) -> None:
        """Take a recording out of every lookup at once; ``purge`` takes it off the disk.

        Raises:
            VaultError: The handle does not write.
        """
        self._vault.drop_postings(recording_id)
        self._prints.drop(recording_id)

    def purge(self, progress: Progress = silent, cancel: CancelToken | None = None) -> bool:
        """Take the postings of removed recordings off the disk; return whether there were any.

        Raises:
            ResourceError: The disk is full or failed; it is tried again by the next call.
            VaultInUseError: A reader holds the database's log, which still has former keys.
            Cancelled: A stop was asked for; the next call goes on.
        """
        try:
            return self._index.purge(progress, cancel)
        except VaultDamagedError:
            self._index.repair(progress, cancel)
            return self._index.purge(progress, cancel)

    def bring_up_to_date(
        self, progress: Progress = silent, cancel: CancelToken | None = None
    ) -> IndexReport:
        """Make the postings of all recordings whose stored results are others than they came from.

        Does nothing where this handle does not write. Every batch is there for good once it is
        done; stopped or crashed, the next call goes on.

        Raises:
            LimitError: There are ``VOLUMES_MAX`` volumes already (``vault.volumes``).
            ResourceError: The disk is full or failed; what was done stays done.
            Cancelled: A stop was asked for; what was done stays done.
        """
        return self._bring(progress, cancel, None)

    def _bring(
        self, progress: Progress, cancel: CancelToken | None, only: str | None
    ) -> IndexReport:
        if not self._vault.may_write:
            return IndexReport()
        with self._index.working():
            wanted = self._wanted()
            stale = self._stale(wanted, only)
            unreadable = self._make(stale, wanted, progress, cancel)
            purged = True
            # A reader of the database keeps only keys of files that are gone, until it is closed.
            with contextlib.suppress(VaultInUseError):
                purged = self.purge(progress, cancel)
            self._merge(progress, cancel)
            return IndexReport(len(stale), unreadable, purged)

    def _wanted(self) -> dict[str, dict[str, str]]:
        """Return, by recording and lane, the stamp that its postings should be made from."""
        wanted: dict[str, dict[str, str]] = {}
        for lane in LANES:
            # Results of an older tap may mean something else; a new scan makes them anew.
            version = TAP_VERSIONS.get(lane.tap)
            for recording_id, stamp in self._vault.scan_stamps(lane.tap, version).items():
                wanted.setdefault(recording_id, {})[lane.name] = _source_stamp(stamp, lane)
        return wanted

    def _stale(self, wanted: dict[str, dict[str, str]], only: str | None) -> list[str]:
        present: dict[str, dict[str, str]] = {}
        for source in self._vault.posting_sources():
            present.setdefault(source.recording_id, {})[source.lane] = source.stamp
        for recording_id in present.keys() - wanted.keys():
            self._vault.drop_postings(recording_id)
        return sorted(
            recording_id
            for recording_id, lanes in wanted.items()
            if present.get(recording_id) != lanes and only in {None, recording_id}
        )

    def _make(
        self,
        stale: Sequence[str],
        wanted: dict[str, dict[str, str]],
        progress: Progress,
        cancel: CancelToken | None,
    ) -> tuple[str, ...]:
        """Make the postings of recordings, a batch at a time; return which were unreadable."""
        unreadable: list[str] = []
        batch = _Batch()
        for done, recording_id in enumerate(stale):
            progress(ProgressUpdate("vault.postings", done, len(stale)))
            if cancel is not None:
                cancel.check()
            if not self._put_into(batch, recording_id, wanted[recording_id]):
                unreadable.append(recording_id)
            if batch.count >= BATCH_ENTRIES:
                self._enter(batch)
                self._merge(progress, cancel)
                batch = _Batch()
        self._enter(batch)
        return tuple(unreadable)

    def _merge(self, progress: Progress, cancel: CancelToken | None) -> None:
        try:
            self._index.merge(progress, cancel)
        except VaultDamagedError:
            self._index.repair(progress, cancel)

    def _put_into(self, batch: _Batch, recording_id: str, stamps: dict[str, str]) -> bool:
        """Add a recording to a batch; return whether all of its results could be read."""
        try:
            summary = self._vault.get_recording(recording_id).summary
        except NotFoundError:
            return True  # It was removed since the list was made.
        duration = decode_stored(summary, Recording).duration
        bounds = volume_bounds(float(duration))
        numbers = self._numbers(len(bounds), batch)
        batch.volumes += [
            VolumeRow(number, recording_id, start, end)
            for number, (start, end) in zip(numbers, bounds, strict=True)
        ]
        is_whole = True
        for lane in LANES:
            stamp = stamps.get(lane.name)
            if stamp is None:
                continue
            # An unreadable result is entered as read, or it would be tried before every check.
            batch.sources.append(SourceRow(recording_id, lane.name, stamp))
            try:
                row = self._vault.get_scan(recording_id, lane.tap)
                if row is None:
                    continue
                made = lane_entries(lane, decode_tap_result(row.data), numbers, bounds)
            except (MalformedError, VaultDamagedError):
                is_whole = False
                continue
            batch.entries.setdefault(lane.name, []).append(made)
            batch.count += len(made)
        return is_whole

    def _numbers(self, count: int, batch: _Batch) -> tuple[int, ...]:
        """Return free numbers of volumes that the batch does not use; a purge may set some free."""
        used = frozenset(volume.number for volume in batch.volumes)
        try:
            return self._vault.free_volume_numbers(count, VOLUMES_MAX, used)
        except LimitError:
            if not self.purge():
                raise
            return self._vault.free_volume_numbers(count, VOLUMES_MAX, used)

    def _enter(self, batch: _Batch) -> None:
        if not batch.volumes:
            return
        import numpy as np

        self._index.add(
            {lane: np.concatenate(parts) for lane, parts in batch.entries.items()},
            batch.volumes,
            batch.sources,
            self._changed,
        )

    def _changed(self, sources: Iterable[SourceRow]) -> frozenset[str]:
        """Return the recordings whose results were put anew or erased since they were read."""
        wanted = self._wanted()
        return frozenset(
            source.recording_id
            for source in sources
            if wanted.get(source.recording_id, {}).get(source.lane) != source.stamp
        )

    def clear(self) -> None:
        """Wipe decrypted pages and drop decoded results."""
        self._index.clear()
        self._prints.clear()


def _source_stamp(stamp: str, lane: Lane) -> str:
    return f"{stamp}/{lane.version}"


class _PrintCache:
    """Decoded results, the least recently used dropped first."""

    def __init__(self, capacity_bytes: int) -> None:
        self._capacity_bytes = capacity_bytes
        self._held: OrderedDict[tuple[str, str, str], tuple[TapResult, int]] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()

    def get(self, key: tuple[str, str, str]) -> TapResult | None:
        with self._lock:
            found = self._held.get(key)
            if found is None:
                return None
            self._held.move_to_end(key)
            return found[0]

    def put(self, key: tuple[str, str, str], result: TapResult) -> None:
        size = sum(array.nbytes for array in result.arrays.values())
        with self._lock:
            if size > self._capacity_bytes or key in self._held:
                return
            self._held[key] = (result, size)
            self._size += size
            while self._size > self._capacity_bytes:
                self._size -= self._held.popitem(last=False)[1][1]

    def drop(self, recording_id: str) -> None:
        with self._lock:
            for key in [key for key in self._held if key[0] == recording_id]:
                self._size -= self._held.pop(key)[1]

    def clear(self) -> None:
        with self._lock:
            self._held.clear()
            self._size = 0
