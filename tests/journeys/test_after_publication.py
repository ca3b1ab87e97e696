"""From a checked video to its publication, and from a withdrawal to everything it reaches."""

import base64
import hashlib
import json
import re
import shutil
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner
from small_edits import write_edit

from consentkit.cli.main import cli
from consentkit.domain.coverage import Lane
from consentkit.domain.obligations import Measure, ReachKind, TaskState
from consentkit.domain.party import Party
from consentkit.domain.plan import Appearance, Redaction, RedactionKind
from consentkit.domain.policy import Verdict
from consentkit.domain.scope import Purpose
from consentkit.kernel.errors import (
    InputError,
    LimitError,
    MalformedError,
    NotFoundError,
    StateError,
    VaultError,
)
from consentkit.services.gating import read_plan
from consentkit.services.preferences import save_preferences
from consentkit.services.publication_views import HandOverStep
from consentkit.services.verifying import verify_file
from consentkit.services.views import ProofOptions

PASSPHRASE = "a passphrase for tests"
LINK = "https://youtu.be/dQw4w9WgXcQ"
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
note = "Shortened <a lot>"

[[overrides]]
rule = "evidence.time"
reason = "Only a demonstration authority here."
"""
NOT_SO = ("name_shown", "contact_shown", "special_shown", "rewarded", "synthetic")
WHOLE = PLAN + "".join(f'[[declared]]\nfact = "{fact}"\nis_true = false\n' for fact in NOT_SO)


@pytest.fixture(scope="module", name="edit")
def make_edit(tmp_path_factory, sample_recording) -> Path:
    """Return six seconds of the first conversation; never write it."""
    path = tmp_path_factory.mktemp("edits") / "night_talks.12.mp4"
    write_edit(sample_recording.path, path, ((3, 9),))
    return path


@pytest.fixture(name="plan")
def make_plan(tmp_path):
    path = tmp_path / "plan.toml"
    path.write_text(WHOLE, encoding="utf-8")
    return read_plan(path)


@pytest.fixture(scope="module", name="stages")
def make_stages(tmp_path_factory) -> dict[str, tuple[Path, tuple[str, ...]]]:
    """Return an empty table of vaults that were brought so far once, and are copied then."""
    return {"": (tmp_path_factory.mktemp("stages"), ())}


@pytest.fixture(name="staged")
def make_staged(request, filled, stages, edit, plan) -> tuple[str, ...]:
    """Return the record, the check and the publication, as far as the test asks for them."""
    wanted = {"passed", "bound"} & set(request.fixturenames)
    stage = "bound" if "bound" in wanted else "passed" if wanted else "sealed"
    if stage in stages:
        folder, ids = stages[stage]
        filled.workspace.close()
        shutil.rmtree(filled.folder)
        shutil.copytree(folder, filled.folder)
        filled.reopen()
        return ids
    card = filled.workspace.askings.open_card("id", (), "Budi")
    draft = filled.draft(asking_id=card.asking.id, notice=card.asking.notice)
    ids = [filled.workspace.consents.seal(draft).record.id]
    if wanted:
        ids.append(checked(filled, edit, plan).id)
    if stage == "bound":
        ids.append(filled.workspace.publications.bind(ids[1], LINK, "Night talks").id)
    filled.workspace.close()
    stages[stage] = (stages[""][0] / stage, tuple(ids))
    shutil.copytree(filled.folder, stages[stage][0])
    filled.reopen()
    return tuple(ids)


@pytest.fixture(name="sealed")
def make_sealed(filled, staged):
    return filled.workspace.consents.detail(staged[0])


@pytest.fixture(name="passed")
def make_passed(filled, staged):
    return filled.workspace.checks.get(staged[1])


@pytest.fixture(name="bound")
def make_bound(filled, staged):
    return filled.workspace.publications.get(staged[2])


def checked(filled, edit, plan):
    checks = filled.workspace.checks
    made = checks.check(edit, plan=plan)
    unknown = tuple(
        (item.span.lane, item.span.edit) for item in made.spans if item.verdict is Verdict.UNKNOWN
    )
    return checks.mark_own(made.id, unknown, "an intro") if unknown else made


def withdraw(filled, sealed, purposes=(Purpose.PUBLISH,)):
    filled.clock.offset += timedelta(minutes=5)
    filled.workspace.consents.withdraw(sealed.record.id, purposes)
    filled.clock.offset += timedelta(minutes=5)


def kinds_of_log(filled):
    return [row.kind for row in filled.workspace.activity.rows()]


# ── hand-over ──


def test_a_checked_video_is_handed_over_with_the_id_of_its_decision(filled, sealed, passed):
    kit = filled.workspace.handing_over.prepare(passed.id, "en")
    assert kit.is_allowed
    assert kit.proof_id == filled.workspace.gate.short_id(passed.gate_id)
    assert kit.proof_id in kit.description
    assert "kanal@example.org" in kit.description
    assert "Shortened (a lot)" in kit.description
    assert sealed.record.party.pseudonym not in kit.description
    assert kit.title == "Night talks 12"
    assert kit.url.startswith("https://")
    assert kit.sha256 == passed.sha256
    lines = {line.step: line for line in kit.checklist}
    assert lines[HandOverStep.SAME_FILE].is_done
    assert lines[HandOverStep.PROOF_EXPORTED].is_done is False
    assert lines[HandOverStep.AUDIENCE].is_done is None
    assert lines[HandOverStep.BIND].is_done is False


@pytest.mark.parametrize("language", ["en", "id", "ru"])
def test_a_hand_over_speaks_every_language_of_the_product(filled, passed, language):
    kit = filled.workspace.handing_over.prepare(passed.id, language)
    assert kit.proof_id in kit.description
    assert kit.tags


def test_a_hand_over_is_not_allowed_once_the_file_or_a_permission_changed(
    filled, sealed, edit, plan, tmp_path
):
    copy = tmp_path / "mine.mp4"
    copy.write_bytes(edit.read_bytes())
    made = checked(filled, copy, plan)
    hand = filled.workspace.handing_over
    assert hand.prepare(made.id).is_allowed
    assert hand.check_file(made.id, edit)
    copy.write_bytes(edit.read_bytes() + b"\0")
    assert not hand.prepare(made.id).is_allowed
    copy.write_bytes(edit.read_bytes())
    assert hand.prepare(made.id).is_allowed
    withdraw(filled, sealed)
    assert not hand.prepare(made.id).is_allowed


def test_a_check_without_a_plan_is_not_handed_over(filled, sealed, edit):
    made = filled.workspace.checks.check(edit)
    with pytest.raises(StateError, match=r"handover\.no-plan"):
        filled.workspace.handing_over.prepare(made.id)


@pytest.mark.parametrize("is_shown", [False, True])
def test_anybody_recomputes_the_id_from_the_entry_of_the_decision(
    filled, passed, tmp_path, is_shown
):
    hand, out = filled.workspace.handing_over, tmp_path / "decision.json"
    proof_id = hand.export_decision(passed.id, out, is_shown=is_shown)
    assert proof_id == hand.prepare(passed.id).proof_id
    report = verify_file(out)
    assert report.holds
    assert proof_id in {check.facts.get("proof") for check in report.checks}
    assert report.claims.get("edit_sha256", "") == (passed.sha256 if is_shown else "")
    jwt = json.loads(out.read_bytes())["entry"].split("~")[0]
    leaf = hashlib.sha256(b"\0" + jwt.encode()).digest()
    text = base64.b32encode(leaf[:5]).decode()
    assert proof_id == f"{text[:4]}-{text[4:]}"


# ── binding ──


def test_a_published_video_is_bound_to_its_check_and_everybody_in_it(filled, sealed, passed, bound):
    assert bound.video_id == "dQw4w9WgXcQ"
    assert bound.url == "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
    assert bound.consent_ids == (sealed.record.id,)
    assert (bound.check_id, bound.sha256) == (passed.id, passed.sha256)
    assert bound.proof_id == filled.workspace.gate.short_id(passed.gate_id)
    publications = filled.workspace.publications
    assert publications.publications_of(sealed.record.id) == (bound,)
    assert publications.cards() == (bound,)
    places = filled.workspace.consents.detail(sealed.record.id).places
    assert places[-1].kind == "bind"
    assert filled.reopen().publications.get(bound.id) == bound


def test_a_video_is_bound_once(filled, passed, bound):
    with pytest.raises(StateError, match="bound-already"):
        filled.workspace.publications.bind(passed.id, "dQw4w9WgXcQ", "again")


def test_what_does_not_pass_is_bound_with_a_reason_alone(filled, edit, plan):
    made = filled.workspace.checks.check(edit, plan=plan)
    bind = filled.workspace.publications.bind
    with pytest.raises(StateError, match="not-passed"):
        bind(made.id, LINK, "t")
    bound = bind(made.id, LINK, "t", reason="It was up before.")
    assert bound.override == "It was up before."


def test_another_file_is_bound_with_a_reason_alone(filled, sealed, edit, plan, tmp_path):
    copy = tmp_path / "mine.mp4"
    copy.write_bytes(edit.read_bytes())
    made = checked(filled, copy, plan)
    copy.write_bytes(b"something else")
    bind = filled.workspace.publications.bind
    with pytest.raises(StateError, match="other-file"):
        bind(made.id, LINK, "t")
    assert bind(made.id, LINK, "t", path=edit).override == ""


def test_a_permission_that_ended_since_the_check_keeps_a_video_from_being_bound(
    filled, sealed, passed
):
    withdraw(filled, sealed)
    with pytest.raises(StateError, match="not-passed"):
        filled.workspace.publications.bind(passed.id, LINK, "t")


def test_a_link_that_is_none_binds_nothing(filled, passed):
    before = filled.workspace.ledger.size
    for bad in ("", "javascript:alert(1)", "https://youtube.com.evil.example/watch?v="):
        with pytest.raises((MalformedError, LimitError)):
            filled.workspace.publications.bind(passed.id, f"{bad} x", "t")
    assert filled.workspace.ledger.size == before


def test_unbinding_can_be_taken_back(filled, sealed, bound):
    publications = filled.workspace.publications
    publications.unbind(bound.id)
    assert publications.cards() == ()
    assert publications.publications_of(sealed.record.id) == ()
    assert publications.bring_back(bound.id) == bound
    assert publications.publications_of(sealed.record.id) == (bound,)


def test_a_publication_outlives_its_check(filled, sealed, passed, bound):
    filled.workspace.checks.remove(passed.id)
    left = filled.workspace.publications.get(bound.id)
    assert left.check_id == ""
    withdraw(filled, sealed)
    [reach] = filled.workspace.reach.reaches()
    assert ReachKind.RANGE in {task.kind for task in reach.tasks}


# ── withdrawal ──


def test_a_withdrawal_reaches_every_published_second_at_once(filled, sealed, passed, bound):
    assert filled.workspace.reach.reaches() == ()
    withdraw(filled, sealed)
    [reach] = filled.workspace.reach.reaches()
    assert (reach.consent_id, reach.partner, reach.reason) == (
        sealed.record.id, "Budi", "withdrawn",
    )  # fmt: skip
    [task] = [one for one in reach.tasks if one.kind is ReachKind.RANGE]
    seen = {
        lane: sum((one.duration for on, one in task.stretches if on is lane), Fraction(0))
        for lane in Lane
    }
    spans = [one for one in passed.spans if one.consent_id == sealed.record.id]
    for lane in Lane:
        wanted = sum((one.span.edit.duration for one in spans if one.span.lane is lane), 0)
        assert seen[lane] == wanted > 0
    first = min(one.start for one in task.ranges)
    moment = f"&t={int(first)}s" if first else ""
    assert task.url == f"{bound.url}{moment}"
    assert task.due_at - task.since == timedelta(hours=72)
    assert task.state is TaskState.OPEN
    assert not filled.workspace.checks.get(passed.id).is_passed, "the check is judged anew"


def test_a_task_is_late_after_its_clock_and_late_ones_come_first(filled, sealed, bound):
    withdraw(filled, sealed)
    filled.clock.offset += timedelta(hours=73)
    [reach] = filled.workspace.reach.reaches()
    assert {task.state for task in reach.tasks} == {TaskState.LATE}


def test_a_checked_edit_the_thumbnail_and_handed_out_proofs_are_reached(
    filled, sealed, passed, plan, tmp_path
):
    workspace = filled.workspace
    shown = replace(plan, thumbnail=(Appearance(person=sealed.record.id),))
    made = workspace.checks.set_plan(passed.id, shown)
    workspace.proofs.export(
        sealed.record.id,
        tmp_path / "one.consentproof",
        ProofOptions(disclose=frozenset(), has_excerpt=False),
    )
    withdraw(filled, sealed)
    kinds = {task.kind for task in workspace.reach.reach(sealed.record.id).tasks}
    assert kinds == {ReachKind.CLIP, ReachKind.PROOF}
    workspace.publications.bind(made.id, LINK, "t", reason="already up")
    kinds = {task.kind for task in workspace.reach.reach(sealed.record.id).tasks}
    assert kinds == {ReachKind.RANGE, ReachKind.THUMBNAIL, ReachKind.PROOF}


def test_taking_a_video_down_does_what_it_is_asked_for_by_everybody_in_it(filled, sealed, bound):
    withdraw(filled, sealed)
    workspace = filled.workspace
    reach = workspace.reach.reach(sealed.record.id)
    for task in reach.tasks:
        reach = workspace.reach.done(sealed.record.id, task.id, task.remedies[0])
    assert reach.is_complete
    assert workspace.reach.reaches() == ()
    assert workspace.publications.get(bound.id).taken_down_at is not None
    again = workspace.reach.undo(sealed.record.id, f"range.{bound.id}")
    assert not again.is_complete
    assert workspace.publications.get(bound.id).taken_down_at is None
    assert len(workspace.reach.reaches()) == 1


def test_a_measure_is_logged_and_can_be_taken_back(filled, sealed, bound):
    withdraw(filled, sealed)
    reach, task_id = filled.workspace.reach, f"range.{bound.id}"
    done = reach.done(sealed.record.id, task_id, Measure.CUT)
    [task] = [one for one in done.tasks if one.id == task_id]
    assert (task.state, task.done_by) == (TaskState.DONE, "cut")
    with pytest.raises(StateError, match="done-already"):
        reach.done(sealed.record.id, task_id, Measure.CUT)
    assert kinds_of_log(filled)[0] == "done"
    undone = reach.undo(sealed.record.id, task_id)
    assert TaskState.DONE not in {one.state for one in undone.tasks}
    with pytest.raises(StateError, match="open-already"):
        reach.undo(sealed.record.id, task_id)


def test_what_stays_needs_a_reason_and_what_does_not_help_is_refused(filled, sealed, bound):
    withdraw(filled, sealed)
    reach, task_id = filled.workspace.reach, f"range.{bound.id}"
    with pytest.raises(MalformedError, match=r"reach\.no-note"):
        reach.done(sealed.record.id, task_id, Measure.KEEP, " ")
    with pytest.raises(StateError, match=r"reach\.measure"):
        reach.done(sealed.record.id, task_id, Measure.INFORM)
    with pytest.raises(NotFoundError):
        reach.done(sealed.record.id, "range.pub-nothing", Measure.CUT)


def test_a_suspension_is_due_at_once_and_goes_when_it_is_lifted(filled, sealed, bound):
    consents = filled.workspace.consents
    filled.clock.offset += timedelta(minutes=1)
    consents.suspend(sealed.record.id, [Purpose.PUBLISH], "a dispute")
    filled.clock.offset += timedelta(seconds=1)
    [reach] = filled.workspace.reach.reaches()
    assert (reach.reason, reach.tasks[0].state) == ("suspended", TaskState.LATE)
    consents.resume(sealed.record.id, [Purpose.PUBLISH], "settled")
    assert filled.workspace.reach.reaches() == ()
    with pytest.raises(NotFoundError):
        filled.workspace.reach.reach(sealed.record.id)


def test_money_alone_withdrawn_asks_for_the_advertisements_alone(filled, sealed, bound):
    withdraw(filled, sealed, (Purpose.MONETISE_ADS,))
    [reach] = filled.workspace.reach.reaches()
    assert [task.kind for task in reach.tasks] == [ReachKind.MONEY]


@pytest.mark.parametrize("is_reopened", [False, True])
def test_a_permission_whose_term_ended_reaches_what_is_still_up(filled, sealed, bound, is_reopened):
    filled.clock.offset += timedelta(days=800)
    workspace = filled.reopen() if is_reopened else filled.workspace
    [reach] = workspace.reach.reaches()
    assert reach.reason == "expired"
    assert [task.kind for task in reach.tasks] == [ReachKind.RANGE]


def test_a_new_record_in_place_of_a_withdrawn_one_ends_its_reach(filled, sealed, passed, bound):
    withdraw(filled, sealed)
    workspace = filled.workspace
    assert workspace.reach.reaches() != ()
    anew = workspace.consents.seal(replace(filled.draft(), supersedes=sealed.record.id))
    workspace.checks.rejudge(passed.id)
    assert workspace.publications.get(bound.id).consent_ids == (anew.record.id,)
    tasks = workspace.reach.reach(sealed.record.id).tasks
    assert ReachKind.RANGE not in {task.kind for task in tasks}


def test_a_vault_that_is_only_read_shows_the_reach_and_changes_nothing(filled, sealed, bound):
    withdraw(filled, sealed)
    reader = filled.reopen(read_only=True)
    [reach] = reader.reach.reaches()
    with pytest.raises(VaultError):
        reader.reach.done(reach.consent_id, reach.tasks[0].id, Measure.CUT)
    with pytest.raises(VaultError):
        reader.publications.take_down(bound.id)


# ── the statement ──


def completed(filled, sealed):
    reach = filled.workspace.reach.reach(sealed.record.id)
    for task in reach.tasks:
        if task.state is not TaskState.DONE:
            filled.workspace.reach.done(sealed.record.id, task.id, task.remedies[0])


def test_a_statement_is_signed_once_everything_is_done_and_verifies(
    filled, sealed, bound, tmp_path
):
    withdraw(filled, sealed)
    reach = filled.workspace.reach
    out = tmp_path / "statement.pdf"
    with pytest.raises(StateError, match="not-complete"):
        reach.completion_statement(sealed.record.id, out)
    completed(filled, sealed)
    made = reach.completion_statement(sealed.record.id, out, "id")
    assert out.read_bytes().startswith(b"%PDF-")
    report = verify_file(made.signed)
    assert report.holds
    assert report.claims["items.0.url"] == bound.url
    assert report.claims["record_id"] == sealed.record.id
    assert report.claims["receipts.0"]
    assert "Budi" not in made.signed.read_text(encoding="utf-8")
    assert made.short_id in {check.facts.get("proof") for check in report.checks}


def test_a_statement_that_was_changed_does_not_hold(filled, sealed, bound, tmp_path):
    withdraw(filled, sealed)
    completed(filled, sealed)
    made = filled.workspace.reach.completion_statement(sealed.record.id, tmp_path / "s.pdf")
    content = json.loads(made.signed.read_bytes())
    jwt, *disclosures = content["entry"].split("~")
    for changed in (
        {**content, "entry": "~".join([jwt[:-2] + "AA", *disclosures])},
        {**content, "entry": jwt + "~"},
        {**content, "log_key": "other+00000000+AAAA"},
        {**content, "log_proof": content["log_proof"].replace("index ", "index 1")},
        {**content, "more": 1},
        {"schema": "consentkit.statement/1"},
    ):
        made.signed.write_text(json.dumps(changed), encoding="utf-8")
        assert not verify_file(made.signed).holds


def test_a_statement_can_still_be_made_after_the_record_was_erased(filled, sealed, bound, tmp_path):
    withdraw(filled, sealed, sealed.record.purposes)
    consents, reach = filled.workspace.consents, filled.workspace.reach
    consents.erase(sealed.record.id, "asked to")
    [left] = reach.reaches()
    assert (left.reason, left.partner) == ("erased", "")
    assert {task.kind for task in left.tasks} >= {ReachKind.RANGE, ReachKind.RECORDING}
    completed(filled, sealed)
    made = reach.completion_statement(sealed.record.id, tmp_path / "s.pdf")
    report = verify_file(made.signed)
    assert report.holds
    assert report.claims["record_id"] == sealed.record.id
    assert "receipts.0" not in report.claims


def test_erasing_takes_the_texts_that_may_speak_of_the_person(
    filled, sealed, passed, plan, tmp_path
):
    named = replace(plan, title=(Appearance(person=sealed.record.id),))
    workspace = filled.workspace
    made = workspace.checks.set_plan(passed.id, named)
    bound = workspace.publications.bind(made.id, LINK, "Budi sings", reason="Budi asked for it")
    # The plan names nobody in this one's title; whoever typed it did.
    workspace.checks.set_plan(made.id, plan)
    other = workspace.publications.bind(
        made.id, "https://youtu.be/aaaaaaaaaaa", "Night with BUDI!", reason="Twice"
    )
    kit = workspace.complaints.open_complaint(bound.id, "0:03", "This is Budi, take it down")
    withdraw(filled, sealed, sealed.record.purposes)
    task = f"range.{bound.id}"
    workspace.reach.done(sealed.record.id, task, Measure.KEEP, "Budi wanted it so")
    workspace.consents.erase(sealed.record.id, "asked to")
    left = workspace.publications.get(bound.id)
    assert (left.title, left.consent_ids) == ("", (sealed.record.id,))
    assert "Budi" not in left.override
    assert workspace.publications.get(other.id).title == ""
    assert workspace.complaints.stored(kit.id).text == ""
    vault = workspace._vault
    bodies = [
        document.body for kind in vault.kinds_marked("") for document in vault.list_documents(kind)
    ]
    assert bodies
    assert not [body for body in bodies if "Budi" in body]


# ── complaints ──


def test_a_complaint_by_timecode_is_answered_with_all_that_is_known(filled, sealed, passed, bound):
    kit = filled.workspace.complaints.open_complaint(LINK + "?t=3", None, "That is me.")
    assert kit.publication == bound
    assert kit.at == 3
    assert kit.consent_ids == (sealed.record.id,)
    assert kit.partners == ("Budi",)
    assert kit.statuses == ("given",)
    assert len(kit.evidence_ids) == 1
    assert kit.recording_id == filled.recording.recording.id
    assert abs(kit.source_at - 6) < Fraction(1, 2)
    assert kit.remedies[0] is Measure.ANSWER
    assert kit.language == "id"
    assert "0:03" in kit.reply
    assert kit.due_at - kit.received_at == timedelta(hours=48)
    assert {lane for lane, _ in kit.stretches} == {Lane.PICTURE, Lane.SOUND}
    [reach] = filled.workspace.reach.reaches()
    assert (reach.reason, reach.tasks[0].kind) == ("complaint", ReachKind.COMPLAINT)


def test_an_open_complaint_blocks_the_next_decision_until_it_is_closed(
    filled, sealed, passed, bound, edit
):
    workspace = filled.workspace
    kit = workspace.complaints.open_complaint(bound.id, Fraction(2))
    again = workspace.checks.check(edit)
    assert "yt.complaint" in again.gate.reasons
    closed = workspace.complaints.close(kit.id, Measure.ANSWER)
    assert closed.closed_by == "answer"
    assert workspace.checks.check(edit).gate.is_passed
    assert workspace.reach.reaches() == ()
    workspace.complaints.reopen(kit.id)
    assert len(workspace.reach.reaches()) == 1


def test_a_complaint_is_open_again_once_the_video_it_took_down_is_put_back(filled, sealed, bound):
    workspace = filled.workspace
    complaints, publications = workspace.complaints, workspace.publications
    taken = complaints.open_complaint(bound.id, Fraction(2), "That is me.")
    answered = complaints.open_complaint(bound.id, Fraction(3))
    complaints.close(answered.id, Measure.ANSWER)
    workspace.reach.done(taken.id, f"complaint.{taken.id}", Measure.TAKE_DOWN)
    assert workspace.reach.reaches() == ()
    filled.clock.offset = timedelta(hours=50)
    publications.put_back(bound.id)
    again = complaints.kit(taken.id)
    assert (again.closed_at, again.received_at, again.due_at) == (
        None, taken.received_at, taken.due_at,
    )  # fmt: skip
    assert complaints.kit(answered.id).closed_by == "answer"
    [reach] = workspace.reach.reaches()
    assert [task.state for task in reach.tasks if task.complaint_id == taken.id] == [TaskState.LATE]
    assert "reopen" in kinds_of_log(filled)[:2]


def test_the_clock_of_a_complaint_runs_from_when_it_came(filled, sealed, bound):
    complaints, now = filled.workspace.complaints, filled.clock.now()
    came = now - timedelta(hours=30)
    kit = complaints.open_complaint(bound.id, Fraction(2), received_at=came)
    assert (kit.received_at, kit.due_at) == (came, came + timedelta(hours=48))
    assert complaints.kit(kit.id).received_at == came
    later = now + timedelta(hours=1)
    with pytest.raises(StateError, match=r"event\.in-the-future"):
        complaints.open_complaint(bound.id, Fraction(2), received_at=later)


def test_what_was_written_in_a_complaint_can_be_dropped(filled, sealed, bound):
    complaints = filled.workspace.complaints
    kit = complaints.open_complaint(bound.id, Fraction(2), "Call me at home.")
    assert complaints.stored(kit.id).text
    assert complaints.forget_text(kit.id) == kit
    assert complaints.stored(kit.id).text == ""
    with pytest.raises(NotFoundError):
        complaints.forget_text("cmp-nothing")


def test_a_complaint_by_somebody_without_a_record_is_kept_too(filled, edit, plan):
    workspace = filled.workspace
    made = workspace.checks.check(edit, plan=plan)
    bound = workspace.publications.bind(made.id, LINK, "t", reason="already up")
    kit = workspace.complaints.open_complaint(LINK, "0:03")
    assert kit.consent_ids == ()
    first = filled.recording.conversations[0].conversation
    assert kit.conversation_ids == (first.id,)
    assert kit.remedies[0] is Measure.TAKE_DOWN
    [reach] = workspace.reach.reaches()
    assert (reach.consent_id, reach.key) == ("", kit.id)
    workspace.reach.done(kit.id, reach.tasks[0].id, Measure.TAKE_DOWN)
    assert workspace.reach.reaches() == ()
    assert workspace.publications.get(bound.id).taken_down_at is not None


def test_a_complaint_about_no_known_video_says_how_many_there_are(filled, bound):
    with pytest.raises(NotFoundError) as caught:
        filled.workspace.complaints.open_complaint("https://youtu.be/aaaaaaaaaaa", "1:00")
    assert caught.value.facts == {"publications": 1}
    with pytest.raises(MalformedError, match="beyond-end"):
        filled.workspace.complaints.open_complaint(LINK, "10:00")
    with pytest.raises(MalformedError, match="no-time"):
        filled.workspace.complaints.open_complaint(LINK)


def test_a_kit_is_written_whole_into_a_folder_of_its_own(filled, sealed, bound, tmp_path):
    complaints = filled.workspace.complaints
    kit = complaints.open_complaint(bound.id, "0:03")
    written = complaints.export_kit(kit.id, tmp_path / "kit", "ru")
    assert {path.name for path in written} >= {"reply.txt", "complaint.json"}
    known = json.loads((tmp_path / "kit" / "complaint.json").read_text(encoding="utf-8"))
    assert known["records"] == [{"record_id": sealed.record.id, "publish": "given"}]
    assert "Budi" not in json.dumps(known)
    [excerpt] = [path for path in written if path.stem == kit.evidence_ids[0]]
    assert excerpt.stat().st_size > 1000
    with pytest.raises(InputError, match="folder-taken"):
        complaints.export_kit(kit.id, tmp_path / "kit")


def test_a_complaint_about_a_video_that_is_not_listed_any_more_holds_nothing_up(
    filled, sealed, bound
):
    workspace = filled.workspace
    kit = workspace.complaints.open_complaint(bound.id, "0:03")
    workspace.complaints.close(kit.id, Measure.ANSWER)
    workspace.publications.unbind(bound.id)
    assert workspace.complaints.cards() == ()
    assert workspace.reach.reaches() == ()
    workspace.publications.bring_back(bound.id)
    assert [one.id for one in workspace.complaints.cards()] == [kit.id]
    workspace.complaints.reopen(kit.id)
    assert len(workspace.reach.reaches()) == 1


def test_another_plan_for_the_next_video_changes_nothing_about_the_one_that_went_out(
    filled, sealed, passed, plan
):
    workspace = filled.workspace
    shown = replace(plan, thumbnail=(Appearance(person=sealed.record.id),))
    made = workspace.checks.set_plan(passed.id, shown)
    workspace.publications.bind(made.id, LINK, "t", reason="already up")
    hidden = replace(
        plan,
        is_monetised=False,
        redactions=(Redaction(RedactionKind.BLUR_FACE), Redaction(RedactionKind.MUTE)),
    )
    workspace.checks.set_plan(made.id, hidden)
    withdraw(filled, sealed, (Purpose.PUBLISH, Purpose.MONETISE_ADS))
    [reach] = workspace.reach.reaches()
    assert {task.kind for task in reach.tasks} == {ReachKind.RANGE, ReachKind.THUMBNAIL}


def test_a_complaint_of_somebody_else_is_not_in_a_statement(filled, sealed, bound, tmp_path):
    workspace = filled.workspace
    kit = workspace.complaints.open_complaint(bound.id, "0:03")
    workspace.complaints.close(kit.id, Measure.ANSWER)
    withdraw(filled, sealed)
    completed(filled, sealed)
    made = workspace.reach.completion_statement(sealed.record.id, tmp_path / "s.pdf")
    claims = verify_file(made.signed).claims
    assert "complaint" not in {value for name, value in claims.items() if name.endswith(".kind")}


# ── vaults from before ──


def test_a_vault_written_before_there_were_cases_is_caught_up_with(filled, sealed, edit, plan):
    made = checked(filled, edit, plan)
    withdraw(filled, sealed)
    vault = filled.workspace._vault
    for kind in vault.kinds_marked(""):
        if kind.partition(":")[0] in {"reach", "reach-closed", "reach-caught-up", "checked"}:
            for document in vault.list_documents(kind):
                vault.delete_document(kind, document.id)
    assert filled.workspace.reach.reaches() == ()
    [reach] = filled.reopen().reach.reaches()
    assert [task.check_id for task in reach.tasks] == [made.id]


# ── the command line ──


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


def answer(result):
    assert result.exit_code in {0, 1}, result.output
    return json.loads(result.stdout)


def test_the_commands_go_from_the_hand_over_to_the_statement(
    run, filled, sealed, passed, edit, tmp_path
):
    handed = run("publication", "handover", edit, "--language", "ru", "--json")
    assert handed.exit_code == 0
    assert answer(handed)["proof_id"]
    words = run("publication", "handover", passed.id)
    assert "It may be handed over." in words.stdout
    bound = answer(
        run("publication", "bind", edit, LINK, "--title", "T", "--at", "2026-11-20T10:00:00Z",
            "--json")
    )  # fmt: skip
    assert bound["video_id"] == "dQw4w9WgXcQ"
    decision = ("publication", "decision", edit, "--out", tmp_path / "d.json")
    assert [run(*decision).exit_code for _ in range(2)] == [0, 2]
    assert run(*decision, "--replace").exit_code == 0
    listed = answer(run("publication", "list", "--consent", sealed.record.id, "--json"))
    assert [one["id"] for one in listed] == [bound["id"]]
    assert answer(run("reach", "list", "--json")) == []
    assert run("consent", "withdraw", sealed.record.id, "--purpose", "publish").exit_code == 0
    [reach] = answer(run("reach", "list", "--json"))
    assert reach["consent_id"] == sealed.record.id
    shown = run("reach", "show", sealed.record.id)
    assert bound["url"] in shown.stdout
    assert "until" in shown.stdout
    blocked = run("reach", "statement", sealed.record.id, "--out", tmp_path / "s.pdf")
    assert blocked.exit_code == 1
    task = f"range.{bound['id']}"
    done = answer(run("reach", "done", sealed.record.id, task, "--by", "cut", "--json"))
    assert done["is_complete"]
    made = answer(
        run("reach", "statement", sealed.record.id, "--out", tmp_path / "s.pdf", "--json")
    )
    refused = run("reach", "statement", sealed.record.id, "--out", tmp_path / "s.pdf")
    assert refused.exit_code == 2
    assert "already" in refused.stderr
    (tmp_path / "s.pdf").unlink()
    refused = run("reach", "statement", sealed.record.id, "--out", tmp_path / "s.pdf")
    assert (refused.exit_code, (tmp_path / "s.pdf").exists()) == (2, False)
    again = ("--out", tmp_path / "s.pdf", "--replace")
    assert run("reach", "statement", sealed.record.id, *again).exit_code == 0
    verified = CliRunner().invoke(cli, ["verify", made["signed"], "--json"])
    assert verified.exit_code == 0
    assert answer(verified)["holds"]
    said = CliRunner().invoke(cli, ["verify", made["signed"]])
    assert "The statement holds." in said.stdout
    undone = answer(run("reach", "undo", sealed.record.id, task, "--json"))
    assert not undone["is_complete"]
    assert run("publication", "take-down", bound["id"]).exit_code == 0
    assert run("publication", "take-down", bound["id"]).exit_code == 1
    assert answer(run("reach", "show", sealed.record.id, "--json"))["is_complete"]
    assert run("publication", "take-down", bound["id"], "--undo").exit_code == 0
    assert run("publication", "unbind", bound["id"]).exit_code == 1
    unsaid = run("reach", "done", sealed.record.id, task, "--by", "keep")
    assert unsaid.exit_code == 2
    assert "--note" in unsaid.stderr
    why = ("--by", "keep", "--note", "The link was another video's.")
    assert run("reach", "done", sealed.record.id, task, *why).exit_code == 0
    assert run("publication", "unbind", bound["id"]).exit_code == 0
    assert answer(run("publication", "list", "--json")) == []


def test_the_commands_answer_a_complaint(run, filled, sealed, bound):
    kit = answer(run("complaint", "open", LINK, "0:03", "--text", "me", "--json"))
    assert kit["consent_ids"] == [sealed.record.id]
    assert kit["reply"]
    shown = run("complaint", "show", kit["id"])
    assert re.search(r"answer until [0-9-]{10}T[0-9:]{8}Z\.$", shown.stdout, re.MULTILINE)
    assert run("complaint", "forget", kit["id"]).exit_code == 0
    when = ("--received", "2026-11-20T10:00:00Z", "--json")
    mailed = answer(run("complaint", "open", LINK, "0:02", *when))
    assert mailed["due_at"] == "2026-11-22T10:00:00Z"
    assert run("complaint", "close", mailed["id"], "--by", "answer").exit_code == 0
    listed = run("reach", "list")
    assert kit["id"] in run("complaint", "list").stdout
    assert sealed.record.id in listed.stdout
    assert run("complaint", "close", kit["id"], "--by", "answer").exit_code == 0
    assert answer(run("complaint", "list", "--json")) == []
    assert run("complaint", "close", kit["id"], "--undo").exit_code == 0
    assert run("complaint", "close", kit["id"]).exit_code == 2
    away = run("complaint", "open", "https://youtu.be/aaaaaaaaaaa", "0:03")
    assert away.exit_code == 2
    assert bound.url in away.stdout


def test_the_commands_refuse_what_does_not_pass(run, filled, edit, plan):
    filled.workspace.checks.check(edit, plan=plan)
    handed = run("publication", "handover", edit)
    assert handed.exit_code == 1
    assert "NOT" in handed.stdout
    assert run("publication", "bind", edit, LINK).exit_code == 1
    assert run("publication", "bind", "nothing.mp4", LINK).exit_code == 2
    assert run("publication", "bind", edit, "https://youtu.be/").exit_code == 2


# ── two people ──


def test_what_one_person_is_owed_says_nothing_of_the_other(
    filled, sealed, sample_recording, plan, tmp_path
):
    workspace = filled.workspace
    other = workspace.consents.seal(
        replace(filled.draft(1), party=Party("Sari", country="ID", is_adult_stated=True))
    )
    path = tmp_path / "both.mp4"
    starts = [float(view.conversation.range.start) for view in filled.recording.conversations]
    write_edit(sample_recording.path, path, tuple((at + 2, at + 8) for at in starts[:2]))
    made = workspace.checks.check(path, plan=plan)
    bound = workspace.publications.bind(made.id, LINK, "Budi and Sari", reason="already up")
    assert set(bound.consent_ids) == {sealed.record.id, other.record.id}
    withdraw(filled, sealed)
    [reach] = workspace.reach.reaches()
    [task] = [one for one in reach.tasks if one.kind is ReachKind.RANGE]
    mine = {one.span.edit for one in made.spans if one.consent_id == sealed.record.id}
    assert max(one.end for one in task.ranges) == max(one.end for one in mine)
    assert max(one.end for one in task.ranges) < made.duration - 4
    workspace.reach.done(sealed.record.id, task.id, Measure.BLUR)
    written = workspace.reach.completion_statement(sealed.record.id, tmp_path / "s.pdf")
    text = written.signed.read_text(encoding="utf-8")
    said = " ".join(verify_file(written.signed).claims.values())
    for hidden in (other.record.id, "Sari", "Budi"):
        assert hidden not in text
        assert hidden not in said
    kit = workspace.complaints.open_complaint(bound.id, made.duration - 2)
    assert kit.consent_ids == (other.record.id,)
