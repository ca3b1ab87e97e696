"""What is typed about a complaint is understood, and clocks are told in words."""

from datetime import timedelta
from fractions import Fraction

import published_samples as samples
import pytest

from consentkit.domain.obligations import Measure, ReachKind, Reason
from consentkit.services.publication_views import HandOverStep
from consentkit.ui.published.handover_presenter import first_language, known_link
from consentkit.ui.published.handover_texts import step_words
from consentkit.ui.published.moment import Lack, read_moment
from consentkit.ui.published.reading import fits, tasks_about
from consentkit.ui.published.words import (
    clock_look,
    kind_icon,
    kind_name,
    link_at,
    measure_name,
    platform_name,
    reason_words,
    span_words,
    stretch_words,
    video_look,
)

VIDEOS = samples.publications()
LINK = "https://youtu.be/dQw4w9WgXcQ"


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        (f"{LINK}?t=83", 83),
        (f"{LINK} 1:23", 83),
        (f"1:23 {LINK}", 83),
        (f"{LINK}, 1:23", 83),
        (f"{LINK} at 1:02:03", 3723),
        (f"{LINK}?t=10 1:23", 83),
        ("dQw4w9WgXcQ 83", 83),
    ],
)
def test_a_link_and_a_time_are_understood_in_one_field(text, seconds):
    found = read_moment(text, VIDEOS)
    assert (found.publication.id, found.at, found.lack) == ("pub-0", Fraction(seconds), None)


def test_a_time_alone_is_about_the_chosen_video():
    found = read_moment("1:23", VIDEOS, VIDEOS[1])
    assert (found.publication, found.at, found.lack) == (VIDEOS[1], 83, None)


def test_a_link_to_another_video_beats_the_chosen_one():
    found = read_moment(f"{LINK} 0:05", VIDEOS, VIDEOS[1])
    assert found.publication == VIDEOS[0]


@pytest.mark.parametrize(
    ("text", "lack"),
    [
        ("", Lack.NOTHING),
        ("   ", Lack.NOTHING),
        ("1:23", Lack.VIDEO),
        (LINK, Lack.TIME),
        ("https://youtu.be/zzzzzzzzzzz 1:23", Lack.UNKNOWN_VIDEO),
        ("take it down", Lack.FORM),
        (f"{LINK} https://youtu.be/aaaaaaaaaaa 1:23", Lack.FORM),
        ("x" * 5000, Lack.FORM),
        ("javascript:alert(1)", Lack.FORM),
        ("\x00 \u202e", Lack.FORM),
    ],
)
def test_what_is_missing_is_told(text, lack):
    assert read_moment(text, VIDEOS).lack is lack


def test_a_link_elsewhere_is_found_by_its_address():
    found = read_moment(f"{VIDEOS[2].url} 0:05", VIDEOS)
    assert found.publication == VIDEOS[2]


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (timedelta(days=2, hours=3, minutes=40), "2 days 3 hours"),
        (timedelta(days=1), "1 day"),
        (timedelta(hours=5, minutes=59), "5 hours"),
        (timedelta(minutes=12), "12 minutes"),
        (timedelta(seconds=3), "1 minute"),
    ],
)
def test_time_is_told_coarsely(home, left, words):
    assert span_words(left.total_seconds()) == words


def test_a_clock_changes_its_tone_before_it_is_late(home):
    now = samples.NOW
    assert clock_look(now + timedelta(days=2), now)[1:] == ("clock", "blue")
    assert clock_look(now + timedelta(hours=23), now)[1:] == ("clock", "amber")
    words, *look = clock_look(now - timedelta(hours=1), now)
    assert look == ["warning", "red"]
    assert words.startswith("Late since")
    # The last moment is still in time.
    assert clock_look(now, now)[1] == "clock"


def test_how_it_stands_with_a_video_follows_from_what_is_open(home):
    now, made = samples.NOW, samples.publication()
    late = samples.late_reach().tasks
    assert video_look(made, (), now)[2] == "green"
    assert video_look(made, (samples.task(),), now)[0] == "1 thing to do"
    assert video_look(made, late, now)[0] == "1 late"
    down = samples.publications()[3]
    assert video_look(down, (), now)[0] == "Taken down"


def test_every_reason_kind_measure_and_step_has_words(home):
    assert all(reason_words(one.value, samples.NOW) for one in Reason)
    assert all(kind_name(one) and kind_icon(one) for one in ReachKind)
    assert len({measure_name(one) for one in Measure}) == len(Measure)
    for line in samples.hand_over().checklist:
        assert step_words(line)
    assert {line.step for line in samples.hand_over().checklist} == set(HandOverStep)


def test_stretches_are_links_to_their_second():
    made = samples.publication()
    one = samples.stretch(62, 71)
    assert stretch_words(one) == "1:02\N{EN DASH}1:11"
    assert stretch_words(samples.stretch(62, 62)) == "1:02"
    assert link_at(made, one).endswith("&t=62s")
    assert link_at(samples.publications()[2], one) == samples.publications()[2].url


def test_videos_are_found_by_every_word():
    made = samples.publication()
    assert fits(made, "singing youtube")
    assert fits(made, "k7qf")
    assert not fits(made, "singing tiktok")
    assert platform_name("example.org") == "example.org"


def test_only_what_is_open_counts_for_a_video():
    [(reach, tasks)] = tasks_about("pub-0", samples.listed().reaches)
    assert reach.partner == "Dewi"
    assert [task.kind for task in tasks] == [ReachKind.RANGE]
    assert tasks_about("pub-0", (samples.complete_reach(),)) == ()


@pytest.mark.parametrize(
    ("preference", "system", "expected"),
    [("ru", "en_GB", "ru"), ("auto", "id_ID", "id"), ("auto", "de_DE", "en")],
)
def test_texts_are_proposed_in_the_language_of_the_app(preference, system, expected):
    assert first_language(preference, system) == expected


def test_a_pasted_link_is_known_or_not():
    assert known_link(LINK).video_id == "dQw4w9WgXcQ"
    assert known_link("not a link") is None
    assert known_link("https://youtu.be/" + "x" * 5000) is None
