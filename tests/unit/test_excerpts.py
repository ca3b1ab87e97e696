"""An excerpt is a copy, and its proof holds for it and for nothing else."""

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import pytest

from consentkit.domain.recording import PacketTree
from consentkit.kernel.errors import (
    ConsentKitError,
    InputError,
    LimitError,
    MalformedError,
    VerificationError,
)
from consentkit.kernel.progress import Cancelled, CancelToken
from consentkit.kernel.timebase import TimeRange
from consentkit.media.cut import cut_file, read_excerpt, verify_excerpt_file
from consentkit.media.excerpt import (
    Excerpt,
    check_excerpt,
    excerpt_proof_from_json,
    excerpt_proof_to_json,
)
from consentkit.media.sample import SamplePartner, SamplePlan, write_sample
from consentkit.media.scan import scan_file

WANTED = TimeRange(Fraction(9), Fraction(12))


@pytest.fixture(scope="module")
def trees(sample_recording) -> tuple[PacketTree, ...]:
    return scan_file(sample_recording.path).packet_trees


@pytest.fixture(scope="module")
def excerpt(sample_recording, trees, tmp_path_factory) -> Excerpt:
    folder = tmp_path_factory.mktemp("excerpt")
    return cut_file(sample_recording.path, WANTED, Fraction(1), trees, folder)


def pictures(path: Path) -> list[bytes]:
    with av.open(str(path)) as container:
        return [frame.to_ndarray().tobytes() for frame in container.decode(video=0)]


def test_an_excerpt_decodes_to_the_very_pictures_of_the_recording(
    sample_recording, excerpt: Excerpt
) -> None:
    source = pictures(sample_recording.path)
    copy = pictures(excerpt.path)
    start = source.index(copy[0])
    assert source[start : start + len(copy)] == copy
    assert len(copy) >= 5 * 25


def test_an_excerpt_covers_what_was_asked_with_its_margin(excerpt: Excerpt) -> None:
    covered = excerpt.proof.source_range
    assert covered.start <= Fraction(8)
    assert covered.end >= Fraction(13)
    assert covered.start > Fraction(5)
    assert covered.end < Fraction(14)


def test_the_same_cut_gives_the_same_bytes(
    sample_recording, trees, excerpt: Excerpt, tmp_path: Path
) -> None:
    again = cut_file(sample_recording.path, WANTED, Fraction(1), trees, tmp_path)
    assert again.path.read_bytes() == excerpt.path.read_bytes()
    assert again.proof == excerpt.proof
    assert [item.name for item in tmp_path.iterdir()] == ["excerpt.mp4"]


def test_the_proof_survives_its_written_form(excerpt: Excerpt, trees) -> None:
    text = excerpt_proof_to_json(excerpt.proof)
    assert excerpt_proof_from_json(text) == excerpt.proof
    verify_excerpt_file(excerpt.path, excerpt_proof_from_json(text.encode()), trees)


def alterations(text: str) -> list[str]:
    """Return the proof with one thing changed, for every thing in it."""
    texts: list[str] = []
    for stream in (0, 1):
        for key in ("stream", "source_stream", "first_leaf", "tree_size"):
            for delta in (-1, 1):
                changed = json.loads(text)
                changed["streams"][stream][key] += delta
                texts.append(json.dumps(changed, separators=(",", ":")))
        for place in range(len(json.loads(text)["streams"][stream]["proof"])):
            changed = json.loads(text)
            proof = changed["streams"][stream]["proof"]
            proof[place] = ("0" if proof[place][0] != "0" else "1") + proof[place][1:]
            texts.append(json.dumps(changed, separators=(",", ":")))
            changed = json.loads(text)
            del changed["streams"][stream]["proof"][place]
            texts.append(json.dumps(changed, separators=(",", ":")))
        changed = json.loads(text)
        changed["streams"][stream]["proof"].append("00" * 32)
        texts.append(json.dumps(changed, separators=(",", ":")))
        for place in (0, 1, -1):
            for value in (None, 7):
                changed = json.loads(text)
                changed["streams"][stream]["times"][place] = value
                texts.append(json.dumps(changed, separators=(",", ":")))
        changed = json.loads(text)
        changed["streams"][stream]["times"].append(512)
        texts.append(json.dumps(changed, separators=(",", ":")))
        changed = json.loads(text)
        changed["streams"][stream]["time_base"] = "1/12801"
        texts.append(json.dumps(changed, separators=(",", ":")))
        changed = json.loads(text)
        root = changed["streams"][stream]["root"]
        changed["streams"][stream]["root"] = ("0" if root[0] != "0" else "1") + root[1:]
        texts.append(json.dumps(changed, separators=(",", ":")))
        changed = json.loads(text)
        del changed["streams"][stream]
        texts.append(json.dumps(changed, separators=(",", ":")))
    for name, value in (("origin", "1"), ("source_range", ["0", "30"])):
        changed = json.loads(text)
        changed[name] = value
        texts.append(json.dumps(changed, separators=(",", ":")))
    changed = json.loads(text)
    changed["streams"].reverse()
    texts.append(json.dumps(changed, separators=(",", ":")))
    return texts


