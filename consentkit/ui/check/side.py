"""The source beside the finished video: what of which recording stands at the playhead."""

import bisect
from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from consentkit.services.check_reading import SourceMoment
from consentkit.services.views import RecordingDetail
from consentkit.ui.icons import set_icon
from consentkit.ui.messages import format_time
from consentkit.ui.recording.player import Player
from consentkit.ui.widgets.buttons import icon_button
from consentkit.ui.widgets.labels import ElidedLabel, TimeLabel, icon_label, label
from consentkit.ui.widgets.layout import column, holding, row

PICTURE_LEAST = (200, 112)
"""Two pictures fit beside the inspector in a window of 1024 pixels."""


class SourceSide(QWidget):
    """The recording at the moment that the edit shows; it follows the other player, muted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._detail: RecordingDetail | None = None
        self._source: SourceMoment | None = None
        self.player = Player()
        self.player.transport.hide()
        self.player.set_muted(True)
        self.player.picture.setMinimumSize(*PICTURE_LEAST)
        self._title = ElidedLabel("", "strong", Qt.TextElideMode.ElideMiddle)
        self._time = TimeLabel("", "muted")
        self.sound_button = icon_button(
            "mute", self.tr("Hear the recording"), self._toggle_sound, size=16
        )
        self.sound_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = self.sound_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.sound_button.setSizePolicy(policy)
        head = row(self._title, self._time, self.sound_button, gap=8)
        head.setStretch(0, 1)
        self._symbol = icon_label("question", "muted", 32)
        self._none = label("", "muted", wraps=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty = holding(column(None, row(None, self._symbol, None), self._none, None, gap=8))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.player)
        self._stack.addWidget(empty)
        self._note = ElidedLabel("", "small")
        box = column(head, self._stack, self._note, gap=4)
        box.setStretch(1, 1)
        self.setLayout(box)
        self.show_source(None, 0.0, "")

    def show_detail(self, detail: RecordingDetail | None) -> None:
        """Take the recording the source is from; one whose file is away shows its pictures."""
        before = self._detail
        self._detail = detail
        if detail is None:
            self.player.open(None, Fraction(0))
            return
        is_same = before is not None and before.recording.id == detail.recording.id
        if is_same and before is not None and before.is_missing == detail.is_missing:
            return
        path = None if detail.is_missing else detail.path
        self.player.open(path, detail.recording.duration)

    def show_source(self, source: SourceMoment | None, rate: float, notes: str) -> None:
        """Show the moment of the recording.

        Args:
            source: The moment, or None where the edit is from no recording.
            rate: Speed of the edit's own player; 0 while it stands still.
            notes: How the edit differs from the recording, in words.
        """
        self._source = source
        self.sound_button.setVisible(source is not None)
        if source is None:
            self._title.setText(self.tr("Source"))
            self._time.setText("")
            self._note.setText("")
            self._none.setText(self.tr("Not from any of your recordings."))
            self.player.follow(self.player.position, 0.0)
            self._stack.setCurrentIndex(1)
            return
        self._time.setText(format_time(source.moment))
        self._note.setText(notes)
        detail = self._detail
        if detail is None or detail.recording.id != source.recording_id:
            return
        self._title.setText(detail.recording.title)
        self._stack.setCurrentIndex(0)
        if detail.is_missing:
            self._show_thumb(detail, source.moment)
            away = self.tr("The file is away; a picture of its scan is shown.")
            self._note.setText(f"{away} {notes}".strip())
            return
        self.player.picture.show_still(b"")
        self.player.follow(source.moment, rate * float(source.speed))

    def _show_thumb(self, detail: RecordingDetail, moment: Fraction) -> None:
        strip = detail.filmstrip
        place = bisect.bisect_right(strip.times, moment) - 1
        self.player.picture.show_still(strip.jpegs[max(0, place)] if strip.jpegs else b"")

    def pause(self) -> None:
        """Stand still."""
        self.player.stop()

    def mute(self) -> None:
        """Turn its sound off."""
        self.player.set_muted(True)
        self._show_sound()

    def _toggle_sound(self) -> None:
        self.player.set_muted(not self.player.is_muted)
        self._show_sound()

    def _show_sound(self) -> None:
        is_muted = self.player.is_muted
        set_icon(self.sound_button, "mute" if is_muted else "volume", size=16)
        name = self.tr("Hear the recording") if is_muted else self.tr("Silence the recording")
        self.sound_button.setToolTip(name)
        self.sound_button.setAccessibleName(name)
