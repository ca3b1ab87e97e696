"""The checks a time token must pass, one function each.

Source: RFC 3161 section 2.3, RFC 5652 section 5, RFC 5035, RFC 5816.
"""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

import rfc3161_client
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID

from consentkit.kernel.errors import MalformedError, VerificationError
from consentkit.timestamping.token_parts import TokenParts, granting_reply

_DIGESTS: Final[dict[str, type[hashes.SHA256 | hashes.SHA384 | hashes.SHA512]]] = {
    "sha256": hashes.SHA256,
    "sha384": hashes.SHA384,
    "sha512": hashes.SHA512,
}
_WITH_DIGEST: Final = {
    f"{name}_{kind}" for name in ("sha256", "sha384", "sha512") for kind in ("rsa", "ecdsa")
} | {"sha1_rsa", "sha1_ecdsa", "md5_rsa"}


def find_signer(parsed: TokenParts) -> x509.Certificate:
    """Return the certificate that SignerInfo names.

    Raises:
        VerificationError: ``time.no-signer``: the token does not carry it.
    """
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


def verify_signature(parsed: TokenParts, signer: x509.Certificate) -> None:
    """Check that ``signer`` signed the token's content and is the certificate it pins.

    Raises:
        MalformedError: The signed attributes are not what RFC 5652 says.
        VerificationError: ``time.bad-signature`` or ``time.wrong-signer``.
    """
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


def verify_authority(signer: x509.Certificate, gen_time: datetime) -> None:
    """Check that ``signer`` was a time authority at ``gen_time``.

    Raises:
        VerificationError: ``time.not-a-time-authority`` or ``time.expired-at-gen-time``.

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


def verify_imprint(imprint: Any, data: bytes) -> None:  # noqa: ANN401 -- asn1crypto has no types
    """Check that the token is about ``data``, by a digest that still holds.

    Raises:
        VerificationError: ``time.wrong-imprint``.
    """
    name = imprint["hash_algorithm"]["algorithm"].native
    if name not in _DIGESTS:
        raise VerificationError("time.wrong-imprint")
    if imprint["hashed_message"].native != hashlib.new(name, data).digest():
        raise VerificationError("time.wrong-imprint")


def find_anchor(parsed: TokenParts, roots: Sequence[x509.Certificate]) -> x509.Certificate | None:
    """Return the pinned root the chain leads to at the token's time, or None.

    Raises:
        MalformedError: ``time.malformed``: the token is not DER.
    """
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


def has_surplus_parts(
    parsed: TokenParts, signer: x509.Certificate, roots: Sequence[x509.Certificate]
) -> bool:
    """Return whether the token carries anything unsigned that is not on the signer's chain.

    Args:
        parsed: The token.
        signer: The signer's certificate.
        roots: Pinned roots; a certificate counts as part of the chain only when it leads to one.
    """
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


def _attributes(signer_info: Any) -> dict[str, Any]:  # noqa: ANN401 -- asn1crypto has no types
    attributes: dict[str, Any] = {}
    for attribute in signer_info["signed_attrs"]:
        name, values = attribute["type"].native, attribute["values"]
        if name in attributes or len(values) != 1:
            raise MalformedError("time.malformed")
        attributes[name] = values[0]
    return attributes


def _key_identifier(certificate: x509.Certificate) -> bytes | None:
    try:
        extension = certificate.extensions.get_extension_for_class(x509.SubjectKeyIdentifier)
    except x509.ExtensionNotFound:
        return None
    return extension.value.digest


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


def _decode_strictly(parsed: TokenParts) -> rfc3161_client.TimeStampResponse:
    """Return the reply as rfc3161-client reads it, certificates sorted where they are not.

    Authorities that run ``openssl ts`` send their chain unsorted, which strict DER forbids. The
    certificates are not part of what is signed, so that sorting a copy changes nothing.
    """
    unsorted, ordered = (
        b"".join(encoded) for encoded in (parsed.certificate_ders, sorted(parsed.certificate_ders))
    )
    token = parsed.token_der.replace(unsorted, ordered, 1)
    try:
        return rfc3161_client.decode_timestamp_response(granting_reply(token))
    except ValueError as exc:
        raise MalformedError("time.malformed") from exc


def _issued(issuer: x509.Certificate, certificate: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(issuer)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True
