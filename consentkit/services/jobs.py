"""Long work on threads of its own, with news of how far it is and a way to stop it.

Invariants kept here:

1. A job ends in exactly one of "done", "failed" and "cancelled", and its last news says so.
2. Listeners hear of a job at most ten times a second, but always of its first and last state, in
   order, on the worker's thread.
3. After ``shutdown`` no thread of the runner lives.
"""

import itertools
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any, Generic, Literal, TypeVar

from consentkit.kernel.clock import Clock, SystemClock
from consentkit.kernel.errors import ConsentKitError, StateError
from consentkit.kernel.progress import Cancelled, CancelToken, Progress, ProgressUpdate

T = TypeVar("T")

NEWS_INTERVAL_S = 0.1
"""Ten pieces of news a second are as many as an eye can follow."""

KEPT_ENDED = 50
"""Ended jobs kept for the list; the oldest go first."""

EARLIEST_ESTIMATE_S = 2.0
"""Before this a rate says more about the start than about the work."""

WORKERS = 4
"""Jobs at once: one long scan, one backup, and two short ones must not wait for each other."""

RunState = Literal["running", "done", "failed", "cancelled"]


@dataclass(frozen=True, slots=True)
class JobState:
    """How a job stands.

    Attributes:
        id: Identifier, counted from 1 in this process.
        kind: What sort of work it is ("recording.add").
        label: What the person who started it would call it.
        step: Code of what is being done.
        fraction: Share of the step that is finished, 0 to 1; None when it cannot be told.
        seconds_left: Estimate for the step; None when there is none yet.
        state: Running, or how it ended.
        error: Why it failed, when it failed on purpose.
        result: What the work returned, when it is done.
        bug: What broke, when the work ended by something nobody raised on purpose.
    """

    id: str
    kind: str
    label: str
    step: str = ""
    fraction: float | None = None
    seconds_left: float | None = None
    state: RunState = "running"
    error: ConsentKitError | None = None
    result: object = None
    bug: BaseException | None = None

    @property
    def is_over(self) -> bool:
        """Whether the job has ended."""
        return self.state != "running"


class Pace:
    """Estimates how long a step still takes, from its own rate."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._step = ""
        self._began_at = clock.monotonic()
        self._began_with = 0.0

    def seconds_left(self, update: ProgressUpdate) -> float | None:
        """Return the seconds that the step still takes; None while that cannot be told."""
        fraction = update.fraction
        now = self._clock.monotonic()
        if update.step != self._step or fraction is None or fraction < self._began_with:
            self._step, self._began_at, self._began_with = update.step, now, fraction or 0.0
            return None
        spent, gained = now - self._began_at, fraction - self._began_with
        if spent < EARLIEST_ESTIMATE_S or gained <= 0:
            return None
        return spent * (1.0 - fraction) / gained


class Job(Generic[T]):
    """A piece of work that was started."""

    def __init__(self, state: JobState, token: CancelToken) -> None:
        self._state = state
        self._token = token
        self._future: Future[T] | None = None
        self._ended = threading.Event()

    @property
    def id(self) -> str:
        """The job's identifier."""
        return self._state.id

    @property
    def state(self) -> JobState:
        """How the job stands at this moment."""
        return self._state

    def cancel(self) -> None:
        """Ask the work to stop."""
        self._token.cancel()

    def wait(self, timeout_s: float | None = None) -> JobState:
        """Return the job's state once it has ended or ``timeout_s`` seconds went by."""
        self._ended.wait(timeout_s)
        return self._state


