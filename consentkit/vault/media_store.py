"""Recordings, the kept results of their scans, and their conversations.

A result of some size is a sealed file beside the database, and its row holds the key: an erasure
encrypts the whole database anew and a check reads all of it, which must not take minutes because a
library has a thousand hours of prints.
"""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from consentkit.kernel.errors import (
    LimitError,
    MalformedError,
    NotFoundError,
    VaultDamagedError,
)
from consentkit.kernel.ids import RANDOM_BYTES, make_id
from consentkit.kernel.limits import KIB, MIB
from consentkit.vault.instants import from_micros, to_micros
from consentkit.vault.posting_catalogue import PostingCatalogue
from consentkit.vault.rows import ConversationRow, RecordingRow, ScanInfo, ScanRow
from consentkit.vault.sealed_store import open_file, seal_file, sweep_strangers, unlink_quietly
from consentkit.vault.session import Row

SCAN_MAX_BYTES = 256 * MIB
"""The packet tree of a three-hour recording has about 26 MB; a result is sealed in one piece."""

SCANS_FOLDER = "scans"
SCAN_INLINE_MAX_BYTES = 32 * KIB
"""Longer results are files: a thumbnail or a list of cuts stays a row and is read with it."""

_RECORDING = "SELECT id, sha256, size_bytes, path, added_at, summary FROM recordings"
_CONVERSATION = "SELECT id, recording_id, position, body FROM conversations"


def _to_recording(values: Row) -> RecordingRow:
    return RecordingRow(
        id=values[0],
        sha256=values[1],
        size_bytes=values[2],
        path=os.fsdecode(values[3]),
        added_at=from_micros(values[4]),
        summary=values[5],
    )


def scan_name(stamp: str) -> str:
    """Return the name of a result's file in the vault's folder."""
    return f"{SCANS_FOLDER}/{stamp.partition('-')[2][:2]}/{stamp}.sealed"


def _scan_context(stamp: str, row: ScanRow) -> bytes:
    """Return what binds a file to its row."""
    parts = (stamp, row.recording_id, row.tap, str(row.version), row.input_sha256)
    return ("consentkit.scan/1\n" + "\n".join(parts)).encode()


def open_scan(folder: Path, stamp: str, secret: bytes, row: ScanRow) -> bytes:
    """Return the result of a tap from its file.

    Args:
        folder: The vault's folder.
        stamp: Names the file.
        secret: Its key.
        row: Its row, without the data.

    Raises:
        VaultDamagedError: The file is missing or was changed.
        ResourceError: The disk failed.
    """
    return open_file(folder / scan_name(stamp), secret, _scan_context(stamp, row))


