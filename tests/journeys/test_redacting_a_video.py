"""A video with somebody who did not agree: proposed, chosen by hand, rendered, checked again."""

import json
import shutil
from datetime import timedelta
from fractions import Fraction
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner
from small_edits import write_edit
from tracked_recording import write_with_partner_track

from consentkit.cli.main import cli
from consentkit.domain.coverage import Lane
from consentkit.domain.frame_box import FrameBox
from consentkit.domain.gate import Effect
from consentkit.domain.plan import (
    Declaration,
    DeclaredFact,
    Disclosure,
    Override,
    PublishPlan,
)
from consentkit.domain.redaction import PersonTreatment, Treatment
from consentkit.domain.scope import WORLD, Purpose
from consentkit.kernel.errors import (
    InputError,
    NotFoundError,
    ResourceError,
    StateError,
    VaultError,
)
from consentkit.kernel.progress import Cancelled, CancelToken
from consentkit.kernel.timebase import TimeRange
from consentkit.services.preferences import save_preferences
from consentkit.wire.plan_writer import encode_plan_file
from consentkit.wire.timeline_otio import parse_otio

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
PASSPHRASE = "a passphrase for tests"
A_BOX = FrameBox(10_000, 10_000, 20_000, 25_000)


@pytest.fixture(scope="module", name="edit")
def make_edit(tmp_path_factory, sample_recording) -> Path:
    """Return six seconds with each of both partners; never write it."""
    path = tmp_path_factory.mktemp("edits") / "final cut.mp4"
    write_edit(sample_recording.path, path, ((3, 9), (16, 22)))
    return path


def agreed_and_checked(filled, path):
    """Return the record of the first partner and the check of a video with others, too."""
    card = filled.workspace.askings.open_card("id", (), "Budi")
    draft = filled.draft(asking_id=card.asking.id, notice=card.asking.notice)
    sealed = filled.workspace.consents.seal(draft)
    checked = filled.workspace.checks.check(path, plan=PLAN)
    assert not checked.is_passed
    return sealed.record.id, checked


@pytest.fixture(scope="module", name="made_once")
def make_once(tmp_path_factory) -> list[tuple[Path, str, str]]:
    """Return where the vault is kept in which the edit was checked once it was."""
    return []


@pytest.fixture(name="blocked")
def make_blocked(filled, edit, made_once, tmp_path_factory):
    """Return the desk, the first partner's record, and the check: the second was never asked."""
    if not made_once:
        agreed, checked = agreed_and_checked(filled, edit)
        filled.workspace.close()
        copy = tmp_path_factory.mktemp("blocked") / "checked.ckvault"
        shutil.copytree(filled.folder, copy)
        made_once.append((copy, agreed, checked.id))
    else:
        filled.workspace.close()
        shutil.rmtree(filled.folder)
        shutil.copytree(made_once[0][0], filled.folder)
    _, agreed, check_id = made_once[0]
    filled.reopen()
    return filled, agreed, filled.workspace.checks.get(check_id)


def treatment_of(project, person):
    [one] = [one for one in project.people if one.treatment.person == person]
    return one.treatment.picture, one.treatment.sound


def stranger_in(project, agreed):
    [one] = [one for one in project.people if one.treatment.person not in {agreed, ""}]
    return one.treatment.person


def test_whoever_did_not_agree_is_blurred_and_muted_and_nobody_else(blocked):
    filled, agreed, checked = blocked
    project = filled.workspace.redaction.project(checked.id)
    assert project.is_passed, project.left
    assert treatment_of(project, agreed) == (Treatment.KEEP, Treatment.KEEP)
    stranger = stranger_in(project, agreed)
    assert treatment_of(project, stranger) == (Treatment.BLUR_FACE, Treatment.MUTE)
    [one] = [one for one in project.people if one.treatment.person == stranger]
    assert "core.consent" in one.rules
    assert project.removed_s == 0
    assert 5 < project.changed_s < Fraction(15, 2)


