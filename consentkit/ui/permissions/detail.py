"""A record beside the table: the shared panel, with where it is heard and what stamps it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from consentkit.domain.consent import ConversationLink, Status, Step
from consentkit.kernel.timebase import format_time
from consentkit.services.publication_views import Reach, TaskState
from consentkit.services.views import ConsentDetail, LogPlace
from consentkit.ui.messages import format_date_time, format_utc
from consentkit.ui.recording.consent_panel import ConsentPanel
from consentkit.ui.widgets.buttons import button, icon_button
from consentkit.ui.widgets.chips import Chip
from consentkit.ui.widgets.labels import icon_label, label, line
from consentkit.ui.widgets.layout import clear, column, holding, row
from consentkit.ui.widgets.states import Notice


class DetailPanel(QWidget):
    """One record with everything about it."""

    recordingWanted = Signal(str, str)
    """Recording and conversation."""

    closed = Signal()
    reachWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._detail: ConsentDetail | None = None
        self.panel = ConsentPanel()
        self._places = column(gap=6)
        self._stamps = column(gap=6)
        self._heard = self._section(self.tr("Conversations"), self._places)
        self._stamped = self._section(self.tr("Time stamps"), self._stamps)
        self.reach = Notice("bell", is_warning=True)
        self.reach_button = button(self.tr("See what to do"), self.reachWanted.emit)
        self.reach.action_row.addWidget(self.reach_button)
        self.reach.hide()
        close = icon_button("close", self.tr("Close"), self.closed.emit, size=16)
        self.setLayout(
            column(
                row(None, close), self.reach, self.panel, self._heard, self._stamped, None, gap=8
            )
        )

    @staticmethod
    def _section(title: str, box: QVBoxLayout) -> QWidget:
        return holding(column(line(), 8, label(title, "strong"), box, gap=8))

    def set_consent(self, detail: ConsentDetail, steps: frozenset[Step]) -> None:
        """Show a record; a sheet that is open on the same record stays open."""
        is_asking = self.panel.currentIndex() > 0
        same = self._detail is not None and self._detail.record == detail.record
        self._detail = detail
        if not (is_asking and same):
            self.panel.set_consent(detail, steps)
        self._show_places(detail)
        self._show_stamps(detail)

    def show_reach(self, reach: Reach | None) -> None:
        """Say what is to be done after the end of the permission; None when nothing ended."""
        if reach is None or not reach.tasks:
            self.reach.hide()
            return
        count = sum(1 for task in reach.tasks if task.state is not TaskState.DONE)
        if count:
            self.reach.tell(self.tr("%n thing(s) to do", "", count))
            self.reach_button.setText(self.tr("See what to do"))
        else:
            self.reach.tell(self.tr("Everything is done."))
            self.reach_button.setText(self.tr("See what was done"))

    def set_read_only(self) -> None:
        """Leave only what changes nothing; an export is entered into the log."""
        self.panel.export_button.setEnabled(False)
        self.panel.export_button.setToolTip(self.tr("This vault is open read-only."))

    def conversation_of(self, recording_id: str) -> str:
        """Return the first conversation of the record in that recording, or an empty text."""
        links = self._detail.record.links if self._detail is not None else ()
        found = (link.conversation_id for link in links if link.recording_id == recording_id)
        return next(found, "")

    def _show_places(self, detail: ConsentDetail) -> None:
        clear(self._places)
        for link in detail.record.links:
            self._places.addLayout(self._place(link))
        self._heard.setVisible(bool(detail.record.links))

    def _place(self, link: ConversationLink) -> QVBoxLayout:
        words = self.tr("{start} to {end}").format(
            start=format_time(link.range.start), end=format_time(link.range.end)
        )
        open_it = button(
            self.tr("Open in the recording"),
            lambda: self.recordingWanted.emit(link.recording_id, link.conversation_id),
            kind="link",
        )
        return column(row(icon_label("film", "muted", 16), label(words), None, open_it, gap=8))

    def _show_stamps(self, detail: ConsentDetail) -> None:
        clear(self._stamps)
        proven = [place for place in detail.places if place.proven_by]
        self._stamped.setVisible(detail.summary is not Status.ERASED)
        if not proven:
            text = self.tr("To come. ConsentKit asks the time authorities by itself.")
            self._stamps.addWidget(label(text, "muted", wraps=True))
            return
        for words in self._stamp_lines(proven[-1]):
            self._stamps.addLayout(words)

    def _stamp_lines(self, place: LogPlace) -> list[QVBoxLayout]:
        found = []
        for authority, time, is_demonstration in place.proven_by:
            when = label(
                self.tr("before {time}").format(time=format_date_time(time)), "small", wraps=True
            )
            when.setToolTip(format_utc(time))
            name = row(icon_label("clock", "muted", 16), label(authority, wraps=True), gap=8)
            name.setStretch(1, 1)
            box = column(name, gap=2)
            about = row(24, when, None, gap=0)
            if is_demonstration:
                chip = Chip(self.tr("Demonstration"), "warning", "amber")
                chip.setToolTip(self.tr("A demonstration authority proves nothing to anybody."))
                about.addWidget(chip)
            box.addLayout(about)
            found.append(box)
        return found
