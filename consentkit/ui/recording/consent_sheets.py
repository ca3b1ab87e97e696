"""The sheets that ask what a step on a record needs, and the dialog that erases."""

from datetime import UTC, datetime

from PySide6.QtCore import QDate, QDateTime, Qt, QTime, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from consentkit.domain.consent import NEEDS_REASON, InvalidReason, Step
from consentkit.domain.scope import Purpose
from consentkit.kernel.limits import TEXT_MAX_CHARS
from consentkit.services.views import ConsentDetail
from consentkit.ui.messages import invalid_reason_name, purpose_name
from consentkit.ui.recording.flow import FlowLayout, flow
from consentkit.ui.recording.steps import StepRequest, missing, purposes_for
from consentkit.ui.recording.words import step_meaning, step_title
from consentkit.ui.theme import set_kind
from consentkit.ui.widgets.labels import label

_YEARS_MORE = 2


def end_of_day(day: QDate) -> datetime:
    """Return the end of ``day`` where the reader lives, in UTC."""
    moment = QDateTime(day.addDays(1), QTime(0, 0))
    return datetime.fromtimestamp(moment.toSecsSinceEpoch(), UTC)


def day_of(instant: datetime) -> QDate:
    """Return the last day that begins before ``instant`` where the reader lives."""
    return QDateTime.fromSecsSinceEpoch(int(instant.timestamp()) - 1).date()


