"""The plan for publishing: what is typed, what is not stated, what is kept."""

from dataclasses import replace
from datetime import UTC, datetime

import check_samples as samples
import decision_samples
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit

from consentkit.domain.plan import (
    AgeDoubt,
    Appearance,
    Complaint,
    Declaration,
    DeclaredFact,
    Disclosure,
    Override,
    PublishPlan,
    Redaction,
    RedactionKind,
)
from consentkit.domain.scope import WORLD
from consentkit.kernel.errors import StateError
from consentkit.services.decision_reading import PlanField
from consentkit.services.gating import read_plan
from consentkit.services.plan_presets import preset_text
from consentkit.ui.check.opened import View
from consentkit.ui.check.page import CheckPage
from consentkit.ui.check.plan_fields import Stated

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
EVERYTHING = PublishPlan(
    platform="a new place",
    channel="K",
    publish_at=NOON,
    is_monetised=False,
    sponsor="A sponsor",
    territory=("ID", "MY"),
    is_made_for_kids=True,
    is_altered_content=False,
    source_platform="another chat",
    creator_country="ID",
    thumbnail=(Appearance(person="con-1"), Appearance(material="a drawing")),
    title=(),
    redactions=(
        Redaction(RedactionKind.MUTE, "con-2", samples.stretch(1, "2.5")),
        Redaction(RedactionKind.BLUR_FACE),
    ),
    disclosures=(Disclosure(samples.stretch(3, 4), "Shortened."),),
    complaints=(Complaint(NOON, "con-1", "taken down"),),
    doubts=(AgeDoubt("con-4", ("Rina", "Ben")),),
    is_agency=True,
    reviewers=("Rina", "Ben"),
    accepts_pending_time=True,
    refresh_months=12,
    declared=(Declaration(DeclaredFact.NAME_SHOWN, is_true=False, note="looked twice"),),
    overrides=(Override("evidence.time", "Down until Monday.", "con-1"),),
)


@pytest.fixture(name="page")
def make_page(home, qtbot, idle):
    page = CheckPage(home.context)
    qtbot.addWidget(page)
    page.resize(1096, 768)
    page.show()
    page.activated()
    page.presenter.open("chk-1")
    idle()
    page.show_view(View.PLAN)
    return page


def planned(home, page, idle, plan):
    home.checks.found["chk-1"] = decision_samples.decided(plan, is_missing=True)
    page.presenter.open("chk-1")
    idle()
    page.show_view(View.PLAN)


def test_nothing_is_stated_in_a_first_plan(page):
    planning = page.publishing.planning
    assert planning.draft == PublishPlan("youtube")
    form = page.publishing.plan.form
    for key in (PlanField.MONETISED, PlanField.KIDS, PlanField.PENDING, PlanField.ALTERED):
        assert form.fields[key].value is None
        assert form.fields[key].choice.value is Stated.NOT
    assert not planning.has_decision
    assert page.publishing.plan.save_button.isEnabled()


def test_a_new_plan_begins_with_what_was_kept_as_usual(home, qtbot, idle):
    usual = replace(decision_samples.PLAN, channel="Usual")
    home.preferences.update(usual_plan=preset_text(usual))
    page = CheckPage(home.context)
    qtbot.addWidget(page)
    page.presenter.open("chk-1")
    idle()
    assert page.publishing.planning.draft.channel == "Usual"
    assert page.publishing.planning.draft.thumbnail is None


def test_the_form_shows_a_whole_plan_and_gives_it_back(page, home, idle):
    planned(home, page, idle, EVERYTHING)
    form, planning = page.publishing.plan.form, page.publishing.planning
    for key, field in form.fields.items():
        assert field.value == getattr(EVERYTHING, form._names[key]), key
        field.changed.emit()
    assert planning.draft == EVERYTHING
    assert planning.has_decision
    assert not planning.is_changed


