"""Asking: what is offered, what is marked, what is kept."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidgetItem

from consentkit.domain.asking import MarkKind
from consentkit.domain.consent import ConsentNumber
from consentkit.domain.party import Controller
from consentkit.services.askings import AskingService
from consentkit.services.views import CardLine
from consentkit.ui.ask.page import AskPage
from consentkit.ui.ask.presenter import ordered
from consentkit.ui.ask.words import (
    blocks,
    fits,
    language_line,
    number_note,
    review_note,
    scope_line,
    spaced_digits,
)


@pytest.fixture(name="page")
def make_page(place, qtbot, idle):
    page = AskPage(place.context)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    page.activated()
    idle()
    return page


def info(tag):
    return next(i for i in AskingService.languages() if i.notice.language == tag)


def test_every_language_has_a_name_a_reader_of_english_knows():
    for found in AskingService.languages():
        assert language_line(found) != found.notice.language


def test_a_language_is_found_by_its_own_name_the_readers_name_and_its_tag():
    russian = info("ru")
    assert fits(russian, "русск")
    assert fits(russian, "RUSS")
    assert fits(russian, "ru")
    assert not fits(russian, "thai")


def test_languages_used_last_come_first():
    languages = AskingService.languages()
    tags = [i.notice.language for i in ordered(languages, ("th", "ar"))]
    assert tags[:2] == ["th", "ar"]
    assert len(tags) == len(languages)


def test_words_nobody_reviewed_say_so():
    assert "Русский" in review_note(info("ru"))


def test_every_preset_is_offered_and_reopened_cards_keep_what_was_asked(page, place, idle):
    from consentkit.domain.scope import PRESETS

    assert [choice.property("preset") for choice in page._group.buttons()] == [
        preset.code for preset in PRESETS
    ]
    voice = next(preset for preset in PRESETS if preset.code == "voice-only-2y")
    page.presenter.choose("id")
    page.presenter.choose_preset(voice.code)
    page.presenter.open_card("Dewi")
    idle()
    asking = page.presenter.card.asking
    assert (asking.purposes, asking.data, asking.years) == (voice.purposes, voice.data, 2)
    first = page.presenter.card.lines
    page.presenter.leave_card()
    page.presenter.choose_preset(PRESETS[0].code)
    page.presenter.open_again(asking.id)
    idle()
    assert page.presenter.card.lines == first
    assert scope_line(asking) in {made.text() for made in page.card.findChildren(QLabel)}


def test_a_random_number_is_not_called_bound_to_time(place):
    from dataclasses import replace

    asking = place.workspace.askings.today()[0]
    bound = replace(asking, number=ConsentNumber("123456", "ab" * 32))
    free = replace(asking, number=ConsentNumber("123456"))
    assert "time stamp" in number_note(bound)
    assert "random" in number_note(free)


def test_digits_are_read_in_threes():
    assert spaced_digits("123456").split("\u2009") == ["123", "456"]
    assert spaced_digits("12345") == "12345"


def test_lines_of_one_role_stand_under_one_cue():
    lines = (CardLine("ask", "a", ""), CardLine("each", "b", ""), CardLine("each", "c", ""))
    assert [(block.role, len(block.lines)) for block in blocks(lines)] == [("ask", 1), ("each", 2)]


def test_a_card_is_opened_marked_and_unmarked_with_keys(page, place, qtbot, idle):
    page.presenter.choose("ru")
    page.partner.setText("Ira")
    qtbot.keyClick(page.partner, Qt.Key.Key_Return)
    idle()
    asking = page.presenter.card.asking
    assert asking.partner == "Ira"
    qtbot.keyClick(page.card, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: len(place.workspace.askings.get(asking.id).marks) == 1)
    qtbot.keyClick(page.card, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: len(place.workspace.askings.get(asking.id).marks) == 2)
    idle()
    kinds = [mark.kind for mark in place.workspace.askings.get(asking.id).marks]
    assert kinds == [MarkKind.ASKED, MarkKind.YES]
    page.card.undo_button.click()
    idle()
    assert [m.kind for m in place.workspace.askings.get(asking.id).marks] == [MarkKind.ASKED]


def test_words_run_from_right_to_left_and_their_sound_from_left_to_right(page, idle):
    page.presenter.choose("ar")
    page.presenter.open_card("Layla")
    idle()
    card = page.presenter.card
    sides = {made.text(): made.layoutDirection() for made in page.card.findChildren(QLabel)}
    assert sides[card.lines[0].text] is Qt.LayoutDirection.RightToLeft
    assert sides[card.lines[0].phonetic] is Qt.LayoutDirection.LeftToRight


def test_the_number_stays_in_sight_with_large_digits(page, idle):
    page.presenter.choose("id")
    page.presenter.open_card()
    idle()
    digits = page.presenter.card.asking.number.digits
    shown = next(
        made for made in page.card.findChildren(QLabel) if made.text() == spaced_digits(digits)
    )
    assert shown.fontInfo().pixelSize() == 48
    assert not page.card.area.isAncestorOf(shown)


def test_a_missing_profile_leads_to_the_settings(page, place, idle):
    place.preferences.update(controller=Controller())
    idle()
    assert page._stack.currentWidget() is page._profile
    page.presenter.to_settings()
    assert place.went_to == [("settings", {"section": "profile"})]


def test_a_dismissed_asking_comes_back_with_undo_and_is_forgotten_without(page, place, idle):
    waiting = place.workspace.askings.waiting()[0]
    page.presenter.dismiss(waiting)
    place.undo()
    page.presenter.finish_dismissal()
    idle()
    assert place.workspace.askings.waiting() == (waiting,)
    page.presenter.dismiss(waiting)
    page.presenter.finish_dismissal()
    idle()
    assert place.workspace.askings.waiting() == ()
    place.undo()
    assert place.errors == []


def test_the_card_goes_on_top_and_comes_back(page, idle, qtbot):
    page.presenter.choose("en")
    page.presenter.open_card()
    idle()
    page.card.top_button.click()
    assert page.on_top.isVisible()
    assert page.on_top.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert page.card.window() is page.on_top
    page.on_top.close()
    assert page.card.window() is page
    assert page._stack.currentWidget() is page._card_place
    assert not page.card.top_button.isChecked()


def test_what_was_used_last_is_remembered_and_odd_text_is_left_out(page, place, qtbot, idle):
    page.presenter.choose("th")
    page.presenter.open_card()
    idle()
    kept = page.save_layout()
    other = AskPage(place.context)
    qtbot.addWidget(other)
    other.restore_layout(kept)
    assert other.presenter.recent[0] == "th"
    other.restore_layout(json.dumps({"recent": 5, "preset": "no-such"}))
    other.restore_layout("{")
    assert other.presenter.recent[0] == "th"


def test_searching_shows_what_fits(page):
    page.presenter.search("thai")
    items: list[QListWidgetItem] = [page.languages.item(n) for n in range(page.languages.count())]
    assert [item.data(Qt.ItemDataRole.UserRole) for item in items] == ["th"]
    assert page.presenter.language == "th"
