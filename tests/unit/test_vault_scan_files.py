"""Large results of scans are sealed files: they come, change and go with their rows."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import pytest

from consentkit.kernel.clock import ManualClock
from consentkit.kernel.errors import ResourceError, StateError, VaultDamagedError
from consentkit.vault import sealed_store
from consentkit.vault.backup import restore_backup
from consentkit.vault.kdf import FLOOR_KDF
from consentkit.vault.rows import RecordingRow, ScanInfo, ScanRow
from consentkit.vault.vault import Vault, create_vault, open_vault

CLOCK = ManualClock(datetime(2026, 11, 21, 12, tzinfo=UTC))
CLIP = RecordingRow("rec-1", "ab" * 32, 10**9, "/clip.mkv", CLOCK.now(), "{}")
LARGE = ScanRow("rec-1", "picture-prints", 3, "ab" * 32, b"a face in points" * 20_000)


@pytest.fixture
def vault(tmp_path: Path):
    made, _ = create_vault(tmp_path / "A.ckvault", "p", clock=CLOCK, kdf=FLOOR_KDF)
    made.add_recording(CLIP)
    yield made
    made.close()


def files(vault: Vault) -> list[Path]:
    return sorted(path for path in vault.folder.glob("scans/*/*") if path.is_file())


def test_a_large_result_is_a_sealed_file_and_a_small_one_a_row(vault: Vault):
    small = replace(LARGE, tap="cuts", data=b"few bytes")
    vault.put_scan(LARGE)
    vault.put_scan(small)
    assert vault.get_scan("rec-1", "picture-prints") == LARGE
    assert vault.get_scan("rec-1", "cuts") == small
    (path,) = files(vault)
    assert b"a face" not in path.read_bytes()
    assert vault.list_scans("rec-1") == (
        ScanInfo("rec-1", "cuts", 3, "ab" * 32, 9),
        ScanInfo("rec-1", "picture-prints", 3, "ab" * 32, 320_000),
    )


def test_the_file_of_a_former_result_is_removed(vault: Vault):
    vault.put_scan(LARGE)
    (former,) = files(vault)
    stamps = vault.scan_stamps("picture-prints")
    vault.put_scan(LARGE)
    (path,) = files(vault)
    assert path != former
    assert vault.scan_stamps("picture-prints") != stamps
    assert vault.scan_stamp("rec-1", "picture-prints") == path.stem
    vault.put_scan(replace(LARGE, data=b"short"))
    assert files(vault) == []
    assert vault.get_scan("rec-1", "picture-prints") == replace(LARGE, data=b"short")


def test_files_go_with_their_recording(vault: Vault):
    vault.put_scan(LARGE)
    vault.put_scan(replace(LARGE, tap="sound-prints"))
    vault.delete_scan("rec-1", "sound-prints")
    assert len(files(vault)) == 1
    vault.delete_recording("rec-1")
    assert files(vault) == []
    assert vault.scan_stamp("rec-1", "picture-prints") is None


def test_a_result_that_is_not_to_be_leaves_the_former_one(vault: Vault, monkeypatch):
    vault.put_scan(LARGE)
    with pytest.raises(StateError), vault.transaction():
        vault.put_scan(replace(LARGE, data=b"x" * 100_000))
        raise StateError("test")
    assert vault.get_scan("rec-1", "picture-prints") == LARGE
    assert len(files(vault)) == 1

    def full(path: Path) -> NoReturn:
        raise ResourceError("disk.full")

    monkeypatch.setattr(sealed_store, "durable_writer", full)
    with pytest.raises(ResourceError):
        vault.put_scan(replace(LARGE, data=b"x" * 100_000))
    assert vault.get_scan("rec-1", "picture-prints") == LARGE


def test_a_result_for_no_recording_leaves_no_file(vault: Vault):
    with pytest.raises(StateError):
        vault.put_scan(replace(LARGE, recording_id="rec-none"))
    assert files(vault) == []


def test_a_changed_missing_or_exchanged_file_is_noticed_and_named(vault: Vault):
    vault.add_recording(replace(CLIP, id="rec-2"))
    vault.put_scan(LARGE)
    (one,) = files(vault)
    vault.put_scan(replace(LARGE, recording_id="rec-2"))
    (other,) = set(files(vault)) - {one}
    assert vault.check().is_sound
    sealed = one.read_bytes()
    one.write_bytes(other.read_bytes())
    with pytest.raises(VaultDamagedError, match="scan-damaged"):
        vault.get_scan("rec-1", "picture-prints")
    one.write_bytes(sealed[:-1] + bytes([sealed[-1] ^ 1]))
    other.unlink()
    with pytest.raises(VaultDamagedError, match="scan-missing"):
        vault.get_scan("rec-2", "picture-prints")
    assert {(one.kind, one.id, one.code) for one in vault.check().damages} == {
        ("scans/row", "rec-1/picture-prints", "vault.scan-damaged"),
        ("scans/row", "rec-2/picture-prints", "vault.scan-missing"),
    }
    # Unreadable results are dropped, so that the next scan makes them anew.
    assert vault.check().is_sound
    assert vault.get_scan("rec-1", "picture-prints") is None
    vault.put_scan(LARGE)
    (one,) = files(vault)
    one.write_bytes(b"")
    with pytest.raises(VaultDamagedError):
        vault.get_scan("rec-1", "picture-prints")


def test_what_a_crash_leaves_is_swept_at_the_next_opening(vault: Vault):
    vault.put_scan(LARGE)
    (kept,) = files(vault)
    (kept.parent / ".part-abc").write_bytes(b"half")
    (kept.parent / "scan-aaaaaaaaaaaaaaaa.sealed").write_bytes(b"no row")
    vault.close()
    with open_vault(vault.folder, passphrase="p", clock=CLOCK) as again:
        assert files(again) == [kept]
        assert again.get_scan("rec-1", "picture-prints") == LARGE


def test_files_are_in_backups_and_come_back(vault: Vault, tmp_path: Path):
    vault.put_scan(LARGE)
    (tmp_path / "safe").mkdir()
    info = vault.backup(tmp_path / "safe")
    restore_backup(info.path, tmp_path / "B.ckvault")
    with open_vault(tmp_path / "B.ckvault", passphrase="p", clock=CLOCK) as again:
        assert again.get_scan("rec-1", "picture-prints") == LARGE
        assert again.check().is_sound


def test_a_reader_follows_a_writer_that_replaces_a_result(vault: Vault):
    vault.put_scan(LARGE)
    with open_vault(vault.folder, passphrase="p", read_only=True, clock=CLOCK) as reader:
        assert reader.get_scan("rec-1", "picture-prints") == LARGE
        vault.put_scan(replace(LARGE, version=4))
        assert reader.get_scan("rec-1", "picture-prints") == replace(LARGE, version=4)
