"""The claims of a consent receipt, and which of them can be kept to oneself.

Names follow ISO/IEC TS 27560:2023 (record, PII principal, PII controller, PII processing, events)
with values of the Data Privacy Vocabulary 2.3. Only who issued what kind of entry, when, and into
which log is open to everyone; everything that concerns a person is disclosed claim by claim.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from consentkit.domain.consent import ConsentEvent, ConsentRecord, ConversationLink, Status, ends_at
from consentkit.domain.evidence import Evidence, Fact, Grade
from consentkit.domain.party import Controller, Party
from consentkit.domain.recording import Recording
from consentkit.domain.scope import Permission, Purpose
from consentkit.kernel.timebase import TimeRange, format_instant, format_time

SCHEMA = "consentkit.receipt/1"

JSONLike = str | int | bool | None | Sequence["JSONLike"] | Mapping[str, "JSONLike"]
Path = tuple[str | int, ...]

DPV_STATUS: Mapping[Status, str] = {
    Status.UNKNOWN: "dpv:ConsentUnknown",
    Status.REQUESTED: "dpv:ConsentRequested",
    Status.DEFERRED: "dpv:ConsentRequestDeferred",
    Status.REFUSED: "dpv:ConsentRefused",
    Status.GIVEN: "dpv:ConsentGiven",
    Status.RENEWED_GIVEN: "dpv:RenewedConsentGiven",
    Status.EXPIRED: "dpv:ConsentExpired",
    Status.WITHDRAWN: "dpv:ConsentWithdrawn",
    Status.REVOKED: "dpv:ConsentRevoked",
    Status.INVALIDATED: "dpv:ConsentInvalidated",
    Status.SUSPENDED: "consentkit:ConsentSuspended",
    Status.ERASED: "consentkit:ConsentErased",
}
"""DPV 2.3 ``ConsentStatus`` terms; the last two are ours."""


@dataclass(frozen=True, slots=True)
class EntryHead:
    """What every log entry says openly.

    Attributes:
        kind: Kind of entry ("grant").
        issuer: Origin of the log, ``consentkit.local/<vault id>``.
        issued_at: Local clock, whole seconds.
        log: Verifier key of the log (C2SP signed note), so that no other log can be put in place.
    """

    kind: str
    issuer: str
    issued_at: datetime
    log: str


@dataclass(frozen=True, slots=True)
class EntryClaims:
    """The claims of one log entry.

    Attributes:
        claims: The JSON object to sign.
        disclosable: Paths of the claims that are hidden behind salted digests.
    """

    claims: Mapping[str, JSONLike]
    disclosable: tuple[Path, ...]


def path_text(path: Path) -> str:
    """Return a path as one word, ``pii_principal.country``."""
    return ".".join(str(part) for part in path)


def _head(head: EntryHead) -> dict[str, JSONLike]:
    return {
        "iss": head.issuer,
        "iat": int(head.issued_at.timestamp()),
        "schema": SCHEMA,
        "kind": head.kind,
        "log": head.log,
    }


def plain_entry(head: EntryHead, name: str, value: Mapping[str, JSONLike]) -> EntryClaims:
    """Return the claims of an entry that carries one hidden object, such as an ingest."""
    return EntryClaims({**_head(head), name: dict(value)}, ((name,),))


def recording_claims(recording: Recording) -> dict[str, JSONLike]:
    """Return what a receipt says of a recording: digests and sizes, no name and no place."""
    return {
        "sha256": recording.sha256,
        "size_bytes": recording.size_bytes,
        "container": recording.container,
        "duration": _seconds(recording.duration),
        "added_at": format_instant(recording.added_at),
        "packet_trees": [
            {
                "stream_index": tree.stream_index,
                "size": tree.size,
                "root": tree.root,
                "time_base": _seconds(tree.time_base),
                "origin": _seconds(tree.origin),
            }
            for tree in recording.packet_trees
        ],
    }


def _seconds(value: Fraction) -> str:
    return f"{value.numerator}/{value.denominator}"


def _range(value: TimeRange) -> dict[str, JSONLike]:
    return {
        "start": _seconds(value.start),
        "end": _seconds(value.end),
        "text": f"{format_time(value.start)}-{format_time(value.end)}",
    }


def _party(party: Party) -> dict[str, JSONLike]:
    return {
        "pseudonym": party.pseudonym,
        "name": party.name,
        "country": party.country,
        "languages": list(party.languages),
        "is_adult_stated": party.is_adult_stated,
        "contact": party.contact,
    }


def _controller(controller: Controller) -> dict[str, JSONLike]:
    return {
        "name": controller.name,
        "contact": controller.contact,
        "channels": list(controller.channels),
    }


def _processing(leaf: Permission, status: Status, until: datetime) -> dict[str, JSONLike]:
    return {
        "purpose": leaf.purpose.value,
        "lawful_basis": leaf.basis.value,
        "status": status.value,
        "dpv_status": DPV_STATUS[status],
        "personal_data": sorted(item.value for item in leaf.data),
        "platforms": list(leaf.platforms),
        "channels": list(leaf.channels),
        "territory": list(leaf.territory),
        "starts_at": format_instant(leaf.term.starts_at),
        "ends_at": format_instant(until),
        "edits": sorted(item.value for item in leaf.edits),
        "conditions": sorted(item.value for item in leaf.conditions),
        "condition_text": leaf.condition_text,
    }


def _event(event: ConsentEvent) -> dict[str, JSONLike]:
    return {
        "step": event.step.value,
        "purposes": [purpose.value for purpose in event.purposes],
        "event_time": format_instant(event.event_time),
        "recorded_time": format_instant(event.recorded_time),
        "actor": event.actor.value,
        "reason": event.reason,
        "reason_code": event.reason_code.value if event.reason_code else None,
    }


def _evidence(item: Evidence, recording_sha256: Mapping[str, str]) -> dict[str, JSONLike]:
    claims: dict[str, JSONLike] = {
        "kind": item.kind.value,
        "sha256": item.sha256,
        "size_bytes": item.size_bytes,
        "media_type": item.media_type,
    }
    if item.source_range is not None:
        claims["source_range"] = _range(item.source_range)
        claims["container"] = item.container
    if item.spoken is not None:
        claims["recording_sha256"] = recording_sha256.get(item.spoken.recording_id, "")
        claims["question"] = _range(item.spoken.question)
        claims["answer"] = _range(item.spoken.answer)
        claims["heard"] = item.spoken.heard.value
        claims["is_number_heard"] = item.spoken.is_number_heard
    return claims


def _link(link: ConversationLink) -> dict[str, JSONLike]:
    return {"recording_sha256": link.recording_sha256, "range": _range(link.range)}


def _hidden_members(name: str, members: Mapping[str, JSONLike]) -> Iterator[Path]:
    yield from ((name, member) for member in members)


def receipt_claims(
    head: EntryHead,
    record: ConsentRecord,
    statuses: Mapping[Purpose, Status],
    facts: frozenset[Fact],
    grade: Grade,
    recordings: Sequence[Recording],
) -> EntryClaims:
    """Return the claims of a receipt: the whole state of ``record`` at this entry.

    Args:
        head: What the entry says openly.
        record: The record after the step that this entry is about.
        statuses: Status per purpose at this entry.
        facts: The facts that hold.
        grade: The grade they make.
        recordings: The recordings its evidence and conversations refer to.
    """
    digests = {item.id: item.sha256 for item in recordings}
    lists: dict[str, list[JSONLike]] = {
        "pii_processing": [
            _processing(leaf, statuses[leaf.purpose], ends_at(record, leaf.purpose))
            for leaf in record.permissions
        ],
        "events": [_event(event) for event in record.events],
        "evidence": [_evidence(item, digests) for item in record.evidence],
        "recordings": [recording_claims(item) for item in recordings],
        "conversations": [_link(link) for link in record.links],
    }
    objects: dict[str, dict[str, JSONLike]] = {
        "pii_principal": _party(record.party),
        "pii_controller": _controller(record.controller),
    }
    whole: dict[str, JSONLike] = {
        "record_id": record.id,
        "supersedes": record.supersedes,
        "facts": sorted(fact.value for fact in facts),
        "grade": grade.value,
    }
    if record.notice is not None:
        whole["privacy_notice"] = {
            "id": record.notice.notice_id,
            "version": record.notice.version,
            "language": record.notice.language,
            "digest": record.notice.digest,
            "manner": record.notice.manner,
        }
    if record.number is not None:
        whole["consent_number"] = {
            "digits": record.number.digits,
            "token_sha256": record.number.token_sha256,
        }
    disclosable: list[Path] = [(name,) for name in whole]
    for name, members in objects.items():
        disclosable.extend(_hidden_members(name, members))
    for name, items in lists.items():
        disclosable.append((name,))
        disclosable.extend((name, place) for place in range(len(items)))
    return EntryClaims({**_head(head), **whole, **objects, **lists}, tuple(disclosable))


KEPT_BY_DEFAULT = frozenset({
    "pii_principal.name",
    "pii_principal.contact",
    "record_id",
    "supersedes",
})
"""Claims a proof does not show unless they are ticked: they name or reach the person."""


LISTS = frozenset({"pii_processing", "events", "evidence", "recordings", "conversations"})
"""Claims that are lists: hidden as a whole too, so that nobody can count what is in them."""


def is_field(path: Path) -> bool:
    """Return whether a claim is one a person can tick; a list is shown with what is in it."""
    return path[0] not in LISTS or len(path) > 1


def is_suggested(path: Path) -> bool:
    """Return whether a claim is shown in a proof unless someone unticks it."""
    return path_text(path) not in KEPT_BY_DEFAULT
