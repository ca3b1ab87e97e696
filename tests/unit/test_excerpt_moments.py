"""Picture and sound of an excerpt are those of the same moments, and the range is theirs."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import pytest

from consentkit.domain.recording import PacketTree
from consentkit.kernel.errors import VerificationError
from consentkit.kernel.timebase import TimeRange
from consentkit.media.cut import cut_file, read_excerpt, verify_excerpt_file
from consentkit.media.excerpt import Excerpt, ExcerptProof, ExcerptStream, check_excerpt, range_of
from consentkit.media.excerpt_times import StreamTimes
from consentkit.media.packets import packet_leaf, packet_time, payload_digest
from consentkit.media.scan import scan_file
from consentkit.tlog.merkle import MerkleTree

PICTURE, SOUND = 0, 1
Change = Callable[[int, int, int, Fraction], int | None]
"""Takes stream, place, time and time base of a packet; returns its new time, None to drop it."""


@pytest.fixture(scope="module")
def trees(sample_recording) -> tuple[PacketTree, ...]:
    return scan_file(sample_recording.path).packet_trees


@pytest.fixture(scope="module")
def cut_at(sample_recording, trees, tmp_path_factory) -> Callable[[int, int], Excerpt]:
    made: dict[tuple[int, int], Excerpt] = {}

    def cut(start: int, end: int) -> Excerpt:
        if (start, end) not in made:
            wanted = TimeRange(Fraction(start), Fraction(end))
            folder = tmp_path_factory.mktemp("moments")
            made[start, end] = cut_file(sample_recording.path, wanted, Fraction(0), trees, folder)
        return made[start, end]

    return cut


def write(path: Path, parts: list[tuple[Path, int]], change: Change) -> Path:
    """Write streams of some files into one, with packets moved in time or left out."""
    with av.open(str(path), "w") as writer:
        readers = [(av.open(str(source)), index) for source, index in parts]
        copies = [
            writer.add_stream_from_template(reader.streams[index]) for reader, index in readers
        ]
        for number, ((reader, index), copy) in enumerate(zip(readers, copies, strict=True)):
            packets = [packet for packet in reader.demux(reader.streams[index]) if packet.size]
            moved = [
                change(number, place, packet.pts, packet.time_base)
                for place, packet in enumerate(packets)
            ]
            kept = sorted(time for time in moved if time is not None)
            shown = iter(kept)
            delay = max(
                early - late
                for early, late in zip(
                    kept, (time for time in moved if time is not None), strict=True
                )
            )
            for packet, time in zip(packets, moved, strict=True):
                if time is not None:
                    packet.pts, packet.dts = time, next(shown) - delay
                    packet.stream = copy
                    writer.mux(packet)
        for reader, _ in readers:
            reader.close()
    return path


def both(excerpt: Excerpt) -> list[tuple[Path, int]]:
    return [(excerpt.path, PICTURE), (excerpt.path, SOUND)]


def as_it_is(stream: int, place: int, time: int, base: Fraction) -> int | None:
    return time


def run_proof(recording: Path, source: int, first: int, count: int) -> ExcerptStream:
    """Return a true proof for a run of packets of a recording."""
    with av.open(str(recording)) as container:
        stream = container.streams[source]
        packets = [packet for packet in container.demux(stream) if packet.size]
        tree = MerkleTree(
            packet_leaf(payload_digest(packet), packet_time(packet)) for packet in packets
        )
        times = tuple(packet.pts for packet in packets[first : first + count])
        base = stream.time_base
    return ExcerptStream(
        source,
        source,
        first,
        len(tree),
        tree.root().hex(),
        StreamTimes(base, times),
        tree.range_proof(first, first + count),
    )


@pytest.mark.parametrize("suffix", ["mp4", "mkv", "mov", "nut"])
def test_the_picture_of_one_moment_with_the_sound_of_another_is_refused(
    cut_at, trees, tmp_path: Path, suffix: str
) -> None:
    first, second = cut_at(2, 6), cut_at(18, 22)
    path = write(
        tmp_path / f"forged.{suffix}", [(first.path, PICTURE), (second.path, SOUND)], as_it_is
    )
    forged = replace(first.proof, streams=(first.proof.streams[0], second.proof.streams[1]))
    with pytest.raises(VerificationError, match=r"excerpt\.times"):
        verify_excerpt_file(path, forged, trees)


def test_a_list_of_times_that_is_made_to_fit_is_refused(cut_at, trees, tmp_path: Path) -> None:
    first, second = cut_at(2, 6), cut_at(18, 22)
    path = write(tmp_path / "forged.mp4", [(first.path, PICTURE), (second.path, SOUND)], as_it_is)
    sound = second.proof.streams[1]
    shift = sound.times.times[0] - first.proof.streams[1].times.times[0]
    times = tuple(time - shift for time in sound.times.times)
    sound = replace(sound, times=replace(sound.times, times=times))
    forged = replace(first.proof, streams=(first.proof.streams[0], sound))
    with pytest.raises(VerificationError, match=r"log\.range"):
        verify_excerpt_file(path, forged, trees)


@pytest.mark.parametrize("suffix", ["mp4", "mkv"])
@pytest.mark.parametrize("shift_s", [Fraction(1, 2), Fraction(-1, 2), Fraction(1, 10)])
def test_a_shifted_sound_is_refused(
    cut_at, trees, tmp_path: Path, suffix: str, shift_s: Fraction
) -> None:
    excerpt = cut_at(2, 6)

    def later(stream: int, place: int, time: int, base: Fraction) -> int:
        return time + (round(shift_s / base) if stream == SOUND else 0)

    path = write(tmp_path / f"late.{suffix}", both(excerpt), later)
    with pytest.raises(VerificationError, match=r"excerpt\.times"):
        verify_excerpt_file(path, excerpt.proof, trees)


def test_one_shift_of_everything_is_no_change(cut_at, trees, tmp_path: Path) -> None:
    excerpt = cut_at(2, 6)
    path = write(
        tmp_path / "later.mkv",
        both(excerpt),
        lambda stream, place, time, base: time + round(3 / base),
    )
    verify_excerpt_file(path, excerpt.proof, trees)


@pytest.mark.parametrize("stream_changed", [PICTURE, SOUND])
@pytest.mark.parametrize(
    "speed", [lambda time: time * 11 // 10, lambda time: time * 9 // 10], ids=["slow", "fast"]
)
def test_another_speed_is_refused(
    cut_at, trees, tmp_path: Path, stream_changed: int, speed: Callable[[int], int]
) -> None:
    excerpt = cut_at(2, 6)
    path = write(
        tmp_path / "speed.mkv",
        both(excerpt),
        lambda stream, place, time, base: speed(time) if stream == stream_changed else time,
    )
    with pytest.raises(VerificationError, match=r"excerpt\.times"):
        verify_excerpt_file(path, excerpt.proof, trees)


@pytest.mark.parametrize("stream_changed", [PICTURE, SOUND])
def test_a_reversed_order_is_refused(cut_at, trees, tmp_path: Path, stream_changed: int) -> None:
    excerpt = cut_at(2, 6)
    held = read_excerpt(excerpt.path)
    turned = held.streams[stream_changed]
    for other in (
        replace(turned, digests=turned.digests[::-1]),
        replace(turned, times=replace(turned.times, times=turned.times.times[::-1])),
    ):
        streams = list(held.streams)
        streams[stream_changed] = other
        with pytest.raises(VerificationError, match=r"log\.range|excerpt\.times"):
            check_excerpt(excerpt.proof, replace(held, streams=tuple(streams)), trees)


def test_two_pictures_in_each_others_place_are_refused(cut_at, trees, tmp_path: Path) -> None:
    excerpt = cut_at(2, 6)
    held = read_excerpt(excerpt.path)
    times = list(held.streams[PICTURE].times.times)
    times[40], times[41] = times[41], times[40]
    picture = replace(
        held.streams[PICTURE], times=replace(held.streams[PICTURE].times, times=tuple(times))
    )
    with pytest.raises(VerificationError, match=r"excerpt\.times"):
        check_excerpt(excerpt.proof, replace(held, streams=(picture, held.streams[SOUND])), trees)


@pytest.mark.parametrize(
    "other",
    [
        lambda true: TimeRange(true.start, true.end + 1),
        lambda true: TimeRange(Fraction(0), true.end),
        lambda true: TimeRange(true.start, true.end - 1),
        lambda true: TimeRange(true.start + 10, true.end + 10),
    ],
    ids=["longer", "earlier", "shorter", "elsewhere"],
)
def test_a_range_that_the_pictures_do_not_span_is_refused(cut_at, trees, other) -> None:
    excerpt = cut_at(18, 22)
    assert excerpt.proof.source_range.start > 1
    forged = replace(excerpt.proof, source_range=other(excerpt.proof.source_range))
    with pytest.raises(VerificationError, match=r"excerpt\.range"):
        verify_excerpt_file(excerpt.path, forged, trees)


def test_a_range_counted_from_another_beginning_is_refused(cut_at, trees) -> None:
    proof = cut_at(18, 22).proof
    moved = TimeRange(proof.source_range.start + 3, proof.source_range.end + 3)
    forged = replace(proof, origin=Fraction(-3), source_range=moved)
    with pytest.raises(VerificationError, match=r"excerpt\.other-recording"):
        verify_excerpt_file(cut_at(18, 22).path, forged, trees)


@pytest.mark.parametrize(("from_s", "to_s"), [(0, 3), (3, 9)], ids=["end", "beginning"])
def test_sound_that_stops_in_the_middle_is_refused(
    sample_recording, cut_at, trees, tmp_path: Path, from_s: int, to_s: int
) -> None:
    excerpt = cut_at(18, 22)
    sound = excerpt.proof.streams[SOUND]
    rate = sound.times.time_base.denominator
    kept = [
        place
        for place, time in enumerate(sound.times.times)
        if from_s * rate <= time - sound.times.times[0] < to_s * rate
    ]
    path = write(
        tmp_path / "half.mp4",
        both(excerpt),
        lambda stream, place, time, base: None if stream and place not in kept else time,
    )
    part = run_proof(sample_recording.path, SOUND, sound.first_leaf + kept[0], len(kept))
    assert part.root == sound.root
    forged = replace(excerpt.proof, streams=(excerpt.proof.streams[PICTURE], part))
    with pytest.raises(VerificationError, match=r"excerpt\.streams"):
        verify_excerpt_file(path, forged, trees)


def test_packets_that_players_are_told_to_hide_are_refused(cut_at, trees, tmp_path: Path) -> None:
    excerpt = cut_at(18, 22)
    # MP4 has no times before zero: it hides what would be there.
    path = write(
        tmp_path / "hidden.mp4",
        both(excerpt),
        lambda stream, place, time, base: time - round(Fraction(1, 2) / base),
    )
    with pytest.raises(VerificationError, match=r"excerpt\.times"):
        verify_excerpt_file(path, excerpt.proof, trees)


def test_silenced_sound_is_refused(cut_at, trees) -> None:
    excerpt = cut_at(18, 22)
    held = read_excerpt(excerpt.path)
    sound = replace(held.streams[SOUND], muted=Fraction(1))
    with pytest.raises(VerificationError, match=r"excerpt\.times"):
        check_excerpt(excerpt.proof, replace(held, streams=(held.streams[0], sound)), trees)


def test_sound_alone_has_a_range_of_its_own(
    sample_recording, cut_at, trees, tmp_path: Path
) -> None:
    excerpt = cut_at(18, 22)
    sound = excerpt.proof.streams[SOUND]
    path = write(tmp_path / "voice.mp4", [(excerpt.path, SOUND)], as_it_is)
    alone = run_proof(sample_recording.path, SOUND, sound.first_leaf, sound.leaf_count)
    alone = replace(alone, stream_index=0)
    claimed = ExcerptProof("mp4", excerpt.proof.source_range, Fraction(0), (alone,))
    with pytest.raises(VerificationError, match=r"excerpt\.range"):
        verify_excerpt_file(path, claimed, trees)
    honest = replace(claimed, source_range=range_of(alone.times, Fraction(0)))
    verify_excerpt_file(path, honest, trees)


@pytest.mark.parametrize("suffix", ["mkv", "ts", "flv", "mov"])
def test_ranges_count_from_where_a_recording_begins(
    sample_recording, tmp_path: Path, suffix: str
) -> None:
    begun = 3600
    path = write(
        tmp_path / f"later.{suffix}",
        [(sample_recording.path, PICTURE), (sample_recording.path, SOUND)],
        lambda stream, place, time, base: time + round(begun / base),
    )
    trees = scan_file(path).packet_trees
    if suffix != "mov":
        assert abs(trees[0].origin - begun) < 2
    wanted = TimeRange(Fraction(18), Fraction(22))
    excerpt = cut_file(path, wanted, Fraction(0), trees, tmp_path)
    verify_excerpt_file(excerpt.path, excerpt.proof, trees)
    assert excerpt.proof.source_range.encloses(wanted)
    assert excerpt.proof.source_range.duration < 10


@pytest.mark.parametrize("suffix", ["mkv", "mp4"])
def test_a_stretch_is_covered_when_pictures_come_at_any_distance(
    sample_recording, tmp_path: Path, suffix: str
) -> None:
    def thinned(stream: int, place: int, time: int, base: Fraction) -> int | None:
        # A screen that stands still for two seconds in every three.
        return None if stream == PICTURE and time * base % 3 >= 1 else time

    path = write(
        tmp_path / f"variable.{suffix}",
        [(sample_recording.path, PICTURE), (sample_recording.path, SOUND)],
        thinned,
    )
    trees = scan_file(path).packet_trees
    wanted = TimeRange(Fraction(11), Fraction(14))
    excerpt = cut_file(path, wanted, Fraction(0), trees, tmp_path)
    verify_excerpt_file(excerpt.path, excerpt.proof, trees)
    assert excerpt.proof.source_range.encloses(wanted)
