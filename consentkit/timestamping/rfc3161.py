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

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, ClassVar, Final

import rfc3161_client
from asn1crypto import cms, core, tsp
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from consentkit.kernel import limits
from consentkit.kernel.digest import sha256, sha256_hex
from consentkit.kernel.errors import LimitError, MalformedError, VerificationError

_DIGESTS: Final[dict[str, type[hashes.SHA256 | hashes.SHA384 | hashes.SHA512]]] = {
    "sha256": hashes.SHA256,
    "sha384": hashes.SHA384,
    "sha512": hashes.SHA512,
}
_WITH_DIGEST: Final = {
    f"{name}_{kind}" for name in ("sha256", "sha384", "sha512") for kind in ("rsa", "ecdsa")
} | {"sha1_rsa", "sha1_ecdsa", "md5_rsa"}
_GRANTED: Final = {"granted", "granted_with_mods"}
_MAX_DEPTH = 32
"""Tokens with their chain nest 12 deep."""

_MAX_CERTIFICATES = 16
"""A chain has three or four."""

_UNREADABLE = (
    ValueError,
    TypeError,
    KeyError,
    OverflowError,
    UnsupportedAlgorithm,
    x509.DuplicateExtension,
    x509.InvalidVersion,
    x509.UnsupportedGeneralNameType,
)
"""What asn1crypto and cryptography raise over DER that is not what it should be."""


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


class _Reply(core.Sequence):  # type: ignore[misc]  # asn1crypto has no types
    """TimeStampResp as RFC 3161 has it; asn1crypto's own wants a token even in a refusal."""

    _fields: ClassVar[list[tuple[Any, ...]]] = [
        ("status", tsp.PKIStatusInfo),
        ("time_stamp_token", cms.ContentInfo, {"optional": True}),
    ]


@dataclass(frozen=True, slots=True)
class _Parsed:
    """A reply taken apart; nothing in it is checked."""

    token_der: bytes
    content: bytes
    info: Any
    signer_info: Any
    certificates: tuple[x509.Certificate, ...]
    certificate_ders: tuple[bytes, ...]
    has_room: bool


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
    return _parse(untrusted_reply).token_der


def wrap_token(untrusted_token: bytes) -> bytes:
    """Return a reply around a bare token, so that it can be verified and stored as one.

    Raises:
        MalformedError: ``time.malformed``.
        LimitError: ``time.too-long``.
    """
    _check_der(untrusted_token)
    return _granting(untrusted_token)


def certificates_pem(untrusted_reply: bytes) -> tuple[str, ...]:
    """Return the certificates a reply carries, as PEM, in the order they stand there.

    Raises:
        MalformedError: ``time.malformed``.
        LimitError: ``time.too-long``.
        VerificationError: ``time.rejected``.
    """
    return tuple(
        certificate.public_bytes(Encoding.PEM).decode("ascii")
        for certificate in _parse(untrusted_reply).certificates
    )


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
    parsed = _parse(untrusted_reply)
    try:
        signer = _find_signer(parsed)
        _verify_signature(parsed, signer)
        _verify_authority(signer, parsed.info["gen_time"].native)
        _verify_imprint(parsed.info["message_imprint"], data)
        if nonce is not None and parsed.info["nonce"].native != nonce:
            raise VerificationError("time.wrong-nonce")
        anchors = [load_certificate(root) for root in roots]
        anchor = _find_anchor(parsed, anchors)
        token = _describe(parsed, signer, anchor, _has_surplus(parsed, signer, anchors))
    except _UNREADABLE as exc:
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


