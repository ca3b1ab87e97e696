"""The moment within a stretch of a recording, found from the picture alone."""

import numpy as np
from numpy.typing import NDArray

from consentkit.media.match.track_judge import Scene
from consentkit.media.match.track_plane import (
    blocks_of,
    edit_on,
    edit_pictures,
    recording_on,
    texture_of,
)
from consentkit.media.match.track_times import SourceLine, SourceStretch

_QUERY_FRAMES = 24
_SOURCE_FRAMES = 480
_SPEED_STEP = 0.02
_SLACK_S = 0.75


def best_line(scene: Scene, frames: NDArray[np.int64], stretch: SourceStretch) -> SourceLine | None:
    """Return the run of time along which frames of an edit fit a stretch best; None without any.

    What every moment of the stretch has in common is taken off first, so that only what moves
    decides. Stretches of more than two minutes are looked at in larger steps of time.
    """
    edit, recording, plane = scene.edit, scene.recording, scene.plane
    frames = frames[_spread(len(frames), _QUERY_FRAMES)]
    window = np.arange(*recording.between(stretch.start_s, stretch.end_s))
    window = window[_spread(len(window), _SOURCE_FRAMES)]
    if not len(window):
        return None
    pictures = edit_pictures(plane, scene.view, edit, frames)
    mine = blocks_of(plane, edit_on(plane, scene.view, pictures))
    shown = recording_on(plane, recording, window)
    theirs = blocks_of(plane, shown)
    theirs -= theirs.mean(axis=1, keepdims=True)
    has_texture = texture_of(plane, shown).max(axis=1) > 0
    score = np.einsum("bic,bjc->ij", mine[has_texture], theirs[has_texture], optimize=True)
    norm = np.sqrt(np.einsum("bjc,bjc->j", theirs[has_texture], theirs[has_texture]))
    score /= np.maximum(norm, 0.1 * max(1e-6, float(norm.max())))
    return _hough(score, edit.times_s[frames], recording.times_s[window], stretch)


def _hough(
    score: NDArray[np.float32],
    mine: NDArray[np.float64],
    theirs: NDArray[np.float64],
    stretch: SourceStretch,
) -> SourceLine:
    """Return the line of highest mean score; it may leave the stretch for a tenth of the frames."""
    best, line = -np.inf, SourceLine(float(mine[0]), float(theirs[0]))
    count = max(1, round((stretch.speed_max - stretch.speed_min) / _SPEED_STEP) + 1)
    rows = np.arange(len(mine))[:, None]
    gap = float(np.median(np.diff(theirs))) if len(theirs) > 1 else 1.0
    for speed in np.linspace(stretch.speed_min, stretch.speed_max, count):
        when = theirs[None, :] + (mine[:, None] - mine[0]) * speed
        at = np.rint(np.interp(when, theirs, np.arange(len(theirs)))).astype(np.int64)
        is_inside = np.abs(theirs[at] - when) <= gap
        values = np.where(is_inside, score[rows, at], 0).mean(axis=0)
        # A speed of 1 is by far the most common; others have to earn it.
        values = values * (1.0 if abs(speed - 1) < _SPEED_STEP / 2 else 0.99)
        top = int(values.argmax())
        if values[top] > best:
            best = float(values[top])
            line = SourceLine(float(mine[0]), float(theirs[top]), float(speed), _SLACK_S)
    return line


def _spread(length: int, count: int) -> NDArray[np.int64]:
    if length <= count:
        return np.arange(length)
    return ((np.arange(count) + 0.5) * length / count).astype(np.int64)
