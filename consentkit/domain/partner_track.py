"""Where the other side of a chat is silent, known from a recording with a track for each side."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from consentkit.domain.coverage import Lane, Match
from consentkit.domain.redacted_facts import Cuts
from consentkit.kernel.timebase import TimeRange, union

AROUND = Fraction(1, 4)
"""Seconds kept around what is heard: the median error of the borders of stretches (coverage)."""

LEAST = Fraction(1, 2)
"""Seconds. Shorter pauses lie between two words, and nobody wants the sound to flutter."""


def silent_parts(
    match: Match, heard: Sequence[TimeRange], least: Fraction = LEAST
) -> tuple[TimeRange, ...]:
    """Return where in a stretch of an edit nothing is heard of what is heard in a recording.

    Args:
        match: A stretch of sound and where it is from.
        heard: When the other side is heard, in seconds of the recording, as ``union`` gives it.
        least: Shorter parts do not count.
    """
    source = match.source
    wide = union(one.widened(AROUND, one.end + AROUND) for one in heard)
    parts = (
        TimeRange(_in_edit(match, one.start), _in_edit(match, one.end))
        for one in Cuts(wide).left_of(source)
    )
    return tuple(one for one in parts if one.duration >= least)


def silence_by_person(
    stretches: Iterable[tuple[str, Match]], heard: Mapping[str, Sequence[TimeRange]]
) -> dict[str, tuple[TimeRange, ...]]:
    """Return by person where they are not heard in an edit.

    Args:
        stretches: Persons with stretches of sound that are attributed to them.
        heard: By recording, when the other side is heard; recordings of which that is not known
            are left out.
    """
    found: dict[str, list[TimeRange]] = {}
    for person, match in stretches:
        if person and match.lane is Lane.SOUND and match.recording_id in heard:
            parts = silent_parts(match, heard[match.recording_id])
            found.setdefault(person, []).extend(parts)
    return {person: union(parts) for person, parts in found.items() if parts}


def _in_edit(match: Match, moment: Fraction) -> Fraction:
    at = match.edit.start + (moment - match.source_start) / match.speed
    return min(max(at, match.edit.start), match.edit.end)
