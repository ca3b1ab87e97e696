"""Stored tracks that were tampered with are refused, and never cost more than they should."""

import zlib
from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from consentkit.kernel.errors import MalformedError
from consentkit.media.taps.base import TapResult
from consentkit.media.taps.picture_track_codec import TrackEncoder, TrackGrid, TrackReader

Arrays = dict[str, NDArray[np.generic]]
Values = dict[str, object]


def good() -> tuple[Arrays, Values]:
    encoder = TrackEncoder(TrackGrid(32, 16, 2.0, 1_000, 5_000))
    rng = np.random.default_rng(1)
    for number in range(8):
        encoder.add(number * 250, rng.integers(0, 256, (16, 32), dtype=np.uint8))
    result = encoder.finish()
    return dict(result.arrays), dict(result.values)


def read(arrays: Arrays, values: Values) -> None:
    reader = TrackReader(TapResult(arrays, values))
    reader.pictures(np.arange(len(reader.times_s)))


def test_a_whole_track_is_read() -> None:
    read(*good())


@pytest.mark.parametrize("name", sorted(good()[0]))
def test_a_missing_array_is_refused(name: str) -> None:
    arrays, values = good()
    del arrays[name]
    with pytest.raises(MalformedError, match="track.prints"):
        read(arrays, values)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("columns", 0),
        ("columns", 33),
        ("columns", 1 << 20),
        ("rows", -16),
        ("rows", "16"),
        ("rows", None),
        ("aspect", 0.0),
        ("aspect", float("nan")),
        ("aspect", "2"),
    ],
)
def test_a_shape_that_cannot_be_is_refused(name: str, value: object) -> None:
    arrays, values = good()
    with pytest.raises(MalformedError, match="track.prints"):
        read(arrays, values | {name: value})


def changed(name: str, change: Callable[[NDArray[np.generic]], NDArray[np.generic]]) -> None:
    arrays, values = good()
    arrays[name] = change(arrays[name].copy())
    read(arrays, values)


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("at_ms", lambda a: a[::-1].copy()),
        ("at_ms", lambda a: a - 10_000),
        ("at_ms", lambda a: a[:-1]),
        ("at_ms", lambda a: np.zeros((2, 4), np.int64)),
        ("counts", lambda a: a * 0),
        ("counts", lambda a: a * 100_000),
        ("counts", lambda a: a[:-1]),
        ("steps", lambda a: a * 0),
        ("gap_sizes", lambda a: a - 1),
        ("gap_sizes", lambda a: -a),
        ("value_sizes", lambda a: a + 7),
        ("packed", lambda a: a[:-3]),
        ("packed", lambda a: a.astype(np.float32)),
        ("packed", np.zeros_like),
        ("packed", lambda a: np.roll(a, 5)),
    ],
)
def test_arrays_that_do_not_belong_together_are_refused(
    name: str, change: Callable[[NDArray[np.generic]], NDArray[np.generic]]
) -> None:
    with pytest.raises(MalformedError, match="track.prints"):
        changed(name, change)


def forged(gaps: bytes, values: bytes) -> None:
    parts = zlib.compress(gaps, 9), zlib.compress(values, 9)
    arrays: Arrays = {
        "at_ms": np.arange(4, dtype=np.int64) * 250,
        "counts": np.array([4], np.int32),
        "steps": np.array([16], np.int16),
        "gap_sizes": np.array([len(parts[0])], np.int32),
        "value_sizes": np.array([len(parts[1])], np.int32),
        "packed": np.frombuffer(b"".join(parts), np.uint8),
    }
    read(arrays, {"columns": 32, "rows": 16, "aspect": 2.0})


def test_a_chunk_that_unpacks_to_far_more_than_its_frames_is_broken_off() -> None:
    with pytest.raises(MalformedError, match="track.prints"):
        forged(bytes(64 << 20), b"")
    with pytest.raises(MalformedError, match="track.prints"):
        forged(b"", bytes(64 << 20))


def test_places_beyond_the_picture_are_refused() -> None:
    with pytest.raises(MalformedError, match="track.prints"):
        forged(b"\xff" * 8 + b"\x08", b"\x01")


def test_more_values_than_places_are_refused() -> None:
    with pytest.raises(MalformedError, match="track.prints"):
        forged(b"\x01", b"\x01\x01")
