"""Scans of finished videos are kept sealed, and are no loss when they are gone."""

from datetime import UTC, datetime, timedelta

import pytest

from consentkit.kernel.clock import ManualClock
from consentkit.kernel.errors import LimitError, VaultError
from consentkit.vault import edit_store
from consentkit.vault.edit_store import EditScanRow
from consentkit.vault.kdf import FLOOR_KDF
from consentkit.vault.vault import create_vault, open_vault

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
ONE, TWO = "ab" * 32, "cd" * 32
STRIP = EditScanRow("filmstrip", 3, b"many small pictures" * 999)


@pytest.fixture(name="clock")
def make_clock():
    return ManualClock(NOON)


@pytest.fixture(name="vault")
def make_vault(tmp_path, clock):
    made, _ = create_vault(tmp_path / "A.ckvault", "p", clock=clock, kdf=FLOOR_KDF)
    yield made
    made.close()


def files(vault):
    return sorted(vault.folder.glob("edits/*"))


def test_a_result_comes_back_and_is_not_readable_on_disk(vault):
    vault.put_edit_scan(ONE, STRIP)
    assert vault.get_edit_scan(ONE, "filmstrip") == STRIP
    assert vault.get_edit_scan(ONE, "waveform") is None
    assert vault.get_edit_scan(TWO, "filmstrip") is None
    (path,) = files(vault)
    assert b"small pictures" not in path.read_bytes()


def test_a_newer_result_takes_the_place_of_the_older_one_on_disk(vault):
    vault.put_edit_scan(ONE, STRIP)
    newer = EditScanRow("filmstrip", 4, b"other")
    vault.put_edit_scan(ONE, newer)
    assert vault.get_edit_scan(ONE, "filmstrip") == newer
    assert len(files(vault)) == 1


@pytest.mark.parametrize("harm", ["missing", "changed"])
def test_a_harmed_result_counts_as_none(vault, harm):
    vault.put_edit_scan(ONE, STRIP)
    (path,) = files(vault)
    if harm == "missing":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:-1] + b"\0")
    assert vault.get_edit_scan(ONE, "filmstrip") is None


def test_the_last_used_video_stands_first(vault, clock):
    vault.put_edit_scan(ONE, STRIP)
    clock.instant += timedelta(hours=1)
    vault.put_edit_scan(TWO, EditScanRow("waveform", 1, b"loud"))
    assert [item.sha256 for item in vault.list_edits()] == [TWO, ONE]
    clock.instant += timedelta(hours=1)
    vault.touch_edit(ONE)
    first, second = vault.list_edits()
    assert (first.sha256, first.taps, first.size_bytes) == (ONE, {"filmstrip": 3}, len(STRIP.data))
    assert second.taps == {"waveform": 1}


def test_results_are_dropped_but_for_those_that_are_kept(vault):
    vault.put_edit_scan(ONE, STRIP)
    vault.put_edit_scan(ONE, EditScanRow("edit-picture", 1, b"points"))
    vault.drop_edit(ONE, but=("filmstrip",))
    assert vault.get_edit_scan(ONE, "edit-picture") is None
    assert vault.get_edit_scan(ONE, "filmstrip") == STRIP
    vault.drop_edit(ONE)
    assert files(vault) == []


def test_a_file_that_no_row_names_is_swept_at_the_next_opening(vault, clock):
    vault.put_edit_scan(ONE, STRIP)
    stranger = vault.folder / "edits" / "edit-left.sealed"
    stranger.write_bytes(b"left by a crash")
    vault.close()
    with open_vault(vault.folder, passphrase="p", clock=clock) as again:
        assert not stranger.exists()
        assert again.get_edit_scan(ONE, "filmstrip") == STRIP


def test_a_reader_reads_and_writes_nothing(vault, clock):
    vault.put_edit_scan(ONE, STRIP)
    with open_vault(vault.folder, passphrase="p", read_only=True, clock=clock) as reader:
        assert reader.get_edit_scan(ONE, "filmstrip") == STRIP
        with pytest.raises(VaultError):
            reader.put_edit_scan(TWO, STRIP)
    assert len(files(vault)) == 1


def test_too_large_a_result_is_refused(vault, monkeypatch):
    monkeypatch.setattr(edit_store, "EDIT_SCAN_MAX_BYTES", 10)
    with pytest.raises(LimitError):
        vault.put_edit_scan(ONE, STRIP)
