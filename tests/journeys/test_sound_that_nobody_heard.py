"""A video with a second stream of sound: the check listens to one, and says that it did."""

import json
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner
from small_edits import put_another_sound_beside, write_edit

from consentkit.cli.main import cli
from consentkit.domain.gate_scene import State
from consentkit.domain.plan import Declaration, DeclaredFact, Disclosure, Override, PublishPlan
from consentkit.domain.policy import Remedy
from consentkit.domain.redaction import PersonTreatment, Treatment
from consentkit.domain.scope import WORLD
from consentkit.kernel.timebase import TimeRange
from consentkit.services.preferences import save_preferences
from consentkit.services.stored_check import FACTS, EditFacts
from consentkit.vault.rows import Document
from consentkit.wire.v1.stored import decode_stored, encode_stored

NOT_SO = ("name_shown", "contact_shown", "special_shown", "rewarded", "synthetic")
PLAN = PublishPlan(
    platform="youtube",
    channel="Kanal",
    is_monetised=True,
    sponsor="",
    territory=(WORLD,),
    is_made_for_kids=False,
    is_altered_content=False,
    source_platform="ometv",
    thumbnail=(),
    title=(),
    complaints=(),
    doubts=(),
    disclosures=(Disclosure(TimeRange(Fraction(0), Fraction(60)), "Shortened."),),
    overrides=(Override("evidence.time", "Only a demonstration authority here."),),
    declared=tuple(Declaration(DeclaredFact(fact), is_true=False) for fact in NOT_SO),
)


@pytest.fixture(scope="module", name="edits")
def make_edits(tmp_path_factory, sample_recording) -> tuple[Path, Path]:
    """Return a video of the first partner, and one with a stream of the second one's voice."""
    folder = tmp_path_factory.mktemp("edits")
    plain, voice, both = (folder / name for name in ("plain.mp4", "voice.mp4", "both.mp4"))
    write_edit(sample_recording.path, plain, ((3, 9),))
    write_edit(sample_recording.path, voice, ((16, 22),), has_picture=False)
    put_another_sound_beside(plain, voice, both)
    return plain, both


@pytest.fixture(name="agreed")
def make_agreed(filled):
    """Return the desk after the first partner agreed; the second was never asked."""
    card = filled.workspace.askings.open_card("id", (), "Budi")
    filled.workspace.consents.seal(
        filled.draft(asking_id=card.asking.id, notice=card.asking.notice)
    )
    return filled


def test_a_second_stream_of_sound_keeps_a_video_from_passing(agreed, edits):
    plain, both = edits
    checks = agreed.workspace.checks
    assert checks.check(plain).is_passed
    made = checks.check(both)
    assert not made.is_passed
    assert made.has_unheard_sound
    assert "core.unheard-sound" in made.reasons
    assert json.loads(checks.report(made))["reasons"] == list(made.reasons)
    assert checks.get(made.id).has_unheard_sound
    assert not checks.rejudge(made.id).is_passed


def test_the_gate_cannot_tell_what_is_in_a_second_stream(agreed, edits):
    plain, both = edits
    checks = agreed.workspace.checks
    assert checks.check(plain, plan=PLAN).is_passed
    made = checks.check(both, plan=PLAN)
    assert not made.undecided_s
    assert made.gate.reasons == ("core.unmapped",)
    [outcome] = [one for one in made.gate.outcomes if one.reason == "unheard-sound"]
    assert outcome.state is State.CANNOT_TELL
    assert outcome.remedies == (Remedy.CHECK_AGAIN,)
    assert agreed.workspace.gate.case(made.gate_id).facts.has_unheard_sound


def test_a_redaction_of_two_streams_of_sound_does_not_pass(agreed, edits, tmp_path):
    checks, redaction = agreed.workspace.checks, agreed.workspace.redaction
    made = checks.check(edits[1], plan=PLAN)
    project = redaction.project(made.id)
    assert not project.is_passed
    assert {one.rule for one in project.left} == {"core.unmapped"}
    assert not project.actions
    [person] = [one.treatment.person for one in project.people]
    redaction.choose(made.id, PersonTreatment(person, Treatment.KEEP, Treatment.MUTE))
    rendered = redaction.render(made.id, tmp_path / "muted.mp4")
    assert not rendered.is_passed
    assert "core.unheard-sound" in checks.get(rendered.check_id).reasons


def test_facts_kept_before_streams_were_counted_are_found_anew(agreed, edits):
    vault, checks = agreed.workspace.checks._vault, agreed.workspace.checks
    made = checks.check(edits[1])
    document = vault.find_document(FACTS, made.sha256)
    facts = decode_stored(document.body, EditFacts)
    old = EditFacts(
        facts.sha256, facts.size_bytes, facts.duration, has_picture=True, has_sound=True
    )
    body = encode_stored(old).decode()
    vault.put_document(Document(FACTS, made.sha256, document.created_at, body))
    assert checks.check_again(made.id).has_unheard_sound


def test_the_command_says_that_some_sound_was_not_listened_to(agreed, edits, tmp_path):
    save_preferences(agreed.preferences)
    agreed.workspace.close()
    secret = tmp_path / "passphrase"
    secret.write_text("a passphrase for tests\n", encoding="utf-8")
    options = ["--vault", str(agreed.folder), "--passphrase-file", str(secret)]
    result = CliRunner().invoke(cli, ["check", str(edits[1]), *options])
    assert result.exit_code == 1, result.output
    assert "several streams of sound" in result.stdout
    assert "Some sound was not listened to." in result.stdout
    assert "Nothing needs a decision." not in result.stdout
