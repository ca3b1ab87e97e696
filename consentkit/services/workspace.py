"""The composition root: a vault that is open, and everything that can be done with it."""

import contextlib
import shutil
from collections.abc import Callable
from pathlib import Path

from consentkit.kernel.clock import Clock, SystemClock
from consentkit.kernel.errors import ResourceError, VaultError
from consentkit.services.activity import ActivityService
from consentkit.services.askings import AskingService
from consentkit.services.checks import CheckService
from consentkit.services.complaints import ComplaintService
from consentkit.services.completion import CompletionWriter
from consentkit.services.consents import ConsentService
from consentkit.services.credentials import CredentialService
from consentkit.services.evidence_sealing import WORK_PREFIX
from consentkit.services.gating import GateService
from consentkit.services.handing_over import HandOverService
from consentkit.services.keeper import KeeperService, recovery_sheet
from consentkit.services.ledger import Ledger
from consentkit.services.preferences import Preferences, load_preferences
from consentkit.services.print_library import PrintLibrary
from consentkit.services.proofs import ProofService
from consentkit.services.publications import PublicationService
from consentkit.services.reach import ReachService
from consentkit.services.reach_cases import ReachCases
from consentkit.services.recordings import RecordingService
from consentkit.services.redacting import RedactionService
from consentkit.services.timestamps import TimeService
from consentkit.services.uploading import UploadService
from consentkit.services.views import RecoverySheet, VaultSummary
from consentkit.vault import vault as vault_store
from consentkit.vault.kdf import DEFAULT_KDF, KdfParameters
from consentkit.vault.rows import RecordQuery
from consentkit.vault.vault import Vault

SUFFIX = ".ckvault"


class Workspace:
    """An open vault with its services. All methods may be called from any thread.

    Args:
        vault: The open vault; closed by ``close``.
        clock: Tells the time everywhere in it.
        preferences: Gives the settings as they are now.
    """

    def __init__(self, vault: Vault, clock: Clock, preferences: Callable[[], Preferences]) -> None:
        self._vault = vault
        self._clock = clock

        self.ledger = Ledger(vault, clock, lambda: preferences().authorities)
        self.time = TimeService(vault, clock, lambda: preferences().authorities)
        self.recordings = RecordingService(vault, clock, self.ledger)
        self.askings = AskingService(
            vault, clock, self.ledger, self.time, lambda: preferences().controller, self.recordings
        )
        self.consents = ConsentService(
            vault, clock, self.ledger, self.time, self.recordings, self.askings
        )
        self.proofs = ProofService(vault, clock, self.ledger, self.time, self.consents)
        self.prints = PrintLibrary(vault)
        self.gate = GateService(
            vault, self.ledger, self.time, self.recordings, self.consents, self.proofs
        )
        self.checks = CheckService(
            vault, clock, self.ledger, self.recordings, self.consents, self.prints, self.gate
        )
        self.credentials = CredentialService(
            vault, clock, self.ledger, self.recordings, self.checks, self.gate
        )
        self.consents.also_forget(self.checks.forget)
        self.consents.after_erasing(self.prints.purge)
        self.consents.after_erasing(self.gate.forget_erased)
        self.consents.after_erasing(self.checks.forget_unshown)
        self.redaction = RedactionService(
            vault, clock, self.ledger, self.checks, self.gate, self.consents, self.recordings
        )
        self.checks.follow(self.redaction.check_changed)
        self.consents.also_forget(self.redaction.forget)
        self.consents.after_erasing(self.redaction.forget_erased)
        self._follow_publications(vault, clock)
        self.uploads = UploadService(vault, clock, self.checks, self.consents, self.publications)
        self.activity = ActivityService(vault, self.ledger)
        self.keeper = KeeperService(vault, clock)
        try:
            self._begin()
        except BaseException:
            vault.close()
            raise

    def _follow_publications(self, vault: Vault, clock: Clock) -> None:
        """Make the services of what comes after a check: hand-over, publications, their ends."""
        self.publications = PublicationService(
            vault, clock, self.ledger, self.checks, self.consents, self.gate, self.credentials
        )
        self.complaints = ComplaintService(
            vault, clock, self.ledger, self.publications, self.checks, self.consents, self.askings
        )
        self.handing_over = HandOverService(
            self.ledger,
            self.time,
            self.checks,
            self.consents,
            self.gate,
            self.proofs,
            self.publications,
            self.askings.controller,
        )
        completion = CompletionWriter(
            vault, clock, self.ledger, self.consents, self.publications, self.askings.controller
        )
        self.reach = ReachService(
            vault,
            clock,
            self.ledger,
            self.publications,
            self.complaints,
            self.checks,
            self.consents,
            ReachCases(vault, self.recordings, self.proofs),
            completion,
        )

    def _begin(self) -> None:
        """Bring up to date what time alone changed, and clear what a crash left behind."""
        if not self._vault.may_write:
            return
        for leftover in self.folder.glob(f"{WORK_PREFIX}*"):
            shutil.rmtree(leftover, ignore_errors=True)
        self._vault.sweep_orphans()
        # Postings that an erasure left for later; what cannot be done now is done before a check.
        with contextlib.suppress(ResourceError, VaultError):
            self.prints.purge()
        self.ledger.prepare()
        with contextlib.suppress(ResourceError, VaultError):
            self.reach.catch_up()
        self.consents.refresh_expired()
        self.checks.tidy()
        self.credentials.tidy()

    def set_passphrase(self, new: str) -> None:
        """Set a passphrase after the recovery sheet opened the vault, and begin to write.

        Raises:
            VaultError: A passphrase opened it.
            InputError: The passphrase is empty or too long.
        """
        self.keeper.set_passphrase(new)
        self._begin()

    @property
    def folder(self) -> Path:
        """The vault's folder."""
        return self._vault.folder

    @property
    def name(self) -> str:
        """The vault's name: its folder's without the ending."""
        return self.folder.stem

    @property
    def is_read_only(self) -> bool:
        """Whether another process writes to this vault."""
        return self._vault.is_read_only

    @property
    def needs_new_passphrase(self) -> bool:
        """Whether the recovery sheet opened it and ``set_passphrase`` is due."""
        return self._vault.needs_new_passphrase

    def summary(self) -> VaultSummary:
        """Return what the vault holds."""
        backups = self.keeper.backups()
        return VaultSummary(
            name=self.name,
            folder=self.folder,
            is_read_only=self.is_read_only,
            recordings=len(self._vault.list_recordings()),
            records=self._vault.count_records(RecordQuery()),
            size_bytes=sum(p.stat().st_size for p in self.folder.rglob("*") if p.is_file()),
            created_at=self._vault.created_at,
            last_backup_at=backups[0].created_at if backups else None,
        )

    def close(self) -> None:
        """Lock the vault: its keys are overwritten, and nothing here works any more."""
        self.recordings.clear_history()
        self._vault.close()


