"""Checks as a vault keeps them. Names of people are not in them: they are looked up when shown."""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from pathlib import Path

from consentkit.domain.claims import Timeline
from consentkit.domain.clearance import JudgedSpan
from consentkit.domain.coverage import CoverageMap
from consentkit.domain.gate import GateDecision
from consentkit.domain.lineage import Lineage
from consentkit.domain.plan import PublishPlan
from consentkit.domain.recording import Damage, StreamKind
from consentkit.domain.splice import SpliceFinding
from consentkit.kernel.timebase import TimeRange
from consentkit.media.result import ScanResult
from consentkit.services.check_views import ClaimCheck, OwnMark

CARD, BODY, FACTS = "check", "check-body", "edit-facts"
"""Kinds of the documents: the row of the list, the whole check, what a scan found out."""


@dataclass(frozen=True, slots=True)
class EditFacts:
    """What a scan found out about a finished video.

    Attributes:
        sha256: Its digest, hexadecimal.
        size_bytes: Size of the file.
        duration: Its seconds.
        has_picture: It has a picture.
        has_sound: It has sound.
        frame_rate: Frames per second on average; None when it is not known.
        damage: What of it could not be read; nothing in facts kept before this was noted.
        sound_streams: How many streams of sound it has; 0 in facts kept before this was noted.
    """

    sha256: str
    size_bytes: int
    duration: Fraction
    has_picture: bool
    has_sound: bool
    frame_rate: Fraction | None = None
    damage: Damage = Damage()  # noqa: RUF009 -- it cannot be changed
    sound_streams: int = 0

    @property
    def has_unheard_sound(self) -> bool:
        """Whether there are streams of sound beside the one that is listened to."""
        return self.sound_streams > 1


def facts_of_scan(scan: ScanResult) -> EditFacts:
    """Return what a scan says of a finished video."""
    picture = next((item for item in scan.streams if item.kind is StreamKind.VIDEO), None)
    sounds = sum(1 for item in scan.streams if item.kind is StreamKind.AUDIO)
    rate = picture.average_rate if picture is not None else None
    return EditFacts(
        scan.sha256,
        scan.size_bytes,
        scan.duration,
        picture is not None,
        sounds > 0,
        rate,
        scan.damage,
        sounds,
    )


@dataclass(frozen=True, slots=True)
class StoredCard:
    """The row of a check in the list.

    Attributes:
        path: The video.
        sha256: Its digest.
        duration: Its seconds.
        is_passed: Nothing needed a decision.
        undecided_s: Seconds that needed one.
    """

    path: Path
    sha256: str
    duration: Fraction
    is_passed: bool
    undecided_s: Fraction


@dataclass(frozen=True, slots=True)
class StoredCheck:
    """A check with all it takes to judge it anew.

    Attributes:
        id: Identifier.
        path: The video.
        facts: What its scan found out.
        made_at: When its coverage was found.
        judged_at: When it was judged.
        coverage: Where its stretches come from.
        judged: What consent said of them.
        is_passed: Nothing needed a decision.
        reasons: Codes why not.
        undecided_s: Seconds that needed one.
        silent: Where nothing is heard.
        blank: Where nothing is seen.
        own: Stretches declared the creator's own.
        findings: What the splice guard found.
        timeline: The editor's timeline, or None.
        claims: What the media say of it.
        policies: Pack and version that were applied.
        recordings: How many recordings there were to compare with.
        left_out: How many more could not be compared.
        plan: What is to be published where, or None.
        gate: The decision on the plan, or None.
        gate_id: The kept decision with all it rests on; empty when it was not kept.
        lineage: What is known of the video because it was made here of another; else None.
    """

    id: str
    path: Path
    facts: EditFacts
    made_at: datetime
    judged_at: datetime
    coverage: CoverageMap
    judged: tuple[JudgedSpan, ...] = ()
    is_passed: bool = False
    reasons: tuple[str, ...] = ()
    undecided_s: Fraction = Fraction(0)
    silent: tuple[TimeRange, ...] = ()
    blank: tuple[TimeRange, ...] = ()
    own: tuple[OwnMark, ...] = ()
    findings: tuple[SpliceFinding, ...] = ()
    timeline: Timeline | None = None
    claims: tuple[ClaimCheck, ...] = ()
    policies: tuple[tuple[str, str], ...] = ()
    recordings: int = 0
    left_out: int = 0
    plan: PublishPlan | None = None
    gate: GateDecision | None = None
    gate_id: str = ""
    lineage: Lineage | None = None

    @property
    def card(self) -> StoredCard:
        """Its row in the list."""
        return StoredCard(
            self.path, self.facts.sha256, self.facts.duration, self.is_passed, self.undecided_s
        )
