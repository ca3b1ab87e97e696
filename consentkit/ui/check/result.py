"""A check on the screen: verdict, two players, the coverage bar, and the inspector."""

from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QSizePolicy,
    QWidget,
)

from consentkit.kernel.timebase import TimeRange
from consentkit.services.check_reading import Matter, SourceMoment
from consentkit.services.check_views import EditCheck
from consentkit.services.jobs import JobState
from consentkit.ui.check.inspector import WIDTH_PX, CheckInspector
from consentkit.ui.check.lanes_panel import LanesPanel
from consentkit.ui.check.presenter import CheckPresenter
from consentkit.ui.check.side import PICTURE_LEAST, SourceSide
from consentkit.ui.check.words import (
    alteration_words,
    damage_words,
    outdated_words,
    undecided_note,
    unheard_words,
    verdict_sentence,
)
from consentkit.ui.icons import set_icon
from consentkit.ui.recording.player import Player
from consentkit.ui.theme import current_tokens
from consentkit.ui.widgets.buttons import button
from consentkit.ui.widgets.labels import icon_label, label
from consentkit.ui.widgets.layout import column, holding, row
from consentkit.ui.widgets.states import EmptyState, Notice, ProgressLine

_WIDEST_SCALE = 1.25
_NARROW_PX = 900
_NARROW_INSPECTOR_PX = 296


