"""How a timeline looks: ruler, pictures, conversations, loudness, flags, playhead."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from consentkit.kernel.timebase import TimeRange, format_time
from consentkit.services.views import ConversationView
from consentkit.ui.icons import pixmap
from consentkit.ui.messages import status_icon, status_tone
from consentkit.ui.recording.geometry import Viewport, ticks
from consentkit.ui.recording.strip import FilmstripImages, WaveformLayers
from consentkit.ui.theme import Tokens

RULER_PX = 24
FILM_PX = 56
BLOCK_PX = 32
WAVE_PX = 48
FLAG_PX = 20
TOTAL_PX = RULER_PX + FILM_PX + BLOCK_PX + WAVE_PX + FLAG_PX
BLOCK_TOP = RULER_PX + FILM_PX
WAVE_TOP = BLOCK_TOP + BLOCK_PX
FLAG_TOP = WAVE_TOP + WAVE_PX
_ICON_PX = 16
_NARROWEST_ICON_PX = 26
_NARROWEST_FLAG_PX = 16
_DOUBT = 0.7


@dataclass(frozen=True, slots=True)
class Flag:
    """A marked stretch shown under the loudness.

    Attributes:
        stretch: Where.
        text: What it is, in a word.
        is_answer: It is the answer, not the question.
    """

    stretch: TimeRange
    text: str
    is_answer: bool


def block_rect(view: Viewport, stretch: TimeRange) -> QRectF:
    """Return where the block of ``stretch`` is painted."""
    left = view.x_of(stretch.start)
    right = view.x_of(stretch.end)
    return QRectF(left, BLOCK_TOP + 2, max(2.0, right - left), BLOCK_PX - 4)


def paint_ruler(painter: QPainter, view: Viewport, tokens: Tokens) -> None:
    """Paint the ruler with times."""
    painter.fillRect(QRectF(0, 0, view.width_px, RULER_PX), QColor(tokens.surface))
    marks = ticks(view)
    metrics = QFontMetricsF(painter.font())
    for moment in marks.moments:
        x = round(view.x_of(moment)) + 0.5
        painter.setPen(QPen(QColor(tokens.border), 1))
        painter.drawLine(QPointF(x, RULER_PX - 7), QPointF(x, RULER_PX))
        painter.setPen(QColor(tokens.text_muted))
        text = format_time(moment, decimals=marks.decimals)
        if x + 4 + metrics.horizontalAdvance(text) <= view.width_px:
            painter.drawText(QPointF(x + 4, RULER_PX - 8), text)


def paint_filmstrip(
    painter: QPainter, view: Viewport, images: FilmstripImages, tokens: Tokens
) -> None:
    """Paint the pictures, each where its time is."""
    area = QRectF(0, RULER_PX, view.width_px, FILM_PX)
    painter.fillRect(area, QColor(tokens.window))
    if images.is_empty:
        return
    width = images.width_at(FILM_PX)
    slot = width * view.seconds_per_px
    # Slots are counted from the start of the recording, so that pictures move with the view
    # and do not change while it is moved.
    index = int(view.start / slot)
    painter.save()
    painter.setClipRect(area)
    while index * slot < view.end:
        moment = min((index + 0.5) * slot, view.duration)
        picture = images.picture(images.index_at(moment), FILM_PX)
        if not picture.isNull():
            left = view.x_of(index * slot)
            painter.drawPixmap(
                QRectF(left, RULER_PX, width, FILM_PX), picture, QRectF(picture.rect())
            )
        index += 1
    painter.restore()


def paint_gaps(
    painter: QPainter, view: Viewport, stretches: Iterable[TimeRange], tokens: Tokens
) -> None:
    """Paint the stretches without a conversation as quiet hatching."""
    hatch = QColor(tokens.border)
    for stretch in stretches:
        if view.is_seen(stretch):
            rect = block_rect(view, stretch).intersected(
                QRectF(0, BLOCK_TOP, view.width_px, BLOCK_PX)
            )
            painter.fillRect(rect, QBrush(hatch, Qt.BrushStyle.BDiagPattern))


def paint_blocks(
    painter: QPainter,
    view: Viewport,
    conversations: Iterable[tuple[int, ConversationView, str]],
    selected_id: str,
    tokens: Tokens,
) -> None:
    """Paint the conversations: number, name, status, each told by more than its colour."""
    for number, item, label in conversations:
        if view.is_seen(item.conversation.range):
            _paint_block(
                painter, view, (number, item, label), item.conversation.id == selected_id, tokens
            )


def _paint_block(
    painter: QPainter,
    view: Viewport,
    block: tuple[int, ConversationView, str],
    is_selected: bool,
    tokens: Tokens,
) -> None:
    number, item, label = block
    conversation = item.conversation
    tone = tokens.tone(status_tone(item.status))
    ink, fill = tone.fg, tone.bg
    rect = block_rect(view, conversation.range)
    is_proposal_unsure = conversation.confidence < _DOUBT and not item.consent_id
    painter.save()
    painter.setOpacity(0.45 if conversation.is_discarded else 1.0)
    pen = QPen(QColor(tokens.accent if is_selected else ink), 2 if is_selected else 1)
    if (is_proposal_unsure or conversation.is_discarded) and not is_selected:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(
        QBrush(QColor(fill), Qt.BrushStyle.Dense6Pattern)
        if conversation.is_discarded
        else QColor(fill)
    )
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    visible = rect.intersected(QRectF(0, BLOCK_TOP, view.width_px, BLOCK_PX))
    inner = visible.adjusted(6, 0, -6, 0)
    if visible.width() >= _NARROWEST_ICON_PX:
        top = rect.center().y() - _ICON_PX / 2
        ratio = painter.device().devicePixelRatio()
        picture = pixmap(status_icon(item.status), ink, _ICON_PX, ratio)
        painter.drawPixmap(QPointF(inner.left(), top), picture)
        inner.setLeft(inner.left() + _ICON_PX + 4)
    text = f"{number}  {label}" if label else str(number)
    metrics = QFontMetricsF(painter.font())
    if inner.width() >= metrics.horizontalAdvance(str(number)):
        painter.setPen(QColor(ink))
        painter.drawText(
            inner,
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width()),
        )
    if is_selected:
        _paint_handles(painter, rect, tokens)
    painter.restore()


def _paint_handles(painter: QPainter, rect: QRectF, tokens: Tokens) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.accent))
    for x in (rect.left(), rect.right() - 5):
        painter.drawRoundedRect(QRectF(x, rect.top() - 1, 5, rect.height() + 2), 2, 2)
    painter.setBrush(QColor(tokens.accent_text))
    for x in (rect.left() + 2, rect.right() - 3):
        painter.drawRect(QRectF(x, rect.center().y() - 4, 1, 8))


def paint_waveform(
    painter: QPainter, view: Viewport, layers: WaveformLayers, tokens: Tokens
) -> None:
    """Paint the loudness, mirrored about its middle."""
    area = QRectF(0, WAVE_TOP, view.width_px, WAVE_PX)
    painter.fillRect(area, QColor(tokens.window))
    middle = area.center().y()
    painter.setPen(QPen(QColor(tokens.border), 1))
    painter.drawLine(QPointF(0, middle), QPointF(view.width_px, middle))
    if layers.is_empty:
        return
    peaks = layers.peaks(view.start, view.seconds_per_px, view.width_px)
    half = WAVE_PX / 2 - 3
    upper = [QPointF(x, middle - half * peak / 255) for x, peak in enumerate(peaks)]
    lower = [QPointF(x, middle + half * peak / 255) for x, peak in enumerate(peaks)]
    shade = QColor(tokens.text_muted)
    shade.setAlpha(150)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade)
    painter.drawPolygon(QPolygonF([*upper, *reversed(lower)]))


def paint_flags(painter: QPainter, view: Viewport, flags: Iterable[Flag], tokens: Tokens) -> None:
    """Paint question and answer as flags: a pole where each begins, a band as long as it is."""
    metrics = QFontMetricsF(painter.font())
    for flag in flags:
        if not view.is_seen(flag.stretch):
            continue
        colours = tokens.green if flag.is_answer else tokens.blue
        left, right = view.x_of(flag.stretch.start), view.x_of(flag.stretch.end)
        band = QColor(colours.fg)
        if right - left < _NARROWEST_FLAG_PX:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(band)
            painter.drawEllipse(QPointF((left + right) / 2, FLAG_TOP + FLAG_PX / 2), 3, 3)
            continue
        painter.setPen(QPen(band, 2))
        painter.drawLine(QPointF(left, WAVE_TOP), QPointF(left, FLAG_TOP + FLAG_PX))
        shade = QColor(colours.fg)
        shade.setAlpha(38)
        painter.fillRect(QRectF(left, WAVE_TOP, max(2.0, right - left), WAVE_PX), shade)
        # The question's word stands before its pole and the answer's behind: they never collide.
        width = metrics.horizontalAdvance(flag.text) + 12
        has_no_room = not flag.is_answer and left < width
        if has_no_room and right - left < width:
            continue
        at = left if flag.is_answer or has_no_room else left - width
        rect = QRectF(at, FLAG_TOP, width, FLAG_PX - 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.bg))
        painter.drawRoundedRect(rect, 3, 3)
        painter.setPen(band)
        painter.drawText(
            rect.adjusted(6, 0, 0, 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            flag.text,
        )


def paint_pending(painter: QPainter, view: Viewport, stretch: TimeRange, tokens: Tokens) -> None:
    """Paint a stretch that is being marked."""
    shade = QColor(tokens.accent)
    shade.setAlpha(60)
    rect = QRectF(
        view.x_of(stretch.start),
        RULER_PX,
        max(2.0, view.x_of(stretch.end) - view.x_of(stretch.start)),
        FLAG_TOP - RULER_PX,
    )
    painter.fillRect(rect, shade)
    painter.setPen(QPen(QColor(tokens.accent), 2))
    painter.drawLine(rect.topLeft(), rect.bottomLeft())
    painter.drawLine(rect.topRight(), rect.bottomRight())


def paint_playhead(
    painter: QPainter, view: Viewport, moment: Fraction, tokens: Tokens, bottom: int = TOTAL_PX
) -> None:
    """Paint the playhead with its grip in the ruler, down to ``bottom``."""
    if not view.shows(moment):
        return
    x = round(view.x_of(moment)) + 0.5
    painter.setPen(QPen(QColor(tokens.accent), 2))
    painter.drawLine(QPointF(x, RULER_PX - 4), QPointF(x, bottom))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.accent))
    painter.drawPolygon(
        QPolygonF([
            QPointF(x - 6, RULER_PX - 14),
            QPointF(x + 6, RULER_PX - 14),
            QPointF(x + 6, RULER_PX - 7),
            QPointF(x, RULER_PX - 1),
            QPointF(x - 6, RULER_PX - 7),
        ])
    )


def paint_label(
    painter: QPainter, view: Viewport, moment: Fraction, is_snapped: bool, tokens: Tokens
) -> None:
    """Paint the time of an edge that is being dragged, beside it."""
    text = format_time(moment, decimals=3)
    metrics = QFontMetricsF(painter.font())
    width = metrics.horizontalAdvance(text) + 16
    x = view.x_of(moment)
    left = min(max(0.0, x - width / 2), max(0.0, view.width_px - width))
    rect = QRectF(left, BLOCK_TOP - 26, width, 22)
    painter.setPen(QPen(QColor(tokens.accent), 1, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(x, RULER_PX), QPointF(x, TOTAL_PX))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.accent if is_snapped else tokens.text))
    painter.drawRoundedRect(rect, 4, 4)
    painter.setPen(QColor(tokens.accent_text if is_snapped else tokens.window))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
