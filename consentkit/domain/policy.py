"""Policy packs: rules as data, each naming a tested predicate and what follows where it holds.

Verdicts combine by *strictest wins*. A pack holds no logic: a rule names one of the predicates of
``domain.clearance_rules`` and may be stricter than its predicate's mildest verdict, never milder.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from consentkit.domain.party import checked_text
from consentkit.kernel.errors import MalformedError
from consentkit.kernel.limits import TEXT_MAX_CHARS

PACK_LANGUAGES = ("en", "id", "ru")
"""BCP 47 tags of the languages in which every pack gives its texts."""


class Verdict(StrEnum):
    """What may be done with a stretch."""

    CLEARED = "cleared"  # Consent covers it as it is.
    OWN = "own"  # It shows or lets be heard nobody but the creator, or nothing.
    REDACT = "redact"  # Consent covers it when its conditions are met.
    UNKNOWN = "unknown"  # Nobody knows where it is from.
    BLOCKED = "blocked"  # It shows somebody who did not agree.


_FROM_MILD_TO_STRICT = (
    Verdict.OWN,
    Verdict.CLEARED,
    Verdict.REDACT,
    Verdict.UNKNOWN,
    Verdict.BLOCKED,
)
PASSING = frozenset({Verdict.OWN, Verdict.CLEARED})


def strictness(verdict: Verdict) -> int:
    """Return the rank of a verdict; the strictest has the highest."""
    return _FROM_MILD_TO_STRICT.index(verdict)


def strictest(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the strictest verdict; ``UNKNOWN`` if there is none, since nothing was said."""
    return max(verdicts, key=strictness, default=Verdict.UNKNOWN)


@dataclass(frozen=True, slots=True)
class PolicyRule:
    """One rule of a pack.

    Attributes:
        id: Stable code, the pack's id before the dot ("core.no-consent").
        predicate: Name of the predicate that says whether it holds.
        verdict: What follows where it holds.
        sources: What it rests on: a law, a platform's rule, or "ConsentKit".
        texts: (language, sentence) for every pack language, in words for people.
    """

    id: str
    predicate: str
    verdict: Verdict
    sources: tuple[str, ...]
    texts: tuple[tuple[str, str], ...]

    def __post_init__(self) -> None:
        """Refuse a rule that nobody could read or trace."""
        checked_text(self.id, is_required=True)
        if not self.sources:
            raise MalformedError("policy.no-source")
        for source in self.sources:
            checked_text(source, is_required=True)
        check_texts(self.texts)

    def text(self, language: str) -> str:
        """Return the sentence in ``language``; in English where the pack has no such language."""
        return pick_text(self.texts, language)


@dataclass(frozen=True, slots=True)
class PolicyPack:
    """A set of rules that are applied together.

    Attributes:
        id: Short name, the first part of each rule's id.
        version: Changes with every change of a rule or text.
        titles: (language, title) for every pack language.
        disclaimers: (language, what the pack is not) for every pack language.
        rules: In the order of gravity: what is named first is the gravest.
    """

    id: str
    version: str
    titles: tuple[tuple[str, str], ...]
    disclaimers: tuple[tuple[str, str], ...]
    rules: tuple[PolicyRule, ...]

    def __post_init__(self) -> None:
        """Refuse a pack with two rules of one id, or with rules of another pack."""
        checked_text(self.id, is_required=True)
        checked_text(self.version, is_required=True)
        check_texts(self.titles)
        check_texts(self.disclaimers)
        ids = [rule.id for rule in self.rules]
        if not ids or len(set(ids)) != len(ids):
            raise MalformedError("policy.rule-ids")
        if any(not one.startswith(f"{self.id}.") for one in ids):
            raise MalformedError("policy.rule-ids")

    def gravity(self, code: str) -> int:
        """Return the place of a rule among the pack's; past the last for other codes."""
        return next((n for n, rule in enumerate(self.rules) if rule.id == code), len(self.rules))


def check_texts(texts: tuple[tuple[str, str], ...]) -> None:
    """Return if there is one text in each pack language.

    Raises:
        MalformedError: A language is missing, doubled or unknown, or a text is empty.
        LimitError: A text is too long.
    """
    if sorted(language for language, _ in texts) != sorted(PACK_LANGUAGES):
        raise MalformedError("policy.languages")
    for _, text in texts:
        checked_text(text, limit=TEXT_MAX_CHARS, is_required=True)


def pick_text(texts: tuple[tuple[str, str], ...], language: str) -> str:
    """Return the text in ``language``, or the English one."""
    known = dict(texts)
    return known.get(language, known["en"])
