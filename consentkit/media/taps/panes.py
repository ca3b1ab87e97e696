"""The tap that turns pixels and sound into the signals conversations are found from.

During the pass a frame leaves 1,728 bytes (``panes_grid``), a second of sound four levels. At the
end the panes are found (``panes_layout``), and what the partner's pane does over time is reduced to
a few numbers and at most 108 field values per sample: what ``domain.segmentation`` decides on.
"""

from bisect import bisect_right
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray
from typing_extensions import override

from consentkit.domain.pane_signals import PaneSignals
from consentkit.kernel.errors import MalformedError
from consentkit.media.taps.base import (
    AUDIO_RATE_HZ,
    FRAMES_PER_SECOND,
    AudioBlock,
    SampledFrame,
    Tap,
    TapResult,
)
from consentkit.media.taps.panes_grid import (
    COLUMNS,
    ROWS,
    STIR_SCALE,
    Bytes,
    CellRecorder,
    CellTracks,
)
from consentkit.media.taps.panes_layout import (
    Mask,
    PaneLayout,
    bounds,
    find_layout,
    steps,
)

FIELD_COLUMNS, FIELD_ROWS = 12, 9
"""Fields of the pane kept per sample: a picture of 108 values is enough to tell rooms apart."""

CHANGED_LEVELS = 8
EVEN_LEVELS = 5

_MICROSECONDS = 1_000_000
_LEVEL_SAMPLES = AUDIO_RATE_HZ // FRAMES_PER_SECOND
_SILENCE_DB = -100.0

_Floats = NDArray[np.float32]


class PanesTap(Tap):
    """Finds the panes of a video chat and follows the partner's.

    Attributes:
        name: Key of the result.
        version: Counts up with every change of the results.
    """

    name = "panes"
    version = 2

    def __init__(self) -> None:
        self._recorder = CellRecorder()
        self._at_us: list[int] = []
        self._levels = _Levels()
        self._end_us = 0

    @override
    def on_frame(self, frame: SampledFrame) -> None:
        """Take the next frame; one that is not later than the last is passed over."""
        at_us = _microseconds(frame.at)
        if at_us < 0 or (self._at_us and at_us <= self._at_us[-1]):
            return
        self._at_us.append(at_us)
        self._recorder.add(frame.gray)

    @override
    def on_audio(self, block: AudioBlock) -> None:
        """Take the next run of sound."""
        self._levels.add(block)

    @override
    def finish(self) -> TapResult:
        """Return signals per sample and where the panes are.

        Arrays, all with one row per sample: ``at_us`` int64; ``signature`` (n, k) uint8;
        ``changed``, ``even`` share of cells, uint8 in 1/255; ``step``, ``own_step``, ``stir``,
        ``rough`` luma levels, float32; ``level_db`` float32. Values: ``end_us``; ``partner`` and
        ``own`` as left, top, right, bottom in shares of the picture, or None; ``changes``,
        ``agreement`` of the layout.
        """
        tracks = self._recorder.take_tracks()
        layout = find_layout(tracks)
        at_us = np.asarray(self._at_us, np.int64)
        arrays: dict[str, NDArray[np.generic]] = {
            "at_us": at_us,
            "level_db": self._levels.around(self._at_us),
            **_pane_arrays(tracks, layout),
        }
        last_us = self._at_us[-1] + _MICROSECONDS // FRAMES_PER_SECOND if self._at_us else 0
        values: dict[str, object] = {
            "end_us": max(last_us, self._levels.end_us if self._at_us else 0),
            "partner": _rectangle(layout.partner if layout.changes else None),
            "own": _rectangle(layout.own),
            "changes": layout.changes,
            "agreement": round(layout.agreement, 3),
        }
        return TapResult(arrays, values)


def signals_from_result(result: TapResult) -> PaneSignals:
    """Return the signals of a stored or fresh result of ``PanesTap``.

    Raises:
        MalformedError: An array or value is missing, or they do not belong together.
    """
    try:
        arrays, values = result.arrays, result.values
        at = tuple(Fraction(int(us), _MICROSECONDS) for us in arrays["at_us"])
        signature = np.ascontiguousarray(arrays["signature"], np.uint8)
        columns = {
            name: tuple(float(x) for x in arrays[name])
            for name in ("step", "stir", "rough", "own_step", "level_db")
        }
        shares = {
            name: tuple(int(x) / 255 for x in arrays[name].astype(np.uint8))
            for name in ("changed", "even")
        }
        end_us, changes = values["end_us"], values["changes"]
    except (KeyError, TypeError, ValueError) as exc:
        raise MalformedError("panes.result") from exc
    if not isinstance(end_us, int) or not isinstance(changes, int):
        raise MalformedError("panes.result")
    return PaneSignals(
        duration=Fraction(end_us, _MICROSECONDS),
        at=at,
        signature=tuple(row.tobytes() for row in signature),
        changes=changes,
        own_found=values.get("own") is not None,
        **columns,
        **shares,
    )


