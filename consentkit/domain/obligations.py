"""What has to be done when a permission ends or somebody complains, about what, and until when.

Invariants kept here:

1. What is due depends on the arguments alone: records, uses and the moment asked about.
2. A clock begins when the thing happened, not when it was entered here.
3. A measure closes a task only for the end it was taken for: a later end opens it again.
4. A video that was taken down asks for nothing more.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from consentkit.domain.consent import (
    ConsentRecord,
    Status,
    Step,
    ends_at,
    present,
    statuses_at,
)
from consentkit.domain.coverage import Lane
from consentkit.domain.scope import Purpose
from consentkit.kernel.errors import MalformedError
from consentkit.kernel.timebase import TimeRange


class Reason(StrEnum):
    """Why something has to be done."""

    WITHDRAWN = "withdrawn"  # The person took the permission back.
    INVALIDATED = "invalidated"  # It was void from the start.
    REVOKED = "revoked"  # The creator, platform or agency ended it.
    SUSPENDED = "suspended"  # It is in doubt.
    EXPIRED = "expired"  # Its term is over.
    ERASED = "erased"  # The record was erased while the material was still out.
    COMPLAINT = "complaint"  # Somebody complained about a published video.


STOP_CLOCK = timedelta(hours=3 * 24)
"""Time to stop processing after a withdrawal. Source: UU 27/2022 (3 x 24 hours; the article's
number is not verified). Where the creator ends a permission, or erases a record, it is kept too."""

COMPLAINT_CLOCK = timedelta(hours=48)
"""Time YouTube gives an uploader to act on a privacy complaint. Source: YouTube Help 2801895."""

AT_ONCE = timedelta(0)

CLOCKS = {
    Reason.WITHDRAWN: STOP_CLOCK,
    Reason.REVOKED: STOP_CLOCK,
    Reason.ERASED: STOP_CLOCK,
    Reason.COMPLAINT: COMPLAINT_CLOCK,
    Reason.INVALIDATED: AT_ONCE,
    Reason.SUSPENDED: AT_ONCE,
    Reason.EXPIRED: AT_ONCE,
}
"""How long there is from the moment a reason arose."""


class ReachKind(StrEnum):
    """What a task is about."""

    RANGE = "range"  # A stretch of a published video.
    THUMBNAIL = "thumbnail"  # The thumbnail or title of a published video.
    MONEY = "money"  # Advertisements or a sponsor of a published video.
    CLIP = "clip"  # A stretch of a checked video that was not published yet.
    RECORDING = "recording"  # The stretch of the recording itself.
    PROOF = "proof"  # A proof that was handed out.
    COMPLAINT = "complaint"  # A complaint that waits for an answer.


class Measure(StrEnum):
    """What can be done about a task."""

    TAKE_DOWN = "take_down"  # The video is taken off the platform, or made private.
    CUT = "cut"  # The stretch is cut from the video.
    BLUR = "blur"  # The face is blurred.
    MUTE = "mute"  # The voice is muted.
    REPLACE = "replace"  # Thumbnail or title are replaced.
    STOP_ADS = "stop_ads"  # The video earns no more money with the person.
    DELETE = "delete"  # The file, or its stretch, is deleted.
    INFORM = "inform"  # Whoever has the proof is told, or gets a new one.
    ASK_AGAIN = "ask_again"  # The person agreed anew.
    ANSWER = "answer"  # The complaint is answered with what shows the permission.
    KEEP = "keep"  # It stays as it is, with a reason.


MEASURES = {
    ReachKind.RANGE: (Measure.TAKE_DOWN, Measure.CUT, Measure.BLUR, Measure.MUTE),
    ReachKind.THUMBNAIL: (Measure.REPLACE, Measure.TAKE_DOWN),
    ReachKind.MONEY: (Measure.STOP_ADS, Measure.TAKE_DOWN),
    ReachKind.CLIP: (Measure.CUT, Measure.BLUR, Measure.MUTE, Measure.DELETE),
    ReachKind.RECORDING: (Measure.DELETE,),
    ReachKind.PROOF: (Measure.INFORM,),
    ReachKind.COMPLAINT: (
        Measure.TAKE_DOWN,
        Measure.CUT,
        Measure.BLUR,
        Measure.MUTE,
        Measure.ANSWER,
    ),
}
"""What helps with each kind, the surest first."""

_RENEWABLE = frozenset({Reason.EXPIRED, Reason.SUSPENDED, Reason.REVOKED})
"""After these a person may be asked anew; after a withdrawal the creator does not begin."""


class TaskState(StrEnum):
    """Where a task stands."""

    OPEN = "open"
    LATE = "late"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Ended:
    """A purpose that no longer permits anything.

    Attributes:
        purpose: The purpose.
        reason: Why.
        since: When that happened.
    """

    purpose: Purpose
    reason: Reason
    since: datetime

    def __post_init__(self) -> None:
        """Refuse an end without a clock."""
        if self.since.tzinfo is None:
            raise MalformedError("obligation.time")

    @property
    def due_at(self) -> datetime:
        """Until when something must be done."""
        return self.since + CLOCKS[self.reason]


@dataclass(frozen=True, slots=True)
class Use:
    """Where one person is in one video.

    Attributes:
        picture: Stretches in which the person is seen.
        sound: Stretches in which the person is heard.
        is_shown: The person is in the thumbnail or named in the title.
        earns: The video earns money with advertisements or for a sponsor.
    """

    picture: tuple[TimeRange, ...] = ()
    sound: tuple[TimeRange, ...] = ()
    is_shown: bool = False
    earns: frozenset[Purpose] = frozenset()

    @property
    def is_present(self) -> bool:
        """Whether the person is seen or heard in it."""
        return bool(self.picture or self.sound)

    @property
    def lanes(self) -> frozenset[Lane]:
        """The lanes the person is in."""
        lanes = ((Lane.PICTURE, self.picture), (Lane.SOUND, self.sound))
        return frozenset(lane for lane, ranges in lanes if ranges)


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing that has to be done.

    Attributes:
        kind: What it is about.
        subject: Identifier of the publication, check, recording, proof or complaint.
        ends: What asks for it, what is due first at the beginning; one at least.
        measures: What can be done, the surest first.
    """

    kind: ReachKind
    subject: str
    ends: tuple[Ended, ...]
    measures: tuple[Measure, ...]

    @property
    def end(self) -> Ended:
        """Of what asks for it the one that is due first."""
        return self.ends[0]

    @property
    def id(self) -> str:
        """Name of the task, the same as long as it is about the same thing."""
        return f"{self.kind.value}.{self.subject}"


