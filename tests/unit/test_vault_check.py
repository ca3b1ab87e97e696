"""The check finds what is damaged, names it, and the rest stays readable."""

import base64
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from consentkit.kernel.clock import ManualClock
from consentkit.kernel.errors import VaultDamagedError
from consentkit.kernel.progress import Cancelled, CancelToken
from consentkit.tlog import merkle
from consentkit.vault.check import Damage
from consentkit.vault.kdf import FLOOR_KDF
from consentkit.vault.rows import Document, RecordingRow, RecordQuery, RecordRow, ScanRow
from consentkit.vault.vault import Vault, create_vault, open_vault

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
CLOCK = ManualClock(NOON)
COUNT = 300
PAGE = 4096


def row(number: int) -> RecordRow:
    return RecordRow(
        f"con-{number:04d}", NOON, NOON + timedelta(seconds=number), f"name {number}", "ID", (),
        "Given", "", None, (), None, None, has_token=False, search=f"text {number}",
    )  # fmt: skip


def add_leaf(vault: Vault, leaf: bytes) -> None:
    hashed = merkle.leaf_hash(leaf)
    nodes = merkle.append(hashed, vault.log_size(), vault.get_node)
    vault.append_entry(leaf, hashed, nodes, "grant", None, NOON)


def checkpoint(vault: Vault) -> None:
    size = vault.log_size()
    root = base64.b64encode(merkle.root(size, vault.get_node)).decode()
    vault.put_checkpoint(size, f"consentkit.local/x\n{size}\n{root}\n\n— x AAAA\n", NOON)


@pytest.fixture
def vault(tmp_path: Path):
    made, _ = create_vault(tmp_path / "A.ckvault", "p", clock=CLOCK, kdf=FLOOR_KDF)
    with made.transaction():
        for number in range(COUNT):
            made.put_record(row(number), bytes([number % 256]) * 1200)
            add_leaf(made, f"leaf {number}".encode())
        checkpoint(made)
    made.put_blob("con-0001", b"x" * 100_000, media_type="image/png", purpose="still")
    made.put_document(Document("asking", "one", NOON, "{}"))
    made.add_recording(RecordingRow("rec-1", "0" * 64, 5, "/clip.mkv", NOON, "{}"))
    made.put_scan(ScanRow("rec-1", "filmstrip", 1, "0" * 64, b"z" * 50_000))
    yield made
    made.close()


def test_a_sound_vault_is_called_sound_and_counted(vault: Vault):
    report = vault.check()
    assert report.is_sound
    assert (report.records, report.blobs, report.log_entries) == (COUNT, 1, COUNT)
    assert report.are_pages_checked


def test_a_vault_with_a_full_write_ahead_log_is_sound(vault: Vault):
    vault.put_secret("in the log", b"1" * 20_000)
    assert (vault.folder / "vault.db-wal").stat().st_size > 20_000
    assert vault.check().is_sound


def test_an_empty_vault_is_sound(tmp_path: Path):
    made, _ = create_vault(tmp_path / "E.ckvault", "p", clock=CLOCK, kdf=FLOOR_KDF)
    with made:
        assert made.check().is_sound


def test_a_second_process_that_reads_checks_all_but_the_pages(vault: Vault):
    with open_vault(vault.folder, passphrase="p", clock=CLOCK, read_only=True) as reader:
        report = reader.check()
        assert report.is_sound
        assert not report.are_pages_checked
        assert report.records == COUNT