class StepSheet(QWidget):
    """Asks for purposes, reason and dates of one step; slides in beside what it concerns."""

    accepted = Signal(object)
    """A ``StepRequest`` that lacks nothing."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = Step.WITHDRAW
        self._boxes: dict[Purpose, QCheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._title = label("", "lead", wraps=True)
        self._meaning = label("", "muted", wraps=True)
        column.addWidget(self._title)
        column.addWidget(self._meaning)
        column.addSpacing(8)
        self._which = label(self.tr("Which purposes"), "strong", wraps=True)
        column.addWidget(self._which)
        self._choices = QVBoxLayout()
        self._choices.setSpacing(2)
        column.addLayout(self._choices)
        column.addSpacing(8)
        self._add_fields(column)
        column.addSpacing(8)
        column.addLayout(self._buttons())
        column.addStretch(1)

    def _add_fields(self, column: QVBoxLayout) -> None:
        self._code_label = label(self.tr("Why it was never valid"), "strong", wraps=True)
        self._code = QComboBox()
        self._code.setAccessibleName(self._code_label.text())
        for reason in InvalidReason:
            self._code.addItem(invalid_reason_name(reason), reason)
        self._end_label = label(self.tr("New last day"), "strong", wraps=True)
        self._end = QDateEdit()
        self._end.setAccessibleName(self._end_label.text())
        self._end.setCalendarPopup(True)
        self._reason_label = label("", "strong", wraps=True)
        self._reason = QPlainTextEdit()
        self._reason.setAccessibleName(self.tr("Reason"))
        self._reason.setTabChangesFocus(True)
        self._reason.setFixedHeight(96)
        self._reason.textChanged.connect(self._check)
        for widget in (
            self._code_label,
            self._code,
            self._end_label,
            self._end,
            self._reason_label,
            self._reason,
        ):
            column.addWidget(widget)

    def _buttons(self) -> FlowLayout:
        back = QPushButton(self.tr("Cancel"))
        back.clicked.connect(self.cancelled)
        self._do = QPushButton(step_title(self._step))
        self._do.clicked.connect(self._accept)
        return flow(back, self._do)

    def begin(self, step: Step, detail: ConsentDetail) -> None:
        """Ask what ``step`` on ``detail`` needs."""
        self._step = step
        self._title.setText(step_title(step))
        self._meaning.setText(step_meaning(step))
        while (item := self._choices.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._boxes = {}
        for purpose in purposes_for(step, detail):
            box = QCheckBox(purpose_name(purpose))
            box.setChecked(True)
            box.toggled.connect(self._check)
            self._boxes[purpose] = box
            self._choices.addWidget(box)
        is_void, is_renewal = step is Step.INVALIDATE, step is Step.RENEW
        for widget in (self._code_label, self._code):
            widget.setVisible(is_void)
        for widget in (self._end_label, self._end):
            widget.setVisible(is_renewal)
        if is_renewal and detail.ends_at:
            self._end.setDate(day_of(max(detail.ends_at.values())).addYears(_YEARS_MORE))
        has_reason = step in NEEDS_REASON or step is Step.WITHDRAW
        needed = step in NEEDS_REASON
        self._reason_label.setText(
            self.tr("Reason") if needed else self.tr("In their words, if you like")
        )
        self._reason.setAccessibleName(self._reason_label.text())
        self._reason_label.setVisible(has_reason)
        self._reason.setVisible(has_reason)
        self._reason.clear()
        self._do.setText(step_title(step))
        set_kind(
            self._do,
            "danger" if step in {Step.INVALIDATE, Step.REVOKE, Step.WITHDRAW} else "primary",
        )
        self._check()

    @property
    def request(self) -> StepRequest:
        """What is asked for as it stands."""
        return StepRequest(
            step=self._step,
            purposes=tuple(item for item, box in self._boxes.items() if box.isChecked()),
            reason=self._reason.toPlainText().strip()[:TEXT_MAX_CHARS],
            reason_code=InvalidReason(self._code.currentData())
            if self._step is Step.INVALIDATE
            else None,
            new_ends_at=end_of_day(self._end.date()) if self._step is Step.RENEW else None,
        )

    def set_reason(self, text: str) -> None:
        """Put ``text`` into the field for the reason."""
        self._reason.setPlainText(text)

    def focus_first(self) -> None:
        """Give the keyboard to the first thing that has to be filled in."""
        first = self._reason if self._reason.isVisibleTo(self) else self._do
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _check(self) -> None:
        self._do.setEnabled(not missing(self.request))

    def _accept(self) -> None:
        if not missing(self.request):
            self.accepted.emit(self.request)


class EraseDialog(QDialog):
    """Says what is destroyed and what stays, and asks for a reason; nothing else is modal."""

    acceptedWith = Signal(object)
    """A ``StepRequest`` for ``Step.ERASE``."""

    def __init__(self, detail: ConsentDetail, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Erase the data"))
        self.setMinimumWidth(440)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(
            label(
                self.tr("Erase the data of {name}?").format(name=detail.record.party.pseudonym),
                "title",
                wraps=True,
            )
        )
        column.addWidget(label(self.tr("This cannot be undone."), wraps=True))
        column.addSpacing(8)
        column.addWidget(label(self.tr("Destroyed"), "strong", wraps=True))
        column.addWidget(
            label(
                self.tr(
                    "Name, country, languages, what was agreed, and every sealed excerpt and file"
                    " of this record. Backups made earlier still hold them: make a new one and"
                    " delete the old ones."
                ),
                wraps=True,
            )
        )
        column.addWidget(label(self.tr("What stays"), "strong", wraps=True))
        column.addWidget(
            label(
                self.tr(
                    "A mark without any name in the log, so that all other proofs still hold. Your"
                    " recording file is not touched, and proofs you already handed out stay as"
                    " they are."
                ),
                wraps=True,
            )
        )
        column.addSpacing(8)
        column.addWidget(label(self.tr("Reason"), "strong", wraps=True))
        self._reason = QPlainTextEdit()
        self._reason.setAccessibleName(self.tr("Reason"))
        self._reason.setTabChangesFocus(True)
        self._reason.setFixedHeight(72)
        column.addWidget(self._reason)
        line = QHBoxLayout()
        back = QPushButton(self.tr("Keep the data"))
        back.clicked.connect(self.reject)
        back.setDefault(True)
        self._do = QPushButton(self.tr("Erase the data"))
        set_kind(self._do, "danger")
        self._do.setEnabled(False)
        self._do.clicked.connect(self._erase)
        line.addStretch(1)
        line.addWidget(back)
        line.addWidget(self._do)
        column.addSpacing(8)
        column.addLayout(line)
        self._reason.textChanged.connect(
            lambda: self._do.setEnabled(bool(self._reason.toPlainText().strip()))
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def set_reason(self, text: str) -> None:
        """Put ``text`` into the field for the reason."""
        self._reason.setPlainText(text)

    def _erase(self) -> None:
        reason = self._reason.toPlainText().strip()[:TEXT_MAX_CHARS]
        self.acceptedWith.emit(StepRequest(Step.ERASE, reason=reason))
        self.accept()
