"""What nothing is done to is the same afterwards; what something is done to is gone."""

from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest
from redact_maker import (
    RATE,
    SOUND_HZ,
    Video,
    beeps,
    flashes,
    numbers,
    payloads,
    pictures,
    sound,
    write_video,
)

from consentkit.domain.frame_box import FULL, FrameBox
from consentkit.domain.redaction import FacePoint, FaceTrack
from consentkit.kernel.errors import InputError
from consentkit.kernel.timebase import TimeRange
from consentkit.media.redact.order import SUFFIXES, Quiet, RedactOrder, StreamFate
from consentkit.media.redact.preview import preview
from consentkit.media.redact.render import Written, render_file

AUDIO_FRAME_S = 1024 / SOUND_HZ
PLAIN = Video()


def stretch(start: str, end: str) -> TimeRange:
    return TimeRange(Fraction(start), Fraction(end))


def face(start: str, end: str, box: tuple[float, float, float, float]) -> FaceTrack:
    corners = FrameBox(*(round(share * FULL) for share in box))
    return FaceTrack("f1", (FacePoint(Fraction(start), corners),), Fraction(end))


def blur(start: str, end: str, box=(0.3, 0.3, 0.4, 0.5)) -> RedactOrder:
    return RedactOrder(blurs=((stretch(start, end), face(start, end, box)),))


def render(tmp_path: Path, order: RedactOrder, video=PLAIN, source=".mp4", out=".mp4"):
    path = tmp_path / f"source{source}"
    write_video(path, video)
    target = tmp_path / f"redacted{out}"
    return path, target, render_file(path, target, SUFFIXES[out], order)


def picture_fate(written: Written) -> StreamFate:
    return written.streams[0].fate


def likeness_db(one: np.ndarray, other: np.ndarray) -> float:
    error = np.mean((one.astype(float) - other.astype(float)) ** 2)
    return 99.0 if error == 0 else 10 * np.log10(255**2 / error)


@pytest.mark.parametrize("suffix", [".mp4", ".mov", ".mkv"])
@pytest.mark.parametrize("b_frames", [0, 2])
def test_untouched_groups_are_copied_and_touched_ones_joined_to_them(
    tmp_path, suffix: str, b_frames: int
) -> None:
    video = Video(b_frames=b_frames)
    path, target, written = render(tmp_path, blur("3.2", "3.8"), video, suffix, suffix)
    before, after = pictures(path), pictures(target)
    assert [seen.at for seen in after] == [seen.at for seen in before]
    assert [seen.number for seen in after] == [seen.number for seen in before]
    same = [np.array_equal(a.luma, b.luma) for a, b in zip(before, after, strict=True)]
    # Pictures before the blur within its group are copied, too.
    assert all(same[: 3 * RATE])
    assert all(same[4 * RATE :])
    assert not any(same[round(3.2 * RATE) : round(3.8 * RATE)])
    assert picture_fate(written) is StreamFate.JOINED
    assert written.encoded_s <= 1
    assert written.copied_s >= 6


def test_what_is_encoded_anew_looks_the_same_outside_of_the_face(tmp_path) -> None:
    path, target, _ = render(tmp_path, blur("3.2", "3.8"))
    before, after = pictures(path), pictures(target)
    for number in range(round(3.2 * RATE), 4 * RATE):
        assert likeness_db(before[number].luma[:, 160:], after[number].luma[:, 160:]) > 38


def test_little_is_left_of_what_is_in_the_face_s_box(tmp_path) -> None:
    path, target, _ = render(tmp_path, blur("3.2", "3.8"))
    before, after = pictures(path), pictures(target)
    for number in range(round(3.2 * RATE), round(3.8 * RATE)):
        inside = np.s_[48:68, 80:100]
        assert after[number].luma[inside].std() < 0.4 * before[number].luma[inside].std()


def test_a_face_is_covered_in_every_picture_that_shows_it_and_in_no_other(tmp_path) -> None:
    order = blur("3.2", "3.8")
    path, target, _ = render(tmp_path, order, Video(group=250))
    before, after = pictures(path), pictures(target)
    covered = [
        seen.number
        for seen, was in zip(after, before, strict=True)
        if likeness_db(seen.luma[48:68, 80:100], was.luma[48:68, 80:100]) < 25
    ]
    assert covered == list(range(round(3.2 * RATE), round(3.8 * RATE)))


