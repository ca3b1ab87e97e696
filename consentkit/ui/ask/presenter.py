"""The behaviour of the Ask page: choosing words, marking what happens, keeping the list."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QObject

from consentkit.domain.asking import Asking, MarkKind
from consentkit.domain.scope import PRESETS, Preset
from consentkit.kernel.errors import ConsentKitError, NotFoundError, StateError
from consentkit.services.views import AskCardView, NoticeInfo
from consentkit.ui.ask.words import asking_title, fits
from consentkit.ui.context import PageContext

T = TypeVar("T")
translate = QCoreApplication.translate

RECENT = 5
"""Languages kept at the top of the list."""


@dataclass(frozen=True, slots=True)
class AskingList:
    """The askings the page lists.

    Attributes:
        today: Those of the last 24 hours, newest first.
        earlier: Older ones that belong to no record yet, newest first.
    """

    today: tuple[Asking, ...] = ()
    earlier: tuple[Asking, ...] = ()

    def without(self, asking_id: str) -> "AskingList":
        """Return the list without one of them."""
        return AskingList(
            tuple(item for item in self.today if item.id != asking_id),
            tuple(item for item in self.earlier if item.id != asking_id),
        )


@dataclass(frozen=True, slots=True)
class _Answer:
    languages: tuple[NoticeInfo, ...]
    lists: AskingList
    has_profile: bool


class AskView(Protocol):
    """What the presenter asks of the page."""

    def show_languages(self, languages: tuple[NoticeInfo, ...], chosen: str) -> None:
        """Show these languages with one of them chosen."""

    def show_chooser(self) -> None:
        """Show what is chosen before a card is opened."""

    def show_profile_missing(self) -> None:
        """Say that the profile has no name or no contact to read out."""

    def show_card(self, card: AskCardView) -> None:
        """Show a card to read from."""

    def show_marks(self, asking: Asking) -> None:
        """Show the marks of the card that is open."""

    def show_askings(self, lists: AskingList, names: Mapping[str, str]) -> None:
        """Show what was asked, with the languages' own names."""

    def hold_dismissal(self, is_held: bool) -> None:
        """Start the time in which a dismissal can be taken back, or end it."""


def ordered(languages: tuple[NoticeInfo, ...], recent: tuple[str, ...]) -> tuple[NoticeInfo, ...]:
    """Return the languages with those used last in front, in the order of their use."""
    place = {tag: number for number, tag in enumerate(recent)}
    return tuple(
        sorted(languages, key=lambda info: place.get(info.notice.language, len(languages)))
    )


