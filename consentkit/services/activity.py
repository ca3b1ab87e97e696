"""The log in words, and whether it is the one that was seen last."""

from collections.abc import Mapping

from consentkit.domain.recording import Recording
from consentkit.kernel.errors import NotFoundError
from consentkit.services.ledger import Ledger
from consentkit.services.timestamps import TimeService
from consentkit.services.views import ActivityRow, LogStatus
from consentkit.vault.rows import LogEntryRow
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
    "erase",
)
"""Kinds of entry this version makes."""

_CHUNK = 2000


class ActivityService:
    """The activity of one vault.

    Args:
        vault: The open vault.
        ledger: Knows the state of the log.
        time: Knows which entries are covered by tokens.
    """

    KINDS = KINDS

    def __init__(self, vault: Vault, ledger: Ledger, time: TimeService) -> None:
        self._vault = vault
        self._ledger = ledger
        self._time = time

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
        subjects = self._subjects()
        covered = self._covered()
        wanted = text.casefold().strip()
        found: list[ActivityRow] = []
        skipped = 0
        end = self._ledger.size
        while end > 0 and len(found) < limit:
            start = max(0, end - _CHUNK)
            for entry in reversed(self._vault.entries(start, end)):
                subject = subjects.get(entry.record_id or "", "")
                if (kinds and entry.kind not in kinds) or wanted not in subject.casefold():
                    continue
                if skipped < offset:
                    skipped += 1
                    continue
                found.append(_row(entry, subject, is_timed=entry.idx < covered))
                if len(found) == limit:
                    break
            end = start
        return tuple(found)

    def count(self, kinds: frozenset[str] = frozenset(), text: str = "") -> int:
        """Return how many entries ``rows`` would give in all."""
        if not kinds and not text.strip():
            return self._ledger.size
        return len(self.rows(kinds, text, 0, self._ledger.size))

    def _covered(self) -> int:
        """Return how many entries from the first are covered by a token."""
        sizes = [row.checkpoint_size for row in self._vault.tokens_from(0) if row.der is not None]
        return max(sizes, default=0)

    def _subjects(self) -> Mapping[str, str]:
        names: dict[str, str] = dict(self._vault.record_names())
        for row in self._vault.list_recordings():
            names[row.id] = decode_stored(row.summary, Recording).title
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
        self._ledger.remember()
        return self._ledger.status()


def _row(entry: LogEntryRow, subject: str, *, is_timed: bool) -> ActivityRow:
    return ActivityRow(
        entry.idx, entry.kind, entry.recorded_at, entry.record_id or "", subject, is_timed
    )
