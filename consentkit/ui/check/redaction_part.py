"""Editing a video for publication: picture with boxes, people, moments, timeline, files."""

from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QTabBar, QWidget

from consentkit.services.check_views import EditCheck
from consentkit.services.jobs import JobState
from consentkit.services.redaction_reading import ShownFace
from consentkit.services.redaction_views import RedactionProject
from consentkit.ui.check.lanes_panel import LaneNames
from consentkit.ui.check.redaction_boxes import BoxCanvas
from consentkit.ui.check.redaction_keys import EditCommand
from consentkit.ui.check.redaction_lane import ChangeLanes
from consentkit.ui.check.redaction_people import PeopleList, UnsureList
from consentkit.ui.check.redaction_presenter import RedactionPresenter
from consentkit.ui.check.redaction_words import outcome_words, totals_words
from consentkit.ui.check.redaction_work import RedactionWork
from consentkit.ui.icons import set_icon
from consentkit.ui.recording.choices import OneOf
from consentkit.ui.recording.player import Player, Shuttle
from consentkit.ui.theme import current_tokens
from consentkit.ui.widgets.buttons import button, icon_button
from consentkit.ui.widgets.labels import icon_label, label
from consentkit.ui.widgets.layout import Card, column, holding, row
from consentkit.ui.widgets.states import EmptyState, Notice, ProgressLine

SIDE_PX = 340
_NARROW_SIDE_PX = 288
_NARROW_PX = 900
_ZOOM_STEP = 1.6
_PROGRESS_PX = 280


