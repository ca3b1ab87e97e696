"""About: the version, the licence, and what the program is made of."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from consentkit.ui.context import PageContext
from consentkit.ui.settings.presenter import Library, libraries, own_version
from consentkit.ui.widgets.buttons import button
from consentkit.ui.widgets.inputs import copy_text
from consentkit.ui.widgets.labels import ElidedLabel, icon_label, label
from consentkit.ui.widgets.layout import Section, column, holding, row


class AboutSection(QWidget):
    """Versions of the program and of what it uses."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._libraries: tuple[Library, ...] = ()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(2, 1)
        version = self.tr("Version {version}").replace("{version}", own_version())
        head = row(icon_label("logo", "accent", 40), gap=12)
        head.addLayout(column(label("ConsentKit", "title"), label(version, "muted"), gap=0), 1)
        licence = label(
            self.tr(
                "Free software under the GNU General Public License, version 3 or later. It comes "
                "without any warranty. It shows facts and never says whether a consent is valid "
                "in law."
            ),
            wraps=True,
        )
        self.copy_button = button(self.tr("Copy versions"), self._copy, icon="copy")
        made_of = Section(self.tr("Made with"), self._grid, row(self.copy_button, None), gap=12)
        self.setLayout(column(holding(head), licence, made_of, None, gap=24))

    def show_values(self) -> None:
        """Ask for the versions."""
        if not self._libraries:
            self._context.bridge.query(libraries, self._show, owner=self)

    def _show(self, found: tuple[Library, ...]) -> None:
        self._libraries = found
        for line, item in enumerate(found):
            name = label(item.name, "strong")
            version = label(item.version)
            version.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(name, line, 0)
            self._grid.addWidget(version, line, 1)
            self._grid.addWidget(ElidedLabel(item.licence, "muted"), line, 2)

    def _copy(self) -> None:
        lines = [f"ConsentKit {own_version()}"]
        lines += [f"{item.name} {item.version}" for item in self._libraries]
        copy_text("\n".join(lines))
        self._context.toast(self.tr("Copied."))
