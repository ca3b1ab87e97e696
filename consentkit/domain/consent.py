"""The life of a permission: statuses, the steps between them, and the fold that tells the present.

Invariants kept here:

1. The status of a leaf at a moment is a fold over events with ``event_time <= at`` and
   ``recorded_time <= known_by``. Nothing is stored that the events already tell.
2. Only ``GIVEN`` and ``RENEWED_GIVEN`` permit. Silence is never given.
3. A step that the table below does not list raises ``StateError``.
4. Withdrawn, invalidated and erased leaves never permit again: a new record supersedes the old.

Status terms: Data Privacy Vocabulary 2.3 (``dpv:ConsentStatus``), with Suspended and Erased added.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from consentkit.domain.evidence import Evidence
from consentkit.domain.party import Controller, Party, checked_text
from consentkit.domain.scope import Permission, Purpose
from consentkit.kernel.errors import MalformedError, StateError
from consentkit.kernel.limits import TEXT_MAX_CHARS
from consentkit.kernel.timebase import TimeRange


class Status(StrEnum):
    """Where one leaf of a record stands."""

    UNKNOWN = "unknown"  # Nothing was asked.
    REQUESTED = "requested"  # The notice was given; no answer is on record.
    DEFERRED = "deferred"  # The partner left or the answer was unclear.
    REFUSED = "refused"  # The partner said no.
    GIVEN = "given"  # The partner said yes.
    RENEWED_GIVEN = "renewed"  # The partner said yes again.
    EXPIRED = "expired"  # The term is over.
    WITHDRAWN = "withdrawn"  # The partner took it back.
    REVOKED = "revoked"  # The creator, platform or agency ended it.
    INVALIDATED = "invalidated"  # Void from the start.
    SUSPENDED = "suspended"  # Doubt or dispute; blocked until cleared.
    ERASED = "erased"  # The data were destroyed; a tombstone stays.


PERMITTING = frozenset({Status.GIVEN, Status.RENEWED_GIVEN})


class Step(StrEnum):
    """What can happen to a leaf."""

    REQUEST = "request"
    GRANT = "grant"
    REFUSE = "refuse"
    DEFER = "defer"
    RENEW = "renew"
    WITHDRAW = "withdraw"
    REVOKE = "revoke"
    SUSPEND = "suspend"
    RESUME = "resume"
    INVALIDATE = "invalidate"
    ERASE = "erase"


class Actor(StrEnum):
    """Who took a step."""

    PARTNER = "partner"
    CREATOR = "creator"
    PLATFORM = "platform"
    AGENCY = "agency"
    AUTHORITY = "authority"


class InvalidReason(StrEnum):
    """Why a permission was void from the start."""

    MINOR = "minor"
    COERCED = "coerced"
    FORGED = "forged"
    FORM_DEFECT = "form_defect"


_ANY = frozenset(Status) - {Status.ERASED}
STEPS: dict[Step, tuple[frozenset[Status], Status]] = {
    Step.REQUEST: (frozenset({Status.UNKNOWN, Status.DEFERRED, Status.REFUSED}), Status.REQUESTED),
    Step.GRANT: (frozenset({Status.REQUESTED}), Status.GIVEN),
    Step.REFUSE: (frozenset({Status.UNKNOWN, Status.REQUESTED}), Status.REFUSED),
    Step.DEFER: (frozenset({Status.REQUESTED}), Status.DEFERRED),
    Step.RENEW: (
        frozenset({Status.GIVEN, Status.RENEWED_GIVEN, Status.EXPIRED}),
        Status.RENEWED_GIVEN,
    ),
    Step.WITHDRAW: (PERMITTING | {Status.SUSPENDED}, Status.WITHDRAWN),
    Step.REVOKE: (PERMITTING, Status.REVOKED),
    Step.SUSPEND: (PERMITTING, Status.SUSPENDED),
    Step.RESUME: (frozenset({Status.SUSPENDED}), Status.GIVEN),
    Step.INVALIDATE: (_ANY - {Status.INVALIDATED}, Status.INVALIDATED),
    Step.ERASE: (_ANY - PERMITTING, Status.ERASED),
}
"""For each step: the statuses it may start from, and where it leads (RESUME: back to before)."""

NEEDS_REASON = frozenset({Step.REVOKE, Step.SUSPEND, Step.RESUME, Step.INVALIDATE, Step.ERASE})

REFUSAL_REST = timedelta(days=30)
"""After a no the creator does not ask again for this long unless the partner begins (1-product)."""


@dataclass(frozen=True, slots=True)
class ConsentEvent:
    """One step that happened to some leaves of a record.

    Attributes:
        step: What happened.
        purposes: The leaves concerned; never empty.
        event_time: When it happened, as claimed by the local clock.
        recorded_time: When it was entered here.
        actor: Who took the step.
        reason: In words; required where ``NEEDS_REASON`` says so.
        reason_code: For INVALIDATE, an ``InvalidReason``.
        new_ends_at: For RENEW, the new end of the term.
    """

    step: Step
    purposes: tuple[Purpose, ...]
    event_time: datetime
    recorded_time: datetime
    actor: Actor
    reason: str = ""
    reason_code: InvalidReason | None = None
    new_ends_at: datetime | None = None

    def __post_init__(self) -> None:
        """Refuse a step that nobody could retrace."""
        if not self.purposes:
            raise MalformedError("event.purposes")
        if self.event_time.tzinfo is None or self.recorded_time.tzinfo is None:
            raise MalformedError("event.time")
        object.__setattr__(self, "reason", checked_text(self.reason, limit=TEXT_MAX_CHARS))
        if self.step in NEEDS_REASON and not self.reason:
            raise MalformedError("event.reason-missing")
        if self.step is Step.INVALIDATE and self.reason_code is None:
            raise MalformedError("event.reason-code-missing")
        if self.step is Step.RENEW and self.new_ends_at is None:
            raise MalformedError("event.renewal-term")


@dataclass(frozen=True, slots=True)
class ConversationLink:
    """A stretch of a recording that a record is about.

    Attributes:
        recording_id: The recording's identifier in this vault.
        recording_sha256: Its digest when it was added.
        conversation_id: The conversation, or empty for a clip marked by hand.
        range: The stretch in seconds of the recording.
    """

    recording_id: str
    recording_sha256: str
    conversation_id: str
    range: TimeRange


@dataclass(frozen=True, slots=True)
class NoticeGiven:
    """The notice that was said, shown or sent to the partner.

    Attributes:
        notice_id: Identifier of the notice text.
        version: Its version; changing a word makes a new one.
        language: BCP 47 tag.
        digest: SHA-256 of the notice resource, hexadecimal.
        manner: "said", "shown" or "sent".
    """

    notice_id: str
    version: str
    language: str
    digest: str
    manner: str = "said"


@dataclass(frozen=True, slots=True)
class ConsentNumber:
    """The number the partner was asked to repeat.

    Attributes:
        digits: Six digits.
        token_sha256: Digest of the time token it was derived from; empty for a random number.
    """

    digits: str
    token_sha256: str = ""

    @property
    def is_bound_to_time(self) -> bool:
        """Whether the number could not have been known before a time token was issued."""
        return bool(self.token_sha256)


@dataclass(frozen=True, slots=True)
class ConsentRecord:
    """What one person agreed to, refused or took back, and what shows it.

    Attributes:
        id: Identifier in this vault.
        party: The person.
        controller: The creator, as the partner was told.
        permissions: The leaves; each purpose at most once.
        links: Conversations and clips the record covers.
        events: All that happened, in the order it was recorded.
        evidence: What shows it.
        notice: The notice that was given, if any.
        number: The consent number, if one was used.
        supersedes: The record this one takes the place of, if any.
        is_on_hold: A legal hold: the record must not be erased.
    """

    id: str
    party: Party
    controller: Controller
    permissions: tuple[Permission, ...]
    links: tuple[ConversationLink, ...] = ()
    events: tuple[ConsentEvent, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    notice: NoticeGiven | None = None
    number: ConsentNumber | None = None
    supersedes: str = ""
    is_on_hold: bool = False

    def __post_init__(self) -> None:
        """Refuse a record without leaves or with one purpose twice."""
        purposes = [leaf.purpose for leaf in self.permissions]
        if not purposes:
            raise MalformedError("record.no-permissions")
        if len(set(purposes)) != len(purposes):
            raise MalformedError("record.purpose-twice")

    @property
    def purposes(self) -> tuple[Purpose, ...]:
        """The purposes of all leaves, in their order."""
        return tuple(leaf.purpose for leaf in self.permissions)

    def permission(self, purpose: Purpose) -> Permission:
        """Return the leaf for ``purpose``.

        Raises:
            MalformedError: The record has no such leaf.
        """
        for leaf in self.permissions:
            if leaf.purpose is purpose:
                return leaf
        raise MalformedError("record.no-such-purpose")


def _known_events(
    record: ConsentRecord, purpose: Purpose, at: datetime, known_by: datetime
) -> Iterable[ConsentEvent]:
    known = (
        event
        for event in record.events
        if purpose in event.purposes and event.recorded_time <= known_by and event.event_time <= at
    )
    return sorted(known, key=lambda event: event.event_time)


def status_at(
    record: ConsentRecord, purpose: Purpose, at: datetime, known_by: datetime | None = None
) -> Status:
    """Return where the leaf for ``purpose`` stood at ``at``, with what was known by ``known_by``.

    Args:
        record: The record.
        purpose: The leaf.
        at: The moment asked about.
        known_by: Only events recorded until then count; default ``at``.

    Raises:
        MalformedError: The record has no such leaf.
    """
    ends_at = record.permission(purpose).term.ends_at
    status = before_suspension = Status.UNKNOWN
    is_void = any(
        event.step is Step.INVALIDATE and purpose in event.purposes
        for event in record.events
        if event.recorded_time <= (known_by or at)
    )
    for event in _known_events(record, purpose, at, known_by or at):
        if event.step is Step.RESUME:
            status = before_suspension
            continue
        if event.step is Step.SUSPEND:
            before_suspension = status
        if event.step is Step.RENEW and event.new_ends_at is not None:
            ends_at = event.new_ends_at
        status = STEPS[event.step][1]
    if is_void and status is not Status.ERASED:
        return Status.INVALIDATED
    if ended := _ended_by(record, purpose, at, known_by or at):
        return status if status is Status.ERASED else ended
    if status in PERMITTING and at >= ends_at:
        return Status.EXPIRED
    return status


def _ended_by(
    record: ConsentRecord, purpose: Purpose, at: datetime, known_by: datetime
) -> Status | None:
    """Return the status of an end that nothing leads back from, whenever it was entered.

    A withdrawal learnt of late, and dated before a renewal, ends the renewed permission too.
    """
    steps = {event.step for event in _known_events(record, purpose, at, known_by)}
    for step in (Step.WITHDRAW, Step.REVOKE):
        if step in steps:
            return STEPS[step][1]
    return None


def present(record: ConsentRecord, now: datetime) -> datetime:
    """Return the moment the present status is asked for: ``now``, but never before an event.

    A clock that was set back must not make a withdrawal that is on record disappear.
    """
    return max([now, *(event.recorded_time for event in record.events)])


def ends_at(record: ConsentRecord, purpose: Purpose) -> datetime:
    """Return when the leaf's term ends, renewals counted."""
    end = record.permission(purpose).term.ends_at
    for event in record.events:
        if event.step is Step.RENEW and purpose in event.purposes and event.new_ends_at:
            end = event.new_ends_at
    return end