@dataclass(frozen=True, slots=True)
class Taken:
    """A measure that was taken.

    Attributes:
        task_id: The task.
        measure: What was done.
        done_at: When.
        reason: What it was done for.
        since: When that had happened.
        note: Why it stays, for ``KEEP``; in words.
        kind: What the task was about.
        subject: Identifier of what it was about.
    """

    task_id: str
    measure: Measure
    done_at: datetime
    reason: Reason
    since: datetime
    note: str = ""
    kind: ReachKind | None = None
    subject: str = ""


_REASON_OF = {
    Status.WITHDRAWN: Reason.WITHDRAWN,
    Status.REVOKED: Reason.REVOKED,
    Status.INVALIDATED: Reason.INVALIDATED,
    Status.SUSPENDED: Reason.SUSPENDED,
    Status.EXPIRED: Reason.EXPIRED,
}
_STEP_OF = {
    Status.WITHDRAWN: Step.WITHDRAW,
    Status.REVOKED: Step.REVOKE,
    Status.INVALIDATED: Step.INVALIDATE,
    Status.SUSPENDED: Step.SUSPEND,
}


def ended_purposes(record: ConsentRecord, now: datetime) -> tuple[Ended, ...]:
    """Return the purposes of a record that were asked for once and permit nothing any more.

    A purpose that was refused or never answered is none of them.

    Args:
        record: The record.
        now: The present.
    """
    found: list[Ended] = []
    for purpose, status in statuses_at(record, present(record, now)).items():
        reason = _REASON_OF.get(status)
        if reason is None:
            continue
        since = (
            ends_at(record, purpose)
            if status is Status.EXPIRED
            else _happened(record, purpose, _STEP_OF[status])
        )
        found.append(Ended(purpose, reason, since))
    return tuple(found)


def _happened(record: ConsentRecord, purpose: Purpose, step: Step) -> datetime:
    """Return when a purpose ended: the first time, or the last one for a suspension."""
    moments = [
        event.event_time
        for event in record.events
        if event.step is step and purpose in event.purposes
    ]
    return max(moments) if step is Step.SUSPEND else min(moments)


def erased_purposes(
    purposes: Iterable[Purpose], before: Sequence[Ended], now: datetime
) -> tuple[Ended, ...]:
    """Return the ends of an erased record: those it had, and the rest ended by the erasure."""
    known = {item.purpose for item in before}
    rest = (Ended(one, Reason.ERASED, now) for one in purposes if one not in known)
    return (*before, *rest)


