"""What the keyboard can do, on one sheet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from consentkit.ui.widgets.buttons import button
from consentkit.ui.widgets.labels import label
from consentkit.ui.widgets.layout import column, holding, row, scrolling


class ShortcutSheet(QDialog):
    """The list of shortcuts; it does not hold up the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        groups = (
            (
                self.tr("Everywhere"),
                (
                    ("Ctrl+1 … Ctrl+8", self.tr("Go to a page")),
                    ("Ctrl+F", self.tr("Search")),
                    ("Ctrl+N", self.tr("The page's main action")),
                    ("Ctrl+O", self.tr("Add a recording")),
                    ("Ctrl+L", self.tr("Lock the vault")),
                    ("F5", self.tr("Look again")),
                    ("F1", self.tr("This sheet")),
                ),
            ),
            (
                self.tr("In a recording"),
                (
                    ("J  K  L", self.tr("Play backwards, pause, play")),
                    (self.tr("Space"), self.tr("Play or pause")),
                    ("← →", self.tr("One frame back or forward")),
                    (self.tr("Shift + ← →"), self.tr("One second back or forward")),
                    ("I  O", self.tr("Set where question and answer begin and end")),
                    (self.tr("Enter"), self.tr("Play what is marked")),
                    (self.tr("Ctrl + wheel"), self.tr("Zoom the timeline")),
                    ("Ctrl+Z  Ctrl+Y", self.tr("Take a correction back, do it again")),
                ),
            ),
            (
                self.tr("While asking"),
                (("1  2  3  4", self.tr("Asked, yes, no, gone")),),
            ),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        line = 0
        for title, keys in groups:
            grid.addWidget(label(title, "lead"), line, 0, 1, 2)
            line += 1
            for shortcut, words in keys:
                grid.addWidget(label(shortcut, "strong"), line, 0)
                grid.addWidget(label(words), line, 1)
                line += 1
            grid.setRowMinimumHeight(line, 8)
            line += 1
        inner = column(margins=(0, 0, 12, 0))
        inner.addLayout(grid)
        inner.addStretch(1)
        close = button(self.tr("Close"), self.accept, kind="primary")
        area = scrolling(holding(inner))
        self.setLayout(
            column(
                label(self.tr("Keyboard shortcuts"), "title"),
                area,
                row(None, close),
                gap=16,
                margins=24,
            )
        )
        self.resize(560, 600)
