"""The side sheet that adds a conversation to a permission which is already on record."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from consentkit.services.views import PermissionRow
from consentkit.ui.icons import icon, role_colour
from consentkit.ui.messages import country_name, format_date, status_icon, status_name, status_tone
from consentkit.ui.widgets.buttons import button
from consentkit.ui.widgets.inputs import SearchField
from consentkit.ui.widgets.labels import label
from consentkit.ui.widgets.layout import column, row

LIMIT = 50
"""Rows fetched at a time; whoever sees more has to type a letter more."""


class AttachSheet(QWidget):
    """Searches the permissions on record and tells which one was chosen."""

    searched = Signal(str)
    chosen = Signal(str)
    """The id of the record."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField(self.tr("Search people"))
        self.search.searched.connect(self.searched)
        self._list = QListWidget()
        self._list.setProperty("flat", "true")
        self._list.setAccessibleName(self.tr("Permissions on record"))
        self._list.itemActivated.connect(lambda _item: self._accept())
        self._list.currentItemChanged.connect(lambda *_: self._check())
        self._none = label(self.tr("Nobody on record fits."), "muted", wraps=True)
        self._do = button(self.tr("Add the conversation"), self._accept, kind="primary")
        box = column(
            label(self.tr("Add to a permission"), "lead"),
            label(
                self.tr(
                    "The same person once more? Choose what is on record; it then covers this."
                ),
                "muted",
                wraps=True,
            ),
            self.search,
            self._none,
            self._list,
            row(button(self.tr("Cancel"), self.cancelled.emit), None, self._do),
            margins=16,
        )
        box.setStretchFactor(self._list, 1)
        self.setLayout(box)
        self._check()

    def show_rows(self, rows: tuple[PermissionRow, ...]) -> None:
        """Show what was found."""
        self._list.clear()
        for found in rows:
            if not found.pseudonym:
                continue
            parts = [country_name(found.country), format_date(found.created_at)]
            about = " · ".join(part for part in parts if part)
            entry = QListWidgetItem(f"{found.pseudonym}\n{about}")
            entry.setData(Qt.ItemDataRole.UserRole, found.id)
            tone = role_colour(status_tone(found.status))
            entry.setIcon(icon(status_icon(found.status), tone))
            entry.setToolTip(status_name(found.status))
            entry.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                f"{found.pseudonym}, {about}, {status_name(found.status)}",
            )
            self._list.addItem(entry)
        self._none.setVisible(self._list.count() == 0)
        self._list.setVisible(self._list.count() > 0)
        self._check()

    def _check(self) -> None:
        self._do.setEnabled(self._list.currentItem() is not None)

    def _accept(self) -> None:
        entry = self._list.currentItem()
        if entry is not None:
            self.chosen.emit(str(entry.data(Qt.ItemDataRole.UserRole)))
