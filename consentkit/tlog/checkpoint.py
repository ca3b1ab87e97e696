"""Checkpoints: a log's head, as C2SP ``tlog-checkpoint`` writes it into a signed note.

Source: c2sp.org/tlog-checkpoint.
"""

import base64
import binascii
import re
from collections.abc import Iterable
from dataclasses import dataclass

from consentkit.kernel.errors import MalformedError, VerificationError
from consentkit.tlog.merkle import EMPTY_ROOT, HASH_BYTES, MAX_TREE_SIZE
from consentkit.tlog.note import (
    Note,
    NoteSigner,
    SignatureType,
    VerifiedSignature,
    VerifierKey,
    check_key_name,
    parse_note,
    sign_note,
    verify_note,
)

_NUMBER = re.compile(r"0|[1-9][0-9]{0,18}")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The head of a log.

    Attributes:
        origin: The log's identity, one line; also the name of its key.
        size: Number of entries.
        root: Root hash over them, 32 bytes.
        extensions: Further lines, opaque, none of them empty; ours have none.

    Raises:
        MalformedError: ``log.checkpoint``: a value no checkpoint could carry.
    """

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what could not be written or read back."""
        lines = (self.origin, *self.extensions)
        if (
            not all(lines)
            or any(char < " " for line in lines for char in line)
            or not 0 <= self.size <= MAX_TREE_SIZE
            or len(self.root) != HASH_BYTES
            or (self.size == 0 and self.root != EMPTY_ROOT)
        ):
            raise MalformedError("log.checkpoint")

    def encode(self) -> str:
        """Return the text of the note, with its last newline."""
        root = base64.b64encode(self.root).decode("ascii")
        return "\n".join([self.origin, str(self.size), root, *self.extensions]) + "\n"


@dataclass(frozen=True, slots=True)
class VerifiedCheckpoint:
    """A checkpoint that the log's key signed.

    Attributes:
        checkpoint: The head.
        cosignatures: Cosignatures by known witnesses that hold.
    """

    checkpoint: Checkpoint
    cosignatures: tuple[VerifiedSignature, ...]


def parse_size(untrusted: str) -> int:
    """Return a tree size or index written in decimal without leading zeroes.

    Raises:
        MalformedError: ``log.number``.
    """
    if _NUMBER.fullmatch(untrusted) is None or int(untrusted) > MAX_TREE_SIZE:
        raise MalformedError("log.number")
    return int(untrusted)


def parse_hash(untrusted: str) -> bytes:
    """Return the 32 bytes of a hash written in base64, in its one canonical spelling.

    Raises:
        MalformedError: ``log.hash``.
    """
    try:
        value = base64.b64decode(untrusted, validate=True)
    except (binascii.Error, ValueError) as exc:
        raise MalformedError("log.hash") from exc
    if len(value) != HASH_BYTES or base64.b64encode(value).decode("ascii") != untrusted:
        raise MalformedError("log.hash")
    return value


def parse_checkpoint_text(untrusted: str) -> Checkpoint:
    """Return the checkpoint that the text of a note spells; its signatures are another matter.

    Raises:
        MalformedError: ``log.checkpoint``, ``log.number`` or ``log.hash``.
    """
    lines = untrusted.split("\n")
    if len(lines) < 4 or lines.pop():  # noqa: PLR2004 -- three lines and the last newline
        raise MalformedError("log.checkpoint")
    origin, size, root, *extensions = lines
    return Checkpoint(origin, parse_size(size), parse_hash(root), tuple(extensions))


def sign_checkpoint(checkpoint: Checkpoint, signer: NoteSigner) -> Note:
    """Return the signed note of ``checkpoint``.

    Raises:
        MalformedError: The key's name is not the origin.
    """
    if signer.verifier.name != checkpoint.origin:
        raise MalformedError("log.origin")
    check_key_name(checkpoint.origin)
    return sign_note(checkpoint.encode(), [signer])


def verify_checkpoint(
    untrusted: bytes, log_key: VerifierKey, witnesses: Iterable[VerifierKey] = ()
) -> VerifiedCheckpoint:
    """Return the checkpoint that the log's key has signed, with the witnesses' cosignatures.

    Args:
        untrusted: The signed note.
        log_key: The log's key; its name is the only origin taken.
        witnesses: Keys of witnesses that are trusted, of type ``COSIGNATURE_V1``.

    Raises:
        MalformedError: It is no signed note or no checkpoint.
        LimitError: It is longer than we accept.
        VerificationError: ``note.bad-signature`` when a signature by a known key does not hold,
            ``note.unknown-key`` when the log's own is missing, ``log.origin`` when it is another
            log's checkpoint.
    """
    if log_key.type is not SignatureType.ED25519:
        raise MalformedError("note.key")
    keys = [key for key in witnesses if key.type is SignatureType.COSIGNATURE_V1]
    verified = verify_note(parse_note(untrusted), [log_key, *keys])
    if all(signature.key != log_key for signature in verified.signatures):
        raise VerificationError("note.unknown-key")
    checkpoint = parse_checkpoint_text(verified.text)
    if checkpoint.origin != log_key.name:
        raise VerificationError("log.origin")
    return VerifiedCheckpoint(
        checkpoint,
        tuple(signature for signature in verified.signatures if signature.key != log_key),
    )
