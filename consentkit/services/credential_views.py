"""What credentials of finished videos show to front ends: frozen values, codes not words."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path


class CredentialKind(StrEnum):
    """What was written."""

    XMP = "xmp"  # A sidecar with the release code, beside a video.
    C2PA = "c2pa"  # A copy of the video with signed content credentials in it.


class CredentialState(StrEnum):
    """What a look at the file finds."""

    HOLDS = "holds"  # It is the file that was written, and what is signed in it holds.
    MISSING = "missing"  # It is not where it was.
    REPLACED = "replaced"  # A newer one was written in its place.
    CHANGED = "changed"  # It is another file than the one that was written.
    NOT_VALID = "not_valid"  # It is the file, but what is signed in it does not hold any more.
    NOT_CHECKED = "not_checked"  # It is the file; what is signed in it cannot be read here.


@dataclass(frozen=True, slots=True)
class Credential:
    """A file that says of a checked video what the check found.

    Attributes:
        id: Identifier here.
        check_id: The check.
        kind: Sidecar or signed copy.
        path: Where it was written.
        sha256: Its digest, hexadecimal.
        video_sha256: Digest of the video it speaks of; the same as ``sha256`` for a signed copy.
        checked_sha256: Digest of the video that was checked.
        release: Release code of PLUS ("MR-LMR").
        is_passed: What the decision on the plan was.
        proof_id: Short id of that decision.
        made_at: When it was written.
    """

    id: str
    check_id: str
    kind: CredentialKind
    path: Path
    sha256: str
    video_sha256: str
    checked_sha256: str
    release: str
    is_passed: bool
    proof_id: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class CredentialLook:
    """A credential and what a look at its file found.

    Attributes:
        credential: What was written.
        state: How the file is now.
    """

    credential: Credential
    state: CredentialState
