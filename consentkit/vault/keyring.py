"""The keys of an unlocked vault, and the only code that changes the header."""

import os
from pathlib import Path

import msgspec
import sqlite_utils

from consentkit.kernel.errors import (
    MalformedError,
    VaultDamagedError,
    VaultError,
    VaultLockedError,
)
from consentkit.vault import cipher
from consentkit.vault.header import (
    FORMAT,
    VERSION,
    KdfField,
    VaultHeader,
    load_header,
    save_header,
    sign_header,
    unwrap_with_kek,
    unwrap_with_recovery,
    verify_header,
    wrap_key,
)
from consentkit.vault.kdf import (
    DEFAULT_KDF,
    KEY_BYTES,
    PASSPHRASE_MAX_CHARS,
    SALT_BYTES,
    KdfParameters,
    check_new_passphrase,
    derive_kek,
    derive_subkey,
)
from consentkit.vault.recovery import parse_recovery_secret
from consentkit.vault.secret import SecretBytes


class KeySet:
    """Vault keys, key-encryption key and header; kept while unlocked, wiped at the end.

    Attributes:
        header: The header as it is on disk, its MACs checked.
    """

    def __init__(
        self, header: VaultHeader, vault_keys: tuple[SecretBytes, ...], kek: SecretBytes | None
    ) -> None:
        self.header = header
        self._vault_keys = vault_keys
        self._kek = kek

    @property
    def has_kek(self) -> bool:
        """Whether a passphrase opened it, so that new vault keys can be wrapped."""
        return self._kek is not None

    @property
    def is_between_keys(self) -> bool:
        """Whether an erasure broke off while the header held the old and the new key."""
        return len(self._vault_keys) > 1

    def database_key(self, index: int = -1) -> SecretBytes:
        """Return the database key of one vault key; the newest by default."""
        return derive_subkey(self._vault_keys[index], self.header.vault_id, "db")

    def connect(self, folder: Path, *, read_only: bool) -> sqlite_utils.Database:
        """Return the database opened by whichever vault key fits, the oldest tried first.

        Raises:
            VaultDamagedError: No key opens it.
        """
        path = folder / cipher.FILE_NAME
        for index in range(len(self._vault_keys) - 1):
            try:
                return cipher.connect(path, self.database_key(index), read_only=read_only)
            except VaultDamagedError:
                continue
        return cipher.connect(path, self.database_key(), read_only=read_only)

    def _save(self, folder: Path, header: VaultHeader, keys: tuple[SecretBytes, ...]) -> None:
        signed = sign_header(header, keys)
        save_header(folder, signed)
        self.header, self._vault_keys = signed, keys

    def reload(self, folder: Path) -> bool:
        """Take the header anew from disk; return whether its vault keys are other ones.

        Raises:
            VaultLockedError: The passphrase was changed since, or the recovery sheet opened it.
            VaultDamagedError: The header was tampered with.
        """
        header = load_header(folder)
        if header == self.header:
            return False
        if self._kek is None:
            raise VaultLockedError
        keys = unwrap_with_kek(header, self._kek)
        verify_header(header, keys)
        self.header, self._vault_keys = header, keys
        return True

    def set_passphrase(self, folder: Path, passphrase: str, parameters: KdfParameters) -> None:
        """Wrap the vault keys anew under ``passphrase``; the former one no longer opens them.

        Raises:
            InputError: The passphrase is empty or too long.
            ResourceError: The disk is full or failed; the former passphrase still holds.
        """
        check_new_passphrase(passphrase)
        salt = os.urandom(SALT_BYTES)
        kek = derive_kek(passphrase, salt, parameters)
        slots = tuple(
            wrap_key(key, kek, self.header.recovery_recipient) for key in self._vault_keys
        )
        header = msgspec.structs.replace(self.header, kdf=_kdf_field(parameters, salt), slots=slots)
        self._save(folder, header, self._vault_keys)
        if self._kek is not None:
            self._kek.wipe()
        self._kek = kek

    def check_passphrase(self, passphrase: str) -> None:
        """Return if ``passphrase`` is the present one.

        Raises:
            VaultLockedError: It is not.
        """
        kek = _kek_of(self.header, passphrase)
        try:
            unwrap_with_kek(self.header, kek)
        finally:
            kek.wipe()

    def set_recovery(self, folder: Path, recipient: str) -> None:
        """Wrap the vault keys anew for ``recipient``; the former sheet no longer opens them.

        Raises:
            VaultError: The recovery sheet opened the vault and no passphrase was set since.
            ResourceError: The disk is full or failed; the former sheet still holds.
        """
        kek = self._required_kek()
        slots = tuple(wrap_key(key, kek, recipient) for key in self._vault_keys)
        header = msgspec.structs.replace(self.header, recovery_recipient=recipient, slots=slots)
        self._save(folder, header, self._vault_keys)

    def begin_new_key(self, folder: Path) -> None:
        """Add a fresh vault key to the header, beside the present one.

        Raises:
            VaultError: The recovery sheet opened the vault and no passphrase was set since.
            ResourceError: The disk is full or failed; the header is as before.
        """
        fresh = SecretBytes(os.urandom(KEY_BYTES))
        slot = wrap_key(fresh, self._required_kek(), self.header.recovery_recipient)
        header = msgspec.structs.replace(self.header, slots=(*self.header.slots, slot))
        self._save(folder, header, (*self._vault_keys, fresh))

    def finish_new_key(self, folder: Path) -> None:
        """Leave only the newest vault key in the header.

        Raises:
            ResourceError: The disk is full or failed; the header still holds both.
        """
        *former, newest = self._vault_keys
        header = msgspec.structs.replace(self.header, slots=self.header.slots[-1:])
        self._save(folder, header, (newest,))
        for key in former:
            key.wipe()

    def _required_kek(self) -> SecretBytes:
        if self._kek is None:
            raise VaultError("vault.passphrase-needed")
        return self._kek

    def wipe(self) -> None:
        """Overwrite every key."""
        for key in self._vault_keys:
            key.wipe()
        if self._kek is not None:
            self._kek.wipe()