def create_vault(
    folder: Path,
    passphrase: str,
    *,
    clock: Clock | None = None,
    preferences: Callable[[], Preferences] = load_preferences,
    kdf: KdfParameters = DEFAULT_KDF,
) -> tuple[Workspace, RecoverySheet]:
    """Make a vault and return it open, with the sheet that opens it without the passphrase.

    Raises:
        InputError: Something is there already, or the passphrase is empty.
        ResourceError: The disk is full or not writable.
    """
    clock = clock or SystemClock()
    vault, secret = vault_store.create_vault(with_suffix(folder), passphrase, clock=clock, kdf=kdf)
    return Workspace(vault, clock, preferences), recovery_sheet(vault.folder.stem, secret)


def open_vault(
    folder: Path,
    *,
    passphrase: str | None = None,
    recovery_words: str | None = None,
    read_only: bool = False,
    clock: Clock | None = None,
    preferences: Callable[[], Preferences] = load_preferences,
) -> Workspace:
    """Open a vault with its passphrase or its recovery sheet.

    Raises:
        VaultLockedError: They do not open it; the cause is not told apart.
        VaultInUseError: Another process writes to it; try ``read_only``.
        VaultVersionError: A newer ConsentKit wrote it.
        VaultDamagedError: It is not what was written.
        InputError: It is no vault.
    """
    clock = clock or SystemClock()
    vault = vault_store.open_vault(
        folder, passphrase=passphrase, recovery=recovery_words, read_only=read_only, clock=clock
    )
    return Workspace(vault, clock, preferences)


def with_suffix(folder: Path) -> Path:
    """Return the folder's path with the ending of vaults."""
    return folder if folder.name.endswith(SUFFIX) else folder.with_name(folder.name + SUFFIX)
