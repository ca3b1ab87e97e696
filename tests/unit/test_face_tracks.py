"""Faces are found and followed through every frame of a film, whatever happens to them."""

from collections.abc import Callable
from fractions import Fraction
from math import pi, sin
from pathlib import Path

import numpy as np
import pytest
from face_films import RATE, Place, room, true_box, with_face, write_film

from consentkit.domain.frame_box import FULL, FrameBox
from consentkit.domain.redaction import FaceFindings, FaceTrack, PointOrigin, UnsureReason
from consentkit.kernel.errors import InputError, LimitError, MalformedError
from consentkit.kernel.progress import Cancelled, CancelToken, ProgressUpdate
from consentkit.kernel.timebase import TimeRange
from consentkit.media.faces import find
from consentkit.media.faces.box import Box
from consentkit.media.faces.find import find_faces

WIDTH, HEIGHT = 480, 270
WHOLE = (TimeRange(Fraction(0), Fraction(600)),)
Path_ = Callable[[int], Place]


def film(
    folder: Path,
    frames: int,
    *paths: Path_,
    size: tuple[int, int] = (WIDTH, HEIGHT),
    turn: Callable[[int], float] = lambda _number: 0.0,
    cover: Callable[[int, np.ndarray], None] | None = None,
    quarter_turns: int = 0,
) -> Path:
    """Write a film of people whose faces move along paths."""
    pictures = []
    for number in range(frames):
        picture = room(*size)
        for seed, path in enumerate(paths, 1):
            picture = with_face(picture, seed, path(number), turn(number))
        if cover is not None:
            cover(number, picture)
        pictures.append(picture)
    return write_film(folder / "film.mp4", pictures, quarter_turns=quarter_turns)


def share(box: Box, size: tuple[int, int] = (WIDTH, HEIGHT)) -> FrameBox:
    """Return the part of a box in the picture."""
    sides = (box.left / size[0], box.top / size[1], box.right / size[0], box.bottom / size[1])
    return FrameBox(*(round(min(1.0, max(0.0, side)) * FULL) for side in sides))


def assert_follows(
    track: FaceTrack,
    seed: int,
    path: Path_,
    frames: range,
    size: tuple[int, int] = (WIDTH, HEIGHT),
    least: float = 0.5,
) -> None:
    """Check that a track lies on a face in every one of some frames."""
    for number in frames:
        box = track.box_at(Fraction(number, RATE))
        assert box is not None, number
        assert box.overlap(share(true_box(seed, path(number)), size)) >= least, number


def swaying(x: float, y: float, size: float, reach: float = 60.0) -> Path_:
    return lambda number: (x + reach * sin(2 * pi * number / 50), y, size)


def test_a_face_that_moves_is_followed_through_every_frame(tmp_path: Path) -> None:
    path = swaying(240, 130, 80)
    findings = find_faces(film(tmp_path, 60, path), WHOLE)
    (track,) = findings.tracks
    assert track.id == "f1"
    assert track.range == TimeRange(Fraction(0), Fraction(60, RATE))
    assert_follows(track, 1, path, range(60), least=0.7)
    assert findings.unsure == ()


def test_several_faces_are_told_apart(tmp_path: Path) -> None:
    paths = [swaying(90, 80, 60, 25), swaying(240, 170, 60, 25), swaying(390, 90, 60, 25)]
    findings = find_faces(film(tmp_path, 40, *paths), WHOLE)
    assert len(findings.tracks) == 3
    for seed, path in enumerate(paths, 1):
        best = max(findings.tracks, key=lambda item: _near(item, seed, path))
        assert_follows(best, seed, path, range(40), least=0.7)


def _near(track: FaceTrack, seed: int, path: Path_) -> float:
    box = track.box_at(Fraction(0))
    return 0.0 if box is None else box.overlap(share(true_box(seed, path(0))))


def test_a_face_half_outside_of_the_picture_is_found_and_reported(tmp_path: Path) -> None:
    path = swaying(2, 130, 90, 8)
    findings = find_faces(film(tmp_path, 30, path), WHOLE)
    (track,) = findings.tracks
    assert_follows(track, 1, path, range(30))
    assert all(point.box.left == 0 for point in track.points)
    assert {item.reason for item in findings.unsure} == {UnsureReason.EDGE}


