"""The page of an opened recording: player, inspector, and the timeline across the foot."""

from fractions import Fraction
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QStandardPaths, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QWidget,
    QWidgetAction,
)
from typing_extensions import override

from consentkit.domain.consent import Step
from consentkit.domain.evidence import Answer, Evidence
from consentkit.kernel.timebase import TimeRange
from consentkit.services.jobs import JobState
from consentkit.services.views import (
    AskingMatch,
    ConsentDetail,
    ConversationView,
    PermissionFilter,
    RecordingDetail,
)
from consentkit.ui.context import PageContext
from consentkit.ui.recording.attach import LIMIT
from consentkit.ui.recording.inspector import WIDTH_PX, Inspector, inspector_frame
from consentkit.ui.recording.keys import Command, command_of, help_lines
from consentkit.ui.recording.marking import Marking
from consentkit.ui.recording.marking_fields import attachment_filter
from consentkit.ui.recording.player import Player, Shuttle
from consentkit.ui.recording.presenter import RecordingPresenter
from consentkit.ui.recording.timeline_paint import Flag
from consentkit.ui.recording.timeline_panel import TimelinePanel
from consentkit.ui.theme import current_tokens
from consentkit.ui.widgets.buttons import button, icon_button
from consentkit.ui.widgets.labels import ElidedLabel, label
from consentkit.ui.widgets.layout import column, holding, row
from consentkit.ui.widgets.states import EmptyState

_WIDEST_SCALE = 1.35
"""Beyond this the inspector's words wrap more instead of taking the picture's room."""


