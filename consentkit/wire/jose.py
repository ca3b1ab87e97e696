"""Compact JWS with ES256 or EdDSA over Ed25519, and the keys for them.

Invariants:
    The algorithm follows from the key, never from the header alone; the header must agree.
    A header with ``crit`` is refused: no extension is known here.
    Every part is base64url in its one canonical spelling, so that a JWS has one sequence of bytes.
    ES256 and Ed25519 signatures are 64 bytes.
    A private key is in no ``repr``.

Source: RFC 7515, RFC 7517, RFC 7518 section 3.4, RFC 7638, RFC 8037, RFC 9864.
"""

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, cast

from cryptography.exceptions import UnsupportedAlgorithm
from joserfc import jws
from joserfc.errors import BadSignatureError, JoseError
from joserfc.jwa import JWSAlgModel
from joserfc.jwk import ECKey, OKPKey
from typing_extensions import override

from consentkit.kernel import limits
from consentkit.kernel.digest import sha256
from consentkit.kernel.errors import LimitError, MalformedError, VerificationError
from consentkit.wire.canonical_json import (
    JSONLike,
    JSONValue,
    encode_json,
    parse_json_object,
)

ES256: Final = "ES256"
EDDSA: Final = "EdDSA"
SIGNATURE_BYTES = 64

_NAMES = {ES256: {ES256}, EDDSA: {EDDSA, "Ed25519"}}
_COORDINATE_BYTES = 32
_BASE64URL = re.compile(r"[A-Za-z0-9_-]*")
_MEMBERS = {
    ("EC", "P-256"): (ES256, ("crv", "kty", "x", "y")),
    ("OKP", "Ed25519"): (EDDSA, ("crv", "kty", "x")),
}


@dataclass(frozen=True, slots=True)
class VerifiedJWS:
    """What a checked signature stands over.

    Attributes:
        header: The protected header.
        payload: The signed bytes.
    """

    header: Mapping[str, JSONValue]
    payload: bytes


@dataclass(frozen=True, slots=True, eq=False)
class SigningKey:
    """A private key for ES256 or EdDSA; made by ``parse_signing_key``.

    Attributes:
        algorithm: ``ES256`` or ``EdDSA``.
        public_jwk: The public half: ``kty``, ``crv``, ``x`` and for P-256 ``y``.
        private_key: The whole key; not in the ``repr``.
    """

    algorithm: str
    public_jwk: Mapping[str, str]
    private_key: ECKey | OKPKey = field(repr=False)


class _Pinned(jws.JWSRegistry):
    """Knows one algorithm; joserfc's own registry would take what a header asks for.

    It also takes a payload as long as our JSON limit, and does not warn of the name "EdDSA", which
    RFC 9864 deprecates but which is the only one older verifiers know.
    """

    max_header_length = 8 * limits.KIB
    max_payload_length = limits.JSON_MAX_BYTES * 4 // 3 + 4

    def __init__(self, name: str) -> None:
        super().__init__(algorithms=[name], strict_check_header=False)
        self._name = name

    @override
    def get_alg(self, name: str) -> JWSAlgModel:
        """Return the one algorithm; every other name is refused."""
        if name != self._name:
            raise VerificationError("jws.wrong-algorithm")
        return self.algorithms[name]


