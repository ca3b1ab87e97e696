"""SD-JWT: a signed set of claims of which the holder shows as many as they want.

A claim is named by its *path*: the names and array positions that lead to it in the claims as the
issuer gave them, ``("purposes", 0, "term")``. Positions count hidden elements too.

Invariants:
    The issuer's signature is checked before a disclosure is looked at.
    Every disclosure must be used exactly once, every digest occurs once; what is left over, doubled
    or would overwrite a claim makes the whole SD-JWT refused.
    Salts have at least 128 bits and are drawn by the caller.

Source: RFC 9901.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import TypeAlias

from consentkit.kernel import limits
from consentkit.kernel.digest import sha256
from consentkit.kernel.errors import LimitError, MalformedError, NotFoundError, VerificationError
from consentkit.wire import jose
from consentkit.wire.canonical_json import (
    JSONLike,
    JSONValue,
    encode_json,
    parse_json,
    parse_json_object,
)

Path: TypeAlias = tuple[str | int, ...]

RECEIPT_TYPE = "consent-receipt+sd-jwt"
KEY_BINDING_TYPE = "kb+jwt"
SALT_BYTES = 16
"""128 bits, so that no claim can be guessed from its digest. Source: RFC 9901 section 9.3."""

MAX_DISCLOSURES = 1024
"""A receipt with every claim hidden has about a hundred."""

_DIGESTS = "_sd"
_ALGORITHM = "_sd_alg"
_ELEMENT = "..."
_RESERVED = {_DIGESTS, _ALGORITHM, _ELEMENT}
_SHA256 = "sha-256"


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One hidden claim, opened.

    Attributes:
        path: Where the claim stands.
        encoded: The disclosure as it travels, in base64url.
        value: The claim's value; claims hidden inside it are still digests.
    """

    path: Path
    encoded: str
    value: JSONValue


@dataclass(frozen=True, slots=True)
class SdJwt:
    """An issued SD-JWT with all or some of its disclosures, without key binding.

    Attributes:
        issuer_jwt: What the issuer signed.
        disclosures: Those at hand; an outer one stands before those inside it.
    """

    issuer_jwt: str
    disclosures: tuple[Disclosure, ...]

    def encode(self) -> str:
        """Return the compact form, which ends in ``~``."""
        return "~".join([self.issuer_jwt, *(item.encoded for item in self.disclosures), ""])


@dataclass(frozen=True, slots=True)
class KeyBinding:
    """For whom and about what a presentation was made, and when by the holder's clock.

    Attributes:
        audience: The verifier meant.
        nonce: The verifier's challenge.
        issued_at: Seconds since 1970 by the holder's clock, as claimed.
    """

    audience: str
    nonce: str
    issued_at: int


@dataclass(frozen=True, slots=True)
class VerifiedSdJwt:
    """What a checked SD-JWT says.

    Attributes:
        claims: The claims disclosed and those never hidden, without digests.
        header: The issuer's protected header.
        disclosed: Paths of the claims that were hidden and are shown.
        hidden: Number of digests without a disclosure; may include decoys.
        key_binding: What the holder's key signed, or None for a presentation without it.
        hidden_at: Where digests without a disclosure stand: the element's own path in an array, the
            path of the object whose member is hidden otherwise.
    """

    claims: Mapping[str, JSONValue]
    header: Mapping[str, JSONValue]
    disclosed: tuple[Path, ...]
    hidden: int
    key_binding: KeyBinding | None
    hidden_at: tuple[Path, ...] = ()


def issue(
    claims: Mapping[str, JSONLike],
    disclosable: Iterable[Path],
    salts: Iterator[bytes],
    key: jose.SigningKey,
    *,
    typ: str = RECEIPT_TYPE,
    header: Mapping[str, JSONLike] = MappingProxyType({}),
) -> SdJwt:
    """Return the claims signed, with those at ``disclosable`` replaced by salted digests.

    Digests of one object are sorted, so that their order tells nothing.

    Args:
        claims: What is to be signed; no name may be ``_sd``, ``_sd_alg`` or ``...``.
        disclosable: Paths to hide; a path and one inside it may both be given.
        salts: Gives ``SALT_BYTES`` random bytes for each path; drawn by the caller.
        key: The issuer's key.
        typ: The header's ``typ``.
        header: More of the header, such as ``kid``.

    Raises:
        NotFoundError: ``sd-jwt.path``: the claims have nothing at a path.
        MalformedError: A reserved name, a salt too short, or no JSON.
        LimitError: More hidden claims than ``MAX_DISCLOSURES``.
    """
    copy = parse_json_object(encode_json(claims))
    _refuse_reserved(copy)
    paths = set(disclosable)
    if len(paths) > MAX_DISCLOSURES:
        raise LimitError("sd-jwt.disclosures", limit=MAX_DISCLOSURES)
    # Inner claims come first: the outer one's disclosure then holds their digests. Among themselves
    # the order is fixed, so that the same salts give the same SD-JWT.
    order = sorted(paths, key=lambda path: (-len(path), [str(step) for step in path]))
    made = [_hide(copy, path, salts) for path in order]
    _sort_digests(copy)
    if made:
        copy[_ALGORITHM] = _SHA256
    jwt = jose.sign(key, {**header, "typ": typ}, encode_json(copy))
    return SdJwt(jwt, tuple(reversed(made)))


