"""Where the desktop app begins and is put together."""

import argparse
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from consentkit.services.preferences import Preferences, load_preferences
from consentkit.ui.bridge import Bridge
from consentkit.ui.context import PreferencesHolder
from consentkit.ui.crash import CrashDesk
from consentkit.ui.icons import pixmap
from consentkit.ui.language import Translators
from consentkit.ui.theme import LIGHT, ThemeName, apply_theme
from consentkit.ui.widgets.focus import FocusRing
from consentkit.ui.window import MainWindow


class Application:
    """The parts of the running app, in the order they hold each other."""

    def __init__(self, app: QApplication, preferences: Preferences) -> None:
        self.app = app
        self.crash = CrashDesk()
        self.translators = Translators(app)
        self.translators.install(preferences.language)
        apply_theme(app, preferences.theme, preferences.text_scale)
        self._shown = preferences
        self._ring = FocusRing(app)
        self.holder = PreferencesHolder(preferences)
        self.bridge = Bridge()
        self.window = MainWindow(self.bridge, self.holder, self.crash)
        self.crash.set_window(self.window)
        self.holder.changed.connect(self._follow)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def _follow(self, value: Preferences) -> None:
        before, self._shown = self._shown, value
        if (before.theme, before.text_scale) != (value.theme, value.text_scale):
            self._apply(value.theme, value.text_scale)
        if before.language != value.language:
            self.translators.install(value.language)
            self.window.retranslate()

    def _follow_system(self, _scheme: Qt.ColorScheme) -> None:
        if self._shown.theme == "auto":
            self._apply("auto", self._shown.text_scale)

    def _apply(self, theme: ThemeName, text_scale: float) -> None:
        # Polishing every widget is some hundred thousand events none of the filters wants.
        filters = (self._ring, self.window.guard)
        for watching in filters:
            self.app.removeEventFilter(watching)
        try:
            apply_theme(self.app, theme, text_scale)
        finally:
            for watching in filters:
                self.app.installEventFilter(watching)


def make_application(argv: Sequence[str]) -> QApplication:
    """Return the one ``QApplication``, named and with its icon."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication([*argv])
    app.setApplicationName("consentkit")
    app.setApplicationDisplayName("ConsentKit")
    app.setDesktopFileName("consentkit")
    app.setWindowIcon(pixmap("logo", LIGHT.accent, 64, 2))
    return app


def main(argv: Sequence[str] | None = None) -> int:
    """Open the app and return its exit code once the window is closed.

    Args:
        argv: Arguments without the program's name; those of the process by default. The one
            argument is the folder of a vault to open.
    """
    parser = argparse.ArgumentParser(
        prog="consentkit-desktop", description="Consent records for recorded video chats."
    )
    parser.add_argument("vault", nargs="?", type=Path, help="folder of a vault to open")
    chosen = parser.parse_args(argv)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    app = make_application(sys.argv[:1])
    parts = Application(app, load_preferences())
    parts.crash.install()
    if chosen.vault is not None:
        parts.window.open_given(chosen.vault)
    parts.window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