def _check_der(untrusted: bytes) -> None:
    """Refuse what is not one DER value with definite lengths and little nesting.

    asn1crypto follows indefinite lengths by recursion and does not mind bytes that trail.
    """
    if len(untrusted) > limits.TIME_REPLY_MAX_BYTES:
        raise LimitError("time.too-long", limit_bytes=limits.TIME_REPLY_MAX_BYTES)
    failed = MalformedError("time.malformed")
    open_ends: list[int] = []
    place, end = 0, len(untrusted)
    while True:
        if place + 2 > end or len(open_ends) > _MAX_DEPTH:
            raise failed
        tag, length = untrusted[place], untrusted[place + 1]
        place += 2
        if tag & 0x1F == 0x1F:  # noqa: PLR2004 -- a tag of several bytes occurs in no token
            raise failed
        if length & 0x80:
            octets = length & 0x7F
            if not 1 <= octets <= 4 or place + octets > end:  # noqa: PLR2004 -- lengths < 4 GiB
                raise failed
            length = int.from_bytes(untrusted[place : place + octets], "big")
            place += octets
            if length < max(0x80, 1 << 8 * (octets - 1)):
                raise failed
        stop = place + length
        if stop > (open_ends[-1] if open_ends else end):
            raise failed
        if tag & 0x20 and length:
            open_ends.append(stop)
        else:
            place = stop
        while open_ends and place == open_ends[-1]:
            open_ends.pop()
        if not open_ends:
            break
    if place != end:
        raise failed


def _parse(untrusted_reply: bytes) -> _Parsed:
    _check_der(untrusted_reply)
    try:
        reply = _Reply.load(untrusted_reply, strict=True)
        status = reply["status"]["status"].native
        if status not in _GRANTED:
            raise VerificationError("time.rejected", status=str(status))
        token = reply["time_stamp_token"]
        if isinstance(token, core.Void) or token["content_type"].native != "signed_data":
            raise MalformedError("time.malformed")
        signed = token["content"]
        content = signed["encap_content_info"]
        signers = signed["signer_infos"]
        if (
            content["content_type"].native != "tst_info"
            or isinstance(content["content"], core.Void)
            or len(signers) != 1
            or isinstance(signers[0]["signed_attrs"], core.Void)
        ):
            raise MalformedError("time.malformed")
        content_der = content["content"].parsed.dump()
        _check_der(content_der)
        return _Parsed(
            token.dump(),
            content_der,
            tsp.TSTInfo.load(content_der, strict=True),
            signers[0],
            *_certificates(signed["certificates"]),
            _has_room(signed),
        )
    except _UNREADABLE as exc:
        raise MalformedError("time.malformed") from exc


def _certificates(
    bag: Any,  # noqa: ANN401 -- asn1crypto has no types
) -> tuple[tuple[x509.Certificate, ...], tuple[bytes, ...]]:
    items = [] if isinstance(bag, core.Void) else list(bag)
    if len(items) > _MAX_CERTIFICATES:
        raise MalformedError("time.malformed")
    for item in items:
        # cryptography warns of such numbers where it ought to refuse them.
        if item.name != "certificate" or item.chosen.serial_number <= 0:
            raise MalformedError("time.malformed")
    encoded = tuple(item.chosen.dump() for item in items)
    return tuple(x509.load_der_x509_certificate(der) for der in encoded), encoded


def _has_room(signed: Any) -> bool:  # noqa: ANN401 -- asn1crypto has no types
    """Return whether something that no signature covers could hold bytes of somebody's choice."""
    signer = signed["signer_infos"][0]
    digest = signer["digest_algorithm"]
    by_name = signer["sid"].name == "issuer_and_serial_number"
    return (
        len(signer["unsigned_attrs"]) > 0
        or not isinstance(signed["crls"], core.Void)
        or [item.dump() for item in signed["digest_algorithms"]] != [digest.dump()]
        or digest["parameters"].native is not None
        or signer["signature_algorithm"]["parameters"].native is not None
        or signed["version"].native != "v3"
        or signer["version"].native != ("v1" if by_name else "v3")
    )


