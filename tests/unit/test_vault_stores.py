"""Recordings, scans, conversations, documents, secrets, log and tokens come back as put."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from consentkit.kernel.clock import ManualClock
from consentkit.kernel.errors import (
    LimitError,
    MalformedError,
    NotFoundError,
    StateError,
    VaultError,
)
from consentkit.vault import media_store
from consentkit.vault.kdf import FLOOR_KDF
from consentkit.vault.rows import (
    CheckpointRow,
    ConversationRow,
    Document,
    LogEntryRow,
    RecordingRow,
    ScanInfo,
    ScanRow,
    TokenRow,
)
from consentkit.vault.schema import VERSION
from consentkit.vault.vault import Vault, create_vault, open_vault

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
CLOCK = ManualClock(NOON)
CLIP = RecordingRow("rec-1", "ab" * 32, 10**12, "/home/x/クリップ.mkv", NOON, '{"a":1}')
WISH = TokenRow("tok-1", 5, "first", None, "pending", 0, NOON, None, NOON, None)


@pytest.fixture
def vault(tmp_path: Path):
    made, _ = create_vault(tmp_path / "A.ckvault", "p", clock=CLOCK, kdf=FLOOR_KDF)
    yield made
    made.close()


def test_recordings_come_back_change_and_go(vault: Vault):
    vault.add_recording(CLIP)
    vault.add_recording(replace(CLIP, id="rec-2", sha256="cd" * 32, added_at=NOON + timedelta(1)))
    assert vault.get_recording("rec-1") == CLIP
    assert [one.id for one in vault.list_recordings()] == ["rec-2", "rec-1"]
    assert vault.recording_by_digest("ab" * 32) == CLIP
    assert vault.recording_by_digest("00" * 32) is None
    moved = replace(CLIP, path="/elsewhere", summary="{}")
    vault.update_recording(moved)
    assert vault.get_recording("rec-1") == moved
    with pytest.raises(StateError):
        vault.add_recording(CLIP)
    vault.delete_recording("rec-1")
    for missing in (
        lambda: vault.get_recording("rec-1"),
        lambda: vault.update_recording(CLIP),
        lambda: vault.delete_recording("rec-1"),
    ):
        with pytest.raises(NotFoundError):
            missing()


def test_a_path_that_is_no_text_comes_back(vault: Vault):
    odd = replace(CLIP, path="/home/x/\udcff\udc80.mkv")
    vault.add_recording(odd)
    assert vault.get_recording("rec-1") == odd


def test_half_a_character_or_an_endless_number_is_refused(vault: Vault):
    for bad in (
        lambda: vault.put_document(Document("asking", "a", NOON, "\ud800")),
        lambda: vault.add_recording(replace(CLIP, summary="\udfff")),
        lambda: vault.add_recording(replace(CLIP, size_bytes=2**70)),
        lambda: vault.get_document("asking", "\ud800"),
    ):
        with pytest.raises(MalformedError):
            bad()
    assert vault.list_recordings() == ()


def test_scans_are_kept_with_their_recording(vault: Vault, monkeypatch):
    vault.add_recording(CLIP)
    scan = ScanRow("rec-1", "waveform", 2, "ab" * 32, b"\x00\xff" * 3_000_000)
    vault.put_scan(replace(scan, version=1, data=b"old"))
    vault.put_scan(scan)
    assert vault.get_scan("rec-1", "waveform") == scan
    assert vault.list_scans("rec-1") == (ScanInfo("rec-1", "waveform", 2, "ab" * 32, 6_000_000),)
    assert vault.get_scan("rec-1", "other") is None
    with pytest.raises(StateError):
        vault.put_scan(replace(scan, recording_id="rec-missing"))
    monkeypatch.setattr(media_store, "SCAN_MAX_BYTES", 10)
    with pytest.raises(LimitError):
        vault.put_scan(scan)
    vault.delete_scan("rec-1", "waveform")
    assert vault.list_scans("rec-1") == ()


def test_conversations_are_replaced_all_at_once(vault: Vault):
    vault.add_recording(CLIP)
    rows = tuple(ConversationRow(f"cnv-{n}", "rec-1", n, f'{{"n":{n}}}') for n in range(3))
    vault.replace_conversations("rec-1", tuple(reversed(rows)))
    assert vault.list_conversations("rec-1") == rows
    assert vault.get_conversation("cnv-2") == rows[2]
    with pytest.raises(StateError):
        vault.replace_conversations("rec-1", (rows[0], rows[0]))
    with pytest.raises(MalformedError):
        vault.replace_conversations("rec-1", (replace(rows[0], recording_id="rec-2"),))
    assert vault.list_conversations("rec-1") == rows
    vault.delete_recording("rec-1")
    with pytest.raises(NotFoundError):
        vault.get_conversation("cnv-2")


def test_documents_are_listed_by_time(vault: Vault):
    papers = [Document("asking", f"a{n}", NOON + timedelta(seconds=n), str(n)) for n in range(3)]
    for paper in papers:
        vault.put_document(paper)
    vault.put_document(Document("export", "a0", NOON, "other kind"))
    assert vault.list_documents("asking") == tuple(reversed(papers))
    assert vault.list_documents("asking", newest_first=False, limit=2) == tuple(papers[:2])
    vault.put_document(replace(papers[0], body="new"))
    assert vault.get_document("asking", "a0").body == "new"
    vault.delete_document("asking", "a0")
    assert vault.find_document("asking", "a0") is None
    with pytest.raises(NotFoundError):
        vault.get_document("asking", "a0")
    assert vault.get_document("export", "a0").body == "other kind"


def test_secrets_are_kept_and_replaced(vault: Vault):
    assert vault.get_secret("log-key") is None
    vault.put_secret("log-key", b"\x00" * 32)
    vault.put_secret("log-key", b"\x01" * 32)
    assert vault.get_secret("log-key") == b"\x01" * 32


def test_the_log_only_grows(vault: Vault):
    assert vault.log_size() == 0
    assert vault.newest_checkpoint() is None
    for number in range(4):
        nodes = [(1, number // 2, b"n" * 32)] if number % 2 else []
        about = "con-1" if number != 1 else None
        assert vault.append_entry(b"%d" % number, b"h" * 32, nodes, "grant", about, NOON) == number
    assert vault.entry(1) == LogEntryRow(1, b"1", "grant", None, NOON)
    assert [one.idx for one in vault.entries(1, 99)] == [1, 2, 3]
    assert vault.entry_index_for("con-1") == (0, 2, 3)
    assert vault.get_node(0, 3) == b"h" * 32
    assert vault.get_node(1, 1) == b"n" * 32
    for missing in (lambda: vault.entry(4), lambda: vault.get_node(2, 0)):
        with pytest.raises(NotFoundError):
            missing()
    with pytest.raises(StateError):
        vault.append_entry(b"4", b"h" * 32, [(1, 0, b"again" * 4)], "grant", None, NOON)
    assert vault.log_size() == 4


def test_checkpoints_are_found_by_size(vault: Vault):
    for size in (2, 10, 9):
        vault.put_checkpoint(size, f"note {size}", NOON)
    vault.put_checkpoint(9, "note 9 with a witness", NOON)
    assert vault.newest_checkpoint() == CheckpointRow(10, "note 10", NOON)
    assert vault.checkpoint(9) == CheckpointRow(9, "note 9 with a witness", NOON)
    assert vault.checkpoint(3) is None


def test_tokens_go_from_wish_to_proof(vault: Vault):
    later = replace(WISH, id="tok-2", authority="second", next_try_at=NOON + timedelta(1))
    vault.put_token(later)
    vault.put_token(WISH)
    assert vault.pending_tokens() == (WISH, later)
    assert vault.newest_token() is None
    got = replace(WISH, state="granted", der=b"\x30", gen_time=NOON, next_try_at=None, attempts=1)
    vault.update_token(got)
    assert vault.pending_tokens() == (later,)
    assert vault.newest_token() == got
    vault.update_token(replace(later, last_error_code="remote.refused", attempts=3))
    assert vault.tokens_for(5)[1].last_error_code == "remote.refused"
    assert vault.tokens_from(6) == ()
    assert [one.id for one in vault.tokens_from(5)] == ["tok-1", "tok-2"]
    with pytest.raises(StateError):
        vault.put_token(WISH)
    with pytest.raises(NotFoundError):
        vault.update_token(replace(WISH, id="tok-9"))


def test_tables_of_a_newer_version_are_not_touched(vault: Vault):
    vault._db.execute(f"PRAGMA user_version = {VERSION + 1}")
    vault.close()
    with pytest.raises(VaultError, match="newer-version"):
        open_vault(vault.folder, passphrase="p", clock=CLOCK)


def test_every_table_is_strict(vault: Vault):
    for name, kind, strict in vault._rows(
        "SELECT name, type, strict FROM pragma_table_list WHERE schema = 'main'"
    ):
        if kind == "table" and not name.startswith("sqlite_"):
            assert strict, name


def test_settings_of_the_database_are_those_of_the_design(vault: Vault):
    wanted = {
        "journal_mode": "wal",
        "synchronous": "2",
        "secure_delete": "1",
        "trusted_schema": "0",
        "temp_store": "2",
        "cipher_status": "1",
        "cipher_log_level": "NONE",
    }
    for name, value in wanted.items():
        assert str(vault._rows(f"PRAGMA {name}")[0][0]) == value, name


def test_documents_are_found_by_many_kinds_and_by_many_identifiers(vault: Vault):
    for kind in ("a:1", "a:2", "b"):
        for name in ("x", "y"):
            vault.put_document(Document(kind, name, NOON, f"{kind} {name}"))
    found = vault.list_documents_of(["a:2", "a:1", "a:1", "none"])
    assert [(one.kind, one.id) for one in found] == [
        ("a:1", "x"), ("a:1", "y"), ("a:2", "x"), ("a:2", "y"),
    ]  # fmt: skip
    assert vault.list_documents_of([]) == ()
    assert {key: one.body for key, one in vault.find_documents("b", ["y", "z"]).items()} == {
        "y": "b y"
    }
    many = [f"none {number}" for number in range(1200)]
    assert len(vault.list_documents_of([*many, "b"])) == 2
    assert set(vault.find_documents("b", [*many, "x"])) == {"x"}
