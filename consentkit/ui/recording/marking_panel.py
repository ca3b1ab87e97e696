"""The marking mode's panel: what was asked and answered, who, what, files, and the seal."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QDate, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from consentkit.domain.evidence import Answer
from consentkit.domain.scope import PRESETS, WORLD, Condition, DataCategory, EditKind, Purpose
from consentkit.kernel.limits import NAME_MAX_CHARS
from consentkit.kernel.timebase import format_time
from consentkit.services.jobs import JobState
from consentkit.services.views import AskingMatch, NoticeInfo
from consentkit.ui.messages import (
    condition_name,
    data_name,
    edit_name,
    format_clock,
    preset_name,
)
from consentkit.ui.recording import marking as mark
from consentkit.ui.recording.choices import (
    ElidingCombo,
    LanguagesField,
    OneOf,
    SearchCombo,
    SomeOf,
    countries,
)
from consentkit.ui.recording.consent_sheets import day_of, end_of_day
from consentkit.ui.recording.marking import Marking, Slot
from consentkit.ui.recording.marking_fields import (
    AttachmentsField,
    PurposeGrid,
    SlotRow,
    field,
)
from consentkit.ui.recording.words import problem_words, summary
from consentkit.ui.theme import set_role
from consentkit.ui.widgets.buttons import button, icon_button
from consentkit.ui.widgets.labels import label, line
from consentkit.ui.widgets.layout import Card, clear, column, holding, row, scrolling
from consentkit.ui.widgets.states import Notice, ProgressLine

translate = QCoreApplication.translate


class MarkingPanel(QWidget):
    """Everything one permission needs, in the order it is done.

    ``edited`` carries the whole ``Marking`` after each change; ``show_marking`` shows it.
    """

    edited = Signal(object)
    slotChosen = Signal(object)
    markIn = Signal()
    markOut = Signal()
    listenRequested = Signal()
    presetChosen = Signal(str)
    purposeAnswered = Signal(object, object)
    matchChosen = Signal(object)
    filesAdded = Signal(object)
    sealRequested = Signal()
    stopRequested = Signal(str)
    leaveRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marking: Marking | None = None
        self._matches: tuple[AskingMatch, ...] = ()
        self._notices: tuple[NoticeInfo, ...] = ()
        self.slots = {
            Slot.QUESTION: SlotRow(self.tr("Question")),
            Slot.ANSWER: SlotRow(self.tr("Answer")),
            Slot.NUMBER: SlotRow(self.tr("Number")),
        }
        self._make_listening()
        self._make_person()
        self._make_scope()
        self._make_rest()
        content = column(
            *self._listening_part(),
            *self._person_part(),
            *self._scope_part(),
            *self._rest_part(),
            None,
            gap=8,
            margins=16,
        )
        self._area = scrolling(holding(content))
        box = column(self._head(), self._area, self._foot(), gap=0)
        box.setStretch(1, 1)
        self.setLayout(box)

    # Making

    def _head(self) -> QWidget:
        self._title = label(self.tr("Mark the permission"), "lead")
        leave = icon_button(
            "close", self.tr("Leave without sealing (Esc)"), self.leaveRequested.emit
        )
        return holding(column(row(self._title, None, leave, margins=(16, 8, 8, 8)), line(), gap=0))

    def _make_listening(self) -> None:
        self._match_box = column(gap=4)
        self.listen_button = button(
            self.tr("Play question and answer"), self.listenRequested.emit, icon="play"
        )
        self.listen_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.listen_button.setToolTip(self.tr("Enter"))
        self._digits = label("", "display")
        self._digits.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._digits_hint = label(self.tr("Listen for this number"), "small")
        self._digits_hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._digits_card = Card(self._digits_hint, self._digits, gap=0, margins=8, role="well")
        self.heard = OneOf(
            self.tr("What you heard"),
            (
                (Answer.YES, self.tr("Yes, by the person shown")),
                (Answer.NO, self.tr("No")),
                (Answer.UNCLEAR, self.tr("Unclear, or they left")),
            ),
        )
        self.heard.chosen.connect(lambda: self._edit(heard=self.heard.value))
        self.number_box = QCheckBox(self.tr("The number was repeated"))
        self.number_box.clicked.connect(
            lambda is_checked: self._edit(is_number_heard=bool(is_checked))
        )
        for slot, shown in self.slots.items():
            shown.chosen.connect(lambda slot=slot: self.slotChosen.emit(slot))
            shown.markIn.connect(lambda slot=slot: self._mark(slot, self.markIn.emit))
            shown.markOut.connect(lambda slot=slot: self._mark(slot, self.markOut.emit))
            shown.cleared.connect(lambda slot=slot: self._clear_slot(slot))

    def _make_person(self) -> None:
        self.name = QLineEdit()
        self.name.setMaxLength(NAME_MAX_CHARS)
        self.name.textEdited.connect(lambda text: self._edit(party_name=text))
        self.adult = OneOf(
            self.tr("Says to be 18 or older"),
            ((True, self.tr("Yes")), (False, self.tr("No")), ("", self.tr("Not asked"))),
        )
        self.adult.chosen.connect(self._adult_chosen)
        self.country = SearchCombo(self.tr("Country, as they say"), countries)
        self.country.picked.connect(lambda code: self._edit(country=code))
        self.languages = LanguagesField(self.tr("Add a language"))
        self.languages.changed.connect(lambda: self._edit(languages=self.languages.tags))
        self.contact = QLineEdit()
        self.contact.setMaxLength(NAME_MAX_CHARS)
        self.contact.textEdited.connect(lambda text: self._edit(contact=text))

    def _make_scope(self) -> None:
        self.preset = ElidingCombo()
        for preset in PRESETS:
            self.preset.addItem(preset_name(preset.code), preset.code)
        self.preset.activated.connect(
            lambda index: self.presetChosen.emit(self.preset.itemData(index))
        )
        self.purposes = PurposeGrid()
        self.purposes.answered.connect(self.purposeAnswered)
        self.purposes.left.connect(self._leave_purpose)
        self.ends = QDateEdit()
        self.ends.setCalendarPopup(True)
        self.ends.dateChanged.connect(self._end_changed)
        self.data = SomeOf(
            self.tr("What may be used"), ((item, data_name(item)) for item in DataCategory)
        )
        self.data.chosen.connect(lambda: self._scope(data=self.data.values))
        self.edits = SomeOf(
            self.tr("What may be changed"), ((item, edit_name(item)) for item in EditKind)
        )
        self.edits.chosen.connect(lambda: self._scope(edits=self.edits.values))
        self.conditions = SomeOf(
            self.tr("What must be done first"), ((item, condition_name(item)) for item in Condition)
        )
        self.conditions.chosen.connect(lambda: self._scope(conditions=self.conditions.values))
        self.condition_text = QLineEdit()
        self.condition_text.textEdited.connect(lambda text: self._scope(condition_text=text))
        self.platforms = QLineEdit()
        self.platforms.textEdited.connect(self._platforms_edited)
        self.territory = SearchCombo(self.tr("Worldwide"), countries)
        self.territory.picked.connect(
            lambda code: self._scope(territory=(code,) if code else (WORLD,))
        )

    def _make_rest(self) -> None:
        self.attachments = AttachmentsField()
        self.attachments.changed.connect(lambda items: self._edit(attachments=items))
        self.attachments.added.connect(self.filesAdded)
        self.notice = ElidingCombo()
        self.notice.activated.connect(self._notice_chosen)
        self.statement = QPlainTextEdit()
        self.statement.setTabChangesFocus(True)
        self.statement.setFixedHeight(72)
        self.statement.textChanged.connect(self._statement_changed)

    def _listening_part(self) -> tuple[QWidget | QBoxLayout | int, ...]:
        return (
            label(self.tr("1. Question and answer"), "strong"),
            self._match_box,
            *self.slots.values(),
            self.listen_button,
            self._digits_card,
            label(self.tr("What you heard"), "small"),
            self.heard,
            self.number_box,
            8,
            line(),
            8,
        )

    def _person_part(self) -> tuple[QWidget | QBoxLayout | int, ...]:
        return (
            label(self.tr("2. Who"), "strong"),
            field(self.tr("Name to find them under"), self.name),
            column(label(self.tr("Says to be 18 or older"), "small"), self.adult, gap=4),
            field(self.tr("Country, as they say"), self.country),
            field(self.tr("Languages"), self.languages),
            field(self.tr("How to reach them, if you know"), self.contact),
            8,
            line(),
            8,
        )

    def _scope_part(self) -> tuple[QWidget | QBoxLayout | int, ...]:
        return (
            label(self.tr("3. What"), "strong"),
            field(self.tr("Begin with"), self.preset),
            self.purposes,
            field(self.tr("Last day"), self.ends),
            column(label(self.tr("What may be used"), "small"), self.data, gap=4),
            column(label(self.tr("What may be changed"), "small"), self.edits, gap=4),
            column(label(self.tr("What must be done first"), "small"), self.conditions, gap=4),
            field(self.tr("A condition in their words"), self.condition_text),
            field(self.tr("Platforms, with commas between"), self.platforms),
            field(self.tr("Country it may be shown in"), self.territory),
            8,
            line(),
            8,
        )

    def _rest_part(self) -> tuple[QWidget | QBoxLayout | int, ...]:
        return (
            label(self.tr("4. Files and notes"), "strong"),
            self.attachments,
            field(self.tr("Language of the question"), self.notice),
            field(self.tr("Notes in your own words"), self.statement),
        )

    def _foot(self) -> QWidget:
        self._problem = Notice("info")
        self._problem.hide()
        self._summary = label("", wraps=True)
        self.seal_button = button(
            self.tr("Seal"), self.sealRequested.emit, kind="primary", icon="shield"
        )
        self.seal_button.setToolTip(self.tr("Ctrl+Enter"))
        self.leave_button = button(self.tr("Cancel"), self.leaveRequested.emit)
        self.progress = ProgressLine()
        self.progress.cancelled.connect(self.stopRequested)
        self.progress.hide()
        buttons = row(self.leave_button, gap=8)
        buttons.addWidget(self.seal_button, 1)
        inner = column(
            self._problem, self._summary, self.progress, buttons, gap=8, margins=(16, 12, 16, 12)
        )
        foot = Card(gap=0, margins=0)
        set_role(foot, "bar")
        foot.body.addLayout(inner)
        return foot

    # Showing

    def show_marking(self, marking: Marking) -> None:
        """Show what is marked and entered so far."""
        is_new = self._marking is None or self._marking.conversation_id != marking.conversation_id
        self._marking = marking
        self._show_listening(marking)
        self._show_person(marking)
        self._show_scope(marking)
        self.attachments.show_attachments(marking.attachments)
        if self.statement.toPlainText() != marking.statement:
            self.statement.setPlainText(marking.statement)
        self._show_notice(marking)
        self._show_verdict(marking)
        if is_new:
            self._area.verticalScrollBar().setValue(0)

    def forget(self) -> None:
        """Drop what was entered: the mode was left."""
        self._marking = None

    def _show_listening(self, marking: Marking) -> None:
        for slot, shown in self.slots.items():
            shown.show_marked(marking.marked(slot), is_active=slot is marking.slot)
        self.listen_button.setEnabled(marking.listening_range is not None)
        self._digits_card.setVisible(bool(marking.digits))
        self.slots[Slot.NUMBER].setVisible(bool(marking.digits))
        self.number_box.setVisible(bool(marking.digits))
        self._digits.setText(" ".join(marking.digits))
        self._digits.setAccessibleName(
            self.tr("Consent number {digits}").format(digits=" ".join(marking.digits))
        )
        self.heard.set_value(marking.heard)
        self.number_box.setChecked(marking.is_number_heard)

    def _show_person(self, marking: Marking) -> None:
        if self.name.text() != marking.party_name:
            self.name.setText(marking.party_name)
        if self.contact.text() != marking.contact:
            self.contact.setText(marking.contact)
        self.adult.set_value("" if marking.is_adult_stated is None else marking.is_adult_stated)
        self.country.set_code(marking.country)
        self.languages.set_tags(marking.languages)

    def _show_scope(self, marking: Marking) -> None:
        scope = marking.scope
        self.purposes.show_scope(scope, marking.heard)
        self.ends.blockSignals(True)
        self.ends.setMinimumDate(QDate(2005, 1, 1))
        self.ends.setDate(day_of(scope.ends_at))
        self.ends.blockSignals(False)
        self.data.set_values(scope.data)
        self.edits.set_values(scope.edits)
        self.conditions.set_values(scope.conditions)
        if self.condition_text.text() != scope.condition_text:
            self.condition_text.setText(scope.condition_text)
        if _names(self.platforms.text()) != scope.platforms:
            self.platforms.setText(", ".join(scope.platforms))
        self.territory.set_code("" if WORLD in scope.territory else scope.territory[0])

    def _show_notice(self, marking: Marking) -> None:
        wanted = marking.notice
        place = 0
        for index, info in enumerate(self._notices, start=1):
            if wanted is not None and info.notice.digest == wanted.digest:
                place = index
        self.notice.setCurrentIndex(place)

    def _show_verdict(self, marking: Marking) -> None:
        found = mark.problems(marking)
        self._summary.setText(summary(marking))
        self._summary.setVisible(bool(self._summary.text()))
        if found:
            self._problem.tell("", problem_words(found[0]))
        else:
            self._problem.hide()
        self.seal_button.setEnabled(not found)
        texts = {
            Answer.NO: self.tr("Seal the refusal"),
            Answer.UNCLEAR: self.tr("Seal that it is open"),
        }
        self.seal_button.setText(texts.get(marking.heard or Answer.YES, self.tr("Seal")))

    def show_matches(self, matches: tuple[AskingMatch, ...]) -> None:
        """Offer these askings as a beginning."""
        self._matches = matches
        clear(self._match_box)
        for match in matches:
            self._match_box.addWidget(match_card(match, self.matchChosen.emit))

    def set_notices(self, notices: tuple[NoticeInfo, ...]) -> None:
        """Offer these languages of the notice."""
        self._notices = notices
        self.notice.clear()
        self.notice.addItem(self.tr("No card was read out"))
        for info in notices:
            self.notice.addItem(info.own_name)
        if self._marking is not None:
            self._show_notice(self._marking)

    def show_sealing(self, is_sealing: bool) -> None:
        """Show that sealing goes on: nothing can be changed meanwhile."""
        self._area.setEnabled(not is_sealing)
        self.seal_button.setEnabled(not is_sealing)
        self.leave_button.setEnabled(not is_sealing)
        self.progress.setVisible(is_sealing)

    def show_job(self, state: JobState) -> None:
        """Show how far sealing is."""
        self.progress.show_job(state)

    # Editing

    def _edit(self, **fields: object) -> None:
        if self._marking is not None:
            self.edited.emit(replace(self._marking, **fields))  # type: ignore[arg-type]  # fields by name

    def _scope(self, **fields: object) -> None:
        if self._marking is not None:
            scope = replace(self._marking.scope, **fields)  # type: ignore[arg-type]  # fields by name
            self._edit(scope=scope)

    def _mark(self, slot: Slot, emit: Callable[[], None]) -> None:
        self.slotChosen.emit(slot)
        emit()

    def _clear_slot(self, slot: Slot) -> None:
        if self._marking is not None:
            self.edited.emit(self._marking.cleared(slot))

    def _adult_chosen(self) -> None:
        value = self.adult.value
        self._edit(is_adult_stated=value if isinstance(value, bool) else None)

    def _leave_purpose(self, purpose: Purpose) -> None:
        if self._marking is not None:
            self.edited.emit(mark.without_purpose(self._marking, purpose))

    def _end_changed(self, day: QDate) -> None:
        self._scope(ends_at=end_of_day(day))

    def _platforms_edited(self, text: str) -> None:
        self._scope(platforms=_names(text))

    def _notice_chosen(self, index: int) -> None:
        self._edit(notice=self._notices[index - 1].notice if index > 0 else None)

    def _statement_changed(self) -> None:
        text = self.statement.toPlainText()
        if self._marking is not None and text != self._marking.statement:
            self._edit(statement=text)


def _names(text: str) -> tuple[str, ...]:
    return tuple(part.strip().lower() for part in text.split(",") if part.strip())


def match_card(match: AskingMatch, choose: Callable[[AskingMatch], None]) -> QWidget:
    """Return an asking that fits, with a button that takes its marks."""
    card = Notice("flag")
    at = match.positions[0][1] if match.positions else None
    place = format_time(at) if at is not None else ""
    started = match.asking.marks[0].at if match.asking.marks else match.asking.created_at
    card.tell(
        translate("recording", "You asked at {time}").format(time=format_clock(started)),
        translate("recording", "That is {place} in this recording.").format(place=place)
        if place
        else "",
    )
    card.action_row.addWidget(button(translate("recording", "Use"), lambda: choose(match)))
    return card
