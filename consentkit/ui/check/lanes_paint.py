"""How the lanes of a check look: blocks whose colour, pattern and icon tell the verdict."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from consentkit.domain.coverage import Lane
from consentkit.domain.policy import Verdict
from consentkit.services.check_views import CheckSpan
from consentkit.ui.icons import pixmap
from consentkit.ui.recording.geometry import Viewport
from consentkit.ui.recording.strip import FilmstripImages, WaveformLayers
from consentkit.ui.recording.timeline_paint import (
    FILM_PX,
    RULER_PX,
    WAVE_PX,
    WAVE_TOP,
    paint_filmstrip,
    paint_ruler,
    paint_waveform,
)
from consentkit.ui.theme import Tokens

LANE_PX = 32
LANE_TOPS: Mapping[Lane, int] = {
    Lane.PICTURE: RULER_PX + FILM_PX,
    Lane.SOUND: RULER_PX + FILM_PX + LANE_PX,
}
LOUDNESS_TOP = RULER_PX + FILM_PX + 2 * LANE_PX
TOTAL_PX = LOUDNESS_TOP + WAVE_PX
_ICON_PX = 16
_NARROWEST_ICON_PX = 24
_PATTERN_ALPHA = 90
_FEWEST_LETTERS = 5
"""Less of a name tells nothing."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a verdict looks.

    Attributes:
        tone: Name of its tone.
        icon: Name of its icon.
        pattern: Hatching over the ground, so that colour is not needed.
    """

    tone: str
    icon: str
    pattern: Qt.BrushStyle


LOOKS: Mapping[Verdict, Look] = {
    Verdict.CLEARED: Look("green", "tick-circle", Qt.BrushStyle.NoBrush),
    Verdict.OWN: Look("grey", "person", Qt.BrushStyle.NoBrush),
    Verdict.REDACT: Look("violet", "eye-off", Qt.BrushStyle.VerPattern),
    Verdict.UNKNOWN: Look("amber", "question", Qt.BrushStyle.BDiagPattern),
    Verdict.BLOCKED: Look("red", "hand", Qt.BrushStyle.DiagCrossPattern),
}


def span_rect(view: Viewport, item: CheckSpan) -> QRectF:
    """Return where the block of a span is painted."""
    left, right = view.x_of(item.span.edit.start), view.x_of(item.span.edit.end)
    top = LANE_TOPS[item.span.lane]
    return QRectF(left, top + 2, max(1.5, right - left), LANE_PX - 4)


def paint_ground(
    painter: QPainter,
    view: Viewport,
    images: FilmstripImages,
    layers: WaveformLayers,
    tokens: Tokens,
    *,
    has_loudness: bool,
) -> None:
    """Paint ruler, pictures and, where there is room, loudness."""
    paint_ruler(painter, view, tokens)
    paint_filmstrip(painter, view, images, tokens)
    if not has_loudness:
        return
    painter.save()
    painter.translate(0, LOUDNESS_TOP - WAVE_TOP)
    paint_waveform(painter, view, layers, tokens)
    painter.restore()


def paint_spans(
    painter: QPainter,
    view: Viewport,
    spans: tuple[CheckSpan, ...],
    names: tuple[str, ...],
    selected: frozenset[int],
    tokens: Tokens,
) -> None:
    """Paint the spans; those that are chosen come last, over their neighbours."""
    seen = [place for place, item in enumerate(spans) if view.is_seen(item.span.edit)]
    for place in sorted(seen, key=lambda one: one in selected):
        _paint_span(painter, view, spans[place], names[place], place in selected, tokens)


def _paint_span(
    painter: QPainter,
    view: Viewport,
    item: CheckSpan,
    name: str,
    is_selected: bool,
    tokens: Tokens,
) -> None:
    rect = span_rect(view, item)
    paint_block(painter, view, rect, (LOOKS[item.verdict], name), tokens, is_selected=is_selected)


def paint_block(
    painter: QPainter,
    view: Viewport,
    place: QRectF,
    words: tuple[Look, str],
    tokens: Tokens,
    *,
    is_selected: bool,
) -> None:
    """Paint a block of a lane: ground, pattern, edge, icon and name."""
    look = words[0]
    tone = tokens.tone(look.tone)
    rect = place.adjusted(0.5, 0.5, -0.5, -0.5)
    rect.setWidth(max(1.0, rect.width()))
    radius = min(4.0, rect.width() / 3)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tone.bg))
    painter.drawRoundedRect(rect, radius, radius)
    if look.pattern is not Qt.BrushStyle.NoBrush:
        hatch = QColor(tone.fg)
        hatch.setAlpha(_PATTERN_ALPHA)
        painter.setBrush(QBrush(hatch, look.pattern))
        painter.drawRoundedRect(rect, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    edge = QPen(QColor(tokens.accent if is_selected else tone.fg), 2 if is_selected else 1)
    painter.setPen(edge)
    painter.drawRoundedRect(rect, radius, radius)
    _paint_words(painter, view, rect, words, tokens)
    painter.restore()


def _paint_words(
    painter: QPainter,
    view: Viewport,
    rect: QRectF,
    words: tuple[Look, str],
    tokens: Tokens,
) -> None:
    """Paint icon and name on a plate of the block's ground, so that hatching does not cross them.

    They stay in sight while any of the block is.
    """
    look, name = words
    tone = tokens.tone(look.tone)
    visible = rect.intersected(QRectF(0, rect.top(), view.width_px, rect.height()))
    if visible.width() < _NARROWEST_ICON_PX:
        return
    metrics = QFontMetricsF(painter.font())
    room = visible.width() - _ICON_PX - 16
    shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room) if room > 0 else ""
    if shown != name and len(shown) < _FEWEST_LETTERS:
        shown = ""
    width = _ICON_PX + 8 + (metrics.horizontalAdvance(shown) + 4 if shown else 0)
    plate = QRectF(visible.left() + 2, rect.top() + 3, width, rect.height() - 6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tone.bg))
    painter.drawRoundedRect(plate, 3, 3)
    ratio = painter.device().devicePixelRatio()
    picture = pixmap(look.icon, tone.fg, _ICON_PX, ratio)
    painter.drawPixmap(QPointF(plate.left() + 4, rect.center().y() - _ICON_PX / 2), picture)
    if shown:
        painter.setPen(QColor(tone.fg))
        painter.drawText(
            plate.adjusted(_ICON_PX + 8, 0, 4, 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            shown,
        )


def paint_absent(painter: QPainter, view: Viewport, lane: Lane, text: str, tokens: Tokens) -> None:
    """Paint a lane the video does not have."""
    rect = QRectF(0, LANE_TOPS[lane], view.width_px, LANE_PX)
    painter.setPen(QColor(tokens.text_muted))
    painter.drawText(
        rect.adjusted(8, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text
    )


def paint_marks(
    painter: QPainter,
    view: Viewport,
    moments: tuple[Fraction, ...],
    tokens: Tokens,
    tone: str = "violet",
) -> None:
    """Paint moments to look at, as small pennants under the ruler."""
    painter.setPen(Qt.PenStyle.NoPen)
    for moment in moments:
        if not view.shows(moment):
            continue
        x = view.x_of(moment)
        painter.setBrush(QColor(tokens.tone(tone).fg))
        painter.drawPolygon(
            QPolygonF([
                QPointF(x, RULER_PX),
                QPointF(x + 11, RULER_PX + 5),
                QPointF(x, RULER_PX + 10),
            ])
        )
        painter.drawRect(QRectF(x - 0.75, RULER_PX, 1.5, FILM_PX))
