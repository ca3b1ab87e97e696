"""What a receipt shows, in words: fields to tick before an export, claims read after a check."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLocale

from consentkit.domain.consent import Status, Step
from consentkit.domain.evidence import EvidenceKind
from consentkit.domain.scope import Purpose
from consentkit.services.views import DisclosableField
from consentkit.ui.messages import (
    country_name,
    event_name,
    evidence_name,
    format_date,
    format_date_time,
    language_name,
    purpose_name,
    status_name,
)
from consentkit.ui.proofs.verify_words import facts_words
from consentkit.ui.words import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

NOTHING = "\u2014"
"""How the service writes a field without a value."""


class Group(StrEnum):
    """Fields that are shown together."""

    PERSON = "person"
    CREATOR = "creator"
    PERMISSIONS = "permissions"
    EVIDENCE = "evidence"
    RECORD = "record"


GROUP_TITLES: Mapping[Group, str] = {
    Group.PERSON: QT_TRANSLATE_NOOP("proofs", "The person"),
    Group.CREATOR: QT_TRANSLATE_NOOP("proofs", "Who asked"),
    Group.PERMISSIONS: QT_TRANSLATE_NOOP("proofs", "Permissions"),
    Group.EVIDENCE: QT_TRANSLATE_NOOP("proofs", "Evidence"),
    Group.RECORD: QT_TRANSLATE_NOOP("proofs", "History and numbers"),
}

GROUP_HINTS: Mapping[Group, str] = {
    Group.PERSON: QT_TRANSLATE_NOOP("proofs", "Show no more of a person than the reader needs."),
    Group.CREATOR: QT_TRANSLATE_NOOP("proofs", "So that the reader knows who asked."),
    Group.PERMISSIONS: QT_TRANSLATE_NOOP("proofs", "What was asked, answered, and for how long."),
    Group.EVIDENCE: QT_TRANSLATE_NOOP(
        "proofs", "Digests and times. Without them the excerpt cannot be held against anything."
    ),
    Group.RECORD: QT_TRANSLATE_NOOP("proofs", "What happened when, and what the grade rests on."),
}

_GROUP_OF: Mapping[str, Group] = {
    "pii_principal": Group.PERSON,
    "pii_controller": Group.CREATOR,
    "pii_processing": Group.PERMISSIONS,
    "evidence": Group.EVIDENCE,
    "recordings": Group.EVIDENCE,
    "conversations": Group.EVIDENCE,
}

_NAMES: Mapping[str, str] = {
    "pii_principal.pseudonym": QT_TRANSLATE_NOOP("proofs", "Called"),
    "pii_principal.name": QT_TRANSLATE_NOOP("proofs", "Name they gave"),
    "pii_principal.country": QT_TRANSLATE_NOOP("proofs", "Country they named"),
    "pii_principal.languages": QT_TRANSLATE_NOOP("proofs", "Languages"),
    "pii_principal.is_adult_stated": QT_TRANSLATE_NOOP("proofs", "Said to be of age"),
    "pii_principal.contact": QT_TRANSLATE_NOOP("proofs", "How to reach them"),
    "pii_controller.name": QT_TRANSLATE_NOOP("proofs", "Name or channel"),
    "pii_controller.contact": QT_TRANSLATE_NOOP("proofs", "Contact for withdrawal"),
    "pii_controller.channels": QT_TRANSLATE_NOOP("proofs", "Channels"),
    "consent_number": QT_TRANSLATE_NOOP("proofs", "Consent number"),
    "privacy_notice": QT_TRANSLATE_NOOP("proofs", "Words that were read out"),
    "grade": QT_TRANSLATE_NOOP("proofs", "Grade"),
    "facts": QT_TRANSLATE_NOOP("proofs", "Facts"),
    "record_id": QT_TRANSLATE_NOOP("proofs", "Id in your vault"),
    "supersedes": QT_TRANSLATE_NOOP("proofs", "Takes the place of"),
    "recordings": QT_TRANSLATE_NOOP("proofs", "Recording"),
    "conversations": QT_TRANSLATE_NOOP("proofs", "Conversation"),
}


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field to tick.

    Attributes:
        path: Its path in the receipt.
        group: Where it is shown.
        name: What it is.
        value: What the reader would see.
        is_ticked: Ticked from the start.
        is_required: In every proof; it cannot be kept back.
    """

    path: str
    group: Group
    name: str
    value: str
    is_ticked: bool
    is_required: bool = False


def group_of(path: str) -> Group:
    """Return where a field is shown."""
    return _GROUP_OF.get(path.partition(".")[0], Group.RECORD)


def _member(value: str, name: str) -> str:
    """Return one member of a value the service wrote as ``name: value, name: value``."""
    found = re.search(rf"(?:^|, ){name}: ([^,]*)", value)
    return found.group(1) if found else ""


def _date(text: str) -> str:
    try:
        return format_date(datetime.fromisoformat(text))
    except ValueError:
        return text


def _moment(text: str) -> str:
    try:
        return format_date_time(datetime.fromisoformat(text))
    except ValueError:
        return text


def purpose_words(code: str) -> str:
    """Return a purpose in words; the code itself where there are none."""
    return purpose_name(Purpose(code)) if code in set(Purpose) else code


