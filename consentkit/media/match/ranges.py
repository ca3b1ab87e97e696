"""Many ranges of indices laid out one after the other."""

import numpy as np
from numpy.typing import NDArray


def laid_out(
    first: NDArray[np.int64], counts: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return, for every index in every range, the number of its range, and the index itself.

    Args:
        first: ``(n,) int64``: the first index of each range.
        counts: ``(n,) int64``: how many each range has.
    """
    number = np.repeat(np.arange(len(counts)), counts)
    within = np.arange(len(number)) - np.repeat(np.cumsum(counts) - counts, counts)
    return number, first[number] + within
