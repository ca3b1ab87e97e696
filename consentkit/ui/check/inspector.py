"""The right side of a check: what needs a decision by person, who is in it, and what else."""

from fractions import Fraction
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from consentkit.services.check_reading import Matter, Person, people_of
from consentkit.services.check_views import ConversationTotal, EditCheck
from consentkit.ui.check.causes import Cause, CauseCard, causes_of, verdict_chip
from consentkit.ui.check.detail import SpanDetail
from consentkit.ui.check.words import (
    claim_words,
    person_name,
    range_words,
    splice_words,
    verdict_name,
)
from consentkit.ui.messages import format_time
from consentkit.ui.widgets.buttons import LayoutButton
from consentkit.ui.widgets.labels import ElidedLabel, TimeLabel, icon_label, label, line
from consentkit.ui.widgets.layout import clear, column, holding, row, scrolling

WIDTH_PX = 340


class CheckOverview(QWidget):
    """Everything a check says in words."""

    matterChosen = Signal(object)
    acted = Signal(object, object)
    marked = Signal(object, str)
    seekRequested = Signal(object)

    def __init__(self, is_read_only: bool) -> None:
        super().__init__()
        self._is_read_only = is_read_only
        self.cards: list[CauseCard] = []
        self._rest = column(gap=8)
        content = column(self._rest, None, gap=0, margins=(0, 0, 8, 0))
        self.area: QScrollArea = scrolling(holding(content))
        self.setLayout(column(self.area))

    def show_check(self, check: EditCheck, causes: tuple[Cause, ...]) -> None:
        """Show a check."""
        place = self.area.verticalScrollBar().value()
        clear(self._rest)
        self.cards = []
        self._add_causes(check, causes)
        self._add_people(check)
        self._add_findings(check)
        self._add_claims(check)
        self._add_facts(check)
        self.area.verticalScrollBar().setValue(place)

    def _add_heading(self, text: str) -> None:
        if self._rest.count():
            self._rest.addSpacing(8)
        self._rest.addWidget(label(text, "lead", wraps=True))

    def _add_causes(self, check: EditCheck, causes: tuple[Cause, ...]) -> None:
        if not causes:
            return
        self._add_heading(self.tr("Needs a decision"))
        before = None
        for cause in causes:
            key = cause.first.key
            card = CauseCard(check, cause, self._is_read_only, is_first_of_person=key != before)
            before = key
            card.chosen.connect(self.matterChosen)
            card.remedy.acted.connect(self.acted)
            card.remedy.marked.connect(self.marked)
            self.cards.append(card)
            self._rest.addWidget(card)

    def _add_people(self, check: EditCheck) -> None:
        people = people_of(check)
        if not people:
            return
        self._add_heading(self.tr("In this video"))
        for person in people:
            for total in person.totals:
                self._rest.addWidget(self._total_row(person, total))

    def _total_row(self, person: Person, total: ConversationTotal) -> LayoutButton:
        times = self.tr("picture {picture}, sound {sound}").format(
            picture=format_time(total.picture_s), sound=format_time(total.sound_s)
        )
        made = LayoutButton(
            person_name(person), f"{verdict_name(total.verdict)}, {times}", has_border=True
        )
        head = row(ElidedLabel(person_name(person), "strong"), verdict_chip(total), gap=8)
        head.setStretch(0, 1)
        box: QVBoxLayout = column(
            head,
            label(times, "muted", wraps=True),
            ElidedLabel(total.recording_title, "small", Qt.TextElideMode.ElideMiddle),
            gap=2,
            margins=10,
        )
        made.hold(box)
        made.clicked.connect(partial(self._seek, total.first_at))
        return made

    def _add_findings(self, check: EditCheck) -> None:
        if not check.findings:
            return
        self._add_heading(self.tr("Cuts that may change the meaning"))
        for finding in check.findings:
            title, words = splice_words(finding)
            source = self.tr("In the recording: {range}").format(range=range_words(finding.source))
            made = LayoutButton(f"{title}, {range_words(finding.edit)}", words, has_border=True)
            name = row(icon_label("split", "violet", 16), gap=6)
            name.addWidget(label(title, "strong", wraps=True), 1)
            made.hold(
                column(
                    name,
                    TimeLabel(range_words(finding.edit), "muted"),
                    label(words, wraps=True),
                    label(source, "small", wraps=True),
                    gap=2,
                    margins=10,
                )
            )
            made.clicked.connect(partial(self._seek, finding.edit.start))
            self._rest.addWidget(made)

    def _add_claims(self, check: EditCheck) -> None:
        if not check.claims:
            return
        self._add_heading(self.tr("Your timeline"))
        for claim in check.claims:
            self._rest.addWidget(label(claim_words(claim), wraps=True))

    def _add_facts(self, check: EditCheck) -> None:
        self._rest.addSpacing(4)
        self._rest.addWidget(line())
        compared = self.tr("Compared with %n recording(s).", "", check.recordings_compared)
        self._rest.addWidget(label(compared, "small", wraps=True))
        if check.recordings_left_out:
            count = check.recordings_left_out
            left_out = self.tr("%n recording(s) cannot be compared yet.", "", count)
            self._rest.addWidget(label(left_out, "error", wraps=True))
        if check.policies:
            names = ", ".join(f"{name} {version}" for name, version in check.policies)
            self._rest.addWidget(
                label(self.tr("Rules: {names}").format(names=names), "small", wraps=True)
            )

    def _seek(self, moment: Fraction, _checked: bool = False) -> None:
        self.seekRequested.emit(moment)


class CheckInspector(QStackedWidget):
    """The overview, or the chosen stretch."""

    matterChosen = Signal(object)
    acted = Signal(object, object)
    marked = Signal(object, str)
    unmarked = Signal(object, object)
    seekRequested = Signal(object)
    conversationWanted = Signal(str, str)
    backRequested = Signal()

    def __init__(self, is_read_only: bool) -> None:
        super().__init__()
        self._check: EditCheck | None = None
        self._causes: tuple[Cause, ...] = ()
        self._shown: tuple[object, ...] = ()
        self.overview = CheckOverview(is_read_only)
        self.detail = SpanDetail(is_read_only)
        self.addWidget(self.overview)
        self.addWidget(self.detail)
        for part in (self.overview, self.detail):
            part.acted.connect(self.acted)
            part.marked.connect(self.marked)
        self.overview.matterChosen.connect(self.matterChosen)
        self.overview.seekRequested.connect(self.seekRequested)
        self.detail.unmarked.connect(self.unmarked)
        self.detail.conversationWanted.connect(self.conversationWanted)
        self.detail.backRequested.connect(self.backRequested)

    def show_check(self, check: EditCheck, matters: tuple[Matter, ...]) -> None:
        """Show a check."""
        self._check = check
        self._causes = causes_of(matters)
        self._shown = ()
        self.overview.show_check(check, self._causes)

    def show_selection(self, places: frozenset[int], matter: Matter | None) -> None:
        """Show the chosen stretch, or everything when none is."""
        check = self._check
        place = min(places, default=-1)
        if check is None or not 0 <= place < len(check.spans):
            self._shown = ()
            self.setCurrentWidget(self.overview)
            return
        if self._shown != (place, matter):
            self._shown = (place, matter)
            cause = next((item for item in self._causes if matter in item.matters), None)
            self.detail.show_span(check, check.spans[place], cause, matter)
        self.setCurrentWidget(self.detail)
