"""Files on their way into the library: first pictures, how far they are, what went wrong."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QProgressBar, QWidget
from typing_extensions import override

from consentkit.ui.icons import set_icon
from consentkit.ui.messages import error_sentence, format_left, step_name
from consentkit.ui.recordings.presenter import STRIP_LENGTH, Addition, Stage
from consentkit.ui.theme import current_tokens
from consentkit.ui.widgets.buttons import button, icon_button
from consentkit.ui.widgets.labels import ElidedLabel, TimeLabel, icon_label, label
from consentkit.ui.widgets.layout import Card, column, holding, row

_PICTURE = QSize(64, 36)


class LiveStrip(QWidget):
    """The first pictures of a file as they come in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures: list[QPixmap] = []
        self.setFixedHeight(_PICTURE.height())
        self.setMinimumWidth(_PICTURE.width() * 2)

    def set_thumbs(self, thumbs: tuple[bytes, ...]) -> None:
        """Show these pictures; those already decoded are kept."""
        for jpeg in thumbs[len(self._pictures) :]:
            picture = QPixmap()
            picture.loadFromData(jpeg)
            self._pictures.append(picture)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(_PICTURE.width() * STRIP_LENGTH, _PICTURE.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(tokens.hover))
        for place, picture in enumerate(self._pictures):
            left = place * _PICTURE.width()
            if left >= self.width():
                break
            area = QRectF(left, 0, _PICTURE.width() - 1, _PICTURE.height())
            painter.drawPixmap(area, picture, QRectF(picture.rect()))


class AdditionRow(Card):
    """One file on its way."""

    dismissed = Signal(object)
    retried = Signal(object)

    def __init__(self, path: Path) -> None:
        super().__init__(gap=4, margins=12)
        self.path = path
        self._name = ElidedLabel(path.name, "strong", Qt.TextElideMode.ElideMiddle)
        self._strip = LiveStrip()
        self._step = label("", "muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(path.name)
        self._left = TimeLabel("", "small")
        self._symbol = icon_label("warning", "amber", 20)
        self._words = label("", wraps=True)
        self._retry = button(self.tr("Try again"), lambda: self.retried.emit(self.path))
        self._close = icon_button(
            "close", self.tr("Stop"), lambda: self.dismissed.emit(self.path), size=16
        )
        top = row(self._name, self._retry, self._close, gap=8)
        top.setStretch(0, 1)
        self.body.addLayout(top)
        progress = row(self._step, self._bar, self._left, gap=12)
        progress.setStretch(1, 1)
        self._progress = holding(column(self._strip, progress, gap=6))
        self.body.addWidget(self._progress)
        trouble = row(self._symbol, gap=8)
        trouble.setAlignment(self._symbol, Qt.AlignmentFlag.AlignTop)
        trouble.addWidget(self._words, 1)
        self._trouble = holding(trouble)
        self.body.addWidget(self._trouble)

    def show_addition(self, item: Addition) -> None:
        """Show how far the file is."""
        has_failed = item.stage is Stage.FAILED
        self._progress.setVisible(not has_failed)
        self._trouble.setVisible(has_failed)
        self._retry.setVisible(has_failed)
        name = self.tr("Put away") if has_failed else self.tr("Stop")
        self._close.setToolTip(name)
        self._close.setAccessibleName(name)
        self._strip.setVisible(bool(item.thumbs))
        self._strip.set_thumbs(item.thumbs)
        if item.error is not None:
            text = error_sentence(item.error)
            self._words.setText(
                " ".join(part for part in (text.title, text.meaning, text.hint) if part)
            )
            set_icon(self._symbol, "warning", "amber", 20)
        self._show_progress(item)

    def _show_progress(self, item: Addition) -> None:
        state = item.state
        waits = item.stage is Stage.WAITING
        words = self.tr("Waiting for its turn") if waits else self.tr("Opening the file")
        if state is not None and state.step:
            words = step_name(state.step) or words
        self._step.setText(words)
        self._bar.setVisible(not waits)
        fraction = state.fraction if state is not None else None
        if fraction is None:
            self._bar.setRange(0, 0)
        else:
            self._bar.setRange(0, 1000)
            self._bar.setValue(round(fraction * 1000))
        left = state.seconds_left if state is not None else None
        self._left.setText("" if left is None else format_left(left))


class AdditionList(QWidget):
    """All files on their way."""

    dismissed = Signal(object)
    retried = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[Path, AdditionRow] = {}
        self._list = column(gap=8)
        self.setLayout(self._list)

    def show_additions(self, additions: tuple[Addition, ...]) -> None:
        """Show these files."""
        wanted = {item.path for item in additions}
        for path in tuple(self._rows):
            if path not in wanted:
                gone = self._rows.pop(path)
                self._list.removeWidget(gone)
                gone.hide()
                gone.deleteLater()
        for item in additions:
            shown = self._rows.get(item.path)
            if shown is None:
                shown = AdditionRow(item.path)
                shown.dismissed.connect(self.dismissed)
                shown.retried.connect(self.retried)
                self._rows[item.path] = shown
                self._list.addWidget(shown)
            shown.show_addition(item)
        self.setVisible(bool(additions))
