"""The recovery sheet on the screen and on paper, and the question for two of its words."""

import secrets
from collections.abc import Mapping

from PySide6.QtCore import QMarginsF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QImage, QPageLayout, QPainter, QPixmap
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from consentkit.services.views import RecoverySheet
from consentkit.ui.widgets.labels import label
from consentkit.ui.widgets.layout import Card, column, row

COLUMNS = 4
ASKED_WORDS = 2
QR_QUIET_ZONE = 4
"""Light modules around a QR code (ISO/IEC 18004, 6.3.8)."""


def qr_image(text: str, module_px: int = 4) -> QImage:
    """Return ``text`` as a QR code, dark on white with its quiet zone."""
    import segno

    matrix = segno.make_qr(text, error="m").matrix
    side = len(matrix) + 2 * QR_QUIET_ZONE
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    for y, line in enumerate(matrix, start=QR_QUIET_ZONE):
        for x, module in enumerate(line, start=QR_QUIET_ZONE):
            if module:
                image.setPixelColor(x, y, QColor("black"))
    return image.scaled(QSize(side, side) * module_px)


def pick_places(count: int) -> tuple[int, ...]:
    """Return places of words to ask back, from 0, in order."""
    chosen: set[int] = set()
    while len(chosen) < min(ASKED_WORDS, count):
        chosen.add(secrets.randbelow(count))
    return tuple(sorted(chosen))


class RecoverySheetView(QWidget):
    """The words in a grid and the same secret as a QR code."""

    def __init__(self, sheet: RecoverySheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        rows = -(-len(sheet.words) // COLUMNS)
        for place, word in enumerate(sheet.words):
            number = label(f"{place + 1}.", "muted")
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            shown = label(word, "mono")
            shown.setContentsMargins(0, 0, 16, 0)
            shown.setAccessibleName(f"{place + 1}: {word}")
            line, block = place % rows, place // rows
            grid.addWidget(number, line, block * 2)
            grid.addWidget(shown, line, block * 2 + 1)
        for block in range(COLUMNS):
            grid.setColumnStretch(block * 2 + 1, 1)
        code = QLabel()
        picture = QPixmap.fromImage(qr_image(sheet.key_text))
        code.setPixmap(picture)
        code.setFixedSize(picture.size())
        code.setAccessibleName(self.tr("The same secret as a QR code"))
        body = row(gap=24)
        body.addLayout(grid, 1)
        body.addWidget(code)
        card = Card(margins=16)
        card.body.addLayout(body)
        self.setLayout(column(card))


class RecoveryQuestion(QWidget):
    """Asks for two words of the sheet."""

    changed = Signal()

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[int, QLineEdit] = {}
        self.trouble = label("", "error", wraps=True)
        line = row(gap=16)
        for place in pick_places(count):
            field = QLineEdit()
            field.setInputMethodHints(
                Qt.InputMethodHint.ImhNoAutoUppercase
                | Qt.InputMethodHint.ImhNoPredictiveText
                | Qt.InputMethodHint.ImhSensitiveData
            )
            field.setMaximumWidth(220)
            name = label(self.tr("Word {number}").replace("{number}", str(place + 1)), "strong")
            name.setBuddy(field)
            field.setAccessibleName(name.text())
            field.textChanged.connect(self.changed)
            self._fields[place] = field
            line.addLayout(column(name, field, gap=4))
        line.addStretch(1)
        self.setLayout(column(line, self.trouble, gap=4))
        self.trouble.hide()

    @property
    def answers(self) -> Mapping[int, str]:
        """What was typed, by place from 0."""
        return {place: field.text().strip().lower() for place, field in self._fields.items()}

    @property
    def is_filled(self) -> bool:
        """Whether every word is there."""
        return all(self.answers.values())

    def tell(self, text: str) -> None:
        """Say that it was not right."""
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        next(iter(self._fields.values())).setFocus(Qt.FocusReason.OtherFocusReason)


def print_sheet(sheet: RecoverySheet, title: str, hint: str, parent: QWidget) -> bool:
    """Ask for a printer and print the sheet; return whether it was sent."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageMargins(QMarginsF(20, 20, 20, 20), QPageLayout.Unit.Millimeter)
    printer.setDocName("ConsentKit")
    dialog = QPrintDialog(printer, parent)
    if not dialog.exec():
        return False
    painter = QPainter()
    if not painter.begin(printer):
        return False
    paint_sheet(painter, QRectF(painter.viewport()), sheet, title, hint)
    return painter.end()


def paint_sheet(
    painter: QPainter, area: QRectF, sheet: RecoverySheet, title: str, hint: str
) -> None:
    """Paint the sheet black on white into ``area`` of a page."""
    unit = area.width() / 170
    painter.setPen(QColor("black"))

    def words(text: str, box: QRectF, height: float, *, is_bold: bool = False) -> None:
        font = QFont(painter.font())
        font.setPixelSize(max(1, round(height * unit)))
        font.setBold(is_bold)
        painter.setFont(font)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        painter.drawText(box, int(flags), text)

    width = area.width()
    words(title, QRectF(0, 0, width, 12 * unit), 7, is_bold=True)
    words(sheet.vault_name, QRectF(0, 12 * unit, width, 8 * unit), 5)
    words(hint, QRectF(0, 22 * unit, width, 24 * unit), 4)
    rows = -(-len(sheet.words) // COLUMNS)
    for place, word in enumerate(sheet.words):
        left = (place // rows) * width / COLUMNS
        top = (52 + 9 * (place % rows)) * unit
        words(f"{place + 1}. {word}", QRectF(left, top, width / COLUMNS, 8 * unit), 5)
    side = 60 * unit
    top = (60 + 9 * rows) * unit
    painter.drawImage(QRectF(0, top, side, side), qr_image(sheet.key_text))
    words(sheet.key_text, QRectF(0, top + side + 2 * unit, width, 10 * unit), 3.2)
