"""Where sound stands out from its surroundings: peaks of a locally whitened spectrogram.

A stretch of sound becomes a cloud of points in time and pitch. Speed, pitch and level of an edited
copy move, stretch or thin the cloud out, but what is left of it keeps its shape.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from consentkit.media.taps.base import AUDIO_RATE_HZ

WINDOW = 1024
HOP = 256
HOP_S = HOP / AUDIO_RATE_HZ

_LOWEST_BIN = 8
_HIGHEST_BIN = 288
"""125 Hz to 4.5 kHz: what low bitrates and telephone lines leave."""

_FLOOR = 1e-9
"""Power of quantisation at 16 bits, far below any room."""

_SURROUNDINGS_BINS = 16
_SURROUNDINGS_FRAMES = 32
"""Half widths of what a cell is compared with: a quarter kilohertz and half a second."""

_APART_BINS = 3
_APART_FRAMES = 4
"""Half widths in which a peak is alone: 47 Hz and 64 ms."""

CONTEXT_FRAMES = _SURROUNDINGS_FRAMES + _APART_FRAMES + 1
"""Frames before and after a chunk that its peaks depend on."""

_WINDOW_SHAPE = np.hanning(WINDOW + 1)[:-1].astype(np.float32)


@dataclass(frozen=True, slots=True)
class FoundPeaks:
    """Points of a spectrogram, in order of time.

    Attributes:
        frame: ``(n,) float32``: frame counted from the first one given, with its fraction.
        hertz: ``(n,) float32``: frequency.
        contrast: ``(n,) float32``: how far it stands out, in nepers of power.
    """

    frame: NDArray[np.float32]
    hertz: NDArray[np.float32]
    contrast: NDArray[np.float32]


def spectrogram(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the logarithm of the power, ``(frames, bins) float32``, of whole windows."""
    windows = np.lib.stride_tricks.sliding_window_view(samples, WINDOW)[::HOP]
    spectrum = np.fft.rfft(windows * _WINDOW_SHAPE, axis=1)[:, _LOWEST_BIN:_HIGHEST_BIN]
    power: NDArray[np.float32] = np.square(spectrum.real) + np.square(spectrum.imag)
    power *= np.float32(1 / WINDOW)
    power += np.float32(_FLOOR)
    np.log(power, out=power)
    return power


def find_peaks(log_power: NDArray[np.float32]) -> FoundPeaks:
    """Return all cells that are the loudest and clearest around them."""
    contrast = log_power - _box_mean(
        _box_mean(log_power, _SURROUNDINGS_BINS, 1), _SURROUNDINGS_FRAMES, 0
    )
    around = _box_max(_box_max(contrast, _APART_BINS, 1), _APART_FRAMES, 0)
    is_peak = (contrast >= around) & (contrast > 0)
    is_peak[0] = is_peak[-1] = False
    is_peak[:, 0] = is_peak[:, -1] = False
    frame, column = np.nonzero(is_peak)
    here = log_power[frame, column]
    early, late = log_power[frame - 1, column], log_power[frame + 1, column]
    low, high = log_power[frame, column - 1], log_power[frame, column + 1]
    bins = column + _LOWEST_BIN + _vertex(low, here, high)
    return FoundPeaks(
        (frame + _vertex(early, here, late)).astype(np.float32),
        (bins * (AUDIO_RATE_HZ / WINDOW)).astype(np.float32),
        contrast[frame, column],
    )


def _vertex(
    before: NDArray[np.float32], here: NDArray[np.float32], after: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Return where a parabola through three values has its top, within half a step."""
    bend = before - 2 * here + after
    safe = np.where(bend < 0, bend, -1)
    return np.clip(0.5 * (before - after) / safe, -0.5, 0.5).astype(np.float32)


def _box_mean(values: NDArray[np.float32], half: int, axis: int) -> NDArray[np.float32]:
    """Return the mean over ``2 * half + 1`` neighbours; fewer at the edges."""
    length = values.shape[axis]
    stop = np.minimum(np.arange(length) + half + 1, length)
    start = np.maximum(np.arange(length) - half, 0)
    shape = (length + 1, values.shape[1]) if axis == 0 else (values.shape[0], length + 1)
    sums = np.zeros(shape, np.float32)
    scale = (1 / (stop - start)).astype(np.float32)
    if axis == 0:
        np.cumsum(values, axis=0, out=sums[1:])
        gathered: NDArray[np.float32] = sums[stop] - sums[start]
        return gathered * scale[:, None]
    np.cumsum(values, axis=1, out=sums[:, 1:])
    spread: NDArray[np.float32] = sums[:, stop] - sums[:, start]
    return spread * scale


def _box_max(values: NDArray[np.float32], half: int, axis: int) -> NDArray[np.float32]:
    """Return the maximum over ``2 * half + 1`` neighbours; fewer at the edges."""
    best = values.copy()
    moved = np.moveaxis(best, axis, 0)
    source = np.moveaxis(values, axis, 0)
    for shift in range(1, half + 1):
        np.maximum(moved[shift:], source[:-shift], out=moved[shift:])
        np.maximum(moved[:-shift], source[shift:], out=moved[:-shift])
    return best
