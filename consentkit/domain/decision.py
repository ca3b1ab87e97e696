"""Whether a judged video still needs a decision, and how much of whom is in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from consentkit.domain.clearance import JudgedSpan
from consentkit.domain.coverage import Lane
from consentkit.domain.policy import PASSING, PolicyPack, Verdict, strictest, strictness
from consentkit.kernel.timebase import TimeRange, union

PROVISIONAL = "core.provisional"
"""Reason of a decision that rests on a quick scan: it never passes."""

UNHEARD_SOUND = "core.unheard-sound"
"""Reason of a decision on a video with streams of sound that nobody listened to."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether anything in the video still needs a decision.

    Attributes:
        is_passed: Every stretch is cleared or own, all sound was listened to, and the check is not
            provisional.
        reasons: Codes why not, the gravest first.
        undecided: Stretches of the edit in which picture or sound needs a decision.
    """

    is_passed: bool
    reasons: tuple[str, ...]
    undecided: tuple[TimeRange, ...]

    @property
    def undecided_s(self) -> Fraction:
        """Seconds of the edit in which picture or sound needs a decision."""
        return sum((item.duration for item in self.undecided), Fraction(0))


@dataclass(frozen=True, slots=True)
class ConversationUse:
    """How much of one conversation is in the edit.

    Attributes:
        recording_id: Its recording.
        conversation_id: The conversation; empty for stretches of the recording outside of any.
        consent_id: The record with the strictest answer, or empty.
        picture_s: Seconds seen.
        sound_s: Seconds heard.
        verdict: The strictest verdict of its stretches.
        reasons: Codes of all stretches, the gravest first.
        first_at: Second of the edit at which it first appears.
    """

    recording_id: str
    conversation_id: str
    consent_id: str
    picture_s: Fraction
    sound_s: Fraction
    verdict: Verdict
    reasons: tuple[str, ...]
    first_at: Fraction


def decide(
    judged: Iterable[JudgedSpan],
    pack: PolicyPack,
    *,
    is_provisional: bool,
    has_unheard_sound: bool = False,
) -> Decision:
    """Return whether anything still needs a decision.

    Args:
        judged: All spans of an edit.
        pack: The rules by which they were judged.
        is_provisional: The spans come from a quick scan.
        has_unheard_sound: There are streams of sound that nobody listened to.
    """
    open_spans = [item for item in judged if item.verdict not in PASSING]
    codes = dict.fromkeys(code for item in open_spans for code in item.codes)
    reasons = sorted(codes, key=pack.gravity)
    if has_unheard_sound:
        reasons.append(UNHEARD_SOUND)
    if is_provisional:
        reasons.append(PROVISIONAL)
    undecided = union(item.span.edit for item in open_spans)
    is_passed = not (open_spans or has_unheard_sound or is_provisional)
    return Decision(is_passed, tuple(reasons), undecided)


def totals(judged: Iterable[JudgedSpan], pack: PolicyPack) -> tuple[ConversationUse, ...]:
    """Return how much of each conversation is in the edit, by first appearance.

    Stretches of a recording outside of any conversation count together, per recording; what comes
    from no known recording is left out.
    """
    groups: dict[tuple[str, str], list[JudgedSpan]] = {}
    for item in judged:
        if item.span.match is not None:
            key = (item.span.match.recording_id, item.span.conversation_id)
            groups.setdefault(key, []).append(item)
    uses = [_use(key, items, pack) for key, items in groups.items()]
    return tuple(sorted(uses, key=lambda use: (use.first_at, use.recording_id)))


def _use(key: tuple[str, str], items: Sequence[JudgedSpan], pack: PolicyPack) -> ConversationUse:
    by_strictness = sorted(items, key=lambda item: strictness(item.verdict), reverse=True)
    codes = dict.fromkeys(code for item in items for code in item.codes)
    return ConversationUse(
        *key,
        consent_id=next((item.consent_id for item in by_strictness if item.consent_id), ""),
        picture_s=_seconds(items, Lane.PICTURE),
        sound_s=_seconds(items, Lane.SOUND),
        verdict=strictest(item.verdict for item in items),
        reasons=tuple(sorted(codes, key=pack.gravity)),
        first_at=min(item.span.edit.start for item in items),
    )


def _seconds(items: Sequence[JudgedSpan], lane: Lane) -> Fraction:
    return sum((one.span.edit.duration for one in items if one.span.lane is lane), Fraction(0))
