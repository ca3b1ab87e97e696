"""Fields of the plan that hold several entries: what was changed, complaints, doubts, notes."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QDateTime, Signal
from PySide6.QtWidgets import QDateTimeEdit, QLineEdit, QWidget

from consentkit.domain.plan import (
    AgeDoubt,
    Complaint,
    Disclosure,
    Override,
    Redaction,
    RedactionKind,
)
from consentkit.kernel.errors import InputError
from consentkit.kernel.timebase import TimeRange, format_time, parse_range
from consentkit.ui.check.decision_words import rule_text
from consentkit.ui.check.plan_fields import (
    Field,
    Stated,
    line_edit,
    names_of,
    stated_of,
    stated_words,
)
from consentkit.ui.check.plan_words import People, redaction_name
from consentkit.ui.recording.choices import ElidingCombo, OneOf
from consentkit.ui.widgets.buttons import button, icon_button
from consentkit.ui.widgets.labels import ElidedLabel
from consentkit.ui.widgets.layout import clear, column, holding, row

T = TypeVar("T")
translate = QCoreApplication.translate


class Entry(QWidget, Generic[T]):
    """One entry of a list.

    Args:
        read: Returns what it says, or None while that could not be kept.
        lines: Its controls.
    """

    changed = Signal()
    removed = Signal()

    def __init__(self, read: Callable[[], T | None], *lines: tuple[QWidget, ...]) -> None:
        super().__init__()
        self._read = read
        name = translate("decision", "Take it off")
        self._remove = icon_button("close", name, self.removed.emit, size=16)
        rows = []
        for place, widgets in enumerate(lines):
            made = row(gap=4)
            for widget in widgets:
                made.addWidget(widget, 1)
            if place == 0:
                made.addWidget(self._remove)
            rows.append(made)
        self.setLayout(column(*rows, gap=4))

    @property
    def value(self) -> T | None:
        """What it says; None while it says nothing that could be kept."""
        return self._read()


def combo(name: str, options: Iterable[tuple[str, str]], chosen: str) -> ElidingCombo:
    """Return a list with one of its options chosen; an unknown one is shown as it is."""
    made = ElidingCombo()
    made.setAccessibleName(name)
    for value, text in options:
        made.addItem(text, value)
    place = made.findData(chosen)
    if place < 0:
        made.addItem(chosen, chosen)
        place = made.count() - 1
    made.setCurrentIndex(place)
    return made


def range_text(stretch: TimeRange | None) -> str:
    """Return a stretch as it is typed; empty for the whole video."""
    if stretch is None:
        return ""
    return f"{format_time(stretch.start, decimals=3)}-{format_time(stretch.end, decimals=3)}"


def mark(field: QWidget, *, is_wrong: bool) -> None:
    """Show whether what is typed can be taken."""
    field.setProperty("invalid", "true" if is_wrong else "false")
    field.style().unpolish(field)
    field.style().polish(field)


class RangeLine(QLineEdit):
    """A stretch as text; empty for the whole video."""

    def __init__(self, name: str, stretch: TimeRange | None) -> None:
        super().__init__(range_text(stretch))
        self._given = stretch
        self.setAccessibleName(name)
        self.setPlaceholderText(self.tr("Whole video, or 0:10-0:25.5"))
        self.textChanged.connect(lambda _text: mark(self, is_wrong=not self.is_right))

    @property
    def stretch(self) -> TimeRange | None:
        """The stretch; None for the whole video."""
        if self.text() == range_text(self._given):
            return self._given  # As exact as it came.
        return parse_range(self.text()) if self.text().strip() else None

    @property
    def is_right(self) -> bool:
        """Whether the text is a stretch."""
        try:
            return self.stretch is None or self.stretch.duration > 0
        except InputError:
            return False


class RedactionEntry(Entry[Redaction]):
    """What was done, for whom, and where."""

    def __init__(self, people: People, given: Redaction | None = None) -> None:
        first = given or Redaction(RedactionKind.BLUR_FACE)
        kinds = ((kind.value, redaction_name(kind)) for kind in RedactionKind)
        self._kind = combo(translate("decision", "What was done"), kinds, first.kind.value)
        everybody = ("", translate("decision", "Everybody"))
        self._person = combo(translate("decision", "For whom"), (everybody, *people), first.person)
        self._range = RangeLine(translate("decision", "Where"), first.edit)
        super().__init__(self._said, (self._kind, self._person), (self._range,))
        for made in (self._kind, self._person):
            made.currentIndexChanged.connect(lambda _place: self.changed.emit())
        self._range.textChanged.connect(lambda _text: self.changed.emit())

    def _said(self) -> Redaction | None:
        if not self._range.is_right:
            return None
        kind = RedactionKind(self._kind.currentData())
        return Redaction(kind, self._person.currentData(), self._range.stretch)


class ComplaintEntry(Entry[Complaint]):
    """When a complaint came, about whom, and what was chosen to be done."""

    def __init__(self, people: People, now: datetime, given: Complaint | None = None) -> None:
        first = given or Complaint(now.replace(second=0, microsecond=0))
        self._given = given
        self._when = QDateTimeEdit()
        self._when.setCalendarPopup(True)
        self._when.setAccessibleName(translate("decision", "When it came"))
        self._when.setDateTime(QDateTime.fromSecsSinceEpoch(int(first.received_at.timestamp())))
        somebody = ("", translate("decision", "Somebody else"))
        self._person = combo(translate("decision", "About whom"), (somebody, *people), first.person)
        self._remedy = line_edit(
            translate("decision", "What you do about it"),
            translate("decision", "What you do about it"),
        )
        self._remedy.setText(first.remedy)
        super().__init__(self._said, (self._when, self._person), (self._remedy,))
        self._when.dateTimeChanged.connect(lambda _moment: self.changed.emit())
        self._person.currentIndexChanged.connect(lambda _place: self.changed.emit())
        self._remedy.textChanged.connect(lambda _text: self.changed.emit())

    def _said(self) -> Complaint | None:
        when = datetime.fromtimestamp(self._when.dateTime().toSecsSinceEpoch(), UTC)
        return Complaint(when, self._person.currentData(), self._remedy.text().strip())


class DoubtEntry(Entry[AgeDoubt]):
    """Whose age is doubted, and which two people cleared the doubt."""

    def __init__(self, people: People, given: AgeDoubt | None = None) -> None:
        person = given.person if given is not None else (people[0][0] if people else "")
        cleared = given.cleared_by if given is not None else ()
        self._person = combo(translate("decision", "Whose age"), people, person)
        self._names = line_edit(
            translate("decision", "Cleared by"),
            translate("decision", "Two names, once two people cleared it"),
        )
        self._names.setText(", ".join(cleared))
        super().__init__(self._said, (self._person,), (self._names,))
        self._person.currentIndexChanged.connect(lambda _place: self.changed.emit())
        self._names.textChanged.connect(lambda _text: self.changed.emit())

    def _said(self) -> AgeDoubt | None:
        person = self._person.currentData()
        return AgeDoubt(person, names_of(self._names.text())) if person else None


class DisclosureEntry(Entry[Disclosure]):
    """A stretch, and what viewers are told about it."""

    def __init__(self, given: Disclosure | None = None) -> None:
        stretch = given.edit if given is not None else None
        self._range = RangeLine(translate("decision", "Where"), stretch)
        self._range.setPlaceholderText("0:10-0:25.5")
        self._note = line_edit(
            translate("decision", "What viewers are told"),
            translate("decision", "What viewers are told"),
            2000,
        )
        self._note.setText(given.note if given is not None else "")
        super().__init__(self._said, (self._range,), (self._note,))
        self._range.textChanged.connect(lambda _text: self.changed.emit())
        self._note.textChanged.connect(lambda _text: self.changed.emit())

    def _said(self) -> Disclosure | None:
        stretch = self._range.stretch if self._range.is_right else None
        note = self._note.text().strip()
        return Disclosure(stretch, note) if stretch is not None and note else None


class OverrideEntry(Entry[Override]):
    """A rule that is overruled, and why."""

    def __init__(self, people: People, given: Override) -> None:
        self._given = given
        name = dict(people).get(given.person, given.person)
        rule = rule_text(given.rule)
        words = ElidedLabel(f"{rule} ({name})" if name else rule)
        self._reason = line_edit(
            translate("decision", "Why it is overruled"),
            translate("decision", "A reason somebody else can follow"),
            2000,
        )
        self._reason.setText(given.reason)
        super().__init__(self._said, (words,), (self._reason,))
        self._reason.textChanged.connect(lambda _text: self.changed.emit())

    def _said(self) -> Override | None:
        reason = self._reason.text().strip()
        return Override(self._given.rule, reason, self._given.person) if reason else None


class EntriesField(Field, Generic[T]):
    """A list of entries.

    Args:
        title: The question.
        none: Words for an empty list; empty where there is no difference to "not stated".
        some: Words for a list that is not empty.
        add: Words of the button that adds an entry; empty for none.
        make: Makes an entry of a value, or a fresh one of None where there is such a button.
    """

    def __init__(
        self,
        title: str,
        none: str,
        some: str,
        add: str,
        make: Callable[[T | None], Entry[T] | None],
        *,
        hint: str = "",
    ) -> None:
        super().__init__(title, hint=hint)
        self._make = make
        self._entries: list[Entry[T]] = []
        self.choice: OneOf[Stated] | None = None
        if none:
            self.choice = OneOf(title, stated_words(none, some))
            self.choice.chosen.connect(self._chosen)
            self.body.addWidget(self.choice)
        self._list = column(gap=8)
        self.add_button = button(add, self.add, kind="link", icon="plus")
        self._more = holding(column(self._list, row(self.add_button, None), gap=4))
        if not add:
            self.add_button.setAccessibleName(title)
            self.add_button.hide()
        self.body.addWidget(self._more)
        self.set_value(None)

    def _chosen(self) -> None:
        is_some = self.choice is not None and self.choice.value is Stated.YES
        self._more.setVisible(is_some)
        if is_some and not self._entries:
            self.add()
        else:
            self.changed.emit()

    def add(self) -> None:
        """Add a fresh entry."""
        self._append(self._make(None))
        self.changed.emit()

    def _append(self, entry: Entry[T] | None) -> None:
        if entry is None:
            return
        self._entries.append(entry)
        entry.changed.connect(self.changed)
        entry.removed.connect(lambda: self._remove(entry))
        self._list.addWidget(entry)

    def _remove(self, entry: Entry[T]) -> None:
        self._entries.remove(entry)
        self._list.removeWidget(entry)
        entry.hide()
        entry.deleteLater()
        self.changed.emit()

    @property
    def value(self) -> tuple[T, ...] | None:
        """The entries that say something; None where nothing is stated yet."""
        found = tuple(one for entry in self._entries if (one := entry.value) is not None)
        if self.choice is None:
            return found
        if self.choice.value is Stated.NO:
            return ()
        return found or None if self.choice.value is Stated.YES else None

    def set_value(self, value: tuple[T, ...] | None) -> None:
        """Show entries."""
        clear(self._list)
        self._entries = []
        for item in value or ():
            self._append(self._make(item))
        if self.choice is not None:
            self.choice.set_value(stated_of(value))
            self._more.setVisible(bool(value))
