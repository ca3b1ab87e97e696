"""The player: picture and sound of a recording, with transport keys as in video editors."""

from enum import IntEnum
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import Q_ARG, QMetaObject, QRectF, QSizeF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QBrush, QColor, QPixmap, QResizeEvent
from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer
from PySide6.QtMultimediaWidgets import QGraphicsVideoItem
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsPixmapItem,
    QGraphicsScene,
    QGraphicsView,
    QHBoxLayout,
    QSlider,
    QStackedLayout,
    QWidget,
)
from typing_extensions import override

from consentkit.kernel.timebase import TimeRange, format_time
from consentkit.ui.icons import set_icon
from consentkit.ui.widgets.buttons import icon_button
from consentkit.ui.widgets.labels import TimeLabel
from consentkit.ui.widgets.layout import column, holding, row

_REVERSE_MS = 200
_FASTEST = 4
_NEAR_S = Fraction(1, 2)
"""A picture further from the reported position is one from before a jump."""

_DRIFT_S = Fraction(3, 10)
"""What follows another player is put right beyond this; a jump costs more than being so far off."""


class Shuttle(IntEnum):
    """Direction of the transport keys."""

    BACK = -1
    STOP = 0
    ON = 1


def shuttle_speed(present: int, direction: Shuttle) -> int:
    """Return the speed after J or L was pressed at ``present``: 1, 2, 4, or the other way at 1."""
    if direction is Shuttle.STOP:
        return 0
    if present * direction <= 0:
        return int(direction)
    return int(direction) * min(_FASTEST, abs(present) * 2)


