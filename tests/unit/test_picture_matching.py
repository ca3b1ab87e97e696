"""Pictures of an edit lead back to their recording, and nothing else does."""

from collections.abc import Callable
from fractions import Fraction

import cv2
import numpy as np
import pytest
from picture_maker import (
    HEIGHT,
    PARTNER_AT,
    SECONDS_A_PARTNER,
    WIDTH,
    Film,
    Picture,
    PictureLibrary,
    chat,
    panes,
    partner_only,
    resized,
    scanned,
    texture,
)

from consentkit.domain.coverage import Lane, Match, Pane
from consentkit.domain.frame_box import FULL
from consentkit.kernel.timebase import TimeRange
from consentkit.media.match.picture import PictureFindings, hints_of, match_picture
from consentkit.media.match.picture_shots import SoundHint
from consentkit.media.taps import edit_picture
from consentkit.media.taps.base import TapResult
from consentkit.media.taps.picture_prints_form import EDIT_POINTS_LATER, edit_picture_of

STARTS_S, SECONDS = 14.0, 8.0
"""The edits show the second partner, two seconds after their coming."""
PARTNERS = (1, 2, 3)


@pytest.fixture(scope="module")
def library() -> PictureLibrary:
    recordings = {}
    for name, partners in (("first", PARTNERS), ("second", (4, 5))):
        seconds = SECONDS_A_PARTNER * len(partners)
        recordings[name] = {
            **scanned(("picture-prints", "picture-track"), chat(partners), seconds),
            "panes": panes(),
        }
    return PictureLibrary(recordings)


def look(library: PictureLibrary, film: Film, hints: tuple[SoundHint, ...] = ()) -> PictureFindings:
    result = scanned(("edit-picture", "edit-track"), film, SECONDS)
    return match_picture(result["edit-picture"], result["edit-track"], library, hints)


def later(film: Film) -> Film:
    return lambda at_s: film(at_s + STARTS_S)


def mirrored(picture: Picture) -> Picture:
    return np.ascontiguousarray(picture[:, ::-1])


def faded(picture: Picture) -> Picture:
    return np.asarray(picture * 0.55 + 70, np.uint8)


def sepia(picture: Picture) -> Picture:
    return np.asarray(255 * (picture / 255.0) ** 1.6, np.uint8)


def captioned(picture: Picture) -> Picture:
    covered = picture.copy()
    covered[int(HEIGHT * 0.82) :] = 10
    for number, letters in enumerate(("WAIT FOR IT", "NO WAY")):
        place = (60 + 400 * number, HEIGHT - 30)
        cv2.putText(covered, letters, place, cv2.FONT_HERSHEY_DUPLEX, 2.0, 255, 4)
    return covered


def under_an_inset(picture: Picture) -> Picture:
    covered = picture.copy()
    covered[20:200, WIDTH - 340 : WIDTH - 20] = texture(9_001, 320, 180)
    return covered


