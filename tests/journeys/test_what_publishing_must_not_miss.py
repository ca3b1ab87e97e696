"""What ends, or comes in, between a decision and its publication is not missed."""

from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from small_edits import write_edit

from consentkit.domain.obligations import Measure, ReachKind, TaskState
from consentkit.domain.plan import Declaration, DeclaredFact, Disclosure, Override, PublishPlan
from consentkit.domain.policy import Verdict
from consentkit.domain.scope import Purpose
from consentkit.kernel.errors import StateError
from consentkit.kernel.timebase import TimeRange
from consentkit.services.views import ProofOptions

LINK = "https://youtu.be/dQw4w9WgXcQ"
NOT_SO = ("name_shown", "contact_shown", "special_shown", "rewarded", "synthetic")
PLAN = PublishPlan(
    platform="youtube",
    channel="Kanal",
    is_monetised=True,
    sponsor="",
    territory=("world",),
    is_made_for_kids=False,
    is_altered_content=False,
    source_platform="ometv",
    thumbnail=(),
    title=(),
    complaints=(),
    doubts=(),
    disclosures=(Disclosure(TimeRange(Fraction(0), Fraction(60)), "Shortened."),),
    overrides=(Override("evidence.time", "Only a demonstration authority here."),),
    declared=tuple(Declaration(DeclaredFact(name), is_true=False) for name in NOT_SO),
)


@pytest.fixture(scope="module", name="edit")
def make_edit(tmp_path_factory, sample_recording) -> Path:
    """Return six seconds of the first conversation; never write it."""
    path = tmp_path_factory.mktemp("edits") / "cut.mp4"
    write_edit(sample_recording.path, path, ((3, 9),))
    return path


@pytest.fixture(name="sealed")
def make_sealed(filled):
    card = filled.workspace.askings.open_card("id", (), "Budi")
    draft = filled.draft(asking_id=card.asking.id, notice=card.asking.notice)
    return filled.workspace.consents.seal(draft)


def checked(filled, path, plan=PLAN):
    checks = filled.workspace.checks
    made = checks.check(path, plan=plan)
    unknown = tuple(
        (item.span.lane, item.span.edit) for item in made.spans if item.verdict is Verdict.UNKNOWN
    )
    return checks.mark_own(made.id, unknown, "an intro") if unknown else made


@pytest.fixture(name="passed")
def make_passed(filled, sealed, edit):
    made = checked(filled, edit)
    assert made.is_passed
    return made


def withdraw(filled, sealed, purpose):
    filled.clock.offset += timedelta(minutes=5)
    filled.workspace.consents.withdraw(sealed.record.id, (purpose,))
    filled.clock.offset += timedelta(minutes=5)


def test_money_that_is_not_permitted_any_more_is_not_handed_over(filled, sealed, passed):
    withdraw(filled, sealed, Purpose.MONETISE_ADS)
    kit = filled.workspace.handing_over.prepare(passed.id)
    assert not kit.is_allowed
    assert kit.proof_id not in kit.description
    with pytest.raises(StateError, match=r"publication\.not-passed"):
        filled.workspace.publications.bind(passed.id, LINK, "Night talks")


def test_a_complaint_that_came_after_the_decision_keeps_a_video_back(
    filled, sealed, passed, edit, tmp_path, sample_recording
):
    other = tmp_path / "other.mp4"
    write_edit(sample_recording.path, other, ((4, 8),))
    made = checked(filled, other)
    assert made.is_passed
    filled.workspace.publications.bind(made.id, LINK, "Other")
    filled.workspace.complaints.open_complaint(LINK, "0:01", "That is me.")
    assert not filled.workspace.handing_over.prepare(passed.id).is_allowed


def test_whoever_has_a_proof_is_told_again_of_what_ends_later(filled, sealed, tmp_path):
    workspace = filled.workspace
    workspace.proofs.export(
        sealed.record.id, tmp_path / "out.consentproof", ProofOptions(frozenset())
    )
    withdraw(filled, sealed, Purpose.MONETISE_ADS)
    reach = workspace.reach
    [task] = [one for one in reach.reach(sealed.record.id).tasks if one.kind is ReachKind.PROOF]
    assert reach.done(sealed.record.id, task.id, Measure.INFORM).is_complete
    withdraw(filled, sealed, Purpose.PUBLISH)
    tasks = {one.kind: one for one in reach.reach(sealed.record.id).tasks}
    again = tasks[ReachKind.PROOF]
    assert (again.id, again.state) == (task.id, TaskState.OPEN)
    assert [end.purpose for end in again.left] == [Purpose.PUBLISH]
    reach.done(sealed.record.id, task.id, Measure.INFORM)
    undone = reach.undo(sealed.record.id, task.id)
    [task] = [one for one in undone.tasks if one.kind is ReachKind.PROOF]
    assert [end.purpose for end in task.left] == [Purpose.PUBLISH]


def test_a_video_stays_listed_while_somebody_in_it_is_owed_something(
    filled, sealed, passed, tmp_path
):
    workspace = filled.workspace
    publications, reach = workspace.publications, workspace.reach
    bound = publications.bind(passed.id, LINK, "Talks")
    kit = workspace.complaints.open_complaint(LINK, "0:03", "That is me.")
    with pytest.raises(StateError, match=r"publication\.still-needed"):
        publications.unbind(bound.id)
    workspace.complaints.close(kit.id, Measure.ANSWER)
    withdraw(filled, sealed, Purpose.PUBLISH)
    shown = reach.reach(sealed.record.id)
    [task] = [one for one in shown.tasks if one.kind is ReachKind.RANGE]
    assert (shown.reason, shown.since) == (task.reason, task.since), "the complaint is older"
    # The check was judged anew; the id in the description is still that of the first decision.
    said = workspace.handing_over.export_decision(bound.id, tmp_path / "published.json")
    assert said == bound.proof_id
    assert workspace.handing_over.export_decision(passed.id, tmp_path / "now.json") != said
    publications.take_down(bound.id)
    with pytest.raises(StateError, match=r"publication\.still-needed"):
        publications.unbind(bound.id)
    publications.put_back(bound.id)
    for task in reach.reach(sealed.record.id).tasks:
        if task.state is not TaskState.DONE:
            reach.done(sealed.record.id, task.id, Measure.KEEP, "The link was another video's.")
    publications.unbind(bound.id)
    assert publications.cards() == ()
