"""What is done to a video from left to right: blocks of both lanes, and moments to look at."""

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from consentkit.domain.coverage import Lane
from consentkit.domain.redaction import Action, Treatment
from consentkit.services.redaction_views import RedactionProject
from consentkit.services.views import Filmstrip
from consentkit.ui.check import lanes_paint as paint
from consentkit.ui.check.lane_bar import LaneBar
from consentkit.ui.check.redaction_words import TREATMENT_LOOKS, person_title, treatment_name
from consentkit.ui.check.words import lane_name, range_words
from consentkit.ui.recording.geometry import Viewport
from consentkit.ui.recording.strip import FilmstripImages
from consentkit.ui.recording.timeline_paint import paint_filmstrip, paint_ruler
from consentkit.ui.theme import Tokens

_IN_PICTURE = frozenset({Treatment.BLUR_FACE, Treatment.HIDE_PICTURE})


class ChangeLanes(LaneBar):
    """The timeline of changes."""

    personChosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(paint.LOUDNESS_TOP, parent)
        self.setAccessibleName(self.tr("What changes in picture and sound"))
        self._strip: Filmstrip | None = None
        self._project: RedactionProject | None = None
        self._names: dict[str, str] = {}

    def set_strip(self, strip: Filmstrip) -> None:
        """Show these pictures."""
        if strip is not self._strip:
            self._strip = strip
            self._images = FilmstripImages(strip)
            self._invalidate()

    def set_project(self, project: RedactionProject) -> None:
        """Show what is done."""
        before = self._project
        self._project = project
        self._names = {one.treatment.person: person_title(one) for one in project.people}
        if before is None or before.duration != project.duration:
            self.set_view(Viewport(float(project.duration), max(1, self.width())))
        kinds = {treatment_name(one.treatment) for one in project.actions}
        self.setAccessibleDescription(", ".join(sorted(kinds)))
        self._invalidate()

    def zoom(self, factor: float) -> None:
        """Zoom about the playhead."""
        self.set_view(self._view.zoomed(factor, float(self._playhead)))

    def show_whole(self) -> None:
        """Show all of the video."""
        self.set_view(self._view.whole())

    # Painting

    def _rects(self, action: Action) -> tuple[QRectF, ...]:
        left, right = self._view.x_of(action.edit.start), self._view.x_of(action.edit.end)
        lanes = tuple(paint.LANE_TOPS.values())
        if action.treatment is not Treatment.CUT:
            is_picture = action.treatment in _IN_PICTURE
            lanes = (paint.LANE_TOPS[Lane.PICTURE if is_picture else Lane.SOUND],)
        width = max(1.5, right - left)
        return tuple(QRectF(left, top + 2, width, paint.LANE_PX - 4) for top in lanes)

    @override
    def _paint(self, painter: QPainter, tokens: Tokens) -> None:
        paint_ruler(painter, self._view, tokens)
        paint_filmstrip(painter, self._view, self._images, tokens)
        project = self._project
        if project is not None:
            self._paint_untouched(painter, tokens)
            for action in project.actions:
                if self._view.is_seen(action.edit):
                    look = TREATMENT_LOOKS[action.treatment]
                    for rect in self._rects(action):
                        words = (look, treatment_name(action.treatment))
                        paint.paint_block(
                            painter, self._view, rect, words, tokens, is_selected=False
                        )
            unsure = tuple(item.edit.start for item in project.faces.unsure)
            paint.paint_marks(painter, self._view, unsure, tokens, "amber")

    def _paint_untouched(self, painter: QPainter, tokens: Tokens) -> None:
        """Paint a quiet line where a lane stays as it is."""
        painter.setPen(QColor(tokens.border))
        for top in paint.LANE_TOPS.values():
            middle = top + paint.LANE_PX / 2
            painter.drawLine(QPointF(0, middle), QPointF(self._view.width_px, middle))

    # The mouse

    def action_at(self, position: QPointF) -> Action | None:
        """Return the change whose block is at a position."""
        for action in self._project.actions if self._project is not None else ():
            if any(rect.contains(position) for rect in self._rects(action)):
                return action
        return None

    @override
    def _choose_at(self, position: QPointF) -> bool:
        action = self.action_at(position)
        if action is not None:
            self.personChosen.emit(action.person)
        return action is not None

    @override
    def words_at(self, position: QPointF) -> str:
        """Return what is done at a position, in lines."""
        action = self.action_at(position)
        if action is None:
            return ""
        is_picture = action.treatment in _IN_PICTURE
        lanes = (
            ", ".join(map(lane_name, Lane))
            if action.treatment is Treatment.CUT
            else lane_name(Lane.PICTURE if is_picture else Lane.SOUND)
        )
        name = self._names.get(action.person, "")
        head = f"{lanes}, {range_words(action.edit)}"
        return "\n".join(part for part in (head, treatment_name(action.treatment), name) if part)