def small(picture: Picture) -> Picture:
    return resized(resized(picture, WIDTH * 3 // 8, HEIGHT * 3 // 8), WIDTH, HEIGHT)


def in_a_corner(picture: Picture) -> Picture:
    whole = texture(9_002, WIDTH, HEIGHT).copy()
    width, height = int(WIDTH * 0.42), int(HEIGHT * 0.42)
    whole[-height - 20 : -20, -width - 20 : -20] = resized(picture, width, height)
    return whole


def enlarged(picture: Picture) -> Picture:
    left, top = PARTNER_AT
    return resized(picture[top + 80 : top + 80 + 180, left + 60 : left + 60 + 320], WIDTH, HEIGHT)


@pytest.mark.parametrize(
    "edit",
    [mirrored, faded, sepia, captioned, under_an_inset, small, in_a_corner, enlarged],
)
def test_an_edited_picture_leads_to_its_recording_and_partner(
    library: PictureLibrary, edit: Callable[[Picture], Picture]
) -> None:
    film = later(chat(PARTNERS))
    matches = look(library, lambda at_s: edit(film(at_s))).matches
    assert [match.recording_id for match in matches] == ["first"]
    assert float(matches[0].edit.duration) >= SECONDS - 1
    assert matches[0].is_mirrored is (edit is mirrored)
    shown = matches[0].source
    assert shown.start >= SECONDS_A_PARTNER - 1
    assert shown.end <= 2 * SECONDS_A_PARTNER + 1


@pytest.mark.parametrize(
    ("edit", "partner", "own"),
    [
        (faded, (20, 70, 460, 470), (500, 70, 940, 470)),
        (captioned, (20, 70, 460, 470), (500, 70, 940, 470)),
        (mirrored, (500, 70, 940, 470), (20, 70, 460, 470)),
        (in_a_corner, (545, 323, 730, 490), (747, 323, 931, 490)),
        (enlarged, (0, 0, 960, 540), None),
    ],
)
def test_the_panes_of_a_recording_are_found_in_the_edit(
    library: PictureLibrary,
    edit: Callable[[Picture], Picture],
    partner: tuple[int, int, int, int],
    own: tuple[int, int, int, int] | None,
) -> None:
    film = later(chat(PARTNERS))
    for match in look(library, lambda at_s: edit(film(at_s))).matches:
        for box, wanted in ((match.partner_box, partner), (match.own_box, own)):
            assert (box is None) is (wanted is None)
            if box is not None and wanted is not None:
                sides = (box.left, box.top, box.right, box.bottom)
                shown = [
                    side / FULL * size
                    for side, size in zip(sides, (WIDTH, HEIGHT) * 2, strict=True)
                ]
                assert shown == pytest.approx(wanted, abs=12)


def test_the_moment_is_found_from_the_picture_alone(library: PictureLibrary) -> None:
    (match,) = look(library, later(chat(PARTNERS))).matches
    assert abs(float(match.source_at(Fraction(4))) - STARTS_S - 4) < 0.3
    assert match.pane is Pane.BOTH


def test_a_cropped_pane_is_the_partner_s(library: PictureLibrary) -> None:
    (match,) = look(library, partner_only(later(chat(PARTNERS)))).matches
    assert match.recording_id == "first"
    assert match.pane is Pane.PARTNER


def test_a_faster_edit_tells_its_speed(library: PictureLibrary) -> None:
    film = later(chat(PARTNERS))
    (match,) = look(library, lambda at_s: film(at_s * 1.17)).matches
    assert abs(float(match.speed) - 1.17) < 0.06


def test_unknown_footage_is_left_unknown(library: PictureLibrary) -> None:
    assert all(match.pane is Pane.OWN for match in look(library, chat((8, 9))).matches)
    assert look(library, partner_only(chat((8, 9)))).matches == ()


def test_another_person_before_the_same_room_is_not_taken_for_the_first() -> None:
    known = scanned(("picture-prints", "picture-track"), chat((1, 2), room=5), 24)
    library = PictureLibrary({"known": {**known, "panes": panes()}})
    stranger = partner_only(chat((3,), room=5))
    assert look(library, stranger).matches == ()


def test_a_change_of_footage_is_a_change_of_the_answer(library: PictureLibrary) -> None:
    first, second = later(chat(PARTNERS)), chat((4, 5))
    matches = look(library, lambda at_s: first(at_s) if at_s < 4 else second(at_s)).matches
    assert [match.recording_id for match in matches] == ["first", "second"]
    assert abs(float(matches[0].edit.end) - 4) <= 0.25


def test_a_hint_of_the_sound_is_not_believed_against_the_picture(library: PictureLibrary) -> None:
    hint = SoundHint(0.0, SECONDS, "second", 3.0, 1.0)
    matches = look(library, later(chat(PARTNERS)), (hint,)).matches
    assert {match.recording_id for match in matches} == {"first"}


def test_the_sound_s_time_is_taken_where_the_picture_agrees(library: PictureLibrary) -> None:
    (hint,) = hints_of((
        Match(Lane.SOUND, TimeRange(Fraction(0), Fraction(8)), "first", Fraction(141, 10)),
    ))
    (match,) = look(library, later(chat(PARTNERS)), (hint,)).matches
    assert match.source_at(Fraction(0)) == Fraction(141, 10)


def test_the_creator_alone_is_known_only_by_the_sound(library: PictureLibrary) -> None:
    film = later(chat(PARTNERS))

    def own(at_s: float) -> Picture:
        return resized(film(at_s)[70:317, 500:940], WIDTH, HEIGHT)

    assert look(library, own).matches == ()
    (match,) = look(library, own, (SoundHint(0.0, SECONDS, "first", STARTS_S, 1.0),)).matches
    assert match.pane is Pane.OWN


def test_an_edit_without_a_picture_has_no_matches(library: PictureLibrary) -> None:
    result = scanned(("edit-picture", "edit-track"), chat((1,)), 0)
    assert match_picture(result["edit-picture"], result["edit-track"], library).matches == ()


def test_the_frames_of_a_long_film_keep_fewer_points_and_can_be_read(monkeypatch):
    monkeypatch.setattr(edit_picture, "_POINTS_PLENTY", 1000)
    edit = edit_picture_of(scanned(("edit-picture",), chat((1,)), 20)["edit-picture"])
    sizes = [len(frame.words) for frame in edit.frames]
    assert sizes[0] > EDIT_POINTS_LATER
    assert sizes[-3:] == [EDIT_POINTS_LATER] * 3


def test_three_hours_of_points_are_no_reason_to_refuse_a_film():
    result = scanned(("edit-picture",), chat((1,)), 4)["edit-picture"]
    times = 5_000_000 // len(result.arrays["word"])
    arrays = {
        name: np.concatenate([array] * times)
        for name, array in result.arrays.items()
        if name in {"word", "shaky", "x", "y", "level"}
    }
    offset = result.arrays["frame_offset"].copy()
    offset[-1] = len(arrays["word"])
    long = TapResult({**result.arrays, **arrays, "frame_offset": offset}, result.values)
    assert len(edit_picture_of(long).frames[-1].words) > 4_000_000
