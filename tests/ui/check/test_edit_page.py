"""Editing for publication: treatments, boxes by mouse and keyboard, moments, files."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import decision_samples
import pytest
import redaction_samples as samples
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton

from consentkit.domain.frame_box import FULL, FrameBox
from consentkit.domain.policy import Remedy
from consentkit.domain.redaction import PersonTreatment, Treatment, UnsureReason
from consentkit.kernel.errors import ResourceError, StateError
from consentkit.services.redaction_reading import (
    STEP,
    faces_at,
    fresh_box,
    nudged,
    stretched,
    treated,
    with_picture,
    with_sound,
)
from consentkit.ui.check.opened import View
from consentkit.ui.check.page import CheckPage
from consentkit.ui.check.redaction_keys import EDIT_KEYS, EditCommand, redaction_help
from consentkit.ui.check.redaction_words import (
    TREATMENT_LOOKS,
    outcome_words,
    totals_words,
    treatment_name,
    treatment_words,
    unsure_words,
)

OUT = Path("/nowhere/out.mp4")


@pytest.fixture(name="page")
def make_page(home, qtbot, idle):
    home.checks.found["chk-1"] = decision_samples.decided(is_missing=True)
    page = CheckPage(home.context)
    qtbot.addWidget(page)
    page.resize(1096, 768)
    page.show()
    page.activated()
    page.presenter.open("chk-1")
    idle()
    page.show_view(View.EDIT)
    idle()
    page.setFocus()
    return page


def asked(home, kind):
    return [one[1:] for one in home.redactions.asked if one[0] == kind]


def at(page, second):
    page.publishing.edit.seek(Fraction(second))


# Rules without a window


def test_a_cut_takes_both_lanes_and_leaving_it_keeps_what_is_strict():
    cut = PersonTreatment("con-1", Treatment.CUT, Treatment.CUT)
    blurred = PersonTreatment("con-1", Treatment.BLUR_FACE)
    assert with_picture(blurred, Treatment.CUT) == cut
    assert with_sound(blurred, Treatment.CUT) == cut
    assert with_picture(cut, Treatment.BLUR_FACE).sound is Treatment.MUTE
    assert with_sound(cut, Treatment.KEEP).picture is Treatment.BLUR_FACE


@pytest.mark.parametrize(
    ("remedy", "expected"),
    [
        (Remedy.BLUR, (Treatment.BLUR_FACE, Treatment.ALTER_VOICE)),
        (Remedy.MUTE, (Treatment.KEEP, Treatment.MUTE)),
        (Remedy.CUT, (Treatment.CUT, Treatment.CUT)),
    ],
)
def test_a_remedy_changes_only_its_lane(remedy, expected):
    before = PersonTreatment("con-1", Treatment.KEEP, Treatment.ALTER_VOICE)
    after = treated(before, remedy)
    assert (after.picture, after.sound) == expected


def test_a_box_never_leaves_the_picture_nor_vanishes():
    box = fresh_box()
    for _ in range(200):
        box = nudged(box, 3, -2)
        assert box.right <= FULL
    assert box.top == 0
    assert nudged(box, 0, 0) == box
    for _ in range(200):
        box = stretched(box, -1, -1)
    assert box.right - box.left >= STEP
    for _ in range(200):
        box = stretched(box, 1, 1)
    assert box == FrameBox(0, 0, FULL, FULL)


def test_faces_are_those_of_the_moment_and_say_whether_they_are_blurred():
    project = samples.project(removed_faces=frozenset({"f3"}))
    found = {one.track: one for one in faces_at(project, Fraction(72))}
    assert set(found) == {"f2", "own"}
    assert found["f2"].is_blurred
    assert found["own"].is_own
    assert not found["own"].is_blurred
    assert {one.track for one in faces_at(project, Fraction(5))} == set()


def test_every_treatment_reason_and_key_has_words(english):
    assert len({treatment_name(item) for item in Treatment}) == len(Treatment)
    assert set(TREATMENT_LOOKS) == set(Treatment) - {Treatment.KEEP}
    looks = {(one.icon, one.tone, one.pattern) for one in TREATMENT_LOOKS.values()}
    assert len(looks) == len(TREATMENT_LOOKS)
    assert len({unsure_words(item) for item in UnsureReason}) == len(UnsureReason)
    assert set(EDIT_KEYS.values()) == set(EditCommand)
    assert all(words for _, words in redaction_help())


def test_totals_are_sentences(english):
    project = samples.project()
    assert totals_words(project) == "77 seconds change. 21 of them are cut."
    assert outcome_words(project) == "1 rule still blocks; no change here mends it."
    calm = replace(project, changed_s=Fraction(0), removed_s=Fraction(0), is_passed=True)
    assert totals_words(calm) == "Nothing changes."
    assert outcome_words(calm) == "With this, the plan passes."
    both = PersonTreatment("a", Treatment.BLUR_FACE, Treatment.MUTE)
    assert treatment_words(both) == "Blur the face, Mute"
    assert treatment_words(PersonTreatment("a", Treatment.CUT, Treatment.CUT)) == "Cut out"


# The view


def test_without_a_plan_it_leads_to_the_plan(page, home, idle):
    home.redactions.answer = StateError("redaction.no-plan")
    page.publishing.editing.load()
    idle()
    assert page.publishing.edit._stack.currentIndex() == 0
    assert home.errors == []


def test_everybody_is_listed_with_what_is_proposed(page):
    cards = page.publishing.edit.people.cards
    # Sari, for whom nothing needs to be done, comes last.
    assert list(cards) == ["con-2", "con-4", "cnv-20", "", "con-1"]
    assert cards["con-2"].picture.currentText() == "Blur the face"
    assert cards["con-2"].sound.currentText() == "Mute"
    assert hasattr(cards["con-4"], "proposed")
    assert not hasattr(cards["con-2"], "proposed")


def test_a_choice_is_kept_and_can_go_back_to_the_proposal(page, home, idle):
    card = page.publishing.edit.people.cards["con-2"]
    card.picture.setCurrentIndex(3)
    card.picture.activated.emit(3)
    idle()
    cut = PersonTreatment("con-2", Treatment.CUT, Treatment.CUT)
    assert asked(home, "choose") == [("chk-1", cut)]
    page.publishing.edit.people.cards["con-4"].proposed.click()
    idle()
    assert asked(home, "proposed") == [("chk-1", "con-4")]


def test_undo_and_redo_follow_the_buttons(page, home, idle, qtbot):
    part = page.publishing.edit
    assert part.undo_button.isEnabled()
    assert not part.redo_button.isEnabled()
    qtbot.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    idle()
    assert part.redo_button.isEnabled()
    qtbot.keyClick(page, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    idle()
    assert (asked(home, "undo"), asked(home, "redo")) == ([("chk-1",)], [("chk-1",)])


def test_boxes_are_chosen_moved_and_resized_with_the_keyboard(page, home, idle, qtbot):
    at(page, 72)
    editing = page.publishing.editing
    qtbot.keyClick(page, Qt.Key.Key_BracketRight)
    first = editing.chosen
    qtbot.keyClick(page, Qt.Key.Key_BracketRight)
    assert {first, editing.chosen} <= {"f2", "f3", "own"}
    assert first != editing.chosen
    editing.choose_face("f2")
    before = next(one.box for one in editing.faces() if one.track == "f2")
    for _ in range(3):
        qtbot.keyClick(page, Qt.Key.Key_Right)
    qtbot.keyClick(page, Qt.Key.Key_Down)
    qtbot.keyClick(page, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    moved = next(one.box for one in editing.faces() if one.track == "f2")
    assert moved == stretched(nudged(before, 3, 1), 1, 0)
    assert asked(home, "box") == []
    editing.keep_box()
    idle()
    # Many steps are one change.
    assert asked(home, "box") == [("chk-1", Fraction(72), moved, "f2")]


def test_without_a_box_the_arrows_go_through_the_video(page, qtbot):
    at(page, 20)
    qtbot.keyClick(page, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert page.publishing.editing.position == 21
    qtbot.keyClick(page, Qt.Key.Key_Left)
    assert page.publishing.editing.position < 21


def test_new_boxes_removal_and_blur_have_keys(page, home, idle, qtbot):
    at(page, 72)
    qtbot.keyClick(page, Qt.Key.Key_N)
    idle()
    assert asked(home, "box") == [("chk-1", Fraction(72), fresh_box(), None)]
    page.publishing.editing.choose_face("f3")
    qtbot.keyClick(page, Qt.Key.Key_B)
    idle()
    assert asked(home, "face") == [("chk-1", "f3", False)]
    qtbot.keyClick(page, Qt.Key.Key_Delete)
    idle()
    assert asked(home, "remove") == [("chk-1", "f3")]


def test_a_face_that_was_removed_is_not_chosen_any_more(page, home, idle):
    at(page, 72)
    page.publishing.editing.choose_face("f3")
    home.redactions.answer = samples.project(removed_faces=frozenset({"f3"}))
    page.publishing.editing.load()
    idle()
    assert page.publishing.editing.chosen == ""
    assert not page.publishing.edit.remove_button.isEnabled()


def mouse(canvas, kind, x, y):
    where = QPointF(x, y)
    held = Qt.MouseButton.LeftButton
    event = QMouseEvent(kind, where, canvas.mapToGlobal(where), held, held, Qt.KeyboardModifier(0))
    QCoreApplication.sendEvent(canvas, event)


def drag(canvas, start, end):
    mouse(canvas, QEvent.Type.MouseButtonPress, *start)
    mouse(canvas, QEvent.Type.MouseMove, *end)
    mouse(canvas, QEvent.Type.MouseButtonRelease, *end)


@pytest.fixture(name="canvas")
def make_canvas(page):
    canvas = page.publishing.edit.canvas
    page.publishing.edit.player.show_cover(is_covered=False)
    canvas.setGeometry(0, 0, 640, 360)
    canvas.show()
    at(page, 72)
    return canvas


def test_the_mouse_draws_a_new_box(page, home, canvas, idle):
    drag(canvas, (64, 200), (128, 272))
    idle()
    [(_, moment, box, track)] = asked(home, "box")
    assert (moment, track) == (Fraction(72), None)
    area = canvas.area()
    assert canvas.rect_of(box).left() == pytest.approx(64, abs=1)
    assert canvas.rect_of(box).bottom() == pytest.approx(272, abs=1)
    assert area.contains(canvas.rect_of(box).center())


def test_the_mouse_moves_and_resizes_the_chosen_box(page, home, canvas, idle):
    rect = canvas.rect_of(samples.box(56, 16, 74, 50))
    middle = rect.center()
    drag(canvas, (middle.x(), middle.y()), (middle.x() - 32, middle.y() + 18))
    idle()
    [(_, _, moved, track)] = asked(home, "box")
    assert track == "f2"
    assert canvas.rect_of(moved).left() == pytest.approx(rect.left() - 32, abs=1)
    assert canvas.rect_of(moved).width() == pytest.approx(rect.width(), abs=1)
    corner = rect.bottomRight()
    drag(canvas, (corner.x(), corner.y()), (corner.x() + 20, corner.y() + 20))
    idle()
    resized = asked(home, "box")[-1][2]
    assert canvas.rect_of(resized).left() == pytest.approx(rect.left(), abs=1)
    assert canvas.rect_of(resized).right() == pytest.approx(corner.x() + 20, abs=1)


def test_a_click_beside_every_face_chooses_none_and_draws_nothing(page, home, canvas, idle):
    page.publishing.editing.choose_face("f2")
    drag(canvas, (10, 10), (12, 12))
    idle()
    assert page.publishing.editing.chosen == ""
    assert asked(home, "box") == []


def test_a_box_stays_in_the_picture_when_it_is_dragged_beyond(page, home, canvas, idle):
    rect = canvas.rect_of(samples.box(80, 60, 90, 80))
    drag(canvas, (rect.center().x(), rect.center().y()), (2000, 2000))
    idle()
    [(_, _, box, _)] = asked(home, "box")
    assert (box.right, box.bottom) == (FULL, FULL)


def test_moments_to_look_at_are_gone_through_and_ticked_off(page, home, qtbot):
    part, editing = page.publishing.edit, page.publishing.editing
    assert part.tabs.tabText(1) == "To look at (4)"
    qtbot.keyClick(page, Qt.Key.Key_Period)
    assert (editing.position, editing.chosen) == (Fraction(40), "f1")
    qtbot.keyClick(page, Qt.Key.Key_U)
    assert part.tabs.tabText(1) == "To look at (3)"
    assert editing.position == 58
    qtbot.keyClick(page, Qt.Key.Key_Comma)
    assert editing.position == 80
    moment = samples.faces().unsure[0]
    assert part.unsure.ticks[moment].isChecked()
    part.unsure.ticks[moment].click()
    assert part.tabs.tabText(1) == "To look at (4)"


def test_a_preview_is_asked_for_where_something_changes_and_only_at_rest(page, home, idle, qtbot):
    home.redactions.answer = samples.project(is_missing=False)
    editing = page.publishing.editing
    editing.load()
    idle()
    editing.moved(Fraction(40), is_playing=True)
    assert not editing._preview_later.isActive()
    editing.moved(Fraction(20), is_playing=False)
    assert not editing._preview_later.isActive()
    editing.moved(Fraction(40), is_playing=False)
    assert editing._preview_later.isActive()
    qtbot.waitUntil(lambda: asked(home, "preview") == [("chk-1", Fraction(40))])
    editing.compare()
    assert not editing._preview_later.isActive()
    assert page.publishing.edit.compare.value is False


def test_faces_are_looked_for_on_demand(page, home, idle):
    part = page.publishing.edit
    home.redactions.answer = samples.project(has_faces=False, is_missing=False)
    page.publishing.editing.load()
    idle()
    assert part.search.isVisible()
    assert not part.render_button.isEnabled()
    home.redactions.answer = samples.project(is_missing=False)
    part.search_button.click()
    assert not page.publishing.editing.may_change
    idle()
    assert asked(home, "faces") == [("chk-1",)]
    assert not part.search.isVisible()
    assert part.render_button.isEnabled()


def test_writing_opens_the_check_of_the_new_file(page, home, idle):
    home.redactions.written = samples.rendered()
    home.checks.found["chk-2"] = replace(decision_samples.passing(), id="chk-2", is_missing=True)
    page.publishing.work.render(OUT)
    idle()
    assert asked(home, "render") == [("chk-1", OUT)]
    assert page.presenter.check.id == "chk-2"
    assert page.opened.view is View.DECISION
    assert home.said == ["cut for publication.mp4 was written, and its plan passes."]


def test_writing_can_be_stopped(page, home, idle, qtbot):
    part = page.publishing.edit
    page.publishing.work.render(OUT)
    qtbot.waitUntil(part.progress.isVisible)
    assert not part.render_button.isVisible()
    page.publishing.work.stop()
    idle()
    assert not part.progress.isVisible()
    assert part.render_button.isVisible()
    assert page.presenter.check.id == "chk-1"


def test_a_withdrawal_meanwhile_stops_the_writing_and_says_so(page, home, idle):
    home.redactions.written = StateError("redaction.consents-changed")
    page.publishing.work.render(OUT)
    idle()
    assert [error.code for error in home.errors] == ["redaction.consents-changed"]
    assert page.publishing.editing.may_change
    home.redactions.written = ResourceError("disk.full")
    page.publishing.work.render(OUT)
    idle()
    assert home.errors[-1].code == "disk.full"


def test_a_timeline_is_written_for_the_editor(page, home, idle):
    page.publishing.work.export(Path("/nowhere/out.otio"))
    idle()
    assert asked(home, "export") == [("chk-1", Path("/nowhere/out.otio"))]
    assert home.said == ["out.otio was written."]


def test_a_name_is_suggested_that_is_free(page, home, tmp_path):
    check = replace(page.presenter.check, path=tmp_path / "cut.mp4")
    page.publishing.editing.check = check
    assert page.publishing.work.suggested().name == "cut for publication.mp4"
    (tmp_path / "cut for publication.mp4").touch()
    assert page.publishing.work.suggested().name == "cut for publication 2.mp4"
    assert page.publishing.work.suggested(".otio").name == "cut for publication.otio"


def test_what_was_written_before_is_one_click_away(page, home, idle):
    home.checks.found["chk-2"] = replace(decision_samples.passing(), id="chk-2", is_missing=True)
    home.redactions.answer = samples.project(rendered=OUT, rendered_check="chk-2")
    page.publishing.editing.load()
    idle()
    page.publishing.edit.written_button.click()
    idle()
    assert page.presenter.check.id == "chk-2"


def test_the_timeline_shows_what_changes_and_leads_there(page):
    part = page.publishing.edit
    lanes = part.lanes
    x = lanes.view.x_of(Fraction(40))
    rect = lanes._rects(samples.actions()[1])[0]
    words = lanes.words_at(QPointF(x, rect.center().y()))
    assert words.splitlines() == ["Picture, 0:31.5 to 0:52.0", "Blur the face", "Дмитрий"]
    cut = lanes._rects(samples.actions()[0])
    assert len(cut) == 2
    assert lanes.accessibleName()
    assert "Cut out" in lanes.accessibleDescription()


def test_escape_leaves_the_face_then_the_view(page, qtbot):
    at(page, 72)
    page.publishing.editing.choose_face("f2")
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.publishing.editing.chosen == ""
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.opened.view is View.COVERAGE


def test_every_control_has_a_name(page):
    for made in page.publishing.edit.findChildren(QAbstractButton):
        assert made.accessibleName() or made.text(), made
    for card in page.publishing.edit.people.cards.values():
        assert card.picture.accessibleName() != card.sound.accessibleName()
    assert page.publishing.edit.canvas.accessibleName()
