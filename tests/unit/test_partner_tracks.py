"""When a partner is heard: in a track of their own, and where that lies in an edit."""

from fractions import Fraction

import numpy as np
import pytest
from tracked_recording import write_with_partner_track

from consentkit.domain.coverage import Lane, Match
from consentkit.domain.partner_track import silence_by_person, silent_parts
from consentkit.kernel.errors import InputError, MalformedError
from consentkit.kernel.progress import Cancelled, CancelToken
from consentkit.kernel.timebase import TimeRange, union
from consentkit.media import worker
from consentkit.media.messages import DoneMessage
from consentkit.media.track_answer import decode_heard, encode_heard
from consentkit.media.track_sound import heard_in_tracks


def stretch(start, end):
    return TimeRange(Fraction(start), Fraction(end))


def match(start, end, source, speed=1):
    return Match(Lane.SOUND, stretch(start, end), "rec-a", Fraction(source), Fraction(speed))


# ── in an edit ──


def test_pauses_of_a_partner_are_found_in_the_edit_with_a_margin():
    heard = (stretch(102, 104), stretch(107, 109))
    assert silent_parts(match(10, 20, 100), heard) == (
        stretch(10, Fraction(47, 4)),
        stretch(Fraction(57, 4), Fraction(67, 4)),
        stretch(Fraction(77, 4), 20),
    )


def test_a_faster_edit_has_shorter_pauses():
    [pause] = silent_parts(match(10, 15, 100, speed=2), (stretch(104, 120),))
    assert pause == stretch(10, Fraction(10) + Fraction(15, 8))


def test_pauses_too_short_to_hear_do_not_count():
    heard = (stretch(100, 103), stretch(Fraction(1037, 10), 110))
    assert silent_parts(match(0, 10, 100), heard) == ()
    assert silent_parts(match(0, 10, 100), ()) == (stretch(0, 10),)


def test_only_recordings_with_such_a_track_tell_anything():
    pairs = [("con-a", match(0, 10, 100)), ("", match(10, 20, 110))]
    assert silence_by_person(pairs, {}) == {}
    assert silence_by_person(pairs, {"rec-a": ()}) == {"con-a": (stretch(0, 10),)}


# ── in a recording ──


@pytest.fixture(scope="module", name="tracked")
def make_tracked(tmp_path_factory, sample_recording):
    """Return a recording with the partners in a track of their own; never write it."""
    path = tmp_path_factory.mktemp("tracked") / "chat.mkv"
    write_with_partner_track(sample_recording.path, path, sample_recording.truth)
    return path


def test_every_track_is_listened_to_by_itself(tracked, sample_recording):
    steps = []
    heard = worker.heard_tracks(tracked, steps.append)
    assert set(heard) == {1, 2}
    truth = union(
        turn.range
        for one in sample_recording.truth.conversations
        for turn in one.turns
        if turn.speaker == "partner"
    )
    spoken = sum((one.duration for one in truth), Fraction(0))
    found = sum((one.duration for one in heard[2]), Fraction(0))
    assert abs(found - spoken) < 2
    assert sum((one.overlap(other) for one in heard[2] for other in truth), Fraction(0)) > (
        spoken * Fraction(95, 100)
    )
    assert sum((one.duration for one in heard[1]), Fraction(0)) > found
    assert {item.step for item in steps} == {"redact.tracks"}


def test_listening_is_stopped_and_needs_sound(tracked, tmp_path):
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        heard_in_tracks(tracked, cancel=cancel)
    broken = tmp_path / "broken.mkv"
    broken.write_bytes(b"no recording at all")
    with pytest.raises(InputError):
        worker.heard_tracks(broken)


# ── on the way ──


def test_what_was_heard_arrives_as_it_was_sent():
    message, blobs = encode_heard({2: [(0, 10), (60, 70)], 1: []})
    assert decode_heard(message, blobs) == {
        1: (),
        2: (stretch(0, Fraction(1, 5)), stretch(Fraction(6, 5), Fraction(7, 5))),
    }


@pytest.mark.parametrize(
    ("value", "blobs"),
    [
        (b"[1]", []),
        (b"[1, 1]", [b"", b""]),
        (b"[-1]", [b""]),
        (b"[99999]", [b""]),
        (b'{"a": 1}', []),
        (b"[1]", [b"seven b"]),
        (b"[1]", [np.array([[5, 3]], "<i8").tobytes()]),
        (b"[1]", [np.array([[-5, 3]], "<i8").tobytes()]),
        (b"[1]", [np.array([[0, 2**62]], "<i8").tobytes()]),
        (b"[1]", [np.array([[0, 5], [4, 9]], "<i8").tobytes()]),
    ],
)
def test_hostile_answers_are_refused(value, blobs):
    message = DoneMessage(value, [len(one) for one in blobs])
    with pytest.raises(MalformedError, match=r"media\.worker-message"):
        decode_heard(message, blobs)
