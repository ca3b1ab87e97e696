"""How a consent record stands in the vault: its sealed body, its row, and its links."""

from dataclasses import dataclass
from datetime import datetime

from consentkit.domain.consent import (
    PERMITTING,
    ConsentRecord,
    Status,
    ends_at,
    present,
    statuses_at,
    summary_status,
)
from consentkit.domain.evidence import Grade
from consentkit.domain.party import Controller, Party
from consentkit.domain.scope import Permission, Purpose, Term, years_later
from consentkit.services.ledger import short_id
from consentkit.services.views import PermissionFilter, PermissionRow
from consentkit.vault.rows import RecordQuery, RecordRow


@dataclass(frozen=True, slots=True)
class StoredReceipt:
    """A receipt as it was signed: its place in the log and its SD-JWT with every disclosure."""

    index: int
    sd_jwt: str


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """The sealed body of a record: its state and every receipt that was issued for it."""

    record: ConsentRecord
    receipts: tuple[StoredReceipt, ...] = ()


def search_text(record: ConsentRecord, receipts: tuple[StoredReceipt, ...]) -> str:
    """Return the words a record is found by."""
    party = record.party
    words = [
        party.pseudonym,
        party.name or "",
        party.country or "",
        " ".join(party.languages),
        party.contact or "",
        " ".join(item.label for item in record.evidence),
        record.id,
        short_id(receipts[-1].sd_jwt) if receipts else "",
        record.number.digits if record.number else "",
    ]
    return " ".join(word for word in words if word)


def record_row(
    record: ConsentRecord,
    receipts: tuple[StoredReceipt, ...],
    grade: Grade,
    now: datetime,
    *,
    has_token: bool,
) -> RecordRow:
    """Return the row of the permissions table for a record as it stands at ``now``."""
    now = present(record, now)
    statuses = statuses_at(record, now)
    terms = [ends_at(record, p) for p, status in statuses.items() if status in PERMITTING]
    link = record.links[0] if record.links else None
    return RecordRow(
        id=record.id,
        created_at=record.events[0].recorded_time if record.events else now,
        updated_at=now,
        pseudonym=record.party.pseudonym,
        country=record.party.country or "",
        languages=record.party.languages,
        status=summary_status(record, now).value,
        grade=grade.value,
        expires_at=min(terms) if terms else None,
        purposes=tuple(purpose.value for purpose in record.purposes),
        recording_id=link.recording_id if link else None,
        conversation_id=(link.conversation_id or None) if link else None,
        has_token=has_token,
        search=search_text(record, receipts),
    )


def erased_row(row: RecordRow, now: datetime) -> RecordRow:
    """Return what remains of a row after an erasure: nothing of the person."""
    return RecordRow(
        id=row.id,
        created_at=row.created_at,
        updated_at=now,
        pseudonym="",
        country="",
        languages=(),
        status=Status.ERASED.value,
        grade="",
        expires_at=None,
        purposes=row.purposes,
        recording_id=None,
        conversation_id=None,
        has_token=False,
        search=row.id,
    )


def erased_record(row: RecordRow) -> ConsentRecord:
    """Return the tombstone as a record: its identifier, its purposes and no person."""
    term = Term(row.created_at, years_later(row.created_at, 1))
    purposes = tuple(Purpose(name) for name in row.purposes)
    return ConsentRecord(
        id=row.id,
        party=Party(pseudonym="\u2014"),
        controller=Controller(),
        permissions=tuple(Permission(purpose, term) for purpose in purposes),
    )


def record_query(wanted: PermissionFilter, offset: int, limit: int) -> RecordQuery:
    """Return what the vault is asked for a page of the permissions table."""
    return RecordQuery(
        text=wanted.text,
        statuses=frozenset(status.value for status in wanted.statuses),
        languages=wanted.languages,
        expiring_before=wanted.ends_before,
        without_token=wanted.without_token,
        sort="expires_at" if wanted.sort == "ends_at" else wanted.sort,
        descending=wanted.is_descending,
        limit=limit,
        offset=offset,
    )


def table_row(row: RecordRow) -> PermissionRow:
    """Return a row as the permissions table shows it."""
    return PermissionRow(
        id=row.id,
        pseudonym=row.pseudonym,
        country=row.country,
        languages=row.languages,
        status=Status(row.status),
        grade=row.grade,
        purposes=tuple(Purpose(name) for name in row.purposes),
        created_at=row.created_at,
        ends_at=row.expires_at,
        has_token=row.has_token,
    )
