"""Behaviour of editing a video for publication: treatments, faces, moments, files; no widget."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from consentkit.domain.frame_box import FrameBox
from consentkit.domain.policy import Remedy
from consentkit.domain.redaction import (
    PersonTreatment,
    Treatment,
    UnsureMoment,
)
from consentkit.kernel.errors import ConsentKitError
from consentkit.kernel.progress import CancelToken, Progress
from consentkit.services.check_views import EditCheck
from consentkit.services.redaction_reading import (
    ShownFace,
    faces_at,
    fresh_box,
    nudged,
    stretched,
    treated,
    with_picture,
    with_sound,
)
from consentkit.services.redaction_views import RedactionProject
from consentkit.ui.context import PageContext
from consentkit.ui.recording.geometry import frame_step

translate = QCoreApplication.translate

PREVIEW_PAUSE_MS = 180
"""A preview is asked for once the playhead rests; a decoder starts for each."""

BOX_PAUSE_MS = 500
"""Steps of a box with the keyboard become one change once they pause."""


class RedactionViewing(Protocol):
    """What the presenter asks of the page."""

    def show_none(self) -> None:
        """Say that there is no plan, so that nothing can be proposed."""

    def show_project(self, project: RedactionProject) -> None:
        """Show what is to be done."""

    def show_faces(self, faces: tuple[ShownFace, ...], chosen: str) -> None:
        """Show the boxes at the playhead."""

    def show_preview(self, jpeg: bytes) -> None:
        """Show the frame as it will be; empty for the video's own."""

    def show_undo(self, *, can_undo: bool, can_redo: bool) -> None:
        """Offer to take changes back, and to make them again."""

    def seek(self, moment: Fraction) -> None:
        """Move the player."""


