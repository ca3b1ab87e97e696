"""Shots of the partner's pane, and which of them show one scene.

Thresholds were measured on composed recordings with 63 encounters of 22 people in three layouts,
re-laid in nine more, and set between the values of the same and of other partners, nearer to the
same: a wrong join would attach one person's consent to another, a wrong split costs a click.
"""

from collections.abc import Sequence
from fractions import Fraction
from operator import sub
from statistics import median

from consentkit.domain.pane_signals import PaneSignals, Span

SHORTEST_SECONDS = Fraction(7, 10)
"""A shorter stretch is a flash or a transition; the briefest skips last about a second."""

CUT_SHARE = 0.22
"""Other partners measured 0.26 and more."""
CUT_STEP_LEVELS = 6.0
_CUT_PROMINENCE = 2.0
_CUT_PROMINENCE_CALM = 6.0
_CUT_REACH = 12
"""Samples on either side that tell how much the picture usually moves: three seconds."""
_STRANGE_SHARE = 0.38
"""Other rooms measured 0.41 and more (1 in 50 below 0.54)."""
_STRANGE_SHARE_RESTLESS = 0.52
"""A restless person in a car, or close by, measured up to 0.45 against their own pictures."""
_STRANGE_TONES = 7.0
"""The tones of such a person stay, wherever they move: up to 6.3 levels; other rooms 9 and more."""
_STRANGE_SHARE_CALM = 0.24
"""In a calm picture: jumps in one scene measured up to 0.22, two people before one backdrop 0.22
to 0.74."""
_STRANGE_LEVELS = 12
_WINDOW = 16
_EARLIER = 24
"""Pictures of the scene so far that a new shot is held against."""

Reasons = Sequence[str | None]
"""Per sample why it shows nobody, or None."""


def cut_shots(signals: PaneSignals, vacant: Reasons) -> list[Span]:
    """Return the stretches ``(first, last)`` between vacant samples and abrupt changes."""
    shots: list[Span] = []
    start: int | None = None
    for index, reason in enumerate(vacant):
        if reason is not None:
            if start is not None:
                shots.append((start, index))
            start = None
        elif start is None:
            start = index
        elif _is_abrupt(signals, vacant, index):
            shots.append((start, index))
            start = index
    if start is not None:
        shots.append((start, len(vacant)))
    return shots


def join_scenes(signals: PaneSignals, vacant: Reasons, shots: Sequence[Span]) -> list[Span]:
    """Return the shots with those joined that touch and show one scene.

    Args:
        signals: What the pane does.
        vacant: Why a sample shows nobody, or None.
        shots: In order, without vacant samples.
    """
    scenes: list[list[Span]] = []
    for shot in shots:
        if scenes and scenes[-1][-1][1] == shot[0] and _is_same(signals, vacant, scenes[-1], shot):
            scenes[-1].append(shot)
        else:
            scenes.append([shot])
    scenes = _without_flashes(signals, vacant, scenes)
    return [(scene[0][0], scene[-1][1]) for scene in scenes]


def _is_abrupt(signals: PaneSignals, vacant: Reasons, index: int) -> bool:
    """Return whether the whole pane jumped at ``index`` while it was calmer around it."""
    return (
        signals.changed[index] >= CUT_SHARE
        and signals.step[index] >= CUT_STEP_LEVELS
        and _prominence(signals, vacant, index) >= _CUT_PROMINENCE
    )


def _prominence(signals: PaneSignals, vacant: Reasons, index: int) -> float:
    """Return how many times the usual movement around it the step at ``index`` is.

    Usual is the upper quartile: in quick skips without gaps, every fourth step may be a change.
    """
    reach = range(max(1, index - _CUT_REACH), min(len(vacant), index + _CUT_REACH + 1))
    around = sorted(
        signals.step[near]
        for near in reach
        if near != index and vacant[near] is None and vacant[near - 1] is None
    )
    usual = around[len(around) * 3 // 4] if around else 0.0
    return signals.step[index] / max(usual, 0.5)


def _is_same(
    signals: PaneSignals,
    vacant: Reasons,
    scene: Sequence[Span],
    shot: Span,
) -> bool:
    """Return whether some picture early in ``shot`` shows the scene.

    It is held against the last four seconds, and strictly against the whole scene before: who
    turns the camera back, or shows a clip that starts again, is still the same partner.
    """
    first = scene[-1][0]
    before = signals.signature[max(first, scene[-1][1] - _WINDOW) : scene[-1][1]][::-1]
    after = signals.signature[shot[0] : min(shot[1], shot[0] + _WINDOW)]
    calm = _prominence(signals, vacant, shot[0]) >= _CUT_PROMINENCE_CALM
    alike = _alike_when_calm if calm else _alike_when_restless
    if any(alike(one, other) for one in before for other in after):
        return True
    whole = range(scene[0][0], scene[-1][1], 1 + (scene[-1][1] - scene[0][0]) // _EARLIER)
    return any(
        _alike_when_calm(signals.signature[index], other) for index in whole for other in after[:4]
    )


def _alike_when_calm(one: bytes, other: bytes) -> bool:
    return _strange_share(one, other) < _STRANGE_SHARE_CALM


def _alike_when_restless(one: bytes, other: bytes) -> bool:
    share = _strange_share(one, other)
    if share >= _STRANGE_SHARE:
        tones = distance(sorted(one), sorted(other))
        return share < _STRANGE_SHARE_RESTLESS and tones < _STRANGE_TONES
    return True


def _without_flashes(
    signals: PaneSignals,
    vacant: Reasons,
    scenes: Sequence[list[Span]],
) -> list[list[Span]]:
    """Return the scenes with the brief ones among them joined to a neighbour they touch.

    A flash inside a scene joins both sides; one beside a vacant stretch is a transition and
    joins the side that is not vacant. One between two scenes stays, and is too short to count.
    """
    joined: list[list[Span]] = []
    for position, scene in enumerate(scenes):
        touches = bool(joined) and joined[-1][-1][1] == scene[0][0]
        if not touches:
            joined.append(list(scene))
            continue
        earlier = joined[-1]
        if _is_brief(signals, earlier):
            behind = len(joined) > 1 and joined[-2][-1][1] == earlier[0][0]
            if not behind:
                earlier += scene
            elif _is_same(signals, vacant, joined[-2], scene[0]):
                joined.pop()
                joined[-1] += [*earlier, *scene]
            else:
                joined.append(list(scene))
            continue
        last = position + 1 == len(scenes) or scenes[position + 1][0][0] != scene[-1][1]
        if _is_brief(signals, scene) and last:
            earlier += scene
        else:
            joined.append(list(scene))
    return joined


def _is_brief(signals: PaneSignals, scene: Sequence[Span]) -> bool:
    return signals.length((scene[0][0], scene[-1][1])) < SHORTEST_SECONDS


def _strange_share(one: bytes, other: bytes) -> float:
    """Return the share of cells that differ once a common change of brightness is taken off."""
    differences = list(map(sub, one, other))
    shift = median(differences)
    limit = _STRANGE_LEVELS
    return sum(1 for d in differences if abs(d - shift) > limit) / max(1, len(differences))


def distance(one: Sequence[int], other: Sequence[int]) -> float:
    """Return the mean difference of two pictures in luma levels."""
    total: int = sum(abs(a - b) for a, b in zip(one, other, strict=True))
    return total / max(1, len(one))
