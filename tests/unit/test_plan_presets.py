"""What is taken over into the next plan: how one publishes, and nothing about anybody."""

from dataclasses import replace

import decision_samples as samples

from consentkit.domain.plan import AgeDoubt, PublishPlan
from consentkit.services.gating import read_plan
from consentkit.services.plan_presets import FIRST, first_plan, preset_of, preset_text, write_plan
from consentkit.services.preferences import Preferences, preferences_from

FULL = replace(
    samples.PLAN, sponsor="A sponsor", doubts=(AgeDoubt("con-1"),), reviewers=("Rina",), channel="K"
)


def test_nobody_and_nothing_of_one_video_is_taken_over():
    kept = preset_of(FULL)
    assert kept == PublishPlan(
        platform="youtube",
        channel="K",
        is_monetised=True,
        territory=FULL.territory,
        source_platform="ometv",
    )
    text = preset_text(FULL)
    assert "con-1" not in text
    assert "Rina" not in text
    assert "A sponsor" not in text


def test_the_usual_plan_goes_before_the_last_one():
    usual, last = preset_text(FULL), preset_text(replace(FULL, channel="L"))
    assert first_plan(Preferences()) == FIRST
    assert first_plan(Preferences(last_plan=last)).channel == "L"
    assert first_plan(Preferences(usual_plan=usual, last_plan=last)).channel == "K"


def test_a_preset_that_cannot_be_read_is_left_out():
    last = preset_text(FULL)
    assert first_plan(Preferences(usual_plan="platform =", last_plan=last)).channel == "K"
    assert first_plan(Preferences(usual_plan='colour = "red"')) == FIRST


def test_presets_come_back_from_the_settings_file():
    text = preset_text(FULL)
    assert preferences_from({"usual_plan": text, "last_plan": 7}).usual_plan == text
    assert preferences_from({"usual_plan": text, "last_plan": 7}).last_plan == ""


def test_a_written_plan_is_read_again(tmp_path):
    path = tmp_path / "plan.toml"
    write_plan(FULL, path)
    assert read_plan(path) == FULL