def _attributes(signer_info: Any) -> dict[str, Any]:  # noqa: ANN401 -- asn1crypto has no types
    attributes: dict[str, Any] = {}
    for attribute in signer_info["signed_attrs"]:
        name, values = attribute["type"].native, attribute["values"]
        if name in attributes or len(values) != 1:
            raise MalformedError("time.malformed")
        attributes[name] = values[0]
    return attributes


def _find_signer(parsed: _Parsed) -> x509.Certificate:
    sid = parsed.signer_info["sid"]
    for certificate in parsed.certificates:
        if sid.name == "issuer_and_serial_number":
            found = (
                certificate.serial_number == sid.chosen["serial_number"].native
                and certificate.issuer.public_bytes() == sid.chosen["issuer"].dump()
            )
        else:
            found = _key_identifier(certificate) == sid.chosen.native
        if found:
            return certificate
    raise VerificationError("time.no-signer")


def _key_identifier(certificate: x509.Certificate) -> bytes | None:
    try:
        extension = certificate.extensions.get_extension_for_class(x509.SubjectKeyIdentifier)
    except x509.ExtensionNotFound:
        return None
    return extension.value.digest


def _verify_signature(parsed: _Parsed, signer: x509.Certificate) -> None:
    attributes = _attributes(parsed.signer_info)
    digest_name = parsed.signer_info["digest_algorithm"]["algorithm"].native
    if digest_name not in _DIGESTS or not {"content_type", "message_digest"} <= attributes.keys():
        raise VerificationError("time.bad-signature")
    digest = hashlib.new(digest_name, parsed.content).digest()
    if (
        attributes["content_type"].native != "tst_info"
        or attributes["message_digest"].native != digest
    ):
        raise VerificationError("time.bad-signature")
    _verify_certificate_identifier(attributes, signer)
    # The signature covers the attributes as a SET OF; in the token they carry another tag.
    message = parsed.signer_info["signed_attrs"].untag().dump()
    signature = parsed.signer_info["signature"].native
    try:
        _verify_with(signer, parsed.signer_info, digest_name, signature, message)
    except InvalidSignature as exc:
        raise VerificationError("time.bad-signature") from exc


def _verify_with(
    signer: x509.Certificate,
    signer_info: Any,  # noqa: ANN401 -- asn1crypto has no types
    digest_name: str,
    signature: bytes,
    message: bytes,
) -> None:
    key = signer.public_key()
    algorithm = signer_info["signature_algorithm"]
    kind = algorithm.signature_algo
    digest = _DIGESTS[digest_name]()
    if algorithm["algorithm"].native in _WITH_DIGEST and algorithm.hash_algo != digest_name:
        raise VerificationError("time.bad-signature")
    if isinstance(key, rsa.RSAPublicKey) and kind == "rsassa_pkcs1v15":
        key.verify(signature, message, padding.PKCS1v15(), digest)
    elif isinstance(key, rsa.RSAPublicKey) and kind == "rsassa_pss":
        pss = padding.PSS(mgf=padding.MGF1(digest), salt_length=padding.PSS.AUTO)
        key.verify(signature, message, pss, digest)
    elif isinstance(key, ec.EllipticCurvePublicKey) and kind == "ecdsa":
        key.verify(signature, message, ec.ECDSA(digest))
    elif isinstance(key, ed25519.Ed25519PublicKey) and kind == "ed25519":
        key.verify(signature, message)
    else:
        raise VerificationError("time.bad-signature")


def _verify_certificate_identifier(attributes: dict[str, Any], signer: x509.Certificate) -> None:
    """Refuse a token whose signed attributes pin another certificate than the signer's.

    Source: RFC 2634 section 5.4, RFC 5035.
    """
    if "signing_certificate_v2" in attributes:
        identifier = attributes["signing_certificate_v2"]["certs"][0]
        name = identifier["hash_algorithm"]["algorithm"].native
    elif "signing_certificate" in attributes:
        identifier, name = attributes["signing_certificate"]["certs"][0], "sha1"
    else:
        raise VerificationError("time.wrong-signer")
    if name != "sha1" and name not in _DIGESTS:
        raise VerificationError("time.wrong-signer")
    # SHA-1 only names the certificate here, as RFC 2634 has it; the signature stands by itself.
    digest = hashlib.new(name, signer.public_bytes(Encoding.DER), usedforsecurity=False).digest()
    if identifier["cert_hash"].native != digest:
        raise VerificationError("time.wrong-signer")


