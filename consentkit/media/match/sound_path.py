"""The most likely way through the lines of an edit, with "unknown" as one of the ways."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

UNKNOWN = -1

_ENTER = 6.0
_LEAVE = 3.0
"""Nepers that a change costs: a stretch must be worth it, and single steps are not."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of steps on one line.

    Attributes:
        line: Index of the line.
        first: First step.
        last: Step after the last one.
        evidence: Sum of the logarithms of the likelihood ratios.
    """

    line: int
    first: int
    last: int
    evidence: float


def best_path(evidence: NDArray[np.float64]) -> tuple[Stretch, ...]:
    """Return the stretches of the most likely path.

    Args:
        evidence: ``(lines, steps)``: logarithm of the likelihood ratio of every line against
            chance at every step.
    """
    lines, steps = evidence.shape
    if not lines or not steps:
        return ()
    score = np.zeros(lines + 1)
    score[:-1] = -_ENTER
    came_from = np.zeros((steps, lines + 1), np.int32)
    own = np.arange(lines + 1, dtype=np.int32)
    for step in range(steps):
        gain = np.append(evidence[:, step], 0.0)
        if step:
            leaving = score.copy()
            leaving[:-1] -= _LEAVE
            best = int(np.argmax(leaving))
            entering = np.full(lines + 1, leaving[best] - _ENTER)
            entering[-1] = leaving[best]
            stays = score >= entering
            came_from[step] = np.where(stays, own, best)
            score = np.where(stays, score, entering)
        score = score + gain
    way = np.empty(steps, np.int64)
    way[-1] = int(np.argmax(score))
    for step in range(steps - 1, 0, -1):
        way[step - 1] = came_from[step, way[step]]
    edges = np.flatnonzero(np.concatenate([[True], way[1:] != way[:-1], [True]])).tolist()
    return tuple(
        Stretch(line, first, last, float(evidence[line, first:last].sum()))
        for first, last in pairwise(edges)
        if (line := int(way[first])) != lines
    )
