"""The sound lane: what is found again, what is not, and what stays unknown."""

from fractions import Fraction

import numpy as np
import pytest
from sound_maker import RATE, SoundLibrary, mixed, music, resampled, scanned, talk

from consentkit.domain.coverage import Match
from consentkit.kernel.errors import MalformedError
from consentkit.media.match import sound
from consentkit.media.match.library import PLACE_BITS, Postings, Volume
from consentkit.media.match.sound import match_sound
from consentkit.media.taps.base import TapResult

FIRST, SECOND, STRANGER = talk(1, 60), talk(2, 60), talk(3, 20)


@pytest.fixture(scope="module")
def library() -> SoundLibrary:
    return SoundLibrary({"first": scanned(FIRST), "second": scanned(SECOND)})


def piece(sound: np.ndarray, start_s: float, end_s: float) -> np.ndarray:
    return sound[round(start_s * RATE) : round(end_s * RATE)]


def found(edit: np.ndarray, library: SoundLibrary) -> tuple[Match, ...]:
    return match_sound(scanned(edit), Fraction(len(edit), RATE), library)


def only(matches: tuple[Match, ...]) -> Match:
    assert len(matches) == 1
    return matches[0]


def test_a_piece_is_found_where_it_is_from(library):
    match = only(found(piece(FIRST, 20.123, 28), library))
    assert match.recording_id == "first"
    assert abs(float(match.source_start) - 20.123) < 0.1
    assert match.speed == 1


def test_two_seconds_are_enough_beside_other_pieces(library):
    edit = np.concatenate([piece(FIRST, 5, 12), piece(SECOND, 30, 32), piece(FIRST, 40, 46)])
    matches = found(edit, library)
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
    matches = found(edit, library)
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
    assert found(edit, library) == ()


def test_unknown_talk_between_known_talk_stays_unknown(library):
    edit = np.concatenate([piece(FIRST, 5, 11), piece(STRANGER, 0, 10), piece(FIRST, 20, 26)])
    matches = found(edit, library)
    assert all(match.edit.end <= 6.5 or match.edit.start >= 15.5 for match in matches)
    assert len(matches) == 2


def test_a_recording_that_is_not_in_the_library_is_not_found():
    lonely = SoundLibrary({"second": scanned(SECOND)})
    assert found(piece(FIRST, 20, 28), lonely) == ()


def test_a_recording_added_twice_gives_one_answer_and_always_the_same():
    twice = SoundLibrary({"a": scanned(FIRST), "b": scanned(FIRST)})
    edit = piece(FIRST, 12, 24)
    answers = {only(found(edit, twice)).recording_id for _ in range(2)}
    assert len(answers) == 1


def test_silence_is_from_nowhere(library):
    assert found(np.zeros(10 * RATE, np.float32), library) == ()


def test_an_empty_edit_has_no_matches(library):
    assert match_sound(scanned(np.zeros(0, np.float32)), Fraction(0), library) == ()


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


class CrowdedSound(SoundLibrary):
    """A library in which every key occurs at random in a strange recording, many times over."""

    def __init__(self, recordings: dict[str, TapResult], times: int) -> None:
        super().__init__({**recordings, "strange": scanned(STRANGER)})
        self._times = times

    def sound_postings(self, keys: np.ndarray, per_key_max: int) -> Postings:
        real = super().sound_postings(keys, per_key_max)
        places = np.random.default_rng(5).integers(0, 500, len(keys) * self._times)
        asked = np.concatenate([real.asked, np.repeat(np.arange(len(keys)), self._times)])
        strange = (np.uint32(1 << PLACE_BITS) | places).astype(np.uint32)
        order = np.argsort(asked, kind="stable")
        return Postings(asked[order], np.concatenate([real.payloads, strange])[order])


def test_a_crowd_of_wrong_lines_takes_bounded_work_and_hides_nothing(monkeypatch):
    looked_at = []
    follow = sound._follow

    def counted(line, *others):
        looked_at.append(int(line.edit_s / 3))
        return follow(line, *others)

    monkeypatch.setattr(sound, "_follow", counted)
    crowded = CrowdedSound({"first": scanned(FIRST)}, 8)
    assert isinstance(crowded.volume(1), Volume)
    match = only(found(piece(FIRST, 20.123, 32), crowded))
    assert match.recording_id == "first"
    assert abs(float(match.source_start) - 20.123) < 0.1
    assert float(match.edit.duration) > 11
    # Twice the bound: in the whole library, and once more in the recordings that were opened.
    assert max(np.bincount(looked_at)) <= 2 * 16
    assert len(looked_at) > 4 * 16


def test_where_hits_are_too_many_the_rarest_keys_count():
    from consentkit.media.match.sound_keys import Shapes
    from consentkit.media.match.sound_lines import look_up

    class Common:
        def sound_postings(self, keys: np.ndarray, per_key_max: int) -> Postings:
            counts = np.where(keys == 7, 30_000, 2)
            asked = np.repeat(np.arange(len(keys)), counts)
            return Postings(asked, np.zeros(len(asked), np.uint32))

    shapes = Shapes(np.array([7, 1, 2], np.uint32), np.array([0.1, 0.2, 0.3]))
    assert look_up(shapes, Common()).edit_s.tolist() == [0.2, 0.2, 0.3, 0.3]
