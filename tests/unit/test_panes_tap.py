"""The panes tap on small drawn recordings in several layouts."""

from collections.abc import Callable, Iterator
from fractions import Fraction

import numpy as np
import pytest
from numpy.typing import NDArray

from consentkit.domain.segmentation import propose_conversations
from consentkit.kernel.errors import MalformedError
from consentkit.media.taps.base import AudioBlock, SampledFrame, StreamFacts, TapResult
from consentkit.media.taps.panes import PanesTap, signals_from_result
from consentkit.media.taps.panes_grid import CellRecorder

Picture = NDArray[np.uint8]
Layout = Callable[[Picture, Picture], Picture]

# What the partner's pane shows for how many samples; 0 is the search screen.
SCRIPT = ((0, 6), (1, 30), (0, 8), (2, 5), (0, 5), (3, 40), (4, 24), (0, 1), (5, 30), (0, 6))


def _room(seed: int) -> Picture:
    rng = np.random.default_rng(seed)
    coarse = rng.integers(20, 235, (9, 16), dtype=np.uint8)
    return np.kron(coarse, np.ones((20, 20), np.uint8)).astype(np.uint8)


def _person(seed: int, sample: int) -> Picture:
    """Return 180x320 of a room with a head that sways and a little grain."""
    rng = np.random.default_rng((seed, sample))
    picture = _room(seed).astype(np.int16)
    left = 130 + int(12 * np.sin(sample / 2 + seed))
    picture[60:130, left : left + 60] = 150 + 10 * (seed % 5)
    picture += rng.integers(-2, 3, picture.shape, dtype=np.int16)
    return np.clip(picture, 0, 255).astype(np.uint8)


def _search(sample: int) -> Picture:
    rng = np.random.default_rng((77, sample))
    return rng.integers(30, 76, (180, 320), dtype=np.uint8)


def _small(picture: Picture, height: int, width: int) -> Picture:
    rows = np.arange(height) * 180 // height
    columns = np.arange(width) * 320 // width
    return picture[rows][:, columns]


def _put(frame: Picture, picture: Picture, box: tuple[int, int, int, int]) -> None:
    left, top, right, bottom = box
    frame[top:bottom, left:right] = _small(picture, bottom - top, right - left)


def _placed(
    partner: tuple[int, int, int, int] | None, own: tuple[int, int, int, int] | None
) -> Layout:
    def layout(partner_picture: Picture, own_picture: Picture) -> Picture:
        frame = np.full((180, 320), 24, np.uint8)
        boxes = [(partner, partner_picture), (own, own_picture)]
        # The larger pane lies below, as with an inset.
        for box, picture in sorted(boxes, key=lambda b: -_area(b[0])):
            if box is not None:
                _put(frame, picture, box)
        frame[4:8, 4:60:2] = 220  # a line of text that never changes
        return frame

    return layout


def _area(box: tuple[int, int, int, int] | None) -> int:
    return (box[2] - box[0]) * (box[3] - box[1]) if box else 0


LAYOUTS: dict[str, tuple[Layout, tuple[int, int, int, int]]] = {
    "partner left": (_placed((1, 10, 160, 140), (161, 10, 319, 140)), (0, 1, 16, 14)),
    "partner right": (_placed((161, 10, 319, 140), (1, 10, 160, 140)), (16, 1, 32, 14)),
    "stacked with bars": (_placed((110, 0, 210, 90), (110, 90, 210, 180)), (11, 0, 21, 9)),
    "own pane inset": (_placed((0, 0, 320, 180), (230, 120, 310, 170)), (0, 0, 32, 18)),
    "partner inset": (_placed((10, 10, 110, 80), (0, 0, 320, 180)), (1, 1, 11, 8)),
    "partner only": (_placed((0, 0, 320, 180), None), (0, 0, 32, 18)),
    "letterboxed": (_placed((40, 50, 160, 120), (165, 50, 280, 120)), (4, 5, 16, 12)),
}


def _frames(layout: Layout) -> Iterator[Picture]:
    sample = 0
    for who, count in SCRIPT:
        for _ in range(count):
            partner = _person(who, sample) if who else _search(sample)
            yield layout(partner, _person(99, sample))
            sample += 1


def _result(frames: Iterator[Picture], spacing: Fraction = Fraction(1, 4)) -> TapResult:
    tap = PanesTap()
    tap.begin(StreamFacts(1280, 720, has_picture=True, has_sound=False))
    for index, gray in enumerate(frames):
        tap.on_frame(SampledFrame(index * spacing, gray, is_keyframe=False))
    return tap.finish()


