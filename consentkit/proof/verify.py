"""Checking a proof somebody hands over: one line per check, each standing for itself.

Nothing inside the bundle is trusted because it is there: roots of time authorities, known issuers
and witnesses come from whoever verifies. "Unknown" and "broken" stay apart: what is sound but by
nobody we know is ``NOT_CHECKED``, what does not hold is ``FAILED``.

Lines, in their order: ``integrity``, ``issuer``, ``issuer.known``, ``receipt``, ``log``,
``recording``, ``time.N`` (or ``time``), ``number``, ``partner``, ``excerpt``,
``excerpt.recording``, ``evidence``, ``term``, ``grade``. A line whose ground is missing is
``NOT_CHECKED`` with the reason ``needs.<line>``.
"""

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from consentkit.domain.evidence import Fact, Grade, grade_of
from consentkit.domain.report import VerificationReport
from consentkit.kernel.digest import sha256_hex
from consentkit.kernel.errors import (
    InputError,
    MalformedError,
    VerificationError,
)
from consentkit.kernel.progress import CancelToken, Progress, silent
from consentkit.kernel.timebase import format_instant
from consentkit.proof import bundle
from consentkit.proof.age_files import (
    SEALED_PROOF_MAX_BYTES,
    VERSION_LINE,
    opened_in_memory,
)
from consentkit.proof.bundle_reader import BundleReader
from consentkit.proof.claims import Claims, read_claims
from consentkit.proof.facts import Shown, facts_shown, has_hidden_permissions, not_proven
from consentkit.proof.findings import Findings
from consentkit.proof.identity import is_demonstration, short_id
from consentkit.proof.verify_consistency import later_than, verify_consistency
from consentkit.proof.verify_excerpt import CheckExcerpt, verify_excerpt
from consentkit.proof.verify_recording import verify_recording
from consentkit.timestamping.consent_number import derive_digits, verify_digits
from consentkit.timestamping.rfc3161 import TimeToken, token_der, verify_reply
from consentkit.tlog.merkle import leaf_hash
from consentkit.tlog.note import VerifierKey, parse_verifier_key
from consentkit.tlog.tlog_proof import parse_tlog_proof, verify_tlog_proof
from consentkit.wire import jose, sd_jwt
from consentkit.wire.canonical_json import JSONValue, parse_json_object

_VALUE_CHARS = 300


@dataclass(frozen=True, slots=True)
class Trust:
    """What whoever verifies trusts, from outside the bundle.

    Attributes:
        roots: Roots of time authorities, PEM or DER.
        issuers: Thumbprints of issuers' keys that are known, each with what they are called.
        witnesses: Verifier keys of witnesses.
    """

    roots: Sequence[bytes | str] = ()
    issuers: Mapping[str, str] = field(default_factory=dict)
    witnesses: Sequence[str] = ()


def verify_proof(
    path: Path,
    *,
    trusted_roots: Sequence[bytes | str],
    now: datetime,
    known_issuers: Mapping[str, str] | None = None,
    trusted_witnesses: Sequence[str] = (),
    identities: Sequence[str] = (),
    check_excerpt: CheckExcerpt | None = None,
    progress: Progress = silent,
    cancel: CancelToken | None = None,
) -> VerificationReport:
    """Return what a proof from outside shows, check by check.

    A sealed proof (``.consentproof.age``) is opened in memory, and so is a sealed excerpt. Nothing
    is written here; ``check_excerpt`` is given the open excerpt and may write it for its decoder.

    Args:
        path: The proof; nothing about it is trusted.
        trusted_roots: Roots of time authorities that count, PEM or DER. Those inside never do.
        now: The present; receipts that ran out are refused against it.
        known_issuers: RFC 7638 thumbprints of known issuers, each with what they are called.
        trusted_witnesses: Verifier keys of witnesses that count.
        identities: age identities, for sealed proofs and sealed excerpts.
        check_excerpt: Holds the excerpt against the packets of the recording; without it that line
            is not checked.
        progress: Told of bytes read, step ``proof.read``.
        cancel: Looked at once a mebibyte.

    Raises:
        InputError: The file cannot be opened, or is sealed and no identity was given
            (``proof.sealed``).
        VerificationError: No identity opens a sealed proof (``age.not-opened``).
        ResourceError: Reading broke off.
        Cancelled: A stop was asked for.
    """
    trust = Trust(trusted_roots, known_issuers or {}, trusted_witnesses)
    found = Findings()
    with contextlib.ExitStack() as stack:
        try:
            stream = stack.enter_context(_opened(path, identities, cancel))
        except OSError as exc:
            raise InputError("file.unreadable") from exc
        reader: BundleReader | None = None
        with found.checking("integrity"):
            reader = stack.enter_context(BundleReader(stream, progress, cancel))
            found.passed("integrity", members=str(len(reader.members)))
        if reader is None:
            for code in ("issuer", "receipt", "log", "time"):
                found.open(code, "needs.integrity")
            return VerificationReport(tuple(found.checks))
        _check_issuer(reader, found, trust)
        _check_receipt(reader, found, now)
        _check_log(reader, found, trust)
        _check_recording(reader, found)
        _check_times(reader, found, trust)
        _check_number(reader, found, trust)
        _check_partner(reader, found)
        verify_excerpt(reader, found, check_excerpt, identities, cancel)
        verify_consistency(found, now)
        return _report(reader, found)


