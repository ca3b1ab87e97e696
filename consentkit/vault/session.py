"""The open database behind every store: one connection, one lock, transactions, reopening.

Invariants:
- ``_shred_lock`` is taken before ``_lock``, by what must not meet a change of keys;
- every use of the connection happens under ``_lock``;
- a transaction holds ``_lock`` from its begin to its end, so that no other thread joins it;
- hooks that undo work outside the database run when the transaction that needed it rolls back.
"""

import contextlib
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlite_utils

from consentkit.kernel.clock import Clock
from consentkit.kernel.errors import MalformedError, VaultDamagedError, VaultError, VaultLockedError
from consentkit.kernel.timebase import parse_instant
from consentkit.vault import cipher
from consentkit.vault.keyring import KeySet

Row = tuple[Any, ...]
Hook = Callable[[], None]


class VaultSession:
    """Reads and writes of one open vault; the stores are built on it."""

    def __init__(
        self,
        folder: Path,
        keys: KeySet,
        database: sqlite_utils.Database,
        *,
        read_only: bool,
        clock: Clock,
    ) -> None:
        self._folder = folder
        self._keys = keys
        self._db = database
        self._read_only = read_only
        self._clock = clock
        self._lock = threading.RLock()
        self._shred_lock = threading.RLock()
        self._is_closed = False
        self._is_disconnected = False
        self._undo: list[Hook] = []
        self._after_commit: list[Hook] = []
        self._on_closed: list[Hook] = []
        self._sealing: set[str] = set()

    @property
    def folder(self) -> Path:
        """The vault's folder."""
        return self._folder

    @property
    def vault_id(self) -> str:
        """The vault's identifier; the same in its backups."""
        return self._keys.header.vault_id

    @property
    def created_at(self) -> datetime:
        """When the vault was made."""
        return parse_instant(self._keys.header.created_at)

    @property
    def is_read_only(self) -> bool:
        """Whether this handle only reads."""
        return self._read_only

    @property
    def is_closed(self) -> bool:
        """Whether the handle was closed."""
        return self._is_closed

    @property
    def needs_new_passphrase(self) -> bool:
        """Whether the recovery sheet opened it, and no new passphrase was set since."""
        return not self._read_only and not self._keys.has_kek

    @property
    def may_write(self) -> bool:
        """Whether writing is possible: neither read only nor waiting for a new passphrase."""
        return not self._read_only and not self.needs_new_passphrase

    def on_close(self, hook: Hook) -> None:
        """Call ``hook`` when the vault is locked, to wipe what was opened with its keys."""
        self._on_closed.append(hook)

    def _require_open(self) -> None:
        if self._is_closed:
            raise VaultLockedError("vault.closed")
        if self._is_disconnected:
            self._connect_anew(lambda: self._keys.connect(self._folder, read_only=self._read_only))

    def _require_writer(self) -> None:
        self._require_open()
        if self._read_only:
            raise VaultError("vault.read-only")
        if self.needs_new_passphrase:
            raise VaultError("vault.passphrase-needed")

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit all writes of the block together, or none; blocks nest.

        Other threads wait until the block ends, so it holds nothing slow.

        Raises:
            VaultError: Read only, closed, or waiting for a new passphrase.
            ResourceError: The disk is full or failed; nothing was written.
            VaultDamagedError: A page is not what was written.
        """
        with self._lock:
            self._require_writer()
            outermost = not self._db.conn.in_transaction
            undo_from, commit_from = len(self._undo), len(self._after_commit)
            try:
                with cipher.translated(), self._db.atomic():
                    yield
            except BaseException:
                undo, self._undo[undo_from:] = self._undo[undo_from:], []
                del self._after_commit[commit_from:]
                for hook in reversed(undo):
                    hook()
                raise
            if outermost:
                hooks, self._after_commit[:], self._undo[:] = list(self._after_commit), [], []
                for hook in hooks:
                    hook()

    def _on_rollback(self, hook: Hook) -> None:
        """Run ``hook`` if the transaction around is undone."""
        self._undo.append(hook)

    def _on_commit(self, hook: Hook) -> None:
        """Run ``hook`` once the outermost transaction around is durable."""
        self._after_commit.append(hook)

    def _rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """Return all rows of a query.

        A page that fails its check leaves SQLCipher's connection unable to read any other, so the
        connection is made anew; the rest of the vault stays readable.
        """
        with self._lock:
            self._require_open()
            try:
                return self._fetch(sql, parameters)
            except VaultDamagedError:
                if self._db.conn.in_transaction:
                    raise
                if self._reconnect():
                    return self._fetch(sql, parameters)
                raise

    def _execute(self, sql: str, parameters: Sequence[object]) -> Any:  # noqa: ANN401 -- a cursor
        """Run one statement.

        Raises:
            MalformedError: A text holds half a surrogate pair, or a number has over 64 bits.
        """
        try:
            return self._db.execute(sql, parameters)
        except (UnicodeEncodeError, OverflowError) as exc:
            raise MalformedError("vault.value") from exc

    def _fetch(self, sql: str, parameters: Sequence[object]) -> list[Row]:
        with cipher.translated():
            rows: list[Row] = self._execute(sql, parameters).fetchall()
        return rows

    def _row(self, sql: str, parameters: Sequence[object] = ()) -> Row | None:
        """Return the first row of a query, or None."""
        rows = self._rows(sql, parameters)
        return rows[0] if rows else None

    def _write(self, sql: str, parameters: Sequence[object] = ()) -> int:
        """Run one statement that writes, and return how many rows it touched."""
        with self.transaction():
            return int(self._execute(sql, parameters).rowcount)

    def _write_many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        with self.transaction():
            try:
                self._db.conn.executemany(sql, rows)
            except (UnicodeEncodeError, OverflowError) as exc:
                raise MalformedError("vault.value") from exc

    def _reconnect(self) -> bool:
        """Make the connection anew; return whether a writer had changed the keys meanwhile."""
        changed = self._read_only and self._keys.reload(self._folder)
        self._connect_anew(lambda: self._keys.connect(self._folder, read_only=self._read_only))
        return changed

    def _connect_anew(self, connect: Callable[[], sqlite_utils.Database]) -> None:
        """Close the connection and make another; what fails now is tried again at the next use."""
        self._db.close()
        self._is_disconnected = True
        self._db = connect()
        self._is_disconnected = False
