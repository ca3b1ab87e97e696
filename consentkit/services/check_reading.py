"""What a check means to a reader: people, matters that need a decision, moments of the source.

Pure functions over ``EditCheck``; no widget, no words.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from consentkit.domain.coverage import Lane, Span
from consentkit.domain.policy import PASSING, Verdict, strictest
from consentkit.domain.redacted_facts import common
from consentkit.kernel.timebase import TimeRange, union
from consentkit.services.check_views import CheckSpan, ConversationTotal, EditCheck

OPEN = frozenset(Verdict) - PASSING
"""Verdicts that need a decision."""

TOUCHING_S = Fraction(1, 2)
"""Stretches of one matter closer than a step of the coverage are shown as one."""

SHOWN_TO_S = Fraction(1, 10)
"""Times are shown cut to tenths of a second."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the edit.

    Attributes:
        key: The record that was asked, else the conversation.
        name: Name to show; may be empty.
        totals: The conversations with this person, by first appearance.
        verdict: The strictest of them.
    """

    key: str
    name: str
    totals: tuple[ConversationTotal, ...]
    verdict: Verdict

    @property
    def is_covered(self) -> bool:
        """Whether nothing of this person needs a decision."""
        return self.verdict not in OPEN


@dataclass(frozen=True, slots=True)
class Matter:
    """A stretch of the edit that needs a decision, in the same lanes from end to end.

    Attributes:
        key: The person concerned as in ``Person.key``; the recording for what lies in none of its
            conversations; empty for footage of unknown origin.
        edit: The stretch.
        lanes: The lanes it concerns, picture first.
        verdict: What stands in the way.
        reasons: Codes, the gravest first.
        details: What each reason is about, in their order.
        conditions: Codes of what must be done first.
        spans: Places in ``EditCheck.spans``, in order. A span may reach beyond the stretch, and
            then belongs to several matters.
    """

    key: str
    edit: TimeRange
    lanes: tuple[Lane, ...]
    verdict: Verdict
    reasons: tuple[str, ...]
    details: tuple[str, ...]
    conditions: tuple[str, ...]
    spans: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SourceMoment:
    """What of which recording is shown or heard at a moment of the edit.

    Attributes:
        recording_id: The recording.
        moment: Its second.
        speed: Seconds of the recording per second of the edit.
        is_mirrored: Left and right are exchanged in the edit.
        pitch_semitones: How much higher the edit sounds.
        lane: The lane it was taken from.
        span: Place in ``EditCheck.spans``.
    """

    recording_id: str
    moment: Fraction
    speed: Fraction
    is_mirrored: bool
    pitch_semitones: float
    lane: Lane
    span: int


def _person_key(total: ConversationTotal) -> str:
    return total.consent_id or total.conversation_id


def people_of(check: EditCheck) -> tuple[Person, ...]:
    """Return the people in the edit, by first appearance."""
    found: dict[str, list[ConversationTotal]] = {}
    for total in check.totals:
        if total.conversation_id:
            found.setdefault(_person_key(total), []).append(total)
    return tuple(
        Person(
            key,
            next((item.partner for item in totals if item.partner), ""),
            tuple(totals),
            strictest(item.verdict for item in totals),
        )
        for key, totals in found.items()
    )


def _keys(check: EditCheck) -> tuple[str, ...]:
    """Return whom each span concerns, as in ``Matter.key``."""
    people = {total.conversation_id: _person_key(total) for total in check.totals}
    found = []
    for item in check.spans:
        conversation_id, match = item.span.conversation_id, item.span.match
        if conversation_id:
            found.append(people.get(conversation_id, item.consent_id or conversation_id))
        else:
            found.append(item.consent_id or (match.recording_id if match is not None else ""))
    return tuple(found)


def matters_of(check: EditCheck) -> tuple[Matter, ...]:
    """Return what needs a decision, in order of time.

    Spans of one person with one cause are one matter where they follow each other in their lane;
    where picture and sound are concerned together, they share it.
    """
    keys = _keys(check)
    groups: dict[tuple[str, object], list[int]] = {}
    for place, item in enumerate(check.spans):
        if item.verdict in OPEN:
            cause = (item.verdict, item.reasons, item.details, item.conditions)
            groups.setdefault((keys[place], cause), []).append(place)
    found: list[Matter] = []
    for (key, _cause), places in groups.items():
        found.extend(_joined(check.spans, key, places))
    return tuple(sorted(found, key=lambda item: (item.edit, item.lanes)))


def _joined(spans: tuple[CheckSpan, ...], key: str, places: list[int]) -> list[Matter]:
    """Return the matters of spans with one cause, cut wherever their lanes change."""
    found: list[Matter] = []
    stretches = _stretches(_runs(spans, places, Lane.PICTURE), _runs(spans, places, Lane.SOUND))
    for stretch, wanted in stretches:
        inside = tuple(
            place
            for place in places
            if spans[place].span.lane in wanted and spans[place].span.edit.overlap(stretch) > 0
        )
        # A stretch may fall into a gap that was too short to part a lane's run.
        lanes = tuple(
            lane for lane in wanted if any(spans[place].span.lane is lane for place in inside)
        )
        if lanes:
            of = spans[places[0]]
            found.append(
                Matter(
                    key, stretch, lanes, of.verdict, of.reasons, of.details, of.conditions, inside
                )
            )
    return found


def _runs(spans: tuple[CheckSpan, ...], places: list[int], lane: Lane) -> list[TimeRange]:
    """Return the stretches of one lane in order, those that nearly touch as one."""
    own = [spans[place].span for place in places if spans[place].span.lane is lane]
    runs: list[TimeRange] = []
    for stretch in sorted(span.edit for span in own):
        if runs and stretch.start <= runs[-1].end + TOUCHING_S:
            runs[-1] = TimeRange(runs[-1].start, max(runs[-1].end, stretch.end))
        else:
            runs.append(stretch)
    return runs


def _stretches(
    picture: list[TimeRange], sound: list[TimeRange]
) -> list[tuple[TimeRange, tuple[Lane, ...]]]:
    """Return where both lanes are concerned together, and where each is alone.

    No run of a lane is left out of any stretch of that lane, and none of it is in two.
    """
    both = [
        together
        for seen in picture
        for heard in sound
        if (together := _together(seen, heard)) is not None
    ]
    return [
        *((stretch, (Lane.PICTURE, Lane.SOUND)) for stretch in both),
        *((stretch, (Lane.PICTURE,)) for run in picture for stretch in _without(run, both)),
        *((stretch, (Lane.SOUND,)) for run in sound for stretch in _without(run, both)),
    ]


def _together(seen: TimeRange, heard: TimeRange) -> TimeRange | None:
    """Return the stretch that picture and sound share; None for none worth a line of its own.

    Where one lane begins or ends less than ``TOUCHING_S`` from the other, the stretch takes that
    piece in. A shared piece as short as that would be a sliver between two stretches: both lanes
    are shown whole instead, each by itself.
    """
    start, end = max(seen.start, heard.start), min(seen.end, heard.end)
    if end <= start:
        return None
    begins_as_one = abs(seen.start - heard.start) < TOUCHING_S
    ends_as_one = abs(seen.end - heard.end) < TOUCHING_S
    if end - start < TOUCHING_S and not (begins_as_one and ends_as_one):
        return None
    return TimeRange(
        min(seen.start, heard.start) if begins_as_one else start,
        max(seen.end, heard.end) if ends_as_one else end,
    )


def _without(run: TimeRange, taken: list[TimeRange]) -> list[TimeRange]:
    """Return what of a stretch lies in none of some others."""
    left, at = [], run.start
    for other in sorted(taken):
        if other.overlap(run) <= 0:
            continue
        if other.start > at:
            left.append(TimeRange(at, other.start))
        at = max(at, other.end)
    if at < run.end:
        left.append(TimeRange(at, run.end))
    return left


def name_of(check: EditCheck, key: str) -> str:
    """Return the name of the person of a ``Matter.key``; empty for nobody known."""
    return next((person.name for person in people_of(check) if person.key == key), "")


def parts_of(check: EditCheck, matter: Matter) -> tuple[tuple[Lane, TimeRange], ...]:
    """Return what of each span lies in a matter's stretch, in the order of its spans."""
    found = []
    for place in matter.spans:
        span = check.spans[place].span
        start, end = max(span.edit.start, matter.edit.start), min(span.edit.end, matter.edit.end)
        found.append((span.lane, TimeRange(start, end)))
    return tuple(found)


