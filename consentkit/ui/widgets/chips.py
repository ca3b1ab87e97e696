"""Statuses and grades as small marks: always an icon or letter, a word and a colour."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from consentkit.domain.consent import Status
from consentkit.domain.evidence import Grade
from consentkit.ui.icons import pixmap
from consentkit.ui.messages import status_icon, status_meaning, status_name, status_tone
from consentkit.ui.theme import current_tokens

_ICON = 14
_GAP = 5
_PAD_X = 8
_PAD_Y = 3


def chip_font(base: QFont) -> QFont:
    """Return the font of words on a chip."""
    font = QFont(base)
    font.setPixelSize(current_tokens().type_small)
    font.setWeight(QFont.Weight.DemiBold)
    return font


def chip_size(text: str, base: QFont, *, has_icon: bool = True) -> QSize:
    """Return the size a chip with ``text`` takes."""
    metrics = QFontMetrics(chip_font(base))
    width = metrics.horizontalAdvance(text) + 2 * _PAD_X
    if has_icon:
        width += _ICON + (_GAP if text else 0)
    return QSize(width, max(metrics.height(), _ICON) + 2 * _PAD_Y)


def paint_chip(
    painter: QPainter, area: QRectF, text: str, icon: str, tone: str, base: QFont
) -> None:
    """Paint a chip into ``area``; for item delegates and for ``Chip`` itself."""
    colours = current_tokens().tone(tone)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.bg))
    painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
    left = area.left() + _PAD_X
    if icon:
        picture = pixmap(icon, colours.fg, _ICON, painter.device().devicePixelRatio())
        painter.drawPixmap(QPointF(left, area.center().y() - _ICON / 2), picture)
        left += _ICON + _GAP
    font = chip_font(base)
    painter.setFont(font)
    painter.setPen(QColor(colours.fg))
    room = area.right() - _PAD_X / 2 - left
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(room) + 1)
    painter.drawText(
        QRectF(left, area.top(), room, area.height()),
        int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft),
        shown,
    )
    painter.restore()


class Chip(QWidget):
    """A short word with an icon on a quiet ground of its tone."""

    def __init__(
        self, text: str = "", icon: str = "", tone: str = "grey", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._icon, self._tone = text, icon, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def show_chip(self, text: str, icon: str, tone: str, tip: str = "") -> None:
        """Show other words."""
        self._text, self._icon, self._tone = text, icon, tone
        self.setAccessibleName(text)
        self.setToolTip(tip)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return chip_size(self._text, self.font(), has_icon=bool(self._icon))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(painter, QRectF(self.rect()), self._text, self._icon, self._tone, self.font())


class StatusChip(Chip):
    """The status of a permission or a conversation."""

    def __init__(self, status: Status = Status.UNKNOWN, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_status(status)

    def set_status(self, status: Status) -> None:
        """Show another status."""
        self.show_chip(
            status_name(status), status_icon(status), status_tone(status), status_meaning(status)
        )


GRADE_TONES = {
    Grade.A: "green",
    Grade.B: "green",
    Grade.C: "blue",
    Grade.D: "grey",
    Grade.E: "grey",
}


def paint_shield(painter: QPainter, area: QRectF, letter: str, tone: str, base: QFont) -> None:
    """Paint a grade's shield into ``area``."""
    colours = current_tokens().tone(tone)
    path = QPainterPath()
    x, y, w, h = area.x() + 1, area.y() + 1, area.width() - 2, area.height() - 2
    path.moveTo(x + w / 2, y)
    path.lineTo(x + w, y + h * 0.16)
    path.lineTo(x + w, y + h * 0.48)
    path.cubicTo(x + w, y + h * 0.76, x + w * 0.78, y + h * 0.92, x + w / 2, y + h)
    path.cubicTo(x + w * 0.22, y + h * 0.92, x, y + h * 0.76, x, y + h * 0.48)
    path.lineTo(x, y + h * 0.16)
    path.closeSubpath()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.fg), 1.5))
    painter.setBrush(QColor(colours.bg))
    painter.drawPath(path)
    font = QFont(base)
    font.setPixelSize(max(9, round(area.height() * 0.5)))
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    painter.drawText(
        area.adjusted(0, 0, 0, -area.height() * 0.06), int(Qt.AlignmentFlag.AlignCenter), letter
    )
    painter.restore()


class GradeShield(QWidget):
    """A grade's letter in a shield."""

    def __init__(
        self, grade: Grade | None = None, height: int = 28, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._letter, self._tone = "", "grey"
        self.setFixedSize(round(height * 0.86), height)
        self.set_grade(grade)

    def set_grade(self, grade: Grade | None) -> None:
        """Show another grade, or an empty shield for none."""
        self._letter = grade.value if grade else "-"
        self._tone = GRADE_TONES[grade] if grade else "grey"
        name = self.tr("Grade {letter}").replace("{letter}", self._letter)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_shield(painter, QRectF(self.rect()), self._letter, self._tone, self.font())


class StatusCounts(QWidget):
    """A thin bar whose parts show how many things stand at which status."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[tuple[Status, int], ...] = ()
        self.setFixedHeight(6)
        self.setMinimumWidth(40)

    def set_counts(self, counts: Sequence[tuple[Status, int]]) -> None:
        """Show these counts from left to right; those at zero are left out."""
        self._parts = tuple((status, count) for status, count in counts if count > 0)
        words = ", ".join(f"{status_name(status)}: {count}" for status, count in self._parts)
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = sum(count for _, count in self._parts)
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(self.rect()), 3, 3)
        painter.setClipPath(clip)
        painter.fillRect(self.rect(), QColor(tokens.pressed))
        left = 0.0
        for status, count in self._parts:
            width = self.width() * count / whole
            colour = QColor(tokens.tone(status_tone(status)).fg)
            painter.fillRect(QRectF(left, 0, max(1.0, width - 1), self.height()), colour)
            left += width
