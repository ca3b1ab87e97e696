"""What is done to samples of sound: voices changed, stretches silenced, cuts made without a click.

Blocks come in order and without gaps; each stage gives back the same samples, later or sooner.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from consentkit.kernel.timebase import TimeRange
from consentkit.media.redact.voice import FADE_S, changed_voice, voice_pieces, window_of

MUTE_RAMP_S = Fraction(1, 100)
"""Sound falls to nothing before a silenced stretch and comes back behind it."""

CUT_RAMP_S = Fraction(3, 1000)

_Sound = NDArray[np.float32]


class Gain:
    """Silence within stretches of samples, with ramps outside of them."""

    def __init__(self, stretches: Sequence[tuple[int, int]], ramp: int) -> None:
        """Take stretches in order and apart; how many samples a ramp has."""
        self._starts = np.array([start for start, _ in stretches], np.int64)
        self._ends = np.array([end for _, end in stretches], np.int64)
        self._ramp = max(1, ramp)

    def apply(self, sound: _Sound, start: int) -> None:
        """Change ``(channels, samples)``, whose first sample is number ``start``, in place."""
        stop = start + sound.shape[1]
        first = int(np.searchsorted(self._ends, start - self._ramp, "right"))
        last = int(np.searchsorted(self._starts, stop + self._ramp, "left"))
        for place in range(first, last):
            silent, loud = int(self._starts[place]), int(self._ends[place])
            self._ramp_to(sound, silent - self._ramp - start, silent - start, is_down=True)
            sound[:, max(0, silent - start) : max(0, loud - start)] = 0
            self._ramp_to(sound, loud - start, loud + self._ramp - start, is_down=False)

    def _ramp_to(self, sound: _Sound, first: int, stop: int, *, is_down: bool) -> None:
        low, high = max(0, first), min(sound.shape[1], stop)
        if low >= high:
            return
        rising = (np.arange(low - first, high - first, dtype=np.float32) + 1) / (self._ramp + 1)
        sound[:, low:high] *= 1 - rising if is_down else rising


class VoiceStage:
    """Changes voices within stretches; holds sound back for at most a few seconds."""

    def __init__(self, ranges: Sequence[TimeRange], rate_hz: int, seed: int) -> None:
        """Take stretches in order and apart, in seconds from sample 0."""
        self._rate_hz = rate_hz
        self._pieces = voice_pieces(ranges, rate_hz, seed)
        self._fade = round(FADE_S * rate_hz)
        # On both sides of a piece, so that its own samples come from whole windows.
        self._reach = window_of(rate_hz) + self._fade
        self._next = 0
        self._held = np.zeros((0, 0), np.float32)
        self._held_start = 0
        self._given = 0

    def take(self, sound: _Sound, start: int) -> list[tuple[_Sound, int]]:
        """Return what is ready after the next samples, each with its first sample's number."""
        if self._next >= len(self._pieces) and self._held.shape[1] == 0:
            return [(sound, start)]
        if self._held.shape[1] == 0:
            self._held, self._held_start, self._given = sound, start, start
        else:
            self._held = np.concatenate([self._held, sound], axis=1)
        return self._ready(is_last=False)

    def finish(self) -> list[tuple[_Sound, int]]:
        """Return what is left."""
        return self._ready(is_last=True) if self._held.shape[1] else []

    def _ready(self, *, is_last: bool) -> list[tuple[_Sound, int]]:
        end = self._held_start + self._held.shape[1]
        while self._next < len(self._pieces):
            piece = self._pieces[self._next]
            if piece.start - self._fade >= end or (piece.stop + self._reach > end and not is_last):
                break
            self._change(piece.start, piece.stop, piece.ratio)
            self._next += 1
        safe = end
        if not is_last and self._next < len(self._pieces):
            # The next piece needs the samples before it as they were.
            safe = min(end, self._pieces[self._next].start - 2 * self._reach)
        elif not is_last:
            safe = end - self._fade
        found: list[tuple[_Sound, int]] = []
        if safe > self._given:
            first = self._given - self._held_start
            found.append((self._held[:, first : safe - self._held_start].copy(), self._given))
            self._given = safe
        kept_from = min(self._given, end) - self._held_start
        self._held = self._held[:, max(0, kept_from) :].copy()
        self._held_start += max(0, kept_from)
        return found

    def _change(self, start: int, stop: int, ratio: float) -> None:
        """Change a piece of what is held, fading over to it outside of it."""
        count = self._held.shape[1]
        first, last = start - self._held_start, stop - self._held_start
        low, high = max(0, first - self._reach), min(count, last + self._reach)
        if high <= low:
            return
        changed = changed_voice(self._held[:, low:high], self._rate_hz, ratio)
        weight = np.zeros(high - low, np.float32)
        places = np.arange(low, high)
        rising = (places - (first - self._fade)) / self._fade
        falling = ((last + self._fade) - places) / self._fade
        weight = np.clip(np.minimum(rising, falling), 0, 1).astype(np.float32)
        part = self._held[:, low:high]
        self._held[:, low:high] = part + (changed - part) * weight
