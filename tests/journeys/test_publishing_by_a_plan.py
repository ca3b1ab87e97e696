"""A plan for publishing: decided with the check, kept, logged, repeated, and dropped on erasure."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator
from small_edits import write_edit

from consentkit.cli.main import cli
from consentkit.domain.gate import Effect
from consentkit.domain.gate_scene import State
from consentkit.domain.policy import Verdict
from consentkit.domain.scope import Purpose
from consentkit.kernel.errors import MalformedError, NotFoundError
from consentkit.kernel.resources import resource_path
from consentkit.services.gating import CASE, read_plan
from consentkit.services.preferences import save_preferences

PASSPHRASE = "a passphrase for tests"
PLAN = """
platform = "youtube"
channel = "Kanal"
monetised = true
sponsor = ""
territory = ["world"]
made_for_kids = false
altered_content = false
source_platform = "ometv"
thumbnail = []
title = []
complaints = []
doubts = []

[[disclosures]]
range = "0-1:00"
note = "Shortened; the description says so."

[[overrides]]
rule = "evidence.time"
reason = "Only a demonstration authority here."
"""
NOT_SO = ("name_shown", "contact_shown", "special_shown", "rewarded", "synthetic")
WHOLE = PLAN + "".join(f'[[declared]]\nfact = "{fact}"\nis_true = false\n' for fact in NOT_SO)


@pytest.fixture(scope="module", name="edit")
def make_edit(tmp_path_factory, sample_recording) -> Path:
    """Return six seconds of the first conversation; never write it."""
    path = tmp_path_factory.mktemp("edits") / "final cut.mp4"
    write_edit(sample_recording.path, path, ((3, 9),))
    return path


@pytest.fixture(name="plan_file")
def make_plan_file(tmp_path) -> Path:
    path = tmp_path / "plan.toml"
    path.write_text(WHOLE, encoding="utf-8")
    return path


def sealed_with_notice(filled):
    card = filled.workspace.askings.open_card("id", (), "Budi")
    draft = filled.draft(asking_id=card.asking.id, notice=card.asking.notice)
    return filled.workspace.consents.seal(draft)


def open_rules(check):
    return {item.rule for item in check.gate.outcomes if item.effect is Effect.BLOCK}


def mark_unknown(checks, check):
    unknown = tuple(
        (item.span.lane, item.span.edit) for item in check.spans if item.verdict is Verdict.UNKNOWN
    )
    return checks.mark_own(check.id, unknown, "an intro") if unknown else check


def test_a_plan_is_decided_kept_logged_and_repeated(filled, edit, plan_file):
    sealed = sealed_with_notice(filled)
    checks, gate = filled.workspace.checks, filled.workspace.gate
    made = checks.check(edit, plan=read_plan(plan_file))
    made = mark_unknown(checks, made)
    assert open_rules(made) == set()
    assert made.is_passed
    assert made.gate.is_passed
    assert made.reasons == ()
    assert {"core", "yt", "id-pdp", "gdpr"} <= {name for name, _ in made.policies}
    [overridden] = made.gate.outcomes_of("evidence.time")
    assert (overridden.effect, overridden.persons) == (Effect.OVERRIDDEN, (sealed.record.id,))
    for rule in ("core.integrity", "id-pdp.proof", "evidence.grade", "core.same-file"):
        assert made.gate.outcomes_of(rule)[0].state is State.PASS
    assert "gate" in {row.kind for row in filled.workspace.activity.rows()}
    case = gate.replay(made.gate_id)
    assert case.decision == made.gate
    assert case.facts.checked_sha256 == made.sha256
    again = filled.reopen()
    assert again.checks.get(made.id).gate == made.gate
    assert again.gate.replay(made.gate_id) == case


def test_a_withdrawal_turns_the_decision_and_the_old_one_can_still_be_repeated(
    filled, edit, plan_file
):
    sealed = sealed_with_notice(filled)
    checks, gate = filled.workspace.checks, filled.workspace.gate
    before = mark_unknown(checks, checks.check(edit, plan=read_plan(plan_file)))
    filled.clock.offset = timedelta(minutes=5)
    filled.workspace.consents.withdraw(sealed.record.id, [Purpose.PUBLISH])
    after = checks.rejudge(before.id)
    assert {"core.consent", "id-pdp.stop"} <= open_rules(after)
    assert not after.is_passed
    assert gate.replay(before.gate_id).decision.is_passed
    assert not gate.replay(after.gate_id).decision.is_passed


def test_a_permission_that_ends_before_publication_blocks(filled, edit, plan_file):
    sealed_with_notice(filled)
    checks = filled.workspace.checks
    plan = read_plan(plan_file)
    late = replace(plan, publish_at=filled.clock.now() + timedelta(days=800))
    made = checks.check(edit, plan=late)
    assert {"core.consent"} <= open_rules(made)
    assert made.gate.at == late.publish_at


def test_another_file_under_the_same_name_is_not_the_one_checked(filled, edit, plan_file, tmp_path):
    sealed_with_notice(filled)
    path = tmp_path / "mine.mp4"
    path.write_bytes(edit.read_bytes())
    checks = filled.workspace.checks
    made = checks.check(path, plan=read_plan(plan_file))
    path.write_bytes(edit.read_bytes() + b"\0")
    assert checks.rejudge(made.id).gate.outcomes_of("core.same-file")[0].state is State.FAIL
    path.unlink()
    away = checks.rejudge(made.id).gate.outcomes_of("core.same-file")[0]
    assert away.state is State.CANNOT_TELL


def test_a_plan_stays_with_a_video_until_another_takes_its_place(filled, edit, plan_file):
    checks = filled.workspace.checks
    plan = read_plan(plan_file)
    checks.check(edit, plan=plan)
    assert checks.check(edit).plan == plan
    other = replace(plan, is_monetised=False)
    assert checks.check(edit, plan=other).plan == other


def test_nobody_without_a_record_gets_through(filled, edit, plan_file):
    made = filled.workspace.checks.check(edit, plan=read_plan(plan_file))
    assert "core.consent" in open_rules(made)
    [outcome] = made.gate.outcomes_of("core.consent")
    first = filled.recording.conversations[0].conversation
    assert first.id in outcome.persons


def test_evidence_that_is_not_what_was_sealed_blocks(filled, edit, plan_file):
    sealed_with_notice(filled)
    checks = filled.workspace.checks
    made = checks.check(edit, plan=read_plan(plan_file))
    assert made.gate.outcomes_of("core.integrity")[0].state is State.PASS
    for path in filled.folder.rglob("*.age"):
        path.chmod(0o600)
        content = bytearray(path.read_bytes())
        content[-1] ^= 1
        path.write_bytes(content)
    [damaged] = checks.rejudge(made.id).gate.outcomes_of("core.integrity")
    assert (damaged.state, damaged.detail) == (State.FAIL, "digests")


def test_a_quick_look_never_passes_a_plan(filled, edit, plan_file):
    sealed_with_notice(filled)
    made = filled.workspace.checks.check(edit, plan=read_plan(plan_file), quick=True)
    assert made.is_provisional
    assert not made.is_passed
    assert made.gate_id == ""


def test_what_a_decision_rests_on_goes_with_the_person(filled, edit, plan_file):
    sealed = sealed_with_notice(filled)
    checks, consents = filled.workspace.checks, filled.workspace.consents
    made = checks.check(edit, plan=read_plan(plan_file))
    consents.withdraw(sealed.record.id, sealed.record.purposes)
    consents.erase(sealed.record.id, "asked to")
    with pytest.raises(NotFoundError):
        filled.workspace.gate.case(made.gate_id)
    assert "gate" in {row.kind for row in filled.workspace.activity.rows()}
    assert filled.workspace._vault.list_documents(CASE) == ()


def test_a_vault_that_is_only_read_decides_and_keeps_nothing(filled, edit, plan_file):
    sealed_with_notice(filled)
    reader = filled.reopen(read_only=True)
    made = reader.checks.check(edit, plan=read_plan(plan_file))
    assert made.gate is not None
    assert (made.is_saved, made.gate_id) == (False, "")


def test_a_plan_with_an_error_is_refused_before_anything_is_done(tmp_path):
    path = tmp_path / "plan.toml"
    path.write_text('platform = "youtube"\ncolour = 3', encoding="utf-8")
    with pytest.raises(MalformedError) as caught:
        read_plan(path)
    assert caught.value.facts == {"field": "colour", "line": 2}


@pytest.fixture(name="run")
def make_run(filled, tmp_path):
    save_preferences(filled.preferences)
    secret = tmp_path / "passphrase"
    secret.write_text(f"{PASSPHRASE}\n", encoding="utf-8")

    def run(*words):
        filled.workspace.close()
        options = ["--vault", str(filled.folder), "--passphrase-file", str(secret)]
        return CliRunner().invoke(cli, [*map(str, words), *options])

    return run


def test_the_command_decides_by_schema_and_exit_code(run, filled, edit, plan_file):
    sealed_with_notice(filled)
    mark_unknown(filled.workspace.checks, filled.workspace.checks.check(edit))
    result = run("check", edit, "--plan", plan_file, "--json")
    assert result.exit_code == 0, result.output
    report = json.loads(result.stdout)
    schema = json.loads(resource_path("schemas", "check-1.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(report)
    assert report["decision"] == report["gate"]["decision"] == "pass"
    assert {"core", "yt"} <= {pack["id"] for pack in report["policies"]}
    plan_file.write_text('platform = "youtube"\n', encoding="utf-8")
    blocked = run("check", edit, "--plan", plan_file, "--json")
    assert blocked.exit_code == 1
    report = json.loads(blocked.stdout)
    Draft202012Validator(schema).validate(report)
    assert report["decision"] == "blocked"
    assert {"core.money", "core.thumbnail", "yt.complaint"} <= set(report["reasons"])


def test_the_command_says_what_blocks_and_what_helps(run, edit, plan_file):
    result = run("check", edit, "--plan", plan_file)
    assert result.exit_code == 1
    assert "The plan is blocked." in result.stdout
    assert "Somebody is seen or heard who did not agree to it." in result.stdout
    assert "what helps: ask again" in result.stdout
    assert "counts as the plan states it" not in result.stdout


def test_the_command_says_what_rests_on_words(run, edit, plan_file):
    text = plan_file.read_text(encoding="utf-8").replace("redactions = []\n", "")
    plan_file.write_text(f'{text}\n[[redactions]]\nkind = "mute"\n', encoding="utf-8")
    said = run("check", edit, "--plan", plan_file).stdout
    assert "What is blurred, muted or hidden counts as the plan states it." in said
    assert "These rest on what the plan states, not on what was found: " in said


def test_the_command_names_line_and_field_of_a_plan_with_an_error(run, edit, plan_file):
    plan_file.write_text('platform = "youtube"\nmonetised = "yes"\n', encoding="utf-8")
    result = run("check", edit, "--plan", plan_file)
    assert result.exit_code == 2
    assert "Line 2, monetised." in result.stderr


def test_the_command_repeats_a_kept_decision(run, edit, plan_file):
    run("check", edit, "--plan", plan_file)
    [card] = json.loads(run("checks", "list", "--json").stdout)
    repeated = run("checks", "replay", card["id"])
    assert repeated.exit_code == 0, repeated.output
    assert "The same answer comes out again." in repeated.stdout
    assert "The plan is blocked." in repeated.stdout


def test_a_check_without_a_plan_has_nothing_to_repeat(run, edit):
    run("check", edit)
    [card] = json.loads(run("checks", "list", "--json").stdout)
    assert run("checks", "replay", card["id"]).exit_code == 2
