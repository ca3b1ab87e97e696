"""Settings of this machine and person: profile, language and look, locking."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox, QWidget

from consentkit.domain.party import Controller
from consentkit.kernel.errors import ConsentKitError
from consentkit.services.preferences import MAX_LOCK_MINUTES, SCALES
from consentkit.ui.context import PageContext
from consentkit.ui.settings.presenter import split_channels
from consentkit.ui.widgets.buttons import button
from consentkit.ui.widgets.labels import label
from consentkit.ui.widgets.layout import Section, column, row

FIELD_WIDTH = 440


def field_row(title: str, field: QWidget, hint: str = "") -> QWidget:
    """Return a field with its name above and a hint below."""
    name = label(title, "strong")
    name.setBuddy(field)
    field.setAccessibleName(title)
    field.setMaximumWidth(FIELD_WIDTH)
    box = column(name, field, gap=4)
    if hint:
        box.addWidget(label(hint, "small", wraps=True))
    holder = QWidget()
    holder.setLayout(box)
    return holder


class ProfileSection(QWidget):
    """Who asks: the creator, as partners are told."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self.name = QLineEdit()
        self.channels = QLineEdit()
        self.contact = QLineEdit()
        self.save_button = button(self.tr("Save"), self._save, kind="primary")
        section = Section(
            self.tr("Profile"),
            field_row(
                self.tr("Your name or channel"), self.name, self.tr("As you say it when asking")
            ),
            field_row(self.tr("Channels"), self.channels, self.tr("Separated by commas")),
            field_row(
                self.tr("How partners reach you"),
                self.contact,
                self.tr("A mail address or profile, for taking a permission back"),
            ),
            row(self.save_button, None),
            hint=self.tr("Every permission sealed from here on names you like this."),
            gap=16,
        )
        self.setLayout(column(section, None))
        for field in (self.name, self.channels, self.contact):
            field.setMaxLength(200)
            field.textEdited.connect(self._edited)
        self.show_values()

    def show_values(self) -> None:
        """Show what is set."""
        controller = self._context.preferences.value.controller
        self.name.setText(controller.name)
        self.channels.setText(", ".join(controller.channels))
        self.contact.setText(controller.contact)
        self.save_button.setEnabled(False)

    def _edited(self, _text: str) -> None:
        self.save_button.setEnabled(True)

    def _save(self) -> None:
        try:
            controller = Controller(
                self.name.text(), self.contact.text(), split_channels(self.channels.text())
            )
        except ConsentKitError as error:
            self._context.show_error(error)
            return
        self._context.preferences.update(controller=controller)
        self.save_button.setEnabled(False)
        self._context.toast(self.tr("Profile saved."))


class LookSection(QWidget):
    """Language, theme and size of text; each applies at once."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self.language = self._choice((
            ("auto", self.tr("As the system")),
            ("id", "Bahasa Indonesia"),
            ("en", "English"),
            ("ru", "Русский"),
        ))
        self.theme = self._choice((
            ("auto", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        ))
        self.scale = self._choice([(scale, f"{round(scale * 100)} %") for scale in SCALES])
        section = Section(
            self.tr("Language and look"),
            field_row(self.tr("Language"), self.language),
            field_row(self.tr("Theme"), self.theme),
            field_row(self.tr("Size of text"), self.scale),
            gap=16,
        )
        self.setLayout(column(section, None))
        self.show_values()
        self.language.activated.connect(
            lambda _index: context.preferences.update(language=self.language.currentData())
        )
        self.theme.activated.connect(
            lambda _index: context.preferences.update(theme=self.theme.currentData())
        )
        self.scale.activated.connect(
            lambda _index: context.preferences.update(text_scale=self.scale.currentData())
        )

    @staticmethod
    def _choice(items: Sequence[tuple[object, str]]) -> QComboBox:
        made = QComboBox()
        for value, text in items:
            made.addItem(text, value)
        return made

    def show_values(self) -> None:
        """Show what is set."""
        value = self._context.preferences.value
        for combo, wanted in (
            (self.language, value.language),
            (self.theme, value.theme),
            (self.scale, value.text_scale),
        ):
            combo.setCurrentIndex(max(0, combo.findData(wanted)))


class LockingSection(QWidget):
    """When the vault locks itself."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self.on_idle = QCheckBox(self.tr("Lock after a time without use"))
        self.minutes = QSpinBox()
        self.minutes.setRange(1, MAX_LOCK_MINUTES)
        self.minutes.setSuffix(self.tr(" min"))
        self.minutes.setMaximumWidth(140)
        self.minutes.lineEdit().setTextMargins(6, 0, 0, 0)
        self.minutes.setAccessibleName(self.tr("Minutes without use"))
        self.on_suspend = QCheckBox(self.tr("Lock when the computer goes to sleep"))
        section = Section(
            self.tr("Locking"),
            self.on_idle,
            row(24, self.minutes, None, gap=0),
            self.on_suspend,
            hint=self.tr(
                "A locked vault shows nothing and keeps no key in memory. Work that is running is "
                "let finish before the vault locks by itself. Ctrl+L locks at once."
            ),
            gap=12,
        )
        self.setLayout(column(section, None))
        self.show_values()
        self.on_idle.toggled.connect(self._changed)
        self.minutes.valueChanged.connect(self._changed)
        self.on_suspend.toggled.connect(self._changed)

    def show_values(self) -> None:
        """Show what is set."""
        value = self._context.preferences.value
        blockers = [QSignalBlocker(item) for item in (self.on_idle, self.minutes, self.on_suspend)]
        self.on_idle.setChecked(value.lock_after_minutes > 0)
        self.minutes.setValue(value.lock_after_minutes or 15)
        self.on_suspend.setChecked(value.lock_on_suspend)
        self.minutes.setEnabled(self.on_idle.isChecked())
        del blockers

    def _changed(self) -> None:
        self.minutes.setEnabled(self.on_idle.isChecked())
        self._context.preferences.update(
            lock_after_minutes=self.minutes.value() if self.on_idle.isChecked() else 0,
            lock_on_suspend=self.on_suspend.isChecked(),
        )
