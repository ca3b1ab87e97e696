"""Which line explains which half second of a shot, and where none does.

A chain of states over half seconds: unknown, or one of the lines. Evidence is in natural logarithms
and against chance, so unknown has 0; changing the state costs, so that a single half second under a
passing hand is bridged and a single lucky one is not believed.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_BIAS = 2.0
"""Known footage has to be so much likelier than chance, in every half second."""
_LEAST, _MOST = -5.0, 6.0
"""What one half second may say at most: frames side by side repeat each other."""
_CHANGE = 3.0


@dataclass(frozen=True, slots=True)
class Run:
    """Half seconds explained by one line.

    Attributes:
        line: Number of the line, -1 for unknown.
        first: First step.
        last: Past the last step.
    """

    line: int
    first: int
    last: int


def best_path(evidence: NDArray[np.float64]) -> tuple[Run, ...]:
    """Return the runs that explain ``(lines, steps)`` evidence best, in order, without gaps.

    Evidence that is not a number counts as none: the line does not reach that step.
    """
    lines, steps = evidence.shape
    if not steps:
        return ()
    gain = np.zeros((lines + 1, steps))
    gain[1:] = np.clip(np.nan_to_num(evidence, nan=-np.inf) - _BIAS, _LEAST, _MOST)
    came = np.zeros((lines + 1, steps), np.int64)
    best = gain[:, 0].copy()
    for step in range(1, steps):
        top = int(best.argmax())
        stays = best >= best[top] - _CHANGE
        came[:, step] = np.where(stays, np.arange(lines + 1), top)
        best = np.where(stays, best, best[top] - _CHANGE) + gain[:, step]
    state = int(best.argmax())
    states = [state]
    for step in range(steps - 1, 0, -1):
        state = int(came[state, step])
        states.append(state)
    states.reverse()
    runs: list[Run] = []
    begins = 0
    for step in range(1, steps + 1):
        if step == steps or states[step] != states[begins]:
            runs.append(Run(states[begins] - 1, begins, step))
            begins = step
    return tuple(runs)