def test_a_proof_altered_in_any_way_is_refused(excerpt: Excerpt, trees) -> None:
    held = read_excerpt(excerpt.path)
    text = excerpt_proof_to_json(excerpt.proof)
    check_excerpt(excerpt_proof_from_json(text), held, trees)
    changed = alterations(text)
    assert len(changed) > 60
    for item in changed:
        with pytest.raises((VerificationError, MalformedError)):
            check_excerpt(excerpt_proof_from_json(item), held, trees)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text.replace('"schema":"consentkit.excerpt-proof/2"', '"schema":"x/1"'),
        lambda text: text.replace(":", ": ", 1),
        lambda text: text + " ",
        lambda text: text.replace('"container":"mp4"', '"container":"../mp4"'),
        lambda text: text.replace('{"schema"', '{"container":"mp4","schema"'),
        lambda text: text.replace('{"schema"', '{"more":1,"schema"'),
        lambda text: text.replace('"first_leaf":', '"first_leaf":-'),
        lambda text: text.replace('"root":"', '"root":"A'),
        lambda text: text.replace('"source_range":["', '"source_range":["0'),
        lambda text: text.replace('"source_range":["', '"source_range":["99999999999/1","'),
        lambda text: text.replace('"origin":"0"', '"origin":"-0"'),
        lambda text: text.replace('"time_base":"1/', '"time_base":"0/'),
        lambda text: text.replace('"time_base":"1/', '"time_base":"-1/'),
        lambda text: text.replace('"times":[', f'"times":[{2**63},'),
        lambda text: text.replace('"times":[', f'"times":[{2**62},{2**62},'),
        lambda text: text.replace('"times":[', f'"times":[{-(2**63)},'),
        lambda text: text.replace('"times":[', '"times":[1.5,'),
        lambda text: text.replace('"times":[', '"times":[],"times":['),
        lambda text: "[" * 100_000,
        lambda text: "",
    ],
)
def test_a_proof_in_another_form_is_malformed(excerpt: Excerpt, spoil) -> None:
    with pytest.raises(MalformedError, match=r"excerpt\.proof-format"):
        excerpt_proof_from_json(spoil(excerpt_proof_to_json(excerpt.proof)))


def test_an_altered_excerpt_is_refused(excerpt: Excerpt, trees, tmp_path: Path) -> None:
    data = excerpt.path.read_bytes()
    refused = 0
    start = data.index(b"mdat") + 200
    for position in range(start, start + 20_000, 4_000):
        changed = bytearray(data)
        changed[position] ^= 1
        path = tmp_path / "altered.mp4"
        path.write_bytes(changed)
        with pytest.raises(ConsentKitError):
            verify_excerpt_file(path, excerpt.proof, trees)
        refused += 1
    assert refused == 5


def test_an_excerpt_with_a_packet_left_out_is_refused(
    excerpt: Excerpt, trees, tmp_path: Path
) -> None:
    path = tmp_path / "shorter.mp4"
    with av.open(str(excerpt.path)) as reader, av.open(str(path), "w") as writer:
        copies = {s.index: writer.add_stream_from_template(s) for s in reader.streams}
        for number, packet in enumerate(reader.demux()):
            if packet.size and number != 40:
                packet.stream = copies[packet.stream_index]
                writer.mux(packet)
    with pytest.raises(VerificationError):
        verify_excerpt_file(path, excerpt.proof, trees)