def _kdf_field(parameters: KdfParameters, salt: bytes) -> KdfField:
    return KdfField(
        name="argon2id",
        memory_kib=parameters.memory_kib,
        iterations=parameters.iterations,
        lanes=parameters.lanes,
        salt=salt,
    )


def _kek_of(header: VaultHeader, passphrase: str) -> SecretBytes:
    if not passphrase or len(passphrase) > PASSPHRASE_MAX_CHARS:
        raise VaultLockedError
    return derive_kek(passphrase, header.kdf.salt, header.kdf.parameters())


def new_keys(
    vault_id: str,
    created_at: str,
    passphrase: str,
    recovery_recipient: str,
    parameters: KdfParameters = DEFAULT_KDF,
) -> KeySet:
    """Return the keys of a vault that is about to be made; its header is not on disk yet.

    Raises:
        InputError: The passphrase is empty or too long.
    """
    check_new_passphrase(passphrase)
    salt = os.urandom(SALT_BYTES)
    kek = derive_kek(passphrase, salt, parameters)
    vault_key = SecretBytes(os.urandom(KEY_BYTES))
    header = VaultHeader(
        format=FORMAT,
        version=VERSION,
        vault_id=vault_id,
        created_at=created_at,
        kdf=_kdf_field(parameters, salt),
        recovery_recipient=recovery_recipient,
        slots=(wrap_key(vault_key, kek, recovery_recipient),),
        mac=(),
    )
    return KeySet(sign_header(header, (vault_key,)), (vault_key,), kek)


def unlock_with_passphrase(header: VaultHeader, passphrase: str) -> KeySet:
    """Return the keys of a vault.

    Raises:
        VaultLockedError: Wrong passphrase or a changed slot; they are not told apart.
        VaultDamagedError: The keys are right, but the header was changed.
        ResourceError: The machine has not enough memory.
    """
    kek = _kek_of(header, passphrase)
    keys = unwrap_with_kek(header, kek)
    verify_header(header, keys)
    return KeySet(header, keys, kek)


def unlock_with_recovery(header: VaultHeader, recovery: str) -> KeySet:
    """Return the keys of a vault, opened by the words or the line of the recovery sheet.

    Raises:
        VaultLockedError: A wrong code or a changed slot; they are not told apart.
        VaultDamagedError: The secret is right, but the header was changed.
    """
    try:
        secret = parse_recovery_secret(recovery)
    except MalformedError as exc:
        raise VaultLockedError from exc
    keys = unwrap_with_recovery(header, secret.age_identity)
    verify_header(header, keys)
    return KeySet(header, keys, None)
