"""Verifying a proof, on a machine that may hold no vault at all."""

import contextlib
import os
import shutil
import stat
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import BinaryIO

from consentkit.domain.recording import PacketTree
from consentkit.domain.report import VerificationReport
from consentkit.kernel.clock import Clock, SystemClock
from consentkit.kernel.durable import resource_error
from consentkit.kernel.errors import InputError
from consentkit.kernel.progress import CancelToken, Progress, silent
from consentkit.media import worker
from consentkit.media.excerpt import excerpt_proof_from_json
from consentkit.proof.certificate import certificate_texts
from consentkit.proof.statement import STATEMENT_MAX_BYTES, verify_statement
from consentkit.proof.verify import verify_proof
from consentkit.timestamping.trust import pinned_roots

WORK_PREFIX = "consentkit-verify-"
"""Begins the name of every folder that an excerpt lies in while it is decoded."""

LEFT_OVER_AFTER = timedelta(days=1)
"""No check takes as long; an older folder is what a power cut or a kill left behind."""


def verify_file(
    path: Path,
    *,
    identities: tuple[str, ...] = (),
    trusted_roots_pem: tuple[str, ...] = (),
    known_issuers: Mapping[str, str] | None = None,
    clock: Clock | None = None,
    progress: Progress = silent,
    cancel: CancelToken | None = None,
) -> VerificationReport:
    """Return what a proof, or a signed statement of completion, shows, check by check.

    A sealed proof is opened in memory. Its excerpt alone is written to the disk, open, for as long
    as the decoder reads it: into a folder of the system's temporary folder that only this user can
    read. What an interrupted check left there is removed by the first one a day later.

    Args:
        path: A ``.consentproof``, ``.consentproof.age`` or ``.statement.json``.
        identities: age identities, for sealed proofs.
        trusted_roots_pem: Roots of time authorities to trust besides those that come with the
            product.
        known_issuers: RFC 7638 thumbprints of issuers that are known, with their names.
        clock: Tells the present.
        progress: Told of bytes read.
        cancel: Looked at once a mebibyte.

    Raises:
        InputError: The file cannot be opened, or it is sealed and no identity was given.
        VerificationError: No identity opens a sealed proof.
        ResourceError: Reading broke off.
        Cancelled: A stop was asked for.
    """
    _sweep(SystemClock().now())
    if (statement := _statement(path)) is not None:
        present = (clock or SystemClock()).now()
        return verify_statement(statement, now=present, known_issuers=known_issuers)

    def check_excerpt(
        stream: BinaryIO, extension: str, proof_json: str, trees: tuple[PacketTree, ...]
    ) -> None:
        _check_excerpt(stream, extension, proof_json, trees, cancel)

    return verify_proof(
        path,
        trusted_roots=(*pinned_roots(), *trusted_roots_pem),
        now=(clock or SystemClock()).now(),
        known_issuers=known_issuers,
        identities=identities,
        check_excerpt=check_excerpt,
        progress=progress,
        cancel=cancel,
    )


def _statement(path: Path) -> bytes | None:
    """Return the bytes of a file that begins like a signed statement, or None for another."""
    try:
        with path.open("rb") as stream:
            if stream.read(1) != b"{":
                return None
            return b"{" + stream.read(STATEMENT_MAX_BYTES)
    except OSError as exc:
        raise InputError("file.unreadable") from exc


def _check_excerpt(
    stream: BinaryIO,
    extension: str,
    proof_json: str,
    trees: tuple[PacketTree, ...],
    cancel: CancelToken | None,
) -> None:
    """Hold an excerpt against its packet proof, in the decoder's own process.

    The decoder reads files only, so the excerpt lies in a private folder for that moment, open even
    when the proof was sealed.
    """
    proof = excerpt_proof_from_json(proof_json)
    try:
        folder = Path(tempfile.mkdtemp(prefix=WORK_PREFIX))
        try:
            target = folder / f"excerpt.{extension if extension.isalnum() else 'bin'}"
            with target.open("xb") as copy:
                shutil.copyfileobj(stream, copy, 1024 * 1024)
            worker.verify_excerpt(target, proof, trees, cancel)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    except OSError as exc:
        raise resource_error(exc) from exc


def _sweep(now: datetime) -> None:
    """Remove the folders of checks that were interrupted; what cannot be removed stays."""
    with contextlib.suppress(OSError):
        for folder in Path(tempfile.gettempdir()).glob(f"{WORK_PREFIX}*"):
            with contextlib.suppress(OSError):
                status = folder.lstat()
                made = datetime.fromtimestamp(status.st_mtime, UTC)
                if (
                    stat.S_ISDIR(status.st_mode)
                    and _is_ours(status)
                    and now - made > LEFT_OVER_AFTER
                ):
                    shutil.rmtree(folder, ignore_errors=True)


def _is_ours(status: os.stat_result) -> bool:
    """Return whether this user made it; other systems keep a temporary folder per user."""
    return not hasattr(os, "getuid") or status.st_uid == os.getuid()


def not_proven_sentence(code: str, language: str = "en") -> str:
    """Return in words what a proof does not show; the code itself where there are none."""
    texts = certificate_texts(language)["not_proven"]
    return texts.get(code, code) if isinstance(texts, Mapping) else code
