"""The ffmpeg program of this machine decodes our joined files, picture by picture as it should."""

import shutil
import subprocess
from fractions import Fraction
from pathlib import Path

import pytest
from redact_maker import RATE, Video, write_video

from consentkit.domain.frame_box import FrameBox
from consentkit.domain.redaction import FacePoint, FaceTrack
from consentkit.kernel.timebase import TimeRange
from consentkit.media.redact.order import SUFFIXES, Quiet, RedactOrder, StreamFate
from consentkit.media.redact.render import render_file

pytestmark = pytest.mark.outside


@pytest.fixture(scope="module")
def ffmpeg() -> str:
    program = shutil.which("ffmpeg")
    if program is None:
        pytest.skip("the ffmpeg program is not on this machine")
    return program


def frame_digests(program: str, path: Path) -> list[tuple[Fraction, str]]:
    """Return time and MD5 of every decoded picture; any complaint of the decoder fails."""
    done = subprocess.run(
        [
            *(program, "-v", "error", "-i", str(path), "-map", "0:v", "-vsync", "0", "-copyts"),
            *("-enc_time_base", "-1", "-f", "framemd5", "-"),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    base, found = Fraction(1), []
    for line in done.stdout.splitlines():
        if line.startswith("#tb"):
            base = Fraction(line.split(":")[1].strip())
        elif not line.startswith("#"):
            fields = [field.strip() for field in line.split(",")]
            found.append((int(fields[2]) * base, fields[5]))
    return found


@pytest.mark.parametrize("suffix", [".mp4", ".mkv"])
@pytest.mark.parametrize("pixel_format", ["yuv420p", "yuv420p10le"])
def test_ffmpeg_decodes_a_joined_file_and_untouched_pictures_are_identical(
    ffmpeg: str, tmp_path, suffix: str, pixel_format: str
) -> None:
    path, target = tmp_path / f"source{suffix}", tmp_path / f"new{suffix}"
    write_video(path, Video(group=50, pixel_format=pixel_format))
    box = FrameBox(20_000, 20_000, 30_000, 35_000)
    track = FaceTrack("f1", (FacePoint(Fraction(1), box),), Fraction(2))
    cut = TimeRange(Fraction("4.2"), Fraction("5.1"))
    order = RedactOrder(
        blurs=((TimeRange(Fraction(1), Fraction(2)), track),),
        muted=(Quiet(TimeRange(Fraction(1), Fraction(2))),),
        cuts=(cut,),
    )
    written = render_file(path, target, SUFFIXES[suffix], order)
    assert written.streams[0].fate is StreamFate.JOINED
    before, after = frame_digests(ffmpeg, path), frame_digests(ffmpeg, target)
    kept = [number for number in range(8 * RATE) if not cut.contains(Fraction(number, RATE))]
    assert len(after) == len(kept)
    # Up to three pictures before a touched one may be decoded only after it.
    touched = {*range(RATE - 3, 2 * RATE), *range(round(4.2 * RATE) - 3, 6 * RATE)}
    for number, (at, digest) in zip(kept, after, strict=True):
        moved = before[number][0] - (cut.duration if number > 4.5 * RATE else 0)
        assert abs(at - moved) <= Fraction(1, 1000)
        if number not in touched:
            assert digest == before[number][1]
