"""The timeline with the mouse, and what painting it costs."""

from fractions import Fraction

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent

from consentkit.kernel.timebase import TimeRange
from consentkit.services.views import Waveform
from consentkit.ui.recording.strip import FilmstripImages, WaveformLayers
from consentkit.ui.recording.timeline import Timeline
from consentkit.ui.recording.timeline_paint import BLOCK_TOP, RULER_PX, WAVE_TOP

MIDDLE = (BLOCK_TOP + WAVE_TOP) // 2


@pytest.fixture(name="timeline")
def open_timeline(qtbot, samples):
    timeline = Timeline()
    qtbot.addWidget(timeline)
    timeline.resize(1000, timeline.height())
    detail = samples.detail()
    timeline.set_recording(Fraction(1000), detail.filmstrip, detail.waveform)
    timeline.set_conversations((
        samples.conversation(1, 100, 300, partner="Sari"),
        samples.conversation(2, 400, 600),
    ))
    timeline.show()
    qtbot.waitExposed(timeline)
    return timeline


def at(second: float, y: int = MIDDLE) -> QPoint:
    return QPoint(round(second), y)


def test_a_click_chooses_the_conversation_and_moves_the_playhead(qtbot, timeline):
    sought = []
    timeline.seekRequested.connect(sought.append)
    with qtbot.waitSignal(timeline.selectRequested) as chosen:
        qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=at(200))
    assert chosen.args == ["cnv-1"]
    assert sought == [Fraction(200)]


def test_a_click_into_a_gap_chooses_none(qtbot, timeline):
    with qtbot.waitSignal(timeline.selectRequested) as chosen:
        qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=at(350))
    assert chosen.args == [""]


def test_a_click_on_the_ruler_only_moves_the_playhead(qtbot, timeline):
    chosen = []
    timeline.selectRequested.connect(chosen.append)
    with qtbot.waitSignal(timeline.seekRequested):
        qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=at(200, RULER_PX // 2))
    assert chosen == []


def drag(qtbot, timeline, start: float, end: float, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.mousePress(timeline, Qt.MouseButton.LeftButton, modifier, at(start))
    qtbot.mouseMove(timeline, at((start + end) / 2))
    qtbot.mouseMove(timeline, at(end))
    qtbot.mouseRelease(timeline, Qt.MouseButton.LeftButton, modifier, at(end))


def test_an_edge_of_the_chosen_conversation_can_be_dragged(qtbot, timeline):
    timeline.set_selection("cnv-1")
    with qtbot.waitSignal(timeline.edgesMoved) as moved:
        drag(qtbot, timeline, 300, 340)
    assert moved.args == ["cnv-1", TimeRange(Fraction(100), Fraction(340))]


def test_a_dragged_edge_snaps_to_the_playhead(qtbot, timeline):
    timeline.set_selection("cnv-1")
    timeline.set_playhead(Fraction(333))
    with qtbot.waitSignal(timeline.edgesMoved) as moved:
        drag(qtbot, timeline, 300, 338)
    assert moved.args[1].end == Fraction(333)


def test_a_dragged_edge_stops_at_its_neighbour(qtbot, timeline):
    timeline.set_selection("cnv-1")
    with qtbot.waitSignal(timeline.edgesMoved) as moved:
        drag(qtbot, timeline, 300, 550)
    assert moved.args[1].end == Fraction(400)


def test_edges_of_others_cannot_be_dragged(qtbot, timeline):
    timeline.set_selection("cnv-2")
    moved = []
    timeline.edgesMoved.connect(lambda *args: moved.append(args))
    drag(qtbot, timeline, 300, 340)
    assert moved == []


def wheel(timeline, delta: int, modifier=Qt.KeyboardModifier.NoModifier):
    event = QWheelEvent(
        QPointF(500, MIDDLE),
        timeline.mapToGlobal(QPointF(500, MIDDLE)),
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    timeline.wheelEvent(event)


def test_the_wheel_zooms_with_ctrl_and_moves_without(timeline):
    wheel(timeline, 120, Qt.KeyboardModifier.ControlModifier)
    zoomed = timeline.view
    assert zoomed.span == pytest.approx(800)
    wheel(timeline, -120)
    assert timeline.view.start > zoomed.start
    assert timeline.view.span == zoomed.span


def test_a_moving_playhead_does_not_paint_the_rest_again(qtbot, timeline):
    timeline.grab()
    painted = timeline.stills_painted
    for second in range(10):
        timeline.set_playhead(Fraction(second))
        timeline.grab()
    assert timeline.stills_painted == painted


def test_three_hours_decode_no_more_pictures_than_fit_the_screen(qtbot, samples):
    timeline = Timeline()
    qtbot.addWidget(timeline)
    timeline.resize(1000, timeline.height())
    detail = samples.detail(10_800)
    timeline.set_recording(Fraction(10_800), detail.filmstrip, detail.waveform)
    timeline.grab()
    assert len(timeline._images._kept) <= 1000 // 99 + 2


def test_loudness_of_any_stretch_is_its_loudest_value():
    values = bytes(range(200)) * 30
    layers = WaveformLayers(Waveform(50, values))
    assert layers.peaks(0.0, 120.0, 1) == [199]
    assert layers.peaks(0.0, 0.02, 3) == [0, 1, 2]
    assert layers.peaks(1000.0, 1.0, 2) == [0, 0]


def test_a_damaged_picture_leaves_its_place_empty():
    from consentkit.services.views import Filmstrip

    images = FilmstripImages(Filmstrip((Fraction(0),), (b"no jpeg",)))
    assert images.picture(0, 56).isNull()
    assert images.width_at(56) == 99
