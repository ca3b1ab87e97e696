"""Which model release code of the PLUS vocabulary a decision on publishing bears out.

A code tells people who never saw the records what may be done with a video, so it never says more
than is on record: what was set aside, stated by hand or is of unknown origin counts as no release.
The table is in ``resources/specs/credentials-1.md``.

Source: PLUS License Data Format 2.0.1, Model Release Status and Minor Model Age Disclosure.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from consentkit.domain.clearance import JudgedSpan
from consentkit.domain.gate import Effect, GateDecision
from consentkit.domain.gate_facts import GateFacts, PersonFacts
from consentkit.domain.policy import Verdict
from consentkit.domain.scope import Purpose

AGE_UNKNOWN = "AG-UNK"
"""The one age code that is ever given: a record holds "of age" as stated, and PLUS has codes for
single years alone."""

RELEASE_RULES = frozenset({
    "core.conditions",
    "core.consent",
    "core.integrity",
    "core.same-file",
    "core.scope",
    "core.unmapped",
})
"""Rules that must pass by what is on record before a release is spoken of."""

_NOBODY = frozenset({"core.blank", "core.gap", "core.own-pane", "core.silent"})
"""Why a stretch has nobody in it but the creator, as found and not as listed by hand."""


class ReleaseStatus(StrEnum):
    """Codes of PLUS that are given, from strict to mild.

    ``MR-UMR``, unlimited, never is: every permission names its platforms, and ends.
    """

    NONE = "MR-NON"  # There is no release, or none that covers everybody.
    LIMITED = "MR-LMR"  # Everybody in it gave a permission, with its limits.
    NOT_APPLICABLE = "MR-NAP"  # Nobody but the creator is in it.


@dataclass(frozen=True, slots=True)
class Release:
    """What is said of the releases of a video.

    Attributes:
        status: The code.
        consent_ids: The records it rests on, in the order of the facts; empty unless LIMITED.
        age: Code of the youngest person's age; empty where nobody is in it.
    """

    status: ReleaseStatus
    consent_ids: tuple[str, ...] = ()
    age: str = AGE_UNKNOWN


NO_RELEASE = Release(ReleaseStatus.NONE)


def release_of(facts: GateFacts, decision: GateDecision) -> Release:
    """Return the strictest release code that facts and decision leave.

    Args:
        facts: What the decision rests on.
        decision: The decision on the plan.
    """
    if facts.is_provisional or not _hold(decision):
        return NO_RELEASE
    present = {one for item in facts.spans for one in item.consent_ids}
    if not present:
        is_empty = _is_nobody_there(facts.spans)
        return Release(ReleaseStatus.NOT_APPLICABLE, age="") if is_empty else NO_RELEASE
    released = tuple(
        person.consent_id
        for person in facts.people
        if person.consent_id in present and _permits(person, facts)
    )
    # Somebody who is blurred and muted by statement alone is still somebody without a release.
    if not decision.is_passed or set(released) != present:
        return NO_RELEASE
    return Release(ReleaseStatus.LIMITED, released)


def _permits(person: PersonFacts, facts: GateFacts) -> bool:
    leaf = person.leaf(Purpose.PUBLISH)
    return leaf is not None and leaf.is_permitting and leaf.starts_at <= facts.at


def _hold(decision: GateDecision) -> bool:
    """Return whether every rule a release rests on was asked and passes as it stands."""
    asked = [item for item in decision.outcomes if item.rule in RELEASE_RULES]
    passes = all(item.effect is Effect.PASS for item in asked)
    return passes and {item.rule for item in asked} == RELEASE_RULES


def _is_nobody_there(spans: Sequence[JudgedSpan]) -> bool:
    return bool(spans) and all(
        item.verdict is Verdict.OWN and bool(item.codes) and set(item.codes) <= _NOBODY
        for item in spans
    )
