"""A look at a written file: what was silenced is silent, no face is found where one was blurred.

It decodes what is played, not what was meant to be written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from pathlib import Path

import cv2
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.video.frame import VideoFrame
from av.video.reformatter import VideoReformatter
from numpy.typing import NDArray

from consentkit.domain.frame_box import FULL, FrameBox
from consentkit.domain.redaction import FACE_MARGIN, after_cuts
from consentkit.kernel.clock import SystemClock
from consentkit.kernel.errors import VerificationError
from consentkit.kernel.progress import CancelToken, Progress, ProgressUpdate, silent
from consentkit.kernel.timebase import TimeRange, union
from consentkit.media import pyav_reader
from consentkit.media.face_model import SCORE_COLUMN, STRIDE_PX, face_detector
from consentkit.media.faces.frames import frames_within, timing_of
from consentkit.media.redact.clocks import before_cuts
from consentkit.media.redact.drawing import Blurs
from consentkit.media.redact.order import Doubt, DoubtKind, RedactOrder
from consentkit.media.redact.survey import TELL_EVERY_S, survey
from consentkit.media.scan import packets_of
from consentkit.media.small_frames import rgb_picture
from consentkit.media.tally import Tally

STEP = "redact.look"

LOOKS_PER_SECOND = 3

SIDE_PX = 640
"""Longer side of the picture that faces are looked for in; the smallest found have 16 pixels."""

SILENT_PEAK = 10 ** (-60 / 20)
"""60 dB below full scale; speech that quiet is below the noise of any room."""

BORDER_S = Fraction(3, 50)
"""Encoders spread what is loud over a block of some 43 ms, also back into silence before it."""

DURATION_SLACK_S = Fraction(1, 2)
"""Sound ends with a whole block, and the last picture has no next one to end it."""

SCORE_MIN = 0.7
"""Plain faces of talking clips scored 0.92 and more; a pale patch above shoulders is still a little
like a head."""

_SHARED_MIN = 0.5
"""Share of a found face that must lie in a blurred area to count as the one blurred there."""

_PIECE_S = Fraction(1, 5)


@dataclass(frozen=True, slots=True)
class Written:
    """What a written file must be like.

    Attributes:
        duration: Its seconds.
        sounds: Of its streams of sound, in order, the index in the source.
    """

    duration: Fraction
    sounds: tuple[int, ...]


def look_again(
    path: Path,
    order: RedactOrder,
    written: Written,
    progress: Progress = silent,
    cancel: CancelToken | None = None,
) -> tuple[Doubt, ...]:
    """Return the stretches of a written file that deserve a look, in order of time.

    Args:
        path: The file.
        order: What it was made by, in seconds of the source.
        written: What it must be like.
        progress: Told several times a second, in milliseconds of the file.
        cancel: Asked several times a second.

    Raises:
        VerificationError: ``redaction.written-wrong``: its length or its streams are others.
        InputError: As ``pyav_reader.open_untrusted``.
        Cancelled: A stop was asked for.
    """
    with pyav_reader.open_untrusted(path) as container:
        found = survey(container, silent, cancel)
        sounds = len(pyav_reader.sound_streams(container))
        has_picture = pyav_reader.picture_stream(container) is not None
    length = found.origin + found.end
    if abs(length - written.duration) > DURATION_SLACK_S or sounds != len(written.sounds):
        raise VerificationError("redaction.written-wrong")
    told = _Told(progress, length)
    doubts = [Doubt(DoubtKind.SOUND, item) for item in _loud(path, order, written, told, cancel)]
    if has_picture and order.blurs:
        doubts += _faces(path, order, told, cancel)
    return tuple(sorted(doubts, key=lambda doubt: (doubt.range, doubt.kind)))


class _Told:
    """Tells of progress several times a second."""

    def __init__(self, progress: Progress, length: Fraction) -> None:
        self._progress = progress
        self._total = max(1, round(length * 1000))
        self._clock = SystemClock()
        self._last = self._clock.monotonic()
        progress(ProgressUpdate(STEP, 0, self._total))

    def at(self, moment: Fraction) -> None:
        if self._clock.monotonic() - self._last > TELL_EVERY_S:
            self._last = self._clock.monotonic()
            done = min(self._total, max(0, round(moment * 1000)))
            self._progress(ProgressUpdate(STEP, done, self._total))


def _loud(
    path: Path, order: RedactOrder, written: Written, told: _Told, cancel: CancelToken | None
) -> Iterator[TimeRange]:
    """Yield the parts of silenced stretches that are not silent."""
    for ordinal, index in enumerate(written.sounds):
        ranges = [
            quiet.range for quiet in order.muted if quiet.streams is None or index in quiet.streams
        ]
        inner = [
            TimeRange(item.start + BORDER_S, item.end - BORDER_S)
            for item in _moved(union(ranges), order.removed)
            if item.duration > 2 * BORDER_S
        ]
        if inner:
            yield from union(_loud_parts(path, ordinal, inner, told, cancel))


def _moved(ranges: Iterable[TimeRange], cuts: Sequence[TimeRange]) -> tuple[TimeRange, ...]:
    """Return where stretches lie in the redacted video."""
    places = (after_cuts(item, cuts) for item in ranges)
    return union(place for place in places if place is not None)


def _loud_parts(
    path: Path,
    ordinal: int,
    ranges: Sequence[TimeRange],
    told: _Told,
    cancel: CancelToken | None,
) -> Iterator[TimeRange]:
    """Yield pieces of stretches in which a sample is louder than silence."""
    with pyav_reader.open_untrusted(path) as container:
        stream = pyav_reader.sound_streams(container)[ordinal]
        # The written file counts from zero, whatever its first stream begins with.
        place = 0
        for frame in _frames(container, stream, cancel):
            if frame.pts is None or frame.time_base is None:
                continue
            start = frame.pts * frame.time_base
            stop = start + Fraction(frame.samples, frame.sample_rate)
            told.at(start)
            while place < len(ranges) and ranges[place].end <= start:
                place += 1
            if place == len(ranges):
                return
            item = ranges[place]
            if item.start >= stop:
                continue
            first = max(0, floor((item.start - start) * frame.sample_rate))
            last = min(frame.samples, floor((item.end - start) * frame.sample_rate))
            if first < last and _peak(frame, first, last) > SILENT_PEAK:
                moment = max(start, item.start)
                yield TimeRange(moment, min(item.end, moment + _PIECE_S))


def _frames(
    container: InputContainer, stream: AudioStream, cancel: CancelToken | None
) -> Iterator[AudioFrame]:
    for packet in packets_of(container, Tally()):
        if cancel is not None:
            cancel.check()
        if packet is None or not packet.size or packet.stream_index != stream.index:
            continue
        try:
            frames = packet.decode()
        except pyav_reader.DECODING_ERRORS:
            continue
        yield from (frame for frame in frames if isinstance(frame, AudioFrame))


def _peak(frame: AudioFrame, first: int, last: int) -> float:
    """Return the loudest sample of a part of a frame; 1 is full scale."""
    sound = np.asarray(frame.to_ndarray())
    if not frame.format.is_planar:
        sound = sound.reshape(-1, frame.layout.nb_channels).T
    part = sound[:, first:last]
    if not part.size:
        return 0.0
    peak = float(np.abs(part.astype(np.float64)).max())
    return peak if part.dtype.kind == "f" else peak / 2.0 ** (8 * part.dtype.itemsize - 1)


def _faces(
    path: Path, order: RedactOrder, told: _Told, cancel: CancelToken | None
) -> Iterator[Doubt]:
    """Yield moments at which a face is found where one was blurred."""
    blurs = Blurs(order.blurs)
    timing = timing_of(path)
    finder = _Finder(timing.pixel_shape)
    step = Fraction(1, LOOKS_PER_SECOND)
    doubtful: list[TimeRange] = []
    broken: list[TimeRange] = []
    for stretch in _moved(union(blurs.ranges), order.removed):
        due = stretch.start
        for shown in frames_within(path, timing, _less(stretch, timing.origin), cancel):
            at = max(stretch.start, timing.seconds(shown.frame.pts or 0) + timing.origin)
            until = min(stretch.end, shown.until_ticks * timing.ticks)
            told.at(at)
            if shown.frame.is_corrupt and until > at:
                broken.append(TimeRange(at, until))
            if until <= due:
                continue
            due = max(due + step, at)
            moment = before_cuts(at, order.removed)
            boxes = [box.grown(FACE_MARGIN) for box in blurs.boxes(moment, moment + step / 100)]
            if boxes and finder.finds(shown.frame, boxes):
                doubtful.append(TimeRange(at, min(stretch.end, at + step)))
    yield from (Doubt(DoubtKind.FACE, item) for item in union(doubtful))
    yield from (Doubt(DoubtKind.PICTURE, item) for item in union(broken))


def _less(stretch: TimeRange, origin: Fraction) -> TimeRange:
    """Return a stretch counted from a later zero."""
    zero = Fraction(0)
    return TimeRange(max(zero, stretch.start - origin), max(zero, stretch.end - origin))


class _Finder:
    """Looks for faces in frames."""

    def __init__(self, pixel_shape: Fraction | None) -> None:
        self._pixel_shape = pixel_shape
        self._reformatter = VideoReformatter()
        self._size = (STRIDE_PX, STRIDE_PX)
        self._detector = face_detector(self._size, SCORE_MIN)

    def finds(self, frame: VideoFrame, boxes: Sequence[FrameBox]) -> bool:
        """Return whether a face is found in one of the boxes."""
        turns = pyav_reader.quarter_turns(frame)
        width, height = pyav_reader.shown_size(frame.width, frame.height, self._pixel_shape, turns)
        scale = min(1.0, SIDE_PX / max(width, height))
        size = (max(2, round(width * scale)), max(2, round(height * scale)))
        rgb = rgb_picture(self._reformatter, frame, turns, size)
        padded = (-(-size[0] // STRIDE_PX) * STRIDE_PX, -(-size[1] // STRIDE_PX) * STRIDE_PX)
        picture = cv2.copyMakeBorder(
            cv2.cvtColor(rgb, cv2.COLOR_RGB2BGR),
            0,
            padded[1] - size[1],
            0,
            padded[0] - size[0],
            cv2.BORDER_REPLICATE,
        )
        if padded != self._size:
            self._detector.setInputSize(padded)
            self._size = padded
        _, found = self._detector.detect(picture)
        # Without any face there is no array at all, which the stubs do not know.
        seen: object = found
        rows = seen if isinstance(seen, np.ndarray) else np.zeros((0, SCORE_COLUMN + 1))
        faces = (_face(row, size) for row in np.nan_to_num(rows) if row[SCORE_COLUMN] >= SCORE_MIN)
        return any(
            face is not None and face.shared(box) >= _SHARED_MIN for face in faces for box in boxes
        )


def _face(row: NDArray[np.float32], size: tuple[int, int]) -> FrameBox | None:
    """Return where a found face is in a picture of that width and height."""
    corners = [
        min(FULL, max(0, round(float(value) / length * FULL)))
        for value, length in zip(
            (row[0], row[1], row[0] + row[2], row[1] + row[3]), (*size, *size), strict=True
        )
    ]
    left, top, right, bottom = corners
    return FrameBox(left, top, right, bottom) if left < right and top < bottom else None
