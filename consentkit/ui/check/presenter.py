"""Behaviour of the page that checks a finished video; it holds no widget."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from consentkit.domain.coverage import Lane
from consentkit.kernel.durable import durable_replace
from consentkit.kernel.errors import ConsentKitError
from consentkit.kernel.progress import CancelToken, Progress
from consentkit.kernel.timebase import TimeRange
from consentkit.services.check_reading import (
    Matter,
    SourceMoment,
    marks_of,
    matters_of,
    neighbour,
    neighbour_matter,
    source_at,
    span_at,
)
from consentkit.services.check_views import CheckCard, EditCheck, Outdated
from consentkit.services.jobs import JobState
from consentkit.services.views import RecordingDetail
from consentkit.ui.check.words import Remedy, text_of
from consentkit.ui.context import PageContext
from consentkit.ui.recording.geometry import frame_step

translate = QCoreApplication.translate

JOB = "check"


class Part(StrEnum):
    """What is in front."""

    START = "start"
    WORKING = "working"
    RESULT = "result"


@dataclass(frozen=True, slots=True)
class Wish:
    """A check that was asked for.

    Attributes:
        path: The video.
        timeline: A timeline of it, or None.
        rate: Frames per second of the timeline, where it does not name them.
        again: The saved check that is made anew, or empty.
    """

    path: Path
    timeline: Path | None = None
    rate: Fraction | None = None
    again: str = ""


class CheckViewing(Protocol):
    """What the presenter asks of the page."""

    def show_part(self, part: Part) -> None:
        """Bring a part to the front."""

    def show_cards(self, cards: tuple[CheckCard, ...], has_recordings: bool) -> None:
        """Show the checks that were made."""

    def show_left_out(self, count: int, may_rescan: bool) -> None:
        """Say how many recordings cannot be compared yet, and whether that can be mended."""

    def show_working(self, path: Path) -> None:
        """Say what is being checked."""

    def show_job(self, state: JobState | None) -> None:
        """Show how far the work is; None when none runs."""

    def show_failure(self, path: Path, error: ConsentKitError) -> None:
        """Say why a video could not be checked."""

    def ask_rate(self, wish: Wish) -> None:
        """Ask for the frame rate of a timeline that does not name it."""

    def show_check(self, check: EditCheck, matters: tuple[Matter, ...]) -> None:
        """Show a check."""

    def show_selection(self, places: frozenset[int], matter: Matter | None) -> None:
        """Show which spans are chosen."""

    def show_source(self, source: SourceMoment | None) -> None:
        """Show what of which recording stands at the playhead."""

    def show_source_detail(self, detail: RecordingDetail | None) -> None:
        """Show this recording at the source's side."""

    def seek(self, moment: Fraction) -> None:
        """Move the player."""

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""


class _Relay(QObject):
    """Brings the provisional result from the worker's thread to the window's."""

    arrived = Signal(object, object)


