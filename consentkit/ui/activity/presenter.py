"""The behaviour of the Activity page: what is asked, where an entry leads, the state of the log."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject

from consentkit.services.views import ActivityRow, LogStatus
from consentkit.ui.activity.words import LogWords, log_words
from consentkit.ui.context import PageContext
from consentkit.ui.models.pages import Pages, PagesView

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Question:
    """What the list is narrowed to.

    Attributes:
        kinds: Any of these; empty for all.
        text: Part of the name of whom or what it concerns.
    """

    kinds: frozenset[str] = frozenset()
    text: str = ""


class ActivityView(PagesView[ActivityRow], Protocol):
    """What the presenter asks of the page."""

    def show_count(self, count: int, *, is_narrowed: bool) -> None:
        """Show how many entries there are, or what to do where there are none."""

    def show_question(self, question: Question) -> None:
        """Show what the list is narrowed to."""

    def show_log(self, words: LogWords) -> None:
        """Show the state of the log."""


class _Counting:
    def __init__(self, presenter: "ActivityPresenter", view: ActivityView) -> None:
        self._presenter, self._view = presenter, view

    def begin(self, count: int, *, is_new: bool) -> None:
        self._view.begin(count, is_new=is_new)
        is_narrowed = self._presenter.question != Question()
        self._view.show_count(count, is_narrowed=is_narrowed)

    def take(self, first: int, rows: tuple[ActivityRow, ...]) -> None:
        self._view.take(first, rows)

    def drop(self, first: int, count: int) -> None:
        self._view.drop(first, count)


class ActivityPresenter:
    """Behaviour of the Activity page."""

    def __init__(
        self, context: PageContext, view: ActivityView, *, owner: QObject | None = None
    ) -> None:
        self._context, self._view, self._owner = context, view, owner
        self.question = Question()
        self._is_asked = False
        activity = context.workspace.activity
        self.pages: Pages[Question, ActivityRow] = Pages(
            context.bridge,
            lambda asked: activity.count(asked.kinds, asked.text),
            lambda asked, offset, limit: activity.rows(asked.kinds, asked.text, offset, limit),
            _Counting(self, view),
            context.show_error,
            owner=owner,
        )

    def refresh(self) -> None:
        """Ask the same again, and look at the log."""
        self._ask(self.question, is_new=not self._is_asked)
        self._context.bridge.query(
            self._context.workspace.activity.status, self._log_known, owner=self._owner
        )

    def _log_known(self, status: LogStatus) -> None:
        self._view.show_log(log_words(status, self._context.clock.now()))

    def _ask(self, question: Question, *, is_new: bool = True) -> None:
        self._is_asked = True
        self.question = question
        self.pages.ask(question, is_new=is_new)
        self._view.show_question(question)

    def search(self, text: str) -> None:
        """Show only what concerns a name that holds ``text``."""
        if text != self.question.text:
            self._ask(Question(self.question.kinds, text))

    def narrow(self, kinds: frozenset[str]) -> None:
        """Show only these kinds; all of them when it is empty."""
        if kinds != self.question.kinds:
            self._ask(Question(kinds, self.question.text))

    def clear(self) -> None:
        """Show everything."""
        self._ask(Question())

    def open(self, row: ActivityRow) -> None:
        """Go to what an entry concerns, where it still is."""
        if not row.subject:
            self._context.toast(
                translate("activity", "What this entry was about has been erased.")
                if row.subject_id
                else translate("activity", "This entry leads nowhere else.")
            )
        elif row.subject_id.startswith("rec-"):
            self._context.navigate("recording", recording_id=row.subject_id)
        else:
            self._context.navigate("permissions", consent_id=row.subject_id)

    def accept(self) -> None:
        """Take the log as it is for the one to compare with from here on."""

        def done(status: LogStatus) -> None:
            self._log_known(status)
            self._context.toast(translate("activity", "The log is taken as it is."))
            self._context.changed()

        self._context.bridge.query(self._context.workspace.activity.accept, done, owner=self._owner)

    def to_settings(self) -> None:
        """Go to where the vault is checked and restored."""
        self._context.navigate("settings", section="check")

    def to_recordings(self) -> None:
        """Go to where the log begins."""
        self._context.navigate("recordings")
