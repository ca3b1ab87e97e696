"""Fields of the plan for publishing. "Not stated" is an answer of its own in every one of them."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QDateTime, Qt, Signal
from PySide6.QtWidgets import QDateTimeEdit, QLineEdit, QWidget

from consentkit.domain.plan import Appearance
from consentkit.kernel.limits import NAME_MAX_CHARS
from consentkit.ui.check.plan_words import People
from consentkit.ui.proofs.flowing import flowing
from consentkit.ui.recording.choices import OneOf, SomeOf
from consentkit.ui.widgets.labels import label
from consentkit.ui.widgets.layout import Item, clear, column, holding

translate = QCoreApplication.translate


class Stated(StrEnum):
    """The three states of most answers."""

    NOT = "not-stated"
    NO = "no"
    YES = "yes"


class Field(QWidget):
    """A question of the plan with its control; fill its ``body``."""

    changed = Signal()

    def __init__(self, title: str, *controls: Item, hint: str = "") -> None:
        super().__init__()
        self.title = label(title, "strong", wraps=True)
        self.body = column(self.title, gap=4)
        if hint:
            self.body.addWidget(label(hint, "small", wraps=True))
        for control in controls:
            if isinstance(control, QWidget):
                self.body.addWidget(control)
        self.setLayout(self.body)
        self.setAccessibleName(title)

    def go(self) -> None:
        """Give the keyboard to the first control."""
        for child in self.findChildren(QWidget):
            takes_keys = child.focusPolicy() & Qt.FocusPolicy.TabFocus
            if takes_keys and child.isVisibleTo(self) and child.isEnabled():
                child.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return


def line_edit(name: str, hint: str, limit: int = NAME_MAX_CHARS) -> QLineEdit:
    """Return a field for a short text."""
    made = QLineEdit()
    made.setMaxLength(limit)
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    return made


class TruthField(Field):
    """Not stated, no, or yes."""

    def __init__(self, title: str, hint: str = "") -> None:
        super().__init__(title, hint=hint)
        self.choice: OneOf[Stated] = OneOf(title, stated_words(self.tr("No"), self.tr("Yes")))
        self.choice.chosen.connect(self.changed)
        self.body.addWidget(self.choice)
        self.set_value(None)

    @property
    def value(self) -> bool | None:
        """What is stated; None for nothing."""
        return truth_of(self.choice.value)

    def set_value(self, value: bool | None) -> None:
        """Show what is stated."""
        self.choice.set_value(stated_of(value))


def stated_words(no: str, yes: str) -> tuple[tuple[Stated, str], ...]:
    """Return the three states with their words."""
    return ((Stated.NOT, translate("decision", "Not stated")), (Stated.NO, no), (Stated.YES, yes))


def truth_of(stated: Stated | None) -> bool | None:
    """Return what a state says."""
    return {Stated.NO: False, Stated.YES: True}.get(stated) if stated is not None else None


def stated_of(value: object) -> Stated:
    """Return the state of a value: None is not stated, what is false or empty is no."""
    if value is None:
        return Stated.NOT
    return Stated.YES if value else Stated.NO


class TextField(Field):
    """A text; an empty one was not stated."""

    def __init__(self, title: str, hint: str = "") -> None:
        super().__init__(title, hint=hint)
        self.line = line_edit(title, self.tr("Not stated"))
        self.line.textChanged.connect(lambda _text: self.changed.emit())
        self.body.addWidget(self.line)

    @property
    def value(self) -> str | None:
        """The text; None for none."""
        return self.line.text().strip() or None

    def set_value(self, value: str | None) -> None:
        """Show a text."""
        if (value or "") != self.line.text():
            self.line.setText(value or "")


class NamesField(Field):
    """Several names with commas between."""

    def __init__(self, title: str, hint: str) -> None:
        super().__init__(title, hint=hint)
        self.line = line_edit(title, self.tr("Nobody"), 2000)
        self.line.textChanged.connect(lambda _text: self.changed.emit())
        self.body.addWidget(self.line)

    @property
    def value(self) -> tuple[str, ...]:
        """The names."""
        return names_of(self.line.text())

    def set_value(self, value: tuple[str, ...]) -> None:
        """Show names."""
        if value != self.value:
            self.line.setText(", ".join(value))


def names_of(text: str) -> tuple[str, ...]:
    """Return the names in a text with commas between them."""
    return tuple(name for part in text.split(",") if (name := part.strip()))


class SponsorField(Field):
    """Not stated, nobody, or somebody by name."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        words = stated_words(self.tr("Nobody"), self.tr("A sponsor"))
        self.choice: OneOf[Stated] = OneOf(title, words)
        self.name = line_edit(title, self.tr("Name of the sponsor"))
        self.choice.chosen.connect(self._chosen)
        self.name.textChanged.connect(lambda _text: self.changed.emit())
        self.body.addWidget(self.choice)
        self.body.addWidget(self.name)
        self.set_value(None)

    def _chosen(self) -> None:
        is_named = self.choice.value is Stated.YES
        self.name.setVisible(is_named)
        if is_named:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    @property
    def value(self) -> str | None:
        """The name, empty for nobody; None where it is not stated or has no name yet."""
        if self.choice.value is Stated.YES:
            return self.name.text().strip() or None
        return "" if self.choice.value is Stated.NO else None

    def set_value(self, value: str | None) -> None:
        """Show who it is."""
        self.choice.set_value(stated_of(value))
        self.name.setVisible(bool(value))
        if value and value != self.name.text().strip():
            self.name.setText(value)


