"""The page of published videos: lists, details, what is to be done, complaints."""

from dataclasses import replace
from pathlib import Path

import published_samples as samples
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPushButton

from consentkit.domain.obligations import Measure
from consentkit.kernel.errors import StateError
from consentkit.ui.published.page import PublishedPage
from consentkit.ui.published.presenter import Pane


def button_named(root, words):
    """Return the button that is read aloud like this."""
    for made in root.findChildren(QAbstractButton):
        if words in {made.accessibleName(), made.text()}:
            return made
    raise AssertionError(words)


# ── lists ──


def test_what_is_late_stands_first_and_videos_below(page):
    overview = page.overview
    names = [overview.todo.rows.line(place).title for place in range(3)]
    assert names == ["Oleg", "Somebody without a record", "Dewi"]
    assert overview.videos.rows.rowCount() == 4
    assert overview.videos.rows.line(1).look[0] == "1 late"
    assert overview.videos.rows.line(3).look[0] == "Taken down"


def test_an_empty_list_says_what_to_do_next(home, page, idle):
    home.publications.found.clear()
    home.reach.found.clear()
    page.refresh()
    idle()
    assert page.empty.isVisible()
    assert not page.complaint_button.isEnabled()
    page.primary_action()
    assert not page.entry.isVisible()
    button_named(page.empty, "Check a video").click()
    assert home.went_to == [("check", {})]


def test_the_search_narrows_the_videos_alone(page):
    page.presenter.search("october")
    assert page.overview.videos.rows.rowCount() == 1
    assert page.overview.todo.rows.rowCount() == 3
    page.presenter.search("nothing like it")
    assert page.overview._nothing.isVisible()


def test_a_video_is_opened_by_going_to_it(page, idle, qtbot):
    page.overview.videos.setFocus()
    qtbot.keyClick(page.overview.videos, Qt.Key.Key_Home)
    qtbot.keyClick(page.overview.videos, Qt.Key.Key_Down)
    qtbot.keyClick(page.overview.videos, Qt.Key.Key_Up)
    idle()
    assert page.video.isVisible()
    assert page.video.title.text() == samples.publication().title
    assert page.presenter.video.people[0].name == "Dewi"


def test_the_link_is_opened_in_the_browser_only_by_a_click(page, idle, opened_links):
    page.presenter.open_video("pub-0")
    idle()
    assert opened_links == []
    page.video.link.click()
    assert opened_links == ["https://www.youtube.com/watch?v=dQw4w9WgXcQ"]


def test_only_https_leads_to_the_browser(page, opened_links):
    for address in ("file:///etc/passwd", "javascript:alert(1)", "http://x.example/"):
        page.open_link(address)
    assert opened_links == []


# ── steps with a video ──


def test_a_video_that_was_taken_down_can_be_put_back_by_undo(home, page, idle):
    page.presenter.open_video("pub-0")
    idle()
    page.video.down_button.click()
    idle()
    assert home.publications.asked == [("down", "pub-0")]
    assert page.video.up_button.isVisible()
    home.undo()
    idle()
    assert home.publications.asked[-1] == ("up", "pub-0")
    assert page.video.down_button.isVisible()


def test_a_video_off_the_list_comes_back_by_undo(home, page, idle):
    page.presenter.open_video("pub-1")
    idle()
    page.video.unbind_button.click()
    idle()
    assert page.presenter.pane is Pane.NOTHING
    assert page.overview.videos.rows.rowCount() == 3
    home.undo()
    idle()
    assert page.overview.videos.rows.rowCount() == 4


def test_a_vault_that_is_only_read_offers_no_steps(home, idle, qtbot):
    home.is_read_only = True
    made = PublishedPage(home.context)
    home.page = made
    qtbot.addWidget(made)
    made.activated(publication_id="pub-0")
    idle()
    assert not made.video.down_button.isEnabled()
    assert not made.video.unbind_button.isEnabled()
    made.activated(reach="rec-dewi")
    idle()
    card = made.reach.cards[0]
    assert not any(one.isEnabled() for one in card.buttons.values())


