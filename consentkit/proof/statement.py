"""Signed statements: one log entry in a JSON file that anybody can verify.

A statement of what was done after a permission ended is an entry of the creator's log, as a receipt
is: the issuer signs it, the log proof shows that it was entered. The file holds that entry with all
it hides, and nothing about others. The entry of a decision on publishing is handed out likewise,
shown or hidden.
Form: ``resources/specs/publication-1.md``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from typing_extensions import override

from consentkit.domain.report import Outcome, VerificationReport
from consentkit.kernel.errors import MalformedError, VerificationError
from consentkit.kernel.timebase import format_instant
from consentkit.proof.claims import Claims, read_claims
from consentkit.proof.findings import Findings
from consentkit.proof.identity import short_id
from consentkit.tlog.merkle import leaf_hash
from consentkit.tlog.note import parse_verifier_key
from consentkit.tlog.tlog_proof import parse_tlog_proof, verify_tlog_proof
from consentkit.wire import jose, sd_jwt
from consentkit.wire.canonical_json import JSONValue, encode_json, parse_json_object

SCHEMA = "consentkit.statement/1"
KIND = "statement"
"""Kind of the log entry, and name of the claim that holds the statement."""

STATEMENT_MAX_BYTES = 1024 * 1024
"""A statement about a hundred videos has some 60 KiB."""

DECISION = "gate"
"""Kind of the entry of a decision on publishing; its claim may stay hidden."""

_MEMBERS = frozenset({"schema", "entry", "log_proof", "log_key", "issuer_key"})


@dataclass(frozen=True, slots=True)
class StatementFile:
    """The parts of a statement's file, unchecked.

    Attributes:
        entry: SD-JWT with every disclosure.
        log_proof: C2SP proof that the entry is in the log.
        log_key: Verifier key of the log.
        issuer_key: Public key that signed the entry.
    """

    entry: str
    log_proof: str
    log_key: str
    issuer_key: Mapping[str, JSONValue]


class StatementReport(VerificationReport):
    """What the verification of a statement found."""

    @property
    @override
    def holds(self) -> bool:
        """Whether file, signature and log passed; a statement needs no time token."""
        passed = {check.code for check in self.checks if check.outcome is Outcome.PASSED}
        is_whole = all(check.outcome is not Outcome.FAILED for check in self.checks)
        return is_whole and {"integrity", "issuer", "statement", "log"} <= passed


def encode_statement(parts: StatementFile) -> bytes:
    """Return the file's bytes."""
    return encode_json({
        "schema": SCHEMA,
        "entry": parts.entry,
        "log_proof": parts.log_proof,
        "log_key": parts.log_key,
        "issuer_key": dict(parts.issuer_key),
    })


def parse_statement(untrusted: bytes) -> StatementFile:
    """Return the parts of a statement's file; nothing of it is checked yet.

    Raises:
        LimitError: It is larger than statements are.
        MalformedError: It is no statement, or one of another version (``statement.form``).
    """
    content = parse_json_object(untrusted, max_bytes=STATEMENT_MAX_BYTES)
    if content.get("schema") != SCHEMA or set(content) != _MEMBERS:
        raise MalformedError("statement.form")
    entry, proof, key = (content[name] for name in ("entry", "log_proof", "log_key"))
    issuer = content["issuer_key"]
    if not (
        isinstance(entry, str)
        and isinstance(proof, str)
        and isinstance(key, str)
        and isinstance(issuer, dict)
        and f"{entry}{key}".isascii()
    ):
        raise MalformedError("statement.form")
    return StatementFile(entry, proof, key, issuer)


def verify_statement(
    untrusted: bytes, *, now: datetime, known_issuers: Mapping[str, str] | None = None
) -> StatementReport:
    """Return what a statement from outside shows, check by check.

    Lines: ``integrity``, ``issuer``, ``issuer.known``, ``statement``, ``log``, ``time``.

    Args:
        untrusted: The file's bytes.
        now: The present.
        known_issuers: RFC 7638 thumbprints of known issuers, each with what they are called.
    """
    found = Findings()
    parts: StatementFile | None = None
    with found.checking("integrity"):
        parts = parse_statement(untrusted)
        found.passed("integrity")
    if parts is None:
        for code in ("issuer", "statement", "log"):
            found.open(code, "needs.integrity")
        return StatementReport(tuple(found.checks))
    _check_issuer(parts, found, known_issuers or {})
    _check_claims(parts, found, now)
    _check_log(parts, found)
    found.open("time", "time.none")
    claims = _flat(found.claims) if found.claims is not None else {}
    return StatementReport(tuple(found.checks), claims=claims)


def _check_issuer(parts: StatementFile, found: Findings, known: Mapping[str, str]) -> None:
    thumbprint = ""
    with found.checking("issuer"):
        thumbprint = jose.thumbprint(parts.issuer_key)
        issuer_jwt = parts.entry.split("~", 1)[0]
        signed = jose.verify_es256(issuer_jwt, parts.issuer_key)
        if signed.header.get("typ") != sd_jwt.RECEIPT_TYPE:
            raise VerificationError("sd-jwt.type")
        found.issuer_jwt = issuer_jwt
        found.passed("issuer", fingerprint=thumbprint, proof=short_id(issuer_jwt))
    if not found.issuer_jwt:
        found.open("issuer.known", "needs.issuer")
    elif thumbprint in known:
        found.passed("issuer.known", fingerprint=thumbprint, label=known[thumbprint])
    else:
        found.open("issuer.known", "issuer.unknown", fingerprint=thumbprint)


def _check_claims(parts: StatementFile, found: Findings, now: datetime) -> None:
    if not found.issuer_jwt:
        found.open("statement", "needs.issuer")
        return
    with found.checking("statement"):
        verified = sd_jwt.verify(parts.entry, parts.issuer_key, now=now)
        claims = read_claims(verified.claims)
        is_said = bool(claims.whole.child(claims.kind).members)
        if claims.kind not in {KIND, DECISION} or (claims.kind == KIND and not is_said):
            raise VerificationError("statement.kind")
        facts = {"kind": claims.kind}
        if claims.issued_at is not None:
            facts["claimed_at"] = format_instant(claims.issued_at)
        found.claims = claims
        found.passed("statement", **facts)


def _check_log(parts: StatementFile, found: Findings) -> None:
    if found.claims is None:
        found.open("log", "needs.statement")
        return
    with found.checking("log"):
        if parts.log_key != found.claims.log_key:
            raise VerificationError("log.other-key")
        key = parse_verifier_key(parts.log_key)
        if found.claims.issuer != key.name:
            raise VerificationError("log.origin")
        proof = parse_tlog_proof(parts.log_proof.encode())
        leaf = leaf_hash(found.issuer_jwt.encode("ascii"))
        verified = verify_tlog_proof(proof, leaf, key, ())
        found.passed(
            "log",
            origin=verified.checkpoint.origin,
            index=str(proof.index),
            size=str(verified.checkpoint.size),
        )


def _flat(claims: Claims) -> dict[str, str]:
    """Return what the statement says under paths, ``items.0.measure``."""
    found: dict[str, str] = {}

    def walk(path: str, value: JSONValue) -> None:
        if isinstance(value, dict):
            for name, inner in value.items():
                walk(f"{path}.{name}" if path else name, inner)
        elif isinstance(value, list):
            for place, inner in enumerate(value):
                walk(f"{path}.{place}", inner)
        elif isinstance(value, bool):
            found[path] = "true" if value else "false"
        elif value is not None:
            found[path] = str(value)

    walk("", dict(claims.whole.child(claims.kind).members))
    return found