@contextlib.contextmanager
def _opened(
    path: Path, identities: Sequence[str], cancel: CancelToken | None
) -> Iterator[BinaryIO]:
    with path.open("rb") as stream:
        is_sealed = stream.read(len(VERSION_LINE)) == VERSION_LINE
        if not is_sealed:
            yield stream
            return
    if not identities:
        raise InputError("proof.sealed")
    with opened_in_memory(
        path, identities, max_bytes=SEALED_PROOF_MAX_BYTES, cancel=cancel
    ) as memory:
        yield memory


def _text(data: bytes, code: str) -> str:
    try:
        return data.decode("ascii")
    except UnicodeDecodeError as exc:
        raise MalformedError(code) from exc


def _issuer_key(reader: BundleReader) -> dict[str, JSONValue]:
    return parse_json_object(reader.read(bundle.ISSUER_KEY))


def _check_issuer(reader: BundleReader, found: Findings, trust: Trust) -> None:
    thumbprint = ""
    with found.checking("issuer"):
        jwk = _issuer_key(reader)
        thumbprint = jose.thumbprint(jwk)
        receipt = _text(reader.read(bundle.RECEIPT), "receipt.not-ascii")
        issuer_jwt = receipt.split("~", 1)[0]
        signed = jose.verify_es256(issuer_jwt, jwk)
        if signed.header.get("typ") != sd_jwt.RECEIPT_TYPE:
            raise VerificationError("sd-jwt.type")
        if jwk.get("kid") != thumbprint or signed.header.get("kid", thumbprint) != thumbprint:
            raise VerificationError("issuer.key-name")
        found.issuer_jwt = issuer_jwt
        found.passed("issuer", fingerprint=thumbprint, proof=short_id(issuer_jwt))
    if not found.issuer_jwt:
        found.open("issuer.known", "needs.issuer")
    elif thumbprint in trust.issuers:
        found.is_issuer_known = True
        found.passed("issuer.known", fingerprint=thumbprint, label=trust.issuers[thumbprint])
    else:
        found.open("issuer.known", "issuer.unknown", fingerprint=thumbprint)


def _check_receipt(reader: BundleReader, found: Findings, now: datetime) -> None:
    if not found.issuer_jwt:
        found.open("receipt", "needs.issuer")
        return
    with found.checking("receipt"):
        receipt = _text(reader.read(bundle.RECEIPT), "receipt.not-ascii")
        verified = sd_jwt.verify(receipt, _issuer_key(reader), now=now)
        claims = read_claims(verified.claims)
        facts = {"disclosed": str(len(verified.disclosed)), "hidden": str(verified.hidden)}
        if verified.key_binding is not None:
            facts["audience"] = verified.key_binding.audience
        if claims.issued_at is not None:
            facts["claimed_at"] = format_instant(claims.issued_at)
        found.claims = claims
        found.hidden_at = verified.hidden_at
        found.passed("receipt", kind=claims.kind, **facts)