def present(sd_jwt: SdJwt, paths: Iterable[Path]) -> str:
    """Return the compact form that shows the claims at ``paths`` and what encloses them.

    Raises:
        NotFoundError: ``sd-jwt.path``: there is no hidden claim at a path.
    """
    return narrow(sd_jwt, paths).encode()


def narrow(sd_jwt: SdJwt, paths: Iterable[Path]) -> SdJwt:
    """Return the SD-JWT with no more disclosures than showing ``paths`` needs.

    Raises:
        NotFoundError: ``sd-jwt.path``: there is no hidden claim at a path.
    """
    wanted = set(paths)
    if wanted - {item.path for item in sd_jwt.disclosures}:
        raise NotFoundError("sd-jwt.path")
    return SdJwt(
        sd_jwt.issuer_jwt,
        tuple(
            item
            for item in sd_jwt.disclosures
            if any(path[: len(item.path)] == item.path for path in wanted)
        ),
    )


def bind(
    presentation: str,
    holder_key: jose.SigningKey,
    *,
    audience: str,
    nonce: str,
    issued_at: datetime,
) -> str:
    """Return a presentation with the holder's signature for one verifier and one occasion.

    Args:
        presentation: As ``present`` returns it.
        holder_key: The key whose public half the issuer named in ``cnf``.
        audience: The verifier meant.
        nonce: The verifier's challenge.
        issued_at: When, by the holder's clock.

    Raises:
        MalformedError: The presentation has another form or is bound already.

    Source: RFC 9901 section 4.3.
    """
    if not presentation.endswith("~"):
        raise MalformedError("sd-jwt.malformed")
    payload = encode_json({
        "iat": int(issued_at.timestamp()),
        "aud": audience,
        "nonce": nonce,
        "sd_hash": _digest(presentation),
    })
    return presentation + jose.sign(holder_key, {"typ": KEY_BINDING_TYPE}, payload)


def parse_sd_jwt(untrusted: str, issuer_jwk: Mapping[str, JSONValue]) -> SdJwt:
    """Return a stored or received SD-JWT with its disclosures and where each belongs.

    A key binding, if there is one, is left away.

    Raises:
        InputError: As ``verify``.
        VerificationError: As ``verify``.
    """
    issuer_jwt, encoded, _ = _split(untrusted)
    walk = _Walk(jose.verify(issuer_jwt, issuer_jwk), encoded)
    order = sorted(walk.used, key=lambda item: len(item.path))
    return SdJwt(issuer_jwt, tuple(order))


def verify(
    untrusted: str,
    issuer_jwk: Mapping[str, JSONValue],
    *,
    typ: str | None = RECEIPT_TYPE,
    audience: str | None = None,
    nonce: str | None = None,
    now: datetime | None = None,
) -> VerifiedSdJwt:
    """Return what an SD-JWT, or a presentation of one, says under the issuer's signature.

    Args:
        untrusted: The compact form, with or without key binding.
        issuer_jwk: The issuer's public key, trusted for a reason outside this function.
        typ: The header's ``typ`` that is expected; None takes any.
        audience: When given, a key binding for this audience is required.
        nonce: When given, a key binding with this nonce is required.
        now: When given, ``nbf`` and ``exp`` are held against it.

    Raises:
        MalformedError: It has not the form RFC 9901 gives it.
        LimitError: It is larger than we accept.
        VerificationError: ``jws.*`` for the signatures, ``sd-jwt.type``, ``sd-jwt.digest-twice``,
            ``sd-jwt.unused-disclosure``, ``sd-jwt.name``, ``sd-jwt.algorithm``,
            ``sd-jwt.expired``, ``sd-jwt.not-yet-valid``, ``sd-jwt.key-binding-missing``,
            ``sd-jwt.key-binding``, ``sd-jwt.audience`` or ``sd-jwt.nonce``.

    Source: RFC 9901 section 7.
    """
    issuer_jwt, encoded, untrusted_binding = _split(untrusted)
    signed = jose.verify(issuer_jwt, issuer_jwk)
    if typ is not None and signed.header.get("typ") != typ:
        raise VerificationError("sd-jwt.type")
    walk = _Walk(signed, encoded)
    if now is not None:
        _check_times(walk.claims, now)
    binding = None
    if untrusted_binding:
        presentation = untrusted[: len(untrusted) - len(untrusted_binding)]
        binding = _verify_binding(untrusted_binding, presentation, walk.claims)
    elif audience is not None or nonce is not None:
        raise VerificationError("sd-jwt.key-binding-missing")
    if binding is not None and audience is not None and binding.audience != audience:
        raise VerificationError("sd-jwt.audience")
    if binding is not None and nonce is not None and binding.nonce != nonce:
        raise VerificationError("sd-jwt.nonce")
    return VerifiedSdJwt(
        MappingProxyType(walk.claims),
        signed.header,
        tuple(item.path for item in walk.used),
        len(walk.hidden_at),
        binding,
        tuple(walk.hidden_at),
    )


