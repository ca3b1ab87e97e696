"""The decision on a plan: what is said, what its buttons do, and how it is read."""

from dataclasses import replace
from fractions import Fraction

import decision_samples
import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QLabel

from consentkit.domain.gate import Effect
from consentkit.domain.plan import DeclaredFact, Override
from consentkit.domain.policy import Remedy
from consentkit.services.check_views import Outdated
from consentkit.ui.check import decision_lines
from consentkit.ui.check.decision_presenter import Grouping
from consentkit.ui.check.opened import View
from consentkit.ui.check.page import CheckPage


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
    page.show_view(View.DECISION)
    return page


def words(widget):
    QCoreApplication.processEvents()
    return [item.text() for item in widget.findChildren(QLabel) if item.isVisibleTo(widget)]


def line_of(page, person, rule):
    card = next(one for one in page.publishing.decision.cards if one.group.key == person)
    card.set_open(is_open=True)
    return next(one for one in card.lines if one.line.outcome.rule == rule)


def test_a_check_without_a_plan_leads_to_the_plan(page, home, idle):
    home.checks.found["chk-2"] = replace(
        decision_samples.decided(is_missing=True), id="chk-2", plan=None, gate=None, gate_id=""
    )
    page.presenter.open("chk-2")
    idle()
    page.show_view(View.DECISION)
    page.publishing.decision.plan_button.click()
    assert page.opened.view is View.PLAN


def test_the_verdict_counts_what_stands_in_the_way(page):
    part = page.publishing.decision
    assert part.sentence.text().endswith("things stand in the way.")
    assert "1 rule was overruled by you." in part.counts.text()
    assert "YouTube, Night Talks" in words(part)


def test_people_are_grouped_and_the_first_are_unfolded(page):
    part = page.publishing.decision
    titles = [card.head.accessibleName() for card in part.cards]
    assert set(titles) == {"Sari", "Дмитрий", "Budi", "No name yet", "The whole video"}
    assert sum(card.is_open for card in part.cards) == 3
    for card in part.cards:
        made = {one.line.outcome.rule for one in card.lines}
        assert bool(made) is card.is_open


def test_rules_can_be_read_instead_of_people(page):
    part = page.publishing.decision
    part.grouping.button_of(Grouping.RULE).click()
    keys = [card.group.key for card in part.cards]
    assert "core.consent" in keys
    assert all(card.group.open for card in part.cards)
    effects = [card.group.effect for card in part.cards]
    assert effects == sorted(effects, key=list(Effect).index, reverse=True)
    assert "Дмитрий" in words(part.cards[0])


def test_a_line_says_the_rule_why_where_and_on_what_it_rests(page):
    line = line_of(page, "con-2", "core.consent")
    said = words(line)
    assert "Consent does not cover it." in said
    assert line.times[0].text() == "0:31.5 to 0:55.0"
    line.times[0].click()
    assert page.publishing.decision.player.position == Fraction(63, 2)


def test_what_is_not_known_is_said_as_such(page):
    line = line_of(page, "con-1", "gdpr.pressure")
    said = words(line)
    assert any(one.startswith("Not stated: Was anything given") for one in said)
    assert {one.accessibleName() for one in line.children() if hasattr(one, "show_chip")} == {
        "Warns: not known"
    }


def test_declared_answers_are_marked(page):
    page.publishing.planning.state(DeclaredFact.REWARDED, "", is_true=True)
    plan = page.publishing.planning.draft
    page.presenter.take_changed(decision_samples.decided(plan, is_missing=True))
    line = line_of(page, "con-1", "gdpr.pressure")
    chips = [one.accessibleName() for one in line.children() if hasattr(one, "show_chip")]
    assert chips == ["Warns", "Stated by you"]


