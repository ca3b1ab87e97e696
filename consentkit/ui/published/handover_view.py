"""Handing a checked video over: texts, checklist, where to, and the link that comes back."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from consentkit.domain.published_link import YOUTUBE
from consentkit.domain.video_details import Privacy
from consentkit.kernel.errors import ConsentKitError
from consentkit.services.credential_views import CredentialKind
from consentkit.services.handing_over import HAND_OVER_LANGUAGES, STUDIO_URL
from consentkit.services.jobs import JobState
from consentkit.ui.error_texts import error_sentence
from consentkit.ui.messages import language_name
from consentkit.ui.published.handover_parts import (
    ChecklistPart,
    CredentialsPart,
    LinkPart,
    TextsPart,
)
from consentkit.ui.published.handover_presenter import HandOverPresenter, Prepared
from consentkit.ui.published.handover_texts import open_words
from consentkit.ui.published.task_card import tall_notice
from consentkit.ui.published.upload_presenter import UploadPresenter
from consentkit.ui.published.upload_view import UploadView
from consentkit.ui.recording.choices import OneOf
from consentkit.ui.theme import current_tokens
from consentkit.ui.widgets.buttons import button, icon_button
from consentkit.ui.widgets.inputs import copy_text
from consentkit.ui.widgets.labels import ElidedLabel, label
from consentkit.ui.widgets.layout import Card, ScrollContent, column, holding, row, scrolling
from consentkit.ui.widgets.states import EmptyState, ProgressLine

_SIDE_PX = 420
_NARROW_SIDE_PX = 360
_NARROW_PX = 900


_ONE_COLUMN_PX = 700
_NO_LIMIT = 16_777_215
"""Qt's largest size of a widget (``QWIDGETSIZE_MAX``)."""


def is_narrow(width_px: int) -> bool:
    """Return whether two parts have no room beside each other, with words of the size in use."""
    return width_px < _ONE_COLUMN_PX * max(1.0, current_tokens().text_scale)


