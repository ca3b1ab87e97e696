"""Measures a vault of many records: ``python -m consentkit.vault.bench --records 100000``.

``--postings 1000`` measures the index of prints of a thousand hours in place of that, and
``--scans 1000`` the stored results of a thousand recordings.

Prints wall-clock and processor times of the machine it runs on. The content is drawn from a seed,
with names, notes, statuses and log entries of the lengths real ones have.
"""

import argparse
import base64
import hashlib
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from consentkit.kernel.clock import Clock, SystemClock
from consentkit.tlog import merkle
from consentkit.vault.kdf import DEFAULT_KDF
from consentkit.vault.rows import SORT_COLUMNS, RecordQuery, RecordRow
from consentkit.vault.vault import Vault, create_vault, open_vault

_START = datetime(2026, 1, 1, tzinfo=UTC)
_STATUSES = ("Given",) * 6 + ("Refused", "Requested", "Withdrawn", "Expired")
_CITIES = ("Jakarta", "Bandung", "Surabaya", "Москва", "London", "Medan", "東京", "Сургут")
_LANGUAGES = (("id",), ("en",), ("ru",), ("id", "en"), ("ja",))
_BATCH = 2000
_LEAF_BYTES = 700
_BODY_BYTES = 1500
_ROUNDS = 5


def _draw(seed: int) -> Iterator[int]:
    """Yield an endless row of numbers below 256 that the seed alone decides."""
    counter = 0
    while True:
        yield from hashlib.sha256(f"{seed}/{counter}".encode("ascii")).digest()
        counter += 1


def _name(numbers: Iterator[int]) -> str:
    syllables = ("bu", "di", "sa", "ri", "ko", "le", "na", "tu", "mi", "wa", "yo", "zhe")
    return "".join(syllables[next(numbers) % 12] for _ in range(2 + next(numbers) % 3)).title()


def make_row(number: int) -> RecordRow:
    """Return the columns of the ``number``-th drawn record."""
    numbers = _draw(number)
    name = f"{_name(numbers)} {number % 977}"
    city = _CITIES[next(numbers) % len(_CITIES)]
    created_at = _START + timedelta(seconds=next(numbers) * 90_000 + next(numbers) * 300 + number)
    status = "Suspended" if number % 1000 == 0 else _STATUSES[next(numbers) % len(_STATUSES)]
    ends = next(numbers)
    return RecordRow(
        id=f"con-{number:016d}",
        created_at=created_at,
        updated_at=created_at + timedelta(days=next(numbers)),
        pseudonym=name,
        country=("ID", "RU", "US", "JP")[next(numbers) % 4],
        languages=_LANGUAGES[next(numbers) % len(_LANGUAGES)],
        status=status,
        grade="ABCDE"[next(numbers) % 5],
        expires_at=created_at + timedelta(days=365 + ends) if ends % 4 else None,
        purposes=("record", "keep", "publish", "monetise_ads")[: 1 + next(numbers) % 4],
        recording_id=f"rec-{number // 20:016d}",
        conversation_id=f"cnv-{number:016d}",
        has_token=bool(next(numbers) % 16),
        search=f"{name} {city} indonesia evening session channel number {number}",
    )


