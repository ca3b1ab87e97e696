"""What can be done with many permissions: the choice, what each needs, and what came of it."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDate, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QFileDialog,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from consentkit.kernel.limits import TEXT_MAX_CHARS
from consentkit.services.views import ProofOptions
from consentkit.ui.messages import error_sentence, format_number
from consentkit.ui.permissions.bulk import BulkReport
from consentkit.ui.permissions.words import report_lines, report_title
from consentkit.ui.proofs.flowing import flowing
from consentkit.ui.proofs.options import OptionsForm
from consentkit.ui.recording.consent_sheets import end_of_day
from consentkit.ui.widgets.buttons import button
from consentkit.ui.widgets.labels import ElidedLabel, icon_label, label, line
from consentkit.ui.widgets.layout import FittingStack, clear, column, holding, row

_YEARS_MORE = 2
_SHOWN_FAILURES = 50


class BulkPanel(FittingStack):
    """Beside the table while several rows are selected."""

    renewWanted = Signal(object)
    """The new end, a ``datetime``."""

    withdrawWanted = Signal(str)
    """The reason, which may be empty."""

    exportWanted = Signal(object, object)
    """Folder and ``ProofOptions``."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 0
        self._folder: Path | None = None
        self._choice = self._make_choice()
        self._renew = self._make_renew()
        self._export = self._make_export()
        self._withdraw = self._make_withdraw()
        self._busy = holding(
            column(
                label(self.tr("Working…"), "lead"),
                label(
                    self.tr("How far it is, and the button to stop it, stand at the foot."),
                    "muted",
                    wraps=True,
                ),
                None,
            )
        )
        self._report_box = column(gap=8)
        self._report = holding(self._report_box)
        self._parts = (
            self._choice,
            self._renew,
            self._export,
            self._withdraw,
            self._busy,
            self._report,
        )
        for part in self._parts:
            self.addWidget(part)

    def _bring(self, part: QWidget) -> None:
        self.setCurrentIndex(self._parts.index(part))

    # Building

    def _head(self, title: str, text: str) -> QVBoxLayout:
        return column(label(title, "lead", wraps=True), label(text, "muted", wraps=True), gap=4)

    def _foot(self, do: QPushButton) -> QWidget:
        return flowing(button(self.tr("Cancel"), self.back), do)

    def _make_choice(self) -> QWidget:
        self._title = label("", "lead", wraps=True)
        self.renew_button = button(
            self.tr("Renew…"), lambda: self._bring(self._renew), icon="refresh"
        )
        self.export_button = button(
            self.tr("Export proofs…"), lambda: self._bring(self._export), icon="export"
        )
        self.withdraw_button = button(
            self.tr("Partners withdrew…"),
            lambda: self._bring(self._withdraw),
            icon="arrow-back",
        )
        return holding(
            column(
                self._title,
                label(
                    self.tr("A step is taken only where the status of a permission allows it."),
                    "muted",
                    wraps=True,
                ),
                8,
                self.export_button,
                self.renew_button,
                self.withdraw_button,
                None,
            )
        )

    def _make_renew(self) -> QWidget:
        self.end = QDateEdit()
        self.end.setCalendarPopup(True)
        self.end.setAccessibleName(self.tr("New last day"))
        today = QDate.currentDate()
        self.end.setMinimumDate(today.addDays(1))
        self.end.setDate(today.addYears(_YEARS_MORE))
        do = button(self.tr("Renew"), self._do_renew, kind="primary")
        return holding(
            column(
                self._head(
                    self.tr("Renew the permissions"),
                    self.tr("Only if every one of these partners said yes again."),
                ),
                8,
                label(self.tr("New last day"), "strong"),
                self.end,
                8,
                self._foot(do),
                None,
            )
        )

    def _make_export(self) -> QWidget:
        self.options = OptionsForm(is_many=True)
        self._folder_name = ElidedLabel(self.tr("No folder chosen"), "muted")
        choose = button(self.tr("Choose a folder…"), self._choose_folder, icon="folder")
        self._do_export = button(self.tr("Export proofs"), self._export_all, kind="primary")
        self._do_export.setEnabled(False)
        self.options.changed.connect(self._check_export)
        return holding(
            column(
                self._head(
                    self.tr("Export proofs"),
                    self.tr("One file each, with the fields that are usually shown."),
                ),
                8,
                choose,
                self._folder_name,
                8,
                self.options,
                8,
                self._foot(self._do_export),
                None,
            )
        )

    def _make_withdraw(self) -> QWidget:
        self.reason = QPlainTextEdit()
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(96)
        self.sure = QCheckBox(self.tr("All of these partners withdrew"))
        self._do_withdraw = button(self.tr("Withdraw"), self._withdraw_all, kind="danger")
        self._do_withdraw.setEnabled(False)
        self.sure.toggled.connect(self._do_withdraw.setEnabled)
        return holding(
            column(
                self._head(
                    self.tr("The partners withdrew"),
                    self.tr(
                        "These permissions end at once and can never be given again here. This"
                        " cannot be undone."
                    ),
                ),
                8,
                label(self.tr("Reason, if you like"), "strong"),
                self.reason,
                self.sure,
                8,
                self._foot(self._do_withdraw),
                None,
            )
        )

    # What is shown

    def show_many(self, count: int) -> None:
        """Offer what can be done with ``count`` permissions."""
        self._count = count
        text = self.tr("%n permission(s) selected", "", count)
        self._title.setText(text.replace(str(count), format_number(count), 1))
        self.sure.setChecked(False)
        self.reason.clear()
        if not self._busy.isVisibleTo(self):
            self.back()

    def set_read_only(self) -> None:
        """Leave only what changes nothing, which is nothing: an export is entered into the log."""
        for made in (self.renew_button, self.export_button, self.withdraw_button):
            made.setEnabled(False)
            made.setToolTip(self.tr("This vault is open read-only."))

    def back(self) -> None:
        """Go back to the choice."""
        self._bring(self._choice)

    def show_report(self, report: BulkReport) -> None:
        """Show what came of it."""
        clear(self._report_box)
        icon, tone = ("warning", "amber") if report.failed_count else ("tick-circle", "green")
        title = row(icon_label(icon, tone, 20), gap=8)
        title.addWidget(label(report_title(report), "lead", wraps=True), 1)
        self._report_box.addLayout(title)
        for text in report_lines(report):
            self._report_box.addWidget(label(text, wraps=True))
        if report.folder is not None and report.done:
            folder = report.folder
            self._report_box.addLayout(
                row(
                    button(
                        self.tr("Show in folder"),
                        lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))),
                        icon="folder",
                    ),
                    None,
                )
            )
        if report.failed:
            self._report_box.addWidget(line())
        for failure in report.failed[:_SHOWN_FAILURES]:
            words = error_sentence(failure.error)
            self._report_box.addLayout(
                column(
                    label(failure.name, "strong", wraps=True),
                    label(f"{words.title} {words.hint}", "small", wraps=True),
                    gap=0,
                )
            )
        self._report_box.addLayout(row(None, button(self.tr("Done"), self.back)))
        self._report_box.addStretch(1)
        self._bring(self._report)

    # What is asked for

    def _do_renew(self) -> None:
        end: datetime = end_of_day(self.end.date())
        self._bring(self._busy)
        self.renewWanted.emit(end)

    def _withdraw_all(self) -> None:
        self._bring(self._busy)
        self.withdrawWanted.emit(self.reason.toPlainText().strip()[:TEXT_MAX_CHARS])

    def _choose_folder(self) -> None:
        start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder"), start)
        if name:
            self.set_folder(Path(name))

    def set_folder(self, folder: Path) -> None:
        """Take the folder proofs are written into."""
        self._folder = folder
        self._folder_name.setText(str(folder))
        self._check_export()

    def _check_export(self) -> None:
        self._do_export.setEnabled(self._folder is not None and self.options.is_valid)

    def _export_all(self) -> None:
        if self._folder is None:
            return
        options: ProofOptions = self.options.options(frozenset())
        self._bring(self._busy)
        self.exportWanted.emit(self._folder, options)
