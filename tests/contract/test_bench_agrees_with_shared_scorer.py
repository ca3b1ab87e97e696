"""The benchmark's rules on the shared media's truths, beside the scorer that comes with them."""

import importlib.util
import json

import pytest

from consentkit.bench.folder import load_media
from consentkit.bench.lanes import score
from consentkit.bench.scoring import Answer, by_second
from consentkit.domain.coverage import Lane

pytestmark = pytest.mark.shared


def _oracle(truth) -> tuple[Answer, ...]:
    return tuple(
        Answer(
            piece.lane,
            piece.start,
            piece.end,
            piece.recording,
            piece.conversation,
            piece.source_start,
            piece.speed,
        )
        for piece in truth.pieces
        if piece.recording
    )


def _blurred(answers: tuple[Answer, ...]) -> tuple[Answer, ...]:
    """Return answers with every third left out and every fifth from another recording."""
    return tuple(
        Answer(item.lane, item.start, item.end, "other" if number % 5 == 0 else item.recording)
        for number, item in enumerate(answers)
        if number % 3
    )


def test_the_truth_itself_is_without_fault(shared):
    media = load_media(shared / "media")
    answered = [(truth, _oracle(truth)) for _, truth in media.edits]
    for lane in Lane:
        found = score(lane, answered, media.truths)
        assert found.whole.every.f1 == 1
        assert found.whole.every.false == 0
        assert found.border_s[-1] < 1e-6
        assert found.source_s[-1] < 1e-2


def test_seconds_are_counted_as_the_shared_scorer_counts_them(shared):
    place = shared / "tools" / "media" / "score.py"
    spec = importlib.util.spec_from_file_location("shared_score", place)
    theirs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(theirs)
    media = load_media(shared / "media")
    for path, truth in media.edits:
        answers = _blurred(_oracle(truth))
        rows = {lane.value: [] for lane in Lane}
        for item in answers:
            row = {"start": item.start, "end": item.end, "session": item.recording}
            rows[item.lane.value].append(row)
        whole = json.loads(path.with_suffix(".truth.json").read_text(encoding="utf-8"))
        expected = theirs.edit(whole, rows)
        for lane in Lane:
            precision, recall = by_second(truth, answers, lane)
            assert precision == pytest.approx(expected[lane.value]["precision"], abs=1e-3)
            assert recall == pytest.approx(expected[lane.value]["recall"], abs=1e-3)
