"""Jobs: they end once, say so, and stop when asked."""

import threading
from datetime import UTC, datetime

import pytest

from consentkit.kernel.clock import ManualClock
from consentkit.kernel.errors import InputError, StateError
from consentkit.kernel.progress import ProgressUpdate
from consentkit.services.jobs import JobRunner

WAIT_S = 20


@pytest.fixture
def clock():
    return ManualClock(datetime(2026, 1, 1, tzinfo=UTC))


@pytest.fixture
def runner(clock):
    made = JobRunner(clock)
    yield made
    made.shutdown()


def test_result_of_finished_work_is_in_the_last_news(runner):
    heard = []
    runner.subscribe(heard.append)
    job = runner.start("sum", "Sum", lambda _p, _c: 42)
    assert job.wait(WAIT_S).state == "done"
    assert heard[0].state == "running"
    assert (heard[-1].state, heard[-1].result) == ("done", 42)
    assert sum(state.is_over for state in heard) == 1


def test_error_raised_on_purpose_is_told_with_its_code(runner):
    def work(_progress, _cancel):
        raise InputError("media.empty")

    state = runner.start("add", "Add", work).wait(WAIT_S)
    assert state.state == "failed"
    assert state.error.code == "media.empty"
    assert state.bug is None


def test_fault_of_the_program_is_kept_apart_from_errors(runner):
    state = runner.start("add", "Add", lambda _p, _c: {}["missing"]).wait(WAIT_S)
    assert state.state == "failed"
    assert state.error is None
    assert isinstance(state.bug, KeyError)


def test_cancelled_work_ends_as_cancelled(runner):
    begun = threading.Event()

    def work(_progress, cancel):
        begun.set()
        cancel.wait(WAIT_S)
        cancel.check()

    job = runner.start("scan", "Scan", work)
    assert begun.wait(WAIT_S)
    runner.cancel(job.id)
    assert job.wait(WAIT_S).state == "cancelled"


def test_news_between_two_steps_are_at_most_ten_a_second(runner, clock):
    heard = []
    runner.subscribe(heard.append)

    def work(progress, _cancel):
        for done in range(1000):
            clock.ticks += 0.001
            progress(ProgressUpdate("scan", done, 1000))

    runner.start("scan", "Scan", work).wait(WAIT_S)
    assert 5 <= len(heard) <= 16


def test_time_left_follows_the_pace_of_the_step(runner, clock):
    def work(progress, _cancel):
        progress(ProgressUpdate("scan", 0, 100))
        clock.ticks += 10
        progress(ProgressUpdate("scan", 25, 100))

    heard = []
    runner.subscribe(heard.append)
    runner.start("scan", "Scan", work).wait(WAIT_S)
    told = [state.seconds_left for state in heard if state.seconds_left is not None]
    assert told == [pytest.approx(30.0)]


def test_nothing_starts_after_shutdown(clock):
    runner = JobRunner(clock)
    runner.shutdown()
    with pytest.raises(StateError, match="jobs.shut"):
        runner.start("late", "Late", lambda _p, _c: None)


def test_shutdown_leaves_no_thread(clock):
    before = set(threading.enumerate())
    runner = JobRunner(clock)
    jobs = [runner.start("wait", "Wait", lambda _p, c: c.wait(WAIT_S)) for _ in range(6)]
    runner.shutdown()
    assert all(job.state.is_over for job in jobs)
    assert set(threading.enumerate()) <= before


def test_results_are_not_kept_by_the_runner(runner):
    job = runner.start("open", "Open", lambda _p, _c: "a secret")
    assert job.wait(WAIT_S).result == "a secret"
    assert [state.result for state in runner.jobs()] == [None]
    runner.forget_ended()
    assert runner.jobs() == ()


def test_unsubscribed_listener_hears_nothing_more(runner):
    heard = []
    runner.subscribe(heard.append)()
    runner.start("sum", "Sum", lambda _p, _c: 1).wait(WAIT_S)
    assert heard == []
