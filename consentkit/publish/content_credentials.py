"""Content credentials (C2PA) in a video: signed into a new file, and read back.

The one module that loads c2pa-python, late, because it is native code and an extra that need not be
installed. It gets files of our own alone: the video that was checked, and what was signed here.

The signer's certificate is issued by the vault's own issuer, the key that signs receipts: readers
who do not know that issuer say so ("unknown issuer"), and rightly. Each video gets a key of its
own that is forgotten once it has signed; what stays is the issuer's key, in the vault. No time
authority is asked: when a video was checked is proven by the log.

Source: C2PA Technical Specification 2.2, clause 14 (credentials); RFC 5280.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, BinaryIO

import msgspec
from typing_extensions import override

from consentkit.kernel.durable import resource_error
from consentkit.kernel.errors import InputError, ResourceError, VerificationError
from consentkit.kernel.limits import MIB
from consentkit.kernel.progress import CancelToken, Progress, ProgressUpdate, silent

if TYPE_CHECKING:
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric import ec

STEP = "credentials.sign"
ORGANIZATION = "ConsentKit, self-issued"

_ROOT_YEARS = timedelta(days=30 * 365)
_SIGNER_YEARS = timedelta(days=25 * 365)
"""As long as the longest permission: without a time token, credentials end with the certificate."""

_HEAD_BYTES = 12
_BRAND_OF_QUICKTIME = b"qt  "
_HELD_MIB = 64
"""What the library holds of its working copy in memory; beyond, it is an unnamed temporary file.

Digests take up to 512 MiB more, whatever the length of the video."""

_UNKNOWN_ISSUER = "signingCredential.untrusted"
"""Stands among the failures of credentials that hold but for their issuer."""

_TELL_EVERY_BYTES = 4 * MIB


@dataclass(frozen=True, slots=True)
class ReadCredentials:
    """What the credentials of a video say, their signature and digests checked.

    Attributes:
        label: Identifier of the manifest.
        assertions: Every assertion's data by its label.
        ingredients: Relationship and identity of every ingredient, in order.
        is_trusted: The signer's certificate leads to the root that was given.
    """

    label: str
    assertions: Mapping[str, object]
    ingredients: tuple[tuple[str, str], ...]
    is_trusted: bool


class _Assertion(msgspec.Struct):
    label: str
    data: object = None


class _Ingredient(msgspec.Struct):
    relationship: str = ""
    instance_id: str = ""


class _Manifest(msgspec.Struct):
    assertions: list[_Assertion] = []
    ingredients: list[_Ingredient] = []


class _Status(msgspec.Struct):
    code: str


class _Statuses(msgspec.Struct):
    failure: list[_Status] = []


class _Results(msgspec.Struct, rename="camel"):
    active_manifest: _Statuses | None = None


class _Store(msgspec.Struct):
    active_manifest: str
    manifests: dict[str, _Manifest]
    validation_state: str
    validation_results: _Results = msgspec.field(default_factory=_Results)


def media_type_of(path: Path) -> str:
    """Return the media type of a video that can carry credentials.

    Raises:
        InputError: ``credentials.container``: it is neither MP4 nor QuickTime; ``file.unreadable``.

    Source: ISO/IEC 14496-12 clause 4.3.
    """
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD_BYTES)
    except OSError as exc:
        raise InputError("file.unreadable") from exc
    if head[4:8] != b"ftyp":
        raise InputError("credentials.container")
    return "video/quicktime" if head[8:12] == _BRAND_OF_QUICKTIME else "video/mp4"


def require_extra() -> None:
    """Return if credentials can be signed and read here.

    Raises:
        ResourceError: ``credentials.extra-missing``.
    """
    _c2pa()


def _c2pa() -> ModuleType:
    try:
        import c2pa
    except (ImportError, OSError, RuntimeError) as exc:
        # Its library may be missing, or be one for another machine.
        raise ResourceError("credentials.extra-missing") from exc
    return c2pa  # type: ignore[no-any-return]


# ── certificates ──


def make_root(issuer_pem: bytes, origin: str, now: datetime) -> str:
    """Return the certificate of a vault's issuer, signed by itself, as PEM.

    Args:
        issuer_pem: The issuer's P-256 private key, unencrypted PEM.
        origin: Name of the vault's log; no person is named.
        now: From when it holds.
    """
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization

    key = _private_key(issuer_pem)
    name = _name(f"Issuer of {origin}")
    made = (
        _builder(name, name, key.public_key(), key.public_key(), now, _ROOT_YEARS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_key_usage(is_root=True), critical=True)
        .sign(key, hashes.SHA256())
    )
    return made.public_bytes(serialization.Encoding.PEM).decode("ascii")


def _make_signer(issuer_pem: bytes, root_pem: str, now: datetime) -> tuple[bytes, bytes]:
    """Return a chain of certificates and the fresh private key of its first one, as PEM."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import ExtendedKeyUsageOID

    issuer = _private_key(issuer_pem)
    root = x509.load_pem_x509_certificate(root_pem.encode("ascii"))
    key = ec.generate_private_key(ec.SECP256R1())
    made = (
        _builder(
            _name("Signer of one video"),
            root.subject,
            key.public_key(),
            issuer.public_key(),
            now,
            min(_SIGNER_YEARS, root.not_valid_after_utc - now),
        )
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_key_usage(is_root=False), critical=True)
        .add_extension(
            # One of the two purposes that C2PA takes without a list of its own.
            x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]),
            critical=False,
        )
        .sign(issuer, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    chain = made.public_bytes(serialization.Encoding.PEM) + root_pem.encode("ascii")
    return chain, secret


def _private_key(pem: bytes) -> ec.EllipticCurvePrivateKey:
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = serialization.load_pem_private_key(pem, password=None)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise VerificationError("credentials.key")
    return key


def _name(common: str) -> x509.Name:
    from cryptography import x509
    from cryptography.x509.oid import NameOID

    return x509.Name([
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, ORGANIZATION),
        x509.NameAttribute(NameOID.COMMON_NAME, common),
    ])


