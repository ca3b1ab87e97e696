"""A long list asked for page by page: only what is looked at is fetched, and the last wish wins.

Invariants kept here:

1. Rows shown always belong to the question asked last; answers to earlier ones are dropped, and
   work for them that has not begun is not done.
2. One page is asked for at a time. Of pages wished for meanwhile the last wished comes first and
   only ``WISHES`` of them are kept: whoever drags the scroll bar does not wait for what flew by.
3. At most ``KEPT`` pages are held.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject

from consentkit.kernel.errors import ConsentKitError
from consentkit.ui.bridge import Bridge

Q = TypeVar("Q")
R = TypeVar("R")
R_contra = TypeVar("R_contra", contravariant=True)

PAGE = 200
"""Rows of a page: some screens full, read from 100,000 records within a few milliseconds."""

KEPT = 40
"""Pages held: 8,000 rows, a few megabytes."""

WISHES = 4
"""A window shows parts of two pages; two more for what is beside them."""


class PagesView(Protocol[R_contra]):
    """What shows the rows."""

    def begin(self, count: int, *, is_new: bool) -> None:
        """Take the number of rows; with ``is_new`` of another question, else of the same one."""

    def take(self, first: int, rows: tuple[R_contra, ...]) -> None:
        """Take rows from ``first`` on."""

    def drop(self, first: int, count: int) -> None:
        """Let go of rows that are far from what is looked at."""


@dataclass(frozen=True, slots=True)
class _Start(Generic[R]):
    count: int
    page: int
    rows: tuple[R, ...]


class Pages(Generic[Q, R]):
    """The pages of one list.

    Args:
        bridge: Asks off the window's thread.
        count: Returns how many rows a question has.
        fetch: Returns rows of a question from an offset on, at most so many.
        view: Shows them.
        failed: Takes an error.
        owner: Nothing is shown once this object is gone.
    """

    def __init__(
        self,
        bridge: Bridge,
        count: Callable[[Q], int],
        fetch: Callable[[Q, int, int], tuple[R, ...]],
        view: PagesView[R],
        failed: Callable[[ConsentKitError], None],
        *,
        owner: QObject | None = None,
    ) -> None:
        self._bridge, self._count, self._fetch = bridge, count, fetch
        self._view, self._failed, self._owner = view, failed, owner
        self._age = 0
        self._question: Q | None = None
        self._total = 0
        self._held: OrderedDict[int, None] = OrderedDict()
        self._wishes: list[int] = []
        self._running: int | None = None
        self._last = 0
        self._direction = 1

    @property
    def total(self) -> int:
        """Rows of the question that is shown."""
        return self._total

    def ask(self, question: Q, *, is_new: bool = True) -> None:
        """Ask a question, or with ``is_new`` false the same one again where it was looked at."""
        self._age += 1
        age, page = self._age, 0 if is_new else self._last
        self._question = question
        self._wishes.clear()
        self._running = None

        def work() -> _Start[R] | None:
            if age != self._age:
                return None
            total = self._count(question)
            first = min(page, max(0, total - 1) // PAGE)
            return _Start(total, first, self._fetch(question, first * PAGE, PAGE))

        self._bridge.query(
            work,
            lambda start: self._begun(age, start, is_new=is_new),
            lambda error: self._broken(age, error),
            owner=self._owner,
        )

    def _begun(self, age: int, start: _Start[R] | None, *, is_new: bool) -> None:
        if start is None or age != self._age:
            return
        self._total = start.count
        self._held.clear()
        self._last = start.page
        self._view.begin(start.count, is_new=is_new)
        self._hold(start.page, start.rows)

    def need(self, row: int) -> None:
        """Wish for the page a row is on, unless it is there or on its way."""
        page = row // PAGE
        if not 0 <= row < self._total or page in self._held or page == self._running:
            return
        if page in self._wishes:
            self._wishes.remove(page)
        self._wishes.append(page)
        del self._wishes[:-WISHES]
        self._next()

    def looked_at(self, row: int) -> None:
        """Note where the list is looked at, and wish for what comes next in that direction."""
        page = row // PAGE
        if page != self._last:
            self._direction = 1 if page > self._last else -1
            self._last = page
        if page in self._held:
            self._held.move_to_end(page)
        edge = row % PAGE
        is_near = edge >= PAGE // 2 if self._direction > 0 else edge < PAGE // 2
        if is_near:
            self.need((page + self._direction) * PAGE)

    def _next(self) -> None:
        if self._running is not None or not self._wishes or self._question is None:
            return
        page, age, question = self._wishes.pop(), self._age, self._question
        self._running = page

        def work() -> tuple[R, ...] | None:
            return self._fetch(question, page * PAGE, PAGE) if age == self._age else None

        self._bridge.query(
            work,
            lambda rows: self._fetched(age, page, rows),
            lambda error: self._broken(age, error),
            owner=self._owner,
        )

    def _fetched(self, age: int, page: int, rows: tuple[R, ...] | None) -> None:
        if rows is None or age != self._age:
            return
        self._running = None
        self._hold(page, rows)
        self._next()

    def _hold(self, page: int, rows: tuple[R, ...]) -> None:
        self._held[page] = None
        while len(self._held) > KEPT:
            oldest, _ = self._held.popitem(last=False)
            self._view.drop(oldest * PAGE, PAGE)
        self._view.take(page * PAGE, rows)

    def _broken(self, age: int, error: ConsentKitError) -> None:
        if age == self._age:
            self._running = None
            self._wishes.clear()
            self._failed(error)