class MediaStore(PostingCatalogue):
    """Reads and writes of recordings, scans and conversations."""

    def add_recording(self, row: RecordingRow) -> None:
        """Save a new recording.

        Raises:
            StateError: There is one with this id (``vault.conflict``).
            VaultError: The handle does not write.
        """
        self._write(
            "INSERT INTO recordings (id, sha256, size_bytes, path, added_at, summary)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (
                row.id,
                row.sha256,
                row.size_bytes,
                os.fsencode(row.path),
                to_micros(row.added_at),
                row.summary,
            ),
        )

    def get_recording(self, recording_id: str) -> RecordingRow:
        """Return a recording.

        Raises:
            NotFoundError: There is no such recording.
        """
        row = self._row(f"{_RECORDING} WHERE id = ?", (recording_id,))
        if row is None:
            raise NotFoundError("recording.not-found")
        return _to_recording(row)

    def recording_by_digest(self, sha256: str) -> RecordingRow | None:
        """Return the recording whose file has this digest, or None."""
        row = self._row(f"{_RECORDING} WHERE sha256 = ? ORDER BY added_at", (sha256,))
        return None if row is None else _to_recording(row)

    def list_recordings(self) -> tuple[RecordingRow, ...]:
        """Return all recordings, the newest first."""
        rows = self._rows(f"{_RECORDING} ORDER BY added_at DESC, id")
        return tuple(_to_recording(row) for row in rows)

    def update_recording(self, row: RecordingRow) -> None:
        """Save the changed columns of a recording.

        Raises:
            NotFoundError: There is no such recording.
            VaultError: The handle does not write.
        """
        touched = self._write(
            "UPDATE recordings SET sha256 = ?, size_bytes = ?, path = ?, added_at = ?,"
            " summary = ? WHERE id = ?",
            (
                row.sha256,
                row.size_bytes,
                os.fsencode(row.path),
                to_micros(row.added_at),
                row.summary,
                row.id,
            ),
        )
        if not touched:
            raise NotFoundError("recording.not-found")

    def delete_recording(self, recording_id: str) -> None:
        """Remove a recording with its scans and conversations; the file itself is not touched.

        Its postings are out of every lookup at once; ``PostingIndex.purge`` takes them off the
        disk.

        Raises:
            NotFoundError: There is no such recording.
            VaultError: The handle does not write.
        """
        with self.transaction():
            self._drop_scan_files("recording_id = ?", (recording_id,))
            self.drop_postings(recording_id)
            if not self._write("DELETE FROM recordings WHERE id = ?", (recording_id,)):
                raise NotFoundError("recording.not-found")

    def put_scan(self, row: ScanRow) -> None:
        """Keep the result of one tap, in place of a former one.

        Raises:
            LimitError: It is larger than ``SCAN_MAX_BYTES``.
            StateError: There is no such recording (``vault.conflict``).
            VaultError: The handle does not write.
            ResourceError: The disk is full or failed; the former result is kept.
        """
        size = len(row.data)
        if size > SCAN_MAX_BYTES:
            raise LimitError("vault.scan-size", limit=SCAN_MAX_BYTES)
        stamp = make_id("scan", os.urandom(RANDOM_BYTES))
        with self.transaction():
            secret, data = None, row.data
            if size > SCAN_INLINE_MAX_BYTES:
                path = self._folder / scan_name(stamp)
                self._on_rollback(lambda: unlink_quietly(path))
                secret, data = seal_file(path, row.data, _scan_context(stamp, row)), b""
            self._drop_former(row.recording_id, row.tap)
            self._write(
                "INSERT OR REPLACE INTO scans (recording_id, tap, version, input_sha256, data,"
                " stamp, secret, size_bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    row.recording_id,
                    row.tap,
                    row.version,
                    row.input_sha256,
                    data,
                    stamp,
                    secret,
                    size,
                ),
            )

    def get_scan(self, recording_id: str, tap: str) -> ScanRow | None:
        """Return the kept result of a tap, or None.

        Raises:
            VaultDamagedError: Its file is missing or was changed.
        """
        # A writer may replace the result between the row and its file; then the row is another.
        stamp = None
        while True:
            row = self._row(
                "SELECT recording_id, tap, version, input_sha256, data, stamp, secret FROM scans"
                " WHERE recording_id = ? AND tap = ?",
                (recording_id, tap),
            )
            if row is None:
                return None
            found = ScanRow(*row[:5])
            if row[6] is None:
                return found
            try:
                data = open_scan(self._folder, row[5], row[6], found)
            except VaultDamagedError:
                if row[5] == stamp:
                    raise
                stamp = row[5]
            else:
                return replace(found, data=data)

    def list_scans(self, recording_id: str) -> tuple[ScanInfo, ...]:
        """Return which results are kept for a recording, without their bytes."""
        rows = self._rows(
            "SELECT recording_id, tap, version, input_sha256,"
            " iif(secret IS NULL, length(data), size_bytes) FROM scans"
            " WHERE recording_id = ? ORDER BY tap",
            (recording_id,),
        )
        return tuple(ScanInfo(*row) for row in rows)

    def scan_stamps(self, tap: str, version: int | None = None) -> dict[str, str]:
        """Return, by recording, a text that changes whenever the result of a tap is put anew.

        Args:
            tap: The tap.
            version: Results of this version only; None for all.
        """
        return dict(
            self._rows(
                "SELECT recording_id, iif(stamp = '', 'v' || version, stamp) FROM scans"
                " WHERE tap = ? AND version = ifnull(?, version)",
                (tap, version),
            )
        )

    def scan_stamp(self, recording_id: str, tap: str) -> str | None:
        """Return the stamp (``scan_stamps``) of one result, or None when there is none."""
        row = self._row(
            "SELECT iif(stamp = '', 'v' || version, stamp) FROM scans"
            " WHERE recording_id = ? AND tap = ?",
            (recording_id, tap),
        )
        return None if row is None else str(row[0])

    def delete_scan(self, recording_id: str, tap: str) -> None:
        """Drop the result of a tap; does nothing when there is none.

        Raises:
            VaultError: The handle does not write.
        """
        with self.transaction():
            self._drop_former(recording_id, tap)
            self._write("DELETE FROM scans WHERE recording_id = ? AND tap = ?", (recording_id, tap))

    def _drop_former(self, recording_id: str, tap: str) -> None:
        """Have the former result's file removed, and take what was made from it out of lookups.

        A result is put anew when a person's data are erased from it, too.
        """
        self._drop_scan_files("recording_id = ? AND tap = ?", (recording_id, tap))
        stamp = self.scan_stamp(recording_id, tap)
        if stamp is not None and any(
            source.stamp.startswith(f"{stamp}/") for source in self.posting_sources(recording_id)
        ):
            self.drop_postings(recording_id)

    def _drop_scan_files(self, condition: str, parameters: tuple[str, ...]) -> None:
        found = self._rows(
            f"SELECT stamp FROM scans WHERE secret IS NOT NULL AND {condition}",  # noqa: S608
            parameters,
        )
        self._queue_sealed_removals(scan_name(stamp) for (stamp,) in found)

    def _sweep_scan_files(self) -> int:
        """Remove files that no row names, as a crash leaves them; return how many.

        Only at opening, when nobody else writes.
        """
        kept = {
            scan_name(stamp)
            for (stamp,) in self._rows("SELECT stamp FROM scans WHERE secret IS NOT NULL")
        }
        return sweep_strangers(self._folder, f"{SCANS_FOLDER}/*/*", kept)

    def replace_conversations(self, recording_id: str, rows: Sequence[ConversationRow]) -> None:
        """Make ``rows`` the conversations of a recording, all at once.

        Raises:
            MalformedError: A row belongs to another recording.
            StateError: There is no such recording, or an id is taken (``vault.conflict``).
            VaultError: The handle does not write.
        """
        if any(row.recording_id != recording_id for row in rows):
            raise MalformedError("conversation.recording")
        with self.transaction():
            self._write("DELETE FROM conversations WHERE recording_id = ?", (recording_id,))
            self._write_many(
                "INSERT INTO conversations (id, recording_id, position, body) VALUES (?, ?, ?, ?)",
                [(row.id, row.recording_id, row.position, row.body) for row in rows],
            )

    def list_conversations(self, recording_id: str) -> tuple[ConversationRow, ...]:
        """Return the conversations of a recording, in order."""
        rows = self._rows(
            f"{_CONVERSATION} WHERE recording_id = ? ORDER BY position, id", (recording_id,)
        )
        return tuple(ConversationRow(*row) for row in rows)

    def get_conversation(self, conversation_id: str) -> ConversationRow:
        """Return one conversation.

        Raises:
            NotFoundError: There is no such conversation.
        """
        row = self._row(f"{_CONVERSATION} WHERE id = ?", (conversation_id,))
        if row is None:
            raise NotFoundError("conversation.not-found")
        return ConversationRow(*row)