def status_words(code: str) -> str:
    """Return a status in words; the code itself where there are none."""
    return status_name(Status(code)) if code in set(Status) else code


def evidence_words(code: str) -> str:
    """Return a kind of evidence in words; the code itself where there are none."""
    return evidence_name(EvidenceKind(code)) if code in set(EvidenceKind) else code


def _named(path: str, value: str) -> tuple[str, str]:
    """Return name and value of a field in words."""
    top = path.partition(".")[0]
    if top == "pii_processing":
        return purpose_words(_member(value, "purpose")), permission_words(
            _member(value, "status"), _member(value, "ends_at")
        )
    if top == "evidence":
        return evidence_words(_member(value, "kind")), _last_range(value)
    if top in {"recordings", "conversations"}:
        digest = _member(value, "sha256")[:16]
        shown = _last_range(value) if top == "conversations" else f"SHA-256 {digest}…"
        return translate("proofs", _NAMES[top]), shown
    if top == "events":
        step = _member(value, "step")
        name = event_name(Step(step)) if step in set(Step) else step
        return name, _moment(_member(value, "event_time"))
    name = translate("proofs", _NAMES[path]) if path in _NAMES else path
    return name, plain_value(path, value)


def _last_range(value: str) -> str:
    found = re.findall(r"text: ([^,]*)", value)
    return str(found[-1]) if found else ""


def permission_words(status: str, ends_at: str) -> str:
    """Return how a permission stands and until when."""
    if not ends_at or status not in {Status.GIVEN.value, Status.RENEWED_GIVEN.value}:
        return status_words(status)
    return translate("proofs", "{status}, until {date}").format(
        status=status_words(status), date=_date(ends_at)
    )


def plain_value(path: str, value: str) -> str:
    """Return the value of a simple field in words."""
    if path == "pii_principal.country":
        return country_name(value)
    if path == "pii_principal.languages":
        return QLocale().createSeparatedList([language_name(t.strip()) for t in value.split(",")])
    if path == "pii_principal.is_adult_stated":
        return translate("proofs", "yes") if value in {"yes", "true"} else translate("proofs", "no")
    if path == "consent_number":
        return _member(value, "digits")
    if path == "privacy_notice":
        return f"{_member(value, 'id')} {_member(value, 'version')}, {_member(value, 'language')}"
    if path == "facts":
        return facts_words(value.replace(",", " "))
    return value


def field_rows(fields: tuple[DisclosableField, ...]) -> tuple[FieldRow, ...]:
    """Return the fields that have a value, in words, group by group."""
    rows = [
        FieldRow(
            item.path,
            group_of(item.path),
            *_named(item.path, item.value),
            is_ticked=item.is_suggested or item.is_required,
            is_required=item.is_required,
        )
        for item in fields
        if item.value != NOTHING
    ]
    order = list(Group)
    return tuple(sorted(rows, key=lambda row: order.index(row.group)))


def claim_rows(claims: Mapping[str, str]) -> tuple[tuple[Group, str, str], ...]:
    """Return what a checked receipt shows that a reader asks for: group, name, value.

    Args:
        claims: Every disclosed value under its path, as a report has them.
    """
    found: list[tuple[Group, str, str]] = []
    for path in (
        "pii_principal.pseudonym",
        "pii_principal.name",
        "pii_principal.country",
        "pii_principal.is_adult_stated",
        "pii_principal.contact",
        "pii_controller.name",
        "pii_controller.contact",
    ):
        if claims.get(path):
            name = translate("proofs", _NAMES[path])
            found.append((group_of(path), name, plain_value(path, claims[path])))
    languages = _listed(claims, "pii_principal.languages")
    if languages:
        path = "pii_principal.languages"
        value = plain_value(path, ",".join(languages))
        found.append((Group.PERSON, translate("proofs", _NAMES[path]), value))
    for prefix in _items(claims, "pii_processing"):
        words = permission_words(
            claims.get(f"{prefix}.status", ""), claims.get(f"{prefix}.ends_at", "")
        )
        name = purpose_words(claims.get(f"{prefix}.purpose", ""))
        found.append((Group.PERMISSIONS, name, words))
    for prefix in _items(claims, "evidence"):
        value = claims.get(f"{prefix}.source_range.text", "")
        found.append((Group.EVIDENCE, evidence_words(claims.get(f"{prefix}.kind", "")), value))
    if claims.get("consent_number.digits"):
        name = translate("proofs", _NAMES["consent_number"])
        found.append((Group.RECORD, name, claims["consent_number.digits"]))
    return tuple(found)


def _items(claims: Mapping[str, str], name: str) -> tuple[str, ...]:
    """Return the prefixes of a list's items, in their order."""
    pattern = re.compile(rf"{name}\.(\d+)\.")
    numbers = {int(hit.group(1)) for path in claims if (hit := pattern.match(path))}
    return tuple(f"{name}.{number}" for number in sorted(numbers))


def _listed(claims: Mapping[str, str], path: str) -> tuple[str, ...]:
    found = []
    place = 0
    while value := claims.get(f"{path}.{place}"):
        found.append(value)
        place += 1
    return tuple(found)
