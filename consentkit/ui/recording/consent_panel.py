"""What is on record about one person: permissions, evidence, grade, history, and the steps left.

``ConsentPanel`` is all of it in one column, for an inspector or a detail view. Its parts can be
used by themselves: each takes a ``ConsentDetail`` through ``set_consent`` and emits signals.
"""

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from consentkit.domain.consent import PERMITTING, ConsentEvent, Status, Step
from consentkit.domain.evidence import HEARD_BY_A_PERSON, Evidence, EvidenceKind, Fact, Grade
from consentkit.domain.party import Party
from consentkit.kernel.timebase import format_time
from consentkit.services.views import ConsentDetail
from consentkit.ui.messages import (
    country_name,
    event_name,
    evidence_icon,
    evidence_name,
    fact_name,
    format_date,
    format_date_time,
    format_size,
    language_name,
    purpose_name,
)
from consentkit.ui.recording.consent_sheets import EraseDialog, StepSheet
from consentkit.ui.recording.flow import flow
from consentkit.ui.recording.steps import offered, purposes_for
from consentkit.ui.recording.words import adult_words, step_action
from consentkit.ui.widgets.buttons import button, icon_button
from consentkit.ui.widgets.chips import GradeShield, StatusChip
from consentkit.ui.widgets.labels import icon_label, label, line
from consentkit.ui.widgets.layout import clear, column, holding, row

translate = QCoreApplication.translate
_ANSWERED_ANEW = frozenset(Status) - PERMITTING - {Status.SUSPENDED, Status.REQUESTED}
"""Where a new conversation may bring a new answer; it makes a record of its own."""

_TOP = Qt.AlignmentFlag.AlignTop


class PermissionTable(QWidget):
    """A row per purpose: its name, until when, and its status."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Permissions by purpose"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)

    def set_consent(self, detail: ConsentDetail) -> None:
        """Show the permissions of ``detail``."""
        clear(self._grid)
        for place, permission in enumerate(detail.record.permissions):
            purpose = permission.purpose
            words = column(label(purpose_name(purpose), wraps=True), gap=0)
            status = detail.statuses.get(purpose, Status.UNKNOWN)
            ends_at = detail.ends_at.get(purpose)
            if ends_at is not None and status in PERMITTING:
                until = self.tr("until {date}").format(date=format_date(ends_at))
                words.addWidget(label(until, "small", wraps=True))
            self._grid.addWidget(holding(words), place, 0)
            self._grid.addWidget(StatusChip(status), place, 1, Qt.AlignmentFlag.AlignRight | _TOP)


class EvidenceList(QWidget):
    """What shows that the person agreed, each with a way to see or hear it."""

    playRequested = Signal(object)
    """An ``Evidence`` of kind EXCERPT: its ``source_range`` of its recording is to be played."""

    openRequested = Signal(object)
    """An ``Evidence`` of another kind, to be opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = column(gap=8)
        self.setLayout(self._list)

    def set_consent(self, detail: ConsentDetail) -> None:
        """Show the evidence of ``detail``."""
        clear(self._list)
        if not detail.record.evidence:
            words = self.tr("Nothing is attached: it is the creator's own word.")
            self._list.addWidget(label(words, "muted", wraps=True))
        for item in detail.record.evidence:
            self._list.addLayout(self._row(item))

    def _row(self, item: Evidence) -> QBoxLayout:
        title = item.label or evidence_name(item.kind)
        is_excerpt = item.kind is EvidenceKind.EXCERPT
        play = self.tr("Play {title}").format(title=title)
        see = self.tr("Open {title}").format(title=title)
        signal = self.playRequested if is_excerpt else self.openRequested
        opener = icon_button(
            "play" if is_excerpt else "eye",
            play if is_excerpt else see,
            lambda: signal.emit(item),
            size=16,
        )
        symbol = icon_label(evidence_icon(item.kind))
        words = column(
            label(title, wraps=True), label(self._about(item), "small", wraps=True), gap=0
        )
        box = row(symbol, gap=8)
        box.setAlignment(symbol, _TOP)
        box.addLayout(words, 1)
        box.addWidget(opener, 0, _TOP)
        return box

    def _about(self, item: Evidence) -> str:
        if item.source_range is not None:
            return self.tr("{start} to {end}, {size}").format(
                start=format_time(item.source_range.start),
                end=format_time(item.source_range.end),
                size=format_size(item.size_bytes),
            )
        return format_size(item.size_bytes)


