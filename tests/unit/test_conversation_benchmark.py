"""The score of proposed conversations, and the score on the shared recordings."""

from fractions import Fraction
from pathlib import Path

import pytest

from consentkit.domain.segmentation import ConversationProposal
from consentkit.kernel.timebase import TimeRange
from consentkit.media import bench_conversations as bench


def _proposals(*spans: tuple[str, str]) -> list[ConversationProposal]:
    return [
        ConversationProposal(TimeRange(Fraction(a), Fraction(b)), 0.9, ("start.black",))
        for a, b in spans
    ]


def test_boundaries_within_a_second_count_once() -> None:
    score = bench.score_proposals([(2, 10), (12, 20)], _proposals(("2.5", "9.5"), ("12", "22")))
    assert (score.expected, score.proposed, len(score.errors_s)) == (4, 4, 3)
    assert score.precision == score.recall == pytest.approx(0.75)


def test_a_proposal_over_two_partners_is_mixed() -> None:
    assert bench.score_proposals([(2, 10), (12, 20)], _proposals(("2", "20"))).mixed == 1
    assert bench.score_proposals([(2, 10), (12, 20)], _proposals(("2", "12.5"))).mixed == 0


def test_nothing_proposed_is_precise_and_finds_nothing() -> None:
    score = bench.score_proposals([(2, 10)], [])
    assert (score.precision, score.recall, score.f1) == (1.0, 0.0, 0.0)


def test_a_folder_without_truth_is_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bench.main([str(tmp_path)]) == 2
    assert "usage" in capsys.readouterr().out


@pytest.mark.shared
@pytest.mark.parametrize("name", ["d1", "d2"])
def test_shared_sessions_reach_the_aim(shared: Path, name: str) -> None:
    recording = shared / "media" / "sessions" / f"{name}.mp4"
    truth = bench.load_encounters(recording.with_suffix(".truth.json"))
    score = bench.score_proposals(truth, bench.propose_for_file(recording))
    assert score.f1 >= 0.95
    assert score.mixed == 0
