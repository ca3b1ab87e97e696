"""Writes a plan as the ``plan.toml`` that ``plan_file`` reads; what was not stated is left out."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from fractions import Fraction
from math import ceil, floor

from consentkit.domain.plan import REFRESH_MONTHS, Appearance, PublishPlan
from consentkit.kernel.timebase import TimeRange, format_instant, format_time

_DECIMALS = 9
_SCALE = 10**_DECIMALS
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
_FIRST_PRINTABLE = 0x20
_DELETE = 0x7F

_Stated = str | bool | int | datetime | tuple[str, ...]
_Fields = tuple[tuple[str, _Stated | None], ...]


def encode_plan_file(plan: PublishPlan) -> bytes:
    """Return a plan as TOML.

    It reads back as the same plan. Stretches are written in nanoseconds, their ends outwards, so
    that one which is no decimal fraction of a second grows by less than two nanoseconds.
    """
    return "".join(f"{line}\n" for line in _lines(plan)).encode()


def _lines(plan: PublishPlan) -> Iterator[str]:
    plain: _Fields = (
        ("platform", plan.platform),
        ("channel", plan.channel),
        ("publish_at", plan.publish_at),
        ("monetised", plan.is_monetised),
        ("sponsor", plan.sponsor),
        ("territory", plan.territory),
        ("made_for_kids", plan.is_made_for_kids),
        ("altered_content", plan.is_altered_content),
        ("source_platform", plan.source_platform),
        ("creator_country", plan.creator_country),
        ("sha256", plan.file_sha256 or None),
        ("agency", plan.is_agency or None),
        ("reviewers", plan.reviewers or None),
        ("accepts_pending_time", plan.accepts_pending_time),
        ("refresh_months", plan.refresh_months if plan.refresh_months != REFRESH_MONTHS else None),
    )
    yield from _table(plain)
    tables: tuple[tuple[str, list[_Fields] | None], ...] = (
        ("thumbnail", _appearances(plan.thumbnail)),
        ("title", _appearances(plan.title)),
        (
            "redactions",
            None
            if plan.redactions is None
            else [
                (("kind", item.kind), ("person", item.person), ("range", _range(item.edit)))
                for item in plan.redactions
            ],
        ),
        (
            "complaints",
            None
            if plan.complaints is None
            else [
                (
                    ("received_at", item.received_at),
                    ("person", item.person),
                    ("remedy", item.remedy),
                )
                for item in plan.complaints
            ],
        ),
        (
            "doubts",
            None
            if plan.doubts is None
            else [
                (("person", item.person), ("cleared_by", item.cleared_by)) for item in plan.doubts
            ],
        ),
        (
            "disclosures",
            [(("range", _range(item.edit)), ("note", item.note)) for item in plan.disclosures],
        ),
        (
            "declared",
            [
                (
                    ("fact", item.fact),
                    ("is_true", item.is_true),
                    ("person", item.person),
                    ("note", item.note),
                )
                for item in plan.declared
            ],
        ),
        (
            "overrides",
            [
                (("rule", item.rule), ("reason", item.reason), ("person", item.person))
                for item in plan.overrides
            ],
        ),
    )
    # TOML takes what follows a table for a part of it: empty lists, which are plain, come first.
    stated = {"thumbnail", "title", "redactions", "complaints", "doubts"}
    for name, rows in tables:
        if rows == [] and name in stated:
            yield f"{name} = []"
    for name, rows in tables:
        for row in rows or ():
            yield ""
            yield f"[[{name}]]"
            yield from _table(row)


def _appearances(items: Iterable[Appearance] | None) -> list[_Fields] | None:
    if items is None:
        return None
    return [(("person", item.person), ("material", item.material)) for item in items]


_REQUIRED = frozenset({"sponsor", "source_platform"})
"""Texts of which an empty one says something."""


def _table(fields: _Fields) -> Iterator[str]:
    for name, value in fields:
        if value is None or (value in ("", ()) and name not in _REQUIRED):
            continue
        yield f"{name} = {_value(value)}"


def _value(value: _Stated) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, datetime):
        return format_instant(value)
    if isinstance(value, tuple):
        return f"[{', '.join(map(_text, value))}]"
    return _text(value)


def _text(text: str) -> str:
    return f'"{"".join(map(_letter, text))}"'


def _letter(letter: str) -> str:
    code = ord(letter)
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    return f"\\u{code:04x}" if code < _FIRST_PRINTABLE or code == _DELETE else letter


def _range(stretch: TimeRange | None) -> str | None:
    if stretch is None:
        return None
    first = Fraction(floor(stretch.start * _SCALE), _SCALE)
    last = Fraction(ceil(stretch.end * _SCALE), _SCALE)
    return f"{format_time(first, decimals=_DECIMALS)}-{format_time(last, decimals=_DECIMALS)}"
