"""Opening a vault: its passphrase, or its recovery words, and what to do when that fails."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QProgressBar, QWidget
from typing_extensions import override

from consentkit.kernel.errors import ConsentKitError
from consentkit.ui.bridge import Bridge
from consentkit.ui.context import PreferencesHolder
from consentkit.ui.error_texts import error_sentence
from consentkit.ui.start.presenter import vault_name
from consentkit.ui.theme import set_role
from consentkit.ui.unlock.presenter import (
    RECOVERY_WORDS,
    clean_words,
    count_words,
    is_wrong_secret,
    offers_read_only,
    opener,
    seems_caps_lock,
)
from consentkit.ui.widgets.buttons import button
from consentkit.ui.widgets.inputs import SecretField
from consentkit.ui.widgets.labels import ElidedLabel, icon_label, label
from consentkit.ui.widgets.layout import Card, FittingStack, column, holding, row
from consentkit.ui.widgets.passphrase import PassphrasePair
from consentkit.ui.widgets.states import Notice

if TYPE_CHECKING:
    from consentkit.services.workspace import Workspace

CARD_WIDTH = 460


class UnlockPage(QWidget):
    """Shown for a vault that is locked."""

    opened = Signal(object)
    """The open ``Workspace``; whoever takes it closes it."""

    left = Signal()

    def __init__(
        self, bridge: Bridge, preferences: PreferencesHolder, folder: Path, *, note: str = ""
    ) -> None:
        super().__init__()
        set_role(self, "page")
        self._bridge = bridge
        self._preferences = preferences
        self._folder = folder
        self._is_busy = False
        self._is_ready = True
        self._workspace: Workspace | None = None
        self._note = Notice("info")
        self._note.setVisible(False)
        self._trouble = Notice("warning", is_warning=True)
        self._trouble.setVisible(False)
        self._read_only = button(
            self.tr("Open read-only"), lambda: self._open(read_only=True), icon="eye"
        )
        self._read_only.hide()
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setAccessibleName(self.tr("Opening"))
        self.forms = FittingStack()
        self.forms.addWidget(self._passphrase_form())
        self.forms.addWidget(self._recovery_form())
        self.forms.addWidget(self._renewal_form())
        card = Card(
            self._head(),
            self._note,
            self._trouble,
            row(None, self._read_only),
            self.forms,
            self._busy,
            gap=12,
            margins=24,
        )
        card.setFixedWidth(CARD_WIDTH)
        self.setLayout(column(None, row(None, card, None), None, None, margins=24))
        self._set_busy(is_busy=False)
        if note:
            self._note.tell("", note)

    # Building ----------------------------------------------------------------

    def _head(self) -> QWidget:
        name = ElidedLabel(vault_name(self._folder), "title")
        place = ElidedLabel(str(self._folder.parent), "small", Qt.TextElideMode.ElideMiddle)
        box = row(icon_label("lock", "accent", 32), gap=12)
        box.addLayout(column(name, place, gap=0), 1)
        return holding(box)

    def _passphrase_form(self) -> QWidget:
        self.passphrase = SecretField(self.tr("Passphrase"))
        self.passphrase.returnPressed.connect(self._submit)
        self.passphrase.installEventFilter(self)
        name = label(self.tr("Passphrase"), "strong")
        name.setBuddy(self.passphrase)
        self.caps = label(self.tr("Caps Lock seems to be on."), "small")
        self.caps.hide()
        self.unlock_button = button(self.tr("Unlock"), self._submit, kind="primary", icon="unlock")
        self.back_button = button(
            self.tr("Other vaults"), self._leave, kind="quiet", icon="chevron-left"
        )
        forgot = button(self.tr("Use the recovery words"), lambda: self._show_form(1), kind="link")
        return holding(
            column(
                name,
                self.passphrase,
                self.caps,
                row(forgot, None),
                8,
                row(self.back_button, None, self.unlock_button),
                gap=4,
            )
        )

    def _recovery_form(self) -> QWidget:
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(112)
        self.words.setPlaceholderText(self.tr("The 24 words of the recovery sheet, in order"))
        self.words.setAccessibleName(self.tr("Recovery words"))
        self.words.textChanged.connect(self._count)
        self.words.installEventFilter(self)
        self.counter = label("", "small")
        self.recover_button = button(self.tr("Unlock"), self._submit, kind="primary", icon="unlock")
        back = button(
            self.tr("Back to the passphrase"),
            lambda: self._show_form(0),
            kind="quiet",
            icon="chevron-left",
        )
        return holding(
            column(
                label(self.tr("Recovery words"), "strong"),
                self.words,
                self.counter,
                8,
                row(back, None, self.recover_button),
                gap=4,
            )
        )

    def _renewal_form(self) -> QWidget:
        self.pair = PassphrasePair(self._bridge)
        self.renew_button = button(
            self.tr("Set passphrase and open"), self._renew, kind="primary", icon="unlock"
        )
        self.pair.changed.connect(self._pair_changed)
        return holding(
            column(
                label(
                    self.tr(
                        "The recovery words are right. Choose a new passphrase; the old one will "
                        "no longer open this vault."
                    ),
                    wraps=True,
                ),
                8,
                self.pair,
                8,
                row(None, self.renew_button),
                gap=4,
            )
        )

    # Behaviour ---------------------------------------------------------------

    def focus_first(self) -> None:
        """Put the cursor where typing begins."""
        fields = (self.passphrase, self.words, self.pair.first)
        fields[self.forms.currentIndex()].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_ready(self, *, is_ready: bool) -> None:
        """Allow opening; it is not while the vault is still being closed."""
        self._is_ready = is_ready
        self._set_busy(self._is_busy)

    def _pair_changed(self) -> None:
        self.renew_button.setEnabled(self.pair.is_usable and not self._is_busy)

    def _show_form(self, index: int) -> None:
        self._trouble.hide()
        self._read_only.hide()
        self.forms.setCurrentIndex(index)
        self._count()
        self.focus_first()

    def _count(self) -> None:
        number = count_words(self.words.toPlainText())
        self.counter.setText(
            self.tr("{count} of 24 words").replace("{count}", str(min(number, 99)))
        )
        self.recover_button.setEnabled(
            not self._is_busy
            and self._is_ready
            and (number == RECOVERY_WORDS or self._is_key(self.words.toPlainText()))
        )

    @staticmethod
    def _is_key(text: str) -> bool:
        return clean_words(text).startswith("AGE-SECRET-KEY-")

    def _set_busy(self, is_busy: bool) -> None:
        self._is_busy = is_busy
        may = self._is_ready and not is_busy
        for widget in (self.unlock_button, self.passphrase, self.words, self._read_only):
            widget.setEnabled(may)
        # Leaving while a vault is being opened would lose it open.
        self.back_button.setEnabled(not is_busy)
        self.renew_button.setEnabled(may and self.pair.is_usable)
        self._busy.setVisible(not may)
        self._count()

    def _submit(self) -> None:
        self._open(read_only=False)

    def _open(self, *, read_only: bool) -> None:
        if self._is_busy or not self._is_ready:
            return
        by_words = self.forms.currentIndex() == 1
        secret = clean_words(self.words.toPlainText()) if by_words else self.passphrase.text()
        if not secret:
            self.focus_first()
            return
        self._trouble.hide()
        self._read_only.hide()
        self._set_busy(is_busy=True)
        work = opener(
            self._folder,
            self._preferences.read,
            passphrase=None if by_words else secret,
            recovery_words=secret if by_words else None,
            read_only=read_only,
        )
        self._bridge.job("vault.open", "", work, self._is_open, self._fail, owner=self, silent=True)

    def _is_open(self, workspace: "Workspace") -> None:
        self._set_busy(is_busy=False)
        self.passphrase.forget()
        self.words.setPlainText("")
        if workspace.needs_new_passphrase and not workspace.is_read_only:
            self._workspace = workspace
            self._note.hide()
            self._show_form(2)
            return
        self.opened.emit(workspace)

    def _fail(self, error: ConsentKitError) -> None:
        self._set_busy(is_busy=False)
        self._note.hide()
        self._trouble.tell_error(error_sentence(error))
        self._read_only.setVisible(offers_read_only(error))
        if is_wrong_secret(error):
            self.passphrase.selectAll()
        self.focus_first()

    def _renew(self) -> None:
        workspace, passphrase = self._workspace, self.pair.text
        if workspace is None or not self.pair.is_usable:
            return
        self._set_busy(is_busy=True)

        def done(_none: None) -> None:
            self.pair.forget()
            self._workspace = None
            self._set_busy(is_busy=False)
            self.opened.emit(workspace)

        self._bridge.job(
            "vault.passphrase",
            "",
            lambda _progress, _cancel: workspace.set_passphrase(passphrase),
            done,
            self._fail,
            owner=self,
            silent=True,
        )

    def _leave(self) -> None:
        self.passphrase.forget()
        self.left.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.words and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                if self.recover_button.isEnabled():
                    self._submit()
                return True
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            seems = seems_caps_lock(event.text(), is_shift=shift)
            if event.key() == Qt.Key.Key_CapsLock:
                self.caps.hide()
            elif seems is not None:
                self.caps.setVisible(seems)
        return super().eventFilter(watched, event)

    def take_unfinished(self) -> "Workspace | None":
        """Return a vault opened by its words whose new passphrase was not set, to be closed."""
        workspace, self._workspace = self._workspace, None
        return workspace
