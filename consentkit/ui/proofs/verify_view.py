"""A place to drop a proof on, and what its check found. It needs no vault."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from consentkit.domain.evidence import Grade
from consentkit.domain.report import Outcome, VerificationReport
from consentkit.kernel.clock import Clock, SystemClock
from consentkit.kernel.errors import ConsentKitError
from consentkit.services.jobs import JobState
from consentkit.ui.bridge import Bridge
from consentkit.ui.icons import set_icon
from consentkit.ui.messages import error_sentence, format_utc, outcome_look, outcome_name
from consentkit.ui.proofs.claims_words import GROUP_TITLES, Group, claim_rows
from consentkit.ui.proofs.flowing import flowing
from consentkit.ui.proofs.verify_presenter import VerifyPresenter
from consentkit.ui.proofs.verify_words import (
    Line,
    lines,
    not_proven_words,
    report_text,
    translate,
    verdict,
)
from consentkit.ui.theme import set_role
from consentkit.ui.widgets.buttons import button, icon_button
from consentkit.ui.widgets.chips import Chip, GradeShield
from consentkit.ui.widgets.inputs import FileDropArea, copy_text
from consentkit.ui.widgets.labels import ElidedLabel, icon_label, label, line
from consentkit.ui.widgets.layout import FittingStack, clear, column, holding, row, scrolling
from consentkit.ui.widgets.states import Notice

ENDINGS = (".consentproof", ".consentproof.age")


def is_proof_file(path: Path) -> bool:
    """Return whether a file's name says it is a proof."""
    return path.name.lower().endswith(ENDINGS)


def fact_row(name: str, value: str) -> QVBoxLayout:
    """Return a name over its value, which can be selected and copied."""
    shown = label(value, wraps=True)
    flags = Qt.TextInteractionFlag.TextSelectableByMouse
    shown.setTextInteractionFlags(flags | Qt.TextInteractionFlag.TextSelectableByKeyboard)
    shown.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    # Long digests have no space to break at; a break may stand after every eighth letter.
    if len(value) > 40 and " " not in value:  # noqa: PLR2004 -- a SHA-256 has 64
        shown.setText("\u200b".join(value[i : i + 8] for i in range(0, len(value), 8)))
    return column(label(name, "small"), shown, gap=0)


class _Face(QWidget):
    """The visible part of a check; a click anywhere on it opens the details."""

    clicked = Signal()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()
        event.accept()


class CheckRow(QWidget):
    """One check: icon, title and outcome, with its facts under it when it is opened."""

    def __init__(self, found: Line) -> None:
        super().__init__()
        icon, tone = outcome_look(found.outcome)
        self._details = QWidget()
        inner = column(gap=8, margins=(40, 0, 8, 12))
        for name, value in found.facts:
            inner.addLayout(fact_row(name, value))
        self._details.setLayout(inner)
        symbol = icon_label(icon, tone, 20)
        chip = Chip(outcome_name(found.outcome), "", tone)
        texts = column(label(found.title, "strong", wraps=True), gap=2)
        if found.reason:
            texts.addWidget(label(found.reason, "muted", wraps=True))
        if found.is_demonstration:
            mark = Chip(translate("proofs", "Demonstration"), "warning", "amber")
            texts.addLayout(row(mark, None))
        self.opener = icon_button("chevron-right", self._opener_name(found), size=16)
        self.opener.setCheckable(True)
        self.opener.setFixedSize(24, 24)
        self.opener.setStyleSheet("QToolButton { padding: 0; }")
        self.opener.toggled.connect(self._toggle)
        self.opener.setVisible(bool(found.facts))
        face = _Face()
        top = row(symbol, gap=12, margins=(8, 8, 8, 8))
        top.addLayout(texts, 1)
        top.addWidget(chip)
        top.addWidget(self.opener)
        for part in (symbol, chip, self.opener):
            top.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        face.setLayout(top)
        face.clicked.connect(self.opener.click)
        face.setAccessibleName(f"{outcome_name(found.outcome)}: {found.title} {found.reason}")
        self.setLayout(column(face, self._details, gap=0))
        self._details.hide()
        if found.outcome is Outcome.FAILED and found.facts:
            self.opener.setChecked(True)

    @staticmethod
    def _opener_name(found: Line) -> str:
        return translate("proofs", "Details: {title}").format(title=found.title)

    def _toggle(self, is_open: bool) -> None:
        self._details.setVisible(is_open)
        set_icon(self.opener, "chevron-down" if is_open else "chevron-right", "text", 16)


