"""A check that is open: its head, and one of four views of it."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QStackedWidget, QTabBar, QWidget, QWidgetAction

from consentkit.services.check_views import EditCheck
from consentkit.ui.check.keys import help_lines
from consentkit.ui.check.presenter import CheckPresenter
from consentkit.ui.check.redaction_keys import redaction_help
from consentkit.ui.messages import format_date_time
from consentkit.ui.theme import current_tokens
from consentkit.ui.widgets.buttons import icon_button
from consentkit.ui.widgets.labels import ElidedLabel, label
from consentkit.ui.widgets.layout import column, holding, row

_NARROW_PX = 900


class View(StrEnum):
    """The views of a check, in the order of the work."""

    COVERAGE = "coverage"
    PLAN = "plan"
    DECISION = "decision"
    EDIT = "edit"


VIEWS = tuple(View)


class CheckHead(QWidget):
    """The name of the video, its views, and what can be done with the check."""

    viewChosen = Signal(object)
    exportWanted = Signal()
    timelineWanted = Signal()

    def __init__(self, presenter: CheckPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._name = ElidedLabel("", "strong", Qt.TextElideMode.ElideMiddle)
        self._made = label("", "muted")
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setAccessibleName(self.tr("Views of this check"))
        for words in (
            self.tr("Coverage"),
            self.tr("Plan"),
            self.tr("Decision"),
            self.tr("Edit"),
        ):
            self.tabs.addTab(words)
        self.tabs.currentChanged.connect(lambda place: self.viewChosen.emit(VIEWS[place]))
        back = icon_button("chevron-left", self.tr("All checks"), presenter.back)
        more = self._make_menu()
        keys = self._make_keys()
        for widget in (back, more, keys):
            widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        box = row(back, self._name, self._made, self.tabs, keys, more, gap=8)
        box.setStretchFactor(self._name, 1)
        tokens = current_tokens()
        box.setContentsMargins(tokens.s4, 8, tokens.s4, 0)
        self.setLayout(box)

    def _make_menu(self) -> QWidget:
        more = icon_button("more", self.tr("More"))
        menu = QMenu(more)
        for text, act in (
            (self.tr("Copy as text"), self._presenter.copy_text),
            (self.tr("Save the report…"), self.exportWanted.emit),
            (self.tr("Check again"), self._presenter.check_again),
            (self.tr("Compare with a timeline…"), self.timelineWanted.emit),
            (self.tr("Remove from the list"), self._remove),
        ):
            action = QAction(text, menu)
            action.triggered.connect(lambda _checked=False, act=act: act())
            menu.addAction(action)
        self.export_action = menu.actions()[1]
        self.remove_action = menu.actions()[-1]
        more.setMenu(menu)
        more.setPopupMode(more.ToolButtonPopupMode.InstantPopup)
        return more

    def _make_keys(self) -> QWidget:
        keys = icon_button("keyboard", self.tr("Keys"))
        sheet = QMenu(keys)
        lines = column(gap=6, margins=12)
        for names, text in help_lines():
            name = label(names, "strong")
            name.setFixedWidth(80)
            lines.addLayout(row(name, label(text), None))
        lines.addSpacing(4)
        lines.addWidget(label(self.tr("While editing"), "lead"))
        for names, text in redaction_help():
            name = label(names, "strong")
            name.setFixedWidth(80)
            lines.addLayout(row(name, label(text), None))
        shown = QWidgetAction(sheet)
        shown.setDefaultWidget(holding(lines))
        sheet.addAction(shown)
        keys.setMenu(sheet)
        keys.setPopupMode(keys.ToolButtonPopupMode.InstantPopup)
        return keys

    def _remove(self) -> None:
        if self._presenter.check is not None:
            self._presenter.remove(self._presenter.check.id)

    def show_check(self, check: EditCheck) -> None:
        """Show whose check it is."""
        self._name.setText(check.path.name)
        self._made.setText(format_date_time(check.made_at))
        self.export_action.setEnabled(not check.is_provisional)
        self.remove_action.setEnabled(check.is_saved and not self._presenter.is_read_only)

    def show_view(self, view: View) -> None:
        """Show which view is in front."""
        self.tabs.setCurrentIndex(VIEWS.index(view))

    def fit(self, width_px: int) -> None:
        """Leave the date out where room is short."""
        self._made.setVisible(width_px >= _NARROW_PX)


class OpenedPart(QWidget):
    """Head and views."""

    def __init__(self, head: CheckHead, views: tuple[QWidget, ...]) -> None:
        super().__init__()
        self.head = head
        self._stack = QStackedWidget()
        for view in views:
            self._stack.addWidget(view)
        box = column(head, self._stack, gap=0)
        box.setStretch(1, 1)
        self.setLayout(box)

    @property
    def view(self) -> View:
        """The view in front."""
        return VIEWS[self._stack.currentIndex()]

    def show_view(self, view: View) -> None:
        """Bring a view to the front."""
        self._stack.setCurrentIndex(VIEWS.index(view))
        self.head.show_view(view)
