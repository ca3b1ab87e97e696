"""The library: recordings that were added, their conversations, and corrections with undo."""

import contextlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

from consentkit.domain import conversation as conv
from consentkit.domain.consent import Status
from consentkit.domain.conversation import Conversation, Conversations, Origin
from consentkit.domain.party import checked_text
from consentkit.domain.recording import Recording
from consentkit.domain.segmentation import propose_conversations
from consentkit.kernel.clock import Clock
from consentkit.kernel.digest import file_sha256_hex
from consentkit.kernel.errors import InputError, StateError, VerificationError
from consentkit.kernel.limits import NAME_MAX_CHARS
from consentkit.kernel.progress import CancelToken, Progress, ProgressUpdate, silent
from consentkit.kernel.timebase import TimeRange
from consentkit.media import worker
from consentkit.media.result import ScanResult
from consentkit.media.stored_tap import decode_tap_result
from consentkit.media.taps.base import TapResult
from consentkit.media.taps.registry import RECORDING_TAPS
from consentkit.services.coverage_links import conversation_views, link_kind
from consentkit.services.ledger import Ledger, new_id
from consentkit.services.scans import ScanService, StaleScan
from consentkit.services.tap_views import filmstrip_of, waveform_of
from consentkit.services.views import (
    ConversationView,
    RecordingCard,
    RecordingDetail,
)
from consentkit.vault.rows import ConversationRow, Document, RecordingRow, ScanRow
from consentkit.vault.vault import Vault
from consentkit.wire.receipt import plain_entry, recording_claims
from consentkit.wire.v1.stored import decode_stored, encode_stored

FILMSTRIP, WAVEFORM, PANES, THUMBNAIL = "filmstrip", "waveform", "panes", "thumbnail"
INGEST = "ingest"
"""Kind of the document that keeps the log entry of a recording's adding; its id is the recording's.
"""
UNDO_STEPS = 200


@dataclass(slots=True)
class _History:
    undo: list[Conversations] = field(default_factory=list)
    redo: list[Conversations] = field(default_factory=list)


