"""When the partner's pane shows nobody: an even screen, noise, a returning screen, a standstill.

Thresholds: see ``consentkit.domain.scenes`` for what they were measured on.
"""

from collections.abc import Sequence
from itertools import pairwise
from statistics import fmean, median

from consentkit.domain.pane_signals import PaneSignals, Span
from consentkit.domain.scenes import CUT_SHARE, CUT_STEP_LEVELS, distance

_EVEN_SHARE = 0.8
"""Vacant screens measured 0.80 and more, faces 0.45 and less."""
_EVEN_SHARE_STAYS = 0.65
"""Grain lets one screen waver by 0.15."""
_BLACK_LUMA = 24
_ALIVE_STIR = 0.8
"""Drawn screens stir by 0.0 to 0.1 levels, noise that compression smoothed by 1.3 and more."""
_GRAIN_ROUGH = 3.0
_NOISE_ROUGH = 8.0
_NOISE_STIR = 10.0
_NOISE_RATIO = 3.0
"""Drawn noise measured a grain of 17, a stir of 22 and a step of 3 to 6 levels; people in dim
rooms a grain of 4, a stir of 5 and a step of 2."""
_SAME_GRAIN = 0.05
"""Noise that an encoder lets drift in brightness keeps its grain within 0.02; a face does not."""
_DRIFT_STEP = 16.0
"""Such drifts measured up to 14 levels, the arrival of a partner 22 and more."""
_JUMP_TIMES = 2.0
_JUMP_REACH = 4
"""Samples on either side that tell how much the picture usually moves: one second."""
_STILL_STIR = 0.15
"""A frozen picture stirs by less than 0.1 levels; the calmest person seen by 0.45."""
_STILL_SECONDS = 1
"""Pauses of the link in the composed recordings last 0.25 to 0.9 s."""
_SCREEN_LEVELS = 2
_SCREEN_SHARE = 0.7
"""A guess: a spinner and its text take up to a fifth of a pane."""
_SCREEN_QUIET_STEP = 1.6
_RETURN_LEVELS = 6.0
_RETURN_TIMES = 3
_RETURN_SECONDS = 12
_SCREEN_SECONDS = 45
"""A guess on the safe side: a longer stretch is rather shown to the person than hidden."""


def vacant_by_itself(signals: PaneSignals) -> list[str | None]:
    """Return per sample why it shows nobody whatever came before, or None: black, flat, noise."""
    reasons: list[str | None] = []
    for index, even in enumerate(signals.even):
        reason = None
        if even >= _EVEN_SHARE:
            if signals.rough[index] >= _GRAIN_ROUGH:
                reason = "noise"
            else:
                dark = median(signals.signature[index]) < _BLACK_LUMA
                reason = "black" if dark else "flat"
        elif _is_grain(signals, index):
            reason = "noise"
        reasons.append(reason)
    for index in range(len(reasons)):
        if reasons[index] is None and _is_snow(signals, index):
            # The samples next to it are snow as well; those after them may be a partner's.
            reasons[index - 1 : index + 2] = ["noise"] * 3
    _drop_grain(signals, reasons)
    _spread_vacancy(signals, reasons)
    _drop_grain(signals, reasons)
    for first, last in _stretches(reasons, "flat"):
        inner = signals.stir[first + 1 : last]
        if inner and median(inner) > _ALIVE_STIR:
            wall = _slides_in(signals, first) or _slides_in(signals, last)
            reasons[first:last] = [None if wall else "noise"] * (last - first)
    return reasons


def vacant_again(signals: PaneSignals, scenes: Sequence[Span]) -> list[Span]:
    """Return the scenes that keep returning between others, as a drawn search screen does."""
    found: list[Span] = []
    touching = {scene[0] for scene in scenes} & {scene[1] for scene in scenes}
    for members in _alike(signals, scenes):
        parts = [scenes[position] for position in members]
        quiet = all(_quiet(signals, part) for part in parts)
        limit = _SCREEN_SECONDS if quiet else _RETURN_SECONDS
        brief = median(signals.length(part) for part in parts) <= limit
        if not brief or _separate(members) < (2 if quiet else _RETURN_TIMES):
            continue
        # A picture with a gap on both sides is rather a partner who was met again.
        alone = sum(1 for part in parts if not touching & {*part})
        if alone * 2 <= len(parts) or all(_hardly_stirs(signals, part) for part in parts):
            found += parts
    return found


def standstill(signals: PaneSignals, shot: Span) -> Span | None:
    """Return the standstill that the shot is or ends with, None when it is short.

    One that the same picture resumes from is a pause of the link and stays in the conversation.
    """
    first, last = shot
    begin = last
    while begin - 1 > first and signals.stir[begin - 1] <= _STILL_STIR:
        begin -= 1
    # The first sample of a shot always stirs: it is compared with the shot before.
    whole = begin == first + 1
    if whole and last - first > 1:
        return shot
    return (begin, last) if signals.length((begin, last)) >= _STILL_SECONDS else None


def _slides_in(signals: PaneSignals, index: int) -> bool:
    """Return whether the picture changes at ``index`` as a camera that turns to a wall does.

    A search screen is there at once.
    """
    return 0 < index < len(signals.at) and signals.changed[index] < CUT_SHARE


def _drop_grain(signals: PaneSignals, reasons: list[str | None]) -> None:
    """Take back what looked like noise and is a camera's own grain."""
    for first, last in _stretches(reasons, "noise"):
        if not _is_noise_screen(signals, first, last):
            reasons[first:last] = [None] * (last - first)


