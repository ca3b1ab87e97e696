"""Erasing a record beyond recovery while the vault stays whole at every step.

Steps, in this order; after a crash at any point the vault opens, the record stays erased, and the
next opening for writing goes on where it broke off:

1. one transaction deletes key, body, search text and evidence rows, puts the tombstone in place,
   queues the evidence files for removal and sets the mark ``shred-pending``;
2. the evidence files are removed;
3. the header gets a second, fresh vault key (from here on, two keys in the header are the mark);
4. the mark in the database is cleared;
5. every page is encrypted anew under the fresh key, which then has to open the database;
6. the write-ahead log is moved into the database file and cut to nothing;
7. the header keeps the fresh key only.

A deleted key alone is not enough: its page stands in the write-ahead log, under the old key, until
that log is cut. Backups made before still open with the passphrase of their time.
"""

from collections.abc import Callable

from consentkit.kernel.errors import MalformedError, NotFoundError, ResourceError, VaultDamagedError
from consentkit.vault import cipher
from consentkit.vault.blob_store import BlobStore
from consentkit.vault.rows import RecordRow

_PENDING = "shred-pending"

StepHook = Callable[[str], None]


def _no_step(step: str) -> None:
    """Take the name of a step and do nothing."""


class ShredStore(BlobStore):
    """Erases records."""

    _at_step: StepHook = staticmethod(_no_step)
    """Called before each step with its name; tests break the work off there."""

    def erase_record(
        self,
        record_id: str,
        tombstone_row: RecordRow,
        *,
        also: Callable[[], None] | None = None,
    ) -> None:
        """Destroy a record's key, body, search text and evidence, and encrypt the vault anew.

        Args:
            record_id: The record.
            tombstone_row: What remains in the table; it holds nothing of the person.
            also: Further writes of the same transaction (log entry, documents to delete).

        Raises:
            NotFoundError: There is no such record.
            MalformedError: The tombstone has another id.
            VaultInUseError: A reader kept the old pages in use. The record is erased; the new
                encryption is finished by ``finish_erasing`` or at the next opening.
            VaultError: The handle does not write.
            ResourceError: The disk is full or failed. If the record is erased already, the rest
                is finished at the next opening.
        """
        if tombstone_row.id != record_id:
            raise MalformedError("record.tombstone")
        with self._shred_lock, self._lock:
            self._at_step("delete")
            with self.transaction():
                self._delete_record(record_id, tombstone_row)
                if also is not None:
                    also()
            self._shred()

    def finish_erasing(self) -> bool:
        """Carry an erasure to its end that broke off; return whether there was one.

        Raises:
            VaultInUseError: A reader keeps the old pages in use.
            VaultError: The handle does not write.
            ResourceError: The disk is full or failed; it can be tried again.
        """
        with self._shred_lock, self._lock:
            self._require_writer()
            if not self.has_unfinished_erasure:
                return False
            self._shred()
            return True

    @property
    def has_unfinished_erasure(self) -> bool:
        """Whether an erasure still waits for its new encryption."""
        return self._keys.is_between_keys or self._is_marked()

    def _is_marked(self) -> bool:
        return self._row("SELECT 1 FROM meta WHERE name = ?", (_PENDING,)) is not None

    def _delete_record(self, record_id: str, tombstone_row: RecordRow) -> None:
        found = self._row("SELECT seq FROM records WHERE id = ?", (record_id,))
        if found is None:
            raise NotFoundError("record.not-found")
        seq = found[0]
        blobs = self._rows("SELECT id FROM blobs WHERE record_id = ?", (record_id,))
        self._write("DELETE FROM record_keys WHERE record_id = ?", (record_id,))
        self._write("DELETE FROM record_bodies WHERE seq = ?", (seq,))
        self._write("DELETE FROM blobs WHERE record_id = ?", (record_id,))
        self._put_row(tombstone_row, is_erased=True)
        self._write("INSERT OR REPLACE INTO meta (name, value) VALUES (?, x'01')", (_PENDING,))
        self._queue_removals(tuple(blob_id for (blob_id,) in blobs))

    def _shred(self) -> None:
        """Run steps 2 to 7 from wherever the vault stands."""
        self._at_step("remove-files")
        self._remove_queued()
        if not self._keys.is_between_keys:
            self._at_step("header-both")
            self._keys.begin_new_key(self._folder)
        self._at_step("clear-mark")
        self._write("DELETE FROM meta WHERE name = ?", (_PENDING,))
        self._at_step("rekey")
        self._rekey()
        self._at_step("checkpoint")
        cipher.checkpoint(self._db)
        self._at_step("header-new")
        self._keys.finish_new_key(self._folder)
        self._at_step("done")

    def _rekey(self) -> None:
        """Encrypt every page under the newest key, and prove it on a fresh connection.

        SQLCipher reports no error when the disk fills while it does this; the header must not
        forget the old key before the new one has opened the database.

        Raises:
            ResourceError: The pages are still under the old key (``disk.rekey``), or the disk
                failed otherwise.
        """
        path, key = self._folder / cipher.FILE_NAME, self._keys.database_key()
        try:
            cipher.rekey(self._db, key)
        finally:
            # A rekey that failed leaves a connection that neither reads nor rolls back.
            try:
                self._connect_anew(lambda: cipher.connect(path, key))
            except VaultDamagedError as exc:
                raise ResourceError("disk.rekey") from exc
