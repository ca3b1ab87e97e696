"""Moments that a person should look at: where a face was followed without being seen, and such."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from consentkit.domain.frame_box import FULL
from consentkit.domain.redaction import (
    FacePoint,
    FaceTrack,
    PointOrigin,
    UnsureMoment,
    UnsureReason,
)
from consentkit.kernel.timebase import TimeRange, union
from consentkit.media.faces.trail import WEAK

GAP_FROM_S = Fraction(1, 4)
WEAK_FROM_S = Fraction(2, 5)
EDGE_FROM_S = Fraction(1, 5)
NOBODY_FROM_S = Fraction(1, 2)
ENDS_AROUND_S = Fraction(1, 2)
"""A face that comes or goes within a shot is looked at for so long before and after."""
SHOT_SLACK_S = Fraction(1, 5)
_TOUCHING = FULL // 200
"""A face so near to the picture's border, in its coordinates, is partly outside."""


@dataclass(frozen=True, slots=True)
class ShotTrack:
    """A face track and the shot it is in.

    Attributes:
        track: The face track.
        shot: From the shot's first frame, in the stretch that was looked at, to its end.
    """

    track: FaceTrack
    shot: TimeRange


def unsure_moments(
    found: Iterable[ShotTrack], looked: Sequence[TimeRange]
) -> tuple[UnsureMoment, ...]:
    """Return what a person should look at, in order of time.

    Args:
        found: The faces.
        looked: The stretches that were looked at, in order.
    """
    moments: list[UnsureMoment] = []
    tracks = [item.track for item in found]
    for item in found:
        track = item.track
        for reason, least_s, is_one in (
            (UnsureReason.GAP, GAP_FROM_S, _is_followed),
            (UnsureReason.WEAK, WEAK_FROM_S, _is_weak),
            (UnsureReason.EDGE, EDGE_FROM_S, _is_at_edge),
        ):
            moments += [
                UnsureMoment(stretch, reason, track.id)
                for stretch in union(_where(track, is_one))
                if stretch.duration >= least_s
            ]
        moments += [UnsureMoment(stretch, UnsureReason.ENDS, track.id) for stretch in _ends(item)]
    moments += [
        UnsureMoment(stretch, UnsureReason.NOBODY)
        for stretch in _without(looked, tracks)
        if stretch.duration >= NOBODY_FROM_S
    ]
    return tuple(sorted(moments, key=lambda item: (item.edit, item.reason, item.track)))


def _is_followed(point: FacePoint) -> bool:
    return point.origin is PointOrigin.FOLLOWED


def _is_weak(point: FacePoint) -> bool:
    return point.origin is PointOrigin.SEEN and point.score < WEAK


def _is_at_edge(point: FacePoint) -> bool:
    box = point.box
    return min(box.left, box.top) <= _TOUCHING or max(box.right, box.bottom) >= FULL - _TOUCHING


def _where(track: FaceTrack, is_one: Callable[[FacePoint], bool]) -> list[TimeRange]:
    ends = [*(point.at for point in track.points), track.until]
    return [
        TimeRange(start, end)
        for point, (start, end) in zip(track.points, pairwise(ends), strict=True)
        if is_one(point)
    ]


def _ends(item: ShotTrack) -> tuple[TimeRange, ...]:
    """Return where a face comes or goes within a shot, other than over the picture's border."""
    track, shot = item.track, item.shot
    found = []
    first, last = track.points[0], track.points[-1]
    if first.at > shot.start + SHOT_SLACK_S and not _is_at_edge(first):
        found.append(first.at)
    if track.until < shot.end - SHOT_SLACK_S and not _is_at_edge(last):
        found.append(track.until)
    return union(
        TimeRange(max(shot.start, at - ENDS_AROUND_S), min(shot.end, at + ENDS_AROUND_S))
        for at in found
    )


def _without(looked: Iterable[TimeRange], tracks: Iterable[FaceTrack]) -> list[TimeRange]:
    """Return where no face was found."""
    covered = union(track.range for track in tracks)
    found = []
    for stretch in looked:
        at = stretch.start
        for one in covered:
            if one.end <= at or one.start >= stretch.end:
                continue
            if one.start > at:
                found.append(TimeRange(at, one.start))
            at = max(at, one.end)
        if at < stretch.end:
            found.append(TimeRange(at, stretch.end))
    return found
