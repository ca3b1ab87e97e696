"""What the gate sees: a finished video, a plan, and of each person what rules ask for.

No name, no contact and no free text of a person is in these values, so that a decision can be kept
for as long as it may be asked about, also when the person's record was erased.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction

from consentkit.domain.clearance import JudgedSpan
from consentkit.domain.consent import (
    PERMITTING,
    Actor,
    ConsentEvent,
    ConsentRecord,
    InvalidReason,
    NoticeGiven,
    Status,
    Step,
    status_at,
)
from consentkit.domain.evidence import EXCERPT_MARGIN, Answer, Evidence, EvidenceKind, Fact
from consentkit.domain.plan import PublishPlan
from consentkit.domain.report import Outcome
from consentkit.domain.scope import Condition, DataCategory, LegalBasis, Permission, Purpose
from consentkit.domain.splice import SpliceFinding
from consentkit.kernel.errors import MalformedError
from consentkit.kernel.timebase import TimeRange

ONE_CONVERSATION = timedelta(hours=12)
"""Askings closer than this belong to one conversation; longer chats with one person are rare."""

EDGE = Fraction(1, 2)
"""Seconds by which an excerpt may miss a margin: streams begin and end at different packets."""


@dataclass(frozen=True, slots=True)
class LeafFacts:
    """One permission as it stands at the moment of publication.

    Attributes:
        purpose: Its purpose.
        status: Where it stands then.
        data: What of the person is used.
        platforms: Platforms it names.
        channels: Channels it names; empty for every channel of the creator.
        territory: Where it holds.
        conditions: What must be done before use.
        has_own_condition: The person set a condition in words.
        basis: Consent or contract.
        starts_at: Beginning of the term.
        ends_at: End of the term, renewals counted.
        affirmed_at: When the person last said yes; None if never.
    """

    purpose: Purpose
    status: Status
    data: frozenset[DataCategory]
    platforms: tuple[str, ...]
    channels: tuple[str, ...]
    territory: tuple[str, ...]
    conditions: frozenset[Condition]
    has_own_condition: bool
    basis: LegalBasis
    starts_at: datetime
    ends_at: datetime
    affirmed_at: datetime | None

    @property
    def is_permitting(self) -> bool:
        """Whether its status permits."""
        return self.status in PERMITTING


@dataclass(frozen=True, slots=True)
class EvidenceFacts:
    """One piece of evidence.

    Attributes:
        kind: What it is.
        recording_id: The recording an excerpt is from; empty for other kinds.
        heard: What a listener heard as the answer; None for other kinds.
        answer_end: Second of the recording at which the answer ends.
        holds_answer: Question and answer lie in the excerpt.
        has_margins: So do five seconds around them; None when the recording's length is unknown.
        is_same_recording: Its recording is the one that was linked; None when that is unknown.
    """

    kind: EvidenceKind
    recording_id: str = ""
    heard: Answer | None = None
    answer_end: Fraction | None = None
    holds_answer: bool = False
    has_margins: bool | None = None
    is_same_recording: bool | None = None


@dataclass(frozen=True, slots=True)
class RecordChecks:
    """What was verified about a record when the decision was made.

    Attributes:
        signature: The issuer's signature on its newest receipt.
        log: The receipt is in the log, under a signed head.
        digests: Its sealed evidence is what its digests say.
        proof: A proof was built and verified.
        proven_at: When the earliest trusted time token, demonstrations left out, covers the newest
            entry; None without one.
        is_time_pending: A token was asked for and is still to come.
    """

    signature: Outcome = Outcome.NOT_CHECKED
    log: Outcome = Outcome.NOT_CHECKED
    digests: Outcome = Outcome.NOT_CHECKED
    proof: Outcome = Outcome.NOT_CHECKED
    proven_at: datetime | None = None
    is_time_pending: bool = False


@dataclass(frozen=True, slots=True)
class RecordingFacts:
    """What is known of a recording that evidence is from.

    Attributes:
        sha256: Digest of the file in the library.
        duration: Its seconds.
    """

    sha256: str
    duration: Fraction


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """One person who is in the video or its thumbnail, as a record tells of them.

    Attributes:
        consent_id: The record.
        country: ISO 3166-1 alpha-2 code as claimed; None when it was not said.
        languages: BCP 47 tags the person spoke.
        is_adult_stated: As the person said; None when not asked.
        leaves: The permissions.
        notice: The notice that was given.
        noticed_at: When it was given; None when that is not on record.
        has_controller_name: The person was told who asks.
        has_contact: The person was told how to reach the creator.
        times_asked: Most askings by the creator within one conversation.
        withdrawn_at: When the person first took something back; None if never.
        invalid_reasons: Why the record was void from the start.
        evidence: What shows it.
        shown: The facts that hold about it.
        checks: What was verified.
    """

    consent_id: str
    country: str | None
    languages: tuple[str, ...]
    is_adult_stated: bool | None
    leaves: tuple[LeafFacts, ...]
    notice: NoticeGiven | None
    noticed_at: datetime | None
    has_controller_name: bool
    has_contact: bool
    times_asked: int
    withdrawn_at: datetime | None
    invalid_reasons: frozenset[InvalidReason]
    evidence: tuple[EvidenceFacts, ...]
    shown: frozenset[Fact]
    checks: RecordChecks

    def leaf(self, purpose: Purpose) -> LeafFacts | None:
        """Return the permission for ``purpose``, or None."""
        return next((leaf for leaf in self.leaves if leaf.purpose is purpose), None)

    def has_kind(self, kinds: frozenset[EvidenceKind]) -> bool:
        """Return whether evidence of one of ``kinds`` is there."""
        return any(item.kind in kinds for item in self.evidence)


@dataclass(frozen=True, slots=True)
class GateFacts:
    """All that a decision rests on; the same facts and packs give the same decision.

    Attributes:
        plan: What is to be published.
        at: The moment of publication for which consent is asked.
        known_by: Only what was recorded until then counted.
        spans: What consent says of every stretch at ``at``.
        people: Every person whose record was asked, and those of thumbnail and title.
        checked_sha256: Digest of the file whose coverage was found.
        file_sha256: Digest of the file as it is now; empty when it was not read.
        splices: What the splice guard found; None when it did not look.
        is_provisional: The coverage comes from a quick scan.
        has_unheard_sound: The video has streams of sound that nobody listened to.
    """

    plan: PublishPlan
    at: datetime
    known_by: datetime
    spans: tuple[JudgedSpan, ...]
    people: tuple[PersonFacts, ...]
    checked_sha256: str
    file_sha256: str
    splices: tuple[SpliceFinding, ...] | None
    is_provisional: bool = False
    has_unheard_sound: bool = False

    def __post_init__(self) -> None:
        """Refuse facts without time zones, with one person twice, or with one left out."""
        if self.at.tzinfo is None or self.known_by.tzinfo is None:
            raise MalformedError("gate.time")
        ids = [person.consent_id for person in self.people]
        if len(set(ids)) != len(ids):
            raise MalformedError("gate.person-twice")
        if not {one for item in self.spans for one in item.consent_ids} <= set(ids):
            raise MalformedError("gate.person-missing")


def planned_moment(plan: PublishPlan, now: datetime) -> datetime:
    """Return the moment for which consent is asked: that of the plan, but never a past one.

    Args:
        plan: The plan.
        now: The present, as ``judging_moment`` gives it.
    """
    return now if plan.publish_at is None else max(now, plan.publish_at)


def person_facts(
    record: ConsentRecord,
    at: datetime,
    known_by: datetime,
    *,
    shown: frozenset[Fact],
    checks: RecordChecks,
    recordings: Mapping[str, RecordingFacts],
    former: Iterable[ConsentRecord] = (),
) -> PersonFacts:
    """Return what rules may ask about the person of a record.

    Args:
        record: The record.
        at: The moment of publication.
        known_by: Only events recorded until then count.
        shown: The facts that hold about it, as ``facts_of`` gives them.
        checks: What was verified.
        recordings: Those its evidence is from, as far as they are in the library.
        former: Records that it supersedes, whose askings count too.
    """
    known = _known(record, at, known_by)
    linked = {link.recording_id: link.recording_sha256 for link in record.links}
    asked = [event for one in (record, *former) for event in _known(one, at, known_by)]
    requests = [event.event_time for event in known if event.step is Step.REQUEST]
    return PersonFacts(
        consent_id=record.id,
        country=record.party.country,
        languages=record.party.languages,
        is_adult_stated=record.party.is_adult_stated,
        leaves=tuple(_leaf(record, leaf, known, at, known_by) for leaf in record.permissions),
        notice=record.notice,
        noticed_at=min(requests, default=None),
        has_controller_name=bool(record.controller.name),
        has_contact=bool(record.controller.contact),
        times_asked=_times_asked(asked),
        withdrawn_at=min(
            (event.event_time for event in known if event.step is Step.WITHDRAW), default=None
        ),
        invalid_reasons=frozenset(
            event.reason_code
            for event in record.events
            if event.reason_code is not None and event.recorded_time <= known_by
        ),
        evidence=tuple(_evidence(item, linked, recordings) for item in record.evidence),
        shown=shown,
        checks=checks,
    )


def _known(record: ConsentRecord, at: datetime, known_by: datetime) -> list[ConsentEvent]:
    return [
        event
        for event in record.events
        if event.event_time <= at and event.recorded_time <= known_by
    ]


def _leaf(
    record: ConsentRecord,
    leaf: Permission,
    known: Iterable[ConsentEvent],
    at: datetime,
    known_by: datetime,
) -> LeafFacts:
    mine = [event for event in known if leaf.purpose in event.purposes]
    renewals = [event.new_ends_at for event in mine if event.step is Step.RENEW]
    yes = [event.event_time for event in mine if event.step in {Step.GRANT, Step.RENEW}]
    return LeafFacts(
        leaf.purpose,
        status_at(record, leaf.purpose, at, known_by),
        leaf.data,
        leaf.platforms,
        leaf.channels,
        leaf.territory,
        leaf.conditions,
        bool(leaf.condition_text),
        leaf.basis,
        leaf.term.starts_at,
        (renewals[-1] if renewals else None) or leaf.term.ends_at,
        max(yes, default=None),
    )


def _times_asked(events: Iterable[ConsentEvent]) -> int:
    """Return the most askings by the creator within one conversation."""
    moments = sorted({
        event.event_time
        for event in events
        if event.step is Step.REQUEST and event.actor is Actor.CREATOR
    })
    return max(
        (
            sum(1 for later in moments[place:] if later - first < ONE_CONVERSATION)
            for place, first in enumerate(moments)
        ),
        default=0,
    )


def _evidence(
    item: Evidence, linked: Mapping[str, str], recordings: Mapping[str, RecordingFacts]
) -> EvidenceFacts:
    spoken = item.spoken
    if spoken is None:
        return EvidenceFacts(item.kind)
    held = item.source_range or TimeRange(Fraction(0), Fraction(0))
    recording = recordings.get(spoken.recording_id)
    link = linked.get(spoken.recording_id)
    is_same = None if recording is None or link is None else recording.sha256 == link
    return EvidenceFacts(
        item.kind,
        spoken.recording_id,
        spoken.heard,
        spoken.answer.end,
        held.encloses(spoken.whole),
        _has_margins(held, spoken.whole, recording),
        is_same,
    )


def _has_margins(
    held: TimeRange, whole: TimeRange, recording: RecordingFacts | None
) -> bool | None:
    wanted = whole.widened(EXCERPT_MARGIN, whole.end + EXCERPT_MARGIN)
    if _encloses(held, wanted):
        return True
    if recording is None:
        return None
    return _encloses(held, whole.widened(EXCERPT_MARGIN, recording.duration))


def _encloses(held: TimeRange, wanted: TimeRange) -> bool:
    return held.start <= wanted.start + EDGE and wanted.end <= held.end + EDGE
