"""How the benchmark counts faces that were found, missed and made up."""

import pytest

from consentkit.bench.faces_score import FaceTally, KnownFace, overlap, tally_frame

FACE = (0.2, 0.2, 0.4, 0.5)
OTHER = (0.6, 0.2, 0.8, 0.5)


def moved(box, across):
    return (box[0] + across, box[1], box[2] + across, box[3])


def test_a_box_on_a_face_is_a_hit():
    assert tally_frame([KnownFace(FACE, 1.0)], [moved(FACE, 0.02)]) == FaceTally(1, 1, 1, 1)


def test_a_box_too_far_off_is_a_miss_and_a_mistake():
    assert tally_frame([KnownFace(FACE, 1.0)], [moved(FACE, 0.1)]) == FaceTally(1, 0, 1, 0)


def test_two_boxes_on_one_face_are_one_hit_and_one_mistake():
    boxes = [FACE, moved(FACE, 0.01)]
    assert tally_frame([KnownFace(FACE, 1.0)], boxes) == FaceTally(1, 1, 2, 1)


def test_one_box_on_two_faces_finds_one():
    faces = [KnownFace(FACE, 1.0), KnownFace(moved(FACE, 0.03), 1.0)]
    assert tally_frame(faces, [FACE]) == FaceTally(2, 1, 1, 1)


def test_a_face_hardly_seen_counts_neither_way():
    hidden = KnownFace(FACE, 0.1)
    assert tally_frame([hidden], []) == FaceTally()
    assert tally_frame([hidden], [FACE]) == FaceTally()
    part = (FACE[0], FACE[1], FACE[0] + 0.08, FACE[3])
    assert tally_frame([hidden, KnownFace(OTHER, 1.0)], [part, OTHER]) == FaceTally(1, 1, 1, 1)


def test_shares_are_of_what_there_is():
    tally = FaceTally(4, 3, 5, 3) + FaceTally(0, 0, 1, 0)
    assert (tally.recall, tally.precision) == (0.75, 0.5)
    assert FaceTally().recall is None
    assert FaceTally().precision is None


@pytest.mark.parametrize(
    ("other", "share"), [(FACE, 1.0), (OTHER, 0.0), ((0.2, 0.2, 0.4, 0.35), 0.5)]
)
def test_overlap_is_the_shared_area(other, share):
    assert overlap(FACE, other) == pytest.approx(share)
    assert overlap(other, FACE) == pytest.approx(share)
