"""The ``scope.toml`` a permission is recorded from on the command line.

::

    [party]
    pseudonym = "Budi"
    country = "ID"
    languages = ["id"]
    is_adult_stated = true

    [notice]                       # as printed by ``consentkit ask``; may be left out
    language = "id"

    [answer]
    heard = "yes"                  # "yes", "no" or "unclear"
    is_number_heard = true

    [scope]
    preset = "youtube-ads-2y"      # or permissions one by one:

    [[permission]]
    purpose = "publish"
    answer = "yes"                 # default: as heard
    ends_at = 2028-11-22T00:00:00Z
    data = ["face", "voice"]

The file comes from outside: sizes and names are checked before anything is made of it.
"""

from dataclasses import dataclass
from datetime import datetime

import msgspec

from consentkit.domain.evidence import Answer
from consentkit.domain.party import Party
from consentkit.domain.scope import (
    Condition,
    DataCategory,
    EditKind,
    LegalBasis,
    Permission,
    Purpose,
    Term,
    permissions_from_preset,
)
from consentkit.kernel.errors import LimitError, MalformedError
from consentkit.kernel.limits import SCOPE_FILE_MAX_BYTES
from consentkit.wire.toml_lines import read_toml


class _Party(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    pseudonym: str
    name: str | None = None
    country: str | None = None
    languages: tuple[str, ...] = ()
    is_adult_stated: bool | None = None
    contact: str | None = None


class _Notice(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    language: str


class _Answer(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    heard: Answer
    is_number_heard: bool = False


class _Scope(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    preset: str


class _Permission(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    purpose: Purpose
    ends_at: datetime
    answer: Answer | None = None
    data: tuple[DataCategory, ...] = (DataCategory.FACE, DataCategory.VOICE)
    platforms: tuple[str, ...] = ("youtube",)
    channels: tuple[str, ...] = ()
    territory: tuple[str, ...] = ("world",)
    edits: tuple[EditKind, ...] = (EditKind.TRIM, EditKind.SUBTITLE)
    conditions: tuple[Condition, ...] = ()
    condition_text: str = ""
    basis: LegalBasis = LegalBasis.CONSENT


class _File(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    party: _Party
    answer: _Answer
    notice: _Notice | None = None
    scope: _Scope | None = None
    permission: tuple[_Permission, ...] = ()


@dataclass(frozen=True, slots=True)
class ScopeFile:
    """What a ``scope.toml`` says.

    Attributes:
        party: Who.
        permissions: What, one leaf per purpose.
        answers: The answer to each.
        heard: What was heard as the answer as a whole.
        is_number_heard: The partner repeated the consent number.
        notice_language: Language of the notice that was said, or empty.
    """

    party: Party
    permissions: tuple[Permission, ...]
    answers: tuple[tuple[Purpose, Answer], ...]
    heard: Answer
    is_number_heard: bool
    notice_language: str


def parse_scope_file(untrusted: bytes, starts_at: datetime) -> ScopeFile:
    """Return what the file says, with terms that begin at ``starts_at``.

    Raises:
        LimitError: It is longer than any such file.
        MalformedError: It is no TOML (``scope-file.toml``), has a field that does not belong or is
            of another kind (``scope-file.fields``), or names no permission.
    """
    if len(untrusted) > SCOPE_FILE_MAX_BYTES:
        raise LimitError("scope-file.too-long", limit=SCOPE_FILE_MAX_BYTES)
    _, table = read_toml(untrusted, lambda _: MalformedError("scope-file.toml"))
    try:
        read = msgspec.convert(table, _File)
    except msgspec.ValidationError as exc:
        raise MalformedError("scope-file.fields") from exc
    permissions = _permissions(read, starts_at)
    given = {item.purpose: item.answer for item in read.permission}
    answers = tuple(
        (leaf.purpose, given.get(leaf.purpose) or read.answer.heard) for leaf in permissions
    )
    return ScopeFile(
        party=Party(
            read.party.pseudonym,
            read.party.name,
            read.party.country,
            tuple(read.party.languages),
            read.party.is_adult_stated,
            read.party.contact,
        ),
        permissions=permissions,
        answers=answers,
        heard=read.answer.heard,
        is_number_heard=read.answer.is_number_heard,
        notice_language=read.notice.language if read.notice else "",
    )


def _permissions(read: _File, starts_at: datetime) -> tuple[Permission, ...]:
    preset = permissions_from_preset(read.scope.preset, starts_at) if read.scope else ()
    single = {item.purpose: _leaf(item, starts_at) for item in read.permission}
    kept = tuple(leaf for leaf in preset if leaf.purpose not in single)
    if not kept and not single:
        raise MalformedError("scope-file.no-permission")
    if len(single) != len(read.permission):
        raise MalformedError("record.purpose-twice")
    return (*kept, *single.values())


def _leaf(item: _Permission, starts_at: datetime) -> Permission:
    return Permission(
        purpose=item.purpose,
        term=Term(starts_at, item.ends_at),
        data=frozenset(item.data),
        platforms=tuple(item.platforms),
        channels=tuple(item.channels),
        territory=tuple(item.territory),
        edits=frozenset(item.edits),
        conditions=frozenset(item.conditions),
        condition_text=item.condition_text,
        basis=item.basis,
    )
