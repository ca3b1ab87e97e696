"""Everybody in a video with what is done for them, and the moments somebody should look at."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QScrollArea, QWidget

from consentkit.domain.coverage import Lane
from consentkit.domain.redaction import (
    PICTURE_TREATMENTS,
    SOUND_TREATMENTS,
    Treatment,
    UnsureMoment,
)
from consentkit.services.redaction_views import RedactionPerson, RedactionProject
from consentkit.ui.check.decision_words import rule_text
from consentkit.ui.check.redaction_words import (
    changed_words,
    person_title,
    presence_words,
    treatment_name,
    treatment_words,
    unsure_words,
)
from consentkit.ui.check.words import lane_name, range_words
from consentkit.ui.recording.choices import ElidingCombo
from consentkit.ui.widgets.buttons import LayoutButton, button
from consentkit.ui.widgets.chips import Chip
from consentkit.ui.widgets.labels import TimeLabel, icon_label, label
from consentkit.ui.widgets.layout import Card, ScrollContent, clear, column, holding, row, scrolling


def _combo(
    name: str, options: tuple[Treatment, ...], chosen: Treatment, *, may_change: bool
) -> ElidingCombo:
    made = ElidingCombo()
    made.setAccessibleName(name)
    for treatment in options:
        made.addItem(treatment_name(treatment), treatment)
    made.setCurrentIndex(options.index(chosen))
    made.setEnabled(may_change)
    return made


def _is_concerned(person: RedactionPerson) -> bool:
    return bool(person.rules) or person.changed_s > 0


class PersonCard(Card):
    """One person: why something must be done, what is done with picture and sound."""

    pictureChosen = Signal(str, object)
    soundChosen = Signal(str, object)
    proposedWanted = Signal(str)

    def __init__(self, person: RedactionPerson, *, may_change: bool) -> None:
        super().__init__(gap=6, margins=12)
        self.person = person
        key = person.treatment.person
        title = person_title(person)
        self.body.addWidget(label(title, "strong", wraps=True))
        self.body.addWidget(label(presence_words(person), "small", wraps=True))
        if person.rules:
            for rule in person.rules[:2]:
                self.body.addWidget(label(rule_text(rule), wraps=True))
            rest = len(person.rules) - 2
            if rest > 0:
                more = self.tr("and %n more rule(s)", "", rest)
                self.body.addWidget(label(more, "small", wraps=True))
        else:
            self.body.addLayout(
                row(Chip(self.tr("Nothing needs to be done"), "tick-circle", "green"), None)
            )
        now = person.treatment
        names = {lane: f"{title}: {lane_name(lane)}" for lane in Lane}
        self.picture = _combo(
            names[Lane.PICTURE], PICTURE_TREATMENTS, now.picture, may_change=may_change
        )
        self.sound = _combo(names[Lane.SOUND], SOUND_TREATMENTS, now.sound, may_change=may_change)
        self.picture.activated.connect(
            lambda place: self.pictureChosen.emit(key, PICTURE_TREATMENTS[place])
        )
        self.sound.activated.connect(
            lambda place: self.soundChosen.emit(key, SOUND_TREATMENTS[place])
        )
        for icon, choice in (("image", self.picture), ("volume", self.sound)):
            box = row(icon_label(icon, "muted", 16), gap=8)
            box.addWidget(choice, 1)
            self.body.addLayout(box)
        self.body.addWidget(label(changed_words(person.changed_s), "small", wraps=True))
        if now != person.proposed:
            words = self.tr("Proposed: {treatment}").format(
                treatment=treatment_words(person.proposed)
            )
            self.body.addWidget(label(words, "muted", wraps=True))
            self.proposed = button(
                self.tr("Back to the proposal"),
                partial(self.proposedWanted.emit, key),
                kind="link",
                icon="undo",
            )
            self.proposed.setEnabled(may_change)
            self.body.addLayout(row(self.proposed, None))


class PeopleList(QWidget):
    """The cards of all persons, and what no change mends."""

    pictureChosen = Signal(str, object)
    soundChosen = Signal(str, object)
    proposedWanted = Signal(str)
    decisionWanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.cards: dict[str, PersonCard] = {}
        self._shown: tuple[object, ...] = ()
        self._list = column(gap=8)
        self.area: QScrollArea = scrolling(
            ScrollContent(column(self._list, None, gap=0, margins=(0, 0, 8, 0)))
        )
        self.setLayout(column(self.area))

    def show_project(self, project: RedactionProject, *, may_change: bool) -> None:
        """Show everybody."""
        shown = (project.people, project.left, project.is_passed, may_change)
        if shown == self._shown:
            return
        self._shown = shown
        place = self.area.verticalScrollBar().value()
        both = (one for card in self.cards.values() for one in (card.picture, card.sound))
        name = next((one.accessibleName() for one in both if one.hasFocus()), "")
        clear(self._list)
        self.cards = {}
        if not project.is_passed:
            self._list.addWidget(self._left(project))
        # Those for whom something is done stand first; else the order of appearance.
        for person in sorted(project.people, key=lambda one: not _is_concerned(one)):
            card = PersonCard(person, may_change=may_change)
            card.pictureChosen.connect(self.pictureChosen)
            card.soundChosen.connect(self.soundChosen)
            card.proposedWanted.connect(self.proposedWanted)
            self.cards[person.treatment.person] = card
            self._list.addWidget(card)
            for choice in (card.picture, card.sound):
                if name and choice.accessibleName() == name:
                    choice.setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.verticalScrollBar().setValue(place)

    def _left(self, project: RedactionProject) -> QWidget:
        card = Card(
            label(self.tr("No change here mends this"), "strong", wraps=True),
            gap=6,
            margins=12,
            role="warning",
        )
        rules = tuple(dict.fromkeys(item.rule for item in project.left))
        for rule in rules[:3]:
            card.body.addWidget(label(rule_text(rule), wraps=True))
        rest = len(rules) - 3
        if rest > 0:
            card.body.addWidget(label(self.tr("and %n more rule(s)", "", rest), "small"))
        card.body.addLayout(
            row(button(self.tr("See the decision"), self.decisionWanted.emit), None)
        )
        return card

    def show_person(self, person: str) -> None:
        """Bring a person's card into sight."""
        card = self.cards.get(person)
        if card is not None:
            self.area.ensureWidgetVisible(card, 0, 8)


