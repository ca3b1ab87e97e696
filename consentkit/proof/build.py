"""Making a proof: the disclosed receipt and all that shows it to be what it claims, in one file.

What would not verify is not written: every part is checked against the others before.
"""

import contextlib
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from consentkit.domain.evidence import EvidenceKind, Fact, Grade
from consentkit.kernel.digest import file_sha256_hex, sha256_hex
from consentkit.kernel.durable import durable_writer, resource_error
from consentkit.kernel.errors import VerificationError
from consentkit.kernel.progress import CancelToken, Progress, silent
from consentkit.proof import bundle
from consentkit.proof.age_files import encrypt_chunks, encrypt_file
from consentkit.proof.bundle import MemberSource, bundle_chunks
from consentkit.proof.certificate import CertificateContent, StampedTime, render_certificate
from consentkit.proof.claims import Claims, read_claims
from consentkit.proof.facts import has_hidden_permissions, not_proven
from consentkit.proof.identity import is_demonstration, short_id
from consentkit.proof.instructions import InstructionContent, verify_text
from consentkit.proof.verify_recording import ingest_recording, prove_earlier
from consentkit.timestamping.consent_number import verify_digits
from consentkit.timestamping.rfc3161 import verify_reply
from consentkit.tlog.merkle import leaf_hash
from consentkit.tlog.note import parse_verifier_key
from consentkit.tlog.tlog_proof import TlogProof, parse_tlog_proof, verify_tlog_proof
from consentkit.wire import jose, sd_jwt
from consentkit.wire.canonical_json import JSONValue, encode_json


@dataclass(frozen=True, slots=True)
class ProofToken:
    """A time token that goes into a proof.

    Attributes:
        reply: The authority's whole reply, DER.
        authority: Its name for people; the name in its certificate where this is empty.
        is_demonstration: It comes from a demonstration authority; also taken from its certificate.
    """

    reply: bytes
    authority: str = ""
    is_demonstration: bool = False


@dataclass(frozen=True, slots=True)
class NumberToken:
    """The token the consent number was derived from.

    Attributes:
        token: The token.
        data: What it is about, byte for byte: an earlier checkpoint.
    """

    token: ProofToken
    data: bytes


@dataclass(frozen=True, slots=True)
class ProofExcerpt:
    """The excerpt that goes into a proof.

    Attributes:
        source: Its content, or the file that holds it; must not change meanwhile.
        extension: "mp4", "mkv" and so on, without a dot.
        sha256: Digest of its content, as the receipt names it.
        packet_proof: JSON text of the proof that its packets are the recording's.
        recipients: age recipients it is sealed to inside the bundle; empty leaves it open.
    """

    source: bytes | Path
    extension: str
    sha256: str
    packet_proof: str = ""
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProofRecording:
    """The log entry that a recording's adding made.

    Attributes:
        entry: The entry's SD-JWT in compact form, its claim ``recording`` disclosed.
        log_proof: C2SP tlog-proof of it, under the checkpoint of the receipt's proof.
    """

    entry: str
    log_proof: bytes


@dataclass(frozen=True, slots=True)
class ProofInput:
    """All that a proof is made of.

    Attributes:
        receipt: The SD-JWT in compact form with the disclosures chosen for this proof.
        log_proof: C2SP tlog-proof of the receipt's issuer-signed part.
        checkpoint: The signed checkpoint the proof leads to, which was timestamped.
        log_key: Verifier key of the log, as the receipt's claim ``log`` has it.
        issuer_jwk: Public key of the issuer.
        tokens: Time tokens over ``checkpoint``, at most nine.
        time_roots: Roots the tokens lead to, PEM, for whoever checks with openssl.
        grade: Grade the facts support.
        facts: Facts that hold.
        languages: Languages of the certificate, one page each.
        excerpt: The excerpt; None where only its digest is shown.
        number: The token the consent number comes from, if it does.
        recording: The entry of the excerpt's recording; None where it is not known or not shown.
    """

    receipt: str
    log_proof: bytes
    checkpoint: bytes
    log_key: str
    issuer_jwk: Mapping[str, JSONValue]
    tokens: tuple[ProofToken, ...]
    time_roots: tuple[str, ...]
    grade: Grade
    facts: frozenset[Fact]
    languages: tuple[str, ...] = ("en",)
    excerpt: ProofExcerpt | None = None
    number: NumberToken | None = None
    recording: ProofRecording | None = None


