"""Results of taps as front ends show them, and as rules ask for them."""

import itertools
from fractions import Fraction

from consentkit.kernel.timebase import TimeRange, union
from consentkit.media.taps.base import TapResult
from consentkit.services.views import Filmstrip, Waveform

SILENT_LEAST_S = Fraction(1, 2)
"""A step of the coverage: a shorter gap lies between two words."""

_MICROSECONDS = 1_000_000
_FACE_SCALE = 65_535
_FACE_HOLDS_S = Fraction(1)
"""Faces are looked for once a second."""


def filmstrip_of(result: TapResult | None) -> Filmstrip:
    """Return the small pictures a ``filmstrip`` tap left; none without a result."""
    if result is None:
        return Filmstrip()
    offsets = [int(value) for value in result.arrays["offsets"].tolist()]
    packed = result.arrays["jpeg"].tobytes()
    times = tuple(Fraction(int(at), _MICROSECONDS) for at in result.arrays["at_us"].tolist())
    return Filmstrip(
        times, tuple(packed[start:stop] for start, stop in itertools.pairwise(offsets))
    )


def waveform_of(result: TapResult | None) -> Waveform:
    """Return the loudness a ``waveform`` tap left; none without a result."""
    if result is None:
        return Waveform()
    per_second = result.values["steps_per_second"]
    return Waveform(int(str(per_second)), result.arrays["peak"].tobytes())


def silent_stretches(waveform: Waveform, duration: Fraction) -> tuple[TimeRange, ...]:
    """Return where nothing can be heard: at least half a second below 1/510 of full scale.

    That is -54 dB, 30 dB below quiet speech, and as low as eight bits tell.
    """
    step = Fraction(1, waveform.per_second)
    found: list[TimeRange] = []
    place = 0
    for is_silent, group in itertools.groupby(waveform.peaks, lambda peak: peak == 0):
        length = sum(1 for _ in group)
        if is_silent and length * step >= SILENT_LEAST_S:
            found.append(TimeRange(place * step, min(duration, (place + length) * step)))
        place += length
    end = place * step
    if waveform.peaks and duration - end >= SILENT_LEAST_S:
        found.append(TimeRange(end, duration))
    return tuple(item for item in found if item.duration > 0)


def blank_stretches(result: TapResult | None, duration: Fraction) -> tuple[TimeRange, ...]:
    """Return where a ``blank`` tap saw nothing in the picture.

    A stretch that lasts until the last frame lasts until the end: frames are seen four times a
    second.
    """
    if result is None:
        return ()
    starts, ends = result.arrays["start_us"].tolist(), result.arrays["end_us"].tolist()
    found = []
    for start_us, end_us in zip(starts, ends, strict=True):
        start, end = Fraction(start_us, _MICROSECONDS), Fraction(end_us, _MICROSECONDS)
        end = duration if duration - end <= SILENT_LEAST_S else end
        if start < end:
            found.append(TimeRange(start, end))
    return tuple(found)


def occupied_stretches(faces: TapResult | None, panes: TapResult | None) -> tuple[TimeRange, ...]:
    """Return where a face was seen in the partner's pane of a recording.

    Args:
        faces: What a ``faces`` tap left.
        panes: What a ``panes`` tap left; without a layout the whole picture counts.
    """
    if faces is None:
        return ()
    pane = panes.values.get("partner") if panes is not None else None
    moments = faces.arrays["at_us"].tolist()
    counts = faces.arrays["count"].tolist()
    boxes = iter(faces.arrays["box"].tolist())
    seen = (
        Fraction(at, _MICROSECONDS)
        for at, count in zip(moments, counts, strict=True)
        if _any_within([next(boxes) for _ in range(count)], pane)
    )
    return union(TimeRange(at, at + _FACE_HOLDS_S) for at in seen)


def _any_within(boxes: list[list[int]], pane: object) -> bool:
    if not isinstance(pane, list | tuple):
        return bool(boxes)
    left, top, right, bottom = (float(side) for side in pane)
    for box in boxes:
        x = (box[0] + box[2]) / 2 / _FACE_SCALE
        y = (box[1] + box[3]) / 2 / _FACE_SCALE
        if left <= x <= right and top <= y <= bottom:
            return True
    return False