@pytest.mark.parametrize("name", LAYOUTS)
def test_partners_are_found_in_every_layout(name: str) -> None:
    layout, box = LAYOUTS[name]
    result = _result(_frames(layout))
    partner = result.values["partner"]
    assert isinstance(partner, list)
    cells = [partner[0] * 32, partner[1] * 18, partner[2] * 32, partner[3] * 18]
    assert cells == pytest.approx(box, abs=1.01)

    proposals = propose_conversations(signals_from_result(result))
    at, expected = Fraction(0), []
    for who, count in SCRIPT:
        if who:
            expected.append((at, at + Fraction(count, 4)))
        at += Fraction(count, 4)
    assert len(proposals) == len(expected)
    for proposal, (start, end) in zip(proposals, expected, strict=True):
        assert abs(proposal.range.start - start) <= Fraction(1, 4)
        assert abs(proposal.range.end - end) <= Fraction(1, 4)


def test_the_own_pane_is_the_one_that_moves_on_through_the_gaps() -> None:
    own = _result(_frames(LAYOUTS["partner left"][0])).values["own"]
    assert isinstance(own, list)
    assert own[0] >= 0.5


def test_a_covered_own_pane_is_not_reported() -> None:
    layout, _ = LAYOUTS["partner left"]
    black = np.zeros((180, 320), np.uint8)
    result = _result(_frames(lambda partner, _own: layout(partner, black)))
    assert result.values["own"] is None
    assert len(propose_conversations(signals_from_result(result))) == 5


def test_one_continuous_talk_is_one_conversation_of_low_confidence() -> None:
    result = _result(_person(8, sample) for sample in range(120))
    assert result.values["partner"] is None
    (proposal,) = propose_conversations(signals_from_result(result))
    assert proposal.confidence < 0.3


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_next_to_no_frames_are_no_trouble(count: int) -> None:
    result = _result(_person(8, sample) for sample in range(count))
    signals = signals_from_result(result)
    assert len(signals.at) == count
    assert len(propose_conversations(signals)) <= 1


def test_frames_that_do_not_advance_are_passed_over() -> None:
    tap = PanesTap()
    for at in (Fraction(1), Fraction(1), Fraction(1, 2), Fraction(2)):
        tap.on_frame(SampledFrame(at, _room(1), is_keyframe=False))
    assert tap.finish().arrays["at_us"].tolist() == [1_000_000, 2_000_000]


def test_loudness_follows_the_time_of_the_sound() -> None:
    tap = PanesTap()
    tone = np.sin(np.arange(16_000, dtype=np.float32)) * np.float32(0.5)
    for second, block in enumerate((np.zeros(16_000, np.float32), tone)):
        tap.on_audio(AudioBlock(Fraction(second), block.astype(np.float32)))
    for at in (Fraction(1, 4), Fraction(3, 2)):
        tap.on_frame(SampledFrame(at, _room(1), is_keyframe=False))
    quiet, loud = tap.finish().arrays["level_db"].tolist()
    assert quiet == pytest.approx(-100, abs=0.1)
    assert loud == pytest.approx(-9, abs=0.2)


def test_the_result_is_small_and_plain() -> None:
    result = _result(_frames(LAYOUTS["partner only"][0]))
    count = len(result.arrays["at_us"])
    assert sum(array.nbytes for array in result.arrays.values()) < 200 * count
    assert all(array.dtype != object for array in result.arrays.values())


def test_roughness_and_stir_are_measured_per_cell() -> None:
    recorder = CellRecorder()
    flat = np.full((180, 320), 100, np.uint8)
    striped = flat.copy()
    striped[:10, :10:2] = 140
    recorder.add(flat)
    recorder.add(striped)
    tracks = recorder.take_tracks()
    assert tracks.luma[1, 0] == 120
    assert tracks.rough[1, 0] == pytest.approx(36, abs=1)
    assert tracks.stir[1, 0] == 80
    assert not tracks.stir[1, 40:].any()


def test_a_result_without_its_arrays_is_refused() -> None:
    result = _result(_person(8, sample) for sample in range(4))
    lacking = {name: array for name, array in result.arrays.items() if name != "even"}
    with pytest.raises(MalformedError) as refused:
        signals_from_result(TapResult(lacking, result.values))
    assert refused.value.code == "panes.result"
