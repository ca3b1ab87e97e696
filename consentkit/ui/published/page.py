"""The Published page: what is to be done and the videos at the left, one of them at the right."""

from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QWidget
from typing_extensions import override

from consentkit.services.completion import CompletionStatement
from consentkit.services.jobs import JobState
from consentkit.services.publication_views import Publication, Reach
from consentkit.services.upload_views import PendingUpload, UploadResult
from consentkit.ui.context import PageContext
from consentkit.ui.published.complaint_presenter import ComplaintPresenter, OpenedKit
from consentkit.ui.published.complaint_view import EntryView, KitView
from consentkit.ui.published.handover_presenter import HandOverPresenter, first_language
from consentkit.ui.published.handover_view import HandOverPart, is_narrow
from consentkit.ui.published.lines import Line
from consentkit.ui.published.moment import Moment
from consentkit.ui.published.overview import Overview, PendingPart, narrow_words
from consentkit.ui.published.presenter import Pane, PublishedPresenter
from consentkit.ui.published.reach_view import ReachView
from consentkit.ui.published.reading import VideoDetail
from consentkit.ui.published.upload_presenter import UploadPresenter
from consentkit.ui.published.video_view import VideoView
from consentkit.ui.theme import set_role
from consentkit.ui.widgets.buttons import button
from consentkit.ui.widgets.inputs import copy_text
from consentkit.ui.widgets.layout import PageHead, column, holding, page_layout, row
from consentkit.ui.widgets.states import EmptyState

TICK_MS = 60_000
"""Clocks count in minutes."""

_LIST_PX = 380


