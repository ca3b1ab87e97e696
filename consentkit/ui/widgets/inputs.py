"""Fields to type into, and a place to drop files on."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFileDialog, QFrame, QLineEdit, QWidget
from typing_extensions import override

from consentkit.ui.icons import icon, role_colour
from consentkit.ui.theme import current_tokens, theme_news
from consentkit.ui.widgets.buttons import button
from consentkit.ui.widgets.labels import icon_label, label
from consentkit.ui.widgets.layout import column, row

VIDEO_ENDINGS = (".mp4", ".mkv", ".mov", ".webm", ".flv", ".avi", ".m4v", ".ts", ".3gp")
"""Endings offered when videos are asked for; any file may be dropped, its content decides."""

TYPING_PAUSE_MS = 120
"""Shorter than the pause between two words, longer than between two letters."""


class SearchField(QLineEdit):
    """A field that tells what is searched for once typing pauses; Escape empties it."""

    searched = Signal(str)

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "search")
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(220)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(lambda _text: self._pause.start())
        self.returnPressed.connect(self._tell)
        theme_news().changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        self._glass.setIcon(icon("search", role_colour("muted"), 16))

    def _tell(self) -> None:
        self._pause.stop()
        self.searched.emit(self.text().strip())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._tell()
            return
        super().keyPressEvent(event)


class SecretField(QLineEdit):
    """A field for a passphrase: hidden, shown while the eye is pressed, kept from input helpers."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self._eye = QAction(self.tr("Show what is typed"), self)
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._reveal)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        theme_news().changed.connect(self._draw)
        self._draw()

    def _reveal(self, is_shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        self._draw()

    def _draw(self) -> None:
        name = "eye-off" if self._eye.isChecked() else "eye"
        self._eye.setIcon(icon(name, role_colour("muted"), 16))

    def forget(self) -> None:
        """Empty the field and hide what is typed next; it cannot be undone."""
        self._eye.setChecked(False)
        self.clear()
        # A set text starts a new undo history; what was typed cannot come back with Ctrl+Z.
        self.setText("")

    @override
    def event(self, event: QEvent) -> bool:
        # Nothing typed here is offered to others by drag, even when it is shown.
        if event.type() is QEvent.Type.DragEnter:
            event.ignore()
            return True
        return super().event(event)


def dropped_files(data: QMimeData) -> tuple[Path, ...]:
    """Return the files a drag carries; what is no local file is left out."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


class FileDropArea(QFrame):
    """A place to drop files on, with a button that asks for them instead."""

    filesChosen = Signal(object)
    """A tuple of ``Path``."""

    def __init__(
        self,
        text: str,
        choose: str,
        *,
        filters: str = "",
        accepts: Callable[[Path], bool] = lambda _path: True,
        is_many: bool = False,
        icon_name: str = "import",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._filters, self._accepts, self._is_many = filters, accepts, is_many
        self._choose_title = choose
        self._is_over = False
        self.setAcceptDrops(True)
        self.setAccessibleName(text)
        self.picture = icon_label(icon_name, "muted", 28)
        self.words = label(text, "muted", wraps=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.choose_button = button(choose, self.choose)
        self.setLayout(
            column(
                None,
                row(None, self.picture, None),
                self.words,
                row(None, self.choose_button, None),
                None,
                gap=8,
                margins=16,
            )
        )

    def choose(self) -> None:
        """Ask for files."""
        if self._is_many:
            names, _ = QFileDialog.getOpenFileNames(self, self._choose_title, "", self._filters)
        else:
            name, _ = QFileDialog.getOpenFileName(self, self._choose_title, "", self._filters)
            names = [name] if name else []
        if names:
            self.filesChosen.emit(tuple(Path(name) for name in names))

    def _wanted(self, data: QMimeData) -> tuple[Path, ...]:
        files = tuple(path for path in dropped_files(data) if self._accepts(path))
        return files if self._is_many else files[:1]

    def _set_over(self, is_over: bool) -> None:
        self._is_over = is_over
        self.update()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._wanted(event.mimeData()):
            self._set_over(is_over=True)
            event.acceptProposedAction()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_over(is_over=False)
        event.accept()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._set_over(is_over=False)
        files = self._wanted(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.filesChosen.emit(files)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(tokens.accent if self._is_over else tokens.border_strong), 1.5)
        pen.setDashPattern([4, 4])
        painter.setPen(pen)
        painter.setBrush(QColor(tokens.accent_soft if self._is_over else tokens.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)


def copy_text(text: str) -> None:
    """Put ``text`` on the clipboard."""
    QGuiApplication.clipboard().setText(text)
