"""What every library of prints answers, whether it lies in memory or in a vault."""

from collections.abc import Callable
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from consentkit.domain.recording import Damage, Recording
from consentkit.kernel.clock import ManualClock
from consentkit.media.match import lanes
from consentkit.media.match.lanes import Lane, lane_entries, volume_bounds
from consentkit.media.match.library import (
    VOLUME_MAX_S,
    Library,
    MemoryIndex,
    Postings,
    Volume,
    entries,
)
from consentkit.media.stored_tap import encode_tap_result
from consentkit.media.taps.base import TapResult
from consentkit.services import print_library
from consentkit.services.print_library import PrintLibrary
from consentkit.vault.kdf import FLOOR_KDF
from consentkit.vault.rows import RecordingRow, ScanRow
from consentkit.vault.vault import create_vault
from consentkit.wire.v1.stored import encode_stored

CLOCK = ManualClock(datetime(2026, 11, 21, 12, tzinfo=UTC))
LONG_S = VOLUME_MAX_S + 600


def plain_keys(result: TapResult, start_s: float, end_s: float):
    """Return the keys of a result that has nothing but keys and times."""
    at = result.arrays["at_s"]
    inside = (at >= start_s) & (at < end_s)
    places = np.rint((at[inside] - start_s) / 0.04).astype(np.int64)
    return result.arrays["key"][inside], places


PLAIN = (
    Lane("sound", "sound-prints", 1, plain_keys),
    Lane("picture", "picture-prints", 1, plain_keys),
)


def prints(seed: int, duration_s: float) -> TapResult:
    rng = np.random.default_rng(seed)
    at = np.sort(rng.uniform(0, duration_s, 3000))
    keys = rng.integers(0, 2000, 3000).astype(np.uint32)
    return TapResult({"key": keys, "at_s": at}, {"seed": seed})


RECORDINGS = {
    f"rec-{name * 16}": (number, duration)
    for number, (name, duration) in enumerate((("a", 300.0), ("b", 40.0), ("c", LONG_S)))
}
RESULTS = {
    (name, lane.tap): prints(2 * number + place, duration)
    for name, (number, duration) in RECORDINGS.items()
    for place, lane in enumerate(PLAIN)
}


class MemoryLibrary:
    """The plainest library: two sorted arrays and a table of volumes."""

    def __init__(self) -> None:
        self._volumes: list[Volume] = []
        made: dict[str, list[np.ndarray]] = {lane.name: [] for lane in PLAIN}
        for name, (_, duration) in RECORDINGS.items():
            bounds = volume_bounds(duration)
            numbers = range(len(self._volumes), len(self._volumes) + len(bounds))
            self._volumes += [Volume(name, start, end) for start, end in bounds]
            for lane in PLAIN:
                result = RESULTS[name, lane.tap]
                made[lane.name].append(lane_entries(lane, result, numbers, bounds))
        self._lanes = {name: MemoryIndex(np.concatenate(parts)) for name, parts in made.items()}

    def sound_postings(self, keys, per_key_max: int) -> Postings:
        return self._lanes["sound"].lookup(keys, per_key_max)

    def picture_postings(self, keys, per_key_max: int) -> Postings:
        return self._lanes["picture"].lookup(keys, per_key_max)

    def volume(self, number: int) -> Volume | None:
        return self._volumes[number] if 0 <= number < len(self._volumes) else None

    def prints(self, recording_id: str, tap: str) -> TapResult | None:
        return RESULTS.get((recording_id, tap))


def recording_row(name: str, duration: float) -> RecordingRow:
    recording = Recording(
        id=name,
        title="clip",
        sha256="ab" * 32,
        size_bytes=1,
        container="mp4",
        duration=Fraction(duration),
        streams=(),
        packet_trees=(),
        is_variable_rate=False,
        damage=Damage(),
        added_at=CLOCK.now(),
        claimed_start_at=None,
    )
    summary = encode_stored(recording).decode()
    return RecordingRow(name, "ab" * 32, 1, "/clip.mp4", CLOCK.now(), summary)


