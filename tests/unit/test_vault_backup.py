"""Backups open like the vault; restoring makes a vault again; broken ones are refused."""

import hashlib
import shutil
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from consentkit.kernel.clock import ManualClock
from consentkit.kernel.errors import InputError, VaultDamagedError, VaultInUseError
from consentkit.kernel.progress import Cancelled, CancelToken
from consentkit.vault import backup as backup_module
from consentkit.vault.backup import restore_backup
from consentkit.vault.heads import remember_head, remembered_head
from consentkit.vault.kdf import FLOOR_KDF
from consentkit.vault.rows import RecordRow
from consentkit.vault.vault import Vault, create_vault, open_vault

NOON = datetime(2026, 11, 21, 12, 34, tzinfo=UTC)
CLOCK = ManualClock(NOON)


def row(name: str, status: str = "Given") -> RecordRow:
    return RecordRow(
        f"con-{name}", NOON, NOON, name, "", (), status, "", None, (), None, None,
        has_token=False, search=name,
    )  # fmt: skip


@pytest.fixture
def vault(tmp_path: Path):
    made, _ = create_vault(tmp_path / "Chats.ckvault", "p", clock=CLOCK, kdf=FLOOR_KDF)
    made.put_record(row("a"), b"body")
    made.put_blob("con-a", b"face" * 50_000, media_type="image/png", purpose="still")
    yield made
    made.close()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "backups"
    folder.mkdir()
    return folder


def test_a_backup_made_while_open_is_a_vault_of_its_own(vault: Vault, place: Path):
    info = vault.backup(place)
    assert info.path == place / "Chats-20261121-1234.ckvault"
    assert info.records == 1
    vault.put_record(row("later"), b"not in it")
    with open_vault(info.path, passphrase="p", clock=CLOCK) as copy:
        assert copy.record_ids() == ("con-a",)
        assert copy.get_record_body("con-a") == b"body"
        assert copy.open_blob(copy.list_blobs("con-a")[0].id) == b"face" * 50_000
        assert copy.check().is_sound
        assert copy.vault_id == vault.vault_id
    assert vault.list_backups() == (info,)


def test_two_backups_of_one_minute_have_two_names(vault: Vault, place: Path):
    assert vault.backup(place).path != vault.backup(place).path
    assert len(vault.list_backups()) == 2


def test_an_older_backup_opens_with_the_passphrase_of_its_time_and_still_has_the_erased(
    vault: Vault, place: Path
):
    info = vault.backup(place)
    vault.erase_record("con-a", row("a", "Erased"))
    vault.change_passphrase("p", "new", kdf=FLOOR_KDF)
    with open_vault(info.path, passphrase="p", clock=CLOCK) as copy:
        assert copy.get_record_body("con-a") == b"body"


def test_a_backup_is_not_written_into_the_vault_or_nowhere(vault: Vault, tmp_path: Path):
    for bad in (vault.folder, vault.folder / "blobs", tmp_path / "missing"):
        with pytest.raises(InputError, match=r"backup\.destination"):
            vault.backup(bad)


def test_a_stopped_or_failed_backup_leaves_nothing(vault: Vault, place: Path, monkeypatch):
    cancel = CancelToken()
    with pytest.raises(Cancelled):
        vault.backup(place, lambda update: cancel.cancel(), cancel)
    assert list(place.iterdir()) == []
    next(vault.folder.glob("blobs/*/*.age")).unlink()
    with pytest.raises(VaultDamagedError):
        vault.backup(place)
    assert list(place.iterdir()) == []
    assert vault.list_backups() == ()


def test_a_copy_that_reads_differently_is_refused(vault: Vault, place: Path, monkeypatch):
    other = hashlib.sha256(b"what a failing disk reads")
    monkeypatch.setattr(backup_module.hashlib, "file_digest", lambda stream, name: other)
    with pytest.raises(Exception, match=r"disk\.read-back"):
        vault.backup(place)
    assert list(place.iterdir()) == []


