"""The parts of a hand-over: texts to copy, the checklist, files to take along, the link."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QPlainTextEdit, QWidget

from consentkit.domain.video_details import TITLE_MAX_CHARS
from consentkit.kernel.limits import TEXT_MAX_CHARS
from consentkit.services.credential_views import Credential, CredentialKind
from consentkit.services.publication_views import ChecklistLine, HandOver, HandOverStep
from consentkit.ui.messages import format_date_time
from consentkit.ui.published.handover_presenter import Prepared, known_link
from consentkit.ui.published.handover_texts import BY_APP, step_words
from consentkit.ui.published.task_card import flow
from consentkit.ui.published.words import platform_name
from consentkit.ui.theme import set_role
from consentkit.ui.widgets.buttons import button, icon_button
from consentkit.ui.widgets.labels import ElidedLabel, icon_label, label
from consentkit.ui.widgets.layout import Card, clear, column, holding, row

_DESCRIPTION_LINES = 6
_MARK_PX = 18


class TextsPart(Card):
    """Title, description and tags, each to be copied."""

    copyWanted = Signal(str, str)
    """The text, and what to say of it."""

    entryWanted = Signal()

    def __init__(self) -> None:
        super().__init__(gap=8)
        self.title = QLineEdit()
        self.title.setMaxLength(TITLE_MAX_CHARS)
        self.description = QPlainTextEdit()
        self.description.setTabChangesFocus(True)
        metrics = self.description.fontMetrics()
        self.description.setMinimumHeight(metrics.lineSpacing() * _DESCRIPTION_LINES + 16)
        self.tags = QLineEdit()
        self.entry_button = button(
            self.tr("Save what the id stands for"), self.entryWanted.emit, kind="link"
        )
        self.entry_button.setToolTip(
            self.tr("The signed log entry of the decision. Anybody can verify it.")
        )
        self._add(
            self.tr("Title"),
            self.title,
            self.tr("Copy the title"),
            self.tr("The title was copied."),
        )
        self._add(
            self.tr("Description"),
            self.description,
            self.tr("Copy the description"),
            self.tr("The description was copied."),
        )
        self.body.addLayout(row(self.entry_button, None))
        self._add(
            self.tr("Tags"), self.tags, self.tr("Copy the tags"), self.tr("The tags were copied.")
        )
        self.body.setStretchFactor(self.description, 1)

    def _add(self, name: str, field: QLineEdit | QPlainTextEdit, copy: str, said: str) -> None:
        field.setAccessibleName(name)

        def taken() -> None:
            text = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
            self.copyWanted.emit(text, said)

        self.body.addLayout(
            row(label(name, "strong"), None, icon_button("copy", copy, taken, size=16))
        )
        self.body.addWidget(field)

    def show_kit(self, kit: HandOver, *, is_new: bool) -> None:
        """Show the proposed texts; those that were written over stay unless ``is_new``."""
        if is_new:
            self.title.setText(kit.title)
            self.description.setPlainText(kit.description)
            self.tags.setText(", ".join(kit.tags))
        self.entry_button.setVisible(bool(kit.proof_id))
        words = self.tr("Save what {id} stands for…").format(id=kit.proof_id)
        self.entry_button.setText(words)

    @property
    def tag_list(self) -> tuple[str, ...]:
        """The tags as they stand."""
        parts = (" ".join(one.split()) for one in self.tags.text().split(","))
        return tuple(dict.fromkeys(filter(None, parts)))


class ChecklistPart(QWidget):
    """What to look at: ticks of the app, and boxes for the person."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = column(gap=6)
        self._ticked: set[HandOverStep] = set()
        self.boxes: dict[HandOverStep, QCheckBox] = {}
        self.setLayout(self._lines)

    def show_lines(self, lines: tuple[ChecklistLine, ...], *, is_new: bool) -> None:
        """Show the checklist; what the person ticked stays unless ``is_new``."""
        if is_new:
            self._ticked.clear()
        clear(self._lines)
        self.boxes = {}
        for one in lines:
            words = step_words(one)
            if one.is_done is None:
                self._lines.addWidget(self._box(one.step, words))
                continue
            text = label(words, wraps=True)
            box = row(self._mark(one), gap=8)
            box.addWidget(text, 1)
            self._lines.addLayout(box)

    @staticmethod
    def _mark(one: ChecklistLine) -> QWidget:
        if one.is_done:
            return icon_label("tick-circle", "green", 16)
        if one.step in BY_APP:
            return icon_label("warning", "amber", 16)
        return icon_label("hollow-circle", "muted", 16)

    def _box(self, step: HandOverStep, words: str) -> QWidget:
        box = QCheckBox()
        box.setAccessibleName(words)
        box.setChecked(step in self._ticked)
        box.toggled.connect(lambda is_on: self._tick(step, is_on=is_on))
        self.boxes[step] = box
        box.setFixedWidth(_MARK_PX)
        # A check box does not break its words into lines.
        text = label(words, wraps=True)
        text.setBuddy(box)
        made = row(box, gap=6)
        made.addWidget(text, 1)
        return holding(made)

    def _tick(self, step: HandOverStep, *, is_on: bool) -> None:
        if is_on:
            self._ticked.add(step)
        else:
            self._ticked.discard(step)