class RedactionPart(QWidget):
    """The view "Edit"."""

    planWanted = Signal()
    decisionWanted = Signal()
    writtenWanted = Signal(str)
    """The check of the video that was written."""

    def __init__(self) -> None:
        super().__init__()
        self._presenter: RedactionPresenter | None = None
        self._work: RedactionWork | None = None
        self._check: EditCheck | None = None
        self.player = Player()
        self.player.picture.setMinimumSize(320, 180)
        self.player.add_cover(
            EmptyState(
                "film",
                self.tr("The video is not where it was"),
                self.tr("It is needed to look for faces and to write the edited one."),
            )
        )
        self.canvas = BoxCanvas(self.player.picture)
        self.people = PeopleList()
        self.unsure = UnsureList()
        self.lanes = ChangeLanes()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._make_none())
        self._stack.addWidget(self._make_full())
        self.setLayout(column(self._stack))

    # Building

    def _make_none(self) -> QWidget:
        return EmptyState(
            "eye-off",
            self.tr("Edit for publication"),
            self.tr(
                "Once there is a plan, this proposes the smallest change with which it passes:"
                " whose face to blur, whose voice to mute, what to cut."
            ),
            button(self.tr("Plan the publication"), self.planWanted.emit, kind="primary"),
        )

    def _make_full(self) -> QWidget:
        tokens = current_tokens()
        self.search = Notice("search")
        self.search_button = button(self.tr("Look for faces"), kind="primary")
        self.search.action_row.addWidget(self.search_button)
        self.search.hide()
        left = column(self.player, self._make_tools(), gap=4)
        left.setStretch(0, 1)
        body = row(gap=16)
        body.addLayout(left, 1)
        self._side = self._make_side()
        body.addWidget(self._side)
        names = LaneNames()
        names.setFixedHeight(self.lanes.height())
        bar = row(names, gap=0)
        bar.addWidget(self.lanes, 1)
        box = column(
            self.search,
            body,
            Card(bar, gap=0, margins=1),
            self._make_foot(),
            gap=10,
            margins=(tokens.s4, 8, tokens.s4, tokens.s3),
        )
        box.setStretch(1, 1)
        return holding(box)

    def _make_tools(self) -> QHBoxLayout:
        self.compare: OneOf[bool] = OneOf(
            self.tr("Before and after"), ((False, self.tr("Before")), (True, self.tr("After")))
        )
        self.compare.set_value(value=True)
        self.new_button = icon_button("plus", self.tr("New box (N)"), size=16)
        self.blur_button = icon_button("eye-off", self.tr("Blur the chosen face (B)"), size=16)
        self.blur_button.setCheckable(True)
        self.remove_button = icon_button("trash", self.tr("Take the face out (Delete)"), size=16)
        self.previous_button = icon_button(
            "chevron-left", self.tr("Previous moment to look at (,)"), size=16
        )
        self.next_button = icon_button(
            "chevron-right", self.tr("Next moment to look at (.)"), size=16
        )
        self.undo_button = icon_button("undo", self.tr("Undo (Ctrl+Z)"), size=16)
        self.redo_button = icon_button("redo", self.tr("Redo (Ctrl+Y)"), size=16)
        for made in (
            self.new_button,
            self.blur_button,
            self.remove_button,
            self.previous_button,
            self.next_button,
            self.undo_button,
            self.redo_button,
        ):
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return row(
            self.compare,
            None,
            self.new_button,
            self.blur_button,
            self.remove_button,
            8,
            self.previous_button,
            self.next_button,
            8,
            self.undo_button,
            self.redo_button,
            gap=2,
        )

    def _make_side(self) -> QWidget:
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(self.tr("People, and moments to look at"))
        self.tabs.addTab(self.tr("People"))
        self.tabs.addTab(self.tr("To look at"))
        lists = QStackedWidget()
        lists.addWidget(self.people)
        lists.addWidget(self.unsure)
        self.tabs.currentChanged.connect(lists.setCurrentIndex)
        box = column(self.tabs, lists, gap=8)
        box.setStretch(1, 1)
        return holding(box)

    def _make_foot(self) -> QHBoxLayout:
        self._symbol = icon_label("tick-circle", "green", 20)
        self.totals = label("", "strong", wraps=True)
        self.outcome = label("", "muted", wraps=True)
        self.progress = ProgressLine()
        self.progress.setFixedWidth(_PROGRESS_PX)
        self.progress.hide()
        self.export_button = button(self.tr("For your editor (OTIO)…"), self._export, icon="export")
        self.render_button = button(self.tr("Write the video…"), self._render, kind="primary")
        foot = row(self._symbol, gap=12)
        foot.addLayout(column(self.totals, self.outcome, gap=0), 1)
        self.written_button = button(self.tr("What was written"), self._open_written, kind="link")
        self.written_button.hide()
        foot.addWidget(self.written_button)
        foot.addWidget(self.progress)
        foot.addWidget(self.export_button)
        foot.addWidget(self.render_button)
        return foot

    def attach(self, presenter: RedactionPresenter, work: RedactionWork) -> None:
        """Connect the view with its behaviour."""
        self._presenter, self._work = presenter, work
        player = self.player
        player.moved.connect(self._moved)
        player.playingChanged.connect(lambda _playing: self._moved(player.position))
        player.back_button.clicked.connect(lambda: presenter.step_frames(-1))
        player.forward_button.clicked.connect(lambda: presenter.step_frames(1))
        self.canvas.faceChosen.connect(presenter.choose_face)
        self.canvas.boxDrawn.connect(presenter.draw)
        self.people.pictureChosen.connect(presenter.choose_picture)
        self.people.soundChosen.connect(presenter.choose_sound)
        self.people.proposedWanted.connect(presenter.choose_proposed)
        self.people.decisionWanted.connect(self.decisionWanted)
        self.unsure.chosen.connect(presenter.look_at)
        self.unsure.looked.connect(
            lambda moment, is_on: presenter.mark_looked(moment, is_looked=is_on)
        )
        self.lanes.seekRequested.connect(presenter.seek)
        self.lanes.personChosen.connect(self._show_person)
        self.compare.chosen.connect(self._compare)
        self.search_button.clicked.connect(lambda _checked=False: work.look_for_faces())
        self.progress.cancelled.connect(lambda _id: work.stop())
        for made, command in (
            (self.new_button, EditCommand.NEW),
            (self.blur_button, EditCommand.BLUR),
            (self.remove_button, EditCommand.REMOVE),
            (self.previous_button, EditCommand.PREVIOUS_UNSURE),
            (self.next_button, EditCommand.NEXT_UNSURE),
            (self.undo_button, EditCommand.UNDO),
            (self.redo_button, EditCommand.REDO),
        ):
            made.clicked.connect(lambda _checked=False, one=command: self.run(one))

    def _moved(self, moment: Fraction) -> None:
        self.lanes.set_playhead(moment)
        if self._presenter is not None:
            self._presenter.moved(moment, is_playing=self.player.is_playing)

    def _compare(self) -> None:
        presenter = self._presenter
        if presenter is not None and self.compare.value is not presenter.is_after:
            presenter.compare()

    def _show_person(self, person: str) -> None:
        self.tabs.setCurrentIndex(0)
        self.people.show_person(person)

    def _open_written(self) -> None:
        project = self._presenter.project if self._presenter is not None else None
        if project is not None and project.rendered_check:
            self.writtenWanted.emit(project.rendered_check)

    def _render(self) -> None:
        work = self._work
        suggested = work.suggested() if work is not None else None
        if work is None or suggested is None:
            return
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Write the edited video"), str(suggested)
        )
        if name:
            work.render(Path(name))

    def _export(self) -> None:
        work = self._work
        suggested = work.suggested(".otio") if work is not None else None
        if work is None or suggested is None:
            return
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Write a timeline for your editor"), str(suggested), "OTIO (*.otio)"
        )
        if name:
            work.export(Path(name))

    # What the presenter asks for

    def show_check(self, check: EditCheck) -> None:
        """Take the check whose video is shown."""
        self._check = check
        self.lanes.set_strip(check.filmstrip)

    def show_none(self) -> None:
        """Say that there is no plan."""
        self._stack.setCurrentIndex(0)

    def show_project(self, project: RedactionProject) -> None:
        """Show what is to be done."""
        presenter = self._presenter
        if presenter is None:
            return
        may_change = presenter.may_change
        self.people.show_project(project, may_change=may_change)
        self.unsure.show_moments(
            project.faces.unsure, presenter.looked, has_faces=project.has_faces
        )
        left = sum(1 for one in project.faces.unsure if one not in presenter.looked)
        words = self.tr("To look at")
        self.tabs.setTabText(1, f"{words} ({left})" if left else words)
        self.lanes.set_project(project)
        self.totals.setText(totals_words(project))
        self.outcome.setText(outcome_words(project))
        icon, tone = ("tick-circle", "green") if project.is_passed else ("warning", "amber")
        set_icon(self._symbol, icon, tone, 20)
        self.compare.set_value(presenter.is_after)
        self.written_button.setVisible(bool(project.rendered_check))
        self.written_button.setToolTip(project.rendered.name if project.rendered else "")
        self._show_search(project)
        self._enable(project)
        self._stack.setCurrentIndex(1)

    def _show_search(self, project: RedactionProject) -> None:
        if project.has_faces or project.is_missing:
            self.search.hide()
        else:
            self.search.tell(
                self.tr("Faces are to be blurred, and were not looked for yet."),
                self.tr("Every frame is looked at. You can go on meanwhile, and stop it."),
            )

    def _enable(self, project: RedactionProject) -> None:
        presenter = self._presenter
        is_busy = presenter is None or presenter.is_busy
        is_there = not project.is_missing
        self.search_button.setEnabled(is_there and not is_busy)
        is_ready = is_there and project.has_faces and bool(project.actions)
        self.render_button.setEnabled(is_ready and not is_busy)
        self.export_button.setEnabled(bool(project.actions) and not is_busy)
        self.canvas.is_editable = not is_busy
        for made in (self.new_button, self.blur_button, self.remove_button):
            made.setEnabled(not is_busy)
        for made in (self.previous_button, self.next_button):
            made.setEnabled(bool(project.faces.unsure))

    def show_faces(self, faces: tuple[ShownFace, ...], chosen: str) -> None:
        """Show the boxes at the playhead."""
        self.canvas.show_faces(faces, chosen)
        face = next((one for one in faces if one.track == chosen), None)
        self.blur_button.setChecked(face is not None and face.is_blurred)
        for made in (self.blur_button, self.remove_button):
            made.setEnabled(face is not None and self.canvas.is_editable)

    def show_preview(self, jpeg: bytes) -> None:
        """Show the frame as it will be; empty for the video's own."""
        self.canvas.show_frame(jpeg)

    def show_work(self, state: JobState | None) -> None:
        """Show how far work is."""
        self.progress.setVisible(state is not None)
        for made in (self.export_button, self.render_button):
            made.setVisible(state is None)
        if state is not None:
            self.progress.show_job(state)
        presenter = self._presenter
        if presenter is not None and presenter.project is not None:
            self._enable(presenter.project)
            self.people.show_project(presenter.project, may_change=presenter.may_change)

    def show_undo(self, *, can_undo: bool, can_redo: bool) -> None:
        """Offer to take changes back, and to make them again."""
        self.undo_button.setEnabled(can_undo)
        self.redo_button.setEnabled(can_redo)

    def seek(self, moment: Fraction) -> None:
        """Move the player."""
        self.player.seek(moment)

    # Files

    def open_media(self, moment: Fraction) -> None:
        """Open the video for the player at a moment, when the view comes to the front."""
        check = self._check
        if check is None:
            return
        self.player.show_cover(check.is_missing)
        self.canvas.setVisible(not check.is_missing)
        self.player.open(None if check.is_missing else check.path, check.duration)
        strip = check.filmstrip.jpegs
        self.player.picture.show_still(strip[0] if strip else b"")
        self.player.seek(moment)

    def close_media(self) -> None:
        """Let go of the file."""
        self.player.stop()
        self.player.close_media()

    def fit(self, width_px: int) -> None:
        """Give the side what the page's width allows."""
        self.compare.keep_in_one_line()
        scale = min(1.2, max(1.0, current_tokens().text_scale))
        base = _NARROW_SIDE_PX if width_px < _NARROW_PX else SIDE_PX
        self._side.setFixedWidth(round(base * scale))

    # Keys

    def run(self, command: EditCommand) -> bool:
        """Do what a key asks for; False when there is nothing to do."""
        presenter, player = self._presenter, self.player
        if presenter is None or presenter.project is None:
            return False
        actions = {
            EditCommand.PLAY: player.toggle,
            EditCommand.BACK: lambda: player.shuttle(Shuttle.BACK),
            EditCommand.STOP: lambda: player.shuttle(Shuttle.STOP),
            EditCommand.ON: lambda: player.shuttle(Shuttle.ON),
            EditCommand.LEFT: lambda: presenter.nudge(-1, 0),
            EditCommand.RIGHT: lambda: presenter.nudge(1, 0),
            EditCommand.UP: lambda: presenter.nudge(0, -1),
            EditCommand.DOWN: lambda: presenter.nudge(0, 1),
            EditCommand.NARROWER: lambda: presenter.stretch(-1, 0),
            EditCommand.WIDER: lambda: presenter.stretch(1, 0),
            EditCommand.LOWER: lambda: presenter.stretch(0, -1),
            EditCommand.HIGHER: lambda: presenter.stretch(0, 1),
            EditCommand.HOME: lambda: presenter.seek(Fraction(0)),
            EditCommand.END: lambda: presenter.seek(presenter.duration),
            EditCommand.PREVIOUS_FACE: lambda: presenter.step_face(-1),
            EditCommand.NEXT_FACE: lambda: presenter.step_face(1),
            EditCommand.NEW: presenter.new_box,
            EditCommand.REMOVE: presenter.remove_face,
            EditCommand.BLUR: presenter.toggle_blur,
            EditCommand.PREVIOUS_UNSURE: lambda: presenter.step_unsure(-1),
            EditCommand.NEXT_UNSURE: lambda: presenter.step_unsure(1),
            EditCommand.LOOKED: presenter.mark_here,
            EditCommand.COMPARE: presenter.compare,
            EditCommand.UNDO: presenter.undo,
            EditCommand.REDO: presenter.redo,
            EditCommand.CLOSER: lambda: self.lanes.zoom(_ZOOM_STEP),
            EditCommand.FARTHER: lambda: self.lanes.zoom(1 / _ZOOM_STEP),
            EditCommand.WHOLE: self.lanes.show_whole,
        }
        if command is EditCommand.LEAVE:
            if not presenter.chosen:
                return False
            presenter.choose_face("")
            return True
        actions[command]()
        return True
