"""How long work tells of itself and how it is stopped."""

import threading
from collections.abc import Callable
from dataclasses import dataclass


class Cancelled(Exception):  # noqa: N818 -- it is a wish that was carried out, not an error
    """The person who asked for the work asked to stop it; nothing half-done was left."""


@dataclass(frozen=True, slots=True)
class ProgressUpdate:
    """How far a piece of work has come.

    Attributes:
        step: Stable code of what is being done, translated by the front end ("ingest.scan").
        done: Units finished, at most ``total``.
        total: Units in all, or 0 when that is not known.
    """

    step: str
    done: int = 0
    total: int = 0

    @property
    def fraction(self) -> float | None:
        """Share finished from 0 to 1, or None when the total is not known."""
        return min(1.0, self.done / self.total) if self.total > 0 else None


Progress = Callable[[ProgressUpdate], None]


def silent(update: ProgressUpdate) -> None:
    """Take an update and do nothing with it."""


class CancelToken:
    """A flag one thread sets and the working thread looks at, at least once a second."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next look."""
        self._event.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether a stop was asked for."""
        return self._event.is_set()

    def check(self) -> None:
        """Return if the work may go on.

        Raises:
            Cancelled: A stop was asked for.
        """
        if self._event.is_set():
            raise Cancelled

    def wait(self, timeout_s: float) -> bool:
        """Return after ``timeout_s`` seconds, or at once with True when a stop is asked for."""
        return self._event.wait(timeout_s)
