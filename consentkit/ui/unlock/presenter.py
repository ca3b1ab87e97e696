"""What unlocking decides: the words that were meant, Caps Lock, how a vault is opened."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from consentkit.kernel.clock import SystemClock
from consentkit.kernel.errors import ConsentKitError, VaultInUseError, VaultLockedError
from consentkit.kernel.progress import CancelToken, Progress
from consentkit.services.preferences import Preferences

if TYPE_CHECKING:
    from consentkit.services.workspace import Workspace

Opener = Callable[[Progress, CancelToken], "Workspace"]

RECOVERY_WORDS = 24


def clean_words(text: str) -> str:
    """Return recovery words as typed or pasted, one space between, numbers and case left out.

    A line that begins with ``AGE-SECRET-KEY-`` is the secret itself and is returned as it is.
    """
    compact = "".join(text.split()).upper()
    if compact.startswith("AGE-SECRET-KEY-"):
        return compact
    return " ".join(re.findall(r"[^\W\d_]+", text.lower()))


def count_words(text: str) -> int:
    """Return how many recovery words are typed."""
    return len(clean_words(text).split())


def seems_caps_lock(typed: str, *, is_shift: bool) -> bool | None:
    """Return whether a typed letter shows Caps Lock to be on; None when it does not tell."""
    if len(typed) != 1 or not typed.isalpha() or typed.lower() == typed.upper():
        return None
    return typed.isupper() != is_shift


def opener(
    folder: Path,
    preferences: Callable[[], Preferences],
    *,
    passphrase: str | None = None,
    recovery_words: str | None = None,
    read_only: bool = False,
) -> Opener:
    """Return work that opens the vault in ``folder``."""

    def work(_progress: Progress, _cancel: CancelToken) -> "Workspace":
        from consentkit.services.workspace import open_vault

        return open_vault(
            folder,
            passphrase=passphrase,
            recovery_words=recovery_words,
            read_only=read_only,
            clock=SystemClock(),
            preferences=preferences,
        )

    return work


def demo_opener(folder: Path, preferences: Callable[[], Preferences]) -> Opener:
    """Return work that opens the demo vault, whose passphrase is no secret."""

    def work(progress: Progress, cancel: CancelToken) -> "Workspace":
        from consentkit.services.demo import DEMO_PASSPHRASE

        return opener(folder, preferences, passphrase=DEMO_PASSPHRASE)(progress, cancel)

    return work


def offers_read_only(error: ConsentKitError) -> bool:
    """Return whether opening read-only would get around ``error``."""
    return isinstance(error, VaultInUseError)


def is_wrong_secret(error: ConsentKitError) -> bool:
    """Return whether what was typed does not open the vault."""
    return isinstance(error, VaultLockedError)
