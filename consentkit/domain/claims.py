"""An editor's timeline as a claim, held against what the fingerprints say.

A timeline tells which file lies where. It may be wrong, old or made up, so it never covers a
second by itself: each of its clips is confirmed or contradicted by the media.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import accumulate
from pathlib import PurePosixPath

from consentkit.domain.coverage import CoverageMap, Lane, Match
from consentkit.domain.party import checked_text
from consentkit.kernel.errors import LimitError, MalformedError
from consentkit.kernel.timebase import TimeRange

TOLERANCE = Fraction(1, 2)
"""Fingerprints decide by half seconds, so that much a claim may be off (4-media-coverage)."""

_LEAST_SEEN = Fraction(1, 10)
"""Share of a clip that must be seen in the media before anything is said of it."""

_WHOLE_HOUR = 3600

_MAX_PAIRS = 2_000_000
"""Clips times matches they share time with: about 10 s of work, a hundred times a feature film."""


@dataclass(frozen=True, slots=True)
class TimelineClip:
    """One clip of an editor's timeline.

    Attributes:
        lane: Picture or sound.
        edit: Where it lies, in seconds from the timeline's beginning.
        name: What the editor calls it.
        media: Name of the file, without its folder; empty where the timeline names none.
        source: The stretch of the file, in its seconds.
        speed: Seconds of the file per second of the edit; 0 for a still.
        is_from_start: ``source`` counts from the file's beginning; False where the format gives a
            timecode and does not say with which one the file begins.
    """

    lane: Lane
    edit: TimeRange
    name: str
    media: str
    source: TimeRange
    speed: Fraction = Fraction(1)
    is_from_start: bool = True

    def __post_init__(self) -> None:
        """Refuse a clip that lasts no time, or names that are no plain text."""
        if self.edit.duration <= 0:
            raise MalformedError("timeline.clip")
        checked_text(self.name)
        checked_text(self.media)

    def source_at(self, moment: Fraction) -> Fraction:
        """Return the second of the file that the clip puts at a moment of the edit."""
        start = self.source.end if self.speed < 0 else self.source.start
        return start + (moment - self.edit.start) * self.speed


@dataclass(frozen=True, slots=True)
class Timeline:
    """What an editor says the finished video is made of.

    Attributes:
        rate: Frames per second of the timeline.
        clips: In order of lane and time; clips of several tracks may overlap.
        warnings: Codes of what was met and not carried over, without repetition.
    """

    rate: Fraction
    clips: tuple[TimelineClip, ...]
    warnings: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a timeline without a rate."""
        if self.rate <= 0:
            raise MalformedError("timeline.rate")


class ClaimState(StrEnum):
    """What the fingerprints say of one clip of a timeline."""

    CONFIRMED = "confirmed"  # The media show what the timeline says.
    CONTRADICTED = "contradicted"  # They show something else of the known recordings.
    NOT_SEEN = "not_seen"  # They neither show nor contradict it.
    OTHER_MEDIA = "other_media"  # It names a file that is none of the recordings.


@dataclass(frozen=True, slots=True)
class TimelineClaim:
    """One clip of a timeline beside what the media show.

    Attributes:
        clip: The clip.
        recording_id: The recording its file name was taken for; empty when none fits.
        state: What the fingerprints say.
    """

    clip: TimelineClip
    recording_id: str
    state: ClaimState


def check_claims(
    timeline: Timeline, coverage: CoverageMap, recordings: Mapping[str, Sequence[str]]
) -> tuple[TimelineClaim, ...]:
    """Return what the fingerprints say of every clip, in the timeline's order.

    Args:
        timeline: The claim.
        coverage: What the fingerprints found in the finished video.
        recordings: By recording, the names its file has or had, without folders.

    Raises:
        LimitError: More clips lie above each other than in any timeline made by hand.
    """
    named = [(clip, _candidates(clip.media, recordings)) for clip in timeline.clips]
    lanes = {lane: [match for match in coverage.matches if match.lane is lane] for lane in Lane}
    pairs = [_overlapping(clip, lanes[clip.lane]) for clip, _ in named]
    if sum(len(one) for one in pairs) > _MAX_PAIRS:
        raise LimitError("timeline.too-dense", limit=_MAX_PAIRS)
    told: dict[Match, list[TimeRange]] = {}
    for (clip, candidates), matches in zip(named, pairs, strict=True):
        for match in matches:
            if _agrees(clip, candidates, match):
                told.setdefault(match, []).append(_shared(clip, match))
    claimed = {match: _Stretches(ranges) for match, ranges in told.items()}
    return tuple(
        _checked(clip, candidates, matches, claimed)
        for (clip, candidates), matches in zip(named, pairs, strict=True)
    )


