"""Policy packs as TOML files.

::

    id = "core"
    version = "1"

    [titles]                         # one text each in en, id and ru; so too [disclaimers]
    en = "Consent before publication"

    [[rule]]                         # the first is the gravest
    id = "core.no-consent"
    predicate = "no-record"          # one of domain.clearance_rules.PREDICATES
    verdict = "blocked"              # not milder than the predicate's mildest
    sources = ["YouTube Help 9229229"]
    [rule.texts]
    en = "No permission is recorded for this person."

An error names the line, or the field as in ``rule[3].verdict``.
"""

import re
import tomllib

import msgspec

from consentkit.domain.policy import PolicyPack, PolicyRule, Verdict
from consentkit.kernel.errors import InputError, LimitError, MalformedError
from consentkit.kernel.limits import POLICY_PACK_MAX_BYTES

_LINE = re.compile(r"at line (\d+)")
_FIELD = re.compile(r"at `\$\.?([A-Za-z0-9_.\[\]]*)`")


class _Rule(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    id: str
    predicate: str
    verdict: Verdict
    sources: tuple[str, ...]
    texts: dict[str, str]


class _File(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    id: str
    version: str
    titles: dict[str, str]
    disclaimers: dict[str, str]
    rule: tuple[_Rule, ...]


def parse_policy_pack(untrusted: bytes) -> PolicyPack:
    """Return the pack a file holds, not yet checked against the predicates.

    Raises:
        LimitError: It is longer than any pack.
        MalformedError: It is no TOML (``policy.toml`` with the fact ``line``), a field is missing,
            unknown or of another kind (``policy.fields`` with ``field``), or a text or id could
            not be (with ``field``).
    """
    if len(untrusted) > POLICY_PACK_MAX_BYTES:
        raise LimitError("policy.too-long", limit=POLICY_PACK_MAX_BYTES)
    try:
        table = tomllib.loads(untrusted.decode("utf-8"))
    except (ValueError, RecursionError) as exc:
        line = _LINE.search(str(exc))
        raise MalformedError("policy.toml", line=int(line[1]) if line else None) from exc
    try:
        read = msgspec.convert(table, _File)
    except msgspec.ValidationError as exc:
        field = _FIELD.search(str(exc))
        raise MalformedError("policy.fields", field=field[1] if field else "") from exc
    return PolicyPack(
        read.id,
        read.version,
        tuple(read.titles.items()),
        tuple(read.disclaimers.items()),
        tuple(_rule(place, item) for place, item in enumerate(read.rule)),
    )


def _rule(place: int, item: _Rule) -> PolicyRule:
    try:
        return PolicyRule(
            item.id, item.predicate, item.verdict, item.sources, tuple(item.texts.items())
        )
    except InputError as exc:
        raise MalformedError(exc.code, field=f"rule[{place}]") from exc