def test_an_excerpt_with_a_stream_added_is_refused(excerpt: Excerpt, trees, tmp_path: Path) -> None:
    path = tmp_path / "dubbed.mkv"
    with av.open(str(excerpt.path)) as reader, av.open(str(path), "w") as writer:
        copies = {s.index: writer.add_stream_from_template(s) for s in reader.streams}
        dub = writer.add_stream_from_template(reader.streams[1])
        for packet in reader.demux():
            if packet.size:
                again = packet.stream_index == 1
                packet.stream = copies[packet.stream_index]
                if again:
                    double = av.Packet(bytes(packet))
                    double.pts, double.dts = packet.pts, packet.dts
                    double.time_base, double.stream = packet.time_base, dub
                    writer.mux(double)
                writer.mux(packet)
    with pytest.raises(VerificationError, match=r"excerpt\.streams"):
        verify_excerpt_file(path, excerpt.proof, trees)


def test_an_excerpt_of_another_recording_is_refused(
    excerpt: Excerpt, trees, tmp_path: Path
) -> None:
    others = tuple(replace(tree, root="00" * 32) for tree in trees)
    with pytest.raises(VerificationError, match=r"excerpt\.other-recording"):
        verify_excerpt_file(excerpt.path, excerpt.proof, others)
    with pytest.raises(VerificationError, match=r"excerpt\.other-recording"):
        verify_excerpt_file(excerpt.path, excerpt.proof, trees[:1])


def test_a_recording_that_changed_gives_no_excerpt(sample_recording, trees, tmp_path: Path) -> None:
    data = bytearray(sample_recording.path.read_bytes())
    data[len(data) // 2] ^= 1
    path = tmp_path / "changed.mp4"
    path.write_bytes(data)
    out = tmp_path / "out"
    out.mkdir()
    with pytest.raises(VerificationError, match=r"recording\.changed"):
        cut_file(path, WANTED, Fraction(1), trees, out)
    assert not list(out.iterdir())


@pytest.mark.parametrize(("start", "end"), [(27, 29), (40, 41), (5, 5)])
def test_a_stretch_outside_the_recording_is_refused(
    sample_recording, trees, tmp_path: Path, start: int, end: int
) -> None:
    wanted = TimeRange(Fraction(start), Fraction(end) + (2 if end == 29 else 0))
    with pytest.raises(InputError, match=r"excerpt\.outside"):
        cut_file(sample_recording.path, wanted, Fraction(0), trees, tmp_path)


def test_a_stretch_that_is_too_long_is_refused(sample_recording, trees, tmp_path: Path) -> None:
    wanted = TimeRange(Fraction(0), Fraction(16 * 60))
    with pytest.raises(LimitError, match=r"excerpt\.too-long"):
        cut_file(sample_recording.path, wanted, Fraction(5), trees, tmp_path)


def test_a_margin_reaches_no_further_than_the_recording(
    sample_recording, trees, tmp_path: Path
) -> None:
    wanted = TimeRange(Fraction(1), Fraction(2))
    cut = cut_file(sample_recording.path, wanted, Fraction(5), trees, tmp_path)
    assert cut.proof.source_range.start == 0


def test_a_cancelled_cut_leaves_nothing(sample_recording, trees, tmp_path: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        cut_file(sample_recording.path, WANTED, Fraction(1), trees, tmp_path, cancel=cancel)
    assert not list(tmp_path.iterdir())


def test_every_sound_track_goes_into_the_excerpt(sample_recording, tmp_path: Path) -> None:
    path = tmp_path / "tracks.mkv"
    voice = tmp_path / "voice.mkv"
    plan = SamplePlan(
        (SamplePartner(12, Fraction(26)),), Fraction(1), video_codec=None, audio_codec="libopus"
    )
    write_sample(voice, plan)
    with (
        av.open(str(sample_recording.path)) as first,
        av.open(str(voice)) as second,
        av.open(str(path), "w") as writer,
    ):
        copies = [
            {stream.index: writer.add_stream_from_template(stream) for stream in reader.streams}
            for reader in (first, second)
        ]
        packets = [
            (packet, of_reader[packet.stream_index])
            for reader, of_reader in zip((first, second), copies, strict=True)
            for packet in reader.demux()
            if packet.size
        ]
        for packet, copy in packets:
            packet.stream = copy
            writer.mux(packet)
    trees = scan_file(path).packet_trees
    assert len(trees) == 3
    cut = cut_file(path, WANTED, Fraction(0), trees, tmp_path)
    assert [item.source_stream_index for item in cut.proof.streams] == [0, 1, 2]
    verify_excerpt_file(cut.path, cut.proof, trees)
