"""The fields of the marking panel that are more than one control."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QLineEdit,
    QWidget,
)
from typing_extensions import override

from consentkit.domain.evidence import Answer, EvidenceKind
from consentkit.domain.scope import Purpose
from consentkit.kernel.limits import NAME_MAX_CHARS
from consentkit.kernel.timebase import format_time
from consentkit.ui.messages import evidence_icon, evidence_name, purpose_hint, purpose_name
from consentkit.ui.recording import marking as mark
from consentkit.ui.recording.marking import Attachment, Marked
from consentkit.ui.widgets.buttons import button, icon_button
from consentkit.ui.widgets.inputs import dropped_files
from consentkit.ui.widgets.labels import TimeLabel, icon_label, label
from consentkit.ui.widgets.layout import clear, column, row

translate = QCoreApplication.translate

_KINDS = (
    EvidenceKind.IMAGE,
    EvidenceKind.DOCUMENT,
    EvidenceKind.MESSAGE,
    EvidenceKind.AUDIO,
)


def field(name: str, widget: QWidget) -> QBoxLayout:
    """Return ``widget`` under its name, which is also what is read aloud."""
    caption = label(name, "small")
    caption.setBuddy(widget)
    if not widget.accessibleName():
        widget.setAccessibleName(name)
    return column(caption, widget, gap=2)


class SlotRow(QWidget):
    """One stretch to be marked: its name, its times, buttons for beginning and end."""

    chosen = Signal()
    markIn = Signal()
    markOut = Signal()
    cleared = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.pick = button(name, self.chosen.emit, kind="chip")
        self.pick.setCheckable(True)
        self.times = TimeLabel("", "small")
        self._in = button("I", self.markIn.emit, kind="chip")
        self._in.setToolTip(self.tr("{name} begins here (I)").format(name=name))
        self._out = button("O", self.markOut.emit, kind="chip")
        self._out.setToolTip(self.tr("{name} ends here (O)").format(name=name))
        self._clear = icon_button(
            "close", self.tr("Forget {name}").format(name=name), self.cleared.emit, size=16
        )
        for widget in (self.pick, self._in, self._out, self._clear):
            # The mouse leaves the keyboard with the timeline, so that I and O go on to work.
            widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for widget in (self._in, self._out):
            widget.setAccessibleName(widget.toolTip())
            widget.setFixedWidth(36)
        words = column(row(self.pick, None), self.times, gap=2)
        box = row(gap=4)
        box.addLayout(words, 1)
        for widget in (self._in, self._out, self._clear):
            box.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(box)

    def show_marked(self, marked: Marked, *, is_active: bool) -> None:
        """Show what is marked, and whether the keys mark this."""
        self.pick.setChecked(is_active)
        start = format_time(marked.start, decimals=2) if marked.start is not None else "…"
        end = format_time(marked.end, decimals=2) if marked.end is not None else "…"
        is_empty = marked.start is None and marked.end is None
        self.times.setText(self.tr("not marked") if is_empty else f"{start} - {end}")
        self._clear.setVisible(not is_empty)


class PurposeGrid(QWidget):
    """Every purpose with what was answered to it: yes, no, or that it was not asked."""

    answered = Signal(object, object)
    """The purpose and its answer."""

    left = Signal(object)
    """A purpose that is not asked about."""

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        self._rows: dict[Purpose, QComboBox] = {}
        for place, purpose in enumerate(Purpose):
            name = label(purpose_name(purpose), wraps=True)
            name.setToolTip(purpose_hint(purpose))
            choice = QComboBox()
            choice.setAccessibleName(purpose_name(purpose))
            choice.addItem(self.tr("Not asked"), None)
            choice.addItem(self.tr("Yes"), Answer.YES)
            choice.addItem(self.tr("No"), Answer.NO)
            choice.addItem(self.tr("Unclear"), Answer.UNCLEAR)
            choice.activated.connect(lambda _index, item=purpose: self._choose(item))
            self._rows[purpose] = choice
            grid.addWidget(name, place, 0)
            grid.addWidget(choice, place, 1)
        self._why = label("", "small", wraps=True)
        grid.addWidget(self._why, len(Purpose), 0, 1, 2)

    def _choose(self, purpose: Purpose) -> None:
        answer = self._rows[purpose].currentData()
        if answer is None:
            self.left.emit(purpose)
        else:
            self.answered.emit(purpose, Answer(answer))

    def show_scope(self, scope: mark.Scope, heard: Answer | None) -> None:
        """Show the answers; those without one of their own follow what was heard."""
        answers = dict(scope.answers)
        for purpose, choice in self._rows.items():
            if purpose not in answers:
                choice.setCurrentIndex(0)
                continue
            own = answers[purpose]
            shown = own if heard in {None, Answer.YES} else heard
            choice.setCurrentIndex(choice.findData(shown or Answer.YES))
        is_free = heard in {None, Answer.YES}
        for choice in self._rows.values():
            choice.setEnabled(is_free)
        reasons = {
            Answer.NO: self.tr(
                "You heard a no, so every purpose is refused. One of them can be a yes only where"
                " a yes was heard."
            ),
            Answer.UNCLEAR: self.tr(
                "You heard no clear answer, so every purpose stays open. One of them can be a yes"
                " only where a yes was heard."
            ),
        }
        self._why.setText(reasons.get(heard, "") if heard is not None else "")
        self._why.setVisible(not is_free)


def attachment_filter() -> str:
    """Return the filter of a file dialog that asks for attachments."""
    endings = " ".join(f"*{ending}" for ending in mark.ATTACHABLE)
    kinds = translate("recording", "Pictures, documents, sound")
    return f"{kinds} ({endings})"


class AttachmentsField(QWidget):
    """Files to be sealed, with kind and label; takes dropped files."""

    changed = Signal(object)
    """The new tuple of ``Attachment``."""

    added = Signal(object)
    """A tuple of ``Path``."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Attachment, ...] = ()
        self.setAcceptDrops(True)
        self._list = column(gap=8)
        self._add = button(self.tr("Add a file…"), self._choose, kind="link", icon="paperclip")
        hint = label(
            self.tr("Pictures, PDF, text or sound. You can drop them here."), "small", wraps=True
        )
        self.setLayout(column(self._list, row(self._add, None), hint, gap=4))

    def _choose(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Add files"), "", attachment_filter())
        if names:
            self.added.emit(tuple(Path(name) for name in names))

    def show_attachments(self, attachments: tuple[Attachment, ...]) -> None:
        """Show these files."""
        if tuple(item.path for item in attachments) == tuple(item.path for item in self._shown):
            self._shown = attachments
            return
        self._shown = attachments
        clear(self._list)
        for item in attachments:
            self._list.addLayout(self._row(item))

    def _row(self, item: Attachment) -> QBoxLayout:
        name = QLineEdit(item.label)
        name.setMaxLength(NAME_MAX_CHARS)
        name.setAccessibleName(self.tr("Label of the file"))
        name.setToolTip(item.path.name)
        name.textEdited.connect(lambda text: self._change(item.path, label=text))
        kind = QComboBox()
        kind.setAccessibleName(self.tr("What the file is"))
        for known in _KINDS:
            kind.addItem(evidence_name(known), known)
        kind.setCurrentIndex(_KINDS.index(item.kind) if item.kind in _KINDS else 0)
        kind.activated.connect(
            lambda _index: self._change(item.path, kind=EvidenceKind(kind.currentData()))
        )
        drop = icon_button(
            "close", self.tr("Leave the file out"), lambda: self._drop(item.path), size=16
        )
        symbol = icon_label(evidence_icon(item.kind))
        box = row(symbol, name, kind, drop, gap=4)
        box.setStretchFactor(name, 1)
        return box

    def _change(self, path: Path, **fields: object) -> None:
        self._shown = tuple(
            replace(item, **fields) if item.path == path else item  # type: ignore[arg-type]  # two known fields
            for item in self._shown
        )
        self.changed.emit(self._shown)

    def _drop(self, path: Path) -> None:
        self.changed.emit(tuple(item for item in self._shown if item.path != path))

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        files = dropped_files(event.mimeData())
        if any(mark.attachment_of(path) is not None for path in files):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        files = dropped_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.added.emit(files)
