"""Time-stamp requests, replies and tokens.

A reply that is *broken* (the signature does not hold, the imprint is another's, the certificate is
no time authority's) always raises. A reply that is sound but whose chain does not lead to a pinned
root is *untrusted*: it raises ``time.untrusted``, or is returned with ``anchor_pem`` None where the
caller asks for that.

Invariants:
    The signer is the certificate that SignerInfo names and ESSCertID(v2) pins, never "a
    certificate in the bag".
    Certificates are held against the token's own time: a chain that has expired since still proves
    what it proved.
    Every check builds its own verifier; rfc3161-client's builder shares roots between copies.

Source: RFC 3161, RFC 5652, RFC 5816.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from asn1crypto import core, tsp
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from consentkit.kernel.digest import sha256, sha256_hex
from consentkit.kernel.errors import MalformedError, VerificationError
from consentkit.timestamping.token_checks import (
    find_anchor,
    find_signer,
    has_surplus_parts,
    verify_authority,
    verify_imprint,
    verify_signature,
)
from consentkit.timestamping.token_parts import (
    UNREADABLE,
    TokenParts,
    check_der,
    granting_reply,
    parse_reply,
)


@dataclass(frozen=True, slots=True)
class TimeToken:
    """What a verified token says.

    Attributes:
        gen_time: The data existed before this instant; UTC.
        authority: Subject of the signer's certificate, its common name where it has one.
        serial_number: Number the authority gave the token.
        policy: Object identifier of the authority's policy, dotted.
        signer_sha256: SHA-256 of the signer's certificate, hexadecimal.
        token_sha256: SHA-256 of the token's DER, hexadecimal; consent numbers come from it.
        accuracy_s: Seconds the authority's clock may be off by its own word; 0 when it says none.
        anchor_pem: The pinned root the chain leads to, or None when it leads to none of them.
        has_surplus: The token carries unsigned parts beyond the signer's own chain. Whoever adds
            such parts can choose the digest of the token, so no consent number may come from it.
    """

    gen_time: datetime
    authority: str
    serial_number: int
    policy: str
    signer_sha256: str
    token_sha256: str
    accuracy_s: float
    anchor_pem: str | None
    has_surplus: bool

    @property
    def is_trusted(self) -> bool:
        """Whether the chain leads to a pinned root."""
        return self.anchor_pem is not None


def build_request(data: bytes, nonce: int) -> bytes:
    """Return the DER of a request over the SHA-256 of ``data`` that asks for the chain.

    Args:
        data: What is to be stamped, such as a checkpoint file's bytes.
        nonce: 64 random bits drawn by the caller, above 0.

    Raises:
        MalformedError: ``time.nonce``: the nonce is out of range.
    """
    if not 0 < nonce < 2**64:
        raise MalformedError("time.nonce")
    return bytes(
        tsp.TimeStampReq({
            "version": "v1",
            "message_imprint": {
                "hash_algorithm": {"algorithm": "sha256", "parameters": core.Null()},
                "hashed_message": sha256(data),
            },
            "nonce": nonce,
            "cert_req": True,
        }).dump()
    )


def token_der(untrusted_reply: bytes) -> bytes:
    """Return the token inside a reply, byte for byte; nothing of it is checked.

    Raises:
        MalformedError: ``time.malformed``.
        LimitError: ``time.too-long``.
        VerificationError: ``time.rejected``: the reply has no token.
    """
    return parse_reply(untrusted_reply).token_der


def wrap_token(untrusted_token: bytes) -> bytes:
    """Return a reply around a bare token, so that it can be verified and stored as one.

    Raises:
        MalformedError: ``time.malformed``.
        LimitError: ``time.too-long``.
    """
    check_der(untrusted_token)
    return granting_reply(untrusted_token)


def load_certificate(source: bytes | str) -> x509.Certificate:
    """Return the certificate in PEM or DER.

    Raises:
        MalformedError: ``time.root``: it is no certificate.
    """
    data = source.encode("ascii", "replace") if isinstance(source, str) else source
    try:
        if data.lstrip().startswith(b"-----BEGIN"):
            return x509.load_pem_x509_certificate(data)
        return x509.load_der_x509_certificate(data)
    except ValueError as exc:
        raise MalformedError("time.root") from exc


def verify_reply(
    untrusted_reply: bytes,
    data: bytes,
    roots: Sequence[bytes | str],
    *,
    nonce: int | None = None,
    is_trust_required: bool = True,
) -> TimeToken:
    """Return what the token in a reply says about ``data``.

    Args:
        untrusted_reply: DER of a whole reply, as an authority sends it and a ``.tsr`` file holds.
        data: The data the token should be about.
        roots: Pinned roots, PEM or DER each; never taken from beside the reply.
        nonce: The request's nonce where it is known; offline it is not.
        is_trust_required: When False, a sound token of an unknown authority is returned with
            ``anchor_pem`` None and does not raise.

    Raises:
        MalformedError: ``time.malformed``: it is no reply; ``time.root``: a root is none.
        LimitError: ``time.too-long``.
        VerificationError: ``time.rejected``, ``time.no-signer``, ``time.wrong-signer``,
            ``time.bad-signature``, ``time.not-a-time-authority``, ``time.expired-at-gen-time``,
            ``time.wrong-imprint``, ``time.wrong-nonce``, ``time.untrusted``.
    """
    parsed = parse_reply(untrusted_reply)
    try:
        signer = find_signer(parsed)
        verify_signature(parsed, signer)
        verify_authority(signer, parsed.info["gen_time"].native)
        verify_imprint(parsed.info["message_imprint"], data)
        if nonce is not None and parsed.info["nonce"].native != nonce:
            raise VerificationError("time.wrong-nonce")
        anchors = [load_certificate(root) for root in roots]
        anchor = find_anchor(parsed, anchors)
        token = _describe(parsed, signer, anchor, has_surplus_parts(parsed, signer, anchors))
    except UNREADABLE as exc:
        raise MalformedError("time.malformed") from exc
    if anchor is None and is_trust_required:
        raise VerificationError("time.untrusted")
    return token


def verify_token(
    untrusted_token: bytes,
    data: bytes,
    roots: Sequence[bytes | str],
    *,
    nonce: int | None = None,
    is_trust_required: bool = True,
) -> TimeToken:
    """Return what a bare token (without a reply around it) says; otherwise as ``verify_reply``.

    Raises:
        MalformedError: As ``verify_reply``.
        LimitError: As ``verify_reply``.
        VerificationError: As ``verify_reply``.
    """
    return verify_reply(
        wrap_token(untrusted_token), data, roots, nonce=nonce, is_trust_required=is_trust_required
    )


def _describe(
    parsed: TokenParts,
    signer: x509.Certificate,
    anchor: x509.Certificate | None,
    has_surplus: bool,  # noqa: FBT001 -- a value of the token, not a switch
) -> TimeToken:
    info = parsed.info
    names = signer.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    accuracy = info["accuracy"].native or {}
    return TimeToken(
        gen_time=info["gen_time"].native.astimezone(UTC),
        authority=str(names[0].value) if names else signer.subject.rfc4514_string(),
        serial_number=info["serial_number"].native,
        policy=info["policy"].dotted,
        signer_sha256=sha256_hex(signer.public_bytes(Encoding.DER)),
        token_sha256=sha256_hex(parsed.token_der),
        accuracy_s=(
            (accuracy.get("seconds") or 0)
            + (accuracy.get("millis") or 0) / 1e3
            + (accuracy.get("micros") or 0) / 1e6
        ),
        anchor_pem=anchor.public_bytes(Encoding.PEM).decode("ascii") if anchor else None,
        has_surplus=has_surplus,
    )