def test_rules_that_hold_are_folded_away_until_they_are_wanted(page):
    card = page.publishing.decision.cards[0]
    card.set_open(is_open=True)
    held = len(card.group.passed)
    assert card.passed_button.text() == f"{held} rules hold."
    before = len(words(card))
    card.passed_button.click()
    assert len(words(card)) == before + held + 1


def test_asking_again_goes_to_the_card_with_the_person(page, home):
    line_of(page, "con-2", "core.consent").buttons[Remedy.ASK_AGAIN].click()
    assert home.went_to[-1] == ("ask", {"partner": "Дмитрий"})


def test_evidence_is_added_at_the_record(page, home):
    page.publishing.deciding._open_record("con-4")
    assert home.went_to[-1] == ("permissions", {"consent_id": "con-4"})
    page.publishing.deciding._open_record("cnv-20")
    assert home.went_to[-1][0] == "recording"


def test_stating_opens_the_plan_at_the_question(page, qtbot):
    line_of(page, "con-1", "gdpr.pressure").buttons[Remedy.STATE].click()
    assert page.opened.view is View.PLAN
    asked = page.publishing.plan.form.statements.fields[DeclaredFact.REWARDED]
    qtbot.waitUntil(lambda: asked.isAncestorOf(page.focusWidget() or page))


def test_nobody_is_sent_to_a_statement_that_cannot_help(page):
    line = line_of(page, "con-4", "yt.minor")
    assert line.line.outcome.reason == "age-not-asked"
    assert Remedy.STATE not in line.buttons
    assert Remedy.ASK_AGAIN in line.buttons


def test_cutting_chooses_it_in_the_edit_and_opens_it(page, home, idle):
    line_of(page, "con-2", "core.consent").buttons[Remedy.BLUR].click()
    idle()
    assert page.opened.view is View.EDIT
    [chosen] = [one for one in home.redactions.asked if one[0] == "choose"]
    assert chosen[2].person == "con-2"
    assert chosen[2].picture.value == "blur_face"


def test_unknown_footage_is_named_as_own_with_a_reason(page, home, idle):
    home.checks.answer = decision_samples.decided(is_missing=True)
    line = line_of(page, "", "core.unmapped")
    line.buttons[Remedy.OWN_MATERIAL].click()
    assert not line.sheet.do.isEnabled()
    line.sheet.words.setText("my intro")
    line.sheet.do.click()
    idle()
    [asked] = [one for one in home.checks.asked if one[0] == "own"]
    assert asked[3] == "my intro"
    assert len(asked[2]) > 1


def test_overruling_takes_a_reason_and_can_be_undone(page, home, idle):
    line = line_of(page, "con-1", "gdpr.pressure")
    line.buttons[Remedy.OVERRIDE].click()
    shown = " ".join(words(line.sheet))
    assert "signed" in shown
    assert "log" in shown
    assert "printed" in shown
    line.sheet.words.setText("   ")
    assert not line.sheet.do.isEnabled()
    line.sheet.words.setText("A friend; nothing was promised.")
    line.sheet.do.click()
    idle()
    plan = home.checks.found["chk-1"].plan
    [added] = [one for one in plan.overrides if one.rule == "gdpr.pressure"]
    assert (added.person, added.reason) == ("con-1", "A friend; nothing was promised.")
    overruled = line_of(page, "con-1", "gdpr.pressure")
    assert overruled.line.outcome.effect is Effect.OVERRIDDEN
    assert overruled.buttons == {}
    home.undo()
    idle()
    assert page.presenter.check.plan == decision_samples.PLAN


def test_an_overruled_rule_can_count_again(page, home, idle):
    line = line_of(page, "con-1", "evidence.time")
    line.take_back.click()
    idle()
    assert page.presenter.check.plan.overrides == ()
    assert "evidence.time" in page.presenter.check.gate.reasons


