"""Ask cards: opened before the question, marked while it is answered, matched with a recording."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

from consentkit.domain.asking import Asking, MarkKind
from consentkit.domain.consent import NoticeGiven
from consentkit.domain.party import Controller, checked_text
from consentkit.domain.scope import DataCategory, Purpose
from consentkit.intake.ask_card import as_text
from consentkit.intake.notices import Notice, load_notice, load_notices, render_ask_card
from consentkit.kernel.clock import Clock
from consentkit.kernel.errors import StateError
from consentkit.services.ledger import Ledger, new_id
from consentkit.services.recordings import RecordingService
from consentkit.services.timestamps import TimeService
from consentkit.services.views import AskCardView, AskingMatch, CardLine, NoticeInfo
from consentkit.vault.rows import Document
from consentkit.vault.vault import Vault
from consentkit.wire.receipt import plain_entry
from consentkit.wire.v1.stored import decode_stored, encode_stored

_KIND = "asking"
FACE_AND_VOICE = frozenset({DataCategory.FACE, DataCategory.VOICE})
KEPT_IN_LIST = 500

CLOCK_SLACK = timedelta(seconds=30)
"""A recorder writes when it began to the second, and some write when the file was closed."""


class AskingService:
    """The askings of one vault.

    Args:
        vault: The open vault.
        clock: Tells when a button was pressed.
        ledger: Takes an entry for each asking.
        time: Gives consent numbers.
        controller: Gives the creator's profile as it is now.
        recordings: The library, which askings are matched with.
    """

    def __init__(
        self,
        vault: Vault,
        clock: Clock,
        ledger: Ledger,
        time: TimeService,
        controller: Callable[[], Controller],
        recordings: RecordingService,
    ) -> None:
        self._vault = vault
        self._clock = clock
        self._ledger = ledger
        self._time = time
        self._controller = controller
        self._recordings = recordings

    def controller(self) -> Controller:
        """Return the creator's profile as it is now."""
        return self._controller()

    @staticmethod
    def languages() -> tuple[NoticeInfo, ...]:
        """Return the languages an ask card speaks."""
        return tuple(notice_info(notice) for notice in load_notices())

    def open_card(
        self,
        language: str,
        purposes: tuple[Purpose, ...],
        partner: str = "",
        *,
        data: frozenset[DataCategory] = FACE_AND_VOICE,
        years: int = 2,
    ) -> AskCardView:
        """Open a card in ``language``, with the number of the newest token nobody repeated yet.

        Where there is no such token the number is random, and proves nothing about time.

        Args:
            language: BCP 47 tag of a notice.
            purposes: What is asked for, each by itself; the usual ones where there are none.
            partner: What the creator calls the partner.
            data: What of the person is used: face, voice or both.
            years: For how long: 1, 2, 3 or 5.

        Raises:
            NotFoundError: No notice speaks this language, or has words for the data or the term.
            StateError: The creator's profile has no name or no contact to read out.
        """
        notice = load_notice(language)
        asking = Asking(
            id=new_id("ask"),
            created_at=self._clock.now(),
            notice=notice_info(notice).notice,
            number=self._time.consent_number(
                frozenset(asking.number.token_sha256 for asking in self._all())
            ),
            partner=checked_text(partner),
            purposes=purposes,
            data=data,
            years=years,
        )
        card = self._card(asking, notice)
        self._save(asking)
        return card

    def card(self, asking_id: str) -> AskCardView:
        """Return the card of an asking that was opened before.

        Raises:
            NotFoundError: There is no such asking.
        """
        asking = self.get(asking_id)
        return self._card(asking, load_notice(asking.notice.language))

    def _card(self, asking: Asking, notice: Notice) -> AskCardView:
        controller = self._controller()
        if not controller.name or not controller.contact:
            raise StateError("profile.incomplete")
        card = render_ask_card(
            notice,
            creator=controller.name,
            contact=controller.contact,
            platform="YouTube",
            purposes=tuple(purpose.value for purpose in asking.purposes),
            term=f"P{asking.years}Y",
            number=asking.number.digits,
            data=asking.data,
        )
        lines = tuple(CardLine(line.role.value, line.text, line.phonetic) for line in card.lines)
        number = asking.number
        is_demonstration = number.is_bound_to_time and not self._time.knows_token(
            number.token_sha256
        )
        return AskCardView(asking, notice_info(notice), lines, card.number_words, is_demonstration)

    def get(self, asking_id: str) -> Asking:
        """Return one asking.

        Raises:
            NotFoundError: There is none with that identifier.
        """
        return decode_stored(self._vault.get_document(_KIND, asking_id).body, Asking)

    def mark(self, asking_id: str, kind: MarkKind) -> Asking:
        """Note that a button was pressed now, and return the asking.

        The first "asked" is logged: it makes a new head, whose time token gives the next card
        another number, so that no two partners repeat the same one.
        """
        before = self.get(asking_id)
        asking = before.marked(kind, self._clock.now())
        is_first = kind is MarkKind.ASKED and all(
            mark.kind is not MarkKind.ASKED for mark in before.marks
        )
        with self._vault.transaction():
            self._save(asking)
            if is_first:
                self._log(asking)
        if is_first:
            self._ledger.remember()
        return asking

    def _log(self, asking: Asking) -> None:
        notice = asking.notice
        value = {
            "asking_id": asking.id,
            "notice": f"{notice.notice_id} {notice.version} {notice.language} {notice.digest}",
            "number": asking.number.digits,
        }
        self._ledger.enter(plain_entry(self._ledger.head("request"), "asking", value))

    def unmark(self, asking_id: str) -> Asking:
        """Take the last mark back, and return the asking."""
        asking = self.get(asking_id)
        asking = replace(asking, marks=asking.marks[:-1])
        self._save(asking)
        return asking

    def attach_to(self, asking_id: str, consent_id: str) -> None:
        """Note that an asking became part of a record."""
        self._save(replace(self.get(asking_id), consent_id=consent_id))

    def forget(self, consent_id: str) -> None:
        """Delete the askings that became part of a record."""
        for document in self._vault.list_documents(_KIND):
            if decode_stored(document.body, Asking).consent_id == consent_id:
                self._vault.delete_document(_KIND, document.id)

    def dismiss(self, asking_id: str) -> None:
        """Forget an asking that came to nothing."""
        self._vault.delete_document(_KIND, asking_id)

    def _save(self, asking: Asking) -> None:
        self._vault.put_document(
            Document(_KIND, asking.id, asking.created_at, encode_stored(asking).decode())
        )

    def _all(self) -> tuple[Asking, ...]:
        documents = self._vault.list_documents(_KIND, newest_first=True, limit=KEPT_IN_LIST)
        return tuple(decode_stored(document.body, Asking) for document in documents)

    def today(self) -> tuple[Asking, ...]:
        """Return the askings of the last 24 hours, newest first."""
        since = self._clock.now() - timedelta(days=1)
        return tuple(asking for asking in self._all() if asking.created_at >= since)

    def waiting(self) -> tuple[Asking, ...]:
        """Return the askings that belong to no record yet, newest first."""
        return tuple(asking for asking in self._all() if not asking.consent_id)

    def matches(self, recording_id: str) -> tuple[AskingMatch, ...]:
        """Return the askings whose first mark falls into a recording, in order of time."""
        recording = self._recordings.get(recording_id)
        conversations = self._recordings.conversations(recording_id)
        begin = recording.claimed_start_at
        if begin is None:
            return ()
        found: list[AskingMatch] = []
        for asking in self.waiting():
            positions = tuple(
                (mark.kind, Fraction((mark.at - begin) / timedelta(milliseconds=1)) / 1000)
                for mark in asking.marks
            )
            slack = Fraction(int(CLOCK_SLACK.total_seconds()))
            if not positions or not -slack <= positions[0][1] <= recording.duration + slack:
                continue
            kept = tuple(
                (kind, min(max(Fraction(0), at), recording.duration)) for kind, at in positions
            )
            inside = (item.id for item in conversations if item.range.contains(kept[0][1]))
            found.append(AskingMatch(asking, kept, next(inside, "")))
        return tuple(sorted(found, key=lambda match: match.positions[0][1]))


def notice_info(notice: Notice) -> NoticeInfo:
    """Return what a front end shows of a notice."""
    given = NoticeGiven(notice.id, notice.version, notice.language, notice.digest)
    return NoticeInfo(given, notice.own_name, notice.direction == "rtl", notice.review)


def card_as_text(language: str, controller: Controller, number: str = "") -> str:
    """Return the ask card as plain text for a terminal.

    Raises:
        NotFoundError: No notice speaks this language.
        StateError: The creator's profile has no name or no contact to read out.
    """
    if not controller.name or not controller.contact:
        raise StateError("profile.incomplete")
    card = render_ask_card(
        load_notice(language),
        creator=controller.name,
        contact=controller.contact,
        platform="YouTube",
        number=number,
    )
    return as_text(card)