def marks_of(check: EditCheck, matters: Iterable[Matter]) -> tuple[tuple[Lane, TimeRange], ...]:
    """Return the parts of all the matters, those of a lane that touch as one."""
    joined: list[tuple[Lane, TimeRange]] = []
    parts = [part for matter in matters for part in parts_of(check, matter)]
    for wanted in Lane:
        for lane, part in sorted(item for item in parts if item[0] is wanted):
            if joined and joined[-1][0] is lane and joined[-1][1].end >= part.start:
                before = joined.pop()[1]
                joined.append((lane, TimeRange(before.start, max(before.end, part.end))))
            else:
                joined.append((lane, part))
    return tuple(joined)


def unknown_parts(
    check: EditCheck, stretches: Iterable[TimeRange], lanes: Iterable[Lane]
) -> tuple[tuple[Lane, TimeRange], ...]:
    """Return what of some stretches is from no recording, by lane and in order of time.

    What is from a recording but lies outside of its conversations may show somebody: there the
    conversations are to be corrected. Less than ``SHOWN_TO_S`` beside a stretch counts as part of
    it: nobody can name it.
    """
    wanted = union(stretches)
    found = []
    for lane in lanes:
        runs = union(
            item.span.edit
            for item in check.spans
            if item.span.lane is lane
            and item.span.match is None
            and item.verdict is Verdict.UNKNOWN
        )
        for run in runs:
            for piece in common((run,), wanted):
                start = run.start if piece.start - run.start < SHOWN_TO_S else piece.start
                end = run.end if run.end - piece.end < SHOWN_TO_S else piece.end
                found.append((lane, TimeRange(start, end)))
    return tuple(found)