def encode_base64url(data: bytes) -> str:
    """Return ``data`` in base64url without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def parse_base64url(untrusted: str) -> bytes:
    """Return the bytes written in base64url without padding, in the one canonical spelling.

    Raises:
        MalformedError: ``base64url.malformed``: padding, other characters, or stray bits.
    """
    if _BASE64URL.fullmatch(untrusted) is None:
        raise MalformedError("base64url.malformed")
    try:
        data = base64.urlsafe_b64decode(untrusted + "=" * (-len(untrusted) % 4))
    except (binascii.Error, ValueError) as exc:
        raise MalformedError("base64url.malformed") from exc
    if encode_base64url(data) != untrusted:
        raise MalformedError("base64url.malformed")
    return data


def parse_signing_key(secret: bytes | Mapping[str, JSONValue]) -> SigningKey:
    """Return the private key from unencrypted PEM (PKCS #8 or SEC 1) or from a private JWK.

    Raises:
        MalformedError: ``jwk.malformed`` or ``jwk.unsupported``: no P-256 or Ed25519 private key.
    """
    for kind in (ECKey, OKPKey):
        try:
            key = kind.import_key(
                dict(cast("Mapping[str, str]", secret)) if isinstance(secret, Mapping) else secret
            )
            if not key.is_private:
                continue
            public = cast("Mapping[str, JSONValue]", key.as_dict(private=False))
            algorithm, jwk = parse_public_jwk({
                name: public[name] for name in ("kty", "crv", "x", "y") if name in public
            })
        except (JoseError, ValueError, TypeError, KeyError, UnsupportedAlgorithm):
            continue
        return SigningKey(algorithm, jwk, key)
    raise MalformedError("jwk.unsupported")


def parse_public_jwk(untrusted: Mapping[str, JSONValue]) -> tuple[str, Mapping[str, str]]:
    """Return the algorithm of a public key and the key's required members alone.

    Raises:
        MalformedError: ``jwk.malformed``; ``jwk.unsupported`` for another type, curve, algorithm
            or use; ``jwk.private`` when the private half is there too.
    """
    kind, curve = untrusted.get("kty"), untrusted.get("crv")
    if not isinstance(kind, str) or not isinstance(curve, str) or (kind, curve) not in _MEMBERS:
        raise MalformedError("jwk.unsupported")
    algorithm, members = _MEMBERS[kind, curve]
    if "d" in untrusted:
        raise MalformedError("jwk.private")
    _check_use(untrusted, algorithm)
    jwk: dict[str, str] = {}
    for name in members:
        value = untrusted.get(name)
        if not isinstance(value, str):
            raise MalformedError("jwk.malformed")
        if name in {"x", "y"} and len(parse_base64url(value)) != _COORDINATE_BYTES:
            raise MalformedError("jwk.malformed")
        jwk[name] = value
    _import_public(algorithm, jwk)
    return algorithm, MappingProxyType(jwk)


def thumbprint(jwk: Mapping[str, JSONValue]) -> str:
    """Return the SHA-256 thumbprint of a public key, in base64url.

    Raises:
        MalformedError: As ``parse_public_jwk``.

    Source: RFC 7638 section 3.
    """
    _, members = parse_public_jwk(jwk)
    return encode_base64url(sha256(encode_json(members)))


def sign(key: SigningKey, header: Mapping[str, JSONLike], payload: bytes) -> str:
    """Return the compact JWS over ``payload``; ``alg`` is added to ``header``.

    Raises:
        MalformedError: The header names another ``alg``, or ``crit``, or is no JSON.
        LimitError: The payload is longer than ``limits.JSON_MAX_BYTES``.
    """
    if header.get("alg", key.algorithm) != key.algorithm or "crit" in header or "b64" in header:
        raise MalformedError("jws.header")
    if len(payload) > limits.JSON_MAX_BYTES:
        raise LimitError("jws.too-long")
    protected = parse_json_object(encode_json({**header, "alg": key.algorithm}))
    try:
        return jws.serialize_compact(
            protected, payload, key.private_key, registry=_Pinned(key.algorithm)
        )
    except JoseError as exc:
        raise MalformedError("jws.header") from exc


def sign_es256(key: SigningKey, header: Mapping[str, JSONLike], payload: bytes) -> str:
    """Return the compact JWS over ``payload``, signed with a P-256 key.

    Raises:
        MalformedError: The key is of another kind, or as ``sign``.
        LimitError: As ``sign``.
    """
    if key.algorithm != ES256:
        raise MalformedError("jwk.unsupported")
    return sign(key, header, payload)


def verify(untrusted_jws: str, jwk: Mapping[str, JSONValue]) -> VerifiedJWS:
    """Return header and payload of a compact JWS that the key ``jwk`` has signed.

    Args:
        untrusted_jws: Three parts of base64url, joined by dots.
        jwk: Public key the caller already trusts; it decides the algorithm.

    Raises:
        MalformedError: ``jws.malformed``, ``jws.header``, or as ``parse_public_jwk``.
        LimitError: It is longer than we accept.
        VerificationError: ``jws.wrong-algorithm``, ``jws.wrong-key`` when the header names another
            ``kid`` than the key has, or ``jws.bad-signature``.
    """
    algorithm, public = parse_public_jwk(jwk)
    header, payload, signature = split_jws(untrusted_jws)
    name = header["alg"]
    if not isinstance(name, str) or name not in _NAMES[algorithm]:
        raise VerificationError("jws.wrong-algorithm")
    kid = jwk.get("kid")
    if kid is not None and header.get("kid", kid) != kid:
        raise VerificationError("jws.wrong-key")
    if len(signature) != SIGNATURE_BYTES:
        raise VerificationError("jws.bad-signature")
    try:
        jws.deserialize_compact(
            untrusted_jws,
            _import_public(algorithm, public),
            registry=_Pinned(name),
        )
    except BadSignatureError as exc:
        raise VerificationError("jws.bad-signature") from exc
    except (JoseError, ValueError) as exc:
        raise MalformedError("jws.header") from exc
    return VerifiedJWS(MappingProxyType(header), payload)


def verify_es256(untrusted_jws: str, jwk: Mapping[str, JSONValue]) -> VerifiedJWS:
    """Return header and payload of a compact JWS signed with ES256.

    Raises:
        MalformedError: As ``verify``, or the key is no P-256 key.
        LimitError: As ``verify``.
        VerificationError: As ``verify``.
    """
    if jwk.get("kty") != "EC":
        raise MalformedError("jwk.unsupported")
    return verify(untrusted_jws, jwk)


def split_jws(untrusted_jws: str) -> tuple[dict[str, JSONValue], bytes, bytes]:
    """Return header, payload and signature of a compact JWS; nothing of it is checked yet.

    Raises:
        MalformedError: ``jws.malformed``, or ``jws.header`` for a header without ``alg``, with
            ``crit`` or with ``b64``.
        LimitError: It is longer than we accept.
    """
    if len(untrusted_jws) > 2 * limits.JSON_MAX_BYTES:
        raise LimitError("jws.too-long")
    parts = untrusted_jws.split(".")
    if len(parts) != 3:  # noqa: PLR2004 -- header, payload, signature
        raise MalformedError("jws.malformed")
    try:
        raw_header, payload, signature = (parse_base64url(part) for part in parts)
    except MalformedError as exc:
        raise MalformedError("jws.malformed") from exc
    header = parse_json_object(raw_header, max_bytes=_Pinned.max_header_length)
    if not isinstance(header.get("alg"), str) or "crit" in header or "b64" in header:
        raise MalformedError("jws.header")
    return header, payload, signature


def _check_use(jwk: Mapping[str, JSONValue], algorithm: str) -> None:
    operations = jwk.get("key_ops", ["verify"])
    if (
        jwk.get("use", "sig") != "sig"
        or not any(jwk.get("alg", algorithm) == name for name in _NAMES[algorithm])
        or not isinstance(operations, list)
        or "verify" not in operations
    ):
        raise MalformedError("jwk.unsupported")


def _import_public(algorithm: str, jwk: Mapping[str, str]) -> ECKey | OKPKey:
    kind = ECKey if algorithm == ES256 else OKPKey
    try:
        key = kind.import_key(dict(jwk))
        # Reaching for the key is what checks that the point lies on the curve.
        _ = key.public_key
    except (JoseError, ValueError, UnsupportedAlgorithm) as exc:
        raise MalformedError("jwk.malformed") from exc
    return key
