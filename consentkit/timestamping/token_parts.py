"""A time-stamp reply taken apart, with nothing in it checked.

Source: RFC 3161 section 2.4.2, RFC 5652.
"""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from asn1crypto import cms, core, tsp
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm

from consentkit.kernel import limits
from consentkit.kernel.errors import LimitError, MalformedError, VerificationError

_GRANTED: Final = {"granted", "granted_with_mods"}
_MAX_DEPTH = 32
"""Tokens with their chain nest 12 deep."""

_MAX_CERTIFICATES = 16
"""A chain has three or four."""

UNREADABLE = (
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


class _Reply(core.Sequence):  # type: ignore[misc]  # asn1crypto has no types
    """TimeStampResp as RFC 3161 has it; asn1crypto's own wants a token even in a refusal."""

    _fields: ClassVar[list[tuple[Any, ...]]] = [
        ("status", tsp.PKIStatusInfo),
        ("time_stamp_token", cms.ContentInfo, {"optional": True}),
    ]


@dataclass(frozen=True, slots=True)
class TokenParts:
    """A reply taken apart; nothing in it is checked.

    Attributes:
        token_der: The TimeStampToken, byte for byte.
        content: DER of the TSTInfo that is signed.
        info: The TSTInfo as asn1crypto reads it.
        signer_info: The one SignerInfo as asn1crypto reads it.
        certificates: Those the token carries, in their order.
        certificate_ders: The same, byte for byte.
        has_room: Something that no signature covers could hold bytes of somebody's choice.
    """

    token_der: bytes
    content: bytes
    info: Any
    signer_info: Any
    certificates: tuple[x509.Certificate, ...]
    certificate_ders: tuple[bytes, ...]
    has_room: bool


def check_der(untrusted: bytes) -> None:
    """Refuse what is not one DER value with definite lengths and little nesting.

    asn1crypto follows indefinite lengths by recursion and does not mind bytes that trail.

    Raises:
        MalformedError: ``time.malformed``.
        LimitError: ``time.too-long``.
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


def parse_reply(untrusted_reply: bytes) -> TokenParts:
    """Return the parts of a reply.

    Raises:
        MalformedError: ``time.malformed``: it is no reply with one token and one signer.
        LimitError: ``time.too-long``.
        VerificationError: ``time.rejected``: it grants nothing.
    """
    check_der(untrusted_reply)
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
        check_der(content_der)
        return TokenParts(
            token.dump(),
            content_der,
            tsp.TSTInfo.load(content_der, strict=True),
            signers[0],
            *_certificates(signed["certificates"]),
            _has_room(signed),
        )
    except UNREADABLE as exc:
        raise MalformedError("time.malformed") from exc


def granting_reply(token: bytes) -> bytes:
    """Return the reply that grants ``token``, whose bytes stay as they are."""
    body = b"\x30\x03\x02\x01\x00" + token
    length = len(body).to_bytes(4, "big").lstrip(b"\x00")
    short = len(body) < 0x80  # noqa: PLR2004 -- the short form of a DER length
    return b"\x30" + (length if short else bytes([0x80 | len(length)]) + length) + body


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
