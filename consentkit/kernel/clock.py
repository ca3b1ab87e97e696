"""The one place that reads the machine's clock. Everything else takes a ``Clock``."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time; ``now`` is wall time and may jump, ``monotonic`` never goes back."""

    def now(self) -> datetime:
        """Return the present instant, timezone-aware, UTC."""
        ...

    def monotonic(self) -> float:
        """Return seconds since some fixed moment; differences alone have meaning."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Return the present instant, timezone-aware, UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Return seconds since some fixed moment; differences alone have meaning."""
        return time.monotonic()


@dataclass(slots=True)
class ManualClock:
    """A clock that stands still until it is set; for tests and for replaying the past."""

    instant: datetime
    ticks: float = 0.0

    def now(self) -> datetime:
        """Return the instant it was set to."""
        return self.instant

    def monotonic(self) -> float:
        """Return the ticks it was set to."""
        return self.ticks
