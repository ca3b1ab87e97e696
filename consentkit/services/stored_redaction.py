"""Redactions as a vault keeps them: faces that were found, and what was changed by hand."""

from dataclasses import dataclass
from pathlib import Path

from consentkit.domain.redaction import FaceFindings
from consentkit.domain.redaction_changes import HandChange

REDACTION = "redaction"
"""Kind of the documents; each has the identifier of its check."""


@dataclass(frozen=True, slots=True)
class StoredRedaction:
    """What is kept of the redaction of one checked video.

    Attributes:
        check_id: The check.
        edit_sha256: Digest of the video; what was found in another one does not count.
        found: The faces that were found.
        changes: What was changed by hand, in order.
        undone: Changes that were taken back, the newest last.
        rendered: The redacted file, if one was made.
        rendered_check: Its check; empty without one.
    """

    check_id: str
    edit_sha256: str
    found: FaceFindings = FaceFindings()  # noqa: RUF009 -- it cannot be changed
    changes: tuple[HandChange, ...] = ()
    undone: tuple[HandChange, ...] = ()
    rendered: Path | None = None
    rendered_check: str = ""