def test_a_face_at_the_border_is_covered_up_to_the_border(tmp_path) -> None:
    path, target, _ = render(tmp_path, blur("3.2", "3.8", (0, 0, 0.1, 0.2)))
    before, after = pictures(path)[85].luma, pictures(target)[85].luma
    assert likeness_db(before[:26, :24], after[:26, :24]) < 25
    assert likeness_db(before[70:], after[70:]) > 38


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_turned_video_stays_turned_and_its_face_is_covered_where_it_is_seen(
    tmp_path, rotation: int
) -> None:
    order = blur("3.2", "3.8", (0.6, 0.1, 0.8, 0.3))
    path, target, _ = render(tmp_path, order, Video(rotation=rotation))
    with av.open(str(path)) as source, av.open(str(target)) as redacted:
        was = source.streams.video[0]
        before = [frame for _, frame in zip(range(90), source.decode(was), strict=False)][85]
        after = [frame for _, frame in zip(range(90), redacted.decode(video=0), strict=False)][85]
    assert after.rotation == before.rotation
    turns = round(before.rotation / 90) % 4
    upright = [np.rot90(frame.to_ndarray(format="gray8"), turns) for frame in (before, after)]
    changed = np.abs(upright[0].astype(int) - upright[1]) > 20
    rows, columns = np.nonzero(changed)
    height, width = changed.shape
    assert 0.45 * width < columns.mean() < 0.95 * width
    assert rows.mean() < 0.45 * height
    assert not changed[round(0.6 * height) :].any()


@pytest.mark.parametrize("pixel_format", ["yuv420p10le", "yuv444p", "yuv422p"])
def test_depth_and_colour_sampling_are_kept(tmp_path, pixel_format: str) -> None:
    path, target, written = render(tmp_path, blur("3.2", "3.8"), Video(pixel_format=pixel_format))
    assert picture_fate(written) is StreamFate.JOINED
    with av.open(str(target)) as container:
        assert container.streams.video[0].pix_fmt == pixel_format
    before, after = pictures(path), pictures(target)
    assert np.array_equal(before[20].luma, after[20].luma)
    assert likeness_db(before[85].luma[100:], after[85].luma[100:]) > 36


def test_a_hidden_picture_shows_nothing_at_all(tmp_path) -> None:
    order = RedactOrder(hidden=(stretch("2.5", "4.5"),))
    _, target, _ = render(tmp_path, order)
    for seen in pictures(target)[round(2.5 * RATE) + 1 : round(4.5 * RATE)]:
        assert seen.luma.max() - seen.luma.min() <= 4


CUTS = (stretch("1.31", "2.5"), stretch("3.333", "4.7"), stretch("6", "6.5"))


@pytest.mark.parametrize("suffix", [".mp4", ".mkv"])
@pytest.mark.parametrize("group", [25, 1000])
def test_after_several_cuts_every_flash_still_comes_with_its_beep(
    tmp_path, suffix: str, group: int
) -> None:
    path, target, _ = render(tmp_path, RedactOrder(cuts=CUTS), Video(group=group), suffix, suffix)
    before = [b - f for f, b in zip(flashes(path), beeps(path), strict=True)]
    seen, heard = flashes(target), beeps(target)
    assert len(seen) == len(heard) == 5
    offsets = [b - f for f, b in zip(seen, heard, strict=True)]
    assert max(abs(a - b) for a in offsets for b in before) < AUDIO_FRAME_S / 2


@pytest.mark.parametrize("is_variable", [False, True])
def test_a_cut_takes_out_exactly_its_pictures_and_the_rest_moves_forward(
    tmp_path, is_variable: bool
) -> None:
    video = Video(is_variable=is_variable)
    _, target, written = render(tmp_path, RedactOrder(cuts=CUTS), video)
    left = [
        number
        for number in numbers(video)
        if not any(cut.contains(Fraction(number, RATE)) for cut in CUTS)
    ]
    after = pictures(target)
    assert [seen.number for seen in after] == left
    for seen in after:
        at = Fraction(seen.number, RATE)
        gone = sum((cut.duration for cut in CUTS if cut.end <= at), Fraction(0))
        assert abs(seen.at - (at - gone)) <= Fraction(1, 5000)
    assert written.duration == pytest.approx(float(8 - sum(cut.duration for cut in CUTS)), abs=0.05)


def test_sound_is_cut_to_the_sample(tmp_path) -> None:
    video = Video(has_picture=False, sounds=("pcm_s16le",))
    order = RedactOrder(cuts=CUTS)
    path, target, _ = render(tmp_path, order, video, ".mkv", ".mkv")
    _, before = sound(path)
    _, after = sound(target)
    keep = np.ones(len(before), bool)
    near = np.zeros(len(before), bool)
    for cut in CUTS:
        first, last = round(cut.start * SOUND_HZ), round(cut.end * SOUND_HZ)
        keep[first:last] = False
        near[first - 200 : last + 200] = True
    kept = before[keep]
    assert abs(len(kept) - len(after)) <= len(CUTS)
    plain = ~near[keep]
    count = min(len(kept), len(after))
    assert np.abs(kept[:count] - after[:count])[plain[:count]].max() < 1e-3


