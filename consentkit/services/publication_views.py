"""What hand-over, publications, withdrawals and complaints show to front ends: codes, not words."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from fractions import Fraction
from pathlib import Path

from consentkit.domain.coverage import Lane
from consentkit.domain.obligations import Ended, Measure, ReachKind, TaskState
from consentkit.kernel.timebase import TimeRange

__all__ = [
    "ChecklistLine",
    "ComplaintKit",
    "HandOver",
    "HandOverStep",
    "Measure",
    "Publication",
    "Reach",
    "ReachKind",
    "ReachTask",
    "TaskState",
]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class HandOverStep(StrEnum):
    """One line of the checklist of a hand-over."""

    SAME_FILE = "same_file"  # The file is the one that was checked.
    GATE_PASSED = "gate_passed"  # The plan passes.
    PROOF_EXPORTED = "proof_exported"  # A proof of every record is exported.
    TIME_PROVEN = "time_proven"  # A time token covers every record.
    AUDIENCE = "audience"  # Made for kids is answered as planned.
    ALTERED = "altered"  # The mark for altered content is set as planned.
    SPONSOR = "sponsor"  # The mark for paid promotion is set as planned.
    THUMBNAIL = "thumbnail"  # The thumbnail shows whom the plan names.
    BIND = "bind"  # The video's link is brought back here.


@dataclass(frozen=True, slots=True)
class ChecklistLine:
    """One line of the checklist.

    Attributes:
        step: What is to be looked at.
        is_done: It holds by what the app knows; None where only a person can tell.
        detail: A value for the sentence; empty without one.
    """

    step: HandOverStep
    is_done: bool | None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class HandOver:
    """All that is needed to publish a checked video by hand.

    Attributes:
        check_id: The check.
        path: The file.
        sha256: Its digest, hexadecimal.
        is_allowed: The gate passes and the file is the one that was checked.
        proof_id: Short identifier to print in the description.
        title: Proposed title.
        description: Proposed description; holds ``proof_id`` where the plan passes.
        tags: Proposed tags.
        checklist: What to look at.
        url: Where the platform takes the video; HTTPS.
    """

    check_id: str
    path: Path
    sha256: str
    is_allowed: bool
    proof_id: str
    title: str
    description: str
    tags: tuple[str, ...]
    checklist: tuple[ChecklistLine, ...]
    url: str


@dataclass(frozen=True, slots=True)
class Publication:
    """A video that was published, bound to its check.

    Attributes:
        id: Identifier here.
        platform: Lower-case name ("youtube").
        video_id: The platform's identifier of the video.
        url: Link to it.
        check_id: The check it is bound to; empty when that was removed.
        sha256: Digest of the file that was checked.
        title: Its title.
        published_at: When it was published, as stated.
        bound_at: When it was entered here.
        consent_ids: The records of everybody in it.
        taken_down_at: When it was taken down; None while it is up.
        proof_id: Short identifier in its description; empty without a decision of the gate.
        override: Why it was bound although it did not pass or is another file; empty otherwise.
    """

    id: str
    platform: str
    video_id: str
    url: str
    check_id: str
    sha256: str
    title: str
    published_at: datetime
    bound_at: datetime
    consent_ids: tuple[str, ...] = ()
    taken_down_at: datetime | None = None
    proof_id: str = ""
    override: str = ""


@dataclass(frozen=True, slots=True)
class ReachTask:
    """One thing that a withdrawal, an invalidation or a complaint concerns, with its clock.

    Attributes:
        id: Stable within its reach.
        kind: What it is.
        name: Title or file name to show.
        publication_id: The publication, where it is one.
        check_id: The check, where there is one.
        lanes: Where the person is in it.
        ranges: Stretches, in seconds of what it is about.
        url: Link to the first stretch; empty where there is none.
        due_at: Until when it must be done.
        state: Where it stands.
        remedies: What can be done, the best first.
        done_at: When it was done; None while it is open.
        done_by: The remedy that was chosen; empty while it is open.
        reason: Why it has to be done, one of ``obligations.Reason``.
        complaint_id: The complaint, where it is one.
        stretches: The stretches lane by lane.
        since: When its clock began.
        left: The ends it is still open for, what is due first at first; empty when it is done.
    """

    id: str
    kind: ReachKind
    name: str
    publication_id: str
    check_id: str
    lanes: frozenset[Lane]
    ranges: tuple[TimeRange, ...]
    url: str
    due_at: datetime
    state: TaskState
    remedies: tuple[Measure, ...]
    done_at: datetime | None = None
    done_by: str = ""
    reason: str = ""
    complaint_id: str = ""
    stretches: tuple[tuple[Lane, TimeRange], ...] = ()
    since: datetime = _EPOCH
    left: tuple[Ended, ...] = ()


@dataclass(frozen=True, slots=True)
class Reach:
    """All that one person's withdrawal concerns.

    Attributes:
        consent_id: The record; empty for a complaint by somebody without one.
        partner: Name to show; may be empty.
        reason: Why: one of ``obligations.Reason``.
        since: When the clock began.
        due_at: The earliest moment by which something must be done.
        tasks: All of them, what is late first.
        is_complete: Nothing is open.
        complaint_id: The complaint, where ``consent_id`` is empty.
    """

    consent_id: str
    partner: str
    reason: str
    since: datetime
    due_at: datetime
    tasks: tuple[ReachTask, ...]
    is_complete: bool
    complaint_id: str = ""

    @property
    def key(self) -> str:
        """What it is asked for by: the record, or the complaint."""
        return self.consent_id or self.complaint_id


@dataclass(frozen=True, slots=True)
class ComplaintKit:
    """What is known about one moment of a published video.

    Attributes:
        publication: The video.
        at: The second complained about.
        consent_ids: The records of those who are seen or heard then.
        partners: Names to show, in their order; may be empty.
        recording_id: The recording it comes from; empty when unknown.
        source_at: Second of the recording; None when unknown.
        stretches: Stretches of the video with these persons, by lane.
        statuses: What each record's permission to publish says at this moment.
        evidence_ids: Excerpts that show the answers.
        remedies: What can be done, the best first.
        reply: Draft of a reply in the partner's language.
        language: BCP 47 tag of the draft.
        due_at: Until when to answer.
        id: The complaint as it is kept; empty in a vault that is only read.
        conversation_ids: Conversations of persons without a record who are seen or heard then.
        received_at: When it was entered.
        closed_at: When it was closed; None while it is open.
        closed_by: The measure that closed it.
    """

    publication: Publication
    at: Fraction
    consent_ids: tuple[str, ...]
    partners: tuple[str, ...]
    recording_id: str
    source_at: Fraction | None
    stretches: tuple[tuple[Lane, TimeRange], ...]
    statuses: tuple[str, ...]
    evidence_ids: tuple[str, ...]
    remedies: tuple[Measure, ...]
    reply: str
    language: str
    due_at: datetime
    id: str = ""
    conversation_ids: tuple[str, ...] = ()
    received_at: datetime | None = None
    closed_at: datetime | None = None
    closed_by: str = ""
