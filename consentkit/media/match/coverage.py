"""Where every stretch of an edit comes from: sound first, then the picture with its help."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from functools import cache

import numpy as np
from numpy.typing import NDArray

from consentkit.domain.coverage import CoverageMap, Lane, Match
from consentkit.kernel.progress import CancelToken, Progress, ProgressUpdate, silent
from consentkit.kernel.timebase import TimeRange
from consentkit.media.match.library import Library
from consentkit.media.match.picture import hints_of, match_picture
from consentkit.media.match.sound import match_sound
from consentkit.media.match.sound_reach import reached
from consentkit.media.taps.base import TapResult
from consentkit.media.taps.sound_prints_read import SoundPrints, read_sound_prints

SOUND_PRINTS, EDIT_PICTURE, EDIT_TRACK = "sound-prints", "edit-picture", "edit-track"
CUTS = "cuts"
STEP = "check.match"
_STAGES = 2
_SNAP_S = 0.3
"""Shots are told by four frames a second, cuts by every frame."""


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
        progress: Told at the start and after each lane.
        cancel: Asked between the lanes.
        is_provisional: The taps come from a quick scan. Its keyframes alone tell too little of the
            picture, so that lane is left out.

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
        heard = apart(match_sound(taps[SOUND_PRINTS], duration, library), duration)
    progress(ProgressUpdate(STEP, 1, _STAGES))
    if cancel is not None:
        cancel.check()
    if EDIT_PICTURE in taps and EDIT_TRACK in taps and not is_provisional:
        lanes.insert(0, Lane.PICTURE)
        cuts_s = _cuts(taps.get(CUTS))
        found = match_picture(taps[EDIT_PICTURE], taps[EDIT_TRACK], library, hints_of(heard))
        seen = apart((_snapped(match, cuts_s) for match in found.matches), duration)
        if heard:
            prints = read_sound_prints(taps[SOUND_PRINTS])
            heard = reached(heard, seen, cuts_s, prints, _sources(library), duration)
    progress(ProgressUpdate(STEP, _STAGES, _STAGES))
    return CoverageMap(duration, tuple(lanes), (*seen, *heard), is_provisional)


def _cuts(result: TapResult | None) -> NDArray[np.float64]:
    """Return the cuts of the edit in seconds."""
    if result is None:
        return np.zeros(0)
    return np.sort(result.arrays["at_us"].astype(np.float64) / 1e6)


def _snapped(match: Match, cuts_s: NDArray[np.float64]) -> Match:
    """Return a match of the picture with its borders moved to cuts that are near."""
    start, end = (_nearest(moment, cuts_s) for moment in (match.edit.start, match.edit.end))
    if start >= end:
        return match
    return replace(match, edit=TimeRange(start, end), source_start=match.source_at(start))


def _nearest(moment: Fraction, cuts_s: NDArray[np.float64]) -> Fraction:
    if not len(cuts_s):
        return moment
    cut = float(cuts_s[np.abs(cuts_s - float(moment)).argmin()])
    return Fraction(round(cut * 1000), 1000) if abs(cut - float(moment)) < _SNAP_S else moment


def _sources(library: Library) -> Callable[[str], SoundPrints | None]:
    """Return a way to the prints of recordings that reads each once."""

    @cache
    def source(recording_id: str) -> SoundPrints | None:
        result = library.prints(recording_id, SOUND_PRINTS)
        return None if result is None else read_sound_prints(result)

    return source


def apart(matches: Iterable[Match], duration: Fraction) -> tuple[Match, ...]:
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