class PublishedPage(QWidget):
    """Published videos.

    ``activated`` takes ``publication_id``, ``reach`` (a record or a complaint), ``handover``
    (a check), or ``todo``, which opens what is most urgent.
    """

    _browserWanted = Signal(str)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._context = context
        is_read_only = context.workspace.is_read_only
        self._wants_first = self._is_narrow = False
        self.presenter = PublishedPresenter(context, self, owner=self)
        self.complaints = ComplaintPresenter(
            context, self, lambda: self.presenter.listed.publications, owner=self
        )
        self.part = HandOverPart()
        self.handing = HandOverPresenter(context, self.part, self._bound, owner=self)
        self.handing.language = first_language(context.preferences.value.language, QLocale().name())
        self.uploads = UploadPresenter(
            context, self.part.upload, self._browserWanted.emit, self._uploaded, owner=self
        )
        self.part.attach(self.handing, self.uploads)
        self.overview = Overview()
        self.pending = PendingPart()
        self.video = VideoView(context.clock, is_read_only=is_read_only)
        self.reach = ReachView(self.presenter, context.clock, is_read_only=is_read_only)
        self.entry = EntryView(self.complaints)
        self.kit = KitView(self.complaints, context.clock, is_read_only=is_read_only)
        self.complaint_button = button(
            self.tr("A complaint…"), self.primary_action, kind="primary", icon="message"
        )
        self._build()
        self._connect()
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK_MS)
        self._ticks.timeout.connect(self._tick)

    # Building

    def _build(self) -> None:
        self._hint = EmptyState(
            "published",
            self.tr("Choose a video"),
            self.tr("You see who is in it, its check, and what is to be done about it."),
        )
        narrow_words(self._hint)
        self._side = QStackedWidget()
        beside: tuple[QWidget, ...] = (self._hint, self.video, self.reach, self.entry, self.kit)
        for part in beside:
            self._side.addWidget(part)
        self._back = holding(
            row(
                button(
                    self.tr("All published videos"),
                    self.presenter.leave,
                    kind="link",
                    icon="chevron-left",
                ),
                None,
                margins=(12, 8, 12, 0),
            )
        )
        self._card = QFrame()
        set_role(self._card, "card")
        self._card.setLayout(column(self._back, self._side, gap=0, margins=1))
        self._side.currentChanged.connect(lambda _place: self._fit_sides())
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.overview)
        self._split.addWidget(self._card)
        self._split.setHandleWidth(16)
        self._split.setSizes([_LIST_PX, 640])
        self._split.setStretchFactor(0, 2)
        self._split.setStretchFactor(1, 3)
        self.empty = EmptyState(
            "published",
            self.tr("No published videos yet"),
            self.tr(
                "Check a video and plan its publication. When the plan passes, hand it over from"
                " there and bring its link back here."
            ),
            button(
                self.tr("Check a video"), lambda: self._context.navigate("check"), kind="primary"
            ),
        )
        self._front = QStackedWidget()
        self._front.addWidget(self._split)
        self._front.addWidget(self.empty)
        front = page_layout(
            PageHead(self.tr("Published"), self.complaint_button),
            self.pending,
            self._front,
            gap=12,
        )
        front.setStretchFactor(self._front, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(holding(front))
        self._stack.addWidget(self.part)
        self.setLayout(column(self._stack, gap=0))

    def _connect(self) -> None:
        presenter, video = self.presenter, self.video
        self.overview.search.searched.connect(presenter.search)
        self.overview.todo.chosen.connect(self._todo_chosen)
        self.overview.videos.chosen.connect(self._video_chosen)
        self.pending.goOnWanted.connect(self._go_on)
        self.pending.dropWanted.connect(self.uploads.abandon)
        video.linkWanted.connect(self.open_link)
        video.copyWanted.connect(self._copy_told)
        video.checkWanted.connect(presenter.open_check)
        video.recordWanted.connect(presenter.open_record)
        video.reachWanted.connect(presenter.open_reach)
        video.complaintOpened.connect(presenter.show_complaint)
        video.complaintWanted.connect(self._complain)
        video.takenDown.connect(presenter.take_down)
        video.putBack.connect(presenter.put_back)
        video.unbound.connect(presenter.unbind)
        self.reach.linkWanted.connect(self.open_link)
        self.reach.complaintWanted.connect(presenter.show_complaint)
        self.reach.statementWanted.connect(self._write_statement)
        self.entry.left.connect(presenter.leave)
        self.kit.linkWanted.connect(self.open_link)
        self.kit.checkWanted.connect(presenter.open_check)
        self.part.left.connect(self._leave_handover)
        self.part.linkWanted.connect(self.open_link)
        # Access is asked for on another thread; the browser is opened on this one.
        self._browserWanted.connect(self.open_link, Qt.ConnectionType.QueuedConnection)
        self._context.bridge.jobChanged.connect(self._job_changed)

    # The page in the window

    def activated(
        self,
        publication_id: str = "",
        reach: str = "",
        handover: str = "",
        *,
        todo: bool = False,
    ) -> None:
        """Come to the front, with what is named."""
        if handover:
            self._open_handover(handover)
        elif publication_id or reach or todo:
            self._stack.setCurrentIndex(0)
        self._wants_first = todo
        if publication_id:
            self.presenter.pane, self.presenter.key = Pane.VIDEO, publication_id
        elif reach:
            self.presenter.pane, self.presenter.key = Pane.REACH, reach
        self.presenter.refresh()

    def refresh(self) -> None:
        """Ask services again."""
        self.presenter.refresh()
        if self._is_handing_over:
            self.handing.again()
            self.uploads.refresh()

    @property
    def _is_handing_over(self) -> bool:
        return self._stack.currentIndex() == 1

    def focus_search(self) -> None:
        """Give the keyboard to the search field."""
        if not self._is_handing_over:
            self.overview.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def primary_action(self) -> None:
        """Ask which moment a complaint is about."""
        if not self.complaint_button.isEnabled():
            return
        self._stack.setCurrentIndex(0)
        self._complain(None)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()
        self._ticks.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._ticks.stop()
        super().hideEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "_ticks"):
            self._fit()

    def _fit(self) -> None:
        self._is_narrow = is_narrow(self.width())
        self.part.fit(self.width())
        self._fit_sides()

    def _fit_sides(self) -> None:
        """Show list and detail beside each other, or one of them where there is no room."""
        is_shown = self._side.currentWidget() is not self._hint
        self.overview.setVisible(not (self._is_narrow and is_shown))
        self._card.setVisible(is_shown or not self._is_narrow)
        self._back.setVisible(self._is_narrow and is_shown)

    def _tick(self) -> None:
        self.presenter.tick()
        self.video.tick()
        self.reach.tick()
        self.kit.tick()

    def _job_changed(self, state: JobState) -> None:
        self.handing.job_changed(state)
        self.uploads.job_changed(state)

    def open_link(self, url: str) -> None:
        """Open an address in the browser; only such as begin with https."""
        if url.startswith("https://"):
            QDesktopServices.openUrl(QUrl(url))

    def _copy_told(self, text: str) -> None:
        self.copy(text)
        self._context.toast(self.tr("Copied: {text}").format(text=text))

    # Choosing

    def _todo_chosen(self, key: str) -> None:
        self.overview.videos.show_key("")
        self.presenter.open_todo(key)

    def _video_chosen(self, key: str) -> None:
        self.overview.todo.show_key("")
        self.presenter.open_video(key)

    def _complain(self, made: Publication | None) -> None:
        self.presenter.leave()
        self.complaints.begin(made)

    # Hand-over

    def _open_handover(self, check_id: str) -> None:
        self._stack.setCurrentIndex(1)
        self.handing.open(check_id)
        self.uploads.open(check_id)

    def _leave_handover(self) -> None:
        self.handing.leave()
        self._stack.setCurrentIndex(0)
        self.presenter.refresh()

    def _bound(self, made: Publication) -> None:
        self.handing.leave()
        self._stack.setCurrentIndex(0)
        self.presenter.open_video(made.id)

    def _uploaded(self, made: UploadResult) -> None:
        """Show the video in the list, unless there is something to say about it first."""
        if not made.is_locked:
            self.handing.leave()
            self._stack.setCurrentIndex(0)
            self.presenter.open_video(made.publication_id)
            self._context.toast(self.tr("The video is on YouTube and in your list."))

    # What the presenters ask for

    def show_lists(self, todo: tuple[Line, ...], videos: tuple[Line, ...], total: int) -> None:
        """Show what is to be done, and those of ``total`` videos that fit."""
        self.overview.show_lists(todo, videos, total)
        is_empty = not total and not todo
        self._front.setCurrentIndex(1 if is_empty else 0)
        self.complaint_button.setEnabled(total > 0)
        self._show_keys()
        if self._wants_first and todo:
            self._wants_first = False
            self.overview.todo.show_key(todo[0].key)
            self._todo_chosen(todo[0].key)

    def _show_keys(self) -> None:
        presenter = self.presenter
        is_video = presenter.pane is Pane.VIDEO
        self.overview.videos.show_key(presenter.key if is_video else "")
        if is_video or presenter.pane is Pane.NOTHING:
            self.overview.todo.show_key("")
        elif presenter.pane is Pane.REACH:
            self.overview.todo.show_key(presenter.key)
        else:
            self.overview.todo.show_key(presenter.key_of_complaint)

    def show_pending(self, pending: tuple[PendingUpload, ...]) -> None:
        """Offer to go on with uploads that were begun."""
        is_read_only = self._context.workspace.is_read_only
        waiting = tuple(item for item in pending if not self.uploads.is_sent(item))
        self.pending.show_pending(() if is_read_only else waiting)

    def _go_on(self, item: PendingUpload) -> None:
        self._open_handover(item.check_id)
        if not item.is_missing:
            self.uploads.resume(item)

    def show_nothing(self) -> None:
        """Show nothing beside the lists."""
        self._side.setCurrentWidget(self._hint)
        self._show_keys()

    def show_video(self, detail: VideoDetail) -> None:
        """Show a video."""
        self.video.show_video(detail)
        self._side.setCurrentWidget(self.video)
        self._show_keys()

    def show_reach(self, reach: Reach) -> None:
        """Show what one person's ended permission concerns."""
        self.reach.show_reach(reach)
        self._side.setCurrentWidget(self.reach)
        self._show_keys()

    def open_complaint(self, complaint_id: str) -> None:
        """Show a complaint."""
        self.complaints.open(complaint_id)

    def show_entry(self, chosen: Publication | None) -> None:
        """Ask which moment of which video a complaint is about."""
        self._side.setCurrentWidget(self.entry)
        self.entry.show_entry(chosen)

    def show_understood(self, moment: Moment) -> None:
        """Say what was understood of what is typed."""
        self.entry.show_understood(moment)

    def show_kit(self, opened: OpenedKit) -> None:
        """Show all that is known of a moment."""
        if opened.kit.id:
            self.presenter.pane, self.presenter.key = Pane.COMPLAINT, opened.kit.id
        self.kit.show_kit(opened)
        self._side.setCurrentWidget(self.kit)
        self._show_keys()

    def complaint_gone(self) -> None:
        """The complaint is not there any more."""
        self.presenter.leave()

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""
        copy_text(text)

    # The statement

    def _write_statement(self, path: Path, language: str) -> None:
        self.presenter.write_statement(path, language, self._statement_written)

    def _statement_written(self, made: CompletionStatement) -> None:
        words = self.tr("Saved: {name}, and the signed statement beside it.")
        self._context.toast(words.format(name=made.pdf.name))
