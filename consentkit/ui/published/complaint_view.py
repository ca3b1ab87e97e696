"""A complaint: which moment of which video, all that is known of it, a reply, and how it ends."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from consentkit.domain.consent import Status
from consentkit.domain.coverage import Lane
from consentkit.domain.obligations import Measure
from consentkit.domain.published_link import url_at
from consentkit.kernel.clock import Clock
from consentkit.kernel.limits import TEXT_MAX_CHARS
from consentkit.kernel.timebase import TimeRange
from consentkit.services.publication_views import ComplaintKit, Publication
from consentkit.services.replies import REPLY_LANGUAGES
from consentkit.ui.check.words import lane_name
from consentkit.ui.messages import format_date_time, format_time, language_name
from consentkit.ui.published.complaint_presenter import ComplaintPresenter, OpenedKit
from consentkit.ui.published.moment import Lack, Moment
from consentkit.ui.published.task_card import MOST_STRETCHES, flow
from consentkit.ui.published.words import (
    MEASURE_ICONS,
    clock_look,
    lane_icon,
    link_at,
    measure_name,
    stretch_words,
    title_of,
)
from consentkit.ui.recording.choices import OneOf
from consentkit.ui.theme import set_role
from consentkit.ui.widgets.buttons import button
from consentkit.ui.widgets.chips import Chip, StatusChip
from consentkit.ui.widgets.labels import icon_label, label, line
from consentkit.ui.widgets.layout import ScrollContent, clear, column, holding, row, scrolling

_REPLY_LINES = 9
_TEXT_LINES = 4


def _text_field(name: str, lines: int) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setAccessibleName(name)
    made.setTabChangesFocus(True)
    made.setMinimumHeight(made.fontMetrics().lineSpacing() * lines + 16)
    return made


class EntryView(QWidget):
    """Where a complaint is entered: a link and a timecode in one field."""

    left = Signal()

    def __init__(self, presenter: ComplaintPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._hint = label("", "muted", wraps=True)
        self.field = QLineEdit()
        self.field.setPlaceholderText("https://youtu.be/… 1:23")
        self.field.setAccessibleName(self.tr("Link and time"))
        self.field.setClearButtonEnabled(True)
        self.understood = label("", "muted", wraps=True)
        self.text = _text_field(self.tr("Text of the complaint"), _TEXT_LINES)
        self.enter_button = button(self.tr("Show what is known"), self._enter, kind="primary")
        cancel = button(self.tr("Cancel"), self.left.emit)
        self.field.textChanged.connect(presenter.type)
        self.field.returnPressed.connect(self._enter)
        body = column(
            label(self.tr("A complaint"), "lead"),
            self._hint,
            label(self.tr("Link and time"), "strong"),
            self.field,
            self.understood,
            4,
            label(self.tr("What was written (if you want to keep it)"), "strong", wraps=True),
            self.text,
            4,
            row(None, cancel, self.enter_button),
            None,
            gap=8,
            margins=16,
        )
        self.setLayout(column(scrolling(ScrollContent(body)), gap=0))

    def show_entry(self, chosen: Publication | None) -> None:
        """Begin anew, about a video where one is chosen."""
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        self.text.clear()
        if chosen is None:
            self._hint.setText(
                self.tr("Paste the link with its time, or the link and a time like 1:23.")
            )
            self.field.setPlaceholderText("https://youtu.be/… 1:23")
        else:
            words = self.tr("About “{title}”. Type a time like 1:23, or paste a link with one.")
            self._hint.setText(words.format(title=title_of(chosen)))
            self.field.setPlaceholderText("1:23")
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_understood(self, moment: Moment) -> None:
        """Say what was understood of what is typed."""
        words = {
            Lack.NOTHING: "",
            Lack.VIDEO: self.tr("About which video? Paste its link, too."),
            Lack.UNKNOWN_VIDEO: self.tr("No video of your list has this link."),
            Lack.TIME: self.tr("At which moment? Add a time like 1:23."),
            Lack.FORM: self.tr("This is neither a link nor a time."),
        }
        if moment.lack is not None:
            self.understood.setText(words[moment.lack])
        elif moment.publication is not None and moment.at is not None:
            found = self.tr("“{title}” at {time}").format(
                title=title_of(moment.publication), time=format_time(moment.at, decimals=0)
            )
            self.understood.setText(found)
        is_odd = moment.lack in {Lack.UNKNOWN_VIDEO, Lack.FORM}
        set_role(self.understood, "error" if is_odd else "muted")
        self.enter_button.setEnabled(moment.lack is None)

    def _enter(self) -> None:
        if self.enter_button.isEnabled():
            self._presenter.enter(self.text.toPlainText().strip()[:TEXT_MAX_CHARS])


class KitView(QWidget):
    """All that is known of the moment, a reply, and what closes the complaint."""

    linkWanted = Signal(str)
    checkWanted = Signal(str, str)

    def __init__(self, presenter: ComplaintPresenter, clock: Clock, *, is_read_only: bool) -> None:
        super().__init__()
        self._presenter, self._clock, self._is_read_only = presenter, clock, is_read_only
        self._kit: ComplaintKit | None = None
        self.title = label("", "lead", wraps=True)
        self.chip = Chip()
        self._about = label("", "muted", wraps=True)
        self.watch_button = button(
            self.tr("Watch that moment"), self._watch, kind="link", icon="external-link"
        )
        self._people = column(gap=6)
        self._places = column(gap=6)
        self._voices = column(gap=4)
        self.language: OneOf[str] = OneOf(
            self.tr("Language of the reply"),
            tuple((tag, language_name(tag)) for tag in REPLY_LANGUAGES),
        )
        self.language.chosen.connect(self._speak)
        self.reply = _text_field(self.tr("Reply"), _REPLY_LINES)
        self.copy_button = button(self.tr("Copy the reply"), self._copy, icon="copy")
        self._measures = column(gap=8)
        self.buttons: dict[Measure, QWidget] = {}
        self._build()

    def _build(self) -> None:
        head = row(self.title, gap=12)
        head.setStretch(0, 1)
        head.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)
        self._voices_part = holding(
            column(label(self.tr("What the answers were"), "strong"), self._voices, gap=6)
        )
        self._places_part = holding(
            column(label(self.tr("Where else in this video"), "strong"), self._places, gap=6)
        )
        reply = row(label(self.tr("Reply"), "strong"), None, self.copy_button)
        frame = QFrame()
        set_role(frame, "well")
        frame.setLayout(column(self._measures, margins=12))
        self.measures_part = frame
        body = column(
            head,
            self._about,
            row(self.watch_button, None),
            frame,
            label(self.tr("Who is there"), "strong"),
            self._people,
            self._voices_part,
            self._places_part,
            line(),
            reply,
            self.language,
            self.reply,
            None,
            gap=10,
            margins=16,
        )
        self.area = scrolling(ScrollContent(body))
        self.setLayout(column(self.area, gap=0))

    # Showing

    def show_kit(self, opened: OpenedKit) -> None:
        """Show a complaint; a reply that was changed stays while the draft is the same."""
        before, self._kit = self._kit, opened.kit
        kit = opened.kit
        self.title.setText(
            self.tr("Complaint: “{title}” at {time}").format(
                title=title_of(kit.publication), time=format_time(kit.at, decimals=0)
            )
        )
        received = kit.received_at
        about = self.tr("Received on {time}. Answer within 48 hours.")
        self._about.setText(
            about.format(time=format_date_time(received)) if received is not None else ""
        )
        self._show_people(kit)
        self._show_voices(opened)
        self._show_places(kit)
        self._show_measures(kit)
        self.language.set_value(kit.language)
        if before is None or before.reply != kit.reply:
            self.reply.setPlainText(kit.reply)
        self.tick()
        if before is None or before.id != kit.id:
            self.area.verticalScrollBar().setValue(0)

    def tick(self) -> None:
        """Show the clock as it is at this moment."""
        kit = self._kit
        if kit is None:
            return
        if kit.closed_at is not None:
            done = measure_name(Measure(kit.closed_by)) if kit.closed_by else self.tr("Closed")
            self.chip.show_chip(done, "tick-circle", "green")
        else:
            self.chip.show_chip(*clock_look(kit.due_at, self._clock.now()))

    def _show_people(self, kit: ComplaintKit) -> None:
        clear(self._people)
        for consent_id, name, status in zip(
            kit.consent_ids, kit.partners, kit.statuses, strict=False
        ):
            link = button(
                name.replace("&", "&&") or self.tr("Erased person"),
                partial(self._presenter.open_record, consent_id),
                kind="link",
            )
            link.setAccessibleName(self.tr("Permission of {name}").format(name=name))
            self._people.addLayout(row(link, None, StatusChip(Status(status)), gap=8))
        count = len(kit.conversation_ids)
        if count:
            words = self.tr("%n person(s) without a record", "", count)
            self._people.addLayout(
                row(label(words, wraps=True), None, StatusChip(Status.UNKNOWN), gap=8)
            )
        if not kit.consent_ids and not count:
            words = self.tr("Nobody of your recordings is seen or heard there.")
            self._people.addWidget(label(words, "muted", wraps=True))

    def _show_voices(self, opened: OpenedKit) -> None:
        clear(self._voices)
        self._voices_part.setVisible(bool(opened.voices))
        for voice in opened.voices:
            words = self.tr("Play the answer of {name}").format(name=voice.name)
            play = button(
                words.replace("&", "&&"),
                partial(self._presenter.play, voice),
                kind="quiet",
                icon="play",
            )
            self._voices.addLayout(row(play, None))

    def _show_places(self, kit: ComplaintKit) -> None:
        clear(self._places)
        self._places_part.setVisible(bool(kit.stretches))
        for lane in sorted({lane for lane, _ in kit.stretches}):
            found = [one for on, one in kit.stretches if on is lane]
            self._places.addLayout(self._lane(lane, found))

    def _lane(self, lane: Lane, found: list[TimeRange]) -> QVBoxLayout:
        kit = self._kit
        links: list[QWidget] = []
        for one in found[:MOST_STRETCHES] if kit is not None else ():
            made = button(stretch_words(one), partial(self._open_at, one), kind="link")
            made.setAccessibleName(f"{lane_name(lane)} {stretch_words(one)}")
            links.append(made)
        rest = len(found) - MOST_STRETCHES
        if rest > 0:
            links.append(label(self.tr("and %n more", "", rest), "muted"))
        box = row(icon_label(lane_icon(lane), "muted", 16), label(lane_name(lane), "small"), gap=8)
        box.addWidget(flow(*links, gap=12), 1)
        return column(box)

    def _show_measures(self, kit: ComplaintKit) -> None:
        clear(self._measures)
        self.buttons = {}
        if kit.closed_at is not None:
            undo = button(self.tr("Open it again"), self._presenter.reopen, icon="undo")
            undo.setEnabled(not self._is_read_only)
            words = self.tr("Closed on {time}.").format(time=format_date_time(kit.closed_at))
            self._measures.addLayout(row(label(words), None, undo))
            return
        if not kit.id:
            words = self.tr("This vault is open read-only: the complaint is not kept.")
            self._measures.addWidget(label(words, wraps=True))
            return
        self._measures.addWidget(label(self.tr("What did you do about it?"), "strong"))
        made = []
        for place, measure in enumerate(kit.remedies):
            one = button(
                measure_name(measure),
                partial(self._presenter.close, measure),
                kind="primary" if place == 0 else "",
                icon=MEASURE_ICONS[measure],
            )
            one.setAccessibleName(
                self.tr("Close the complaint: {what}").format(what=measure_name(measure))
            )
            one.setToolTip(one.accessibleName())
            one.setEnabled(not self._is_read_only)
            self.buttons[measure] = one
            made.append(one)
        self._measures.addWidget(flow(*made))
        if kit.publication.check_id:
            edit = partial(self.checkWanted.emit, kit.publication.check_id, "edit")
            other = button(self.tr("Make another version of the video"), edit, kind="link")
            self._measures.addLayout(row(other, None))

    # Acting

    def _watch(self) -> None:
        kit = self._kit
        if kit is not None:
            made = kit.publication
            self.linkWanted.emit(url_at(made.platform, made.video_id, made.url, kit.at))

    def _open_at(self, stretch: TimeRange) -> None:
        if self._kit is not None:
            self.linkWanted.emit(link_at(self._kit.publication, stretch))

    def _speak(self) -> None:
        if self.language.value is not None:
            self._presenter.speak(self.language.value)

    def _copy(self) -> None:
        self._presenter.copy_reply(self.reply.toPlainText())
