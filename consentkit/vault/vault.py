"""Making, opening and closing a vault, and its handle with everything a vault can do."""

import contextlib
import os
import shutil
from pathlib import Path
from typing import Self

import sqlite_utils
from typing_extensions import override

from consentkit.kernel.clock import Clock
from consentkit.kernel.durable import resource_error, sync_folder
from consentkit.kernel.errors import (
    ConsentKitError,
    InputError,
    MalformedError,
    VaultError,
    VaultInUseError,
)
from consentkit.kernel.ids import RANDOM_BYTES, make_id
from consentkit.kernel.progress import CancelToken, Progress, silent
from consentkit.kernel.timebase import format_instant
from consentkit.vault import blob_store, cipher, schema
from consentkit.vault.backup import (
    DOCUMENT_KIND as BACKUP_KIND,
)
from consentkit.vault.backup import (
    BackupInfo,
    backup_document,
    parse_backup_document,
    write_backup,
)
from consentkit.vault.check import EvidenceOf, VaultCheck, check_vault
from consentkit.vault.document_store import DocumentStore
from consentkit.vault.edit_store import EditStore
from consentkit.vault.header import load_header, save_header
from consentkit.vault.kdf import DEFAULT_KDF, KdfParameters, check_new_passphrase
from consentkit.vault.keyring import (
    KeySet,
    new_keys,
    unlock_with_passphrase,
    unlock_with_recovery,
)
from consentkit.vault.lock import WriterLock
from consentkit.vault.log_store import LogStore
from consentkit.vault.media_store import MediaStore
from consentkit.vault.recovery import (
    RecoverySecret,
    new_recovery_secret,
    parse_recovery_secret,
)
from consentkit.vault.rows import Document
from consentkit.vault.shred import ShredStore

SUFFIX = ".ckvault"
"""Folders of vaults end in this."""


