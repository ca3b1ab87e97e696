"""Times and samples of a redacted video follow from the cuts alone, exactly and without drift."""

from fractions import Fraction

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consentkit.domain.frame_box import FrameBox
from consentkit.domain.recording import StreamKind
from consentkit.domain.redaction import FacePoint, FaceTrack, after_cuts
from consentkit.kernel.errors import ConsentKitError, MalformedError
from consentkit.kernel.timebase import TimeRange, union
from consentkit.media.messages import DoneMessage
from consentkit.media.redact.answer import (
    decode_doubts,
    decode_order,
    decode_written,
    encode_doubts,
    encode_order,
    encode_written,
)
from consentkit.media.redact.clocks import PictureClock, SampleClock, before_cuts
from consentkit.media.redact.order import (
    Doubt,
    DoubtKind,
    Quiet,
    RedactOrder,
    RenderedStream,
    StreamFate,
)
from consentkit.media.redact.sound_work import Gain, VoiceStage

ONE_STREAM = b'{"duration":"1","copied_s":"0","encoded_s":"0","streams":[{"source_index":%b}]}'

MILLISECONDS = st.integers(0, 60_000)


@st.composite
def stretches(draw, count: int = 5) -> tuple[TimeRange, ...]:
    pairs = draw(st.lists(st.tuples(MILLISECONDS, st.integers(1, 9000)), max_size=count))
    return union(
        TimeRange(Fraction(start, 1000), Fraction(start + length, 1000)) for start, length in pairs
    )


@given(cuts=stretches(), rate=st.sampled_from([8000, 44_100, 48_000]))
def test_samples_that_are_kept_follow_each_other_without_gap(cuts, rate: int) -> None:
    clock = SampleClock(rate, cuts)
    kept = clock.pieces(0, 70 * rate)
    expected = 0
    for first, stop, goes_to in kept:
        assert goes_to == expected
        assert first < stop
        expected += stop - first
    gone = sum((cut.duration for cut in cuts), Fraction(0))
    assert expected == 70 * rate - round(gone * rate)


@given(cuts=stretches(), parts=st.lists(st.integers(1, 40_000), min_size=1, max_size=30))
def test_cutting_block_by_block_is_cutting_at_once(cuts, parts) -> None:
    clock = SampleClock(8000, cuts)
    at, found = 0, []
    for length in parts:
        for first, stop, goes_to in clock.pieces(at, at + length):
            if found and found[-1][1] == first and found[-1][2] + first - found[-1][0] == goes_to:
                found[-1] = (found[-1][0], stop, found[-1][2])
            else:
                found.append((first, stop, goes_to))
        at += length
    assert found == clock.pieces(0, at)


@given(
    cuts=stretches(),
    origin=st.fractions(-1, 10, max_denominator=90_000),
    base=st.sampled_from([Fraction(1, 25), Fraction(1, 1000), Fraction(1, 90_000)]),
)
def test_pictures_move_by_what_was_cut_before_them(cuts, origin, base) -> None:
    clock = PictureClock(base, origin, cuts)
    last = None
    for second in range(62):
        tick = round((second + origin) / base)
        if clock.is_removed(tick):
            continue
        at = tick * base - origin
        moved = clock.moved(tick) * clock.unit
        if at >= 0:
            inside = any(cut.contains(at) for cut in cuts)
            exact = at - sum(
                (min(at, cut.end) - cut.start for cut in cuts if cut.start < at), Fraction(0)
            )
            assert inside or abs(moved - exact) <= Fraction(1, 1000) + clock.unit
        assert last is None or moved >= last
        last = moved


@given(cuts=stretches(), at=st.integers(0, 200_000))
def test_a_moment_moved_back_and_forth_stays(cuts, at: int) -> None:
    moment = Fraction(at, 1000)
    source = before_cuts(moment, cuts)
    moved = after_cuts(TimeRange(Fraction(0), source), cuts)
    assert (moved.end if moved else Fraction(0)) == moment


