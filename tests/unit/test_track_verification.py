"""An edit is held against a recording: what fits, what does not, and how well the time is told."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from consentkit.kernel.errors import MalformedError
from consentkit.media.match.track import (
    Hypothesis,
    Panes,
    SourceLine,
    SourceStretch,
    TrackReader,
    Verification,
    View,
    verify,
)
from consentkit.media.match.track_register import register
from consentkit.media.taps.base import DetailFrame, SampledFrame, StreamFacts
from consentkit.media.taps.edit_track import EditTrackTap
from consentkit.media.taps.picture_track import PictureTrackTap

Picture = NDArray[np.uint8]
Change = Callable[[Picture], Picture]

WIDTH, HEIGHT = 640, 360
TALK_S = 24.0
"""Two people before one backdrop, one after the other, each so long."""
WHOLE = View(1.0, 1.0, 0.0, 0.0)
NEAR = View(0.5, 0.5, 0.25, 0.2)


def texture(seed: int, width: int, height: int, grain: float) -> NDArray[np.float32]:
    """Return smooth noise of mean 0 and spread 1."""
    noise = np.random.default_rng(seed).normal(size=(height, width)).astype(np.float32)
    smooth = cv2.GaussianBlur(noise, (0, 0), grain)
    return np.asarray((smooth - smooth.mean()) / smooth.std(), np.float32)


BACKDROP = texture(1, WIDTH, HEIGHT, 9)
PEOPLE = {person: texture(10 + person, 240, 280, 8) for person in (0, 1, 2)}
OVAL = np.zeros((280, 240), np.float32)
cv2.ellipse(OVAL, (120, 140), (110, 130), 0, 0, 360, 1.0, -1)


def scene(at: float, person: int, *, moves: bool = True) -> Picture:
    """Return what the camera sees of a person at a second."""
    picture = 120 + 25 * BACKDROP.copy()
    sway = at if moves else 0.0
    x = 200 + int(60 * np.sin(0.9 * sway) + 25 * np.sin(2.3 * sway + person))
    y = 50 + int(18 * np.sin(1.7 * sway))
    patch = 130 + 35 * PEOPLE[person]
    part = picture[y : y + 280, x : x + 240]
    picture[y : y + 280, x : x + 240] = part * (1 - OVAL) + patch * OVAL
    return np.asarray(picture.clip(0, 255), np.uint8)


def recorded(at: float) -> Picture:
    return scene(at, 0 if at < TALK_S else 1)


def recording(*, moves: bool = True) -> TrackReader:
    tap = PictureTrackTap()
    tap.begin(StreamFacts(WIDTH, HEIGHT, has_picture=True, has_sound=True))
    for number in range(int(2 * TALK_S * 4)):
        at = number / 4
        seen = scene(at, 0 if at < TALK_S else 1, moves=moves)
        small = cv2.resize(seen, (320, 180), interpolation=cv2.INTER_AREA)
        tap.on_frame(SampledFrame(Fraction(number, 4), np.asarray(small), is_keyframe=False))
    return TrackReader(tap.finish())


@pytest.fixture(scope="module")
def known() -> TrackReader:
    return recording()


def edit(
    shown: Callable[[float], Picture], view: View = WHOLE, change: Change | None = None
) -> TrackReader:
    """Return the track of an edit of 6 seconds that shows a part of what ``shown`` gives."""
    tap = EditTrackTap()
    tap.begin(StreamFacts(WIDTH, HEIGHT, has_picture=True, has_sound=True))
    matrix = np.array(
        [
            [view.scale_x, 0, view.shift_x * WIDTH],
            [0, view.scale_y, view.shift_y * HEIGHT],
        ],
        np.float32,
    )
    for number in range(24):
        picture = cv2.warpAffine(
            shown(number / 4),
            matrix,
            (WIDTH, HEIGHT),
            flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        )
        picture = np.asarray(picture, np.uint8)
        if change is not None:
            picture = change(picture)
        small = cv2.resize(picture, (320, 180), interpolation=cv2.INTER_AREA)
        tap.on_detail(DetailFrame(Fraction(number, 4), np.asarray(small), is_keyframe=False))
    return TrackReader(tap.finish())


def held(made: TrackReader, known: TrackReader, source_s: float, view: View) -> Verification:
    found = verify(made, known, Hypothesis(view, 0.0, 6.0, SourceLine(0.0, source_s)))
    assert found is not None
    return found


GRADES: dict[str, Change] = {
    "brighter": lambda p: np.asarray((p * 1.15 + 25).clip(0, 255), np.uint8),
    "faded": lambda p: np.asarray(60 + p * 0.6, np.uint8),
    "gamma": lambda p: np.asarray(255 * (p / 255) ** 0.7, np.uint8),
    "caption": lambda p: np.vstack([p[:310], np.full((50, WIDTH), 15, np.uint8)]),
    "soft": lambda p: np.asarray(cv2.GaussianBlur(p, (0, 0), 3), np.uint8),
}


@pytest.mark.parametrize("grade", sorted(GRADES))
@pytest.mark.parametrize("view", [WHOLE, NEAR], ids=["whole", "zoomed"])
def test_the_right_moment_is_told_from_the_other_person(
    known: TrackReader, grade: str, view: View
) -> None:
    made = edit(lambda at: recorded(8 + at), view, GRADES[grade])
    right, wrong = held(made, known, 8.0, view), held(made, known, TALK_S + 8, view)
    assert right.evidence > 1
    assert max(step.evidence for step in wrong.steps) < 0


def test_mirroring_changes_nothing_but_the_view(known: TrackReader) -> None:
    made = edit(lambda at: recorded(8 + at), NEAR)
    turned = edit(lambda at: recorded(8 + at), NEAR, lambda p: np.ascontiguousarray(p[:, ::-1]))
    view = View(-NEAR.scale_x, NEAR.scale_y, NEAR.shift_x + NEAR.scale_x, NEAR.shift_y)
    plain, mirrored = held(made, known, 8.0, NEAR), held(turned, known, 8.0, view)
    assert mirrored.view.is_mirrored
    assert mirrored.evidence == pytest.approx(plain.evidence, rel=0.2)
    assert held(turned, known, 8.0, NEAR).evidence < 0


def test_a_person_nobody_recorded_before_the_same_backdrop_is_refused(known: TrackReader) -> None:
    stranger = edit(lambda at: scene(8 + at, 2))
    steps = held(stranger, known, 8.0, WHOLE).steps
    assert max(step.evidence for step in steps) < 0
    assert min(step.partner.agreement for step in steps) > 0.3


def test_the_time_is_corrected_to_a_tenth_of_a_second(known: TrackReader) -> None:
    made = edit(lambda at: recorded(8 + at))
    found = held(made, known, 8.6, WHOLE)
    assert found.line.at(0.0) == pytest.approx(8.0, abs=0.1)
    assert found.sharpness > 0.05


@pytest.mark.parametrize("speed", [0.8, 0.93, 1.0, 1.17, 1.25])
def test_the_moment_is_found_in_a_conversation_from_the_picture_alone(
    known: TrackReader, speed: float
) -> None:
    made = edit(lambda at: recorded(7 + at * speed))
    asked = Hypothesis(WHOLE, 0.0, 6.0, SourceStretch(0.0, TALK_S))
    found = verify(made, known, asked)
    assert found is not None
    assert found.evidence > 3
    assert all(
        step.source_s == pytest.approx(7 + (step.edit_s + 0.25) * speed, abs=0.3)
        for step in found.steps
    )


def test_where_nobody_moves_the_time_is_said_to_be_unknown() -> None:
    still = recording(moves=False)
    made = edit(lambda _at: scene(0.0, 0, moves=False))
    found = held(made, still, 8.0, WHOLE)
    assert found.evidence > 3
    assert found.sharpness < 0.02
    assert max(step.partner.margin for step in found.steps) < 0.02


def times_spoken(found: Verification) -> list[float]:
    return [step.partner.timed for step in found.steps]


def covered(picture: Picture) -> Picture:
    """Return a picture of which boards hide two thirds."""
    hidden = picture.copy()
    hidden[:, : WIDTH // 4] = 30
    hidden[HEIGHT // 2 :, WIDTH // 4 : WIDTH * 3 // 4] = 220
    return hidden


def test_the_time_speaks_for_what_moves_when_it_should(known: TrackReader) -> None:
    made = edit(lambda at: recorded(8 + at), WHOLE, covered)
    assert min(times_spoken(held(made, known, 8.0, WHOLE))) > 1


def test_another_time_than_the_one_asked_for_speaks_for_nothing(known: TrackReader) -> None:
    made = edit(lambda at: recorded(8 + at))
    assert set(times_spoken(held(made, known, 8.6, WHOLE))) == {0.0}


def test_a_time_that_was_looked_for_speaks_for_nothing(known: TrackReader) -> None:
    made = edit(lambda at: recorded(8 + at))
    found = verify(made, known, Hypothesis(WHOLE, 0.0, 6.0, SourceStretch(0.0, TALK_S)))
    assert found is not None
    assert set(times_spoken(found)) == {0.0}


def test_where_nobody_moves_the_time_speaks_for_nothing() -> None:
    made = edit(lambda _at: scene(0.0, 0, moves=False))
    found = held(made, recording(moves=False), 8.0, WHOLE)
    assert max(times_spoken(found)) == 0


@pytest.mark.parametrize("begin_s", [2.0, 5.0, 11.0, 14.0, 17.0])
def test_another_moment_does_not_tell_the_time(known: TrackReader, begin_s: float) -> None:
    made = edit(lambda at: recorded(8 + at))
    assert max(times_spoken(held(made, known, begin_s, WHOLE))) < 1


def test_a_cut_nobody_saw_ends_what_the_time_speaks(known: TrackReader) -> None:
    made = edit(lambda at: recorded(8 + at) if at < 4 else scene(8 + at, 2))
    found = held(made, known, 8.0, WHOLE)
    assert min(step.evidence for step in found.steps[:7]) > 1
    assert max(step.evidence for step in found.steps[9:]) < 0


def test_a_view_a_little_off_is_mended(known: TrackReader) -> None:
    made = edit(lambda at: recorded(8 + at), NEAR)
    off = View(0.515, 0.515, 0.235, 0.21)
    found = held(made, known, 8.0, off)
    assert found.view.scale_x == pytest.approx(NEAR.scale_x, abs=0.008)
    assert found.evidence > 0.8 * held(made, known, 8.0, NEAR).evidence


def test_ones_own_pane_does_not_speak_for_a_conversation(known: TrackReader) -> None:
    made = edit(lambda at: recorded(8 + at))
    asked = Hypothesis(WHOLE, 0.0, 6.0, SourceLine(0.0, 8.0), Panes(own=(0.0, 0.0, 1.0, 1.0)))
    found = verify(made, known, asked)
    assert found is not None
    assert found.evidence == 0
    assert min(step.own.evidence for step in found.steps) > 3


def test_steps_lie_on_half_seconds_and_cover_the_stretch(known: TrackReader) -> None:
    made = edit(lambda at: recorded(8 + at))
    asked = Hypothesis(WHOLE, 1.3, 4.1, SourceLine(0.0, 8.0))
    found = verify(made, known, asked)
    assert found is not None
    assert [step.edit_s for step in found.steps] == [1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0]


@pytest.mark.parametrize("is_mirrored", [False, True])
@pytest.mark.parametrize(
    "view", [WHOLE, NEAR, View(2.5, 2.5, -1.2, -1.3)], ids=["whole", "zoomed", "inset"]
)
def test_the_view_is_found_from_two_moments_that_belong_together(
    known: TrackReader, view: View, is_mirrored: bool
) -> None:
    if is_mirrored:
        view = replace(view, scale_x=-view.scale_x, shift_x=view.scale_x + view.shift_x)
    made = edit(lambda at: recorded(8 + at), view)
    found = register(made, known, 0.0, 6.0, SourceLine(0.0, 8.0))
    assert found
    best = found[0].view
    assert best.scale_x == pytest.approx(view.scale_x, rel=0.05)
    assert best.shift_x == pytest.approx(view.shift_x, abs=0.05 * abs(view.scale_x))
    assert held(made, known, 8.0, best).evidence > 3


def test_nothing_is_seen_where_the_view_leads_outside(known: TrackReader) -> None:
    made = edit(lambda at: recorded(8 + at))
    asked = Hypothesis(View(0.5, 0.5, 1.5, 0.0), 0.0, 6.0, SourceLine(0.0, 8.0))
    assert verify(made, known, asked) is None


def test_a_time_beyond_the_recording_has_no_evidence(known: TrackReader) -> None:
    made = edit(lambda at: recorded(8 + at))
    found = verify(made, known, Hypothesis(WHOLE, 0.0, 6.0, SourceLine(0.0, 900.0)), refine=False)
    assert found is not None
    assert {step.evidence for step in found.steps} == {0.0}


@pytest.mark.parametrize(
    "build",
    [
        lambda: View(0.0, 1.0, 0.0, 0.0),
        lambda: View(1.0, float("nan"), 0.0, 0.0),
        lambda: SourceLine(0.0, 0.0, speed=0.0),
        lambda: SourceStretch(5.0, 5.0),
        lambda: Hypothesis(WHOLE, 3.0, 3.0, SourceLine(0.0, 0.0)),
    ],
)
def test_what_no_edit_can_be_is_not_built(build: Callable[[], object]) -> None:
    with pytest.raises(MalformedError):
        build()
