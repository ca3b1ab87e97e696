"""The chosen stretch: what it is, where it is from, why it is judged so, what to do about it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from consentkit.kernel.timebase import TimeRange
from consentkit.services.check_reading import Matter, source_start
from consentkit.services.check_views import CheckSpan, EditCheck
from consentkit.ui.check.causes import Cause, RemedyPart, verdict_chip
from consentkit.ui.check.words import (
    alteration_words,
    conditions_words,
    lane_name,
    range_words,
    reasons_of,
    recording_title,
    span_name,
    sure_words,
)
from consentkit.ui.messages import format_time
from consentkit.ui.widgets.buttons import button, icon_button
from consentkit.ui.widgets.labels import label
from consentkit.ui.widgets.layout import clear, column, holding, row, scrolling


class SpanDetail(QWidget):
    """One stretch of one lane, and the matter it belongs to."""

    backRequested = Signal()
    acted = Signal(object, object)
    marked = Signal(object, str)
    unmarked = Signal(object, object)
    conversationWanted = Signal(str, str)

    def __init__(self, is_read_only: bool) -> None:
        super().__init__()
        self._is_read_only = is_read_only
        self.remedy: RemedyPart | None = None
        self._title = label("", "lead", wraps=True)
        back = icon_button("chevron-left", self.tr("Everything (Esc)"), self.backRequested.emit)
        head = row(back, gap=4)
        head.addWidget(self._title, 1)
        self._body = column(gap=6, margins=12)
        card = holding(self._body)
        card.setProperty("role", "plain")
        self._area = scrolling(holding(column(card, None, gap=0, margins=(0, 0, 8, 0))))
        box = column(head, self._area, gap=4)
        box.setStretch(1, 1)
        self.setLayout(box)

    def show_span(
        self, check: EditCheck, item: CheckSpan, cause: Cause | None, matter: Matter | None
    ) -> None:
        """Show a stretch.

        Args:
            check: The check.
            item: The stretch.
            cause: What stands in the way, with all stretches of this kind; None where nothing does.
            matter: The one of them that is chosen.
        """
        clear(self._body)
        self.remedy = None
        self._area.verticalScrollBar().setValue(0)
        stretch = matter.edit if matter is not None else item.span.edit
        self._title.setText(range_words(stretch))
        lanes = matter.lanes if matter is not None else (item.span.lane,)
        self._add(", ".join(lane_name(lane) for lane in lanes), "muted")
        self._body.addLayout(row(verdict_chip(item), None))
        for words in reasons_of(item.reasons, item.details):
            self._add(words)
        if item.conditions:
            self._add(conditions_words(item.conditions))
        self._add_source(check, item, stretch)
        self._add_marks(check, item)
        if cause is not None:
            self._body.addSpacing(6)
            self.remedy = RemedyPart(check, cause, matter, self._is_read_only)
            self.remedy.acted.connect(self.acted)
            self.remedy.marked.connect(self.marked)
            self._body.addWidget(self.remedy)

    def _add(self, words: str, role: str = "") -> None:
        self._body.addWidget(label(words, role, wraps=True))

    def _add_source(self, check: EditCheck, item: CheckSpan, stretch: TimeRange) -> None:
        match = item.span.match
        if match is None:
            return
        self._body.addSpacing(6)
        self._add(span_name(check, item), "strong")
        title = recording_title(check, match.recording_id)
        if title:
            at = format_time(source_start(item.span, stretch))
            self._add(self.tr("{recording} at {time}").format(recording=title, time=at), "muted")
        notes = (*alteration_words(match), sure_words(match.confidence))
        self._add(", ".join(notes), "muted")
        conversation_id = item.span.conversation_id
        if conversation_id:
            show = partial(self.conversationWanted.emit, match.recording_id, conversation_id)
            self._body.addLayout(
                row(button(self.tr("Open the conversation"), show, kind="link"), None)
            )

    def _add_marks(self, check: EditCheck, item: CheckSpan) -> None:
        for mark in check.own_marks:
            if mark.lane is not item.span.lane or mark.edit.overlap(item.span.edit) <= 0:
                continue
            self._add(mark.reason)
            take_back = button(
                self.tr("Take the mark back"),
                partial(self.unmarked.emit, mark.lane, mark.edit),
                kind="link",
            )
            take_back.setEnabled(not self._is_read_only and check.is_saved)
            self._body.addLayout(row(take_back, None))
