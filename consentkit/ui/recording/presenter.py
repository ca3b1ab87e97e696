"""The behaviour of an opened recording: selection, corrections, playhead, and marking.

It holds no widget. What is to be seen it tells its view; what takes time it hands to the bridge.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QObject

from consentkit.domain.consent import Status, Step
from consentkit.domain.evidence import Answer
from consentkit.domain.scope import Purpose
from consentkit.kernel.errors import ConsentKitError
from consentkit.kernel.progress import CancelToken, Progress
from consentkit.kernel.timebase import TimeRange
from consentkit.services.views import (
    AskingMatch,
    ConsentDetail,
    ConversationView,
    NoticeInfo,
    RecordingDetail,
)
from consentkit.ui.context import PageContext
from consentkit.ui.recording import marking as mark
from consentkit.ui.recording.geometry import frame_step
from consentkit.ui.recording.marking import Marking, Slot
from consentkit.ui.recording.record_actions import RecordActions

translate = QCoreApplication.translate
T = TypeVar("T")

_EARLIEST = datetime(2005, 1, 1, tzinfo=UTC)
"""A recording that claims to be older was made by a clock that was never set."""


class RecordingView(Protocol):
    """What the presenter asks of the page."""

    def show_recording(self, detail: RecordingDetail) -> None:
        """Show another recording."""

    def show_conversations(
        self, conversations: tuple[ConversationView, ...], can_undo: bool, can_redo: bool
    ) -> None:
        """Show the conversations as they are."""

    def show_selection(self, selected: ConversationView | None) -> None:
        """Show one conversation as chosen, or none."""

    def show_consent(self, detail: ConsentDetail | None, steps: frozenset[Step]) -> None:
        """Show what is on record about the chosen conversation."""

    def show_marking(self, marking: Marking | None) -> None:
        """Show what is marked, or leave the marking mode."""

    def show_matches(self, matches: tuple[AskingMatch, ...]) -> None:
        """Show the askings that fit."""

    def show_pending_range(self, stretch: TimeRange | None) -> None:
        """Show a stretch marked for a new conversation."""

    def seek(self, moment: Fraction) -> None:
        """Move the player."""

    def play(self, stretch: TimeRange) -> None:
        """Play one stretch."""

    def show_sealing(self, is_sealing: bool) -> None:
        """Show that sealing goes on, or is over."""


class RecordingPresenter:
    """Behaviour of one opened recording."""

    def __init__(
        self,
        context: PageContext,
        view: RecordingView,
        *,
        owner: QObject | None = None,
    ) -> None:
        self._context = context
        self._view = view
        self._owner = owner
        self.detail: RecordingDetail | None = None
        self.conversations: tuple[ConversationView, ...] = ()
        self.selected_id = ""
        self.playhead = Fraction(0)
        self.marking: Marking | None = None
        self.matches: tuple[AskingMatch, ...] = ()
        self.notices: tuple[NoticeInfo, ...] = ()
        self.consent: ConsentDetail | None = None
        self.is_sealing = False
        self.job_id = ""
        self._wanted_id = ""
        self._pending = mark.Marked()
        self.actions = RecordActions(context, self, owner)

    @property
    def is_read_only(self) -> bool:
        """Whether another program writes to the vault: here one can only look."""
        return self._context.workspace.is_read_only

    # Opening

    def open(self, recording_id: str, conversation_id: str = "") -> None:
        """Open a recording, at one of its conversations when that is given."""
        self._wanted_id = recording_id
        self.detail = None
        self.selected_id = conversation_id
        self.leave_marking()
        recordings = self._context.workspace.recordings
        self._query(lambda: recordings.detail(recording_id), self._opened)
        askings = self._context.workspace.askings
        self._query(lambda: askings.matches(recording_id), self._take_matches)
        self._query(askings.languages, self._take_notices)

    def _opened(self, detail: RecordingDetail) -> None:
        if detail.recording.id != self._wanted_id:
            return
        self.detail = detail
        self.playhead = Fraction(0)
        self._pending = mark.Marked()
        self._view.show_recording(detail)
        self._take(detail.conversations, detail.can_undo, detail.can_redo)
        wanted, self.selected_id = self.selected_id, ""
        self.select(wanted)
        if self.selected is not None:
            self._view.seek(self.selected.conversation.range.start)

    def _take_matches(self, matches: tuple[AskingMatch, ...]) -> None:
        self.matches = matches
        self._view.show_matches(self.fitting_matches())

    def _take_notices(self, notices: tuple[NoticeInfo, ...]) -> None:
        self.notices = notices

    def refresh(self) -> None:
        """Read everything again, and keep what is chosen."""
        if self.detail is None:
            return
        recording_id = self.detail.recording.id
        recordings = self._context.workspace.recordings
        self._query(lambda: recordings.detail(recording_id), self._refreshed)

    def _refreshed(self, detail: RecordingDetail) -> None:
        if self.detail is None or detail.recording.id != self.detail.recording.id:
            return
        was_missing = self.detail.is_missing
        self.detail = detail
        if was_missing != detail.is_missing:
            self._view.show_recording(detail)
        self._take(detail.conversations, detail.can_undo, detail.can_redo)
        self.select(self.selected_id)

    def _take(
        self, conversations: tuple[ConversationView, ...], can_undo: bool, can_redo: bool
    ) -> None:
        self.conversations = conversations
        self._view.show_conversations(conversations, can_undo, can_redo)

    # Choosing

    @property
    def selected(self) -> ConversationView | None:
        """The chosen conversation."""
        return next(
            (item for item in self.conversations if item.conversation.id == self.selected_id), None
        )

    def number_of(self, conversation_id: str) -> int:
        """Return the conversation's number in the recording, from 1; 0 when it is not there."""
        for number, item in enumerate(self.conversations, start=1):
            if item.conversation.id == conversation_id:
                return number
        return 0

    def select(self, conversation_id: str) -> None:
        """Choose a conversation; an unknown or empty name chooses none."""
        if self.marking is not None and conversation_id != self.marking.conversation_id:
            return
        known = {item.conversation.id for item in self.conversations}
        self.selected_id = conversation_id if conversation_id in known else ""
        self.consent = None
        chosen = self.selected
        self._view.show_selection(chosen)
        self._view.show_matches(self.fitting_matches())
        if chosen is None or not chosen.consent_id:
            self._view.show_consent(None, frozenset())
            return
        self.load_consent(chosen.consent_id)

    def load_consent(self, consent_id: str) -> None:
        """Show what is on record under ``consent_id``."""
        consents = self._context.workspace.consents
        self._query(
            lambda: (consents.detail(consent_id), consents.allowed_steps(consent_id)),
            self._take_consent,
        )

    def _take_consent(self, found: tuple[ConsentDetail, frozenset[Step]]) -> None:
        detail, steps = found
        chosen = self.selected
        if chosen is not None and chosen.consent_id == detail.record.id:
            self.consent = detail
            self._view.show_consent(detail, steps)

    def step_selection(self, direction: int) -> None:
        """Choose the next conversation (1) or the one before (-1), counted from the playhead."""
        if not self.conversations or self.marking is not None:
            return
        order = [item.conversation for item in self.conversations]
        if self.selected is not None:
            place = self.number_of(self.selected_id) - 1 + direction
        elif direction > 0:
            place = next(
                (index for index, item in enumerate(order) if item.range.start > self.playhead),
                len(order),
            )
        else:
            place = sum(1 for item in order if item.range.start < self.playhead) - 1
        if 0 <= place < len(order):
            self.select(order[place].id)
            self.seek(order[place].range.start)

    # The playhead

    @property
    def duration(self) -> Fraction:
        """Seconds of the recording; zero while none is open."""
        return self.detail.recording.duration if self.detail is not None else Fraction(0)

    def moved(self, moment: Fraction) -> None:
        """Take note of where the player is."""
        self.playhead = min(max(Fraction(0), moment), self.duration)

    def seek(self, moment: Fraction) -> None:
        """Move the playhead, kept inside the recording."""
        self.moved(moment)
        self._view.seek(self.playhead)

    def step_frames(self, count: int) -> None:
        """Move by frames at the recording's average rate."""
        picture = self.detail.recording.picture if self.detail is not None else None
        rate = picture.average_rate if picture is not None else None
        self.seek(frame_step(self.playhead, rate, count, self.duration))

    def step_seconds(self, count: int) -> None:
        """Move by whole seconds."""
        self.seek(self.playhead + count)

    # Corrections

    def _correct(
        self,
        work: Callable[[], tuple[ConversationView, ...]],
        then: Callable[[], None] | None = None,
    ) -> None:
        if self.is_read_only:
            return

        def done(conversations: tuple[ConversationView, ...]) -> None:
            self._take(conversations, can_undo=True, can_redo=False)
            self.select(self.selected_id)
            if then is not None:
                then()

        self._query(work, done)

    def split(self) -> None:
        """Cut the conversation under the playhead in two."""
        if self.detail is None or self.marking is not None:
            return
        recording_id, at = self.detail.recording.id, self.playhead
        recordings = self._context.workspace.recordings
        self._correct(lambda: recordings.split(recording_id, at))

    def merge(self) -> None:
        """Join the chosen conversation with the next one."""
        following = self._following()
        if self.detail is None or following is None or self.marking is not None:
            return
        recording_id, first = self.detail.recording.id, self.selected_id
        second = following.conversation.id
        recordings = self._context.workspace.recordings
        self._correct(lambda: recordings.merge(recording_id, first, second))

    def _following(self) -> ConversationView | None:
        place = self.number_of(self.selected_id)
        return self.conversations[place] if 0 < place < len(self.conversations) else None

    @property
    def can_merge(self) -> bool:
        """Whether there is a next conversation to join with."""
        return self._following() is not None

    def move_edges(self, conversation_id: str, stretch: TimeRange) -> None:
        """Give a conversation another stretch."""
        if self.detail is None:
            return
        recording_id = self.detail.recording.id
        recordings = self._context.workspace.recordings
        self._correct(lambda: recordings.move_edges(recording_id, conversation_id, stretch))

    def rename(self, name: str) -> None:
        """Name the partner of the chosen conversation."""
        chosen = self.selected
        if self.detail is None or chosen is None or name == chosen.partner:
            return
        recording_id, conversation_id = self.detail.recording.id, chosen.conversation.id
        recordings = self._context.workspace.recordings
        self._correct(lambda: recordings.rename(recording_id, conversation_id, name))

    def discard(self, is_discarded: bool = True, conversation_id: str = "") -> None:
        """Set a conversation aside, or take it back; the chosen one when none is named."""
        wanted = conversation_id or self.selected_id
        if self.detail is None or not wanted or self.marking is not None:
            return
        recording_id = self.detail.recording.id
        recordings = self._context.workspace.recordings

        def told() -> None:
            if is_discarded:
                self._context.toast(
                    translate("recording", "Conversation set aside."),
                    lambda: self.discard(is_discarded=False, conversation_id=wanted),
                )

        self._correct(
            lambda: recordings.discard(recording_id, wanted, is_discarded=is_discarded), told
        )

    def toggle_discard(self) -> None:
        """Set the chosen conversation aside, or take it back."""
        chosen = self.selected
        if chosen is not None:
            self.discard(is_discarded=not chosen.conversation.is_discarded)

    def undo(self) -> None:
        """Take back the last correction."""
        self._travel(is_undo=True)

    def redo(self) -> None:
        """Make the correction again that was taken back."""
        self._travel(is_undo=False)

    def _travel(self, *, is_undo: bool) -> None:
        if self.detail is None or self.marking is not None or self.is_read_only:
            return
        recording_id = self.detail.recording.id
        recordings = self._context.workspace.recordings

        def work() -> RecordingDetail:
            (recordings.undo if is_undo else recordings.redo)(recording_id)
            return recordings.detail(recording_id)

        def done(detail: RecordingDetail) -> None:
            self._take(detail.conversations, detail.can_undo, detail.can_redo)
            self.select(self.selected_id)

        self._query(work, done)

    # The keys I and O

    def mark_in(self) -> None:
        """Mark a beginning: of question or answer, of the chosen conversation, or of a new one."""
        if self.marking is not None:
            self.change_marking(self.marking.mark_in(self.playhead))
        elif self.selected is not None:
            stretch = self.selected.conversation.range
            if self.playhead < stretch.end:
                self.move_edges(self.selected_id, TimeRange(self.playhead, stretch.end))
        else:
            self._pending = self._pending.with_start(self.playhead)
            self._view.show_pending_range(self.pending_range)

    def mark_out(self) -> None:
        """Mark an end: of question or answer, of the chosen conversation, or of a new one."""
        if self.marking is not None:
            self.change_marking(self.marking.mark_out(self.playhead))
        elif self.selected is not None:
            stretch = self.selected.conversation.range
            if self.playhead > stretch.start:
                self.move_edges(self.selected_id, TimeRange(stretch.start, self.playhead))
        else:
            self._pending = self._pending.with_end(self.playhead)
            self._view.show_pending_range(self.pending_range)

    @property
    def pending_range(self) -> TimeRange | None:
        """The stretch marked for a new conversation, once it has both ends."""
        return self._pending.range

    @property
    def pending_start(self) -> Fraction | None:
        """Where a new conversation would begin, once that is marked."""
        return self._pending.start

    def add_conversation(self) -> None:
        """Make the marked stretch a conversation."""
        stretch = self.pending_range
        if self.detail is None or stretch is None:
            return
        recording_id = self.detail.recording.id
        recordings = self._context.workspace.recordings
        self._pending = mark.Marked()
        self._view.show_pending_range(None)
        self._correct(lambda: recordings.add_conversation(recording_id, stretch))

    def drop_pending(self) -> None:
        """Forget the stretch marked for a new conversation."""
        self._pending = mark.Marked()
        self._view.show_pending_range(None)

    # Marking

    def fitting_matches(self) -> tuple[AskingMatch, ...]:
        """Return the askings that fall into the chosen conversation, else all that fit."""
        chosen = self.selected
        if chosen is None:
            return self.matches
        stretch = chosen.conversation.range
        return tuple(
            item
            for item in self.matches
            if item.conversation_id == chosen.conversation.id
            or any(stretch.contains(at) for _, at in item.positions)
        )

    def _happened_at(self, moment: Fraction) -> datetime:
        now = self._context.clock.now()
        claimed = self.detail.recording.claimed_start_at if self.detail is not None else None
        if claimed is None:
            return now
        instant = claimed + timedelta(seconds=float(moment))
        return instant if _EARLIEST <= instant <= now else now

    def start_marking(self, *, is_anew: bool = False) -> None:
        """Begin to mark the permission of the chosen conversation.

        Args:
            is_anew: There is a record already; the new one takes its place.
        """
        chosen = self.selected
        if chosen is None or self.marking is not None or chosen.conversation.is_discarded:
            return
        if self.is_read_only or (chosen.consent_id and not is_anew):
            return
        name = translate("recording", "Partner {number}").format(
            number=self.number_of(self.selected_id)
        )
        started = mark.from_conversation(
            chosen, self._happened_at(chosen.conversation.range.start), name=name
        )
        matches = self.fitting_matches()
        if len(matches) == 1:
            started = mark.with_match(started, matches[0])
        supersedes = ""
        if self.consent is not None and self.consent.summary is not Status.ERASED:
            supersedes = self.consent.record.id
        self.change_marking(replace(started, supersedes=supersedes))
        self._view.show_matches(() if len(matches) == 1 else matches)
        stretch = started.listening_range or started.clip
        self.seek(stretch.start)

    def leave_marking(self) -> None:
        """Leave the marking mode; what was entered is forgotten."""
        if not self.is_sealing:
            self.marking = None
            self._view.show_marking(None)

    def change_marking(self, marking: Marking) -> None:
        """Take what was marked or entered."""
        self.marking = marking
        self._view.show_marking(marking)

    def use_match(self, match: AskingMatch) -> None:
        """Take the time marks of an asking as a first proposal."""
        if self.marking is None:
            self.start_marking()
        if self.marking is not None:
            self.change_marking(mark.with_match(self.marking, match))
            self._view.show_matches(())
            stretch = self.marking.listening_range
            if stretch is not None:
                self.seek(stretch.start)

    def set_slot(self, slot: Slot) -> None:
        """Choose what I and O mark."""
        if self.marking is not None:
            self.change_marking(replace(self.marking, slot=slot))

    def hear(self, answer: Answer | None) -> None:
        """Take what the listener heard."""
        if self.marking is not None:
            self.change_marking(replace(self.marking, heard=answer))

    def answer_purpose(self, purpose: Purpose, answer: Answer | None) -> None:
        """Take the answer to one purpose."""
        if self.marking is not None:
            self.change_marking(mark.with_answer_to(self.marking, purpose, answer))

    def use_preset(self, code: str) -> None:
        """Begin the scope anew from a preset."""
        if self.marking is not None:
            scope = mark.scope_of_preset(code, self.marking.starts_at)
            self.change_marking(replace(self.marking, scope=scope))

    def attach(self, paths: tuple[Path, ...]) -> tuple[Path, ...]:
        """Take files as attachments; return those that are of no kind we take."""
        if self.marking is None:
            return paths
        found = [(path, mark.attachment_of(path)) for path in paths]
        taken = [item for _, item in found if item is not None]
        self.change_marking(mark.with_attachments(self.marking, taken))
        return tuple(path for path, item in found if item is None)

    def play_marks(self) -> None:
        """Play from the question to the end of the answer, to be listened to."""
        if self.marking is not None:
            stretch = self.marking.listening_range or self.marking.clip
            self._view.play(stretch)

    def seal(self) -> None:
        """Seal what is marked, if nothing keeps it from being sealed."""
        if self.marking is None or self.is_sealing or mark.problems(self.marking):
            return
        try:
            draft = mark.draft(self.marking)
        except ConsentKitError as error:
            self._context.show_error(error)
            return
        consents = self._context.workspace.consents
        self.is_sealing = True
        self._view.show_sealing(is_sealing=True)

        def work(progress: Progress, cancel: CancelToken) -> ConsentDetail:
            return consents.seal(draft, progress, cancel)

        self.job_id = self._context.bridge.job(
            "seal",
            translate("recording", "Sealing a permission"),
            work,
            self._sealed,
            self._not_sealed,
            owner=self._owner,
        )

    def _sealed(self, detail: ConsentDetail) -> None:
        self.is_sealing = False
        self._view.show_sealing(is_sealing=False)
        self.leave_marking()
        self._context.toast(
            translate("recording", "Sealed as {short_id}.").format(short_id=detail.short_id)
        )
        self.refresh()
        self._context.changed()

    def _not_sealed(self, error: ConsentKitError | None) -> None:
        self.is_sealing = False
        self._view.show_sealing(is_sealing=False)
        if error is not None:
            self._context.show_error(error)

    def seal_ended(self, state: str) -> None:
        """Take note that the job of sealing is over; a stopped one calls nothing else."""
        if state == "cancelled" and self.is_sealing:
            self._not_sealed(None)

    def relocate(self, path: Path) -> None:
        """Note that the recording's file is at ``path``, if it is the same file."""
        if self.detail is None:
            return
        recording_id = self.detail.recording.id
        recordings = self._context.workspace.recordings

        def work(progress: Progress, cancel: CancelToken) -> RecordingDetail:
            return recordings.relocate(recording_id, path, progress, cancel)

        self._context.bridge.job(
            "relocate",
            translate("recording", "Looking at the file"),
            work,
            self._opened_again,
            owner=self._owner,
        )

    def _opened_again(self, detail: RecordingDetail) -> None:
        self._refreshed(detail)
        self._context.changed()

    def _query(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._context.bridge.query(work, done, owner=self._owner)
