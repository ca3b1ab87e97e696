"""A video with somebody who did not agree: proposed, chosen by hand, rendered, checked again."""

from fractions import Fraction
from pathlib import Path

import pytest
from small_edits import write_edit

from consentkit.domain.frame_box import FrameBox
from consentkit.domain.plan import (
    Declaration,
    DeclaredFact,
    Disclosure,
    Override,
    PublishPlan,
)
from consentkit.domain.redaction import PersonTreatment, Treatment
from consentkit.domain.scope import WORLD
from consentkit.kernel.errors import NotFoundError, StateError
from consentkit.kernel.timebase import TimeRange

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
A_BOX = FrameBox(10_000, 10_000, 20_000, 25_000)


@pytest.fixture(scope="module", name="edit")
def make_edit(tmp_path_factory, sample_recording) -> Path:
    """Return six seconds with each of both partners; never write it."""
    path = tmp_path_factory.mktemp("edits") / "final cut.mp4"
    write_edit(sample_recording.path, path, ((3, 9), (16, 22)))
    return path


def blocked(filled, edit):
    """Return the check of a video whose second partner was never asked."""
    card = filled.workspace.askings.open_card("id", (), "Budi")
    draft = filled.draft(asking_id=card.asking.id, notice=card.asking.notice)
    sealed = filled.workspace.consents.seal(draft)
    checked = filled.workspace.checks.check(edit, plan=PLAN)
    assert not checked.is_passed
    return sealed.record.id, checked


def treatment_of(project, person):
    [one] = [one for one in project.people if one.treatment.person == person]
    return one.treatment.picture, one.treatment.sound


def stranger_in(project, agreed):
    [one] = [one for one in project.people if one.treatment.person not in {agreed, ""}]
    return one.treatment.person


def test_whoever_did_not_agree_is_blurred_and_muted_and_nobody_else(filled, edit):
    agreed, checked = blocked(filled, edit)
    project = filled.workspace.redaction.project(checked.id)
    assert project.is_passed, project.left
    assert treatment_of(project, agreed) == (Treatment.KEEP, Treatment.KEEP)
    stranger = stranger_in(project, agreed)
    assert treatment_of(project, stranger) == (Treatment.BLUR_FACE, Treatment.MUTE)
    [one] = [one for one in project.people if one.treatment.person == stranger]
    assert "core.consent" in one.rules
    assert project.removed_s == 0
    assert 5 < project.changed_s < Fraction(15, 2)


def test_choices_and_boxes_are_kept_taken_back_and_made_again(filled, edit):
    agreed, checked = blocked(filled, edit)
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


def test_nobody_who_is_not_in_the_video_can_be_chosen(filled, edit):
    _, checked = blocked(filled, edit)
    with pytest.raises(NotFoundError):
        filled.workspace.redaction.choose(checked.id, PersonTreatment("con-nobody"))
    with pytest.raises(NotFoundError):
        filled.workspace.redaction.choose_face(checked.id, "f99", is_blurred=True)


def test_a_redaction_goes_and_comes_back_with_its_check(filled, edit):
    agreed, checked = blocked(filled, edit)
    redaction, checks = filled.workspace.redaction, filled.workspace.checks
    stranger = stranger_in(redaction.project(checked.id), agreed)
    chosen = redaction.choose(checked.id, PersonTreatment(stranger))
    checks.remove(checked.id)
    with pytest.raises(NotFoundError):
        redaction.project(checked.id)
    checks.bring_back(checked.id)
    assert redaction.project(checked.id) == chosen


def test_faces_are_found_where_somebody_is_blurred_and_once(filled, edit):
    _, checked = blocked(filled, edit)
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
