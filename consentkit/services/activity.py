"""The log in words, and whether it is the one that was seen last."""

import contextlib
from collections.abc import Mapping

from consentkit.domain.recording import Recording
from consentkit.kernel.errors import NotFoundError
from consentkit.services.ledger import Ledger
from consentkit.services.views import ActivityRow, LogStatus
from consentkit.vault.rows import EntryQuery, LogEntryRow, folded
from consentkit.vault.vault import Vault
from consentkit.wire.v1.stored import decode_stored

KINDS = (
    "ingest",
    "request",
    "grant",
    "refuse",
    "defer",
    "renew",
    "withdraw",
    "revoke",
    "suspend",
    "resume",
    "invalidate",
    "hold",
    "attach",
    "export",
    "own",
    "not-own",
    "gate",
    "redaction",
    "credentials",
    "bind",
    "unbind",
    "take-down",
    "put-back",
    "complaint",
    "close",
    "reopen",
    "done",
    "undone",
    "statement",
    "erase",
)
"""Kinds of entry this version makes."""


class ActivityService:
    """The activity of one vault.

    Args:
        vault: The open vault.
        ledger: Knows the state of the log.
    """

    KINDS = KINDS

    def __init__(self, vault: Vault, ledger: Ledger) -> None:
        self._vault = vault
        self._ledger = ledger

    def rows(
        self,
        kinds: frozenset[str] = frozenset(),
        text: str = "",
        offset: int = 0,
        limit: int = 200,
    ) -> tuple[ActivityRow, ...]:
        """Return a page of entries, newest first.

        Args:
            kinds: Only these; empty for all.
            text: Only entries whose subject's name holds this, letters' case ignored.
            offset: Entries skipped.
            limit: Entries at most.
        """
        covered = self._vault.covered_size()
        entries = self._vault.query_entries(self._query(kinds, text), offset, limit)
        names = self._names({entry.record_id for entry in entries if entry.record_id})
        return tuple(
            _row(entry, names.get(entry.record_id or "", ""), is_timed=entry.idx < covered)
            for entry in entries
        )

    def count(self, kinds: frozenset[str] = frozenset(), text: str = "") -> int:
        """Return how many entries ``rows`` would give in all."""
        return self._vault.count_entries(self._query(kinds, text))

    def _query(self, kinds: frozenset[str], text: str) -> EntryQuery:
        wanted = folded(text).strip()
        titles = self._titles() if wanted else {}
        subjects = frozenset(id_ for id_, title in titles.items() if wanted in folded(title))
        return EntryQuery(kinds, wanted, subjects)

    def _titles(self) -> Mapping[str, str]:
        return {
            row.id: decode_stored(row.summary, Recording).title
            for row in self._vault.list_recordings()
        }

    def _names(self, subject_ids: set[str]) -> Mapping[str, str]:
        rows = self._vault.get_rows(subject_ids)
        names = {row.id: row.pseudonym for row in rows.values()}
        for recording_id in subject_ids - set(names):
            with contextlib.suppress(NotFoundError):
                summary = self._vault.get_recording(recording_id).summary
                names[recording_id] = decode_stored(summary, Recording).title
        return names

    def status(self) -> LogStatus:
        """Return the state of the log."""
        return self._ledger.status()

    def accept(self) -> LogStatus:
        """Take the log as it is for the one to compare with from now on.

        For a vault that was restored from a backup on purpose.

        Raises:
            NotFoundError: The log is empty.
        """
        if self._ledger.size == 0:
            raise NotFoundError("log.empty")
        self._ledger.remember(is_accepted=True)
        return self._ledger.status()


def _row(entry: LogEntryRow, subject: str, *, is_timed: bool) -> ActivityRow:
    return ActivityRow(
        entry.idx, entry.kind, entry.recorded_at, entry.record_id or "", subject, is_timed
    )
