"""The index of prints: right answers, nothing lost in a crash, nothing left of what was removed."""

import itertools
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from consentkit.kernel.clock import ManualClock
from consentkit.kernel.errors import (
    LimitError,
    MalformedError,
    NotFoundError,
    ResourceError,
    StateError,
    VaultDamagedError,
    VaultError,
    VaultLockedError,
)
from consentkit.kernel.progress import Cancelled, CancelToken
from consentkit.media.match.library import MemoryIndex, entries
from consentkit.vault import posting_index, posting_segment
from consentkit.vault.kdf import FLOOR_KDF
from consentkit.vault.posting_catalogue import SourceRow, VolumeRow, pack_numbers
from consentkit.vault.posting_index import PostingIndex, merged
from consentkit.vault.posting_segment import Segment, write_segment
from consentkit.vault.posting_slots import PER_KEY_MAX
from consentkit.vault.rows import RecordingRow
from consentkit.vault.vault import Vault, create_vault, open_vault

CLOCK = ManualClock(datetime(2026, 11, 21, 12, tzinfo=UTC))
ASKED = np.arange(0, 6000, dtype=np.uint32)


def recording(number: int) -> RecordingRow:
    return RecordingRow(f"rec-{number}", f"{number:064x}", 1, "/x", CLOCK.now(), "{}")