def test_backups_and_writes_at_once_are_consistent(vault: Vault, place: Path):
    stop = threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            with vault.transaction():
                vault.put_record(row(f"w{number}"), b"w")
                vault.append_entry(b"w", number.to_bytes(32), (), "grant", f"con-w{number}", NOON)
            number += 1

    thread = threading.Thread(target=write)
    thread.start()
    try:
        infos = [vault.backup(place) for _ in range(3)]
    finally:
        stop.set()
        thread.join()
    for info in infos:
        with open_vault(info.path, passphrase="p", clock=CLOCK, read_only=True) as copy:
            assert len(copy.record_ids()) == copy.log_size() + 1 == info.records


def test_restoring_makes_a_vault_and_leaves_the_backup(vault: Vault, place: Path, tmp_path: Path):
    info = vault.backup(place)
    (info.path / "stranger.txt").write_text("x", encoding="utf-8")
    destination = tmp_path / "Restored.ckvault"
    restore_backup(info.path, destination)
    with open_vault(destination, passphrase="p", clock=CLOCK) as restored:
        assert restored.get_record_body("con-a") == b"body"
        assert restored.check().is_sound
    assert not (destination / "stranger.txt").exists()
    open_vault(info.path, passphrase="p", clock=CLOCK).close()


def test_a_link_in_a_backup_is_not_followed(vault: Vault, place: Path, tmp_path: Path):
    info = vault.backup(place)
    private = tmp_path / "private.txt"
    private.write_text("somebody's own", encoding="utf-8")
    folder = next(info.path.glob("blobs/*"))
    (folder / f"blob-{folder.name}aaaaaaaaaaaaaa.age").symlink_to(private)
    restore_backup(info.path, tmp_path / "R.ckvault")
    assert not any(path.stem.endswith("aaaa") for path in (tmp_path / "R.ckvault").rglob("*.age"))


def test_restoring_refuses_what_it_must(vault: Vault, place: Path, tmp_path: Path):
    info = vault.backup(place)
    with pytest.raises(InputError, match=r"vault\.exists"):
        restore_backup(info.path, place)
    with pytest.raises(InputError, match="not-a-vault"):
        restore_backup(place, tmp_path / "R.ckvault")
    with pytest.raises(VaultInUseError):
        restore_backup(vault.folder, tmp_path / "R.ckvault")
    shutil.copytree(info.path, tmp_path / "cut")
    (tmp_path / "cut" / "vault.db").unlink()
    with pytest.raises(VaultDamagedError):
        restore_backup(tmp_path / "cut", tmp_path / "R.ckvault")
    assert not (tmp_path / "R.ckvault").exists()
    assert not list(tmp_path.glob(".part-*"))


def test_the_head_is_remembered_outside_the_vault(vault: Vault):
    assert remembered_head(vault.vault_id) is None
    remember_head(vault.vault_id, 7, b"\x01" * 32)
    remember_head(vault.vault_id, 8, b"\x02" * 32)
    assert remembered_head(vault.vault_id) == (8, b"\x02" * 32)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[]",
        b'{"size": "8", "root": "00"}',
        b'{"size": -1, "root": "' + b"00" * 32 + b'"}',
    ],
)
def test_a_memory_that_makes_no_sense_is_damage_and_not_silence(vault: Vault, tmp_path, content):
    remember_head(vault.vault_id, 8, b"\x02" * 32)
    path = next((tmp_path / "state").rglob("*.json"))
    path.write_bytes(content)
    with pytest.raises(VaultDamagedError, match="head-memory"):
        remembered_head(vault.vault_id)


def test_a_backup_is_stopped_while_its_pages_are_copied(tmp_path):
    with create_vault(tmp_path / "A.ckvault", "p", clock=CLOCK, kdf=FLOOR_KDF)[0] as vault:
        cancel = CancelToken()
        target = tmp_path / "backups"
        target.mkdir()
        with pytest.raises(Cancelled):
            vault.backup(target, lambda update: cancel.cancel(), cancel)
        assert list(target.iterdir()) == []
        assert vault.check().is_sound