# ── what is to be done ──


@pytest.fixture(name="dewi")
def show_dewi(page, idle):
    page.activated(reach="rec-dewi")
    idle()
    return page.reach


def test_tasks_of_a_person_link_to_their_second(dewi, opened_links):
    card = dewi.cards[0]
    link = button_named(card, "Picture 1:02\N{EN DASH}1:11")
    link.click()
    assert opened_links == ["https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=62s"]


def test_a_measure_is_noted_and_taken_back_by_undo(home, dewi, idle):
    dewi.cards[0].buttons[Measure.BLUR].click()
    idle()
    task = dewi.cards[0].task.id
    assert home.reach.asked == [("done", "rec-dewi", task, Measure.BLUR, "")]
    assert home.said[-1] == "Noted: blurred."
    home.undo()
    idle()
    assert home.reach.asked[-1] == ("undo", "rec-dewi", task)


def test_a_task_stays_only_with_a_reason(home, dewi, idle, qtbot):
    card = dewi.cards[0]
    assert not card.buttons[Measure.KEEP].isEnabled()
    qtbot.keyClicks(card.note, "  She asked for it  ")
    assert card.buttons[Measure.KEEP].isEnabled()
    qtbot.keyClick(card.note, Qt.Key.Key_Return)
    idle()
    assert home.reach.asked[0][3:] == (Measure.KEEP, "She asked for it")


def test_what_is_typed_stays_when_nothing_changed(page, dewi, idle, qtbot):
    qtbot.keyClicks(dewi.cards[0].note, "because")
    page.refresh()
    page._tick()
    idle()
    assert dewi.cards[0].note.text() == "because"


def test_the_way_to_a_version_without_the_person_is_the_edit_of_the_check(home, dewi):
    button_named(dewi.cards[0], "Make a version without this person").click()
    assert home.went_to == [("check", {"check_id": "chk-0", "view": "edit"})]
    button_named(dewi.cards[1], "Open the recording").click()
    assert home.went_to[-1][1]["recording_id"] == "rec-1"


def test_a_task_that_is_done_can_be_opened_again(home, dewi, idle):
    done = dewi.cards[2]
    button_named(done, "Not done after all: dewi.consentproof").click()
    idle()
    assert home.reach.asked == [("undo", "rec-dewi", done.task.id)]


def test_the_statement_is_offered_once_everything_is_done(home, page, dewi, idle, tmp_path):
    assert not dewi.statement_button.isVisible()
    home.reach.found[2] = samples.complete_reach()
    page.refresh()
    idle()
    assert dewi.statement_button.isVisible()
    dewi.language.set_value("ru")
    dewi.save(str(tmp_path / "statement"))
    idle()
    assert home.reach.asked == [("statement", "rec-dewi", tmp_path / "statement.pdf", "ru")]
    assert "statement.pdf" in home.said[-1]


def test_what_is_most_urgent_opens_from_the_status_line(page, idle):
    page.activated(todo=True)
    idle()
    assert page.reach.name.text() == "Oleg"


def test_a_reach_that_is_gone_leaves_nothing(home, page, dewi, idle):
    home.reach.found.clear()
    page.refresh()
    idle()
    assert page.presenter.pane is Pane.NOTHING
    assert home.errors == []


# ── complaints ──


def test_a_complaint_is_entered_by_link_and_time(home, page, idle, qtbot):
    page.complaint_button.click()
    qtbot.keyClicks(page.entry.field, "https://youtu.be/dQw4w9WgXcQ")
    assert page.entry.understood.text() == "At which moment? Add a time like 1:23."
    assert not page.entry.enter_button.isEnabled()
    qtbot.keyClicks(page.entry.field, "?t=83")
    assert "1:23" in page.entry.understood.text()
    page.entry.text.setPlainText("That is me.")
    qtbot.keyClick(page.entry.field, Qt.Key.Key_Return)
    idle()
    assert home.complaints.asked[0] == ("open", "pub-0", 83, "That is me.")
    assert page.kit.isVisible()
    assert page.presenter.pane is Pane.COMPLAINT


