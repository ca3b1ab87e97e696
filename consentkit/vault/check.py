"""Looking at everything in a vault, and naming what is damaged.

The rest stays readable: a page that fails its check costs the rows on it, and each of them is named
by kind and id. SQLCipher's own scrub finds every changed page but reads the database file only, so
the write-ahead log is moved into it first; otherwise sound vaults look broken.
"""

import base64
import binascii
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlite_utils

from consentkit.kernel.errors import ResourceError, VaultDamagedError, VaultInUseError
from consentkit.kernel.progress import CancelToken, Progress, ProgressUpdate
from consentkit.tlog import merkle
from consentkit.vault import cipher
from consentkit.vault.blob_store import FOLDER_NAME, BlobStore, blob_path
from consentkit.vault.media_store import MediaStore, open_scan
from consentkit.vault.posting_catalogue import PostingCatalogue
from consentkit.vault.record_store import open_body
from consentkit.vault.rows import ScanRow

_BATCH = 500
"""Rows read at once: few enough to look at ``cancel`` several times a second."""

_MAX_REPORTED_PAGES = 1000
"""A file of noise has as many damages as pages; nobody reads more lines than this."""

_TABLES = (
    ("recordings", "id"),
    ("scans", "recording_id || '/' || tap"),
    ("conversations", "id"),
    ("documents", "kind || '/' || id"),
    ("checkpoints", "size"),
    ("tokens", "id"),
    ("keys", "name"),
    ("volumes", "number"),
    ("posting_segments", "id"),
)
"""Tables whose rows are only read, with what names a row."""