def fill(vault: Vault, records: int) -> None:
    """Put ``records`` drawn records and as many log entries into the vault."""
    for start in range(0, records, _BATCH):
        with vault.transaction():
            for number in range(start, min(records, start + _BATCH)):
                row = make_row(number)
                vault.put_record(row, number.to_bytes(4) * (_BODY_BYTES // 4))
                _add_leaf(vault, number, row)
    root = merkle.root(records, vault.get_node)
    note = f"consentkit.local/{vault.vault_id}\n{records}\n{_base64(root)}\n"
    vault.put_checkpoint(records, note, _START)


def _add_leaf(vault: Vault, number: int, row: RecordRow) -> None:
    leaf = hashlib.sha256(number.to_bytes(8)).hexdigest().encode("ascii") * (_LEAF_BYTES // 64)
    hashed = merkle.leaf_hash(leaf)
    nodes = merkle.append(hashed, number, vault.get_node)
    vault.append_entry(leaf, hashed, nodes, "grant", row.id, row.created_at)


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _timed(clock: Clock, name: str, work: Callable[[], object]) -> None:
    begun, begun_cpu = clock.monotonic(), time.process_time()
    work()
    cpu, took = time.process_time() - begun_cpu, clock.monotonic() - begun
    _print(f"{name:<44}{took * 1000:10.1f} ms{cpu * 1000:12.1f} ms of processor time")


def _queries(records: int) -> Iterator[tuple[str, RecordQuery]]:
    yield "no condition", RecordQuery()
    for text in ("indonesia", "jakarta", "東京", "москва evening", "bu", "z", "budisari", "xqxq"):
        yield f"text {text!r}", RecordQuery(text=text)
        yield f"text {text!r} by name", RecordQuery(text=text, sort="pseudonym", descending=False)
    for status in ("Given", "Withdrawn", "Suspended"):
        statuses = frozenset({status})
        for sort in SORT_COLUMNS:
            yield f"{status} by {sort}", RecordQuery(statuses=statuses, sort=sort)
        deep = records // 3
        yield f"{status}, page at {deep}", RecordQuery(statuses=statuses, offset=deep)
    yield "language ja", RecordQuery(languages=frozenset({"ja"}))
    yield "language ja by name", RecordQuery(languages=frozenset({"ja"}), sort="pseudonym")
    yield "without token", RecordQuery(without_token=True)
    soon = _START + timedelta(days=400)
    yield "expiring", RecordQuery(expiring_before=soon, sort="expires_at", descending=False)
    yield (
        "everything at once",
        RecordQuery(
            text="indonesia ev",
            statuses=frozenset({"Given", "Requested"}),
            languages=frozenset({"id", "en"}),
            expiring_before=_START + timedelta(days=600),
            without_token=True,
            sort="pseudonym",
        ),
    )


def _pages(records: int) -> Iterator[tuple[str, RecordQuery]]:
    for sort in SORT_COLUMNS:
        for offset in (0, records // 2, max(0, records - 200)):
            for descending in (False, True):
                query = RecordQuery(sort=sort, descending=descending, offset=offset)
                yield f"by {sort} at {offset}", query


def _measure(
    clock: Clock, vault: Vault, name: str, work: Iterator[tuple[str, RecordQuery]]
) -> None:
    """Print the times of the page and of the count of each query, first and repeated."""
    cases = list(work)
    for part, ask in (("page", vault.query_records), ("count", vault.count_records)):
        firsts: list[tuple[float, str]] = []
        repeats: list[float] = []
        for label, query in cases:
            for turn in range(_ROUNDS):
                begun = clock.monotonic()
                ask(query)
                took = (clock.monotonic() - begun) * 1000
                if turn:
                    repeats.append(took)
                else:
                    firsts.append((took, label))
        worst, label = max(firsts)
        _print(
            f"{name}, {part}: median {statistics.median(repeats):.1f} ms, worst"
            f" {max(repeats):.1f} ms; first time worst {worst:.1f} ms ({label})"
        )


def _tombstone(row: RecordRow) -> RecordRow:
    return RecordRow(
        row.id,
        row.created_at,
        row.updated_at,
        "",
        "",
        (),
        "Erased",
        "",
        None,
        (),
        None,
        None,
        has_token=False,
        search="",
    )


def run(folder: Path, records: int, clock: Clock) -> None:
    """Make a vault in ``folder``, measure everything a user waits for, and print it."""
    place = folder / "Bench.ckvault"
    passphrase = "only for measuring"  # noqa: S105 -- protects drawn data
    made: list[Vault] = []

    def create() -> None:
        made.append(create_vault(place, passphrase, clock=clock, kdf=DEFAULT_KDF)[0])

    _timed(clock, "create an empty vault (with its KDF)", create)
    vault = made.pop()
    _timed(clock, f"put {records} records and log entries", lambda: fill(vault, records))
    vault.close()
    size = (place / "vault.db").stat().st_size / 1e6
    _print(f"{'database file':<44}{size:10.1f} MB")
    _timed(
        clock,
        "open (with its KDF)",
        lambda: made.append(open_vault(place, passphrase=passphrase, clock=clock)),
    )
    with made.pop() as vault:
        _measure(clock, vault, "search and filter", _queries(records))
        _measure(clock, vault, "sorted pages", _pages(records))
        row = make_row(records // 2)
        _timed(clock, "put one record", lambda: vault.put_record(row, b"x" * _BODY_BYTES))
        _timed(clock, "read one body", lambda: vault.get_record_body(row.id))
        _timed(clock, "back up", lambda: vault.backup(folder))
        _timed(clock, "check", lambda: _print(f"sound: {vault.check().is_sound}"))
        _timed(clock, "erase one record", lambda: vault.erase_record(row.id, _tombstone(row)))


def main() -> None:
    """Read the options and run the measurement in a temporary folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--postings", type=int, metavar="HOURS", help="measure the index of prints")
    parser.add_argument("--scans", type=int, metavar="RECORDINGS", help="measure stored prints")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if options.postings or options.scans:
            from consentkit.vault import posting_bench

            if options.postings:
                posting_bench.run(Path(folder), options.postings, SystemClock())
            if options.scans:
                posting_bench.run_scans(Path(folder), options.scans, SystemClock())
        else:
            run(Path(folder), options.records, SystemClock())


if __name__ == "__main__":
    main()