def test_a_complaint_about_a_video_needs_the_time_alone(home, page, idle, qtbot):
    page.presenter.open_video("pub-1")
    idle()
    page.video.complaint_button.click()
    qtbot.keyClicks(page.entry.field, "0:05")
    page.entry.enter_button.click()
    idle()
    assert home.complaints.asked[0][:3] == ("open", "pub-1", 5)


@pytest.fixture(name="kit")
def show_kit(page, idle):
    page.presenter.show_complaint("cmp-1")
    idle()
    return page.kit


def test_a_lone_complaint_opens_as_such(page, idle):
    page._todo_chosen("cmp-1")
    idle()
    assert page.kit.isVisible()
    assert page.overview.todo.key == "cmp-1"


def test_the_reply_is_copied_as_it_was_written_over(home, kit, themed):
    kit.reply.setPlainText("Short and kind.")
    kit.copy_button.click()
    assert themed.clipboard().text() == "Short and kind."
    assert home.said == ["The reply was copied."]


def test_the_reply_is_drafted_in_another_language(home, page, kit, idle):
    page.complaints.speak("tr")
    idle()
    assert home.complaints.asked[-1] == ("kit", "cmp-1", "tr")
    assert kit.language.value == "tr"
    page.refresh()
    idle()
    assert home.complaints.asked[-1] == ("kit", "cmp-1", "tr")


def test_a_measure_closes_a_complaint_and_undo_opens_it(home, kit, idle):
    kit.buttons[Measure.ANSWER].click()
    idle()
    assert ("close", "cmp-1", Measure.ANSWER) in home.complaints.asked
    assert button_named(kit.measures_part, "Open it again").isEnabled()
    home.undo()
    idle()
    assert ("reopen", "cmp-1") in home.complaints.asked
    assert home.publications.asked == []


def test_taking_down_for_a_complaint_is_undone_as_a_whole(home, kit, idle):
    kit.buttons[Measure.TAKE_DOWN].click()
    idle()
    assert home.publications.asked == [("down", "pub-0")]
    home.undo()
    idle()
    assert home.publications.asked == [("down", "pub-0"), ("up", "pub-0")]


def test_the_moment_is_watched_in_the_browser(kit, opened_links):
    kit.watch_button.click()
    assert opened_links == ["https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=83s"]


def test_the_answer_is_played_where_it_was_recorded(home, page, kit):
    page.show_kit(samples.opened())
    button_named(kit, "Play the answer of Dewi").click()
    arguments = {"recording_id": "rec-1", "conversation_id": "cnv-1"}
    assert home.went_to == [("recording", arguments)]


def test_errors_of_steps_are_told(home, page, idle):
    home.publications.trouble["down"] = StateError("publication.down-already")
    page.presenter.take_down("pub-0")
    idle()
    assert [error.code for error in home.errors] == ["publication.down-already"]
    assert home.said == []


# ── accessibility ──


def test_every_button_has_a_name(page, dewi, kit, idle):
    page.presenter.open_video("pub-0")
    idle()
    nameless = [
        made
        for made in page.findChildren(QPushButton)
        if made.isVisible() and not (made.text() or made.accessibleName())
    ]
    assert nameless == []


def test_names_with_markup_stay_letters(page):
    odd = replace(samples.publication(), title="<b>x</b> & y")
    page.show_video(samples.video(made=odd))
    assert page.video.title.text() == "<b>x</b> & y"
    assert page.video.title.textFormat() is Qt.TextFormat.PlainText


def test_statement_without_ending_gets_one(dewi, qtbot):
    with qtbot.waitSignal(dewi.statementWanted) as caught:
        dewi.save("/somewhere/letter.PDF")
    assert caught.args[0] == Path("/somewhere/letter.PDF")
