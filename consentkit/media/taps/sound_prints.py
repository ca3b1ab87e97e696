"""What is kept of the sound to find it again: a thin cloud of spectral peaks, and the level.

About 36 peaks a second at 4 bytes and ten levels a second are half a megabyte an hour.
"""

import numpy as np
from numpy.typing import NDArray
from typing_extensions import override

from consentkit.media.taps.base import (
    AUDIO_RATE_HZ,
    AudioBlock,
    Tap,
    TapResult,
)
from consentkit.media.taps.sound_prints_peaks import (
    CONTEXT_FRAMES,
    HOP,
    HOP_S,
    WINDOW,
    find_peaks,
    spectrogram,
)

MOMENTS_PER_SECOND = 250
"""Times of peaks are kept in units of 4 ms."""
LOWEST_HZ = 55.0
"""Frequencies are kept in cents (1/1200 octave) above this A."""
CONTRAST_UNITS = 16
"""Contrasts are kept in sixteenths of a neper."""
LEVELS_PER_SECOND = 10
LEVEL_ZERO_DB = -100.0
"""A level of 0 is this or less below full scale; each unit above is half a decibel."""

_CHUNK_FRAMES = 625
"""Ten seconds; results do not depend on how the sound was cut into blocks."""
_PEAKS_NEARBY = 18
_NEARBY_S = 0.25
"""Among the peaks of a quarter second around it, a peak is kept when it is one of the clearest."""
_LEAST_CONTRAST = 1.0
_PEAKS_PER_SECOND_MAX = 96

_FULL_LEVEL = 200


class SoundPrintsTap(Tap):
    """Peaks of the whitened spectrogram and the level of the sound.

    Result arrays: ``peaks_per_second`` ``(seconds,) uint8``, how many peaks lie in each second from
    the start of the recording; for every peak in order of time ``moment`` ``(n,) uint8`` in 4 ms
    within its second, ``cents`` ``(n,) uint16`` above 55 Hz, ``contrast`` ``(n,) uint8`` in
    sixteenths of a neper; ``level`` ``(tenths,) uint8``, the effective value of each tenth of a
    second in half decibels above -100 dB of full scale. No values.
    """

    name = "sound-prints"
    version = 1

    def __init__(self) -> None:
        self._chunk = 0
        self._base = -_first_sample(0)
        self._held: list[NDArray[np.float32]] = [np.zeros(self._base, np.float32)]
        self._held_samples = self._base
        self._end = 0
        self._at: list[NDArray[np.float64]] = []
        self._cents: list[NDArray[np.float64]] = []
        self._contrast: list[NDArray[np.float32]] = []
        self._level: list[NDArray[np.uint8]] = []

    @override
    def on_audio(self, block: AudioBlock) -> None:
        """Take the next block of sound; what is missing before it counts as silence."""
        start = round(block.at * AUDIO_RATE_HZ)
        while start > self._end:
            self._take(np.zeros(min(start - self._end, AUDIO_RATE_HZ), np.float32))
        self._take(block.samples[max(0, self._end - start) :])

    @override
    def finish(self) -> TapResult:
        """Return peaks and levels of all that was heard."""
        end = self._end
        while _first_sample(self._chunk) + _margin() < end:
            self._take(np.zeros(AUDIO_RATE_HZ, np.float32))
        return _result(
            np.concatenate([*self._at, np.zeros(0)]),
            np.concatenate([*self._cents, np.zeros(0)]),
            np.concatenate([*self._contrast, np.zeros(0, np.float32)]),
            np.concatenate([*self._level, np.zeros(0, np.uint8)]),
            end,
        )

    def _take(self, samples: NDArray[np.float32]) -> None:
        self._held.append(samples)
        self._held_samples += len(samples)
        self._end += len(samples)
        needed = _last_sample(self._chunk) - _first_sample(self._chunk)
        while self._held_samples >= needed:
            held = np.concatenate(self._held)
            self._put(held[:needed])
            kept = held[_CHUNK_FRAMES * HOP :]
            self._held = [kept]
            self._held_samples = len(kept)
            self._chunk += 1

    def _put(self, samples: NDArray[np.float32]) -> None:
        own = samples[_margin() : _margin() + _CHUNK_FRAMES * HOP]
        self._level.append(_levels(own))
        if not samples.any():
            return
        found = find_peaks(spectrogram(samples))
        frame = found.frame.astype(np.float64) - CONTEXT_FRAMES
        mine = (frame >= 0) & (frame < _CHUNK_FRAMES) & (found.contrast >= _LEAST_CONTRAST)
        # Ranks look a quarter second to both sides, which the context holds.
        mine &= _is_clear(found.frame * HOP_S, found.contrast)
        self._at.append((frame[mine] + self._chunk * _CHUNK_FRAMES) * HOP_S)
        self._cents.append(1200 * np.log2(found.hertz[mine].astype(np.float64) / LOWEST_HZ))
        self._contrast.append(found.contrast[mine])