class _Walk:
    """Puts the disclosures in their places; made for one SD-JWT whose signature was checked."""

    def __init__(self, signed: jose.VerifiedJWS, encoded: Sequence[str]) -> None:
        payload = parse_json_object(signed.payload)
        algorithm = payload.pop(_ALGORITHM, _SHA256)
        if algorithm != _SHA256:
            raise VerificationError("sd-jwt.algorithm")
        self.used: list[Disclosure] = []
        self.hidden_at: list[Path] = []
        self._seen: set[str] = set()
        self._waiting = {_digest(item): item for item in encoded}
        if len(self._waiting) != len(encoded):
            raise VerificationError("sd-jwt.unused-disclosure")
        self.claims = self._open_object(payload, (), 0)
        if self._waiting:
            raise VerificationError("sd-jwt.unused-disclosure")

    def _open(self, value: JSONValue, path: Path, depth: int) -> JSONValue:
        if depth > limits.JSON_MAX_DEPTH:
            # Each disclosure is within the limit by itself; their nesting must be too.
            raise LimitError("json.too-deep", limit=limits.JSON_MAX_DEPTH)
        if isinstance(value, dict):
            return self._open_object(value, path, depth)
        if isinstance(value, list):
            return self._open_array(value, path, depth)
        return value

    def _open_object(
        self, value: dict[str, JSONValue], path: Path, depth: int
    ) -> dict[str, JSONValue]:
        if _ELEMENT in value:
            raise VerificationError("sd-jwt.name")
        digests = value.pop(_DIGESTS, [])
        if not isinstance(digests, list):
            raise MalformedError("sd-jwt.digests")
        result = {
            name: self._open(inner, (*path, name), depth + 1) for name, inner in value.items()
        }
        for digest in digests:
            found = self._take(digest, path)
            if found is None:
                continue
            encoded, content = found
            if len(content) != 3:  # noqa: PLR2004 -- salt, name, value
                raise MalformedError("sd-jwt.disclosure")
            _, name, inner = content
            if not isinstance(name, str):
                raise MalformedError("sd-jwt.disclosure")
            if name in _RESERVED or name in result:
                raise VerificationError("sd-jwt.name")
            self.used.append(Disclosure((*path, name), encoded, inner))
            result[name] = self._open(_copy(inner), (*path, name), depth + 1)
        return result

    def _open_array(self, value: list[JSONValue], path: Path, depth: int) -> list[JSONValue]:
        result: list[JSONValue] = []
        for position, element in enumerate(value):
            place = (*path, position)
            if not (isinstance(element, dict) and _ELEMENT in element):
                result.append(self._open(element, place, depth + 1))
                continue
            if len(element) != 1:
                raise MalformedError("sd-jwt.digests")
            found = self._take(element[_ELEMENT], place)
            if found is None:
                continue
            encoded, content = found
            if len(content) != 2:  # noqa: PLR2004 -- salt, value
                raise MalformedError("sd-jwt.disclosure")
            self.used.append(Disclosure(place, encoded, content[1]))
            result.append(self._open(_copy(content[1]), place, depth + 1))
        return result

    def _take(self, digest: JSONValue, place: Path) -> tuple[str, list[JSONValue]] | None:
        if not isinstance(digest, str):
            raise MalformedError("sd-jwt.digests")
        if digest in self._seen:
            raise VerificationError("sd-jwt.digest-twice")
        self._seen.add(digest)
        encoded = self._waiting.pop(digest, None)
        if encoded is None:
            self.hidden_at.append(place)
            return None
        content = parse_json(jose.parse_base64url(encoded))
        if not isinstance(content, list) or not content or not isinstance(content[0], str):
            raise MalformedError("sd-jwt.disclosure")
        return encoded, content


