"""The bounded queue between decoding and the taps: decoding in one thread, taps in another.

A tap that is slow makes the decoder wait; it never makes memory grow. What belongs to one moment
travels together, because handing over every frame by itself would cost as much as the taps do.
"""

import queue
import threading
from collections.abc import Callable
from typing import TypeVar

_WAITING_MAX = 8
"""Batches; one holds a quarter of a second at most, so this is two seconds of small pictures."""

_BATCH_ITEMS_MAX = 32

_T = TypeVar("_T")
_Item = Callable[[], None]


class TapFeed:
    """Hands pictures and sound to taps in the order they were put, from a thread of its own."""

    def __init__(self) -> None:
        self._queue: queue.Queue[list[_Item] | None] = queue.Queue(_WAITING_MAX)
        self._batch: list[_Item] = []
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="taps", daemon=True)
        self._thread.start()

    def put(self, take: Callable[[_T], None], item: _T) -> None:
        """Let ``take`` be called with ``item`` when its turn comes."""
        self._batch.append(lambda: take(item))
        if len(self._batch) >= _BATCH_ITEMS_MAX:
            self.send()

    def send(self) -> None:
        """Hand over what was put; waits while the queue is full.

        An error that a tap raised is raised here, and nothing is handed to taps after it.
        """
        if self._error is not None:
            raise self._error
        if self._batch:
            self._queue.put(self._batch)
            self._batch = []

    def drain(self) -> None:
        """Return when the taps have taken everything; raises what a tap raised."""
        self.send()
        self._queue.join()
        if self._error is not None:
            raise self._error

    def close(self) -> None:
        """End the thread; what is still waiting is dropped."""
        if self._error is None:
            self._error = _Closed()
        self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        while True:
            batch = self._queue.get()
            try:
                if batch is None:
                    return
                if self._error is None:
                    for item in batch:
                        item()
            except BaseException as exc:  # noqa: BLE001 -- raised again where the work was put
                self._error = exc
            finally:
                self._queue.task_done()


class _Closed(Exception):  # noqa: N818 -- never leaves this module
    """Marks a feed that takes nothing any more."""