class HandOverPart(QWidget):
    """The view of a hand-over, over the whole page."""

    left = Signal()
    linkWanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._presenter: HandOverPresenter | None = None
        self._uploads: UploadPresenter | None = None
        self._prepared: Prepared | None = None
        self._shown: tuple[str, str] = ("", "")
        self._is_busy = False
        self._is_one_column = False
        self.name = ElidedLabel("", "title", Qt.TextElideMode.ElideMiddle)
        self.language: OneOf[str] = OneOf(
            self.tr("Language of the texts"),
            tuple((tag, language_name(tag)) for tag in HAND_OVER_LANGUAGES),
        )
        self.check_button = button(self.tr("Open the check"), self._open_check, kind="link")
        self.allowed = tall_notice("tick-circle")
        self.refused = tall_notice("warning", is_warning=True)
        self.refused.action_row.addWidget(button(self.tr("See the decision"), self._open_check))
        self.texts = TextsPart()
        self.checklist = ChecklistPart()
        self.again_button = icon_button("refresh", self.tr("Look again"), self._again, size=16)
        self.studio_button = button(
            open_words(YOUTUBE), self._open_platform, kind="primary", icon="external-link"
        )
        self.link = LinkPart()
        self.credentials = CredentialsPart()
        self.upload = UploadView()
        self.upload_card = Card(label(self.tr("Upload from here"), "lead"), self.upload, gap=8)
        self.progress = ProgressLine()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._make_working())
        self._stack.addWidget(self._make_full())
        tokens = current_tokens()
        back = icon_button("chevron-left", self.tr("All published videos"), self.left.emit)
        head = row(back, self.name, self.check_button, self.language, gap=12)
        head.setStretchFactor(self.name, 1)
        head.setAlignment(self.language, Qt.AlignmentFlag.AlignVCenter)
        box = column(
            head, self._stack, gap=12, margins=(tokens.s4, tokens.s3, tokens.s4, tokens.s3)
        )
        box.setStretch(1, 1)
        self.setLayout(box)
        self._connect()

    # Building

    def _make_working(self) -> QWidget:
        self.failure = tall_notice("warning", is_warning=True)
        self._reading = EmptyState(
            "film",
            self.tr("Looking whether it is the file that was checked"),
            self.tr("The whole file is read. A long video takes a moment."),
        )
        return holding(column(self.failure, self._reading, self.progress, gap=12))

    def _make_full(self) -> QWidget:
        check = column(
            row(label(self.tr("Look"), "lead"), None, self.again_button),
            label(self.tr("Tick what you looked at on the platform."), "muted", wraps=True),
            self.checklist,
            gap=8,
        )
        upload = column(
            label(self.tr("Publish"), "lead"),
            label(
                self.tr("Upload the file there by hand; copy the texts from here."),
                "muted",
                wraps=True,
            ),
            row(self.studio_button, None),
            gap=8,
        )
        link = column(
            label(self.tr("Bring the link back"), "lead"),
            label(
                self.tr(
                    "Paste the video's link. Then everybody in it is known, and a withdrawal or a"
                    " complaint reaches the right second."
                ),
                "muted",
                wraps=True,
            ),
            self.link,
            gap=8,
        )
        extra = column(
            label(self.tr("Take along"), "lead"),
            label(
                self.tr("Files that tell other programs what the check found."),
                "muted",
                wraps=True,
            ),
            self.credentials,
            gap=8,
        )
        cards = [Card(box) for box in (check, upload, link)]
        self._cards = column(
            *cards, self.upload_card, Card(extra), None, gap=12, margins=(0, 0, 12, 0)
        )
        self._side = scrolling(ScrollContent(self._cards))
        self._above = column(self.allowed, self.refused, self.texts, gap=12)
        self._above.setStretch(2, 1)
        self._left = holding(self._above)
        body = row(gap=16)
        body.addWidget(self._left, 1)
        body.addWidget(self._side)
        return holding(body)

    def _connect(self) -> None:
        self.texts.copyWanted.connect(self._copy)
        self.texts.entryWanted.connect(self._save_entry)
        self.language.chosen.connect(self._speak)
        self.link.bindWanted.connect(self._bind)
        self.credentials.writeWanted.connect(self._write)
        self.upload.uploadWanted.connect(self._begin_upload)
        self.upload.studioWanted.connect(lambda: self.linkWanted.emit(STUDIO_URL))
        self.progress.cancelled.connect(lambda _id: self.left.emit())

    def attach(self, presenter: HandOverPresenter, uploads: UploadPresenter) -> None:
        """Connect the view with its behaviour."""
        self._presenter, self._uploads = presenter, uploads
        self.upload.attach(uploads)

    # What the presenter asks for

    def show_working(self, path: Path | None) -> None:
        """Say that the file is being read."""
        self.name.setText(path.name if path is not None else self.tr("Hand over"))
        self.failure.hide()
        self._reading.show()
        self.progress.show()
        self._stack.setCurrentIndex(0)

    def show_job(self, state: JobState) -> None:
        """Show how far the work is."""
        self.progress.show_job(state)

    def show_failure(self, error: ConsentKitError) -> None:
        """Say why there is nothing to hand over."""
        self._reading.hide()
        self.progress.hide()
        self.failure.tell_error(error_sentence(error))
        self._stack.setCurrentIndex(0)

    def show_prepared(self, prepared: Prepared) -> None:
        """Show a hand-over; what was written over stays while check and language stay."""
        kit = prepared.kit
        presenter = self._presenter
        language = presenter.language if presenter is not None else ""
        is_new_check = self._shown[0] != kit.check_id
        is_new = is_new_check or self._shown[1] != language
        self._shown = (kit.check_id, language)
        self._prepared = prepared
        self.name.setText(self.tr("Hand over {name}").format(name=kit.path.name))
        self.language.set_value(language)
        self._show_allowed(prepared)
        self.texts.show_kit(kit, is_new=is_new)
        self.checklist.show_lines(kit.checklist, is_new=is_new_check)
        self.studio_button.setText(open_words(prepared.platform))
        self.studio_button.setVisible(bool(kit.url))
        self.studio_button.setEnabled(kit.is_allowed)
        self.link.show_kit(kit, is_new=is_new_check)
        self.credentials.show_prepared(prepared)
        is_youtube = prepared.platform == YOUTUBE
        self.upload_card.setVisible(is_youtube and not prepared.is_read_only)
        self.upload.set_allowed(is_allowed=kit.is_allowed)
        self._fit_busy()
        if is_new_check:
            self._side.verticalScrollBar().setValue(0)
        self._stack.setCurrentIndex(1)

    def _show_allowed(self, prepared: Prepared) -> None:
        kit = prepared.kit
        if kit.is_allowed:
            self.refused.hide()
            self.allowed.tell(
                self.tr("This is the file that was checked, and its plan passes."),
                str(kit.path),
            )
        else:
            self.allowed.hide()
            self.refused.tell(
                self.tr("Do not publish this video yet."),
                self.tr("The file or a permission changed, or its plan does not pass."),
            )

    def show_busy(self, is_busy: bool) -> None:
        """Say that something is being written or bound."""
        self._is_busy = is_busy
        self._fit_busy()

    def _fit_busy(self) -> None:
        is_free = not self._is_busy
        if self._prepared is not None and self._prepared.is_read_only:
            is_free = False
        self.link.set_free(is_free=is_free)
        self.credentials.set_free(is_free=is_free)

    def ask_reason(self) -> None:
        """Ask why the video is bound although it is not allowed."""
        self.link.ask_reason()

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""
        copy_text(text)

    def fit(self, width_px: int) -> None:
        """Give the side what the page's width allows; one column where two have no room."""
        self.language.keep_in_one_line()
        is_one = is_narrow(width_px)
        if is_one is not self._is_one_column:
            self._is_one_column = is_one
            box = self._cards if is_one else self._above
            for place, part in enumerate((self.allowed, self.refused, self.texts)):
                box.insertWidget(place, part)
            self._above.setStretch(2, 0 if is_one else 1)
            self._left.setVisible(not is_one)
        scale = min(1.15, max(1.0, current_tokens().text_scale))
        base = _NARROW_SIDE_PX if width_px < _NARROW_PX else _SIDE_PX
        self._side.setMinimumWidth(0 if is_one else round(base * scale))
        self._side.setMaximumWidth(_NO_LIMIT if is_one else round(base * scale))

    # Acting

    def _open_check(self) -> None:
        if self._presenter is not None:
            self._presenter.open_check()

    def _again(self) -> None:
        if self._presenter is not None:
            self._presenter.again()

    def _open_platform(self) -> None:
        if self._prepared is not None:
            self.linkWanted.emit(self._prepared.kit.url)

    def _copy(self, text: str, said: str) -> None:
        if self._presenter is not None:
            self._presenter.copy(text, said)

    def _speak(self) -> None:
        if self._presenter is not None and self.language.value is not None:
            self._presenter.speak(self.language.value)

    def _bind(self, link: str, reason: str) -> None:
        if self._presenter is not None:
            self._presenter.bind(link, self.texts.title.text().strip(), reason)

    def _write(self, kind: object, path: Path) -> None:
        if self._presenter is not None and isinstance(kind, CredentialKind):
            self._presenter.write(kind, path)

    def _save_entry(self) -> None:
        prepared = self._prepared
        if prepared is None or self._presenter is None:
            return
        start = prepared.kit.path.with_name(f"{prepared.kit.path.stem}.decision.json")
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save what the id stands for"), str(start), "JSON (*.json)"
        )
        if name:
            self._presenter.save_entry(Path(name))

    def _begin_upload(self, privacy: object) -> None:
        if self._uploads is None or self._presenter is None or not isinstance(privacy, Privacy):
            return
        texts = self.texts
        self._uploads.upload(
            texts.title.text(),
            texts.description.toPlainText(),
            texts.tag_list,
            privacy,
            self._presenter.language,
        )
