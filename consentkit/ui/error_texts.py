"""A sentence for every error code: what happened, what it means, one thing to try.

A code has an entry of its own or falls back on the longest dotted prefix that has one.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from consentkit.kernel.errors import ConsentKitError, Fact
from consentkit.ui.words import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class ErrorText:
    """An error in words.

    Attributes:
        title: What happened.
        meaning: What it means.
        hint: One thing to try.
    """

    title: str
    meaning: str
    hint: str


ERROR_TEXTS: Mapping[str, tuple[str, str, str]] = {
    "error": (
        QT_TRANSLATE_NOOP("messages", "That did not work."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
        QT_TRANSLATE_NOOP("messages", "Try again; if it comes back, look under Activity."),
    ),
}


def code_sentence(code: str, facts: Mapping[str, Fact] | None = None) -> ErrorText:
    """Return the words for an error code."""
    name = code
    while name and name not in ERROR_TEXTS:
        name = name.rpartition(".")[0]
    texts = ERROR_TEXTS[name or "error"]
    values = {key: str(value) for key, value in (facts or {}).items()}
    title, meaning, hint = (
        _filled(QCoreApplication.translate("messages", text), values) for text in texts
    )
    return ErrorText(title, meaning, hint)


def _filled(text: str, values: Mapping[str, str]) -> str:
    for key, value in values.items():
        text = text.replace("{" + key + "}", value)
    return text


def error_sentence(error: ConsentKitError) -> ErrorText:
    """Return the words for an error."""
    return code_sentence(error.code, error.facts)
