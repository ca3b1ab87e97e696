"""The rail at the left: the places of the app, each with icon and word."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from consentkit.ui.icons import pixmap
from consentkit.ui.theme import current_tokens
from consentkit.ui.widgets.chips import chip_size, paint_chip

_PAD = 12
_GAP = 12
_ICON = 20
_MOST = 99


class RailButton(QAbstractButton):
    """One place in the rail."""

    def __init__(
        self,
        text: str,
        icon_name: str,
        shortcut: str = "",
        parent: QWidget | None = None,
        *,
        has_count: bool = False,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._has_count = has_count
        self._count, self._tone = 0, "amber"
        self._tip = f"{text} ({shortcut})" if shortcut else text
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(self._tip)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_count(self, count: int, tone: str, words: str) -> None:
        """Show a small number at the right, 0 for none; ``words`` say what it counts."""
        self._count, self._tone = count, tone
        self.setAccessibleName(", ".join(filter(None, (self.text(), words if count else ""))))
        self.setToolTip("\n".join(filter(None, (self._tip, words if count else ""))))
        self.update()

    @property
    def _number(self) -> str:
        return str(self._count) if self._count <= _MOST else f"{_MOST}+"

    def _words_font(self) -> QFont:
        font = QFont(self.font())
        if self.isChecked():
            font.setWeight(QFont.Weight.DemiBold)
        return font

    @override
    def sizeHint(self) -> QSize:
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(bold)
        width = _PAD + _ICON + _GAP + metrics.horizontalAdvance(self.text()) + _PAD
        if self._has_count:
            # Kept free at all times: the rail is as wide with a number as without.
            width += chip_size(str(_MOST), self.font(), has_icon=False).width() - _PAD + 8
        return QSize(width, max(metrics.height(), _ICON) + 16)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = ""
        if self.isChecked():
            ground = tokens.accent_soft
        elif self.isDown():
            ground = tokens.pressed
        elif self.underMouse():
            ground = tokens.hover
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(QRectF(self.rect()), tokens.radius, tokens.radius)
        colour = tokens.text if self.isChecked() or self.underMouse() else tokens.text_muted
        tint = tokens.accent if self.isChecked() else colour
        picture = pixmap(self._icon_name, tint, _ICON, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(_PAD, (self.height() - _ICON) / 2), picture)
        painter.setFont(self._words_font())
        painter.setPen(QColor(colour))
        area = self.rect().adjusted(_PAD + _ICON + _GAP, 0, -4, 0)
        if self._count:
            self._paint_count(painter)
        painter.drawText(
            area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text()
        )

    def _paint_count(self, painter: QPainter) -> None:
        size = chip_size(self._number, self.font(), has_icon=False)
        left = self.width() - 4 - size.width()
        area = QRectF(left, (self.height() - size.height()) / 2, size.width(), size.height())
        paint_chip(painter, area, self._number, "", self._tone, self.font())
