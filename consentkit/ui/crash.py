"""What is shown when the program itself broke: what happened, nothing personal, details to copy."""

import logging
import platform
import sys
import threading
import traceback
from importlib import metadata
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from consentkit.ui.widgets.buttons import button
from consentkit.ui.widgets.labels import icon_label, label
from consentkit.ui.widgets.layout import column, row

_log = logging.getLogger(__name__)


def report_of(bug: BaseException) -> str:
    """Return where ``bug`` came up, without its message, values or folders.

    A message may quote what a person typed or how a file is called; the kind of the exception and
    the lines of code tell a developer enough.
    """
    lines = [
        f"ConsentKit {_version()}, Python {platform.python_version()}, {platform.system()}",
        "",
    ]
    cause: BaseException | None = bug
    while cause is not None:
        lines.append(f"{type(cause).__module__}.{type(cause).__qualname__}")
        frames = traceback.extract_tb(cause.__traceback__)
        lines.extend(f"  {_module(at.filename)}:{at.lineno} {at.name}" for at in frames)
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
        if cause is not None:
            lines.append("caused by")
    return "\n".join(lines)


def _version() -> str:
    try:
        return metadata.version("consentkit")
    except metadata.PackageNotFoundError:
        return "?"


def _module(filename: str) -> str:
    parts = Path(filename).parts
    if "consentkit" in parts:
        last = len(parts) - 1 - parts[::-1].index("consentkit")
        return "/".join(parts[last:])
    return parts[-1] if parts else "?"


class CrashDialog(QDialog):
    """Says that the program broke and what to do."""

    def __init__(self, bug: BaseException, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something broke"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._report = report_of(bug)
        details = QPlainTextEdit(self._report)
        details.setReadOnly(True)
        details.setAccessibleName(self.tr("Details"))
        details.setMinimumSize(520, 160)
        words = label(
            self.tr(
                "This is a fault in ConsentKit, not something you did. What was sealed before is "
                "safe. What you were just doing may not have been kept."
            ),
            wraps=True,
        )
        hint = label(
            self.tr(
                "Close and open ConsentKit again. The details below name no person, file or "
                "folder; please send them along when you report it."
            ),
            "muted",
            wraps=True,
        )
        head = row(
            icon_label("warning", "red", 28), label(self.tr("Something broke"), "title"), None
        )
        self._copy = button(self.tr("Copy details"), self._copy_report, icon="copy")
        close = button(self.tr("Close"), self.accept, kind="primary")
        self.setLayout(
            column(head, words, hint, details, row(self._copy, None, close), gap=12, margins=24)
        )

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self._copy.setText(self.tr("Copied"))


class CrashDesk(QObject):
    """Takes every exception nobody caught, from any thread, and shows it once."""

    _caught = Signal(object)

    def __init__(self, window: QWidget | None = None) -> None:
        super().__init__()
        self._window = window
        self._open: CrashDialog | None = None
        self._caught.connect(self.show_bug)

    def set_window(self, window: QWidget) -> None:
        """Show later dialogs above ``window``."""
        self._window = window

    def install(self) -> None:
        """Take the place of Python's own hooks."""
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    def _hook(
        self, kind: type[BaseException], bug: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, bug, trace)
            return
        self._caught.emit(bug)

    def _thread_hook(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._caught.emit(args.exc_value)

    def show_bug(self, bug: BaseException) -> None:
        """Show ``bug``; while one is on the screen the next ones go to the log alone."""
        _log.error("fault: %s", report_of(bug))
        if self._open is not None:
            return
        self._open = CrashDialog(bug, self._window)
        self._open.finished.connect(self._closed)
        self._open.show()

    def _closed(self) -> None:
        self._open = None
