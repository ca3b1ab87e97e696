"""A verdict over many checks, where each line stands for itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Outcome(StrEnum):
    """How one check came out."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_CHECKED = "not_checked"


@dataclass(frozen=True, slots=True)
class Check:
    """One line of a report.

    Attributes:
        code: Stable name of what was checked ("integrity", "log", "time.1").
        outcome: How it came out.
        reason: Stable code of why it failed or was not checked; empty when it passed.
        facts: Values for the sentence, all from inside the bundle or of our own making.
    """

    code: str
    outcome: Outcome
    reason: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class VerificationReport:
    """What a verification found.

    Attributes:
        checks: One line per check, in the order they were made.
        grade: Grade the facts inside support, if they could be read; a letter.
        claims: What the receipt discloses, name to text.
        not_proven: Stable codes of what this bundle does not prove.
    """

    checks: tuple[Check, ...]
    grade: str = ""
    claims: Mapping[str, str] = field(default_factory=dict)
    not_proven: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether nothing failed and the three checks that make a proof passed.

        Integrity, the issuer's signature and the log must have passed, and at least one time
        token; a timestamp alone never counts.
        """
        passed = {check.code for check in self.checks if check.outcome is Outcome.PASSED}
        return (
            all(check.outcome is not Outcome.FAILED for check in self.checks)
            and {"integrity", "issuer", "log"} <= passed
            and any(code.startswith("time.") for code in passed)
        )
