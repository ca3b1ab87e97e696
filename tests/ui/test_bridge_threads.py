"""Answers come back on the window's thread, in order, and only to those still there."""

import threading

from PySide6.QtCore import QObject

from consentkit.kernel.errors import InputError
from consentkit.kernel.progress import ProgressUpdate


def test_answers_come_in_order_and_on_this_thread(bridge, qtbot):
    heard = []
    for number in range(20):
        bridge.query(
            lambda number=number: (number, threading.get_ident()),
            lambda answer: heard.append((answer, threading.get_ident())),
        )
    qtbot.waitUntil(lambda: len(heard) == 20)
    assert [answer[0] for answer, _ in heard] == list(range(20))
    here = threading.get_ident()
    assert all(there != here and back == here for (_, there), back in heard)


def test_error_goes_to_its_handler(bridge, qtbot):
    heard = []

    def work():
        raise InputError("text.empty")

    bridge.query(work, failed=heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard[0].code == "text.empty"


def test_error_without_a_handler_is_told_to_all(bridge, qtbot):
    def work():
        raise InputError("text.empty")

    with qtbot.waitSignal(bridge.errorRaised) as told:
        bridge.query(work)
    assert told.args[0].code == "text.empty"


def test_fault_of_the_program_is_no_error(bridge, qtbot):
    with qtbot.waitSignal(bridge.bugRaised) as told:
        bridge.query(lambda: 1 // 0)
    assert isinstance(told.args[0], ZeroDivisionError)


def test_nothing_is_called_back_for_an_owner_that_is_gone(bridge, qtbot):
    import shiboken6

    heard = []
    owner = QObject()
    held = threading.Event()
    bridge.query(lambda: held.wait(20), heard.append, owner=owner)
    shiboken6.delete(owner)
    held.set()
    bridge.query(lambda: "second", heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["second"]


def test_job_tells_of_itself_and_of_its_result(bridge, qtbot):
    news, results = [], []
    bridge.jobChanged.connect(news.append)

    def work(progress, _cancel):
        progress(ProgressUpdate("scan", 1, 2))
        return "made"

    bridge.job("scan", "Scan", work, results.append)
    qtbot.waitUntil(lambda: bool(results))
    assert results == ["made"]
    assert {state.step for state in news} >= {"scan"}
    assert news[-1].state == "done"


def test_silent_job_is_not_shown_and_its_error_not_told(bridge, qtbot):
    told = []
    bridge.jobChanged.connect(told.append)
    bridge.errorRaised.connect(told.append)

    def work(_progress, _cancel):
        raise InputError("network.unreachable")

    bridge.job("time.stamp", "Time stamps", work, silent=True)
    qtbot.waitUntil(lambda: bridge.is_idle)
    assert told == []


def test_forgotten_work_calls_nothing_back(bridge, qtbot):
    heard, held = [], threading.Event()
    bridge.query(lambda: held.wait(20), heard.append)
    bridge.query(lambda: "late", heard.append)
    bridge.job("scan", "Scan", lambda _p, c: c.wait(20), heard.append)
    bridge.forget()
    held.set()
    bridge.query(lambda: "after", heard.append)
    qtbot.waitUntil(lambda: heard == ["after"])


def test_vault_is_closed_only_after_its_jobs_ended(bridge, qtbot):
    order, begun = [], threading.Event()

    def work(_progress, cancel):
        begun.set()
        cancel.wait(20)
        order.append("job")

    bridge.job("scan", "Scan", work)
    assert begun.wait(20)
    bridge.retire(lambda: order.append("close"), lambda: order.append("done"))
    qtbot.waitUntil(lambda: "done" in order)
    assert order == ["job", "close", "done"]