def source_start(span: Span, stretch: TimeRange) -> Fraction:
    """Return the second of the recording at which a span's part of a stretch begins.

    Args:
        span: A span from a recording.
        stretch: The stretch of the edit.
    """
    if span.match is None:
        return Fraction(0)
    return max(Fraction(0), span.match.source_at(max(span.edit.start, stretch.start)))


def total_s(stretches: tuple[TimeRange, ...]) -> Fraction:
    """Return the seconds that any of the stretches covers."""
    whole, end = Fraction(0), Fraction(0)
    for stretch in sorted(stretches):
        start = max(stretch.start, end)
        if stretch.end > start:
            whole += stretch.end - start
            end = stretch.end
    return whole


def span_at(check: EditCheck, lane: Lane, moment: Fraction) -> int:
    """Return the place of the span of a lane at a moment, or -1."""
    for place, item in enumerate(check.spans):
        stretch = item.span.edit
        is_last = stretch.end == moment == check.duration
        if item.span.lane is lane and (stretch.contains(moment) or is_last):
            return place
    return -1


def source_at(check: EditCheck, moment: Fraction, preferred: Lane) -> SourceMoment | None:
    """Return the source at a moment of the edit, of the preferred lane if it has one."""
    for lane in sorted(Lane, key=lambda item: item is not preferred):
        place = span_at(check, lane, moment)
        match = check.spans[place].span.match if place >= 0 else None
        if match is not None:
            return SourceMoment(
                match.recording_id,
                max(Fraction(0), match.source_at(moment)),
                match.speed,
                match.is_mirrored,
                match.pitch_semitones,
                lane,
                place,
            )
    return None


def neighbour(check: EditCheck, selected: int, moment: Fraction, lane: Lane, step: int) -> int:
    """Return the place of the next or previous span in the lane, or the present one at its end.

    Args:
        check: The check.
        selected: The chosen span, or -1: then the one at ``moment`` counts as chosen.
        moment: Where the playhead is.
        lane: The lane when nothing is chosen.
        step: 1 for the next, -1 for the one before.
    """
    at = selected if selected >= 0 else span_at(check, lane, moment)
    if at < 0:
        return -1
    own = [
        place
        for place, item in enumerate(check.spans)
        if item.span.lane is check.spans[at].span.lane
    ]
    where = own.index(at) + (step if selected >= 0 else 0)
    return own[min(max(0, where), len(own) - 1)]


def neighbour_matter(
    matters: tuple[Matter, ...], chosen: Matter | None, moment: Fraction, step: int
) -> Matter | None:
    """Return the next or previous matter, going round at the ends; None when there is none.

    Args:
        matters: As ``matters_of`` gives them.
        chosen: The chosen one, or None.
        moment: Where the playhead is, which decides when no matter is chosen.
        step: 1 for the next, -1 for the one before.
    """
    if not matters:
        return None
    if chosen in matters:
        return matters[(matters.index(chosen) + step) % len(matters)]
    if step > 0:
        return next((item for item in matters if item.edit.start >= moment), matters[0])
    before = [item for item in matters if item.edit.start < moment]
    return before[-1] if before else matters[-1]


def unknown_s(check: EditCheck) -> Fraction:
    """Return the seconds whose picture or sound nobody knows the origin of."""
    return total_s(tuple(item.span.edit for item in check.spans if item.verdict is Verdict.UNKNOWN))


def is_any_known(check: EditCheck) -> bool:
    """Return whether anything of the edit comes from a recording."""
    return any(item.span.match is not None for item in check.spans)