def _margin() -> int:
    """Return the samples before a chunk's first frame's middle that are held for it."""
    return CONTEXT_FRAMES * HOP + WINDOW // 2


def _first_sample(chunk: int) -> int:
    return chunk * _CHUNK_FRAMES * HOP - _margin()


def _last_sample(chunk: int) -> int:
    return (chunk + 1) * _CHUNK_FRAMES * HOP + _margin()


def _levels(samples: NDArray[np.float32]) -> NDArray[np.uint8]:
    tenths = samples.reshape(-1, AUDIO_RATE_HZ // LEVELS_PER_SECOND)
    power = np.mean(np.square(tenths), axis=1, dtype=np.float64)
    decibels = 10 * np.log10(np.maximum(power, 1e-12))
    return np.clip(np.rint(2 * (decibels - LEVEL_ZERO_DB)), 0, _FULL_LEVEL).astype(np.uint8)


def _is_clear(at_s: NDArray[np.float32], contrast: NDArray[np.float32]) -> NDArray[np.bool_]:
    return clearer_nearby(at_s, contrast, _NEARBY_S) < _PEAKS_NEARBY


def clearer_nearby(
    at_s: NDArray[np.floating], contrast: NDArray[np.float32], nearby_s: float
) -> NDArray[np.int64]:
    """Return how many peaks within ``nearby_s`` stand out more than each one.

    Args:
        at_s: ``(n,)`` times in seconds, rising, but for the fraction of a frame.
        contrast: ``(n,)`` how far each stands out.
        nearby_s: Seconds to both sides.
    """
    count = np.zeros(len(at_s), np.int64)
    for shift in range(1, len(at_s)):
        near = at_s[shift:] - at_s[:-shift] <= nearby_s
        if not near.any():
            break
        later_wins = contrast[shift:] > contrast[:-shift]
        count[:-shift] += near & later_wins
        count[shift:] += near & ~later_wins
    return count


def _result(
    at_s: NDArray[np.float64],
    cents: NDArray[np.float64],
    contrast: NDArray[np.float32],
    level: NDArray[np.uint8],
    samples: int,
) -> TapResult:
    seconds = -(-samples // AUDIO_RATE_HZ)
    tick = np.rint(at_s * MOMENTS_PER_SECOND).astype(np.int64)
    inside = (tick >= 0) & (tick < seconds * MOMENTS_PER_SECOND)
    order = np.flatnonzero(inside)[np.argsort(tick[inside], kind="stable")]
    tick = tick[order]
    second = tick // MOMENTS_PER_SECOND
    # A byte counts the peaks of a second; sound never has as many, noise made for it might.
    place = np.arange(len(tick)) - np.searchsorted(second, second)
    order, second, tick = (x[place < _PEAKS_PER_SECOND_MAX] for x in (order, second, tick))
    tenths = -(-samples * LEVELS_PER_SECOND // AUDIO_RATE_HZ)
    return TapResult(
        arrays={
            "peaks_per_second": np.bincount(second, minlength=seconds).astype(np.uint8),
            "moment": (tick % MOMENTS_PER_SECOND).astype(np.uint8),
            "cents": np.clip(np.rint(cents[order]), 0, 65_535).astype(np.uint16),
            "contrast": np.clip(np.rint(contrast[order] * CONTRAST_UNITS), 0, 255).astype(np.uint8),
            "level": level[:tenths],
        },
        values={},
    )
