"""What an opened recording does, by plain calls: no widget, no thread, no vault."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from fractions import Fraction
from types import SimpleNamespace

import pytest

from consentkit.domain.consent import Step
from consentkit.domain.evidence import Answer
from consentkit.kernel.clock import ManualClock
from consentkit.kernel.errors import StateError
from consentkit.kernel.timebase import TimeRange
from consentkit.ui.recording.presenter import RecordingPresenter
from consentkit.ui.recording.steps import StepRequest


class DirectBridge:
    """Answers at once; jobs wait until a test lets them end."""

    def __init__(self):
        self.jobs = []
        self.errors = []

    def query(self, work, done=None, failed=None, *, owner=None):
        try:
            answer = work()
        except StateError as error:
            self.errors.append(error.code)
            return
        if done is not None:
            done(answer)

    def job(self, kind, label, work, done=None, failed=None, *, owner=None, silent=False):
        self.jobs.append(SimpleNamespace(kind=kind, work=work, done=done, failed=failed))
        return str(len(self.jobs))


@dataclass
class SilentView:
    """Remembers what it was shown last."""

    shown: dict = field(default_factory=dict)

    def __getattr__(self, name):
        return lambda *args, **_: self.shown.__setitem__(name, args)


class Recordings:
    """Remembers what it was asked for."""

    def __init__(self, detail):
        self.shown = detail
        self.calls = []

    def detail(self, recording_id):
        return self.shown

    def __getattr__(self, name):
        def call(*args, **named):
            self.calls.append((name, *args[1:], *named.values()))
            return self.shown.conversations

        return call


class Consents:
    """One record, and the steps asked of it."""

    def __init__(self, detail):
        self.shown = detail
        self.calls = []

    def detail(self, consent_id):
        return replace(self.shown, record=replace(self.shown.record, id=consent_id))

    def allowed_steps(self, consent_id):
        return frozenset({Step.SUSPEND})

    def suspend(self, consent_id, purposes, reason):
        self.calls.append(("suspend", consent_id, reason))
        return self.shown


@pytest.fixture(name="opened")
def open_recording(samples):
    bridge = DirectBridge()
    detail = samples.detail()
    went, said, errors = [], [], []
    workspace = SimpleNamespace(
        recordings=Recordings(detail),
        consents=Consents(samples.consent()),
        askings=SimpleNamespace(matches=lambda _: (samples.match(),), languages=lambda: ()),
        is_read_only=False,
    )
    context = SimpleNamespace(
        bridge=bridge,
        workspace=workspace,
        navigate=lambda page, **arguments: went.append((page, arguments)),
        toast=lambda text, undo=None: said.append((text, undo)),
        show_error=errors.append,
        changed=lambda: None,
        clock=ManualClock(samples.NOW),
    )
    view = SilentView()
    presenter = RecordingPresenter(context, view)
    presenter.open("rec-1")
    return SimpleNamespace(
        presenter=presenter,
        view=view,
        recordings=workspace.recordings,
        consents=workspace.consents,
        workspace=workspace,
        bridge=bridge,
        went=went,
        said=said,
    )


def test_a_recording_opens_at_the_conversation_that_was_asked_for(opened):
    opened.presenter.open("rec-1", "cnv-5")
    assert opened.presenter.selected_id == "cnv-5"
    assert opened.view.shown["seek"] == (Fraction(702),)


def test_an_answer_for_another_recording_is_not_shown(opened, samples):
    opened.presenter.open("rec-2")
    assert opened.presenter.detail is None


def test_brackets_walk_through_the_conversations(opened):
    presenter = opened.presenter
    presenter.seek(Fraction(100))
    presenter.step_selection(1)
    assert presenter.selected_id == "cnv-2"
    presenter.step_selection(-1)
    assert presenter.selected_id == "cnv-1"
    presenter.step_selection(-1)
    assert presenter.selected_id == "cnv-1"


def test_the_keys_move_the_edges_of_the_chosen_conversation(opened):
    presenter = opened.presenter
    presenter.select("cnv-2")
    presenter.seek(Fraction(105))
    presenter.mark_in()
    assert opened.recordings.calls[-1] == (
        "move_edges",
        "cnv-2",
        TimeRange(Fraction(105), Fraction(133)),
    )


def test_an_end_before_the_beginning_moves_nothing(opened):
    presenter = opened.presenter
    presenter.select("cnv-2")
    presenter.seek(Fraction(50))
    presenter.mark_out()
    assert opened.recordings.calls == []


def test_the_playhead_never_leaves_the_recording(opened):
    opened.presenter.seek(Fraction(99_999))
    assert opened.presenter.playhead == Fraction(5400)
    opened.presenter.step_seconds(1)
    assert opened.presenter.playhead == Fraction(5400)


def test_the_last_conversation_cannot_be_merged_with_a_next(opened):
    opened.presenter.select("cnv-10")
    assert not opened.presenter.can_merge
    opened.presenter.merge()
    assert opened.recordings.calls == []


def test_setting_aside_can_be_undone_from_the_toast(opened):
    opened.presenter.select("cnv-2")
    opened.presenter.toggle_discard()
    _, undo = opened.said[-1]
    undo()
    assert [call[0] for call in opened.recordings.calls] == ["discard", "discard"]
    assert opened.recordings.calls[-1][-1] is False


def test_an_asking_that_fits_is_taken_as_a_beginning(opened):
    opened.presenter.select("cnv-2")
    opened.presenter.start_marking()
    assert opened.presenter.marking.digits == "318402"
    assert opened.presenter.marking.party_name == "Sari"


def test_askings_of_other_conversations_are_not_offered(opened):
    opened.presenter.select("cnv-10")
    assert opened.presenter.fitting_matches() == ()


def test_nothing_else_can_be_chosen_while_marking(opened):
    opened.presenter.select("cnv-2")
    opened.presenter.start_marking()
    opened.presenter.select("cnv-5")
    assert opened.presenter.selected_id == "cnv-2"


@pytest.mark.parametrize("conversation_id", ["cnv-1", "cnv-4"])
def test_what_has_a_record_or_was_set_aside_is_not_marked(opened, conversation_id):
    opened.presenter.select(conversation_id)
    opened.presenter.start_marking()
    assert opened.presenter.marking is None


def test_a_new_answer_takes_the_place_of_the_record_that_ended(opened):
    opened.presenter.select("cnv-9")
    opened.presenter.start_marking(is_anew=True)
    assert opened.presenter.marking.supersedes == "c6"


def test_an_answer_happened_when_the_recording_says_so(opened, samples):
    opened.presenter.select("cnv-10")
    opened.presenter.start_marking()
    began = samples.recording().claimed_start_at
    assert opened.presenter.marking.starts_at == began + timedelta(seconds=4720)


@pytest.mark.parametrize("claimed", [None, "future", "past"])
def test_a_recording_with_a_wrong_clock_is_answered_at_this_moment(opened, samples, claimed):
    start = {
        None: None,
        "future": samples.NOW + timedelta(days=400),
        "past": samples.NOW.replace(year=1970),
    }[claimed]
    detail = samples.detail()
    opened.recordings.shown = replace(
        detail, recording=replace(detail.recording, claimed_start_at=start)
    )
    opened.presenter.open("rec-1", "cnv-10")
    opened.presenter.start_marking()
    assert opened.presenter.marking.starts_at == samples.NOW


def test_what_cannot_be_sealed_starts_no_job(opened):
    opened.presenter.select("cnv-10")
    opened.presenter.start_marking()
    opened.presenter.seal()
    assert opened.bridge.jobs == []


def test_sealing_that_was_stopped_can_be_started_again(opened):
    presenter = opened.presenter
    presenter.select("cnv-10")
    presenter.start_marking()
    presenter.hear(Answer.NO)
    presenter.seal()
    assert presenter.is_sealing
    presenter.leave_marking()
    assert presenter.marking is not None
    presenter.seal_ended("cancelled")
    assert not presenter.is_sealing
    presenter.seal()
    assert [job.kind for job in opened.bridge.jobs] == ["seal", "seal"]


def test_a_step_goes_to_the_record_that_is_shown(opened):
    opened.presenter.select("cnv-1")
    purposes = opened.presenter.consent.record.purposes
    opened.presenter.actions.take_step(StepRequest(Step.SUSPEND, purposes, "Doubt."))
    assert opened.consents.calls == [("suspend", "con-1", "Doubt.")]


def test_a_proof_is_exported_on_its_own_page(opened):
    opened.presenter.select("cnv-1")
    opened.presenter.actions.export_proof()
    assert opened.went == [("proofs", {"consent_id": "con-1"})]


def test_a_vault_that_is_written_elsewhere_is_only_looked_at(opened):
    opened.workspace.is_read_only = True
    presenter = opened.presenter
    presenter.select("cnv-2")
    presenter.seek(Fraction(110))
    presenter.split()
    presenter.mark_in()
    presenter.undo()
    presenter.start_marking()
    assert opened.recordings.calls == []
    assert presenter.marking is None