EvidenceOf = Callable[[bytes], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing that is not what was written.

    Attributes:
        kind: What it is: "page", "database", "table", "record", "blob", "log-entry", "log-node",
            "log-root", "search-index", "postings", or the singular of a table ("recordings/row").
        id: Its identifier, or empty where there is none.
        code: Cause.
    """

    kind: str
    id: str
    code: str


@dataclass(frozen=True, slots=True)
class VaultCheck:
    """What a check looked at and found.

    Attributes:
        records: Record bodies opened.
        blobs: Evidence files decrypted and compared with their digests.
        log_entries: Entries hashed.
        are_pages_checked: Whether the scrub of all pages was made; a second process that writes or
            reads at the moment prevents it.
        leftovers_removed: Files of broken-off work that were removed.
        damages: What is damaged; empty for a sound vault.
    """

    records: int
    blobs: int
    log_entries: int
    are_pages_checked: bool
    leftovers_removed: int
    damages: tuple[Damage, ...]

    @property
    def is_sound(self) -> bool:
        """Whether nothing damaged was found."""
        return not self.damages


class _Reader:
    """A connection of the check's own, made anew after each page that fails."""

    def __init__(self, connect: Callable[[], sqlite_utils.Database]) -> None:
        self._connect = connect
        self._db = connect()

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return all rows of a query.

        Raises:
            VaultDamagedError: A page on the way is damaged; the reader stays usable.
        """
        try:
            with cipher.translated():
                rows: list[tuple[Any, ...]] = self._db.execute(sql, parameters).fetchall()
        except VaultDamagedError:
            self._db.close()
            self._db = self._connect()
            raise
        return rows

    def close(self) -> None:
        self._db.close()


class _Check:
    """One run over one vault, collecting damages."""

    def __init__(
        self, vault: BlobStore, reader: _Reader, progress: Progress, cancel: CancelToken | None
    ) -> None:
        self._vault = vault
        self._reader = reader
        self._progress = progress
        self._cancel = cancel
        self.damages: list[Damage] = []

    def _tell(self, step: str, done: int = 0, total: int = 0) -> None:
        self._progress(ProgressUpdate(step, done, total))
        if self._cancel is not None:
            self._cancel.check()

    def _found(self, kind: str, name: object, code: str) -> None:
        self.damages.append(Damage(kind, str(name), code))

    def _keys(self, kind: str, *queries: str) -> list[tuple[Any, ...]]:
        """Return the rows of the first query that can be read to its end."""
        for sql in queries:
            try:
                return self._reader.rows(sql)
            except VaultDamagedError:
                continue
        self._found("table", kind, "vault.damaged")
        return []

    def pages(self) -> bool:
        """Scrub all pages of the database file; return whether that could be done."""
        self._tell("vault.check.pages")
        vault = self._vault
        with vault._lock:  # noqa: SLF001 -- the check is a part of the vault
            if vault.is_read_only:
                return False
            try:
                cipher.checkpoint(vault._db)  # noqa: SLF001
            except VaultInUseError:
                return False
            except VaultDamagedError:
                vault._reconnect()  # noqa: SLF001
            # Another thread's commit must not move pages while the file is scrubbed.
            messages = self._keys("pages", "PRAGMA cipher_integrity_check")
        for (message,) in messages[:_MAX_REPORTED_PAGES]:
            number = str(message).rpartition(" ")[2]
            self._found("page", number if number.isdigit() else "", "vault.page-damaged")
        return True

    def structure(self) -> None:
        """Check the trees of tables and indexes."""
        self._tell("vault.check.structure")
        messages = self._keys("structure", f"PRAGMA quick_check({_MAX_REPORTED_PAGES})")
        if messages and messages[0][0] != "ok":
            self._found("database", "", "vault.structure-damaged")

    def search_index(self) -> None:
        """Compare the search index with the texts it was made from."""
        if self._vault.is_read_only:
            return
        self._tell("vault.check.search")
        try:
            self._vault._write(  # noqa: SLF001
                "INSERT INTO record_fts (record_fts, rank) VALUES ('integrity-check', 1)"
            )
        except VaultDamagedError:
            self._vault._reconnect()  # noqa: SLF001
            self._found("search-index", "", "vault.damaged")

    def records(self, evidence_of: EvidenceOf | None) -> int:
        """Open every record body, and look whether the evidence it names is there."""
        numbers = self._keys(
            "records",
            "SELECT seq, id FROM records INDEXED BY sqlite_autoindex_records_1",
            "SELECT seq, id FROM records NOT INDEXED",
        )
        numbers.sort()
        opened = 0
        for start in range(0, len(numbers), _BATCH):
            self._tell("vault.check.records", start, len(numbers))
            opened += sum(self._open_bodies(numbers[start : start + _BATCH], evidence_of))
        return opened

    def _named_evidence(self, record_id: str, body: bytes, evidence_of: EvidenceOf) -> None:
        for blob_id in evidence_of(body):
            found = self._reader.rows(
                "SELECT 1 FROM blobs WHERE id = ? AND record_id = ?", (blob_id, record_id)
            )
            if not found:
                self._found("blob", blob_id, "vault.blob-missing")

    def _open_bodies(
        self, numbers: list[tuple[Any, ...]], evidence_of: EvidenceOf | None
    ) -> Iterator[int]:
        sql = (
            "SELECT r.seq, r.id, r.is_erased, b.body, k.identity FROM records r"
            " LEFT JOIN record_bodies b ON b.seq = r.seq"
            " LEFT JOIN record_keys k ON k.record_id = r.id WHERE r.seq BETWEEN ? AND ?"
        )
        try:
            rows = self._reader.rows(sql, (numbers[0][0], numbers[-1][0]))
        except VaultDamagedError:
            rows = []
            for seq, record_id in numbers:
                try:
                    rows += self._reader.rows(sql, (seq, seq))
                except VaultDamagedError as exc:
                    self._found("record", record_id, exc.code)
        for _, record_id, is_erased, sealed, identity in rows:
            if is_erased:
                continue
            try:
                body = open_body(record_id, sealed or b"", identity or "")
                if evidence_of is not None:
                    self._named_evidence(record_id, body, evidence_of)
            except VaultDamagedError as exc:
                self._found("record", record_id, exc.code)
            else:
                yield 1

    def tables(self) -> None:
        """Read every row of the tables that hold neither records nor the log."""
        for table, name in _TABLES:
            self._tell("vault.check.tables")
            try:
                self._read_through(table)
            except VaultDamagedError:
                self._name_rows(table, name)

    def _read_through(self, table: str) -> None:
        # One result of a scan may have many megabytes, so these are read one by one.
        count = 1 if table == "scans" else _BATCH
        sql = f"SELECT rowid, * FROM {table} WHERE rowid > ? ORDER BY rowid LIMIT {count}"  # noqa: S608
        last = -1
        while rows := self._reader.rows(sql, (last,)):
            self._tell("vault.check.tables")
            last = rows[-1][0]

    def _name_rows(self, table: str, name: str) -> None:
        for rowid, shown in self._keys(
            table,
            f"SELECT rowid, {name} FROM {table}",  # noqa: S608 -- names from this module
            f"SELECT rowid, rowid FROM {table}",  # noqa: S608
        ):
            try:
                self._reader.rows(f"SELECT * FROM {table} WHERE rowid = ?", (rowid,))  # noqa: S608
            except VaultDamagedError as exc:
                self._found(f"{table}/row", shown, exc.code)

    def scans(self) -> None:
        """Open every result of a scan that is a file; what cannot be read is dropped."""
        found = self._keys(
            "scans",
            "SELECT recording_id, tap, version, input_sha256, stamp, secret FROM scans"
            " WHERE secret IS NOT NULL",
        )
        for done, (recording_id, tap, version, digest, stamp, secret) in enumerate(found):
            self._tell("vault.check.scans", done, len(found))
            row = ScanRow(recording_id, tap, version, digest, b"")
            try:
                open_scan(self._vault.folder, stamp, secret, row)
            except (VaultDamagedError, ResourceError) as exc:
                if self._still_kept(stamp):
                    self._found("scans/row", f"{recording_id}/{tap}", exc.code)
                    if isinstance(exc, VaultDamagedError):
                        self._drop_scan(recording_id, tap)

    def _drop_scan(self, recording_id: str, tap: str) -> None:
        """Drop a result that cannot be read, so that a scan makes it anew."""
        vault = self._vault
        if vault.may_write and isinstance(vault, MediaStore):
            vault.delete_scan(recording_id, tap)

    def _still_kept(self, stamp: str) -> bool:
        try:
            return bool(self._reader.rows("SELECT 1 FROM scans WHERE stamp = ?", (stamp,)))
        except VaultDamagedError:
            return True

    def postings(self) -> None:
        """Open every page of every segment; a damaged one is dropped, and made anew when needed."""
        vault = self._vault
        if not isinstance(vault, PostingCatalogue):
            return
        try:
            segments = vault.catalogue().segments
        except VaultDamagedError:
            self._found("table", "posting_segments", "vault.damaged")
            return
        if not segments:
            return
        from consentkit.vault.posting_index import is_readable

        for segment in segments:
            self._tell("vault.check.postings")
            if is_readable(vault, segment, self._progress, self._cancel):
                continue
            if segment in vault.catalogue().segments:
                self._found("postings", segment.id, "vault.postings-damaged")
                if vault.may_write:
                    vault.drop_segment(segment)

    def blobs(self) -> int:
        """Decrypt every evidence file and compare its digest."""
        found = self._keys("blobs", "SELECT id, size_bytes FROM blobs")
        total = sum(size for _, size in found)
        done = 0
        for blob_id, size in found:
            self._tell("vault.check.evidence", done, total)
            at = done

            def onward(update: ProgressUpdate, at: int = at) -> None:
                self._progress(ProgressUpdate("vault.check.evidence", at + update.done, total))

            try:
                row = self._vault.get_blob(blob_id)
                self._vault.verify_blob(row, onward, self._cancel)
            except (VaultDamagedError, ResourceError) as exc:
                if self._still_there(blob_id):
                    self._found("blob", blob_id, exc.code)
            done += size
        return len(found)

    def _still_there(self, blob_id: str) -> bool:
        try:
            return bool(self._reader.rows("SELECT 1 FROM blobs WHERE id = ?", (blob_id,)))
        except VaultDamagedError:
            return True

    def log(self) -> int:
        """Hash every entry and compare all kept nodes and the newest signed root."""
        found = self._keys("log", "SELECT max(idx) FROM log_entries")
        newest = self._keys("log", "SELECT size, note FROM checkpoints ORDER BY size DESC LIMIT 1")
        if not found or found[0][0] is None:
            if newest and newest[0][0]:
                self._found("log-root", newest[0][0], "log.shorter-than-checkpoint")
            return 0
        size = int(found[0][0]) + 1
        nodes = {
            (level, idx): kept
            for level, idx, kept in self._keys("log", "SELECT level, idx, hash FROM log_nodes")
        }
        hashes = self._leaf_hashes(size)
        self._compare_nodes(hashes, nodes)
        if newest:
            self._compare_root(int(newest[0][0]), str(newest[0][1]), hashes)
        return size

    def _leaf_hashes(self, size: int) -> list[bytes | None]:
        hashes: list[bytes | None] = []
        for start in range(0, size, _BATCH):
            self._tell("vault.check.log", start, size)
            stop = min(size, start + _BATCH)
            leaves = self._leaves(start, stop)
            for idx in range(start, stop):
                leaf = leaves.get(idx)
                if leaf is None:
                    self._found("log-entry", idx, "log.entry-missing")
                hashes.append(None if leaf is None else merkle.leaf_hash(leaf))
        return hashes

    def _leaves(self, start: int, stop: int) -> dict[int, bytes]:
        sql = "SELECT idx, leaf FROM log_entries WHERE idx >= ? AND idx < ?"
        try:
            return dict(self._reader.rows(sql, (start, stop)))
        except VaultDamagedError:
            leaves: dict[int, bytes] = {}
            for idx in range(start, stop):
                try:
                    leaves.update(self._reader.rows(sql, (idx, idx + 1)))
                except VaultDamagedError:
                    continue
            return leaves

    def _compare_nodes(
        self, hashes: list[bytes | None], nodes: dict[tuple[int, int], bytes]
    ) -> None:
        level, row = 0, hashes
        while row:
            for idx, computed in enumerate(row):
                kept = nodes.get((level, idx))
                if computed is None or (kept is None and level):
                    continue
                if kept != computed:
                    kind = "log-node" if level else "log-entry"
                    self._found(kind, f"{level}/{idx}" if level else idx, "log.hash")
            pairs = zip(row[0::2], row[1::2], strict=False)
            row = [None if a is None or b is None else merkle.node_hash(a, b) for a, b in pairs]
            level += 1

    def _compare_root(self, size: int, note: str, hashes: list[bytes | None]) -> None:
        if size > len(hashes):
            self._found("log-root", size, "log.shorter-than-checkpoint")
            return
        whole = [one for one in hashes[:size] if one is not None]
        if len(whole) != size:
            self._found("log-root", size, "log.root-not-computable")
        elif _signed_root(note) != (size, merkle.root_of(whole)):
            self._found("log-root", size, "log.root")

    def leftovers(self) -> int:
        """Remove files that a crash left beside the evidence, and return how many."""
        vault = self._vault
        if vault.is_read_only:
            return 0
        with vault._lock:  # noqa: SLF001
            vault._require_open()  # noqa: SLF001
            if vault._sealing or vault.needs_new_passphrase:  # noqa: SLF001
                return 0
            names = {f"{blob_id}.age" for (blob_id,) in self._keys("blobs", "SELECT id FROM blobs")}
            if any(damage.kind == "table" for damage in self.damages):
                return 0  # Without a whole list of evidence, nothing may be called left over.
            return sum(_remove_leftovers(vault.folder / FOLDER_NAME, names))


def _remove_leftovers(folder: Path, names: set[str]) -> Iterator[int]:
    for path in sorted(folder.glob("*/*")):
        is_part = path.name.startswith(".part-")
        is_orphan = path.suffix == ".age" and path.name not in names
        is_ours = is_part or (is_orphan and path == blob_path(folder.parent, path.stem))
        if is_ours and path.is_file():
            try:
                path.unlink()
            except OSError:
                continue
            yield 1


def _signed_root(note: str) -> tuple[int, bytes] | None:
    """Return size and root of a checkpoint's text, or None when it is no checkpoint.

    Source: C2SP tlog-checkpoint: origin, size in decimal, root in base64, each on a line.
    """
    lines = note.split("\n")
    try:
        return int(lines[1]), base64.b64decode(lines[2], validate=True)
    except (IndexError, ValueError, binascii.Error):
        return None


def check_vault(
    vault: BlobStore,
    progress: Progress,
    cancel: CancelToken | None,
    evidence_of: EvidenceOf | None = None,
) -> VaultCheck:
    """Return what is damaged in an open vault.

    Args:
        vault: The vault.
        progress: Told of each part.
        cancel: Looked at between parts and pages.
        evidence_of: Gives the identifiers of the evidence a record's body names, so that missing
            evidence is found; raises ``VaultDamagedError`` for a body it cannot read.

    Raises:
        VaultDamagedError: The database does not open at all.
        Cancelled: A stop was asked for.
    """
    with vault._shred_lock:  # noqa: SLF001 -- keys must not change under the second connection
        vault._require_open()  # noqa: SLF001
        keys, folder = vault._keys, vault.folder  # noqa: SLF001
        reader = _Reader(lambda: keys.connect(folder, read_only=True))
        try:
            run = _Check(vault, reader, progress, cancel)
            are_pages_checked = run.pages()
            run.structure()
            run.search_index()
            run.tables()
            records = run.records(evidence_of)
            log_entries = run.log()
            run.scans()
            run.postings()
            blobs = run.blobs()
            removed = run.leftovers()
        finally:
            reader.close()
        return VaultCheck(
            records=records,
            blobs=blobs,
            log_entries=log_entries,
            are_pages_checked=are_pages_checked,
            leftovers_removed=removed,
            damages=tuple(run.damages),
        )
