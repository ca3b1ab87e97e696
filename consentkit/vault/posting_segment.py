"""One sealed file of sorted postings: written once, memory-mapped, opened page by page.

The file is a header of 16 bytes, the sealed pages one after the other, and the sealed directory.
Each is sealed with AES-256-GCM under the segment's own key: HKDF-SHA-256 of the 32 random bytes in
the segment's row, salt the vault's id, info ``consentkit/v1/postings/<lane>/<segment>``. A key
seals one file, which is never changed, so the page's number is a nonce that never comes again. What
a page is (lane, segment, number, entries) is bound as associated data.
"""

import itertools
import mmap
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from numpy.typing import NDArray

from consentkit.kernel.durable import durable_writer, resource_error
from consentkit.kernel.errors import MalformedError, NotFoundError, VaultDamagedError
from consentkit.kernel.ids import RANDOM_BYTES, make_id
from consentkit.vault.kdf import KEY_BYTES, derive_posting_key
from consentkit.vault.posting_catalogue import SegmentRow, pack_numbers, segment_name
from consentkit.vault.posting_pages import (
    PAGE_ENTRIES,
    SLOT_BYTES,
    Bytes,
    Entries,
    PackedPages,
    pack_pages,
    page_bytes,
    unpack_pages,
)
from consentkit.vault.sealed_store import make_folder

MAGIC = b"consentkit.post\x01"
_TAG_BYTES = 16
_DIRECTORY = b"\xff" * 12
"""Nonce of the directory; no segment has that many pages."""
_PAGE_ROW_BYTES = 5
_PAGES_AT_ONCE = 1024
"""4 MiB of pages: what reading and writing a segment from end to end keeps of it."""
_PLACE_BITS = 18
_VOLUME_BITS = 14


@dataclass(frozen=True, slots=True)
class _Seal:
    """The cipher of one segment."""

    cipher: AESGCM
    context: bytes

    def page_context(self, page: int, entries: int) -> bytes:
        return self.context + page.to_bytes(6, "little") + entries.to_bytes(2, "little")


def _seal_of(secret: bytes, vault_id: str, lane: str, segment_id: str) -> _Seal:
    key = derive_posting_key(secret, vault_id, lane, segment_id)
    context = f"consentkit.postings/1 {lane} {segment_id} ".encode("ascii")
    return _Seal(AESGCM(key), context)


def _nonce(page: int) -> bytes:
    return page.to_bytes(12, "little")


def write_segment(
    folder: Path, vault_id: str, lane: str, blocks: Iterable[Entries]
) -> SegmentRow | None:
    """Write sorted entries as a segment and return its row; None when there are no entries.

    The file is whole and durable when this returns, and no row names it yet.

    Args:
        folder: The vault's folder.
        vault_id: The vault.
        lane: Which lane's postings.
        blocks: Entries ``(n,) uint64``, sorted through all blocks; any number at a time.

    Raises:
        ResourceError: The disk is full or failed; nothing was left.
    """
    segment_id = make_id("seg", os.urandom(RANDOM_BYTES))
    secret = os.urandom(KEY_BYTES)
    seal = _seal_of(secret, vault_id, lane, segment_id)
    path = folder / segment_name(segment_id)
    make_folder(path.parent)
    is_there = np.zeros(1 << _VOLUME_BITS, bool)
    first_keys: list[NDArray[np.uint32]] = []
    extra: list[NDArray[np.uint8]] = []
    total = page = 0
    parts = _in_pages(blocks)
    first = next(parts, None)
    if first is None:
        return None
    with durable_writer(path) as stream:
        stream.write(MAGIC)
        for block in itertools.chain([first], parts):
            payloads = (block & np.uint64(0xFFFFFFFF)).astype(np.uint32)
            is_there[payloads >> np.uint32(_PLACE_BITS)] = True
            packed = pack_pages(block)
            for plain in packed.plain():
                context = seal.page_context(page, packed.entries)
                stream.write(seal.cipher.encrypt(_nonce(page), plain, context))
                page += 1
            first_keys.append(packed.first_keys)
            extra.append(packed.extra_bytes)
            total += block.size
        directory = np.concatenate(first_keys).astype("<u4").tobytes()
        directory += np.concatenate(extra).tobytes()
        context = seal.page_context(page, total % PAGE_ENTRIES)
        stream.write(seal.cipher.encrypt(_DIRECTORY, directory, context))
        size = stream.tell()
    volumes = pack_numbers(np.flatnonzero(is_there).tolist())
    return SegmentRow(segment_id, lane, total, size, secret, volumes)


def _in_pages(blocks: Iterable[Entries]) -> Iterator[Entries]:
    """Yield ``(pages, PAGE_ENTRIES)``, and at the end one ``(1, n)`` with what is left."""
    kept = np.zeros(0, np.uint64)
    for block in blocks:
        entries = np.concatenate([kept, block]) if len(kept) else block
        whole = len(entries) // PAGE_ENTRIES * PAGE_ENTRIES
        for start in range(0, whole, _PAGES_AT_ONCE * PAGE_ENTRIES):
            stop = min(whole, start + _PAGES_AT_ONCE * PAGE_ENTRIES)
            yield entries[start:stop].reshape(-1, PAGE_ENTRIES)
        kept = entries[whole:]
    if len(kept):
        yield kept.reshape(1, -1)


