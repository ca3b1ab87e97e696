"""The tasks of one person, from what ended and where the person is: pure, without the vault."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction

from consentkit.domain.coverage import Lane
from consentkit.domain.obligations import (
    Duty,
    Ended,
    Measure,
    Reason,
    Taken,
    Use,
    duties_of_publication,
    duty_of_clip,
    duty_of_complaint,
    duty_of_proof,
    duty_of_recording,
    left_of,
    state_of,
    taken_for,
)
from consentkit.domain.published_link import url_at
from consentkit.kernel.timebase import TimeRange, union
from consentkit.services.complaints import StoredComplaint
from consentkit.services.publication_views import Reach, ReachTask, TaskState
from consentkit.services.stored_publication import StoredPublication
from consentkit.services.stored_reach import StoredCase
from consentkit.services.views import ProofExport

_ORDER = {TaskState.LATE: 0, TaskState.OPEN: 1, TaskState.DONE: 2}
_GRAVEST = tuple(Reason)


@dataclass(frozen=True, slots=True)
class Around:
    """What is known around the cases.

    Attributes:
        now: The present.
        publications: All publications, by identifier.
        clip_names: File names of checked videos, by check; those that are kept.
        recording_names: Titles of recordings, by identifier; those that are kept.
        exports: Proofs that were exported, by record.
        partners: Names to show, by record.
    """

    now: datetime
    publications: Mapping[str, StoredPublication]
    clip_names: Mapping[str, str] = field(default_factory=dict)
    recording_names: Mapping[str, str] = field(default_factory=dict)
    exports: Mapping[str, tuple[ProofExport, ...]] = field(default_factory=dict)
    partners: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Person:
    """One person's case, uses and complaints.

    Attributes:
        consent_id: The record.
        case: What ended; None where nothing did.
        checked: Uses in checked videos that were not published, by check.
        published: Uses in published videos, by publication.
        complaints: Complaints about the person.
    """

    consent_id: str
    case: StoredCase | None
    checked: Mapping[str, Use]
    published: Mapping[str, Use]
    complaints: tuple[StoredComplaint, ...] = ()


NOBODY = Person("", None, {}, {})
"""Stands for somebody without a record who complained."""


def tasks_of(person: Person, around: Around) -> tuple[ReachTask, ...]:
    """Return the tasks of one person, what is late first."""
    found: list[ReachTask] = []
    if person.case is not None:
        found.extend(_published(person, person.case, around))
        found.extend(_clips(person, person.case, around))
        found.extend(_recordings(person.case, around))
        found.extend(_proofs(person, person.case, around))
    found.extend(complaint_task(made, around) for made in person.complaints)
    return sorted_tasks(found)


def sorted_tasks(tasks: Iterable[ReachTask]) -> tuple[ReachTask, ...]:
    """Return tasks, what is late first, then by what is due first."""
    return tuple(sorted(tasks, key=lambda one: (_ORDER[one.state], one.due_at, one.id)))


def _published(person: Person, case: StoredCase, around: Around) -> Iterator[ReachTask]:
    for publication_id, use in person.published.items():
        publication = around.publications.get(publication_id)
        if publication is None:
            continue
        for duty in duties_of_publication(case.ended, publication_id, use):
            yield _of_video(duty, case, around, use, publication)


def _of_video(
    duty: Duty, case: StoredCase, around: Around, use: Use, publication: StoredPublication
) -> ReachTask:
    taken: tuple[Taken, ...] = case.taken
    if publication.taken_down_at is not None and taken_for(duty, taken) is None:
        taken = tuple(
            Taken(duty.id, Measure.TAKE_DOWN, publication.taken_down_at, end.reason, end.since)
            for end in duty.ends
        )
    ranges = union((*use.picture, *use.sound))
    first = ranges[0].start if ranges else Fraction(0)
    return _task(
        duty,
        around,
        taken,
        publication.title,
        publication_id=publication.id,
        check_id=publication.check_id,
        lanes=use.lanes,
        ranges=ranges,
        stretches=stretches_by_lane(use),
        url=url_at(publication.platform, publication.video_id, publication.url, first),
    )


def stretches_by_lane(use: Use) -> tuple[tuple[Lane, TimeRange], ...]:
    """Return the stretches of a use, lane by lane."""
    lanes = ((Lane.PICTURE, use.picture), (Lane.SOUND, use.sound))
    return tuple((lane, one) for lane, ranges in lanes for one in ranges)


def _clips(person: Person, case: StoredCase, around: Around) -> Iterator[ReachTask]:
    for check_id, use in person.checked.items():
        duty = duty_of_clip(case.ended, check_id, use)
        if duty is not None and check_id in around.clip_names:
            yield _task(
                duty,
                around,
                case.taken,
                around.clip_names[check_id],
                check_id=check_id,
                lanes=use.lanes,
                ranges=union((*use.picture, *use.sound)),
                stretches=stretches_by_lane(use),
            )


def _recordings(case: StoredCase, around: Around) -> Iterator[ReachTask]:
    ranges: dict[str, list[TimeRange]] = {}
    for one in case.stretches:
        ranges.setdefault(one.recording_id, []).append(one.range)
    for recording_id, found in ranges.items():
        duty = duty_of_recording(case.ended, case.purposes, recording_id)
        if duty is not None and recording_id in around.recording_names:
            whole = union(found)
            yield _task(
                duty,
                around,
                case.taken,
                around.recording_names[recording_id],
                lanes=frozenset(Lane),
                ranges=whole,
                stretches=tuple((lane, one) for lane in Lane for one in whole),
            )


def _proofs(person: Person, case: StoredCase, around: Around) -> Iterator[ReachTask]:
    for export in around.exports.get(person.consent_id, ()):
        duty = duty_of_proof(case.ended, export.id, export.created_at)
        if duty is not None:
            yield _task(duty, around, case.taken, export.path.name)


def complaint_task(made: StoredComplaint, around: Around) -> ReachTask:
    """Return a complaint as a task."""
    duty = duty_of_complaint(made.id, made.received_at)
    publication = around.publications.get(made.publication_id)
    taken: tuple[Taken, ...] = ()
    if made.closed_at is not None and made.measure is not None:
        reason, since = Reason.COMPLAINT, made.received_at
        taken = (Taken(duty.id, made.measure, made.closed_at, reason, since),)
    moment = TimeRange(made.at, made.at)
    return _task(
        duty,
        around,
        taken,
        publication.title if publication else "",
        publication_id=made.publication_id,
        check_id=publication.check_id if publication else "",
        ranges=(moment,),
        url=(
            url_at(publication.platform, publication.video_id, publication.url, made.at)
            if publication
            else ""
        ),
        complaint_id=made.id,
    )


def _task(
    duty: Duty,
    around: Around,
    measures: Iterable[Taken],
    name: str,
    *,
    publication_id: str = "",
    check_id: str = "",
    lanes: frozenset[Lane] = frozenset(),
    ranges: tuple[TimeRange, ...] = (),
    stretches: tuple[tuple[Lane, TimeRange], ...] = (),
    url: str = "",
    complaint_id: str = "",
) -> ReachTask:
    measures = tuple(measures)
    taken = taken_for(duty, measures)
    left = left_of(duty, measures)
    end = left[0] if left else duty.end
    return ReachTask(
        id=duty.id,
        kind=duty.kind,
        name=name,
        publication_id=publication_id,
        check_id=check_id,
        lanes=lanes,
        ranges=ranges,
        url=url,
        due_at=end.due_at,
        state=state_of(end.due_at, around.now, is_done=taken is not None),
        remedies=duty.measures,
        done_at=taken.done_at if taken else None,
        done_by=taken.measure.value if taken else "",
        reason=end.reason.value,
        complaint_id=complaint_id,
        stretches=stretches,
        since=end.since,
        left=left,
    )


def reach_of(person: Person, tasks: tuple[ReachTask, ...], around: Around) -> Reach:
    """Return one person's tasks as a whole."""
    ended: Sequence[Ended] = person.case.ended if person.case is not None else ()
    left = [task for task in tasks if task.state is not TaskState.DONE]
    counted = left or list(tasks)
    reason = _reason(person, tasks)
    # When the reason arose that is named, and not another one: a complaint may be older.
    sinces = (
        [task.since for task in counted if task.reason == reason]
        or [item.since for item in ended if item.reason.value == reason]
        or [task.since for task in counted]
        or [item.since for item in ended]
    )
    dues = [task.due_at for task in counted] or [item.due_at for item in ended]
    return Reach(
        consent_id=person.consent_id,
        partner=around.partners.get(person.consent_id, ""),
        reason=reason,
        since=min(sinces, default=around.now),
        due_at=min(dues, default=around.now),
        tasks=tasks,
        is_complete=not left,
    )


def _reason(person: Person, tasks: Iterable[ReachTask]) -> str:
    """Return why: that the record was erased, else the gravest reason of a task."""
    case = person.case
    if case is not None and case.is_erased:
        return Reason.ERASED.value
    reasons = {Reason(task.reason) for task in tasks}
    if not reasons and case is not None:
        reasons = {item.reason for item in case.ended}
    return min(reasons, key=_GRAVEST.index, default=Reason.COMPLAINT).value
