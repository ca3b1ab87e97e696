"""Loudness over time, for the waveform under the player."""

import numpy as np
from numpy.typing import NDArray
from typing_extensions import override

from consentkit.media.taps.base import (
    AUDIO_RATE_HZ,
    AudioBlock,
    Tap,
    TapResult,
)

STEPS_PER_SECOND = 50
_STEP_SAMPLES = AUDIO_RATE_HZ // STEPS_PER_SECOND
_FULL_SCALE = 255


class WaveformTap(Tap):
    """Peak and effective value of every fiftieth of a second.

    Result arrays: ``peak`` and ``rms``, each ``(steps,) uint8`` with 255 for full scale, step 0 at
    the start of the recording and 0 where there is no sound; values: ``steps_per_second``.
    """

    name = "waveform"
    version = 1

    def __init__(self) -> None:
        self._peak = bytearray()
        self._rms = bytearray()
        self._rest: NDArray[np.float32] = np.zeros(0, np.float32)
        self._next = 0

    @override
    def on_audio(self, block: AudioBlock) -> None:
        """Take the next block of sound."""
        start = round(block.at * AUDIO_RATE_HZ)
        if start > self._next:
            self._flush()
            first = start // _STEP_SAMPLES
            silence = bytes(max(0, first - len(self._peak)))
            self._peak += silence
            self._rms += silence
            self._rest = np.zeros(max(0, start - len(self._peak) * _STEP_SAMPLES), np.float32)
        samples = np.concatenate([self._rest, block.samples])
        whole = len(samples) // _STEP_SAMPLES * _STEP_SAMPLES
        self._put(samples[:whole])
        self._rest = samples[whole:]
        self._next = start + len(block.samples)

    @override
    def finish(self) -> TapResult:
        """Return both curves."""
        self._flush()
        return TapResult(
            arrays={
                "peak": np.frombuffer(bytes(self._peak), np.uint8),
                "rms": np.frombuffer(bytes(self._rms), np.uint8),
            },
            values={"steps_per_second": STEPS_PER_SECOND},
        )

    def _flush(self) -> None:
        if len(self._rest):
            self._put(np.pad(self._rest, (0, _STEP_SAMPLES - len(self._rest))))
            self._rest = np.zeros(0, np.float32)

    def _put(self, samples: NDArray[np.float32]) -> None:
        steps = samples.reshape(-1, _STEP_SAMPLES)
        if not len(steps):
            return
        self._peak += _to_uint8(np.abs(steps).max(axis=1))
        self._rms += _to_uint8(np.sqrt(np.mean(np.square(steps), axis=1)))


def _to_uint8(values: NDArray[np.float32]) -> bytes:
    return np.clip(np.rint(values * _FULL_SCALE), 0, _FULL_SCALE).astype(np.uint8).tobytes()