class GradeView(QWidget):
    """The grade with the facts behind it, and what the next one takes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shield = GradeShield(Grade.E, height=40)
        self._facts = column(gap=4)
        box = row(self._shield, gap=16)
        box.setAlignment(self._shield, _TOP)
        box.addLayout(self._facts, 1)
        self.setLayout(box)

    def set_consent(self, detail: ConsentDetail) -> None:
        """Show the grade of ``detail``."""
        self.set_facts(detail.grade, detail.facts, detail.missing)

    def set_facts(self, grade: Grade, facts: frozenset[Fact], missing: frozenset[Fact]) -> None:
        """Show this grade, the facts that hold, and those that would raise it."""
        self._shield.set_grade(grade)
        clear(self._facts)
        for fact in Fact:
            if fact in facts:
                self._facts.addLayout(self._line("check", "green", self._words(fact)))
        if missing:
            self._facts.addWidget(label(self.tr("For the next grade:"), "small"))
            for fact in Fact:
                if fact in missing:
                    self._facts.addLayout(self._line("hollow-circle", "muted", self._words(fact)))

    def _words(self, fact: Fact) -> str:
        if fact in HEARD_BY_A_PERSON:
            return self.tr("{fact} (a listener says so)").format(fact=fact_name(fact))
        return fact_name(fact)

    @staticmethod
    def _line(icon_name: str, role: str, text: str) -> QBoxLayout:
        symbol = icon_label(icon_name, role, 16)
        box = row(symbol, gap=6)
        box.setAlignment(symbol, _TOP)
        box.addWidget(label(text, "muted" if role == "muted" else "", wraps=True), 1)
        return box


class HistoryList(QWidget):
    """All that happened to a record, the newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = column(gap=8)
        self.setLayout(self._list)

    def set_consent(self, detail: ConsentDetail) -> None:
        """Show the history of ``detail``."""
        clear(self._list)
        for event in reversed(detail.record.events):
            self._list.addLayout(self._row(event, detail))

    def _row(self, event: ConsentEvent, detail: ConsentDetail) -> QBoxLayout:
        about = format_date_time(event.event_time)
        if len(event.purposes) < len(detail.record.purposes):
            named = [purpose_name(item) for item in event.purposes]
            about = self.tr("{date} · {purposes}").format(
                date=about, purposes=QLocale().createSeparatedList(named)
            )
        when = label(about, "small", wraps=True)
        entered = format_date_time(event.recorded_time)
        when.setToolTip(self.tr("Entered {date}").format(date=entered))
        box = column(label(event_name(event.step), wraps=True), when, gap=0)
        if event.reason:
            box.addWidget(label(event.reason, "muted", wraps=True))
        return box


