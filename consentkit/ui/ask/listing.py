"""What was asked: a row for each asking, with what came of it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from consentkit.domain.asking import Asking
from consentkit.ui.ask.presenter import AskingList
from consentkit.ui.ask.words import (
    MARK_LOOKS,
    asking_title,
    last_mark,
    mark_word,
    marks_line,
    spaced_digits,
)
from consentkit.ui.messages import format_clock, format_date
from consentkit.ui.theme import set_role
from consentkit.ui.widgets.buttons import button, icon_button
from consentkit.ui.widgets.chips import Chip
from consentkit.ui.widgets.labels import ElidedLabel, label
from consentkit.ui.widgets.layout import clear, column, row


class AskingRows(QWidget):
    """The askings of today, and older ones that still wait for their recording."""

    dismissed = Signal(object)
    opened = Signal(str)
    recordOpened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("What you asked"))
        self._names: Mapping[str, str] = {}
        self._list = column(gap=8)
        self.setLayout(self._list)

    def show_askings(self, lists: AskingList, names: Mapping[str, str]) -> None:
        """Show these, with the languages' own names."""
        self._names = names
        clear(self._list)
        if not lists.today and not lists.earlier:
            words = self.tr(
                "Nothing was asked today. What you mark on a card waits here until you add the"
                " recording; the marks are then found in it by their time."
            )
            self._list.addWidget(label(words, "muted", wraps=True))
        for asking in lists.today:
            self._list.addWidget(self._row(asking))
        if lists.earlier:
            self._list.addSpacing(8)
            self._list.addWidget(label(self.tr("Earlier, still waiting"), "strong"))
        for asking in lists.earlier:
            self._list.addWidget(self._row(asking, has_date=True))
        self._list.addStretch(1)

    def _language(self, asking: Asking) -> str:
        return self._names.get(asking.notice.language, asking.notice.language)

    def _row(self, asking: Asking, *, has_date: bool = False) -> QFrame:
        kind = last_mark(asking)
        icon, tone = MARK_LOOKS[kind]
        chip = Chip(mark_word(kind), icon, tone)
        title = ElidedLabel(asking_title(asking, self._language(asking)), "strong")
        moment = format_clock(asking.created_at)
        if has_date:
            moment = f"{format_date(asking.created_at)}, {moment}"
        parts = [moment, spaced_digits(asking.number.digits)]
        if asking.partner:
            # Isolates keep a right-to-left name from turning the number around.
            parts.insert(1, f"\u2068{self._language(asking)}\u2069")
        about = ElidedLabel(" · ".join(parts), "small")
        about.setAccessibleDescription(marks_line(asking))
        top = row(gap=8)
        top.addWidget(title, 1)
        top.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        frame = QFrame()
        set_role(frame, "card")
        frame.setLayout(column(top, about, self._foot(asking), gap=4, margins=(12, 8, 8, 8)))
        frame.setAccessibleName(
            f"{asking_title(asking, self._language(asking))}, {mark_word(kind)}"
        )
        return frame

    def _foot(self, asking: Asking) -> QBoxLayout:
        if asking.consent_id:
            seen = button(self.tr("On record"), lambda: self.recordOpened.emit(asking), kind="link")
            return row(seen, None)
        box = row(
            button(self.tr("Open the card"), lambda: self.opened.emit(asking.id), kind="link"),
            None,
            gap=8,
        )
        box.addWidget(
            icon_button(
                "close",
                self.tr("Take {name} off the list").format(
                    name=asking_title(asking, self._language(asking))
                ),
                lambda: self.dismissed.emit(asking),
                size=16,
            )
        )
        return box
