"""``vault.json``: who may unlock the vault, and proof that nobody changed it.

Example (bytes in base64)::

    {"created_at": "2026-11-21T12:00:00Z", "format": "consentkit.vault",
     "kdf": {"iterations": 3, "lanes": 4, "memory_kib": 262144, "name": "argon2id", "salt": "..."},
     "mac": ["..."], "recovery_recipient": "age1...",
     "slots": [{"passphrase": "...", "recovery": "..."}],
     "vault_id": "vlt-...", "version": 1}

Rules. One slot pair wraps one vault key; there are two only between the steps of an erasure, the
old key first. ``mac`` holds, for each vault key, HMAC-SHA-256 over the RFC 8785 form of the
header without ``mac``. Nothing of the header is believed before all MACs hold, except the KDF's
cost, which is checked against its bounds, and the salt.
"""

import hashlib
import hmac
import json
from pathlib import Path
from typing import Any

import msgspec
import pyrage
import rfc8785
from cryptography.hazmat.primitives.keywrap import (
    InvalidUnwrap,
    aes_key_unwrap,
    aes_key_wrap,
)

from consentkit.kernel.durable import durable_replace
from consentkit.kernel.errors import (
    InputError,
    MalformedError,
    ResourceError,
    VaultDamagedError,
    VaultLockedError,
    VaultVersionError,
)
from consentkit.kernel.ids import check_id
from consentkit.vault.kdf import KEY_BYTES, SALT_BYTES, KdfParameters, derive_subkey
from consentkit.vault.secret import SecretBytes

FILE_NAME = "vault.json"
FORMAT = "consentkit.vault"
VERSION = 1

_MAX_BYTES = 16 * 1024
"""A header with two slot pairs has 1.6 KiB."""

_RECOVERY_FILE_MAX_BYTES = 512
"""An age file of 32 bytes for one X25519 recipient has 232 bytes."""

_WRAPPED_BYTES = KEY_BYTES + 8
_MAC_BYTES = 32