class RecordingPage(QWidget):
    """An opened recording. ``activated`` takes ``recording_id`` and ``conversation_id``."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._context = context
        self.presenter = RecordingPresenter(context, self, owner=self)
        self._job_id = ""
        self.player = Player()
        self.strip = TimelinePanel()
        self.timeline = self.strip.timeline
        self.inspector = Inspector()
        self._title = ElidedLabel("", "title", Qt.TextElideMode.ElideMiddle)
        self._build()
        self._connect()
        self.inspector.conversation.set_read_only(self.presenter.is_read_only)

    # Building

    def _build(self) -> None:
        self._frame = inspector_frame(self.inspector)
        missing = EmptyState(
            "film",
            self.tr("The file is not where it was"),
            self.tr(
                "Everything on record stays as it is. Find the file to play it and to seal"
                " excerpts."
            ),
            button(self.tr("Find it…"), self._find_file, kind="primary"),
        )
        self.player.add_cover(missing)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        self._grid.setColumnStretch(0, 1)
        self._grid.setRowStretch(0, 1)
        self._grid.addWidget(self.player, 0, 0)
        self._place(is_marking=False)
        tokens = current_tokens()
        box = column(
            self._head(), self._grid, gap=12, margins=(tokens.s4, 12, tokens.s4, tokens.s3)
        )
        box.setStretch(1, 1)
        self.setLayout(box)
        self._fit_inspector()

    def _place(self, *, is_marking: bool) -> None:
        """Give the timeline the whole width, or, while marking, the panel the whole height."""
        for widget in (self._frame, self.strip):
            self._grid.removeWidget(widget)
        self._grid.addWidget(self._frame, 0, 1, 2 if is_marking else 1, 1)
        self._grid.addWidget(self.strip, 1, 0, 1, 1 if is_marking else 2)

    def _head(self) -> QHBoxLayout:
        back = icon_button(
            "chevron-left",
            self.tr("All recordings"),
            lambda: self._context.navigate("recordings"),
        )
        self.undo_button = icon_button("undo", self.tr("Undo (Ctrl+Z)"), self.presenter.undo)
        self.redo_button = icon_button("redo", self.tr("Redo (Ctrl+Shift+Z)"), self.presenter.redo)
        keys = icon_button("keyboard", self.tr("Keys"))
        menu = QMenu(keys)
        lines = column(gap=6, margins=12)
        for names, text in help_lines():
            name = label(names, "strong")
            name.setFixedWidth(96)
            lines.addLayout(row(name, label(text), None))
        action = QWidgetAction(menu)
        action.setDefaultWidget(holding(lines))
        menu.addAction(action)
        keys.setMenu(menu)
        keys.setPopupMode(keys.ToolButtonPopupMode.InstantPopup)
        for widget in (self.undo_button, self.redo_button):
            widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        box = row(back, self._title, self.undo_button, self.redo_button, keys, gap=4)
        box.setStretchFactor(self._title, 1)
        return box

    def _connect(self) -> None:
        presenter = self.presenter
        self.player.moved.connect(self._player_moved)
        self.player.back_button.clicked.connect(lambda: presenter.step_frames(-1))
        self.player.forward_button.clicked.connect(lambda: presenter.step_frames(1))
        self.timeline.seekRequested.connect(presenter.seek)
        self.timeline.selectRequested.connect(presenter.select)
        self.timeline.edgesMoved.connect(presenter.move_edges)
        self.strip.stepRequested.connect(presenter.step_selection)
        self.strip.blockRequested.connect(self._show_block)
        everything = self.inspector.conversations
        everything.list.chosen.connect(self._choose_from_list)
        everything.addRequested.connect(presenter.add_conversation)
        everything.dropRequested.connect(presenter.drop_pending)
        self._connect_chosen()
        self._connect_marking()
        attach = self.inspector.attach
        attach.searched.connect(self._search_permissions)
        attach.cancelled.connect(self.inspector.show_chosen)
        attach.chosen.connect(self._attach_to)
        self._context.bridge.jobChanged.connect(self._job_changed)

    def _connect_chosen(self) -> None:
        presenter = self.presenter
        part = self.inspector.conversation
        part.backRequested.connect(lambda: presenter.select(""))
        part.renamed.connect(presenter.rename)
        part.splitRequested.connect(presenter.split)
        part.mergeRequested.connect(presenter.merge)
        part.discardRequested.connect(presenter.discard)
        part.markRequested.connect(presenter.start_marking)
        part.answerRequested.connect(self._answer_quickly)
        part.attachRequested.connect(lambda: self._search_permissions(""))
        part.matchChosen.connect(presenter.use_match)
        consent = part.consent
        consent.newAnswerRequested.connect(lambda: presenter.start_marking(is_anew=True))
        consent.exportRequested.connect(presenter.actions.export_proof)
        consent.stepRequested.connect(presenter.actions.take_step)
        consent.playRequested.connect(self._play_evidence)
        consent.openRequested.connect(self._open_evidence)
        consent.addEvidenceRequested.connect(self._choose_evidence)

    def _connect_marking(self) -> None:
        presenter = self.presenter
        panel = self.inspector.marking
        panel.edited.connect(presenter.change_marking)
        panel.slotChosen.connect(presenter.set_slot)
        panel.markIn.connect(presenter.mark_in)
        panel.markOut.connect(presenter.mark_out)
        panel.listenRequested.connect(presenter.play_marks)
        panel.presetChosen.connect(presenter.use_preset)
        panel.purposeAnswered.connect(presenter.answer_purpose)
        panel.matchChosen.connect(presenter.use_match)
        panel.filesAdded.connect(self._attach_files)
        panel.sealRequested.connect(presenter.seal)
        panel.stopRequested.connect(self._context.bridge.cancel_job)
        panel.leaveRequested.connect(presenter.leave_marking)

    # The page in the window

    def activated(self, recording_id: str = "", conversation_id: str = "") -> None:
        """Come to the front, with another recording where one is named."""
        if recording_id:
            self.presenter.open(recording_id, conversation_id)
        else:
            self.presenter.refresh()
        self.timeline.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Ask services again."""
        self.presenter.refresh()

    def primary_action(self) -> None:
        """Do what the state asks for: mark, seal, or export."""
        if self.presenter.marking is not None:
            self.presenter.seal()
        elif self.presenter.consent is not None:
            self.presenter.actions.export_proof()
        else:
            self.presenter.start_marking()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.player.stop()
        super().hideEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_inspector()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_inspector()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "_frame"):
            self._fit_inspector()

    def _fit_inspector(self) -> None:
        scale = min(_WIDEST_SCALE, max(1.0, current_tokens().text_scale))
        self._frame.setFixedWidth(round(WIDTH_PX * scale))

    # What the presenter asks for

    def show_recording(self, detail: RecordingDetail) -> None:
        """Show another recording."""
        self._title.setText(detail.recording.title)
        self.player.show_cover(detail.is_missing)
        self.player.open(None if detail.is_missing else detail.path, detail.recording.duration)
        strip = detail.filmstrip.jpegs
        self.player.picture.show_still(strip[0] if strip else b"")
        self.timeline.set_recording(detail.recording.duration, detail.filmstrip, detail.waveform)

    def show_conversations(
        self, conversations: tuple[ConversationView, ...], can_undo: bool, can_redo: bool
    ) -> None:
        """Show the conversations as they are."""
        self.timeline.set_conversations(conversations)
        self.inspector.conversations.show_conversations(conversations)
        self.undo_button.setEnabled(can_undo)
        self.redo_button.setEnabled(can_redo)
        self._show_flags()

    def show_selection(self, selected: ConversationView | None) -> None:
        """Show one conversation as chosen, or none."""
        self.timeline.set_selection(selected.conversation.id if selected is not None else "")
        self.strip.set_has_selection(selected is not None)
        if self.presenter.marking is not None:
            return
        if selected is None:
            self.inspector.show_list()
            return
        number = self.presenter.number_of(selected.conversation.id)
        part = self.inspector.conversation
        part.show_conversation(selected, number, self.presenter.can_merge)
        self.inspector.conversations.list.mark_current(selected.conversation.id)
        self.inspector.show_chosen()

    def show_consent(self, detail: ConsentDetail | None, steps: frozenset[Step]) -> None:
        """Show what is on record about the chosen conversation."""
        self.inspector.conversation.show_consent(detail, steps)

    def show_marking(self, marking: Marking | None) -> None:
        """Show what is marked, or leave the marking mode."""
        self._show_flags()
        if marking is None:
            self.inspector.marking.forget()
            self._place(is_marking=False)
            self.show_selection(self.presenter.selected)
            return
        is_new = self.inspector.currentWidget() is not self.inspector.marking
        panel = self.inspector.marking
        if is_new:
            panel.set_notices(self.presenter.notices)
        panel.show_marking(marking)
        if is_new:
            self.inspector.show_marking()
            self._place(is_marking=True)
            self.strip.show_stretch(marking.clip)
            self.timeline.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_matches(self, matches: tuple[AskingMatch, ...]) -> None:
        """Show the askings that fit."""
        self.inspector.conversation.show_matches(matches)
        self.inspector.marking.show_matches(matches)

    def show_pending_range(self, stretch: TimeRange | None) -> None:
        """Show a stretch marked for a new conversation."""
        self.timeline.set_pending(stretch)
        self.inspector.conversations.show_pending(stretch)

    def seek(self, moment: Fraction) -> None:
        """Move the player."""
        self.player.seek(moment)

    def play(self, stretch: TimeRange) -> None:
        """Play one stretch."""
        self.player.play(stretch)

    def show_sealing(self, is_sealing: bool) -> None:
        """Show that sealing goes on, or is over."""
        panel = self.inspector.marking
        panel.show_sealing(is_sealing)
        if not is_sealing and self.presenter.marking is not None:
            panel.show_marking(self.presenter.marking)

    def _show_flags(self) -> None:
        marking = self.presenter.marking
        if marking is not None:
            pairs = [
                (marking.question.range, self.tr("Question"), False),
                (marking.answer.range, self.tr("Answer"), True),
                (marking.number.range, self.tr("Number"), True),
            ]
        else:
            pairs = []
            for item in self.presenter.conversations:
                pairs.append((item.question, self.tr("Question"), False))
                pairs.append((item.answer, self.tr("Answer"), True))
        self.timeline.set_flags(
            tuple(Flag(stretch, text, is_answer) for stretch, text, is_answer in pairs if stretch)
        )

    # Small things that need a widget

    def _player_moved(self, moment: Fraction) -> None:
        self.presenter.moved(moment)
        self.timeline.set_playhead(moment)

    def _choose_from_list(self, conversation_id: str) -> None:
        self.presenter.select(conversation_id)
        chosen = self.presenter.selected
        if chosen is not None:
            self.presenter.seek(chosen.conversation.range.start)

    def _answer_quickly(self, answer: Answer) -> None:
        self.presenter.start_marking()
        self.presenter.hear(answer)

    def _show_block(self) -> None:
        chosen = self.presenter.selected
        if chosen is not None:
            self.strip.show_stretch(chosen.conversation.range)

    def _find_file(self) -> None:
        detail = self.presenter.detail
        if detail is None:
            return
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Find {title}").format(title=detail.recording.title)
        )
        if name:
            self.presenter.relocate(Path(name))

    def _search_permissions(self, text: str) -> None:
        consents = self._context.workspace.consents
        wanted = PermissionFilter(text=text)
        self._context.bridge.query(
            lambda: consents.query(wanted, 0, LIMIT), self.inspector.show_attach, owner=self
        )

    def _attach_to(self, consent_id: str) -> None:
        self.inspector.show_chosen()
        self.presenter.actions.attach_to(consent_id)

    def _attach_files(self, paths: tuple[Path, ...]) -> None:
        left = self.presenter.attach(paths)
        if left:
            self._context.toast(
                self.tr("%n file(s) left out: only pictures, PDF, text and sound.", "", len(left))
            )

    def _choose_evidence(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Add a file"), "", attachment_filter())
        if name:
            self.presenter.actions.add_evidence(Path(name))

    def _play_evidence(self, evidence: Evidence) -> None:
        detail = self.presenter.detail
        stretch = evidence.source_range
        if detail is None or stretch is None:
            return
        if detail.is_missing:
            # The sealed excerpt is all there is: it can be written out and looked at.
            self._open_evidence(evidence)
            return
        source = evidence.spoken.recording_id if evidence.spoken is not None else ""
        if source and source != detail.recording.id:
            self._context.navigate("recording", recording_id=source)
        else:
            self.player.play(stretch)

    def _open_evidence(self, evidence: Evidence) -> None:
        """Write an attachment where the person says, and show it there.

        It is never put into a temporary folder by itself: what was sealed would lie open there.
        """
        suggested = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        ending = _ENDINGS.get(evidence.media_type, "")
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save a readable copy"),
            str(Path(suggested) / f"{evidence.id}{ending}"),
        )
        if name:
            self.presenter.actions.export_evidence(
                evidence.id, Path(name), partial(_show_file, Path(name))
            )

    def _job_changed(self, state: JobState) -> None:
        if state.kind == "seal" and state.id == self.presenter.job_id:
            if state.is_over:
                QTimer.singleShot(0, self, lambda: self.presenter.seal_ended(state.state))
            else:
                self.inspector.marking.show_job(state)

    # Keys

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = command_of(event.key(), event.modifiers())
        if command is None or not self.run(command):
            super().keyPressEvent(event)

    def run(self, command: Command) -> bool:
        """Do what a key asks for; False when there is nothing to do."""
        presenter, player = self.presenter, self.player
        actions = {
            Command.PLAY: player.toggle,
            Command.BACK: lambda: player.shuttle(Shuttle.BACK),
            Command.STOP: lambda: player.shuttle(Shuttle.STOP),
            Command.ON: lambda: player.shuttle(Shuttle.ON),
            Command.MARK_IN: presenter.mark_in,
            Command.MARK_OUT: presenter.mark_out,
            Command.FRAME_BACK: lambda: presenter.step_frames(-1),
            Command.FRAME_ON: lambda: presenter.step_frames(1),
            Command.SECOND_BACK: lambda: presenter.step_seconds(-1),
            Command.SECOND_ON: lambda: presenter.step_seconds(1),
            Command.HOME: lambda: presenter.seek(Fraction(0)),
            Command.END: lambda: presenter.seek(presenter.duration),
            Command.PREVIOUS: lambda: presenter.step_selection(-1),
            Command.NEXT: lambda: presenter.step_selection(1),
            Command.SPLIT: presenter.split,
            Command.MERGE: presenter.merge,
            Command.NEW: presenter.add_conversation,
            Command.DISCARD: presenter.toggle_discard,
            Command.UNDO: presenter.undo,
            Command.REDO: presenter.redo,
            Command.LISTEN: self._enter,
            Command.SEAL: presenter.seal,
            Command.CLOSER: self.strip.closer,
            Command.FARTHER: self.strip.farther,
            Command.WHOLE: self.strip.show_whole,
            Command.BLOCK: self._show_block,
            Command.SECOND: self.strip.show_second,
            Command.LEAVE: self._leave,
        }
        if presenter.detail is None:
            return False
        actions[command]()
        return True

    def _enter(self) -> None:
        if self.presenter.marking is not None:
            self.presenter.play_marks()
        else:
            chosen = self.presenter.selected
            if chosen is not None and not chosen.consent_id:
                self.presenter.start_marking()

    def _leave(self) -> None:
        if self.presenter.marking is not None:
            self.presenter.leave_marking()
        elif self.presenter.pending_start is not None:
            self.presenter.drop_pending()
        else:
            self.presenter.select("")


def _show_file(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


_ENDINGS = {
    "video/mp4": ".mp4",
    "video/x-matroska": ".mkv",
    "video/matroska": ".mkv",
    "video/webm": ".webm",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/webp": ".webp",
    "image/gif": ".gif",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "audio/mpeg": ".mp3",
    "audio/mp4": ".m4a",
    "audio/ogg": ".ogg",
    "audio/wav": ".wav",
    "audio/x-wav": ".wav",
}
