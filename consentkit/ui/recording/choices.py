"""Fields to choose from: one of a few, several of a few, a country, languages."""

from collections.abc import Callable, Hashable, Iterable
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QLocale, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QCompleter,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)
from typing_extensions import override

from consentkit.ui.messages import language_name
from consentkit.ui.recording.flow import FlowLayout
from consentkit.ui.widgets.buttons import button
from consentkit.ui.widgets.layout import column

H = TypeVar("H", bound=Hashable)


class OneOf(QWidget, Generic[H]):
    """A row of words of which one is chosen, or none yet."""

    chosen = Signal()
    """The person chose; the value is in ``value``."""

    def __init__(self, name: str, options: Iterable[tuple[H, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._values: list[H] = []
        box = FlowLayout(self)
        for value, text in options:
            chip = button(text, kind="chip")
            chip.setCheckable(True)
            chip.setAccessibleName(f"{name}: {text}")
            self._group.addButton(chip, len(self._values))
            self._values.append(value)
            box.addWidget(chip)
        self._group.idClicked.connect(lambda _id: self.chosen.emit())

    def keep_in_one_line(self) -> None:
        """Be as wide as all words need; to be called again when type or language changes."""
        chips = [one.sizeHint().width() for one in self._group.buttons()]
        self.setMinimumWidth(sum(chips) + 6 * max(0, len(chips) - 1))

    @property
    def value(self) -> H | None:
        """What is chosen, or None."""
        place = self._group.checkedId()
        return self._values[place] if place >= 0 else None

    def set_value(self, value: H | None) -> None:
        """Show this one as chosen, or none; nothing is emitted."""
        self._group.setExclusive(False)
        for place, known in enumerate(self._values):
            self._group.button(place).setChecked(value is not None and known == value)
        self._group.setExclusive(True)

    def button_of(self, value: H) -> QWidget:
        """Return the button of one option."""
        return self._group.button(self._values.index(value))


class SomeOf(QWidget, Generic[H]):
    """Words of which any number is chosen."""

    chosen = Signal()

    def __init__(self, name: str, options: Iterable[tuple[H, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        box = FlowLayout(self)
        self._chips = {}
        for value, text in options:
            chip = button(text, self.chosen.emit, kind="chip")
            chip.setCheckable(True)
            self._chips[value] = chip
            box.addWidget(chip)

    @property
    def values(self) -> frozenset[H]:
        """What is chosen."""
        return frozenset(value for value, chip in self._chips.items() if chip.isChecked())

    def set_values(self, values: frozenset[H]) -> None:
        """Show these as chosen; nothing is emitted."""
        for value, chip in self._chips.items():
            chip.setChecked(value in values)


def countries() -> tuple[tuple[str, str], ...]:
    """Return code and name of every country, the name in its own language and in English.

    Qt knows a country's name in that country's languages and in English, so both can be searched.
    """
    found: dict[str, str] = {}
    every = QLocale.matchingLocales(
        QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry
    )
    for locale in every:
        code = QLocale.territoryToCode(locale.territory())
        if len(code) != 2 or not code.isalpha() or code in found:  # noqa: PLR2004 -- ISO 3166-1
            continue
        likely = QLocale(QLocale.Language.AnyLanguage, locale.territory())
        own = likely.nativeTerritoryName() or locale.nativeTerritoryName()
        english = QLocale.territoryToString(locale.territory())
        found[code] = own if own == english or not own else f"{own} ({english})"
    return tuple(sorted(found.items(), key=lambda item: item[1].casefold()))


def languages() -> tuple[tuple[str, str], ...]:
    """Return tag and name of the languages Qt knows, each in itself."""
    found: dict[str, str] = {}
    every = QLocale.matchingLocales(
        QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry
    )
    for locale in every:
        tag = QLocale.languageToCode(locale.language())
        if not tag or locale.language() is QLocale.Language.C or tag in found:
            continue
        own = language_name(tag)
        english = QLocale.languageToString(locale.language())
        found[tag] = own if own.casefold() == english.casefold() else f"{own} ({english})"
    return tuple(sorted(found.items(), key=lambda item: item[1].casefold()))


class ElidingCombo(QComboBox):
    """A list whose closed field ends in an ellipsis where its words do not fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    @override
    def showPopup(self) -> None:
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 32)
        super().showPopup()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        whole = self.currentText()
        option.currentText = self.fontMetrics().elidedText(
            whole, Qt.TextElideMode.ElideRight, field.width() - 6
        )
        self.setToolTip("" if option.currentText == whole else whole)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()


class SearchCombo(QComboBox):
    """A long list that is searched by typing any part of a name."""

    picked = Signal(str)
    """The code of what was chosen; empty when the field was emptied."""

    def __init__(self, name: str, options: Callable[[], tuple[tuple[str, str], ...]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMinimumContentsLength(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.addItem("", "")
        for code, text in options():
            self.addItem(text, code)
        proxy = QSortFilterProxyModel(self)
        proxy.setSourceModel(self.model())
        completer = QCompleter(proxy, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)
        completer.activated.connect(self._complete)
        self.activated.connect(lambda index: self.picked.emit(self.itemData(index) or ""))
        field = self.lineEdit()
        if field is not None:
            field.setPlaceholderText(name)
            field.editingFinished.connect(self._finish)

    def _complete(self, text: str) -> None:
        index = self.findText(text)
        if index >= 0:
            self.setCurrentIndex(index)
            self.picked.emit(self.itemData(index) or "")

    def _finish(self) -> None:
        """Take a name typed in full, or put back what was chosen."""
        typed = self.currentText().strip()
        index = self.findText(typed, Qt.MatchFlag.MatchFixedString)
        if index < 0:
            self.setEditText(self.itemText(self.currentIndex()))
        elif index != self.currentIndex() or not typed:
            self.setCurrentIndex(index)
            self.picked.emit(self.itemData(index) or "")

    @property
    def code(self) -> str:
        """The code of what is chosen, or empty."""
        return str(self.currentData() or "")

    def set_code(self, code: str) -> None:
        """Choose ``code``; nothing is emitted. An unknown code chooses nothing."""
        if code != self.code:
            self.setCurrentIndex(max(0, self.findData(code)))


class LanguagesField(QWidget):
    """The languages a person spoke, as chips that can be taken away, and a list to add from."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._tags: tuple[str, ...] = ()
        self._add = SearchCombo(name, languages)
        self._add.picked.connect(self._picked)
        self._chips = FlowLayout()
        self.setLayout(column(self._add, self._chips, gap=6))

    @property
    def tags(self) -> tuple[str, ...]:
        """The languages, in the order they were added."""
        return self._tags

    def set_tags(self, tags: tuple[str, ...]) -> None:
        """Show these; nothing is emitted."""
        if tags == self._tags:
            return
        self._tags = tags
        while (item := self._chips.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for tag in tags:
            name = language_name(tag)
            chip = button(name, partial(self._drop, tag), kind="chip", icon="close")
            chip.setToolTip(self.tr("Take {language} away").format(language=name))
            chip.setAccessibleName(chip.toolTip())
            self._chips.addWidget(chip)
        self._chips.invalidate()

    def _picked(self, tag: str) -> None:
        self._add.setCurrentIndex(0)
        if tag and tag not in self._tags:
            self.set_tags((*self._tags, tag))
            self.changed.emit()

    def _drop(self, tag: str) -> None:
        self.set_tags(tuple(item for item in self._tags if item != tag))
        self.changed.emit()
