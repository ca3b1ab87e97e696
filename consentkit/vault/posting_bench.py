"""Measures the index of prints at full size: ``python -m consentkit.vault.bench --postings 1000``.

The index is drawn from a seed. Keys are as uneven as measured ones are: a quarter of the postings
falls on a few thousand keys that everything sounds or looks like, the rest is spread out.
"""

import resource
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from consentkit.kernel.clock import Clock
from consentkit.vault.kdf import FLOOR_KDF
from consentkit.vault.posting_catalogue import SourceRow, VolumeRow
from consentkit.vault.posting_index import PostingIndex
from consentkit.vault.posting_pages import Entries
from consentkit.vault.rows import RecordingRow, RecordRow, ScanRow
from consentkit.vault.vault import Vault, create_vault, open_vault

PER_HOUR = {"sound": 300_000, "picture": 180_000}
"""Postings of an hour: 83 a second of sound, 50 of picture."""
ASKED = {"sound": 120_000, "picture": 60_000}
"""Keys that a 10-minute edit asks for."""
BATCH_HOURS = 10
"""Hours that are added at a time."""
PLACES = 90_000
PER_KEY_MAX = 200
KNOWN_SHARE = 0.3
_COMMON_KEYS = 4000
_COMMON_SHARE = 0.25
_DENSE_SHARE = 0.5
_FRAME_KEYS = 4160
"""Keys that one frame of an edit asks for."""


def drawn_keys(
    rng: np.random.Generator, count: int, common: NDArray[np.uint32]
) -> NDArray[np.uint32]:
    """Return ``(count,) uint32`` keys, some common and the others spread, half of them denser."""
    keys = rng.integers(0, 1 << 32, count, np.uint32)
    # Half of the keys fall into a fifth of the range, as low frequencies and flat areas do.
    dense = rng.random(count) < _DENSE_SHARE
    keys[dense] = keys[dense] // 5
    is_common = rng.random(count) < _COMMON_SHARE
    ranks = (len(common) ** rng.random(int(is_common.sum()))).astype(np.int64) - 1
    keys[is_common] = common[ranks]
    return keys


