"""The result of a tap as bytes, to be kept beside a recording and read back later."""

import io
import json
import zipfile
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from consentkit.kernel.errors import MalformedError
from consentkit.kernel.timebase import TimeRange
from consentkit.media.taps.base import TapResult

_VALUES = "values.json"


def encode_tap_result(result: TapResult) -> bytes:
    """Return the result as an NPZ archive: one NPY member per array and the values as JSON.

    Source: NumPy's NPY format, version 1.0, without pickled objects.
    """
    packed = {name: np.asarray(array) for name, array in result.arrays.items()}
    values = json.dumps(dict(result.values), sort_keys=True).encode("utf-8")
    packed[_VALUES] = np.frombuffer(values, np.uint8)
    buffer = io.BytesIO()
    np.savez(buffer, allow_pickle=False, **packed)
    return buffer.getvalue()


def decode_tap_result(data: bytes) -> TapResult:
    """Return the result that ``encode_tap_result`` wrote.

    Raises:
        MalformedError: It is something else.
    """
    arrays: dict[str, NDArray[np.generic]] = {}
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as archive:
            for name in archive.files:
                arrays[name] = archive[name]
        values = json.loads(arrays.pop(_VALUES).tobytes())
    except (ValueError, KeyError, OSError, EOFError, zipfile.BadZipFile) as exc:
        raise MalformedError("media.stored-tap") from exc
    return TapResult(arrays, values)


def without_stretch(name: str, result: TapResult, stretch: TimeRange) -> TapResult:
    """Return the result of a tap without what shows or tells who was there in a stretch.

    That is its pictures, the texts of codes held to the camera, and the prints by which footage of
    the stretch is recognised: it counts as unknown from then on.
    """
    match name:
        case "filmstrip":
            return filmstrip_without(result, stretch)
        case "codes":
            return _codes_without(result, stretch)
        case "sound-prints" | "picture-prints" | "picture-track":
            from consentkit.media.prints_without import prints_without

            return prints_without(name, result, stretch)
        case _:
            return result


def _codes_without(result: TapResult, stretch: TimeRange) -> TapResult:
    kept = [
        place
        for place, at in enumerate(result.arrays["at_us"].tolist())
        if not stretch.contains(Fraction(at, 1_000_000))
    ]
    arrays = {name: array[kept] for name, array in result.arrays.items()}
    named = set(arrays["text"].tolist())
    texts = result.values["texts"]
    if not isinstance(texts, list):
        raise MalformedError("media.stored-tap")
    left = [text if place in named else "" for place, text in enumerate(texts)]
    return TapResult(arrays, {**result.values, "texts": left})


def filmstrip_without(result: TapResult, stretch: TimeRange) -> TapResult:
    """Return a filmstrip without the pictures of a stretch, as when a person's data are erased."""
    times = result.arrays["at_us"]
    offsets = result.arrays["offsets"].tolist()
    packed = result.arrays["jpeg"].tobytes()
    kept = [
        place
        for place, at in enumerate(times.tolist())
        if not stretch.contains(Fraction(at, 1_000_000))
    ]
    jpegs = [packed[offsets[place] : offsets[place + 1]] for place in kept]
    return TapResult(
        arrays={
            "at_us": np.array([times[place] for place in kept], np.int64),
            "offsets": np.cumsum([0, *(len(jpeg) for jpeg in jpegs)], dtype=np.int64),
            "jpeg": np.frombuffer(b"".join(jpegs), np.uint8),
        },
        values=result.values,
    )
