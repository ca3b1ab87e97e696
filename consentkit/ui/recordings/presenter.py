"""The behaviour of the library: what is shown, what is being added, what is taken off.

It holds no widget. Files are scanned one after the other: a scan uses every core by itself.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from consentkit.domain.consent import Status
from consentkit.kernel.errors import ConsentKitError
from consentkit.kernel.progress import CancelToken, Progress
from consentkit.services.jobs import JobState
from consentkit.services.views import RecordingCard, RecordingDetail
from consentkit.ui.context import PageContext

translate = QCoreApplication.translate

STRIP_LENGTH = 8
"""Pictures shown of a file that is being added."""


class Sort(StrEnum):
    """Orders of the library."""

    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"
    LONGEST = "longest"
    TO_DO = "to-do"


class Stage(StrEnum):
    """How far a file that is being added has come."""

    WAITING = "waiting"
    RUNNING = "running"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Addition:
    """A file on its way into the library.

    Attributes:
        path: The file.
        stage: How far it is.
        job_id: Its job while it runs.
        state: What the job last told.
        thumbs: First pictures, JPEG.
        error: Why it could not be added.
        relocates: The recording it is looked at for, or empty when it is a new one.
    """

    path: Path
    stage: Stage = Stage.WAITING
    job_id: str = ""
    state: JobState | None = None
    thumbs: tuple[bytes, ...] = ()
    error: ConsentKitError | None = None
    relocates: str = ""


def open_count(card: RecordingCard) -> int:
    """Return how many conversations of a recording have no record yet."""
    return card.statuses.get(Status.UNKNOWN, 0)


def is_in_use(card: RecordingCard) -> bool:
    """Return whether records refer to a recording."""
    return any(status is not Status.UNKNOWN and count for status, count in card.statuses.items())


def arranged(
    cards: tuple[RecordingCard, ...], text: str = "", sort: Sort = Sort.NEWEST
) -> tuple[RecordingCard, ...]:
    """Return the cards whose title or path holds every word of ``text``, in the order ``sort``."""
    words = text.casefold().split()
    found = [
        card
        for card in cards
        if all(word in f"{card.recording.title} {card.path}".casefold() for word in words)
    ]
    found.sort(key=lambda card: card.recording.added_at, reverse=sort is not Sort.OLDEST)
    if sort is Sort.TITLE:
        found.sort(key=lambda card: card.recording.title.casefold())
    elif sort is Sort.LONGEST:
        found.sort(key=lambda card: card.recording.duration, reverse=True)
    elif sort is Sort.TO_DO:
        found.sort(key=open_count, reverse=True)
    return tuple(found)


class LibraryView(Protocol):
    """What the presenter asks of the page."""

    def show_cards(self, cards: tuple[RecordingCard, ...], total: int) -> None:
        """Show these recordings of ``total`` in all."""

    def show_additions(self, additions: tuple[Addition, ...]) -> None:
        """Show what is being added."""

    def hold_removal(self, is_held: bool) -> None:
        """Start the time in which a removal can be taken back, or end it."""


class _Relay(QObject):
    """Brings pictures from a worker's thread to the window's."""

    arrived = Signal(object, object)


class LibraryPresenter:
    """Behaviour of the library."""

    def __init__(
        self, context: PageContext, view: LibraryView, *, owner: QObject | None = None
    ) -> None:
        self._context = context
        self._view = view
        self._owner = owner
        self._cards: tuple[RecordingCard, ...] = ()
        self.additions: tuple[Addition, ...] = ()
        self._text = ""
        self._sort = Sort.NEWEST
        self._leaving = ""
        self._is_leaving_for_good = False
        self._relay = _Relay()
        self._relay.arrived.connect(self._thumb_arrived, Qt.ConnectionType.QueuedConnection)

    # Reading

    def refresh(self) -> None:
        """Read the library again."""
        self._context.bridge.query(
            self._context.workspace.recordings.cards, self._take, owner=self._owner
        )

    def _take(self, cards: tuple[RecordingCard, ...]) -> None:
        self._cards = cards
        self._show()

    def _show(self) -> None:
        kept = tuple(card for card in self._cards if card.recording.id != self._leaving)
        self._view.show_cards(arranged(kept, self._text, self._sort), len(kept))

    def search(self, text: str) -> None:
        """Show only what fits ``text``."""
        self._text = text
        self._show()

    def sort_by(self, sort: Sort) -> None:
        """Show the library in another order."""
        self._sort = sort
        self._show()

    def open(self, recording_id: str) -> None:
        """Go to a recording."""
        self._context.navigate("recording", recording_id=recording_id)

    # Adding

    def add(self, paths: tuple[Path, ...]) -> None:
        """Add files; a file that is on its way already is not taken twice."""
        if self._context.workspace.is_read_only:
            return
        known = {item.path for item in self.additions if item.stage is not Stage.FAILED}
        fresh = tuple(dict.fromkeys(path for path in paths if path not in known))
        self.additions = (
            *(item for item in self.additions if item.path not in fresh),
            *(Addition(path) for path in fresh),
        )
        self._go_on()

    def relocate(self, recording_id: str, path: Path) -> None:
        """Look whether ``path`` is the missing file of a recording, and note its place."""
        others = tuple(item for item in self.additions if item.relocates != recording_id)
        self.additions = (*others, Addition(path, relocates=recording_id))
        self._go_on()

    def retry(self, path: Path) -> None:
        """Try a file again that could not be added."""
        self._change(path, stage=Stage.WAITING, error=None)
        self._go_on()

    def dismiss(self, path: Path) -> None:
        """Stop adding a file, or put away what it failed of."""
        for item in self.additions:
            if item.path == path and item.stage is Stage.RUNNING:
                self._context.bridge.cancel_job(item.job_id)
                return
        self._drop(path)

    def _go_on(self) -> None:
        self._view.show_additions(self.additions)
        if any(item.stage is Stage.RUNNING for item in self.additions):
            return
        waiting = next((item for item in self.additions if item.stage is Stage.WAITING), None)
        if waiting is not None:
            self._start(waiting)

    def _start(self, item: Addition) -> None:
        recordings = self._context.workspace.recordings
        path, recording_id = item.path, item.relocates
        relay = self._relay

        def look(_progress: Progress, cancel: CancelToken) -> None:
            def on_thumb(_at: Fraction, jpeg: bytes) -> None:
                relay.arrived.emit(path, jpeg)

            recordings.quick_filmstrip(path, on_thumb, cancel)

        def add(progress: Progress, cancel: CancelToken) -> RecordingDetail:
            if recording_id:
                return recordings.relocate(recording_id, path, progress, cancel)
            return recordings.add(path, progress, cancel)

        bridge = self._context.bridge
        if not recording_id and not item.thumbs:
            bridge.job("filmstrip", "", look, failed=_leave, owner=self._owner, silent=True)
        job_id = bridge.job(
            "recording.add",
            translate("recordings", "Adding a recording"),
            add,
            partial(self._added, path),
            partial(self._failed, path),
            owner=self._owner,
        )
        self._change(path, stage=Stage.RUNNING, job_id=job_id)

    def _thumb_arrived(self, path: Path, jpeg: bytes) -> None:
        for item in self.additions:
            if item.path == path and len(item.thumbs) < STRIP_LENGTH:
                self._change(path, thumbs=(*item.thumbs, jpeg))

    def job_changed(self, state: JobState) -> None:
        """Take note of how far a job is."""
        for item in self.additions:
            if item.job_id == state.id and item.stage is Stage.RUNNING:
                if state.state == "cancelled":
                    self._drop(item.path)
                elif not state.is_over:
                    self._change(item.path, state=state)

    def _added(self, path: Path, detail: RecordingDetail) -> None:
        is_known = any(card.recording.id == detail.recording.id for card in self._cards)
        was_missing = any(item.path == path and item.relocates for item in self.additions)
        self._drop(path)
        if was_missing:
            self._context.toast(translate("recordings", "Found it."))
        elif is_known:
            self._context.toast(translate("recordings", "This recording was here already."))
        self.refresh()
        self._context.changed()

    def _failed(self, path: Path, error: ConsentKitError) -> None:
        self._change(path, stage=Stage.FAILED, error=error, job_id="", state=None)
        self._go_on()

    def _change(self, path: Path, **fields: object) -> None:
        self.additions = tuple(
            replace(item, **fields) if item.path == path else item  # type: ignore[arg-type]  # by name
            for item in self.additions
        )
        self._view.show_additions(self.additions)

    def _drop(self, path: Path) -> None:
        self.additions = tuple(item for item in self.additions if item.path != path)
        self._go_on()

    # Taking off

    def remove(self, recording_id: str) -> None:
        """Take a recording off the list; it leaves the vault when the time to undo is over."""
        if self._context.workspace.is_read_only:
            return
        self.finish_removal()
        card = next((item for item in self._cards if item.recording.id == recording_id), None)
        if card is None:
            return
        if is_in_use(card):
            self._context.toast(
                translate("recordings", "It stays: permissions on record refer to it.")
            )
            return
        self._leaving = recording_id
        self._is_leaving_for_good = False
        self._show()
        self._view.hold_removal(is_held=True)
        self._context.toast(
            translate("recordings", "Taken off the list. The file stays where it is."),
            self.keep,
        )

    def keep(self) -> None:
        """Take back the last removal, unless it was carried out."""
        if self._is_leaving_for_good:
            return
        self._view.hold_removal(is_held=False)
        self._leaving = ""
        self._show()

    def finish_removal(self) -> None:
        """Carry out the last removal; it cannot be taken back any more."""
        if not self._leaving or self._is_leaving_for_good:
            return
        self._is_leaving_for_good = True
        recording_id, recordings = self._leaving, self._context.workspace.recordings
        self._view.hold_removal(is_held=False)

        def done(_: object) -> None:
            if self._leaving == recording_id:
                self._leaving = ""
            self.refresh()
            self._context.changed()

        def failed(error: ConsentKitError) -> None:
            self._is_leaving_for_good = False
            self.keep()
            self._context.show_error(error)

        self._context.bridge.query(
            partial(recordings.remove, recording_id), done, failed, owner=self._owner
        )


def _leave(_error: ConsentKitError) -> None:
    """First pictures are a courtesy: what is wrong with a file, adding it will tell."""
