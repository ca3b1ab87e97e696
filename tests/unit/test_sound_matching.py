"""The sound lane: what is found again, what is not, and what stays unknown."""

from fractions import Fraction

import numpy as np
import pytest
from sound_maker import RATE, SoundLibrary, mixed, music, resampled, scanned, talk

from consentkit.kernel.errors import MalformedError
from consentkit.media.match.sound import SoundFindings, match_sound
from consentkit.media.taps.base import TapResult

FIRST, SECOND, STRANGER = talk(1, 60), talk(2, 60), talk(3, 20)


@pytest.fixture(scope="module")
def library() -> SoundLibrary:
    return SoundLibrary({"first": scanned(FIRST), "second": scanned(SECOND)})


def piece(sound: np.ndarray, start_s: float, end_s: float) -> np.ndarray:
    return sound[round(start_s * RATE) : round(end_s * RATE)]


def found(edit: np.ndarray, library: SoundLibrary) -> SoundFindings:
    return match_sound(scanned(edit), Fraction(len(edit), RATE), library)


def only(findings: SoundFindings):
    assert len(findings.matches) == 1
    return findings.matches[0]


def test_a_piece_is_found_where_it_is_from(library):
    match = only(found(piece(FIRST, 20.123, 28), library))
    assert match.recording_id == "first"
    assert abs(float(match.source_start) - 20.123) < 0.1
    assert match.speed == 1


def test_two_seconds_are_enough_beside_other_pieces(library):
    edit = np.concatenate([piece(FIRST, 5, 12), piece(SECOND, 30, 32), piece(FIRST, 40, 46)])
    matches = found(edit, library).matches
    assert [match.recording_id for match in matches] == ["first", "second", "first"]
    borders = [float(match.edit.end) for match in matches[:-1]]
    assert borders == pytest.approx([7, 9], abs=0.25)


@pytest.mark.parametrize("speed", [0.78, 0.93, 1.17, 1.31])
def test_any_speed_is_found_with_its_pitch(library, speed):
    match = only(found(resampled(piece(SECOND, 10, 22), speed), library))
    assert match.recording_id == "second"
    assert abs(float(match.speed) - speed) < 0.01
    assert abs(match.pitch_semitones - 12 * np.log2(speed)) < 0.2


@pytest.mark.parametrize("decibels", [-12, -6])
def test_music_on_top_does_not_hide_talk(library, decibels):
    match = only(found(mixed(piece(FIRST, 30, 40), music(5, 10), decibels), library))
    assert match.recording_id == "first"
    assert float(match.edit.duration) > 9


def test_other_talk_as_loud_does_not_hide_talk(library):
    edit = np.concatenate([
        piece(FIRST, 2, 8),
        mixed(piece(FIRST, 30, 42), piece(STRANGER, 0, 12), 0),
    ])
    matches = found(edit, library).matches
    assert {match.recording_id for match in matches} == {"first"}
    assert sum(float(match.edit.duration) for match in matches) > 16


def test_a_pause_within_a_piece_belongs_to_it(library):
    recording = FIRST.copy()
    recording[25 * RATE : 27 * RATE] *= 0.001
    quiet = SoundLibrary({"quiet": scanned(recording)})
    match = only(found(piece(recording, 20, 32), quiet))
    assert float(match.edit.duration) > 11


def test_unknown_talk_and_music_are_from_nowhere(library):
    edit = np.concatenate([STRANGER, music(8, 20)])
    assert found(edit, library).matches == ()


def test_unknown_talk_between_known_talk_stays_unknown(library):
    edit = np.concatenate([piece(FIRST, 5, 11), piece(STRANGER, 0, 10), piece(FIRST, 20, 26)])
    matches = found(edit, library).matches
    assert all(match.edit.end <= 6.5 or match.edit.start >= 15.5 for match in matches)
    assert len(matches) == 2


def test_a_recording_that_is_not_in_the_library_is_not_found():
    lonely = SoundLibrary({"second": scanned(SECOND)})
    assert found(piece(FIRST, 20, 28), lonely).matches == ()


def test_a_recording_added_twice_gives_one_answer_and_always_the_same():
    twice = SoundLibrary({"a": scanned(FIRST), "b": scanned(FIRST)})
    edit = piece(FIRST, 12, 24)
    answers = {only(found(edit, twice)).recording_id for _ in range(2)}
    assert len(answers) == 1


def test_silence_is_from_nowhere(library):
    assert found(np.zeros(10 * RATE, np.float32), library).matches == ()


def test_an_empty_edit_has_no_matches(library):
    findings = match_sound(scanned(np.zeros(0, np.float32)), Fraction(0), library)
    assert findings.matches == ()


def test_evidence_is_told_for_every_step(library):
    findings = found(piece(FIRST, 20, 28), library)
    assert findings.evidence.shape == (len(findings.lines), 16)
    assert (findings.best_line >= 0).sum() >= 14


def test_confidence_is_near_one_for_long_pieces(library):
    assert only(found(piece(FIRST, 20, 30), library)).confidence > 0.99


def test_damaged_prints_of_a_recording_are_refused(library):
    arrays = dict(scanned(FIRST).arrays)
    arrays["cents"] = arrays["cents"][:-1]

    class Damaged(SoundLibrary):
        def prints(self, recording_id: str, tap: str) -> TapResult | None:
            return TapResult(arrays, {})

    damaged = Damaged({"first": scanned(FIRST)})
    with pytest.raises(MalformedError, match=r"prints\.sound"):
        found(piece(FIRST, 20, 28), damaged)