def statuses_at(
    record: ConsentRecord, at: datetime, known_by: datetime | None = None
) -> dict[Purpose, Status]:
    """Return the status of every leaf at ``at``."""
    return {purpose: status_at(record, purpose, at, known_by) for purpose in record.purposes}


_SUMMARY_ORDER = (
    Status.INVALIDATED,
    Status.SUSPENDED,
    Status.WITHDRAWN,
    Status.REVOKED,
    Status.GIVEN,
    Status.RENEWED_GIVEN,
    Status.EXPIRED,
    Status.REQUESTED,
    Status.DEFERRED,
    Status.REFUSED,
    Status.ERASED,
    Status.UNKNOWN,
)


def summary_status(record: ConsentRecord, at: datetime) -> Status:
    """Return the one status a table shows: of ``publish`` where it is asked, else the gravest."""
    statuses = statuses_at(record, at)
    if Purpose.PUBLISH in statuses:
        return statuses[Purpose.PUBLISH]
    return min(statuses.values(), key=_SUMMARY_ORDER.index)


def _check_renewal(event: ConsentEvent) -> None:
    if event.new_ends_at is None:
        raise MalformedError("event.renewal-term")
    if event.new_ends_at <= event.event_time:
        raise StateError("consent.renewal-in-the-past")