def test_choices_and_boxes_are_kept_taken_back_and_made_again(blocked):
    filled, agreed, checked = blocked
    redaction = filled.workspace.redaction
    first = redaction.project(checked.id)
    stranger = stranger_in(first, agreed)
    kept = redaction.choose(checked.id, PersonTreatment(stranger))
    assert not kept.is_passed
    assert "core.consent" in {item.rule for item in kept.left}
    cut = redaction.choose(checked.id, PersonTreatment(stranger, Treatment.CUT, Treatment.CUT))
    assert cut.is_passed
    assert 5 < cut.removed_s < 7
    boxed = redaction.draw_box(checked.id, Fraction(2), A_BOX)
    [track] = boxed.faces.tracks
    assert (track.range.start, track.box_at(Fraction(2))) == (2, A_BOX)
    moved = redaction.draw_box(
        checked.id, Fraction(5, 2), A_BOX.grown(Fraction(1, 2)), None, track.id
    )
    assert len(moved.faces.tracks[0].points) == 2
    workspace = filled.reopen()
    again = workspace.redaction.project(checked.id)
    assert again == moved
    for expected in (boxed, cut, kept, first):
        assert workspace.redaction.undo(checked.id) == expected
    with pytest.raises(StateError, match="nothing-to-undo"):
        workspace.redaction.undo(checked.id)
    assert workspace.redaction.redo(checked.id) == kept
    assert workspace.redaction.reset(checked.id).people == first.people


def test_without_a_plan_nothing_is_proposed(filled, edit):
    checked = filled.workspace.checks.check(edit)
    with pytest.raises(StateError, match=r"redaction\.no-plan"):
        filled.workspace.redaction.project(checked.id)


def test_nobody_who_is_not_in_the_video_can_be_chosen(blocked):
    filled, _, checked = blocked
    with pytest.raises(NotFoundError):
        filled.workspace.redaction.choose(checked.id, PersonTreatment("con-nobody"))
    with pytest.raises(NotFoundError):
        filled.workspace.redaction.choose_proposed(checked.id, "con-nobody")
    with pytest.raises(NotFoundError):
        filled.workspace.redaction.choose_face(checked.id, "f99", is_blurred=True)


def test_a_redaction_goes_and_comes_back_with_its_check(blocked):
    filled, agreed, checked = blocked
    redaction, checks = filled.workspace.redaction, filled.workspace.checks
    stranger = stranger_in(redaction.project(checked.id), agreed)
    chosen = redaction.choose(checked.id, PersonTreatment(stranger))
    checks.remove(checked.id)
    with pytest.raises(NotFoundError):
        redaction.project(checked.id)
    checks.bring_back(checked.id)
    assert redaction.project(checked.id) == chosen


def test_faces_are_found_where_somebody_is_blurred_and_once(blocked):
    filled, _, checked = blocked
    redaction = filled.workspace.redaction
    assert not redaction.project(checked.id).has_faces
    found = redaction.look_for_faces(checked.id)
    assert found.has_faces
    assert found.faces.tracks
    blurs = [one for one in found.actions if one.treatment is Treatment.BLUR_FACE]
    assert all(one.tracks for one in blurs)
    [name, *_] = blurs[0].tracks
    spared = redaction.choose_face(checked.id, name, is_blurred=False)
    assert all(name not in one.tracks for one in spared.actions)
    assert redaction.look_for_faces(checked.id) == spared
    assert filled.reopen().redaction.project(checked.id) == spared