def _builder(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePublicKey,
    issuer_key: ec.EllipticCurvePublicKey,
    now: datetime,
    term: timedelta,
) -> x509.CertificateBuilder:
    from cryptography import x509

    return (
        x509
        .CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + term)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key), critical=False
        )
    )


def _key_usage(*, is_root: bool) -> x509.KeyUsage:
    from cryptography import x509

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


# ── signing ──


@dataclass(frozen=True, slots=True)
class Signing:
    """What is signed, and for whom.

    Attributes:
        definition: The manifest, as ``wire.content_credentials`` makes it.
        parent: The ingredient that the checked video itself is.
        issuer_pem: The issuer's private key; not in the ``repr``.
        root_pem: Its certificate.
        at: From when the signer's certificate holds.
    """

    definition: Mapping[str, object]
    parent: Mapping[str, object]
    issuer_pem: bytes
    root_pem: str
    at: datetime

    @override
    def __repr__(self) -> str:
        """Return a text without the key."""
        return "Signing()"


def sign_video(
    source: Path,
    out: Path,
    signing: Signing,
    progress: Progress = silent,
    cancel: CancelToken | None = None,
) -> None:
    """Write a copy of a video with credentials to ``out``, synced to disk.

    Credentials that the video has already go along as those of the parent.

    Args:
        source: The checked video.
        out: A path where nothing is; whoever calls renames it, or deletes it after an error.
        signing: What is signed, and for whom.
        progress: Told bytes of the video.
        cancel: Asked at every few kilobytes.

    Raises:
        InputError: ``credentials.container``; ``file.unreadable``.
        ResourceError: ``credentials.extra-missing``, ``credentials.signing``,
            ``credentials.temporary-space``, or the disk.
        Cancelled: A stop was asked for.
    """
    c2pa = _c2pa()
    media_type = media_type_of(source)
    try:
        with source.open("rb") as stream, out.open("w+b") as target:
            total = os.fstat(stream.fileno()).st_size
            _require_temporary_space(total)
            watched = (_Watched(stream, total, progress, cancel), _Watched(target))
            _sign(c2pa, media_type, watched, signing)
            target.flush()
            os.fsync(target.fileno())
    except OSError as exc:
        raise resource_error(exc) from exc


