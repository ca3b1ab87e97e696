"""SQLCipher connections: the key first, then settings that are read back and compared.

Invariant: no code of this process opens ``vault.db`` as a plain file while a connection to it is
open. On POSIX, closing any descriptor of a file drops all locks the process holds on it, and
another process could then take the write-ahead log away under the open connection.
"""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import sqlite_utils
from sqlcipher3 import dbapi2

from consentkit.kernel.errors import (
    ConsentKitError,
    ResourceError,
    StateError,
    VaultDamagedError,
    VaultError,
    VaultInUseError,
)
from consentkit.vault.secret import SecretBytes

FILE_NAME = "vault.db"

BUSY_TIMEOUT_MS = 10_000
"""A reader holds its lock for one statement; ten seconds outlast the slowest of them."""

_CACHE_KIB = 64 * 1024
"""All rows and sort indexes of 100,000 records (68 MB with the search index) are mostly hot; the
default of 2 MiB decrypts each page again for every query."""

_SETTINGS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("journal_mode", "WAL", ("wal",)),
    ("synchronous", "FULL", ("2",)),
    ("secure_delete", "ON", ("1",)),
    ("trusted_schema", "OFF", ("0",)),
    ("temp_store", "MEMORY", ("2",)),
    ("mmap_size", "0", ("0",)),
    ("foreign_keys", "ON", ("1",)),
    ("cell_size_check", "ON", ("1",)),
    ("cache_size", str(-_CACHE_KIB), (str(-_CACHE_KIB),)),
    ("busy_timeout", str(BUSY_TIMEOUT_MS), (str(BUSY_TIMEOUT_MS),)),
)
"""Setting, value, and what must be read back. Loss trials of 1,000 power cuts each: WAL with FULL
lost nothing, SQLite's default lost 289 acknowledged commits, WAL with NORMAL 715.

``cipher_memory_security`` stays off: with it, filling a vault of 30,000 records took 40 s in place
of 11 s and its slowest search 207 ms in place of 68 ms (``python -m consentkit.vault.bench``), and
the interpreter's own copies of the same rows are never wiped either way.
"""

_READ_BACK: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("cipher_status", ("1",)),
    ("cipher_use_hmac", ("1",)),
    ("cipher_page_size", ("4096",)),
    ("cipher_hmac_algorithm", ("HMAC_SHA512",)),
    ("cipher_log_level", ("NONE",)),
)

_FULL, _BUSY, _LOCKED, _NOMEM, _READONLY = 13, 5, 6, 7, 8
_IOERR, _CORRUPT, _CANTOPEN, _CONSTRAINT, _NOTADB = 10, 11, 14, 19, 26
_IOERR_SHMSIZE, _IOERR_SHMMAP = _IOERR | 19 << 8, _IOERR | 21 << 8
"""The file beside the write-ahead log could not grow: the disk is full."""
_PAGES_AT_ONCE = 4096
"""16 MB: some tens of milliseconds between two looks at whether to stop."""
_CODES_BY_TEXT = {
    "database or disk is full": _FULL,
    "disk I/O error": _IOERR,
    "database disk image is malformed": _CORRUPT,
}
"""The backup interface tells what failed in SQLite's fixed words alone."""


def _ours(exc: Exception) -> ConsentKitError | None:
    code = getattr(exc, "sqlite_errorcode", None) or _CODES_BY_TEXT.get(str(exc), 0)
    if code in {_IOERR_SHMSIZE, _IOERR_SHMMAP}:
        return ResourceError("disk.full")
    primary = code & 0xFF
    errors: dict[int, ConsentKitError] = {
        _FULL: ResourceError("disk.full"),
        _NOMEM: ResourceError("memory"),
        _IOERR: ResourceError("disk.io"),
        _CANTOPEN: ResourceError("disk.not-writable"),
        _READONLY: VaultError("vault.read-only"),
        _BUSY: VaultInUseError("vault.busy"),
        _LOCKED: VaultInUseError("vault.busy"),
        _CONSTRAINT: StateError("vault.conflict"),
        _CORRUPT: VaultDamagedError("vault.damaged"),
        _NOTADB: VaultDamagedError("vault.damaged"),
    }
    return errors.get(primary)


