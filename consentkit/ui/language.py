"""Which language the interface speaks, and the catalogues that make it so."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from consentkit.kernel.resources import resource_path

SPOKEN = ("en", "id", "ru")


def language_of(preference: str, system: tuple[str, ...]) -> str:
    """Return the language to speak: the chosen one, else the first of the system's we speak."""
    if preference in SPOKEN:
        return preference
    for tag in system:
        language = tag.replace("_", "-").split("-")[0].lower()
        if language in SPOKEN:
            return language
    return "en"


class Translators:
    """Puts catalogues into the application and takes the old ones out."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._installed: list[QTranslator] = []
        # Numbers and dates follow the system's region where it speaks the chosen language.
        self._system = QLocale.system()

    def install(self, preference: str) -> str:
        """Speak the language of ``preference`` and return it."""
        language = language_of(preference, tuple(self._system.uiLanguages()))
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed = []
        is_system = QLocale(language).language() == self._system.language()
        QLocale.setDefault(self._system if is_system else QLocale(language))
        qt_folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        files = [
            qt_folder / f"qtbase_{language}.qm",
            resource_path("i18n") / f"consentkit_{language}.qm",
        ]
        for path in files:
            translator = QTranslator()
            if path.is_file() and translator.load(str(path)):
                self._app.installTranslator(translator)
                self._installed.append(translator)
        return language