class ResultPart(QWidget):
    """One check."""

    def __init__(self, presenter: CheckPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._shown: EditCheck | None = None
        self._height = 0
        self.player = Player()
        self.player.picture.setMinimumSize(*PICTURE_LEAST)
        away = EmptyState(
            "film",
            self.tr("The video is not where it was"),
            self.tr("What was found in it stays as it is."),
        )
        for words in away.findChildren(QLabel):
            if words.wordWrap():
                words.setFixedWidth(PICTURE_LEAST[0] - 32)
        self.player.add_cover(away)
        self.source = SourceSide()
        self.panel = LanesPanel()
        self.lanes = self.panel.lanes
        self.inspector = CheckInspector(presenter.is_read_only)
        self._symbol = icon_label("tick-circle", "green", 28)
        self.sentence = label("", "title", wraps=True)
        self.note = label("", "muted", wraps=True)
        self.provisional = Notice("clock")
        self.progress = ProgressLine()
        self.outdated = Notice("refresh", is_warning=True)
        self.unsaved = Notice("eye")
        self.damaged = Notice("warning", is_warning=True)
        self.unheard = Notice("warning", is_warning=True)
        self._build()
        self._connect()

    # Building

    def _build(self) -> None:
        self.provisional.action_row.addWidget(self.progress)
        self.progress.setMinimumWidth(320)
        self.again_button = button(
            self.tr("Check again"), self._presenter.check_again, kind="primary", icon="refresh"
        )
        self.outdated.action_row.addWidget(self.again_button)
        verdict = row(self._symbol, gap=12)
        verdict.setAlignment(self._symbol, Qt.AlignmentFlag.AlignTop)
        verdict.addLayout(column(self.sentence, self.note, gap=2), 1)
        self._title = self._edit_title()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        edit = column(self._title, self.player, label("", "small"), gap=4)
        edit.setStretch(1, 1)
        sides = row(gap=12)
        for side in (holding(edit), self.source):
            # Both are as wide, whatever their titles ask for.
            side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
            side.setMinimumWidth(PICTURE_LEAST[0])
            sides.addWidget(side, 1)
        self._grid.addLayout(sides, 0, 0)
        self._grid.addWidget(self.player.transport, 1, 0)
        self._grid.addWidget(self.inspector, 0, 1, 2, 1)
        self._grid.addWidget(self.panel, 2, 0, 1, 2)
        self._grid.setColumnStretch(0, 1)
        self._grid.setRowStretch(0, 1)
        tokens = current_tokens()
        box = column(
            verdict,
            self.provisional,
            self.outdated,
            self.unsaved,
            self.damaged,
            self.unheard,
            self._grid,
            gap=10,
            margins=(tokens.s4, 8, tokens.s4, tokens.s3),
        )
        box.setStretchFactor(self._grid, 1)
        self.setLayout(box)
        notices = (self.provisional, self.outdated, self.unsaved, self.damaged, self.unheard)
        for notice in notices:
            notice.hide()

    def _edit_title(self) -> QWidget:
        title = label(self.tr("Your video"), "strong")
        # As high as the head of the other side, which has a button in it.
        title.setMinimumHeight(self.source.sound_button.sizeHint().height())
        return title

    def _connect(self) -> None:
        presenter = self._presenter
        self.player.moved.connect(self._moved)
        self.player.playingChanged.connect(lambda _playing: presenter.moved(self.player.position))
        self.player.back_button.clicked.connect(lambda: presenter.step_frames(-1))
        self.player.forward_button.clicked.connect(lambda: presenter.step_frames(1))
        self.lanes.seekRequested.connect(presenter.seek)
        self.lanes.selectRequested.connect(presenter.select)
        self.panel.matterStepRequested.connect(presenter.step_matter)
        self.progress.cancelled.connect(lambda _id: presenter.cancel())
        inspector = self.inspector
        inspector.matterChosen.connect(presenter.select_matter)
        inspector.acted.connect(presenter.act)
        inspector.marked.connect(presenter.mark_own)
        inspector.unmarked.connect(presenter.unmark_own)
        inspector.seekRequested.connect(presenter.seek)
        inspector.conversationWanted.connect(presenter.open_conversation)
        inspector.backRequested.connect(lambda: presenter.select(-1))

    # Showing

    def show_check(self, check: EditCheck, matters: tuple[Matter, ...]) -> None:
        """Show a check; players stay where they are when it is a newer one of the same video."""
        before, self._shown = self._shown, check
        is_same = before is not None and before.path == check.path
        if not is_same or (before is not None and before.is_missing != check.is_missing):
            self.player.show_cover(check.is_missing)
            self.player.open(None if check.is_missing else check.path, check.duration)
            strip = check.filmstrip.jpegs
            self.player.picture.show_still(strip[0] if strip else b"")
        self.sentence.setText(verdict_sentence(check))
        note = undecided_note(check)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        if check.is_passed:
            set_icon(self._symbol, "tick-circle", "green", 28)
        else:
            set_icon(self._symbol, "warning", "amber", 28)
        self._show_notices(check)
        self.lanes.set_check(check)
        self.panel.set_has_matters(bool(matters))
        self.inspector.show_check(check, matters)

    def _show_notices(self, check: EditCheck) -> None:
        if check.is_provisional:
            self.provisional.tell(
                self.tr("This is a quick look."),
                self.tr("So far only the sound was compared. The full check goes on."),
            )
        else:
            self.provisional.hide()
        if check.outdated and not check.is_provisional:
            self.outdated.tell(*outdated_words(check.outdated))
        else:
            self.outdated.hide()
        if not check.is_saved and not check.is_provisional:
            self.unsaved.tell(
                self.tr("This check is not saved."),
                self.tr("The vault is open read-only. Copy the result or save the report."),
            )
        else:
            self.unsaved.hide()
        if check.damage.is_any:
            self.damaged.tell(*damage_words(check.damage))
        else:
            self.damaged.hide()
        if check.has_unheard_sound:
            self.unheard.tell(*unheard_words())
        else:
            self.unheard.hide()
        self._fit_height()

    def show_job(self, state: JobState | None) -> None:
        """Show how far the full check is; None when it is over or was stopped."""
        self.progress.setVisible(state is not None)
        self.again_button.setEnabled(state is None)
        check = self._presenter.check
        if state is not None:
            self.progress.show_job(state)
            self.progress.name.setText("")
            self.progress.name.hide()
        elif check is not None and check.is_provisional:
            self.provisional.tell(
                self.tr("This is a quick look."),
                self.tr("Only the sound was compared; the full check was stopped."),
            )

    def show_selection(self, places: frozenset[int], matter: Matter | None) -> None:
        """Show which spans are chosen."""
        self.lanes.set_selection(places)
        self.inspector.show_selection(places, matter)

    def show_source(self, source: SourceMoment | None) -> None:
        """Show what of which recording stands at the playhead."""
        speed = self.player.rate
        notes = ""
        if source is not None and self._shown is not None:
            match = self._shown.spans[source.span].span.match
            notes = ", ".join(alteration_words(match)) if match is not None else ""
        self.source.show_source(source, speed, notes)

    def show_chosen(self) -> None:
        """Fit the bar to the chosen spans."""
        check = self._presenter.check
        places = self._presenter.selected
        matter = self._presenter.selected_matter
        if matter is not None:
            self.panel.show_stretch(matter.edit)
        elif check is not None and places:
            spans = [check.spans[place].span.edit for place in places]
            self.panel.show_stretch(
                TimeRange(min(item.start for item in spans), max(item.end for item in spans))
            )

    def _moved(self, moment: Fraction) -> None:
        self._presenter.moved(moment)
        self.lanes.set_playhead(moment)

    def pause(self) -> None:
        """Stop playing."""
        self.player.stop()
        self.source.pause()
        self.source.mute()

    def close_media(self) -> None:
        """Let go of the files."""
        if self._shown is not None:
            self._shown = None
            self.player.close_media()
            self.source.player.close_media()
            self.source.show_detail(None)

    def fit(self, width_px: int, height_px: int) -> None:
        """Give every part what the page's size allows.

        The inspector takes what its type size asks for, less in a narrow page; the loudness gives
        way first where the page is low.
        """
        scale = min(_WIDEST_SCALE, max(1.0, current_tokens().text_scale))
        base = _NARROW_INSPECTOR_PX if width_px < _NARROW_PX else WIDTH_PX
        self.inspector.setFixedWidth(round(base * scale))
        self._height = height_px
        self._fit_height()

    def _fit_height(self) -> None:
        box = self.layout()
        if box is None or not self._height:
            return
        self.panel.set_has_loudness(has_loudness=True)
        box.activate()
        if box.minimumSize().height() > self._height:
            self.panel.set_has_loudness(has_loudness=False)
