"""The notices we ship, and the card a creator reads from while chatting.

The primary way of asking is by word of mouth inside the recording, because chat platforms forbid
links and pointing the camera at text. So every line has its phonetic line, for a creator who does
not speak the partner's language.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from consentkit.domain.party import checked_text
from consentkit.domain.scope import DataCategory, Purpose
from consentkit.intake.notice_file import (
    TERMS,
    Direction,
    Notice,
    Phrase,
    Review,
    parse_notice,
)
from consentkit.kernel.errors import MalformedError, NotFoundError, ResourceError
from consentkit.kernel.resources import resource_path

__all__ = [
    "LANGUAGES",
    "TERMS",
    "AskCard",
    "AskLine",
    "LineRole",
    "Notice",
    "Phrase",
    "load_notice",
    "load_notices",
    "render_ask_card",
    "render_full_notice",
]

LANGUAGES = (
    *("id", "en", "ru", "es", "pt", "tr", "ar", "hi", "fr", "de"),
    *("ja", "ko", "zh", "th", "vi", "fil", "ms", "uk", "uz", "kk"),
)
"""BCP 47 tags of the notices we ship, in the order they are offered in."""

FACE_AND_VOICE = frozenset({DataCategory.FACE, DataCategory.VOICE})

USUAL_PURPOSES = (Purpose.RECORD, Purpose.KEEP, Purpose.PUBLISH, Purpose.MONETISE_ADS)
USUAL_TERM = "P2Y"
"""What is asked for where nothing else is said: the first of ``domain.scope.PRESETS``."""

WORD_SEPARATOR = " \u00b7 "

_NUMBER_LENGTHS = range(4, 13)
_PLATFORM_NAMES = {
    "youtube": "YouTube",
    "tiktok": "TikTok",
    "instagram": "Instagram",
    "facebook": "Facebook",
    "twitch": "Twitch",
    "vk": "VK",
    "rutube": "Rutube",
}
_BIDI_CONTROLS = dict.fromkeys((
    0x061C,
    0x200E,
    0x200F,
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
))
_FSI, _PDI = "\u2068", "\u2069"


class LineRole(StrEnum):
    """What a line is for."""

    ASK = "ask"  # Who asks and what for.
    EACH = "each"  # One purpose, to be answered by itself.
    ADULT = "adult"  # Whether the person is of age.
    NUMBER = "number"  # To repeat the consent number.
    YES = "yes"  # Words to listen for that mean yes.
    NO = "no"  # Words to listen for that mean no.
    THANKS = "thanks"  # What to say to a yes.
    ACCEPT = "accept"  # What to say to a no.
    WITHDRAW = "withdraw"  # How to take a yes back.


@dataclass(frozen=True, slots=True)
class AskLine:
    """One line of the card.

    Attributes:
        text: The words in the partner's language and script.
        phonetic: How to read them aloud, in Latin letters.
        role: What the line is for.
        purpose: The purpose it asks about, for ``EACH`` alone.
    """

    text: str
    phonetic: str
    role: LineRole
    purpose: Purpose | None = None


@dataclass(frozen=True, slots=True)
class AskCard:
    """Everything on the card, in the order it is said.

    Attributes:
        lines: What to say, and what to listen for.
        number_digits: The consent number; empty when none is asked for.
        number_words: Its digits as words of the partner's language.
        number_phonetic: How to read these aloud.
        direction: Direction of the partner's script; phonetic lines always run left to right.
        language: BCP 47 tag.
        own_name: The language's own name.
        review: Who has read the words.
        notice_id: Identifier of the notice.
        version: Version of the notice.
        digest: SHA-256 of the notice, hexadecimal.
    """

    lines: tuple[AskLine, ...]
    number_digits: str
    number_words: str
    number_phonetic: str
    direction: Direction
    language: str
    own_name: str
    review: Review
    notice_id: str
    version: str
    digest: str


def load_notice(language: str) -> Notice:
    """Return the notice in a language; ``pt-BR`` finds ``pt``.

    Args:
        language: BCP 47 tag, in any capitals.

    Raises:
        NotFoundError: There is no notice in this language.
        ResourceError: This install is incomplete or damaged.
    """
    base = language.strip().lower().replace("_", "-").split("-")[0]
    if base not in LANGUAGES:
        raise NotFoundError("notice.language")
    return _load(resource_path("notices", f"{base}.toml"))


@cache
def _load(path: Path) -> Notice:
    try:
        return parse_notice(path.read_bytes())
    except (OSError, MalformedError) as exc:
        raise ResourceError("install.notice") from exc


def load_notices() -> tuple[Notice, ...]:
    """Return the notices in all languages, in the order they are offered in.

    Raises:
        ResourceError: This install is incomplete or damaged.
    """
    return tuple(load_notice(language) for language in LANGUAGES)


@dataclass(frozen=True, slots=True)
class _Values:
    """What fills the places of one notice: its words, and what was given, checked."""

    notice: Notice
    creator: str
    contact: str
    platform: str
    purposes: tuple[Purpose, ...]
    term: Phrase
    data: Phrase
    digits: tuple[Phrase, ...]

    def line(self, phrase: Phrase, role: LineRole, purpose: Purpose | None = None) -> AskLine:
        """Return ``phrase`` with its places filled."""
        return AskLine(
            self._filled(phrase, purpose, is_phonetic=False),
            self._filled(phrase, purpose, is_phonetic=True),
            role,
            purpose,
        )

    def heard(self, phrases: tuple[Phrase, ...], role: LineRole) -> AskLine:
        """Return a line of words to listen for."""
        return AskLine(
            WORD_SEPARATOR.join(phrase.text for phrase in phrases),
            WORD_SEPARATOR.join(phrase.phonetic for phrase in phrases),
            role,
        )

    def _filled(self, phrase: Phrase, purpose: Purpose | None, *, is_phonetic: bool) -> str:
        def side(of: Phrase) -> str:
            return of.phonetic if is_phonetic else of.text

        def given(value: str) -> str:
            # A Latin name inside Arabic words would pull the punctuation around it along.
            is_apart = self.notice.direction == "rtl" and not is_phonetic
            return f"{_FSI}{value}{_PDI}" if is_apart else value

        separator = ", " if is_phonetic else self.notice.list_separator
        named = {
            each: side(self.notice.purpose(each)).format(platform=given(self.platform))
            for each in self.purposes
        }
        text = side(phrase).format(
            creator=given(self.creator),
            contact=given(self.contact),
            platform=given(self.platform),
            data=side(self.data),
            term=side(self.term),
            purposes=separator.join(named.values()),
            purpose=named[purpose] if purpose else "",
            number=separator.join(side(digit) for digit in self.digits),
        )
        return text[:1].upper() + text[1:]


def render_ask_card(
    notice: Notice,
    *,
    creator: str,
    contact: str,
    platform: str,
    purposes: Sequence[str] = USUAL_PURPOSES,
    term: str = USUAL_TERM,
    number: str = "",
    data: frozenset[DataCategory] = FACE_AND_VOICE,
) -> AskCard:
    """Return the card in the notice's language, with all places filled.

    Args:
        notice: The words.
        creator: Name the partner is told.
        contact: Where a yes can be taken back.
        platform: Where it would be published ("youtube").
        purposes: Values of ``Purpose`` in the order of asking; each gets a question of its own;
            ``USUAL_PURPOSES`` where there are none.
        term: How long, one of ``TERMS``; ``USUAL_TERM`` where it is empty.
        number: The consent number, 4 to 12 digits; empty for none.
        data: What of the person is used: face, voice or both.

    Raises:
        MalformedError: A name holds control characters or is empty, a purpose is unknown or there
            twice, or the number is none.
        LimitError: A name is too long.
        NotFoundError: The notice has no phrase for the term or for this data.
    """
    values = _checked(notice, creator, contact, platform, purposes, term, number, data)
    lines = [values.line(notice.ask_short, LineRole.ASK)]
    lines += [values.line(notice.ask_each, LineRole.EACH, each) for each in values.purposes]
    lines.append(values.line(notice.ask_adult, LineRole.ADULT))
    if number:
        lines.append(values.line(notice.ask_number, LineRole.NUMBER))
    lines += [
        values.heard(notice.yes, LineRole.YES),
        values.heard(notice.no, LineRole.NO),
        values.line(notice.thanks_yes, LineRole.THANKS),
        values.line(notice.accept_no, LineRole.ACCEPT),
        values.line(notice.withdraw_how, LineRole.WITHDRAW),
    ]
    return AskCard(
        lines=tuple(lines),
        number_digits=number,
        number_words=WORD_SEPARATOR.join(digit.text for digit in values.digits),
        number_phonetic=WORD_SEPARATOR.join(digit.phonetic for digit in values.digits),
        direction=notice.direction,
        language=notice.language,
        own_name=notice.own_name,
        review=notice.review,
        notice_id=notice.id,
        version=notice.version,
        digest=notice.digest,
    )


def render_full_notice(
    notice: Notice,
    *,
    creator: str,
    contact: str,
    platform: str,
    purposes: Sequence[str] = USUAL_PURPOSES,
    term: str = USUAL_TERM,
    data: frozenset[DataCategory] = FACE_AND_VOICE,
) -> str:
    """Return the whole notice, to be shown or sent, with all places filled as in the ask card.

    Raises:
        MalformedError: A name holds control characters or is empty, or a purpose is unknown or
            there twice.
        LimitError: A name is too long.
        NotFoundError: The language has no full notice, or no phrase for the term or this data.
    """
    if not notice.full:
        raise NotFoundError("notice.full")
    values = _checked(notice, creator, contact, platform, purposes, term, "", data)
    return values.line(Phrase(notice.full, ""), LineRole.ASK).text


def _checked(
    notice: Notice,
    creator: str,
    contact: str,
    platform: str,
    purposes: Sequence[str],
    term: str,
    number: str,
    data: frozenset[DataCategory],
) -> _Values:
    try:
        asked = tuple(Purpose(value) for value in purposes) or USUAL_PURPOSES
    except ValueError as exc:
        raise MalformedError("notice.purposes") from exc
    if len(set(asked)) != len(asked):
        raise MalformedError("notice.purposes")
    is_number = number.isascii() and number.isdigit() and len(number) in _NUMBER_LENGTHS
    if number and not is_number:
        raise MalformedError("notice.number")
    where = _value(platform)
    return _Values(
        notice=notice,
        creator=_value(creator),
        contact=_value(contact),
        platform=_PLATFORM_NAMES.get(where.lower(), where),
        purposes=asked,
        term=notice.term(term or USUAL_TERM),
        data=notice.data_named(data),
        digits=tuple(notice.digits[int(digit)] for digit in number),
    )


def _value(text: str) -> str:
    """Return a name fit for one line: without bidi controls, refused with line breaks."""
    clean = checked_text(text.translate(_BIDI_CONTROLS), is_required=True)
    if any(unicodedata.category(char) in {"Cc", "Zl", "Zp"} for char in clean):
        raise MalformedError("text.control-character")
    return clean