class _Levels:
    """Loudness of each quarter second of sound, whatever the blocks' lengths."""

    def __init__(self) -> None:
        self._at_us: list[int] = []
        self._db: list[float] = []
        self.end_us = 0

    def add(self, block: AudioBlock) -> None:
        start_us = _microseconds(block.at)
        for offset in range(0, len(block.samples), _LEVEL_SAMPLES):
            part = block.samples[offset : offset + _LEVEL_SAMPLES]
            power = float(np.mean(np.square(part, dtype=np.float32)))
            at_us = start_us + offset * _MICROSECONDS // AUDIO_RATE_HZ
            if self._at_us and at_us < self._at_us[-1]:
                continue
            self._at_us.append(at_us)
            self._db.append(max(_SILENCE_DB, 10 * float(np.log10(power + 1e-10))))
        self.end_us = max(
            self.end_us, start_us + len(block.samples) * _MICROSECONDS // AUDIO_RATE_HZ
        )

    def around(self, moments_us: list[int]) -> _Floats:
        """Return the loudest part within a quarter second of each moment."""
        reach = _MICROSECONDS // FRAMES_PER_SECOND
        levels = np.full(len(moments_us), _SILENCE_DB, np.float32)
        for row, moment in enumerate(moments_us):
            first = bisect_right(self._at_us, moment - reach)
            last = bisect_right(self._at_us, moment + reach)
            levels[row] = max(self._db[first:last], default=_SILENCE_DB)
        return levels


def _pane_arrays(tracks: CellTracks, layout: PaneLayout) -> dict[str, NDArray[np.generic]]:
    partner = layout.inner
    signature = _signature(tracks.luma, partner)
    moved, count = steps(signature), len(signature)
    own = tracks.luma[:, layout.own]
    middle = np.median(signature, axis=1, keepdims=True) if len(signature) else np.zeros((0, 1))
    far = np.abs(signature - middle.astype(np.int16)) > EVEN_LEVELS
    return {
        "signature": signature,
        "changed": _bytes(
            _led((moved > CHANGED_LEVELS).mean(axis=1, dtype=np.float32), count) * 255
        ),
        "even": _bytes((1 - far.mean(axis=1, dtype=np.float32)) * 255),
        "step": _led(moved.mean(axis=1, dtype=np.float32), count),
        "own_step": _led(_mean_of_row(steps(own)), count),
        "stir": _mean_of_row(tracks.stir[:, partner]) / STIR_SCALE,
        "rough": _mean_of_row(tracks.rough[:, partner]),
    }


def _signature(luma: Bytes, partner: Mask) -> Bytes:
    """Return the pane's picture, ``(frames, k)``, alike for panes of any size.

    The box around the pane is divided into at most 12x9 fields; a field is the mean of its cells
    that belong to the pane, and one without such cells is left out.
    """
    box = bounds(partner)
    if box is None:
        return np.zeros((len(luma), 0), np.uint8)
    left, top, right, bottom = box
    inside = partner.reshape(ROWS, COLUMNS)
    across = np.array_split(np.arange(left, right), min(FIELD_COLUMNS, right - left))
    down = np.array_split(np.arange(top, bottom), min(FIELD_ROWS, bottom - top))
    fields: list[Bytes] = []
    for rows in down:
        for columns in across:
            cells = [
                int(row * COLUMNS + column)
                for row in rows
                for column in columns
                if inside[row, column]
            ]
            if cells:
                fields.append(_bytes(luma[:, cells].mean(axis=1, dtype=np.float32)))
    return np.ascontiguousarray(np.stack(fields, axis=1))


def _mean_of_row(plane: Bytes) -> _Floats:
    if not plane.size:
        return np.zeros(len(plane), np.float32)
    return np.asarray(plane.mean(axis=1, dtype=np.float32), np.float32)


def _led(changes: _Floats, count: int) -> _Floats:
    """Return ``changes`` with a 0 for the first of ``count`` samples: nothing was before it."""
    led = np.zeros(count, np.float32)
    led[1:] = changes
    return led


def _bytes(values: _Floats) -> Bytes:
    return np.asarray(np.clip(np.rint(values), 0, 255), np.uint8)


def _rectangle(mask: Mask | None) -> list[float] | None:
    box = None if mask is None else bounds(mask)
    if box is None:
        return None
    left, top, right, bottom = box
    return [left / COLUMNS, top / ROWS, right / COLUMNS, bottom / ROWS]


def _microseconds(moment: Fraction) -> int:
    return int(moment * _MICROSECONDS)
