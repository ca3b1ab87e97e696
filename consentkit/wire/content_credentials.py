"""The C2PA manifest of a checked video: what was checked, how it ended, and its sources by digest.

Nothing in it names a person, a file or a place; recordings are ingredients by digest alone, without
thumbnails. Format and meaning: ``resources/specs/credentials-1.md``.

Source: C2PA Technical Specification 2.2, claim v2, ``c2pa.actions.v2``, ``c2pa.ingredient.v3``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from consentkit.domain.clearance import JudgedSpan
from consentkit.domain.coverage import Lane
from consentkit.domain.gate import AppliedPack, Effect, GateDecision
from consentkit.domain.gate_facts import GateFacts
from consentkit.domain.plan import PublishPlan
from consentkit.domain.policy import Verdict
from consentkit.domain.release_status import Release
from consentkit.kernel.timebase import format_instant

SCHEMA = "consentkit.coverage/1"
COVERAGE_LABEL = "org.consentkit.coverage"
REDACTIONS_NAME = "org.consentkit.redactions"
PARENT_LABEL = "checked-video"

_DECIMALS = 3

JSONLike = str | float | int | bool | None | Sequence["JSONLike"] | Mapping[str, "JSONLike"]


@dataclass(frozen=True, slots=True)
class SourceUse:
    """How much of one recording is in the video.

    Attributes:
        sha256: Digest of the recording, hexadecimal.
        picture_s: Seconds seen.
        sound_s: Seconds heard.
    """

    sha256: str
    picture_s: Fraction
    sound_s: Fraction


@dataclass(frozen=True, slots=True)
class CredentialContent:
    """What a manifest says.

    Attributes:
        version: Version of the program.
        sha256: Digest of the video that was checked, hexadecimal.
        duration: Its seconds.
        spans: What consent says of its stretches at the moment of publication.
        is_passed: The decision.
        at: The moment for which consent was asked; UTC.
        packs: The packs of rules that were applied.
        overridden: Rules that were set aside with a reason.
        decision_sha256: Digest of the decision, as it stands in the log entry.
        proof_id: Short id of the decision.
        issuer: RFC 7638 thumbprint of the key that signs the vault's receipts.
        release: What is said of releases.
        redactions: What the plan says was done for somebody's sake ("blur_face"), in order.
        sources: The recordings in it, in the order of their digests.
    """

    version: str
    sha256: str
    duration: Fraction
    spans: tuple[JudgedSpan, ...]
    is_passed: bool
    at: datetime
    packs: tuple[AppliedPack, ...]
    overridden: tuple[str, ...]
    decision_sha256: str
    proof_id: str
    issuer: str
    release: Release
    redactions: tuple[str, ...]
    sources: tuple[SourceUse, ...]


def overridden_rules(decision: GateDecision) -> tuple[str, ...]:
    """Return the rules that were set aside, each once."""
    found = (item.rule for item in decision.outcomes if item.effect is Effect.OVERRIDDEN)
    return tuple(dict.fromkeys(found))


def redactions_of(plan: PublishPlan) -> tuple[str, ...]:
    """Return what a plan says was done to the video, each kind once, in order of name."""
    return tuple(sorted({item.kind.value for item in plan.redactions or ()}))


def sources_of(facts: GateFacts, digests: Mapping[str, str]) -> tuple[SourceUse, ...]:
    """Return the recordings in a video, in the order of their digests.

    Args:
        facts: Of the decision.
        digests: Digest of each recording; those that are not known any more are left out.
    """
    used: dict[str, dict[Lane, Fraction]] = {}
    for item in facts.spans:
        match = item.span.match
        digest = digests.get(match.recording_id, "") if match is not None else ""
        if digest:
            lanes = used.setdefault(digest, dict.fromkeys(Lane, Fraction(0)))
            lanes[item.span.lane] += item.span.edit.duration
    return tuple(
        SourceUse(digest, lanes[Lane.PICTURE], lanes[Lane.SOUND])
        for digest, lanes in sorted(used.items())
    )


def parent_ingredient(sha256: str) -> dict[str, JSONLike]:
    """Return the definition of the ingredient that the checked video itself is."""
    return {
        "label": PARENT_LABEL,
        "title": "Checked video",
        "relationship": "parentOf",
        "instance_id": _identity(sha256),
    }


def manifest_definition(content: CredentialContent) -> dict[str, JSONLike]:
    """Return the manifest as c2pa-rs takes it, but for the parent, which is added with its bytes.

    The first action says that the checked video was opened: where it came from before is not known
    here, and its maker is not spoken of. Recordings found in it were placed in it by whoever edited
    it, who also did what the plan says was blurred or muted. That is all that is known of how it
    was made, and the list of actions says so.
    """
    placed = [f"source-{place}" for place, _ in enumerate(content.sources)]
    actions: list[JSONLike] = [
        {"action": "c2pa.opened", "parameters": {"ingredientIds": [PARENT_LABEL]}}
    ]
    if placed:
        actions.append({"action": "c2pa.placed", "parameters": {"ingredientIds": placed}})
    if content.redactions:
        done: dict[str, JSONLike] = {REDACTIONS_NAME: list(content.redactions)}
        actions.append({"action": "c2pa.edited", "parameters": done})
    return {
        "claim_generator_info": [{"name": "ConsentKit", "version": content.version}],
        "ingredients": [
            {
                "label": label,
                "title": f"Recording {place}",
                "relationship": "componentOf",
                "instance_id": _identity(source.sha256),
            }
            for place, (label, source) in enumerate(
                zip(placed, content.sources, strict=True), start=1
            )
        ],
        "assertions": [
            {
                "label": "c2pa.actions.v2",
                "data": {"actions": actions, "allActionsIncluded": False},
            },
            {"label": COVERAGE_LABEL, "data": coverage_assertion(content)},
        ],
    }


def coverage_assertion(content: CredentialContent) -> dict[str, JSONLike]:
    """Return the assertion ``org.consentkit.coverage``: totals, decision and digests."""
    return {
        "schema": SCHEMA,
        "edit": {"sha256": content.sha256, "duration": _seconds(content.duration)},
        "lanes": [_lane(lane, content.spans) for lane in Lane if _has(lane, content.spans)],
        "persons": len({one for item in content.spans for one in item.consent_ids}),
        "decision": "pass" if content.is_passed else "blocked",
        "decided_for": format_instant(content.at),
        "decision_sha256": content.decision_sha256,
        "overridden": list(content.overridden),
        "packs": [
            {"id": pack.id, "version": pack.version, "sha256": pack.digest}
            for pack in content.packs
        ],
        "proof": content.proof_id,
        "issuer": content.issuer,
        "release": content.release.status.value,
        "sources": [
            {
                "sha256": source.sha256,
                "picture": _seconds(source.picture_s),
                "sound": _seconds(source.sound_s),
            }
            for source in content.sources
        ],
    }


def _lane(lane: Lane, spans: Sequence[JudgedSpan]) -> dict[str, JSONLike]:
    totals = dict.fromkeys(Verdict, Fraction(0))
    for item in spans:
        if item.span.lane is lane:
            totals[item.verdict] += item.span.edit.duration
    return {
        "lane": lane.value,
        **{verdict.value: _seconds(total) for verdict, total in totals.items()},
    }


def _has(lane: Lane, spans: Sequence[JudgedSpan]) -> bool:
    return any(item.span.lane is lane for item in spans)


def _identity(sha256: str) -> str:
    return f"urn:sha256:{sha256}"


def _seconds(value: Fraction) -> float:
    return round(float(value), _DECIMALS)
