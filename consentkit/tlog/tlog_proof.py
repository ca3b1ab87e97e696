"""C2SP ``tlog-proof@v1``: one text that shows an entry to be in a log, checked without the log.

::

    c2sp.org/tlog-proof@v1
    extra <base64>                                     (only when there is extra data)
    index 73894
    <base64 hash>                                      (none or more, from the leaf upwards)
                                                       (empty line)
    <the signed checkpoint, byte for byte>

Source: c2sp.org/tlog-proof@v1.
"""

import base64
import binascii
from collections.abc import Iterable
from dataclasses import dataclass

from consentkit.kernel.errors import LimitError, MalformedError
from consentkit.tlog.checkpoint import (
    VerifiedCheckpoint,
    parse_hash,
    parse_size,
    verify_checkpoint,
)
from consentkit.tlog.merkle import HASH_BYTES, MAX_TREE_SIZE, verify_inclusion
from consentkit.tlog.note import NOTE_MAX_BYTES, VerifierKey, parse_note

HEADER = "c2sp.org/tlog-proof@v1"
EXTRA_MAX_BYTES = 64 * 1024
"""Our proofs carry no extra data; another issuer's is read so far and otherwise ignored."""

PROOF_MAX_BYTES = NOTE_MAX_BYTES + 2 * EXTRA_MAX_BYTES
_MAX_HASHES = MAX_TREE_SIZE.bit_length()


@dataclass(frozen=True, slots=True)
class TlogProof:
    """An inclusion proof with the checkpoint it leads to, unchecked.

    Attributes:
        index: Position of the entry, from 0.
        hashes: Sibling hashes from the leaf upwards, 32 bytes each.
        checkpoint: The signed checkpoint's bytes.
        extra: Opaque data, authenticated by nothing; None when there is none.

    Raises:
        MalformedError: ``log.proof``: a value no proof could carry.
    """

    index: int
    hashes: tuple[bytes, ...]
    checkpoint: bytes
    extra: bytes | None = None

    def __post_init__(self) -> None:
        """Refuse what could not be written or read back."""
        if (
            not 0 <= self.index <= MAX_TREE_SIZE
            or len(self.hashes) > _MAX_HASHES
            or any(len(value) != HASH_BYTES for value in self.hashes)
            or self.extra == b""
        ):
            raise MalformedError("log.proof")

    def encode(self) -> bytes:
        """Return the proof as it is stored and sent."""
        lines = [HEADER]
        if self.extra is not None:
            lines.append(f"extra {base64.b64encode(self.extra).decode('ascii')}")
        lines.append(f"index {self.index}")
        lines.extend(base64.b64encode(value).decode("ascii") for value in self.hashes)
        return "\n".join([*lines, "", ""]).encode("ascii") + self.checkpoint


def parse_tlog_proof(untrusted: bytes) -> TlogProof:
    """Return the parts of a proof, unchecked.

    Raises:
        MalformedError: ``log.proof``, ``log.number``, ``log.hash`` or ``note.malformed``.
        LimitError: ``log.proof-too-long``, or as ``parse_note``.
    """
    if len(untrusted) > PROOF_MAX_BYTES:
        raise LimitError("log.proof-too-long", limit_bytes=PROOF_MAX_BYTES)
    head, separator, checkpoint = untrusted.partition(b"\n\n")
    try:
        lines = head.decode("ascii").split("\n")
    except UnicodeDecodeError as exc:
        raise MalformedError("log.proof") from exc
    if not separator or lines.pop(0) != HEADER:
        raise MalformedError("log.proof")
    extra = None
    if lines and lines[0].startswith("extra "):
        extra = _parse_extra(lines.pop(0).removeprefix("extra "))
    if not lines or not lines[0].startswith("index "):
        raise MalformedError("log.proof")
    index = parse_size(lines.pop(0).removeprefix("index "))
    parse_note(checkpoint)
    return TlogProof(index, tuple(parse_hash(line) for line in lines), checkpoint, extra)


def verify_tlog_proof(
    proof: TlogProof,
    leaf: bytes,
    log_key: VerifierKey,
    witnesses: Iterable[VerifierKey] = (),
) -> VerifiedCheckpoint:
    """Return the checkpoint whose tree is proved to have ``leaf`` at the proof's index.

    Args:
        proof: As ``parse_tlog_proof`` returns it.
        leaf: The entry's leaf hash, 32 bytes.
        log_key: The log's key.
        witnesses: Keys of witnesses that are trusted.

    Raises:
        MalformedError: The checkpoint is none.
        VerificationError: As ``verify_checkpoint``, or ``log.inclusion``.
    """
    verified = verify_checkpoint(proof.checkpoint, log_key, witnesses)
    head = verified.checkpoint
    verify_inclusion(leaf, proof.index, head.size, proof.hashes, head.root)
    return verified


def _parse_extra(untrusted: str) -> bytes:
    try:
        extra = base64.b64decode(untrusted, validate=True)
    except (binascii.Error, ValueError) as exc:
        raise MalformedError("log.proof") from exc
    if not extra or base64.b64encode(extra).decode("ascii") != untrusted:
        raise MalformedError("log.proof")
    if len(extra) > EXTRA_MAX_BYTES:
        raise LimitError("log.proof-too-long", limit_bytes=EXTRA_MAX_BYTES)
    return extra
