"""Whose faces are in a picture, by the panes they are in."""

from fractions import Fraction

import pytest

from consentkit.domain.coverage import Lane, Match, Pane, Span
from consentkit.domain.frame_box import FULL, FrameBox
from consentkit.domain.redaction import FacePoint, FaceTrack
from consentkit.domain.redaction_faces import FaceOwner, owner_at, whose
from consentkit.kernel.timebase import TimeRange
from consentkit.wire.v1.stored import decode_stored, encode_stored

LEFT = FrameBox(0, 0, FULL // 2, FULL)
RIGHT = FrameBox(FULL // 2, 0, FULL, FULL)
CORNER = FrameBox(50_000, 50_000, 64_000, 64_000)
TEN = TimeRange(Fraction(0), Fraction(10))


def at(x, y, size=6000):
    return FrameBox(x - size // 2, y - size // 2, x + size // 2, y + size // 2)


def match(partner=LEFT, own=RIGHT, pane=Pane.BOTH, edit=TEN):
    return Match(
        Lane.PICTURE, edit, "rec-a", Fraction(0), pane=pane, partner_box=partner, own_box=own
    )


def track(name, *places):
    points = tuple(FacePoint(Fraction(second), at(x, 20_000)) for second, x in places)
    return FaceTrack(name, points, points[-1].at + 1)


@pytest.mark.parametrize(
    ("where", "seen", "owner"),
    [
        (at(12_000, 20_000), match(), FaceOwner.PARTNER),
        (at(48_000, 20_000), match(), FaceOwner.OWN),
        (at(FULL // 2, 20_000), match(), FaceOwner.PARTNER),
        (at(FULL // 2 + 1800, 20_000), match(), FaceOwner.OWN),
        (at(12_000, 20_000), match(partner=None), FaceOwner.UNSURE),
        (at(48_000, 20_000), match(partner=None), FaceOwner.UNSURE),
        (at(48_000, 20_000), match(partner=None, pane=Pane.OWN), FaceOwner.OWN),
        (at(48_000, 20_000), match(own=None), FaceOwner.UNSURE),
        (at(48_000, 20_000), None, FaceOwner.UNSURE),
        (at(57_000, 57_000), match(partner=FrameBox(0, 0, FULL, FULL), own=CORNER), FaceOwner.OWN),
        (
            at(50_000, 57_000),
            match(partner=FrameBox(0, 0, FULL, FULL), own=CORNER),
            FaceOwner.PARTNER,
        ),
    ],
)
def test_a_face_is_of_whose_pane_it_is_in(where, seen, owner):
    assert owner_at(where, seen) is owner


def test_two_people_in_the_partner_s_pane_are_both_blurred():
    faces = [track("f1", (1, 9_000)), track("f2", (1, 20_000)), track("f3", (1, 50_000))]
    found = whose(faces, [Span(Lane.PICTURE, TEN, match(), "cnv")], TEN)
    assert [(item.track, item.must_be_blurred) for item in found] == [
        ("f1", True),
        ("f2", True),
        ("f3", False),
    ]


def test_a_face_that_crosses_into_the_partner_s_pane_is_blurred():
    (found,) = whose([track("f1", (0, 50_000), (8, 12_000))], [_span(0, 10)], TEN)
    assert found.owner is FaceOwner.PARTNER


def test_what_a_face_does_outside_of_the_stretch_does_not_count():
    faces = [track("f1", (0, 50_000), (4, 50_000), (8, 12_000))]
    (found,) = whose(faces, [_span(0, 10)], TimeRange(Fraction(0), Fraction(3)))
    assert found.owner is FaceOwner.OWN
    assert found.edit == TimeRange(Fraction(0), Fraction(3))


def test_a_face_in_footage_nobody_knows_is_blurred():
    (found,) = whose([track("f1", (0, 50_000), (8, 50_000))], [_span(0, 4)], TEN)
    assert found.must_be_blurred


def test_matches_kept_without_panes_still_read():
    kept = encode_stored(match())
    assert decode_stored(kept, Match) == match()
    old = encode_stored(match(partner=None, own=None)).replace(b',"partner_box":null', b"")
    old = old.replace(b'"own_box":null,', b"")
    assert b"_box" not in old
    assert decode_stored(old, Match) == match(partner=None, own=None)


def _span(start, end):
    edit = TimeRange(Fraction(start), Fraction(end))
    return Span(Lane.PICTURE, edit, match(edit=edit), "cnv")
