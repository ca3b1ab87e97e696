"""The page with keys, mouse and words."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import check_samples as samples
import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QLabel

from consentkit.domain.coverage import Lane
from consentkit.domain.policy import Verdict
from consentkit.domain.recording import Damage
from consentkit.services.check_views import Outdated
from consentkit.ui.check.drop_choice import DropChoice
from consentkit.ui.check.keys import KEYS, Command, help_lines
from consentkit.ui.check.lanes_paint import LANE_PX, LANE_TOPS, LOOKS
from consentkit.ui.check.page import CheckPage
from consentkit.ui.check.presenter import Part
from consentkit.ui.check.words import damage_words, reason_words, remedy_of, verdict_sentence

VIDEO = Path("/nowhere/cut.mp4")


@pytest.fixture(name="page")
def make_page(home, qtbot):
    page = CheckPage(home.context)
    qtbot.addWidget(page)
    page.resize(1096, 768)
    page.show()
    page.activated()
    qtbot.waitExposed(page)
    return page


@pytest.fixture(name="shown")
def show_check(page, home, idle):
    page.presenter.open("chk-1")
    idle()
    page.setFocus()
    return page


def words(widget):
    # What was put into a layout is shown by the next round of events.
    QCoreApplication.processEvents()
    return [item.text() for item in widget.findChildren(QLabel) if item.isVisibleTo(widget)]


def drop(page, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dropEvent(event)


def test_an_empty_vault_says_to_add_recordings_first(page, home, idle):
    home.checks.has = False
    page.refresh()
    idle()
    assert page.start.nothing.isVisible()
    home.checks.has = True
    page.refresh()
    idle()
    assert not page.start.nothing.isVisible()


def test_a_dropped_video_is_checked_with_the_timeline_beside_it(page, home, idle):
    timeline = Path("/nowhere/cut.otio")
    drop(page, timeline, VIDEO)
    idle()
    assert ("check", VIDEO, timeline, None) in home.checks.asked
    assert page.start.rate.isVisible()


def test_the_list_opens_with_enter_and_removes_with_delete(page, home, idle, qtbot):
    home.checks.listed = (samples.card(1), samples.card(2, is_passed=True))
    page.refresh()
    idle()
    cards = page.start.list
    cards.setCurrentIndex(cards.model().index(0, 0))
    qtbot.keyClick(cards, Qt.Key.Key_Delete)
    idle()
    assert ("remove", "chk-1") in home.checks.asked
    qtbot.keyClick(cards, Qt.Key.Key_Return)
    idle()
    assert page.presenter.part is Part.RESULT


def test_the_verdict_is_one_sentence(shown):
    said = shown.result.sentence.text()
    assert said == "4 people, 1 covered. 79 seconds need a decision."


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"undecided_s": Fraction(0), "totals": samples.totals()[:1], "is_passed": True},
            "1 person, covered. Nothing needs a decision.",
        ),
        (
            {"undecided_s": Fraction(125), "totals": samples.totals()[1:2]},
            "1 person, not covered. 2:05 minutes need a decision.",
        ),
        (
            {"undecided_s": Fraction(1, 2), "totals": ()},
            "Nobody you recorded is in it. 1 second needs a decision.",
        ),
        (
            {"totals": (), "spans": (), "undecided_s": Fraction(60)},
            "Nothing of it is from your recordings. 60 seconds need a decision.",
        ),
        (
            {"totals": (), "spans": (), "recordings_compared": 0, "undecided_s": Fraction(60)},
            "There are no recordings to compare with. 60 seconds need a decision.",
        ),
    ],
)
def test_the_verdict_fits_what_was_found(page, changes, sentence):
    assert verdict_sentence(samples.check(**changes)) == sentence


def test_n_and_p_go_through_what_needs_a_decision(shown, qtbot):
    for moment in (Fraction(0), Fraction(6), Fraction(63, 2)):
        qtbot.keyClick(shown, Qt.Key.Key_N)
        assert shown.result.lanes.playhead == moment
    detail = shown.result.inspector.detail
    assert shown.result.inspector.currentWidget() is detail
    assert "The permission to publish does not hold: refused." in words(detail)
    for moment in (6, 0):
        qtbot.keyClick(shown, Qt.Key.Key_P)
        assert shown.result.lanes.playhead == moment
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert shown.result.inspector.currentWidget() is shown.result.inspector.overview
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert shown.presenter.part is Part.START


def test_arrows_go_by_frames_seconds_and_lanes(shown, qtbot):
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    assert shown.result.player.position == Fraction(1, 25)
    qtbot.keyClick(shown, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert shown.result.player.position == Fraction(26, 25)
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    assert shown.presenter.selected_place == 8
    qtbot.keyClick(shown, Qt.Key.Key_BracketRight)
    assert shown.presenter.selected_place == 9
    qtbot.keyClick(shown, Qt.Key.Key_Up)
    assert shown.presenter.selected_place == 1


def test_a_click_chooses_a_span_and_goes_there(shown, qtbot):
    lanes = shown.result.lanes
    y = LANE_TOPS[Lane.SOUND] + LANE_PX // 2
    qtbot.mouseClick(lanes, Qt.MouseButton.LeftButton, pos=QPoint(round(lanes.view.x_of(40.0)), y))
    assert shown.presenter.selected_place == 10
    assert float(shown.result.player.position) == pytest.approx(40, abs=0.2)
    assert "pitch 2.0 semitones lower" in " ".join(words(shown.result.inspector.detail))


def test_ctrl_and_the_wheel_zoom(shown):
    lanes = shown.result.lanes
    event = QWheelEvent(
        QPointF(200, 60), QPointF(200, 60), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    lanes.wheelEvent(event)
    assert lanes.view.span < 128
    shown.result.panel.show_whole()
    assert lanes.view.is_whole


def test_the_overview_groups_by_person_and_reason(shown):
    cards = shown.result.inspector.overview.cards
    assert [card.cause.first.reasons[0] for card in cards] == [
        "core.unmapped",
        "core.not-given",
        "core.conditions",
        "core.no-consent",
    ]
    said = words(shown.result.inspector.overview)
    for text in (
        "Unknown footage",
        "Blur the face",
        "Cuts that may change the meaning",
        "Another order",
        "Your timeline",
        "Compared with 2 recordings.",
        "Rules: core 1",
    ):
        assert text in said


def test_own_material_asks_why_and_marks_all_stretches_on_request(shown, home, idle, qtbot):
    home.checks.answer = samples.check()
    card = shown.result.inspector.overview.cards[0]
    card.remedy.remedy.click()
    form = card.remedy.form
    assert not form.do.isEnabled()
    qtbot.keyClicks(form.reason, "my intro")
    form.all.setChecked(True)
    form.do.click()
    idle()
    asked = next(item for item in home.checks.asked if item[0] == "own")
    assert len(asked[2]) == 3
    assert asked[3] == "my intro"
    assert home.said == ["Marked as your own material."]


def test_nothing_is_marked_on_a_quick_look_or_in_a_vault_that_is_only_read(home, page, idle):
    home.checks.found["chk-1"] = replace(samples.check(), is_provisional=True)
    page.presenter.open("chk-1")
    idle()
    assert not page.result.inspector.overview.cards[0].remedy.remedy.isEnabled()


def test_an_outdated_check_offers_to_check_again(shown, home, idle):
    assert not shown.result.outdated.isVisible()
    shown.presenter._take(replace(samples.check(), outdated=frozenset({Outdated.CONSENTS})))
    assert shown.result.outdated.isVisible()
    home.checks.answer = samples.passed_check()
    shown.result.again_button.click()
    idle()
    assert not shown.result.outdated.isVisible()
    assert shown.result.sentence.text().startswith("1 person, covered.")


def test_a_check_that_is_not_saved_says_so(page):
    page.presenter._show_new(replace(samples.check(), is_saved=False))
    assert page.result.unsaved.isVisible()


@pytest.mark.parametrize(
    ("damage", "text"),
    [
        (Damage(error_count=3), "What is there was checked."),
        (Damage(is_truncated=True), "Its end is missing. What is there was checked."),
    ],
)
def test_a_damaged_video_is_named_as_such(page, damage, text):
    page.presenter._show_new(replace(samples.check(), damage=damage))
    assert page.result.damaged.isVisible()
    assert damage_words(damage) == ("Parts of this video could not be read.", text)
    assert text in words(page.result.damaged)
    page.presenter._show_new(samples.check())
    assert not page.result.damaged.isVisible()


def test_sound_that_nobody_listened_to_is_named_with_what_helps(page):
    made = replace(
        samples.check(),
        is_passed=False,
        reasons=("core.unheard-sound",),
        undecided_s=Fraction(0),
    )
    page.presenter._show_new(made)
    assert page.result.unheard.isVisible()
    helps = "Export the video with one sound track, and check that."
    assert helps in words(page.result.unheard)
    assert verdict_sentence(made).endswith("Some sound was not listened to.")
    page.presenter._show_new(samples.check())
    assert not page.result.unheard.isVisible()


def test_an_edit_without_sound_says_so_in_its_lane(page):
    spans = tuple(item for item in samples.spans() if item.span.lane is Lane.PICTURE)
    page.presenter._show_new(samples.check(lanes=(Lane.PICTURE,), spans=spans, findings=()))
    page.presenter.change_lane(Lane.SOUND)
    assert page.presenter.lane is Lane.PICTURE
    lane = page.result.lanes.grab().toImage()
    top = LANE_TOPS[Lane.SOUND]
    # Words stand where the lane would be one colour; the playhead is left of them.
    painted = {lane.pixel(x, y) for x in range(16, 120) for y in range(top, top + LANE_PX)}
    assert len(painted) > 1


def test_every_control_has_a_name(shown):
    nameless = [
        made
        for made in shown.findChildren(QAbstractButton)
        if made.isVisible() and not (made.accessibleName() or made.text())
    ]
    assert nameless == []


def test_verdicts_differ_by_more_than_colour():
    assert len({look.icon for look in LOOKS.values()}) == len(Verdict)
    marked = [look.pattern for name, look in LOOKS.items() if name not in {"cleared", "own"}]
    assert len(set(marked)) == len(marked)
    assert Qt.BrushStyle.NoBrush not in marked


@pytest.mark.parametrize(
    "code",
    [
        "core.no-consent", "core.not-asked", "core.not-given", "core.scope", "core.data",
        "core.unmapped", "core.no-conversation", "core.discarded", "core.conditions",
        "core.condition-text", "core.own-pane", "core.gap", "core.silent", "core.blank",
        "core.own-material", "core.provisional", "core.unheard-sound",
    ],
)  # fmt: skip
def test_every_reason_has_words(code):
    assert reason_words(code, "refused" if code == "core.not-given" else "face") != code


def test_every_rule_of_the_core_pack_has_words_and_a_remedy():
    from consentkit.services.check_reading import Matter
    from consentkit.services.policies import core_pack

    for rule in core_pack().rules:
        if rule.verdict is Verdict.CLEARED:
            continue  # What is cleared has no reason.
        assert reason_words(rule.id, "face") != rule.id, rule.id
        matter = Matter(
            "", samples.stretch(0, 1), (Lane.PICTURE,), rule.verdict, (rule.id,), ("",), (), (0,)
        )
        assert remedy_of(matter)


def test_every_key_of_the_help_does_something():
    assert len(set(KEYS.values())) == 22
    assert set(KEYS.values()) == set(Command)
    assert len(help_lines()) == 10


def test_a_dropped_video_is_asked_about_and_both_answers_lead_on(themed, qtbot):
    choice = DropChoice()
    qtbot.addWidget(choice)
    choice.ask(VIDEO)
    with qtbot.waitSignal(choice.editChosen) as chosen:
        choice.edit_button.click()
    assert chosen.args == [VIDEO]
    assert choice.isHidden()
    choice.ask(VIDEO)
    with qtbot.waitSignal(choice.recordingChosen):
        choice.recording_button.click()
