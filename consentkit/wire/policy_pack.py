"""Policy packs as TOML files.

::

    id = "core"
    version = "1"

    [titles]                         # one text each in en, id and ru; so too [disclaimers]
    en = "Consent before publication"

    [applies]                        # when the gate rules are asked; may be left out
    platforms = ["youtube"]          # published there
    source_platforms = ["ometv"]     # the chat took place there
    countries = ["ID"]               # somebody lives there
    territories = ["ID"]             # published there; all of them are countries too

    [[rule]]                         # of a stretch; the first is the gravest
    id = "core.no-consent"
    predicate = "no-record"          # one of domain.clearance_rules.PREDICATES
    verdict = "blocked"              # not milder than the predicate's mildest
    sources = ["YouTube Help 9229229"]
    [rule.texts]
    en = "No permission is recorded for this person."

    [[gate]]                         # of the whole video with its plan
    id = "core.same-file"
    predicate = "same-file"          # one of domain.gate_predicates.GATE_PREDICATES
    severity = "block"               # or "warn", where the predicate allows it
    sources = ["ConsentKit"]
    remedies = ["check_again"]       # "override" among them: a signed reason sets it aside
    [gate.texts]
    en = "This is not the file that was checked."

An error names the line, and the field as in ``rule[3].verdict``.
"""

import msgspec

from consentkit.domain.gate_predicates import check_gate
from consentkit.domain.policy import (
    Applies,
    GateRule,
    PolicyPack,
    PolicyRule,
    Remedy,
    Severity,
    Verdict,
)
from consentkit.kernel.digest import sha256_hex
from consentkit.kernel.errors import InputError, LimitError, MalformedError
from consentkit.kernel.limits import POLICY_PACK_MAX_BYTES
from consentkit.wire.toml_lines import field_of, line_of, read_toml


class _Rule(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    id: str
    predicate: str
    verdict: Verdict
    sources: tuple[str, ...]
    texts: dict[str, str]


class _Gate(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    id: str
    predicate: str
    severity: Severity
    sources: tuple[str, ...]
    remedies: tuple[Remedy, ...]
    texts: dict[str, str]


class _Applies(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    platforms: tuple[str, ...] = ()
    source_platforms: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    territories: tuple[str, ...] = ()


class _File(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    id: str
    version: str
    titles: dict[str, str]
    disclaimers: dict[str, str]
    rule: tuple[_Rule, ...] = ()
    gate: tuple[_Gate, ...] = ()
    applies: _Applies = _Applies()


def parse_policy_pack(untrusted: bytes) -> PolicyPack:
    """Return the pack a file holds, not yet checked against the predicates.

    Raises:
        LimitError: It is longer than any pack.
        MalformedError: It is no TOML (``policy.toml`` with the fact ``line``), a field is missing,
            unknown or of another kind (``policy.fields``), or a text or id could not be; all of
            them with ``field`` and ``line``.
    """
    if len(untrusted) > POLICY_PACK_MAX_BYTES:
        raise LimitError("policy.too-long", limit=POLICY_PACK_MAX_BYTES)
    text, table = read_toml(untrusted, lambda line: MalformedError("policy.toml", line=line))
    try:
        read = msgspec.convert(table, _File)
    except msgspec.ValidationError as exc:
        field = field_of(exc)
        raise MalformedError("policy.fields", field=field, line=line_of(text, field)) from exc
    try:
        return _pack(read, sha256_hex(untrusted))
    except InputError as exc:
        raise _placed(exc, text) from exc


def parse_checked_pack(untrusted: bytes) -> PolicyPack:
    """Return the pack a file holds, whose rules name predicates and are not too mild for them.

    Raises:
        LimitError: It is longer than any pack.
        MalformedError: As ``parse_policy_pack`` and ``check_gate``, with ``line`` and ``field``.
    """
    pack = parse_policy_pack(untrusted)
    try:
        return check_gate(pack)
    except InputError as exc:
        raise _placed(exc, untrusted.decode("utf-8")) from exc


def _placed(error: InputError, text: str) -> MalformedError:
    """Return the error with the line of its field."""
    field = str(error.facts.get("field", ""))
    return MalformedError(error.code, field=field, line=line_of(text, field))


def _pack(read: _File, digest: str) -> PolicyPack:
    applies = read.applies
    return PolicyPack(
        read.id,
        read.version,
        tuple(read.titles.items()),
        tuple(read.disclaimers.items()),
        tuple(_rule(place, item) for place, item in enumerate(read.rule)),
        tuple(_gate(place, item) for place, item in enumerate(read.gate)),
        Applies(
            frozenset(applies.platforms),
            frozenset(applies.source_platforms),
            frozenset(applies.countries),
            frozenset(applies.territories),
        ),
        digest,
    )


def _rule(place: int, item: _Rule) -> PolicyRule:
    try:
        return PolicyRule(
            item.id, item.predicate, item.verdict, item.sources, tuple(item.texts.items())
        )
    except InputError as exc:
        raise MalformedError(exc.code, field=f"rule[{place}]") from exc


def _gate(place: int, item: _Gate) -> GateRule:
    try:
        return GateRule(
            item.id,
            item.predicate,
            item.severity,
            item.sources,
            tuple(item.texts.items()),
            item.remedies,
            Remedy.OVERRIDE in item.remedies,
        )
    except InputError as exc:
        raise MalformedError(exc.code, field=f"gate[{place}]") from exc
