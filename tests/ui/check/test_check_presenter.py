"""The behaviour of the page, by plain calls."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import check_samples as samples
import pytest

from consentkit.domain.coverage import Lane
from consentkit.kernel.errors import InputError
from consentkit.services.check_views import Outdated
from consentkit.ui.check.presenter import CheckPresenter, Part, Wish
from consentkit.ui.check.words import Remedy

VIDEO = Path("/nowhere/cut.mp4")


class View:
    """Remembers what it was told."""

    def __init__(self):
        self.told = {}

    def __getattr__(self, name):
        def tell(*arguments):
            self.told.setdefault(name, []).append(arguments)

        return tell

    def last(self, name):
        return self.told[name][-1]


@pytest.fixture(name="view")
def make_view():
    return View()


@pytest.fixture(name="presenter")
def make_presenter(home, view):
    made = CheckPresenter(home.context, view)
    # As the page does: the player tells where it is.
    view.seek = made.moved
    home.bridge.jobChanged.connect(made.job_changed)
    return made


@pytest.fixture(name="opened")
def open_check(presenter, home, idle):
    presenter.open("chk-1")
    idle()
    assert presenter.part is Part.RESULT
    return presenter


def test_a_provisional_result_comes_first_and_the_full_one_takes_its_place(
    presenter, home, view, idle
):
    home.checks.provisional = replace(samples.check(), is_provisional=True)
    home.checks.answer = samples.passed_check()
    presenter.start(Wish(VIDEO))
    assert presenter.part is Part.WORKING
    idle()
    shown = [check.is_provisional for check, _matters in view.told["show_check"]]
    assert shown == [True, False]
    assert presenter.check.is_passed
    assert view.last("show_job") == (None,)


def test_a_stopped_check_leaves_the_provisional_result(presenter, home, idle, qtbot):
    home.checks.provisional = replace(samples.check(), is_provisional=True)
    presenter.start(Wish(VIDEO))
    qtbot.waitUntil(lambda: presenter.check is not None)
    presenter.cancel()
    idle()
    assert presenter.part is Part.RESULT
    assert presenter.check.is_provisional
    assert not presenter.job_id


def test_a_stop_before_any_result_leads_back_to_the_start(presenter, home, idle):
    presenter.start(Wish(VIDEO))
    presenter.cancel()
    idle()
    assert presenter.part is Part.START


def test_a_video_that_cannot_be_read_says_why(presenter, home, view, idle):
    home.checks.answer = InputError("media.not-media")
    presenter.start(Wish(VIDEO))
    idle()
    path, error = view.last("show_failure")
    assert (path, error.code) == (VIDEO, "media.not-media")
    assert presenter.part is Part.WORKING


def test_a_timeline_without_a_rate_asks_for_it(presenter, home, view, idle):
    home.checks.answer = samples.check()
    presenter.start(Wish(VIDEO, Path("cut.edl")))
    idle()
    (wish,) = view.last("ask_rate")
    presenter.start(replace(wish, rate=Fraction(25)))
    idle()
    assert ("check", VIDEO, Path("cut.edl"), Fraction(25)) in home.checks.asked


def test_a_result_that_comes_while_the_list_is_in_front_does_not_push_in(
    presenter, home, view, idle, qtbot
):
    home.checks.provisional = replace(samples.check(), is_provisional=True)
    presenter.start(Wish(VIDEO))
    qtbot.waitUntil(lambda: presenter.check is not None)
    presenter.back()
    home.checks.answer = samples.check()
    presenter._done(presenter._run, samples.check())
    assert presenter.part is Part.START
    assert home.said == ["night talks 12 final.mp4 is checked."]
    home.bridge.cancel_job("1")
    idle()


def test_stepping_goes_through_what_needs_a_decision(opened):
    seen = []
    for _ in range(8):
        opened.step_matter(1)
        seen.append(float(opened.position))
    assert seen == [0, 6, 31.5, 52, 58, 90, 101, 0]
    opened.step_matter(-1)
    assert opened.position == 101


def test_stepping_goes_through_the_spans_of_the_lane(opened):
    opened.change_lane(Lane.SOUND)
    opened.step_span(1)
    assert (opened.selected_place, opened.position) == (9, 7)
    opened.step_span(-1)
    opened.step_span(-1)
    assert opened.selected_place == 8


def test_the_source_follows_the_playhead(opened, view):
    opened.seek(Fraction(40))
    (source,) = view.last("show_source")
    assert (source.recording_id, source.is_mirrored) == ("rec-1", True)
    opened.seek(Fraction(2))
    assert view.last("show_source") == (None,)


def test_a_recording_that_is_gone_shows_nothing(opened, view, idle):
    opened.seek(Fraction(40))
    idle()
    assert view.last("show_source_detail") == (None,)


def test_moving_by_frames_uses_the_rate_of_the_video(opened):
    opened._take(replace(opened.check, frame_rate=Fraction(50)))
    opened.step_frames(1)
    assert opened.position == Fraction(1, 50)
    opened.step_seconds(2)
    assert opened.position == Fraction(101, 50)


def test_each_matter_leads_to_its_remedy(opened, home):
    by_reason = {matter.reasons[0]: matter for matter in opened.matters}
    opened.act(by_reason["core.not-given"], Remedy.OPEN_PERMISSION)
    opened.act(by_reason["core.no-consent"], Remedy.MARK_PERMISSION)
    opened.act(by_reason["core.not-given"], Remedy.ASK)
    assert home.went_to == [
        ("permissions", {"consent_id": "con-2"}),
        ("recording", {"recording_id": "rec-2", "conversation_id": "cnv-20"}),
        ("ask", {}),
    ]


def test_marking_as_own_covers_all_stretches_of_a_matter_and_can_be_undone(opened, home, idle):
    home.checks.answer = opened.check
    unknown = opened.matters[0]
    opened.mark_own((unknown,), " my intro ")
    idle()
    stretches = ((Lane.PICTURE, samples.stretch(0, 6)), (Lane.SOUND, samples.stretch(0, 6)))
    assert home.checks.asked[-1] == ("own", "chk-1", stretches, "my intro")
    home.undo()
    idle()
    assert home.checks.asked[-1] == ("not own", "chk-1", stretches)


def test_a_matter_stays_chosen_though_its_span_belongs_to_two(opened):
    alone = opened.matters[1]
    opened.select_matter(alone)
    assert (opened.selected_matter, opened.position) == (alone, 6)
    opened.select(8)
    opened.seek(Fraction(1))
    assert opened.selected_matter == opened.matters[0]


def test_marking_needs_a_reason(opened, home):
    opened.mark_own((opened.matters[0],), "  ")
    assert not [item for item in home.checks.asked if item[0] == "own"]


def test_a_chosen_span_is_found_again_in_a_newer_check(opened):
    opened.select(2)
    shorter = replace(opened.check, spans=opened.check.spans[1:])
    opened._take(shorter)
    assert opened.selected_place == 1


@pytest.mark.parametrize(
    ("outdated", "asked"),
    [
        ({Outdated.CONSENTS}, "rejudge"),
        ({Outdated.RECORDINGS}, "again"),
        ({Outdated.CONSENTS, Outdated.RECORDINGS}, "again"),
        (set(), "again"),
    ],
)
def test_checking_again_does_no_more_than_is_needed(opened, home, idle, outdated, asked):
    opened._take(replace(opened.check, outdated=frozenset(outdated)))
    home.checks.answer = samples.passed_check()
    opened.check_again()
    idle()
    assert asked in {item[0] for item in home.checks.asked}
    assert opened.check.is_passed


def test_removing_leads_back_and_can_be_undone(opened, home, idle):
    opened.remove("chk-1")
    idle()
    assert opened.part is Part.START
    home.undo()
    idle()
    assert ("bring back", "chk-1") in home.checks.asked


def test_the_report_is_written_and_the_text_copied(opened, view, idle, tmp_path):
    opened.export(tmp_path / "x.json")
    idle()
    assert (tmp_path / "x.json").read_bytes() == b"chk-1"
    opened.copy_text()
    (text,) = view.last("copy")
    assert "4 people, 1 covered." in text
    assert "Дмитрий, Picture + Sound: The permission to publish does not hold: refused." in text
    assert "ab" * 32 in text


def test_recordings_without_fingerprints_are_scanned_again_on_demand(presenter, home, view, idle):
    home.checks.without = ("rec-1", "rec-2")
    presenter.refresh()
    idle()
    assert view.last("show_left_out") == (2, True)
    presenter.rescan()
    idle()
    assert view.last("show_left_out") == (0, True)


def test_a_vault_that_is_only_read_offers_no_scanning(home, view, idle):
    home.is_read_only = True
    presenter = CheckPresenter(home.context, view)
    home.checks.without = ("rec-1",)
    presenter.refresh()
    idle()
    assert view.last("show_left_out") == (1, False)
