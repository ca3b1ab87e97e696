"""Policy packs: rules as data, each naming a tested predicate and what follows from it.

A pack has *stretch rules*, which judge stretches of a video, and *gate rules*, which are asked of
the whole video with its plan. Both combine by *strictest wins*. A pack holds no logic: a rule names
a predicate (``domain.clearance_rules``, ``domain.gate_predicates``) and may be stricter than its
predicate's mildest verdict, never milder. A gate rule may have the id of a stretch rule of its
pack: it is then the same rule, asked of the whole video.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from consentkit.domain.party import checked_text
from consentkit.kernel.errors import MalformedError
from consentkit.kernel.limits import TEXT_MAX_CHARS

_COUNTRY_CHARS = 2

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
        check_rule(self.id, self.sources, self.texts)

    def text(self, language: str) -> str:
        """Return the sentence in ``language``; in English where the pack has no such language."""
        return pick_text(self.texts, language)


class Severity(StrEnum):
    """What follows where a gate rule does not hold."""

    WARN = "warn"  # The creator is told.
    BLOCK = "block"  # The video may not be published; so too where it cannot be told.


class Remedy(StrEnum):
    """What a creator can do about a rule that does not hold."""

    ASK_AGAIN = "ask_again"  # Ask the person, or ask again.
    BLUR = "blur"  # Blur the face.
    MUTE = "mute"  # Mute or alter the voice.
    CUT = "cut"  # Cut the stretch.
    OWN_MATERIAL = "own_material"  # List the stretch as own material, with a reason.
    CHANGE_PLAN = "change_plan"  # Publish elsewhere, later, or without money.
    STATE = "state"  # State in the plan what no machine can know.
    ADD_EVIDENCE = "add_evidence"  # Attach a document, an excerpt or a time token.
    CHECK_AGAIN = "check_again"  # Check the file anew.
    DISCLOSE = "disclose"  # Tell viewers.
    OVERRIDE = "override"  # Publish all the same, with a reason that is signed and logged.


@dataclass(frozen=True, slots=True)
class GateRule:
    """One rule that is asked of the whole video.

    Attributes:
        id: Stable code, the pack's id before the dot ("gdpr.notice").
        predicate: Name of the predicate that answers.
        severity: What follows where it does not hold.
        sources: What it rests on.
        texts: (language, what is wrong where it does not hold) for every pack language.
        remedies: What can be done, the best first.
        is_overridable: A signed override may set it aside.
    """

    id: str
    predicate: str
    severity: Severity
    sources: tuple[str, ...]
    texts: tuple[tuple[str, str], ...]
    remedies: tuple[Remedy, ...] = ()
    is_overridable: bool = False

    def __post_init__(self) -> None:
        """Refuse a rule that nobody could read, trace or act upon."""
        check_rule(self.id, self.sources, self.texts)
        if not self.remedies or len(set(self.remedies)) != len(self.remedies):
            raise MalformedError("policy.remedies")
        if self.is_overridable is not (Remedy.OVERRIDE in self.remedies):
            raise MalformedError("policy.remedies")

    def text(self, language: str) -> str:
        """Return the sentence in ``language``; in English where the pack has no such language."""
        return pick_text(self.texts, language)


@dataclass(frozen=True, slots=True)
class Applies:
    """When the gate rules of a pack are asked; what is empty does not narrow it.

    ``countries`` and ``territories`` widen each other: a law may concern somebody because of where
    they live, because of where the creator lives, or because of where the video is published.

    Attributes:
        platforms: Platforms the video is published on.
        source_platforms: Platforms the chat took place on.
        countries: Where the person, or the creator, lives; not stated counts as one of them.
        territories: Where the video is published; not stated and worldwide count as one of them.
    """

    platforms: frozenset[str] = frozenset()
    source_platforms: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    territories: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Refuse countries that are no codes, and territories without countries."""
        if any(len(code) != _COUNTRY_CHARS for code in self.countries | self.territories):
            raise MalformedError("policy.country")
        if not self.territories <= self.countries:
            raise MalformedError("policy.country")


@dataclass(frozen=True, slots=True)
class PolicyPack:
    """A set of rules that are applied together.

    Attributes:
        id: Short name, the first part of each rule's id.
        version: Changes with every change of a rule or text.
        titles: (language, title) for every pack language.
        disclaimers: (language, what the pack is not) for every pack language.
        rules: Stretch rules in the order of gravity: what is named first is the gravest.
        gate: Gate rules, in the same order.
        applies: When the gate rules are asked.
        digest: SHA-256 of the file it was read from, hexadecimal; empty when it was read from none.
    """

    id: str
    version: str
    titles: tuple[tuple[str, str], ...]
    disclaimers: tuple[tuple[str, str], ...]
    rules: tuple[PolicyRule, ...]
    gate: tuple[GateRule, ...] = ()
    applies: Applies = Applies()
    digest: str = ""

    def __post_init__(self) -> None:
        """Refuse a pack with two rules of one id, or with rules of another pack."""
        checked_text(self.id, is_required=True)
        checked_text(self.version, is_required=True)
        check_texts(self.titles)
        check_texts(self.disclaimers)
        kinds = ([rule.id for rule in self.rules], [rule.id for rule in self.gate])
        if not any(kinds) or any(len(set(ids)) != len(ids) for ids in kinds):
            raise MalformedError("policy.rule-ids")
        if any(not one.startswith(f"{self.id}.") for ids in kinds for one in ids):
            raise MalformedError("policy.rule-ids")

    def gravity(self, code: str) -> int:
        """Return the place of a rule among the pack's; past the last for other codes."""
        return next((n for n, rule in enumerate(self.rules) if rule.id == code), len(self.rules))


def check_rule(rule_id: str, sources: tuple[str, ...], texts: tuple[tuple[str, str], ...]) -> None:
    """Return if a rule has an id, a source and a text in each pack language.

    Raises:
        MalformedError: It has not.
        LimitError: A text is too long.
    """
    checked_text(rule_id, is_required=True)
    if not sources:
        raise MalformedError("policy.no-source")
    for source in sources:
        checked_text(source, is_required=True)
    check_texts(texts)


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
