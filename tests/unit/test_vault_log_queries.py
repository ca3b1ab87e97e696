"""The log is searched, counted and matched with tokens without reading what is not shown."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from consentkit.kernel.clock import ManualClock
from consentkit.vault.kdf import FLOOR_KDF
from consentkit.vault.rows import Document, EntryQuery, RecordRow, TokenRow
from consentkit.vault.vault import Vault, create_vault

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
TOKEN = TokenRow("tok-0", 0, "first", b"\x30", "stamped", 1, None, None, NOON, NOON)


def record(record_id: str, pseudonym: str) -> RecordRow:
    return RecordRow(
        record_id, NOON, NOON, pseudonym, "", (), "given", "C", None, ("keep",), None, None,
        has_token=False, search=pseudonym,
    )  # fmt: skip


@pytest.fixture
def vault(tmp_path: Path):
    made, _ = create_vault(tmp_path / "A.ckvault", "p", clock=ManualClock(NOON), kdf=FLOOR_KDF)
    made.put_record(record("con-1", "Budi Ä"), b"1")
    made.put_record(record("con-2", "Sari"), b"2")
    about = ["rec-1", "con-1", "con-2", "con-1", None]
    for number, (kind, subject) in enumerate(
        zip(["ingest", "grant", "refuse", "export", "key-change"], about, strict=True)
    ):
        made.append_entry(b"leaf", bytes([number]) * 32, [], kind, subject, NOON)
    yield made
    made.close()


def found(vault: Vault, query: EntryQuery, offset: int = 0, limit: int = 9) -> list[int]:
    return [entry.idx for entry in vault.query_entries(query, offset, limit)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (EntryQuery(), [4, 3, 2, 1, 0]),
        (EntryQuery(kinds=frozenset({"grant", "refuse"})), [2, 1]),
        (EntryQuery(name="BUDI"), [3, 1]),
        (EntryQuery(name="budi ä", kinds=frozenset({"export"})), [3]),
        (EntryQuery(name="sari", subjects=frozenset({"rec-1"})), [2, 0]),
        (EntryQuery(name="%"), []),
    ],
)
def test_entries_are_found_by_kind_and_by_name(vault, query, expected):
    assert found(vault, query) == expected
    assert vault.count_entries(query) == len(expected)
    assert found(vault, query, 1, 2) == expected[1:3]
    assert found(vault, query, 99) == []


def test_an_erased_name_finds_nothing(vault):
    vault.erase_record("con-1", replace(record("con-1", ""), status="Erased", search=""))
    assert found(vault, EntryQuery(name="budi")) == []
    assert len(found(vault, EntryQuery())) == 5


def test_counting_and_skipping_read_no_entry(vault):
    for sql in (
        "SELECT count(*) FROM log_entries WHERE kind IN ('grant')",
        "SELECT idx FROM log_entries WHERE kind IN ('grant') AND record_id IN ('a')",
    ):
        plan = " ".join(str(row) for row in vault._rows(f"EXPLAIN QUERY PLAN {sql}"))
        assert "COVERING INDEX" in plan


def test_the_earliest_token_of_each_authority_covers_an_entry(vault):
    assert vault.covered_size() == 0
    assert vault.best_stamped_size(0) is None
    for number, (authority, size) in enumerate([("first", 5), ("first", 3), ("second", 5)]):
        vault.put_token(
            replace(TOKEN, id=f"tok-{number}", authority=authority, checkpoint_size=size)
        )
    wish = replace(TOKEN, id="tok-9", checkpoint_size=9, der=None, state="pending", gen_time=None)
    vault.put_token(wish)
    assert vault.earliest_token("first", 2).id == "tok-1"
    assert vault.earliest_token("first", 4).id == "tok-0"
    assert vault.earliest_token("first", 6) is None
    assert vault.earliest_token("nobody", 0) is None
    assert vault.covered_size() == 5
    assert vault.best_stamped_size(1) == 5
    assert vault.best_stamped_size(6) is None
    assert vault.get_token("tok-1").checkpoint_size == 3
    assert vault.get_token("tok-7") is None


def test_many_rows_come_at_once_and_missing_ones_are_left_out(vault):
    rows = vault.get_rows(["con-2", "con-1", "con-3", *(f"none-{n}" for n in range(1200))])
    assert {key: row.pseudonym for key, row in rows.items()} == {"con-1": "Budi Ä", "con-2": "Sari"}
    assert vault.get_rows([]) == {}


def test_the_mark_of_a_kind_changes_with_its_documents(vault):
    marks = [vault.kinds_marked("link:")]
    for change in (
        lambda: vault.put_document(Document("link:a", "1", NOON, "{}")),
        lambda: vault.put_document(Document("link:a", "2", NOON, "{}")),
        lambda: vault.put_document(Document("link:a", "1", NOON + timedelta(seconds=1), "{}")),
        lambda: vault.delete_document("link:a", "2"),
    ):
        vault.put_document(Document("link", "other", NOON, "{}"))
        change()
        marks.append(vault.kinds_marked("link:"))
    assert all(earlier != later for earlier, later in pairwise(marks))
    assert set(marks[-1]) == {"link:a"}
