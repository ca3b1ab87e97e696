"""Files beside the database that are sealed to a key of their own, which a row keeps.

AES-256-GCM; every key seals one file and is never used again. Whoever deletes the row has destroyed
the file, wherever a copy of it is. The file itself is removed once that is durable; what cannot be
removed at the moment (another process holds it open on Windows) waits in ``sealed_removals``.
"""

import contextlib
import os
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from consentkit.kernel.durable import durable_writer, resource_error, sync_folder
from consentkit.kernel.errors import ResourceError, VaultDamagedError, VaultInUseError
from consentkit.vault.kdf import KEY_BYTES
from consentkit.vault.session import VaultSession

_NONCE_BYTES = 12
_TAG_BYTES = 16


def make_folder(folder: Path) -> None:
    """Make a folder of the vault that only this user may enter; does nothing when it is there.

    Raises:
        ResourceError: It cannot be made.
    """
    try:
        if not folder.is_dir():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            sync_folder(folder.parent)
    except OSError as exc:
        raise resource_error(exc) from exc


def seal_file(path: Path, data: bytes, context: bytes) -> bytes:
    """Write ``data`` sealed to a fresh key, durably, and return the key, 32 bytes.

    Args:
        path: Where the file shall be.
        data: The plain bytes.
        context: What the file is; it opens with the same context only.

    Raises:
        ResourceError: The disk is full or failed; nothing was left.
    """
    key, nonce = os.urandom(KEY_BYTES), os.urandom(_NONCE_BYTES)
    make_folder(path.parent)
    sealed = AESGCM(key).encrypt(nonce, data, context)
    # One after the other: joined, a large result would be held in memory once more.
    with durable_writer(path) as stream:
        stream.write(nonce)
        stream.write(sealed)
    return key


def open_file(path: Path, key: bytes, context: bytes) -> bytes:
    """Return the plain bytes of a file that ``seal_file`` wrote.

    Raises:
        VaultDamagedError: It is missing (``vault.scan-missing``) or was changed
            (``vault.scan-damaged``).
        ResourceError: The disk failed.
    """
    try:
        sealed = path.read_bytes()
    except FileNotFoundError as exc:
        raise VaultDamagedError("vault.scan-missing") from exc
    except OSError as exc:
        raise resource_error(exc) from exc
    if len(sealed) < _NONCE_BYTES + _TAG_BYTES or len(key) != KEY_BYTES:
        raise VaultDamagedError("vault.scan-damaged")
    view = memoryview(sealed)
    try:
        return AESGCM(key).decrypt(sealed[:_NONCE_BYTES], view[_NONCE_BYTES:], context)
    except InvalidTag as exc:
        raise VaultDamagedError("vault.scan-damaged") from exc


def unlink_quietly(path: Path) -> None:
    """Remove a file if that can be done; what is left is swept at the next opening."""
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


def sweep_strangers(folder: Path, pattern: str, kept: AbstractSet[str]) -> int:
    """Remove files of the vault's folder that no row names; return how many.

    Args:
        folder: The vault's folder.
        pattern: Which files to look at.
        kept: Names relative to the folder, with slashes.
    """
    strangers = [
        path
        for path in folder.glob(pattern)
        if path.relative_to(folder).as_posix() not in kept and path.is_file()
    ]
    for path in strangers:
        unlink_quietly(path)
    return len(strangers)


class SealedStore(VaultSession):
    """Removes sealed files once nothing refers to them."""

    def _queue_sealed_removals(self, names: Iterable[str]) -> None:
        """Have files of the vault's folder removed when the transaction around is durable."""
        self._write_many(
            "INSERT OR IGNORE INTO sealed_removals (name) VALUES (?)", [(name,) for name in names]
        )
        self._on_commit(self.remove_sealed)

    def remove_sealed(self) -> None:
        """Unlink files whose rows are gone; what fails is tried again at the next opening."""
        for (name,) in self._rows("SELECT name FROM sealed_removals"):
            path = self._folder / name
            # What was asked for is durable already, so trouble here must not look like its failure.
            with contextlib.suppress(OSError, ResourceError, VaultInUseError):
                if path.exists():
                    path.unlink()
                    sync_folder(path.parent)
                self._write("DELETE FROM sealed_removals WHERE name = ?", (name,))
