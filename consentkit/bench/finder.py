"""The product's own matching, whole or one lane alone, as the benchmark calls it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from consentkit.domain.coverage import CoverageMap, Lane
from consentkit.media.match.coverage import apart, find_coverage
from consentkit.media.match.library import Library
from consentkit.media.match.picture import hints_of, match_picture
from consentkit.media.match.sound import match_sound
from consentkit.media.taps.base import TapResult

Find = Callable[[Mapping[str, TapResult], Fraction, Library, bool], CoverageMap]
"""Results of an edit's taps, its seconds, all recordings, whether the scan was a quick one: what is
attributed."""


@dataclass(frozen=True, slots=True)
class Finder:
    """A way to attribute an edit.

    Attributes:
        recording_taps: What it asks of a recording's scan, with the panes for conversations.
        edit_taps: What it asks of an edit's scan.
        find: Does it.
    """

    recording_taps: tuple[str, ...]
    edit_taps: tuple[str, ...]
    find: Find


def _sound_alone(
    taps: Mapping[str, TapResult],
    duration: Fraction,
    library: Library,
    is_quick: bool,  # noqa: FBT001 -- one signature for all finders
) -> CoverageMap:
    """Return what the sound lane says by itself, before the lanes inform each other."""
    matches = apart(match_sound(taps["sound-prints"], duration, library), duration)
    return CoverageMap(duration, tuple(Lane), matches, is_quick)


def _picture_alone(
    taps: Mapping[str, TapResult],
    duration: Fraction,
    library: Library,
    is_quick: bool,  # noqa: FBT001 -- one signature for all finders
) -> CoverageMap:
    """Return what the picture lane says by itself, with no help of the sound."""
    found = match_picture(taps["edit-picture"], taps["edit-track"], library)
    return CoverageMap(duration, tuple(Lane), apart(found.matches, duration), is_quick)


def _lanes(
    taps: Mapping[str, TapResult],
    duration: Fraction,
    library: Library,
    is_quick: bool,  # noqa: FBT001 -- one signature for all finders
) -> CoverageMap:
    """Return sound and picture, the picture helped by the sound, before they are fused."""
    heard = apart(match_sound(taps["sound-prints"], duration, library), duration)
    seen = match_picture(taps["edit-picture"], taps["edit-track"], library, hints_of(heard))
    matches = (*apart(seen.matches, duration), *heard)
    return CoverageMap(duration, tuple(Lane), matches, is_quick)


def _fused(
    taps: Mapping[str, TapResult],
    duration: Fraction,
    library: Library,
    is_quick: bool,  # noqa: FBT001 -- one signature for all finders
) -> CoverageMap:
    """Return what the product says."""
    return find_coverage(taps, duration, library, is_provisional=is_quick)


_RECORDING = ("panes", "cuts", "sound-prints", "picture-prints", "picture-track")
_EDIT = ("cuts", "sound-prints", "edit-picture", "edit-track")
FINDERS = {
    "fused": Finder(_RECORDING, _EDIT, _fused),
    "lanes": Finder(_RECORDING, _EDIT, _lanes),
    "picture": Finder(_RECORDING, _EDIT, _picture_alone),
    "sound": Finder(("panes", "sound-prints"), ("sound-prints",), _sound_alone),
}
