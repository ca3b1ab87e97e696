"""Sound for tests of the sound lane: talk that nobody spoke, music, and simple edits of both."""

from fractions import Fraction

import numpy as np

from consentkit.media.match.library import (
    MemoryIndex,
    Postings,
    Volume,
    entries,
)
from consentkit.media.match.sound_keys import sound_keys
from consentkit.media.sample_voices import make_voice, speak
from consentkit.media.taps.base import AUDIO_RATE_HZ, AudioBlock, TapResult
from consentkit.media.taps.sound_prints import SoundPrintsTap

RATE = AUDIO_RATE_HZ


def talk(seed: int, duration_s: float, *, pauses: bool = True) -> np.ndarray:
    """Return talk of one voice in phrases, over a little noise."""
    rng = np.random.default_rng([seed, 99])
    parts: list[np.ndarray] = []
    phrase = 0
    while sum(len(part) for part in parts) < duration_s * RATE:
        # Melody, tempo and timbre wander from phrase to phrase, as they do when people talk.
        sound, _ = speak(make_voice(seed * 1000 + phrase), float(rng.uniform(1.5, 3.0)), phrase)
        parts.append(sound)
        if pauses:
            parts.append(np.zeros(round(float(rng.uniform(0.1, 0.5)) * RATE), np.float32))
        phrase += 1
    voice = np.concatenate(parts)[: round(duration_s * RATE)]
    return (voice + 0.001 * rng.standard_normal(len(voice))).astype(np.float32)


def music(seed: int, duration_s: float) -> np.ndarray:
    """Return chords of decaying tones with a beat."""
    rng = np.random.default_rng([seed, 7])
    at = np.arange(round(duration_s * RATE)) / RATE
    sound = np.zeros(len(at))
    for start in np.arange(0, duration_s, 0.4).tolist():
        note = 110 * 2 ** (float(rng.integers(0, 36)) / 12)
        since = np.maximum(at - start, 0)
        shape = (at >= start) * np.exp(-3 * since)
        for harmonic in (1, 2, 3, 4):
            sound += shape * np.sin(2 * np.pi * harmonic * note * since) / harmonic
    return (0.1 * sound).astype(np.float32)


def resampled(sound: np.ndarray, speed: float) -> np.ndarray:
    """Return the sound played ``speed`` times as fast, its pitch going along."""
    count = int(len(sound) / speed)
    return np.interp(np.arange(count) * speed, np.arange(len(sound)), sound).astype(np.float32)


def mixed(sound: np.ndarray, other: np.ndarray, decibels: float) -> np.ndarray:
    """Return both together, the other one ``decibels`` louder than the first."""
    other = np.resize(other, len(sound))
    power = np.sqrt(np.mean(sound**2) / np.mean(other**2))
    return (sound + other * power * 10 ** (decibels / 20)).astype(np.float32)


def scanned(sound: np.ndarray, block: int = 8000) -> TapResult:
    """Return what the tap leaves of a sound that comes in blocks."""
    tap = SoundPrintsTap()
    for start in range(0, len(sound), block):
        tap.on_audio(AudioBlock(Fraction(start, RATE), sound[start : start + block]))
    return tap.finish()


class SoundLibrary:
    """A library of recordings that hold sound only."""

    def __init__(self, recordings: dict[str, TapResult]) -> None:
        self._prints = recordings
        self._names = list(recordings)
        parts = []
        for number, name in enumerate(self._names):
            keys, places = sound_keys(recordings[name])
            parts.append(entries(keys, number, places))
        self._index = MemoryIndex(np.concatenate([*parts, np.zeros(0, np.uint64)]))

    def sound_postings(self, keys: np.ndarray, per_key_max: int) -> Postings:
        return self._index.lookup(keys, per_key_max)

    def picture_postings(self, keys: np.ndarray, per_key_max: int) -> Postings:
        return self._index.lookup(keys[:0], per_key_max)

    def volume(self, number: int) -> Volume | None:
        if number >= len(self._names):
            return None
        return Volume(self._names[number], 0.0, 10_000.0)

    def prints(self, recording_id: str, tap: str) -> TapResult | None:
        return self._prints.get(recording_id) if tap == "sound-prints" else None