def test_saving_keeps_the_plan_decides_and_shows_the_decision(page, home, idle):
    form = page.publishing.plan.form
    form.fields[PlanField.CHANNEL].line.setText("Night Talks")
    choice = form.fields[PlanField.TERRITORY].choice
    choice.button_of(Stated.YES).click()
    form.fields[PlanField.MONETISED].choice.button_of(Stated.NO).click()
    page.publishing.plan.save_button.click()
    assert not page.publishing.plan.save_button.isEnabled()
    idle()
    _, check_id, plan = next(one for one in home.checks.asked if one[0] == "plan")
    assert check_id == "chk-1"
    assert (plan.channel, plan.territory, plan.is_monetised) == ("Night Talks", (WORLD,), False)
    assert page.opened.view is View.DECISION
    assert page.presenter.check.plan == plan
    assert home.preferences.value.last_plan == preset_text(plan)
    page.show_view(View.PLAN)
    assert page.publishing.plan.save_button.text() == "See the decision"


def test_a_refused_plan_stays_in_the_form(page, home, idle):
    home.checks.answer = StateError("log.rolled-back")
    page.publishing.plan.form.fields[PlanField.CHANNEL].line.setText("K")
    page.publishing.planning.save()
    idle()
    assert [error.code for error in home.errors] == ["log.rolled-back"]
    assert page.publishing.planning.draft.channel == "K"
    assert page.publishing.plan.save_button.isEnabled()


def test_what_cannot_be_a_plan_is_said_and_cannot_be_saved(page):
    planning = page.publishing.planning
    planning.change(publish_at=datetime(2026, 1, 1))
    assert planning.problem.code == "plan.time"
    assert not page.publishing.plan.save_button.isEnabled()
    assert page.publishing.plan.note.text()
    planning.change(publish_at=None)
    assert page.publishing.plan.save_button.isEnabled()


def test_a_draft_survives_news_of_the_same_check(page, home, idle):
    page.publishing.plan.form.fields[PlanField.CHANNEL].line.setText("K")
    home.checks.found["chk-1"] = samples.check(is_missing=True, undecided_s=samples.LENGTH)
    page.refresh()
    idle()
    assert page.publishing.planning.draft.channel == "K"
    assert page.publishing.plan.form.fields[PlanField.CHANNEL].line.text() == "K"


def test_discarding_brings_back_what_is_kept(page, home, idle):
    planned(home, page, idle, decision_samples.PLAN)
    page.publishing.plan.form.fields[PlanField.CHANNEL].line.setText("Other")
    assert page.publishing.planning.is_changed
    assert page.publishing.plan.discard_button.isVisible()
    page.publishing.plan.discard_button.click()
    assert page.publishing.planning.draft == decision_samples.PLAN
    assert page.publishing.plan.form.fields[PlanField.CHANNEL].line.text() == "Night Talks"


def test_statements_are_asked_where_a_rule_needs_them(page, home, idle):
    assert page.publishing.plan.form.statements.fields == {}
    planned(home, page, idle, decision_samples.PLAN)
    statements = page.publishing.plan.form.statements
    assert DeclaredFact.REWARDED in statements.fields
    assert DeclaredFact.WRITTEN_FORM not in statements.fields
    asked = statements.fields[DeclaredFact.SPECIAL_SHOWN]
    asked.answers[""].button_of(Stated.NO).click()
    stated = page.publishing.planning.draft.declared
    assert Declaration(DeclaredFact.SPECIAL_SHOWN, is_true=False) in stated
    asked.answers[""].button_of(Stated.NOT).click()
    assert DeclaredFact.SPECIAL_SHOWN not in {
        item.fact for item in page.publishing.planning.draft.declared
    }


def test_one_person_can_be_stated_apart(page, home, idle):
    planned(home, page, idle, decision_samples.PLAN)
    asked = page.publishing.plan.form.statements.fields[DeclaredFact.REWARDED]
    asked.unfold.click()
    person = next(key for key in asked.answers if key)
    asked.answers[person].button_of(Stated.YES).click()
    assert (
        Declaration(DeclaredFact.REWARDED, is_true=True, person=person)
        in page.publishing.planning.draft.declared
    )


def test_a_note_of_a_statement_is_kept_when_the_answer_changes(page, home, idle):
    planned(home, page, idle, EVERYTHING)
    page.publishing.planning.state(DeclaredFact.NAME_SHOWN, "", is_true=True)
    [stated] = page.publishing.planning.draft.declared
    assert (stated.is_true, stated.note) == (True, "looked twice")