class MomentField(Field):
    """At once, or at a moment; times are those of this machine.

    Args:
        title: The question.
        now: Tells the present, for the moment that is offered first.
    """

    def __init__(self, title: str, now: Callable[[], datetime]) -> None:
        super().__init__(title)
        self._now = now
        options = (
            (Stated.NO, self.tr("As soon as it is ready")),
            (Stated.YES, self.tr("On a date")),
        )
        self.choice: OneOf[Stated] = OneOf(title, options)
        self.edit = QDateTimeEdit()
        self.edit.setCalendarPopup(True)
        self.edit.setAccessibleName(title)
        self.choice.chosen.connect(self._chosen)
        self.edit.dateTimeChanged.connect(lambda _moment: self.changed.emit())
        self.body.addWidget(self.choice)
        self.body.addWidget(flowing(self.edit))
        self.set_value(None)

    def _chosen(self) -> None:
        if self.choice.value is Stated.YES and not self.edit.isVisible():
            tomorrow = self._now() + timedelta(days=1)
            self._show(tomorrow.replace(minute=0, second=0, microsecond=0))
        self.edit.setVisible(self.choice.value is Stated.YES)
        self.changed.emit()

    def _show(self, moment: datetime) -> None:
        self.edit.blockSignals(True)
        self.edit.setDateTime(QDateTime.fromSecsSinceEpoch(int(moment.timestamp())))
        self.edit.blockSignals(False)

    @property
    def value(self) -> datetime | None:
        """The moment; None for at once."""
        if self.choice.value is not Stated.YES:
            return None
        return datetime.fromtimestamp(self.edit.dateTime().toSecsSinceEpoch(), UTC)

    def set_value(self, value: datetime | None) -> None:
        """Show a moment."""
        self.choice.set_value(Stated.NO if value is None else Stated.YES)
        self.edit.setVisible(value is not None)
        if value is not None:
            self._show(value)


class AppearancesField(Field):
    """Not stated, nobody else, or people of this video and material of one's own."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        words = stated_words(self.tr("Nobody else"), self.tr("These"))
        self.choice: OneOf[Stated] = OneOf(title, words)
        self.choice.chosen.connect(self._chosen)
        self._place = column(gap=4)
        self._people: SomeOf[str] | None = None
        self.material = line_edit(title, self.tr("Your own material, in words"))
        self.material.textChanged.connect(lambda _text: self.changed.emit())
        self._more = holding(column(self._place, self.material, gap=4))
        self.body.addWidget(self.choice)
        self.body.addWidget(self._more)
        self._more.hide()
        self.choice.set_value(Stated.NOT)

    def set_people(self, people: People) -> None:
        """Offer these people."""
        chosen = self._people.values if self._people is not None else frozenset()
        clear(self._place)
        self._people = SomeOf(self.title.text(), people)
        self._people.set_values(chosen)
        self._people.chosen.connect(self.changed)
        self._place.addWidget(self._people)

    def _chosen(self) -> None:
        self._more.setVisible(self.choice.value is Stated.YES)
        self.changed.emit()

    @property
    def value(self) -> tuple[Appearance, ...] | None:
        """Who and what is used; None where nothing is stated yet."""
        if self.choice.value is Stated.NO:
            return ()
        if self.choice.value is not Stated.YES:
            return None
        people = sorted(self._people.values) if self._people is not None else []
        found = [Appearance(person=one) for one in people]
        if text := self.material.text().strip():
            found.append(Appearance(material=text))
        return tuple(found) or None

    def set_value(self, value: tuple[Appearance, ...] | None) -> None:
        """Show who and what is used."""
        self.choice.set_value(stated_of(value))
        self._more.setVisible(bool(value))
        if self._people is not None:
            self._people.set_values(frozenset(item.person for item in value or () if item.person))
        text = ", ".join(item.material for item in value or () if item.material)
        if text != self.material.text().strip():
            self.material.setText(text)
