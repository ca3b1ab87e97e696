"""The index follows what is stored: added, changed, damaged, removed, erased."""

from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from consentkit.domain.recording import Damage, Recording
from consentkit.kernel.clock import ManualClock
from consentkit.kernel.errors import LimitError, VaultDamagedError
from consentkit.kernel.progress import Cancelled, CancelToken
from consentkit.media.match.lanes import Lane
from consentkit.media.stored_tap import encode_tap_result
from consentkit.media.taps.base import TapResult
from consentkit.services import print_library
from consentkit.services.print_library import PrintLibrary
from consentkit.vault.kdf import FLOOR_KDF
from consentkit.vault.rows import RecordingRow, ScanRow
from consentkit.vault.vault import Vault, create_vault, open_vault
from consentkit.wire.v1.stored import encode_stored

CLOCK = ManualClock(datetime(2026, 11, 21, 12, tzinfo=UTC))


def plain_keys(result: TapResult, start_s: float, end_s: float):
    return result.arrays["key"], np.arange(len(result.arrays["key"]))


PLAIN = (Lane("sound", "sound-prints", 1, plain_keys), Lane("picture", "tap", 1, plain_keys))


@pytest.fixture
def vault(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(print_library, "LANES", PLAIN)
    monkeypatch.setattr(print_library, "TAP_VERSIONS", {"sound-prints": 1})
    made, _ = create_vault(tmp_path / "A.ckvault", "p", clock=CLOCK, kdf=FLOOR_KDF)
    yield made
    made.close()


@pytest.fixture
def library(vault: Vault) -> PrintLibrary:
    return PrintLibrary(vault, cache_bytes=1 << 18, prints_bytes=1 << 20)


def rec(number: int) -> str:
    return f"rec-{number:016d}"


def put(vault: Vault, number: int, keys: range, tap: str = "sound-prints") -> None:
    """Keep a result with these keys for recording ``number``, which is added when it is new."""
    if rec(number) not in {row.id for row in vault.list_recordings()}:
        recording = Recording(
            rec(number), "clip", f"{number:064x}", 1, "mp4", Fraction(60), (), (),
            is_variable_rate=False, damage=Damage(), added_at=CLOCK.now(), claimed_start_at=None,
        )  # fmt: skip
        summary = encode_stored(recording).decode()
        vault.add_recording(
            RecordingRow(rec(number), f"{number:064x}", 1, "/clip", CLOCK.now(), summary)
        )
    result = TapResult({"key": np.array(keys, np.uint32)}, {})
    vault.put_scan(ScanRow(rec(number), tap, 1, f"{number:064x}", encode_tap_result(result)))


def found(library: PrintLibrary, keys: range = range(1000), lane: str = "sound") -> dict:
    """Return by recording which keys are found."""
    ask = library.sound_postings if lane == "sound" else library.picture_postings
    answer = ask(np.array(keys, np.uint32), 10**5)
    heard: dict[str, list[int]] = {}
    for asked, number in zip(answer.asked.tolist(), answer.volumes.tolist(), strict=True):
        volume = library.volume(number)
        assert volume is not None
        heard.setdefault(volume.recording_id, []).append(keys[asked])
    return heard


def test_only_what_changed_is_made_anew(vault: Vault, library: PrintLibrary):
    assert library.bring_up_to_date().added == 0
    put(vault, 1, range(10))
    put(vault, 2, range(5, 20))
    assert library.bring_up_to_date().added == 2
    assert library.bring_up_to_date().added == 0
    assert found(library) == {rec(1): [*range(10)], rec(2): [*range(5, 20)]}
    put(vault, 2, range(40, 44))
    # What a result says no more is not found any more, even before the work is done.
    assert found(library) == {rec(1): [*range(10)]}
    report = library.bring_up_to_date()
    assert (report.added, report.purged) == (1, True)
    assert found(library) == {rec(1): [*range(10)], rec(2): [*range(40, 44)]}
    put(vault, 1, range(3), tap="tap")
    put(vault, 1, range(3), tap="waveform")
    put(vault, 1, range(4), tap="waveform")
    assert found(library)[rec(1)] == [*range(10)]
    assert library.add(rec(2)).added == 0
    assert library.add(rec(1)).added == 1
    assert found(library, lane="picture") == {rec(1): [0, 1, 2]}
    assert found(library)[rec(1)] == [*range(10)]


def test_new_keys_of_the_same_result_make_it_anew(vault: Vault, library, monkeypatch):
    put(vault, 1, range(10))
    library.bring_up_to_date()
    newer = Lane("sound", "sound-prints", 2, plain_keys)
    monkeypatch.setattr(print_library, "LANES", (newer, PLAIN[1]))
    assert library.bring_up_to_date().added == 1
    assert library.size().entries == {"sound": 10}


def test_results_of_an_older_tap_are_neither_indexed_nor_handed_out(vault, library, monkeypatch):
    put(vault, 1, range(10))
    library.bring_up_to_date()
    monkeypatch.setitem(print_library.TAP_VERSIONS, "sound-prints", 99)
    library.bring_up_to_date()
    library.clear()
    assert found(library) == {}
    assert library.prints(rec(1), "sound-prints") is None


def test_a_removed_recording_is_gone_at_once_and_its_postings_with_the_next_work(
    vault: Vault, library: PrintLibrary
):
    for number in (1, 2):
        put(vault, number, range(10))
    library.bring_up_to_date()
    vault.delete_recording(rec(1))
    assert set(found(library)) == {rec(2)}
    assert library.prints(rec(1), "sound-prints") is None
    assert library.bring_up_to_date().purged
    assert library.size().entries == {"sound": 10}
    library.remove(rec(2))
    assert found(library) == {}
    assert library.bring_up_to_date().added == 1
    assert set(found(library)) == {rec(2)}


def test_a_result_that_is_dropped_takes_its_postings_along(vault: Vault, library: PrintLibrary):
    put(vault, 1, range(10))
    put(vault, 1, range(10), tap="tap")
    library.bring_up_to_date()
    vault.delete_scan(rec(1), "sound-prints")
    library.bring_up_to_date()
    assert found(library) == {}
    assert found(library, lane="picture") == {rec(1): [*range(10)]}
    vault.delete_scan(rec(1), "tap")
    library.bring_up_to_date()
    assert library.size().entries == {}


def test_an_unreadable_result_is_said_once_and_costs_nothing_else(vault: Vault, library):
    put(vault, 1, range(10))
    put(vault, 2, range(10))
    vault.put_scan(ScanRow(rec(1), "tap", 1, "0" * 64, b"no result of a tap"))
    assert library.bring_up_to_date().unreadable == (rec(1),)
    assert library.bring_up_to_date().unreadable == ()
    assert set(found(library)) == {rec(1), rec(2)}


def test_a_damaged_index_is_made_anew_when_it_is_asked(vault: Vault, library: PrintLibrary):
    put(vault, 1, range(10))
    library.bring_up_to_date()
    (path,) = vault.folder.glob("postings/*")
    sealed = bytearray(path.read_bytes())
    sealed[40] ^= 1
    path.write_bytes(sealed)
    with open_vault(vault.folder, passphrase="p", read_only=True, clock=CLOCK) as reader:
        with pytest.raises(VaultDamagedError):
            found(PrintLibrary(reader))
        assert PrintLibrary(reader).bring_up_to_date().added == 0
    assert found(library) == {rec(1): [*range(10)]}
    assert vault.check().is_sound


def test_stopped_work_goes_on_from_the_last_batch(vault: Vault, library, monkeypatch):
    monkeypatch.setattr(print_library, "BATCH_ENTRIES", 10)
    for number in range(5):
        put(vault, number, range(10))
    cancel = CancelToken()

    def stop(update) -> None:
        if update.done == 3:
            cancel.cancel()

    with pytest.raises(Cancelled):
        library.bring_up_to_date(stop, cancel)
    present = {source.recording_id for source in vault.posting_sources()}
    assert present == {rec(0), rec(1), rec(2)}
    assert set(found(library)) == present
    assert library.bring_up_to_date().added == 2
    assert len(found(library)) == 5


def test_what_is_erased_while_it_is_read_does_not_come_back(vault: Vault, library, monkeypatch):
    put(vault, 1, range(10))
    put(vault, 2, range(10))
    real = PrintLibrary._enter

    def erased_meanwhile(self, batch) -> None:
        monkeypatch.undo()
        monkeypatch.setattr(print_library, "LANES", PLAIN)
        put(vault, 1, range(3))
        real(self, batch)

    monkeypatch.setattr(PrintLibrary, "_enter", erased_meanwhile)
    library.bring_up_to_date()
    assert set(found(library)) == {rec(2)}
    assert library.bring_up_to_date().added == 1
    assert found(library)[rec(1)] == [0, 1, 2]


def test_numbers_of_volumes_end_and_come_back(vault: Vault, library, monkeypatch):
    monkeypatch.setattr(print_library, "VOLUMES_MAX", 3)
    for number in range(3):
        put(vault, number, range(10))
    library.bring_up_to_date()
    put(vault, 3, range(10))
    with pytest.raises(LimitError):
        library.bring_up_to_date()
    assert len(found(library)) == 3
    vault.delete_recording(rec(0))
    library.bring_up_to_date()
    assert set(found(library)) == {rec(1), rec(2), rec(3)}


def test_prints_kept_in_memory_stay_within_their_bound(vault: Vault):
    library = PrintLibrary(vault, prints_bytes=250_000)
    for number in range(4):
        put(vault, number, range(25_000))
        assert library.prints(rec(number), "sound-prints") is not None
        assert library._prints._size <= 250_000
    put(vault, 3, range(7))
    again = library.prints(rec(3), "sound-prints")
    assert again is not None
    assert len(again.arrays["key"]) == 7
    vault.close()
    assert library._prints._size == 0
