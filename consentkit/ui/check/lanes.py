"""Picture and sound of a finished video from left to right, each stretch with its verdict.

As in the timeline of a recording, what stands still is painted once and kept.
"""

from fractions import Fraction

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from consentkit.domain.coverage import Lane
from consentkit.services.check_reading import span_at
from consentkit.services.check_views import EditCheck
from consentkit.services.views import Waveform
from consentkit.ui.check import lanes_paint as paint
from consentkit.ui.check.lane_bar import LaneBar
from consentkit.ui.check.words import lane_absent, span_name, span_words
from consentkit.ui.recording.geometry import Viewport
from consentkit.ui.recording.strip import FilmstripImages, WaveformLayers
from consentkit.ui.theme import Tokens


class Lanes(LaneBar):
    """The coverage bar. Signals carry exact moments and places in ``EditCheck.spans``."""

    selectRequested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(paint.TOTAL_PX, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Picture and sound of the video"))
        self._layers = WaveformLayers(Waveform())
        self._check: EditCheck | None = None
        self._names: tuple[str, ...] = ()
        self._selected: frozenset[int] = frozenset()
        self._has_loudness = True

    def set_has_loudness(self, has_loudness: bool) -> None:
        """Show the loudness below the lanes, or leave it out where room is short."""
        if has_loudness != self._has_loudness:
            self._has_loudness = has_loudness
            self.setFixedHeight(paint.TOTAL_PX if has_loudness else paint.LOUDNESS_TOP)
            self._invalidate()

    @property
    def playhead(self) -> Fraction:
        """Where the playhead is."""
        return self._playhead

    def set_check(self, check: EditCheck) -> None:
        """Show a check; the view stays where the same video is shown again."""
        before = self._check
        is_same = before is not None and before.sha256 == check.sha256 and before.path == check.path
        self._check = check
        self._names = tuple(span_name(check, item) for item in check.spans)
        if before is None or before.filmstrip is not check.filmstrip:
            self._images = FilmstripImages(check.filmstrip)
        if before is None or before.waveform is not check.waveform:
            self._layers = WaveformLayers(check.waveform)
        if not is_same or self._view.duration != max(0.001, float(check.duration)):
            self._selected = frozenset()
            self._playhead = Fraction(0)
            self.set_view(Viewport(float(check.duration), max(1, self.width())))
        self._invalidate()

    def set_selection(self, places: frozenset[int]) -> None:
        """Show these spans as chosen."""
        if places != self._selected:
            self._selected = places
            self._tell_selection()
            self._invalidate()

    def _tell_selection(self) -> None:
        if self._check is None or not self._selected:
            self.setAccessibleDescription("")
            return
        place = min(self._selected)
        if place < len(self._check.spans):
            words = span_words(self._check, self._check.spans[place])
            self.setAccessibleDescription(words.replace("\n", ", "))

    def zoom(self, factor: float) -> None:
        """Zoom about the playhead, or the middle when it is not on the screen."""
        shows = self._view.shows(self._playhead)
        middle = self._view.start + self._view.span / 2
        self.set_view(self._view.zoomed(factor, float(self._playhead) if shows else middle))

    @override
    def _paint(self, painter: QPainter, tokens: Tokens) -> None:
        paint.paint_ground(
            painter,
            self._view,
            self._images,
            self._layers,
            tokens,
            has_loudness=self._has_loudness,
        )
        if self._check is not None:
            for lane in Lane:
                if lane not in self._check.lanes:
                    words = lane_absent(lane, is_provisional=self._check.is_provisional)
                    paint.paint_absent(painter, self._view, lane, words, tokens)
            found = tuple(item.edit.start for item in self._check.findings)
            paint.paint_marks(painter, self._view, found, tokens)
            paint.paint_spans(
                painter, self._view, self._check.spans, self._names, self._selected, tokens
            )

    # The mouse

    def place_at(self, position: QPointF) -> int:
        """Return the span whose block is at ``position``, or -1."""
        if self._check is None:
            return -1
        for lane, top in paint.LANE_TOPS.items():
            if top <= position.y() < top + paint.LANE_PX:
                return span_at(self._check, lane, self._view.moment_at(position.x()))
        return -1

    @override
    def _choose_at(self, position: QPointF) -> bool:
        place = self.place_at(position)
        if place >= 0:
            self.selectRequested.emit(place)
        return place >= 0

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position())
        if place >= 0 and self._check is not None:
            self.set_view(self._view.focused(self._check.spans[place].span.edit))

    @override
    def words_at(self, position: QPointF) -> str:
        """Return what is known of the span at a position, in lines."""
        place = self.place_at(position)
        if place < 0 or self._check is None:
            return ""
        return span_words(self._check, self._check.spans[place])
