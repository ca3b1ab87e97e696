"""From a checked video to its plan, decision and edit, through the window, over a real vault."""

import pytest
from small_edits import write_edit

from consentkit.domain.policy import Remedy, Verdict
from consentkit.domain.redaction import Treatment
from consentkit.services.decision_reading import PlanField
from consentkit.services.preferences import Preferences
from consentkit.services.workspace import create_vault
from consentkit.ui.bridge import Bridge
from consentkit.ui.check.opened import View
from consentkit.ui.check.plan_fields import Stated
from consentkit.ui.context import PreferencesHolder
from consentkit.ui.window import MainWindow
from consentkit.vault.kdf import FLOOR_KDF

LONG_MS = 240_000


@pytest.fixture(name="window")
def make_window(themed, english, qtbot, tmp_path, sample_recording):
    settings = PreferencesHolder(Preferences(language="en", theme="light", authorities=()))
    workspace, _ = create_vault(
        tmp_path / "Night talks", "p" * 9, preferences=settings.read, kdf=FLOOR_KDF
    )
    workspace.recordings.add(sample_recording.path)
    edit = tmp_path / "final.mp4"
    write_edit(sample_recording.path, edit, ((3, 9),))
    workspace.checks.check(edit)
    made = MainWindow(Bridge(), settings)
    qtbot.addWidget(made)
    told = []
    made._bridge.errorRaised.connect(told.append)
    made._bridge.bugRaised.connect(told.append)
    made.show()
    made.show_workspace(workspace)
    yield made
    made.shut()
    assert told == []


def settle(window, qtbot):
    qtbot.waitUntil(lambda: window._bridge.is_idle, timeout=LONG_MS)


def test_a_video_is_planned_decided_edited_and_written(window, qtbot, tmp_path):
    desk = window.desk
    checks = desk.workspace.checks
    desk.navigate("check", check_id=checks.cards()[0].id)
    settle(window, qtbot)
    page = desk.page("check")
    publishing = page.publishing
    page.show_view(View.PLAN)
    form = publishing.plan.form
    for key in (PlanField.MONETISED, PlanField.SPONSOR, PlanField.THUMBNAIL, PlanField.TITLE):
        form.fields[key].choice.button_of(Stated.NO).click()
    for key in (PlanField.KIDS, PlanField.COMPLAINTS, PlanField.DOUBTS):
        form.fields[key].choice.button_of(Stated.NO).click()
    form.fields[PlanField.TERRITORY].choice.button_of(Stated.YES).click()
    publishing.plan.save_button.click()
    settle(window, qtbot)
    assert page.opened.view is View.DECISION
    decided = page.presenter.check
    assert not decided.is_passed
    assert "core.consent" in decided.gate.reasons
    assert checks.get(decided.id).plan == publishing.planning.draft

    for fact in tuple(form.statements.fields):
        publishing.planning.state(fact, "", is_true=False)
    publishing.planning.save()
    settle(window, qtbot)
    blocked = next(one for one in publishing.decision.cards if one.group.key)
    blocked.set_open(is_open=True)
    line = next(one for one in blocked.lines if one.line.outcome.rule == "core.consent")
    line.buttons[Remedy.CUT].click()
    settle(window, qtbot)
    assert page.opened.view is View.EDIT
    project = publishing.editing.project
    person = next(one for one in project.people if one.treatment.person)
    assert person.treatment.picture is Treatment.CUT
    assert project.can_undo
    publishing.editing.undo()
    settle(window, qtbot)
    # With nobody else in it, a cut would leave nothing to publish.
    publishing.editing.choose_sound(person.treatment.person, Treatment.MUTE)
    publishing.editing.choose_picture(person.treatment.person, Treatment.HIDE_PICTURE)
    settle(window, qtbot)
    timeline = tmp_path / "for the editor.otio"
    publishing.work.export(timeline)
    settle(window, qtbot)
    assert timeline.stat().st_size > 0
    out = tmp_path / "for publication.mp4"
    publishing.work.render(out)
    settle(window, qtbot)
    assert out.is_file()
    assert page.opened.view is View.DECISION
    made = page.presenter.check
    assert made.id != decided.id
    assert made.path.name == out.name
    assert Verdict.UNKNOWN not in {item.verdict for item in made.spans}
    page.presenter.back()
    settle(window, qtbot)
    assert page.start.list.model().rowCount() == 2
    publishing.forget_media()
    page.result.close_media()
    settle(window, qtbot)
    qtbot.wait(1)