def _log_key(reader: BundleReader, claims: Claims) -> VerifierKey:
    """Return the log's key, which the signed receipt names too, so that no other can be put in."""
    vkey = _text(reader.read(bundle.LOG_KEY), "note.key")
    if not vkey.endswith("\n") or vkey[:-1] != claims.log_key:
        raise VerificationError("log.other-key")
    key = parse_verifier_key(vkey[:-1])
    if claims.issuer != key.name:
        raise VerificationError("log.origin")
    return key


def _check_log(reader: BundleReader, found: Findings, trust: Trust) -> None:
    if found.claims is None:
        found.open("log", "needs.receipt")
        return
    with found.checking("log"):
        key = _log_key(reader, found.claims)
        witnesses = [parse_verifier_key(vkey) for vkey in trust.witnesses]
        proof = parse_tlog_proof(reader.read(bundle.LOG_PROOF))
        leaf = leaf_hash(found.issuer_jwt.encode("ascii"))
        verified = verify_tlog_proof(proof, leaf, key, witnesses)
        found.checkpoint = reader.read(bundle.CHECKPOINT)
        if proof.checkpoint != found.checkpoint:
            raise VerificationError("log.other-checkpoint")
        found.is_logged = True
        found.log_index = proof.index
        found.is_witnessed = bool(verified.cosignatures)
        found.passed(
            "log",
            origin=verified.checkpoint.origin,
            index=str(proof.index),
            size=str(verified.checkpoint.size),
            witnesses=str(len(verified.cosignatures)),
        )


def _check_recording(reader: BundleReader, found: Findings) -> None:
    if found.claims is None or not found.is_logged:
        if reader.has(bundle.RECORDING):
            found.open("recording", "needs.log")
        return
    key = parse_verifier_key(found.claims.log_key)
    verify_recording(reader, found, _issuer_key(reader), key)


def _token_facts(token: TimeToken) -> dict[str, str]:
    return {
        "authority": token.authority[:_VALUE_CHARS],
        "time": format_instant(token.gen_time),
        "demonstration": "yes" if is_demonstration(token.authority) else "no",
        "signer_sha256": token.signer_sha256,
    }


def _distrust(token: TimeToken) -> str:
    return "time.demonstration" if is_demonstration(token.authority) else "time.untrusted"


def _check_times(reader: BundleReader, found: Findings, trust: Trust) -> None:
    if not reader.token_names:
        found.open("time", "time.none")
    numbered = [bundle.token_name(place) for place in range(1, len(reader.token_names) + 1)]
    if list(reader.token_names) != numbered:
        # Names of tokens are no second place to hide a message in, or a choice among tokens.
        found.failed("time", "time.numbering")
        return
    for name in reader.token_names:
        code = f"time.{name.split('.')[1]}"
        if not found.is_logged:
            found.open(code, "needs.log")
            continue
        with found.checking(code):
            token = verify_reply(
                reader.read(name), found.checkpoint, trust.roots, is_trust_required=False
            )
            late = later_than(found.claims, token) if found.claims else ""
            if token.is_trusted and late:
                found.failed(code, late, **_token_facts(token))
            elif token.is_trusted:
                found.tokens.append(token)
                found.passed(code, **_token_facts(token))
            else:
                found.open(code, _distrust(token), **_token_facts(token))


def _check_number(reader: BundleReader, found: Findings, trust: Trust) -> None:
    """Hold the consent number against the token it follows from.

    Passed means: the number could not be known before that token's time.
    """
    claims = found.claims
    if not reader.has(bundle.NUMBER_TOKEN):
        if claims is not None and claims.number_token_sha256:
            found.open("number", "number.token-not-included")
        return
    if claims is None:
        found.open("number", "needs.receipt")
        return
    if not claims.number_digits:
        found.open("number", "number.not-disclosed")
        return
    with found.checking("number"):
        reply, data = reader.read(bundle.NUMBER_TOKEN), reader.read(bundle.NUMBER_DATA)
        token = verify_reply(reply, data, trust.roots, is_trust_required=False)
        if token.token_sha256 != claims.number_token_sha256:
            raise VerificationError("number.other-token")
        if derive_digits(token_der(reply)) != claims.number_digits:
            raise VerificationError("number.mismatch")
        if any(token.gen_time > other.gen_time for other in found.tokens):
            raise VerificationError("number.later-than-seal")
        if not token.is_trusted:
            found.open("number", _distrust(token), **_token_facts(token))
            return
        # Only a known root tells which parts of a token somebody could have added.
        verify_digits(claims.number_digits, reply, token)
        found.is_number_proved = not is_demonstration(token.authority)
        found.passed("number", digits=claims.number_digits, **_token_facts(token))


