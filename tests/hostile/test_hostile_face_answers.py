"""The process that looks for faces is not believed: every answer is within bounds or refused."""

import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consentkit.domain.frame_box import FrameBox
from consentkit.domain.redaction import (
    FaceFindings,
    FacePoint,
    FaceTrack,
    PointOrigin,
    UnsureMoment,
    UnsureReason,
)
from consentkit.kernel.errors import MalformedError, ResourceError
from consentkit.kernel.progress import Cancelled, CancelToken
from consentkit.kernel.timebase import TimeRange
from consentkit.media import sandbox, worker
from consentkit.media.faces.answer import decode_findings, encode_findings
from consentkit.media.messages import DoneMessage

LOOKED = (TimeRange(Fraction(0), Fraction(9)),)


def point(at, left=100, origin=PointOrigin.SEEN, score=0.8):
    return FacePoint(Fraction(at), FrameBox(left, 200, left + 900, 1300), origin, score)


FINDINGS = FaceFindings(
    LOOKED,
    (
        FaceTrack(
            "f1",
            (point("1001/30000"), point("2002/30000", 300, PointOrigin.FOLLOWED, 0.0)),
            Fraction(3003, 30000),
        ),
        FaceTrack("f2", (point("7/5", 5000, score=1.0),), Fraction(2)),
    ),
    (
        UnsureMoment(TimeRange(Fraction(1), Fraction(2)), UnsureReason.GAP, "f2"),
        UnsureMoment(TimeRange(Fraction(3), Fraction(7, 2)), UnsureReason.NOBODY),
    ),
)


def test_findings_survive_the_way():
    assert decode_findings(*encode_findings(FINDINGS), LOOKED) == FINDINGS
    nothing = FaceFindings(LOOKED)
    assert decode_findings(*encode_findings(nothing), LOOKED) == nothing


@settings(max_examples=150)
@given(st.data())
def test_an_answer_changed_anywhere_is_within_bounds_or_malformed(data):
    message, blobs = encode_findings(FINDINGS)
    number = data.draw(st.integers(0, len(blobs) - 1))
    changed = bytearray(blobs[number])
    place = data.draw(st.integers(0, len(changed) - 1))
    changed[place] = data.draw(st.integers(0, 255))
    blobs[number] = bytes(changed)
    try:
        found = decode_findings(message, blobs, LOOKED)
    except MalformedError as exc:
        if exc.code != "media.worker-message":
            raise
        return
    for track in found.tracks:
        assert 0 <= track.range.start < track.until <= 24 * 3600
        assert all(0 <= item.score <= 1 for item in track.points)
    assert {item.track for item in found.unsure} <= {"", "f1", "f2"}


@given(st.binary(max_size=60))
def test_any_header_is_findings_or_malformed(raw):
    _, blobs = encode_findings(FINDINGS)
    with pytest.raises(MalformedError, match=r"media\.worker-message"):
        decode_findings(DoneMessage(msgspec.Raw(raw)), blobs, LOOKED)


@pytest.mark.parametrize(
    "changes",
    [
        {"scale": 0},
        {"scale": -5},
        {"scale": 10**18},
        {"tracks": -1},
        {"tracks": 10**9},
        {"points": 10**9},
        {"points": 2},
        {"unsure": 10**9},
        {"tracks": 1},
        {"more": 1},
    ],
)
def test_counts_out_of_bounds_are_malformed(changes):
    message, blobs = encode_findings(FINDINGS)
    head = msgspec.json.decode(message.value) | changes
    changed = DoneMessage(msgspec.Raw(msgspec.json.encode(head)))
    with pytest.raises(MalformedError, match=r"media\.worker-message"):
        decode_findings(changed, blobs, LOOKED)


@pytest.mark.parametrize(
    ("blob", "kind", "values"),
    [
        (0, "<i8", [3, 0]),
        (0, "<i8", [-1, 4]),
        (1, "<i8", [0, 10]),
        (2, "<i8", [-9, 2002, 3]),
        (2, "<i8", [2002, 1001, 42000]),
        (3, "<u2", [[9, 9, 9, 9]] * 3),
        (3, "<u2", [[9, 9, 3, 20]] * 3),
        (4, "<u1", [[2, 0]] * 3),
        (6, "<u1", [0, 9]),
        (7, "<i8", [3, 0]),
        (7, "<i8", [-1, 0]),
    ],
)
def test_values_that_make_no_track_are_malformed(blob, kind, values):
    message, blobs = encode_findings(FINDINGS)
    blobs[blob] = np.array(values, kind).tobytes()
    with pytest.raises(MalformedError, match=r"media\.worker-message"):
        decode_findings(message, blobs, LOOKED)


def test_missing_and_surplus_blobs_are_malformed():
    message, blobs = encode_findings(FINDINGS)
    for wrong in ([], blobs[:-1], [*blobs, b""]):
        with pytest.raises(MalformedError, match=r"media\.worker-message"):
            decode_findings(message, wrong, LOOKED)


@pytest.mark.parametrize(
    "code",
    [
        "",
        'import sys; sys.stdout.buffer.write(b\'\\0\\0\\0\\x0f{"type":"done"}\')',
        (
            'import sys; b = b\'{"type":"done","value":{"scale":1,"tracks":0,"points":0,'
            '"unsure":0},"blobs":[1]}\';'
            "sys.stdout.buffer.write(len(b).to_bytes(4, 'big') + b + b'x')"
        ),
        (
            'import sys; b = b\'{"type":"picture","at":"0","blobs":[0]}\';'
            "sys.stdout.buffer.write(len(b).to_bytes(4, 'big') + b)"
        ),
    ],
)
def test_a_worker_that_talks_nonsense_about_faces_harms_nobody(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, code: str
) -> None:
    def start(path: Path, writable: Path | None = None) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            [sys.executable, "-I", "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    monkeypatch.setattr(sandbox, "start", start)
    (tmp_path / "film.mp4").write_bytes(b"x")
    with pytest.raises(ResourceError, match=r"media\.worker-died"):
        worker.track_faces(tmp_path / "film.mp4", LOOKED)


def test_the_worker_finds_what_is_found_here(sample_recording) -> None:
    from consentkit.media.faces.find import find_faces

    stretches = [TimeRange(Fraction(3), Fraction(5)), TimeRange(Fraction(4), Fraction(6))]
    found = worker.track_faces(sample_recording.path, stretches)
    here = find_faces(sample_recording.path, stretches)
    assert found.looked == (TimeRange(Fraction(3), Fraction(6)),)
    assert [(track.id, track.range) for track in found.tracks] == [
        (track.id, track.range) for track in here.tracks
    ]
    assert [[(it.at, it.box, it.origin) for it in track.points] for track in found.tracks] == [
        [(it.at, it.box, it.origin) for it in track.points] for track in here.tracks
    ]
    assert found.unsure == here.unsure
    assert len(found.tracks) >= 2


def test_looking_for_faces_stops_when_asked(sample_recording) -> None:
    cancel = CancelToken()
    with pytest.raises(Cancelled):
        worker.track_faces(
            sample_recording.path,
            [TimeRange(Fraction(0), Fraction(30))],
            lambda _update: cancel.cancel(),
            cancel,
        )