@dataclass(frozen=True, slots=True)
class BuiltProof:
    """A proof that was written.

    Attributes:
        short_id: Short identifier, as printed on the certificate.
        sha256: Digest of the file, hexadecimal.
        size_bytes: Its size.
    """

    short_id: str
    sha256: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class _Checked:
    """What was learnt from the parts while they were held against each other."""

    claims: Claims
    hidden_at: tuple[sd_jwt.Path, ...]
    issuer_jwt: str
    thumbprint: str
    log_proof: TlogProof
    log_size: int
    tokens: tuple[StampedTime, ...]
    number: StampedTime | None


def build_proof(
    content: ProofInput,
    out: Path,
    *,
    recipients: tuple[str, ...] = (),
    progress: Progress = silent,
    cancel: CancelToken | None = None,
) -> BuiltProof:
    """Write the proof to ``out``, whole or not at all.

    An open proof of the same content has the same bytes every time; what is sealed to recipients
    has not, because every sealing draws a new key.

    Args:
        content: What it is made of.
        out: Where it goes: ``NAME.consentproof``, with recipients ``NAME.consentproof.age``.
        recipients: age recipients the whole proof is sealed to.
        progress: Told of bytes written, step ``proof.write``.
        cancel: Looked at once a mebibyte.

    Raises:
        InputError: A part is not to its format, too large, or cannot be read.
        VerificationError: The parts do not fit together; such a proof would not verify.
        ResourceError: The disk or the typesetter failed; ``out`` is as before.
        Cancelled: A stop was asked for; ``out`` is as before.
    """
    checked = _check(content, cancel)
    with contextlib.ExitStack() as stack:
        excerpt = _excerpt_member(content.excerpt, out.parent, stack, cancel)
        members = [*_members(content, checked, excerpt), *([excerpt] if excerpt else [])]
        chunks = bundle_chunks(members, progress, cancel)
        with durable_writer(out) as stream:
            if recipients:
                encrypt_chunks(chunks, stream, recipients)
            else:
                for chunk in chunks:
                    stream.write(chunk)
    try:
        size = out.stat().st_size
    except OSError as exc:
        raise resource_error(exc) from exc
    return BuiltProof(short_id(checked.issuer_jwt), file_sha256_hex(out), size)


def _check(content: ProofInput, cancel: CancelToken | None) -> _Checked:
    receipt = sd_jwt.verify(content.receipt, content.issuer_jwk)
    claims = read_claims(receipt.claims)
    key = parse_verifier_key(content.log_key)
    if claims.log_key != content.log_key or claims.issuer != key.name:
        raise VerificationError("receipt.other-log")
    issuer_jwt = content.receipt.split("~", 1)[0]
    proof = parse_tlog_proof(content.log_proof)
    verified = verify_tlog_proof(proof, leaf_hash(issuer_jwt.encode("ascii")), key)
    if proof.checkpoint != content.checkpoint:
        raise VerificationError("log.other-checkpoint")
    number = None
    if content.number is not None:
        number = _stamped(content.number.token, content.number.data)
        reply = content.number.token.reply
        token = verify_reply(
            reply, content.number.data, content.time_roots, is_trust_required=False
        )
        if token.token_sha256 != claims.number_token_sha256:
            raise VerificationError("number.other-token")
        verify_digits(claims.number_digits, reply, token)
    if content.recording is not None:
        _check_recording(content, content.recording, claims, proof.index)
    if content.excerpt is not None:
        _check_excerpt(content.excerpt, claims, cancel)
    return _Checked(
        claims,
        receipt.hidden_at,
        issuer_jwt,
        jose.thumbprint(content.issuer_jwk),
        proof,
        verified.checkpoint.size,
        tuple(_stamped(token, content.checkpoint) for token in content.tokens),
        number,
    )


def _check_recording(
    content: ProofInput, recording: ProofRecording, claims: Claims, index: int
) -> None:
    named = ingest_recording(recording.entry, dict(content.issuer_jwk), claims)
    if named not in claims.recordings:
        raise VerificationError("recording.other")
    prove_earlier(
        recording.entry,
        recording.log_proof,
        parse_verifier_key(content.log_key),
        checkpoint=content.checkpoint,
        before=index,
    )


def _stamped(token: ProofToken, data: bytes) -> StampedTime:
    found = verify_reply(token.reply, data, (), is_trust_required=False)
    return StampedTime(
        token.authority or found.authority,
        found.gen_time,
        token.is_demonstration or is_demonstration(found.authority),
    )


