"""The log's entries, the hashes of its complete subtrees, its checkpoints and time tokens.

Nothing here computes a hash: leaves, nodes and notes come from ``consentkit.tlog``. Entries and
nodes are only ever added.
"""

from collections.abc import Sequence
from datetime import datetime

from consentkit.kernel.errors import NotFoundError
from consentkit.vault.instants import (
    from_micros,
    from_micros_or_none,
    to_micros,
    to_micros_or_none,
)
from consentkit.vault.rows import CheckpointRow, EntryQuery, LogEntryRow, TokenRow, folded
from consentkit.vault.session import Row, VaultSession

_ENTRY = "SELECT idx, leaf, kind, record_id, recorded_at FROM log_entries"
_CHECKPOINT = "SELECT size, note, created_at FROM checkpoints"
_STAMP = (
    "SELECT id, checkpoint_size, authority, der, state, attempts, next_try_at, last_error_code,"
    " created_at, gen_time FROM tokens"
)


def _to_entry(values: Row) -> LogEntryRow:
    return LogEntryRow(values[0], values[1], values[2], values[3], from_micros(values[4]))


def _to_checkpoint(values: Row) -> CheckpointRow:
    return CheckpointRow(values[0], values[1], from_micros(values[2]))


def _to_token(values: Row) -> TokenRow:
    return TokenRow(
        id=values[0],
        checkpoint_size=values[1],
        authority=values[2],
        der=values[3],
        state=values[4],
        attempts=values[5],
        next_try_at=from_micros_or_none(values[6]),
        last_error_code=values[7],
        created_at=from_micros(values[8]),
        gen_time=from_micros_or_none(values[9]),
    )


def _from_token(row: TokenRow) -> tuple[object, ...]:
    return (
        row.checkpoint_size,
        row.authority,
        row.der,
        row.state,
        row.attempts,
        to_micros_or_none(row.next_try_at),
        row.last_error_code,
        to_micros(row.created_at),
        to_micros_or_none(row.gen_time),
        row.id,
    )


def _entries_where(query: EntryQuery) -> tuple[str, tuple[object, ...]]:
    """Return the condition of a query; indexes alone answer it."""
    terms: list[str] = []
    parameters: list[object] = []
    if query.kinds:
        terms.append(f"kind IN ({', '.join('?' * len(query.kinds))})")
        parameters += sorted(query.kinds)
    if query.name:
        about = "SELECT id FROM records WHERE is_erased = 0 AND instr(pseudonym_key, ?)"
        parameters.append(folded(query.name))
        if query.subjects:
            about += f" UNION ALL VALUES {', '.join(['(?)'] * len(query.subjects))}"
            parameters += sorted(query.subjects)
        terms.append(f"record_id IN ({about})")
    return (f" WHERE {' AND '.join(terms)}" if terms else "", tuple(parameters))


