"""Signed notes: a text and the signatures under it, as C2SP ``signed-note`` writes them.

::

    example.com/log
    5
    CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
                                                       (empty line)
    — example.com/log Az3grlgt...

Two types of signature are known: plain Ed25519 (``0x01``), which a log makes, and the timestamped
Ed25519 cosignature/v1 (``0x04``), which a witness makes.

Invariants:
    A signature by a known key that does not hold makes the whole note refused.
    Signatures by unknown keys are ignored, also when they share a name or an identifier with a
    known one.
    Nothing in the text is used before one known signature has held.

Source: c2sp.org/signed-note@v1.0.0, c2sp.org/tlog-cosignature.
"""

import base64
import binascii
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from consentkit.kernel.digest import sha256
from consentkit.kernel.errors import LimitError, MalformedError, VerificationError

NOTE_MAX_BYTES = 256 * 1024
"""A checkpoint with 16 Ed25519 signatures has 3 KiB; post-quantum ones are up to 5 kB each."""

NOTE_MAX_SIGNATURES = 64
"""The format wants at least 16 taken; each costs a verification."""

_DASH = "\N{EM DASH} "
_KEY_BYTES = 32
_ID_BYTES = 4
_SIGNATURE_BYTES = 64
_TIMESTAMP_BYTES = 8
_MAX_TIMESTAMP = 2**63 - 1


class SignatureType(IntEnum):
    """What a key signs, and how; the byte is part of the key's identifier."""

    ED25519 = 0x01  # The note's text.
    COSIGNATURE_V1 = 0x04  # A header, a time and the text of a checkpoint.


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """A public key with the name it signs under.

    Attributes:
        name: Key name; not empty, without Unicode spaces and ``+``.
        public_key: The Ed25519 public key, 32 bytes.
        type: What the key signs.

    Raises:
        MalformedError: ``note.key-name`` or ``note.key``.
    """

    name: str
    public_key: bytes
    type: SignatureType = SignatureType.ED25519

    def __post_init__(self) -> None:
        """Refuse a name or a key no signature line could carry."""
        check_key_name(self.name)
        if len(self.public_key) != _KEY_BYTES:
            raise MalformedError("note.key")

    @property
    def key_id(self) -> bytes:
        """The 4 bytes that stand before the signatures of this key."""
        return sha256(self.name.encode("utf-8") + b"\n" + bytes([self.type]) + self.public_key)[
            :_ID_BYTES
        ]

    def encode(self) -> str:
        """Return the key as a vkey: ``name+hex id+base64(type and key)``."""
        material = base64.b64encode(bytes([self.type]) + self.public_key).decode("ascii")
        return f"{self.name}+{self.key_id.hex()}+{material}"


@dataclass(frozen=True, slots=True, eq=False)
class NoteSigner:
    """A private key with the name it signs under.

    Attributes:
        verifier: The public half.
        private_key: The private half; not in the ``repr``.
    """

    verifier: VerifierKey
    private_key: Ed25519PrivateKey = field(repr=False)

    @classmethod
    def from_seed(
        cls, name: str, seed: bytes, signature_type: SignatureType = SignatureType.ED25519
    ) -> "NoteSigner":
        """Return the signer whose Ed25519 private key is ``seed``, 32 random bytes.

        Raises:
            MalformedError: The seed has another length, or the name cannot be a key name.
        """
        if len(seed) != _KEY_BYTES:
            raise MalformedError("note.key")
        key = Ed25519PrivateKey.from_private_bytes(seed)
        public = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        return cls(VerifierKey(name, public, signature_type), key)


@dataclass(frozen=True, slots=True)
class NoteSignature:
    """One signature line.

    Attributes:
        name: Key name.
        key_id: The 4 bytes that name the key.
        signature: The bytes after the identifier.
    """

    name: str
    key_id: bytes
    signature: bytes

    def encode(self) -> str:
        """Return the line, with its newline."""
        blob = base64.b64encode(self.key_id + self.signature).decode("ascii")
        return f"{_DASH}{self.name} {blob}\n"