def _verify_authority(signer: x509.Certificate, gen_time: datetime) -> None:
    """Refuse a signer that was no time authority, or not any more.

    Source: RFC 3161 section 2.3.
    """
    try:
        usage = signer.extensions.get_extension_for_class(x509.ExtendedKeyUsage)
    except x509.ExtensionNotFound as exc:
        raise VerificationError("time.not-a-time-authority") from exc
    if not usage.critical or list(usage.value) != [ExtendedKeyUsageOID.TIME_STAMPING]:
        raise VerificationError("time.not-a-time-authority")
    if not signer.not_valid_before_utc <= gen_time <= signer.not_valid_after_utc:
        raise VerificationError("time.expired-at-gen-time")


def _verify_imprint(imprint: Any, data: bytes) -> None:  # noqa: ANN401 -- asn1crypto has no types
    name = imprint["hash_algorithm"]["algorithm"].native
    if name not in _DIGESTS:
        raise VerificationError("time.wrong-imprint")
    if imprint["hashed_message"].native != hashlib.new(name, data).digest():
        raise VerificationError("time.wrong-imprint")


def _find_anchor(parsed: _Parsed, roots: Sequence[x509.Certificate]) -> x509.Certificate | None:
    """Return the pinned root the chain leads to at the token's time, or None."""
    response = _decode_strictly(parsed)
    imprint = parsed.info["message_imprint"]["hashed_message"].native
    for root in roots:
        verifier = rfc3161_client.VerifierBuilder(roots=[root], intermediates=[]).build()
        try:
            verifier.verify(response, imprint)
        except rfc3161_client.VerificationError:
            continue
        return root
    return None


def _decode_strictly(parsed: _Parsed) -> rfc3161_client.TimeStampResponse:
    """Return the reply as rfc3161-client reads it, certificates sorted where they are not.

    Authorities that run ``openssl ts`` send their chain unsorted, which strict DER forbids. The
    certificates are not part of what is signed, so that sorting a copy changes nothing.
    """
    unsorted, ordered = (
        b"".join(encoded) for encoded in (parsed.certificate_ders, sorted(parsed.certificate_ders))
    )
    token = parsed.token_der.replace(unsorted, ordered, 1)
    try:
        return rfc3161_client.decode_timestamp_response(_granting(token))
    except ValueError as exc:
        raise MalformedError("time.malformed") from exc


def _granting(token: bytes) -> bytes:
    """Return the reply that grants ``token``, whose bytes stay as they are."""
    body = b"\x30\x03\x02\x01\x00" + token
    length = len(body).to_bytes(4, "big").lstrip(b"\x00")
    short = len(body) < 0x80  # noqa: PLR2004 -- the short form of a DER length
    return b"\x30" + (length if short else bytes([0x80 | len(length)]) + length) + body


def _has_surplus(
    parsed: _Parsed, signer: x509.Certificate, roots: Sequence[x509.Certificate]
) -> bool:
    """Return whether the token carries anything unsigned that is not on the signer's chain."""
    anchored = list(roots)
    for issuer in anchored:
        anchored.extend(
            other
            for other in parsed.certificates
            if other not in anchored and _issued(issuer, other)
        )
    path = [signer]
    for certificate in path:
        path.extend(
            other for other in anchored if other not in path and _issued(other, certificate)
        )
    return parsed.has_room or not set(parsed.certificates) <= set(path)


def _issued(issuer: x509.Certificate, certificate: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(issuer)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True


def _describe(
    parsed: _Parsed,
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