def _batch(lane: str, first: int) -> Entries:
    """Return the entries of ``BATCH_HOURS`` recordings of an hour, the first numbered ``first``."""
    rng, common = np.random.default_rng((first, len(lane))), _common(lane)
    parts = []
    for number in range(first, first + BATCH_HOURS):
        count = PER_HOUR[lane]
        keys = drawn_keys(rng, count, common).astype(np.uint64)
        places = rng.integers(0, PLACES, count).astype(np.uint64)
        parts.append(keys << np.uint64(32) | np.uint64(number << 18) | places)
    return np.concatenate(parts)


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _cpu(name: str, work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    took = time.process_time() - begun
    _print(f"{name:<56}{took:9.3f} s of processor time")
    return took


def _common(lane: str) -> NDArray[np.uint32]:
    seed = sorted(PER_HOUR).index(lane)
    return np.random.default_rng(seed).integers(0, 1 << 32, _COMMON_KEYS, np.uint32)


def _fill(vault: Vault, index: PostingIndex, hours: int, clock: Clock) -> float:
    """Add and merge as bringing up to date does; return the processor time without drawing."""
    spent = 0.0
    for first in range(0, hours, BATCH_HOURS):
        lanes = {lane: _batch(lane, first) for lane in PER_HOUR}
        volumes, sources = [], []
        for number in range(first, first + BATCH_HOURS):
            recording_id = f"rec-{number:016d}"
            vault.add_recording(
                RecordingRow(recording_id, f"{number:064x}", 1, "", clock.now(), "{}")
            )
            volumes.append(VolumeRow(number, recording_id, 0.0, 3600.0))
            sources += [SourceRow(recording_id, lane, "1") for lane in PER_HOUR]
        begun = time.process_time()
        index.add(lanes, volumes, sources)
        index.merge()
        spent += time.process_time() - begun
    return spent


def _queries(lane: str) -> NDArray[np.uint32]:
    """Return keys of an edit: some of a recording, the others such as unknown footage gives."""
    rng = np.random.default_rng(11)
    asked = drawn_keys(rng, ASKED[lane], _common(lane))
    known = (_batch(lane, BATCH_HOURS) >> np.uint64(32)).astype(np.uint32)
    is_known = rng.random(len(asked)) < KNOWN_SHARE
    asked[is_known] = rng.choice(known, int(is_known.sum()))
    return asked


def _resident_mb() -> float:
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("RssAnon"):
            return int(line.split()[1]) / 1000
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def run(folder: Path, hours: int, clock: Clock) -> None:
    """Build an index of ``hours`` hours in ``folder``, measure it, and print the figures."""
    passphrase = "only for measuring"  # noqa: S105 -- protects drawn data
    vault, _ = create_vault(folder / "Bench.ckvault", passphrase, clock=clock, kdf=FLOOR_KDF)
    with vault:
        index = PostingIndex(vault)
        built = _fill(vault, index, hours, clock)
        size = index.size()
        total = sum(size.entries.values())
        _print(f"{hours} h: {size.entries} postings in {size.segments} segments")
        _print(
            f"built with all merges: {built:.1f} s of processor time, {built / hours:.3f} an hour"
        )
        _print(
            f"files: {size.file_bytes / 1e6:.0f} MB, {size.file_bytes / hours / 1e6:.2f} an hour,"
            f" {size.file_bytes / total:.2f} bytes a posting"
        )
        for turn in ("no page open", "some pages open"):
            both = 0.0
            for lane in PER_HOUR:
                both += _look_up(index, lane, _queries(lane), turn)
            _print(f"{'both':<56}{both:9.3f} s of processor time")
            index.clear()
        for lane in PER_HOUR:
            for turn in ("no page open", "the same again"):
                _look_up(index, lane, _queries(lane)[:_FRAME_KEYS], turn)
        size = index.size()
        _print(f"resident: {size.resident_bytes / 1e6:.1f} MB, process {_resident_mb():.0f} MB")
        vault.delete_recording(f"rec-{0:016d}")
        _cpu("purge one recording", index.purge)


def _look_up(index: PostingIndex, lane: str, keys: NDArray[np.uint32], turn: str) -> float:
    found: list[int] = []
    took = _cpu(
        f"look up {len(keys)} {lane} keys, {turn}",
        lambda: found.append(len(index.lookup(lane, keys, PER_KEY_MAX).asked)),
    )
    _print(f"    {found[0]} postings found")
    return took


SCAN_BYTES = 4_000_000
"""What the prints of an hour take."""


def run_scans(folder: Path, recordings: int, clock: Clock) -> None:
    """Measure a vault with the stored results of many recordings, and print the figures."""
    place, passphrase = folder / "Scans.ckvault", "only for measuring"
    vault, _ = create_vault(place, passphrase, clock=clock, kdf=FLOOR_KDF)
    content = np.random.default_rng(5).bytes(SCAN_BYTES)

    def fill() -> None:
        for number in range(recordings):
            row = RecordingRow(f"rec-{number:016d}", f"{number:064x}", 1, "", clock.now(), "{}")
            with vault.transaction():
                vault.add_recording(row)
                vault.put_scan(ScanRow(row.id, "picture-prints", 1, row.sha256, content))
                vault.put_scan(ScanRow(row.id, "thumbnail", 1, row.sha256, content[:8000]))

    one = f"rec-{recordings // 2:016d}"
    _timed(clock, f"put {recordings} results of {SCAN_BYTES / 1e6:.0f} MB", fill)
    vault.close()
    _print(f"{'database file':<56}{(place / 'vault.db').stat().st_size / 1e6:9.1f} MB")
    opened: list[Vault] = []
    _timed(
        clock, "open", lambda: opened.append(open_vault(place, passphrase=passphrase, clock=clock))
    )
    with opened.pop() as vault:
        _timed(clock, "list the recordings", vault.list_recordings)
        _timed(
            clock,
            "list the results of each",
            lambda: [vault.list_scans(row.id) for row in vault.list_recordings()],
        )
        _timed(clock, "stamps of all", lambda: vault.scan_stamps("picture-prints"))
        _timed(clock, "read one", lambda: vault.get_scan(one, "picture-prints"))
        _timed(clock, "remove one recording", lambda: vault.delete_recording(one))
        _timed(clock, "encrypt the database anew", lambda: _shred(vault))
        _timed(clock, "check", lambda: _print(f"sound: {vault.check().is_sound}"))


def _shred(vault: Vault) -> None:
    now = vault.created_at
    row = RecordRow(
        "con-a", now, now, "", "", (), "Given", "", None, (), None, None, has_token=False, search=""
    )
    vault.put_record(row, b"body")
    vault.erase_record("con-a", replace(row, status="Erased"))


def _timed(clock: Clock, name: str, work: Callable[[], object]) -> None:
    begun = clock.monotonic()
    _cpu(name, work)
    _print(f"    {(clock.monotonic() - begun) * 1000:.0f} ms")
