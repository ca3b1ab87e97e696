"""One thing that is to be done: what, where, until when, and what can be done about it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QSizePolicy, QWidget

from consentkit.domain.obligations import Measure, ReachKind, TaskState
from consentkit.kernel.clock import Clock
from consentkit.kernel.limits import TEXT_MAX_CHARS
from consentkit.kernel.timebase import TimeRange
from consentkit.services.publication_views import Publication, ReachTask
from consentkit.ui.check.words import lane_name
from consentkit.ui.messages import format_date_time
from consentkit.ui.published.words import (
    MEASURE_ICONS,
    kind_icon,
    kind_name,
    lane_icon,
    link_at,
    measure_name,
    stretch_words,
    task_look,
)
from consentkit.ui.recording.flow import FlowLayout
from consentkit.ui.theme import set_role
from consentkit.ui.widgets.buttons import button
from consentkit.ui.widgets.chips import Chip
from consentkit.ui.widgets.labels import icon_label, label
from consentkit.ui.widgets.layout import column, holding, row
from consentkit.ui.widgets.states import Notice

MOST_STRETCHES = 12
"""Stretches listed of a lane; the others are counted, and stand in the check."""

_EDITED = frozenset({Measure.BLUR, Measure.CUT, Measure.MUTE})


def flow(*items: QWidget, gap: int = 8) -> QWidget:
    """Return widgets that flow into as many lines as they need."""
    made = QWidget()
    box = FlowLayout(made, gap=gap)
    for item in items:
        box.addWidget(item)
    policy = made.sizePolicy()
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    return made


def tall_notice(icon: str = "info", *, is_warning: bool = False) -> Notice:
    """Return a notice that is as high as its words need where they break into more lines."""
    made = Notice(icon, is_warning=is_warning)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made


class TaskCard(QFrame):
    """A task with its buttons."""

    done = Signal(object, object, str)
    """Task, measure and a note."""

    undone = Signal(object)
    linkWanted = Signal(str)
    checkWanted = Signal(str, str)
    """Check and the view of it."""

    recordingWanted = Signal(str)
    complaintWanted = Signal(str)

    def __init__(
        self,
        task: ReachTask,
        video: Callable[[str], Publication | None],
        clock: Clock,
        *,
        is_read_only: bool,
    ) -> None:
        super().__init__()
        set_role(self, "card")
        self.task = task
        self._video, self._clock, self._is_read_only = video, clock, is_read_only
        self.chip = Chip()
        self.buttons: dict[Measure, QWidget] = {}
        self.note = QLineEdit()
        self.note.setMaxLength(TEXT_MAX_CHARS)
        self.note.setPlaceholderText(self.tr("Why it may stay"))
        self.note.setAccessibleName(self.tr("Why it may stay"))
        title = label(task.name or kind_name(task.kind), "strong", wraps=True)
        kind = label(kind_name(task.kind), "small", wraps=True)
        names = column(title, kind, gap=0)
        kind.setVisible(bool(task.name))
        head = row(icon_label(kind_icon(task.kind), "muted", 20), gap=10)
        head.addLayout(names, 1)
        head.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(head, gap=10, margins=12))
        self.setAccessibleName(f"{kind_name(task.kind)}: {task.name}")
        self._add_stretches()
        if task.state is TaskState.DONE:
            self._add_undo()
        else:
            self._add_ways()
            self._add_measures()
        self.tick()

    def tick(self) -> None:
        """Show the clock as it is at this moment."""
        self.chip.show_chip(*task_look(self.task, self._clock.now()))

    def _add(self, widget: QWidget) -> None:
        box = self.layout()
        if box is not None:
            box.addWidget(widget)

    # Where

    def _add_stretches(self) -> None:
        lanes = sorted({lane for lane, _ in self.task.stretches})
        for lane in lanes:
            found = [one for on, one in self.task.stretches if on is lane]
            links = [self._stretch(lane_name(lane), one) for one in found[:MOST_STRETCHES]]
            rest = len(found) - MOST_STRETCHES
            more = [label(self.tr("and %n more", "", rest), "muted")] if rest > 0 else []
            line = row(icon_label(lane_icon(lane), "muted", 16), gap=8)
            line.setAlignment(Qt.AlignmentFlag.AlignTop)
            name = label(lane_name(lane), "small")
            line.addWidget(name)
            line.addWidget(flow(*links, *more, gap=12), 1)
            self._add(holding(line))

    def _stretch(self, lane: str, stretch: TimeRange) -> QWidget:
        words = stretch_words(stretch)
        made = button(words, partial(self._show, stretch), kind="link")
        made.setAccessibleName(f"{lane} {words}")
        if self.task.publication_id:
            made.setToolTip(self.tr("Opens the video there, in the browser"))
        return made

    def _show(self, stretch: TimeRange) -> None:
        task = self.task
        made = self._video(task.publication_id) if task.publication_id else None
        if made is not None:
            self.linkWanted.emit(link_at(made, stretch))
        elif task.kind is ReachKind.RECORDING:
            self.recordingWanted.emit(task.id.partition(".")[2])
        elif task.check_id:
            self.checkWanted.emit(task.check_id, "")

    # What to do

    def _add_ways(self) -> None:
        """Offer where the work is done."""
        task, ways = self.task, []
        if task.complaint_id:
            show = partial(self.complaintWanted.emit, task.complaint_id)
            ways.append(button(self.tr("Answer the complaint"), show, kind="primary"))
        elif task.check_id and _EDITED & set(task.remedies):
            edit = partial(self.checkWanted.emit, task.check_id, "edit")
            ways.append(button(self.tr("Make a version without this person"), edit, icon="pencil"))
        elif task.kind is ReachKind.RECORDING:
            show = partial(self.recordingWanted.emit, task.id.partition(".")[2])
            ways.append(button(self.tr("Open the recording"), show, icon="recordings"))
        if ways:
            self._add(holding(row(*ways, None)))

    def _add_measures(self) -> None:
        if self.task.complaint_id:
            return
        made = [self._measure(one) for one in self.task.remedies if one is not Measure.KEEP]
        self._add(label(self.tr("What did you do?"), "small"))
        self._add(flow(*made))
        if Measure.KEEP in self.task.remedies:
            self._add(self._keeping())

    def _measure(self, measure: Measure) -> QWidget:
        made = button(
            measure_name(measure),
            partial(self.done.emit, self.task, measure, ""),
            kind="chip",
            icon=MEASURE_ICONS[measure],
        )
        name = self.tr("Mark as done: {what}").format(what=measure_name(measure))
        made.setAccessibleName(name)
        made.setToolTip(name)
        made.setEnabled(not self._is_read_only)
        self.buttons[measure] = made
        return made

    def _keeping(self) -> QWidget:
        keep = button(self.tr("It stays"), self._keep, kind="quiet")
        keep.setEnabled(False)
        self.note.setEnabled(not self._is_read_only)
        self.note.textChanged.connect(lambda text: keep.setEnabled(bool(text.strip())))
        self.note.returnPressed.connect(self._keep)
        self.buttons[Measure.KEEP] = keep
        line = row(self.note, keep, gap=8)
        line.setStretch(0, 1)
        return holding(line)

    def _keep(self) -> None:
        note = self.note.text().strip()
        if note:
            self.done.emit(self.task, Measure.KEEP, note)

    def _add_undo(self) -> None:
        undo = button(self.tr("Undo"), partial(self.undone.emit, self.task), kind="link")
        undo.setEnabled(not self._is_read_only)
        undo.setAccessibleName(self.tr("Not done after all: {name}").format(name=self.task.name))
        when = self.task.done_at
        words = label(format_date_time(when) if when is not None else "", "small")
        self._add(holding(row(undo, None, words)))