def drawn(number: int, count: int = 4000) -> np.ndarray:
    """Return entries of volume ``number``: crowded keys, spread ones, and a key all share."""
    rng = np.random.default_rng(number)
    keys = np.concatenate([
        rng.integers(0, 5000, count // 2),
        rng.integers(0, 2**32, count // 2),
        np.full(count // 8, 77),
    ]).astype(np.uint32)
    return entries(keys, number, rng.integers(0, 2**18, len(keys)))


def add(vault: Vault, index: PostingIndex, number: int, count: int = 4000) -> np.ndarray:
    made = drawn(number, count)
    if f"rec-{number}" not in {row.id for row in vault.list_recordings()}:
        vault.add_recording(recording(number))
    index.add(
        {"sound": made},
        [VolumeRow(number, f"rec-{number}", 0.0, 3600.0)],
        [SourceRow(f"rec-{number}", "sound", "1")],
    )
    return made


def assert_same(index: PostingIndex, parts: list[np.ndarray], per_key_max: int = 40) -> None:
    oracle = MemoryIndex(np.concatenate(parts))
    some = np.concatenate([part[::97] >> np.uint64(32) for part in parts]).astype(np.uint32)
    keys = np.concatenate([ASKED, some, some[::-1], np.array([0, 2**32 - 1], np.uint32)])
    wanted, found = (one.lookup(keys, per_key_max) for one in (oracle, _Sound(index)))
    assert np.array_equal(found.asked, wanted.asked)
    assert np.array_equal(found.payloads, wanted.payloads)


class _Sound:
    def __init__(self, index: PostingIndex) -> None:
        self._index = index

    def lookup(self, keys: np.ndarray, per_key_max: int):
        return self._index.lookup("sound", keys, per_key_max)


def segment_files(vault: Vault) -> list[Path]:
    return sorted(vault.folder.glob("postings/*"))


@pytest.fixture
def vault(tmp_path: Path):
    made, _ = create_vault(tmp_path / "A.ckvault", "p", clock=CLOCK, kdf=FLOOR_KDF)
    yield made
    made.close()


@pytest.fixture
def index(vault: Vault) -> PostingIndex:
    return PostingIndex(vault, cache_bytes=1 << 18)


def test_an_empty_index_has_nothing(index: PostingIndex):
    found = index.lookup("sound", ASKED, 10)
    assert len(found.asked) == len(found.payloads) == 0
    assert index.lookup("sound", np.zeros(0, np.uint32), 10).asked.size == 0
    assert index.volume(0) is None
    assert index.size().file_bytes == 0


def test_lookups_give_what_a_sorted_array_gives(vault: Vault, index: PostingIndex):
    parts = [add(vault, index, number, 1000 * (number + 1)) for number in range(6)]
    for per_key_max in (1, 3, 40, 100_000):
        assert_same(index, parts, per_key_max)
    index.merge()
    for per_key_max in (1, 3, 40, 100_000):
        assert_same(index, parts, per_key_max)
    assert index.lookup("picture", ASKED, 10).asked.size == 0


def test_a_key_that_fills_pages_is_found_whole_or_not_at_all(vault: Vault, index: PostingIndex):
    vault.add_recording(recording(1))
    rng = np.random.default_rng(3)
    keys = np.repeat(np.array([5, 6, 7], np.uint32), (100, 5000, 100))
    made = np.unique(entries(keys, 1, rng.integers(0, 2**18, len(keys))))
    index.add({"sound": made}, [VolumeRow(1, "rec-1", 0, 1)], [SourceRow("rec-1", "sound", "1")])
    for per_key_max in (99, 3000, 6000):
        assert_same(index, [made], per_key_max)


def test_merging_keeps_few_segments_and_every_posting(vault: Vault, index: PostingIndex):
    parts = []
    for number in range(24):
        parts.append(add(vault, index, number, 800))
        index.merge()
        sizes = [row.entries for row in vault.catalogue().segments]
        for place in range(len(sizes)):
            assert sizes[place] >= posting_index.GROWTH * sum(sizes[place + 1 :])
    assert len(segment_files(vault)) == len(vault.catalogue().segments) <= 4
    assert_same(index, parts)


def test_entries_are_sorted_by_merging_sources_of_any_shape():
    rng = np.random.default_rng(1)
    wholes = [np.sort(rng.integers(0, 10**6, size).astype(np.uint64)) for size in (1, 999, 5000)]
    for step in (1, 70, 10_000):
        sources = [
            iter([whole[at : at + step] for at in range(0, len(whole), step)]) for whole in wholes
        ]
        blocks = list(merged([*sources, iter(())]))
        assert np.array_equal(np.concatenate(blocks), np.sort(np.concatenate(wholes)))
    assert list(merged([])) == []


def test_a_removed_recording_is_out_of_lookups_at_once_and_off_the_disk_after_a_purge(
    vault: Vault, index: PostingIndex
):
    parts = [add(vault, index, number) for number in range(4)]
    index.merge()
    gone = {row.secret for row in vault.catalogue().segments if 2 in row.numbers()}
    before = segment_files(vault)
    vault.delete_recording("rec-2")
    kept = [part for number, part in enumerate(parts) if number != 2]
    assert index.volume(2) is None
    assert_same(index, kept, 10**5)
    assert index.purge()
    assert not index.purge()
    assert_same(index, kept, 10**5)
    assert not gone & {row.secret for row in vault.catalogue().segments}
    assert not set(before) & set(segment_files(vault))
    for row in vault.catalogue().segments:
        assert 2 not in row.numbers()
        segment = Segment(vault.folder, vault.vault_id, row)
        for block in segment.blocks():
            assert not (((block >> np.uint64(18)) & np.uint64(2**14 - 1)) == 2).any()
        segment.close()
    assert vault.free_volume_numbers(1, 100) == (2,)
    assert b"".join(gone) not in (vault.folder / "vault.db").read_bytes()
    assert not (vault.folder / "vault.db-wal").stat().st_size


def test_a_number_is_not_free_before_its_postings_are_gone(vault: Vault, index: PostingIndex):
    add(vault, index, 0)
    vault.drop_postings("rec-0")
    assert vault.free_volume_numbers(1, 100) == (1,)
    with pytest.raises(StateError):
        add(vault, index, 0)
    assert len(segment_files(vault)) == 1
    index.purge()
    assert segment_files(vault) == []
    assert vault.free_volume_numbers(2, 100) == (0, 1)
    assert vault.free_volume_numbers(2, 100, frozenset({0})) == (1, 2)
    assert_same(index, [add(vault, index, 0)])


def test_more_volumes_than_there_are_numbers_are_refused(vault: Vault, index: PostingIndex):
    add(vault, index, 0)
    with pytest.raises(LimitError) as caught:
        vault.free_volume_numbers(3, 3)
    assert caught.value.code == "vault.volumes"


def test_a_recording_removed_or_changed_while_it_was_read_does_not_come_back(
    vault: Vault, index: PostingIndex
):
    vault.add_recording(recording(1))
    volumes = [VolumeRow(0, "rec-0", 0, 1), VolumeRow(1, "rec-1", 0, 1)]
    sources = [SourceRow("rec-0", "sound", "1"), SourceRow("rec-1", "sound", "1")]
    both = np.concatenate([drawn(0), drawn(1)])
    index.add({"sound": both}, volumes, sources, lambda rows: frozenset({rows[1].recording_id}))
    assert index.lookup("sound", ASKED, 10**5).asked.size == 0
    assert vault.posting_sources() == ()
    assert index.purge()
    assert segment_files(vault) == []


def test_a_key_asked_for_twice_is_answered_twice(vault: Vault, index: PostingIndex):
    add(vault, index, 0)
    once = index.lookup("sound", np.array([77], np.uint32), 10**5)
    twice = index.lookup("sound", np.array([77, 3, 77], np.uint32), 10**5)
    assert (twice.asked == 0).sum() == (twice.asked == 2).sum() == once.asked.size > 0


def test_too_many_postings_a_key_and_wrong_arrays_are_refused(vault: Vault, index: PostingIndex):
    with pytest.raises(LimitError):
        index.lookup("sound", ASKED, PER_KEY_MAX + 1)
    with pytest.raises(MalformedError):
        index.add({"sound": np.zeros(3, np.int64)}, [], [])


def test_a_full_disk_leaves_the_index_as_it_was(vault: Vault, index: PostingIndex, monkeypatch):
    parts = [add(vault, index, number) for number in range(2)]
    before = segment_files(vault)
    monkeypatch.setattr(posting_index, "write_segment", _full)
    for work in (index.merge, lambda: add(vault, index, 2)):
        with pytest.raises(ResourceError):
            work()
    vault.drop_postings("rec-1")
    with pytest.raises(ResourceError):
        index.purge()
    assert segment_files(vault) == before
    assert_same(index, parts[:1], 10**5)
    monkeypatch.undo()
    assert index.purge()
    assert len(segment_files(vault)) == 1


def _full(*args: object) -> None:
    raise ResourceError("disk.full")


def test_a_disk_that_fills_within_a_segment_leaves_no_file(vault: Vault, index, monkeypatch):
    add(vault, index, 0)
    real = posting_segment.pack_pages
    calls = itertools.count()

    def fails(block: np.ndarray):
        if next(calls):
            raise OSError(28, "")
        return real(block)

    monkeypatch.setattr(posting_segment, "pack_pages", fails)
    with pytest.raises(ResourceError) as caught:
        add(vault, index, 1)
    assert caught.value.code == "disk.full"
    assert len(segment_files(vault)) == 1


def test_a_transaction_that_fails_leaves_no_file(vault: Vault, index: PostingIndex, monkeypatch):
    parts = [add(vault, index, number) for number in range(2)]
    before = segment_files(vault)

    def fails(*args: object) -> None:
        raise ResourceError("disk.full")

    monkeypatch.setattr(type(vault), "replace_segments", fails)
    with pytest.raises(ResourceError):
        index.merge()
    assert segment_files(vault) == before
    assert_same(index, parts)


def test_stopped_work_leaves_the_index_as_it_was(vault: Vault, index: PostingIndex):
    parts = [add(vault, index, number) for number in range(2)]
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        index.merge(cancel=cancel)
    assert len(segment_files(vault)) == 2
    assert_same(index, parts)


def test_what_a_crash_leaves_is_swept_at_the_next_opening(vault: Vault, index: PostingIndex):
    parts = [add(vault, index, number) for number in range(3)]
    # As if a merge had ended between its file and its transaction, and another within its file.
    stray = write_segment(vault.folder, vault.vault_id, "sound", [np.sort(parts[0])])
    (vault.folder / "postings" / ".part-zz").write_bytes(b"half a segment")
    assert stray is not None
    vault.close()
    with open_vault(vault.folder, passphrase="p", clock=CLOCK) as again:
        assert len(segment_files(again)) == 3
        assert_same(PostingIndex(again), parts)


def test_a_segment_whose_file_is_gone_counts_as_not_indexed(vault: Vault, index: PostingIndex):
    parts = [add(vault, index, 0), add(vault, index, 1, 2000)]
    row = vault.catalogue().segments[0]
    assert row.numbers() == {0}
    (vault.folder / "postings" / f"{row.id}.postings").unlink()
    vault.close()
    with open_vault(vault.folder, passphrase="p", clock=CLOCK) as again:
        assert [source.recording_id for source in again.posting_sources()] == ["rec-1"]
        assert_same(PostingIndex(again), parts[1:])


@pytest.mark.parametrize("place", ["magic", "page", "last page", "directory", "length"])
def test_a_changed_segment_is_refused_dropped_and_made_anew(
    vault: Vault, index: PostingIndex, place: str
):
    add(vault, index, 0)
    (path,) = segment_files(vault)
    sealed = bytearray(path.read_bytes())
    pages = -(-len(drawn(0)) // 512)
    at = {"magic": 0, "page": 500, "last page": -5 * pages - 40, "directory": -1, "length": -1}
    sealed[at[place]] ^= 1
    path.write_bytes(sealed[:-1] if place == "length" else sealed)
    index.close()
    with pytest.raises(VaultDamagedError) as caught:
        index.lookup("sound", np.array([77, 2**32 - 1, *ASKED], np.uint32), 10**5)
        index.lookup("sound", (drawn(0) >> np.uint64(32)).astype(np.uint32), 10**5)
    assert caught.value.code == "vault.postings-damaged"
    assert index.repair() == 1
    assert vault.posting_sources() == ()
    index.purge()
    assert_same(index, [add(vault, index, 0)])
    assert index.repair() == 0


def test_pages_and_segments_do_not_stand_in_for_each_other(vault: Vault, index: PostingIndex):
    add(vault, index, 0)
    add(vault, index, 1)
    one, two = segment_files(vault)
    sizes = sorted(path.stat().st_size for path in (one, two))
    vault.close()
    swapped = one.read_bytes()
    one.write_bytes(two.read_bytes())
    two.write_bytes(swapped)
    with open_vault(vault.folder, passphrase="p", read_only=True, clock=CLOCK) as again:
        rows = again.catalogue().segments
        assert len(rows) == 2
        assert sizes
        for row in rows:
            forged = replace(
                row, size_bytes=(again.folder / f"postings/{row.id}.postings").stat().st_size
            )
            with pytest.raises(VaultDamagedError):
                Segment(again.folder, again.vault_id, forged)


def test_pages_within_a_segment_cannot_change_places(vault: Vault, index: PostingIndex):
    vault.add_recording(recording(0))
    made = entries(np.arange(4096, dtype=np.uint32), 0, np.arange(4096))
    index.add({"sound": made}, [VolumeRow(0, "rec-0", 0, 1)], [SourceRow("rec-0", "sound", "1")])
    (path,) = segment_files(vault)
    sealed = path.read_bytes()
    size = 512 * 6 + 16
    first, second = sealed[16 : 16 + size], sealed[16 + size : 16 + 2 * size]
    path.write_bytes(sealed[:16] + second + first + sealed[16 + 2 * size :])
    index.close()
    with pytest.raises(VaultDamagedError):
        index.lookup("sound", np.array([1], np.uint32), 10)


def test_the_vault_check_names_a_damaged_segment_and_the_next_one_is_sound(vault: Vault, index):
    add(vault, index, 0)
    assert vault.check().is_sound
    (path,) = segment_files(vault)
    sealed = bytearray(path.read_bytes())
    sealed[300] ^= 4
    path.write_bytes(sealed)
    (damage,) = vault.check().damages
    assert (damage.kind, damage.code) == ("postings", "vault.postings-damaged")
    assert vault.check().is_sound
    assert segment_files(vault) == []
    assert vault.posting_sources() == ()


def test_backups_hold_no_postings(vault: Vault, index: PostingIndex, tmp_path: Path):
    add(vault, index, 0)
    (tmp_path / "safe").mkdir()
    info = vault.backup(tmp_path / "safe")
    assert not (info.path / "postings").exists()
    with open_vault(info.path, passphrase="p", read_only=True, clock=CLOCK) as copy:
        assert copy.catalogue().segments == copy.catalogue().volumes == copy.posting_sources() == ()
        assert PostingIndex(copy).lookup("sound", ASKED, 10).asked.size == 0


def test_a_reader_goes_on_while_a_writer_adds_merges_and_purges(vault: Vault, index: PostingIndex):
    parts = [add(vault, index, 0)]
    with open_vault(vault.folder, passphrase="p", read_only=True, clock=CLOCK) as reader:
        seen = PostingIndex(reader)
        assert_same(seen, parts)
        for number in (1, 2, 3):
            parts.append(add(vault, index, number))
            index.merge()
            assert_same(seen, parts)
        vault.delete_recording("rec-1")
        assert_same(seen, [parts[0], *parts[2:]], 10**5)
        index.purge()
        assert_same(seen, [parts[0], *parts[2:]], 10**5)
        with pytest.raises(VaultError):
            seen.add({"sound": drawn(9)}, [], [])
    assert len(segment_files(vault)) == len(vault.catalogue().segments)


def test_slots_of_a_closed_segment_do_not_pass_for_those_of_another(vault: Vault, index):
    # Lookups between all changes fill slots; segments come and go in every order.
    kept: dict[int, np.ndarray] = {}
    for number in range(12):
        kept[number] = add(vault, index, number, 800 + 300 * (number % 3))
        assert_same(index, list(kept.values()), 10**5)
        if number % 3 == 2:
            vault.delete_recording(f"rec-{number - 1}")
            del kept[number - 1]
            index.purge()
            assert_same(index, list(kept.values()), 10**5)
        if number % 4 == 3:
            index.merge()
            assert_same(index, list(kept.values()), 10**5)


def test_a_file_removed_between_row_and_opening_makes_a_reader_look_again(
    vault: Vault, index: PostingIndex, monkeypatch
):
    parts = [add(vault, index, number) for number in range(2)]
    late = PostingIndex(vault)
    real = late._open
    calls = itertools.count()

    def first_fails(row):
        if not next(calls):
            index.merge()
            raise NotFoundError("vault.postings-missing")
        return real(row)

    monkeypatch.setattr(late, "_open", first_fails)
    assert_same(late, parts)


def test_locking_wipes_the_opened_pages(vault: Vault, index: PostingIndex):
    add(vault, index, 0)
    index.lookup("sound", ASKED, 100)
    slots = index._cache.slots
    assert slots.any()
    vault.close()
    assert not slots.any()
    assert index._segments == {}
    with pytest.raises(VaultLockedError):
        index.lookup("sound", ASKED, 100)


def test_memory_stays_within_its_bound_however_many_pages_are_read(vault: Vault, monkeypatch):
    index = PostingIndex(vault, cache_bytes=1)
    monkeypatch.setattr(index._cache, "count", 16)
    parts = [add(vault, index, 0, 60_000)]
    assert_same(index, parts)
    assert index._cache.slots.nbytes == 16 * 4096
    assert index.size().resident_bytes < 200_000


def test_the_pages_of_the_most_common_key_fit_into_the_smallest_cache(vault: Vault):
    index = PostingIndex(vault, cache_bytes=1)
    vault.add_recording(recording(1))
    keys = np.full(PER_KEY_MAX, 9, np.uint32)
    made = entries(keys, 1, np.arange(PER_KEY_MAX))
    index.add({"sound": made}, [VolumeRow(1, "rec-1", 0, 1)], [SourceRow("rec-1", "sound", "1")])
    asked = np.array([8, 9, 10], np.uint32)
    found = index.lookup("sound", asked, PER_KEY_MAX)
    assert np.array_equal(found.payloads, made.astype(np.uint32))
    assert index.lookup("sound", asked, PER_KEY_MAX - 1).asked.size == 0


def test_postings_and_keys_are_in_no_file_in_the_clear(vault: Vault, index: PostingIndex):
    vault.add_recording(recording(0))
    made = entries(np.full(4096, 0x41414141, np.uint32), 0, np.arange(4096))
    index.add({"sound": made}, [VolumeRow(0, "rec-0", 0, 1)], [SourceRow("rec-0", "sound", "1")])
    (path,) = segment_files(vault)
    plain = np.sort(made).astype("<u8").astype("<u4").tobytes()[:64]
    assert plain not in path.read_bytes()
    assert path.stat().st_mode & 0o77 == 0
    assert repr(vault.catalogue().segments[0]).count("\\x") == 0


def test_numbers_come_back_from_bits():
    for numbers in ((), (0,), (7, 8, 16383), range(100)):
        packed = pack_numbers(numbers)
        row = posting_segment.SegmentRow("seg", "sound", 1, 1, b"", packed)
        assert row.numbers() == frozenset(numbers)
