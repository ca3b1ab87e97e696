"""The faces that were found, on their way from the process that decodes, and checked on arrival."""

from collections.abc import Sequence
from fractions import Fraction
from math import lcm

import msgspec
import numpy as np
from numpy.typing import NDArray

from consentkit.domain.frame_box import FrameBox
from consentkit.domain.redaction import (
    FaceFindings,
    FacePoint,
    FaceTrack,
    PointOrigin,
    UnsureMoment,
    UnsureReason,
)
from consentkit.kernel.errors import MalformedError
from consentkit.kernel.timebase import TimeRange
from consentkit.media.bounds import DURATION_MAX_S, FACE_POINTS_MAX, FACE_TRACKS_MAX
from consentkit.media.messages import DoneMessage

_ORIGINS = (PointOrigin.SEEN, PointOrigin.FOLLOWED)
_SCORES = 255
_UNSURE_MAX = 4 * FACE_TRACKS_MAX
_SCALE_MAX = 10**14
"""Ticks of a second, the origin's included, of whatever container; their number fits 64 bits."""

_Wide = NDArray[np.int64]


class _Findings(msgspec.Struct, forbid_unknown_fields=True):
    """All times count in parts of a second, ``scale`` of them each."""

    scale: int
    tracks: int
    points: int
    unsure: int


_DTYPES = ("<i8", "<i8", "<i8", "<u2", "<u1", "<i8", "<u1", "<i8")
"""Blobs: points of every track, its end, the points' times, their boxes, their origins and scores,
the unsure moments' starts and ends, their reasons, and the numbers of their tracks from 1, 0 for
none."""


def encode_findings(findings: FaceFindings) -> tuple[DoneMessage, list[bytes]]:
    """Return the message and blobs for the faces found.

    Raises:
        MalformedError: ``media.worker-message``: its times do not fit.
    """
    points = [point for track in findings.tracks for point in track.points]
    moments = [point.at for point in points] + [track.until for track in findings.tracks]
    moments += [side for item in findings.unsure for side in (item.edit.start, item.edit.end)]
    scale = lcm(1, *{moment.denominator for moment in moments})
    _check(scale <= _SCALE_MAX)
    names = {track.id: number for number, track in enumerate(findings.tracks, 1)}

    def ticks(times: Sequence[Fraction]) -> list[int]:
        return [int(moment * scale) for moment in times]

    rows = (
        [len(track.points) for track in findings.tracks],
        ticks([track.until for track in findings.tracks]),
        ticks([point.at for point in points]),
        [(item.box.left, item.box.top, item.box.right, item.box.bottom) for item in points],
        [(_ORIGINS.index(item.origin), round(item.score * _SCORES)) for item in points],
        [ticks((item.edit.start, item.edit.end)) for item in findings.unsure],
        [tuple(UnsureReason).index(item.reason) for item in findings.unsure],
        [names.get(item.track, 0) for item in findings.unsure],
    )
    blobs = [np.array(row, kind).tobytes() for row, kind in zip(rows, _DTYPES, strict=True)]
    header = _Findings(scale, len(findings.tracks), len(points), len(findings.unsure))
    raw = msgspec.Raw(msgspec.json.encode(header))
    return DoneMessage(raw, [len(blob) for blob in blobs]), blobs


def decode_findings(
    message: DoneMessage, blobs: Sequence[bytes], looked: Sequence[TimeRange]
) -> FaceFindings:
    """Return the faces found, every part of them within its bound.

    Args:
        message: The message.
        blobs: Its blobs.
        looked: The stretches that were asked for, in order and apart.

    Raises:
        MalformedError: ``media.worker-message``.
    """
    try:
        head = msgspec.json.decode(message.value, type=_Findings)
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as exc:
        raise MalformedError("media.worker-message") from exc
    _check(0 < head.scale <= _SCALE_MAX)
    _check(0 <= head.tracks <= FACE_TRACKS_MAX and 0 <= head.points <= FACE_POINTS_MAX)
    _check(0 <= head.unsure <= _UNSURE_MAX and len(blobs) == len(_DTYPES))
    counts = (head.tracks, head.tracks, *[head.points] * 3, *[head.unsure] * 3)
    widths = (1, 1, 1, 4, 2, 2, 1, 1)
    columns: list[NDArray[np.generic]] = []
    for blob, kind, count, width in zip(blobs, _DTYPES, counts, widths, strict=True):
        _check(len(blob) == np.dtype(kind).itemsize * count * width)
        columns.append(np.frombuffer(blob, kind).reshape(count, width))
    sizes, ends, times, boxes, ways, stretches, reasons, names = (
        column.astype(np.int64) for column in columns
    )
    _check(bool((sizes >= 1).all()) and int(sizes.sum()) == head.points)
    for moments in (ends, times, stretches):
        _check(bool(((moments >= 0) & (moments <= DURATION_MAX_S * head.scale)).all()))
    _check(bool((ways[:, 0] < len(_ORIGINS)).all() and (reasons < len(UnsureReason)).all()))
    _check(bool(((names >= 0) & (names <= head.tracks)).all()))
    try:
        tracks = _tracks(head.scale, sizes, ends, _points(head.scale, times, boxes, ways))
        unsure = _unsure(head.scale, stretches, reasons, names)
    except MalformedError as exc:
        raise MalformedError("media.worker-message") from exc
    return FaceFindings(tuple(looked), tracks, unsure)


def _points(scale: int, times: _Wide, boxes: _Wide, ways: _Wide) -> list[FacePoint]:
    return [
        FacePoint(
            Fraction(at, scale), FrameBox(*sides), _ORIGINS[origin], round(score / _SCORES, 3)
        )
        for (at,), sides, (origin, score) in zip(
            times.tolist(), boxes.tolist(), ways.tolist(), strict=True
        )
    ]


def _tracks(
    scale: int, sizes: _Wide, ends: _Wide, points: Sequence[FacePoint]
) -> tuple[FaceTrack, ...]:
    found = []
    place = 0
    for number, ((size,), (end,)) in enumerate(zip(sizes.tolist(), ends.tolist(), strict=True), 1):
        inside = tuple(points[place : place + size])
        found.append(FaceTrack(f"f{number}", inside, Fraction(end, scale)))
        place += size
    return tuple(found)


def _unsure(scale: int, stretches: _Wide, reasons: _Wide, names: _Wide) -> tuple[UnsureMoment, ...]:
    every = tuple(UnsureReason)
    return tuple(
        UnsureMoment(
            TimeRange(Fraction(start, scale), Fraction(end, scale)),
            every[reason],
            f"f{name}" if name else "",
        )
        for (start, end), (reason,), (name,) in zip(
            stretches.tolist(), reasons.tolist(), names.tolist(), strict=True
        )
    )


def _check(holds: bool) -> None:  # noqa: FBT001 -- the one argument of a check
    if not holds:
        raise MalformedError("media.worker-message")