def test_a_redacted_video_is_checked_again_and_passes(blocked, tmp_path):
    filled, _, checked = blocked
    workspace = filled.workspace
    before = workspace.ledger.size
    out = tmp_path / "lawful.mp4"
    rendered = workspace.redaction.render(checked.id, out)
    assert rendered.path == out
    assert rendered.sha256 == sha256(out.read_bytes()).hexdigest()
    again = workspace.checks.get(rendered.check_id)
    assert rendered.is_passed, [
        (item.rule, item.reason, item.detail)
        for item in again.gate.outcomes
        if item.effect is Effect.BLOCK
    ]
    assert (again.path, again.sha256, again.plan.file_sha256) == (out, *[rendered.sha256] * 2)
    assert workspace.gate.replay(again.gate_id).decision.is_passed
    assert abs(rendered.duration - checked.duration) < Fraction(1, 10)
    kinds = [row.kind for row in workspace.activity.rows()]
    assert "redaction" in kinds
    assert workspace.ledger.size >= before + 2
    project = workspace.redaction.project(checked.id)
    assert (project.rendered, project.rendered_check) == (out, rendered.check_id)
    assert not list(tmp_path.glob(".*"))
    with pytest.raises(InputError, match=r"redaction\.exists"):
        workspace.redaction.render(checked.id, out)
    # What was done here is known here: a plan that does not state it passes all the same.
    anew = workspace.checks.check(out, plan=PLAN)
    assert (anew.id, anew.is_passed, anew.plan.redactions) == (again.id, True, None)


def test_a_withdrawal_while_it_is_written_stops_it(blocked, tmp_path):
    filled, agreed, checked = blocked
    workspace = filled.workspace
    out = tmp_path / "late.mp4"
    withdrawn = []

    def on_progress(update):
        if update.step == "redact.render" and not withdrawn:
            withdrawn.append(update)
            filled.clock.offset = timedelta(minutes=5)
            workspace.consents.withdraw(agreed, [Purpose.PUBLISH])

    with pytest.raises(StateError, match=r"redaction\.consents-changed"):
        workspace.redaction.render(checked.id, out, on_progress)
    assert withdrawn
    assert not list(tmp_path.glob("late*"))
    assert not list(tmp_path.glob(".*"))
    assert len(workspace.checks.cards()) == 1
    again = workspace.checks.rejudge(checked.id)
    project = workspace.redaction.project(again.id)
    assert treatment_of(project, agreed) == (Treatment.BLUR_FACE, Treatment.MUTE)


def test_a_video_that_is_exported_anew_while_it_is_redacted_stops_it(filled, edit, tmp_path):
    video = tmp_path / "cut.mp4"
    shutil.copyfile(edit, video)
    _, checked = agreed_and_checked(filled, video)

    def on_progress(update):
        if update.step == "redact.look":
            video.write_bytes(edit.read_bytes() + b"\x00")

    with pytest.raises(StateError, match=r"redaction\.other-file"):
        filled.workspace.redaction.render(checked.id, tmp_path / "out.mp4", on_progress)
    assert sorted(path.name for path in tmp_path.glob("*.mp4")) == ["cut.mp4"]
    assert len(filled.workspace.checks.cards()) == 1


def test_a_disk_that_fills_up_leaves_no_file(blocked, tmp_path, monkeypatch):
    filled, _, checked = blocked
    workspace = filled.workspace
    out = tmp_path / "full.mp4"

    def no_room(_stored):
        raise ResourceError("disk.full")

    monkeypatch.setattr(workspace.checks, "_followers", [lambda *_: no_room(None)])
    size = workspace.ledger.size
    with pytest.raises(ResourceError, match=r"disk\.full"):
        workspace.redaction.render(checked.id, out)
    assert not list(tmp_path.glob("full*"))
    assert not list(tmp_path.glob(".*"))
    assert workspace.ledger.size == size
    assert workspace.redaction.project(checked.id).rendered is None