class Vault(MediaStore, EditStore, LogStore, DocumentStore, ShredStore):
    """An unlocked vault; every method may be called from any thread.

    Made by ``create_vault`` and ``open_vault``; whoever opened it closes it, or uses it as a
    context manager. After ``close`` every method refuses with ``vault.closed``.
    """

    def __init__(
        self,
        folder: Path,
        keys: KeySet,
        database: sqlite_utils.Database,
        *,
        read_only: bool,
        clock: Clock,
        lock: WriterLock | None,
    ) -> None:
        super().__init__(folder, keys, database, read_only=read_only, clock=clock)
        self._writer_lock = lock

    def __enter__(self) -> Self:
        """Return the handle itself."""
        return self

    def __exit__(self, *args: object) -> None:
        """Close the vault."""
        self.close()

    @override
    def __repr__(self) -> str:
        """Return a text without paths and keys."""
        return f"Vault({self.vault_id}, closed={self._is_closed}, read_only={self._read_only})"

    def close(self) -> None:
        """Lock the vault: close the database, overwrite the keys, let others write."""
        with self._lock:
            if self._is_closed:
                return
            self._is_closed = True
            try:
                self._db.close()
            finally:
                self._keys.wipe()
                if self._writer_lock is not None:
                    self._writer_lock.release()
        # Outside the lock: others take their own lock first and the vault's within it.
        for hook in self._on_closed:
            hook()

    def change_passphrase(self, old: str, new: str, *, kdf: KdfParameters = DEFAULT_KDF) -> None:
        """Let ``new`` open the vault in place of ``old``.

        Backups made before still open with the old passphrase.

        Raises:
            VaultLockedError: ``old`` is not the present passphrase.
            InputError: ``new`` is empty or too long.
            VaultError: The handle does not write.
            ResourceError: The disk is full or failed; the old passphrase still holds.
        """
        with self._shred_lock, self._lock:
            self._require_writer()
            check_new_passphrase(new)
            self._keys.check_passphrase(old)
            self._keys.set_passphrase(self._folder, new, kdf)

    def set_passphrase(self, new: str, *, kdf: KdfParameters = DEFAULT_KDF) -> None:
        """Set a passphrase after the recovery sheet opened the vault; until then nothing writes.

        Raises:
            VaultError: The handle only reads, or a passphrase opened it.
            InputError: ``new`` is empty or too long.
            ResourceError: The disk is full or failed.
        """
        with self._shred_lock, self._lock:
            self._require_open()
            if not self.needs_new_passphrase:
                raise VaultError("vault.read-only" if self._read_only else "vault.has-passphrase")
            self._keys.set_passphrase(self._folder, new, kdf)
            self._bring_up_to_date()

    def new_recovery(self) -> RecoverySecret:
        """Return a fresh recovery secret; the former sheet no longer opens this vault.

        Raises:
            VaultError: The handle does not write.
            ResourceError: The disk is full or failed; the former sheet still holds.
        """
        with self._shred_lock, self._lock:
            self._require_writer()
            secret = new_recovery_secret()
            self._keys.set_recovery(self._folder, secret.recipient)
            return secret

    def verify_recovery_words(self, text: str) -> bool:
        """Return whether these words (or this ``AGE-SECRET-KEY-1...``) open this vault."""
        try:
            secret = parse_recovery_secret(text)
        except MalformedError:
            return False
        return secret.recipient == self._keys.header.recovery_recipient

    def check(
        self,
        progress: Progress = silent,
        cancel: CancelToken | None = None,
        evidence_of: EvidenceOf | None = None,
    ) -> VaultCheck:
        """Return what is damaged, after looking at every page, record, blob and log entry.

        Reads go on meanwhile; erasing and changes of passphrase wait.

        Raises:
            VaultDamagedError: The database does not open at all.
            Cancelled: A stop was asked for.
        """
        return check_vault(self, progress, cancel, evidence_of)

    def backup(
        self, destination: Path, progress: Progress = silent, cancel: CancelToken | None = None
    ) -> BackupInfo:
        """Write ``NAME-YYYYMMDD-HHMM.ckvault`` into the folder ``destination`` and verify it.

        A vault open for writing remembers where its backups are.

        Raises:
            InputError: The destination is no folder, or lies in the vault.
            ResourceError: The disk is full or failed; nothing was left.
            VaultDamagedError: Something of the vault cannot be read.
            Cancelled: A stop was asked for; nothing was left.
        """
        info = write_backup(self, destination, progress, cancel)
        if self.may_write:
            document_id, body = backup_document(info)
            self.put_document(Document(BACKUP_KIND, document_id, info.created_at, body))
        return info

    def list_backups(self) -> tuple[BackupInfo, ...]:
        """Return the backups that were made of this vault, the newest first.

        Whether they are still there is not looked at.
        """
        return tuple(
            parse_backup_document(document.created_at, document.body)
            for document in self.list_documents(BACKUP_KIND)
        )

    def _bring_up_to_date(self) -> None:
        """Migrate the tables and finish what a crash broke off."""
        schema.migrate(self._db)
        self._remove_queued()
        self.remove_sealed()
        self._sweep_scan_files()
        self._sweep_edit_files()
        self._sweep_posting_files()
        if self.has_unfinished_erasure:
            # The record is erased; a reader in the way only puts off the new encryption.
            with contextlib.suppress(VaultInUseError):
                self.finish_erasing()


def _prepare(folder: Path) -> Path:
    """Return a fresh folder beside ``folder``, in which the vault is built."""
    try:
        if folder.exists():
            if not folder.is_dir() or any(folder.iterdir()):
                raise InputError("vault.exists")
            folder.rmdir()
        building = folder.parent / f".part-{os.urandom(8).hex()}"
        building.mkdir(parents=True, mode=0o700)
    except OSError as exc:
        raise resource_error(exc) from exc
    return building


