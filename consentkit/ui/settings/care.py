"""Care for the vault: backups, a check of everything in it, passphrase, recovery sheet, storage."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox, QPushButton, QWidget

from consentkit.kernel.errors import ConsentKitError
from consentkit.kernel.progress import CancelToken, Progress
from consentkit.services.jobs import JobState
from consentkit.services.views import (
    BackupView,
    Finding,
    RecoverySheet,
    VaultCheckView,
    VaultSummary,
)
from consentkit.ui.context import PageContext
from consentkit.ui.error_texts import code_sentence, error_sentence
from consentkit.ui.language import language_of
from consentkit.ui.messages import format_date_time, format_number, format_size
from consentkit.ui.widgets.buttons import button
from consentkit.ui.widgets.inputs import SecretField
from consentkit.ui.widgets.labels import ElidedLabel, icon_label, label
from consentkit.ui.widgets.layout import Card, Section, clear, column, holding, row
from consentkit.ui.widgets.passphrase import PassphrasePair
from consentkit.ui.widgets.recovery import RecoveryQuestion, RecoverySheetView, print_sheet
from consentkit.ui.widgets.states import Notice, ProgressLine

MAX_FINDINGS = 50


class BackupsSection(QWidget):
    """Copies of the vault."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._list = column(gap=4)
        self.make_button = button(
            self.tr("Make a backup…"), self._make, kind="primary", icon="backup"
        )
        section = Section(
            self.tr("Backups"),
            row(self.make_button, None),
            self._list,
            label(
                self.tr(
                    "To restore one, lock this vault, choose Other vaults and then Restore from a "
                    "backup. A backup opens with the passphrase it was made under."
                ),
                "small",
                wraps=True,
            ),
            hint=self.tr(
                "A backup is an encrypted copy of the vault, read back and compared. Your "
                "recordings are not in it: copy them yourself."
            ),
            gap=12,
        )
        self.setLayout(column(section, None))

    def show_values(self) -> None:
        """Ask for the known backups."""
        self._context.bridge.query(
            self._context.workspace.keeper.backups, self._show_list, owner=self
        )

    def _show_list(self, backups: tuple[BackupView, ...]) -> None:
        clear(self._list)
        if not backups:
            self._list.addWidget(
                label(
                    self.tr("There is no backup yet. A stolen disk would take it all."),
                    "muted",
                    wraps=True,
                )
            )
        for backup in backups:
            place = ElidedLabel(str(backup.folder))
            state = "" if backup.is_present else self.tr("not found there")
            icon = icon_label("disk" if backup.is_present else "warning", "muted", 16)
            line = row(icon, label(format_date_time(backup.created_at), "strong"), gap=8)
            line.addWidget(place, 1)
            line.addWidget(label(state, "small"))
            self._list.addWidget(holding(line))

    def _make(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Where the backup goes"))
        if not name:
            return
        self.make_button.setEnabled(False)
        keeper = self._context.workspace.keeper

        def work(progress: Progress, cancel: CancelToken) -> BackupView:
            return keeper.backup(Path(name), progress, cancel)

        def over(error: ConsentKitError | None = None) -> None:
            self.make_button.setEnabled(True)
            if error is not None:
                self._context.show_error(error)
            self.show_values()

        def done(_made: BackupView) -> None:
            over()
            self._context.toast(self.tr("Backup made and compared."))

        self._context.bridge.job("vault.backup", self.tr("Backup"), work, done, over, owner=self)


class CheckSection(QWidget):
    """A check of everything in the vault, and how much room it takes."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._job = ""
        self.check_button = button(
            self.tr("Check the vault"), self._check, kind="primary", icon="shield-tick"
        )
        self.progress = ProgressLine()
        self.progress.cancelled.connect(context.bridge.cancel_job)
        self.progress.hide()
        self.result = Notice("tick-circle")
        self.result.hide()
        self.trouble = Notice("warning", is_warning=True)
        self.trouble.hide()
        self._findings = column(gap=4)
        self.storage = label("", wraps=True)
        section = Section(
            self.tr("Vault check"),
            row(self.check_button, None),
            self.progress,
            self.result,
            self.trouble,
            self._findings,
            hint=self.tr(
                "Opens every record and piece of evidence, and computes the log again. What is "
                "damaged is named; the rest stays readable."
            ),
            gap=12,
        )
        storage = Section(self.tr("Storage"), self.storage)
        self.setLayout(column(section, storage, None, gap=24))
        context.bridge.jobChanged.connect(self._job_changed)

    def show_values(self) -> None:
        """Ask how much room the vault takes."""
        self._context.bridge.query(self._context.workspace.summary, self._show_storage, owner=self)

    def _show_storage(self, summary: VaultSummary) -> None:
        words = self.tr(
            "On disk: {size}. Permissions: {records}, recordings: {recordings}. The recordings "
            "themselves stay where they are and are not counted. Folder: {folder}"
        )
        for name, value in (
            ("size", format_size(summary.size_bytes)),
            ("records", format_number(summary.records)),
            ("recordings", format_number(summary.recordings)),
            ("folder", str(summary.folder)),
        ):
            words = words.replace("{" + name + "}", value)
        self.storage.setText(words)

    def _check(self) -> None:
        self.result.hide()
        self.trouble.hide()
        clear(self._findings)
        self.check_button.setEnabled(False)
        self._job = self._context.bridge.job(
            "vault.check",
            self.tr("Vault check"),
            self._context.workspace.keeper.check,
            self._checked,
            lambda error: self.trouble.tell_error(error_sentence(error)),
            owner=self,
        )

    def _job_changed(self, state: JobState) -> None:
        if state.id == self._job:
            self.progress.setVisible(not state.is_over)
            self.progress.show_job(state)
            self.check_button.setEnabled(state.is_over)

    def _checked(self, view: VaultCheckView) -> None:
        if not view.findings:
            words = self.tr(
                "{records} records, {evidence} pieces of evidence and {entries} log entries were "
                "looked at."
            )
            for name in ("records", "evidence", "entries"):
                words = words.replace("{" + name + "}", format_number(getattr(view, name)))
            self.result.tell(self.tr("All is as it was written."), words)
            return
        self.trouble.tell(
            self.tr("%n thing(s) are damaged.", "", len(view.findings)),
            self.tr("Do not delete anything. Restore the newest backup beside it and compare."),
        )
        for finding in view.findings[:MAX_FINDINGS]:
            self._findings.addWidget(label(self._finding_words(finding), wraps=True))

    def _finding_words(self, finding: Finding) -> str:
        kinds = {
            "database": self.tr("Database"),
            "record": self.tr("Permission"),
            "evidence": self.tr("Evidence"),
            "blob": self.tr("Evidence"),
            "log": self.tr("Log"),
            "header": self.tr("Header"),
        }
        kind = kinds.get(finding.kind, finding.kind)
        subject = f"{kind} {finding.subject_id}".strip()
        return f"{subject}: {code_sentence(finding.code).title} ({finding.code})"


class SecretsSection(QWidget):
    """The passphrase and the recovery sheet."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._sheet: RecoverySheet | None = None
        self._question: RecoveryQuestion | None = None
        self.old = SecretField(self.tr("Present passphrase"))
        self.old.setMaximumWidth(440)
        self.pair = PassphrasePair(context.bridge)
        self.pair.setMaximumWidth(440)
        self.change_button: QPushButton = button(self.tr("Change passphrase"), self._change)
        self.change_button.setEnabled(False)
        old_name: QLabel = label(self.tr("Present passphrase"), "strong")
        old_name.setBuddy(self.old)
        change = Section(
            self.tr("Passphrase"),
            column(old_name, self.old, gap=4),
            self.pair,
            row(self.change_button, None),
            hint=self.tr("Backups made before keep the passphrase they were made under."),
            gap=8,
        )
        self.sheet_button = button(self.tr("Make a new recovery sheet…"), self._ask, icon="key")
        self._sheet_box = column(gap=12)
        sheet = Section(
            self.tr("Recovery sheet"),
            row(self.sheet_button, None),
            self._sheet_box,
            hint=self.tr(
                "A new sheet takes the place of the former one, which then no longer opens this "
                "vault. Make one when a sheet may have been seen or lost."
            ),
        )
        self.setLayout(column(change, sheet, None, gap=24))
        self.old.textChanged.connect(self._typed)
        self.pair.changed.connect(self._typed)
        may_write = not context.workspace.is_read_only
        self.sheet_button.setEnabled(may_write)

    def show_values(self) -> None:
        """Empty the fields: nothing typed here waits for another visit."""
        self.old.forget()
        self.pair.forget()

    def _typed(self) -> None:
        may_write = not self._context.workspace.is_read_only
        self.change_button.setEnabled(may_write and bool(self.old.text()) and self.pair.is_usable)

    def _change(self) -> None:
        keeper, old, new = self._context.workspace.keeper, self.old.text(), self.pair.text
        self.change_button.setEnabled(False)

        def done(_none: None) -> None:
            self.show_values()
            self._context.toast(self.tr("The passphrase was changed."))

        def failed(error: ConsentKitError) -> None:
            self._typed()
            self._context.show_error(error)
            self.old.selectAll()
            self.old.setFocus()

        self._context.bridge.job(
            "vault.passphrase",
            self.tr("Change passphrase"),
            lambda _progress, _cancel: keeper.change_passphrase(old, new),
            done,
            failed,
            owner=self,
        )

    def _ask(self) -> None:
        # It destroys the way in that lies on paper somewhere, so it is confirmed.
        answer = QMessageBox.question(
            self,
            self.tr("Make a new recovery sheet"),
            self.tr("The sheet you have on paper will no longer open this vault. Go on?"),
            QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel,
            QMessageBox.StandardButton.Cancel,
        )
        if answer is QMessageBox.StandardButton.Yes:
            self.make_sheet()

    def make_sheet(self) -> None:
        """Make a new sheet and show it."""
        keeper = self._context.workspace.keeper
        self.sheet_button.setEnabled(False)

        def failed(error: ConsentKitError) -> None:
            self.sheet_button.setEnabled(True)
            self._context.show_error(error)

        self._context.bridge.job(
            "vault.recovery",
            self.tr("Recovery sheet"),
            lambda _progress, _cancel: keeper.new_recovery_sheet(),
            self._show_sheet,
            failed,
            owner=self,
        )

    def _show_sheet(self, sheet: RecoverySheet) -> None:
        clear(self._sheet_box)
        self._sheet = sheet
        self._question = RecoveryQuestion(len(sheet.words))
        done = button(self.tr("Check the words"), self._confirm, kind="primary")
        card = Card(
            RecoverySheetView(sheet),
            row(
                button(self.tr("Print…"), self._print, icon="printer"),
                button(self.tr("Save as PDF…"), self._save_pdf, icon="download"),
                None,
            ),
            label(self.tr("To be sure they are written down, type two of them:"), wraps=True),
            self._question,
            row(None, done),
            gap=12,
        )
        self._sheet_box.addWidget(card)

    def _print(self) -> None:
        if self._sheet is not None:
            hint = self.tr(
                "These words open the vault without its passphrase. Whoever has them can read "
                "everything in it. Keep this paper safe and apart from the computer."
            )
            print_sheet(self._sheet, self.tr("Recovery sheet"), hint, self)

    def _save_pdf(self) -> None:
        sheet, keeper = self._sheet, self._context.workspace.keeper
        if sheet is None:
            return
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save as PDF…"),
            f"{sheet.vault_name}.pdf",
            self.tr("PDF ({patterns})").replace("{patterns}", "*.pdf"),
        )
        if name:
            language = language_of(
                self._context.preferences.value.language, (self.locale().name(),)
            )
            work = partial(keeper.save_recovery_pdf, sheet, Path(name), language)
            self._context.bridge.query(work, owner=self)

    def _confirm(self) -> None:
        sheet, question = self._sheet, self._question
        if sheet is None or question is None:
            return
        try:
            self._context.workspace.keeper.confirm_recovery(sheet, dict(question.answers))
        except ConsentKitError as error:
            question.tell(error_sentence(error).title)
            return
        self._sheet = None
        clear(self._sheet_box)
        self.sheet_button.setEnabled(True)
        self._context.toast(self.tr("The new recovery sheet is in force."))
