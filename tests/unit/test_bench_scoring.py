"""The rules by which the benchmark judges an answer, on truths made by hand."""

import json
from pathlib import Path

import pytest

from consentkit.bench.calibration import expected_error, reliability
from consentkit.bench.comparators import PdqFrames, match_chroma, match_pdq
from consentkit.bench.lanes import faults, score
from consentkit.bench.scoring import (
    Answer,
    Outcome,
    border_errors,
    by_second,
    cuts_of,
    judge,
    tally,
)
from consentkit.bench.truth import (
    EditTruth,
    Encounter,
    RecordingTruth,
    Replay,
    TruthPiece,
    family_of,
    load_edit_truth,
    load_recording_truth,
)
from consentkit.domain.coverage import Lane
from consentkit.kernel.errors import MalformedError

S, P = Lane.SOUND, Lane.PICTURE
RECORDINGS = {
    "r": RecordingTruth("r", 100.0, (Encounter("r1", 0, 50), Encounter("r2", 52, 100))),
    "q": RecordingTruth("q", 100.0, (Encounter("q1", 0, 100),)),
}


def _sound(*rows: tuple[float, float, str, str, float]) -> EditTruth:
    pieces = tuple(
        TruthPiece(S, start, end, recording, conversation, bool(recording and not conversation), at)
        for start, end, recording, conversation, at in rows
    )
    return EditTruth("e", rows[-1][1], pieces)


def _answer(start, end, recording, conversation="", at=None, **more) -> Answer:
    return Answer(S, start, end, recording, conversation, at, **more)


def _outcomes(truth: EditTruth, *answers: Answer) -> list[Outcome]:
    return [step.outcome for step in judge(truth, answers, RECORDINGS)]


def test_the_right_conversation_is_a_hit_and_silence_about_it_a_miss():
    truth = _sound((0, 1, "r", "r1", 10))
    assert _outcomes(truth, _answer(0, 0.5, "r", "r1")) == [Outcome.HIT, Outcome.MISS]


def test_another_conversation_of_the_same_recording_is_wrong_and_false():
    (step,) = judge(_sound((0, 0.5, "r", "r1", 10)), [_answer(0, 0.5, "r", "r2")], RECORDINGS)
    assert step.outcome is Outcome.WRONG
    assert step.is_false


def test_the_right_recording_without_a_conversation_is_wrong_but_blames_nobody():
    (step,) = judge(_sound((0, 0.5, "r", "r1", 10)), [_answer(0, 0.5, "r")], RECORDINGS)
    assert step.outcome is Outcome.WRONG
    assert not step.is_false


def test_between_partners_the_recording_counts_and_the_conversation_does_not():
    truth = _sound((0, 1, "r", "", 51))
    assert _outcomes(truth, _answer(0, 0.5, "r", "r2"), _answer(0.5, 1, "q", "q1")) == [
        Outcome.HIT,
        Outcome.WRONG,
    ]


def test_footage_of_no_recording_is_quiet_or_claimed():
    truth = _sound((0, 1, "", "", 0))
    steps = judge(truth, [_answer(0, 0.5, "r", "r1")], RECORDINGS)
    assert [step.outcome for step in steps] == [Outcome.CLAIMED, Outcome.QUIET]
    assert [step.is_false for step in steps] == [True, False]


def test_an_answer_in_the_other_lane_does_not_count():
    truth = _sound((0, 0.5, "r", "r1", 10))
    assert _outcomes(truth, Answer(P, 0, 0.5, "r", "r1")) == [Outcome.MISS]


def test_figures_follow_from_the_counts():
    truth = _sound((0, 2, "r", "r1", 10), (2, 4, "", "", 0))
    counts = tally(
        judge(truth, [_answer(0, 1.5, "r", "r1"), _answer(2, 2.5, "q", "q1")], RECORDINGS)
    )
    assert (counts.hits, counts.misses, counts.claimed, counts.quiet) == (3, 1, 1, 3)
    assert counts.precision == counts.recall == counts.f1 == 0.75
    assert counts.false_coverage == 1 / 8


def test_wrong_counts_against_precision_and_recall():
    counts = tally(judge(_sound((0, 1, "r", "r1", 10)), [_answer(0, 1, "q", "q1")], RECORDINGS))
    assert (counts.precision, counts.recall, counts.f1) == (0, 0, 0)


