"""Labels in the product's type scale."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from consentkit.ui.icons import set_icon
from consentkit.ui.theme import set_role, tabular


def label(text: str = "", role: str = "", *, wraps: bool = False) -> QLabel:
    """Return a label that shows ``text`` as plain text in a ``role`` of ``theme.set_role``."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wraps)
    if wraps:
        policy = made.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        made.setSizePolicy(policy)
    if role:
        set_role(made, role)
    return made


def icon_label(name: str, role: str = "muted", size: int = 20) -> QLabel:
    """Return a label that shows an icon; it means nothing by itself and is not read aloud."""
    made = QLabel()
    made.setFixedSize(size, size)
    set_icon(made, name, role, size)
    return made


def line() -> QFrame:
    """Return a hairline between two parts."""
    made = QFrame()
    set_role(made, "line")
    return made


class ElidedLabel(QLabel):
    """A label of one line that shows as much of its text as fits, and all of it as a tool tip."""

    def __init__(
        self,
        text: str = "",
        role: str = "",
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if role:
            set_role(self, role)
        self.setText(text)

    @override
    def setText(self, text: str) -> None:
        super().setText(" ".join(text.split()))
        self._update_tip()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("…") * 3, super().sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_tip()

    def _update_tip(self) -> None:
        is_cut = self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()
        # Qt guesses that a tool tip with angle brackets is markup; entities keep it plain.
        escaped = self.text().replace("&", "&amp;").replace("<", "&lt;")
        self.setToolTip(f"<span>{escaped}</span>" if is_cut else "")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.text(), self._mode, self.contentsRect().width())
        painter.drawText(
            self.contentsRect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown
        )


class TimeLabel(QLabel):
    """A time or a number whose digits keep their width while it changes."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            set_role(self, role)
        self.setFont(tabular(self.font()))
