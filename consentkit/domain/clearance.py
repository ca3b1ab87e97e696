"""What consent says of a stretch of a finished video, before any plan for its publication."""

from enum import StrEnum


class Verdict(StrEnum):
    """What may be done with a stretch."""

    CLEARED = "cleared"  # Consent covers it as it is.
    OWN = "own"  # It shows or lets be heard nobody but the creator, or nothing.
    REDACT = "redact"  # Consent covers it when its conditions are met.
    UNKNOWN = "unknown"  # Nobody knows where it is from.
    BLOCKED = "blocked"  # It shows somebody who did not agree.
