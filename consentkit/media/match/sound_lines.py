"""Lines: which moments of which recording a stretch of an edit may come from.

A line says that second ``t`` of the edit is second ``source_s + (t - edit_s) * speed`` of a
recording. Hits of the index that lie on one line within a few seconds make a hypothesis.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from consentkit.media.match.library import PLACE_S, Library
from consentkit.media.match.sound_keys import SPEED_MAX, SPEED_MIN, Shapes

PER_KEY_MAX = 600
"""A key this common says nothing; the most common thousandth are."""

_WINDOW_S = 5.0
_DRIFT_S = 3.0
"""Hits within a window of the edit are of one place when their offsets differ by less: the
widest speed makes 1.8 s of it."""
_NEAR_S = 0.06
_LEAST_HITS = 3
_PAIRS_MAX = 48
_LEAST_APART_S = 0.25


@dataclass(frozen=True, slots=True)
class Line:
    """A straight relation between an edit and a recording.

    Attributes:
        recording_id: The recording.
        edit_s: A second of the edit.
        source_s: The second of the recording that is heard there.
        speed: Seconds of the recording in one second of the edit.
        pitch: Semitones that the edit sounds higher.
    """

    recording_id: str
    edit_s: float
    source_s: float
    speed: float = 1.0
    pitch: float = 0.0

    def source_at(self, edit_s: float) -> float:
        """Return the second of the recording that is heard at a second of the edit."""
        return self.source_s + (edit_s - self.edit_s) * self.speed


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A line that several hits agree on.

    Attributes:
        line: The line; its pitch is not known yet.
        hits: How many hits at different moments of the edit lie on it.
    """

    line: Line
    hits: int


def find_hypotheses(shapes: Shapes, library: Library) -> tuple[Hypothesis, ...]:
    """Return the lines that hits of the index agree on, best first."""
    found = library.sound_postings(shapes.keys, PER_KEY_MAX)
    edit_s: NDArray[np.float64] = shapes.at_s[found.asked]
    volume = found.volumes
    place_s: NDArray[np.float64] = (found.places * PLACE_S).astype(np.float64)
    hypotheses = []
    for group in _groups(edit_s, volume, place_s):
        hypothesis = _fit(edit_s[group], place_s[group])
        if hypothesis is None:
            continue
        edit, source, speed, hits = hypothesis
        where = library.volume(int(volume[group[0]]))
        if where is not None:
            line = Line(where.recording_id, edit, where.start_s + source, speed)
            hypotheses.append(Hypothesis(line, hits))
    return tuple(
        sorted(
            hypotheses,
            key=lambda item: (
                -item.hits,
                item.line.recording_id,
                item.line.edit_s,
                item.line.speed,
            ),
        )
    )


def _groups(
    edit_s: NDArray[np.float64], volume: NDArray[np.int64], place_s: NDArray[np.float64]
) -> list[NDArray[np.int64]]:
    """Return groups of hits that share a window of the edit, a volume and roughly an offset."""
    groups: list[NDArray[np.int64]] = []
    offset = place_s - edit_s + 1e5
    for window_phase in (0.0, 0.5):
        for offset_phase in (0.0, 0.5):
            window = np.floor(edit_s / _WINDOW_S + window_phase).astype(np.uint64)
            cell = np.floor(offset / _DRIFT_S + offset_phase).astype(np.uint64)
            code = (volume.astype(np.uint64) << np.uint64(18)) | cell
            code = (code << np.uint64(14)) | window
            order = np.argsort(code, kind="stable")
            ranked = code[order]
            edges = np.flatnonzero(np.concatenate([[True], ranked[1:] != ranked[:-1], [True]]))
            sizes = np.diff(edges)
            groups.extend(
                order[edges[index] : edges[index + 1]]
                for index in np.flatnonzero(sizes >= _LEAST_HITS).tolist()
            )
    return groups


def _fit(
    edit_s: NDArray[np.float64], place_s: NDArray[np.float64]
) -> tuple[float, float, float, int] | None:
    """Return edit second, source second, speed and number of hits of the best line, or None."""
    moments = len(np.unique(np.rint(edit_s / _NEAR_S)))
    if moments < _LEAST_HITS:
        return None
    step = max(1, len(edit_s) // _PAIRS_MAX)
    x, y = edit_s[::step], place_s[::step]
    run = x[None, :] - x[:, None]
    rise = y[None, :] - y[:, None]
    first, second = np.nonzero(run >= _LEAST_APART_S)
    speed = rise[first, second] / run[first, second]
    possible = (speed >= SPEED_MIN) & (speed <= SPEED_MAX)
    first, speed = first[possible], speed[possible]
    if not len(first):
        return None
    if len(first) > 4 * _PAIRS_MAX:
        pick = np.linspace(0, len(first) - 1, 4 * _PAIRS_MAX).astype(np.int64)
        first, speed = first[pick], speed[pick]
    # Offsets of unchanged speed are tried as they are: most material is not played faster.
    first = np.concatenate([first, np.arange(len(x))])
    speed = np.concatenate([speed, np.ones(len(x))])
    error = np.abs(
        place_s[None, :]
        - y[first][:, None]
        - (edit_s[None, :] - x[first][:, None]) * speed[:, None]
    )
    near = error < _NEAR_S
    best = int(np.argmax(near.sum(axis=1) + 0.5 * (speed == 1.0)))
    on_line = near[best]
    hits = len(np.unique(np.rint(edit_s[on_line] / _NEAR_S)))
    if hits < _LEAST_HITS:
        return None
    middle = float(np.median(edit_s[on_line]))
    residual = place_s[on_line] - (edit_s[on_line] - middle) * speed[best]
    return middle, float(np.median(residual)), float(speed[best]), hits