class AskPresenter:
    """Behaviour of the Ask page."""

    def __init__(
        self, context: PageContext, view: AskView, *, owner: QObject | None = None
    ) -> None:
        self._context = context
        self._view = view
        self._owner = owner
        self.languages: tuple[NoticeInfo, ...] = ()
        self.recent: tuple[str, ...] = ()
        self.language = ""
        self.preset = PRESETS[0].code
        self.card: AskCardView | None = None
        self._text = ""
        self._lists = AskingList()
        self._leaving = ""
        self._is_leaving_for_good = False

    @property
    def chosen_preset(self) -> Preset:
        """What the next card asks for."""
        return next(item for item in PRESETS if item.code == self.preset)

    # Reading

    def refresh(self) -> None:
        """Read languages and askings again."""
        askings = self._context.workspace.askings

        def work() -> _Answer:
            today = askings.today()
            known = {item.id for item in today}
            earlier = tuple(item for item in askings.waiting() if item.id not in known)
            who = askings.controller()
            return _Answer(
                askings.languages(), AskingList(today, earlier), bool(who.name and who.contact)
            )

        self._query(work, self._take)

    def _take(self, answer: _Answer) -> None:
        self.languages, self._lists = answer.languages, answer.lists
        used = [item.notice.language for item in (*answer.lists.today, *answer.lists.earlier)]
        self.recent = tuple(dict.fromkeys((*self.recent, *used)))[:RECENT]
        if not self.language and self.languages:
            self.language = ordered(self.languages, self.recent)[0].notice.language
        self._show_lists()
        if self.card is not None:
            return
        if not answer.has_profile:
            self._view.show_profile_missing()
            return
        self._show_languages()
        self._view.show_chooser()

    def _show_languages(self) -> None:
        found = tuple(
            info for info in ordered(self.languages, self.recent) if fits(info, self._text)
        )
        self._view.show_languages(found, self.language)

    def _show_lists(self) -> None:
        names = {info.notice.language: info.own_name for info in self.languages}
        self._view.show_askings(self._lists.without(self._leaving), names)

    # Choosing

    def search(self, text: str) -> None:
        """Show only languages that ``text`` means; a single one is chosen."""
        self._text = text
        found = [info for info in self.languages if fits(info, text)]
        if text and found and self.language not in {info.notice.language for info in found}:
            self.language = found[0].notice.language
        self._show_languages()

    def choose(self, language: str) -> None:
        """Take a language for the next card."""
        self.language = language

    def choose_preset(self, code: str) -> None:
        """Take a preset for the next card."""
        if any(item.code == code for item in PRESETS):
            self.preset = code

    def info(self) -> NoticeInfo | None:
        """Return the chosen language."""
        return next((i for i in self.languages if i.notice.language == self.language), None)

    # The card

    def open_card(self, partner: str = "") -> None:
        """Draw a number and open a card in the chosen language."""
        language, preset, askings = (
            self.language,
            self.chosen_preset,
            self._context.workspace.askings,
        )
        if not language:
            return
        self._query(
            partial(
                askings.open_card,
                language,
                preset.purposes,
                partner.strip(),
                data=preset.data,
                years=preset.years,
            ),
            self._opened,
            self._refused,
        )

    def next_card(self) -> None:
        """Open a fresh card like the one that is open, for the next partner."""
        if self.card is not None:
            self.language = self.card.info.notice.language
        self.open_card()

    def open_again(self, asking_id: str) -> None:
        """Show the card of an asking that was opened before."""
        askings = self._context.workspace.askings
        self._query(partial(askings.card, asking_id), self._opened, self._refused)

    def _opened(self, card: AskCardView) -> None:
        self.card = card
        language = card.info.notice.language
        self.recent = tuple(dict.fromkeys((language, *self.recent)))[:RECENT]
        self._view.show_card(card)
        self.refresh()

    def _refused(self, error: ConsentKitError) -> None:
        if isinstance(error, StateError) and error.code == "profile.incomplete":
            self.card = None
            self._view.show_profile_missing()
        else:
            self._context.show_error(error)

    def leave_card(self) -> None:
        """Go back to choosing; the asking stays in the list."""
        self.card = None
        self._text = ""
        self.refresh()

    def mark(self, kind: MarkKind) -> None:
        """Note at this moment what just happened."""
        if self.card is None:
            return
        asking_id, askings = self.card.asking.id, self._context.workspace.askings
        self._query(partial(askings.mark, asking_id, kind), self._marked)

    def unmark(self) -> None:
        """Take the last mark back."""
        if self.card is None or not self.card.asking.marks:
            return
        asking_id, askings = self.card.asking.id, self._context.workspace.askings
        self._query(partial(askings.unmark, asking_id), self._marked)

    def _marked(self, asking: Asking) -> None:
        if self.card is not None and self.card.asking.id == asking.id:
            old = self.card
            self.card = AskCardView(asking, old.info, old.lines, old.digits_spoken)
            self._view.show_marks(asking)
        self.refresh()

    # The list

    def _own_name(self, asking: Asking) -> str:
        tag = asking.notice.language
        return next((i.own_name for i in self.languages if i.notice.language == tag), tag)

    def open_record(self, asking: Asking) -> None:
        """Go to the permission an asking became part of."""
        if asking.consent_id:
            self._context.navigate("permissions", consent_id=asking.consent_id)

    def dismiss(self, asking: Asking) -> None:
        """Take an asking off the list; it is forgotten when the time to undo is over."""
        self.finish_dismissal()
        self._leaving, self._is_leaving_for_good = asking.id, False
        if self.card is not None and self.card.asking.id == asking.id:
            self.leave_card()
        self._show_lists()
        self._view.hold_dismissal(is_held=True)
        self._context.toast(
            translate("ask", "{name} was taken off the list.").format(
                name=asking_title(asking, self._own_name(asking))
            ),
            self.keep,
        )

    def keep(self) -> None:
        """Take the last dismissal back, unless it was carried out."""
        if self._is_leaving_for_good:
            return
        self._view.hold_dismissal(is_held=False)
        self._leaving = ""
        self._show_lists()

    def finish_dismissal(self) -> None:
        """Carry out the last dismissal; it cannot be taken back any more."""
        if not self._leaving or self._is_leaving_for_good:
            return
        self._is_leaving_for_good = True
        asking_id, askings = self._leaving, self._context.workspace.askings
        self._view.hold_dismissal(is_held=False)

        def done(_: object) -> None:
            if self._leaving == asking_id:
                self._leaving, self._is_leaving_for_good = "", False
            self.refresh()

        def failed(error: ConsentKitError) -> None:
            self._is_leaving_for_good = False
            if isinstance(error, NotFoundError):
                done(None)
                return
            self.keep()
            self._context.show_error(error)

        def work() -> bool:
            askings.dismiss(asking_id)
            return True

        self._query(work, done, failed)

    def to_settings(self) -> None:
        """Go to the creator's profile."""
        self._context.navigate("settings", section="profile")

    # What is remembered

    def remembered(self) -> str:
        """Return what the page should remember, as text."""
        return json.dumps({"recent": self.recent, "preset": self.preset})

    def remember(self, text: str) -> None:
        """Take what was remembered; anything odd is left out."""
        try:
            found = json.loads(text)
        except ValueError:
            return
        if not isinstance(found, dict):
            return
        recent = found.get("recent")
        if isinstance(recent, list):
            self.recent = tuple(tag for tag in recent if isinstance(tag, str))[:RECENT]
        preset = found.get("preset")
        if isinstance(preset, str):
            self.choose_preset(preset)

    def _query(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[ConsentKitError], None] | None = None,
    ) -> None:
        self._context.bridge.query(work, done, failed, owner=self._owner)
