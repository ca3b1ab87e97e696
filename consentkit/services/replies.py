"""Drafts of replies to complaints, in the languages there are texts for."""

import tomllib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from fractions import Fraction
from functools import cache
from string import Formatter

from consentkit.domain.party import Controller
from consentkit.kernel.errors import MalformedError
from consentkit.kernel.resources import resource_path
from consentkit.kernel.timebase import format_time
from consentkit.services.stored_publication import StoredPublication

REPLY_LANGUAGES = ("en", "id", "ru", "es", "pt", "tr")
"""BCP 47 tags of the languages there are texts in; each is one file in ``resources/replies``."""

_PLACES = frozenset({"title", "url", "at", "due", "contact", "creator"})
_MISSING = "\u2026"
"""Stands where the creator has to fill something in."""


class Standing(StrEnum):
    """What is known of those a complaint is about."""

    STANDS = "stands"  # Everybody there is on record, and may be shown.
    ENDED = "ended"  # Somebody's permission stood, and does not any more.
    UNKNOWN = "unknown"  # Somebody there never gave one that is on record.


@dataclass(frozen=True, slots=True)
class ReplyTexts:
    """The texts of one language.

    Attributes:
        language: BCP 47 tag.
        texts: By what is known.
    """

    language: str
    texts: dict[Standing, str]


@cache
def reply_texts(language: str) -> ReplyTexts:
    """Return the texts of a language.

    Raises:
        MalformedError: There are none, or they lack a place that has to be filled.
        ResourceError: The install is incomplete.
    """
    if language not in REPLY_LANGUAGES:
        raise MalformedError("reply.language")
    path = resource_path("replies", f"{language}.toml")
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    texts = {standing: str(content[standing.value]).strip() for standing in Standing}
    for text in texts.values():
        places = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
        if places != _PLACES:
            raise MalformedError("reply.places")
    return ReplyTexts(language, texts)


def reply_language(wanted: tuple[str, ...]) -> str:
    """Return the first of the languages there are texts in, by its main tag; English without."""
    for tag in wanted:
        main = tag.split("-", 1)[0].casefold()
        if main in REPLY_LANGUAGES:
            return main
    return "en"


def draft_reply(
    standing: Standing,
    language: str,
    stored: StoredPublication,
    at: Fraction,
    due_at: datetime,
    controller: Controller,
) -> str:
    """Return the draft of a reply; what is not known here is left open with an ellipsis.

    Raises:
        MalformedError: There are no texts in this language.
    """
    values = {
        "title": stored.title or _MISSING,
        "url": stored.url,
        "at": format_time(at, decimals=0),
        "due": f"{due_at:%Y-%m-%d %H:%M} UTC",
        "contact": controller.contact or _MISSING,
        "creator": controller.name or _MISSING,
    }
    # Filled in by name, one pass: a title with braces stays what it is.
    return reply_texts(language).texts[standing].format_map(values)
