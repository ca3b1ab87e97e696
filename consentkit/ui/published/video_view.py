"""A published video beside the list: its link, its check, who is in it, what is to be done."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from consentkit.domain.consent import Status
from consentkit.domain.obligations import Measure
from consentkit.kernel.clock import Clock
from consentkit.services.complaints import StoredComplaint
from consentkit.services.publication_views import Publication, Reach, ReachTask
from consentkit.ui.messages import format_date_time, format_long_date, format_time
from consentkit.ui.published.reading import PersonLine, VideoDetail
from consentkit.ui.published.task_card import flow, tall_notice
from consentkit.ui.published.words import (
    clock_look,
    kind_name,
    measure_name,
    people_words,
    person_words,
    platform_name,
    reason_words,
    title_of,
    video_look,
)
from consentkit.ui.widgets.buttons import button, icon_button
from consentkit.ui.widgets.chips import Chip, StatusChip
from consentkit.ui.widgets.labels import ElidedLabel, label, line
from consentkit.ui.widgets.layout import (
    ScrollContent,
    clear,
    column,
    holding,
    row,
    scrolling,
)


class VideoView(QWidget):
    """One published video."""

    linkWanted = Signal(str)
    copyWanted = Signal(str)
    checkWanted = Signal(str)
    recordWanted = Signal(str)
    reachWanted = Signal(str)
    complaintWanted = Signal(object)
    complaintOpened = Signal(str)
    takenDown = Signal(str)
    putBack = Signal(str)
    unbound = Signal(str)

    def __init__(self, clock: Clock, *, is_read_only: bool) -> None:
        super().__init__()
        self._clock = clock
        self._detail: VideoDetail | None = None
        self.title = label("", "lead", wraps=True)
        self.chip = Chip()
        self._where = label("", "muted", wraps=True)
        self.link = button("", self._open_link, kind="link", icon="external-link")
        self.link.setAccessibleName(self.tr("Opens in the browser"))
        self.copy_button = icon_button("copy", self.tr("Copy the link"), self._copy_link, size=16)
        self.override = tall_notice("warning", is_warning=True)
        self._check = column(gap=4)
        self._people = column(gap=4)
        self._duties = column(gap=8)
        self._complaints = column(gap=4)
        self._check_part = self._part(self.tr("Its check"), self._check)
        self._people_part = self._part(self.tr("People in it"), self._people)
        self._duties_part = self._part(self.tr("To do"), self._duties)
        self._complaints_part = self._part(self.tr("Complaints"), self._complaints)
        self.complaint_button = button(
            self.tr("Complaint about this video"), self._complain, icon="message"
        )
        self.down_button = button(self.tr("I took it down"), self._take_down, icon="eye-off")
        self.up_button = button(self.tr("It is up again"), self._put_back, icon="eye")
        self.unbind_button = button(self.tr("Take off the list"), self._unbind, kind="quiet")
        self.down_button.setToolTip(
            self.tr("Notes that the video is not on the platform any more. Do that there first.")
        )
        self.unbind_button.setToolTip(
            self.tr("For a link that was entered by mistake. The log keeps that it was there.")
        )
        for made in (self.down_button, self.up_button, self.unbind_button):
            made.setEnabled(not is_read_only)
        self._build()

    @staticmethod
    def _part(title: str, box: QVBoxLayout) -> QWidget:
        return holding(column(line(), 4, label(title, "strong"), box, gap=8))

    def _build(self) -> None:
        head = row(self.title, gap=12)
        head.setStretch(0, 1)
        head.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)
        link = row(self.link, self.copy_button, None, gap=4)
        body = column(
            head,
            self._where,
            link,
            self.override,
            self._duties_part,
            self._check_part,
            self._people_part,
            self._complaints_part,
            None,
            gap=12,
            margins=16,
        )
        self.area = scrolling(ScrollContent(body))
        actions = flow(self.complaint_button, self.down_button, self.up_button, self.unbind_button)
        foot = column(actions, margins=(16, 8, 16, 12))
        box = column(self.area, line(), foot, gap=0)
        box.setStretch(0, 1)
        self.setLayout(box)

    # Showing

    def show_video(self, detail: VideoDetail) -> None:
        """Show a video."""
        before = self._detail
        self._detail = detail
        made = detail.made
        self.title.setText(title_of(made))
        self.tick()
        published = self.tr("{platform}, published on {date}").format(
            platform=platform_name(made.platform), date=format_long_date(made.published_at)
        )
        taken = made.taken_down_at
        down = self.tr("taken down on {date}").format(date=format_long_date(taken)) if taken else ""
        self._where.setText(", ".join(filter(None, (published, down))))
        self.link.setText(made.url.removeprefix("https://").removeprefix("www."))
        self.link.setAccessibleName(self.tr("Open {link} in the browser").format(link=made.url))
        self.link.setToolTip(self.tr("Opens in the browser"))
        self._show_override(made)
        self._show_check(detail)
        self._show_people(detail)
        self._show_duties(detail)
        self._show_complaints(detail)
        self.down_button.setVisible(taken is None)
        self.up_button.setVisible(taken is not None)
        if before is None or before.made.id != made.id:
            self.area.verticalScrollBar().setValue(0)

    def tick(self) -> None:
        """Show the chip as it is at this moment."""
        if self._detail is not None:
            tasks = tuple(task for _, tasks in self._detail.duties for task in tasks)
            self.chip.show_chip(*video_look(self._detail.made, tasks, self._clock.now()))

    def _show_override(self, made: Publication) -> None:
        if made.override:
            self.override.tell(
                self.tr("It was put into the list although the check did not allow it."),
                made.override,
            )
        else:
            self.override.hide()

    def _show_check(self, detail: VideoDetail) -> None:
        clear(self._check)
        made = detail.made
        if not made.check_id:
            self._check.addWidget(
                label(self.tr("The check was removed. The video stays bound."), "muted", wraps=True)
            )
        else:
            name = ElidedLabel(detail.file_name, mode=Qt.TextElideMode.ElideMiddle)
            chip = Chip(*self._check_look(detail))
            box = row(name, chip, gap=8)
            box.setStretch(0, 1)
            self._check.addLayout(box)
            show = button(
                self.tr("Open the check"),
                partial(self.checkWanted.emit, made.check_id),
                kind="link",
            )
            self._check.addLayout(row(show, None))
        if made.proof_id:
            copy = icon_button(
                "copy",
                self.tr("Copy the id in the description"),
                partial(self.copyWanted.emit, made.proof_id),
                size=16,
            )
            words = self.tr("Id in the description: {id}").format(id=made.proof_id)
            self._check.addLayout(row(label(words, "muted"), copy, None, gap=4))

    def _check_look(self, detail: VideoDetail) -> tuple[str, str, str]:
        if detail.is_outdated:
            return self.tr("Changed since"), "refresh", "amber"
        if detail.is_passed is None:
            return self.tr("Without a plan"), "hollow-circle", "grey"
        if detail.is_passed:
            return self.tr("Its plan passes"), "tick-circle", "green"
        return self.tr("Its plan does not pass"), "hand", "red"

    def _show_people(self, detail: VideoDetail) -> None:
        clear(self._people)
        if not detail.people:
            self._people.addWidget(label(people_words(0), "muted", wraps=True))
        for person in detail.people:
            self._people.addLayout(self._person(person))
        if detail.more:
            self._people.addWidget(label(self.tr("and %n more", "", detail.more), "muted"))

    def _person(self, person: PersonLine) -> QVBoxLayout:
        is_erased = person.status is Status.ERASED
        name = person.name or (
            self.tr("Erased person") if is_erased else self.tr("Person without a name")
        )
        link = button(
            name.replace("&", "&&"), partial(self.recordWanted.emit, person.consent_id), kind="link"
        )
        link.setAccessibleName(self.tr("Permission of {name}").format(name=name))
        return column(row(link, None, StatusChip(person.status), gap=8))

    def _show_duties(self, detail: VideoDetail) -> None:
        clear(self._duties)
        self._duties_part.setVisible(bool(detail.duties))
        for reach, tasks in detail.duties:
            for task in tasks:
                self._duties.addLayout(self._duty(reach, task))

    def _duty(self, reach: Reach, task: ReachTask) -> QVBoxLayout:
        words = label(
            f"{person_words(reach)} · {reason_words(task.reason, task.since)}", wraps=True
        )
        chip = Chip(*clock_look(task.due_at, self._clock.now()))
        top = row(words, gap=8)
        top.setStretch(0, 1)
        top.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        if task.complaint_id:
            show = button(
                self.tr("Answer the complaint"),
                partial(self.complaintOpened.emit, task.complaint_id),
                kind="link",
            )
        else:
            show = button(
                self.tr("See what to do"), partial(self.reachWanted.emit, reach.key), kind="link"
            )
        below = row(label(kind_name(task.kind), "small"), None, show, gap=8)
        return column(top, below, gap=2)

    def _show_complaints(self, detail: VideoDetail) -> None:
        clear(self._complaints)
        closed = [item for item in detail.complaints if item.closed_at is not None]
        self._complaints_part.setVisible(bool(closed))
        for item in closed:
            self._complaints.addLayout(self._complaint(item))

    def _complaint(self, item: StoredComplaint) -> QVBoxLayout:
        words = self.tr("At {time}, {date}").format(
            time=format_time(item.at, decimals=0), date=format_date_time(item.received_at)
        )
        link = button(words, partial(self.complaintOpened.emit, item.id), kind="link")
        done = measure_name(item.measure) if isinstance(item.measure, Measure) else ""
        return column(row(link, None, Chip(done, "tick-circle", "green"), gap=8))

    # Acting

    @property
    def _id(self) -> str:
        return self._detail.made.id if self._detail is not None else ""

    def _open_link(self) -> None:
        if self._detail is not None:
            self.linkWanted.emit(self._detail.made.url)

    def _copy_link(self) -> None:
        if self._detail is not None:
            self.copyWanted.emit(self._detail.made.url)

    def _complain(self) -> None:
        if self._detail is not None:
            self.complaintWanted.emit(self._detail.made)

    def _take_down(self) -> None:
        self.takenDown.emit(self._id)

    def _put_back(self) -> None:
        self.putBack.emit(self._id)

    def _unbind(self) -> None:
        self.unbound.emit(self._id)