class LinkPart(QWidget):
    """Where the link of the published video is pasted, so that a withdrawal reaches it."""

    bindWanted = Signal(str, str)
    """The link, and a reason where one is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._is_free = True
        self.field = QLineEdit()
        self.field.setPlaceholderText("https://youtu.be/…")
        self.field.setAccessibleName(self.tr("Link of the published video"))
        self.field.setClearButtonEnabled(True)
        self.understood = label("", "muted", wraps=True)
        self.reason = QLineEdit()
        self.reason.setMaxLength(TEXT_MAX_CHARS)
        self.reason.setPlaceholderText(self.tr("Why it was published all the same"))
        self.reason.setAccessibleName(self.tr("Why it was published all the same"))
        self.bind_button = button(self.tr("Put it into the list"), self._bind, icon="link")
        self.field.textChanged.connect(self._fit)
        self.field.returnPressed.connect(self._bind)
        self.reason.textChanged.connect(self._fit)
        self.reason.returnPressed.connect(self._bind)
        self.setLayout(
            column(self.field, self.understood, self.reason, row(self.bind_button, None), gap=8)
        )
        self.reason.hide()
        self._fit()

    def show_kit(self, kit: HandOver, *, is_new: bool) -> None:
        """Begin anew where it is another check."""
        if is_new:
            self.field.clear()
            self.reason.clear()
        self.reason.setVisible(not kit.is_allowed)
        self._fit()

    def ask_reason(self) -> None:
        """Ask why it is bound although it is not allowed."""
        self.reason.show()
        self.reason.setFocus()
        self._fit()

    def set_free(self, *, is_free: bool) -> None:
        """Say whether a link can be taken."""
        self._is_free = is_free
        self._fit()

    def _fit(self) -> None:
        text = self.field.text().strip()
        link = known_link(text) if text else None
        if link is not None:
            name = platform_name(link.platform)
            self.understood.setText(" · ".join(filter(None, (name, link.video_id or link.url))))
        elif text:
            self.understood.setText(self.tr("This is no link to a video."))
        set_role(self.understood, "error" if text and link is None else "muted")
        self.understood.setVisible(bool(text))
        is_told = self.reason.isHidden() or bool(self.reason.text().strip())
        self.bind_button.setEnabled(self._is_free and link is not None and is_told)

    def _bind(self) -> None:
        if self.bind_button.isEnabled():
            reason = "" if self.reason.isHidden() else self.reason.text().strip()
            self.bindWanted.emit(self.field.text().strip(), reason)


class CredentialsPart(QWidget):
    """Files that say of the video what the check found: a sidecar, a signed copy."""

    writeWanted = Signal(object, object)
    """``CredentialKind`` and ``Path``."""

    def __init__(self) -> None:
        super().__init__()
        self._path = Path()
        self.sidecar_button = button(
            self.tr("Sidecar (XMP)…"), lambda: self._choose(CredentialKind.XMP), icon="document"
        )
        self.sidecar_button.setToolTip(
            self.tr("A small file beside the video with its release code, for editing programs.")
        )
        self.signed_button = button(
            self.tr("Signed copy (C2PA)…"), lambda: self._choose(CredentialKind.C2PA), icon="shield"
        )
        self.signed_button.setToolTip(
            self.tr("The same video with signed credentials in it. You can upload it instead.")
        )
        self._list = column(gap=4)
        self.setLayout(column(flow(self.sidecar_button, self.signed_button), self._list, gap=8))

    def show_prepared(self, prepared: Prepared) -> None:
        """Show what was written for the check."""
        self._path = prepared.kit.path
        clear(self._list)
        newest: dict[Path, Credential] = {}
        for item in prepared.credentials:
            newest.setdefault(item.path, item)
        for item in newest.values():
            self._list.addWidget(self._line(item))

    def _line(self, item: Credential) -> QWidget:
        is_there = item.path.is_file()
        name = ElidedLabel(item.path.name)
        when = format_date_time(item.made_at) if is_there else self.tr("not there")
        show = icon_button(
            "folder", self.tr("Show in folder"), lambda: _show_folder(item.path), size=16
        )
        show.setEnabled(is_there)
        box = row(icon_label("document", "muted", 16), gap=8)
        box.addWidget(name, 1)
        box.addWidget(label(when, "small"))
        box.addWidget(show)
        return holding(box)

    def set_free(self, *, is_free: bool) -> None:
        """Say whether files can be written."""
        self.sidecar_button.setEnabled(is_free)
        self.signed_button.setEnabled(is_free)

    def _choose(self, kind: CredentialKind) -> None:
        video = self._path
        if kind is CredentialKind.XMP:
            start, filters = video.with_suffix(".xmp"), "XMP (*.xmp)"
            title = self.tr("Save the sidecar")
        else:
            start = video.with_suffix(f".c2pa{video.suffix}")
            filters = f"{self.tr('Video')} (*{video.suffix})"
            title = self.tr("Save the signed copy")
        name, _ = QFileDialog.getSaveFileName(self, title, str(start), filters)
        if name:
            self.writeWanted.emit(kind, Path(name))


def _show_folder(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