@contextlib.contextmanager
def translated() -> Iterator[None]:
    """Turn the database's exceptions into ours; what is our bug passes unchanged.

    Raises:
        ResourceError: The disk is full or failed, or memory ran out.
        VaultInUseError: Another process held a lock for too long.
        VaultDamagedError: A page is not what was written.
        StateError: A row with that key exists already.
        VaultError: The vault is open for reading only.
    """
    try:
        yield
    except dbapi2.DatabaseError as exc:
        ours = _ours(exc)
        if ours is None:
            raise
        raise ours from exc


def _pragma(connection: Any, name: str) -> str:  # noqa: ANN401 -- the library has no types
    row = connection.execute(f"PRAGMA {name}").fetchone()
    return "" if row is None else str(row[0])


def _key_text(key: SecretBytes) -> str:
    """Return a raw key as SQLCipher takes it, which spares its own key derivation."""
    return f"\"x'{key.reveal().hex()}'\""


def _configure(connection: Any, key: SecretBytes, *, read_only: bool) -> None:  # noqa: ANN401
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = {_key_text(key)}")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    for name, value, expected in _SETTINGS:
        connection.execute(f"PRAGMA {name} = {value}")
        if _pragma(connection, name) not in expected:
            raise VaultError("vault.setting", setting=name)
    for name, expected in _READ_BACK:
        if _pragma(connection, name) not in expected:
            raise VaultError("vault.setting", setting=name)
    if not _pragma(connection, "cipher_version").startswith("4."):
        raise VaultError("vault.setting", setting="cipher_version")
    if read_only:
        connection.execute("PRAGMA query_only = ON")


def connect(
    path: Path, key: SecretBytes, *, read_only: bool = False, create: bool = False
) -> sqlite_utils.Database:
    """Return an open database; any thread may use it, one at a time.

    Plug-ins of ``sqlite_utils`` are not loaded: they would be foreign code on decrypted data.

    Raises:
        VaultDamagedError: The file is missing, or the key does not open it.
        VaultError: A setting did not take (``vault.setting``).
        ResourceError: The file cannot be opened.
        VaultInUseError: Another process held a lock for too long.
    """
    if not create and not path.is_file():
        raise VaultDamagedError("vault.database-missing")
    uri = f"{path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}"
    with translated():
        connection = dbapi2.connect(
            uri,
            uri=True,
            check_same_thread=False,
            isolation_level=None,
            timeout=BUSY_TIMEOUT_MS / 1000,
        )
        try:
            _configure(connection, key, read_only=read_only)
        except BaseException:
            connection.close()
            raise
        return sqlite_utils.Database(connection, execute_plugins=False)


def rekey(database: sqlite_utils.Database, key: SecretBytes) -> None:
    """Encrypt every page anew under ``key``, in one transaction of its own.

    Raises:
        ResourceError: The disk is full or failed; the old key still opens the database.
        VaultInUseError: Another process held a lock for too long.
    """
    with translated():
        database.execute(f"PRAGMA rekey = {_key_text(key)}")


def checkpoint(database: sqlite_utils.Database) -> None:
    """Move the write-ahead log into the database file and cut it to nothing.

    Raises:
        VaultInUseError: A reader kept the log in use (``vault.reader-busy``).
        ResourceError: The disk is full or failed.
    """
    with translated():
        busy, _, _ = database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise VaultInUseError("vault.reader-busy")


def copy_database(
    source: sqlite_utils.Database,
    path: Path,
    key: SecretBytes,
    on_pages: Callable[[int, int], None],
) -> None:
    """Write a consistent copy under the same key to ``path``; it has no write-ahead log.

    SQLite's backup interface copies page by page and never touches the file beside its locks.
    ``on_pages`` is told how many pages of how many are copied; what it raises ends the copying.

    Raises:
        ResourceError: The disk is full or failed.
        VaultDamagedError: A page of the source cannot be read.
    """
    target = connect(path, key, create=True)
    try:
        with translated():
            source.conn.backup(
                target.conn,
                pages=_PAGES_AT_ONCE,
                progress=lambda _, left, total: on_pages(total - left, total),
            )
        checkpoint(target)
    finally:
        target.close()
