"""The log in words: what each entry says, where it leads, what is done about trouble."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from consentkit.domain.consent import Step
from consentkit.kernel.clock import SystemClock
from consentkit.services.activity import KINDS
from consentkit.services.views import LogStatus
from consentkit.ui.activity.page import ActivityPage
from consentkit.ui.activity.table import Column
from consentkit.ui.activity.words import kind_look, kind_name, kinds_chip, log_words
from consentkit.vault.heads import remember_head


@pytest.fixture(name="page")
def make_page(place, qtbot, idle):
    page = ActivityPage(place.context)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    page.activated()
    idle()
    return page


def kinds(page):
    rows = page.table.rows.loaded()
    return [rows[place].kind for place in sorted(rows)]


def trouble(code):
    return log_words(LogStatus(3, "", False, None, code), SystemClock().now())


def test_every_kind_of_entry_has_words_and_an_icon():
    for kind in KINDS:
        assert kind_name(kind) != kind
        assert kind_look(kind)[0] != "activity"
    assert {step.value for step in Step} <= set(KINDS)


def test_every_trouble_says_what_to_do_and_only_a_restored_log_may_be_taken():
    codes = (
        "log.rolled-back",
        "log.forked",
        "log.entries-changed",
        "log.checkpoint-forged",
        "log.checkpoint-missing",
        "log.clock-set-back",
    )
    assert len({trouble(code).title for code in codes}) == len(codes)
    assert [code for code in codes if trouble(code).may_accept] == ["log.rolled-back", "log.forked"]
    assert trouble("log.something-new").text


def test_an_intact_log_says_when_its_last_entry_was_made():
    now = SystemClock().now()
    words = log_words(LogStatus(9, "ab", True, now - timedelta(minutes=12)), now)
    assert words.is_intact
    assert "12 minute" in words.text


def test_entries_stand_newest_first_and_say_what_is_stamped(page):
    assert kinds(page)[0] == "export"
    rows = page.table.rows
    stamps = [rows.words(rows.row(place), Column.STAMP) for place in range(rows.rowCount())]
    assert stamps[-1] == "There"
    assert stamps[0] == "To come"


def test_the_tip_tells_utc_and_the_number(page):
    tip = page.table.rows.data(page.table.rows.index(0, Column.WHEN), Qt.ItemDataRole.ToolTipRole)
    assert "UTC" in tip
    assert str(page.table.rows.rowCount() - 1) in tip


def test_kinds_and_names_narrow_the_list(page, idle):
    page.presenter.narrow(frozenset({"refuse"}))
    idle()
    assert kinds(page) == ["refuse"]
    assert page.kinds_chip.text() == "Permission refused"
    page.presenter.narrow(frozenset())
    page.presenter.search("dewi")
    idle()
    assert set(kinds(page)) == {"grant", "export"}
    page.presenter.search("nobody at all")
    idle()
    assert page._stack.currentWidget() is page._nothing
    page._clear()
    idle()
    assert len(kinds(page)) == page.table.rows.rowCount()
    assert kinds_chip(frozenset({"a", "b"})).endswith("2")


def test_an_entry_leads_to_what_it_is_about(page, place, qtbot, idle):
    page.presenter.narrow(frozenset({"refuse"}))
    idle()
    page.table.selectRow(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert place.went_to == [("permissions", {"consent_id": place.record("Oleg")})]


def test_an_erased_subject_leads_nowhere_and_says_so(page, place, idle):
    consents = place.workspace.consents
    consents.erase(place.record("Oleg"), "asked for")
    page.refresh()
    idle()
    page.presenter.narrow(frozenset({"refuse"}))
    idle()
    page.table.selectRow(0)
    page.open_button.click()
    assert place.went_to == []
    assert "erased" in place.said[-1]


def test_a_named_entry_is_selected(page, idle):
    page.activated(index=0)
    idle()
    assert page.table.current().index == 0


def test_a_rolled_back_log_is_told_and_taken_only_after_a_second_word(page, place, idle):
    vault = place.workspace.activity._vault
    size, root = place.workspace.ledger.size, b"\x07" * 32
    remember_head(vault.vault_id, size + 5, root)
    page.refresh()
    idle()
    assert "shorter" in page._banner_title.text()
    assert not page.sure_button.isVisible()
    page.accept_button.click()
    assert page.sure_button.isVisible()
    page.sure_button.click()
    idle()
    assert page._banner_title.text() == "The log is intact."
    assert place.workspace.activity.status().is_intact


def test_trouble_leads_to_the_check_of_the_vault(page, place):
    page.show_log(trouble("log.entries-changed"))
    assert not page.accept_button.isVisible()
    page.settings_button.click()
    assert place.went_to == [("settings", {"section": "check"})]
