"""Whether an edit really shows a moment of a recording, decided by the pictures themselves.

Where both show the same moment, they agree block by block wherever nothing lies over them; at
another moment of the same conversation only the background agrees; another person before the same
backdrop agrees in the backdrop and nowhere else. So every half second is judged twice: by all
blocks that have texture (``scene``), and by those that look different at other times of the
recording (``specific``), which a backdrop alone cannot carry.
"""

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from consentkit.kernel.errors import MalformedError
from consentkit.media.match.track_judge import (
    NO_PANES,
    STEP_S,
    Panes,
    Reading,
    Scene,
    StepEvidence,
    judge,
)
from consentkit.media.match.track_plane import WHOLE, View, plane_of
from consentkit.media.match.track_refine import refined
from consentkit.media.match.track_search import best_line
from consentkit.media.match.track_times import SourceLine, SourceStretch, nearest
from consentkit.media.taps.picture_track_codec import TrackReader

__all__ = [
    "NO_PANES",
    "STEP_S",
    "Hypothesis",
    "Panes",
    "Reading",
    "SourceLine",
    "SourceStretch",
    "StepEvidence",
    "TrackReader",
    "Verification",
    "View",
    "verify",
]

_STEPS_AT_ONCE = 32
_REFINE_FRAMES = 3


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A stretch of the edit, what it shows and from when.

    Attributes:
        view: Where the edit shows the recording; a few cells off is well enough.
        edit_start_s: Second of the edit from which.
        edit_end_s: Second of the edit until which; one view and one run of time in between.
        source: A line when the time is known (from the sound), a stretch to search otherwise.
        panes: Where partner and creator are in the recording (the tap ``panes`` knows): one's own
            pane and the frame around look alike in every conversation and are judged apart.
    """

    view: View
    edit_start_s: float
    edit_end_s: float
    source: SourceLine | SourceStretch
    panes: Panes = NO_PANES

    def __post_init__(self) -> None:
        """Refuse a stretch of no length."""
        if not 0 <= self.edit_start_s < self.edit_end_s:
            raise MalformedError("track.hypothesis")


@dataclass(frozen=True, slots=True)
class Verification:
    """What the pictures say about a hypothesis.

    Attributes:
        view: The view, refined.
        line: The run of time that fits best.
        sharpness: How much better that run fits than one apart from it, in correlation of the
            specific blocks; below about 0.05 the picture does not tell the time.
        steps: One per half second, in order; empty never.
    """

    view: View
    line: SourceLine
    sharpness: float
    steps: tuple[StepEvidence, ...]

    @property
    def evidence(self) -> float:
        """Evidence of the partner's side over the whole stretch: that of the median step."""
        return float(np.median([step.evidence for step in self.steps]))


def verify(
    edit: TrackReader, recording: TrackReader, hypothesis: Hypothesis, *, refine: bool = True
) -> Verification | None:
    """Return how well a stretch of an edit fits a recording, half second by half second.

    Args:
        edit: Reader of the edit's ``edit-track``; keep it, it remembers what it has unpacked.
        recording: Reader of the recording's ``picture-track``; keep it, too.
        hypothesis: What to look at.
        refine: Whether to try neighbouring shifts and scales first; leave it out for a view that
            comes from an earlier answer.

    Returns:
        None when too little of the recording is seen or there are no frames.

    Raises:
        MalformedError: ``track.prints``: a track is damaged.
    """
    frames, begins = _step_frames(edit, hypothesis)
    view, source = hypothesis.view, hypothesis.source
    plane = plane_of(view, edit, recording)
    if plane is None and view.box != WHOLE:
        # Too little of the recording lies in the box: a tight view has to be seen whole.
        view = replace(view, box=WHOLE)
        plane = plane_of(view, edit, recording)
    if plane is None or not len(frames) or not len(recording.times_s):
        return None
    if isinstance(source, SourceStretch):
        found = best_line(Scene(edit, recording, view, plane, hypothesis.panes), frames, source)
        if found is None:
            return None
        source = found
    if refine:
        some = frames[np.linspace(0, len(frames) - 1, _REFINE_FRAMES).astype(np.int64)]
        theirs = nearest(recording.times_s, source.at(edit.times_s[some]))
        view = refined(Scene(edit, recording, view, plane, hypothesis.panes), some, theirs)
        plane = plane_of(view, edit, recording)
        if plane is None:
            return None
    scene = Scene(edit, recording, view, plane, hypothesis.panes)
    judged = [
        judge(
            scene,
            source,
            frames[first : first + _STEPS_AT_ONCE],
            begins[first:],
            is_told=isinstance(hypothesis.source, SourceLine),
        )
        for first in range(0, len(frames), _STEPS_AT_ONCE)
    ]
    steps = tuple(step for part in judged for step in part.steps)
    if isinstance(hypothesis.source, SourceStretch):
        # What lies beyond the stretch is another question, even where the line leads there.
        steps = tuple(_within(step, hypothesis.source) for step in steps)
    offset = float(np.median([part.offset_s for part in judged]))
    return Verification(
        view,
        replace(source, source_s=source.source_s + offset),
        float(np.median([part.sharpness for part in judged])),
        steps,
    )


def _within(step: StepEvidence, stretch: SourceStretch) -> StepEvidence:
    if stretch.start_s <= step.source_s < stretch.end_s:
        return step
    return replace(step, partner=Reading(), own=Reading())


def _step_frames(
    edit: TrackReader, hypothesis: Hypothesis
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return the frame of every half second, and where the half seconds begin.

    Half seconds lie at whole multiples of ``STEP_S``; the frame is the one next to the middle of
    what the hypothesis has of it, so a frame from beyond a cut is never taken.
    """
    start, end = hypothesis.edit_start_s, hypothesis.edit_end_s
    first, last = edit.between(start, end)
    if first == last:
        return np.zeros(0, np.int64), np.zeros(0, np.float64)
    begins = np.arange(int(start / STEP_S), math.ceil(end / STEP_S)).astype(np.float64) * STEP_S
    middles = (np.maximum(begins, start) + np.minimum(begins + STEP_S, end)) / 2
    return first + nearest(edit.times_s[first:last], middles), np.asarray(begins, np.float64)
