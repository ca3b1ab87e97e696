"""Sample recordings are what their plan says, and always the same."""

import itertools
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from consentkit.kernel.errors import MalformedError
from consentkit.media import sample
from consentkit.media.sample import SamplePartner, SamplePlan, plan_truth, write_sample
from consentkit.media.sample_faces import Portrait, make_person
from consentkit.media.sample_voices import RATE_HZ, make_voice, speak

PLAN = SamplePlan(
    (SamplePartner(3, Fraction(6)), SamplePartner(12, Fraction(8))),
    gap_s=Fraction(3, 2),
    width_px=320,
    height_px=180,
)


def test_the_truth_covers_the_whole_recording_without_overlap() -> None:
    truth = plan_truth(PLAN)
    spans = sorted([item.range for item in truth.conversations] + list(truth.gaps))
    assert spans[0].start == 0
    assert spans[-1].end == truth.duration == Fraction(37, 2)
    assert all(before.end == after.start for before, after in itertools.pairwise(spans))


def test_turns_alternate_within_their_conversation() -> None:
    for conversation in plan_truth(PLAN).conversations:
        assert len(conversation.turns) >= 2
        for before, after in zip(conversation.turns, conversation.turns[1:], strict=False):
            assert before.speaker != after.speaker
            assert before.range.end < after.range.start
        assert all(conversation.range.encloses(turn.range) for turn in conversation.turns)


@pytest.mark.parametrize("layout", ["side", "stacked"])
@pytest.mark.parametrize(("width", "height"), [(320, 180), (640, 360), (1280, 720), (360, 640)])
def test_panes_lie_in_the_picture_and_apart(layout, width: int, height: int) -> None:
    plan = SamplePlan(PLAN.partners, layout=layout, width_px=width, height_px=height)
    truth = plan_truth(plan)
    for pane in (truth.partner_pane, truth.own_pane):
        assert 0 <= pane.x < pane.x + pane.width <= width
        assert 0 <= pane.y < pane.y + pane.height <= height
        assert pane.width * pane.height > width * height / 8
    first, second = truth.partner_pane, truth.own_pane
    assert first.x + first.width < second.x or first.y + first.height < second.y


def test_the_same_plan_draws_and_voices_the_same() -> None:
    # Before the encoder: x264 may choose differently between two runs of one process.
    contents = []
    for _ in range(2):
        truth = plan_truth(PLAN)
        samples, own_mouth, partner_mouth = sample._voices(PLAN, truth)
        painter = sample._Painter(PLAN, truth, own_mouth, partner_mouth)
        pictures = [painter.paint(at / 4).tobytes() for at in range(20)]
        contents.append((samples.tobytes(), pictures))
    assert contents[0] == contents[1]


def test_the_partner_pane_changes_with_the_partner_and_ones_own_does_not(tmp_path: Path) -> None:
    path = tmp_path / "chat.mp4"
    truth = write_sample(path, PLAN)
    means = {}
    with av.open(str(path)) as container:
        for frame in container.decode(video=0):
            picture = frame.to_ndarray(format="rgb24").astype(int)
            for name, pane in (("partner", truth.partner_pane), ("own", truth.own_pane)):
                part = picture[pane.y : pane.y + pane.height, pane.x : pane.x + pane.width]
                means.setdefault(name, []).append((frame.time, part))

    def at(name: str, moment: float):
        return min(means[name], key=lambda item: abs(item[0] - moment))[1]

    def change(name: str, before: float, after: float) -> float:
        # The median looks at the room and does not mind a head that moved.
        return float(np.median(np.abs(at(name, before) - at(name, after))))

    assert change("partner", 4.0, 11.0) > 20
    assert change("partner", 4.0, 0.5) > 20
    assert change("own", 4.0, 11.0) < 8


@pytest.mark.parametrize("seed", range(24))
def test_every_person_can_be_drawn(seed: int) -> None:
    portrait = Portrait(make_person(seed), 160, 140)
    still, later = portrait.draw(0.0, 0.0, 0.0), portrait.draw(1.3, 0.9, 1.0)
    assert still.shape == (140, 160, 3)
    assert 1 < np.abs(still.astype(int) - later).mean() < 60


def test_voices_differ_in_pitch() -> None:
    peaks = []
    for seed in range(6):
        sound, mouth = speak(make_voice(seed), 2.0, 1)
        assert len(sound) == 2 * RATE_HZ
        assert 0.4 < np.abs(sound).max() <= 0.51
        assert 0 <= mouth.min() < 0.2 < mouth.max() <= 1
        correlation = np.correlate(sound[:8000], sound[:8000], "full")[8000:]
        peaks.append(RATE_HZ / (40 + int(np.argmax(correlation[40:250]))))
    assert max(peaks) > 1.5 * min(peaks)


def test_a_plan_that_cannot_be_drawn_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MalformedError, match=r"sample\.plan"):
        plan_truth(SamplePlan(()))
    with pytest.raises(MalformedError, match=r"sample\.plan"):
        plan_truth(SamplePlan(PLAN.partners, width_px=321))
    with pytest.raises(MalformedError, match=r"sample\.suffix"):
        write_sample(tmp_path / "chat.exe", PLAN)