class UnsureList(QWidget):
    """Moments somebody should look at; each can be marked as looked at."""

    chosen = Signal(object)
    looked = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[object, ...] = ()
        self.ticks: dict[UnsureMoment, QCheckBox] = {}
        self._list = column(gap=4)
        self.area = scrolling(ScrollContent(column(self._list, None, gap=0, margins=(0, 0, 8, 0))))
        self.setLayout(column(self.area))

    def show_moments(
        self,
        moments: tuple[UnsureMoment, ...],
        looked: frozenset[UnsureMoment],
        *,
        has_faces: bool,
    ) -> None:
        """Show these moments."""
        shown = (moments, has_faces)
        if shown == self._shown:
            for moment, tick in self.ticks.items():
                tick.setChecked(moment in looked)
            return
        self._shown = shown
        clear(self._list)
        self.ticks = {}
        if not moments:
            words = (
                self.tr("Every face was found with certainty.")
                if has_faces
                else self.tr("Faces were not looked for yet.")
            )
            self._list.addWidget(label(words, "muted", wraps=True))
        for moment in moments:
            self._list.addWidget(self._row(moment, is_looked=moment in looked))

    def _row(self, moment: UnsureMoment, *, is_looked: bool) -> QWidget:
        times, why = range_words(moment.edit), unsure_words(moment.reason)
        made = LayoutButton(f"{times}, {why}")
        made.hold(
            column(TimeLabel(times, "strong"), label(why, wraps=True), gap=2, margins=(6, 4, 6, 4))
        )
        made.clicked.connect(partial(self._choose, moment))
        tick = QCheckBox()
        tick.setChecked(is_looked)
        tick.setAccessibleName(self.tr("Looked at: {range}").format(range=times))
        tick.setToolTip(self.tr("I looked at it (U)"))
        tick.clicked.connect(lambda is_on: self.looked.emit(moment, is_on))
        self.ticks[moment] = tick
        box = row(tick, gap=4)
        box.addWidget(made, 1)
        return holding(box)

    def _choose(self, moment: UnsureMoment, _checked: bool = False) -> None:
        self.chosen.emit(moment)
