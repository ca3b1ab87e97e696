"""The side sheet that asks how a proof is to be made, and shows it when it is."""

from pathlib import Path

from PySide6.QtCore import QLocale, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QVBoxLayout, QWidget

from consentkit.services.views import ProofExport
from consentkit.ui.proofs.claims_words import GROUP_HINTS, GROUP_TITLES, FieldRow, Group
from consentkit.ui.proofs.flowing import flowing
from consentkit.ui.proofs.options import OptionsForm
from consentkit.ui.proofs.presenter import SUFFIX, Draft
from consentkit.ui.proofs.verify_words import translate
from consentkit.ui.widgets.buttons import button
from consentkit.ui.widgets.labels import ElidedLabel, icon_label, label, line
from consentkit.ui.widgets.layout import FittingStack, clear, column, holding, row, scrolling
from consentkit.ui.widgets.states import Notice


class ExportSheet(QWidget):
    """Asks what a proof shows."""

    exportWanted = Signal(object, object)
    """Path and ``ProofOptions``."""

    cancelled = Signal()
    folderWanted = Signal(object)
    verifyWanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._draft: Draft | None = None
        self._made: ProofExport | None = None
        self.boxes: dict[str, QCheckBox] = {}
        language = QLocale().name().split("_")[0]
        self.form = OptionsForm(language=language)
        self._title = label("", "lead", wraps=True)
        self._pending = Notice("clock")
        self._fields = column(gap=8)
        self._count = label("", "muted")
        self.export_button = button(
            self.tr("Export…"), self._choose_path, kind="primary", icon="export"
        )
        self.cancel_button = button(self.tr("Cancel"), self.cancelled.emit)
        inner = column(self._title, self._pending, gap=12, margins=(16, 16, 16, 16))
        inner.addLayout(self._fields)
        inner.addWidget(line())
        inner.addWidget(self.form)
        inner.addStretch(1)
        foot = row(self.cancel_button, None, self._count, self.export_button, gap=12)
        foot.setContentsMargins(16, 12, 16, 12)
        ask = column(gap=0)
        ask.addWidget(scrolling(holding(inner)), 1)
        ask.addWidget(line())
        ask.addLayout(foot)
        self._ask = holding(ask)
        self._done = self._make_done()
        self._stack = FittingStack()
        self._stack.addWidget(self._ask)
        self._stack.addWidget(self._done)
        self.setLayout(column(self._stack, gap=0))
        self.form.changed.connect(self._check)

    def _make_done(self) -> QWidget:
        self._made_name = ElidedLabel("", "strong", Qt.TextElideMode.ElideMiddle)
        self._made_folder = ElidedLabel("", "muted", Qt.TextElideMode.ElideMiddle)
        self.folder_button = button(
            self.tr("Show in folder"),
            lambda: self.folderWanted.emit(self._made),
            kind="primary",
            icon="folder",
        )
        verify = button(
            self.tr("Verify it"), lambda: self.verifyWanted.emit(self._made), icon="shield-tick"
        )
        close = button(self.tr("Close"), self.cancelled.emit)
        return holding(
            column(
                row(
                    icon_label("tick-circle", "green", 28),
                    label(self.tr("The proof is ready."), "title", wraps=True),
                    None,
                    gap=12,
                ),
                self._made_name,
                self._made_folder,
                label(
                    self.tr("Whoever gets it can check it without ConsentKit and without you."),
                    "muted",
                    wraps=True,
                ),
                8,
                flowing(self.folder_button, verify, close),
                None,
                gap=8,
                margins=16,
            )
        )

    # What is shown

    def show_draft(self, draft: Draft) -> None:
        """Ask how this proof is to be made."""
        self._draft = draft
        self._title.setText(self.tr("Proof of the permission of {name}").format(name=draft.name))
        self._pending.setVisible(draft.is_pending)
        if draft.is_pending:
            self._pending.tell(
                "",
                self.tr(
                    "The newest entry has no time stamp yet. You can export at once; a proof made"
                    " later shows the time as well."
                ),
            )
        clear(self._fields)
        self.boxes = {}
        for group in Group:
            mine = [found for found in draft.rows if found.group is group]
            if mine:
                self._fields.addLayout(self._group(group, mine))
        self.form.set_has_excerpt(draft.has_excerpt)
        self._stack.setCurrentIndex(0)
        self.show_making(is_making=False)
        self._check()

    def _group(self, group: Group, rows: list[FieldRow]) -> QVBoxLayout:
        title = translate("proofs", GROUP_TITLES[group])
        box = column(
            label(title, "strong"),
            label(translate("proofs", GROUP_HINTS[group]), "small", wraps=True),
            gap=2,
        )
        box.addSpacing(4)
        for found in rows:
            tick = QCheckBox(found.name)
            tick.setChecked(found.is_ticked)
            tick.setAccessibleDescription(found.value)
            if found.is_required:
                tick.setEnabled(False)
                tick.setToolTip(self._always())
                tick.setAccessibleDescription(f"{found.value}. {self._always()}")
            tick.toggled.connect(lambda _on: self._check())
            self.boxes[found.path] = tick
            value = ElidedLabel(found.value, "muted")
            pair = row(tick, gap=12)
            pair.addWidget(value, 1)
            box.addLayout(pair)
        if any(found.is_required for found in rows):
            lock = icon_label("lock", "muted", 16)
            why = row(lock, gap=8)
            why.setAlignment(lock, Qt.AlignmentFlag.AlignTop)
            why.addWidget(label(self._always(), "small", wraps=True), 1)
            box.addLayout(why)
        box.addSpacing(8)
        return box

    def _always(self) -> str:
        return self.tr(
            "Always shown: a proof must not hide which purposes were refused or taken back."
        )

    def show_making(self, is_making: bool) -> None:
        """Hold still while the proof is being made."""
        self._ask.setEnabled(not is_making)
        self.export_button.setText(self.tr("Exporting…") if is_making else self.tr("Export…"))

    def show_made(self, made: ProofExport) -> None:
        """Show the proof that was made."""
        self._made = made
        self._made_name.setText(made.path.name)
        self._made_folder.setText(str(made.path.parent))
        self._stack.setCurrentIndex(1)
        self.folder_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is chosen

    @property
    def disclosed(self) -> frozenset[str]:
        """The fields that are ticked."""
        return frozenset(path for path, box in self.boxes.items() if box.isChecked())

    def _check(self) -> None:
        count = len(self.disclosed)
        text = self.tr("%n of {total} shown", "", count).format(total=len(self.boxes))
        self._count.setText(text)
        self.export_button.setEnabled(self.form.is_valid)

    def _choose_path(self) -> None:
        if self._draft is None:
            return
        start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        ending = f"{SUFFIX}.age" if self.form.recipients.keys else SUFFIX
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Export the proof"),
            str(Path(start) / f"{self._draft.short_id}{ending}"),
            f"{self.tr('Proofs')} (*{ending})",
        )
        if name:
            self.export_to(Path(name))

    def export_to(self, path: Path) -> None:
        """Ask for the proof to be made at ``path``."""
        self.exportWanted.emit(path, self.form.options(self.disclosed))