def test_a_cut_video_is_shorter_and_passes(blocked, edit, tmp_path):
    filled, agreed, checked = blocked
    redaction = filled.workspace.redaction
    stranger = stranger_in(redaction.project(checked.id), agreed)
    cut = redaction.choose(checked.id, PersonTreatment(stranger, Treatment.CUT, Treatment.CUT))
    rendered = redaction.render(checked.id, tmp_path / "cut.mp4")
    assert rendered.is_passed
    assert abs(rendered.duration - (checked.duration - cut.removed_s)) < Fraction(1, 10)
    shown = filled.workspace.checks.get(rendered.check_id)
    assert {item.consent_id for item in shown.spans} <= {agreed, ""}
    redaction.export_timeline(checked.id, tmp_path / "cut.otio")
    clips = parse_otio((tmp_path / "cut.otio").read_bytes()).clips
    assert max(clip.edit.end for clip in clips) <= rendered.duration + Fraction(1, 10)


def test_a_vertical_video_with_unknown_footage_passes(filled, sample_recording, tmp_path):
    path = tmp_path / "vertical.mp4"
    write_edit(
        sample_recording.path,
        path,
        ((3, 8), (16, 21)),
        lead_in=2,
        size=(360, 480),
        crop=(0.02, 0.05, 0.48, 0.9),
    )
    _, checked = agreed_and_checked(filled, path)
    redaction = filled.workspace.redaction
    project = redaction.look_for_faces(checked.id)
    assert project.is_passed, project.left
    assert project.people[-1].treatment.person == ""
    preview = redaction.preview(checked.id, Fraction(8))
    assert preview.startswith(b"\xff\xd8\xff")
    rendered = redaction.render(checked.id, tmp_path / "vertical lawful.mp4")
    again = filled.workspace.checks.get(rendered.check_id)
    assert rendered.is_passed, again.reasons


def test_the_command_proposes_renders_and_tells_what_is_blocked(blocked, edit, tmp_path):
    filled, *_ = blocked
    filled.workspace.close()
    save_preferences(filled.preferences)
    secret = tmp_path / "passphrase"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    plan = tmp_path / "plan.toml"
    plan.write_bytes(encode_plan_file(PLAN))

    def run(*words, code=0):
        options = ["--vault", str(filled.folder), "--passphrase-file", str(secret), "--json"]
        result = CliRunner().invoke(cli, ["redact", *map(str, words), *options])
        assert result.exit_code == code, result.output
        return json.JSONDecoder().raw_decode(result.stdout)[0]

    shown = run(edit, "--plan", plan, "--proposal")
    assert shown["is_passed"]
    [stranger] = [one["person"] for one in shown["people"] if one["picture"] == "blur_face"]
    kept = run(edit, "--proposal", "--person", f"{stranger}=keep", code=1)
    assert "core.consent" in {one["rule"] for one in kept["left"]}
    assert run(edit, "--proposal", code=1)["people"] == kept["people"]
    assert run(edit, "--proposal", "--person", f"{stranger}=proposed")["people"] == shown["people"]
    out = tmp_path / "out.mp4"
    timeline = tmp_path / "out.otio"
    made = run(
        edit, "--out", out, "--timeline-out", timeline, "--person", f"{stranger}=blur_face,mute"
    )
    assert made["rendered"]["is_passed"]
    assert out.is_file()
    assert timeline.is_file()
    assert run(edit, "--out", out, code=2)["error"] == "redaction.exists"
    run(edit, "--out", tmp_path / "a.gif", code=2)
    run(edit, "--proposal", "--person", "somebody", code=2)