def test_a_face_that_comes_in_over_the_edge_is_followed_back_to_it(tmp_path: Path) -> None:
    def path(number: int) -> Place:
        return -40.0 + 6.0 * number, 130.0, 80.0

    findings = find_faces(film(tmp_path, 50, path), WHOLE)
    (track,) = findings.tracks
    # Half of the face is in the picture from frame 7 on.
    assert track.points[0].at <= Fraction(7, RATE)
    assert_follows(track, 1, path, range(8, 50))


def test_a_covered_face_is_followed_through_the_cover(tmp_path: Path) -> None:
    path = swaying(240, 130, 90, 10)

    def cover(number: int, picture: np.ndarray) -> None:
        left = 100 + 5 * number
        picture[60:200, left : left + 24] = (40, 160, 90)

    findings = find_faces(film(tmp_path, 60, path, cover=cover), WHOLE)
    (track,) = findings.tracks
    assert track.range == TimeRange(Fraction(0), Fraction(60, RATE))
    assert_follows(track, 1, path, range(60), least=0.4)


def test_a_face_gone_from_sight_for_a_moment_is_one_track_with_a_gap(tmp_path: Path) -> None:
    path = swaying(240, 130, 80, 0)

    def cover(number: int, picture: np.ndarray) -> None:
        if 25 <= number < 45:
            picture[40:240, 150:330] = (40, 160, 90)

    findings = find_faces(film(tmp_path, 75, path, cover=cover), WHOLE)
    (track,) = findings.tracks
    assert_follows(track, 1, path, range(75))
    (gap,) = (item for item in findings.unsure if item.reason is UnsureReason.GAP)
    assert gap.track == track.id
    assert gap.edit.overlap(TimeRange(Fraction(25, RATE), Fraction(45, RATE))) >= Fraction(16, RATE)
    assert any(point.origin is PointOrigin.FOLLOWED for point in track.points)


def test_a_turned_head_is_followed(tmp_path: Path) -> None:
    path = swaying(240, 130, 90, 20)
    made = film(tmp_path, 50, path, turn=lambda number: 40 * sin(2 * pi * number / 50))
    (track,) = find_faces(made, WHOLE).tracks
    # Boxes of drawn faces grow with the turn; those of photographs do not.
    assert_follows(track, 1, path, range(50), least=0.4)


def test_a_small_face_is_found(tmp_path: Path) -> None:
    path = swaying(240, 130, 20, 5)
    (track,) = find_faces(film(tmp_path, 25, path), WHOLE).tracks
    assert_follows(track, 1, path, range(25))


def test_a_face_as_large_as_the_picture_is_found(tmp_path: Path) -> None:
    path = swaying(240, 135, 250, 10)
    (track,) = find_faces(film(tmp_path, 25, path), WHOLE).tracks
    assert_follows(track, 1, path, range(25))


@pytest.mark.parametrize("quarter_turns", [1, 2, 3])
def test_boxes_lie_in_the_upright_picture_of_a_turned_phone(
    tmp_path: Path, quarter_turns: int
) -> None:
    size = (270, 480)
    path = swaying(90, 150, 80, 15)
    made = film(tmp_path, 25, path, size=size, quarter_turns=quarter_turns)
    (track,) = find_faces(made, WHOLE).tracks
    assert_follows(track, 1, path, range(25), size, least=0.7)


def test_a_cut_ends_a_track(tmp_path: Path) -> None:
    paths = swaying(120, 130, 80, 10), swaying(360, 130, 80, 10)
    pictures = [with_face(room(WIDTH, HEIGHT, 1), 1, paths[0](n)) for n in range(30)]
    pictures += [with_face(room(WIDTH, HEIGHT, 2), 2, paths[1](n)) for n in range(30)]
    findings = find_faces(write_film(tmp_path / "cut.mp4", pictures), WHOLE)
    first, second = findings.tracks
    assert first.range == TimeRange(Fraction(0), Fraction(30, RATE))
    assert second.range == TimeRange(Fraction(30, RATE), Fraction(60, RATE))
    assert findings.unsure == ()


def test_a_known_cut_ends_a_track_that_nothing_else_would(tmp_path: Path) -> None:
    made = film(tmp_path, 40, swaying(240, 130, 80, 5))
    tracks = find_faces(made, WHOLE, cuts=[Fraction(20, RATE)]).tracks
    assert [item.range.end for item in tracks] == [Fraction(20, RATE), Fraction(40, RATE)]


