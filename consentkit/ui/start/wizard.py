"""Making a new vault in three steps: name and place, passphrase, recovery sheet.

A fourth step asks who the creator is when that is not known yet; it can be left out.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)

from consentkit.domain.party import Controller
from consentkit.kernel.errors import ConsentKitError
from consentkit.services.views import RecoverySheet
from consentkit.ui.bridge import Bridge
from consentkit.ui.context import PreferencesHolder
from consentkit.ui.error_texts import error_sentence
from consentkit.ui.language import language_of
from consentkit.ui.messages import PLAIN
from consentkit.ui.start.presenter import (
    create_work,
    folder_for,
    name_trouble,
    offered_place,
    wrong_words,
)
from consentkit.ui.theme import set_role
from consentkit.ui.widgets.buttons import button
from consentkit.ui.widgets.labels import ElidedLabel, label
from consentkit.ui.widgets.layout import Card, FittingStack, column, holding, row, scrolling
from consentkit.ui.widgets.passphrase import PassphrasePair
from consentkit.ui.widgets.recovery import RecoveryQuestion, RecoverySheetView, print_sheet
from consentkit.ui.widgets.states import Notice

if TYPE_CHECKING:
    from consentkit.services.workspace import Workspace

CARD_WIDTH = 760
PLACE, SECRET, SHEET, PROFILE = range(4)


class VaultWizard(QWidget):
    """The steps to a new vault."""

    finished = Signal(object)
    """The open ``Workspace``."""

    left = Signal()

    def __init__(self, bridge: Bridge, preferences: PreferencesHolder) -> None:
        super().__init__()
        set_role(self, "page")
        self._bridge = bridge
        self._preferences = preferences
        self._place = offered_place()
        self._workspace: Workspace | None = None
        self._sheet: RecoverySheet | None = None
        self._question: RecoveryQuestion | None = None
        self._has_profile = bool(preferences.value.controller.name)
        self._is_busy = False
        self.step_label = label("", "small")
        self.title = label("", "title")
        self.title.setTextFormat(PLAIN)
        self._trouble = Notice("warning", is_warning=True)
        self._trouble.hide()
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setAccessibleName(self.tr("Making the vault"))
        self.steps = FittingStack()
        for step in (
            self._place_step(),
            self._secret_step(),
            self._sheet_step(),
            self._profile_step(),
        ):
            self.steps.addWidget(step)
        self.back_button = button(self.tr("Cancel"), self._back, kind="quiet")
        self.later_button = button(self.tr("Later"), self._skip, kind="quiet")
        self.next_button = button(self.tr("Next"), self._next, kind="primary")
        card = Card(
            self.step_label,
            self.title,
            self._trouble,
            self.steps,
            self._busy,
            row(self.back_button, None, self.later_button, self.next_button),
            gap=12,
            margins=24,
        )
        card.setFixedWidth(CARD_WIDTH)
        page = holding(column(None, row(None, card, None), None, None, margins=24))
        self.setLayout(column(scrolling(page)))
        self._go(PLACE)

    # Steps -------------------------------------------------------------------

    def _place_step(self) -> QWidget:
        self.name_field = QLineEdit(self.tr("My permissions"))
        self.name_field.setMaxLength(120)
        self.name_field.setAccessibleName(self.tr("Name"))
        self.name_field.textChanged.connect(self._update)
        self.name_field.returnPressed.connect(self._next)
        name = label(self.tr("Name"), "strong")
        name.setBuddy(self.name_field)
        self.name_trouble_label = label(" ", "error")
        self.place_label = ElidedLabel("", "muted", Qt.TextElideMode.ElideMiddle)
        self.place_button = button(self.tr("Change…"), self._choose_place, icon="folder")
        place_line = row(gap=8)
        place_line.addWidget(self.place_label, 1)
        place_line.addWidget(self.place_button)
        return holding(
            column(
                label(
                    self.tr(
                        "A vault is an encrypted folder. It keeps permissions and their evidence; "
                        "your recordings stay where they are."
                    ),
                    "muted",
                    wraps=True,
                ),
                8,
                name,
                self.name_field,
                self.name_trouble_label,
                label(self.tr("Folder"), "strong"),
                place_line,
                None,
                gap=4,
            )
        )

    def _secret_step(self) -> QWidget:
        self.pair = PassphrasePair(self._bridge)
        self.pair.changed.connect(self._update)
        self.pair.second.returnPressed.connect(self._next)
        return holding(
            column(
                label(
                    self.tr(
                        "The passphrase is the only thing between a stolen laptop and the people "
                        "in your recordings. Nobody can reset it, not even we; the recovery sheet "
                        "of the next step is the one way back."
                    ),
                    "muted",
                    wraps=True,
                ),
                8,
                self.pair,
                None,
                gap=4,
            )
        )

    def _sheet_step(self) -> QWidget:
        self._sheet_box = column(gap=12)
        return holding(
            column(
                label(
                    self.tr(
                        "These words open the vault if the passphrase is lost. Print them or "
                        "write them down, and keep them where you keep important papers. They are "
                        "shown this once."
                    ),
                    "muted",
                    wraps=True,
                ),
                8,
                self._sheet_box,
                None,
                gap=4,
            )
        )

    def _profile_step(self) -> QWidget:
        controller = self._preferences.value.controller
        self.creator_name = QLineEdit(controller.name)
        self.creator_channel = QLineEdit(", ".join(controller.channels))
        self.creator_contact = QLineEdit(controller.contact)
        fields = column(gap=4)
        for field, title, hint in (
            (
                self.creator_name,
                self.tr("Your name or channel"),
                self.tr("As you say it when asking"),
            ),
            (self.creator_channel, self.tr("Channels"), self.tr("Separated by commas")),
            (
                self.creator_contact,
                self.tr("How partners reach you"),
                self.tr("A mail address or profile, for taking a permission back"),
            ),
        ):
            name = label(title, "strong")
            name.setBuddy(field)
            field.setAccessibleName(title)
            field.setPlaceholderText(hint)
            field.setMaxLength(200)
            fields.addWidget(name)
            fields.addWidget(field)
            fields.addSpacing(8)
        return holding(
            column(
                label(
                    self.tr(
                        "A permission names who asked and how to reach them. You can change this "
                        "at any time under Settings."
                    ),
                    "muted",
                    wraps=True,
                ),
                8,
                fields,
                None,
                gap=4,
            )
        )

    # Moving ------------------------------------------------------------------

    @property
    def step(self) -> int:
        """The step in front: ``PLACE``, ``SECRET``, ``SHEET`` or ``PROFILE``."""
        return self.steps.currentIndex()

    def _go(self, step: int) -> None:
        self._trouble.hide()
        self.steps.setCurrentIndex(step)
        titles = (
            self.tr("Name and place"),
            self.tr("Passphrase"),
            self.tr("Recovery sheet"),
            self.tr("About you"),
        )
        self.title.setText(titles[step])
        words = self.tr("New vault, step {number} of 3").replace("{number}", str(step + 1))
        self.step_label.setText(self.tr("One last thing") if step == PROFILE else words)
        fields = (self.name_field, self.pair.first, None, self.creator_name)
        self._update()
        field = fields[step]
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _update(self) -> None:
        trouble = name_trouble(self.name_field.text())
        self.name_trouble_label.setText(
            {
                "empty": self.tr("A vault needs a name."),
                "long": self.tr("This name is too long."),
                "characters": self.tr("This name has characters a folder cannot carry."),
            }.get(trouble, " ")
        )
        name = self.name_field.text() if not trouble else "…"
        self.place_label.setText(str(folder_for(self._place, name)))
        ready = {
            PLACE: not trouble,
            SECRET: self.pair.is_usable,
            SHEET: self._question is not None and self._question.is_filled,
            PROFILE: True,
        }[self.step]
        self.next_button.setEnabled(ready and not self._is_busy)
        self.back_button.setEnabled(not self._is_busy)
        self.back_button.setVisible(self.step <= SECRET)
        self.back_button.setText(self.tr("Cancel") if self.step == PLACE else self.tr("Back"))
        self.later_button.setVisible(self.step >= SHEET)
        self.next_button.setText(
            {
                SECRET: self.tr("Make the vault"),
                SHEET: self.tr("Check the words"),
                PROFILE: self.tr("Save and open"),
            }.get(self.step, self.tr("Next"))
        )
        self._busy.setVisible(self._is_busy)

    def _back(self) -> None:
        if self.step == PLACE:
            self.left.emit()
        else:
            self._go(self.step - 1)

    def _next(self) -> None:
        if not self.next_button.isEnabled():
            return
        if self.step == PLACE:
            self._check_place()
        elif self.step == SECRET:
            self._create()
        elif self.step == SHEET:
            self._check_words()
        else:
            self._save_profile()

    def _skip(self) -> None:
        if self.step == SHEET:
            self._after_sheet()
        else:
            self._finish()

    def _choose_place(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self, self.tr("Where the vault goes"), str(self._place)
        )
        if name:
            self._place = Path(name)
            self._update()

    def _check_place(self) -> None:
        folder = folder_for(self._place, self.name_field.text())
        if folder.exists():
            self._trouble.tell(
                self.tr("There is something of this name already."),
                self.tr("Choose another name or another folder."),
            )
            return
        self._go(SECRET)

    def _create(self) -> None:
        self._is_busy = True
        self._update()
        work = create_work(
            folder_for(self._place, self.name_field.text()), self.pair.text, self._preferences.read
        )
        self._bridge.job(
            "vault.create", "", work, self._created, self._fail, owner=self, silent=True
        )

    def _created(self, made: "tuple[Workspace, RecoverySheet]") -> None:
        self._is_busy = False
        self._workspace, self._sheet = made
        self.pair.forget()
        self._question = RecoveryQuestion(len(self._sheet.words))
        self._question.changed.connect(self._update)
        view = RecoverySheetView(self._sheet)
        self._sheet_box.addWidget(view)
        self._sheet_box.addLayout(self._sheet_actions())
        self._sheet_box.addWidget(
            label(self.tr("To be sure they are written down, type two of them:"), wraps=True)
        )
        self._sheet_box.addWidget(self._question)
        self._go(SHEET)

    def _sheet_actions(self) -> QHBoxLayout:
        printed: QPushButton = button(self.tr("Print…"), self._print, icon="printer")
        saved = button(self.tr("Save as PDF…"), self._save_pdf, icon="download")
        return row(printed, saved, None)

    def _print(self) -> None:
        if self._sheet is not None:
            print_sheet(self._sheet, self.tr("Recovery sheet"), self._paper_hint(), self)

    def _paper_hint(self) -> str:
        return self.tr(
            "These words open the vault without its passphrase. Whoever has them can read "
            "everything in it. Keep this paper safe and apart from the computer."
        )

    def _save_pdf(self) -> None:
        workspace, sheet = self._workspace, self._sheet
        if workspace is None or sheet is None:
            return
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save as PDF"),
            str(self._place / f"{sheet.vault_name}.pdf"),
            self.tr("PDF ({patterns})").replace("{patterns}", "*.pdf"),
        )
        if not name:
            return
        language = language_of(self._preferences.value.language, (self.locale().name(),))
        self._bridge.job(
            "vault.recovery-pdf",
            "",
            lambda _progress, _cancel: workspace.keeper.save_recovery_pdf(
                sheet, Path(name), language
            ),
            None,
            self._fail,
            owner=self,
            silent=True,
        )

    def _fail(self, error: ConsentKitError) -> None:
        self._is_busy = False
        self._update()
        self._trouble.tell_error(error_sentence(error))

    def _check_words(self) -> None:
        if self._sheet is None or self._question is None:
            return
        wrong = wrong_words(self._sheet, self._question.answers)
        if wrong:
            numbers = ", ".join(str(place + 1) for place in wrong)
            self._question.tell(
                self.tr("Not the same as on the sheet: word {numbers}. Look again.").replace(
                    "{numbers}", numbers
                )
            )
            return
        self._after_sheet()

    def _after_sheet(self) -> None:
        self._sheet = None
        if self._has_profile:
            self._finish()
        else:
            self._go(PROFILE)

    def _save_profile(self) -> None:
        channels = tuple(
            part.strip() for part in self.creator_channel.text().split(",") if part.strip()
        )
        try:
            controller = Controller(self.creator_name.text(), self.creator_contact.text(), channels)
        except ConsentKitError as error:
            self._trouble.tell_error(error_sentence(error))
            return
        self._preferences.update(controller=controller)
        self._finish()

    def _finish(self) -> None:
        workspace, self._workspace = self._workspace, None
        if workspace is not None:
            self.finished.emit(workspace)

    def take_unfinished(self) -> "Workspace | None":
        """Return a vault that was made and not given on, to be closed."""
        workspace, self._workspace = self._workspace, None
        return workspace