def test_a_stretch_that_is_none_is_marked_and_left_out(page, home, idle):
    planned(home, page, idle, EVERYTHING)
    field = page.publishing.plan.form.fields[PlanField.REDACTIONS]
    entry = field._entries[0]
    line = entry.findChild(QLineEdit)
    line.setText("from here to there")
    assert line.property("invalid") == "true"
    assert page.publishing.planning.draft.redactions == (Redaction(RedactionKind.BLUR_FACE),)
    line.setText("0:01-0:02.5")
    assert page.publishing.planning.draft.redactions == EVERYTHING.redactions


def test_entries_are_added_and_taken_off(page):
    field = page.publishing.plan.form.fields[PlanField.COMPLAINTS]
    field.choice.button_of(Stated.YES).click()
    assert len(page.publishing.planning.draft.complaints) == 1
    field._entries[0]._remove.click()
    assert page.publishing.planning.draft.complaints is None
    field.choice.button_of(Stated.NO).click()
    assert page.publishing.planning.draft.complaints == ()


def test_a_rule_that_is_overruled_can_be_taken_off_in_the_plan(page, home, idle):
    planned(home, page, idle, EVERYTHING)
    field = page.publishing.plan.form.fields[PlanField.OVERRIDES]
    assert field.isVisibleTo(page.publishing.plan)
    assert not field.add_button.isVisible()
    field._entries[0]._remove.click()
    assert page.publishing.planning.draft.overrides == ()


def test_plans_are_read_from_and_written_to_files(page, home, idle, tmp_path):
    planning = page.publishing.planning
    planning.change(channel="K", territory=(WORLD,))
    path = tmp_path / "plan.toml"
    planning.write_file(path)
    idle()
    assert read_plan(path) == planning.draft
    path.write_text('platform = "tiktok"\nthumbnail = []\n', encoding="utf-8")
    planning.read_file(path)
    idle()
    assert planning.draft == PublishPlan("tiktok", thumbnail=())
    form = page.publishing.plan.form
    assert form.fields[PlanField.PLATFORM].value == "tiktok"
    assert form.fields[PlanField.THUMBNAIL].choice.value is Stated.NO
    assert home.said == ["plan.toml was written."]


def test_keeping_a_plan_as_usual_can_be_undone(page, home):
    page.publishing.planning.change(channel="K")
    page.publishing.planning.keep_as_usual()
    assert "K" in home.preferences.value.usual_plan
    home.undo()
    assert home.preferences.value.usual_plan == ""


def test_a_field_gets_the_keyboard(page, home, idle, qtbot):
    planned(home, page, idle, decision_samples.PLAN)
    page.publishing.to_plan(PlanField.SPONSOR)
    field = page.publishing.plan.form.fields[PlanField.SPONSOR]
    qtbot.waitUntil(lambda: field.isAncestorOf(page.focusWidget() or page))
    page.publishing.to_plan(PlanField.STATEMENTS, DeclaredFact.REWARDED)
    asked = page.publishing.plan.form.statements.fields[DeclaredFact.REWARDED]
    qtbot.waitUntil(lambda: asked.isAncestorOf(page.focusWidget() or page))


def test_every_control_of_the_form_has_a_name(page, home, idle):
    planned(home, page, idle, EVERYTHING)
    form = page.publishing.plan.form
    for kind in (QLineEdit, QComboBox, QAbstractSpinBox, QAbstractButton):
        for control in form.findChildren(kind):
            if control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.isVisible():
                named = control.accessibleName() or getattr(control, "text", str)()
                inside = isinstance(control.parent(), (QComboBox, QAbstractSpinBox))
                assert named or inside, control


def test_a_check_that_is_not_kept_takes_no_plan(page, home, idle):
    home.checks.found["chk-1"] = samples.check(is_missing=True, is_saved=False)
    page.presenter.open("chk-1")
    idle()
    page.show_view(View.PLAN)
    assert not page.publishing.plan.save_button.isEnabled()
    assert "read-only" in page.publishing.plan.note.text()


def test_cards_stand_in_one_column_where_the_page_is_narrow(page):
    form = page.publishing.plan.form
    form.fit(700)
    assert form._columns == 1
    form.fit(1000)
    assert form._columns == 2
