"""What a notice holds, and its file: the words a creator asks with, in one language.

A notice is named in a record by id, version, language and digest. The digest is taken over the
canonical form (RFC 8785) of everything the file says, so that it changes with any word and stays
when only white space or comments of the file change.
"""

import tomllib
from dataclasses import dataclass
from string import Formatter
from typing import Literal

import msgspec
import rfc8785

from consentkit.domain.consent import NoticeGiven
from consentkit.domain.scope import DataCategory, Purpose
from consentkit.kernel.digest import sha256_hex
from consentkit.kernel.errors import MalformedError, NotFoundError

TERMS = ("P6M", "P1Y", "P2Y", "P3Y", "P5Y")
"""Terms that have a phrase in every language, as ISO 8601 durations."""

DIGITS = 10

Direction = Literal["ltr", "rtl"]
Review = Literal["none", "language", "legal"]
"""Who has read the words: nobody but who drafted them; a native speaker; a lawyer of the place as
well."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words to be said, and how to read them aloud without knowing the language or its script."""

    text: str
    phonetic: str


@dataclass(frozen=True, slots=True)
class Notice:
    """One language's words, checked: every line is there and has the places it needs.

    Attributes:
        id: What kind of asking it is for.
        version: Changes with any word.
        language: BCP 47 tag.
        script: ISO 15924 code.
        own_name: The language's own name.
        direction: Direction of the script.
        list_separator: Stands between the things of a list.
        review: Who has read it.
        ask_short: Who asks, what for, how long, that no is fine and a yes can be taken back.
        ask_each: One purpose, yes or no.
        ask_adult: Whether the person is an adult.
        ask_number: To say the consent number aloud.
        thanks_yes: Answer to a yes.
        accept_no: Answer to a no.
        withdraw_how: How to take a yes back.
        purposes: A phrase for every purpose.
        data: A phrase for "face", "voice" and "face_voice".
        terms: A phrase for each of ``TERMS``.
        digits: Names of the digits from 0 to 9.
        yes: Words to listen for that mean yes.
        no: Words to listen for that mean no.
        full: The whole notice to be shown or sent, or empty where it is not written yet.
        digest: SHA-256 of all this, hexadecimal.
    """

    id: str
    version: str
    language: str
    script: str
    own_name: str
    direction: Direction
    list_separator: str
    review: Review
    ask_short: Phrase
    ask_each: Phrase
    ask_adult: Phrase
    ask_number: Phrase
    thanks_yes: Phrase
    accept_no: Phrase
    withdraw_how: Phrase
    purposes: tuple[tuple[Purpose, Phrase], ...]
    data: tuple[tuple[str, Phrase], ...]
    terms: tuple[tuple[str, Phrase], ...]
    digits: tuple[Phrase, ...]
    yes: tuple[Phrase, ...]
    no: tuple[Phrase, ...]
    full: str
    digest: str

    @property
    def is_reviewed(self) -> bool:
        """Whether a native speaker has read it."""
        return self.review != "none"

    def purpose(self, purpose: Purpose) -> Phrase:
        """Return the phrase that names ``purpose``."""
        return dict(self.purposes)[purpose]

    def term(self, code: str) -> Phrase:
        """Return the phrase for a term.

        Raises:
            NotFoundError: It is none of ``TERMS``.
        """
        try:
            return dict(self.terms)[code]
        except KeyError as exc:
            raise NotFoundError("notice.term") from exc

    def data_named(self, data: frozenset[DataCategory]) -> Phrase:
        """Return the phrase for what of the person is used.

        Raises:
            NotFoundError: It is not face, voice or both; anything else is asked in writing.
        """
        name = "_".join(
            part.value for part in (DataCategory.FACE, DataCategory.VOICE) if part in data
        )
        if data - {DataCategory.FACE, DataCategory.VOICE} or not name:
            raise NotFoundError("notice.data")
        return dict(self.data)[name]

    def given(self, manner: Literal["said", "shown", "sent"] = "said") -> NoticeGiven:
        """Return what a record keeps of this notice."""
        return NoticeGiven(self.id, self.version, self.language, self.digest, manner)


