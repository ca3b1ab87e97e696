"""A plan is given to a check that was made before: decided, kept, logged, and taken away again."""

from dataclasses import replace

import pytest
from small_edits import write_edit

from consentkit.domain.plan import PublishPlan
from consentkit.domain.scope import WORLD
from consentkit.kernel.errors import NotFoundError
from consentkit.kernel.progress import Cancelled, CancelToken

PLAN = PublishPlan("youtube", is_monetised=False, sponsor="", territory=(WORLD,))


@pytest.fixture(scope="module", name="edit")
def make_edit(tmp_path_factory, sample_recording):
    path = tmp_path_factory.mktemp("edits") / "final cut.mp4"
    write_edit(sample_recording.path, path, ((3, 9),))
    return path


def gates(filled):
    return sum(row.kind == "gate" for row in filled.workspace.activity.rows())


def test_a_plan_given_later_is_decided_kept_and_logged(filled, edit):
    checks = filled.workspace.checks
    made = checks.check(edit)
    assert made.plan is None
    assert made.gate is None
    before = gates(filled)
    planned = checks.set_plan(made.id, PLAN)
    assert planned.plan == PLAN
    assert not planned.gate.is_passed
    assert planned.gate.outcomes_of("core.same-file")[0].state.value == "pass"
    assert gates(filled) == before + 1
    assert filled.workspace.gate.replay(planned.gate_id).decision == planned.gate
    again = checks.set_plan(made.id, replace(PLAN, is_made_for_kids=False))
    assert again.gate_id != planned.gate_id
    assert checks.get(made.id).plan.is_made_for_kids is False
    gone = checks.set_plan(made.id, None)
    assert (gone.plan, gone.gate, gone.gate_id) == (None, None, "")
    assert gone.reasons == made.reasons


def test_a_file_that_changed_meanwhile_is_noticed(filled, edit, tmp_path):
    video = tmp_path / "cut.mp4"
    video.write_bytes(edit.read_bytes())
    checks = filled.workspace.checks
    made = checks.check(video)
    checks.set_plan(made.id, PLAN)
    video.write_bytes(video.read_bytes() + b"\x00")
    changed = checks.set_plan(made.id, replace(PLAN, is_made_for_kids=True))
    assert "core.same-file" in changed.gate.reasons
    video.unlink()
    away = checks.set_plan(made.id, PLAN)
    assert away.gate.outcomes_of("core.same-file")[0].reason == "file-not-read"


def test_a_stopped_decision_keeps_the_plan_as_it_was(filled, edit):
    checks = filled.workspace.checks
    made = checks.check(edit)
    stopped = CancelToken()
    stopped.cancel()
    with pytest.raises(Cancelled):
        checks.set_plan(made.id, PLAN, cancel=stopped)
    assert checks.get(made.id).plan is None


def test_a_check_that_is_not_there_takes_no_plan(filled):
    with pytest.raises(NotFoundError):
        filled.workspace.checks.set_plan("chk-none", PLAN)