class _Stretches:
    """Ranges joined where they touch, and how many of their seconds lie in a stretch."""

    def __init__(self, ranges: list[TimeRange]) -> None:
        self._starts: list[Fraction] = []
        self._ends: list[Fraction] = []
        for item in sorted(ranges):
            if self._ends and item.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], item.end)
            else:
                self._starts.append(item.start)
                self._ends.append(item.end)
        lengths = (end - start for start, end in zip(self._starts, self._ends, strict=True))
        self._before = [Fraction(0), *accumulate(lengths)]

    def seconds_in(self, stretch: TimeRange) -> Fraction:
        return self._until(stretch.end) - self._until(stretch.start)

    def _until(self, moment: Fraction) -> Fraction:
        place = bisect_right(self._starts, moment)
        if not place:
            return Fraction(0)
        past = max(Fraction(0), self._ends[place - 1] - moment)
        return self._before[place] - past


_NOTHING = _Stretches([])


def _overlapping(clip: TimelineClip, matches: Sequence[Match]) -> Sequence[Match]:
    """Return the matches that share time with a clip; those of a lane are in order."""
    first = bisect_right(matches, clip.edit.start, key=lambda match: match.edit.end)
    last = bisect_left(matches, clip.edit.end, key=lambda match: match.edit.start)
    return matches[first:last]


def _shared(clip: TimelineClip, match: Match) -> TimeRange:
    return TimeRange(max(clip.edit.start, match.edit.start), min(clip.edit.end, match.edit.end))


def _candidates(media: str, recordings: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return the recordings with that file name; those of another ending only if none has it."""
    wanted = media.casefold()
    if not wanted:
        return ()
    same = tuple(
        one for one, names in recordings.items() if wanted in {name.casefold() for name in names}
    )
    if same:
        return same
    stem = PurePosixPath(wanted).stem
    return tuple(
        one
        for one, names in recordings.items()
        if stem in {PurePosixPath(name.casefold()).stem for name in names}
    )


def _checked(
    clip: TimelineClip,
    candidates: tuple[str, ...],
    matches: Sequence[Match],
    claimed: Mapping[Match, _Stretches],
) -> TimelineClaim:
    if not candidates:
        return TimelineClaim(clip, "", ClaimState.OTHER_MEDIA)
    agreeing = dict.fromkeys(candidates, Fraction(0))
    contrary = Fraction(0)
    for match in matches:
        shared = _shared(clip, match)
        if _agrees(clip, candidates, match):
            agreeing[match.recording_id] += shared.duration
        else:
            # What another clip claims rightly lies on a track above and hides this one.
            contrary += shared.duration - claimed.get(match, _NOTHING).seconds_in(shared)
    best = max(candidates, key=lambda one: agreeing[one])
    seen = sum(agreeing.values(), Fraction(0))
    if seen + contrary < clip.edit.duration * _LEAST_SEEN:
        state = ClaimState.NOT_SEEN
    else:
        state = ClaimState.CONFIRMED if seen > contrary else ClaimState.CONTRADICTED
    return TimelineClaim(clip, best, state)


def _agrees(clip: TimelineClip, candidates: tuple[str, ...], match: Match) -> bool:
    if match.recording_id not in candidates:
        return False
    shared = _shared(clip, match)
    return all(
        _is_close(clip.source_at(moment) - match.source_at(moment), clip)
        for moment in (shared.start, shared.end)
    )


def _is_close(difference: Fraction, clip: TimelineClip) -> bool:
    if clip.is_from_start:
        return abs(difference) <= TOLERANCE
    # Timecode by convention begins at a full hour, whichever it is.
    hours = round(difference / _WHOLE_HOUR)
    return hours >= 0 and abs(difference - hours * _WHOLE_HOUR) <= TOLERANCE
