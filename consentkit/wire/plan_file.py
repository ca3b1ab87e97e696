"""The ``plan.toml`` that says what is to be published where, for ``consentkit check --plan``.

::

    platform = "youtube"
    channel = "My channel"
    publish_at = 2026-12-01T18:00:00Z    # left out: at once
    monetised = true
    sponsor = ""                         # the sponsor's name; empty for none
    territory = ["world"]                # or countries: ["ID", "MY"]
    made_for_kids = false
    altered_content = false              # the platform's mark for altered content
    source_platform = "ometv"            # where the chat was; empty for elsewhere
    thumbnail = []                       # nobody else is in it; or one table each:
    title = []
    complaints = []                      # none is open
    doubts = []                          # nobody doubted anybody's age

    [[thumbnail]]
    person = "con-abcdefghijklmnop"      # a record; or material = "my own drawing"

    [[redactions]]
    kind = "blur_face"                   # alter_voice, hide_place, mute, own_words
    person = "con-abcdefghijklmnop"      # left out: everybody
    range = "0:10-0:25.5"                # left out: the whole video

    [[declared]]
    fact = "name_shown"                  # one of domain.plan.DeclaredFact
    is_true = false
    person = "con-abcdefghijklmnop"      # left out: everybody
    note = "no name is said"

    [[overrides]]
    rule = "evidence.time"
    reason = "The authority is down until Monday."

What is left out was not stated; an empty list says "nobody" or "none". An error names the line and
the field. The file comes from outside: sizes and names are checked before anything is made of it.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypeVar

import msgspec

from consentkit.domain.plan import (
    REFRESH_MONTHS,
    AgeDoubt,
    Appearance,
    Complaint,
    Declaration,
    DeclaredFact,
    Disclosure,
    Override,
    PublishPlan,
    Redaction,
    RedactionKind,
)
from consentkit.kernel.errors import InputError, LimitError, MalformedError
from consentkit.kernel.limits import PLAN_MAX_BYTES
from consentkit.kernel.timebase import parse_range
from consentkit.wire.toml_lines import field_of, line_of, read_toml

_FIELD_OF = {
    "plan.platform": "platform",
    "plan.time": "publish_at",
    "plan.territory": "territory",
    "plan.digest": "sha256",
    "plan.refresh": "refresh_months",
    "plan.said-twice": "declared",
}
"""Where a plan is wrong as a whole, by the code of the error."""

Read = TypeVar("Read")
Made = TypeVar("Made")


class _Appearance(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    person: str = ""
    material: str = ""


class _Redaction(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    kind: RedactionKind
    person: str = ""
    range: str | None = None


class _Disclosure(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    range: str
    note: str


class _Complaint(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    received_at: datetime
    person: str = ""
    remedy: str = ""


class _Doubt(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    person: str
    cleared_by: tuple[str, ...] = ()


class _Declared(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    fact: DeclaredFact
    is_true: bool
    person: str = ""
    note: str = ""


class _Override(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    rule: str
    reason: str
    person: str = ""


class _File(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    platform: str
    channel: str | None = None
    publish_at: datetime | None = None
    monetised: bool | None = None
    sponsor: str | None = None
    territory: tuple[str, ...] | None = None
    made_for_kids: bool | None = None
    altered_content: bool | None = None
    source_platform: str | None = None
    creator_country: str | None = None
    sha256: str = ""
    thumbnail: tuple[_Appearance, ...] | None = None
    title: tuple[_Appearance, ...] | None = None
    redactions: tuple[_Redaction, ...] | None = None
    disclosures: tuple[_Disclosure, ...] = ()
    complaints: tuple[_Complaint, ...] | None = None
    doubts: tuple[_Doubt, ...] | None = None
    agency: bool = False
    reviewers: tuple[str, ...] = ()
    accepts_pending_time: bool | None = None
    refresh_months: int = REFRESH_MONTHS
    declared: tuple[_Declared, ...] = ()
    overrides: tuple[_Override, ...] = ()


def parse_plan_file(untrusted: bytes) -> PublishPlan:
    """Return the plan that a file holds.

    Raises:
        LimitError: It is longer than any plan, or says more (``plan.too-long``,
            ``plan.too-many``), or a text in it is too long.
        MalformedError: It is no TOML (``plan.toml`` with the fact ``line``), a field is missing,
            unknown or of another kind (``plan.fields``), or says what could not be; all of them
            with ``field`` and ``line``.
    """
    if len(untrusted) > PLAN_MAX_BYTES:
        raise LimitError("plan.too-long", limit=PLAN_MAX_BYTES)
    text, table = read_toml(untrusted, lambda line: MalformedError("plan.toml", line=line))
    try:
        read = msgspec.convert(table, _File)
    except msgspec.ValidationError as exc:
        field = field_of(exc)
        raise MalformedError("plan.fields", field=field, line=line_of(text, field)) from exc
    try:
        return _plan(read)
    except LimitError:
        raise
    except InputError as exc:
        field = str(exc.facts.get("field", _FIELD_OF.get(exc.code, "")))
        raise MalformedError(exc.code, field=field, line=line_of(text, field)) from exc


def _plan(read: _File) -> PublishPlan:
    return PublishPlan(
        platform=read.platform,
        channel=read.channel,
        publish_at=read.publish_at,
        is_monetised=read.monetised,
        sponsor=read.sponsor,
        territory=read.territory,
        is_made_for_kids=read.made_for_kids,
        is_altered_content=read.altered_content,
        source_platform=read.source_platform,
        creator_country=read.creator_country,
        file_sha256=read.sha256,
        thumbnail=_some("thumbnail", read.thumbnail, _appearance),
        title=_some("title", read.title, _appearance),
        redactions=_some("redactions", read.redactions, _redaction),
        disclosures=_all("disclosures", read.disclosures, _disclosure),
        complaints=_some("complaints", read.complaints, _complaint),
        doubts=_some("doubts", read.doubts, lambda one: AgeDoubt(one.person, one.cleared_by)),
        is_agency=read.agency,
        reviewers=read.reviewers,
        accepts_pending_time=read.accepts_pending_time,
        refresh_months=read.refresh_months,
        declared=_all("declared", read.declared, _declared),
        overrides=_all("overrides", read.overrides, _override),
    )


def _some(
    name: str, items: Sequence[Read] | None, make: Callable[[Read], Made]
) -> tuple[Made, ...] | None:
    return None if items is None else _all(name, items, make)


def _all(name: str, items: Sequence[Read], make: Callable[[Read], Made]) -> tuple[Made, ...]:
    made = []
    for place, item in enumerate(items):
        try:
            made.append(make(item))
        except InputError as exc:
            raise MalformedError(exc.code, field=f"{name}[{place}]") from exc
    return tuple(made)


def _appearance(item: _Appearance) -> Appearance:
    return Appearance(item.person, item.material)


def _redaction(item: _Redaction) -> Redaction:
    stretch = parse_range(item.range) if item.range is not None else None
    return Redaction(item.kind, item.person, stretch)


def _disclosure(item: _Disclosure) -> Disclosure:
    return Disclosure(parse_range(item.range), item.note)


def _complaint(item: _Complaint) -> Complaint:
    return Complaint(item.received_at, item.person, item.remedy)


def _declared(item: _Declared) -> Declaration:
    return Declaration(item.fact, item.is_true, item.person, item.note)


def _override(item: _Override) -> Override:
    return Override(item.rule, item.reason, item.person)
