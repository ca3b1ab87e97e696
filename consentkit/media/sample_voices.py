"""Synthetic voices for sample recordings: harmonics of a glottal pulse under moving formants.

Nobody spoke them and they say nothing; what they share with speech is rhythm, melody and timbre,
and each seed has its own.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RATE_HZ = 16_000
_CONTROL_HZ = 100
_HIGHEST_HZ = 4_800.0
_PAUSE_SHARE = 0.08
_HISS_SHARE = 0.4

_VOWELS = np.array([
    (750, 1220, 2600),
    (530, 1850, 2500),
    (300, 2250, 3000),
    (560, 880, 2550),
    (330, 760, 2400),
    (600, 1200, 2500),
])
"""First three formants in Hz of a, e, i, o, u and the neutral vowel of an average adult.

Source: the usual order of magnitude in phonetics textbooks; exact values do not matter here.
"""

_BANDWIDTHS_HZ = np.array([80.0, 110.0, 160.0])


@dataclass(frozen=True, slots=True)
class Voice:
    """How one voice sounds.

    Attributes:
        seed: What it was made from.
        pitch_hz: Middle of its melody.
        tract: Factor on all formants; small for long throats.
        syllables_hz: Syllables per second.
        breath: Share of noise.
    """

    seed: int
    pitch_hz: float
    tract: float
    syllables_hz: float
    breath: float


def make_voice(seed: int) -> Voice:
    """Return the voice of a seed."""
    rng = np.random.default_rng([seed, 21])
    pitches = (112.0, 205.0, 138.0, 232.0, 96.0, 178.0)
    pitch = pitches[seed % len(pitches)] * float(rng.uniform(0.95, 1.06))
    return Voice(
        seed=seed,
        pitch_hz=pitch,
        tract=0.92 + 0.0011 * (pitch - 96) + float(rng.uniform(-0.03, 0.03)),
        syllables_hz=float(rng.uniform(3.6, 5.4)),
        breath=float(rng.uniform(0.02, 0.07)),
    )


def speak(
    voice: Voice, duration_s: float, phrase: int
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return a phrase and how far the mouth is open.

    Args:
        voice: Who speaks.
        duration_s: Length of the phrase.
        phrase: Which one; the same number gives the same phrase.

    Returns:
        ``(n,) float32`` samples at 16 kHz with peaks near 0.5, and ``(m,) float32`` openings from
        0 to 1 at 100 per second.
    """
    rng = np.random.default_rng([voice.seed, 22, phrase])
    steps = max(2, round(duration_s * _CONTROL_HZ))
    formants, loudness, hiss = _syllables(voice, steps, rng)
    moment = np.arange(steps) / _CONTROL_HZ
    melody = 1 + 0.10 * np.sin(2 * np.pi * 0.7 * moment + rng.uniform(0, 6))
    melody += 0.05 * np.sin(2 * np.pi * 2.3 * moment + rng.uniform(0, 6)) - 0.10 * moment / (
        duration_s + 0.1
    )
    pitch = voice.pitch_hz * melody
    count = round(duration_s * RATE_HZ)
    place = np.arange(count) * (_CONTROL_HZ / RATE_HZ)
    control = np.arange(steps)
    phase = 2 * np.pi * np.cumsum(np.interp(place, control, pitch)) / RATE_HZ
    sound = np.zeros(count)
    for harmonic in range(1, int(_HIGHEST_HZ / voice.pitch_hz) + 1):
        frequency = harmonic * pitch
        gain = _resonance(frequency, formants) * loudness / harmonic**0.9
        gain *= frequency < _HIGHEST_HZ
        sound += np.interp(place, control, gain) * np.sin(harmonic * phase)
    noise = np.diff(rng.standard_normal(count + 1))
    sound += np.interp(place, control, hiss + voice.breath * loudness) * noise
    peak = float(np.abs(sound).max())
    sound *= 0.5 / peak if peak > 0 else 0
    mouth = loudness * (0.45 + 0.55 * np.clip((formants[:, 0] - 250) / 500, 0, 1))
    return sound.astype(np.float32), np.clip(mouth, 0, 1).astype(np.float32)


def _syllables(
    voice: Voice, steps: int, rng: np.random.Generator
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return formants ``(steps, 3)``, loudness and hiss ``(steps,)`` at 100 per second."""
    formants = np.zeros((steps, 3))
    loudness = np.zeros(steps)
    hiss = np.zeros(steps)
    position = 0
    vowel = _VOWELS[5]
    while position < steps:
        length = max(8, round(_CONTROL_HZ / voice.syllables_hz * rng.uniform(0.65, 1.45)))
        stop = min(steps, position + length)
        before, vowel = vowel, _VOWELS[int(rng.integers(len(_VOWELS)))]
        glide = np.clip(np.linspace(0, 2.2, stop - position), 0, 1)[:, None]
        formants[position:stop] = (before + (vowel - before) * glide) * voice.tract
        pause = rng.random() < _PAUSE_SHARE
        shape = np.sin(np.pi * np.linspace(0.02, 0.98, stop - position)) ** 0.7
        loudness[position:stop] = 0 if pause else shape * rng.uniform(0.6, 1.0)
        if rng.random() < _HISS_SHARE:
            hiss[position : position + 5] = rng.uniform(0.05, 0.22)
        position = stop
    return formants, loudness, hiss


def _resonance(
    frequency: NDArray[np.float64], formants: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the gain of the vocal tract at one frequency per step, a product of resonators."""
    gain = np.ones(len(frequency))
    for index, bandwidth in enumerate(_BANDWIDTHS_HZ):
        ratio = frequency / formants[:, index]
        width = frequency * bandwidth / formants[:, index] ** 2
        gain /= np.sqrt((1 - ratio**2) ** 2 + width**2)
    return gain
