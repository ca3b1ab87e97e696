"""Where every stretch of an edit comes from: sound first, then the picture with its help."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from consentkit.domain.conversation import Conversations
from consentkit.domain.coverage import CoverageMap, Lane, Match
from consentkit.kernel.progress import CancelToken, Progress, ProgressUpdate, silent
from consentkit.media.match.library import Library
from consentkit.media.match.sound import match_sound
from consentkit.media.taps.base import TapResult

SOUND_PRINTS, EDIT_PICTURE, EDIT_TRACK = "sound-prints", "edit-picture", "edit-track"
STEP = "check.match"
_STAGES = 2


def find_coverage(
    taps: Mapping[str, TapResult],
    duration: Fraction,
    library: Library,
    conversations: Callable[[str], Conversations],  # noqa: ARG001 -- the picture lane asks
    progress: Progress = silent,
    cancel: CancelToken | None = None,
    *,
    is_provisional: bool = False,
) -> CoverageMap:
    """Return what the fingerprints say of every stretch of the edit.

    Args:
        taps: What the taps left of the edit; a lane whose taps are missing is not there.
        duration: Seconds of the edit.
        library: All scanned recordings.
        conversations: Returns the conversations of a recording.
        progress: Told after each lane.
        cancel: Asked before each lane.
        is_provisional: The taps come from a quick scan.

    Raises:
        MalformedError: ``prints.*``: prints of the edit or of a recording are damaged.
        Cancelled: A stop was asked for.
    """
    lanes: list[Lane] = []
    matches: list[Match] = []
    progress(ProgressUpdate(STEP, 0, _STAGES))
    if SOUND_PRINTS in taps:
        lanes.append(Lane.SOUND)
        matches.extend(match_sound(taps[SOUND_PRINTS], duration, library).matches)
    progress(ProgressUpdate(STEP, 1, _STAGES))
    if cancel is not None:
        cancel.check()
    progress(ProgressUpdate(STEP, _STAGES, _STAGES))
    return CoverageMap(duration, tuple(lanes), tuple(matches), is_provisional)