def _is_noise_screen(signals: PaneSignals, first: int, last: int) -> bool:
    """Return whether a stretch that looks like noise is a screen, and not a camera's own grain.

    A screen averages out to one brightness. Where an encoder spoils that, it is there at once and
    brief; a detailed picture that shakes is like that for a moment only, a dim room for long.
    """
    if any(signals.even[i] >= _EVEN_SHARE or _is_snow(signals, i) for i in range(first, last)):
        return True
    if signals.length((first, last)) > _RETURN_SECONDS:
        return False
    return _jumps_in(signals, first) or _jumps_in(signals, last)


def _jumps_in(signals: PaneSignals, index: int) -> bool:
    """Return whether the picture moves at ``index`` more than around it, or nothing is known."""
    if not 0 < index < len(signals.at):
        return True
    around = [
        *signals.step[max(1, index - _JUMP_REACH) : index],
        *signals.step[index + 1 : index + 1 + _JUMP_REACH],
    ]
    usual = median(around) if around else 0.0
    return signals.step[index] >= max(CUT_STEP_LEVELS, _JUMP_TIMES * usual)


def _is_grain(signals: PaneSignals, index: int) -> bool:
    """Return whether pixels flicker at random while the picture as a whole stays: fine noise."""
    stir = signals.stir[index]
    return (
        signals.rough[index] >= _NOISE_ROUGH
        and stir >= _NOISE_STIR
        and stir >= _NOISE_RATIO * signals.step[index]
    )


def _spread_vacancy(signals: PaneSignals, reasons: list[str | None]) -> None:
    """Let a vacant stretch reach on while the pane stays nearly even and does not change."""
    count = len(reasons)
    for index in range(1, count):
        if reasons[index] is None and _stays(signals, index, index, reasons[index - 1], index - 1):
            reasons[index] = reasons[index - 1]
    for index in range(count - 2, -1, -1):
        after = reasons[index + 1]
        if reasons[index] is None and _stays(signals, index, index + 1, after, index + 1):
            reasons[index] = after


def _stays(signals: PaneSignals, index: int, later: int, neighbour: str | None, known: int) -> bool:
    """Return whether ``index`` shows the same vacant screen as its vacant neighbour ``known``."""
    if neighbour is None:
        return False
    grain = signals.rough[known]
    same_grain = (
        neighbour == "noise"
        and grain >= _GRAIN_ROUGH
        and abs(signals.rough[index] - grain) <= _SAME_GRAIN * grain
    )
    if signals.changed[later] >= CUT_SHARE:
        # Independent pixels differ from one picture to the next as much as from their neighbours.
        flickers = min(signals.stir[index], signals.stir[known]) >= grain
        return same_grain and flickers and signals.step[later] < _DRIFT_STEP
    return same_grain or signals.even[index] >= _EVEN_SHARE_STAYS


def _stretches(reasons: Sequence[str | None], wanted: str) -> list[Span]:
    """Return the stretches ``(first, last)`` of samples with this reason."""
    found: list[Span] = []
    for index, reason in enumerate(reasons):
        if reason != wanted:
            continue
        if found and found[-1][1] == index:
            found[-1] = (found[-1][0], index + 1)
        else:
            found.append((index, index + 1))
    return found


def _is_snow(signals: PaneSignals, index: int) -> bool:
    """Return whether the samples around average out to an even screen, as coarse noise does.

    The spread of five independent pictures' mean is 0.45 of one picture's; of a moving camera's
    0.7 and more.
    """
    first, last = index - 2, index + 3
    if first < 0 or last > len(signals.at) or min(signals.changed[first + 1 : last]) < 0.5:  # noqa: PLR2004 -- most cells change in every step
        return False
    rows = signals.signature[first:last]
    mean = [fmean(cells) for cells in zip(*rows, strict=True)]
    return _spread(mean) < 0.6 * fmean(_spread(row) for row in rows)


def _spread(cells: Sequence[float]) -> float:
    middle = median(cells)
    return fmean(abs(cell - middle) for cell in cells)


def _hardly_stirs(signals: PaneSignals, shot: Span) -> bool:
    inner = signals.stir[shot[0] + 1 : shot[1]]
    return bool(inner) and median(inner) <= _ALIVE_STIR


def _alike(signals: PaneSignals, scenes: Sequence[Span]) -> list[list[int]]:
    """Return groups of positions in ``scenes`` whose middle pictures are nearly the same."""
    leaders: list[tuple[float, bytes, list[int]]] = []
    for position, (first, last) in enumerate(scenes):
        picture = signals.signature[(first + last) // 2]
        middle = median(picture) if picture else 0.0
        quiet = _quiet(signals, (first, last))
        for leader_middle, leader, members in leaders:
            if abs(leader_middle - middle) > _RETURN_LEVELS:
                continue
            same = _is_screen_again if quiet else _is_picture_again
            if same(leader, picture):
                members.append(position)
                break
        else:
            leaders.append((middle, picture, [position]))
    return [members for _, _, members in leaders]


def _is_screen_again(one: bytes, other: bytes) -> bool:
    """Return whether most of the pane is the very same; a spinner or a line of text may differ."""
    near = sum(1 for a, b in zip(one, other, strict=True) if abs(a - b) <= _SCREEN_LEVELS)
    return near >= _SCREEN_SHARE * len(one)


def _is_picture_again(one: bytes, other: bytes) -> bool:
    return distance(one, other) <= _RETURN_LEVELS


def _separate(positions: Sequence[int]) -> int:
    """Return how many of the positions are not directly behind another of them."""
    return 1 + sum(1 for earlier, later in pairwise(positions) if later - earlier > 1)


def _quiet(signals: PaneSignals, scene: Span) -> bool:
    first, last = scene
    inner = signals.step[first + 1 : last]
    return bool(inner) and median(inner) <= _SCREEN_QUIET_STEP and max(inner) < CUT_STEP_LEVELS
