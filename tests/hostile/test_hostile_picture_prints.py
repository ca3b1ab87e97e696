"""Stored points of pictures that were tampered with are refused."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from picture_maker import chat, scanned

from consentkit.kernel.errors import MalformedError
from consentkit.media.taps.base import TapResult
from consentkit.media.taps.picture_prints_form import edit_picture_of, inventory_of

Parse = Callable[[TapResult], object]
RECORDING = scanned(("picture-prints",), chat((1,)), 4)["picture-prints"]
EDIT = scanned(("edit-picture",), chat((1,)), 4)["edit-picture"]
BOTH: list[tuple[TapResult, Parse]] = [(RECORDING, inventory_of), (EDIT, edit_picture_of)]


def changed(result: TapResult, name: str, array: NDArray[np.generic]) -> TapResult:
    return TapResult({**result.arrays, name: array}, result.values)


def test_untouched_prints_are_read() -> None:
    assert len(inventory_of(RECORDING).words)
    assert edit_picture_of(EDIT).frames


@pytest.mark.parametrize(
    ("result", "parse", "name"),
    [(result, parse, name) for result, parse in BOTH for name in result.arrays],
)
def test_an_array_that_is_missing_or_of_another_shape_is_refused(
    result: TapResult, parse: Parse, name: str
) -> None:
    array = result.arrays[name]
    without = TapResult(
        {key: value for key, value in result.arrays.items() if key != name}, result.values
    )
    for damaged in (
        without,
        changed(result, name, array[:-1]),
        changed(result, name, array.astype(np.float64)),
        changed(result, name, array[None]),
    ):
        with pytest.raises(MalformedError, match="picture.prints"):
            parse(damaged)


@pytest.mark.parametrize(("result", "parse"), BOTH)
@pytest.mark.parametrize("value", [None, -1, 100_000, "960", 1.5])
def test_a_picture_of_impossible_size_is_refused(
    result: TapResult, parse: Parse, value: object
) -> None:
    with pytest.raises(MalformedError, match="picture.prints"):
        parse(TapResult(result.arrays, {**result.values, "width_px": value}))


def test_levels_and_bits_that_do_not_exist_are_refused() -> None:
    for result, parse in BOTH:
        level = result.arrays["level"].copy()
        level[0] = 200
        with pytest.raises(MalformedError, match="picture.prints"):
            parse(changed(result, "level", level))
    shaky = EDIT.arrays["shaky"].copy()
    shaky[0, 0] = 28
    with pytest.raises(MalformedError, match="picture.prints"):
        edit_picture_of(changed(EDIT, "shaky", shaky))


def test_times_that_run_backwards_are_refused() -> None:
    looks = RECORDING.arrays["look"][::-1].copy()
    assert len(looks) > 1
    with pytest.raises(MalformedError, match="picture.prints"):
        inventory_of(changed(RECORDING, "look", looks))
    for name in ("frame_ms", "shot_ms"):
        with pytest.raises(MalformedError, match="picture.prints"):
            edit_picture_of(changed(EDIT, name, EDIT.arrays[name][::-1].copy()))


def test_a_time_beyond_any_recording_is_refused() -> None:
    looks = RECORDING.arrays["look"].copy()
    looks[-1] = 4_000_000_000
    with pytest.raises(MalformedError, match="picture.prints"):
        inventory_of(changed(RECORDING, "look", looks))
