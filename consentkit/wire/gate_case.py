"""A decision of the gate with all it rests on, as a vault keeps it and as a log commits to it.

The kept form is one JSON text that holds facts (the plan among them), packs and decision; reading
it and deciding again gives the same bytes. The log has digests of the parts and what was set aside,
so that whoever has the kept form can show that it is the one that was decided by.
"""

from dataclasses import dataclass, replace

from consentkit.domain.gate import GateDecision, RuleOutcome, decide_publication, verify_decision
from consentkit.domain.gate_facts import GateFacts
from consentkit.domain.policy import PolicyPack
from consentkit.kernel.digest import sha256_hex
from consentkit.kernel.timebase import format_instant
from consentkit.wire.receipt import JSONLike
from consentkit.wire.v1.stored import decode_stored, encode_stored


@dataclass(frozen=True, slots=True)
class GateCase:
    """A decision and all it takes to repeat it.

    Attributes:
        facts: What was known.
        packs: The packs that were applied, whole.
        decision: The answer.
    """

    facts: GateFacts
    packs: tuple[PolicyPack, ...]
    decision: GateDecision


def make_gate_case(facts: GateFacts, packs: tuple[PolicyPack, ...]) -> GateCase:
    """Return the decision by facts and packs, with those packs that were applied.

    Raises:
        MalformedError: The packs contradict each other or leave the core unasked.
    """
    decision = decide_publication(facts, packs)
    applied = {item.id for item in decision.packs}
    kept = {pack.id: pack for pack in packs if pack.id in applied}
    return GateCase(facts, tuple(kept[item.id] for item in decision.packs), decision)


def encode_gate_case(case: GateCase) -> bytes:
    """Return the case as JSON; equal cases give equal bytes."""
    return encode_stored(case)


def decode_gate_case(data: bytes | str) -> GateCase:
    """Return the case that ``data`` holds.

    Raises:
        MalformedError: It is none, or one of another version.
    """
    return decode_stored(data, GateCase)


def verify_gate_case(case: GateCase) -> None:
    """Check that deciding again gives the same answer.

    Raises:
        VerificationError: It does not, or other predicates or packs were used.
        MalformedError: The packs contradict each other or leave the core unasked.
    """
    verify_decision(case.facts, case.packs, case.decision)


def decision_digest(decision: GateDecision) -> str:
    """Return SHA-256 of a decision as it is kept, hexadecimal; the log has it."""
    return sha256_hex(encode_stored(decision))


def gate_claims(case: GateCase) -> dict[str, JSONLike]:
    """Return what the log says of a decision: digests, packs and what was set aside."""
    facts, decision = case.facts, case.decision
    without_plan = replace(facts, plan=type(facts.plan)(facts.plan.platform))
    return {
        "edit_sha256": facts.checked_sha256,
        "decision": "pass" if decision.is_passed else "blocked",
        "decision_sha256": decision_digest(decision),
        "plan_sha256": sha256_hex(encode_stored(facts.plan)),
        "facts_sha256": sha256_hex(encode_stored(without_plan)),
        "at": format_instant(decision.at),
        "known_by": format_instant(decision.known_by),
        "gate_version": decision.version,
        "packs": [
            {"id": pack.id, "version": pack.version, "sha256": pack.digest}
            for pack in decision.packs
        ],
        "overrides": [_overridden(item) for item in decision.outcomes if item.override_reason],
        "reasons": list(decision.reasons),
    }


def _overridden(item: RuleOutcome) -> dict[str, JSONLike]:
    return {"rule": item.rule, "reason": item.override_reason, "persons": list(item.persons)}
