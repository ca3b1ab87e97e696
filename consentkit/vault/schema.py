"""Tables of the vault's database, made and changed by numbered migrations.

A migration that was released is never edited; a new one stands after it and imports none of our
code. Instants are whole microseconds since 1970 UTC, so that they sort and compare as numbers.

``records`` is narrow on purpose: a full scan of 100,000 rows is the slowest thing a query can come
to. Bodies and search texts live in tables of their own. There is no ``ANALYZE``: its samples would
keep values of erased records.
"""

import sqlite_utils

from consentkit.kernel.errors import VaultDamagedError, VaultError, VaultVersionError
from consentkit.vault.cipher import translated

_V1 = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE keys (name TEXT PRIMARY KEY, secret BLOB NOT NULL) STRICT;
CREATE TABLE recordings (
  id TEXT PRIMARY KEY, sha256 TEXT NOT NULL, size_bytes INTEGER NOT NULL, path BLOB NOT NULL,
  added_at INTEGER NOT NULL, summary TEXT NOT NULL
) STRICT;
CREATE INDEX recordings_sha256 ON recordings (sha256);
CREATE TABLE scans (
  recording_id TEXT NOT NULL REFERENCES recordings (id) ON DELETE CASCADE, tap TEXT NOT NULL,
  version INTEGER NOT NULL, input_sha256 TEXT NOT NULL, data BLOB NOT NULL,
  PRIMARY KEY (recording_id, tap)
) STRICT;
CREATE TABLE conversations (
  id TEXT PRIMARY KEY, recording_id TEXT NOT NULL REFERENCES recordings (id) ON DELETE CASCADE,
  position INTEGER NOT NULL, body TEXT NOT NULL
) STRICT;
CREATE INDEX conversations_recording ON conversations (recording_id, position);
CREATE TABLE records (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL, pseudonym TEXT NOT NULL, pseudonym_key TEXT NOT NULL,
  country TEXT NOT NULL, languages TEXT NOT NULL, status TEXT NOT NULL, grade TEXT NOT NULL,
  expires_at INTEGER, purposes TEXT NOT NULL, recording_id TEXT, conversation_id TEXT,
  has_token INTEGER NOT NULL, is_erased INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX records_created_at ON records (created_at);
CREATE INDEX records_updated_at ON records (updated_at);
CREATE INDEX records_pseudonym ON records (pseudonym_key);
CREATE INDEX records_country ON records (country);
CREATE INDEX records_languages ON records (languages);
CREATE INDEX records_status ON records (status);
CREATE INDEX records_grade ON records (grade);
CREATE INDEX records_expires_at ON records (ifnull(expires_at, 9223372036854775807));
CREATE INDEX records_purposes ON records (purposes);
CREATE INDEX records_has_token ON records (has_token);
CREATE INDEX records_recording ON records (recording_id) WHERE recording_id IS NOT NULL;
CREATE INDEX records_conversation ON records (conversation_id) WHERE conversation_id IS NOT NULL;
CREATE TABLE record_bodies (seq INTEGER PRIMARY KEY REFERENCES records (seq), body BLOB NOT NULL)
  STRICT;
CREATE TABLE record_keys (record_id TEXT PRIMARY KEY, identity TEXT NOT NULL) STRICT;
CREATE TABLE record_search (seq INTEGER PRIMARY KEY REFERENCES records (seq), text TEXT NOT NULL)
  STRICT;
CREATE VIRTUAL TABLE record_fts USING fts5 (
  text, content='record_search', content_rowid='seq', tokenize='trigram case_sensitive 1'
);
INSERT INTO record_fts (record_fts, rank) VALUES ('secure-delete', 1);
CREATE TABLE blobs (
  id TEXT PRIMARY KEY, record_id TEXT NOT NULL, purpose TEXT NOT NULL, media_type TEXT NOT NULL,
  sha256 TEXT NOT NULL, size_bytes INTEGER NOT NULL, created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX blobs_record ON blobs (record_id, created_at);
CREATE TABLE blob_removals (id TEXT PRIMARY KEY) STRICT;
CREATE TABLE documents (
  kind TEXT NOT NULL, id TEXT NOT NULL, created_at INTEGER NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT;
CREATE INDEX documents_created_at ON documents (kind, created_at);
CREATE TABLE log_entries (
  idx INTEGER PRIMARY KEY, leaf BLOB NOT NULL, kind TEXT NOT NULL, record_id TEXT,
  recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX log_entries_record ON log_entries (record_id) WHERE record_id IS NOT NULL;
CREATE TABLE log_nodes (
  level INTEGER NOT NULL, idx INTEGER NOT NULL, hash BLOB NOT NULL, PRIMARY KEY (level, idx)
) STRICT, WITHOUT ROWID;
CREATE TABLE checkpoints (
  size INTEGER PRIMARY KEY, note TEXT NOT NULL, created_at INTEGER NOT NULL
) STRICT;
CREATE TABLE tokens (
  id TEXT PRIMARY KEY, checkpoint_size INTEGER NOT NULL, authority TEXT NOT NULL, der BLOB,
  state TEXT NOT NULL, attempts INTEGER NOT NULL, next_try_at INTEGER, last_error_code TEXT,
  created_at INTEGER NOT NULL, gen_time INTEGER
) STRICT;
CREATE INDEX tokens_checkpoint ON tokens (checkpoint_size);
CREATE INDEX tokens_state ON tokens (state, next_try_at);
CREATE INDEX tokens_gen_time ON tokens (gen_time) WHERE der IS NOT NULL;
"""

_V2 = """
CREATE INDEX log_entries_kind ON log_entries (kind, record_id);
CREATE INDEX tokens_authority ON tokens (authority, checkpoint_size) WHERE der IS NOT NULL;
"""
"""Entries are wide: counting or skipping them must not read one. Likewise tokens."""

_V3 = """
ALTER TABLE scans ADD COLUMN stamp TEXT NOT NULL DEFAULT '';
ALTER TABLE scans ADD COLUMN secret BLOB;
ALTER TABLE scans ADD COLUMN size_bytes INTEGER NOT NULL DEFAULT 0;
CREATE TABLE sealed_removals (name TEXT PRIMARY KEY) STRICT;
CREATE TABLE volumes (
  number INTEGER PRIMARY KEY, recording_id TEXT NOT NULL, start_s REAL NOT NULL,
  end_s REAL NOT NULL, is_live INTEGER NOT NULL
) STRICT;
CREATE INDEX volumes_recording ON volumes (recording_id);
CREATE TABLE posting_sources (
  recording_id TEXT NOT NULL, lane TEXT NOT NULL, stamp TEXT NOT NULL,
  PRIMARY KEY (recording_id, lane)
) STRICT, WITHOUT ROWID;
CREATE TABLE posting_segments (
  id TEXT PRIMARY KEY, lane TEXT NOT NULL, entries INTEGER NOT NULL, size_bytes INTEGER NOT NULL,
  secret BLOB NOT NULL, volumes BLOB NOT NULL
) STRICT;
"""
"""``scans.secret`` is the key of the result's file; results without one are in ``data`` itself.
``posting_segments.volumes`` is a bit for each volume number, the lowest bit of a byte first."""

_V4 = """
CREATE TABLE edit_scans (
  sha256 TEXT NOT NULL, tap TEXT NOT NULL, version INTEGER NOT NULL, used_at INTEGER NOT NULL,
  stamp TEXT NOT NULL, secret BLOB NOT NULL, size_bytes INTEGER NOT NULL,
  PRIMARY KEY (sha256, tap)
) STRICT, WITHOUT ROWID;
"""
"""Results of scans of finished videos, which are no recordings; each is a sealed file."""

_MIGRATIONS: tuple[str, ...] = (_V1, _V2, _V3, _V4)

VERSION = len(_MIGRATIONS)
"""Schema version this code reads and writes."""


def _statements(script: str) -> tuple[str, ...]:
    """Return the statements of a script; no literal in one holds a semicolon."""
    return tuple(part.strip() for part in script.split(";") if part.strip())


def stored_version(database: sqlite_utils.Database) -> int:
    """Return the schema version of an open database; 0 for an empty one."""
    with translated():
        return int(database.execute("PRAGMA user_version").fetchone()[0])


def check_version(database: sqlite_utils.Database, *, may_migrate: bool) -> None:
    """Return if this code can use the tables.

    A database without tables is no older version: somebody put an empty file in its place.

    Raises:
        VaultDamagedError: There are no tables (``vault.database-empty``).
        VaultVersionError: A newer ConsentKit made them.
        VaultError: They are older, and this opening only reads (``vault.needs-migration``).
    """
    version = stored_version(database)
    if version < 1:
        raise VaultDamagedError("vault.database-empty")
    if version > VERSION:
        raise VaultVersionError(version=version)
    if version < VERSION and not may_migrate:
        raise VaultError("vault.needs-migration")


def migrate(database: sqlite_utils.Database) -> None:
    """Bring the database to ``VERSION``, each migration in one transaction.

    Raises:
        VaultVersionError: A newer ConsentKit made its tables.
        ResourceError: The disk is full or failed; the former version is still whole.
    """
    version = stored_version(database)
    if version > VERSION:
        raise VaultVersionError(version=version)
    for number in range(version, VERSION):
        with translated(), database.atomic():
            for statement in _statements(_MIGRATIONS[number]):
                database.execute(statement)
            database.execute(f"PRAGMA user_version = {number + 1}")