def test_a_cut_up_to_the_start_or_the_end_leaves_the_rest(tmp_path) -> None:
    order = RedactOrder(cuts=(stretch("0", "2.2"), stretch("6.6", "9")))
    _, target, _ = render(tmp_path, order)
    after = pictures(target)
    assert [seen.number for seen in after] == list(range(55, 165))
    assert after[0].at == 0


def test_cuts_that_leave_nothing_are_refused(tmp_path) -> None:
    with pytest.raises(InputError) as caught:
        render(tmp_path, RedactOrder(cuts=(stretch("0", "20"),)), Video(seconds=2))
    assert caught.value.code == "redaction.nothing-left"
    assert not (tmp_path / "redacted.mp4").exists()


@pytest.mark.parametrize("codec", ["aac", "libopus", "libmp3lame"])
def test_a_silenced_stretch_is_silent_and_nothing_around_it(tmp_path, codec: str) -> None:
    order = RedactOrder(muted=(Quiet(stretch("2.5", "4.5")),))
    path, target, written = render(tmp_path, order, Video(sounds=(codec,)), ".mkv", ".mkv")
    start, samples = sound(target)
    first, last = (round((at - float(start)) * SOUND_HZ) for at in (2.5, 4.5))
    assert np.abs(samples[first + 2400 : last - 2400]).max() < 1e-3
    assert [round(at) for at in beeps(target)] == [0, 1, 2, 5, 6, 7]
    assert beeps(target)[0] == pytest.approx(beeps(path)[0], abs=AUDIO_FRAME_S / 2)
    assert picture_fate(written) is StreamFate.COPIED


def test_a_changed_voice_has_another_pitch_and_the_same_length(tmp_path) -> None:
    video = Video(has_picture=False, sounds=("pcm_s16le",))
    order = RedactOrder(altered=(stretch("2.2", "3.8"),), voice_seed=5)
    path, target, _ = render(tmp_path, order, video, ".mkv", ".mkv")
    _, before = sound(path)
    _, after = sound(target)
    assert len(after) == len(before)
    part = np.s_[round(2.3 * SOUND_HZ) : round(2.9 * SOUND_HZ)]

    def pitch(samples: np.ndarray) -> float:
        spectrum = np.abs(np.fft.rfft(samples[part] * np.hanning(len(samples[part]))))
        return float(np.argmax(spectrum) / 0.6)

    assert pitch(before) == pytest.approx(200, abs=3)
    assert abs(pitch(after) / 200 - 1) > 0.15
    outside = np.ones(len(before), bool)
    outside[round(2.15 * SOUND_HZ) : round(3.85 * SOUND_HZ)] = False
    assert np.abs(before - after)[outside].max() < 1e-3


def test_only_the_named_streams_of_sound_are_touched(tmp_path) -> None:
    order = RedactOrder(muted=(Quiet(stretch("2.5", "4.5"), streams=(2,)),))
    path, target, written = render(tmp_path, order, Video(sounds=("aac", "aac")), ".mkv", ".mkv")
    fates = [stream.fate for stream in written.streams]
    assert fates == [StreamFate.COPIED, StreamFate.COPIED, StreamFate.ENCODED]
    assert payloads(path, 1) == payloads(target, 1)
    assert len(beeps(target, 0)) == 8
    assert len(beeps(target, 1)) == 6


def test_without_any_order_all_is_copied(tmp_path) -> None:
    path, target, written = render(tmp_path, RedactOrder())
    assert payloads(path, 0) == payloads(target, 0)
    assert payloads(path, 1) == payloads(target, 1)
    assert written.encoded_s == 0
    assert [round(b - a, 3) for a, b in zip(beeps(path), beeps(target), strict=True)] == [0] * 8


def test_titles_and_places_of_the_source_are_left_out(tmp_path) -> None:
    _, target, _ = render(tmp_path, RedactOrder(), Video(title="Secret of somebody"))
    assert b"Secret" not in target.read_bytes()
    with av.open(str(target)) as container:
        assert "location" not in container.metadata
        assert "title" not in container.metadata


