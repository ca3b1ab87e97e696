"""The lanes of the index, and the entries of a recording in each.

A recording longer than ``VOLUME_MAX_S`` takes several volumes, one after the other; places count
from the start of their volume.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from consentkit.media.match.library import PLACE_BITS, PLACE_S, VOLUME_MAX_S, entries
from consentkit.media.match.picture_lookup import picture_keys
from consentkit.media.match.sound_keys import sound_keys
from consentkit.media.taps.base import TapResult

Placed = tuple[NDArray[np.uint32], NDArray[np.int64]]
"""Keys ``(n,) uint32``, and their places ``(n,) int64`` from the start of a volume."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane of the index.

    Attributes:
        name: "sound" or "picture".
        tap: Tap whose stored result the keys are made from.
        version: Counts up when the same result gives other keys.
        keys: Returns the keys of a result between two seconds, the start included.
    """

    name: str
    tap: str
    version: int
    keys: Callable[[TapResult, float, float], Placed]


def _sound(result: TapResult, start_s: float, end_s: float) -> Placed:
    keys, places = sound_keys(result)
    inside = (places * PLACE_S >= start_s) & (places * PLACE_S < end_s)
    return keys[inside], places[inside] - round(start_s / PLACE_S)


LANES = (
    Lane("sound", "sound-prints", 1, _sound),
    Lane("picture", "picture-prints", 1, picture_keys),
)


def volume_bounds(duration_s: float) -> tuple[tuple[float, float], ...]:
    """Return start and end in seconds of the volumes of a recording; at least one."""
    count = max(1, int(np.ceil(duration_s / VOLUME_MAX_S)))
    cuts = [number * VOLUME_MAX_S for number in range(count)]
    return tuple(zip(cuts, [*cuts[1:], max(duration_s, cuts[-1])], strict=True))


def lane_entries(
    lane: Lane, result: TapResult, numbers: Sequence[int], bounds: Sequence[tuple[float, float]]
) -> NDArray[np.uint64]:
    """Return the index entries of a recording, ``(n,) uint64``, not sorted.

    Args:
        lane: The lane.
        result: What the lane's tap left of the recording.
        numbers: Numbers of its volumes.
        bounds: Their bounds (``volume_bounds``).

    Raises:
        MalformedError: The result is damaged.
    """
    found = [np.zeros(0, np.uint64)]
    for place, (number, (start_s, _)) in enumerate(zip(numbers, bounds, strict=True)):
        # Prints may reach some moments past the length that the container tells.
        is_last = place == len(numbers) - 1
        end_s = start_s + VOLUME_MAX_S if is_last else bounds[place][1]
        keys, places = lane.keys(result, start_s, end_s)
        fits = (places >= 0) & (places < 1 << PLACE_BITS)
        found.append(entries(keys[fits], number, places[fits]))
    return np.concatenate(found)