class LogStore(VaultSession):
    """Reads and additions of the log."""

    def append_entry(
        self,
        leaf: bytes,
        leaf_hash: bytes,
        nodes: Sequence[tuple[int, int, bytes]],
        kind: str,
        record_id: str | None,
        recorded_at: datetime,
    ) -> int:
        """Add an entry with the subtrees it completes, and return its index from 0.

        Args:
            leaf: The entry's data.
            leaf_hash: Its leaf hash, kept as node (0, index).
            nodes: Subtrees it completes as (level, index in level, hash), with or without level 0.
            kind: Kind of entry.
            record_id: Record it is about, if any.
            recorded_at: When it was written.

        Raises:
            StateError: A node is there already (``vault.conflict``).
            VaultError: The handle does not write.
        """
        with self.transaction():
            idx = self.log_size()
            self._write(
                "INSERT INTO log_entries (idx, leaf, kind, record_id, recorded_at)"
                " VALUES (?, ?, ?, ?, ?)",
                (idx, leaf, kind, record_id, to_micros(recorded_at)),
            )
            kept = {(level, place): node for level, place, node in nodes}
            kept[0, idx] = leaf_hash
            self._write_many(
                "INSERT INTO log_nodes (level, idx, hash) VALUES (?, ?, ?)",
                [(level, place, node) for (level, place), node in kept.items()],
            )
            return idx

    def log_size(self) -> int:
        """Return how many entries the log has."""
        row = self._row("SELECT max(idx) FROM log_entries")
        return 0 if row is None or row[0] is None else int(row[0]) + 1

    def entry(self, idx: int) -> LogEntryRow:
        """Return the entry at ``idx``, from 0.

        Raises:
            NotFoundError: The log is shorter.
        """
        row = self._row(f"{_ENTRY} WHERE idx = ?", (idx,))
        if row is None:
            raise NotFoundError("log.entry-not-found")
        return _to_entry(row)

    def entries(self, start: int, stop: int) -> tuple[LogEntryRow, ...]:
        """Return the entries with ``start <= idx < stop`` that there are, in order."""
        rows = self._rows(f"{_ENTRY} WHERE idx >= ? AND idx < ? ORDER BY idx", (start, stop))
        return tuple(_to_entry(row) for row in rows)

    def query_entries(self, query: EntryQuery, offset: int, limit: int) -> tuple[LogEntryRow, ...]:
        """Return one page of the entries that match, the newest first."""
        with self._lock:
            where, parameters = _entries_where(query)
            if where:
                page = f"SELECT idx FROM log_entries{where} ORDER BY idx DESC LIMIT ? OFFSET ?"  # noqa: S608
                found = [idx for (idx,) in self._rows(page, (*parameters, limit, offset))]
            else:
                newest = self.log_size() - 1 - offset
                found = list(range(newest, max(-1, newest - limit), -1))
            marks = ", ".join("?" * len(found))
            rows = self._rows(f"{_ENTRY} WHERE idx IN ({marks}) ORDER BY idx DESC", found)
            return tuple(_to_entry(row) for row in rows)

    def count_entries(self, query: EntryQuery) -> int:
        """Return how many entries match, on all pages."""
        with self._lock:
            where, parameters = _entries_where(query)
            if not where:
                return self.log_size()
            row = self._row(f"SELECT count(*) FROM log_entries{where}", parameters)  # noqa: S608
            return int(row[0]) if row else 0

    def entry_index_for(self, record_id: str) -> tuple[int, ...]:
        """Return the indexes of all entries about a record, in order."""
        rows = self._rows(
            "SELECT idx FROM log_entries WHERE record_id = ? ORDER BY idx", (record_id,)
        )
        return tuple(idx for (idx,) in rows)

    def get_node(self, level: int, idx: int) -> bytes:
        """Return the hash of a complete subtree.

        Raises:
            NotFoundError: The subtree is not complete yet.
        """
        row = self._row("SELECT hash FROM log_nodes WHERE level = ? AND idx = ?", (level, idx))
        if row is None:
            raise NotFoundError("log.node-not-found")
        return bytes(row[0])

    def put_checkpoint(self, size: int, note: str, created_at: datetime) -> None:
        """Keep the signed head of ``size`` entries, or the same head with more signatures.

        Raises:
            VaultError: The handle does not write.
        """
        self._write(
            "INSERT OR REPLACE INTO checkpoints (size, note, created_at) VALUES (?, ?, ?)",
            (size, note, to_micros(created_at)),
        )

    def newest_checkpoint(self) -> CheckpointRow | None:
        """Return the head that covers most entries, or None."""
        row = self._row(f"{_CHECKPOINT} ORDER BY size DESC LIMIT 1")
        return None if row is None else _to_checkpoint(row)

    def checkpoint(self, size: int) -> CheckpointRow | None:
        """Return the head of exactly ``size`` entries, or None."""
        row = self._row(f"{_CHECKPOINT} WHERE size = ?", (size,))
        return None if row is None else _to_checkpoint(row)

    def put_token(self, row: TokenRow) -> None:
        """Save a new token, or the wish for one.

        Raises:
            StateError: There is one with this id (``vault.conflict``).
            VaultError: The handle does not write.
        """
        self._write(
            "INSERT INTO tokens (checkpoint_size, authority, der, state, attempts, next_try_at,"
            " last_error_code, created_at, gen_time, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            _from_token(row),
        )

    def update_token(self, row: TokenRow) -> None:
        """Save the changed columns of a token.

        Raises:
            NotFoundError: There is no such token.
            VaultError: The handle does not write.
        """
        touched = self._write(
            "UPDATE tokens SET checkpoint_size = ?, authority = ?, der = ?, state = ?,"
            " attempts = ?, next_try_at = ?, last_error_code = ?, created_at = ?, gen_time = ?"
            " WHERE id = ?",
            _from_token(row),
        )
        if not touched:
            raise NotFoundError("token.not-found")

    def tokens_for(self, size: int) -> tuple[TokenRow, ...]:
        """Return the tokens of the checkpoint of ``size`` entries, by authority."""
        rows = self._rows(f"{_STAMP} WHERE checkpoint_size = ? ORDER BY authority, id", (size,))
        return tuple(_to_token(row) for row in rows)

    def tokens_from(self, size: int) -> tuple[TokenRow, ...]:
        """Return the tokens of all checkpoints of at least ``size`` entries, smallest first."""
        rows = self._rows(
            f"{_STAMP} WHERE checkpoint_size >= ? ORDER BY checkpoint_size, authority, id",
            (size,),
        )
        return tuple(_to_token(row) for row in rows)

    def earliest_token(self, authority: str, size: int) -> TokenRow | None:
        """Return an authority's token of the smallest checkpoint of at least ``size`` entries."""
        row = self._row(
            f"{_STAMP} WHERE authority = ? AND checkpoint_size >= ? AND der IS NOT NULL"
            " ORDER BY checkpoint_size, id LIMIT 1",
            (authority, size),
        )
        return None if row is None else _to_token(row)

    def covered_size(self) -> int:
        """Return how many entries from the first a token covers."""
        row = self._row("SELECT max(checkpoint_size) FROM tokens WHERE der IS NOT NULL")
        return 0 if row is None or row[0] is None else int(row[0])

    def best_stamped_size(self, size: int) -> int | None:
        """Return the checkpoint of at least ``size`` entries that most authorities stamped.

        Among equals the smallest; None when none has a token.
        """
        row = self._row(
            "SELECT checkpoint_size FROM tokens WHERE checkpoint_size >= ? AND der IS NOT NULL"
            " GROUP BY checkpoint_size ORDER BY count(DISTINCT authority) DESC, checkpoint_size"
            " LIMIT 1",
            (size,),
        )
        return None if row is None else int(row[0])

    def get_token(self, token_id: str) -> TokenRow | None:
        """Return a token, or None."""
        row = self._row(f"{_STAMP} WHERE id = ?", (token_id,))
        return None if row is None else _to_token(row)

    def pending_tokens(self) -> tuple[TokenRow, ...]:
        """Return the tokens whose state is "pending", the one due first first."""
        rows = self._rows(f"{_STAMP} WHERE state = 'pending' ORDER BY next_try_at, id")
        return tuple(_to_token(row) for row in rows)

    def newest_token(self) -> TokenRow | None:
        """Return the token with the latest time of its authority, or None."""
        row = self._row(f"{_STAMP} WHERE der IS NOT NULL ORDER BY gen_time DESC, id LIMIT 1")
        return None if row is None else _to_token(row)

    def delete_token(self, token_id: str) -> None:
        """Forget a token or the wish for one; nothing happens when there is none.

        Raises:
            VaultError: The handle does not write.
        """
        self._write("DELETE FROM tokens WHERE id = ?", (token_id,))

    def mark_stamped(self, size: int) -> None:
        """Note that a token covers the first ``size`` entries.

        Records without an entry beyond them count as covered from then on.

        Raises:
            VaultError: The handle does not write.
        """
        self._write(
            "UPDATE records SET has_token = 1 WHERE has_token = 0 AND id IN"
            " (SELECT record_id FROM log_entries WHERE idx < ? AND record_id IS NOT NULL"
            " EXCEPT SELECT record_id FROM log_entries WHERE idx >= ? AND record_id IS NOT NULL)",
            (size, size),
        )
