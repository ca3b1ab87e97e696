"""Where every stretch of an edit comes from: sound first, then the picture with its help."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction

from consentkit.domain.coverage import CoverageMap, Lane, Match
from consentkit.kernel.progress import CancelToken, Progress, ProgressUpdate, silent
from consentkit.kernel.timebase import TimeRange
from consentkit.media.match.library import Library
from consentkit.media.match.picture import hints_of, match_picture
from consentkit.media.match.sound import match_sound
from consentkit.media.taps.base import TapResult

SOUND_PRINTS, EDIT_PICTURE, EDIT_TRACK = "sound-prints", "edit-picture", "edit-track"
STEP = "check.match"
_STAGES = 2


def find_coverage(
    taps: Mapping[str, TapResult],
    duration: Fraction,
    library: Library,
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
        progress: Told after each lane.
        cancel: Asked before each lane.
        is_provisional: The taps come from a quick scan.

    Raises:
        MalformedError: ``prints.*``, ``picture.prints`` or ``track.prints``: prints of the edit or
            of a recording are damaged.
        Cancelled: A stop was asked for.
    """
    lanes: list[Lane] = []
    heard: tuple[Match, ...] = ()
    seen: tuple[Match, ...] = ()
    progress(ProgressUpdate(STEP, 0, _STAGES))
    if SOUND_PRINTS in taps:
        lanes.append(Lane.SOUND)
        heard = _apart(match_sound(taps[SOUND_PRINTS], duration, library).matches, duration)
    progress(ProgressUpdate(STEP, 1, _STAGES))
    if cancel is not None:
        cancel.check()
    if EDIT_PICTURE in taps and EDIT_TRACK in taps:
        lanes.insert(0, Lane.PICTURE)
        found = match_picture(taps[EDIT_PICTURE], taps[EDIT_TRACK], library, hints_of(heard))
        seen = _apart(found.matches, duration)
    progress(ProgressUpdate(STEP, _STAGES, _STAGES))
    return CoverageMap(duration, tuple(lanes), (*seen, *heard), is_provisional)


def _apart(matches: Iterable[Match], duration: Fraction) -> tuple[Match, ...]:
    """Return matches in order of time, cut where one reaches into the next or past the end."""
    kept: list[Match] = []
    position = Fraction(0)
    for match in sorted(matches, key=lambda item: item.edit):
        start, end = max(position, match.edit.start), min(duration, match.edit.end)
        if start < end:
            span = TimeRange(start, end)
            kept.append(replace(match, edit=span, source_start=match.source_at(start)))
            position = end
    return tuple(kept)
