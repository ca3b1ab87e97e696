"""What a scan leaves in the vault: it is kept, brought up to date, gone on with, and forgotten."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from consentkit.kernel.clock import SystemClock
from consentkit.kernel.errors import InputError, ResourceError, VerificationError
from consentkit.kernel.progress import Cancelled, CancelToken
from consentkit.kernel.timebase import TimeRange
from consentkit.media import sandbox, worker
from consentkit.media.sample import SamplePartner, SamplePlan, write_sample
from consentkit.media.stored_tap import decode_tap_result
from consentkit.media.taps.base import TapResult
from consentkit.media.taps.registry import RECORDING_TAPS, TAP_VERSIONS
from consentkit.services import scans
from consentkit.services.ledger import Ledger
from consentkit.services.recordings import RecordingService
from consentkit.vault.edit_store import EditScanRow
from consentkit.vault.kdf import FLOOR_KDF
from consentkit.vault.vault import Vault, create_vault


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    made, _ = create_vault(
        tmp_path / "kept.ckvault", "a passphrase", clock=SystemClock(), kdf=FLOOR_KDF
    )
    with made:
        yield made


@pytest.fixture
def recordings(vault: Vault) -> RecordingService:
    ledger = Ledger(vault, SystemClock(), lambda: ())
    ledger.prepare()
    return RecordingService(vault, SystemClock(), ledger)


@pytest.fixture(scope="module")
def small_recording(tmp_path_factory: pytest.TempPathFactory) -> Path:
    plan = SamplePlan(
        (SamplePartner(3, Fraction(6)), SamplePartner(14, Fraction(6))),
        gap_s=Fraction(2),
        width_px=480,
        height_px=270,
    )
    path = tmp_path_factory.mktemp("kept") / "chat.mp4"
    write_sample(path, plan)
    return path


@pytest.fixture
def path(small_recording: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(small_recording, tmp_path / "mine.mp4"))


def versions(vault: Vault, recording_id: str) -> dict[str, int]:
    return {
        info.tap: info.version
        for info in vault.list_scans(recording_id)
        if info.tap in TAP_VERSIONS
    }


def test_every_result_is_kept_with_its_version_and_digest(vault, recordings, path) -> None:
    recording = recordings.add(path).recording
    assert versions(vault, recording.id) == {name: TAP_VERSIONS[name] for name in RECORDING_TAPS}
    assert {info.input_sha256 for info in vault.list_scans(recording.id)} == {recording.sha256}
    assert recordings.stale_recordings() == ()
    assert recordings.rescan(recording.id) == ()


def test_only_what_is_missing_or_older_is_computed_anew(
    vault, recordings, path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recording_id = recordings.add(path).recording.id
    before = recordings.conversations(recording_id)
    vault.delete_scan(recording_id, "faces")
    cuts = vault.get_scan(recording_id, "cuts")
    vault.put_scan(replace(cuts, version=0))
    (stale,) = recordings.stale_recordings()
    assert (stale.recording_id, set(stale.taps)) == (recording_id, {"cuts", "faces"})
    asked: list[tuple[str, ...]] = []
    real = worker.scan_recording

    def scan(file, taps, *arguments, **options):
        asked.append(tuple(taps))
        return real(file, taps, *arguments, **options)

    monkeypatch.setattr(worker, "scan_recording", scan)
    assert set(recordings.rescan(recording_id)) == {"cuts", "faces"}
    assert [set(taps) for taps in asked] == [{"cuts", "faces"}]
    assert recordings.stale_recordings() == ()
    assert vault.get_scan(recording_id, "cuts") == cuts
    assert recordings.conversations(recording_id) == before


def test_a_file_that_moved_away_or_became_another_is_not_scanned(vault, recordings, path) -> None:
    recording = recordings.add(path).recording
    vault.delete_scan(recording.id, "faces")
    kept = path.read_bytes()
    path.write_bytes(kept[:-1] + bytes([kept[-1] ^ 1]))
    with pytest.raises(VerificationError, match=r"recording\.other-file"):
        recordings.rescan(recording.id)
    path.unlink()
    (stale,) = recordings.stale_recordings()
    assert stale.is_missing
    with pytest.raises(InputError, match=r"recording\.missing"):
        recordings.rescan(recording.id)
    # What was scanned before is there all the same.
    assert vault.get_scan(recording.id, "panes") is not None
    assert recordings.detail(recording.id).filmstrip.jpegs


@pytest.mark.parametrize("end", ["crash", "cancel"])
def test_adding_goes_on_where_it_broke_off(
    vault, recordings, path, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    monkeypatch.setattr(worker, "CHECKPOINT_EVERY_S", 0.05)
    processes = []
    start = sandbox.start
    monkeypatch.setattr(
        sandbox, "start", lambda *args: (processes.append(start(*args)), processes[-1])[1]
    )
    cancel = CancelToken()
    put = vault.put_edit_scan

    def stop_after_two(key, row) -> None:
        put(key, row)
        calls.append(key)
        if len(calls) == 2:
            processes[-1].kill() if end == "crash" else cancel.cancel()

    calls: list[str] = []
    monkeypatch.setattr(vault, "put_edit_scan", stop_after_two)
    with pytest.raises(ResourceError if end == "crash" else Cancelled):
        recordings.add(path, cancel=cancel)
    assert vault.list_recordings() == ()
    assert [item.sha256 for item in vault.list_edits()] == [calls[0]]
    given = []
    real = worker.scan_recording

    def scan(*arguments, **options):
        given.append(options["saved"])
        return real(*arguments, **options)

    monkeypatch.setattr(worker, "scan_recording", scan)
    resumed = recordings.add(path).recording
    assert given[0] is not None
    assert vault.list_edits() == ()
    unbroken = real(path, RECORDING_TAPS)
    for name in RECORDING_TAPS:
        kept = decode_tap_result(vault.get_scan(resumed.id, name).data)
        assert comparable(kept) == comparable(unbroken.taps[name]), name


def test_a_scan_that_broke_off_is_kept_for_a_week_of_openings(filled) -> None:
    filled.workspace._vault.put_edit_scan("a" * 64, EditScanRow(scans.CHECKPOINT, 1, b"so far"))
    kept = filled.reopen()._vault.get_edit_scan("a" * 64, scans.CHECKPOINT)
    assert kept is not None
    assert kept.data == b"so far"
    filled.clock.offset = timedelta(days=8)
    assert filled.reopen()._vault.list_edits() == ()


def comparable(result: TapResult):
    arrays = {key: (str(a.dtype), a.shape, a.tobytes()) for key, a in result.arrays.items()}
    return arrays, dict(result.values)


def test_a_full_disk_for_checkpoints_does_not_stop_the_scan(
    vault, recordings, path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "CHECKPOINT_EVERY_S", 0.05)

    def full(key, row) -> None:
        raise ResourceError("disk.full")

    monkeypatch.setattr(vault, "put_edit_scan", full)
    assert recordings.add(path).recording.duration > 15


def test_what_was_erased_for_a_person_is_not_brought_back_by_a_scan(
    vault, recordings, path
) -> None:
    recording_id = recordings.add(path).recording.id
    stretch = TimeRange(Fraction(5), Fraction(12))

    def shown() -> list[Fraction]:
        return [
            at for at in recordings.detail(recording_id).filmstrip.times if stretch.contains(at)
        ]

    assert shown()
    recordings.forget_partner(recording_id, stretch)
    assert not shown()
    vault.delete_scan(recording_id, "filmstrip")
    assert recordings.rescan(recording_id) == ("filmstrip",)
    assert not shown()
    assert recordings.add(path).recording.id == recording_id
    assert not shown()


def test_a_recording_added_again_is_one_recording_with_its_results(vault, recordings, path) -> None:
    first = recordings.add(path).recording
    vault.delete_scan(first.id, "faces")
    assert recordings.add(path).recording.id == first.id
    assert len(vault.list_recordings()) == 1
    assert recordings.stale_recordings() == ()


def test_removing_a_recording_leaves_nothing_of_its_scans(vault, recordings, path) -> None:
    recording_id = recordings.add(path).recording.id
    recordings.forget_partner(recording_id, TimeRange(Fraction(1), Fraction(2)))
    recordings.remove(recording_id)
    assert vault.list_scans(recording_id) == ()
    assert vault.list_documents(scans.FORGOTTEN) == ()