@given(ranges=stretches(), parts=st.lists(st.integers(1, 3000), min_size=1, max_size=40))
def test_silence_is_whole_within_and_ramps_lie_outside(ranges, parts) -> None:
    rate = 1000
    inside = [(int(item.start * rate), int(item.end * rate)) for item in ranges]
    gain = Gain(inside, 10)
    at, found = 0, []
    for length in parts:
        sound = np.ones((1, length), np.float32)
        gain.apply(sound, at)
        found.append(sound[0])
        at += length
    heard = np.concatenate(found)
    silent = np.zeros(at, bool)
    near = np.zeros(at, bool)
    for first, last in inside:
        silent[first:last] = True
        near[max(0, first - 10) : last + 10] = True
    assert not heard[silent].any()
    assert (heard[~near] == 1).all()
    assert (heard[~silent] > 0).all()


@settings(max_examples=25, deadline=None)
@given(
    ranges=stretches(count=2),
    parts=st.lists(st.integers(1, 30_000), min_size=1, max_size=8),
    seed=st.integers(0, 5),
)
def test_changing_voices_gives_every_sample_once_and_in_order(ranges, parts, seed) -> None:
    rate = 4000
    stage = VoiceStage(ranges, rate, seed)
    at, given_out, plain = 0, [], []
    for length in parts:
        sound = np.sin(np.arange(at, at + length) / 5)[None, :].astype(np.float32)
        plain.append(sound[0].copy())
        given_out += stage.take(sound, at)
        at += length
    given_out += stage.finish()
    expected = 0
    for sound, start in given_out:
        assert start == expected
        expected += sound.shape[1]
    assert expected == at
    heard, before = np.concatenate([s[0] for s, _ in given_out]), np.concatenate(plain)
    near = np.zeros(at, bool)
    for item in ranges:
        near[max(0, int(item.start * rate) - 60) : int(item.end * rate) + 60] = True
    assert np.array_equal(heard[~near], before[~near])


@given(cuts=stretches(), muted=stretches(), seed=st.integers(0, 9))
def test_an_order_outlasts_its_way_to_the_worker(cuts, muted, seed) -> None:
    box = FrameBox(1, 2, 300, 400)
    track = FaceTrack("f1", (FacePoint(Fraction(1, 3), box),), Fraction(22, 7))
    order = RedactOrder(
        blurs=((TimeRange(Fraction(0), Fraction(2)), track),) * 2,
        hidden=muted,
        muted=tuple(Quiet(item, (1, 2)) for item in muted),
        altered=cuts,
        cuts=cuts,
        voice_seed=seed,
    )
    assert decode_order(encode_order(order)) == order


def test_answers_outlast_their_way_back() -> None:
    streams = (RenderedStream(0, StreamKind.VIDEO, StreamFate.JOINED),)
    lengths = (Fraction(7, 3), Fraction(2), Fraction(1, 3))
    assert decode_written(encode_written(*lengths, streams)) == (*lengths, streams)
    doubts = (Doubt(DoubtKind.FACE, TimeRange(Fraction(1), Fraction(2))),)
    assert decode_doubts(encode_doubts(doubts)) == doubts


@pytest.mark.parametrize(
    "value",
    [
        b"null",
        b"[]",
        b'{"duration":"-1","copied_s":"0","encoded_s":"0","streams":[]}',
        b'{"duration":"1","copied_s":"0","encoded_s":"0","streams":[]}',
        b'{"duration":"1e9","copied_s":"0","encoded_s":"0","streams":[]}',
        ONE_STREAM % b'3,"kind":"video","fate":"copied","reason":""',
        ONE_STREAM % b'0,"kind":"video","fate":"copied","reason":"A name"',
        ONE_STREAM % b'0,"kind":"video","fate":"eaten","reason":""',
    ],
)
def test_an_answer_of_another_form_is_refused(value: bytes) -> None:
    with pytest.raises(MalformedError):
        decode_written(DoneMessage(msgspec.Raw(value)))


@pytest.mark.parametrize(
    "value",
    [b"null", b'[["face","2","1"]]', b'[["face","-1","1"]]', b'[["name","0","1"]]', b'[["face"]]'],
)
def test_doubts_of_another_form_are_refused(value: bytes) -> None:
    with pytest.raises(MalformedError):
        decode_doubts(DoneMessage(msgspec.Raw(value)))


@given(data=st.binary(max_size=200))
def test_an_order_of_another_form_is_refused(data: bytes) -> None:
    with pytest.raises(ConsentKitError):
        decode_order(data)