def _ends_of(ended: Iterable[Ended], purposes: Iterable[Purpose]) -> tuple[Ended, ...]:
    """Return the ends among ``purposes``, what is due first at the beginning."""
    wanted = frozenset(purposes)
    found = [item for item in ended if item.purpose in wanted]
    return tuple(sorted(found, key=lambda item: (item.due_at, item.since)))


def _not_expired(ended: Iterable[Ended]) -> list[Ended]:
    return [item for item in ended if item.reason is not Reason.EXPIRED]


def _duty(kind: ReachKind, subject: str, ends: tuple[Ended, ...]) -> Duty:
    measures = MEASURES[kind]
    if all(end.reason in _RENEWABLE for end in ends) and kind is not ReachKind.PROOF:
        measures = (*measures, Measure.ASK_AGAIN)
    return Duty(kind, subject, ends, (*measures, Measure.KEEP))


def duties_of_publication(ended: Sequence[Ended], subject: str, use: Use) -> tuple[Duty, ...]:
    """Return what has to be done about a published video in which a person is."""
    found: list[Duty] = []
    of_publishing = _ends_of(ended, [Purpose.PUBLISH])
    if of_publishing and use.is_present:
        found.append(_duty(ReachKind.RANGE, subject, of_publishing))
    shown = _ends_of(ended, [Purpose.PUBLISH, Purpose.THUMBNAIL])
    if shown and use.is_shown:
        found.append(_duty(ReachKind.THUMBNAIL, subject, shown))
    # Whoever is taken out of the video altogether earns it nothing either.
    money = () if of_publishing else _ends_of(ended, use.earns)
    if money and use.is_present:
        found.append(_duty(ReachKind.MONEY, subject, money))
    return tuple(found)


def duty_of_clip(ended: Sequence[Ended], subject: str, use: Use) -> Duty | None:
    """Return what has to be done about a checked video that was not published, or None."""
    ends = _ends_of(ended, [Purpose.PUBLISH])
    return _duty(ReachKind.CLIP, subject, ends) if ends and use.is_present else None


def duty_of_recording(
    ended: Sequence[Ended], purposes: Iterable[Purpose], subject: str
) -> Duty | None:
    """Return what has to be done about a stretch of a recording, or None where it may be kept.

    It may be kept as long as the person's permission to keep or record it stands. Where neither
    was asked for, it was kept for publishing alone. The end of a term alone asks for nothing here:
    for how long files are kept is the matter of erasing, not of what is published.

    Args:
        ended: The purposes that ended.
        purposes: All purposes of the record.
        subject: The recording.
    """
    keeping = {Purpose.KEEP, Purpose.RECORD}
    asked = keeping & set(purposes)
    ends = _ends_of(_not_expired(ended), asked or [Purpose.PUBLISH])
    return _duty(ReachKind.RECORDING, subject, ends) if ends else None


def duty_of_proof(ended: Sequence[Ended], subject: str, made_at: datetime) -> Duty | None:
    """Return what has to be done about a proof that was handed out, or None.

    A proof that was made after the end says so itself, and every proof says when a term ends.
    """
    later = [item for item in _not_expired(ended) if item.since >= made_at]
    ends = _ends_of(later, Purpose)
    return _duty(ReachKind.PROOF, subject, ends) if ends else None


def duty_of_complaint(subject: str, received_at: datetime) -> Duty:
    """Return what has to be done about a complaint."""
    end = Ended(Purpose.PUBLISH, Reason.COMPLAINT, received_at)
    return Duty(ReachKind.COMPLAINT, subject, (end,), MEASURES[ReachKind.COMPLAINT])


def taken_for(duty: Duty, taken: Iterable[Taken]) -> Taken | None:
    """Return the newest measure that closes a task, or None.

    There must be one for each of the very ends that ask for it: what was done about advertisements
    does nothing about a sponsor whose permission ended later.
    """
    found = [item for item in taken if item.task_id == duty.id]
    if left_of(duty, found):
        return None
    return max(
        (item for item in found if any(_is_for(item, end) for end in duty.ends)),
        key=lambda item: item.done_at,
    )


def left_of(duty: Duty, taken: Iterable[Taken]) -> tuple[Ended, ...]:
    """Return the ends of a task that no measure was taken for yet, what is due first at first."""
    found = [item for item in taken if item.task_id == duty.id]
    return tuple(end for end in duty.ends if not any(_is_for(item, end) for item in found))


def _is_for(taken: Taken, end: Ended) -> bool:
    return taken.reason is end.reason and taken.since == end.since


def state_of(due_at: datetime, now: datetime, *, is_done: bool) -> TaskState:
    """Return where a task stands at ``now``; the last moment is still in time."""
    if is_done:
        return TaskState.DONE
    return TaskState.LATE if now > due_at else TaskState.OPEN