class PartyHeader(QWidget):
    """Who: the name in use here, what the person says, and the short id of the record."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = label("", "lead", wraps=True)
        self._chip = StatusChip(Status.UNKNOWN)
        self._about = label("", "muted", wraps=True)
        self._id = label("", "small", wraps=True)
        self._id.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        top = row(gap=8)
        top.addWidget(self._name, 1)
        top.addWidget(self._chip, 0, _TOP)
        self.setLayout(column(top, self._about, self._id, gap=4))

    def set_consent(self, detail: ConsentDetail) -> None:
        """Show the person of ``detail``."""
        self._name.setText(detail.record.party.pseudonym or self.tr("Erased"))
        self._chip.set_status(detail.summary)
        is_erased = detail.summary is Status.ERASED
        self._about.setText("" if is_erased else party_words(detail.record.party))
        self._about.setVisible(not is_erased)
        text = (
            self.tr("Record {short_id}, time stamp to come")
            if detail.is_pending
            else self.tr("Record {short_id}")
        )
        self._id.setText(text.format(short_id=detail.short_id))


def party_words(party: Party) -> str:
    """Return what a person says of themselves, a line for each thing."""
    lines = []
    if party.country:
        lines.append(
            translate("recording", "From {country}").format(country=country_name(party.country))
        )
    if party.languages:
        named = QLocale().createSeparatedList([language_name(tag) for tag in party.languages])
        lines.append(translate("recording", "Speaks {languages}").format(languages=named))
    lines.append(adult_words(party.is_adult_stated))
    return "\n".join(lines)


class ConsentPanel(QStackedWidget):
    """A whole record in one column, with the steps that can be taken on it.

    Give it a record with ``set_consent``; nothing is read or written here. What a person asks for
    comes out as signals; ``StepRequest`` values are carried out by ``steps.perform`` or, for
    ``Step.ERASE``, by the service's ``erase`` in a job.
    """

    stepRequested = Signal(object)
    """A ``StepRequest``."""

    exportRequested = Signal()
    addEvidenceRequested = Signal()

    newAnswerRequested = Signal()
    """A new record is to be marked in place of this one; offered after ``allow_new_answer``."""

    playRequested = Signal(object)
    """An ``Evidence`` that is an excerpt."""

    openRequested = Signal(object)
    """Any other ``Evidence``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._detail: ConsentDetail | None = None
        self._may_answer_anew = False
        self._is_read_only = False
        self.header = PartyHeader()
        self.permissions = PermissionTable()
        self.evidence = EvidenceList()
        self.grade = GradeView()
        self.history = HistoryList()
        self.export_button = button(
            self.tr("Export proof"), self.exportRequested.emit, kind="primary", icon="export"
        )
        self.change_button = button(self.tr("Change…"))
        self.change_button.setMenu(QMenu(self.change_button))
        self._add_evidence = button(
            self.tr("Add a file…"), self.addEvidenceRequested.emit, kind="link", icon="plus"
        )
        self._sections: list[QWidget] = []
        self.addWidget(self._body())
        self.sheet = StepSheet()
        self.sheet.cancelled.connect(self.close_sheet)
        self.sheet.accepted.connect(self._asked)
        self.addWidget(self.sheet)
        self.evidence.playRequested.connect(self.playRequested)
        self.evidence.openRequested.connect(self.openRequested)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)

    def _body(self) -> QWidget:
        actions = flow(self.export_button, self.change_button)
        box = column(self.header, actions, gap=16)
        for title, items in (
            (self.tr("Permissions"), (self.permissions,)),
            (self.tr("Evidence"), (self.evidence, row(self._add_evidence, None))),
            (self.tr("Grade"), (self.grade,)),
        ):
            part = holding(column(line(), 8, label(title, "strong"), *items, gap=8))
            self._sections.append(part)
            box.addWidget(part)
        box.addWidget(
            holding(column(line(), 8, label(self.tr("History"), "strong"), self.history, gap=8))
        )
        box.addStretch(1)
        return holding(box)

    @property
    def detail(self) -> ConsentDetail | None:
        """The record that is shown."""
        return self._detail

    def set_consent(self, detail: ConsentDetail, steps: frozenset[Step]) -> None:
        """Show ``detail`` and offer those of ``steps`` a person can ask for."""
        self._detail = detail
        for part in (self.header, self.permissions, self.evidence, self.grade, self.history):
            part.set_consent(detail)
        is_erased = detail.summary is Status.ERASED
        self.export_button.setEnabled(not is_erased)
        for section in self._sections:
            section.setVisible(not is_erased)
        menu = self.change_button.menu()
        menu.clear()
        if self._may_answer_anew and detail.summary in _ANSWERED_ANEW:
            menu.addAction(self.tr("Mark a new answer…"), self.newAnswerRequested.emit)
        for step in offered(steps, detail):
            if step is Step.ERASE or purposes_for(step, detail):
                if step is Step.ERASE:
                    menu.addSeparator()
                action = menu.addAction(step_action(step))
                action.triggered.connect(lambda _=False, wanted=step: self.open_sheet(wanted))
        self.change_button.setVisible(bool(menu.actions()) and not self._is_read_only)
        self._add_evidence.setVisible(not self._is_read_only)
        self.close_sheet()

    def allow_new_answer(self, is_allowed: bool) -> None:
        """Offer to mark a new answer where the old one does not permit any more."""
        self._may_answer_anew = is_allowed

    def set_read_only(self, is_read_only: bool) -> None:
        """Offer nothing that changes the record; the vault is being written to elsewhere."""
        self._is_read_only = is_read_only

    def set_export_visible(self, is_visible: bool) -> None:
        """Show the button that exports a proof, or leave it to the page around."""
        self.export_button.setVisible(is_visible)

    def open_sheet(self, step: Step) -> None:
        """Ask what a step needs: in the side sheet, or in a dialog where data are destroyed."""
        if self._detail is None:
            return
        if step is Step.ERASE:
            dialog = EraseDialog(self._detail, self)
            dialog.acceptedWith.connect(self.stepRequested)
            dialog.open()
            return
        self.sheet.begin(step, self._detail)
        self.setCurrentWidget(self.sheet)
        self.sheet.focus_first()

    def close_sheet(self) -> None:
        """Go back to the record."""
        self.setCurrentIndex(0)

    def _asked(self, request: object) -> None:
        self.close_sheet()
        self.stepRequested.emit(request)
