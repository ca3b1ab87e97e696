"""The excerpt of a proof: is it the one the receipt names, and are its packets the recording's?"""

import contextlib
import hashlib
import io
from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO

from consentkit.domain.evidence import EvidenceKind
from consentkit.domain.recording import PacketTree
from consentkit.kernel.digest import CHUNK_BYTES
from consentkit.kernel.errors import MalformedError, ResourceError, VerificationError
from consentkit.kernel.progress import CancelToken
from consentkit.proof import bundle
from consentkit.proof.age_files import SEALED_PROOF_MAX_BYTES, decrypt_stream
from consentkit.proof.bundle_reader import BundleReader
from consentkit.proof.findings import Findings
from consentkit.proof.verify_consistency import claimed_range, parse_seconds
from consentkit.wire.canonical_json import parse_json_object

CheckExcerpt = Callable[[BinaryIO, str, str, tuple[PacketTree, ...]], None]
"""Holds an excerpt against its packet proof; raises ``VerificationError`` or ``InputError``.

Takes the excerpt as a seekable stream, its extension ("mp4", empty when it was sealed), the proof's
JSON text, and the recording's packet trees as the signed receipt names them.
"""

RANGE_MAX_CHARS = 300
"""Longest text of a range that is repeated in a report; ours have some 20 characters."""


def verify_excerpt(
    reader: BundleReader,
    found: Findings,
    check_excerpt: CheckExcerpt | None,
    identities: Sequence[str],
    cancel: CancelToken | None,
) -> None:
    """Add the lines ``excerpt`` and ``excerpt.recording`` to what was found.

    Raises:
        ResourceError: Reading broke off.
        Cancelled: A stop was asked for.
    """
    if found.claims is None:
        if reader.excerpt_names:
            found.open("excerpt", "needs.receipt")
        return
    named = {
        item.sha256: item
        for item in found.claims.evidence
        if item.kind == EvidenceKind.EXCERPT.value
    }
    if not reader.excerpt_names:
        if named:
            found.open("excerpt", "excerpt.not-included")
        return
    if len(reader.excerpt_names) > 1:
        found.failed("excerpt", "excerpt.more-than-one")
        return
    if not named:
        found.open("excerpt", "excerpt.not-disclosed")
        return
    (name,) = reader.excerpt_names
    if name.endswith(".age") and not identities:
        found.open("excerpt", "excerpt.sealed")
        found.open("excerpt.recording", "needs.excerpt")
        return
    with found.checking("excerpt"), contextlib.ExitStack() as stack:
        try:
            stream = stack.enter_context(_excerpt_stream(reader, name, identities, cancel))
        except VerificationError as exc:
            # Sealed to somebody else, or changed: without the right key the two look the same.
            found.open("excerpt", exc.code)
            return
        digest = _stream_sha256(stream, cancel)
        if digest not in named:
            raise VerificationError("excerpt.other")
        found.passed("excerpt", sha256=digest, range=named[digest].range_text[:RANGE_MAX_CHARS])
        trees = next(
            (
                item.packet_trees
                for item in found.claims.recordings
                if item.sha256 == named[digest].recording_sha256
            ),
            (),
        )
        stream.seek(0)
        extension = "" if name.endswith(".age") else name.rsplit(".", 1)[1]
        with found.checking("excerpt.recording"):
            if reader.has(bundle.EXCERPT_PROOF):
                _check_range(reader, found, digest)
            _check_packets(reader, found, check_excerpt, stream, extension, trees)


def _check_range(reader: BundleReader, found: Findings, digest: str) -> None:
    """Hold the range the receipt names against the one the packet proof was made for."""
    proof = parse_json_object(reader.read(bundle.EXCERPT_PROOF))
    named = proof.get("source_range")
    ends = (
        [parse_seconds(item) for item in named if isinstance(item, str)]
        if isinstance(named, list)
        else []
    )
    for item in found.claims.whole.children("evidence") if found.claims else ():
        if item.text("sha256") != digest or item.text("kind") != EvidenceKind.EXCERPT.value:
            continue
        claimed = claimed_range(item.child("source_range"))
        if claimed is None or ends != [claimed.start, claimed.end]:
            raise VerificationError("evidence.source-range")


def _check_packets(
    reader: BundleReader,
    found: Findings,
    check_excerpt: CheckExcerpt | None,
    stream: BinaryIO,
    extension: str,
    trees: tuple[PacketTree, ...],
) -> None:
    if not reader.has(bundle.EXCERPT_PROOF):
        found.open("excerpt.recording", "excerpt.no-packet-proof")
    elif not trees:
        found.open("excerpt.recording", "excerpt.recording-not-disclosed")
    elif check_excerpt is None:
        found.open("excerpt.recording", "excerpt.no-checker")
    else:
        try:
            proof = reader.read(bundle.EXCERPT_PROOF).decode("utf-8")
        except UnicodeDecodeError as exc:
            raise MalformedError("excerpt.proof") from exc
        try:
            check_excerpt(stream, extension, proof, trees)
        except ResourceError as exc:
            # An excerpt that kills its decoder must not keep the other lines from being told.
            found.open("excerpt.recording", exc.code)
            return
        found.is_excerpt_proved = True
        found.passed("excerpt.recording", streams=str(len(trees)))


@contextlib.contextmanager
def _excerpt_stream(
    reader: BundleReader, name: str, identities: Sequence[str], cancel: CancelToken | None
) -> Iterator[BinaryIO]:
    if not name.endswith(".age"):
        yield reader.stream(name)
        return
    with io.BytesIO() as memory:
        sealed = reader.stream(name)
        decrypt_stream(sealed, memory, identities, max_bytes=SEALED_PROOF_MAX_BYTES, cancel=cancel)
        memory.seek(0)
        yield memory


def _stream_sha256(stream: BinaryIO, cancel: CancelToken | None) -> str:
    digest = hashlib.sha256()
    try:
        while chunk := stream.read(CHUNK_BYTES):
            digest.update(chunk)
            if cancel is not None:
                cancel.check()
    except OSError as exc:
        raise ResourceError("file.read") from exc
    return digest.hexdigest()