class VerifyView(QWidget):
    """Checks a proof from outside. For the Proofs page and for the start page alike.

    Args:
        bridge: Runs the check.
        roots: Gives roots of time authorities that are trusted besides those of the product.
        clock: Tells when it was checked, for the copied text.
        is_titled: Show the heading; a page that has its own leaves it out.
        is_whole: Show the report at its full height; the page around it scrolls.
    """

    reported = Signal()
    """A report is shown."""

    def __init__(
        self,
        bridge: Bridge,
        roots: Callable[[], tuple[str, ...]] = tuple,
        clock: Clock | None = None,
        *,
        is_titled: bool = True,
        is_whole: bool = False,
    ) -> None:
        super().__init__()
        self._clock: Clock = clock or SystemClock()
        self._report: VerificationReport | None = None
        self._name = ""
        self.presenter = VerifyPresenter(bridge, self, roots, owner=self)
        bridge.jobChanged.connect(self.presenter.job_changed)
        self._build(is_titled=is_titled, is_whole=is_whole)

    def _build(self, *, is_titled: bool, is_whole: bool) -> None:
        self.drop = FileDropArea(
            self.tr("Drop a proof here. It is checked on this computer; nothing is sent."),
            self.tr("Choose a proof…"),
            filters=self._filters(),
            accepts=is_proof_file,
            icon_name="shield-tick",
        )
        self.drop.setMinimumHeight(132 if is_whole else 200)
        self.drop.filesChosen.connect(lambda files: self.verify(files[0]))
        self.busy_name = ElidedLabel("", "strong", Qt.TextElideMode.ElideMiddle)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Checking the proof"))
        stop = button(self.tr("Stop"), self.presenter.stop)
        self._busy = holding(
            column(None, self.busy_name, self._bar, row(None, stop), None, gap=12, margins=24)
        )
        self._trouble = Notice("warning", is_warning=True)
        self._key_notice = Notice("key")
        self._key_button = button(
            self.tr("Choose the key file…"), self._choose_key, kind="primary", icon="key"
        )
        self._key_notice.action_row.addWidget(self._key_button)
        self._result_box = column(gap=4)
        found = holding(self._result_box)
        found.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        found.setAccessibleName(self.tr("What was found"))
        self._found = found
        self._area = None if is_whole else scrolling(found)
        another = button(self.tr("Another proof"), self.presenter.again, icon="arrow-back")
        self.copy_button = button(self.tr("Copy as text"), self._copy, icon="copy")
        foot = flowing(another, self.copy_button)
        self._result = holding(column(self._area or found, foot, gap=12))
        first = column(self._key_notice, self._trouble, self.drop, gap=12)
        first.setStretchFactor(self.drop, 1)
        self._first = holding(first)
        self._stack = FittingStack()
        for part in (self._first, self._busy, self._result):
            self._stack.addWidget(part)
        box = column(gap=12)
        if is_titled:
            box.addWidget(label(self.tr("Verify a proof"), "lead"))
        box.addWidget(self._stack, 1)
        self.setLayout(box)
        self.show_drop()

    def _filters(self) -> str:
        endings = " ".join(f"*{ending}" for ending in ENDINGS)
        return f"{self.tr('Proofs')} ({endings});;{self.tr('All files')} (*)"

    # What a person asks for

    def verify(self, path: Path) -> None:
        """Check the proof at ``path``."""
        self.presenter.verify(path)

    def _choose_key(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose the key file"))
        if name:
            self.presenter.use_key(Path(name))

    def text(self) -> str:
        """Return the report that is shown as plain text."""
        if self._report is None:
            return ""
        return report_text(self._report, self._name, format_utc(self._clock.now()))

    def _copy(self) -> None:
        copy_text(self.text())
        self.copy_button.setText(self.tr("Copied"))
        set_icon(self.copy_button, "check", "green", 16)

    # What the presenter asks for

    def show_drop(self) -> None:
        """Ask for a proof."""
        self._report = None
        self._key_notice.hide()
        self._trouble.hide()
        self._stack.setCurrentIndex(0)

    def show_busy(self, name: str) -> None:
        """Say that a proof is being checked."""
        self.busy_name.setText(name)
        self._bar.setRange(0, 0)
        self._stack.setCurrentIndex(1)

    def show_progress(self, state: JobState) -> None:
        """Show how far it is."""
        if state.fraction is None:
            self._bar.setRange(0, 0)
        else:
            self._bar.setRange(0, 1000)
            self._bar.setValue(round(state.fraction * 1000))

    def show_key_wanted(self, name: str, *, is_wrong: bool) -> None:
        """Ask for the key of an encrypted proof."""
        self.show_drop()
        title = (
            self.tr("This key does not open {file}.")
            if is_wrong
            else self.tr("{file} is encrypted.")
        )
        self._key_notice.tell(
            title.format(file=name),
            self.tr(
                "It opens with the age identity of whom it was made for: a file with a line that"
                " begins with AGE-SECRET-KEY-1. The key is read for this check and not kept."
            ),
        )
        self._key_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_trouble(self, error: ConsentKitError) -> None:
        """Say why it could not be checked at all."""
        self.show_drop()
        self._trouble.tell_error(error_sentence(error))

    def show_report(self, report: VerificationReport, name: str) -> None:
        """Show what was found."""
        self._report, self._name = report, name
        self.copy_button.setText(self.tr("Copy as text"))
        set_icon(self.copy_button, "copy", "text", 16)
        clear(self._result_box)
        self._add_verdict(report, name)
        for found in lines(report):
            self._result_box.addWidget(CheckRow(found))
            self._result_box.addWidget(line())
        self._add_claims(report)
        self._add_not_proven(report)
        self._result_box.addStretch(1)
        self._stack.setCurrentIndex(2)
        if self._area is not None:
            self._area.verticalScrollBar().setValue(0)
        (self._area or self._found).setFocus(Qt.FocusReason.OtherFocusReason)
        self.reported.emit()

    def _add_verdict(self, report: VerificationReport, name: str) -> None:
        whole = verdict(report)
        symbol = icon_label(whole.icon, whole.tone, 28)
        texts = column(
            label(whole.title, "title", wraps=True), label(whole.text, wraps=True), gap=4
        )
        texts.addWidget(ElidedLabel(name, "small", Qt.TextElideMode.ElideMiddle))
        box = row(symbol, gap=12, margins=(8, 8, 8, 16))
        box.setAlignment(symbol, Qt.AlignmentFlag.AlignTop)
        box.addLayout(texts, 1)
        if report.grade in set(Grade):
            shield = GradeShield(Grade(report.grade), height=44)
            box.addWidget(shield, 0, Qt.AlignmentFlag.AlignTop)
        frame = QFrame()
        set_role(frame, "well")
        frame.setLayout(box)
        self._result_box.addWidget(frame)
        self._result_box.addSpacing(8)

    def _add_claims(self, report: VerificationReport) -> None:
        rows = claim_rows(report.claims)
        if not rows:
            return
        box = self._part(self.tr("What the receipt shows"))
        for group in Group:
            mine = [(name, value) for place, name, value in rows if place is group]
            if not mine:
                continue
            box.addWidget(label(translate("proofs", GROUP_TITLES[group]), "small"))
            for name, value in mine:
                pair = row(gap=12)
                pair.addWidget(label(name, "muted", wraps=True), 2)
                pair.addWidget(label(value, wraps=True), 3)
                box.addLayout(pair)
            box.addSpacing(4)
        everything = QWidget()
        inner = column(gap=4)
        for path, value in report.claims.items():
            if value:
                inner.addLayout(fact_row(path, value))
        everything.setLayout(inner)
        everything.hide()
        more = button(self.tr("Show all values"), kind="link")
        more.setCheckable(True)
        more.toggled.connect(everything.setVisible)
        box.addLayout(row(more, None))
        box.addWidget(everything)

    def _add_not_proven(self, report: VerificationReport) -> None:
        if not report.not_proven:
            return
        box = self._part(self.tr("What this does not prove"))
        for code in report.not_proven:
            symbol = icon_label("minus", "muted", 16)
            pair = row(symbol, gap=8)
            pair.setAlignment(symbol, Qt.AlignmentFlag.AlignTop)
            pair.addWidget(label(not_proven_words(code), wraps=True), 1)
            box.addLayout(pair)

    def _part(self, title: str) -> QVBoxLayout:
        box = column(label(title, "lead"), gap=6, margins=(8, 12, 8, 8))
        self._result_box.addLayout(box)
        return box
