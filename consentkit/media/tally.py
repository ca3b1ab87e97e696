"""Counting of damage met on the way."""

from fractions import Fraction

from consentkit.domain.recording import Damage

_DIFFERENCE_S = 1
"""Headers round, and streams end at different times; a second less than promised is missing."""


class Tally:
    """Counts errors and remembers the first moment of one."""

    def __init__(self) -> None:
        self.read_errors = 0
        self.decode_errors = 0
        self.first_at: Fraction | None = None

    def read_error(self, at: Fraction | None) -> None:
        """Count a failure of the container after the time ``at``."""
        self.read_errors += 1
        self._see(at)

    def decode_error(self, at: Fraction | None) -> None:
        """Count a packet or picture that did not decode well at the time ``at``."""
        self.decode_errors += 1
        self._see(at)

    def add(self, other: "Tally") -> None:
        """Count what another tally has counted."""
        self.read_errors += other.read_errors
        self.decode_errors += other.decode_errors
        self._see(other.first_at)

    @property
    def has_errors(self) -> bool:
        """Whether anything was counted."""
        return self.read_errors + self.decode_errors > 0

    def report(self, *, end: Fraction, header_duration: Fraction | None, is_cut: bool) -> Damage:
        """Return what was counted.

        Args:
            end: Time of the end of the last thing that is there.
            header_duration: Seconds the header claims, or None.
            is_cut: Whether a packet without its end was met.
        """
        differs = header_duration is not None and abs(header_duration - end) > _DIFFERENCE_S
        is_truncated = is_cut or (header_duration is not None and differs and header_duration > end)
        first = self.first_at
        if first is None and is_truncated:
            first = end
        return Damage(
            error_count=self.read_errors + self.decode_errors,
            first_at=first,
            is_truncated=is_truncated,
            header_duration=header_duration if differs else None,
        )

    def _see(self, at: Fraction | None) -> None:
        if at is not None and (self.first_at is None or at < self.first_at):
            self.first_at = at