def test_what_viewers_are_told_is_kept_with_the_plan(page, home, idle):
    line = line_of(page, "", "yt.misquote")
    line.buttons[Remedy.DISCLOSE].click()
    line.sheet.words.setText("Shortened; see the description.")
    line.sheet.words.returnPressed.emit()
    idle()
    plan = page.presenter.check.plan
    assert {one.edit for one in plan.disclosures} == set(line.line.spans)
    assert {one.note for one in plan.disclosures} == {"Shortened; see the description."}


def test_only_a_click_opens_an_address_and_only_on_the_web(page, monkeypatch):
    opened = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or True
    )
    line = line_of(page, "con-2", "core.consent")
    assert opened == []
    links = [
        one
        for one in line.findChildren(QAbstractButton)
        if one.toolTip().startswith("https://support.google.com/")
    ]
    links[0].click()
    assert opened == ["https://support.google.com/youtube/answer/9229229"]
    for address in ("file:///etc/passwd", "http://example.org", "javascript:alert(1)"):
        decision_lines.open_address(address)
    assert len(opened) == 1


def test_nothing_can_be_changed_in_a_vault_that_is_only_read(page, home, idle):
    home.is_read_only = True
    again = CheckPage(home.context)
    again.presenter.open("chk-1")
    idle()
    line = line_of(again, "con-1", "gdpr.pressure")
    assert not line.buttons[Remedy.OVERRIDE].isEnabled()
    assert line.buttons[Remedy.ASK_AGAIN].isEnabled()
    assert not line_of(again, "con-1", "evidence.time").take_back.isEnabled()
    again.deleteLater()


def test_a_decision_that_no_longer_holds_says_so(page, home, idle):
    outdated = decision_samples.decided(is_missing=True, outdated=frozenset({Outdated.CONSENTS}))
    page.presenter.take_changed(outdated)
    assert page.publishing.decision.outdated.isVisible()


def test_a_reason_that_is_not_taken_is_told(page):
    plan = replace(decision_samples.PLAN, overrides=(Override("core.consent", "I want to."),))
    page.presenter.take_changed(decision_samples.decided(plan, is_missing=True))
    refused = page.publishing.decision.refused
    assert refused.isVisible()
    assert "Somebody is seen or heard" in refused.words.text()


def test_places_to_look_at_after_writing_are_named(page):
    part = page.publishing.decision
    spans = page.presenter.check.gate.outcomes_of("core.consent")[0].spans
    part.tell_doubts("chk-1", spans)
    page.presenter.take_changed(
        decision_samples.decided(replace(decision_samples.PLAN, channel="L"), is_missing=True)
    )
    assert part.doubts.isVisible()
    assert "0:31.5" in part.doubts.words.text()


def test_a_passing_plan_says_so(page, home, idle):
    home.checks.found["chk-9"] = replace(decision_samples.passing(), id="chk-9", is_missing=True)
    page.presenter.open("chk-9")
    idle()
    page.show_view(View.DECISION)
    part = page.publishing.decision
    assert part.sentence.text() == "By this plan, the video may be published."
    assert {card.group.effect for card in part.cards} == {Effect.WARN}
    part.hand_over_button.click()
    assert home.went_to[-1] == ("published", {"handover": "chk-9"})


def test_keys_play_the_video_and_lead_back(page, qtbot):
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_K)
    assert not page.publishing.decision.player.is_playing
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.opened.view is View.COVERAGE


def test_the_tabs_are_reached_with_the_keyboard(page, qtbot):
    tabs = page.head.tabs
    assert tabs.accessibleName()
    tabs.setFocus()
    qtbot.keyClick(tabs, Qt.Key.Key_Left)
    assert page.opened.view is View.PLAN
    qtbot.keyClick(tabs, Qt.Key.Key_Right)
    qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert page.opened.view is View.EDIT


def test_every_button_has_a_name(page):
    for card in page.publishing.decision.cards:
        card.set_open(is_open=True)
    for made in page.publishing.decision.findChildren(QAbstractButton):
        assert made.accessibleName() or made.text() or made.toolTip(), made
