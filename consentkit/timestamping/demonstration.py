"""A time authority for demonstrations: real requests, real signatures, no real authority.

It makes its own root and signing certificate, named so that nobody takes it for more, and answers
on this machine only. Its tokens prove nothing to anybody: whoever runs it sets its clock.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

from asn1crypto import cms, core, tsp
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from typing_extensions import override

from consentkit.kernel.clock import Clock
from consentkit.kernel.digest import sha256
from consentkit.kernel.errors import MalformedError
from consentkit.timestamping.authority import REPLY_TYPE, REQUEST_TYPE, TimeAuthority

POLICY = "2.25.330104498117291473016285130985046731562"
"""An object identifier below the arc of UUIDs, belonging to nobody."""

SUBJECT = "ConsentKit DEMONSTRATION {label} - not a real authority"

MAX_LABEL_CHARS = 12
"""X.509 ends a common name at 64 characters."""

_MAX_QUERY_BYTES = 4096
_VALIDITY = timedelta(days=30 * 365)


@dataclass(frozen=True, slots=True)
class _Identity:
    root: x509.Certificate
    signer: x509.Certificate
    key: ec.EllipticCurvePrivateKey


class DemonstrationAuthority:
    """A running demonstration authority; use it as a context manager.

    ::

        with DemonstrationAuthority("A", clock) as demonstration:
            request_token(demonstration.authority, data, nonce)

    Keys are drawn anew for every instance, so that two of them are two authorities. ``answer``
    works without entering the context, too. Leaving it stops the server and waits for its thread.

    Args:
        label: Tells instances apart, in certificates and names.
        clock: The time it certifies.

    Raises:
        MalformedError: ``time.label``: the label is empty or longer than ``MAX_LABEL_CHARS``.
    """

    def __init__(self, label: str, clock: Clock) -> None:
        if not 0 < len(label) <= MAX_LABEL_CHARS:
            raise MalformedError("time.label")
        self._label = label
        self._clock = clock
        self._identity = _make_identity(label, clock.now())
        self._serial = 0
        self._lock = threading.Lock()
        self._server: ThreadingHTTPServer | None = None
        self._thread: threading.Thread | None = None

    @property
    def root_pem(self) -> str:
        """Its root certificate, PEM."""
        return self._identity.root.public_bytes(Encoding.PEM).decode("ascii")

    @property
    def authority(self) -> TimeAuthority:
        """Itself as an authority to ask; the port is 0 while the server does not run."""
        port = self._server.server_port if self._server else 0
        return TimeAuthority(
            id=f"demonstration-{self._label.lower()}",
            name=SUBJECT.format(label=self._label),
            url=f"http://127.0.0.1:{port}/",
            root_pems=(self.root_pem,),
            is_demonstration=True,
        )

    def __enter__(self) -> Self:
        """Listen on a free port of 127.0.0.1."""
        server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self.answer))
        server.daemon_threads = True
        self._server = server
        self._thread = threading.Thread(
            target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
        )
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Stop listening."""
        if self._server is not None and self._thread is not None:
            self._server.shutdown()
            self._thread.join()
            self._server.server_close()
        self._server = self._thread = None

    def answer(self, untrusted_query: bytes) -> bytes:
        """Return the reply to a request: a token, or a refusal of what is no request for SHA-256.

        Any thread may call it.
        """
        try:
            query = tsp.TimeStampReq.load(untrusted_query, strict=True)
            imprint = query["message_imprint"]
            digest = imprint["hashed_message"].native
            algorithm = imprint["hash_algorithm"]["algorithm"].native
            nonce = query["nonce"].native
        except (ValueError, TypeError, KeyError):
            return _refusal("bad_data_format")
        if algorithm != "sha256" or len(digest) != hashes.SHA256.digest_size:
            return _refusal("bad_alg")
        with self._lock:
            self._serial += 1
            serial = self._serial
        return _token(self._identity, imprint, nonce, serial, self._clock.now())