class CheckPresenter:
    """Behaviour of the page."""

    def __init__(
        self, context: PageContext, view: CheckViewing, *, owner: QObject | None = None
    ) -> None:
        self._context = context
        self._view = view
        self._owner = owner
        self.part = Part.START
        self.check: EditCheck | None = None
        self.matters: tuple[Matter, ...] = ()
        self._chosen: Matter | None = None
        self.selected: frozenset[int] = frozenset()
        self.position = Fraction(0)
        self.lane = Lane.PICTURE
        self.wish: Wish | None = None
        self.job_id = ""
        self._rescan_id = ""
        self._run = 0
        self._sources: dict[str, RecordingDetail | None] = {}
        self._source_id = ""
        self._opening = ""
        self._relay = _Relay()
        self._relay.arrived.connect(self._provisional, Qt.ConnectionType.QueuedConnection)

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be written."""
        return self._context.workspace.is_read_only

    # The list

    def refresh(self) -> None:
        """Ask for the list again, and whether the check in front still holds."""
        checks = self._context.workspace.checks
        self._context.bridge.query(
            lambda: (checks.cards(), checks.has_recordings(), len(checks.left_out())),
            self._listed,
            owner=self._owner,
        )
        self._sources.clear()
        shown = self.check
        if self.part is Part.RESULT and shown is not None and shown.is_saved and not self.job_id:
            self._open(shown.id, self._refreshed)

    def _listed(self, found: tuple[tuple[CheckCard, ...], bool, int]) -> None:
        cards, has_recordings, left_out = found
        self._view.show_cards(cards, has_recordings)
        may_rescan = not self.is_read_only and not self._context.bridge.is_running(self._rescan_id)
        self._view.show_left_out(left_out, may_rescan)

    def rescan(self) -> None:
        """Scan recordings again that cannot be compared yet."""
        checks = self._context.workspace.checks
        self._rescan_id = self._context.bridge.job(
            "recording.rescan",
            translate("check", "Recordings"),
            checks.bring_recordings_up_to_date,
            lambda _none: self.refresh(),
            self._rescan_failed,
            owner=self._owner,
        )

    def _rescan_failed(self, error: ConsentKitError) -> None:
        self._context.show_error(error)
        self.refresh()

    def _refreshed(self, check: EditCheck) -> None:
        # Shown again only where something differs: a form may be open on it.
        if self.check is not None and self.check.id == check.id and self.check != check:
            self._take(check)

    def take_changed(self, check: EditCheck) -> None:
        """Take a newer state of the check in front."""
        self._refreshed(check)

    def open(self, check_id: str) -> None:
        """Show a check that was made before."""
        self._opening = check_id
        self._open(check_id, self._opened)

    def _open(self, check_id: str, done: Callable[[EditCheck], None]) -> None:
        checks = self._context.workspace.checks
        self._context.bridge.query(lambda: checks.get(check_id), done, owner=self._owner)

    def _opened(self, check: EditCheck) -> None:
        if self._opening == check.id:
            self._opening = ""
            self._show_new(check)

    def back(self) -> None:
        """Go back to the list; work that runs goes on."""
        self._go(Part.START)
        self.refresh()

    def remove(self, check_id: str) -> None:
        """Take a check off the list; it can be taken back."""
        checks = self._context.workspace.checks
        self._context.bridge.query(
            lambda: checks.remove(check_id),
            lambda _none: self._removed(check_id),
            owner=self._owner,
        )

    def _removed(self, check_id: str) -> None:
        if self.check is not None and self.check.id == check_id:
            self.check = None
            self._go(Part.START)
        self._context.toast(
            translate("check", "The check was removed."), partial(self._bring_back, check_id)
        )
        self.refresh()

    def _bring_back(self, check_id: str) -> None:
        checks = self._context.workspace.checks
        self._context.bridge.query(
            lambda: checks.bring_back(check_id), lambda _none: self.refresh(), owner=self._owner
        )

    # Checking

    def start(self, wish: Wish) -> None:
        """Check a video; one that is being checked is stopped."""
        if self.job_id:
            self._context.bridge.cancel_job(self.job_id)
        self._run += 1
        self.wish = wish
        run = self._run
        checks = self._context.workspace.checks

        def tell(check: EditCheck) -> None:
            self._relay.arrived.emit(run, check)

        def work(progress: Progress, cancel: CancelToken) -> EditCheck:
            if wish.again:
                return checks.check_again(wish.again, progress, cancel, on_provisional=tell)
            return checks.check(
                wish.path,
                timeline=wish.timeline,
                rate=wish.rate,
                progress=progress,
                cancel=cancel,
                on_provisional=tell,
            )

        self.job_id = self._context.bridge.job(
            JOB,
            wish.path.name,
            work,
            partial(self._done, run),
            partial(self._failed, run),
            owner=self._owner,
        )
        if not wish.again:
            self.check = None
            self._view.show_working(wish.path)
            self._go(Part.WORKING)

    def check_again(self) -> None:
        """Make the check in front anew: for permissions alone, or against new recordings too."""
        check = self.check
        if check is None:
            return
        if not check.is_saved:
            self.start(Wish(check.path))
        elif check.outdated == {Outdated.CONSENTS}:
            checks = self._context.workspace.checks
            self._context.bridge.query(
                lambda: checks.rejudge(check.id), self._rejudged, owner=self._owner
            )
        else:
            self.start(Wish(check.path, again=check.id))

    def _rejudged(self, check: EditCheck) -> None:
        self._refreshed(check)
        self._context.changed()

    def cancel(self) -> None:
        """Stop checking; a provisional result stays in front."""
        if self.job_id:
            self._context.bridge.cancel_job(self.job_id)

    def job_changed(self, state: JobState) -> None:
        """Take news of a job."""
        if state.id != self.job_id:
            return
        if not state.is_over:
            self._view.show_job(state)
            return
        self.job_id = ""
        self._view.show_job(None)
        if state.state == "cancelled":
            self._run += 1
            if self.part is Part.WORKING:
                self.back()

    def _provisional(self, run: int, check: EditCheck) -> None:
        if run == self._run and self.job_id:
            self._show_new(check)

    def _done(self, run: int, check: EditCheck) -> None:
        if run != self._run:
            return
        self.job_id = ""
        self._view.show_job(None)
        is_same = self.check is not None and self.check.sha256 in {check.sha256, ""}
        if is_same and self.part is Part.RESULT:
            self._take(check)
        elif self.part is not Part.START:
            self._show_new(check)
        else:
            self._context.toast(
                translate("check", "{name} is checked.").format(name=check.path.name)
            )
        self._context.changed()

    def _failed(self, run: int, error: ConsentKitError) -> None:
        if run != self._run:
            return
        self.job_id = ""
        self._view.show_job(None)
        if error.code == "timeline.rate-needed" and self.wish is not None:
            self._go(Part.START)
            self._view.ask_rate(self.wish)
        elif self.wish is not None and self.part is not Part.RESULT:
            self._view.show_failure(self.wish.path, error)
            self._go(Part.WORKING)
        else:
            self._context.show_error(error)

    # What is shown

    def _go(self, part: Part) -> None:
        self.part = part
        self._view.show_part(part)

    def _show_new(self, check: EditCheck) -> None:
        self.position = Fraction(0)
        self.selected = frozenset()
        self.lane = Lane.PICTURE if Lane.PICTURE in check.lanes else Lane.SOUND
        self._source_id = ""
        self._sources.clear()
        self._go(Part.RESULT)
        self._take(check)
        self.seek(Fraction(0))

    def _take(self, check: EditCheck) -> None:
        chosen = self._chosen_moment()
        self._chosen = None
        self.check = check
        self.matters = matters_of(check)
        self._view.show_check(check, self.matters)
        if chosen is not None:
            place = span_at(check, *chosen)
            self.selected = frozenset({place}) if place >= 0 else frozenset()
        self._show_selection()
        self._tell_source()

    def _chosen_moment(self) -> tuple[Lane, Fraction] | None:
        """Return lane and middle of what is chosen: where it is looked for in a newer check."""
        if self.check is None or not self.selected:
            return None
        if self._chosen is not None:
            return self.lane, (self._chosen.edit.start + self._chosen.edit.end) / 2
        span = self.check.spans[min(self.selected)].span
        return span.lane, (span.edit.start + span.edit.end) / 2

    # Choosing

    @property
    def selected_place(self) -> int:
        """The chosen span, or the first of several; -1 for none."""
        return min(self.selected, default=-1)

    @property
    def selected_matter(self) -> Matter | None:
        """The chosen matter; else the one of the chosen span, if it needs a decision.

        Of a span that several belong to, it is the one the playhead is in, else the first.
        """
        if self._chosen is not None:
            return self._chosen
        found = [item for item in self.matters if self.selected & set(item.spans)]
        at = (item for item in found if item.edit.contains(self.position))
        return next(at, found[0] if found else None)

    def select(self, place: int) -> None:
        """Choose a span; -1 for none."""
        if self.check is None:
            return
        self._chosen = None
        self.selected = frozenset({place}) if place >= 0 else frozenset()
        if place >= 0:
            self.lane = self.check.spans[place].span.lane
        self._show_selection()
        self._tell_source()

    def select_matter(self, matter: Matter) -> None:
        """Choose all spans of a matter and go where it begins."""
        if self.check is None or not matter.spans:
            return
        self._chosen = matter
        self.selected = frozenset(matter.spans)
        self.lane = self.check.spans[matter.spans[0]].span.lane
        self._show_selection()
        self.seek(matter.edit.start)

    def _show_selection(self) -> None:
        self._view.show_selection(self.selected, self.selected_matter)

    def step_span(self, step: int) -> None:
        """Choose the next or previous span of the lane and go to it."""
        if self.check is None:
            return
        place = neighbour(self.check, self.selected_place, self.position, self.lane, step)
        if place >= 0:
            self.select(place)
            self.seek(self.check.spans[place].span.edit.start)

    def step_matter(self, step: int) -> None:
        """Go to the next or previous stretch that needs a decision."""
        found = neighbour_matter(self.matters, self.selected_matter, self.position, step)
        if found is not None:
            self.select_matter(found)

    def change_lane(self, lane: Lane) -> None:
        """Choose the span of another lane at the playhead."""
        if self.check is None or lane not in self.check.lanes:
            return
        self.lane = lane
        self.select(span_at(self.check, lane, self.position))

    # Moving

    @property
    def duration(self) -> Fraction:
        """Length of the video in front."""
        return self.check.duration if self.check is not None else Fraction(0)

    def seek(self, moment: Fraction) -> None:
        """Move the playhead."""
        self._view.seek(min(max(Fraction(0), moment), self.duration))

    def step_frames(self, frames: int) -> None:
        """Move by frames."""
        rate = self.check.frame_rate if self.check is not None else None
        self.seek(frame_step(self.position, rate, frames, self.duration))

    def step_seconds(self, seconds: int) -> None:
        """Move by seconds."""
        self.seek(self.position + seconds)

    def moved(self, moment: Fraction) -> None:
        """Take where the playhead is."""
        self.position = moment
        self._tell_source()

    # The source

    def _tell_source(self) -> None:
        if self.check is None:
            return
        source = source_at(self.check, self.position, self.lane)
        if source is not None and source.recording_id != self._source_id:
            self._source_id = source.recording_id
            self._show_source_of(source.recording_id)
        self._view.show_source(source)

    def _show_source_of(self, recording_id: str) -> None:
        if recording_id in self._sources:
            self._view.show_source_detail(self._sources[recording_id])
            return
        recordings = self._context.workspace.recordings
        self._context.bridge.query(
            lambda: recordings.detail(recording_id),
            partial(self._source_known, recording_id),
            lambda _error: self._source_known(recording_id, None),
            owner=self._owner,
        )

    def _source_known(self, recording_id: str, detail: RecordingDetail | None) -> None:
        self._sources[recording_id] = detail
        if recording_id == self._source_id and self.check is not None:
            self._view.show_source_detail(detail)
            self._view.show_source(source_at(self.check, self.position, self.lane))

    # Deciding

    def act(self, matter: Matter, remedy: Remedy) -> None:
        """Do what a button beside a matter offers; marking as own goes through ``mark_own``."""
        if self.check is None:
            return
        item = self.check.spans[matter.spans[0]]
        match = item.span.match
        if remedy is Remedy.OPEN_PERMISSION and item.consent_id:
            self._context.navigate("permissions", consent_id=item.consent_id)
        elif remedy is Remedy.ASK:
            self._context.navigate("ask")
        elif match is not None:
            self._context.navigate(
                "recording",
                recording_id=match.recording_id,
                conversation_id=item.span.conversation_id,
            )

    def open_conversation(self, recording_id: str, conversation_id: str) -> None:
        """Go to a conversation."""
        self._context.navigate(
            "recording", recording_id=recording_id, conversation_id=conversation_id
        )

    def mark_own(self, matters: tuple[Matter, ...], reason: str) -> None:
        """Declare the stretches of some matters the creator's own material."""
        check = self.check
        reason = reason.strip()
        if check is None or not reason:
            return
        stretches = marks_of(check, matters)
        self._change(
            lambda: self._context.workspace.checks.mark_own(check.id, stretches, reason),
            translate("check", "Marked as your own material."),
            stretches,
        )

    def unmark_own(self, lane: Lane, stretch: TimeRange) -> None:
        """Take a mark back."""
        check = self.check
        if check is None:
            return
        self._change(
            lambda: self._context.workspace.checks.unmark_own(check.id, ((lane, stretch),)),
            translate("check", "The mark was taken back."),
        )

    def _change(
        self,
        work: Callable[[], EditCheck],
        said: str,
        undo: tuple[tuple[Lane, TimeRange], ...] = (),
    ) -> None:
        check = self.check

        def done(changed: EditCheck) -> None:
            if self.check is not None and self.check.id == changed.id:
                self._take(changed)
            self._context.toast(said, partial(self._unmark_all, changed.id, undo) if undo else None)
            self._context.changed()

        if check is not None:
            self._context.bridge.query(work, done, owner=self._owner)

    def _unmark_all(self, check_id: str, stretches: tuple[tuple[Lane, TimeRange], ...]) -> None:
        checks = self._context.workspace.checks
        self._context.bridge.query(
            lambda: checks.unmark_own(check_id, stretches), self._refreshed, owner=self._owner
        )

    # Handing on

    def copy_text(self) -> None:
        """Put the check on the clipboard as text."""
        if self.check is not None:
            self._view.copy(text_of(self.check))
            self._context.toast(translate("check", "Copied as text."))

    def export(self, path: Path) -> None:
        """Write the report of the check in front, in the form other programs read."""
        check = self.check
        if check is None:
            return
        checks = self._context.workspace.checks

        self._context.bridge.query(
            lambda: durable_replace(path, checks.report(check)),
            lambda _none: self._context.toast(
                translate("check", "{name} was written.").format(name=path.name)
            ),
            owner=self._owner,
        )