class KdfField(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the key-encryption key comes from the passphrase."""

    name: str
    memory_kib: int
    iterations: int
    lanes: int
    salt: bytes

    def parameters(self) -> KdfParameters:
        """Return the cost, within its bounds.

        Raises:
            MalformedError: Another function, a salt of another length, or a cost out of bounds.
        """
        if self.name != "argon2id" or len(self.salt) != SALT_BYTES:
            raise MalformedError("vault.kdf-name")
        return KdfParameters(self.memory_kib, self.iterations, self.lanes)


class SlotField(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One vault key, wrapped once for the passphrase and once for the recovery sheet."""

    passphrase: bytes
    recovery: bytes


class VaultHeader(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The header as written; ``mac`` has one entry for each slot pair."""

    format: str
    version: int
    vault_id: str
    created_at: str
    kdf: KdfField
    recovery_recipient: str
    slots: tuple[SlotField, ...]
    mac: tuple[bytes, ...]


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise MalformedError("vault.header-malformed")
    return members


def parse_header(untrusted: bytes) -> VaultHeader:
    """Return the header; its MACs are not checked yet.

    Raises:
        InputError: These bytes are no vault's header (``vault.not-a-vault``).
        VaultVersionError: A newer ConsentKit wrote it.
        VaultDamagedError: It is ours, but a field is not what the format says.
    """
    if len(untrusted) > _MAX_BYTES:
        raise InputError("vault.not-a-vault")
    try:
        tree = json.loads(untrusted.decode("utf-8"), object_pairs_hook=_no_duplicates)
    except (ValueError, RecursionError) as exc:
        raise InputError("vault.not-a-vault") from exc
    except MalformedError as exc:
        raise VaultDamagedError("vault.header-malformed") from exc
    if not isinstance(tree, dict) or tree.get("format") != FORMAT:
        raise InputError("vault.not-a-vault")
    version = tree.get("version")
    if type(version) is not int or version < 1:
        raise VaultDamagedError("vault.header-malformed")
    if version > VERSION:
        raise VaultVersionError(version=min(version, 2**31))
    try:
        header = msgspec.convert(tree, VaultHeader)
        _check_shape(header)
    except (msgspec.ValidationError, MalformedError) as exc:
        raise VaultDamagedError("vault.header-malformed") from exc
    return header


def _check_shape(header: VaultHeader) -> None:
    header.kdf.parameters()
    check_id(header.vault_id)
    if not header.vault_id.startswith("vlt-"):
        raise MalformedError("vault.header-malformed")
    if len(header.slots) not in {1, 2} or len(header.mac) != len(header.slots):
        raise MalformedError("vault.header-malformed")
    for slot in header.slots:
        if len(slot.passphrase) != _WRAPPED_BYTES:
            raise MalformedError("vault.header-malformed")
        if len(slot.recovery) > _RECOVERY_FILE_MAX_BYTES:
            raise MalformedError("vault.header-malformed")
    if any(len(mac) != _MAC_BYTES for mac in header.mac):
        raise MalformedError("vault.header-malformed")
    try:
        pyrage.x25519.Recipient.from_str(header.recovery_recipient)
    except pyrage.RecipientError as exc:
        raise MalformedError("vault.header-malformed") from exc


def load_header(folder: Path) -> VaultHeader:
    """Return the header of the vault in ``folder``; its MACs are not checked yet.

    Raises:
        InputError: There is no vault.
        ResourceError: The header cannot be read.
        VaultVersionError: A newer ConsentKit wrote it.
        VaultDamagedError: A field is not what the format says.
    """
    try:
        with (folder / FILE_NAME).open("rb") as stream:
            untrusted = stream.read(_MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError, ValueError) as exc:
        raise InputError("vault.not-a-vault") from exc
    except OSError as exc:
        raise ResourceError("file.unreadable") from exc
    return parse_header(untrusted)


def save_header(folder: Path, header: VaultHeader) -> None:
    """Make ``header`` the one of the vault in ``folder``, durably.

    Raises:
        ResourceError: The disk is full or failed; the former header is still there.
    """
    durable_replace(folder / FILE_NAME, msgspec.json.encode(header, order="sorted"))


def wrap_key(vault_key: SecretBytes, kek: SecretBytes, recovery_recipient: str) -> SlotField:
    """Return ``vault_key`` wrapped for the passphrase and for the recovery sheet.

    Source: RFC 3394 (AES-256 key wrap); age v1.
    """
    recipient = pyrage.x25519.Recipient.from_str(recovery_recipient)
    return SlotField(
        passphrase=aes_key_wrap(kek.reveal(), vault_key.reveal()),
        recovery=bytes(pyrage.encrypt(vault_key.reveal(), [recipient])),
    )


def unwrap_with_kek(header: VaultHeader, kek: SecretBytes) -> tuple[SecretBytes, ...]:
    """Return the vault keys of all slot pairs, oldest first.

    Raises:
        VaultLockedError: The key opens not every one; why is not told apart.
    """
    try:
        return tuple(
            SecretBytes(aes_key_unwrap(kek.reveal(), slot.passphrase)) for slot in header.slots
        )
    except InvalidUnwrap as exc:
        raise VaultLockedError from exc


def unwrap_with_recovery(header: VaultHeader, age_identity: str) -> tuple[SecretBytes, ...]:
    """Return the vault keys of all slot pairs, oldest first.

    Raises:
        VaultLockedError: The identity opens not every one; why is not told apart.
    """
    keys = []
    try:
        identity = pyrage.x25519.Identity.from_str(age_identity)
        for slot in header.slots:
            key = bytes(pyrage.decrypt(slot.recovery, [identity]))
            if len(key) != KEY_BYTES:
                raise VaultLockedError
            keys.append(SecretBytes(key))
    except (pyrage.DecryptError, pyrage.IdentityError) as exc:
        raise VaultLockedError from exc
    return tuple(keys)


def _mac(header: VaultHeader, vault_key: SecretBytes) -> bytes:
    tree = msgspec.to_builtins(header)
    del tree["mac"]
    key = derive_subkey(vault_key, header.vault_id, "header").reveal()
    return hmac.new(key, rfc8785.dumps(tree), hashlib.sha256).digest()


def sign_header(header: VaultHeader, vault_keys: tuple[SecretBytes, ...]) -> VaultHeader:
    """Return ``header`` with the MACs of its content, one for each vault key."""
    return msgspec.structs.replace(header, mac=tuple(_mac(header, key) for key in vault_keys))


def verify_header(header: VaultHeader, vault_keys: tuple[SecretBytes, ...]) -> None:
    """Return if every MAC is that of the content.

    Raises:
        VaultDamagedError: The header was changed (``vault.header-tampered``).
    """
    try:
        wanted = tuple(_mac(header, key) for key in vault_keys)
    except rfc8785.CanonicalizationError as exc:
        raise VaultDamagedError("vault.header-tampered") from exc
    same = [hmac.compare_digest(a, b) for a, b in zip(wanted, header.mac, strict=True)]
    if not all(same):
        raise VaultDamagedError("vault.header-tampered")
