"""Where an edit shows a recording, found from nothing but two moments that belong together.

Edit and recording are held against each other at every shift at once (correlation by Fourier
transform), scale by scale, mirrored and not. It takes what features need none of: soft pictures,
few corners. The time has to be known to a second or so, from the sound for example.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from consentkit.media.match.track_box import boxed
from consentkit.media.match.track_judge import Scene
from consentkit.media.match.track_plane import View, detail, detail_evened, plane_of, resampled
from consentkit.media.match.track_refine import refined
from consentkit.media.match.track_times import SourceLine, nearest
from consentkit.media.taps.picture_track_codec import Pictures, TrackReader

_SCALE_MIN, _SCALE_MAX, _SCALE_STEP = 0.2, 4.4, 1.08
_FINE_BELOW, _COARSE_ABOVE = 0.3, 1.5
_CELLS_MIN = 120
_PAIRS = 2
_REFINED = 3
_GAIN_MIN = 0.0
"""A tight zoom has few blocks and little to gain, even where it is right.

Source: 592 views found of eight seconds each in recordings that were not in the edit: none had
evidence above 1.5 once verified.
"""
_SAME_SCALE, _SAME_SHIFT = 1.15, 0.1


@dataclass(frozen=True, slots=True)
class Registration:
    """A view that was found.

    Attributes:
        view: Where the edit shows the recording.
        gain: How much its blocks speak for it, for ranking only; ``verify`` decides.
    """

    view: View
    gain: float


def register(
    edit: TrackReader,
    recording: TrackReader,
    edit_start_s: float,
    edit_end_s: float,
    line: SourceLine,
) -> tuple[Registration, ...]:
    """Return views under which the edit may show the recording, the best first; often none.

    Args:
        edit: The edit's ``edit-track``.
        recording: The recording's ``picture-track``.
        edit_start_s: Second of the edit where a shot begins.
        edit_end_s: Second where it ends.
        line: Which moments belong together.

    Raises:
        MalformedError: ``track.prints``: a track is damaged.
    """
    first, last = edit.between(edit_start_s, edit_end_s)
    if first == last or not len(recording.times_s):
        return ()
    places = (np.arange(_PAIRS) + 0.5) * (last - first) / _PAIRS
    frames = first + places.astype(np.int64)
    theirs = nearest(recording.times_s, line.at(edit.times_s[frames]))
    found: list[tuple[float, View]] = []
    for shrunk, scales in _levels():
        target = detail_evened(detail(recording.pictures(theirs, shrunk)))
        for scale in scales:
            found += _at_scale(edit, frames, target, scale, recording.aspect)
    found.sort(key=lambda item: -item[0])
    tried: list[View] = []
    results: list[Registration] = []
    for _, view in found:
        if len(tried) < _REFINED and all(_differ(view, other) for other in tried):
            tried.append(view)
            result = _settled(edit, recording, view, frames, theirs)
            if result is not None:
                results.append(result)
    return tuple(sorted(results, key=lambda result: -result.gain))


def _levels() -> list[tuple[int, list[float]]]:
    """Return how much the recording is shrunk, and which scales are tried then."""
    count = int(np.log(_SCALE_MAX / _SCALE_MIN) / np.log(_SCALE_STEP)) + 1
    scales = [_SCALE_MIN * _SCALE_STEP**power for power in range(count)]
    return [
        (1, [scale for scale in scales if scale < _FINE_BELOW]),
        (2, [scale for scale in scales if _FINE_BELOW <= scale <= _COARSE_ABOVE]),
        (4, [scale for scale in scales if scale > _COARSE_ABOVE]),
    ]


def _at_scale(
    edit: TrackReader,
    frames: NDArray[np.int64],
    target: Pictures,
    scale: float,
    aspect: float,
) -> list[tuple[float, View]]:
    """Return the best view at a scale, mirrored and not, with how far it stands out."""
    _, rows, columns = target.shape
    scale_y = scale * aspect / edit.aspect
    across, down = max(4, round(scale * columns)), max(4, round(scale_y * rows))
    shrunk = next((size for size in (4, 2) if edit.columns >= size * across), 1)
    mine = detail_evened(detail(resampled(edit.pictures(frames, shrunk), across, down)))
    shape = (_smooth(rows + down), _smooth(columns + across))
    ours = np.fft.rfft2(target, s=shape)
    overlap = _overlap(rows, down, shape[0])[:, None] * _overlap(columns, across, shape[1])[None, :]
    weight = 1 / np.sqrt(np.maximum(overlap, _CELLS_MIN))
    results = []
    for is_mirrored in (False, True):
        turned = mine[:, :, ::-1] if is_mirrored else mine
        spectrum = (ours * np.conj(np.fft.rfft2(turned, s=shape))).sum(axis=0)
        surface = np.fft.irfft2(spectrum, s=shape) * weight
        row, column = (int(at) for at in np.unravel_index(int(surface.argmax()), shape))
        top = (row - shape[0] if row >= rows else row) / rows
        left = (column - shape[1] if column >= columns else column) / columns
        wide, high = across / columns, down / rows
        view = View(-wide, high, left + wide, top) if is_mirrored else View(wide, high, left, top)
        results.append((float(surface[row, column]), view))
    return results


def _settled(
    edit: TrackReader,
    recording: TrackReader,
    view: View,
    frames: NDArray[np.int64],
    theirs: NDArray[np.int64],
) -> Registration | None:
    for _ in range(2):
        plane = plane_of(view, edit, recording)
        if plane is None:
            return None
        view = refined(Scene(edit, recording, view, plane), frames, theirs)
    plane = plane_of(view, edit, recording)
    if plane is None:
        return None
    box, gain = boxed(Scene(edit, recording, view, plane), frames, theirs)
    return None if gain < _GAIN_MIN else Registration(replace(view, box=box), gain)


def _differ(view: View, other: View) -> bool:
    """Return whether refining one view could hardly lead to the other."""
    if view.is_mirrored is not other.is_mirrored:
        return True
    scale = abs(other.scale_x)
    if not 1 / _SAME_SCALE < abs(view.scale_x) / scale < _SAME_SCALE:
        return True
    middles = [item.scale_x / 2 + item.shift_x for item in (view, other)]
    return abs(middles[0] - middles[1]) > _SAME_SHIFT * scale


def _overlap(cells: int, others: int, size: int) -> NDArray[np.float64]:
    """Return how many of ``cells`` lie under ``others`` at every circular shift."""
    shift = np.arange(size)
    shift = np.where(shift >= cells, shift - size, shift)
    under = np.minimum(cells, shift + others) - np.maximum(0, shift)
    return np.asarray(np.clip(under, 0, None), np.float64)


def _smooth(size: int) -> int:
    """Return the next size that a Fourier transform is quick at."""
    while True:
        left = size
        for factor in (2, 3, 5):
            while left % factor == 0:
                left //= factor
        if left == 1:
            return size
        size += 1
