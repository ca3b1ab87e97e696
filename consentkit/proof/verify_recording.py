"""The recording of a proof: was it in the log before the receipt was?

That the recording was sealed before anybody was asked about it is worth something only when the log
shows it. The log entry of its adding travels with the proof, and its place is held against the
receipt's.
"""

from consentkit.domain.evidence import EvidenceKind
from consentkit.kernel.errors import MalformedError, VerificationError
from consentkit.proof import bundle
from consentkit.proof.bundle_reader import BundleReader
from consentkit.proof.claims import Claims, RecordingClaim, read_claims, read_recording
from consentkit.proof.findings import Findings
from consentkit.tlog.merkle import leaf_hash
from consentkit.tlog.note import VerifierKey
from consentkit.tlog.tlog_proof import parse_tlog_proof, verify_tlog_proof
from consentkit.wire import sd_jwt
from consentkit.wire.canonical_json import JSONValue

INGEST = "ingest"
"""Kind of the log entry that a recording's adding makes."""


def recordings_of_excerpts(claims: Claims) -> tuple[RecordingClaim, ...]:
    """Return the disclosed recordings that a disclosed excerpt is from."""
    named = {
        item.recording_sha256
        for item in claims.evidence
        if item.kind == EvidenceKind.EXCERPT.value and item.recording_sha256
    }
    return tuple(item for item in claims.recordings if item.sha256 in named and item.packet_trees)


def verify_recording(
    reader: BundleReader, found: Findings, issuer_jwk: dict[str, JSONValue], log_key: VerifierKey
) -> None:
    """Add the line ``recording`` to what was found, where the receipt names an excerpt.

    Args:
        reader: The bundle.
        found: Takes the line; its receipt was found to be in the log.
        issuer_jwk: The issuer's key, which the receipt was checked with.
        log_key: The log's key, which the receipt names.
    """
    claims = found.claims
    if claims is None:
        return
    is_there = reader.has(bundle.RECORDING) or reader.has(bundle.RECORDING_PROOF)
    if not is_there:
        if any(item.kind == EvidenceKind.EXCERPT.value for item in claims.evidence):
            found.open("recording", "recording.not-included")
        return
    with found.checking("recording"):
        try:
            compact = reader.read(bundle.RECORDING).decode("ascii")
        except UnicodeDecodeError as exc:
            raise MalformedError("recording.not-ascii") from exc
        recording = ingest_recording(compact, issuer_jwk, claims)
        index = prove_earlier(
            compact,
            reader.read(bundle.RECORDING_PROOF),
            log_key,
            checkpoint=found.checkpoint,
            before=found.log_index,
        )
        wanted = recordings_of_excerpts(claims)
        if not wanted:
            found.open("recording", "recording.not-disclosed")
            return
        if recording not in wanted:
            raise VerificationError("recording.other")
        found.is_recording_logged_first = True
        found.passed("recording", sha256=recording.sha256, index=str(index))


def ingest_recording(
    untrusted: str, issuer_jwk: dict[str, JSONValue], receipt: Claims
) -> RecordingClaim:
    """Return the recording that a log entry of the receipt's issuer and log adds.

    Raises:
        InputError: The entry is not to its format.
        VerificationError: Its signature does not hold, or it is another kind of entry
            (``recording.entry-kind``) or another log's (``recording.other-log``).
    """
    entry = read_claims(sd_jwt.verify(untrusted, issuer_jwk).claims)
    if entry.kind != INGEST:
        raise VerificationError("recording.entry-kind")
    if (entry.log_key, entry.issuer) != (receipt.log_key, receipt.issuer):
        raise VerificationError("recording.other-log")
    return read_recording(entry.whole.child("recording"))


def prove_earlier(
    entry: str, untrusted_proof: bytes, log_key: VerifierKey, *, checkpoint: bytes, before: int
) -> int:
    """Return the entry's place in the log, which is lower than ``before``.

    Args:
        entry: The entry as SD-JWT in compact form.
        untrusted_proof: C2SP tlog-proof of its issuer-signed part.
        log_key: The log's key.
        checkpoint: The signed checkpoint the proof must lead to, byte for byte.
        before: Place of the receipt.

    Raises:
        MalformedError: The proof is not to its format.
        VerificationError: The entry is not in that checkpoint, or not before the receipt
            (``recording.after-receipt``).
    """
    proof = parse_tlog_proof(untrusted_proof)
    if proof.checkpoint != checkpoint:
        raise VerificationError("log.other-checkpoint")
    verify_tlog_proof(proof, leaf_hash(entry.split("~", 1)[0].encode("ascii")), log_key)
    if proof.index >= before:
        raise VerificationError("recording.after-receipt")
    return proof.index
