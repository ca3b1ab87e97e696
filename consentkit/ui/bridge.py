"""Between the window's thread and the others: work goes out, answers come back on the window's.

``query`` is for short questions, answered one after the other on one thread. ``job`` is for long
work that tells of itself and can be stopped. Callbacks run on the window's thread and only while
their ``owner`` lives.
"""

import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar, cast

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from consentkit.kernel.errors import ConsentKitError
from consentkit.kernel.progress import Cancelled, CancelToken, Progress
from consentkit.services.jobs import JobRunner, JobState

T = TypeVar("T")
ENDING_TIMEOUT_S = 20.0
"""Work looks at its cancel token each second; a disk that hangs must not keep a vault open."""

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Question:
    work: Callable[[], Any]
    done: Callable[[Any], None] | None
    failed: Callable[[ConsentKitError], None] | None
    owner: QObject | None
    age: int


@dataclass(slots=True)
class _Answer:
    question: _Question
    value: object
    problem: BaseException | None = None


@dataclass(slots=True)
class _Watch:
    done: Callable[[Any], None] | None
    failed: Callable[[ConsentKitError], None] | None
    owner: QObject | None
    is_silent: bool


class Bridge(QObject):
    """Runs work off the window's thread and brings the answers back to it."""

    jobChanged = Signal(object)
    """A ``JobState``; not emitted for silent jobs."""

    errorRaised = Signal(object)
    """A ``ConsentKitError`` nobody else handles; the window shows it."""

    bugRaised = Signal(object)
    """An exception nobody raised on purpose; ``crash`` shows it."""

    _answered = Signal(object)
    _news = Signal(object)

    def __init__(self, runner: JobRunner | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner or JobRunner()
        self._watches: dict[str, _Watch] = {}
        self._silent: set[str] = set()
        self._age = 0
        self._questions: queue.SimpleQueue[_Question | None] = queue.SimpleQueue()
        self._open_questions = 0
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._news.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self._unsubscribe = self._runner.subscribe(self._news.emit)
        self._thread: threading.Thread | None = None

    # Questions ---------------------------------------------------------------

    def query(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[ConsentKitError], None] | None = None,
        *,
        owner: QObject | None = None,
    ) -> None:
        """Ask ``work`` on the query thread and give its answer to ``done`` on this one.

        Args:
            work: Short work, below a tenth of a second; it must touch no widget.
            done: Takes the answer.
            failed: Takes an error; without it ``errorRaised`` tells.
            owner: Nothing is called back once this object is gone.
        """
        if self._thread is None:
            self._thread = threading.Thread(target=self._answer_all, name="query", daemon=True)
            self._thread.start()
        self._open_questions += 1
        question = _Question(work, cast(Any, done), failed, owner, self._age)
        self._questions.put(question)

    def _answer_all(self) -> None:
        while (question := self._questions.get()) is not None:
            if question.age != self._age:
                continue
            # One value that is never None crosses: PySide6 6.12 takes a reference too many from
            # None when it queues it, and Python 3.11 aborts once None has none left.
            try:
                answer = _Answer(question, question.work())
            except Exception as exc:  # noqa: BLE001 -- sorted out on the window's thread
                answer = _Answer(question, None, exc)
            self._answered.emit(answer)
            del question, answer

    @Slot(object)
    def _deliver(self, arrived: _Answer) -> None:
        question, answer, problem = arrived.question, arrived.value, arrived.problem
        self._open_questions -= 1
        if question.age != self._age or _is_gone(question.owner):
            return
        if problem is None:
            if question.done is not None:
                question.done(answer)
        elif isinstance(problem, ConsentKitError):
            self._fail(problem, question.failed)
        elif not isinstance(problem, Cancelled):
            self.bugRaised.emit(problem)

    def _fail(
        self, error: ConsentKitError, failed: Callable[[ConsentKitError], None] | None
    ) -> None:
        _log.info("refused: %s", error.code)
        if failed is not None:
            failed(error)
        else:
            self.errorRaised.emit(error)

    # Jobs --------------------------------------------------------------------

    def job(
        self,
        kind: str,
        label: str,
        work: Callable[[Progress, CancelToken], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[ConsentKitError], None] | None = None,
        *,
        owner: QObject | None = None,
        silent: bool = False,
    ) -> str:
        """Start long work and return the job's id.

        Args:
            kind: What sort of work ("recording.add"); messages know its words.
            label: What the person would call it, for the list of jobs.
            work: Takes a progress callback and a cancel token; it must touch no widget.
            done: Takes the result. A cancelled job calls nothing.
            failed: Takes an error; without it ``errorRaised`` tells, unless the job is silent.
            owner: Nothing is called back once this object is gone; the job itself goes on.
            silent: The job is not shown and its errors are not told.
        """
        job = self._runner.start(kind, label, work)
        if silent:
            self._silent.add(job.id)
        self._watches[job.id] = _Watch(cast(Any, done), failed, owner, silent)
        # News of a job travels through the queue of events, so none can be here before this line.
        return job.id

    @Slot(object)
    def _hear(self, state: JobState) -> None:
        watch = self._watches.get(state.id)
        if watch is None:
            return
        if not watch.is_silent:
            self.jobChanged.emit(state)
        if not state.is_over:
            return
        del self._watches[state.id]
        gone = _is_gone(watch.owner)
        if state.state == "done" and watch.done is not None and not gone:
            watch.done(state.result)
        elif state.error is not None:
            if watch.failed is not None and not gone:
                self._fail(state.error, watch.failed)
            elif not watch.is_silent:
                self._fail(state.error, None)
        elif state.bug is not None:
            self.bugRaised.emit(state.bug)

    def jobs(self) -> tuple[JobState, ...]:
        """Return the jobs that are shown, running ones and the last that ended."""
        return tuple(state for state in self._runner.jobs() if state.id not in self._silent)

    def cancel_job(self, job_id: str) -> None:
        """Ask a job to stop."""
        self._runner.cancel(job_id)

    def is_running(self, job_id: str) -> bool:
        """Return whether the job was started here and has not ended."""
        return job_id in self._watches

    @property
    def is_busy(self) -> bool:
        """Whether a job that is shown is running."""
        return any(not watch.is_silent for watch in self._watches.values())

    # Ends --------------------------------------------------------------------

    def forget(self) -> None:
        """Drop every open question and callback and stop all jobs: the vault is being locked."""
        self._age += 1
        self._open_questions = 0
        for name in self._watches:
            self._runner.cancel(name)
        self._watches.clear()
        self._runner.forget_ended()

    def retire(self, close: Callable[[], None], done: Callable[[], None]) -> None:
        """Stop everything, run ``close`` once all jobs have ended, then call ``done``.

        ``close`` runs on another thread: it may write and wait.
        """
        self.forget()
        ending = self._runner.running()

        def work(_progress: Progress, _cancel: CancelToken) -> None:
            for job in ending:
                job.wait(ENDING_TIMEOUT_S)
            close()

        self.job("vault.close", "", work, lambda _none: done(), lambda _error: done(), silent=True)

    @property
    def is_idle(self) -> bool:
        """Whether no question is open and no watched job runs."""
        return self._open_questions <= 0 and not self._watches

    def shutdown(self) -> None:
        """Stop everything and return when all threads have ended."""
        self.forget()
        self._unsubscribe()
        self._runner.shutdown()
        self._questions.put(None)
        if self._thread is not None:
            self._thread.join()
            self._thread = None


def _is_gone(owner: QObject | None) -> bool:
    return owner is not None and not shiboken6.isValid(owner)
