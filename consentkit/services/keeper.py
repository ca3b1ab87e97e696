"""Looking after a vault: checks, backups, passphrase and recovery sheet."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from consentkit.kernel.clock import Clock
from consentkit.kernel.durable import durable_replace
from consentkit.kernel.errors import MalformedError, VaultDamagedError, VerificationError
from consentkit.kernel.progress import CancelToken, Progress, silent
from consentkit.services.consent_rows import StoredRecord
from consentkit.services.views import BackupView, Finding, RecoverySheet, VaultCheckView
from consentkit.vault import backup as vault_backup
from consentkit.vault.recovery import RecoverySecret
from consentkit.vault.vault import Vault
from consentkit.wire.v1.stored import decode_stored

CODE_BY_SCORE = ("weak", "weak", "fair", "good", "strong")
BITS_PER_LOG10 = 3.3219280948873626


@dataclass(frozen=True, slots=True)
class Strength:
    """How hard a passphrase is to guess.

    Attributes:
        bits: Binary logarithm of the guesses zxcvbn expects.
        code: "weak", "fair", "good" or "strong".
        advice: Codes of what would help: "longer", "uncommon".
    """

    bits: float
    code: str
    advice: tuple[str, ...]


def passphrase_strength(text: str) -> Strength:
    """Return how hard ``text`` is to guess, by patterns and word lists and not by character kinds.

    Source: D. Wheeler, zxcvbn: Low-Budget Password Strength Estimation, USENIX Security 2016.
    """
    from zxcvbn import zxcvbn  # type: ignore[import-untyped]

    if not text:
        return Strength(0.0, "weak", ("longer",))
    found = zxcvbn(text[:72])
    code = CODE_BY_SCORE[int(found["score"])]
    advice: tuple[str, ...] = ()
    if code in {"weak", "fair"}:
        advice = ("longer", "uncommon") if found["feedback"]["warning"] else ("longer",)
    return Strength(float(found["guesses_log10"]) * BITS_PER_LOG10, code, advice)


def recovery_sheet(name: str, secret: RecoverySecret) -> RecoverySheet:
    """Return the sheet of a recovery secret."""
    return RecoverySheet(name, secret.words, secret.age_identity)


class KeeperService:
    """Care for one vault.

    Args:
        vault: The open vault.
        clock: Dates recovery sheets.
    """

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock

    def check(
        self, progress: Progress = silent, cancel: CancelToken | None = None
    ) -> VaultCheckView:
        """Look at every page, record, sealed file and log entry, and name what is damaged."""
        found = self._vault.check(progress, cancel, _evidence_of)
        return VaultCheckView(
            findings=tuple(Finding(item.kind, item.id, item.code) for item in found.damages),
            records=found.records,
            evidence=found.blobs,
            entries=found.log_entries,
        )

    def backup(
        self, folder: Path, progress: Progress = silent, cancel: CancelToken | None = None
    ) -> BackupView:
        """Write a verified copy of the vault into ``folder``."""
        info = self._vault.backup(folder, progress, cancel)
        return BackupView(info.path, info.created_at, is_present=True)

    def backups(self) -> tuple[BackupView, ...]:
        """Return the backups this vault knows of, newest first."""
        return tuple(
            BackupView(info.path, info.created_at, is_present=info.path.is_dir())
            for info in self._vault.list_backups()
        )

    def change_passphrase(self, old: str, new: str) -> None:
        """Let ``new`` open the vault in place of ``old``; older backups keep their passphrase."""
        self._vault.change_passphrase(old, new)

    def set_passphrase(self, new: str) -> None:
        """Set a passphrase after the recovery sheet opened the vault."""
        self._vault.set_passphrase(new)

    def new_recovery_sheet(self) -> RecoverySheet:
        """Return a new sheet; the former one no longer opens the vault."""
        return recovery_sheet(self._vault.folder.stem, self._vault.new_recovery())

    @staticmethod
    def confirm_recovery(sheet: RecoverySheet, answers: Mapping[int, str]) -> None:
        """Return if the asked words, by place from 0, are those on the sheet.

        Raises:
            VerificationError: One is not.
        """
        if not answers or any(
            sheet.words[place] != word.strip().casefold() for place, word in answers.items()
        ):
            raise VerificationError("recovery.words")

    def save_recovery_pdf(self, sheet: RecoverySheet, path: Path, language: str = "en") -> None:
        """Write the recovery sheet as a PDF to print.

        Raises:
            ResourceError: The disk is full or not writable.
        """
        from consentkit.services.recovery_pdf import render_recovery_pdf

        durable_replace(path, render_recovery_pdf(sheet, self._clock.now(), language))


def _evidence_of(body: bytes) -> list[str]:
    try:
        return [item.id for item in decode_stored(body, StoredRecord).record.evidence]
    except MalformedError as exc:
        raise VaultDamagedError("vault.record-damaged") from exc


def restore_backup(
    backup: Path,
    destination: Path,
    progress: Progress = silent,
    cancel: CancelToken | None = None,
) -> Path:
    """Make ``destination`` a vault with the content of ``backup`` and return it."""
    vault_backup.restore_backup(backup, destination, progress=progress, cancel=cancel)
    return destination