def test_without_anything_known_there_is_no_recall():
    counts = tally(judge(_sound((0, 1, "", "", 0)), [], RECORDINGS))
    assert (counts.precision, counts.recall, counts.f1, counts.false_coverage) == (
        None,
        None,
        None,
        0,
    )


def test_only_changes_of_the_truth_are_cuts():
    truth = _sound(
        (0, 2, "", "", 0),
        (2, 4, "", "", 0),
        (4, 6, "r", "r1", 10),
        (6, 8, "r", "r1", 12),
        (8, 10, "r", "r1", 30),
        (10, 12, "r", "r2", 60),
    )
    assert cuts_of(truth.lane(S)) == (4, 8, 10)


def test_steps_near_a_cut_are_marked():
    truth = _sound((0, 2, "", "", 0), (2, 4, "r", "r1", 0))
    near = [step.at for step in judge(truth, [], RECORDINGS) if step.is_near_cut]
    assert near == [1.75, 2.25]


def test_borders_are_compared_with_the_same_conversation():
    truth = _sound((0, 2, "", "", 0), (2, 6, "r", "r1", 10), (6, 8, "q", "q1", 0))
    answers = [_answer(2.2, 4, "r", "r1"), _answer(4, 5.9, "r", "r1"), _answer(7, 8, "r", "r1")]
    assert border_errors(truth, answers, S) == pytest.approx((0.2, 0.1))


def test_seconds_are_judged_by_recording_alone():
    truth = _sound((0, 2, "r", "r1", 10), (2, 4, "", "", 0))
    answers = [_answer(0, 1, "r", "r2"), _answer(2, 3, "r", "r1")]
    assert by_second(truth, answers, S) == (0.5, 0.5)


def test_a_short_clip_played_again_is_the_same_moment():
    replays = (Replay(0, 10, 0, 10), Replay(10, 20, 10, 0))
    encounter = Encounter("r1", 0, 20, replays)
    assert encounter.same_moments(4) == pytest.approx((4, 16))
    assert encounter.same_moments(30) == (30,)


@pytest.mark.parametrize(("lane", "error"), [(P, 0.0), (S, 12.0)])
def test_source_time_allows_replays_in_the_picture_and_not_in_the_sound(lane, error):
    encounter = Encounter("r1", 0, 20, (Replay(0, 10, 0, 10), Replay(10, 20, 10, 0)))
    truth = EditTruth("e", 0.5, (TruthPiece(lane, 0, 0.5, "r", "r1", source_start=3.75),))
    recordings = {"r": RecordingTruth("r", 20, (encounter,))}
    # Second 4 at the middle of the step; 16 shows the same moment backwards.
    answer = Answer(lane, 0, 0.5, "r", "r1", 15.75)
    (step,) = judge(truth, [answer], recordings)
    assert step.source_error == pytest.approx(error)


def test_speed_carries_the_source_time_along():
    truth = EditTruth("e", 2, (TruthPiece(S, 0, 2, "r", "r1", source_start=10, speed=1.25),))
    answer = _answer(0, 2, "r", "r1", 10, speed=1.25)
    steps = judge(truth, [answer], RECORDINGS)
    assert [step.source_error for step in steps] == [0, 0, 0, 0]


def test_confidence_is_held_against_how_often_it_was_right():
    truth = _sound((0, 2, "r", "r1", 10), (2, 4, "", "", 0))
    answers = [
        _answer(0, 2, "r", "r1", confidence=0.75),
        _answer(2, 4, "r", "r1", confidence=0.75),
    ]
    bins = [item for item in reliability(judge(truth, answers, RECORDINGS)) if item.steps]
    assert [(item.steps, item.accuracy, item.mean_confidence) for item in bins] == [(8, 0.5, 0.75)]
    assert expected_error(bins) == 0.25


def test_certainty_falls_into_the_last_bin():
    truth = _sound((0, 0.5, "r", "r1", 10))
    bins = reliability(judge(truth, [_answer(0, 0.5, "r", "r1")], RECORDINGS))
    assert bins[-1].steps == 1


def test_groups_hold_their_own_kinds_only():
    pieces = (
        TruthPiece(S, 0, 2, "r", "r1", kinds=frozenset({"mirror"}), details=("hflip",)),
        TruthPiece(S, 2, 4, "r", "r1", source_start=2, kinds=frozenset({"caption"})),
    )
    lane = score(S, [(EditTruth("e", 4, pieces), [_answer(0, 2, "r", "r1")])], RECORDINGS)
    assert {item.name: item.every.recall for item in lane.kinds} == {"mirror": 1, "caption": 0}
    assert {item.name: item.every.steps for item in lane.details} == {"hflip": 4}
    assert json.dumps(lane.as_json())