class Segment:
    """An open segment; its pages are read from the mapped file and decrypted when asked for.

    Args:
        folder: The vault's folder.
        vault_id: The vault.
        row: What the catalogue says of it.

    Raises:
        NotFoundError: The file is not there.
        VaultDamagedError: It is not what was written (``vault.postings-damaged``).
        ResourceError: The disk failed.
    """

    def __init__(self, folder: Path, vault_id: str, row: SegmentRow) -> None:
        self.row = row
        self.pages = -(-row.entries // PAGE_ENTRIES)
        self._seal = _seal_of(row.secret, vault_id, row.lane, row.id)
        try:
            with (folder / segment_name(row.id)).open("rb") as stream:
                # A mapping that is longer than its file ends the process where it is read.
                if os.fstat(stream.fileno()).st_size != row.size_bytes or not row.size_bytes:
                    raise VaultDamagedError("vault.postings-damaged")
                self._map = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        except FileNotFoundError as exc:
            raise NotFoundError("vault.postings-missing") from exc
        except OSError as exc:
            raise resource_error(exc) from exc
        self._bytes = memoryview(self._map)
        try:
            self.first_keys, self.extra_bytes = self._directory()
        except VaultDamagedError:
            self.close()
            raise
        # Extra bytes a key has in all pages before: where a page begins follows from it.
        self._extra_before = np.zeros(self.pages, np.uint32)
        np.cumsum(self.extra_bytes[:-1], dtype=np.uint32, out=self._extra_before[1:])

    def _directory(self) -> tuple[NDArray[np.uint32], NDArray[np.uint8]]:
        start = self.row.size_bytes - _PAGE_ROW_BYTES * self.pages - _TAG_BYTES
        if start < len(MAGIC) or self._bytes[: len(MAGIC)] != MAGIC:
            raise VaultDamagedError("vault.postings-damaged")
        context = self._seal.page_context(self.pages, self.row.entries % PAGE_ENTRIES)
        try:
            plain = self._seal.cipher.decrypt(_DIRECTORY, self._bytes[start:], context)
        except InvalidTag as exc:
            raise VaultDamagedError("vault.postings-damaged") from exc
        first_keys = np.frombuffer(plain, "<u4", self.pages).astype(np.uint32)
        return first_keys, np.frombuffer(plain, np.uint8, offset=4 * self.pages).copy()

    @property
    def resident_bytes(self) -> int:
        """Bytes of memory its directory takes."""
        return int(self.first_keys.nbytes + self.extra_bytes.nbytes + self._extra_before.nbytes)

    def entries_of(self, pages: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return how many entries pages have."""
        last = self.row.entries - (self.pages - 1) * PAGE_ENTRIES
        return np.where(pages == self.pages - 1, last, PAGE_ENTRIES).astype(np.int64)

    def open_pages(self, pages: NDArray[np.int64], slots: NDArray[np.int64], into: Bytes) -> None:
        """Decrypt pages into slots.

        Args:
            pages: ``(n,) int64``: numbers of the pages.
            slots: ``(n,) int64``: the slot each goes to.
            into: ``(slots, SLOT_BYTES) uint8``, contiguous.

        Raises:
            VaultDamagedError: A page was changed (``vault.postings-damaged``).
        """
        decrypt, sealed, seal = self._seal.cipher.decrypt, self._bytes, self._seal
        target = into.reshape(-1).data
        entries = self.entries_of(pages)
        lengths = entries * (6 + self.extra_bytes[pages].astype(np.int64))
        starts = len(MAGIC) + pages * (page_bytes(PAGE_ENTRIES, 0) + _TAG_BYTES)
        starts = starts + PAGE_ENTRIES * self._extra_before[pages].astype(np.int64)
        places = slots * SLOT_BYTES
        rows = zip(
            pages.tolist(),
            entries.tolist(),
            starts.tolist(),
            lengths.tolist(),
            places.tolist(),
            strict=True,
        )
        try:
            for page, count, start, length, place in rows:
                target[place : place + length] = decrypt(
                    page.to_bytes(12, "little"),
                    sealed[start : start + length + _TAG_BYTES],
                    seal.page_context(page, count),
                )
        except InvalidTag as exc:
            raise VaultDamagedError("vault.postings-damaged") from exc

    def blocks(self) -> Iterator[Entries]:
        """Yield all entries in order, some thousands of pages at a time.

        Raises:
            VaultDamagedError: A page was changed.
        """
        whole = self.row.entries // PAGE_ENTRIES
        into = np.zeros((_PAGES_AT_ONCE, SLOT_BYTES), np.uint8)
        cuts = [*range(0, whole, _PAGES_AT_ONCE), whole]
        cuts += [self.pages] if self.pages > whole else []
        for start, stop in itertools.pairwise(cuts):
            pages = np.arange(start, stop)
            self.open_pages(pages, np.arange(stop - start), into)
            count = int(self.entries_of(pages[:1])[0])
            yield unpack_pages(
                PackedPages(
                    into[: stop - start],
                    self.first_keys[start:stop],
                    self.extra_bytes[start:stop],
                    count,
                )
            )

    def verify(self) -> Iterator[int]:
        """Open every page.

        Yields:
            The bytes looked at so far, some times a second, so that work can be stopped.

        Raises:
            VaultDamagedError: A page was changed or the order is not kept.
        """
        last = np.uint64(0)
        done = 0
        for block in self.blocks():
            if block[0] < last or (block[1:] < block[:-1]).any():
                raise VaultDamagedError("vault.postings-damaged")
            last = block[-1]
            done += len(block)
            yield done * self.row.size_bytes // self.row.entries

    def close(self) -> None:
        """Let go of the file."""
        self._bytes.release()
        self._map.close()


def check_entries(entries: Entries) -> Entries:
    """Return entries sorted.

    Raises:
        MalformedError: They are no ``(n,) uint64``.
    """
    if entries.dtype != np.uint64 or entries.ndim != 1:
        raise MalformedError("vault.postings")
    return np.sort(entries)