@dataclass(frozen=True, slots=True)
class Note:
    """A note whose signatures are not checked.

    Attributes:
        text: The signed text, with its last newline.
        signatures: The signature lines in their order.
    """

    text: str
    signatures: tuple[NoteSignature, ...]

    def encode(self) -> bytes:
        """Return the note as it is stored and sent."""
        lines = "".join(signature.encode() for signature in self.signatures)
        return f"{self.text}\n{lines}".encode()


@dataclass(frozen=True, slots=True)
class VerifiedSignature:
    """A signature by a known key that holds.

    Attributes:
        key: The key.
        posix_time: For a cosignature, when the witness says it saw the checkpoint, in seconds
            since 1970; None for a plain signature.
    """

    key: VerifierKey
    posix_time: int | None = None


@dataclass(frozen=True, slots=True)
class VerifiedNote:
    """A note of which at least one known key's signature holds, and none of a known key fails.

    Attributes:
        text: The signed text, with its last newline.
        signatures: Those that hold, in the order of their lines.
    """

    text: str
    signatures: tuple[VerifiedSignature, ...]


def check_key_name(name: str) -> str:
    """Return ``name`` if it can be the name of a key.

    Raises:
        MalformedError: ``note.key-name``: it is empty, or has a space, ``+`` or control character.
    """
    if not name or "+" in name or any(char.isspace() or char < " " for char in name):
        raise MalformedError("note.key-name")
    return name


def parse_verifier_key(untrusted: str) -> VerifierKey:
    """Return the key that a vkey spells.

    Raises:
        MalformedError: ``note.key`` or ``note.key-name``: it is no vkey, of another type, or its
            identifier is not that of the key.
    """
    parts = untrusted.split("+", 2)
    if len(parts) != 3:  # noqa: PLR2004 -- name, identifier, key
        raise MalformedError("note.key")
    name, key_id, material = parts
    blob = _parse_base64(material, "note.key")
    if not blob or blob[0] not in set(SignatureType):
        raise MalformedError("note.key")
    key = VerifierKey(name, blob[1:], SignatureType(blob[0]))
    if key.key_id.hex() != key_id:
        raise MalformedError("note.key")
    return key


def sign_note(text: str, signers: Sequence[NoteSigner]) -> Note:
    """Return ``text`` with a plain Ed25519 signature by each of ``signers``.

    Raises:
        MalformedError: The text cannot stand in a note, there is no signer, or one is a witness's.
    """
    _check_text(text)
    if not signers:
        raise MalformedError("note.signatures")
    return Note(text, tuple(_sign(text, signer) for signer in signers))


def cosign_note(note: Note, witness: NoteSigner, posix_time: int) -> Note:
    """Return the note of a checkpoint with a witness's cosignature/v1 added.

    Args:
        note: The note; whoever cosigns has checked its signature and consistency.
        witness: A signer of type ``COSIGNATURE_V1``.
        posix_time: When, in seconds since 1970.

    Raises:
        MalformedError: The signer is no witness's, or the time is out of range.
    """
    if witness.verifier.type is not SignatureType.COSIGNATURE_V1:
        raise MalformedError("note.key")
    if not 0 <= posix_time <= _MAX_TIMESTAMP:
        raise MalformedError("note.time")
    signature = witness.private_key.sign(_cosigned_message(note.text, posix_time))
    line = NoteSignature(
        witness.verifier.name,
        witness.verifier.key_id,
        posix_time.to_bytes(_TIMESTAMP_BYTES, "big") + signature,
    )
    return Note(note.text, (*note.signatures, line))