def test_faults_are_told_longest_first_and_away_from_cuts():
    truth = _sound((0, 4, "r", "r1", 10), (4, 12, "", "", 0))
    found = faults([(truth, [_answer(3.5, 12, "q", "q1")])], RECORDINGS)
    assert [(row["outcome"], row["from"], row["to"]) for row in found] == [
        ("claimed", 4.75, 11.75),
        ("miss", 0.25, 3.25),
    ]


def test_every_named_transformation_has_a_family():
    assert family_of("zoom2.5") == "zoom into the pane"
    assert family_of("speed:0.9:resample") == "speed, resampled"
    assert family_of("speed:1.25") == "speed, pitch kept"
    assert family_of("music-12") == "music at -12 dB"
    assert family_of("music-6") == "music at -6 dB"
    assert family_of("music0") == "music at 0 dB"
    assert family_of("something-new") == "something-new"


def _edit_file(tmp_path: Path, **interval) -> Path:
    picture = {
        "kind": "session",
        "session": "r",
        "src_start": 5,
        "speed": 1,
        "encounter_id": "r1",
        "partner_pane_visible": True,
        "transforms": ["grade:warm", "crop:partner"],
    }
    row = {"edit_start": 0, "edit_end": 2, "picture": picture, "sound": {"kind": "voiceover"}}
    row["picture"] |= interval.pop("picture", {})
    row |= interval
    whole = {
        "edit_id": "e",
        "duration": 2,
        "width": 640,
        "height": 360,
        "intervals": [row],
    }
    place = tmp_path / "e.truth.json"
    place.write_text(json.dumps(whole), encoding="utf-8")
    return place


def test_kinds_are_read_from_the_transformations(tmp_path):
    picture, sound = load_edit_truth(_edit_file(tmp_path)).pieces
    assert picture.kinds == {
        "colour grade",
        "crop to the pane",
        "voice-over",
        "360p at low bitrate",
    }
    assert (picture.recording, picture.conversation, picture.is_open) == ("r", "r1", False)
    assert sound.recording == ""


def test_a_named_kind_stands_for_all(tmp_path):
    picture, _ = load_edit_truth(_edit_file(tmp_path, kind="zoom2")).pieces
    assert picture.kinds == {"zoom into the pane"}
    assert picture.details == ("zoom2",)


def test_only_the_own_pane_leaves_the_conversation_open(tmp_path):
    place = _edit_file(tmp_path, picture={"partner_pane_visible": False})
    assert load_edit_truth(place).pieces[0].is_open


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"intervals": 3}', '{"edit_id": 1}'])
def test_what_is_no_truth_is_refused(tmp_path, text):
    place = tmp_path / "e.truth.json"
    place.write_text(text, encoding="utf-8")
    with pytest.raises(MalformedError):
        load_edit_truth(place)
    with pytest.raises(MalformedError):
        load_recording_truth(place)


def test_chromaprint_finds_a_copied_stretch_at_its_offset():
    import numpy as np

    rng = np.random.default_rng(3)
    words = rng.integers(0, 1 << 32, 400, dtype=np.uint32)
    other = rng.integers(0, 1 << 32, 400, dtype=np.uint32)
    edit = np.concatenate((rng.integers(0, 1 << 32, 60, dtype=np.uint32), words[100:200]))
    found = match_chroma(edit, {"q": other, "r": words}, RECORDINGS)
    assert {item.recording for item in found} == {"r"}
    assert {item.conversation for item in found} == {"r1"}
    shift = {round(item.source_start - item.start, 1) for item in found}
    assert shift == {round((100 - 60) * 1365 / 11025, 1)}


def test_vpdq_names_the_nearest_frame_within_its_distance_and_quality():
    import numpy as np

    rng = np.random.default_rng(4)
    hashes = rng.integers(0, 256, (10, 32), dtype=np.uint8)
    library = {"r": PdqFrames(hashes, np.full(10, 80))}
    asked = hashes[[4, 5, 6]].copy()
    asked[0, 0] ^= 0b111  # three bits away
    asked[1, :8] ^= 0xFF  # 64 bits away
    found = match_pdq(PdqFrames(asked, np.array([80, 80, 20])), library, RECORDINGS)
    assert [(item.start, item.source_start, item.conversation) for item in found] == [
        (0.0, 4.0, "r1")
    ]