class RecordingService:
    """The recordings of one vault.

    Args:
        vault: The open vault.
        clock: Tells when something was added.
        ledger: Takes the ingest entries.
    """

    def __init__(self, vault: Vault, clock: Clock, ledger: Ledger) -> None:
        self._vault = vault
        self._clock = clock
        self._ledger = ledger
        self.scans = ScanService(vault)
        self._history: dict[str, _History] = {}
        self._counted: dict[str, tuple[tuple[int, int], Counter[Status]]] = {}

    # ── adding ──

    def add(
        self, path: Path, progress: Progress = silent, cancel: CancelToken | None = None
    ) -> RecordingDetail:
        """Scan a file, propose its conversations, and enter its digest into the log.

        The file is referenced, never copied or changed. A file whose content is known already is
        not added twice; its place is updated.

        Raises:
            InputError: It is no recording, or cannot be read.
            ResourceError: The decoder died or the disk is full; nothing was added.
            Cancelled: A stop was asked for; nothing was added.
        """
        path = path.resolve()
        scan = self.scans.scan(path, RECORDING_TAPS, progress, cancel)
        known = self._vault.recording_by_digest(scan.sha256)
        if known is not None:
            with self._vault.transaction():
                self._vault.update_recording(replace(known, path=str(path)))
                self.scans.store(known.id, scan)
            return self.detail(known.id)
        progress(ProgressUpdate("segment"))
        recording = _recording(new_id("rec"), path, scan, self._clock.now())
        conversations = self._propose(recording, scan.taps.get(PANES))
        progress(ProgressUpdate("seal"))
        if cancel is not None:
            cancel.check()
        self._store(recording, path, scan, conversations)
        return self.detail(recording.id)

    def _store(
        self, recording: Recording, path: Path, scan: ScanResult, conversations: Conversations
    ) -> None:
        with self._vault.transaction():
            self._vault.add_recording(
                RecordingRow(
                    recording.id,
                    recording.sha256,
                    recording.size_bytes,
                    str(path),
                    recording.added_at,
                    encode_stored(recording).decode(),
                )
            )
            self.scans.store(recording.id, scan)
            self._save_thumbnail(recording)
            self._save(recording.id, conversations)
            entry = plain_entry(
                self._ledger.head("ingest"), "recording", recording_claims(recording)
            )
            _, compact = self._ledger.enter(entry, recording.id)
            # A proof shows with it that the recording was sealed before anybody was asked.
            self._vault.put_document(Document(INGEST, recording.id, recording.added_at, compact))
        self._ledger.remember()

    def _save_thumbnail(self, recording: Recording) -> None:
        """Keep one picture by itself, so that the library opens without whole filmstrips."""
        jpegs = filmstrip_of(self._tap(recording.id, FILMSTRIP)).jpegs
        if jpegs:
            picture = jpegs[len(jpegs) // 3]
            self._vault.put_scan(ScanRow(recording.id, THUMBNAIL, 1, recording.sha256, picture))

    @staticmethod
    def _propose(recording: Recording, panes: TapResult | None) -> Conversations:
        if panes is None:
            return ()
        from consentkit.media.taps.panes import signals_from_result

        proposals = propose_conversations(signals_from_result(panes))
        found: list[Conversation] = []
        for proposal in proposals:
            end = min(proposal.range.end, recording.duration)
            if end - proposal.range.start >= conv.SHORTEST_S:
                stretch = TimeRange(proposal.range.start, end)
                found.append(
                    Conversation(new_id("cnv"), recording.id, stretch, proposal.confidence)
                )
        return tuple(found)

    def stale_recordings(self) -> tuple[StaleScan, ...]:
        """Return the recordings that ``rescan`` would bring up to date, the newest first."""
        return self.scans.stale()

    def rescan(
        self, recording_id: str, progress: Progress = silent, cancel: CancelToken | None = None
    ) -> tuple[str, ...]:
        """Compute what is missing of a recording's results or was made by older taps.

        Conversations stay as they are: somebody may have corrected them.

        Returns:
            The names of the taps that were computed; none when all is up to date.

        Raises:
            NotFoundError: There is no such recording.
            VerificationError: The file is not the one that was added.
            InputError: The file is gone or cannot be read.
            ResourceError: The decoder died or the disk is full; the former results are kept.
            Cancelled: A stop was asked for; the next rescan goes on from there.
        """
        row = self._row(recording_id)
        taps = self.scans.stale_taps(row)
        if taps:
            self.scans.update(row, taps, progress, cancel)
            if FILMSTRIP in taps:
                self._save_thumbnail(self.get(recording_id))
        return taps

    def quick_filmstrip(
        self,
        path: Path,
        on_thumb: Callable[[Fraction, bytes], None],
        cancel: CancelToken | None = None,
    ) -> None:
        """Hand over first pictures of a file within seconds, before it is added."""
        worker.quick_filmstrip(
            path.resolve(), lambda thumb: on_thumb(thumb.at, thumb.jpeg), cancel=cancel
        )

    def relocate(
        self,
        recording_id: str,
        path: Path,
        progress: Progress = silent,
        cancel: CancelToken | None = None,
    ) -> RecordingDetail:
        """Note that the recording's file is now at ``path``, if its digest is the same.

        Raises:
            VerificationError: It is another file.
            InputError: It cannot be read.
        """
        row = self._row(recording_id)
        path = path.resolve()
        if not path.is_file():
            raise InputError("file.unreadable")
        same_size = path.stat().st_size == row.size_bytes
        if not same_size or file_sha256_hex(path, progress, cancel) != row.sha256:
            raise VerificationError("recording.other-file")
        self._vault.update_recording(replace(row, path=str(path)))
        return self.detail(recording_id)

    def remove(self, recording_id: str) -> None:
        """Take a recording off the library; its file stays where it is and its entry in the log.

        Raises:
            StateError: A consent record refers to it.
        """
        row = self._row(recording_id)
        # A clip outside every conversation counts as well.
        if self._vault.list_documents(link_kind(recording_id), limit=1):
            raise StateError("recording.in-use")
        with self._vault.transaction():
            self._vault.delete_document(INGEST, recording_id)
            self._vault.delete_recording(recording_id)
            self.scans.drop(row)

    # ── reading ──

    def _row(self, recording_id: str) -> RecordingRow:
        return self._vault.get_recording(recording_id)

    def get(self, recording_id: str) -> Recording:
        """Return the recording as it was when it was added.

        Raises:
            NotFoundError: There is none with that identifier.
        """
        return decode_stored(self._row(recording_id).summary, Recording)

    def path(self, recording_id: str) -> Path:
        """Return where the recording's file was last seen."""
        return Path(self._row(recording_id).path)

    def present_path(self, recording_id: str) -> Path:
        """Return where the recording's file is.

        Raises:
            InputError: It is not there any more.
        """
        path = self.path(recording_id)
        if not path.is_file():
            raise InputError("recording.missing")
        return path

    def cards(self) -> tuple[RecordingCard, ...]:
        """Return the library, newest first."""
        found: list[RecordingCard] = []
        marks = self._vault.kinds_marked(link_kind(""))
        for row in self._vault.list_recordings():
            recording = decode_stored(row.summary, Recording)
            statuses = self._statuses(row.id, marks.get(link_kind(row.id), (0, 0)))
            thumbnail = self._vault.get_scan(row.id, THUMBNAIL)
            found.append(
                RecordingCard(
                    recording,
                    Path(row.path),
                    not Path(row.path).is_file(),
                    statuses.total(),
                    statuses.copy(),
                    thumbnail.data if thumbnail else b"",
                )
            )
        return tuple(sorted(found, key=lambda card: card.recording.added_at, reverse=True))

    def _statuses(self, recording_id: str, mark: tuple[int, int]) -> Counter[Status]:
        """Return how many conversations have which status, counted anew where something changed.

        A thousand conversations take 60 ms to read, and the library shows many thousands.
        """
        counted = self._counted.get(recording_id)
        if counted is None or counted[0] != mark or self._vault.is_read_only:
            views = conversation_views(self._vault, recording_id, self._load(recording_id))
            kept = (view.status for view in views if not view.conversation.is_discarded)
            counted = (mark, Counter[Status](kept))
            self._counted[recording_id] = counted
        return counted[1]

    def count_anew(self) -> None:
        """Note that statuses changed without a step, as when terms end."""
        self._counted.clear()

    def detail(self, recording_id: str) -> RecordingDetail:
        """Return the recording opened.

        Raises:
            NotFoundError: There is none with that identifier.
        """
        row = self._row(recording_id)
        history = self._history.get(recording_id, _History())
        return RecordingDetail(
            recording=decode_stored(row.summary, Recording),
            path=Path(row.path),
            is_missing=not Path(row.path).is_file(),
            conversations=self.views(recording_id),
            filmstrip=filmstrip_of(self._tap(recording_id, FILMSTRIP)),
            waveform=waveform_of(self._tap(recording_id, WAVEFORM)),
            can_undo=bool(history.undo),
            can_redo=bool(history.redo),
        )

    def conversations(self, recording_id: str) -> Conversations:
        """Return the recording's conversations, in order of time."""
        return self._load(recording_id)

    def recording_of(self, conversation_id: str) -> str:
        """Return the identifier of the recording a conversation is in.

        Raises:
            NotFoundError: There is no such conversation.
        """
        return self._vault.get_conversation(conversation_id).recording_id

    def views(self, recording_id: str) -> tuple[ConversationView, ...]:
        """Return the recording's conversations with what is on record about them."""
        return conversation_views(self._vault, recording_id, self._load(recording_id))

    def still(self, recording_id: str, at: Fraction) -> bytes:
        """Return the picture at ``at`` as a JPEG file."""
        return worker.extract_still(self.present_path(recording_id), at).jpeg

    def _tap(self, recording_id: str, name: str) -> TapResult | None:
        row = self._vault.get_scan(recording_id, name)
        return decode_tap_result(row.data) if row is not None else None

    # ── correcting ──

    def _load(self, recording_id: str) -> Conversations:
        rows = self._vault.list_conversations(recording_id)
        return tuple(decode_stored(row.body, Conversation) for row in rows)

    def _save(self, recording_id: str, conversations: Conversations) -> None:
        self._counted.pop(recording_id, None)
        self._vault.replace_conversations(
            recording_id,
            tuple(
                ConversationRow(item.id, recording_id, place, encode_stored(item).decode())
                for place, item in enumerate(conversations)
            ),
        )

    def _correct(
        self, recording_id: str, change: Callable[[Conversations], Conversations]
    ) -> tuple[ConversationView, ...]:
        before = self._load(recording_id)
        after = change(before)
        if after != before:
            self._check_links_kept(recording_id, before, after)
            self._save(recording_id, after)
            history = self._history.setdefault(recording_id, _History())
            history.undo = [*history.undo[-UNDO_STEPS + 1 :], before]
            history.redo = []
        return self.views(recording_id)

    def _check_links_kept(
        self, recording_id: str, before: Conversations, after: Conversations
    ) -> None:
        """Refuse to make a conversation vanish that a record covers."""
        left = {item.id for item in after}
        gone = tuple(item for item in before if item.id not in left)
        if gone and any(
            view.consent_id for view in conversation_views(self._vault, recording_id, gone)
        ):
            raise StateError("conversation.has-record")

    def split(self, recording_id: str, at: Fraction) -> tuple[ConversationView, ...]:
        """Cut the conversation at ``at`` in two."""
        return self._correct(recording_id, lambda all_: conv.split(all_, at, new_id("cnv")))

    def merge(
        self, recording_id: str, first_id: str, second_id: str
    ) -> tuple[ConversationView, ...]:
        """Join two neighbours, the gap between them included."""
        return self._correct(recording_id, lambda all_: conv.merge(all_, first_id, second_id))

    def move_edges(
        self, recording_id: str, conversation_id: str, new_range: TimeRange
    ) -> tuple[ConversationView, ...]:
        """Move a conversation's edges."""
        duration = self.get(recording_id).duration
        return self._correct(
            recording_id, lambda all_: conv.move_edges(all_, conversation_id, new_range, duration)
        )

    def rename(
        self, recording_id: str, conversation_id: str, partner: str
    ) -> tuple[ConversationView, ...]:
        """Name a conversation's partner."""
        return self._correct(recording_id, lambda all_: conv.rename(all_, conversation_id, partner))

    def discard(
        self, recording_id: str, conversation_id: str, *, is_discarded: bool = True
    ) -> tuple[ConversationView, ...]:
        """Set a conversation aside, or take it back."""
        return self._correct(
            recording_id,
            lambda all_: conv.discard(all_, conversation_id, is_discarded=is_discarded),
        )

    def add_conversation(
        self, recording_id: str, new_range: TimeRange
    ) -> tuple[ConversationView, ...]:
        """Mark a conversation by hand."""
        duration = self.get(recording_id).duration
        new = Conversation(new_id("cnv"), recording_id, new_range, origin=Origin.CORRECTED)
        return self._correct(recording_id, lambda all_: conv.add(all_, new, duration))

    def forget_partner(
        self, recording_id: str, stretch: TimeRange, shift: Fraction = Fraction(0)
    ) -> None:
        """Take the partner's name and pictures of a stretch out of what is kept of a recording.

        Args:
            recording_id: The recording.
            stretch: Where the partner is.
            shift: Seconds by which the partner may be earlier or later than that. Pictures and
                prints go that far beyond; a neighbour that is only touched so keeps its name.
        """
        stretch = stretch.widened(shift, stretch.end + shift)
        kept = tuple(
            replace(item, partner="") if item.range.overlap(stretch) > 2 * shift else item
            for item in self._load(recording_id)
        )
        self._save(recording_id, kept)
        self._history.pop(recording_id, None)
        strip = self._tap(recording_id, FILMSTRIP)
        self.scans.forget(self._row(recording_id), stretch)
        if strip is None:
            return
        self._vault.delete_scan(recording_id, THUMBNAIL)
        self._save_thumbnail(self.get(recording_id))

    def undo(self, recording_id: str) -> tuple[ConversationView, ...]:
        """Take the last correction back; nothing happens when there is none."""
        history = self._history.setdefault(recording_id, _History())
        if history.undo:
            before = self._load(recording_id)
            self._check_links_kept(recording_id, before, history.undo[-1])
            history.redo.append(before)
            self._save(recording_id, history.undo.pop())
        return self.views(recording_id)

    def redo(self, recording_id: str) -> tuple[ConversationView, ...]:
        """Do the last correction again that was taken back."""
        history = self._history.setdefault(recording_id, _History())
        if history.redo:
            before = self._load(recording_id)
            self._check_links_kept(recording_id, before, history.redo[-1])
            history.undo.append(before)
            self._save(recording_id, history.redo.pop())
        return self.views(recording_id)

    def clear_history(self) -> None:
        """Forget what could be undone, as when the vault is locked."""
        self._history.clear()


def _recording(recording_id: str, path: Path, scan: ScanResult, now: datetime) -> Recording:
    return Recording(
        id=recording_id,
        title=safe_title(path.name),
        sha256=scan.sha256,
        size_bytes=scan.size_bytes,
        container=scan.container,
        duration=scan.duration,
        streams=scan.streams,
        packet_trees=scan.packet_trees,
        is_variable_rate=scan.is_variable_rate,
        damage=scan.damage,
        added_at=now,
        claimed_start_at=scan.claimed_start_at or _start_by_file_date(path, scan),
    )


def _start_by_file_date(path: Path, scan: ScanResult) -> datetime | None:
    """Return when recording began if the file was last written when it ended."""
    with contextlib.suppress(OSError, OverflowError, ValueError):
        end = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        return end - timedelta(milliseconds=int(scan.duration * 1000))
    return None


def safe_title(name: str) -> str:
    """Return a file's name as a title of bounded length; what cannot be shown is replaced."""
    shown = "".join(char if char.isprintable() else "\ufffd" for char in name)
    return checked_text(shown[:NAME_MAX_CHARS]) or "\ufffd"
