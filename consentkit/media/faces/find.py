"""Every face in given stretches of a finished video, followed through all of its frames."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import cv2
import numpy as np

from consentkit.domain.frame_box import FULL, FrameBox
from consentkit.domain.redaction import FaceFindings, FacePoint, FaceTrack, PointOrigin
from consentkit.kernel.errors import LimitError
from consentkit.kernel.progress import CancelToken, Progress, ProgressUpdate, silent
from consentkit.kernel.timebase import TimeRange, union
from consentkit.media.bounds import FACE_POINTS_MAX, FACE_TRACKS_MAX
from consentkit.media.faces.box import Box
from consentkit.media.faces.follow import ShotFollower
from consentkit.media.faces.frames import Timing, frames_within, timing_of
from consentkit.media.faces.shots import with_cuts
from consentkit.media.faces.small_picture import Glimpse, glimpses
from consentkit.media.faces.spotter import Spotter
from consentkit.media.faces.thin import thinned
from consentkit.media.faces.trail import Spot, Trail, changes
from consentkit.media.faces.unsure import ShotTrack, unsure_moments

STEP = "redact.faces"
_KEPT_BYTES = 96 * 1024 * 1024
"""Pictures kept of the last seconds: 2.5 s at 120 frames per second of the smaller size."""
_REPORT_EVERY = 10
_MS = 1000


def find_faces(
    path: Path,
    stretches: Sequence[TimeRange],
    progress: Progress = silent,
    cancel: CancelToken | None = None,
    *,
    cuts: Sequence[Fraction] = (),
) -> FaceFindings:
    """Return every face in the stretches, in every frame from where it comes in to where it leaves.

    Args:
        path: The video; its content is not trusted.
        stretches: Where to look, in seconds from the video's origin.
        progress: Told several times a second, in milliseconds of the stretches.
        cancel: Asked at every packet.
        cuts: Seconds of known cuts; others are found from the pictures.

    Raises:
        InputError: As ``pyav_reader.open_untrusted``; ``MalformedError`` with ``media.no-picture``
            where there is no picture.
        LimitError: ``faces.too-many``.
        ResourceError: As ``face_model.face_detector``.
        Cancelled: A stop was asked for.
    """
    cv2.setNumThreads(1)
    looked = union(item for item in stretches if item.duration > 0)
    total_ms = sum((round(item.duration * _MS) for item in looked), 0)
    timing, spotter = timing_of(path), Spotter()
    found: list[ShotTrack] = []
    seen: list[TimeRange] = []
    points, done_ms = 0, 0
    known = sorted(cuts)
    for stretch in looked:

        def report(ms: int, done: int = done_ms) -> None:
            progress(ProgressUpdate(STEP, done + ms, total_ms))

        frames = frames_within(path, timing, stretch, cancel)
        shots = _Shots(timing, stretch, spotter, known)
        for item in shots.tracks(glimpses(frames, timing.pixel_shape), report):
            found.append(item)
            points += len(item.track.points)
            if len(found) > FACE_TRACKS_MAX or points > FACE_POINTS_MAX:
                raise LimitError("faces.too-many", limit=FACE_TRACKS_MAX)
        done_ms += round(stretch.duration * _MS)
        seen.append(TimeRange(stretch.start, max(stretch.start, shots.end)))
    progress(ProgressUpdate(STEP, total_ms, total_ms))
    found.sort(key=lambda item: (item.track.range, item.track.points[0].box.left))
    found = [
        ShotTrack(replace(item.track, id=f"f{number}"), item.shot)
        for number, item in enumerate(found, 1)
    ]
    return FaceFindings(looked, tuple(item.track for item in found), unsure_moments(found, seen))


class _Shots:
    """The shots of one stretch, each followed by itself."""

    def __init__(
        self, timing: Timing, stretch: TimeRange, spotter: Spotter, cuts: Sequence[Fraction]
    ) -> None:
        self._timing = timing
        self._stretch = stretch
        self._spotter = spotter
        self._cuts = cuts
        self.end = stretch.start
        """Until when frames were shown that were looked at."""

    def tracks(
        self, frames: Iterator[Glimpse], report: Callable[[int], None]
    ) -> Iterator[ShotTrack]:
        """Yield the faces, shot by shot."""
        shot: _Shot | None = None
        for number, (glimpse, is_cut) in enumerate(with_cuts(frames)):
            at = self._timing.seconds(glimpse.at_ticks)
            if shot is not None and (is_cut or self._is_known(shot.ats[-1], at)):
                yield from shot.tracks(at)
                shot = None
            if shot is None:
                shot = _Shot(self._spotter, glimpse)
            shot.add(at, glimpse)
            # The frame after it may be hours away.
            self.end = min(self._stretch.end, self._timing.seconds(glimpse.until_ticks))
            if number % _REPORT_EVERY == 0:
                gone_s = max(Fraction(0), at - self._stretch.start)
                report(round(min(gone_s, self._stretch.duration) * _MS))
        if shot is not None:
            yield from shot.tracks(self.end)

    def _is_known(self, before: Fraction, at: Fraction) -> bool:
        """Return whether a known cut lies between two frames."""
        return bisect_right(self._cuts, before) < bisect_right(self._cuts, at)


class _Shot:
    """One shot that is being followed."""

    def __init__(self, spotter: Spotter, first: Glimpse) -> None:
        self._follower = ShotFollower(spotter, max(2, _KEPT_BYTES // first.held_bytes))
        self._size = first.small.width, first.small.height
        self.ats: list[Fraction] = []

    def add(self, at: Fraction, glimpse: Glimpse) -> None:
        """Take the next frame."""
        self._follower.add(len(self.ats), float(at), glimpse)
        self.ats.append(at)

    def tracks(self, end: Fraction) -> Iterator[ShotTrack]:
        """Yield its faces; it ends at a moment."""
        shot = TimeRange(self.ats[0], end)
        for trail in self._follower.finish():
            points = self._points(trail)
            if points:
                last = points[-1][0] + 1
                until = self.ats[last] if last < len(self.ats) else end
                track = FaceTrack("", tuple(point for _, point in points), until)
                yield ShotTrack(track, shot)

    def _points(self, trail: Trail) -> list[tuple[int, FacePoint]]:
        """Return the frames that are needed of a face, with where it is in them."""
        rows = [
            (frame, box, spot)
            for frame, spot in sorted(trail.spots.items())
            if (box := _in_picture(spot.box, *self._size)) is not None
        ]
        boxes = np.array([(box.left, box.top, box.right, box.bottom) for _, box, _ in rows])
        spots = [spot for _, _, spot in rows]
        fixed = [place for place, row in enumerate(rows) if row[0] < trail.settled]
        kept = thinned(
            [float(self.ats[frame]) for frame, _, _ in rows],
            boxes.reshape(-1, 4).astype(np.float64),
            [*changes(spots), *fixed],
        )
        return [
            (frame, FacePoint(self.ats[frame], box, _origin(spot), round(spot.score, 3)))
            for frame, box, spot in (rows[place] for place in kept)
        ]


def _origin(spot: Spot) -> PointOrigin:
    return PointOrigin.SEEN if spot.is_seen else PointOrigin.FOLLOWED


def _in_picture(box: Box, width: int, height: int) -> FrameBox | None:
    """Return the part of a box that is in the picture; None where that is nothing."""
    left, right = (round(min(1.0, max(0.0, x / width)) * FULL) for x in (box.left, box.right))
    top, bottom = (round(min(1.0, max(0.0, y / height)) * FULL) for y in (box.top, box.bottom))
    return FrameBox(left, top, right, bottom) if left < right and top < bottom else None