def create_vault(
    folder: Path, passphrase: str, *, clock: Clock, kdf: KdfParameters = DEFAULT_KDF
) -> tuple[Vault, RecoverySecret]:
    """Make a vault in ``folder`` and return it unlocked, with the secret for the recovery sheet.

    The vault is built beside its place and renamed, so it is there whole or not at all.

    Args:
        folder: Where it shall be; missing or empty. Its name is shown as the vault's name.
        passphrase: Taken in Unicode NFKC.
        clock: Tells when things are made.
        kdf: Cost of the passphrase's key.

    Raises:
        InputError: Something is in the folder (``vault.exists``), or the passphrase is empty.
        LimitError: The passphrase is too long.
        ResourceError: The disk is full or not writable, or memory ran out.
    """
    check_new_passphrase(passphrase)
    secret = new_recovery_secret()
    vault_id = make_id("vlt", os.urandom(RANDOM_BYTES))
    created_at = format_instant(clock.now())
    keys = new_keys(vault_id, created_at, passphrase, secret.recipient, kdf)
    building = _prepare(folder)
    try:
        save_header(building, keys.header)
        (building / blob_store.FOLDER_NAME).mkdir(mode=0o700)
        path = building / cipher.FILE_NAME
        database = cipher.connect(path, keys.database_key(), create=True)
        try:
            schema.migrate(database)
            cipher.checkpoint(database)
        finally:
            database.close()
        path.chmod(0o600)
        sync_folder(building)
        building.replace(folder)
        sync_folder(folder.parent)
    except OSError as exc:
        shutil.rmtree(building, ignore_errors=True)
        raise resource_error(exc) from exc
    except ConsentKitError:
        shutil.rmtree(building, ignore_errors=True)
        raise
    lock = WriterLock(folder)
    lock.acquire()
    return _opened(folder, keys, read_only=False, clock=clock, lock=lock), secret


def open_vault(
    folder: Path,
    *,
    passphrase: str | None = None,
    recovery: str | None = None,
    read_only: bool = False,
    clock: Clock,
) -> Vault:
    """Return the vault in ``folder``, unlocked with one of passphrase and recovery secret.

    Opened for writing with the recovery secret, it waits for ``set_passphrase`` before it writes.

    Args:
        folder: The vault's folder.
        passphrase: Taken in Unicode NFKC.
        recovery: The 24 words, or the ``AGE-SECRET-KEY-1...`` line.
        read_only: Open beside a writer, for reading.
        clock: Tells when things are made.

    Raises:
        InputError: There is no vault (``vault.not-a-vault``).
        VaultInUseError: Another process writes to it; ``read_only`` would do.
        VaultLockedError: It does not open; the cause is not told apart.
        VaultDamagedError: Header or database are not what was written.
        VaultVersionError: A newer ConsentKit wrote it.
        ResourceError: The disk failed or memory ran out.
    """
    if (passphrase is None) == (recovery is None):
        raise InputError("vault.one-secret")
    load_header(folder)
    lock = None if read_only else WriterLock(folder)
    if lock is not None:
        lock.acquire()
    try:
        # Read again under the lock: an erasure elsewhere may just have changed the keys.
        header = load_header(folder)
        keys = (
            unlock_with_passphrase(header, passphrase)
            if passphrase is not None
            else unlock_with_recovery(header, recovery or "")
        )
        return _opened(folder, keys, read_only=read_only, clock=clock, lock=lock)
    except BaseException:
        if lock is not None:
            lock.release()
        raise


def _opened(
    folder: Path, keys: KeySet, *, read_only: bool, clock: Clock, lock: WriterLock | None
) -> Vault:
    database = keys.connect(folder, read_only=read_only)
    vault = Vault(folder, keys, database, read_only=read_only, clock=clock, lock=lock)
    try:
        schema.check_version(database, may_migrate=not read_only)
        if vault.may_write:
            vault._bring_up_to_date()  # noqa: SLF001 -- same module, one idea: opening
    except BaseException:
        vault.close()
        raise
    return vault
