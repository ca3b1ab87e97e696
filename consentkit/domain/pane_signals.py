"""What the panes and the sound of a recording do over time, one entry per sample."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from consentkit.kernel.errors import MalformedError

SAMPLE_SECONDS = Fraction(1, 4)
"""Spacing of the sampling; a change lies within this time before the sample that shows it."""

Span = tuple[int, int]
"""Samples ``[first, last)`` by index."""


@dataclass(frozen=True, slots=True)
class PaneSignals:
    """What the panes and the sound do, one entry per sample in every column.

    Attributes:
        duration: Length of the recording in seconds.
        at: Time of each sample, rising; the distance may vary.
        signature: Luma of cells spread over the partner's pane, all of one length.
        changed: Share of the pane's cells that changed since the sample before, 0 to 1.
        even: Share of the pane's cells with about the pane's median luma, 0 to 1.
        step: Mean change of the pane's cells since the sample before, in luma levels.
        stir: Mean change of the pane's pixels since the sample before, in luma levels.
        rough: Mean difference of neighbouring pixels in the pane, in luma levels.
        own_step: Like ``step`` for the creator's own pane; 0 where there is none.
        level_db: Loudness around the sample in dB of full scale.
        changes: Abrupt changes that showed where the partner's pane is; 0 when it was not found.
        own_found: Whether a pane of the creator's was found beside it.

    Raises:
        MalformedError: Columns differ in length, or times do not rise or leave the recording.
    """

    duration: Fraction
    at: tuple[Fraction, ...]
    signature: tuple[bytes, ...]
    changed: tuple[float, ...]
    even: tuple[float, ...]
    step: tuple[float, ...]
    stir: tuple[float, ...]
    rough: tuple[float, ...]
    own_step: tuple[float, ...]
    level_db: tuple[float, ...]
    changes: int
    own_found: bool

    def __post_init__(self) -> None:
        """Refuse columns that do not belong together."""
        columns: tuple[Sequence[object], ...] = (
            self.signature,
            self.changed,
            self.even,
            self.step,
            self.stir,
            self.rough,
            self.own_step,
            self.level_db,
        )
        if any(len(column) != len(self.at) for column in columns):
            raise MalformedError("panes.columns")
        if any(later <= earlier for earlier, later in pairwise(self.at)):
            raise MalformedError("panes.times")
        if self.at and (self.at[0] < 0 or self.at[-1] > self.duration):
            raise MalformedError("panes.times")
        if len({len(row) for row in self.signature}) > 1:
            raise MalformedError("panes.signature")

    def edge(self, index: int) -> Fraction:
        """Return the likeliest moment of the change that sample ``index`` is the first to show."""
        if index <= 0:
            return self.at[0]
        if index >= len(self.at):
            return min(self.duration, self.at[-1] + SAMPLE_SECONDS)
        return self.at[index] - min(SAMPLE_SECONDS, self.at[index] - self.at[index - 1]) / 2

    def length(self, span: Span) -> Fraction:
        """Return the seconds the span lasts."""
        return self.edge(span[1]) - self.edge(span[0])
