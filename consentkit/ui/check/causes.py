"""What stands in the way, by person and reason, where, and the one thing to do about it."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QWidget

from consentkit.domain.coverage import Lane
from consentkit.kernel.limits import NAME_MAX_CHARS
from consentkit.services.check_reading import Matter, Person
from consentkit.services.check_views import CheckSpan, ConversationTotal, EditCheck
from consentkit.ui.check.lanes_paint import LOOKS
from consentkit.ui.check.words import (
    Remedy,
    conditions_words,
    group_name,
    lane_name,
    range_words,
    reasons_of,
    remedy_of,
    remedy_words,
    verdict_name,
)
from consentkit.ui.widgets.buttons import LayoutButton, button
from consentkit.ui.widgets.chips import Chip
from consentkit.ui.widgets.labels import TimeLabel, icon_label, label
from consentkit.ui.widgets.layout import Card, column, row

_ROWS = 6
"""Stretches shown of one cause before the rest is folded away."""

_LANE_ICONS = {Lane.PICTURE: "image", Lane.SOUND: "volume"}


@dataclass(frozen=True, slots=True)
class Cause:
    """Matters of one person with one reason.

    Attributes:
        matters: In order of time; never empty.
    """

    matters: tuple[Matter, ...]

    @property
    def first(self) -> Matter:
        """The first matter, which stands for all."""
        return self.matters[0]


def causes_of(matters: tuple[Matter, ...]) -> tuple[Cause, ...]:
    """Return the matters by person and reason, people together, in order of first appearance."""
    people: dict[str, dict[tuple[object, ...], list[Matter]]] = {}
    for matter in matters:
        cause = (matter.verdict, matter.reasons, matter.details, matter.conditions)
        people.setdefault(matter.key, {}).setdefault(cause, []).append(matter)
    return tuple(Cause(tuple(found)) for causes in people.values() for found in causes.values())


def verdict_chip(item: CheckSpan | Matter | Person | ConversationTotal) -> Chip:
    """Return the chip of a verdict."""
    look = LOOKS[item.verdict]
    return Chip(verdict_name(item.verdict), look.icon, look.tone)


class OwnForm(QWidget):
    """Asks why a stretch is the creator's own material."""

    marked = Signal(object, str)
    """The matters, and why."""

    left = Signal()

    def __init__(self, cause: Cause, chosen: Matter | None) -> None:
        super().__init__()
        self._cause = cause
        self._chosen = chosen if chosen is not None and chosen in cause.matters else cause.first
        self.reason = QLineEdit()
        self.reason.setMaxLength(NAME_MAX_CHARS)
        self.reason.setPlaceholderText(self.tr("For example: my intro"))
        self.reason.setAccessibleName(self.tr("Why it is your own"))
        self.all = QCheckBox(self.tr("All stretches of this kind"))
        self.all.setVisible(len(cause.matters) > 1)
        self.do = button(self.tr("Mark as my own"), self._mark, kind="primary")
        self.do.setEnabled(False)
        self.reason.textChanged.connect(lambda text: self.do.setEnabled(bool(text.strip())))
        self.reason.returnPressed.connect(self._mark)
        question = self.tr("Why is {range} your own?").format(range=range_words(self._chosen.edit))
        self.setLayout(
            column(
                label(question, "strong", wraps=True),
                self.reason,
                self.all,
                row(None, button(self.tr("Cancel"), self.left.emit), self.do),
                gap=8,
            )
        )

    def _mark(self) -> None:
        reason = self.reason.text().strip()
        if reason:
            matters = self._cause.matters if self.all.isChecked() else (self._chosen,)
            self.marked.emit(matters, reason)


class RemedyPart(QWidget):
    """The one thing to do about a matter; for own material it asks why."""

    acted = Signal(object, object)
    marked = Signal(object, str)

    def __init__(
        self, check: EditCheck, cause: Cause, chosen: Matter | None, is_read_only: bool
    ) -> None:
        super().__init__()
        self._cause, self._chosen = cause, chosen
        self._form: OwnForm | None = None
        remedy = remedy_of(cause.first)
        self.remedy = button(remedy_words(remedy), partial(self._act, remedy))
        can_mark = check.is_saved and not is_read_only and not check.is_provisional
        self.remedy.setEnabled(remedy is not Remedy.MARK_OWN or can_mark)
        self._body = column(row(self.remedy, None), gap=8)
        self.setLayout(self._body)

    def _act(self, remedy: Remedy) -> None:
        if remedy is Remedy.MARK_OWN:
            self.open_form()
        else:
            self.acted.emit(self._chosen or self._cause.first, remedy)

    def open_form(self) -> None:
        """Ask why it is the creator's own."""
        if self._form is not None:
            return
        self.remedy.hide()
        form = OwnForm(self._cause, self._chosen)
        form.marked.connect(self.marked)
        form.left.connect(self._close_form)
        self._form = form
        self._body.addWidget(form)
        form.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def form(self) -> OwnForm | None:
        """The question that is open, if one is."""
        return self._form

    def _close_form(self) -> None:
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
            self._form = None
        self.remedy.show()


class CauseCard(Card):
    """A person, what stands in the way, where, and the one thing to do about it."""

    chosen = Signal(object)

    def __init__(
        self, check: EditCheck, cause: Cause, is_read_only: bool, is_first_of_person: bool
    ) -> None:
        super().__init__(gap=6, margins=12)
        self.cause = cause
        self.rows: list[LayoutButton] = []
        if is_first_of_person:
            self.body.addWidget(label(group_name(check, cause.first.key), "strong", wraps=True))
        self.body.addLayout(row(verdict_chip(cause.first), None))
        for words in reasons_of(cause.first.reasons, cause.first.details):
            self.body.addWidget(label(words, wraps=True))
        if cause.first.conditions:
            self.body.addWidget(label(conditions_words(cause.first.conditions), wraps=True))
        self._list = column(gap=0)
        self.body.addLayout(self._list)
        self._add_rows(cause.matters[:_ROWS])
        rest = cause.matters[_ROWS:]
        if rest:
            more = button(self.tr("%n more", "", len(rest)), kind="link")
            more.clicked.connect(partial(self._unfold, rest, more))
            self.body.addLayout(row(more, None))
        self.remedy = RemedyPart(check, cause, None, is_read_only)
        self.body.addWidget(self.remedy)

    def _add_rows(self, matters: tuple[Matter, ...]) -> None:
        for matter in matters:
            words = ", ".join(lane_name(lane) for lane in matter.lanes)
            made = LayoutButton(f"{range_words(matter.edit)}, {words}")
            marks = [icon_label(_LANE_ICONS[lane], "muted", 16) for lane in matter.lanes]
            times = TimeLabel(range_words(matter.edit))
            made.hold(row(times, None, *marks, gap=6, margins=(6, 4, 6, 4)))
            made.setToolTip(words)
            made.clicked.connect(partial(self._chosen, matter))
            self.rows.append(made)
            self._list.addWidget(made)

    def _unfold(
        self,
        rest: tuple[Matter, ...],
        more: QPushButton,
        _checked: bool = False,
    ) -> None:
        more.hide()
        self._add_rows(rest)

    def _chosen(self, matter: Matter, _checked: bool = False) -> None:
        self.chosen.emit(matter)