class RedactionPresenter:
    """The edit of the check in front.

    Args:
        context: The means of the page.
        view: The page.
        owner: The page, for callbacks and timers.
    """

    def __init__(
        self,
        context: PageContext,
        view: RedactionViewing,
        *,
        owner: QObject | None = None,
    ) -> None:
        self._context = context
        self._view = view
        self._owner = owner
        self.check: EditCheck | None = None
        self.project: RedactionProject | None = None
        self.position = Fraction(0)
        self.chosen = ""
        self.is_after = True
        self.is_playing = False
        self.looked: frozenset[UnsureMoment] = frozenset()
        self.is_busy = False
        self._is_front = False
        self._can_redo = False
        self._moved: ShownFace | None = None
        self._preview_run = 0
        self._preview_job = ""
        self._preview_later = self._timer(PREVIEW_PAUSE_MS, self._ask_preview)
        self._box_later = self._timer(BOX_PAUSE_MS, self.keep_box)

    def _timer(self, pause_ms: int, act: Callable[[], None]) -> QTimer:
        made = QTimer(self._owner)
        made.setSingleShot(True)
        made.setInterval(pause_ms)
        made.timeout.connect(act)
        return made

    # Coming and going

    def show_check(self, check: EditCheck) -> None:
        """Take the check in front."""
        before = self.check
        is_same = before is not None and before.id == check.id
        is_known = is_same and before is not None and before.gate_id == check.gate_id
        self.check = check
        if not is_same:
            self.project, self.chosen, self.looked = None, "", frozenset()
            self.position, self._moved, self._can_redo = Fraction(0), None, False
        if self._is_front and not is_known:
            self.load()

    def come(self) -> None:
        """Come to the front."""
        self._is_front = True
        self.load()

    def leave(self) -> None:
        """Leave the front; a box that was moved is kept."""
        if self._is_front:
            self.keep_box()
        self._is_front = False
        self._preview_later.stop()

    def rest(self) -> None:
        """Ask for no preview while nobody looks."""
        self._preview_later.stop()

    def load(self) -> None:
        """Ask for what is to be done."""
        check = self.check
        if check is None or check.plan is None or not check.is_saved or check.is_provisional:
            self.project = None
            self._view.show_none()
            return
        redaction = self._context.workspace.redaction
        self._query(lambda: redaction.project(check.id), self._failed_to_load)

    def _failed_to_load(self, error: ConsentKitError) -> None:
        self.project = None
        self._view.show_none()
        if error.code != "redaction.no-plan":
            self._context.show_error(error)

    def _query(
        self,
        work: Callable[[], RedactionProject],
        failed: Callable[[ConsentKitError], None] | None = None,
    ) -> None:
        self._context.bridge.query(
            work, self.take, failed or self._context.show_error, owner=self._owner
        )

    def take(self, project: RedactionProject) -> None:
        """Take what is to be done, as a service tells it."""
        if self.check is None or project.check_id != self.check.id:
            return
        self.project = project
        known = {track.id for track in project.faces.tracks} - project.removed_faces
        if self.chosen not in known:
            self.chosen = ""
        self._moved = None
        self._view.show_project(project)
        self._view.show_undo(can_undo=project.can_undo, can_redo=self._can_redo)
        self._show_faces()
        self._later()

    @property
    def may_change(self) -> bool:
        """Whether something is in front that can be changed: not while work on it runs."""
        return self.project is not None and not self.is_busy

    # Persons

    def choose_picture(self, person: str, treatment: Treatment) -> None:
        """Choose what is done with a person's picture."""
        now = self._treatment(person)
        if now is not None:
            self._choose(with_picture(now, treatment))

    def choose_sound(self, person: str, treatment: Treatment) -> None:
        """Choose what is done with a person's sound."""
        now = self._treatment(person)
        if now is not None:
            self._choose(with_sound(now, treatment))

    def _treatment(self, person: str) -> PersonTreatment | None:
        people = self.project.people if self.project is not None else ()
        return next((one.treatment for one in people if one.treatment.person == person), None)

    def _choose(self, treatment: PersonTreatment) -> None:
        if treatment != self._treatment(treatment.person):
            self._change(lambda redaction, check_id: redaction.choose(check_id, treatment))

    def choose_proposed(self, person: str) -> None:
        """Go back to what was proposed for a person."""
        self._change(lambda redaction, check_id: redaction.choose_proposed(check_id, person))

    def apply(self, persons: tuple[str, ...], remedy: Remedy) -> None:
        """Choose what a button of the decision asks for, and come to the front."""
        check = self.check
        if check is None or check.plan is None:
            return
        redaction = self._context.workspace.redaction

        def work() -> RedactionProject:
            project = redaction.project(check.id)
            there = {one.treatment.person: one.treatment for one in project.people}
            for person in persons or ("",):
                if person in there:
                    project = redaction.choose(check.id, treated(there[person], remedy))
            return project

        self._can_redo = False
        self._query(work)

    def _change(self, act: Callable[..., RedactionProject]) -> None:
        check = self.check
        if check is None or not self.may_change:
            return
        self._can_redo = False
        redaction = self._context.workspace.redaction
        self._query(lambda: act(redaction, check.id), self._refused)

    def _refused(self, error: ConsentKitError) -> None:
        self._context.show_error(error)
        self.load()

    def undo(self) -> None:
        """Take the last change back."""
        if self.project is not None and self.project.can_undo:
            self._change(lambda redaction, check_id: redaction.undo(check_id))
            self._can_redo = True

    def redo(self) -> None:
        """Make a change again that was taken back."""
        if self._can_redo:
            self._change(lambda redaction, check_id: redaction.redo(check_id))

    def reset(self) -> None:
        """Go back to the proposal in all."""
        self._change(lambda redaction, check_id: redaction.reset(check_id))

    # Moments

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

    def moved(self, moment: Fraction, *, is_playing: bool) -> None:
        """Take where the playhead is."""
        if moment != self.position:
            self.keep_box()
        self.position, self.is_playing = moment, is_playing
        self._view.show_preview(b"")
        self._show_faces()
        self._later()

    def step_unsure(self, step: int) -> None:
        """Go to the next or previous moment that should be looked at."""
        found = [item for item in self.unsure if item not in self.looked] or list(self.unsure)
        starts = [item.edit.start for item in found]
        after = [item for item in found if item.edit.start > self.position]
        before = [item for item in found if item.edit.start < self.position]
        if not starts:
            return
        if step > 0:
            self.look_at(after[0] if after else found[0])
        else:
            self.look_at(before[-1] if before else found[-1])

    @property
    def unsure(self) -> tuple[UnsureMoment, ...]:
        """The moments to look at."""
        return self.project.faces.unsure if self.project is not None else ()

    def look_at(self, moment: UnsureMoment) -> None:
        """Go to a moment, and choose the face it is about."""
        self.chosen = moment.track
        self.seek(moment.edit.start)
        self._show_faces()

    def mark_looked(self, moment: UnsureMoment, *, is_looked: bool) -> None:
        """Mark a moment as looked at, or not."""
        others = self.looked - {moment}
        self.looked = others | {moment} if is_looked else others
        if self.project is not None:
            self._view.show_project(self.project)

    def mark_here(self) -> None:
        """Mark the moments at the playhead as looked at, and go to the next."""
        here = {item for item in self.unsure if item.edit.contains(self.position)}
        if here:
            self.looked |= here
            if self.project is not None:
                self._view.show_project(self.project)
            self.step_unsure(1)

    # Faces

    def faces(self) -> tuple[ShownFace, ...]:
        """Return the faces at the playhead."""
        if self.project is None:
            return ()
        return faces_at(self.project, self.position, self._moved)

    def _show_faces(self) -> None:
        self._view.show_faces(self.faces(), self.chosen)

    def choose_face(self, track: str) -> None:
        """Choose a face in the picture; empty for none."""
        if self._moved is not None and self._moved.track != track:
            self.keep_box()
        self.chosen = track
        self._show_faces()

    def step_face(self, step: int) -> None:
        """Choose the next or previous face in the picture."""
        tracks = [one.track for one in self.faces()]
        if not tracks:
            return
        place = tracks.index(self.chosen) + step if self.chosen in tracks else min(0, step)
        self.choose_face(tracks[place % len(tracks)])

    def toggle_blur(self) -> None:
        """Blur the chosen face, or leave it."""
        face = self._chosen_face()
        if face is not None and face.track:
            self.blur(face.track, is_blurred=not face.is_blurred)

    def blur(self, track: str, *, is_blurred: bool) -> None:
        """Blur a face, or leave it."""
        self._change(
            lambda redaction, check_id: redaction.choose_face(
                check_id, track, is_blurred=is_blurred
            )
        )

    def _chosen_face(self) -> ShownFace | None:
        return next((one for one in self.faces() if one.track == self.chosen), None)

    def remove_face(self) -> None:
        """Take the chosen face out: its boxes are not blurred any more."""
        track = self.chosen
        if track:
            self._moved = None
            self._change(lambda redaction, check_id: redaction.remove_box(check_id, track))

    def new_box(self) -> None:
        """Draw a box in the middle of the picture."""
        self.draw("", fresh_box())

    def nudge(self, across: int, down: int) -> None:
        """Move the chosen box by steps; without one, go on or back by frames."""
        face = self._chosen_face()
        if face is not None:
            self._move(face, nudged(face.box, across, down))
        elif across:
            self.step_frames(across)

    def stretch(self, across: int, down: int) -> None:
        """Make the chosen box wider and higher by steps; without one, go by seconds."""
        face = self._chosen_face()
        if face is not None:
            self._move(face, stretched(face.box, across, down))
        elif across:
            self.seek(self.position + across)

    def _move(self, face: ShownFace, box: FrameBox) -> None:
        if not self.may_change:
            return
        self._moved = replace(face, box=box)
        self._box_later.start()
        self._show_faces()

    def keep_box(self) -> None:
        """Keep where a box was moved to."""
        self._box_later.stop()
        moved, self._moved = self._moved, None
        if moved is not None and moved.track:
            self.draw(moved.track, moved.box)

    def draw(self, track: str, box: FrameBox) -> None:
        """Draw a box at the playhead: of a track, or with an empty one a new box."""
        check, at = self.check, self.position
        if check is None or not self.may_change:
            return
        redaction = self._context.workspace.redaction
        known = {one.id for one in self.project.faces.tracks} if self.project else set()

        def taken(project: RedactionProject) -> None:
            fresh = [one.id for one in project.faces.tracks if one.id not in known]
            if not track and fresh:
                self.chosen = fresh[-1]
            self.take(project)

        self._can_redo = False
        self._context.bridge.query(
            lambda: redaction.draw_box(check.id, at, box, track_id=track or None),
            taken,
            self._refused,
            owner=self._owner,
        )

    # Before and after

    def compare(self) -> None:
        """Show the video as it is, or as it will be."""
        self.is_after = not self.is_after
        self._view.show_preview(b"")
        self._show_faces()
        if self.project is not None:
            self._view.show_project(self.project)
        self._later()

    def _later(self) -> None:
        self._preview_run += 1
        if self._preview_job:
            self._context.bridge.cancel_job(self._preview_job)
            self._preview_job = ""
        if self._wants_preview:
            self._preview_later.start()
        else:
            self._preview_later.stop()

    @property
    def _wants_preview(self) -> bool:
        project = self.project
        if project is None or project.is_missing or self.is_playing or not self.is_after:
            return False
        return self._is_front and any(one.edit.contains(self.position) for one in project.actions)

    def _ask_preview(self) -> None:
        check, at, run = self.check, self.position, self._preview_run
        if check is None or not self._wants_preview:
            return
        redaction = self._context.workspace.redaction

        def work(_progress: Progress, cancel: CancelToken) -> bytes:
            return redaction.preview(check.id, at, cancel)

        def done(jpeg: bytes) -> None:
            if run == self._preview_run:
                self._preview_job = ""
                self._view.show_preview(jpeg)

        self._preview_job = self._context.bridge.job(
            "redaction.preview", "", work, done, lambda _error: None, owner=self._owner, silent=True
        )
