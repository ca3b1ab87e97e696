"""Fields of the plan that hold a place: a platform, countries, one country."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt

from consentkit.domain.scope import WORLD
from consentkit.ui.check.plan_fields import Field, Stated, line_edit
from consentkit.ui.check.plan_words import Option
from consentkit.ui.messages import country_name
from consentkit.ui.proofs.flowing import flowing
from consentkit.ui.recording.choices import OneOf, SearchCombo, countries
from consentkit.ui.widgets.buttons import button
from consentkit.ui.widgets.layout import clear, column, holding


class PlaceField(Field):
    """One of some known places, or another by its name.

    Args:
        title: The question.
        options: Values and words of those that are offered.
        other: Words for another one; empty where there is none.
        is_required: "Not stated" is not offered.
    """

    def __init__(
        self,
        title: str,
        options: Sequence[Option],
        other: str,
        *,
        hint: str = "",
        is_required: bool = False,
    ) -> None:
        super().__init__(title, hint=hint)
        self._known = {value for value, _ in options}
        unstated = () if is_required else ((Stated.NOT.value, self.tr("Not stated")),)
        last = ((Stated.YES.value, other),) if other else ()
        self.choice: OneOf[str] = OneOf(title, (*unstated, *options, *last))
        self.name = line_edit(title, self.tr("Its name"))
        self.choice.chosen.connect(self._chosen)
        self.name.textChanged.connect(lambda _text: self.changed.emit())
        self.body.addWidget(self.choice)
        self.body.addWidget(self.name)
        self.name.hide()

    def _chosen(self) -> None:
        is_other = self.choice.value == Stated.YES.value
        self.name.setVisible(is_other)
        if is_other:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    @property
    def value(self) -> str | None:
        """The place in lower case; None where it is not stated or has no name yet."""
        chosen = self.choice.value
        if chosen == Stated.YES.value:
            return self.name.text().strip().casefold() or None
        return None if chosen == Stated.NOT.value else chosen

    def set_value(self, value: str | None) -> None:
        """Show a place."""
        is_other = value is not None and value not in self._known
        self.name.setVisible(is_other)
        if is_other:
            if value != self.value:
                self.name.setText(value or "")
            self.choice.set_value(Stated.YES.value)
        else:
            self.choice.set_value(Stated.NOT.value if value is None else value)


class TerritoryField(Field):
    """Not stated, the whole world, or some countries."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        options = (
            (Stated.NOT, self.tr("Not stated")),
            (Stated.YES, self.tr("The whole world")),
            (Stated.NO, self.tr("Some countries")),
        )
        self._codes: tuple[str, ...] = ()
        self.choice: OneOf[Stated] = OneOf(title, options)
        self.choice.chosen.connect(self._chosen)
        self.search = SearchCombo(self.tr("Add a country"), countries)
        self.search.picked.connect(self.add)
        self._chips = column(gap=4)
        self._more = holding(column(self._chips, self.search, gap=4))
        self.body.addWidget(self.choice)
        self.body.addWidget(self._more)
        self.set_value(None)

    def _chosen(self) -> None:
        self._more.setVisible(self.choice.value is Stated.NO)
        self.changed.emit()

    def add(self, code: str) -> None:
        """Add a country."""
        if code and code not in self._codes:
            self._codes = (*self._codes, code)
            self._show()
            self.changed.emit()
        self.search.setCurrentIndex(0)

    def _remove(self, code: str) -> None:
        self._codes = tuple(one for one in self._codes if one != code)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        clear(self._chips)
        chips = [
            button(country_name(code), partial(self._remove, code), kind="chip", icon="close")
            for code in self._codes
        ]
        for chip, code in zip(chips, self._codes, strict=True):
            name = self.tr("Take {country} off").format(country=country_name(code))
            chip.setAccessibleName(name)
            chip.setToolTip(name)
        if chips:
            self._chips.addWidget(flowing(*chips, gap=4))

    @property
    def value(self) -> tuple[str, ...] | None:
        """Codes of the countries, or ``WORLD`` alone; None where none is stated yet."""
        if self.choice.value is Stated.YES:
            return (WORLD,)
        return self._codes or None if self.choice.value is Stated.NO else None

    def set_value(self, value: tuple[str, ...] | None) -> None:
        """Show a territory."""
        is_some = value is not None and WORLD not in value
        if value is None:
            self.choice.set_value(Stated.NOT)
        else:
            self.choice.set_value(Stated.NO if is_some else Stated.YES)
        codes = value if is_some and value is not None else ()
        if codes != self._codes:
            self._codes = codes
            self._show()
        self._more.setVisible(is_some)


class CountryField(Field):
    """One country, or none."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.search = SearchCombo(self.tr("Not stated"), countries)
        self.search.setAccessibleName(title)
        self.search.picked.connect(lambda _code: self.changed.emit())
        self.body.addWidget(self.search)

    @property
    def value(self) -> str | None:
        """The code; None for none."""
        return self.search.currentData() or None

    def set_value(self, value: str | None) -> None:
        """Show a country."""
        self.search.setCurrentIndex(max(0, self.search.findData(value or "")))