def _check_partner(reader: BundleReader, found: Findings) -> None:
    """Hold the partner's signature against this receipt; it never counts for more than not broken.

    The payload names the receipt by the SHA-256 of its issuer-signed part, the header carries the
    key. Nothing ties that key to the partner: whoever has the bundle can make one and sign with it.
    """
    if not reader.has(bundle.PARTNER):
        return
    if found.claims is None:
        found.open("partner", "needs.receipt")
        return
    with found.checking("partner"):
        untrusted = _text(reader.read(bundle.PARTNER), "jws.malformed")
        jwk = jose.split_jws(untrusted)[0].get("jwk")
        if not isinstance(jwk, dict):
            raise MalformedError("partner.no-key")
        payload = parse_json_object(jose.verify(untrusted, jwk).payload)
        if payload.get("receipt_sha256") != sha256_hex(found.issuer_jwt.encode("ascii")):
            raise VerificationError("partner.other-receipt")
        if jose.thumbprint(jwk) == jose.thumbprint(_issuer_key(reader)):
            raise VerificationError("partner.key-is-issuers")
        found.open("partner", "partner.unbound", fingerprint=jose.thumbprint(jwk))


def _facts(found: Findings, claims: Claims) -> frozenset[Fact]:
    authorities = frozenset(
        sha256_hex((token.anchor_pem or "").encode("ascii"))
        for token in found.tokens
        if not is_demonstration(token.authority)
    )
    return facts_shown(
        claims,
        Shown(
            is_logged=found.is_logged,
            authorities=authorities,
            is_recording_logged_first=found.is_recording_logged_first,
            is_excerpt_proved=found.is_excerpt_proved,
            is_number_proved=found.is_number_proved,
            is_witnessed=found.is_witnessed,
        ),
    )


def _report(reader: BundleReader, found: Findings) -> VerificationReport:
    claims = found.claims
    if claims is None:
        found.open("grade", "needs.receipt")
        return VerificationReport(tuple(found.checks))
    facts = _facts(found, claims)
    grade = grade_of(facts)
    shown = {
        "grade": grade.value,
        "claimed": claims.grade,
        "facts": " ".join(sorted(fact.value for fact in facts)),
    }
    order = [item.value for item in Grade]
    if claims.grade in order and order.index(claims.grade) < order.index(grade.value):
        # Not a fault: what the issuer keeps back cannot count here.
        found.open("grade", "grade.lower-here", **shown)
    else:
        found.passed("grade", **shown)
    return VerificationReport(
        checks=tuple(found.checks),
        grade=grade.value,
        claims=_flat(claims.whole.members),
        not_proven=not_proven(
            facts,
            has_excerpt=bool(reader.excerpt_names),
            has_time=any(not is_demonstration(token.authority) for token in found.tokens),
            is_issuer_known=found.is_issuer_known,
            has_hidden_fields=bool(found.hidden_at),
            has_hidden_permissions=has_hidden_permissions(claims, found.hidden_at),
        ),
    )


def _flat(members: Mapping[str, JSONValue]) -> dict[str, str]:
    """Return every disclosed value under its path, ``pii_principal.country``."""
    flat: dict[str, str] = {}

    def walk(path: str, value: JSONValue) -> None:
        if isinstance(value, dict):
            for name, inner in value.items():
                walk(f"{path}.{name}" if path else name, inner)
        elif isinstance(value, list):
            for place, inner in enumerate(value):
                walk(f"{path}.{place}", inner)
        elif isinstance(value, bool):
            flat[path] = "true" if value else "false"
        elif value is not None:
            flat[path] = str(value)

    walk("", dict(members))
    return flat
