"""How a proof is exported, as a form: excerpt, languages, for whom, encrypted to whom."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QRadioButton, QWidget

from consentkit.kernel.limits import NAME_MAX_CHARS
from consentkit.services.views import ProofOptions
from consentkit.ui.proofs.flowing import flowing
from consentkit.ui.proofs.recipients import Recipients, read_recipients
from consentkit.ui.widgets.labels import label
from consentkit.ui.widgets.layout import column

LANGUAGES = (("en", "English"), ("id", "Bahasa Indonesia"), ("ru", "Русский"))
"""Languages of the certificate, by their own names."""


class OptionsForm(QWidget):
    """Everything about an export but the fields that are shown.

    Args:
        is_many: It is for many proofs at once.
        language: Language of the certificate that is ticked from the start.
    """

    changed = Signal()

    def __init__(self, *, is_many: bool = False, language: str = "en") -> None:
        super().__init__()
        self.with_excerpt = QRadioButton(self.tr("Put the excerpt in"))
        self.digest_only = QRadioButton(self.tr("Only its digest"))
        self.with_excerpt.setChecked(True)
        self._languages = {tag: QCheckBox(name) for tag, name in LANGUAGES}
        chosen = language if language in self._languages else "en"
        self._languages[chosen].setChecked(True)
        self.made_for = QLineEdit()
        self.made_for.setMaxLength(NAME_MAX_CHARS)
        self.made_for.setAccessibleName(self.tr("Made for"))
        self.made_for.setPlaceholderText(self.tr("A platform, a lawyer, the partner"))
        self.keys = QPlainTextEdit()
        self.keys.setAccessibleName(self.tr("Encrypt to"))
        self.keys.setPlaceholderText("age1…")
        self.keys.setTabChangesFocus(True)
        self.keys.setFixedHeight(64)
        self._keys_note = label("", "small", wraps=True)
        for made in (self.with_excerpt, self.digest_only, *self._languages.values()):
            made.toggled.connect(lambda _on: self._changed())
        self.keys.textChanged.connect(self._changed)
        excerpt_hint = (
            self.tr("Who gets the proofs sees and hears the partners.")
            if is_many
            else self.tr("Who gets the proof sees and hears the partner.")
        )
        box = column(
            label(self.tr("Excerpt"), "strong"),
            self.with_excerpt,
            label(excerpt_hint, "small", wraps=True),
            self.digest_only,
            label(
                self.tr("It can be handed over later and held against the digest."),
                "small",
                wraps=True,
            ),
            8,
            label(self.tr("Certificate in"), "strong"),
            flowing(*self._languages.values(), gap=16),
            8,
            label(self.tr("Made for"), "strong"),
            self.made_for,
            label(self.tr("For your list alone; it is not in the file."), "small", wraps=True),
            8,
            label(self.tr("Encrypt to"), "strong"),
            self.keys,
            self._keys_note,
            gap=4,
        )
        self.setLayout(box)
        self._changed()

    @property
    def recipients(self) -> Recipients:
        """The recipients that were pasted."""
        return read_recipients(self.keys.toPlainText())

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that are ticked."""
        return tuple(tag for tag, box in self._languages.items() if box.isChecked())

    @property
    def is_valid(self) -> bool:
        """Whether it can be exported like this."""
        return self.recipients.is_valid and bool(self.languages)

    def set_has_excerpt(self, has_excerpt: bool) -> None:
        """Offer the excerpt, or leave it off where the record has none."""
        self.with_excerpt.setEnabled(has_excerpt)
        (self.with_excerpt if has_excerpt else self.digest_only).setChecked(True)

    def options(self, disclose: frozenset[str]) -> ProofOptions:
        """Return what is chosen, with the fields to show."""
        return ProofOptions(
            disclose,
            has_excerpt=self.with_excerpt.isChecked(),
            recipients=self.recipients.keys,
            languages=self.languages,
            made_for=self.made_for.text().strip(),
        )

    def _changed(self) -> None:
        found = self.recipients
        wrong = bool(found.odd)
        self.keys.setProperty("invalid", "true" if wrong else "false")
        self.keys.style().unpolish(self.keys)
        self.keys.style().polish(self.keys)
        if wrong:
            text = self.tr("A recipient begins with age1 and has 62 letters and digits.")
        elif found.keys:
            text = self.tr("Only these %n recipient(s) can open it.", "", len(found.keys))
        else:
            text = self.tr("Empty: anybody who has the file can read what it shows.")
        self._keys_note.setText(text)
        self.changed.emit()