def _split(untrusted: str) -> tuple[str, list[str], str]:
    if len(untrusted) > limits.JSON_MAX_BYTES:
        raise LimitError("sd-jwt.too-long")
    if not untrusted.isascii():
        raise MalformedError("sd-jwt.malformed")
    issuer_jwt, *encoded = untrusted.split("~", MAX_DISCLOSURES + 2)
    if not encoded:
        raise MalformedError("sd-jwt.malformed")
    binding = encoded.pop()
    if len(encoded) > MAX_DISCLOSURES:
        raise LimitError("sd-jwt.disclosures", limit=MAX_DISCLOSURES)
    if not all(encoded):
        raise MalformedError("sd-jwt.malformed")
    return issuer_jwt, encoded, binding


def _verify_binding(
    untrusted_binding: str, presentation: str, claims: Mapping[str, JSONValue]
) -> KeyBinding:
    confirmation = claims.get("cnf")
    jwk = confirmation.get("jwk") if isinstance(confirmation, dict) else None
    if not isinstance(jwk, dict):
        raise VerificationError("sd-jwt.key-binding")
    signed = jose.verify(untrusted_binding, jwk)
    payload = parse_json_object(signed.payload)
    audience, nonce, issued_at = (payload.get(name) for name in ("aud", "nonce", "iat"))
    if (
        signed.header.get("typ") != KEY_BINDING_TYPE
        or payload.get("sd_hash") != _digest(presentation)
        or not isinstance(audience, str)
        or not isinstance(nonce, str)
        or not isinstance(issued_at, int)
    ):
        raise VerificationError("sd-jwt.key-binding")
    return KeyBinding(audience, nonce, issued_at)


def _check_times(claims: Mapping[str, JSONValue], now: datetime) -> None:
    moment = now.timestamp()
    for name in ("exp", "nbf"):
        limit = claims.get(name)
        if limit is None:
            continue
        if isinstance(limit, bool) or not isinstance(limit, int | float):
            raise MalformedError("sd-jwt.times")
        if name == "exp" and moment >= limit:
            raise VerificationError("sd-jwt.expired")
        if name == "nbf" and moment < limit:
            raise VerificationError("sd-jwt.not-yet-valid")


def _hide(claims: dict[str, JSONValue], path: Path, salts: Iterator[bytes]) -> Disclosure:
    if not path:
        raise NotFoundError("sd-jwt.path")
    holder: JSONValue = claims
    for step in path[:-1]:
        holder = _child(holder, step)
    value = _child(holder, path[-1])
    _sort_digests(value)
    salt = next(salts)
    if len(salt) < SALT_BYTES:
        raise MalformedError("sd-jwt.salt")
    content = [jose.encode_base64url(salt), value]
    name = path[-1]
    if isinstance(holder, dict) and isinstance(name, str):
        content.insert(1, name)
        encoded = jose.encode_base64url(encode_json(content))
        del holder[name]
        digests = holder.setdefault(_DIGESTS, [])
        if isinstance(digests, list):
            digests.append(_digest(encoded))
    else:
        encoded = jose.encode_base64url(encode_json(content))
        if isinstance(holder, list) and isinstance(name, int):
            holder[name] = {_ELEMENT: _digest(encoded)}
    return Disclosure(path, encoded, value)


def _child(holder: JSONValue, step: str | int) -> JSONValue:
    if isinstance(holder, dict) and isinstance(step, str) and step in holder:
        return holder[step]
    if isinstance(holder, list) and isinstance(step, int) and 0 <= step < len(holder):
        return holder[step]
    raise NotFoundError("sd-jwt.path")


def _sort_digests(value: JSONValue) -> None:
    if isinstance(value, dict):
        digests = value.get(_DIGESTS)
        if isinstance(digests, list):
            digests.sort(key=str)
        for inner in value.values():
            _sort_digests(inner)
    elif isinstance(value, list):
        for inner in value:
            _sort_digests(inner)


def _refuse_reserved(value: JSONValue) -> None:
    if isinstance(value, dict):
        if _RESERVED & value.keys():
            raise MalformedError("sd-jwt.name")
        for inner in value.values():
            _refuse_reserved(inner)
    elif isinstance(value, list):
        for inner in value:
            _refuse_reserved(inner)


def _copy(value: JSONValue) -> JSONValue:
    """Return ``value`` with containers of its own, so that opening one leaves the other alone."""
    if isinstance(value, dict):
        return {name: _copy(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_copy(inner) for inner in value]
    return value


def _digest(text: str) -> str:
    return jose.encode_base64url(sha256(text.encode("utf-8")))