def parse_note(untrusted: bytes) -> Note:
    """Return text and signatures of a note, unchecked.

    Raises:
        MalformedError: ``note.malformed``: it is no signed note.
        LimitError: ``note.too-long`` or ``note.signatures``.
    """
    if len(untrusted) > NOTE_MAX_BYTES:
        raise LimitError("note.too-long", limit_bytes=NOTE_MAX_BYTES)
    try:
        whole = untrusted.decode("utf-8")
    except UnicodeDecodeError as exc:
        raise MalformedError("note.malformed") from exc
    if any(char < " " and char != "\n" for char in whole):
        raise MalformedError("note.malformed")
    body, separator, tail = whole.rpartition("\n\n")
    if not separator or not tail.endswith("\n"):
        raise MalformedError("note.malformed")
    lines = tail[:-1].split("\n")
    if len(lines) > NOTE_MAX_SIGNATURES:
        raise LimitError("note.signatures", limit=NOTE_MAX_SIGNATURES)
    return Note(body + "\n", tuple(_parse_signature(line) for line in lines))


def verify_note(note: Note, keys: Iterable[VerifierKey]) -> VerifiedNote:
    """Return the note with those of its signatures that known keys made.

    Raises:
        VerificationError: ``note.bad-signature`` when a signature by one of ``keys`` does not hold;
            ``note.unknown-key`` when none of the signatures is by one of them.
    """
    known = {(key.name, key.key_id): key for key in keys}
    held: dict[tuple[str, bytes], VerifiedSignature] = {}
    for line in note.signatures:
        place = (line.name, line.key_id)
        key = known.get(place)
        if key is None:
            continue
        verified = _verify_signature(note.text, line.signature, key)
        held.setdefault(place, verified)
    if not held:
        raise VerificationError("note.unknown-key")
    return VerifiedNote(note.text, tuple(held.values()))


def _sign(text: str, signer: NoteSigner) -> NoteSignature:
    key = signer.verifier
    if key.type is not SignatureType.ED25519:
        raise MalformedError("note.key")
    return NoteSignature(key.name, key.key_id, signer.private_key.sign(text.encode("utf-8")))


def _verify_signature(text: str, signature: bytes, key: VerifierKey) -> VerifiedSignature:
    posix_time: int | None = None
    message = text.encode("utf-8")
    if key.type is SignatureType.COSIGNATURE_V1:
        posix_time = int.from_bytes(signature[:_TIMESTAMP_BYTES], "big")
        signature = signature[_TIMESTAMP_BYTES:]
        message = _cosigned_message(text, posix_time)
    if len(signature) != _SIGNATURE_BYTES or (posix_time or 0) > _MAX_TIMESTAMP:
        raise VerificationError("note.bad-signature")
    try:
        Ed25519PublicKey.from_public_bytes(key.public_key).verify(signature, message)
    except (InvalidSignature, ValueError) as exc:
        raise VerificationError("note.bad-signature") from exc
    return VerifiedSignature(key, posix_time)


def _cosigned_message(text: str, posix_time: int) -> bytes:
    return f"cosignature/v1\ntime {posix_time}\n{text}".encode()


def _parse_signature(line: str) -> NoteSignature:
    name, space, blob = line.removeprefix(_DASH).partition(" ")
    if not line.startswith(_DASH) or not space:
        raise MalformedError("note.malformed")
    data = _parse_base64(blob, "note.malformed")
    if len(data) <= _ID_BYTES:
        raise MalformedError("note.malformed")
    try:
        check_key_name(name)
    except MalformedError as exc:
        raise MalformedError("note.malformed") from exc
    return NoteSignature(name, data[:_ID_BYTES], data[_ID_BYTES:])


def _check_text(text: str) -> None:
    if not text.endswith("\n") or any(char < " " and char != "\n" for char in text):
        raise MalformedError("note.text")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as exc:
        raise MalformedError("note.text") from exc


def _parse_base64(untrusted: str, code: str) -> bytes:
    try:
        data = base64.b64decode(untrusted, validate=True)
    except (binascii.Error, ValueError) as exc:
        raise MalformedError(code) from exc
    if base64.b64encode(data).decode("ascii") != untrusted:
        raise MalformedError(code)
    return data
