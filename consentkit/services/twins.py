"""Recordings of a vault that are one and the same, added twice in files of different make.

A recording put into another container keeps its packets, but not their exact times and not the
digest of the file. What is in an edit is then from both, and which of them a fingerprint names is
chance; so is, without this, whether a permission for one of them is found.
"""

from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from consentkit.domain.recording import Recording
from consentkit.kernel.errors import NotFoundError
from consentkit.media.stored_tap import decode_tap_result
from consentkit.services.recordings import RecordingService
from consentkit.vault.vault import Vault

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Loudness: TypeAlias = NDArray[np.int16]

_SIZE_SHARE = Fraction(1, 50)
"""Containers add well under a hundredth of the size of what they hold."""
_DURATION_S = Fraction(1, 10)
_LOUDNESS_STEP = 4
"""Steps of 1/255 that times rounded to milliseconds move the loudness of a fiftieth of a second.

Source: measured on one recording as MP4 and MKV: 0.997 of the steps are alike at the right shift,
0.68 or fewer at any other.
"""
_ALIKE_SHARE = 0.95
_SHIFT_STEPS = 5
SHIFT_S = Fraction(_SHIFT_STEPS, 50)
"""Seconds by which one moment may differ between twins."""
_HEARD_STEPS = 50
"""A second of sound: two recordings in which nothing is heard say nothing of each other."""


class Twins:
    """Finds the recordings that are the same as another.

    Args:
        vault: The open vault.
        recordings: The library.
    """

    def __init__(self, vault: Vault, recordings: RecordingService) -> None:
        self._vault = vault
        self._recordings = recordings

    def of(self, recording_id: str) -> tuple[str, ...]:
        """Return a recording and its twins, the one added first in front."""
        rows = self._vault.list_recordings()
        own = next((row for row in rows if row.id == recording_id), None)
        if own is None:
            return (recording_id,)
        found = [own]
        for row in rows:
            is_near = abs(row.size_bytes - own.size_bytes) <= own.size_bytes * _SIZE_SHARE
            if row.id != recording_id and is_near and self._are_same(recording_id, row.id):
                found.append(row)
        return tuple(row.id for row in sorted(found, key=lambda row: (row.added_at, row.id)))

    def _are_same(self, first_id: str, second_id: str) -> bool:
        try:
            first, second = self._recordings.get(first_id), self._recordings.get(second_id)
        except NotFoundError:
            return False
        is_like = abs(first.duration - second.duration) <= _DURATION_S
        if not is_like or _packets(first) != _packets(second):
            return False
        return _sound_alike(self._loudness(first_id), self._loudness(second_id))

    def _loudness(self, recording_id: str) -> "Loudness | None":
        row = self._vault.get_scan(recording_id, "waveform")
        return decode_tap_result(row.data).arrays["rms"].astype("int16") if row else None


def _packets(recording: Recording) -> tuple[int, ...]:
    """Return how many packets the streams have; files of one length share that by chance."""
    return tuple(sorted(tree.size for tree in recording.packet_trees))


def _sound_alike(first: "Loudness | None", second: "Loudness | None") -> bool:
    """Return whether two curves are the same but for rounding and a shift.

    Containers count the sound from before or after what its coder needs to get going.
    """
    if first is None or second is None:
        return False
    return any(
        _are_alike(first[max(0, shift) :], second[max(0, -shift) :])
        for shift in range(-_SHIFT_STEPS, _SHIFT_STEPS + 1)
    )


def _are_alike(first: "Loudness", second: "Loudness") -> bool:
    length = min(len(first), len(second))
    first, second = first[:length], second[:length]
    heard = (first > 0) | (second > 0)
    alike = heard & (abs(first - second) <= _LOUDNESS_STEP)
    count = int(heard.sum())
    return count >= _HEARD_STEPS and int(alike.sum()) >= count * _ALIKE_SHARE
