"""Words of the Ask page: who reads what, how long ago, what a mark means."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from consentkit.domain.asking import Asking, MarkKind
from consentkit.domain.scope import DataCategory
from consentkit.services.views import CardLine, NoticeInfo
from consentkit.ui.messages import data_name, mark_name, purpose_name
from consentkit.ui.words import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

MARK_LOOKS: Mapping[MarkKind | None, tuple[str, str]] = {
    MarkKind.ASKED: ("question", "blue"),
    MarkKind.YES: ("tick-circle", "green"),
    MarkKind.NO: ("hand", "red"),
    MarkKind.GONE: ("door", "grey"),
    None: ("hollow-circle", "grey"),
}
"""Icon and tone of the last mark of an asking."""

_CUES: Mapping[str, str] = {
    "ask": QT_TRANSLATE_NOOP("ask", "Ask"),
    "each": QT_TRANSLATE_NOOP("ask", "Each use by itself"),
    "adult": QT_TRANSLATE_NOOP("ask", "Age"),
    "number": QT_TRANSLATE_NOOP("ask", "The number, to be repeated aloud"),
    "yes": QT_TRANSLATE_NOOP("ask", "Means yes"),
    "no": QT_TRANSLATE_NOOP("ask", "Means no"),
    "thanks": QT_TRANSLATE_NOOP("ask", "After a yes"),
    "accept": QT_TRANSLATE_NOOP("ask", "After a no"),
    "withdraw": QT_TRANSLATE_NOOP("ask", "How to take it back"),
}

_LANGUAGES: Mapping[str, str] = {
    "id": QT_TRANSLATE_NOOP("ask", "Indonesian"),
    "en": QT_TRANSLATE_NOOP("ask", "English"),
    "ru": QT_TRANSLATE_NOOP("ask", "Russian"),
    "es": QT_TRANSLATE_NOOP("ask", "Spanish"),
    "pt": QT_TRANSLATE_NOOP("ask", "Portuguese"),
    "tr": QT_TRANSLATE_NOOP("ask", "Turkish"),
    "ar": QT_TRANSLATE_NOOP("ask", "Arabic"),
    "hi": QT_TRANSLATE_NOOP("ask", "Hindi"),
    "fr": QT_TRANSLATE_NOOP("ask", "French"),
    "de": QT_TRANSLATE_NOOP("ask", "German"),
    "ja": QT_TRANSLATE_NOOP("ask", "Japanese"),
    "ko": QT_TRANSLATE_NOOP("ask", "Korean"),
    "zh": QT_TRANSLATE_NOOP("ask", "Chinese"),
    "th": QT_TRANSLATE_NOOP("ask", "Thai"),
    "vi": QT_TRANSLATE_NOOP("ask", "Vietnamese"),
    "fil": QT_TRANSLATE_NOOP("ask", "Filipino"),
    "ms": QT_TRANSLATE_NOOP("ask", "Malay"),
    "uk": QT_TRANSLATE_NOOP("ask", "Ukrainian"),
    "uz": QT_TRANSLATE_NOOP("ask", "Uzbek"),
    "kk": QT_TRANSLATE_NOOP("ask", "Kazakh"),
}


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of a card that stand under one cue.

    Attributes:
        role: Role of its lines.
        lines: In the order they are said.
    """

    role: str
    lines: tuple[CardLine, ...]


def blocks(lines: tuple[CardLine, ...]) -> tuple[Block, ...]:
    """Return the lines with neighbours of one role put together."""
    found: list[Block] = []
    for line in lines:
        if found and found[-1].role == line.role:
            found[-1] = Block(line.role, (*found[-1].lines, line))
        else:
            found.append(Block(line.role, (line,)))
    return tuple(found)


def cue(role: str) -> str:
    """Return what a line is for, in one or two words; empty for a role without words."""
    text = _CUES.get(role)
    return translate("ask", text) if text else ""


def language_line(info: NoticeInfo) -> str:
    """Return the language's name in the reader's language, for those who cannot read its own."""
    text = _LANGUAGES.get(info.notice.language)
    return translate("ask", text) if text else info.notice.language


def fits(info: NoticeInfo, text: str) -> bool:
    """Return whether a language is meant by ``text``: its own name, its name here, or its tag."""
    words = f"{info.own_name} {language_line(info)} {info.notice.language}".casefold()
    return all(word in words for word in text.casefold().split())


def review_note(info: NoticeInfo) -> str:
    """Return who has not read the words yet; empty for words a lawyer has read."""
    if info.review == "none":
        return translate(
            "ask",
            "No native speaker has read these words in {language} yet. Use them with care.",
        ).format(language=info.own_name)
    if info.review == "language":
        return translate("ask", "A native speaker has read these words, a lawyer has not.")
    return ""


def scope_line(asking: Asking) -> str:
    """Return what a card asks for: the uses, what of the person, for how long."""
    uses = [purpose_name(purpose) for purpose in asking.purposes]
    data = [data_name(item) for item in DataCategory if item in asking.data]
    years = translate("ask", "%n year(s)", "", asking.years)
    return "  ·  ".join(part for part in (", ".join(uses), ", ".join(data), years) if part)


def number_note(asking: Asking, *, is_demonstration: bool = False) -> str:
    """Return what the number shows when it is heard in the recording."""
    if is_demonstration:
        return translate("ask", "Drawn from a demonstration's time stamp: it proves nothing.")
    if asking.number.is_bound_to_time:
        return translate("ask", "Drawn from a time stamp: nobody could know it earlier.")
    return translate(
        "ask", "A random number: no time stamp was there to draw it from. It does not show when."
    )


def spaced_digits(digits: str) -> str:
    """Return the digits in threes, as they are read."""
    if len(digits) % 3:
        return digits
    return "\u2009".join(digits[place : place + 3] for place in range(0, len(digits), 3))


def elapsed(begin: datetime, end: datetime) -> str:
    """Return the time between two moments as ``0:42`` or ``1:02:03``."""
    seconds = max(0, int((end - begin).total_seconds()))
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def marks_line(asking: Asking) -> str:
    """Return the marks in order, each with the time since the card was opened."""
    return "   ".join(
        f"{mark_name(mark.kind)} {elapsed(asking.created_at, mark.at)}" for mark in asking.marks
    )


def last_mark(asking: Asking) -> MarkKind | None:
    """Return the mark an asking is shown with: its answer, else that it was asked."""
    return asking.last_answer or (MarkKind.ASKED if asking.marks else None)


def mark_word(kind: MarkKind | None) -> str:
    """Return the word for the last mark, or that there is none."""
    return mark_name(kind) if kind is not None else translate("ask", "Not asked yet")


def asking_title(asking: Asking, language: str) -> str:
    """Return what an asking is called in a list: the partner, else the language."""
    return asking.partner or language
