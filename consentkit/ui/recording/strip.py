"""Pictures and loudness of a recording, made ready for painting a piece at a time.

A three-hour recording has thousands of small pictures and half a million loudness values: pictures
are decoded when they come into view and the newest are kept; loudness is summed up once in coarser
and coarser layers, so that a view costs as many values as it has pixels.
"""

import bisect
from collections import OrderedDict

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap

from consentkit.services.views import Filmstrip, Waveform

_KEPT_PICTURES = 320
"""About 20 MB at 160 x 90: several screens of pictures at any zoom."""

_LAYER_FACTOR = 4


class FilmstripImages:
    """The small pictures of a recording, decoded on demand."""

    def __init__(self, filmstrip: Filmstrip) -> None:
        self._times = [float(item) for item in filmstrip.times]
        self._jpegs = filmstrip.jpegs
        self._kept: OrderedDict[tuple[int, int], QPixmap] = OrderedDict()

    @property
    def is_empty(self) -> bool:
        """Whether there are no pictures."""
        return not self._times

    def index_at(self, moment: float) -> int:
        """Return the picture nearest to ``moment``, or -1 when there is none."""
        if not self._times:
            return -1
        place = bisect.bisect_left(self._times, moment)
        if place == 0:
            return 0
        if place == len(self._times):
            return place - 1
        before, after = self._times[place - 1], self._times[place]
        return place if after - moment < moment - before else place - 1

    def picture(self, index: int, height_px: int) -> QPixmap:
        """Return picture ``index`` scaled to ``height_px``; a null pixmap when it is damaged."""
        key = (index, height_px)
        kept = self._kept.get(key)
        if kept is not None:
            self._kept.move_to_end(key)
            return kept
        pixmap = QPixmap()
        pixmap.loadFromData(self._jpegs[index])
        if not pixmap.isNull():
            pixmap = pixmap.scaledToHeight(height_px, Qt.TransformationMode.SmoothTransformation)
        self._kept[key] = pixmap
        while len(self._kept) > _KEPT_PICTURES:
            self._kept.popitem(last=False)
        return pixmap

    def width_at(self, height_px: int) -> int:
        """Return how wide the first picture is at ``height_px``; 16:9 when there is none."""
        if self._times:
            width = self.picture(0, height_px).width()
            if width > 0:
                return width
        return max(1, height_px * 16 // 9)


class WaveformLayers:
    """Loudness of a recording, readable at any zoom."""

    def __init__(self, waveform: Waveform) -> None:
        self.per_second = waveform.per_second
        self._layers: list[bytes] = [waveform.peaks]
        self._build()

    def _build(self) -> None:
        import numpy as np

        values = np.frombuffer(self._layers[0], dtype=np.uint8)
        while len(values) > 2 * _LAYER_FACTOR:
            extra = -len(values) % _LAYER_FACTOR
            padded = np.concatenate([values, np.zeros(extra, dtype=np.uint8)])
            values = padded.reshape(-1, _LAYER_FACTOR).max(axis=1)
            self._layers.append(values.tobytes())

    @property
    def is_empty(self) -> bool:
        """Whether there is no sound."""
        return not self._layers[0]

    def peaks(self, start: float, seconds_per_value: float, count: int) -> list[int]:
        """Return the loudest value of each of ``count`` steps from ``start`` on, 0 to 255.

        Args:
            start: First second.
            seconds_per_value: Length of a step.
            count: How many steps; those past the end are 0.
        """
        wanted = max(1.0, seconds_per_value * self.per_second)
        level, factor = 0, 1
        while factor * _LAYER_FACTOR <= wanted and level + 1 < len(self._layers):
            level, factor = level + 1, factor * _LAYER_FACTOR
        layer = self._layers[level]
        per_second = self.per_second / factor
        found = []
        for step in range(count):
            first = int((start + step * seconds_per_value) * per_second)
            last = max(first + 1, int((start + (step + 1) * seconds_per_value) * per_second))
            found.append(max(layer[first:last], default=0))
        return found