class Picture(QGraphicsView):
    """The picture alone, as large as fits, on black."""

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setBackgroundBrush(QBrush(QColor("black")))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(320, 180)
        scene = QGraphicsScene(self)
        self.setScene(scene)
        self.still = QGraphicsPixmapItem()
        self.video = QGraphicsVideoItem()
        scene.addItem(self.still)
        scene.addItem(self.video)
        self.video.nativeSizeChanged.connect(self._fit)

    def show_still(self, jpeg: bytes) -> None:
        """Show a picture until the video has one of its own; empty for none."""
        pixmap = QPixmap()
        pixmap.loadFromData(jpeg)
        self.still.setPixmap(pixmap)
        self._fit()

    def _fit(self, _size: QSizeF | None = None) -> None:
        area = QRectF(self.viewport().rect())
        self.scene().setSceneRect(area)
        native = self.video.nativeSize()
        if native.isValid() and not native.isEmpty():
            fitted = native.scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
            self.video.setSize(fitted)
            self.video.setPos(
                (area.width() - fitted.width()) / 2, (area.height() - fitted.height()) / 2
            )
        pixmap = self.still.pixmap()
        if not pixmap.isNull():
            scale = min(area.width() / pixmap.width(), area.height() / pixmap.height())
            self.still.setScale(scale)
            self.still.setPos(
                (area.width() - pixmap.width() * scale) / 2,
                (area.height() - pixmap.height() * scale) / 2,
            )

    @property
    def shown_area(self) -> QRectF:
        """Where the picture is in the widget, without the black around it; empty for none."""
        for item in (self.video, self.still):
            found = item.sceneBoundingRect()
            if not found.isEmpty() and (item is self.still or self.video.nativeSize().isValid()):
                return found
        return QRectF()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class Player(QWidget):
    """Plays a recording; positions are exact times of the frame on the screen where known.

    Going back (J) is a row of jumps: players decode forwards only.
    """

    moved = Signal(object)
    """Where the playhead is, ``Fraction`` seconds."""

    playingChanged = Signal(bool)
    failed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._duration = Fraction(0)
        self._position = Fraction(0)
        self._stop_at: Fraction | None = None
        self._speed = 0
        self._is_open = False
        self.picture = Picture()
        self._sound = QAudioOutput(self)
        self._media = QMediaPlayer(self)
        self._media.setAudioOutput(self._sound)
        self._media.setVideoOutput(self.picture.video)
        self._media.positionChanged.connect(self._position_changed)
        self._media.playbackStateChanged.connect(self._state_changed)
        self._media.mediaStatusChanged.connect(self._status_changed)
        self._media.errorOccurred.connect(lambda *_: self.failed.emit())
        self._reverse = QTimer(self)
        self._reverse.setInterval(_REVERSE_MS)
        self._reverse.timeout.connect(self._jump_back)
        stack = QStackedLayout()
        stack.addWidget(self.picture)
        self._stack = stack
        self.transport = holding(self._transport())
        """The row of buttons below the picture; a page may put it elsewhere or hide it."""
        box = column(gap=8)
        box.addWidget(holding(stack), 1)
        box.addWidget(self.transport)
        self.setLayout(box)

    def add_cover(self, cover: QWidget) -> None:
        """Add what is shown instead of the picture while ``show_cover`` says so."""
        self._stack.addWidget(cover)

    def show_cover(self, is_covered: bool) -> None:
        """Show the cover, or the picture."""
        self._stack.setCurrentIndex(1 if is_covered and self._stack.count() > 1 else 0)

    def _transport(self) -> QHBoxLayout:
        self.back_button = icon_button("step-back", self.tr("One frame back (←)"))
        self.play_button = icon_button("play", self.tr("Play (Space)"), self.toggle)
        self.forward_button = icon_button("step-forward", self.tr("One frame on (→)"))
        self.time = TimeLabel()
        self.speed = TimeLabel("", "small")
        self.mute_button = icon_button("volume", self.tr("Sound off"), self._toggle_sound)
        self._volume = QSlider(Qt.Orientation.Horizontal)
        self._volume.setAccessibleName(self.tr("Volume"))
        self._volume.setRange(0, 100)
        self._volume.setValue(100)
        self._volume.setMinimumWidth(32)
        self._volume.setMaximumWidth(96)
        self._volume.valueChanged.connect(lambda value: self._sound.setVolume(value / 100))
        for widget in (
            self.back_button,
            self.play_button,
            self.forward_button,
            self.mute_button,
            self._volume,
        ):
            # The mouse leaves the keyboard where it was, so that Space goes on to play.
            widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._show_time()
        return row(
            self.back_button,
            self.play_button,
            self.forward_button,
            8,
            self.time,
            self.speed,
            None,
            self.mute_button,
            self._volume,
            gap=4,
        )

    # Opening

    def open(self, path: Path | None, duration: Fraction) -> None:
        """Open a file, or none; the playhead is at the beginning."""
        self.stop()
        self._duration, self._position, self._stop_at = duration, Fraction(0), None
        self._is_open = path is not None
        self._set_source(QUrl.fromLocalFile(str(path)) if path is not None else QUrl())
        if path is not None:
            # Paused, so that the first picture is shown without being asked to play.
            self._later("pause")
        for widget in (self.play_button, self.back_button, self.forward_button):
            widget.setEnabled(path is not None)
        self._show_time()

    def close_media(self) -> None:
        """Let go of the file and stop the threads that decode it."""
        self._reverse.stop()
        self._later("stop")
        self._set_source(QUrl())
        self._is_open = False

    def _later(self, slot: str) -> None:
        """Let the event loop call ``slot`` of the media player.

        Called from here it would hold Python's lock while it waits for the decoder's threads, and
        those need the lock to leave objects that Python made: the window would stand still for
        good (seen one time in ten when a player was stopped while it opened a file).
        """
        QMetaObject.invokeMethod(self._media, slot, Qt.ConnectionType.QueuedConnection)

    def _set_source(self, url: QUrl) -> None:
        QMetaObject.invokeMethod(
            self._media, "setSource", Qt.ConnectionType.QueuedConnection, Q_ARG(QUrl, url)
        )

    # Transport

    @property
    def position(self) -> Fraction:
        """Where the playhead is."""
        return self._position

    @property
    def is_playing(self) -> bool:
        """Whether it plays, in either direction."""
        return self._speed != 0

    @property
    def rate(self) -> float:
        """How fast it plays: 1 as recorded, 0 standing still, below 0 going back."""
        return float(self._speed)

    def toggle(self) -> None:
        """Play, or pause."""
        self._stop_at = None
        self._run(0 if self.is_playing else 1)

    def shuttle(self, direction: Shuttle) -> None:
        """Play on or back, faster with every call; STOP pauses."""
        self._stop_at = None
        self._run(shuttle_speed(self._speed, direction))

    def stop(self) -> None:
        """Pause."""
        self._stop_at = None
        self._run(0)

    def play(self, stretch: TimeRange) -> None:
        """Play one stretch and stop at its end."""
        self.seek(stretch.start)
        self._run(1)
        self._stop_at = stretch.end

    def follow(self, moment: Fraction, rate: float) -> None:
        """Show what belongs to a moment of another player.

        Args:
            moment: Where this player should stand.
            rate: How fast it should run from there; 0 when the other one stands still.
        """
        self._stop_at = None
        if rate <= 0:
            if self.is_playing:
                self._run(0)
            if moment != self._position:
                self.seek(moment)
            return
        if abs(moment - self._position) > _DRIFT_S:
            self.seek(moment)
        if not self.is_playing:
            self._run(1)
        if self._media.playbackRate() != rate:
            self._media.setPlaybackRate(rate)

    @property
    def is_muted(self) -> bool:
        """Whether its sound is off."""
        return self._sound.isMuted()

    def set_muted(self, is_muted: bool) -> None:
        """Turn its sound off or on."""
        if is_muted != self.is_muted:
            self._toggle_sound()

    def _run(self, speed: int) -> None:
        was_playing = self._speed > 0
        self._speed = speed if self._is_open else 0
        self._reverse.stop()
        if self._speed > 0:
            self._media.setPlaybackRate(float(self._speed))
            self._later("play")
        else:
            self._later("pause")
            if was_playing:
                self._take_frame_time()
            if self._speed < 0:
                self._reverse.start()
        self._show_playing()

    def _jump_back(self) -> None:
        self.seek(self._position + Fraction(self._speed * _REVERSE_MS, 1000))
        if self._position <= 0:
            self._run(0)

    def seek(self, moment: Fraction) -> None:
        """Move the playhead; what plays goes on from there."""
        moment = min(max(Fraction(0), moment), self._duration)
        self._position = moment
        if self._is_open:
            self._ask_position()
        self._show_time()
        self.moved.emit(moment)

    def _ask_position(self) -> None:
        # Rounded up: the frame that begins at this moment is shown, not the one before.
        QMetaObject.invokeMethod(
            self._media,
            "setPosition",
            Qt.ConnectionType.QueuedConnection,
            Q_ARG("qlonglong", -int(-self._position * 1000 // 1)),
        )

    def _status_changed(self, status: QMediaPlayer.MediaStatus) -> None:
        # A jump asked for while the file was being opened is lost, and its beginning is shown.
        is_ready = status in {
            QMediaPlayer.MediaStatus.LoadedMedia,
            QMediaPlayer.MediaStatus.BufferedMedia,
        }
        if is_ready and self._is_open and not self.is_playing and self._position > 0:
            self._ask_position()

    def _position_changed(self, milliseconds: int) -> None:
        if self._speed <= 0:
            # Paused: the exact moment that was asked for is kept.
            return
        self._position = min(self._duration, Fraction(milliseconds, 1000))
        if self._stop_at is not None and self._position >= self._stop_at:
            end = self._stop_at
            self.stop()
            self.seek(end)
            return
        self._show_time()
        self.moved.emit(self._position)

    def _take_frame_time(self) -> None:
        """Take the time of the picture on the screen for the position, now that it stands still.

        The sink is asked here and not listened to: its signal comes from the decoder's thread,
        and a Python slot there can wait for this thread while this one waits for the decoder.
        """
        frame = self.picture.video.videoSink().videoFrame()
        if frame.isValid() and frame.startTime() >= 0:
            shown = Fraction(frame.startTime(), 1_000_000)
            if abs(shown - self._position) < _NEAR_S:
                self._position = min(self._duration, shown)
                self._show_time()
                self.moved.emit(self._position)

    def _state_changed(self, state: QMediaPlayer.PlaybackState) -> None:
        if state is QMediaPlayer.PlaybackState.StoppedState and self._speed > 0:
            self._speed = 0
            self._show_playing()

    def _toggle_sound(self) -> None:
        is_muted = not self._sound.isMuted()
        self._sound.setMuted(is_muted)
        name = self.tr("Sound on") if is_muted else self.tr("Sound off")
        self.mute_button.setToolTip(name)
        self.mute_button.setAccessibleName(name)
        set_icon(self.mute_button, "mute" if is_muted else "volume")

    def _show_playing(self) -> None:
        is_playing = self.is_playing
        name = self.tr("Pause (Space)") if is_playing else self.tr("Play (Space)")
        self.play_button.setToolTip(name)
        self.play_button.setAccessibleName(name)
        set_icon(self.play_button, "pause" if is_playing else "play")
        faster = abs(self._speed) > 1 or self._speed < 0
        self.speed.setText(self.tr("{speed}x").format(speed=self._speed) if faster else "")
        self.playingChanged.emit(is_playing)

    def _show_time(self) -> None:
        self.time.setText(
            f"{format_time(self._position, decimals=2)} / {format_time(self._duration)}"
        )
