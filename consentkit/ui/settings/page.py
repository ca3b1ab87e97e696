"""The settings page: sections at the left, the chosen one at the right."""

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStackedWidget, QWidget
from typing_extensions import override

from consentkit.ui.context import PageContext
from consentkit.ui.icons import icon, role_colour
from consentkit.ui.settings.about import AboutSection
from consentkit.ui.settings.authorities import AuthoritiesSection
from consentkit.ui.settings.care import BackupsSection, CheckSection, SecretsSection
from consentkit.ui.settings.sections import LockingSection, LookSection, ProfileSection
from consentkit.ui.theme import set_role, theme_news
from consentkit.ui.widgets.layout import PageHead, column, holding, page_layout, row, scrolling

CONTENT_WIDTH = 720


@runtime_checkable
class _Section(Protocol):
    def show_values(self) -> None: ...


class SettingsPage(QWidget):
    """Everything that can be set up."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._sections: dict[str, _Section] = {}
        self._icons: list[str] = []
        self._makers: dict[str, Callable[[PageContext], QWidget]] = {}
        self.list = QListWidget()
        set_role(self.list, "sections")
        self.list.setAccessibleName(self.tr("Sections of the settings"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.stack = QStackedWidget()
        self._add("profile", self.tr("Profile"), "person", ProfileSection)
        self._add("look", self.tr("Language and look"), "globe", LookSection)
        self._add("locking", self.tr("Locking"), "lock", LockingSection)
        self._add("authorities", self.tr("Time authorities"), "clock", AuthoritiesSection)
        self._add("backups", self.tr("Backups"), "backup", BackupsSection)
        self._add("secrets", self.tr("Passphrase and recovery"), "key", SecretsSection)
        self._add("check", self.tr("Check and storage"), "shield-tick", CheckSection)
        self._add("about", self.tr("About"), "info", AboutSection)
        self.list.setWordWrap(True)
        self._list_width = max(200, self.list.sizeHintForColumn(0) + 32)
        self.list.currentRowChanged.connect(self._chosen)
        body = row(self.list, gap=24)
        body.addWidget(self.stack, 1)
        outer = page_layout(PageHead(self.tr("Settings")))
        outer.addLayout(body, 1)
        self.setLayout(outer)
        theme_news().changed.connect(self._tint)
        self._tint()
        self.list.setCurrentRow(0)

    def _add(
        self,
        name: str,
        title: str,
        icon_name: str,
        make: Callable[[PageContext], QWidget],
    ) -> None:
        self._makers[name] = make
        self.stack.addWidget(QWidget())
        item = QListWidgetItem(title)
        item.setData(Qt.ItemDataRole.UserRole, name)
        self.list.addItem(item)
        self._icons.append(icon_name)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        # On a narrow page the names wrap, so that what is set keeps its room.
        self.list.setFixedWidth(min(self._list_width, max(190, self.width() * 3 // 10)))
        super().resizeEvent(event)

    def _tint(self) -> None:
        for place, name in enumerate(self._icons):
            self.list.item(place).setIcon(icon(name, role_colour("muted")))

    def _build(self, place: int, name: str) -> None:
        """Put the section called ``name`` in its place in the stack, made on first use."""
        section = self._makers[name](self._context)
        section.setMaximumWidth(CONTENT_WIDTH)
        if isinstance(section, _Section):
            self._sections[name] = section
        line = row(gap=0)
        line.addWidget(section, 10)
        line.addStretch(1)
        area = scrolling(holding(column(line, None, margins=(2, 0, 16, 16))))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        empty = self.stack.widget(place)
        self.stack.insertWidget(place, area)
        if empty is not None:
            self.stack.removeWidget(empty)
            empty.deleteLater()

    def _chosen(self, place: int) -> None:
        name = str(self.list.item(place).data(Qt.ItemDataRole.UserRole))
        if name not in self._sections:
            self._build(place, name)
        self.stack.setCurrentIndex(place)
        self._refresh_section(place)

    def _refresh_section(self, place: int) -> None:
        item = self.list.item(place)
        section = self._sections.get(str(item.data(Qt.ItemDataRole.UserRole)))
        if section is not None:
            section.show_values()

    def show_section(self, name: str) -> None:
        """Show the section called ``name``."""
        for place in range(self.list.count()):
            if self.list.item(place).data(Qt.ItemDataRole.UserRole) == name:
                self.list.setCurrentRow(place)

    def activated(self, section: str = "") -> None:
        """Come to the front, at ``section`` where one is named."""
        if section:
            self.show_section(section)
        self.refresh()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show the values as they are."""
        self._refresh_section(self.list.currentRow())
