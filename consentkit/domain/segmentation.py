"""Conversations of a recording, from what the partner's pane does over time.

A pane of a random video chat is vacant or shows a partner. The steps, each of which leaves its
reason in the proposal's evidence:

1. samples that are vacant by themselves: one brightness everywhere, or snow (``vacancy``);
2. the rest falls into shots at abrupt changes of the whole pane (``scenes``);
3. shots that touch and show one scene belong together;
4. scenes that keep returning between others, and standstills, are vacant too;
5. what is left between vacant stretches and changes of scene is a conversation.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from consentkit.domain.pane_signals import PaneSignals
from consentkit.domain.scenes import SHORTEST_SECONDS, cut_shots, join_scenes
from consentkit.domain.vacancy import standstill, vacant_again, vacant_by_itself
from consentkit.kernel.timebase import TimeRange

__all__ = ["ConversationProposal", "PaneSignals", "propose_conversations"]

_SOUND_ABOVE_FLOOR_DB = 12.0
"""Speech measured 20 dB and more above what a tenth of the recording stays below."""
_GAP_WEIGHTS = {"black": 0.2, "noise": 0.2, "screen": 0.2, "flat": 0.17, "still": 0.12}
_RECORDING_WEIGHT = 0.1
_CUT_WEIGHT_MAX = 0.15


@dataclass(frozen=True, slots=True)
class ConversationProposal:
    """A stretch with one partner, for a person to confirm or correct.

    Attributes:
        range: From the first to past the last moment with the partner.
        confidence: 0 to 1; how much speaks for both ends and for a conversation between them.
        evidence: Codes of what speaks for it, like ``start.noise`` or ``own.continues``.
    """

    range: TimeRange
    confidence: float
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Run:
    """Samples ``[first, last)`` and what lies on either side."""

    first: int
    last: int
    before: str
    after: str


def propose_conversations(signals: PaneSignals) -> tuple[ConversationProposal, ...]:
    """Return the conversations of a recording in order; they never overlap."""
    vacant = vacant_by_itself(signals)
    shots = cut_shots(signals, vacant)
    screens = vacant_again(signals, join_scenes(signals, vacant, shots))
    for first, last in screens:
        vacant[first:last] = ["screen"] * (last - first)
    live = []
    for shot in shots:
        first, last = shot
        if vacant[first] is None:
            still = standstill(signals, shot)
            if still is not None:
                vacant[still[0] : still[1]] = ["still"] * (still[1] - still[0])
                last = still[0]
            if first < last:
                live.append((first, last))
    runs = [
        _run(vacant, scene)
        for scene in join_scenes(signals, vacant, live)
        if signals.length(scene) >= SHORTEST_SECONDS
    ]
    floor_db, cut_weight = _sound_floor(signals.level_db), _cut_weight(runs)
    is_chat = signals.own_found or any(vacant)
    return tuple(_proposal(signals, run, floor_db, cut_weight, is_chat=is_chat) for run in runs)


def _run(vacant: Sequence[str | None], scene: tuple[int, int]) -> _Run:
    first, last = scene
    before = "recording" if first == 0 else vacant[first - 1] or "cut"
    after = "recording" if last == len(vacant) else vacant[last] or "cut"
    return _Run(first, last, before, after)


def _sound_floor(levels: Sequence[float]) -> float:
    """Return the loudness that a tenth of the samples stay below."""
    return sorted(levels)[len(levels) // 10] if levels else 0.0


def _cut_weight(runs: Sequence[_Run]) -> float:
    """Return what a bare cut counts for as an end: less where other partners come after a gap.

    Where the recording shows a search between all others, a cut may be a partner's own doing.
    """
    ends = [end for run in runs for end in (run.before, run.after) if end != "recording"]
    return _CUT_WEIGHT_MAX * (ends.count("cut") / len(ends)) if ends else 0.0


def _proposal(
    signals: PaneSignals, run: _Run, floor_db: float, cut_weight: float, *, is_chat: bool
) -> ConversationProposal:
    span = TimeRange(signals.edge(run.first), signals.edge(run.last))
    evidence = [f"start.{run.before}", f"end.{run.after}"]
    weights = _GAP_WEIGHTS | {"recording": _RECORDING_WEIGHT, "cut": cut_weight}
    score = 0.38 + weights[run.before] + weights[run.after]
    inside = signals.level_db[run.first : run.last]
    loud = sum(1 for level in inside if level > floor_db + _SOUND_ABOVE_FLOOR_DB)
    if loud * 5 >= len(inside):
        evidence.append("sound.voices")
        score += 0.08
    if signals.own_found:
        evidence.append("own.continues")
        score += 0.1
    if not is_chat:
        # Cuts alone are what any finished video has.
        evidence.append("chat.unlikely")
        score *= 0.6
    if signals.changes:
        evidence.append("pane.found")
    else:
        evidence.append("pane.missing")
        score *= 0.5
    return ConversationProposal(span, round(min(0.98, score), 3), tuple(evidence))