def _token(
    identity: _Identity,
    imprint: Any,  # noqa: ANN401 -- asn1crypto has no types
    nonce: int | None,
    serial: int,
    now: datetime,
) -> bytes:
    info: dict[str, Any] = {
        "version": "v1",
        "policy": POLICY,
        "message_imprint": imprint,
        "serial_number": serial,
        "gen_time": core.GeneralizedTime(now.replace(microsecond=0)),
        "accuracy": {"seconds": 1},
    }
    if nonce is not None:
        info["nonce"] = nonce
    content = tsp.TSTInfo(info).dump()
    certificate = asn1_x509.Certificate.load(identity.signer.public_bytes(Encoding.DER))
    root = asn1_x509.Certificate.load(identity.root.public_bytes(Encoding.DER))
    pinned = {"cert_hash": sha256(certificate.dump())}
    attributes = cms.CMSAttributes([
        {"type": "content_type", "values": ["tst_info"]},
        {"type": "message_digest", "values": [sha256(content)]},
        {"type": "signing_certificate_v2", "values": [{"certs": [pinned]}]},
    ])
    signature = identity.key.sign(attributes.dump(), ec.ECDSA(hashes.SHA256()))
    signer = {
        "version": "v1",
        "sid": {
            "issuer_and_serial_number": {
                "issuer": certificate.issuer,
                "serial_number": certificate.serial_number,
            }
        },
        "digest_algorithm": {"algorithm": "sha256"},
        "signed_attrs": attributes,
        "signature_algorithm": {"algorithm": "sha256_ecdsa"},
        "signature": signature,
    }
    signed = {
        "version": "v3",
        "digest_algorithms": [{"algorithm": "sha256"}],
        "encap_content_info": {
            "content_type": "tst_info",
            "content": core.ParsableOctetString(content),
        },
        # DER wants the members of a SET in order; strict readers refuse them otherwise.
        "certificates": sorted((certificate, root), key=lambda item: bytes(item.dump())),
        "signer_infos": [signer],
    }
    token = {"content_type": "signed_data", "content": cms.SignedData(signed)}
    reply = tsp.TimeStampResp({"status": {"status": "granted"}, "time_stamp_token": token})
    return bytes(reply.dump())


def _refusal(reason: str) -> bytes:
    status = tsp.PKIStatusInfo({"status": "rejection", "fail_info": {reason}})
    # asn1crypto's reply cannot be without a token, a refusal must be.
    return bytes(core.SequenceOf([status], spec=tsp.PKIStatusInfo).dump())


def _make_identity(label: str, now: datetime) -> _Identity:
    root_key, key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    subject = SUBJECT.format(label=label)
    root_name = x509.Name([
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, "ConsentKit DEMONSTRATION"),
        x509.NameAttribute(NameOID.COMMON_NAME, f"ConsentKit DEMONSTRATION root {label}"),
    ])
    name = x509.Name([
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, "ConsentKit DEMONSTRATION"),
        x509.NameAttribute(NameOID.COMMON_NAME, subject),
    ])
    root = (
        _builder(root_name, root_name, root_key, root_key, now)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_key_usage(is_root=True), critical=True)
        .sign(root_key, hashes.SHA256())
    )
    signer = (
        _builder(name, root_name, key, root_key, now)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_key_usage(is_root=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
        .sign(root_key, hashes.SHA256())
    )
    return _Identity(root, signer, key)


def _builder(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    issuer_key: ec.EllipticCurvePrivateKey,
    now: datetime,
) -> x509.CertificateBuilder:
    return (
        x509
        .CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + _VALIDITY)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()),
            critical=False,
        )
    )


def _key_usage(*, is_root: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not is_root,
        key_cert_sign=is_root,
        crl_sign=is_root,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _handler(answer: Callable[[bytes], bytes]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        """Answers one request; says nothing to the console."""

        timeout = 10

        def do_POST(self) -> None:
            """Answer a time-stamp query."""
            length = self.headers.get("Content-Length", "")
            if (
                self.headers.get("Content-Type") != REQUEST_TYPE
                or not length.isdecimal()
                or int(length) > _MAX_QUERY_BYTES
            ):
                self.send_error(400)
                return
            reply = answer(self.rfile.read(int(length)))
            self.send_response(200)
            self.send_header("Content-Type", REPLY_TYPE)
            self.send_header("Content-Length", str(len(reply)))
            self.end_headers()
            self.wfile.write(reply)

        @override
        def log_message(self, format: str, *args: object) -> None:
            """Keep quiet."""

    return Handler