@pytest.mark.parametrize("share", [0.35, 0.55, 0.75, 0.9])
def test_damaged_pages_are_named_and_the_rest_stays_readable(vault: Vault, share: float):
    vault.close()
    path = vault.folder / "vault.db"
    content = bytearray(path.read_bytes())
    page = int(len(content) // PAGE * share)
    content[page * PAGE + 700] ^= 0x10
    path.write_bytes(content)

    with open_vault(vault.folder, passphrase="p", clock=CLOCK) as again:
        report = again.check()
        assert Damage("page", str(page + 1), "vault.page-damaged") in report.damages
        named = {damage.id for damage in report.damages if damage.kind == "record"}
        readable = 0
        for number in range(COUNT):
            try:
                body = again.get_record_body(f"con-{number:04d}")
            except VaultDamagedError:
                assert f"con-{number:04d}" in named or not report.records
            else:
                readable += 1
                assert body == bytes([number % 256]) * 1200
        # A body may be readable where another part of its record is damaged.
        assert readable >= report.records
        assert readable > COUNT // 2 or named


def test_a_damaged_body_is_named(vault: Vault):
    vault._db.execute("UPDATE record_bodies SET body = x'00' WHERE seq = 5")
    vault._db.execute("DELETE FROM record_keys WHERE record_id = 'con-0007'")
    report = vault.check()
    assert {(one.kind, one.id) for one in report.damages} == {
        ("record", "con-0004"),
        ("record", "con-0007"),
    }
    assert report.records == COUNT - 2


@pytest.mark.parametrize("harm", ["flip", "missing"])
def test_damaged_evidence_is_named(vault: Vault, harm: str):
    blob = vault.list_blobs("con-0001")[0]
    path = next(vault.folder.glob(f"blobs/*/{blob.id}.age"))
    if harm == "missing":
        path.unlink()
    else:
        content = bytearray(path.read_bytes())
        content[-100] ^= 1
        path.write_bytes(content)
    code = "vault.blob-missing" if harm == "missing" else "vault.blob-damaged"
    assert vault.check().damages == (Damage("blob", blob.id, code),)


def test_a_changed_entry_is_named_and_breaks_the_root(vault: Vault):
    vault._db.execute("UPDATE log_entries SET leaf = x'00' WHERE idx = 40")
    found = {(one.kind, one.id) for one in vault.check().damages}
    assert ("log-entry", "40") in found
    assert ("log-root", str(COUNT)) in found


def test_an_entry_changed_with_all_its_nodes_breaks_the_signed_root(vault: Vault):
    note = vault.newest_checkpoint().note
    vault._db.execute("DELETE FROM log_entries")
    vault._db.execute("DELETE FROM log_nodes")
    for number in range(COUNT):
        add_leaf(vault, f"other {number}".encode())
    vault.put_checkpoint(COUNT, note, NOON)
    assert vault.check().damages == (Damage("log-root", str(COUNT), "log.root"),)


def test_a_cut_log_is_noticed(vault: Vault):
    vault._db.execute("DELETE FROM log_entries WHERE idx >= 290")
    vault._db.execute("DELETE FROM log_nodes WHERE level = 0 AND idx >= 290")
    kinds = {(one.kind, one.code) for one in vault.check().damages}
    assert ("log-root", "log.shorter-than-checkpoint") in kinds
    vault._db.execute("DELETE FROM log_entries")
    assert ("log-root", "log.shorter-than-checkpoint") in {
        (one.kind, one.code) for one in vault.check().damages
    }


def test_a_missing_entry_and_a_changed_node_are_named(vault: Vault):
    vault._db.execute("DELETE FROM log_entries WHERE idx = 17")
    vault._db.execute("UPDATE log_nodes SET hash = zeroblob(32) WHERE level = 3 AND idx = 20")
    found = {(one.kind, one.id, one.code) for one in vault.check().damages}
    assert ("log-entry", "17", "log.entry-missing") in found
    assert ("log-node", "3/20", "log.hash") in found


def test_a_note_that_is_no_checkpoint_is_damage(vault: Vault):
    vault.put_checkpoint(COUNT, "nonsense", NOON)
    assert vault.check().damages == (Damage("log-root", str(COUNT), "log.root"),)


def test_a_search_index_that_does_not_fit_its_texts_is_named(vault: Vault):
    vault._db.execute("UPDATE record_search SET text = 'something else' WHERE seq = 3")
    assert Damage("search-index", "", "vault.damaged") in vault.check().damages
    assert vault.query_records(RecordQuery(text="text 5"))


def test_what_a_crash_left_is_removed_and_nothing_else(vault: Vault):
    folder = next(vault.folder.glob("blobs/*"))
    (folder / ".part-abc").write_bytes(b"half")
    (folder / f"blob-{folder.name}aaaaaaaaaaaaaa.age").write_bytes(b"orphan")
    (folder / "notes.txt").write_bytes(b"the user's own")
    report = vault.check()
    assert report.is_sound
    assert report.leftovers_removed == 2
    assert (folder / "notes.txt").exists()
    assert vault.open_blob(vault.list_blobs("con-0001")[0].id) == b"x" * 100_000


def test_the_check_tells_how_far_it_is_and_stops_when_asked(vault: Vault):
    steps: list[str] = []
    vault.check(lambda update: steps.append(update.step))
    for step in ("pages", "structure", "search", "records", "log", "evidence"):
        assert f"vault.check.{step}" in steps
    cancel = CancelToken()

    def stop(update):
        if update.step == "vault.check.records":
            cancel.cancel()

    with pytest.raises(Cancelled):
        vault.check(stop, cancel)
    assert vault.get_record_body("con-0001")


def test_reading_and_writing_go_on_during_a_check(vault: Vault):
    failures: list[BaseException] = []

    def work() -> None:
        try:
            for number in range(40):
                vault.put_record(row(COUNT + number), b"new")
                assert vault.get_record_body(f"con-{number:04d}")
                vault.query_records(RecordQuery(text="text 1"))
        except BaseException as exc:  # noqa: BLE001 -- handed to the test's own thread
            failures.append(exc)

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    reports = [vault.check() for _ in range(2)]
    for thread in threads:
        thread.join()
    assert not failures
    assert all(report.is_sound for report in reports), reports
