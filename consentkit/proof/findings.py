"""What a verification has found so far, and how an error of a check becomes a line."""

from dataclasses import dataclass, field
from types import TracebackType

from consentkit.domain.report import Check, Outcome
from consentkit.kernel.errors import ConsentKitError, ResourceError
from consentkit.proof.claims import Claims
from consentkit.timestamping.rfc3161 import TimeToken
from consentkit.wire.sd_jwt import Path


@dataclass(slots=True)
class Findings:
    """What is known so far; filled from one check to the next.

    Attributes:
        checks: Lines of the report.
        issuer_jwt: The receipt's issuer-signed part once its signature held.
        claims: What the receipt discloses once it was found to be one.
        hidden_at: Where the receipt keeps something back.
        is_logged: The receipt is in the log.
        is_witnessed: A trusted witness cosigned the log's head.
        log_index: The receipt's place in the log; -1 until it was found there.
        is_recording_logged_first: As ``facts.Shown``.
        checkpoint: The log's head, once it was found to be.
        tokens: Trusted time tokens over it.
        is_number_proved: As ``facts.Shown``.
        is_excerpt_proved: As ``facts.Shown``.
        is_issuer_known: Whoever verifies knows the issuer's key.
    """

    checks: list[Check] = field(default_factory=list)
    issuer_jwt: str = ""
    claims: Claims | None = None
    hidden_at: tuple[Path, ...] = ()
    is_logged: bool = False
    is_witnessed: bool = False
    log_index: int = -1
    is_recording_logged_first: bool = False
    checkpoint: bytes = b""
    tokens: list[TimeToken] = field(default_factory=list)
    is_number_proved: bool = False
    is_excerpt_proved: bool = False
    is_issuer_known: bool = False

    def passed(self, code: str, **facts: str) -> None:
        """Add a line that held."""
        self.checks.append(Check(code, Outcome.PASSED, "", facts))

    def failed(self, code: str, reason: str, **facts: str) -> None:
        """Add a line that did not hold."""
        self.checks.append(Check(code, Outcome.FAILED, reason, facts))

    def open(self, code: str, reason: str, **facts: str) -> None:
        """Add a line that could not be checked, and why."""
        self.checks.append(Check(code, Outcome.NOT_CHECKED, reason, facts))

    def checking(self, code: str) -> "Checking":
        """Return a block in which an error of a check becomes the FAILED line ``code``."""
        return Checking(self, code)


class Checking:
    """Turns an error of a check into a line; the machine's trouble and our bugs come through."""

    def __init__(self, found: Findings, code: str) -> None:
        self._found, self._code = found, code

    def __enter__(self) -> None:
        return

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        traceback: TracebackType | None,
    ) -> bool:
        if not isinstance(value, ConsentKitError) or isinstance(value, ResourceError):
            return False
        self._found.failed(self._code, value.code)
        return True