def check_step(record: ConsentRecord, event: ConsentEvent) -> None:
    """Return if ``event`` may happen to ``record``.

    Raises:
        StateError: A leaf's status does not allow the step, or it lies in the future; the code
            says which rule.
        MalformedError: The record has no such leaf.
    """
    if event.event_time > event.recorded_time:
        raise StateError("event.in-the-future")
    if event.step is Step.ERASE and record.is_on_hold:
        raise StateError("consent.on-hold")
    if event.step is Step.GRANT and record.party.is_adult_stated is not True:
        raise StateError("consent.not-adult")
    if event.step is Step.WITHDRAW and event.actor is not Actor.PARTNER:
        raise StateError("consent.only-partner-withdraws")
    if event.step is Step.RENEW:
        _check_renewal(event)
    allowed, _ = STEPS[event.step]
    for purpose in event.purposes:
        status = status_at(record, purpose, event.event_time, event.recorded_time)
        if status not in allowed:
            raise StateError("consent.step", step=event.step.value, status=status.value)
        if event.step is Step.REQUEST and status is Status.REFUSED:
            _check_rest(record, purpose, event)


def _check_rest(record: ConsentRecord, purpose: Purpose, event: ConsentEvent) -> None:
    refusals = [
        past.event_time
        for past in record.events
        if past.step is Step.REFUSE and purpose in past.purposes
    ]
    if event.actor is not Actor.PARTNER and event.event_time < max(refusals) + REFUSAL_REST:
        raise StateError("consent.refused-recently", days=REFUSAL_REST.days)


def with_event(record: ConsentRecord, event: ConsentEvent) -> ConsentRecord:
    """Return ``record`` after ``event``.

    Raises:
        StateError: The present status does not allow the step.
    """
    check_step(record, event)
    return replace(record, events=(*record.events, event))


def with_events(record: ConsentRecord, events: Iterable[ConsentEvent]) -> ConsentRecord:
    """Return ``record`` after ``events``, one after the other.

    Raises:
        StateError: A step is not allowed where it stands.
    """
    for event in events:
        record = with_event(record, event)
    return record
