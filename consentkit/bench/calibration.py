"""Whether a confidence of 0.9 is right nine times of ten."""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from consentkit.bench.scoring import Outcome, Step

EDGES = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1.0)


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers whose confidence lies in ``[low, high)``; the last bin holds 1 as well.

    Attributes:
        low: Lower edge.
        high: Upper edge.
        steps: How many half seconds were answered with such a confidence.
        right: How many of them were right.
        confidence_sum: Sum of the confidences.
    """

    low: float
    high: float
    steps: int = 0
    right: int = 0
    confidence_sum: float = 0.0

    @property
    def mean_confidence(self) -> float:
        """What was said on average; 0 for an empty bin."""
        return self.confidence_sum / self.steps if self.steps else 0.0

    @property
    def accuracy(self) -> float:
        """How often it was right; 0 for an empty bin."""
        return self.right / self.steps if self.steps else 0.0


def reliability(steps: Iterable[Step]) -> tuple[Bin, ...]:
    """Return the bins of all answered steps."""
    bins = [Bin(low, high) for low, high in itertools.pairwise(EDGES)]
    for step in steps:
        if step.confidence is None:
            continue
        place = next(
            (index for index, item in enumerate(bins) if step.confidence < item.high),
            len(bins) - 1,
        )
        old = bins[place]
        bins[place] = Bin(
            old.low,
            old.high,
            old.steps + 1,
            old.right + (step.outcome is Outcome.HIT),
            old.confidence_sum + step.confidence,
        )
    return tuple(bins)


def expected_error(bins: Iterable[Bin]) -> float | None:
    """Return the mean distance of confidence and accuracy, weighted by steps; None without any.

    Source: expected calibration error, Naeini, Cooper, Hauskrecht, AAAI 2015.
    """
    kept = [item for item in bins if item.steps]
    total = sum(item.steps for item in kept)
    if not total:
        return None
    return sum(abs(item.mean_confidence - item.accuracy) * item.steps for item in kept) / total
