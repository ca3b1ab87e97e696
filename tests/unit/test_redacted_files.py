"""A redacted video has its name when it is whole, and otherwise nothing of it is there."""

import os
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import filelock
import pytest
from redact_maker import Video, beeps, pictures, write_video

from consentkit.domain.frame_box import FULL, FrameBox
from consentkit.domain.redaction import FacePoint, FaceTrack
from consentkit.kernel.digest import sha256_hex
from consentkit.kernel.errors import InputError, ResourceError, StateError, VerificationError
from consentkit.kernel.progress import Cancelled, CancelToken, ProgressUpdate
from consentkit.kernel.timebase import TimeRange
from consentkit.media import worker
from consentkit.media.redact.look_again import Written, look_again
from consentkit.media.redact.order import Doubt, DoubtKind, Quiet, RedactOrder
from consentkit.media.redact.render import render_file
from consentkit.media.sample import SamplePartner, SamplePlan, write_sample

HIDE = RedactOrder(
    hidden=(TimeRange(Fraction(1), Fraction(2)),),
    muted=(Quiet(TimeRange(Fraction(1), Fraction(2))),),
)


@pytest.fixture(scope="module")
def source(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("source") / "video.mp4"
    write_video(path, Video(seconds=4))
    return path


def test_the_written_file_has_its_name_and_nothing_else_is_left(source, tmp_path) -> None:
    out = tmp_path / "new.mp4"
    steps: set[str] = set()
    result = worker.render_redaction(source, out, HIDE, lambda update: steps.add(update.step))
    assert [item.name for item in tmp_path.iterdir()] == ["new.mp4"]
    assert result.sha256 == sha256_hex(out.read_bytes())
    assert result.size_bytes == out.stat().st_size
    assert result.doubts == ()
    assert len(result.kept) == 2
    assert steps <= {"redact.render", "redact.look"}
    assert len(pictures(out)) == 100
    assert len(beeps(out)) == 3


def test_no_file_is_written_over_unless_that_is_wished(source, tmp_path) -> None:
    out = tmp_path / "there.mp4"
    out.write_bytes(b"something of value")
    with pytest.raises(InputError) as caught:
        worker.render_redaction(source, out, HIDE)
    assert caught.value.code == "redaction.exists"
    assert out.read_bytes() == b"something of value"
    worker.render_redaction(source, out, HIDE, may_replace=True)
    assert len(pictures(out)) == 100


def test_the_source_is_never_written_over(source, tmp_path) -> None:
    link = tmp_path / "same.mp4"
    os.link(source, link)
    for out in (source, link):
        before = sha256_hex(source.read_bytes())
        with pytest.raises(InputError) as caught:
            worker.render_redaction(source, out, HIDE, may_replace=True)
        assert caught.value.code == "redaction.exists"
        assert sha256_hex(source.read_bytes()) == before


def test_an_ending_that_is_no_container_of_ours_is_refused(source, tmp_path) -> None:
    with pytest.raises(InputError) as caught:
        worker.render_redaction(source, tmp_path / "new.webm", HIDE)
    assert caught.value.code == "redaction.container"


def test_whoever_is_asked_last_can_still_say_no(source, tmp_path) -> None:
    seen: list[int] = []

    def refuse(path: Path, result: object) -> None:
        seen.append(path.stat().st_size)
        assert not (tmp_path / "new.mp4").exists()
        raise StateError("redaction.consents-changed")

    with pytest.raises(StateError):
        worker.render_redaction(source, tmp_path / "new.mp4", HIDE, confirm=refuse)
    assert seen[0] > 10_000
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_takes_the_name_meanwhile_is_kept(source, tmp_path) -> None:
    out = tmp_path / "new.mp4"
    with pytest.raises(InputError) as caught:
        worker.render_redaction(
            source, out, HIDE, confirm=lambda path, result: out.write_bytes(b"faster") and None
        )
    assert caught.value.code == "redaction.exists"
    assert out.read_bytes() == b"faster"
    assert [item.name for item in tmp_path.iterdir()] == ["new.mp4"]


@pytest.mark.parametrize("step", ["redact.render", "redact.look"])
def test_a_stop_leaves_nothing(tmp_path, step: str) -> None:
    path = tmp_path / "long.mp4"
    write_video(path, Video(seconds=12))
    folder = tmp_path / "out"
    folder.mkdir()
    cancel = CancelToken()

    def stop(update: ProgressUpdate) -> None:
        if update.step == step:
            cancel.cancel()

    order = RedactOrder(
        hidden=(TimeRange(Fraction(0), Fraction(12)),),
        muted=(Quiet(TimeRange(Fraction(0), Fraction(11))),),
    )
    with pytest.raises(Cancelled):
        worker.render_redaction(path, folder / "new.mp4", order, stop, cancel)
    assert list(folder.iterdir()) == []


def test_what_a_killed_program_left_is_deleted_but_not_what_another_one_writes(
    source, tmp_path
) -> None:
    dead, alive = tmp_path / ".redact-dead", tmp_path / ".redact-alive"
    for folder in (dead, alive):
        (folder / "file").mkdir(parents=True)
        (folder / "file" / "video.mp4").write_bytes(b"half")
        (folder / "lock").touch()
    other = filelock.FileLock(alive / "lock")
    with other:
        worker.render_redaction(source, tmp_path / "new.mp4", HIDE)
    assert not dead.exists()
    assert (alive / "file" / "video.mp4").read_bytes() == b"half"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
@pytest.mark.parametrize(("suffix", "muxer"), [(".mp4", "mp4"), (".mkv", "matroska")])
def test_a_disk_that_takes_no_more_leaves_no_half_file(source, tmp_path, suffix, muxer) -> None:
    target = tmp_path / f"new{suffix}"
    code = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from consentkit.kernel.errors import ResourceError\n"
        "from consentkit.media.redact.order import RedactOrder\n"
        "from consentkit.media.redact.render import render_file\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))\n"
        "try:\n"
        "    render_file(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], RedactOrder())\n"
        "except ResourceError as exc:\n"
        "    print(exc.code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(source), str(target), muxer],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "disk.io"
    assert not target.exists()


def test_a_folder_that_is_not_there_is_said_to_be_so(source, tmp_path) -> None:
    with pytest.raises(ResourceError):
        worker.render_redaction(source, tmp_path / "nowhere" / "new.mp4", HIDE)


def test_sound_that_is_heard_where_silence_was_ordered_is_in_doubt(source) -> None:
    order = RedactOrder(muted=(Quiet(TimeRange(Fraction("0.5"), Fraction("2.5"))),))
    doubts = look_again(source, order, Written(Fraction(4), (1,)))
    assert {doubt.kind for doubt in doubts} == {DoubtKind.SOUND}
    assert any(doubt.range.contains(Fraction("1.02")) for doubt in doubts)
    assert all(doubt.range.end <= Fraction("2.5") for doubt in doubts)


def test_silence_ordered_for_one_stream_is_looked_for_in_that_one(tmp_path) -> None:
    path = tmp_path / "two.mkv"
    write_video(path, Video(seconds=3, sounds=("aac", "aac")))
    order = RedactOrder(muted=(Quiet(TimeRange(Fraction(0), Fraction(3)), streams=(2,)),))
    target = tmp_path / "new.mkv"
    render_file(path, target, "matroska", order)
    assert look_again(target, order, Written(Fraction(3), (1, 2))) == ()
    assert look_again(target, order, Written(Fraction(3), (2, 1))) != ()


@pytest.mark.parametrize("written", [Written(Fraction(9), (1,)), Written(Fraction(4), (1, 2))])
def test_a_file_of_another_length_or_other_streams_is_refused(source, written) -> None:
    with pytest.raises(VerificationError) as caught:
        look_again(source, HIDE, written)
    assert caught.value.code == "redaction.written-wrong"


@pytest.fixture(scope="module")
def chat(tmp_path_factory) -> tuple[Path, RedactOrder]:
    """A sample video chat, and the order to blur the partner's face all through."""
    path = tmp_path_factory.mktemp("chat") / "chat.mp4"
    plan = SamplePlan((SamplePartner(3, Fraction(6)),), gap_s=Fraction(1))
    write_sample(path, plan)
    stretch = TimeRange(Fraction(1), Fraction(7))
    found = worker.track_faces(path, [stretch])
    left = [track for track in found.tracks if track.points[0].box.centre[0] < FULL // 2]
    assert left
    return path, RedactOrder(blurs=tuple((stretch, track) for track in left))


def test_no_face_is_found_any_more_where_one_was_blurred(chat, tmp_path) -> None:
    path, order = chat
    result = worker.render_redaction(path, tmp_path / "new.mp4", order)
    assert result.doubts == ()


def test_a_face_that_is_still_found_is_in_doubt(chat) -> None:
    path, order = chat
    doubts = look_again(path, order, Written(Fraction(8), (1,)))
    assert {doubt.kind for doubt in doubts} == {DoubtKind.FACE}
    seen = sum((doubt.range.duration for doubt in doubts), Fraction(0))
    assert seen > 4


def test_doubts_are_told_in_seconds_of_the_new_file(chat, tmp_path) -> None:
    path, order = chat
    cut = RedactOrder(cuts=(TimeRange(Fraction(0), Fraction(2)),))
    target = tmp_path / "cut.mp4"
    render_file(path, target, "mp4", cut)
    both = RedactOrder(blurs=order.blurs, cuts=cut.cuts)
    doubts = look_again(target, both, Written(Fraction(6), (1,)))
    assert doubts
    assert doubts[0].range.start < Fraction(1)
    assert all(doubt.range.end <= 5 for doubt in doubts)


def test_a_box_by_hand_without_a_face_raises_no_doubt(source) -> None:
    point = FacePoint(Fraction(1), FrameBox(20_000, 20_000, 30_000, 30_000))
    track = FaceTrack("f1", (point,), Fraction(2))
    order = RedactOrder(blurs=((TimeRange(Fraction(1), Fraction(2)), track),))
    doubts: tuple[Doubt, ...] = look_again(source, order, Written(Fraction(4), (1,)))
    assert doubts == ()


def test_a_preview_from_the_worker_is_a_picture(source) -> None:
    thumb = worker.preview_redaction(source, Fraction("1.5"), HIDE)
    assert thumb.jpeg.startswith(b"\xff\xd8\xff")
    assert thumb.at == Fraction("1.48")
    with pytest.raises(InputError) as caught:
        worker.preview_redaction(source, Fraction(60), HIDE)
    assert caught.value.code == "still.outside"
