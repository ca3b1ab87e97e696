"""A voice made to sound like another, in exactly the same time.

The spectrum of short stretches is spread or narrowed, which moves pitch and formants together; by
how much wanders from stretch to stretch. It keeps strangers from knowing the voice at once. It is
no protection against somebody who knows the person or who sets out to undo it: words, accent,
rhythm and melody stay, and by ear, by trial or by a trained model the voice can still be known.
Silence is the treatment that protects.

Source: Flanagan, Golden, "Phase Vocoder" (1966); Laroche, Dolson, "New Phase-Vocoder Techniques for
Pitch-Shifting" (1999).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log2

import numpy as np
from numpy.typing import NDArray

from consentkit.kernel.timebase import TimeRange

_WINDOW_S = 0.043
"""A window holds at least three periods of a low voice."""

_OVERLAP = 4
_UP = (1.26, 1.42)
_DOWN = (0.70, 0.79)
"""Four to six half tones; less leaves the voice what it is, more cannot be understood."""

_WANDER = 0.05
_PIECE_S = (1.5, 4.0)
FADE_S = 0.01

_Sound = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class VoicePiece:
    """Samples that are changed by one ratio: from ``start`` to before ``stop``."""

    start: int
    stop: int
    ratio: float


def voice_pieces(ranges: Sequence[TimeRange], rate_hz: int, seed: int) -> list[VoicePiece]:
    """Return the pieces of stretches that are in order and apart.

    Args:
        ranges: Seconds from the first sample.
        rate_hz: Samples per second.
        seed: The same seed gives the same pieces.
    """
    rng = np.random.default_rng([seed, 71])
    low, high = _UP if rng.random() < 1 / 2 else _DOWN
    base = rng.uniform(low, high)
    found: list[VoicePiece] = []
    for item in ranges:
        at, end = round(item.start * rate_hz), round(item.end * rate_hz)
        while at < end:
            stop = min(end, at + round(rng.uniform(*_PIECE_S) * rate_hz))
            ratio = float(base * (1 + rng.uniform(-_WANDER, _WANDER)))
            found.append(VoicePiece(at, stop, ratio))
            at = stop
    return found


def window_of(rate_hz: int) -> int:
    """Return the samples of a window: a power of two."""
    return 1 << round(log2(max(64.0, rate_hz * _WINDOW_S)))


def changed_voice(sound: _Sound, rate_hz: int, ratio: float) -> _Sound:
    """Return sound of the same length with all frequencies multiplied by ``ratio``.

    Args:
        sound: ``(channels, samples) float32``; its first and last window come out fading.
        rate_hz: Samples per second.
        ratio: Between a half and two.
    """
    size = window_of(rate_hz)
    hop = size // _OVERLAP
    channels, count = sound.shape
    window = np.hanning(size + 1)[:-1].astype(np.float32)
    frames = max(1, -(-(count + size) // hop))
    padded = np.zeros((channels, frames * hop + size), np.float32)
    padded[:, size - hop : size - hop + count] = sound
    bins = np.arange(size // 2 + 1)
    source = np.rint(bins / ratio).astype(int)
    is_there = source < len(bins)
    source = np.minimum(source, len(bins) - 1)
    result = np.zeros_like(padded)
    places = np.arange(frames)[:, None] * hop + np.arange(size)[None, :]
    for channel in range(channels):
        spectrum = np.fft.rfft(padded[channel][places] * window, axis=1)
        phase = np.angle(spectrum)
        steps = np.diff(phase, axis=0, prepend=0) - 2 * np.pi * hop * bins / size
        steps -= 2 * np.pi * np.rint(steps / (2 * np.pi))
        # What each bin's sound advances by from one window to the next.
        advance = (2 * np.pi * hop * bins / size + steps) * ratio
        turned = np.cumsum(advance[:, source], axis=0)
        moved = np.abs(spectrum)[:, source] * is_there * np.exp(1j * turned)
        pieces = np.fft.irfft(moved, size, axis=1).astype(np.float32) * window
        for number in range(frames):
            result[channel, number * hop : number * hop + size] += pieces[number]
    # Squared windows at a quarter's distance add up to one and a half.
    return np.asarray(result[:, size - hop : size - hop + count] / 1.5, np.float32)