def test_nobody_is_reported_where_nobody_is_found(tmp_path: Path) -> None:
    findings = find_faces(film(tmp_path, 50), WHOLE)
    assert findings.tracks == ()
    (nobody,) = findings.unsure
    assert (nobody.reason, nobody.edit) == (
        UnsureReason.NOBODY,
        TimeRange(Fraction(0), Fraction(50, RATE)),
    )


def test_only_the_stretches_are_looked_at(tmp_path: Path) -> None:
    path = swaying(240, 130, 80)
    stretches = (
        TimeRange(Fraction(28, RATE), Fraction(40, RATE)),
        TimeRange(Fraction(3, 10), Fraction(12, RATE)),
    )
    findings = find_faces(film(tmp_path, 60, path), stretches)
    assert findings.looked == tuple(sorted(stretches))
    # The frame on the screen when a stretch begins belongs to it.
    assert [item.range for item in findings.tracks] == [
        TimeRange(Fraction(7, RATE), Fraction(12, RATE)),
        TimeRange(Fraction(28, RATE), Fraction(40, RATE)),
    ]
    assert_follows(findings.tracks[1], 1, path, range(28, 40), least=0.7)


def test_a_film_that_cannot_be_searched_exactly_is_seen_from_its_first_frame(
    tmp_path: Path,
) -> None:
    path = swaying(240, 130, 80)
    pictures = [with_face(room(WIDTH, HEIGHT), 1, path(number)) for number in range(50)]
    made = write_film(tmp_path / "film.mpg", pictures)
    (track,) = find_faces(made, WHOLE).tracks
    assert track.range.start == 0
    assert track.range.duration >= Fraction(49, RATE)
    late = (TimeRange(Fraction(1), Fraction(3, 2)),)
    (part,) = find_faces(made, late).tracks
    assert part.range.start <= 1 < part.range.start + Fraction(2, RATE)


def test_times_are_those_of_the_frames_however_uneven(tmp_path: Path) -> None:
    path = swaying(240, 130, 80)
    pictures = [with_face(room(WIDTH, HEIGHT), 1, path(number)) for number in range(40)]
    gaps = np.random.default_rng(3).integers(2, 12, 40).cumsum()
    made = write_film(tmp_path / "vfr.mp4", pictures, times=lambda number: int(gaps[number]))
    (track,) = find_faces(made, WHOLE).tracks
    first = int(gaps[0])
    for number, at in enumerate(gaps):
        box = track.box_at(Fraction(int(at) - first, 100))
        assert box is not None
        assert box.overlap(share(true_box(1, path(number)))) >= 0.6


def test_a_stop_is_carried_out_and_progress_reaches_its_end(tmp_path: Path) -> None:
    made = film(tmp_path, 60, swaying(240, 130, 80))
    cancel = CancelToken()
    with pytest.raises(Cancelled):
        find_faces(made, WHOLE, lambda _update: cancel.cancel(), cancel)
    told: list[ProgressUpdate] = []
    find_faces(made, (TimeRange(Fraction(0), Fraction(2)),), told.append)
    assert {item.step for item in told} == {"redact.faces"}
    assert [item.done for item in told] == sorted(item.done for item in told)
    assert told[-1] == ProgressUpdate("redact.faces", 2000, 2000)


def test_more_faces_than_are_told_apart_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = film(tmp_path, 10, swaying(100, 130, 60, 0), swaying(300, 130, 60, 0))
    monkeypatch.setattr(find, "FACE_TRACKS_MAX", 1)
    with pytest.raises(LimitError, match=r"faces\.too-many"):
        find_faces(made, WHOLE)


def test_sound_alone_has_no_faces(tmp_path: Path) -> None:
    import av

    with av.open(str(tmp_path / "sound.mp4"), "w") as container:
        stream = container.add_stream("aac", 48_000)
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 2048), np.float32), "fltp", "mono")
        frame.sample_rate = 48_000
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    with pytest.raises(MalformedError, match=r"media\.no-picture"):
        find_faces(tmp_path / "sound.mp4", WHOLE)


def test_what_is_no_video_is_refused(tmp_path: Path) -> None:
    (tmp_path / "no.mp4").write_bytes(b"nothing of the kind" * 50)
    with pytest.raises(InputError):
        find_faces(tmp_path / "no.mp4", WHOLE)


def test_no_stretch_finds_nothing(tmp_path: Path) -> None:
    assert find_faces(film(tmp_path, 5), ()) == FaceFindings()