def test_a_track_of_the_partners_lets_the_rest_be_heard(desk, sample_recording, tmp_path):
    recording, path = tmp_path / "tracked.mkv", tmp_path / "edit.mp4"
    write_with_partner_track(sample_recording.path, recording, sample_recording.truth)
    desk.recording = desk.workspace.recordings.add(recording)
    key = desk.recording.recording.id
    write_edit(recording, path, ((2, 14),))
    checked = desk.workspace.checks.check(path, plan=PLAN)
    redaction = desk.workspace.redaction
    before = [
        one for one in redaction.project(checked.id).actions if one.treatment is Treatment.MUTE
    ]
    redaction.name_partner_tracks(key, {2})
    project = redaction.project(checked.id)
    after = [one for one in project.actions if one.treatment is Treatment.MUTE]
    assert project.is_passed, project.left
    muted = [sum((one.edit.duration for one in found), Fraction(0)) for found in (before, after)]
    assert muted[1] < muted[0] * Fraction(9, 10)
    shown = desk.workspace.checks.get(checked.id)
    spoken = [
        turn.range
        for one in sample_recording.truth.conversations
        for turn in one.turns
        if turn.speaker == "partner"
    ]
    for item in shown.spans:
        if item.span.lane is not Lane.SOUND or item.span.match is None:
            continue
        for turn in spoken:
            start = item.span.edit.start + turn.start - item.span.match.source_start
            end = start + turn.duration
            inside = [at for at in (start, (start + end) / 2) if item.span.edit.contains(at)]
            assert all(any(one.edit.contains(at) for one in after) for at in inside)
    with pytest.raises(InputError, match=r"redaction\.track-number"):
        redaction.name_partner_tracks(key, {1, 2})
    redaction.name_partner_tracks(key, ())
    again = [
        one for one in redaction.project(checked.id).actions if one.treatment is Treatment.MUTE
    ]
    assert again == before


def test_a_redaction_is_forgotten_with_the_person_it_is_about(blocked, filled):
    _, agreed, checked = blocked
    workspace = filled.workspace
    workspace.redaction.choose(checked.id, PersonTreatment(agreed, Treatment.BLUR_FACE))
    filled.clock.offset = timedelta(minutes=5)
    record = workspace.consents.detail(agreed).record
    workspace.consents.withdraw(agreed, [leaf.purpose for leaf in record.permissions])
    workspace.consents.erase(agreed, "asked for")
    project = workspace.redaction.project(checked.id)
    assert agreed not in {one.treatment.person for one in project.people}
    assert not project.can_undo


@pytest.mark.parametrize(("has_picture", "has_sound"), [(False, True), (True, False)])
def test_a_video_with_one_lane_is_redacted(
    filled, sample_recording, tmp_path, has_picture, has_sound
):
    path = tmp_path / "half.mp4"
    pieces = ((3, 8), (16, 21))
    write_edit(sample_recording.path, path, pieces, has_picture=has_picture, has_sound=has_sound)
    _, checked = agreed_and_checked(filled, path)
    rendered = filled.workspace.redaction.render(checked.id, tmp_path / "half lawful.mp4")
    assert rendered.is_passed, filled.workspace.checks.get(rendered.check_id).reasons
    kinds = {one.treatment for one in filled.workspace.redaction.project(checked.id).actions}
    assert kinds <= (
        {Treatment.BLUR_FACE, Treatment.HIDE_PICTURE} if has_picture else {Treatment.MUTE}
    )


def test_a_vault_that_is_only_read_shows_and_chooses_but_writes_nothing(blocked, tmp_path):
    filled, agreed, checked = blocked
    reader = filled.reopen(read_only=True)
    stranger = stranger_in(reader.redaction.project(checked.id), agreed)
    assert not reader.redaction.choose(checked.id, PersonTreatment(stranger)).is_passed
    assert reader.redaction.undo(checked.id).is_passed
    with pytest.raises(VaultError, match=r"vault\.read-only"):
        reader.redaction.render(checked.id, tmp_path / "out.mp4")
    assert not filled.reopen().redaction.project(checked.id).can_undo


def test_a_stop_while_it_is_written_leaves_nothing(blocked, tmp_path):
    filled, _, checked = blocked
    cancel = CancelToken()

    def on_progress(update):
        if update.step == "redact.render":
            cancel.cancel()

    with pytest.raises(Cancelled):
        filled.workspace.redaction.render(checked.id, tmp_path / "out.mp4", on_progress, cancel)
    assert not list(tmp_path.glob("out*"))
    assert not list(tmp_path.glob(".*"))
    assert filled.workspace.redaction.project(checked.id).rendered is None