class JobRunner:
    """Runs work on threads and tells listeners about it. All methods may be called anywhere."""

    def __init__(self, clock: Clock | None = None, *, workers: int = WORKERS) -> None:
        self._clock: Clock = clock or SystemClock()
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="job")
        self._lock = threading.RLock()
        self._jobs: dict[str, Job[Any]] = {}
        self._ended: deque[JobState] = deque(maxlen=KEPT_ENDED)
        self._listeners: list[Callable[[JobState], None]] = []
        self._numbers = itertools.count(1)
        self._is_shut = False

    def start(self, kind: str, label: str, work: Callable[[Progress, CancelToken], T]) -> Job[T]:
        """Begin ``work`` on another thread; it is given its progress and its cancel token.

        Raises:
            StateError: The runner was shut down (``jobs.shut``).
        """
        with self._lock:
            if self._is_shut:
                raise StateError("jobs.shut")
            token = CancelToken()
            job: Job[T] = Job(JobState(str(next(self._numbers)), kind, label), token)
            self._jobs[job.id] = job
            job._future = self._pool.submit(self._run, job, token, work)  # noqa: SLF001 -- its maker
            job._future.add_done_callback(lambda future: self._end(job, future))  # noqa: SLF001
        return job

    def _run(
        self, job: Job[T], token: CancelToken, work: Callable[[Progress, CancelToken], T]
    ) -> T:
        self._tell(job, job.state)
        token.check()
        pace = Pace(self._clock)
        told_at = self._clock.monotonic()

        def progress(update: ProgressUpdate) -> None:
            nonlocal told_at
            left = pace.seconds_left(update)
            state = replace(
                job.state, step=update.step, fraction=update.fraction, seconds_left=left
            )
            now = self._clock.monotonic()
            if now - told_at >= NEWS_INTERVAL_S or update.step != job.state.step:
                told_at = now
                self._tell(job, state)
            else:
                job._state = state  # noqa: SLF001 -- kept for whoever looks, told with the next

        return work(progress, token)

    def _end(self, job: Job[T], future: Future[T]) -> None:
        cause = None if future.cancelled() else future.exception()
        state = replace(job.state, seconds_left=None)
        if future.cancelled() or isinstance(cause, Cancelled):
            state = replace(state, state="cancelled")
        elif isinstance(cause, ConsentKitError):
            state = replace(state, state="failed", error=cause)
        elif cause is not None:
            state = replace(state, state="failed", bug=cause)
        else:
            state = replace(state, state="done", fraction=1.0, result=future.result())
        with self._lock:
            self._jobs.pop(job.id, None)
            # A result may hold a key or a person's data: whoever wants it keeps the job itself.
            self._ended.append(replace(state, result=None))
        try:
            self._tell(job, state)
        finally:
            job._ended.set()  # noqa: SLF001 -- the runner is the one that ends it

    def _tell(self, job: Job[T], state: JobState) -> None:
        with self._lock:
            job._state = state  # noqa: SLF001 -- the runner is the one that moves it
            listeners = tuple(self._listeners)
        for listener in listeners:
            listener(state)

    def jobs(self) -> tuple[JobState, ...]:
        """Return the last jobs that ended, then the running ones; ended ones without result."""
        with self._lock:
            return (*self._ended, *(job.state for job in self._jobs.values()))

    def forget_ended(self) -> None:
        """Leave ended jobs out of ``jobs`` from here on: their labels name what was worked on."""
        with self._lock:
            self._ended.clear()

    def running(self) -> tuple[Job[Any], ...]:
        """Return the jobs that have not ended."""
        with self._lock:
            return tuple(self._jobs.values())

    def cancel(self, job_id: str) -> None:
        """Ask a job to stop; one that is over or unknown stays as it is."""
        with self._lock:
            job = self._jobs.get(job_id)
        if job is not None:
            job.cancel()

    def subscribe(self, listener: Callable[[JobState], None]) -> Callable[[], None]:
        """Call ``listener`` with every piece of news from here on; returns how to stop that."""
        with self._lock:
            self._listeners.append(listener)

        def unsubscribe() -> None:
            with self._lock:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return unsubscribe

    def cancel_all(self) -> None:
        """Ask every running job to stop."""
        with self._lock:
            for job in self._jobs.values():
                job.cancel()

    def shutdown(self) -> None:
        """Ask every job to stop and return when all have; nothing can be started afterwards."""
        with self._lock:
            self._is_shut = True
        self.cancel_all()
        self._pool.shutdown(wait=True, cancel_futures=True)