def _check_excerpt(excerpt: ProofExcerpt, claims: Claims, cancel: CancelToken | None) -> None:
    if isinstance(excerpt.source, bytes):
        digest = sha256_hex(excerpt.source)
    else:
        digest = file_sha256_hex(excerpt.source, cancel=cancel)
    if digest != excerpt.sha256:
        raise VerificationError("excerpt.digest")
    named = [item.sha256 for item in claims.evidence if item.kind == EvidenceKind.EXCERPT.value]
    if named and digest not in named:
        raise VerificationError("excerpt.other")


def _excerpt_member(
    excerpt: ProofExcerpt | None,
    folder: Path,
    stack: contextlib.ExitStack,
    cancel: CancelToken | None,
) -> MemberSource | None:
    if excerpt is None:
        return None
    if not excerpt.recipients:
        return MemberSource(bundle.excerpt_name(excerpt.extension), excerpt.source)
    # Only what is sealed already touches the disk here.
    try:
        private = stack.enter_context(tempfile.TemporaryDirectory(prefix=".part-", dir=folder))
    except OSError as exc:
        raise resource_error(exc) from exc
    sealed = Path(private) / "excerpt.age"
    encrypt_file(excerpt.source, sealed, excerpt.recipients, cancel)
    return MemberSource(bundle.excerpt_name("age"), sealed)


def _members(
    content: ProofInput, checked: _Checked, excerpt: MemberSource | None
) -> Iterator[MemberSource]:
    jwk = {**jose.parse_public_jwk(content.issuer_jwk)[1], "kid": checked.thumbprint}
    yield MemberSource(bundle.RECEIPT, content.receipt.encode("ascii"))
    yield MemberSource(bundle.LOG_PROOF, content.log_proof)
    yield MemberSource(bundle.CHECKPOINT, content.checkpoint)
    yield MemberSource(bundle.LOG_KEY, f"{content.log_key}\n".encode("ascii"))
    yield MemberSource(bundle.ISSUER_KEY, encode_json(jwk))
    for place, token in enumerate(content.tokens, 1):
        yield MemberSource(bundle.token_name(place), token.reply)
    if content.time_roots:
        roots = dict.fromkeys(root.strip() for root in content.time_roots)
        yield MemberSource(bundle.TIME_ROOTS, ("\n".join(roots) + "\n").encode("ascii"))
    if content.number is not None:
        yield MemberSource(bundle.NUMBER_TOKEN, content.number.token.reply)
        yield MemberSource(bundle.NUMBER_DATA, content.number.data)
    if content.recording is not None:
        yield MemberSource(bundle.RECORDING, content.recording.entry.encode("ascii"))
        yield MemberSource(bundle.RECORDING_PROOF, content.recording.log_proof)
    if content.excerpt is not None and content.excerpt.packet_proof:
        yield MemberSource(bundle.EXCERPT_PROOF, content.excerpt.packet_proof.encode())
    yield MemberSource(bundle.INSTRUCTIONS, _instructions(content, checked, excerpt))
    yield MemberSource(bundle.CERTIFICATE, _certificate(content, checked))


def _instructions(content: ProofInput, checked: _Checked, excerpt: MemberSource | None) -> bytes:
    return verify_text(
        InstructionContent(
            short_id=short_id(checked.issuer_jwt),
            thumbprint=checked.thumbprint,
            tokens=checked.tokens,
            number=checked.number,
            number_digits=checked.claims.number_digits,
            excerpt_member=excerpt.name if excerpt else "",
            excerpt_sha256=content.excerpt.sha256 if content.excerpt else "",
            has_recording=content.recording is not None,
        )
    )


def _certificate(content: ProofInput, checked: _Checked) -> bytes:
    has_named_excerpt = any(
        item.kind == EvidenceKind.EXCERPT.value for item in checked.claims.evidence
    )
    if content.excerpt is None:
        excerpt = "digest" if has_named_excerpt else "none"
    else:
        excerpt = "sealed" if content.excerpt.recipients else "included"
    return render_certificate(
        CertificateContent(
            short_id=short_id(checked.issuer_jwt),
            claims=checked.claims,
            grade=content.grade,
            facts=content.facts,
            not_proven=not_proven(
                content.facts,
                has_excerpt=content.excerpt is not None,
                has_time=any(not token.is_demonstration for token in checked.tokens),
                has_hidden_fields=bool(checked.hidden_at),
                has_hidden_permissions=has_hidden_permissions(checked.claims, checked.hidden_at),
            ),
            tokens=checked.tokens,
            log_index=checked.log_proof.index,
            log_size=checked.log_size,
            issuer_thumbprint=checked.thumbprint,
            excerpt=excerpt,
        ),
        content.languages,
    )
