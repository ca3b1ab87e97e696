"""Where a video comes from that was made here of a checked one.

What was copied, blurred, muted or altered of a checked video is from where it was from: that is
known by construction, also where a comparison finds nothing any more, as in a muted stretch. What
the comparison of the new file does find counts where it says something else.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import groupby, pairwise

from consentkit.domain.coverage import CoverageMap, Lane, Match
from consentkit.domain.plan import PublishPlan, Redaction
from consentkit.kernel.timebase import TimeRange

SHORT = Fraction(1)
"""Seconds. Two comparisons put a border up to half a second early or late each."""

SAME_PLACE = Fraction(3, 2)
"""Seconds of the source by which two comparisons may differ and still mean the same place: where
heads hardly move, the moment of a picture is known to a second only (splice)."""


PADDING = Fraction(1, 10)
"""Seconds. A written file lasts until its last frame and its last block of sound are over, which
is a little after the end of what was ordered; nothing new is seen or heard there."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """What is known of a video because it was made here of another.

    Attributes:
        sha256: Digest of the video.
        source_check: The check of the video it was made of.
        source_sha256: That video's digest.
        coverage: Where it comes from, by that check.
        silent: Stretches that were muted, or silent before.
        blank: Stretches whose picture was hidden, or blank before.
        redactions: What was done, as a plan states it; known here, so that no plan need say it.
    """

    sha256: str
    source_check: str
    source_sha256: str
    coverage: CoverageMap
    silent: tuple[TimeRange, ...] = ()
    blank: tuple[TimeRange, ...] = ()
    redactions: tuple[Redaction, ...] = ()

    def padding(self, duration: Fraction) -> tuple[TimeRange, ...]:
        """Return what lies after the end of what was ordered, if that is no more than padding."""
        end = self.coverage.duration
        return (TimeRange(end, duration),) if end < duration <= end + PADDING else ()

    def completed(self, plan: PublishPlan) -> PublishPlan:
        """Return a plan for the video that also states what was done to it here."""
        stated = dict.fromkeys((*(plan.redactions or ()), *self.redactions))
        return replace(plan, redactions=tuple(stated))


def reconciled(fresh: CoverageMap, known: CoverageMap) -> CoverageMap:
    """Return where a video comes from, by a comparison and by what it was made of.

    Args:
        fresh: What the comparison says.
        known: What the video it was made of says, in the new video's time.
    """
    matches: list[Match] = []
    for lane in fresh.lanes:
        found, before = (
            [match for match in one.matches if match.lane is lane] for one in (fresh, known)
        )
        matches.extend(_of_lane(found, list(_clipped(before, fresh.duration)), fresh.duration))
    return replace(fresh, matches=tuple(sorted(matches, key=_order)))


def _order(match: Match) -> tuple[int, TimeRange]:
    return tuple(Lane).index(match.lane), match.edit


def _clipped(matches: Iterable[Match], duration: Fraction) -> Iterator[Match]:
    for match in matches:
        end = min(match.edit.end, duration)
        if match.edit.start < end:
            yield replace(match, edit=TimeRange(match.edit.start, end))


@dataclass(frozen=True, slots=True)
class _Piece:
    edit: TimeRange
    fresh: Match | None
    known: Match | None

    @property
    def is_contradicted(self) -> bool:
        """Whether the comparison says something else than what is known."""
        if self.fresh is None:
            return False
        if self.known is None or self.fresh.recording_id != self.known.recording_id:
            return True
        at = (self.edit.start + self.edit.end) / 2
        return abs(self.fresh.source_at(at) - self.known.source_at(at)) > SAME_PLACE


def _of_lane(fresh: Sequence[Match], known: Sequence[Match], duration: Fraction) -> Iterator[Match]:
    pieces = _pieces(fresh, known, duration)
    chosen: list[tuple[TimeRange, Match]] = []
    for is_contradicted, group in groupby(pieces, lambda piece: piece.is_contradicted):
        run = list(group)
        is_fresh = is_contradicted and run[-1].edit.end - run[0].edit.start >= SHORT
        for piece in run:
            match = piece.fresh if is_fresh else piece.known
            if match is not None:
                chosen.append((piece.edit, match))
    for match, pairs in groupby(chosen, lambda pair: pair[1]):
        for stretch in _joined(edit for edit, _ in pairs):
            start = match.source_at(stretch.start)
            yield replace(match, edit=stretch, source_start=start)


def _pieces(fresh: Sequence[Match], known: Sequence[Match], duration: Fraction) -> list[_Piece]:
    borders = {Fraction(0), duration}
    borders.update(at for match in (*fresh, *known) for at in (match.edit.start, match.edit.end))
    return [
        _Piece(TimeRange(start, end), _at(fresh, start), _at(known, start))
        for start, end in pairwise(sorted(borders))
    ]


def _at(matches: Sequence[Match], moment: Fraction) -> Match | None:
    place = bisect_right(matches, moment, key=lambda match: match.edit.start) - 1
    if place < 0 or not matches[place].edit.contains(moment):
        return None
    return matches[place]


def _joined(stretches: Iterable[TimeRange]) -> Iterator[TimeRange]:
    last: TimeRange | None = None
    for one in stretches:
        if last is not None and last.end == one.start:
            last = TimeRange(last.start, one.end)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last
