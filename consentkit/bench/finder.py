"""The product's own matching, whole or one lane alone, as the benchmark calls it."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from consentkit.domain.conversation import Conversations
from consentkit.domain.coverage import CoverageMap, Lane
from consentkit.media.match.library import Library
from consentkit.media.match.sound import match_sound
from consentkit.media.taps.base import TapResult


def sound_alone(
    taps: Mapping[str, TapResult],
    duration: Fraction,
    library: Library,
    conversations: Callable[[str], Conversations],
    is_quick: bool,  # noqa: FBT001 -- one signature for all finders
) -> CoverageMap:
    """Return what the sound lane says by itself, before the lanes inform each other."""
    del conversations
    found = match_sound(taps["sound-prints"], duration, library)
    return CoverageMap(duration, tuple(Lane), tuple(item.match for item in found.found), is_quick)
