"""Drawn recordings around real ones, by which the benchmark measures a lookup at scale."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from consentkit.bench import index_cost
from consentkit.bench.folder import FolderLibrary, Scanned
from consentkit.bench.index_cost import CrowdedLibrary, postings_met
from consentkit.media.taps.base import TapResult

HOUR = Fraction(3600)


def _library(monkeypatch, keys: dict[str, list[int]]) -> dict[str, Scanned]:
    def keys_of(result):
        found = result.arrays["keys"]
        return found, np.zeros(len(found), np.int64)

    monkeypatch.setitem(index_cost._KEYS, "sound-prints", keys_of)
    monkeypatch.setattr("consentkit.bench.folder.sound_keys", keys_of)
    return {
        name: Scanned(
            Path(name),
            HOUR,
            {"sound-prints": TapResult({"keys": np.array(values, np.uint32)}, {})},
        )
        for name, values in keys.items()
    }


def test_postings_met_count_other_recordings_only(monkeypatch):
    scanned = _library(monkeypatch, {"a": [1, 1, 2], "b": [1, 9, 8]})
    # Two of a's three keys meet one posting of b each; one of b's three meets two of a.
    assert postings_met("sound-prints", scanned) == pytest.approx((2 + 2) / 6)


def test_a_clip_that_two_recordings_have_in_common_is_not_chance():
    at = np.array([10, 40, 90, 200, 500])
    by_chance = index_cost._by_chance(at, at + np.array([7000, 7001, 7000, -3, 900]))
    assert by_chance.tolist() == [False, False, False, True, True]


def test_one_recording_meets_nothing(monkeypatch):
    assert postings_met("sound-prints", _library(monkeypatch, {"a": [1, 1]})) == 0


def test_drawn_postings_are_as_many_as_were_measured_and_stay_the_same(monkeypatch):
    scanned = _library(monkeypatch, {"a": [1, 2, 3]})
    near = FolderLibrary(scanned)
    crowd = CrowdedLibrary(near, ["a"], 1000, {"sound-prints": 0.004})
    asked = np.random.default_rng(2).integers(0, 1 << 32, 50_000, dtype=np.uint32)
    first, again = crowd.sound_postings(asked, 10_000), crowd.sound_postings(asked, 10_000)
    assert len(first.asked) / len(asked) == pytest.approx(4, rel=0.1)
    assert np.array_equal(first.payloads, again.payloads)
    assert first.volumes.min() >= 1
    assert first.volumes.max() <= 1000
    assert np.all(np.diff(first.asked) >= 0)


def test_real_postings_stay_among_the_drawn_ones(monkeypatch):
    scanned = _library(monkeypatch, {"a": [5, 6, 7]})
    crowd = CrowdedLibrary(FolderLibrary(scanned), ["a"], 10, {"sound-prints": 0.1})
    found = crowd.sound_postings(np.array([6], np.uint32), 10_000)
    assert 0 in found.volumes


def test_crowded_keys_have_no_postings(monkeypatch):
    scanned = _library(monkeypatch, {"a": [5]})
    crowd = CrowdedLibrary(FolderLibrary(scanned), ["a"], 1000, {"sound-prints": 1.0})
    asked = np.arange(200, dtype=np.uint32)
    found = crowd.sound_postings(asked, 100)
    assert len(found.asked) == 0 or np.bincount(found.asked).max() <= 100


def test_a_drawn_recording_has_prints_as_dense_as_a_real_one_but_none_alike(monkeypatch):
    scanned = _library(monkeypatch, {"a": [5], "b": [6]})
    cents, words = np.arange(1000, dtype=np.uint16), np.arange(1000, dtype=np.uint64)
    counts = np.ones(1800, np.uint8)
    prints = scanned["b"].taps["sound-prints"].arrays
    prints.update(cents=cents, word=words, peaks_per_second=counts)
    crowd = CrowdedLibrary(FolderLibrary(scanned), ["a", "b"], 9, {"sound-prints": 1.0})
    volume = crowd.volume(3)
    assert volume is not None
    drawn = crowd.prints(volume.recording_id, "sound-prints")
    assert np.array_equal(np.sort(drawn.arrays["cents"]), np.repeat(cents, 2))
    assert np.mean(drawn.arrays["cents"] == np.tile(cents, 2)) < 0.1
    assert len(drawn.arrays["peaks_per_second"]) == 3600
    assert np.bitwise_count(drawn.arrays["word"] ^ np.tile(words, 2)).min() > 24
