"""What the library does, by plain calls."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace

import pytest

from consentkit.domain.consent import Status
from consentkit.domain.recording import Damage
from consentkit.kernel.errors import MalformedError
from consentkit.services.jobs import JobState
from consentkit.services.views import RecordingCard
from consentkit.ui.recordings.presenter import LibraryPresenter, Sort, Stage, arranged
from consentkit.ui.recordings.words import card_sentence, damage_words, statuses_words


def card(samples, number, title, statuses=None, **changes):
    made = samples.recording(
        1000 * number, id=f"rec-{number}", title=title, added_at=samples.NOW + timedelta(number)
    )
    made = replace(made, **changes)
    return RecordingCard(
        made, Path("/films") / title, False, 3, statuses or {Status.UNKNOWN: number}
    )


@pytest.fixture(name="cards")
def some_cards(samples):
    return (
        card(samples, 1, "Night in Jakarta.mkv"),
        card(samples, 2, "second night.mp4", {Status.GIVEN: 2}),
        card(samples, 3, "Morning.webm", {Status.UNKNOWN: 1}),
    )


class Page:
    """Stands in for the page, and for the bridge under it."""

    def __init__(self, cards):
        self.cards = cards
        self.shown = ()
        self.jobs = []
        self.held = None
        self.removed = []
        self.said = []
        self.cancelled = []
        recordings = SimpleNamespace(
            cards=lambda: self.cards, remove=self.removed.append, add=None, quick_filmstrip=None
        )
        context = SimpleNamespace(
            bridge=self,
            workspace=SimpleNamespace(recordings=recordings, is_read_only=False),
            navigate=lambda *_, **__: None,
            toast=lambda text, undo=None: self.said.append((text, undo)),
            show_error=lambda _: None,
            changed=lambda: None,
        )
        self.presenter = LibraryPresenter(context, self)
        self.presenter.refresh()

    def show_cards(self, cards, total):
        self.shown = tuple(item.recording.id for item in cards)

    def show_additions(self, additions):
        pass

    def hold_removal(self, is_held):
        self.held = is_held

    def query(self, work, done=None, failed=None, *, owner=None):
        done(work())

    def job(self, kind, label, work, done=None, failed=None, *, owner=None, silent=False):
        if not silent:
            self.jobs.append(SimpleNamespace(done=done, failed=failed))
        return str(len(self.jobs))

    def cancel_job(self, job_id):
        self.cancelled.append(job_id)


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        (Sort.NEWEST, [3, 2, 1]),
        (Sort.OLDEST, [1, 2, 3]),
        (Sort.TITLE, [3, 1, 2]),
        (Sort.LONGEST, [3, 2, 1]),
        (Sort.TO_DO, [3, 1, 2]),
    ],
)
def test_the_library_has_five_orders(cards, sort, order):
    found = [int(item.recording.id[-1]) for item in arranged(cards, sort=sort)]
    assert found == order


def test_every_word_searched_for_must_be_there(cards):
    assert [c.recording.id for c in arranged(cards, "NIGHT")] == ["rec-2", "rec-1"]
    assert [c.recording.id for c in arranged(cards, "night jak")] == ["rec-1"]


def test_files_are_scanned_one_after_the_other(cards):
    page = Page(cards)
    page.presenter.add((Path("/a.mkv"), Path("/b.mkv"), Path("/a.mkv")))
    stages = [item.stage for item in page.presenter.additions]
    assert stages == [Stage.RUNNING, Stage.WAITING]
    page.jobs[0].done(SimpleNamespace(recording=SimpleNamespace(id="new")))
    assert [item.path.name for item in page.presenter.additions] == ["b.mkv"]
    assert page.presenter.additions[0].stage is Stage.RUNNING


def test_a_file_that_failed_does_not_hold_up_the_next(cards):
    page = Page(cards)
    page.presenter.add((Path("/a.txt"), Path("/b.mkv")))
    page.jobs[0].failed(MalformedError("media.not-a-recording"))
    assert [item.stage for item in page.presenter.additions] == [Stage.FAILED, Stage.RUNNING]
    page.presenter.retry(Path("/a.txt"))
    assert page.presenter.additions[0].stage is Stage.WAITING


def test_a_stopped_file_leaves_when_its_job_has_stopped(cards):
    page = Page(cards)
    page.presenter.add((Path("/a.mkv"),))
    page.presenter.dismiss(Path("/a.mkv"))
    assert page.cancelled == ["1"]
    assert len(page.presenter.additions) == 1
    page.presenter.job_changed(JobState("1", "recording.add", "", state="cancelled"))
    assert page.presenter.additions == ()


def test_a_recording_with_permissions_stays(cards):
    page = Page(cards)
    page.presenter.remove("rec-2")
    assert "rec-2" in page.shown
    assert page.said


def test_a_removal_happens_only_when_undo_is_over(cards):
    page = Page(cards)
    page.presenter.remove("rec-1")
    assert page.shown == ("rec-3", "rec-2")
    assert page.removed == []
    page.said[-1][1]()
    assert page.shown == ("rec-3", "rec-2", "rec-1")
    page.presenter.remove("rec-1")
    page.presenter.finish_removal()
    page.presenter.finish_removal()
    assert page.removed == ["rec-1"]


def test_a_second_removal_carries_out_the_first(cards):
    page = Page(cards)
    page.presenter.remove("rec-1")
    page.presenter.remove("rec-3")
    assert page.removed == ["rec-1"]


def test_damaged_files_say_how_far_they_go(samples):
    cut = Damage(2, Fraction(900), is_truncated=True, header_duration=Fraction(7200))
    assert damage_words(samples.recording(5400, damage=cut)) == (
        "Cut off: 1:30:00 of 2:00:00 are there."
    )
    assert damage_words(samples.recording()) == ""


def test_settled_conversations_are_named_before_open_ones():
    counts = {Status.UNKNOWN: 4, Status.REFUSED: 2, Status.GIVEN: 3}
    assert statuses_words(counts) == "Given: 3, Refused: 2, No record yet: 4"


def test_a_row_is_read_aloud_as_a_whole(samples):
    missing = replace(card(samples, 1, "a.mkv"), is_missing=True)
    text = card_sentence(missing)
    assert "a.mkv" in text
    assert "The file is missing." in text
