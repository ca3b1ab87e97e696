"""The predicates that policy rules name: pure questions about one stretch and one person.

Every predicate has a *mildest* verdict. A pack that would give less is refused when it is read, so
that no file can talk a person without consent into "cleared".
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from consentkit.domain.consent import PERMITTING, Status
from consentkit.domain.coverage import Lane
from consentkit.domain.policy import PolicyPack, Verdict, strictness
from consentkit.domain.scope import Condition, DataCategory, Permission
from consentkit.kernel.errors import MalformedError


class Footing(StrEnum):
    """What is known of where a stretch comes from, before anybody's consent is asked."""

    PERSON = "person"  # A conversation, or a clip that a record is about.
    OWN_PANE = "own_pane"  # Only the creator's side is seen.
    GAP = "gap"  # Between conversations; nobody was found there.
    NO_CONVERSATION = "no_conversation"  # A known recording, but no conversation is marked.
    DISCARDED = "discarded"  # A conversation that was set aside.
    UNMAPPED = "unmapped"  # From no known recording.
    SILENT = "silent"  # From no known recording, and nothing is heard.
    BLANK = "blank"  # From no known recording, and nothing is seen.
    OWN_MATERIAL = "own_material"  # Listed by hand, with a reason.


MARKABLE = frozenset({Footing.UNMAPPED, Footing.NO_CONVERSATION, Footing.DISCARDED})
"""What a person may list as own material; a stretch with somebody's conversation never."""


@dataclass(frozen=True, slots=True)
class StretchFacts:
    """What the predicates see: one stretch, and one record of one person.

    Attributes:
        lane: Picture or sound.
        footing: Where it comes from.
        at: The moment for which it is judged.
        has_record: A record covers it.
        leaf: The record's leaf for publishing, if it has one.
        status: Where that leaf stands at ``at``.
    """

    lane: Lane
    footing: Footing
    at: datetime
    has_record: bool = False
    leaf: Permission | None = None
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Holds:
    """The answer of a predicate that holds.

    Attributes:
        detail: A value for the sentence: a status or a category of data; empty without one.
        conditions: What has to be done before use.
    """

    detail: str = ""
    conditions: frozenset[Condition] = frozenset()


Ask = Callable[[StretchFacts], Holds | None]

_LANE_CONDITIONS = {
    Lane.PICTURE: frozenset({Condition.BLUR_FACE, Condition.HIDE_PLACE}),
    Lane.SOUND: frozenset({Condition.ALTER_VOICE}),
}
LANE_DATA = {Lane.PICTURE: DataCategory.FACE, Lane.SOUND: DataCategory.VOICE}
LANE_REMOVES = {Lane.PICTURE: Condition.BLUR_FACE, Lane.SOUND: Condition.ALTER_VOICE}
"""The condition that takes a lane's data of the person out of it."""


def _no_record(facts: StretchFacts) -> Holds | None:
    return Holds() if facts.footing is Footing.PERSON and not facts.has_record else None


def _no_publish_leaf(facts: StretchFacts) -> Holds | None:
    return Holds() if facts.has_record and facts.leaf is None else None


def _status_not_permitting(facts: StretchFacts) -> Holds | None:
    if facts.status is None or facts.status in PERMITTING:
        return None
    return Holds(facts.status.value)


def _permitting_leaf(facts: StretchFacts) -> Permission | None:
    return facts.leaf if facts.status in PERMITTING else None


def _term_not_begun(facts: StretchFacts) -> Holds | None:
    leaf = _permitting_leaf(facts)
    return Holds("term") if leaf is not None and facts.at < leaf.term.starts_at else None


def _data_not_included(facts: StretchFacts) -> Holds | None:
    leaf = _permitting_leaf(facts)
    data = LANE_DATA[facts.lane]
    if leaf is None or data in leaf.data or LANE_REMOVES[facts.lane] in leaf.conditions:
        return None
    return Holds(data.value)


def _conditions_in_lane(facts: StretchFacts) -> Holds | None:
    leaf = _permitting_leaf(facts)
    wanted = leaf.conditions & _LANE_CONDITIONS[facts.lane] if leaf is not None else frozenset()
    return Holds(conditions=wanted) if wanted else None


def _condition_in_words(facts: StretchFacts) -> Holds | None:
    leaf = _permitting_leaf(facts)
    return Holds() if leaf is not None and leaf.condition_text else None


def _permitted(facts: StretchFacts) -> Holds | None:
    return Holds() if _permitting_leaf(facts) is not None else None


def _on(footing: Footing) -> Ask:
    return lambda facts: Holds() if facts.footing is footing else None


@dataclass(frozen=True, slots=True)
class Predicate:
    """A question about a stretch.

    Attributes:
        mildest: The mildest verdict a rule may draw from it.
        ask: Returns what holds, or None.
    """

    mildest: Verdict
    ask: Ask


PREDICATES: dict[str, Predicate] = {
    "no-record": Predicate(Verdict.BLOCKED, _no_record),
    "no-publish-leaf": Predicate(Verdict.BLOCKED, _no_publish_leaf),
    "status-not-permitting": Predicate(Verdict.BLOCKED, _status_not_permitting),
    "term-not-begun": Predicate(Verdict.BLOCKED, _term_not_begun),
    "data-not-included": Predicate(Verdict.BLOCKED, _data_not_included),
    "unmapped": Predicate(Verdict.UNKNOWN, _on(Footing.UNMAPPED)),
    "no-conversation": Predicate(Verdict.UNKNOWN, _on(Footing.NO_CONVERSATION)),
    "discarded": Predicate(Verdict.UNKNOWN, _on(Footing.DISCARDED)),
    "conditions-in-lane": Predicate(Verdict.REDACT, _conditions_in_lane),
    "condition-in-words": Predicate(Verdict.REDACT, _condition_in_words),
    "permitted": Predicate(Verdict.CLEARED, _permitted),
    "own-pane": Predicate(Verdict.OWN, _on(Footing.OWN_PANE)),
    "gap": Predicate(Verdict.OWN, _on(Footing.GAP)),
    "silent": Predicate(Verdict.OWN, _on(Footing.SILENT)),
    "blank": Predicate(Verdict.OWN, _on(Footing.BLANK)),
    "own-material": Predicate(Verdict.OWN, _on(Footing.OWN_MATERIAL)),
}
"""Every predicate by its name in a pack."""


def check_pack(pack: PolicyPack) -> PolicyPack:
    """Return the pack if each rule names a predicate and none is milder than it may be.

    Raises:
        MalformedError: A rule names an unknown predicate (``policy.predicate``) or is too mild
            (``policy.too-mild``); the fact ``field`` says which.
    """
    for place, rule in enumerate(pack.rules):
        predicate = PREDICATES.get(rule.predicate)
        if predicate is None:
            raise MalformedError("policy.predicate", field=f"rule[{place}].predicate")
        if strictness(rule.verdict) < strictness(predicate.mildest):
            raise MalformedError("policy.too-mild", field=f"rule[{place}].verdict")
    return pack


def check_core(pack: PolicyPack) -> PolicyPack:
    """Return the pack if it also uses every predicate: the core must leave no question unasked.

    Raises:
        MalformedError: As ``check_pack``; or a predicate is unused (``policy.incomplete``).
    """
    if {rule.predicate for rule in check_pack(pack).rules} != set(PREDICATES):
        raise MalformedError("policy.incomplete")
    return pack
