"""How things are put next to each other: boxes, cards, sections, page heads, scroll areas."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from consentkit.ui.theme import current_tokens, set_role
from consentkit.ui.widgets.labels import label

Item = QWidget | QLayout | int | None
"""A widget, a layout, a gap in pixels, or None for all the room that is left."""

Margins = int | tuple[int, int, int, int]


def _fill(box: QBoxLayout, items: Sequence[Item], gap: int, margins: Margins) -> None:
    box.setSpacing(gap)
    if isinstance(margins, int):
        margins = (margins, margins, margins, margins)
    box.setContentsMargins(*margins)
    for item in items:
        if item is None:
            box.addStretch(1)
        elif isinstance(item, int):
            box.addSpacing(item)
        elif isinstance(item, QWidget):
            box.addWidget(item)
        else:
            box.addLayout(item)


def row(*items: Item, gap: int = 8, margins: Margins = 0) -> QHBoxLayout:
    """Return a row of ``items`` from left to right."""
    box = QHBoxLayout()
    _fill(box, items, gap, margins)
    return box


def column(*items: Item, gap: int = 8, margins: Margins = 0) -> QVBoxLayout:
    """Return a column of ``items`` from top to bottom."""
    box = QVBoxLayout()
    _fill(box, items, gap, margins)
    return box


def holding(layout: QLayout, parent: QWidget | None = None) -> QWidget:
    """Return a bare widget that holds ``layout``."""
    widget = QWidget(parent)
    widget.setLayout(layout)
    return widget


class Card(QFrame):
    """A raised part of a page with a hairline around it; fill its ``body``."""

    def __init__(
        self, *items: Item, gap: int = 8, margins: Margins = 16, role: str = "card"
    ) -> None:
        super().__init__()
        set_role(self, role)
        self.body = column(*items, gap=gap, margins=margins)
        self.setLayout(self.body)


class Section(QWidget):
    """A heading, a sentence under it where one helps, and what belongs to it; fill its ``body``."""

    def __init__(self, title: str, *items: Item, hint: str = "", gap: int = 8) -> None:
        super().__init__()
        self.heading = label(title, "lead")
        self.hint = label(hint, "muted", wraps=True)
        self.hint.setVisible(bool(hint))
        self.body = column(*items, gap=gap)
        outer = column(self.heading, self.hint, 4, gap=4)
        outer.addLayout(self.body)
        self.setLayout(outer)


class PageHead(QWidget):
    """A page's title with what acts on all of it at the right."""

    def __init__(self, title: str, *actions: QWidget) -> None:
        super().__init__()
        self.title: QLabel = label(title, "title")
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.action_row = row(gap=8)
        for action in actions:
            self.action_row.addWidget(action)
        self.setLayout(row(self.title, None, self.action_row, gap=16))
        self.setMinimumHeight(36)


def page_layout(*items: Item, gap: int = 16) -> QVBoxLayout:
    """Return a page's outer column with the margins every page has."""
    tokens = current_tokens()
    return column(*items, gap=gap, margins=(tokens.s4, tokens.s3, tokens.s4, tokens.s3))


class ScrollContent(QWidget):
    """What a scroll area scrolls: as high as its layout needs at the width it has.

    A plain widget is at least as high as its labels would be if they were narrow, which leaves
    much room empty below many of them.
    """

    def __init__(self, layout: QLayout) -> None:
        super().__init__()
        self.setLayout(layout)

    @override
    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return super().minimumSizeHint()
        return QSize(layout.minimumSize().width(), layout.totalHeightForWidth(self.width()))


def scrolling(content: QWidget) -> QScrollArea:
    """Return a frameless area that scrolls ``content`` up and down and fits its width."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    return area


class FittingStack(QWidget):
    """A stack as large as the widget in front asks for, not as the largest one behind.

    ``QStackedWidget`` cannot do this: a layout asks its inner layout and no override for a height.
    """

    def __init__(self) -> None:
        super().__init__()
        self._pages: list[QWidget] = []
        self._index = 0
        self._body = column(gap=0)
        self.setLayout(self._body)

    def addWidget(self, page: QWidget) -> None:
        """Put ``page`` behind those that are there."""
        page.setVisible(not self._pages)
        self._pages.append(page)
        self._body.addWidget(page)

    def currentIndex(self) -> int:
        """Return the place of the page in front."""
        return self._index

    def setCurrentIndex(self, index: int) -> None:
        """Bring the page at ``index`` to the front."""
        self._index = index
        for place, page in enumerate(self._pages):
            page.setVisible(place == index)


def clear(layout: QLayout) -> None:
    """Take everything out of ``layout`` and let go of its widgets."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
            inner.deleteLater()
