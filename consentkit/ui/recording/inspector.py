"""The right side of an opened recording: all conversations, the chosen one, or the marking."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QWidget

from consentkit.domain.consent import Step
from consentkit.domain.evidence import Answer
from consentkit.kernel.limits import NAME_MAX_CHARS
from consentkit.kernel.timebase import TimeRange, format_time
from consentkit.services.views import AskingMatch, ConsentDetail, ConversationView, PermissionRow
from consentkit.ui.recording.attach import AttachSheet
from consentkit.ui.recording.consent_panel import ConsentPanel
from consentkit.ui.recording.conversation_list import ConversationList, range_words
from consentkit.ui.recording.flow import flow
from consentkit.ui.recording.marking_panel import MarkingPanel, match_card
from consentkit.ui.recording.words import DOUBTFUL, confidence_words
from consentkit.ui.theme import set_role
from consentkit.ui.widgets.buttons import button, icon_button
from consentkit.ui.widgets.labels import TimeLabel, label, line
from consentkit.ui.widgets.layout import Card, clear, column, holding, row, scrolling
from consentkit.ui.widgets.states import Notice

WIDTH_PX = 340


class ConversationsPart(QWidget):
    """All conversations, with what to do when a stretch is marked or nothing was found."""

    addRequested = Signal()
    dropRequested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.list = ConversationList()
        self._title = label("", "lead")
        self._doubt = Notice("eye", is_warning=True)
        self._doubt.hide()
        self._pending_times = TimeLabel()
        self._pending = Card(
            label(self.tr("Marked stretch"), "strong"),
            self._pending_times,
            flow(
                button(self.tr("Make it a conversation"), self.addRequested.emit, kind="primary"),
                button(self.tr("Forget"), self.dropRequested.emit, kind="quiet"),
            ),
            margins=12,
        )
        self._pending.hide()
        self._none = label(
            self.tr(
                "No conversation was found. Mark one by hand: I where it begins, O where it"
                " ends, then N."
            ),
            "muted",
            wraps=True,
        )
        top = column(self._title, self._doubt, self._none, self._pending, margins=(16, 12, 16, 4))
        box = column(top, self.list, gap=4)
        box.setStretch(1, 1)
        self.setLayout(box)

    def show_conversations(self, conversations: tuple[ConversationView, ...]) -> None:
        """Show these conversations."""
        self.list.set_conversations(conversations)
        self._title.setText(self.tr("%n conversation(s)", "", len(conversations)))
        unsure = sum(
            1
            for item in conversations
            if item.conversation.confidence < DOUBTFUL
            and not item.consent_id
            and not item.conversation.is_discarded
        )
        if unsure:
            self._doubt.tell("", self.tr("%n of them should be looked at.", "", unsure))
        else:
            self._doubt.hide()
        self._none.setVisible(not conversations)
        self.list.setVisible(bool(conversations))

    def show_pending(self, stretch: TimeRange | None) -> None:
        """Show the stretch marked for a new conversation, or none."""
        self._pending.setVisible(stretch is not None)
        if stretch is not None:
            self._pending_times.setText(
                self.tr("{start} to {end}").format(
                    start=format_time(stretch.start), end=format_time(stretch.end)
                )
            )


class ConversationPart(QWidget):
    """The chosen conversation: who, where, corrections, and what is on record."""

    backRequested = Signal()
    renamed = Signal(str)
    splitRequested = Signal()
    mergeRequested = Signal()
    discardRequested = Signal(bool)
    markRequested = Signal()
    answerRequested = Signal(object)
    attachRequested = Signal()
    matchChosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._is_discarded = False
        self._is_read_only = False
        self.consent = ConsentPanel()
        self.consent.allow_new_answer(is_allowed=True)
        self.name = QLineEdit()
        self.name.setMaxLength(NAME_MAX_CHARS)
        self.name.setPlaceholderText(self.tr("Name the partner"))
        self.name.setAccessibleName(self.tr("Name of the partner"))
        self.name.editingFinished.connect(lambda: self.renamed.emit(self.name.text().strip()))
        self._title = label("", "lead")
        self._range = TimeLabel("", "muted")
        self._doubt = Notice("eye", is_warning=True)
        self._doubt.hide()
        self._make_open_part()
        content = column(
            self._range,
            self.name,
            self._tools(),
            self._doubt,
            self._matches,
            self._open_part,
            self._attach_row,
            self.consent,
            None,
            gap=12,
            margins=16,
        )
        box = column(self._head(), scrolling(holding(content)), gap=0)
        box.setStretch(1, 1)
        self.setLayout(box)

    def _head(self) -> QWidget:
        back = icon_button("chevron-left", self.tr("All conversations"), self.backRequested.emit)
        return holding(column(row(back, self._title, None, margins=(8, 8, 16, 8)), line(), gap=0))

    def _tools(self) -> QHBoxLayout:
        self.split_button = icon_button(
            "split", self.tr("Split at the playhead (S)"), self.splitRequested.emit
        )
        self.merge_button = icon_button(
            "merge", self.tr("Merge with the next (M)"), self.mergeRequested.emit
        )
        self.discard_button = button(
            self.tr("Set aside"),
            lambda: self.discardRequested.emit(not self._is_discarded),
            kind="quiet",
            icon="minus",
        )
        for widget in (self.split_button, self.merge_button, self.discard_button):
            widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return row(self.split_button, self.merge_button, None, self.discard_button, gap=2)

    def _make_open_part(self) -> None:
        self._matches_box = column(gap=4)
        self._matches = holding(self._matches_box)
        self.mark_button = button(
            self.tr("Mark permission"), self.markRequested.emit, kind="primary", icon="flag"
        )
        self.mark_button.setToolTip(self.tr("Enter"))
        no = button(
            self.tr("They said no"), lambda: self.answerRequested.emit(Answer.NO), icon="hand"
        )
        left = button(
            self.tr("No clear answer"),
            lambda: self.answerRequested.emit(Answer.UNCLEAR),
            icon="door",
        )
        self.attach_button = button(
            self.tr("Add to a permission on record…"),
            self.attachRequested.emit,
            kind="link",
            icon="link",
        )
        self._attach_row = holding(row(self.attach_button, None))
        answers = flow(no, left)
        self._open_part = holding(
            column(
                label(
                    self.tr("Nothing is on record about this conversation."), "muted", wraps=True
                ),
                self.mark_button,
                answers,
                gap=8,
            )
        )

    def show_conversation(self, item: ConversationView, number: int, can_merge: bool) -> None:
        """Show one conversation."""
        conversation = item.conversation
        self._is_discarded = conversation.is_discarded
        self._title.setText(self.tr("Conversation {number}").format(number=number))
        self._range.setText(
            self.tr("{range}, {length} long").format(
                range=range_words(item), length=format_time(conversation.range.duration)
            )
        )
        if not self.name.hasFocus() or not self.name.isModified():
            self.name.setText(item.partner)
        self.name.setVisible(not item.consent_id)
        is_fixed = self._is_read_only or conversation.is_discarded
        self.merge_button.setEnabled(can_merge and not is_fixed)
        self.split_button.setEnabled(not is_fixed)
        self.discard_button.setText(
            self.tr("Take back") if conversation.is_discarded else self.tr("Set aside")
        )
        is_unsure = conversation.confidence < DOUBTFUL and not item.consent_id
        if is_unsure and not conversation.is_discarded:
            self._doubt.tell(
                confidence_words(conversation.confidence),
                self.tr("Check where it begins and ends, and move the edges if need be."),
            )
        else:
            self._doubt.hide()
        is_open = not item.consent_id and not conversation.is_discarded
        self._open_part.setVisible(is_open)
        self._attach_row.setVisible(is_open)
        self.consent.setVisible(False)

    def set_read_only(self, is_read_only: bool) -> None:
        """Offer nothing that changes the vault."""
        self._is_read_only = is_read_only
        self.consent.set_read_only(is_read_only)
        self.name.setReadOnly(is_read_only)
        for widget in (
            self.split_button,
            self.merge_button,
            self.discard_button,
            self._open_part,
            self._attach_row,
        ):
            widget.setEnabled(not is_read_only)

    def show_consent(self, detail: ConsentDetail | None, steps: frozenset[Step]) -> None:
        """Show what is on record, or that nothing is."""
        self.consent.setVisible(detail is not None)
        if detail is not None:
            self.consent.set_consent(detail, steps)

    def show_matches(self, matches: tuple[AskingMatch, ...]) -> None:
        """Offer askings that fall into this conversation."""
        clear(self._matches_box)
        for match in matches:
            self._matches_box.addWidget(match_card(match, self.matchChosen.emit))
        self._matches.setVisible(bool(matches))


class Inspector(QStackedWidget):
    """What belongs to the selection, 340 pixels wide; wider with larger type."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.conversations = ConversationsPart()
        self.conversation = ConversationPart()
        self.marking = MarkingPanel()
        self.attach = AttachSheet()
        for part in (self.conversations, self.conversation, self.marking, self.attach):
            self.addWidget(part)

    def show_list(self) -> None:
        """Show all conversations."""
        self.setCurrentWidget(self.conversations)

    def show_chosen(self) -> None:
        """Show the chosen conversation."""
        self.setCurrentWidget(self.conversation)

    def show_marking(self) -> None:
        """Show the marking mode."""
        self.setCurrentWidget(self.marking)

    def show_attach(self, rows: tuple[PermissionRow, ...]) -> None:
        """Show the search for a permission to add to."""
        self.attach.show_rows(rows)
        self.setCurrentWidget(self.attach)
        self.attach.search.setFocus(Qt.FocusReason.OtherFocusReason)


def inspector_frame(inspector: Inspector) -> QWidget:
    """Return ``inspector`` on the surface of a side bar."""
    frame = Card(inspector, gap=0, margins=1)
    set_role(frame, "card")
    return frame
