"""Recordings, the kept results of their scans, and their conversations."""

import os
from collections.abc import Sequence

from consentkit.kernel.errors import LimitError, MalformedError, NotFoundError
from consentkit.kernel.limits import MIB
from consentkit.vault.instants import from_micros, to_micros
from consentkit.vault.rows import ConversationRow, RecordingRow, ScanInfo, ScanRow
from consentkit.vault.session import Row, VaultSession

SCAN_MAX_BYTES = 256 * MIB
"""The packet tree of a three-hour recording has about 26 MB; SQLite ends at 1 GB a value."""

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


class MediaStore(VaultSession):
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

        Raises:
            NotFoundError: There is no such recording.
            VaultError: The handle does not write.
        """
        if not self._write("DELETE FROM recordings WHERE id = ?", (recording_id,)):
            raise NotFoundError("recording.not-found")

    def put_scan(self, row: ScanRow) -> None:
        """Keep the result of one tap, in place of a former one.

        Raises:
            LimitError: It is larger than ``SCAN_MAX_BYTES``.
            StateError: There is no such recording (``vault.conflict``).
            VaultError: The handle does not write.
        """
        if len(row.data) > SCAN_MAX_BYTES:
            raise LimitError("vault.scan-size", limit=SCAN_MAX_BYTES)
        self._write(
            "INSERT OR REPLACE INTO scans (recording_id, tap, version, input_sha256, data)"
            " VALUES (?, ?, ?, ?, ?)",
            (row.recording_id, row.tap, row.version, row.input_sha256, row.data),
        )

    def get_scan(self, recording_id: str, tap: str) -> ScanRow | None:
        """Return the kept result of a tap, or None."""
        row = self._row(
            "SELECT recording_id, tap, version, input_sha256, data FROM scans"
            " WHERE recording_id = ? AND tap = ?",
            (recording_id, tap),
        )
        return None if row is None else ScanRow(*row)

    def list_scans(self, recording_id: str) -> tuple[ScanInfo, ...]:
        """Return which results are kept for a recording, without their bytes."""
        rows = self._rows(
            "SELECT recording_id, tap, version, input_sha256, length(data) FROM scans"
            " WHERE recording_id = ? ORDER BY tap",
            (recording_id,),
        )
        return tuple(ScanInfo(*row) for row in rows)

    def delete_scan(self, recording_id: str, tap: str) -> None:
        """Drop the result of a tap; does nothing when there is none.

        Raises:
            VaultError: The handle does not write.
        """
        self._write("DELETE FROM scans WHERE recording_id = ? AND tap = ?", (recording_id, tap))

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