def test_another_codec_is_encoded_anew_as_a_whole_and_the_result_says_so(tmp_path) -> None:
    video = Video(seconds=3, codec="libx265", width=320, height=192)
    path, target, written = render(tmp_path, blur("1.2", "1.8"), video)
    assert written.streams[0].fate is StreamFate.ENCODED
    assert written.streams[0].reason == "codec"
    assert [seen.at for seen in pictures(target)] == [seen.at for seen in pictures(path)]


def test_pictures_that_an_edit_list_hides_are_not_written(tmp_path) -> None:
    path = tmp_path / "whole.mp4"
    write_video(path, Video(group=250))
    trimmed = tmp_path / "source.mp4"
    trim(path, trimmed, Fraction(3))
    target = tmp_path / "redacted.mp4"
    render_file(trimmed, target, "mp4", RedactOrder())
    with av.open(str(target)) as container:
        packets = [packet for packet in container.demux(video=0) if packet.size]
        assert not any(packet.is_discard for packet in packets)
    assert min(seen.number for seen in pictures(target)) >= 75


def trim(path: Path, target: Path, start: Fraction) -> None:
    """Copy packets so that those before ``start`` are hidden by an edit list."""
    with av.open(str(path)) as source, av.open(str(target), "w") as output:
        stream = source.streams.video[0]
        copy = output.add_stream_from_template(stream, opaque=True)
        for packet in source.demux(stream):
            if packet.size:
                back = round(start / packet.time_base)
                packet.pts, packet.dts = packet.pts - back, packet.dts - back
                packet.stream = copy
                output.mux_one(packet)


def test_a_video_that_does_not_begin_at_zero_keeps_picture_and_sound_together(tmp_path) -> None:
    video = Video(offset=Fraction(37, 10))
    order = RedactOrder(cuts=(stretch("1.31", "2.5"),), muted=(Quiet(stretch("5.5", "5.9")),))
    _, target, _ = render(tmp_path, order, video, ".mkv", ".mkv")
    offsets = [b - f for f, b in zip(flashes(target), beeps(target), strict=True)]
    assert max(map(abs, offsets)) < AUDIO_FRAME_S / 2
    assert pictures(target)[0].at < Fraction(1, 20)


def test_sound_alone_and_pictures_alone_are_redacted(tmp_path) -> None:
    order = RedactOrder(cuts=(stretch("1", "2"),), muted=(Quiet(stretch("3", "4")),))
    _, target, _ = render(tmp_path, order, Video(has_picture=False))
    assert len(beeps(target)) == 6
    _, target, _ = render(tmp_path, order, Video(sounds=()))
    assert len(pictures(target)) == 7 * RATE


def test_a_file_damaged_in_the_middle_is_written_as_far_as_it_decodes(tmp_path) -> None:
    path = tmp_path / "source.mp4"
    write_video(path, Video())
    data = bytearray(path.read_bytes())
    for place in range(len(data) // 3, len(data) // 3 + 600):
        data[place] ^= 0x5A
    path.write_bytes(data)
    target = tmp_path / "redacted.mp4"
    order = RedactOrder(hidden=(stretch("2", "6"),), muted=(Quiet(stretch("2", "6")),))
    render_file(path, target, "mp4", order)
    times = [seen.at for seen in pictures(target)]
    assert all(a < b for a, b in pairwise(times))
    assert max(times) > 7.5
    assert abs(beeps(target)[-1] - flashes(target)[-1]) < AUDIO_FRAME_S / 2


def test_decoding_times_rise_and_are_never_later_than_showing(tmp_path) -> None:
    order = RedactOrder(
        blurs=blur("3.2", "3.8").blurs, cuts=CUTS[:1], hidden=(stretch("5.1", "5.3"),)
    )
    _, target, _ = render(tmp_path, order, Video(b_frames=2))
    with av.open(str(target)) as container:
        packets = [packet for packet in container.demux(video=0) if packet.size]
    assert all(a.dts < b.dts for a, b in pairwise(packets))
    assert all(packet.dts <= packet.pts for packet in packets)


def test_a_preview_shows_what_will_be_drawn(tmp_path) -> None:
    import cv2

    path = tmp_path / "source.mp4"
    write_video(path, Video())
    shown = preview(path, Fraction("3.41"), blur("3.2", "3.8"))
    plain = preview(path, Fraction("3.41"), RedactOrder())
    assert shown.at == Fraction(85, RATE)
    one, other = (
        cv2.imdecode(np.frombuffer(thumb.jpeg, np.uint8), cv2.IMREAD_GRAYSCALE)
        for thumb in (shown, plain)
    )
    assert one.shape == (144, 256)
    assert likeness_db(one[48:68, 80:100], other[48:68, 80:100]) < 25
    assert likeness_db(one[110:, :], other[110:, :]) > 38