def _require_temporary_space(size_bytes: int) -> None:
    """Return if the library finds room for its working copy.

    Raises:
        ResourceError: ``credentials.temporary-space``.
    """
    if size_bytes <= _HELD_MIB * MIB:
        return
    try:
        free = shutil.disk_usage(tempfile.gettempdir()).free
    except OSError as exc:
        raise ResourceError("credentials.temporary-space") from exc
    if free < size_bytes:
        raise ResourceError("credentials.temporary-space", needed_mib=size_bytes // MIB)


def _sign(
    c2pa: ModuleType, media_type: str, streams: tuple[_Watched, _Watched], signing: Signing
) -> None:
    source, target = streams
    chain, secret = _make_signer(signing.issuer_pem, signing.root_pem, signing.at)
    try:
        # Without an address of a time authority: None, as an empty one is taken for an address.
        info = c2pa.C2paSignerInfo(b"es256", chain, secret, None)
        with (
            _context(c2pa, signing.root_pem) as context,
            closing(c2pa.Signer.from_info(info)) as signer,
            closing(c2pa.Builder(dict(signing.definition), context)) as builder,
        ):
            builder.add_ingredient(dict(signing.parent), media_type, source)
            source.seek(0)
            builder.sign(signer, media_type, source, target)
    except c2pa.C2paError as exc:
        for stream in streams:
            stream.check()
        raise ResourceError("credentials.signing") from exc


class _Watched:
    """A file that tells how far it was read, and keeps what went wrong: the library drops it."""

    def __init__(
        self,
        stream: BinaryIO,
        total: int = 0,
        progress: Progress = silent,
        cancel: CancelToken | None = None,
    ) -> None:
        self._stream = stream
        self._total = total
        self._progress = progress
        self._cancel = cancel
        self._error: OSError | None = None
        self._done = 0
        self._told = 0

    def check(self) -> None:
        """Return if nothing went wrong.

        Raises:
            OSError: Reading or writing broke off.
            Cancelled: A stop was asked for.
        """
        if self._error is not None:
            raise self._error
        if self._cancel is not None:
            self._cancel.check()

    @contextmanager
    def _kept(self) -> Iterator[None]:
        try:
            yield
        except OSError as exc:
            self._error = exc
            raise

    def readinto(self, buffer: memoryview) -> int:
        """Read into ``buffer``."""
        if self._cancel is not None:
            self._cancel.check()
        with self._kept():
            count = self._stream.readinto(buffer)  # type: ignore[attr-defined]
        self._done += count
        if self._total and self._done - self._told >= _TELL_EVERY_BYTES:
            self._told = self._done
            self._progress(ProgressUpdate(STEP, min(self._done, self._total), self._total))
        return int(count)

    def read(self, size: int = -1) -> bytes:
        """Return at most ``size`` bytes."""
        with self._kept():
            return self._stream.read(size)

    def write(self, data: bytes) -> int:
        """Write ``data``."""
        with self._kept():
            return self._stream.write(data)

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to a place."""
        with self._kept():
            return self._stream.seek(offset, whence)

    def tell(self) -> int:
        """Return the place."""
        return self._stream.tell()

    def flush(self) -> None:
        """Hand what was written to the system."""
        with self._kept():
            self._stream.flush()


@contextmanager
def _context(c2pa: ModuleType, root_pem: str) -> Iterator[object]:
    """Yield the library's settings: nothing is fetched, and one root is trusted."""
    settings = c2pa.Settings.from_dict({
        "core": {"backing_store_memory_threshold_in_mb": _HELD_MIB},
        "builder": {"thumbnail": {"enabled": False}},
        "trust": {"user_anchors": root_pem},
        "verify": {
            "verify_trust": True,
            "remote_manifest_fetch": False,
            "ocsp_fetch": False,
        },
    })
    with closing(settings), closing(c2pa.Context(settings)) as context:
        yield context


# ── reading ──


def read_credentials(path: Path, root_pem: str) -> ReadCredentials:
    """Return what the credentials of a video say, after checking them against its bytes.

    Args:
        path: A video that was signed here.
        root_pem: The root that is trusted.

    Raises:
        InputError: ``credentials.none``: it has none; ``credentials.container``.
        VerificationError: ``credentials.not-valid``, with the fact ``reason``: they are not of
            these bytes, or their signature does not hold.
        ResourceError: ``credentials.extra-missing``; reading broke off.
    """
    c2pa = _c2pa()
    media_type = media_type_of(path)
    try:
        with path.open("rb") as stream, _context(c2pa, root_pem) as context:
            watched = _Watched(stream)
            try:
                with closing(c2pa.Reader(media_type, watched, context=context)) as reader:
                    text = str(reader.json())
            except c2pa.C2paError.ManifestNotFound as exc:
                raise InputError("credentials.none") from exc
            except c2pa.C2paError as exc:
                watched.check()
                raise VerificationError("credentials.not-valid", reason="unreadable") from exc
    except OSError as exc:
        raise ResourceError("file.read") from exc
    return _checked(text)


def _checked(text: str) -> ReadCredentials:
    try:
        store = msgspec.json.decode(text, type=_Store)
        manifest = store.manifests[store.active_manifest]
    except (msgspec.MsgspecError, KeyError) as exc:
        raise VerificationError("credentials.not-valid", reason="form") from exc
    statuses = store.validation_results.active_manifest or _Statuses()
    found = [item.code for item in statuses.failure if item.code != _UNKNOWN_ISSUER]
    if store.validation_state not in {"Valid", "Trusted"} or found:
        reason = found[0] if found else "state"
        raise VerificationError("credentials.not-valid", reason=reason)
    return ReadCredentials(
        store.active_manifest,
        {item.label: item.data for item in manifest.assertions},
        tuple((item.relationship, item.instance_id) for item in manifest.ingredients),
        store.validation_state == "Trusted",
    )