@pytest.fixture(params=["memory", "vault"])
def library(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch):
    monkeypatch.setattr(lanes, "LANES", PLAIN)
    monkeypatch.setattr(print_library, "LANES", PLAIN)
    monkeypatch.setattr(print_library, "TAP_VERSIONS", {})
    if request.param == "memory":
        yield MemoryLibrary()
        return
    vault, _ = create_vault(tmp_path / "A.ckvault", "p", clock=CLOCK, kdf=FLOOR_KDF)
    with vault:
        for name, (_, duration) in RECORDINGS.items():
            vault.add_recording(recording_row(name, duration))
            for lane in PLAIN:
                data = encode_tap_result(RESULTS[name, lane.tap])
                vault.put_scan(ScanRow(name, lane.tap, 1, "ab" * 32, data))
        made = PrintLibrary(vault, cache_bytes=1 << 18)
        assert made.bring_up_to_date().added == len(RECORDINGS)
        yield made


Ask = Callable[[np.ndarray, int], Postings]


def moments(library: Library, found: Postings) -> set[tuple[int, str, int]]:
    """Return which key was found in which recording at which hundredth of a second."""
    what = set()
    for asked, number, place in zip(found.asked, found.volumes, found.places, strict=True):
        volume = library.volume(int(number))
        assert volume is not None
        at = volume.start_s + int(place) * 0.04
        assert volume.start_s <= at <= volume.end_s + 0.04
        what.add((int(asked), volume.recording_id, round(at * 100)))
    return what


def test_every_posting_leads_to_its_recording_and_moment(library: Library):
    keys = np.arange(2000, dtype=np.uint32)
    for place, ask in enumerate((library.sound_postings, library.picture_postings)):
        found = moments(library, ask(keys, 10**5))
        for name in RECORDINGS:
            result = RESULTS[name, PLAIN[place].tap]
            wanted = {
                (int(key), name, round(round(at / 0.04) * 4))
                for key, at in zip(result.arrays["key"], result.arrays["at_s"], strict=True)
            }
            assert {one for one in found if one[1] == name} == wanted


def test_lanes_are_apart(library: Library):
    keys = np.arange(2000, dtype=np.uint32)
    sound = moments(library, library.sound_postings(keys, 10**5))
    assert sound != moments(library, library.picture_postings(keys, 10**5))


def test_keys_with_too_many_postings_have_none(library: Library):
    keys = np.arange(2000, dtype=np.uint32)
    counts = np.bincount(library.sound_postings(keys, 10**5).asked, minlength=2000)
    most = int(np.median(counts))
    kept = np.bincount(library.sound_postings(keys, most).asked, minlength=2000)
    assert np.array_equal(kept, np.where(counts <= most, counts, 0))


def test_postings_come_in_the_order_of_the_keys_asked_for(library: Library):
    keys = np.array([900, 3, 900, 2**32 - 1, 17], np.uint32)
    found = library.sound_postings(keys, 10**5)
    assert found.asked.dtype == np.int64
    assert found.payloads.dtype == np.uint32
    assert (np.diff(found.asked) >= 0).all()
    assert np.array_equal(found.payloads[found.asked == 0], found.payloads[found.asked == 2])
    assert 3 not in found.asked
    assert library.sound_postings(keys[:0], 5).asked.size == 0


def test_a_long_recording_has_volumes_one_after_the_other(library: Library):
    volumes = [one for one in map(library.volume, range(8)) if one is not None]
    assert len({(one.recording_id, one.start_s) for one in volumes}) == len(volumes) == 4
    long = sorted(one.start_s for one in volumes if one.recording_id == "rec-" + "c" * 16)
    assert long == [0.0, VOLUME_MAX_S]
    assert library.volume(2**14 - 1) is None


def test_prints_come_back_as_the_tap_left_them(library: Library):
    name = "rec-" + "b" * 16
    for _ in range(2):
        found = library.prints(name, "sound-prints")
        assert found is not None
        assert found.values == RESULTS[name, "sound-prints"].values
        assert np.array_equal(found.arrays["key"], RESULTS[name, "sound-prints"].arrays["key"])
    assert library.prints(name, "no-such-tap") is None
    assert library.prints("rec-none", "sound-prints") is None


def test_places_outside_their_volume_are_left_out():
    made = lane_entries(
        Lane(
            "sound",
            "tap",
            1,
            lambda *_: (np.arange(3, dtype=np.uint32), np.array([-1, 5, 1 << 18])),
        ),
        TapResult({}, {}),
        [9],
        [(0.0, 10.0)],
    )
    assert np.array_equal(made, entries(np.array([1], np.uint32), 9, np.array([5])))