_Pair = tuple[str, str]
_PLACES: dict[str, frozenset[str]] = {
    "ask_short": frozenset({"creator", "data", "purposes", "term", "contact"}),
    "ask_each": frozenset({"purpose"}),
    "ask_adult": frozenset(),
    "ask_number": frozenset({"number"}),
    "thanks_yes": frozenset(),
    "accept_no": frozenset(),
    "withdraw_how": frozenset({"contact"}),
}
_FULL_PLACES = frozenset({"creator", "contact", "purposes", "data", "term", "platform"})


class _Full(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    text: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A notice file as it is written."""

    id: str
    version: int
    language: str
    script: str
    name: str
    direction: Direction
    list_separator: str
    review: Review
    yes: tuple[_Pair, ...]
    no: tuple[_Pair, ...]
    digits: tuple[_Pair, ...]
    say: dict[str, _Pair]
    purposes: dict[str, _Pair]
    data: dict[str, _Pair]
    terms: dict[str, _Pair]
    full: _Full | None = None


def parse_notice(data: bytes) -> Notice:
    """Return the notice written in a file.

    Raises:
        MalformedError: It is not TOML, lacks a line or has one too many, or a line lacks a place
            that has to be filled or has one that nothing fills.
    """
    try:
        content = tomllib.loads(data.decode("utf-8"))
        file = msgspec.convert(content, _File)
        digest = sha256_hex(rfc8785.dumps(content))
    except (ValueError, msgspec.ValidationError, rfc8785.CanonicalizationError) as exc:
        raise MalformedError("notice.file") from exc
    _check_names(file)
    _check_places(file)
    said = {name: Phrase(*pair) for name, pair in file.say.items()}
    return Notice(
        id=file.id,
        version=str(file.version),
        language=file.language,
        script=file.script,
        own_name=file.name,
        direction=file.direction,
        list_separator=file.list_separator,
        review=file.review,
        **said,
        purposes=tuple((purpose, Phrase(*file.purposes[purpose])) for purpose in Purpose),
        data=tuple((name, Phrase(*pair)) for name, pair in file.data.items()),
        terms=tuple((code, Phrase(*file.terms[code])) for code in TERMS),
        digits=tuple(Phrase(*pair) for pair in file.digits),
        yes=tuple(Phrase(*pair) for pair in file.yes),
        no=tuple(Phrase(*pair) for pair in file.no),
        full=file.full.text.strip() if file.full else "",
        digest=digest,
    )


def _check_names(file: _File) -> None:
    complete = (
        file.say.keys() == _PLACES.keys()
        and file.purposes.keys() == {purpose.value for purpose in Purpose}
        and file.data.keys() == {"face", "voice", "face_voice"}
        and file.terms.keys() == set(TERMS)
        and len({pair[0] for pair in file.digits}) == len(file.digits) == DIGITS
        and file.yes
        and file.no
        and not {pair[0] for pair in file.yes} & {pair[0] for pair in file.no}
    )
    if not complete:
        raise MalformedError("notice.incomplete", language=file.language)


def _check_places(file: _File) -> None:
    for name, pair in file.say.items():
        _check_text(pair, _PLACES[name], file.language)
    for name, pair in file.purposes.items():
        places = {"platform"} if name == Purpose.PUBLISH else set[str]()
        _check_text(pair, frozenset(places), file.language)
    plain = (*file.data.values(), *file.terms.values(), *file.digits, *file.yes, *file.no)
    for pair in plain:
        _check_text(pair, frozenset(), file.language)
    if file.full:
        _check_text((file.full.text,), _FULL_PLACES, file.language)


def _check_text(texts: tuple[str, ...], places: frozenset[str], language: str) -> None:
    for text in texts:
        try:
            parts = list(Formatter().parse(text))
        except ValueError as exc:
            raise MalformedError("notice.places", language=language) from exc
        found = {name for _, name, _, _ in parts if name is not None}
        if not text.strip() or found != places or any(spec or conv for _, _, spec, conv in parts):
            raise MalformedError("notice.places", language=language)
