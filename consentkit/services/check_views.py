"""What a check of a finished video shows to front ends: frozen values, codes not sentences."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from fractions import Fraction
from pathlib import Path

from consentkit.domain.claims import ClaimState
from consentkit.domain.clearance import Verdict
from consentkit.domain.coverage import Lane, Span
from consentkit.domain.decision import UNHEARD_SOUND
from consentkit.domain.gate import GateDecision
from consentkit.domain.plan import PublishPlan
from consentkit.domain.recording import Damage
from consentkit.domain.splice import SpliceFinding
from consentkit.kernel.timebase import TimeRange
from consentkit.services.views import Filmstrip, Waveform


@dataclass(frozen=True, slots=True)
class CheckSpan:
    """A stretch of one lane with its source and what consent says of it.

    Attributes:
        span: Where it is from.
        consent_id: The record that was asked; empty without one.
        verdict: What may be done with it.
        reasons: Codes ("core.no-consent"), the gravest first.
        conditions: Codes of conditions the record attaches ("blur_face").
        details: What each reason is about, in their order: a status, "face", "voice", or empty.
    """

    span: Span
    consent_id: str
    verdict: Verdict
    reasons: tuple[str, ...]
    conditions: tuple[str, ...] = ()
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConversationTotal:
    """How much of one conversation is in the edit.

    Attributes:
        conversation_id: The conversation; empty for stretches of a recording outside of any.
        recording_id: Its recording.
        recording_title: Name of the recording.
        partner: Name to show; may be empty.
        consent_id: The record that covers it, or empty.
        picture_s: Seconds seen.
        sound_s: Seconds heard.
        verdict: The strictest verdict of its stretches.
        reasons: Codes of that verdict.
        first_at: Where in the edit it first appears.
    """

    conversation_id: str
    recording_id: str
    recording_title: str
    partner: str
    consent_id: str
    picture_s: Fraction
    sound_s: Fraction
    verdict: Verdict
    reasons: tuple[str, ...]
    first_at: Fraction


@dataclass(frozen=True, slots=True)
class ClaimCheck:
    """One clip of an imported timeline beside what the media show.

    Attributes:
        lane: Picture or sound.
        edit: Where the timeline says it is.
        name: The clip's name in the timeline, as plain text.
        source: The stretch of source the timeline names.
        recording_id: The recording that the name was taken for; empty when none fits.
        state: What the fingerprints say.
    """

    lane: Lane
    edit: TimeRange
    name: str
    source: TimeRange
    recording_id: str
    state: ClaimState


class Outdated(StrEnum):
    """Why a check no longer says how things are."""

    CONSENTS = "consents"  # Permissions or conversations changed its verdicts.
    RECORDINGS = "recordings"  # Recordings were added that footage may be from.


@dataclass(frozen=True, slots=True)
class OwnMark:
    """A stretch the creator declared their own material, by hand.

    Attributes:
        lane: Picture or sound.
        edit: The stretch of the edit.
        reason: Why, in the creator's words.
        marked_at: When.
    """

    lane: Lane
    edit: TimeRange
    reason: str
    marked_at: datetime


@dataclass(frozen=True, slots=True)
class EditCheck:
    """A finished video held against the consents, at one moment.

    Attributes:
        id: Identifier of the check.
        path: The video.
        sha256: Its digest, hexadecimal.
        duration: Its seconds.
        made_at: When it was checked.
        lanes: The lanes it has.
        spans: All stretches, in order of lane and time, without gap or overlap.
        totals: Conversations by first appearance.
        is_passed: Nothing needs a decision.
        reasons: Codes why not, the gravest first.
        undecided_s: Seconds of the edit in which picture or sound needs a decision.
        findings: What the splice guard found.
        claims: Clips of the imported timeline, if one was given.
        is_provisional: From a quick scan; the full one follows.
        filmstrip: Small pictures of the edit.
        waveform: Its loudness.
        policies: Pack and version that were applied.
        own_marks: Stretches declared the creator's own, in order of lane and time.
        outdated: Why it no longer says how things are; empty while it does.
        is_saved: It is in the list of checks; not so where the vault is only read.
        is_missing: The video is not where it was.
        recordings_compared: How many recordings the edit was held against.
        recordings_left_out: How many could not be compared, for want of fingerprints.
        frame_rate: Frames per second on average; None when it is not known.
        plan: What is to be published where; None when no plan was given.
        gate: The decision on the plan, or None.
        gate_id: The kept decision; empty when it was not kept.
        damage: What of the video could not be read.
    """

    id: str
    path: Path
    sha256: str
    duration: Fraction
    made_at: datetime
    lanes: tuple[Lane, ...]
    spans: tuple[CheckSpan, ...]
    totals: tuple[ConversationTotal, ...]
    is_passed: bool
    reasons: tuple[str, ...]
    undecided_s: Fraction
    findings: tuple[SpliceFinding, ...] = ()
    claims: tuple[ClaimCheck, ...] = ()
    is_provisional: bool = False
    filmstrip: Filmstrip = field(default_factory=Filmstrip)
    waveform: Waveform = field(default_factory=Waveform)
    policies: tuple[tuple[str, str], ...] = ()
    own_marks: tuple[OwnMark, ...] = ()
    outdated: frozenset[Outdated] = frozenset()
    is_saved: bool = True
    is_missing: bool = False
    recordings_compared: int = 0
    recordings_left_out: int = 0
    frame_rate: Fraction | None = None
    plan: PublishPlan | None = None
    gate: GateDecision | None = None
    gate_id: str = ""
    damage: Damage = Damage()  # noqa: RUF009 -- it cannot be changed

    @property
    def has_unheard_sound(self) -> bool:
        """Whether it has streams of sound beside the one that was listened to."""
        return UNHEARD_SOUND in self.reasons


@dataclass(frozen=True, slots=True)
class CheckCard:
    """One row of the list of checks.

    Attributes:
        id: Identifier of the check.
        path: The video.
        made_at: When it was checked.
        duration: Its seconds.
        is_passed: Nothing needed a decision then.
        undecided_s: Seconds that needed one.
        is_missing: The video is not where it was.
        thumbnail: One JPEG, or empty.
    """

    id: str
    path: Path
    made_at: datetime
    duration: Fraction
    is_passed: bool
    undecided_s: Fraction
    is_missing: bool = False
    thumbnail: bytes = b""
